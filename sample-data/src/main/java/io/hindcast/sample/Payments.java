package io.hindcast.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;

/// Payment orders on their way: initiated, authorised, cleared by a transfer between two accounts, or rejected.
final class Payments {
    private static final List<String> REFUSALS = List.of("Limit exceeded", "Name does not match", "Expired mandate");

    private final Office office;
    private final AccountBook book;
    private final Postings postings;
    private final Chance chance;
    private final DefectLog defects;
    private long initiated;
    private boolean cutNext;

    Payments(Office office, AccountBook book, Postings postings, DefectLog defects) {
        this.office = office;
        this.book = book;
        this.postings = postings;
        this.defects = defects;
        this.chance = office.chance();
    }

    /// A payment order.
    ///
    /// @param cleared told the payment and the trace caused by its last event, once the money has moved
    record Order(
            String id,
            Journal journal,
            Account from,
            Account to,
            BigDecimal amount,
            String reference,
            Consumer<Trace> cleared) {}

    long initiated() {
        return initiated;
    }

    /// A customer's own payment to somebody, or else a payment into the collection account.
    void initiateAny() {
        var amount = Amounts.everyday(chance);
        var to = book.busiest();
        var from = book.payer(to.currency, amount, to).orElse(book.any());
        var target =
                from.currency.equals(to.currency) ? to : book.partnerOf(from).orElse(to);
        if (target.currency.equals(from.currency) && target != from) {
            initiate(from, target, amount, "Order", People.begins(from.tenant, chance), _ -> {});
        } else {
            postings.deposit(from, amount, "Cash deposit", People.begins(from.tenant, chance));
        }
    }

    Order initiate(
            Account from, Account to, BigDecimal amount, String reference, Trace trace, Consumer<Trace> cleared) {
        String id = "payment-%08d".formatted(++initiated);
        var order = new Order(id, new Journal(id, "payment"), from, to, amount, reference, cleared);
        LocalDate valueDate = BusinessCalendar.nextBusinessDay(office.today());
        var data = named(order)
                .put("from", from.id)
                .put("to", to.id)
                .put("amount", amount)
                .put("currency", from.currency)
                .put("reference", reference)
                .put("valueDate", valueDate.toString());
        String event = office.ledger().record(order.journal(), "PaymentInitiated", data, trace);
        office.inSeconds(chance.between(2, 5_400), () -> decide(order, trace.causedBy(event)));
        return order;
    }

    private void decide(Order order, Trace trace) {
        if (chance.percent(4)) {
            reject(order, chance.of(REFUSALS), trace.by(People.PAYMENTS));
            return;
        }
        var decision = chance.percent(70) ? trace.by(People.PAYMENTS) : trace;
        var data = named(order).put("amount", order.amount()).put("authorisation", chance.below(900_000) + 100_000);
        String event = office.ledger().record(order.journal(), "PaymentAuthorised", data, decision);
        office.inDays(1, () -> clear(order, trace.causedBy(event).by(People.PAYMENTS)));
    }

    private void clear(Order order, Trace trace) {
        if (!order.from().canPay(order.amount())) {
            reject(order, "Insufficient funds", trace);
        } else if (!order.to().isOpen()) {
            reject(order, "Account of the payee is blocked", trace);
        } else {
            String moved = postings.transfer(order.from(), order.to(), order.amount(), order.id(), trace);
            String event = recordCleared(order, trace.causedBy(moved));
            order.cleared().accept(trace.causedBy(event));
        }
    }

    /// The payload of the next clearing will end in the middle.
    void cutNextClearing() {
        cutNext = true;
    }

    private String recordCleared(Order order, Trace trace) {
        var data = named(order)
                .put("amount", order.amount())
                .put("currency", order.from().currency)
                .put("clearedOn", office.today().toString());
        if (!cutNext) {
            return office.ledger().record(order.journal(), "PaymentCleared", data, trace);
        }
        cutNext = false;
        String event = office.ledger().recordCut(order.journal(), "PaymentCleared", data, trace);
        defects.add(PlantedDefect.Kind.UNREADABLE_PAYLOAD, order.journal(), "The JSON ends in the middle.");
        return event;
    }

    private void reject(Order order, String reason, Trace trace) {
        office.ledger().record(order.journal(), "PaymentRejected", named(order).put("reason", reason), trace);
    }

    private static Json named(Order order) {
        return Json.object().put("paymentId", order.id());
    }
}
