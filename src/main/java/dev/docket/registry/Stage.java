package dev.docket.registry;

/** Where a model version stands. */
public enum Stage { CANDIDATE, SHADOW, ACTIVE, RETIRED }
