package infogap.hosts;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;
import org.dflib.jjava.jupyter.kernel.display.Renderer;
import org.dflib.jjava.jupyter.kernel.display.mime.MIMEType;

/// Tells [JJava](https://github.com/dflib/jjava) how this library's results, charts and tables look. JJava finds it by itself as soon as the
/// library is on `JJAVA_CLASSPATH`.
public final class JJavaExtension implements Extension {

    /// For the service loader.
    public JJavaExtension() {
    }

    @Override
    public void install(BaseKernel kernel) {
        // our own kernel speaks the same protocol library and knows already
        if (!kernel.getClass().getName().startsWith("infogap.")) {
            register(kernel.getRenderer());
        }
    }

    static void register(Renderer renderer) {
        renderer.createRegistration(Object.class).register((value, context) -> HostBundle.of(value).forEach((type, content) ->
                context.renderIfRequested(MIMEType.parse(type), () -> content)));
    }
}
