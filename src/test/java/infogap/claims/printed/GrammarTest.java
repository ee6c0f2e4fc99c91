package infogap.claims.printed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import infogap.claims.Printed;
import infogap.numeric.Fractions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every form of the grammar with the numbers that it stands for. The expected ends follow from the last printed digit by hand.
class GrammarTest {

    @ParameterizedTest(name = "{0} stands for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0.28 | [11/40, 57/200]",
        ".28 | [11/40, 57/200]",
        "+0.28 | [11/40, 57/200]",
        "−1.5 | [-31/20, -29/20]",
        "–1.5 | [-31/20, -29/20]",
        "－1.5 | [-31/20, -29/20]",
        "1,234.5 | [24689/20, 24691/20]",
        "1 234.5 | [24689/20, 24691/20]",
        "1\u202F234.5 | [24689/20, 24691/20]",
        "1'234.5 | [24689/20, 24691/20]",
        "1’234’567 | [2469133/2, 2469135/2]",
        "5 % | [9/200, 11/200]",
        "5% | [9/200, 11/200]",
        "５％ | [9/200, 11/200]",
        "5 % of users | [9/200, 11/200]",
        "5 pp | [9/200, 11/200]",
        "5 percentage points | [9/200, 11/200]",
        "5%-points | [9/200, 11/200]",
        "3 ‰ | [1/400, 7/2000]",
        "20 bp | [39/20000, 41/20000]",
        "1.5e-3 | [29/20000, 31/20000]",
        "1.5E3 | [1450, 1550]",
        "1.5 × 10⁻³ | [29/20000, 31/20000]",
        "1.5 x 10^-3 | [29/20000, 31/20000]",
        "1.5·10^{3} | [1450, 1550]",
        "10⁻³ | [1/2000, 3/2000]",
        "12 million | [11500000, 12500000]",
        "£3.2bn | [3150000000, 3250000000]",
        "$4.5m | [4450000, 4550000]",
        "5k | [4500, 5500]",
        "3万 | [25000, 35000]",
        "3.2万人 | [31500, 32500]",
        "1.2亿元 | [115000000, 125000000]",
        "5百万 | [4500000, 5500000]",
        "5千克 | [9/2, 11/2]",
        "5 hundred | [450, 550]",
        "3.50 € | [699/200, 701/200]",
        "5$ | [9/2, 11/2]",
        "5 m | [9/2, 11/2]",
        "5 kg | [9/2, 11/2]",
        "7 years | [13/2, 15/2]",
        "0.35** | [69/200, 71/200]",
        "−0.0 | [-1/20, 0]",
        "0.0 | [-1/20, 1/20]",
        "9/13 | 9/13",
        "2 1/2 | 5/2",
        "2½ | 5/2",
        "½ | 1/2",
        "-2½ | -5/2",
        "1 in 8 | [2/17, 2/15]",
        "1 in 73 million | [1/73500000, 1/72500000]",
        "1/73000000 | [1/73500000, 1/72500000]",
        "= 1/73000000 | 1/73000000",
        "1/100 | 1/100",
        "1/1,000 | [1/1050, 1/950]",
        "9 : 4 | 9/4",
        "2.5:1 | [49/20, 51/20]",
        "≈ 0.28 | [11/40, 57/200]",
        "~0.28 | [11/40, 57/200]",
        "about 3 million | [2500000, 3500000]",
        "= 0.28 | [11/40, 57/200]",
        "p = .03 | [1/40, 7/200]",
        "p = .000 | [0, 1/2000]",
        "p = 1.0 | [19/20, 1]",
        "t(10) = 3.1 | [61/20, 63/20]",
        "χ²(3, N = 90) = 4.6 | [91/20, 93/20]",
        "R² = 0.4 | [7/20, 9/20]",
        "p < .05 | [0, 1/20)",
        "p < .001 | [0, 1/1000)",
        "p > .05 | (1/20, 1]",
        "> 5 | above 5",
        "≤ 3 | at most 3",
        ">= 3 | at least 3",
        "n.s. | [1/20, 1]",
        "p = n.s. | [1/20, 1]",
        "2–3 | [3/2, 7/2]",
        "2-3 | [3/2, 7/2]",
        "2 to 3 | [3/2, 7/2]",
        "between 2 and 3 | [3/2, 7/2]",
        "2–3 % | [3/200, 7/200]",
        "2–3 percentage points | [3/200, 7/200]",
        "2–3 million | [1500000, 3500000]",
        "$2–3bn | [1500000000, 3500000000]",
        "500–2 million | [999/2, 2500000]",
        "5€–7€ | [9/2, 15/2]",
        "−2 to −1 | [-5/2, -1/2]",
        "3.1 ± 0.2 | [61/20, 63/20] [3/20, 1/4]",
        "3.1 +/- 0.2 | [61/20, 63/20] [3/20, 1/4]",
        "3.1 (0.2) | [61/20, 63/20] [3/20, 1/4]",
        "3.1 (SD = 0.2) | [61/20, 63/20] [3/20, 1/4]",
        "3.1 (2.7 to 3.5) | [61/20, 63/20] [53/20, 11/4] [69/20, 71/20]",
        "3.1 (95 % CI 2.7 to 3.5) | [61/20, 63/20] [53/20, 11/4] [69/20, 71/20]",
        "3.1 ± 0.2 million | [3050000, 3150000] [150000, 250000]",
        "12 % (95 % CI 10–14) | [23/200, 1/8] [19/200, 21/200] [27/200, 29/200]",
        "80 % (0.7 to 0.9) | [159/200, 161/200] [13/20, 3/4] [17/20, 19/20]",
        "45 % (120) | [89/200, 91/200] [239/2, 241/2]",
        "95 % CI [1.2, 3.4] | [23/20, 5/4] [67/20, 69/20]",
        "95% CI: 1.2 to 3.4 | [23/20, 5/4] [67/20, 69/20]",
        "CI (−1.2; 3.4) | [-5/4, -23/20] [67/20, 69/20]",
        "[1,2] | [1/2, 3/2] [3/2, 5/2]",
        "[1, 2] | [1/2, 3/2] [3/2, 5/2]",
        "[1 2] | [1/2, 3/2] [3/2, 5/2]",
        "(1, 2) | [1/2, 3/2] [3/2, 5/2]",
        "1, 2 | [1/2, 3/2] [3/2, 5/2]",
        "1; 1/3 | [1/2, 3/2] 1/3",
        "[[1, 0], [0, 1]] | [1/2, 3/2] [-1/2, 1/2] [-1/2, 1/2] [1/2, 3/2]",
        "[1 0; 0 1] | [1/2, 3/2] [-1/2, 1/2] [-1/2, 1/2] [1/2, 3/2]",
    })
    void everyFormStandsForItsNumbers(String text, String numbers) {
        assertEquals(numbers, shown(Printed.of(text).numbers()), Printed.of(text).toString());
        assertEquals(text, Printed.of(text).text(), "the text is kept verbatim");
    }

    @ParameterizedTest(name = "with a decimal comma {0} stands for {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "1.234,5 | [24689/20, 24691/20]",
        "1 234,5 | [24689/20, 24691/20]",
        "0,28 | [11/40, 57/200]",
        ",28 | [11/40, 57/200]",
        "3,50 € | [699/200, 701/200]",
        "12 Mio. € | [11500000, 12500000]",
        "p < ,05 | [0, 1/20)",
        "[0,5; 0,25] | [9/20, 11/20] [49/200, 51/200]",
        "[0,5, 0,25] | [9/20, 11/20] [49/200, 51/200]",
        "95 % CI [1,2; 3,4] | [23/20, 5/4] [67/20, 69/20]",
    })
    void aPaperMayWriteADecimalComma(String text, String numbers) {
        assertEquals(numbers, shown(Printed.of(text, Notation.of("comma", "")).numbers()));
    }

    @ParameterizedTest(name = "{0} rounded {1} stands for {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "0.28 | either | [11/40, 57/200]",
        "0.28 | half up | [11/40, 57/200)",
        "-0.28 | half up | (-57/200, -11/40]",
        "0.0 | half up | (-1/20, 1/20)",
        "0.28 | half even | [11/40, 57/200]",
        "0.27 | half even | (53/200, 11/40)",
        "0.28 | truncated | [7/25, 29/100)",
        "-0.28 | truncated | (-29/100, -7/25]",
        "0.0 | truncated | (-1/10, 1/10)",
        "5000 | 2 significant digits | [4950, 5050]",
        "5000 | 1 significant digit | [4500, 5500]",
        "0.5 | 2 significant digits | [99/200, 101/200]",
        "5000 | half up, 2 significant digits | [4950, 5050)",
        "5 % | truncated | [1/20, 3/50)",
    })
    void aPolicyOfRoundingIsNamed(String text, String policy, String numbers) {
        assertEquals(numbers, shown(Printed.of(text, Notation.of("", policy)).numbers()));
        assertEquals(Rounding.of(policy), Rounding.of(Rounding.of(policy).toString()));
    }

    @Test
    void theUnitIsKept() {
        assertEquals("£", assertInstanceOf(Reading.Number.class, Printed.of("£3.2bn").reading()).unit());
        assertEquals("pp", assertInstanceOf(Reading.Number.class, Printed.of("5 pp").reading()).unit());
        assertEquals("kg per year", assertInstanceOf(Reading.Number.class, Printed.of("5 kg per year").reading()).unit());
        assertEquals(Optional.of(Fractions.of("0.95")), assertInstanceOf(Reading.Confidence.class, Printed.of("95 % CI [1.2, 3.4]").reading()).level());
    }

    @ParameterizedTest
    @ValueSource(strings = {"低,中", "k(k't - I_min)", "NameError: name 'x' is not defined", "D = X - Y", "about a half", "", "rises", "[中低, 中, 中高]"})
    void wordsAreWords(String text) {
        Reading.Words words = assertInstanceOf(Reading.Words.class, Printed.of(text).reading());
        assertEquals(Optional.empty(), words.difficulty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1,23,4.5.6", "5×5 matrix", "12..5", "1/0", "3-2", "2024-01-02", "1e999999999", "about 3?", "0,5 or so 2", "[1, two]", "p < 5 of 7", "p = 1.7", "3 to four", "1,,2"})
    void whatBeginsLikeANumberAndIsNoneSaysWhy(String text) {
        Reading.Words words = assertInstanceOf(Reading.Words.class, Printed.of(text).reading(), Printed.of(text).toString());
        assertTrue(words.difficulty().isPresent(), text);
    }

    @Test
    void policiesAreRefusedWithWhatWouldBeRight() {
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Notation.of("semicolon", "")).getMessage().contains("'point' or 'comma'"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Rounding.of("half down")).getMessage().contains("'half up'"));
    }

    @Test
    void setsOfNumbersKnowTheirEnds() {
        Bounds open = Bounds.of(Fractions.of("0"), false, Fractions.of("1"), false);
        Bounds closed = Bounds.closed(Fractions.of("1"), Fractions.of("2"));
        assertTrue(!open.overlaps(closed) && !closed.overlaps(open), "they touch at an end that only one has");
        assertTrue(closed.overlaps(Bounds.point(Fractions.of("1"))));
        assertEquals("(0, 2]", open.hull(closed).toString());
        assertTrue(!open.contains(Bounds.closed(Fractions.of("0"), Fractions.of("1/2"))));
        assertThrows(IllegalArgumentException.class, () -> Bounds.closed(Fractions.of("2"), Fractions.of("1")));
    }

    private static String shown(List<Bounds> numbers) {
        return numbers.stream().map(GrammarTest::shown).collect(Collectors.joining(" "));
    }

    private static String shown(Bounds bounds) {
        if (bounds.low().isEmpty() || bounds.high().isEmpty()) {
            return bounds.toString();
        }
        if (bounds.low().equals(bounds.high())) {
            return Fractions.format(bounds.low().get());
        }
        return (bounds.lowIncluded() ? "[" : "(") + Fractions.format(bounds.low().get()) + ", " + Fractions.format(bounds.high().get())
                + (bounds.highIncluded() ? "]" : ")");
    }
}
