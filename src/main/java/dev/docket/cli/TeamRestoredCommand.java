package dev.docket.cli;

import dev.docket.audit.AuditLog;
import dev.docket.desk.AfterRestore;
import dev.docket.item.Tombstone;
import dev.docket.storage.Database;
import dev.docket.team.Logins;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket team restored}. */
@Command(name = "restored", description = {
    "To be run once after the team's database was put back from a backup, before anybody works in it again; as its owner.",
    "Clears leases and raises epochs, so that verdicts from before are kept as late ones; lets the members' logins in; leaves a line in the log."
})
final class TeamRestoredCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private ServerOption server;

    @Option(names = "--from", paramLabel = "CODE", required = true, description = "Which backup it is, as a code for the log, such as nightly-2026-11-21.")
    private String from;

    @Override
    public Integer call() throws IOException {
        if (!from.matches(Tombstone.CODE)) {
            throw new UsageException("--from takes a code: letters, digits and . / _ : # -, at most 60 and no spaces");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (Database owner = server.owned()) {
            AfterRestore done = AfterRestore.run(owner, new AuditLog(TeamCommand.OWNER, "owner", Clock.systemUTC()), from);
            List<String> missing = owner.inTransaction(new Logins()::letIn);
            out.println(done.queue().leases() + " leases were cleared, and the epochs of " + done.queue().tasks() + " undecided tasks raised.");
            out.println("The audit log ends after " + done.entries() + " entries" + (done.checkpoint().isPresent() ? "; its last checkpoint is on " + done.checkpoint().getAsLong() + " of them." : ". It was never sealed."));
            missing.forEach(login -> out.println("The login " + login + " is not at this server: restore the server's roles too, or let that person in anew."));
            out.println("Every desk that saw a later checkpoint refuses this database now. Tell its people by another way what was lost; then each deletes the file 'checkpoint' in their profile.");
            out.println("What was erased since that backup is here again: have a lead run docket erase --again FILE with the register you kept.");
            out.flush();
            return missing.isEmpty() ? ExitCode.DONE : ExitCode.FOUND;
        }
    }
}
