import { describe, expect, it } from 'vitest'
import { keptRules } from '../../../web/shell/passwordRules.ts'
import { ownPath } from '../../../web/shell/places.ts'

describe('where a log-in leads', () => {
  it('is a path of our own', () => {
    expect(['/plan', '/plan?area=1&map=12/31/121', '/data#x'].map(ownPath)).toEqual(['/plan', '/plan?area=1&map=12/31/121', '/data#x'])
  })
  it('is never another host, a script, or the log-in itself', () => {
    const wrong = ['//evil.test', '/\\evil.test', 'https://evil.test', 'javascript:alert(1)', 'plan', '', '/a\\b', '/log-in', '/log-in?to=/plan', '/log-in/x', undefined, null, ['/plan'], `/${'x'.repeat(3000)}`]
    expect(wrong.map(ownPath).filter((path) => path !== null)).toEqual([])
  })
})

describe('the rules of a new password', () => {
  const broken = (password: string, name = 'wang') => Object.entries(keptRules(password, name)).flatMap(([rule, kept]) => (kept ? [] : [rule]))
  it('are told one by one', () => {
    expect(broken('')).toEqual(['length', 'letter', 'digit', 'sign', 'name'])
    expect(broken('abc-1')).toEqual(['length'])
    expect(broken('abcdefgh')).toEqual(['digit', 'sign'])
    expect(broken('12345678!')).toEqual(['letter'])
    expect(broken('Wang-4711')).toEqual(['name'])
    expect(broken('菩提树下-4711')).toEqual([])
  })
})
