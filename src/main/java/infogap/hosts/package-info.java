/// How does a result look on a Java kernel that is not ours?
///
/// JJava, IJava and rapaio's kernel show a value as its `toString()` unless they are told more. Each gets one renderer that asks the value
/// for its [infogap.display.MimeBundle], the same way that our own kernel goes:
///
/// | kernel | how it finds its renderer |
/// | --- | --- |
/// | JJava | by itself, as an extension (`META-INF/services`) |
/// | IJava | `infogap.hosts.IJavaRenderer.install();` in a start-up script |
/// | rapaio's | `infogap.hosts.RapaioRenderer.install();` in its init script |
///
/// The kernels' own classes are optional dependencies: nothing here is loaded by a program that does not run on one of them.
package infogap.hosts;
