package dev.docket.ui.ladder;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.policy.Severity;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.ui.BothWays;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whatever is done in the sheets of the ladders, by keys alone and with the mouse alone. */
class EveryLadderKeyTest {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");
    private static final UUID ITEM = new UUID(1, 1);

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "ladder");

    private final List<String> left = new ArrayList<>();
    private PaintedLadder ladder;
    private LadderViewModel model;
    private Supplier<Region> sheet;
    private final BothWays ways = new BothWays(this::show, this::state);

    @Test
    void whatIsLeftGreyIsLeftByKeyAndByMouse() {
        sheet = () -> new GreySheet(window.overlays(), left::add);
        pressed("usual words", "#grey-usual-1", () -> {});
        main("leave it grey", "#grey-leave", () -> area().setText("Satire?"));
        close("#grey-cancel");
        ways.assertTheSame();
    }

    @Test
    void commentsAreWrittenAndDeletedByKeyAndByMouse() {
        sheet = () -> new CommentsSheet(window.overlays(), model, ITEM, "7c1e-40a9", false, Clock.fixed(NOW, ZoneOffset.UTC));
        main("write", "#comment-add", () -> area().setText("Whose logo is that?"));
        pressed("delete", "#comment-delete", () -> {});
        close("#comment-close");
        ways.assertTheSame();
    }

    @Test
    void anAppealIsRegisteredByKeyAndByMouse() {
        sheet = () -> new AppealSheet(window.overlays(), model, ITEM, "7c1e-40a9", () -> {});
        ways.act("from whom", () -> {
            window.tabTo("#appeal-from");
            Keyboard.type(KeyCode.DOWN);
        }, () -> window.click("#appeal-from").clickOn(Toolkit.ask(() -> from().getConverter().toString(from().getItems().get(1)))));
        main("register", "#appeal-lodge", () -> area().setText("My shop"));
        close("#appeal-cancel");
        ways.assertTheSame();
    }

    @Test
    void whatFollowedAnOverturnedDecisionIsGivenBackByKeyAndByMouse() {
        sheet = () -> new HearingSheet(window.overlays(), PACK, new Aftermath(verdict(2, "benign", VerdictKind.OVERTURNED),
                Optional.of(verdict(1, "spam_scam", VerdictKind.DECIDED)), Optional.empty(), 4), (seed, told) -> {
                    left.add("reversed " + seed);
                    told.accept(4);
                });
        main("give back", "#hearing-reverse", () -> {});
        close("#hearing-close");
        ways.assertTheSame();
    }

    private void pressed(String action, String button, Runnable ready) {
        ways.act(action, ready, () -> {
            window.tabTo(button);
            Keyboard.type(KeyCode.SPACE);
        }, () -> window.tap(button));
    }

    /** What Ctrl+Enter does. */
    private void main(String action, String button, Runnable ready) {
        ways.act(action, ready, () -> Keyboard.type(KeyCode.CONTROL, KeyCode.ENTER), () -> window.tap(button));
    }

    private void close(String button) {
        ways.act("close", () -> Keyboard.type(KeyCode.ESCAPE), () -> window.tap(button));
    }

    private String state() {
        return String.join(" | ", "open " + window.overlays().isOpen(), left.toString(), ladder.lodged.toString(),
                ladder.said.stream().map(LadderDesk.Said::words).toList().toString(), area() == null ? "" : area().getText(), from() == null ? "" : from().getValue().toString());
    }

    private TextArea area() {
        return (TextArea) window.scene().getRoot().lookup("#words");
    }

    @SuppressWarnings("unchecked")
    private ComboBox<Object> from() {
        return (ComboBox<Object>) window.scene().getRoot().lookup("#appeal-from");
    }

    private void show() {
        Toolkit.tell(window.overlays()::close);
        left.clear();
        ladder = new PaintedLadder();
        ladder.comment(ITEM, "Is this the fair from last week?");
        model = new LadderViewModel(ladder, window.now());
        window.showAlone(Settings.Theme.LIGHT, 1280, 800, StackPane::new);
        Toolkit.tell(() -> window.overlays().open(sheet.get()));
        Toolkit.frames(1);
    }

    private static Verdict verdict(int id, String label, VerdictKind kind) {
        return new Verdict(new UUID(9, id), new UUID(8, 1), ITEM, 1, 0, kind, new UUID(0, id), 1, Optional.of(Finding.of(label, Severity.S1, "remove")),
                Optional.empty(), PACK.ref(), Shown.opened(ContentHash.of(new byte[] {1}), "open", 900), NOW);
    }
}
