package infogap.regression;

import infogap.numeric.Checks;
import infogap.storage.BinaryReader;
import infogap.storage.BinaryWriter;
import java.util.ArrayList;
import java.util.List;

/// The bytes that [LeastSquaresAccumulator#toBytes] documents.
final class AccumulatorFormat {

    private static final String KIND = "IGLS";
    private static final int VERSION = 1;

    private AccumulatorFormat() {}

    static byte[] write(List<String> columns, boolean intercept, Gram gram) {
        BinaryWriter out = new BinaryWriter(KIND, VERSION).put((byte) (intercept ? 1 : 0)).put(columns.size());
        columns.forEach(out::put);
        gram.writeTo(out);
        return out.toBytes();
    }

    static LeastSquaresAccumulator read(String what, byte[] bytes) {
        BinaryReader in = BinaryReader.of(what, KIND, VERSION, bytes);
        byte intercept = in.getByte();
        int count = in.getCount(Integer.BYTES);
        if (intercept < 0 || intercept > 1 || count < 2) {
            throw in.refused("it must have the intercept 0 or 1 and two columns or more, but has " + intercept + " and " + count);
        }
        List<String> columns = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            columns.add(in.getText());
        }
        List<String> names = LeastSquaresAccumulator.names(List.copyOf(columns), intercept == 1);
        try {
            columns.forEach(name -> Checks.text("columns", name));
            Checks.distinct("columns", names);
        } catch (IllegalArgumentException e) {
            throw in.refused(e.getMessage());
        }
        long q = names.size();
        in.require(2L * Long.BYTES + q * (q + 1) * Double.BYTES + q * Double.BYTES);
        Gram gram = new Gram(names, intercept == 1);
        gram.readFrom(in);
        in.end();
        return new LeastSquaresAccumulator(List.copyOf(columns), intercept == 1, gram);
    }
}
