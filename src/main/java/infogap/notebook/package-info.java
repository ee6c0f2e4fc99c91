/// What does a notebook say when it is executed from top to bottom by a fresh kernel?
///
/// - **Files.** [Notebook][infogap.notebook.Notebook], [Cell][infogap.notebook.Cell] and [Output][infogap.notebook.Output] are values over
///   the JSON of a notebook file: what this room does not know is kept. Files are written exactly as Jupyter writes them, so that saving a
///   notebook here and in JupyterLab makes no difference in version control.
/// - **Execution.** [NotebookRunner][infogap.notebook.NotebookRunner] sends every code cell to a real kernel in a process of its own
///   ([KernelProcess][infogap.notebook.KernelProcess]), with the semantics of Jupyter's `nbclient`, and without Python.
/// - **Evidence.** [ClaimEvidence][infogap.notebook.ClaimEvidence] collects what the cells said about claims;
///   [OutputComparison][infogap.notebook.OutputComparison] says where committed outputs and fresh ones differ.
///
/// Cells are counted from 0 in the API, as in the file's `cells[0]`, and from 1 in sentences for people.
///
/// Sources: Jupyter's documentation, "The Notebook file format" (nbformat 4.5) and "Messaging in Jupyter" (protocol 5.3).
package infogap.notebook;
