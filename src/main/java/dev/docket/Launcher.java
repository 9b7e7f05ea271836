package dev.docket;

import dev.docket.bench.BenchCommand;
import dev.docket.cli.DocketCommand;
import dev.docket.desk.Desk;
import dev.docket.desk.SampleQueue;
import dev.docket.tour.TourCommand;
import dev.docket.ui.DocketApplication;
import java.nio.file.Path;

/** The main class. No argument opens the window; anything else is a command. Must not extend Application: JavaFX is on the class path. */
public final class Launcher {
    private static final int CANNOT_RUN = 3;

    private Launcher() {}

    public static void main(String[] args) {
        System.exit(args.length == 0 ? window() : command(args));
    }

    private static int command(String... args) {
        return DocketCommand.commandLine().addSubcommand(new TourCommand()).addSubcommand(new BenchCommand()).execute(args);
    }

    private static int window() {
        if (!Display.named(System.getenv(), System.getProperty("os.name"), System.getProperty("glass.platform"))) {
            return withoutDisplay("there is no display here. " + Display.HOW_TO);
        }
        try {
            DocketApplication.open(Desk.defaultFolder(), SampleQueue.shipped());
            return 0;
        } catch (RuntimeException | LinkageError e) { // whatever the toolkit threw, wrapped or not
            String reason = Display.reason(e);
            if (reason == null) {
                throw e;
            }
            return withoutDisplay(reason);
        }
    }

    /** From the sources the same command goes on with the tour, so that one command shows Docket anywhere. */
    private static int withoutDisplay(String reason) {
        boolean tour = "tour".equals(System.getProperty("docket.headless"));
        System.err.println("docket: " + reason + (tour ? " Running the tour instead." : ""));
        return tour ? command("tour", "--out", Path.of("target", "tour").toString()) : CANNOT_RUN;
    }
}
