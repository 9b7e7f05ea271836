package dev.docket.ui.settings;

import dev.docket.ui.common.Overlays;
import dev.docket.ui.shell.Command;
import java.util.List;
import java.util.function.Supplier;

/** Every single setting for the palette, which opens the sheet there. JavaFX thread. */
public final class SettingCommands {
    private final Overlays overlays;
    private final Supplier<SettingsSheet> sheet;

    public SettingCommands(Overlays overlays, Supplier<SettingsSheet> sheet) {
        this.overlays = overlays;
        this.sheet = sheet;
    }

    public List<Command> commands() {
        return sheet.get().pages().stream().flatMap(page -> page.settings().map(row ->
                new Command(Command.Group.SETTINGS, page.icon(), row.name(), page.name() + ": " + row.about(), List.of(), () -> {
                    overlays.open(sheet.get());
                    sheet.get().reveal(page, row);
                }))).toList();
    }

    /** The page of the passphrase. */
    public void openLock() {
        overlays.open(sheet.get());
        sheet.get().choose(LockPage.ID);
    }

    /** The page of what the reviewer wants to see. */
    public void openCover() {
        overlays.open(sheet.get());
        sheet.get().choose("cover");
    }
}
