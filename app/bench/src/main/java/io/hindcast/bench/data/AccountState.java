package io.hindcast.bench.data;

import java.math.BigDecimal;

/// The state of an account as every contender has to find it. Amounts as plain digits without trailing zeros.
public record AccountState(
        String balance, String transactions, String status, String owner, String overdraftLimit, String currency) {

    static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
