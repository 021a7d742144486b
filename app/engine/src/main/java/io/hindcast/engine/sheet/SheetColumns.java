package io.hindcast.engine.sheet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where the columns of a sheet stand: each where it was declared, a time with its date beside it; rounded numbers behind
/// all of them, in the order in which they were needed.
final class SheetColumns {
    private static final int WIDEST = 60;
    private static final int NARROWEST = 8;
    private static final int PROSE_WIDTH = 100;
    private static final int DATE_WIDTH = 23;
    private static final int NONE = -1;

    private final List<SheetColumn> declared;
    private final int[] places;
    private final int[] rounded;
    private final String roundedWord;
    private final List<String> titles = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    /// @param roundedWord stands behind the title of a column of rounded numbers
    SheetColumns(List<SheetColumn> declared, String roundedWord) {
        this.declared = List.copyOf(declared);
        this.roundedWord = roundedWord;
        this.places = new int[declared.size()];
        this.rounded = new int[declared.size()];
        Arrays.fill(rounded, NONE);
        for (int i = 0; i < places.length; i++) {
            SheetColumn column = declared.get(i);
            places[i] = add(column.title(), column.title().length() + 2);
            switch (column.kind()) {
                case TIME -> add(column.title() + " (UTC)", DATE_WIDTH);
                case PROSE -> widths.set(places[i], PROSE_WIDTH);
                case VALUE -> {}
            }
        }
    }

    private int add(String title, int width) {
        titles.add(title);
        widths.add(Math.clamp(width, NARROWEST, WIDEST));
        return titles.size() - 1;
    }

    /// How many columns rows have cells for.
    int declared() {
        return declared.size();
    }

    /// How many columns the sheet has by now.
    int size() {
        return titles.size();
    }

    boolean isTime(int column) {
        return declared.get(column).kind() == SheetColumn.Kind.TIME;
    }

    boolean isProse(int column) {
        return declared.get(column).kind() == SheetColumn.Kind.PROSE;
    }

    int place(int column) {
        return places[column];
    }

    /// Where rounded numbers of a column stand.
    int rounded(int column) {
        if (rounded[column] == NONE) {
            String title = declared.get(column).title() + " (" + roundedWord + ")";
            rounded[column] = add(title, title.length() + 2);
        }
        return rounded[column];
    }

    /// As wide as its widest cell, within limits; a column of sentences is wide from the start.
    void widen(int place, int characters) {
        if (characters + 2 > widths.get(place)) {
            widths.set(place, Math.min(characters + 2, WIDEST));
        }
    }

    String widths() {
        var xml = new StringBuilder("<cols>");
        for (int i = 0; i < widths.size(); i++) {
            xml.append("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>".formatted(i + 1, widths.get(i)));
        }
        return xml.append("</cols>").toString();
    }

    /// The first row.
    String titles() {
        var row = new RowText(1);
        for (int i = 0; i < titles.size(); i++) {
            row.text(i, titles.get(i), Styles.TITLE);
        }
        return "<row r=\"1\">" + row.text() + "</row>";
    }
}
