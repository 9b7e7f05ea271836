package dev.docket.decode;

/**
 * What stands in the memory of a {@link PixelRoom} once a picture was decoded into it.
 *
 * @param width pixels, upright
 * @param height pixels, upright
 * @param partial whether the file ended early or broke off, and the rest is blank
 */
public record Painted(int width, int height, boolean partial) {}
