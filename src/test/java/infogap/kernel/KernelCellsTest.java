package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/// Cells that run: values, streams, displays, declarations.
class KernelCellsTest {

    @AutoClose
    private static final KernelClient kernel = KernelClient.start();

    @Test
    void theLastExpressionIsTheResult() {
        Answer answer = kernel.execute("int a = 6;\n// a comment\na * 7");
        assertEquals("ok", answer.status());
        assertEquals("42", answer.resultText());
        assertTrue(answer.reply().get("execution_count").getAsInt() > 0);
        assertNull(kernel.execute("int unseen = 3;").result(), "a declaration has no result");
        assertNull(kernel.execute("").result(), "an empty cell is a cell");
    }

    @Test
    void whatIsPrintedArrivesOnItsStreamInOrder() {
        Answer answer = kernel.execute("System.out.print(\"a \"); System.err.print(\"e\"); System.out.println(\"信息差\"); 5");
        assertEquals("a 信息差\n", answer.printed("stdout"));
        assertEquals("e", answer.printed("stderr"));
        assertEquals("execute_result", KernelChannel.typeOf(answer.outputs().getLast()));
    }

    @Test
    void displayShowsEveryKindOfText() {
        Map<String, String> kinds = Map.of("text/html", "<b>x</b>", "text/markdown", "# x", "text/latex", "$x$", "image/svg+xml", "<svg/>");
        kinds.forEach((type, content) -> {
            Answer answer = kernel.execute("display(\"" + content + "\", \"" + type + "\");");
            assertEquals(content, answer.display().get(type).getAsString());
            assertNull(answer.result(), "the identifier that display returns is random and not shown");
        });
        Answer rendered = kernel.execute("render(\"<i>y</i>\", \"text/html\")");
        assertEquals("<i>y</i>", rendered.result().get("text/html").getAsString());
    }

    @Test
    void aDisplayCanBeUpdated() {
        Answer answer = kernel.execute("String id = display(\"one\"); updateDisplay(id, \"two\");");
        String shown = answer.contents("display_data").getFirst().getAsJsonObject("transient").get("display_id").getAsString();
        var update = answer.contents("update_display_data").getFirst();
        assertEquals(shown, update.getAsJsonObject("transient").get("display_id").getAsString());
        assertEquals("two", update.getAsJsonObject("data").get("text/plain").getAsString());
    }

    @Test
    void aDisplayableBringsAllItsTypesAndJsonStaysJson() {
        Answer answer = kernel.execute("""
                infogap.display.Displayable card = () -> Map.of("text/plain", "card", "text/html", "<p>card</p>",
                    "application/vnd.infogap.claim+json", "{\\"id\\": \\"4-05\\", \\"holds\\": false}", "image/png", new byte[] {1, 2, 3});
                card""");
        assertEquals("card", answer.resultText());
        assertEquals("<p>card</p>", answer.result().get("text/html").getAsString());
        assertEquals("4-05", answer.result().getAsJsonObject("application/vnd.infogap.claim+json").get("id").getAsString());
        assertEquals("AQID", answer.result().get("image/png").getAsString());
    }

    @Test
    void tablesAndImagesRenderByThemselves() {
        Answer table = kernel.execute("tech.tablesaw.api.Table.create(\"t\", tech.tablesaw.api.IntColumn.create(\"n\", new int[] {1, 2}))");
        assertTrue(table.result().get("text/html").getAsString().contains("<th>n</th>"));
        Answer image = kernel.execute("new java.awt.image.BufferedImage(3, 2, java.awt.image.BufferedImage.TYPE_INT_RGB)");
        assertTrue(image.result().has("image/png"));
        assertEquals("image, 3 x 2 pixels", image.resultText());
    }

    @Test
    void noOutputHoldsAHash() {
        assertEquals("[1, 2]", kernel.execute("new int[] {1, 2}").resultText());
        assertEquals("an object of Plain", kernel.execute("class Plain {}\nnew Plain()").resultText());
        assertEquals("a lambda", kernel.execute("Runnable nothing = () -> {};\nnothing").resultText());
    }

    @Test
    void noPartOfAValueShowsAnAddress() {
        assertEquals("{a=[1, 2]}", kernel.execute("int[] part = {1, 2};\nMap.of(\"a\", part)").resultText());
        assertEquals("[[1, 2], an object of Nameless, Optional[[1, 2]]]",
                kernel.execute("class Nameless {}\nList.of(part, new Nameless(), Optional.of(part))").resultText());
        assertEquals("Holder[held=[1, 2]]", kernel.execute("record Holder(int[] held) {}\nnew Holder(part)").resultText());
        assertEquals("me@example.org", kernel.execute("\"me@example.org\"").resultText());
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        String text = kernel.execute("IntStream.range(0, 200_000).boxed().toList()").resultText();
        assertTrue(text.startsWith("[0, 1, 2, "), text.substring(0, 20));
        // 200,000 numbers of 10, 90·2, 900·3, … digits and the separators between them
        assertTrue(text.endsWith("\n… cut here: 20,000 of 1,488,890 characters"), text.substring(text.length() - 60));
    }

    @Test
    void outputCanBeCleared() {
        Answer answer = kernel.execute("System.out.println(1);\nclearOutput(true);\nSystem.out.println(2);\nclearOutput();");
        List<Boolean> waits = answer.contents("clear_output").stream().map(content -> content.get("wait").getAsBoolean()).toList();
        assertEquals(List.of(true, false), waits);
        assertEquals("clear_output", KernelChannel.typeOf(answer.outputs().getLast()));
    }

