package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;

/** What became of decoding an item's file. */
public sealed interface Picture {

    /**
     * Pixels to look at.
     *
     * @param full for a held or latched key, or an open profile
     * @param small the same, small enough to make a cover of any strength within a frame
     * @param cover blurred and grey at the strength of a covered thumbnail
     */
    record Decoded(DecodedImage full, DecodedImage small, DecodedImage cover) implements Picture {
        /** Strength of {@code cover}, which is grey. */
        public static final int COVER_BLUR = 60;

        @Override
        public long bytes() {
            return 4L * (full.argb().length + small.argb().length + cover.argb().length);
        }
    }

    /** @param reason a sentence fit for a person */
    record Refused(String reason) implements Picture {
        @Override
        public long bytes() {
            return 0;
        }
    }

    /** A profile that draws nothing, ever. */
    record Withheld() implements Picture {
        @Override
        public long bytes() {
            return 0;
        }
    }

    /** Memory held by the pixels. */
    long bytes();
}
