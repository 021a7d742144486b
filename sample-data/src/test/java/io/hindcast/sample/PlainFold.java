package io.hindcast.sample;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What the events of one stream come to, straight from their payloads and knowing nothing of the generator.
final class PlainFold {
    private final Map<String, Object> state = new LinkedHashMap<>();

    Map<String, Object> state() {
        return state;
    }

    void apply(SampleEvent event) {
        var data = ReadJson.object(event.data());
        switch (event.type()) {
            case "AccountOpened" -> {
                copy(data, "accountId", "product", "currency", "owner", "overdraftLimit");
                state.put("balance", amount(data, "openingBalance"));
                state.put("status", "OPEN");
                state.put("transactionCount", BigDecimal.ZERO);
            }
            case "MoneyDeposited", "TransferReceived", "InterestPaid", "CorrectionPosted" ->
                move(amount(data, "amount"));
            case "MoneyWithdrawn", "TransferSent", "FeeCharged" ->
                move(amount(data, "amount").negate());
            case "AccountFrozen" -> state.put("status", "FROZEN");
            case "AccountUnfrozen" -> state.put("status", "OPEN");
            case "AccountClosed" -> state.put("status", "CLOSED");
            case "OwnerDetailsChanged" -> copy(data, "owner");
            case "OverdraftLimitChanged" -> state.put("overdraftLimit", amount(data, "newLimit"));
            case "LoanApplied" -> {
                copy(data, "loanId", "accountId", "currency", "principal", "rate", "outstanding", "accruedInterest");
                state.put("repayments", BigDecimal.ZERO);
                state.put("schedule", List.of());
                state.put("status", "APPLIED");
            }
            case "LoanApproved" -> {
                copy(data, "schedule");
                state.put("status", "APPROVED");
            }
            case "LoanRestructured" -> copy(data, "schedule");
            case "LoanDisbursed" -> {
                add("outstanding", amount(data, "amount"));
                state.put("status", "ACTIVE");
            }
            case "InterestAccrued" -> add("accruedInterest", amount(data, "amount"));
            case "RepaymentReceived" -> {
                add("outstanding", amount(data, "principal").negate());
                add("accruedInterest", amount(data, "interest").negate());
                add("repayments", BigDecimal.ONE);
            }
            case "LoanWrittenOff" -> {
                add("outstanding", amount(data, "amount").negate());
                state.put("status", "WRITTEN_OFF");
            }
            case "LoanSettled" -> state.put("status", "SETTLED");
            case "InvoiceDrafted" -> {
                copy(data, "invoiceId", "sellerAccount", "customer", "currency", "total");
                state.put("lines", new ArrayList<>());
                state.put("allocated", amount(data, "total"));
                state.put("credited", amount(data, "total"));
                state.put("status", "DRAFT");
            }
            case "LineAdded" -> {
                var line = (Map<?, ?>) Objects.requireNonNull(data.get("line"));
                lines().add(line);
                add("total", (BigDecimal) Objects.requireNonNull(line.get("amount")));
            }
            case "LineRemoved" -> {
                lines().removeIf(line -> Objects.equals(((Map<?, ?>) line).get("lineId"), data.get("lineId")));
                add("total", amount(data, "amount").negate());
            }
            case "InvoiceIssued" -> state.put("status", "ISSUED");
            case "PaymentAllocated" -> add("allocated", amount(data, "amount"));
            case "CreditNoteIssued" -> add("credited", amount(data, "amount"));
            case "InvoicePaid" -> state.put("status", "PAID");
            default -> {}
        }
    }

    BigDecimal number(String name) {
        return amount(state, name);
    }

    private void move(BigDecimal signed) {
        add("balance", signed);
        add("transactionCount", BigDecimal.ONE);
    }

    private void add(String name, BigDecimal signed) {
        state.put(name, number(name).add(signed));
    }

    private void copy(Map<String, Object> data, String... names) {
        for (String name : names) {
            state.put(name, Objects.requireNonNull(data.get(name)));
        }
    }

    @SuppressWarnings("unchecked")
    private List<Object> lines() {
        return (List<Object>) Objects.requireNonNull(state.get("lines"));
    }

    private static BigDecimal amount(Map<String, Object> from, String name) {
        return (BigDecimal) Objects.requireNonNull(from.get(name));
    }
}
