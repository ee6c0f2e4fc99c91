package infogap.hosts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import infogap.display.Displayable;
import infogap.display.MimeBundle;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChartBuilder;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/// What the renderers of JJava, IJava and rapaio's kernel make of this library's values, against what our own kernel shows.
class HostRenderersTest {

    private static final Displayable CARD = () -> {
        var bundle = new LinkedHashMap<String, Object>();
        bundle.put("text/html", "<p>card</p>");
        bundle.put("text/latex", "$x$");
        bundle.put("application/vnd.infogap.claim+json", "{\"id\": \"4-05\", \"holds\": false, \"value\": 0.50, \"parts\": [1, null, \"a\"]}");
        bundle.put("image/png", new byte[] {1, 2, 3});
        bundle.put("text/plain", "card");
        return bundle;
    };

    private static List<Object> values() {
        return List.of(CARD, new XYChartBuilder().title("t").build(), Table.create("t", IntColumn.create("n", new int[] {1, 2})),
                new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB), "text", 0.5, List.of(new int[] {1}), Map.of("k", new Object()));
    }

    /// The bundle as a message holds it.
    private static JsonObject expected(Object value) {
        var json = new JsonObject();
        MimeBundle.of(value).forEach((type, content) -> {
            if (content instanceof byte[] bytes) {
                json.addProperty(type, Base64.getEncoder().encodeToString(bytes));
            } else if (MimeBundle.isJson(type)) {
                json.add(type, JsonParser.parseString((String) content));
            } else {
                json.addProperty(type, (String) content);
            }
        });
        return json;
    }

    private static JsonObject data(Object displayData) {
        return new Gson().toJsonTree(displayData).getAsJsonObject().getAsJsonObject("data");
    }

    @Test
    void jjavaShowsTheSameBundle() {
        var renderer = new org.dflib.jjava.jupyter.kernel.display.Renderer();
        JJavaExtension.register(renderer);
        values().forEach(value -> assertEquals(expected(value), data(renderer.render(value)), value.toString()));
        assertEquals(List.of("text/html", "text/plain"), List.copyOf(data(renderer.renderAs(CARD, "text/html")).keySet()).stream().sorted().toList());
    }

    @Test
    void ijavaShowsTheSameBundle() {
        var renderer = new io.github.spencerpark.jupyter.kernel.display.Renderer();
        IJavaRenderer.register(renderer);
        values().forEach(value -> assertEquals(expected(value), data(renderer.render(value)), value.toString()));
        assertEquals(List.of("text/html", "text/plain"), List.copyOf(data(renderer.renderAs(CARD, "text/html")).keySet()).stream().sorted().toList());
    }

    @Test
    void rapaioShowsTheSameBundle() {
        var renderer = new RapaioRenderer();
        values().forEach(value -> assertEquals(expected(value), data(renderer.render(null, value)), value.toString()));
        assertEquals(List.of("text/html", "text/plain"), data(renderer.render("text/html", CARD)).keySet().stream().sorted().toList());
    }

    @Test
    void theKernelsThatLookForServicesFindThem() {
        assertTrue(ServiceLoader.load(Extension.class).stream().anyMatch(found -> found.type() == JJavaExtension.class));
        assertTrue(ServiceLoader.load(DisplayProvider.class).stream().anyMatch(found -> found.type() == RapaioRenderer.class));
    }

    @Test
    void elsewhereIjavaIsMissedWithAWord() {
        assertTrue(assertThrows(IllegalStateException.class, IJavaRenderer::install).getMessage().startsWith("this is no IJava kernel: "));
    }

    /// As JJava loads an extension: in a class loader that the cells do not use.
    @Test
    void aValueOfAnotherCopyOfTheLibraryIsAskedThere() throws IOException, ReflectiveOperationException {
        var entries = new ArrayList<URL>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            entries.add(Path.of(entry).toUri().toURL());
        }
        try (var cells = new URLClassLoader(entries.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Class<?> screening = cells.loadClass("infogap.bayes.Screening");
            Object value = screening.getMethod("of", double.class, double.class, double.class).invoke(null, 0.2, 0.9, 0.1);
            assertFalse(value instanceof infogap.bayes.Screening, "it must be another copy");
            assertEquals(infogap.bayes.Screening.of(0.2, 0.9, 0.1).toString(), HostBundle.of(value).get("text/plain"));
            Class<?> builder = cells.loadClass("org.knowm.xchart.XYChartBuilder");
            Object chart = builder.getMethod("build").invoke(builder.getMethod("title", String.class).invoke(builder.getConstructor().newInstance(), "t"));
            Map<String, Object> shown = HostBundle.of(chart);
            assertEquals("chart: t", shown.get("text/plain"));
            assertTrue(((String) shown.get("image/png")).startsWith("iVBOR"), "a PNG in base64");
        }
    }
}
