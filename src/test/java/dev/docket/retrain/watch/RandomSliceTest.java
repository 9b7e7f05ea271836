package dev.docket.retrain.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.export.LabelledItem;
import dev.docket.metrics.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RandomSliceTest {
    private final Map<UUID, LabelledItem> decided = new HashMap<>();
    private final Map<LabelledItem, RandomSlice.Found> found = new HashMap<>();

    @Test
    void withoutAnyThatWereDrawnRecallIsUnknown() {
        assertThat(new RandomSlice(List.of(), Map.of()).recall(_ -> Optional.empty()).figure().whyUndefined()).hasValue("no item that came in has been drawn at random yet");
    }

    @Test
    void ofAllThatCameInItTellsTheShareThatWasFlagged() {
        // 60 % of what is harmful is flagged; of what was flagged and not drawn nothing is known here
        SplittableRandom random = new SplittableRandom(1);
        List<RandomSlice.Drawn> drawn = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            boolean harm = random.nextDouble() < 0.2;
            drawn.add(decided(i, harm, harm && random.nextDouble() < 0.6, 0.1));
        }

        Estimate recall = recall(drawn);

        assertThat(recall.n()).isBetween(350L, 450L);
        assertThat(recall.interval().orElseThrow().contains(0.6)).isTrue();
    }

    @Test
    void eachCountsByOneOverItsProbability() {
        Estimate recall = recall(List.of(decided(1, true, true, 0.1), decided(2, true, false, 0.5)));

        assertThat(recall.figure().number().orElseThrow()).isCloseTo(10 / 12.0, within(1e-12));
    }

    @Test
    void whatWasDecidedBeforeItsTurnDoesNotStandForTheRestThatWaits() {
        List<RandomSlice.Drawn> drawn = new ArrayList<>(List.of(decided(1, true, false, 0.1), decided(2, true, true, 0.1)));
        for (int i = 0; i < 20; i++) {
            drawn.add(new RandomSlice.Drawn(new UUID(5, i), 0.1));
        }
        drawn.add(decided(3, true, true, 0.1));

        assertThat(recall(drawn).n()).isEqualTo(2);
        assertThat(recall(drawn).figure().number()).hasValue(0.5);
    }

    private Estimate recall(List<RandomSlice.Drawn> drawn) {
        return new RandomSlice(drawn, decided).recall(item -> Optional.of(found.get(item)));
    }

    private RandomSlice.Drawn decided(int number, boolean there, boolean flagged, double probability) {
        UUID id = new UUID(4, number);
        LabelledItem item = ModelWatchTest.decided(number, there ? ModelWatchTest.HARM : "benign", 0.5);
        decided.put(id, item);
        found.put(item, new RandomSlice.Found(there, flagged));
        return new RandomSlice.Drawn(id, probability);
    }
}
