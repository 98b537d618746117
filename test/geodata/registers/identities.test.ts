import { describe, expect, it } from 'vitest'
import type { Entry } from '../../../geodata/model/entry.ts'
import type { Organisation } from '../../../geodata/model/organisation.ts'
import { unsaid } from '../../../geodata/model/organisation.ts'
import type { SheetCode } from '../../../geodata/model/sheets/all.ts'
import { registerIdentities, type Household } from '../../../geodata/registers/identities.ts'
import { handInput } from '../../tools/hand-input.ts'

const from = { source: 'drawn by hand', date: null, validFrom: null, validTo: null }
const row = (sheet: SheetCode, id: string, fields: Entry['fields'], more: Partial<Entry> = {}): Entry => ({ id, sheet, name: '', area: null, unit: null, position: null, fields, ...from, ...more })
const firm = (id: string, more: Partial<Organisation> = {}): Organisation => ({ id, name: id, kind: 'enterprise', creditCode: null, position: null, community: 'w', unit: null, ...unsaid, operating: 'operating', ...from, ...more })

const seat = (number: number, category = 'police'): Entry => row('seat', `s${number}-${category}`, { committee: 'c-w', number, category, role: 'seatMember', post: null, appointedBy: null })
const tenure = (id: string, of: string, validTo: string | null = null): Entry => row('tenure', id, { seat: of, exitReason: null }, { validFrom: '2025-01-01', validTo })
const place = (id: string, form: string, name: string): Entry => row('placeRegister', id, { level: 'community', parent: null, urban: true, central: false, form, greatCommittee: null }, { name })
const organisation = (id: string, area: string): Entry => row('partyOrganisation', id, { tier: 'community', form: 'branch' }, { area })
const post = (area: string, claimed: number): Entry => row('post', `p-${area}-${claimed}`, { kind: 'help', needed: 9, claimed }, { area })
const checkin = (area: string, membersWithPost: number | null): Entry => row('checkinCount', `m-${area}`, { system: 'other', members: 20, membersWithPost }, { area })
const pairing = (area: string): Entry => row('pairing', `pair-${area}`, { kind: 'unitCommunity', pairs: null }, { area })

type Given = { entries?: Entry[]; organisations?: Organisation[]; residents?: Record<string, { all?: number; households?: number }>; homes?: Household[] }
const homes: Household[] = [{ area: 'w1', residents: 30, households: 12 }, { area: 'w1', residents: 12, households: 5 }, { area: 'w', residents: 3, households: 1 }]

function told(name: string, { homes: own = [], ...given }: Given): string {
  const found = registerIdentities(handInput(given), own).find((one) => one.name === name)
  return found === undefined ? 'no such identity' : `${found.holds ? 'holds' : 'fails'}: ${found.detail}`
}

describe('identities of the registers', () => {
  it('hold where there are no rows, and say so', () => {
    const all = registerIdentities(handInput({}), [])
    expect(all.every(({ holds }) => holds)).toBe(true)
    expect(all.filter(({ detail }) => detail === 'no rows').map(({ name }) => name)).toEqual(['seatCategories', 'vacancies', 'organisationForms', 'twoNew enterprise', 'twoNew socialOrganisation', 'claimedPosts', 'pairedCommunities'])
  })

  it.each<[string, string, Given, string]>([
    ['seats are of the categories there are', 'seatCategories', { entries: [seat(1, 'institution'), seat(2), seat(3)] }, 'holds: 1 + 0 + 0 + 0 + 2 + 0 = 3 seats, 3 numbers'],
    ['a seat of no category', 'seatCategories', { entries: [seat(1), seat(2, 'friends')] }, 'fails: 0 + 0 + 0 + 0 + 1 + 0 = 2 seats, 2 numbers'],
    ['a number that two seats of a committee have', 'seatCategories', { entries: [seat(1), seat(1, 'tower')] }, 'fails: 0 + 0 + 0 + 1 + 1 + 0 = 2 seats, 1 numbers'],
    ['vacancies are what nobody holds', 'vacancies', { entries: [seat(1), seat(2), tenure('t1', 's1-police'), tenure('t2', 's2-police', '2026-01-01')] }, 'holds: 2 seats - 1 open tenures = 1 vacant'],
    ['a seat that two hold', 'vacancies', { entries: [seat(1), seat(2), tenure('t1', 's1-police'), tenure('t2', 's1-police')] }, 'fails: 2 seats - 2 open tenures = 1 vacant'],
    ['forms add up to communities', 'organisationForms', { entries: [place('a', 'committee', '甲'), place('b', 'branch', '乙'), place('c', 'branch', '丙'), organisation('o', 'w'), { ...organisation('of-a-unit', 'w'), unit: 'u' }] }, 'holds: 1 + 0 + 2 = 3 communities of the register; 1 organisations of 1 communities'],
    ['a community with two forms', 'organisationForms', { entries: [place('a', 'committee', '甲'), place('b', 'branch', '甲')] }, 'fails: 1 + 0 + 1 = 1 communities of the register; 0 organisations of 0 communities'],
    ['a community with two organisations', 'organisationForms', { entries: [organisation('o', 'w'), organisation('p', 'w')] }, 'fails: 0 + 0 + 0 = 0 communities of the register; 2 organisations of 1 communities'],
    ['work covers organisation covers single', 'twoNew enterprise', { organisations: [firm('a', { organised: 'single' }), firm('b', { organised: 'joint' }), firm('c', { organised: 'none', work: 'liaison' }), firm('d'), firm('e', { operating: 'shell', organised: 'single' }), firm('f', { community: null })] }, 'holds: 5 operating >= 3 work >= 2 organised >= 1 single; 5 by community'],
    ['grids and homes in none add up', 'gridResidents', { homes, residents: { w: { all: 45 }, w1: { all: 42 } } }, 'holds: 3 grids, 3 residents in no grid'],
    ['a community of more than its grids', 'gridResidents', { homes, residents: { w: { all: 46 }, w1: { all: 42 } } }, 'fails: not in w'],
    ['households of buildings are those of grids', 'gridHouseholds', { homes, residents: { w1: { households: 17 } } }, 'holds: 3 grids'],
    ['a grid of more households than its buildings', 'gridHouseholds', { homes, residents: { w1: { households: 18 } } }, 'fails: not in w1'],
    ['posts are claimed by those who have one', 'claimedPosts', { entries: [post('w', 12), checkin('w', 10), checkin('e', 50)] }, 'holds: 1 areas'],
    ['more members with a post than posts claimed', 'claimedPosts', { entries: [post('w', 9), checkin('w', 10)] }, 'fails: w: 9 posts < 10 members'],
    ['paired communities are communities', 'pairedCommunities', { entries: [pairing('w'), pairing('e')] }, 'holds: 2 paired <= 3 communities'],
    ['a pairing with what is no community', 'pairedCommunities', { entries: [pairing('w'), pairing('s')] }, 'fails: 2 paired <= 3 communities, s in none'],
  ])('%s', (_, name, given, expected) => expect(told(name, given)).toBe(expected))
})
