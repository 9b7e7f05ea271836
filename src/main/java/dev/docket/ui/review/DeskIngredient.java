package dev.docket.ui.review;

import dev.docket.care.Exposure;
import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.policy.Severity;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.c2pa.IngredientThumbnail;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * The small picture of something that a case's picture was made from, as the one tile there is. Nobody judged it, so that it is covered whatever the
 * case is; words where the case itself is one for words. Counts as a look at the case. Several threads.
 */
final class DeskIngredient implements TileSource {
    private final Desk desk;
    private final ReviewCase known;
    private final Ingredient ingredient;

    DeskIngredient(Desk desk, ReviewCase known, Ingredient ingredient) {
        this.desk = desk;
        this.known = known;
        this.ingredient = ingredient;
    }

    @Override
    public Tile tile(UUID any, Room room) {
        Tile.Face face;
        if (isWordsOnly()) {
            face = new Tile.Words("mdmz-visibility_off", Text.of("review.tile.strict"));
        } else {
            face = small(room).<Tile.Face>map(picture -> new Tile.Pixels(Covers.over(picture), true))
                    .orElseGet(() -> new Tile.Words("mdal-broken_image", Text.of("review.tile.refused")));
        }
        return new Tile(face, "", ingredient.title().orElse(""), Optional.empty(), face instanceof Tile.Pixels ? Text.of("provenance.sheet.thumbnail.look") : "");
    }

    @Override
    public Optional<DecodedImage> look(UUID any, Room room) {
        return isWordsOnly() ? Optional.empty() : small(room);
    }

    @Override
    public void looked(UUID any, Duration open) {
        desk.care.glanced(Exposure.counted(known.decision().severity(), known.profile(), known.blind()), desk.clock.instant().minus(open));
    }

    private boolean isWordsOnly() {
        return !known.profile().render() || known.profile().textOnlyThumbnail() || known.decision().severity().compareTo(Severity.S3) >= 0;
    }

    private Optional<DecodedImage> small(Room room) {
        try {
            if (desk.database.inTransaction(tx -> desk.items.find(tx, known.item().id())).isEmpty()) {
                return Optional.empty();
            }
            Optional<byte[]> file = desk.images.take(known.item().sha256()).flatMap(whole -> ingredient.thumbnailAt().flatMap(at -> IngredientThumbnail.in(whole, at)));
            if (file.isEmpty()) {
                return Optional.empty();
            }
            DecodedImage picture = desk.thumbnails.of(file.get());
            return Optional.of(Renditions.scaled(picture, room.longerSide(picture.width(), picture.height())));
        } catch (IOException | UndecodableImageException e) {
            return Optional.empty();
        }
    }
}
