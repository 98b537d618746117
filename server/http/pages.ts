/** Which of the two pages an address is: the finder for the public, or the staff's app. */
const finderAddress = /^\/(?:find|embed)(?:\/|$)|^\/venue\/[^/]+\/?$/

/** The page of the staff's app. */
export const staffPage = '/index.html'

/** The file that answers an address without one of its own. */
export const pageOf = (path: string): '/find.html' | typeof staffPage => (isFinderPath(path) ? '/find.html' : staffPage)

/** Whether it belongs to the finder: /find and what lies below it, /embed, and /venue/:id, whose id may hold dots. */
export const isFinderPath = (path: string): boolean => finderAddress.test(path)

/** Where one comes in; what stood behind the question mark goes along, so that a short link may carry a start. */
export const frontPage = (search: string): string => `/find${search}`
