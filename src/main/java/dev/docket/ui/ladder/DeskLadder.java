package dev.docket.ui.ladder;

import dev.docket.desk.Desk;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.Holder;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Comments;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The ladders of one desk. Several threads. */
public final class DeskLadder implements LadderDesk {
    private static final Set<VerdictKind> JUDGED_OTHERS = EnumSet.of(
            VerdictKind.AGREED, VerdictKind.DISAGREED, VerdictKind.ADJUDICATED, VerdictKind.UPHELD, VerdictKind.OVERTURNED);

    private final Desk desk;

    public DeskLadder(Desk desk) {
        this.desk = desk;
    }

    @Override
    public PolicyPack pack() {
        return desk.policy.pack();
    }

    @Override
    public List<Holder> others() {
        return desk.database.inTransaction(desk.queue::holders).stream().filter(h -> !h.pseudonym().equals(desk.self.pseudonym())).toList();
    }

    @Override
    public List<Said> comments(UUID item) {
        return desk.database.inTransaction(tx -> desk.comments.of(tx, item).stream().map(c -> said(tx, c)).toList());
    }

    private Said said(Handle tx, Comments.Comment comment) {
        String author = desk.team.find(tx, comment.author()).map(Member::pseudonym).orElse("?");
        return new Said(comment.id(), author, comment.words(), comment.at(), comment.author().equals(desk.self.id()));
    }

    @Override
    public void comment(UUID item, String words) {
        desk.database.inTransaction(tx -> desk.comments.add(tx, item, desk.self.id(), words));
    }

    @Override
    public void uncomment(UUID comment) {
        desk.database.inTransaction(tx -> desk.comments.delete(tx, comment, desk.self.id()));
    }

    @Override
    public Optional<Aftermath> aftermath(UUID verdict) {
        return desk.database.inTransaction(tx -> desk.verdicts.find(tx, verdict)).filter(own -> JUDGED_OTHERS.contains(own.kind())).map(this::aftermath);
    }

    private Aftermath aftermath(Verdict own) {
        Optional<Verdict> judged = own.about().flatMap(about -> desk.database.inTransaction(tx -> desk.verdicts.find(tx, about)));
        boolean hearing = own.kind() == VerdictKind.UPHELD || own.kind() == VerdictKind.OVERTURNED;
        Optional<Verdict> appeal = hearing ? appeal(own) : Optional.empty();
        long descendants = own.kind() == VerdictKind.OVERTURNED ? judged.map(j -> desk.propagation.descendants(j.id())).orElse(0L) : 0;
        return new Aftermath(own, judged, appeal, descendants);
    }

    private Optional<Verdict> appeal(Verdict hearing) {
        return desk.database.inTransaction(tx -> desk.verdicts.history(tx, hearing.itemId())).stream()
                .filter(v -> v.kind() == VerdictKind.APPEALED && v.taskId().equals(hearing.taskId())).reduce((_, later) -> later);
    }

    @Override
    public int reverse(UUID seed) {
        return desk.session.reverseAll(seed, desk.self.id());
    }

    @Override
    public boolean mayComment() {
        return desk.self.role().decides();
    }

    @Override
    public boolean mayLodge() {
        return desk.self.role() == Role.LEAD;
    }

    @Override
    public Appealable appealable(UUID item) {
        Standing standing = desk.database.inTransaction(tx -> desk.verdicts.standing(tx, item));
        if (standing.state() == Standing.State.APPEALED) {
            return Appealable.PENDING;
        }
        return standing.deciding().isPresent() ? Appealable.OPEN : Appealable.NOTHING;
    }

    @Override
    public boolean lodge(UUID item, Appeals.Source source, String words) {
        return desk.appeals.lodge(item, source, words, desk.self.id()).isPresent();
    }

    @Override
    public boolean withdraw(UUID item) {
        return desk.appeals.pending(item).filter(appeal -> desk.appeals.withdraw(appeal, desk.self.id())).isPresent();
    }
}
