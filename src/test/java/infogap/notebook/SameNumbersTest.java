package infogap.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import infogap.kernel.LaunchCommand;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a notebook prints depends neither on the compiler that the virtual machine chooses nor on the number of processors. Both
/// may change the order of a parallel sum or fuse a multiplication with an addition, where a program lets them.
class SameNumbersTest {

    @ParameterizedTest
    @ValueSource(strings = {"-XX:+TieredCompilation", "-XX:TieredStopAtLevel=1", "-XX:ActiveProcessorCount=1"})
    void quickNotebooksPrintTheCommittedNumbers(String option) throws InterruptedException {
        NotebookRunner runner = NotebookRunner.of(KernelLaunch.of(LaunchCommand.ofThisJvm().withOption(option)));
        for (String name : List.of("05-bayes-identification", "06-expected-utility")) {
            Path file = Path.of("notebooks", name + ".ipynb");
            Notebook committed = Notebook.read(file);
            NotebookRun run = runner.run(new NotebookJob(name, committed, file.toAbsolutePath().getParent()));
            assertInstanceOf(NotebookRun.Executed.class, run, option);
            assertEquals(List.of(), OutputComparison.of(name, committed, run.notebook()).differences(), option);
        }
    }
}
