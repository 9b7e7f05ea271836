package dev.docket.ui.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.desk.Desk;
import dev.docket.desk.Colleagues;
import dev.docket.team.Role;
import dev.docket.ui.ladder.LadderDesk;
import dev.docket.verdict.Appeals;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.progress.Progress;
import dev.docket.queue.TaskFilter;
import dev.docket.queue.TaskRow;
import dev.docket.ui.common.Background;
import dev.docket.ui.review.DeskCasework;
import dev.docket.ui.review.ReviewViewModel;
import dev.docket.ui.review.Workers;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real desk, as the queue screen reads it. */
class DeskQueueBoardTest {
    @TempDir
    private Path folder;

    private final Background now = new Background(Runnable::run, Runnable::run);
    private Desk desk;
    private QueueBoard board;
    private ReviewViewModel reviewer;

    @BeforeEach
    void openTheDesk() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", pictures.resolve("plain.png").toFile());
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        board = new DeskQueueBoard(desk);
        reviewer = new ReviewViewModel(new DeskCasework(desk), new Workers(now, now, now, 1, now, now), desk.clock, 8);
    }

    @AfterEach
    void closeTheDesk() {
        reviewer.close();
        desk.close();
    }

    @Test
    void whatIsInHandIsSeenToBe() {
        reviewer.tick();

        TaskRow task = board.find(new TaskFilter("", Optional.empty(), TaskFilter.Standing.HELD)).rows().getFirst();
        assertThat(task.holder()).contains(desk.self.pseudonym());
        assertThat(board.standing().leased()).isEqualTo(1);
        assertThat(titles(task.itemId())).contains("Flagged", "Admitted", "In the hands of " + desk.self.pseudonym());
    }

    @Test
    void aDecidedItemTellsWhatWasFound() {
        UUID item = decide(true);

        assertThat(details(item)).contains("S1, Spam or scam: Remove");
    }

    @Test
    void whileASecondLookIsDueNobodyReadsTheFirst() {
        UUID item = decide(false);

        assertThat(board.story(item).orElseThrow().open()).isTrue();
        assertThat(details(item)).contains("Hidden until it is decided").noneMatch(detail -> detail.contains("Spam"));
    }

    @Test
    void everythingUpALadderIsToldOnceItIsSettled() {
        Colleagues others = new Colleagues(desk);
        UUID ben = others.person("R-02", Role.REVIEWER);
        UUID carla = others.person("R-03", Role.REVIEWER);
        UUID item = decide(false);
        others.decide(ben, item, "benign", true);
        desk.database.inTransaction(tx -> desk.comments.add(tx, item, ben, "A banner, not a scam"));
        assertThat(board.story(item).orElseThrow().comments()).extracting(ItemStory.Event::detail).doesNotContain("A banner, not a scam");

        others.decide(carla, item, "spam_scam", true);
        desk.appeals.lodge(item, Appeals.Source.UPLOADER, "My shop", desk.self.id());
        UUID dora = others.person("R-04", Role.REVIEWER);
        assertThat(board.story(item).orElseThrow().appealable()).isEqualTo(LadderDesk.Appealable.PENDING);
        others.decide(dora, item, "spam_scam", true);

        assertThat(board.story(item).orElseThrow().appealable()).isEqualTo(LadderDesk.Appealable.OPEN);
        assertThat(titles(item)).contains("Second opinion: disagreed by R-02", "Adjudicated by R-03",
                "Appeal registered by L-01", "Appeal heard: upheld by R-04");
        assertThat(details(item)).contains("The uploader: \u201cMy shop\u201d", "S0, Within policy: Allow").doesNotContain("A banner, not a scam");
        assertThat(board.story(item).orElseThrow().comments()).as("apart from the record").extracting(ItemStory.Event::title, ItemStory.Event::detail)
                .containsExactly(tuple("R-02 says", "A banner, not a scam"));
    }

    @Test
    void whatIsHeldIsGivenBack() {
        reviewer.tick();
        assertThat(board.mine()).hasSize(1);

        board.giveBack(board.mine().stream().map(TaskRow::taskId).toList());
        reviewer.checkLeases();

        assertThat(board.mine()).isEmpty();
        assertThat(reviewer.leaseLostProperty().get()).isTrue();
    }

    @Test
    void aQuarantinedItemHasNoStory() {
        UUID item = decide(true);
        desk.database.transact(tx -> desk.items.quarantine(tx, item));

        assertThat(board.story(item)).isEmpty();
    }

    private UUID decide(boolean sure) {
        reviewer.tick();
        reviewer.painted();
        UUID item = reviewer.currentProperty().get().item().id();
        Label label = reviewer.pack().label("spam_scam");
        reviewer.decide(label, sure);
        return item;
    }

    private List<String> titles(UUID item) {
        return board.story(item).orElseThrow().events().stream().map(ItemStory.Event::title).toList();
    }

    private List<String> details(UUID item) {
        return board.story(item).orElseThrow().events().stream().map(ItemStory.Event::detail).toList();
    }
}
