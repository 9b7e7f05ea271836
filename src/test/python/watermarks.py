"""Reference verdicts for the tests of watermark.OpenMarks: another reading of the same public marks, on numpy.

    apt-get install python3-numpy
    /usr/bin/python3 src/test/python/watermarks.py src/test/resources/golden

Pictures are painted in whole numbers, which Java repeats bit for bit (watermark/PaintedPictures in the tests), and marked as
github.com/ShieldMnt/invisible-watermark describes (watermark/PublicMark). Of each picture the CRC of its pixels is stored,
and of each of the 16 readings how many bits match: by payload, then method, then arithmetic, each in the order they stand here.
"""
import json
import sys
import zlib

import numpy as np

TEXT = lambda text: "".join("{:08b}".format(byte) for byte in text.encode())
PAYLOADS = {  # name: bits, detected from, possible from
    "Stable Diffusion 1": (TEXT("StableDiffusionV1"), 100, 90),
    "Stable Diffusion 2": (TEXT("SDV2"), 32, 32),
    "SDXL": ("{:048b}".format(0xB3EC907BB19E), 43, 39),
    "FLUX": ("1010101111111010000111100111001111010100101110", 41, 38),
}
METHODS = ["dwtDct", "dwtDctSvd"]
COLOURS = ["u8", "f32"]
SIZES = [(256, 256), (320, 240), (261, 300), (384, 256), (512, 384), (257, 257), (300, 419), (640, 360)]
STEP = 36.0
NEAR = 1e-6  # what lies on a border lies there on both sides of the comparison


# ---- pictures

def mixed(x, y, seed):
    """32 bits out of a place."""
    h = (x * 374761393 + y * 668265263 + seed * 2246822519) & 0xffffffff
    h = ((h ^ (h >> 13)) * 1274126177) & 0xffffffff
    return h ^ (h >> 16)


def cells(x, y, cell, seed):
    """0..255, smooth between the corners of cells."""
    gx, gy, fx, fy = x // cell, y // cell, x % cell, y % cell
    at = lambda i, j: mixed(gx + i, gy + j, seed) & 255
    upper = at(0, 0) * (cell - fx) + at(1, 0) * fx
    lower = at(0, 1) * (cell - fx) + at(1, 1) * fx
    return (upper * (cell - fy) + lower * fy) // (cell * cell)


def clouds(x, y, seed):
    """0..255, rough at several scales."""
    return (8 * cells(x, y, 96, seed) + 4 * cells(x, y, 37, seed + 1) + 2 * cells(x, y, 13, seed + 2) + cells(x, y, 5, seed + 3) + cells(x, y, 2, seed + 4)) // 16


def fractal(x, y, width, height, seed):
    """Turns until it escapes, 0..31: z*z + c in twelfths of a bit."""
    one = 1 << 12
    cr = (x * 3 * one) // width - 2 * one - one // 8 + (seed % 7) * one // 9
    ci = (y * 2 * one) // height - one
    zr, zi, turns = np.zeros_like(x), np.zeros_like(x), np.zeros_like(x)
    for _ in range(31):
        inside = zr * zr + zi * zi < 4 * one * one
        turns += inside
        nr = ((zr * zr - zi * zi) >> 12) + cr
        ni = ((2 * zr * zi) >> 12) + ci
        zr, zi = np.where(inside, nr, zr), np.where(inside, ni, zi)
    return turns


