package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;

import dev.docket.provenance.MetadataReader;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class ValidatorThreadTest {

    @Test
    void aFileThatTakesTooLongIsGivenUpAndSaysSo() {
        try (CredentialReader hasty = new CredentialReader(new MetadataReader(), TrustList.NONE, Signed.LATER, Duration.ofMillis(1))) {
            Credentials late = hasty.read(Signed.file("ai.jpg")).c2pa();

            assertThat(late.state()).isEqualTo(State.UNREADABLE);
            assertThat(late.failures()).containsExactly("docket.validator.late");
        }
    }

    @Test
    void whoeverIsInterruptedLeavesAValidatorThatStillWorks() throws InterruptedException {
        AtomicReference<Exception> thrown = new AtomicReference<>();
        try (ValidatorThread validator = new ValidatorThread(Signed.LATER, Duration.ofMinutes(2))) {
            Thread asking = Thread.ofPlatform().start(() -> {
                try {
                    validator.read(Signed.file("edited.jpg"), "image/jpeg", TrustList.NONE.settings());
                } catch (InterruptedException e) {
                    thrown.set(e);
                }
            });
            asking.interrupt();
            asking.join();

            assertThat(thrown.get()).isInstanceOf(InterruptedException.class);
            assertThat(validator.read(Signed.file("ai.jpg"), "image/jpeg", TrustList.NONE.settings())).isInstanceOf(Told.Found.class);
        }
    }
}
