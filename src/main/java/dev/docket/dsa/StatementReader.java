package dev.docket.dsa;

import dev.docket.dsa.StatementLog.Change;
import dev.docket.dsa.StatementLog.Kept;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Restriction;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.verdict.Finding;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Standing.State;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.Verdicts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads out of the desk's stores what is to be stated now, and what no longer holds of what was stated. Several threads. */
final class StatementReader {
    private final Items items;
    private final Verdicts verdicts;
    private final Policies policies;
    private final PolicyPack inForce;
    private final PublishHold hold;
    private final StatementLog log;

    StatementReader(Items items, Verdicts verdicts, Policies policies, PolicyPack inForce, PublishHold hold, StatementLog log) {
        this.items = items;
        this.verdicts = verdicts;
        this.policies = policies;
        this.inForce = inForce;
        this.hold = hold;
        this.log = log;
    }

    /** @param since first day (UTC) of the decisions; empty: all */
    Batch read(Handle tx, Optional<LocalDate> since, Progress progress) throws FaultyStatementsException {
        Reading reading = new Reading(tx, since, log.all(tx), new Packs(tx, policies, inForce));
        List<Standing> standings = verdicts.standings(tx);
        for (int n = 0; n < standings.size(); n++) {
            progress.at(n, standings.size(), "");
            progress.stopIfCancelled();
            Optional<NoStatement> none = reading.add(standings.get(n));
            none.ifPresent(why -> reading.none.merge(why, 1, Integer::sum));
        }
        if (!reading.faults.isEmpty()) {
            throw new FaultyStatementsException(reading.faults);
        }
        progress.at(standings.size(), standings.size(), "");
        return new Batch(reading.statements, reading.byHand, reading.none);
    }

    /** One reading. */
    private final class Reading {
        private final Handle tx;
        private final Optional<LocalDate> since;
        private final Map<UUID, List<Kept>> written;
        private final Packs packs;
        private final List<Prepared> statements = new ArrayList<>();
        private final List<ByHand> byHand = new ArrayList<>();
        private final List<FaultyStatementsException.Found> faults = new ArrayList<>();
        private final Map<NoStatement, Integer> none = new EnumMap<>(NoStatement.class);

        Reading(Handle tx, Optional<LocalDate> since, Map<UUID, List<Kept>> written, Packs packs) {
            this.tx = tx;
            this.since = since;
            this.written = written;
            this.packs = packs;
        }

        Optional<NoStatement> add(Standing standing) {
            List<Kept> kept = written.getOrDefault(standing.item(), List.of());
            if (hold.holds(standing)) {
                return Optional.of(NoStatement.HELD);
            }
            if (standing.state() == State.DISPUTED || standing.state() == State.ESCALATED) {
                return Optional.of(NoStatement.OPEN); // what was stated stays until somebody settles it
            }
            Optional<ImageItem> item = items.find(tx, standing.item());
            if (item.isEmpty() || item.get().facts().gold()) {
                return Optional.of(NoStatement.QUALITY_CHECK).filter(_ -> item.isPresent());
            }
            if (standing.deciding().isEmpty()) {
                reverse(kept, item.get());
                return Optional.of(NoStatement.OPEN);
            }
            Verdict decision = dating(standing, standing.deciding().get());
            Measure measure = Measure.of(decision, packs.of(decision.pack()), item.get().facts());
            if (measure.restriction() == Restriction.NONE || measure.territory().isEmpty()) {
                reverse(kept, item.get());
                return Optional.of(measure.restriction() == Restriction.NONE ? NoStatement.UNRESTRICTED : NoStatement.ELSEWHERE);
            }
            return add(measure, item.get(), kept);
        }

        private Optional<NoStatement> add(Measure measure, ImageItem item, List<Kept> kept) {
            String language = Notice.language(item);
            Prepared prepared = new Prepared(measure.decision().id(), item.id(), item.source(), StatementMaker.statement(measure, item), language,
                    Notice.text(measure, item, language));
            if (kept.stream().anyMatch(each -> each.stands() && each.grounds().equals(prepared.grounds()))) {
                return Optional.of(NoStatement.WRITTEN);
            }
            reverse(kept, item);
            Optional<Kept> same = kept.stream().filter(each -> each.puid().equals(prepared.puid())).findFirst();
            if (same.isPresent()) {
                if (!same.get().stands()) {
                    byHand.add(ByHand.of(same.get(), item.source(), Change.REINSTATED));
                }
                return Optional.of(NoStatement.WRITTEN);
            }
            if (since.filter(StatementMaker.day(measure.decision().at())::isBefore).isPresent()) {
                return Optional.of(NoStatement.EARLIER);
            }
            StatementCheck.of(CanonicalJson.MAPPER.valueToTree(prepared.statement()))
                    .forEach(fault -> faults.add(new FaultyStatementsException.Found(item.id(), prepared.puid(), fault)));
            statements.add(prepared);
            return Optional.empty();
        }

        private void reverse(List<Kept> kept, ImageItem item) {
            kept.stream().filter(Kept::stands).forEach(each -> byHand.add(ByHand.of(each, item.source(), Change.REVERSED)));
        }
    }

    /** Where later looks came to the same, the restriction dates from the first of them: a second look restricts nothing anew. */
    private static Verdict dating(Standing standing, Verdict deciding) {
        List<Verdict> votes = standing.votes();
        int at = votes.indexOf(deciding);
        while (at > 0 && same(votes.get(at - 1).finding().orElseThrow(), deciding.finding().orElseThrow())) {
            at--;
        }
        return at < 0 ? deciding : votes.get(at);
    }

    private static boolean same(Finding one, Finding other) {
        return one.agreesWith(other) && one.jurisdictions().equals(other.jurisdictions());
    }
}
