package dev.docket;

import dev.docket.cli.DocketCommand;

/** The main class. No argument opens the window; anything else is a command. Must not extend Application: JavaFX is on the class path. */
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        System.exit(DocketCommand.run(args));
    }
}
