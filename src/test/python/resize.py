"""Reference values for the tests of classify.Resize, Preprocessor and NativeTiles, from Pillow and numpy.

    apt-get install python3-pil python3-numpy
    /usr/bin/python3 src/test/python/resize.py src/test/resources/golden

The pictures come from a small generator that Java repeats bit for bit (golden/Lcg in the tests): noise, a gradient and
hard edges. Of each result a hash of its bytes is stored. The preprocessing follows
transformers' image_transforms: resize on 8 bits, crop, times the factor in float64, then float32 all the way.
"""
import hashlib
import json
import sys
import zlib

import numpy as np
import PIL
from PIL import Image


def picture(seed, width, height):
    x = seed
    rgb = np.zeros((height, width, 3), dtype=np.uint8)
    for j in range(height):
        for i in range(width):
            for c in range(3):
                x = (6364136223846793005 * x + 1442695040888963407) % 2**64
                noise = int((x >> 11) / 2**53 * 256)
                kind = (i * 4 // width + j * 3 // height) % 3
                edge = 255 if (i // 5 + j // 3 + c) % 2 else 0
                rgb[j, i, c] = noise if kind == 0 else (i * 255 // width + 40 * c) % 256 if kind == 1 else edge
    return rgb


def crc(array):
    return "%08x" % zlib.crc32(np.ascontiguousarray(array).tobytes())


# width, height, to: down and up, odd sizes, one-pixel sides, long strips, whole factors, the sizes around Docket's blocks
RESIZED = [
    (64, 48, (32, 24)), (320, 240, (224, 224)), (97, 61, (256, 256)), (300, 5, (17, 40)), (3, 2, (50, 50)),
    (500, 333, (256, 256)), (60, 60, (60, 31)), (1, 1, (7, 7)), (41, 77, (83, 77)), (1, 1, (1, 1)),
    (1, 100, (1, 10)), (100, 1, (10, 1)), (1, 300, (224, 224)), (300, 1, (224, 224)), (2, 2, (224, 224)),
    (17, 1000, (64, 64)), (1000, 17, (64, 64)), (255, 255, (256, 256)), (257, 257, (256, 256)), (256, 256, (256, 256)),
    (256, 256, (256, 255)), (513, 511, (299, 299)), (640, 480, (384, 384)), (481, 641, (384, 512)), (800, 600, (224, 224)),
    (1023, 769, (256, 256)), (64, 64, (1, 1)), (640, 480, (1, 480)), (640, 480, (640, 1)), (15, 16, (16, 15)),
    (31, 33, (224, 448)), (7, 500, (500, 7)), (500, 7, (7, 500)), (129, 257, (33, 513)), (300, 200, (299, 201)),
    (1200, 900, (256, 256)), (2000, 3, (100, 3)), (3, 2000, (3, 100)), (64, 48, (65, 49)), (64, 48, (63, 47)),
    (90, 90, (336, 336)), (400, 300, (518, 518)), (271, 183, (128, 128)), (1600, 20, (256, 256)), (20, 1600, (256, 256)),
    (333, 222, (111, 74)), (512, 512, (64, 64)), (100, 100, (200, 200)), (4, 700, (9, 300)), (1500, 1125, (224, 224)),
]


def resized():
    for seed, (width, height, to) in enumerate(RESIZED, 100):
        image = Image.fromarray(picture(seed, width, height))
        sha256 = {resample: hashlib.sha256(image.resize(to, resample=resample).tobytes()).hexdigest() for resample in (1, 2, 3)}
        yield {"seed": seed, "width": width, "height": height, "to": list(to), "sha256_by_resample": sha256}


def preprocessed():
    for seed, width, height, short, crop in [(11, 90, 60, 48, 40), (12, 60, 91, 48, 40), (13, 50, 37, 30, 32), (14, 33, 64, 33, 40)]:
        image = Image.fromarray(picture(seed, width, height))
        size = (short, int(short * height / width)) if width <= height else (int(short * width / height), short)
        array = np.asarray(image.resize(size, resample=2))
        h, w = array.shape[:2]
        top, left = (h - crop) // 2, (w - crop) // 2
        canvas = np.zeros((max(crop, h), max(crop, w), 3), dtype=np.uint8)
        pad_top, pad_left = -((h - canvas.shape[0]) // 2), -((w - canvas.shape[1]) // 2)
        canvas[pad_top:pad_top + h, pad_left:pad_left + w] = array
        top, left = max(0, top + pad_top), max(0, left + pad_left)
        array = canvas[top:top + crop, left:left + crop]
        scaled = (array.astype(np.float64) * 0.00392156862745098).astype(np.float32)
        mean = np.array([0.485, 0.456, 0.406], dtype=np.float32)
        std = np.array([0.229, 0.224, 0.225], dtype=np.float32)
        out = ((scaled - mean) / std).transpose(2, 0, 1).astype("<f4")
        yield {"seed": seed, "width": width, "height": height, "shortest_edge": short, "crop": crop, "crc32": crc(out),
               "first": [float(value) for value in out[:, crop // 2, crop // 2]]}


def tiles(rgb, side=128):
    """The input `tiles` of a model on Docket's backbone: [4, 3, side, side], 0..1. docs/model-folder.md shows this code."""
    h, w = rgb.shape[:2]
    if w < side or h < side:
        rgb = np.pad(rgb, ((0, max(0, side - h)), (0, max(0, side - w)), (0, 0)), mode="symmetric")
    starts = lambda length: [min(max(length * quarter // 4 - side // 2, 0), max(length - side, 0)) // 8 * 8 for quarter in (1, 3)]
    cuts = [rgb[y:y + side, x:x + side] for y in starts(h) for x in starts(w)]
    return (np.stack(cuts).transpose(0, 3, 1, 2) / 255).astype(np.float32)


def tiled():
    for seed, width, height in [(21, 512, 384), (22, 300, 129), (23, 200, 90), (24, 30, 17)]:
        yield {"seed": seed, "width": width, "height": height, "crc32": crc(tiles(picture(seed, width, height)).astype("<f4"))}


if __name__ == "__main__":
    values = {"made_by": "src/test/python/resize.py, Pillow %s, numpy %s" % (PIL.__version__, np.__version__),
              "resized": list(resized()), "preprocessed": list(preprocessed()), "tiled": list(tiled())}
    with open(sys.argv[1] + "/resize.json", "w") as out:
        json.dump(values, out, indent=1)
        out.write("\n")
