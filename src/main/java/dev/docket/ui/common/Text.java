package dev.docket.ui.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the screens in the language of the default locale, from {@code i18n/messages*.properties}. Several threads. */
public final class Text {
    private Text() {}

    /** @throws java.util.MissingResourceException when there is no such key, which {@code MessagesTest} rules out */
    public static String of(String key, Object... args) {
        String pattern = bundle().getString(key);
        return args.length == 0 ? pattern : new MessageFormat(pattern, Locale.getDefault()).format(args);
    }

    /** For FXML's {@code %key}. Java keeps the bundle, so asking again costs little. */
    public static ResourceBundle bundle() {
        return ResourceBundle.getBundle("i18n.messages");
    }
}
