package dev.docket.sample;

import java.util.SplittableRandom;

/** Which sample carries which metadata: cameras, turned pictures, source types, generators, and three that contradict themselves. */
final class SampleMetadata {
    private static final String[] CAMERAS = {"Model One", "Model One", "Model Two", "Phone 7", "Phone 7", "Phone 9", "Pocket S"};

    private SampleMetadata() {}

    static Embedded of(Sample sample) {
        int seed = Math.floorMod((int) new SplittableRandom(sample.seed()).nextLong(), 1_000_000_000);
        return switch (sample.kind()) {
            case BENIGN -> benign(sample);
            case SYNTHETIC -> synthetic(sample, seed);
            case DISCLOSED -> disclosed(sample, seed);
            case MANIPULATED -> manipulated(sample);
            case SPAM -> sample.turn() % 5 == 0 ? Embedded.of(new Exif().software("Example Banner Maker 2")) : Embedded.NOTHING;
            case EMBLEM, PAINT -> sample.turn() % 3 == 0 && sample.format() == Format.JPEG ? Embedded.of(camera(sample)) : Embedded.NOTHING;
            case LIKENESS -> sample.turn() == 0 ? Embedded.of(Xmp.sourceType("digitalCreation")) : Embedded.NOTHING;
        };
    }

    /** How many quarter turns clockwise lie between the upright picture and the stored one. */
    static int storedQuarters(Sample sample) {
        return switch (orientation(sample)) {
            case 3 -> 2;
            case 6 -> 3;
            case 8 -> 1;
            default -> 0;
        };
    }

    private static int orientation(Sample sample) {
        if (sample.kind() != SampleKind.BENIGN) {
            return 1;
        }
        return switch (sample.turn()) {
            case 10, 38 -> 3;
            case 14, 25, 50 -> 6;
            case 19, 44 -> 8;
            default -> 1;
        };
    }

    private static Exif camera(Sample sample) {
        return new Exif().camera(CAMERAS[sample.number() % CAMERAS.length], sample.number()).orientation(orientation(sample));
    }

    private static Embedded benign(Sample sample) {
        int turn = sample.turn();
        if (sample.format() == Format.PNG || sample.format() == Format.GIF || sample.format() == Format.MOVING_GIF) {
            return turn == 23 ? Embedded.of(Xmp.sourceType("screenCapture")) : Embedded.NOTHING;
        }
        return switch (turn) {
            case 11 -> Embedded.of(camera(sample).at(47, 12, 38, 40));
            case 28 -> Embedded.of(camera(sample).at(31, 5, 40, 22));
            case 26, 37, 48, 60 -> Embedded.of(camera(sample)).with(Xmp.sourceType("digitalCapture"));
            case 30, 61 -> Embedded.of(camera(sample)).with(Xmp.sourceType("computationalCapture"));
            case 32 -> Embedded.of(Xmp.sourceType("algorithmicMedia"));
            case 49 -> Embedded.of(Xmp.sourceType("digitalCreation"));
            case 51 -> Embedded.of(camera(sample)).with(Xmp.sourceType("minorHumanEdits"));
            case 13, 35 -> Embedded.of(camera(sample));
            default -> turn % 9 == 4 || turn % 8 == 7 || sample.variant() > 0 || sample.format() == Format.WEBP
                    ? Embedded.NOTHING : Embedded.of(camera(sample));
        };
    }

    private static Embedded synthetic(Sample sample, int seed) {
        String subject = sample.motif().subject();
        return switch (sample.turn()) {
            case 8 -> Embedded.webUi(subject, seed);
            case 9 -> Embedded.comfy(subject, seed);
            case 10 -> Embedded.of(new Exif().comment(Embedded.settings(subject, seed)));
            case 11 -> Embedded.of(new Exif().comment(Embedded.settings(subject, seed)));
            case 12, 13 -> Embedded.of(camera(sample)).with(Xmp.sourceType("trainedAlgorithmicMedia"));
            case 14 -> Embedded.of(Xmp.sourceType("compositeWithTrainedAlgorithmicMedia"));
            case 16, 17, 18 -> Embedded.of(camera(sample));
            default -> Embedded.NOTHING;
        };
    }

    private static Embedded disclosed(Sample sample, int seed) {
        String subject = sample.motif().subject();
        return switch (sample.turn()) {
            case 0, 1 -> Embedded.webUi(subject, seed);
            case 2 -> Embedded.comfy(subject, seed);
            case 3 -> Embedded.novelAi(subject, seed);
            case 4, 5 -> Embedded.aigc();
            case 9 -> Embedded.of(Xmp.aigc("example-producer"));
            case 10 -> Embedded.of(Xmp.sourceType("trainedAlgorithmicMedia",
                    "Iptc4xmpExt:AISystemUsed=\"Example Diffusion\" Iptc4xmpExt:AISystemVersionUsed=\"1.5\""));
            default -> Embedded.of(Xmp.sourceType("trainedAlgorithmicMedia", "xmp:CreatorTool=\"Example Diffusion 1.5\""));
        };
    }

    private static Embedded manipulated(Sample sample) {
        return switch (sample.turn()) {
            case 6 -> Embedded.of(camera(sample)).with(Xmp.sourceType("compositeWithTrainedAlgorithmicMedia"));
            case 7 -> Embedded.of(Xmp.sourceType("compositeCapture"));
            case 8, 9, 10 -> Embedded.of(camera(sample).software("Example Retouch 3.1"));
            default -> Embedded.NOTHING;
        };
    }
}
