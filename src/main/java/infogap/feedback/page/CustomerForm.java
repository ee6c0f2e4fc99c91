package infogap.feedback.page;

import infogap.display.Markup;
import infogap.feedback.Customer;
import infogap.feedback.TrustPolicy;
import java.util.Optional;

/// The forms to add and to rename a customer, as HTML: folded in until they are wanted.
public final class CustomerForm {

    private CustomerForm() {}

    /// What was typed, and why it was refused.
    public record Draft(String name, String initialTrust, String refused) {}

    /// The form to add a customer.
    public static String add(Site site, TrustPolicy policy, Optional<Draft> draft, boolean open) {
        return """
                <details class="card" id="add"%s><summary>Add a customer</summary>
                <form method="post" action="%s/customers">
                %s<label for="new-name">Name</label>
                <input id="new-name" name="name" maxlength="%s" dir="auto" autocomplete="off" required value="%s">
                <label for="initial-trust">Trust before any feedback, from 0 to 1</label>
                <input id="initial-trust" name="initialTrust" inputmode="decimal" required value="%s">
                %s<button type="submit">Add the customer</button>
                </form>
                </details>
                """
                .formatted(open || draft.isPresent() ? " open" : "", site.base(), draft.map(Draft::refused).map(Layout::alert).orElse(""),
                        Customer.LONGEST_NAME, Markup.escaped(draft.map(Draft::name).orElse("")),
                        Markup.escaped(draft.map(Draft::initialTrust).orElse("0.5")), Layout.hidden("policy", policy.label()));
    }

    /// The form for another name.
    public static String rename(Site site, TrustPolicy policy, Customer customer, Optional<Draft> draft) {
        return """
                <details class="card" id="rename"%s><summary>Change the name</summary>
                <form method="post" action="%s/customers/%s/name">
                %s<label for="new-name">Name</label>
                <input id="new-name" name="name" maxlength="%s" dir="auto" autocomplete="off" required value="%s">
                %s<button type="submit">Change the name</button>
                </form>
                </details>
                """
                .formatted(draft.isPresent() ? " open" : "", site.base(), customer.id(), draft.map(Draft::refused).map(Layout::alert).orElse(""),
                        Customer.LONGEST_NAME, Markup.escaped(draft.map(Draft::name).orElse(customer.name())), Layout.hidden("policy", policy.label()));
    }
}
