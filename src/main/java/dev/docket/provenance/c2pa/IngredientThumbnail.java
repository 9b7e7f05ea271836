package dev.docket.provenance.c2pa;

import java.util.Optional;

/**
 * The small picture that credentials keep of something their picture was made from. Somebody else's picture, and nobody looked at it: as hostile
 * as any file, and to be decoded and covered like one.
 */
public final class IngredientThumbnail {
    private static final String STORE = "self#jumbf=/c2pa/";
    private static final String ASSERTIONS = "c2as";

    /**
     * Its file, whatever that holds. Quick.
     *
     * @param address as the validator gives it, {@code self#jumbf=/c2pa/MANIFEST/c2pa.assertions/NAME}
     * @return empty when the credentials are not wrapped as they have to be, or hold nothing there
     */
    public static Optional<byte[]> in(byte[] file, String address) {
        String[] path = address.startsWith(STORE) ? address.substring(STORE.length()).split("/", -1) : new String[0];
        if (path.length != 3) {
            return Optional.empty();
        }
        try {
            return MediaType.of(file).flatMap(type -> Store.in(file, type)).map(Jumbf::store)
                    .flatMap(store -> store.named(path[0])).flatMap(manifest -> manifest.child(ASSERTIONS).filter(all -> all.label().equals(path[1])))
                    .flatMap(assertions -> assertions.named(path[2])).flatMap(Jumbf::content);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private IngredientThumbnail() {}
}
