package dev.docket.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A password from a file, the environment, or whoever sits at the terminal. Never from the command line.
 *
 * @param file may be null
 * @param variable of the environment
 * @param whose such as {@code of the sealer's key}
 */
record Secret(Path file, String variable, String whose) {
    private static final int LEAST = 12;

    char[] known() throws IOException {
        return read(false);
    }

    /** A new one: long enough, and asked for twice. */
    char[] fresh() throws IOException {
        char[] password = read(true);
        if (password.length < LEAST) {
            throw new UsageException("The password " + whose + " has at least " + LEAST + " characters.");
        }
        return password;
    }

    private char[] read(boolean fresh) throws IOException {
        if (file != null) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException(file + " cannot be read. It should hold the password " + whose + ".");
            }
            try (var lines = Files.lines(file)) {
                return lines.findFirst().orElse("").toCharArray();
            }
        }
        String given = System.getenv(variable);
        if (given != null) {
            return given.toCharArray();
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new UsageException("There is no terminal to ask for the password " + whose + ". Give it with --password-file, or in " + variable + ".");
        }
        char[] password = console.readPassword("Password " + whose + ": ");
        if (password == null || fresh && !String.valueOf(password).equals(String.valueOf(console.readPassword("Once more: ")))) {
            throw new UsageException("The two passwords are not the same.");
        }
        return password;
    }
}
