import { existsSync } from 'node:fs'
import { databasePath, openStore } from '../store/open-store.ts'
import { CommandError, type Command } from './command.ts'
import { nearestName } from './nearest-name.ts'

/** Units that are absent for every role, beside those whose name says what they are. Run on the server only: nobody may ask over HTTP what is hidden. */
export const hideUnitCommand: Command = {
  name: 'hide-unit', words: 'ID', zh: '让一个驻区单位和它的设施对所有人都不出现', en: 'make a unit and its sites absent for everyone',
  options: [
    { name: 'list', value: null, zh: '列出已隐藏的单位编号', en: 'list the ids of hidden units' },
    { name: 'show', value: 'ID', zh: '重新显示这个单位', en: 'show this unit again' },
  ],
  async run(words, values, terminal) {
    const path = databasePath(terminal.dataFolder)
    const [id, extra] = words
    const shown = typeof values['show'] === 'string' ? values['show'] : null
    if (extra !== undefined) throw new CommandError('tooManyWords', { command: 'hide-unit', found: extra })
    const asked = [id !== undefined && 'ID', shown !== null && '--show', values['list'] === true && '--list'].filter((one) => one !== false)
    if (asked.length === 0) throw new CommandError('missingOption', { command: 'hide-unit', option: 'ID | --list | --show ID' })
    if (asked.length > 1) throw new CommandError('conflictingOptions', { option: asked[0], other: asked[1] })
    if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
    const store = await openStore(path)
    try {
      if (id !== undefined) {
        const ids: string[] = []
        for await (const unit of store.units(null)) ids.push(unit.id)
        if (!ids.includes(id)) throw new CommandError('unknownUnit', { found: id, nearestName: nearestName(id, ids) })
        await store.hideUnit(id, 'linli hide-unit')
      }
      const before = await store.hiddenUnits()
      if (shown !== null) {
        if (!before.includes(shown)) throw new CommandError('notHidden', { found: shown, nearestName: nearestName(shown, before) })
        await store.showUnit(shown, 'linli hide-unit')
      }
      const hidden = await store.hiddenUnits()
      terminal.answer({ hidden }, hidden.length === 0 ? ['没有隐藏的单位。 No unit is hidden.'] : [`已隐藏 ${hidden.length} 个单位 hidden:`, ...hidden.map((one) => `  ${one}`)])
      return 0
    } finally {
      store.close()
    }
  },
}
