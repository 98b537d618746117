/** ISO instant at which a kept answer came from the server; on every answer that is not fresh. */
export const keptHeader = 'x-linli-kept'
