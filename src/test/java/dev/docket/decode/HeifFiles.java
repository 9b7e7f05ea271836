package dev.docket.decode;

import static dev.docket.decode.HeaderFiles.ascii;
import static dev.docket.decode.HeaderFiles.box;
import static dev.docket.decode.HeaderFiles.ftyp;
import static dev.docket.decode.HeaderFiles.fullBox;
import static dev.docket.decode.HeaderFiles.ints;
import static dev.docket.decode.HeaderFiles.joined;
import static dev.docket.decode.HeaderFiles.shorts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** AVIF files put together anew from the coded picture of another one. */
public final class HeifFiles {
    private HeifFiles() {}

    /** The picture of a file with a single one, with other properties added: turned, cut or coloured otherwise. */
    public static byte[] with(byte[] avif, byte[]... properties) {
        List<byte[]> all = new ArrayList<>(coding(avif));
        all.addAll(Arrays.asList(properties));
        byte[] data = property(avif, "mdat");
        int[] essential = new int[all.size()];
        for (int i = 0; i < essential.length; i++) {
            essential[i] = 0x80 | i + 1;
        }
        return file(data, 1, List.of("av01"), all, List.of(essential), new byte[0], 0);
    }

    /**
     * A grid of one row that repeats the picture of a file.
     *
     * @param width of the whole; what tiles reach beyond is cut
     */
    public static byte[] grid(byte[] tile, int tiles, int width, int height) {
        byte[] coded = property(tile, "mdat");
        byte[] grid = joined(new byte[] {0, 0, 0, (byte) (tiles - 1)}, shorts(width, height));
        List<byte[]> properties = new ArrayList<>(coding(tile));
        properties.add(HeaderFiles.ispe(width, height));
        List<String> items = new ArrayList<>(List.of("grid"));
        List<int[]> associations = new ArrayList<>();
        // its own size, and what it shares with its tiles: the bits a sample
        associations.add(new int[] {properties.size(), 0x80 | 3});
        byte[] ids = new byte[0];
        byte[] data = grid;
        for (int i = 0; i < tiles; i++) {
            items.add("av01");
            int[] all = new int[properties.size() - 1];
            Arrays.setAll(all, k -> 0x80 | k + 1);
            associations.add(all);
            ids = joined(ids, shorts(i + 2));
            data = joined(data, coded);
        }
        byte[] references = fullBox("iref", 0, 0, box("dimg", shorts(1, tiles), ids));
        return file(data, items.size(), items, properties, associations, references, coded.length);
    }

    /** @param each bytes of an item after the first; the first takes what is left */
    private static byte[] file(
            byte[] data, int count, List<String> items, List<byte[]> properties, List<int[]> associations, byte[] references, int each) {
        byte[] ftyp = ftyp("avif", "mif1", "miaf", "avif");
        byte[] draft = meta(0, data.length, count, items, properties, associations, references, each);
        int start = ftyp.length + draft.length + 8;
        return joined(ftyp, meta(start, data.length, count, items, properties, associations, references, each), box("mdat", data));
    }

    private static byte[] meta(int start, int length, int count, List<String> items, List<byte[]> properties, List<int[]> associations,
            byte[] references, int each) {
        byte[] infos = new byte[0];
        byte[] places = new byte[0];
        byte[] mapped = new byte[0];
        int first = length - each * (count - 1);
        for (int i = 0; i < count; i++) {
            infos = joined(infos, fullBox("infe", 2, 0, shorts(i + 1, 0), ascii(items.get(i)), new byte[1]));
            places = joined(places, shorts(i + 1, 0, 1), ints(i == 0 ? start : start + first + each * (i - 1), i == 0 ? first : each));
            mapped = joined(mapped, shorts(i + 1), new byte[] {(byte) associations.get(i).length});
            for (int index : associations.get(i)) {
                mapped = joined(mapped, new byte[] {(byte) index});
            }
        }
        return fullBox("meta", 0, 0,
                fullBox("hdlr", 0, 0, ints(0), ascii("pict"), new byte[13]),
                fullBox("pitm", 0, 0, shorts(1)),
                fullBox("iloc", 0, 0, new byte[] {0x44, 0}, shorts(count), places),
                fullBox("iinf", 0, 0, shorts(count), infos), references,
                box("iprp", box("ipco", properties.toArray(byte[][]::new)), fullBox("ipma", 0, 0, ints(count), mapped)));
    }

    /** The properties that decoding takes. */
    private static List<byte[]> coding(byte[] avif) {
        return List.of(box("ispe", property(avif, "ispe")), box("av1C", property(avif, "av1C")), box("pixi", property(avif, "pixi")));
    }

    /** The content of the first box of this type. */
    public static byte[] property(byte[] file, String type) {
        int at = new String(file, StandardCharsets.ISO_8859_1).indexOf(type);
        int size = ByteBuffer.wrap(file).getInt(at - 4);
        return Arrays.copyOfRange(file, at + 4, size == 0 ? file.length : at - 4 + size);
    }
}
