package infogap.table.data;

import infogap.numeric.Checks;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How a column writes its dates. A column has one form: where `3/7/2024` could be March or July, the description must say which.
///
/// The patterns are those of the Frictionless Table Schema's `format` (C's `strptime`).
public enum DateForm {

    /// `2024-03-07`, ISO 8601 and the default.
    ISO("%Y-%m-%d", "u-M-d", "2024-03-07"),

    /// `2024/03/07`
    YEAR_FIRST("%Y/%m/%d", "u/M/d", "2024/03/07"),

    /// `07.03.2024`
    POINTS("%d.%m.%Y", "d.M.u", "07.03.2024"),

    /// `07/03/2024` for 7 March.
    DAY_FIRST("%d/%m/%Y", "d/M/u", "07/03/2024 for 7 March"),

    /// `03/07/2024` for 7 March.
    MONTH_FIRST("%m/%d/%Y", "M/d/u", "03/07/2024 for 7 March"),

    /// `7 Mar 2024`
    NAMED("%d %b %Y", "d MMM u", "7 Mar 2024"),

    /// `2024年3月7日`
    CHINESE("%Y年%m月%d日", "u年M月d日", "2024年3月7日");

    private static final String DEFAULT = "default";

    private final String frictionless;
    private final DateTimeFormatter formatter;
    private final String example;
    private final char mark;

    DateForm(String frictionless, String pattern, String example) {
        this.frictionless = frictionless;
        this.formatter = new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(pattern)
                .toFormatter(Locale.ENGLISH).withResolverStyle(ResolverStyle.STRICT);
        this.example = example;
        this.mark = pattern.charAt(1);
    }

    /// The form with this pattern; `default` is [#ISO].
    ///
    /// @throws IllegalArgumentException if no form has it; the message lists those that there are
    public static DateForm of(String pattern) {
        return Arrays.stream(values())
                .filter(form -> form.frictionless.equals(pattern) || form == ISO && DEFAULT.equals(pattern))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("format of a date must be one of default, "
                        + String.join(", ", Arrays.stream(values()).map(DateForm::pattern).toList()) + ", but is '" + pattern + "'"));
    }

    /// The pattern in a description.
    public String pattern() {
        return frictionless;
    }

    /// A date as it is written in this form.
    public String example() {
        return example;
    }

    /// The date, or empty when the text is none of this form; 30 February is none.
    ///
    /// @throws IllegalArgumentException if the text is null
    public Optional<LocalDate> parse(String text) {
        // most texts are no dates, and the parser says so by an exception
        if (Checks.present("text", text).indexOf(mark) < 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text, formatter));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
