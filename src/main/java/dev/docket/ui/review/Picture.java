package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Veil;

/** What became of decoding an item's file. */
public sealed interface Picture {

    /**
     * Pixels to look at.
     *
     * @param fit as large as the room it was made for takes it, for a held or latched key, or an open profile
     * @param covers what is shown instead
     */
    record Decoded(DecodedImage fit, Covers covers) implements Picture {

        /** With the covers this profile starts with. Takes some milliseconds: workers only. */
        public static Decoded of(DecodedImage fit, DisplayProfile profile) {
            return new Decoded(fit, new Covers(fit, Veil.atLeast(profile.blur()), profile.grey()));
        }

        @Override
        public long bytes() {
            return 4L * fit.argb().length + covers.bytes();
        }
    }

    /**
     * No pixels came of it.
     *
     * @param reason a sentence fit for a person
     * @param byFacts whether the file is sound as far as is known, and may be decided without being seen
     * @param passing whether it was only not to be had at this moment, and is asked for again
     */
    record Refused(String reason, boolean byFacts, boolean passing) implements Picture {

        /** For good. */
        public Refused(String reason, boolean byFacts) {
            this(reason, byFacts, false);
        }

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
