package infogap.table.data;

import infogap.numeric.Checks;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tech.tablesaw.api.Table;

/// One file of a data set.
///
/// @param name its short name
/// @param path where it is, from the data set's folder; never outside of it
/// @param hash `sha256:` and 64 hexadecimal digits of the file's bytes
/// @param format how its cells and numbers are written
/// @param schema its columns
public record DataResource(String name, String path, String hash, CsvFormat format, TableSchema schema) {

    private static final Pattern HASH = Pattern.compile("sha256:[0-9a-f]{64}");

    /// @throws IllegalArgumentException if a text is blank, the path leads out of the folder, or the hash is not one
    public DataResource {
        Checks.text("resource name", name);
        Checks.text("path of resource '" + name + "'", path);
        if (Path.of(path).isAbsolute() || Path.of(path).normalize().startsWith("..")) {
            throw new IllegalArgumentException("path of resource '" + name + "' must stay in the folder, but is '" + path + "'");
        }
        if (hash == null || !HASH.matcher(hash).matches()) {
            throw new IllegalArgumentException(
                    "hash of resource '" + name + "' must be sha256: and 64 lower-case hexadecimal digits, but is '" + hash + "'");
        }
        Checks.present("format of resource '" + name + "'", format);
        Checks.present("schema of resource '" + name + "'", schema);
    }

    /// A file in the standard format.
    ///
    /// @throws IllegalArgumentException as the canonical constructor
    public DataResource(String name, String path, String hash, TableSchema schema) {
        this(name, path, hash, CsvFormat.STANDARD, schema);
    }

    /// The hash of some bytes in the form of [#hash].
    public static String hashOf(byte[] bytes) {
        try {
            return "sha256:" + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Checks.present("bytes", bytes)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// The table in this folder's file. The cells are checked before the hash, so that a file edited by hand is told what is
    /// wrong with it, and only then that it is no longer the described one.
    ///
    /// @throws InvalidDataException if the file is not there, differs from the schema, or has another hash
    Table read(Path folder) {
        Path file = folder.resolve(path);
        byte[] bytes = TextFile.bytes(file);
        Table table = TableReader.parse(file.toString(), TextFile.decode(file.toString(), bytes), format, schema);
        String actual = hashOf(bytes);
        if (!actual.equals(hash)) {
            throw new InvalidDataException(DataProblem.ofFile(file.toString(), actual, hash + " as described: the file was changed"));
        }
        return table;
    }
}
