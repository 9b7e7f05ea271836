package dev.docket.sample;

import java.util.SplittableRandom;

/** Close-ups of surfaces: cobbles, coral grown by reaction and diffusion, marble, cloth and wood, lit from one side. */
final class Patterns implements Scene {

    /** Surfaces to choose from. */
    enum Kind { COBBLES, CORAL, MARBLE, CLOTH, LEAVES }

    private final Kind kind;

    Patterns(Kind kind) {
        this.kind = kind;
    }

    /** Height and colour of a surface at a point in pixels. */
    private interface Surface {
        double height(double x, double y);

        Colour colour(double x, double y);
    }

    @Override
    public Picture paint(int width, int height, SplittableRandom random) {
        Surface surface = surface(width, height, random);
        double sx = random.nextBoolean() ? .6 : -.6;
        Colour sun = Colour.hex(0xFFEAC8).toLight().times(1.5);
        Colour sky = Colour.hex(0xA9BBD4).toLight().times(.5);
        return Picture.painted(width, height, (x, y) -> {
            double h = surface.height(x, y);
            double nx = surface.height(x - .7, y) - surface.height(x + .7, y);
            double ny = surface.height(x, y - .7) - surface.height(x, y + .7);
            double n = Math.sqrt(nx * nx + ny * ny + 1.4);
            double facing = Math.max(0, (nx * sx - ny * .55 + .75) / n);
            double deep = surface.height(x + sx * 7, y - 5) - h;
            double shade = Math.clamp(1 - deep * .09, .35, 1);
            double glint = Math.max(0, facing - .93) * 2.2;
            return surface.colour(x, y).times(sun.times(facing * shade).plus(sky)).plus(Colour.grey(glint * .4)).toScreen();
        });
    }

    private Surface surface(int width, int height, SplittableRandom random) {
        Noise noise = new Noise(random.nextLong());
        double hue = random.nextDouble();
        double scale = Math.max(width, height);
        return switch (kind) {
            case COBBLES -> cobbles(noise, scale / random.nextDouble(7, 14), random.nextDouble(.03, .12));
            case CORAL -> coral(new Growth(width / 2, height / 2, random), hue, noise);
            case MARBLE -> marble(noise, scale / random.nextDouble(2.5, 4), hue);
            case CLOTH -> cloth(noise, random.nextDouble(7, 12), hue);
            case LEAVES -> leaves(noise, scale / random.nextDouble(7, 11), random.nextDouble(.08, .36));
        };
    }

    private static Surface cobbles(Noise noise, double size, double hue) {
        return new Surface() {
            @Override
            public double height(double x, double y) {
                Noise.Cell cell = noise.cell(x / size, y / size);
                double edge = cell.second() - cell.nearest();
                return size * .3 * Math.sqrt(Noise.step(.02, .5, edge)) + 1.8 * noise.fractal(x / 14, y / 14, 5) + 2 * cell.number();
            }

            @Override
            public Colour colour(double x, double y) {
                Noise.Cell cell = noise.cell(x / size, y / size);
                double stone = Noise.step(.03, .13, cell.second() - cell.nearest());
                Colour body = Colour.hsv(hue + .1 * cell.number(), .22, .42 + .35 * cell.number()).toLight();
                Colour moss = Colour.hex(0x4A5730).toLight().times(.7 + .6 * noise.fractal(x / 6, y / 6, 3));
                return moss.mix(body.times(1 + .6 * noise.fractal(x / 8, y / 8, 4)), stone);
            }
        };
    }

    private static Surface coral(Growth growth, double hue, Noise noise) {
        Colour low = Colour.hsv(hue, .75, .35).toLight();
        Colour high = Colour.hsv(hue + .1, .45, .95).toLight();
        return new Surface() {
            @Override
            public double height(double x, double y) {
                return 26 * growth.at(x / 2, y / 2) + .5 * noise.fractal(x / 7, y / 7, 4);
            }

            @Override
            public Colour colour(double x, double y) {
                return low.mix(high, Noise.step(.05, .32, growth.at(x / 2, y / 2)) + .12 * noise.fractal(x / 20, y / 20, 4));
            }
        };
    }

    private static Surface marble(Noise noise, double size, double hue) {
        return new Surface() {
            @Override
            public double height(double x, double y) {
                return .12 * noise.fractal(x / 30, y / 30, 3);
            }

            @Override
            public Colour colour(double x, double y) {
                double u = x / size;
                double v = y / size;
                double wx = noise.fractal(u, v, 5);
                double wy = noise.fractal(u + 5.2, v + 1.3, 5);
                double vein = noise.fractal(u + 1.6 * wx, v + 1.6 * wy, 6);
                double thin = 1 - Math.min(1, Math.abs(vein + .1 * wx) * 9);
                Colour body = Colour.hsv(hue, .16, .62 + .35 * wy).mix(Colour.hsv(hue + .45, .35, .45), Noise.step(.05, .5, wx));
                return body.toLight().mix(Colour.hsv(hue + .1, .5, .22).toLight(), thin * thin * .75);
            }
        };
    }

