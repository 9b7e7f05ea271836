package dev.docket.bench.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs programs that refuse to run as root: as somebody else where this process is root's, and as oneself elsewhere. */
final class Unprivileged {
    private static final long PATIENCE_SECONDS = 120;

    private final List<String> before;
    private final Optional<UserPrincipal> user;

    private Unprivileged(List<String> before, Optional<UserPrincipal> user) {
        this.before = before;
        this.user = user;
    }

    /** @throws IOException when this is root and there is nobody to be instead */
    static Unprivileged here() throws IOException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return new Unprivileged(List.of(), Optional.empty());
        }
        UserPrincipal other = user("postgres").or(() -> user("nobody"))
                .orElseThrow(() -> new IOException("PostgreSQL does not run as root, and there is no user postgres or nobody: run docket as another user, or pass --db"));
        String name = other.getName();
        List<String> before = Programs.onPath("setpriv").map(setpriv -> List.of(setpriv.toString(), "--reuid=" + name, "--regid=" + name, "--clear-groups", "--"))
                .or(() -> Programs.onPath("runuser").map(runuser -> List.of(runuser.toString(), "-u", name, "--")))
                .or(() -> Programs.onPath("su").map(su -> List.of(su.toString(), name, "-s", "/bin/sh", "-c", "exec \"$@\"", "--", "sh")))
                .orElseThrow(() -> new IOException("PostgreSQL does not run as root, and none of setpriv, runuser and su is here: run docket as another user, or pass --db"));
        return new Unprivileged(before, Optional.of(other));
    }

    private static Optional<UserPrincipal> user(String name) {
        UserPrincipalLookupService people = Path.of("/").getFileSystem().getUserPrincipalLookupService();
        try {
            return Optional.of(people.lookupPrincipalByName(name));
        } catch (IOException nobody) {
            return Optional.empty();
        }
    }

    /** Makes a file or folder theirs. */
    void give(Path path) throws IOException {
        if (user.isPresent()) {
            Files.setOwner(path, user.get());
        }
    }

    /**
     * Runs it to its end.
     *
     * @param log where it writes to
     * @throws IOException with the end of what it said, when it fails
     */
    void run(Path log, List<String> command) throws IOException {
        List<String> whole = new ArrayList<>(before);
        whole.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(whole).directory(log.getParent().toFile()).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_") || name.equals("LANG"));
        Process process = builder.start();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(command.getFirst() + " does not come to an end");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped on request", e);
        }
        if (process.exitValue() != 0) {
            List<String> said = Files.readAllLines(log);
            throw new IOException(command.getFirst() + " failed: " + (said.isEmpty() ? "it said nothing" : said.getLast()));
        }
    }
}
