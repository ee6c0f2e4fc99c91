package infogap.claims;

import infogap.claims.printed.Bounds;
import infogap.claims.printed.Rounding;
import infogap.display.Markup;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// How a card looks: as text, as HTML and as the record that the report collects.
final class CardView {

    /// Blue, vermilion, purple and grey of Okabe and Ito's palette: told apart with any colour vision.
    private static final Map<Verdict.Group, String> COLOURS = Map.of(
            Verdict.Group.HOLDS, "#0072B2",
            Verdict.Group.DIFFERS, "#D55E00",
            Verdict.Group.FALSE, "#AA4488",
            Verdict.Group.OPEN, "#6B6B6B");

    private static final Map<Verdict.Group, String> SIGNS = Map.of(
            Verdict.Group.HOLDS, "✓",
            Verdict.Group.DIFFERS, "≠",
            Verdict.Group.FALSE, "✗",
            Verdict.Group.OPEN, "?");

    private CardView() {}

    static Map<String, Object> bundle(Card card) {
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put(Evidence.MIME_TYPE, Evidence.of(card).toJson().toString());
        bundle.put("text/html", html(card));
        bundle.put("text/plain", text(card));
        return bundle;
    }

    static String text(Card card) {
        StringBuilder text = new StringBuilder("Claim " + card.claim().id() + "  " + card.claim().claim());
        rows(card).forEach((name, value) -> text.append(String.format("%n  %-11s %s", name, value)));
        return text.toString();
    }

    private static String html(Card card) {
        String colour = COLOURS.get(card.verdict().group());
        String rows = rows(card).entrySet().stream()
                .map(row -> "<tr><td style=\"padding:1px 14px 1px 0;color:#6B6B6B;text-align:left;vertical-align:top\">" + row.getKey()
                        + "</td><td style=\"padding:1px 0;text-align:left\">" + Markup.escaped(row.getValue()) + "</td></tr>")
                .collect(Collectors.joining());
        return "<div style=\"border-left:5px solid " + colour + ";padding:6px 12px;margin:4px 0;max-width:46em\"><div><b>"
                + Markup.escaped(card.claim().id()) + "</b>&ensp;" + Markup.escaped(card.claim().claim()) + "&ensp;<b style=\"color:" + colour
                + "\">" + SIGNS.get(card.verdict().group()) + " " + Markup.escaped(card.verdict().label())
                + "</b></div><table style=\"margin:4px 0 0 0;border:0\">" + rows + "</table></div>";
    }

    /// Empty for a statement that is no number: it stands in the card's head.
    private static String printed(Claim claim) {
        return claim.pinned() == Verdict.NOT_PRINTED ? "no value" : claim.printed().text();
    }

    /// How the paper rounds, where it is not the kinder reading.
    private static String policy(Printed printed) {
        Rounding rounding = printed.notation().rounding();
        return printed.numbers().isEmpty() || rounding.equals(Rounding.DEFAULT)
                ? ""
                : rounding + ": " + printed.numbers().stream().map(Bounds::toString).collect(Collectors.joining(", "));
    }

    private static Map<String, String> rows(Card card) {
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("inputs", card.claim().whoseInputs());
        rows.put("printed", printed(card.claim()));
        rows.put("rounding", policy(card.claim().printed()));
        rows.put("recomputed", Evidence.of(card).readable());
        rows.put("verdict", card.verdict().label());
        rows.put("origin", card.origin().toString());
        rows.put("why", card.claim().reason());
        rows.put("note", card.remark());
        rows.put("CHANGED", String.join("; ", card.changes()));
        rows.values().removeIf(String::isBlank);
        return rows;
    }
}
