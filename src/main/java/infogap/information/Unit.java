package infogap.information;

/// The unit of information: the base of the logarithm.
public enum Unit {

    /// Base 2. Exact where the argument is a power of two.
    BITS("bits") {
        @Override
        public double log(double x) {
            if (!(x > 0) || x == Double.POSITIVE_INFINITY) {
                return Math.log(x);
            }
            double scaled = x;
            int exponent = 0;
            if (x < Double.MIN_NORMAL) {
                scaled = x * 0x1p54;
                exponent = -54;
            }
            int own = Math.getExponent(scaled);
            double mantissa = Math.scalb(scaled, -own);
            // around 1 on both sides, so that the logarithm of a number next to 1 is not a difference of two large ones
            if (mantissa > SQRT_TWO) {
                mantissa /= 2;
                own++;
            }
            return exponent + own + Math.log(mantissa) / LN_TWO;
        }

        @Override
        public double fromNats(double nats) {
            return nats / LN_TWO;
        }
    },

    /// Base e.
    NATS("nats") {
        @Override
        public double log(double x) {
            return Math.log(x);
        }

        @Override
        public double fromNats(double nats) {
            return nats;
        }
    },

    /// Base 10; also called bans or dits.
    HARTLEYS("hartleys") {
        @Override
        public double log(double x) {
            return Math.log10(x);
        }

        @Override
        public double fromNats(double nats) {
            return nats / LN_TEN;
        }
    };

    private static final double LN_TWO = Math.log(2);
    private static final double LN_TEN = Math.log(10);
    private static final double SQRT_TWO = Math.sqrt(2);

    private final String plural;

    Unit(String plural) {
        this.plural = plural;
    }

    /// The logarithm in this unit's base; −∞ at 0.
    public abstract double log(double x);

    /// The same amount of information in this unit: bits = nats / ln 2.
    public abstract double fromNats(double nats);

    /// `bits`, `nats`, `hartleys`.
    @Override
    public String toString() {
        return plural;
    }
}
