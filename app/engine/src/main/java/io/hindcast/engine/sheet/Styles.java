package io.hindcast.engine.sheet;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How cells look: the few formats of every workbook, and their numbers.
final class Styles {
    static final int PLAIN = 0;
    static final int TITLE = 1;
    static final int TEXT = 2;

    /// Text that would be a formula if somebody typed it, marked so that it stays text when it is edited.
    static final int QUOTED = 3;

    static final int DATE = 4;
    static final int TIME = 5;
    static final int ROUNDED = 6;

    /// Text that is wrapped.
    static final int PROSE = 7;

    static final int QUOTED_PROSE = 8;
    private static final int FIRST_NUMBER = 9;
    private static final int MOST_PLACES = 15;

    /// The same formats of numbers again, at the left.
    private static final int FIRST_LEFT = FIRST_NUMBER + MOST_PLACES + 1;
    private static final int FIRST_FORMAT = 166;

    private Styles() {}

    /// A number with so many digits behind the point.
    static int number(int places) {
        return places < 0 || places > MOST_PLACES ? PLAIN : FIRST_NUMBER + places;
    }

    /// The same among text: at the left.
    static int numberAtLeft(int places) {
        return places < 0 || places > MOST_PLACES ? PLAIN : FIRST_LEFT + places;
    }

    /// `xl/styles.xml`.
    static String part() {
        return """
                <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
                <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">\
                <numFmts count="%d"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
                <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/>%s</numFmts>\
                <fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>\
                <font><b/><sz val="11"/><name val="Calibri"/></font>\
                <font><i/><sz val="11"/><color rgb="FF666666"/><name val="Calibri"/></font></fonts>\
                <fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>\
                <fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill></fills>\
                <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
                <cellStyleXfs count="1"><xf/></cellStyleXfs>\
                <cellXfs count="%d">%s%s%s</cellXfs>\
                <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
                </styleSheet>
                """.formatted(MOST_PLACES + 3, numberFormats(), FIRST_LEFT + MOST_PLACES + 1, fixed(), numbers(""), numbers("left"));
    }

    private static String fixed() {
        return """
                <xf/><xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/>\
                <xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" applyNumberFormat="1" quotePrefix="1"/>\
                <xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/>\
                <xf fontId="2" applyFont="1"/>\
                <xf numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>\
                <xf numFmtId="49" applyNumberFormat="1" quotePrefix="1" applyAlignment="1">\
                <alignment vertical="top" wrapText="1"/></xf>""";
    }

    private static String numberFormats() {
        return places().mapToObj(places -> "<numFmt numFmtId=\"%d\" formatCode=\"0%s\"/>"
                        .formatted(FIRST_FORMAT + places, places == 0 ? "" : "." + "0".repeat(places)))
                .collect(Collectors.joining());
    }

    /// @param side "" for where numbers usually stand
    private static String numbers(String side) {
        String alignment = side.isEmpty() ? "" : "<alignment horizontal=\"%s\" vertical=\"top\"/>".formatted(side);
        return places().mapToObj(places -> "<xf numFmtId=\"%d\" applyNumberFormat=\"1\"%s>%s</xf>"
                        .formatted(FIRST_FORMAT + places, side.isEmpty() ? "" : " applyAlignment=\"1\"", alignment))
                .collect(Collectors.joining());
    }

    private static IntStream places() {
        return IntStream.rangeClosed(0, MOST_PLACES);
    }
}
