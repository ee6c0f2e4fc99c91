package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import infogap.browser.Chromium;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The page as a person meets it, in a real browser.
class BrowserTest extends ServerTest {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    @TempDir
    private static Path profile;

    private static Optional<Chromium> started = Optional.empty();
    private static Chromium browser;

    @BeforeAll
    static void startBrowser() throws Exception {
        started = Chromium.start(profile);
        Assumptions.assumeTrue(started.isPresent(), "Chromium is not installed (Debian: apt-get install chromium)");
        browser = started.get();
    }

    @AfterAll
    static void stopBrowser() {
        if (started.isPresent()) {
            browser.close();
        }
    }

    @BeforeEach
    void forgetOtherTests() {
        browser.complaints();
    }

    private static String text(String selector) {
        return browser.evaluate("document.querySelector('" + selector + "').textContent.trim()");
    }

    private static String score(long customer) {
        return text("#customer-" + customer + " output");
    }

    /// Fills the form of the page and sends it; on the list with the customer's name.
    private static void send(String customer, String kind, String feedback) throws InterruptedException {
        if (browser.evaluate("document.querySelector('#name') !== null").equals("true")) {
            browser.click("#name");
            browser.type(customer);
        }
        browser.click("input[name=kind][value=" + kind + "]");
        browser.click("#text");
        browser.type(feedback);
        browser.evaluate("window.left = true");
        browser.click("#give button");
        browser.awaitNewPage();
    }

    private static void save(String name) throws IOException {
        Files.createDirectories(SCREENSHOTS);
        Files.write(SCREENSHOTS.resolve(name), browser.screenshot());
    }

