package infogap.claims;

import infogap.numeric.Checks;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What the article says of the same things at two places, or says and carries out.
///
/// Each account is data: for each thing what is said of it, or what a computation by it gives. The computation joins the two by the
/// things and compares what both speak of. Where an account is a reader's summary of a passage, in the same words for the same, it
/// cannot know that the summary is fair; the claim names the lines.
///
/// Verdict: *self-contradiction* when the accounts differ on something, *reproduced* when they agree on everything that both speak of.
///
/// @param first where the first account stands, such as `3.3`
/// @param here what it says of each thing
/// @param second where the second account stands
/// @param there what it says of each thing
public record Accounts(String first, Map<String, String> here, String second, Map<String, String> there) implements Finding {

    /// @throws IllegalArgumentException if the accounts speak of nothing in common, so that there is nothing to compare
    public Accounts {
        Checks.text("first", first);
        Checks.text("second", second);
        here = copy("here", here);
        there = copy("there", there);
        if (Collections.disjoint(here.keySet(), there.keySet())) {
            throw new IllegalArgumentException(
                    "there must speak of something that 'here' speaks of, but one is about " + here.keySet() + " and the other about "
                            + there.keySet());
        }
    }

    /// Two accounts of one thing.
    public static Accounts of(String thing, String first, String here, String second, String there) {
        return new Accounts(first, Map.of(thing, here), second, Map.of(thing, there));
    }

    /// The things that both speak of, with what they say differently.
    public List<String> differing() {
        return here.keySet().stream()
                .filter(thing -> there.containsKey(thing) && !there.get(thing).equals(here.get(thing)))
                .toList();
    }

    @Override
    public Verdict verdict(Printed printed) {
        return differing().isEmpty() ? Verdict.REPRODUCED : Verdict.SELF_CONTRADICTION;
    }

    @Override
    public String recomputed() {
        if (differing().isEmpty()) {
            return "the same of " + here.keySet().stream().filter(there::containsKey).collect(Collectors.joining(", "));
        }
        return differing().stream()
                .map(thing -> thing + ": " + here.get(thing) + " (" + first + "), " + there.get(thing) + " (" + second + ")")
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return recomputed();
    }

    private static Map<String, String> copy(String name, Map<String, String> account) {
        Checks.present(name, account).forEach((thing, said) -> {
            Checks.text(name, thing);
            Checks.text(name + " of " + thing, said);
        });
        return Collections.unmodifiableSortedMap(new TreeMap<>(account));
    }
}
