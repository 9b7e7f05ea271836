package dev.docket.cli;

import dev.docket.audit.AuditKind;
import dev.docket.classify.vendor.Vendor;
import dev.docket.classify.vendor.live.LiveClient;
import dev.docket.classify.vendor.live.LiveRefusedException;
import dev.docket.decode.UndecodableImageException;
import dev.docket.desk.Desk;
import dev.docket.hash.PerceptualHash;
import dev.docket.progress.Reins;
import dev.docket.progress.StoppedException;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket scores ask}. */
@Command(name = "ask", description = {
    "Ask a vendor's service about images, which it then gets: drawn anew at 1024 px at most, without metadata. Off unless the profile's vendors/NAME.json turns it on.",
    "Prints one line for each answer, as `docket scores import` reads them. What must not be seen is never sent. Exit code 1: some were not answered."
})
final class ScoresAskCommand implements Callable<Integer> {
    private static final int MOST_BYTES = 256 << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Image files.")
    private List<Path> files;

    @Option(names = "--vendor", required = true, paramLabel = "NAME", description = "clarifai, rekognition, azure, hive, sightengine or openai.")
    private String vendor;

    @Override
    public Integer call() throws IOException {
        Vendor known = ScoresImportCommand.vendor(vendor);
        Reins reins = new Reins();
        try (Interruption interruption = Interruption.stopping(reins); Desk opened = desk.open()) {
            try (LiveClient client = LiveClient.open(opened.profile.folder(), known, opened.clock, millis -> {
                IntakeService.rest(reins, millis);
                reins.pass();
            })) {
                return interruption.exitCode(ask(opened, client, reins));
            } catch (LiveRefusedException e) {
                throw new UsageException(e.getMessage());
            }
        }
    }

    private int ask(Desk opened, LiveClient client, Reins reins) throws IOException {
        int answered = 0;
        try (ProgressLine progress = ProgressLine.onStandardError(reins)) {
            for (int i = 0; i < files.size(); i++) {
                progress.at(i, files.size(), "images asked about");
                progress.stopIfCancelled();
                try {
                    ask(opened, client, files.get(i));
                    answered++;
                } catch (LiveRefusedException e) {
                    say(files.get(i), e.getMessage());
                    if (e.isForAll()) {
                        break;
                    }
                } catch (UndecodableImageException e) {
                    say(files.get(i), e.getMessage());
                }
            }
        } catch (StoppedException e) {
            say(files.getFirst().resolveSibling("…"), "Stopped.");
        } finally {
            record(opened, client, answered);
        }
        return answered == files.size() ? ExitCode.DONE : ExitCode.FOUND;
    }

    private void ask(Desk opened, LiveClient client, Path file) throws IOException, UndecodableImageException {
        byte[] bytes = bytes(file);
        ContentHash picture = ContentHash.of(bytes);
        // by its bytes before anything is decoded, by its look after
        if (opened.database.inTransaction(tx -> opened.items.isQuarantined(tx, picture))
                || opened.policy.forbids(opened.banks.matches(bytes, PerceptualHash.NONE))
                || opened.policy.forbids(opened.banks.matches(bytes, opened.hasher.hash(opened.decoder.decode(bytes))))) {
            throw new UndecodableImageException(UndecodableImageException.State.REFUSED, "Is quarantined, or known to a bank of what must not be seen: it is sent to nobody");
        }
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("sha256", picture.hex());
        line.put("vendor", client.service().vendor().word());
        line.put("asked_at", opened.clock.instant().toString());
        line.put("answer", client.ask(opened.decoder.view(bytes, LiveClient.SIDE)));
        PrintWriter out = spec.commandLine().getOut();
        out.println(CanonicalJson.write(line));
        out.flush();
    }

    private static byte[] bytes(Path file) throws IOException, UndecodableImageException {
        if (!Files.isRegularFile(file)) {
            throw new UndecodableImageException(UndecodableImageException.State.REFUSED, "Is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new UndecodableImageException(UndecodableImageException.State.REFUSED, "Is larger than " + (MOST_BYTES >> 20) + " MB");
            }
            return bytes;
        }
    }

    private void say(Path file, String why) {
        spec.commandLine().getErr().println(file + ": " + why);
        spec.commandLine().getErr().flush();
    }

    /** How many images went where: not which, as what is erased later must not stand in the log. */
    private static void record(Desk opened, LiveClient client, int answered) {
        if (answered > 0) {
            opened.database.transact(tx -> opened.audit.append(tx, AuditKind.SCORES_ASKED,
                    Map.of("vendor", client.service().vendor().word(), "host", client.service().address().getHost(), "images", answered)));
        }
    }
}
