package dev.docket.hash;

import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.progress.Progress;
import dev.docket.storage.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The stored hash banks. Each change is one transaction with its line of the audit log, which holds no hashes, and is
 * known to {@link HashBanks} when it returns. Several threads; one changes banks at a time.
 */
public final class BankShelf {
    public static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";
    /**
     * What an added list did.
     *
     * @param added entries that are new
     * @param known lines that named an entry again; it took their label and expiry
     * @param withdrawn entries that the list took back
     * @param leftOut lines about other things than pictures, and PDQ hashes of a quality below 50
     * @param refused lines that could not be read
     * @param refusals the first of them: file:line: reason
     */
    public record Outcome(long added, long known, long withdrawn, long leftOut, long refused, List<String> refusals) {

        /** Whether any line changed the bank, or named what it knows. */
        public boolean taken() {
            return added + known + withdrawn > 0;
        }
    }

    private final Database database;
    private final AuditLog audit;
    private final HashBanks banks;
    private final Clock clock;

    public BankShelf(Database database, AuditLog audit, HashBanks banks, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.banks = banks;
        this.clock = clock;
    }

    /**
     * Adds a hash list to a bank, making it when there is none of that name. Lines that cannot be read are refused, the
     * rest are taken. A list without any entry makes no bank.
     *
     * @param name as {@link #NAME} says
     * @throws IOException when the file cannot be read; nothing is changed
     * @throws dev.docket.progress.StoppedException when cancelled; nothing is changed
     */
    public synchronized Outcome add(String name, Path file, BankDefaults defaults, Progress progress) throws IOException {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a bank");
        }
        BankContent before = database.inTransaction(tx -> BankRows.read(tx, name)).orElseGet(() -> BankContent.empty(name, clock.instant()));
        BankChanges changes = new BankChanges(file.getFileName().toString(), defaults, before.labels());
        try (ListLines lines = new ListLines(file)) {
            changes.read(lines, Files.size(file) >> 10, progress);
        }
        Map<HashKind, PackedEntries> entries = new EnumMap<>(HashKind.class);
        long added = 0;
        long withdrawn = 0;
        for (HashKind kind : HashKind.values()) {
            PackedEntries.Changed changed = before.entries().get(kind).with(kind, changes.of(kind));
            entries.put(kind, changed.entries());
            added += changed.added();
            withdrawn += changed.withdrawn();
        }
        Outcome outcome = new Outcome(added, changes.taken() - added, withdrawn, changes.leftOut(), changes.refused(), changes.refusals());
        if (outcome.taken()) {
            store(new BankContent(name, before.added(), changes.labels(), entries), outcome);
        }
        return outcome;
    }

    private void store(BankContent bank, Outcome outcome) {
        database.transact(tx -> {
            BankRows.write(tx, bank);
            audit.append(tx, AuditKind.BANK_ADDED, Map.of("bank", bank.name(), "added", outcome.added(), "known", outcome.known(),
                    "withdrawn", outcome.withdrawn(), "refused", outcome.refused()));
        });
        banks.reload();
    }

    /** Forgets a bank and returns how many entries it had; empty when there is none of that name. */
    public synchronized OptionalLong remove(String name) {
        Optional<BankContent> bank = database.inTransaction(tx -> BankRows.read(tx, name));
        bank.ifPresent(known -> {
            database.transact(tx -> {
                BankRows.remove(tx, name);
                audit.append(tx, AuditKind.BANK_REMOVED, Map.of("bank", name, "entries", known.size()));
            });
            banks.reload();
        });
        return bank.map(known -> OptionalLong.of(known.size())).orElse(OptionalLong.empty());
    }
}
