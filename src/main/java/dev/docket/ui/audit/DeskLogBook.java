package dev.docket.ui.audit;

import dev.docket.audit.AuditExport;
import dev.docket.audit.AuditFilter;
import dev.docket.audit.AuditPage;
import dev.docket.audit.AuditReading;
import dev.docket.audit.AuditVerifier;
import dev.docket.audit.Evidence;
import dev.docket.audit.KeptNotes;
import dev.docket.audit.KnownSeals;
import dev.docket.audit.LogSummary;
import dev.docket.audit.LoggedEntry;
import dev.docket.audit.Sealer;
import dev.docket.audit.Sealing;
import dev.docket.audit.Witnesses;
import dev.docket.audit.seal.SealerKey;
import dev.docket.desk.Desk;
import dev.docket.policy.PolicyPack;
import dev.docket.progress.Progress;
import dev.docket.storage.SealedFile;
import dev.docket.team.Member;
import dev.docket.verdict.LinesAbout;
import dev.docket.verdict.VerdictAudit;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** The log of an open desk. Several threads. */
final class DeskLogBook implements LogBook {
    private static final int MOST_CHECKPOINTS = 100;
    private static final int MOST_LATER = 20;

    private final Desk desk;
    private final SealedFile seals;
    private final AuditReading reading = new AuditReading(new LinesAbout());

    DeskLogBook(Desk desk) {
        this.desk = desk;
        seals = KnownSeals.file(desk.profile.folder(), desk.profile.key());
    }

    @Override
    public PolicyPack pack() {
        return desk.policy.pack();
    }

    @Override
    public Standing standing() throws IOException {
        KnownSeals known = KnownSeals.read(seals);
        return desk.database.inTransaction(tx -> new Standing(LogSummary.of(tx),
                desk.team.all(tx).stream().collect(Collectors.toMap(Member::id, Member::pseudonym)), known));
    }

    @Override
    public AuditPage page(AuditFilter filter, Optional<AuditPage.Place> after, int most) {
        return desk.database.inTransaction(tx -> reading.page(tx, filter, after, most));
    }

    @Override
    public List<Sealing> checkpoints(Instant from, Optional<Instant> until) {
        return desk.database.inTransaction(tx -> LogSummary.checkpoints(tx, from, until, MOST_CHECKPOINTS));
    }

    @Override
    public Optional<Dossier> dossier(UUID writer, long seq) throws IOException {
        KnownSeals known = KnownSeals.read(seals);
        return desk.database.inTransaction(tx -> Evidence.of(tx, writer, seq, known.sealers()).map(evidence -> new Dossier(evidence, later(tx, evidence.logged()))));
    }

    private AuditPage later(Handle tx, LoggedEntry logged) {
        if (logged.item().isEmpty()) {
            return new AuditPage(List.of(), Optional.empty());
        }
        AuditPage all = reading.page(tx, AuditFilter.ALL.withWords(logged.item().get().toString()), Optional.empty(), MOST_LATER);
        return new AuditPage(all.entries().stream().takeWhile(each -> !each.place().equals(logged.place())).toList(), Optional.empty());
    }

    @Override
    public Check verify(Progress progress) throws IOException {
        KnownSeals known = KnownSeals.read(seals);
        Witnesses witnesses = known.witnesses();
        return new Check(new AuditVerifier(witnesses, new VerdictAudit()).verify(desk.database, progress), known, witnesses.notes().size());
    }

    @Override
    public long export(Path file) throws IOException {
        Path beside = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".part");
        try {
            long entries;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(beside))) {
                entries = AuditExport.write(desk.database, out);
            }
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
            return entries;
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    @Override
    public boolean maySeal() {
        return desk.joined.isEmpty();
    }

    @Override
    public Optional<Sealer.Sealed> seal(Path file, char[] password) throws IOException {
        KnownSeals known = KnownSeals.read(seals);
        SealerKey key = SealerKey.read(file, password);
        Sealer sealer = new Sealer(key, known.witnesses());
        Optional<Sealer.Sealed> last = Optional.empty();
        for (Optional<Sealer.Sealed> next = sealer.seal(desk.database); next.isPresent(); next = sealer.seal(desk.database)) {
            if (known.notes().isPresent()) {
                KeptNotes.keep(known.notes().get(), next.get());
            }
            last = next;
        }
        known.with(key.open()).write(seals);
        return last;
    }

    @Override
    public void know(KnownSeals known) throws IOException {
        known.write(seals);
    }
}
