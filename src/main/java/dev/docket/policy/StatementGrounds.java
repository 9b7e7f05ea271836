package dev.docket.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a pack says of a label for the statements of reasons under the EU Digital Services Act (Art. 17 and 24(5)).
 *
 * @param illegal whether the ground is a law; else it is the platform's own terms
 * @param law the law, there where {@code illegal}; at most 500 characters
 * @param clause which of the platform's terms; at most 500 characters
 * @param explanation why what is shown is against the law or the terms; at most 2000 characters
 * @param url where the law or the terms can be read; at most 500 characters
 * @param alsoIllegal of what is against the terms: whether it is held to be illegal as well
 * @param category one of {@link DsaTerms#CATEGORIES}
 * @param additions further categories
 * @param keywords some of {@link DsaTerms#KEYWORDS}
 * @param otherKeyword in words, there where {@link DsaTerms#OTHER} is a keyword; at most 500 characters
 * @param ifSynthetic keywords instead of {@code keywords} where AI made the picture; empty: the same
 * @param synthetic whether the finding itself says that AI made it
 */
public record StatementGrounds(
        boolean illegal, Optional<String> law, Optional<String> clause, Optional<String> explanation, Optional<String> url,
        Optional<Boolean> alsoIllegal, String category, List<String> additions, List<String> keywords, Optional<String> otherKeyword,
        List<String> ifSynthetic, boolean synthetic) {
    public StatementGrounds {
        additions = List.copyOf(additions);
        keywords = List.copyOf(keywords);
        ifSynthetic = List.copyOf(ifSynthetic);
    }

    /** Of a label of which its pack says nothing: a breach of the platform's own terms, in words. */
    public static StatementGrounds unsaid(String title) {
        return new StatementGrounds(false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                "STATEMENT_CATEGORY_OTHER_VIOLATION_TC", List.of(), List.of(DsaTerms.OTHER), Optional.of(title), List.of(), false);
    }

    /** The same where a law forbids it. */
    StatementGrounds under(String forbidding) {
        return new StatementGrounds(true, Optional.of(forbidding), clause, explanation, url, Optional.empty(), category, additions,
                keywords, otherKeyword, ifSynthetic, synthetic);
    }

    static Optional<StatementGrounds> read(Fields label) {
        return label.optional("dsa").map(StatementGrounds::section);
    }

    private static StatementGrounds section(Fields fields) {
        StatementGrounds grounds = new StatementGrounds(
                fields.oneOf("ground", List.of("illegal", "incompatible"), "ground").equals("illegal"),
                fields.optionalText("law", 500), fields.optionalText("clause", 500), fields.optionalText("explanation", 2000),
                fields.optional("url", java.util.regex.Pattern.compile("https://[^\\s?#@]{1,190}"), "an https address without ?, # or @"),
                fields.has("also_illegal") ? Optional.of(fields.flag("also_illegal", false)) : unset(fields, "also_illegal"),
                fields.oneOf("category", DsaTerms.CATEGORIES, "category of the DSA's database"),
                fields.words("also", DsaTerms.CATEGORIES, "category of the DSA's database"),
                fields.words("keywords", DsaTerms.KEYWORDS, "keyword of the DSA's database"), fields.optionalText("keyword_other", 500),
                fields.words("if_synthetic", DsaTerms.KEYWORDS, "keyword of the DSA's database"), fields.flag("synthetic", false));
        fields.noMore();
        rules(fields, grounds);
        return grounds;
    }

    private static Optional<Boolean> unset(Fields fields, String name) {
        fields.flag(name, false);
        return Optional.empty();
    }

    private static void rules(Fields fields, StatementGrounds grounds) {
        if (grounds.illegal() != grounds.law().isPresent()) {
            fields.fault("law", grounds.illegal() ? "is missing; it is needed where the ground is illegal" : "is for the ground illegal only");
        }
        if (grounds.illegal() && grounds.alsoIllegal().isPresent()) {
            fields.fault("also_illegal", "is for the ground incompatible only");
        }
        boolean other = grounds.keywords().contains(DsaTerms.OTHER) || grounds.ifSynthetic().contains(DsaTerms.OTHER);
        if (other != grounds.otherKeyword().isPresent()) {
            fields.fault("keyword_other", other ? "is missing; " + DsaTerms.OTHER + " needs it in words" : "is for the keyword " + DsaTerms.OTHER + " only");
        }
        if (grounds.additions().contains(grounds.category())) {
            fields.fault("also", "names the category itself");
        }
    }
}
