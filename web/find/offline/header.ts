/** ISO instant at which a kept answer came from the server; on every answer that is not fresh. */
export const keptHeader = 'x-linli-kept'
/** How many places were kept, where there are more: farther ones are not in a list that is cut out of them. */
export const keptMostHeader = 'x-linli-kept-most'
