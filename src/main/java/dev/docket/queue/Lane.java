package dev.docket.queue;

import dev.docket.team.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A lane and how it stands.
 *
 * @param key lane rule of the pack, jurisdiction included: {@code spam}, {@code spam/EU}
 * @param severity S0..S4 word of the lane rule
 * @param waiting tasks nobody holds; above {@link #COUNTED_TO}: at least so many
 * @param leased tasks somebody holds
 * @param oldest age of the oldest waiting item
 * @param due when the first of its open tasks is due
 * @param barred further tasks that wait, but for somebody else: the reviewer judged those items, or lacks the lane's role
 * @param stranded of all that wait, those that nobody at this desk may take: everybody judged the item or lacks the role
 * @param role who works in it; empty: everybody. Where nobody has the role, the leads stand in
 * @param closed whether the reviewer lacks the role and is given nothing from it
 */
public record Lane(
        int id, String key, String title, String severity, long waiting, long leased, Optional<Duration> oldest,
        Optional<Instant> due, long barred, long stranded, Optional<Role> role, boolean closed) {

    /** A server counts no further of what waits for a reviewer: more than this is more than this. */
    public static final long COUNTED_TO = 10_000;

    /** A lane without clocks in which everybody may work. */
    public Lane(int id, String key, String title, String severity, long waiting, long leased, Optional<Duration> oldest) {
        this(id, key, title, severity, waiting, leased, oldest, Optional.empty(), 0, 0, Optional.empty(), false);
    }

    /** Whose rules the lane is for: an ISO 3166 code or {@code EU}; empty for those of everywhere. */
    public String place() {
        int at = key.lastIndexOf('/');
        return at < 0 ? "" : key.substring(at + 1);
    }

    /** The title without its place. */
    public String name() {
        return place().isEmpty() ? title : title.replaceAll("\\W*" + Pattern.quote(place()) + "$", "");
    }
}
