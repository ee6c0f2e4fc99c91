package infogap.regression.loop;

import infogap.numeric.Checks;
import java.util.Locale;
import java.util.OptionalDouble;

/// What one batch did to a loop.
///
/// @param batch the batch's number, from 1
/// @param rows how many rows it had
/// @param meanSquaredError of the predictions made before the batch was learned; empty where nothing had been learned
/// @param drift the test of the batch against what was learned before
/// @param event what followed
/// @param learnedRows how many rows the model rests on afterwards
public record Step(int batch, int rows, OptionalDouble meanSquaredError, DriftTest drift, Event event, long learnedRows) {

    /// What a batch leads to.
    public sealed interface Event {

        /// The batch was added to what is known.
        record Learned() implements Event {

            /// `learned`.
            @Override
            public String toString() {
                return "learned";
            }
        }

        /// What had been learned was forgotten, and the model begins with this batch.
        ///
        /// @param reason the test that said so
        /// @param forgottenRows how many rows the model rested on before
        record Retrained(DriftTest reason, long forgottenRows) implements Event {

            /// `retrained, 2000 rows forgotten`.
            @Override
            public String toString() {
                return "retrained, " + forgottenRows + " rows forgotten";
            }
        }
    }

    /// @throws IllegalArgumentException if a part is missing
    public Step {
        Checks.present("meanSquaredError", meanSquaredError);
        Checks.present("drift", drift);
        Checks.present("event", event);
    }

    /// `batch 9, 250 rows: error 12.3; F(4, 2242) = 40.1, p = 1e-32 (level 0.0007): drift; retrained, 2000 rows forgotten`.
    @Override
    public String toString() {
        String error = meanSquaredError.isEmpty() ? "not predicted"
                : String.format(Locale.ROOT, "root mean squared error %.4g", Math.sqrt(meanSquaredError.getAsDouble()));
        return "batch " + batch + ", " + rows + " rows: " + error + "; " + drift + "; " + event;
    }
}
