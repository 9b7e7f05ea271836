package dev.docket.verdict;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What people say to each other about an item. Not part of the record: no line in the log, never exported, gone when its
 * author deletes it and when the item is quarantined. Several threads.
 */
public final class Comments {
    /** How long a comment may be, in characters. */
    public static final int CHARS = 1000;

    /** @param author the person's pseudonym id */
    public record Comment(UUID id, UUID item, UUID author, String words, Instant at) {}

    private final Clock clock;

    public Comments(Clock clock) {
        this.clock = clock;
    }

    /**
     * Adds a comment to a live item.
     *
     * @throws IllegalArgumentException when it is empty or too long, or the item is not to be seen
     */
    public Comment add(Handle tx, UUID item, UUID author, String words) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > CHARS) {
            throw new IllegalArgumentException("A comment has 1 to " + CHARS + " characters, not " + said.length());
        }
        Comment comment = new Comment(UUID.randomUUID(), item, author, said, clock.instant().truncatedTo(ChronoUnit.MICROS));
        int added = tx.createUpdate("""
                        insert into item_comment (comment_id, item_id, author_id, words, written_at)
                        select :id, i.item_id, :author, :words, :at from item i where i.item_id = :item and i.state = 0""")
                .bind("id", comment.id()).bind("item", item).bind("author", author).bind("words", said).bind("at", comment.at()).execute();
        if (added == 0) {
            throw new IllegalArgumentException("There is no item " + item + " to comment on");
        }
        return comment;
    }

    /** Of one item, oldest first. */
    public List<Comment> of(Handle tx, UUID item) {
        return tx.createQuery("""
                        select c.comment_id, c.item_id, c.author_id, c.words, c.written_at
                          from item_comment c join item i on i.item_id = c.item_id and i.state = 0
                         where c.item_id = :item order by c.written_at, c.comment_id""")
                .bind("item", item).map((row, _) -> comment(row)).list();
    }

    /** Deletes a comment for good. False when it is somebody else's, or gone. */
    public boolean delete(Handle tx, UUID comment, UUID author) {
        return tx.createUpdate("delete from item_comment where comment_id = :id and author_id = :author")
                .bind("id", comment).bind("author", author).execute() == 1;
    }

    private static Comment comment(ResultSet row) throws SQLException {
        return new Comment(row.getObject("comment_id", UUID.class), row.getObject("item_id", UUID.class), row.getObject("author_id", UUID.class),
                row.getString("words"), row.getObject("written_at", OffsetDateTime.class).toInstant());
    }
}