def paint(seed, width, height):
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    grain = lambda c, most: mixed(x, y, seed * 31 + c) % (2 * most + 1) - most
    kind = seed % 8
    rgb = []
    for c in range(3):
        tone = mixed(c, seed, 77) % 200
        if kind == 0:    # sky and ground
            v = tone // 2 + (y * (60 + 30 * c)) // height + clouds(x, y, seed * 9) // 3 + grain(c, 4)
        elif kind == 1:  # coloured texture
            v = clouds(x, y, seed * 13 + 100 * c) + grain(c, 6)
        elif kind == 2:
            v = (fractal(x, y, width, height, seed) * (3 + 2 * c + seed % 5) + tone // 2 + clouds(x, y, seed) // 8) % 256
        elif kind == 3:  # grain over a slope
            v = (x * (100 + 20 * c)) // width + tone // 2 + grain(c, 24)
        elif kind == 4:  # discs over a slope
            v = tone + (y * 40) // height + grain(c, 2)
            for i in range(24):
                cx, cy, r = mixed(i, seed, 1) % width, mixed(i, seed, 2) % height, 8 + mixed(i, seed, 3) % 60
                v = np.where((x - cx) ** 2 + (y - cy) ** 2 < r * r, mixed(i, seed, 4 + c) % 256 + grain(c, 3), v)
        elif kind == 5:  # nearly grey
            v = clouds(x, y, seed * 5) + (c * (seed % 3)) + grain(0, 3)
        elif kind == 6:  # stripes and checks
            v = tone // 2 + ((x // (3 + seed % 11) + y // (5 + seed % 7) * c) % 2) * 90 + clouds(x, y, seed) // 6
        else:            # one colour
            v = tone + grain(c, seed % 3)
        rgb.append(np.clip(v + np.zeros_like(x), 0, 255))
    return np.stack(rgb, axis=2)


# ---- marks

def low(plane):
    """Means of 2 x 2 times two, in blocks of 4 x 4, row by row."""
    h, w = plane.shape[0] // 8 * 8, plane.shape[1] // 8 * 8
    p = plane[:h, :w]
    ll = (p[0::2, 0::2] + p[0::2, 1::2] + p[1::2, 0::2] + p[1::2, 1::2]) / 2
    return ll.reshape(h // 8, 4, w // 8, 4).swapaxes(1, 2).reshape(-1, 4, 4)


def blue_difference(rgb, colours):
    r, g, b = (rgb[:, :, c] for c in range(3))
    if colours == "f32":
        return (b - (0.299 * r + 0.587 * g + 0.114 * b)) * 0.492 + 0.5
    luma = (1868 * b + 9617 * g + 4899 * r + 8192) >> 14
    return np.clip(((b - luma) * 8061 + (128 << 14) + 8192) >> 14, 0, 255).astype(np.float64)


def embed(rgb, bits, method, colours):
    u = blue_difference(rgb, colours)
    h, w = u.shape[0] // 8 * 8, u.shape[1] // 8 * 8
    blocks = low(u)
    changed = np.zeros_like(blocks)
    for k, block in enumerate(blocks):
        bit = int(bits[k % len(bits)])
        if method == "dwtDct":
            flat = block.reshape(-1)
            at = 1 + int(np.argmax(np.abs(flat[1:])))
            sign = 1.0 if flat[at] >= 0 else -1.0
            to = ((abs(flat[at]) + NEAR) // STEP + 0.25 + 0.5 * bit) * STEP
            changed[k].reshape(-1)[at] = sign * to - flat[at]
        else:
            left, s, right = np.linalg.svd(block)
            to = ((s[0] + NEAR) // STEP + 0.25 + 0.5 * bit) * STEP
            changed[k] = (to - s[0]) * np.outer(left[:, 0], right[0])
    grid = changed.reshape(h // 8, w // 8, 4, 4).swapaxes(1, 2).reshape(h // 2, w // 2)
    by = np.zeros_like(u)
    by[:h, :w] = np.repeat(np.repeat(grid / 2, 2, axis=0), 2, axis=1)
    by = np.floor(by * 2**20 + 0.5) / 2**20  # so that the last bits of a decomposition do not decide where a value is cut
    if colours == "u8":
        by = np.trunc(np.clip(u + by, 0, 255)) - u
    out = rgb.copy()
    out[:, :, 2] = np.clip(np.floor(rgb[:, :, 2] + 2.032 * by + 0.5), 0, 255)
    out[:, :, 1] = np.clip(np.floor(rgb[:, :, 1] - 0.395 * by + 0.5), 0, 255)
    return out


def readings(rgb):
    votes = {}
    for colours in COLOURS:
        blocks = low(blue_difference(rgb, colours))
        flat = np.abs(blocks.reshape(-1, 16)[:, 1:])
        largest = np.take_along_axis(flat, flat.argmax(axis=1)[:, None], axis=1)[:, 0]
        votes["dwtDct", colours] = (largest + NEAR) % STEP > STEP / 2 + 2 * NEAR
        votes["dwtDctSvd", colours] = np.linalg.svd(blocks, compute_uv=False)[:, 0]
        votes["dwtDctSvd", colours] = (votes["dwtDctSvd", colours] + NEAR) % STEP > STEP / 2 + 2 * NEAR
    matched = []
    for bits, _, _ in PAYLOADS.values():
        for method in METHODS:
            for colours in COLOURS:
                v = votes[method, colours]
                read = [v[i::len(bits)].mean() * 255 > 127 for i in range(len(bits))]
                matched.append(sum(bool(r) == (bit == "1") for r, bit in zip(read, bits)))
    return matched


def verdicts(matched):
    found = {}
    for i, (name, (_, detected, possible)) in enumerate(PAYLOADS.items()):
        best = max(matched[4 * i:4 * i + 4])
        if best >= possible:
            found[name] = "detected" if best >= detected else "possible"
    return found


def entry(seed, width, height, mark=None, change=None):
    rgb = paint(seed, width, height)
    if mark:
        rgb = embed(rgb, PAYLOADS[mark[0]][0], mark[1], mark[2])
    if change == "cut":        # two pixels off the left and the top
        rgb = rgb[2:, 2:]
    elif change == "coarse":   # as if stored in few colours
        rgb = rgb // 6 * 6
    matched = readings(rgb)
    return {"seed": seed, "width": width, "height": height, "mark": mark, "change": change,
            "crc32": "%08x" % zlib.crc32(rgb.astype(np.uint8).tobytes()), "matched": matched, "verdicts": verdicts(matched)}


def marked():
    seed = 2000
    for payload in PAYLOADS:
        for method in METHODS:
            for colours in COLOURS:
                for change in (None, None, None, "cut", "coarse"):
                    while seed % 8 in (5, 7):  # carry next to nothing
                        seed += 1
                    yield entry(seed, *SIZES[seed % len(SIZES)], [payload, method, colours], change)
                    seed += 1


if __name__ == "__main__":
    values = {"made_by": "src/test/python/watermarks.py, numpy " + np.__version__,
              "marked": list(marked()), "unmarked": [entry(seed, *SIZES[seed // 8 % len(SIZES)]) for seed in range(520)]}
    with open(sys.argv[1] + "/watermarks.json", "w") as out:
        out.write('{"made_by": %s' % json.dumps(values["made_by"]))
        for part in ("marked", "unmarked"):
            out.write(',\n"%s": [\n%s\n]' % (part, ",\n".join(json.dumps(e) for e in values[part])))
        out.write("}\n")
    for part in ("marked", "unmarked"):
        print(part, len(values[part]), "with a detection:", sum("detected" in e["verdicts"].values() for e in values[part]))
