package io.hindcast.audit.timestamp;

/// A file that is no request, no token, no certificate, or nothing to stamp; the message is a sentence for the person.
public final class UnreadableStamp extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public UnreadableStamp(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
