package dev.docket.dsa;

import dev.docket.policy.PolicyPack;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Where in the European Economic Area a restriction holds, in the codes of the database: Greece is GR. */
final class Territory {
    static final List<String> EU = List.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT",
            "RO", "SE", "SI", "SK");
    static final List<String> EEA = Stream.concat(EU.stream(), Stream.of("IS", "LI", "NO")).sorted().toList();

    private Territory() {}

    /**
     * @param places ISO 3166 codes, regions as part of their country, {@code EU}, or {@code *} for everywhere
     * @return codes in order; empty where none of the places is in the EEA
     */
    static List<String> of(Collection<String> places) {
        return places.stream().flatMap(Territory::codes).distinct().sorted().toList();
    }

    private static Stream<String> codes(String place) {
        String country = place.split("-", 2)[0];
        return switch (country) {
            case PolicyPack.EVERYWHERE -> EEA.stream();
            case "EU" -> EU.stream();
            case "EL" -> Stream.of("GR");
            default -> EEA.contains(country) ? Stream.of(country) : Stream.empty();
        };
    }
}
