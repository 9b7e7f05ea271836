package dev.docket.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A table of what people do on one screen, each done once by keys alone and once with the mouse alone: both change something, and the same. */
public final class BothWays {
    private record Way(Runnable ready, Runnable byKey, Runnable byMouse) {}

    private final Runnable open;
    private final Supplier<String> state;
    private final Map<String, Way> ways = new LinkedHashMap<>();

    /**
     * @param open shows the screen anew
     * @param state whatever the actions change, in words; on the JavaFX thread
     */
    public BothWays(Runnable open, Supplier<String> state) {
        this.open = open;
        this.state = state;
    }

    public BothWays act(String action, Runnable byKey, Runnable byMouse) {
        return act(action, () -> {}, byKey, byMouse);
    }

    /** @param ready what has to be there first; on the JavaFX thread */
    public BothWays act(String action, Runnable ready, Runnable byKey, Runnable byMouse) {
        ways.put(action, new Way(ready, byKey, byMouse));
        return this;
    }

    public Set<String> actions() {
        return ways.keySet();
    }

    public void assertTheSame() {
        List<String> faults = new ArrayList<>();
        ways.forEach((action, way) -> {
            String byKey = after(action + " by key", way.ready(), way.byKey(), faults);
            String byMouse = after(action + " by mouse", way.ready(), way.byMouse(), faults);
            if (!byKey.equals(byMouse)) {
                faults.add(action + " does otherwise by mouse:\n  " + byMouse + "\n  by key:\n  " + byKey);
            }
        });
        assertThat(faults).isEmpty();
    }

    private String after(String how, Runnable ready, Runnable deed, List<String> faults) {
        open.run();
        Toolkit.tell(ready);
        Toolkit.frames(1);
        String before = Toolkit.ask(state::get);
        try {
            deed.run();
        } catch (RuntimeException | AssertionError e) {
            faults.add(how + ": " + e.getMessage());
        }
        String after = Toolkit.ask(state::get);
        if (after.equals(before)) {
            faults.add(how + " does nothing");
        }
        return after;
    }
}
