package io.hindcast.engine.find;

import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.PayloadShape;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for text in stored bytes: as they are stored, with the escapes of JSON resolved, and where they are packed or in
/// another form, in what they decode to. Safe for many threads.
public final class TextMatcher {
    private final String text;
    private final byte[] bytes;
    private final Optional<Pattern> anyCase;
    private final PayloadDecoder decoder;

    /// What looking into one payload came to.
    ///
    /// @param snippet the first place
    /// @param isReadable false where the bytes could not be decoded and were searched as they are stored
    public record Look(Optional<Snippet> snippet, boolean isReadable) {
        static final Look NOTHING = new Look(Optional.empty(), true);
    }

    /// @param ignoreCase whether capital and small letters count as the same, in every script
    public TextMatcher(String text, boolean ignoreCase, PayloadDecoder decoder) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("nothing to look for");
        }
        this.text = text;
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.anyCase = ignoreCase
                ? Optional.of(Pattern.compile(
                        Pattern.quote(text), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE))
                : Optional.empty();
        this.decoder = decoder;
    }

    public Look in(ByteSlice slice, PayloadShape shape) {
        if (slice.isEmpty()) {
            return Look.NOTHING;
        }
        if (Stored.isText(slice, shape)) {
            Optional<Snippet> found = inStored(slice);
            return found.isPresent() || !Stored.hasEntities(slice) ? new Look(found, true) : decoded(slice, shape);
        }
        return decoded(slice, shape);
    }

    private Look decoded(ByteSlice slice, PayloadShape shape) {
        StateValue value = decoder.decode(slice, shape);
        return value instanceof Opaque
                ? new Look(inStored(slice), false)
                : new Look(inText(Unescaped.of(StateText.compact(value))), true);
    }

    private Optional<Snippet> inStored(ByteSlice slice) {
        if (anyCase.isEmpty()) {
            int at = indexOf(slice);
            if (at >= 0) {
                return Optional.of(Snippet.around(slice, at, bytes.length));
            }
            return Stored.hasEscapes(slice) ? inText(Unescaped.of(slice.text())) : Optional.empty();
        }
        String stored = slice.text();
        return inText(stored).or(() -> Stored.hasEscapes(slice) ? inText(Unescaped.of(stored)) : Optional.empty());
    }

    /// The first place in a text.
    Optional<Snippet> inText(String whole) {
        if (anyCase.isPresent()) {
            Matcher matcher = anyCase.get().matcher(whole);
            return matcher.find()
                    ? Optional.of(Snippet.around(whole, matcher.start(), matcher.end()))
                    : Optional.empty();
        }
        int at = whole.indexOf(text);
        return at < 0 ? Optional.empty() : Optional.of(Snippet.around(whole, at, at + text.length()));
    }

    private int indexOf(ByteSlice slice) {
        byte[] array = slice.array();
        int last = slice.offset() + slice.length() - bytes.length;
        byte first = bytes[0];
        for (int i = slice.offset(); i <= last; i++) {
            if (array[i] == first && isAt(array, i)) {
                return i - slice.offset();
            }
        }
        return -1;
    }

    private boolean isAt(byte[] array, int start) {
        for (int i = 1; i < bytes.length; i++) {
            if (array[start + i] != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
