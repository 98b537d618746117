import * as fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { hashPassword, usualCost, verifyPassword } from '../../../server/security/password.ts'
import { brokenRule, oneTimePassword } from '../../../server/security/password-rules.ts'
import { StoreError } from '../../../server/store/store-error.ts'
import { cheapCost, logInBy, newAccount, tell, testOrigin, testPassword } from '../../tools/accounts.ts'
import { servedCity } from '../../tools/served-city.ts'

describe('a stored password', () => {
  test('is Argon2id with 19 MiB, two passes and one lane, in the PHC format, with a salt of its own', async () => {
    const [one, other] = [await hashPassword(testPassword, usualCost), await hashPassword(testPassword, usualCost)]
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
    expect(one).not.toBe(other)
    expect([await verifyPassword(testPassword, one), await verifyPassword(testPassword, other), await verifyPassword('Gate-7713', one), await verifyPassword('', one)]).toEqual([true, true, false, false])
  })

  test('is made as others make it: the reference implementation of Argon2 gave this hash', async () => {
    // src/test.c of the reference implementation: "password", "somesalt", t = 2, m = 2^16 KiB, p = 1.
    expect(await verifyPassword('password', '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc')).toBe(true)
  })

  test('says what it was made with, so that a dearer setting later does not lock anyone out', async () => {
    expect(await verifyPassword('Ünïcode-1', await hashPassword('Ünïcode-1', cheapCost))).toBe(true)
  })

  test('that is none is a fault, not a refusal', async () => {
    await expect(verifyPassword('x', 'plain')).rejects.toThrow('no Argon2id')
  })
})

describe('a weak password is refused with the rule it breaks', () => {
  const sentences: [next: string, zh: string, en: string][] = [
    ['Ab-1', '新口令应至少有 8 个字符。', 'The new password should have at least 8 characters.'],
    ['七个字-ab1', '新口令应至少有 8 个字符。', 'The new password should have at least 8 characters.'],
    ['onlyletters', '新口令应同时有字母、数字和其他符号。', 'The new password should have letters, digits and another sign.'],
    ['letters1and2', '新口令应同时有字母、数字和其他符号。', 'The new password should have letters, digits and another sign.'],
    ['1234567-890', '新口令应同时有字母、数字和其他符号。', 'The new password should have letters, digits and another sign.'],
    ['letters-only', '新口令应同时有字母、数字和其他符号。', 'The new password should have letters, digits and another sign.'],
    ['xx-NAME-2026', '新口令不能包含用户名。', 'The new password must not contain the name of the account.'],
    ['P@ssw0rd', '新口令太常见，请换一个。', 'The new password is among the most common; choose another.'],
    ['Admin@123', '新口令太常见，请换一个。', 'The new password is among the most common; choose another.'],
    ['a1-a1-a1-a1', '新口令太常见，请换一个。', 'The new password is among the most common; choose another.'],
    [testPassword, '新口令应与当前口令不同。', 'The new password should differ from the present one.'],
  ]
  test.each(sentences)('%s', async (next, zh, en) => {
    const account = await newAccount(security, 'leader')
    const { cookie } = await logInBy(app, account)
    for (const [language, message] of [['zh', zh], ['en', en]]) {
      const told = await tell(app, 'POST', '/api/v1/session/password', { cookie: cookie ?? '', origin: testOrigin, 'accept-language': language }, { current: testPassword, next: next.replace('NAME', account.name) })
      expect([told.status, told.code, told.message]).toEqual([400, 'weakPassword', message])
    }
    expect((await logInBy(app, account)).status).toBe(200)
  })

  test('one too long for anyone to mean it is told so', async () => {
    const { cookie } = await logInBy(app, await newAccount(security, 'leader'))
    const told = await tell(app, 'POST', '/api/v1/session/password', { cookie: cookie ?? '', origin: testOrigin }, { current: testPassword, next: `Aa-1${'x'.repeat(125)}` })
    expect([told.status, told.code]).toEqual([400, 'invalidRecord'])
    expect(brokenRule(`Aa-1${'x'.repeat(125)}`, 'someone')).toBe('long')
  })
})

test('where the disk is full, or a load holds the database, a change is refused in words and the old password stays', async () => {
  const { app, security, trouble } = await servedCity(null)
  const account = await newAccount(security, 'leader')
  const { cookie } = await logInBy(app, account)
  const change = () => tell(app, 'POST', '/api/v1/session/password', { cookie: cookie ?? '', origin: testOrigin }, { current: testPassword, next: 'Another-88' })
  const write = vi.spyOn(security.store.later, 'soon')
  write.mockRejectedValueOnce(new StoreError('diskFull', { path: '/somewhere/of/ours/linli.sqlite' }))
  expect(await change()).toMatchObject({ status: 503, code: 'diskTrouble', message: '没有写入：磁盘已满，没有写入数据库 linli.sqlite；腾出空间后再试。' })
  write.mockResolvedValueOnce(false)
  expect(await change()).toMatchObject({ status: 503, code: 'writerBusy', message: expect.not.stringContaining('{') })
  write.mockRestore()
  expect([(await logInBy(app, account)).status, trouble]).toEqual([200, []])
})

test('a password made by us keeps every rule, is easy to read aloud, and never the same', () => {
  const made = new Set(Array.from({ length: 2000 }, () => oneTimePassword('leader')))
  expect(made.size).toBe(2000)
  for (const password of made) {
    expect(password).toMatch(/^[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}-[a-hj-km-np-z2-9]{4}$/)
    expect(brokenRule(password, 'leader')).toBe(null)
  }
})

test('no password that keeps the rules is shorter than eight signs, lacks a kind of sign or holds the name', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('li', '王芳', 'editor-1'), (password, name) => {
    if (brokenRule(password, name) !== null) return true
    return [...password].length >= 8 && /\p{L}/u.test(password) && /\p{Nd}/u.test(password) && /[^\p{L}\p{Nd}]/u.test(password) && !password.toLowerCase().includes(name)
  }), { seed: 7, numRuns: 3000 })
})

const { app, security, trouble } = await servedCity(null)

test('nothing went wrong behind the answers', () => {
  expect(trouble).toEqual([])
})
