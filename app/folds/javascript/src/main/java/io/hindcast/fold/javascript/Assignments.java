package io.hindcast.fold.javascript;

import java.util.Map;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.ElementGet;
import org.mozilla.javascript.ast.ExpressionStatement;
import org.mozilla.javascript.ast.ForLoop;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.UpdateExpression;

/// Rewrites what writes into fields and names: `s.total += 1` becomes `$addTo(s,"total",1)`, `count += 1` becomes
/// `count=$add(count,1)`.
final class Assignments {
    private static final Map<Integer, String> ASSIGNING = Map.of(
            org.mozilla.javascript.Token.ASSIGN_ADD, "$add",
            org.mozilla.javascript.Token.ASSIGN_SUB, "$sub",
            org.mozilla.javascript.Token.ASSIGN_MUL, "$mul",
            org.mozilla.javascript.Token.ASSIGN_DIV, "$div",
            org.mozilla.javascript.Token.ASSIGN_MOD, "$mod");

    private final Extents extents;
    private final Edits edits;

    Assignments(Extents extents, Edits edits) {
        this.extents = extents;
        this.edits = edits;
    }

    void rewrite(Assignment assignment) {
        AstNode target = assignment.getLeft();
        String function = ASSIGNING.get(assignment.getOperator());
        if (function == null) {
            if (assignment.getOperator() == org.mozilla.javascript.Token.ASSIGN
                    && target instanceof PropertyGet get
                    && get.getProperty().getIdentifier().equals("length")) {
                into("$length", get, extents.start(assignment.getRight()), assignment);
            }
            return;
        }
        switch (target) {
            case Name name -> {
                Token operator = extents.between(target, assignment.getRight());
                edits.replace(operator.start(), operator.end(), "=" + function + "(" + name.getIdentifier() + ",");
                edits.close(extents.end(assignment), ")");
            }
            case PropertyGet get -> into(function + "To", get, extents.start(assignment.getRight()), assignment);
            case ElementGet get -> into(function + "To", get, extents.start(assignment.getRight()), assignment);
            default -> {}
        }
    }

    /// `object.name += value` becomes `function(object,"name",value)`.
    private void into(String function, PropertyGet get, int valueStart, AstNode whole) {
        edits.open(extents.start(whole), function + "(");
        edits.replace(
                extents.end(get.getTarget()), valueStart, ",\"" + get.getProperty().getIdentifier() + "\",");
        edits.close(extents.end(whole), ")");
    }

    private void into(String function, ElementGet get, int valueStart, AstNode whole) {
        Token bracket = extents.firstFrom(extents.end(get.getTarget()), "[");
        Token closing = extents.firstFrom(extents.end(get.getElement()), "]");
        edits.open(extents.start(whole), function + "(");
        edits.replace(bracket.start(), bracket.end(), ",");
        edits.replace(closing.start(), valueStart, ",");
        edits.close(extents.end(whole), ")");
    }

    /// Counting up a field of the state; where the value is used as well, the engine's own operator stays.
    void rewrite(UpdateExpression update) {
        if (!isUnused(update)) {
            return;
        }
        String function = update.getOperator() == org.mozilla.javascript.Token.INC ? "$addTo" : "$subTo";
        int from = extents.start(update);
        switch (update.getOperand()) {
            case PropertyGet get -> {
                begin(from, extents.start(get), function);
                edits.replace(
                        extents.end(get.getTarget()),
                        extents.end(update),
                        ",\"" + get.getProperty().getIdentifier() + "\",1)");
            }
            case ElementGet get -> {
                Token bracket = extents.firstFrom(extents.end(get.getTarget()), "[");
                Token closing = extents.firstFrom(extents.end(get.getElement()), "]");
                begin(from, extents.start(get), function);
                edits.replace(bracket.start(), bracket.end(), ",");
                edits.replace(closing.start(), extents.end(update), ",1)");
            }
            default -> {}
        }
    }

    private void begin(int from, int operand, String function) {
        edits.open(from, function + "(");
        if (operand > from) {
            edits.blank(from, operand);
        }
    }

    private static boolean isUnused(AstNode node) {
        return switch (node.getParent()) {
            case ExpressionStatement _ -> true;
            case ForLoop loop -> loop.getIncrement().equals(node);
            case null, default -> false;
        };
    }
}
