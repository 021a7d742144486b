package io.hindcast.connector.jdbc.read;

import io.hindcast.event.EventPage.StreamName;

/// What the columns of a name come to; the same for every reader of a store.
///
/// @param wanted whether such rows were asked for
/// @param trouble what is wrong with the name itself, "" when all is well
/// @param hash of the bytes that it was worked out from
record Naming(StreamName name, boolean wanted, String trouble, int hash) {}
