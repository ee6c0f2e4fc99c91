package infogap.regression.glm;

import infogap.display.Displayable;
import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.regression.Coefficient;
import infogap.regression.Design;
import infogap.regression.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/// A multinomial logistic regression with its inference; Var b is the inverse of the information at the estimate.
public final class MultinomialModel implements Multinomial, Displayable {

    private static final double USUAL_LEVEL = 0.95;

    private final Design design;
    private final String response;
    private final List<String> classes;
    private final int[] chosen;
    private final DoubleDouble[] b;
    private final DoubleDouble[][] covariance;
    private final double logLikelihood;

    MultinomialModel(Design design, String response, List<String> classes, int[] chosen, MultinomialLikelihood likelihood, Newton.Maximum maximum) {
        this.design = design;
        this.response = response;
        this.classes = classes;
        this.chosen = chosen;
        this.b = maximum.b();
        this.covariance = maximum.information().inverse();
        this.logLikelihood = likelihood.at(b).logLikelihood();
    }

    /// The classes; the first one is what the others are compared with.
    public List<String> classes() {
        return classes;
    }

    /// `class:column`, class by class.
    public List<String> names() {
        return names(design, classes);
    }

    static List<String> names(Design design, List<String> classes) {
        return classes.stream().skip(1).flatMap(name -> design.names().stream().map(column -> name + ":" + column)).toList();
    }

    /// The coefficients, class by class.
    public double[] estimates() {
        return Arrays.stream(b).mapToDouble(DoubleDouble::toDouble).toArray();
    }

    /// Their standard errors.
    public double[] standardErrors() {
        return IntStream.range(0, b.length).mapToDouble(k -> covariance[k][k].squareRoot().toDouble()).toArray();
    }

    /// The coefficient table with Wald intervals; `t` holds z.
    ///
    /// @throws IllegalArgumentException if the level is not strictly between 0 and 1
    public List<Coefficient> coefficients(double level) {
        return GeneralizedModel.table(names(), estimates(), standardErrors(), level);
    }

    /// Σ ln P(chosen class)
    public double logLikelihood() {
        return logLikelihood;
    }

    /// −2·logLikelihood
    public double deviance() {
        return -2 * logLikelihood;
    }

    /// −2·logLikelihood + 2·(number of coefficients)
    public double aic() {
        return deviance() + 2.0 * b.length;
    }

    /// The test that all columns but the constants add nothing; the constants alone give every class its share.
    ///
    /// @throws IllegalStateException if the model has no constant, or no other column
    public LikelihoodTest againstShares() {
        if (!design.hasIntercept() || design.columns() == 1) {
            throw new IllegalStateException("the test needs a constant and other columns");
        }
        double shares = 0;
        for (int c = 0; c < classes.size(); c++) {
            int number = c;
            double count = Arrays.stream(chosen).filter(k -> k == number).count();
            shares += count * Math.log(count / chosen.length);
        }
        return LikelihoodTest.of("likelihood ratio", 2 * (logLikelihood - shares), b.length - classes.size() + 1L);
    }

    /// The probabilities of the classes, one map for each row of a design with the same columns.
    ///
    /// @throws IllegalArgumentException if the columns' names differ
    public List<Map<String, Double>> predict(Design other) {
        if (!Checks.present("other", other).names().equals(design.names())) {
            throw new IllegalArgumentException("design must have the columns " + design.names() + ", but has " + other.names());
        }
        List<Map<String, Double>> rows = new ArrayList<>();
        for (int i = 0; i < other.rows(); i++) {
            int row = i;
            DoubleDouble[] x = new DoubleDouble[other.columns()];
            Arrays.setAll(x, k -> other.precise(row, k));
            DoubleDouble[] probability = MultinomialLikelihood.probabilities(x, b, classes.size());
            Map<String, Double> named = new LinkedHashMap<>();
            for (int c = 0; c < classes.size(); c++) {
                named.put(classes.get(c), probability[c].toDouble());
            }
            rows.add(named);
        }
        return rows;
    }

    /// The report with 95 % intervals.
    public Summary summary() {
        List<String> lines = new ArrayList<>();
        lines.add("multinomial family, logit link, against '" + classes.getFirst() + "'");
        lines.add(String.format(Locale.ROOT, "Residual deviance: %.6g,  AIC: %.6g", deviance(), aic()));
        if (design.hasIntercept() && design.columns() > 1) {
            lines.add("Against the classes' shares, " + againstShares());
        }
        return new Summary(response + " ~ " + String.join(" + ", design.names()), chosen.length + " rows", List.of(), coefficients(USUAL_LEVEL), "z", "", USUAL_LEVEL, lines);
    }

    @Override
    public Map<String, Object> mimeBundle() {
        return summary().mimeBundle();
    }

    @Override
    public String toString() {
        return summary().text();
    }
}
