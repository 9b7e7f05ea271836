package dev.docket.ui.export;

import dev.docket.export.Approvals;
import dev.docket.export.BlurDesk;
import dev.docket.export.DecisionSet;
import dev.docket.export.Draft;
import dev.docket.export.ExportDesk;
import dev.docket.export.Order;
import dev.docket.export.SelectionException;
import dev.docket.export.TargetFolderException;
import dev.docket.progress.Progress;
import dev.docket.progress.StoppedException;
import dev.docket.storage.ContentHash;
import dev.docket.ui.common.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Reads sets as they would be written and writes them. On workers. */
final class SetWriting {

    /** @see BlurDesk#write */
    interface Hiding {
        BlurDesk.Written write(DecisionSet set, ContentHash manifest, Path target, Progress progress) throws IOException, TargetFolderException;
    }

    /** @param hidden what became of the pictures with parts hidden, in the reader's language; empty text where none were asked for */
    record Result(ExportDesk.Written written, String hidden) {}

    private final ExportDesk exports;
    private final Hiding hiding;

    SetWriting(ExportDesk exports, Hiding hiding) {
        this.exports = exports;
        this.hiding = hiding;
    }

    Preview look(Order wanted) throws SelectionException {
        Draft draft = exports.draft(wanted);
        return new Preview(draft, exports.written(draft), exports.manifest(draft.as(Preview.weighed(wanted.formats()))), wanted.formats());
    }

    /** Writes what was shown; null where the desk has moved on since, so that nothing was written. */
    Result write(Preview shown, Optional<Approvals.Request> request, Path folder, boolean hide, Progress progress) throws SelectionException, IOException, TargetFolderException {
        Preview now = look(shown.draft().order());
        if (!now.manifest().equals(shown.manifest())) {
            return null;
        }
        Draft draft = request.isPresent() ? exports.draft(now.draft().order(), request.get()) : now.draft();
        ExportDesk.Written written = exports.write(draft, request, folder, progress);
        return new Result(written, hide ? hide(now.set(), written, progress) : "");
    }

    /** The set is there by now: what is wrong with the other pictures is told beside it. */
    private String hide(DecisionSet set, ExportDesk.Written written, Progress progress) {
        try {
            BlurDesk.Written hidden = hiding.write(set, written.manifestHash(), beside(written.folder(), "-blurred"), progress);
            return Text.of("export.hidden.written", hidden.pictures(), hidden.folder().toString(), hidden.whole(), hidden.leftOut().size());
        } catch (StoppedException _) {
            return Text.of("export.hidden.stopped");
        } catch (IOException | TargetFolderException e) {
            return Text.of("export.hidden.failed", ExportViewModel.message(e));
        }
    }

    /** {@code SET-copies} and the like, numbered on when it is taken. */
    static Path beside(Path set, String ending) {
        return free(set.resolveSibling(set.getFileName() + ending));
    }

    /** The folder, numbered on when it is taken. */
    static Path free(Path wanted) {
        Path folder = wanted;
        for (int n = 2; Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && n < 1000; n++) {
            folder = wanted.resolveSibling(wanted.getFileName() + "-" + n);
        }
        return folder;
    }
}
