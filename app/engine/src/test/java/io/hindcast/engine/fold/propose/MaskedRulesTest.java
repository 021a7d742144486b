package io.hindcast.engine.fold.propose;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.MergeFold;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskRules;
import io.hindcast.engine.mask.Masking;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MaskedRulesTest {
    private static final String RULES = """
            # /grade: last value, 3 of 3 snapshots explained
            #   Opened: alone between snapshots that agree 3 times, such as Ada, Countess@1, Grace@1
            #   Closed: alone between snapshots that agree once, at Ada, Countess@2
            fold: "proposed account"
            category: account
            on:
              Opened:
                set: { grade: "top", since: /day }
            # not explained: Ada, Countess v4 at /owner
            """;

    private static String shown(String masks) {
        var missed = List.of(new Proposal.Unexplained("Ada, Countess", 4, Proposal.Unexplained.NEVER, List.of()));
        var proposal = new Proposal(RULES, new MergeFold(), List.of(), 3, missed);
        var reading = (MaskRules.Reading.Ready) MaskRules.read(masks);
        return MaskedRules.of(proposal, Masking.of(reading.rules(), Optional.empty()).orElseThrow(), new MaskLog());
    }

    @Test
    void constants_of_masked_fields_are_labels_and_the_text_says_so() {
        assertThat(shown("masks:\n  - { name: grades, field: grade }\n"))
                .startsWith("# Masked: ")
                .contains("masked: grades", "since: /day", "such as Ada")
                .doesNotContain("\"top\"");
    }

    @Test
    void events_are_not_named_where_names_of_streams_are_masked() {
        assertThat(shown("masks:\n  - { name: streams, header: stream }\n"))
                .contains("agree 3 times\n", "agree once\n", "grade: \"top\"")
                .doesNotContain("Ada")
                .doesNotContain("Grace");
    }
}
