package dev.docket.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.storage.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class PlainJsonTest {

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"a\":1,\"b\":[true,false,null,{\"c\":\"föld \uD83D\uDE00\"}]}", "{\"a\":0,\"a b\":-7,\"a!\":123456789012345,\"aa\":\"\"}"})
    void whatItSeesIsCanonical(String text) {
        assertThat(PlainJson.isCanonical(text)).isTrue();
        assertThat(CanonicalJson.write(CanonicalJson.read(text, JsonNode.class))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\":1", "{\"a\":1}}", "{ }", "{\"a\": 1}", "{\"b\":1,\"a\":2}", "{\"a\":1,\"a\":2}", "{\"a\":01}", "{\"a\":-0}", "{\"a\":1.0}", "{\"a\":1e3}",
        "{\"a\":}", "{\"a\"}", "{a:1}", "[1,]", "[,1]", "{\"a\":1,}", "{\"a\":tru}", "{\"a\":truee}", "{\"a\":\"\\u0041\"}", "{\"a\":\"\n\"}", "{\"a\":\"x}", "{\"a\":1234567890123456789}", "nul"})
    void whatIsNotOrTakesACloserLookItDoesNotSee(String text) {
        assertThat(PlainJson.isCanonical(text)).isFalse();
    }

    @Test
    void deepNestingIsLeftToOthers() {
        assertThat(PlainJson.isCanonical("[".repeat(100_000) + "]".repeat(100_000))).isFalse();
    }
}
