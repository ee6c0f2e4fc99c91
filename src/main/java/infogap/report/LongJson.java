package infogap.report;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import com.google.gson.stream.JsonWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// An object that ends with a long array, of which only one element is a tree at a time.
final class LongJson {

    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private LongJson() {}

    /// @param head the members before the array
    /// @param name the array's name
    static void write(OutputStream stream, JsonObject head, String name, Stream<JsonObject> elements) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        JsonWriter json = GSON.newJsonWriter(text);
        json.beginObject();
        for (String member : head.keySet()) {
            json.name(member);
            GSON.toJson(head.get(member), json);
        }
        json.name(name).beginArray();
        elements.forEachOrdered(element -> GSON.toJson(element, json));
        json.endArray().endObject().flush();
        text.write('\n');
        text.flush();
    }
}
