package io.hindcast.report.pdf;

import io.hindcast.report.pdf.Fonts.Face;
import java.awt.Color;

/// How text looks.
///
/// @param size in points
record Style(Face face, float size, Color colour) {
    static final Style BODY = new Style(Face.REGULAR, 9.5f, Ink.TEXT);
    static final Style QUIET = new Style(Face.REGULAR, 8.5f, Ink.QUIET);
    static final Style STRONG = new Style(Face.BOLD, 9.5f, Ink.TEXT);
    static final Style WARNING = new Style(Face.BOLD, 9.5f, Ink.BAD);
    static final Style MONO = new Style(Face.MONO, 8, Ink.TEXT);
    static final Style CELL = new Style(Face.REGULAR, 8, Ink.TEXT);
    static final Style MONO_CELL = new Style(Face.MONO, 7, Ink.TEXT);
    static final Style HEAD_CELL = new Style(Face.BOLD, 8, Ink.TEXT);
    static final Style CHAPTER = new Style(Face.BOLD, 15, Ink.ACCENT);
    static final Style HEADING = new Style(Face.BOLD, 10.5f, Ink.TEXT);
    static final Style TITLE = new Style(Face.BOLD, 26, Ink.TEXT);
    static final Style SUBJECT = new Style(Face.REGULAR, 14, Ink.QUIET);
    static final Style SMALL = new Style(Face.REGULAR, 7.5f, Ink.QUIET);
    static final Style TINY_MONO = new Style(Face.MONO, 6.5f, Ink.QUIET);

    float leading() {
        return size * 1.4f;
    }

    Style withSize(float other) {
        return new Style(face, other, colour);
    }

    Style withColour(Color other) {
        return new Style(face, size, other);
    }
}
