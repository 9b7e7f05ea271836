package dev.docket.provenance.c2pa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.docket.provenance.Crafted;
import dev.docket.provenance.ProvenanceReport.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoNetworkTest {
    private static final String READS = "content-credentials";

    @TempDir
    Path folder;

    @Test
    void noSocketIsOpenedForAFileThatPointsToThisMachine() throws Exception {
        try (ServerSocket waiting = new ServerSocket(0, 1, InetAddress.getLoopbackAddress()); CredentialReader reader = Signed.reader(TrustList.NONE);
                Recording recording = new Recording()) {
            recording.enable("jdk.SocketConnect").withThreshold(Duration.ZERO);
            recording.enable("jdk.SocketRead").withThreshold(Duration.ZERO);
            recording.enable("jdk.SocketWrite").withThreshold(Duration.ZERO);
            recording.start();
            // so that one that is opened would be seen
            Thread caller = new Thread(() -> call(waiting.getLocalPort()), READS);
            caller.start();
            waiting.accept().close();
            caller.join();
            byte[] file = pointingTo("http://127.0.0.1:" + waiting.getLocalPort() + "/m.c2pa");

            State state = reader.read(file).c2pa().state();

            recording.stop();
            assertThat(state).isEqualTo(State.REMOTE);
            waiting.setSoTimeout(200);
            assertThatThrownBy(waiting::accept).isInstanceOf(SocketTimeoutException.class);
            Path events = folder.resolve("events.jfr");
            recording.dump(events);
            List<String> sockets = RecordingFile.readAllEvents(events).stream()
                    .filter(event -> event.getThread() != null && event.getThread().getJavaName().startsWith(READS))
                    .map(event -> event.getThread().getJavaThreadId() == caller.threadId() ? "the caller" : event.toString()).distinct().toList();
            assertThat(sockets).containsExactly("the caller");
            assertThat(Thread.getAllStackTraces().keySet()).extracting(Thread::getName).as("who reads credentials").contains(READS);
        }
    }

    @Test
    void nothingThatReadsProvenanceKnowsHowToConnect() {
        noClasses().that().resideInAPackage("dev.docket.provenance..")
                .should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..")
                .because("a file must not make a reviewer's machine call anybody")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.docket.provenance"));
    }

    private static void call(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getInputStream().read();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pointingTo(String address) {
        return Crafted.jpeg(Crafted.xmpSegment(Crafted.xmp("dcterms:provenance=\"" + address + "\"", "")));
    }
}
