package dev.docket.ui.policy;

import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import java.util.List;
import java.util.Optional;

/** What the policy screen asks of a desk. All but {@link #pack} are slow: never on the JavaFX thread. */
public interface PolicyShelf {

    /** The pack in force. */
    PolicyPack pack();

    /** Every pack that was in force here, the latest first. */
    List<Policies.Kept> kept();

    /** The exact text of a kept pack. */
    Optional<String> text(PackRef ref);
}
