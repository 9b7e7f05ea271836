package dev.docket.ui.policy;

import dev.docket.policy.PolicyPack;
import dev.docket.policy.PolicyPack.Demand;
import dev.docket.policy.Jurisdiction;
import dev.docket.policy.Jurisdiction.Overlay;
import dev.docket.policy.Severity;
import dev.docket.ui.common.Keycap;
import dev.docket.ui.common.Paragraph;
import dev.docket.ui.common.SeverityTag;
import dev.docket.ui.common.Text;
import dev.docket.ui.common.TextSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Everything the pack says of one label, in words. */
final class LabelPage extends VBox {
    private static final double NAME_WIDTH = 150;

    private final PolicyPack pack;

    LabelPage(PolicyPack pack) {
        this.pack = pack;
        getStyleClass().add("policy-page");
    }

    LabelPage show(PolicyPack.Label label) {
        getChildren().setAll(head(label), new Paragraph(label.definition().isEmpty() ? label.title() : label.definition()));
        if (!label.notThis().isEmpty()) {
            section("policy.not", list(label.notThis()));
        }
        section("policy.verdict", facts(verdict(label)));
        section("policy.handling", facts(handling(label)));
        if (!label.rationales().isEmpty()) {
            section("policy.rationales", list(label.rationales().values().stream().map(r -> r.text()).toList()));
        }
        List<String> signals = signals(label);
        section("policy.signals", signals.isEmpty() ? List.of(Text.of("policy.signals.none")) : signals);
        List<Node> places = places(label);
        if (!places.isEmpty()) {
            section("policy.places", places);
        }
        return this;
    }

    private static Node head(PolicyPack.Label label) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox head = new HBox(new Keycap(label.hotkey().toUpperCase(Locale.ROOT)), new Paragraph(label.title(), "screen-title"), space, new SeverityTag(label.severity()));
        head.getStyleClass().add("policy-head");
        return head;
    }

    private void section(String title, List<?> content) {
        Label head = new Label(Text.of(title));
        head.getStyleClass().add("section-head");
        VBox card = new VBox(head);
        card.getStyleClass().addAll("card", "policy-card");
        content.forEach(line -> card.getChildren().add(line instanceof Node node ? node : new Paragraph((String) line)));
        getChildren().add(card);
    }

    private static List<Node> list(List<String> lines) {
        return lines.stream().map(line -> {
            HBox row = new HBox(new Paragraph("\u2022", "muted"), new Paragraph(line));
            row.getStyleClass().add("policy-bullet");
            return (Node) row;
        }).toList();
    }

    private record Fact(String name, String value) {}

    private static List<Node> facts(List<Fact> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("policy-facts");
        ColumnConstraints name = new ColumnConstraints();
        name.setMinWidth(ColumnConstraints.CONSTRAIN_TO_PREF);
        TextSize.around(grid).subscribe(size -> name.setPrefWidth(NAME_WIDTH * size));
        ColumnConstraints value = new ColumnConstraints();
        value.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().setAll(name, value);
        int row = 0;
        for (Fact fact : facts) {
            grid.addRow(row++, new Paragraph(Text.of(fact.name()), "secondary", "muted"), new Paragraph(fact.value()));
        }
        return List.of(grid);
    }

    private List<Fact> verdict(PolicyPack.Label label) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("policy.severity", label.severityRange().stream().map(s -> s.name() + " " + SeverityTag.title(s)).collect(Collectors.joining(", "))));
        facts.add(new Fact("policy.action", action(label.defaultAction())));
        facts.add(new Fact("policy.actions", label.allowedActions().stream().map(this::action).collect(Collectors.joining(", "))));
        facts.add(new Fact("policy.needs", demanded(label, Demand.REQUIRED)));
        facts.add(new Fact("policy.asks", demanded(label, Demand.RECOMMENDED)));
        label.removalHours().ifPresent(hours -> facts.add(new Fact("policy.hours", Text.of("policy.hours.value", hours))));
        facts.add(new Fact("policy.ladder", label.ladder().map(id -> ladder(pack.ladders().get(id))).orElseGet(() -> Text.of("policy.ladder.lead"))));
        return facts;
    }

    private static String ladder(PolicyPack.Ladder ladder) {
        return Text.of(ladder.fourEyes() ? "policy.ladder.value.eyes" : "policy.ladder.value", ladder.toRole().replace('_', ' '), ladder.hours());
    }

    private String action(String id) {
        PolicyPack.Action action = pack.actions().get(id);
        return action == null ? id : action.title();
    }

    private static String demanded(PolicyPack.Label label, Demand demand) {
        String words = label.evidence().entrySet().stream().filter(e -> e.getValue() == demand).map(e -> Text.of("finding.evidence." + e.getKey().word())).collect(Collectors.joining(", "));
        return words.isEmpty() ? Text.of("policy.nothing") : words;
    }

    private List<Fact> handling(PolicyPack.Label label) {
        PolicyPack.DisplayProfile display = pack.displayProfiles().get(label.display());
        return List.of(
                new Fact("policy.display", display == null ? label.display() : display(display)),
                new Fact("policy.export", Text.of("policy.export." + label.export())),
                new Fact("policy.training", Text.of(label.training() ? "policy.training.yes" : "policy.training.no")),
                new Fact("policy.propagation", Text.of("policy.propagation." + label.propagation().word())));
    }

    private static String display(PolicyPack.DisplayProfile profile) {
        if (!profile.render()) {
            return Text.of("policy.display.never");
        }
        return profile.covered() ? Text.of("policy.display.covered", profile.blur()) : Text.of("policy.display.open");
    }

    private List<String> signals(PolicyPack.Label label) {
        List<String> signals = new ArrayList<>();
        pack.scoreRules().stream().filter(rule -> rule.label().equals(label.id())).forEach(rule -> signals.add(Text.of(
                rule.review().isPresent() ? "policy.signal.score.at" : "policy.signal.score",
                rule.modelLabel(), rule.model().equals("*") ? Text.of("policy.signal.any") : rule.model(), rule.review().orElse(0.0))));
        pack.aiStatements().stream().filter(rule -> rule.label().equals(label.id()))
                .forEach(rule -> signals.add(Text.of("policy.signal.ai", rule.strength(), rule.likelihood())));
        pack.provenanceRules().stream().filter(rule -> rule.label().equals(label.id()))
                .forEach(rule -> signals.add(Text.of("policy.signal.provenance", rule.conditions(), rule.likelihood())));
        return signals;
    }

    private List<Node> places(PolicyPack.Label label) {
        List<Node> places = new ArrayList<>();
        for (Jurisdiction place : pack.jurisdictions().values()) {
            Overlay overlay = place.labels().get(label.id());
            if (overlay != null) {
                VBox lines = new VBox(new Paragraph(place.id(), "bold"), new Paragraph(words(overlay), "secondary"));
                overlay.legalRef().ifPresent(law -> lines.getChildren().add(new Paragraph(law, "caption", "muted")));
                places.add(lines);
            }
        }
        return places;
    }

    private String words(Overlay overlay) {
        List<String> words = new ArrayList<>();
        overlay.severity().map(Severity::name).ifPresent(s -> words.add(Text.of("policy.place.severity", s)));
        overlay.defaultAction().ifPresent(a -> words.add(Text.of("policy.place.action", action(a))));
        overlay.display().ifPresent(d -> words.add(Text.of("policy.place.display", d)));
        overlay.export().ifPresent(e -> words.add(Text.of("policy.place.export", Text.of("policy.export." + e))));
        overlay.removalHours().ifPresent(h -> words.add(Text.of("policy.place.hours", h)));
        return String.join("; ", words);
    }
}
