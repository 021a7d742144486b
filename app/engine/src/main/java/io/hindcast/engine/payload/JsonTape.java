package io.hindcast.engine.payload;

import io.hindcast.event.ByteSlice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A JSON text as a flat run of tokens: parsed once, walked by token numbers, no object per value.
///
/// ```java
/// var tape = new JsonTape();                        // keep it, and use it for one text after the other
/// if (tape.parse(event.data())) {
///     int amount = tape.field(tape.root(), AMOUNT);  // AMOUNT = "amount" in UTF-8
///     if (amount != JsonTape.NONE && tape.isExact(amount)) {
///         sum = Math.addExact(sum, tape.unscaled(amount));  // at tape.scale(amount)
///     }
/// }
/// ```
///
/// Token 0 is the whole value. The first child of a list is the token after it; `next` leads from a value to the one
/// after it, over everything inside. In an object a [Kind#NAME] precedes each value. So a walk is
/// `for (int t = tape.firstChild(list); t != tape.end(list); t = tape.next(t))`, and for an object the value of the
/// name `t` is `t + 1`, the next name `tape.next(t + 1)`.
///
/// Accepts exactly RFC 8259 in UTF-8 (a leading byte order mark is skipped), nested at most [#MAX_DEPTH] deep. Numbers
/// of up to 18 digits are there as unscaled `long` and scale; longer ones as their digits. Nothing is rounded. A name
/// that stands twice is kept twice; [#field] answers the last one.
///
/// Parsing makes no garbage once the arrays have grown. Holds on to the parsed bytes until the next parse. For one
/// thread.
public final class JsonTape {
    /// Answered where there is no such token.
    public static final int NONE = -1;
    /// Lists and objects may be nested this deep.
    public static final int MAX_DEPTH = 100_000;

    /// What a token is.
    public enum Kind {
        OBJECT(0),
        LIST(1),
        /// A field name in an object; its value is the next token.
        NAME(2),
        TEXT(3),
        NUMBER(4),
        TRUE(5),
        FALSE(6),
        NULL(7);

        /// Its place in the order above, as the tape writes it.
        final int code;

        Kind(int code) {
            this.code = code;
        }
    }

    static final int ESCAPED = 1 << 8;
    static final int NOT_ASCII = 1 << 9;
    static final int RAW = 1 << 10;
    static final int SPELT = 1 << 11;

    private static final Kind[] KINDS = Kind.values();
    /// Words a token.
    static final int WIDTH = 3;
    private static final int LARGE = 1 << 18;

    // Three words a token: kind, flags and scale, with the start in the upper half; the end, with the next token in the
    // upper half; the unscaled number, or how many values a list or an object has.
    private long[] words = new long[64 * WIDTH];
    private int tokens;
    private byte[] bytes = new byte[0];
    private int origin;
    private final JsonScan scan;

    /// One that refuses malformed UTF-8, as the standard says.
    public JsonTape() {
        this(false);
    }

    /// @param forgiving whether malformed UTF-8 inside texts is accepted; it reads as the replacement character
    public JsonTape(boolean forgiving) {
        scan = new JsonScan(this, forgiving);
    }

    /// Reads a text; everything learnt from an earlier one is forgotten.
    ///
    /// @return whether it is JSON; if not, [#problem()] says why and there are no tokens
    public boolean parse(ByteSlice text) {
        return parse(text.array(), text.offset(), text.length());
    }

    boolean parse(byte[] array, int offset, int length) {
        if (words.length > LARGE * WIDTH && tokens < LARGE / 4) {
            words = new long[64 * WIDTH];
        }
        tokens = 0;
        bytes = array;
        origin = offset;
        boolean well = scan.run(array, offset, offset + length);
        if (!well) {
            tokens = 0;
        }
        return well;
    }

    /// Why the last text is no JSON, as a clause with a 0-based place: `unexpected end at byte 812`; "" if it is.
    public String problem() {
        return scan.problem();
    }

    /// How many tokens there are; 0 after a failed parse.
    public int size() {
        return tokens;
    }

    public int root() {
        return 0;
    }

    public Kind kind(int token) {
        return KINDS[head(token) & 0xFF];
    }

    boolean isObject(int token) {
        return (words[token * WIDTH] & 0xFF) == Kind.OBJECT.code;
    }

    /// The token after this value and everything inside it. For a name: its value.
    public int next(int token) {
        return (int) (words[token * WIDTH + 1] >>> 32);
    }

    /// The first token inside a list or an object; equal to [#end] when it is empty.
    public int firstChild(int token) {
        return token + 1;
    }

    /// The token at which a walk over the children of a list or an object stops.
    public int end(int token) {
        return next(token);
    }

    /// How many values a list, or fields an object, holds; a name that stands twice counts twice.
    public int count(int token) {
        return (int) words[token * WIDTH + 2];
    }

    /// The value of a field of an object: the last one of this name, [#NONE] when there is none or it is no object.
    ///
    /// @param name the name in UTF-8, without escapes
    public int field(int object, byte[] name) {
        int found = NONE;
        if (isObject(object)) {
            int end = next(object);
            for (int at = object + 1; at < end; at = afterValue(at + 1)) {
                long head = words[at * WIDTH];
                int start = (int) (head >>> 32);
                if ((head & ESCAPED) != 0) {
                    found = textEquals(at, name) ? at + 1 : found;
                } else if ((int) words[at * WIDTH + 1] - start == name.length && isAt(start, name)) {
                    found = at + 1;
                }
            }
        }
        return found;
    }

    /// As [#next], guessing that most values are single ones: the processor need not wait to know where to go on.
    private int afterValue(int value) {
        return (words[value * WIDTH] & 0xFF) > Kind.LIST.code ? value + 1 : next(value);
    }

