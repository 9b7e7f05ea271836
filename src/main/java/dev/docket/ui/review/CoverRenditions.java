package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;

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
            boolean derivable = inGrey && strength > Picture.Decoded.COVER_BLUR;
            made = CoveredPixels.of(derivable ? picture.cover() : picture.full(), strength, inGrey);
        }
        return made;
    }
}
