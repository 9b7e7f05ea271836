package dev.docket.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads the reviewer's own keys out of the settings file. */
final class KeyChanges {
    private final JsonParser json;

    KeyChanges(JsonParser json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException when it is no object of lists, a {@link FaultInField} where one entry is wrong */
    SortedMap<String, List<String>> read() {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException();
        }
        SortedMap<String, List<String>> changes = new TreeMap<>();
        while (json.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = json.currentName();
            List<String> chords = chords(name);
            if (!Keys.isChange(name, chords)) {
                throw new FaultInField(name, "must name a command, and 1 to 4 keys such as \"Z\", \"Shift+U\" or \"Numpad 1\"");
            }
            if (changes.put(name, chords) != null) {
                throw new FaultInField(name, "stands there twice; keep one");
            }
        }
        return changes;
    }

    private List<String> chords(String name) {
        List<String> chords = new ArrayList<>();
        if (json.nextToken() != JsonToken.START_ARRAY) {
            throw new FaultInField(name, "must be a list of keys, such as [\"Z\"]");
        }
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            chords.add(json.getString());
        }
        if (json.currentToken() != JsonToken.END_ARRAY) {
            throw new FaultInField(name, "must hold keys in quotes only");
        }
        return chords;
    }
}
