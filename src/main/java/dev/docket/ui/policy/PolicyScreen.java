package dev.docket.ui.policy;

import dev.docket.desk.Desk;
import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.util.List;
import java.util.Optional;

/** The policy tab of a desk. JavaFX thread. */
public final class PolicyScreen {
    private final PolicyViewModel model;
    private final PolicyController controller;

    /** @param records one thread, for the database */
    public PolicyScreen(Desk desk, Background records) {
        model = new PolicyViewModel(new DeskShelf(desk), records);
        controller = new PolicyController(model, desk.clock.getZone());
    }

    public PolicyViewModel model() {
        return model;
    }

    public Screen screen() {
        return Screen.of("policy", Text.of("policy.title"), () -> new Views().load("policy", controller), model::refresh);
    }

    private record DeskShelf(Desk desk) implements PolicyShelf {
        @Override
        public PolicyPack pack() {
            return desk.policy.pack();
        }

        @Override
        public List<Policies.Kept> kept() {
            return desk.database.inTransaction(desk.policies::kept);
        }

        @Override
        public Optional<String> text(PackRef ref) {
            return desk.database.inTransaction(tx -> desk.policies.text(tx, ref));
        }
    }
}
