package infogap.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeedbackInputTest {

    private static NewFeedback feedback(String text, String key) {
        return new NewFeedback(1, FeedbackKind.POSITIVE, text, key);
    }

    private static String refusal(Runnable input) {
        return assertThrows(IllegalArgumentException.class, input::run).getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'; DROP TABLE feedback_event; --", "<script>alert(1)</script>", "信任", "😀", "two\nlines\tand a tab", "\u202e rtl"})
    void anyReadableTextIsKeptAsItIs(String text) {
        assertEquals(text.strip(), feedback(text, "k").text());
    }

    @Test
    void lineEndsOfFormsBecomeLineFeeds() {
        assertEquals("a\nb\nc", feedback(" a\r\nb\rc ", "k").text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "a\u0000b", "a\u0007", "a\u009f", "\ud800", "a\udc00b"})
    void aTextThatCannotBeReadIsRefused(String text) {
        assertTrue(refusal(() -> feedback(text, "k")).startsWith("text must be"));
    }

    @Test
    void lengthsCountCharactersAndNotTheirBytes() {
        assertEquals(4000, feedback("😀".repeat(2000), "k").text().length());
        assertEquals("text must have at most 2000 characters, but has 2001", refusal(() -> feedback("😀".repeat(2001), "k")));
        assertEquals("name must have at most 80 characters, but has 81", refusal(() -> Customer.checkedName("a".repeat(81))));
        assertEquals("a".repeat(80), Customer.checkedName("a".repeat(80)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a b", "é", "a\n"})
    void aKeyOfOtherThanVisibleAsciiIsRefused(String key) {
        assertTrue(refusal(() -> feedback("text", key)).startsWith("idempotency key must be 1 to 128 visible ASCII characters"));
    }

    @Test
    void aKeyThatIsTooLongOrMissingIsRefused() {
        assertEquals(128, feedback("text", "k".repeat(128)).idempotencyKey().length());
        assertTrue(refusal(() -> feedback("text", "k".repeat(129))).contains("129"));
        assertEquals("idempotency key must be given, but is null", refusal(() -> feedback("text", null)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "0.3", "0.300000", "1.0", "0.000001", "0e5", "3e-1"})
    void aTrustInTheUnitIntervalIsKeptExactly(String trust) {
        assertEquals(0, new BigDecimal(trust).compareTo(Customer.checkedTrust(new BigDecimal(trust))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.1", "1.000001", "1e999999999", "1e-999999999", "0e-999999999", "-1e-999999999", "0.0000001"})
    void anyOtherTrustIsRefusedAtOnce(String trust) {
        assertTrue(refusal(() -> Customer.checkedTrust(new BigDecimal(trust))).startsWith("initialTrust must"));
    }

    @Test
    void aNameIsOneLine() {
        assertEquals("Alice", Customer.checkedName(" Alice "));
        assertEquals("name must be text without control characters and characters that cannot be seen, but holds U+000A", refusal(() -> Customer.checkedName("a\nb")));
    }

    /// Two customers must not look like one: no character that cannot be seen, no change of direction, no end of a line.
    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "Ali\u200bce", "\u2060Alice", "Alice\ufeff", "a\u00adb", "\u202eecilA", "\u2066Alice\u2069", "\u200eAlice", "a\u2028b",
        "a\u2029b", "\u3164", "Al\u115fice", "\u2800", "Alice\ufe0f", "Al\u034fice", "\udb40\udc41lice", "\ue000", "Al\u200dice", "Al\u200cice", "a\ud800"})
    void aNameThatCannotBeSeenIsRefused(String name) {
        assertTrue(refusal(() -> Customer.checkedName(name)).startsWith("name must be text without control characters and characters that cannot be seen"));
        assertTrue(refusal(() -> new NewFeedback(1, FeedbackKind.POSITIVE, "t", "k", Optional.of(name), Optional.empty())).startsWith("author must be"));
        assertTrue(refusal(() -> new NewFeedback(1, FeedbackKind.POSITIVE, "t", "k", Optional.empty(), Optional.of(name))).startsWith("purchase must be"));
    }

    /// Joiners that a script is written with, and those inside of an emoji, are no such characters: Persian, Hindi, a family, a heart.
    @ParameterizedTest
    @ValueSource(strings = {"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0915\u094d\u200d\u0937", "\ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67",
        "\u2764\ufe0f", "\u5361\u7f57\u5c14", "O\u2019Neill", "Anne-Marie", "\u05d3\u05d5\u05d3"})
    void aNameInAnyScriptIsTaken(String name) {
        assertEquals(name, Customer.checkedName(name));
    }

    @Test
    void twoWaysToWriteANameAreOne() {
        assertEquals("Zo\u00eb", Customer.checkedName("Zoe\u0308"));
        assertEquals("Ann Lee", Customer.checkedName(" Ann\u00a0 \u3000Lee "));
        assertEquals("Alice", Customer.repairedName("\u202eAli\u200bce"));
        assertEquals("", Customer.repairedName("\u200b\u3164"));
    }

    @Test
    void aSearchKnowsNeitherCaseNorAccents() {
        for (String written : List.of("ZO\u00cb", "zoe", "Zoe\u0308", "\uff3aoe")) {
            assertEquals("zoe", Customer.searchKey(written));
        }
        assertEquals("strasse", Customer.searchKey("Stra\u00dfe"));
        assertEquals("\u5361\u7f57\u5c14", Customer.searchKey("\u5361\u7f57\u5c14"));
    }

    @Test
    void aKindIsOneOfTwo() {
        assertEquals(FeedbackKind.NEGATIVE, FeedbackKind.of("negative"));
        assertEquals("kind must be 'positive' or 'negative', but is 'POSITIVE'", refusal(() -> FeedbackKind.of("POSITIVE")));
    }

    @Test
    void aHistoryRefusesTheEventsOfAnother() {
        String message = refusal(() -> CustomerHistory.of(Feedbacks.ALICE, Feedbacks.hourly(Feedbacks.BOB, "+")));
        assertEquals("entries must be about customer 1, but event 1 is about customer 2", message);
    }

    @Test
    void aHistoryThatStartsLaterKnowsWhatWasBefore() {
        List<CustomerHistory.Entry> all = CustomerHistory.of(Feedbacks.ALICE, Feedbacks.hourly(Feedbacks.ALICE, "+-+")).entries();
        CustomerHistory latest = new CustomerHistory(Feedbacks.ALICE, all.subList(1, 3), all.getLast().tally(), true, false);
        assertEquals(new Tally(1, 0), latest.tallyBefore());
        assertEquals(new Tally(2, 1), latest.tally());
        assertEquals(false, latest.isComplete());
        assertEquals(List.of("0.4", "0.5", "0.6"), latest.scores(TrustPolicy.AS_PRINTED).stream().map(TrustScore::toString).toList());
    }
}
