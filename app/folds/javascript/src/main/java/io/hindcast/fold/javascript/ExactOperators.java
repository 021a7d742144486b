package io.hindcast.fold.javascript;

import io.hindcast.engine.state.Num;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.mozilla.javascript.ast.AbstractObjectProperty;
import org.mozilla.javascript.ast.Assignment;
import org.mozilla.javascript.ast.AstNode;
import org.mozilla.javascript.ast.AstRoot;
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
    private static final Map<String, String> CONVERSIONS =
            Map.of("Number", "$num", "parseFloat", "$float", "String", "$str");

    private final String text;
    private final Extents extents;
    private final Edits edits;
    private final Assignments assignments;
    private final Map<String, Exact> constants = new LinkedHashMap<>();

    /// @param constants exact numbers by the name they have in the text
    record Rewritten(String text, Map<String, Exact> constants) {}

    private ExactOperators(String text) {
        this.text = text;
        this.extents = new Extents(text);
        this.edits = new Edits(text);
        this.assignments = new Assignments(extents, edits);
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
            case Assignment assignment -> assignments.rewrite(assignment);
            case PropertyGet _ -> {}
            case InfixExpression infix -> infix(infix);
            case UpdateExpression update -> assignments.rewrite(update);
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
        if (function == null || (isComparison(function) && staysAsItIs(infix))) {
            return;
        }
        Token operator = extents.between(infix.getLeft(), infix.getRight());
        edits.open(extents.start(infix), function + "(");
        edits.replace(operator.start(), operator.end(), ",");
        edits.close(extents.end(infix), ")");
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

    private void unary(UnaryExpression unary) {
        String function = unary.getOperator() == org.mozilla.javascript.Token.NEG
                ? "$neg("
                : unary.getOperator() == org.mozilla.javascript.Token.POS ? "$num(" : "";
        boolean whole = unary.getOperand() instanceof NumberLiteral number && exact(number.getValue()) == null;
        if (!function.isEmpty() && !whole) {
            int from = extents.start(unary);
            edits.replace(from, from + 1, function);
            edits.close(extents.end(unary), ")");
        }
    }

    private void call(FunctionCall call) {
        if (call.getTarget() instanceof Name name && CONVERSIONS.containsKey(name.getIdentifier())) {
            edits.replace(extents.start(name), extents.end(name), CONVERSIONS.getOrDefault(name.getIdentifier(), ""));
        }
        if (call.getTarget() instanceof PropertyGet get
                && DecimalMethods.NAMES.contains(get.getProperty().getIdentifier())
                && extents.firstFrom(extents.end(get.getTarget()), ".").start() < extents.start(get.getProperty())) {
            Token parenthesis = extents.firstFrom(extents.end(get), "(");
            edits.open(extents.start(call), "$call(");
            edits.replace(
                    extents.end(get.getTarget()),
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
            edits.replace(extents.start(literal), extents.end(literal), name);
        }
    }

    /// The literal as a number that is not a plain one, else null.
    private static @Nullable Num exact(String written) {
        String digits = written.replace("_", "");
        if (digits.endsWith("n") || (digits.length() > 1 && digits.charAt(0) == '0' && digits.charAt(1) != '.')) {
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
        int closing = extents.plainEnd(literal) - 1;
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
        Token dots = extents.firstFrom(brace, "...");
        // Of a keyword the tree knows a wrong end.
        Token behind = extents.firstFrom(object instanceof KeywordLiteral ? dots.end() : extents.end(object), ",", "}");
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
            edits.open(extents.start(part), "$str(");
            edits.close(extents.end(part), ")");
        }
    }
}
