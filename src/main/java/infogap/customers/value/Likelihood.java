package infogap.customers.value;

import java.util.List;

/// A log-likelihood of positive parameters, as a function of their logarithms.
interface Likelihood {

    /// What the parameters are called.
    List<String> names();

    /// A typical size of each parameter in these data, in logarithms: what is far from it runs away.
    double[] typical();

    double value(double[] logParameters);

    /// The partial derivatives with respect to the logarithms.
    double[] gradient(double[] logParameters);
}
