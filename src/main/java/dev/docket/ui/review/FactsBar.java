package dev.docket.ui.review;

import dev.docket.item.ImageItem;
import dev.docket.ui.common.Chip;
import dev.docket.ui.common.Chip.Tone;
import dev.docket.ui.common.Ends;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.Tip;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.ladder.Dossier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** One line over the picture: which item, its stack, its deadline, the file, the priority with its parts, the cover. */
public final class FactsBar extends Ends {
    private static final Duration SOON = Duration.ofHours(1);

    private final Label item = new Label();
    private final Chip stack = new Chip();
    private final Chip deadline = new Chip();
    private final Label file = new Label();
    private final Chip priority = new Chip();
    private final Chip cover = new Chip();
    private Optional<Instant> due = Optional.empty();
    private String place = "*";

    public FactsBar() {
        getStyleClass().add("facts-bar");
        item.getStyleClass().addAll("mono", "strong", "bold", "item-id");
        item.setMinWidth(Region.USE_PREF_SIZE);
        file.getStyleClass().addAll("secondary", "muted");
        file.setMinWidth(0);
        fill(List.of(item, stack, deadline), List.of(file, priority, cover));
    }

    void show(ReviewCase known, Instant now) {
        item.setText(Text.of("review.item", known.item().shortId()));
        if (known.stack() > 1) {
            stack.show(Text.of("review.stack", known.stack()), Tone.ACCENT, "mdmz-photo_library");
        } else {
            stack.show(Text.of("review.single"), Tone.NEUTRAL, null);
        }
        place = known.decision().jurisdiction();
        due = known.dossier().due().map(Dossier.Due::at).or(known.decision()::deadline);
        Tip.on(deadline, known.dossier().due().map(Dossier.Due::rule).orElse(""));
        present(deadline, due.isPresent());
        tick(now);
        file.setText(file(known.item()));
        Tip.on(file, file.getText());
        priority.setText(Text.of("review.priority", Figures.decimal(known.decision().priority(), 1)));
        Tip.on(priority, known.blind() ? "" : known.decision().parts().stream()
                .map(p -> Figures.signed(p.value(), 1) + "  " + p.name()).collect(Collectors.joining("\n")));
        present(priority, !known.blind());
    }

    /** The countdown. */
    void tick(Instant now) {
        due.ifPresent(at -> {
            Duration left = Duration.between(now, at);
            String words = ClockSection.words(left);
            deadline.show(place.equals("*") ? words : Text.of("review.due.place", words, place),
                    left.isNegative() ? Tone.DANGER : left.compareTo(SOON) < 0 ? Tone.WARNING : Tone.NEUTRAL, "mdmz-schedule");
        });
    }

    void show(Cover state) {
        if (!state.isCovered()) {
            cover.show(Text.of(state.profile().covered() ? "review.cover.looking" : "review.cover.open"), Tone.NEUTRAL, null);
        } else {
            String words = state.profile().covered() ? Text.of("review.cover.covered", state.profile().id()) : Text.of("review.cover.yours");
            cover.show(words, Tone.ACCENT, "mdmz-visibility_off");
        }
    }

    private static void present(Chip chip, boolean there) {
        chip.setVisible(there);
        chip.setManaged(there);
    }

    /** The format as people call it. */
    static String kind(ImageItem item) {
        String kind = item.mediaType().replaceFirst("^image/", "").toUpperCase(Locale.ROOT);
        return kind.equals("JXL") ? "JPEG XL" : kind;
    }

    private static String file(ImageItem item) {
        String kind = kind(item);
        String size = item.byteLength() < 1_000_000
                ? Text.of("review.kilobytes", Math.max(1, Math.round(item.byteLength() / 1e3)))
                : Text.of("review.megabytes", Figures.decimal(item.byteLength() / 1e6, 1));
        return Text.of("review.file", kind, item.width(), item.height(), size);
    }
}
