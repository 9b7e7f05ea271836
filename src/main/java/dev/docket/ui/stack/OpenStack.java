package dev.docket.ui.stack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A stack somebody works on; its members are leased to them.
 *
 * @param members the seed first, then nearest first
 * @param alikes what only looks like the seed, likest first: to look at, not to be decided with it
 * @param held how many more are in somebody else's hands: not shown, not decided
 * @param taken tasks that were leased for this, to be given back
 */
public record OpenStack(String title, List<StackMember> members, List<StackMember> alikes, int held, List<UUID> taken) {
    public OpenStack {
        members = List.copyOf(members);
        alikes = List.copyOf(alikes);
        taken = List.copyOf(taken);
    }

    public StackMember seed() {
        return members.getFirst();
    }

    Optional<StackMember> find(UUID item) {
        return Stream.concat(members.stream(), alikes.stream()).filter(member -> member.id().equals(item)).findFirst();
    }

    OpenStack with(List<StackMember> found) {
        return new OpenStack(title, members, found, held, taken);
    }

    Instant firstFlagged() {
        return members.stream().map(member -> member.item().flaggedAt()).min(Instant::compareTo).orElseThrow();
    }
}
