package infogap.feedback.web;

import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.StoreException;
import java.util.concurrent.TimeUnit;

/// Does the database take what is written, and give what is read? Asked of the database at most once a second, however often a client asks.
final class Health {

    private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

    private final FeedbackStore store;
    private long asked;
    private StoreException failure;
    private boolean everAsked;

    Health(FeedbackStore store) {
        this.store = store;
    }

    /// @throws StoreException if it does not
    void check() {
        synchronized (this) {
            if (everAsked && System.nanoTime() - asked < FRESH) {
                if (failure != null) {
                    throw failure;
                }
                return;
            }
        }
        StoreException found = null;
        try {
            store.check();
        } catch (StoreException e) {
            found = e;
        }
        synchronized (this) {
            everAsked = true;
            asked = System.nanoTime();
            failure = found;
        }
        if (found != null) {
            throw found;
        }
    }

    boolean works() {
        try {
            check();
            return true;
        } catch (StoreException e) {
            return false;
        }
    }
}
