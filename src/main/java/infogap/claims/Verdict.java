package infogap.claims;

import infogap.numeric.Checks;
import java.util.Arrays;
import java.util.stream.Collectors;

/// What a recomputation says of a claim.
public enum Verdict {
    REPRODUCED("reproduced", Group.HOLDS, "the recomputed value rounds to what is printed, or the statement is true"),
    NOT_PRINTED("well-defined, not printed", Group.HOLDS, "a value that the article leaves out although its inputs determine it"),
    WRONG_ARITHMETIC("wrong arithmetic", Group.DIFFERS, "the inputs are right and the printed number is not"),
    WRONG_FORMULA("wrong formula", Group.DIFFERS, "a formula or a step of a derivation that fails at a point"),
    CODE_DOES_NOT_RUN("code does not run", Group.DIFFERS, "a listing that stops with an error"),
    CODE_WRONG_RESULT("code runs, wrong result", Group.DIFFERS, "a listing that runs and prints something else than it should"),
    FALSE_CONCLUSION("false conclusion", Group.FALSE, "a statement with a counter-example, or a publication that is not as cited"),
    SELF_CONTRADICTION("self-contradiction", Group.FALSE, "two statements of the article that cannot both hold"),
    ILL_POSED("ill-posed", Group.OPEN, "true under one reading and false under another, or without definite content"),
    UNSUPPORTED("unsupported", Group.OPEN, "a statement of fact without data, statistic or source"),
    NOT_REPRODUCIBLE("not reproducible because data missing", Group.OPEN, "a result whose inputs the article does not give");

    /// The four answers that a reader wants counted.
    public enum Group {
        /// The claim holds, or a missing value was supplied.
        HOLDS("holds"),
        /// What is printed and what is right differ.
        DIFFERS("differs"),
        /// The statement is false.
        FALSE("is false"),
        /// Neither agreement nor disagreement: it could not be checked as stated.
        OPEN("cannot be checked");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /// The word in tables.
        public String label() {
            return label;
        }
    }

    private final String label;
    private final Group group;
    private final String meaning;

    Verdict(String label, Group group, String meaning) {
        this.label = label;
        this.group = group;
        this.meaning = meaning;
    }

    /// The word in claims files and tables.
    public String label() {
        return label;
    }

    /// Which of the four answers this is.
    public Group group() {
        return group;
    }

    /// What it says of a claim, in a few words.
    public String meaning() {
        return meaning;
    }

    /// Whether the article is wrong, so that the error has an origin.
    public boolean isError() {
        return group == Group.DIFFERS || group == Group.FALSE;
    }

    /// The verdict with this label.
    ///
    /// @throws IllegalArgumentException if there is none; the message lists the labels
    public static Verdict of(String label) {
        Checks.present("verdict", label);
        return Arrays.stream(values())
                .filter(verdict -> verdict.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("verdict must be one of "
                        + Arrays.stream(values()).map(Verdict::label).collect(Collectors.joining("', '", "'", "'"))
                        + ", but is '" + label + "'"));
    }
}
