package dev.docket.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the sets of a name, such as {@code eu-flags@7}.
 *
 * @param name small letters, digits, dashes, dots and underscores, 1 to 40
 * @param number 1 for the first
 */
public record Version(String name, int number) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,39}");
    private static final Pattern TEXT = Pattern.compile("([^@]+)@([1-9][0-9]{0,8})");

    /** Whether this is how a version is written, rather than a path. */
    public static boolean isOne(String text) {
        Matcher parts = TEXT.matcher(text);
        return parts.matches() && NAME.matcher(parts.group(1)).matches();
    }

    /** @throws SelectionException when it is not written {@code name@7} */
    public static Version parse(String text) throws SelectionException {
        Matcher parts = TEXT.matcher(text);
        if (!isOne(text) || !parts.matches()) {
            throw new SelectionException("'" + SelectionText.plain(text) + "' is no version; write it as eu-flags@7");
        }
        return new Version(parts.group(1), Integer.parseInt(parts.group(2)));
    }

    /** @throws SelectionException saying what a name must be */
    public static String checkName(String name) throws SelectionException {
        if (!NAME.matcher(name).matches()) {
            throw new SelectionException("--name: '" + SelectionText.plain(name) + "' is no name for a set; take 1 to 40 small letters, digits, dashes, dots or underscores");
        }
        return name;
    }

    @Override
    public String toString() {
        return name + "@" + number;
    }
}