    @Test
    void classesOfOneCellMayReferForward() {
        Answer answer = kernel.execute("""
                class Even { static boolean is(int n) { return n == 0 || Odd.is(n - 1); } }
                class Odd { static boolean is(int n) { return n != 0 && Even.is(n - 1); } }
                Even.is(10)""");
        assertEquals("true", answer.resultText());
    }

    @Test
    void methodsAndClassesCanBeRedefined() {
        kernel.execute("int answer() { return 1; }\nclass Box { int v() { return 1; } }\nint viaMethod() { return answer(); }");
        Answer again = kernel.execute("int answer() { return 2; }\nclass Box { int v() { return 2; } }\nviaMethod() * 10 + new Box().v()");
        assertEquals("22", again.resultText());
    }

    @Test
    void loopsMayUseClassesOfTheCell() {
        // the woven stop checks must not confuse the verifier where two types of the cell meet
        Answer answer = kernel.execute("""
                interface Shape { int sides(); }
                record Triangle() implements Shape { public int sides() { return 3; } }
                record Square() implements Shape { public int sides() { return 4; } }
                class Base { int n() { return 1; } }
                class Left extends Base { }
                class Right extends Base { }
                int sum = 0;
                for (int i = 0; i < 4; i++) {
                    Shape s = i % 2 == 0 ? new Triangle() : new Square();
                    var b = i % 2 == 0 ? new Left() : new Right();
                    sum += s.sides() + b.n();
                }
                sum""");
        assertEquals("18", answer.resultText());
    }

    @Test
    void cellsSeeTheKernelsClassPath() {
        assertEquals("13/50", kernel.execute(
                "infogap.numeric.Fractions.ofDecimal(0.26).toString().replace(\" \", \"\")").resultText());
    }

    @Test
    void aSilentCellLeavesNoTrace() {
        int before = kernel.execute("1").reply().get("execution_count").getAsInt();
        Answer silent = kernel.answer(kernel.send("2", Map.of("silent", true)));
        assertEquals(List.of(), silent.outputs());
        assertEquals(before + 1, kernel.execute("3").reply().get("execution_count").getAsInt());
    }

    @Test
    void userExpressionsAreEvaluatedEachForItself() {
        Answer answer = kernel.answer(kernel.send("int u = 5;", Map.of("user_expressions", Map.of("good", "u + 1", "bad", "nope"))));
        var expressions = answer.reply().getAsJsonObject("user_expressions");
        assertEquals("6", expressions.getAsJsonObject("good").getAsJsonObject("data").get("text/plain").getAsString());
        assertEquals("error", expressions.getAsJsonObject("bad").get("status").getAsString());
        Answer rich = kernel.answer(kernel.send("", Map.of("user_expressions", Map.of(
                "chart", "new org.knowm.xchart.XYChartBuilder().title(\"t\").build()", "nothing", "(Object) null"))));
        assertTrue(expression(rich, "chart").has("image/png"), "an inline expression is as rich as a cell");
        assertEquals("chart: t", expression(rich, "chart").get("text/plain").getAsString());
        assertEquals("null", expression(rich, "nothing").get("text/plain").getAsString());
    }

    private static JsonObject expression(Answer answer, String name) {
        return answer.reply().getAsJsonObject("user_expressions").getAsJsonObject(name).getAsJsonObject("data");
    }

    @Test
    void tenMegabytesArriveWhole() {
        Answer answer = kernel.execute("for (int i = 0; i < 100_000; i++) System.out.println(\"%099d\".formatted(i));");
        assertEquals(10_000_000, answer.printed("stdout").length());
        assertTrue(answer.printed("stdout").endsWith("099999\n"));
        assertTrue(answer.contents("stream").size() < 2_000, "prints are gathered");
    }

    @Test
    void aThreadThatOutlivesItsCellPrintsUnderIt() {
        String request = kernel.send("""
                var gate = new CountDownLatch(1);
                var late = new Thread(() -> {
                    try { gate.await(); } catch (InterruptedException e) { return; }
                    System.out.println("late");
                });
                late.start();""");
        assertEquals("ok", kernel.answer(request).status());
        Answer next = kernel.execute("gate.countDown(); late.join(); \"next\"");
        assertEquals("", next.printed("stdout"));
        assertEquals("late\n", kernel.lateMessage(request, "stream").get("text").getAsString());
    }

    @Test
    void theUserIsAskedForALineWithWhatStandsBeforeIt() {
        String request = kernel.send("""
                System.out.print("Your name? ");
                var asked = new Scanner(System.in);
                var first = asked.nextLine();
                System.out.println("thanks");
                System.out.print("And yours? ");
                first + " and " + asked.nextLine()""", Map.of("allow_stdin", true));
        assertEquals("Your name? ", kernel.nextPrompt());
        kernel.enter("李");
        assertEquals("And yours? ", kernel.nextPrompt());
        kernel.enter("Åke 😀");
        assertEquals("李 and Åke 😀", kernel.answer(request).resultText());
    }

    @Test
    void withoutInputTheInputIsAtItsEnd() {
        assertEquals("-1", kernel.execute("System.in.read()").resultText());
        assertFalse(kernel.execute("new Scanner(System.in).hasNextLine()").resultText().equals("true"));
    }

    @Test
    void extensionsOfTheFamilyAreInstalled() {
        assertEquals("an extension's rendering", kernel.execute("new infogap.kernel.ExampleExtension.Known()").resultText());
    }

    @Test
    void evalOfTheFamilyWorksInsideACell() {
        assertEquals("7", kernel.execute("eval(\"3 + 4\")").resultText());
    }
}
