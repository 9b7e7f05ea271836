package dev.docket.intake;

import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.VendorFormatException;
import dev.docket.classify.vendor.VendorScore;
import dev.docket.intake.ManifestLine.FaultyLineException;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A file of what a vendor's service answered on images that are items here: JSON lines, each naming its item by {@code item},
 * {@code sha256} or {@code source} and {@code id}, with the {@code answer} as it came. docs/vendor-scores.md. One thread.
 */
public final class AnswerFile {
    private static final Set<String> FIELDS = Set.of("item", "sha256", "source", "id", "vendor", "asked_at", "answer");
    private static final int MOST_BYTES = 1 << 20;

    private final Path file;
    private final Vendor vendor;
    private final Optional<String> version;
    private final Database database;
    private final Items items;

    /** @param version of the model, for answers that do not state it */
    public AnswerFile(Path file, Vendor vendor, Optional<String> version, Database database, Items items) {
        this.file = file;
        this.vendor = vendor;
        this.version = version;
        this.database = database;
        this.items = items;
    }

    /** The one answer that is the whole file. @throws IntakeException naming file and field */
    public List<VendorScore> single() throws IntakeException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new IntakeException(file + ": is larger than 1 MB");
            }
            return read(JsonlSource.MAPPER.readTree(Files.readString(file)));
        } catch (JacksonException e) {
            throw new IntakeException(file + ": not valid JSON: " + PlainText.of(e.getOriginalMessage(), 200));
        } catch (VendorFormatException e) {
            throw new IntakeException(file + ": " + PlainText.of(e.getMessage(), 300));
        } catch (IOException e) {
            throw new IntakeException(file + ": cannot be read: " + e.getMessage());
        }
    }

    /** Every line in turn: the items it is about and their scores, or why it is not taken; the others go on. */
    public void forEach(BiConsumer<Set<UUID>, List<VendorScore>> answered, Consumer<Refusal> refused) {
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(file), StandardCharsets.ISO_8859_1))) {
            for (String raw = JsonlSource.readLine(lines); raw != null; raw = JsonlSource.readLine(lines)) {
                number++;
                String place = file.getFileName() + ":" + number;
                try {
                    String line = JsonlSource.utf8(raw);
                    if (!line.isBlank()) {
                        JsonNode json = JsonlSource.MAPPER.readTree(line);
                        answered.accept(about(json), scores(json));
                    }
                } catch (JacksonException e) {
                    refused.accept(new Refusal(place, "not valid JSON: " + PlainText.of(e.getOriginalMessage(), 200)));
                } catch (FaultyLineException e) {
                    refused.accept(new Refusal(place, e.getMessage()));
                }
            }
        } catch (IOException e) {
            refused.accept(new Refusal(file.getFileName() + ":" + (number + 1), "cannot be read on: " + e.getMessage()));
        }
    }

    private List<VendorScore> scores(JsonNode line) throws FaultyLineException {
        if (line.hasNonNull("vendor") && !line.get("vendor").asString().equals(vendor.word())) {
            throw new FaultyLineException("vendor: is '" + PlainText.of(line.get("vendor").asString(), 40) + "', and " + vendor.word() + " was named");
        }
        if (!line.hasNonNull("answer")) {
            throw new FaultyLineException("answer: is missing");
        }
        try {
            return read(line.get("answer"));
        } catch (VendorFormatException e) {
            throw new FaultyLineException("answer." + PlainText.of(e.getMessage(), 300));
        }
    }

    private List<VendorScore> read(JsonNode answer) throws VendorFormatException {
        return vendor.read(answer).stream().map(score -> score.version().equals(VendorScore.UNSTATED) ? score.withVersion(version.orElse(VendorScore.UNSTATED)) : score).toList();
    }

    /** At least one item that is live here. */
    private Set<UUID> about(JsonNode line) throws FaultyLineException {
        if (!line.isObject()) {
            throw new FaultyLineException("a line is one JSON object");
        }
        for (String name : line.propertyNames()) {
            if (!FIELDS.contains(name) && !name.startsWith("x_")) {
                throw new FaultyLineException("unknown field '" + PlainText.of(name, 60) + "'; known fields are in docs/vendor-scores.md, your own start with x_");
            }
        }
        Set<UUID> named = new LinkedHashSet<>();
        if (line.hasNonNull("item")) {
            named.add(uuid(line.get("item").asString()));
        } else if (line.hasNonNull("sha256")) {
            String hex = line.get("sha256").asString();
            if (!hex.matches("[0-9a-f]{64}")) {
                throw new FaultyLineException("sha256: 64 hex digits are wanted");
            }
            named.addAll(database.inTransaction(tx -> items.showing(tx, ContentHash.fromHex(hex))));
        } else if (line.hasNonNull("source") && line.hasNonNull("id")) {
            named.add(Items.idOf(new Source(line.get("source").asString(), line.get("id").asString())));
        } else {
            throw new FaultyLineException("item: is missing, and so are sha256, or source and id");
        }
        Set<UUID> live = new LinkedHashSet<>(named);
        live.removeIf(item -> database.inTransaction(tx -> items.find(tx, item)).isEmpty());
        if (live.isEmpty()) {
            throw new FaultyLineException("no item of that is here");
        }
        return live;
    }

    private static UUID uuid(String text) throws FaultyLineException {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new FaultyLineException("item: an item's whole id is wanted");
        }
    }
}
