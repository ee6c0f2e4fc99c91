package infogap.feedback.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server in a process of its own, started by its command line on a free port, with Alice and Bob.
///
/// @param process the process
/// @param banner  the line that it printed
/// @param address the address in that line
record ServerProcess(Process process, String banner, URI address) implements AutoCloseable {

    /// Starts the command with these arguments and waits for the address.
    static ServerProcess start(String... arguments) throws IOException {
        Process process = launch(arguments);
        BufferedReader output = process.inputReader();
        String line = String.valueOf(output.readLine());
        Matcher address = Pattern.compile("http://\\S+/").matcher(line);
        if (!address.find()) {
            process.destroyForcibly();
            throw new IOException("the server did not start: " + line + "\n" + String.join("\n", output.lines().toList()));
        }
        return new ServerProcess(process, line, URI.create(address.group()));
    }

    /// Starts the command with these arguments.
    static Process launch(String... arguments) throws IOException {
        return new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
    }

    /// The command line with these arguments.
    static List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED",
                "-classpath", System.getProperty("java.class.path"), "infogap.Infogap", "feedback", "--demo", "--port", "0"));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Kills the process where it still runs.
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
