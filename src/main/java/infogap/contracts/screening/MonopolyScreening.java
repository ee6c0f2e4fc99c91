package infogap.contracts.screening;

import infogap.contracts.AsymmetryCost;
import infogap.contracts.ContractChoice;
import infogap.gap.InformationGap;
import infogap.numeric.Checks;
import infogap.numeric.Exact;
import infogap.numeric.Fractions;
import infogap.probability.Channel;
import infogap.probability.Distribution;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.math3.fraction.BigFraction;

/// Second-degree price discrimination (二级价格歧视): a seller who cannot tell customers apart lets them choose from a menu of qualities and prices.
///
/// A customer of taste θ gets θq − t from quality q at the price t and 0 without it; quality costs the seller C(q) = cq + kq²/2. With full information each type is
/// sold (θ − c)⁺/k at all that it is worth. Without, every type but the lowest keeps a rent, which rises with what lower types are sold; so the seller maximises the *virtual* surplus
///
///     φ_i = θ_i − ((1 − F_i)/f_i)(θ_{i+1} − θ_i),   q_i = (φ̄_i − c)⁺/k
///
/// with `φ̄` the weighted isotonic regression of `φ` (ironing: where `φ` falls, types are bunched). Downward constraints bind and give the prices:
/// t_1 = θ_1q_1, t_i = t_{i−1} + θ_i(q_i − q_{i−1}). With two types the low one gets θ_L − (λ/(1−λ))(θ_H − θ_L), or nothing where θ_L ≤ λθ_H.
///
///     MonopolyScreening.of(CustomerType.of("few", 0.5, 2), CustomerType.of("many", 0.5, 3)).menu()
///
/// Sources: M. Mussa and S. Rosen (1978), *Monopoly and product quality*, Journal of Economic Theory 18, 301–317; E. Maskin and J. Riley (1984), *Monopoly with
/// incomplete information*, RAND Journal of Economics 15, 171–196.
///
/// @param types in ascending order of taste, shares summing to 1; equal tastes and shares of 0 are allowed
/// @param unitCost c ≥ 0, in money for a unit of quality
/// @param curvature k > 0
public record MonopolyScreening(List<CustomerType> types, BigFraction unitCost, BigFraction curvature) {

    /// @throws IllegalArgumentException if there is no type, two have the same name, shares do not sum to exactly 1, the unit cost is negative, or the
    ///     curvature is not above 0, so that the cost is not convex
    public MonopolyScreening {
        types = Checks.notEmpty("types", types).stream().sorted(Comparator.comparing(CustomerType::taste)).toList();
        Checks.distinct("names of the types", types.stream().map(CustomerType::name).toList());
        BigFraction sum = types.stream().map(CustomerType::share).reduce(BigFraction.ZERO, BigFraction::add);
        if (!sum.equals(BigFraction.ONE)) {
            throw new IllegalArgumentException("shares of types must sum to exactly 1, but sum to " + Fractions.format(sum));
        }
        Exact.nonNegative("unitCost", unitCost);
        Exact.positive("curvature", curvature);
    }

    /// With the cost q²/2.
    public static MonopolyScreening of(CustomerType... types) {
        return of(List.of(Checks.present("types", types)));
    }

    /// With the cost q²/2.
    public static MonopolyScreening of(List<CustomerType> types) {
        return new MonopolyScreening(types, BigFraction.ZERO, BigFraction.ONE);
    }

    /// The same customers where quality costs cq + kq²/2.
    public MonopolyScreening withCost(double unitCost, double curvature) {
        return new MonopolyScreening(types, Fractions.ofDecimal(Checks.nonNegative("unitCost", unitCost)),
                Fractions.ofDecimal(Checks.positive("curvature", curvature)));
    }

    /// The same customers where quality costs cq + kq²/2, from texts.
    public MonopolyScreening withCost(String unitCost, String curvature) {
        return new MonopolyScreening(types, Exact.number("unitCost", unitCost), Exact.number("curvature", curvature));
    }

    /// C(q).
    public BigFraction costOf(BigFraction quality) {
        return unitCost.multiply(Exact.nonNegative("quality", quality)).add(curvature.multiply(quality).multiply(quality).divide(2));
    }

    /// First-degree discrimination (一级价格歧视): each type is seen, sold the efficient quality, and pays all that it is worth.
    public Menu fullInformation() {
        return new Menu(this, types.stream().map(this::firstBestOffer).toList());
    }

    /// φ_i, of the types that exist (share above 0), equal tastes taken together.
    public List<BigFraction> virtualValues() {
        return virtual(levels());
    }

    /// φ̄_i, what is left of [#virtualValues] when they may not fall.
    public List<BigFraction> ironedValues() {
        Map<BigFraction, BigFraction> levels = levels();
        return Ironing.ironed(virtual(levels), List.copyOf(levels.values()));
    }

