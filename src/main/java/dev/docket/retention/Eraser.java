package dev.docket.retention;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Erasure;
import dev.docket.item.Items;
import dev.docket.item.LegalHold;
import dev.docket.item.LegalHolds;
import dev.docket.item.Shredding;
import dev.docket.item.StandIns;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstone.Cause;
import dev.docket.item.Tombstone.Part;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.BlobStore;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.verdict.Words;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Erases items for good, or parts of them: the key of the picture first, so that no copy of its bytes can be read, those in
 * backups of the image store included. A tombstone, the verdicts' codes and the log stay. Each item is one transaction with its line in the
 * log. Leads only, which a team's database holds everybody to. Several threads.
 */
public final class Eraser {
    private final Database database;
    private final Items items;
    private final Shredding shredding;
    private final LegalHolds holds = new LegalHolds();
    private final ReviewQueue queue;
    private final Erasure bytes;
    private final AuditLog audit;
    private final Member self;
    private final Clock clock;
    private final Remembered remembered;

    /** Whoever else keeps something of an item: told after each erasure, never in its transaction. */
    @FunctionalInterface
    public interface Remembered {
        void erased(Tombstone stone);
    }

    /**
     * What an erasure came to.
     *
     * @param stone the tombstone; empty when nothing was erased
     * @param heldBy the legal holds that kept it from that, on the item itself or on another that shows the same picture
     */
    public record Outcome(UUID item, Optional<Tombstone> stone, List<LegalHold> heldBy) {
        public Outcome {
            heldBy = List.copyOf(heldBy);
        }
    }

    public Eraser(Database database, Items items, ReviewQueue queue, BlobStore blobs, AuditLog audit, Member self, Clock clock, Remembered remembered) {
        this.database = database;
        this.items = items;
        this.shredding = new Shredding(items);
        this.queue = queue;
        this.bytes = new Erasure(items, blobs);
        this.audit = audit;
        this.self = self;
        this.clock = clock;
        this.remembered = remembered;
    }

    /**
     * Erases what is left of an item, whatever state its tasks are in: those that are open are withdrawn.
     *
     * @param reason a code: {@link Tombstone#CODE}
     * @param basis the legal basis, a code
     */
    public Outcome onRequest(UUID item, String reason, String basis) {
        return erase(item, Set.of(Part.values()), Cause.REQUEST, reason, basis);
    }

    /** Erases parts of an item. Nothing of one that is unknown, quarantined, on hold, or of which these parts are gone. What stands in for it goes with it. */
    Outcome erase(UUID item, Set<Part> parts, Cause cause, String reason, String basis) {
        List<Tombstone> copies = new ArrayList<>();
        Outcome outcome = database.inTransaction(tx -> {
            copies.clear();
            Set<Part> left = shredding.left(tx, item, parts);
            List<LegalHold> held = held(tx, item);
            if (left.isEmpty() || !held.isEmpty()) {
                return new Outcome(item, Optional.empty(), held);
            }
            Tombstone stone = new Tombstone(UUID.randomUUID(), item, left, cause, reason, basis, self.id(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            apply(tx, stone);
            StandIns.of(tx, item).forEach(copy -> copy(tx, stone, copy).ifPresent(copies::add));
            return new Outcome(item, Optional.of(stone), held);
        });
        outcome.stone().ifPresent(this::after);
        copies.forEach(this::after);
        return outcome;
    }

    /** What stood in for the item shows and says the same. */
    private Optional<Tombstone> copy(Handle tx, Tombstone stone, UUID standIn) {
        Set<Part> left = shredding.left(tx, standIn, stone.parts());
        Optional<Tombstone> copy = left.isEmpty() ? Optional.empty()
                : Optional.of(new Tombstone(UUID.randomUUID(), standIn, left, stone.cause(), stone.reason(), stone.basis(), stone.by(), stone.at()));
        copy.ifPresent(it -> apply(tx, it));
        return copy;
    }

    /**
     * Erases once more what was erased before the database was put back to an earlier state. A hold that was placed since does
     * not keep it: it came too late then. False when the item is not there.
     */
    boolean again(Tombstone stone) {
        boolean done = database.inTransaction(tx -> {
            Set<Part> left = shredding.left(tx, stone.item(), stone.parts());
            if (left.isEmpty()) {
                return false;
            }
            apply(tx, new Tombstone(stone.id(), stone.item(), left, stone.cause(), stone.reason(), stone.basis(), stone.by(), stone.at()));
            return true;
        });
        if (done) {
            after(stone);
        }
        return done;
    }

    /** What keeps this item from being erased. */
    public List<LegalHold> holds(UUID item) {
        return database.inTransaction(tx -> held(tx, item));
    }

    private void apply(Handle tx, Tombstone stone) {
        shredding.shred(tx, stone);
        if (stone.parts().contains(Part.PICTURE)) {
            queue.withdraw(tx, stone.item());
            Words.erasePicture(tx, stone.item());
        }
        if (stone.parts().contains(Part.NOTES)) {
            Words.erase(tx, stone.item());
        }
        audit.append(tx, AuditKind.ITEM_ERASED, stone.id(), line(stone));
    }

    private void after(Tombstone stone) {
        bytes.run(database);
        remembered.erased(stone);
    }

    /** A hold on one item keeps the picture of all that show it. */
    private List<LegalHold> held(Handle tx, UUID item) {
        List<UUID> same = Shredding.picture(tx, item).map(picture -> items.showing(tx, picture)).orElse(List.of(item));
        return same.stream().flatMap(each -> holds.standing(tx, each).stream()).toList();
    }

    private static Map<String, Object> line(Tombstone stone) {
        return new TreeMap<>(Map.of("erasure", stone.id().toString(), "item", stone.item().toString(), "parts", stone.words(), "cause", stone.cause().name(),
                "reason", stone.reason(), "basis", stone.basis(), "by", stone.by().toString()));
    }
}
