package infogap.claims;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceTest {

    /// A double has sixteen digits, of which the last few tell only its roundings. Rounded by hand, half up.
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            4/7 | 4/7 = 0.571429
            0.08079313589591118 | 0.0807931359
            919.2068641040888 | 919.2068641
            -1.2345678901234567E-9 | -1.23456789E-9
            0.30000000000000004 | 0.3
            1.23456789012 | 1.23456789012
            0.25 | 0.25
            42 | 42
            [0.6665424595087749, 1/3, 2] | [0.6665424595, 1/3, 2]
            0.6665424595087749 ± 0.001 | 0.6665424595 ± 0.001
            plug-in: 2.0 bits; other: 2.5410106403333614 bits; none: undefined | plug-in: 2.0 bits; other: 2.54101064 bits; none: undefined
            counter-example: it is 11/10, as a double 1.0999999999999999 | counter-example: it is 11/10, as a double 1.0999999999999999
            version 1.0.1234567890123 | version 1.0.1234567890123
            """)
    void aReaderSeesNoRoundings(String recomputed, String readable) {
        Evidence evidence = new Evidence("1", recomputed, Verdict.REPRODUCED, new Origin.None(), "", List.of());
        assertEquals(readable, evidence.readable());
        assertEquals(recomputed, evidence.recomputed());
    }
}
