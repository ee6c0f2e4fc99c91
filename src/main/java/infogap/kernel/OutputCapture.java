package infogap.kernel;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.function.Supplier;
import org.dflib.jjava.jupyter.messages.publish.PublishStream.StreamType;

/// `System.out` or `System.err` of the kernel's JVM: what a cell's thread prints is published under that cell.
///
/// Threads that belong to no cell (a shared pool) print into the cell that runs now or ran last.
final class OutputCapture extends OutputStream {

    /// What a thread prints while it is listened to.
    private static final ThreadLocal<StringBuilder> COLLECTED = new ThreadLocal<>();

    private final StreamType stream;
    private final Supplier<Exchange> latestCell;
    private final PrintStream beforeTheFirstCell;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    /// A character's bytes may arrive in two writes.
    private byte[] unfinished = new byte[0];

    private OutputCapture(StreamType stream, Supplier<Exchange> latestCell, PrintStream beforeTheFirstCell) {
        this.stream = stream;
        this.latestCell = latestCell;
        this.beforeTheFirstCell = beforeTheFirstCell;
    }

    /// Takes over both streams of this JVM.
    static void install(Supplier<Exchange> latestCell) {
        System.setOut(printStream(new OutputCapture(StreamType.OUT, latestCell, System.out)));
        System.setErr(printStream(new OutputCapture(StreamType.ERR, latestCell, System.err)));
    }

    /// Runs work whose own thread is expected to print nothing, and returns what it printed instead of publishing it.
    static String printedBy(Runnable work) {
        var collected = new StringBuilder();
        COLLECTED.set(collected);
        try {
            work.run();
        } finally {
            COLLECTED.remove();
        }
        return collected.toString();
    }

    private static PrintStream printStream(OutputCapture capture) {
        return new PrintStream(capture, false, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int oneByte) {
        write(new byte[] {(byte) oneByte}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        StringBuilder collected = COLLECTED.get();
        if (collected != null) {
            collected.append(decode(bytes, offset, length));
            return;
        }
        CellThreads cell = CellThreads.current();
        Exchange exchange = cell != null ? cell.exchange() : latestCell.get();
        if (exchange == null) {
            beforeTheFirstCell.write(bytes, offset, length);
            return;
        }
        String text = decode(bytes, offset, length);
        if (!text.isEmpty()) {
            exchange.print(stream, text);
        }
    }

    private synchronized String decode(byte[] bytes, int offset, int length) {
        ByteBuffer input = ByteBuffer.allocate(unfinished.length + length).put(unfinished).put(bytes, offset, length).flip();
        CharBuffer output = CharBuffer.allocate(input.remaining());
        decoder.reset().decode(input, output, false);
        unfinished = new byte[input.remaining()];
        input.get(unfinished);
        return output.flip().toString();
    }
}