    private static Surface cloth(Noise noise, double thread, double hue) {
        return new Surface() {
            private double fold(double x, double y) {
                return 46 * noise.fractal(x / 340, y / 260, 3);
            }

            @Override
            public double height(double x, double y) {
                double u = x / thread;
                double v = y / thread;
                boolean over = (Noise.floor(u) + Noise.floor(v) & 1) == 0;
                double across = (over ? v - Noise.floor(v) : u - Noise.floor(u)) - .5;
                return fold(x, y) + thread * .32 * (.25 - across * across) * 2 + .3 * noise.smooth(x, y);
            }

            @Override
            public Colour colour(double x, double y) {
                int u = Noise.floor(x / thread);
                int v = Noise.floor(y / thread);
                boolean warp = (u + v & 1) == 0;
                boolean check = Math.floorMod(warp ? v : u, 18) < 7;
                Colour yarn = Colour.hsv(hue + (check ? .08 : 0), check ? .25 : .6, check ? .9 : .55);
                return yarn.toLight().times(.8 + .35 * noise.at(warp ? v : u, warp ? 1 : 2) + .2 * noise.smooth(x / 3, y / 3));
            }
        };
    }

    private static Surface leaves(Noise noise, double size, double hue) {
        return new Surface() {
            private double tip(double x, double y, int layer) {
                Noise.Cell cell = noise.cell(x / size + layer * 7.3, y / size * 1.5 + layer * 3.1);
                return .62 - cell.nearest() + .28 * cell.number();
            }

            @Override
            public double height(double x, double y) {
                return size * .5 * Math.max(Math.max(tip(x, y, 0), tip(x, y, 1)), .1) + .6 * noise.smooth(x / 3, y / 3);
            }

            @Override
            public Colour colour(double x, double y) {
                int layer = tip(x, y, 0) > tip(x, y, 1) ? 0 : 1;
                Noise.Cell cell = noise.cell(x / size + layer * 7.3, y / size * 1.5 + layer * 3.1);
                double vein = Math.abs(StrictMath.sin((x + y * (cell.number() - .5) * 2) / size * 9));
                return Colour.hsv(hue + .12 * (cell.number() - .5), .62, .3 + .5 * cell.number()).toLight()
                        .times((vein < .12 ? 1.3 : 1) * (.75 + .3 * noise.fractal(x / 9, y / 9, 3)) * Noise.step(-.05, .25, .75 - cell.nearest()));
            }
        };
    }

    /** Gray-Scott: two substances that feed, kill and spread; what is left is spots, worms or coral [1].
     * [1] J. E. Pearson, Complex Patterns in a Simple System, Science 261, 1993. */
    private static final class Growth {
        private static final int STEPS = 2600;
        private final int width;
        private final int height;
        private float[] u;
        private float[] v;

        Growth(int width, int height, SplittableRandom random) {
            this.width = width;
            this.height = height;
            u = new float[width * height];
            v = new float[width * height];
            java.util.Arrays.fill(u, 1);
            for (int i = 0; i < 46; i++) {
                int cx = random.nextInt(width);
                int cy = random.nextInt(height);
                for (int k = 0; k < 64; k++) {
                    int at = Math.floorMod(cy + k / 8, height) * width + Math.floorMod(cx + k % 8, width);
                    u[at] = .5f;
                    v[at] = .25f + random.nextInt(100) * .001f;
                }
            }
            float[][] rates = {{.037f, .060f}, {.029f, .057f}, {.0545f, .062f}, {.034f, .0618f}};
            float[] rate = rates[random.nextInt(rates.length)];
            for (int i = 0; i < STEPS; i++) {
                step(rate[0], rate[1]);
            }
        }

        private void step(float feed, float kill) {
            float[] nextU = new float[u.length];
            float[] nextV = new float[v.length];
            for (int y = 0; y < height; y++) {
                int above = (y == 0 ? height - 1 : y - 1) * width;
                int below = (y == height - 1 ? 0 : y + 1) * width;
                for (int x = 0; x < width; x++) {
                    int left = x == 0 ? width - 1 : x - 1;
                    int right = x == width - 1 ? 0 : x + 1;
                    int row = y * width;
                    int i = row + x;
                    float spreadU = .2f * (u[row + left] + u[row + right] + u[above + x] + u[below + x])
                            + .05f * (u[above + left] + u[above + right] + u[below + left] + u[below + right]) - u[i];
                    float spreadV = .2f * (v[row + left] + v[row + right] + v[above + x] + v[below + x])
                            + .05f * (v[above + left] + v[above + right] + v[below + left] + v[below + right]) - v[i];
                    float reaction = u[i] * v[i] * v[i];
                    nextU[i] = u[i] + 1.0f * spreadU - reaction + feed * (1 - u[i]);
                    nextV[i] = v[i] + .5f * spreadV + reaction - (feed + kill) * v[i];
                }
            }
            u = nextU;
            v = nextV;
        }

        /** How much of the second substance there is, about 0..0.4, linear between cells. */
        double at(double x, double y) {
            int xi = Math.clamp(Noise.floor(x), 0, width - 2);
            int yi = Math.clamp(Noise.floor(y), 0, height - 2);
            double fx = Math.clamp(x - xi, 0, 1);
            double fy = Math.clamp(y - yi, 0, 1);
            int i = yi * width + xi;
            return Noise.lerp(Noise.lerp(v[i], v[i + 1], fx), Noise.lerp(v[i + width], v[i + width + 1], fx), fy);
        }
    }
}
