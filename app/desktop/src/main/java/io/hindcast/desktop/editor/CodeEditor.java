package io.hindcast.desktop.editor;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.TraversalDirection;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/// A text that is written in a language: line numbers, coloured words, marks where something is wrong.
///
/// Caret, selection, undo, input methods and what assistive tools read are those of the platform's own text area; the
/// colours are painted over it, and only for the lines in sight. Tab indents; Shift+Tab and Escape leave the field.
public final class CodeEditor extends Region {
    private static final String INDENT = "  ";
    private final TextArea area = new TextArea();
    private final Paper paper;

    /// @param name for assistive tools
    public CodeEditor(String name) {
        getStyleClass().add("code-editor");
        area.setAccessibleText(name);
        area.setWrapText(false);
        paper = new Paper(area);
        getChildren().addAll(area, paper);
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    public StringProperty textProperty() {
        return area.textProperty();
    }

    /// Another text; undoing does not go back behind it.
    public void load(String text) {
        area.setText(text);
        area.positionCaret(0);
        area.setScrollTop(0);
        area.setScrollLeft(0);
    }

    public void colour(Colouring colouring) {
        paper.colour(colouring);
    }

    /// What is wrong, in any order.
    public void mark(List<Blemish> blemishes) {
        paper.mark(blemishes);
    }

    public List<Blemish> marks() {
        return paper.marks();
    }

    /// Puts the caret to a place and gives it the keys. Places behind the end of a line are its end.
    public void goTo(int line, int column) {
        String[] lines = area.getText().split("\n", -1);
        int at = 0;
        int wanted = Math.clamp(line, 1, lines.length);
        for (int i = 1; i < wanted; i++) {
            at += lines[i - 1].length() + 1;
        }
        area.requestFocus();
        area.positionCaret(at + Math.clamp(column - 1L, 0, lines[wanted - 1].length()));
    }

    /// Gives the keys to the text.
    public void takeKeys() {
        area.requestFocus();
    }

    /// The text control itself, for what belongs to it alone.
    TextArea area() {
        return area;
    }

    private void pressed(KeyEvent key) {
        boolean plain = !key.isShortcutDown() && !key.isAltDown();
        if (key.getCode() == KeyCode.TAB && plain && !key.isShiftDown() && area.isEditable()) {
            area.replaceSelection(INDENT);
            key.consume();
        } else if (key.getCode() == KeyCode.TAB && plain && key.isShiftDown()) {
            area.requestFocusTraversal(TraversalDirection.PREVIOUS);
            key.consume();
        } else if (key.getCode() == KeyCode.ENTER && plain && area.isEditable()) {
            area.replaceSelection("\n" + indentation());
            key.consume();
        }
    }

    /// As deep as the line before the caret, and deeper behind what opens something.
    private String indentation() {
        int caret = area.getSelection().getStart();
        String before = area.getText().substring(0, caret);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        String indent = line.substring(0, line.length() - line.stripLeading().length());
        boolean opens = line.endsWith(":") || line.endsWith("{") || line.endsWith("[") || line.endsWith("(");
        return opens ? indent + INDENT : indent;
    }

    @Override
    protected void layoutChildren() {
        double gutter = paper.gutterWidth();
        area.resizeRelocate(gutter, 0, Math.max(0, getWidth() - gutter), getHeight());
        paper.resizeRelocate(0, 0, getWidth(), getHeight());
    }

    @Override
    protected double computePrefHeight(double width) {
        return 240;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 360;
    }
}
