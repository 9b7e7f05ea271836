package dev.docket.retrain;

import dev.docket.registry.ModelVersion;
import java.util.stream.Collectors;

/** A candidate has not shown what the promotion gate asks for; the message names the lines that failed. */
public final class GateNotPassedException extends Exception {
    private static final long serialVersionUID = 1L;

    public GateNotPassedException(ModelVersion version, PromotionGate gate) {
        super(version.name() + " does not pass the promotion gate. " + gate.lines().stream().filter(PromotionGate.Line::failed)
                .map(line -> line.title() + ": " + line.detail()).collect(Collectors.joining("; ")));
    }
}
