package dev.docket.item;

/**
 * What an image was called before it came here, by people or programs of another place: a claim that is shown with the
 * item and counts for nothing. It is no verdict of this desk and no score (docs/adr/0039).
 *
 * @param label in the other place's words, at most 200 characters of plain text
 * @param by which tool or file says so, and where in it: {@code Label Studio, annotation}
 */
public record EarlierLabel(String label, String by) {}
