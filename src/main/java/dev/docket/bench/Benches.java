package dev.docket.bench;

import java.util.List;

/** Every bench, in the order they run. */
final class Benches {
    private Benches() {}

    static List<Bench> all() {
        return List.of(new DecodeBench(), new WorkerBench(), new HashBench(), new WatermarkBench(), new ProvenanceBench(), new SearchBench(), new ResizeBench(), new InferenceBench(), new TrainBench(), new IntakeBench(), new ExportBench(), new OrderBench(),
                new NextImageBench(), new GridBench(), new AuditBench(), new QueueBench());
    }
}
