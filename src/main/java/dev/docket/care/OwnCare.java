package dev.docket.care;

import dev.docket.policy.Severity;
import dev.docket.settings.Care;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.SealedFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

    private record Kept(List<Meter.Span> spans, Map<UUID, Instant> left, Optional<Pause> pause) {}

    private final Optional<SealedFile> file;
    private final Clock clock;
    private final Meter meter;
    private final Turns turns = new Turns();
    private final Rest rest = new Rest();
    private final Map<UUID, Instant> left;
    private Optional<Pause> pause;
    private Care care;

    /** Of the profile this file lies in; what cannot be read is begun anew. */
    public static OwnCare in(SealedFile file, Care care, Clock clock) {
        return new OwnCare(Optional.of(file), read(file), care, clock);
    }

    /** Kept nowhere. */
    public static OwnCare unkept(Care care, Clock clock) {
        return new OwnCare(Optional.empty(), new Kept(List.of(), Map.of(), Optional.empty()), care, clock);
    }

    private OwnCare(Optional<SealedFile> file, Kept kept, Care care, Clock clock) {
        this.file = file;
        this.clock = clock;
        this.care = care;
        meter = new Meter(kept.spans());
        left = new HashMap<>(kept.left());
        pause = kept.pause();
    }

    /** In force from now on. */
    public synchronized void settings(Care now) {
        care = now;
    }

    public synchronized Care settings() {
        return care;
    }

    /** An item is on screen, covered so far. */
    public void shows(Severity severity) {
        meter.shows(Optional.of(severity), clock.instant());
        rest.works(clock.instant());
    }

    /** Nothing is on screen. */
    public void showsNothing() {
        meter.shows(Optional.empty(), clock.instant());
    }

    /** Pixels of the item on screen are uncovered, or are not any more. */
    public void opens(boolean uncovered) {
        meter.opens(uncovered, clock.instant());
    }

    /** A small picture among others was uncovered. */
    public void glanced(Severity severity, Instant from) {
        meter.glanced(severity, from, clock.instant());
    }

    /** An item was decided or passed on. */
    public void served(Severity severity) {
        turns.served(severity);
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
        if (pause.filter(p -> now.isBefore(p.until())).isEmpty()) {
            pause = Limit.reachedBy(hour(), today(), care).map(limit -> new Pause(limit, now.plus(care.pause())));
        }
        return pause;
    }

    /** This person is not served the item again today; nobody is told. */
    public synchronized void leave(UUID item) {
        left.put(item, clock.instant());
    }

    public synchronized Avoidance avoidance() {
        Instant now = clock.instant();
        left.values().removeIf(at -> at.plus(LEFT_FOR).isBefore(now));
        return new Avoidance(pause().map(Pause::from), care.notMine(), left.keySet());
    }

    /** Whether a break should be offered, between two items. */
    public boolean isBreakDue() {
        return rest.isDue(settings().breakEvery(), clock.instant());
    }

    /** Not now. */
    public void breakLater() {
        rest.later(clock.instant());
    }

    /** A break begins. */
    public void breakTaken() {
        rest.taken();
    }

    /** Since the last break. */
    public Duration worked() {
        return rest.worked(clock.instant());
    }

    /** Keeps what is known by now. Takes some milliseconds: workers only. */
    public void keep() {
        file.ifPresent(into -> {
            try {
                into.write(CanonicalJson.write(state()).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                LOG.warn("What this reviewer saw could not be kept; it is counted on, and tried again: {}", e.getMessage());
            }
        });
    }

    private synchronized Kept state() {
        return new Kept(meter.upTo(clock.instant()), Map.copyOf(left), pause);
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
        return new Kept(List.of(), Map.of(), Optional.empty());
    }
}
