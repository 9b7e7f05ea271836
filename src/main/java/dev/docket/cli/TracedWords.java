package dev.docket.cli;

import dev.docket.cli.Tracing.Traced;
import dev.docket.export.MarkedCopy;
import dev.docket.provenance.ProvenanceReport.MarkState;
import dev.docket.provenance.ProvenanceReport.Watermark;
import dev.docket.watermark.WatermarkDetector.Found;
import dev.docket.watermark.copy.MarkReader.Reading;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What {@code watermark read} says of a file, to a person and to a program. */
final class TracedWords {
    private TracedWords() {}

    static String text(Traced traced) {
        StringBuilder text = new StringBuilder(plain(traced.file().toString()));
        traced.unread().ifPresent(why -> text.append(" ").append(plain(why)).append("; it was not looked at."));
        if (traced.unread().isEmpty()) {
            traced.copy().ifPresentOrElse(copy -> text.append(copy(copy, traced)), () -> text.append(traced.reading().map(TracedWords::unknown)
                    .orElse(": no mark of a copy was found. That does not say that it is none: a mark is lost when a picture is made grey, turned, mirrored or redrawn, or much of it is cut away.")));
        }
        traced.others().found().stream().map(Found::mark).forEach(mark -> text.append("\n  ").append(mark(mark)));
        traced.others().failures().forEach(failure -> text.append("\n  Not looked at by ").append(plain(failure)));
        return text.toString();
    }

    private static String copy(MarkedCopy copy, Traced traced) {
        return ": a copy that was handed to " + plain(copy.recipient()) + "\n  written by " + traced.by() + " on " + copy.at() + ", number " + copy.number()
                + "\n  of item " + copy.item() + ", in the decision set " + copy.manifest().hex()
                + "\n  " + copy.width() + " x " + copy.height() + " pixels then; found " + traced.reading().orElseThrow().how()
                + ". The mark names the copy, not who passed it on, and whoever has a copy can put its mark into another picture.";
    }

    private static String unknown(Reading reading) {
        return ": carries the mark of a copy, number " + reading.number() + ", which this desk did not write. Another desk of Docket may know it.";
    }

    private static String mark(Watermark mark) {
        // a service says yes or no, which is one bit
        return "Mark of " + mark.payload() + (mark.bits() > 1 ? ", " + mark.matched() + " of " + mark.bits() + " bits" : "") + ", by the detector " + mark.detector()
                + (mark.detail().isEmpty() ? "" : ", " + plain(mark.detail())) + (mark.state() == MarkState.DETECTED ? "" : "; too few to count") + ". It proves nothing of who put it there.";
    }

    static Map<String, Object> fields(Traced traced) {
        Map<String, Object> fields = new TreeMap<>(Map.of("file", traced.file().toString(), "read", traced.unread().isEmpty(),
                "watermarks", traced.others().found().stream().map(found -> InspectJson.watermark(found.mark())).toList(), "failures", traced.others().failures()));
        traced.unread().ifPresent(why -> fields.put("reason", why));
        traced.reading().ifPresent(reading -> fields.put("mark", new TreeMap<>(Map.of("number", reading.number(), "found", reading.how(),
                "strength", Math.round(reading.strength() * 10) / 10.0, "false_positive", reading.falsePositive()))));
        traced.copy().ifPresent(copy -> fields.put("copy", new TreeMap<>(Map.of("recipient", copy.recipient(), "written_by", traced.by(), "written_at", copy.at().toString(),
                "item", copy.item().toString(), "manifest", copy.manifest().hex(), "size", List.of(copy.width(), copy.height())))));
        fields.put("conclusion", traced.unread().isPresent() ? "not_read" : traced.copy().isPresent() ? "copy" : traced.reading().isPresent() ? "unknown_copy" : "no_mark_found");
        return fields;
    }

    /** Names come from outside: nothing in them may move the cursor. */
    private static String plain(String text) {
        return text.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
    }
}
