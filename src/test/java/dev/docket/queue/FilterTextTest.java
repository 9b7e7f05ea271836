package dev.docket.queue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.queue.FilterText.Condition;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FilterTextTest {

    @Test
    void conditionsAndWordsStandInAnyOrder() {
        FilterText text = FilterText.parse(" 4f3a source=\"news desk\",feed  later lane=spam ");

        assertThat(text.conditions()).containsExactly(new Condition("source", "=", List.of("news desk", "feed")), new Condition("lane", "=", List.of("spam")));
        assertThat(text.words()).isEqualTo("4f3a later");
        assertThat(text.unread()).contains(1);
    }

    @Test
    void aQuotedValueReadsBackWhateverItHolds() {
        Random random = new Random(3);
        for (int i = 0; i < 2000; i++) {
            String value = random.ints(1 + random.nextInt(8), 0, 8).mapToObj(c -> "\" ,=a\\\t\u00e9".substring(c, c + 1)).reduce("", String::concat);

            FilterText text = FilterText.parse("source=" + FilterText.quoted(value) + " lane=x");

            assertThat(text.conditions().getFirst().values()).as(value).containsExactly(value);
            assertThat(text.words()).isEmpty();
        }
    }

    @Test
    void aLongTextOfQuotesIsReadInNoTime() {
        assertThat(FilterText.parse("source=" + "\"\"".repeat(5000) + "x").conditions()).isEmpty();
    }
}
