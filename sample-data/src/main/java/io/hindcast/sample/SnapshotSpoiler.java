package io.hindcast.sample;

import java.math.BigDecimal;
import java.util.Optional;

/// Swaps two digits of the balance in one snapshot, once it has been armed: the error a copying hand makes.
final class SnapshotSpoiler {
    private static final BigDecimal ENOUGH = Amounts.cents(100_000);

    private final DefectLog defects;
    private boolean armed;

    SnapshotSpoiler(DefectLog defects) {
        this.defects = defects;
    }

    void arm() {
        armed = true;
    }

    /// The balance to write into the snapshot of an account: the true one but for that one time.
    BigDecimal shown(Account account) {
        if (!armed || account.balance.compareTo(ENOUGH) < 0) {
            return account.balance;
        }
        var wrong = swapped(account.balance);
        wrong.ifPresent(balance -> {
            armed = false;
            defects.add(
                    PlantedDefect.Kind.CORRUPTED_SNAPSHOT,
                    account.journal,
                    "The snapshot says balance %s where the events give %s: two digits are swapped."
                            .formatted(balance.toPlainString(), account.balance.toPlainString()));
        });
        return wrong.orElse(account.balance);
    }

    /// The amount with its second and third digit exchanged; nothing if these are equal.
    static Optional<BigDecimal> swapped(BigDecimal amount) {
        var digits = new StringBuilder(amount.toPlainString());
        char second = digits.charAt(1);
        char third = digits.charAt(2);
        if (second == third) {
            return Optional.empty();
        }
        digits.setCharAt(1, third);
        digits.setCharAt(2, second);
        return Optional.of(new BigDecimal(digits.toString()));
    }
}
