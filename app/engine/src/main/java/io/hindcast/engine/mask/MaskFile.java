package io.hindcast.engine.mask;

import io.hindcast.engine.fold.Spelling;
import io.hindcast.engine.fold.rules.Diagnostics;
import io.hindcast.engine.fold.rules.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads a file of rules: one mapping with `masks:`, a list of rules. Several sets in one text are several documents.
final class MaskFile {
    private static final int MOST_RULES = 1_000;

    private final Diagnostics diagnostics;

    MaskFile(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    List<MaskRule> rules(List<Node> documents) {
        if (documents.isEmpty() && !diagnostics.anyError()) {
            diagnostics.error(Node.Place.START, "there are no masks in this file", "masks:");
        }
        List<MaskRule> rules = List.of();
        for (Node document : documents) {
            var here = new ArrayList<MaskRule>();
            if (document instanceof Node.Mapping file) {
                file.entries().forEach(entry -> entry(entry, here));
            } else {
                diagnostics.error(document.place(), "`masks:` was expected, with a list of rules");
            }
            namedOnce(here);
            rules = once(rules, here);
        }
        return rules;
    }

    /// The rules of two sets. One that both have is one: a pattern that meets itself would hide more than it says.
    static List<MaskRule> once(List<MaskRule> rules, List<MaskRule> more) {
        var all = new ArrayList<>(rules);
        more.stream().filter(rule -> rules.stream().noneMatch(rule::isSameAs)).forEach(all::add);
        return all;
    }

    /// Two texts as the documents of one, which reads as [#once] of both.
    static String joined(String text, String more) {
        boolean directed = more.lines().anyMatch(line -> line.startsWith("%"));
        return text.stripTrailing() + "\n...\n" + (directed ? "" : "---\n") + more.replace("\uFEFF", "");
    }

    private void entry(Node.Entry entry, List<MaskRule> rules) {
        if (!entry.name().equals("masks")) {
            unknown(diagnostics, entry.key(), Set.of("masks"));
        } else if (!(entry.value() instanceof Node.Listing list)) {
            diagnostics.error(entry.value().place(), "a list of rules was expected", "- name: owner");
        } else if (list.items().isEmpty()) {
            diagnostics.error(list.place(), "there are no masks in this file", "- name: owner");
        } else if (list.items().size() > MOST_RULES) {
            diagnostics.error(list.place(), "more than 1,000 masks");
        } else {
            for (Node item : list.items()) {
                if (item instanceof Node.Mapping rule) {
                    new MaskReader(diagnostics, rule).read().ifPresent(rules::add);
                } else {
                    diagnostics.error(item.place(), "a rule was expected", "- name: owner");
                }
            }
        }
    }

    /// A name stands for one rule: what was masked is counted under it.
    private void namedOnce(List<MaskRule> rules) {
        var names = new HashSet<String>();
        for (MaskRule rule : rules) {
            if (!names.add(rule.name())) {
                diagnostics.error(new Node.Place(rule.line(), 1), "another mask is named `" + rule.name() + "` already");
            }
        }
    }

    static void unknown(Diagnostics diagnostics, Node.Scalar key, Set<String> known) {
        String hint = Spelling.nearest(key.text(), known)
                .map("did you mean `%s`?"::formatted)
                .orElseGet(() -> "possible here: "
                        + String.join(", ", known.stream().sorted().toList()));
        diagnostics.error(key.place(), "there is no `" + key.text() + "` here", hint);
    }
}
