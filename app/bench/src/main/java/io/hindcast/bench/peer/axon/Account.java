package io.hindcast.bench.peer.axon;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;

/// The account of the peers' history.
public class Account {
    @AggregateIdentifier
    private String id = "";

    private String owner = "";
    private BigDecimal balance = BigDecimal.ZERO;
    private long movements;
    private final Map<String, BigDecimal> totals = new TreeMap<>();

    protected Account() {
        // made by the framework
    }

    public String owner() {
        return owner;
    }

    public BigDecimal balance() {
        return balance;
    }

    public long movements() {
        return movements;
    }

    /// Moved to and from each counterparty.
    public Map<String, BigDecimal> totals() {
        return totals;
    }

    @EventSourcingHandler
    void on(AccountOpened event) {
        id = event.accountId();
        owner = event.owner();
    }

    @EventSourcingHandler
    void on(MoneyDeposited event) {
        move(event.counterparty(), event.amount());
    }

    @EventSourcingHandler
    void on(MoneyWithdrawn event) {
        move(event.counterparty(), event.amount().negate());
    }

    @EventSourcingHandler
    void on(OwnerChanged event) {
        owner = event.owner();
    }

    private void move(String counterparty, BigDecimal amount) {
        balance = balance.add(amount);
        movements++;
        totals.merge(counterparty, amount, BigDecimal::add);
    }
}
