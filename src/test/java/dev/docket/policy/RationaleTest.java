package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationaleTest {
    private static final Rationale RATIONALE = rationale("""
            {text: "Shows {symbol} {times} times since {day}, as {kind}.", parameters: {
              symbol: {type: text, max: 12}, times: {type: number, min: 1, max: 99}, day: {type: date},
              kind: {type: choice, choices: [praise, no context]}}}""");
    private static final Map<String, String> VALUES = Map.of("symbol", "a $1 \\ sign", "times", "3", "day", "2026-11-30", "kind", "no context");

    @Test
    void aReasonIsFilledIn() {
        assertThat(RATIONALE.fault(VALUES)).isEmpty();
        assertThat(RATIONALE.filled(VALUES)).isEqualTo("Shows a $1 \\ sign 3 times since 2026-11-30, as no context.");
        assertThat(RATIONALE.filled(Map.of("times", "3"))).isEqualTo("Shows {symbol} 3 times since {day}, as {kind}.");
    }

    @Test
    void aPlaceLeftOpenAndAWordWithoutAPlaceAreTold() {
        assertThat(RATIONALE.fault(Map.of())).contains("Fill in 'symbol'");
        assertThat(RATIONALE.fault(Map.of("place", "x"))).contains("The reason has no place for 'place'");
        assertThat(rationale("\"Plain words.\"").fault(Map.of())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "symbol | \" \" | 'symbol' has to have 1 to 12 characters",
        "symbol | 1234567890123 | 'symbol' has to have 1 to 12 characters",
        "times | 100 | 'times' has to be a number from 1 to 99",
        "times | NaN | 'times' has to be a number from 1 to 99",
        "times | 1e999999999 | 'times' has to be a number from 1 to 99",
        "day | 2026-02-30 | 'day' has to be a date such as 2026-12-01",
        "day | tomorrow | 'day' has to be a date such as 2026-12-01",
        "kind | Praise | 'kind' has to be one of praise, no context",
    })
    void aValueOfTheWrongKindIsTold(String name, String value, String sentence) {
        Map<String, String> values = new HashMap<>(VALUES);
        values.put(name, value);

        assertThat(RATIONALE.fault(values)).contains(sentence);
    }

    private static Rationale rationale(String yaml) {
        try {
            String text = PolicyFile.shipped().text().replace("r_ok: \"No policy concern found.\"", "r_ok: " + yaml);
            return PolicyFile.parse("p", text).label("benign").rationales().get("r_ok");
        } catch (PolicyFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
