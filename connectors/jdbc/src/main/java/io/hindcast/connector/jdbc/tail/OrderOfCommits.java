package io.hindcast.connector.jdbc.tail;

import io.hindcast.connector.Tail.Certainty;
import java.util.OptionalLong;

/// Numbers are given in the order of the commits, under a lock or by the only writer: what is seen is complete.
public final class OrderOfCommits implements HorizonRule {
    @Override
    public Certainty certainty() {
        return Certainty.PROVEN;
    }

    @Override
    public String how() {
        return "numbers are given in the order of the commits, so that what is seen is complete";
    }

    @Override
    public HorizonFinder begin(OptionalLong settled) {
        return Bound.Everything::new;
    }
}
