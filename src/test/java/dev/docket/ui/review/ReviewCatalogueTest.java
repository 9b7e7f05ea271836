package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.SteppingClock;
import dev.docket.settings.Keys;
import dev.docket.ui.common.Background;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import dev.docket.ui.shell.Command;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class ReviewCatalogueTest {
    private final PaintedCasework casework = new PaintedCasework();
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final ObjectProperty<KeyMap> keys = new SimpleObjectProperty<>(new KeyMap(casework.pack()));
    private final List<Binding> run = new ArrayList<>();
    private ReviewViewModel model;

    @Test
    void everyCommandIsThereAndRunsAsItsKeyDoes() {
        open();

        Set<KeyCommand> found = EnumSet.noneOf(KeyCommand.class);
        commands().forEach(c -> c.action().run());
        run.forEach(b -> found.add(b.command()));

        assertThat(found).as("but for the window's own").isEqualTo(EnumSet.complementOf(EnumSet.of(KeyCommand.LOCK)));
    }

    @Test
    void withoutACaseNothingOfItCanBeRunAndEachSaysWhy() {
        model = model();

        assertThat(commands()).filteredOn(Command::possible).extracting(Command::title).containsExactly("This sheet", "Look back at what you decided",
                "Take a break", "Your exposure, limits and the next break");
        assertThat(commands()).filteredOn(c -> !c.possible()).allSatisfy(c -> assertThat(c.aside()).isNotBlank());
    }

    @Test
    void whatNeedsAnAnimationSaysThatThisIsNone() {
        open();

        assertThat(find("Play or hold an animation")).matches(c -> !c.possible() && c.aside().equals("the picture does not move"));
        assertThat(find("Verdict: Civic deception")).matches(c -> c.possible() && c.aside().equals("Label as AI, S2"));
        assertThat(find("Undo the last verdict").possible()).isFalse();
    }

    @Test
    void theKeysAreThoseInForce() {
        open();
        keys.set(new KeyMap(casework.pack(), Keys.DEFAULT.with("label.civic_deception", List.of("F7"))));

        assertThat(find("Verdict: Civic deception").keys()).containsExactly("F7");
        assertThat(find("Verdict, unsure: Civic deception").keys()).containsExactly("Shift", "F7");
        assertThat(commands()).filteredOn(c -> c.title().startsWith("Verdict: ") && c.keys().size() == 2).allSatisfy(c -> assertThat(c.keys().getFirst()).isEqualTo("0"));
    }

    private void open() {
        casework.add(1, "open", false);
        model = model();
        model.tick();
        model.painted();
    }

    private ReviewViewModel model() {
        return new ReviewViewModel(casework, PaintedCasework.workers(now), new SteppingClock(PaintedCasework.NOW), 8);
    }

    private Command find(String title) {
        return commands().stream().filter(c -> c.title().equals(title)).findFirst().orElseThrow();
    }

    private List<Command> commands() {
        return new ReviewCatalogue(model, keys, run::add).commands(() -> {});
    }
}
