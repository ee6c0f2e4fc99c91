package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

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
    void anUnknownNameInAMethodIsAnErrorOfItsCell() {
        Answer answer = kernel.execute("int misspelt() {\n    return tpyo + 1;\n}");
        assertEquals("cannot find variable tpyo", answer.errorMessage());
        assertTrue(answer.traceback().contains("line 2, column 12"), answer.traceback());
        kernel.execute("int tpyo = 2;");
        assertEquals("3", kernel.execute("misspelt()").resultText(), "the declaration was waiting");
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
