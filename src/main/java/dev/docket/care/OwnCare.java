package dev.docket.care;

import dev.docket.classify.ModelScore;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.Severity;
import dev.docket.settings.Care;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;

/**
 * What one reviewer's work does to them, as far as a program can count it, and what follows for what they are served. It is
 * theirs: kept sealed in their profile, in no database, log, export or statistic, and told to nobody else. Several threads.
 */
public final class OwnCare {
    private static final Logger LOG = LoggerFactory.getLogger(OwnCare.class);
    /** How long somebody is not served what they left to others. */
    private static final Duration LEFT_FOR = Duration.ofHours(24);
    /** So much may be lost where the program ends without being closed. */
    private static final Duration UNKEPT = Duration.ofSeconds(30);

    /**
     * Items from a severity up that pause.
     *
     * @param reached why
     */
    public record Pause(Limit reached, Instant until) {
        public Severity from() {
            return reached.pausesFrom();
        }
    }

    /** @param lifted until then no limit pauses anything */
    private record Kept(List<Meter.Span> spans, Map<UUID, Instant> left, Optional<Pause> pause, Optional<Instant> lifted, Optional<Rest.Work> work) {
        static final Kept NOTHING = new Kept(List.of(), Map.of(), Optional.empty(), Optional.empty(), Optional.empty());

        Kept {
            // a file of an earlier program has fewer fields
            lifted = lifted == null ? Optional.empty() : lifted;
            work = work == null ? Optional.empty() : work;
        }
    }

    private final Optional<SealedFile> file;
    private final Clock clock;
    private final Meter meter;
    private final Turns turns = new Turns();
    private final Rest rest;
    private final Map<UUID, Instant> left;
    private Optional<Pause> pause;
    private Optional<Instant> lifted;
    private Care care;
    private Instant keptAt;
    private boolean changed;

    /** Of the profile this file lies in; what cannot be read is begun anew. */
    public static OwnCare in(SealedFile file, Care care, Clock clock) {
        return new OwnCare(Optional.of(file), read(file), care, clock);
    }

    /** Kept nowhere. */
    public static OwnCare unkept(Care care, Clock clock) {
        return new OwnCare(Optional.empty(), Kept.NOTHING, care, clock);
    }

    private OwnCare(Optional<SealedFile> file, Kept kept, Care care, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.care = care;
        meter = new Meter(kept.spans());
        left = new HashMap<>(kept.left());
        rest = new Rest(kept.work(), clock.instant());
        pause = kept.pause();
        lifted = kept.lifted();
        keptAt = clock.instant();
    }

    /** In force from now on. */
    public synchronized void settings(Care now) {
        care = now;
        if (pause.isPresent() && Limit.reachedBy(hour(), today(), care.limits()).isEmpty()) {
            pause = Optional.empty();
        }
    }

    public synchronized Care settings() {
        return care;
    }

    /** How an item's pixels start on this person's screen. @param scores of every model that scored it; asked for where they matter */
    public DisplayProfile cover(PolicyPack pack, PolicyDecision decision, Supplier<? extends Collection<ModelScore>> scores) {
        return OwnCovers.of(pack, decision, scores, settings().covering());
    }

    /** An item is on screen, covered so far. */
    public void shows(Severity severity) {
        meter.shows(Optional.of(severity), clock.instant());
        rest.works(clock.instant());
        changed();
    }

    /** Nothing is on screen. */
    public void showsNothing() {
        meter.shows(Optional.empty(), clock.instant());
        changed();
    }

    /** Pixels of the item on screen are uncovered, or are not any more. */
    public void opens(boolean uncovered) {
        meter.opens(uncovered, clock.instant());
    }

    /** A small picture among others was uncovered. */
    public void glanced(Severity severity, Instant from) {
        meter.glanced(severity, from, clock.instant());
        rest.works(clock.instant());
        changed();
    }

