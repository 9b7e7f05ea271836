package dev.docket.ui.review;

/** What a key on the review screen does. Its words stand under {@code review.key.NAME}. */
public enum KeyCommand {
    DECIDE(Group.DECIDE), DECIDE_UNSURE(Group.DECIDE), MORE_LABELS(Group.DECIDE),
    ESCALATE(Group.HAND_OVER), SECOND_OPINION(Group.HAND_OVER), SKIP(Group.HAND_OVER), QUARANTINE(Group.HAND_OVER),
    PEEK(Group.LOOK), LATCH(Group.LOOK), COVER_NOW(Group.LOOK), COVER_STEP(Group.LOOK), GREY(Group.LOOK), FIT(Group.LOOK),
    ZOOM_IN(Group.LOOK), ZOOM_OUT(Group.LOOK),
    PROVENANCE(Group.EXPLAIN), KEYS(Group.EXPLAIN),
    UNDO(Group.MOVE), NEXT_LANE(Group.MOVE), PREVIOUS_LANE(Group.MOVE), GO_ON(Group.MOVE), GIVE_BACK(Group.MOVE);

    /** Where the key sheet lists it, in the sheet's order. */
    public enum Group { DECIDE, HAND_OVER, LOOK, EXPLAIN, MOVE }

    private final Group group;

    KeyCommand(Group group) {
        this.group = group;
    }

    public Group group() {
        return group;
    }
}
