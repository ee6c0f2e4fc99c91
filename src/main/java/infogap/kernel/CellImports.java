package infogap.kernel;

import com.sun.source.tree.ImportTree;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The imports of a cell that has not been evaluated yet. JShell's analysis takes no import that was not evaluated, so it is asked with
/// qualified names instead.
///
/// @param names what is imported, qualified; the last part is `*` for all of a package or a type
record CellImports(List<String> names) {

    private static final Pattern NAME = Pattern.compile("(?<![\\p{javaJavaIdentifierPart}.])\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*");

    /// Those among the snippets; others, and imports of modules, are passed over.
    static CellImports of(List<String> snippets) {
        return new CellImports(snippets.stream()
                .filter(snippet -> snippet.contains("import"))
                .flatMap(snippet -> ParsedJava.of(snippet).unit().getImports().stream())
                .filter(imported -> !imported.isModule())
                .map(ImportTree::getQualifiedIdentifier)
                .map(Object::toString)
                .toList());
    }

    /// The text with its imported names qualified, but for the last word: that one is still being written.
    String qualified(String text, MemberNames members) {
        if (names.isEmpty()) {
            return text;
        }
        Matcher words = NAME.matcher(text);
        return words.replaceAll(word -> Matcher.quoteReplacement(qualified(word, text, members)));
    }

    private String qualified(MatchResult word, String text, MemberNames members) {
        String name = word.group();
        if (word.end() == text.length() || CellText.at(text, word.end()).kind() != CellText.CODE) {
            return name;
        }
        return names.stream()
                .filter(imported -> imported.endsWith("." + name) || imported.endsWith(".*") && members.of(all(imported)).stream()
                        .anyMatch(found -> found.equals(name) || found.startsWith(name + "(")))
                .map(imported -> imported.endsWith(".*") ? all(imported) + name : imported)
                .findFirst()
                .orElse(name);
    }

    /// The imported names that a word may go on to.
    Stream<String> startingWith(String word, MemberNames members) {
        return names.stream().flatMap(imported -> imported.endsWith(".*")
                ? members.of(all(imported)).stream()
                : Stream.of(imported.substring(imported.lastIndexOf('.') + 1)))
                .filter(found -> found.startsWith(word));
    }

    private static String all(String imported) {
        return imported.substring(0, imported.length() - 1);
    }
}
