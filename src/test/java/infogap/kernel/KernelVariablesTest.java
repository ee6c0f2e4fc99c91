package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What variables hold when the cells after them change what they were made of.
class KernelVariablesTest {

    @AutoClose
    private static final KernelClient kernel = KernelClient.start();

    @BeforeEach
    void startWithValues() {
        run("""
                class Box { int n; Box(int n) { this.n = n; } Box add() { n++; return this; } }
                int source() { return 1; }
                Box box = new Box(1).add();
                List<Box> boxes = new ArrayList<>(List.of(box));
                Map<String, List<Box>> named = Map.of("b", boxes);
                Object anything = box;
                List<String> names = new ArrayList<>(List.of("a"));
                var made = source();
                double[] weights = {0.5, 0.25};
                int first = 1;
                int second = first + 1;""");
    }

    private static Answer run(String cell) {
        Answer answer = kernel.execute(cell);
        assertEquals("ok", answer.status(), () -> answer.traceback());
        return answer;
    }

    private static String value(String expression) {
        return run(expression).resultText();
    }

    @Test
    void importsOfALaterCellLeaveEverythingAsItIs() {
        Answer imports = run("import java.time.*;\nimport java.util.logging.*;\n// and a comment\nimport java.util.zip.*;\n/* one */ import static java.lang.Math.*;");
        assertEquals("", imports.printed("stderr"));
        assertEquals("[a]", value("names"));
        assertEquals("2", value("box.n"));
        assertEquals("true", value("boxes.get(0) == box && anything == box && named.get(\"b\") == boxes"));
        assertEquals("true", value("anything instanceof Box"), "the class is the same one, too");
        assertEquals("[0.5, 0.25]", value("weights"));
        assertEquals("12", value("made * 10 + second"));
    }

    @Test
    void theSameDeclarationAgainKeepsObjects() {
        Answer again = run("import java.util.jar.*;\n\n\nclass Box { int n; Box(int n) { this.n = n; } Box add() { n++; return this; } }");
        assertEquals("", again.printed("stderr"));
        assertEquals("2", value("box.n"));
    }

    @Test
    void aMethodDeclaredAnewLeavesVariablesThatUsedIt() {
        run("int source() { return 2; }");
        assertEquals("1", value("made"));
        assertEquals("", run("long source() { return 3L; }").printed("stderr"));
        assertEquals("1", value("made"), "although its initialiser no longer compiles");
        run("import java.text.*;");
        assertEquals("1", value("made"));
        assertEquals("3", value("source()"));
        run("int source() { return 4; }\nvar made = source();");
        assertEquals("4", value("made"));
    }

    @Test
    void aVariableDeclaredAnewLeavesThoseThatUsedIt() {
        run("double first = second * 2.0;");
        assertEquals("4.0", value("first"));
        assertEquals("2", value("second"));
        run("long first = second;");
        assertEquals("2", value("first + second - 2"));
        run("int first;");
        assertEquals("0", value("first"), "declared without a value");
        kernel.execute("int second = 1 / 0;");
        assertEquals("0", value("second"), "a failed initialiser leaves no old value");
    }

    @Test
    void aClassThatChangesNamesTheVariablesThatItEmpties() {
        Answer changed = run("class Box { int n; int more; Box(int n) { this.n = n; } }");
        String note = changed.printed("stderr");
        assertTrue(note.startsWith("note: set to null, because a class of their type was declared anew"), note);
        assertTrue(note.contains(" box (Box)") && note.contains(" boxes (java.util.List<Box>)")
                && note.contains(" named (java.util.Map<java.lang.String, java.util.List<Box>>)"), note);
        assertEquals(1, note.lines().count(), note);
        assertNull(run("box").result());
        assertEquals("[a]", value("names"));
        assertEquals("false", value("anything instanceof Box"), "an object of the old class");
        assertEquals("", run("class Box { int n; Box(int n) { this.n = n; } Box add() { n++; return this; } }").printed("stderr"),
                "there is nothing left to lose");
    }

    @Test
    void linesOfErrorsStayRightAfterAnImport() {
        run("class Thrower {\n    int divide(int n) {\n        return 1 / n;\n    }\n}\nint viaMethod(int n) {\n    return new Thrower().divide(n);\n}");
        run("import java.util.prefs.*;\nimport java.rmi.*;\n\nimport java.beans.*;");
        String traceback = kernel.execute("viaMethod(0)").traceback();
        assertTrue(traceback.contains(", line 3)\n        return 1 / n;"), traceback);
        assertTrue(traceback.contains(", line 7)\n        return new Thrower().divide(n);"), traceback);
    }

    @Test
    void temporaryValuesAndLambdasSurviveToo() {
        run("Function<Box, Integer> size = b -> b.n;");
        run("import java.awt.event.*;");
        assertEquals("2", value("size.apply(box)"));
    }
}
