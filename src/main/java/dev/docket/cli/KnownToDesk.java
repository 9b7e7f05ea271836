package dev.docket.cli;

import dev.docket.classify.ForensicBackbone;
import dev.docket.classify.vendor.VendorScores;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.hash.HashBanks;
import dev.docket.hash.Match;
import dev.docket.hash.NearDuplicates;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.Items;
import dev.docket.policy.ConceptMap;
import dev.docket.policy.ConceptMaps;
import dev.docket.retrain.EmbeddingCache;
import dev.docket.retrain.LookAlikes;
import dev.docket.storage.BlobStore;
import dev.docket.storage.ContentHash;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What a desk knows of a picture that is not its own: in which banks it stands and which items look like it. Without a desk, nothing. */
final class KnownToDesk implements AutoCloseable {
    private static final int SHOWN = 5;

    /** What stays open meanwhile. */
    private record Opened(DeskData data, BlobStore blobs, HashBanks banks, LookAlikes lookAlikes) {}

    /**
     * A vendor's score and how it is read.
     *
     * @param concept the entry of the map in force; empty: the map does not know it
     */
    record Answered(VendorScores.Kept kept, Optional<ConceptMap.Concept> concept) {}

    private final Optional<Opened> opened;

    /** @param desk closed with this; empty for no desk */
    KnownToDesk(Optional<DeskData> desk, ImageDecoder decoder, Clock clock) {
        opened = desk.map(data -> {
            BlobStore blobs = data.images();
            EmbeddingCache embeddings = new EmbeddingCache(data.database(), blobs, decoder);
            return new Opened(data, blobs, new HashBanks(data.database(), clock),
                    new LookAlikes(data.database(), new Items(), new NearDuplicates(), embeddings, ForensicBackbone::load));
        });
    }

    List<Match> matches(byte[] file, PerceptualHash hash) {
        return opened.map(desk -> desk.banks().matches(file, hash)).orElse(List.of());
    }

    LookAlikes.Found like(DecodedImage picture, PerceptualHash hash) {
        return opened.map(desk -> desk.lookAlikes().like(picture, hash, SHOWN)).orElse(new LookAlikes.Found(List.of(), 0, 0));
    }

    /** What vendors' answers said of the item that shows this file. */
    List<Answered> answered(ContentHash file) {
        return opened.map(desk -> desk.data().database().inTransaction(tx -> {
            ConceptMap map = new ConceptMaps().inForce(tx);
            return new VendorScores().ofPicture(tx, file).stream().map(kept -> new Answered(kept, map.of(kept.score()))).toList();
        })).orElse(List.of());
    }

    @Override
    public void close() {
        opened.ifPresent(desk -> {
            desk.lookAlikes().close();
            desk.blobs().close();
            desk.data().close();
        });
    }
}
