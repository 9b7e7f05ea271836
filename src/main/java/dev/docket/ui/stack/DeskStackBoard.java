package dev.docket.ui.stack;

import dev.docket.care.Exposure;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.hash.NearDuplicates;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stacks;
import dev.docket.retrain.LookAlikes;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stack.StackMember.Tie;
import dev.docket.ui.stage.Room;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Session;
import dev.docket.verdict.Twin;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictDesk;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** The stacks of one desk: its queue, its near-duplicates, its session. Several threads. */
public final class DeskStackBoard implements StackBoard {
    private static final int MOST_MEMBERS = 500;
    private static final int MOST_ALIKE = 60;
    private static final int MOST_SPREADS = 30;

    private final Desk desk;
    private final StackLists lists;

    public DeskStackBoard(Desk desk) {
        this.desk = desk;
        lists = new StackLists(desk);
    }

    @Override
    public PolicyPack pack() {
        return desk.policy.pack();
    }

    @Override
    public List<Stack> stacks() {
        return desk.database.inTransaction(tx -> {
            desk.queue.reap(tx);
            return lists.all(tx);
        });
    }

    @Override
    public Optional<OpenStack> open(UUID item, boolean asSeed) {
        return desk.database.inTransaction(tx -> {
            desk.queue.reap(tx);
            return lists.find(tx, item).flatMap(asked -> open(tx, asked, asSeed));
        });
    }

    private Optional<OpenStack> open(Handle tx, Stacks.Member asked, boolean asSeed) {
        List<Stacks.Member> all = lists.of(tx, asked.group()).stream()
                .sorted(Comparator.comparingInt(member -> StackLists.distance(asked, member))).limit(MOST_MEMBERS).toList();
        List<UUID> tasks = all.stream().map(Stacks.Member::task).toList();
        Set<UUID> held = new HashSet<>(desk.queue.heartbeat(tx, desk.self.id(), tasks));
        List<UUID> taken = desk.queue.take(tx, desk.self.id(), tasks).stream().map(LeasedTask::taskId).toList();
        held.addAll(taken);
        List<Stacks.Member> mine = all.stream().filter(member -> held.contains(member.task())).toList();
        if (mine.isEmpty()) {
            return Optional.empty();
        }
        Stacks.Member seed = asSeed && mine.contains(asked) ? asked : StackLists.medoid(mine);
        List<StackMember> members = new ArrayList<>();
        lists.member(tx, seed, Tie.SEED, 0).ifPresent(members::add);
        mine.stream().filter(member -> !member.item().equals(seed.item())).sorted(Comparator.comparing((Stacks.Member member) -> tie(seed, member))
                        .thenComparingInt(member -> StackLists.distance(seed, member)))
                .forEach(member -> lists.member(tx, member, tie(seed, member), StackLists.distance(seed, member)).ifPresent(members::add));
        return members.isEmpty() || members.getFirst().tie() != Tie.SEED ? Optional.empty()
                : Optional.of(new OpenStack(StackLists.title(members.getFirst().item()), members, List.of(), all.size() - mine.size(), taken));
    }

    private static Tie tie(Stacks.Member seed, Stacks.Member member) {
        if (seed.picture().equals(member.picture())) {
            return Tie.COPY;
        }
        return StackLists.distance(seed, member) <= NearDuplicates.MAX_DISTANCE ? Tie.NEAR : Tie.CHAIN;
    }

    @Override
    public List<StackMember> lookAlikes(OpenStack stack) {
        Set<UUID> known = stack.members().stream().map(StackMember::id).collect(Collectors.toSet());
        List<LookAlikes.LookAlike> alike = desk.lookAlikes.of(stack.seed().id(), MOST_ALIKE).nearest().stream()
                .filter(each -> each.way() == LookAlikes.Way.EMBEDDING && !known.contains(each.item())).toList();
        return desk.database.inTransaction(tx -> alike.stream().flatMap(each -> lists.find(tx, each.item()).stream()
                .flatMap(member -> lists.member(tx, member, Tie.ALIKE, each.measure()).stream())).toList());
    }

