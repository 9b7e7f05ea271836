package dev.docket.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screens, from {@code i18n/messages.properties}. Several threads. */
public final class Text {
    private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("i18n.messages");

    private Text() {}

    /** @throws java.util.MissingResourceException when there is no such key, which {@code MessagesTest} rules out */
    public static String of(String key, Object... args) {
        String pattern = BUNDLE.getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(args);
    }

    /** For FXML's {@code %key}. */
    public static ResourceBundle bundle() {
        return BUNDLE;
    }
}
