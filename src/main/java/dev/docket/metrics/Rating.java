package dev.docket.metrics;

/** What one rater said of one item: what agreement, and labels put together from votes, are computed from. */
public record Rating(String item, String rater, String value) {}
