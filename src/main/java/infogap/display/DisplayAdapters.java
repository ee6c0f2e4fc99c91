package infogap.display;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/// What is richer than text about a value: its own bundle, or the one that an installed [DisplayAdapter] makes of it.
public final class DisplayAdapters {

    private DisplayAdapters() {
    }

    /// The value as a [Displayable]: itself when it is one, else the first adapter's answer; empty for every other value and
    /// for `null`.
    public static Optional<Displayable> displayable(Object value) {
        if (value instanceof Displayable displayable) {
            return Optional.of(displayable);
        }
        if (value == null) {
            return Optional.empty();
        }
        return Installed.ADAPTERS.stream().flatMap(adapter -> adapter.adapt(value).stream()).findFirst();
    }

    /// Loaded at the first value that is not its own [Displayable]: a kernel start should not pay for chart classes.
    private static final class Installed {

        private static final List<DisplayAdapter> ADAPTERS =
                ServiceLoader.load(DisplayAdapter.class, DisplayAdapters.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .toList();
    }
}
