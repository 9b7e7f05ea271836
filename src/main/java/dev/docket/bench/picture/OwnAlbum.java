package dev.docket.bench.picture;

import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.ImageHeader;
import dev.docket.decode.UndecodableImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The photographs of a folder, as they are. */
final class OwnAlbum implements Album {
    private record Own(Path file, ImageHeader header, Encoding encoding) {
        long pixels() {
            return (long) header.width() * header.height();
        }
    }

    private final Album made;
    private final List<Own> photographs = new ArrayList<>();
    private final Map<Shot, Photo> photos = new EnumMap<>(Shot.class);

    /** @param made where the shots come from whose format is not in the folder */
    OwnAlbum(Path folder, Album made) throws IOException {
        this.made = made;
        ImageDecoder decoder = new FormatDecoders();
        for (Path file : Folders.files(folder)) {
            byte[] bytes = Files.readAllBytes(file);
            try {
                ImageHeader header = decoder.header(bytes);
                encoding(header, bytes).ifPresent(encoding -> photographs.add(new Own(file, header, encoding)));
            } catch (UndecodableImageException noPicture) {
                // somebody's folder holds other things too
            }
        }
        if (photographs.isEmpty()) {
            throw new IOException("There is no JPEG, PNG or WebP picture straight in " + folder);
        }
    }

    private static Optional<Encoding> encoding(ImageHeader header, byte[] bytes) {
        return switch (header.mediaType()) {
            case "image/jpeg" -> Optional.of(isProgressive(bytes) ? Encoding.JPEG_PROGRESSIVE : Encoding.JPEG);
            case "image/png" -> Optional.of(Encoding.PNG);
            case "image/webp" -> header.frames() > 1 ? Optional.empty()
                    : Optional.of(bytes[15] == 'L' ? Encoding.WEBP_LOSSLESS : Encoding.WEBP);
            default -> Optional.empty();
        };
    }

    /** Whether the first frame header is SOF2, as the segments say. */
    private static boolean isProgressive(byte[] jpeg) {
        for (int at = 2; at + 4 <= jpeg.length && (jpeg[at] & 0xFF) == 0xFF; at += 2 + ((jpeg[at + 2] & 0xFF) << 8 | jpeg[at + 3] & 0xFF)) {
            int marker = jpeg[at + 1] & 0xFF;
            if (marker == 0xC0 || marker == 0xC1 || marker == 0xC2) {
                return marker == 0xC2;
            }
        }
        return false;
    }

    @Override
    public Photo photo(Shot shot) throws IOException {
        Photo photo = photos.get(shot);
        if (photo == null) {
            long wanted = (long) shot.width * shot.height;
            Optional<Own> nearest = photographs.stream().filter(own -> own.encoding() == shot.encoding)
                    .min(Comparator.comparingLong(own -> Math.abs(own.pixels() - wanted)));
            photo = nearest.isEmpty() ? made.photo(shot) : new Photo(shot.encoding.label, Files.readAllBytes(nearest.get().file()),
                    nearest.get().header().width(), nearest.get().header().height());
            photos.put(shot, photo);
        }
        return photo;
    }

    @Override
    public List<Path> mixed(int wanted) {
        return photographs.stream().map(Own::file).limit(wanted).toList();
    }

    /** Made ones: nobody's own photographs carry numbers. */
    @Override
    public List<Path> numbered(Shot shot, int wanted) throws IOException {
        return made.numbered(shot, wanted);
    }
}
