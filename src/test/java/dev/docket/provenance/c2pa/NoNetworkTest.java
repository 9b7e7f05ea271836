package dev.docket.provenance.c2pa;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.docket.provenance.Crafted;
import dev.docket.provenance.ProvenanceReport.State;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoNetworkTest {
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
            byte[] file = pointingTo("http://127.0.0.1:" + waiting.getLocalPort() + "/m.c2pa");

            State state = reader.read(file).c2pa().state();

            recording.stop();
            assertThat(state).isEqualTo(State.REMOTE);
            waiting.setSoTimeout(200);
            assertThatThrownBy(waiting::accept).isInstanceOf(SocketTimeoutException.class);
            Path events = folder.resolve("events.jfr");
            recording.dump(events);
            List<RecordedEvent> sockets = RecordingFile.readAllEvents(events).stream()
                    .filter(event -> event.getThread() != null && event.getThread().getJavaName().equals("content-credentials")).toList();
            assertThat(sockets).isEmpty();
        }
    }

    @Test
    void nothingThatReadsProvenanceKnowsHowToConnect() {
        noClasses().that().resideInAPackage("dev.docket.provenance..")
                .should().dependOnClassesThat().resideInAnyPackage("java.net..", "java.nio.channels..", "javax.net..")
                .because("a file must not make a reviewer's machine call anybody")
                .check(new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.docket.provenance"));
    }

    private static byte[] pointingTo(String address) {
        return Crafted.jpeg(Crafted.xmpSegment(Crafted.xmp("dcterms:provenance=\"" + address + "\"", "")));
    }
}
