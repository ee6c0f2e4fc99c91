package infogap.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The house plan of CONTRIBUTING.md as a test: which room stands on which floor, and which libraries it may use.
class RoomsTest {

    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("numeric", 0),
            Map.entry("display", 0),
            Map.entry("storage", 1),
            Map.entry("probability", 1),
            Map.entry("claims", 2),
            Map.entry("kernel", 2),
            Map.entry("hosts", 2),
            Map.entry("information", 2),
            Map.entry("decision", 2),
            Map.entry("gap", 3),
            Map.entry("bayes", 4),
            Map.entry("signaling", 4),
            Map.entry("disclosure", 4),
            Map.entry("contracts", 4),
            Map.entry("trust", 4),
            Map.entry("regression", 4),
            Map.entry("table", 5),
            Map.entry("customers", 6),
            Map.entry("feedback", 4),
            Map.entry("plot", 7),
            Map.entry("notebook", 8),
            Map.entry("report", 9),
            Map.entry("command", 10),
            Map.entry("", 11),
            // built by its own profile, and known to nobody
            Map.entry("spark", 12));

    /// Libraries by package prefix, and the rooms that may use them.
    private static final Map<String, Set<String>> LIBRARIES = Map.ofEntries(
            // the fraction type is everybody's number type
            Map.entry("org.apache.commons.math3.fraction", FLOORS.keySet()),
            Map.entry("org.apache.commons.math3", Set.of(
                    "numeric", "claims", "information", "gap", "bayes", "signaling", "contracts", "trust", "regression", "table", "customers")),
            Map.entry("de.siegmar.fastcsv", Set.of("claims", "feedback", "report", "table")),
            Map.entry("com.google.gson", Set.of("claims", "kernel", "feedback", "hosts", "notebook", "report", "table")),
            Map.entry("org.dflib.jjava", Set.of("kernel", "hosts")),
            Map.entry("io.github.spencerpark", Set.of("hosts")),
            Map.entry("org.rapaio", Set.of("hosts")),
            Map.entry("jdk.jshell", Set.of("kernel")),
            Map.entry("org.zeromq", Set.of("kernel", "notebook")),
            Map.entry("tech.tablesaw", Set.of("table", "customers", "command")),
            Map.entry("smile", Set.of("customers")),
            Map.entry("org.knowm.xchart", Set.of("plot")),
            Map.entry("org.commonmark", Set.of("report")),
            Map.entry("org.eclipse.jetty", Set.of("feedback")),
            Map.entry("com.zaxxer", Set.of("feedback")),
            Map.entry("org.apache.spark", Set.of("spark")),
            Map.entry("scala", Set.of("spark")),
            Map.entry("com.esotericsoftware", Set.of("spark")),
            Map.entry("picocli", Set.of("command", "")));

    private static final List<String> MODELS = List.of(
            "probability", "information", "decision", "gap", "bayes", "signaling", "contracts", "disclosure", "trust", "regression", "table", "customers",
            "feedback");

    private static JavaClasses classes;

    @BeforeAll
    static void readClasses() {
        classes = new ClassFileImporter()
                // with -Pspark the tests' classes are in target/spark/test-classes, which ArchUnit's own option does not know
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("infogap");
    }

    @Test
    void everyClassStandsInARoomOfThePlan() {
        assertTrue(classes.size() > 20, "found only " + classes.size() + " classes to judge");
        Set<String> unknown = classes.stream().map(RoomsTest::room).collect(Collectors.toCollection(TreeSet::new));
        unknown.removeAll(FLOORS.keySet());
        assertEquals(Set.of(), unknown, "rooms that the plan does not have");
    }

    @Test
    void arrowsRunDownward() {
        assertEquals(List.of(), violations(classes), "an import must go to a lower floor");
    }

    @Test
    void eachLibraryStaysInItsRooms() {
        assertEquals(List.of(), libraryViolations(classes), "libraries outside their rooms");
    }

    @Test
    void modelsKnowNeitherClaimsNorChartsNorNotebooks() {
        for (JavaClass owner : classes) {
            if (MODELS.contains(room(owner))) {
                Set<String> reached = targets(owner).map(RoomsTest::room).collect(Collectors.toCollection(TreeSet::new));
                reached.retainAll(Set.of("claims", "plot", "notebook", "report", "kernel"));
                assertEquals(Set.of(), reached, owner.getName());
            }
        }
    }

    /// IJava brings Gson 2.8.5, in front of ours. What a notebook may call keeps to the methods of that version; these came later.
    /// Source: the `@since` tags of Gson's documentation.
    @Test
    void whatNotebooksCallRunsWithTheGsonOfIJava() {
        assertEquals(List.of(), laterGsonCalls(classes.that(DescribedPredicate.describe("outside the kernel, the runner and their commands",
                owner -> !Set.of("kernel", "notebook", "report", "feedback", "command").contains(room(owner))))));
        assertFalse(laterGsonCalls(classes.that(DescribedPredicate.describe("in the runner", owner -> room(owner).equals("notebook")))).isEmpty(),
                "the rule can fail");
    }

    private static List<String> laterGsonCalls(JavaClasses judged) {
        Map<String, Set<String>> later = Map.of(
                "JsonParser", Set.of("parseString", "parseReader"),
                "JsonArray", Set.of("isEmpty", "asList"),
                "JsonObject", Set.of("isEmpty", "asMap"),
                "GsonBuilder", Set.of("setObjectToNumberStrategy", "setNumberToNumberStrategy", "addReflectionAccessFilter", "disableJdkUnsafe",
                        "setStrictness", "setFormattingStyle"));
        return judged.stream()
                .flatMap(owner -> owner.getAccessesFromSelf().stream())
                .filter(call -> call.getTargetOwner().getPackageName().equals("com.google.gson"))
                .filter(call -> later.getOrDefault(call.getTargetOwner().getSimpleName(), Set.of()).contains(call.getTarget().getName()))
                .map(call -> call.getDescription())
                .toList();
    }

    @Test
    void theRulesCanFail() {
        // this test class, seen as a class of the ground floor, imports upward and uses a foreign library
        JavaClasses tests = new ClassFileImporter().importPackages("infogap.architecture.badnumeric");
        assertTrue(tests.size() > 0, "the bad example must be found");
        assertEquals(1, violations(tests).size(), violations(tests).toString());
        assertEquals(1, libraryViolations(tests).size(), libraryViolations(tests).toString());
    }

    private static List<String> violations(JavaClasses judged) {
        Map<String, Set<String>> bad = new TreeMap<>();
        for (JavaClass owner : judged) {
            int floor = FLOORS.get(room(owner));
            targets(owner)
                    .filter(target -> target.getPackageName().startsWith("infogap"))
                    .filter(target -> !room(target).equals(room(owner)))
                    .filter(target -> FLOORS.getOrDefault(room(target), Integer.MAX_VALUE) >= floor)
                    .forEach(target -> bad.computeIfAbsent(owner.getName(), name -> new TreeSet<>()).add(target.getName()));
        }
        return bad.entrySet().stream().map(entry -> entry.getKey() + " -> " + entry.getValue()).toList();
    }

    private static List<String> libraryViolations(JavaClasses judged) {
        Map<String, Set<String>> bad = new TreeMap<>();
        for (JavaClass owner : judged) {
            targets(owner).forEach(target -> LIBRARIES.keySet().stream()
                    .filter(library -> (target.getPackageName() + ".").startsWith(library + "."))
                    .max((a, b) -> a.length() - b.length())
                    .filter(library -> !LIBRARIES.get(library).contains(room(owner)))
                    .ifPresent(library -> bad.computeIfAbsent(owner.getName(), name -> new TreeSet<>()).add(library)));
        }
        return bad.entrySet().stream().map(entry -> entry.getKey() + " -> " + entry.getValue()).toList();
    }

    private static Stream<JavaClass> targets(JavaClass owner) {
        return owner.getDirectDependenciesFromSelf().stream()
                .map(Dependency::getTargetClass)
                .map(JavaClass::getBaseComponentType);
    }

    private static String room(JavaClass type) {
        String name = type.getPackageName().replaceFirst("^infogap\\.architecture\\.bad", "infogap.");
        String below = name.equals("infogap") ? "" : name.replaceFirst("^infogap\\.", "");
        return below.contains(".") ? below.substring(0, below.indexOf('.')) : below;
    }
}
