package io.hindcast.audit.mark;

/// Something that cannot be done with a mark; the message is a sentence for people.
public final class MarkFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public MarkFailure(String sentence) {
        super(sentence);
    }
}
