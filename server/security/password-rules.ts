import { randomInt } from 'node:crypto'
import type { PasswordRule } from '../../geodata/words/expectation.ts'

/** DOMAIN 7.3: at least eight signs with letters, digits and another sign. Most: what the contract takes. */
const fewestSigns = 8
const mostSigns = 128

/** Those of the usual lists of leaked passwords that the other rules would let pass, and what people here add to a word to please such rules. */
const common: readonly string[] = [
  'p@ssw0rd', 'p@ssword1', 'passw0rd!', 'password1!', 'password@1', 'password@123', 'password123!', 'admin@123', 'admin123!', 'admin@1234', 'admin#123', 'administrator@1', 'abc@1234', 'abc123!@#', 'abcd@1234',
  'abcd1234!', 'aa123456!', 'aa@123456', 'qwer@1234', 'qwer1234!', 'qwe123!@#', 'qwerty1!', 'qwerty@123', 'qwerty123!', '1qaz@wsx', '1qaz2wsx!', '!qaz2wsx', '1q2w3e4r!', 'q1w2e3r4!', 'zaq1@wsx', 'zaq!2wsx',
  'welcome1!', 'welcome@1', 'welcome@123', 'test@123', 'test@1234', 'test1234!', 'root@123', 'root@1234', 'huawei@123', 'changeme1!', 'changeme@123', 'letmein1!', 'letmein@1', 'iloveyou1!', 'woaini@1314', 'woaini1314!',
  'woaini520!', 'a123456!', 'a@123456', 'a1234567!', 'a12345678!', 'a1b2c3d4!', '123456a!', '123456aa!', '123456@a', '123qwe!@#', '123qwe!!', '1234qwer!', '1234@qwer', 'asdf@1234', 'asdf1234!', 'zxcv@1234', 'zxcv1234!',
  'zxcvbnm1!', 'asdfghjkl1!', 'hello@123', 'hello123!', 'china@123', 'china123!', 'beijing@2008', 'linli@123', 'linli@1234', 'linli123!', 'shequ@123', 'shequ@1234', 'jiedao@123', 'dangjian@123', 'user@123', 'user1234!', 'guest@123', 'master@123',
  'superman1!', 'dragon1!', 'monkey1!', 'football1!', 'baseball1!', 'sunshine1!', 'princess1!', 'summer@2024', 'summer@2025', 'winter@2024', 'winter@2025', 'spring@2026', 'aini@1314', 'pa$$w0rd', 'p@$$w0rd', 'passw0rd@1', 'p@ssw0rd1', 'p@ssw0rd!',
]

/** The first rule a password for this account breaks; null: none. */
export function brokenRule(password: string, name: string): PasswordRule | null {
  const signs = [...password]
  if (signs.length < fewestSigns) return 'short'
  if (signs.length > mostSigns) return 'long'
  if (!/\p{Letter}/u.test(password) || !/\p{Nd}/u.test(password) || !/[^\p{Letter}\p{Nd}]/u.test(password)) return 'mixed'
  const plain = password.normalize('NFKC').toLowerCase()
  if (plain.includes(name.toLowerCase())) return 'name'
  return common.includes(plain) || new Set(plain).size < 4 ? 'common' : null
}

/** Without signs that are taken for one another when read aloud or copied by hand: 0 o, 1 i l. */
const readable = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Twelve signs in three groups, 59 bits, for a first log-in; keeps every rule for this account. */
export function oneTimePassword(name: string): string {
  for (;;) {
    const signs = Array.from({ length: 12 }, () => readable[randomInt(readable.length)]).join('')
    const password = signs.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
    if (brokenRule(password, name) === null) return password
  }
}
