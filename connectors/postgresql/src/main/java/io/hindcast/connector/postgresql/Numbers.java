package io.hindcast.connector.postgresql;

import io.hindcast.connector.jdbc.dialect.UnreadableValue;
import java.math.BigDecimal;

/// Whole numbers out of text, without loss.
final class Numbers {
    private static final int LONGEST = 64;

    private Numbers() {}

    static long whole(String text) {
        if (text.length() > LONGEST) {
            throw new UnreadableValue("not a whole number of 64 bits");
        }
        try {
            return new BigDecimal(text.strip()).longValueExact();
        } catch (ArithmeticException | NumberFormatException _) {
            throw new UnreadableValue("not a whole number of 64 bits");
        }
    }
}
