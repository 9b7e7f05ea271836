package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.PngEncoder;
import dev.docket.desk.Desk;
import dev.docket.item.EarlierLabel;
import dev.docket.item.ImageItem;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** From another tool's file, by the command, to items in the store. */
class ForeignIntakeTest {
    @TempDir
    private Path folder;

    @Test
    void whatLabelStudioCalledAPictureIsStoredWithTheItemAndFoundAgain() throws Exception {
        Path pictures = Files.createDirectories(folder.resolve("pictures"));
        Random random = new Random(4);
        for (String name : List.of("a.png", "b.png")) {
            Files.write(pictures.resolve(name), PngEncoder.encode(64, 64, random.ints(64 * 64).map(argb -> argb | 0xff000000).toArray()));
        }
        Path tasks = pictures.resolve("tasks.json");
        Files.writeString(tasks, """
                [{"data": {"image": "a.png"}, "annotations": [{"result": [{"type": "choices", "value": {"choices": ["spam"]}}]}],
                  "predictions": [{"model_version": "m1", "result": [{"type": "choices", "value": {"choices": ["benign"]}}]}]},
                 {"data": {"image": "b.png"}, "annotations": []},
                 {"data": {"image": "missing.png"}, "annotations": []}]""");
        Path profile = folder.resolve("desk");
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));

        int code = command.execute("intake", tasks.toString(), "--format", "label-studio", "--source", "other-tool", "--profile", profile.toString());

        assertThat(code).as(out + "\n" + err).isEqualTo(ExitCode.FOUND); // one picture is missing, and said to be
        assertThat(out + "" + err).contains("missing.png");
        try (Desk desk = Desk.open(profile, Clock.systemUTC())) {
            List<ImageItem> items = desk.database.inTransaction(tx -> {
                List<UUID> ids = desk.items.ids(tx);
                return ids.stream().map(id -> desk.items.find(tx, id).orElseThrow()).toList();
            });
            assertThat(items).hasSize(2).allMatch(item -> item.source().name().equals("other-tool"));
            assertThat(items).extracting(item -> item.facts().earlierLabels()).containsExactlyInAnyOrder(
                    List.of(new EarlierLabel("spam", "Label Studio, annotation"), new EarlierLabel("benign", "Label Studio, prediction of m1")), List.of());
        }
    }
}
