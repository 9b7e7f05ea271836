package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.desk.Desk;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code docket golden} and {@code docket calibration} on a desk with three decided items. */
class GoldenCommandTest {
    @TempDir
    private Path profile;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private List<String> items;
    private String self;

    @BeforeEach
    void decideThree() throws Exception {
        DecidedDesk.make(profile, IntStream.range(0, 3).mapToObj(n -> new byte[] {7, 2, 3, (byte) n}).toList());
        try (Desk desk = Desk.open(profile, java.time.Clock.systemUTC())) {
            items = desk.database.<List<UUID>>inTransaction(tx -> tx.createQuery("select item_id from item order by external_id").mapTo(UUID.class).list()).stream().map(UUID::toString).toList();
            self = desk.self.pseudonym();
        }
    }

    @Test
    void aDecidedItemIsMarkedListedAndRetiredOnce() {
        assertThat(docket("golden", "list")).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo("Nothing is golden. Mark decided items with: docket golden add ITEM --why WORDS" + System.lineSeparator());

        assertThat(docket("golden", "add", items.get(0).substring(0, 13), "--why", "it sells something")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith(items.get(0) + " is golden: spam_scam.");
        assertThat(docket("golden", "add", items.get(0), items.get(1), "--why", "it sells something")).as("the first is golden already").isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains(items.get(1) + " is golden");

        assertThat(docket("golden", "list", "--json")).isZero();
        assertThat(out.toString().lines()).hasSize(2).allMatch(line -> line.contains("\"label\":\"spam_scam\"") && line.contains("\"dealt\":0") && line.contains("\"why\":\"it sells something\""));
        assertThat(docket("golden", "retire", items.get(0))).isZero();
        assertThat(docket("golden", "retire", items.get(2))).isEqualTo(ExitCode.FOUND);
        assertThat(out.toString()).contains("is not golden.");
        assertThat(docket("golden", "list")).isZero();
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(docket("golden", "list", "--all")).isZero();
        assertThat(out.toString().lines()).hasSize(2).anyMatch(line -> line.contains(", retired on "));
        assertThat(docket("golden", "answers")).isZero();
        assertThat(out.toString()).startsWith("No golden item was answered yet.");
        assertThat(docket("audit", "verify")).as(out.toString() + err).isZero();
    }

    @Test
    void whatIsMissingOrWrongExitsWithTwo() {
        assertThat(docket("golden")).isEqualTo(2);
        assertThat(docket("golden", "add", items.get(0))).isEqualTo(2);
        assertThat(err.toString()).contains("--why");
        assertThat(docket("golden", "add", "ffffffff", "--why", "w")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no item 'ffffffff'");
        assertThat(docket("calibration", "show", "ffffffff")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no session 'ffffffff' that you may see");
        assertThat(docket("calibration", "open", items.get(0), "--title", "t", "--people", "R-99")).isEqualTo(2);
        assertThat(err.toString()).contains("There is nobody called 'R-99' here; there are ");
    }

    @Test
    void aSessionGoesFromItsOpeningToWhatComesOfIt() {
        assertThat(docket("calibration", "list")).isZero();
        assertThat(out.toString()).startsWith("There is no calibration session.");
        assertThat(docket("calibration", "open", items.get(0), items.get(1), "--title", "How much is a sale", "--people", self)).as(err.toString()).isZero();
        String session = out.toString().split(" ")[1];

        assertThat(docket("calibration", "answer", session, items.get(0).substring(0, 13), "--label", "benign", "--unsure", "--why", "no price")).as(err.toString()).isZero();
        assertThat(out.toString()).startsWith("Answered; items left: 1.");
        assertThat(docket("calibration", "answer", session, items.get(0), "--label", "benign")).as("once").isEqualTo(2);
        assertThat(docket("calibration", "settle", session, items.get(0), "--as", "note", "--words", "w")).isEqualTo(2);
        assertThat(err.toString()).contains("Show the answers first");
        assertThat(docket("calibration", "reveal", session)).isEqualTo(2);
        assertThat(err.toString()).contains("Somebody has not answered yet");
        assertThat(docket("calibration", "reveal", session, "--anyway")).isZero();

        assertThat(docket("calibration", "settle", session, items.get(0), "--as", "note", "--words", "say what counts as a sale")).as(err.toString()).isZero();
        assertThat(docket("calibration", "settle", session, items.get(1), "--as", "golden", "--words", "it sells something")).as(err.toString()).isZero();
        assertThat(docket("calibration", "show", session)).isZero();
        assertThat(out.toString()).contains("How much is a sale: " + self + " 1/2. Revealed on ", "NOTE: say what counts as a sale", "GOLDEN: it sells something", self + "  benign, unsure: no price");
        assertThat(docket("calibration", "show", session, "--json")).isZero();
        assertThat(out.toString()).contains("\"outcome\":\"golden\"", "\"label\":\"benign\"", "\"sure\":false");
        assertThat(docket("golden", "list")).isZero();
        assertThat(out.toString()).startsWith(items.get(1));
        assertThat(docket("audit", "verify")).as(out.toString() + err).isZero();
    }

    private int docket(String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        int sub = words.length > 1 && !words[1].startsWith("-") ? 2 : 1;
        List<String> all = new java.util.ArrayList<>(List.of(words));
        if (words.length > 1) {
            all.addAll(sub, List.of("--profile", profile.toString()));
        }
        return command.execute(all.toArray(String[]::new));
    }
}
