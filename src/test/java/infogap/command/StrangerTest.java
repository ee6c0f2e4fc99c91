package infogap.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import infogap.claims.Ledger;
import infogap.notebook.KernelSpecs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project of somebody who never heard of this one: laid, run, broken, mended and pinned from the command line; in Java, Python, R and without a notebook.
class StrangerTest {

    @TempDir
    private Path folder;

    @Test
    void fromNothingToARedBuildAndBack() throws IOException {
        Path project = folder.resolve("mine");
        Outcome laid = Outcome.of("new", project.toString());
        assertEquals(InfogapCommand.FINE, laid.exitCode(), laid.err());
        assertTrue(Files.exists(project.resolve(".gitignore")) && Files.exists(project.resolve(".github/workflows/claims.yml")));
        Outcome green = run(project);
        assertEquals(InfogapCommand.FINE, green.exitCode(), green.err());
        assertTrue(green.out().contains("2 claims: 1 holds, 1 differs"), green.out());
        assertTrue(Files.readString(project.resolve("target/report/index.html")).contains("<p>My paper, recomputed."));

        Path before = Files.copy(project.resolve("target/report/ledger.json"), folder.resolve("before.json"));
        Path notebook = project.resolve("notebooks/01-my-paper.ipynb");
        String good = Files.readString(notebook);
        Files.writeString(notebook, good.replace("of(40, 120)", "of(41, 120)"));
        Outcome red = run(project);
        assertEquals(InfogapCommand.PROBLEM, red.exitCode());
        assertTrue(red.err().contains("claim 9-01 in 01-my-paper.ipynb, cell claim-9-01: ") && red.err().contains("the value is 41/120, pinned is 1/3"), red.err());

        Outcome diff = Outcome.of("diff", before.toString(), project.resolve("target/report/ledger.json").toString());
        assertEquals(InfogapCommand.PROBLEM, diff.exitCode());
        assertTrue(diff.out().contains("claim 9-01: the recomputed value was '1/3' and is '41/120'"), diff.out());
        assertEquals(InfogapCommand.FINE, Outcome.of("diff", before.toString(), before.toString()).exitCode());

        Outcome shown = Outcome.of("accept", "--dry-run", "--project", project.toString());
        assertTrue(shown.out().contains("verdict 'reproduced' becomes 'wrong arithmetic'") && shown.out().contains("1 would be pinned."), shown.out());
        InputStream input = System.in;
        System.setIn(InputStream.nullInputStream());
        Outcome unanswered = Outcome.of("accept", "--project", project.toString());
        System.setIn(input);
        assertTrue(unanswered.exitCode() == InfogapCommand.PROBLEM && unanswered.out().contains("0 pinned."), "the end of the input is no reason: " + unanswered.out());
        Outcome mistyped = Outcome.of("accept", "--project", project.toString(), "--reason", "9-10=one more said yes");
        assertTrue(mistyped.exitCode() == InfogapCommand.PROBLEM && mistyped.err().contains("no claim '9-10'"), mistyped.err());
        Outcome accepted = Outcome.of("accept", "--project", project.toString(), "--reason", "9-01=one more said yes");
        assertEquals(InfogapCommand.FINE, accepted.exitCode(), accepted.err());
        assertEquals("one more said yes", Ledger.of(project.resolve("papers")).claim("9-01").reason());
        assertEquals(InfogapCommand.FINE, run(project).exitCode(), "what was accepted is green");
        assertEquals(InfogapCommand.PROBLEM, Outcome.of("new", project.toString()).exitCode(), "nothing is written over");
    }

    @Test
    void oneClaimIsSettledFromAShell() {
        Path project = folder.resolve("mine");
        Outcome.of("new", project.toString());
        Outcome right = check(project, "9-02", "--value", "11/122");
        assertEquals(InfogapCommand.FINE, right.exitCode(), right.err());
        assertTrue(right.out().contains("wrong arithmetic"), right.out());
        assertEquals(InfogapCommand.FINE, check(project, "9-02", "--value", "0.09016393442622951").exitCode());
        assertEquals(InfogapCommand.FINE, check(project, "9-01", "--value", "0.33", "--uncertainty", "0.005").exitCode());
        assertEquals(InfogapCommand.PROBLEM, check(project, "9-02", "--value", "0.99").exitCode());
        Outcome unknown = check(project, "9-20", "--value", "1");
        assertEquals(InfogapCommand.PROBLEM, unknown.exitCode());
        assertTrue(unknown.err().contains("there is no claim '9-20'"), unknown.err());
    }

