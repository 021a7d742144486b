package io.hindcast.engine.find;

/// A condition that cannot be read: where, why, and what may have been meant.
public final class Unclear extends Exception {
    private static final long serialVersionUID = 1L;

    private final int offset;
    private final String suggestion;

    Unclear(int offset, String reason, String suggestion) {
        super(reason, null, false, false);
        this.offset = offset;
        this.suggestion = suggestion;
    }

    /// 0-based place in the text.
    public int offset() {
        return offset;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    /// What to write instead, "" if nothing comes to mind.
    public String suggestion() {
        return suggestion;
    }
}
