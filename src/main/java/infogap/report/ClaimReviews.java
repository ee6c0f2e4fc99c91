package infogap.report;

import com.google.gson.JsonObject;
import infogap.claims.Claim;
import infogap.claims.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The checked claims as [ClaimReview](https://schema.org/ClaimReview) in JSON-LD: what a search engine and an archive of fact checks read.
///
/// The rating is 5 for a claim that holds, 1 for one that differs or is false, and the verdict is its alternate name; a claim that cannot be checked has no number.
final class ClaimReviews {

    private static final int BEST = 5;
    private static final int WORST = 1;

    private ClaimReviews() {}

    static void write(SettledLedger ledger, OutputStream stream) throws IOException {
        JsonObject json = new JsonObject();
        json.addProperty("@context", "https://schema.org");
        Map<String, String> pages = IndexPage.places(ledger);
        LongJson.write(stream, json, "@graph", ledger.settlements().stream()
                .filter(Settlement.Checked.class::isInstance)
                .map(settlement -> review((Settlement.Checked) settlement, ledger, pages)));
    }

    private static JsonObject review(Settlement.Checked checked, SettledLedger ledger, Map<String, String> pages) {
        Claim claim = checked.claim();
        JsonObject article = typed("CreativeWork");
        article.addProperty("name", ledger.title(claim.document()));
        article.addProperty("identifier", claim.document());
        JsonObject item = typed("Claim");
        item.addProperty("identifier", claim.id());
        item.addProperty("text", claim.claim() + (claim.printed().isEmpty() ? "" : ": " + claim.printed().text()));
        item.add("appearance", article);
        JsonObject author = typed("SoftwareApplication");
        author.addProperty("name", "Infogap");
        JsonObject review = typed("ClaimReview");
        review.addProperty("@id", pages.get(claim.id()) + "#claim-" + URLEncoder.encode(claim.id(), StandardCharsets.UTF_8).replace("+", "%20"));
        review.addProperty("claimReviewed", claim.claim());
        review.add("itemReviewed", item);
        review.add("author", author);
        review.add("reviewRating", rating(checked.evidence().verdict()));
        String why = claim.reason().isBlank() ? checked.evidence().readable() : claim.reason();
        review.addProperty("reviewBody", why);
        return review;
    }

    private static JsonObject rating(Verdict verdict) {
        JsonObject rating = typed("Rating");
        if (verdict.group() != Verdict.Group.OPEN) {
            rating.addProperty("ratingValue", verdict.group() == Verdict.Group.HOLDS ? BEST : WORST);
            rating.addProperty("bestRating", BEST);
            rating.addProperty("worstRating", WORST);
        }
        rating.addProperty("alternateName", verdict.label());
        return rating;
    }

    private static JsonObject typed(String type) {
        JsonObject json = new JsonObject();
        json.addProperty("@type", type);
        return json;
    }
}
