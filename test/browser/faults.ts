import { expect, type Page } from '@playwright/test'

/** Boxes that stick out of the window sideways, text that is cut without a tooltip, controls over the map that lie on each other. */
function faults(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = []
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 24)}"`
    if (document.documentElement.scrollWidth > window.innerWidth) found.push(`page is ${document.documentElement.scrollWidth} wide in a window of ${window.innerWidth}`)
    if (document.documentElement.scrollHeight > window.innerHeight) found.push(`page is ${document.documentElement.scrollHeight} high in a window of ${window.innerHeight}`)
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || box.height === 0 || getComputedStyle(element).visibility === 'hidden' || element.closest('.maplibregl-map, .unseen, .skip')) continue
      // A table of many columns scrolls sideways within its own frame.
      if ((box.right > window.innerWidth + 1 || box.left < -1) && !element.closest('[role=grid], [data-sideways]')) found.push(`sticks out: ${name(element)}`)
      const cut = element.children.length === 0 && element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflow === 'hidden'
      if (cut && !element.closest('[title]')) found.push(`is cut: ${name(element)}`)
    }
    const over = [...document.querySelectorAll('.map > .key, .map > .tools, .map .foot')].filter((element) => element.getBoundingClientRect().width > 0)
    for (const [index, one] of over.entries()) {
      for (const other of over.slice(index + 1)) {
        const a = one.getBoundingClientRect(), b = other.getBoundingClientRect()
        if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`${name(one)} lies on ${name(other)}`)
      }
    }
    return found
  })
}

/** The page is without faults, once it has been laid out for its window. */
export async function fits(page: Page, state: string): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => { requestAnimationFrame(drawn) }) }))
  await expect.poll(() => faults(page), { message: state, intervals: [100, 200], timeout: 15_000 }).toEqual([])
}
