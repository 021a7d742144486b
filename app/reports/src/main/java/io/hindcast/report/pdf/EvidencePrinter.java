package io.hindcast.report.pdf;

import io.hindcast.audit.report.Column.Kind;
import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.report.StateEvidence;
import io.hindcast.audit.report.StateEvidence.Line;
import io.hindcast.engine.state.Num;
import io.hindcast.engine.state.StateValue;
import io.hindcast.report.pdf.Fonts.Face;
import java.awt.Color;
import java.io.IOException;
import java.util.List;

/// Prints a state before and after: changed lines stand on a band and carry a mark, so that a copy in grey still tells.
final class EvidencePrinter {
    private static final int MOST_LINES = 3;
    private static final float FIELD = 160;
    private static final float MARK = 12;
    private static final float VALUE = (Paper.WIDTH - FIELD - MARK) / 2;
    private static final Style NUMBER = new Style(Face.BOLD, 7.5f, Color.WHITE);

    private final Paper paper;
    private final ReportTexts texts;
    private final StateEvidence evidence;

    /// The widest part of a number from its decimal sign on, so that the signs stand under each other.
    private float fraction;

    EvidencePrinter(Paper paper, ReportTexts texts, StateEvidence evidence) {
        this.paper = paper;
        this.texts = texts;
        this.evidence = evidence;
    }

    /// How much room it needs not to be torn, as far as a page should be left empty for that.
    static float least(StateEvidence evidence) {
        return Math.min(60 + evidence.lines().size() * (Style.CELL.leading() + 3), 300);
    }

    void print() throws IOException {
        paper.need(least(evidence));
        paper.skip(8);
        caption();
        for (Line line : evidence.lines()) {
            fraction = Math.max(fraction, Math.max(fraction(line.before()), fraction(line.after())));
        }
        paper.piece(Tags.TABLE, () -> {
            paper.piece(Tags.ROW, this::head);
            List<Line> lines = evidence.lines();
            for (int i = 0; i < lines.size(); i++) {
                // the last two stay together: none is alone on a page
                line(lines.get(i), i == lines.size() - 2 ? height(lines.get(i + 1)) : 0);
            }
        });
        paper.skip(3);
        if (evidence.more() > 0) {
            paper.paragraph(
                    Style.QUIET,
                    Paper.LEFT,
                    Paper.RIGHT,
                    texts.sentence("evidence.more", List.of(Num.of(evidence.more()))));
        }
        paper.skip(5);
    }

    private void caption() throws IOException {
        float left = Paper.LEFT;
        if (evidence.number() > 0) {
            paper.disc(left + 7, paper.y() - 7, 7, Ink.BAD);
            paper.textInMiddle(NUMBER, left + 7, paper.y() - 9.5f, Integer.toString(evidence.number()));
            left += 20;
        }
        float beside = left;
        paper.piece(Tags.HEADING, () -> paper.paragraph(Style.STRONG, beside, Paper.RIGHT, evidence.title(texts)));
        paper.skip(3);
    }

    private void head() throws IOException {
        float height = Style.HEAD_CELL.leading() + 5;
        paper.box(Paper.LEFT, paper.y() - height, Paper.WIDTH, height, Ink.BAND);
        float baseline = paper.y() - height + 5;
        title(Paper.LEFT + MARK, baseline, "column.path");
        title(Paper.LEFT + MARK + FIELD, baseline, "column.before");
        title(Paper.LEFT + MARK + FIELD + VALUE, baseline, "column.after");
        paper.skip(height);
    }

    private void title(float x, float baseline, String key) throws IOException {
        paper.piece(Tags.TITLE, () -> paper.text(Style.HEAD_CELL, x, baseline, texts.word(key)));
    }

    private float height(Line line) throws IOException {
        int path = wrapped(Style.MONO_CELL, line.path(), FIELD).size();
        return Math.max(path, Math.max(value(line.before()).size(), value(line.after()).size())) * Style.CELL.leading() + 3;
    }

    /// @param below how much room is needed below it, on the same page
    private void line(Line line, float below) throws IOException {
        List<String> path = wrapped(Style.MONO_CELL, line.path(), FIELD);
        List<String> before = value(line.before());
        List<String> after = value(line.after());
        float height = height(line);
        if (paper.need(height + below)) {
            paper.furniture(this::head);
        }
        if (line.isChanged()) {
            paper.box(Paper.LEFT, paper.y() - height, Paper.WIDTH, height, Ink.CHANGED);
        }
        paper.piece(Tags.ROW, () -> {
            paper.piece(Tags.CELL, () -> {
                if (line.isChanged()) {
                    paper.text(Style.STRONG, Paper.LEFT + 2, paper.y() - Style.CELL.leading() + 1, "\u2022");
                }
                cell(Style.MONO_CELL, path, Paper.LEFT + MARK, FIELD, false);
            });
            paper.piece(
                    Tags.CELL,
                    () -> cell(Style.CELL, before, Paper.LEFT + MARK + FIELD, VALUE, isNumber(line.before())));
            paper.piece(
                    Tags.CELL,
                    () -> cell(Style.CELL, after, Paper.LEFT + MARK + FIELD + VALUE, VALUE, isNumber(line.after())));
        });
        paper.skip(height);
        paper.line(Paper.LEFT, paper.y(), Paper.RIGHT, paper.y(), 0.3f, Ink.LINE);
    }

    /// A number that is too wide is printed smaller, or goes on below where it could not be read any more.
    private List<String> value(StateValue value) throws IOException {
        String text = texts.cell(Kind.AMOUNT, value);
        boolean fits = isNumber(value) && width(text) * TablePrinter.SMALLEST <= VALUE - 10;
        return fits ? List.of(text) : wrapped(Style.CELL, text, VALUE);
    }

    private List<String> wrapped(Style style, String text, float width) throws IOException {
        return new Wrapping(paper.fonts(), style).lines(text, width - 10, MOST_LINES);
    }

    private float fraction(StateValue value) throws IOException {
        return isNumber(value) ? width(texts.fraction(texts.cell(Kind.AMOUNT, value))) : 0;
    }

    private float width(String text) throws IOException {
        return paper.fonts().width(Style.CELL.face(), Style.CELL.size(), text);
    }

    private static boolean isNumber(StateValue value) {
        return value instanceof Num;
    }

    private void cell(Style style, List<String> lines, float x, float width, boolean right) throws IOException {
        float baseline = paper.y() - Style.CELL.leading() + 1;
        for (String line : lines) {
            float wide = width(line);
            if (right && lines.size() == 1 && wide > width - 10) {
                paper.textToRight(style.withSize(style.size() * (width - 10) / wide), x + width - 10, baseline, line);
            } else if (right && lines.size() == 1) {
                float behind = fraction - width(texts.fraction(line));
                float room = width - 10 - width(line);
                paper.textToRight(style, x + width - 10 - Math.clamp(behind, 0, Math.max(0, room)), baseline, line);
            } else {
                paper.text(style, x, baseline, line);
            }
            baseline -= Style.CELL.leading();
        }
    }
}
