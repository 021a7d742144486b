package io.hindcast.cli;

import io.hindcast.connector.ConnectorException;
import io.hindcast.engine.fold.propose.Proposal;
import io.hindcast.engine.fold.propose.RulesProposer;
import io.hindcast.engine.fold.propose.StoreSampler;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;

/// Proposes fold rules from what a store holds.
final class Proposing {
    private Proposing() {}

    /// @throws StoppedEarly when the store stops answering in the middle
    static Proposal from(OpenStore store, Terminal terminal) {
        try {
            var sample = new StoreSampler(store.source(), store.decoder(), StoreSampler.Bounds.USUAL)
                    .sample(Indexing.progress(terminal), Cancellation.never());
            Proposal proposal = new RulesProposer().propose(sample, Cancellation.never());
            Indexing.clear(terminal);
            return proposal;
        } catch (ConnectorException failure) {
            throw new StoppedEarly("Proposing rules stopped: " + failure.sentence(), failure);
        }
    }
}
