package io.hindcast.connector.files;

/// A record that is not what its format says; the message tells why, without payload. Never leaves the package.
final class BrokenRecord extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenRecord(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
