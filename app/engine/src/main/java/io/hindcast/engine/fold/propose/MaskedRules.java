package io.hindcast.engine.fold.propose;

import io.hindcast.engine.fold.rules.Diagnostics;
import io.hindcast.engine.fold.rules.Node;
import io.hindcast.engine.fold.rules.YamlText;
import io.hindcast.engine.mask.MaskLog;
import io.hindcast.engine.mask.MaskPlace;
import io.hindcast.engine.mask.MaskScope;
import io.hindcast.engine.mask.Masking;
import io.hindcast.engine.state.FieldPath;
import io.hindcast.engine.state.StateText;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Proposed rules as they may be shown: constants are values out of the store, comments name streams.
public final class MaskedRules {
    /// To the end of the line, because a name may hold anything.
    private static final Pattern EXAMPLES = Pattern.compile("(?m)^(#   .*?(?:once|times)), (?:at|such as) .*$");

    private final Masking masking;
    private final MaskLog log;
    private final List<Edit> edits = new ArrayList<>();

    private record Edit(Node.Place place, String label) {}

    private MaskedRules(Masking masking, MaskLog log) {
        this.masking = masking;
        this.log = log;
    }

    /// The rules of a proposal; with masks in them they are for reading, not for folding.
    public static String of(Proposal proposal, Masking masking, MaskLog log) {
        return masking.isNone() ? proposal.rules() : new MaskedRules(masking, log).over(proposal);
    }

    private String over(Proposal proposal) {
        for (Node document : YamlText.read(proposal.rules(), new Diagnostics())) {
            if (document instanceof Node.Mapping fold) {
                constants(fold);
            }
        }
        edits.sort(Comparator.comparingInt((Edit edit) -> edit.place.line()).thenComparingInt(edit -> edit.place.column()).reversed());
        List<String> lines = new ArrayList<>(List.of(proposal.rules().split("\n", -1)));
        for (Edit edit : edits) {
            int line = edit.place.line() - 1;
            lines.set(line, replaced(lines.get(line), edit));
        }
        String text = String.join("\n", lines);
        for (Proposal.Unexplained one : proposal.unexplained()) {
            text = text.replace(one.stream(), masking.header(MaskPlace.STREAM, one.stream(), log));
        }
        String shown = masking.text(masking.touchesHeader(MaskPlace.STREAM) ? withoutExamples(text) : text, log);
        return edits.isEmpty() ? shown : "# Masked: some constants are not shown, so this is not the fold that was tested.\n" + shown;
    }

    /// Comments without the events that they name, for whatever is in the names of streams.
    private static String withoutExamples(String text) {
        return EXAMPLES.matcher(text).replaceAll("$1");
    }

    private void constants(Node.Mapping fold) {
        String category = word(fold, "category");
        fold.entry("on").map(Node.Entry::value).filter(Node.Mapping.class::isInstance).ifPresent(on -> {
            for (Node.Entry type : ((Node.Mapping) on).entries()) {
                if (type.value() instanceof Node.Mapping words) {
                    words.entry("set").ifPresent(set -> constants(category, set.value()));
                }
            }
        });
    }

    private void constants(String category, Node set) {
        if (set instanceof Node.Mapping fields) {
            for (Node.Entry field : fields.entries()) {
                if (field.value() instanceof Node.Scalar(Node.Place place, String text, _) && !text.startsWith("/")) {
                    var constant = new Text(text);
                    StateValue shown =
                            masking.at(MaskScope.state(category), FieldPath.parse(field.name()), constant, log);
                    if (!shown.equals(constant) && shown instanceof Text(String label)) {
                        edits.add(new Edit(place, StateText.quoted(label)));
                    }
                }
            }
        }
    }

    private static String word(Node.Mapping fold, String key) {
        return fold.entry(key).map(Node.Entry::value).flatMap(MaskedRules::text).orElse("");
    }

    private static Optional<String> text(Node node) {
        return node instanceof Node.Scalar(_, String text, _) ? Optional.of(text) : Optional.empty();
    }

    private static String replaced(String line, Edit edit) {
        int start = edit.place.column() - 1;
        int end = start;
        if (start < line.length() && line.charAt(start) == '"') {
            for (end = start + 1; end < line.length() && line.charAt(end) != '"'; end++) {
                end += line.charAt(end) == '\\' ? 1 : 0;
            }
            end = Math.min(end + 1, line.length());
        } else {
            while (end < line.length() && line.charAt(end) != ',' && line.charAt(end) != ' ' && line.charAt(end) != '}') {
                end++;
            }
        }
        return line.substring(0, start) + edit.label + line.substring(end);
    }
}
