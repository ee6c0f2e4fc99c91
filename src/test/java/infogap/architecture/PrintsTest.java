package infogap.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;

import infogap.customers.service.Routing;
import infogap.customers.value.Spending;
import infogap.feedback.Customer;
import infogap.feedback.CustomerHistory;
import infogap.feedback.Tally;
import infogap.gap.privacy.DiscreteLaplace;
import infogap.regression.FittedModel;
import infogap.regression.LeastSquares;
import infogap.trust.Transparency;
import infogap.trust.TrustModel;
import java.math.BigDecimal;
import java.util.List;
import org.apache.commons.math3.fraction.BigFraction;
import org.junit.jupiter.api.Test;

/// What a cell of a notebook shows when it ends with one of these: words and units, and not the name of a class with its fields.
class PrintsTest {

    @Test
    void smallResultsReadLikeSentences() {
        assertEquals("t = 2: I = 0.4, T = 1.1",
                TrustModel.linear(0.5, 1, 0).under(Transparency.ramp(0.2, 0.1)).sample(2, 1).points().getLast().toString());
        assertEquals("10 positive, 2 negative", new Tally(10, 2).toString());
        Customer alice = new Customer(1, "Alice", new BigDecimal("0.3"));
        assertEquals("Alice (1), initial trust 0.3", alice.toString());
        assertEquals("Alice (1), initial trust 0.3: 0 positive, 0 negative", CustomerHistory.of(alice, List.of()).toString());
        assertEquals("3 purchases of 20.5 on average", new Spending(3, 20.5).toString());
        assertEquals("1 purchase of 20.5", new Spending(1, 20.5).toString());
        assertEquals("0.5: 1 case to a human, payoff 340", new Routing.Point(0.5, 1, new BigFraction(340)).toString());
        // α = e^-1: 2 e^-1/(1 - e^-1)² = 1.84135
        assertEquals("discrete Laplace noise, ε = 1.0 for counts that one person changes by at most 1, variance 1.84135",
                new DiscreteLaplace(1, 1).toString());
    }

    @Test
    void aFitsPartsNameTheirNumbers() {
        // y = 1.3 + 0.9 x with SSE 1.9: s² = 1.9/3, F = 8.1/s²
        FittedModel line = LeastSquares.fit(new double[] {1, 2, 3, 4, 5}, new double[] {2, 3, 5, 4, 6}).orThrow();
        assertEquals("F = 12.7895 on 1 and 3 degrees of freedom, p = 0.0374", line.fTest().orElseThrow().toString());
        // scipy 1.10.1, t(3): 0.9 ± 3.182446 · 0.251661
        assertEquals("x  0.900000 ± 0.252 (t = 3.576, p = 0.0374), from 0.0991019 to 1.70090", line.coefficients().get(1).toString());
    }
}
