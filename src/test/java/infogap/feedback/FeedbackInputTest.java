package infogap.feedback;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
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
