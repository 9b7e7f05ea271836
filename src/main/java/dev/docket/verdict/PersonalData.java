package dev.docket.verdict;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What in a reviewer's words looks like it points at a person. It warns and never refuses: a note about a published
 * number may need that number. Patterns are bounded, so that no text takes long. Several threads.
 */
public final class PersonalData {
    /** Kinds of data, in the order in which a stretch of text is claimed. */
    public enum Kind {
        EMAIL("(?<![\\w.+-])[\\w.+-]{1,64}+@[\\p{L}\\d-]{1,63}+(?:\\.[\\p{L}\\d-]{1,63}+){1,6}+"),
        /** Country code, check digits, 11 to 30 more; ISO 13616, checked modulo 97. */
        IBAN("(?<!\\w)[A-Z]{2}\\d{2}(?: ?[A-Z\\d]){11,30}+(?!\\w)"),
        /** 13 to 19 digits, checked by the Luhn formula (ISO/IEC 7812-1). */
        CARD("(?<![\\w.-])\\d(?:[ -]?\\d){12,18}+(?!\\w)"),
        IP("(?<![\\w.:])(?:(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?![\\w.])"
                + "|(?=[\\da-fA-F:]{0,39}::|(?:[\\da-fA-F]{1,4}:){7})[\\da-fA-F:]{3,39}+(?![\\w:]))"),
        /** With the sign of another country, in brackets or with a leading zero: a bare number may be anything. */
        PHONE("(?<![\\w.])(?:\\+|00|\\(0?|0)\\d(?:[ ()/.-]{0,2}\\d){5,14}+(?!\\w)|(?<![\\w.])\\d{3}[ .-]\\d{3}[ .-]\\d{4}(?!\\w)"),
        HANDLE("(?<![\\w@./])@[\\p{L}\\d_][\\p{L}\\d_.]{1,29}+");

        private final Pattern pattern;

        Kind(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }
    }

    /** A stretch of the text, {@code start} inclusive to {@code end} exclusive, in characters. */
    public record Hit(Kind kind, int start, int end) {}

    private static final int LONGEST = 10_000;
    private static final BigInteger MODULUS = BigInteger.valueOf(97);

    private PersonalData() {}

    /**
     * Every stretch that looks like personal data, in the order of the text, none overlapping.
     *
     * @param text what a reviewer typed; beyond 10 000 characters it is not read
     */
    public static List<Hit> in(String text) {
        String read = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        List<Hit> hits = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (Matcher match = kind.pattern.matcher(read); match.find();) {
                int end = match.start() + sound(kind, match.group());
                boolean free = hits.stream().noneMatch(hit -> hit.start() < match.end() && match.start() < hit.end());
                if (end > match.start() && free) {
                    hits.add(new Hit(kind, match.start(), end));
                }
            }
        }
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    /** How much of the match is what it looks like, in characters; 0 when nothing is. */
    private static int sound(Kind kind, String match) {
        return switch (kind) {
            case CARD -> isLuhn(match.replaceAll("\\D", "")) ? match.length() : 0;
            case IBAN -> iban(match);
            default -> match.length();
        };
    }

    /** Words in capitals may follow the number: it ends at one of its spaces. */
    private static int iban(String match) {
        for (int end = match.length(); end > 0; end = match.lastIndexOf(' ', end - 1)) {
            String number = match.substring(0, end).replace(" ", "");
            if (number.length() >= 15 && number.length() <= 34 && isIban(number)) {
                return end;
            }
        }
        return 0;
    }

    private static boolean isIban(String number) {
        StringBuilder digits = new StringBuilder();
        (number.substring(4) + number.substring(0, 4)).chars().forEach(c -> digits.append(Character.digit(c, 36)));
        return new BigInteger(digits.toString()).mod(MODULUS).intValue() == 1;
    }

    private static boolean isLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0 && digits.chars().anyMatch(c -> c != '0');
    }
}
