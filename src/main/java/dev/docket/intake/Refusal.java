package dev.docket.intake;

/** Something that was not admitted. {@code place} names file and line, {@code reason} says why in a sentence. */
public record Refusal(String place, String reason) {}
