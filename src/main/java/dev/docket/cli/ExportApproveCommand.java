package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.Approvals.Request;
import dev.docket.export.Draft;
import dev.docket.export.SelectionException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket export approve}. */
@Command(name = "approve", description = "Sign, or refuse, a decision set that another lead asked for. Shows what it comes to now.")
final class ExportApproveCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(paramLabel = "ID", description = "The request, or how its number begins: docket export requests lists them.")
    private String id;

    @Option(names = "--refuse", description = "Refuse it.")
    private boolean refuse;

    @Override
    public Integer call() throws IOException {
        try (Desk opened = desk.open()) {
            LeadOnly.check(opened);
            PrintWriter out = spec.commandLine().getOut();
            Request request = opened.exports.approvals().startingWith(id);
            out.println(request.order());
            Draft draft = opened.exports.draft(request.parsed());
            new ExportPreview(draft, opened.exports.departures(draft)).print(out);
            out.println((refuse ? "Refused: " : "Signed: ") + opened.exports.approvals().answer(request.id(), !refuse).id());
            out.flush();
            return ExitCode.DONE;
        } catch (SelectionException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
