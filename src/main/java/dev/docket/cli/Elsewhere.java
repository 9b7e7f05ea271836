package dev.docket.cli;

import dev.docket.export.CopyRegister;
import dev.docket.export.MarkedCopy;
import dev.docket.export.SetRegister;
import dev.docket.export.SetRegister.Carried;
import dev.docket.storage.Database;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** Where erased items lie that no erasure reaches: the decision sets that carried them, and the marked copies that were handed out. */
record Elsewhere(List<Carried> sets, List<MarkedCopy> copies) {
    static final Elsewhere NOWHERE = new Elsewhere(List.of(), List.of());

    static Elsewhere of(Database database, Collection<UUID> items) {
        return database.inTransaction(tx -> new Elsewhere(new SetRegister().carrying(tx, items), new CopyRegister().of(tx, items)));
    }

    Elsewhere of(UUID item) {
        return new Elsewhere(sets.stream().filter(set -> set.item().equals(item)).toList(), copies.stream().filter(copy -> copy.item().equals(item)).toList());
    }
}
