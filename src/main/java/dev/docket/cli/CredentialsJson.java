package dev.docket.cli;

import static dev.docket.cli.InspectJson.fields;

import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Action;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.Manifest.Signature;
import dev.docket.provenance.ProvenanceReport.Certificate;
import dev.docket.provenance.ProvenanceReport.Check;
import dev.docket.provenance.ProvenanceReport.Credentials;
import java.util.Map;

/** The part of {@code inspect --json} that tells of Content Credentials; docs/provenance.md says what it means. */
final class CredentialsJson {

    static Map<String, Object> object(Credentials c2pa) {
        return fields(
                "state", c2pa.state().word(), "failures", c2pa.failures(), "ingredient_failures", c2pa.ingredientFailures(),
                "signer", c2pa.signer().orElse(null), "claim_generator", c2pa.claimGenerator().orElse(null),
                "signed_at", c2pa.signedAt().orElse(null),
                "history", c2pa.manifest().map(CredentialsJson::manifest).orElse(null),
                "chain", c2pa.chain().stream().map(CredentialsJson::certificate).toList(),
                "check", c2pa.check().map(CredentialsJson::check).orElse(null));
    }

    private static Map<String, Object> manifest(Manifest manifest) {
        return fields(
                "label", manifest.label(), "title", manifest.title().orElse(null), "format", manifest.format().orElse(null),
                "claim_generator", manifest.claimGenerator().orElse(null), "signature", manifest.signature().map(CredentialsJson::signature).orElse(null),
                "actions", manifest.actions().stream().map(CredentialsJson::action).toList(), "assertions", manifest.assertions(),
                "ingredients", manifest.ingredients().stream().map(CredentialsJson::ingredient).toList());
    }

    private static Map<String, Object> signature(Signature signature) {
        return fields("common_name", signature.commonName().orElse(null), "organisation", signature.issuer().orElse(null),
                "algorithm", signature.algorithm().orElse(null), "serial", signature.serial().orElse(null), "time", signature.time().orElse(null));
    }

    private static Map<String, Object> action(Action action) {
        return fields("action", action.name(), "when", action.when().orElse(null), "software_agent", action.softwareAgent().orElse(null),
                "digital_source_type", action.digitalSourceType().orElse(null));
    }

    private static Map<String, Object> ingredient(Ingredient ingredient) {
        return fields("title", ingredient.title().orElse(null), "format", ingredient.format().orElse(null), "relationship", ingredient.relationship().orElse(null),
                "recorded_failures", ingredient.recordedFailures(), "new_failures", ingredient.newFailures(), "thumbnail", ingredient.thumbnail(),
                "manifest", ingredient.manifest().map(CredentialsJson::manifest).orElse(null));
    }

    private static Map<String, Object> certificate(Certificate certificate) {
        return fields("subject", certificate.subject(), "issuer", certificate.issuer(), "serial", certificate.serial(),
                "not_before", certificate.notBefore(), "not_after", certificate.notAfter(), "sha256", certificate.sha256());
    }

    private static Map<String, Object> check(Check check) {
        return fields("validator", check.validator(), "trust_list", check.trustList().orElse(null));
    }

    private CredentialsJson() {}
}
