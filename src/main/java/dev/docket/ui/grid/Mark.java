package dev.docket.ui.grid;

/**
 * What a person did with a tile, over what it shows of its item.
 *
 * @param tickable whether it has a tick at all
 * @param out whether it is drawn as left out
 * @param icon Ikonli literal before the state
 * @param state such as {@code seen in the grid}; what the tile knows of its item then moves up beside the name
 */
public record Mark(boolean tickable, boolean ticked, boolean out, String icon, String state) {}
