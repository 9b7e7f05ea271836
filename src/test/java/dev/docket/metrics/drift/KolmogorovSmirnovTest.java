package dev.docket.metrics.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.docket.golden.Golden;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class KolmogorovSmirnovTest {
    @TestFactory
    Stream<DynamicTest> probabilitiesEqualScipys() throws IOException {
        return Golden.read("metrics-drift").get("ks_p").valueStream().map(row -> DynamicTest.dynamicTest(row.toString(), () ->
                assertThat(KolmogorovSmirnov.p(row.get("d").asDouble(), row.get("n").asInt(), row.get("m").asInt())).isCloseTo(row.get("p").asDouble(), within(1e-9))));
    }
}
