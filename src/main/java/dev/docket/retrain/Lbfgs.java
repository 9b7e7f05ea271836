package dev.docket.retrain;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS for a smooth convex function. Deterministic. One thread.
 *
 * <p>Source: Nocedal and Wright, Numerical Optimization, 2nd ed., algorithms 7.4 and 7.5, and a line search by
 * bisection for the weak Wolfe conditions (Lewis and Overton 2013), which needs no interpolation safeguards.
 */
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final int MAX_LINE_STEPS = 60;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final double CURVATURE = 0.9;

    /** Value at {@code x}; writes the gradient into {@code gradient}. */
    interface Objective {
        double at(double[] x, double[] gradient);
    }

    /** A step taken and how the gradient changed over it; {@code rho} is 1 over their product. */
    private record Pair(double[] step, double[] change, double rho) {}

    private Lbfgs() {}

    /**
     * @param metric what is known of the curvature beforehand
     * @param start where to begin; not changed
     * @param tolerance largest gradient component at which to stop
     * @return where it stopped: there, after {@code maxIterations}, or where rounding allows no further descent
     */
    static double[] minimise(Objective objective, Curvature.Metric metric, double[] start, double tolerance, int maxIterations) {
        int n = start.length;
        double[] x = start.clone();
        double[] gradient = new double[n];
        double value = objective.at(x, gradient);
        Deque<Pair> pairs = new ArrayDeque<>();
        for (int iteration = 0; iteration < maxIterations && largest(gradient) > tolerance; iteration++) {
            double[] direction = direction(gradient, pairs, metric);
            double slope = dot(direction, gradient);
            if (slope >= 0) {
                pairs.clear();
                direction = direction(gradient, pairs, metric);
                slope = dot(direction, gradient);
            }
            double first = pairs.isEmpty() && metric == Curvature.Metric.NONE ? Math.min(1, 1 / Math.sqrt(-slope)) : 1;
            Line line = search(objective, x, direction, value, slope, first);
            if (line == null) {
                break;
            }
            remember(pairs, x, gradient, line);
            x = line.x;
            gradient = line.gradient;
            value = line.value;
        }
        return x;
    }

    /** A point along the search direction. */
    private static final class Line {
        final double[] x;
        final double[] gradient;
        double value;

        Line(int n) {
            x = new double[n];
            gradient = new double[n];
        }
    }

    private static Line search(Objective objective, double[] from, double[] direction, double value, double slope, double first) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double step = first;
        Line line = new Line(from.length);
        for (int i = 0; i < MAX_LINE_STEPS; i++) {
            for (int j = 0; j < from.length; j++) {
                line.x[j] = from[j] + step * direction[j];
            }
            line.value = objective.at(line.x, line.gradient);
            if (!(line.value <= value + SUFFICIENT_DECREASE * step * slope)) {
                high = step;
            } else if (dot(line.gradient, direction) < CURVATURE * slope) {
                low = step;
            } else {
                return line;
            }
            step = high == Double.POSITIVE_INFINITY ? 2 * low : (low + high) / 2;
        }
        return null;
    }

    private static void remember(Deque<Pair> pairs, double[] x, double[] gradient, Line line) {
        double[] step = minus(line.x, x);
        double[] change = minus(line.gradient, gradient);
        double product = dot(step, change);
        if (product > 1e-300) {
            pairs.addLast(new Pair(step, change, 1 / product));
            if (pairs.size() > MEMORY) {
                pairs.removeFirst();
            }
        }
    }

    private static double[] direction(double[] gradient, Deque<Pair> pairs, Curvature.Metric metric) {
        double[] q = gradient.clone();
        double[] alpha = new double[pairs.size()];
        int i = pairs.size();
        for (Iterator<Pair> newestFirst = pairs.descendingIterator(); newestFirst.hasNext(); ) {
            Pair pair = newestFirst.next();
            alpha[--i] = pair.rho * dot(pair.step, q);
            add(q, -alpha[i], pair.change);
        }
        double[] z = metric.divided(q);
        if (!pairs.isEmpty()) {
            Pair newest = pairs.getLast();
            double scale = 1 / (newest.rho * dot(newest.change, metric.divided(newest.change)));
            Arrays.setAll(z, j -> z[j] * scale);
        }
        for (Pair pair : pairs) {
            double beta = pair.rho * dot(pair.change, z);
            add(z, alpha[i++] - beta, pair.step);
        }
        Arrays.setAll(z, j -> -z[j]);
        return z;
    }

    private static double largest(double[] gradient) {
        double largest = 0;
        for (double component : gradient) {
            largest = Math.max(largest, Math.abs(component));
        }
        return largest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double scale, double[] vector) {
        for (int i = 0; i < to.length; i++) {
            to[i] += scale * vector[i];
        }
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = a[i] - b[i];
        }
        return difference;
    }
}
