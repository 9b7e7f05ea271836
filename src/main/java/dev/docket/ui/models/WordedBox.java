package dev.docket.ui.models;

import java.util.List;
import java.util.function.Function;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;

/** Values to choose from, in words. */
final class WordedBox<T> extends ComboBox<T> {

    /** @param name what it asks for, for whoever cannot see it */
    WordedBox(String id, String name, List<T> values, Function<T, String> words) {
        setId(id);
        setAccessibleText(name);
        getItems().setAll(values);
        setConverter(new StringConverter<>() {
            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
    }
}
