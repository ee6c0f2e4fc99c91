package infogap.kernel;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;

/// What a cell led to.
///
/// @param reply   the reply's content
/// @param outputs the published messages up to the idle status
record Answer(JsonObject reply, List<JsonObject> outputs) {

    String status() {
        return reply.get("status").getAsString();
    }

    List<JsonObject> contents(String type) {
        return outputs.stream()
                .filter(message -> KernelChannel.typeOf(message).equals(type))
                .map(message -> message.getAsJsonObject("content"))
                .toList();
    }

    String printed(String stream) {
        var text = new StringBuilder();
        contents("stream").stream()
                .filter(content -> content.get("name").getAsString().equals(stream))
                .forEach(content -> text.append(content.get("text").getAsString()));
        return text.toString();
    }

    /// The MIME bundle of the execute result, or null.
    JsonObject result() {
        List<JsonObject> results = contents("execute_result");
        return results.isEmpty() ? null : results.getFirst().getAsJsonObject("data");
    }

    String resultText() {
        return result() == null ? null : result().get("text/plain").getAsString();
    }

    JsonObject display() {
        return contents("display_data").getFirst().getAsJsonObject("data");
    }

    String errorName() {
        return contents("error").getFirst().get("ename").getAsString();
    }

    String errorMessage() {
        return contents("error").getFirst().get("evalue").getAsString();
    }

    String traceback() {
        var lines = new ArrayList<String>();
        contents("error").getFirst().getAsJsonArray("traceback").forEach(line -> lines.add(line.getAsString()));
        return String.join("\n", lines);
    }
}
