package dev.docket.bench.measure;

/** Something whose time is taken again and again, in this process or outside. One thread. */
public interface Contestant {

    /** As it is printed, with the version where that matters. */
    String name();

    /**
     * Does its work as often as it thinks fit.
     *
     * @return nanoseconds of doing it once
     * @throws Exception whatever the work throws; it ends the race
     */
    double sample() throws Exception;
}
