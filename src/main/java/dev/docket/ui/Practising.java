package dev.docket.ui;

import dev.docket.ui.shell.CommandSource;
import dev.docket.ui.shell.Screen;
import dev.docket.ui.shell.ShellController;
import dev.docket.ui.welcome.PracticeScreen;
import java.util.function.Function;

/** Lets a person practise in a tab of its own, before all others, until they have had enough. JavaFX thread. */
final class Practising implements AutoCloseable {
    private final ShellController shell;
    private final CommandSource desk;
    private final Function<Runnable, PracticeScreen> maker;
    private PracticeScreen open;
    private Screen tab;

    /**
     * @param desk what the palette finds while another tab is in front
     * @param maker makes a new practice, given what ends it
     */
    Practising(ShellController shell, CommandSource desk, Function<Runnable, PracticeScreen> maker) {
        this.shell = shell;
        this.desk = desk;
        this.maker = maker;
    }

    /** Begins, or comes back to the one that was begun. */
    void begin() {
        if (open == null) {
            open = maker.apply(this::end);
            Screen screen = open.screen();
            tab = new Screen(screen.id(), screen.title(), screen.badge(), screen.view(), screen.status(), () -> {
                shell.offer(open.commands());
                screen.onShow().run();
            }, () -> {
                shell.offer(desk);
                screen.onHide().run();
            });
            shell.push(tab);
        } else {
            shell.show(PracticeScreen.ID);
        }
    }

    /** Closes it, if there is one; the review screen comes to the front. */
    void end() {
        if (open != null) {
            shell.show("review");
            shell.drop(tab);
            open.close();
            open = null;
        }
    }

    /** The window closes. */
    @Override
    public void close() {
        if (open != null) {
            open.close();
        }
    }
}
