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

    /// Cells are of some levels; each is read as the position of its level.
    ///
    /// @param name the column's name in the header
    /// @param levels the levels
    /// @param numbers whether cells are compared as numbers, so that `4` and `4.0` are one level; else as texts
    record Levels(String name, List<String> levels, boolean numbers) implements SourceColumn {

        /// @throws IllegalArgumentException if the name is blank, a level stands twice, or one is no number where they are compared as such
        public Levels {
            Checks.text("name", name);
            levels = Checks.distinct("levels of " + name, levels);
            for (String level : levels) {
                if (numbers && Double.isNaN(Decimals.parse(level.toCharArray(), 0, level.length()))) {
                    throw new IllegalArgumentException("levels of " + name + " must be numbers, but one is '" + level + "'");
                }
            }
        }

        /// Levels that are texts.
        ///
        /// @throws IllegalArgumentException if the name is blank, or a level stands twice
        public Levels(String name, List<String> levels) {
            this(name, levels, false);
        }
    }

    /// Cells say to which cluster a row belongs; each is read as the position of its text, or of its number, in the order in which they first appear.
    ///
    /// @param name the column's name in the header
    /// @param numbers whether cells are compared as numbers where they are some
    record Label(String name, boolean numbers) implements SourceColumn {

        /// @throws IllegalArgumentException if the name is blank
        public Label {
            Checks.text("name", name);
        }
    }
}
