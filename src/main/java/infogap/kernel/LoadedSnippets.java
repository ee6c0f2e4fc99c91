package infogap.kernel;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The classes that JShell made of snippets and what their variables hold, from one version of a snippet to the next.
///
/// JShell compiles a snippet again whenever something that it mentions was declared anew, an import included, and a variable lives in a
/// static field of its snippet's class. A version that is the same code is not loaded at all, so that objects keep their class; from one
/// that differs the variables' values are carried over, wherever the variable's type is still the same.
final class LoadedSnippets {

    /// Finds a class of JShell's by name.
    @FunctionalInterface
    interface Finder {

        Class<?> find(String name) throws ClassNotFoundException;
    }

    /// A variable that could not keep its value.
    ///
    /// @param type its type as the user knows it
    record Reset(String name, String type) {}

    /// What is compared of a class, and where its first line was.
    private record Version(byte[] code, int firstLine) {}

    /// A snippet's number and the letters of its version.
    private static final Pattern WRAPPER = Pattern.compile("(REPL\\.\\$JShell\\$\\d+)([A-Z]*)");

    private final ClassFile classFile = ClassFile.of();
    private final Finder finder;
    private final Map<String, Version> versions = new HashMap<>();
    private final Map<String, Integer> lineShifts = new HashMap<>();
    /// The class of the newest version of each snippet.
    private final Map<String, String> newest = new HashMap<>();
    private final Map<String, Reset> resets = new LinkedHashMap<>();

    LoadedSnippets(Finder finder) {
        this.finder = finder;
    }

    /// Whether the class is loaded already with the same code, its place in the wrapper's source aside.
    boolean isLoaded(String name, byte[] bytecode) {
        Version loaded = versions.get(name);
        return loaded != null && Arrays.equals(loaded.code, version(bytecode).code);
    }

    /// A class that is loaded with the same code stands for a newly compiled one; its line numbers are those of the old source.
    void standsFor(String name, byte[] bytecode) {
        lineShifts.put(name, version(bytecode).firstLine - versions.get(name).firstLine);
    }

    /// By how many lines the newest source of a class lies below the one that it was compiled from.
    int lineShift(String name) {
        return lineShifts.getOrDefault(name, 0);
    }

    /// Takes a loaded class in, and carries the variables of the snippet's version before it over.
    void loaded(String name, byte[] bytecode) {
        versions.put(name, version(bytecode));
        lineShifts.remove(name);
        Matcher wrapper = WRAPPER.matcher(name);
        if (wrapper.matches()) {
            String before = newest.put(wrapper.group(1), name);
            if (before != null && !before.equals(name)) {
                carry(before, name);
            }
        }
    }

    /// The snippet of this class is declared anew: its variables start empty, and losing what they held is meant.
    void declaredAnew(String name) {
        try {
            for (Field variable : variables(name)) {
                resets.remove(key(name, variable));
                clear(variable);
            }
        } catch (ReflectiveOperationException notLoaded) {
            // nothing to clear then; JShell finds out itself
            return;
        }
    }

    /// The variables that could not keep their values since this was asked last.
    List<Reset> takeResets() {
        List<Reset> taken = List.copyOf(resets.values());
        resets.clear();
        return taken;
    }

    /// Sets the objects that the variables of this class refer to free.
    void clear(String name) {
        try {
            for (Field variable : variables(name)) {
                if (!variable.getType().isPrimitive()) {
                    clear(variable);
                }
            }
        } catch (ReflectiveOperationException notAVariable) {
            return;
        }
    }

    private static void clear(Field variable) throws IllegalAccessException {
        Class<?> type = variable.getType();
        if (!type.isPrimitive()) {
            variable.set(null, null);
        } else if (type == boolean.class) {
            variable.setBoolean(null, false);
        } else if (type == char.class) {
            variable.setChar(null, '\0');
        } else {
            // the widest that every number type takes
            variable.setByte(null, (byte) 0);
        }
    }

    private void carry(String from, String to) {
        try {
            for (Field old : variables(from)) {
                Object value = old.get(null);
                Field variable = variables(to).stream().filter(field -> field.getName().equals(old.getName())).findFirst().orElse(null);
                if (variable != null && genericType(variable).equals(genericType(old))) {
                    variable.set(null, value);
                } else if (value != null && !old.getType().isPrimitive()) {
                    resets.put(key(to, old), new Reset(old.getName(), CellSources.withUserNames(genericType(old))));
                }
            }
        } catch (ReflectiveOperationException | LinkageError notCompiledWhole) {
            // a version that cannot even be linked has no variables to carry
            return;
        }
    }

    private static String genericType(Field variable) {
        try {
            return variable.getGenericType().getTypeName();
        } catch (TypeNotPresentException missing) {
            return missing.typeName();
        }
    }

    private List<Field> variables(String name) throws ReflectiveOperationException {
        var found = new ArrayList<Field>();
        for (Field field : finder.find(name).getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                field.setAccessible(true);
                found.add(field);
            }
        }
        return found;
    }

    private static String key(String name, Field variable) {
        Matcher wrapper = WRAPPER.matcher(name);
        return (wrapper.matches() ? wrapper.group(1) : name) + "." + variable.getName();
    }

    /// An import more moves every line of a wrapper; the lines are counted from the class's first one.
    private Version version(byte[] bytecode) {
        ClassModel model = classFile.parse(bytecode);
        int first = Integer.MAX_VALUE;
        for (MethodModel method : model.methods()) {
            for (CodeElement element : method.code().map(CodeModel::elementList).orElse(List.of())) {
                if (element instanceof LineNumber line) {
                    first = Math.min(first, line.line());
                }
            }
        }
        int firstLine = first;
        return new Version(classFile.transformClass(model, ClassTransform.transformingMethodBodies((code, element) -> {
            if (element instanceof LineNumber line) {
                code.lineNumber(line.line() - firstLine + 1);
            } else {
                code.with(element);
            }
        })), firstLine == Integer.MAX_VALUE ? 0 : firstLine);
    }
}
