package infogap.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CertifiedIntervalTest {

    @Test
    void saysWhatItHolds() {
        CertifiedInterval interval = between("0.7219", "0.722");
        assertEquals("[0.7219, 0.7220]", interval.toString());
        assertEquals(new BigDecimal("0.0001"), interval.width());
        assertEquals(new BigDecimal("0.72195"), interval.midpoint());
        assertEquals(0.72195, interval.toDouble());
        assertTrue(interval.contains(new BigDecimal("0.7219")) && interval.contains(new BigDecimal("0.7220")));
        assertFalse(interval.contains(new BigDecimal("0.72201")) || interval.contains(new BigDecimal("0.72189")));
        assertTrue(interval.contains(between("0.72190", "0.72195")));
        assertFalse(interval.contains(between("0.7219", "0.7221")) || interval.isExact());
        CertifiedInterval twenty = CertifiedInterval.exactly(new BigDecimal("20.00"));
        assertEquals("20", twenty.toString());
        assertEquals(CertifiedInterval.exactly(new BigDecimal("2E+1")), twenty);
        assertTrue(twenty.isExact());
        assertEquals("[-20, 10]", between("-20", "10").toString());
    }

    @Test
    void roundsOnlyWhereThereIsNoDoubt() {
        assertEquals(Optional.of(new BigDecimal("0.722")), between("0.72192", "0.72193").rounded(3));
        assertEquals(Optional.empty(), between("0.7214", "0.7216").rounded(3));
        assertEquals(Optional.of(new BigDecimal("2.00")), CertifiedInterval.exactly(BigDecimal.TWO).rounded(2));
        assertThrows(IllegalArgumentException.class, () -> between("1", "2").rounded(-1));
    }

    @Test
    void arithmeticHoldsEveryPairOfValues() {
        SplittableRandom random = new SplittableRandom(12);
        for (int trial = 0; trial < 500; trial++) {
            CertifiedInterval a = random(random);
            CertifiedInterval b = random(random);
            CertifiedInterval positive = new CertifiedInterval(b.lower().abs().min(b.upper().abs()).add(BigDecimal.ONE), new BigDecimal(3000));
            for (BigDecimal x : new BigDecimal[] {a.lower(), a.midpoint(), a.upper()}) {
                for (BigDecimal y : new BigDecimal[] {b.lower(), b.midpoint(), b.upper()}) {
                    assertTrue(a.plus(b).contains(x.add(y)) && a.minus(b).contains(x.subtract(y)));
                    assertTrue(a.times(y).contains(x.multiply(y)));
                }
                for (BigDecimal y : new BigDecimal[] {positive.lower(), positive.midpoint(), positive.upper()}) {
                    CertifiedInterval quotient = a.dividedBy(positive, 5);
                    // x = quotient · y, without rounding anything
                    assertTrue(quotient.lower().multiply(y).compareTo(x) <= 0 && x.compareTo(quotient.upper().multiply(y)) <= 0);
                    CertifiedInterval turned = a.dividedBy(positive.times(BigDecimal.ONE.negate()), 5);
                    assertEquals(quotient.times(BigDecimal.ONE.negate()), turned);
                }
            }
        }
    }

    @Test
    void refusesWhatIsNoInterval() {
        CertifiedInterval one = CertifiedInterval.exactly(BigDecimal.ONE);
        IllegalArgumentException turned = assertThrows(IllegalArgumentException.class, () -> between("2", "1"));
        assertEquals("lower must be at most upper 1, but is 2", turned.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new CertifiedInterval(null, BigDecimal.ONE));
        assertThrows(IllegalArgumentException.class, () -> new CertifiedInterval(BigDecimal.ONE, null));
        assertThrows(IllegalArgumentException.class, () -> one.plus(null));
        assertThrows(IllegalArgumentException.class, () -> one.minus(null));
        assertThrows(IllegalArgumentException.class, () -> one.times(null));
        assertThrows(IllegalArgumentException.class, () -> one.contains((BigDecimal) null));
        assertThrows(IllegalArgumentException.class, () -> one.dividedBy(between("-1", "0"), 5));
        assertThrows(IllegalArgumentException.class, () -> one.dividedBy(one, -1));
    }

    private static CertifiedInterval between(String lower, String upper) {
        return new CertifiedInterval(new BigDecimal(lower), new BigDecimal(upper));
    }

    private static CertifiedInterval random(SplittableRandom random) {
        BigDecimal a = BigDecimal.valueOf(random.nextLong(-2000, 2000), 3);
        BigDecimal b = BigDecimal.valueOf(random.nextLong(-2000, 2000), 3);
        return new CertifiedInterval(a.min(b), a.max(b));
    }
}
