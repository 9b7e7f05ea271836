package dev.docket.ui.cover;

/**
 * What is said of an item before its pixels are seen, each in words for a person.
 *
 * @param because why it is in this lane
 * @param provenance in one line
 * @param seen its near-duplicates
 * @param range severities of its lane
 * @param guess what is suspected
 */
public record CardFacts(String because, String source, String provenance, String seen, String range, String guess) {}
