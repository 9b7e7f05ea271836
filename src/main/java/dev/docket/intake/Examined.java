package dev.docket.intake;

import java.util.UUID;

/** What an examination came to, unless it refused. */
sealed interface Examined permits Examined.Known, Prepared {
    UUID id();

    /** Admitted before. */
    record Known(UUID id) implements Examined {}
}
