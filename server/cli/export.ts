import { existsSync, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parsePublicBuildings } from '../environment.ts'
import { writePublicFile } from '../public/public-file.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import { publicMark } from '../store/public-mark.ts'
import { StoreError } from '../store/store-error.ts'
import { CommandError, type Command } from './command.ts'

export const exportCommand: Command = {
  name: 'export', words: null, zh: '做一份只含公开内容的数据文件，给公众网络上的服务器（LINLI_MODE=public）', en: 'make a file of what the public may know, for a server on a network of its own (LINLI_MODE=public)',
  options: [{ name: 'public', value: 'FILE', zh: '写到这个文件；已有的公众版文件会换新', en: 'write it here; an older public file makes way' }],
  async run(_, values, terminal) {
    const named = values['public'], path = databasePath(terminal.dataFolder)
    if (typeof named !== 'string') throw new CommandError('missingOption', { command: 'export', option: '--public FILE' })
    if (!existsSync(path)) throw new CommandError('noDatabase', { path: terminal.dataFolder })
    const file = resolve(named)
    checkTarget(file)
    const store = await openStore(path)
    try {
      const start = performance.now(), now = new Date()
      const added = await writePublicFile(store, file, { outlines: parsePublicBuildings(process.env), now, progress: (records) => terminal.progress(`已写入 ${records} 条 records written`) })
      const bytes = statSync(file).size, { building, street, facility, unit } = added
      terminal.answer({ file, exported: now.toISOString(), bytes, records: added }, [
        `公众版数据写好了：${file}，${(bytes / 1e6).toFixed(1)} MB，用时 ${((performance.now() - start) / 1000).toFixed(1)} 秒。`,
        `  ${building} 栋楼、${street} 条路、${facility} 处能去的地方、${unit} 个拥有它们的单位。 buildings, streets, places of the finder, units that own some.`,
        '  没有居民数、台账、单位登记、账号和纠错内容。No residents, registers, accounts or words of reports are in it.',
      ])
      return 0
    } finally {
      store.close()
    }
  },
}

/** Only a public file of an earlier export makes way. */
function checkTarget(file: string): void {
  if (!existsSync(dirname(file))) throw new CommandError('fileNotWritten', { path: file, found: 'ENOENT' })
  if (!existsSync(file)) return
  if (!isPublicFile(file)) throw new CommandError('foreignTarget', { path: file })
}

function isPublicFile(file: string): boolean {
  try {
    return statSync(file).isFile() && publicMark(file) !== null
  } catch (error) {
    if (error instanceof StoreError) return false
    throw error
  }
}
