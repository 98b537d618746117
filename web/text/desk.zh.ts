/** The sentences of the editors' desk, in Chinese. */
export const deskZh = {
} as const
