/** Path of an exchange in Hono's notation with its parameters filled in: /api/v1/areas/:code -> /api/v1/areas/110101. */
export const fillPath = (path: string, parameters: Readonly<Record<string, unknown>>): string =>
  path.replace(/:(\w+)(\{[^}]*\})?/g, (_whole, name: string) => encodeURIComponent(String(parameters[name])))

/** The query as text; undefined and null are left out. */
export const queryText = (query: Readonly<Record<string, unknown>>): string => {
  const search = new URLSearchParams()
  for (const [key, value] of Object.entries(query)) if (value !== undefined && value !== null) search.set(key, String(value))
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}
