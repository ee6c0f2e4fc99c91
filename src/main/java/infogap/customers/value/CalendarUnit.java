package infogap.customers.value;

/// In which unit the times of a purchase history are counted.
public enum CalendarUnit {
    DAYS(1),
    WEEKS(7),
    /// Of 365.25 days.
    YEARS(365.25);

    private final double days;

    CalendarUnit(double days) {
        this.days = days;
    }

    /// How many days one unit has.
    public double days() {
        return days;
    }

    /// How many units a year of 365.25 days has.
    public double perYear() {
        return YEARS.days / days;
    }
}
