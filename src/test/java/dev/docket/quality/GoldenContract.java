package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.quality.GoldenItems.Stock;
import dev.docket.queue.LeasedTask;
import dev.docket.retention.Eraser;
import dev.docket.storage.FolderBlobStore;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Twin;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.Verdicts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Golden items from their marking to their last sighting, on every database. */
abstract class GoldenContract extends QualityCase {
    @Test
    void whatStandsInIsAnItemOfItsOwnThatShowsAndSaysTheSame() {
        UUID standIn = room.dealt("one", "spam_scam");

        UUID original = room.lead.golden.all().getFirst().golden().item();
        ImageItem is = room.owner.<Optional<ImageItem>>inTransaction(tx -> new Items().find(tx, standIn)).orElseThrow();
        ImageItem was = room.owner.<Optional<ImageItem>>inTransaction(tx -> new Items().find(tx, original)).orElseThrow();
        assertThat(standIn).isEqualTo(Items.idOf(is.source())).isNotEqualTo(original);
        assertThat(is.source().name()).isEqualTo("feed");
        assertThat(is.source().externalId()).matches("post-\\d{6}").isNotEqualTo(was.source().externalId());
        assertThat(is.sha256()).isEqualTo(was.sha256());
        assertThat(is.facts()).isEqualTo(was.facts());
        assertThat(room.ben.claim(standIn)).get().extracting(task -> task.round(), task -> task.epoch()).containsExactly(1, 1L);
    }

    @Test
    void theFirstAnswerCountsAndIsToldWhatWasExpectedAndWhy() {
        UUID standIn = room.dealt("told", "spam_scam");

        Verdict wrong = room.ben.decide(standIn, "benign");

        GoldenAnswer answer = room.ben.golden.answer(wrong.id()).orElseThrow();
        assertThat(answer).extracting(GoldenAnswer::expected, GoldenAnswer::given, GoldenAnswer::isRight, GoldenAnswer::positive, GoldenAnswer::why, GoldenAnswer::pseudonym)
                .containsExactly("spam_scam", "benign", false, true, "because of told", "R-03");
        LeasedTask again = room.ben.desk.undo(wrong).orElseThrow();
        room.ben.desk.record(room.ben.verdict(again, QualityRoom.finding("spam_scam")));
        assertThat(room.lead.golden.answers()).singleElement().extracting(GoldenAnswer::verdict, GoldenAnswer::isRight).containsExactly(wrong.id(), false);
    }

    @Test
    void anOrdinaryVerdictIsNoAnswer() {
        UUID item = room.file("ordinary");

        assertThat(room.ben.golden.answer(room.ben.decide(item, "benign").id())).isEmpty();
    }

    @Test
    void whatIsFoundOnItStandsNowhereButIsOnRecord() {
        UUID standIn = room.dealt("counted", "spam_scam");
        Verdict verdict = room.ben.decide(standIn, "spam_scam");

        assertThat(room.lead.database.<List<Standing>>inTransaction(tx -> new Verdicts().standings(tx))).extracting(Standing::item).doesNotContain(standIn);
        assertThat(room.lead.database.<List<Verdict>>inTransaction(tx -> new Verdicts().history(tx, standIn))).extracting(Verdict::id).containsExactly(verdict.id());
        assertThat(room.owner.<Long>inTransaction(tx -> tx.createQuery("select count(*) from audit_entry where subject = :id and kind = 'VERDICT_DECIDED'")
                .bind("id", verdict.id()).mapTo(Long.class).one())).isEqualTo(1);
    }

    @Test
    void anUnsureAnswerMakesNobodyElseLook() {
        UUID standIn = room.dealt("unsure", "spam_scam");
        Verdict verdict = room.ben.decide(standIn, QualityRoom.finding("spam_scam").withSure(false));
        assertThat(second(standIn)).as("filed as for any item").isEqualTo(0);

        room.ben.golden.answer(verdict.id());

        assertThat(second(standIn)).isEqualTo(3);
    }

    @Test
    void whatADeskThatWasStoppedLeftOpenIsTakenBackWithTheNextRound() {
        UUID standIn = room.dealt("stopped", "spam_scam");
        room.ben.decide(standIn, QualityRoom.finding("spam_scam").withSure(false));

        room.feed.stream(QualityRoom.ALWAYS).round();

        assertThat(second(standIn)).isEqualTo(3);
    }

    @Test
    void anAnswerIsNeverCarriedOverToLookAlikes() {
        UUID standIn = room.dealt("copied", "spam_scam");
        UUID copy = room.file("a copy", QualityRoom.hash(5), "copied");
        Verdict seed = room.ben.decide(standIn, "spam_scam");
        room.pass(Duration.ofMinutes(5));

        assertThat(room.lead.propagation.plan(seed.id()).orElse(List.<Twin>of())).isEmpty();
        room.feed.propagation.spread();

        assertThat(room.owner.<List<Verdict>>inTransaction(tx -> new Verdicts().history(tx, copy))).as("what stands on the golden item itself may be carried over to it")
                .allSatisfy(event -> assertThat(event.about()).isPresent().isNotEqualTo(Optional.of(seed.id())));
    }

