package dev.docket.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Which samples there are: kinds, clusters, formats, sizes. The same list every time. */
final class SamplePlan {
    static final long SEED = 0xD0C4E7;
    private static final int[][] SIZES = {
        {512, 384}, {512, 384}, {544, 363}, {384, 512}, {512, 384}, {512, 288}, {480, 360}, {448, 448}, {512, 384}, {363, 544}, {512, 341}};

    private SamplePlan() {}

    /** All 200, in the order of their numbers. */
    static List<Sample> samples() {
        List<Integer> numbers = shuffled(200);
        List<Sample> samples = new ArrayList<>();
        for (SampleKind kind : SampleKind.values()) {
            for (int turn = 0; turn < kind.count; turn++) {
                samples.add(sample(numbers.get(samples.size()), kind, turn));
            }
        }
        samples.sort(Comparator.comparing(Sample::number));
        return samples;
    }

    private static List<Integer> shuffled(int count) {
        List<Integer> numbers = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 1; i <= count; i++) {
            numbers.add(random.nextInt(i), i);
        }
        return numbers;
    }

    private static Sample sample(int number, SampleKind kind, int turn) {
        boolean clustered = turn < 3 * kind.clusters();
        int first = clustered ? turn / 3 * 3 : turn;
        long seed = SEED * 31 + kind.ordinal() * 1_000_003L + first * 7_919L;
        SplittableRandom random = new SplittableRandom(seed);
        boolean ambiguous = turn >= kind.count - kind.ambiguous;
        boolean gold = !ambiguous && turn >= kind.count - kind.ambiguous - kind.gold;
        Format format = format(kind, turn);
        int[] size = size(kind, turn, first, format);
        double strength = ambiguous ? random.nextDouble(.02, .22) : random.nextDouble(.55, 1);
        return new Sample(number, kind, turn, random.nextLong(), motif(kind, first),
                clustered ? Optional.of("c-%02d".formatted(kind.ordinal() * 4 + turn / 3)) : Optional.empty(),
                clustered ? turn % 3 : 0, strength, ambiguous, gold, format, size[0], size[1]);
    }

    private static Motif motif(SampleKind kind, int turn) {
        return switch (kind) {
            case PAINT -> new Motif("wall", new Wall());
            case LIKENESS -> new Motif("portrait", new Avatar(true, turn >= 8 ? .45 : 1));
            case MANIPULATED -> Motif.ofPlace(turn);
            case BENIGN -> switch (turn) {
                case 20, 21, 22, 33, 78, 79 -> new Motif("portrait", new Avatar(false, 0));
                case 40, 41, 42, 55, 76, 77 -> new Motif("wall", new Wall());
                default -> Motif.of(turn);
            };
            default -> Motif.of(turn + kind.ordinal() * 4);
        };
    }

    private static Format format(SampleKind kind, int turn) {
        return switch (kind) {
            case BENIGN -> switch (turn) {
                case 12, 23, 34, 45, 57, 68 -> Format.PNG;
                case 13, 24, 35, 46, 58, 69 -> Format.WEBP;
                case 16, 27 -> Format.GIF;
                case 15, 31 -> Format.MOVING_GIF;
                default -> Format.JPEG;
            };
            case SYNTHETIC -> turn == 8 || turn == 9 || turn == 15 ? Format.PNG : turn == 10 ? Format.WEBP : Format.JPEG;
            case DISCLOSED -> turn < 8 ? Format.PNG : turn == 8 ? Format.WEBP : Format.JPEG;
            case SPAM -> turn >= 12 && turn < 15 ? Format.PNG : turn == 15 || turn == 16 ? Format.WEBP : turn == 17 ? Format.GIF : Format.JPEG;
            case EMBLEM -> turn == 3 || turn == 4 ? Format.PNG : turn == 5 ? Format.WEBP : turn == 6 ? Format.GIF : Format.JPEG;
            case PAINT -> turn == 2 ? Format.PNG : Format.JPEG;
            case LIKENESS -> turn == 2 || turn == 5 ? Format.PNG : turn == 3 ? Format.WEBP : Format.JPEG;
            case MANIPULATED -> Format.JPEG;
        };
    }

    private static int[] size(SampleKind kind, int turn, int first, Format format) {
        boolean large = kind == SampleKind.BENIGN && (turn == 11 || turn == 36 || turn == 65);
        int[] size = large ? new int[] {1024, 768} : SIZES[(first * 5 + kind.ordinal() * 3) % SIZES.length];
        return switch (format) {
            case PNG -> new int[] {size[0] * 3 / 4, size[1] * 3 / 4};
            case GIF -> new int[] {320, 240};
            case MOVING_GIF -> new int[] {256, 192};
            default -> size;
        };
    }
}
