package infogap.hosts;

import java.util.List;
import java.util.Map;
import org.rapaio.jupyter.kernel.display.DisplayData;
import org.rapaio.jupyter.kernel.display.DisplayRenderer;
import org.rapaio.jupyter.kernel.display.DisplaySystem;
import org.rapaio.jupyter.kernel.display.DisplayTransformer;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import org.rapaio.jupyter.kernel.global.Global;

/// Tells [rapaio's kernel](https://github.com/padreati/rapaio-jupyter-kernel) how this library's results, charts and tables look. The
/// kernel knows this class as a service, but looks for services before it knows the cells' class path; its init script (`RJK_INIT_SCRIPT`)
/// says
///
/// ```java
/// infogap.hosts.RapaioRenderer.install();
/// ```
public final class RapaioRenderer implements DisplayProvider, DisplayRenderer {

    private static final String TEXT = "text/plain";

    /// For the service loader.
    public RapaioRenderer() {
    }

    /// Makes the kernel of this process look for its services on the class path of the cells, and show plain text as such.
    public static void install() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(RapaioRenderer.class.getClassLoader());
        try {
            DisplaySystem.inst().refreshSpiDisplayHandlers();
        } finally {
            thread.setContextClassLoader(before);
        }
        Global.options().display().defaultMime(TEXT);
    }

    @Override
    public List<DisplayRenderer> getDisplayRenderers() {
        return List.of(this);
    }

    @Override
    public List<DisplayTransformer> getDisplayTransformers() {
        return List.of();
    }

    @Override
    public Class<?> rendererClass() {
        return Object.class;
    }

    @Override
    public boolean canRender(String mime) {
        return true;
    }

    /// Of a value's bundle the type asked for and the text; without a type, everything.
    @Override
    public DisplayData render(String mime, Object value) {
        if (value instanceof DisplayData ready) {
            return ready;
        }
        Map<String, Object> bundle = HostBundle.of(value);
        var data = DisplayData.fromText(String.valueOf(bundle.get(TEXT)));
        if (mime == null || mime.isBlank() || bundle.containsKey(mime)) {
            bundle.forEach((type, content) -> {
                if (mime == null || mime.isBlank() || type.equals(mime)) {
                    data.putData(type, content);
                }
            });
        } else {
            data.putData(mime, String.valueOf(value));
        }
        return data;
    }
}
