package dev.docket.metrics.agreement;

import dev.docket.metrics.Figure;

/** A measure of agreement, 1 at best. Safe on several threads. */
interface Statistic {

    /** @param times how often each kind of item of the ratings counts, 0 or more */
    Figure of(int[] times);

    String ONE_VALUE = "only one value occurs, so that no disagreement was possible";
    String NO_PAIR = "no item has values of two raters";
}
