package io.hindcast.engine.payload;

import io.hindcast.engine.payload.JsonTape.Kind;

/// Reads members of an object as most of them are written: a plain name, then a plain text or number, no more than one
/// space between the signs. Does it in one loop over local variables, which is what makes it fast, and stops in front of
/// whatever is written otherwise; nothing is refused here.
final class JsonMembers {
    private static final int WIDTH = JsonTape.WIDTH;
    private static final int LONGEST_NUMBER = 18;

    private final JsonTape tape;
    private Stop stop = Stop.AT_NAME;
    private int more;

    /// Where reading stopped.
    enum Stop {
        AT_NAME,
        AT_VALUE,
        BEHIND_VALUE
    }

    JsonMembers(JsonTape tape) {
        this.tape = tape;
    }

    Stop stop() {
        return stop;
    }

    /// How many members were begun beside the first.
    int more() {
        return more;
    }

    /// @param start in front of a name
    /// @return where to go on
    int read(byte[] text, int start, int end) {
        long[] words = tape.words();
        int token = tape.size();
        int begun = 0;
        int at = start;
        while (true) {
            int quote = at < end && text[at] == '"' ? JsonStrings.plain(text, at + 1, end) : end;
            if (quote + 4 > end || text[quote] != '"' || text[quote + 1] != ':' || (token + 2) * WIDTH > words.length) {
                stop = Stop.AT_NAME;
                break;
            }
            put(words, token, Kind.NAME.code, at + 1, quote);
            at = text[quote + 2] == ' ' ? quote + 3 : quote + 2;
            int behind = text[at] == '"' ? text(words, token + 1, text, at, end) : number(words, token + 1, text, at, end);
            if (behind < 0) {
                token++;
                stop = Stop.AT_VALUE;
                break;
            }
            token += 2;
            at = behind;
            int next = at + 1 < end && text[at + 1] == ' ' ? at + 2 : at + 1;
            if (next >= end || text[at] != ',' || text[next] != '"') {
                stop = Stop.BEHIND_VALUE;
                break;
            }
            begun++;
            at = next;
        }
        more = begun;
        tape.wrote(token);
        return at;
    }

    private static void put(long[] words, int token, int head, int start, int end) {
        int word = token * WIDTH;
        words[word] = head | (long) start << 32;
        words[word + 1] = end | (long) (token + 1) << 32;
    }

    private static int text(long[] words, int token, byte[] text, int at, int end) {
        int quote = JsonStrings.plain(text, at + 1, end);
        if (quote >= end || text[quote] != '"') {
            return -1;
        }
        put(words, token, Kind.TEXT.code, at + 1, quote);
        return quote + 1;
    }

    /// Digits with or without a point, and behind them something that cannot belong to a number.
    private static int number(long[] words, int token, byte[] text, int start, int end) {
        boolean negative = text[start] == '-';
        int whole = negative ? start + 1 : start;
        int at = whole;
        int point = -1;
        long number = 0;
        int last = Math.min(end, whole + LONGEST_NUMBER + 1);
        for (; at < last; at++) {
            int digit = text[at] - '0';
            if (digit >= 0 && digit <= 9) {
                number = number * 10 + digit;
            } else if (text[at] == '.' && point < 0) {
                point = at;
            } else {
                break;
            }
        }
        boolean odd = at == last
                || (text[at] != ',' && text[at] != '}')
                || at == whole
                || point == whole
                || point == at - 1
                || (text[whole] == '0' && at > whole + 1 && point != whole + 1)
                || (negative && number == 0);
        if (odd) {
            return -1;
        }
        int scale = point < 0 ? 0 : at - point - 1;
        put(words, token, scale << 16 | Kind.NUMBER.code, start, at);
        words[token * WIDTH + 2] = negative ? -number : number;
        return at;
    }
}
