package dev.docket.hash;

import java.util.List;

/** Lists of known pictures, matched by what they are. Several threads. */
public final class HashBanks {

    /** Entries of every bank that this picture stands in or looks like, nearest first. */
    public List<Match> matches(byte[] file, PerceptualHash hash) {
        return List.of();
    }
}
