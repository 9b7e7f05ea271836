package dev.docket.policy;

import java.nio.file.Path;
import java.util.List;

/** Reads a policy pack from YAML, naming line and field of everything wrong with it. */
public final class PolicyFile {

    /** One fault in a pack. {@code field} is a path such as {@code labels[3].default_action}. */
    public record Fault(int line, String field, String message) {}

    /** The pack that ships with Docket. */
    public static PolicyPack shipped() {
        throw new UnsupportedOperationException();
    }

    public static PolicyPack read(Path file) throws PolicyFormatException {
        throw new UnsupportedOperationException();
    }

    /** @param name the file's name, for messages */
    public static PolicyPack parse(String name, String yaml) throws PolicyFormatException {
        throw new UnsupportedOperationException();
    }

    /** All faults of a text; empty when it can be loaded. */
    public static List<Fault> check(String yaml) {
        throw new UnsupportedOperationException();
    }

    private PolicyFile() {}
}
