import type { Catalogue } from '../geodata/model/catalogue.ts'
import { categories } from './catalogue/categories.ts'
import { holidays } from './catalogue/holidays.ts'
import { profiles } from './catalogue/profiles.ts'
import { choices, meetingRules } from './catalogue/governance.ts'
import { rules } from './catalogue/rules.ts'
import { serviceItems } from './catalogue/serviceItems.ts'
import { slots } from './catalogue/slots.ts'
import { standards } from './catalogue/standards.ts'
import { wishes } from './catalogue/wishes.ts'

/** The catalogue a deployment starts with. Every row says where it comes from and whether an owner has confirmed it. */
export const catalogue: Catalogue = { version: '示例目录 2026-1', categories, profiles, standards, slots, serviceItems, meetingRules, choices, rules, holidays, wishes }
