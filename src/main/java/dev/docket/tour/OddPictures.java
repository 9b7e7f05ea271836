package dev.docket.tour;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A feed of two pictures that are hard to show, both due soon: one breaks off, one is of a format without a reader. */
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
        return Files.writeString(feed.resolve("feed.jsonl"), """
                {"file": "half.jpg", "id": "feed-1", "text": "The upload stopped half way", "deadline_in": "PT20M"}
                {"file": "phone.heic", "id": "feed-2", "text": "Straight from the phone", "deadline_in": "PT20M"}
                """);
    }
}
