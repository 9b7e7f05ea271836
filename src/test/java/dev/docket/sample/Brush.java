package dev.docket.sample;

/** Draws anti-aliased shapes on a picture, without fonts and without AWT. Coordinates in pixels from the top left corner. One thread. */
final class Brush {
    private final Picture picture;

    Brush(Picture picture) {
        this.picture = picture;
    }

    /** Fills a closed outline {@code x0, y0, x1, y1 ...}. */
    void fill(Colour colour, double... outline) {
        fill((x, y) -> colour, 1, outline);
    }

    /** Fills with exact area coverage: signed areas are summed along rows [1].
     * [1] R. Levien, "Inside the fastest font renderer in the world", 2016. */
    void fill(Picture.Painter paint, double alpha, double... outline) {
        int left = Integer.MAX_VALUE;
        int top = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int bottom = Integer.MIN_VALUE;
        for (int i = 0; i < outline.length; i += 2) {
            left = Math.min(left, Noise.floor(outline[i]));
            right = Math.max(right, Noise.floor(outline[i]) + 1);
            top = Math.min(top, Noise.floor(outline[i + 1]));
            bottom = Math.max(bottom, Noise.floor(outline[i + 1]) + 1);
        }
        Coverage coverage = new Coverage(left, top, right - left + 2, bottom - top + 1);
        for (int i = 0, last = outline.length - 2; i < outline.length; last = i, i += 2) {
            coverage.edge(outline[last], outline[last + 1], outline[i], outline[i + 1]);
        }
        for (int y = Math.max(0, top); y < Math.min(picture.height, bottom + 1); y++) {
            double sum = 0;
            for (int x = left; x <= right; x++) {
                sum += coverage.at(x, y);
                double share = Math.min(1, Math.abs(sum)) * alpha;
                if (share > .002 && x >= 0 && x < picture.width) {
                    picture.blend(x, y, paint.at(x, y), share);
                }
            }
        }
    }

    void rectangle(Colour colour, double x, double y, double w, double h) {
        fill(colour, x, y, x + w, y, x + w, y + h, x, y + h);
    }

    void rectangle(Picture.Painter paint, double alpha, double x, double y, double w, double h) {
        fill(paint, alpha, x, y, x + w, y, x + w, y + h, x, y + h);
    }

    void disc(Colour colour, double cx, double cy, double radius) {
        fill(colour, ellipse(cx, cy, radius, radius, 0));
    }

    /** A soft round light: full in the centre, nothing at {@code radius}. */
    void glow(Colour light, double cx, double cy, double radius, double strength) {
        for (int y = Noise.floor(cy - radius); y <= cy + radius; y++) {
            for (int x = Noise.floor(cx - radius); x <= cx + radius; x++) {
                double d = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy)) / radius;
                if (d < 1) {
                    picture.blend(x, y, light, strength * (1 - d) * (1 - d));
                }
            }
        }
    }

    /** A round-ended line through all the points. */
    void line(Colour colour, double thickness, double... points) {
        double r = thickness / 2;
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (int i = 0; i < points.length; i += 2) {
            left = Math.min(left, points[i]);
            right = Math.max(right, points[i]);
            top = Math.min(top, points[i + 1]);
            bottom = Math.max(bottom, points[i + 1]);
        }
        for (int y = Noise.floor(top - r - 1); y <= bottom + r + 1; y++) {
            for (int x = Noise.floor(left - r - 1); x <= right + r + 1; x++) {
                picture.blend(x, y, colour, Math.clamp(r + .5 - distance(x + .5, y + .5, points), 0, 1));
            }
        }
    }

    private static double distance(double x, double y, double[] points) {
        double best = Double.MAX_VALUE;
        for (int i = 0; i + 3 < points.length; i += 2) {
            double dx = points[i + 2] - points[i];
            double dy = points[i + 3] - points[i + 1];
            double length = dx * dx + dy * dy;
            double t = length == 0 ? 0 : Math.clamp(((x - points[i]) * dx + (y - points[i + 1]) * dy) / length, 0, 1);
            double ex = points[i] + t * dx - x;
            double ey = points[i + 1] + t * dy - y;
            best = Math.min(best, ex * ex + ey * ey);
        }
        return Math.sqrt(best);
    }

    /** Outline of an ellipse turned by {@code angle} radians. */
    static double[] ellipse(double cx, double cy, double rx, double ry, double angle) {
        int corners = 12 + (int) (3 * Math.sqrt(Math.max(rx, ry)));
        double[] outline = new double[2 * corners];
        double cos = StrictMath.cos(angle);
        double sin = StrictMath.sin(angle);
        for (int i = 0; i < corners; i++) {
            double a = 2 * Math.PI * i / corners;
            double x = rx * StrictMath.cos(a);
            double y = ry * StrictMath.sin(a);
            outline[2 * i] = cx + x * cos - y * sin;
            outline[2 * i + 1] = cy + x * sin + y * cos;
        }
        return outline;
    }

    /** Signed area an outline's edges cover, per pixel of a box. */
    private static final class Coverage {
        private final int left;
        private final int top;
        private final int width;
        private final double[] area;

        Coverage(int left, int top, int width, int height) {
            this.left = left;
            this.top = top;
            this.width = width;
            this.area = new double[width * height + 2];
        }

        double at(int x, int y) {
            return area[(y - top) * width + x - left];
        }

        void edge(double x0, double y0, double x1, double y1) {
            if (y0 > y1) {
                run(x1, y1, x0, y0, -1);
            } else if (y0 < y1) {
                run(x0, y0, x1, y1, 1);
            }
        }

        private void run(double x0, double y0, double x1, double y1, int sign) {
            double slope = (x1 - x0) / (y1 - y0);
            double x = x0 - left;
            for (int y = Noise.floor(y0); y < y1; y++) {
                double dy = Math.min(y + 1, y1) - Math.max(y, y0);
                double next = x + slope * dy;
                row((y - top) * width, Math.min(x, next), Math.max(x, next), dy * sign);
                x = next;
            }
        }

        /** One row's piece of an edge, from {@code a} to {@code b}: each pixel right of it gains {@code dy}. */
        private void row(int start, double a, double b, double dy) {
            int first = Math.max(0, Noise.floor(a));
            int last = Math.max(first, Noise.floor(b));
            double before = 0;
            for (int i = first; i <= last + 1; i++) {
                double covered = b - a < 1e-9 ? Math.clamp(i + 1 - a, 0, 1) : passed(a, b, i + 1) - passed(a, b, i);
                area[start + Math.min(i, width)] += dy * (covered - before);
                before = covered;
            }
        }

        /** Integral up to {@code x} of the share of the edge that lies left of a point. */
        private static double passed(double a, double b, double x) {
            if (x <= a) {
                return 0;
            }
            return x >= b ? x - (a + b) / 2 : (x - a) * (x - a) / (2 * (b - a));
        }
    }
}
