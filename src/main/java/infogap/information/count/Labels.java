package infogap.information.count;

import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;

/// Labels as bytes: one byte for the type, then the value.
///
/// | byte | type | value |
/// | --- | --- | --- |
/// | 1 | `String` | a text |
/// | 2 | `Boolean` | 1 byte, 0 or 1 |
/// | 3, 4, 5, 6 | `Byte`, `Short`, `Integer`, `Long` | 8 bytes |
/// | 7, 8 | `Float`, `Double` | 8 bytes, the bits of the double |
/// | 9 | `BigDecimal` | its text |
/// | 10 | `LocalDate` | its text, ISO 8601 |
/// | 11 | `LocalDateTime` | its text, ISO 8601 |
/// | 12 | `Instant` | its text, ISO 8601 |
final class Labels {

    private Labels() {}

    static void write(BinaryWriter out, Object label) {
        switch (label) {
            case String text -> out.put((byte) 1).put(text);
            case Boolean flag -> out.put((byte) 2).put((byte) (flag ? 1 : 0));
            case Byte number -> out.put((byte) 3).put(number.longValue());
            case Short number -> out.put((byte) 4).put(number.longValue());
            case Integer number -> out.put((byte) 5).put(number.longValue());
            case Long number -> out.put((byte) 6).put(number.longValue());
            case Float number -> out.put((byte) 7).put(number.doubleValue());
            case Double number -> out.put((byte) 8).put(number.doubleValue());
            case BigDecimal number -> out.put((byte) 9).put(number.toString());
            case LocalDate day -> out.put((byte) 10).put(day.toString());
            case LocalDateTime time -> out.put((byte) 11).put(time.toString());
            case Instant time -> out.put((byte) 12).put(time.toString());
            default -> throw new IllegalArgumentException("labels must be texts, numbers, true or false, or dates to be written, but '" + label + "' is of "
                    + label.getClass().getName() + ": count its text instead");
        }
    }

    static Object read(BinaryReader in) {
        byte type = in.getByte();
        try {
            return switch (type) {
                case 1 -> in.getText();
                case 2 -> in.getByte() != 0;
                case 3 -> (byte) in.getLong();
                case 4 -> (short) in.getLong();
                case 5 -> (int) in.getLong();
                case 6 -> in.getLong();
                case 7 -> (float) in.getDouble();
                case 8 -> in.getDouble();
                case 9 -> new BigDecimal(in.getText());
                case 10 -> LocalDate.parse(in.getText());
                case 11 -> LocalDateTime.parse(in.getText());
                case 12 -> Instant.parse(in.getText());
                default -> throw in.refused("a label has the unknown type " + type);
            };
        } catch (NumberFormatException | DateTimeException e) {
            throw in.refused("a label of type " + type + " cannot be read: " + e.getMessage());
        }
    }
}
