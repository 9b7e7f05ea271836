package dev.docket;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The structure of docs/architecture.md, held. Each rule says why it is there. */
class ArchitectureTest {

    /** The packages in import order: each may use only those before it. */
    static final List<String> ORDER = List.of(
            "progress", "storage", "backup", "settings", "team", "item", "audit", "decode", "forensics", "hash", "provenance", "registry",
            "classify", "watermark", "policy", "queue", "intake", "verdict", "quality", "metrics", "export", "dsa", "retention", "retrain", "report", "care", "desk", "cli", "ui", "tour", "bench");

    private static final JavaClasses MAIN =
            new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("dev.docket");

    @TestFactory
    List<DynamicTest> importsPointDownTheOrder() {
        return ORDER.stream().map(earlier -> DynamicTest.dynamicTest(earlier, () -> {
            String[] later = ORDER.subList(ORDER.indexOf(earlier) + 1, ORDER.size()).stream()
                    .map(name -> "dev.docket." + name + "..").toArray(String[]::new);
            if (later.length > 0) {
                noClasses().that().resideInAPackage("dev.docket." + earlier + "..")
                        .should().dependOnClassesThat().resideInAnyPackage(later)
                        .because("the order is the documentation: a reader never goes back up")
                        .allowEmptyShould(true).check(MAIN);
            }
        })).toList();
    }

    @Test
    void everyPackageStandsInTheOrder() {
        check(classes().that().resideInAPackage("dev.docket.*..")
                .should().resideInAnyPackage(ORDER.stream().map(name -> "dev.docket." + name + "..").toArray(String[]::new))
                .because("a package outside the order has no agreed place in the building"));
    }

    @Test
    void packagesAreFreeOfCycles() {
        check(slices().matching("dev.docket.(**)").should().beFreeOfCycles()
                .because("cycles are never got out again"));
    }

    @Test
    void onlyUiTheTourAndTheBenchKnowJavaFx() {
        check(noClasses().that().resideOutsideOfPackages("dev.docket.ui..", "dev.docket.tour..", "dev.docket.bench..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..")
                .because("commands and the core run without a toolkit"));
    }

    @Test
    void viewModelsKnowNoNodes() {
        check(noClasses().that().haveSimpleNameEndingWith("ViewModel")
                .should().dependOnClassesThat().resideInAnyPackage("javafx.scene..", "javafx.stage..", "javafx.fxml..")
                .because("view-models are tested without a toolkit"));
    }

    @Test
    void onlyBackgroundCrossesToTheJavaFxThread() {
        check(noClasses().that().doNotHaveFullyQualifiedName("dev.docket.ui.common.Background")
                .should().callMethod("javafx.application.Platform", "runLater", "java.lang.Runnable")
                .because("one crossing can be reviewed, hundreds cannot"));
    }

    @Test
    void onlyThePersonsOwnScreensKnowWhatTheySaw() {
        check(noClasses().that().resideOutsideOfPackages("dev.docket.care..", "dev.docket.desk..", "dev.docket.ui.care..", "dev.docket.ui.review..", "dev.docket.ui.stack..", "dev.docket.ui.calibration..", "dev.docket.ui.welcome..")
                .should().dependOnClassesThat().resideInAPackage("dev.docket.care..")
                .because("what a reviewer saw is theirs: no command, log, export or dashboard reads it"));
        check(noClasses().that().resideInAPackage("dev.docket.care..")
                .should().dependOnClassesThat().resideInAnyPackage("dev.docket.audit..", "dev.docket.verdict..", "dev.docket.metrics..",
                        "dev.docket.export..", "org.jdbi..")
                .because("it is written nowhere but in the profile's own file"));
    }

    @Test
    void commandsAndScreensDoNotKnowEachOther() {
        check(noClasses().that().resideInAPackage("dev.docket.ui..").should().dependOnClassesThat().resideInAPackage("dev.docket.cli..")
                .because("they meet at the objects of Desk.open"));
    }

