package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Cells that would never end: each is stopped by an interrupt message, and the kernel is usable afterwards. This is also the guard
/// of what the weaver relies on (JShell hands its class files to `load` before they run).
class KernelInterruptTest {

    private static final int SETTLING_MILLIS = 400;

    @AutoClose
    private static final KernelClient kernel = KernelClient.start();

    static Stream<String> endlessCells() {
        return Stream.of(
                "while (true) { }",
                "for (long i = 0; ; i++) { i = i * 3; }",
                "do { } while (true);",
                "int spin(int n) { while (true) n++; }\nspin(1)",
                "void down() { up(); }\nvoid up() { while (true) { try { down2(); } catch (StackOverflowError e) { } } }\n"
                        + "void down2() { down2(); }\ndown();",
                "Runnable r = () -> { while (true) { } };\nr.run();",
                "while (true) { try { Thread.sleep(5); } catch (InterruptedException swallowed) { } }",
                "while (true) { try { throw new Exception(); } catch (Throwable all) { } }",
                "Thread.sleep(10_000_000);",
                "new CountDownLatch(1).await();",
                "new ArrayBlockingQueue<String>(1).take()",
                "IntStream.range(0, 64).parallel().forEach(i -> { while (true) { } });",
                "Stream.iterate(1, i -> i + 1).filter(i -> i < 0).findFirst()",
                "new Object() { public String toString() { while (true) { } } }",
                "while (true) System.out.println(\"again and again\");");
    }

    @ParameterizedTest
    @MethodSource("endlessCells")
    void anEndlessCellIsInterrupted(String cell) throws InterruptedException {
        String request = kernel.send("System.out.println(\"started\");\n" + cell);
        kernel.awaitOutput(request);
        // time to get into the loop; an interrupt that comes earlier must work as well
        Thread.sleep(SETTLING_MILLIS);
        kernel.interrupt();
        Answer answer = kernel.answer(request);
        assertEquals("error", answer.status());
        assertEquals("java.lang.InterruptedException", answer.errorName());
        assertEquals("42", kernel.execute("int n = 0;\nfor (int i = 0; i < 42; i++) n++;\nn").resultText());
    }

    @Test
    void theSnippetsAfterAnInterruptDoNotRun() {
        String request = kernel.send("""
                System.out.println("started");
                try { Thread.sleep(1_000_000); } catch (InterruptedException handled) { }
                System.out.println("not reached");""");
        kernel.awaitOutput(request);
        kernel.interrupt();
        Answer answer = kernel.answer(request);
        assertEquals("java.lang.InterruptedException", answer.errorName());
        assertTrue(!answer.printed("stdout").contains("not reached"));
    }

    @Test
    void theCellsOwnThreadsAreStoppedAsWell() {
        String request = kernel.send("""
                var worker = new Thread(() -> { while (true) { } });
                worker.start();
                System.out.println("started");
                worker.join();""");
        kernel.awaitOutput(request);
        kernel.interrupt();
        assertEquals("java.lang.InterruptedException", kernel.answer(request).errorName());
        assertEquals("false", kernel.execute("worker.join(60_000); worker.isAlive()").resultText());
    }

    @Test
    void aThreadOfAnEarlierCellIsNotDisturbed() {
        kernel.execute("""
                var calm = new Thread(() -> { while (!Thread.currentThread().isInterrupted()) { Thread.onSpinWait(); } });
                calm.start();""");
        String request = kernel.send("System.out.println(\"started\");\nwhile (true) { }");
        kernel.awaitOutput(request);
        kernel.interrupt();
        kernel.answer(request);
        assertEquals("true", kernel.execute("calm.isAlive()").resultText());
        kernel.execute("calm.interrupt(); calm.join();");
    }

    @Test
    void codeThatCannotBeStoppedIsLeftBehindAndSaid() {
        // a loop in compiled library code that asks nobody
        String request = kernel.send("infogap.kernel.DeafLibrary.spinUntilReleased();");
        kernel.awaitOutput(request);
        kernel.interrupt();
        Answer answer = kernel.answer(request);
        assertTrue(answer.traceback().contains("goes on in the background"), answer.traceback());
        assertEquals("5", kernel.execute("infogap.kernel.DeafLibrary.release(); 2 + 3").resultText());
    }

    @Test
    void anInterruptOfNothingIsHarmless() {
        kernel.interrupt();
        assertEquals("1", kernel.execute("1").resultText());
    }
}
