package dev.docket.decode;

/** A file that cannot be shown here. The message is fit for a person and says what to do. */
public final class UndecodableImageException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why, in the words of {@code inspect --json}. */
    public enum State {
        /** Not a picture, or of a kind that Docket does not know. */
        UNSUPPORTED,
        /** A picture of a known kind and an allowed size which nothing on this machine decodes: it is decided by its facts. */
        NO_DECODER,
        /** Over the budget of pixels or memory. */
        REFUSED,
        /** Cut off or broken. */
        DAMAGED
    }

    private final State state;

    public UndecodableImageException(State state, String message) {
        super(message);
        this.state = state;
    }

    public State state() {
        return state;
    }

    /** A file that stops before its picture does. */
    public static UndecodableImageException endsEarly() {
        return new UndecodableImageException(State.DAMAGED, "The file ends early: part of the picture is missing");
    }

    /** A file whose picture makes no sense to the decoder. */
    public static UndecodableImageException broken(ImageHeader header) {
        return new UndecodableImageException(State.DAMAGED, "The file is damaged: its " + header.formatName() + " data cannot be decoded");
    }

    /** A file whose header says another size than its picture has. */
    public static UndecodableImageException contradictory(int width, int height, int otherWidth, int otherHeight) {
        return new UndecodableImageException(State.DAMAGED, "The file is damaged: it says both " + width + " x " + height
                + " and " + otherWidth + " x " + otherHeight + " pixels");
    }

    /** A picture that the memory at hand does not hold. */
    public static UndecodableImageException noMemory(ImageHeader header) {
        return new UndecodableImageException(State.REFUSED, "There is not enough memory free to open "
                + header.width() + " x " + header.height() + " pixels; close other programs and try again");
    }
}
