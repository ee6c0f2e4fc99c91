package infogap.kernel;

import org.dflib.jjava.jupyter.Extension;
import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// An extension as JJava knows them, found through `META-INF/services`.
public final class ExampleExtension implements Extension {

    /// A type that only the extension knows how to show.
    public record Known() {}

    @Override
    public void install(BaseKernel kernel) {
        kernel.getRenderer().createRegistration(Known.class).preferring("text/plain").register((value, context) ->
                context.getOutputContainer().putText("an extension's rendering"));
    }
}
