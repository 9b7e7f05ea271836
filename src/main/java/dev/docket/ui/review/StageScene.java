package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Veil;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/** Draws the middle of the review screen: the picture, its cover, or why there is none. JavaFX thread. */
final class StageScene {
    private final ReviewViewModel model;
    private final PictureStage stage;
    private final FactsBar facts;
    private final VerdictBlock verdicts;
    private final Frames frames = new Frames();

    StageScene(ReviewViewModel model, PictureStage stage, FactsBar facts, VerdictBlock verdicts) {
        this.model = model;
        this.stage = stage;
        this.facts = facts;
        this.verdicts = verdicts;
        stage.bind(model.study());
        model.changesProperty().subscribe(c -> draw());
        model.situationProperty().subscribe(s -> draw());
        model.intakeRunningProperty().subscribe(r -> draw());
        model.study().changesProperty().subscribe(c -> studied());
    }

    private void draw() {
        ReviewCase known = model.currentProperty().get();
        if (showsCase() && known != null) {
            drawPicture(known);
        } else {
            stage.showPanel(situation(), Text.of("review.stage.empty"));
        }
    }

    private boolean showsCase() {
        Situation situation = model.situationProperty().get();
        return situation == Situation.CASE || situation == Situation.LOOKING_BACK;
    }

    private void drawPicture(ReviewCase known) {
        Cover cover = model.cover();
        Picture picture = model.pictureProperty().get();
        facts.show(cover);
        verdicts.allowVerdicts(!(picture instanceof Picture.Refused refused && !refused.byFacts()));
        switch (picture) {
            case Picture.Decoded pixels when cover.isCovered() -> drawCover(known, pixels);
            case Picture.Decoded pixels when cover.sightProperty().get() == Cover.Sight.KEYHOLE -> coverOf(pixels).ifPresentOrElse(
                    around -> stage.showKeyhole(around, cover.greyProperty().get(), Text.of("review.stage.open", known.item().shortId())),
                    () -> drawCover(known, pixels));
            case Picture.Decoded pixels -> {
                stage.showOpen(cover.greyProperty().get(), Text.of("review.stage.open", known.item().shortId()));
                studied();
            }
            case Picture.Refused refused when refused.byFacts() -> {
                stage.card().showUnseen(CaseFacts.of(known, model.pack()), refused.reason());
                stage.showCard(Text.of("review.unseen.hint"), stage.card().getAccessibleText());
            }
            case Picture.Refused refused -> stage.showPanel(
                    StagePanels.words("mdal-broken_image", refused.reason(), Text.of("review.refused")), refused.reason());
            case Picture.Withheld withheld -> drawCard(known);
            case null -> drawCard(known);
        }
        if (picture != null) {
            frames.afterPaint(model::painted);
        }
    }

    private void drawCover(ReviewCase known, Picture.Decoded pixels) {
        stage.card().show(CaseFacts.of(known, model.pack()), model.cover());
        coverOf(pixels).ifPresentOrElse(cover -> stage.showCovered(cover, !model.cover().isWeakened(), stage.card().getAccessibleText()),
                () -> stage.showCard("", stage.card().getAccessibleText()));
    }

    /** The cover in force; while a worker makes it, a stronger one or none. */
    private Optional<DecodedImage> coverOf(Picture.Decoded pixels) {
        Veil veil = model.cover().veilProperty().get();
        boolean grey = model.cover().greyProperty().get();
        Veil painted = veil.covers() ? veil : Covers.USUAL;
        if (pixels.covers().made(painted, grey).isEmpty()) {
            model.workers().study().run(() -> pixels.covers().make(painted, grey), made -> draw(), reason -> {});
        }
        return pixels.covers().made(painted, grey).or(() -> painted == Veil.FULL ? Optional.empty() : Optional.of(pixels.covers().thumbnail()));
    }

    private void drawCard(ReviewCase known) {
        if (model.pictureProperty().get() == null && Held.isSlow(known)) {
            stage.card().showDecoding(CaseFacts.of(known, model.pack()), Text.of("review.decoding", FactsBar.kind(known.item()), megapixels(known)));
            tick();
        } else {
            stage.card().show(CaseFacts.of(known, model.pack()), model.cover());
        }
        stage.showCard("", stage.card().getAccessibleText());
    }

    /** Now and then: how far a slow picture is. */
    void tick() {
        OptionalDouble share = model.decoded();
        share.ifPresent(stage.card()::progress);
    }

    private static String megapixels(ReviewCase known) {
        return Figures.decimal(known.item().width() * (double) known.item().height() / 1e6, 1);
    }

    private void studied() {
        if (model.study().isOpen()) {
            stage.tools().show(model.study(), model.cover().greyProperty().get());
        }
    }

    private Node situation() {
        return switch (model.situationProperty().get()) {
            case OPENING, CASE, LOOKING_BACK -> new Region();
            case WITHHELD -> StagePanels.words("mdmz-remove_circle_outline", Text.of("review.withheld"), "");
            case LANE_EMPTY -> laneEmpty().orElseGet(Region::new);
            case ALL_DONE -> model.intakeRunningProperty().get()
                    ? StagePanels.words("mdal-hourglass_empty", Text.of("review.intake"), Text.of("review.intake.detail"))
                    : StagePanels.words("mdal-done_all", Text.of("review.done"), Text.of("review.done.detail"));
            case PAUSED -> StagePanels.words("mdmz-pause_circle_outline", Text.of("review.paused"), Text.of("review.paused.detail"),
                    Text.of("review.paused.go"), "Enter", model::goOn);
        };
    }

    private Optional<Node> laneEmpty() {
        return model.nextLane().map(l -> StagePanels.words("mdal-inbox", Text.of("review.empty"),
                Text.of("review.empty.next", l.title(), l.waiting()), Text.of("review.empty.go", l.title()), "Enter", model::goOn));
    }
}
