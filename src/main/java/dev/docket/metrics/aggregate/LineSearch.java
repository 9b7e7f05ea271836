package dev.docket.metrics.aggregate;

import java.util.function.DoubleFunction;

/**
 * A step along a falling line that meets the strong Wolfe conditions. Source: Moré and Thuente 1994, "Line search algorithms with
 * guaranteed sufficient decrease", ACM TOMS 20 (3), with the constants of MINPACK's implementation.
 */
final class LineSearch {
    private static final int MOST_TRIES = 100;
    private static final double NARROWEST = 1e-14;
    private static final double LONGEST = 1e100;

    /** @param slope by how much the value rises with the step */
    record Point(double step, double value, double slope) {
        Point less(double perStep) {
            return new Point(step, value - step * perStep, slope - perStep);
        }
    }

    private final DoubleFunction<Point> line;
    private final double decrease;
    private final double curvature;
    private Point best;
    private Point other;
    private boolean bracketed;

    /** @param decrease the share of the first slope by which the value has to fall; @param curvature the share at which the slope counts as flat */
    LineSearch(DoubleFunction<Point> line, double decrease, double curvature) {
        this.line = line;
        this.decrease = decrease;
        this.curvature = curvature;
    }

    /** @return the point reached, or null where none meets the conditions */
    Point from(Point start, double firstStep) {
        if (start.slope() >= 0) {
            return null;
        }
        double needed = decrease * start.slope();
        best = start;
        other = start;
        bracketed = false;
        boolean early = true;
        double step = firstStep;
        double low = 0;
        double high = 5 * step;
        double width = LONGEST;
        double widthBefore = 2 * LONGEST;
        for (int i = 0; i < MOST_TRIES; i++) {
            Point tried = line.apply(step);
            double limit = start.value() + step * needed;
            early &= !(tried.value() <= limit && tried.slope() >= 0);
            if (tried.value() <= limit && Math.abs(tried.slope()) <= curvature * -start.slope()) {
                return tried;
            }
            if (!Double.isFinite(tried.value()) || bracketed && (step <= low || step >= high || high - low <= NARROWEST * high)) {
                return null;
            }
            if (early && tried.value() <= best.value() && tried.value() > limit) {
                // the auxiliary function: its minimum, too, lies where the conditions can be met
                Point lowered = tried.less(needed);
                best = best.less(needed);
                other = other.less(needed);
                step = next(lowered, low, high);
                best = best.less(-needed);
                other = other.less(-needed);
            } else {
                step = next(tried, low, high);
            }
            if (bracketed) {
                if (Math.abs(other.step() - best.step()) >= 0.66 * widthBefore) {
                    step = best.step() + 0.5 * (other.step() - best.step());
                }
                widthBefore = width;
                width = Math.abs(other.step() - best.step());
                low = Math.min(best.step(), other.step());
                high = Math.max(best.step(), other.step());
            } else {
                low = step + 1.1 * (step - best.step());
                high = step + 4 * (step - best.step());
            }
            step = Math.min(step, LONGEST);
            if (bracketed && (step <= low || step >= high || high - low <= NARROWEST * high)) {
                step = best.step();
            }
        }
        return null;
    }

    /** The next step to try, between or beyond the points known; takes the point tried in. */
    private double next(Point tried, double low, double high) {
        double t = tried.step();
        double step;
        boolean turned = tried.slope() * best.slope() < 0;
        if (tried.value() > best.value()) {
            double cubic = cubic(best, tried);
            double quadratic = best.step() + best.slope() / ((best.value() - tried.value()) / (t - best.step()) + best.slope()) / 2 * (t - best.step());
            step = Math.abs(cubic - best.step()) <= Math.abs(quadratic - best.step()) ? cubic : cubic + (quadratic - cubic) / 2;
            bracketed = true;
        } else if (turned) {
            step = farther(t, cubic(tried, best), secant(tried));
            bracketed = true;
        } else if (Math.abs(tried.slope()) < Math.abs(best.slope())) {
            double cubic = cubicBeyond(tried, low, high);
            double secant = secant(tried);
            if (bracketed) {
                double nearer = Math.abs(cubic - t) < Math.abs(secant - t) ? cubic : secant;
                double bound = t + 0.66 * (other.step() - t);
                step = t > best.step() ? Math.min(bound, nearer) : Math.max(bound, nearer);
            } else {
                step = Math.clamp(farther(t, cubic, secant), low, high);
            }
        } else if (bracketed) {
            step = cubic(tried, other);
        } else {
            step = t > best.step() ? high : low;
        }
        if (tried.value() > best.value()) {
            other = tried;
        } else {
            other = turned ? best : other;
            best = tried;
        }
        return step;
    }

    private static double farther(double from, double cubic, double secant) {
        return Math.abs(cubic - from) > Math.abs(secant - from) ? cubic : secant;
    }

    private double secant(Point tried) {
        return tried.step() + tried.slope() / (tried.slope() - best.slope()) * (best.step() - tried.step());
    }

    /** Where the cubic through both values and slopes is lowest, seen from a. */
    private static double cubic(Point a, Point b) {
        double theta = theta(a, b);
        double gamma = root(a, b, theta, false);
        return a.step() + (gamma - a.slope() + theta) / (gamma - a.slope() + gamma + b.slope()) * (b.step() - a.step());
    }

    /** The same beyond the point tried, where the cubic may have no minimum. */
    private double cubicBeyond(Point tried, double low, double high) {
        double theta = theta(tried, best);
        double gamma = root(tried, best, theta, true);
        double share = (gamma - tried.slope() + theta) / (gamma + (best.slope() - tried.slope()) + gamma);
        return share < 0 && gamma != 0 ? tried.step() + share * (best.step() - tried.step()) : tried.step() > best.step() ? high : low;
    }

    private static double theta(Point a, Point b) {
        return 3 * (a.value() - b.value()) / (b.step() - a.step()) + a.slope() + b.slope();
    }

    private static double root(Point a, Point b, double theta, boolean mayBeNegative) {
        double scale = Math.max(Math.abs(theta), Math.max(Math.abs(a.slope()), Math.abs(b.slope())));
        double square = theta / scale * (theta / scale) - a.slope() / scale * (b.slope() / scale);
        double gamma = scale * Math.sqrt(mayBeNegative ? Math.max(0, square) : square);
        return b.step() > a.step() ? gamma : -gamma;
    }
}
