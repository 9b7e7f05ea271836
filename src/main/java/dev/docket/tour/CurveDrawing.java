package dev.docket.tour;

import dev.docket.tour.TourReport.CurvePoint;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A learning curve with its interval band, as SVG. */
final class CurveDrawing {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 300;
    private static final int LEFT = 48;
    private static final int BOTTOM = 40;
    private static final int TOP = 16;
    private static final int RIGHT = 24;

    private final List<CurvePoint> curve;
    private final int most;

    private CurveDrawing(List<CurvePoint> curve) {
        this.curve = curve;
        this.most = Math.max(1, curve.getLast().verdicts());
    }

    static String svg(List<CurvePoint> curve) {
        return new CurveDrawing(curve).draw();
    }

    private String draw() {
        StringBuilder svg = new StringBuilder(String.format(Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" width=\"%d\" role=\"img\" aria-label=\"Learning curve\">%n", WIDTH, HEIGHT, WIDTH));
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            double y = y(tenth / 10.0);
            svg.append(String.format(Locale.ROOT,
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"var(--line)\"/><text x=\"8\" y=\"%.1f\">%.1f</text>%n",
                    LEFT, y, WIDTH - RIGHT, y, y + 4, tenth / 10.0));
        }
        String band = Stream.concat(curve.stream().map(p -> at(p.verdicts(), p.high())), curve.reversed().stream().map(p -> at(p.verdicts(), p.low())))
                .collect(Collectors.joining(" "));
        String line = curve.stream().map(p -> at(p.verdicts(), p.meanAp())).collect(Collectors.joining(" "));
        svg.append("<polygon points=\"").append(band).append("\" fill=\"var(--band)\"/>\n<polyline points=\"").append(line)
                .append("\" fill=\"none\" stroke=\"var(--accent)\" stroke-width=\"2\"/>\n");
        for (CurvePoint point : curve) {
            svg.append(String.format(Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"var(--accent)\"/><text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%.2f</text>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%d</text>%n",
                    x(point.verdicts()), y(point.meanAp()), x(point.verdicts()), y(point.meanAp()) - 10, point.meanAp(),
                    x(point.verdicts()), HEIGHT - 18, point.verdicts()));
        }
        return svg.append(String.format(Locale.ROOT, "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">verdicts</text></svg>%n", WIDTH / 2, HEIGHT - 2))
                .toString();
    }

    private String at(int verdicts, double value) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(verdicts), y(value));
    }

    private double x(int verdicts) {
        return LEFT + (double) verdicts / most * (WIDTH - LEFT - RIGHT);
    }

    private double y(double value) {
        return TOP + (1 - value) * (HEIGHT - TOP - BOTTOM);
    }
}
