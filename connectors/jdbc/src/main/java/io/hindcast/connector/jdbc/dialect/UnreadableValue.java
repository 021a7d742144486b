package io.hindcast.connector.jdbc.dialect;

/// One value of a row is not what it should be; the row is given with the reason.
public final class UnreadableValue extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableValue(String reason) {
        super(reason, null, false, false);
    }

    public String reason() {
        return String.valueOf(getMessage());
    }
}
