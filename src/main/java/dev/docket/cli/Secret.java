package dev.docket.cli;

import dev.docket.storage.KeyFile;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A password from a file, the environment, or whoever sits at the terminal. Never from the command line.
 *
 * @param file may be null
 * @param variable of the environment
 * @param name such as {@code password of the sealer's key}
 * @param hint what to give where there is no terminal
 */
record Secret(Path file, String variable, String name, String hint) {
    private static final int LEAST = KeyFile.SHORTEST;

    /** @param whose such as {@code of the sealer's key} */
    Secret(Path file, String variable, String whose) {
        this(file, variable, "password " + whose, "Give it with --password-file, or in " + variable + ".");
    }

    /** Of a profile: from a file or the terminal, not from the environment, which every program that is started from here would see. */
    static Secret ofProfile(Path file, String name, String option) {
        return new Secret(file, null, name, "Give it with " + option + " FILE.");
    }

    /** Whether it can be had at all. */
    boolean isAtHand() {
        return file != null || variable != null && System.getenv(variable) != null || terminal() != null;
    }

    char[] known() throws IOException {
        return read(false);
    }

    /** A new one: long enough, and asked for twice. */
    char[] fresh() throws IOException {
        char[] password = read(true);
        if (password.length < LEAST) {
            throw new UsageException("The " + name + " has at least " + LEAST + " characters.");
        }
        return password;
    }

    private char[] read(boolean fresh) throws IOException {
        if (file != null) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException(file + " cannot be read. It should hold the " + name + ".");
            }
            try (var lines = Files.lines(file)) {
                return lines.findFirst().orElse("").toCharArray();
            }
        }
        String given = variable == null ? null : System.getenv(variable);
        if (given != null) {
            return given.toCharArray();
        }
        Console console = terminal();
        if (console == null) {
            throw new UsageException("There is no terminal to ask for the " + name + ". " + hint);
        }
        char[] password = console.readPassword(Character.toUpperCase(name.charAt(0)) + name.substring(1) + ": ");
        if (password == null || fresh && !String.valueOf(password).equals(String.valueOf(console.readPassword("Once more: ")))) {
            throw new UsageException("The two passwords are not the same.");
        }
        return password;
    }

    private static Console terminal() {
        Console console = System.console();
        return console != null && console.isTerminal() ? console : null;
    }
}
