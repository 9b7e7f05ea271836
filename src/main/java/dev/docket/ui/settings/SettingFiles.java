package dev.docket.ui.settings;

import dev.docket.ui.common.Text;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Asks for files. @param owner the window that asks */
record SettingFiles(Supplier<Window> owner) {

    Optional<Path> open(String title, String... endings) {
        return chosen(chooser(title, endings).showOpenDialog(owner.get()));
    }

    Optional<Path> save(String title, String name) {
        FileChooser chooser = chooser(title, "*.json");
        chooser.setInitialFileName(name);
        return chosen(chooser.showSaveDialog(owner.get()));
    }

    private static FileChooser chooser(String title, String... endings) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(Text.of(title));
        chooser.getExtensionFilters().setAll(new FileChooser.ExtensionFilter(String.join(", ", endings), endings));
        return chooser;
    }

    private static Optional<Path> chosen(File file) {
        return Optional.ofNullable(file).map(File::toPath);
    }
}
