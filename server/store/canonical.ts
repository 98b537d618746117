/** JSON with the keys of every object in order, so that two records are the same exactly when their texts are. */
export const canonical = (value: unknown): string => JSON.stringify(value, (_, one: unknown) => (isObject(one) ? Object.fromEntries(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1))) : one))

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value)
