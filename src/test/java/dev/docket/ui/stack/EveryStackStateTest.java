package dev.docket.ui.stack;

import dev.docket.policy.Severity;
import dev.docket.settings.Settings.Theme;
import dev.docket.ui.KnownWords;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.ScreenFaults;
import dev.docket.ui.ScreenFaults.Kind;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.grid.PictureGrid;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.shell.Screen;
import dev.docket.verdict.Finding;
import dev.docket.verdict.Propagation;
import dev.docket.verdict.Shown;
import dev.docket.verdict.Verdict;
import dev.docket.verdict.VerdictKind;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The stack screen with stacks on it, as {@code EveryScreenTest} looks at screens, but for cut text: light, and with {@code -Ddocket.access=full} dark with doubled text. */
class EveryStackStateTest {
    private static final String PAINTER = "src/test/java/dev/docket/ui/stack/PaintedBoard.java";
    private static final Locale BEFORE = Locale.getDefault();

    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "stack");

    private ScreenFaults faults;
    private PaintedBoard board = PaintedBoard.full();
    private StackViewModel model;
    private StackController controller;
    private Theme theme = Theme.LIGHT;
    private int percent = 100;
    private EnumSet<Kind> kinds = EnumSet.complementOf(EnumSet.of(Kind.CUT));

    @BeforeEach
    void speakLonger() {
        Locale.setDefault(Locale.of("qps"));
        faults = new ScreenFaults(new KnownWords(PaintedBoard.PACK, PAINTER)::holds);
    }

    @AfterEach
    void speakAgain() {
        Locale.setDefault(BEFORE);
    }

    @Test
    void everyStateOfAStackIsNamedReachedAndSeen() {
        everyState();
        if ("full".equals(System.getProperty("docket.access"))) {
            theme = Theme.DARK;
            percent = 200;
            kinds = EnumSet.of(Kind.FAINT, Kind.RINGLESS);
            faults.repainted();
            board = PaintedBoard.full();
            everyState();
        }
        SoftAssertions all = new SoftAssertions();
        for (Kind kind : Kind.values()) {
            all.assertThat(faults.of(kind)).as(kind.name()).isEmpty();
        }
        all.assertAll();
    }

    private void everyState() {
        carryOver();
        show();
        open("Your parcel is waiting").look("a stack");
        then(() -> grid().focus(2)).look("a ticked tile");
        then(() -> grid().focus(14)).look("a tile left out");
        then(() -> model.choose(PaintedBoard.PACK.label("hate_symbols"))).look("what never spreads");
        then(() -> model.choose(PaintedBoard.PACK.label("spam_scam"))).look("a label");
        then(() -> model.filter(TileFilter.ALIKE)).look("look-alikes").then(() -> model.filter(TileFilter.ALL));
        then(() -> large().open(model.openProperty().get().seed())).look("large").then(() -> large().close());
        then(() -> ((Button) window.scene().getRoot().lookup("#stack-more-labels")).fire()).look("more labels").then(window.overlays()::close);
        then(() -> controller.askTakeBack(board.spreads.getFirst())).look("take back").then(window.overlays()::close);
        then(this::decide).look("decided");
        open("City blackout tonight").look("covered tiles").then(() -> large().open(model.openProperty().get().seed())).look("large and covered");
        open("Street photo").look("words only");
        board = PaintedBoard.empty();
        show();
        look("no stacks");
        board.broken = true;
        show();
        look("stacks that cannot be read");
    }

    private void decide() {
        model.saw(model.shown());
        model.opened(model.openProperty().get().seed().id());
        model.commit();
    }

    private void carryOver() {
        StackMember member = board.byItem.values().iterator().next().seed();
        board.spreads.add(new Propagation.Spread(new Verdict(new UUID(9, 9), member.task(), member.id(), 1, 0, VerdictKind.DECIDED, new UUID(0, 1), 1,
                Optional.of(Finding.of("spam_scam", Severity.S1, "remove")), Optional.empty(), PaintedBoard.PACK.ref(),
                Shown.opened(member.item().sha256(), "open", 900), PaintedBoard.NOW), 13, false));
    }

    private PictureGrid grid() {
        return (PictureGrid) window.scene().getRoot().lookup("#stack-grid");
    }

    private LargeView large() {
        return (LargeView) window.scene().getRoot().lookup(".stack-large");
    }

    private EveryStackStateTest open(String title) {
        then(() -> model.open(model.shelf().stacks().stream().filter(stack -> stack.title().equals(title)).findFirst().orElseThrow()));
        Toolkit.frames(4);
        return this;
    }

    private EveryStackStateTest then(Runnable step) {
        Toolkit.tell(step);
        Toolkit.frames(2);
        return this;
    }

    private EveryStackStateTest look(String place) {
        Toolkit.tell(() -> {
            window.scene().getRoot().applyCss();
            window.scene().getRoot().layout();
        });
        Parent root = window.overlays().isOpen() ? window.overlays().ground() : window.scene().getRoot();
        faults.look(percent + " % " + theme + " " + place, window.scene(), root, kinds);
        if (Boolean.getBoolean("docket.pictures")) {
            Toolkit.picture(window.scene(), "stack-state-" + (percent + " " + place).replaceAll("\\W+", "-"));
        }
        return this;
    }

    private void show() {
        model = new StackViewModel(board, window.now(), window.now(), Clock.fixed(PaintedBoard.NOW, ZoneOffset.UTC));
        window.show(theme, 1280, 800, () -> {
            controller = new StackController(model, window.overlays(), window.now(), new SimpleObjectProperty<>(new KeyMap(PaintedBoard.PACK)));
            return List.of(new Screen("stacks", "[]", new SimpleStringProperty("3"), () -> new Views().load("cluster", controller),
                    () -> null, controller::shown, controller::hidden));
        });
        window.textSize(percent);
    }
}
