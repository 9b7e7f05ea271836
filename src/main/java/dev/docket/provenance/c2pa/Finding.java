package dev.docket.provenance.c2pa;

import dev.docket.provenance.PlainText;
import dev.docket.provenance.ProvenanceReport.State;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The state that follows from what the validator told, with the codes that decide it.
 *
 * @param state as a reviewer sees it; the validator itself knows only Invalid, Valid and Trusted
 */
record Finding(State state, List<String> failures) {
    /** Present by its marks, but not for the validator: moved or damaged. */
    static final Finding UNSEEN = new Finding(State.UNREADABLE, List.of("docket.credentials.unseen"));
    /** Sound within, but wrapped otherwise than it was signed: bytes were changed that no signature covers. */
    static final Finding MISFRAMED = new Finding(State.UNREADABLE, List.of("docket.store.misframed"));
    static final Finding NOT_BUILT = new Finding(State.NOT_CHECKED, List.of("docket.validator.notBuilt"));

    /** Faults of time and revocation alone; the rest of a file that has no others is as it was signed. */
    private static final Set<String> EXPIRY = Set.of("signingCredential.expired", "signingCredential.ocsp.revoked",
            "claimSignature.outsideValidity", "timeStamp.outsideValidity");
    private static final Set<String> TRUST = Set.of("signingCredential.untrusted", "timeStamp.untrusted", "cawg.x509.credential.untrusted");
    private static final Pattern ERROR = Pattern.compile("^C2pa\\((\\w{1,60})");

    /** @param failures of the active manifest and what it was made from */
    static Finding of(String validationState, List<String> failures, List<String> ofIngredients) {
        State state = switch (validationState) {
            case "Trusted" -> State.TRUSTED;
            case "Valid" -> State.INTACT;
            case "Invalid" -> isOnlyOld(failures, ofIngredients) ? State.EXPIRED : State.INVALID;
            default -> State.UNREADABLE;
        };
        return new Finding(state, failures);
    }

    private static boolean isOnlyOld(List<String> failures, List<String> ofIngredients) {
        return failures.stream().anyMatch(EXPIRY::contains)
                && failures.stream().allMatch(code -> EXPIRY.contains(code) || TRUST.contains(code))
                && ofIngredients.stream().allMatch(code -> EXPIRY.contains(code) || TRUST.contains(code));
    }

    /** @param error as the validator words it, such as {@code C2pa(JumbfNotFound)} */
    static Finding ofError(String error) {
        Matcher kind = ERROR.matcher(error);
        String code = kind.find() ? kind.group(1) : PlainText.shown(error);
        return switch (code) {
            case "JumbfNotFound" -> new Finding(State.NONE, List.of());
            case "RemoteManifestUrl" -> new Finding(State.REMOTE, List.of());
            default -> new Finding(State.UNREADABLE, List.of(code));
        };
    }
}
