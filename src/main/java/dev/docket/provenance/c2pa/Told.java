package dev.docket.provenance.c2pa;

/** What became of one file at the validator. */
sealed interface Told {
    /** It found credentials, and says this of them. */
    record Found(String json) implements Told {}

    /** It ended with an error, such as {@code C2pa(JumbfNotFound)}. */
    record Refused(String error) implements Told {}

    /** It did not end, or not well. */
    record Broke(String code) implements Told {
        static final Broke FAILED = new Broke("docket.validator.failed");
        static final Broke LATE = new Broke("docket.validator.late");
        static final Broke NO_MEMORY = new Broke("docket.validator.noMemory");
    }
}
