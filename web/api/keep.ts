/** Hands a file to the browser, which keeps it under its name or `fallback`. */
export const keepFile = ({ name, content }: { name: string; content: Blob }, fallback: string): void => {
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: name || fallback }).click()
  // A browser that is busy asks for the content later than the next task, and without it keeps an empty file named "download".
  setTimeout(() => URL.revokeObjectURL(address), keptMilliseconds)
}

/** Ample for any browser, and the content leaves memory all the same. */
const keptMilliseconds = 60_000
