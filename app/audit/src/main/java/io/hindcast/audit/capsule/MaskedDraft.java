package io.hindcast.audit.capsule;

import io.hindcast.capsule.CapsuleDraft;
import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.mask.AnswerMask;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.StateText;
import io.hindcast.event.Bookmark;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.EventPage;
import io.hindcast.event.Position;
import io.hindcast.event.StoredSnapshot;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Masks what goes into a capsule, and writes down how often, by rule, place and stream: never what.
final class MaskedDraft implements CapsuleDraft {
    static final String WITHHELD = "withheld: a mask may mean something in it, and it cannot be written anew";

    private final CapsuleDraft draft;
    private final MaskedBody bodies;
    private final Masking masking;
    private final MaskLog log;
    private final Map<String, Stream> streams = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final Map<String, MaskLog> byStream = new LinkedHashMap<>();
    private long withheld;
    private long withoutNumbers;

    private record Stream(String shown, String category, SourceInfo info, MaskLog log) {}

    MaskedDraft(CapsuleDraft draft, MaskedBody bodies, AnswerMask mask) {
        this.draft = draft;
        this.bodies = bodies;
        this.masking = mask.masking();
        this.log = mask.log();
        draft.fact("masked by", "masks with SHA-256 " + masking.rules().digest());
    }

    long withheld() {
        return withheld;
    }

    long withoutNumbers() {
        return withoutNumbers;
    }

    @Override
    public void fact(String name, String value) {
        draft.fact(name, masking.text(value, log));
    }

    @Override
    public void stream(String name, String category, SourceInfo info, boolean deleted) {
        var own = new MaskLog(log);
        String masked = masking.header(MaskPlace.STREAM, name, own);
        String shown = masked;
        // two streams never become one
        for (int i = 2; !names.add(shown); i++) {
            shown = masked + " (" + i + ")";
        }
        streams.put(name, new Stream(shown, category, info, own));
        byStream.put(shown, own);
        draft.stream(shown, category, info, deleted);
    }

    private Stream named(String name) {
        Stream stream = streams.get(name);
        if (stream == null) {
            throw new IllegalStateException("a stream comes before its events");
        }
        return stream;
    }

    @Override
    public void event(EventPage page, int row) {
        Stream stream = named(page.stream(row));
        var one = new EventPage.Builder(page.isPositioned(), 1);
        one.stream(stream.shown, stream.category).type(page.type(row)).version(page.version(row));
        page.position(row).ifPresent((Position place) -> one.position(place.high(), place.low()));
        if (page.recordedSecond(row) != EventPage.NO_TIME) {
            one.recordedAt(page.recordedSecond(row), page.recordedNano(row));
        }
        page.id(row).ifPresent(id -> one.id(masking.header(MaskPlace.EVENT_ID, id, stream.log)));
        String type = page.type(row);
        Optional<ByteSlice> data = body(
                bodies.of(MaskScope.data(stream.category, type), page.data(row), stream.info.data(), stream.log));
        Optional<ByteSlice> metadata = body(bodies.of(
                MaskScope.metadata(stream.category, type), page.metadata(row), stream.info.metadata(), stream.log));
        one.data(data.orElseGet(ByteSlice::empty).copy()).metadata(metadata.orElseGet(ByteSlice::empty).copy());
        trouble(page.trouble(row), data.isPresent() && metadata.isPresent(), stream).ifPresent(one::trouble);
        one.endRow();
        draft.event(one.build(new Bookmark("")), 0);
    }

    private Optional<ByteSlice> body(MaskedBody.Written written) {
        withheld += written.bytes().isPresent() ? 0 : 1;
        withoutNumbers += written.lostNumber() ? 1 : 0;
        return written.bytes();
    }

    private Optional<String> trouble(Optional<String> before, boolean whole, Stream stream) {
        Optional<String> shown = before.map(text -> masking.text(text, stream.log));
        return whole ? shown : Optional.of(shown.map(text -> text + "; ").orElse("") + WITHHELD);
    }

    @Override
    public void snapshot(StoredSnapshot snapshot) {
        Stream stream = named(snapshot.stream());
        MaskedBody.Written written =
                bodies.of(MaskScope.state(stream.category), snapshot.state(), stream.info.snapshotState(), stream.log);
        withheld += written.bytes().isPresent() ? 0 : 1;
        // a place names the stream, or a part of its name
        String place = stream.shown.equals(snapshot.stream()) ? masking.text(snapshot.place(), stream.log) : "";
        draft.snapshot(new StoredSnapshot(
                stream.shown,
                snapshot.category(),
                snapshot.version(),
                snapshot.type(),
                snapshot.recordedAt(),
                written.bytes().orElseGet(ByteSlice::empty),
                place,
                trouble(snapshot.trouble(), written.bytes().isPresent(), stream)));
    }

    /// Rules of folds go along as they are; in marks, streams have their new names, and patterns mask what they find.
    @Override
    public void attach(String name, byte[] content) {
        if (name.endsWith(".json")) {
            String text = new String(content, StandardCharsets.UTF_8);
            for (Map.Entry<String, Stream> stream : streams.entrySet()) {
                if (!stream.getKey().equals(stream.getValue().shown)) {
                    text = text.replace(StateText.quoted(stream.getKey()), StateText.quoted(stream.getValue().shown));
                }
            }
            draft.attach(name, masking.text(text, log).getBytes(StandardCharsets.UTF_8));
        } else {
            draft.attach(name, content);
        }
    }

    @Override
    public String finish() {
        draft.attach("masks.yaml", masking.rules().text().getBytes(StandardCharsets.UTF_8));
        draft.attach("masks.json", MaskAccount.of(masking, log, byStream, withheld).getBytes(StandardCharsets.UTF_8));
        return draft.finish();
    }

    @Override
    public void close() {
        draft.close();
    }
}
