package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.docket.item.Shredding;
import dev.docket.item.Tombstone;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sets that follow others: numbers, what changed, deltas and what is taken away. */
class DeltaTest {
    private static final Set<Format> ROWS = EnumSet.of(Format.JSONL, Format.IMAGEFOLDER);
    private static final List<String> LABELS = List.of("benign", "spam_scam", "privacy_doxxing", "ncii", SmallDesk.KEPT_HERE);

    @TempDir
    private Path folder;

    /** What somebody has who took a whole set and every delta after it: rows by item, pictures by path, hash-only lines. */
    private static final class Holder {
        private final SortedMap<String, String> rows = new TreeMap<>();
        private final SortedMap<String, String> hashes = new TreeMap<>();
        private final Map<String, byte[]> pictures = new TreeMap<>();

        void take(Path set, Map<String, String> hashNames) throws IOException {
            if (Files.exists(set.resolve("tombstones.jsonl"))) {
                for (String line : Files.readAllLines(set.resolve("tombstones.jsonl"))) {
                    drop(CanonicalJson.MAPPER.readTree(line).get("item_id").asString());
                }
            }
            for (String line : Files.readAllLines(set.resolve("data.jsonl"))) {
                JsonNode row = CanonicalJson.MAPPER.readTree(line);
                drop(row.get("item_id").asString());
                rows.put(row.get("item_id").asString(), line);
                if (!row.get("file_name").isNull()) {
                    pictures.put(row.get("file_name").asString(), Files.readAllBytes(set.resolve(row.get("file_name").asString())));
                }
            }
            if (Files.exists(set.resolve("hashes.csv"))) {
                List<String> lines = Files.readAllLines(set.resolve("hashes.csv"));
                for (String line : lines.subList(1, lines.size())) {
                    String name = hashNames.get(line.substring(0, 64));
                    drop(name);
                    hashes.put(name, line);
                }
            }
        }

