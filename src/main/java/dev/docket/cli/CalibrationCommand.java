package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.quality.CalibrationAnswer;
import dev.docket.quality.CalibrationSession;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.quality.CalibrationSession.Picked;
import dev.docket.storage.CanonicalJson;
import dev.docket.team.Member;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket calibration}. */
@Command(name = "calibration", description = "Calibration sessions: everybody who is asked answers the same items blind, then all answers are shown at once. An answer is no verdict.")
final class CalibrationCommand implements Runnable {
    private static final int LEAST = 4;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with calibration sessions: open, list, show, answer, reveal or settle");
    }

    @Command(description = "Open a session about 1 to 20 items. A lead's to do.")
    int open(@Mixin NamedItems named, @Option(names = "--title", paramLabel = "WORDS", required = true, description = "What it is about, 1 to 120 characters.") String title,
            @Option(names = "--people", paramLabel = "PSEUDONYM", split = ",", required = true, description = "Who is asked, such as R-02,R-03. You may ask yourself.") List<String> people,
            @Mixin DeskOption deskOption) throws IOException {
        return at(deskOption, desk -> {
            LeadOnly.check(desk);
            List<Member> team = desk.database.inTransaction(desk.team::all);
            List<Member> asked = people.stream().map(name -> team.stream().filter(member -> member.pseudonym().equals(name)).findFirst()
                    .orElseThrow(() -> new UsageException("There is nobody called '" + name + "' here; there are "
                            + team.stream().filter(member -> member.role().decides()).map(Member::pseudonym).sorted().collect(Collectors.joining(", "))))).toList();
            CalibrationSession session = desk.calibrations.open(title, named.in(desk.database), asked);
            out().println("Session " + shortId(session.id()) + " is open: items " + session.items().size() + ", people asked " + session.people().size() + ".");
        });
    }

    @Command(description = "List the sessions: yours, and for a lead all.")
    int list(@Option(names = "--json", description = "Print one JSON object for each.") boolean json, @Mixin DeskOption deskOption) throws IOException {
        return at(deskOption, desk -> {
            List<CalibrationSession> all = desk.calibrations.all();
            all.forEach(session -> out().println(json ? CanonicalJson.write(fields(desk, session)) : line(desk, session)));
            if (all.isEmpty() && !json) {
                out().println("There is no calibration session.");
            }
        });
    }

    @Command(description = "Show a session: its items, and once they were revealed everybody's answers; before, your own.")
    int show(@Parameters(paramLabel = "SESSION", description = "The start of its id.") String id,
            @Option(names = "--json", description = "Print one JSON object.") boolean json, @Mixin DeskOption deskOption) throws IOException {
        return at(deskOption, desk -> {
            CalibrationSession session = named(desk, id);
            List<CalibrationAnswer> answers = desk.calibrations.answers(session.id());
            if (json) {
                Map<String, Object> fields = fields(desk, session);
                fields.put("answers", answers.stream().map(CalibrationCommand::fields).toList());
                out().println(CanonicalJson.write(fields));
                return;
            }
            out().println(line(desk, session));
            for (Picked item : session.items()) {
                out().println("  " + item.item() + item.outcome().map(outcome -> "  " + outcome + item.note().map(note -> ": " + note).orElse("")).orElse(""));
                answers.stream().filter(answer -> answer.item().equals(item.item())).forEach(answer -> out().println(
                        "    " + answer.pseudonym() + "  " + answer.label() + (answer.sure() ? "" : ", unsure") + (answer.why().isEmpty() ? "" : ": " + answer.why())));
            }
        });
    }

    @Command(description = "Answer an item of a session, once; nobody else reads it before the session is revealed.")
    int answer(@Parameters(paramLabel = "SESSION", description = "The start of its id.") String id, @Parameters(paramLabel = "ITEM", description = "The start of its id.") String item,
            @Option(names = "--label", paramLabel = "ID", required = true, description = "A label of the pack.") String label,
            @Option(names = "--unsure", description = "You are not sure.") boolean unsure,
            @Option(names = "--why", paramLabel = "WORDS", defaultValue = "", description = "At most 500 characters.") String why, @Mixin DeskOption deskOption) throws IOException {
        return at(deskOption, desk -> {
            CalibrationSession session = named(desk, id);
            desk.calibrations.answer(session.id(), item(session, item), label, !unsure, why);
            out().println("Answered; items left: " + desk.calibrations.open(session.id()).size() + ".");
        });
    }

    @Command(description = "Show all answers to everybody who was asked. A lead's to do.")
    int reveal(@Parameters(paramLabel = "SESSION", description = "The start of its id.") String id,
            @Option(names = "--anyway", description = "Though somebody has not answered yet; they cannot any more then.") boolean anyway, @Mixin DeskOption deskOption) throws IOException {
        return at(deskOption, desk -> {
            LeadOnly.check(desk);
            out().println(desk.calibrations.reveal(named(desk, id).id(), anyway) ? "The answers are shown." : "The answers were shown before.");
        });
    }

    @Command(description = "Say what comes of an item of a session that was revealed. A lead's to do.")
    int settle(@Parameters(paramLabel = "SESSION", description = "The start of its id.") String id, @Parameters(paramLabel = "ITEM", description = "The start of its id.") String item,
            @Option(names = "--as", paramLabel = "WHAT", required = true, description = "note: the policy is to say something; golden: it is a golden item from now on; open: neither.") Outcome outcome,
            @Option(names = "--words", paramLabel = "WORDS", defaultValue = "", description = "What the policy is to say, or why that is the golden answer; 1 to 500 characters.") String words,
            @Mixin DeskOption deskOption) throws IOException {
        return at(deskOption, desk -> {
            LeadOnly.check(desk);
            CalibrationSession session = named(desk, id);
            desk.calibrations.settle(session.id(), item(session, item), outcome, words);
            out().println("Settled.");
        });
    }

    private int at(DeskOption deskOption, Consumer<Desk> step) throws IOException {
        try (Desk desk = deskOption.open()) {
            step.accept(desk);
            out().flush();
            return ExitCode.DONE;
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private static CalibrationSession named(Desk desk, String id) {
        List<CalibrationSession> found = desk.calibrations.all().stream().filter(session -> starts(session.id(), id)).toList();
        if (found.size() != 1) {
            throw new UsageException(found.isEmpty() ? "There is no session '" + id + "' that you may see" : "'" + id + "' may be any of " + found.size() + " sessions. Give more of it.");
        }
        return found.getFirst();
    }

    private static UUID item(CalibrationSession session, String id) {
        List<UUID> found = session.items().stream().map(Picked::item).filter(item -> starts(item, id)).toList();
        if (found.size() != 1) {
            throw new UsageException("There is no one item '" + id + "' in the session");
        }
        return found.getFirst();
    }

    private static boolean starts(UUID id, String digits) {
        return digits.length() >= LEAST && id.toString().replace("-", "").startsWith(digits.replace("-", ""));
    }

    private static String line(Desk desk, CalibrationSession session) {
        String people = session.people().stream().map(person -> person.pseudonym() + " " + person.answered() + "/" + session.items().size()).collect(Collectors.joining(", "));
        int left = desk.calibrations.open(session.id()).size();
        return "%s  %s: %s. %s%s".formatted(shortId(session.id()), session.title(), people, session.revealed().map(at -> "Revealed on " + at).orElse("Not revealed yet"),
                left == 0 ? "" : ". " + left + " for you to answer");
    }

    private static Map<String, Object> fields(Desk desk, CalibrationSession session) {
        Map<String, Object> fields = new TreeMap<>(Map.of("session", session.id().toString(), "title", session.title(), "opened_at", session.at().toString(),
                "left_for_me", desk.calibrations.open(session.id()).size()));
        fields.put("items", session.items().stream().map(CalibrationCommand::fields).toList());
        fields.put("people", new ArrayList<>(session.people().stream().map(person -> Map.of("person", person.pseudonym(), "answered", person.answered())).toList()));
        session.revealed().ifPresent(at -> fields.put("revealed_at", at.toString()));
        return fields;
    }

    private static Map<String, Object> fields(Picked item) {
        Map<String, Object> fields = new TreeMap<>(Map.of("item", item.item().toString()));
        item.outcome().ifPresent(outcome -> fields.put("outcome", outcome.name().toLowerCase(java.util.Locale.ROOT)));
        item.note().ifPresent(note -> fields.put("words", note));
        return fields;
    }

    private static Map<String, Object> fields(CalibrationAnswer answer) {
        return new TreeMap<>(Map.of("item", answer.item().toString(), "person", answer.pseudonym(), "label", answer.label(), "sure", answer.sure(), "why", answer.why()));
    }

    private static String shortId(UUID id) {
        return id.toString().substring(0, 8);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
