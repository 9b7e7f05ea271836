package dev.docket.bench.picture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Pictures painted when they are first asked for; the same on every run. */
final class MadeAlbum implements Album {
    private static final long SEED = 20_260_101;
    /** Of ten photographs: mostly the web's sizes and formats. */
    private static final List<Shot> MIX = List.of(Shot.JPEG_12, Shot.JPEG_2, Shot.PNG_2, Shot.JPEG_2, Shot.WEBP_2,
            Shot.JPEG_2, Shot.JPEG_2, Shot.WEBP_2, Shot.JPEG_2, Shot.PNG_2);

    /** Numbered pictures that one painting gives. */
    private static final int A_PAINTING = 10;

    private final Path folder;
    private final int divisor;
    private final Map<Shot, Photo> photos = new EnumMap<>(Shot.class);

    /** @param divisor by which width and height are smaller than the shots say */
    MadeAlbum(Path folder, int divisor) {
        this.folder = folder;
        this.divisor = divisor;
    }

    @Override
    public Photo photo(Shot shot) throws IOException {
        Photo made = photos.get(shot);
        if (made == null) {
            Painting painting = paint(shot, SEED);
            made = new Photo(shot.encoding.label, shot.encoding.encode(painting), painting.width(), painting.height());
            photos.put(shot, made);
        }
        return made;
    }

    private Painting paint(Shot shot, long seed) {
        return Painter.paint(shot.width / divisor, shot.height / divisor, seed);
    }

    /** Painting is what takes long: each large painting gives itself and nine parts. */
    @Override
    public List<Path> mixed(int wanted) throws IOException {
        return made("mixed", wanted, Math.ceilDiv(wanted, MIX.size()), set -> {
            Painting painting = paint(Shot.JPEG_12, SEED + 1 + set);
            SplittableRandom random = new SplittableRandom(SEED + set);
            for (int i = 0; i < MIX.size(); i++) {
                Shot shot = MIX.get(i);
                write("mixed", set * MIX.size() + i, shot.encoding, part(painting, shot, random));
            }
        });
    }

    @Override
    public List<Path> numbered(Shot shot, int wanted) throws IOException {
        String name = "numbered-" + shot.name().toLowerCase(Locale.ROOT);
        return made(name, wanted, Math.ceilDiv(wanted, A_PAINTING), set -> {
            Painting painting = larger(shot, SEED - 1 - set);
            SplittableRandom random = new SplittableRandom(SEED - set);
            for (int i = 0; i < A_PAINTING; i++) {
                Painting part = part(painting, shot, random);
                int number = set * A_PAINTING + i;
                NumberBars.draw(part, number);
                write(name, number, shot.encoding, part);
            }
        });
    }

    /** So that each of its parts is another picture, also to a hash. */
    private Painting larger(Shot shot, long seed) {
        return Painter.paint(Math.max(Shot.JPEG_12.width, shot.width * 4 / 3) / divisor, Math.max(Shot.JPEG_12.height, shot.height * 4 / 3) / divisor, seed);
    }

    private Painting part(Painting painting, Shot shot, SplittableRandom random) {
        int width = shot.width / divisor;
        int height = shot.height / divisor;
        return painting.cut(random.nextInt(painting.width() - width + 1), random.nextInt(painting.height() - height + 1), width, height);
    }

    private interface Making {
        void of(int set) throws IOException;
    }

    /** Makes what is not there yet, on all cores, and lists the files. */
    private List<Path> made(String name, int wanted, int sets, Making making) throws IOException {
        Path place = folder.resolve(name);
        int there = Files.isDirectory(place) ? Folders.files(place).size() : 0;
        if (there < wanted) {
            Files.createDirectories(place);
            try {
                IntStream.range(0, sets).parallel().forEach(set -> {
                    try {
                        making.of(set);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
        return Folders.files(place).subList(0, wanted);
    }

    /** To the disk, so that it is not written there while something is measured. */
    private void write(String name, int number, Encoding encoding, Painting painting) throws IOException {
        Files.write(folder.resolve(name).resolve("%05d.%s".formatted(number, encoding.extension)), encoding.encode(painting),
                StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE, StandardOpenOption.DSYNC);
    }
}