    @Test
    void aScriptWithoutANotebookLeavesAFileOfValues() throws IOException {
        claims("id,claim,printed\n1,a share,0.33\n2,a vector,\"[0.5, 0.25]\"\n3,a third of it,0.11\n");
        Files.writeString(folder.resolve("papers/mine/values.csv"), "id,value,uncertainty\n1,0.333333333333333,\n");
        Files.writeString(folder.resolve("papers/mine/values.json"), "[{\"id\": \"2\", \"value\": [0.5, \"1/4\"]}, {\"id\": \"3\", \"value\": 0.1111, \"uncertainty\": 0.001}]");
        Outcome outcome = run(folder);
        assertEquals(InfogapCommand.FINE, outcome.exitCode(), outcome.err() + outcome.out());
        assertTrue(outcome.out().contains("3 claims: 3 hold"), outcome.out());

        Files.writeString(folder.resolve("papers/mine/values.csv"), "id,value\n1,0.44\n9,1\n2,low\nx,\n");
        Outcome red = run(folder);
        assertEquals(InfogapCommand.PROBLEM, red.exitCode());
        assertTrue(red.err().contains("claim 1 in papers/mine/values.csv, line 2: the verdict is 'wrong arithmetic'"), red.err());
        assertTrue(red.err().contains("values.csv, line 3: id must name a claim of the ledger, but there is no claim '9'"), red.err());
        assertTrue(red.err().contains("values.csv, line 5: value must be a text that is not blank"), red.err());
    }

    @Test
    void aPythonNotebookIsExecutedByItsOwnKernel() throws IOException {
        assumeTrue(KernelSpecs.ofThisMachine().names().contains("python3"), "no Python kernel here: Debian's package is python3-ipykernel");
        claims("id,claim,printed\n1,a share,0.33\n2,a mean of 2 and 3,2.5\n");
        notebook("python3", "python", """
                from IPython.display import display
                def check(*values):
                    display({"application/vnd.infogap.value+json": list(values), "text/plain": str(values)}, raw=True)
                check({"id": "1", "value": 40 / 120}, {"id": "2", "value": "5/2"})""");
        Outcome outcome = run(folder);
        assertEquals(InfogapCommand.FINE, outcome.exitCode(), outcome.err() + outcome.out());
        assertTrue(outcome.out().contains("2 claims: 2 hold"), outcome.out());
    }

    @Test
    void anRNotebookIsExecutedByItsOwnKernel() throws IOException {
        assumeTrue(KernelSpecs.ofThisMachine().names().contains("ir"), "no R kernel here: Debian's package is r-cran-irkernel");
        claims("id,claim,printed\n1,a share,0.33\n");
        notebook("ir", "R", "IRdisplay::publish_mimebundle(list(`application/vnd.infogap.value+json` = list(id = \"1\", value = format(40 / 120, digits = 17)), `text/plain` = \"1\"))");
        Outcome outcome = run(folder);
        assertEquals(InfogapCommand.FINE, outcome.exitCode(), outcome.err() + outcome.out());
        assertTrue(outcome.out().contains("1 claim: 1 holds"), outcome.out());
    }

    @Test
    void aKernelThatIsNotInstalledIsNamedWithThoseThatAre() throws IOException {
        claims("id,claim,printed\n1,a share,0.33\n");
        notebook("stata-99", "stata", "x");
        Outcome outcome = run(folder);
        assertEquals(InfogapCommand.PROBLEM, outcome.exitCode());
        assertTrue(outcome.err().contains("there is no kernel 'stata-99'") && outcome.err().contains("looked in"), outcome.err());
        assertFalse(Files.exists(folder.resolve("target/report/index.html")));
    }

    private void claims(String text) throws IOException {
        Files.createDirectories(folder.resolve("papers/mine"));
        Files.writeString(folder.resolve("papers/mine/claims.csv"), text);
    }

    private void notebook(String kernel, String language, String source) throws IOException {
        Files.createDirectories(folder.resolve("notebooks"));
        String quoted = new com.google.gson.Gson().toJson(List.of(source).getFirst());
        Files.writeString(folder.resolve("notebooks/01.ipynb"), """
                {"cells": [{"cell_type": "code", "execution_count": null, "id": "values", "metadata": {}, "outputs": [], "source": %s}],
                 "metadata": {"kernelspec": {"name": "%s", "display_name": "%s", "language": "%s"}}, "nbformat": 4, "nbformat_minor": 5}
                """.formatted(quoted, kernel, kernel, language));
    }

    private static Outcome run(Path project) {
        return Outcome.of("run", "--quiet", "--project", project.toString());
    }

    private static Outcome check(Path project, String id, String... more) {
        List<String> arguments = new java.util.ArrayList<>(List.of("check", id, "--project", project.toString()));
        arguments.addAll(List.of(more));
        return Outcome.of(arguments.toArray(String[]::new));
    }
}
