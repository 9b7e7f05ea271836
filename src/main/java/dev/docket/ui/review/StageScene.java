package dev.docket.ui.review;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Figures;
import dev.docket.ui.common.Text;
import dev.docket.ui.finding.RegionLayer;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.cover.Cover;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Sweep;
import dev.docket.ui.stage.Veil;
import dev.docket.verdict.Finding;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntConsumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.Pane;

/** Draws the middle of the review screen: the picture, its cover, or why there is none. JavaFX thread. */
final class StageScene {
    private final ReviewViewModel model;
    private final PictureStage stage;
    private final FactsBar facts;
    private final ObservableValue<KeyMap> keys;
    private final VerdictBlock verdicts;
    private final SituationPanels panels;
    private final Frames frames = new Frames();
    private final Waiting waiting = new Waiting();

    /** @param exposure says all of what the reviewer saw */
    StageScene(ReviewViewModel model, PictureStage stage, FactsBar facts, VerdictBlock verdicts, ObservableValue<KeyMap> keys, Runnable exposure) {
        this.model = model;
        this.stage = stage;
        this.keys = keys;
        this.facts = facts;
        this.verdicts = verdicts;
        panels = new SituationPanels(model, keys, exposure);
        stage.bind(model.study());
        model.changesProperty().subscribe(c -> draw());
        model.situationProperty().subscribe(s -> draw());
        model.forgottenProperty().addListener((o, was, now) -> sweep());
        model.intakeRunningProperty().subscribe(r -> draw());
        model.study().changesProperty().subscribe(c -> studied());
    }

    /** The regions of the pending verdict lie over the open picture. To be called once. */
    void layRegions(IntConsumer onLabel) {
        RegionLayer regions = new RegionLayer(model.regions(), stage.picture(), keys, onLabel);
        stage.picture().lay(regions);
        model.study().framingProperty().subscribe(framing -> regions.draw());
        stage.picture().layoutBoundsProperty().subscribe(bounds -> regions.draw());
        model.regions().drawingProperty().subscribe(drawing -> stage.requestFocus());
        model.recalledProperty().subscribe(recalled -> regions.decided(recalled.flatMap(r -> r.verdict().finding()).map(Finding::regions).orElse(List.of())));
    }

    private void draw() {
        ReviewCase known = model.currentProperty().get();
        if (showsCase() && known != null) {
            drawPicture(known);
        } else {
            waiting.set(model.situationProperty().get() == Situation.OPENING);
            stage.showPanel(panels.of(model.situationProperty().get(), waiting.isLong()), Text.of("review.stage.empty"));
        }
    }

    /** Nothing of a picture that nobody may see again stays behind the panel. */
    private void sweep() {
        if (stage.getScene() != null && stage.getScene().getRoot() instanceof Pane ground) {
            Sweep.run(ground, model.workers().study());
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
        waiting.set(picture == null);
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
            frames.afterPaint(model::painted, model::displayed);
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
        stage.showCard(waiting.isLong() && !Held.isSlow(known) ? Text.of("review.loading") : "", stage.card().getAccessibleText());
    }

    /** Now and then: how far a slow picture is, and that one is waited for at all. */
    void tick() {
        if (waiting.grewLong()) {
            draw();
        }
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
}
