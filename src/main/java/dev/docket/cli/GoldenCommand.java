package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.quality.GoldenAnswer;
import dev.docket.quality.GoldenItem;
import dev.docket.quality.GoldenItems.Stock;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code docket golden}. */
@Command(name = "golden", description = "Golden items: decided items whose answer you stand for, mixed into everybody's stream. What is found on them counts nowhere.")
final class GoldenCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with golden items: add, list, retire or answers");
    }

    @Command(description = "Mark decided items as golden: what stands on them is the known answer. Exit code 1: one of them cannot be, and was left out.")
    int add(@Mixin NamedItems named, @Option(names = "--why", paramLabel = "WORDS", required = true,
            description = "Why that is the answer, 1 to 500 characters: a reviewer reads it once they have answered.") String why, @Mixin DeskOption deskOption) throws IOException {
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            boolean all = true;
            for (UUID item : named.in(desk.database)) {
                try {
                    GoldenItem golden = desk.golden.mark(item, why);
                    out().println(item + " is golden: " + golden.label() + (golden.positive() ? "" : " (harmless)") + ".");
                } catch (IllegalArgumentException e) {
                    all = false;
                    out().println(e.getMessage() + ".");
                }
            }
            out().flush();
            return all ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    @Command(description = "List the golden items: the known answer, how often each was dealt and answered.")
    int list(@Option(names = "--all", description = "Those too that are not dealt any more.") boolean all,
            @Option(names = "--json", description = "Print one JSON object for each.") boolean json, @Mixin DeskOption deskOption) throws IOException {
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            List<Stock> stock = desk.golden.all().stream().filter(one -> all || one.isInUse()).toList();
            stock.forEach(one -> out().println(json ? CanonicalJson.write(fields(one)) : line(one)));
            if (stock.isEmpty() && !json) {
                out().println("Nothing is golden. Mark decided items with: docket golden add ITEM --why WORDS");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    @Command(description = "Take items out of the stream for good; what was answered stays. Exit code 1: an item was not golden.")
    int retire(@Mixin NamedItems named, @Mixin DeskOption deskOption) throws IOException {
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            boolean all = true;
            for (UUID item : named.in(desk.database)) {
                boolean retired = desk.golden.retire(item);
                all &= retired;
                out().println(item + (retired ? " is not dealt any more." : " is not golden."));
            }
            out().flush();
            return all ? ExitCode.DONE : ExitCode.FOUND;
        }
    }

    @Command(description = "List what was found on golden items: expected and given, by whom (their pseudonym), when. In order of time; nobody is ranked.")
    int answers(@Option(names = "--json", description = "Print one JSON object for each.") boolean json, @Mixin DeskOption deskOption) throws IOException {
        try (Desk desk = deskOption.open()) {
            LeadOnly.check(desk);
            List<GoldenAnswer> answers = desk.golden.answers();
            answers.forEach(answer -> out().println(json ? CanonicalJson.write(fields(answer)) : line(answer)));
            if (answers.isEmpty() && !json) {
                out().println("No golden item was answered yet.");
            }
            out().flush();
            return ExitCode.DONE;
        }
    }

    private static String line(Stock one) {
        GoldenItem golden = one.golden();
        return "%s  %s%s, dealt %d of %d times, answered %d%s".formatted(golden.item(), golden.label(), golden.positive() ? "" : " (harmless)",
                one.dealt(), GoldenItem.MOST_SIGHTINGS, one.answered(), golden.retired().map(at -> ", retired on " + at.at()).orElse(one.isInUse() ? "" : ", not dealt any more"));
    }

    private static Map<String, Object> fields(Stock one) {
        GoldenItem golden = one.golden();
        Map<String, Object> fields = new TreeMap<>(Map.of("golden", golden.id().toString(), "item", golden.item().toString(), "label", golden.label(), "positive", golden.positive(),
                "why", golden.why(), "pack", golden.pack().name(), "marked_at", golden.at().toString(), "dealt", one.dealt(), "answered", one.answered(), "in_use", one.isInUse()));
        golden.retired().ifPresent(retired -> fields.put("retired_at", retired.at().toString()));
        return fields;
    }

    private static String line(GoldenAnswer answer) {
        return "%s  %s  expected %s, found %s: %s".formatted(answer.at(), answer.pseudonym(), answer.expected(), answer.given(), answer.isRight() ? "right" : "not right");
    }

    private static Map<String, Object> fields(GoldenAnswer answer) {
        return new TreeMap<>(Map.of("verdict", answer.verdict().toString(), "golden", answer.golden().toString(), "item", answer.item().toString(),
                "expected", answer.expected(), "positive", answer.positive(), "given", answer.given(), "sure", answer.sure(), "blind", answer.blind(),
                "reviewer", answer.pseudonym(), "at", answer.at().toString()));
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
