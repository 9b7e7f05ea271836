package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.docket.provenance.MetadataReader;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.storage.CanonicalJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The same verdicts as c2pa-rs in node, for other people's files, which are not part of this repository:
 * {@code -Ddocket.c2pa.files=FOLDER -Ddocket.c2pa.package=FOLDER [-Ddocket.c2pa.anchors=PEM]}, see docs/provenance.md.
 */
class ConformanceTest {
    private static final Set<String> KINDS = Set.of("jpg", "jpeg", "png", "webp", "avif", "heic", "heif", "gif", "tif", "tiff", "jxl");

    /** What the machine is busy with besides is not what is compared. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void everyFileHasTheStateAndTheCodesOfTheReference() throws Exception {
        String files = System.getProperty("docket.c2pa.files", "");
        assumeTrue(!files.isEmpty(), "docket.c2pa.files is not set");
        compare(Path.of(files), Optional.empty());
        String anchors = System.getProperty("docket.c2pa.anchors", "");
        if (!anchors.isEmpty()) {
            compare(Path.of(files), Optional.of(Path.of(anchors)));
        }
    }

    private void compare(Path files, Optional<Path> anchors) throws Exception {
        List<String> differ = new ArrayList<>();
        Map<State, Integer> count = new TreeMap<>();
        try (CredentialReader reader = new CredentialReader(new MetadataReader(), TrustList.read(anchors), Clock.systemUTC(), PATIENCE)) {
            for (JsonNode reference : reference(files, anchors)) {
                Path file = Path.of(reference.get("file").asString());
                Credentials ours = reader.read(Files.readAllBytes(file)).c2pa();
                count.merge(ours.state(), 1, Integer::sum);
                if (!isSame(reference, ours)) {
                    differ.add(files.relativize(file) + ": " + ours.state() + " " + ours.failures() + " " + ours.ingredientFailures() + ", reference " + reference);
                }
            }
        }
        System.out.println("anchors " + anchors.map(Path::getFileName).map(Path::toString).orElse("none") + ": " + count + ", different " + differ.size());
        assertThat(differ).isEmpty();
    }

    private static boolean isSame(JsonNode reference, Credentials ours) {
        if (reference.has("error")) {
            String error = reference.get("error").asString();
            State state = error.equals("C2pa(JumbfNotFound)") ? State.NONE : error.startsWith("C2pa(RemoteManifestUrl") ? State.REMOTE : State.UNREADABLE;
            return ours.state() == state && (state != State.UNREADABLE || error.contains("(" + ours.failures().getFirst()));
        }
        boolean state = switch (reference.get("state").asString()) {
            case "Trusted" -> ours.state() == State.TRUSTED;
            case "Valid" -> ours.state() == State.INTACT;
            // of which some are only old
            default -> ours.state() == State.INVALID || ours.state() == State.EXPIRED && ours.failures().stream().anyMatch(code -> code.matches(".*(expired|revoked|outsideValidity)"));
        };
        return state && ours.failures().equals(texts(reference.get("failures"))) && ours.ingredientFailures().equals(texts(reference.get("ingredients")));
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asString).distinct().toList();
    }

    private List<JsonNode> reference(Path files, Optional<Path> anchors) throws IOException, InterruptedException {
        Path list = folder.resolve("files.txt");
        try (Stream<Path> all = Files.walk(files)) {
            Files.write(list, all.filter(file -> Files.isRegularFile(file) && KINDS.contains(file.toString().replaceFirst(".*\\.", "").toLowerCase(java.util.Locale.ROOT)))
                    .map(Path::toString).sorted().toList());
        }
        Path out = folder.resolve("reference.jsonl");
        Process node = new ProcessBuilder("node", "src/test/c2pa/reference.mjs", System.getProperty("docket.c2pa.package"), anchors.map(Path::toString).orElse("-"), list.toString())
                .redirectOutput(out.toFile()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        assertThat(node.waitFor()).isZero();
        return Files.readAllLines(out, StandardCharsets.UTF_8).stream().map(CanonicalJson.MAPPER::readTree).toList();
    }
}
