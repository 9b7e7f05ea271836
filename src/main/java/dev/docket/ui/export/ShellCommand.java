package dev.docket.ui.export;

import dev.docket.export.Format;
import dev.docket.export.Images;
import dev.docket.export.Order;
import dev.docket.export.Recipe;
import dev.docket.export.Resolution;
import dev.docket.export.Splits;
import java.nio.file.Path;

/** What is done on the screen, as a command for a POSIX shell. */
final class ShellCommand {
    private ShellCommand() {}

    /** The command that writes the same set. @param since the version that a delta follows */
    static String export(Order order, String since, Path target, boolean needsApproval, boolean hide) {
        Recipe recipe = order.recipe();
        String where = recipe.selection().where();
        return "docket export" + (needsApproval ? " --needs-approval" : " --out " + quoted(target.toString()))
                + (order.formats().equals(Format.USUAL) ? "" : " --format " + String.join(",", order.formats().stream().sorted().map(Format::word).toList()))
                + (where.isEmpty() ? "" : " --where " + quoted(where))
                + (recipe.grouping() == Splits.Grouping.NEAR_DUPLICATES ? "" : " --keep-uploaders-together")
                + (recipe.rule() == Resolution.MAJORITY ? "" : " --rule " + recipe.rule().word())
                + (recipe.mostPerUploader().isPresent() ? " --max-per-uploader " + recipe.mostPerUploader().getAsInt() : "")
                + (order.images() == Images.COPY ? "" : " --images " + order.images())
                + order.name().map(name -> " --name " + name).orElse("") + order.since().map(_ -> " --since " + since).orElse("")
                + recipe.audience().map(who -> " --audience " + who).orElse("")
                + order.terms().licence().map(words -> " --licence " + quoted(words)).orElse("") + order.terms().basis().map(words -> " --basis " + quoted(words)).orElse("")
                + (hide && !needsApproval ? " --blurred " + quoted(SetWriting.beside(target, "-blurred").toString()) : "");
    }

    static String verify(Path folder, String keyId) {
        return "docket export verify " + quoted(folder.toString()) + " --key " + keyId;
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./=,@:+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
