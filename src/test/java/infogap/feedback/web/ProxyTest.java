package infogap.feedback.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import infogap.browser.Chromium;
import infogap.feedback.store.Database;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Behind a real nginx with HTTPS and a path prefix, in a real browser: the public address is the only one that a visitor sees.
class ProxyTest {

    private static final String TOKEN = "a-token-of-some-length";

    @TempDir
    private Path folder;

    private int port;
    private URI address;
    private FeedbackServer server;
    private Process nginx;
    private Optional<Chromium> started = Optional.empty();
    private Chromium browser;

    @BeforeEach
    void start() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/sbin/nginx")), "nginx is not installed (Debian: apt-get install nginx)");
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed (Debian: apt-get install openssl)");
        started = Chromium.start(Files.createDirectories(folder.resolve("profile")));
        assumeTrue(started.isPresent(), "Chromium is not installed (Debian: apt-get install chromium)");
        browser = started.get();
        JsonObject ignore = new JsonObject();
        ignore.addProperty("ignore", true);
        browser.call("Security.setIgnoreCertificateErrors", ignore);
        port = freePort();
        address = URI.create("https://localhost:" + port + "/shop/trust/");
        FeedbackOptions options = FeedbackOptions.of(Database.inFolder(folder.resolve("data"))).withDemonstration()
                .withPublicUrl(address, TOKEN).withRules(new OwnerRules(Set.of(), OptionalInt.of(600)));
        server = FeedbackServer.start(options);
    }

    @AfterEach
    void stop() throws InterruptedException {
        if (nginx != null) {
            nginx.destroy();
            nginx.waitFor(20, TimeUnit.SECONDS);
        }
        if (server != null) {
            server.close();
        }
        if (started.isPresent()) {
            browser.close();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void startNginx(String pass) throws Exception {
        Process certificate = new ProcessBuilder("openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
                "-keyout", folder.resolve("key.pem").toString(), "-out", folder.resolve("certificate.pem").toString(), "-days", "2", "-subj", "/CN=localhost")
                .redirectErrorStream(true).redirectOutput(folder.resolve("openssl.log").toFile()).start();
        assertTrue(certificate.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, certificate.exitValue());
        Files.writeString(folder.resolve("nginx.conf"), """
                daemon off; master_process off; pid FOLDER/nginx.pid; error_log FOLDER/error.log;
                events {}
                http {
                    access_log off; client_body_temp_path FOLDER/body; proxy_temp_path FOLDER/proxy; fastcgi_temp_path FOLDER/fastcgi;
                    uwsgi_temp_path FOLDER/uwsgi; scgi_temp_path FOLDER/scgi;
                    server {
                        listen 127.0.0.1:PORT ssl; server_name localhost;
                        ssl_certificate FOLDER/certificate.pem; ssl_certificate_key FOLDER/key.pem;
                        location /shop/trust/ {
                            proxy_pass http://127.0.0.1:BACK;
                            proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
                        }
                    }
                }
                """.replace("FOLDER", folder.toString()).replace("PORT", Integer.toString(port)).replace("BACK", server.address().getPort() + pass));
        nginx = new ProcessBuilder("/usr/sbin/nginx", "-p", folder.toString(), "-c", folder.resolve("nginx.conf").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("nginx.log").toFile()).start();
        Chromium.await("nginx", () -> {
            try (Socket socket = new Socket("127.0.0.1", port)) {
                return socket.isConnected();
            } catch (IOException e) {
                return false;
            }
        });
    }

    private void submit(String button) throws InterruptedException {
        browser.evaluate("window.left = true");
        browser.click(button);
        browser.awaitNewPage();
    }

    private void visit() throws Exception {
        browser.open(address.resolve("customers/1?policy=beta"));
        assertEquals("This server asks for its token", browser.evaluate("document.querySelector('label[for=token]').textContent"));
        browser.click("#token");
        browser.type(TOKEN);
        submit("main button");
        assertEquals(address.resolve("customers/1?policy=beta").toString(), browser.evaluate("location.href"), "where the visitor wanted to go");
        browser.click("#text");
        browser.type("Delivered on time");
        submit("#give button");
        assertEquals(address.resolve("customers/1?policy=beta:2&stored=1").toString(), browser.evaluate("location.href"));
        assertEquals("Feedback 1 is stored.", browser.evaluate("document.querySelector('[role=status]').textContent"));
        assertEquals(1, server.store().events(1).size());
        submit("h1 a");
        assertEquals(address.toString(), browser.evaluate("location.href"));
        assertEquals("2", browser.evaluate("document.querySelectorAll('.customers .card').length"));
        assertEquals("grid", browser.evaluate("getComputedStyle(document.querySelector('main')).display"), "the style sheet is found");
        assertEquals("", browser.evaluate("document.cookie"), "no script can read the visit");
        assertEquals("0", browser.evaluate("[...document.querySelectorAll('[href], [action]')].filter(e => !(e.href || e.action).startsWith('" + address
                + "') && !(e.getAttribute('href') || '').startsWith('#')).length"), "every address is public");
        assertEquals("0", browser.evaluate("performance.getEntriesByType('resource').filter(e => !e.name.startsWith('" + address + "')).length"));
        submit("footer button");
        assertEquals("1", browser.evaluate("document.querySelectorAll('#token').length"), "the visit has ended");
        List<String> complaints = browser.complaints().stream().filter(complaint -> !complaint.contains("401")).toList();
        assertEquals(List.of(), complaints);
    }

    @Test
    void withThePrefixTakenAway() throws Exception {
        startNginx("/");
        visit();
    }

    @Test
    void withThePrefixLeft() throws Exception {
        startNginx("");
        visit();
    }
}
