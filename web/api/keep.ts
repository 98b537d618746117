/** Hands a file to the browser, which keeps it under its name or `fallback`. */
export const keepFile = ({ name, content }: { name: string; content: Blob }, fallback: string): void => {
  const address = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: address, download: name || fallback }).click()
  // The browser has taken the address over by the next task.
  setTimeout(() => URL.revokeObjectURL(address), 0)
}
