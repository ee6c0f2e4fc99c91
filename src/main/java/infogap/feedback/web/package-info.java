/// How do customers and programs reach the feedback log? By HTTP: a page for people, JSON for programs.
///
/// - `/` and `/customers/{id}`: the page, which works without scripts and without anything from another site.
/// - `/api/…`: the interface for programs, described by the OpenAPI document at `/openapi.json`.
///
/// Who may do what: on a loopback address every local program may read and post, and a request that names another host is refused,
/// so that a page from the web cannot reach the server by having its own name point here. On any other address posting needs the
/// token. A browser's request that comes from a page of another origin is refused in both cases.
///
/// Jetty's core serves it (no servlets, no annotations), one virtual thread per request.
package infogap.feedback.web;
