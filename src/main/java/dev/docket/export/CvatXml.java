package dev.docket.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamException;

/** {@code cvat.xml}: "CVAT for images 1.1", labels of a picture as tags, places as boxes and polygons in pixels. */
final class CvatXml implements SetWriter {
    private static final String NAME = "cvat.xml";
    private int number;

    @Override
    public void write(OutgoingRows rows, SetFiles files) throws IOException {
        try (XmlParts out = new XmlParts(files.create(NAME))) {
            out.start("annotations").text("version", "1.1").start("meta").start("task").text("name", "Decision set of Docket").start("labels");
            for (String label : rows.classes().keySet()) {
                out.start("label").text("name", label).text("type", "any").empty("attributes").end();
            }
            out.end().end().end();
            rows.pictured(outgoing -> image(out, outgoing.row()));
            out.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void image(XmlParts out, ExportRow row) throws IOException {
        try {
            out.start("image", "id", "" + number++, "name", row.fileName(), "subset", row.split(), "width", "" + row.width(), "height", "" + row.height());
            List<String> labels = new ArrayList<>(List.of(row.label()));
            labels.addAll(row.additional());
            for (String label : labels) {
                out.empty("tag", "label", label, "source", "manual");
            }
            for (ExportRow.Place place : row.regions()) {
                Outline outline = Outline.of(place, row.width(), row.height());
                if (place.shape().equals("box")) {
                    out.empty("box", "label", place.label(), "source", "manual", "occluded", "0", "xtl", text(outline.left()), "ytl", text(outline.top()),
                            "xbr", text(outline.left() + outline.width()), "ybr", text(outline.top() + outline.height()), "z_order", "0");
                } else {
                    out.empty("polygon", "label", place.label(), "source", "manual", "occluded", "0", "points",
                            outline.corners().stream().map(c -> text(c.getFirst()) + "," + text(c.getLast())).collect(Collectors.joining(";")), "z_order", "0");
                }
            }
            out.end();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static String text(double pixels) {
        return String.format(Locale.ROOT, "%.2f", pixels);
    }
}
