package dev.docket.sample;

import java.util.SplittableRandom;

/** Vases, fruit and blocks on a wooden table by a window: distance functions walked by rays, with soft shadows and one reflection. */
final class StillLife implements Scene {

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        return new View(width, height, random, Solid.arranged(random, random.nextDouble(), Math.min(1, .62 * width / height + .18))).paint();
    }

    /** One table, lit and looked at. Also draws other solids than the usual ones. */
    static final class View {
        private static final double FAR = 14;
        private final int width;
        private final int height;
        private final Solid[] solids;
        private final Noise noise;
        private final Colour wall;
        private final Colour wood;
        private final Colour lamp;
        private final double lx;
        private final double ly;
        private final double lz;
        private final double swing;
        private final double paneX;

        View(int width, int height, SplittableRandom random, Solid[] solids) {
            this.width = width;
            this.height = height;
            this.solids = solids;
            noise = new Noise(random.nextLong());
            wall = Colour.hsv(random.nextDouble(), random.nextDouble(.08, .38), random.nextDouble(.34, .82)).toLight();
            wood = Colour.hsv(random.nextDouble(.05, .1), random.nextDouble(.3, .62), random.nextDouble(.4, .8)).toLight();
            lamp = (random.nextBoolean() ? Colour.hex(0xFFE3BC) : Colour.hex(0xF3F6FF)).toLight().times(random.nextDouble(1.9, 2.5));
            double side = random.nextBoolean() ? 1 : -1;
            double a = random.nextDouble(.5, .9) * side;
            double length = Math.sqrt(a * a + .25 + .36);
            lx = a / length;
            ly = .5 / length;
            lz = -.6 / length;
            swing = random.nextDouble(-.35, .35);
            paneX = a / .6 * random.nextDouble(3.5, 4.5);
        }

        Picture paint() {
            Picture picture = Picture.painted(width, height, (x, y) -> seen(x + .5, y + .5).toScreen());
            return smoothed(picture);
        }

        /** Four more looks at every pixel that differs from a neighbour. */
        private Picture smoothed(Picture once) {
            return Picture.painted(width, height, (x, y) -> {
                double luma = once.get(x, y).luma();
                double step = Math.max(Math.max(Math.abs(luma - once.get(x + 1, y).luma()), Math.abs(luma - once.get(x - 1, y).luma())),
                        Math.max(Math.abs(luma - once.get(x, y + 1).luma()), Math.abs(luma - once.get(x, y - 1).luma())));
                if (step < .045) {
                    return once.get(x, y);
                }
                return seen(x + .3, y + .1).toScreen().plus(seen(x + .9, y + .3).toScreen())
                        .plus(seen(x + .1, y + .7).toScreen()).plus(seen(x + .7, y + .9).toScreen()).times(.25);
            });
        }

        private Colour seen(double px, double py) {
            double scale = .94 / Math.max(width, height * 1.2);
            double u = (px - width / 2.0) * scale;
            double v = (height * .5 - py) * scale;
            double dy = v - .31;
            double dz = 1.06;
            double length = Math.sqrt(u * u + dy * dy + dz * dz);
            double ox = -swing * 4;
            double dx = u + swing * .7;
            return trace(ox, 2.75, -5.6, dx / length, dy / length, dz / length, true);
        }

        private Colour trace(double ox, double oy, double oz, double dx, double dy, double dz, boolean mirrors) {
            double t = .02;
            for (int i = 0; i < 170 && t < FAR; i++) {
                double d = room(ox + dx * t, oy + dy * t, oz + dz * t);
                if (d < .0012 * t) {
                    return surface(ox + dx * t, oy + dy * t, oz + dz * t, dx, dy, dz, mirrors);
                }
                t += d;
            }
            return window(dx, dy, dz);
        }

        private double things(double x, double y, double z) {
            double nearest = FAR;
            for (Solid solid : solids) {
                double dx = x - solid.x();
                double dz = z - solid.z();
                double rough = Math.sqrt(dx * dx + dz * dz) - 1.4;
                nearest = Math.min(nearest, rough > nearest || rough > .5 ? Math.max(rough, .3) : solid.distance(x, y, z));
            }
            return nearest;
        }

        private double room(double x, double y, double z) {
            return Math.min(things(x, y, z), Math.min(y, 3.4 - z));
        }

        private Colour surface(double x, double y, double z, double dx, double dy, double dz, boolean mirrors) {
            double e = .0015;
            double here = room(x, y, z);
            double nx = room(x + e, y, z) - here;
            double ny = room(x, y + e, z) - here;
            double nz = room(x, y, z + e) - here;
            double n = Math.sqrt(nx * nx + ny * ny + nz * nz) + 1e-12;
            nx /= n;
            ny /= n;
            nz /= n;
            Solid solid = touched(x, y, z);
            Colour albedo = solid != null ? solid.albedo(x, y, z, noise) : y < 3.4 - z ? table(x, z) : plaster(x, y);
            double facing = Math.max(0, nx * lx + ny * ly + nz * lz);
            Colour direct = lamp.times(facing * (facing > 0 ? shade(x + nx * .01, y + ny * .01, z + nz * .01) * frame(x, y, z) : 0));
            Colour ambient = wall.mix(Colour.hex(0xC8D4E2).toLight(), .5 + .5 * ny).times(.42 * open(x, y, z, nx, ny, nz));
            Colour lit = albedo.times(direct.plus(ambient));
            double cosine = -(dx * nx + dy * ny + dz * nz);
            double gloss = solid != null ? solid.gloss() : y < 3.4 - z ? .03 : 0;
            if (!mirrors || gloss == 0) {
                return lit;
            }
            double share = gloss + (1 - gloss) * .55 * fifth(1 - Math.clamp(cosine, 0, 1)) * (gloss > .02 ? 1 : .2);
            double rx = dx + 2 * cosine * nx;
            double ry = dy + 2 * cosine * ny;
            double rz = dz + 2 * cosine * nz;
            double glint = Math.max(0, rx * lx + ry * ly + rz * lz);
            Colour mirrored = trace(x + nx * .02, y + ny * .02, z + nz * .02, rx, ry, rz, false);
            return lit.mix(mirrored, share).plus(lamp.times(gloss * 7 * fifth(glint) * fifth(glint) * fifth(glint) * fifth(glint) * fifth(glint)));
        }

        private Solid touched(double x, double y, double z) {
            for (Solid solid : solids) {
                if (solid.distance(x, y, z) < .012) {
                    return solid;
                }
            }
            return null;
        }

        private double shade(double x, double y, double z) {
            double lit = 1;
            double t = .03;
            for (int i = 0; i < 34 && t < 6; i++) {
                double d = things(x + lx * t, y + ly * t, z + lz * t);
                lit = Math.min(lit, .5 + 5.5 * d / t);
                if (lit <= 0) {
                    return 0;
                }
                t += Math.clamp(d, .03, .35);
            }
            double soft = Math.min(1, lit);
            return soft * soft * (3 - 2 * soft);
        }

        /** The light comes through a window: bars cross it, and beyond its edges it is dim. */
        private double frame(double x, double y, double z) {
            double along = (z + 3.2) / lz;
            double u = x - lx * along - paneX;
            double v = y - ly * along - 4.4;
            double soft = .05 + .012 * along * along * .2;
            double inside = Noise.step(2.3 + soft * 3, 2.3 - soft * 3, Math.abs(u)) * Noise.step(3.1 + soft * 3, 3.1 - soft * 3, Math.abs(v - 1))
                    * Noise.step(.04, .04 + soft * 2, Math.abs(v + 1));
            double bars = Noise.step(.04, .04 + soft * 2, Math.abs(u - .77)) * Noise.step(.04, .04 + soft * 2, Math.abs(u + .77))
                    * Noise.step(.04, .04 + soft * 2, Math.abs(v - 1))
                    * Noise.step(.04, .04 + soft * 2, Math.abs(v + 1));
            return .22 + .78 * inside * (.25 + .75 * bars);
        }

        private double open(double x, double y, double z, double nx, double ny, double nz) {
            double closed = 0;
            double weight = 1;
            for (int i = 1; i <= 5; i++) {
                double h = .07 * i * i * .55;
                closed += weight * (h - room(x + nx * h, y + ny * h, z + nz * h));
                weight *= .62;
            }
            return Math.clamp(1 - 1.15 * closed, .06, 1);
        }

        private Colour table(double x, double z) {
            int plank = Noise.floor(z / 1.15 + 40);
            double offset = noise.at(plank, 3) * 20;
            double rings = noise.fractal(x * .5 + offset, z * 5 + offset, 4);
            double pores = noise.smooth(x * 3 + offset, z * 60);
            double gap = Math.abs(z / 1.15 + 40 - plank - .5) > .487 ? .35 : 1;
            double tone = .82 + .34 * StrictMath.sin(rings * 14) * .35 + .1 * pores + .3 * (noise.at(plank, 7) - .5);
            return wood.times(Math.max(.1, tone * gap));
        }

        private Colour plaster(double x, double y) {
            double spots = noise.fractal(x * .8, y * .8, 5);
            return wall.times(.9 + .3 * spots + .05 * noise.smooth(x * 40, y * 40));
        }

        /** What is behind the eye: a bright window in a dark room, seen in glazes only. */
        private Colour window(double dx, double dy, double dz) {
            double a = (dx - lx * .8) * 3;
            double b = (dy - ly) * 3;
            boolean pane = Math.abs(a) < 1 && Math.abs(b) < 1 && Math.abs(a) > .06 && Math.abs(b) > .06 && dz < .3;
            return pane ? lamp.times(1.6) : wall.times(.35);
        }

        private static double fifth(double x) {
            return x * x * x * x * x;
        }
    }
}
