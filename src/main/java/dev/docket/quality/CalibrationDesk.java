package dev.docket.quality;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.item.Items;
import dev.docket.item.StandIns;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.quality.CalibrationSession.Asked;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.quality.CalibrationSession.Picked;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Calibration sessions: a lead picks items, everybody who is asked answers each of them blind, the lead shows all answers at once, and what
 * comes of it is a note for the policy or a golden item. An answer is no verdict. A team's database holds everybody to it, leads too: none reads
 * another's answer before. Several threads.
 */
public final class CalibrationDesk {
    private final Database database;
    private final PolicyPack pack;
    private final GoldenDesk golden;
    private final AuditLog audit;
    private final Member self;
    private final Clock clock;
    private final Items items = new Items();
    private final Policies policies = new Policies();
    private final Calibrations calibrations = new Calibrations();

    public CalibrationDesk(Database database, PolicyPack pack, GoldenDesk golden, AuditLog audit, Member self, Clock clock) {
        this.database = database;
        this.pack = pack;
        this.golden = golden;
        this.audit = audit;
        this.self = self;
        this.clock = clock;
    }

    /**
     * Opens a session.
     *
     * @param picked 1..20 items
     * @param people who is asked, at least one
     * @throws IllegalArgumentException when one of these is not as it has to be, or an item is none that people are made to look at for this; says which
     */
    public CalibrationSession open(String title, Set<UUID> picked, List<Member> people) {
        require(!title.isBlank() && title.strip().length() <= CalibrationSession.TITLE_CHARS, "A session's title has 1 to " + CalibrationSession.TITLE_CHARS + " characters");
        require(!picked.isEmpty() && picked.size() <= CalibrationSession.MOST_ITEMS, "A session has 1 to " + CalibrationSession.MOST_ITEMS + " items, not " + picked.size());
        require(!people.isEmpty(), "Say who is asked");
        people.forEach(person -> require(person.role().decides(), person.pseudonym() + " decides nothing, and is not asked"));
        CalibrationSession session = new CalibrationSession(UUID.randomUUID(), title.strip(), self.id(), now(),
                new LinkedHashSet<>(picked).stream().map(item -> new Picked(item, Optional.empty(), Optional.empty())).toList(),
                people.stream().distinct().map(person -> new Asked(person.id(), person.pseudonym(), 0)).toList(), Optional.empty());
        database.transact(tx -> {
            session.items().forEach(one -> check(tx, one.item()));
            calibrations.add(tx, session);
            log(tx, AuditKind.CALIBRATION_OPENED, session.id(), Map.of("items", session.items().size(), "people", session.people().size()));
        });
        return session;
    }

    private void check(Handle tx, UUID item) {
        require(items.find(tx, item).isPresent(), "Item " + item + " is not there");
        require(!StandIns.isOne(tx, item), "Item " + item + " stands in for a golden one");
        Optional<PolicyDecision> decision = policies.of(tx, item);
        require(decision.filter(known -> known.severity() == Severity.S4).isEmpty(), "Item " + item + " may be of the gravest kind: nobody is made to look at it for this");
    }

    /** Those that this person is asked in, or, for a lead, all; the latest first. */
    public List<CalibrationSession> all() {
        return database.inTransaction(tx -> calibrations.ids(tx).stream().flatMap(id -> calibrations.find(tx, id).stream())
                .filter(session -> self.role() == Role.LEAD || self.role().onlyReads() || isAsked(session)).toList());
    }

    /** Items of a session that this person has yet to answer; none of one whose answers were shown, or in which they are not asked. */
    public List<UUID> open(UUID session) {
        return database.inTransaction(tx -> calibrations.find(tx, session).filter(known -> known.revealed().isEmpty() && isAsked(known)).map(known -> {
            List<UUID> answered = calibrations.answers(tx, session).stream().filter(answer -> answer.person().equals(self.id())).map(CalibrationAnswer::item).toList();
            return known.items().stream().map(Picked::item).filter(item -> !answered.contains(item)).toList();
        }).orElse(List.of()));
    }

