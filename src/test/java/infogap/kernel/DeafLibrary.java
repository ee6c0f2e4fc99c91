package infogap.kernel;

/// Stands for library code that neither the stop check reaches nor an interrupt ends.
public final class DeafLibrary {

    private static volatile boolean released;

    private DeafLibrary() {
    }

    /// Says that it starts, and spins until [#release()].
    public static void spinUntilReleased() {
        System.out.println("started");
        while (!released) {
            Thread.onSpinWait();
        }
    }

    /// Ends the spinning.
    public static void release() {
        released = true;
    }
}
