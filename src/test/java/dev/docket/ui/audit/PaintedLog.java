package dev.docket.ui.audit;

import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditKind;
import dev.docket.audit.AuditLog;
import dev.docket.audit.AuditPage;
import dev.docket.audit.AuditReading;
import dev.docket.audit.AuditVerifier;
import dev.docket.audit.Evidence;
import dev.docket.audit.KnownSeals;
import dev.docket.audit.LogSummary;
import dev.docket.audit.Sealer;
import dev.docket.audit.Sealing;
import dev.docket.audit.Vouched;
import dev.docket.audit.seal.SealerKey;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.storage.Database;
import dev.docket.team.Member;
import dev.docket.team.Role;
import dev.docket.team.Team;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A real log in a database of its own: a reviewer, a lead and an intake, some of it sealed; nothing else of a desk. */
final class PaintedLog implements LogBook, AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T15:06:00Z");
    static final UUID ITEM = UUID.fromString("02d8b61f-0000-4000-8000-000000000001");

    final Database database;
    final SealerKey key;
    final List<AuditFilter> asked = new ArrayList<>();
    final Member reviewer;
    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final AuditReading reading = new AuditReading(Vouched.NOTHING);
    private final AuditLog verdicts;
    private final AuditLog feed = new AuditLog(UUID.fromString("77aa0000-0000-4000-8000-000000000003"), "intake", clock);
    KnownSeals known = KnownSeals.NONE;
    /** Null: the database answers. */
    String failure;
    boolean maySeal = true;
    int pages;

    PaintedLog(Path folder) throws IOException {
        database = Database.openEmbedded(folder.resolve("log"), new byte[32]);
        key = SealerKey.make(folder.resolve("sealer.p12"), "docket-audit-berlin", "a long enough one".toCharArray(), clock);
        reviewer = database.inTransaction(tx -> new Team().add(tx, "R-14", Role.REVIEWER));
        verdicts = new AuditLog(reviewer.id(), "desk", clock);
    }

    void fill() {
        for (int i = 0; i < 12; i++) {
            int number = i;
            database.transact(tx -> {
                feed.append(tx, AuditKind.ITEM_ADMITTED, new UUID(9, number), Map.of("item", new UUID(9, number).toString(), "source", "feed", "pack", "docket-default@1.2.0"));
                verdicts.append(tx, AuditKind.VERDICT_DECIDED, ITEM, Map.of("item", ITEM.toString(), "reviewer", reviewer.id().toString(), "label", "spam_scam", "action", "remove", "epoch", number));
            });
            if (i % 5 == 4) {
                seal();
            }
        }
    }

    Sealer.Sealed seal() {
        return new Sealer(key).seal(database).orElseThrow();
    }

    private void answer() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public PolicyPack pack() {
        return PolicyFile.shipped();
    }

    @Override
    public Standing standing() {
        answer();
        return new Standing(database.inTransaction(LogSummary::of), Map.of(reviewer.id(), reviewer.pseudonym()), known);
    }

    @Override
    public AuditPage page(AuditFilter filter, Optional<AuditPage.Place> after, int most) {
        answer();
        asked.add(filter);
        pages++;
        return database.inTransaction(tx -> reading.page(tx, filter, after, most));
    }

    @Override
    public List<Sealing> checkpoints(Instant from, Optional<Instant> until) {
        return database.inTransaction(tx -> LogSummary.checkpoints(tx, from, until, 50));
    }

    @Override
    public Optional<Dossier> dossier(UUID writer, long seq) {
        answer();
        return database.inTransaction(tx -> Evidence.of(tx, writer, seq, known.sealers())).map(evidence -> new Dossier(evidence, new AuditPage(List.of(), Optional.empty())));
    }

    @Override
    public Check verify(Progress progress) throws IOException {
        answer();
        progress.stopIfCancelled();
        return new Check(new AuditVerifier(known.witnesses()).verify(database, progress), known, known.witnesses().notes().size());
    }

    @Override
    public long export(Path file) throws IOException {
        Files.writeString(file, "exported");
        return 24;
    }

    @Override
    public boolean maySeal() {
        return maySeal;
    }

    @Override
    public Optional<Sealer.Sealed> seal(Path file, char[] password) throws IOException {
        Optional<Sealer.Sealed> sealed = new Sealer(SealerKey.read(file, password)).seal(database);
        known = known.with(key.open());
        return sealed;
    }

    @Override
    public void know(KnownSeals now) {
        known = now;
    }

    @Override
    public void close() {
        database.close();
    }
}
