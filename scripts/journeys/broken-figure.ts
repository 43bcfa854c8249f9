/** Name of the saved figure that the journeys' store holds and that cannot be made. */
export const BROKEN_FIGURE = "broken-on-purpose";
