package dev.docket.ui.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.policy.PackRef;
import dev.docket.policy.Policies;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.settings.Settings;
import dev.docket.storage.ContentHash;
import dev.docket.ui.Keyboard;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.common.Views;
import dev.docket.ui.shell.Screen;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The real screen over the shipped pack; pictures of its states in {@code target/pictures}. */
class PolicyScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "policy");

    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final PackRef OLDER = new PackRef(PACK.ref().id(), "0.9.0", ContentHash.of(new byte[] {1}));

    private final PolicyViewModel model = new PolicyViewModel(new PaintedShelf(), window.now());

    @Test
    void aLabelIsFoundByWordsOfItsTextAndReadByKeyboard() {
        show(Settings.Theme.LIGHT, 1440, 900);

        window.click("#search").write("intimate identifiable");
        assertThat(model.labels()).extracting(PolicyPack.Label::id).containsExactly("ncii");
        Keyboard.type(KeyCode.TAB);
        Keyboard.type(KeyCode.DOWN);
        window.picture("policy-light");

        assertThat(model.selectedProperty().get().id()).isEqualTo("ncii");
    }

    @Test
    void everyLabelOfTheShippedPackHasAPage() {
        show(Settings.Theme.DARK, 1280, 800);
        for (PolicyPack.Label label : PACK.labels()) {
            Toolkit.tell(() -> model.select(label));
            assertThat(window.says(label.title())).as(label.id()).isTrue();
        }
        Toolkit.tell(() -> model.select(PACK.label("civic_deception")));
        window.picture("policy-dark-small");
    }

    @Test
    void whatChangedSinceAnEarlierPackIsShownLineByLine() {
        show(Settings.Theme.DARK, 1440, 900);

        window.click("Compare with 0.9.0");
        window.picture("policy-changes-dark");

        assertThat(model.comparisonProperty().get()).get().satisfies(c -> assertThat(c.lines()).isNotEmpty());
        window.click("Back to the labels");
        assertThat(model.comparisonProperty().get()).isEmpty();
    }

    @Test
    void aSearchThatFindsNothingSaysSo() {
        show(Settings.Theme.LIGHT, 1280, 800);

        window.click("#search").write("zzz");

        assertThat(window.says("No label says that.")).isTrue();
    }

    private static final class PaintedShelf implements PolicyShelf {
        @Override
        public PolicyPack pack() {
            return PACK;
        }

        @Override
        public List<Policies.Kept> kept() {
            return List.of(new Policies.Kept(PACK.ref(), Instant.parse("2026-11-21T08:00:00Z")),
                    new Policies.Kept(OLDER, Instant.parse("2026-08-01T08:00:00Z")));
        }

        @Override
        public Optional<String> text(PackRef ref) {
            return Optional.of(PACK.text().replace("hours: 24", "hours: 48").replace("version: 1.0.0", "version: 0.9.0"));
        }
    }

    private void show(Settings.Theme theme, int width, int height) {
        window.show(theme, width, height, () -> {
            PolicyController controller = new PolicyController(model, ZoneOffset.UTC);
            return List.of(Screen.of("policy", "Policy", () -> new Views().load("policy", controller), model::refresh));
        });
    }
}
