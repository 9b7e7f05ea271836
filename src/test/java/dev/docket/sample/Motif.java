package dev.docket.sample;

/** A scene and the plain word for what it shows. */
record Motif(String subject, Scene scene) {
    private static final Sky.Hour[] DAY = {Sky.Hour.NOON, Sky.Hour.MORNING, Sky.Hour.OVERCAST, Sky.Hour.GOLDEN, Sky.Hour.NOON, Sky.Hour.DUSK};
    private static final Sky.Hour[] ANY = {
        Sky.Hour.OVERCAST, Sky.Hour.GOLDEN, Sky.Hour.NIGHT, Sky.Hour.MORNING, Sky.Hour.DUSK, Sky.Hour.NOON};

    /** The {@code turn}-th of a mixture of landscapes, towns, tables and surfaces; hours take turns too. */
    static Motif of(int turn) {
        Sky.Hour day = DAY[Math.floorMod(turn * 5 + turn / 11, DAY.length)];
        Sky.Hour any = ANY[Math.floorMod(turn * 5 + turn / 11, ANY.length)];
        return switch (Math.floorMod(turn, 11)) {
            case 0 -> new Motif("lake", new Landscape(Landscape.Kind.ALPS, day));
            case 1 -> new Motif("harbour", new Town(Town.Before.HARBOUR, any));
            case 2 -> new Motif("table", new StillLife());
            case 3 -> new Motif("hills", new Landscape(Landscape.Kind.HILLS, day));
            case 4 -> new Motif("street", new Street(any));
            case 5 -> new Motif("pattern", new Patterns(Patterns.Kind.values()[Math.floorMod(turn / 11, Patterns.Kind.values().length)]));
            case 6 -> new Motif("coast", new Landscape(Landscape.Kind.COAST, day));
            case 7 -> new Motif("square", new Town(Town.Before.SQUARE, any));
            case 8 -> new Motif("table", new StillLife());
            case 9 -> new Motif("harbour", new Town(Town.Before.HARBOUR, any));
            default -> new Motif("dunes", new Landscape(Landscape.Kind.DUNES, new Sky.Hour[] {Sky.Hour.GOLDEN, Sky.Hour.NOON, Sky.Hour.DUSK}[Math.floorMod(turn / 11, 3)]));
        };
    }

    /** Places where events are told to happen. */
    static Motif ofPlace(int turn) {
        int[] places = {1, 7, 4, 9, 0, 6};
        return of(places[Math.floorMod(turn, places.length)] + 11 * turn);
    }
}
