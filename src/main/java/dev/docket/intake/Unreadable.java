package dev.docket.intake;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read, as a person would say it. */
final class Unreadable {
    private Unreadable() {}

    static String because(IOException failure) {
        return switch (failure) {
            case NoSuchFileException _ -> "there is no such file";
            case AccessDeniedException _ -> "the file may not be read by this user";
            default -> "the file cannot be read: " + failure.getMessage();
        };
    }
}
