package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.Renditions;

/** The cover of the picture on screen at the asked strength, made again only when picture or strength change. JavaFX thread. */
final class CoverRenditions {
    private Picture.Decoded of;
    private int blur;
    private boolean grey;
    private DecodedImage made;

    DecodedImage of(Picture.Decoded picture, int strength, boolean inGrey) {
        if (strength == Picture.Decoded.COVER_BLUR && inGrey) {
            return picture.cover();
        }
        if (picture != of || strength != blur || inGrey != grey) {
            of = picture;
            blur = strength;
            grey = inGrey;
            made = SmoothCover.of(Renditions.covered(picture.small(), strength, inGrey));
        }
        return made;
    }
}
