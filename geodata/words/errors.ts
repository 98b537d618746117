import type { ErrorCode } from '../contract/errors.ts'
import { fillSentence, type Language, type Sentence, type SentenceDetails } from './sentence.ts'
import { jobStateWords, kindWords, levelWords, roleWords, spoken } from './terms.ts'

const storeErrorCodes = [
  'demoRefused', 'realRefused', 'badPosition', 'badCode', 'missingReference', 'badRecord', 'databaseNewer', 'notADatabase', 'databaseBusy', 'foreignDatabase', 'databaseUnopened', 'databaseReadOnly', 'diskFull', 'diskFailed', 'noCatalogue',
] as const
/** What the store refuses to take in or open. */
export type StoreErrorCode = (typeof storeErrorCodes)[number]

const startErrorCodes = [
  'badPort', 'badHost', 'badSwitch', 'tlsHalf', 'unreadableTls', 'badTls', 'badPublicUrl', 'badEmbedder', 'badMode', 'noPublicFile', 'notPublicFile', 'publicFileHere', 'badDataFolder', 'portInUse', 'portForbidden', 'addressUnavailable',
] as const
/** Why a process does not start. */
export type StartErrorCode = (typeof startErrorCodes)[number]

const commandErrorCodes = [
  'unknownCommand', 'unknownOption', 'optionNeedsValue', 'optionTakesNoValue', 'badOption', 'missingOption', 'missingPath', 'missingHours', 'tooManyWords', 'noDatabase', 'conflictingOptions', 'fileNotWritten', 'unexpected',
  'unknownAction', 'missingName', 'badName', 'nameTaken', 'unknownAccount', 'editorNeedsAreas', 'lastAdministrator', 'noPassword', 'unknownUnit', 'notHidden', 'foreignTarget', 'noFile', 'badReports', 'missingDevice', 'noSuchDevice',
] as const
/** What the command line refuses. */
export type CommandErrorCode = (typeof commandErrorCodes)[number]

export type AnyErrorCode = ErrorCode | StoreErrorCode | StartErrorCode | CommandErrorCode

/** `kind` among the details is that of a record, `level` that of an area; these, roles and states of jobs are said in the reader's language. */
export function errorSentence(code: AnyErrorCode, details: SentenceDetails, language: Language): string {
  const say = (words: Readonly<Record<string, Sentence>>, name: string): SentenceDetails => (name in details ? { [name]: spoken(words, details[name], language) } : {})
  const said: SentenceDetails = {
    ...say(kindWords, 'kind'), ...say(levelWords, 'level'), ...(code === 'needsRole' && { ...say(roleWords, 'expected'), ...say(roleWords, 'found') }), ...(code === 'jobNotDone' && say(jobStateWords, 'found')),
  }
  return fillSentence(sentences[code], { ...details, ...said }, language)
}

