package infogap.kernel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.regex.Pattern;
import org.dflib.jjava.jupyter.messages.request.HistoryRequest;

/// The cells of this session and their results, answered as `history_request` asks. The kernel keeps no history on disk, so there
/// is one session, numbered 1; 0 means the current one as well.
final class SessionHistory {

    private static final int SESSION = 1;

    private record Entry(int line, String source, String output) {

        private List<Object> json(boolean withOutput) {
            Object shown = source;
            if (withOutput) {
                var both = new ArrayList<String>();
                both.add(source);
                both.add(output);
                shown = both;
            }
            return List.of(SESSION, line, shown);
        }
    }

    private final List<Entry> entries = new ArrayList<>();

    /// @param output the result's plain text, null when there was none
    synchronized void add(int line, String source, String output) {
        entries.add(new Entry(line, source, output));
    }

    /// The `history` list of a reply: `[session, line, source]`, or `[session, line, [source, output]]` when output is asked for.
    synchronized List<List<Object>> answer(HistoryRequest request) {
        List<Entry> found = switch (request) {
            case HistoryRequest.Range range -> range(range.getSessionIndex(), range.getStart(), range.getStop());
            case HistoryRequest.Search search -> last(search(search.getPattern(), search.filterUnique()), search.getMaxReturnLength());
            case HistoryRequest.Tail tail -> last(entries, tail.getMaxReturnLength());
            default -> List.of();
        };
        return found.stream().map(entry -> entry.json(request.includeOutput())).toList();
    }

    private List<Entry> range(int session, int start, int stop) {
        if (session != 0 && session != SESSION) {
            return List.of();
        }
        return entries.stream()
                .filter(entry -> entry.line >= start && (stop <= 0 || entry.line < stop))
                .toList();
    }

    private List<Entry> search(String glob, boolean unique) {
        Pattern pattern = globPattern(glob == null ? "*" : glob);
        List<Entry> matching = entries.stream().filter(entry -> pattern.matcher(entry.source).matches()).toList();
        if (!unique) {
            return matching;
        }
        var latestBySource = new LinkedHashMap<String, Entry>();
        for (Entry entry : matching) {
            latestBySource.remove(entry.source);
            latestBySource.put(entry.source, entry);
        }
        return List.copyOf(latestBySource.values());
    }

    /// A missing count arrives as 0 and means all.
    private static List<Entry> last(List<Entry> all, int count) {
        return count <= 0 ? all : all.subList(Math.max(0, all.size() - count), all.size());
    }

    private static Pattern globPattern(String glob) {
        var expression = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char character = glob.charAt(i);
            expression.append(switch (character) {
                case '*' -> ".*";
                case '?' -> ".";
                default -> Pattern.quote(String.valueOf(character));
            });
        }
        return Pattern.compile(expression.toString(), Pattern.DOTALL);
    }
}
