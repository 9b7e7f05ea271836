package dev.docket.metrics.agreement;

/** What may be said of values: which are equal, which comes first, how far apart they lie, and how many times as much one is. */
public enum Level {
    NOMINAL, ORDINAL, INTERVAL, RATIO
}
