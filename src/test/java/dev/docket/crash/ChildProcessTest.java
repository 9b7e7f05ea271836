package dev.docket.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ChildProcessTest {
    private static final int LINES = 300;

    @TempDir
    private Path folder;

    /** Says what it has to say, leaves a file, and stays. */
    static final class Talker {
        public static void main(String[] arguments) throws Exception {
            for (int line = 0; line < LINES; line++) {
                System.out.println("line " + line);
            }
            Files.createFile(Path.of(arguments[0]));
            Thread.sleep(60_000);
        }
    }

    @Test
    @Timeout(60)
    void whatAKilledProcessHadSaidIsReadToItsEnd() throws Exception {
        Path said = folder.resolve("said");
        CountDownLatch killed = new CountDownLatch(1);
        ChildProcess talker = ChildProcess.start(List.of("-cp", System.getProperty("java.class.path")), _ -> await(killed), Talker.class, said.toString());
        while (!Files.exists(said)) {
            Thread.sleep(10);
        }

        // the first line holds up whoever reads it until the process is gone
        Thread letGo = Thread.ofVirtual().start(() -> {
            while (talker.isAlive()) {
                Thread.onSpinWait();
            }
            killed.countDown();
        });
        talker.kill();
        letGo.join();

        assertThat(talker.lines()).hasSize(LINES).endsWith("line " + (LINES - 1));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
