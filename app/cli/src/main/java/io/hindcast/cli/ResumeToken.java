package io.hindcast.cli;

import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import io.hindcast.event.Bookmark;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/// Where a stopped search goes on, as one word to copy: how many events were scanned, the bookmark behind them, and a sign
/// of the question, so that it is not handed to another one.
///
/// @param question what identifies the search
record ResumeToken(String question, long scanned, Optional<Bookmark> bookmark) {
    private static final String KIND = "f1";
    private static final int SIGN = 12;

    /// How to go on, as a row of an answer says it: null where nothing may be said.
    StateValue value(Curtain curtain) {
        return mayBeShown(curtain) ? new Text(text()) : Null.NULL;
    }

    /// How to go on, as a sentence.
    String sentence(Curtain curtain) {
        return "Stopped: the answer is partial. "
                + (mayBeShown(curtain)
                        ? "To go on, add --resume " + text()
                        : "How to go on is not told: that might name a stream, and masks are on.");
    }

    /// Stores without an order of their own go on behind the last stream.
    private boolean mayBeShown(Curtain curtain) {
        return bookmark.isEmpty() || !curtain.masking().touchesHeader(MaskPlace.STREAM);
    }

    private String text() {
        String plain = "%s\n%s\n%d\n%s"
                .formatted(KIND, sign(question), scanned, bookmark.map(Bookmark::text).orElse(""));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }

    /// @throws UsageException when it is no token, or one of another search
    static ResumeToken read(String text, String question) {
        String[] parts = parts(text);
        if (parts.length != 4 || !parts[0].equals(KIND)) {
            throw new UsageException("--resume takes the word that a stopped search printed; this is none.");
        }
        if (!parts[1].equals(sign(question))) {
            throw new UsageException("This --resume word belongs to another search: store, condition or text, selection and fold have to be the same.");
        }
        Optional<Bookmark> bookmark = parts[3].isEmpty() ? Optional.empty() : Optional.of(new Bookmark(parts[3]));
        return new ResumeToken(question, Long.parseLong(parts[2]), bookmark);
    }

    private static String[] parts(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text.strip()), StandardCharsets.UTF_8).split("\n", 4);
            return parts.length == 4 && parts[2].matches("\\d{1,18}") ? parts : new String[0];
        } catch (IllegalArgumentException _) {
            return new String[0];
        }
    }

    private static String sign(String question) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, SIGN);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
