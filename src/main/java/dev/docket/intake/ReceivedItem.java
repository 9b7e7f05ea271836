package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/** An image that came in by itself, its fields beside it: those of docs/intake-format.md but {@code file}, and none of them required. */
public final class ReceivedItem {
    /** Of its fields, in bytes. */
    public static final int LONGEST = JsonlSource.LONGEST_LINE;

    private ReceivedItem() {}

    /**
     * @param fields one JSON object in UTF-8; nothing at all is one without fields
     * @param source the feed, which the fields may repeat and not change
     * @param now what {@code flagged_ago} and {@code deadline_in} count from
     * @throws RefusedException when a field is faulty
     */
    public static Candidate read(byte[] fields, byte[] image, String source, Instant now) throws RefusedException {
        try {
            String text = fields.length == 0 ? "{}" : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(fields)).toString();
            if (fields.length > LONGEST) {
                throw new RefusedException("the fields have at most " + LONGEST + " bytes");
            }
            ManifestLine line = new ManifestLine(JsonlSource.MAPPER.readTree(text), Path.of("").toAbsolutePath(), source, now);
            return line.received(new ImageBytes.Received(image));
        } catch (CharacterCodingException e) {
            throw new RefusedException("the fields are not UTF-8");
        } catch (JacksonException e) {
            throw new RefusedException("the fields are not valid JSON: " + PlainText.of(e.getOriginalMessage(), 200));
        } catch (FaultyLineException e) {
            throw new RefusedException(e.getMessage());
        }
    }

    /** Where something that came in by itself is said to come from. */
    public static String place(String source, Optional<String> id) {
        return source + ", handed in" + id.map(each -> ": " + each).orElse("");
    }
}
