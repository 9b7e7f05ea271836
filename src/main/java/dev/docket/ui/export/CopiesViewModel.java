package dev.docket.ui.export;

import dev.docket.export.CopyDesk;
import dev.docket.export.DecisionSet;
import dev.docket.export.ExportDesk;
import dev.docket.export.TargetFolderException;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Background;
import dev.docket.ui.common.Job;
import dev.docket.ui.common.Text;
import java.io.IOException;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Marked copies of the pictures of a set that was just written, for one recipient after another. JavaFX thread. */
public final class CopiesViewModel {

    /** @see CopyDesk#write */
    public interface Copying {
        CopyDesk.Written write(DecisionSet set, ContentHash manifest, String recipient, Path target, Progress progress) throws IOException, TargetFolderException;
    }

    private final Copying copying;
    private final Background background;
    private final Job job;
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper(this, "words", "");

    /** @param background for writing them, which may take minutes */
    public CopiesViewModel(Copying copying, Background background) {
        this.copying = copying;
        this.background = background;
        this.job = new Job(background);
    }

    /** Another set is on screen. */
    void forget() {
        words.set("");
    }

    /** Writes them beside the set. Says instead what a recipient's name has to be, where it is none. */
    public void write(DecisionSet set, ExportDesk.Written written, String recipient) {
        if (job.runningProperty().get()) {
            return;
        }
        try {
            CopyDesk.requireName(recipient);
        } catch (IllegalArgumentException e) {
            words.set(Text.of("export.copies.name"));
            return;
        }
        words.set("");
        job.begin(Text.of("export.copies.writing"));
        background.run(() -> copying.write(set, written.manifestHash(), recipient.strip(), SetWriting.beside(written.folder(), "-copies"), job), done -> {
            job.end();
            words.set(told(done, recipient.strip()));
        }, reason -> {
            job.end();
            words.set(reason instanceof StoppedException ? Text.of("export.copies.stopped") : String.valueOf(reason.getMessage()));
        });
    }

    private static String told(CopyDesk.Written done, String recipient) {
        return Text.of(done.leftOut().isEmpty() ? "export.copies.written" : "export.copies.leftout", done.copies(), recipient, done.folder().toString(), done.leftOut().size());
    }

    public void cancel() {
        job.cancel();
    }

    Job job() {
        return job;
    }

    /** What became of it, or what is missing; empty text for nothing. */
    public ReadOnlyStringProperty wordsProperty() {
        return words.getReadOnlyProperty();
    }
}
