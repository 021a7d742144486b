package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.Fold;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxTest {
    private static FoldRunner after(String statements) {
        return FoldRunner.of("export const initialState = { n: 0 }; export function evolve(s, e) { %s; return s }"
                        .formatted(statements))
                .then("X {\"text\":\"abc\",\"list\":[1,2]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "s.n = java.lang.System.getProperty('user.home')",
                "s.n = Packages.java.lang.Runtime.getRuntime()",
                "s.n = importClass(java.io.File)",
                "s.n = e.getClass().getName()",
                "s.n = e.data.getClass().forName('java.lang.Runtime')",
                "s.n = new JavaAdapter(java.lang.Runnable, {})",
                "s.n = this.constructor.constructor('return 7')()",
                "s.n = (function () {}).constructor('return 7')()",
                "s.n = (() => 1).constructor('return 7')()",
                "s.n = (function* () {}).constructor('yield 7')().next()",
                "s.n = Object.getPrototypeOf(function () {}).constructor('return 7')()",
                "s.n = Reflect.construct(Function, ['return 7'])()",
                "s.n = [].constructor.constructor('return 7')()",
                "s.n = Function('return 7')()",
                "s.n = new Function('return 7')()",
                "s.n = eval('7')",
                "s.n = (0, eval)('7')",
                "s.n = globalThis.eval('7')",
                "s.n = require('fs')",
                "s.n = load('file')",
                "s.n = readFile('/etc/passwd')",
                "s.n = new Script('7')",
                "s.n = new Continuation()",
                "s.n = setTimeout(() => 1, 1)",
                "s.n = fetch('http://localhost')",
                "s.n = Date.now()",
                "s.n = +new Date()",
                "s.n = Date()",
                "s.n = Reflect.construct(Date, []).getTime()",
                "s.n = new Date(2020, 1, 1).constructor.now()",
                "s.n = Math.random()",
                "s.n = new (Object.getPrototypeOf(new Date(0)).constructor)().getTime()"
            })
    void nothing_outside_can_be_reached(String statement) {
        var run = after(statement);

        assertThat(run.problems()).hasSize(1);
        assertThat(run.state()).isEqualTo("{\"n\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Object.prototype.leak = 1",
                "Array.prototype.leak = 1",
                "s.__proto__.leak = 1",
                "[].__proto__.push = 1",
                "e.data.constructor.prototype.leak = 1",
                "Object.defineProperty(Object.prototype, 'leak', { value: 1 })",
                "Object.assign(Array.prototype, { leak: 1 })",
                "Object.defineProperty(Array.prototype, 'push', { value: () => 7 })",
                "Object.defineProperties(Math, { leak: { value: 1 } })",
                "Reflect.defineProperty(Object.prototype, 'leak', { value: 1 })",
                "Object.prototype.__defineGetter__('leak', () => 1)",
                "Reflect.set(Object.prototype, 'leak', 1)",
                "Reflect.setPrototypeOf(Array.prototype, { leak: 1 })",
                "Array.prototype.__proto__ = { leak: 1 }",
                "Object.defineProperty(evolve, 'leak', { value: 1 })",
                "Object.setPrototypeOf(Object.prototype, { leak: 1 })",
                "globalThis.leak = 1",
                "leak = 1",
                "Math.leak = 1",
                "evolve.leak = 1",
                "String.prototype.trim = () => 1",
                "JSON.stringify = () => 1",
                "delete Array.prototype.map",
                "e.data.list.map.leak = 1"
            })
    void an_event_leaves_nothing_behind_for_the_next(String statement) {
        var run = FoldRunner.of(
                        """
                        export const initialState = { n: 0 };
                        export function evolve(s, e) {
                            if (e.type === 'Bad') { %s; }
                            s.leaks = [({}).leak, [].leak, Math.leak, evolve.leak, typeof leak, ' a '.trim(), JSON.stringify([1]),
                                [2].map(x => x).length, [].map.leak, [].push.call([], 1)];
                            return s;
                        }
                        """
                                .formatted(statement))
                .then("Bad {\"list\":[1]}", "Good");

        assertThat(run.state())
                .isEqualTo("{\"n\":0,\"leaks\":[null,null,null,null,\"undefined\",\"a\",\"[1]\",1,null,1]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (;;) {}",
                "while (true) { s.n++ }",
                "try { for (;;) {} } catch (x) { s.n = 1 }",
                "try { for (;;) {} } finally { for (;;) {} }",
                "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.match(/^(a+)+$/)",
                "[1, 2, 3].forEach(function f() { [1, 2, 3].forEach(f) })",
                "const f = () => f(); f()",
                "function g() { return g() + 1 } g()"
            })
    void a_runaway_is_stopped(String statement) {
        var run = after(statement).then("Y");

        assertThat(run.problems()).isNotEmpty().allSatisfy(problem -> assertThat(problem)
                .containsAnyOf("was stopped", "too deeply", "Too deep"));
        assertThat(run.state()).isEqualTo("{\"n\":0}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "const a = []; for (;;) { a.push({ x: 'y' }) }",
                "const a = []; for (;;) { a.push(new Array(1000).fill(7)) }",
                "s.n = 'x'.repeat(1 << 30)",
                "s.n = 'x'.padStart(1 << 30)",
                "s.n = 'x'.padEnd(2e9, 'ab')",
                "s.n = new Array(1e9).fill(1)",
                "s.n = Array(1e9).join('x')",
                "s.n = Array.from({ length: 1e9 })",
                "s.n = Array.apply(null, { length: 1e9 })",
                "const a = []; a.length = 4e9; a.fill(1)",
                "const a = []; a[4294967290] = 1; a.map(x => 1)",
                "let t = 'x'; for (let i = 0; i < 40; i++) { t += t } s.n = t",
                "let t = 'x'; for (let i = 0; i < 40; i++) { t = `${t}${t}` } s.n = t",
                "let t = 'x'; for (let i = 0; i < 40; i++) { t = t.concat(t, t) } s.n = t",
                "let t = ['x']; for (let i = 0; i < 40; i++) { t = t.concat(t) } s.n = t",
                "let t = 'x'.repeat(1e6); s.n = t.replaceAll('x', t)",
                "let d = 9.9; for (let i = 0; i < 60; i++) { d = d * d } s.n = d",
                "const a = []; a.push(a); s.n = a"
            })
    void memory_is_bounded(String statement) {
        var run = after(statement);

        assertThat(run.problems()).hasSize(1);
        assertThat(run.state()).isEqualTo("{\"n\":0}");
    }

    @Test
    void a_virtual_thread_is_watched_as_well() throws InterruptedException {
        var problems = new CopyOnWriteArrayList<String>();
        Thread.ofVirtual()
                .start(() -> {
                    problems.addAll(after("for (let i = 0; i < 1e5; i++) { s.n = i }").problems());
                    problems.add("between");
                    problems.addAll(after("const a = []; for (;;) { a.push({ x: 'y' }) }").problems());
                })
                .join();

        assertThat(problems).hasSize(2).first().isEqualTo("between");
        // Whichever comes first: the limit on lists, or the watch on time and memory.
        assertThat(problems.getLast()).containsAnyOf("was stopped", "a list of more than 1,000,000 items");
    }

    @Test
    void what_a_script_keeps_outside_of_its_state_is_a_problem() {
        var run = FoldRunner.of("let counter = 0; const seen = {}; export function evolve(s, e) {"
                        + " if (e.type === 'A') counter++; if (e.type === 'B') seen.b = 1; return { n: counter } }")
                .then("A", "B", "C");

        assertThat(run.problems()).hasSize(2).allSatisfy(problem -> assertThat(problem).contains("outside of its state"));
        assertThat(run.state()).isEqualTo("{\"n\":0}");
    }

    @Test
    void many_threads_may_fold_at_once() throws InterruptedException {
        Fold fold = FoldRunner.compile(
                "export const initialState = { n: 0, list: [] }; export function evolve(s, e) { s.n += e.data.by; s.list.push(e.data.by); return s }");
        var states = new CopyOnWriteArrayList<String>();
        List<Thread> threads = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> Thread.ofPlatform().start(() -> {
                    var run = FoldRunner.over(fold);
                    for (int j = 0; j < 300; j++) {
                        run.then("Up {\"by\":0.1}");
                    }
                    states.add(run.problems() + run.state().substring(0, 12));
                }))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(states).hasSize(8).containsOnly("[]{\"n\":30.0,\"l");
    }

    @Test
    void a_file_that_hangs_while_it_is_read_is_refused() {
        assertThat(FoldRunner.errors("a.js", "for (;;) {}")).singleElement().satisfies(error -> assertThat(error.message())
                .contains("stopped"));
    }
}
