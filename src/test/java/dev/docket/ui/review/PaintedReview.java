package dev.docket.ui.review;

import dev.docket.policy.PackRef;
import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.finding.Mark;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.ladder.Dossier;
import dev.docket.verdict.Finding;
import dev.docket.verdict.OriginFinding;
import dev.docket.verdict.Region.Corner;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;

/** The review screen in the shell, over painted cases, and pictures of it. */
final class PaintedReview {
    /** Seen is only the one on screen. */

    final PaintedCasework casework = new PaintedCasework();
    private final Clock clock = Clock.fixed(PaintedCasework.NOW, ZoneOffset.UTC);
    private final OpenWindow window;
    private ReviewViewModel model;

    PaintedReview(OpenWindow window) {
        this.window = window;
    }

    /** Cases in every lane. */
    void fill(String display, boolean blind) {
        for (int n = 0; n < 24; n++) {
            casework.add(1, display, blind);
        }
        for (int lane = 2; lane < 6; lane++) {
            for (int n = 0; n < lane * 7; n++) {
                casework.add(lane, display, blind);
            }
        }
    }

    /** Every case from now on is to be settled. */
    void dispute() {
        String text = casework.pack().text();
        PackRef earlier = new PackRef(casework.pack().ref().id(), "0.9.0", ContentHash.of(new byte[] {9}));
        Finding first = Finding.of("civic_deception", Severity.S2, "label_ai").withSure(false).withRationale("r_event", Map.of())
                .withNote(Optional.of("The crowd looks pasted in")).withOrigin(OriginFinding.AI_SUSPECTED)
                .withRegions(List.of(dev.docket.verdict.Region.box("civic_deception", 0.1, 0.5, 0.4, 0.9)));
        Finding second = Finding.of("benign", Severity.S0, "allow").withRationale("r_ok_context", Map.of()).withOrigin(OriginFinding.AI_SUSPECTED);
        casework.stage = dev.docket.queue.Stage.ADJUDICATION;
        casework.dossier = new Dossier(List.of(found(first, false), found(second, true)),
                Optional.of(new Dossier.Due(PaintedCasework.NOW.plusSeconds(2300), "Adjudications are due within 24 h")),
                Optional.of(new Dossier.Came(earlier, text.replace("crisis event that did not happen", "crisis event that did not take place"))), 2);
        fill("open", false);
    }

    private Verdict found(Finding finding, boolean blind) {
        Shown shown = new Shown(ContentHash.of(new byte[] {1}), !blind, List.of(), List.of(), "0".repeat(64), "open", true, List.of(), 4000);
        return new Verdict(UUID.randomUUID(), new UUID(1, 0), new UUID(2, 0), 1, 0, VerdictKind.DECIDED, new UUID(3, 3), 1,
                Optional.of(finding), Optional.empty(), casework.pack().ref(), shown, PaintedCasework.NOW);
    }

    /** A verdict with most of its parts, which waits to be committed. */
    static void putTogether(ReviewViewModel model) {
        model.pending().toggle(model.pack().label("civic_deception"));
        model.pending().toggle(model.pack().label("undisclosed_synthetic"));
        model.pending().severity(Severity.S3);
        model.pending().change(draft -> draft.withOrigin(Optional.of(OriginFinding.AI_CONFIRMED)).withPlaces(List.of("DE", "AT"))
                .withReason(Optional.of("r_speech"), Map.of(), Optional.of("Third copy today")));
    }

    /** Two labels and their regions, one of them not named yet. */
    static void draw(ReviewViewModel model) {
        model.pending().toggle(model.pack().label("hate_symbols"));
        model.pending().toggle(model.pack().label("privacy_doxxing"));
        model.pending().change(draft -> draft.withMarks(List.of(Mark.box(0.1, 0.1, 0.3, 0.5).of("privacy_doxxing"),
                Mark.polygon(List.of(new Corner(0.6, 0.2), new Corner(0.85, 0.3), new Corner(0.8, 0.6), new Corner(0.55, 0.5))))));
        model.regions().toggle();
        model.regions().selectNext(-1);
    }

    ObservableValue<KeyMap> keys() {
        return new SimpleObjectProperty<>(new KeyMap(casework.pack()));
    }

    /** Shows the first case, does something with it, and takes a picture when that was painted. */
    void shoot(String name, Settings.Theme theme, int width, int height, Consumer<ReviewViewModel> then) {
        model = OpenReview.in(window, theme, width, height, casework,
                casework.slow ? PaintedCasework.neverDecoding(window.now()) : PaintedCasework.workers(window.now()), clock).model();
        Toolkit.tell(() -> {
            then.accept(model);
            model.tick();
        });
        Toolkit.frames(2);
        window.picture(name);
        window.assertSound();
    }
}
