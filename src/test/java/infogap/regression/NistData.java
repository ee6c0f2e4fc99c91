package infogap.regression;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The eleven linear sets of NIST's Statistical Reference Datasets with the values that NIST certifies
/// (https://www.itl.nist.gov/div898/strd/lls/lls.shtml).
record NistData(String name, List<BigDecimal> y, List<List<BigDecimal>> x, List<BigDecimal> estimates, List<BigDecimal> deviations) {

    private static final Map<String, Integer> DEGREE = Map.of("Norris", 1, "Pontius", 2, "Filip", 10, "Wampler1", 5, "Wampler2", 5,
            "Wampler3", 5, "Wampler4", 5, "Wampler5", 5);

    static List<NistData> all() {
        return List.of("Norris", "Pontius", "NoInt1", "NoInt2", "Filip", "Longley", "Wampler1", "Wampler2", "Wampler3", "Wampler4", "Wampler5")
                .stream()
                .map(NistData::of)
                .toList();
    }

    static NistData of(String name) {
        List<List<BigDecimal>> rows = lines(name).stream().map(line -> Arrays.stream(line).map(BigDecimal::new).toList()).toList();
        List<String[]> certified = lines("certified").stream().filter(line -> line[0].equals(name)).toList();
        return new NistData(name, rows.stream().map(List::getFirst).toList(),
                IntStream.range(1, rows.getFirst().size()).mapToObj(k -> rows.stream().map(row -> row.get(k)).toList()).toList(),
                certified.stream().map(line -> new BigDecimal(line[2])).toList(),
                certified.stream().map(line -> new BigDecimal(line[3])).toList());
    }

    private static List<String[]> lines(String file) {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                NistData.class.getResourceAsStream("/infogap/regression/nist/" + file + ".csv"), StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean hasIntercept() {
        return !name.startsWith("NoInt");
    }

    /// The design of NIST's model; with decimals every digit that NIST prints is read, without them each number is a double.
    Design design(boolean decimals) {
        if (DEGREE.containsKey(name)) {
            return Design.polynomial(variable("x", x.getFirst(), decimals), DEGREE.get(name));
        }
        Design design = Design.of(IntStream.range(0, x.size()).mapToObj(k -> variable("x" + (k + 1), x.get(k), decimals)).toList());
        return hasIntercept() ? design : design.withoutIntercept();
    }

    /// The design whose powers are rounded to doubles before the fit sees them.
    Design roundedDesign() {
        Design exact = design(false);
        Design rounded = Design.of(exact.variables().stream()
                .map(variable -> Variable.of(variable.name(), variable.values()))
                .toList());
        return hasIntercept() ? rounded : rounded.withoutIntercept();
    }

    Variable response(boolean decimals) {
        return variable("y", y, decimals);
    }

    private static Variable variable(String name, List<BigDecimal> values, boolean decimals) {
        return decimals ? Variable.decimal(name, values) : Variable.of(name, values.stream().mapToDouble(BigDecimal::doubleValue).toArray());
    }

    /// The exact answer to NIST's problem: decimals as printed, powers without rounding.
    ExactLeastSquares exact() {
        int powers = DEGREE.getOrDefault(name, 1);
        BigDecimal[][] rows = new BigDecimal[y.size()][];
        for (int i = 0; i < rows.length; i++) {
            int row = i;
            List<BigDecimal> entries = new java.util.ArrayList<>();
            if (hasIntercept()) {
                entries.add(BigDecimal.ONE);
            }
            x.forEach(column -> IntStream.rangeClosed(1, powers).forEach(k -> entries.add(column.get(row).pow(k))));
            rows[i] = entries.toArray(BigDecimal[]::new);
        }
        return ExactLeastSquares.of(rows, y.toArray(BigDecimal[]::new));
    }

    @Override
    public String toString() {
        return name;
    }
}
