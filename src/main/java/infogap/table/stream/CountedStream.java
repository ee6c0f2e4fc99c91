package infogap.table.stream;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Knows how much of a file was read.
final class CountedStream extends FilterInputStream {

    private final long size;
    private long read;
    private long reported;

    CountedStream(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        read += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        read += Math.max(0, count);
        return count;
    }

    long sinceReport() {
        return read - reported;
    }

    /// The share that was read.
    double report() {
        reported = read;
        return Math.min(1, (double) read / size);
    }
}
