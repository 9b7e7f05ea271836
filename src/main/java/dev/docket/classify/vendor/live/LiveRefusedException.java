package dev.docket.classify.vendor.live;

import java.io.IOException;

/** A service was not asked, or did not answer as it should; the message is fit for a person and holds no key. */
public final class LiveRefusedException extends IOException {
    private static final long serialVersionUID = 1L;
    private final boolean forAll;

    /** @param forAll whether the next image would come to the same */
    LiveRefusedException(String message, boolean forAll) {
        super(message);
        this.forAll = forAll;
    }

    public boolean isForAll() {
        return forAll;
    }
}
