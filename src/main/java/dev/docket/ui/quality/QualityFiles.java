package dev.docket.ui.quality;

import dev.docket.report.Sheet;
import dev.docket.report.SheetCsv;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Scale;
import javax.imageio.ImageIO;

/** The cards as files: a table each, or a picture each. What is there already is not written over. */
final class QualityFiles {
    /** Pictures have twice the pixels of the screen, for slides and print. */
    private static final double FINE = 2;

    private QualityFiles() {}

    /** @throws java.nio.file.FileAlreadyExistsException when one of them is there */
    static void tables(List<Sheet> sheets, Path folder) throws IOException {
        for (Sheet sheet : sheets) {
            SheetCsv.write(sheet, new BufferedOutputStream(Files.newOutputStream(fresh(folder, sheet.kind(), "csv"), java.nio.file.StandardOpenOption.CREATE_NEW)));
        }
    }

    /** Pictures of the cards as they are now. On the JavaFX thread; writing them is not. */
    static Map<Sheet.Kind, WritableImage> shots(List<SheetCard> cards) {
        Map<Sheet.Kind, WritableImage> shots = new LinkedHashMap<>();
        cards.forEach(card -> shots.put(card.sheet().kind(), shot(card)));
        return shots;
    }

    private static WritableImage shot(Node card) {
        SnapshotParameters fine = new SnapshotParameters();
        fine.setTransform(new Scale(FINE, FINE));
        return card.snapshot(fine, null);
    }

    /** @throws java.nio.file.FileAlreadyExistsException when one of them is there */
    static void pictures(Map<Sheet.Kind, WritableImage> shots, Path folder) throws IOException {
        for (Map.Entry<Sheet.Kind, WritableImage> each : shots.entrySet()) {
            WritableImage shot = each.getValue();
            int width = (int) shot.getWidth();
            int height = (int) shot.getHeight();
            int[] pixels = new int[width * height];
            shot.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, width, height, pixels, 0, width);
            ImageIO.write(image, "png", fresh(folder, each.getKey(), "png").toFile());
        }
    }

    private static Path fresh(Path folder, Sheet.Kind kind, String ending) throws IOException {
        Path file = folder.resolve("quality-" + kind.name().toLowerCase(Locale.ROOT) + "." + ending);
        if (Files.exists(file)) {
            throw new java.nio.file.FileAlreadyExistsException(file.toString());
        }
        return file;
    }
}
