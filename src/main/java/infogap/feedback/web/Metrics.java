package infogap.feedback.web;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/// What a server counts, in the text format of Prometheus (version 0.0.4).
final class Metrics {

    static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private static final double[] BOUNDS = {0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10};

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<String, LongAdder> posts = new ConcurrentSkipListMap<>();
    private final LongAdder[] buckets = new LongAdder[BOUNDS.length + 1];
    private final LongAdder nanos = new LongAdder();

    Metrics() {
        for (int i = 0; i < buckets.length; i++) {
            buckets[i] = new LongAdder();
        }
        for (String outcome : new String[] {"stored", "repeated", "refused", "failed", "unknown"}) {
            posts.put(outcome, new LongAdder());
        }
    }

    /// Counts an answer.
    ///
    /// @param route the path with its variable parts in braces, so that it holds no number of a person
    void answered(String method, String route, int status, long took) {
        requests.computeIfAbsent("method=\"" + method + "\",route=\"" + route + "\",status=\"" + status + "\"", key -> new LongAdder()).increment();
        int bucket = 0;
        while (bucket < BOUNDS.length && took > BOUNDS[bucket] * 1e9) {
            bucket++;
        }
        buckets[bucket].increment();
        nanos.add(took);
    }

    /// Counts a feedback by what became of it: `stored`, `repeated`, `refused`, `failed`, `unknown`.
    void posted(String outcome) {
        posts.get(outcome).increment();
    }

    /// The counts; `works` tells whether the database answers.
    String text(boolean works) {
        StringBuilder text = new StringBuilder();
        header(text, "infogap_feedback_up", "gauge", "Can the database be written and read?");
        text.append("infogap_feedback_up ").append(works ? 1 : 0).append('\n');
        header(text, "infogap_feedback_requests_total", "counter", "Answers by method, route and status.");
        new TreeMap<>(requests).forEach((labels, count) -> text.append("infogap_feedback_requests_total{" + labels + "} " + count.sum() + "\n"));
        header(text, "infogap_feedback_posts_total", "counter", "Feedbacks and retractions by what became of them.");
        posts.forEach((outcome, count) -> text.append("infogap_feedback_posts_total{outcome=\"" + outcome + "\"} " + count.sum() + "\n"));
        header(text, "infogap_feedback_request_seconds", "histogram", "Time from the first look at a request to its answer.");
        long sum = 0;
        for (int i = 0; i < buckets.length; i++) {
            sum += buckets[i].sum();
            String bound = i < BOUNDS.length ? Double.toString(BOUNDS[i]) : "+Inf";
            text.append("infogap_feedback_request_seconds_bucket{le=\"" + bound + "\"} " + sum + "\n");
        }
        text.append(String.format(Locale.ROOT, "infogap_feedback_request_seconds_sum %.6f\n", nanos.sum() / 1e9));
        return text.append("infogap_feedback_request_seconds_count " + sum + "\n").toString();
    }

    private static void header(StringBuilder text, String name, String type, String help) {
        text.append("# HELP " + name + " " + help + "\n# TYPE " + name + " " + type + "\n");
    }
}
