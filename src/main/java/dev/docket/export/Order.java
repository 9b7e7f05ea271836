package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Everything that is asked for when a set is: what second leads sign, and what a saved export repeats.
 *
 * @param name under which it gets the next number
 * @param since the set that it is a delta of: its manifest's SHA-256 in hex
 * @param terms under what it is handed on
 */
public record Order(Recipe recipe, Set<Format> formats, Images images, Optional<String> name, Optional<String> since, Terms terms) {

    public Order {
        formats = Set.copyOf(formats);
        if (name.isPresent() && since.isPresent()) {
            throw new IllegalArgumentException("A delta has no name of its own: it belongs to the set it follows");
        }
    }

    /** Before it is kept for later. @throws SelectionException when it names uploaders: what is kept names nobody who may ask to be forgotten */
    Order kept() throws SelectionException {
        if (!recipe.selection().uploaders().isEmpty()) {
            throw new SelectionException("uploader: a set that waits for a signature, or is written by itself, is selected by something else: the order is kept, and names nobody");
        }
        return this;
    }

    /** A set that stands by itself. */
    public static Order of(Recipe recipe, Set<Format> formats, Images images) {
        return new Order(recipe, formats, images, Optional.empty(), Optional.empty(), Terms.NONE);
    }

    public Order withName(Optional<String> wanted) {
        return new Order(recipe, formats, images, wanted, since, terms);
    }

    public Order withSince(Optional<String> manifest) {
        return new Order(recipe, formats, images, name, manifest, terms);
    }

    public Order withRecipe(Recipe wanted) {
        return new Order(wanted, formats, images, name, since, terms);
    }

    public Order withFormats(Set<Format> wanted) {
        return new Order(recipe, wanted, images, name, since, terms);
    }

    public Order withImages(Images wanted) {
        return new Order(recipe, formats, wanted, name, since, terms);
    }

    public Order withTerms(Terms wanted) {
        return new Order(recipe, formats, images, name, since, wanted);
    }

    @JsonNaming(SnakeCaseStrategy.class)
    private record Told(String where, String groupedBy, String rule, Integer mostPerUploader, List<String> formats, String images, String name, String since,
            String audience, String licence, String basis) {}

    /** Canonical JSON, which {@link #parse} reads back. */
    public String text() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("where", recipe.selection().where());
        told.put("grouped_by", recipe.grouping().words());
        told.put("rule", recipe.rule().word());
        recipe.mostPerUploader().ifPresent(most -> told.put("most_per_uploader", most));
        told.put("formats", formats.stream().sorted().map(Format::word).toList());
        told.put("images", images.toString());
        name.ifPresent(n -> told.put("name", n));
        since.ifPresent(s -> told.put("since", s));
        recipe.audience().ifPresent(who -> told.put("audience", who));
        terms.licence().ifPresent(words -> told.put("licence", words));
        terms.basis().ifPresent(words -> told.put("basis", words));
        return CanonicalJson.write(told);
    }

    /** Reads what {@link #text} wrote. @throws SelectionException when this version knows a word of it no longer */
    public static Order parse(String text) throws SelectionException {
        Told told = CanonicalJson.read(text, Told.class);
        Splits.Grouping grouping = Stream.of(Splits.Grouping.values()).filter(g -> g.words().equals(told.groupedBy())).findFirst()
                .orElseThrow(() -> new SelectionException("No way of dealing is called " + SelectionText.plain(String.valueOf(told.groupedBy()))));
        Images images = Stream.of(Images.values()).filter(i -> i.toString().equals(told.images())).findFirst()
                .orElseThrow(() -> new SelectionException("--images: no " + SelectionText.plain(String.valueOf(told.images()))));
        OptionalInt most = told.mostPerUploader() == null ? OptionalInt.empty() : OptionalInt.of(told.mostPerUploader());
        return new Order(new Recipe(Selection.parse(told.where()), grouping, Resolution.parse(told.rule()), most, Recipe.checkAudience(told.audience())), Format.parse(told.formats()), images,
                Optional.ofNullable(told.name()), Optional.ofNullable(told.since()), Terms.of(told.licence(), told.basis()));
    }

    /** What those who sign sign. */
    public ContentHash hash() {
        return ContentHash.of(text().getBytes(StandardCharsets.UTF_8));
    }
}
