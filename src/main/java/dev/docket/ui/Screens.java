package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.queue.ReviewQueue;
import dev.docket.team.Role;
import dev.docket.ui.audit.AuditScreen;
import dev.docket.ui.calibration.CalibrationScreen;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.export.ExportScreen;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.models.ModelsScreen;
import dev.docket.ui.policy.PolicyScreen;
import dev.docket.ui.quality.QualityScreen;
import dev.docket.ui.queue.QueueScreen;
import dev.docket.ui.review.ReviewScreen;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.stack.StackScreen;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;

/** The tabs of the window, in order. A screen that is not built yet is absent, never dead. */
public record Screens(ReviewScreen review, StackScreen stacks, QueueScreen queue, PolicyScreen policy, QualityScreen quality, CalibrationScreen calibration, ExportScreen sets, ModelsScreen models, AuditScreen audit) {
    /** Their stylesheets, beside the base. */
    static final String[] STYLES = {"review", "care", "ladder", "stack", "queue", "policy", "export", "models", "audit", "quality", "calibration", "welcome", "signin"};

    /**
     * @param records one thread, for the database
     * @param work several threads, for long jobs
     * @param job the long job of the status bar
     * @param keys the map of keys that is in force
     */
    public static Screens of(Desk desk, Background records, Background work, Overlays overlays, Job job, ObservableValue<KeyMap> keys) {
        CalibrationScreen calibration = new CalibrationScreen(desk, records, overlays);
        return new Screens(new ReviewScreen(desk, records, overlays, job, keys), new StackScreen(desk, records, overlays, keys),
                new QueueScreen(desk, records, overlays), new PolicyScreen(desk, records), new QualityScreen(desk, work, calibration), calibration, new ExportScreen(desk, work, overlays), new ModelsScreen(desk, work, overlays),
                new AuditScreen(desk, work, overlays));
    }

    /** @param show brings a tab to the front by its id */
    public void link(Consumer<String> show) {
        review.stacks((item, decide) -> {
            show.accept("stacks");
            stacks.model().openFor(item, decide);
        });
        stacks.model().onDecided(items -> review.model().gone(items.stream().map(item -> ReviewQueue.taskId(item, 1)).toList()));
        queue.model().onGivenBack(review.model()::checkLeases);
        audit.model().onHistory(item -> {
            show.accept("queue");
            queue.model().find(item);
        });
    }

    public List<Screen> all() {
        return List.of(review.screen(), stacks.screen(), queue.screen(), policy.screen(), quality.screen(), sets.screen(), models.screen(), audit.screen());
    }

    /** Those that somebody with this role can do something in: sets and models are the leads', whose quality tab has the calibration sessions; who decides nothing reads. */
    public List<Screen> all(Role role) {
        return switch (role) {
            case LEAD -> all();
            case AUDITOR, ADMIN -> List.of(audit.screen(), queue.screen(), policy.screen());
            default -> List.of(review.screen(), stacks.screen(), queue.screen(), policy.screen(), calibration.screen());
        };
    }

    /** Stops what is under way and gives leases back. */
    public void close() {
        audit.close();
        models.close();
        quality.close();
        sets.close();
        stacks.close();
        review.close();
    }
}
