package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.TrustPolicy;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Where the pages are and how they write the time.
///
/// @param base        what stands before every path: empty, or the path of the public address without the slash at its end
/// @param zone        the zone of the times on the pages
/// @param needsToken  must a visitor show the token?
/// @param askAuthor   must a feedback name its author?
/// @param askPurchase must a feedback name its purchase?
public record Site(String base, ZoneId zone, boolean needsToken, boolean askAuthor, boolean askPurchase) {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm zzz", Locale.ENGLISH);

    /// An address on this site with the policy, ready for an attribute.
    public String link(String path, TrustPolicy policy, String... parameters) {
        StringBuilder link = new StringBuilder(base + path + "?policy=" + encoded(policy.label()));
        for (int i = 0; i < parameters.length; i += 2) {
            if (!parameters[i + 1].isEmpty()) {
                link.append('&').append(parameters[i]).append('=').append(encoded(parameters[i + 1]));
            }
        }
        return Markup.escaped(link.toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("%3A", ":");
    }

    /// A moment as an element.
    public String time(Instant at) {
        return "<time datetime=\"" + at + "\">" + MINUTE.format(at.atZone(zone)) + "</time>";
    }
}
