package dev.docket.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class FlowTest {
    @Test
    void aLongFlowAsksForTheHeightOfOneLineUntilItIsGivenLess() {
        Flow flow = new Flow(IntStream.range(0, 12).mapToObj(i -> {
            Region part = new Region();
            part.setPrefSize(60, 20);
            return part;
        }).toArray(Region[]::new));

        assertThat(flow.prefWidth(-1)).isEqualTo(720);
        assertThat(flow.prefHeight(-1)).isEqualTo(20);
        assertThat(flow.prefHeight(360)).isEqualTo(40);
    }
}
