package io.hindcast.engine.find;

import io.hindcast.connector.SourceInfo;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.payload.PayloadDecoder;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.event.ByteSlice;
import io.hindcast.event.Event;
import io.hindcast.event.FieldLocation.Part;
import io.hindcast.event.PayloadShape;
import java.util.function.Function;

/// What stands around a text that was found, with masks on: text is looked for in true values, and shown out of masked
/// ones. Where masks may mean something in a body, nothing is shown of its bytes as they are stored. For one thread.
public final class MaskedSnippets {
    private final TextMatcher matcher;
    private final PayloadDecoder decoder;
    private final Masking masking;
    private final MaskLog log;
    private final Function<String, SourceInfo> infoOf;

    /// @param infoOf what holds for a stream
    public MaskedSnippets(
            TextSearch search,
            PayloadDecoder decoder,
            Masking masking,
            MaskLog log,
            Function<String, SourceInfo> infoOf) {
        this.matcher = new TextMatcher(search.text(), search.ignoreCase(), decoder);
        this.decoder = decoder;
        this.masking = masking;
        this.log = log;
        this.infoOf = infoOf;
    }

    /// What may be shown of a match, to be called while its page is there; a line of dots where the text itself is masked.
    public Snippet of(TextMatch match) {
        Event event = match.header();
        boolean inData = match.part() == Part.DATA;
        MaskScope scope = inData
                ? MaskScope.data(event.category(), event.type())
                : MaskScope.metadata(event.category(), event.type());
        if (!masking.touches(scope)) {
            return match.snippet();
        }
        SourceInfo info = infoOf.apply(event.stream());
        ByteSlice bytes = inData ? event.data() : event.metadata();
        PayloadShape shape = inData ? info.data() : info.metadata();
        StateValue shown = masking.value(scope, decoder.decode(bytes, shape), log);
        return matcher.inText(Unescaped.of(StateText.compact(shown))).orElseGet(() -> new Snippet("", HIDDEN, ""));
    }

    /// Stands where the text that was found is masked.
    public static final String HIDDEN = "‹in a masked value›";
}
