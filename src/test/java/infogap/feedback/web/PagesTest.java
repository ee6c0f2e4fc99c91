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
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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
    void aFormIsStoredAndLeadsToTheCustomersPage() {
        String page = client.get("/?policy=beta").body();
        HttpResponse<String> posted = client.form(Map.of("name", "Alice", "kind", "positive", "text", "t", "key", hidden(page, "key"),
                "policy", hidden(page, "policy")));
        assertEquals(303, posted.statusCode());
        assertEquals("/customers/1?policy=beta:2&stored=1", posted.headers().firstValue("Location").orElseThrow());
        assertEquals(List.of("0.5333", "0.7"), scores(client.get("/?policy=beta:2").body()));
        assertTrue(client.get("/customers/1?stored=1").body().contains("Feedback 1 is stored."));
    }

    /// An address can be made up: what is not in the log, or not about this customer, is not confirmed.
    @Test
    void onlyWhatIsStoredIsConfirmed() {
        client.give(1, "positive", "t", "k");
        for (String path : List.of("/customers/1?stored=987654", "/customers/2?stored=1", "/?stored=987654", "/?stored=1")) {
            assertFalse(client.get(path).body().contains("role=\"status\""), path);
        }
        assertTrue(client.get("/customers/1?stored=1").body().contains("role=\"status\""));
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
                client.form(Map.of("name", "Bob", "kind", "negative", "text", "x".repeat(2001), "key", "k", "policy", "beta"));
        assertEquals(422, refused.statusCode());
        assertTrue(refused.body().contains("role=\"alert\">text must have at most 2000 characters, but has 2001</p>"));
        assertTrue(refused.body().contains("x".repeat(2001) + "</textarea>"));
        assertTrue(refused.body().contains("required value=\"Bob\">"));
        assertTrue(refused.body().contains("value=\"negative\" checked>"));
        assertEquals("k", hidden(refused.body(), "key"), "it is still the same form");
        assertEquals(List.of(), events(2));
        HttpResponse<String> nobody = client.form(Map.of("name", "Nobody", "kind", "negative", "text", "t", "key", "k", "policy", "beta"));
        assertEquals(404, nobody.statusCode());
        assertTrue(nobody.body().contains("There is no customer with this name. Nothing was stored."));
    }

    /// Back, another word, and sent again: the first is stored, and the second is stored when it is sent from the form that says so.
    @Test
    void aFormThatWasSentAndChangedSaysWhatIsStored() {
        Map<String, String> form = new HashMap<>(Map.of("customer", "1", "kind", "positive", "text", "first", "key", "k", "policy", "beta"));
        client.form(form);
        form.put("text", "changed");
        HttpResponse<String> refused = client.form(form);
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("This form was sent before, and what it said then is stored as feedback 1."), refused.body());
        assertTrue(refused.body().contains(">changed</textarea>"));
        form.put("key", hidden(refused.body(), "key"));
        assertNotEquals("k", form.get("key"));
        assertEquals(303, client.form(form).statusCode());
        assertEquals(List.of("first", "changed"), events(1).stream().map(event -> event.feedback().text()).toList());
    }

    @Test
    void aListIsPagedBothWaysSearchedAndSorted() {
        for (int i = 3; i <= 50; i++) {
            server.store().add("Customer " + i + (i == 33 ? " Özlem" : ""), new BigDecimal(i == 40 ? "0.1" : "0.5"));
        }
        String first = client.get("/?policy=beta").body();
        assertEquals(20, scores(first).size());
        assertFalse(first.contains("Previous customers"));
        String next = link(first, "More customers");
        assertEquals("/?policy=beta:2&sort=number&after=20", next);
        String second = client.get(next).body();
        assertEquals(20, scores(second).size());
        String third = client.get(link(second, "More customers")).body();
        assertEquals(10, scores(third).size());
        assertFalse(third.contains("More customers"));
        assertEquals(names(second), names(client.get(link(third, "Previous customers")).body()));
        assertEquals(names(first), names(client.get(link(second, "Previous customers")).body()));
        assertEquals(List.of("Customer 33 Özlem"), names(client.get("/?search=OZLEM").body()));
        assertEquals(List.of(), names(client.get("/?search=%25").body()), "a percent sign is no wildcard");
        client.give(7, "negative", "t", "k");
        assertEquals("Customer 7", names(client.get("/?sort=feedback").body()).getFirst());
        // with the complaint (2·0.5 + 0)/3, above Alice's 0.3 and this one's 0.1
        assertEquals("Customer 40", names(client.get("/?sort=lowest&policy=beta").body()).getFirst());
        assertEquals("Bob", names(client.get("/?sort=highest&policy=beta").body()).getFirst());
        String byName = client.get("/?sort=name").body();
        assertEquals(List.of("Alice", "Bob", "Customer 10"), names(byName).subList(0, 3));
        assertEquals("Customer 28", names(client.get(link(byName, "More customers")).body()).getFirst());
    }

    private static List<String> names(String page) {
        return all(page, "<h2 dir=\"auto\"><a [^>]*>([^<]*)</a>");
    }

    private static String link(String page, String label) {
        return all(page, "<a href=\"([^\"]*)\">" + label).getFirst().replace("&amp;", "&");
    }

    @Test
    void everyFeedbackCanBeReachedFromTheLatest() {
        for (int i = 0; i < 301; i++) {
            server.store().append(new NewFeedback(1, FeedbackKind.POSITIVE, "number " + i, "k" + i));
        }
        String page = client.get("/customers/1").body();
        assertEquals(List.of("30.4"), scores(page));
        List<String> texts = new ArrayList<>();
        List<String> after = new ArrayList<>();
        while (true) {
            texts.addAll(all(page, ">(number \\d+)<"));
            after.addAll(all(page, "<td class=\"number\">([^<]*)</td>"));
            if (!page.contains("Earlier feedback")) {
                break;
            }
            page = client.get(link(page, "Earlier feedback")).body();
        }
        assertEquals(IntStream.rangeClosed(0, 300).mapToObj(i -> "number " + (300 - i)).toList(), texts);
        assertEquals("30.4", after.getFirst());
        assertEquals("0.4", after.getLast(), "0.3 and one feedback");
        assertEquals(301, after.size());
        assertTrue(page.contains(">start<"));
        assertTrue(client.get(link(page, "Later feedback")).body().contains(">number 100<"));
        String card = client.get("/").body();
        assertEquals(List.of("30.4", "0.7"), scores(card));
        assertTrue(card.contains(">after 281<") && card.contains(">after 301<"), "the chart says which part it shows");
        assertEquals(3, all(card, "<q>.*?>(number \\d+)<.*?</q>").size());
    }

    @Test
    void aFullListIsLight() {
        for (int c = 3; c <= 30; c++) {
            long id = server.store().add("Customer " + c, new BigDecimal("0.5")).orElseThrow().id();
            for (int i = 0; i < 25; i++) {
                server.store().append(new NewFeedback(
                        id, i % 3 == 0 ? FeedbackKind.NEGATIVE : FeedbackKind.POSITIVE, "a text of usual length, it seems", "k" + c + "-" + i));
            }
        }
        int bytes = client.get("/?sort=feedback").body().getBytes(StandardCharsets.UTF_8).length;
        assertTrue(bytes < 100_000, bytes + " bytes");
    }

    @Test
    void customersAreAddedAndRenamedOnThePage() {
        HttpResponse<String> added = client.post("/customers", Client.FORM, "name=Carol&initialTrust=0.25&policy=beta");
        assertEquals("/customers/3?policy=beta:2", added.headers().firstValue("Location").orElseThrow());
        assertEquals(List.of("0.25"), scores(client.get("/customers/3").body()));
        HttpResponse<String> taken = client.post("/customers", Client.FORM, "name=Carol&initialTrust=0.5&policy=beta");
        assertEquals(409, taken.statusCode());
        assertTrue(taken.body().contains("There is a customer with this name. Nothing was stored."));
        assertEquals(422, client.post("/customers", Client.FORM, "name=Dan&initialTrust=many&policy=beta").statusCode());
        assertEquals(303, client.post("/customers/3/name", Client.FORM, "name=Caroline&policy=beta").statusCode());
        assertTrue(client.get("/customers/3").body().contains("<h2 dir=\"auto\">Caroline</h2>"));
        assertEquals(409, client.post("/customers/3/name", Client.FORM, "name=Alice&policy=beta").statusCode());
        assertEquals(404, client.post("/customers/9/name", Client.FORM, "name=X&policy=beta").statusCode());
    }

    @Test
    void aFeedbackIsTakenBackByAFurtherEvent() {
        client.give(1, "negative", "by mistake", "k");
        assertTrue(client.get("/feedback/1").body().contains("/feedback/1/retraction"));
        HttpResponse<String> posted = client.post("/feedback/1/retraction", Client.FORM, "reason=it+was+another+shop&key=r&policy=beta");
        assertEquals("/customers/1?policy=beta:2&stored=2", posted.headers().firstValue("Location").orElseThrow());
        String page = client.get("/customers/1?stored=2").body();
        assertTrue(page.contains("Feedback 1 is taken back."));
        assertTrue(page.contains("it was another shop") && page.contains("by mistake"), "both stay in the log");
        assertEquals(List.of("0.3"), scores(page));
        assertEquals(409, client.post("/feedback/1/retraction", Client.FORM, "reason=again&key=s&policy=beta").statusCode());
        assertEquals(404, client.post("/feedback/2/retraction", Client.FORM, "reason=again&key=s&policy=beta").statusCode());
        assertFalse(client.get("/feedback/2").body().contains("/retraction\""));
    }

    /// A person gets a page and no JSON, whatever goes wrong.
    @Test
    void aProblemIsAPage() {
        Map<String, Integer> wrong = Map.of("/nothing", 404, "/customers/9", 404, "/feedback/9", 404, "/?limit=0", 400, "/?policy=none", 400);
        wrong.forEach((path, status) -> assertProblemPage(status, client.send(client.request(path).header("Accept", "text/html,*/*").GET())));
        assertProblemPage(403, client.form(Map.of(), "Accept", "text/html", "Origin", "http://attacker.example"));
        assertProblemPage(413, client.post("/feedback", Client.FORM, "text=" + "x".repeat(RequestBody.LIMIT), "Accept", "text/html"));
        server.store().close();
        HttpResponse<String> failed = client.form(
                Map.of("customer", "1", "kind", "negative", "text", "a <long> text", "key", "the-key", "policy", "beta"), "Accept", "text/html");
        assertProblemPage(503, failed);
        assertTrue(failed.body().contains("Nothing was stored; try again later."), failed.body());
        assertTrue(failed.body().contains("a &lt;long&gt; text</textarea>"), "what was typed is not lost");
        assertEquals("the-key", hidden(failed.body(), "key"), "and can be sent again");
        assertProblemPage(503, client.send(client.request("/").header("Accept", "text/html").GET()));
    }

    private static void assertProblemPage(int status, HttpResponse<String> response) {
        assertEquals(status, response.statusCode(), response.body());
        assertEquals("text/html;charset=utf-8", response.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(response.body().contains("role=\"alert\""), response.body());
    }

    @Test
    void timesAreThoseOfTheOwnersZone(@TempDir Path own) throws IOException {
        FeedbackOptions options = FeedbackOptions.of(Database.inFolder(own)).withDemonstration().withZone(ZoneId.of("Asia/Shanghai"));
        try (FeedbackServer local = FeedbackServer.start(options); Client visitor = new Client(local.address())) {
            visitor.give(1, "positive", "t", "k");
            Instant at = local.store().events(1).getFirst().at();
            String shown = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).format(at.atOffset(ZoneOffset.ofHours(8)));
            assertTrue(visitor.get("/customers/1").body().contains("<time datetime=\"" + at + "\">" + shown + " CST</time>"));
        }
    }

    @Test
    void theDescriptionOfTheInterfaceIsAPage() {
        String page = client.get("/api").body();
        for (String path : OpenApi.DOCUMENT.getAsJsonObject("paths").keySet()) {
            assertTrue(page.contains(" " + path + "</code></h2>"), path);
        }
        for (String schema : OpenApi.DOCUMENT.getAsJsonObject("components").getAsJsonObject("schemas").keySet()) {
            assertTrue(page.contains("id=\"" + schema + "\""), schema);
        }
        assertTrue(page.contains("The detail says whether nothing was stored"));
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
        String refused = client.form(Map.of("customer", Long.toString(id), "kind", text, "text", text, "key", "k", "policy", "beta")).body();
        assertTrue(refused.contains("role=\"alert\"") && refused.contains("</textarea>"), refused);
        return Stream.of(client.get("/?sort=number&after=" + (id - 1)).body(), client.get("/customers/" + id).body(), refused).map(PagesTest::elements).toList();
    }

    /// The tags of a page with the names of their attributes. Every attribute must stand between double quotes, and outside of tags there is no
    /// angle bracket.
    private static List<String> elements(String page) {
        Matcher tag = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*(?:\\s[a-zA-Z0-9-]+(?:=\"[^\"<>]*\")?)*/?>").matcher(page.replaceFirst("<!DOCTYPE html>", ""));
        String between = tag.replaceAll(" ");
        assertFalse(between.contains("<") || between.contains(">"), between);
        List<String> tags = tag.reset().results().map(found -> found.group().replaceAll("=\"[^\"]*\"", "")).toList();
        assertTrue(tags.contains("<textarea id name rows maxlength dir required>"), tags.toString());
        return tags;
    }

    @Test
    void withoutCustomersThePageSaysHowToAddOne(@TempDir Path empty) throws IOException {
        try (FeedbackServer bare = FeedbackServer.start(FeedbackOptions.of(Database.inFolder(empty)));
                Client visitor = new Client(bare.address())) {
            String page = visitor.get("/").body();
            assertTrue(page.contains("There is no customer yet. Add one here."));
            assertTrue(page.contains("<details class=\"card\" id=\"add\" open>"));
            assertFalse(page.contains("id=\"give\""));
        }
    }
}
