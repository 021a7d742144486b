package io.hindcast.fold.javascript;

import java.util.Arrays;
import java.util.List;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.ConditionalExpression;
import org.mozilla.javascript.ast.ElementGet;
import org.mozilla.javascript.ast.FunctionCall;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.NewExpression;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.UnaryExpression;
import org.mozilla.javascript.ast.UpdateExpression;

/// From where to where the nodes of a script lie in its text. The tree does not always know; the tokens tell the rest.
final class Extents {
    private final String text;
    private final List<Token> tokens;

    Extents(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
    }

    /// The operator between two operands.
    Token between(AstNode left, AstNode right) {
        int from = end(left);
        for (int i = indexFrom(from); i < tokens.size() && tokens.get(i).start() < start(right); i++) {
            Token token = tokens.get(i);
            if (!token.is(")") && !token.is("(")) {
                return token;
            }
        }
        throw new IllegalStateException("no operator at " + from);
    }

    /// The first token of one of several spellings that starts at a place or behind it; the last of all where there is none.
    Token firstFrom(int from, String... spellings) {
        for (int i = indexFrom(from); i < tokens.size(); i++) {
            if (Arrays.stream(spellings).anyMatch(tokens.get(i)::is)) {
                return tokens.get(i);
            }
        }
        return tokens.getLast();
    }

    /// The first token that starts at a place or behind it.
    private int indexFrom(int from) {
        int low = 0;
        int high = tokens.size() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (tokens.get(middle).start() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// Where a node begins; of an operator before its operand the tree knows the operand's place only.
    int start(AstNode node) {
        return switch (node) {
            case InfixExpression infix -> start(infix.getLeft());
            case UnaryExpression unary -> before(unary.getOperand()).start();
            case UpdateExpression update when update.isPrefix() -> before(update.getOperand()).start();
            case UpdateExpression update -> start(update.getOperand());
            case NewExpression _ -> node.getAbsolutePosition();
            case FunctionCall call -> start(call.getTarget());
            case ElementGet get -> start(get.getTarget());
            case ConditionalExpression choice -> start(choice.getTestExpression());
            default -> node.getAbsolutePosition();
        };
    }

    /// The token before a node.
    private Token before(AstNode node) {
        return tokens.get(Math.max(0, indexFrom(start(node)) - 1));
    }

    /// Behind a node; of `new X()` the tree knows the name only.
    int end(AstNode node) {
        return switch (node) {
            case PropertyGet _ -> plainEnd(node);
            case InfixExpression infix -> end(infix.getRight());
            case UnaryExpression unary -> end(unary.getOperand());
            case NewExpression created -> endOfNew(created);
            default -> plainEnd(node);
        };
    }

    private int endOfNew(NewExpression created) {
        int from = end(created.getTarget());
        int i = indexFrom(from);
        if (!tokens.get(i).is("(") || created.getInitializer() != null) {
            return Math.max(from, plainEnd(created));
        }
        int depth = 0;
        for (; i < tokens.size(); i++) {
            depth += tokens.get(i).is("(") ? 1 : tokens.get(i).is(")") ? -1 : 0;
            if (depth == 0) {
                break;
            }
        }
        return tokens.get(Math.min(i, tokens.size() - 1)).end();
    }

    /// Behind a node, by what the tree says.
    int plainEnd(AstNode node) {
        return Math.min(text.length(), node.getAbsolutePosition() + node.getLength());
    }
}
