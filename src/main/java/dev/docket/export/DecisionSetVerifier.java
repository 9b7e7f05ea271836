package dev.docket.export;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import dev.docket.storage.Ed25519;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Checks a decision set offline, from the folder alone: signature, every file's size and hash, nothing more and nothing
 * less than the manifest names, counts, and that no two splits share what belongs together. The folder may be hostile.
 * A good signature says who signed only to someone who knows the key's id.
 */
public final class DecisionSetVerifier {
    /** What was found, each a sentence; empty when all is well. */
    public record Outcome(List<String> findings, Optional<ContentHash> manifestHash, Optional<String> keyId, long files, long rows) {
        public Outcome {
            findings = List.copyOf(findings);
        }

        public boolean sound() {
            return findings.isEmpty();
        }
    }

    private static final long MAX_MANIFEST = 64L << 20;
    private static final int MAX_FINDINGS = 500;
    private static final int MAX_PATH = 400;
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Path root;
    private final List<String> findings = new ArrayList<>();
    private SortedMap<String, Long> present = new TreeMap<>();

    private DecisionSetVerifier(Path root) {
        this.root = root;
    }

    /** @throws IOException when the folder itself cannot be read */
    public static Outcome verify(Path folder) throws IOException {
        return new DecisionSetVerifier(folder).run();
    }

    private Outcome run() throws IOException {
        FolderListing listing = FolderListing.of(root);
        present = listing.files();
        findings.addAll(listing.strange());
        byte[] text = small(Manifest.NAME, MAX_MANIFEST).orElse(null);
        if (text == null) {
            return outcome(null, null, 0);
        }
        Manifest manifest = parse(text).orElse(null);
        if (manifest == null) {
            return outcome(text, null, 0);
        }
        signature(manifest, text);
        files(manifest);
        List<SetRow> rows = rows(manifest);
        return outcome(text, manifest, rows.size());
    }

    private Outcome outcome(byte[] text, Manifest manifest, long rows) {
        List<String> told = findings.size() <= MAX_FINDINGS ? findings : new ArrayList<>(findings.subList(0, MAX_FINDINGS));
        if (findings.size() > MAX_FINDINGS) {
            told.add("And " + (findings.size() - MAX_FINDINGS) + " more.");
        }
        return new Outcome(told, Optional.ofNullable(text).map(ContentHash::of),
                Optional.ofNullable(manifest).map(m -> SelectionText.plain(m.key().id())), present.size(), rows);
    }

