import { CommandError, type Command } from './command.ts'
import { addUser, changeAreas, changePassword, disable, enable, listUsers, type UserAction } from './user-actions.ts'
import { withAccounts } from './with-accounts.ts'

const actions: Readonly<Record<string, UserAction>> = { add: addUser, list: listUsers, password: changePassword, areas: changeAreas, disable, enable }

/** Whoever can run this can read the database, so nobody is asked who they are. */
export const userCommand: Command = {
  name: 'user', words: 'add|list|password|areas|disable|enable NAME', zh: '账号：新增、列出、换口令、改区域、停用、启用', en: 'accounts: add, list, new password, areas, disable, enable',
  options: [
    { name: 'role', value: 'leader|planner|editor|administrator', zh: '新账号的角色', en: 'role of the new account' },
    { name: 'areas', value: 'CODE,CODE|all', zh: '负责的区域，默认全市；数据员必须写明', en: 'its areas, by default the whole city; an editor\'s must be said' },
    { name: 'password-stdin', value: null, zh: '从标准输入读口令，不用一次性口令', en: 'read the password from standard input instead of making a one-time one' },
  ],
  async run(words, values, terminal) {
    const [action, name, extra] = words
    const act = action === undefined ? undefined : actions[action]
    if (!act) throw new CommandError('unknownAction', { command: 'user', expected: Object.keys(actions).join(' '), found: action ?? '' })
    if (extra !== undefined || (action === 'list' && name !== undefined)) throw new CommandError('tooManyWords', { command: `user ${action}`, found: extra ?? name })
    if (name === undefined && action !== 'list') throw new CommandError('missingName', { command: `user ${action}` })
    const { value, lines } = await withAccounts(terminal, (store) => act(store, name ?? '', values))
    terminal.answer(value, lines)
    return 0
  },
}
