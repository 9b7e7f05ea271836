package dev.docket.ui.shell;

import java.util.List;
import java.util.function.Consumer;

/** Where the palette's commands come from. JavaFX thread. */
public interface CommandSource {

    /** What can be done now. Takes no time. */
    List<Command> commands();

    /** Looks further, in what has to be read first; the answer comes later on the same thread. */
    void search(String words, Consumer<List<Command>> found);
}
