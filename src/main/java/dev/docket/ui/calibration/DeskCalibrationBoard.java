package dev.docket.ui.calibration;

import dev.docket.care.Exposure;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemIds;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.report.Period;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The calibration sessions of an open desk. */
public final class DeskCalibrationBoard implements CalibrationBoard {
    private static final int SIDE = 900;
    private static final int WEEKS = 8;
    private static final int MOST = 100;
    /** Digits of an id that are told from a slip. */
    private static final int LEAST = 8;

    private final Desk desk;

    public DeskCalibrationBoard(Desk desk) {
        this.desk = desk;
    }

    @Override
    public List<View> sessions() {
        return desk.calibrations.all().stream().map(session -> new View(session, desk.calibrations.answers(session.id()), desk.calibrations.open(session.id()))).toList();
    }

    @Override
    public Shown look(UUID id) {
        Optional<ImageItem> item = desk.database.inTransaction(tx -> desk.items.find(tx, id));
        if (item.isEmpty()) {
            return new Shown(Optional.empty(), ""); // quarantined or erased since, or not of this person's lanes
        }
        String words = item.get().facts().text().orElse("");
        try {
            Optional<byte[]> file = desk.blobs.get(item.get().sha256());
            return new Shown(file.isPresent() ? Optional.of(desk.decoder.fitted(file.get(), SIDE)) : Optional.empty(), words);
        } catch (IOException | UndecodableImageException e) {
            return new Shown(Optional.empty(), words);
        }
    }

    @Override
    public void seen(UUID item, Duration open) {
        Instant from = desk.clock.instant().minus(open);
        desk.database.transact(tx -> desk.policies.of(tx, item).ifPresent(decision -> desk.care.glanced(
                Exposure.counted(decision.severity(), desk.care.cover(desk.policy.pack(), decision, () -> desk.scores.of(tx, item)), true), from)));
    }

    @Override
    public void answer(UUID session, UUID item, String label, boolean sure, String why) {
        desk.calibrations.answer(session, item, label, sure, why);
    }

    @Override
    public void reveal(UUID session, boolean anyway) {
        desk.calibrations.reveal(session, anyway);
    }

    @Override
    public void settle(UUID session, UUID item, Outcome outcome, String words) {
        desk.calibrations.settle(session, item, outcome, words);
    }

    @Override
    public Choice choice() {
        LocalDate today = LocalDate.ofInstant(desk.clock.instant(), ZoneOffset.UTC);
        List<Member> people = desk.database.inTransaction(tx -> desk.team.all(tx).stream().filter(member -> member.role().decides()).toList());
        return new Choice(people, desk.quality.suspects(new Period(today.minusWeeks(WEEKS), today), Progress.NONE).stream().filter(one -> one.differing() > 0).limit(MOST).toList());
    }

    @Override
    public void open(String title, Set<UUID> picked, String typed, List<Member> people) {
        Set<UUID> items = new LinkedHashSet<>(picked);
        for (String start : typed.isBlank() ? new String[0] : typed.strip().split("[\\s,;]+")) {
            List<UUID> found = start.replace("-", "").length() < LEAST ? List.of() : desk.database.inTransaction(tx -> ItemIds.startingWith(tx, start));
            if (found.size() != 1) {
                throw new IllegalArgumentException(found.isEmpty() ? "There is no item '" + start + "'; give its id, or at least " + LEAST + " digits of the start of it"
                        : "'" + start + "' may be any of " + found.size() + " items. Give more of it");
            }
            items.addAll(found);
        }
        desk.calibrations.open(title, items, people);
    }

    @Override
    public PolicyPack pack() {
        return desk.policy.pack();
    }

    @Override
    public boolean leads() {
        return desk.self.role() == Role.LEAD;
    }
}
