package dev.docket.ui.grid;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.ui.common.Background;
import dev.docket.ui.stage.Room;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TileFeedTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final List<Long> fetched = new ArrayList<>();
    private final List<String> shown = new ArrayList<>();
    private boolean broken;
    private final TileFeed feed = new TileFeed(new TileSource() {
        @Override
        public Tile tile(UUID item, Room room) {
            fetched.add(item.getLeastSignificantBits());
            if (broken) {
                throw new IllegalStateException("The store is gone");
            }
            return new Tile(new Tile.Words("", ""), "", Long.toString(item.getLeastSignificantBits()), Optional.empty(), "");
        }

        @Override
        public Optional<DecodedImage> look(UUID item, Room room) {
            return Optional.empty();
        }
    }, new Background(work::add, Runnable::run), 2);

    @Test
    void whatWasAskedForLastComesFirst() {
        want(1, 2, 3, 4, 5);

        finish();

        assertThat(fetched).as("two were under way at once").containsExactly(1L, 2L, 5L, 4L, 3L);
        assertThat(shown).hasSize(5);
    }

    @Test
    void whatScrolledAwayBeforeItsTurnIsNotFetchedAndWhatWasUnderWayIsKeptUnseen() {
        want(1, 2, 3, 4);
        feed.cancel(id(4));
        feed.cancel(id(1));

        finish();

        assertThat(fetched).containsExactly(1L, 2L, 3L);
        assertThat(shown).containsExactly("2", "3");
        assertThat(feed.known(id(1))).isPresent();
    }

    @Test
    void whatComesBackIntoViewWhileItIsUnderWayIsShown() {
        want(1);
        feed.cancel(id(1));
        want(1);

        finish();

        assertThat(fetched).containsExactly(1L);
        assertThat(shown).containsExactly("1");
    }

    @Test
    void aQueueThatGrowsTooLongForgetsTheOldest() {
        for (int n = 0; n < 1000; n++) {
            want(n);
        }
        finish();

        assertThat(fetched).hasSize(402).contains(999L).doesNotContain(2L, 500L);
    }

    @Test
    void onlyTheTilesSeenLastAreKept() {
        for (int n = 0; n < 500; n++) {
            want(n);
            finish();
        }

        assertThat(feed.known(id(499))).isPresent();
        assertThat(feed.known(id(10))).isEmpty();
    }

    @Test
    void anotherRoomMakesThemAnew() {
        want(1);
        finish();

        feed.room(new Room(300, 200));

        assertThat(feed.known(id(1))).isEmpty();
    }

    @Test
    void aFailureIsSaidOnItsTileAndTheNextIsFetched() {
        broken = true;
        want(1, 2, 3);
        finish();

        assertThat(fetched).hasSize(3);
        assertThat(shown).hasSize(3);
        assertThat(feed.known(id(1))).isEmpty();
    }

    @Test
    void aClosedFeedShowsNothing() {
        want(1, 2, 3);

        feed.clear();
        finish();

        assertThat(shown).isEmpty();
        assertThat(fetched).hasSize(2);
    }

    @Test
    void whatWasUnderWayWhenEveryTileWasLetGoIsNotKept() {
        want(1, 2);

        feed.clear();
        finish();

        assertThat(feed.known(id(1))).isEmpty();
    }

    private void want(int... numbers) {
        for (int number : numbers) {
            feed.want(id(number), tile -> shown.add(tile.name()));
        }
    }

    private void finish() {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static UUID id(long number) {
        return new UUID(7, number);
    }
}
