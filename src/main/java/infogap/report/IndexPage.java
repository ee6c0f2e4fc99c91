package infogap.report;

import infogap.claims.Claim;
import infogap.claims.Origin;
import infogap.claims.Verdict;
import infogap.display.Markup;
import infogap.notebook.Notebook;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The report's first page: what holds, for each document, and every claim in a table to sort and to filter.
final class IndexPage {

    private IndexPage() {}

    /// What the names of the pages after the first begin with.
    static final String FURTHER = "claims-";

    /// More claims on a page make it slow to open.
    private static final int ON_A_PAGE = 1000;

    /// Each page with its file name, one after the other: `index.html`, and where there are more claims than a page holds, further ones.
    static void forEach(SettledLedger ledger, Map<String, Notebook> notebooks, BiConsumer<String, String> page) {
        Map<String, String> places = places(ledger);
        List<Settlement> all = ledger.settlements();
        int pages = Math.max(1, (all.size() + ON_A_PAGE - 1) / ON_A_PAGE);
        for (int number = 0; number < pages; number++) {
            List<Settlement> shown = all.subList(number * ON_A_PAGE, Math.min(all.size(), (number + 1) * ON_A_PAGE));
            page.accept(page(number), html(ledger, notebooks, shown, number, pages, places));
        }
    }

    /// The page that each claim is on, by its id.
    static Map<String, String> places(SettledLedger ledger) {
        Map<String, String> places = new HashMap<>();
        List<Settlement> all = ledger.settlements();
        for (int i = 0; i < all.size(); i++) {
            places.put(all.get(i).claim().id(), page(i / ON_A_PAGE));
        }
        return places;
    }

    private static String page(int number) {
        return number == 0 ? "index.html" : FURTHER + (number + 1) + ".html";
    }

    private static String html(
            SettledLedger ledger, Map<String, Notebook> notebooks, List<Settlement> shown, int number, int pages, Map<String, String> places) {
        String body = """
                <header>
                <h1>Infogap: the claims ledger</h1>
                <p>%s, recomputed. Each row is one
                checkable statement: what the article prints, what the same inputs give, and the verdict that follows from comparing the two.</p>
                </header>
                <main>
                %s
                %s
                %s
                %s
                %s
                %s
                </main>
                """
                .formatted(papers(ledger), number == 0 ? changes(ledger) : "", number == 0 ? summary(ledger) : "", number == 0 ? notebookList(notebooks) : "",
                        filters(ledger, shown), pageList(number, pages), table(ledger, shown, page(number), places));
        return Html.page("Infogap: the claims ledger", "", body);
    }

    /// The title of one article, or how many there are.
    private static String papers(SettledLedger ledger) {
        return ledger.papers().size() == 1 ? Markup.escaped(ledger.papers().getFirst().title()) : ledger.papers().size() + " articles";
    }

    private static String pageList(int number, int pages) {
        if (pages == 1) {
            return "";
        }
        return IntStream.range(0, pages)
                .mapToObj(i -> i == number ? "<b>" + (i + 1) + "</b>" : "<a href=\"" + page(i) + "#claims\">" + (i + 1) + "</a>")
                .collect(Collectors.joining(" ", "<nav aria-label=\"Pages of claims\"><p>Page ", "</p></nav>"));
    }

    private static String changes(SettledLedger ledger) {
        List<String> problems = ledger.problems();
        if (problems.isEmpty()) {
            return "";
        }
        List<String> told = problems.size() <= ON_A_PAGE ? problems : problems.subList(0, ON_A_PAGE);
        return told.stream()
                .map(problem -> "<li>" + Markup.escaped(problem) + "</li>")
                .collect(Collectors.joining("\n", "<section class=\"changed\"><h2>Not as pinned</h2><ul>", problems.size() > told.size()
                        ? "<li>… and " + (problems.size() - told.size()) + " more</li></ul></section>"
                        : "</ul></section>"));
    }

    private static String summary(SettledLedger ledger) {
        String tiles = ledger.counts().entrySet().stream()
                .map(entry -> "<div class=\"tile " + name(entry.getKey()) + "\"><b>" + entry.getValue() + "</b> " + entry.getKey().label()
                        + "</div>")
                .collect(Collectors.joining());
        String rows = ledger.documents().stream().map(document -> documentRow(ledger, document)).collect(Collectors.joining("\n"));
        String waived = ledger.waived() == 0
                ? ""
                : "<div class=\"tile\"><b>" + ledger.waived() + "</b> waived, with a reason</div>";
        long root = origins(ledger, "root");
        long inherited = ledger.counts().get(Verdict.Group.DIFFERS) + ledger.counts().get(Verdict.Group.FALSE) - root;
        return "<section><div class=\"tiles\">" + tiles + waived + "</div><div class=\"scroll\"><table class=\"summary\"><thead><tr><th>document</th>"
                + ledger.counts().keySet().stream().map(group -> "<th>" + group.label() + "</th>").collect(Collectors.joining())
                + "<th class=\"bar\">share</th></tr></thead><tbody>" + rows + "</tbody></table></div><p>Of the errors, " + root
                + (root == 1 ? " is" : " are") + " of the article’s own making (root) and " + inherited
                + " only carried on from an earlier one (inherited).</p>" + glossary() + "</section>";
    }

