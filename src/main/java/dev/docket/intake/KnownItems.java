package dev.docket.intake;

import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;

/** What the desk knows of an offered image before it is looked at. Several threads. */
record KnownItems(Database database, Items items) {

    boolean contains(Source source) {
        return database.inTransaction(tx -> items.contains(tx, source));
    }

    /** Whether the picture must not be decoded, stored or shown again. */
    boolean isQuarantined(ContentHash picture) {
        return database.inTransaction(tx -> items.isQuarantined(tx, picture));
    }
}
