package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.export.Approvals.Request;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code docket export requests}. */
@Command(name = "requests", description = "List the decision sets that a second lead was asked to sign.")
final class ExportRequestsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Option(names = "--json", description = "Print each as a JSON object.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Desk opened = desk.open()) {
            LeadOnly.check(opened);
            PrintWriter out = spec.commandLine().getOut();
            List<Request> requests = opened.exports.approvals().all();
            requests.forEach(request -> out.println(json ? CanonicalJson.write(told(request)) : request.id() + "  asked by " + request.askedBy() + " " + request.askedAt() + "  " + state(request) + "  " + request.order()));
            if (requests.isEmpty() && !json) {
                out.println("Nobody asked for a second signature yet: docket export --needs-approval");
            }
            out.flush();
            return ExitCode.DONE;
        }
    }

    static String state(Request request) {
        return request.written() ? "written" : request.answer().map(answer -> (answer.approved() ? "signed by " : "refused by ") + answer.by()).orElse("waiting");
    }

    private static Map<String, Object> told(Request request) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("request", request.id().toString());
        told.put("order", request.order());
        told.put("asked_by", request.askedBy());
        told.put("asked_at", request.askedAt().toString());
        told.put("state", state(request));
        return told;
    }
}