    /** An item was decided or passed on. */
    public void served(Severity severity) {
        turns.served(severity);
        rest.done();
        changed();
    }

    /** Whether something lighter should come next. */
    public boolean wantsLighter() {
        return settings().lighterBetween() && turns.wantLighter();
    }

    /** Whether something lighter should be at hand for when it is wanted. */
    public boolean soonWantsLighter() {
        return settings().lighterBetween() && turns.soonWantLighter();
    }

    /** Of the last sixty minutes. */
    public Exposure hour() {
        Instant now = clock.instant();
        return meter.between(now.minus(Duration.ofHours(1)), now);
    }

    /** Since midnight, by the clock's zone. */
    public Exposure today() {
        Instant now = clock.instant();
        return meter.between(now.atZone(clock.getZone()).toLocalDate().atStartOfDay(clock.getZone()).toInstant(), now);
    }

    /** What pauses now. A pause begins when a limit is reached and, where one still is when it ends, anew. */
    public synchronized Optional<Pause> pause() {
        Instant now = clock.instant();
        if (lifted.filter(now::isBefore).isPresent()) {
            return Optional.empty();
        }
        if (pause.filter(p -> now.isBefore(p.until())).isEmpty()) {
            pause = Limit.reachedBy(hour(), today(), care.limits()).map(limit -> new Pause(limit, now.plus(care.limits().pause())));
        }
        return pause;
    }

    /** The person wants to go on all the same: until the pause would have ended nothing pauses. */
    public synchronized void goOn() {
        lifted = pause().map(Pause::until);
        pause = Optional.empty();
        changed = true;
    }

    /** Until when limits pause nothing, as the person wanted. */
    public synchronized Optional<Instant> lifted() {
        return lifted.filter(clock.instant()::isBefore);
    }

    /** This person is not served the item again today; nobody is told. */
    public synchronized void leave(UUID item) {
        left.put(item, clock.instant());
        changed = true;
    }

    public synchronized Avoidance avoidance() {
        Instant now = clock.instant();
        left.values().removeIf(at -> at.plus(LEFT_FOR).isBefore(now));
        return new Avoidance(pause().map(Pause::from), care.notMine(), left.keySet());
    }

    /** Whether a break should be offered, between two items. */
    public boolean isBreakDue() {
        return rest.isDue(settings().breaks(), clock.instant());
    }

    /** Not now. */
    public void breakLater() {
        rest.later(clock.instant());
    }

    /** A break begins. */
    public void breakTaken() {
        rest.taken();
        changed();
    }

    /** Since the last break. */
    public Duration worked() {
        return rest.worked(clock.instant());
    }

    /** Items decided or passed on since the last break. */
    public int done() {
        return rest.items();
    }

    /** Whether something would be lost now that is worth keeping. */
    public synchronized boolean isToBeKept() {
        return (changed || meter.isRunning()) && Duration.between(keptAt, clock.instant()).compareTo(UNKEPT) >= 0;
    }

    /** Keeps what is known by now. Takes some milliseconds: workers only. */
    public void keep() {
        file.ifPresent(into -> {
            try {
                into.write(CanonicalJson.write(state()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.warn("What this reviewer saw could not be kept; it is counted on, and tried again: {}", e.getMessage());
                changed();
            }
        });
    }

    private synchronized void changed() {
        changed = true;
    }

    private synchronized Kept state() {
        keptAt = clock.instant();
        changed = false;
        return new Kept(meter.upTo(keptAt), Map.copyOf(left), pause, lifted, rest.work());
    }

    private static Kept read(SealedFile file) {
        try {
            Optional<byte[]> kept = file.read();
            if (kept.isPresent()) {
                return CanonicalJson.read(new String(kept.get(), StandardCharsets.UTF_8), Kept.class);
            }
        } catch (IOException | JacksonException e) {
            LOG.warn("What this reviewer saw before could not be read, so it is counted anew: {}", e.getMessage());
        }
        return Kept.NOTHING;
    }
}
