package infogap.report;

import infogap.claims.Claim;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// The ledger as a test report: a suite for each document, a case for each claim. A case fails where the claim is not as pinned, and is skipped where it is waived; a
/// known misprint passes, because it is pinned. What belongs to no claim is a suite of its own.
final class JUnitXml {

    private JUnitXml() {}

    static void write(SettledLedger ledger, OutputStream stream) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuites");
            xml.writeAttribute("name", "claims ledger");
            Map<String, List<Settlement>> documents = ledger.settlements().stream()
                    .collect(Collectors.groupingBy(settlement -> settlement.claim().document(), TreeMap::new, Collectors.toList()));
            for (Map.Entry<String, List<Settlement>> document : documents.entrySet()) {
                suite(xml, document.getKey(), document.getValue());
            }
            strays(xml, ledger.strays());
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
        text.write('\n');
        text.flush();
    }

    private static void suite(XMLStreamWriter xml, String document, List<Settlement> settlements) throws XMLStreamException {
        long failures = settlements.stream().filter(settlement -> !settlement.problems().isEmpty()).count();
        long skipped = settlements.stream().filter(Settlement.Waived.class::isInstance).count();
        start(xml, document, settlements.size(), failures, skipped);
        for (Settlement settlement : settlements) {
            Claim claim = settlement.claim();
            begin(xml, document, claim.id() + " " + claim.claim());
            if (settlement instanceof Settlement.Waived) {
                xml.writeEmptyElement("skipped");
                attribute(xml, "message", claim.waiver());
            } else if (!settlement.problems().isEmpty()) {
                failure(xml, settlement.problems());
            }
            xml.writeEndElement();
        }
        end(xml);
    }

    private static void strays(XMLStreamWriter xml, List<String> strays) throws XMLStreamException {
        if (strays.isEmpty()) {
            return;
        }
        start(xml, "no claim", strays.size(), strays.size(), 0);
        for (String stray : strays) {
            begin(xml, "no claim", stray);
            failure(xml, List.of(stray));
            xml.writeEndElement();
        }
        end(xml);
    }

    private static void start(XMLStreamWriter xml, String name, long tests, long failures, long skipped) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testsuite");
        attribute(xml, "name", name);
        attribute(xml, "tests", Long.toString(tests));
        attribute(xml, "failures", Long.toString(failures));
        attribute(xml, "errors", "0");
        attribute(xml, "skipped", Long.toString(skipped));
    }

    private static void end(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String document, String name) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("testcase");
        attribute(xml, "classname", document);
        attribute(xml, "name", name);
        attribute(xml, "time", "0");
    }

    private static void failure(XMLStreamWriter xml, List<String> problems) throws XMLStreamException {
        xml.writeStartElement("failure");
        attribute(xml, "type", "not as pinned");
        attribute(xml, "message", problems.getFirst());
        xml.writeCharacters(legal(String.join("\n", problems)));
        xml.writeEndElement();
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /// XML has no way to write most control characters.
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> c == '\t' || c == '\n' || c == '\r' || c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000 ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
