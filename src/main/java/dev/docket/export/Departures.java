package dev.docket.export;

import dev.docket.export.Departure.Why;
import dev.docket.item.Tombstone;
import dev.docket.item.Tombstone.Part;
import dev.docket.item.Tombstones;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdicts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Finds out what became of items that an earlier set has and a later one has not. Several threads. */
final class Departures {
    private static final int ERASED = 8;

    private final SetRegister register = new SetRegister();
    private final Tombstones stones = new Tombstones();
    private final Verdicts verdicts = new Verdicts();

    /** By name, as tombstones are. */
    List<Departure> of(Handle tx, SetRegister.Registered earlier, Changes changes) {
        if (changes.removed().isEmpty() && changes.erased().isEmpty()) {
            return List.of();
        }
        Map<UUID, Map<Part, Tombstone>> erased = stones.parts(tx);
        Map<UUID, Integer> withheld = tx.createQuery("select item_id, state from item where state <> 0")
                .map((row, _) -> Map.entry(row.getObject("item_id", UUID.class), row.getInt("state"))).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        Map<UUID, Standing> standings = verdicts.standings(tx).stream().collect(Collectors.toMap(Standing::item, Function.identity()));
        Map<UUID, Instant> last = tx.createQuery("select item_id, max(recorded_at) as at from verdict_event where recorded_at > :since group by item_id").bind("since", earlier.at())
                .map((row, _) -> Map.entry(row.getObject("item_id", UUID.class), row.getObject("at", OffsetDateTime.class).toInstant())).stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        List<Departure> gone = new ArrayList<>();
        register.holds(tx, earlier).forEach((item, was) -> {
            if (changes.erased().contains(was.name())) {
                Optional<Tombstone> stone = Optional.ofNullable(erased.getOrDefault(item, Map.of()).get(Part.PICTURE));
                gone.add(new Departure(item, was.name(), Why.ERASED, stone.map(Tombstone::at), stone.map(each -> each.reason() + " " + each.basis()).orElse("")));
            } else if (changes.removed().contains(was.name())) {
                gone.add(new Departure(item, was.name(), why(withheld.getOrDefault(item, 0), standings.get(item)), Optional.ofNullable(last.get(item)), ""));
            }
        });
        gone.sort(Comparator.comparing(Departure::name));
        return gone;
    }

    private static Why why(int state, Standing standing) {
        if (state != 0) {
            return state == ERASED ? Why.ERASED : Why.WITHHELD;
        }
        return standing == null ? Why.OPEN : switch (standing.state()) {
            case OPEN -> Why.OPEN;
            case DISPUTED -> Why.DISPUTED;
            case ESCALATED -> Why.ESCALATED;
            case APPEALED -> Why.APPEALED;
            case GREY -> Why.GREY;
            case DECIDED -> Why.NOT_TAKEN;
        };
    }
}
