package dev.docket.ui.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditVerifier;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.desk.Desk;
import dev.docket.intake.IntakeSources;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Severity;
import dev.docket.progress.Progress;
import dev.docket.queue.ReviewQueue;
import dev.docket.team.Role;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.stack.StackMember.Tie;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictAudit;
import dev.docket.verdict.VerdictKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real desk with a parcel, the same file once more, two smaller ones, and a chequered picture that is like none. */
class DeskStackBoardTest {
    private static final Room ROOM = new Room(184, 137);

    @TempDir
    private Path folder;
    private Desk desk;
    private DeskStackBoard board;
    private UUID ben;

    @BeforeEach
    void openTheDesk() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        DecodedImage parcel = PaintedBoard.paint(PaintedBoard.full().stacks().stream().findFirst().map(stack -> PaintedBoard.full().byItem.get(stack.seed()).seed()).orElseThrow());
        write(parcel, pictures.resolve("a.png"));
        write(Renditions.scaled(parcel, 200), pictures.resolve("c.png"));
        write(Renditions.scaled(parcel, 150), pictures.resolve("d.png"));
        write(squares(), pictures.resolve("other.png"));
        StringBuilder manifest = new StringBuilder();
        for (String line : List.of("a a", "b a", "c c", "d d", "other other")) {
            manifest.append("{\"id\":\"%s\",\"file\":\"%s.png\",\"source\":\"test\",\"flagged_ago\":\"PT1H\"}\n".formatted((Object[]) line.split(" ")));
        }
        Files.writeString(pictures.resolve("queue.jsonl"), manifest);
        desk = Desk.open(folder.resolve("profile"), Clock.systemUTC());
        desk.intake.admitAll(IntakeSources.open(pictures, IntakeSources.Format.AUTO, "test", desk.clock), Progress.NONE);
        ben = desk.database.inTransaction(tx -> desk.team.add(tx, "R-02", Role.REVIEWER)).id();
        board = new DeskStackBoard(desk);
    }

    @AfterEach
    void closeTheDesk() {
        assertThat(new AuditVerifier(new VerdictAudit()).verify(desk.database).firstBad()).isEmpty();
        desk.close();
    }

    @Test
    void lookAlikesAndCopiesAreOneStackAndTheLonerIsNone() {
        assertThat(board.stacks()).singleElement().satisfies(stack -> {
            assertThat(stack.open()).isEqualTo(4);
            assertThat(stack.held()).isZero();
        });
        OpenStack stack = open();
        assertThat(stack.members()).hasSize(4);
        assertThat(stack.members()).filteredOn(StackMember::canFollow).hasSize(4);
        Tile tile = board.tiles(stack).tile(stack.members().getLast().id(), ROOM);
        assertThat(tile.badge()).matches("PDQ \\d+|Copy");
        assertThat(tile.line()).isIn("smaller", "re-saved", "same file");
    }

    @Test
    void aLookIsCountedInTheReviewersOwnExposureAndABlindOneByItsCoverAlone() {
        StackMember seed = open().seed();
        StackMember grave = new StackMember(seed.item(), seed.task(), seed.tie(), 0, seed.profile(), Severity.S4, false);
        StackMember blind = new StackMember(seed.item(), seed.task(), seed.tie(), 0, desk.policy.pack().displayProfiles().get("strict"), Severity.S4, true);

        board.looked(grave, desk.clock.instant().minusSeconds(3));
        board.looked(blind, desk.clock.instant().minusSeconds(2));

        assertThat(desk.care.hour().of(Severity.S4).looks()).isOne();
        assertThat(desk.care.hour().of(Severity.S4).open()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        assertThat(desk.care.hour().of(Severity.S3).looks()).as("its severity is hidden, a strict cover is seen").isOne();
    }

    @Test
    void aStackIsWrittenAsOneEventAnItemWithItsSeedAndTakenBackInOneStep() {
        OpenStack stack = open();
        List<UUID> items = stack.members().stream().map(StackMember::id).toList();

        StackBoard.Decided decided = decide(stack, "spam_scam", items.subList(1, 3));

        assertThat(decided.items()).containsExactlyInAnyOrderElementsOf(items.subList(0, 3));
        assertThat(kinds(items.getFirst())).containsExactly(VerdictKind.DECIDED);
        assertThat(history(items.get(1))).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(VerdictKind.PROPAGATED);
            assertThat(event.about()).contains(decided.seed());
            assertThat(event.finding().orElseThrow().label()).isEqualTo("spam_scam");
            assertThat(event.shown().seen()).contains(Shown.Seen.GALLERY);
            assertThat(event.batch()).isPresent();
        });
        assertThat(kinds(items.get(3))).as("left out").isEmpty();
        assertThat(board.stacks()).as("one alone is no stack").isEmpty();
        assertThat(board.spreads()).singleElement().extracting(Propagation.Spread::standing).isEqualTo(2);

        assertThat(board.undo(decided.seed())).isTrue();

        assertThat(kinds(items.getFirst())).containsExactly(VerdictKind.DECIDED, VerdictKind.UNDONE);
        assertThat(kinds(items.get(1))).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED);
        assertThat(board.stacks()).singleElement().extracting(Stack::open).isEqualTo(4);
        assertThat(board.undo(decided.seed())).as("once").isFalse();
    }

    @Test
    void whatASeedWasCarriedOverToIsCountedAndTakenBackWhileTheSeedStays() {
        OpenStack stack = open();
        List<UUID> items = stack.members().stream().map(StackMember::id).toList();
        StackBoard.Decided decided = decide(stack, "spam_scam", items.subList(1, 4));

        assertThat(board.standing(decided.seed())).isEqualTo(3);
        assertThat(board.takeBack(decided.seed())).isEqualTo(3);

        assertThat(board.standing(decided.seed())).isZero();
        assertThat(board.spreads()).isEmpty();
        assertThat(kinds(items.getFirst())).containsExactly(VerdictKind.DECIDED);
        assertThat(kinds(items.getLast())).containsExactly(VerdictKind.PROPAGATED, VerdictKind.REVERSED);
    }

    @Test
    void whatOthersHoldIsNeitherShownNorDecided() {
        OpenStack whole = open();
        UUID held = whole.members().getLast().id();
        board.release(whole.taken());
        desk.database.transact(tx -> assertThat(desk.queue.take(tx, ben, List.of(ReviewQueue.taskId(held, 1)))).hasSize(1));

        OpenStack stack = open();
        assertThat(stack.members()).extracting(StackMember::id).doesNotContain(held);
        assertThat(stack.held()).isEqualTo(1);
        assertThat(board.plan(stack.seed(), label("spam_scam")).kept().get(held)).isPresent();

        StackBoard.Decided decided = decide(stack, "spam_scam", whole.members().stream().skip(1).map(StackMember::id).toList());
        assertThat(decided.items()).doesNotContain(held);
        assertThat(kinds(held)).isEmpty();
    }

    @Test
    void whatWasQuarantinedIsInNoStackNoTileAndNoDecision() {
        OpenStack stack = open();
        StackMember gone = stack.members().stream().filter(member -> member.tie() == Tie.NEAR).findFirst().orElseThrow();
        desk.database.transact(tx -> desk.items.quarantine(tx, gone.id()));

        Tile tile = board.tiles(stack).tile(gone.id(), ROOM);
        assertThat(tile.face()).isInstanceOf(Tile.Words.class);
        assertThat(tile.name()).isEmpty();
        assertThat(picture(gone)).isEmpty();
        assertThat(board.open(gone.id(), true)).isEmpty();
        assertThat(open().members()).extracting(StackMember::id).doesNotContain(gone.id());
        StackBoard.Decided decided = decide(stack, "spam_scam", stack.members().stream().skip(1).map(StackMember::id).toList());
        assertThat(decided.items()).doesNotContain(gone.id());
    }

    @Test
    void labelsSpreadByTheirRule() {
        OpenStack stack = open();

        StackPlan never = board.plan(stack.seed(), label("hate_symbols"));
        assertThat(never.spreads()).isFalse();
        assertThat(stack.members()).filteredOn(never::takes).containsExactly(stack.seed());
        StackPlan copies = board.plan(stack.seed(), label("civic_deception"));
        assertThat(stack.members()).filteredOn(copies::takes).allMatch(member -> member.tie() != Tie.NEAR);
        StackPlan alike = board.plan(stack.seed(), label("spam_scam"));
        assertThat(stack.members()).filteredOn(alike::takes).hasSize(4);
        assertThat(board.plan(stack.seed(), label("ncii")).missing()).as("the policy asks for its reason").isNotEmpty();
    }

    @Test
    void aLostLeaseDecidesNothing() {
        OpenStack stack = open();
        board.release(stack.members().stream().map(StackMember::task).toList());
        desk.database.transact(tx -> desk.queue.take(tx, ben, List.of(stack.seed().task())));

        assertThat(decide(stack, "spam_scam", stack.members().stream().skip(1).map(StackMember::id).toList()).items()).isEmpty();
        assertThat(kinds(stack.members().get(1).id())).isEmpty();
    }

    private OpenStack open() {
        return board.open(board.stacks().getFirst().seed(), false).orElseThrow();
    }

    private StackBoard.Decided decide(OpenStack stack, String label, List<UUID> others) {
        StackPlan plan = board.plan(stack.seed(), label(label));
        return board.decide(new StackBoard.Decision(stack.seed(), plan.finding(), Shown.opened(stack.seed().item().sha256(), "open", 900),
                others.stream().map(item -> new Propagation.Tile(item, Shown.tile(stack.seed().item().sha256(), "open"))).toList()));
    }

    private Optional<DecodedImage> picture(StackMember member) {
        try {
            return board.picture(member, ROOM);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Label label(String id) {
        return board.pack().label(id);
    }

    private List<Verdict> history(UUID item) {
        return desk.database.inTransaction(tx -> desk.verdicts.history(tx, item));
    }

    private List<VerdictKind> kinds(UUID item) {
        return Stream.of(history(item)).flatMap(List::stream).map(Verdict::kind).toList();
    }

    private static DecodedImage squares() {
        int[] argb = new int[256 * 192];
        for (int at = 0; at < argb.length; at++) {
            argb[at] = (at % 256 / 17 + at / 256 / 23) % 3 == 0 ? 0xFF102040 : 0xFFF0E0D0;
        }
        return new DecodedImage(256, 192, argb, new dev.docket.decode.ImageHeader("image/png", 256, 192, 1, 1), false);
    }

    private static void write(DecodedImage picture, Path file) throws IOException {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_INT_RGB);
        image.setRGB(0, 0, picture.width(), picture.height(), picture.argb(), 0, picture.width());
        ImageIO.write(image, "png", file.toFile());
    }
}
