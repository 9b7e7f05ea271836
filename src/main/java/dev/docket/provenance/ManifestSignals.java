package dev.docket.provenance;

import dev.docket.provenance.Manifest.Action;
import dev.docket.provenance.Manifest.Ingredient;
import dev.docket.provenance.ProvenanceReport.Credentials;
import dev.docket.provenance.ProvenanceReport.Origin;
import dev.docket.provenance.ProvenanceReport.Signal;
import dev.docket.provenance.ProvenanceReport.State;
import dev.docket.provenance.ProvenanceReport.Strength;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What Content Credentials say of a picture's making. Signed where they are sound, whoever signed; of altered or expired ones
 * the same words are no more than metadata that anyone could have written.
 */
final class ManifestSignals {
    private static final int MOST = 20;

    private final boolean sound;
    private final Set<Signal> found = new LinkedHashSet<>();

    private ManifestSignals(boolean sound) {
        this.sound = sound;
    }

    static List<Signal> in(Credentials credentials) {
        ManifestSignals signals = new ManifestSignals(credentials.state() == State.TRUSTED || credentials.state() == State.INTACT);
        credentials.manifest().ifPresent(manifest -> signals.add(manifest, true, "", true));
        return new ArrayList<>(signals.found);
    }

    /**
     * @param whole whether what the manifest says is true of the whole picture, not of a part of it
     * @param of whose words they are; empty for the picture's own
     */
    private void add(Manifest manifest, boolean whole, String of, boolean sound) {
        for (Action action : manifest.actions()) {
            action.digitalSourceType().ifPresent(type -> add(manifest, action, type, whole, of, sound));
        }
        for (Ingredient ingredient : manifest.ingredients()) {
            boolean parent = whole && ingredient.relationship().filter("parentOf"::equals).isPresent();
            boolean good = sound && !ingredient.wasBad() && ingredient.newFailures().isEmpty();
            ingredient.manifest().ifPresent(made -> add(made, parent, " of what it was made from", good));
        }
    }

    private void add(Manifest manifest, Action action, String type, boolean whole, String of, boolean manifestIsSound) {
        Signal named = SourceType.signal(type);
        Origin origin = !whole && named.origin() == Origin.AI_GENERATED ? Origin.AI_EDITED : named.origin();
        // a part taken by a camera says nothing of the whole
        if (found.size() >= MOST || named.origin() == Origin.OTHER || !whole && named.origin() == Origin.CAMERA) {
            return;
        }
        boolean signed = sound && manifestIsSound;
        String tool = action.softwareAgent().or(manifest::claimGenerator).orElse("");
        found.add(new Signal("c2pa", signed ? Strength.SIGNED : Strength.METADATA, origin, tool, PlainText.shown(
                named.detail() + " in Content Credentials" + of + (signed ? "" : ", which are not sound: claimed, not verified"))));
    }
}
