package dev.docket.metrics.agreement;

import dev.docket.metrics.Rating;
import dev.docket.metrics.table.Names;
import dev.docket.metrics.table.TableFile;
import dev.docket.metrics.table.TableRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Makes ratings: of a table with the columns item, rater and value, where a row without a value is a missing one, or of values at hand. */
public final class RatingsReader {
    private final Names items = new Names();
    private final Names raters = new Names();
    private final Names values = new Names();
    private final List<Long> votes = new ArrayList<>();
    private final Map<Long, Integer> seen = new HashMap<>();
    private final boolean numbers;

    private RatingsReader(boolean numbers) {
        this.numbers = numbers;
    }

    /**
     * @param numbers whether values have to be numbers, as every level but the nominal one asks
     * @param least the smallest number allowed
     * @throws dev.docket.metrics.table.TableException naming line and column
     */
    public static Ratings read(TableFile file, boolean numbers, double least) throws IOException {
        RatingsReader reader = new RatingsReader(numbers);
        file.read(TableFile.needing("item", "rater", "value"), row -> reader.take(row, least));
        return reader.ratings();
    }

    /**
     * The same of values at hand, which need not be numbers.
     *
     * @throws IllegalArgumentException when a rater gave an item two
     */
    public static Ratings of(Iterable<Rating> given) {
        RatingsReader reader = new RatingsReader(false);
        for (Rating rating : given) {
            if (!reader.add(reader.items.number(rating.item()), reader.raters.number(rating.rater()), rating.value())) {
                throw new IllegalArgumentException("Rater " + rating.rater() + " gave item " + rating.item() + " two values");
            }
        }
        return reader.ratings();
    }

    /** False when there is one already. */
    private boolean add(int item, int rater, String value) {
        long place = (long) item << 32 | rater;
        if (seen.putIfAbsent(place, values.number(value)) != null) {
            return false;
        }
        votes.add(place);
        return true;
    }

    private void take(TableRow row, double least) {
        int item = items.number(row.text("item"));
        int rater = raters.number(row.text("rater"));
        if (!row.has("value")) {
            return;
        }
        String value = numbers ? Double.toString(row.number("value", least, Double.POSITIVE_INFINITY) + 0.0) : row.text("value");
        if (!add(item, rater, value)) {
            throw row.fault("rater", TableRow.shown(row.text("rater")) + " already gave item " + TableRow.shown(row.text("item")) + " a value");
        }
    }

    private Ratings ratings() {
        Integer[] order = IntStream.range(0, values.size()).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (a, b) -> numbers ? Double.compare(Double.parseDouble(values.name(a)), Double.parseDouble(values.name(b)))
                : values.name(a).compareTo(values.name(b)));
        int[] rank = new int[order.length];
        for (int r = 0; r < order.length; r++) {
            rank[order[r]] = r;
        }
        long[] sorted = votes.stream().mapToLong(Long::longValue).sorted().toArray();
        int[] present = Arrays.stream(sorted).mapToInt(vote -> (int) vote).distinct().sorted().distinct().toArray();
        Map<List<Integer>, Integer> numberOf = new HashMap<>();
        List<Ratings.Kind> kinds = new ArrayList<>();
        List<Integer> kindOf = new ArrayList<>();
        for (int from = 0, to; from < sorted.length; from = to) {
            int first = -1;
            int second = -1;
            List<Integer> got = new ArrayList<>();
            for (to = from; to < sorted.length && sorted[to] >>> 32 == sorted[from] >>> 32; to++) {
                int value = rank[seen.get(sorted[to])];
                got.add(value);
                first = (int) sorted[to] == present[0] ? value : first;
                second = present.length > 1 && (int) sorted[to] == present[1] ? value : second;
            }
            got.sort(null);
            int a = present.length == 2 ? first : -1;
            int b = present.length == 2 ? second : -1;
            List<Integer> key = new ArrayList<>(got);
            key.add(a);
            key.add(b);
            Integer known = numberOf.putIfAbsent(key, kinds.size());
            if (known == null) {
                kinds.add(kind(got, a, b));
            }
            kindOf.add(known == null ? kinds.size() - 1 : known);
        }
        return new Ratings(Arrays.stream(order).map(values::name).toList(),
                Arrays.stream(order).mapToDouble(v -> numbers ? Double.parseDouble(values.name(v)) : 0).toArray(),
                kinds, kindOf.stream().mapToInt(Integer::intValue).toArray(), present.length, sorted.length);
    }

    private static Ratings.Kind kind(List<Integer> got, int first, int second) {
        int[] categories = got.stream().mapToInt(Integer::intValue).distinct().toArray();
        int[] counts = new int[categories.length];
        int at = 0;
        for (int value : got) {
            at += categories[at] == value ? 0 : 1;
            counts[at]++;
        }
        return new Ratings.Kind(first, second, categories, counts, got.size());
    }
}
