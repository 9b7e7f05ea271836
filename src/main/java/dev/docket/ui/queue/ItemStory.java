package dev.docket.ui.queue;

import dev.docket.item.ImageItem;
import dev.docket.policy.Severity;
import dev.docket.ui.ladder.LadderDesk;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An item from its flagging to now.
 *
 * @param deadline when it has to be decided
 * @param open whether somebody still has to look at it; what was found so far is then left out
 * @param events oldest first
 * @param comments what people said beside the record, oldest first
 * @param golden what they may do about it as a golden item
 * @param appealable what the person at this desk may do about an appeal: nothing, register one, take the pending one back
 */
public record ItemStory(ImageItem item, Severity severity, Optional<Instant> deadline, boolean open, List<Event> events,
        List<Event> comments, LadderDesk.Appealable appealable, Golden golden) {

    /** What the person at this desk may do about its being golden: nothing, mark it, retire it. */
    public enum Golden { NOTHING, MARKABLE, MARKED }

    /**
     * One line of it.
     *
     * @param icon Ikonli literal
     * @param detail further words; empty text for none
     */
    public record Event(Instant at, String icon, String title, String detail) {}

    public ItemStory {
        events = List.copyOf(events);
        comments = List.copyOf(comments);
    }
}
