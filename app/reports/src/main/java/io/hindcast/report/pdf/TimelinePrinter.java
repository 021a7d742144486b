package io.hindcast.report.pdf;

import io.hindcast.audit.report.ReportTexts;
import io.hindcast.audit.report.Tick;
import io.hindcast.audit.report.TimelinePicture;
import io.hindcast.audit.report.TimelinePicture.Lane;
import io.hindcast.audit.report.TimelinePicture.Numbered;
import io.hindcast.engine.state.Num;
import io.hindcast.report.pdf.Fonts.Face;
import java.awt.Color;
import java.io.IOException;
import java.time.Instant;

/// Draws events over time: a lane a type, its bars as high as events fell into the stretch; numbered events on top.
final class TimelinePrinter {
    private static final float LABELS = 150;
    private static final float LANE = 24;
    private static final float NUMBERS = 30;
    private static final Style NUMBER = new Style(Face.BOLD, 7, Color.WHITE);

    private final Paper paper;
    private final ReportTexts texts;
    private final TimelinePicture picture;
    private final float left = Paper.LEFT + LABELS;
    private final float stretch = (Paper.WIDTH - LABELS) / TimelinePicture.STRETCHES;

    TimelinePrinter(Paper paper, ReportTexts texts, TimelinePicture picture) {
        this.paper = paper;
        this.texts = texts;
        this.picture = picture;
    }

    float height() {
        return numbersHeight() + picture.lanes().size() * LANE + 36;
    }

    private float numbersHeight() {
        return picture.numbered().isEmpty() ? 4 : NUMBERS;
    }

    void print() throws IOException {
        paper.need(height());
        paper.figure(texts.word("section.timeline"), this::draw);
    }

    private void draw() throws IOException {
        float height = height();
        float top = paper.y();
        float y = top - numbersHeight();
        for (Lane lane : picture.lanes()) {
            lane(lane, y);
            y -= LANE;
        }
        limits(top - numbersHeight(), y);
        for (Tick tick : picture.ticks(texts.zone())) {
            float x = left + (float) tick.share() * (Paper.RIGHT - left);
            paper.line(x, y + 2, x, y - 2, 0.5f, Ink.QUIET);
            paper.textInMiddle(Style.SMALL, Math.clamp(x, left + 16, Paper.RIGHT - 16), y - 11, tick.label());
        }
        paper.text(Style.SMALL, left, y - 23, texts.exact(picture.from()));
        paper.textToRight(Style.SMALL, Paper.RIGHT, y - 23, texts.exact(picture.to()));
        numbers(top, y);
        paper.moveTo(top - height);
    }

    private void lane(Lane lane, float y) throws IOException {
        paper.text(Style.CELL, Paper.LEFT, y - LANE + 6, texts.lane(lane, 26));
        String events = texts.grouped(Num.of(lane.events()));
        paper.textToRight(Style.SMALL, left - 8, y - LANE + 6, events);
        paper.line(left, y - LANE + 2, Paper.RIGHT, y - LANE + 2, 0.4f, Ink.LINE);
        int highest = lane.highest();
        for (int i = 0; i < lane.counts().size(); i++) {
            float x = left + i * stretch;
            float bottom = y - LANE + 2;
            float within = bar(lane.counts().get(i), highest, x, bottom, Ink.ACCENT);
            bar(lane.outside().get(i), highest, x, bottom + within, Ink.OUTSIDE);
        }
    }

    /// @return how high it is
    private float bar(int count, int highest, float x, float bottom, Color colour) throws IOException {
        if (count == 0) {
            return 0;
        }
        float high = Math.max(3, (LANE - 6) * count / highest);
        paper.box(x, bottom, Math.max(1, stretch * 0.85f), high, colour);
        return high;
    }

    /// Where the period of the report begins and ends.
    private void limits(float top, float bottom) throws IOException {
        for (Instant limit : picture.limits()) {
            float x = left + (float) picture.share(limit) * (Paper.RIGHT - left);
            for (float y = top; y > bottom; y -= 6) {
                paper.line(x, y, x, Math.max(bottom, y - 3.5f), 0.7f, Ink.TEXT);
            }
        }
    }

    private void numbers(float top, float bottom) throws IOException {
        float last = -100;
        int row = 0;
        for (Numbered mark : picture.numbered()) {
            float x = left + (mark.stretch() + 0.5f) * stretch;
            row = x - last < 13 ? row + 1 : 0;
            last = x;
            float middle = top - 8 - row % 2 * 13;
            paper.line(x, middle, x, bottom + 2, 0.5f, Ink.BAD);
            paper.disc(x, middle, 6, Ink.BAD);
            paper.textInMiddle(NUMBER, x, middle - 2.5f, Integer.toString(mark.number()));
        }
    }
}
