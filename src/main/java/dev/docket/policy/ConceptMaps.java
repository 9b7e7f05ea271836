package dev.docket.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The maps of vendors' concepts that were put in force; none is ever changed or taken out. */
public final class ConceptMaps {
    private static final String ADD = """
            insert into concept_map (since, map_id, version, sha256, body, put_by)
            values (:since, :id, :version, :sha256, :body, :by)
            """;

    private static final String NEWEST = "select body from concept_map order by since desc, sha256 limit 1";

    /** Puts a map in force for everybody whose database this is, also one that was before. */
    public void put(Handle tx, ConceptMap map, UUID by, Instant now) {
        tx.createUpdate(ADD).bindMethods(map.ref()).bind("since", now).bind("body", map.text()).bind("by", by).execute();
    }

    /** The one in force: the newest, else the one that ships. */
    public ConceptMap inForce(Handle tx) {
        Optional<String> text = tx.createQuery(NEWEST).mapTo(String.class).findOne();
        if (text.isEmpty()) {
            return ConceptMapFile.shipped();
        }
        try {
            return ConceptMapFile.parse("map of concepts", text.get(), Optional.empty());
        } catch (PolicyFormatException e) {
            throw new dev.docket.storage.StorageException("The map of vendors' concepts in the database cannot be read: " + e.getMessage()
                    + ". Put another in force: docket scores map FILE", e);
        }
    }
}
