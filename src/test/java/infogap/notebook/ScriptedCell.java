package infogap.notebook;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// The instructions that a cell of [ScriptedKernel] may hold, one per line.
final class ScriptedCell {

    private final int count;
    private final BooleanSupplier interrupted;
    private final BiConsumer<String, JsonObject> publish;
    private boolean idle = true;

    /// @param publish gets the type and the content of each `iopub` message
    ScriptedCell(int count, BooleanSupplier interrupted, BiConsumer<String, JsonObject> publish) {
        this.count = count;
        this.interrupted = interrupted;
        this.publish = publish;
    }

    boolean becomesIdle() {
        return idle;
    }

    /// Executes the instructions and returns the content of the reply.
    JsonObject execute(String code) {
        JsonObject reply = object("status", "ok");
        for (String line : code.lines().toList()) {
            String[] words = line.split(" ", 3);
            String rest = line.contains(" ") ? line.substring(line.indexOf(' ') + 1).replace("\\n", "\n") : "";
            switch (words[0]) {
                case "stdout", "stderr" -> print(words[0], rest);
                case "flood" -> {
                    for (int i = 0; i < Integer.parseInt(rest); i++) {
                        print("stdout", "line " + i + "\n");
                    }
                }
                case "result" -> {
                    JsonObject content = bundle("text/plain", new JsonPrimitive(rest));
                    content.addProperty("execution_count", count);
                    publish.accept("execute_result", content);
                }
                case "display" -> publish.accept("display_data", bundle(words[1], new JsonPrimitive(words[2].replace("\\n", "\n"))));
                case "json" -> publish.accept("display_data", bundle(words[1], JsonParser.parseString(words[2])));
                case "show" -> publish.accept("display_data", identified(words[1], words[2]));
                case "update" -> publish.accept("update_display_data", identified(words[1], words[2]));
                case "clear", "clear-wait" -> {
                    JsonObject content = new JsonObject();
                    content.addProperty("wait", words[0].equals("clear-wait"));
                    publish.accept("clear_output", content);
                }
                case "fail" -> reply = error(words[1], words[2]);
                case "sleep" -> {
                    while (!interrupted.getAsBoolean()) {
                        pause(10);
                    }
                    reply = error("Interrupted", "while sleeping");
                }
                case "deaf" -> pause(Long.MAX_VALUE);
                case "never-idle" -> idle = false;
                case "spawn" -> print("stdout", Long.toString(spawn()));
                case "pid" -> print("stdout", Long.toString(ProcessHandle.current().pid()));
                case "folder" -> print("stdout", Path.of("").toAbsolutePath().toString());
                case "halt" -> {
                    pause(200); // what was printed leaves by another thread
                    System.err.println("last words");
                    System.err.flush();
                    Runtime.getRuntime().halt(Integer.parseInt(rest));
                }
                default -> reply = error("UnknownInstruction", line);
            }
            if (!reply.get("status").getAsString().equals("ok")) {
                break;
            }
        }
        reply.addProperty("execution_count", count);
        return reply;
    }

    private void print(String stream, String text) {
        JsonObject content = object("name", stream);
        content.addProperty("text", text);
        publish.accept("stream", content);
    }

    private JsonObject error(String name, String message) {
        JsonObject content = object("ename", name);
        content.addProperty("evalue", message);
        JsonArray traceback = new JsonArray();
        traceback.add("\u001B[31m" + name + "\u001B[0m: " + message);
        traceback.add("  at line 1");
        content.add("traceback", traceback);
        publish.accept("error", content);
        JsonObject reply = content.deepCopy();
        reply.addProperty("status", "error");
        return reply;
    }

    private static JsonObject bundle(String mime, JsonElement value) {
        JsonObject data = new JsonObject();
        data.add(mime, value);
        JsonObject content = new JsonObject();
        content.add("data", data);
        content.add("metadata", new JsonObject());
        content.add("transient", new JsonObject());
        return content;
    }

    private static JsonObject identified(String displayId, String text) {
        JsonObject content = bundle("text/plain", new JsonPrimitive(text));
        content.add("transient", object("display_id", displayId));
        return content;
    }

    private static long spawn() {
        try {
            return new ProcessBuilder("sleep", "1000").start().pid();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonObject object(String name, String value) {
        JsonObject object = new JsonObject();
        object.addProperty(name, value);
        return object;
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
