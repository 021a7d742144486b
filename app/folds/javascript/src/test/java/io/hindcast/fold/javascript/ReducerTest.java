package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReducerTest {
    private static final String EXPECTED = "{\"status\":\"Opened\",\"items\":[{\"id\":\"a\",\"n\":2}],\"total\":20.40}";
    private static final String[] EVENTS = {
        "Opened {\"x\":1}",
        "Added {\"item\":{\"id\":\"a\",\"n\":2},\"price\":10.20}",
        "Added {\"item\":{\"id\":\"b\",\"n\":1},\"price\":3}",
        "Removed {\"id\":\"b\",\"amount\":3}"
    };

    @Test
    void an_emmett_decider_runs_as_it_is() {
        var run = FoldRunner.over(FoldRunner.compile(
                        "cart.ts",
                        """
                        import { type Event, type ReadEvent } from '@event-driven-io/emmett';

                        type Item = { id: string; n: number };
                        export type Added = Event<'Added', { item: Item; price: number }>;
                        export type CartEvent =
                          | Event<'Opened', { x: number }>
                          | Added
                          | Event<'Removed', { id: string; amount: number }>;

                        export interface Cart {
                          status: 'Empty' | 'Opened';
                          items: Item[];
                          total: number;
                        }

                        export const initialState = (): Cart => ({ status: 'Empty', items: [], total: 0 });

                        export const evolve = (state: Cart, event: CartEvent): Cart => {
                          const { type, data } = event;
                          switch (type) {
                            case 'Opened':
                              return { ...state, status: 'Opened' };
                            case 'Added': {
                              const item = data.item as Item;
                              return { ...state, items: [...state.items, item], total: state.total + item.n * data.price };
                            }
                            case 'Removed': {
                              const id: string = data.id!;
                              return {
                                ...state,
                                items: state.items.filter((one: Item) => one.id !== id),
                                total: state.total - data.amount,
                              };
                            }
                            default: {
                              const _never: never = event as never;
                              return state;
                            }
                          }
                        };
                        """))
                .then(EVENTS);

        assertThat(run.problems()).isEmpty();
        assertThat(run.state()).isEqualTo(EXPECTED);
    }

    @Test
    void a_castore_reducer_runs_as_it_is() {
        var run = FoldRunner.of(
                        """
                        export const cartReducer = (aggregate, event) => {
                          const { version, aggregateId } = event;
                          switch (event.type) {
                            case 'Opened':
                              return { aggregateId, version: event.version, owner: event.payload.owner };
                            case 'Renamed': {
                              const { owner } = event.payload;
                              return { ...aggregate, version, owner };
                            }
                          }
                        };
                        """)
                .then("Opened {\"owner\":\"Ann\"}", "Renamed {\"owner\":\"Bo\"}", "Other");

        assertThat(run.problems()).isEmpty();
        assertThat(run.state()).isEqualTo("{\"aggregateId\":\"1\",\"version\":2,\"owner\":\"Bo\"}");
    }

    @Test
    void an_evtstore_fold_lays_its_answer_over_the_state() {
        var run = FoldRunner.of(
                        """
                        export const create = () => ({ balance: 0, names: [] })
                        export const fold = (evt, prev, meta) => {
                          switch (evt.type) {
                            case 'deposited': return { balance: prev.balance + evt.amount, at: meta.timestamp }
                            case 'named': return { names: prev.names.concat(evt.name) }
                          }
                          return {}
                        }
                        """)
                .then("deposited {\"amount\":1.10}", "named {\"name\":\"x\"}", "named {\"name\":\"y\"}", "deposited {\"amount\":2.20}");

        assertThat(run.problems()).isEmpty();
        assertThat(run.state())
                .isEqualTo("{\"balance\":3.30,\"names\":[\"x\",\"y\"],\"at\":\"2026-01-02T03:04:05Z\"}");
    }

    @Test
    void a_default_state_in_the_parameters_counts() {
        var run = FoldRunner.of(
                        """
                        const empty = { n: 0 };
                        export default function (state = empty, action) {
                          return action.type === 'Up' ? { ...state, n: state.n + action.by } : state;
                        }
                        """)
                .then("Up {\"by\":2}", "Up {\"by\":3}");

        assertThat(run.problems()).isEmpty();
        assertThat(run.state()).isEqualTo("{\"n\":5}");
    }

    @Test
    void a_decider_object_or_an_object_of_handlers_may_be_the_default_export() {
        assertThat(FoldRunner.of("export default { initialState: () => ({ n: 1 }), evolve(s, e) { s.n += e.data.by; return s } }")
                        .then("Up {\"by\":2}")
                        .state())
                .isEqualTo("{\"n\":3}");
        assertThat(FoldRunner.of("export default { $init: () => ({ n: 1 }), Up(s, e) { s.n += e.data.by } }")
                        .then("Up {\"by\":2}")
                        .state())
                .isEqualTo("{\"n\":3}");
    }

    @Test
    void a_category_can_be_named() {
        var fold = FoldRunner.compile("export const category = ['a', 'b']; export const evolve = (s, e) => s");

        assertThat(fold.covers("b")).isTrue();
        assertThat(fold.covers("c")).isFalse();
    }

    @Test
    void a_null_and_a_missing_field_fold() {
        var run = FoldRunner.of("export const evolve = (state, event) => ({ ...state, ...event.data })")
                .then("X {\"a\": null}", "X {\"b\": 1}");

        assertThat(run.problems()).isEmpty();
        assertThat(run.state()).isEqualTo("{\"a\":null,\"b\":1}");
    }

    @Test
    void a_fold_that_throws_marks_that_event_and_goes_on() {
        var run = FoldRunner.of(
                "export const evolve = (s, e) => { if (e.version === 500) { s.n = -1; throw new Error(e.data.secret) } return { n: (s.n ?? 0) + 1 } }; export const initialState = {}");
        for (int i = 0; i < 1_000; i++) {
            run.then("X {\"secret\":\"hush\"}");
        }

        assertThat(run.state()).isEqualTo("{\"n\":999}");
        assertThat(run.problems()).singleElement().satisfies(problem -> assertThat(problem)
                .contains("threw an Error")
                .contains("line 1")
                .doesNotContain("hush"));
    }

    @Test
    void what_went_wrong_is_told_in_words_of_the_script_and_never_in_those_of_an_event() {
        for (String failing : List.of(
                "e.data.secret.contains('x')",
                "e.data.secret()",
                "s[e.data.secret].x",
                "s[e.data.secret]()",
                "new (e.data.secret)()",
                "JSON.parse(e.data.secret)",
                "null[e.data.secret]",
                "undefined[e.data.secret] = 1",
                "new Array(-1)[e.data.secret]",
                "(() => { const x = new Error(); x.name = e.data.secret; throw x })()",
                "(() => { throw { name: e.data.secret } })()",
                "(() => { throw e.data.secret })()",
                "Object.defineProperty(e.data, e.data.secret, { get: 1 })",
                "Object.defineProperty(Object.freeze({}), e.data.secret, { value: 1 })",
                "'use strict', Object.freeze(e)[e.data.secret] = 1",
                "new RegExp('(' + e.data.secret)",
                "e.data.secret.repeat(-1)",
                "'x'.normalize(e.data.secret)",
                "BigInt(e.data.secret)",
                "Symbol(e.data.secret) + 1",
                "decodeURIComponent('%' + e.data.secret)",
                "e.data.secret in e.data.secret",
                "e instanceof e.data.secret",
                "(1).toString(e.data.secret)")) {
            var run = FoldRunner.of(
                    "export const evolve = (s, e) => { const made = (" + failing + "); return { n: 1 } }; export const initialState = {}");
            run.then("X {\"secret\":\"hush Berger-7\"}");

            assertThat(String.join("", run.problems())).as(failing).doesNotContain("hush").doesNotContain("Berger");
        }
    }

    @Test
    void a_misspelt_method_is_told_by_its_name() {
        var run = FoldRunner.of("export const evolve = (s, e) => { return { n: e.data.secret.trimm() } }; export const initialState = {}");
        run.then("X {\"secret\":\"hush Berger\"}");

        assertThat(run.problems()).containsExactly("TypeError: Cannot find function trimm. (line 1 of the fold)");
    }
}
