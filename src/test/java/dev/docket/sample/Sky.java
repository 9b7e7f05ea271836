package dev.docket.sample;

import java.util.SplittableRandom;

/** Light of a time of day: the sky's colours, the sun, its clouds. Colours are light, not screen values. */
record Sky(Colour zenith, Colour horizon, Colour sun, double sunX, double sunY, double sunZ, double cover, Noise clouds) {

    /** Times of day with their weather. */
    enum Hour { MORNING, NOON, GOLDEN, DUSK, OVERCAST, NIGHT }

    static Sky of(Hour hour, SplittableRandom random) {
        double side = random.nextDouble(-1.1, 1.1);
        Noise clouds = new Noise(random.nextLong());
        double cover = random.nextDouble(.3, .62);
        return switch (hour) {
            case MORNING -> sky(0x5E93CC, 0xF3DCC2, 0xFFD9A8, 1.9, side, .36, cover, clouds);
            case NOON -> sky(0x2B68B5, 0xBBD8EE, 0xFFF4E0, 2.1, side * 1.6, .95, cover, clouds);
            case GOLDEN -> sky(0x41659E, 0xFBC27A, 0xFFA95C, 2.2, side * .8, .2, cover, clouds);
            case DUSK -> sky(0x39406F, 0xE98D78, 0xFF7F5A, 1.35, side * .7, .13, cover, clouds);
            case OVERCAST -> sky(0x8D9CAB, 0xC9D1D6, 0xE9ECEF, .75, side, .8, .78, clouds);
            case NIGHT -> sky(0x0A1226, 0x2B3C63, 0xB9C8EE, .3, side, .5, cover * .8, clouds);
        };
    }

    private static Sky sky(int zenith, int horizon, int sun, double power, double side, double height, double cover, Noise clouds) {
        double length = Math.sqrt(side * side + height * height + 1);
        return new Sky(Colour.hex(zenith).toLight(), Colour.hex(horizon).toLight(), Colour.hex(sun).toLight().times(power),
                side / length, height / length, 1 / length, cover, clouds);
    }

    /** Light arriving from a direction, which need not have length 1; below the horizon it is the horizon's. */
    Colour from(double x, double y, double z) {
        double length = Math.sqrt(x * x + y * y + z * z);
        double up = Math.max(0, y / length);
        double towardsSun = Math.max(0, (x * sunX + y * sunY + z * sunZ) / length);
        Colour air = horizon.mix(zenith, 1 - (1 - Math.sqrt(up)) * (1 - Math.sqrt(up)));
        double near = power(towardsSun, 5);
        Colour lit = air.plus(sun.times(.12 * near + .35 * power(towardsSun, 7)));
        if (cover < .7) {
            lit = lit.plus(sun.times(5 * Noise.step(.99962, .9998, towardsSun)));
        }
        return up < .012 ? lit : clouded(lit, x / length, up, z / length, near);
    }

    private Colour clouded(Colour air, double x, double up, double z, double nearSun) {
        double u = 1.1 * x / (up + .1) + 13;
        double v = 1.1 * z / (up + .1);
        double density = density(u, v);
        if (density <= 0) {
            return air;
        }
        double towardsLight = density(u + .1 * sunX, v - .08);
        double brightness = Math.clamp(.62 + (density - towardsLight) * 1.6 - density * .2 + .5 * nearSun, .2, 1.35);
        Colour cloud = sun.times(.34 * brightness).plus(horizon.times(.55 * brightness)).plus(zenith.times(.16));
        return air.mix(cloud, Noise.step(0, .55, density) * .93 * Noise.step(.012, .12, up));
    }

    private double density(double u, double v) {
        return clouds.fractal(u, v, 6) + cover - .5 + .16 * clouds.smooth(u * .3, v * .3);
    }

    /** {@code x} squared {@code squarings} times. */
    private static double power(double x, int squarings) {
        for (int i = 0; i < squarings; i++) {
            x *= x;
        }
        return x;
    }
}
