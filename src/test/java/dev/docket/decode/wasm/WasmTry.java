package dev.docket.decode.wasm;
import dev.docket.decode.*;
import java.nio.file.*;
import java.awt.image.BufferedImage;
import javax.imageio.ImageIO;
class WasmTry {
    public static void main(String[] a) throws Exception {
        FormatDecoders d = new FormatDecoders(WasmDecoders.all());
        for (int round = 0; round < Integer.getInteger("rounds", 1); round++)
        for (String f : a) {
            long t = System.nanoTime();
            try {
                DecodedImage i = d.decode(Files.readAllBytes(Path.of(f)));
                long ms = (System.nanoTime() - t) / 1000000;
                String diff = "";
                Path ref = Path.of(f + ".png");
                if (Files.exists(ref)) {
                    BufferedImage r = ImageIO.read(ref.toFile());
                    long sum = 0; int max = 0; 
                    if (r.getWidth() != i.width() || r.getHeight() != i.height()) diff = "SIZE " + r.getWidth() + "x" + r.getHeight();
                    else { for (int y = 0; y < i.height(); y++) for (int x = 0; x < i.width(); x++) { int p = i.argb()[y * i.width() + x], q = r.getRGB(x, y); int qa = q >>> 24; for (int s = 0; s <= 24; s += 8) { int pv = p >> s & 255, qv = q >> s & 255; if (s < 24) qv = (qv * qa + 127) / 255; int e = Math.abs(pv - qv); sum += e; max = Math.max(max, e); } }
                    diff = "max " + max + " mean " + sum / 4.0 / i.width() / i.height(); }
                }
                System.out.println(f + " " + i.width() + "x" + i.height() + " " + ms + " ms " + diff);
            } catch (UndecodableImageException e) { System.out.println(f + " " + (System.nanoTime() - t) / 1000000 + " ms " + e.state() + " " + e.getMessage()); }
        }
    }
}
