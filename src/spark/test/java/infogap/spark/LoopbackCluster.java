package infogap.spark;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;

/// A standalone cluster on the loopback interface: a master and two workers, each a process of its own, started here and ended by [#close].
///
/// Workers start their executors from a Spark home, which here is a folder of links to the jars on this JVM's class path.
public final class LoopbackCluster implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";
    /// What makes a JVM that lives for seconds start with less work: no optimising compiler, no collector of its own threads.
    static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
    private static final long PATIENCE = TimeUnit.SECONDS.toMillis(90);

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();
    private final int port;

    /// Starts `workers` workers with one core each.
    public LoopbackCluster(Path folder, int workers) throws IOException, InterruptedException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("home").resolve("jars"));
        for (String entry : classPath()) {
            Path jar = Path.of(entry).toAbsolutePath();
            if (entry.endsWith(".jar") && Files.exists(jar) && !Files.exists(jars.resolve(jar.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(jar.getFileName()), jar);
            }
        }
        this.port = freePort();
        start("master", "org.apache.spark.deploy.master.Master", "--host", LOOPBACK, "--port", "" + port, "--webui-port", "0");
        awaitMaster();
        for (int worker = 0; worker < workers; worker++) {
            start("worker" + worker, "org.apache.spark.deploy.worker.Worker", "--host", LOOPBACK, "--cores", "1", "--memory", "600m", "--webui-port", "0",
                    "--work-dir", folder.resolve("work" + worker).toString(), "spark://" + LOOPBACK + ":" + port);
        }
    }

    private static List<String> classPath() {
        return Arrays.asList(System.getProperty("java.class.path").split(File.pathSeparator));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private void start(String name, String type, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx200m", "-Dspark.master.rest.enabled=false"));
        command.addAll(SHORT_LIVED);
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--") || argument.startsWith("-Djava.awt"))
                .forEach(command::add);
        command.addAll(List.of("-cp", String.join(File.pathSeparator, classPath()), type));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(folder.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", folder.resolve("home").toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        processes.add(builder.start());
    }

    private void awaitMaster() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE;
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
                return;
            } catch (IOException e) {
                if (System.currentTimeMillis() > end || !processes.getFirst().isAlive()) {
                    throw new IllegalStateException("the master does not answer: " + log("master"), e);
                }
                Thread.sleep(200);
            }
        }
    }

    private String log(String name) {
        try {
            return Files.readString(folder.resolve(name + ".log"));
        } catch (IOException e) {
            return "no log";
        }
    }

    /// A session on this cluster, whose executors know the classes of this class path; `options` are those of their JVMs.
    public SparkSession session(List<String> options) {
        String folders = classPath().stream().filter(entry -> !entry.endsWith(".jar")).map(entry -> Path.of(entry).toAbsolutePath().toString())
                .collect(Collectors.joining(File.pathSeparator));
        return SparkSession.builder()
                .master("spark://" + LOOPBACK + ":" + port)
                .appName("infogap on a cluster")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", LOOPBACK)
                .config("spark.driver.bindAddress", LOOPBACK)
                .config("spark.executor.memory", "500m")
                .config("spark.executor.cores", "1")
                .config("spark.executor.extraJavaOptions", String.join(" ", options))
                .config("spark.executor.extraClassPath", folders)
                .config("spark.sql.shuffle.partitions", 4)
                .config("spark.sql.warehouse.dir", folder.toString())
                .getOrCreate();
    }

    /// The executors' processes, which the workers have started.
    List<ProcessHandle> executors() {
        return processes.stream().flatMap(process -> process.toHandle().descendants())
                .filter(process -> process.info().commandLine().or(() -> process.info().command()).orElse("").contains("CoarseGrainedExecutorBackend")
                        || Stream.of(process.info().arguments().orElse(new String[0])).anyMatch(argument -> argument.contains("CoarseGrainedExecutorBackend")))
                .toList();
    }

    /// Ends what was started here: executors with their workers, then the master.
    @Override
    public void close() {
        List<ProcessHandle> executors = executors();
        for (Process process : processes.reversed()) {
            process.destroy();
            try {
                process.onExit().get(10, TimeUnit.SECONDS);
            } catch (InterruptedException | ExecutionException | TimeoutException e) {
                process.destroyForcibly();
            }
        }
        executors.forEach(ProcessHandle::destroyForcibly);
    }
}
