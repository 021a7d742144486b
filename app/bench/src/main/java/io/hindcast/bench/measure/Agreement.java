package io.hindcast.bench.measure;

import java.util.Objects;

/// Results are compared before times are: a faster wrong answer is no answer.
public final class Agreement {
    private Agreement() {}

    /// @throws IllegalStateException when the two differ; the whole run ends then
    public static void require(String what, Object expected, Object actual) {
        if (!Objects.equals(expected, actual)) {
            throw new IllegalStateException("%s: expected %s, found %s".formatted(what, expected, actual));
        }
    }
}
