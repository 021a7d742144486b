package io.hindcast.engine.payload;

/// Reads one number strictly: unscaled `long` and scale where 18 digits are enough, else only its place.
final class JsonNumbers {
    private static final int DIGITS_IN_LONG = 18;
    private static final int SCALE_ON_TAPE = 30_000;
    private static final int ENOUGH = 100_000_000;

    private final JsonScan scan;
    private final JsonTape tape;
    private int significant;
    private long unscaled;

    JsonNumbers(JsonScan scan, JsonTape tape) {
        this.scan = scan;
        this.tape = tape;
    }

    int read(byte[] bytes, int start, int end) {
        significant = 0;
        unscaled = 0;
        boolean negative = bytes[start] == '-';
        int whole = negative ? start + 1 : start;
        int at = digits(bytes, whole, end);
        if (at == whole) {
            return missing(bytes, at, end);
        }
        if (bytes[whole] == '0' && at > whole + 1) {
            return scan.fail("number with a leading zero", whole);
        }
        int scale = 0;
        boolean powered = false;
        if (at < end && bytes[at] == '.') {
            int fraction = at + 1;
            at = digits(bytes, fraction, end);
            if (at == fraction) {
                return missing(bytes, at, end);
            }
            scale = at - fraction;
        }
        if (at < end && (bytes[at] == 'e' || bytes[at] == 'E')) {
            powered = true;
            int exponentAt = at + 1;
            if (exponentAt < end && (bytes[exponentAt] == '+' || bytes[exponentAt] == '-')) {
                exponentAt++;
            }
            at = exponentAt;
            int exponent = 0;
            while (at < end && isDigit(bytes[at])) {
                exponent = Math.min(exponent * 10 + bytes[at] - '0', ENOUGH);
                at++;
            }
            if (at == exponentAt) {
                return missing(bytes, at, end);
            }
            scale += bytes[exponentAt - 1] == '-' ? exponent : -exponent;
        }
        boolean raw = significant > DIGITS_IN_LONG || Math.abs(scale) > SCALE_ON_TAPE;
        boolean plain = !powered && !(negative && unscaled == 0);
        int flags = (raw ? JsonTape.RAW : 0) | (plain ? 0 : JsonTape.SPELT);
        tape.addNumber(raw ? 0 : scale, flags, negative ? -unscaled : unscaled, start, at);
        return at;
    }

    private int digits(byte[] bytes, int start, int end) {
        int at = start;
        long number = unscaled;
        int count = significant;
        while (at < end && isDigit(bytes[at])) {
            number = number * 10 + (bytes[at] - '0');
            if (count > 0 || bytes[at] != '0') {
                count++;
            }
            at++;
        }
        unscaled = number;
        significant = count;
        return at;
    }

    private int missing(byte[] bytes, int at, int end) {
        return at >= end ? scan.unexpectedEnd() : scan.unexpected(at);
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }
}
