package dev.docket.classify;

import java.util.Optional;

/** PIL's resampling kernels, by the numbers preprocessor_config.json uses for them. */
public enum ResizeFilter {
    LANCZOS(1, 3) {
        @Override
        double at(double x) {
            return x > -3 && x < 3 ? sinc(x) * sinc(x / 3) : 0;
        }
    },
    BILINEAR(2, 1) {
        @Override
        double at(double x) {
            double distance = Math.abs(x);
            return distance < 1 ? 1 - distance : 0;
        }
    },
    BICUBIC(3, 2) {
        @Override
        double at(double x) {
            double d = Math.abs(x);
            if (d < 1) {
                return ((SHARPNESS + 2) * d - (SHARPNESS + 3)) * d * d + 1;
            }
            return d < 2 ? (((d - 5) * d + 8) * d - 4) * SHARPNESS : 0;
        }
    };

    private static final double SHARPNESS = -0.5;

    private final int number;
    private final double support;

    ResizeFilter(int number, double support) {
        this.number = number;
        this.support = support;
    }

    /** PIL's number of it. */
    public int number() {
        return number;
    }

    static Optional<ResizeFilter> of(int number) {
        for (ResizeFilter filter : values()) {
            if (filter.number == number) {
                return Optional.of(filter);
            }
        }
        return Optional.empty();
    }

    /** Weight at {@code x} source pixels from the centre, at scale 1. */
    abstract double at(double x);

    /** Half the kernel's width in source pixels, at scale 1. */
    double support() {
        return support;
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : Math.sin(x * Math.PI) / (x * Math.PI);
    }
}
