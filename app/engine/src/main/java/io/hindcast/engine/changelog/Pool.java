package io.hindcast.engine.changelog;

import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.Opaque;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Texts, long numbers and unreadable bytes of a history, each written once as far as it was seen lately.
final class Pool {
    private static final int LATIN = 0;
    private static final int WIDE = 1;
    private static final int NUMBER = 2;
    private static final int WRITTEN_NUMBER = 3;
    private static final int OPAQUE = 4;
    private static final int LATELY = 1 << 16;
    private static final int HEAD = 5;

    private final Bytes bytes;
    private final Map<String, Long> lately = new HashMap<>();

    Pool(LogMemory memory) {
        this.bytes = new Bytes(memory);
    }

    long held() {
        return bytes.held();
    }

    /// No more will be written.
    void close() {
        lately.clear();
    }

    long text(String text) {
        Long known = lately.get(text);
        if (known == null) {
            known = append(text);
            if (lately.size() == LATELY) {
                lately.clear();
            }
            lately.put(text, known);
        }
        return known;
    }

    private long append(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0xFF) {
                return entry(WIDE, wide(text));
            }
        }
        return entry(LATIN, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    long number(Num number) {
        BigDecimal value = number.value();
        long at = entry(
                number.isWritten() ? WRITTEN_NUMBER : NUMBER,
                value.unscaledValue().toByteArray());
        entry(NUMBER, BigInteger.valueOf(value.scale()).toByteArray());
        if (number.isWritten()) {
            append(number.digits());
        }
        return at;
    }

    long opaque(Opaque opaque) {
        long at = entry(OPAQUE, BigInteger.valueOf(opaque.size()).toByteArray());
        append(opaque.reason());
        append(opaque.preview());
        return at;
    }

    StateValue value(long at) {
        return switch (kind(at)) {
            case LATIN, WIDE -> new Text(string(at));
            case NUMBER -> Num.of(decimal(at));
            case WRITTEN_NUMBER -> Num.of(decimal(at), string(behind(behind(at))));
            case OPAQUE ->
                new Opaque(
                        string(behind(at)), new BigInteger(content(at)).intValue(), string(behind(behind(at))));
            default -> throw new IllegalStateException("no entry at " + at);
        };
    }

    private BigDecimal decimal(long at) {
        return new BigDecimal(new BigInteger(content(at)), new BigInteger(content(behind(at))).intValue());
    }

    private String string(long at) {
        byte[] content = content(at);
        return kind(at) == LATIN
                ? new String(content, StandardCharsets.ISO_8859_1)
                : narrow(content);
    }

    private long entry(int kind, byte[] content) {
        var whole = new byte[HEAD + content.length];
        whole[0] = (byte) kind;
        for (int i = 0; i < Integer.BYTES; i++) {
            whole[1 + i] = (byte) (content.length >>> (8 * i));
        }
        System.arraycopy(content, 0, whole, HEAD, content.length);
        return bytes.appendAll(whole, 0, whole.length);
    }

    private byte[] head(long at) {
        var head = new byte[HEAD];
        bytes.copy(at, head, 0, HEAD);
        return head;
    }

    private int kind(long at) {
        return head(at)[0];
    }

    private int length(long at) {
        byte[] head = head(at);
        return (head[1] & 0xFF) | (head[2] & 0xFF) << 8 | (head[3] & 0xFF) << 16 | head[4] << 24;
    }

    private long behind(long at) {
        return at + HEAD + length(at);
    }

    private byte[] content(long at) {
        var content = new byte[length(at)];
        bytes.copy(at + HEAD, content, 0, content.length);
        return content;
    }

    /// Half a surrogate pair survives this, as it would not survive UTF-8.
    private static byte[] wide(String text) {
        var wide = new byte[text.length() * 2];
        for (int i = 0; i < text.length(); i++) {
            wide[2 * i] = (byte) (text.charAt(i) >>> 8);
            wide[2 * i + 1] = (byte) text.charAt(i);
        }
        return wide;
    }

    private static String narrow(byte... wide) {
        var chars = new char[wide.length / 2];
        for (int i = 0; i < chars.length; i++) {
            chars[i] = (char) ((wide[2 * i] & 0xFF) << 8 | (wide[2 * i + 1] & 0xFF));
        }
        return new String(chars);
    }
}