    @Test
    void onlyCommandsWriteToTheConsole() {
        check(noClasses().that().resideOutsideOfPackages("dev.docket.cli..", "dev.docket.tour..")
                .and().doNotHaveFullyQualifiedName("dev.docket.Launcher")
                .should().accessField(System.class, "out").orShould().accessField(System.class, "err")
                .because("output is the commands' contract; the rest logs"));
    }

    @Test
    void nativeInferenceStaysBehindOneDoor() {
        check(noClasses().that().resideOutsideOfPackages("dev.docket.classify..", "dev.docket.retrain..")
                .should().dependOnClassesThat().resideInAnyPackage("ai.onnxruntime..")
                .because("native code has one door"));
        check(noClasses().that().resideOutsideOfPackages("dev.docket.classify..", "dev.docket.retrain..", "dev.docket.bench..")
                .should().dependOnClassesThat().resideInAnyPackage("ai.onnx..")
                .because("model files are read and written in few places"));
    }

    @Test
    void nativeDecodersStayBehindOneDoor() {
        check(noClasses().that().resideOutsideOfPackage("dev.docket.decode..")
                .should().dependOnClassesThat().resideInAnyPackage("io.github.humbleui..")
                .because("untrusted pixels are decoded in one place"));
    }

    @Test
    void theBucketsClientStaysBehindOneDoor() {
        check(noClasses().that().resideOutsideOfPackage("dev.docket.storage.bucket..")
                .should().dependOnClassesThat().resideInAnyPackage("software.amazon..")
                .because("nothing of it is loaded, and no key looked for, unless a team's images lie in a bucket"));
    }

    @Test
    void onlyTheDeskAndTheCommandsReadTheSystemClock() {
        DescribedPredicate<JavaAccess<?>> systemClock = DescribedPredicate.describe("read the system clock", access ->
                (access.getTargetOwner().isEquivalentTo(Instant.class) && access.getName().equals("now")
                        && access.getTarget() instanceof com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget call
                        && call.getRawParameterTypes().isEmpty())
                || (access.getTargetOwner().isEquivalentTo(Clock.class) && access.getName().startsWith("system")));
        check(noClasses().that().resideOutsideOfPackages("dev.docket.desk..", "dev.docket.cli..", "dev.docket.tour..", "dev.docket.bench..")
                .and().doNotHaveFullyQualifiedName("dev.docket.Launcher").and().haveSimpleNameNotEndingWith("Application")
                .should().accessTargetWhere(systemClock)
                .because("tests fix the clock"));
    }

    @Test
    void nothingOnTheScreensMovesOfItself() {
        check(noClasses().should().dependOnClassesThat().haveNameMatching("javafx\\.animation\\.(KeyValue|(Fade|Fill|Parallel|Path|Rotate|Scale|Sequential|Stroke|Translate)?Transition|Interpolator)")
                .because("some people are made ill by motion: timers wait and ask, pictures play when they are told to"));
        check(noClasses().that().doNotHaveSimpleName("Frames").and().doNotHaveSimpleName("Afterwards").and().doNotHaveSimpleName("Pulses")
                .and().haveNameNotMatching(".*\\.PictureView(\\$.*)?")
                .should().beAssignableTo(javafx.animation.AnimationTimer.class)
                .because("what is drawn frame by frame is the played picture, or waits for a frame to be painted"));
        check(noClasses().should().dependOnClassesThat().haveNameMatching("javafx\\.scene\\.control\\.(ProgressIndicator|TitledPane|Accordion|Pagination|TabPane)")
                .because("these move of themselves; a bar of progress stands still with reduced motion"));
    }

    @Test
    void nothingHidesInMutableStatics() {
        check(fields().that().areStatic().and().doNotHaveModifier(com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC)
                .should().beFinal().because("a mutable static is hidden wiring"));
    }

    @Test
    void namesSayWhatTheTradeCallsIt() {
        check(noClasses().should().haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)")
                .because("such a name says nothing of the trade"));
    }

    @Test
    void oneLog() {
        check(noClasses().should().dependOnClassesThat(JavaClass.Predicates.resideInAPackage("java.util.logging.."))
                .because("slf4j is the one log"));
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(MAIN);
    }
}
