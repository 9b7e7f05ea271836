package dev.docket.intake.http;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a {@code multipart/form-data} body, by name (RFC 7578), read strictly: few, each named once, nothing nested. */
final class Multipart {
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME = Pattern.compile("(?:^|;)\\s*name=\"([^\"\r\n]{0,100})\"", Pattern.CASE_INSENSITIVE);
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final int MOST_PARTS = 8;
    private static final int LONGEST_HEADERS = 8192;

    private final byte[] body;
    private final byte[] between;
    private int at;

    private Multipart(byte[] body, String boundary) {
        this.body = body;
        this.between = ("\r\n--" + boundary).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** @throws AnswerException 400, when the body is not what its type says */
    static Map<String, byte[]> parts(String contentType, byte[] body) throws AnswerException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw faulty("the type has no boundary");
        }
        return new Multipart(body, Optional.ofNullable(boundary.group(1)).orElse(boundary.group(2))).parts();
    }

    private Map<String, byte[]> parts() throws AnswerException {
        Map<String, byte[]> parts = new HashMap<>();
        // the first boundary need not have a line before it
        at = startsWith(body, 0, Arrays.copyOfRange(between, 2, between.length)) ? between.length - 2 : after(between, body.length);
        while (!startsWith(body, at, new byte[] {'-', '-'})) {
            if (parts.size() >= MOST_PARTS) {
                throw faulty("there are more than " + MOST_PARTS + " parts");
            }
            if (!startsWith(body, at, new byte[] {'\r', '\n'})) {
                throw faulty("a boundary stands alone on its line");
            }
            int headers = at;
            at = after(END_OF_HEADERS, Math.min(body.length, at + LONGEST_HEADERS));
            String name = name(new String(body, headers, at - headers, StandardCharsets.UTF_8));
            int start = at;
            at = after(between, body.length);
            if (parts.put(name, Arrays.copyOfRange(body, start, at - between.length)) != null) {
                throw faulty("a part is there twice");
            }
        }
        return parts;
    }

    private static String name(String headers) throws AnswerException {
        Optional<String> found = Optional.empty();
        for (String header : headers.split("\r\n")) {
            int colon = header.indexOf(':');
            String field = colon < 0 ? "" : header.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            if (field.equals("content-transfer-encoding") && !header.substring(colon + 1).strip().matches("(?i)binary|8bit|7bit")) {
                throw faulty("parts are sent as they are, not in another coding");
            }
            if (field.equals("content-disposition")) {
                Matcher name = NAME.matcher(header.substring(colon + 1));
                found = name.find() ? Optional.of(name.group(1)) : found;
            }
        }
        return found.orElseThrow(() -> faulty("a part has no name"));
    }

    /** Where the sought ends, from here on. */
    private int after(byte[] sought, int end) throws AnswerException {
        for (int i = at; i + sought.length <= end; i++) {
            if (body[i] == sought[0] && startsWith(body, i, sought)) {
                return i + sought.length;
            }
        }
        throw faulty("it ends before its last boundary");
    }

    private static boolean startsWith(byte[] all, int from, byte[] sought) {
        return from + sought.length <= all.length && Arrays.equals(all, from, from + sought.length, sought, 0, sought.length);
    }

    private static AnswerException faulty(String why) {
        return new AnswerException(Answer.of(400, "The multipart body cannot be read: " + why + "."));
    }
}
