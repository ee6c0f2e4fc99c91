package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.store.Database;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page without a browser: forms, redirects, parts of a long list.
class PagesTest extends ServerTest {

    private static String hidden(String page, String name) {
        Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
        assertTrue(field.find(), name);
        return field.group(1);
    }

    private static List<String> all(String page, String pattern) {
        List<String> found = new ArrayList<>();
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private static List<String> scores(String page) {
        return all(page, "<output>([^<]*)</output>");
    }

    @Test
    void aFormIsStoredAndLeadsBackToItsPage() {
        String page = client.get("/?policy=beta").body();
        HttpResponse<String> posted = client.form(Map.of("customer", "1", "kind", "positive", "text", "t", "key", hidden(page, "key"),
                "policy", hidden(page, "policy"), "from", hidden(page, "from")));
        assertEquals(303, posted.statusCode());
        assertEquals("/?policy=beta:2&stored=1&from=1#customer-1", posted.headers().firstValue("Location").orElseThrow());
        assertEquals(List.of("0.5333", "0.7"), scores(client.get("/?policy=beta:2&stored=1&from=1").body()));
    }

    @Test
    void aSecondClickCountsOnce() {
        Map<String, String> form = Map.of("customer", "1", "kind", "positive", "text", "t",
                "key", hidden(client.get("/customers/1").body(), "key"), "policy", "as-printed");
        String first = client.form(form).headers().firstValue("Location").orElseThrow();
        assertEquals("/customers/1?policy=as-printed&stored=1", first);
        assertEquals(first, client.form(form).headers().firstValue("Location").orElseThrow());
        assertEquals(1, events(1).size());
    }

    @Test
    void everyPageHasAKeyOfItsOwn() {
        assertNotEquals(hidden(client.get("/").body(), "key"), hidden(client.get("/").body(), "key"));
    }

    @Test
    void aRefusedFormKeepsWhatWasTyped() {
        HttpResponse<String> refused =
                client.form(Map.of("customer", "2", "kind", "negative", "text", "x".repeat(2001), "key", "k", "policy", "beta", "from", "1"));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("role=\"alert\">text must have at most 2000 characters, but has 2001</p>"));
        assertTrue(refused.body().contains("x".repeat(2001) + "</textarea>"));
        assertTrue(refused.body().contains("<option value=\"2\" selected>"));
        assertTrue(refused.body().contains("value=\"negative\" checked>"));
        assertEquals(List.of(), events(2));
    }

    @Test
    void aLongListIsShownInParts() {
        for (int i = 3; i <= 60; i++) {
            server.store().add("Customer " + i, new BigDecimal("0.5"));
        }
        String first = client.get("/?policy=beta").body();
        assertEquals(50, scores(first).size());
        assertEquals(50, all(first, "<option value=\"(\\d+)\"").size());
        String next = all(first, "<a href=\"(/\\?from=[^\"]*)\">More customers").getFirst().replace("&amp;", "&");
        assertEquals("/?from=51&policy=beta:2", next);
        String second = client.get(next).body();
        assertEquals(10, scores(second).size());
        assertFalse(second.contains("More customers"));
        assertEquals("51", hidden(second, "from"), "a form on the second part leads back to it");
    }

    @Test
    void aLongHistoryShowsItsLatestPartWithTheScoreOfAll() {
        for (int i = 0; i < 501; i++) {
            server.store().append(new NewFeedback(1, FeedbackKind.POSITIVE, "number " + i, "k" + i));
        }
        String page = client.get("/customers/1").body();
        assertEquals(List.of("50.4"), scores(page));
        assertTrue(page.contains("The latest 500 feedbacks are shown."));
        assertFalse(page.contains(">number 0<"));
        assertTrue(page.contains(">number 1<"));
        String card = client.get("/").body();
        assertEquals(List.of("50.4", "0.7"), scores(card));
        assertTrue(card.contains(">after 441<") && card.contains(">after 501<"), "the chart says which part it shows");
        assertEquals(3, all(card, "<q>(number \\d+)</q>").size());
    }

    /// What somebody types stays text: with markup and quotes of both kinds in it, a page has the same elements and attributes as without.
    @Test
    void whatIsTypedIsNeverMarkup() {
        List<List<String>> plain = pagesAbout("a plain name", "a plain text");
        for (String typed : List.of("' onfocus='alert(1)' x='", "\" onfocus=\"alert(1)\" x=\"", "</textarea></title><script>alert(1)</script>",
                "&#39; onfocus=&#39;alert(1)", "'><img src=x onerror='alert(1)'>")) {
            assertEquals(plain, pagesAbout(typed, typed), typed);
        }
    }

    /// The elements of every page that shows a new customer with this name, and what was said of them.
    private List<List<String>> pagesAbout(String name, String text) {
        long id = server.store().add(name, new BigDecimal("0.5")).orElseThrow().id();
        server.store().append(new NewFeedback(id, FeedbackKind.POSITIVE, text, "key-" + id));
        String refused = client.form(Map.of("customer", Long.toString(id), "kind", text, "text", text, "key", "k", "policy", "beta", "from",
                Long.toString(id))).body();
        assertTrue(refused.contains("role=\"alert\"") && refused.contains("</textarea>"), refused);
        return Stream.of(client.get("/?from=" + id).body(), client.get("/customers/" + id).body(), refused).map(PagesTest::elements).toList();
    }

    /// The tags of a page with the names of their attributes. Every attribute must stand between double quotes, and outside of tags there is no
    /// angle bracket.
    private static List<String> elements(String page) {
        Matcher tag = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[a-zA-Z0-9-]+(?:=\"[^\"<>]*\")?)*/?>").matcher(page.replaceFirst("<!DOCTYPE html>", ""));
        String between = tag.replaceAll(" ");
        assertFalse(between.contains("<") || between.contains(">"), between);
        List<String> tags = tag.reset().results().map(found -> found.group().replaceAll("=\"[^\"]*\"", "")).toList();
        assertTrue(tags.contains("<textarea id name rows maxlength required>"), tags.toString());
        return tags;
    }

    @Test
    void withoutCustomersThePageSaysHowToAddOne(@TempDir Path empty) throws IOException {
        try (FeedbackServer bare = FeedbackServer.start(FeedbackOptions.of(Database.inFolder(empty)));
                Client visitor = new Client(bare.address())) {
            String page = visitor.get("/").body();
            assertTrue(page.contains("There is no customer yet. <code>POST /api/customers</code> adds one."));
            assertFalse(page.contains("<form"));
        }
    }
}
