/// How does a notebook cell become an answer? A Jupyter kernel for Java 25.
///
/// JShell compiles and runs the cells inside the kernel's own JVM, so a cell sees the kernel's class path; `jjava-jupyter`, the
/// protocol library of the IJava family, speaks with the front end. The kernel knows no model of this project: what a value looks
/// like is the value's business ([infogap.display.Displayable]) or an adapter's ([infogap.display.DisplayAdapter]).
///
/// One request's way through the room:
///
/// ```
/// RequestLoop ─► JavaKernel ─► CellEvaluator ─► CellExecutionControl ─► CellThreads     (a cell's threads, and their end)
///      ▲              │              │                  └ StopCheckWeaver, StopCheck   (how a loop hears an interrupt)
///   Exchange          │              └ CellSplitter, CellSources, CompileErrors, RuntimeErrors
///      │              ├ CellRenderer, CodeAssist, SessionHistory
///      └──► Outbox ◄──┴ OutputCapture                                                 (everything that is published)
/// ```
///
/// Source of the behaviour: the [Jupyter messaging specification](https://jupyter-client.readthedocs.io/en/stable/messaging.html),
/// protocol 5.3.
package infogap.kernel;
