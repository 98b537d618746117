/** A plain binary heap of (key, value), smallest key first; the stupid search the clever one is held against. */
export class Heap {
  readonly #keys: number[] = []
  readonly #values: number[] = []

  get size(): number {
    return this.#keys.length
  }

  push(key: number, value: number): void {
    let i = this.#keys.length
    this.#keys.push(key)
    this.#values.push(value)
    for (let parent = (i - 1) >> 1; i > 0 && this.#keys[parent] > key; parent = (i - 1) >> 1) {
      this.#swap(i, parent)
      i = parent
    }
  }

  pop(): [key: number, value: number] {
    const top: [number, number] = [this.#keys[0], this.#values[0]]
    const key = this.#keys.pop() ?? 0, value = this.#values.pop() ?? 0
    if (this.#keys.length === 0) return top
    this.#keys[0] = key
    this.#values[0] = value
    for (let i = 0; ;) {
      let child = 2 * i + 1
      if (child >= this.#keys.length) return top
      if (child + 1 < this.#keys.length && this.#keys[child + 1] < this.#keys[child]) child++
      if (this.#keys[child] >= this.#keys[i]) return top
      this.#swap(i, child)
      i = child
    }
  }

  #swap(i: number, j: number): void {
    const key = this.#keys[i], value = this.#values[i]
    this.#keys[i] = this.#keys[j]
    this.#values[i] = this.#values[j]
    this.#keys[j] = key
    this.#values[j] = value
  }
}
