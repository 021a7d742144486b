package io.hindcast.engine.mask;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.hindcast.engine.state.Absent;
import io.hindcast.engine.state.CsvLine;
import io.hindcast.engine.state.Null;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.engine.state.Text;
import org.jspecify.annotations.Nullable;

/// A rule ready for use: what it puts in place of a value. Matching takes time in proportion to the text (RE2).
final class Disguise {
    static final String OPENING = "‹masked: ";

    private final MaskRule rule;
    private final @Nullable Pattern pattern;
    private final @Nullable MaskKey key;

    Disguise(MaskRule rule, @Nullable MaskKey key) {
        this.rule = rule;
        this.pattern = rule.pattern().map(Pattern::compile).orElse(null);
        this.key = rule.pseudonym() ? key : null;
    }

    private Disguise(MaskRule rule, @Nullable Pattern pattern, @Nullable MaskKey key) {
        this.rule = rule;
        this.pattern = pattern;
        this.key = key;
    }

    MaskRule rule() {
        return rule;
    }

    boolean keeps() {
        return rule.keep() > 0;
    }

    Disguise keepingNothing() {
        return new Disguise(rule.keepingNothing(), pattern, key);
    }

    boolean isPartial() {
        return pattern != null;
    }

    @Nullable Matcher matcher(String text) {
        return pattern == null ? null : pattern.matcher(text);
    }

    /// What stands in place of a whole value; nothing and null stay what they are.
    StateValue over(StateValue value) {
        return switch (value) {
            case Absent _, Null _ -> value;
            case Text(String text) -> new Text(over(text));
            default -> new Text(label(hash(value)));
        };
    }

    /// Whether a text is what this rule puts in place of another, and nothing besides: masking twice is masking once.
    boolean isOwn(String text) {
        String name = OPENING + rule.name();
        if (!text.startsWith(name)) {
            return false;
        }
        String rest = text.substring(name.length());
        int end = rest.indexOf('›');
        boolean hashed = end == 1 + MaskKey.DIGITS && rest.substring(0, end).matches(" [0-9a-f]+");
        return (end == 0 || hashed) && rest.codePointCount(end, rest.length()) <= 1 + rule.keep();
    }

    /// What stands in place of a text or a part of one.
    String over(String text) {
        return label(key == null ? "" : key.hash(rule.name(), text)) + kept(text);
    }

    /// In place of something that nobody can look into.
    String overUnread() {
        return label("");
    }

    private String label(String hash) {
        return OPENING + rule.name() + (hash.isEmpty() ? "" : " " + hash) + "›";
    }

    private String hash(StateValue value) {
        if (key == null) {
            return "";
        }
        // 1.50 and 1.5 are the same amount
        String text = value instanceof Num number
                ? number.value().stripTrailingZeros().toPlainString()
                : CsvLine.plain(value);
        return key.hash(rule.name(), text);
    }

    /// The last characters; none where more would stay than is hidden.
    private String kept(String text) {
        int length = text.codePointCount(0, text.length());
        return rule.keep() == 0 || length < 2 * rule.keep()
                ? ""
                : text.substring(text.offsetByCodePoints(text.length(), -rule.keep()));
    }
}
