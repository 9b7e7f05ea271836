package dev.docket.ui.review;

/** What a key on the review screen does. Its words stand under {@code review.key.NAME}. */
public enum KeyCommand {
    DECIDE(Group.DECIDE), DECIDE_UNSURE(Group.DECIDE), MORE_LABELS(Group.DECIDE),
    ESCALATE(Group.HAND_OVER), SECOND_OPINION(Group.HAND_OVER), SKIP(Group.HAND_OVER), QUARANTINE(Group.HAND_OVER),
    PEEK(Group.LOOK), LATCH(Group.LOOK), COVER_NOW(Group.LOOK), COVER_STEP(Group.LOOK), GREY(Group.LOOK),
    FIT(Group.STUDY), ONE_TO_ONE(Group.STUDY), ZOOM_IN(Group.STUDY), ZOOM_OUT(Group.STUDY),
    LEFT(Group.STUDY), RIGHT(Group.STUDY), UP(Group.STUDY), DOWN(Group.STUDY),
    TURN(Group.STUDY), TURN_BACK(Group.STUDY), LENS(Group.STUDY), LENS_POWER(Group.STUDY),
    LEVELS(Group.STUDY), ERROR_LEVELS(Group.STUDY), NOISE(Group.STUDY), HEAT(Group.STUDY),
    PLAY(Group.STUDY), FRAME_BACK(Group.STUDY), FRAME_ON(Group.STUDY),
    LOOK_ALIKES(Group.EXPLAIN), PROVENANCE(Group.EXPLAIN), KEYS(Group.EXPLAIN),
    UNDO(Group.MOVE), NEXT_LANE(Group.MOVE), PREVIOUS_LANE(Group.MOVE), GO_ON(Group.MOVE), GIVE_BACK(Group.MOVE);

    /** Where the key sheet lists it, in the sheet's order. */
    public enum Group { DECIDE, HAND_OVER, LOOK, STUDY, EXPLAIN, MOVE }

    private final Group group;

    KeyCommand(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }

    /** Whether it goes on while its key is held. Nothing that decides does. */
    boolean repeats() {
        return switch (this) {
            case ZOOM_IN, ZOOM_OUT, FRAME_BACK, FRAME_ON -> true;
            default -> steers();
        };
    }

    /** Whether it moves what is seen of the picture; only where the keyboard is on the picture, as other controls want these keys. */
    boolean steers() {
        return switch (this) {
            case LEFT, RIGHT, UP, DOWN -> true;
            default -> false;
        };
    }
}
