package dev.docket.cli;

import dev.docket.desk.Desk;
import dev.docket.team.Role;

/** What leads alone do. The team's database refuses others too, in other words. */
final class LeadOnly {
    private LeadOnly() {}

    static void check(Desk desk) {
        if (desk.self.role() != Role.LEAD) {
            throw new UsageException("This is a lead's to do, and this desk is " + desk.self.pseudonym() + "'s. Ask a lead of the team.");
        }
    }
}
