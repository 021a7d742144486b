package io.hindcast.desktop.marks;

import io.hindcast.audit.mark.Binder;
import io.hindcast.audit.mark.Binding;
import io.hindcast.audit.mark.EventAddress;
import io.hindcast.engine.session.OpenStore;
import io.hindcast.engine.work.Cancellation;
import io.hindcast.engine.work.Progress;
import io.hindcast.event.Event;
import java.util.Optional;

/// What a new mark is to stand beside.
public sealed interface Target {
    record OfEvent(EventAddress address) implements Target {
        static OfEvent of(Event event) {
            return new OfEvent(EventAddress.of(event));
        }

        @Override
        public Optional<Binding> bind(OpenStore store, Progress progress, Cancellation cancellation) {
            return new Binder(store).event(address);
        }
    }

    record OfStream(String stream) implements Target {
        @Override
        public Optional<Binding> bind(OpenStore store, Progress progress, Cancellation cancellation) {
            return new Binder(store).stream(stream, progress, cancellation);
        }
    }

    record OfStore() implements Target {
        @Override
        public Optional<Binding> bind(OpenStore store, Progress progress, Cancellation cancellation) {
            return Optional.of(new Binder(store).store());
        }
    }

    /// Reads the store, and blocks; nothing when what is meant is not there.
    Optional<Binding> bind(OpenStore store, Progress progress, Cancellation cancellation);
}
