package dev.docket.item;

import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Items for the tests of stores: made up, named by number. */
public final class SampleItems {
    public static final Instant RECEIVED = Instant.parse("2026-11-21T08:00:00Z");
    public static final ItemFacts FACTS = new ItemFacts(Optional.of("look: \u202e https://example.org"), Optional.of("de-AT"), "EU",
            Optional.of("u-77"), Optional.of(12), Optional.of(9_007_199_254_740_991L), Optional.of(1.5), List.of("spam", "spam"),
            Optional.of(RECEIVED.plusSeconds(3600)), true);

    private SampleItems() {}

    /** The bytes that stand for the picture of this number. */
    public static byte[] picture(int number) {
        return ("picture " + number).getBytes(StandardCharsets.UTF_8);
    }

    /** An item of its own picture. */
    public static ImageItem item(int number) {
        return item(number, number);
    }

    /** An item showing the picture of another number. */
    public static ImageItem item(int number, int picture) {
        Source source = new Source("feed", "item-" + number);
        return new ImageItem(Items.idOf(source), source, ContentHash.of(picture(picture)), picture(picture).length, "image/png", 640, 480,
                RECEIVED.minusSeconds(60), RECEIVED.plusSeconds(number), FACTS);
    }

    /** Adds {@link #item(int)} and returns its id. */
    public static UUID add(Handle tx, int number) {
        new Items().add(tx, item(number), "{}");
        return item(number).id();
    }
}
