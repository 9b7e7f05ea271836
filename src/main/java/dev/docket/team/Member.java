package dev.docket.team;

import java.util.UUID;

/** A person at a desk, known to everyone else by the pseudonym alone ({@code R-01}, {@code L-01}). */
public record Member(UUID id, String pseudonym, Role role) {}
