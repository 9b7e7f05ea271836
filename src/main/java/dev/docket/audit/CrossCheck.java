package dev.docket.audit;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Compares rows that the log vouches for with their lines. Given by the package that owns the rows. */
@FunctionalInterface
public interface CrossCheck {

    /** A sentence naming the first row that has no line, or says something else than its line; empty when all agree. */
    Optional<String> firstFault(Handle tx);
}
