package infogap.kernel;

import java.nio.charset.StandardCharsets;
import org.dflib.jjava.jupyter.kernel.JupyterIO;

/// The protocol library's streams (`kernel.getIO()`, used by extensions), bound to the cell that runs now or ran last: what a
/// thread displays after its cell has ended still arrives.
final class KernelIO extends JupyterIO {

    private volatile Exchange latest;

    KernelIO() {
        super(StandardCharsets.UTF_8);
    }

    /// @param inputAllowed whether the front end can be asked for a line of input; without it `System.in` is at its end
    void bind(Exchange exchange, boolean inputAllowed) {
        latest = exchange;
        setEnv(exchange);
        setJupyterInEnabled(inputAllowed);
    }

    /// The exchange bound last, or null before the first cell.
    Exchange latest() {
        return latest;
    }
}
