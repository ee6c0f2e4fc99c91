package infogap.table.stream;

import infogap.numeric.Checks;
import java.util.List;

/// A column of the file that a model needs, and how its cells are read: each as one number.
public sealed interface SourceColumn {

    /// The column's name in the header.
    String name();

    /// Cells are decimals.
    ///
    /// @param name the column's name in the header
    record Number(String name) implements SourceColumn {

        /// @throws IllegalArgumentException if the name is blank
        public Number {
            Checks.text("name", name);
        }
    }

    /// Cells are texts, one of some levels; each is read as the position of its level.
    ///
    /// @param name the column's name in the header
    /// @param levels the levels
    record Levels(String name, List<String> levels) implements SourceColumn {

        /// @throws IllegalArgumentException if the name is blank, or a level stands twice
        public Levels {
            Checks.text("name", name);
            levels = Checks.distinct("levels of " + name, levels);
        }
    }
}
