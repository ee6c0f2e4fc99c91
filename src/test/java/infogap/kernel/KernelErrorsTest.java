package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Cells that fail: what they say, and that the kernel goes on.
class KernelErrorsTest {

    @AutoClose
    private static final KernelClient kernel = KernelClient.start("-Xmx256m");

    private static void assertUsable() {
        assertEquals("2", kernel.execute("1 + 1").resultText());
    }

    @Test
    void aCompileErrorPointsAtThePlace() {
        Answer answer = kernel.execute("int fine = 1;\n  int wrong = unknownName;\nSystem.out.println(\"not reached\");");
        assertEquals("error", answer.status());
        assertEquals("cannot find symbol", answer.errorMessage());
        String[] lines = answer.traceback().split("\n");
        assertTrue(lines[0].endsWith("line 2, column 15: cannot find symbol"), lines[0]);
        assertEquals("      int wrong = unknownName;", lines[1]);
        assertEquals(lines[1].indexOf("unknownName"), lines[2].indexOf('^'));
        assertEquals("", answer.printed("stdout"), "what follows a failure does not run");
    }

    @Test
    void aSyntaxErrorStopsTheWholeCell() {
        Answer answer = kernel.execute("System.out.println(\"not reached\");\nint b = (2;\n");
        assertEquals("')' expected", answer.errorMessage());
        assertTrue(answer.traceback().contains("line 2, column 11"), answer.traceback());
        Answer unfinished = kernel.execute("System.out.println(\"not reached\");\nclass Open {\n");
        assertEquals("error", unfinished.status());
        assertEquals("", unfinished.printed("stdout"));
    }

    @Test
    void aMethodMayCallOneOfALaterCellButNotTooEarly() {
        Answer declared = kernel.execute("int misspelt() {\n    return tpyo + 1;\n}");
        assertEquals("ok", declared.status());
        assertTrue(declared.printed("stderr").matches("note: misspelt\\(\\) \\(cell \\d+, line 1\\) can be used once there is variable tpyo\n"),
                declared.printed("stderr"));
        Answer early = kernel.execute("misspelt()");
        assertEquals("cannot find variable tpyo", early.errorMessage());
        assertTrue(early.traceback().contains("line 2, column 12"), early.traceback());
        Answer repaired = kernel.execute("int tpyo = 2;\nmisspelt()");
        assertEquals("3", repaired.resultText());
        assertEquals("", repaired.printed("stderr"));
    }

    @Test
    void aDeclarationThatWaitsIsNamedWhereItIsUsed() {
        assertEquals("ok", kernel.execute("Unheard unheard;").status());
        Answer early = kernel.execute("unheard");
        assertTrue(early.traceback().contains("unheard is declared and waits for class Unheard"), early.traceback());
    }

    @Test
    void whatIsNotClosedIsShown() {
        assertEquals("the comment is not closed", kernel.execute("int unclosed;\n/* open").errorMessage());
        Answer comment = kernel.execute("1;\n  /* open");
        assertTrue(comment.traceback().contains("line 2, column 3"), comment.traceback());
        assertEquals("error", kernel.execute("String t = \"\"\"\n open").status());
    }

