package dev.docket.ui.audit;

import dev.docket.audit.LoggedEntry;
import dev.docket.audit.Sealing;
import java.time.Instant;

/** A row of the list: an entry, or a checkpoint between them. */
public sealed interface LogRow {
    /** By the database's clock. */
    Instant at();

    record Entry(LoggedEntry logged) implements LogRow {
        @Override
        public Instant at() {
            return logged.recordedAt();
        }
    }

    record Checkpoint(Sealing sealing) implements LogRow {
        @Override
        public Instant at() {
            return sealing.at();
        }
    }
}
