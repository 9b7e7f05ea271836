package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class DirectBuffersTest {
    private final DirectBuffers buffers = new DirectBuffers();

    @Test
    void aBufferGivenBackIsTakenAgainForTheSameLengthOnly() {
        FloatBuffer first = buffers.take(12);
        assertThat(first.isDirect()).isTrue();
        buffers.give(first);

        assertThat(buffers.take(13)).isNotSameAs(first);
        assertThat(buffers.take(12)).isSameAs(first);
    }

    @Test
    void noTwoTakersShareABufferAlsoWhereBuffersHoldTheSameNumbers() {
        FloatBuffer one = buffers.take(4);
        FloatBuffer other = buffers.take(4);
        buffers.give(one);
        buffers.give(other);

        assertThat(buffers.take(4)).isNotSameAs(buffers.take(4));
    }

    @Test
    void oneThatWasReadIsWholeAgain() {
        FloatBuffer buffer = buffers.take(3);
        buffer.put(1).flip();
        buffers.give(buffer);

        assertThat(buffers.take(3).remaining()).isEqualTo(3);
    }
}
