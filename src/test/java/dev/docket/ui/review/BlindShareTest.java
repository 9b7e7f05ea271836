package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlindShareTest {

    @Test
    void aboutTheShareOfItemsIsBlindAndAlwaysTheSame() {
        Random random = new Random(11);
        BlindShare share = new BlindShare(0.15);
        UUID[] ids = Stream.generate(() -> new UUID(random.nextLong(), random.nextLong())).limit(20_000).toArray(UUID[]::new);

        long blind = Stream.of(ids).filter(share::covers).count();

        assertThat(blind / 20_000.0).isBetween(0.14, 0.16);
        assertThat(Stream.of(ids).filter(share::covers).count()).isEqualTo(blind);
        assertThat(Stream.of(ids).filter(new BlindShare(0)::covers)).isEmpty();
        assertThat(Stream.of(ids).filter(new BlindShare(1)::covers)).hasSize(20_000);
    }
}
