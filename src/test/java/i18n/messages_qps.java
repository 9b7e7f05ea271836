package i18n;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A language that is not one: the English words with every letter accented, two fifths longer and in brackets. What a
 * screen shows without brackets did not come out of the bundle; what it cuts will be cut in some language. Java finds this
 * class by its name when the default locale is {@code qps}.
 */
public final class messages_qps extends ResourceBundle {
    private static final String PLAIN = "aceginorsuyzACEGINORSUYZ";
    private static final String ACCENTED = "áćéğíñóŕśúýžÁĆÉĞÍÑÓŔŚÚÝŽ";
    private static final double LONGER = 0.4;

    private final ResourceBundle english = ResourceBundle.getBundle("i18n.messages", Locale.ROOT);

    @Override
    protected Object handleGetObject(String key) {
        return key.startsWith("format.") || key.startsWith("key.cap.") ? english.getString(key) : bracketed(english.getString(key));
    }

    @Override
    public Enumeration<String> getKeys() {
        return english.getKeys();
    }

    private static String bracketed(String words) {
        StringBuilder text = new StringBuilder("[");
        int letters = 0;
        int depth = 0;
        for (char c : words.toCharArray()) {
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            letters += depth == 0 && Character.isLetter(c) ? 1 : 0;
            int at = depth == 0 ? PLAIN.indexOf(c) : -1;
            text.append(at < 0 ? c : ACCENTED.charAt(at));
        }
        for (int more = 1; more <= Math.round(letters * LONGER); more++) {
            text.append(more % 8 == 1 && letters > 12 ? ' ' : '~');
        }
        return text.append(']').toString();
    }
}
