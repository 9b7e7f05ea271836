package dev.docket.metrics.aggregate;

/**
 * Minimises a smooth function by the nonlinear conjugate gradient of Polak and Ribière with restarts (Nocedal and Wright, "Numerical
 * optimization", 2nd ed., section 5.2), as scipy's {@code minimize(method="CG")}: the same first step, line search and test
 * of sufficient descent. Where scipy would try a second line search, this ends.
 */
final class ConjugateGradient {
    private static final double DECREASE = 1e-4;
    private static final double CURVATURE = 0.4;
    private static final double DESCENT = 0.01;

    private ConjugateGradient() {}

    /** A value and, into the array given, its gradient. */
    interface Function {
        double at(double[] x, double[] gradient);
    }

    /** @param flat largest entry of the gradient at which to stop */
    static double[] minimise(Function function, double[] from, double flat, int iterations) {
        double[] x = from.clone();
        double[] gradient = new double[x.length];
        double value = function.at(x, gradient);
        double before = value + Math.sqrt(dot(gradient, gradient)) / 2;
        double[] direction = sum(0, gradient, -1, gradient);
        for (int k = 0; k < iterations && largest(gradient) > flat; k++) {
            double[] start = x;
            double[] along = direction;
            double[] reached = new double[x.length];
            LineSearch search = new LineSearch(step -> {
                double there = function.at(sum(1, start, step, along), reached);
                return new LineSearch.Point(step, there, dot(reached, along));
            }, DECREASE, CURVATURE);
            double slope = dot(gradient, direction);
            double first = slope == 0 ? 1 : Math.min(1, 1.01 * 2 * (value - before) / slope);
            LineSearch.Point found = search.from(new LineSearch.Point(0, value, slope), first < 0 ? 1 : first);
            if (found == null) {
                break;
            }
            double[] next = reached.clone();
            double turn = Math.max(0, (dot(next, next) - dot(gradient, next)) / dot(gradient, gradient));
            double[] turned = sum(-1, next, turn, direction);
            if (largest(next) > flat && dot(turned, next) > -DESCENT * dot(next, next)) {
                break;
            }
            x = sum(1, start, found.step(), along);
            before = value;
            value = found.value();
            gradient = next;
            direction = turned;
        }
        return x;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] sum(double s, double[] a, double t, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            sum[i] = s * a[i] + t * b[i];
        }
        return sum;
    }

    private static double largest(double[] a) {
        double largest = 0;
        for (double each : a) {
            largest = Math.max(largest, Math.abs(each));
        }
        return largest;
    }
}
