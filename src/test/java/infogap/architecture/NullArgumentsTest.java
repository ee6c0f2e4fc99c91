package infogap.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import infogap.regression.Design;
import infogap.regression.Variable;
import infogap.table.data.CsvFormat;
import infogap.table.data.Field;
import infogap.table.data.FieldType;
import infogap.table.data.TableSchema;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/// A null argument of a public factory of the rooms for tables and regression is told so, by name; nobody sees a NullPointerException.
class NullArgumentsTest {

    private static final List<String> ROOMS = List.of("infogap.regression", "infogap.table");

    private static final Map<Class<?>, Object> SAMPLES = Map.ofEntries(
            Map.entry(int.class, 2), Map.entry(long.class, 2L), Map.entry(double.class, 0.5), Map.entry(boolean.class, true), Map.entry(char.class, ','),
            Map.entry(String.class, "x"), Map.entry(String[].class, new String[] {"a", "b"}), Map.entry(List.class, List.of("a", "b")),
            Map.entry(double[].class, new double[] {1, 2, 4}), Map.entry(double[][].class, new double[][] {{1, 2}, {3, 5}}),
            Map.entry(int[].class, new int[] {1, 2}), Map.entry(Path.of("").getClass(), Path.of("x")), Map.entry(Path.class, Path.of("x")),
            Map.entry(Variable.class, Variable.of("v", 1, 2, 4)), Map.entry(Design.class, Design.of(Variable.of("v", 1, 2, 4))),
            Map.entry(Table.class, Table.create("t", DoubleColumn.create("x", 1, 2, 4))),
            Map.entry(TableSchema.class, TableSchema.of(Field.of("x", FieldType.NUMBER))), Map.entry(CsvFormat.class, CsvFormat.STANDARD));

    @Test
    void everyFactoryRefusesNull() {
        List<String> bare = new ArrayList<>();
        int tried = 0;
        for (JavaClass found : new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages(ROOMS)) {
            Class<?> type = found.reflect();
            if (!isPublic(type)) {
                continue;
            }
            for (Method factory : type.getDeclaredMethods()) {
                if (!Modifier.isStatic(factory.getModifiers()) || !Modifier.isPublic(factory.getModifiers()) || factory.isSynthetic() || isOfEnum(type, factory)) {
                    continue;
                }
                for (int left = 0; left < factory.getParameterCount(); left++) {
                    if (!factory.getParameterTypes()[left].isPrimitive()) {
                        tried++;
                        Throwable thrown = call(factory, left);
                        // the samples of lists do not know their element's type: the null is refused after them
                        if (!(thrown instanceof IllegalArgumentException) && !(thrown instanceof ClassCastException)) {
                            bare.add(factory + ", argument " + left + ": " + thrown);
                        }
                    }
                }
            }
        }
        assertTrue(tried > 40, "only " + tried + " factories found");
        assertEquals(new TreeSet<>(), new TreeSet<>(bare));
    }

    private static boolean isPublic(Class<?> type) {
        return Modifier.isPublic(type.getModifiers()) && (type.getEnclosingClass() == null || isPublic(type.getEnclosingClass()));
    }

    private static boolean isOfEnum(Class<?> type, Method factory) {
        return type.isEnum() && (factory.getName().equals("valueOf") || factory.getName().equals("values"));
    }

    /// Calls with a null in one place and something of the right type in the others, or null where this test knows nothing of the type.
    private static Throwable call(Method factory, int left) {
        Class<?>[] types = factory.getParameterTypes();
        Object[] arguments = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            arguments[i] = i == left ? null : SAMPLES.getOrDefault(types[i], null);
        }
        try {
            factory.invoke(null, arguments);
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(factory.toString(), e);
        }
    }
}