    @Test
    void aTypesNameAloneIsNoUnknownVariable() {
        assertEquals("String is a type, not a value", kernel.execute("String").errorMessage());
        kernel.execute("import java.awt.*;");
        assertEquals("reference to List is ambiguous", kernel.execute("List").errorMessage());
        assertEquals("reference to List is ambiguous", kernel.execute("List.of(1)").errorMessage());
        assertEquals("ok", kernel.execute("import java.util.List;").status(), "the import that decides");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%maven a:b:1", "%%html\n<b>x</b>", "/vars", "!ls"})
    void commandsOfOtherToolsAreToldApart(String cell) {
        Answer answer = kernel.execute(cell);
        assertEquals("this kernel has no magics and no commands; a cell holds Java only", answer.errorMessage());
        assertTrue(answer.traceback().contains(cell.lines().findFirst().orElseThrow()), answer.traceback());
    }

    @Test
    void namesOfTheWrapperDoNotLeak() {
        kernel.execute("String nothing = null; record Leak() {}");
        assertEquals("Cannot invoke \"String.length()\" because \"nothing\" is null", kernel.execute("nothing.length()").errorMessage());
        assertEquals("class Leak cannot be cast to class java.lang.String", kernel.execute("String cast = (String) (Object) new Leak();").errorMessage());
        assertFalse(kernel.execute("String wrong = new Leak();").traceback().contains("REPL"));
    }

    @Test
    void previewFeaturesSayHowTheyAreAllowed() throws IOException {
        String cell = "switch (1) { case int i when i > 0 -> \"positive\"; default -> \"other\"; }";
        String asValue = "String sign = " + cell + ";\nsign";
        Answer refused = kernel.execute(asValue);
        assertTrue(refused.traceback().contains("install it with --enable-preview"), refused.traceback());
        List<String> preview = new LaunchCommand(Path.of("java"), List.of(), List.of()).withPreview().options();
        try (KernelClient allowed = KernelClient.start(preview.toArray(String[]::new))) {
            assertEquals("positive", allowed.execute(asValue).resultText());
        }
    }

    /// Whatever the methods of an exception do, the cell has failed.
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "public String getMessage() { throw new IllegalStateException(); } | (its getMessage() threw java.lang.IllegalStateException)",
        "public String getMessage() { throw new AssertionError(); } | (its getMessage() threw java.lang.AssertionError)",
        "public String getMessage() { return getMessage(); } | (its getMessage() threw java.lang.StackOverflowError)",
        "public String toString() { throw new IllegalStateException(); } | ''",
        "public String getMessage() { return null; } | ''",
        "public Throwable getCause() { throw new IllegalStateException(); } | ''",
        "public StackTraceElement[] getStackTrace() { throw new IllegalStateException(); } | ''",
    })
    void anExceptionThatCannotBeAskedIsAnError(String method, String message) {
        Answer answer = kernel.execute("class Mute extends RuntimeException { " + method + " }\nthrow new Mute();");
        assertEquals("error", answer.status());
        assertEquals("Mute", answer.errorName());
        assertEquals(message, answer.errorMessage());
        assertUsable();
    }

    @Test
    void anExceptionWhoseMessageNeverComesCanBeInterrupted() {
        String request = kernel.send("class Endless extends RuntimeException { public String getMessage() {"
                + " System.out.println(\"asked\"); while (true) { } } }\nthrow new Endless();");
        kernel.awaitOutput(request);
        kernel.interrupt();
        assertEquals("java.lang.InterruptedException", kernel.answer(request).errorName());
        assertUsable();
    }

    @Test
    void aCrashOfTheCompilerIsAnError() {
        assertEquals("ok", kernel.execute("class Outer { class Inner { } }").status());
        assertEquals("ok", kernel.execute("var inner = new Outer().new Inner();").status());
        // javac 25 fails on the inferred type of 'inner' here; a version that does not may declare it
        Answer crashed = kernel.execute("class Outer { static class Inner { } }");
        if (crashed.status().equals("error")) {
            assertTrue(crashed.errorMessage().startsWith("the Java compiler crashed"), crashed.errorMessage());
            assertTrue(crashed.traceback().contains("class Outer { static class Inner { } }"), crashed.traceback());
            assertEquals("ok", kernel.execute("class Outer { static class Inner { } }").status(), "a second time it compiles");
        }
        assertEquals("true", kernel.execute("new Outer.Inner() instanceof Outer.Inner").resultText());
    }

    @Test
    void aRuntimeErrorShowsClassMessageLinesAndCauses() {
        Answer answer = kernel.execute("""
                // comment
                int divide(int n) {
                    try {
                        return 1 / n;
                    } catch (ArithmeticException e) {
                        throw new IllegalStateException("no quotient", e);
                    }
                }

                int q =
                    divide(0);
                System.out.println("not reached");""");
        assertEquals("java.lang.IllegalStateException", answer.errorName());
        assertEquals("no quotient", answer.errorMessage());
        assertEquals("java.lang.IllegalStateException", answer.reply().get("ename").getAsString());
        String traceback = answer.traceback().replaceAll("cell \\d+", "cell N");
        assertEquals("""
                java.lang.IllegalStateException: no quotient
                    at divide (cell N, line 6)
                        throw new IllegalStateException("no quotient", e);
                    at cell N, line 11
                        divide(0);
                Caused by: java.lang.ArithmeticException: / by zero
                    at divide (cell N, line 4)
                        return 1 / n;
                    at cell N, line 11
                        divide(0);""", traceback);
        assertEquals("", answer.printed("stdout"));
    }

    @Test
    void aFrameOfAnEarlierCellNamesThatCell() {
        int first = kernel.execute("class Account {\n    int take(int[] a) { return a[5]; }\n}").reply().get("execution_count").getAsInt();
        Answer answer = kernel.execute("\n\nnew Account().take(new int[1])");
        assertTrue(answer.traceback().contains("at Account.take (cell " + first + ", line 2)"), answer.traceback());
        assertTrue(answer.traceback().contains("at cell " + (first + 1) + ", line 3"), answer.traceback());
    }

    @Test
    void aClassOfTheCellIsNamedAsTheUserNamedIt() {
        Answer answer = kernel.execute("class Odd extends RuntimeException { Odd() { super(\"odd\"); } }\nthrow new Odd();");
        assertEquals("Odd", answer.errorName());
        assertEquals("odd", answer.errorMessage());
    }

    @Test
    void aToStringThatFailsOrLoopsIsAnErrorOfTheCell() {
        Answer failing = kernel.execute("new Object() { public String toString() { throw new IllegalArgumentException(\"mute\"); } }");
        assertEquals("java.lang.IllegalArgumentException", failing.errorName());
        assertUsable();
    }

    @Test
    void aStackOverflowIsShortAndHarmless() {
        Answer answer = kernel.execute("int deep(int n) { return deep(n + 1) + 1; }\ndeep(0)");
        assertEquals("java.lang.StackOverflowError", answer.errorName());
        assertTrue(answer.traceback().lines().count() < 60, answer.traceback());
        assertTrue(answer.traceback().contains("at deep"), answer.traceback());
        assertUsable();
    }

    @Test
    void aFullHeapIsAnErrorAndLeavesRoomForTheNextCell() {
        Answer chunks = kernel.execute("var chunks = new ArrayList<long[]>();\nwhile (true) chunks.add(new long[1 << 17]);");
        assertEquals("java.lang.OutOfMemoryError", chunks.errorName());
        assertTrue(chunks.traceback().contains("set to null"), chunks.traceback());
        assertUsable();
        assertEquals("true", kernel.execute("chunks == null").resultText());
        assertEquals("java.lang.OutOfMemoryError", kernel.execute("new long[Integer.MAX_VALUE]").errorName());
        assertUsable();
    }

    @Test
    void cellsThatWaitBehindAFailureAreAborted() {
        String slow = kernel.send("Thread.sleep(300); throw new RuntimeException(\"first\");");
        String second = kernel.send("System.out.println(\"second\");");
        String third = kernel.send("3");
        assertEquals("java.lang.RuntimeException", kernel.answer(slow).errorName());
        Answer aborted = kernel.answer(second);
        assertEquals("aborted", aborted.status());
        assertEquals("", aborted.printed("stdout"));
        assertEquals("aborted", kernel.answer(third).status());
        assertUsable();
    }

    @Test
    void withoutStopOnErrorTheNextCellRuns() {
        String failing = kernel.send("Thread.sleep(200); throw new RuntimeException();", Map.of("stop_on_error", false));
        String next = kernel.send("\"ran\"");
        assertEquals("error", kernel.answer(failing).status());
        assertEquals("ran", kernel.answer(next).resultText());
    }

    @Test
    void anExceptionOfABackgroundThreadIsPrinted() {
        Answer answer = kernel.execute("var t = new Thread(() -> { throw new IllegalStateException(\"behind\"); });\nt.start();\nt.join();");
        assertEquals("ok", answer.status());
        assertTrue(answer.printed("stderr").contains("IllegalStateException: behind"), answer.printed("stderr"));
        assertFalse(answer.printed("stderr").isEmpty());
    }

    @Test
    void garbageOnTheSocketIsIgnored() {
        kernel.sendGarbage();
        assertUsable();
        assertTrue(kernel.isAlive());
    }
}
