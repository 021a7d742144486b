package io.hindcast.audit.capsule;

import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskLog.Count;
import io.hindcast.engine.mask.MaskRule;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.Fields;
import io.hindcast.engine.state.Items;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.List;
import java.util.Map;

/// What was masked in a capsule, as JSON: by rule, by place and by stream, never a value.
final class MaskAccount {
    private MaskAccount() {}

    /// @param byStream by the names that stand in the capsule
    static String of(Masking masking, MaskLog log, Map<String, MaskLog> byStream, long withheld) {
        Fields streams = Fields.EMPTY;
        for (Map.Entry<String, MaskLog> stream : byStream.entrySet()) {
            if (!stream.getValue().isEmpty()) {
                streams = streams.with(stream.getKey(), counts(stream.getValue().counts()));
            }
        }
        Fields account = Fields.of("masksSha256", new Text(masking.rules().digest()))
                .with("rules", new Items(masking.rules().all().stream().map(MaskAccount::rule).toList()))
                .with("masked", Num.of(log.total()))
                .with("counts", counts(log.counts()))
                .with("withheldWhole", Num.of(withheld))
                .with("streams", streams)
                .with("seal", new Text("A seal over the store does not hold for this capsule: its bodies are not those of the store."));
        Fields keyed = masking.keyFingerprint().map(key -> account.with("keyFingerprint", new Text(key))).orElse(account);
        return StateText.pretty(keyed) + "\n";
    }

    private static StateValue rule(MaskRule rule) {
        return Fields.of("name", new Text(rule.name())).with("masks", new Text(rule.targetWords()));
    }

    private static Items counts(List<Count> counts) {
        return new Items(counts.stream()
                .<StateValue>map(count -> Fields.of("rule", new Text(count.rule()))
                        .with("place", new Text(count.place().word()))
                        .with("values", Num.of(count.values())))
                .toList());
    }
}
