package infogap.claims;

import infogap.display.Offered;
import infogap.numeric.Checks;
import infogap.numeric.Fractions;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    /// The file with the claims of an article.
    public static final String FILE = "claims.csv";

    private final Map<String, Claim> claims;
    private final List<Paper> papers;

    private Ledger(Map<String, Claim> claims, List<Paper> papers) {
        this.claims = Collections.unmodifiableMap(claims);
        this.papers = List.copyOf(papers);
    }

    /// Reads `claims.csv` of each folder in `papers`, in the order of the folders' names.
    ///
    /// @throws ClaimsFileException with everything that is wrong in the files: what is malformed, an id that stands twice, an error that is inherited from a claim
    ///     that does not exist, from itself, in a circle or from a right one
    public static Ledger of(Path papers) {
        return ofFiles(claimsFiles(Checks.present("papers", papers)));
    }

    /// Reads one claims file, wherever it lies.
    ///
    /// @throws ClaimsFileException as [#of]
    public static Ledger ofFile(Path file) {
        return ofFiles(List.of(Checks.present("file", file)));
    }

    private static Ledger ofFiles(List<Path> files) {
        Map<String, Claim> claims = new LinkedHashMap<>();
        List<ClaimsFileException.Problem> problems = new ArrayList<>();
        List<Paper> papers = new ArrayList<>();
        for (Path file : files) {
            ClaimsFile.Content content = ClaimsFile.read(file);
            papers.add(Paper.of(file, content.claims()));
            problems.addAll(content.problems());
            for (Claim claim : content.claims()) {
                Claim before = claims.putIfAbsent(claim.id(), claim);
                if (before != null) {
                    String place = before.row().file().equals(file) ? "line " + before.row().line() : before.row().toString();
                    problems.add(new ClaimsFileException.Problem(
                            file, claim.row().line(), "claim '" + claim.id() + "' stands twice, first in " + place + "; each id names one claim"));
                }
            }
        }
        if (problems.isEmpty()) {
            // a row that cannot be read would be missed by every claim that inherits from it
            problems.addAll(Inheritance.problems(claims));
        }
        if (!problems.isEmpty()) {
            throw new ClaimsFileException(problems);
        }
        return new Ledger(claims, papers);
    }

    /// The ledger of the project that the working folder belongs to: the nearest folder above that has `papers`.
    ///
    /// @throws ClaimsFileException if there is none, or it cannot be read
    public static Ledger find() {
        return of(folder());
    }

    /// The nearest folder of articles above the working folder.
    static Path folder() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve(FOLDER))) {
                return folder.resolve(FOLDER);
            }
        }
        throw new ClaimsFileException(start, "neither this folder nor one above it has a folder '" + FOLDER + "'", null);
    }

    /// The articles, in the order of their folders.
    public List<Paper> papers() {
        return papers;
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
            throw new IllegalArgumentException("id must name a claim of the ledger, but there is no claim '" + id + "'"
                    + Nearest.hint(id, claims.keySet()));
        }
        return claim;
    }

    /// Holds a finding against the claim. In a notebook the card is shown below the cell, whether or not the cell ends with this call.
    public Card check(String id, Finding finding) {
        return shown(Card.of(claim(id), finding));
    }

    /// As [#check(String, Finding)], for a value computed exactly.
    public Card check(String id, BigFraction value) {
        return check(id, new Finding.ExactValue(value));
    }

    /// As [#check(String, Finding)], for a decimal computed exactly.
    public Card check(String id, BigDecimal value) {
        return check(id, Fractions.ofDecimal(Checks.present("value", value)));
    }

    /// As [#check(String, Finding)], for an integer.
    public Card check(String id, BigInteger value) {
        return check(id, new BigFraction(Checks.present("value", value)));
    }

    /// As [#check(String, Finding)], for an integer.
    public Card check(String id, long value) {
        return check(id, BigInteger.valueOf(value));
    }

    /// As [#check(String, Finding)], for a value computed in floating point, by a computation of a few roundings.
    public Card check(String id, double value) {
        return check(id, new Finding.Value(value));
    }

    /// As [#check(String, Finding)], for a value that is off by at most `uncertainty`: a long computation, a simulation.
    public Card check(String id, double value, double uncertainty) {
        return check(id, new Finding.Value(value, uncertainty));
    }

    /// As [#check(String, Finding)], for a vector computed in floating point.
    public Card check(String id, double[] values) {
        return check(id, Quantity.vector(values));
    }

    /// As [#check(String, Finding)], for a vector computed exactly.
    public Card check(String id, List<BigFraction> values) {
        return check(id, Quantity.vector(values));
    }

    /// Holds a value against the claim, and says what the article's own printed intermediate would give.
    ///
    /// When `value` differs from what is printed and `fromPrinted` rounds to it, the error is inherited from `source` where that claim is itself wrong, and
    /// rounded from it where it is right and printed rounded; otherwise it is a root error.
    ///
    /// @param value from the article's inputs
    /// @param source the earlier claim whose printed number the article went on with
    /// @param fromPrinted the same computation from the printed number of `source`
    public Card check(String id, BigFraction value, String source, BigFraction fromPrinted) {
        return check(id, new Finding.ExactValue(value), source, new Finding.ExactValue(fromPrinted));
    }

    /// As [#check(String, BigFraction, String, BigFraction)], for any kind of finding.
    public Card check(String id, Finding finding, String source, Finding fromPrinted) {
        return check(id, finding, List.of(Checks.present("source", source)), fromPrinted);
    }

    /// As [#check(String, BigFraction, String, BigFraction)], where the article went on with several printed numbers.
    ///
    /// @param sources the claims whose printed numbers `fromPrinted` was computed from
    public Card check(String id, Finding finding, List<String> sources, Finding fromPrinted) {
        List<Claim> earlier = Checks.<String>notEmpty("sources", sources).stream().map(this::claim).toList();
        return shown(Card.of(claim(id), finding, earlier, fromPrinted));
    }

    private static Card shown(Card card) {
        Offered.offer(card);
        return card;
    }

    private static List<Path> claimsFiles(Path papers) {
        try (Stream<Path> folders = Files.list(papers)) {
            List<Path> files = folders.map(folder -> folder.resolve(FILE)).filter(Files::exists).sorted().toList();
            if (files.isEmpty()) {
                throw new ClaimsFileException(papers, "no folder in it has a " + FILE + "; 'infogap new FOLDER' writes an example", null);
            }
            return files;
        } catch (IOException e) {
            throw new ClaimsFileException(papers, "the folder cannot be listed: " + e.getMessage(), e);
        }
    }
}
