package io.hindcast.audit.template;

/// A question that this store has no answer for; the message is for the person who asked.
public final class NothingThere extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NothingThere(String sentence) {
        super(sentence);
    }
}
