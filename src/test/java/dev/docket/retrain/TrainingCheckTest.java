package dev.docket.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.export.DecisionSet;
import dev.docket.export.LabelledItem;
import dev.docket.export.Split;
import dev.docket.hash.PerceptualHash;
import dev.docket.item.ImageItem;
import dev.docket.item.ItemFacts;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainingCheckTest {
    @TempDir
    Path folder;

    @Test
    void whatIsHeldOutAndLooksLikeSomethingTrainedOnIsFoundWhateverItsGroupSays() throws Exception {
        try (SmallDesk desk = new SmallDesk(folder)) {
            desk.admit(12);
            desk.decide(12);
            DecisionSet set = desk.export.preview(TrainingSource.EVERYTHING.recipe());
            List<LabelledItem> apart = new ArrayList<>();
            for (LabelledItem item : set.items()) {
                // hashes far from each other; no uploader
                int i = apart.size();
                apart.add(painted(item, new PerceptualHash(i * 0x9E3779B97F4A7C15L, i * 0xC2B2AE3D27D4EB4FL, ~(i * 0x165667B19E3779F9L), i * 31L << 40, 100), Optional.empty(), i < 8 ? Split.TRAIN : Split.TEST));
            }
            assertThat(check(desk, set, apart).leakage()).isEqualTo(new TrainingCheck.Leakage(0, 0, 0));

            List<LabelledItem> torn = new ArrayList<>(apart);
            PerceptualHash seen = apart.getFirst().pdq().orElseThrow();
            torn.set(9, painted(apart.get(9), new PerceptualHash(seen.w0() ^ 0x7FFFFFFFL, seen.w1(), seen.w2(), seen.w3(), 100), Optional.empty(), Split.TEST));
            torn.set(10, painted(apart.get(10), new PerceptualHash(seen.w0() ^ 0xFFFFFFFFL, seen.w1(), seen.w2(), seen.w3(), 100), Optional.empty(), Split.TEST));
            assertThat(check(desk, set, torn).leakage()).as("31 bits are near, 32 are not").isEqualTo(new TrainingCheck.Leakage(1, 0, 0));

            List<LabelledItem> busy = new ArrayList<>();
            for (LabelledItem item : apart) {
                busy.add(painted(item, item.pdq().orElseThrow(), Optional.of("u-" + busy.size() % 5), item.split()));
            }
            assertThat(check(desk, set, busy).leakage()).as("feeds name their uploaders each for themselves").satisfies(leakage -> {
                assertThat(leakage.alike()).isZero();
                assertThat(leakage.ofUploader()).isEqualTo((int) busy.subList(8, 12).stream().filter(held -> busy.subList(0, 8).stream().anyMatch(each ->
                        each.item().facts().uploader().equals(held.item().facts().uploader()) && each.item().source().name().equals(held.item().source().name()))).count());
            });
        }
    }

    private static TrainingCheck check(SmallDesk desk, DecisionSet set, List<LabelledItem> items) {
        return TrainingCheck.of(TrainingSource.EVERYTHING, new DecisionSet(set.recipe(), items, set.leftOut(), Optional.empty(), set.pack()), desk.pack, Optional.empty());
    }

    private static LabelledItem painted(LabelledItem item, PerceptualHash hash, Optional<String> uploader, Split split) {
        ImageItem i = item.item();
        ImageItem named = new ImageItem(i.id(), i.source(), i.sha256(), i.byteLength(), i.mediaType(), i.width(), i.height(), i.flaggedAt(), i.receivedAt(), ItemFacts.earlier(List.of(), uploader));
        return new LabelledItem(named, item.lane(), Optional.of(hash), i.sha256(), item.deciding(), item.votes(), item.shares(), item.agreement(), item.adjudications(), item.scores(), item.reports(),
                item.mode(), item.training(), split);
    }
}
