package infogap.kernel;

import org.dflib.jjava.jupyter.kernel.BaseKernel;

/// What a cell may do to its own output beside printing and `display`; imported into every notebook of this kernel.
///
/// ```java
/// for (int i = 0; i <= 100; i++) { clearOutput(true); System.out.println(i + " %"); }
/// ```
public final class CellOutput {

    private CellOutput() {}

    /// Takes away what is below the running cell.
    public static void clearOutput() {
        clearOutput(false);
    }

    /// Takes away what is below the running cell.
    ///
    /// @param wait whether to leave it until there is something new, so that a picture that is redrawn does not flicker
    /// @throws IllegalStateException outside a notebook that runs on this kernel
    public static void clearOutput(boolean wait) {
        if (!(BaseKernel.notebookKernel() instanceof JavaKernel kernel)) {
            throw new IllegalStateException("clearOutput: this is no cell of a notebook on the kernel " + KernelSpec.NAME);
        }
        kernel.clearOutput(wait);
    }
}
