package infogap.hosts;

import io.github.spencerpark.jupyter.kernel.BaseKernel;
import io.github.spencerpark.jupyter.kernel.display.Renderer;
import io.github.spencerpark.jupyter.kernel.display.mime.MIMEType;

/// Tells [IJava](https://github.com/SpencerPark/IJava) how this library's results, charts and tables look. IJava looks for no extensions; a
/// start-up script (`IJAVA_STARTUP_SCRIPT`) says
///
/// ```java
/// infogap.hosts.IJavaRenderer.install();
/// ```
public final class IJavaRenderer {

    private static final String KERNEL = "io.github.spencerpark.ijava.IJava";

    private IJavaRenderer() {}

    /// Registers the renderer with the IJava kernel of this process.
    ///
    /// @throws IllegalStateException if this process is no IJava kernel
    public static void install() {
        try {
            Object kernel = Class.forName(KERNEL).getMethod("getKernelInstance").invoke(null);
            if (!(kernel instanceof BaseKernel running)) {
                throw new IllegalStateException("no IJava kernel runs in this process");
            }
            register(running.getRenderer());
        } catch (ReflectiveOperationException | LinkageError elsewhere) {
            throw new IllegalStateException("this is no IJava kernel: " + elsewhere, elsewhere);
        }
    }

    static void register(Renderer renderer) {
        renderer.createRegistration(Object.class).register((value, context) -> HostBundle.of(value).forEach((type, content) ->
                context.renderIfRequested(MIMEType.parse(type), () -> content)));
    }
}
