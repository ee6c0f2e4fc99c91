package infogap.kernel;

/// Memory held back so that an `OutOfMemoryError` of a cell can be reported: what filled the heap is still held by the cell's
/// variables then.
final class MemoryReserve {

    private static final int MOST = 32 << 20;

    /// A sixteenth of the heap, but no more than the kernel and its compiler need for a few steps.
    private static final int BYTES = (int) Math.min(MOST, Runtime.getRuntime().maxMemory() / 16);

    private static volatile byte[] reserve;

    private MemoryReserve() {
    }

    /// Makes room at once; called where the error is caught, before anything else is done.
    static void release() {
        reserve = null;
    }

    /// Holds memory back again, if there is more than enough of it.
    static void restore() {
        Runtime runtime = Runtime.getRuntime();
        long available = runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory();
        if (reserve == null && available > 2L * BYTES) {
            try {
                reserve = new byte[BYTES];
            } catch (OutOfMemoryError fragmented) {
                reserve = null;
            }
        }
    }
}
