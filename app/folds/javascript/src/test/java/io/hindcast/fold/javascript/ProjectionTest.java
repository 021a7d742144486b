package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import org.junit.jupiter.api.Test;

class ProjectionTest {
    @Test
    void handlers_by_type_change_the_state_they_are_given() {
        var run = FoldRunner.of(
                        """
                        fromCategory('account').foreachStream().when({
                            $init: function () { return { balance: 0, count: 0, lines: [] } },
                            Deposited(s, e) { s.balance += e.data.amount; s.count++; s.lines.push({ id: e.sequenceNumber }); },
                            Withdrawn: (s, e) => { s.balance -= e.body.amount; s.count++ },
                        })
                        """)
                .then("Deposited {\"amount\": 12.10}", "Deposited {\"amount\": 0.25}", "Withdrawn {\"amount\": 2.05}", "Other");

        assertThat(run.problems()).isEmpty();
        assertThat(run.state()).isEqualTo("{\"balance\":10.30,\"count\":3,\"lines\":[{\"id\":1},{\"id\":2}]}");
    }

    @Test
    void a_handler_may_answer_a_new_state() {
        var run = FoldRunner.of(
                        """
                        fromAll().foreachStream().when({
                            $init() { return { names: {} } },
                            Named(s, e) { return { ...s, names: { ...s.names, [e.data.key]: e.data.name }, last: e.eventType } },
                            Forgotten(s, e) { delete s.names[e.data.key] },
                        })
                        """)
                .then("Named {\"key\":\"a\",\"name\":\"Ann\"}", "Named {\"key\":\"b\",\"name\":\"Bo\"}", "Forgotten {\"key\":\"a\"}");

        assertThat(run.state()).isEqualTo("{\"names\":{\"b\":\"Bo\"},\"last\":\"Named\"}");
    }

    @Test
    void any_takes_the_events_that_have_no_handler_of_their_own() {
        var run = FoldRunner.of("fromStream('account-1').when({ $any(s, e) { s.seen = e.eventType }, B(s) { s.b = true } })")
                .then("A", "B");

        assertThat(run.state()).isEqualTo("{\"seen\":\"A\",\"b\":true}");
    }

    @Test
    void all_parts_of_an_event_can_be_read() {
        var run = FoldRunner.of(
                        """
                        fromAll().foreachStream().when({ $any(s, e) {
                            return { t: e.eventType, st: e.streamId, n: e.sequenceNumber, c: e.created, j: e.isJson,
                                     raw: e.bodyRaw, who: e.metadata.user, mraw: e.metadataRaw, p: e.partition, x: e.data.x,
                                     same: e.data === e.body, id: e.eventId, missing: e.nothing };
                        } })
                        """)
                .then("Opened {\"x\": [1, null, true]}");

        assertThat(run.problems()).isEmpty();
        assertThat(run.state())
                .isEqualTo("{\"t\":\"Opened\",\"st\":\"account-1\",\"n\":1,\"c\":\"2026-01-02T03:04:05Z\",\"j\":true,"
                        + "\"raw\":\"{\\\"x\\\": [1, null, true]}\",\"who\":\"ann\",\"mraw\":\"{\\\"user\\\":\\\"ann\\\"}\","
                        + "\"p\":\"account-1\",\"x\":[1,null,true],\"same\":true,\"id\":\"id-1\"}");
    }

    @Test
    void partitions_have_a_state_each() {
        var run = FoldRunner.of(
                        """
                        fromAll().partitionBy(e => e.data.currency).when({
                            $init: () => ({ total: 0 }),
                            Paid(s, e) { s.total += e.data.amount; s.at = e.partition }
                        })
                        """)
                .then("Paid {\"currency\":\"CHF\",\"amount\":1.5}", "Paid {\"currency\":\"EUR\",\"amount\":2}",
                        "Paid {\"currency\":\"CHF\",\"amount\":0.5}", "Paid {}");

        assertThat(run.state())
                .isEqualTo("{\"CHF\":{\"total\":2.0,\"at\":\"CHF\"},\"EUR\":{\"total\":2,\"at\":\"EUR\"}}");
    }

    @Test
    void a_transformed_result_stands_beside_the_state() {
        var run = FoldRunner.of(
                        """
                        fromAll().foreachStream().when({ $init: () => ({ n: 0 }), A(s) { s.n++ } })
                            .transformBy(s => ({ double: s.n * 2 })).filterBy(r => r.double > 2).outputState()
                        """)
                .then("A");
        assertThat(run.state()).isEqualTo("{\"n\":1,\"$result\":null}");

        assertThat(run.then("A").state()).isEqualTo("{\"n\":2,\"$result\":{\"double\":4}}");
    }

    @Test
    void a_deletion_is_handled() {
        var run = FoldRunner.of(
                        "fromCategory('account').foreachStream().when({ Opened: s => { s.open = true }, $deleted(s) { s.open = false } })")
                .then("Opened", "$deleted");

        assertThat(run.state()).isEqualTo("{\"open\":false}");
    }

    @Test
    void a_projection_covers_its_categories_and_knows_its_types() {
        Fold fold = FoldRunner.compile("fromCategory('account').foreachStream().when({ Opened(s) {} })");

        assertThat(fold.covers("account")).isTrue();
        assertThat(fold.covers("loan")).isFalse();
        assertThat(fold.knows("account", "Opened")).isTrue();
        assertThat(fold.knows("account", "Closed")).isFalse();
    }

    @Test
    void what_would_be_written_is_accepted_and_remarked_on() {
        String script =
                """
                fromCategory('account').foreachStream().when({
                    Opened(s, e) { linkTo('opened', e); emit('x', 'Y', {}); s.done = 1 }
                }).outputTo('somewhere')
                """;

        assertThat(FoldRunner.of(script).then("Opened").state()).isEqualTo("{\"done\":1}");
        assertThat(FoldRunner.warnings(script))
                .hasSize(3)
                .allSatisfy(warning -> assertThat(warning.message()).contains("only reads"));
    }

    @Test
    void a_state_shared_by_streams_is_refused() {
        assertThat(FoldRunner.errors("a.js", "fromAll().foreachStream().when({ $initShared() { return {} } })"))
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("$initShared"));
    }
}
