package dev.docket.ui.provenance;

import dev.docket.provenance.KeptReport;
import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A line in the tree of what is known: the picture, a manifest, an ingredient, and so on down its history. */
sealed interface HistoryNode {
    /** A hostile file may nest without end; the raw report has what is left out. */
    int MOST = 400;

    String words();

    /** Ikonli literal. */
    String icon();

    default List<HistoryNode> below() {
        return List.of();
    }

    /** The picture and its credentials. */
    record Picture(ProvenanceReport report) implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.picture");
        }

        @Override
        public String icon() {
            return ProvenanceWords.icon(report.c2pa().state());
        }

        @Override
        public List<HistoryNode> below() {
            List<HistoryNode> below = new ArrayList<>();
            report.c2pa().manifest().ifPresent(manifest -> below.add(new Signed(manifest)));
            below.add(new Statements(report));
            if (!report.c2pa().chain().isEmpty()) {
                below.add(new Chain(report));
            }
            below.add(new Raw(report));
            return below;
        }
    }

    /** A manifest. */
    record Signed(Manifest manifest) implements HistoryNode {
        @Override
        public String words() {
            return manifest.claimGenerator().map(by -> Text.of("provenance.sheet.manifest", by)).orElse(Text.of("provenance.sheet.manifest.unnamed"));
        }

        @Override
        public String icon() {
            return "mdal-account_tree";
        }

        @Override
        public List<HistoryNode> below() {
            return manifest.ingredients().stream().map(ingredient -> (HistoryNode) new Used(ingredient)).toList();
        }
    }

    /** A picture that went in. */
    record Used(Ingredient ingredient) implements HistoryNode {
        @Override
        public String words() {
            return ingredient.title().orElse(Text.of("provenance.sheet.ingredient.unnamed"));
        }

        @Override
        public String icon() {
            return isSound() ? "mdal-insert_photo" : "mdmz-warning";
        }

        boolean isSound() {
            return !ingredient.wasBad() && ingredient.newFailures().isEmpty();
        }

        @Override
        public List<HistoryNode> below() {
            return ingredient.manifest().map(manifest -> List.<HistoryNode>of(new Signed(manifest))).orElse(List.of());
        }
    }

    /** Signals, marks and facts. */
    record Statements(ProvenanceReport report) implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.statements");
        }

        @Override
        public String icon() {
            return "mdal-list_alt";
        }
    }

    /** The signer's certificates. */
    record Chain(ProvenanceReport report) implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.chain");
        }

        @Override
        public String icon() {
            return "mdmz-vpn_key";
        }
    }

    /** What was found at other times. @param onScreen SHA-256 of the one that the sheet shows */
    record OnRecord(List<KeptReport> reports, String onScreen) implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.record", reports.size());
        }

        @Override
        public String icon() {
            return "mdal-history";
        }
    }

    /** Where that could not be read. */
    record NoRecord(String reason) implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.record.failed", reason);
        }

        @Override
        public String icon() {
            return "mdal-error_outline";
        }
    }

    /** Everything as JSON. */
    record Raw(ProvenanceReport report) implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.raw");
        }

        @Override
        public String icon() {
            return "mdal-code";
        }
    }

    /** Where a history is too long to list. */
    record More() implements HistoryNode {
        @Override
        public String words() {
            return Text.of("provenance.sheet.more");
        }

        @Override
        public String icon() {
            return "mdmz-more_horiz";
        }
    }

    /** A mark beside the words of a line; empty for most. */
    default Optional<String> remark() {
        return this instanceof Used used && !used.isSound()
                ? Optional.of(Text.of(used.ingredient().wasBad() ? "provenance.sheet.recorded" : "provenance.sheet.now")) : Optional.empty();
    }
}
