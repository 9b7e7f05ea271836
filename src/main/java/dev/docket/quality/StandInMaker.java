package dev.docket.quality;

import dev.docket.classify.Scores;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyDecision;
import dev.docket.queue.ReviewQueue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/**
 * Makes what reviewers are given in place of a golden item: the same picture, words, scores and origin under an id of its own, received
 * just now as whatever else is waiting was in its time, so that none of its rows tells it from an item that a feed brought.
 */
final class StandInMaker {
    private static final int TRIES = 50;
    private static final int FEWEST_DIGITS = 3;

    private final Items items = new Items();
    private final Scores scores = new Scores();
    private final Policies policies = new Policies();
    private final ReviewQueue queue;
    private final PackRef pack;
    private final Clock clock;
    private final RandomGenerator random;

    StandInMaker(ReviewQueue queue, PackRef pack, Clock clock, RandomGenerator random) {
        this.queue = queue;
        this.pack = pack;
        this.clock = clock;
        this.random = random;
    }

    /** Files it; empty when the item is gone, or has nothing that says where it waits. @param flagged when the item that it comes with was flagged */
    Optional<UUID> make(Handle tx, UUID original, Instant flagged) {
        Optional<ImageItem> known = items.find(tx, original);
        Optional<PolicyDecision> decision = policies.of(tx, original);
        Optional<Source> source = known.flatMap(item -> disguised(tx, item.source()));
        if (source.isEmpty() || decision.isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        ImageItem copy = copy(known.get(), source.get(), flagged, now);
        items.add(tx, copy, items.provenanceJson(tx, original));
        tx.createUpdate("""
                        insert into provenance_report (report_id, item_id, body_sha256, body, validator, trust_list, detectors, checked_at)
                        select :id, :copy, r.body_sha256, r.body, r.validator, r.trust_list, r.detectors, :now from provenance_report r
                         where r.report_id = (select l.report_id from provenance_report l where l.item_id = :item order by l.checked_at desc, l.report_id limit 1)""")
                .bind("id", UUID.randomUUID()).bind("copy", copy.id()).bind("now", now).bind("item", original).execute();
        scores.add(tx, copy.id(), scores.of(tx, original));
        PolicyDecision anew = anew(decision.get(), copy.facts().deadline());
        policies.put(tx, copy.id(), anew);
        queue.enqueue(tx, copy.id(), anew);
        return Optional.of(copy.id());
    }

    private static ImageItem copy(ImageItem of, Source source, Instant flagged, Instant now) {
        Duration later = Duration.between(of.receivedAt(), now);
        ItemFacts facts = of.facts();
        ItemFacts moved = new ItemFacts(facts.text(), facts.locale(), facts.jurisdiction(), facts.uploader(), facts.accountAgeDays(), facts.views(), facts.viewHours(),
                facts.reports(), facts.deadline().map(at -> at.plus(later)), false, facts.earlierLabels(), facts.flaggedBy(), facts.postedAt().map(at -> at.plus(later)), facts.reporterCredibility(), facts.device());
        return new ImageItem(Items.idOf(source), source, of.sha256(), of.byteLength(), of.mediaType(), of.width(), of.height(), flagged, now, moved);
    }

    /** Under the pack in force, as what is taken in now is decided. */
    private PolicyDecision anew(PolicyDecision of, Optional<Instant> deadline) {
        return new PolicyDecision(pack, of.disposition(), of.lane(), of.jurisdiction(), of.suspected(), of.display(), of.severity(),
                of.deadline().flatMap(_ -> deadline), of.priority(), of.parts(), of.reasons());
    }

    /** An id such as the feed gives: the same characters, with other digits. */
    private Optional<Source> disguised(Handle tx, Source of) {
        for (int n = 0; n < TRIES; n++) {
            Source other = new Source(of.name(), disguised(of.externalId()));
            if (!items.contains(tx, other)) {
                return Optional.of(other);
            }
        }
        return Optional.empty();
    }

    private String disguised(String id) {
        StringBuilder other = new StringBuilder();
        int digits = 0;
        for (char c : id.toCharArray()) {
            boolean digit = c >= '0' && c <= '9';
            digits += digit ? 1 : 0;
            other.append(digit ? (char) ('0' + random.nextInt(10)) : c);
        }
        if (digits < FEWEST_DIGITS) {
            int dot = other.lastIndexOf(".");
            other.insert(dot > 0 ? dot : other.length(), "-" + (1000 + random.nextInt(9000)));
        }
        return other.length() > 200 ? other.substring(other.length() - 200) : other.toString();
    }
}
