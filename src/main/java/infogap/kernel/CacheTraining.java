package infogap.kernel;

import java.io.File;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;

/// Starts a kernel whose end makes a [StartCache]: the project's own classes come through a loader of their own and stay out of the cache.
/// The one class of the cache's jar, so it needs nothing but the JDK.
public final class CacheTraining {

    /// Tells the kernel where its cells find the project's classes, which are not on the JVM's class path.
    static final String FOLDERS = "infogap.kernel.folders";

    private CacheTraining() {
    }

    /// @param arguments the folders of the project's classes, as a class path, and the connection file
    public static void main(String[] arguments) throws Exception {
        var folders = new ArrayList<URL>();
        for (String folder : arguments[0].split(File.pathSeparator)) {
            folders.add(Path.of(folder).toUri().toURL());
        }
        System.setProperty(FOLDERS, arguments[0]);
        // not closed: the kernel runs on it
        var loader = new URLClassLoader(folders.toArray(URL[]::new), CacheTraining.class.getClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass("infogap.kernel.KernelMain").getMethod("main", String[].class).invoke(null, (Object) new String[] {arguments[1]});
    }
}
