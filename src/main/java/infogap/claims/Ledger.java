package infogap.claims;

import infogap.numeric.Checks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.math3.fraction.BigFraction;

/// The claims of all articles, and the comparison of what was computed with what is printed (账本).
///
/// ```java
/// Ledger ledger = Ledger.find();
/// ledger.check("4-07", screening.exact().positiveRate());
/// ```
public final class Ledger {

    /// The folder, beside `notebooks`, with one folder for each article.
    public static final String FOLDER = "papers";

    private static final String FILE = "claims.csv";

    private final Map<String, Claim> claims;

    private Ledger(Map<String, Claim> claims) {
        this.claims = Collections.unmodifiableMap(claims);
    }

    /// Reads `claims.csv` of each folder in `papers`, in the order of the folders' names.
    ///
    /// @throws ClaimsFileException if a file is malformed, an id stands twice, or an error is inherited from a claim that
    ///     does not exist
    public static Ledger of(Path papers) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        List<Path> files = claimsFiles(papers);
        for (Path file : files) {
            for (Claim claim : ClaimsFile.read(file)) {
                if (claims.putIfAbsent(claim.id(), claim) != null) {
                    throw new ClaimsFileException(file, "claim '" + claim.id() + "' stands twice; each id names one claim", null);
                }
            }
        }
        for (Claim claim : claims.values()) {
            if (claim.origin() instanceof Origin.Inherited(String from) && !claims.containsKey(from)) {
                throw new ClaimsFileException(
                        papers, "claim '" + claim.id() + "' inherits from '" + from + "', but there is no such claim", null);
            }
        }
        return new Ledger(claims);
    }

    /// The ledger of the project that the working folder belongs to: the nearest folder above that has `papers`.
    ///
    /// @throws ClaimsFileException if there is none, or it cannot be read
    public static Ledger find() {
        return of(papers());
    }

    /// The nearest folder of articles above the working folder.
    static Path papers() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return folder.resolve(FOLDER);
            }
        }
        throw new ClaimsFileException(start, "neither this folder nor one above it has a folder '" + FOLDER + "'", null);
    }

    /// All claims, by document and in the order of their files.
    public Collection<Claim> claims() {
        return claims.values();
    }

    /// The claim with this id.
    ///
    /// @throws IllegalArgumentException if there is none
    public Claim claim(String id) {
        Checks.present("id", id);
        Claim claim = claims.get(id);
        if (claim == null) {
            throw new IllegalArgumentException("id must name a claim of the ledger, but there is no claim '" + id + "'; the ledger has "
                    + claims.size() + " claims: " + String.join(", ", claims.keySet()));
        }
        return claim;
    }

    /// Holds a finding against the claim.
    public Card check(String id, Finding finding) {
        return Card.of(claim(id), finding);
    }

    /// As [#check(String, Finding)], for a value computed exactly.
    public Card check(String id, BigFraction value) {
        return check(id, new Finding.ExactValue(value));
    }

    /// As [#check(String, Finding)], for a value computed in floating point.
    public Card check(String id, double value) {
        return check(id, new Finding.Value(value));
    }

    /// Holds a value against the claim, and says what the article's own wrong intermediate would give.
    ///
    /// When `value` differs from what is printed, `fromPrinted` rounds to it and the claim `source` is itself wrong, the error is
    /// inherited from `source`; otherwise it is a root error.
    ///
    /// @param value from the article's inputs
    /// @param source the earlier claim whose printed number the article went on with
    /// @param fromPrinted the same computation from the printed number of `source`
    public Card check(String id, BigFraction value, String source, BigFraction fromPrinted) {
        return check(id, new Finding.ExactValue(value), source, new Finding.ExactValue(fromPrinted));
    }

    /// As [#check(String, BigFraction, String, BigFraction)], for any kind of finding.
    public Card check(String id, Finding finding, String source, Finding fromPrinted) {
        return Card.of(claim(id), finding, claim(source), fromPrinted);
    }

    private static List<Path> claimsFiles(Path papers) {
        try (Stream<Path> folders = Files.list(papers)) {
            List<Path> files = folders.map(folder -> folder.resolve(FILE)).filter(Files::exists).sorted().toList();
            if (files.isEmpty()) {
                throw new ClaimsFileException(papers, "no folder in it has a " + FILE, null);
            }
            return files;
        } catch (IOException e) {
            throw new ClaimsFileException(papers, "the folder cannot be listed: " + e.getMessage(), e);
        }
    }
}
