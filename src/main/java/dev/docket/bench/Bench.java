package dev.docket.bench;

/** One group of figures. A new one is a class here, named in {@link Benches}. */
public interface Bench {

    /** One word, as it is asked for on the command line. */
    String name();

    /** What it measures, in one line fit for a person. */
    String about();

    /**
     * Measures, and tells each figure to {@link Stand#tell} as soon as it stands. Cancelled by interrupting the thread.
     *
     * @throws Exception when it cannot go on; figures told before stand
     */
    void run(Stand stand) throws Exception;
}
