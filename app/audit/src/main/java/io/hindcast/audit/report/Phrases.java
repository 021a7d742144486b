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
import java.util.stream.Stream;

/// What connectors, layouts and folds say of a store, and why they refuse one, in the language of a person: on the pages of
/// reports and in the window. They say it in English, and files for machines keep that; a sentence is known again by its
/// English text, which stands under a key in one language and under the same key in the other. What nobody has translated, and
/// what a plug-in says, stays as it is. Safe for many threads.
public final class Phrases {
    /// What is said of a store that is open, and why something was refused.
    private static final List<String> BUNDLES = List.of("Phrases", "Refusals");

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

    /// @param locale of the person; a language without texts of its own gets the English ones
    public static Phrases in(Locale locale) {
        return new Phrases(BUNDLES.stream()
                .flatMap(name -> phrases(bundle(name, Locale.ENGLISH), bundle(name, locale)))
                .sorted(Comparator.comparingInt((Phrase one) -> -one.letters())
                        .thenComparing(one -> one.english().pattern()))
                .toList());
    }

    private static Stream<Phrase> phrases(ResourceBundle english, ResourceBundle other) {
        return other.getLocale().equals(english.getLocale())
                ? Stream.empty()
                : english.keySet().stream().map(key -> phrase(english.getString(key), other.getString(key)));
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(
                "io.hindcast.audit.report." + name,
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

    /// The sentence in the language of the person, or itself.
    public String said(String sentence) {
        if (phrases.isEmpty() || sentence.isBlank()) {
            return sentence;
        }
        String before = known.get(sentence);
        if (before != null) {
            return before;
        }
        String said = lines(sentence)
                .or(() -> whole(sentence))
                .or(() -> pieces(sentence))
                .or(() -> sentences(sentence))
                .or(() -> behindName(sentence))
                .orElse(sentence);
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

    /// Each line is a saying of its own.
    private Optional<String> lines(String sentence) {
        return sentence.indexOf('\n') < 0
                ? Optional.empty()
                : Optional.of(sentence.lines().map(this::said).collect(Collectors.joining("\n")));
    }

    /// Several sentences, one behind the other: the first that is known, and what follows.
    private Optional<String> sentences(String text) {
        for (int end = text.indexOf(". "); end > 0; end = text.indexOf(". ", end + 1)) {
            String first = text.substring(0, end + 1);
            Optional<String> known = whole(first).or(() -> behindName(first));
            if (known.isPresent()) {
                return Optional.of(known.get() + " " + said(text.substring(end + 2)));
            }
        }
        return Optional.empty();
    }

    /// Several parts of a sentence, one behind the other.
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
        return BUNDLES.stream()
                .map(name -> bundle(name, Locale.ENGLISH))
                .flatMap(english -> english.keySet().stream().map(key -> Map.entry(key, english.getString(key))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
