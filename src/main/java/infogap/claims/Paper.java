package infogap.claims;

import infogap.numeric.Checks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// An article whose claims are in the ledger: a folder with a `claims.csv`, and a `README.md` whose first heading is its title.
///
/// @param title the heading, or the folder's name where there is none
/// @param claimsFile its claims
/// @param documents the documents that its claims name, in order
public record Paper(String title, Path claimsFile, List<String> documents) {

    private static final String README = "README.md";

    public Paper {
        Checks.text("title", title);
        Checks.present("claimsFile", claimsFile);
        documents = List.copyOf(Checks.present("documents", documents));
    }

    static Paper of(Path claimsFile, List<Claim> claims) {
        List<String> documents = claims.stream().map(Claim::document).distinct().toList();
        return new Paper(title(claimsFile), claimsFile, documents);
    }

    private static String title(Path claimsFile) {
        Path folder = claimsFile.toAbsolutePath().normalize().getParent();
        String name = folder == null || folder.getFileName() == null ? claimsFile.toString() : folder.getFileName().toString();
        Path readme = claimsFile.resolveSibling(README);
        if (!Files.isRegularFile(readme)) {
            return name;
        }
        try (Stream<String> lines = Files.lines(readme)) {
            return lines.filter(line -> line.startsWith("# ") && line.length() > 2).findFirst().map(line -> line.substring(2).strip()).orElse(name);
        } catch (IOException | UncheckedIOException e) {
            throw new ClaimsFileException(readme, "the title cannot be read from it: " + e.getMessage(), e);
        }
    }
}
