package infogap.display;

import java.util.ArrayList;
import java.util.List;

/// What a notebook's cell wants shown although it does not end with it: a check in the middle of a cell, in a loop, or kept in a variable.
///
/// The kernel listens while it runs a cell and shows what was offered and not shown otherwise. Elsewhere, in a program or a test, nobody listens and nothing
/// is kept.
public final class Offered {

    private static List<Displayable> offered;

    private Offered() {}

    /// Hands something over to be shown below the running cell. No-op where no kernel listens.
    public static synchronized void offer(Displayable value) {
        if (offered != null) {
            offered.add(value);
        }
    }

    /// The value has been shown, and needs not be shown again.
    public static synchronized void shown(Object value) {
        if (offered != null) {
            offered.removeIf(each -> each == value);
        }
    }

    /// For a kernel: a cell begins.
    public static synchronized void begin() {
        offered = new ArrayList<>();
    }

    /// For a kernel: what was offered since and not shown, in order.
    public static synchronized List<Displayable> end() {
        List<Displayable> rest = offered == null ? List.of() : List.copyOf(offered);
        offered = null;
        return rest;
    }
}
