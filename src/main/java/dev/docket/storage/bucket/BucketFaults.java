package dev.docket.storage.bucket;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Says in words what a bucket's fault means and what to do. Codes: Amazon S3's list of error responses. */
final class BucketFaults {
    private static final Set<String> WRONG_KEY = Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidToken", "ExpiredToken");
    private static final Set<String> ELSEWHERE = Set.of("PermanentRedirect", "AuthorizationHeaderMalformed", "IllegalLocationConstraintException");
    private static final int MOST_CAUSES = 32;

    private BucketFaults() {}

    static BucketException explained(SdkException fault, BucketPlace place) {
        String which = "The image store " + place.where();
        return switch (fault) {
            case S3Exception answer -> answered(answer, place, which);
            case ApiCallTimeoutException _, ApiCallAttemptTimeoutException _, AbortedException _ ->
                new BucketException(which + " did not answer in time. Tell an admin of the team if it stays so.", true, fault);
            default -> unanswered(fault, which);
        };
    }

    /** The connection broke. */
    static BucketException broken(UncheckedIOException fault, BucketPlace place) {
        return unanswered(fault, "The image store " + place.where());
    }

    private static BucketException answered(S3Exception answer, BucketPlace place, String which) {
        AwsErrorDetails details = answer.awsErrorDetails();
        String code = details == null || details.errorCode() == null ? "" : details.errorCode();
        int status = answer.statusCode();
        if (code.equals("NoSuchBucket") || status == 404) {
            return new BucketException(which + " is not there: it has no bucket " + place.bucket() + ". Ask an admin of the team to make it, or for 'docket team images'.", false, answer);
        }
        if (WRONG_KEY.contains(code)) {
            return new BucketException(which + " does not know this key, or its secret is another (" + code + "). Give the right one: docket team bucket-key.", false, answer);
        }
        if (ELSEWHERE.contains(code) || status == 301) {
            return new BucketException(which + " is in another region. Ask an admin of the team for 'docket team images … --s3-region'.", false, answer);
        }
        if (status == 401 || status == 403) {
            return new BucketException(which + " does not permit this to your key (" + (code.isEmpty() ? Integer.toString(status) : code)
                    + "). Give another with docket team bucket-key, or ask an admin of the team what yours may do.", false, answer);
        }
        boolean passing = status >= 500 || status == 429 || status == 408;
        return new BucketException(which + " answered with a fault: " + (code.isEmpty() ? "" : code + ", ") + status + "."
                + (passing ? " Tell an admin of the team if it stays so." : " Tell an admin of the team."), passing, answer);
    }

    private static BucketException unanswered(RuntimeException fault, String which) {
        if (fault.getMessage() != null && fault.getMessage().contains("Unable to load credentials")) {
            return new BucketException(which + " wants a key, and this profile has none. Give it: docket team bucket-key, or for a service in AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY.", false, fault);
        }
        Throwable cause = causes(fault).filter(c -> c instanceof SSLException || c instanceof UnknownHostException || c instanceof ConnectException || c instanceof NoRouteToHostException)
                .findFirst().orElse(fault);
        return switch (cause) {
            case SSLException _ -> new BucketException(which + " does not prove that it is the one it says. Nothing was sent. "
                    + "If its certificate is of an authority of your own, ask an admin of the team for 'docket team images … --s3-ca'.", false, fault);
            case UnknownHostException _ -> new BucketException(which + " is not known by that name on this network. Connect to the team's network, or ask an admin of the team.", true, fault);
            case ConnectException _, NoRouteToHostException _ -> new BucketException(which + " cannot be reached. Connect to the team's network, or ask an admin of the team.", true, fault);
            default -> new BucketException(which + " was cut off, or does not answer. Its server or the network to it may be down.", true, fault);
        };
    }

    private static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(MOST_CAUSES);
    }
}
