package dev.docket.decode;

import java.util.List;

/**
 * The formats Docket opens, decoded in the process it is called in. Sniffs the header and holds the pixel budget
 * first. A picture whose format none of these decoders opens is refused as {@code NO_DECODER}, with what would help.
 * Safe to use from several threads; a caller waits while the memory for pictures is taken by others.
 */
public final class FormatDecoders implements ImageDecoder {
    private final DecodeSlots forHashes = new DecodeSlots();
    /** Apart, so that the screen never waits for a long intake. */
    private final DecodeSlots forViews = new DecodeSlots();
    private final List<FormatDecoder> formats;

    /** What Docket brings along and decodes in a moment. */
    public FormatDecoders() {
        this(bundled());
    }

    /** @param formats the first that opens a file decodes it */
    public FormatDecoders(List<FormatDecoder> formats) {
        this.formats = List.copyOf(formats);
    }

    /** The decoders that Docket brings along and that decode in a moment; for the slow ones see {@code decode.wasm.WasmDecoders}. */
    public static List<FormatDecoder> bundled() {
        return List.of(new SkijaDecoder(), new TiffDecoder());
    }

    /** Whether one of these decoders opens pictures of this kind. Takes no time, loads no decoder. */
    public boolean opens(ImageHeader header) {
        return formats.stream().anyMatch(f -> f.opens(header));
    }

    /** {@inheritDoc} Says the size of a picture over the pixel budget too: refusing it is left to the decoding. */
    @Override
    public ImageHeader header(byte[] file) throws UndecodableImageException {
        return ImageSniffer.read(file);
    }

    @Override
    public DecodedImage decode(byte[] file) throws UndecodableImageException {
        ImageHeader header = PixelBudget.admit(file);
        try (DecodeSlots.Slot slot = forHashes.take(header.width(), header.height())) {
            return format(header).decode(file, header, Integer.MAX_VALUE, false);
        }
    }

    @Override
    public DecodedImage view(byte[] file, int longerSide) throws UndecodableImageException {
        ImageHeader header = admitted(file, longerSide);
        int fraction = ViewScale.fraction(header, longerSide, 1 << 14);
        try (DecodeSlots.Slot slot = forViews.take(header.width() / fraction, header.height() / fraction)) {
            return format(header).decode(file, header, longerSide, true);
        }
    }

    /**
     * {@link #view}, or {@link #decode} when not lenient, into memory of the caller's.
     *
     * @param longerSide as for {@link #view}; {@link Integer#MAX_VALUE} for full size
     */
    public Painted paint(byte[] file, int longerSide, boolean lenient, PixelRoom room) throws UndecodableImageException {
        ImageHeader header = admitted(file, longerSide);
        return format(header).paint(file, header, longerSide, lenient, room);
    }

    @Override
    public Animation animation(byte[] file, int longerSide) throws UndecodableImageException {
        ImageHeader header = admitted(file, longerSide);
        try (DecodeSlots.Slot slot = forViews.take(header.width(), header.height())) {
            return format(header).animation(file, header, longerSide);
        }
    }

    private static ImageHeader admitted(byte[] file, int longerSide) throws UndecodableImageException {
        if (longerSide <= 0) {
            throw new IllegalArgumentException("A view of " + longerSide + " pixels");
        }
        return PixelBudget.admit(file);
    }

    /** Small sound files of every format that opens here. */
    public List<byte[]> samples() {
        return formats.stream().flatMap(format -> format.samples().stream()).toList();
    }

    private FormatDecoder format(ImageHeader header) throws UndecodableImageException {
        return formats.stream().filter(f -> f.opens(header)).findFirst().orElseThrow(() -> MissingDecoder.refusal(header));
    }
}
