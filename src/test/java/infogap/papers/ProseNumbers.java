package infogap.papers;

import com.google.gson.JsonElement;
import infogap.notebook.Cell;
import infogap.notebook.CellType;
import infogap.notebook.Notebook;
import infogap.notebook.Output;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The numbers that a text states, and whether anything beside it bears them out.
///
/// A number is borne out by evidence that has it, digit for digit, or that has one with more digits which rounds to it; `70 %` also by `0.7`. Not asked after are
/// whole numbers of one digit, which any evidence has, the years of cited works (`Akerlof 1970`), and digits within names (`x1`, `SHA-256`, `\frac12`).
final class ProseNumbers {

    private static final Pattern NUMBER = Pattern.compile(
            "(?<![\\p{L}\\d_.^#/-]|\\d,)(\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d+(?:_\\d{3})*)(\\.\\d+)?(?![\\d_]|-?\\p{IsLatin}|\\.\\d|[-:]\\d)([\\\\\\s]*%)?");
    private static final Pattern IN_EVIDENCE = Pattern.compile("(?<![\\p{L}\\d_.])(\\d{1,3}(?:,\\d{3})+(?![\\d,])|\\d+(?:_\\d{3})*)(\\.\\d+)?");
    private static final Pattern CITATION = Pattern.compile("\\p{Lu}[\\p{L}’'/.-]*\\)?(?:, | \\(| )(1[6-9]|20)\\d\\d(?=\\D|$)");
    private static final Pattern SECTION = Pattern.compile("[Ss]ections? \\d(?:\\.\\d)*(?:(?:, | and | to )\\d(?:\\.\\d)*)*");

    private final Set<BigDecimal> evidence = new HashSet<>();

    private ProseNumbers(String text) {
        Matcher found = IN_EVIDENCE.matcher(text);
        while (found.find()) {
            evidence.add(number(found));
        }
    }

    static ProseNumbers bornOutBy(String evidence) {
        return new ProseNumbers(evidence);
    }

    /// What a notebook's code and its outputs say, pictures left out.
    static String evidenceOf(Notebook notebook) {
        StringBuilder text = new StringBuilder();
        for (Cell cell : notebook.cells()) {
            if (cell.type() == CellType.CODE) {
                text.append(cell.source()).append('\n');
                cell.outputs().forEach(output -> text.append(text(output)).append('\n'));
            }
        }
        return text.toString();
    }

    /// The sentences of a notebook.
    static String proseOf(Notebook notebook) {
        StringBuilder text = new StringBuilder();
        notebook.cells().stream().filter(cell -> cell.type() == CellType.MARKDOWN).forEach(cell -> text.append(cell.source()).append("\n\n"));
        return text.toString();
    }

    private static String text(Output output) {
        if (output.json().has("text")) {
            return output.text();
        }
        StringBuilder text = new StringBuilder();
        if (output.json().has("data")) {
            for (String type : List.of("text/plain", "text/markdown", "text/html", "text/latex")) {
                JsonElement data = output.data().get(type);
                if (data != null) {
                    text.append(data.isJsonPrimitive() ? data.getAsString() : data.toString()).append('\n');
                }
            }
        }
        return text.toString().replaceAll("(?s)<(style|svg)\\b.*?</\\1>", " ").replaceAll("<[^>]*>", " ");
    }

    /// The numbers of a text that this asks after, with their places.
    static List<MatchResult> numbers(String prose) {
        List<int[]> names = new ArrayList<>();
        for (Pattern name : List.of(CITATION, SECTION)) {
            name.matcher(prose).results().forEach(found -> names.add(new int[] {found.start(), found.end()}));
        }
        return NUMBER.matcher(prose).results()
                .filter(found -> found.group(1).length() > 1 || found.group(2) != null)
                .filter(found -> names.stream().noneMatch(name -> found.start() >= name[0] && found.start() < name[1]))
                .toList();
    }

    /// The numbers that nothing bears out, each with the words around it.
    List<String> unsupported(String prose) {
        return numbers(prose).stream().filter(found -> !supports(found))
                .map(found -> prose.substring(Math.max(0, found.start() - 30), Math.min(prose.length(), found.end() + 20)).replace('\n', ' '))
                .toList();
    }

    boolean supports(MatchResult found) {
        BigDecimal number = number(found);
        return supports(number) || found.group(3) != null && supports(number.movePointLeft(2));
    }

    private boolean supports(BigDecimal number) {
        return evidence.contains(number) || number.scale() > 0 && evidence.stream()
                .anyMatch(known -> known.scale() > number.scale() && known.setScale(number.scale(), RoundingMode.HALF_UP).equals(number));
    }

    private static BigDecimal number(MatchResult found) {
        return new BigDecimal(found.group(1).replaceAll("[,_]", "") + (found.group(2) == null ? "" : found.group(2)));
    }
}
