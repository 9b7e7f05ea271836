package dev.docket.sample;

import java.util.SplittableRandom;

/** A kind of picture that can be painted at any size; the same random numbers give the same picture. */
interface Scene {
    Picture paint(int width, int height, SplittableRandom random);
}
