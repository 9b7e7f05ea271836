package dev.docket.ui.ladder;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.queue.Holder;
import dev.docket.verdict.Appeals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Ladders in memory. */
public final class PaintedLadder implements LadderDesk {
    public final List<Said> said = new ArrayList<>();
    public final List<UUID> reversed = new ArrayList<>();
    public final List<String> lodged = new ArrayList<>();
    public List<Holder> others = List.of();
    public Optional<Aftermath> aftermath = Optional.empty();
    public Appealable appealable = Appealable.NOTHING;
    private final PolicyPack pack = PolicyFile.shipped();

    @Override
    public PolicyPack pack() {
        return pack;
    }

    @Override
    public List<Holder> others() {
        return others;
    }

    @Override
    public List<Said> comments(UUID item) {
        return List.copyOf(said);
    }

    @Override
    public void comment(UUID item, String words) {
        said.add(new Said(new UUID(3, said.size()), "L-01", words, Instant.parse("2026-11-20T14:32:00Z"), true));
    }

    @Override
    public void uncomment(UUID comment) {
        said.removeIf(s -> s.id().equals(comment));
    }

    @Override
    public Optional<Aftermath> aftermath(UUID verdict) {
        return aftermath;
    }

    @Override
    public int reverse(UUID seed) {
        reversed.add(seed);
        return (int) aftermath.map(Aftermath::descendants).orElse(0L).longValue();
    }

    @Override
    public boolean mayLodge() {
        return true;
    }

    @Override
    public Appealable appealable(UUID item) {
        return appealable;
    }

    @Override
    public boolean lodge(UUID item, Appeals.Source source, String words) {
        lodged.add(source + ": " + words);
        appealable = Appealable.PENDING;
        return true;
    }

    @Override
    public boolean withdraw(UUID item) {
        appealable = Appealable.OPEN;
        return true;
    }
}
