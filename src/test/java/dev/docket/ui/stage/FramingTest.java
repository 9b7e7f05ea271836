package dev.docket.ui.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.ui.stage.Framing.Area;
import dev.docket.ui.stage.Framing.Mode;
import dev.docket.ui.stage.Framing.Point;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FramingTest {
    private static final double EPS = 1e-6;

    @Test
    void fitShowsTheWholePictureAndFillLeavesNoRoomEmpty() {
        Framing framing = Framing.whole(4000, 3000, 800, 700);

        assertThat(framing.scale()).isEqualTo(0.2);
        assertThat(framing.placed()).isEqualTo(new Area(-400, -300, 800, 600));
        assertThat(framing.fill().placed().height()).isCloseTo(700, within(EPS));
        assertThat(framing.fill().placed().width()).isGreaterThan(800);
    }

    @Test
    void aTurnedPictureIsFittedAsItLies() {
        Framing turned = Framing.whole(4000, 3000, 800, 700).turned(1);

        assertThat(turned.turnedWidth()).isEqualTo(3000);
        assertThat(turned.scale()).isEqualTo(700 / 4000.0);
        assertThat(turned.turned(-1)).isEqualTo(Framing.whole(4000, 3000, 800, 700));
    }

    @Test
    void zoomingStopsAtOneToOneAndAtFitOnTheWay() {
        Framing framing = Framing.whole(4000, 3000, 800, 600);
        boolean oneToOne = false;
        for (int press = 0; press < 40; press++) {
            framing = framing.zoomedBy(1.25, 0, 0);
            oneToOne |= framing.scale() == 1;
        }
        assertThat(oneToOne).isTrue();
        assertThat(framing.scale()).isEqualTo(Framing.MOST);

        for (int press = 0; press < 40; press++) {
            framing = framing.zoomedBy(0.8, 0, 0);
        }
        assertThat(framing.mode()).isEqualTo(Mode.FIT);
    }

    @Test
    void aSmallPictureCanBeSeenAtItsOwnSize() {
        Framing small = Framing.whole(100, 80, 800, 600).oneToOne();

        assertThat(small.scale()).isEqualTo(1);
        assertThat(small.placed()).isEqualTo(new Area(-50, -40, 100, 80));
        assertThat(small.zoomedBy(0.5, 0, 0).scale()).isEqualTo(1);
    }

    @Test
    void thePointUnderThePointerStaysWhileZooming() {
        Framing before = Framing.whole(4000, 3000, 800, 600).zoomedTo(1, 0, 0);
        Area point = before.pictured(new Area(100, -50, 0.001, 0.001));

        Framing after = before.zoomedBy(2, 100, -50);

        Area same = after.pictured(new Area(100, -50, 0.001, 0.001));
        assertThat(same.x()).isCloseTo(point.x(), within(0.01));
        assertThat(same.y()).isCloseTo(point.y(), within(0.01));
    }

    @Test
    void noMoveShowsMoreEmptyRoomThanThereIs() {
        Random random = new Random(5);
        for (int run = 0; run < 2000; run++) {
            Framing framing = Framing.whole(1 + random.nextInt(5000), 1 + random.nextInt(5000), 1 + random.nextInt(2000), 1 + random.nextInt(1500));
            for (int step = 0; step < 12; step++) {
                framing = switch (random.nextInt(7)) {
                    case 0 -> framing.zoomedBy(0.3 + random.nextDouble() * 3, random.nextInt(400) - 200, random.nextInt(400) - 200);
                    case 1 -> framing.moved(random.nextInt(4000) - 2000, random.nextInt(4000) - 2000);
                    case 2 -> framing.turned(random.nextInt(9) - 4);
                    case 3 -> framing.fill();
                    case 4 -> framing.fit();
                    case 5 -> framing.oneToOne();
                    default -> framing.inRoom(1 + random.nextInt(2000), 1 + random.nextInt(1500));
                };
                Area placed = framing.placed();
                double halfX = framing.roomWidth() / 2;
                assertThat(placed.x() <= -halfX + EPS || placed.width() <= framing.roomWidth() + EPS).as("%s", framing).isTrue();
                assertThat(placed.x() + placed.width() >= halfX - EPS || placed.width() <= framing.roomWidth() + EPS).as("%s", framing).isTrue();
                Area all = framing.pictured(new Area(placed.x(), placed.y(), placed.width(), placed.height()));
                assertThat(all.width()).isCloseTo(framing.width(), within(1e-3));
                assertThat(all.height()).isCloseTo(framing.height(), within(1e-3));
            }
        }
    }

    @Test
    void aPlaceOnTheScreenIsTheSamePlaceOfThePictureUnderEveryTurnAndZoom() {
        Random random = new Random(11);
        for (int run = 0; run < 5000; run++) {
            int width = 1 + random.nextInt(6000);
            int height = 1 + random.nextInt(6000);
            Framing upright = Framing.whole(width, height, 1 + random.nextInt(2000), 1 + random.nextInt(1500));
            Framing framing = upright.turned(random.nextInt(4)).zoomedTo(Math.pow(2, random.nextDouble() * 8 - 4), random.nextInt(300), random.nextInt(300))
                    .moved(random.nextInt(4000) - 2000, random.nextInt(4000) - 2000);
            Point room = new Point(random.nextInt(2000) - 1000, random.nextInt(1500) - 750);

            Point back = framing.shown(framing.pictured(room));
            Area part = framing.pictured(new Area(room.x(), room.y(), 0, 0));

            assertThat(back.x()).as("%s", framing).isCloseTo(room.x(), within(1e-6));
            assertThat(back.y()).as("%s", framing).isCloseTo(room.y(), within(1e-6));
            Point place = framing.pictured(room);
            if (place.x() > 0 && place.x() * width < width - 1 && place.y() > 0 && place.y() * height < height - 1) {
                assertThat(place.x() * width).as("as the pixels are found").isCloseTo(part.x(), within(1e-6));
                assertThat(place.y() * height).isCloseTo(part.y(), within(1e-6));
            }
        }
    }

    @Test
    void aPartOfThePictureIsShownWhereItWasPointedAt() {
        for (int turns = 0; turns < 4; turns++) {
            Framing framing = Framing.whole(4000, 3000, 800, 600).turned(turns).zoomedTo(1, 0, 0).moved(120, -77);
            Area room = new Area(-130, 40, 90, 60);

            Area back = framing.shown(framing.pictured(room));

            assertThat(back.x()).isCloseTo(room.x(), within(EPS));
            assertThat(back.y()).isCloseTo(room.y(), within(EPS));
            assertThat(back.width()).isCloseTo(room.width(), within(EPS));
            assertThat(back.height()).isCloseTo(room.height(), within(EPS));
        }
    }
}