    @Test
    void feedbackForAliceShowsHerWithFourTenthsAndBobAsBefore() throws Exception {
        browser.size(1280, 800, false);
        browser.open(server.address());
        assertEquals(List.of("0.3", "0.7"), List.of(score(1), score(2)));
        send("Alice", "positive", "Delivered on time");
        assertEquals("0.4", score(1));
        assertEquals("Feedback 1 is stored.", text("[role=status]"));
        browser.evaluate("window.left = true");
        browser.evaluate("location.reload()");
        browser.awaitNewPage();
        assertEquals("0.4", score(1), "a reload sends nothing again");
        browser.open(server.address());
        assertEquals(List.of("0.4", "0.7"), List.of(score(1), score(2)));
        assertEquals("Delivered on time", text("#customer-1 .latest q"));
        assertEquals("1", browser.evaluate("document.querySelectorAll('#customer-1 svg circle.positive').length"));
        assertEquals("0", browser.evaluate("document.querySelectorAll('#customer-2 svg circle.positive').length"));
        assertEquals(1, events(1).size());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void theRuleIsSwitchedByALinkAndNothingIsLost() throws Exception {
        browser.open(server.address());
        send("Bob", "negative", "Late");
        assertEquals("0.8", score(2));
        browser.open(server.address());
        browser.evaluate("window.left = true");
        browser.click("nav a:not([aria-current])");
        browser.awaitNewPage();
        // 1.4/3
        assertEquals(List.of("0.3", "0.4667"), List.of(score(1), score(2)));
        send("Bob", "positive", "Made good");
        assertEquals("0.6", score(2), "the rule stays chosen after a feedback");
        browser.evaluate("window.left = true");
        browser.click("nav a:not([aria-current])");
        browser.awaitNewPage();
        assertEquals("0.9", score(2));
    }

    /// Every text field, with markup, quotes and SQL: shown as typed, run by nobody.
    @Test
    void markupIsShownAndNotRun() throws Exception {
        String hostile = "<script>document.title='run'</script><img src=x onerror=document.title='run'>\"'>&lt;b&gt;</q></li>'; DROP TABLE customer; --";
        String name = "<b onmouseover=document.title='run'>\"Mallory'</b></option></select><script>document.title='run'</script>";
        name = name.substring(0, 80);
        long mallory = server.store().add(name, BigDecimal.ONE).orElseThrow().id();
        browser.open(server.address().resolve("customers/" + mallory));
        send(name, "positive", hostile);
        for (String path : List.of("?policy=beta", "customers/" + mallory)) {
            browser.open(server.address().resolve(path));
            String shown = path.startsWith("customers") ? "td.text" : "#customer-" + mallory + " q span";
            assertEquals(hostile, text(shown));
            assertEquals(name, text("#customer-" + mallory + " h2"));
            assertEquals("0", browser.evaluate("document.querySelectorAll('script, img, b, [onmouseover], [onerror]').length"));
            assertTrue(browser.evaluate("document.title").endsWith("Customer trust"));
            assertTrue(browser.evaluate("document.querySelector('#customer-" + mallory + " svg').getAttribute('aria-label')").contains(name));
        }
        assertEquals(hostile, events(mallory).getFirst().feedback().text());
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void nothingIsLoadedFromElsewhereAndNothingRuns() throws Exception {
        browser.open(server.address());
        String origin = server.address().toString();
        assertEquals("0", browser.evaluate("performance.getEntriesByType('resource').filter(e => !e.name.startsWith('" + origin + "')).length"));
        assertEquals("0", browser.evaluate("document.scripts.length"));
        assertEquals("true", browser.evaluate("getComputedStyle(document.querySelector('main')).display === 'grid'"), "the style sheet is applied");
    }

    @Test
    void aPhoneShowsItWithoutScrollingSideways() throws Exception {
        fillForScreenshots();
        for (String path : List.of("", "?policy=beta", "customers/1", "customers/3?policy=beta")) {
            browser.size(390, 844, true);
            browser.open(server.address().resolve(path));
            assertEquals("390", browser.evaluate("document.documentElement.scrollWidth"), path);
            save("phone-" + path.replaceAll("\\W+", "-") + ".png");
            browser.size(1280, 900, false);
            save("desktop-" + path.replaceAll("\\W+", "-") + ".png");
        }
    }

    private void fillForScreenshots() {
        long carol = server.store().add("Carol 卡罗尔 with a long name that needs two lines", new BigDecimal("0.5")).orElseThrow().id();
        String[] texts = {"Delivered on time", "The price was as agreed", "No answer for a week", "退款很快，谢谢", "W".repeat(90),
            "The sales person explained what the product cannot do, and that is why I bought it. I would do so again, and I tell others."};
        String[] kinds = {"+++-++-+", "-+", "+-++-+++--+++++-++++-+++"};
        long[] customers = {1, 2, carol};
        for (int c = 0; c < customers.length; c++) {
            for (int i = 0; i < kinds[c].length(); i++) {
                FeedbackKind kind = kinds[c].charAt(i) == '+' ? FeedbackKind.POSITIVE : FeedbackKind.NEGATIVE;
                server.store().append(new NewFeedback(customers[c], kind, texts[i % texts.length], "k" + c + "-" + i));
            }
        }
    }

    private static void press(String key, int code) {
        for (String type : List.of("rawKeyDown", "char", "keyUp")) {
            if (!type.equals("char") || key.equals("Enter")) {
                JsonObject event = new JsonObject();
                event.addProperty("type", type);
                event.addProperty("key", key);
                event.addProperty("code", key);
                event.addProperty("windowsVirtualKeyCode", code);
                if (key.equals("Enter")) {
                    event.addProperty("text", "\r");
                }
                browser.call("Input.dispatchKeyEvent", event);
            }
        }
    }

    /// However many customers stand before it: one key to the link, one to follow it, one into the form.
    @Test
    void theFormIsThreeKeysAway() throws Exception {
        fillForScreenshots();
        for (String path : List.of("", "customers/1")) {
            browser.open(server.address().resolve(path));
            press("Tab", 9);
            assertEquals("Give feedback", browser.evaluate("document.activeElement.textContent"));
            press("Enter", 13);
            Chromium.await("the jump", () -> browser.evaluate("location.hash").equals("#give"));
            press("Tab", 9);
            assertEquals("true", browser.evaluate("document.activeElement.matches('#give input, #give textarea')"), path);
        }
    }

    /// The contrast of the Web Content Accessibility Guidelines (2.2, 1.4.11): (L + 0.05)/(l + 0.05) of the relative luminances is at least 3 between the
    /// border of a field or card and what it stands on, in light and in dark.
    @Test
    void bordersCanBeSeen() throws Exception {
        String worst = """
                (() => {
                  const rgb = c => c.match(/[0-9.]+/g).map(Number);
                  const light = c => { const [r, g, b] = rgb(c).map(v => v / 255).map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                    return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
                  const clear = c => rgb(c).length === 4 && rgb(c)[3] === 0;
                  const ground = e => { while (e && clear(getComputedStyle(e).backgroundColor)) e = e.parentElement; return getComputedStyle(e || document.body).backgroundColor; };
                  let worst = 99, seen = 0;
                  for (const e of document.querySelectorAll('input:not([type=radio]):not([type=hidden]), select, textarea, .card, nav')) {
                    const a = light(getComputedStyle(e).borderTopColor), b = light(ground(e.parentElement)); seen++;
                    worst = Math.min(worst, (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)); }
                  return seen > 6 ? worst : 0; })()""";
        for (String scheme : List.of("light", "dark")) {
            JsonObject feature = new JsonObject();
            feature.addProperty("name", "prefers-color-scheme");
            feature.addProperty("value", scheme);
            JsonArray features = new JsonArray();
            features.add(feature);
            JsonObject media = new JsonObject();
            media.add("features", features);
            browser.call("Emulation.setEmulatedMedia", media);
            browser.open(server.address());
            assertTrue(Double.parseDouble(browser.evaluate(worst)) >= 3, scheme + ": " + browser.evaluate(worst));
            save(scheme + ".png");
        }
        browser.call("Emulation.setEmulatedMedia", new JsonObject());
    }

    @Test
    void aNameAndATextRunTheirOwnWay() throws Exception {
        long id = server.store().add("\u05d3\u05d5\u05d3", new BigDecimal("0.5")).orElseThrow().id();
        server.store().append(new NewFeedback(id, FeedbackKind.POSITIVE, "\u05ea\u05d5\u05d3\u05d4 123", "k"));
        server.store().append(new NewFeedback(id, FeedbackKind.POSITIVE, "left to right", "l"));
        browser.open(server.address().resolve("customers/" + id));
        assertEquals("rtl", browser.evaluate("getComputedStyle(document.querySelector('article h2')).direction"));
        assertEquals("ltr,rtl", browser.evaluate("[...document.querySelectorAll('td.text span')].map(e => getComputedStyle(e).direction).join()"));
    }

    /// Add a customer, speak of them, take it back, go back to the form, and rename them: all of it on the page.
    @Test
    void aShopIsRunOnThePage() throws Exception {
        browser.open(server.address());
        browser.click("#add summary");
        browser.click("#new-name");
        browser.type("Carol");
        browser.evaluate("document.querySelector('#initial-trust').value = '0.25'");
        submit("#add button");
        assertEquals("0.25", score(3));
        send("", "negative", "Late");
        assertEquals("0.35", score(3));
        submit("td a");
        browser.click("#reason");
        browser.type("It was another shop");
        submit("main button");
        assertEquals("Feedback 1 is taken back.", text("[role=status]"));
        assertEquals("0.25", score(3));
        browser.click("#rename summary");
        browser.evaluate("document.querySelector('#new-name').value = ''");
        browser.click("#new-name");
        browser.type("Caroline");
        submit("#rename button");
        assertEquals("Caroline", text("article h2"));
        browser.open(server.address().resolve("?search=carol&policy=fading"));
        assertEquals("Caroline", text("article h2"));
        save("search.png");
        assertEquals(List.of(), browser.complaints());
        browser.open(server.address().resolve("api"));
        save("api.png");
        browser.open(server.address().resolve("customers/77"));
        assertEquals("There is no customer with the number 77.", text("[role=alert]"));
    }

    private static void submit(String button) throws InterruptedException {
        browser.evaluate("window.left = true");
        browser.click(button);
        browser.awaitNewPage();
    }
}
