package infogap.feedback.web;

import infogap.feedback.TrustPolicy;
import infogap.feedback.store.Database;
import infogap.numeric.Checks;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a feedback server is started with.
///
/// @param database      where the log lives
/// @param demonstration add Alice 0.3 and Bob 0.7 when the database has no customer?
/// @param host          the name or address to listen on
/// @param port          the port to listen on, 0 for any free one
/// @param publicUrl     where people reach the server when a proxy stands before it: `https://shop.example/trust/`
/// @param token         what a client must show; at least [#SHORTEST_TOKEN] visible ASCII characters. Needed when the host is not a loopback
///                      address
/// @param policy        how scores are computed where a request names no policy
/// @param rules         what is asked of those who give feedback
/// @param zone          the zone of the times on the pages
/// @param clock         tells when an event is received
/// @param log           where errors and accesses are told
public record FeedbackOptions(
        Database database,
        boolean demonstration,
        String host,
        int port,
        Optional<URI> publicUrl,
        Optional<String> token,
        TrustPolicy policy,
        OwnerRules rules,
        ZoneId zone,
        InstantSource clock,
        ServerLog log) {

    /// Characters in a token, at least.
    public static final int SHORTEST_TOKEN = 16;

    private static final Pattern TOKEN = Pattern.compile("[!-~]{" + SHORTEST_TOKEN + ",}");
    private static final Pattern PATH = Pattern.compile("(/[A-Za-z0-9._~-]+)*/?");

    /// @throws IllegalArgumentException if a component is not as described, above all if a token is needed and missing
    public FeedbackOptions {
        Checks.present("database", database);
        Checks.text("host", host);
        Checks.inRange("port", port, 0, 65535);
        Checks.present("publicUrl", publicUrl).ifPresent(FeedbackOptions::checkPublic);
        Checks.present("token", token);
        Checks.present("policy", policy);
        Checks.present("rules", rules);
        Checks.present("zone", zone);
        Checks.present("clock", clock);
        Checks.present("log", log);
        if (token.isPresent() && !TOKEN.matcher(token.get()).matches()) {
            throw new IllegalArgumentException("token must be at least " + SHORTEST_TOKEN + " visible ASCII characters, but is not");
        }
        if (token.isEmpty() && !isLoopback(host)) {
            throw new IllegalArgumentException("token must be given when the host is not a loopback address, and the host is '" + host
                    + "': other machines could read and post");
        }
        if (token.isEmpty() && publicUrl.isPresent()) {
            throw new IllegalArgumentException("token must be given with a public address, and that is '" + publicUrl.get()
                    + "': other machines could read and post");
        }
    }

    private static void checkPublic(URI url) {
        boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawFragment() != null || url.getRawUserInfo() != null
                || !PATH.matcher(url.getRawPath()).matches()) {
            throw new IllegalArgumentException("publicUrl must be an address such as https://shop.example/trust/, but is '" + url + "'");
        }
    }

    /// The document's policy on a free loopback port, times in UTC, and no log.
    public static FeedbackOptions of(Database database) {
        return new FeedbackOptions(database, false, "127.0.0.1", 0, Optional.empty(), Optional.empty(), TrustPolicy.AS_PRINTED, OwnerRules.NONE,
                ZoneId.of("UTC"), InstantSource.system(), ServerLog.none());
    }

    /// These options with Alice and Bob in a database without customers.
    public FeedbackOptions withDemonstration() {
        return new FeedbackOptions(database, true, host, port, publicUrl, token, policy, rules, zone, clock, log);
    }

    /// These options with another policy.
    public FeedbackOptions withPolicy(TrustPolicy other) {
        return new FeedbackOptions(database, demonstration, host, port, publicUrl, token, other, rules, zone, clock, log);
    }

    /// These options with a token that clients must show.
    public FeedbackOptions withToken(String other) {
        return new FeedbackOptions(database, demonstration, host, port, publicUrl, Optional.of(other), policy, rules, zone, clock, log);
    }

    /// These options with another address to listen on.
    public FeedbackOptions withAddress(String otherHost, int otherPort) {
        return new FeedbackOptions(database, demonstration, otherHost, otherPort, publicUrl, token, policy, rules, zone, clock, log);
    }

    /// These options with a token, behind a proxy at this address.
    public FeedbackOptions withPublicUrl(URI other, String otherToken) {
        return new FeedbackOptions(
                database, demonstration, host, port, Optional.of(other), Optional.of(otherToken), policy, rules, zone, clock, log);
    }

    /// These options with rules for those who give feedback.
    public FeedbackOptions withRules(OwnerRules other) {
        return new FeedbackOptions(database, demonstration, host, port, publicUrl, token, policy, other, zone, clock, log);
    }

    /// These options with times in another zone.
    public FeedbackOptions withZone(ZoneId other) {
        return new FeedbackOptions(database, demonstration, host, port, publicUrl, token, policy, rules, other, clock, log);
    }

    /// These options with another log.
    public FeedbackOptions withLog(ServerLog other) {
        return new FeedbackOptions(database, demonstration, host, port, publicUrl, token, policy, rules, zone, clock, other);
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
