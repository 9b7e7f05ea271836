package dev.docket.ui.keys;

import dev.docket.ui.common.Text;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * What a key on the review screen does, and the keys it comes with. One line here makes a command: the key sheet, the
 * settings and the palette take it from here. Its words stand under {@code key.NAME}.
 *
 * <p>Keys are written as {@link Chord#of} reads them. {@code *} stands for the key of each label, {@code 1-5} for one
 * key a step; {@link KeyMap.Binding} says which. A key after {@code ~} works but is not drawn, and so do those of the numeric pad unless the pad is the preset.
 */
public enum KeyCommand {
    DECIDE(Group.DECIDE, "*"),
    DECIDE_UNSURE(Group.DECIDE, "Shift+*"),
    MORE_LABELS(Group.DECIDE, "0", "Numpad 0"),
    TAKE_FIRST(Group.DECIDE, "F2"),
    TAKE_SECOND(Group.DECIDE, "F3"),
    LEAVE_GREY(Group.DECIDE, "F4"),

    ADD_LABEL(Group.PENDING, "Ctrl+*"),
    LABELS(Group.PENDING, "Ctrl+0"),
    SEVERITY(Group.PENDING, "Alt+1-5"),
    ACTION(Group.PENDING, "Alt+A"),
    ORIGIN(Group.PENDING, "Alt+O"),
    PLACES(Group.PENDING, "Alt+J"),
    REASON(Group.PENDING, "C"),
    REGION(Group.PENDING, "D"),
    OUTLINE(Group.PENDING, "Shift+D"),
    COMMIT_UNSURE(Group.PENDING, "Shift+Enter"),

    ESCALATE(Group.HAND_OVER, "E", "Add"),
    SECOND_OPINION(Group.HAND_OVER, "W", "Multiply"),
    SKIP(Group.HAND_OVER, "S", "Divide"),
    QUARANTINE(Group.HAND_OVER, "Q"),

    PEEK(Group.LOOK, "Space", "Decimal"),
    LATCH(Group.LOOK, "Shift+Space"),
    KEYHOLE(Group.LOOK, "K"),
    COVER_NOW(Group.LOOK, "Esc"),
    COVER_STEP(Group.LOOK, "X"),
    GREY(Group.LOOK, "G"),

    FIT(Group.STUDY, "F"),
    ONE_TO_ONE(Group.STUDY, "U"),
    ZOOM_IN(Group.STUDY, "Plus", "~Equals", "~Shift+Equals"),
    ZOOM_OUT(Group.STUDY, "Minus"),
    LEFT(Group.STUDY, "Left"),
    RIGHT(Group.STUDY, "Right"),
    UP(Group.STUDY, "Up"),
    DOWN(Group.STUDY, "Down"),
    TURN(Group.STUDY, "O"),
    TURN_BACK(Group.STUDY, "Shift+O"),
    LENS(Group.STUDY, "M"),
    LENS_POWER(Group.STUDY, "Shift+M"),
    LEVELS(Group.STUDY, "L"),
    ERROR_LEVELS(Group.STUDY, "I"),
    NOISE(Group.STUDY, "N"),
    HEAT(Group.STUDY, "H"),
    PLAY(Group.STUDY, "Y"),
    FRAME_BACK(Group.STUDY, "Comma"),
    FRAME_ON(Group.STUDY, "Period"),

    STACK(Group.EXPLAIN, "T"),
    DECIDE_STACK(Group.EXPLAIN, "Shift+T"),
    MAKE_SEED(Group.EXPLAIN, "Shift+S"),
    LOOK_ALIKES(Group.EXPLAIN, "Alt+T"),
    SHOW_SCORES(Group.EXPLAIN, "R"),
    PROVENANCE(Group.EXPLAIN, "V"),
    HISTORY(Group.EXPLAIN, "Shift+V"),
    COMMENTS(Group.EXPLAIN, "Shift+C"),
    KEYS(Group.EXPLAIN, "Shift+Slash", "F1"),

    UNDO(Group.MOVE, "Z", "Backspace", "Subtract"),
    REDO(Group.MOVE, "Shift+Z", "~Shift+Backspace"),
    REVERSE(Group.MOVE, "Alt+Z"),
    LOOK_BACK(Group.MOVE, "A"),
    NEXT_LANE(Group.MOVE, "Alt+Down"),
    PREVIOUS_LANE(Group.MOVE, "Alt+Up"),
    GO_ON(Group.MOVE, "Enter"),
    BREAK(Group.MOVE, "B"),
    GIVE_BACK(Group.MOVE, "P"),
    TAKE_ALONG(Group.MOVE, "Shift+P"),
    EXPOSURE(Group.MOVE, "Shift+B"),
    LOCK(Group.MOVE, "Ctrl+L");

    /** Where the key sheet lists it, in the sheet's order. */
    public enum Group { DECIDE, PENDING, HAND_OVER, LOOK, STUDY, EXPLAIN, MOVE }

    private final Group group;
    private final List<String> keys;

    KeyCommand(Group group, String... keys) {
        this.group = group;
        this.keys = List.of(keys);
    }

    public Group group() {
        return group;
    }

    /** As written above, the drawn ones first. */
    List<String> keys() {
        return keys;
    }

    /** Stable: {@code second_opinion}. Files and message keys use it. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether each label has a key for it. */
    public boolean takesLabel() {
        return keys.getFirst().endsWith("*");
    }

    static Stream<KeyCommand> ofLabels() {
        return Stream.of(values()).filter(KeyCommand::takesLabel);
    }

    /** The key of a label with what has to be held beside it for this command. */
    Chord beside(String key) {
        return Chord.of(keys.getFirst().replace("*", key));
    }

    /** What it does, in a few words. */
    public String words() {
        return Text.of("key." + id());
    }

    /** What it does with one of a row of keys. @param step 0 when it has no such row */
    public String words(int step) {
        return step == 0 ? words() : Text.of("key.step." + id(), step - 1);
    }

    /** The commands of a group, in order. */
    static List<KeyCommand> of(Group group) {
        return Stream.of(values()).filter(c -> c.group == group).toList();
    }

    /** Whether it goes on while its key is held. Nothing that decides does. */
    boolean repeats() {
        return switch (this) {
            case ZOOM_IN, ZOOM_OUT, FRAME_BACK, FRAME_ON -> true;
            default -> steers();
        };
    }

    /** Whether it lasts for as long as its key is held. */
    public boolean holds() {
        return this == PEEK || this == KEYHOLE;
    }

    /** Whether it moves what is seen of the picture; only where the keyboard is on the picture, as other controls want these keys. */
    public boolean steers() {
        return switch (this) {
            case LEFT, RIGHT, UP, DOWN -> true;
            default -> false;
        };
    }

    /** Whether the key sheet draws it on the row of the command before it. */
    boolean sharesRow() {
        return this == RIGHT || this == UP || this == DOWN || this == FRAME_ON;
    }
}
