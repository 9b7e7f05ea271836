package dev.docket.classify;

import dev.docket.classify.Preprocessing.Size;
import dev.docket.classify.Preprocessing.Sizing;
import dev.docket.registry.ModelParts;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Reads {@code preprocessor_config.json} of an image classifier, as transformers 4 writes it. */
final class PreprocessorConfig {
    private static final int LARGEST_SIDE = 2048;

    private final ConfigFile config;

    private PreprocessorConfig(ConfigFile config) {
        this.config = config;
    }

    static Preprocessing read(ModelParts parts) throws ModelRejectedException {
        return new PreprocessorConfig(ConfigFile.read(parts, "preprocessor_config.json")).read();
    }

    private Preprocessing read() throws ModelRejectedException {
        if (config.flag("do_pad", false)) {
            throw config.fault("do_pad", "is true, which Docket cannot do; export the model with a fixed size");
        }
        boolean crops = config.flag("do_center_crop", false);
        boolean resizes = config.flag("do_resize", true);
        if (config.field("crop_pct").isPresent()) {
            throw config.fault("crop_pct", "is not supported; write size {shortest_edge} and crop_size instead");
        }
        boolean normalises = config.flag("do_normalize", true);
        return new Preprocessing(
                resizes ? Optional.of(sizing(crops)) : Optional.empty(),
                crops ? Optional.of(cropSize()) : Optional.empty(),
                config.flag("do_rescale", true) ? config.number("rescale_factor", 1 / 255.0) : 1,
                normalises ? triple("image_mean", false) : new float[] {0, 0, 0},
                normalises ? triple("image_std", true) : new float[] {1, 1, 1},
                tiles());
    }

    private Sizing sizing(boolean crops) throws ModelRejectedException {
        double number = config.number("resample", 2);
        ResizeFilter filter = ResizeFilter.of((int) number).filter(found -> number == (int) number)
                .orElseThrow(() -> config.fault("resample", "is " + number + "; known are 1 (Lanczos), 2 (bilinear) and 3 (bicubic)"));
        JsonNode size = config.required("size");
        if (size.isNumber()) {
            // a bare number means a square, or the shorter side where a crop follows
            return new Sizing(side(size, "size"), side(size, "size"), crops, filter);
        }
        if (size.has("shortest_edge")) {
            int side = side(size.get("shortest_edge"), "size.shortest_edge");
            return new Sizing(side, side, true, filter);
        }
        Size fixed = size(size, "size");
        return new Sizing(fixed.width(), fixed.height(), false, filter);
    }

    private Size cropSize() throws ModelRejectedException {
        JsonNode size = config.required("crop_size");
        if (size.isNumber()) {
            return new Size(side(size, "crop_size"), side(size, "crop_size"));
        }
        return size(size, "crop_size");
    }

    private Size size(JsonNode size, String field) throws ModelRejectedException {
        return new Size(side(size.get("width"), field + ".width"), side(size.get("height"), field + ".height"));
    }

    private int side(JsonNode node, String field) throws ModelRejectedException {
        if (node == null || !node.isIntegralNumber() || node.asLong() < 1 || node.asLong() > LARGEST_SIDE) {
            throw config.fault(field, "is not a whole number from 1 to " + LARGEST_SIDE);
        }
        return node.asInt();
    }

    private float[] triple(String field, boolean divides) throws ModelRejectedException {
        JsonNode node = config.required(field);
        float[] triple = new float[3];
        for (int i = 0; i < 3; i++) {
            JsonNode number = node.get(i);
            if (!node.isArray() || node.size() != 3 || !number.isNumber()) {
                throw config.fault(field, "is not a list of three numbers");
            }
            triple[i] = (float) number.asDouble();
            if (!Float.isFinite(triple[i]) || divides && triple[i] <= 0) {
                throw config.fault(field, "holds " + number + (divides ? "; a deviation is above 0" : ""));
            }
        }
        return triple;
    }

    /** {@code docket_tiles: {"input": "tiles", "side": 128}}: our addition for models that look at native resolution. */
    private Optional<NativeTiles> tiles() throws ModelRejectedException {
        Optional<JsonNode> node = config.field("docket_tiles");
        if (node.isEmpty()) {
            return Optional.empty();
        }
        JsonNode input = node.get().get("input");
        if (input == null || !input.isString()) {
            throw config.fault("docket_tiles.input", "is missing");
        }
        int side = side(node.get().get("side"), "docket_tiles.side");
        if (side > 512) {
            throw config.fault("docket_tiles.side", "is over 512");
        }
        return Optional.of(new NativeTiles(input.asString(), side));
    }
}
