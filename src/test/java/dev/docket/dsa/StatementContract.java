package dev.docket.dsa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.export.TargetFolderException;
import dev.docket.item.ItemFacts;
import dev.docket.item.ItemFacts.FlaggedBy;
import dev.docket.policy.PolicyFile;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.Database;
import dev.docket.verdict.Appeals;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Which decisions are stated, once; what becomes of those that change; what the folder holds. On every database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatementContract {
    @TempDir
    private Path folder;
    private Database database;
    private StatementRoom room;

    abstract Database open();

    @BeforeAll
    void openDatabase() {
        database = open();
    }

    @AfterAll
    void closeDatabase() {
        database.close();
    }

    @BeforeEach
    void fillTheRoom() {
        room = new StatementRoom(database, folder);
    }

    private Path target(String name) {
        return folder.resolve(UUID.randomUUID() + name);
    }

    @Test
    void aRestrictionIsStatedWithEveryFieldFromPackVerdictAndItem() throws Exception {
        ItemFacts facts = StatementRoom.facts("DE", "de").flagged(Optional.of(FlaggedBy.NOTICE), Optional.of(StatementRoom.START.minus(Duration.ofDays(30))));
        UUID item = room.file(1, 1, facts);
        Verdict decided = room.decide(room.ben, item, room.finding("hate_symbols").withRationale("r_symbol", Map.of())
                .withAdditional(List.of("graphic_violence")).withOrigin(OriginFinding.AI_SUSPECTED).withNote(Optional.of("ask anna@example.org")));

        Statement statement = room.read().statements().getFirst().statement();

        assertThat(CanonicalJson.MAPPER.<JsonNode>valueToTree(statement)).isEqualTo(CanonicalJson.MAPPER.readTree("""
                {"puid":"%s","decision_visibility":["DECISION_VISIBILITY_CONTENT_REMOVED"],"end_date_visibility_restriction":null,
                 "decision_facts":"An image was flagged on 2026-11-21 after a notice under Article 16 of the Digital Services Act. A person decided, with the help of automated means. Finding: Hate symbols or dehumanising imagery. Displays a listed hate symbol approvingly or without qualifying context. It was found to be made or changed by artificial intelligence.",
                 "decision_ground":"DECISION_GROUND_ILLEGAL_CONTENT","illegal_content_legal_ground":"StGB 86a",
                 "illegal_content_explanation":"Hate symbols or dehumanising imagery. Displays a listed hate symbol approvingly or without qualifying context.",
                 "category":"STATEMENT_CATEGORY_ILLEGAL_OR_HARMFUL_SPEECH","category_addition":["STATEMENT_CATEGORY_VIOLENCE"],
                 "category_specification":["KEYWORD_HATE_SPEECH"],"content_type":["CONTENT_TYPE_IMAGE","CONTENT_TYPE_SYNTHETIC_MEDIA"],
                 "content_language":"DE","content_date":"2026-10-22","application_date":"2026-11-21","territorial_scope":["DE"],
                 "source_type":"SOURCE_ARTICLE_16","automated_detection":"No","automated_decision":"AUTOMATED_DECISION_PARTIALLY"}""".formatted(decided.id())));
    }

    @Test
    void whatRestrictsNothingInTheEeaGivesNoStatement() throws Exception {
        room.decide(room.ben, room.file(1), room.finding("benign"));
        room.decide(room.ben, room.file(2), room.finding("benign").withAction("no_decision", List.of()));
        room.decide(room.ben, room.file(3), room.finding("cultural_sensitivity"));
        room.record(room.ben, room.file(4), VerdictKind.ESCALATED, Optional.empty(), Optional.of("lead"));
        room.decide(room.ben, room.file(5, 5, StatementRoom.facts("US", "en")), room.finding("spam_scam"));
        room.decide(room.ben, room.file(6), room.finding("hate_symbols").withAction("geo_restrict", List.of("US", "IN")));
        room.record(room.ben, room.file(7), VerdictKind.QUARANTINED, Optional.empty(), Optional.of("suspected"));
        room.decide(room.ben, room.file(8, 8, new ItemFacts(Optional.empty(), Optional.empty(), "DE", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                List.of(), Optional.empty(), true)), room.finding("spam_scam"));
        UUID disputed = room.file(9);
        room.decide(room.ben, disputed, room.finding("spam_scam").withSure(false));
        room.decide(room.carla, disputed, room.finding("benign"));

        Batch batch = room.read();

        assertThat(batch.statements()).isEmpty();
        assertThat(batch.none()).isEqualTo(Map.of(NoStatement.UNRESTRICTED, 3, NoStatement.ELSEWHERE, 2, NoStatement.OPEN, 2, NoStatement.QUALITY_CHECK, 1));
    }

    @Test
    void aDecisionWithinTheHoldWaitsAndOneTakenBackInItIsNeverStated() throws Exception {
        UUID item = room.file(1);
        Verdict decided = room.decide(room.ben, item, room.finding("spam_scam"));

        assertThat(room.statements.read(Optional.empty(), Progress.NONE).none()).isEqualTo(Map.of(NoStatement.HELD, 1));
        room.desk.undo(decided);

        assertThat(room.read().isEmpty()).isTrue();
    }

    @Test
    void aDecisionIsStatedOnceWhoeverLooksAgain() throws Exception {
        UUID item = room.file(1);
        Verdict first = room.decide(room.ben, item, room.finding("spam_scam").withSure(false));
        room.pass(Duration.ofDays(1));
        room.decide(room.carla, item, room.finding("spam_scam"));

        Batch batch = room.write(target("first"));

        assertThat(batch.statements().stream().map(Prepared::puid)).containsExactly(first.id());
        assertThat(batch.statements().getFirst().statement().applicationDate()).isEqualTo("2026-11-21");
        assertThat(room.read().isEmpty()).isTrue();
        assertThat(room.read().none()).isEqualTo(Map.of(NoStatement.WRITTEN, 1));
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.lead.id());
        room.record(room.lead, item, VerdictKind.DECIDED, Optional.of(room.finding("spam_scam")), Optional.empty());
        assertThat(room.read().isEmpty()).as("upheld: the same restriction").isTrue();
    }

    @Test
    void anAppealThatOverturnsIsListedForAPersonOnceAndAnotherRestrictionIsStatedAnew() throws Exception {
        UUID allowed = room.file(1);
        UUID milder = room.file(2);
        Verdict one = room.decide(room.ben, allowed, room.finding("spam_scam"));
        Verdict other = room.decide(room.ben, milder, room.finding("spam_scam"));
        room.write(target("first"));
        for (UUID item : List.of(allowed, milder)) {
            room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.lead.id());
            assertThat(room.read().isEmpty()).as("until it is heard the decision stands").isTrue();
        }
        room.decide(room.carla, allowed, room.finding("benign"));
        Verdict heard = room.decide(room.carla, milder, room.finding("spam_scam").withAction("limit_reach", List.of()));
        Path second = target("second");

        Batch batch = room.write(second);

        assertThat(batch.byHand().stream().map(ByHand::puid)).containsExactlyInAnyOrder(one.id(), other.id());
        assertThat(batch.byHand().stream().map(ByHand::change)).containsOnly(StatementLog.Change.REVERSED);
        assertThat(batch.statements().stream().map(Prepared::puid)).containsExactly(heard.id());
        assertThat(Files.readAllLines(second.resolve("by-hand.csv"))).contains(one.id() + ",feed,item-1,reversed", other.id() + ",feed,item-2,reversed");
        assertThat(room.read().isEmpty()).isTrue();
    }

    @Test
    void aReversedDecisionThatStandsAgainIsAPersonsToSeeToAsItsIdIsSpent() throws Exception {
        UUID item = room.file(1);
        Verdict decided = room.decide(room.ben, item, room.finding("spam_scam"));
        room.write(target("first"));
        room.appeals.lodge(item, Appeals.Source.UPLOADER, "", room.lead.id());
        Verdict heard = room.decide(room.carla, item, room.finding("benign"));
        room.write(target("second"));
        room.desk.undo(heard);
        room.appeals.pending(item).ifPresent(appeal -> room.appeals.withdraw(appeal, room.lead.id()));

        Batch again = room.write(target("third"));

        assertThat(again.statements()).isEmpty();
        assertThat(again.byHand().stream().map(each -> each.puid() + " " + each.change())).containsExactly(decided.id() + " REINSTATED");
        assertThat(room.read().isEmpty()).isTrue();
    }

    @Test
    void whatSpreadToAnItemIsStatedOfThatItemAsDecidedByAMachine() throws Exception {
        UUID seed = room.file(1, 1, StatementRoom.facts("DE", "de"));
        UUID copy = room.file(2, 1, StatementRoom.facts("FR", "fr"));
        room.decide(room.ben, seed, room.finding("spam_scam"));
        room.pass(Duration.ofMinutes(5));
        assertThat(room.propagation.spread()).hasSize(1);

        List<Prepared> stated = room.read().statements();

        assertThat(stated).hasSize(2);
        Prepared copied = stated.stream().filter(each -> each.item().equals(copy)).findFirst().orElseThrow();
        assertThat(copied.statement().automatedDecision()).isEqualTo("AUTOMATED_DECISION_FULLY");
        assertThat(copied.statement().territorialScope()).containsExactly("FR");
        assertThat(copied.notice()).contains("made by software", "same, or nearly the same");
        assertThat(stated.stream().filter(each -> each.item().equals(seed)).findFirst().orElseThrow().statement().automatedDecision()).isEqualTo("AUTOMATED_DECISION_PARTIALLY");
    }

    @Test
    void theFolderHoldsFilesOfAHundredThatCheckOutTheNoticesAndWhomToTell() throws Exception {
        for (int n = 0; n < 203; n++) {
            room.decide(room.ben, room.file(n, n, StatementRoom.facts("EU", n % 2 == 0 ? "de" : "en")), room.finding("spam_scam"));
        }
        Path out = target("set");

        Batch batch = room.write(out);

        assertThat(batch.statements()).hasSize(203);
        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "statements-0001.json", "statements-0002.json", "statements-0003.json", "notices", "notices.csv", "summary.json");
        }
        int statements = 0;
        for (int part = 1; part <= 3; part++) {
            StatementCheck.Outcome outcome = StatementCheck.file(out.resolve("statements-000" + part + ".json"));
            assertThat(outcome.faults()).isEmpty();
            statements += outcome.statements();
        }
        assertThat(statements).isEqualTo(203);
        assertThat(Files.readAllLines(out.resolve("notices.csv"))).hasSize(204);
        try (Stream<Path> notices = Files.list(out.resolve("notices"))) {
            assertThat(notices.map(Path::toString).filter(name -> name.endsWith(".de.txt"))).hasSize(102);
        }
        String line = database.inTransaction(tx -> tx.createQuery("select body_json from audit_entry where kind = 'STATEMENTS_EXPORTED'").mapTo(String.class).one());
        assertThat(CanonicalJson.MAPPER.readTree(line).get("statements").asInt()).isEqualTo(203);
        assertThat(CanonicalJson.MAPPER.readTree(line).get("by").asString()).isEqualTo("L-01");
    }

    @Test
    void twoExportsOfTheSameDecisionsDoNotBothAppear() throws Exception {
        room.decide(room.ben, room.file(1), room.finding("spam_scam"));
        Batch mine = room.read();
        Batch theirs = room.read();
        room.statements.write(mine, target("mine"), Progress.NONE);
        Path late = target("theirs");

        assertThatThrownBy(() -> room.statements.write(theirs, late, Progress.NONE)).isInstanceOf(IOException.class).hasMessageContaining("meanwhile").hasMessageContaining("again");
        assertThat(late).doesNotExist();
        assertThat(database.<Long>inTransaction(tx -> tx.createQuery("select count(*) from dsa_statement").mapTo(Long.class).one())).isEqualTo(1);
    }

    @Test
    void aFolderThatIsNotFreeAndAnItemThatWasWithdrawnKeepEverythingBack() throws Exception {
        UUID item = room.file(1);
        room.decide(room.ben, item, room.finding("spam_scam"));
        Batch batch = room.read();
        Path taken = target("taken");
        Files.createDirectories(taken);
        Files.writeString(taken.resolve("mine"), "mine");

        assertThatThrownBy(() -> room.statements.write(batch, taken, Progress.NONE)).isInstanceOf(TargetFolderException.class).hasMessageContaining("not empty");
        database.transact(tx -> room.items.quarantine(tx, item));
        assertThatThrownBy(() -> room.statements.write(batch, target("x"), Progress.NONE)).isInstanceOf(IOException.class).hasMessageContaining("withdrawn");
        assertThat(database.<Long>inTransaction(tx -> tx.createQuery("select count(*) from dsa_statement").mapTo(Long.class).one())).isZero();
    }

    @Test
    void onlyDecisionsOfTheDaysAskedForAreStated() throws Exception {
        room.decide(room.ben, room.file(1), room.finding("spam_scam"));
        room.pass(Duration.ofDays(2));
        Verdict later = room.decide(room.ben, room.file(2), room.finding("spam_scam"));

        Batch batch = room.read(Optional.of(LocalDate.parse("2026-11-22")));

        assertThat(batch.statements().stream().map(Prepared::puid)).containsExactly(later.id());
        assertThat(batch.none()).isEqualTo(Map.of(NoStatement.EARLIER, 1));
    }

    @Test
    void aPackThatPutsAnAddressIntoItsWordsKeepsEverythingBackAndIsNamed() throws Exception {
        StatementRoom careless = new StatementRoom(database, folder, PolicyFile.parse("careless",
                PolicyFile.shipped().text().replace("keyword_other: spam or scam", "keyword_other: \"spam or scam, ask desk@example.org\"")));
        UUID item = careless.file(1);
        careless.decide(careless.ben, item, careless.finding("spam_scam"));

        assertThatThrownBy(careless::read).isInstanceOf(FaultyStatementsException.class)
                .hasMessageContaining("item " + item + ": category_specification_other: holds what looks like personal data (an e-mail address)")
                .hasMessageNotContaining("desk@example.org");
    }

    @Test
    void whatWasTypedIntoAReasonIsNotPublished() throws Exception {
        StatementRoom asking = new StatementRoom(database, folder, PolicyFile.parse("asking", PolicyFile.shipped().text().replace(
                "r_scam: \"Uses the image to mislead people for financial gain.\"", "r_scam: {text: \"Poses as {who} on {day}.\", parameters: {who: {type: text}, day: {type: date}}}")));
        UUID item = asking.file(1);
        asking.decide(asking.ben, item, asking.finding("spam_scam").withRationale("r_scam", Map.of("who", "Anna Berg", "day", "2026-11-01")));

        Prepared prepared = asking.read().statements().getFirst();

        assertThat(prepared.statement().decisionFacts()).contains("Poses as […] on 2026-11-01.");
        assertThat(CanonicalJson.write(prepared.statement()) + prepared.notice()).doesNotContain("Anna").doesNotContain("anna@example.org");
    }
}
