package io.hindcast.bench.peer;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The state of the account as one line that every contender writes alike: amounts in cents, counterparties by name.
final class Answer {
    private Answer() {}

    static String of(BigDecimal balance, long movements, String owner, Map<String, BigDecimal> totals) {
        String each = new TreeMap<>(totals)
                .entrySet().stream()
                        .map(total -> total.getKey() + "=" + cents(total.getValue()))
                        .collect(Collectors.joining(","));
        return "%s|%d|%s|%s".formatted(cents(balance), movements, owner, each);
    }

    private static String cents(BigDecimal amount) {
        return Long.toString(amount.movePointRight(2).longValueExact());
    }
}
