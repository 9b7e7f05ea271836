package dev.docket.ui.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.quality.CalibrationAnswer;
import dev.docket.quality.CalibrationSession;
import dev.docket.quality.CalibrationSession.Asked;
import dev.docket.quality.CalibrationSession.Outcome;
import dev.docket.quality.CalibrationSession.Picked;
import dev.docket.report.Suspect;
import dev.docket.settings.Settings;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.ui.OpenWindow;
import dev.docket.ui.Toolkit;
import dev.docket.ui.shell.Screen;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Sessions in the window's shell, by their buttons, over a board in memory; pictures of the states in {@code target/pictures}. */
class CalibrationScreenTest {
    @RegisterExtension
    private final OpenWindow window = new OpenWindow("review", "export", "quality", "calibration");

    private final Locale before = Locale.getDefault();
    private final Board board = new Board();
    private CalibrationViewModel model = new CalibrationViewModel(board, window.now());

    @AfterEach
    void inTheLanguageBefore() {
        Locale.setDefault(before);
    }

    @Test
    void anAnswerIsGivenBlindAndTheNextItemComes() {
        show(Settings.Theme.LIGHT);
        window.picture("calibration-light");
        assertThat(words()).contains("How much is a sale", "Your answer").noneMatch(word -> word.contains("R-03: "));
        assertThat(window.node("#calibration-answer").isDisabled()).as("nothing is preselected").isTrue();

        label("spam_scam");
        window.click("#calibration-unsure");
        Toolkit.tell(() -> window.<TextArea>node("#calibration-why").setText("it sells something"));
        window.click("#calibration-answer");

        assertThat(board.answers).last().extracting(CalibrationAnswer::label, CalibrationAnswer::sure, CalibrationAnswer::why).containsExactly("spam_scam", false, "it sells something");
        assertThat(model.itemProperty().get()).isEqualTo(board.items.get(1));
        assertThat(window.<ComboBox<?>>node("#calibration-label").getValue()).isNull();
        window.click("#calibration-item-1");
        assertThat(words()).contains("L-01: Spam or scam, not sure");
    }

    @Test
    void pixelsAreThereOnlyWhileTheKeyIsHeld() {
        show(Settings.Theme.DARK);
        HeldPicture picture = window.node("#calibration-picture");
        assertThat(picture.isOpen()).isFalse();
        window.tabTo("#calibration-picture");

        window.robot().press(KeyCode.SPACE);
        Toolkit.frames(2);
        assertThat(picture.isOpen()).isTrue();
        window.picture("calibration-open-dark");
        window.robot().release(KeyCode.SPACE);
        Toolkit.frames(2);
        assertThat(picture.isOpen()).isFalse();

        window.robot().press(KeyCode.SPACE);
        Toolkit.tell(() -> window.node("#calibration-label").requestFocus());
        assertThat(picture.isOpen()).as("the focus went").isFalse();
        window.robot().release(KeyCode.SPACE);
        assertThat(board.seen).as("each look is told once, of the item that was open").containsExactly(board.items.getFirst(), board.items.getFirst());

        window.tabTo("#calibration-picture");
        window.robot().press(KeyCode.SPACE);
        Toolkit.tell(() -> model.turnTo(board.items.get(1)));
        window.robot().release(KeyCode.SPACE);
        Toolkit.frames(2);
        assertThat(board.seen).as("turning to another covers it").hasSize(3).last().isEqualTo(board.items.getFirst());
    }

