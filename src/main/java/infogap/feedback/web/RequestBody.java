package infogap.feedback.web;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.Strictness;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

/// The body of a request, read with a limit and taken apart strictly.
final class RequestBody {

    /// Bytes in a body, at most: the longest text in four-byte characters, percent-encoded by a form.
    static final int LIMIT = 32 * 1024;

    /// Bytes of a body refused that are read all the same, at most, and for how long.
    private static final int DISCARDED = 1 << 20;
    private static final long DISCARDING = TimeUnit.SECONDS.toNanos(2);

    /// A body must come within this time and a second for each 1024 bytes of it, and within this time in all.
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(5);
    private static final int SLOWEST = 1024;
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(30);

    private static final Map<String, String> CLOSE = Map.of(HttpHeader.CONNECTION.asString(), "close");

    private RequestBody() {}

    /// The fields of a flat JSON object: those named and no other, each of its type ([JsonToken#STRING] or [JsonToken#NUMBER]), once each; the
    /// optional ones may be absent.
    static Map<String, String> json(Request request, Map<String, JsonToken> required, Map<String, JsonToken> optional) {
        Map<String, JsonToken> fields = new LinkedHashMap<>(required);
        fields.putAll(optional);
        String text = text(request, "application/json");
        Map<String, String> values = new LinkedHashMap<>();
        try (JsonReader reader = new JsonReader(new StringReader(text))) {
            reader.setStrictness(Strictness.STRICT);
            if (reader.peek() != JsonToken.BEGIN_OBJECT) {
                throw new Refusal(400, "Wrong type", "The body must be a JSON object.");
            }
            reader.beginObject();
            while (reader.hasNext()) {
                readField(reader, fields, values);
            }
            reader.endObject();
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw malformed();
            }
        } catch (IOException | IllegalStateException e) {
            throw malformed();
        }
        requireAll(required.keySet(), values);
        return values;
    }

    private static void readField(JsonReader reader, Map<String, JsonToken> fields, Map<String, String> values) throws IOException {
        String name = reader.nextName();
        JsonToken expected = fields.get(name);
        if (expected == null) {
            throw unknownField(fields.keySet());
        }
        if (reader.peek() != expected) {
            throw new Refusal(400, "Wrong type", "The field '" + name + "' must be a "
                    + (expected == JsonToken.STRING ? "string" : "number") + ".");
        }
        if (values.put(name, reader.nextString()) != null) {
            throw repeatedField(name);
        }
    }

    /// The fields of a form, those named and no other, once each; the optional ones may be absent.
    static Map<String, String> form(Request request, Set<String> fields, Set<String> optional) {
        String text = text(request, "application/x-www-form-urlencoded");
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            if (!fields.contains(name) && !optional.contains(name)) {
                throw unknownField(fields);
            }
            if (values.put(name, decoded(equals < 0 ? "" : pair.substring(equals + 1))) != null) {
                throw repeatedField(name);
            }
        }
        requireAll(fields, values);
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Refusal(400, "Malformed form", "The body is not a URL-encoded form.");
        }
    }

    private static void requireAll(Set<String> fields, Map<String, String> values) {
        for (String field : fields) {
            if (!values.containsKey(field)) {
                throw new Refusal(400, "Missing field", "The field '" + field + "' is missing.");
            }
        }
    }

    private static Refusal malformed() {
        return new Refusal(400, "Malformed JSON", "The body is not a JSON text.");
    }

    private static Refusal unknownField(Set<String> fields) {
        return new Refusal(400, "Unknown field", "The body has a field other than " + String.join(", ", fields.stream().sorted().toList())
                + ".");
    }

    private static Refusal repeatedField(String name) {
        return new Refusal(400, "Repeated field", "The field '" + name + "' stands twice in the body.");
    }

    private static String text(Request request, String mediaType) {
        String contentType = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        String[] parts = contentType == null ? new String[] {""} : contentType.toLowerCase(Locale.ROOT).split(";", 2);
        boolean utf8 = parts.length < 2 || parts[1].strip().matches("charset=\"?utf-8\"?");
        boolean right = parts[0].strip().equals(mediaType) && utf8;
        try {
            byte[] bytes = read(request);
            if (!right || bytes.length > LIMIT) {
                throw right ? tooLarge() : new Refusal(415, "Wrong content type", "The body must be " + mediaType + " in UTF-8.", CLOSE);
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new Refusal(400, "Malformed text", "The body is not UTF-8.");
        } catch (IOException e) {
            if (isTimeout(e)) {
                throw tooSlow();
            }
            throw new Refusal(400, "Incomplete body", "The body could not be read to its end.", CLOSE);
        }
    }

    /// The body, or of one that is too large a byte more than the limit. Not closed: what is left of a body refused is still read, by [#discard].
    private static byte[] read(Request request) throws IOException {
        InputStream in = Content.Source.asInputStream(request);
        byte[] bytes = new byte[LIMIT + 1];
        long start = System.nanoTime();
        int read = 0;
        while (read < bytes.length) {
            int n = in.read(bytes, read, bytes.length - read);
            if (n < 0) {
                break;
            }
            read += n;
            long took = System.nanoTime() - start;
            if (took > Math.min(LONGEST, PATIENCE + TimeUnit.SECONDS.toNanos(1) * read / SLOWEST)) {
                throw tooSlow();
            }
        }
        return Arrays.copyOf(bytes, read);
    }

    private static boolean isTimeout(Throwable failure) {
        for (Throwable link = failure; link != null; link = link.getCause()) {
            if (link instanceof TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /// Reads what is left of a body whose request is refused. Without it the connection closes under a client that is still writing and never sees the
    /// refusal, or that sends its next request on it.
    static void discard(Request request) {
        byte[] space = new byte[LIMIT];
        long start = System.nanoTime();
        int read = 0;
        try {
            InputStream in = Content.Source.asInputStream(request);
            for (int n = 0; n >= 0 && read < DISCARDED && System.nanoTime() - start < DISCARDING; n = in.read(space)) {
                read += n;
            }
        } catch (IOException e) {
            // the client is gone or too slow: nobody waits for it
        }
    }

    private static Refusal tooSlow() {
        return new Refusal(408, "Too slow", "The body did not come in time. Nothing was stored.", CLOSE);
    }

    private static Refusal tooLarge() {
        return new Refusal(413, "Body too large", "The body must have at most " + LIMIT + " bytes.", CLOSE);
    }
}
