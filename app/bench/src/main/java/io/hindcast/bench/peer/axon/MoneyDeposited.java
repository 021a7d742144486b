package io.hindcast.bench.peer.axon;

import java.math.BigDecimal;

public record MoneyDeposited(String accountId, BigDecimal amount, String counterparty, String reference) {}
