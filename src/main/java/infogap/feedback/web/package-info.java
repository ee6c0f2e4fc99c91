/// How do customers and programs reach the feedback log? By HTTP: a page for people, JSON for programs.
///
/// - `/` and `/customers/{id}`: the page, which works without scripts and without anything from another site.
/// - `/api/…`: the interface for programs, described by the OpenAPI document at `/openapi.json` and by the page at `/api`.
/// - `/metrics`: counts in the format of Prometheus.
///
/// Who may do what: on a loopback address every local program may read and post. On any other, and behind a proxy, reading and posting need the token; a
/// person shows it once for a visit of twelve hours, which a cookie stands for that no script can read. A request that names another host is refused,
/// so that a page from the web cannot reach the server by having its own name point here; so is a posting that comes from a page of another origin.
///
/// Jetty's core serves it (no servlets, no annotations), one virtual thread per request, as many as there are. A client that does not finish its headers in
/// ten seconds, or sends its body slower than 1024 bytes a second beyond the first five, is not waited for.
package infogap.feedback.web;
