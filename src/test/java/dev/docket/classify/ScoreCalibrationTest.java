package dev.docket.classify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.docket.registry.ModelParts;
import dev.docket.registry.ModelVersion;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCalibrationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void stepsAreStraightBetweenTheirPointsAndFlatBeyond() {
        ScoreCalibration steps = ScoreCalibration.steps(List.of(.2, .4, .8), List.of(.1, .5, .5));

        assertThat(steps.of(0)).isEqualTo(.1);
        assertThat(steps.of(.3)).isCloseTo(.3, within(1e-12));
        assertThat(steps.of(.6)).isEqualTo(.5);
        assertThat(steps.of(1)).isEqualTo(.5);
    }

    @Test
    void whatWouldTurnTheOrderRoundIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreCalibration.steps(List.of(.2, .4), List.of(.5, .1)));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreCalibration.steps(List.of(.2, .2), List.of(.1, .5)));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreCalibration.logistic(ScoreCalibration.Method.PLATT, -1, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> ScoreCalibration.logistic(ScoreCalibration.Method.PLATT, 1, Double.NaN));
    }

    @Test
    void aCalibratedVersionScoresAsItsCalibrationSaysAndFlagsWhatItFlagged() throws Exception {
        ModelParts parts = ModelParts.in(TinyModel.write(folder.resolve("hue")));
        ModelVersion plain = ModelFolder.check(parts, NOW);
        Map<String, ScoreCalibration> byLabel = Map.of("green", ScoreCalibration.logistic(ScoreCalibration.Method.PLATT, .5, -.4));

        ModelParts calibrated = CalibratedParts.of(plain, parts, byLabel, plain.card());
        ModelVersion version = ModelFolder.check(calibrated, NOW);

        assertThat(version.version()).startsWith("1+cal.");
        assertThat(version.sha256()).isEqualTo(plain.sha256());
        assertThat(version.parent()).contains("hue@1");
        assertThat(version.thresholds().get("green")).isEqualTo(byLabel.get("green").of(.5));
        assertThat(version.thresholds().get("red")).isEqualTo(.5);
        try (OnnxClassifier before = OnnxClassifier.load(plain, parts); OnnxClassifier after = OnnxClassifier.load(version, calibrated)) {
            List<ModelScore> was = before.score(ModelFolder.grey());
            List<ModelScore> is = after.score(ModelFolder.grey());
            assertThat(is.get(0).score()).isEqualTo(was.get(0).score());
            assertThat(is.get(1).score()).isEqualTo(byLabel.get("green").of(was.get(1).score())).isNotEqualTo(was.get(1).score());
            assertThat(is).extracting(ModelScore::over).isEqualTo(was.stream().map(ModelScore::over).toList());
        }
    }

    @Test
    void aCalibrationThatWasChangedAfterwardsIsNotUsed() throws Exception {
        ModelParts parts = ModelParts.in(TinyModel.write(folder.resolve("hue")));
        ModelVersion plain = ModelFolder.check(parts, NOW);
        ModelVersion version = ModelFolder.check(CalibratedParts.of(plain, parts, Map.of("green", ScoreCalibration.logistic(ScoreCalibration.Method.PLATT, .5, -.4)), plain.card()), NOW);
        CalibratedParts other = CalibratedParts.of(plain, parts, Map.of("green", ScoreCalibration.logistic(ScoreCalibration.Method.PLATT, .5, .4)), plain.card());

        assertThatThrownBy(() -> OnnxClassifier.load(version, other)).isInstanceOf(ModelRejectedException.class).hasMessageContaining("was changed after it was added");
        assertThatThrownBy(() -> CalibratedParts.of(version, other, Map.of("green", ScoreCalibration.steps(List.of(.5), List.of(.5))), plain.card())).hasMessageContaining("calibrated already");
    }

    @Test
    void aFaultyCalibrationIsToldByItsField() throws Exception {
        Path hue = TinyModel.write(folder.resolve("hue"));
        java.nio.file.Files.writeString(hue.resolve("docket.json"), "{\"calibration\": {\"green\": {\"method\": \"isotonic\", \"from\": [0.5, 0.4], \"to\": [0, 1]}}}");

        assertThatThrownBy(() -> ModelFolder.check(ModelParts.in(hue), NOW)).isInstanceOf(ModelRejectedException.class).hasMessageContaining("docket.json: calibration.green");
    }
}
