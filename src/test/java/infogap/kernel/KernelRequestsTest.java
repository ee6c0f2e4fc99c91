package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Every request but execute and interrupt.
class KernelRequestsTest {

    @AutoClose
    private static final KernelClient kernel = KernelClient.start();

    @Test
    void kernelInfoSaysWhoItIs() {
        JsonObject info = kernel.ask("kernel_info_request", Map.of());
        assertEquals("ok", info.get("status").getAsString());
        assertEquals("5.3", info.get("protocol_version").getAsString());
        assertEquals("java", info.getAsJsonObject("language_info").get("name").getAsString());
        assertEquals(System.getProperty("java.version"), info.getAsJsonObject("language_info").get("version").getAsString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "1 + 1 | complete",
        "int x = 3; | complete",
        "class A { } | complete",
        "'' | complete",
        "// only a comment | complete",
        "int x = | incomplete",
        "class A { | incomplete",
        "int a = 1; for (int i = 0; i < 3; i++) { | incomplete",
        "}{ | invalid",
        ") | invalid",
        "int y = 3; } | invalid",
    })
    void isCompleteKnowsAFinishedCell(String code, String status) {
        assertEquals(status, kernel.ask("is_complete_request", Map.of("code", code)).get("status").getAsString());
    }

    @Test
    void anUnfinishedCellGoesOnIndented() {
        JsonObject reply = kernel.ask("is_complete_request", Map.of("code", "class A {\n    void f() {"));
        assertEquals("        ", reply.get("indent").getAsString());
    }

    @Test
    void completionReplacesTheWordAtTheCursor() {
        String code = "/* 😀 */ int seen = 1;\nMath.sq";
        JsonObject reply = complete(code, code.codePointCount(0, code.length()));
        assertEquals("ok", reply.get("status").getAsString());
        assertTrue(KernelClient.strings(reply.getAsJsonArray("matches")).contains("sqrt("), reply.toString());
        int start = code.codePointCount(0, code.indexOf("sq"));
        assertEquals(start, reply.get("cursor_start").getAsInt());
        assertEquals(start + 2, reply.get("cursor_end").getAsInt());
    }

    @Test
    void completionKnowsWhatCellsDeclared() {
        kernel.execute("int unusualName = 1;");
        JsonObject reply = complete("unusualN", 8);
        assertEquals(List.of("unusualName"), KernelClient.strings(reply.getAsJsonArray("matches")));
        assertTrue(complete("nothingIsCalledThis", 19).getAsJsonArray("matches").isEmpty());
    }

    @Test
    void completionKnowsWhatTheSameCellDeclaredAbove() {
        String cell = "int abovementioned = 1;\nrecord Wide(int width) {}\nvar wide = new Wide(1);\nint helpful(int n) { return n; }\n";
        assertEquals(List.of("abovementioned"), matches(cell + "abovem"));
        assertEquals(List.of("helpful("), matches(cell + "int y = helpf"));
        assertEquals(List.of("width", "width()"), matches(cell + "wide.wid"));
        assertEquals(List.of("sqrt("), matches(cell + "Math.sq"));
        JsonObject reply = complete(cell + "Math.sq", cell.length() + 7);
        assertEquals(cell.length() + 5, reply.get("cursor_start").getAsInt());
    }

    /// The types are in no cell that was evaluated before.
    @Test
    void completionKnowsWhatTheSameCellImportsAbove() {
        String one = "import java.util.zip.CRC32C;\n";
        assertEquals(List.of("CRC32C"), matches(one + "CRC32"));
        assertTrue(matches(one + "var sum = new CRC32").contains("CRC32C"), matches(one + "var sum = new CRC32").toString());
        assertTrue(matches(one + "var sum = new CRC32C();\nsum.getV").contains("getValue()"), matches(one + "var sum = new CRC32C();\nsum.getV").toString());
        String all = "import java.time.chrono.*;\nimport static java.lang.StrictMath.*;\n";
        assertEquals(List.of("ThaiBuddhistChronology"), matches(all + "ThaiBuddhistChr"));
        assertTrue(matches(all + "ThaiBuddhistDate.no").contains("now("), matches(all + "ThaiBuddhistDate.no").toString());
        assertTrue(matches(all + "double y = cbr").contains("cbrt("), matches(all + "double y = cbr").toString());
        JsonObject reply = complete(all + "ThaiBuddhistDate.no", all.length() + 19);
        assertEquals(all.length() + 17, reply.get("cursor_start").getAsInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"// Mat", "/* Mat", "String s = \"Mat", "char c = 'M", "String t = \"\"\"\n Mat", "int i = 1; // see Mat"})
    void nothingIsCompletedInsideCommentsAndLiterals(String code) {
        assertEquals(List.of(), matches(code));
    }

