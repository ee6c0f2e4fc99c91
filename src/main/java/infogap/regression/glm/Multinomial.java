package infogap.regression.glm;

import infogap.numeric.Checks;
import infogap.numeric.DoubleDouble;
import infogap.numeric.Fractions;
import infogap.regression.Design;
import infogap.regression.LeastSquares;
import infogap.regression.RankDeficient;
import infogap.regression.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.commons.math3.fraction.BigFraction;

/// Multinomial logistic regression: ln(P(class k)/P(class 0)) = x·β_k for every class but the first, by maximum likelihood.
///
/// ```java
/// Multinomial fit = Multinomial.fit(Design.of(Variable.of("age", ages)), "product", chosen);
/// ```
///
/// The outcomes are those of [GeneralizedLinear]: a [MultinomialModel], or why there is none.
public sealed interface Multinomial permits MultinomialModel, Multinomial.None {

    /// No estimate exists.
    ///
    /// @param reason the classes are separated, or the columns depend on each other; the coefficients are named `class:column`
    record None(GeneralizedLinear reason) implements Multinomial {

        @Override
        public String toString() {
            return reason.toString();
        }
    }

    /// The model with full inference.
    ///
    /// @throws IllegalStateException if the outcome is another, with the reason
    default MultinomialModel orThrow() {
        if (this instanceof MultinomialModel model) {
            return model;
        }
        throw new IllegalStateException("there is no inference from this fit:\n" + this);
    }

    /// The fit with the classes in the order of their characters; the first one is what the others are compared with.
    ///
    /// @throws IllegalArgumentException as [#fit(Design, String, List, List)]
    static Multinomial fit(Design design, String response, List<String> chosen) {
        return fit(design, response, chosen, List.copyOf(new TreeSet<>(Checks.notEmpty(response, chosen))));
    }

    /// The fit.
    ///
    /// @param classes all classes; the first one is what the others are compared with
    /// @throws IllegalArgumentException if the lengths differ, there are fewer rows than columns or fewer than two classes, or a class was never chosen or is not among them
    static Multinomial fit(Design design, String response, List<String> chosen, List<String> classes) {
        Checks.present("design", design);
        List<String> given = Checks.notEmpty(Checks.text("response", response), chosen);
        List<String> all = Checks.distinct("classes", classes);
        Checks.atLeast("number of classes", all.size(), 2);
        Checks.sameLength("design rows", design.rows(), response, given.size());
        for (int i = 0; i < given.size(); i++) {
            if (!all.contains(given.get(i))) {
                throw new IllegalArgumentException(response + "[" + i + "] must be one of the classes " + all + ", but is '" + given.get(i) + "'");
            }
        }
        all.forEach(name -> {
            if (!given.contains(name)) {
                throw new IllegalArgumentException("class '" + name + "' must have a row, but was never chosen");
            }
        });
        Variable any = Variable.of(response, given.stream().mapToDouble(all::indexOf).toArray());
        if (LeastSquares.fit(design, any) instanceof RankDeficient rank) {
            return new None(new DependentColumns(rank));
        }
        int[] numbers = given.stream().mapToInt(all::indexOf).toArray();
        MultinomialLikelihood likelihood = new MultinomialLikelihood(design, numbers, all.size());
        DoubleDouble[] start = new DoubleDouble[design.columns() * (all.size() - 1)];
        Arrays.fill(start, DoubleDouble.ZERO);
        Optional<Newton.Maximum> maximum = Newton.maximise(likelihood, start);
        return maximum.<Multinomial>map(found -> new MultinomialModel(design, response, all, numbers, likelihood, found))
                .orElseGet(() -> separated(design, response, numbers, all));
    }

    /// For every row and every class j that was not chosen, (β_chosen − β_j)·x must not fall.
    private static Multinomial separated(Design design, String response, int[] chosen, List<String> classes) {
        int p = design.columns();
        List<List<BigFraction>> atLeast = new ArrayList<>();
        List<Integer> rows = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            for (int other = 0; other < classes.size(); other++) {
                if (other != chosen[i]) {
                    List<BigFraction> vector = new ArrayList<>(Collections.nCopies(p * (classes.size() - 1), BigFraction.ZERO));
                    for (int k = 0; k < p; k++) {
                        BigFraction x = Fractions.ofDecimal(design.precise(i, k).toBigDecimal());
                        if (chosen[i] > 0) {
                            vector.set((chosen[i] - 1) * p + k, x);
                        }
                        if (other > 0) {
                            vector.set((other - 1) * p + k, x.negate());
                        }
                    }
                    atLeast.add(vector);
                    rows.add(i);
                }
            }
        }
        Separation found = Separation.find(atLeast, List.of()).orElseThrow(() ->
                new IllegalStateException("the likelihood has a maximum, because no combination of the columns separates the classes, but Newton's iteration did not reach it"));
        List<Integer> rising = IntStream.range(0, rows.size()).filter(k -> found.rises()[k]).mapToObj(rows::get).distinct().toList();
        return new None(new Separated(MultinomialModel.names(design, classes), response, chosen.length, found.complete(), found.direction(), rising));
    }
}
