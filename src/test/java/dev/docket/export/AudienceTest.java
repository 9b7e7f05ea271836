package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.progress.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** For whom a set is, and under what it is handed on. */
class AudienceTest {
    private static final Pattern NAME = Pattern.compile("\"(?:item_id|cluster_id|uploader|reviewer)\":\"([0-9a-f]{12,32})\"");

    @TempDir
    private Path folder;
    private SmallDesk desk;

    @BeforeEach
    void open() {
        desk = new SmallDesk(folder);
        for (int n = 0; n < 24; n++) {
            desk.decide(desk.admit("item " + n, "news-desk", false), n % 2 == 0 ? "benign" : "spam_scam");
        }
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void noNameOfOneAudienceIsInAnothersSet() throws Exception {
        Set<String> nobody = names("nobody", Optional.empty());
        Set<String> regulator = names("regulator", Optional.of("regulator"));
        Set<String> lab = names("lab", Optional.of("lab"));

        assertThat(nobody).as("items, groups and uploaders, each of 24, and one reviewer").hasSize(73);
        assertThat(regulator).hasSize(73).doesNotContainAnyElementsOf(nobody);
        assertThat(lab).hasSize(73).doesNotContainAnyElementsOf(nobody).doesNotContainAnyElementsOf(regulator);
        assertThat(names("regulator-again", Optional.of("regulator"))).isEqualTo(regulator);
        assertThat(splits("regulator")).as("an item keeps its split").isEqualTo(splits("lab"));
    }

    @Test
    void oneNameIsForOneAudience() throws Exception {
        Order order = Order.of(Recipe.USUAL.withAudience(Optional.of("lab")), Set.of(Format.JSONL), Images.COPY).withName(Optional.of("flags"));
        ExportDesk.Written first = desk.exports.write(desk.exports.draft(order), folder.resolve("one"), Progress.NONE);
        desk.decide(desk.admit("later", "news-desk", false), "benign");

        assertThat(desk.exports.draft(order).lineage().changes().orElseThrow().added()).hasSize(1);
        assertThatThrownBy(() -> desk.exports.draft(order.withRecipe(Recipe.USUAL))).isInstanceOf(SelectionException.class)
                .hasMessage("--audience: flags@1 is for lab, where everything has another name; a set for nobody in particular takes a name of its own");
        Order delta = desk.exports.following(first.manifestHash().hex());
        assertThat(delta.recipe().audience()).contains("lab");
        Manifest brought = desk.exports.write(desk.exports.draft(delta), folder.resolve("delta"), Progress.NONE).manifest();
        assertThat(brought.counts().rows()).isEqualTo(1);
        assertThat(brought.audience()).isEqualTo("lab");
        assertThatThrownBy(() -> Recipe.checkAudience("The Lab")).hasMessageContaining("'The Lab' is no name for an audience");
    }

    @Test
    void licenceAndBasisStandInManifestAndCardAndAreSigned() throws Exception {
        Terms terms = Terms.of(" CC-BY-NC-4.0 | no *resale* ", "contract 2026-14, annex 2");
        Order order = Order.of(Recipe.USUAL, Set.of(Format.JSONL, Format.CROISSANT), Images.COPY).withTerms(terms);

        Manifest manifest = desk.exports.write(desk.exports.draft(order), folder.resolve("set"), Progress.NONE).manifest();

        assertThat(manifest.licence()).isEqualTo("CC-BY-NC-4.0 | no *resale*");
        assertThat(manifest.basis()).isEqualTo("contract 2026-14, annex 2");
        assertThat(Files.readString(folder.resolve("set/README.md"))).contains("license_name: as-told-in-the-card", "Licence, as whoever handed this on put it: CC-BY-NC-4.0 \\| no \\*resale\\*",
                "put it: contract 2026-14, annex 2", "Rights in the pictures stay").doesNotContain("Nothing here was licensed");
        assertThat(Files.readString(folder.resolve("set/croissant.json"))).contains("CC-BY-NC-4.0 | no *resale*", "Handed on under: contract 2026-14, annex 2");
        assertThat(DecisionSetVerifier.verify(folder.resolve("set")).findings()).isEmpty();
        assertThat(Order.parse(order.text())).isEqualTo(order);
        assertThat(order.hash()).as("who signs, signs them too").isNotEqualTo(order.withTerms(Terms.NONE).hash());
        assertThatThrownBy(() -> Terms.of("two\nlines", "")).hasMessage("--licence: one line of at most 200 characters");
        assertThatThrownBy(() -> Terms.of("", "x".repeat(201))).hasMessageContaining("--basis");
    }

    @Test
    void anOrderThatSaysNeitherReadsAsItAlwaysDid() {
        assertThat(Order.of(Recipe.USUAL, Set.of(Format.JSONL), Images.COPY).text()).isEqualTo(
                "{\"formats\":[\"jsonl\"],\"grouped_by\":\"near-duplicate group\",\"images\":\"copy\",\"rule\":\"majority\",\"where\":\"\"}");
    }

    private Set<String> names(String set, Optional<String> audience) throws Exception {
        desk.exports.write(desk.exports.draft(Order.of(Recipe.USUAL.withAudience(audience), Set.of(Format.JSONL), Images.COPY)), folder.resolve(set), Progress.NONE);
        Matcher found = NAME.matcher(Files.readString(folder.resolve(set).resolve("data.jsonl")));
        Set<String> names = new HashSet<>();
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    /** Of each picture, by its hash. */
    private Set<String> splits(String set) throws Exception {
        Pattern both = Pattern.compile("\"sha256\":\"([0-9a-f]{64})\".*\"split\":\"([a-z]+)\"");
        List<String> rows = Files.readAllLines(folder.resolve(set).resolve("data.jsonl"));
        return rows.stream().map(both::matcher).filter(Matcher::find).map(m -> m.group(1) + " " + m.group(2)).collect(Collectors.toSet());
    }
}
