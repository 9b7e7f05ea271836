package dev.docket.ui.common;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.Map;
import java.util.function.Supplier;
import javafx.fxml.FXMLLoader;

/** Loads {@code fxml/NAME.fxml} with a controller made by its constructor. JavaFX thread. */
public final class Views {
    private final Map<Class<?>, Supplier<?>> included;

    public Views() {
        this(Map.of());
    }

    /** @param included makers of the controllers of {@code fx:include}d files */
    public Views(Map<Class<?>, Supplier<?>> included) {
        this.included = Map.copyOf(included);
    }

    /** The file's root node, bound to {@code controller}; its {@code fx:controller} names the controller's class. */
    public <T> T load(String name, Object controller) {
        String path = "/fxml/" + name + ".fxml";
        URL file = Views.class.getResource(path);
        if (file == null) {
            throw new IllegalArgumentException("No " + path + " on the class path");
        }
        FXMLLoader loader = new FXMLLoader(file, Text.bundle());
        loader.setControllerFactory(type -> type.isInstance(controller) ? controller : include(type));
        try {
            return loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot load " + path, e);
        }
    }

    private Object include(Class<?> type) {
        Supplier<?> maker = included.get(type);
        if (maker == null) {
            throw new IllegalArgumentException("Nobody makes a " + type.getName());
        }
        return maker.get();
    }
}
