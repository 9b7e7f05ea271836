package dev.docket.ui.ladder;

import dev.docket.desk.Desk;
import dev.docket.item.LegalHold;
import dev.docket.team.Member;
import dev.docket.team.Role;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Keeping and erasing at one desk. Several threads. */
public final class DeskKeeping implements KeepingDesk {
    private final Desk desk;

    private DeskKeeping(Desk desk) {
        this.desk = desk;
    }

    /** Empty for anybody but a lead. */
    public static Optional<KeepingDesk> at(Desk desk) {
        return desk.self.role() == Role.LEAD ? Optional.of(new DeskKeeping(desk)) : Optional.empty();
    }

    @Override
    public Standing standing(UUID item) {
        List<LegalHold> holds = desk.eraser.holds(item);
        return desk.database.inTransaction(tx -> new Standing(holds.stream().map(hold -> new Held(hold.reference(), name(tx, hold.by()), hold.at())).toList(),
                desk.setRegister.carrying(tx, List.of(item)).size()));
    }

    private String name(Handle tx, UUID person) {
        return desk.team.find(tx, person).map(Member::pseudonym).orElse("?");
    }

    @Override
    public boolean place(UUID item, String reference) {
        return desk.holds.place(item, reference);
    }

    @Override
    public boolean lift(UUID item, String reference) {
        return desk.holds.lift(item, reference);
    }

    @Override
    public boolean erase(UUID item, String reason, String basis) {
        return desk.eraser.onRequest(item, reason, basis).stone().isPresent();
    }
}
