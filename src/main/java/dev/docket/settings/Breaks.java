package dev.docket.settings;

import java.time.Duration;

/**
 * After how much work a break is offered, whichever comes first; 0 never.
 *
 * @param every of work, 0 min to 8 h
 * @param items decided or passed on, 0..5000
 */
public record Breaks(Duration every, int items) {
    public static final int MOST_ITEMS = 5000;

    public static final Breaks DEFAULT = new Breaks(Duration.ofMinutes(50), 0);

    public static final Breaks NONE = new Breaks(Duration.ZERO, 0);

    public Breaks {
        Limits.within("every", every.toMinutes(), 0, 480);
        Limits.within("items", items, 0, MOST_ITEMS);
    }

    public Breaks withEvery(Duration work) {
        return new Breaks(work, items);
    }

    public Breaks withItems(int after) {
        return new Breaks(every, after);
    }
}
