package dev.docket.dsa;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Statements that the database would refuse: nothing was written. The message names item, field and what to do. */
public final class FaultyStatementsException extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 10;

    /** One thing wrong with one statement. @param item whose it is */
    public record Found(UUID item, UUID puid, Fault fault) {}

    private final transient List<Found> found;

    FaultyStatementsException(List<Found> found) {
        super(found.stream().limit(SHOWN).map(each -> "item " + each.item() + ": " + each.fault()).collect(Collectors.joining("\n",
                "Nothing was written: " + found.stream().map(Found::puid).distinct().count() + " statements would be refused. Mend the policy pack's words, which they are made of.\n",
                found.size() > SHOWN ? "\nand " + (found.size() - SHOWN) + " more" : "")));
        this.found = List.copyOf(found);
    }

    public List<Found> found() {
        return found;
    }
}