    private static String glossary() {
        return Arrays.stream(Verdict.Group.values())
                .map(group -> "<dt class=\"" + name(group) + "\">" + group.label() + "</dt><dd>" + Arrays.stream(Verdict.values())
                        .filter(verdict -> verdict.group() == group)
                        .map(verdict -> "<b>" + verdict.label() + "</b>: " + verdict.meaning())
                        .collect(Collectors.joining("<br>")) + "</dd>")
                .collect(Collectors.joining("", "<details class=\"glossary\"><summary>What the verdicts mean</summary><dl>", "</dl></details>"));
    }

    private static String documentRow(SettledLedger ledger, String document) {
        Map<Verdict.Group, Long> counts = ledger.counts(document);
        long total = Math.max(1, counts.values().stream().mapToLong(Long::longValue).sum());
        String numbers = counts.values().stream().map(count -> "<td class=\"number\">" + count + "</td>").collect(Collectors.joining());
        String bar = counts.entrySet().stream()
                .filter(entry -> entry.getValue() > 0)
                .map(entry -> "<span class=\"" + name(entry.getKey()) + "\" style=\"flex:" + entry.getValue() + "\" title=\"" + entry.getValue()
                        + " of " + total + " " + entry.getKey().label() + "\"></span>")
                .collect(Collectors.joining());
        return "<tr><td>" + Markup.escaped(number(document)) + title(ledger, document) + "</td>" + numbers + "<td class=\"bar\"><div>" + bar + "</div></td></tr>";
    }

    /// The article's title, where it says more than the document's name.
    private static String title(SettledLedger ledger, String document) {
        String title = ledger.title(document);
        return title.equals(document) ? "" : " <small>" + Markup.escaped(title) + "</small>";
    }

    private static String notebookList(Map<String, Notebook> notebooks) {
        if (notebooks.isEmpty()) {
            return "";
        }
        return notebooks.entrySet().stream()
                .map(entry -> "<li value=\"" + leadingNumber(entry.getKey()) + "\"><a href=\"notebooks/" + Markup.escaped(NotebookPage.fileName(entry.getKey())) + "\">"
                        + Markup.escaped(NotebookPage.title(entry.getKey(), entry.getValue())) + "</a></li>")
                .collect(Collectors.joining("\n", "<section><h2>Notebooks</h2><ol class=\"notebooks\">", "</ol></section>"));
    }

    /// The number that a notebook's file name starts with; 0 where there is none.
    private static int leadingNumber(String name) {
        String digits = name.replaceFirst("\\D.*$", "");
        return digits.isEmpty() || digits.length() > 6 ? 0 : Integer.parseInt(digits);
    }

    private static String filters(SettledLedger ledger, List<Settlement> shown) {
        String documents = shown.stream()
                .map(settlement -> settlement.claim().document())
                .distinct()
                .map(document -> "<option>" + Markup.escaped(number(document)) + "</option>")
                .collect(Collectors.joining());
        String verdicts = shown.stream()
                .map(Settlement::verdict)
                .distinct()
                .sorted()
                .map(verdict -> "<option>" + Markup.escaped(verdict) + "</option>")
                .collect(Collectors.joining());
        return """
                <section><h2 id="claims">Claims</h2>
                <form id="filters">
                <label>Document <select name="document"><option value="">all</option>%s</select></label>
                <label>Verdict <select name="verdict"><option value="">all</option>%s</select></label>
                <label>Search <input type="search" name="text" placeholder="word, number or id"></label>
                <output></output>
                </form>"""
                .formatted(documents, verdicts);
    }

    private static String table(SettledLedger ledger, List<Settlement> shown, String page, Map<String, String> places) {
        return shown.stream()
                .map(settlement -> row(ledger, settlement, page, places))
                .collect(Collectors.joining(
                        "\n",
                        "<table id=\"ledger\"><thead><tr><th>Claim</th><th>Statement</th><th>Printed</th><th>Recomputed</th><th>Verdict</th>"
                                + "<th>Origin</th><th>Settled in</th></tr></thead><tbody>",
                        "</tbody></table></section>"));
    }

