package io.hindcast.bench.peer.axon;

public record OwnerChanged(String accountId, String owner) {}
