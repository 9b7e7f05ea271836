package dev.docket.ui.stack;

import dev.docket.item.ImageItem;
import dev.docket.ui.common.Text;
import java.util.ArrayList;
import java.util.List;

/** A measured difference in a few words. */
final class DifferenceWords {
    /** Less than this share is coding, not content. */
    private static final double NOTHING = 0.01;
    private static final int VISIBLY = 8;
    /** As many letters as a tile has room for beside its id. */
    private static final int MOST = 16;

    private DifferenceWords() {}

    static String of(ImageItem seed, ImageItem other, PictureDifference difference) {
        List<String> words = new ArrayList<>();
        if (difference.mirrored()) {
            words.add(Text.of("stack.differs.mirrored"));
        }
        if (difference.recoloured()) {
            words.add(Text.of("stack.differs.recoloured"));
        }
        if (difference.cut() > 0) {
            words.add(Text.of("stack.differs.cut"));
        }
        if (difference.share() >= NOTHING) {
            words.add(Text.of("stack.differs.share", Math.round(100 * difference.share())));
        }
        if (Math.abs(difference.lighter()) >= VISIBLY) {
            words.add(Text.of(difference.lighter() > 0 ? "stack.differs.lighter" : "stack.differs.darker"));
        }
        if (words.isEmpty()) {
            boolean smaller = (long) other.width() * other.height() < (long) seed.width() * seed.height() * 9 / 10;
            return Text.of(seed.sha256().equals(other.sha256()) ? "stack.differs.copy" : smaller ? "stack.differs.smaller" : "stack.differs.resaved");
        }
        String two = String.join(", ", words.subList(0, Math.min(2, words.size())));
        return two.length() <= MOST ? two : words.getFirst();
    }
}
