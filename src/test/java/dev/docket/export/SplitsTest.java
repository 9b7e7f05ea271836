package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.export.Splits.Grouping;
import dev.docket.export.Splits.Member;
import dev.docket.storage.ContentHash;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SplitsTest {
    private static final byte[] SALT = new byte[32];

    private final Splits byLooks = new Splits(SALT, Grouping.NEAR_DUPLICATES);
    private final Splits byUploader = new Splits(SALT, Grouping.NEAR_DUPLICATES_AND_UPLOADER);

    @Test
    void noGroupStandsInTwoSplits() {
        List<Member> members = randomMembers(2000, 400, 60);

        Map<UUID, Split> splits = byLooks.deal(members);

        assertThat(splitsPer(members, Member::group, splits).values()).allMatch(s -> s.size() == 1);
    }

    @Test
    void sharesAreAboutSeventyFifteenFifteen() {
        List<Member> members = randomMembers(20_000, 20_000, 60);

        Map<UUID, Split> splits = byLooks.deal(members);

        assertThat(share(splits, Split.TRAIN)).isBetween(0.68, 0.72);
        assertThat(share(splits, Split.VALIDATION)).isBetween(0.13, 0.17);
        assertThat(share(splits, Split.TEST)).isBetween(0.13, 0.17);
    }

    @Test
    void itemsKeepTheirSplitWhenOthersAreAdded() {
        List<Member> later = randomMembers(3000, 900, 60);
        List<Member> earlier = later.subList(0, 1200);

        Map<UUID, Split> before = byLooks.deal(earlier);
        Map<UUID, Split> after = byLooks.deal(later);

        assertThat(earlier).allSatisfy(m -> assertThat(after.get(m.item())).isEqualTo(before.get(m.item())));
    }

    @Test
    void anUploadersItemsStayTogetherWhenAskedFor() {
        List<Member> members = randomMembers(600, 600, 200);

        Map<UUID, Split> splits = byUploader.deal(members);

        assertThat(splitsPer(members, m -> m.uploader().orElseThrow(), splits).values()).allMatch(s -> s.size() == 1);
        assertThat(new HashSet<>(splits.values())).hasSize(3);
    }

    @Test
    void whatLooksLikeAGoldItemIsGoldToo() {
        ContentHash group = ContentHash.of(new byte[] {1});
        Member gold = new Member(new UUID(0, 1), group, Optional.of("u"), true);
        Member copy = new Member(new UUID(0, 2), group, Optional.of("v"), false);
        Member sameUploader = new Member(new UUID(0, 3), ContentHash.of(new byte[] {2}), Optional.of("u"), false);

        Map<UUID, Split> splits = byUploader.deal(List.of(gold, copy, sameUploader));

        assertThat(splits.get(gold.item())).isEqualTo(Split.GOLD);
        assertThat(splits.get(copy.item())).isEqualTo(Split.GOLD);
        assertThat(splits.get(sameUploader.item())).isNotEqualTo(Split.GOLD);
    }

    @Test
    void anotherSaltDealsAnew() {
        List<Member> members = randomMembers(500, 500, 60);
        Splits other = new Splits(new byte[] {9}, Grouping.NEAR_DUPLICATES);

        assertThat(other.deal(members)).isNotEqualTo(byLooks.deal(members));
        assertThat(other.saltHash()).isNotEqualTo(byLooks.saltHash());
    }

    private static List<Member> randomMembers(int n, int groups, int uploaders) {
        Random random = new Random(7);
        List<Member> members = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            ContentHash group = ContentHash.of(("group" + random.nextInt(groups)).getBytes());
            members.add(new Member(new UUID(7, i), group, Optional.of("u" + random.nextInt(uploaders)), false));
        }
        return members;
    }

    private static <K> Map<K, Set<Split>> splitsPer(List<Member> members, java.util.function.Function<Member, K> key, Map<UUID, Split> splits) {
        Map<K, Set<Split>> seen = new HashMap<>();
        members.forEach(m -> seen.computeIfAbsent(key.apply(m), _ -> new HashSet<>()).add(splits.get(m.item())));
        return seen;
    }

    private static double share(Map<UUID, Split> splits, Split split) {
        return splits.values().stream().filter(s -> s == split).count() / (double) splits.size();
    }
}
