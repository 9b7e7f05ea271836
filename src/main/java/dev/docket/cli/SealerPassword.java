package dev.docket.cli;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where the password of a sealer's key comes from: a file, the environment, or whoever sits at the terminal. Never the command line. */
final class SealerPassword {
    static final String VARIABLE = "DOCKET_SEALER_PASSWORD";
    private static final int LEAST = 12;

    @Option(names = "--password-file", paramLabel = "FILE", description = "A file whose first line is the key's password (default: the environment's " + VARIABLE + ", or a question).")
    private Path file;

    /** @param fresh whether it is for a new key, for which it has to be long enough and is asked for twice */
    char[] get(boolean fresh) throws IOException {
        char[] password = read(fresh);
        if (fresh && password.length < LEAST) {
            throw new UsageException("The password of a sealer's key has at least " + LEAST + " characters.");
        }
        return password;
    }

    private char[] read(boolean fresh) throws IOException {
        if (file != null) {
            if (!Files.isReadable(file) || Files.isDirectory(file)) {
                throw new UsageException(file + " cannot be read. It should hold the key's password.");
            }
            try (var lines = Files.lines(file)) {
                return lines.findFirst().orElse("").toCharArray();
            }
        }
        String variable = System.getenv(VARIABLE);
        if (variable != null) {
            return variable.toCharArray();
        }
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new UsageException("There is no terminal to ask for the key's password. Give it with --password-file, or in " + VARIABLE + ".");
        }
        char[] password = console.readPassword("Password of the sealer's key: ");
        if (password == null || fresh && !String.valueOf(password).equals(String.valueOf(console.readPassword("Once more: ")))) {
            throw new UsageException("The two passwords are not the same.");
        }
        return password;
    }
}
