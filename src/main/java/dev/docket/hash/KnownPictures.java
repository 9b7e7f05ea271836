package dev.docket.hash;

import dev.docket.storage.ContentHash;
import dev.docket.storage.Database;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Every bank as it was when it was read, in memory: about 80 bytes an entry. Several threads once it is there. */
final class KnownPictures {
    /** A match is told once for each. */
    private record Saying(String bank, String label) {}

    private final List<BankContent> banks = new ArrayList<>();
    private final HashIndex alike = new HashIndex();
    /** Place in {@link #alike} from which on the hashes are those of the bank of the same number. */
    private final List<Integer> begins = new ArrayList<>();

    private KnownPictures() {}

    static KnownPictures read(Database database) {
        KnownPictures known = new KnownPictures();
        database.transact(tx -> BankRows.names(tx).forEach(name -> BankRows.read(tx, name).ifPresent(known::add)));
        return known;
    }

    private void add(BankContent bank) {
        banks.add(bank);
        begins.add(alike.size());
        PackedEntries hashes = bank.entries().get(HashKind.PDQ);
        for (int i = 0; i < hashes.size(); i++) {
            alike.add(PerceptualHash.fromBytes(hashes.hash(i), NearDuplicates.MIN_QUALITY));
        }
    }

    List<Bank> summaries(Instant now) {
        return banks.stream().map(bank -> bank.summary(now)).toList();
    }

    /** Of each bank and label the nearest entry that counts now, nearest first. */
    List<Match> matches(ContentHash sha256, Supplier<Optional<byte[]>> md5, PerceptualHash pdq, Instant now) {
        Map<Saying, Match> nearest = new HashMap<>();
        same(HashKind.SHA256, () -> Optional.of(sha256.bytes()), now, nearest);
        same(HashKind.MD5, md5, now, nearest);
        if (pdq.quality() >= NearDuplicates.MIN_QUALITY) {
            for (int place : alike.within(pdq, NearDuplicates.MAX_DISTANCE)) {
                int bank = bankOf(place);
                note(banks.get(bank), HashKind.PDQ, place - begins.get(bank), alike.distance(place, pdq), now, nearest);
            }
        }
        return nearest.values().stream()
                .sorted(Comparator.comparing(Match::distance).thenComparing(match -> match.by() == HashKind.PDQ)
                        .thenComparing(Match::bank).thenComparing(Match::label)).toList();
    }

    private int bankOf(int place) {
        int bank = begins.size() - 1;
        while (begins.get(bank) > place) {
            bank--;
        }
        return bank;
    }

    /** @param digest asked only when a bank has entries of the kind */
    private void same(HashKind kind, Supplier<Optional<byte[]>> digest, Instant now, Map<Saying, Match> nearest) {
        List<BankContent> holding = banks.stream().filter(bank -> bank.entries().get(kind).size() > 0).toList();
        Optional<byte[]> sought = holding.isEmpty() ? Optional.empty() : digest.get();
        for (BankContent bank : sought.isEmpty() ? List.<BankContent>of() : holding) {
            int place = bank.entries().get(kind).find(sought.get());
            if (place >= 0) {
                note(bank, kind, place, 0, now, nearest);
            }
        }
    }

    private static void note(BankContent bank, HashKind by, int place, int distance, Instant now, Map<Saying, Match> nearest) {
        PackedEntries entries = bank.entries().get(by);
        if (entries.ends(place) <= now.getEpochSecond()) {
            return;
        }
        String label = bank.labels().get(entries.label(place));
        nearest.merge(new Saying(bank.name(), label), new Match(bank.name(), by, distance, label),
                (known, other) -> known.by() != HashKind.PDQ || known.distance() <= other.distance() ? known : other);
    }
}
