package infogap.feedback.exchange;

import java.util.List;

/// The files and their columns.
final class Columns {

    static final String CUSTOMERS = "customers.csv";
    static final String FEEDBACK = "feedback.csv";

    static final String NAME = "name";
    static final String INITIAL_TRUST = "initial_trust";
    static final String NUMBER = "number";
    static final String CUSTOMER = "customer";
    static final String KIND = "kind";
    static final String TEXT = "text";
    static final String KEY = "key";
    static final String RECEIVED_AT = "received_at";
    static final String AUTHOR = "author";
    static final String PURCHASE = "purchase";
    static final String RETRACTS = "retracts";

    /// Of customers; the tallies are for the reader and follow from the feedback.
    static final List<String> OF_CUSTOMERS = List.of(NUMBER, NAME, INITIAL_TRUST, "positive", "negative");
    static final List<String> OF_FEEDBACK = List.of(NUMBER, CUSTOMER, KIND, TEXT, KEY, RECEIVED_AT, AUTHOR, PURCHASE, RETRACTS);

    private Columns() {}
}
