import { join } from 'node:path'
import { expect, test } from 'vitest'
import { catalogue } from '../../../seeds/catalogue.ts'
import { parseEnvironment } from '../../../server/environment.ts'
import { settleAccounts } from '../../../server/first-accounts.ts'
import { startServing } from '../../../server/serve.ts'
import { openAccounts } from '../../../server/store/open-accounts.ts'
import { openStore } from '../../../server/store/open-store.ts'
import { cheapCost } from '../../tools/accounts.ts'
import { smallIdentity, smallRecords } from '../../tools/small-city.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'

test('a real city that takes the place of a demonstration under a running server ends the accounts of the demonstration', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'linli.sqlite')
  const store = await openStore(path)
  const city = { catalogue, records: smallRecords, actor: 'test' }
  await store.load({ ...city, identity: { ...smallIdentity, demo: true }, replace: false })
  const accounts = openAccounts(path, (error) => { throw error })
  await settleAccounts(accounts, store, { planted: true, cost: cheapCost })
  const enabled = (): string[] => accounts.accounts.all().filter(({ disabled }) => !disabled).map(({ name }) => name).toSorted()
  expect(enabled()).toEqual(['demo-administrator', 'demo-editor', 'demo-leader', 'demo-planner'])

  let tell = (): void => {}
  const replaced = new Promise<void>((resolve) => { tell = resolve })
  const serving = await startServing({
    environment: parseEnvironment({ LINLI_DATA: folder, PORT: '0' }), path, store, webFolder: null,
    cityReplaced: () => settleAccounts(accounts, store, { cost: cheapCost }).then(tell),
  })
  await serving.ready
  await store.load({ ...city, identity: { ...smallIdentity, demo: false }, replace: true })
  await replaced
  expect(enabled()).toEqual(['admin'])
  await serving.close()
  accounts.close()
}, 60_000)
