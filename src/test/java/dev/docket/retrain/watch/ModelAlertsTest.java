package dev.docket.retrain.watch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditLog;
import dev.docket.metrics.Estimate;
import dev.docket.metrics.Proportions;
import dev.docket.policy.PolicyFile;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Team;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelAlertsTest {
    private static final Estimate NONE = Estimate.undefined("nothing", 0);

    @TempDir
    Path folder;

    private Instant now = Instant.parse("2026-11-22T09:00:00Z");

    @Test
    void anAlertWaitsUntilALeadHasSeenItAndIsRaisedAgainAWeekLater() {
        try (Database database = Database.openEmbedded(folder, new byte[32])) {
            Member self = database.inTransaction(new Team()::self);
            Clock clock = new Ticking();
            ModelAlerts alerts = new ModelAlerts(new ModelAlerts.Stores(database, null, null, new AuditLog(self.id(), "desk", clock)), PolicyFile.shipped(), clock);

            alerts.raise(List.of(overridden("head@1"), overridden("other@2")));
            alerts.raise(List.of(overridden("head@1")));
            assertThat(alerts.open()).extracting(ModelAlerts.Open::model).containsExactlyInAnyOrder("head@1", "other@2");

            ModelAlerts.Open first = alerts.open().stream().filter(open -> open.model().equals("head@1")).findFirst().orElseThrow();
            assertThat(first.sentence()).startsWith("Most flags of head@1 are overridden");
            alerts.seen(first, self);
            alerts.seen(first, self);
            alerts.raise(List.of(overridden("head@1")));
            assertThat(alerts.open()).extracting(ModelAlerts.Open::model).containsExactly("other@2");

            now = now.plus(ModelAlerts.QUIET).plusSeconds(1);
            alerts.raise(List.of(overridden("head@1")));
            assertThat(alerts.open()).extracting(ModelAlerts.Open::model).containsExactly("head@1", "other@2");
            assertThat(database.<List<String>>inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = 'MODEL_ALERT_SEEN'").mapTo(String.class).list()))
                    .singleElement().asString().contains("head@1").contains("OVERRIDES");
        }
    }

    private static Watched overridden(String model) {
        return new Watched(model, 100, new Watched.Reliability(NONE, NONE, List.of()), Proportions.rate(80, 100, 0.95), NONE, new Watched.Moved(Optional.empty(), Optional.empty()), List.of());
    }

    private final class Ticking extends Clock {
        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
