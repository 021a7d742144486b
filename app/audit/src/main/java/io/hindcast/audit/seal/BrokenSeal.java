package io.hindcast.audit.seal;

/// A seal that cannot be relied upon or read; the message is a sentence for the person.
public final class BrokenSeal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public BrokenSeal(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