    @Override
    public List<UUID> keep(OpenStack stack) {
        return desk.database.inTransaction(tx -> desk.queue.heartbeat(tx, desk.self.id(), stack.members().stream().map(StackMember::task).toList()));
    }

    @Override
    public void release(List<UUID> tasks) {
        desk.database.transact(tx -> desk.queue.release(tx, desk.self.id(), tasks));
    }

    @Override
    public TileSource tiles(OpenStack stack) {
        return new DeskTiles(desk, stack);
    }

    @Override
    public Optional<DecodedImage> picture(StackMember member, Room room) throws IOException {
        if (!member.profile().render() || desk.database.inTransaction(tx -> desk.items.find(tx, member.id())).isEmpty()) {
            return Optional.empty();
        }
        byte[] file = desk.blobs.get(member.item().sha256()).orElseThrow(() -> new IOException(Text.of("stack.tile.gone")));
        try {
            ImageHeader header = desk.decoder.header(file);
            int side = room.longerSide(header.uprightWidth(), header.uprightHeight());
            return Optional.of(desk.decoder.fitted(file, side));
        } catch (UndecodableImageException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void looked(StackMember member, Instant from) {
        desk.care.glanced(Exposure.counted(member.severity(), member.profile(), member.blind()), from);
    }

    @Override
    public StackPlan plan(StackMember seed, Label label) {
        Finding finding = Finding.of(label.id(), label.severity(), label.defaultAction());
        Optional<List<Twin>> twins = desk.propagation.plan(seed.id(), finding, desk.self.id());
        return new StackPlan(label, finding, twins.isPresent(),
                twins.orElse(List.of()).stream().collect(Collectors.toMap(Twin::item, Twin::kept, (first, _) -> first)),
                desk.verdictDesk.rules().missing(finding));
    }

    @Override
    public Decided decide(Decision decision) {
        UUID task = decision.seed().task();
        Optional<LeasedTask> mine = desk.database.inTransaction(tx -> desk.queue.held(tx, desk.self.id(), task));
        UUID id = UUID.randomUUID();
        if (mine.isEmpty()) {
            return new Decided(id, List.of());
        }
        Verdict verdict = new Verdict(id, task, decision.seed().id(), mine.get().round(), 0, VerdictKind.DECIDED, desk.self.id(), mine.get().epoch(),
                Optional.of(decision.finding()), Optional.empty(), pack().ref(), decision.shown(), desk.clock.instant());
        Session.Together together = desk.session.decide(verdict, decision.tiles());
        return together.outcome() == VerdictDesk.Outcome.LATE ? new Decided(id, List.of())
                // of a stack that is decided while the database does not answer, only the seed is: the others were not looked up
                : new Decided(id, Stream.concat(Stream.of(decision.seed().id()), together.batch().items().stream()).toList());
    }

    @Override
    public boolean undo(UUID seed) {
        boolean last = desk.session.last().filter(act -> seed.equals(seedOf(act))).isPresent();
        Optional<Session.Undone> undone = last ? desk.session.undo() : Optional.empty();
        // it goes back to its lane with the others, until the stack is opened again
        undone.flatMap(Session.Undone::task).ifPresent(task -> release(List.of(task.taskId())));
        return undone.filter(Session.Undone::back).isPresent();
    }

    private static UUID seedOf(Session.Act act) {
        return switch (act) {
            case Session.Act.Judged judged -> judged.verdict().id();
            case Session.Act.Spread spread -> spread.batch().seed();
            case Session.Act.Reversed reversed -> reversed.reversal().seed();
        };
    }

    @Override
    public List<Propagation.Spread> spreads() {
        return desk.propagation.spreads(MOST_SPREADS);
    }

    @Override
    public long standing(UUID seed) {
        return desk.propagation.descendants(seed);
    }

    @Override
    public int takeBack(UUID seed) {
        return desk.session.reverseAll(seed, desk.self.id());
    }
}
