import { join } from 'node:path'
import { openStore } from '../../../server/store/open-store.ts'
import { temporaryFolder } from '../../tools/temporary-folder.ts'
import { storeContract } from './contract.ts'
import { editContract } from './edit-contract.ts'

const folder = temporaryFolder()
let opened = 0

storeContract('SQLite store', () => openStore(join(folder, `${++opened}.sqlite`)))
editContract('SQLite store', (setting) => openStore(join(folder, `${++opened}.sqlite`), setting))
