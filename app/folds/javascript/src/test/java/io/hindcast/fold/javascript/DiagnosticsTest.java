package io.hindcast.fold.javascript;

import static org.assertj.core.api.Assertions.assertThat;

import io.hindcast.engine.fold.FoldLanguage;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosticsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "export const evolve = (s, e) => {;return s | 2 | missing",
                "class Account {};export const evolve = s => s | 1 | classes are not known",
                "export const evolve = async (s, e) => s | 1 | waits for nothing",
                "export const evolve = (s, e) => {;  const { a, ...rest } = s;  return rest };| 2 | ...rest",
                "import { helper } from './helper.js';export const evolve = (s, e) => helper(s) | 2 | helper",
                "export * from './other.js' | 1 | other files",
                "const x = 1 | 1 | there is no fold",
                "export const evolve = (s, e) => s;undefinedFunction() | 2 | undefinedFunction",
                "fromAll().when(7) | 1 | object of functions",
                "enum Status { A, B };export const evolve = (s: State, e) => s | 1 | enum"
            })
    void what_is_wrong_is_told_with_its_line(String text, int line, String part) {
        assertThat(FoldRunner.errors("bad.js", text.replace(";", "\n"))).anySatisfy(error -> {
            assertThat(error.message()).contains(part);
            assertThat(error.line()).isEqualTo(line);
            assertThat(error.column()).isPositive();
        });
    }

    @Test
    void an_import_for_its_types_is_no_concern() {
        assertThat(FoldRunner.of(
                        "import type { Event } from './types';\nimport { State } from './state';\nexport const evolve = (s: State, e: Event): State => ({ n: 1 })")
                .then("X")
                .state())
                .isEqualTo("{\"n\":1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export function evolve<T extends object>(s: T | undefined, e: any): T { return { r: 1 } as unknown as T }",
                "export const evolve = <S,>(s: S, { data, type }: { data: any; type: string }): any => ({ r: 1 })",
                "const m: Map<string, Array<number>> = new Map<string, Array<number>>(); export const evolve = (s: any = {}, e?: any) => ({ r: 1 })",
                "type F = (a: number) => void; type G<T> = { [K in keyof T]: T[K] }; export const evolve = (s, e) => ({ r: 1 } satisfies any)",
                "const f = (a: number): a is 3 => true; export const evolve = (s, e) => (f(3) ? { r: (1) } : { r: 2 })",
                "export const evolve = (s, e) => { const x = { m(a: number): number { return a }, n: 1 as const }; return { r: x!.m(1)! } }",
                "export const evolve = (s, e) => { let r: 1 | 2 = 1; const a = 1 < 2, b = 3 > (2); return a && b ? { r } : {} }",
                "const keys = ['r'] as const; type K = (typeof keys)[number]; export const evolve = (s: Record<K, number>, e) => ({ [keys[0] as K]: 1 })"
            })
    void types_are_taken_off(String text) {
        assertThat(FoldRunner.over(FoldRunner.compile("typed.ts", text)).then("X").state()).isEqualTo("{\"r\":1}");
    }

    @Test
    void it_is_found_as_a_service_and_by_file_names() {
        var language = ServiceLoader.load(FoldLanguage.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(one -> one.id().equals("javascript"))
                .findFirst()
                .orElseThrow();

        assertThat(language.understands("bank.js")).isTrue();
        assertThat(language.understands("folder/Bank.MJS")).isTrue();
        assertThat(language.understands("cart.ts")).isTrue();
        assertThat(language.understands("folds.yaml")).isFalse();
    }

    @Test
    void the_digest_follows_the_text() {
        String text = "export const evolve = (s, e) => s";

        assertThat(FoldRunner.compile(text).digest())
                .isEqualTo(FoldRunner.compile("other.js", text).digest())
                .isNotEqualTo(FoldRunner.compile(text + " ").digest());
    }
}
