package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Num;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.ast.AbstractObjectProperty;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
import org.mozilla.javascript.ast.ConditionalExpression;
import org.mozilla.javascript.ast.ElementGet;
import org.mozilla.javascript.ast.ExpressionStatement;
import org.mozilla.javascript.ast.ForLoop;
import org.mozilla.javascript.ast.FunctionCall;
import org.mozilla.javascript.ast.InfixExpression;
import org.mozilla.javascript.ast.KeywordLiteral;
import org.mozilla.javascript.ast.Name;
import org.mozilla.javascript.ast.NewExpression;
import org.mozilla.javascript.ast.NumberLiteral;
import org.mozilla.javascript.ast.ObjectLiteral;
import org.mozilla.javascript.ast.ObjectProperty;
import org.mozilla.javascript.ast.PropertyGet;
import org.mozilla.javascript.ast.SpreadObjectProperty;
import org.mozilla.javascript.ast.StringLiteral;
import org.mozilla.javascript.ast.TaggedTemplateLiteral;
import org.mozilla.javascript.ast.TemplateLiteral;
import org.mozilla.javascript.ast.UnaryExpression;
import org.mozilla.javascript.ast.UpdateExpression;

/// Rewrites the operators of a script into calls of [Operators], so that decimals are reckoned with exactly:
/// `s.total += e.data.amount` becomes `$addTo(s,"total",e.data.amount)`. Decimal literals become exact constants.
/// Lines stay where they are.
final class ExactOperators {
    private static final Map<Integer, String> INFIX = Map.ofEntries(
            Map.entry(org.mozilla.javascript.Token.ADD, "$add"),
            Map.entry(org.mozilla.javascript.Token.SUB, "$sub"),
            Map.entry(org.mozilla.javascript.Token.MUL, "$mul"),
            Map.entry(org.mozilla.javascript.Token.DIV, "$div"),
            Map.entry(org.mozilla.javascript.Token.MOD, "$mod"),
            Map.entry(org.mozilla.javascript.Token.LT, "$lt"),
            Map.entry(org.mozilla.javascript.Token.LE, "$le"),
            Map.entry(org.mozilla.javascript.Token.GT, "$gt"),
            Map.entry(org.mozilla.javascript.Token.GE, "$ge"),
            Map.entry(org.mozilla.javascript.Token.EQ, "$eq"),
            Map.entry(org.mozilla.javascript.Token.NE, "$ne"),
            Map.entry(org.mozilla.javascript.Token.SHEQ, "$same"),
            Map.entry(org.mozilla.javascript.Token.SHNE, "$differs"));
    private static final Map<Integer, String> ASSIGNING = Map.of(
            org.mozilla.javascript.Token.ASSIGN_ADD, "$add",
            org.mozilla.javascript.Token.ASSIGN_SUB, "$sub",
            org.mozilla.javascript.Token.ASSIGN_MUL, "$mul",
            org.mozilla.javascript.Token.ASSIGN_DIV, "$div",
            org.mozilla.javascript.Token.ASSIGN_MOD, "$mod");
    private static final Map<String, String> CONVERSIONS =
            Map.of("Number", "$num", "parseFloat", "$float", "String", "$str");

    private final String text;
    private final List<Token> tokens;
    private final Edits edits;
    private final Map<String, Exact> constants = new LinkedHashMap<>();

    /// @param constants exact numbers by the name they have in the text
    record Rewritten(String text, Map<String, Exact> constants) {}

    private ExactOperators(String text) {
        this.text = text;
        this.tokens = Tokens.of(text);
        this.edits = new Edits(text);
    }

    static Rewritten rewrite(String text, AstRoot root) {
        var rewriting = new ExactOperators(text);
        root.visit(node -> {
            rewriting.visit(node);
            return true;
        });
        return new Rewritten(rewriting.edits.apply(), rewriting.constants);
    }

    private void visit(AstNode node) {
        switch (node) {
            case Assignment assignment -> assignment(assignment);
            case PropertyGet _ -> {}
            case InfixExpression infix -> infix(infix);
            case UpdateExpression update -> update(update);
            case UnaryExpression unary -> unary(unary);
            case NewExpression _ -> {}
            case FunctionCall call -> call(call);
            case NumberLiteral literal -> literal(literal);
            case TemplateLiteral template -> template(template);
            case ObjectLiteral object -> spread(object);
            default -> {}
        }
    }

