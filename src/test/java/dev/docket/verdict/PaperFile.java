package dev.docket.verdict;

import dev.docket.queue.LeasedTask;
import dev.docket.queue.Stage;
import dev.docket.verdict.Standing.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * An item's story as a clerk would keep it on paper: a sheet a look, crossed out and written over, no events. The naive
 * model that the fold of events is held against.
 */
final class PaperFile {
    /** A look: its finding so far, or how else it ended. */
    private static final class Sheet {
        final int round;
        Stage stage;
        boolean open = true;
        boolean withdrawn;
        UUID by;
        Optional<Finding> finding = Optional.empty();
        boolean grey;
        boolean up;
        boolean differed;

        Sheet(int round, Stage stage) {
            this.round = round;
            this.stage = stage;
        }
    }

    private final List<Sheet> sheets = new ArrayList<>(List.of(new Sheet(1, Stage.FIRST)));

    Stage stage(int round) {
        return sheet(round).stage;
    }

    boolean isOpen(int round) {
        return sheet(round).open && !sheet(round).withdrawn;
    }

    /** Who may take a look that judges others: nobody who wrote a finding on any other sheet, crossed out or not. */
    private final List<UUID[]> wrote = new ArrayList<>();

    boolean mayJudge(UUID person, int round) {
        return wrote.stream().noneMatch(line -> line[0].equals(person) && line[1].getLeastSignificantBits() != round);
    }

    void decided(LeasedTask task, UUID by, Finding finding) {
        Sheet sheet = close(task.round(), by);
        Optional<Sheet> earlier = votes().stream().filter(s -> s.round < task.round()).reduce((_, b) -> b);
        sheet.finding = Optional.of(finding);
        wrote.add(new UUID[] {by, new UUID(0, task.round())});
        boolean agrees = earlier.map(s -> s.finding.orElseThrow().agreesWith(finding)).orElse(true);
        sheet.differed = sheet.stage == Stage.SECOND && !agrees;
        boolean wantsLead = finding.action().equals("escalate");
        if (wantsLead && !(sheet.stage == Stage.SECOND && earlier.isPresent() && !agrees)) {
            file(Stage.LADDER);
        } else if (sheet.stage == Stage.SECOND && earlier.isPresent() && (!agrees || !finding.sure())) {
            file(Stage.ADJUDICATION);
        } else if (!finding.sure() && (sheet.stage == Stage.FIRST || sheet.stage == Stage.SECOND)) {
            file(Stage.SECOND);
        }
    }

    void leftGrey(LeasedTask task, UUID by) {
        close(task.round(), by).grey = true;
    }

    void wentUp(LeasedTask task, UUID by) {
        close(task.round(), by).up = true;
        file(Stage.LADDER);
    }

    void passedOn(LeasedTask task, UUID by) {
        close(task.round(), by);
        file(Stage.SECOND);
    }

    void appealed(int round) {
        fileAt(round, Stage.APPEAL);
    }

    void appealWithdrawn(int round) {
        sheet(round).withdrawn = true;
    }

    /** Crosses out what stands on the sheet, and throws away the one it asked for. */
    void undone(int round, Optional<Integer> followUp) {
        Sheet sheet = sheet(round);
        sheet.open = true;
        sheet.by = null;
        sheet.finding = Optional.empty();
        sheet.grey = false;
        sheet.up = false;
        sheet.differed = false;
        followUp.ifPresent(next -> sheet(next).withdrawn = true);
    }

    State state() {
        boolean appealPending = live().stream().anyMatch(s -> s.stage == Stage.APPEAL && s.open);
        List<Sheet> settled = live().stream().filter(this::settles).toList();
        int last = settled.isEmpty() ? 0 : settled.getLast().round;
        int lastVote = votes().isEmpty() ? 0 : votes().getLast().round;
        boolean waitsAbove = live().stream().anyMatch(s -> s.up && s.round > last && s.round >= lastVote);
        boolean disputed = live().stream().anyMatch(s -> s.round > last && s.differed);
        if (appealPending) {
            return State.APPEALED;
        } else if (waitsAbove) {
            return State.ESCALATED;
        } else if (disputed) {
            return State.DISPUTED;
        } else if (!settled.isEmpty() && settled.getLast().grey) {
            return State.GREY;
        }
        return votes().isEmpty() ? State.OPEN : State.DECIDED;
    }

    /** The finding that counts, where one does. */
    Optional<Finding> counts() {
        List<Sheet> settled = live().stream().filter(this::settles).toList();
        boolean disputed = live().stream().anyMatch(s -> s.round > (settled.isEmpty() ? 0 : settled.getLast().round)
                && s.differed);
        if (disputed || votes().isEmpty() || !settled.isEmpty() && settled.getLast().grey) {
            return Optional.empty();
        }
        return settled.isEmpty() ? votes().getLast().finding : settled.getLast().finding;
    }

    int voteCount() {
        return votes().size();
    }

    private boolean settles(Sheet sheet) {
        return sheet.grey || sheet.finding.isPresent() && sheet.stage != Stage.FIRST && sheet.stage != Stage.SECOND;
    }

    private List<Sheet> live() {
        return sheets.stream().filter(s -> !s.withdrawn).sorted(Comparator.comparingInt(s -> s.round)).toList();
    }

    private List<Sheet> votes() {
        return live().stream().filter(s -> s.finding.isPresent()).toList();
    }

    private Sheet close(int round, UUID by) {
        Sheet sheet = sheet(round);
        sheet.open = false;
        sheet.by = by;
        return sheet;
    }

    /** On the first sheet that was thrown away, else on a new one. */
    private void file(Stage stage) {
        int round = sheets.stream().filter(s -> s.withdrawn && s.round > 1).mapToInt(s -> s.round).min().orElse(sheets.size() + 1);
        fileAt(round, stage);
    }

    private void fileAt(int round, Stage stage) {
        sheets.removeIf(s -> s.round == round);
        sheets.add(new Sheet(round, stage));
    }

    private Sheet sheet(int round) {
        return sheets.stream().filter(s -> s.round == round).findFirst().orElseThrow();
    }
}
