package io.hindcast.audit.report;

import io.hindcast.engine.state.StateValue;
import java.util.List;

/// A piece of a section.
public sealed interface Block {
    /// A sentence of the texts, under `say.` and the key, with values put in.
    record Sentence(String key, List<StateValue> values) implements Block {
        public Sentence {
            values = List.copyOf(values);
        }
    }

    /// A sentence that the reader must not miss.
    record Warning(String key, List<StateValue> values) implements Block {
        public Warning {
            values = List.copyOf(values);
        }
    }

    /// Something said elsewhere, in the words it was said in: a reason, the conclusion of a person.
    record Quote(String text) implements Block {}

    /// Lines that are shown as they are, indented as they are: the rules of a fold.
    ///
    /// @param key of the heading
    record Verbatim(String key, List<String> lines) implements Block {
        public Verbatim {
            lines = List.copyOf(lines);
        }
    }

    /// Names and values.
    ///
    /// @param key their name in JSON
    /// @param isEvidence whether they follow from the store and the question alone, and so stand in JSON; what belongs to
    ///     the run (clocks, versions) does not
    record Facts(String key, boolean isEvidence, List<Fact> facts) implements Block {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /// Names and values in the words of whoever said them.
    ///
    /// @param key of the heading
    record Named(String key, List<Entry> entries) implements Block {
        public Named {
            entries = List.copyOf(entries);
        }

        /// @param isGood false for what came out as it should not
        public record Entry(String name, String value, boolean isGood) {}
    }

    /// What checks look for, and what to do about their findings.
    ///
    /// @param checks their identifiers
    record Checks(List<String> checks) implements Block {
        public Checks {
            checks = List.copyOf(checks);
        }
    }

    /// The words of the program, explained.
    record Glossary() implements Block {}

    /// A table; part of the evidence, and so written by CSV and JSON.
    record Listed(Table table) implements Block {}

    /// A state before and after an event.
    record Evidence(StateEvidence evidence) implements Block {}

    /// Events over time.
    record Drawing(TimelinePicture picture) implements Block {}

    /// What the preparer concludes, from the cover; room for writing where it says nothing.
    record Conclusion() implements Block {}

    /// What belongs to the run and not to its result: the tool, the files with their hashes, how to run it again.
    record Run() implements Block {}

    /// Room for the names, dates and signatures of preparer and reviewer.
    record SignOff() implements Block {}
}