    @Test
    void allIsShownAtOnceAndEachItemIsSettled() {
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Locale.setDefault(locale);
            board.revealed = false;
            Arrays.fill(board.outcomes, null);
            model = new CalibrationViewModel(board, window.now());
            show(locale == Locale.GERMAN ? Settings.Theme.LIGHT : Settings.Theme.DARK);
            window.picture("calibration-asked-" + locale);
            window.click("#calibration-reveal");
            window.click("#calibration-item-1");
            assertThat(words()).contains("R-03: Spam or scam", locale == Locale.GERMAN ? "R-04: Within policy, unsicher" : "R-04: Within policy, not sure");
            assertThat(window.node("#settle-note").isDisabled()).isTrue();
            window.picture("calibration-shown-" + locale);
            Toolkit.tell(() -> window.<TextArea>node("#calibration-words").setText("say what counts as a sale"));
            window.click("#settle-note");
            assertThat(board.outcomes[0]).isEqualTo(Outcome.NOTE);
            assertThat(words()).anyMatch(word -> word.endsWith("Richtlinie: say what counts as a sale") || word.equals("Note for the policy: say what counts as a sale"));
            window.click("#calibration-item-2");
            window.click("#settle-open");
            assertThat(board.outcomes[1]).isEqualTo(Outcome.OPEN);
            window.picture("calibration-settled-" + locale);
        }
    }

    @Test
    void aLeadPicksItemsAndPeople() {
        for (Locale locale : List.of(Locale.GERMAN, Locale.ENGLISH)) {
            Locale.setDefault(locale);
            model = new CalibrationViewModel(board, window.now());
            show(locale == Locale.GERMAN ? Settings.Theme.DARK : Settings.Theme.LIGHT);
            window.click("#calibration-new");
            assertThat(window.node("#calibration-open").isDisabled()).isTrue();
            Toolkit.tell(() -> {
                window.<TextField>node("#calibration-title").setText("Emblems");
                window.<TextField>node("#calibration-items").setText("4f1a77b2");
            });
            window.click("#ask-R-03");
            window.click("#pick-" + board.items.get(2).toString().substring(0, 8));
            window.picture("calibration-new-" + locale);
            window.click("#calibration-open");
        }
        assertThat(board.opened).containsExactly("Emblems, 1 picked, 4f1a77b2, R-03", "Emblems, 1 picked, 4f1a77b2, R-03");
    }

    @Test
    void whatCannotBeDoneAndWhatIsNotThereIsSaid() {
        board.refusal = "Item 1 may be of the gravest kind: nobody is made to look at it for this";
        show(Settings.Theme.LIGHT);
        window.click("#calibration-reveal");
        assertThat(words()).contains("That was not done. " + board.refusal);
        board.empty = true;
        board.lead = false;
        board.refusal = "";
        model = new CalibrationViewModel(board, window.now());
        show(Settings.Theme.DARK);
        assertThat(words()).contains("You are asked in no calibration session. When a lead opens one with you, it stands here.");
        assertThat(window.node("#calibration-new").isVisible()).isFalse();
        window.picture("calibration-none-dark");
    }

    private void label(String id) {
        Toolkit.tell(() -> window.<ComboBox<PolicyPack.Label>>node("#calibration-label").setValue(board.pack().label(id)));
    }

    private List<String> words() {
        return Toolkit.ask(() -> window.scene().getRoot().lookupAll(".label").stream().filter(Node::isVisible).map(node -> ((Label) node).getText()).toList());
    }

    private void show(Settings.Theme theme) {
        window.show(theme, 1280, 800, () -> List.of(Screen.of("calibration", "Calibration", () -> new CalibrationPane(model, window.overlays()), model::refresh)));
        Toolkit.frames(3);
    }

    /** One session of three items, two of whose people have answered. */
    private static final class Board implements CalibrationBoard {
        private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
        private final UUID id = new UUID(7, 7);
        private final List<UUID> items = IntStream.rangeClosed(1, 3).mapToObj(n -> new UUID(0x4f1a_77b2_0000_8000L * n, n)).toList();
        private final List<Asked> people = List.of(person("L-01"), person("R-03"), person("R-04"));
        private final Outcome[] outcomes = new Outcome[3];
        private final String[] notes = new String[3];
        private final List<CalibrationAnswer> answers = new ArrayList<>(List.of(given("R-03", "spam_scam", true, "there is a price"), given("R-04", "benign", false, "")));
        private final List<String> opened = new ArrayList<>();
        private final List<UUID> seen = new ArrayList<>();
        private boolean revealed;
        private boolean empty;
        private boolean lead = true;
        private String refusal = "";

        private static Asked person(String pseudonym) {
            return new Asked(UUID.nameUUIDFromBytes(pseudonym.getBytes(java.nio.charset.StandardCharsets.UTF_8)), pseudonym, pseudonym.startsWith("R") ? 1 : 0);
        }

        private CalibrationAnswer given(String by, String label, boolean sure, String why) {
            return new CalibrationAnswer(id, items.getFirst(), person(by).person(), by, label, sure, why, AT);
        }

        @Override
        public List<View> sessions() {
            List<Picked> picked = IntStream.range(0, 3).mapToObj(n -> new Picked(items.get(n), Optional.ofNullable(outcomes[n]), Optional.ofNullable(notes[n]))).toList();
            List<UUID> mine = answers.stream().filter(answer -> answer.pseudonym().equals("L-01")).map(CalibrationAnswer::item).toList();
            return empty ? List.of() : List.of(new View(new CalibrationSession(id, "How much is a sale", people.getFirst().person(), AT, picked, people, revealed ? Optional.of(AT) : Optional.empty()),
                    answers.stream().filter(answer -> revealed || answer.pseudonym().equals("L-01")).toList(),
                    revealed ? List.of() : items.stream().filter(item -> !mine.contains(item)).toList()));
        }

        @Override
        public Shown look(UUID item) {
            int[] argb = new int[480 * 320];
            Arrays.setAll(argb, p -> 0xFF000000 | (p % 480 * 255 / 480) << 16 | (p / 480 * 255 / 320) << 8 | 0x60);
            return item.equals(items.get(2)) ? new Shown(Optional.empty(), "") : new Shown(Optional.of(new DecodedImage(480, 320, argb, new ImageHeader("image/png", 480, 320, 1, 1), false)), "Two for one, only today");
        }

        @Override
        public void seen(UUID item, Duration open) {
            assertThat(open).isPositive();
            seen.add(item);
        }

        @Override
        public void answer(UUID session, UUID item, String label, boolean sure, String why) {
            answers.add(new CalibrationAnswer(session, item, people.getFirst().person(), "L-01", label, sure, why, AT));
        }

        @Override
        public void reveal(UUID session, boolean anyway) {
            if (!refusal.isEmpty()) {
                throw new IllegalArgumentException(refusal);
            }
            assertThat(anyway).as("some are missing").isTrue();
            revealed = true;
        }

        @Override
        public void settle(UUID session, UUID item, Outcome outcome, String words) {
            outcomes[items.indexOf(item)] = outcome;
            notes[items.indexOf(item)] = words;
        }

        @Override
        public Choice choice() {
            return new Choice(List.of(new Member(people.get(0).person(), "L-01", Role.LEAD), new Member(people.get(1).person(), "R-03", Role.REVIEWER)),
                    items.stream().map(item -> new Suspect(item, item, "Spam or scam", "", List.of("votes"), OptionalDouble.empty(), 3, 1, OptionalDouble.empty(), AT)).toList());
        }

        @Override
        public void open(String title, Set<UUID> picked, String typed, List<Member> asked) {
            opened.add(title + ", " + picked.size() + " picked, " + typed + ", " + String.join(" ", asked.stream().map(Member::pseudonym).toList()));
        }

        @Override
        public PolicyPack pack() {
            return PolicyFile.shipped();
        }

        @Override
        public boolean leads() {
            return lead;
        }
    }
}
