package dev.docket.bench.queue;

import java.util.List;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;

/** One of the policy's lanes in {@link Load#LANES} places: as many lanes that anybody may be let into. */
final class BenchLanes {
    private static final int FIRST = 1_000;

    private BenchLanes() {}

    static String place(int lane) {
        return "P" + lane;
    }

    /** Makes them; their numbers. */
    static List<Integer> open(Handle tx, String pack) {
        return IntStream.range(0, Load.LANES).map(lane -> {
            tx.createUpdate("insert into lane (lane_id, pack_id, jurisdiction, rule, title, severity, position) values (:id, :pack, :place, 'general', :place, 'S1', 0)")
                    .bind("id", FIRST + lane).bind("pack", pack).bind("place", place(lane)).execute();
            return FIRST + lane;
        }).boxed().toList();
    }
}
