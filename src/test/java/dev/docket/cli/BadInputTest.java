package dev.docket.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What a person gets wrong, typed as they would type it: a message that names file and field, and exit code 1 or 2. */
class BadInputTest {
    private record Said(int code, String out, String err) {
        String all() {
            return out + err;
        }
    }

    @TempDir
    Path folder;

    @Test
    void anEmptyFolder() throws Exception {
        Path empty = Files.createDirectory(folder.resolve("empty"));

        Said said = docket("intake", empty.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(empty.toString()).contains("no image files here");
    }

    @Test
    void aFolderThatIsNotThere() {
        Said said = docket("intake", folder.resolve("nowhere").toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("nowhere: there is no such file or folder");
    }

    @Test
    void aFeedsNameThatIsTooLongAndTwoWaysToGoOn() throws Exception {
        Path feed = Files.createDirectory(folder.resolve("feed"));

        assertThat(docket("intake", feed.toString(), "--source", "x".repeat(61)).err()).contains("--source takes at most 60 characters");
        assertThat(docket("intake", feed.toString(), "--watch", "--drop").code()).isEqualTo(2);
        assertThat(docket("intake", feed.resolve("a.jsonl").toString(), "--drop").err()).contains("take exactly one folder");
    }

    @Test
    void aFileThatCannotBeRead() throws Exception {
        Path manifest = write("queue.jsonl", "{\"file\":\"gone.png\",\"id\":\"1\"}\n");

        Said said = docket("intake", manifest.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("queue.jsonl:1 (gone.png): there is no such file").contains("0 added").contains("1 refused");
    }

    @Test
    void aBrokenLineInTheMiddle() throws Exception {
        picture("a.png", 0x3366cc);
        picture("b.png", 0xcc6633);
        Path manifest = write("queue.jsonl", "{\"file\":\"a.png\",\"id\":\"1\"}\n{\"file\":\n{\"file\":\"b.png\",\"id\":\"2\"}\n");

        Said said = docket("intake", manifest.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("queue.jsonl:2: not valid JSON").contains("2 added").contains("1 refused");
    }

    @Test
    void aPictureOfFourHundredMegapixels() throws Exception {
        Files.write(folder.resolve("bomb.png"), png(20000, 20000));

        Said said = docket("intake", folder.resolve("bomb.png").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out()).contains("bomb.png").contains("400 megapixels");
    }

    @Test
    void aPolicyFileWithATypo() throws Exception {
        try (var shipped = BadInputTest.class.getResourceAsStream("/policies/default.yaml")) {
            String typo = new String(shipped.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("default_action:", "defualt_action:");
            Path file = write("policy.yaml", typo);

            Said said = docket("policy", "check", file.toString());

            assertThat(said.code()).isEqualTo(1);
            assertThat(said.all()).containsPattern("policy.yaml:\\d+: labels\\[0\\]").contains("defualt_action").contains("default_action");
        }
    }

    @Test
    void aModelFolderWithoutAModel() throws Exception {
        Path model = Files.createDirectory(folder.resolve("model"));

        Said said = docket("models", "add", model.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("model.onnx");
    }

    @Test
    void anExportIntoAFolderThatIsNotEmpty() throws Exception {
        Path full = Files.createDirectory(folder.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");

        Said said = docket("export", "--out", full.toString());

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(full.toString()).contains("not empty");
        assertThat(full.resolve("mine.txt")).hasContent("mine");
    }

    @Test
    void anUnknownCommandSuggestsTheNearest() {
        Said said = docket("intaek");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("intake");
    }

    private Said docket(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = DocketCommand.commandLine().setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length);
        boolean needsDesk = !all[0].equals("policy") && !all[0].equals("intaek");
        if (needsDesk) {
            all = java.util.Arrays.copyOf(all, all.length + 2);
            all[all.length - 2] = "--profile";
            all[all.length - 1] = folder.resolve("profile").toString();
        }
        int code = command.execute(all);
        return new Said(code, out.toString(), err.toString());
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private void picture(String name, int rgb) throws IOException {
        BufferedImage picture = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 64 * 48; i++) {
            picture.setRGB(i % 64, i / 64, rgb ^ i * 2654435);
        }
        ImageIO.write(picture, "png", folder.resolve(name).toFile());
    }

    /** A valid PNG header with one row of nothing: small in bytes, huge in pixels. */
    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(width);
        fields.writeInt(height);
        fields.write(new byte[] {8, 2, 0, 0, 0});
        chunk(file, "IHDR", header.toByteArray());
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(rows)) {
            deflated.write(new byte[1 + 3 * width]);
        }
        chunk(file, "IDAT", rows.toByteArray());
        chunk(file, "IEND", new byte[0]);
        return file.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream file, String type, byte[] data) throws IOException {
        DataOutputStream out = new DataOutputStream(file);
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        out.writeInt((int) crc.getValue());
    }
}