        private void drop(String name) {
            String row = rows.remove(name);
            hashes.remove(name);
            if (row != null && !CanonicalJson.MAPPER.readTree(row).get("file_name").isNull()) {
                pictures.remove(CanonicalJson.MAPPER.readTree(row).get("file_name").asString());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void aWholeSetAndItsDeltasSumToTheWholeSetOfTheDay(long seed) throws Exception {
        Random random = new Random(seed);
        try (SmallDesk desk = new SmallDesk(folder)) {
            Recipe recipe = recipe(random);
            List<UUID> live = new ArrayList<>();
            Map<UUID, String> withheld = new LinkedHashMap<>();
            Holder holder = new Holder();
            Optional<String> since = Optional.empty();
            for (int day = 0; day < 5; day++) {
                live(desk, random, live, withheld);
                Order order = Order.of(recipe, ROWS, Images.COPY);
                Draft draft = desk.exports.draft(order.withSince(since));
                Path delta = folder.resolve("delta-" + day);
                ExportDesk.Written written = desk.exports.write(draft, delta, Progress.NONE);
                assertThat(DecisionSetVerifier.verify(delta).findings()).isEmpty();
                since = Optional.of(written.manifestHash().hex());
                Map<String, String> names = hashNames(draft.set(), desk);
                holder.take(delta, names);
                nothingWithheldIsIn(delta, desk, withheld);

                Path whole = folder.resolve("whole-" + day);
                desk.exports.write(desk.exports.draft(order), whole, Progress.NONE);
                Holder fresh = new Holder();
                fresh.take(whole, names);
                assertThat(holder.rows).isEqualTo(fresh.rows);
                assertThat(holder.hashes).isEqualTo(fresh.hashes);
                assertThat(holder.pictures.keySet()).isEqualTo(fresh.pictures.keySet());
                fresh.pictures.forEach((path, bytes) -> assertThat(holder.pictures.get(path)).isEqualTo(bytes));
            }
        }
    }

    private static Recipe recipe(Random random) throws SelectionException {
        Resolution rule = Resolution.values()[random.nextInt(Resolution.values().length)];
        String where = List.of("", "gold=yes", "label=benign,ncii,privacy_doxxing").get(random.nextInt(3));
        return new Recipe(Selection.parse(where), Splits.Grouping.NEAR_DUPLICATES, rule == Resolution.ADJUDICATED ? Resolution.SOFT : rule,
                random.nextBoolean() ? OptionalInt.of(2) : OptionalInt.empty(), Optional.empty());
    }

    /** A day at the desk: items come, are decided, doubted, taken back, quarantined and erased. */
    private static void live(SmallDesk desk, Random random, List<UUID> live, Map<UUID, String> withheld) {
        for (int i = 0; i < 8; i++) {
            UUID item = desk.admit("name " + UUID.randomUUID(), random.nextBoolean() ? "news-desk" : "community", random.nextInt(8) == 0);
            String label = LABELS.get(random.nextInt(LABELS.size()));
            Verdict verdict = desk.decide(item, desk.self, label, random.nextInt(3) > 0, VerdictKind.DECIDED, SmallDesk.NOW);
            if (label.equals(SmallDesk.KEPT_HERE)) {
                withheld.put(item, hash(desk, item));
            } else if (random.nextInt(6) == 0) {
                desk.verdictDesk.undo(verdict);
            } else {
                live.add(item);
            }
        }
        for (int i = 0; i < 2 && !live.isEmpty(); i++) {
            UUID item = live.remove(random.nextInt(live.size()));
            withheld.put(item, hash(desk, item));
            if (random.nextBoolean()) {
                desk.database.transact(tx -> desk.items.quarantine(tx, item));
            } else {
                erase(desk, item);
            }
        }
    }

    private static void erase(SmallDesk desk, UUID item) {
        desk.database.transact(tx -> new Shredding(desk.items).shred(tx, new Tombstone(UUID.randomUUID(), item, EnumSet.of(Tombstone.Part.PICTURE),
                Tombstone.Cause.REQUEST, "asked", "art17", desk.self.id(), SmallDesk.NOW)));
    }

    private static String hash(SmallDesk desk, UUID item) {
        return desk.database.inTransaction(tx -> desk.items.find(tx, item).orElseThrow().sha256().hex());
    }

    private static Map<String, String> hashNames(DecisionSet set, SmallDesk desk) {
        Map<String, String> names = new LinkedHashMap<>();
        set.hashesOnly().forEach(i -> names.put(i.item().sha256().hex(), Pseudonyms.item(desk.keys().names(), i.item().id())));
        return names;
    }

    /** A delta may name what it takes away, to be deleted, and nothing else of it. */
    private static void nothingWithheldIsIn(Path set, SmallDesk desk, Map<UUID, String> withheld) throws IOException {
        for (Map.Entry<String, byte[]> file : SetFolderTest.bytes(set).entrySet()) {
            String content = file.getKey() + "\n" + new String(file.getValue(), StandardCharsets.ISO_8859_1);
            withheld.forEach((item, hash) -> {
                assertThat(content).doesNotContain(hash);
                if (!file.getKey().equals("tombstones.jsonl")) {
                    assertThat(content).doesNotContain(Pseudonyms.item(desk.keys().names(), item));
                }
            });
        }
    }

    @Test
    void versionsAreCountedAndSayWhatChanged() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            UUID kept = desk.admit("a", "news-desk", false);
            desk.decide(kept, "benign");
            UUID erased = desk.admit("b", "news-desk", false);
            desk.decide(erased, "benign");
            UUID backed = desk.admit("c", "news-desk", false);
            Verdict verdict = desk.decide(backed, "benign");
            Order order = Order.of(Recipe.USUAL, ROWS, Images.COPY).withName(Optional.of("flags"));
            Manifest first = desk.exports.write(desk.exports.draft(order), folder.resolve("one"), Progress.NONE).manifest();
            assertThat(first.version()).isEqualTo("flags@1");
            assertThat(first.parent()).isNull();

            erase(desk, erased);
            desk.verdictDesk.undo(verdict);
            desk.decide(desk.admit("d", "news-desk", false), "spam_scam");
            ExportDesk.Written second = desk.exports.write(desk.exports.draft(order), folder.resolve("two"), Progress.NONE);

            assertThat(second.manifest().version()).isEqualTo("flags@2");
            assertThat(second.manifest().parent()).isEqualTo(new Manifest.Parent(first.hash().hex(), "flags@1", 1, 0, 0, 1, 1));
            assertThat(Files.readAllLines(folder.resolve("two/tombstones.jsonl"))).containsExactlyInAnyOrder(
                    "{\"item_id\":\"" + name(desk, erased) + "\",\"state\":\"erased\"}", "{\"item_id\":\"" + name(desk, backed) + "\",\"state\":\"removed\"}");
            assertThat(DecisionSetVerifier.verify(folder.resolve("two")).findings()).isEmpty();
            assertThat(desk.exports.versions()).extracting(v -> v.version().orElseThrow().toString()).containsExactly("flags@1", "flags@2");
            Changes changes = desk.exports.changes(new Version("flags", 1), new Version("flags", 2));
            assertThat(changes.erased()).containsExactly(name(desk, erased));
            assertThat(changes.removed()).containsExactly(name(desk, backed));
            assertThat(desk.exports.departures(new Version("flags", 1), new Version("flags", 2))).extracting(Departure::item, Departure::name, Departure::state, Departure::why)
                    .containsExactlyInAnyOrder(tuple(erased, name(desk, erased), "erased", Departure.Why.ERASED), tuple(backed, name(desk, backed), "removed", Departure.Why.OPEN));
            Draft next = desk.exports.draft(order.withName(Optional.empty()).withSince(Optional.of(first.hash().hex())));
            assertThat(desk.exports.departures(next)).isEqualTo(desk.exports.departures(new Version("flags", 1), new Version("flags", 2)));
            assertThat(desk.exports.departures(next)).allSatisfy(each -> assertThat(each.at()).isPresent());
            assertThat(desk.exports.departures(next)).filteredOn(each -> each.item().equals(erased)).singleElement().extracting(Departure::codes).isEqualTo("asked art17");
            assertThat(desk.exports.departures(desk.exports.draft(order))).as("since the second one").isEmpty();
            assertThat(desk.exports.ordered(second.manifestHash().hex())).isEqualTo(order);
        }
    }

