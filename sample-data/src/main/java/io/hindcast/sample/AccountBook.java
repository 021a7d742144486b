package io.hindcast.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The accounts that are not closed, oldest customers first; how many there are bounds the memory of a run.
final class AccountBook {
    /// However long the history, no more accounts than these.
    static final int MOST = 50_000;

    private static final List<String> CURRENCIES = List.of("EUR", "EUR", "EUR", "EUR", "CHF", "CHF", "CHF", "USD");
    private static final List<String> PRODUCTS = List.of("CURRENT", "CURRENT", "CURRENT", "SAVINGS", "SAVINGS");

    private final List<Account> accounts = new ArrayList<>();
    private final Chance chance;
    private int opened;

    AccountBook(Chance chance) {
        this.chance = chance;
    }

    int opened() {
        return opened;
    }

    List<Account> all() {
        return accounts;
    }

    /// A new account; the first is the busy collection account, the second the treasury.
    Account add() {
        opened++;
        var account =
                switch (opened) {
                    case 1 -> new Account(opened, "COLLECTION", "EUR", "zurich", chance);
                    case 2 -> new Account(opened, "TREASURY", "USD", "zurich", chance);
                    default ->
                        new Account(opened, chance.of(PRODUCTS), chance.of(CURRENCIES), People.tenant(chance), chance);
                };
        accounts.add(account);
        return account;
    }

    void remove(Account account) {
        accounts.remove(account);
    }

    Account busiest() {
        return accounts.get(0);
    }

    Account treasury() {
        return accounts.get(1);
    }

    /// Any account of a customer, the first ones far more often.
    Account any() {
        return accounts.get(2 + chance.skewedBelow(accounts.size() - 2));
    }

    /// Another open account in the same currency, if one turns up.
    Optional<Account> partnerOf(Account account) {
        for (int attempt = 0; attempt < 12; attempt++) {
            var other = accounts.get(chance.below(accounts.size()));
            if (other != account && other.isOpen() && other.currency.equals(account.currency)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    /// An open account in a currency that can pay, if one turns up.
    Optional<Account> payer(String currency, BigDecimal amount, Account notThis) {
        for (int attempt = 0; attempt < 24; attempt++) {
            var other = any();
            if (other != notThis && other.currency.equals(currency) && other.canPay(amount)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }
}
