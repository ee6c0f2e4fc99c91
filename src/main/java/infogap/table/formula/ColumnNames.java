package infogap.table.formula;

/// How the columns of a categorical factor are called.
public enum ColumnNames {

    /// As R's `model.matrix`: `cityUlm`, `C(city)Ulm`, and `city1`, `city2` for sum coding.
    R {
        @Override
        String full(String factor, String level) {
            return factor + level;
        }

        @Override
        String treatment(String factor, String level) {
            return factor + level;
        }

        @Override
        String sum(String factor, String level, int position) {
            return factor + position;
        }
    },

    /// As patsy, which statsmodels uses: `city[T.Ulm]`, `city[S.Ulm]`, and `city[Ulm]` for one indicator a level.
    PATSY {
        @Override
        String full(String factor, String level) {
            return factor + "[" + level + "]";
        }

        @Override
        String treatment(String factor, String level) {
            return factor + "[T." + level + "]";
        }

        @Override
        String sum(String factor, String level, int position) {
            return factor + "[S." + level + "]";
        }
    };

    abstract String full(String factor, String level);

    abstract String treatment(String factor, String level);

    abstract String sum(String factor, String level, int position);
}
