import { expect, type Page } from '@playwright/test'

/** Text and touches that are too small, panels that lie on each other or run over, text that is cut off; as sentences. */
const faults = (page: Page): Promise<string[]> => page.evaluate(() => {
  const found: string[] = []
  const phone = document.documentElement.dataset['wall'] === 'phone'
  const leastText = phone ? 14 : window.innerHeight / 50
  // Of an upright screen the width counts, since one stands before it within reach.
  const leastHit = phone ? 44 : Math.max(44, Math.min(window.innerWidth, window.innerHeight) / 24)
  const name = (element: Element) => `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} "${(element.textContent ?? '').trim().slice(0, 24)}"`
  const seen = (element: Element) => element.checkVisibility({ visibilityProperty: true }) && element.getBoundingClientRect().width > 0 && !element.closest('.unseen, .skip, .maplibregl-map')
  if (document.documentElement.scrollWidth > window.innerWidth) found.push(`the page is ${document.documentElement.scrollWidth} wide`)
  for (const element of document.querySelectorAll<HTMLElement>('.screen *, [role=dialog], [role=dialog] *')) {
    if (!seen(element)) continue
    const said = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '')
    const style = getComputedStyle(element), size = Number.parseFloat(style.fontSize)
    if (said && size < leastText - 0.01) found.push(`text of ${size}: ${name(element)}`)
    // Of a line that is written downwards the height counts; of one that may break, half a line more than there is room for.
    const upright = style.writingMode.startsWith('vertical'), line = Number.parseFloat(style.lineHeight) || size
    const over = upright ? element.scrollHeight - element.clientHeight : style.whiteSpace === 'nowrap' ? element.scrollWidth - element.clientWidth : 0
    const lost = style.webkitLineClamp !== 'none' && element.scrollHeight - element.clientHeight > line / 2
    if (said && style.overflow !== 'visible' && (over > 1 || lost) && !element.closest('[title], .soft')) found.push(`is cut: ${name(element)}`)
    const { width, height } = element.getBoundingClientRect()
    if (element.matches('button, a[href], input, select, [role=option]') && (height < leastHit - 0.5 || width < leastHit - 0.5)) found.push(`touch of ${Math.round(width)} x ${Math.round(height)}: ${name(element)}`)
  }
  // What sticks to an edge of a phone's page has the rest scroll below it.
  const panels = [...document.querySelectorAll('.screen > :not(.notices, h1, .drawer-place, [role=dialog])')].filter((panel) => seen(panel) && getComputedStyle(panel).position !== 'sticky')
  for (const [at, one] of panels.entries()) {
    const a = one.getBoundingClientRect()
    if (!phone && (a.right > window.innerWidth + 1 || a.bottom > window.innerHeight + 1 || a.left < -1 || a.top < -1)) found.push(`stands out: ${name(one)}`)
    for (const other of panels.slice(at + 1)) {
      const b = other.getBoundingClientRect()
      if (a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1) found.push(`${name(one)} lies on ${name(other)}`)
    }
  }
  const map = document.querySelector('.screen[data-layout=totem] > .map-place')?.getBoundingClientRect()
  if (map && map.height < window.innerHeight / 3) found.push(`the map of an upright wall is ${Math.round(map.height)} high`)
  // A menu that is open hangs out of the head.
  for (const box of document.querySelectorAll<HTMLElement>('.screen :is(.number, .head:not(:has([aria-expanded=true])), .standing, .tour, .strip)')) {
    if (seen(box) && (box.scrollHeight > box.clientHeight + 2 || box.scrollWidth > box.clientWidth + 2)) found.push(`is cut: ${name(box)}, ${box.scrollWidth} x ${box.scrollHeight} in ${box.clientWidth} x ${box.clientHeight}`)
  }
  // The map's key stands beside its scale and sources, or above them.
  const [key, foot] = ['.wall-map .key', '.wall-map .foot'].map((one) => document.querySelector(one)?.getBoundingClientRect())
  if (key && foot && key.width > 0 && foot.width > 0 && key.right > foot.left + 1 && key.bottom > foot.top + 1) found.push(`the map's key lies on its foot: ${Math.round(key.bottom)} below ${Math.round(foot.top)}`)
  // What lies over the wall stays on it: a menu scrolls within itself.
  for (const box of document.querySelectorAll<HTMLElement>('.screen :is(.menu, .wall-drawer), [role=dialog]')) {
    const { left, right, top, bottom } = box.getBoundingClientRect()
    if (seen(box) && !box.closest('.fold') && (left < -1 || top < -1 || right > window.innerWidth + 1 || bottom > window.innerHeight + 1)) found.push(`stands out: ${name(box)}, ${Math.round(left)} ${Math.round(top)} to ${Math.round(right)} ${Math.round(bottom)}`)
  }
  return [...new Set(found)]
})

/** The wall is without faults, once it has been laid out for its screen. */
export async function wallFits(page: Page, state: string): Promise<void> {
  await page.evaluate(() => new Promise((drawn) => { requestAnimationFrame(() => { requestAnimationFrame(drawn) }) }))
  await expect.poll(() => faults(page), { message: state, intervals: [100, 300, 500], timeout: 10_000 }).toEqual([])
}
