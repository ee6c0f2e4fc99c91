package infogap.feedback.web;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.FeedbackKind;
import infogap.feedback.NewFeedback;
import infogap.feedback.TrustPolicy;
import infogap.feedback.page.CustomerForm;
import infogap.feedback.page.FeedbackForm;
import infogap.feedback.page.Layout;
import infogap.feedback.page.Site;
import infogap.feedback.store.FeedbackStore;
import infogap.feedback.store.RenameResult;
import infogap.feedback.store.StoreException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.jetty.server.Request;

/// What the pages' forms do. A form that is refused comes back with what was typed.
record Forms(FeedbackStore store, Guard guard, Site site, Pages pages, Given given) {

    /// What a form of these pages can hold, whichever it is.
    private static final Set<String> FIELDS =
            Set.of("kind", "text", "key", "policy", "customer", "name", "author", "purchase", "reason", "initialTrust");

    /// Stores what the form says and leads to the customer's page.
    Reply give(Call call) {
        Map<String, String> fields = RequestBody.form(
                call.request(), Set.of("kind", "text", "key", "policy"), Set.of("customer", "name", "author", "purchase"));
        TrustPolicy policy = policy(fields);
        Optional<Long> onPageOf = fields.containsKey("customer")
                ? Optional.of(Call.number(fields.get("customer"), Long.MAX_VALUE, Refusal.unknownCustomer("in the form")))
                : Optional.empty();
        try {
            long id = onPageOf.isPresent() ? onPageOf.get() : named(fields.getOrDefault("name", ""));
            Given.Outcome outcome = given.give(() -> new NewFeedback(id, FeedbackKind.of(fields.get("kind")), fields.get("text"), fields.get("key"),
                    optional(fields.get("author")), optional(fields.get("purchase"))));
            return stored(id, policy, outcome);
        } catch (Given.KeyTaken taken) {
            // somebody went back to a form that was sent, and changed it
            return again(409, onPageOf, policy, draft(fields, Optional.empty(), "This form was sent before, and what it said then is stored as feedback "
                    + taken.earlier().id() + ". What it says now is not stored; send it to store it as a further feedback."));
        } catch (Refusal refusal) {
            if (refusal.status() == 404 && onPageOf.isPresent()) {
                throw refusal;
            }
            return again(refusal.status(), onPageOf, policy, draft(fields, Optional.of(fields.get("key")), refusal.getMessage())).with(refusal.headers());
        } catch (StoreException e) {
            throw new Unanswered(e, "/feedback", fields);
        }
    }

    private long named(String name) {
        String checked = Given.checked(() -> Customer.checkedName(name));
        return store.named(checked).map(Customer::id)
                .orElseThrow(() -> new Refusal(404, "Unknown customer", "There is no customer with this name. Nothing was stored."));
    }

    private static Optional<String> optional(String value) {
        return value == null || value.isBlank() ? Optional.empty() : Optional.of(value);
    }

    private static FeedbackForm.Draft draft(Map<String, String> fields, Optional<String> key, String refused) {
        return new FeedbackForm.Draft(fields.getOrDefault("name", ""), fields.get("kind"), fields.get("text"), fields.getOrDefault("author", ""),
                fields.getOrDefault("purchase", ""), key.filter(k -> k.matches("[!-~]{1,128}")), Optional.of(refused));
    }

    private Reply again(int status, Optional<Long> customer, TrustPolicy policy, FeedbackForm.Draft draft) {
        return Reply.html(status, customer.isPresent()
                ? pages.customer(customer.get(), policy, draft, Optional.empty())
                : pages.list(policy, draft, Optional.empty()));
    }

    private Reply stored(long customer, TrustPolicy policy, Given.Outcome outcome) {
        return Reply.seeOther(site.base() + "/customers/" + customer + "?policy=" + policy.label() + "&stored=" + outcome.event().id());
    }

    /// Stores that a feedback is taken back.
    Reply retract(Call call) {
        Map<String, String> fields = RequestBody.form(call.request(), Set.of("reason", "key", "policy"), Set.of());
        TrustPolicy policy = policy(fields);
        try {
            Given.Outcome outcome = given.retract(call.eventId(), fields.get("reason"), fields.get("key"));
            return stored(outcome.event().feedback().customerId(), policy, outcome);
        } catch (Given.KeyTaken taken) {
            return Reply.html(409, pages.feedback(call.eventId(), policy, fields.get("reason"), Optional.of(UUID.randomUUID().toString()),
                    Optional.of("This form was sent before and is stored as event " + taken.earlier().id() + ".")));
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Reply.html(refusal.status(), pages.feedback(call.eventId(), policy, fields.get("reason"), Optional.empty(),
                    Optional.of(refusal.getMessage())));
        } catch (StoreException e) {
            throw new Unanswered(e, "/feedback/" + call.eventId() + "/retraction", fields);
        }
    }

