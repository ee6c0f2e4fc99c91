package infogap.feedback.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How often one client may post: a bucket for each address that holds the posts of a minute and fills evenly.
final class RateLimit {

    private static final int ADDRESSES = 100_000;

    private final OptionalInt perMinute;
    private final LongSupplier nanos;

    /// The moment at which each address' bucket would be full again; the addresses longest unseen are forgotten first.
    private final Map<String, Long> fullAt = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > ADDRESSES;
        }
    };

    RateLimit(OptionalInt perMinute, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.nanos = nanos;
    }

    /// Refuses a post that comes too soon.
    synchronized void check(String address) {
        if (perMinute.isEmpty()) {
            return;
        }
        long minute = TimeUnit.MINUTES.toNanos(1);
        long cost = minute / perMinute.getAsInt();
        long now = nanos.getAsLong();
        long full = Math.max(now, fullAt.getOrDefault(address, now)) + cost;
        if (full - now > minute) {
            long seconds = Math.ceilDiv(full - now - minute, TimeUnit.SECONDS.toNanos(1));
            throw new Refusal(429, "Too many posts", "At most " + perMinute.getAsInt() + " posts a minute are taken from one address. Nothing was stored; "
                    + "try again in " + seconds + " s.", Map.of("Retry-After", Long.toString(seconds)));
        }
        fullAt.put(address, full);
    }
}