    private void infix(InfixExpression infix) {
        String function = INFIX.get(infix.getOperator());
        if (function == null || isComparison(function) && staysAsItIs(infix)) {
            return;
        }
        Token operator = between(infix.getLeft(), infix.getRight());
        edits.open(start(infix), function + "(");
        edits.replace(operator.start(), operator.end(), ",");
        edits.close(end(infix), ")");
    }

    private static boolean isComparison(String function) {
        return !Set.of("$add", "$sub", "$mul", "$div", "$mod").contains(function);
    }

    /// Comparisons in which no number of many digits can take part, or with zero, where the sign is enough.
    private static boolean staysAsItIs(InfixExpression infix) {
        return isPlain(infix.getLeft()) || isPlain(infix.getRight());
    }

    private static boolean isPlain(AstNode node) {
        return switch (node) {
            case StringLiteral _, KeywordLiteral _ -> true;
            case Name name -> name.getIdentifier().equals("undefined");
            case UnaryExpression unary -> unary.getOperator() == org.mozilla.javascript.Token.TYPEOF;
            case NumberLiteral number -> number.getNumber() == 0;
            case PropertyGet get -> get.getProperty().getIdentifier().equals("length");
            default -> false;
        };
    }

    private void assignment(Assignment assignment) {
        AstNode target = assignment.getLeft();
        String function = ASSIGNING.get(assignment.getOperator());
        if (function == null) {
            if (assignment.getOperator() == org.mozilla.javascript.Token.ASSIGN
                    && target instanceof PropertyGet get
                    && get.getProperty().getIdentifier().equals("length")) {
                into("$length", get, start(assignment.getRight()), assignment);
            }
            return;
        }
        switch (target) {
            case Name name -> {
                Token operator = between(target, assignment.getRight());
                edits.replace(operator.start(), operator.end(), "=" + function + "(" + name.getIdentifier() + ",");
                edits.close(end(assignment), ")");
            }
            case PropertyGet get -> into(function + "To", get, start(assignment.getRight()), assignment);
            case ElementGet get -> into(function + "To", get, start(assignment.getRight()), assignment);
            default -> {}
        }
    }

    /// `object.name += value` becomes `function(object,"name",value)`.
    private void into(String function, PropertyGet get, int valueStart, AstNode whole) {
        edits.open(start(whole), function + "(");
        edits.replace(
                end(get.getTarget()), valueStart, ",\"" + get.getProperty().getIdentifier() + "\",");
        edits.close(end(whole), ")");
    }

    private void into(String function, ElementGet get, int valueStart, AstNode whole) {
        Token bracket = firstFrom(end(get.getTarget()), "[");
        Token closing = firstFrom(end(get.getElement()), "]");
        edits.open(start(whole), function + "(");
        edits.replace(bracket.start(), bracket.end(), ",");
        edits.replace(closing.start(), valueStart, ",");
        edits.close(end(whole), ")");
    }