    private boolean isAt(int start, byte[] name) {
        for (int i = 0; i < name.length; i++) {
            if (bytes[start + i] != name[i]) {
                return false;
            }
        }
        return true;
    }

    /// The same for a name as it reads, malformed bytes and all.
    int field(int object, String name) {
        int found = NONE;
        if (kind(object) == Kind.OBJECT) {
            int end = next(object);
            for (int at = object + 1; at < end; at = next(at + 1)) {
                if (text(at).equals(name)) {
                    found = at + 1;
                }
            }
        }
        return found;
    }

    /// Whether a name or text is this one. Makes garbage only when it is written with escapes.
    ///
    /// @param text in UTF-8, without escapes
    public boolean textEquals(int token, byte[] text) {
        if ((head(token) & ESCAPED) != 0) {
            return text(token).equals(new String(text, StandardCharsets.UTF_8));
        }
        return Arrays.equals(bytes, from(token), to(token), text, 0, text.length);
    }

    /// The same for a name or text as it reads, malformed bytes and all.
    public boolean textEquals(int token, String text) {
        if ((head(token) & (ESCAPED | NOT_ASCII)) != 0) {
            return text(token).equals(text);
        }
        int start = from(token);
        if (to(token) - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// Whether two names, or two texts, read the same. Makes garbage only when one is written with escapes.
    public boolean textsEqual(int one, int other) {
        if (((head(one) | head(other)) & ESCAPED) != 0) {
            return text(one).equals(text(other));
        }
        return Arrays.equals(bytes, from(one), to(one), bytes, from(other), to(other));
    }

    /// Whether a text is this one, as far as can be told at a glance: false where it is written with escapes or in
    /// other characters than ASCII.
    boolean isPlainly(int token, String text) {
        int start = from(token);
        if ((head(token) & 0xFFFF) != Kind.TEXT.code || to(token) - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[start + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The content of a name or text, escapes resolved; half of a surrogate pair reads as the replacement character.
    public String text(int token) {
        int flags = head(token);
        int start = from(token);
        int length = to(token) - start;
        if ((flags & ESCAPED) != 0) {
            return JsonEscapes.resolve(bytes, start, start + length);
        }
        var charset = (flags & NOT_ASCII) != 0 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
        return new String(bytes, start, length, charset);
    }

    /// Whether a number is there as [#unscaled] and [#scale]; else use [#decimal] or [#digits].
    public boolean isExact(int number) {
        return (head(number) & RAW) == 0;
    }

    /// Whether this token is a number that is there as [#unscaled] and [#scale].
    public boolean isExactNumber(int token) {
        return (head(token) & (0xFF | RAW)) == Kind.NUMBER.code;
    }

    /// The same, and written as `unscaled` and `scale` would be.
    public boolean isPlainNumber(int token) {
        return (head(token) & (0xFF | RAW | SPELT)) == Kind.NUMBER.code;
    }

    /// The number without its decimal point: 150 for `1.50`.
    public long unscaled(int number) {
        return words[number * WIDTH + 2];
    }

    /// How many of the digits stand behind the decimal point: 2 for `1.50`, -3 for `1E3`.
    public int scale(int number) {
        return head(number) >> 16;
    }

    /// Whether an exact number is written as `unscaled` and `scale` would be: no exponent, no negative zero.
    public boolean isPlain(int number) {
        return (head(number) & SPELT) == 0;
    }

    /// The digits of a number as they are written.
    public String digits(int number) {
        int start = from(number);
        return new String(bytes, start, to(number) - start, StandardCharsets.ISO_8859_1);
    }

    /// Any number, exactly.
    ///
    /// @throws NumberFormatException when the exponent is beyond what a decimal can hold
    public BigDecimal decimal(int number) {
        return isExact(number) ? BigDecimal.valueOf(unscaled(number), scale(number)) : new BigDecimal(digits(number));
    }

    /// Where a value begins, in bytes from the start of the text; for texts behind the quote.
    public int start(int token) {
        return from(token) - origin;
    }

    /// How many bytes a value takes as written; for texts without the quotes.
    public int length(int token) {
        return to(token) - from(token);
    }

    /// The bytes as written: the whole of a list or object, the inside of the quotes of a text.
    public ByteSlice slice(int token) {
        return new ByteSlice(bytes, from(token), length(token));
    }

    /// The words, for a reader that writes tokens by itself as [#add] does, and says so by [#wrote].
    long[] words() {
        return words;
    }

    /// There are so many tokens now.
    void wrote(int size) {
        tokens = size;
    }

    int open(Kind kind, int start) {
        return add(kind.code, start, start + 1);
    }

    void close(int container, int end, int count) {
        int word = container * WIDTH;
        words[word + 1] = end | (long) tokens << 32;
        words[word + 2] = count;
    }

    int add(int head, int start, int end) {
        return add(head, start, end, 0);
    }

    void addNumber(int scale, int flags, long unscaled, int start, int end) {
        add(scale << 16 | flags | Kind.NUMBER.code, start, end, unscaled);
    }

    private int add(int head, int start, int end, long number) {
        int word = tokens * WIDTH;
        if (word == words.length) {
            words = Arrays.copyOf(words, Math.multiplyExact(word, 2));
        }
        words[word] = (head & 0xFFFF_FFFFL) | (long) start << 32;
        words[word + 1] = end | (long) (tokens + 1) << 32;
        words[word + 2] = number;
        return tokens++;
    }

    private int head(int token) {
        return (int) words[token * WIDTH];
    }

    private int from(int token) {
        return (int) (words[token * WIDTH] >>> 32);
    }

    private int to(int token) {
        return (int) words[token * WIDTH + 1];
    }
}
