package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A manifest of one JSON object a line. A broken line is refused with its number; the others go on. */
final class JsonlSource implements IntakeSource {
    static final int LONGEST_LINE = 1 << 20;
    /** Buffers are not kept for the next line: an item's words must not outlive it. */
    static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).maxStringLength(LONGEST_LINE).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final Path manifest;
    private final String sourceName;
    private final Instant now;

    JsonlSource(Path manifest, String sourceName, Instant now) {
        this.manifest = manifest;
        this.sourceName = sourceName;
        this.now = now;
    }

    @Override
    public long expected() {
        long lines = 0;
        try (BufferedReader in = new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(manifest), StandardCharsets.ISO_8859_1))) {
            for (String line = readLine(in); line != null; line = readLine(in)) {
                lines += line.isBlank() ? 0 : 1;
            }
        } catch (IOException e) {
            return 0; // reading it will say what is wrong
        }
        return lines;
    }

    @Override
    public void forEach(Consumer<Candidate> candidate, Consumer<Refusal> refused) {
        Path folder = manifest.toAbsolutePath().normalize().getParent();
        int number = 0;
        try (BufferedReader lines = new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(manifest), StandardCharsets.ISO_8859_1))) {
            for (String raw = readLine(lines); raw != null; raw = readLine(lines)) {
                number++;
                String place = manifest.getFileName() + ":" + number;
                Candidate read = null;
                try {
                    String line = utf8(raw);
                    if (!line.isBlank()) {
                        read = new ManifestLine(MAPPER.readTree(line), folder, sourceName, now).candidate(place);
                    }
                } catch (JacksonException e) {
                    refused.accept(new Refusal(place, "not valid JSON: " + PlainText.of(e.getOriginalMessage(), 200)));
                } catch (FaultyLineException e) {
                    refused.accept(new Refusal(place, e.getMessage()));
                }
                if (read != null) {
                    candidate.accept(read);
                }
            }
        } catch (IOException e) {
            refused.accept(new Refusal(manifest.getFileName() + ":" + (number + 1), "cannot be read on: " + e.getMessage()));
        }
    }

    /** Like readLine, but a line too long to be honest is cut, so that it is refused instead of filling the memory. */
    static String readLine(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int c = reader.read();
        if (c < 0) {
            return null;
        }
        for (; c >= 0 && c != '\n'; c = reader.read()) {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    static String utf8(String raw) throws FaultyLineException {
        if (raw.length() > LONGEST_LINE) {
            throw new FaultyLineException("a line has at most " + LONGEST_LINE + " bytes");
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .decode(java.nio.ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1))).toString();
        } catch (CharacterCodingException e) {
            throw new FaultyLineException("not UTF-8");
        }
    }
}
