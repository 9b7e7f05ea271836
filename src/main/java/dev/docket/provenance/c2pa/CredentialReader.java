package dev.docket.provenance.c2pa;

import dev.docket.decode.DecodedImage;
import dev.docket.provenance.Manifest;
import dev.docket.provenance.Manifest.Signature;
import dev.docket.provenance.ProvenanceReader;
import dev.docket.provenance.ProvenanceReport;
import dev.docket.provenance.ProvenanceReport.Certificate;
import dev.docket.provenance.ProvenanceReport.Check;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.Tools;
import dev.docket.storage.CanonicalJson;
import dev.docket.storage.ContentHash;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads what another reader finds, and has Content Credentials validated where the file shows any: that takes up to
 * seconds, and most files have none. What was found of a file is remembered for a while. Several threads; each waits until
 * its file had its turn.
 */
public final class CredentialReader implements ProvenanceReader, AutoCloseable {
    private static final int MOST_REMEMBERED = 64;
    /** Characters, as the report writes it; a longer text is left out of the report. */
    private static final int MOST_JSON = 96_000;
    private static final int MOST_READ = 8 << 20;

    private final ProvenanceReader plain;
    private final TrustList trust;
    private final ValidatorThread validator;
    private final Map<ContentHash, Credentials> remembered = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ContentHash, Credentials> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });

    /**
     * Starts nothing before the first file with credentials.
     *
     * @param plain finds everything else, and whether credentials are there: {@code NOT_CHECKED} or {@code REMOTE}
     * @param clock by which certificates are judged that no time stamp vouches for
     */
    public CredentialReader(ProvenanceReader plain, TrustList trust, Clock clock) {
        this(plain, trust, clock, ValidatorThread.LIMIT);
    }

    CredentialReader(ProvenanceReader plain, TrustList trust, Clock clock, Duration limit) {
        this.plain = plain;
        this.trust = trust;
        this.validator = new ValidatorThread(clock, limit);
    }

    /** Whether this copy of Docket was built with the validator. */
    public static boolean isBuilt() {
        return Validator.WASM.isBuilt();
    }

    /** What a report says it was made with. */
    public Check check() {
        return new Check(Validator.VERSION, trust.sha256());
    }

    @Override
    public Tools tools() {
        return isBuilt() ? plain.tools().with(check()) : plain.tools();
    }

    @Override
    public ProvenanceReport read(byte[] file) {
        return validated(plain.read(file), file);
    }

    @Override
    public ProvenanceReport read(byte[] file, DecodedImage image) {
        return validated(plain.read(file, image), file);
    }

    private ProvenanceReport validated(ProvenanceReport report, byte[] file) {
        State found = report.c2pa().state();
        return found == State.NOT_CHECKED || found == State.REMOTE ? report.withCredentials(credentials(file, found)) : report;
    }

    private Credentials credentials(byte[] file, State found) {
        Optional<String> mediaType = MediaType.of(file);
        if (!isBuilt() || mediaType.isEmpty()) {
            Finding unchecked = mediaType.isEmpty() ? Finding.UNSEEN : Finding.NOT_BUILT;
            return Credentials.of(unchecked.state(), unchecked.failures());
        }
        ContentHash content = ContentHash.of(file);
        Credentials known = remembered.get(content);
        if (known != null) {
            return known;
        }
        try {
            Told told = validator.read(file, mediaType.get(), trust.settings());
            Credentials credentials = credentials(told, found, file, mediaType.get());
            if (!(told instanceof Told.Broke)) {
                remembered.put(content, credentials);
            }
            return credentials;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Credentials.of(State.NOT_CHECKED, List.of());
        }
    }

    private Credentials credentials(Told told, State found, byte[] file, String mediaType) {
        return switch (told) {
            case Told.Broke broke -> without(new Finding(State.UNREADABLE, List.of(broke.code())));
            case Told.Refused refused -> {
                Finding finding = Finding.ofError(refused.error());
                // the marks of credentials are there, so that "none" cannot be the whole truth
                yield without(finding.state() == State.NONE && found == State.NOT_CHECKED ? Finding.UNSEEN : finding);
            }
            case Told.Found it -> parsed(it.json(), file, mediaType);
        };
    }

    private Credentials without(Finding finding) {
        Credentials bare = Credentials.of(finding.state(), finding.failures());
        return new Credentials(bare.state(), bare.failures(), List.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
                Optional.empty(), Optional.of(check()));
    }

    private Credentials parsed(String json, byte[] file, String mediaType) {
        if (json.length() > MOST_READ) {
            return without(new Finding(State.UNREADABLE, List.of("docket.credentials.tooLarge")));
        }
        try {
            JsonNode document = CanonicalJson.MAPPER.readTree(json);
            List<String> ofIngredients = ManifestReader.ingredientFailures(document);
            List<String> failures = ManifestReader.codes(document.path("validation_results").path("activeManifest").path("failure"));
            Finding finding = Finding.of(document.path("validation_state").asString(""), failures, ofIngredients);
            Optional<List<Certificate>> chain = chain(file, mediaType, document.path("active_manifest").asString(""));
            if (chain.isEmpty() && (finding.state() == State.TRUSTED || finding.state() == State.INTACT)) {
                finding = Finding.MISFRAMED;
            }
            Optional<Manifest> manifest = new ManifestReader(document).active();
            Optional<Signature> signature = manifest.flatMap(Manifest::signature);
            return new Credentials(finding.state(), finding.failures(), ofIngredients, signature.flatMap(s -> s.issuer().or(s::commonName)),
                    manifest.flatMap(Manifest::claimGenerator), signature.flatMap(Signature::time), manifest, chain.orElse(List.of()), kept(document), Optional.of(check()));
        } catch (JacksonException e) {
            return without(new Finding(State.UNREADABLE, List.of(Told.Broke.FAILED.code())));
        }
    }

    /** Empty when the store is not wrapped as C2PA has it, which the validator does not look at. */
    private static Optional<List<Certificate>> chain(byte[] file, String mediaType, String active) {
        try {
            return Store.in(file, mediaType).map(Jumbf::store).map(store -> store.children().stream().filter(child -> child.label().equals(active))
                    .flatMap(manifest -> manifest.child("c2cs").stream()).flatMap(signature -> signature.content().stream())
                    .flatMap(sign1 -> Cose.certificates(sign1).stream()).toList());
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    /** On one line, unless it would not fit where reports are stored. */
    private static Optional<String> kept(JsonNode document) {
        String line = document.toString();
        return CanonicalJson.MAPPER.writeValueAsString(line).length() <= MOST_JSON ? Optional.of(line) : Optional.empty();
    }

    @Override
    public void close() {
        validator.close();
    }
}
