package dev.docket.item;

/** Where an item came from: the feed's name and the feed's own id for the item. Together they are unique. */
public record Source(String name, String externalId) {
    public Source {
        if (name.isBlank() || name.length() > 60) {
            throw new IllegalArgumentException("A source name has 1 to 60 characters");
        }
        if (externalId.isBlank() || externalId.length() > 200) {
            throw new IllegalArgumentException("An external id has 1 to 200 characters");
        }
    }
}
