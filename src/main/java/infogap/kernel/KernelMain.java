package infogap.kernel;

import java.io.IOException;
import java.io.PrintStream;
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
        var connection = new KernelConnection(KernelConnectionProperties.parse(Files.readString(Path.of(arguments[0]))));
        endWhenMachineryDies(connection);
        var io = new KernelIO();
        OutputCapture.install(io::latest);
        System.setIn(io.in);
        var kernel = new JavaKernel(io, () -> new CellEvaluator(LaunchCommand.compilerOptionsOfThisJvm()));
        kernel.becomeHandlerForConnection(connection);
        kernel.onStartup();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            kernel.processEnds();
            connection.close();
        }, "kernel-end"));
        endWithFrontEnd();
        connection.connect();
        kernel.awaitShutdown();
        System.exit(0);
    }

    /// A kernel whose socket threads died of a full heap would look alive and never answer; its end is what a front end notices.
    /// Once the connection is closed their end is no failure: closing takes the sockets away from under them, and ZeroMQ then
    /// throws whatever its next step comes upon.
    private static void endWhenMachineryDies(KernelConnection connection) {
        ThreadGroup machinery = Thread.currentThread().getThreadGroup();
        PrintStream processErrors = System.err;
        Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> {
            if (thread.getThreadGroup() != machinery) {
                report(thread, thrown, System.err);
            } else if (!connection.closed()) {
                // no memory for words
                if (!(thrown instanceof OutOfMemoryError)) {
                    // the captured stream would pass them to a socket thread
                    report(thread, thrown, processErrors);
                }
                Runtime.getRuntime().halt(MACHINERY_DIED);
            }
        });
    }

    private static void report(Thread thread, Throwable thrown, PrintStream errors) {
        errors.println("Exception in thread \"" + thread.getName() + "\"");
        thrown.printStackTrace(errors);
    }

    /// Jupyter names its own process in the environment; a kernel does not outlive it.
    private static void endWithFrontEnd() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent != null && parent.matches("\\d{1,18}") && !parent.equals("1")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(frontEnd -> frontEnd.onExit().thenRun(() -> System.exit(0)));
        }
    }
}
