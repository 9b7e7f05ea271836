package dev.docket.ui.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import dev.docket.ui.common.Background;
import dev.docket.ui.stage.Covers;
import dev.docket.ui.stage.Veil;
import dev.docket.ui.stage.Room;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PrefetchTest {
    private final Deque<Runnable> quick = new ArrayDeque<>();
    private final Deque<Runnable> slow = new ArrayDeque<>();
    private final Background now = new Background(Runnable::run, Runnable::run);
    private final Workers workers = new Workers(now, now, new Background(quick::add, Runnable::run), 2, new Background(slow::add, Runnable::run), now);
    private final List<Integer> decoded = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();
    private final List<Held> behind = new ArrayList<>();
    private final PaintedCasework cases = new PaintedCasework();
    private int arrivals;
    private long nanos;

    @Test
    void theNearestAreDecodedFirstAndOnlyAFewAreUnderWay() {
        Prefetch prefetch = prefetch(1 << 30);
        add(6, "image/png");

        prefetch.want(held, behind);

        assertThat(quick).hasSize(2);
        finish(quick);
        assertThat(decoded).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(arrivals).isEqualTo(6);
    }

    @Test
    void whatIsNoLongerWantedIsNotBegun() {
        Prefetch prefetch = prefetch(1 << 30);
        add(6, "image/png");
        prefetch.want(held, behind);

        held.subList(0, 5).clear();
        prefetch.want(held, behind);
        finish(quick);

        assertThat(decoded).as("the two under way, and the one still wanted").containsExactly(0, 1, 5);
    }

    @Test
    void aSlowFormatHoldsUpNobody() {
        Prefetch prefetch = prefetch(1 << 30);
        add(1, "image/png");
        add(2, "image/jxl");
        add(2, "image/png");

        prefetch.want(held, behind);
        finish(quick);

        assertThat(decoded).containsExactly(0, 3, 4);
        assertThat(slow).as("one at a time").hasSize(1);
        assertThat(prefetch.decoded(held.get(1)).getAsDouble()).isBetween(0.0, 0.95);
        assertThat(prefetch.decoded(held.get(0))).isEmpty();
        finish(slow);
        assertThat(decoded).containsExactly(0, 3, 4, 1, 2);
    }

    @Test
    void picturesStayWithinTheirBytesButTheOneOnScreenIsDecodedWhateverItTakes() {
        Prefetch prefetch = prefetch(100_000);
        add(6, "image/png");
        Held old = held.removeFirst();
        old.startDecoding(Room.USUAL);
        old.decoded(picture(300, 300));
        behind.add(old);

        prefetch.want(held, behind);
        finish(quick);

        assertThat(decoded).containsExactly(1);
        assertThat(behind).as("what lies behind is let go first").isEmpty();
    }

    @Test
    void betweenAKeyAndItsPictureNothingElseIsBegun() {
        Prefetch prefetch = prefetch(1 << 30);
        add(3, "image/png");

        prefetch.rest();
        prefetch.want(held, behind);
        finish(quick);
        assertThat(decoded).containsExactly(0);

        prefetch.resume();
        finish(quick);
        assertThat(decoded).containsExactly(0, 1, 2);
    }

    @Test
    void withEnoughAheadOneIsDecodedForEachThatWasDisplayedUntilTheReviewerTakesAWhile() {
        Prefetch prefetch = prefetch(1 << 30);
        add(9, "image/png");
        prefetch.rest();
        prefetch.want(held, behind);
        finish(quick);

        prefetch.resume();
        finish(quick);
        assertThat(decoded).as("the one on screen and enough behind it").containsExactly(0, 1, 2, 3, 4);

        held.removeFirst();
        prefetch.rest();
        prefetch.want(held, behind);
        prefetch.resume();
        finish(quick);
        assertThat(decoded).containsExactly(0, 1, 2, 3, 4, 5);

        nanos += Duration.ofSeconds(1).toNanos();
        prefetch.tick();
        finish(quick);
        assertThat(decoded).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void anotherRoomDecodesAnewAndShowsTheOldOnesUntilThen() {
        Prefetch prefetch = prefetch(1 << 30);
        add(2, "image/png");
        prefetch.want(held, behind);
        finish(quick);

        prefetch.room(new Room(200, 150));

        assertThat(held).allMatch(h -> h.picture().isPresent());
        finish(quick);
        assertThat(decoded).containsExactly(0, 1, 0, 1);
        prefetch.room(new Room(200, 160));
        assertThat(quick).as("the same size fits").isEmpty();
    }

    @Test
    void aPictureThatIsThereIsNotLostWhereDecodingItForAnotherRoomFails() {
        boolean[] gone = {false};
        Prefetch prefetch = new Prefetch(new Decoding() {
            @Override
            public Picture picture(ReviewCase known, Room room) {
                return gone[0] ? new Picture.Refused("took too long", false) : super.picture(known, room);
            }
        }, workers, 1 << 30, () -> arrivals++);
        add(1, "image/png");
        prefetch.want(held, behind);
        finish(quick);
        Optional<Picture> there = held.getFirst().picture();

        gone[0] = true;
        prefetch.room(new Room(200, 150));
        finish(quick);

        assertThat(held.getFirst().picture()).isEqualTo(there).containsInstanceOf(Picture.Decoded.class);
        prefetch.tick();
        assertThat(quick).as("not asked for this room again").isEmpty();
        gone[0] = false;
        prefetch.room(new Room(300, 200));
        finish(quick);
        assertThat(held.getFirst().picture()).isPresent().isNotEqualTo(there);
    }

    @Test
    void aFailureIsSaidAndDoesNotStopTheOthers() {
        Prefetch prefetch = new Prefetch(new Decoding() {
            @Override
            public Picture picture(ReviewCase known, Room room) {
                throw new IllegalStateException("The decoder is gone");
            }
        }, workers, 1 << 30, () -> arrivals++);
        add(4, "image/png");

        prefetch.want(held, behind);
        finish(quick);

        assertThat(held).allMatch(h -> h.picture().equals(Optional.of(new Picture.Refused("The decoder is gone", false))));
    }

    private Prefetch prefetch(long most) {
        return new Prefetch(new Decoding(), workers, most, () -> arrivals++, () -> nanos);
    }

    private void add(int count, String mediaType) {
        cases.mediaType = mediaType;
        cases.side = 4000;
        for (int n = 0; n < count; n++) {
            UUID task = cases.add(1, "open", false);
            ReviewCase known = cases.cases.get(task);
            Held one = new Held(known.task());
            one.startOpening();
            one.opened(known);
            held.add(one);
        }
    }

    private static void finish(Deque<Runnable> work) {
        while (!work.isEmpty()) {
            work.remove().run();
        }
    }

    private static Picture picture(int width, int height) {
        ImageHeader header = new ImageHeader("image/png", 4000, 3000, 1, 1);
        DecodedImage fit = new DecodedImage(width, height, new int[width * height], header, false);
        return new Picture.Decoded(fit, new Covers(fit, Veil.SIXTY, true));
    }

    /** Notes what is decoded. */
    private class Decoding extends ForwardingCasework {
        Decoding() {
            super(cases);
        }

        @Override
        public Picture picture(ReviewCase known, Room room) {
            decoded.add((int) known.task().taskId().getLeastSignificantBits());
            int side = room.longerSide(4000, 3000);
            return PrefetchTest.picture(side, side * 3 / 4);
        }
    }

}
