package dev.docket.retention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.audit.AuditLog;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import dev.docket.item.Items;
import dev.docket.item.Source;
import dev.docket.queue.ReviewQueue;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import dev.docket.storage.FolderBlobStore;
import dev.docket.storage.OldDatabase;
import dev.docket.team.Member;
import dev.docket.team.Team;
import dev.docket.verdict.Comments;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A desk that an earlier version left, with rows in it: what was there is there, and can be erased. */
class EarlierDeskTest {
    private static final byte[] PICTURE = "a picture".getBytes(StandardCharsets.UTF_8);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"2", "4", "6", "8"})
    void itIsBroughtUpToThisVersionWithAllItHas(String schema) throws Exception {
        UUID item = Items.idOf(new Source("feed", "post-1"));
        old(schema, item);

        try (Database database = Database.openEmbedded(folder.resolve("database"), new byte[32])) {
            Items items = new Items();
            assertThat(database.<Optional<ImageItem>>inTransaction(tx -> items.find(tx, item))).get().extracting(ImageItem::sha256).isEqualTo(ContentHash.of(PICTURE));
            assertThat(database.<List<Comments.Comment>>inTransaction(tx -> new Comments(CLOCK).of(tx, item))).extracting(Comments.Comment::words).containsExactly("an old comment");

            // all images of this desk lie under one key of the store, as before there were keys of their own
            FolderBlobStore blobs = new FolderBlobStore(folder.resolve("images"), new byte[32]);
            blobs.put(PICTURE);
            Member self = database.inTransaction(new Team()::self);
            Eraser eraser = new Eraser(database, items, new ReviewQueue(), blobs, new AuditLog(self.id(), "desk", CLOCK), self, CLOCK, stone -> {});

            assertThat(eraser.onRequest(item, "subject-request", "gdpr-17.1.a").stone()).isPresent();
            assertThat(blobs.get(ContentHash.of(PICTURE))).isEmpty();
            assertThat(database.<List<Comments.Comment>>inTransaction(tx -> new Comments(CLOCK).of(tx, item))).isEmpty();
        }
        try (Stream<Path> left = Files.list(folder.resolve("database"))) {
            assertThat(left.map(file -> file.getFileName().toString())).as("the copy from before the migration is gone").containsExactly("docket.mv.db");
        }
    }

    private void old(String schema, UUID item) throws Exception {
        String picture = "X'" + ContentHash.of(PICTURE).hex() + "'";
        OldDatabase.at(folder.resolve("database"), schema,
                "insert into image_blob (sha256, byte_len, media_type, width, height) values (" + picture + ", 9, 'image/png', 4, 3)",
                "insert into item (item_id, source, external_id, sha256, flagged_at, facts_json, provenance_json) values ('" + item + "', 'feed', 'post-1', " + picture
                        + ", current_timestamp, '" + CanonicalJson.write(ItemFacts.NONE) + "', '{}')",
                "insert into item_comment (comment_id, item_id, author_id, words, written_at) values (random_uuid(), '" + item + "', random_uuid(), 'an old comment', current_timestamp)");
    }
}
