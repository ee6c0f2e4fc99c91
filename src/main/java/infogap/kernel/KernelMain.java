package infogap.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.dflib.jjava.jupyter.kernel.KernelConnectionProperties;

/// The kernel's process: `java … infogap.kernel.KernelMain <connection file>`, as the kernel spec starts it.
public final class KernelMain {

    private static final int MACHINERY_DIED = 70;

    private KernelMain() {
    }

    /// Serves the front end that wrote the connection file until it asks for shutdown or ends.
    ///
    /// @param arguments the path of the connection file
    public static void main(String[] arguments) throws IOException, GeneralSecurityException, InterruptedException {
        if (arguments.length != 1) {
            System.err.println("usage: java " + KernelMain.class.getName() + " <connection file>; a Jupyter front end starts it so");
            System.exit(2);
        }
        endWhenMachineryDies();
        var connection = new KernelConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        var io = new KernelIO();
        OutputCapture.install(io::latest);
        System.setIn(io.in);
        var kernel = new JavaKernel(io, new CellEvaluator());
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kernel.runner().processEnds();
            connection.close();
        }, "kernel-end"));
        endWithFrontEnd();
        connection.connect();
        kernel.awaitShutdown();
        System.exit(0);
    }

    /// A kernel whose socket threads died of a full heap would look alive and never answer; its end is what a front end notices.
    private static void endWhenMachineryDies() {
        ThreadGroup machinery = Thread.currentThread().getThreadGroup();
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            boolean isMachinery = thread.getThreadGroup() == machinery;
            if (isMachinery && thrown instanceof OutOfMemoryError) {
                // no memory for words
                Runtime.getRuntime().halt(MACHINERY_DIED);
            }
            System.err.println("Exception in thread \"" + thread.getName() + "\"");
            thrown.printStackTrace();
            if (isMachinery) {
                Runtime.getRuntime().halt(MACHINERY_DIED);
            }
        });
    }

    /// Jupyter names its own process in the environment; a kernel does not outlive it.
    private static void endWithFrontEnd() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("\\d{1,18}") && !parent.equals("1")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(frontEnd -> frontEnd.onExit().thenRun(() -> System.exit(0)));
        }
    }
}
