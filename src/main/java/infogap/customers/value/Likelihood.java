package infogap.customers.value;

import java.util.List;

/// A log-likelihood of positive parameters.
///
/// @param <M> the model that the parameters make
interface Likelihood<M> {

    /// What the parameters are called.
    List<String> names();

    M model(double[] parameters);

    /// The logarithms of places from which to climb.
    List<double[]> starts();

    /// A typical size of each parameter in these data, in logarithms: what is far from it runs away.
    double[] typical();

    double value(double[] parameters);

    /// The partial derivatives with respect to the parameters.
    double[] gradient(double[] parameters);
}
