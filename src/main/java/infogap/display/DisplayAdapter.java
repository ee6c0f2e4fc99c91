package infogap.display;

import java.util.Optional;

/// Gives foreign types a face: a room that knows a library turns that library's objects into [Displayable]s.
///
/// Providers are found through [java.util.ServiceLoader], so the kernel shows charts and tables without knowing who draws
/// them. A provider has a public constructor without parameters, answers quickly for values that are not its own, and
/// makes the same bundle on every call for equal content.
@FunctionalInterface
public interface DisplayAdapter {

    /// The value with its representations, or empty when this adapter does not know the value's type.
    Optional<Displayable> adapt(Object value);
}
