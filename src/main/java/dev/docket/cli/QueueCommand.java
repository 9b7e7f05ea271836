package dev.docket.cli;

import dev.docket.queue.Holder;
import dev.docket.queue.Lane;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.CanonicalJson;
import dev.docket.team.Role;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket queue}. */
@Command(name = "queue", description = "Show the backlog by lane, the oldest item of each, and who holds what.")
final class QueueCommand implements Callable<Integer> {
    private record Standing(List<Lane> lanes, List<Holder> holders) {
        long waiting() {
            return lanes.stream().mapToLong(Lane::waiting).sum();
        }

        long leased() {
            return lanes.stream().mapToLong(Lane::leased).sum();
        }
    }

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Override
    public Integer call() {
        ReviewQueue queue = new ReviewQueue();
        Standing standing;
        try (DeskData data = desk.openData()) {
            standing = data.database().inTransaction(tx -> {
                if (!data.looksOnly()) {
                    queue.reap(tx);
                }
                return new Standing(queue.lanes(tx), queue.holders(tx));
            });
        }
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(CanonicalJson.write(fields(standing)));
        } else {
            print(standing, out);
        }
        out.flush();
        return ExitCode.DONE;
    }

    private static void print(Standing standing, PrintWriter out) {
        int width = standing.lanes().stream().mapToInt(lane -> lane.title().length()).max().orElse(0);
        String row = "%-" + Math.max(4, width) + "s  %8s  %8s  %8s  %10s%n";
        out.printf(row, "Lane", "Severity", "Waiting", "Leased", "Oldest");
        standing.lanes().forEach(lane -> out.printf(row, lane.title(), lane.severity(), lane.waiting(), lane.leased(),
                lane.oldest().map(QueueCommand::age).orElse("-")));
        out.printf(row, "All", "", standing.waiting(), standing.leased(), "");
        standing.holders().forEach(holder -> out.printf("%s holds %d of %s until %s%n",
                holder.pseudonym(), holder.tasks(), holder.lane(), seconds(holder.until())));
        standing.lanes().stream().filter(lane -> lane.stranded() > 0).forEach(lane -> out.printf("%d of %s stranded: %s%n",
                lane.stranded(), lane.title(), stranded(lane)));
    }

    private static String stranded(Lane lane) {
        return lane.role().map(role -> "nobody at this desk is " + word(role) + " or may stand in for them, or has not judged the item before.")
                .orElse("everybody at this desk has judged the item before; somebody else has to look.");
    }

    private static String word(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<String, Object> fields(Standing standing) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("waiting", standing.waiting());
        fields.put("leased", standing.leased());
        fields.put("lanes", standing.lanes().stream().map(QueueCommand::fields).toList());
        fields.put("holders", standing.holders().stream().map(holder -> Map.of(
                "reviewer", holder.pseudonym(), "lane", holder.lane(), "tasks", holder.tasks(), "until", seconds(holder.until()))).toList());
        return fields;
    }

    private static Map<String, Object> fields(Lane lane) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("lane", lane.key());
        fields.put("title", lane.title());
        fields.put("severity", lane.severity());
        fields.put("waiting", lane.waiting());
        fields.put("leased", lane.leased());
        fields.put("oldest_seconds", lane.oldest().map(Duration::toSeconds).orElse(null));
        fields.put("due", lane.due().map(QueueCommand::seconds).orElse(null));
        fields.put("role", lane.role().map(QueueCommand::word).orElse(null));
        fields.put("stranded", lane.stranded());
        return fields;
    }

    private static String seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond()).toString();
    }

    /** {@code 3 d 4 h}, {@code 4 h 5 min}, {@code 5 min} or {@code 6 s}. */
    private static String age(Duration age) {
        if (age.toDays() > 0) {
            return age.toDays() + " d " + age.toHoursPart() + " h";
        }
        if (age.toHours() > 0) {
            return age.toHours() + " h " + age.toMinutesPart() + " min";
        }
        return age.toMinutes() > 0 ? age.toMinutes() + " min" : age.toSeconds() + " s";
    }
}
