package dev.docket.export;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How pictures come into a set. */
public enum Images {
    /** Every one is written. */
    COPY,
    /** One that stands in an earlier set of this desk on the same disk is linked to that; the others are written. */
    LINK,
    /** None: the manifest names each with its hash, for those who have them. */
    REFERENCE;

    /** As the command line spells it: {@code copy}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws SelectionException where a format is made of its pictures, and none are to be written */
    public void check(Set<Format> formats) throws SelectionException {
        if (this == REFERENCE && formats.contains(Format.WEBDATASET)) {
            throw new SelectionException("--images reference: a webdataset is made of its pictures; leave that format out, or take "
                    + Stream.of(COPY, LINK).map(Images::toString).collect(Collectors.joining(" or ")));
        }
    }
}
