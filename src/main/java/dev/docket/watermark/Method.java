package dev.docket.watermark;

import java.util.Arrays;
import java.util.Optional;

/** How a bit is woven into a block of 4 x 4 means of colour: <a href="https://github.com/ShieldMnt/invisible-watermark">invisible-watermark</a>. */
public enum Method {
    /** In the largest of the block's values but the first. It does not survive JPEG. */
    DWT_DCT("dwtDct"),
    /** In the block's largest singular value. */
    DWT_DCT_SVD("dwtDctSvd");

    private final String word;

    Method(String word) {
        this.word = word;
    }

    /** As payload files and reports spell it. */
    public String word() {
        return word;
    }

    static Optional<Method> of(String word) {
        return Arrays.stream(values()).filter(m -> m.word.equals(word)).findFirst();
    }
}
