package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Colleagues;
import dev.docket.desk.Desk;
import dev.docket.item.SampleItems;
import dev.docket.policy.Disposition;
import dev.docket.policy.PolicyDecision;
import dev.docket.policy.Severity;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code docket appeal} on a desk with two items, one of them decided. */
class AppealCommandTest {
    @TempDir
    private Path folder;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void anAppealIsRegisteredOnceAndTakenBackOnce() throws Exception {
        UUID item;
        try (Desk desk = Desk.open(folder, Clock.systemUTC())) {
            item = admit(desk, 1);
            admit(desk, 2);
            new Colleagues(desk).decide(desk.self.id(), item, "spam_scam", true);
        }

        assertThat(run("item-1", "--from", "trusted_flagger", "--words", "It is my own shop")).isZero();
        assertThat(out.toString()).contains("Appeal of the trusted flagger on " + item + " registered");
        assertThat(run("item-1")).as("one is pending").isEqualTo(1);
        assertThat(run("item-1", "--withdraw")).isZero();
        assertThat(run("item-1", "--withdraw")).isEqualTo(1);
        assertThat(run("item-2")).as("nothing was decided").isEqualTo(1);
        assertThat(run("item")).isEqualTo(2);
        assertThat(run("other")).isEqualTo(2);
        assertThat(err.toString()).contains("may be any of 2 items").contains("No item begins like 'other'");
        try (Desk desk = Desk.open(folder, Clock.systemUTC())) {
            List<Verdict> story = new Colleagues(desk).history(item);
            assertThat(story).extracting(Verdict::kind).containsExactly(VerdictKind.DECIDED, VerdictKind.APPEALED, VerdictKind.UNDONE);
            assertThat(story.get(1)).extracting(Verdict::reason, Verdict::words)
                    .containsExactly(Optional.of("trusted_flagger"), Optional.of("It is my own shop"));
        }
    }

    private static UUID admit(Desk desk, int number) {
        return desk.database.inTransaction(tx -> {
            UUID item = SampleItems.add(tx, number);
            desk.queue.enqueue(tx, item, new PolicyDecision(desk.policy.pack().ref(), Disposition.REVIEW, desk.policy.pack().lanes().getLast().id(), "*",
                    List.of(), "open", Severity.S0, Optional.empty(), 10, List.of(), List.of()));
            return item;
        });
    }

    private int run(String... args) {
        CommandLine line = DocketCommand.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return line.execute(Stream.concat(Stream.of("appeal", "--profile", folder.toString()), Stream.of(args)).toArray(String[]::new));
    }
}
