package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PulseRateTest {
    private static final String PROPERTY = "javafx.animation.pulse";
    private final String before = System.getProperty(PROPERTY);

    @AfterEach
    void asItWas() {
        if (before == null) {
            System.clearProperty(PROPERTY);
        } else {
            System.setProperty(PROPERTY, before);
        }
    }

    @Test
    void theToolkitLooksAHundredAndTwentyTimesASecond() {
        System.clearProperty(PROPERTY);
        PulseRate.choose();
        assertThat(System.getProperty(PROPERTY)).isEqualTo("120");
    }

    @Test
    void aRateGivenOnTheCommandLineStays() {
        System.setProperty(PROPERTY, "60");
        PulseRate.choose();
        assertThat(System.getProperty(PROPERTY)).isEqualTo("60");
    }
}
