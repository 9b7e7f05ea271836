package dev.docket.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GoldenOnH2Test extends GoldenContract {
    @Override
    QualityHouse house() {
        return QualityHouse.embedded(folder.resolve("database"));
    }

    /** Of 600 first looks and what was dealt among them, within four standard deviations of the binomial. */
    @Test
    void fourInAHundredAreDealtAndHalfOfThemArePositive() {
        for (int n = 0; n < 80; n++) {
            UUID original = room.file("golden " + n);
            room.anna.decide(original, n % 4 == 0 ? "spam_scam" : "benign");
            room.lead.golden.mark(original, "why");
        }
        IntStream.range(0, 600).forEach(n -> room.file("arrival " + n));

        int dealt = 0;
        GoldenStream stream = room.feed.stream(new SplittableRandom(20261121));
        for (int turn = 0; turn < 3; turn++) {
            dealt += stream.round();
        }

        assertThat(dealt).isBetween(9, 25);
        long positive = room.lead.golden.all().stream().filter(stock -> stock.dealt() > 0 && stock.golden().positive()).count();
        assertThat(positive).isBetween(Math.round(dealt * 0.2), Math.round(dealt * 0.8));
        assertThat(stream.round()).as("nothing new arrived").isZero();
    }
}
