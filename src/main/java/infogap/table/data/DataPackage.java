package infogap.table.data;

import com.google.gson.JsonParseException;
import infogap.numeric.Checks;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import tech.tablesaw.api.Table;

/// A described data set: a folder with a `datapackage.json` and the files that it describes.
///
/// `DataPackage.read(Path.of("data/crm")).table("customers")` is the whole way from the disk to a typed table.
///
/// @param folder where the files are
/// @param name the data set's short name
/// @param title one line on what it is
/// @param rights the licence's name
/// @param source where the values come from
/// @param seed the generator's seed, when a generator made the set
/// @param resources the files
public record DataPackage(
        Path folder, String name, String title, String rights, String source, OptionalLong seed, List<DataResource> resources) {

    /// The name of the description in its folder.
    public static final String FILE_NAME = "datapackage.json";

    /// @throws IllegalArgumentException if a text is blank, or there is no resource, or two have the same name
    public DataPackage {
        Checks.present("folder", folder);
        Checks.text("name", name);
        Checks.text("title", title);
        Checks.text("rights", rights);
        Checks.text("source", source);
        resources = Checks.notEmpty("resources", resources);
        Checks.distinct("resource names", resources.stream().map(DataResource::name).toList());
    }

    /// Reads the description in the folder; the files themselves are read by [#table].
    ///
    /// @throws InvalidDataException if the description is not there, or is not what it should be
    public static DataPackage read(Path folder) {
        Checks.present("folder", folder);
        Path file = folder.resolve(FILE_NAME);
        String json = TextFile.read(file);
        try {
            return PackageJson.parse(folder, json);
        } catch (JsonParseException | IllegalArgumentException | IllegalStateException | UnsupportedOperationException e) {
            throw new InvalidDataException(
                    DataProblem.ofFile(file.toString(), "a description that cannot be used (" + e.getMessage() + ")", "a tabular data package"), e);
        }
    }

    /// The file of that name, read, its checksum compared, and checked cell by cell.
    ///
    /// @throws IllegalArgumentException if there is no such resource
    /// @throws InvalidDataException if the file is not there, was changed, or differs from its description
    public Table table(String resource) {
        return resource(resource).read(folder);
    }

    /// The description as the text of its file.
    public String toJson() {
        return PackageJson.print(this);
    }

    /// The description of one file.
    ///
    /// @throws IllegalArgumentException if there is no such resource; the message lists those that there are
    public DataResource resource(String resource) {
        return resources.stream()
                .filter(candidate -> candidate.name().equals(resource))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("resource must be one of "
                        + resources.stream().map(DataResource::name).toList() + " of " + name + ", but is '" + resource + "'"));
    }

    /// Name, title, files, rights and source.
    @Override
    public String toString() {
        return name + ": " + title + "\n" + resources.stream().map(resource -> "  " + resource.path()).collect(Collectors.joining("\n")) + "\n  " + rights + "; " + source;
    }
}
