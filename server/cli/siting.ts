import { CommandError, type Command } from './command.ts'
import { instanceOptions, solveInstance } from './siting-instance.ts'

export const sitingCommand: Command = {
  name: 'siting', words: null, zh: '选址：求解公开算例，给出目标值、界与是否最优', en: 'choosing sites: solves a published instance, with its bound and whether it is proven best',
  options: [...instanceOptions],
  async run(_, values, terminal) {
    if (values['instance'] === undefined) throw new CommandError('missingOption', { command: 'siting', option: '--instance' })
    return solveInstance(values, terminal)
  },
}
