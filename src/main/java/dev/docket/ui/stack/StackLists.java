package dev.docket.ui.stack;

import dev.docket.desk.Desk;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.policy.PolicyDecision;
import dev.docket.queue.Stacks;
import dev.docket.storage.ContentHash;
import dev.docket.ui.review.BlindShare;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** Which items of a desk are in which stack, and what they look like from its seed. Several threads. */
final class StackLists {
    /** Longest title, in characters. */
    private static final int TITLE = 48;
    /** With more members every one of them is not compared with every other any more. */
    private static final int MOST_COMPARED = 400;
    private static final int FAR = 256;

    private final Desk desk;
    private final BlindShare blindShare;
    private final Stacks stacks = new Stacks();

    StackLists(Desk desk) {
        this.desk = desk;
        blindShare = new BlindShare(desk.settings.blindShare());
    }

    List<Stack> all(Handle tx) {
        Map<ContentHash, List<Stacks.Member>> groups = stacks.all(tx).stream()
                .collect(Collectors.groupingBy(Stacks.Member::group, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().flatMap(members -> stack(tx, members).stream()).toList();
    }

    Optional<Stacks.Member> find(Handle tx, UUID item) {
        return stacks.find(tx, item);
    }

    List<Stacks.Member> of(Handle tx, ContentHash group) {
        return stacks.of(tx, group);
    }

    private Optional<Stack> stack(Handle tx, List<Stacks.Member> members) {
        List<Stacks.Member> open = members.stream().filter(member -> !isElsewhere(member)).toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        Stacks.Member seed = medoid(open);
        Optional<Instant> due = open.stream().flatMap(member -> member.due().stream()).min(Comparator.naturalOrder());
        double distance = open.stream().filter(member -> member != seed).mapToInt(member -> distance(seed, member)).average().orElse(0);
        return desk.items.find(tx, seed.item()).map(item -> new Stack(item.id(), title(item), open.size(), members.size() - open.size(),
                isBlind(item) ? Optional.empty() : desk.policies.of(tx, item.id()).map(PolicyDecision::severity), due, distance));
    }

    private boolean isElsewhere(Stacks.Member member) {
        return member.holder().filter(holder -> !holder.equals(desk.self.id())).isPresent();
    }

    /** The one nearest to all others; of equals the one flagged first. */
    static Stacks.Member medoid(List<Stacks.Member> members) {
        Collection<Stacks.Member> compared = members.subList(0, Math.min(MOST_COMPARED, members.size()));
        return compared.stream().min(Comparator.comparingLong(one -> compared.stream().mapToLong(other -> distance(one, other)).sum())).orElseThrow();
    }

    /** @return 0..256; of pictures without a usable hash 0 when they are the same, else 256 */
    static int distance(Stacks.Member one, Stacks.Member other) {
        if (one.picture().equals(other.picture())) {
            return 0;
        }
        return one.hash().equals(PerceptualHash.NONE) || other.hash().equals(PerceptualHash.NONE) ? FAR : one.hash().distance(other.hash());
    }

    /** Empty when the item has no policy decision, which none that waits should. */
    Optional<StackMember> member(Handle tx, Stacks.Member member, StackMember.Tie tie, double measure) {
        return desk.items.find(tx, member.item()).flatMap(item -> desk.policies.of(tx, item.id()).map(decision ->
                new StackMember(item, member.task(), tie, measure, desk.care.cover(desk.policy.pack(), decision, () -> desk.scores.of(tx, item.id())), decision.severity(), isBlind(item))));
    }

    private boolean isBlind(ImageItem item) {
        return blindShare.covers(item.id());
    }

    static String title(ImageItem item) {
        String text = item.facts().text().map(String::strip).orElse("");
        if (text.isEmpty()) {
            return item.shortId();
        }
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String line = text.substring(0, end);
        if (line.length() <= TITLE) {
            return line;
        }
        int word = line.lastIndexOf(' ', TITLE);
        return line.substring(0, word > 0 ? word : Character.isHighSurrogate(line.charAt(TITLE - 1)) ? TITLE - 1 : TITLE) + "\u2026";
    }

}
