package dev.docket.export;

import dev.docket.classify.ModelScore;
import dev.docket.classify.Scores;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyPack;
import dev.docket.provenance.Reports;
import dev.docket.storage.BlobStore;
import dev.docket.verdict.PublishHold;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import dev.docket.verdict.Verdicts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Reads decision sets out of the desk's stores. Several threads. */
public final class DecisionSetReader {

    /** The stores a set is read from. */
    public record Stores(Items items, Verdicts verdicts, Scores scores, Policies policies, BlobStore blobs) {}

    private final Stores stores;
    private final PolicyPack inForce;
    private final ExportKeys keys;
    private final PublishHold hold;
    private final Reports reports = new Reports();

    /** @param hold younger decisions are left out */
    public DecisionSetReader(Stores stores, PolicyPack inForce, ExportKeys keys, PublishHold hold) {
        this.stores = stores;
        this.inForce = inForce;
        this.keys = keys;
        this.hold = hold;
    }

    /** The values a selection can name. */
    public Choices choices(Handle tx) {
        List<Verdict> votes = stores.verdicts().current(tx);
        return new Choices(
                sorted(Stream.concat(inForce.lanes().stream().map(PolicyPack.LaneRule::id), DeskItems.lanes(tx).values().stream())),
                sorted(Stream.concat(inForce.labels().stream().map(PolicyPack.Label::id), votes.stream().map(v -> v.finding().orElseThrow().label()))),
                sorted(Stream.concat(Stream.of(inForce.ref()), votes.stream().map(Verdict::pack)).flatMap(p -> Stream.of(p.version(), p.name()))),
                sorted(DeskItems.live(tx).stream().map(DeskItems.Known::source)));
    }

    /** Where every live item is dealt, chosen or decided or not, in order of receipt. */
    Map<UUID, ExportDesk.Dealt> dealt(Handle tx, Splits.Grouping grouping) {
        List<DeskItems.Known> live = DeskItems.live(tx);
        Map<UUID, Split> splits = keys.splits(grouping).deal(live.stream().map(DeskItems.Known::member).toList());
        Map<UUID, ExportDesk.Dealt> dealt = new LinkedHashMap<>();
        live.forEach(known -> dealt.put(known.id(), new ExportDesk.Dealt(known.group(), splits.get(known.id()))));
        return dealt;
    }

    /** The set of a recipe whose selection's values were checked against {@link #choices}; a value that is not there selects nothing. */
    public DecisionSet read(Handle tx, Recipe recipe) {
        List<DeskItems.Known> live = DeskItems.live(tx);
        Map<UUID, String> lanes = DeskItems.lanes(tx);
        Map<UUID, Split> splits = keys.splits(recipe.grouping()).deal(live.stream().map(DeskItems.Known::member).toList());
        Map<UUID, Standing> standings = stores.verdicts().opinions(tx).stream().collect(Collectors.toMap(Standing::item, Function.identity()));
        PackShelf packs = new PackShelf(tx, stores.policies(), inForce);
        LabelRule rule = new LabelRule(recipe.rule(), recipe.rule() == Resolution.DAWID_SKENE ? posteriors(live, standings, packs) : Map.of());
        Sieve sieve = new Sieve(recipe.selection(), packs);
        live.forEach(known -> {
            Standing standing = standings.getOrDefault(known.id(), Standing.of(known.id(), List.of()));
            sieve.add(new Candidate(known, lanes.getOrDefault(known.id(), ""), standing, hold.holds(standing), splits.get(known.id()), rule));
        });
        byte[] names = keys.names(recipe.audience());
        List<LabelledItem> items = capped(sieve, recipe.mostPerUploader(), keys.names()).stream()
                .flatMap(chosen -> labelled(tx, chosen, sieve).stream())
                .sorted(Comparator.comparing(i -> Pseudonyms.item(names, i.item().id()))).toList();
        return new DecisionSet(recipe, items, sieve.leftOut(), items.isEmpty() ? Optional.of(sieve.emptiedBy()) : Optional.empty(), inForce.ref());
    }

    /** Of what may leave in some form: a label of which nothing does leaves no trace in what others come to either. */
    private Map<UUID, SortedMap<String, Double>> posteriors(List<DeskItems.Known> live, Map<UUID, Standing> standings, PackShelf packs) {
        return Posteriors.of(live.stream().flatMap(known -> Optional.ofNullable(standings.get(known.id())).stream())
                .filter(standing -> Resolution.DAWID_SKENE.covers(standing) && !hold.holds(standing) && packs.letsOut(standing.votes())).toList());
    }

    /** The first of each uploader's by the names they leave under where no audience is named: the same ones whenever the desk is the same, and no matter of when they came. */
    private static List<Sieve.Chosen> capped(Sieve sieve, OptionalInt most, byte[] names) {
        if (most.isEmpty()) {
            return sieve.chosen();
        }
        Map<String, Integer> taken = new HashMap<>();
        List<Sieve.Chosen> kept = new ArrayList<>();
        sieve.chosen().stream().sorted(Comparator.comparing(chosen -> Pseudonyms.item(names, chosen.candidate().known().id()))).forEach(chosen -> {
            Optional<String> uploader = chosen.candidate().known().uploader();
            if (uploader.isEmpty() || taken.merge(uploader.get(), 1, Integer::sum) <= most.getAsInt()) {
                kept.add(chosen);
            } else {
                sieve.count(LeftOut.OVER_CAP);
            }
        });
        return kept;
    }

    /** Empty when the item was quarantined since, or its picture is gone. */
    private Optional<LabelledItem> labelled(Handle tx, Sieve.Chosen chosen, Sieve sieve) {
        Candidate c = chosen.candidate();
        Optional<ImageItem> item = stores.items().find(tx, c.known().id());
        if (item.isEmpty()) {
            return Optional.empty();
        }
        if (chosen.mode() == ExportMode.FULL && !stores.blobs().contains(item.get().sha256())) {
            sieve.count(LeftOut.PICTURE_GONE);
            return Optional.empty();
        }
        LabelRule.Resolved label = chosen.label();
        return Optional.of(new LabelledItem(
                item.get(), c.lane(), c.known().pdq(), c.known().group(), label.deciding(), c.votes(), label.shares(), label.agreement(),
                c.votes().stream().filter(v -> c.standing().settling().contains(v.taskId()) && !c.standing().late().contains(v.id())).map(Verdict::id).collect(Collectors.toSet()),
                scores(tx, item.get().id(), c.votes().getFirst().shown()), reports.of(tx, item.get().id()),
                chosen.mode(), chosen.training(), c.split(), earlier(tx, c.votes(), label.deciding()), c.standing().late()));
    }

    /** The events that the item's own are about, where a row tells of them: a seed, a decision before it was changed. */
    private List<Verdict> earlier(Handle tx, List<Verdict> votes, Verdict deciding) {
        return Stream.concat(votes.stream().filter(v -> v.kind() == VerdictKind.REVISED), Stream.of(deciding).filter(v -> v.kind() == VerdictKind.PROPAGATED))
                .flatMap(v -> v.about().stream()).flatMap(about -> stores.verdicts().find(tx, about).stream()).toList();
    }

    /** Scores as they stood at the first look; those hidden in the blind share come out of the store. */
    private List<ModelScore> scores(Handle tx, UUID item, Shown shown) {
        return !shown.scores().isEmpty() ? shown.scores() : stores.scores().of(tx, item).stream()
                .filter(s -> shown.models().contains(s.model() + "@" + s.version())).toList();
    }

    private static TreeSet<String> sorted(Stream<String> values) {
        return values.filter(v -> !v.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
    }
}
