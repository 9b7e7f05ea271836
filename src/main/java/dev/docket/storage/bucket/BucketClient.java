package dev.docket.storage.bucket;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/**
 * Connections to one bucket, by Amazon's SDK over the JDK's own HTTP. Its checksums are left out: what is stored is
 * authenticated by its seal, and not every store knows them.
 */
final class BucketClient {
    private BucketClient() {}

    /** @param key empty: whatever the SDK finds, in the environment, its own files, or the machine's role */
    static S3Client of(BucketPlace place, Optional<BucketKey> key, Patience patience) {
        UrlConnectionHttpClient.Builder http = UrlConnectionHttpClient.builder().connectionTimeout(patience.connecting()).socketTimeout(patience.silence());
        place.ca().ifPresent(pem -> {
            TrustManager[] trusted = trusting(pem);
            http.tlsTrustManagersProvider(() -> trusted);
        });
        S3ClientBuilder client = S3Client.builder().httpClientBuilder(http)
                .region(Region.of(place.region()))
                .forcePathStyle(place.pathStyle())
                .credentialsProvider(credentials(key))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(s3 -> s3.chunkedEncodingEnabled(false))
                .overrideConfiguration(calls -> calls.apiCallAttemptTimeout(patience.attempt()).apiCallTimeout(patience.call())
                        .retryStrategy(AwsRetryStrategy.standardRetryStrategy().toBuilder().maxAttempts(patience.tries()).build()));
        place.endpoint().ifPresent(client::endpointOverride);
        return client.build();
    }

    private static AwsCredentialsProvider credentials(Optional<BucketKey> key) {
        return key.<AwsCredentialsProvider>map(known -> StaticCredentialsProvider.create(AwsBasicCredentials.create(known.id(), known.secret())))
                .orElseGet(() -> DefaultCredentialsProvider.builder().build());
    }

    /** This authority and no other. */
    private static TrustManager[] trusting(String pem) {
        try {
            KeyStore authorities = KeyStore.getInstance(KeyStore.getDefaultType());
            authorities.load(null, null);
            int number = 0;
            for (Certificate authority : CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))) {
                authorities.setCertificateEntry("authority-" + number++, authority);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(authorities);
            return trust.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException("The certificate of the bucket's authority cannot be read: " + e.getMessage(), e);
        }
    }
}
