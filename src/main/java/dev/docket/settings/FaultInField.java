package dev.docket.settings;

/** Something inside a field of the settings file is not as it must be. */
final class FaultInField extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String part;

    /** @param part its name within the field */
    FaultInField(String part, String what) {
        super(what);
        this.part = part;
    }

    String part() {
        return part;
    }
}
