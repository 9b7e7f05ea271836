package dev.docket.ui.welcome;

import dev.docket.policy.PolicyPack;
import dev.docket.ui.common.Text;
import dev.docket.ui.keys.KeyCommand;
import dev.docket.ui.keys.KeyMap;
import dev.docket.ui.keys.KeyMap.Binding;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The steps of the practice, in order. Each but the first and the last ends with the deed it teaches. Its words stand
 * under {@code practice.NAME}: {@code title}, {@code words}, and beside the keys {@code do}.
 */
enum Lesson {
    WELCOME(Scenery.STREET, null, null),
    DECIDE(Scenery.STREET, KeyCommand.DECIDE, Deed.DECIDED),
    UNSURE(Scenery.SUNS, KeyCommand.DECIDE_UNSURE, Deed.DECIDED_UNSURE),
    UNDO(Scenery.SUNS, KeyCommand.UNDO, Deed.TAKEN_BACK),
    RARE(Scenery.SUNS, KeyCommand.MORE_LABELS, Deed.DECIDED_RARE),
    LOOK(Scenery.FRUIT, KeyCommand.PEEK, Deed.LOOKED),
    SKIP(Scenery.FRUIT, KeyCommand.SKIP, Deed.SKIPPED),
    QUARANTINE(Scenery.CARD, KeyCommand.QUARANTINE, Deed.QUARANTINED),
    KEYS(Scenery.STREET, KeyCommand.KEYS, Deed.SAW_KEYS),
    PALETTE(Scenery.STREET, null, Deed.SAW_PALETTE),
    NEXT(Scenery.STREET, null, null);

    private final Scenery scenery;
    private final Optional<KeyCommand> command;
    private final Optional<Deed> deed;

    Lesson(Scenery scenery, KeyCommand command, Deed deed) {
        this.scenery = scenery;
        this.command = Optional.ofNullable(command);
        this.deed = Optional.ofNullable(deed);
    }

    /** Those that this pack has keys for. */
    static List<Lesson> of(PolicyPack pack) {
        boolean rare = !KeyMap.palette(pack).isEmpty();
        return Stream.of(values()).filter(l -> l != RARE || rare).toList();
    }

    /** What is on screen meanwhile. */
    Scenery scenery() {
        return scenery;
    }

    /** What ends it; empty where there is only something to read. */
    Optional<Deed> deed() {
        return deed;
    }

    /** The key to press, as the map has it now; empty where it is no key of the map. */
    Optional<Binding> binding(KeyMap keys) {
        List<Binding> drawn = command.map(keys::drawn).orElse(List.of());
        return this == UNSURE ? drawn.stream().skip(1).findFirst().or(() -> drawn.stream().findFirst()) : drawn.stream().findFirst();
    }

    /** How it is drawn; empty where there is only something to read. */
    List<String> caps(KeyMap keys) {
        return this == PALETTE ? List.of(Text.of("key.cap.ctrl"), "K") : binding(keys).map(Binding::caps).orElse(List.of());
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
