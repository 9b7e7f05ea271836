package dev.docket.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * For how many days after it was decided what is known of an item is kept; empty: until somebody erases it.
 *
 * @param picture its bytes, and whatever was made of them
 * @param text what the feed and the file say
 * @param notes what people wrote
 */
public record Keeping(OptionalInt picture, OptionalInt text, OptionalInt notes) {
    /** Nothing goes by itself. */
    public static final Keeping ALL = new Keeping(OptionalInt.empty(), OptionalInt.empty(), OptionalInt.empty());

    static final int MOST_DAYS = 36_500;

    static Keeping read(Fields fields) {
        Keeping keeping = new Keeping(days(fields, "picture"), days(fields, "text"), days(fields, "notes"));
        fields.noMore();
        return keeping;
    }

    private static OptionalInt days(Fields fields, String name) {
        Optional<Double> days = fields.optionalNumber(name, 1, MOST_DAYS);
        if (days.isPresent() && days.get() != Math.rint(days.get())) {
            fields.fault(name, "is whole days");
        }
        return days.isEmpty() ? OptionalInt.empty() : OptionalInt.of(days.get().intValue());
    }

    /** The shortest of them; empty when nothing goes by itself. */
    public Optional<Duration> shortest() {
        return Stream.of(picture, text, notes).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt).min(Integer::compare).map(Duration::ofDays);
    }
}
