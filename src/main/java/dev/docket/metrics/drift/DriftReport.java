package dev.docket.metrics.drift;

import dev.docket.metrics.Figure;
import dev.docket.metrics.table.TableException;
import dev.docket.metrics.table.TableFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A window held against a reference: all measures of drift. */
public final class DriftReport {
    private static final long MOST_CELLS = 50_000_000;

    private DriftReport() {}

    /** Rows of numbers: one column {@code value}, or {@code v0}, {@code v1}, ... */
    public record Rows(String file, double[][] rows) {
        public static Rows read(TableFile file) throws IOException {
            List<String> columns = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            file.read((name, found) -> {
                if (found.contains("value")) {
                    columns.add("value");
                }
                for (int c = 0; columns.size() == c && found.contains("v" + c); c++) {
                    columns.add("v" + c);
                }
                if (columns.isEmpty()) {
                    throw new TableException(name + ":1: column value is missing, and v0 too; name one column value, or several v0, v1, ...");
                }
            }, row -> {
                if ((rows.size() + 1L) * columns.size() > MOST_CELLS) {
                    throw row.fault(columns.getFirst(), "there are more than " + MOST_CELLS + " numbers; take a sample of the rows");
                }
                double[] numbers = new double[columns.size()];
                for (int c = 0; c < numbers.length; c++) {
                    numbers[c] = row.number(columns.get(c));
                }
                rows.add(numbers);
            });
            return new Rows(file.file().getFileName().toString(), rows.toArray(double[][]::new));
        }

        int columns() {
            return rows[0].length;
        }

        double[] first() {
            return Arrays.stream(rows).mapToDouble(row -> row[0]).toArray();
        }
    }

    /** For {@code --json}. @throws TableException when both have not as many columns */
    public static Map<String, Object> json(Rows reference, Rows window, int bins, int permutations, long seed) {
        if (reference.columns() != window.columns()) {
            throw new TableException(window.file() + ":1: it has " + window.columns() + " columns of numbers, " + reference.file() + " has " + reference.columns());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        if (reference.columns() == 1) {
            double[] before = reference.first();
            double[] now = window.first();
            double distance = Drift.kolmogorovSmirnov(before, now);
            fields.put("psi", Drift.stability(before, now, bins));
            fields.put("ks", Figure.of(distance));
            fields.put("ks_p", Figure.of(KolmogorovSmirnov.p(distance, before.length, now.length)));
            fields.put("wasserstein", Figure.of(Drift.wasserstein(before, now)));
        } else {
            Figure several = Figure.undefined("it compares single numbers, and rows have " + reference.columns());
            List.of("psi", "ks", "ks_p", "wasserstein").forEach(name -> fields.put(name, several));
        }
        MeanDiscrepancy discrepancy = MeanDiscrepancy.of(reference.rows(), window.rows(), permutations, seed);
        fields.put("mmd2", discrepancy.value());
        fields.put("p", discrepancy.p());
        fields.put("reference_rows", reference.rows().length);
        fields.put("window_rows", window.rows().length);
        fields.put("mmd2_rows", List.of(Math.min(reference.rows().length, MeanDiscrepancy.MOST_ROWS), Math.min(window.rows().length, MeanDiscrepancy.MOST_ROWS)));
        fields.put("permutations", permutations);
        fields.put("seed", seed);
        return fields;
    }
}
