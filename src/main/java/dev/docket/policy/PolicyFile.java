package dev.docket.policy;

import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Reads a policy pack from YAML, naming line and field of everything wrong with it. Several threads. */
public final class PolicyFile {
    private static final String SHIPPED = "/policies/default.yaml";
    private static final int MAX_BYTES = 1_000_000;

    /** One fault in a pack. {@code field} is a path such as {@code labels[3].default_action}. */
    public record Fault(int line, String field, String message) {}

    /** The pack that ships with Docket. */
    public static PolicyPack shipped() {
        try (InputStream in = PolicyFile.class.getResourceAsStream(SHIPPED)) {
            return parse(SHIPPED, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PolicyFormatException e) {
            throw new IllegalStateException("The shipped policy is faulty: " + e.getMessage(), e);
        }
    }

    /** @throws PolicyFormatException also when the file cannot be read; the message names it */
    public static PolicyPack read(Path file) throws PolicyFormatException {
        return parse(file.toString(), text(file));
    }

    /** @param name the file's name, for messages */
    public static PolicyPack parse(String name, String yaml) throws PolicyFormatException {
        Faults faults = new Faults();
        PackReader.Content content = new PackReader(faults).read(yaml);
        if (faults.any()) {
            throw refusal(name, faults.found());
        }
        ContentHash sha256 = ContentHash.of(yaml.getBytes(StandardCharsets.UTF_8));
        return content.pack(sha256, yaml);
    }

    /** All faults of a text, by line; empty when it can be loaded. */
    public static List<Fault> check(String yaml) {
        Faults faults = new Faults();
        new PackReader(faults).read(yaml);
        return faults.found();
    }

    static String text(Path file) throws PolicyFormatException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw refusal(file.toString(), List.of(new Fault(1, "(file)", "is larger than " + MAX_BYTES + " bytes")));
            }
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw refusal(file.toString(), List.of(new Fault(1, "(file)", "is not UTF-8 text")));
        } catch (IOException e) {
            String reason = Files.exists(file) ? "cannot be read" : "does not exist";
            throw refusal(file.toString(), List.of(new Fault(1, "(file)", reason)));
        }
    }

    static PolicyFormatException refusal(String name, List<Fault> faults) {
        Fault first = faults.getFirst();
        String more = faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)";
        return new PolicyFormatException(name + ":" + first.line() + ": " + first.field() + ": " + first.message() + more, faults);
    }

    private PolicyFile() {}
}