const sentences: Readonly<Record<AnyErrorCode, Sentence>> = {
  unknownEndpoint: { zh: '没有 {path} 这个接口，全部接口见 /api。', en: 'There is no endpoint {path}; all of them are listed at /api.' },
  methodNotAllowed: { zh: '{path} 只接受 {expected}，收到的是 {found}。', en: '{path} takes {expected} only, found {found}.' },
  unknownParameter: { zh: '没有参数 {parameter}，这里可用的参数：{expected}。', en: 'There is no parameter {parameter}; those known here: {expected}.' },
  badParameter: { zh: '参数 {parameter} 应为{expected}，收到的是“{found}”。', en: 'Parameter {parameter} should be {expected}, found "{found}".' },
  missingParameter: { zh: '缺少参数 {parameter}，它应为{expected}。', en: 'Parameter {parameter} is missing; it should be {expected}.' },
  conflictingParameters: { zh: '参数 {parameter} 和 {other} 只能给一个。', en: 'Give parameter {parameter} or {other}, not both.' },
  repeatedParameter: { zh: '参数 {parameter} 给了 {found} 次，只能给一次。', en: 'Parameter {parameter} is given {found} times; give it once.' },
  unknownArea: { zh: '没有编码为“{found}”的区域，全部区域见 /api/v1/areas。', en: 'There is no area with code "{found}"; all areas are listed at /api/v1/areas.' },
  unknownCategory: { zh: '没有“{found}”这个类别，可用的类别：{expected}。', en: 'There is no category "{found}"; known categories: {expected}.' },
  unknownRegister: { zh: '没有“{found}”这本台账，或者它还没有数据，全部台账见 /api/v1/registers。', en: 'There is no register "{found}", or it has no data; those there are stand at /api/v1/registers.' },
  unknownBuilding: { zh: '没有编号为“{found}”的楼栋。', en: 'There is no building with id "{found}".' },
  unknownFormat: { zh: '没有“{found}”这种格式，可用的格式：{expected}。', en: 'There is no format "{found}"; known formats: {expected}.' },
  unknownTile: { zh: '没有瓦片 {found}，应为{expected}。', en: 'There is no tile {found}; expected {expected}.' },
  badCursor: { zh: '游标“{found}”不属于这次查询，请从第一页重新取。', en: 'The cursor "{found}" does not belong to this query; start again from the first page.' },
  staleVersion: { zh: '数据已更新到版本 {expected}，请求的版本 {found} 已失效，请重新取。', en: 'The city is now at version {expected}; the version asked for, {found}, has gone. Ask again.' },
  emptyCity: { zh: '库里还没有楼栋，请先导入数据。', en: 'There are no buildings yet; import some first.' },
  unknownSubject: { zh: '找不到“{found}”，清单事项应写成：{expected}。', en: 'There is nothing under "{found}"; the subject of a task is {expected}.' },
  taskExists: { zh: '“{found}”已在清单中，编号 {task}。', en: '"{found}" is on the list already, as {task}.' },
  unknownEdition: { zh: '没有编号为“{found}”的定版，全部定版见 /api/v1/editions。', en: 'There is no edition "{found}"; all of them are listed at /api/v1/editions.' },
  editionTooFine: { zh: '定版“{edition}”的人数按每组不少于 {found} 合并，现在规定不少于 {expected}，不再显示；请重新定版。', en: 'The edition "{edition}" counts people in groups of {found} or more, and the rule now asks for {expected}: it is not shown any longer; freeze a new one.' },
  editionDamaged: { zh: '定版“{found}”的内容与定版时的校验值不符，可能已损坏，不再作答；请从备份恢复数据库。', en: 'The edition "{found}" is no longer what its digest says was frozen and answers nothing; restore the database from a backup.' },
  editionExists: { zh: '已经有名为“{found}”的定版，定版不能改，请换一个名字。', en: 'There is already an edition called "{found}", and editions are never changed; choose another name.' },
  otherOutlines: { zh: '定版“{edition}”是按当时的楼栋存的，现在的楼栋已经不同，不能一一对应。', en: 'The edition "{edition}" was frozen with other buildings than the map shows now; they cannot be matched one by one.' },
  notFrozen: { zh: '定版“{edition}”里没有这一项：{found}。', en: 'The edition "{edition}" does not hold this: {found}.' },
  unknownTour: { zh: '没有编号为“{found}”的讲解路线，可能已被删除。', en: 'There is no tour "{found}"; somebody may have removed it.' },
  tourChanged: { zh: '讲解路线“{found}”刚被 {actor} 在 {at} 改过，请先看过再决定。', en: 'The tour "{found}" was changed by {actor} at {at} in the meantime; look at it before you choose.' },
  tourExists: { zh: '编号“{found}”的讲解路线已经有了。', en: 'There is already a tour "{found}".' },
  tooManyTours: { zh: '讲解路线最多 {expected} 条，请先删去不用的。', en: 'There may be {expected} tours at most; remove one first.' },
  foreignHost: { zh: '不能用主机名“{found}”访问，请用 {expected}。', en: 'This server does not answer to the host name "{found}"; use {expected}.' },
  foreignOrigin: { zh: '这个请求来自别的网站（{found}），已拒绝。', en: 'The request comes from another site ({found}) and was refused.' },
  notLoggedIn: { zh: '{path} 需要登录。', en: '{path} asks for a log-in.' },
  badCredentials: { zh: '用户名或口令不对。', en: 'The name or the password is wrong.' },
  lockedOut: { zh: '连续输错 {found} 次，这个用户名已锁定，{minutes} 分钟后再试。', en: 'After {found} wrong attempts this name is locked; try again in {minutes} minutes.' },
  sessionEnded: { zh: '登录已失效，请重新登录。', en: 'The log-in has ended; log in again.' },
  passwordChangeDue: { zh: '这是一次性口令，请先修改口令。', en: 'This is a one-time password; change it first.' },
  weakPassword: { zh: '新口令{expected}。', en: 'The new password {expected}.' },
  needsRole: { zh: '{path} 需要“{expected}”权限，当前是“{found}”。', en: '{path} needs the role "{expected}"; yours is "{found}".' },
  outsideAreas: { zh: '“{found}”不在您负责的区域（{expected}）内。', en: '"{found}" lies outside your areas ({expected}).' },
  wholeCityOnly: { zh: '这件事关系全市，只有负责全市的账号可以做；您负责的是：{expected}。', en: 'This concerns the whole city, and only an account of the whole city may do it; yours is of: {expected}.' },
  limitNotListed: { zh: '“{found}”不是目录里的范围，您的权限可用：{expected}。', en: '"{found}" is no limit of the catalogue; yours are: {expected}.' },
  areaTooFine: { zh: '您的权限看到{level}为止，“{found}”不在其中。', en: 'You may see figures down to the {level}; "{found}" is not among them.' },
  tooManyRequests: { zh: '请求太频繁，请 {seconds} 秒后再试。', en: 'Too many requests; try again in {seconds} seconds.' },
  deviceEnded: { zh: '这台大屏设备已被移除，请管理员重新添加。', en: 'This screen has been removed; an administrator can add it again.' },
  badDeviceToken: { zh: '设备链接无效或已被移除，请管理员重新添加。', en: 'The link of this screen is not valid or was removed; an administrator can add it again.' },
  notForDevice: { zh: '大屏设备“{found}”只能读取大屏要用的内容，{path} 不在其中。', en: 'The screen "{found}" may read what a wall shows; {path} is not part of that.' },
  badDeviceName: { zh: '设备名应为 1 至 40 个字母、数字、汉字、空格或 - _ . · # 括号，首尾是文字，收到的是“{found}”。', en: 'The name of a screen should be 1 to 40 letters, digits, Chinese characters, spaces or - _ . · # and brackets, beginning and ending with a word; found "{found}".' },
  deviceTaken: { zh: '已经有设备“{found}”。', en: 'There is already a screen "{found}".' },
  unknownDevice: { zh: '没有设备“{found}”。', en: 'There is no screen "{found}".' },
  wrongCode: { zh: '码不对或已失效，请看大屏上的六位码。', en: 'The code is wrong or has ended; look at the six digits on the wall.' },
  steeringEnded: { zh: '这次讲解已结束，请在大屏上取新的码。', en: 'This steering has ended; get a new code on the wall.' },
  wrongMediaType: { zh: '请求内容应为 {expected}，收到的是 {found}。', en: 'The content should be {expected}, found {found}.' },
  badJson: { zh: '请求内容不是完整的 JSON：{found}。', en: 'The content is no complete JSON: {found}.' },
  invalidRecord: { zh: '有 {count} 处需要改正：{found}', en: 'There are {count} things to correct: {found}' },
  unknownRecord: { zh: '没有编号为“{found}”的{kind}。', en: 'There is no {kind} with id "{found}".' },
  recordExists: { zh: '编号“{found}”的{kind}已经有了。', en: 'There is already a {kind} with id "{found}".' },
  ifMatchMissing: { zh: '修改前要先读出这条记录，并在 If-Match 里带上它的 etag。', en: 'Read the record first and name its etag in If-Match.' },
  changedMeanwhile: { zh: '“{found}”刚被 {actor} 在 {at} 改过，请看过两个版本再决定。', en: '"{found}" was changed by {actor} at {at} in the meantime; look at both versions and choose.' },
  inUse: { zh: '“{found}”还被 {count} 条记录引用（例如“{example}”），不能删除。', en: '"{found}" is named by {count} other records ("{example}" for one) and cannot be removed.' },
  notRestorable: { zh: '不能恢复：{found}', en: 'This cannot be restored: {found}' },
  writerBusy: { zh: '正在写入一批数据（{found}），请稍候再保存；您填的内容还在。', en: 'A larger load is being written ({found}); save again in a moment, nothing you typed is lost.' },
  diskTrouble: { zh: '没有写入：{found}', en: 'Nothing was written: {found}' },
  unknownJob: { zh: '没有编号为“{found}”的任务。', en: 'There is no job "{found}".' },
  jobNotDone: { zh: '任务没有结果文件（{found}）：导出完成后才有，保留 7 天。', en: 'The job has no file ({found}): an export has one once it is done, for seven days.' },
  uploadIncomplete: { zh: '文件没有传完：应有 {expected} 字节，收到 {found} 字节，请重新上传。', en: 'The file did not arrive whole: expected {expected} bytes, received {found}; send it again.' },
  asOfUnknown: { zh: '只知道 {from} 至 {to} 的数据，“{found}”不在其中。', en: 'The data are known from {from} to {to}; "{found}" is not among these days.' },
  notReady: { zh: '正在载入数据，请稍候再试。', en: 'The city is still loading; try again in a moment.' },
  tooLarge: { zh: '请求超过 {expected}，收到的是 {found}。', en: 'The request is over {expected}, found {found}.' },
  internal: { zh: '服务器内部出错，已记录，请求编号 {request}。', en: 'Something went wrong on the server; it is logged under request {request}.' },

  demoRefused: { zh: '库里是示意数据“{found}”，真实数据不能与它混在一起；确要替换，请加 --replace。', en: 'The database holds the demonstration city "{found}" and nothing may be mixed into it; to replace it, add --replace.' },
  realRefused: { zh: '库里是真实数据“{found}”，示意数据不能与它混在一起；确要替换，请加 --replace。', en: 'The database holds the real city "{found}" and demonstration data may not be mixed into it; to replace it, add --replace.' },
  badPosition: { zh: '{record} 的坐标应为经度 -180 至 180、纬度 -90 至 90，收到的是“{found}”。', en: '{record}: a position should be longitude -180 to 180 and latitude -90 to 90, found "{found}".' },
  badCode: { zh: '{record} 的编码应为 {expected} 位数字，收到的是“{found}”。', en: '{record}: the code should have {expected} digits, found "{found}".' },
  missingReference: { zh: '{record} 的 {field} 指向“{found}”，但没有这一条记录。', en: '{record}: {field} names "{found}", and there is no such record.' },
  badRecord: { zh: '{record} 不合规则：{found}。', en: '{record} breaks a rule of the database: {found}.' },
  databaseNewer: { zh: '数据库 {path} 的结构版本是 {found}，本程序只认到 {expected}，请升级程序。', en: 'The database {path} has structure version {found}, this program knows up to {expected}; upgrade the program.' },
  notADatabase: { zh: '{path} 不是邻里一张图的数据库，也可能已损坏。', en: '{path} is not a database of this program, or it is damaged.' },
  databaseBusy: { zh: '另一个程序正在写数据库 {path}，请稍候再试。', en: 'Another process is writing to the database {path}; try again in a moment.' },
  foreignDatabase: { zh: '{path} 是别的程序的数据库（里面有表 {found}），没有改动它；请换一个 LINLI_DATA。', en: '{path} is the database of another program (it holds a table {found}) and was left alone; choose another LINLI_DATA.' },
  databaseUnopened: { zh: '打不开数据库 {path}：应为可读写的文件，所在文件夹应可写。', en: 'The database {path} cannot be opened; it should be a file that can be read and written, in a folder that can be written to.' },
  databaseReadOnly: { zh: '数据库 {path} 是只读的，应可写入。', en: 'The database {path} can only be read; it should be writable.' },
  diskFull: { zh: '磁盘已满，没有写入数据库 {path}；腾出空间后再试。', en: 'The disk is full and nothing was written to the database {path}; make room and try again.' },
  diskFailed: { zh: '读写数据库 {path} 时磁盘出错（{found}）。', en: 'The disk failed while the database {path} was read or written ({found}).' },
  noCatalogue: { zh: '数据库里没有目录（类别、步速、标准）,请先运行 demo 或 import。', en: 'The database has no catalogue of categories, profiles and standards; run demo or import first.' },

  badPort: { zh: 'PORT 应为 0 至 65535 的整数，收到的是“{found}”。', en: 'PORT should be a whole number from 0 to 65535, found "{found}".' },
  badHost: { zh: 'HOST 不能为空，应为 127.0.0.1（只限本机）、0.0.0.0（所有网卡）或本机的一个地址。', en: 'HOST must not be empty; it should be 127.0.0.1 (this machine only), 0.0.0.0 (every network) or one address of this machine.' },
  badSwitch: { zh: '{name} 应为 0 或 1，收到的是“{found}”。', en: '{name} should be 0 or 1, found "{found}".' },
  tlsHalf: { zh: '有 {found} 就要有 {expected}：证书和私钥两个文件缺一不可。', en: '{found} needs {expected} beside it: both the certificate and its key.' },
  unreadableTls: { zh: '{name} 应为可读的 PEM 文件，“{found}”读不了（{reason}）。', en: '{name} should be a PEM file that can be read; "{found}" cannot be ({reason}).' },
  badTls: { zh: 'TLS_CERT 和 TLS_KEY 应为一对 PEM 格式的证书和私钥，现在不能用：{found}。', en: 'TLS_CERT and TLS_KEY should be a certificate and its key as PEM; these cannot be used: {found}.' },
  badEmbedder: { zh: 'LINLI_EMBED 应为允许嵌入的网址，http:// 或 https:// 开头、不带路径，几个之间用空格隔开，收到的是“{found}”。', en: 'LINLI_EMBED should be addresses of sites beginning with http:// or https:// and without a path, parted by spaces, found "{found}".' },
  badPublicUrl: { zh: 'PUBLIC_URL 应为 http:// 或 https:// 开头、不带路径的网址，收到的是“{found}”。', en: 'PUBLIC_URL should be an address beginning with http:// or https:// and without a path, found "{found}".' },
  badMode: { zh: 'LINLI_MODE 应为 house（内部使用，默认）或 public（只给公众看），收到的是“{found}”。', en: 'LINLI_MODE should be house (the usual) or public (for the public alone), found "{found}".' },
  noPublicFile: { zh: '没有公众版数据文件 {path}。请在内部服务器上运行 npm run linli -- export --public 文件名，把文件放到这里，或用 LINLI_FILE 指明位置。', en: 'There is no public file {path}. Make one on the house\'s server with npm run linli -- export --public FILE and put it there, or say where it is with LINLI_FILE.' },
  notPublicFile: { zh: '{path} 不是 linli export --public 做出的公众版数据文件，没有打开它。', en: '{path} is no public file made by linli export --public and was not shown.' },
  publicFileHere: { zh: '{path} 是公众版数据文件，没有居民数和台账；请用 LINLI_MODE=public 启动，或换一个 LINLI_DATA。', en: '{path} is a public file without residents and registers; start with LINLI_MODE=public or choose another LINLI_DATA.' },
  badDataFolder: { zh: 'LINLI_DATA 应为可写的文件夹，“{found}”不能用（{reason}）。', en: 'LINLI_DATA should be a folder that can be written to; "{found}" cannot be used ({reason}).' },
  portInUse: { zh: '端口 {found} 已被占用，请先停掉占用它的程序，或用 PORT=另一个端口 启动。', en: 'Port {found} is in use; stop what uses it or start with another PORT.' },
  portForbidden: { zh: '没有权限使用端口 {found}，请用 PORT=1024 以上的端口 启动。', en: 'Port {found} may not be used without rights; start with a PORT above 1024.' },
  addressUnavailable: { zh: '本机没有地址 {found}，HOST 应为 127.0.0.1（只限本机）、0.0.0.0（所有网卡）或本机的一个地址。', en: 'This machine has no address {found}; HOST should be 127.0.0.1 (this machine only), 0.0.0.0 (every network) or one address of this machine.' },

  unknownCommand: { zh: '没有命令“{found}”{nearest}。全部命令：{expected}。', en: 'There is no command "{found}"{nearest}. Commands: {expected}.' },
  unknownOption: { zh: '命令 {command} 没有选项 {found}{nearest}。可用的选项：{expected}。', en: 'Command {command} has no option {found}{nearest}. Options: {expected}.' },
  optionNeedsValue: { zh: '选项 {found} 后面要有值。', en: 'Option {found} needs a value.' },
  optionTakesNoValue: { zh: '选项 {found} 不带值。', en: 'Option {found} takes no value.' },
  badOption: { zh: '选项 {option} 应为{expected}，收到的是“{found}”。', en: 'Option {option} should be {expected}, found "{found}".' },
  missingOption: { zh: '命令 {command} 缺少选项 {option}。', en: 'Command {command} needs option {option}.' },
  missingPath: { zh: '命令 {command} 后面要有至少一个文件或文件夹。', en: 'Command {command} needs at least one file or folder.' },
  missingHours: { zh: '命令 {command} 后面要有开放时间，例如 "周一至周五 8:30-17:30"。', en: 'Command {command} needs opening hours, such as "Mo-Fr 08:30-17:30".' },
  tooManyWords: { zh: '命令 {command} 不认识“{found}”。', en: 'Command {command} does not know "{found}".' },
  noDatabase: { zh: '{path} 里还没有数据库，请先运行 demo 或 import。', en: 'There is no database in {path} yet; run demo or import first.' },
  conflictingOptions: { zh: '选项 {option} 和 {other} 只能给一个。', en: 'Give option {option} or {other}, not both.' },
  fileNotWritten: { zh: '写不了文件 {path}（{found}）。', en: 'The file {path} cannot be written ({found}).' },
  unknownAction: { zh: '命令 {command} 后面应为 {expected}，收到的是“{found}”。', en: 'Command {command} should be followed by {expected}, found "{found}".' },
  missingName: { zh: '{command} 后面要有用户名。', en: '{command} needs the name of an account.' },
  badName: { zh: '用户名应为 2 至 40 个字母、数字、汉字或 - _ .，收到的是“{found}”。', en: 'A name should be 2 to 40 letters, digits, Chinese characters or - _ ., found "{found}".' },
  nameTaken: { zh: '已经有用户“{found}”（{role}）。', en: 'There is already an account "{found}" ({role}).' },
  unknownAccount: { zh: '没有用户“{found}”{nearest}。', en: 'There is no account "{found}"{nearest}.' },
  editorNeedsAreas: { zh: '数据员要有负责的区域：--areas 编码,编码；确要全市，写 --areas all。', en: 'An editor needs areas: --areas CODE,CODE; for the whole city write --areas all.' },
  lastAdministrator: { zh: '“{found}”是最后一个可用的管理员，不能停用。', en: '"{found}" is the last administrator who can log in and cannot be disabled.' },
  unknownUnit: { zh: '没有编号为“{found}”的驻区单位{nearest}。', en: 'There is no unit with id "{found}"{nearest}.' },
  notHidden: { zh: '“{found}”没有被隐藏{nearest}。', en: '"{found}" is not hidden{nearest}.' },
  foreignTarget: { zh: '{path} 已经存在，而且不是以前导出的公众版数据文件，没有覆盖它。', en: '{path} is there already and is no public file of an earlier export; it was not overwritten.' },
  noFile: { zh: '没有文件 {found}。', en: 'There is no file {found}.' },
  badReports: { zh: '{path} 第 {found} 行不是一条纠错记录，没有写入任何内容；它应是公众版服务器数据文件夹里的 reports.jsonl。', en: '{path}: line {found} is no report and nothing was written; it should be the reports.jsonl in the data folder of the public server.' },
  missingDevice: { zh: '{command} 后面要有设备名，例如 一楼大厅。', en: '{command} needs the name of a screen, such as Lobby.' },
  noSuchDevice: { zh: '没有设备“{found}”{nearest}。', en: 'There is no screen "{found}"{nearest}.' },
  noPassword: { zh: '标准输入里没有口令。', en: 'There is no password on standard input.' },
  unexpected: { zh: '出错了：{found}', en: 'Something went wrong: {found}' },
}
