package io.hindcast.sample;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/// One invoice as its application would hold it.
final class Invoice {
    final Journal journal;
    final String id;
    final Account seller;
    final String customer;
    final Map<String, Json> lines = new LinkedHashMap<>();
    final Map<String, BigDecimal> amounts = new LinkedHashMap<>();
    final Trace trace;
    BigDecimal total = Amounts.ZERO;
    BigDecimal allocated = Amounts.ZERO;
    BigDecimal credited = Amounts.ZERO;
    String status = "DRAFT";

    Invoice(long number, int year, Account seller, String customer, Trace trace) {
        this.id = "invoice-%d-%06d".formatted(year, number);
        this.journal = new Journal(id, "invoice");
        this.seller = seller;
        this.customer = customer;
        this.trace = trace;
    }

    BigDecimal due() {
        return total.subtract(allocated).subtract(credited);
    }

    Json named() {
        return Json.object().put("invoiceId", id);
    }

    Json state() {
        return named().put("sellerAccount", seller.id)
                .put("customer", customer)
                .put("currency", seller.currency)
                .put("lines", lines.values())
                .put("total", total)
                .put("allocated", allocated)
                .put("credited", credited)
                .put("status", status);
    }
}
