/// How far is a customer trusted, and which feedback says so? The feedback system (反馈系统) of the article on trust, made sound.
///
/// What happened is a log of [infogap.feedback.FeedbackEvent]s that only grows; even a retraction is a further event. A trust score (信任度) is stored nowhere: it is
/// a pure function of the customer's initial trust $T_0$ and of the [infogap.feedback.Tally] $(p, n)$ of positive and negative
/// events, and a [infogap.feedback.TrustPolicy] is that function. So a policy can be exchanged at any time and nothing is lost, and
/// two writers cannot overwrite each other's score, because neither writes one.
///
/// - [infogap.feedback.TrustPolicy.AsPrinted], the article's rule: $T = T_0 + (p + n)/10$.
/// - [infogap.feedback.TrustPolicy.BetaReputation]: $T = (a + p)/(a + b + p + n)$ with the prior $a = wT_0$, $b = w(1 - T_0)$.
/// - [infogap.feedback.TrustPolicy.Fading]: the same with feedback that counts a half after each half-life, from the tallies of days.
///
/// [infogap.feedback.TransparencySeries] turns the log into the two functions of time that the trust models speak of.
///
/// `infogap.feedback.store` keeps the log in SQLite or PostgreSQL; `infogap.feedback.web` is the HTTP interface and the page;
/// `infogap.feedback.exchange` brings the log in and out as CSV. This package knows none of them.
///
/// Source of the Beta policy: A. Jøsang and R. Ismail (2002), *The Beta Reputation System*, 15th Bled Electronic Commerce Conference.
package infogap.feedback;
