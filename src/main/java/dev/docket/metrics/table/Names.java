package dev.docket.metrics.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names and their numbers, 0 and on, in the order they were met. */
public final class Names {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** The name's number, a new one if it was not met yet. */
    public int number(String name) {
        Integer known = numbers.putIfAbsent(name, names.size());
        if (known == null) {
            names.add(name);
            return names.size() - 1;
        }
        return known;
    }

    public String name(int number) {
        return names.get(number);
    }

    public int size() {
        return names.size();
    }

    /** In the order of their numbers. */
    public List<String> all() {
        return Collections.unmodifiableList(names);
    }
}
