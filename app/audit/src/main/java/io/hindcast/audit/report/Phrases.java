package io.hindcast.audit.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What connectors, layouts and folds say of a store, in the language of a report. They say it in English, and files for
/// machines keep that; a sentence is known again by its English text, which stands under a key in one language and under the
/// same key in the other. What nobody has translated, and what a plug-in says, stays as it is. Safe for many threads.
final class Phrases {
    private static final Pattern GAP = Pattern.compile("\\{(\\d)}");
    private static final int REMEMBERED = 10_000;

    private final List<Phrase> phrases;
    private final Map<String, String> known = new ConcurrentHashMap<>();

    /// @param gaps which of the values stands in each group
    /// @param letters how many of its own it has: the more, the better it fits
    private record Phrase(String begins, Pattern english, int letters, List<Integer> gaps, String other) {}

    private Phrases(List<Phrase> phrases) {
        this.phrases = phrases;
    }

    static Phrases in(Locale locale) {
        ResourceBundle english = bundle(Locale.ENGLISH);
        ResourceBundle other = bundle(locale);
        return new Phrases(
                other.getLocale().equals(english.getLocale())
                        ? List.of()
                        : english.keySet().stream()
                                .map(key -> phrase(english.getString(key), other.getString(key)))
                                .sorted(Comparator.comparingInt((Phrase one) -> -one.letters())
                                        .thenComparing(one -> one.english().pattern()))
                                .toList());
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "io.hindcast.audit.report.Phrases",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Phrase phrase(String english, String other) {
        var pattern = new StringBuilder();
        var gaps = new ArrayList<Integer>();
        Matcher gap = GAP.matcher(english);
        int from = 0;
        while (gap.find()) {
            pattern.append(Pattern.quote(english.substring(from, gap.start()))).append("(.+?)");
            gaps.add(Integer.parseInt(gap.group(1)));
            from = gap.end();
        }
        pattern.append(Pattern.quote(english.substring(from)));
        int first = english.indexOf('{');
        return new Phrase(
                first < 0 ? english : english.substring(0, first),
                Pattern.compile(pattern.toString(), Pattern.DOTALL),
                GAP.matcher(english).replaceAll("").length(),
                gaps,
                other);
    }

    /// The sentence in the language of the report, or itself.
    String said(String sentence) {
        if (phrases.isEmpty() || sentence.isBlank()) {
            return sentence;
        }
        String before = known.get(sentence);
        if (before != null) {
            return before;
        }
        String said = whole(sentence).or(() -> pieces(sentence)).or(() -> behindName(sentence)).orElse(sentence);
        if (known.size() < REMEMBERED) {
            known.put(sentence, said);
        }
        return said;
    }

    private Optional<String> whole(String sentence) {
        for (Phrase phrase : phrases) {
            if (sentence.startsWith(phrase.begins())) {
                Matcher matcher = phrase.english().matcher(sentence);
                if (matcher.matches()) {
                    return Optional.of(filled(phrase, matcher));
                }
            }
        }
        return Optional.empty();
    }

    /// What stands in the gaps may be a sentence itself.
    private String filled(Phrase phrase, Matcher matcher) {
        String[] values = new String[10];
        for (int i = 0; i < phrase.gaps().size(); i++) {
            values[phrase.gaps().get(i)] = said(matcher.group(i + 1));
        }
        return GAP.matcher(phrase.other())
                .replaceAll(gap -> Matcher.quoteReplacement(String.valueOf(values[Integer.parseInt(gap.group(1))])));
    }

    /// Several sentences, one behind the other.
    private Optional<String> pieces(String sentence) {
        String[] parts = sentence.split("; ", -1);
        if (parts.length < 2) {
            return Optional.empty();
        }
        var joined = new StringJoiner("; ");
        List.of(parts).forEach(part -> joined.add(said(part)));
        return Optional.of(joined.toString());
    }

    /// `north: file is opened for reading`, where several stores are one; `sagas: table SAGA`.
    private Optional<String> behindName(String sentence) {
        int colon = sentence.indexOf(": ");
        if (colon <= 0) {
            return Optional.empty();
        }
        String rest = sentence.substring(colon + 2);
        String said = said(rest);
        return said.equals(rest) ? Optional.empty() : Optional.of(said(sentence.substring(0, colon)) + ": " + said);
    }

    /// For tests: every key with its English text.
    static Map<String, String> english() {
        ResourceBundle english = bundle(Locale.ENGLISH);
        return english.keySet().stream().collect(Collectors.toMap(key -> key, english::getString));
    }
}
