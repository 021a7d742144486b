package io.hindcast.bench.peer.axon;

public record AccountOpened(String accountId, String owner, String currency) {}
