package dev.docket.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.storage.Database;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four people doing whatever they may, in random order, held against a paper file. {@code -Ddocket.steps=N} sets for how
 * many steps (default 120), {@code -Ddocket.seed=N} the order.
 */
class RandomReviewTest {
    private static final int STEPS = Integer.getInteger("docket.steps", 120);
    private static final long SEED = Long.getLong("docket.seed", 20261121);
    private static final Set<VerdictKind> JUDGING = Set.of(
            VerdictKind.AGREED, VerdictKind.DISAGREED, VerdictKind.ADJUDICATED, VerdictKind.UPHELD, VerdictKind.OVERTURNED);

    @TempDir
    private Path folder;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Map<UUID, PaperFile> files = new HashMap<>();
    private final List<Verdict> made = new ArrayList<>();
    private Database database;
    private Room room;
    private List<UUID> items;
    private List<UUID> people;

    @BeforeEach
    void open() {
        database = Database.openEmbedded(folder.resolve("database"), new byte[32]);
        room = new Room(database, folder.resolve("images"));
        people = List.of(room.anna, room.ben, room.carla, room.dora);
        items = new ArrayList<>();
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whateverHappensTheFoldSaysWhatThePaperSays() {
        for (int step = 0; step < STEPS; step++) {
            if (step % 15 == 0) {
                // those before run dry once everybody has judged them
                UUID next = room.file(step + 1);
                items.add(next);
                files.put(next, new PaperFile());
            }
            UUID item = items.get(Math.max(0, items.size() - 1 - random.nextInt(6)));
            room.pass(Duration.ofSeconds(1));
            switch (random.nextInt(10)) {
                case 0 -> undo();
                case 1 -> appeal(item);
                default -> look(item, people.get(random.nextInt(people.size())));
            }
            assertThatThePaperAgrees(item);
        }
        room.assertThatTheLogIsSound();
        nobodyJudgedTheirOwn();
        nothingCountsTwice();
        assertThat(files.values()).as("it was a varied day").extracting(PaperFile::state).contains(Standing.State.DECIDED);
    }

    private void look(UUID item, UUID person) {
        Optional<LeasedTask> claimed = room.claim(person, item);
        if (claimed.isEmpty()) {
            return;
        }
        LeasedTask task = claimed.get();
        PaperFile file = files.get(item);
        assertThat(file.isOpen(task.round())).isTrue();
        assertThat(task.stage()).isEqualTo(file.stage(task.round()));
        assertThat(task.stage().judgesOthers() && !file.mayJudge(person, task.round())).as("%s was given their own: %s on %s", people.indexOf(person), task, story(item)).isFalse();
        int dice = random.nextInt(12);
        if (dice == 0) {
            room.record(event(task, person, VerdictKind.SKIPPED, Optional.of("need_context")));
        } else if (dice == 1 && (task.stage() == Stage.FIRST || task.stage() == Stage.SECOND)) {
            made.add(room.record(event(task, person, VerdictKind.ESCALATED, Optional.of(VerdictDesk.SECOND_OPINION))));
            file.passedOn(task, person);
        } else if (dice == 2) {
            made.add(room.record(event(task, person, VerdictKind.ESCALATED, Optional.of("legal"))));
            file.wentUp(task, person);
        } else if (dice == 3 && task.stage() == Stage.ADJUDICATION) {
            made.add(room.record(event(task, person, VerdictKind.ADJUDICATED, Optional.empty())));
            file.leftGrey(task, person);
        } else {
            Finding finding = Room.finding(List.of("benign", "spam_scam", "ip_concern").get(random.nextInt(8) % 3)).withSure(random.nextInt(3) > 0);
            made.add(room.record(room.verdict(person, task, finding)));
            file.decided(task, person, finding);
        }
        database.transact(tx -> room.queue.releaseAll(tx, person));
    }

    private String story(UUID item) {
        return database.<List<Verdict>>inTransaction(tx -> room.verdicts.history(tx, item)).stream()
                .map(v -> v.round() + " " + v.kind() + " by " + people.indexOf(v.reviewer())).collect(Collectors.joining(", "));
    }

    private void undo() {
        if (made.isEmpty()) {
            return;
        }
        Verdict verdict = made.get(random.nextInt(made.size()));
        Optional<Integer> followUp = database.inTransaction(tx -> tx.createQuery("select round from review_task where filed_by = :id and state <> 3")
                .bind("id", verdict.id()).mapTo(Integer.class).findOne());
        boolean followed = database.<Integer>inTransaction(tx -> tx.createQuery("select count(*) from review_task where filed_by = :id and state = 2")
                .bind("id", verdict.id()).mapTo(Integer.class).one()) > 0;
        Optional<LeasedTask> back = room.desk.undo(verdict);
        if (back.isPresent()) {
            assertThat(followed).as("somebody had acted on it").isFalse();
            made.remove(verdict);
            files.get(verdict.itemId()).undone(verdict.round(), followUp);
            database.transact(tx -> room.queue.releaseAll(tx, verdict.reviewer()));
        }
    }

    private void appeal(UUID item) {
        boolean counts = files.get(item).counts().isPresent() && files.get(item).state() != Standing.State.APPEALED;
        Optional<Verdict> appeal = room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.anna);
        assertThat(appeal.isPresent()).isEqualTo(counts);
        appeal.ifPresent(event -> {
            files.get(item).appealed(event.round());
            if (random.nextInt(4) == 0) {
                assertThat(room.appeals.withdraw(event, room.anna)).isTrue();
                files.get(item).appealWithdrawn(event.round());
            }
        });
    }

