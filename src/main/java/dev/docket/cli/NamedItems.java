package dev.docket.cli;

import dev.docket.item.ItemIds;
import dev.docket.item.Items;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The items that a command is about: by id, by whose they are, by what they show. Mixed into commands. */
final class NamedItems {
    private static final int LEAST = 8;

    @Parameters(paramLabel = "ITEM", arity = "0..*", description = "An item's id, or the start of it: at least 8 digits.")
    private List<String> ids = List.of();

    @Option(names = "--subject", paramLabel = "REF", description = "All items of this uploader, by the pseudonym the feed gave them.")
    private String subject;

    @Option(names = "--sha256", paramLabel = "HEX", description = "All items that show this file.")
    private String sha256;

    /** At least one. @throws UsageException when none is named, or one is not there */
    Set<UUID> in(Database database) {
        if (ids.isEmpty() && subject == null && sha256 == null) {
            throw new UsageException("Say which items: ITEM, --subject or --sha256");
        }
        if (sha256 != null && !sha256.matches("[0-9a-fA-F]{64}")) {
            throw new UsageException("--sha256 takes 64 hex digits");
        }
        return database.inTransaction(tx -> {
            Set<UUID> named = new LinkedHashSet<>();
            for (String id : ids) {
                List<UUID> found = id.replace("-", "").length() < LEAST ? List.of() : ItemIds.startingWith(tx, id);
                if (found.size() != 1) {
                    throw new UsageException(found.isEmpty() ? "There is no item '" + id + "'; give its id, or at least 8 digits of the start of it"
                            : "'" + id + "' may be any of " + found.size() + " items. Give more of it.");
                }
                named.addAll(found);
            }
            if (subject != null) {
                named.addAll(ItemIds.ofUploader(tx, subject));
            }
            if (sha256 != null) {
                named.addAll(new Items().showing(tx, ContentHash.fromHex(sha256.toLowerCase(Locale.ROOT))));
            }
            if (named.isEmpty()) {
                throw new UsageException("No item of that is here");
            }
            return named;
        });
    }
}
