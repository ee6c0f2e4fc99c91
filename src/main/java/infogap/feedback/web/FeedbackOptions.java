package infogap.feedback.web;

import infogap.feedback.TrustPolicy;
import infogap.feedback.store.Database;
import infogap.numeric.Checks;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a feedback server is started with.
///
/// @param database      where the log lives
/// @param demonstration add Alice 0.3 and Bob 0.7 when the database has no customer?
/// @param host          the name or address to listen on
/// @param port          the port to listen on, 0 for any free one
/// @param token         what a client must show to post; at least [#SHORTEST_TOKEN] visible ASCII characters. Needed when the
///                      host is not a loopback address
/// @param policy        how scores are computed where a request names no policy
/// @param clock         tells when an event is received
public record FeedbackOptions(
        Database database,
        boolean demonstration,
        String host,
        int port,
        Optional<String> token,
        TrustPolicy policy,
        InstantSource clock) {

    /// Characters in a token, at least.
    public static final int SHORTEST_TOKEN = 16;

    private static final Pattern TOKEN = Pattern.compile("[!-~]{" + SHORTEST_TOKEN + ",}");

    /// @throws IllegalArgumentException if a component is not as described, above all if a token is needed and missing
    public FeedbackOptions {
        Checks.present("database", database);
        Checks.text("host", host);
        Checks.inRange("port", port, 0, 65535);
        Checks.present("token", token);
        Checks.present("policy", policy);
        Checks.present("clock", clock);
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            throw new IllegalArgumentException("token must be at least " + SHORTEST_TOKEN + " visible ASCII characters, but is not");
        }
        if (token.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("token must be given when the host is not a loopback address, and the host is '" + host
                    + "': other machines could post");
        }
    }

    /// The document's policy on a free loopback port.
    public static FeedbackOptions of(Database database) {
        return new FeedbackOptions(
                database, false, "127.0.0.1", 0, Optional.empty(), TrustPolicy.AS_PRINTED, InstantSource.system());
    }

    /// These options with Alice and Bob in a database without customers.
    public FeedbackOptions withDemonstration() {
        return new FeedbackOptions(database, true, host, port, token, policy, clock);
    }

    /// These options with another policy.
    public FeedbackOptions withPolicy(TrustPolicy other) {
        return new FeedbackOptions(database, demonstration, host, port, token, other, clock);
    }

    /// These options with a token that clients must show to post.
    public FeedbackOptions withToken(String other) {
        return new FeedbackOptions(database, demonstration, host, port, Optional.of(other), policy, clock);
    }

    /// These options with another address to listen on.
    public FeedbackOptions withAddress(String otherHost, int otherPort) {
        return new FeedbackOptions(database, demonstration, otherHost, otherPort, token, policy, clock);
    }

    /// Can only programs on this machine reach the server?
    public boolean isLoopback() {
        return isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!address.isLoopbackAddress()) {
                    return false;
                }
            }
            return true;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host must be a name or address of this machine, but is '" + host + "'", e);
        }
    }

    /// The options without the token.
    @Override
    public String toString() {
        return "FeedbackOptions[database=" + database.product() + ", host=" + host + ", port=" + port + ", policy=" + policy.label()
                + ", token=" + (token.isPresent() ? "set" : "none") + ", demonstration=" + demonstration + "]";
    }
}
