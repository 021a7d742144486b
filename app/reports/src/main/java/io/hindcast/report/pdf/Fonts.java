package io.hindcast.report.pdf;

import io.hindcast.engine.state.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The fonts of a document, embedded with the glyphs that are used: Roboto for words, JetBrains Mono for ids and payloads.
/// A character that one lacks is taken from the other; one that both lack is spelt out as `‹U+4E2D›`, and remembered.
final class Fonts {
    private static final String FOLDER = "/com/formdev/flatlaf/fonts/";

    private final Map<Face, Loaded> faces = new HashMap<>();
    private final PDDocument document;
    private boolean spelledOut;

    enum Face {
        REGULAR("roboto/Roboto-Regular.ttf"),
        BOLD("roboto/Roboto-Bold.ttf"),
        ITALIC("roboto/Roboto-Italic.ttf"),
        MONO("jetbrains_mono/JetBrainsMono-Regular.ttf");

        private final String file;

        Face(String file) {
            this.file = file;
        }
    }

    /// A font with the widths that were measured.
    private record Loaded(PDType0Font font, TrueTypeFont outlines, Map<Integer, Float> widths) {
        boolean has(int codePoint) throws IOException {
            return outlines.getUnicodeCmapLookup().getGlyphId(codePoint) > 0;
        }

        float width(int codePoint) throws IOException {
            Float known = widths.get(codePoint);
            if (known == null) {
                known = font.getStringWidth(Character.toString(codePoint)) / 1000;
                widths.put(codePoint, known);
            }
            return known;
        }
    }

    /// A piece of text in one font.
    record Run(PDType0Font font, String text, float width) {}

    Fonts(PDDocument document) {
        this.document = document;
    }

    /// Whether a character was spelt out, which a report says.
    boolean hasSpelledOut() {
        return spelledOut;
    }

    /// The text in pieces that fonts have, control characters spelt out.
    ///
    /// @param size in points; the widths are those at this size
    List<Run> runs(Face face, float size, String text) throws IOException {
        var runs = new ArrayList<Run>();
        var piece = new StringBuilder();
        Face in = face;
        float width = 0;
        for (int codePoint : legible(face, text).codePoints().toArray()) {
            Face here = faceOf(face, codePoint).orElse(face);
            if (here != in) {
                add(runs, in, piece, width * size);
                in = here;
                width = 0;
            }
            piece.appendCodePoint(codePoint);
            width += loaded(here).width(codePoint);
        }
        add(runs, in, piece, width * size);
        return runs;
    }

    private void add(List<Run> runs, Face face, StringBuilder piece, float width) throws IOException {
        if (!piece.isEmpty()) {
            runs.add(new Run(loaded(face).font(), piece.toString(), width));
            piece.setLength(0);
        }
    }

    /// Of a character that [#legible] let through.
    float width(Face face, float size, int codePoint) throws IOException {
        return loaded(faceOf(face, codePoint).orElse(face)).width(codePoint) * size;
    }

    float width(Face face, float size, String text) throws IOException {
        float width = 0;
        for (Run run : runs(face, size, text)) {
            width += run.width();
        }
        return width;
    }

    /// The text with everything spelt out that no font has.
    String legible(Face face, String text) throws IOException {
        var legible = new StringBuilder();
        for (int codePoint : Printable.escaped(text).codePoints().toArray()) {
            if (faceOf(face, codePoint).isPresent()) {
                legible.appendCodePoint(codePoint);
            } else {
                spelledOut = true;
                legible.append("\u2039U+%04X\u203a".formatted(codePoint));
            }
        }
        return legible.toString();
    }

    private Optional<Face> faceOf(Face wanted, int codePoint) throws IOException {
        if (loaded(wanted).has(codePoint)) {
            return Optional.of(wanted);
        }
        Face other = wanted == Face.MONO ? Face.REGULAR : Face.MONO;
        return loaded(other).has(codePoint) ? Optional.of(other) : Optional.empty();
    }

    private Loaded loaded(Face face) throws IOException {
        Loaded known = faces.get(face);
        if (known == null) {
            known = load(face);
            faces.put(face, known);
        }
        return known;
    }

    private Loaded load(Face face) throws IOException {
        try (InputStream file = Fonts.class.getResourceAsStream(FOLDER + face.file)) {
            if (file == null) {
                throw new IOException("the font " + face.file + " is not installed");
            }
            TrueTypeFont outlines = new TTFParser().parse(new RandomAccessReadBuffer(file));
            return new Loaded(PDType0Font.load(document, outlines, true), outlines, new HashMap<>());
        }
    }
}
