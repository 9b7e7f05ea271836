package dev.docket.sample;

/** File formats of the samples. */
enum Format {
    JPEG("jpg"), PNG("png"), WEBP("webp"), GIF("gif"), MOVING_GIF("gif");

    final String extension;

    Format(String extension) {
        this.extension = extension;
    }
}
