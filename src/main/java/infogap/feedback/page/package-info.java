/// What does a person see? The pages and forms as HTML: functions of what they show. Every text that came from outside passes
/// [infogap.display.Markup#escaped], every address [infogap.feedback.page.Site]. This package knows no request.
package infogap.feedback.page;
