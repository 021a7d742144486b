package io.hindcast.audit.report;

import io.hindcast.audit.report.TimelinePicture.Lane;
import io.hindcast.audit.report.TimelinePicture.Numbered;
import io.hindcast.engine.state.Num;
import java.time.Instant;
import java.util.List;

/// A timeline as a drawing inside of HTML.
final class TimelineSvg {
    private static final int LABELS = 170;
    private static final int WIDTH = 900;
    private static final int LANE = 26;
    private static final int TOP = 30;

    private final TimelinePicture picture;
    private final ReportTexts texts;
    private final StringBuilder svg = new StringBuilder();

    TimelineSvg(TimelinePicture picture, ReportTexts texts) {
        this.picture = picture;
        this.texts = texts;
    }

    String draw() {
        int height = TOP + picture.lanes().size() * LANE + 38;
        svg.append("<svg class=\"timeline\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">\n"
                .formatted(WIDTH, height, HtmlText.of(texts.word("section.timeline"))));
        List<Lane> lanes = picture.lanes();
        for (int i = 0; i < lanes.size(); i++) {
            lane(lanes.get(i), TOP + i * LANE);
        }
        int bottom = TOP + lanes.size() * LANE;
        for (Tick tick : picture.ticks(texts.zone())) {
            int x = LABELS + (int) (tick.share() * (WIDTH - LABELS));
            svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"axis\"/>\n".formatted(x, bottom - 2, x, bottom + 4));
            text(Math.clamp(x, LABELS + 26, WIDTH - 26), bottom + 15, "middle", tick.label());
        }
        for (Instant limit : picture.limits()) {
            int x = LABELS + (int) (picture.share(limit) * (WIDTH - LABELS));
            svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"limit\"/>\n".formatted(x, TOP - 4, x, bottom));
        }
        text(LABELS, bottom + 30, "start", texts.exact(picture.from()));
        text(WIDTH, bottom + 30, "end", texts.exact(picture.to()));
        int lastX = -100;
        int row = 0;
        for (Numbered mark : picture.numbered()) {
            int x = x(mark.stretch()) + stretch() / 2;
            row = x - lastX < 16 ? row + 1 : 0;
            lastX = x;
            number(mark, x, row % 2 == 0 ? 10 : 22, bottom);
        }
        return svg.append("</svg>\n").toString();
    }

    private static int stretch() {
        return Math.max(1, (WIDTH - LABELS) / TimelinePicture.STRETCHES);
    }

    private static int x(int stretch) {
        return LABELS + stretch * (WIDTH - LABELS) / TimelinePicture.STRETCHES;
    }

    private void lane(Lane lane, int y) {
        text(0, y + LANE - 8, "start", texts.lane(lane, 22) + " (" + texts.grouped(Num.of(lane.events())) + ")");
        svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"axis\"/>\n"
                .formatted(LABELS, y + LANE - 2, WIDTH, y + LANE - 2));
        int highest = lane.highest();
        for (int i = 0; i < lane.counts().size(); i++) {
            int bottom = y + LANE - 2;
            int within = bar("", lane.counts().get(i), highest, x(i), bottom);
            bar(" class=\"outside\"", lane.outside().get(i), highest, x(i), bottom - within);
        }
    }

    /// @return how tall it is
    private int bar(String style, int count, int highest, int x, int bottom) {
        if (count == 0) {
            return 0;
        }
        int tall = (int) Math.max(3, (long) count * (LANE - 6) / highest);
        svg.append("<rect%s x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\"/>\n"
                .formatted(style, x, bottom - tall, stretch(), tall));
        return tall;
    }

    private void number(Numbered mark, int x, int y, int bottom) {
        svg.append("<line x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\" class=\"mark\"/>\n".formatted(x, y, x, bottom));
        svg.append("<circle cx=\"%d\" cy=\"%d\" r=\"8\" class=\"mark\"/>\n".formatted(x, y));
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" class=\"number\">%d</text>\n"
                .formatted(x, y + 4, mark.number()));
    }

    private void text(int x, int y, String anchor, String text) {
        svg.append("<text x=\"%d\" y=\"%d\" text-anchor=\"%s\">%s</text>\n"
                .formatted(x, y, anchor, HtmlText.of(text)));
    }
}
