package dev.docket.dsa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.classify.ModelScore;
import dev.docket.intake.Candidate;
import dev.docket.intake.IntakeSources;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.ItemFacts.FlaggedBy;
import dev.docket.item.Items;
import dev.docket.policy.NoticeWords;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.policy.Restriction;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every statement that is generated validates and holds no personal data: those of the sample queue, and those of random verdicts. */
class GeneratedStatementsTest {
    private static final Path SAMPLES = Path.of(System.getProperty("docket.home", "."), "sample-data");
    private static final Instant NOW = Instant.parse("2026-11-21T09:00:00Z");
    private static final ContentHash PICTURE = ContentHash.of(new byte[] {1});
    private static final List<String> RESTRICTS_NOTHING = List.of("allow", "no_decision", "escalate", "quarantine");

    /** Every verdict of the sample queue's simulated reviewers, with every action that its label allows. */
    @Test
    void allStatementsOfTheSampleQueueValidate() throws Exception {
        PolicyPack pack = PolicyFile.shipped();
        Map<String, ImageItem> items = new HashMap<>();
        IntakeSources.open(SAMPLES, IntakeSources.Format.AUTO, "sample", Clock.fixed(NOW, ZoneOffset.UTC))
                .forEach(candidate -> items.put(candidate.id().orElseThrow(), item(candidate)), _ -> {});
        int statements = 0;
        int none = 0;
        for (String line : Files.readAllLines(SAMPLES.resolve("reviewers.jsonl"))) {
            JsonNode vote = CanonicalJson.MAPPER.readTree(line);
            ImageItem item = items.get(vote.get("item").asString());
            Label label = pack.label(vote.get("label").asString());
            for (String action : label.allowedActions()) {
                Finding finding = Finding.of(label.id(), label.severity(), action);
                boolean stated = statedSoundly(pack, verdict(item, pack, finding, Shown.opened(PICTURE, "open", 900), VerdictKind.DECIDED), item);
                statements += stated ? 1 : 0;
                none += stated ? 0 : 1;
            }
        }
        assertThat(statements).isGreaterThan(1000);
        assertThat(none).isGreaterThan(500);
    }

    @Test
    void aRandomVerdictGivesEitherNoneOrAValidStatement() throws Exception {
        Random random = new Random(40);
        List<PolicyPack> packs = packs();
        Map<String, Integer> seen = new TreeMap<>();
        for (int n = 0; n < 4000; n++) {
            PolicyPack pack = packs.get(random.nextInt(packs.size()));
            Label label = pack.labels().get(random.nextInt(pack.labels().size()));
            ImageItem item = item(random);
            Verdict verdict = verdict(item, pack, finding(random, pack, label), shown(random), random.nextInt(4) == 0 ? VerdictKind.PROPAGATED : VerdictKind.DECIDED);
            boolean stated = statedSoundly(pack, verdict, item);
            seen.merge(stated ? label.id() : "none", 1, Integer::sum);
        }
        assertThat(seen.keySet()).contains("none").hasSizeGreaterThan(13).doesNotContain("minors_safety", "ip_concern");
    }

    private static boolean statedSoundly(PolicyPack pack, Verdict verdict, ImageItem item) {
        Measure measure = Measure.of(verdict, pack, item.facts());
        boolean nothing = RESTRICTS_NOTHING.contains(verdict.finding().orElseThrow().action());
        if (measure.restriction() == Restriction.NONE || measure.territory().isEmpty()) {
            return false;
        }
        assertThat(nothing).as("stated: " + verdict.finding()).isFalse();
        Statement statement = StatementMaker.statement(measure, item);
        assertThat(StatementCheck.of(CanonicalJson.MAPPER.valueToTree(statement))).as(statement.toString()).isEmpty();
        for (String language : NoticeWords.LANGUAGES) {
            String notice = Notice.text(measure, item, language);
            assertThat(notice).contains(verdict.id().toString()).doesNotContain("{").doesNotContain("null");
            assertThat(PublicWords.kinds(notice.replace(verdict.id().toString(), ""))).as(notice).isEmpty();
        }
        return true;
    }

