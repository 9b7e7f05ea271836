package dev.docket.intake;

import dev.docket.intake.ManifestLine.FaultyLineException;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** Finds the file that a document of another tool means, never outside the folder that was named, and never over a network. */
final class ForeignFiles {
    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");
    private static final String LOCAL_FILES = "/data/local-files/?d=";
    private static final Pattern UPLOAD = Pattern.compile("/data/upload/\\d+/(.+)");
    private static final int LONGEST = 1000;

    private final Path folder;

    /** @param folder what all files lie in */
    ForeignFiles(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path folder() {
        return folder;
    }

    /**
     * The file of this name, looked for in the folder and, when it is not there, in {@code beside} and in {@code images}
     * and {@code data} of the folder.
     *
     * @param field what named it, for messages
     * @param beside the document's own folder
     */
    Path find(String field, String named, Path beside) throws FaultyLineException {
        String name = local(field, named);
        for (Path from : new Path[] {folder, beside, folder.resolve("images"), folder.resolve("data")}) {
            Path file = inside(field, from, name);
            if (Files.exists(file)) {
                return file;
            }
        }
        throw new FaultyLineException(field + ": there is no '" + PlainText.of(named, 200) + "' in " + folder.getFileName()
                + "; name the folder that holds both the labels and the images");
    }

    private static String local(String field, String named) throws FaultyLineException {
        if (named.isBlank() || named.length() > LONGEST) {
            throw new FaultyLineException(field + ": a file name of 1 to " + LONGEST + " characters is wanted");
        }
        var upload = UPLOAD.matcher(named);
        if (upload.matches()) {
            return upload.group(1);
        }
        try {
            String name = named.startsWith(LOCAL_FILES) ? URLDecoder.decode(named.substring(LOCAL_FILES.length()), StandardCharsets.UTF_8) : named;
            if (ADDRESS.matcher(name).matches()) {
                throw new FaultyLineException(field + ": '" + PlainText.of(named, 200) + "' is an address; nothing is fetched, put the file beside the labels and name that");
            }
            return name;
        } catch (IllegalArgumentException e) {
            throw new FaultyLineException(field + ": '" + PlainText.of(named, 200) + "' is not a usable path");
        }
    }

    private Path inside(String field, Path from, String name) throws FaultyLineException {
        try {
            Path file = from.resolve(name).normalize();
            if (!file.startsWith(folder)) {
                throw new FaultyLineException(field + ": '" + PlainText.of(name, 200) + "' lies outside the folder");
            }
            if (Files.exists(file) && !file.toRealPath().startsWith(folder.toRealPath())) {
                throw new FaultyLineException(field + ": '" + PlainText.of(name, 200) + "' links to outside the folder");
            }
            return file;
        } catch (InvalidPathException | IOException e) {
            throw new FaultyLineException(field + ": '" + PlainText.of(name, 200) + "' is not a usable path");
        }
    }
}
