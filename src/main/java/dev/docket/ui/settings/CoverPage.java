package dev.docket.ui.settings;

import dev.docket.policy.PolicyPack;
import dev.docket.settings.Breaks;
import dev.docket.settings.Care;
import dev.docket.settings.Covering;
import dev.docket.settings.Covering.From;
import dev.docket.settings.Covering.Peek;
import dev.docket.settings.Covering.Strength;
import dev.docket.settings.Limits;
import dev.docket.settings.Settings;
import dev.docket.ui.common.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.scene.Node;

/** What a reviewer wants to see, how much of it, and when to rest. Theirs alone. */
final class CoverPage extends SettingsPage {
    private static final int MINUTES_A_DAY = 1440;

    CoverPage(SettingControls controls, PolicyPack pack) {
        super("cover", "mdmz-visibility_off", rows(controls, pack));
    }

    private static List<Node> rows(SettingControls controls, PolicyPack pack) {
        List<Node> rows = new ArrayList<>(List.of(SettingHead.note("settings.cover.private"), SettingHead.of("settings.cover.head.covers")));
        rows.addAll(covers(controls));
        rows.add(SettingHead.of("settings.cover.head.limits"));
        rows.addAll(limits(controls));
        rows.add(SettingHead.of("settings.cover.head.breaks"));
        rows.addAll(breaks(controls));
        rows.add(SettingHead.of("settings.cover.head.labels"));
        rows.add(new SettingRow("cover.score", controls.spinner("settingCoverScore", 1, 100, 5, covering(Covering::fromScore), covering(Covering::withFromScore))));
        pack.labels().stream().filter(l -> !l.id().equals(PolicyPack.MINORS_SAFETY)).forEach(label -> rows.add(new SettingRow(label.title(),
                Text.of("settings.cover.label.about", label.shortTitle()),
                controls.combo("settingCover-" + label.id(), LabelCover.values(), "settings.cover.label.",
                        s -> LabelCover.of(s.care(), label.id()), (s, v) -> s.withCare(v.on(s.care(), label.id()))))));
        return rows;
    }

    private static List<SettingRow> covers(SettingControls controls) {
        return List.of(
                new SettingRow("cover.from", controls.combo("settingCoverFrom", From.values(), "settings.cover.from.", covering(Covering::from), covering(Covering::withFrom))),
                new SettingRow("cover.strength", controls.combo("settingCoverStrength", Strength.values(), "settings.cover.strength.",
                        covering(Covering::strength), covering(Covering::withStrength))),
                new SettingRow("cover.peek", controls.combo("settingPeek", Peek.values(), "settings.cover.peek.", covering(Covering::peek), covering(Covering::withPeek))),
                new SettingRow("cover.grey", controls.toggle("settingGrey", covering(Covering::grey), covering(Covering::withGrey))),
                new SettingRow("cover.latch", controls.toggle("settingLatch", covering(Covering::latch), covering(Covering::withLatch))),
                new SettingRow("cover.leaving", controls.toggle("settingLeaving", covering(Covering::onLeaving), covering(Covering::withOnLeaving))));
    }

    private static List<SettingRow> limits(SettingControls controls) {
        return List.of(
                new SettingRow("limit.severe", controls.spinner("settingSevere", 0, Limits.MOST_LOOKS, 5, limits(Limits::severeLooks), limits(Limits::withSevereLooks))),
                new SettingRow("limit.critical", controls.spinner("settingCritical", 0, Limits.MOST_LOOKS, 5, limits(Limits::criticalLooks), limits(Limits::withCriticalLooks))),
                new SettingRow("limit.open", controls.spinner("settingOpen", 0, 3600, 60, limits(l -> (int) l.openAnHour().toSeconds()),
                        limits((l, v) -> l.withOpenAnHour(Duration.ofSeconds(v))))),
                new SettingRow("limit.day", controls.spinner("settingDay", 0, MINUTES_A_DAY, 30, limits(l -> (int) l.sensitiveADay().toMinutes()),
                        limits((l, v) -> l.withSensitiveADay(Duration.ofMinutes(v))))),
                new SettingRow("limit.pause", controls.spinner("settingPause", 1, 240, 5, limits(l -> (int) l.pause().toMinutes()),
                        limits((l, v) -> l.withPause(Duration.ofMinutes(v))))));
    }

    private static List<SettingRow> breaks(SettingControls controls) {
        return List.of(
                new SettingRow("break.every", controls.spinner("settingBreak", 0, 480, 5, s -> (int) s.care().breaks().every().toMinutes(),
                        (s, v) -> breaks(s, s.care().breaks().withEvery(Duration.ofMinutes(v))))),
                new SettingRow("break.items", controls.spinner("settingBreakItems", 0, Breaks.MOST_ITEMS, 50, s -> s.care().breaks().items(),
                        (s, v) -> breaks(s, s.care().breaks().withItems(v)))),
                new SettingRow("lighter", controls.toggle("settingLighter", s -> s.care().lighterBetween(), (s, v) -> s.withCare(s.care().withLighterBetween(v)))));
    }

    private static <T> Function<Settings, T> covering(Function<Covering, T> value) {
        return s -> value.apply(s.care().covering());
    }

    private static <T> SettingControls.With<T> covering(BiFunction<Covering, T, Covering> with) {
        return (s, v) -> s.withCare(s.care().withCovering(with.apply(s.care().covering(), v)));
    }

    private static <T> Function<Settings, T> limits(Function<Limits, T> value) {
        return s -> value.apply(s.care().limits());
    }

    private static <T> SettingControls.With<T> limits(BiFunction<Limits, T, Limits> with) {
        return (s, v) -> s.withCare(s.care().withLimits(with.apply(s.care().limits(), v)));
    }

    private static Settings breaks(Settings s, Breaks chosen) {
        Care care = s.care();
        return s.withCare(care.withBreaks(chosen));
    }
}
