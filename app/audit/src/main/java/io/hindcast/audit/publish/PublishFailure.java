package io.hindcast.audit.publish;

/// Files could not be written or read; the message is a sentence for people. Nothing new lies under a final name.
public final class PublishFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishFailure(String sentence) {
        super(sentence);
    }

    public PublishFailure(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
