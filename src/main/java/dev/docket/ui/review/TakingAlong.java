package dev.docket.ui.review;

import dev.docket.progress.StoppedException;
import dev.docket.queue.Lane;
import dev.docket.queue.LeasedTask;
import dev.docket.team.Limits;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Overlays;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Asks how much work is taken along away from the network, and takes it: a long job of its own, seen below the window. JavaFX thread. */
final class TakingAlong {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final ReviewViewModel model;
    private final Overlays overlays;
    private final Job job;
    private final Background background;

    TakingAlong(ReviewViewModel model, Overlays overlays, Job job, Background background) {
        this.model = model;
        this.overlays = overlays;
        this.job = job;
        this.background = background;
    }

    void ask() {
        Optional<Lane> lane = model.lanes().stream().filter(l -> l.id() == model.laneIdProperty().get()).findFirst();
        if (job.runningProperty().get()) {
            model.say(Text.of("along.busy"));
        } else if (lane.isPresent()) {
            background.run(model.casework()::allowance, more -> more.ifPresentOrElse(limits -> ask(lane.get(), new Limits(limits.tasks() + model.held(), limits.lease())),
                            () -> model.say(Text.of("along.here"))),
                    reason -> model.say(String.valueOf(reason.getMessage())));
        }
    }

    private void ask(Lane lane, Limits most) {
        if (most.tasks() == 0) {
            model.say(Text.of("along.full"));
        } else {
            new TakeAlongSheet(overlays, lane.title(), most, (tasks, span) -> take(lane, tasks, span)).open();
        }
    }

    private void take(Lane lane, int tasks, Duration span) {
        List<LeasedTask> inHand = model.laneIdProperty().get() == lane.id() ? model.inHand() : List.of();
        job.begin(Text.of("along.job"));
        background.run(() -> model.casework().takeAlong(lane.id(), inHand, tasks, span, job), taken -> {
            job.end();
            model.takenAlong(taken);
            model.say(words(taken, tasks));
        }, reason -> {
            if (reason instanceof StoppedException) {
                job.end(new Job.Ended(Text.of("along.stopped"), false, () -> take(lane, tasks, span)));
            } else {
                job.end(new Job.Ended(Text.of("along.failed", String.valueOf(reason.getMessage())), true, () -> take(lane, tasks, span)));
            }
        });
    }

    private static String words(TakenAlong taken, int wanted) {
        if (taken.tasks().isEmpty()) {
            return taken.missing().orElseGet(() -> Text.of("along.none"));
        }
        String until = TIME.format(taken.until().atZone(ZoneId.systemDefault()));
        String all = Text.of(taken.tasks().size() < wanted ? "along.fewer" : "along.taken", taken.tasks().size(), until);
        return taken.missing().map(why -> all + " " + Text.of("along.missing", taken.images(), why)).orElse(all);
    }
}
