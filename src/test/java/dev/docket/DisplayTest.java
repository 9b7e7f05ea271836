package dev.docket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DisplayTest {
    @Test
    void linuxNeedsANamedDisplay() {
        assertThat(Display.named(Map.of(), "Linux", null)).isFalse();
        assertThat(Display.named(Map.of("DISPLAY", " "), "Linux", null)).isFalse();
        assertThat(Display.named(Map.of("DISPLAY", ":0"), "Linux", null)).isTrue();
        assertThat(Display.named(Map.of("WAYLAND_DISPLAY", "wayland-0"), "Linux", null)).isTrue();
        assertThat(Display.named(Map.of(), "Linux", "Headless")).isTrue();
        assertThat(Display.named(Map.of(), "Mac OS X", null)).isTrue();
    }

    @Test
    void missingLibrariesAreToldWithThePackagesThatBringThem() {
        RuntimeException failure = new RuntimeException(new UnsatisfiedLinkError("libgtk-3.so.0: cannot open shared object file"));

        assertThat(Display.reason(failure)).contains("apt-get install").contains("libgtk-3-0");
        assertThat(Display.reason(new UnsupportedOperationException("Unable to load glass GTK library."))).contains("apt-get install");
        assertThat(Display.reason(new UnsupportedOperationException("Unable to open DISPLAY"))).contains("xvfb-run");
        assertThat(Display.reason(new IllegalStateException("something else"))).isNull();
    }
}
