package infogap.feedback.web;

import infogap.feedback.page.Site;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/// Who may ask what.
///
/// @param names     the names under which this server is asked, in lower case; an address written as a number is none that an attacker can let point
///                  here, and is always right
/// @param publicUrl where people reach the server, when a proxy stands before it
/// @param token     what a client must show, when there is one
/// @param clock     tells when a visit ends
record Guard(Set<String> names, Optional<URI> publicUrl, Optional<String> token, InstantSource clock) {

    private static final String COOKIE = "infogap-feedback";
    private static final Duration VISIT = Duration.ofHours(12);
    private static final Pattern NUMERIC = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-f:.]*:[0-9a-f:.]*");

    /// Refuses a request that was meant for another server: a name that an attacker lets point to this machine.
    void checkHost(Request request) {
        String server = Request.getServerName(request);
        String name = server == null ? "" : server.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "").replaceAll("^\\[|]$", "");
        if (!names.contains(name) && !NUMERIC.matcher(name).matches()) {
            throw new Refusal(421, "Wrong host", "This server does not answer to this name; --public-url tells it another.");
        }
    }

    /// Refuses a posting that a page of another site made a browser send. A program that is not a browser sends no origin.
    void checkOrigin(Request request) {
        String site = request.getHeaders().get("Sec-Fetch-Site");
        String origin = request.getHeaders().get(HttpHeader.ORIGIN);
        boolean otherSite = site != null && !site.equals("same-origin");
        boolean ownHost = origin != null
                && origin.replaceFirst("^https?://", "").equalsIgnoreCase(request.getHeaders().get(HttpHeader.HOST));
        boolean publicOrigin = origin != null && publicUrl.isPresent() && origin.equalsIgnoreCase(origin(publicUrl.get()));
        if (otherSite || origin != null && !ownHost && !publicOrigin) {
            throw new Refusal(403, "Other origin", "A page of another site may not post here.");
        }
    }

    private static String origin(URI url) {
        boolean usual = url.getPort() == -1 || url.getPort() == (url.getScheme().equals("https") ? 443 : 80);
        return url.getScheme() + "://" + url.getHost() + (usual ? "" : ":" + url.getPort());
    }

    /// Refuses a request without the token that this server asks for: in the header that programs use, or in the cookie of a visit.
    void checkToken(Request request) {
        if (!knows(request)) {
            throw wrongToken();
        }
    }

    /// Does the request show the token, or is none needed?
    boolean knows(Request request) {
        if (token.isEmpty()) {
            return true;
        }
        String header = request.getHeaders().get(HttpHeader.AUTHORIZATION);
        if (header != null) {
            return header.regionMatches(true, 0, "Bearer ", 0, 7) && sameText(token.get(), header.substring(7).strip());
        }
        return Request.getCookies(request).stream()
                .anyMatch(cookie -> cookie.getName().equals(COOKIE) && isVisit(cookie.getValue()));
    }

    /// Begins a visit for whom shows the token: the cookie that stands for it from now on.
    String visit(String shown) {
        if (token.isEmpty() || !sameText(token.get(), shown)) {
            throw wrongToken();
        }
        long end = clock.instant().plus(VISIT).getEpochSecond();
        return cookie(end + "." + seal(end), VISIT.toSeconds());
    }

    /// The cookie that ends a visit.
    String noVisit() {
        return cookie("", 0);
    }

    private String cookie(String value, long seconds) {
        String path = publicUrl.map(URI::getPath).filter(p -> !p.isEmpty()).orElse("/");
        boolean secure = publicUrl.isPresent() && publicUrl.get().getScheme().equals("https");
        return COOKIE + "=" + value + "; Path=" + path + "; Max-Age=" + seconds + "; HttpOnly; SameSite=Lax" + (secure ? "; Secure" : "");
    }

    private boolean isVisit(String value) {
        String[] parts = value.split("\\.", 2);
        return parts.length == 2 && parts[0].matches("\\d{1,12}") && sameText(seal(Long.parseLong(parts[0])), parts[1])
                && Long.parseLong(parts[0]) > clock.instant().getEpochSecond();
    }

    /// Only who knows the token can seal the end of a visit.
    private String seal(long end) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(token.orElseThrow().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(("visit until " + end).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refusal wrongToken() {
        return new Refusal(401, "Token needed", "This server asks for its token.", Map.of(HttpHeader.WWW_AUTHENTICATE.asString(), "Bearer"));
    }

    // takes as long for a nearly right token as for a wrong one
    private static boolean sameText(String expected, String shown) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }
}
