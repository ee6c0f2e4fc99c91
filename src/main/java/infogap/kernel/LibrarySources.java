package infogap.kernel;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The doc comments of the libraries on the class path, from their sources: `x-sources.jar` beside `x.jar`, and `src/main/java` beside
/// `target/classes`, where Maven puts them. JShell itself looks into the JDK's sources only.
final class LibrarySources {

    /// `ReturnType Owner<T>.<S>name(Type name, …)`, a constructor without the return type, or a type's full name.
    private static final Pattern METHOD = Pattern.compile("(?:.*[ .])?([\\w$.]+)\\(([^()]*)\\)(?: throws .*)?");
    private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<[^<>]*>");

    private final List<Path> classPath;
    private Map<String, List<Path>> files;

    LibrarySources(List<Path> classPath) {
        this.classPath = List.copyOf(classPath);
    }

    /// The comment of what JShell's documentation has this signature for; empty when no source holds it.
    Optional<String> comment(String signature) {
        String plain = signature;
        for (String before = ""; !before.equals(plain);) {
            before = plain;
            plain = TYPE_ARGUMENTS.matcher(plain).replaceAll("");
        }
        Matcher method = METHOD.matcher(plain);
        if (!method.matches()) {
            String type = plain.strip();
            return find(type, null, List.of());
        }
        String called = plain.substring(0, plain.indexOf('(')).replaceFirst(".* ", "").replace("..", ".");
        int dot = called.lastIndexOf('.');
        String owner = dot < 0 ? called : called.substring(0, dot);
        String name = dot < 0 || owner.endsWith("." + called.substring(dot + 1)) || owner.equals(called.substring(dot + 1))
                ? "<init>" : called.substring(dot + 1);
        List<String> parameters = method.group(2).isBlank() ? List.of() : Stream.of(method.group(2).split(","))
                .map(parameter -> simple(parameter.strip().replaceFirst("\\s+\\w+$", "")))
                .toList();
        return find(owner, name, parameters);
    }

    private Optional<String> find(String type, String method, List<String> parameters) {
        return files().getOrDefault(simple(type), List.of()).stream()
                .filter(file -> !type.contains(".") || file.toString().replace('\\', '/').endsWith(type.replace('.', '/') + ".java"))
                .flatMap(file -> comment(file, simple(type), method, parameters).stream())
                .findFirst();
    }

    private static String simple(String type) {
        return type.substring(type.lastIndexOf('.', type.endsWith("...") ? type.length() - 4 : type.length()) + 1);
    }

    private static Optional<String> comment(Path file, String type, String method, List<String> parameters) {
        try {
            ParsedJava source = ParsedJava.of(Files.readString(file));
            var found = new ArrayList<String>();
            new TreePathScanner<Void, Void>() {
                @Override
                public Void visitClass(ClassTree tree, Void nothing) {
                    if (method == null && tree.getSimpleName().contentEquals(type)) {
                        add(getCurrentPath());
                    }
                    return super.visitClass(tree, nothing);
                }

                @Override
                public Void visitMethod(MethodTree tree, Void nothing) {
                    var owner = (ClassTree) getCurrentPath().getParentPath().getLeaf();
                    if (method != null && tree.getName().contentEquals(method) && owner.getSimpleName().contentEquals(type)
                            && tree.getParameters().stream().map(LibrarySources::typeOf).toList().equals(parameters)) {
                        add(getCurrentPath());
                    }
                    return null;
                }

                private void add(TreePath path) {
                    String comment = source.trees().getDocComment(path);
                    if (comment != null) {
                        found.add(comment);
                    }
                }
            }.scan(source.unit(), null);
            return found.stream().findFirst();
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    private static String typeOf(VariableTree parameter) {
        String text = parameter.toString();
        String type = text.contains("...") ? parameter.getType().toString().replaceFirst("\\[\\]$", "...") : parameter.getType().toString();
        for (String before = ""; !before.equals(type);) {
            before = type;
            type = TYPE_ARGUMENTS.matcher(type).replaceAll("");
        }
        return simple(type);
    }

    /// All source files by the simple name of the type that they are named after; looked up once, when first asked.
    private synchronized Map<String, List<Path>> files() {
        if (files == null) {
            files = new HashMap<>();
            classPath.forEach(this::index);
        }
        return files;
    }

    private void index(Path entry) {
        String name = String.valueOf(entry.getFileName());
        try {
            if (name.endsWith(".jar")) {
                Path sources = entry.resolveSibling(name.replaceFirst("\\.jar$", "-sources.jar"));
                if (Files.isRegularFile(sources)) {
                    // stays open as long as the kernel: its files are read later
                    FileSystem jar = FileSystems.newFileSystem(sources);
                    indexFolder(jar.getRootDirectories().iterator().next());
                }
            } else if (entry.endsWith(Path.of("target", "classes"))) {
                indexFolder(entry.resolve("../../src/main/java").normalize());
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // documentation is a help and not a need
            return;
        }
    }

    private void indexFolder(Path root) throws IOException {
        if (Files.isDirectory(root)) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().endsWith(".java")).forEach(file -> files
                        .computeIfAbsent(file.getFileName().toString().replaceFirst("\\.java$", ""), name -> new ArrayList<>())
                        .add(file));
            }
        }
    }
}
