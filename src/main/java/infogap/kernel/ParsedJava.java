package infogap.kernel;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Java text as the compiler's parser sees it; names are not looked up, and what does not fit is passed over.
///
/// @param unit  the text
/// @param trees its doc comments
record ParsedJava(CompilationUnitTree unit, DocTrees trees) {

    static ParsedJava of(String text) {
        var source = new SimpleJavaFileObject(URI.create("string:///Source.java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler().getTask(null, null, _ -> { }, List.of(), null, List.of(source));
        try {
            return new ParsedJava(task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