    @Test
    void aNewLabelIsARelabelling() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            UUID item = desk.admit("a", "news-desk", false);
            desk.decide(item, desk.self, "benign", false, VerdictKind.DECIDED, SmallDesk.NOW);
            Order order = Order.of(Recipe.USUAL.withRule(Resolution.SOFT), ROWS, Images.COPY).withName(Optional.of("soft"));
            desk.exports.write(desk.exports.draft(order), folder.resolve("one"), Progress.NONE);
            assertThat(desk.exports.draft(order).lineage().changes().orElseThrow().none()).isTrue();

            desk.decide(item, desk.other, "spam_scam", true, VerdictKind.DECIDED, SmallDesk.NOW);

            assertThat(desk.exports.draft(order).lineage().changes().orElseThrow().relabelled()).containsExactly(name(desk, item));
        }
    }

    @Test
    void nothingFollowsASetThatIsNotKnownHere() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            String unknown = ContentHash.of(new byte[] {1}).hex();

            assertThatThrownBy(() -> desk.exports.draft(Order.of(Recipe.USUAL, ROWS, Images.COPY).withSince(Optional.of(unknown))))
                    .isInstanceOf(SelectionException.class).hasMessageContaining("wrote no set with manifest " + unknown);
        }
    }

    @Test
    void noUploaderHasMoreThanTheirShare() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            for (int i = 0; i < 5; i++) {
                desk.decide(desk.admit("same", "feed-" + i, false), "benign");
            }
            desk.decide(desk.admit("another", "news-desk", false), "benign");

            DecisionSet set = desk.exports.preview(Recipe.USUAL.withMostPerUploader(OptionalInt.of(2)));

            assertThat(set.items()).hasSize(3);
            assertThat(set.leftOut()).isEqualTo(Map.of(LeftOut.OVER_CAP, 3L));
            assertThat(desk.exports.preview(Recipe.USUAL.withMostPerUploader(OptionalInt.of(2))).items()).isEqualTo(set.items());
        }
    }

    @Test
    void nobodySignsForThemselvesAndOneSignatureIsGoodForOneSet() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            desk.decide(desk.admit("a", "news-desk", false), "benign");
            Order order = Order.of(Recipe.USUAL, ROWS, Images.COPY).withName(Optional.of("flags"));
            assertThatThrownBy(() -> desk.exports.approvals().ask(order)).hasMessageContaining("this desk has one lead");

            ExportDesk second = desk.exports(desk.secondLead());
            Approvals.Request request = desk.exports.approvals().ask(order);
            assertThatThrownBy(() -> desk.exports.draft(order, request)).hasMessageContaining("No second lead has signed yet");
            assertThatThrownBy(() -> desk.exports.write(desk.exports.draft(order), folder.resolve("set"), Progress.NONE))
                    .isInstanceOf(IOException.class).hasMessageContaining("only after a second lead signed");
            assertThatThrownBy(() -> desk.exports.approvals().answer(request.id(), true)).hasMessageContaining("asked for this set yourself");

            Approvals.Request signed = second.approvals().answer(request.id(), true);
            assertThatThrownBy(() -> desk.exports.draft(order.withName(Optional.of("other")), signed)).hasMessageContaining("not what was asked for");
            ExportDesk.Written written = desk.exports.write(desk.exports.draft(order, signed), Optional.of(signed), folder.resolve("set"), Progress.NONE);

            assertThat(written.manifest().approvals()).containsExactly(
                    new Draft.Approval(desk.self.pseudonym(), "asked", order.hash().hex()), new Draft.Approval("L-02", "approved", order.hash().hex()));
            assertThat(desk.lines("SET_APPROVED")).singleElement().asString().contains("L-02");
            assertThat(desk.lines("SET_EXPORTED")).singleElement().asString().contains("\"approved_by\":\"L-02\"");
            assertThatThrownBy(() -> desk.exports.draft(order, desk.exports.approvals().all().getFirst())).hasMessageContaining("good for one");
        }
    }

    private static String name(SmallDesk desk, UUID item) {
        return Pseudonyms.item(desk.keys().names(), item);
    }
}
