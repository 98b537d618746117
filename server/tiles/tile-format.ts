/** Raise it when the same city gives other bytes (layers, tags, margins, simplifying): browsers keep tiles for ever under their address. */
export const tileFormat = 1
