package dev.docket.export;

import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which set follows which at this desk, and how they differ. Several threads. */
final class Ancestry {
    private final Database database;
    private final ExportKeys keys;
    private final SetRegister register = new SetRegister();

    Ancestry(Database database, ExportKeys keys) {
        this.database = database;
        this.keys = keys;
    }

    /** What an order's set is called and follows. @throws SelectionException when nothing can follow that set here */
    Lineage of(Order order, DecisionSet set) throws SelectionException {
        if (order.name().isEmpty() && order.since().isEmpty()) {
            return Lineage.NONE;
        }
        Optional<SetRegister.Registered> parent = order.since().isPresent() ? Optional.of(find(order.since().get()))
                : database.inTransaction(tx -> register.latest(tx, order.name().get()));
        Optional<Version> version = order.name().map(name -> new Version(name, parent.flatMap(SetRegister.Registered::version).map(Version::number).orElse(0) + 1));
        if (parent.isEmpty()) {
            return new Lineage(version, Optional.empty(), false);
        }
        sameAudience(parent.get(), order.recipe().audience());
        Changes changes = database.inTransaction(tx -> {
            Map<UUID, Changes.Was> before = register.holds(tx, parent.get());
            return ours(before, keys.names(set.recipe().audience())) ? Changes.between(before, Digests.of(set, keys), erased(tx)) : null;
        });
        if (changes == null) {
            throw new SelectionException(parent.get().version().map(Version::toString).orElse("That set")
                    + " was written at another desk, where everything has another name; its next version and its deltas are written there");
        }
        return new Lineage(version, Optional.of(new Lineage.Parent(parent.get().manifest(), parent.get().version(), changes)), order.since().isPresent());
    }

    /** How the later of two sets differs from the earlier one. */
    Changes between(SetRegister.Registered earlier, SetRegister.Registered later) throws SelectionException {
        sameAudience(earlier, later.order().isPresent() ? Order.parse(later.order().get()).recipe().audience() : Optional.empty());
        return database.inTransaction(tx -> Changes.between(register.holds(tx, earlier), register.holds(tx, later), erased(tx)));
    }

    /** What became of the items of {@code earlier} that the changes take away. */
    List<Departure> departures(SetRegister.Registered earlier, Changes changes) {
        return database.inTransaction(tx -> new Departures().of(tx, earlier, changes));
    }

    /** @param hex SHA-256 of a manifest */
    SetRegister.Registered find(String hex) throws SelectionException {
        Optional<SetRegister.Registered> found = database.inTransaction(tx -> register.find(tx, ContentHash.fromHex(hex)));
        if (found.isEmpty() || found.get().order().isEmpty()) {
            throw new SelectionException("--since: this desk " + (found.isEmpty() ? "wrote no set with manifest " + hex : "wrote that set before it kept what its rows were")
                    + "; write a whole one, deltas can follow that");
        }
        return found.get();
    }

    SetRegister.Registered find(Version version) throws SelectionException {
        return database.inTransaction(tx -> register.find(tx, version)).orElseThrow(() -> new SelectionException("There is no " + version + " at this desk"));
    }

    /** What leaves of the register's view of a set: the rows it brings, and those it takes away. */
    Map<UUID, Changes.Gone> gone(Handle tx, Lineage lineage) {
        Map<UUID, Changes.Gone> gone = new LinkedHashMap<>();
        if (lineage.delta()) {
            Map<String, Changes.Gone> byName = lineage.changes().orElseThrow().tombstones().stream().collect(Collectors.toMap(Changes.Gone::itemId, each -> each));
            SetRegister.Registered parent = register.find(tx, lineage.parent().orElseThrow().manifest()).orElseThrow();
            register.holds(tx, parent).forEach((item, was) -> Optional.ofNullable(byName.get(was.name())).ifPresent(each -> gone.put(item, each)));
        }
        return gone;
    }

    /** Names are an audience's own, so that nothing of one audience's set is told from another's. */
    private static void sameAudience(SetRegister.Registered followed, Optional<String> audience) throws SelectionException {
        Optional<String> was = followed.order().isPresent() ? Order.parse(followed.order().get()).recipe().audience() : Optional.empty();
        if (!was.equals(audience)) {
            throw new SelectionException("--audience: " + followed.version().map(Version::toString).orElse("that set") + " is for " + was.orElse("nobody in particular")
                    + ", where everything has another name; a set for " + audience.orElse("nobody in particular") + " takes a name of its own");
        }
    }

    private static boolean ours(Map<UUID, Changes.Was> before, byte[] names) {
        return before.entrySet().stream().limit(1).allMatch(e -> e.getValue().name().equals(Pseudonyms.item(names, e.getKey())));
    }

    private static Set<UUID> erased(Handle tx) {
        return tx.createQuery("select item_id from item where state = 8").mapTo(UUID.class).set();
    }
}
