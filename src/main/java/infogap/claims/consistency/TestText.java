package infogap.claims.consistency;

import infogap.claims.Printed;
import infogap.numeric.Checks;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A test as papers print it: name, degrees of freedom, value.
///
/// @param statistic the name with its degrees of freedom
/// @param value the value, without the name
record TestText(Statistic statistic, Printed value) {

    private static final Pattern FORM = Pattern.compile(
            "\\s*(t|F|χ2|χ²|Χ²|X2|chi2|z|Z|r)\\s*(?:\\(\\s*([\\d.]+)\\s*(?:,\\s*(?:N\\s*=\\s*)?([\\d.]+)\\s*)?\\))?\\s*=\\s*(.+)");

    static TestText of(String text) {
        Matcher form = FORM.matcher(Checks.text("test", text));
        if (!form.matches()) {
            throw refused(text);
        }
        double first = form.group(2) == null ? Double.NaN : Double.parseDouble(form.group(2));
        double second = form.group(3) == null ? Double.NaN : Double.parseDouble(form.group(3));
        String name = form.group(1);
        if (!name.equalsIgnoreCase("z") && Double.isNaN(first) || name.equals("F") && Double.isNaN(second)) {
            throw refused(text);
        }
        Statistic statistic = switch (name) {
            case "t" -> new Statistic.T(first);
            case "F" -> new Statistic.F(first, second);
            case "z", "Z" -> new Statistic.Z();
            case "r" -> new Statistic.R(first);
            default -> new Statistic.ChiSquared(first);
        };
        return new TestText(statistic, Printed.of(form.group(4)));
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException(
                "test must be as in t(10) = 3, F(2, 27) = 4.12, χ²(3) = 9.5, z = 1.96 or r(97) = .17, but is '" + text + "'");
    }
}
