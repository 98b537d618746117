/** Name of the labels' font in the style; fonts.ts says which files draw it. */
export const mapFont = 'Noto Sans SC Variable'
