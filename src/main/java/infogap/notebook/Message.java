package infogap.notebook;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.zeromq.ZFrame;
import org.zeromq.ZMsg;

/// A Jupyter message: what is done is in the header's `msg_type`, and an answer's parent header is the request's header.
record Message(JsonObject header, JsonObject parent, JsonObject content) {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    /// Signature, header, parent header, metadata, content.
    private static final int PARTS = 5;

    String id() {
        return text(header, "msg_id");
    }

    String type() {
        return text(header, "msg_type");
    }

    boolean answers(String request) {
        return text(parent, "msg_id").equals(request);
    }

    /// The content's text under the key; empty when there is none.
    String text(String key) {
        return text(content, key);
    }

    ZMsg signed(String key) {
        List<byte[]> parts = List.of(bytes(header), bytes(parent), bytes(new JsonObject()), bytes(content));
        ZMsg frames = new ZMsg();
        frames.add(DELIMITER);
        frames.add(signature(key, parts));
        parts.forEach(frames::add);
        return frames;
    }

    /// @throws KernelException when the frames are no message, or not signed with the key
    static Message verified(ZMsg frames, String key) {
        List<byte[]> parts = frames.stream().map(ZFrame::getData)
                .dropWhile(frame -> !Arrays.equals(frame, DELIMITER)).skip(1).limit(PARTS).toList();
        if (parts.size() < PARTS) {
            throw broken("a message with too few parts");
        }
        List<byte[]> signedParts = parts.subList(1, PARTS);
        if (!MessageDigest.isEqual(signature(key, signedParts), parts.getFirst())) {
            throw broken("a message that is not signed with its key");
        }
        return new Message(json(parts.get(1)), json(parts.get(2)), json(parts.get(4)));
    }

    private static byte[] signature(String key, List<byte[]> parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            parts.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new AssertionError("every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] bytes(JsonObject json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonObject json(byte[] bytes) {
        try {
            JsonElement element = StrictJson.parse("the kernel's message", new String(bytes, StandardCharsets.UTF_8));
            return element instanceof JsonObject object ? object : new JsonObject();
        } catch (NotebookFormatException e) {
            throw broken("a message that is not JSON (" + e.getMessage() + ")");
        }
    }

    private static KernelException broken(String what) {
        return new KernelException(KernelException.Reason.PROTOCOL, "the kernel sent " + what, List.of());
    }

    private static String text(JsonObject object, String key) {
        return object.get(key) instanceof JsonPrimitive text ? text.getAsString() : "";
    }
}