    private static String row(SettledLedger ledger, Settlement settlement, String page, Map<String, String> places) {
        Claim claim = settlement.claim();
        String group = settlement instanceof Settlement.Checked checked ? name(checked.evidence().verdict().group()) : "none";
        String why = claim.isWaived() ? claim.waiver() : claim.reason();
        return "<tr id=\"claim-" + Markup.escaped(claim.id()) + "\" data-document=\"" + Markup.escaped(number(claim.document()))
                + "\" data-verdict=\"" + Markup.escaped(settlement.verdict()) + "\"" + (settlement.problems().isEmpty() ? "" : " class=\"changed\"")
                + ">" + cell("Claim", "<a href=\"#claim-" + Markup.escaped(claim.id()) + "\">" + Markup.escaped(claim.id()) + "</a>")
                + cell("Statement", "<div>" + Markup.escaped(claim.claim()) + "</div><small>" + Markup.escaped(why) + "</small><small class=\"place\">"
                        + Markup.escaped(place(ledger, claim)) + "</small>")
                + cell("Printed", Markup.escaped(claim.printed().text()))
                + cell("Recomputed", recomputed(settlement))
                + cell("Verdict", "<span class=\"verdict " + group + "\">" + Markup.escaped(settlement.verdict()) + "</span>" + pinned(settlement))
                + cell("Origin", origin(settlement, page, places))
                + cell("Settled in", places(settlement)) + "</tr>";
    }

    private static String cell(String label, String content) {
        return "<td data-label=\"" + label + "\">" + content + "</td>";
    }

    /// The article's title before the name of its file, which nobody can say.
    private static String place(SettledLedger ledger, Claim claim) {
        String title = ledger.title(claim.document());
        return (title.equals(claim.document()) ? "" : title + "; ") + claim.document() + (claim.section().isBlank() ? "" : ", section " + claim.section()) + (claim.line().isBlank() ? "" : ", line " + claim.line())
                + (claim.alsoAt().isBlank() ? "" : "; also " + claim.alsoAt())
                + (claim.whoseInputs().isBlank() ? "" : "; inputs " + claim.whoseInputs());
    }

    private static String recomputed(Settlement settlement) {
        if (!(settlement instanceof Settlement.Checked checked)) {
            return "";
        }
        String remark = checked.evidence().remark();
        return Markup.escaped(checked.evidence().readable()) + (remark.isEmpty() ? "" : "<small>" + Markup.escaped(remark) + "</small>");
    }

    /// The verdict that the claims file pins, where another one was found.
    private static String pinned(Settlement settlement) {
        Claim claim = settlement.claim();
        boolean same = claim.pins() == Claim.Pins.NOTHING || claim.isWaived() || settlement.verdict().equals(claim.pinned().label());
        return same ? "" : "<small>pinned: " + Markup.escaped(claim.pinned().label()) + "</small>";
    }

    private static String origin(Settlement settlement, String page, Map<String, String> places) {
        String origin = settlement instanceof Settlement.Checked checked ? checked.evidence().origin().toString() : "";
        for (String prefix : List.of(Origin.INHERITED, Origin.ROUNDED)) {
            if (origin.startsWith(prefix)) {
                return prefix + Origin.of(origin).sources().stream()
                        .map(source -> "<a href=\"" + (page.equals(places.get(source)) ? "" : places.get(source)) + "#claim-" + Markup.escaped(source) + "\">"
                                + Markup.escaped(source) + "</a>")
                        .collect(Collectors.joining(", "));
            }
        }
        return Markup.escaped(origin);
    }

    private static String places(Settlement settlement) {
        if (!(settlement instanceof Settlement.Checked checked)) {
            return "";
        }
        return checked.places().stream()
                .map(place -> !place.isCell() ? Markup.escaped(place.toString()) : "<a href=\"notebooks/" + Markup.escaped(NotebookPage.fileName(place.notebook())) + "#cell-"
                        + Markup.escaped(place.cellId()) + "\">" + Markup.escaped(shortName(place.notebook())) + "</a>")
                .distinct()
                .collect(Collectors.joining("<br>"));
    }

    /// `notebook 05` of `05-bayes-identification.ipynb`; the whole name where it starts with no number.
    private static String shortName(String notebook) {
        String digits = notebook.replaceFirst("\\D.*$", "");
        return digits.isEmpty() ? notebook : "notebook " + digits;
    }

    private static long origins(SettledLedger ledger, String origin) {
        return ledger.settlements().stream()
                .filter(settlement -> settlement instanceof Settlement.Checked checked
                        && checked.evidence().origin().toString().equals(origin))
                .count();
    }

    /// `004` of `004_4b7738fe14eeac25.txt`; the whole name where it is not of that form.
    private static String number(String document) {
        return document.replaceFirst("_.*$", "");
    }

    private static String name(Verdict.Group group) {
        return group.name().toLowerCase(Locale.ROOT);
    }
}
