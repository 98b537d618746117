import { accountLines, settleAccounts } from '../first-accounts.ts'
import { plantDemo, usualSeed } from '../plant.ts'
import { openAccounts } from '../store/open-accounts.ts'
import { databasePath, openStore } from '../store/open-store.ts'
import type { Command } from './command.ts'
import { wholeNumber } from './whole-number.ts'

export const demoCommand: Command = {
  name: 'demo', words: null, zh: '种一座示意城市；指定栋数时长成大城市', en: 'grow the demonstration city; with --buildings a metropolis',
  options: [
    { name: 'buildings', value: 'N', zh: '大约多少栋楼，1 至 2000000', en: 'about how many buildings, 1 to 2000000' },
    { name: 'seed', value: 'S', zh: `随机种子，默认 ${usualSeed}`, en: `seed, ${usualSeed} by default` },
    { name: 'replace', value: null, zh: '替换库里已有的城市', en: 'replace the city that is there' },
  ],
  async run(_, values, terminal) {
    const buildings = wholeNumber(values, 'buildings', 1, 2_000_000)
    const seed = wholeNumber(values, 'seed', 0, 4_294_967_295) ?? usualSeed
    const path = databasePath(terminal.dataFolder)
    const store = await openStore(path)
    const accounts = openAccounts(path, (error) => { console.error(error) })
    try {
      const start = performance.now()
      const summary = await plantDemo(store, {
        seed, ...(buildings !== undefined && { buildings }), replace: values['replace'] === true, actor: 'linli demo',
        progress: (records) => terminal.progress(`已写入 ${records} 条 records written`),
      })
      const settled = await settleAccounts(accounts, store, { planted: true })
      const { building, street, facility } = summary.added
      terminal.answer({ seed, ...summary, accounts: settled.made }, [`示意城市种好了：${building} 栋楼、${street} 条路、${facility} 处设施，用时 ${((performance.now() - start) / 1000).toFixed(1)} 秒。`, ...accountLines(settled)])
      return 0
    } finally {
      accounts.close()
      store.close()
    }
  },
}
