/// What does a model learn from what comes back, and when must it forget?
///
/// The feedback loop (反馈循环): rows come in batches; each is first predicted by what was learned before, then tested for drift (漂移), then learned. The
/// sums are those of [infogap.regression.LeastSquaresAccumulator], merged batch by batch, so that the model is the one of a fit from scratch on the
/// same rows.
package infogap.regression.loop;
