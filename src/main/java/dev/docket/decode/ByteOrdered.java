package dev.docket.decode;

/** Numbers of a file in one of the two byte orders, as a TIFF header chooses. */
record ByteOrdered(HeaderBytes file, boolean little) {

    int u16(long at) throws UndecodableImageException {
        return little ? file.u16le(at) : file.u16be(at);
    }

    long u32(long at) throws UndecodableImageException {
        return little ? file.u32le(at) : file.u32be(at);
    }

    /** Above {@link Long#MAX_VALUE} it comes out negative. */
    long u64(long at) throws UndecodableImageException {
        long first = u32(at);
        long second = u32(at + 4);
        return little ? second << 32 | first : first << 32 | second;
    }
}
