package dev.docket.ui.stack;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.ui.common.Text;
import dev.docket.ui.grid.Tile;
import dev.docket.ui.grid.TileSource;
import dev.docket.ui.provenance.ProvenanceSign;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Room;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The tiles of one open stack: covered from S2 up, words only from S3 up, each with how it differs from the seed. Several threads. */
final class DeskTiles implements TileSource {
    private final Desk desk;
    private final ImageItem seed;
    private final Map<UUID, StackMember> members = new HashMap<>();

    DeskTiles(Desk desk, OpenStack stack) {
        this.desk = desk;
        seed = stack.seed().item();
        Stream.concat(stack.members().stream(), stack.alikes().stream()).forEach(member -> members.put(member.id(), member));
    }

    @Override
    public Tile tile(UUID id, Room room) {
        StackMember member = members.get(id);
        // what was quarantined since has no tile
        if (member == null || desk.database.inTransaction(tx -> desk.items.find(tx, id)).isEmpty()) {
            return new Tile(new Tile.Words("mdmz-visibility_off", Text.of("stack.tile.gone")), "", "", Optional.empty(), "");
        }
        try {
            DecodedImage small = desk.thumbnails.of(member.item().sha256());
            return new Tile(face(member, small, room), badge(member), member.item().shortId(), member.shownSeverity(), difference(member, small), sign(member));
        } catch (IOException | UndecodableImageException e) {
            return new Tile(new Tile.Words("mdal-broken_image", Text.of("stack.tile.refused")), badge(member), member.item().shortId(), member.shownSeverity(), "");
        }
    }

    /** Opened large instead. */
    @Override
    public Optional<DecodedImage> look(UUID item, Room room) {
        return Optional.empty();
    }

    /** Hidden where the severity is. */
    private Optional<ProvenanceSign> sign(StackMember member) {
        return member.shownSeverity().flatMap(_ -> ProvenanceSign.of(ProvenanceReport.kept(
                desk.database.inTransaction(tx -> desk.items.provenanceJson(tx, member.id())))));
    }

    private static Tile.Face face(StackMember member, DecodedImage small, Room room) {
        if (member.wordsOnly()) {
            return new Tile.Words("mdmz-visibility_off", Text.of("stack.tile.strict"));
        }
        DecodedImage fitted = Renditions.scaled(small, room.longerSide(small.width(), small.height()));
        return new Tile.Pixels(member.covered() ? Covers.over(fitted) : fitted, member.covered());
    }

    static String badge(StackMember member) {
        return switch (member.tie()) {
            case SEED -> Text.of("stack.badge.seed");
            case COPY -> Text.of("stack.badge.copy");
            case NEAR, CHAIN -> Text.of("stack.badge.pdq", Math.round(member.measure()));
            case ALIKE -> Text.of("stack.badge.alike", String.format(Locale.ROOT, "%.2f", member.measure()));
        };
    }

    private String difference(StackMember member, DecodedImage small) throws IOException, UndecodableImageException {
        if (member.tie() == StackMember.Tie.SEED) {
            return "";
        }
        return DifferenceWords.of(seed, member.item(), PictureDifference.between(desk.thumbnails.of(seed.sha256()), small));
    }
}
