package dev.docket.dsa;

/**
 * What is wrong with a statement of reasons.
 *
 * @param field the field's name; {@code (body)} for what lies in no field
 * @param message a sentence without the field
 */
public record Fault(String field, String message) {
    static final String BODY = "(body)";

    @Override
    public String toString() {
        return field + ": " + message;
    }
}
