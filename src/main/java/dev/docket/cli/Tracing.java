package dev.docket.cli;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageDecoder;
import dev.docket.decode.UndecodableImageException;
import dev.docket.export.CopyRegister;
import dev.docket.export.MarkedCopy;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Team;
import dev.docket.watermark.Watermarks;
import dev.docket.watermark.Watermarks.Look;
import dev.docket.watermark.copy.MarkReader;
import dev.docket.watermark.copy.MarkReader.Reading;
import dev.docket.watermark.copy.MarkReader.Size;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Follows a picture back to whom a copy of it was handed. */
final class Tracing {
    private static final int MAX_BYTES = 256 << 20;

    /**
     * What a picture tells.
     *
     * @param unread why the file was not looked at; empty when it was
     * @param reading the number in its pixels
     * @param copy what the register has of that number
     * @param by pseudonym of whoever wrote the copy
     */
    record Traced(Path file, Optional<String> unread, Optional<Reading> reading, Optional<MarkedCopy> copy, String by, Look others) {}

    private final Database database;
    private final ImageDecoder decoder;
    private final Watermarks watermarks;
    private final CopyRegister register = new CopyRegister();
    private final MarkReader reader = new MarkReader();

    Tracing(Database database, ImageDecoder decoder, Watermarks watermarks) {
        this.database = database;
        this.decoder = decoder;
        this.watermarks = watermarks;
    }

    Traced trace(Path file) {
        DecodedImage picture;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                return unread(file, "is larger than " + (MAX_BYTES >> 20) + " MB");
            }
            picture = decoder.decode(bytes);
        } catch (IOException e) {
            return unread(file, Files.exists(file) ? "cannot be read" : "does not exist");
        } catch (UndecodableImageException e) {
            return unread(file, "cannot be opened: " + e.getMessage());
        }
        List<Size> sizes = database.inTransaction(register::sizes);
        Optional<Reading> reading = reader.read(picture, sizes);
        Optional<MarkedCopy> copy = reading.flatMap(r -> database.inTransaction(tx -> register.find(tx, r.number())));
        String by = copy.flatMap(c -> database.inTransaction(tx -> new Team().find(tx, c.by()))).map(Member::pseudonym).orElse("?");
        return new Traced(file, Optional.empty(), reading, copy, by, watermarks.look(picture));
    }

    private static Traced unread(Path file, String why) {
        return new Traced(file, Optional.of(why), Optional.empty(), Optional.empty(), "", new Look(List.of(), List.of()));
    }
}
