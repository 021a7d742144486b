package io.hindcast.bench.measure;

import java.util.List;

/// What a part of the run brings home.
public record Report(List<Section> sections, List<Verdict> verdicts) {
    public Report {
        sections = List.copyOf(sections);
        verdicts = List.copyOf(verdicts);
    }
}
