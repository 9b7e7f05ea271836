package dev.docket.decode;

import dev.docket.decode.UndecodableImageException.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the meta box of a HEIF file says of its primary picture. Source: ISO/IEC 23008-12, sections 6.5 and 9.3. */
final class HeifItems {
    private final HeaderBytes file;
    private final List<String> codings = new ArrayList<>();
    private long primary;
    private String primaryCoding = "";
    private int codedWidth;
    private int codedHeight;
    private Optional<IsoBox> aperture = Optional.empty();
    private int orientation = 1;
    private Optional<byte[]> profile = Optional.empty();
    private int primaries = 2;
    private int transfer = 2;

    private HeifItems(HeaderBytes file) {
        this.file = file;
    }

    /** @throws UndecodableImageException when it has no primary picture with a size */
    static HeifItems read(IsoBox meta) throws UndecodableImageException {
        HeifItems items = new HeifItems(meta.file());
        List<IsoBox> boxes = meta.children(4);
        Optional<IsoBox> primary = HeifHeader.first(boxes, "pitm");
        Optional<IsoBox> properties = HeifHeader.first(boxes, "iprp");
        if (primary.isEmpty() || properties.isEmpty()) {
            throw damaged();
        }
        items.primary = items.id(primary.get().body() + 4, primary.get().version() > 0);
        Optional<IsoBox> infos = HeifHeader.first(boxes, "iinf");
        if (infos.isPresent()) {
            items.readCodings(infos.get());
        }
        items.readProperties(properties.get());
        if (items.codedWidth == 0 || items.codedHeight == 0) {
            throw damaged();
        }
        return items;
    }

    /** What is to be done to the coded pixels; it tells the size as well. */
    HeifFinish finish() throws UndecodableImageException {
        int[] across = {0, codedWidth};
        int[] down = {0, codedHeight};
        if (aperture.isPresent()) {
            across = cut(aperture.get().body(), codedWidth);
            down = cut(aperture.get().body() + 8, codedHeight);
        }
        return new HeifFinish(codedWidth, codedHeight, across[0], down[0], across[1], down[1], profile, primaries, transfer);
    }

    /** First pixel and length of what the clean aperture leaves of a side; the whole side when it makes no sense. */
    private int[] cut(long at, int side) throws UndecodableImageException {
        long length = file.u32be(at) / Math.max(1, file.u32be(at + 4));
        double offset = (double) (int) file.u32be(at + 16) / Math.max(1, file.u32be(at + 20));
        double first = Math.floor(offset + (side - length) / 2.0);
        return length > 0 && first >= 0 && first + length <= side ? new int[] {(int) first, (int) length} : new int[] {0, side};
    }

    /** As EXIF counts, 1..8. */
    int orientation() {
        return orientation;
    }

    /** Whether the primary picture, or the tiles it is put together from, are coded so. */
    boolean codesAs(String coding) {
        return primaryCoding.equals(coding)
                || (primaryCoding.equals("grid") || primaryCoding.equals("iovl") || primaryCoding.equals("iden")) && codings.contains(coding);
    }

    private long id(long at, boolean wide) throws UndecodableImageException {
        return wide ? file.u32be(at) : file.u16be(at);
    }

    private void readCodings(IsoBox infos) throws UndecodableImageException {
        for (IsoBox info : infos.children(infos.version() == 0 ? 6 : 8)) {
            int version = info.version();
            if (info.is("infe") && version >= 2) {
                long type = info.body() + (version == 2 ? 8 : 10);
                String coding = file.text(type, 4);
                codings.add(coding);
                if (id(info.body() + 4, version > 2) == primary) {
                    primaryCoding = coding;
                }
            }
        }
    }

    private void readProperties(IsoBox properties) throws UndecodableImageException {
        List<IsoBox> boxes = properties.children(0);
        Optional<IsoBox> container = HeifHeader.first(boxes, "ipco");
        if (container.isEmpty()) {
            throw damaged();
        }
        List<IsoBox> all = container.get().children(0);
        for (IsoBox box : boxes) {
            if (box.is("ipma")) {
                apply(box, all);
            }
        }
    }

    /** Goes through the associations and applies those of the primary picture, in their order. */
    private void apply(IsoBox associations, List<IsoBox> properties) throws UndecodableImageException {
        boolean wideId = associations.version() > 0;
        boolean wideIndex = (associations.flags() & 1) == 1;
        long at = associations.body() + 8;
        for (long items = file.u32be(at - 4); items > 0 && at < associations.end(); items--) {
            long item = id(at, wideId);
            at += wideId ? 4 : 2;
            int count = file.u8(at++);
            for (int i = 0; i < count; i++, at += wideIndex ? 2 : 1) {
                int index = wideIndex ? file.u16be(at) & 0x7FFF : file.u8(at) & 0x7F;
                if (item == primary && index > 0 && index <= properties.size()) {
                    apply(properties.get(index - 1));
                }
            }
        }
    }

    private void apply(IsoBox property) throws UndecodableImageException {
        if (property.is("ispe")) {
            codedWidth = (int) Math.min(file.u32be(property.body() + 4), Integer.MAX_VALUE);
            codedHeight = (int) Math.min(file.u32be(property.body() + 8), Integer.MAX_VALUE);
        } else if (property.is("clap")) {
            aperture = Optional.of(property);
        } else if (property.is("colr")) {
            readColours(property);
        } else if (property.is("irot")) {
            for (int turns = file.u8(property.body()) & 3; turns > 0; turns--) {
                orientation = Orientation.turnedLeft(orientation);
            }
        } else if (property.is("imir")) {
            boolean sideways = (file.u8(property.body()) & 1) == 1;
            orientation = Orientation.mirrored(orientation);
            // top and bottom exchanged: left and right exchanged, and half a turn
            orientation = sideways ? orientation : Orientation.turnedLeft(Orientation.turnedLeft(orientation));
        }
    }

    private void readColours(IsoBox colours) throws UndecodableImageException {
        switch (file.text(colours.body(), 4)) {
            case "prof", "rICC" -> profile = Optional.of(file.bytes(colours.body() + 4, colours.end()));
            case "nclx" -> {
                primaries = file.u16be(colours.body() + 4);
                transfer = file.u16be(colours.body() + 6);
            }
            default -> { }
        }
    }

    private static UndecodableImageException damaged() {
        return new UndecodableImageException(State.DAMAGED, "The file is damaged: its primary picture has no size");
    }
}
