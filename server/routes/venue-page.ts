import * as z from 'zod/mini'
import type { Context } from 'hono'
import type { AnswerOf } from '../../geodata/contract/exchange.ts'
import { venueMarkup } from '../../geodata/contract/feeds.ts'
import type { Language } from '../../geodata/words/sentence.ts'
import { siteName } from '../answers/feeds/venue-markup.ts'
import { Refusal } from '../answers/refusal.ts'
import { minuteOf } from '../answers/venues/moment.ts'
import { preferredLanguage } from '../http/language.ts'
import type { StaticFiles } from '../http/static-files.ts'
import type { World } from '../world.ts'

export type VenuePages = { world: World; files: StaticFiles; publicUrl: string; headers: Readonly<Record<string, string>> }

/**
 * The finder's page with what search engines, chats and readers without scripts need to know of one place: title, description, schema.org, and its lines as
 * text where the page will draw itself. A place that is not there answers 404 with the same page, which says so. Null: there is no page to fill.
 */
export async function venuePage({ world, files, publicUrl, headers }: VenuePages, context: Context, id: string): Promise<Response | null> {
  const found = await files.find('/find.html', '')
  if (!found) return null
  const template = new TextDecoder().decode(found.body)
  const language = preferredLanguage(context.req.header('accept-language'))
  const told = await markupOf(world, id, publicUrl, language)
  const html = told ? filled(template, told, language) : template.replace('</head>', '<meta name="robots" content="noindex" />\n  </head>')
  return new Response(html, { status: told ? 200 : 404, headers: { ...headers, vary: 'Accept-Language', 'cache-control': 'no-cache', 'content-type': found.mediaType } })
}

type Told = AnswerOf<typeof venueMarkup>

async function markupOf(world: World, id: string, publicUrl: string, language: Language): Promise<Told | null> {
  try {
    const reply = await world.ask({ name: 'venueMarkup', path: { id }, query: {}, language, reader: { role: 'public', areas: [] }, now: minuteOf(Date.now()), publicUrl })
    return z.parse(venueMarkup.answer.schema, JSON.parse(new TextDecoder().decode(reply.body)))
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

function filled(template: string, { url, title, name, lines, markup }: Told, language: Language): string {
  const full = `${title} · ${siteName(language)}`, description = lines.join(' · ')
  const head = [
    `<title>${escaped(full)}</title>`, meta('name', 'description', description), `<link rel="canonical" href="${escaped(url)}" />`,
    meta('property', 'og:title', full), meta('property', 'og:description', description), meta('property', 'og:url', url), meta('property', 'og:type', 'place'), meta('property', 'og:site_name', siteName(language)),
    // Data, not a script: "<" is written so that no text can end the element.
    `<script type="application/ld+json">${JSON.stringify(markup).replaceAll('<', '\\u003c')}</script>`,
  ].join('\n    ')
  const body = `<main class="plain"><h1>${escaped(name)}</h1>${lines.map((line) => `<p>${line === markup['telephone'] ? dialled(line) : escaped(line)}</p>`).join('')}</main>`
  return template
    .replace(/<html lang="[^"]*">/, () => `<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">`)
    .replace(/\s*<meta name="description"[^>]*>/, '')
    .replace(/<title>[^<]*<\/title>/, () => head)
    .replace(/<div id="find">/, () => `<div id="find">${body}`)
}

const meta = (kind: 'name' | 'property', name: string, content: string): string => `<meta ${kind}="${name}" content="${escaped(content)}" />`
/** Each of the numbers (several stand apart by a semicolon or the like) as a link that a telephone dials. */
const dialled = (phone: string): string => phone.split(/([;；,，、/])/).map((part, at) => (at % 2 === 1 || !/\d/.test(part) ? escaped(part) : `${/^\s*/.exec(part)?.[0] ?? ''}<a href="tel:${part.replace(/[^\d+*#]/g, '')}">${escaped(part.trim())}</a>`)).join('')
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
