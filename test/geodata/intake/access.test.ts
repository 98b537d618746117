import { describe, expect, test } from 'vitest'
import { streetKind } from '../../../geodata/intake/street.ts'
import { isDenied } from '../../../geodata/intake/tables/denied.ts'

const table: readonly (readonly [string, Record<string, string>, string])[] = [
  ['a residential street', { highway: 'residential' }, 'local walk'],
  ['a motorway', { highway: 'motorway' }, 'motorway drive'],
  ['a trunk link', { highway: 'trunk_link' }, 'motorway drive'],
  ['a trunk road with a pavement', { highway: 'trunk', sidewalk: 'both' }, 'motorway walk'],
  ['a trunk road that says foot=yes', { highway: 'trunk', foot: 'yes' }, 'motorway walk'],
  ['a footway', { highway: 'footway' }, 'footway walk'],
  ['a crossing', { highway: 'footway', footway: 'crossing' }, 'crossing walk'],
  ['steps', { highway: 'steps' }, 'steps walk'],
  ['a cycleway', { highway: 'cycleway' }, 'path walk'],
  ['a cycleway that says foot=no', { highway: 'cycleway', foot: 'no' }, 'path drive'],
  ['a cycleway beside a footway', { highway: 'cycleway', foot: 'use_sidepath' }, 'path drive'],
  ['a private drive', { highway: 'service', access: 'private' }, 'service drive'],
  ['a private drive open to walkers', { highway: 'service', access: 'private', foot: 'permissive' }, 'service walk'],
  ['a closed road', { highway: 'residential', access: 'no' }, 'local drive'],
  ['a road for customers', { highway: 'service', access: 'customers' }, 'service walk'],
  ['an alley', { highway: 'service', service: 'alley' }, 'lane walk'],
  ['an arterial tunnel', { highway: 'primary', tunnel: 'yes' }, 'arterial drive'],
  ['an arterial tunnel with a pavement', { highway: 'primary', tunnel: 'yes', foot: 'yes' }, 'arterial walk'],
  ['an underpass', { highway: 'tertiary', tunnel: 'yes' }, 'local walk'],
  ['a road under construction', { highway: 'construction' }, 'notBuilt'],
  ['an unknown highway', { highway: 'via_ferrata' }, 'notInTable'],
  ['a railway', { railway: 'rail' }, 'rail drive'],
  ['a railway in a tunnel', { railway: 'rail', tunnel: 'yes' }, 'underground'],
  ['a subway', { railway: 'subway' }, 'underground'],
  ['a subway on a bridge', { railway: 'subway', bridge: 'yes' }, 'rail drive'],
]

describe('streets by their tags', () => {
  test.each(table)('%s', (_, tags, expected) => {
    const kind = streetKind(tags)
    expect(typeof kind === 'string' ? kind : `${kind.class} ${kind.walk ? 'walk' : 'drive'}`).toBe(expected)
  })
})

describe('sites that are refused', () => {
  test.each<Record<string, string>>([
    { landuse: 'military' }, { military: 'barracks' }, { amenity: 'prison' }, { building: 'barracks' },
    { name: '某某部队' }, { name: '城东看守所' }, { name: '第二监狱' }, { name: '武警支队' }, { name: '国家安全局接待站' }, { name: '空军干休所' }, { name: '强制隔离戒毒所' }, { 'name:en': 'District Detention Centre' }, { operator: '中国人民解放军' },
    { name: '武\u200B警食堂' }, { name: '武 警 食堂' }, { name: '看\u3000守\u3000所' }, { name: 'Ｐｒｉｓｏｎ canteen' }, { name: 'pri\u00ADson canteen' },
  ])('%o is refused', (tags) => {
    expect(isDenied(tags)).toBe(true)
  })
  test.each<Record<string, string>>([
    { name: '柳荫派出所', amenity: 'police' }, { name: '将军路小学' }, { name: '军事博物馆', tourism: 'museum' }, { name: '陆军巷菜场', shop: 'greengrocer' }, { military: 'no' }, { name: '安全社区服务站' }, { name: '警务室' }, { name: '俱乐部 队员之家' },
  ])('%o is kept', (tags) => {
    expect(isDenied(tags)).toBe(false)
  })
})
