package infogap.feedback.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/// Who may ask what.
///
/// @param loopback does the server listen on a loopback address only?
/// @param token    what a client must show to post, when there is one
record Guard(boolean loopback, Optional<String> token) {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /// Refuses a request that was meant for another server: a name that an attacker lets point to this machine.
    void checkHost(Request request) {
        String name = Request.getServerName(request);
        if (loopback && (name == null || !LOOPBACK_NAMES.contains(name.toLowerCase(Locale.ROOT)))) {
            throw new Refusal(421, "Wrong host", "This server answers only to localhost, 127.0.0.1 and [::1].");
        }
    }

    /// Refuses a posting that a page of another site made a browser send. A program that is not a browser sends no origin.
    void checkOrigin(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean otherSite = site != null && !site.equals("same-origin");
        // a proxy in front may speak https where this server speaks http, so that only the host and the port are compared
        boolean otherOrigin = origin != null
                && !origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeaders().get(HttpHeader.HOST));
        if (otherSite || otherOrigin) {
            throw new Refusal(403, "Other origin", "A page of another site may not post here.");
        }
    }

    /// Refuses a posting without the token that this server asks for, in the header that programs use.
    void checkBearer(Request request) {
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        checkToken(header != null && header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7).strip() : "");
    }

    /// Refuses a token that is not the one that this server asks for.
    void checkToken(String shown) {
        if (token.isPresent() && !sameText(token.get(), shown)) {
            throw new Refusal(401, "Token needed", "Posting here needs the server's token.",
                    Map.of(HttpHeader.WWW_AUTHENTICATE.asString(), "Bearer"));
        }
    }

    // takes as long for a nearly right token as for a wrong one
    private static boolean sameText(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
