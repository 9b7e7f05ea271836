package dev.docket.team;

import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What holds for a whole team. Admins write it, everybody reads it. */
public final class TeamSettings {
    /** What the team calls itself. */
    public static final String NAME = "name";
    /** Where its images lie: a folder that every desk reaches. */
    public static final String IMAGES = "images";
    /** SHA-256 of the policy pack in force, in hex. */
    public static final String POLICY = "policy";

    public Optional<String> get(Handle tx, String name) {
        return tx.createQuery("select content from team_setting where name = :name").bind("name", name).mapTo(String.class).findOne();
    }

    public void put(Handle tx, String name, String value) {
        if (tx.createUpdate("update team_setting set content = :value where name = :name").bind("name", name).bind("value", value).execute() == 0) {
            tx.createUpdate("insert into team_setting (name, content) values (:name, :value)").bind("name", name).bind("value", value).execute();
        }
    }
}
