package dev.docket.classify.vendor;

/** An answer that is not what its vendor documents; the message names the field. */
public final class VendorFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    public VendorFormatException(String message) {
        super(message);
    }
}
