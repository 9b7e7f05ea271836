package dev.docket.metrics.fairness;

import dev.docket.metrics.table.Names;
import dev.docket.metrics.table.TableException;
import dev.docket.metrics.table.TableFile;
import dev.docket.metrics.table.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What was decided of the members of groups, and what would have been right, counted into cells.
 *
 * @param groups in the order of their names
 * @param truths the values of the truth, in their order
 * @param cells by group, truth, and decision: 0 for another one, 1 for the favourable
 * @param favourable which of the truths is the favourable outcome; -1 where none is
 */
record Outcomes(List<String> groups, List<String> truths, Cell[][][] cells, int favourable) {
    static final int MOST_GROUPS = 1_000;
    static final int MOST_TRUTHS = 100;

    /** Rows and their weights. */
    record Cell(long n, double weight, double squares) {
        static final Cell NONE = new Cell(0, 0, 0);

        Cell plus(Cell other) {
            return new Cell(n + other.n, weight + other.weight, squares + other.squares);
        }

        /** How many rows of equal weight say as much (Kish). */
        double effective() {
            return squares == 0 ? 0 : weight * weight / squares;
        }
    }

    /** From a table with the columns group, truth, decision and, if there is one, weight. */
    static Outcomes read(TableFile file, String favourable) throws IOException {
        String wanted = plain(favourable);
        Names groups = new Names();
        Names truths = new Names();
        List<List<Cell[]>> counted = new ArrayList<>();
        boolean[] met = {false};
        file.read(TableFile.needing("group", "truth", "decision"), row -> {
            int group = groups.number(row.text("group"));
            int truth = truths.number(plain(row.text("truth")));
            if (groups.size() > MOST_GROUPS) {
                throw row.fault("group", "there are more than " + MOST_GROUPS + " groups; is it a name of each row?");
            }
            if (truths.size() > MOST_TRUTHS) {
                throw row.fault("truth", "there are more than " + MOST_TRUTHS + " values; is it an outcome?");
            }
            boolean good = plain(row.text("decision")).equals(wanted);
            met[0] |= good || plain(row.text("truth")).equals(wanted);
            double weight = row.has("weight") ? row.number("weight", 0, Double.POSITIVE_INFINITY) : 1;
            while (counted.size() <= group) {
                counted.add(new ArrayList<>());
            }
            List<Cell[]> of = counted.get(group);
            while (of.size() <= truth) {
                of.add(new Cell[] {Cell.NONE, Cell.NONE});
            }
            int place = good ? 1 : 0;
            of.get(truth)[place] = of.get(truth)[place].plus(new Cell(1, weight, weight * weight));
        });
        if (!met[0]) {
            throw new TableException(file.file().getFileName() + ": column decision: is never " + TableRow.shown(favourable) + "; name the favourable outcome with --favourable");
        }
        List<String> groupNames = groups.all().stream().sorted().toList();
        List<String> truthNames = truths.all().stream().sorted().toList();
        Cell[][][] cells = new Cell[groupNames.size()][truthNames.size()][];
        for (int g = 0; g < cells.length; g++) {
            List<Cell[]> of = counted.get(groups.number(groupNames.get(g)));
            for (int t = 0; t < cells[g].length; t++) {
                int met2 = truths.number(truthNames.get(t));
                cells[g][t] = met2 < of.size() ? of.get(met2) : new Cell[] {Cell.NONE, Cell.NONE};
            }
        }
        return new Outcomes(groupNames, truthNames, cells, truthNames.indexOf(wanted));
    }

    /** Each decision counts the same. */
    static Outcomes of(List<FairnessReport.Decided> decisions, String favourable) {
        List<String> groups = decisions.stream().map(FairnessReport.Decided::group).distinct().sorted().toList();
        List<String> truths = decisions.stream().map(FairnessReport.Decided::truth).distinct().sorted().toList();
        Cell[][][] cells = new Cell[groups.size()][truths.size()][2];
        for (Cell[][] ofGroup : cells) {
            for (Cell[] ofTruth : ofGroup) {
                java.util.Arrays.fill(ofTruth, Cell.NONE);
            }
        }
        for (FairnessReport.Decided each : decisions) {
            Cell[] ofTruth = cells[groups.indexOf(each.group())][truths.indexOf(each.truth())];
            int place = each.decision().equals(favourable) ? 1 : 0;
            ofTruth[place] = ofTruth[place].plus(new Cell(1, 1, 1));
        }
        return new Outcomes(groups, truths, cells, truths.indexOf(favourable));
    }

    /** 1 and 1.0 are the same outcome, whoever wrote them. */
    private static String plain(String value) {
        return value.matches("-?[0-9]{1,15}\\.0+") ? value.substring(0, value.indexOf('.')) : value;
    }

    /** Rows of a group: those whose truth is as asked (null: any) and, if only favourable ones are asked, those decided so. */
    Cell of(int group, Boolean truthIsFavourable, boolean decidedFavourably) {
        Cell sum = Cell.NONE;
        for (int t = 0; t < truths.size(); t++) {
            if (truthIsFavourable == null || truthIsFavourable == (t == favourable)) {
                sum = sum.plus(cells[group][t][1]).plus(decidedFavourably ? Cell.NONE : cells[group][t][0]);
            }
        }
        return sum;
    }
}