    /// Adds a customer and leads to their page.
    Reply addCustomer(Call call) {
        Map<String, String> fields = RequestBody.form(call.request(), Set.of("name", "initialTrust", "policy"), Set.of());
        TrustPolicy policy = policy(fields);
        try {
            Customer customer = given.add(fields.get("name"), fields.get("initialTrust"));
            return Reply.seeOther(site.base() + "/customers/" + customer.id() + "?policy=" + policy.label());
        } catch (Refusal refusal) {
            return Reply.html(refusal.status(), pages.list(policy, FeedbackForm.Draft.EMPTY,
                    Optional.of(new CustomerForm.Draft(fields.get("name"), fields.get("initialTrust"), refusal.getMessage()))));
        } catch (StoreException e) {
            throw new Unanswered(e, "/customers", fields);
        }
    }

    /// Gives a customer another name.
    Reply rename(Call call) {
        Map<String, String> fields = RequestBody.form(call.request(), Set.of("name", "policy"), Set.of());
        TrustPolicy policy = policy(fields);
        try {
            return switch (Given.checked(() -> store.rename(call.customerId(), fields.get("name")))) {
                case RenameResult.Renamed(Customer customer) -> Reply.seeOther(site.base() + "/customers/" + customer.id() + "?policy=" + policy.label());
                case RenameResult.NameTaken taken -> throw Given.nameTaken();
                case RenameResult.UnknownCustomer unknown -> throw Refusal.unknownCustomer(call.customerId());
            };
        } catch (Refusal refusal) {
            if (refusal.status() == 404) {
                throw refusal;
            }
            return Reply.html(refusal.status(), pages.customer(call.customerId(), policy, FeedbackForm.Draft.EMPTY,
                    Optional.of(new CustomerForm.Draft(fields.get("name"), "", refusal.getMessage()))));
        } catch (StoreException e) {
            throw new Unanswered(e, "/customers/" + call.customerId() + "/name", fields);
        }
    }

    private static TrustPolicy policy(Map<String, String> fields) {
        return Given.checked(() -> TrustPolicy.of(fields.get("policy")));
    }

    /// The form that asks for the token.
    static Reply askToken(Site site, String next, Optional<String> refused) {
        return Reply.html(401, Layout.message(site, "Token needed", token(site, next, refused, "")));
    }

    /// The form that asks for the token where a visit ended under a form: the visit begins in another window, and what was typed stays in this one.
    static Reply askTokenAgain(Site site, Request request, String path) {
        String typed = "";
        try {
            typed = again(site, path, RequestBody.form(request, Set.of(), FIELDS));
        } catch (Refusal refusal) {
            // a form that no page of this site has sent: nothing of it is shown
            RequestBody.discard(request);
        }
        return Reply.html(401, Layout.message(site, "Token needed",
                token(site, "/", Optional.of("The visit has ended. Nothing was stored; begin a new one in another window, and send again from here."),
                        " target=\"_blank\"") + typed));
    }

    private static String token(Site site, String next, Optional<String> refused, String target) {
        return """
                <form method="post" action="%s/login"%s>
                %s<input name="user" autocomplete="username" value="owner" hidden>
                <label for="token">This server asks for its token</label>
                <input id="token" name="token" type="password" autocomplete="current-password" required>
                %s<button type="submit">Begin the visit</button>
                </form>
                """
                .formatted(site.base(), target, refused.map(Layout::alert).orElse(""), Layout.hidden("next", next));
    }

    /// Begins a visit for whom knows the token.
    Reply login(Call call) {
        Map<String, String> fields = RequestBody.form(call.request(), Set.of("token", "next"), Set.of("user"));
        // only to a page of this site: an address that begins with two slashes is another
        String next = fields.get("next").matches("/([^/\\\\].*)?") ? fields.get("next") : "/";
        try {
            return Reply.seeOther(site.base() + next.replaceAll("[\\r\\n]", "")).with(Map.of("Set-Cookie", guard.visit(fields.get("token"))));
        } catch (Refusal refusal) {
            return askToken(site, next, Optional.of("This is not the token."));
        }
    }

    /// Ends a visit.
    Reply logout(Call call) {
        RequestBody.form(call.request(), Set.of(), Set.of(""));
        return Reply.seeOther(site.base() + "/").with(Map.of("Set-Cookie", guard.noVisit()));
    }

    /// A form that the database did not answer: nothing of what was typed is lost, and the same key makes sending it again safe.
    static final class Unanswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String path;
        private final transient Map<String, String> fields;

        Unanswered(StoreException cause, String path, Map<String, String> fields) {
            super(cause);
            this.path = path;
            this.fields = fields;
        }

        StoreException failure() {
            return (StoreException) getCause();
        }

        /// A form with the same fields.
        String again(Site site) {
            return Forms.again(site, path, fields);
        }
    }

    /// A form with these fields, to be sent again.
    private static String again(Site site, String path, Map<String, String> fields) {
        StringBuilder form = new StringBuilder("<form method=\"post\" action=\"" + Markup.escaped(site.base() + path) + "\">");
        fields.forEach((name, value) -> {
            if (name.equals("text") || name.equals("reason")) {
                form.append("<textarea name=\"" + name + "\" rows=\"4\" dir=\"auto\" aria-label=\"What was typed\" readonly>" + Markup.escaped(value) + "</textarea>");
            } else {
                form.append(Layout.hidden(name, value));
            }
        });
        return form.append("<button type=\"submit\">Send again</button></form>").toString();
    }
}
