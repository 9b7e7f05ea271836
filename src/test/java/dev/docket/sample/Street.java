package dev.docket.sample;

import java.util.SplittableRandom;

/** A street between tall fronts, looked along: two walls and a floor met by rays, with window grids that shrink into the haze. */
final class Street implements Scene {
    private static final double HALF = 1.45;
    private static final int[] FRONT = {0xB98B6B, 0xC9B79A, 0x8F9CA8, 0xA65F4A, 0xD4C6A4, 0x7D7268, 0xB7B1A6, 0x8A4E42, 0xD9A66A};
    private final Sky.Hour hour;

    Street(Sky.Hour hour) {
        this.hour = hour;
    }

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        View view = new View(random);
        double scale = 1.5 / Math.max(width, height);
        double horizon = height * random.nextDouble(.5, .62);
        double aim = width * random.nextDouble(.36, .64);
        return Picture.painted(width * 2, height * 2, (x, y) ->
                view.along((x / 2.0 - aim) * scale, (horizon - y / 2.0) * scale).toScreen()).resized(width, height);
    }

    /** One street; the eye is 1.0 high in its middle, a storey is 1.0. */
    private final class View {
        private final Sky sky;
        private final Noise noise;
        private final double lit;
        private final double sunSide;
        private final double low;

        View(SplittableRandom random) {
            sky = Sky.of(hour, random);
            noise = new Noise(random.nextLong());
            lit = hour == Sky.Hour.NIGHT ? .5 : hour == Sky.Hour.DUSK ? .38 : .07;
            sunSide = random.nextBoolean() ? 1 : -1;
            low = random.nextDouble(2.2, 3.4);
        }

        private double roof(int plot, int side) {
            return low + 2.6 * noise.at(plot, 40 + side);
        }

        Colour along(double u, double v) {
            int side = u < 0 ? 0 : 1;
            double t = HALF / Math.max(1e-6, Math.abs(u));
            double floor = v < 0 ? -1 / v : Double.MAX_VALUE;
            if (floor < t) {
                return hazed(ground(u * floor, floor), floor, u, v);
            }
            double tall = 1 + v * t;
            int plot = Noise.floor(t / 2.2);
            return t < 60 && tall < roof(plot, side) ? hazed(front(plot, side, t, tall), t, u, v) : sky.from(u, Math.max(.02, v), 1);
        }

        private Colour hazed(Colour lit, double t, double u, double v) {
            double seen = StrictMath.exp(-t * (hour == Sky.Hour.MORNING ? .06 : .035));
            return sky.from(u * .3, .06, 1).times(.95).mix(lit, seen);
        }

        private Colour front(int plot, int side, double z, double y) {
            double along = z / 2.2 - plot;
            Colour plaster = Colour.hex(FRONT[(int) (noise.at(plot, 7 + side) * FRONT.length)]).toLight();
            double columns = 3 + Noise.floor(2 * noise.at(plot, 9 + side));
            double cellX = along * columns;
            double wx = cellX - Noise.floor(cellX);
            double wy = y - Noise.floor(y);
            int storey = Noise.floor(y);
            double roof = roof(plot, side);
            Colour wall = plaster.times(1 + .3 * noise.fractal(z * 3, y * 3, 4) + .08 * noise.smooth(z * 30, y * 30));
            double bounce = .5 + .5 * Math.min(1, y / 3);
            double sunny = (side == 1) == (sunSide > 0) ? 0 : Noise.step(1.2, 1.5, y + .25 * noise.smooth(plot, 3));
            Colour light = sky.zenith().mix(sky.horizon(), .5).times(.75 * bounce).plus(sky.sun().times(.55 * sunny * sky.sunY() + .3 * sunny));
            if (y > roof - .14) {
                return Colour.hex(0xD8D2C6).toLight().times(.8).times(light);
            }
            if (along < .012 || along > .988) {
                return wall.times(.45).times(light);
            }
            if (storey == 0) {
                return shop(plot, side, along, y, wall, light);
            }
            return storey + 1 < roof && wy > .2 && wy < .86 ? pane(plot, side, storey, Noise.floor(cellX), wx, wy, wall, light) : wall.times(light)
                    .times(wy < .035 ? .7 : 1);
        }

        private Colour pane(int plot, int side, int storey, int column, double wx, double wy, Colour wall, Colour light) {
            if (wx < .24 || wx > .76) {
                return wall.times(light);
            }
            boolean frame = wx < .29 || wx > .71 || wy < .26 || wy > .81 || Math.abs(wx - .5) < .018 || Math.abs(wy - .58) < .014;
            if (frame) {
                return Colour.hex(0xE8E2D4).toLight().times(light);
            }
            double number = noise.at(plot * 31 + column, storey * 17 + side);
            if (number < lit) {
                return Colour.hex(0xFFC766).toLight().times(.75 + .5 * wy);
            }
            double slope = noise.at(plot * 7 + column, storey) * .6;
            return (wy + wx * .4 > .55 + slope ? sky.from(side == 0 ? 1 : -1, .5, -.3).times(.5) : Colour.hex(0x27303A).toLight()).times(.9);
        }

        private Colour shop(int plot, int side, double along, double y, Colour wall, Colour light) {
            Colour accent = Colour.hsv(noise.at(plot, 60 + side), .55, .5).toLight();
            if (y > .74 && y < .92 && along > .06 && along < .94) {
                return (Noise.floor(along * 14) % 2 == 0 ? accent : Colour.hex(0xEFE7D6).toLight()).times(light);
            }
            if (y < .1 || y > .74) {
                return wall.times(.7).times(light);
            }
            boolean glass = along > .1 && along < .62 && Math.abs(along - .36) > .008;
            if (glass) {
                boolean open = noise.at(plot, 77 + side) < .35 + lit;
                double goods = noise.cell(along * 16, y * 7).nearest();
                return open ? Colour.hex(0xFFDFA8).toLight().times(.95 - .5 * goods) : Colour.hex(0x2B343C).toLight().times(1.2 - .4 * goods);
            }
            return along > .7 && along < .88 && y < .7 ? accent.times(.6).times(light) : wall.times(.85).times(light);
        }

        private Colour ground(double x, double z) {
            double path = Math.abs(x);
            Colour light = sky.zenith().mix(sky.horizon(), .5).times(.95).plus(sky.sun().times(.12));
            if (path > .98) {
                boolean joint = Math.abs(z * 2 - Math.round(z * 2)) < .02 || Math.abs(path - 1.2) < .008;
                double kerb = path < 1.03 ? 1.25 : 1;
                return Colour.hex(0xA8A196).toLight().times((joint ? .6 : 1) * kerb * (1 + .25 * noise.fractal(x * 8, z * 8, 3))).times(light);
            }
            Noise.Cell cell = noise.cell(x * 9, z * 5.5);
            double joint = Noise.step(.02, .12, cell.second() - cell.nearest());
            Colour stone = Colour.hex(0x8B857D).toLight().times((.6 + .5 * cell.number()) * (.35 + .65 * joint));
            double wet = Noise.step(.02, .3, noise.fractal(x * .9 + 4, z * .5, 3) + (hour == Sky.Hour.NIGHT || hour == Sky.Hour.OVERCAST ? .16 : -.04));
            double sway = (cell.nearest() - .4) * .12;
            int side = x < 0 ? 0 : 1;
            double reach = z * HALF / path;
            double up = -1 + reach / z;
            int plot = Noise.floor(reach / 2.2);
            Colour mirrored = up + sway < roof(plot, side) && reach < 60 && up > 0
                    ? front(plot, side, reach, Math.max(.01, up + sway)) : sky.from(x / z + sway, 1 / z, 1);
            return stone.times(light).mix(mirrored, wet * .5);
        }
    }
}
