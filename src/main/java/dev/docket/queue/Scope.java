package dev.docket.queue;

import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which items figures are of, by the lane of their first look; a whole desk's where nothing is said.
 *
 * @param lane id of the lane rule, in every place
 * @param place jurisdiction of the lane, {@code *} for everywhere
 */
public record Scope(Optional<String> lane, Optional<String> place) {
    public static final Scope ALL = new Scope(Optional.empty(), Optional.empty());

    public boolean isAll() {
        return lane.isEmpty() && place.isEmpty();
    }

    /** A condition on {@code item i} that begins with "and"; empty for all. {@link #bind} has its values. */
    public String sql() {
        return isAll() ? "" : " and exists (select 1 from review_task st join lane sl on sl.lane_id = st.lane_id where st.item_id = i.item_id and st.round = 1"
                + lane.map(_ -> " and sl.rule = :scope_lane").orElse("") + place.map(_ -> " and sl.jurisdiction = :scope_place").orElse("") + ") ";
    }

    public <T extends SqlStatement<T>> T bind(T statement) {
        lane.ifPresent(wanted -> statement.bind("scope_lane", wanted));
        place.ifPresent(wanted -> statement.bind("scope_place", wanted));
        return statement;
    }
}