    private static List<PolicyPack> packs() throws Exception {
        String shipped = PolicyFile.shipped().text();
        String silent = shipped.replaceAll("(?m)^    dsa: .*\n", "").replaceAll(", restriction: [a-z_]+", "").replace(", illegal: true", "");
        String own = shipped.replace("  remove:            {", "  shadow:            {title: Hide from lists, strictness: 30}\n  remove:            {")
                .replace("allowed_actions: [remove, limit_reach, allow]", "allowed_actions: [remove, shadow, limit_reach, allow]");
        return List.of(PolicyFile.shipped(), PolicyFile.parse("silent", silent), PolicyFile.parse("own", own));
    }

    private static Finding finding(Random random, PolicyPack pack, Label label) {
        Finding finding = Finding.of(label.id(), label.severity(), any(random, label.allowedActions()))
                .withNote(random.nextBoolean() ? Optional.of("call +49 30 1234567 or anna@example.org") : Optional.empty());
        if (random.nextBoolean()) {
            finding = finding.withOrigin(any(random, List.of(OriginFinding.values())));
        }
        if (random.nextInt(3) == 0) {
            finding = finding.withAdditional(List.of(any(random, pack.labels()).id()).stream().filter(id -> !id.equals(label.id())).toList());
        }
        if (random.nextBoolean() && !label.rationales().isEmpty()) {
            finding = finding.withRationale(any(random, List.copyOf(label.rationales().keySet())), Map.of("what", "documents"));
        }
        List<String> places = new ArrayList<>();
        for (int n = random.nextInt(4); n > 0; n--) {
            places.add(any(random, List.of("DE", "FR", "DE-BY", "GR", "EL", "US-CA", "GB", "IS", "EU", "IN")));
        }
        return finding.withAction(finding.action(), places.stream().distinct().toList());
    }

    private static Shown shown(Random random) {
        boolean scores = random.nextBoolean();
        return new Shown(PICTURE, scores, scores ? List.of(new ModelScore("m", "1", "x", 0.9, 0.5)) : List.of(), List.of("m@1"), "0".repeat(64), "open", true, List.of(), 900,
                Optional.of(any(random, List.of(Shown.Mode.values()))), List.of(), Optional.of(any(random, List.of(Shown.Seen.values()))).filter(_ -> random.nextBoolean()));
    }

    private static ImageItem item(Random random) {
        ItemFacts facts = new ItemFacts(Optional.of("mail me: anna@example.org"), Optional.of(any(random, List.of("de", "en", "pt-BR", "tlh", "yue", "he"))).filter(_ -> random.nextBoolean()),
                any(random, List.of("*", "EU", "DE", "AT", "NO", "US", "GB", "DE-BE")), Optional.of("u-1"), Optional.empty(), Optional.empty(), Optional.empty(),
                random.nextBoolean() ? List.of("spam, says @ben") : List.of(), Optional.empty(), false)
                .flagged(Optional.of(any(random, List.of(FlaggedBy.values()))).filter(_ -> random.nextBoolean()),
                        Optional.of(any(random, List.of(Instant.EPOCH, NOW.minusSeconds(90_000), NOW.plusSeconds(1_000_000_000)))).filter(_ -> random.nextBoolean()));
        return item("feed", "n-" + random.nextInt(), any(random, List.of(NOW.minusSeconds(3600), Instant.EPOCH, NOW)), facts);
    }

    private static ImageItem item(Candidate candidate) {
        return item(candidate.feed(), candidate.id().orElseThrow(), candidate.flaggedAt().orElse(NOW), candidate.facts());
    }

    private static ImageItem item(String feed, String id, Instant flagged, ItemFacts facts) {
        dev.docket.item.Source source = new dev.docket.item.Source(feed, id);
        return new ImageItem(Items.idOf(source), source, PICTURE, 1, "image/png", 8, 8, flagged, NOW, facts);
    }

    private static Verdict verdict(ImageItem item, PolicyPack pack, Finding finding, Shown shown, VerdictKind kind) {
        return new Verdict(UUID.randomUUID(), UUID.randomUUID(), item.id(), 1, 0, kind, UUID.randomUUID(), 1, Optional.of(finding), Optional.empty(), pack.ref(), shown, NOW);
    }

    private static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
