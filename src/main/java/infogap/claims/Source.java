package infogap.claims;

import infogap.numeric.Checks;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A publication as the article cites it, held against what exists (文献核对): a fact about the world, with the place where it was
/// looked up.
///
/// Verdict: *false conclusion* when a catalogue or the work itself says otherwise, *reproduced* when it agrees with everything that
/// is cited, *unsupported* when a work was found nowhere.
///
/// @param works the works, as cited and as found
public record Source(List<Work> works) implements Finding {

    /// One work.
    ///
    /// @param name how it is called here
    /// @param cited what the article says of it, by attribute: author, title, year, kind, …
    /// @param exists what was found, by the same attributes; empty when nothing was
    /// @param lookedUp where it was found; empty when it was not
    public record Work(String name, Map<String, String> cited, Map<String, String> exists, String lookedUp) {

        /// @throws IllegalArgumentException if nothing is cited, something found has no place, or a cited attribute was not looked up
        public Work {
            Checks.text("name", name);
            Checks.present("lookedUp", lookedUp);
            cited = Collections.unmodifiableMap(new LinkedHashMap<>(Checks.present("cited", cited)));
            exists = Collections.unmodifiableMap(new LinkedHashMap<>(Checks.present("exists", exists)));
            Checks.notEmpty("cited", cited.keySet());
            if (exists.isEmpty() != lookedUp.isBlank()) {
                throw new IllegalArgumentException("lookedUp must say where '" + name + "' was found, and only then, but is '" + lookedUp
                        + "' and found is " + exists);
            }
            Set<String> open = new TreeSet<>(cited.keySet());
            open.removeAll(exists.keySet());
            if (!exists.isEmpty() && !open.isEmpty()) {
                throw new IllegalArgumentException("exists must say what the " + open + " of '" + name + "' is, but says " + exists);
            }
        }

        /// The cited attributes that are otherwise.
        public List<String> differing() {
            return cited.keySet().stream().filter(attribute -> wasFound() && !cited.get(attribute).equals(exists.get(attribute))).toList();
        }

        /// Whether it was found anywhere.
        public boolean wasFound() {
            return !exists.isEmpty();
        }
    }

    private static final List<String> NUMBERS =
            List.of("none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    public Source {
        works = Checks.notEmpty("works", works);
        Checks.distinct("works", works.stream().map(Work::name).toList());
    }

    @Override
    public Verdict verdict(Printed printed) {
        if (works.stream().anyMatch(work -> !work.differing().isEmpty())) {
            return Verdict.FALSE_CONCLUSION;
        }
        return works.stream().allMatch(Work::wasFound) ? Verdict.REPRODUCED : Verdict.UNSUPPORTED;
    }

    @Override
    public String recomputed() {
        List<String> right = works.stream()
                .flatMap(work -> work.differing().stream().map(attribute -> work.exists().get(attribute)))
                .toList();
        if (!right.isEmpty()) {
            return String.join("; ", right);
        }
        List<String> open = works.stream().filter(work -> !work.wasFound()).map(Work::name).toList();
        if (open.isEmpty()) {
            return "as cited";
        }
        return "missing: a catalogue entry for " + (open.size() == 1 ? open.getFirst() : "each of the " + number(open.size()));
    }

    @Override
    public String toString() {
        return recomputed();
    }

    /// What the article cites otherwise, and where it was looked up.
    @Override
    public String remark() {
        String cited = works.stream()
                .flatMap(work -> work.differing().stream().map(attribute -> attribute + " cited as " + work.cited().get(attribute)))
                .collect(Collectors.joining("; "));
        String places = works.stream().map(Work::lookedUp).filter(place -> !place.isBlank()).distinct().collect(Collectors.joining("; "));
        String looked = places.isEmpty() ? "" : "looked up: " + places;
        return cited + (cited.isEmpty() || looked.isEmpty() ? "" : "; ") + looked;
    }

    private static String number(int count) {
        return count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count);
    }
}
