package io.hindcast.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Invoices from the first draft to the last payment; paid through [Payments], step by step over weeks.
final class Invoices {
    private static final List<String> ARTICLES = List.of(
            "Consulting, hours", "Licence", "Repair", "Delivery", "Bicycle tyres", "Printing, pages", "Training, days");

    private final Office office;
    private final AccountBook book;
    private final Payments payments;
    private final Counter counter;
    private final Chance chance;
    private long drafted;

    Invoices(Office office, AccountBook book, Payments payments, Counter counter) {
        this.office = office;
        this.book = book;
        this.payments = payments;
        this.counter = counter;
        this.chance = office.chance();
    }

    long drafted() {
        return drafted;
    }

    void draft() {
        var seller = chance.percent(60) ? book.busiest() : book.any();
        var trace = People.begins(seller.tenant, chance);
        var invoice = new Invoice(++drafted, office.today().getYear(), seller, People.firm(chance), trace);
        var data = invoice.named()
                .put("sellerAccount", seller.id)
                .put("customer", invoice.customer)
                .put("currency", seller.currency)
                .put("total", Amounts.ZERO);
        var next = trace.causedBy(record(invoice, "InvoiceDrafted", data, trace));
        int lines = chance.between(1, 6);
        for (int line = 1; line <= lines; line++) {
            String lineId = "L" + line;
            office.inSeconds(line * 90 + chance.below(60), () -> addLine(invoice, lineId, next));
        }
        if (lines > 2 && chance.percent(25)) {
            office.inSeconds(900 + chance.below(600), () -> removeLine(invoice, next));
        }
        office.inDays(chance.between(0, 3) + 1, () -> issue(invoice));
    }

    private void addLine(Invoice invoice, String lineId, Trace trace) {
        int quantity = chance.between(1, 12);
        var price = Amounts.everyday(chance);
        var amount = price.multiply(BigDecimal.valueOf(quantity));
        var line = Json.object()
                .put("lineId", lineId)
                .put("article", chance.of(ARTICLES))
                .put("quantity", quantity)
                .put("unitPrice", price)
                .put("amount", amount);
        invoice.lines.put(lineId, line);
        invoice.amounts.put(lineId, amount);
        invoice.total = invoice.total.add(amount);
        record(invoice, "LineAdded", invoice.named().put("line", line), trace);
    }

    private void removeLine(Invoice invoice, Trace trace) {
        String lineId = "L2";
        invoice.lines.remove(lineId);
        var amount = invoice.amounts.remove(lineId);
        if (amount != null) {
            invoice.total = invoice.total.subtract(amount);
            record(invoice, "LineRemoved", invoice.named().put("lineId", lineId).put("amount", amount), trace);
        }
    }

    private void issue(Invoice invoice) {
        invoice.status = "ISSUED";
        var data = invoice.named()
                .put("dueDate", office.today().plusDays(30).toString())
                .put("issuedTotal", invoice.total);
        var trace = invoice.trace.causedBy(record(invoice, "InvoiceIssued", data, invoice.trace));
        if (chance.percent(30)) {
            office.ledger().snapshot(invoice.journal, invoice.state());
        }
        office.inDays(chance.between(6, 45), () -> pay(invoice, trace));
        if (chance.percent(6)) {
            office.inDays(chance.between(2, 5), () -> credit(invoice, trace));
        }
    }

    private void pay(Invoice invoice, Trace trace) {
        var due = invoice.due();
        if (due.signum() <= 0 || chance.percent(8)) {
            return;
        }
        boolean inPart = chance.percent(12) && due.compareTo(Amounts.cents(20_000)) > 0;
        var amount = inPart ? due.subtract(Amounts.cents(10_000)) : due;
        var payer =
                book.payer(invoice.seller.currency, amount, invoice.seller).or(() -> book.partnerOf(invoice.seller));
        payer.ifPresent(account -> {
            counter.fund(account, amount);
            payments.initiate(
                    account, invoice.seller, amount, invoice.id, trace, cleared -> allocate(invoice, amount, cleared));
            if (inPart) {
                office.inDays(20, () -> pay(invoice, trace));
            }
        });
    }

    private void allocate(Invoice invoice, BigDecimal amount, Trace trace) {
        invoice.allocated = invoice.allocated.add(amount);
        var data = invoice.named().put("amount", amount).put("currency", invoice.seller.currency);
        String allocated = record(invoice, "PaymentAllocated", data, trace);
        if (invoice.due().signum() == 0) {
            invoice.status = "PAID";
            record(invoice, "InvoicePaid", invoice.named(), trace.causedBy(allocated));
            if (chance.percent(20)) {
                office.ledger().snapshot(invoice.journal, invoice.state());
            }
        }
    }

    private void credit(Invoice invoice, Trace trace) {
        var tenth = invoice.total.movePointLeft(1).setScale(2, RoundingMode.DOWN);
        if (tenth.signum() > 0) {
            invoice.credited = invoice.credited.add(tenth);
            var data = invoice.named().put("amount", tenth).put("reason", "Goodwill");
            record(invoice, "CreditNoteIssued", data, trace);
        }
    }

    private String record(Invoice invoice, String type, Json data, Trace trace) {
        return office.ledger().record(invoice.journal, type, data, trace.forTenant(invoice.seller.tenant));
    }
}
