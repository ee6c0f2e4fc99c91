package infogap.notebook;

import infogap.claims.Evidence;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimEvidenceTest {

    private static JsonObject claim(String json) {
        return bundle(JsonParser.parseString(json));
    }

    private static JsonObject bundle(JsonElement content) {
        JsonObject data = new JsonObject();
        data.add(Evidence.MIME_TYPE, content);
        data.addProperty("text/plain", "a card");
        return data;
    }

    private static Cell cell(String id, Output... outputs) {
        return Cell.code(id, "check").withExecution(OptionalInt.of(1), List.of(outputs));
    }

    @Test
    void claimsAreCollectedInTheOrderOfCellsAndOutputs() {
        Output shown = Output.displayData(claim("{\"id\": \"4-08\", \"value\": 0.10}"), new JsonObject());
        Output second = Output.executeResult(claim("{\"id\": \"4-09\"}"), new JsonObject(), JsonNull.INSTANCE);
        Output asText = Output.displayData(bundle(new JsonPrimitive("{\"id\": \"4-05\"}")), new JsonObject());
        Notebook notebook = Notebook.of(List.of(Cell.markdown("intro", Evidence.MIME_TYPE), cell("a", asText),
                cell("b", Output.stream("stdout", "x"), shown, second), cell("c")));
        List<ClaimEvidence> evidence = ClaimEvidence.in(new NotebookRun.Executed("05.ipynb", notebook));
        assertEquals(List.of("4-05", "4-08", "4-09"), evidence.stream().map(each -> each.claim().get("id").getAsString()).toList());
        assertEquals(new ClaimEvidence("05.ipynb", 2, "b", JsonParser.parseString("{\"id\": \"4-08\", \"value\": 0.10}").getAsJsonObject()),
                evidence.get(1));
        assertEquals("0.10", evidence.get(1).claim().get("value").getAsString());
        evidence.get(1).claim().addProperty("id", "changed");
        assertEquals("4-08", evidence.get(1).claim().get("id").getAsString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1]", "7", "null", "\"no json\"", "\"[1]\""})
    void whatIsNoObjectIsRefusedWithItsPlace(String content) {
        Notebook notebook = Notebook.of(List.of(cell("a", Output.displayData(claim(content), new JsonObject()))));
        NotebookFormatException e = assertThrows(NotebookFormatException.class, () -> ClaimEvidence.in("05.ipynb", notebook));
        assertTrue(e.getMessage().startsWith("05.ipynb: cells[0].outputs[0].data['application/vnd.infogap.claim+json']"), e.getMessage());
    }
}
