package infogap.trust;

import infogap.numeric.Checks;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Which combinations of parameters a trajectory depends on. Observed trust can estimate these combinations and nothing else.
///
/// Under a ramp only k(I₀ − I_min) and k·k′ enter S(t) = k[(I₀ − I_min)t + k′t²/2], so that of k, k′, I₀ and I_min two can be
/// told apart; a cap that is reached adds the time t_c. The asymmetric law has the same combinations with k₊, and k₋/k₊.
/// [#twin] gives another set of parameters with the same trust at every time, as the proof. Where transparency itself is observed, nothing is
/// confounded (unless I is constant).
///
/// @param trajectory the trajectory
/// @param combinations the identified combinations with their values
/// @param reason what makes the parameters behind them indistinguishable, or that nothing does
public record Identifiability(TrustTrajectory trajectory, Map<String, Double> combinations, String reason) {

    public Identifiability {
        Checks.present("trajectory", trajectory);
        combinations = Collections.unmodifiableMap(new LinkedHashMap<>(combinations));
        Checks.text("reason", reason);
    }

    static Identifiability of(TrustTrajectory trajectory) {
        Map<String, Double> combinations = new LinkedHashMap<>();
        String reason = switch (trajectory.model()) {
            case TrustModel.Threshold model -> ofThreshold(model, trajectory.transparency(), combinations);
            case TrustModel.Reputation(BetaReputation prior, double rate) -> {
                combinations.put("a/ρ", prior.positive() / rate);
                combinations.put("b/ρ", prior.negative() / rate);
                yield "a, b and ρ multiplied by the same number give the same trust";
            }
        };
        return new Identifiability(trajectory, combinations, reason);
    }

    private static String ofThreshold(
            TrustModel.Threshold model, Transparency transparency, Map<String, Double> combinations) {
        combinations.put("T₀", model.initialTrust());
        String symbol = model instanceof TrustModel.Asymmetric ? "k₊" : "k";
        double k = sensitivity(model);
        if (model instanceof TrustModel.Asymmetric asymmetric) {
            combinations.put("k₋/k₊", asymmetric.loss() / asymmetric.gain());
        }
        return switch (transparency) {
            case Transparency.Constant(double level) -> {
                combinations.put(symbol + "(I − I_min)", k * (level - model.threshold()));
                yield "a larger " + symbol + " and a level nearer to I_min give the same trust";
            }
            case Transparency.Ramp(double initial, double slope) ->
                ofRamp(symbol, k, initial - model.threshold(), slope, combinations);
            case Transparency.CappedRamp ramp -> {
                combinations.put("t_c", ramp.cappedFrom());
                yield ofRamp(symbol, k, ramp.initial() - model.threshold(), ramp.slope(), combinations);
            }
            case Transparency.Steps _, Transparency.PiecewiseLinear _, Transparency.Curve _ -> {
                combinations.put(symbol, k);
                combinations.put("I_min", model.threshold());
                yield "transparency is given, so that nothing is confounded unless it is constant";
            }
        };
    }

    private static String ofRamp(String symbol, double k, double excess, double slope, Map<String, Double> combinations) {
        combinations.put(symbol + "(I₀ − I_min)", k * excess);
        combinations.put(symbol + "·k′", k * slope);
        return "a larger " + symbol + " with a flatter ramp that starts nearer to I_min gives the same trust";
    }

    private static double sensitivity(TrustModel.Threshold model) {
        return switch (model) {
            case TrustModel.Linear linear -> linear.sensitivity();
            case TrustModel.Logistic logistic -> logistic.sensitivity();
            case TrustModel.Asymmetric asymmetric -> asymmetric.gain();
        };
    }

    /// Another trajectory with the same trust at every time: sensitivities times `factor`, everything else so that the
    /// combinations stay. A cap stays where it is, so that I₀ and I_min move towards it.
    ///
    /// @param factor at least 1, so that transparencies stay in [0, 1]
    /// @throws IllegalArgumentException if the factor is below 1 or not finite, the twin's I_min would leave [0, 1], or
    ///     the transparency is given, so that there is no twin
    public TrustTrajectory twin(double factor) {
        Checks.inRange("factor", factor, 1, Double.MAX_VALUE);
        return switch (trajectory.model()) {
            case TrustModel.Reputation(BetaReputation prior, double rate) -> TrustModel
                    .reputation(new BetaReputation(prior.positive() * factor, prior.negative() * factor), rate * factor)
                    .under(trajectory.transparency());
            case TrustModel.Threshold model -> switch (trajectory.transparency()) {
                case Transparency.Constant(double level) ->
                    scaled(model, factor, model.threshold()).under(Transparency.constant(towards(model.threshold(), level, factor)));
                case Transparency.Ramp(double initial, double slope) -> scaled(model, factor, model.threshold())
                        .under(Transparency.ramp(towards(model.threshold(), initial, factor), slope / factor));
                case Transparency.CappedRamp(double initial, double slope, double cap) ->
                    scaled(model, factor, towards(cap, model.threshold(), factor))
                            .under(Transparency.cappedRamp(towards(cap, initial, factor), slope / factor, cap));
                case Transparency.Steps _, Transparency.PiecewiseLinear _, Transparency.Curve _ ->
                    throw new IllegalArgumentException("transparency must not be given for a twin to exist, but is "
                            + trajectory.transparency());
            };
        };
    }

    private static double towards(double centre, double value, double factor) {
        return centre + (value - centre) / factor;
    }

    private static TrustModel scaled(TrustModel.Threshold model, double factor, double threshold) {
        return switch (model) {
            case TrustModel.Linear(double initial, double k, double _) -> TrustModel.linear(initial, k * factor, threshold);
            case TrustModel.Logistic(double initial, double k, double _) -> TrustModel.logistic(initial, k * factor, threshold);
            case TrustModel.Asymmetric(double initial, double gain, double loss, double _) ->
                TrustModel.asymmetric(initial, gain * factor, loss * factor, threshold);
        };
    }

    @Override
    public String toString() {
        List<String> lines = new ArrayList<>();
        combinations.forEach((symbol, value) -> lines.add(String.format(Locale.ROOT, "%-14s %.6g", symbol, value)));
        lines.add(reason);
        return String.join(System.lineSeparator(), lines);
    }
}
