package dev.docket.dsa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.ItemFacts.FlaggedBy;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFile.Fault;
import dev.docket.policy.PolicyPack;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The notice to the user, word for word. */
class NoticeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final ContentHash PICTURE = ContentHash.of(new byte[] {1});
    private static final UUID ID = new UUID(7, 8);

    private static String notice(PolicyPack pack, String place, String language) {
        ItemFacts facts = new ItemFacts(Optional.empty(), Optional.of(language + "-AT"), place, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty(), false).flagged(Optional.of(FlaggedBy.REPORT), Optional.empty());
        Source source = new Source("feed", "1");
        ImageItem item = new ImageItem(Items.idOf(source), source, PICTURE, 1, "image/png", 8, 8, NOW.minusSeconds(86_400), NOW, facts);
        Finding finding = Finding.of("ncii", pack.label("ncii").severity(), "remove").withOrigin(OriginFinding.AI_CONFIRMED).withRationale("r_synth", Map.of());
        Verdict verdict = new Verdict(ID, ID, item.id(), 1, 0, VerdictKind.DECIDED, ID, 1, Optional.of(finding), Optional.empty(), pack.ref(),
                new Shown(PICTURE, false, List.of(), List.of(), "0".repeat(64), "strict", true, List.of(), 900, Optional.of(Shown.Mode.BLIND), List.of(), Optional.empty()), NOW);
        return Notice.text(Measure.of(verdict, pack, facts), item, Notice.language(item));
    }

    @Test
    void aNoticeInEnglishTellsAllThatTheLawAsksFor() {
        assertThat(notice(PolicyFile.shipped(), "*", "en")).isEqualTo("""
                About the picture you posted

                What we did: We removed it. Nobody can see it any more.
                Where: everywhere
                For how long: until further notice
                Since: November 21, 2026

                What happened: Somebody who uses our service reported your picture to us on November 20, 2026. We looked at it and found: Non-consensual intimate imagery, incl. deepfakes (adults). Digitally created or altered intimate depiction of an identifiable person. We believe that it was made or changed by artificial intelligence.

                Automated means: Software did not flag the picture; people did. A person made the decision, without the help of software.

                Why: It is against our terms: Policy default-synthetic-media, version 1.0.0: Non-consensual intimate imagery, incl. deepfakes (adults)
                Intimate, nude or sexual depiction of an identifiable adult shared or generated without consent, real or synthetic. Digitally created or altered intimate depiction of an identifiable person. We hold it to be illegal as well.

                If you do not agree: You can complain to us, free of charge, for at least six months; a person will look at it again. You can also turn to a certified out-of-court dispute settlement body, or go to court.

                Reference: 00000000-0000-0007-0000-000000000008
                """);
    }

    @Test
    void aNoticeInGermanNamesPlacesAndDaysInGerman() {
        assertThat(notice(PolicyFile.shipped(), "AT", "de")).contains("Wo: Österreich", "Seit: 21. November 2026", "Wir haben es entfernt.",
                "Jemand, der unseren Dienst nutzt, hat uns Ihr Bild am 20. November 2026 gemeldet.", "Entschieden hat ein Mensch, ohne Hilfe von Software.",
                "mindestens sechs Monate lang kostenlos", "Aktenzeichen: 00000000");
        assertThat(notice(PolicyFile.shipped(), "EU", "de")).contains("Wo: in der Europäischen Union");
        assertThat(notice(PolicyFile.shipped(), "EU", "fr")).as("no words in French").contains("in the European Union");
    }

    @Test
    void aPackBringsItsOwnTextAndWayToComplainAndIsHeldToTheLaw() throws Exception {
        String places = "{restriction} {territory} {duration} {facts} {automated} {ground} {explanation} {redress} {reference} {date}";
        String own = PolicyFile.shipped().text() + "notices:\n  en: {text: \"Dear user. " + places + " Bye.\", redress: \"Write to the ombudsperson. {facts}\"}\n";

        String notice = notice(PolicyFile.parse("own", own), "DE", "en");

        assertThat(notice).startsWith("Dear user. We removed it.").endsWith(" Bye.").contains("Germany until further notice", "Write to the ombudsperson. {facts}");
        List<Fault> faults = PolicyFile.check(PolicyFile.shipped().text() + "notices:\n  de: {text: \"Weg. {restriction} {why}\"}\n  fr: {}\n");
        assertThat(faults.stream().map(Fault::message)).anyMatch(said -> said.contains("no place {redress}")).anyMatch(said -> said.contains("the place {why}, which is none of"))
                .anyMatch(said -> said.startsWith("is not a field Docket knows"));
    }
}
