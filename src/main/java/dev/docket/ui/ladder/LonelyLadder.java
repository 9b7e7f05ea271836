package dev.docket.ui.ladder;

import dev.docket.policy.PolicyPack;
import dev.docket.queue.Holder;
import dev.docket.verdict.Appeals;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where nobody else is: practice. Nothing is said, appealed or passed up, and nothing kept. */
public record LonelyLadder(PolicyPack pack) implements LadderDesk {
    @Override
    public List<Holder> others() {
        return List.of();
    }

    @Override
    public List<Said> comments(UUID item) {
        return List.of();
    }

    @Override
    public void comment(UUID item, String words) {}

    @Override
    public void uncomment(UUID comment) {}

    @Override
    public Optional<Aftermath> aftermath(UUID verdict) {
        return Optional.empty();
    }

    @Override
    public int reverse(UUID seed) {
        return 0;
    }

    @Override
    public boolean mayLodge() {
        return false;
    }

    @Override
    public Appealable appealable(UUID item) {
        return Appealable.NOTHING;
    }

    @Override
    public boolean lodge(UUID item, Appeals.Source source, String words) {
        return false;
    }

    @Override
    public boolean withdraw(UUID item) {
        return false;
    }
}
