package infogap.claims;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Whether the pinned origins can be what they say: each leads over wrong claims back to a root error, or to claims that are right as far as they are printed.
final class Inheritance {

    private Inheritance() {}

    static List<ClaimsFileException.Problem> problems(Map<String, Claim> claims) {
        List<ClaimsFileException.Problem> problems = new ArrayList<>();
        Map<String, Boolean> inCircle = new HashMap<>();
        for (Claim claim : claims.values()) {
            for (String source : claim.origin().sources()) {
                String problem = problem(claim, source, claims);
                if (!problem.isEmpty()) {
                    problems.add(new ClaimsFileException.Problem(claim.row().file(), claim.row().line(), "claim '" + claim.id() + "': column origin: " + problem));
                }
            }
            if (!claim.origin().sources().contains(claim.id()) && leadsBack(claim, claims, inCircle)) {
                problems.add(new ClaimsFileException.Problem(claim.row().file(), claim.row().line(),
                        "claim '" + claim.id() + "': column origin: the claims that it inherits from inherit from it, in a circle; one of them must be root"));
            }
        }
        return problems;
    }

    private static String problem(Claim claim, String source, Map<String, Claim> claims) {
        Claim from = claims.get(source);
        if (from == null) {
            return "the claim inherits from '" + source + "', but there is no such claim" + Nearest.hint(source, claims.keySet());
        }
        if (source.equals(claim.id())) {
            return "the claim inherits from itself";
        }
        if (claim.origin() instanceof Origin.Inherited && !from.pinned().isError()) {
            return "the claim inherits from '" + source + "', which is right ('" + from.pinned().label() + "'); where a rounded number was carried on, say 'rounded from "
                    + source + "'";
        }
        if (claim.origin() instanceof Origin.Rounded && from.pinned().isError()) {
            return "the claim is rounded from '" + source + "', which is wrong ('" + from.pinned().label() + "'); say 'inherited from " + source + "'";
        }
        return "";
    }

    private static boolean leadsBack(Claim start, Map<String, Claim> claims, Map<String, Boolean> known) {
        Set<String> seen = new HashSet<>();
        List<String> open = new ArrayList<>(start.origin().sources());
        while (!open.isEmpty()) {
            String at = open.removeLast();
            if (at.equals(start.id())) {
                return true;
            }
            Claim claim = claims.get(at);
            if (claim != null && seen.add(at) && !known.getOrDefault(at, false)) {
                open.addAll(claim.origin().sources());
            }
        }
        // nothing that this claim reaches is in a circle with it, and later walks need not go through it again
        known.put(start.id(), true);
        return false;
    }
}
