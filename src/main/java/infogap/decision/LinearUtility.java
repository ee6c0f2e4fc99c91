package infogap.decision;

import infogap.numeric.Checks;

/// `u(x) = x`: neutral to risk, the certainty equivalent is the mean.
public record LinearUtility() implements Utility {

    @Override
    public double of(double x) {
        return Checks.finite("x", x);
    }

    @Override
    public double marginal(double x) {
        Checks.finite("x", x);
        return 1;
    }

    @Override
    public double absoluteRiskAversion(double x) {
        Checks.finite("x", x);
        return 0;
    }

    @Override
    public double prudence(double x) {
        throw new ArithmeticException("prudence -u'''/u'' is undefined: u'' is 0 for a linear utility");
    }

    @Override
    public Course course(double low, double high) {
        return new Course.Increasing();
    }

    @Override
    public double certaintyEquivalent(Lottery lottery) {
        return Checks.present("lottery", lottery).mean();
    }

    @Override
    public double riskPremium(Lottery lottery) {
        Checks.present("lottery", lottery);
        return 0;
    }

    @Override
    public String formula() {
        return "x";
    }

    @Override
    public String toString() {
        return "u(x) = " + formula();
    }
}
