export const passwordRules = ['length', 'letter', 'digit', 'sign', 'name'] as const
export type PasswordRule = (typeof passwordRules)[number]

/** DOMAIN 7.3: at least eight signs. The server decides, and knows the common passwords too; this tells while one types. */
const fewestSigns = 8

/** Whether a new password keeps each rule; `name`: of the account. */
export const keptRules = (password: string, name: string): Readonly<Record<PasswordRule, boolean>> => ({
  length: [...password].length >= fewestSigns,
  letter: /\p{Letter}/u.test(password),
  digit: /\p{Nd}/u.test(password),
  sign: /[^\p{Letter}\p{Nd}]/u.test(password),
  name: password !== '' && !password.normalize('NFKC').toLowerCase().includes(name.toLowerCase()),
})
