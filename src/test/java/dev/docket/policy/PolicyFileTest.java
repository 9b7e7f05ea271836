package dev.docket.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.docket.policy.PolicyFile.Fault;
import dev.docket.policy.PolicyPack.DisplayProfile;
import dev.docket.policy.PolicyPack.Label;
import dev.docket.storage.ContentHash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFileTest {
    private static final PolicyPack PACK = PolicyFile.shipped();
    private static final String TEXT = PACK.text();

    @TempDir
    Path folder;

    @Test
    void theShippedPackHasNineKeysAPaletteAndQuarantine() {
        assertThat(PACK.labels()).extracting(Label::hotkey)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "0 a", "0 l", "0 h", "0 t", "0 c", "0 i", "q");
        assertThat(PACK.labels().subList(0, 9)).extracting(Label::shortTitle).containsExactly(
                "Within policy", "Undisclosed synthetic", "Civic deception", "Medical misinformation", "Non-consensual intimate",
                "Graphic violence", "Hate symbols", "Private information", "Spam or scam");
        assertThat(PACK.labels().subList(0, 9)).extracting(label -> PACK.actions().get(label.defaultAction()).title()).containsExactly(
                "Allow", "Label as AI", "Label as AI", "Add context", "Remove", "Age-restrict", "Remove", "Remove", "Remove");
        assertThat(PACK.labels().subList(0, 9)).extracting(label -> label.severity().name())
                .containsExactly("S0", "S1", "S2", "S2", "S4", "S2", "S2", "S2", "S1");
    }

    @Test
    void everyLabelTitleFitsItsRow() {
        assertThat(PACK.labels()).allSatisfy(label -> assertThat(label.shortTitle()).hasSizeBetween(1, 26));
    }

    @Test
    void childSafetyIsNeverDrawnExportedOrTrained() {
        Label label = PACK.label("minors_safety");

        assertThat(PACK.displayProfiles().get(label.display()).render()).isFalse();
        assertThat(label.export()).isEqualTo("never");
        assertThat(label.training()).isFalse();
        assertThat(label.allowedActions()).containsExactly("quarantine");
    }

    @Test
    void aPackIsPinnedByTheHashOfItsExactText() throws PolicyFormatException {
        PolicyPack twin = PolicyFile.parse("twin.yaml", TEXT + "\n# a remark\n");

        assertThat(PACK.ref().sha256()).isEqualTo(ContentHash.of(TEXT.getBytes(StandardCharsets.UTF_8)));
        assertThat(twin.ref().name()).isEqualTo(PACK.ref().name());
        assertThat(twin.ref().sha256()).isNotEqualTo(PACK.ref().sha256());
    }

    @ParameterizedTest
    @MethodSource("slips")
    void aFaultNamesLineFieldAndReason(String right, String wrong, String field, String message) {
        assertThat(TEXT).contains(right);
        String faulty = TEXT.replaceFirst(Pattern.quote(right), Matcher.quoteReplacement(wrong));

        List<Fault> faults = PolicyFile.check(faulty);

        assertThat(faults).anySatisfy(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.message()).isEqualTo(message);
            assertThat(fault.line()).isBetween(1, (int) faulty.lines().count());
        });
    }

    /** What the shipped pack says, what a slip made of it, the field and the reason. */
    static List<Arguments> slips() {
        return List.of(
            arguments("default_action: age_restrict\n", "default_acton: age_restrict\n",
                    "labels[5].default_acton", "is not a field Docket knows; did you mean 'default_action'?"),
            arguments("default_action: age_restrict\n    allowed_actions: [age_restrict, remove, l", "default_action: age_restrct\n    allowed_actions: [age_restrict, remove, l",
                    "labels[5].default_action", "no action 'age_restrct'; did you mean 'age_restrict'?"),
            arguments("display: guarded\n    export: full", "display: gaurded\n    export: full",
                    "labels[6].display", "no display profile 'gaurded'; did you mean 'guarded'?"),
            arguments("severity: {default: S3, range: [S2, S3, S4]}", "severity: {default: S1, range: [S2, S3, S4]}",
                    "labels[11].severity.default", "S1 is not in the range [S2, S3, S4]"),
            arguments("default_action: add_context", "default_action: quarantine",
                    "labels[3].default_action", "'quarantine' is not among allowed_actions"),
            arguments("hotkey: \"4\"", "hotkey: \"3\"",
                    "labels[3].hotkey", "'3' is already the key of label 'civic_deception'"),
            arguments("id: medical_misinfo\n", "id: benign\n",
                    "labels[3].id", "'benign' is the id of an earlier label"),
            arguments("hotkey: \"4\"", "hotkey: 4",
                    "labels[3].hotkey", "is not text; put it in quotes"),
            arguments("hotkey: \"4\"", "hotkey: \"F4\"",
                    "labels[3].hotkey", "'F4' is not a key: \"1\" to \"9\", \"0 a\" to \"0 z\", or \"q\""),
            arguments("short_title: Spam or scam", "short_title: Spam or scam or whatever it is",
                    "labels[8].short_title", "has 30 characters; at most 26 are allowed"),
            arguments("    short_title: Spam or scam\n", "",
                    "labels[8].short_title", "is missing; it is needed where the title has more than 26 characters"),
            arguments("labels: [medical_misinfo, self_harm]", "labels: [medical_misinfo, spam_scam]",
                    "lanes[3].labels", "'spam_scam' is already routed to lane 'health'"),
            arguments("skill: general", "skill: general, labels: [benign]",
                    "lanes[5].labels", "the last lane takes everything else; it names no labels"),
            arguments("removal_hours: 2},", "removal_hours: 72},",
                    "jurisdictions.IN.labels.ncii.removal_hours", "is longer than the 48 h that hold without it; a place may only tighten"),
            arguments("legal_ref: \"StGB 86a\"", "display: open",
                    "jurisdictions.DE.labels.hate_symbols.display", "covers less than guarded; a place may only tighten"),
            arguments("legal_ref: \"StGB 86a\"", "severity: S1",
                    "jurisdictions.DE.labels.hate_symbols.severity", "is milder than S2; a place may only tighten"),
            arguments("legal_ref: \"StGB 86a\"", "default_action: allow",
                    "jurisdictions.DE.labels.hate_symbols.default_action", "is milder than remove; a place may only tighten"),
            arguments("legal_ref: \"P.L. 119-12\"", "export: full",
                    "jurisdictions.US.labels.ncii.export", "lets out more than hash_only; a place may only tighten"),
            arguments("inherits: EU", "inherits: EV",
                    "jurisdictions.DE.inherits", "no jurisdiction 'EV'; did you mean 'EU'?"),
            arguments("inherits: EU", "inherits: DE",
                    "jurisdictions.DE.inherits", "goes round in a circle: DE"),
            arguments("display: none\n    export: never", "display: strict\n    export: never",
                    "labels[15].display", "of minors_safety has to be a profile with render: never"),
            arguments("export: never\n    training: false", "export: derived\n    training: false",
                    "labels[15].export", "of minors_safety has to be never"),
            arguments("weight: 0.6", "weight: 6",
                    "scores[2].weight", "is not a number from 0 to 1"),
            arguments("credentials: [invalid]", "credentials: [invalide]",
                    "provenance[1].credentials[0]", "no state of credentials 'invalide'; did you mean 'invalid'?"),
            arguments("contradiction: [credentials_camera, watermark, camera], ", "",
                    "provenance[0].label", "is suspected under no condition; name credentials, disclosure, watermark or contradiction"),
            arguments("contradiction: [credentials_camera, watermark, camera]", "contradiction: camera",
                    "provenance[0].contradiction", "is not a list"),
            arguments("disclosure: false", "disclosure: absent",
                    "provenance[1].disclosure", "is neither true nor false"),
            arguments("watermark: [detected]", "watermark: [found]",
                    "provenance[1].watermark[0]", "no state of a watermark 'found'"),
            arguments("watermark: [detected], label: undisclosed_synthetic", "watermark: [detected], label: minors_safety",
                    "provenance[1].label", "of a rule on provenance cannot be minors_safety: where a file comes from does not say what it shows"),
            arguments("release: never", "release: sometimes",
                    "defaults.release", "no release rule 'sometimes'"),
            arguments("version: 1.0.0", "version: 1.0",
                    "pack.version", "is not text; put it in quotes"),
            arguments("  quarantine:        {title: Quarantine, strictness: 100, reversible: false}", "",
                    "actions.quarantine", "is missing; Docket itself needs this action"),
            arguments("S1: 0.2", "S1: 0.4",
                    "priority.severity.S2", "weighs less than a milder severity"),
            arguments("grey: true, reveal: hold}", "grey: yes, reveal: hold}",
                    "display_profiles.guarded.grey", "is neither true nor false"),
            arguments("no_decision_reasons: [", "no_decision_reasons: x # [",
                    "no_decision_reasons", "is not a list"),
            arguments("    training: false\n", "",
                    "labels[15].training", "of minors_safety has to be false"),
            arguments("propagate: exact_quarantine", "propagate: never",
                    "labels[15].propagate", "of minors_safety has to be exact_quarantine"),
            arguments("propagate: near_auto", "propagate: exact_quarantine",
                    "labels[1].propagate", "'exact_quarantine' is kept for minors_safety"),
            arguments("propagate: near_auto", "propagate: near",
                    "labels[1].propagate", "no rule 'near'"),
            arguments("propagate: exact_quarantine", "evidence: {region: required}",
                    "labels[15].evidence", "of minors_safety has to be left out: nobody annotates such a picture"),
            arguments("region: recommended", "region: needed",
                    "labels[6].evidence.region", "no demand 'needed'"),
            arguments("region: recommended", "regoin: required",
                    "labels[6].evidence.regoin", "is not a field Docket knows; did you mean 'region'?"),
            arguments("appeal: 168", "appeal: soon",
                    "clocks.appeal", "is not a number from 0.1 to 10000"),
            arguments("four_eyes: true", "four_eyes: 2",
                    "ladders.child_safety.four_eyes", "is neither true nor false"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: \"No concern about {what}.\"",
                    "labels[0].rationales.r_ok.text", "has the place {what}, which is none of its parameters"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: {text: x, parameters: {what: {type: text}}}",
                    "labels[0].rationales.r_ok.parameters", "'what' has no place in the text; write {what} where it belongs"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: {text: \"{a}\", parameters: {a: {type: txt}}}",
                    "labels[0].rationales.r_ok.parameters.a.type", "no type 'txt'; did you mean 'text'?"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: {text: \"{a}\", parameters: {a: {type: choice}}}",
                    "labels[0].rationales.r_ok.parameters.a.choices", "names nothing to choose from"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: {text: \"{a}\", parameters: {a: {type: number, min: 3, max: 2}}}",
                    "labels[0].rationales.r_ok.parameters.a.min", "is above max"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: {text: \"{a}\", parameters: {a: {type: text, max: 500}}}",
                    "labels[0].rationales.r_ok.parameters.a.max", "is not a number from 1 to 200"),
            arguments("r_ok: \"No policy concern found.\"", "r_ok: [x]",
                    "labels[0].rationales.r_ok", "is not a mapping of fields to values"),
            arguments("r_ok: \"No policy concern found.\"", "R-1: x",
                    "labels[0].rationales.R-1", "'R-1' is not an id (a small letter, then small letters, digits and _, at most 40)"));
    }

    @Test
    void theLineIsTheOneAnEditorShows() {
        String faulty = TEXT.replace("display: guarded\n    export: full", "display: gaurded\n    export: full");
        int line = faulty.substring(0, faulty.indexOf("gaurded")).split("\n", -1).length;

        assertThat(PolicyFile.check(faulty)).extracting(Fault::line).containsExactly(line);
        assertThatThrownBy(() -> PolicyFile.parse("mine.yaml", faulty)).isInstanceOf(PolicyFormatException.class)
                .hasMessage("mine.yaml:" + line + ": labels[6].display: no display profile 'gaurded'; did you mean 'guarded'?");
    }

    @Test
    void oneReadingFindsEveryFault() {
        String faulty = TEXT.replace("display: guarded", "display: gaurded").replace("weight: 0.6", "wieght: 0.6");

        assertThatThrownBy(() -> PolicyFile.parse("mine.yaml", faulty)).hasMessageEndingWith("(and 4 more)");
        assertThat(PolicyFile.check(faulty)).extracting(Fault::field).containsExactly(
                "labels[6].display", "labels[7].display", "labels[9].display", "scores[2].weight", "scores[2].wieght");
    }

    @Test
    void whatAPlaceInheritsIsMergedIntoIt() throws PolicyFormatException {
        PolicyPack pack = PolicyFile.parse("p", TEXT.replace("    members: [AT,", "    labels: {hate_symbols: {removal_hours: 24}}\n    members: [AT,"));

        assertThat(pack.jurisdictions().get("DE").removalHours()).containsEntry("hate_symbols", 24.0);
        assertThat(pack.label("hate_symbols", "DE").legalRef()).contains("StGB 86a");
        assertThat(pack.label("hate_symbols", "FR").removalHours()).contains(24.0);
        assertThat(pack.label("hate_symbols", "FR").legalRef()).isEmpty();
        assertThat(pack.label("hate_symbols", "JP")).isEqualTo(pack.label("hate_symbols"));
        assertThat(pack.overlayFor("FR")).isEqualTo("EU");
    }

    @Test
    void howADecisionSpreadsIsSaidForEveryLabel() throws PolicyFormatException {
        assertThat(PACK.label("hate_symbols").propagation()).isEqualTo(PropagationRule.NEVER);
        assertThat(PACK.label("spam_scam").propagation()).isEqualTo(PropagationRule.NEAR_AUTO);
        assertThat(PACK.labels()).filteredOn(label -> label.propagation() == PropagationRule.EXACT_QUARANTINE)
                .extracting(Label::id).containsExactly("minors_safety");

        PolicyPack silent = PolicyFile.parse("p", TEXT.replaceAll(" +propagate: .*\n", ""));
        assertThat(silent.label("spam_scam").propagation()).isEqualTo(PropagationRule.NEVER);
        assertThat(silent.label("minors_safety").propagation()).as("a copy of a quarantined picture").isEqualTo(PropagationRule.EXACT_QUARANTINE);
    }

    @Test
    void onlyTheNearestLookAlikesGoUnconfirmedAndOnlyWhereThePackSaysSo() {
        assertThat(PropagationRule.NEAR_AUTO).matches(rule -> rule.takes(10) && !rule.takes(11) && rule.takesCopies() && rule.confirmable());
        assertThat(PropagationRule.NEAR_CONFIRM).matches(rule -> !rule.takes(0) && rule.takesCopies() && rule.confirmable());
        assertThat(PropagationRule.EXACT_AUTO).matches(rule -> !rule.takes(0) && rule.takesCopies() && !rule.confirmable());
        assertThat(PropagationRule.NEVER).matches(rule -> !rule.takes(0) && !rule.takesCopies() && !rule.confirmable());
        assertThat(PropagationRule.EXACT_QUARANTINE).matches(rule -> !rule.takes(0) && !rule.takesCopies() && !rule.confirmable());
    }

    @Test
    void clocksAndEvidenceHaveTheirDefaults() throws PolicyFormatException {
        PolicyPack silent = PolicyFile.parse("p", TEXT.replaceAll("(?s)clocks:.*?\nactions", "actions").replaceAll(" +evidence: .*\n", ""));

        assertThat(silent.clocks()).isEqualTo(PACK.clocks());
        assertThat(silent.label("hate_symbols").evidence()).isEmpty();
        assertThat(PACK.label("hate_symbols").evidence()).containsOnly(entry(Evidence.REGION, PolicyPack.Demand.RECOMMENDED));
        assertThat(PACK.label("hate_symbols").requires(Evidence.REGION)).isFalse();
        assertThat(PACK.clocks().secondOpinion()).isEqualTo(Duration.ofHours(24));
        assertThat(PACK.ladders().get("child_safety").fourEyes()).isTrue();
        assertThat(PACK.ladders().get("lead").fourEyes()).isFalse();
    }

    @Test
    void noPlaceOfTheShippedPackLoosensAnything() {
        for (String place : PACK.jurisdictions().keySet()) {
            for (Label label : PACK.labels()) {
                Label there = PACK.label(label.id(), place);

                assertThat(there.severity()).isGreaterThanOrEqualTo(label.severity());
                assertThat(strictness(there)).isGreaterThanOrEqualTo(strictness(label));
                assertThat(PACK.actions().get(there.defaultAction()).strictness()).isGreaterThanOrEqualTo(PACK.actions().get(label.defaultAction()).strictness());
                assertThat(LabelReader.EXPORTS.indexOf(there.export())).isGreaterThanOrEqualTo(LabelReader.EXPORTS.indexOf(label.export()));
                assertThat(there.removalHours().orElse(1e9)).isLessThanOrEqualTo(label.removalHours().orElse(1e9));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "a: &x 1 | anchors",
        "a: *x | anchors",
        "a: !!java.lang.String x | tags",
        "a: [[[[[[[[[[[[[[1]]]]]]]]]]]]]] | nested deeper",
        "a: [1, 2 | expected ',' or ']'",
        "- a | is not a mapping",
    })
    void whatAPackNeedsNoneOfIsRefused(String yaml, String reason) {
        assertThat(PolicyFile.check(yaml)).isNotEmpty().first().satisfies(fault -> assertThat(fault.message()).contains(reason));
    }

    @Test
    void anEmptyOrHugeOrEndlesslyNestedFileIsRefusedNotFatal() {
        assertThat(PolicyFile.check("")).extracting(Fault::message).containsExactly("is empty");
        assertThat(PolicyFile.check("# " + "x".repeat(1_000_001))).extracting(Fault::field).containsExactly("(file)");
        assertThat(PolicyFile.check("[".repeat(500_000))).isNotEmpty();
        assertThat(PolicyFile.check("a: {".repeat(200_000))).isNotEmpty();
    }

    @Test
    void aMutatedPackIsReadOrRefusedButNeverFatal() {
        Random random = new Random(7);
        for (int i = 0; i < 300; i++) {
            StringBuilder mutated = new StringBuilder(TEXT);
            for (int edits = 1 + random.nextInt(5); edits > 0; edits--) {
                int at = random.nextInt(mutated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutated.deleteCharAt(at);
                    case 1 -> mutated.insert(at, (char) random.nextInt(1, 300));
                    default -> mutated.setCharAt(at, "{}[]:&*!|>-\t\"'#\n".charAt(random.nextInt(16)));
                }
            }

            String yaml = mutated.toString();
            List<Fault> faults = PolicyFile.check(yaml);
            assertThat(faults).allSatisfy(fault -> assertThat(fault.message()).isNotBlank());
            assertThat(loads(yaml)).isEqualTo(faults.isEmpty());
        }
    }

    @Test
    void aMissingFileAndWrongBytesAreToldByName() throws IOException {
        Path latin = folder.resolve("latin.yaml");
        Files.write(latin, new byte[] {'a', ':', ' ', (byte) 0xE9});

        assertThatThrownBy(() -> PolicyFile.read(folder.resolve("none.yaml"))).hasMessageEndingWith("none.yaml:1: (file): does not exist");
        assertThatThrownBy(() -> PolicyFile.read(latin)).hasMessageEndingWith("latin.yaml:1: (file): is not UTF-8 text");
    }

    private static int strictness(Label label) {
        DisplayProfile profile = PACK.displayProfiles().get(label.display());
        return profile.strictness();
    }

    private static boolean loads(String yaml) {
        try {
            PolicyFile.parse("mutated", yaml);
            return true;
        } catch (PolicyFormatException e) {
            return false;
        }
    }
}
