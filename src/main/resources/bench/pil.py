"""Times PIL's Image.resize. Lines, words with tabs between: "load FILE WIDTH HEIGHT" (raw RGB), "to WIDTH HEIGHT KERNEL" (1 Lanczos, 2 bilinear,
3 bicubic), "save FILE" (raw RGB), each answered "ok"; "run NANOS", answered with the nanoseconds of one resize."""
import sys
import time

try:
    import PIL
    from PIL import Image
except ImportError:
    print("missing PIL", flush=True)
    sys.exit()

picture, size, kernel = None, None, 0
print("ready PIL " + PIL.__version__, flush=True)
for line in sys.stdin:
    words = line.rstrip("\n").split("\t")
    answer = "ok"
    if words[0] == "load":
        with open(words[1], "rb") as file:
            picture = Image.frombytes("RGB", (int(words[2]), int(words[3])), file.read())
    elif words[0] == "to":
        size, kernel = (int(words[1]), int(words[2])), int(words[3])
    elif words[0] == "save":
        with open(words[1], "wb") as file:
            file.write(picture.resize(size, kernel).tobytes())
    else:
        least = int(words[1])
        times, taken, start = 0, 0, time.perf_counter_ns()
        while times == 0 or taken < least:
            picture.resize(size, kernel)
            times += 1
            taken = time.perf_counter_ns() - start
        answer = taken / times
    print(answer, flush=True)