    private void assertThatThePaperAgrees(UUID item) {
        PaperFile file = files.get(item);
        List<Verdict> history = database.inTransaction(tx -> room.verdicts.history(tx, item));
        Standing standing = Standing.of(item, history);
        assertThat(standing.state()).as("%s", room.kinds(item)).isEqualTo(file.state());
        assertThat(standing.deciding().map(v -> v.finding().orElseThrow())).isEqualTo(file.counts());
        assertThat(standing.votes()).hasSize(file.voteCount());
        List<Verdict> shuffled = new ArrayList<>(history);
        Collections.shuffle(shuffled, new Random(random.nextLong()));
        assertThat(Standing.of(item, shuffled)).as("in any order").isEqualTo(standing);
    }

    private void nobodyJudgedTheirOwn() {
        for (UUID item : items) {
            List<Verdict> history = database.inTransaction(tx -> room.verdicts.history(tx, item));
            for (Verdict judging : history) {
                if (JUDGING.contains(judging.kind())) {
                    assertThat(history).noneMatch(v -> v.finding().isPresent() && v.reviewer().equals(judging.reviewer())
                            && v.round() < judging.round() && v.at().isBefore(judging.at()));
                }
            }
        }
    }

    private void nothingCountsTwice() {
        List<Verdict> current = database.inTransaction(room.verdicts::current);
        assertThat(current).extracting(Verdict::id).doesNotHaveDuplicates();
        assertThat(current.stream().map(v -> v.taskId() + "/" + v.round()).toList()).doesNotHaveDuplicates();
        assertThat(current).hasSize(files.values().stream().mapToInt(PaperFile::voteCount).sum());
        Map<UUID, Long> standing = database.<List<Standing>>inTransaction(room.verdicts::standings).stream().collect(Collectors.groupingBy(Standing::item, Collectors.counting()));
        assertThat(standing.values()).allMatch(n -> n == 1);
    }

    private Verdict event(LeasedTask task, UUID person, VerdictKind kind, Optional<String> reason) {
        return new Verdict(UUID.randomUUID(), task.taskId(), task.itemId(), task.round(), 0, kind, person, task.epoch(), Optional.empty(),
                reason, Room.PACK.ref(), SampleShown.of(task.itemId()), room.now());
    }
}
