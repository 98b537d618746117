import { Refusal } from '../answers/refusal.ts'
import { parseEnvironment } from '../environment.ts'
import { deviceLink, isDeviceName, newToken, tokenHash } from '../security/devices.ts'
import type { DeviceRow } from '../store/devices.ts'
import type { AccountStore } from '../store/open-accounts.ts'
import { CommandError, type Command, type Values } from './command.ts'
import { nearestName } from './nearest-name.ts'
import { withAccounts, written } from './with-accounts.ts'

type DeviceAction = (store: AccountStore, name: string, values: Values) => Promise<{ value: unknown; lines: string[] }>

const addDevice: DeviceAction = async (store, name, values) => {
  if (!isDeviceName(name)) throw new Refusal('badDeviceName', { found: name })
  const area = typeof values['area'] === 'string' ? values['area'] : null
  if (area !== null && store.areaName(area) === null) throw new Refusal('unknownArea', { parameter: 'area', found: area })
  const token = newToken()
  await written(store, () => {
    if (store.devices.byName(name)) throw new Refusal('deviceTaken', { found: name })
    store.devices.add({ name, token: tokenHash(token), area, demo: store.demo(), created: now() })
    note(store, 'deviceAdd', name)
  })
  const { publicUrl, publicUrlSaid } = parseEnvironment(process.env)
  const link = publicUrl + deviceLink(token)
  return {
    value: { ...shown(store, known(store, name)), link },
    lines: [`新增了设备 ${name}（${areaWords(store, area)}）`, '链接（只显示这一次，谁有它谁就是这台大屏） its link, shown once; whoever has it is this screen:', `  ${link}`, ...(publicUrlSaid ? [] : ['没有设置 PUBLIC_URL：在大屏上请把链接开头换成能打开本系统的地址。 PUBLIC_URL is not set: put the address by which the screen reaches this server before /screen.'])],
  }
}

const listDevices: DeviceAction = async (store) => {
  const devices = store.devices.all()
  const width = Math.max(0, ...devices.map(({ name }) => name.length))
  return { value: { devices: devices.map((device) => shown(store, device)) }, lines: devices.map(({ name, area, seen }) => `${name.padEnd(width)}  ${seen ?? '未用过 never used'}  ${areaWords(store, area)}`) }
}

const removeDevice: DeviceAction = async (store, name) => {
  const device = known(store, name)
  await written(store, () => {
    store.devices.remove(device.key)
    note(store, 'deviceRemove', device.name)
  })
  return { value: shown(store, device), lines: [`设备 ${device.name} 已移除，它的链接不能再用`] }
}

const actions: Readonly<Record<string, DeviceAction>> = { add: addDevice, list: listDevices, remove: removeDevice }

/** Whoever can run this can read the database, so nobody is asked who they are. */
export const deviceCommand: Command = {
  name: 'device', words: 'add|list|remove NAME', zh: '大屏设备：新增、列出、移除', en: 'screens that show the wall: add, list, remove',
  options: [{ name: 'area', value: 'CODE', zh: '它显示的区域，默认全市', en: 'the area it shows, by default the whole city' }],
  async run(words, values, terminal) {
    const [action, name, extra] = words
    const act = action === undefined ? undefined : actions[action]
    if (!act) throw new CommandError('unknownAction', { command: 'device', expected: Object.keys(actions).join(' '), found: action ?? '' })
    if (extra !== undefined || (action === 'list' && name !== undefined)) throw new CommandError('tooManyWords', { command: `device ${action}`, found: extra ?? name })
    if (name === undefined && action !== 'list') throw new CommandError('missingDevice', { command: `device ${action}` })
    const { value, lines } = await withAccounts(terminal, (store) => act(store, name ?? '', values))
    terminal.answer(value, lines)
    return 0
  },
}

function known(store: AccountStore, name: string): DeviceRow {
  const device = store.devices.byName(name)
  if (!device) throw new CommandError('noSuchDevice', { found: name, nearestName: nearestName(name, store.devices.all().map((one) => one.name)) })
  return device
}

/** Without the token, of which only its hash is known. */
const shown = (store: AccountStore, { name, area, created, seen }: DeviceRow) => ({ name, area: area === null ? null : { code: area, name: store.areaName(area) ?? area }, created, seen })

const areaWords = (store: AccountStore, area: string | null): string => (area === null ? '全市 whole city' : `${store.areaName(area) ?? ''} ${area}`.trim())

const note = (store: AccountStore, action: string, subject: string): void => store.audit.add({ at: now(), account: 'linli device', action, subject, outcome: 'done' })

const now = (): string => new Date().toISOString()
