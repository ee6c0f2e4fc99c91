package infogap.command;

import infogap.feedback.Customer;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/// Whom it is about: one of the two.
final class FeedbackPerson {

    @Option(names = "--customer", paramLabel = "NUMBER", required = true, description = "The customer with this number.")
    private Long customer;

    @Option(names = "--author", paramLabel = "NAME", required = true, description = "The author of feedback with this name.")
    private String author;

    OptionalLong customer() {
        return customer == null ? OptionalLong.empty() : OptionalLong.of(customer);
    }

    String author() {
        return author == null ? null : Customer.checkedName(author);
    }

    static IllegalArgumentException unknown(long customer) {
        return new IllegalArgumentException("there is no customer with the number " + customer);
    }
}
