package dev.docket.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.export.Splits.Grouping;
import dev.docket.export.Splits.Member;
import dev.docket.storage.ContentHash;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

    /** Fifty data sets of all shapes: many small groups, few large ones, uploaders of few posts and of many, some items gold. */
    @ParameterizedTest
    @MethodSource("seeds")
    void noComponentStandsInTwoSplits(int seed) {
        Random random = new Random(seed);
        int items = 50 + random.nextInt(800);
        int groups = 1 + random.nextInt(items);
        int uploaders = 1 + random.nextInt(items);
        double gold = seed % 2 == 0 ? 0 : 0.02;
        List<Member> members = IntStream.range(0, items).mapToObj(i -> new Member(new UUID(seed, i), ContentHash.of(("group" + random.nextInt(groups)).getBytes()),
                random.nextInt(10) == 0 ? Optional.empty() : Optional.of("u" + random.nextInt(uploaders)), random.nextDouble() < gold)).toList();

        Map<UUID, Split> alike = byLooks.deal(members);
        assertThat(splitsPer(members, Member::group, alike).values()).as("groups").allMatch(s -> s.size() == 1);

        Map<UUID, Split> together = byUploader.deal(members);
        assertThat(splitsPer(members, Member::group, together).values()).as("groups, uploaders kept together").allMatch(s -> s.size() == 1);
        List<Member> dealt = members.stream().filter(m -> together.get(m.item()) != Split.GOLD).toList();
        assertThat(components(dealt).stream().filter(part -> part.stream().map(together::get).distinct().count() > 1)).as("components of groups and uploaders").isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 50);
    }

    /** Told again by walking from item to item, not as the splits do it. */
    private static List<Set<UUID>> components(List<Member> members) {
        Map<Object, List<Member>> by = new HashMap<>();
        members.forEach(m -> {
            by.computeIfAbsent(m.group(), _ -> new ArrayList<>()).add(m);
            m.uploader().ifPresent(u -> by.computeIfAbsent(u, _ -> new ArrayList<>()).add(m));
        });
        Set<UUID> seen = new HashSet<>();
        List<Set<UUID>> parts = new ArrayList<>();
        for (Member start : members) {
            Set<UUID> part = new HashSet<>();
            Deque<Member> left = new ArrayDeque<>(List.of(start));
            while (!left.isEmpty()) {
                Member at = left.pop();
                if (seen.add(at.item())) {
                    part.add(at.item());
                    left.addAll(by.get(at.group()));
                    at.uploader().ifPresent(u -> left.addAll(by.get(u)));
                }
            }
            parts.add(part);
        }
        return parts;
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
