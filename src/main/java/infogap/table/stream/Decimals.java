package infogap.table.stream;

/// Decimals as text, read without making a text of them: the double is the nearest to the decimal, always.
///
/// With at most 2⁵³ as the digits and 10²² as the power of ten both are doubles without error, and one multiplication or division rounds once (W. D. Clinger
/// (1990), *How to read floating point numbers accurately*, PLDI). With digits of up to 63 bits, such as the 17 that any double needs, quotient and remainder tell which double is
/// nearest unless the decimal is all but half-way between two. Everything else goes to `Double.parseDouble`.
final class Decimals {

    private static final long EXACT_DIGITS = 1L << 53;
    private static final long MOST_DIGITS = (Long.MAX_VALUE - 9) / 10;
    /// More than what the correction of [#nearest] can err by, in parts of it.
    private static final double CORRECTION_ERROR = 0x1p-48;
    private static final double[] POWERS = new double[23];

    static {
        POWERS[0] = 1;
        for (int k = 1; k < POWERS.length; k++) {
            POWERS[k] = 10 * POWERS[k - 1];
        }
    }

    private Decimals() {}

    /// The number, or NaN where the characters are not one finite decimal: sign, digits with at most one point, exponent; blanks around it are passed over.
    static double parse(char[] text, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && text[at] == ' ') {
            at++;
        }
        while (at < end && text[end - 1] == ' ') {
            end--;
        }
        int start = at;
        boolean negative = at < end && text[at] == '-';
        if (negative || at < end && text[at] == '+') {
            at++;
        }
        long digits = 0;
        int count = 0;
        int decimals = 0;
        boolean point = false;
        boolean exact = true;
        for (; at < end; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                if (digits <= MOST_DIGITS) {
                    digits = 10 * digits + digit;
                    decimals += point ? 1 : 0;
                } else {
                    exact = false;
                }
                count++;
            } else if (text[at] == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        int exponent = 0;
        if (at < end && (text[at] == 'e' || text[at] == 'E')) {
            at++;
            boolean down = at < end && text[at] == '-';
            if (down || at < end && text[at] == '+') {
                at++;
            }
            int first = at;
            for (; at < end && text[at] >= '0' && text[at] <= '9'; at++) {
                exponent = Math.min(10 * exponent + text[at] - '0', 1_000_000);
            }
            if (at == first) {
                return Double.NaN;
            }
            exponent = down ? -exponent : exponent;
        }
        if (at != end) {
            return Double.NaN;
        }
        int power = exponent - decimals;
        if (exact && Math.abs(power) < POWERS.length) {
            double value = digits > EXACT_DIGITS ? nearest(digits, power) : power < 0 ? digits / POWERS[-power] : digits * POWERS[power];
            if (!Double.isNaN(value)) {
                return negative ? -value : value;
            }
        }
        double value = Double.parseDouble(new String(text, start, end - start));
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    /// digits·10^power, or NaN where it is too close to the middle between two doubles to tell.
    private static double nearest(long digits, int power) {
        double high = digits;
        // exact: high is the nearest double, and at most 2⁶³, which a cast would cut
        double low = high == 0x1p63 ? (double) (digits - Long.MAX_VALUE) - 1 : digits - (long) high;
        double leading;
        double correction;
        double uncertainty;
        if (power < 0) {
            double divisor = POWERS[-power];
            leading = high / divisor;
            correction = (Math.fma(-leading, divisor, high) + low) / divisor;
            uncertainty = CORRECTION_ERROR * Math.abs(correction);
        } else {
            leading = high * POWERS[power];
            double error = Math.fma(high, POWERS[power], -leading);
            double rest = low * POWERS[power];
            correction = error + rest;
            uncertainty = CORRECTION_ERROR * (Math.abs(error) + Math.abs(rest));
        }
        double value = leading + (correction - uncertainty);
        return value == leading + (correction + uncertainty) ? value : Double.NaN;
    }
}
