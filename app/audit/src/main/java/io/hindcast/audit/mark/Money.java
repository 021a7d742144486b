package io.hindcast.audit.mark;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An exact amount in a currency.
///
/// @param currency "" where nobody said
public record Money(BigDecimal amount, String currency) {
    private static final Pattern TEXT = Pattern.compile("([+-]?[0-9]{1,60}(?:\\.[0-9]{1,60})?)(?: +([^ ]{1,20}))?");

    /// `1200.50 EUR` or `1200.50`; nothing when it is none.
    public static Optional<Money> parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String currency = Optional.ofNullable(matcher.group(2)).orElse("");
        return Optional.of(new Money(new BigDecimal(matcher.group(1)), currency));
    }

    /// What [#parse] reads back, with every digit that was written.
    public String text() {
        return currency.isEmpty() ? amount.toPlainString() : amount.toPlainString() + " " + currency;
    }
}
