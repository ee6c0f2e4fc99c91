package infogap.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// JIDT's own calculator of mutual information. JIDT is not on Maven Central: `-Djidt=` names the `infodynamics.jar` of its distribution.
final class JidtPeer implements AutoCloseable {

    private static final String PROPERTY = "jidt";
    private static final String CALCULATOR = "infodynamics.measures.discrete.MutualInformationCalculatorDiscrete";

    /// Open as long as the calculator is used: it loads classes when it first needs them.
    private final URLClassLoader loader;

    private JidtPeer(URLClassLoader loader) {
        this.loader = loader;
    }

    /// Opens the jar, or prints how that is asked for.
    ///
    /// @throws IllegalStateException if there is no such file
    static JidtPeer open() {
        String jar = System.getProperty(PROPERTY, "");
        if (jar.isBlank()) {
            System.out.println("-D" + PROPERTY + "=infodynamics.jar adds JIDT");
            return new JidtPeer(null);
        }
        Path path = Path.of(jar);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("-D" + PROPERTY + " must name JIDT's infodynamics.jar, but there is no file " + path);
        }
        try {
            return new JidtPeer(new URLClassLoader(new URL[] {path.toUri().toURL()}));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Counting and mutual information of codes in [0, alphabet); nothing without a jar.
    ///
    /// @throws IllegalStateException if the jar holds no such calculator
    List<Contestant> contestants(int alphabet, int[] x, int[] y) {
        if (loader == null) {
            return List.of();
        }
        try {
            Class<?> type = loader.loadClass(CALCULATOR);
            Object calculator = type.getConstructor(int.class).newInstance(alphabet);
            Method initialise = type.getMethod("initialise");
            Method addObservations = type.getMethod("addObservations", int[].class, int[].class);
            Method computeAverage = type.getMethod("computeAverageLocalOfObservations");
            return List.of(Job.of("JIDT", () -> {
                call(initialise, calculator);
                call(addObservations, calculator, x, y);
                return (double) call(computeAverage, calculator);
            }));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("-D" + PROPERTY + " must name a jar with " + CALCULATOR + ": " + e, e);
        }
    }

    private static Object call(Method method, Object calculator, Object... arguments) {
        try {
            return method.invoke(calculator, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("JIDT failed in " + method.getName() + ": " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("JIDT has no public " + method.getName(), e);
        }
    }

    @Override
    public void close() throws IOException {
        if (loader != null) {
            loader.close();
        }
    }
}
