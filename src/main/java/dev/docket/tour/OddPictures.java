package dev.docket.tour;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.item.Items;
import dev.docket.item.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A feed of pictures that are hard to show, all due soon: one breaks off, one is of a format without a reader, one is lost. */
final class OddPictures {
    private OddPictures() {}

    /** @return the feed's manifest */
    static Path write(Path folder, Path samples) throws IOException {
        Path feed = Files.createDirectory(folder.resolve("feed"));
        byte[] whole = Files.readAllBytes(samples.resolve("images/img-001.jpg"));
        Files.write(feed.resolve("half.jpg"), Arrays.copyOf(whole, whole.length * 3 / 5));
        try (InputStream heic = OddPictures.class.getResourceAsStream("/decode/quarters.heic")) {
            Files.copy(heic, feed.resolve("phone.heic"));
        }
        Files.copy(samples.resolve("images/img-002.jpg"), feed.resolve("lost.jpg"));
        return Files.writeString(feed.resolve("feed.jsonl"), """
                {"file": "half.jpg", "id": "feed-1", "text": "The upload stopped half way", "deadline_in": "PT20M"}
                {"file": "phone.heic", "id": "feed-2", "text": "Straight from the phone", "deadline_in": "PT20M"}
                {"file": "lost.jpg", "id": "feed-3", "text": "Gone when the disk was moved", "deadline_in": "PT20M"}
                """);
    }

    /** One of them has been admitted, and its bytes are lost since. */
    static void lose(Desk desk) throws IOException {
        ImageItem lost = desk.database.inTransaction(tx -> desk.items.find(tx, Items.idOf(new Source("feed", "feed-3")))).orElseThrow();
        desk.blobs.delete(lost.sha256());
    }
}
