package dev.docket.cli;

import dev.docket.classify.Classifier;
import dev.docket.classify.ModelFolder;
import dev.docket.classify.ModelRejectedException;
import dev.docket.classify.OnnxClassifier;
import dev.docket.classify.StarterModel;
import dev.docket.cli.Inspector.Findings;
import dev.docket.decode.worker.DecodeWorkers;
import dev.docket.policy.Policy;
import dev.docket.policy.PolicyFile;
import dev.docket.policy.PolicyFormatException;
import dev.docket.provenance.MetadataReader;
import dev.docket.provenance.ThumbnailedProvenance;
import dev.docket.provenance.c2pa.CredentialReader;
import dev.docket.provenance.c2pa.TrustList;
import dev.docket.provenance.c2pa.TrustListException;
import dev.docket.registry.ModelParts;
import dev.docket.settings.Settings;
import dev.docket.watermark.MarkedProvenance;
import dev.docket.watermark.Watermarks;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code docket inspect}. */
@Command(
        name = "inspect",
        description = {
            "Say everything Docket knows of a file, without storing it.",
            "Needs no profile; where one has its own policy pack in settings.json, that pack decides. Content Credentials are validated on this machine; nothing is fetched.",
            "With --profile it is also held against the hash banks and the items of that desk."
        })
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private DeskOption desk;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Image files.")
    private List<Path> files;

    @Option(names = "--json", description = "Print one JSON object per file.")
    private boolean json;

    @Option(names = "--model", paramLabel = "DIR", description = "Score with the model in this folder instead of the one that ships; may be given again.")
    private List<Path> modelFolders = List.of();

    @Option(names = "--trust-anchors", paramLabel = "FILE", description = "PEM file of the authorities whose signers are trusted, instead of the one in settings.json.")
    private Path trustAnchors;

    @Option(names = "--no-model", description = "Do not score.")
    private boolean noModel;

    @Override
    public Integer call() throws IOException {
        if (noModel && !modelFolders.isEmpty()) {
            throw new UsageException("--model and --no-model exclude each other");
        }
        Clock clock = Clock.systemUTC();
        Settings settings = desk.settings();
        Policy policy = policy(settings);
        TrustList trust = trust(settings);
        List<Classifier> models = models(clock);
        try (Watermarks watermarks = Watermarks.load(desk.folder().resolve(Watermarks.FOLDER));
                DecodeWorkers decoder = new DecodeWorkers();
                CredentialReader credentials = new CredentialReader(new MetadataReader(), trust, clock);
                KnownToDesk known = new KnownToDesk(desk.openNamedData("the file is then inspected without that desk\u2019s hash banks and items"), decoder, clock)) {
            return inspect(new Inspector(decoder, new MarkedProvenance(new ThumbnailedProvenance(credentials, decoder), watermarks), models, policy, known, clock));
        } finally {
            models.forEach(Classifier::close);
        }
    }

    private int inspect(Inspector inspector) {
        PrintWriter out = spec.commandLine().getOut();
        boolean all = true;
        for (Path file : files) {
            Findings found = inspector.inspect(file);
            all &= found.seen().isPresent();
            out.println(json ? InspectJson.line(found) : InspectCard.of(found));
            out.flush();
        }
        return all ? ExitCode.DONE : ExitCode.FOUND;
    }

    private TrustList trust(Settings settings) {
        try {
            return TrustList.read(trustAnchors == null ? settings.trustList() : Optional.of(trustAnchors));
        } catch (TrustListException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Policy policy(Settings settings) {
        try {
            return new Policy(settings.policyPack().isPresent() ? PolicyFile.read(settings.policyPack().get()) : PolicyFile.shipped());
        } catch (PolicyFormatException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private List<Classifier> models(Clock clock) {
        if (noModel) {
            return List.of();
        }
        if (modelFolders.isEmpty()) {
            return List.of(StarterModel.load());
        }
        List<Classifier> models = new ArrayList<>();
        for (Path folder : modelFolders) {
            try {
                models.add(OnnxClassifier.load(ModelFolder.check(ModelParts.in(folder), clock.instant()), ModelParts.in(folder)));
            } catch (ModelRejectedException e) {
                models.forEach(Classifier::close);
                throw new UsageException(folder + ": " + e.getMessage());
            }
        }
        return models;
    }
}
