package dev.docket.ui.stack;

/** Which tiles of a stack are shown. */
public enum TileFilter { ALL, LEFT_OUT, NOT_SEEN, ALIKE }
