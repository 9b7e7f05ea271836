package dev.docket.provenance.c2pa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class TrustListTest {
    private final String anchor = new String(Signed.file("anchors.pem"), StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    @Test
    void textBetweenCertificatesDoesNoHarm() throws IOException {
        Path file = Files.writeString(folder.resolve("list.pem"), "Subject: O=Somebody\r\n" + anchor.replace("\n", "\r\n") + "Subject: O=Else\n" + anchor);

        TrustList list = TrustList.read(file);

        assertThat(list.certificates()).isEqualTo(2);
        assertThat(list.pem()).doesNotContain("Subject");
        assertThat(list.sha256()).contains(ContentHash.of(Files.readAllBytes(file)).hex());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "hello | holds no certificate in PEM form",
        "-----BEGIN CERTIFICATE-----\\nMIIB\\n-----END CERTIFICATE----- | Certificate 1 of the trust list",
        "-----BEGIN PRIVATE KEY-----\\nMIIB\\n-----END PRIVATE KEY----- | holds a private key where only certificates belong",
        "ANCHOR-----BEGIN CERTIFICATE-----\\nMIIB | ends within a certificate or holds one that is damaged, after number 1"})
    void aListThatCannotServeIsRefusedWithASentence(String text, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("list.pem"), text.replace("\\n", "\n").replace("ANCHOR", anchor));

        assertThatThrownBy(() -> TrustList.read(file)).isInstanceOf(TrustListException.class).hasMessageContaining(said).hasMessageContaining("list.pem");
    }

    @Test
    void aListThatIsNotThereIsRefused() {
        assertThatThrownBy(() -> TrustList.read(folder.resolve("none.pem"))).isInstanceOf(TrustListException.class).hasMessageContaining("does not exist");
    }

    @Test
    void theValidatorIsToldToAskNobody() {
        JsonNode settings = CanonicalJson.MAPPER.readTree(TrustList.NONE.settings());

        assertThat(settings.at("/verify/remote_manifest_fetch").asBoolean(true)).isFalse();
        assertThat(settings.at("/verify/ocsp_fetch").asBoolean(true)).isFalse();
        assertThat(settings.at("/core/allowed_network_hosts").isEmpty()).isTrue();
        assertThat(settings.has("trust")).isFalse();
    }
}
