package dev.docket.quality;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** How far the quality stream has looked, and what its draws depend on. No reviewer's login reads it. */
final class QualityMarks {
    private QualityMarks() {}

    /** Empty when it was never put, or put as empty text. */
    static Optional<String> get(Handle tx, String name) {
        return tx.createQuery("select content from quality_mark where name = :name").bind("name", name).mapTo(String.class).findOne().filter(text -> !text.isEmpty());
    }

    static void put(Handle tx, String name, String content) {
        if (tx.createUpdate("update quality_mark set content = :content where name = :name").bind("content", content).bind("name", name).execute() == 0) {
            tx.createUpdate("insert into quality_mark (name, content) select :name, :content where not exists (select 1 from quality_mark where name = :name)")
                    .bind("name", name).bind("content", content).execute();
        }
    }
}
