package dev.docket.sample;

import java.util.SplittableRandom;

/** Mountains, hills, dunes and islands: a fractal height field seen over water, column by column, with sun, shadows and haze. */
final class Landscape implements Scene {
    private static final double NEAR = .45;
    private static final double FAR = 46;
    private static final int FINER = 2; // samples a pixel, each way

    /** Shapes of land. */
    enum Kind { ALPS, HILLS, DUNES, COAST }

    private final Kind kind;
    private final Sky.Hour hour;

    Landscape(Kind kind, Sky.Hour hour) {
        this.kind = kind;
        this.hour = hour;
    }

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        return new View(width * FINER, height * FINER, random).paint().resized(width, height);
    }

    /** One picture of it: the ground and the eye. */
    private final class View {
        private final int width;
        private final int height;
        private final Sky sky;
        private final Noise noise;
        private final Noise trees;
        private final double offsetX;
        private final double offsetZ;
        private final double eye;
        private final double horizon;
        private final double focal;
        private final double haze;
        private final double snowLine;
        private final float[] depth;

        View(int width, int height, SplittableRandom random) {
            this.width = width;
            this.height = height;
            sky = Sky.of(hour, random);
            noise = new Noise(random.nextLong());
            trees = new Noise(random.nextLong());
            offsetX = random.nextDouble(100);
            offsetZ = random.nextDouble(100);
            double over = kind == Kind.COAST ? random.nextDouble(.5, .9) : random.nextDouble(.75, 1.25);
            eye = kind == Kind.DUNES ? over * .55 + highestNear() : over;
            horizon = height * (kind == Kind.ALPS ? random.nextDouble(.56, .64) : random.nextDouble(.42, .54));
            focal = Math.max(width, height) * random.nextDouble(.85, 1.15);
            haze = hour == Sky.Hour.NOON ? .012 : hour == Sky.Hour.OVERCAST ? .024 : .02;
            snowLine = random.nextDouble(2.0, 3.2);
            depth = new float[width * height];
        }

        /** Height of the highest ground right before the eye. */
        private double highestNear() {
            double highest = 0;
            for (double z = NEAR; z < 3.5; z += .1) {
                for (double x = -.5 * z; x <= .5 * z; x += .1) {
                    highest = Math.max(highest, bare(x, z, 5));
                }
            }
            return highest;
        }

        Picture paint() {
            for (int x = 0; x < width; x++) {
                march(x);
            }
            Picture picture = new Picture(width, height);
            for (int y = 0; y < height; y++) {
                for (int x = 0; x < width; x++) {
                    picture.set(x, y, light(x, y).toScreen());
                }
            }
            return picture;
        }

        /** Walks one column outwards and notes how far away the ground is in each row. */
        private void march(int column) {
            double aside = (column + .5 - width / 2.0) / focal;
            int top = height;
            double rowBefore = horizon + eye / NEAR * focal;
            double before = NEAR;
            for (double t = NEAR; t < FAR && top > 0; t *= 1.0035) {
                double row = horizon - (Math.max(0, ground(aside * t, t, octaves(t))) - eye) / t * focal;
                if (row < top) {
                    int from = Math.max(0, (int) Math.ceil(row));
                    for (int y = from; y < top; y++) {
                        double share = rowBefore - row < 1e-9 ? 1 : Math.clamp((rowBefore - y) / (rowBefore - row), 0, 1);
                        depth[y * width + column] = (float) (before + (t - before) * share);
                    }
                    top = Math.min(top, from);
                }
                rowBefore = row;
                before = t;
            }
        }

        private int octaves(double distance) {
            return distance < 4 ? 9 : distance < 12 ? 8 : 7;
        }

        /** Height of the ground above the water, trees included. */
        private double ground(double x, double z, int octaves) {
            double bare = bare(x, z, octaves);
            return bare + (octaves > 5 ? canopy(x, z, bare) : 0);
        }

        private double bare(double x, double z, int octaves) {
            double u = x + offsetX;
            double v = z + offsetZ;
            return switch (kind) {
                case ALPS -> {
                    double rise = Noise.step(2.6, 15, z);
                    yield noise.ridges(u * .11, v * .11, octaves) * (.35 + 6.3 * rise) + noise.fractal(u * .3, v * .3, octaves - 3) * .45
                            - .62 - .5 * rise;
                }
                case HILLS -> noise.fractal(u * .13, v * .13, octaves - 1) * (1.3 + 2.6 * Noise.step(5, 30, z)) + .28 * Noise.step(1, 8, z)
                        + .12 + .9 * Noise.step(12, 34, z);
                case DUNES -> {
                    double wave = noise.smooth(u * .16 + .6 * noise.smooth(v * .1, u * .1), v * .3);
                    double crest = 1 - Math.abs(wave);
                    yield crest * crest * (.75 + .9 * Noise.step(2, 20, z)) + noise.fractal(u * .2, v * .2, 4) * .35
                            + .012 * noise.smooth(u * 5 + 3 * noise.smooth(u * .7, v * .7), v * 14) * Noise.step(9, 2, z) + .12;
                }
                case COAST -> noise.ridges(u * .14, v * .14, octaves) * (.9 + 1.9 * Noise.step(6, 30, z)) - .62 - .25 * Noise.step(0, 5, 5 - z)
                        + noise.fractal(u * .4, v * .4, octaves - 3) * .25;
            };
        }

        private double forest(double x, double z, double bare) {
            if (kind == Kind.DUNES || bare < .07) {
                return 0;
            }
            double patch = trees.fractal(x * .55 + 40, z * .55, 3) + (kind == Kind.HILLS ? -.06 : .12);
            double treeLine = kind == Kind.ALPS ? 1 - Noise.step(1.1, 1.9, bare) : 1;
            return Noise.step(0, .12, patch) * treeLine;
        }

        /** Extra height of trees: cones on mountains, domes elsewhere. */
        private double canopy(double x, double z, double bare) {
            double here = forest(x, z, bare);
            if (here <= .05) {
                return 0;
            }
            double size = kind == Kind.ALPS ? 9 : kind == Kind.HILLS ? 9.5 : 8;
            Noise.Cell tree = trees.cell(x * size, z * size);
            double tall = (.55 + .6 * tree.number()) * here;
            double d = tree.nearest();
            return kind == Kind.ALPS || kind == Kind.COAST
                    ? Math.max(0, 1 - d * 1.7) * .26 * tall * (1 + .12 * trees.smooth(x * 60, z * 60))
                    : Math.sqrt(Math.max(0, 1 - d * d * 3.2)) * .15 * tall * (1 + .22 * trees.fractal(x * 40, z * 40, 3));
        }

        private Colour light(int x, int y) {
            double aside = (x + .5 - width / 2.0) / focal;
            double up = (horizon - y) / focal;
            double t = depth[y * width + x];
            if (t == 0) {
                return sky.from(aside, up, 1);
            }
            double gx = aside * t;
            double bare = bare(gx, t, octaves(t));
            Colour lit = bare + canopy(gx, t, bare) < 0 ? water(x, y, gx, t) : land(gx, t, bare);
            return hazed(lit, t, aside, up);
        }

        private Colour hazed(Colour lit, double t, double aside, double up) {
            double seen = StrictMath.exp(-t * haze - t * t * haze * .012);
            Colour air = sky.from(aside, .015, 1).mix(sky.horizon(), .35).times(.92);
            return air.mix(lit, Math.clamp(seen, 0, 1));
        }

        private Colour land(double x, double z, double bare) {
            int octaves = octaves(z);
            double e = .0035 * z + .004;
            double h = ground(x, z, octaves);
            double nx = (ground(x - e, z, octaves) - ground(x + e, z, octaves)) / (2 * e);
            double nz = (ground(x, z - e, octaves) - ground(x, z + e, octaves)) / (2 * e);
            double length = Math.sqrt(nx * nx + nz * nz + 1);
            double facing = Math.max(0, (nx * sky.sunX() + sky.sunY() + nz * sky.sunZ() * -1) / length);
            double bright = facing * shadow(x, h, z);
            Colour albedo = albedo(x, z, bare, h - bare, 1 / length);
            Colour ambient = sky.zenith().mix(sky.horizon(), .5).times(.55 + .3 / length);
            return albedo.times(sky.sun().times(bright * 1.15).plus(ambient));
        }

        /** 0 in the shade, 1 in the sun; the sun stands behind the eye's right or left so that slopes are modelled by light. */
        private double shadow(double x, double h, double z) {
            double lit = 1;
            double s = .06 + z * .004;
            for (int i = 0; i < 16 && lit > .02; i++) {
                double above = h + .01 + s * sky.sunY() - Math.max(0, bare(x + s * sky.sunX(), z - s * sky.sunZ(), 5));
                lit = Math.min(lit, .5 + 5 * above / s);
                s *= 1.38;
            }
            return Math.clamp(lit, 0, 1);
        }

        private Colour albedo(double x, double z, double bare, double tree, double flat) {
            double grain = noise.fractal(x * 6, z * 6, 4);
            double patch = noise.fractal(x * .9 + 9, z * .9, 4);
            if (kind == Kind.DUNES) {
                return Colour.hex(0xD9A866).mix(Colour.hex(0xB97B45), .5 + patch).toLight().times(.95 + .25 * grain);
            }
            if (tree > .004) {
                double number = trees.cell(x * 6.5, z * 6.5).number();
                Colour leaf = kind == Kind.HILLS ? Colour.hex(0x4C6B2A).mix(Colour.hex(0x8A7A2C), number * .6) : Colour.hex(0x27452F).mix(Colour.hex(0x3C5632), number);
                return leaf.toLight().times(.65 + 2.2 * tree);
            }
            Colour rock = Colour.hex(0x7D766C).mix(Colour.hex(0x59554F), .5 + grain).toLight();
            Colour grass = (kind == Kind.HILLS ? Colour.hex(0x7F9A45).mix(Colour.hex(0xB9AF5A), Noise.step(-.2, .3, patch))
                    : Colour.hex(0x6B7D42).mix(Colour.hex(0x8C8552), .5 + patch)).toLight().times(1 + .5 * grain);
            Colour ground = rock.mix(grass, Noise.step(.55, .8, flat + .25 * patch) * (1 - Noise.step(1.5, 2.6, bare + grain)));
            Colour sand = Colour.hex(0xCDB98C).toLight();
            ground = sand.mix(ground, Noise.step(.02, .09, bare + .05 * grain));
            boolean snows = kind == Kind.ALPS;
            double snow = snows ? Noise.step(snowLine - .5, snowLine + .3, bare + grain * .9) * Noise.step(.42, .68, flat + .15 * grain) : 0;
            return ground.mix(Colour.hex(0xEEF3F8).toLight(), snow);
        }

        /** The sky and the far shore, mirrored with ripples; clear and darker where one looks down. */
        private Colour water(int x, int y, double gx, double t) {
            double ripple = trees.fractal(gx * 3.2 / (1 + t * .05), t * 9 / (1 + t * .12), 4);
            double swell = trees.smooth(gx * .8, t * 2.1);
            double tilt = (ripple * .6 + swell * .25) * Math.min(1, .34 + t * .05);
            double mirroredRow = 2 * horizon - y + tilt * focal * .10;
            int row = (int) Math.clamp(mirroredRow, 0, height - 1);
            int column = (int) Math.clamp(x + tilt * focal * .02, 0, width - 1);
            double far = row < horizon ? depth[row * width + column] : 0;
            double aside = (column + .5 - width / 2.0) / focal;
            double up = Math.max(.01, (horizon - mirroredRow) / focal);
            Colour mirrored = sky.from(aside, up, 1);
            if (far > 0) {
                double bare = bare(aside * far, far, 6);
                mirrored = bare < 0 ? mirrored : hazed(land(aside * far, far, bare).times(.8), far, aside, up);
            }
            double grazing = 1 - eye / Math.sqrt(eye * eye + t * t);
            double share = .12 + .8 * grazing * grazing * grazing;
            Colour deep = Colour.hex(hour == Sky.Hour.NOON ? 0x1F5A66 : 0x22414C).toLight().times(.6 + .5 * sky.sunY());
            return deep.mix(mirrored, share);
        }
    }
}
