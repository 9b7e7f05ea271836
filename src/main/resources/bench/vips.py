"""Times libvips' vips_thumbnail_buffer: one processor, no cache, pixels left in memory.
Arguments: FILE LONGER_SIDE. Each line "run NANOS" (words with a tab between) is answered with the nanoseconds of one thumbnail."""
import ctypes
import ctypes.util
import os
import sys
import time


def library(names):
    for name in names:
        try:
            return ctypes.CDLL(name)
        except (OSError, TypeError):
            pass
    return None


vips = library(["libvips.so.42", "libvips.42.dylib", "libvips-42.dll", ctypes.util.find_library("vips")])
if vips is None or vips.vips_init(b"docket-bench") != 0:
    print("missing libvips", flush=True)
    sys.exit()
gobject = library(["libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll"])
glib = library(["libglib-2.0.so.0", "libglib-2.0.0.dylib", "libglib-2.0-0.dll"])
vips.vips_concurrency_set(1)
# libwebp takes a second thread all the same; Docket's side has one
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
vips.vips_cache_set_max(0)
vips.vips_image_write_to_memory.restype = ctypes.c_void_p
vips.vips_image_write_to_memory.argtypes = [ctypes.c_void_p, ctypes.POINTER(ctypes.c_size_t)]
gobject.g_object_unref.argtypes = [ctypes.c_void_p]
glib.g_free.argtypes = [ctypes.c_void_p]
DOWN = 2  # VIPS_SIZE_DOWN: never larger than it is

with open(sys.argv[1], "rb") as file:
    data = file.read()
side = int(sys.argv[2])


def thumbnail():
    image = ctypes.c_void_p()
    size = ctypes.c_size_t()
    if vips.vips_thumbnail_buffer(data, ctypes.c_size_t(len(data)), ctypes.byref(image), ctypes.c_int(side),
                                  b"height", ctypes.c_int(side), b"size", ctypes.c_int(DOWN), None) != 0:
        raise RuntimeError("libvips does not open it")
    pixels = vips.vips_image_write_to_memory(image, ctypes.byref(size))
    gobject.g_object_unref(image)
    if not pixels:
        raise RuntimeError("libvips does not decode it")
    glib.g_free(pixels)


print("ready libvips " + ".".join(str(vips.vips_version(i)) for i in range(3)), flush=True)
for line in sys.stdin:
    least = int(line.split("\t")[1])
    times, taken, start = 0, 0, time.perf_counter_ns()
    while times == 0 or taken < least:
        thumbnail()
        times += 1
        taken = time.perf_counter_ns() - start
    print(taken / times, flush=True)
