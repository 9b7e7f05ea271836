package dev.docket.dsa;

import dev.docket.export.CsvRows;
import dev.docket.export.StagingFolder;
import dev.docket.export.TargetFolderException;
import dev.docket.progress.Progress;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Puts a batch into a folder, whole or not at all. Several threads. */
final class StatementFolder {

    /** The last thing done before the folder appears; a fault here keeps it from appearing. */
    interface LastStep {
        void before(ContentHash files) throws IOException;
    }

    private StatementFolder() {}

    static void write(Batch batch, Path target, Progress progress, LastStep last) throws IOException, TargetFolderException {
        try (StagingFolder staging = StagingFolder.beside(target)) {
            StringBuilder hashes = new StringBuilder();
            List<Prepared> all = batch.statements();
            for (int part = 0; part < batch.files(); part++) {
                List<Prepared> some = all.subList(part * StatementCheck.MOST, Math.min(all.size(), (part + 1) * StatementCheck.MOST));
                progress.at(part * (long) StatementCheck.MOST, all.size(), name(part));
                progress.stopIfCancelled();
                byte[] file = CanonicalJson.bytes(Map.of("statements", some.stream().map(Prepared::statement).toList()));
                StatementCheck.Outcome outcome = StatementCheck.text(file);
                if (!outcome.sound()) {
                    throw new IOException(name(part) + " does not hold what was checked: " + outcome.faults());
                }
                put(staging.root().resolve(name(part)), file);
                hashes.append(ContentHash.of(file).hex());
                for (Prepared each : some) {
                    put(staging.root().resolve(notice(each)), each.notice().getBytes(StandardCharsets.UTF_8));
                }
            }
            lists(batch, staging.root());
            put(staging.root().resolve("summary.json"), CanonicalJson.bytes(batch.summary()));
            progress.at(all.size(), all.size(), "summary.json");
            progress.stopIfCancelled();
            last.before(ContentHash.of(hashes.toString().getBytes(StandardCharsets.UTF_8)));
            staging.publish();
        }
    }

    /** Whom to tell what, by the feed's own ids, and what a person has to see to: for the desk alone. */
    private static void lists(Batch batch, Path root) throws IOException {
        if (!batch.statements().isEmpty()) {
            try (CsvRows rows = CsvRows.of(Files.newOutputStream(root.resolve("notices.csv")), List.of("puid", "source", "external_id", "language", "file"))) {
                for (Prepared each : batch.statements()) {
                    rows.write(Stream.of(each.puid(), each.from().name(), each.from().externalId(), each.language(), notice(each)));
                }
            }
        }
        if (!batch.byHand().isEmpty()) {
            try (CsvRows rows = CsvRows.of(Files.newOutputStream(root.resolve("by-hand.csv")), List.of("puid", "source", "external_id", "change"))) {
                for (ByHand each : batch.byHand()) {
                    rows.write(Stream.of(each.puid(), each.from().name(), each.from().externalId(), each.change().name().toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private static String name(int part) {
        return "statements-%04d.json".formatted(part + 1);
    }

    private static String notice(Prepared each) {
        return "notices/" + each.puid() + "." + each.language() + ".txt";
    }

    private static void put(Path file, byte[] content) throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            out.write(content);
            channel.force(true);
        }
    }
}
