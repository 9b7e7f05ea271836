package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.quality.CalibrationSession.Asked;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdicts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A calibration session from its opening to what comes of it, on every database. */
abstract class CalibrationContract extends QualityCase {
    @Test
    void everybodyAnswersBlindAndAllIsShownAtOnce() {
        UUID one = room.file("one");
        UUID two = room.file("two");
        UUID session = open(one, two);

        assertThat(room.ben.calibrations.open(session)).containsExactly(one, two);
        assertThat(room.anna.calibrations.all()).as("who is not asked").isEmpty();
        room.ben.calibrations.answer(session, one, "spam_scam", true, "it sells something");
        room.carla.calibrations.answer(session, one, "benign", false, "");

        assertThat(room.ben.calibrations.open(session)).containsExactly(two);
        assertThat(room.carla.calibrations.answers(session)).extracting(CalibrationAnswer::pseudonym).containsExactly("R-04");
        assertThat(room.lead.calibrations.answers(session)).as("a lead answers blind too").isEmpty();
        assertThat(room.lead.calibrations.all().getFirst().people()).extracting(Asked::pseudonym, Asked::answered)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("L-01", 0), org.assertj.core.groups.Tuple.tuple("R-03", 1), org.assertj.core.groups.Tuple.tuple("R-04", 1));
        assertThatThrownBy(() -> room.lead.calibrations.reveal(session, false)).hasMessageContaining("has not answered yet");

        assertThat(room.lead.calibrations.reveal(session, true)).isTrue();
        assertThat(room.lead.calibrations.reveal(session, true)).as("once").isFalse();

        assertThat(room.ben.calibrations.answers(session)).extracting(CalibrationAnswer::pseudonym, CalibrationAnswer::label, CalibrationAnswer::sure)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("R-03", "spam_scam", true), org.assertj.core.groups.Tuple.tuple("R-04", "benign", false));
        assertThatThrownBy(() -> room.ben.calibrations.answer(session, two, "benign", true, "")).hasMessageContaining("nothing to be answered");
        assertThat(room.lead.database.<List<Standing>>inTransaction(tx -> new Verdicts().standings(tx))).as("an answer is no verdict").isEmpty();
    }

    @Test
    void whatComesOfAnItemIsANoteOrAGoldenItem() {
        UUID note = room.file("note");
        UUID golden = room.file("golden");
        UUID undecided = room.file("undecided");
        room.anna.decide(golden, "spam_scam");
        UUID session = open(note, golden, undecided);
        assertThatThrownBy(() -> room.lead.calibrations.settle(session, note, Outcome.NOTE, "say more")).hasMessageContaining("Show the answers first");
        room.lead.calibrations.reveal(session, true);

        room.lead.calibrations.settle(session, note, Outcome.NOTE, "say what counts as a sale");
        room.lead.calibrations.settle(session, golden, Outcome.GOLDEN, "it sells something");
        assertThatThrownBy(() -> room.lead.calibrations.settle(session, undecided, Outcome.GOLDEN, "why")).hasMessageContaining("Nothing is settled");
        assertThatThrownBy(() -> room.lead.calibrations.settle(session, note, Outcome.OPEN, "")).as("once").hasMessageContaining("none of this session's that is open");

        assertThat(room.lead.golden.all()).singleElement().extracting(stock -> stock.golden().item()).isEqualTo(golden);
        assertThat(room.lead.calibrations.all().getFirst().items()).extracting(item -> item.outcome().orElse(null))
                .containsExactly(Outcome.NOTE, Outcome.GOLDEN, null);
    }

    @Test
    void anAnswerIsGivenOnceInWordsOfThePack() {
        UUID one = room.file("once");
        UUID session = open(one);

        assertThatThrownBy(() -> room.ben.calibrations.answer(session, one, "no_such", true, "")).hasMessageContaining("no label 'no_such'");
        assertThatThrownBy(() -> room.anna.calibrations.answer(session, one, "benign", true, "")).hasMessageContaining("you are not asked");
        room.ben.calibrations.answer(session, one, "benign", true, "");
        assertThatThrownBy(() -> room.ben.calibrations.answer(session, one, "spam_scam", true, "")).hasMessageContaining("you answered this item before");
    }

    @Test
    void aSessionIsOfAFewItemsThatCanBeShown() {
        UUID item = room.file("shown");
        UUID standIn = room.dealt("other", "spam_scam");

        assertThatThrownBy(() -> room.lead.calibrations.open("t", Set.of(), List.of(room.ben.member))).hasMessageContaining("1 to 20 items, not 0");
        assertThatThrownBy(() -> room.lead.calibrations.open(" ", Set.of(item), List.of(room.ben.member))).hasMessageContaining("1 to 120 characters");
        assertThatThrownBy(() -> room.lead.calibrations.open("t", Set.of(item), List.of())).hasMessageContaining("who is asked");
        assertThatThrownBy(() -> room.lead.calibrations.open("t", Set.of(item), List.of(room.feed.member))).hasMessageContaining("decides nothing");
        assertThatThrownBy(() -> room.lead.calibrations.open("t", Set.of(standIn), List.of(room.ben.member))).hasMessageContaining("stands in for a golden one");
        assertThatThrownBy(() -> room.lead.calibrations.open("t", Set.of(UUID.randomUUID()), List.of(room.ben.member))).hasMessageContaining("is not there");
    }

    UUID open(UUID... items) {
        return room.lead.calibrations.open("How much is a sale", new LinkedHashSet<>(List.of(items)), List.of(room.lead.member, room.ben.member, room.carla.member)).id();
    }
}
