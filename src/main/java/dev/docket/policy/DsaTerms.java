package dev.docket.policy;

import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * The words of the EU's DSA Transparency Database, as its schema of 1 July 2025 has them (Implementing Regulation (EU)
 * 2024/2835): the one copy that packs are read with and statements of reasons are checked against. Several threads.
 */
public final class DsaTerms {
    private static final String RESOURCE = "/dsa/statement.schema.json";
    /** JSON Schema, 2020-12. */
    public static final JsonNode SCHEMA = schema();
    /** What a statement is about; exactly one. */
    public static final Set<String> CATEGORIES = words("/properties/category/enum");
    /** What it is about more closely. */
    public static final Set<String> KEYWORDS = words("/properties/category_specification/items/enum");
    /** ISO 639-1, capitals. */
    public static final Set<String> LANGUAGES = words("/properties/content_language/enum");
    /** The keyword that needs words of its own. */
    public static final String OTHER = "KEYWORD_OTHER";

    private DsaTerms() {}

    private static JsonNode schema() {
        try (InputStream in = DsaTerms.class.getResourceAsStream(RESOURCE)) {
            return CanonicalJson.MAPPER.readTree(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> words(String at) {
        Set<String> words = new LinkedHashSet<>();
        SCHEMA.at(at).forEach(word -> words.add(word.asString()));
        words.remove("null");
        return Set.copyOf(words);
    }
}
