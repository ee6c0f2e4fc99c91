package infogap.kernel;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import jdk.jshell.execution.DirectExecutionControl;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import jdk.jshell.spi.SPIResolutionException;

/// Runs JShell's compiled snippets inside the kernel's JVM: woven with stop checks, on the running cell's threads, keeping the
/// value and the exception themselves where JShell passes on strings.
final class CellExecutionControl extends DirectExecutionControl {

    private final StopCheckWeaver weaver = new StopCheckWeaver();
    private final LoadedSnippets snippets = new LoadedSnippets(this::findClass);
    private final Supplier<CellThreads> runningCell;
    /// The classes that JShell wrapped this cell's snippets in.
    private final List<String> wrappers = new ArrayList<>();
    private boolean keepsVariable;
    private Object value;
    private Throwable thrown;

    /// @param runningCell the threads of the cell that is being evaluated
    CellExecutionControl(Supplier<CellThreads> runningCell) {
        this.runningCell = runningCell;
    }

    /// How JShell asks for this object.
    ExecutionControlProvider provider() {
        return new ExecutionControlProvider() {
            @Override
            public String name() {
                return "cell";
            }

            @Override
            public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
                return CellExecutionControl.this;
            }
        };
    }

    void cellStarts() {
        wrappers.clear();
    }

    /// Sets the objects that this cell's variables refer to free.
    void clearVariables() {
        wrappers.forEach(snippets::clear);
    }

    /// What became of the variables of the classes that were loaded.
    LoadedSnippets snippets() {
        return snippets;
    }

    /// The variable that is declared next keeps the value that it had under its old declaration.
    void keepNextVariable(boolean keep) {
        keepsVariable = keep;
    }

    /// Forgets the previous snippet's outcome.
    void clear() {
        value = null;
        thrown = null;
    }

    /// The value of the snippet that ran last, itself and not a text of it; null for statements and declarations.
    Object value() {
        return value;
    }

    /// What the snippet that ran last threw, or null.
    Throwable thrown() {
        return thrown;
    }

    @Override
    public void load(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        for (ClassBytecodes loaded : classes) {
            weaver.learn(loaded.bytecodes());
        }
        var woven = new ClassBytecodes[classes.length];
        for (int i = 0; i < classes.length; i++) {
            if (CellSources.userName(classes[i].name()).isEmpty()) {
                wrappers.add(classes[i].name());
            }
            woven[i] = new ClassBytecodes(classes[i].name(), weaver.weave(classes[i].bytecodes()));
        }
        super.load(woven);
        for (ClassBytecodes loaded : classes) {
            snippets.loaded(loaded.name(), loaded.bytecodes());
        }
    }

    /// A class that was compiled again to the same code stays as it is, with its objects and variables; for any other JShell makes a new
    /// class under a new name.
    @Override
    public void redefine(ClassBytecodes[] classes)
            throws ClassInstallException, NotImplementedException, EngineTerminationException {
        for (ClassBytecodes compiled : classes) {
            if (!snippets.isLoaded(compiled.name(), compiled.bytecodes())) {
                throw new NotImplementedException("a loaded class cannot change");
            }
        }
        for (ClassBytecodes compiled : classes) {
            snippets.standsFor(compiled.name(), compiled.bytecodes());
        }
    }

    @Override
    public String invoke(String wrapper, String method)
            throws RunException, InternalException, EngineTerminationException {
        if (keepsVariable) {
            return "";
        }
        snippets.declaredAnew(wrapper);
        return super.invoke(wrapper, method);
    }

    @Override
    protected String invoke(Method snippet) throws Exception {
        try {
            value = runningCell.get().run(() -> snippet.invoke(null));
            // JShell would print the value here; the kernel renders it once, and only where it is shown.
            return "";
        } catch (StopCheck.InterruptedCell interrupted) {
            throw new StoppedException();
        } catch (ExecutionException failed) {
            throw new InvocationTargetException(failed.getCause());
        }
    }

    @Override
    protected String throwConvertedInvocationException(Throwable cause) throws RunException, InternalException {
        if (cause instanceof StopCheck.InterruptedCell) {
            throw new StoppedException();
        }
        thrown = cause;
        // The translation would ask the exception for its message, which is the cell's own code; the kernel asks later, with care.
        if (cause instanceof SPIResolutionException) {
            return super.throwConvertedInvocationException(cause);
        }
        throw new UserException("", cause.getClass().getName(), new StackTraceElement[0]);
    }
}
