package dev.docket.ui.stack;

import dev.docket.policy.Evidence;
import dev.docket.ui.common.Text;
import dev.docket.verdict.Shown.Seen;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What is ticked and what was seen of an open stack, and so what may be decided. JavaFX thread. */
final class Ticks {

    /**
     * What the commit button says.
     *
     * @param members what would be decided, the seed first
     * @param missing what has to be done first; empty text when it is ready
     * @param note what the label leaves out although it is ticked; empty text when nothing
     */
    record Commitment(List<StackMember> members, int of, String words, String missing, String note) {
        static final Commitment NONE = new Commitment(List.of(), 0, "", "", "");

        boolean ready() {
            return !members.isEmpty() && missing.isEmpty();
        }
    }

    private final OpenStack stack;
    private final Set<UUID> ticked = new HashSet<>();
    private final Map<UUID, Seen> seen = new HashMap<>();

    Ticks(OpenStack stack) {
        this.stack = stack;
        stack.members().stream().filter(StackMember::tickedAtFirst).map(StackMember::id).forEach(ticked::add);
    }

    private Ticks(OpenStack stack, Ticks earlier) {
        this.stack = stack;
        seen.putAll(earlier.seen);
        ticked.addAll(earlier.ticked);
    }

    /** The same for a stack of which more is known now. */
    Ticks of(OpenStack more) {
        return new Ticks(more, this);
    }

    /** What was seen before counts: a stack that is opened again, or with another seed. */
    void remember(Ticks earlier) {
        stack.members().stream().map(StackMember::id).filter(earlier.seen::containsKey).forEach(id -> seen.put(id, earlier.seen.get(id)));
    }

    /** What was ticked and left out before, too. */
    void restore(Ticks earlier) {
        remember(earlier);
        stack.members().stream().map(StackMember::id).filter(this::canChange).filter(id -> earlier.stack.find(id).isPresent())
                .forEach(id -> {
                    ticked.remove(id);
                    if (earlier.ticked.contains(id)) {
                        ticked.add(id);
                    }
                });
    }

    boolean isTicked(UUID item) {
        return ticked.contains(item);
    }

    Optional<Seen> seen(UUID item) {
        return Optional.ofNullable(seen.get(item));
    }

    /** In the grid, if it was not opened before. */
    boolean saw(Collection<UUID> items) {
        return items.stream().filter(item -> seen.putIfAbsent(item, Seen.GALLERY) == null).count() > 0;
    }

    void opened(UUID item) {
        seen.put(item, Seen.FULL);
    }

    /** All of them unticked when all are ticked, else all ticked. The seed always stays. */
    void flip(Collection<UUID> items) {
        List<UUID> free = items.stream().filter(this::canChange).toList();
        if (ticked.containsAll(free)) {
            free.forEach(ticked::remove);
        } else {
            ticked.addAll(free);
        }
    }

    boolean canChange(UUID item) {
        return stack.find(item).filter(member -> member.canFollow() && member.tie() != StackMember.Tie.SEED).isPresent();
    }

    long ticked() {
        return stack.members().stream().filter(member -> ticked.contains(member.id())).count();
    }

    long leftOut() {
        return stack.members().size() - ticked();
    }

    long seenAs(Seen how) {
        return seen.entrySet().stream().filter(each -> each.getValue() == how && stack.find(each.getKey()).isPresent()).count();
    }

    long notSeen() {
        return stack.members().stream().filter(member -> !seen.containsKey(member.id())).count();
    }

    Commitment commitment(Optional<StackPlan> plan) {
        List<StackMember> members = stack.members().stream().filter(member -> ticked.contains(member.id()))
                .filter(member -> plan.map(p -> p.takes(member)).orElse(true)).toList();
        int of = stack.members().size();
        String words = plan.map(p -> Text.of("stack.decide.label", members.size(), of, p.label().shortTitle()))
                .orElseGet(() -> Text.of("stack.decide", members.size(), of));
        return new Commitment(members, of, words, missing(members, plan), plan.map(p -> note(ticked() - members.size(), p)).orElse(""));
    }

    private String missing(List<StackMember> members, Optional<StackPlan> plan) {
        if (plan.isEmpty()) {
            return Text.of("stack.missing.label");
        }
        if (!plan.get().missing().isEmpty()) {
            return Text.of("stack.missing.evidence", plan.get().label().shortTitle(),
                    plan.get().missing().stream().map(Evidence::words).collect(Collectors.joining(", ")));
        }
        long unseen = members.stream().filter(member -> !seen.containsKey(member.id())).count();
        if (unseen > 0) {
            return Text.of("stack.missing.seen", unseen);
        }
        return seen.get(stack.seed().id()) == Seen.FULL ? "" : Text.of("stack.missing.seed");
    }

    private static String note(long left, StackPlan plan) {
        if (!plan.spreads()) {
            return Text.of("stack.note.never", plan.label().shortTitle());
        }
        if (left == 0) {
            return "";
        }
        return plan.label().propagation().confirmable() ? Text.of("stack.note.kept", left) : Text.of("stack.note.copies", plan.label().shortTitle(), left);
    }
}
