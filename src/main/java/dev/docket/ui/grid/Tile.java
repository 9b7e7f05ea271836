package dev.docket.ui.grid;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.Severity;
import dev.docket.ui.provenance.ProvenanceSign;
import java.util.Optional;

/**
 * What a tile shows of an item.
 *
 * @param face the picture, its cover, or words
 * @param badge over the face, such as a distance; empty text for none
 * @param name the item, in short
 * @param severity empty where it is not to be shown
 * @param line what is known of it, under its name
 * @param sign what its provenance says most of all; empty where nothing is known of that, or it is not to be shown
 */
public record Tile(Face face, String badge, String name, Optional<Severity> severity, String line, Optional<ProvenanceSign> sign) {

    /** Without a sign of its provenance. */
    public Tile(Face face, String badge, String name, Optional<Severity> severity, String line) {
        this(face, badge, name, severity, line, Optional.empty());
    }

    /** What stands where a picture is expected. */
    public sealed interface Face {}

    /**
     * Pixels.
     *
     * @param covered whether this is a cover, which a held key may take away for as long as it is held
     */
    public record Pixels(DecodedImage image, boolean covered) implements Face {}

    /** @param icon Ikonli literal */
    public record Words(String icon, String text) implements Face {}
}
