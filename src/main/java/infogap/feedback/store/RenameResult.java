package infogap.feedback.store;

import infogap.feedback.Customer;

/// What became of a new name.
public sealed interface RenameResult {

    /// The customer has it.
    ///
    /// @param customer the customer with the new name
    record Renamed(Customer customer) implements RenameResult {}

    /// Nothing was changed: another customer has the name.
    record NameTaken() implements RenameResult {}

    /// Nothing was changed: there is no such customer, or the customer was erased.
    record UnknownCustomer() implements RenameResult {}
}