    /**
     * Answers an item, once.
     *
     * @param why at most 500 characters; may be empty
     * @throws IllegalArgumentException when there is nothing to be answered, or the pack has no such label; says which
     */
    public CalibrationAnswer answer(UUID session, UUID item, String label, boolean sure, String why) {
        require(pack.find(label).isPresent(), "The pack in force has no label '" + label + "'");
        require(why.length() <= CalibrationAnswer.WHY_CHARS, "Words have at most " + CalibrationAnswer.WHY_CHARS + " characters");
        require(open(session).contains(item), "There is nothing to be answered: the session is not there or its answers were shown, you are not asked in it, or you answered this item before");
        CalibrationAnswer answer = new CalibrationAnswer(session, item, self.id(), self.pseudonym(), label, sure, why.strip(), now());
        database.transact(tx -> {
            calibrations.add(tx, answer);
            // not what: leads read the log, and answer blind too
            log(tx, AuditKind.CALIBRATION_ANSWERED, session, Map.of("item", item.toString()));
        });
        return answer;
    }

    /** Shows all answers to everybody who was asked. @param anyway also where somebody has not answered yet, who cannot any more. False when that was done before */
    public boolean reveal(UUID session, boolean anyway) {
        return database.inTransaction(tx -> {
            Optional<CalibrationSession> known = calibrations.find(tx, session);
            require(known.isPresent(), "There is no such session");
            require(anyway || known.get().revealed().isPresent() || known.get().isAnswered(), "Somebody has not answered yet, and could not any more");
            boolean shown = calibrations.reveal(tx, session, self.id(), now());
            if (shown) {
                log(tx, AuditKind.CALIBRATION_REVEALED, session, Map.of());
            }
            return shown;
        });
    }

    /** What was answered, by item; before the answers were shown, nobody's but one's own. */
    public List<CalibrationAnswer> answers(UUID session) {
        return database.inTransaction(tx -> {
            boolean shown = calibrations.find(tx, session).flatMap(CalibrationSession::revealed).isPresent();
            return calibrations.answers(tx, session).stream().filter(answer -> shown || answer.person().equals(self.id())).toList();
        });
    }

    /**
     * Says what comes of an item, once its session's answers were shown. {@link Outcome#GOLDEN} marks it.
     *
     * @param note what the policy is to say, or why that is the golden answer; empty for {@link Outcome#OPEN}
     * @throws IllegalArgumentException when it cannot be settled so; says why
     */
    public void settle(UUID session, UUID item, Outcome outcome, String note) {
        require(outcome == Outcome.OPEN || !note.isBlank() && note.length() <= CalibrationAnswer.WHY_CHARS, "Say it in 1 to " + CalibrationAnswer.WHY_CHARS + " characters");
        CalibrationSession known = database.inTransaction(tx -> calibrations.find(tx, session)).orElseThrow(() -> new IllegalArgumentException("There is no such session"));
        require(known.revealed().isPresent(), "Show the answers first");
        require(known.items().stream().anyMatch(one -> one.item().equals(item) && one.outcome().isEmpty()), "Item " + item + " is none of this session's that is open");
        if (outcome == Outcome.GOLDEN) {
            golden.mark(item, note);
        }
        database.transact(tx -> {
            if (calibrations.settle(tx, session, new Picked(item, Optional.of(outcome), Optional.of(note).filter(text -> !text.isBlank())), self.id(), now())) {
                log(tx, AuditKind.CALIBRATION_SETTLED, session, Map.of("item", item.toString(), "outcome", outcome.name()));
            }
        });
    }

    private boolean isAsked(CalibrationSession session) {
        return session.people().stream().anyMatch(person -> person.person().equals(self.id()));
    }

    private void log(Handle tx, AuditKind kind, UUID session, Map<String, Object> more) {
        Map<String, Object> line = new TreeMap<>(more);
        line.put("session", session.toString());
        line.put("by", self.id().toString());
        audit.append(tx, kind, session, line);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
