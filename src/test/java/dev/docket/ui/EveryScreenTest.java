package dev.docket.ui;

import dev.docket.settings.Settings.Theme;
import java.nio.file.Path;
import java.util.List;

/** Every screen and sheet of the real window. */
class EveryScreenTest extends WalkContract {
    private ScreenWalk walk;
    private KnownWords known;

    @Override
    protected KnownWords prepare(Path folder) throws Exception {
        walk = new ScreenWalk(folder);
        known = new KnownWords(walk.desk());
        known.add(List.of(Path.of(System.getProperty("user.home"), "decision-set-").toString()));
        return known;
    }

    @Override
    protected void walk(Theme theme, int percent) {
        walk.theme(theme);
        walk.textSize(percent);
        walk.everywhere((place, scene, root) -> {
            Toolkit.tell(() -> known.add(walk.storedSentences()));
            look(place, scene, root);
        });
    }

    @Override
    protected void leave() {
        walk.close();
    }
}