    /// The most profitable menu. A type of share 0 gets what it likes best of it.
    public Menu menu() {
        List<BigFraction> tastes = List.copyOf(levels().keySet());
        List<BigFraction> ironed = ironedValues();
        Map<BigFraction, Integer> position = new HashMap<>();
        List<BigFraction> qualities = new ArrayList<>();
        List<BigFraction> prices = new ArrayList<>();
        BigFraction price = BigFraction.ZERO;
        BigFraction before = BigFraction.ZERO;
        for (int i = 0; i < tastes.size(); i++) {
            BigFraction quality = quality(ironed.get(i));
            price = price.add(tastes.get(i).multiply(quality.subtract(before)));
            qualities.add(quality);
            prices.add(price);
            position.put(tastes.get(i), i);
            before = quality;
        }
        List<Offer> offers = new ArrayList<>();
        for (CustomerType type : types) {
            int level = type.share().equals(BigFraction.ZERO) ? favourite(type, qualities, prices) : position.get(type.taste());
            offers.add(level < 0
                    ? new Offer(type, BigFraction.ZERO, BigFraction.ZERO, quality(type.taste()))
                    : new Offer(type, qualities.get(level), prices.get(level), quality(type.taste())));
        }
        return new Menu(this, offers);
    }

    /// What not knowing the types costs the seller.
    public AsymmetryCost cost() {
        Menu known = fullInformation();
        Menu menu = menu();
        return AsymmetryCost.of("seller", known.surplus(), menu.surplus(), known.profit(), menu.profit());
    }

    /// What the seller would pay to know the type, as the gap of its decision which menu to offer: `total` is the loss of [#cost].
    public InformationGap<String, String, String> informationGap() {
        List<String> names = types.stream().map(CustomerType::name).toList();
        return informationGap(Channel.perfect(names));
    }

    /// What a message about the type is worth to the seller, who offers the best menu for what it then believes; `remaining` is what knowing the type would add.
    ///
    /// @param message the messages' probabilities for each type, its inputs in the order of [#types]
    /// @throws IllegalArgumentException if the channel's inputs are not the names of the types
    public <Y> InformationGap<String, String, Y> informationGap(Channel<String, Y> message) {
        Distribution<String> prior = Distribution.of(
                types.stream().map(CustomerType::name).toList(), types.stream().mapToDouble(type -> Fractions.toDouble(type.share())).toArray());
        return ContractChoice.gap(prior, message, this::profitsOfBestMenu);
    }

    /// What the menu that is best for a belief earns from each type.
    private double[] profitsOfBestMenu(Distribution<String> belief) {
        List<BigFraction> shares = Arrays.stream(belief.probabilities()).mapToObj(Fractions::ofDecimal).toList();
        BigFraction sum = shares.stream().reduce(BigFraction.ZERO, BigFraction::add);
        List<CustomerType> believed = new ArrayList<>();
        for (int i = 0; i < types.size(); i++) {
            believed.add(new CustomerType(types.get(i).name(), shares.get(i).divide(sum), types.get(i).taste()));
        }
        return new MonopolyScreening(believed, unitCost, curvature).menu().offers().stream()
                .mapToDouble(offer -> Fractions.toDouble(offer.price().subtract(costOf(offer.quality()))))
                .toArray();
    }

    /// The efficient quality, or the best for a virtual value: (φ − c)⁺/k.
    BigFraction quality(BigFraction value) {
        BigFraction margin = value.subtract(unitCost);
        return margin.compareTo(BigFraction.ZERO) <= 0 ? BigFraction.ZERO : margin.divide(curvature);
    }

    private Offer firstBestOffer(CustomerType type) {
        BigFraction quality = quality(type.taste());
        return new Offer(type, quality, type.taste().multiply(quality), quality);
    }

    /// The share of each taste, ascending; shares above 0 only.
    private Map<BigFraction, BigFraction> levels() {
        Map<BigFraction, BigFraction> levels = new TreeMap<>();
        types.stream()
                .filter(type -> type.share().compareTo(BigFraction.ZERO) > 0)
                .forEach(type -> levels.merge(type.taste(), type.share(), BigFraction::add));
        return levels;
    }

    private static List<BigFraction> virtual(Map<BigFraction, BigFraction> levels) {
        List<BigFraction> tastes = List.copyOf(levels.keySet());
        List<BigFraction> values = new ArrayList<>();
        BigFraction above = BigFraction.ONE;
        for (int i = 0; i < tastes.size(); i++) {
            BigFraction share = levels.get(tastes.get(i));
            above = above.subtract(share);
            BigFraction next = i + 1 < tastes.size() ? tastes.get(i + 1) : tastes.get(i);
            values.add(tastes.get(i).subtract(above.divide(share).multiply(next.subtract(tastes.get(i)))));
        }
        return values;
    }

    /// The position of the offer that leaves this type most, of equal ones the best quality; −1 if all are worth less than nothing.
    private static int favourite(CustomerType type, List<BigFraction> qualities, List<BigFraction> prices) {
        int best = -1;
        BigFraction most = BigFraction.ZERO;
        for (int i = 0; i < qualities.size(); i++) {
            BigFraction left = type.taste().multiply(qualities.get(i)).subtract(prices.get(i));
            if (left.compareTo(most) >= 0) {
                best = i;
                most = left;
            }
        }
        return best;
    }

    @Override
    public String toString() {
        return types.size() + " types, cost " + Fractions.readable(unitCost) + " q + " + Fractions.readable(curvature) + " q²/2";
    }
}
