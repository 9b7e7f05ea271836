package dev.docket.ui;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.Lane;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskFilter.Standing;
import dev.docket.queue.TaskRow;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.queue.DeskQueueBoard;
import dev.docket.ui.queue.QueueBoard;
import dev.docket.ui.settings.SettingCommands;
import dev.docket.ui.shell.Command;
import dev.docket.ui.shell.Command.Group;
import dev.docket.ui.shell.CommandSource;
import dev.docket.ui.stack.Stack;
import dev.docket.verdict.Verdict;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the palette finds on a desk: verdicts, lanes, the policy, one's decisions of today, any item. JavaFX thread. */
final class DeskCommands implements CommandSource {
    private static final int MOST_FOUND = 8;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private final Desk desk;
    private final Screens screens;
    private final QueueBoard board;
    private final Background records;
    private final Consumer<String> show;
    private final Runnable practise;
    private final SettingCommands settings;
    private final Supplier<Command> lock;

    /**
     * @param show brings a tab to the front by its id
     * @param practise begins the guided tour
     * @param settings every single one
     * @param lock locks the window, where it can be
     */
    DeskCommands(Desk desk, Screens screens, Background records, Consumer<String> show, Runnable practise, SettingCommands settings, Supplier<Command> lock) {
        this.desk = desk;
        this.screens = screens;
        this.board = new DeskQueueBoard(desk);
        this.records = records;
        this.show = show;
        this.practise = practise;
        this.settings = settings;
        this.lock = lock;
    }

    @Override
    public List<Command> commands() {
        List<Command> commands = new ArrayList<>();
        if (desk.self.role().decides()) {
            commands.addAll(screens.review().commands(() -> show.accept("review")));
            screens.stacks().model().shelf().stacks().stream().map(this::stack).forEach(commands::add);
            screens.review().model().lanes().stream().map(this::lane).forEach(commands::add);
        }
        pack().labels().stream().map(this::policy).forEach(commands::add);
        commands.add(new Command(Group.GO, "mdmz-school", Text.of("practice.again"), Text.of("practice.again.aside"), List.of(), practise));
        commands.add(lock.get());
        commands.addAll(settings.commands());
        return commands;
    }

    @Override
    public void search(String words, Consumer<List<Command>> found) {
        records.run(() -> {
            List<Command> commands = new ArrayList<>(decisions(words));
            board.find(new TaskFilter(words, Optional.empty(), Standing.ANY)).rows().stream().limit(MOST_FOUND).map(this::item).forEach(commands::add);
            return commands;
        }, found, reason -> found.accept(List.of()));
    }

    private Command stack(Stack stack) {
        return new Command(Group.ITEMS, "mdal-layers", Text.of("palette.stack.open", stack.title()), Text.of("stack.row.figures", stack.open(), Math.round(stack.distance())),
                List.of(), () -> stack(stack.seed()));
    }

    private void stack(UUID seed) {
        show.accept("stacks");
        screens.stacks().model().openFor(seed, false);
    }

    private PolicyPack pack() {
        return desk.policy.pack();
    }

    private Command lane(Lane lane) {
        return new Command(Group.LANES, "mdal-archive", lane.title(), Text.of("palette.lane.aside", lane.waiting()), List.of(), () -> {
            show.accept("review");
            screens.review().model().selectLane(lane.id());
        });
    }

    private Command policy(Label label) {
        return new Command(Group.POLICY, "mdmz-policy", label.title(), Text.of("palette.policy.aside", pack().ref().version()), List.of(), () -> {
            show.accept("policy");
            screens.policy().model().select(label);
        });
    }

    private List<Command> decisions(String words) {
        ZoneId zone = desk.clock.getZone();
        var midnight = desk.clock.instant().atZone(zone).truncatedTo(ChronoUnit.DAYS).toInstant();
        List<Verdict> today = desk.database.inTransaction(tx -> desk.verdicts.recent(tx, desk.self.id(), 1000)).stream()
                .filter(v -> v.finding().isPresent() && !v.at().isBefore(midnight)).toList();
        List<Command> commands = new ArrayList<>();
        for (Verdict verdict : today) {
            String label = pack().find(verdict.finding().orElseThrow().label()).map(Label::shortTitle).orElse("");
            String id = shortId(verdict.itemId());
            if (commands.size() < MOST_FOUND && (id + " " + label).toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT))) {
                commands.add(new Command(Group.DECISIONS, "mdal-history", Text.of("palette.decision", id, label),
                        TIME.format(verdict.at().atZone(zone)), List.of(), () -> item(verdict.itemId())));
            }
        }
        return commands;
    }

    private Command item(TaskRow task) {
        return new Command(Group.ITEMS, "mdal-image", Text.of("palette.item", task.shortId()), task.lane(), List.of(), () -> item(task.itemId()));
    }

    private void item(UUID item) {
        show.accept("queue");
        screens.queue().model().find(item);
    }

    private static String shortId(UUID item) {
        String hex = item.toString();
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }
}
