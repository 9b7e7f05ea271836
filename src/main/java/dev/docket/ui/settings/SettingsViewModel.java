package dev.docket.ui.settings;

import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.policy.PolicyPack;
import dev.docket.provenance.c2pa.TrustList;
import dev.docket.settings.Settings;
import dev.docket.settings.SettingsFile;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.Remapping;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The settings of a profile as they stand in its file, changed one at a time and kept at once. Most take effect when
 * the desk is opened again. JavaFX thread.
 */
public final class SettingsViewModel {

    /** What the sheet has to say. @param warning whether it did not go as wished */
    public record Notice(String words, boolean warning) {
        static final Notice NONE = new Notice("", false);
    }

    /** Keeps them. On a worker. */
    @FunctionalInterface
    public interface Keeping {
        void write(Settings settings) throws IOException;
    }

    private final Keeping keeping;
    private final Settings inForce;
    private final Background background;
    private final ReadOnlyObjectWrapper<Settings> settings;
    private final ReadOnlyObjectWrapper<Notice> notice = new ReadOnlyObjectWrapper<>(this, "notice", Notice.NONE);

    /** @param inForce what the desk was opened with */
    public SettingsViewModel(Keeping keeping, Settings inForce, Background background) {
        this.keeping = keeping;
        this.inForce = inForce;
        this.background = background;
        settings = new ReadOnlyObjectWrapper<>(this, "settings", inForce);
    }

    /** Changes something and keeps it. */
    public void change(UnaryOperator<Settings> change) {
        change(change, Text.of("settings.kept"));
    }

    private void change(UnaryOperator<Settings> change, String told) {
        Settings changed = change.apply(settings.get());
        if (!changed.equals(settings.get())) {
            settings.set(changed);
            work(() -> {
                keeping.write(changed);
                return told;
            });
        } else {
            notice.set(new Notice(told, false));
        }
    }

    /** Takes a pack of one's own once it has been checked. */
    public void choosePack(Path pack) {
        background.run(() -> PolicyFile.read(pack), read -> change(s -> s.withPolicyPack(Optional.of(pack))), this::failed);
    }

    /** Takes a trust list once it has been read. */
    public void chooseTrustList(Path list) {
        background.run(() -> TrustList.read(list), read -> change(s -> s.withTrustList(Optional.of(list))), this::failed);
    }

    public void exportTo(Path target) {
        Settings now = settings.get();
        work(() -> {
            SettingsFile.share(target, now);
            return Text.of("settings.exported", target);
        });
    }

    /** Takes over what another file says of the desk, or nothing of it when anything in it is wrong; what is the reviewer's own stays. */
    public void importFrom(Path source) {
        Settings mine = settings.get();
        background.run(() -> {
            SettingsFile.Taken taken = SettingsFile.take(source, mine);
            checked(source, taken.settings());
            return taken;
        }, taken -> change(s -> taken.settings().withOwn(s), taken.left().isEmpty() ? Text.of("settings.imported", source)
                : Text.of("settings.imported.left", source, String.join(", ", taken.left()))), this::failed);
    }

    /** Whether something was changed that only counts from the next start on. */
    public boolean needsRestart() {
        Settings now = settings.get();
        boolean language = now.appearance().language() != inForce.appearance().language();
        return language || !now.withAppearance(inForce.appearance()).withKeys(inForce.keys()).withWindow(inForce.window()).withOwn(inForce).equals(inForce);
    }

    private static void checked(Path source, Settings read) throws IOException, PolicyFormatException {
        TrustList.read(read.trustList());
        PolicyPack pack = read.policyPack().isPresent() ? PolicyFile.read(read.policyPack().get()) : PolicyFile.shipped();
        List<String> faults = Remapping.faults(pack, read.keys());
        if (!faults.isEmpty()) {
            throw new IOException(Text.of("settings.faulty", source, faults.getFirst()));
        }
    }

    private void work(Callable<String> work) {
        background.run(work, words -> notice.set(new Notice(words, false)), this::failed);
    }

    private void failed(Exception reason) {
        notice.set(new Notice(reason.getMessage() == null ? reason.toString() : reason.getMessage(), true));
    }

    /** As they stand in the file. */
    public ReadOnlyObjectProperty<Settings> settingsProperty() { return settings.getReadOnlyProperty(); }

    public ReadOnlyObjectProperty<Notice> noticeProperty() { return notice.getReadOnlyProperty(); }
}
