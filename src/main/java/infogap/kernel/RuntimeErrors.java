package infogap.kernel;

import infogap.kernel.CellSources.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The user's exception as the user wrote it: its class, its message, the lines of the cells that it passed, its causes. Frames of
/// the kernel and of JShell are left out.
final class RuntimeErrors {

    /// Frames shown of one exception; a stack overflow has a thousand.
    private static final int FRAMES = 24;

    private final CellSources sources;

    RuntimeErrors(CellSources sources) {
        this.sources = sources;
    }

    CellFailure failure(Throwable thrown) {
        var lines = new ArrayList<String>();
        Set<Throwable> shown = Collections.newSetFromMap(new IdentityHashMap<>());
        describe(thrown, "", shown, lines);
        if (thrown instanceof OutOfMemoryError) {
            lines.add("The variables of this cell were set to null to free their memory; those of earlier cells keep what they hold.");
        }
        return new CellFailure(name(thrown), message(thrown), lines);
    }

    private void describe(Throwable thrown, String introduction, Set<Throwable> shown, List<String> lines) {
        if (!shown.add(thrown)) {
            lines.add(introduction + name(thrown) + " (shown above)");
            return;
        }
        String message = message(thrown);
        lines.add(introduction + name(thrown) + (message.isEmpty() ? "" : ": " + message));
        frames(thrown, lines);
        for (Throwable suppressed : thrown.getSuppressed()) {
            describe(suppressed, "Suppressed: ", shown, lines);
        }
        Throwable cause = cause(thrown);
        if (cause != null) {
            describe(cause, "Caused by: ", shown, lines);
        }
    }

    private void frames(Throwable thrown, List<String> lines) {
        StackTraceElement[] stack = stack(thrown);
        int end = endOfUserCode(stack);
        int shown = 0;
        int i = startOfUserCode(stack);
        while (i < end) {
            int same = i + 1;
            while (same < end && stack[same].equals(stack[i])) {
                same++;
            }
            if (shown == FRAMES) {
                lines.add("    … " + (end - i) + " more");
                return;
            }
            if (!isWrapperStep(stack, i, end)) {
                lines.addAll(frame(stack[i]));
                shown++;
                if (same - i > 1) {
                    lines.add("    … the same " + (same - i - 1) + " more times");
                }
            }
            i = same;
        }
    }

    /// Below the cell's outermost frame there is only the kernel, and so there is in a stack that never reached the cell; the stack of a
    /// thread that is not the kernel's is all the user's.
    private static int endOfUserCode(StackTraceElement[] stack) {
        boolean kernelThread = false;
        for (int i = stack.length - 1; i >= 0; i--) {
            if (CellSources.isCellCode(stack[i])) {
                return i + 1;
            }
            kernelThread |= stack[i].getClassName().startsWith(CellThreads.class.getName());
        }
        return kernelThread ? 0 : stack.length;
    }

    /// A stack may overflow, or a cell be stopped, inside the stop check that was woven into the cell's code.
    private static int startOfUserCode(StackTraceElement[] stack) {
        for (int i = 0; i < stack.length && !CellSources.isCellCode(stack[i]); i++) {
            if (stack[i].getClassName().equals(StopCheck.class.getName())) {
                return i + 1;
            }
        }
        return 0;
    }

    /// JShell runs the initialiser of an inferred `var` in a helper of the snippet's method: one place, two frames.
    private static boolean isWrapperStep(StackTraceElement[] stack, int i, int end) {
        return i == end - 1 && i > 0 && stack[i].getMethodName().equals("do_it$")
                && stack[i - 1].getMethodName().equals("do_it$Aux");
    }

    private List<String> frame(StackTraceElement frame) {
        if (!CellSources.isCellCode(frame)) {
            return List.of("    at " + withoutAddress(frame.toString()));
        }
        Optional<Place> place = sources.place(frame);
        String method = method(frame);
        if (place.isEmpty()) {
            return List.of("    at " + (method.isEmpty() ? "a cell" : method));
        }
        String where = "cell " + place.get().cell() + ", line " + place.get().line();
        return List.of(
                "    at " + (method.isEmpty() ? where : method + " (" + where + ")"),
                "        " + place.get().text().strip());
    }

    /// Empty for the top level of a cell.
    private static String method(StackTraceElement frame) {
        String name = frame.getMethodName();
        if (name.startsWith("do_it$")) {
            return "";
        }
        String type = CellSources.userName(frame.getClassName());
        String shown = name.startsWith("lambda$") ? "a lambda" : name.equals("<init>") ? "constructor" : name;
        return type.isEmpty() ? shown : type + "." + shown;
    }

    /// Hidden classes are named after an address that differs on every run.
    private static String withoutAddress(String text) {
        return text.replaceAll("(\\$\\$Lambda)[/$]?0x[0-9a-f]+", "$1").replaceAll("/0x[0-9a-f]+", "");
    }

    private static String name(Throwable thrown) {
        return CellSources.userName(thrown.getClass().getName());
    }

    /// The exception may be the cell's own class, and its `getMessage` may fail in any way.
    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : withoutLoaders(CellSources.withUserNames(message));
        } catch (StopCheck.InterruptedCell interrupted) {
            throw interrupted;
        } catch (Throwable failed) {
            return "(its getMessage() threw " + name(failed) + ")";
        }
    }

    /// So may its `getCause`.
    private static Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (StopCheck.InterruptedCell interrupted) {
            throw interrupted;
        } catch (Throwable failed) {
            return null;
        }
    }

    private static StackTraceElement[] stack(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (StopCheck.InterruptedCell interrupted) {
            throw interrupted;
        } catch (Throwable failed) {
            return new StackTraceElement[0];
        }
    }

    /// The JVM ends the message of a failed cast with the loaders of both classes, one of them by an address.
    private static String withoutLoaders(String message) {
        return message.replaceFirst(" \\([^()]* in (?:unnamed )?module [^()]*loader [^()]*\\)$", "");
    }

    /// For an exception that cannot even be described.
    static CellFailure withoutWords(Throwable thrown) {
        return new CellFailure(name(thrown), "", List.of(name(thrown)));
    }
}
