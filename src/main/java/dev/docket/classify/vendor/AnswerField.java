package dev.docket.classify.vendor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A place in an answer, with its path for messages such as {@code outputs[0].data.concepts[2].value: a number from 0 to 1 is wanted}. */
final class AnswerField {
    private static final int LONGEST_ERROR = 200;

    private final String path;
    private final JsonNode node;

    AnswerField(JsonNode answer) {
        this("", answer);
    }

    private AnswerField(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    String path() {
        return path.isEmpty() ? "(answer)" : path;
    }

    boolean has(String name) {
        return node != null && node.isObject() && node.hasNonNull(name);
    }

    boolean isObject() {
        return node.isObject();
    }

    boolean isNumber() {
        return node.isNumber();
    }

    /** The field below this one. */
    AnswerField at(String name) throws VendorFormatException {
        if (!node.isObject()) {
            throw wrong("an object is wanted");
        }
        AnswerField below = new AnswerField(path.isEmpty() ? name : path + "." + name, node.get(name));
        if (!has(name)) {
            throw below.wrong("is missing");
        }
        return below;
    }

    /** The elements of a list. */
    List<AnswerField> each() throws VendorFormatException {
        if (!node.isArray()) {
            throw wrong("a list is wanted");
        }
        List<AnswerField> elements = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            elements.add(new AnswerField(path + "[" + i + "]", node.get(i)));
        }
        return elements;
    }

    /** The one element of a list that has one for each image. */
    AnswerField only() throws VendorFormatException {
        List<AnswerField> elements = each();
        if (elements.size() != 1) {
            throw wrong("holds " + elements.size() + " answers; one answer is for one image");
        }
        return elements.getFirst();
    }

    /** The fields of an object, in its order. */
    List<String> names() throws VendorFormatException {
        if (!node.isObject()) {
            throw wrong("an object is wanted");
        }
        for (String name : node.propertyNames()) {
            if (name.isBlank() || name.codePoints().anyMatch(AnswerField::invisible)) {
                throw wrong("a field's name holds characters that cannot be seen");
            }
        }
        return List.copyOf(node.propertyNames());
    }

    /** Text of 1..max characters on one line. */
    String text(int max) throws VendorFormatException {
        if (!node.isString() && !node.isIntegralNumber()) {
            throw wrong("a text is wanted");
        }
        String text = node.asString().strip();
        if (text.isEmpty() || text.length() > max || text.codePoints().anyMatch(AnswerField::invisible)) {
            throw wrong("1 to " + max + " plain characters are wanted");
        }
        return text;
    }

    Optional<String> text(String name, int max) throws VendorFormatException {
        return has(name) ? Optional.of(at(name).text(max)) : Optional.empty();
    }

    /** A number in 0..most. */
    double number(double most) throws VendorFormatException {
        double value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= 0 && value <= most)) {
            throw wrong("a number from 0 to " + (most == Math.rint(most) ? Long.toString((long) most) : Double.toString(most)) + " is wanted");
        }
        return value;
    }

    VendorFormatException wrong(String what) {
        return new VendorFormatException(path() + ": " + what);
    }

    /** What the service itself says went wrong. */
    VendorFormatException refused(String said) {
        String plain = said.codePoints().filter(c -> !invisible(c)).limit(LONGEST_ERROR)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().strip();
        return wrong("the service answered with an error: " + plain);
    }

    /** The text of a field, for {@link #refused}; empty when there is none. */
    String said(String name) {
        return has(name) && node.get(name).isValueNode() ? node.get(name).asString() : "";
    }

    private static boolean invisible(int c) {
        int type = Character.getType(c);
        return Character.isISOControl(c) || type == Character.FORMAT || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }
}
