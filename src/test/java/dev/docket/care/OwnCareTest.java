package dev.docket.care;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.SteppingClock;
import dev.docket.policy.Severity;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Limits;
import dev.docket.storage.SealedFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnCareTest {
    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");
    private static final byte[] KEY = new byte[32];

    private final SteppingClock clock = new SteppingClock(MORNING);
    private OwnCare care = OwnCare.unkept(Care.DEFAULT, clock);

    @Test
    void theMeterIsWithinOnePercentOfAScriptedDay() {
        care.settings(Care.DEFAULT.withLimits(Limits.NONE));
        Random random = new Random(11);
        Map<Severity, Integer> looks = new EnumMap<>(Severity.class);
        Map<Severity, Long> open = new EnumMap<>(Severity.class);
        long sensitive = 0;
        for (int item = 0; item < 900; item++) {
            Severity severity = Severity.values()[random.nextInt(5)];
            care.shows(severity);
            long shown = 0;
            for (int look = random.nextInt(4); look > 0; look--) {
                shown += passed(random.nextInt(3000));
                care.opens(true);
                care.opens(true);
                long seen = passed(20 + random.nextInt(5000));
                care.opens(false);
                looks.merge(severity, 1, Integer::sum);
                open.merge(severity, seen, Long::sum);
                shown += seen;
            }
            shown += passed(random.nextInt(2000));
            sensitive += severity.compareTo(Severity.S2) >= 0 ? shown : 0;
        }
        care.showsNothing();

        Exposure today = care.today();
        for (Severity severity : Severity.values()) {
            assertThat(today.of(severity).looks()).isEqualTo(looks.get(severity));
            assertThat((double) today.of(severity).open().toMillis()).isCloseTo(open.get(severity), within(open.get(severity) * 0.01));
        }
        assertThat((double) today.sensitive().toMillis()).isCloseTo(sensitive, within(sensitive * 0.01));
    }

    private long passed(int millis) {
        clock.pass(Duration.ofMillis(millis));
        return millis;
    }

    @Test
    void anHourLaterALookCountsForTheDayAlone() {
        look(Severity.S3, 4);
        clock.pass(Duration.ofMinutes(61));

        assertThat(care.hour().of(Severity.S3).looks()).isZero();
        assertThat(care.today().of(Severity.S3).looks()).isOne();
    }

    @Test
    void atMidnightTheDayBeginsAnew() {
        clock.pass(Duration.ofHours(15).plusMinutes(59));
        care.shows(Severity.S2);
        clock.pass(Duration.ofMinutes(2));

        assertThat(care.today().sensitive()).isEqualTo(Duration.ofMinutes(1));
        assertThat(care.hour().sensitive()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void aLookUnderWayCountsUpToNow() {
        care.shows(Severity.S2);
        care.opens(true);
        clock.pass(Duration.ofSeconds(7));

        assertThat(care.hour().of(Severity.S2)).isEqualTo(new Exposure.Seen(1, Duration.ofSeconds(7)));
    }

    @Test
    void theNextItemEndsTheLook() {
        look(Severity.S4, 3);
        care.shows(Severity.S4);
        care.opens(true);
        clock.pass(Duration.ofSeconds(2));
        care.shows(Severity.S0);
        clock.pass(Duration.ofSeconds(30));

        assertThat(care.hour().of(Severity.S4)).isEqualTo(new Exposure.Seen(2, Duration.ofSeconds(5)));
    }

    @Test
    void tenLooksAtCriticalItemsPauseGraveOnesForTwentyMinutes() {
        for (int n = 0; n < 9; n++) {
            look(Severity.S4, 1);
        }
        assertThat(care.pause()).isEmpty();
        look(Severity.S4, 1);

        assertThat(care.pause().orElseThrow().reached()).isEqualTo(Limit.CRITICAL_LOOKS);
        assertThat(care.avoidance().avoids(UUID.randomUUID(), Severity.S3, List.of())).isTrue();
        assertThat(care.avoidance().avoids(UUID.randomUUID(), Severity.S2, List.of())).isFalse();
        assertThat(care.pause().orElseThrow().until()).isEqualTo(clock.instant().plus(Duration.ofMinutes(20)));
    }

    @Test
    void aPauseIsRenewedWhileTheHourIsStillTooFull() {
        for (int n = 0; n < 10; n++) {
            look(Severity.S4, 1);
        }
        Instant first = care.pause().orElseThrow().until();
        clock.pass(Duration.ofMinutes(21));
        assertThat(care.pause().orElseThrow().until()).isAfter(first);

        clock.pass(Duration.ofMinutes(60));

        assertThat(care.pause()).isEmpty();
        assertThat(care.avoidance().isNothing()).isTrue();
    }

    @Test
    void tenMinutesOfUncoveredPixelsPauseWhateverIsSensitive() {
        look(Severity.S2, 600);

        assertThat(care.pause().orElseThrow().from()).isEqualTo(Severity.S2);
    }

    @Test
    void whoeverGoesOnAllTheSameIsNotPausedUntilThePauseWouldHaveEnded() {
        for (int n = 0; n < 10; n++) {
            look(Severity.S4, 1);
        }
        Instant until = care.pause().orElseThrow().until();

        care.goOn();

        assertThat(care.pause()).isEmpty();
        assertThat(care.lifted()).contains(until);
        look(Severity.S4, 1);
        assertThat(care.avoidance().isNothing()).isTrue();
        clock.pass(Duration.ofMinutes(20));
        assertThat(care.lifted()).isEmpty();
        assertThat(care.pause()).isPresent();
    }

    @Test
    void aLimitThatIsRaisedPausesNothingFromThenOn() {
        for (int n = 0; n < 10; n++) {
            look(Severity.S4, 1);
        }
        assertThat(care.pause()).isPresent();

        care.settings(Care.DEFAULT.withLimits(Limits.DEFAULT.withCriticalLooks(50)));

        assertThat(care.pause()).isEmpty();
    }

    @Test
    void openItemsPauseNothing() {
        look(Severity.S1, 3000);

        assertThat(care.pause()).isEmpty();
    }

    @Test
    void aDayOfSensitiveItemsPausesThemCoveredOrNot() {
        care.shows(Severity.S2);
        clock.pass(Duration.ofMinutes(240));

        assertThat(care.pause().orElseThrow().reached()).isEqualTo(Limit.SENSITIVE_TIME);
    }

    @Test
    void afterFiveGraveItemsInARowALighterOneIsDue() {
        for (int n = 0; n < 4; n++) {
            care.served(Severity.S3);
        }
        assertThat(care.wantsLighter()).isFalse();
        assertThat(care.soonWantsLighter()).isTrue();
        care.served(Severity.S4);
        assertThat(care.wantsLighter()).isTrue();

        care.served(Severity.S1);

        assertThat(care.wantsLighter()).isFalse();
    }

    @Test
    void aBreakIsOfferedAfterFiftyMinutesOfWorkAndAgainTenMinutesAfterNotNow() {
        work(49);
        assertThat(care.isBreakDue()).isFalse();
        work(2);
        assertThat(care.isBreakDue()).isTrue();
        care.breakLater();
        assertThat(care.isBreakDue()).isFalse();
        work(10);
        assertThat(care.isBreakDue()).isTrue();

        care.breakTaken();
        work(5);

        assertThat(care.isBreakDue()).isFalse();
    }

    @Test
    void aBreakCanBeOfferedAfterSoManyItems() {
        care.settings(Care.DEFAULT.withBreaks(new Breaks(Duration.ZERO, 3)));
        work(2);
        for (int n = 0; n < 2; n++) {
            care.served(Severity.S0);
        }
        assertThat(care.isBreakDue()).isFalse();
        care.served(Severity.S0);
        assertThat(care.isBreakDue()).isTrue();
        assertThat(care.done()).isEqualTo(3);

        care.breakTaken();
        work(1);

        assertThat(care.isBreakDue()).isFalse();
    }

    @Test
    void aLongPauseIsABreakWhateverWasMeantByIt() {
        work(45);
        clock.pass(Duration.ofMinutes(15));
        work(10);

        assertThat(care.isBreakDue()).isFalse();
    }

    @Test
    void whatWasLeftToOthersIsNotServedAgainThatDay() {
        UUID item = UUID.randomUUID();
        care.leave(item);
        assertThat(care.avoidance().avoids(item, Severity.S0, List.of())).isTrue();

        clock.pass(Duration.ofHours(25));

        assertThat(care.avoidance().isNothing()).isTrue();
    }

    @Test
    void itemsSuspectedOfALabelThatIsNotMineAreNotServed() {
        care.settings(Care.DEFAULT.withNotMine(Set.of("self_harm")));

        assertThat(care.avoidance().avoids(UUID.randomUUID(), Severity.S1, List.of("benign", "self_harm"))).isTrue();
        assertThat(care.avoidance().avoids(UUID.randomUUID(), Severity.S4, List.of("ncii"))).isFalse();
    }

    @Test
    void itOutlivesTheProgramAndIsReadableInNoFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("care");
        UUID item = UUID.randomUUID();
        care = OwnCare.in(new SealedFile(file, KEY, "care"), Care.DEFAULT, clock);
        for (int n = 0; n < 10; n++) {
            look(Severity.S4, 2);
        }
        care.leave(item);
        Optional<OwnCare.Pause> pause = care.pause();
        care.keep();

        OwnCare again = OwnCare.in(new SealedFile(file, KEY, "care"), Care.DEFAULT, clock);

        assertThat(again.today()).isEqualTo(care.today());
        assertThat(again.pause()).isEqualTo(pause);
        assertThat(again.avoidance().items()).containsExactly(item);
        assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)).doesNotContain("\"S4\"").doesNotContain(item.toString());
    }

    @Test
    void aProgramThatEndsWithoutBeingClosedLosesLessThanAMinute(@TempDir Path folder) {
        Path file = folder.resolve("care");
        care = OwnCare.in(new SealedFile(file, KEY, "care"), Care.DEFAULT, clock);
        care.shows(Severity.S3);
        care.opens(true);
        int kept = 0;
        for (int second = 0; second < 600; second++) {
            if (second == 500) {
                care.shows(Severity.S3);
                care.opens(true);
            }
            clock.pass(Duration.ofSeconds(1));
            if (care.isToBeKept()) {
                care.keep();
                kept++;
            }
        }

        OwnCare after = OwnCare.in(new SealedFile(file, KEY, "care"), Care.DEFAULT, clock);

        assertThat(after.hour().of(Severity.S3).open()).isBetween(Duration.ofSeconds(541), Duration.ofSeconds(600));
        assertThat(after.worked()).isEqualTo(Duration.ofMinutes(10));
        assertThat(kept).isEqualTo(20);
    }

    @Test
    void nothingIsKeptAgainWhileNothingHappens(@TempDir Path folder) {
        care = OwnCare.in(new SealedFile(folder.resolve("care"), KEY, "care"), Care.DEFAULT, clock);
        look(Severity.S3, 1);
        clock.pass(Duration.ofSeconds(40));
        assertThat(care.isToBeKept()).isTrue();

        care.keep();
        clock.pass(Duration.ofHours(1));

        assertThat(care.isToBeKept()).isFalse();
    }

    @Test
    void aDamagedFileIsBegunAnew(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("care");
        Files.writeString(file, "not what was written");

        assertThat(OwnCare.in(new SealedFile(file, KEY, "care"), Care.DEFAULT, clock).today().seen()).isEmpty();
    }

    private void look(Severity severity, int seconds) {
        care.shows(severity);
        care.opens(true);
        clock.pass(Duration.ofSeconds(seconds));
        care.opens(false);
        care.showsNothing();
    }

    private void work(int minutes) {
        for (int minute = 0; minute < minutes; minute++) {
            care.shows(Severity.S0);
            clock.pass(Duration.ofMinutes(1));
        }
        care.shows(Severity.S0);
    }
}
