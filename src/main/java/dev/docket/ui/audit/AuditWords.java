package dev.docket.ui.audit;

import dev.docket.audit.AuditKind;
import dev.docket.audit.LoggedEntry;
import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a line of the log says, in words. */
final class AuditWords {
    private static final int SHORT_HASH = 8;
    /** Fields of a body that say most of what it is about, in this order. */
    private static final List<String> TELLING = List.of("reason", "role", "lane", "change", "member", "bank", "model", "into", "set", "items", "receiver", "source", "pack");

    private final PolicyPack pack;
    private final Map<UUID, String> people;

    AuditWords(PolicyPack pack, Map<UUID, String> people) {
        this.pack = pack;
        this.people = people;
    }

    static String kind(AuditKind kind) {
        String key = "audit.kind." + kind.name().toLowerCase(Locale.ROOT);
        // a kind is known before its words are: its name is readable too
        return Text.bundle().containsKey(key) ? Text.of(key) : plain(kind.name().toLowerCase(Locale.ROOT));
    }

    static String kind(LoggedEntry logged) {
        return AuditKind.of(logged.entry().kind()).map(AuditWords::kind).orElse(logged.entry().kind());
    }

    static String icon(LoggedEntry logged) {
        String kind = AuditKind.of(logged.entry().kind()).map(AuditKind::name).orElse("");
        if (kind.contains("QUARANTINED")) {
            return "mdmz-remove_circle_outline";
        }
        return switch (kind.contains("_") ? kind.substring(0, kind.indexOf('_')) : kind) {
            case "ITEM", "ITEMS" -> "mdal-inbox";
            case "VERDICT" -> kind.equals("VERDICT_UNDONE") || kind.equals("VERDICT_REVERSED") ? "mdmz-undo" : "mdal-check_circle_outline";
            case "SET" -> "mdal-archive";
            case "MODEL", "PROMOTION", "ROLLBACK" -> "mdmz-model_training";
            case "MEMBER", "LANE" -> "mdal-group";
            case "POLICY" -> "mdmz-policy";
            default -> "mdal-article";
        };
    }

    /** Who did it, by pseudonym; the chain's name where nobody did. */
    String who(LoggedEntry logged) {
        return logged.field("reviewer").map(AuditWords::id).map(people::get)
                .or(() -> logged.writer().person().map(people::get)).orElse(logged.writer().name());
    }

    /** What it is about, short; ids, codes and titles of the pack. */
    String concerns(LoggedEntry logged) {
        List<String> parts = new ArrayList<>();
        logged.item().ifPresent(item -> parts.add(Text.of("audit.concerns.item", shortId(item))));
        logged.field("label").ifPresent(label -> parts.add(pack.find(label).map(PolicyPack.Label::shortTitle).orElse(label)));
        logged.field("action").ifPresent(action -> parts.add(Optional.ofNullable(pack.actions().get(action)).map(PolicyPack.Action::title).orElse(action)));
        TELLING.stream().limit(parts.size() > 1 ? 1 : TELLING.size()).forEach(name -> logged.field(name).map(AuditWords::cut).ifPresent(parts::add));
        return String.join(" \u00b7 ", parts);
    }

    static String shortHash(String hex) {
        return hex.substring(0, SHORT_HASH) + "\u2026";
    }

    static String shortId(UUID id) {
        String hex = id.toString();
        return hex.substring(0, 4) + "-" + hex.substring(4, 8);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException _) {
            return new UUID(0, 0);
        }
    }

    private static String cut(String words) {
        if (words.matches("[0-9a-f]{64}")) {
            return shortHash(words);
        }
        return words.length() > 60 ? words.substring(0, 59) + "\u2026" : words;
    }

    private static String plain(String code) {
        String words = code.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
