package dev.docket.ui.quality;

import javafx.print.PageLayout;
import javafx.print.PrinterJob;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.stage.Window;

/** Prints pictures of the cards, one a page, as large as fits and no larger than they are. JavaFX thread. */
final class CardPrinter {
    private CardPrinter() {}

    /** What became of it. */
    enum Outcome { PRINTED, CANCELLED, NO_PRINTER, FAILED }

    static Outcome print(Iterable<WritableImage> cards, Window window) {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            return Outcome.NO_PRINTER;
        }
        if (!job.showPrintDialog(window)) {
            job.cancelJob();
            return Outcome.CANCELLED;
        }
        PageLayout page = job.getJobSettings().getPageLayout();
        for (WritableImage card : cards) {
            ImageView sheet = new ImageView(card);
            sheet.setPreserveRatio(true);
            sheet.setSmooth(true);
            sheet.setFitWidth(Math.min(card.getWidth(), page.getPrintableWidth()));
            if (card.getHeight() * sheet.getFitWidth() / card.getWidth() > page.getPrintableHeight()) {
                sheet.setFitHeight(page.getPrintableHeight());
            }
            if (!job.printPage(sheet)) {
                job.cancelJob();
                return Outcome.FAILED;
            }
        }
        return job.endJob() ? Outcome.PRINTED : Outcome.FAILED;
    }
}
