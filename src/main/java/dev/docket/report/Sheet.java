package dev.docket.report;

import dev.docket.metrics.Estimate;
import java.time.Duration;
import java.util.List;

/**
 * One table of the lead's figures: what a screen draws, a file lists and a page prints. No figure of under {@link #LEAST} cases is in one, and
 * none without its interval: a cell says that there were too few, or why there is none.
 *
 * @param rows each with as many cells as there are columns
 */
public record Sheet(Kind kind, List<Column> columns, List<List<Cell>> rows) {
    /** Cases under which no rate is told. */
    public static final long LEAST = 20;
    /** Confidence of all intervals. */
    public static final double LEVEL = 0.95;

    /** What a sheet is about. */
    public enum Kind {
        BACKLOG, AGREEMENT, DRAWN, ERRORS, MODELS, DRIFT, ANCHORING, MIX, OVERTURNS, SPREAD, PACKS, THROUGHPUT, UNDECIDED, EXPOSURE, GOLDEN, APART
    }

    /** What a column holds. */
    public enum Type {
        /** Words, as they are or to be put in the reader's language. */
        WORDS,
        COUNT,
        /** A share, 0..1. */
        RATE,
        /** A coefficient of agreement, -1..1. */
        INDEX,
        /** One share less another, -1..1. */
        DIFFERENCE,
        /** A time that has passed, or, negative where it is over, is left. */
        SPAN
    }

    /** @param id in files, such as {@code false_positive} */
    public record Column(String id, Type type) {}

    /** What stands in one place. */
    public sealed interface Cell {
        /** The words of a pack, a person's pseudonym, a name: the same in every language. */
        record Words(String text) implements Cell {}

        /** A word that the reader's language has: {@code all_labels}. */
        record Term(String code) implements Cell {}

        record Count(long n) implements Cell {}

        /** A figure with its interval, of {@link Sheet#LEAST} cases or more. */
        record Rate(Estimate estimate) implements Cell {}

        record Span(Duration time) implements Cell {}

        /** There is a figure, of too few cases to tell it. */
        record TooFew(long n) implements Cell {}

        /** @param reason a clause that follows "undefined, because" */
        record Undefined(String reason, long n) implements Cell {}

        /** Nothing belongs here. */
        record None() implements Cell {}

        /** The estimate, where it may be told. */
        static Cell of(Estimate estimate) {
            if (estimate.n() < LEAST) {
                return new TooFew(estimate.n());
            }
            return estimate.interval().isPresent() ? new Rate(estimate)
                    : new Undefined(estimate.figure().whyUndefined().orElse("too few resamples had a figure"), estimate.n());
        }
    }

    public Sheet {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<Cell> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(kind + " has " + columns.size() + " columns, and a row " + row.size() + " cells");
            }
        }
    }

    static Column column(String id, Type type) {
        return new Column(id, type);
    }
}
