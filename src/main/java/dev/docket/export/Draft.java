package dev.docket.export;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A set as it is to be written.
 *
 * @param set all that the order's recipe makes; of a delta not all of it is written
 * @param approvals of those who signed that it may leave
 */
public record Draft(DecisionSet set, Order order, Lineage lineage, List<Approval> approvals) {

    /**
     * That somebody signed.
     *
     * @param by the person's pseudonym in the team
     * @param did asked or approved
     * @param orderSha256 of the order that was signed
     */
    @JsonNaming(SnakeCaseStrategy.class)
    public record Approval(String by, String did, String orderSha256) {}

    public Draft {
        approvals = List.copyOf(approvals);
    }

    /** A set that stands by itself and that nobody else has to sign. */
    public static Draft of(DecisionSet set, Set<Format> formats, Images images) {
        return new Draft(set, Order.of(set.recipe(), formats, images), Lineage.NONE, List.of());
    }

    public Set<Format> formats() {
        return order.formats();
    }

    public Images images() {
        return order.images();
    }

    /** The same written in other formats. */
    public Draft as(Set<Format> formats) {
        return new Draft(set, order.withFormats(formats), lineage, approvals);
    }

    /** What is written: everything, or what a delta brings. */
    DecisionSet written(ExportKeys keys) {
        if (!lineage.delta()) {
            return set;
        }
        Changes changes = lineage.changes().orElseThrow();
        byte[] names = keys.names(set.recipe().audience());
        return set.only(item -> changes.brings(Pseudonyms.item(names, item.item().id())));
    }

    /** Whether there is nothing to write: no item, or a delta without a change. */
    public boolean isEmpty() {
        return lineage.delta() ? lineage.changes().orElseThrow().none() : set.isEmpty();
    }
}
