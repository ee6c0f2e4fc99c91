package infogap.feedback;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The article's web listing (its section 5), restated as what it does to a database and what it needs from its surroundings.
///
/// The listing is Python on Flask and SQLAlchemy. What is restated: two tables, two routes, and in the posting route two separate
/// commits, first of the feedback row, then of the user's score plus the double 0.1.
public final class PrintedListing {

    /// What the installation step installs.
    public static final Set<String> INSTALLED = Set.of("flask", "sqlalchemy", "jinja2");

    /// What these install along, from their packages' own requirements.
    public static final Set<String> INSTALLED_ALONG =
            Set.of("werkzeug", "itsdangerous", "click", "blinker", "markupsafe", "greenlet", "typing-extensions");

    /// The package that each import of the listing is found in.
    public static final Map<String, String> PACKAGE_OF_IMPORT = Map.of("flask", "flask", "flask_sqlalchemy", "flask-sqlalchemy");

    /// The steps of the installation, in the printed order.
    public enum Step {
        INSTALL_FLASK, INSTALL_SQLALCHEMY, INSTALL_JINJA2, ACTIVATE_ENVIRONMENT
    }

    /// What the listing would have to do to be a running service.
    public enum Duty {
        CONFIGURE_DATABASE, DECLARE_TABLES, CREATE_TABLES, ROUTE_INDEX, ROUTE_FEEDBACK, START_SERVER
    }

    /// What it does.
    public static final Set<Duty> DONE = Set.of(Duty.CONFIGURE_DATABASE, Duty.DECLARE_TABLES, Duty.ROUTE_INDEX, Duty.ROUTE_FEEDBACK);

    /// The files that the article prints, and the one that its index route renders.
    public static final Set<String> FILES = Set.of("app.py");

    public static final String RENDERED = "templates/index.html";

    /// The tables that the listing declares, as SQLAlchemy would create them if it were asked to.
    public static final List<String> TABLES = List.of(
            "CREATE TABLE user (id INTEGER NOT NULL PRIMARY KEY, username VARCHAR(80), trust_score FLOAT)",
            "CREATE TABLE feedback (id INTEGER NOT NULL PRIMARY KEY, user_id INTEGER REFERENCES user (id), content VARCHAR(500))");

    private static final double STEP = 0.1;

    private final Connection connection;

    public PrintedListing(Connection connection) {
        this.connection = connection;
    }

    /// The posting route: the feedback is committed, then the user is read, raised and committed again.
    ///
    /// @throws SQLException         where the listing raises an OperationalError
    /// @throws NullPointerException where the listing raises a TypeError: None plus a number
    public void postFeedback(long userId, String content) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO feedback (user_id, content) VALUES (?, ?)")) {
            insert.setLong(1, userId);
            insert.setString(2, content);
            insert.executeUpdate();
        }
        connection.commit();
        Double score = trustScore(userId);
        double raised = score + STEP;
        try (PreparedStatement update = connection.prepareStatement("UPDATE user SET trust_score = ? WHERE id = ?")) {
            update.setDouble(1, raised);
            update.setLong(2, userId);
            update.executeUpdate();
        }
        connection.commit();
    }

    /// The index route up to the template: every user with the score.
    public List<String> index() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT username, trust_score FROM user ORDER BY id");
                ResultSet rows = select.executeQuery()) {
            List<String> users = new ArrayList<>();
            while (rows.next()) {
                users.add(rows.getString(1) + " " + rows.getObject(2));
            }
            return users;
        }
    }

    /// The stored score; null where there is none.
    public Double trustScore(long userId) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT trust_score FROM user WHERE id = ?")) {
            select.setLong(1, userId);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? (Double) row.getObject(1) : null;
            }
        }
    }
}
