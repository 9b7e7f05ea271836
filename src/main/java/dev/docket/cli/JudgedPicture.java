package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.item.ImageItem;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Standing;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A picture whose labels are known.
 *
 * @param name how messages call it
 * @param labels every label it has; empty: none
 * @param bytes reads the file; an {@link IOException} when it cannot be
 */
record JudgedPicture(String name, Set<String> labels, Content bytes) {

    /** Reads a file's bytes. */
    interface Content {
        byte[] read() throws IOException;
    }

    /** The decided items of a desk whose decision was published, each once, with the labels of the verdict that counts. */
    static List<JudgedPicture> byVerdicts(Desk desk) {
        return desk.database.inTransaction(tx -> {
            List<JudgedPicture> pictures = new ArrayList<>();
            for (Standing standing : desk.verdicts.standings(tx)) {
                Optional<ImageItem> item = desk.items.find(tx, standing.item());
                Optional<Verdict> deciding = standing.deciding().filter(v -> v.kind() != VerdictKind.PROPAGATED && !desk.hold.holds(standing));
                if (item.isPresent() && deciding.isPresent()) {
                    Finding finding = deciding.get().finding().orElseThrow();
                    Set<String> labels = new HashSet<>(finding.additional());
                    labels.add(finding.label());
                    pictures.add(new JudgedPicture("item " + item.get().shortId(), labels, () -> desk.blobs.get(item.get().sha256())
                            .orElseThrow(() -> new IOException("its picture is not in the image store"))));
                }
            }
            return pictures;
        });
    }
}
