package infogap.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellImportsTest {

    private final List<String> asked = new ArrayList<>();
    private final MemberNames members = new MemberNames(prefix -> {
        asked.add(prefix);
        return prefix.equals("java.util.") ? List.of("List", "ArrayList", "concurrent") : List.of();
    });
    private final CellImports imports = CellImports.of(List.of("import java.util.*;", "import java.time.LocalDate;"));

    @Test
    void importedNamesAreQualifiedAndTheirPackageIsAskedOnce() {
        assertEquals("java.util.List<String> all = new java.util.ArrayList<>(); java.time.LocalDate day = null; var one = all; Li",
                imports.qualified("List<String> all = new ArrayList<>(); LocalDate day = null; var one = all; Li", members));
        assertEquals(List.of("List"), imports.startingWith("Li", members).toList());
        assertEquals(List.of("ArrayList"), imports.startingWith("Arr", members).toList());
        assertEquals(List.of("LocalDate"), imports.startingWith("Loc", members).toList());
        assertEquals(List.of("java.util."), asked);
    }

    @Test
    void whatIsNotThereYetIsAskedAgain() {
        CellImports later = CellImports.of(List.of("import mine.*;"));
        assertEquals("Thing thing; ", later.qualified("Thing thing; ", members));
        assertEquals(List.of("mine.", "mine."), asked);
    }
}