    private static List<String> matches(String code) {
        return KernelClient.strings(complete(code, code.length()).getAsJsonArray("matches"));
    }

    private static JsonObject complete(String code, int cursor) {
        return kernel.ask("complete_request", Map.of("code", code, "cursor_pos", cursor));
    }

    @Test
    void inspectionDescribesMethodsAndVariables() {
        assertTrue(inspect("Math.sqrt(2)", 7).contains("double Math.sqrt(double a)"), inspect("Math.sqrt(2)", 7));
        assertTrue(inspect("Math.sqrt", 9).contains("square root"), "the JDK's own documentation is shown");
        kernel.execute("var described = List.of(1);");
        assertEquals("List<Integer> described", inspect("described", 3));
        JsonObject nothing = kernel.ask("inspect_request", Map.of("code", "noSuchThing", "cursor_pos", 3, "detail_level", 0));
        assertEquals("ok", nothing.get("status").getAsString());
        assertFalse(nothing.get("found").getAsBoolean());
    }

    @Test
    void inspectionShowsTextAndNoTags() {
        String sqrt = inspect("Math.sqrt", 9);
        assertTrue(sqrt.contains(" - If the argument is NaN or less than zero, then the result"), sqrt);
        assertTrue(sqrt.contains("Returns the positive square root of a."), sqrt);
        assertFalse(sqrt.contains("<li>") || sqrt.contains("{@code") || sqrt.contains("@return"), sqrt);
    }

    /// The tests' class path holds `target/classes`, beside whose folder the project's sources are.
    @Test
    void inspectionShowsTheLibrarysOwnDocumentation() {
        kernel.execute("import infogap.numeric.*;");
        String method = inspect("Checks.text", 11);
        assertTrue(method.startsWith("String Checks.text(String argument, String value)"), method);
        assertTrue(method.lines().count() > 2, method);
        String type = inspect("Checks", 6);
        assertTrue(type.startsWith("infogap.numeric.Checks\n\n"), type);
    }

    private static String inspect(String code, int cursor) {
        JsonObject reply = kernel.ask("inspect_request", Map.of("code", code, "cursor_pos", cursor, "detail_level", 0));
        assertTrue(reply.get("found").getAsBoolean(), code);
        return reply.getAsJsonObject("data").get("text/plain").getAsString();
    }

    @Test
    void historyAnswersTailRangeAndSearch() {
        kernel.execute("\"first\" + 1");
        kernel.execute("\"second\" + 2");
        int line = kernel.execute("\"second\" + 2").reply().get("execution_count").getAsInt();

        JsonArray tail = history(Map.of("hist_access_type", "tail", "n", 2, "output", true, "raw", true));
        assertEquals(2, tail.size());
        assertEquals("[1,%d,[\"\\\"second\\\" + 2\",\"second2\"]]".formatted(line), tail.get(1).toString());

        JsonArray range = history(Map.of("hist_access_type", "range", "session", 0, "start", line - 2, "stop", line, "raw", true, "output", false));
        assertEquals(List.of("\"first\" + 1", "\"second\" + 2"),
                range.asList().stream().map(entry -> entry.getAsJsonArray().get(2).getAsString()).toList());

        Map<String, Object> search = Map.of("hist_access_type", "search", "pattern", "\"sec*", "raw", true, "output", false);
        assertEquals(2, history(search).size());
        var unique = new HashMap<>(search);
        unique.put("unique", true);
        assertEquals(1, history(unique).size());
    }

    private static JsonArray history(Map<String, Object> request) {
        JsonObject reply = kernel.ask("history_request", request);
        assertEquals("ok", reply.get("status").getAsString());
        return reply.getAsJsonArray("history");
    }

    @Test
    void commInfoIsAnswered() {
        assertEquals("ok", kernel.ask("comm_info_request", Map.of()).get("status").getAsString());
    }
}