    /// Counting up a field of the state; where the value is used as well, the engine's own operator stays.
    private void update(UpdateExpression update) {
        if (!isUnused(update)) {
            return;
        }
        String function = update.getOperator() == org.mozilla.javascript.Token.INC ? "$addTo" : "$subTo";
        int from = start(update);
        switch (update.getOperand()) {
            case PropertyGet get -> {
                begin(from, start(get), function);
                edits.replace(
                        end(get.getTarget()),
                        end(update),
                        ",\"" + get.getProperty().getIdentifier() + "\",1)");
            }
            case ElementGet get -> {
                Token bracket = firstFrom(end(get.getTarget()), "[");
                Token closing = firstFrom(end(get.getElement()), "]");
                begin(from, start(get), function);
                edits.replace(bracket.start(), bracket.end(), ",");
                edits.replace(closing.start(), end(update), ",1)");
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

    private void unary(UnaryExpression unary) {
        String function = unary.getOperator() == org.mozilla.javascript.Token.NEG
                ? "$neg("
                : unary.getOperator() == org.mozilla.javascript.Token.POS ? "$num(" : "";
        boolean whole = unary.getOperand() instanceof NumberLiteral number && exact(number.getValue()) == null;
        if (!function.isEmpty() && !whole) {
            int from = start(unary);
            edits.replace(from, from + 1, function);
            edits.close(end(unary), ")");
        }
    }

    private void call(FunctionCall call) {
        if (call.getTarget() instanceof Name name && CONVERSIONS.containsKey(name.getIdentifier())) {
            edits.replace(start(name), end(name), CONVERSIONS.getOrDefault(name.getIdentifier(), ""));
        }
        if (call.getTarget() instanceof PropertyGet get
                && DecimalMethods.NAMES.contains(get.getProperty().getIdentifier())
                && firstFrom(end(get.getTarget()), ".").start() < start(get.getProperty())) {
            Token parenthesis = firstFrom(end(get), "(");
            edits.open(start(call), "$call(");
            edits.replace(
                    end(get.getTarget()),
                    parenthesis.end(),
                    ",\"" + get.getProperty().getIdentifier() + (call.getArguments().isEmpty() ? "\"" : "\","));
        }
    }

    private void literal(NumberLiteral literal) {
        boolean isName = literal.getParent() instanceof ObjectProperty property && literal.equals(property.getKey());
        Num value = exact(literal.getValue());
        if (value != null && !isName) {
            String name = "$n" + constants.size();
            constants.put(name, new Exact(value));
            edits.replace(start(literal), end(literal), name);
        }
    }

    /// The literal as a number that is not a plain one, else null.
    private static @Nullable Num exact(String written) {
        String digits = written.replace("_", "");
        if (digits.endsWith("n") || digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.') {
            return null;
        }
        try {
            return Arithmetic.of(Num.parse(digits)) instanceof Exact exact ? exact.value() : null;
        } catch (NumberFormatException _) {
            return null;
        }
    }

    /// `{ ...object, name: value }` becomes `$spread(object,{ name: value })`.
    private void spread(ObjectLiteral literal) {
        List<AbstractObjectProperty> elements = literal.getElements();
        int brace = literal.getAbsolutePosition();
        int closing = plainEnd(literal) - 1;
        boolean spreads = !literal.isDestructuring()
                && !elements.isEmpty()
                && elements.getFirst() instanceof SpreadObjectProperty
                && elements.stream().noneMatch(ExactOperators::isComputedWhenRead)
                && text.charAt(brace) == '{'
                && text.charAt(closing) == '}';
        if (!spreads) {
            return;
        }
        AstNode object = ((SpreadObjectProperty) elements.getFirst()).getSpreadNode().getExpression();
        Token dots = firstFrom(brace, "...");
        // Of a keyword the tree knows a wrong end.
        Token behind = firstFrom(object instanceof KeywordLiteral ? dots.end() : end(object), ",", "}");
        edits.replace(brace, brace + 1, "$spread(");
        edits.blank(dots.start(), dots.end());
        if (behind.is(",")) {
            edits.replace(behind.start(), behind.end(), ",{");
            edits.replace(closing, closing + 1, "})");
        } else {
            edits.replace(closing, closing + 1, ",{})");
        }
    }

    private static boolean isComputedWhenRead(AbstractObjectProperty element) {
        return element instanceof ObjectProperty property && (property.isGetterMethod() || property.isSetterMethod());
    }

    private void template(TemplateLiteral template) {
        if (template.getParent() instanceof TaggedTemplateLiteral) {
            return;
        }
        for (AstNode part : template.getSubstitutions()) {
            edits.open(start(part), "$str(");
            edits.close(end(part), ")");
        }
    }

    private Token between(AstNode left, AstNode right) {
        int from = end(left);
        for (int i = indexFrom(from); i < tokens.size() && tokens.get(i).start() < start(right); i++) {
            Token token = tokens.get(i);
            if (!token.is(")") && !token.is("(")) {
                return token;
            }
        }
        throw new IllegalStateException("no operator at " + from);
    }

    private Token firstFrom(int from, String... spellings) {
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
    private int start(AstNode node) {
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
    private int end(AstNode node) {
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

    private int plainEnd(AstNode node) {
        return Math.min(text.length(), node.getAbsolutePosition() + node.getLength());
    }
}