    @Test
    void anotherDecisionIsNotHeldUpByAnAnswerThatDiffers() {
        UUID standIn = room.dealt("same", "spam_scam");
        room.ben.decide(standIn, "benign");
        UUID seed = room.file("seed", QualityRoom.hash(6), "same");
        UUID copy = room.file("another copy", QualityRoom.hash(6), "same");
        room.carla.decide(seed, "spam_scam");
        room.pass(Duration.ofMinutes(5));

        room.feed.propagation.spread();

        assertThat(room.owner.<List<Verdict>>inTransaction(tx -> new Verdicts().history(tx, copy))).hasSize(1);
    }

    @Test
    void afterThreeSightingsItIsDealtNoMore() {
        UUID original = room.file("known");
        room.anna.decide(original, "spam_scam");
        room.lead.golden.mark(original, "why");
        List<QualityRoom.Seat> people = List.of(room.ben, room.carla, room.lead);
        for (int n = 0; n < 5; n++) {
            room.file("arrival " + n);
            room.feed.stream(QualityRoom.ALWAYS).round();
            List<UUID> dealt = room.standIns(original);
            assertThat(dealt).hasSize(Math.min(n + 1, GoldenItem.MOST_SIGHTINGS));
            if (n < people.size()) {
                people.get(n).decide(dealt.getLast(), "spam_scam");
            }
        }
        assertThat(room.lead.golden.all()).singleElement().extracting(Stock::dealt, Stock::answered, Stock::isInUse).containsExactly(3, 3, false);
    }

    @Test
    void itIsNowhereTwiceAtOnce() {
        UUID standIn = room.dealt("once", "spam_scam");
        room.file("more");

        assertThat(room.feed.stream(QualityRoom.ALWAYS).round()).isZero();

        assertThat(room.standIns(room.lead.golden.all().getFirst().golden().item())).containsExactly(standIn);
    }

    @Test
    void aRetiredOneIsDealtNoMoreAndItsAnswersStay() {
        UUID standIn = room.dealt("retired", "spam_scam");
        UUID original = room.lead.golden.all().getFirst().golden().item();
        room.ben.decide(standIn, "spam_scam");

        assertThat(room.lead.golden.retire(original)).isTrue();
        assertThat(room.lead.golden.retire(original)).as("once").isFalse();
        room.file("after");

        assertThat(room.feed.stream(QualityRoom.ALWAYS).round()).isZero();
        assertThat(room.lead.golden.answers()).hasSize(1);
    }

    @Test
    void onlyWhatIsSettledIsGoldenAndOnlyOnce() {
        UUID open = room.file("open");
        UUID grave = room.file("grave");
        room.anna.decide(grave, "violent_extremism");
        UUID standIn = room.dealt("marked", "spam_scam");
        UUID marked = room.lead.golden.all().getFirst().golden().item();
        room.ben.decide(standIn, "spam_scam");

        assertThatThrownBy(() -> room.lead.golden.mark(open, "why")).hasMessageContaining("Nothing is settled on item " + open);
        assertThatThrownBy(() -> room.lead.golden.mark(grave, "why")).hasMessageContaining("gravest kind");
        assertThatThrownBy(() -> room.lead.golden.mark(marked, "why")).hasMessageContaining("golden already");
        assertThatThrownBy(() -> room.lead.golden.mark(standIn, "why")).hasMessageContaining("stands in for a golden one");
        UUID another = room.file("another");
        room.anna.decide(another, "spam_scam");
        assertThatThrownBy(() -> room.lead.golden.mark(another, " ")).hasMessageContaining("1 to 500 characters");
    }

    @Test
    void anErasureTakesWhatStoodInForIt() {
        UUID standIn = room.dealt("erased", "spam_scam");
        UUID original = room.lead.golden.all().getFirst().golden().item();
        Eraser eraser = new Eraser(room.lead.database, new Items(), room.lead.queue, new FolderBlobStore(folder.resolve("images"), new byte[32]), room.lead.audit,
                room.lead.member, room.clock(), _ -> { });

        assertThat(eraser.onRequest(original, "subject-request", "gdpr-17.1.a").stone()).isPresent();

        assertThat(room.owner.<String>inTransaction(tx -> tx.createQuery("select concat(external_id, coalesce(uploader, ''), facts_json) from item where item_id = :item")
                .bind("item", standIn).mapTo(String.class).one())).contains("erased").doesNotContain("words of", "uploader-");
        assertThat(room.owner.<Long>inTransaction(tx -> tx.createQuery("select count(*) from item where item_id in (:one, :other) and sha256 is not null")
                .bind("one", original).bind("other", standIn).mapTo(Long.class).one())).isZero();
        room.file("later");
        assertThat(room.feed.stream(QualityRoom.ALWAYS).round()).isZero();
    }

    private int second(UUID item) {
        return room.owner.<Integer>inTransaction(tx -> tx.createQuery("select state from review_task where item_id = :item and round = 2").bind("item", item).mapTo(Integer.class).one());
    }
}
