package io.hindcast.report.pdf;

import java.awt.Color;

/// The colours of a printed report: dark enough for a copier, no meaning by colour alone.
final class Ink {
    static final Color TEXT = new Color(0x1C2430);
    static final Color QUIET = new Color(0x5B6675);
    static final Color LINE = new Color(0xC9CFD7);
    static final Color BAND = new Color(0xF2F4F7);
    static final Color ACCENT = new Color(0x245A9C);
    static final Color OUTSIDE = new Color(0xB4BCC7);
    static final Color CHANGED = new Color(0xFFF3CF);
    static final Color BAD = new Color(0xA51D2D);
    static final Color BAD_PAGE = new Color(0xFDECEE);

    private Ink() {}
}
