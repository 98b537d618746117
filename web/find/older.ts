/**
 * What Chromium 87 lacks of the methods that the code of this page uses (test/browser/find.test.ts looks through what is built for others). Imported before all else.
 */
const give = (owner: object, name: string, method: (this: never, ...words: never[]) => unknown): void => {
  if (!(name in owner)) Object.defineProperty(owner, name, { value: method, writable: true, configurable: true })
}

give(Array.prototype, 'at', function at(this: unknown[], index: number) { return this[index < 0 ? this.length + index : index] })
give(String.prototype, 'at', function at(this: string, index: number) { return this[index < 0 ? this.length + index : index] })
give(Array.prototype, 'toSorted', function toSorted(this: unknown[], compare?: (a: unknown, b: unknown) => number) { return [...this].sort(compare) })
give(Array.prototype, 'toReversed', function toReversed(this: unknown[]) { return [...this].reverse() })
give(Array.prototype, 'toSpliced', function toSpliced(this: unknown[], ...words: [number, number, ...unknown[]]) {
  const copy = [...this]
  copy.splice(...words)
  return copy
})
give(Array.prototype, 'findLast', function findLast(this: unknown[], test: (value: unknown, index: number, all: unknown[]) => boolean) {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index], index, this)) return this[index]
  return undefined
})
give(Array.prototype, 'findLastIndex', function findLastIndex(this: unknown[], test: (value: unknown, index: number, all: unknown[]) => boolean) {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index], index, this)) return index
  return -1
})
give(Object, 'hasOwn', function hasOwn(this: unknown, owner: object, name: PropertyKey) { return Object.prototype.hasOwnProperty.call(owner, name) })