    private Optional<byte[]> small(String name, long most) throws IOException {
        Long size = present.get(name);
        if (size == null) {
            findings.add(name + " is missing.");
            return Optional.empty();
        }
        if (size > most) {
            findings.add(name + " has " + size + " bytes, more than any decision set needs.");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(root.resolve(name), LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(in.readNBytes((int) most));
        }
    }

    private Optional<Manifest> parse(byte[] text) {
        try {
            JsonNode tree = CanonicalJson.MAPPER.readTree(text);
            if (!Arrays.equals(CanonicalJson.bytes(tree), text)) {
                findings.add("manifest.json is not canonical JSON (RFC 8785).");
            }
            Manifest manifest = CanonicalJson.MAPPER.treeToValue(tree, Manifest.class);
            if (manifest == null || !Manifest.SCHEMA.equals(manifest.schema())) {
                findings.add("manifest.json is not of schema " + Manifest.SCHEMA + "; a newer Docket may read it.");
                return Optional.empty();
            }
            if (manifest.files() == null || manifest.files().contains(null) || manifest.key() == null || manifest.key().spki() == null
                    || manifest.key().id() == null || manifest.counts() == null || manifest.query() == null || manifest.splits() == null) {
                findings.add("manifest.json lacks one of files, key, counts, query or splits.");
                return Optional.empty();
            }
            return Optional.of(manifest);
        } catch (JacksonException e) {
            findings.add("manifest.json cannot be read: " + SelectionText.plain(e.getOriginalMessage()) + ".");
        } catch (UncheckedIOException _) {
            findings.add("manifest.json holds a number or text that canonical JSON has no form for.");
        }
        return Optional.empty();
    }

    private void signature(Manifest manifest, byte[] text) throws IOException {
        Optional<byte[]> signed = small(Manifest.SIGNATURE, 64);
        if (signed.isEmpty()) {
            return;
        }
        byte[] spki;
        try {
            spki = Base64.getDecoder().decode(manifest.key().spki());
        } catch (IllegalArgumentException _) {
            findings.add("The key in manifest.json is not base64.");
            return;
        }
        if (!Ed25519.keyId(spki).equals(manifest.key().id())) {
            findings.add("The key in manifest.json is not the one its id names.");
        }
        if (!Ed25519.verifies(spki, text, signed.get())) {
            findings.add("The signature does not match: manifest.json is not what was signed with key " + SelectionText.plain(manifest.key().id()) + ".");
        }
        String where = manifest.query().where();
        if (where == null || !ContentHash.of(where.getBytes(StandardCharsets.UTF_8)).hex().equals(manifest.query().sha256())) {
            findings.add("The query hash is not that of the selection.");
        }
    }

    private void files(Manifest manifest) throws IOException {
        Map<String, Manifest.File> named = new HashMap<>();
        for (Manifest.File file : manifest.files()) {
            String path = file.path();
            if (path == null || !isSafe(path) || path.equals(Manifest.NAME) || path.equals(Manifest.SIGNATURE)) {
                findings.add("manifest.json names '" + SelectionText.plain(String.valueOf(path)) + "', which is no path inside the folder.");
            } else if (named.put(path, file) != null) {
                findings.add("manifest.json names " + SelectionText.plain(path) + " twice.");
            } else {
                file(file);
            }
        }
        if (named.size() == manifest.files().size() && manifest.root() != null && !manifest.root().equals(Manifest.rootOf(manifest.files()))) {
            findings.add("The root in manifest.json is not that of its files.");
        }
        for (Manifest.File file : manifest.elsewhere()) {
            if (file == null || file.path() == null || !isSafe(file.path()) || named.put(file.path(), file) != null) {
                findings.add("manifest.json names a picture elsewhere by what is no path inside the folder, or twice.");
            } else if (present.containsKey(file.path())) {
                file(file);
            }
        }
        present.keySet().stream().filter(path -> !named.containsKey(path) && !path.equals(Manifest.NAME) && !path.equals(Manifest.SIGNATURE))
                .forEach(path -> findings.add(SelectionText.plain(path) + " is not in the manifest."));
    }

    private void file(Manifest.File file) throws IOException {
        String path = SelectionText.plain(file.path());
        Long size = present.get(file.path());
        if (size == null) {
            findings.add(path + " is missing.");
        } else if (size != file.bytes()) {
            findings.add(path + " has " + size + " bytes; the manifest says " + file.bytes() + ".");
        } else if (!hash(file.path()).hex().equals(file.sha256())) {
            findings.add(path + " was changed: its SHA-256 is not the manifest's.");
        }
    }

    private ContentHash hash(String path) throws IOException {
        var digest = ContentHash.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(root.resolve(path), LinkOption.NOFOLLOW_LINKS), digest)) {
            byte[] buffer = new byte[1 << 16];
            while (in.read(buffer) >= 0) {
                // reading is what hashes
            }
        }
        return ContentHash.fromDigest(digest.digest());
    }

    private List<SetRow> rows(Manifest manifest) throws IOException {
        List<SetRow> rows;
        try {
            rows = SetRows.read(root, present.keySet(), Math.max(manifest.counts().rows(), manifest.counts().images()));
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            findings.add(SelectionText.plain(e.getMessage()) + ".");
            return List.of();
        }
        if (rows.stream().anyMatch(Objects::isNull)) {
            findings.add("A row is null.");
            return List.of();
        }
        findings.addAll(new RowCheck(manifest, present.keySet()).findings(rows));
        boolean uploaders = Splits.Grouping.NEAR_DUPLICATES_AND_UPLOADER.words().equals(manifest.splits().groupedBy());
        findings.addAll(LeakageCheck.findings(rows, uploaders));
        return rows;
    }

    /** Whether the path stays inside the folder on every system. */
    static boolean isSafe(String path) {
        return path.length() <= MAX_PATH && !path.isEmpty() && path.chars().noneMatch(c -> c < 0x20 || c == 0x7f || "\\:*?\"<>|".indexOf(c) >= 0)
                && Arrays.stream(path.split("/", -1)).noneMatch(part -> part.isEmpty() || part.equals(".") || part.equals(".."));
    }

    static boolean isSha256(String text) {
        return text != null && SHA256.matcher(text).matches();
    }
}
