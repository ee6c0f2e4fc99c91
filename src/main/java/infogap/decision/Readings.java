package infogap.decision;

import infogap.numeric.Checks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// A choice between two options under every way to read it: whether the conclusion follows from the words, or from the reading.
///
/// @param first the name of the first option
/// @param second the name of the second option
/// @param readings the ways to read the choice, with different names
public record Readings(String first, String second, List<Reading> readings) {

    /// @throws IllegalArgumentException if an option's name is blank, both are the same, there is no reading, or two have the same name
    public Readings {
        Checks.text("first", first);
        Checks.text("second", second);
        Checks.distinct("options", List.of(first, second));
        readings = Checks.notEmpty("readings", readings);
        Checks.distinct("names of the readings", readings.stream().map(Reading::name).toList());
    }

    /// What each reading concludes, by its name and in the order given: an option's name, `tie` or `undecided`.
    public Map<String, String> conclusions() {
        Map<String, String> conclusions = new LinkedHashMap<>();
        readings.forEach(reading -> conclusions.put(reading.name(), named(reading.conclusion().preference())));
        return conclusions;
    }

    /// Whether every reading concludes the same.
    public boolean agree() {
        return conclusions().values().stream().distinct().count() == 1;
    }

    /// The readings behind each conclusion, by their names.
    public Map<String, List<String>> byConclusion() {
        return conclusions().entrySet().stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getValue, LinkedHashMap::new, Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    @Override
    public String toString() {
        int name = Math.max(7, readings.stream().mapToInt(reading -> reading.name().length()).max().orElse(0));
        int option = Math.max(9, Math.max(first.length(), second.length()));
        String format = "%-" + name + "s  %-" + option + "s  %s%n";
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, format, "reading", "preferred", "because"));
        for (Reading reading : readings) {
            Reading.Conclusion conclusion = reading.conclusion();
            text.append(String.format(Locale.ROOT, format, reading.name(), named(conclusion.preference()), conclusion.evidence()));
        }
        return text.append(agree() ? "the readings agree" : "the conclusion depends on the reading").toString();
    }

    private String named(Reading.Preference preference) {
        return switch (preference) {
            case FIRST -> first;
            case SECOND -> second;
            case TIE -> "tie";
            case UNDECIDED -> "undecided";
        };
    }
}
