package io.hindcast.engine.mask;

import com.google.re2j.Matcher;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Patterns over one text. All of them look at the text as it was; where two meet, the first one's name stands for
/// both.
final class TextMasks {
    private TextMasks() {}

    private record Span(int start, int end, Disguise disguise) {}

    /// The text itself when nothing matches.
    static String over(String text, List<Disguise> disguises, MaskPlace place, MaskLog log) {
        List<Span> spans = spans(text, disguises);
        if (spans.isEmpty()) {
            return text;
        }
        var masked = new StringBuilder(text.length());
        int shown = 0;
        for (int i = 0; i < spans.size(); ) {
            Span first = spans.get(i);
            int end = first.end;
            int next = i + 1;
            for (; next < spans.size() && spans.get(next).start < end; next++) {
                end = Math.max(end, spans.get(next).end);
            }
            boolean alone = next == i + 1;
            masked.append(text, shown, first.start)
                    .append(alone ? first.disguise.over(text.substring(first.start, end)) : first.disguise.overUnread());
            log.add(first.disguise.rule().name(), place);
            shown = end;
            i = next;
        }
        return masked.append(text, shown, text.length()).toString();
    }

    /// The name of a stream. In a workspace the alias of the store stands before it, of which a pattern may know nothing.
    static String overStream(String stream, List<Disguise> disguises, MaskLog log) {
        String masked = over(stream, disguises, MaskPlace.STREAM, log);
        int alias = stream.indexOf(':') + 1;
        return masked.equals(stream) && alias > 0
                ? stream.substring(0, alias) + over(stream.substring(alias), disguises, MaskPlace.STREAM, log)
                : masked;
    }

    static boolean matchAny(String text, List<Disguise> disguises) {
        return disguises.stream().map(disguise -> disguise.matcher(text)).anyMatch(found -> found != null && found.find());
    }

    private static List<Span> spans(String text, List<Disguise> disguises) {
        var spans = new ArrayList<Span>();
        for (Disguise disguise : disguises) {
            Matcher matcher = disguise.matcher(text);
            while (matcher != null && matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    spans.add(new Span(matcher.start(), matcher.end(), disguise));
                }
            }
        }
        if (spans.size() > 1) {
            spans.sort(Comparator.comparingInt(Span::start).thenComparing(Comparator.comparingInt(Span::end).reversed()));
        }
        return spans;
    }
}
