package dev.docket.decode.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.DecoderUnavailableException;
import dev.docket.decode.FormatDecoders;
import dev.docket.decode.ImageFiles;
import dev.docket.decode.UndecodableImageException;
import dev.docket.decode.worker.TrapDecoder.Trap;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Processes that die at any moment. As many as {@code -Ddocket.kills=N} says, 6 unless told. */
class KilledWorkersTest {
    private static final int KILLS = Integer.getInteger("docket.kills", 6);

    @Test
    void whateverArrivesIsWhole() throws Exception {
        byte[] file = ImageFiles.jpeg(ImageFiles.speckled(1600, 1200), false);
        DecodedImage expected = new FormatDecoders().view(file, 1600);
        Random random = new Random(5);
        int arrived = 0;
        int refused = 0;
        try (DecodeWorkers workers = new DecodeWorkers(WorkerKind.FAST.running(TrapWorker.class), WorkerKind.SLOW)) {
            workers.view(file, 1600);
            while (workers.lost() < KILLS) {
                Thread killer = killSoon(random.nextInt(60));
                try {
                    assertThat(workers.view(file, 1600).argb()).isEqualTo(expected.argb());
                    arrived++;
                } catch (UndecodableImageException | DecoderUnavailableException twice) {
                    refused++;
                }
                killer.join();
            }
            assertThat(workers.view(file, 1600).argb()).isEqualTo(expected.argb());
        }
        assertThat(arrived).isPositive();
        System.out.println(KILLS + " decoders killed: " + arrived + " pictures arrived, all whole; " + refused + " were given up after two kills");
    }

    private static Thread killSoon(int millis) {
        return Thread.ofPlatform().start(() -> {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            decoders(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
        });
    }

    private static Stream<ProcessHandle> decoders(ProcessHandle of) {
        return DecoderProcesses.of(of).filter(ProcessHandle::isAlive);
    }

    @Test
    void whenTheParentIsKilledItsDecodersEndThoughTheyAreInTheMiddleOfAFile() throws Exception {
        Process parent = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                "-cp", System.getProperty("java.class.path"), ParentMain.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (BufferedReader out = new BufferedReader(new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(out.readLine()).isEqualTo("decoding");
            List<ProcessHandle> decoders = decoders(parent.toHandle()).toList();
            assertThat(decoders).isNotEmpty();

            parent.destroyForcibly().waitFor();

            for (ProcessHandle decoder : decoders) {
                decoder.onExit().get(20, TimeUnit.SECONDS);
            }
        } finally {
            parent.destroyForcibly();
        }
    }

    /** A process that has a file decoded which never ends. */
    static final class ParentMain {
        private ParentMain() {}

        public static void main(String[] args) throws Exception {
            DecodeWorkers workers = new DecodeWorkers(WorkerKind.FAST.running(TrapWorker.class), WorkerKind.SLOW);
            workers.view(Trap.NOTHING.file(), 100);
            Thread.ofPlatform().start(() -> {
                try {
                    workers.view(Trap.SPIN.file(), 100);
                } catch (Exception e) {
                    System.err.println(e);
                }
            });
            Thread.sleep(300);
            System.out.println("decoding");
        }
    }
}
