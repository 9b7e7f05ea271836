package dev.docket.ui.welcome;

import dev.docket.decode.DecodedImage;
import dev.docket.decode.ImageHeader;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.Locale;
import java.util.Random;

/** The harmless pictures of the practice, drawn when they are needed. Any thread. */
enum Scenery {
    /** A street of houses on an ordinary day. */
    STREET {
        @Override
        void draw(Graphics2D g, Random random) {
            sky(g, new Color(0xBFD7EA), new Color(0xF3EFE4));
            int x = 0;
            while (x < WIDTH) {
                int width = 110 + random.nextInt(70);
                int height = 280 + random.nextInt(260);
                g.setColor(Color.getHSBColor(0.03f + random.nextFloat() * 0.11f, 0.35f, 0.62f + random.nextFloat() * 0.25f));
                g.fillRect(x, GROUND - height, width, height);
                for (int y = GROUND - height + 30; y < GROUND - 70; y += 64) {
                    for (int at = x + 16; at < x + width - 30; at += 42) {
                        g.setColor(random.nextInt(5) == 0 ? new Color(0xF7D98C) : new Color(0x35455A));
                        g.fillRect(at, y, 22, 34);
                    }
                }
                x += width;
            }
            ground(g, new Color(0x9A9488), new Color(0x6E6A62));
        }
    },
    /** Hills under two suns, which nobody has photographed. */
    SUNS {
        @Override
        void draw(Graphics2D g, Random random) {
            sky(g, new Color(0x4B3F72), new Color(0xF2A65A));
            g.setColor(new Color(0xFFF1C9));
            g.fillOval(250, 250, 150, 150);
            g.fillOval(780, 170, 96, 96);
            for (int ridge = 0; ridge < 4; ridge++) {
                g.setColor(Color.getHSBColor(0.72f - ridge * 0.04f, 0.35f, 0.45f - ridge * 0.09f));
                int top = 480 + ridge * 90;
                for (int hill = -1; hill < 5; hill++) {
                    g.fillOval(hill * 300 + random.nextInt(120), top + random.nextInt(40), 520, 700);
                }
            }
        }
    },
    /** A bowl of fruit, under a cover. */
    FRUIT {
        @Override
        void draw(Graphics2D g, Random random) {
            sky(g, new Color(0x2F4858), new Color(0x5C7A89));
            ground(g, new Color(0xB08968), new Color(0x7F5539));
            Color[] skins = {new Color(0xD1495B), new Color(0xEDAE49), new Color(0x7FB069), new Color(0xE76F51)};
            for (int piece = 0; piece < 9; piece++) {
                g.setColor(skins[random.nextInt(skins.length)]);
                g.fillOval(330 + piece % 5 * 105 + random.nextInt(20), 430 - piece / 5 * 95 + random.nextInt(20), 150, 150);
            }
            g.setColor(new Color(0xE9E4D8));
            g.fillArc(250, 300, 700, 440, 180, 180);
            g.fillRect(480, 720, 240, 24);
        }
    },
    /** A grey card, as photographers use: it stands for what nobody should look at twice. */
    CARD {
        @Override
        void draw(Graphics2D g, Random random) {
            g.setColor(new Color(0x3A3D42));
            g.fillRect(0, 0, WIDTH, HEIGHT);
            g.setColor(new Color(0x8A8D91));
            g.fillRoundRect(220, 150, 760, 600, 30, 30);
            g.setColor(new Color(0x6F7276));
            g.fillRect(590, 150, 20, 600);
            g.fillRect(220, 440, 760, 20);
        }
    };

    static final int WIDTH = 1200;
    static final int HEIGHT = 900;
    static final String MEDIA_TYPE = "image/png";
    private static final int GROUND = 700;

    abstract void draw(Graphics2D g, Random random);

    /** Takes some milliseconds. @param seed the same picture for the same number */
    DecodedImage picture(long seed) {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        draw(g, new Random(seed));
        g.dispose();
        int[] argb = image.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        return new DecodedImage(WIDTH, HEIGHT, argb, new ImageHeader(MEDIA_TYPE, WIDTH, HEIGHT, 1, 1), false);
    }

    /** Stable: {@code street}. Message keys use it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static void sky(Graphics2D g, Color top, Color bottom) {
        g.setPaint(new GradientPaint(0, 0, top, 0, GROUND, bottom));
        g.fillRect(0, 0, WIDTH, HEIGHT);
    }

    private static void ground(Graphics2D g, Color top, Color bottom) {
        g.setPaint(new GradientPaint(0, GROUND, top, 0, HEIGHT, bottom));
        g.fillRect(0, GROUND, WIDTH, HEIGHT - GROUND);
    }
}
