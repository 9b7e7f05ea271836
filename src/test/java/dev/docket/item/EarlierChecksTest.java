package dev.docket.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.Database;
import dev.docket.storage.OldDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Items that an earlier version stored, when what their feed knew stood beside what it says. */
class EarlierChecksTest {
    private static final String FACTS = "{\"accountAgeDays\":null,\"gold\":%s,\"jurisdiction\":\"*\",\"reports\":[],\"text\":\"%s\",\"uploader\":null}";

    @TempDir
    private Path folder;

    @Test
    void aCheckStaysOneAndItsRowDoesNotSaySo() throws Exception {
        OldDatabase.at(folder, "25", "insert into image_blob (sha256, byte_len, media_type, width, height) values (x'%s', 1, 'image/png', 1, 1)".formatted("ab".repeat(32)),
                item(1, true, "words"), item(2, false, "\\\"gold\\\":true"));

        try (Database database = Database.openEmbedded(folder, new byte[32])) {
            List<ItemFacts> facts = database.inTransaction(tx -> List.of(1, 2).stream().map(n -> new Items().find(tx, new UUID(0, n)).orElseThrow().facts()).toList());
            assertThat(facts).extracting(ItemFacts::gold).containsExactly(true, false);
            assertThat(facts.getLast().text()).contains("\"gold\":true");
            assertThat(database.<List<String>>inTransaction(tx -> tx.createQuery("select facts_json from item order by item_id").mapTo(String.class).list()))
                    .containsExactly(FACTS.formatted("false", "words"), FACTS.formatted("false", "\\\"gold\\\":true"));
        }
    }

    private static String item(int number, boolean gold, String text) {
        return "insert into item (item_id, source, external_id, sha256, flagged_at, facts_json, provenance_json) values ('%s', 'feed', '%d', x'%s', current_timestamp, '%s', '{}')"
                .formatted(new UUID(0, number), number, "ab".repeat(32), FACTS.formatted(gold, text));
    }
}
