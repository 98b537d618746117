import type { Issue, IssueCode, Place } from '../intake/issue.ts'
import { fillSentence, type Language, type Sentence } from './sentence.ts'

/** One sentence for a person: which file, where in it, what was expected and what was found. */
export function issueText(issue: Issue, language: Language = 'zh'): string {
  const sentence = fillSentence(sentences[issue.code], issue.values, language)
  if (issue.file === '') return sentence
  const place = issue.place === null ? '' : language === 'zh' ? `（${placeText(issue.place, 'zh')}）` : ` (${placeText(issue.place, 'en')})`
  return language === 'zh' ? `${issue.file}${place}：${sentence}` : `${issue.file}${place}: ${sentence}`
}

function placeText(place: Place, language: Language): string {
  if ('byte' in place) return language === 'zh' ? `第 ${place.byte} 字节` : `byte ${place.byte}`
  if ('record' in place) return language === 'zh' ? `第 ${place.record} 条记录` : `record ${place.record}`
  if ('row' in place) return language === 'zh' ? `${place.worksheet === null ? '' : `工作表“${place.worksheet}”`}第 ${place.row} 行` : `${place.worksheet === null ? '' : `worksheet "${place.worksheet}", `}row ${place.row}`
  return language === 'zh' ? `第 ${place.line} 行第 ${place.column} 列` : `line ${place.line}, column ${place.column}`
}

const sentences: Readonly<Record<IssueCode, Sentence>> = {
  noFiles: { zh: '没有给出要导入的文件。', en: 'No file to import was given.' },
  fileMissing: { zh: '找不到这个文件。', en: 'There is no such file.' },
  fileUnreadable: { zh: '文件打不开（{found}），请检查读取权限。', en: 'The file cannot be opened ({found}); check the right to read it.' },
  fileIsFolder: { zh: '这个文件夹里没有可以导入的文件，应有：{expected}。', en: 'This folder holds no file that can be imported; expected {expected}.' },
  fileEmpty: { zh: '文件是空的。', en: 'The file is empty.' },
  extensionUnknown: { zh: '不认识扩展名 {found}，可导入的有：{expected}。', en: 'The ending {found} is not known; files that can be imported end in {expected}.' },
  contentMismatch: { zh: '内容与扩展名不符：应为 {expected}，实为 {found}。', en: 'The content does not match the ending: expected {expected}, found {found}.' },
  encodingBroken: { zh: '此处的字节不是 {encoding} 编码的文字。', en: 'The bytes here are not text in {encoding}.' },
  xmlBroken: { zh: 'XML 写法有误，读不下去。', en: 'The XML is not well-formed here.' },
  xmlTruncated: { zh: '文件没有写完：XML 元素尚未结束。', en: 'The file is cut off: an XML element is not closed.' },
  xmlNotOsm: { zh: '不是 OSM 文件：最外层应为 <osm>，实为 <{found}>。', en: 'This is no OSM file: expected <osm> at the top, found <{found}>.' },
  osmChange: { zh: '这是 OSM 变更文件（osmChange），只能导入完整的 .osm 文件。', en: 'This is an OSM change file (osmChange); only a complete .osm file can be imported.' },
  xmlAttribute: { zh: '<{element}> 的 {attribute} 应为数字并在范围内，实为“{found}”。', en: '{attribute} of <{element}> must be a number within range, found "{found}".' },
  pbfTruncated: { zh: '文件没有写完：此处应还有 {expected} 字节，只有 {found} 字节。', en: 'The file is cut off: expected {expected} more bytes here, found {found}.' },
  pbfHeaderTooLarge: { zh: '不是 OSM PBF：块头应在 1 至 {limit} 字节之间，实为 {found}。', en: 'This is no OSM PBF: a block header must have 1 to {limit} bytes, found {found}.' },
  pbfBlobTooLarge: { zh: '数据块过大：至多 {limit} 字节，声明为 {found}。', en: 'A block is too large: at most {limit} bytes, stated {found}.' },
  pbfInflatesTooLarge: { zh: '数据块解压后过大：至多 {limit} 字节，实为 {found}。', en: 'A block unpacks to too much: at most {limit} bytes, found {found}.' },
  pbfBroken: { zh: '从此处开始的数据块已损坏。', en: 'The block that starts here is damaged.' },
  pbfCompression: { zh: '数据块应为 zlib 压缩或未压缩，实为 {found}。', en: 'A block must be packed with zlib or not at all, found {found}.' },
  pbfFeature: { zh: '文件要求本程序不支持的功能：{found}。', en: 'The file requires features that are not supported: {found}.' },
  pbfFirstBlock: { zh: '不是 OSM PBF：第一块应为 OSMHeader，实为“{found}”。', en: 'This is no OSM PBF: expected OSMHeader first, found "{found}".' },
  jsonBroken: { zh: 'JSON 写法有误，此处实为“{found}”。', en: 'The JSON is not well-formed here, found "{found}".' },
  jsonTruncated: { zh: '文件没有写完：JSON 到此中断。', en: 'The file is cut off: the JSON ends here.' },
  jsonTooLarge: { zh: '文件过大：GeoJSON 至多 {limit}，实为 {found}；请分成几个文件。', en: 'The file is too large: at most {limit} for GeoJSON, found {found}; cut it into several files.' },
  jsonNotObject: { zh: '不是 GeoJSON：最外层应为对象，实为 {found}。', en: 'This is no GeoJSON: expected an object, found {found}.' },
  notGeojson: { zh: '不是 GeoJSON：type 应为 FeatureCollection，实为“{found}”。', en: 'This is no GeoJSON: expected type FeatureCollection, found "{found}".' },
  topojson: { zh: '这是 TopoJSON，请先转换为 GeoJSON。', en: 'This is TopoJSON; convert it to GeoJSON first.' },
  featuresMissing: { zh: 'FeatureCollection 里没有 features 数组。', en: 'The FeatureCollection has no array of features.' },
  featuresEmpty: { zh: '文件里没有任何要素。', en: 'The file holds no feature.' },
  crsUnknown: { zh: '文件声明的坐标系“{found}”不认识，请用 --datum 指明。', en: 'The coordinate system "{found}" stated in the file is not known; name it with --datum.' },
  shpMagic: { zh: '不是 shapefile：开头应为 {expected}，实为 {found}。', en: 'This is no shapefile: expected {expected} at the start, found {found}.' },
  shpTruncated: { zh: '文件没有写完：应有 {expected} 字节，只有 {found} 字节。', en: 'The file is cut off: expected {expected} bytes, found {found}.' },
  shpType: { zh: '不支持的图形类型 {found}，应为点、线或面。', en: 'Shape type {found} is not supported; expected points, lines or areas.' },
  shpRecord: { zh: '这条记录已损坏（{found}）。', en: 'This record is damaged ({found}).' },
  shxDiffers: { zh: '.shx 与 .shp 不成套：应有 {expected} 条，实有 {found} 条。', en: 'The .shx does not belong to the .shp: expected {expected} records, found {found}.' },
  partMissing: { zh: 'shapefile 不完整，缺少 {expected}。', en: 'The shapefile is not complete: {expected} is missing.' },
  dbfBroken: { zh: '.dbf 表头已损坏：应为 {expected}，实为 {found}。', en: 'The header of the .dbf is damaged: expected {expected}, found {found}.' },
  dbfTruncated: { zh: '文件没有写完：应有 {expected} 字节，只有 {found} 字节。', en: 'The file is cut off: expected {expected} bytes, found {found}.' },
  dbfCount: { zh: '.dbf 与 .shp 不成套：应有 {expected} 行，实有 {found} 行。', en: 'The .dbf does not belong to the .shp: expected {expected} rows, found {found}.' },
  encodingUnknown: { zh: '不认识 .cpg 里写的编码“{found}”。', en: 'The encoding "{found}" named in the .cpg is not known.' },
  projectionUnknown: { zh: '不能换算 .prj 里的坐标系“{found}”，请先转换为 CGCS2000 或用 --datum 指明。', en: 'The coordinate system "{found}" of the .prj cannot be converted; convert to CGCS2000 first or name it with --datum.' },
  csvBroken: { zh: '表格写法有误：这一行的列数或引号不对。', en: 'The table is not well-formed: this line has wrong columns or quotes.' },
  csvNoPosition: { zh: '表格里没有经度和纬度两列，也看不出是哪张台账表，字段有：{found}。', en: 'The table has no columns of longitude and latitude and is none of the sheets, its columns are {found}.' },
  sheetUnknown: { zh: '看不出{worksheet}是什么表，表头有：{found}；请用表的名字给文件或工作表命名（如 席位.csv），或用 --as seat 指明。', en: 'What {worksheetEn} is cannot be told from its headings {found}; name the file or worksheet after it (seat.csv), or say --as seat.' },
  sheetAmbiguous: { zh: '{worksheet}可能是：{candidates}；请用其中一个给文件或工作表命名，或用 --as 指明。', en: 'What {worksheetEn} is cannot be told, it may be one of {candidatesEn}; name the file or worksheet after one of them, or say --as.' },
  sheetColumnsMissing: { zh: '“{sheet}”缺少必填的列：{missing}；没有写入任何内容。可下载模板对照。', en: 'Required columns of "{sheetEn}" are missing: {missingEn}; nothing was written. A template can be downloaded.' },
  sheetColumnTwice: { zh: '“{sheet}”有两列都是“{column}”（{found}），请只留一列。', en: 'Two columns of "{sheetEn}" are both "{columnEn}" ({found}); keep one.' },
  sheetPersonal: { zh: '{worksheet}有“{found}”一列，像是个人信息。这里只收岗位、数量和单位，不收任何人的姓名、证件号、手机、民族、宗教信仰；请删去这一列再导入，没有写入任何内容。', en: 'A column of {worksheetEn}, "{found}", tells of persons. Only posts, counts and organisations are kept here, never names, ID numbers, mobile numbers, ethnicity or religion of anyone; remove it and import again. Nothing was written.' },
  sheetEmpty: { zh: '表头下面没有一行数据。', en: 'There is no row below the headings.' },
  sheetPassedOver: { zh: '工作表“{worksheet}”看不出是哪张表，没有读取；表头有：{found}。', en: 'Which sheet the worksheet "{worksheet}" is cannot be told, it was not read; its headings are {found}.' },
  sheetsBesideMaps: { zh: '台账表格和地图数据要分开导入：先导入地图数据，再导入表格（{found}）。', en: 'Sheets and map data are imported apart: the map first, then the sheets ({found}).' },
  sheetsNeedCity: { zh: '库里还没有城市：请先导入区域、建筑等地图数据，再导入台账表格。', en: 'There is no city yet: import areas and buildings first, then the sheets.' },
  sheetReplaces: { zh: '台账表格只能补充和更新，不能替换整座城市；请去掉 --replace。', en: 'Sheets add and update, they cannot replace the city; leave --replace out.' },
  sheetDatumDoubtful: { zh: '坐标系可能不对：按 {assumed}，{total} 行中 {before} 行的位置落在所写的区域内；若按 {better} 则有 {after} 行。请用 --datum 指明。', en: 'The datum may be wrong: as {assumed}, {before} of {total} rows lie in the area they name; as {better}, {after} would. Name it with --datum.' },
  tableTooLarge: { zh: '表格过大：至多 {limit} 行，实有 {found} 行；请分成几个文件。', en: 'The table is too large: at most {limit} rows, found {found}; cut it into several files.' },
  xlsxEncrypted: { zh: '这个 Excel 文件设了密码，请去掉密码另存后再导入。', en: 'This Excel file is locked by a password; save it without one and import again.' },
  xlsxOld: { zh: '这是旧版 Excel 97 文件，请用 Excel 或 WPS 另存为 .xlsx。', en: 'This is an old Excel 97 file; save it as .xlsx.' },
  xlsxBroken: { zh: '不是完好的 Excel 文件（{found}），请用 Excel 或 WPS 打开并另存为 .xlsx。', en: 'This is no sound Excel file ({found}); open it and save it as .xlsx.' },
  xlsxTooLarge: { zh: 'Excel 文件过大：解压后至多 {limit}，实为 {found}；请分成几个文件。', en: 'The Excel file is too large: at most {limit} unpacked, found {found}; cut it into several files.' },
  xlsxTooWide: { zh: '工作表至多 {limit} 列，实有 {found} 列；请删去右边的空列。', en: 'A worksheet has at most {limit} columns, found {found}; remove empty columns on the right.' },
  xlsxCell: { zh: '单元格读不出来（{found}）；请用 Excel 或 WPS 打开，重新计算并另存。', en: 'A cell cannot be read ({found}); open the file, let it calculate and save it again.' },
  zipBroken: { zh: '压缩包已损坏。', en: 'The archive is damaged.' },
  zipBomb: { zh: '拒绝解压：{name} 声明解压后有 {found} 字节，压缩后只有 {packed} 字节。', en: 'Refused to unpack: {name} states {found} bytes unpacked for {packed} packed.' },
  zipHolds: { zh: '压缩包里没有可以导入的文件，应有：{expected}。', en: 'The archive holds no file that can be imported; expected {expected}.' },
  zipEncrypted: { zh: '压缩包设了密码，请先解开。', en: 'The archive is locked by a password; unpack it first.' },
  datumUnknown: { zh: '不能换算坐标系 {found}。', en: 'The coordinate system {found} cannot be converted.' },
  coordinatesProjected: { zh: '坐标（{found}）不是经纬度，像是以米计的 {family}；请用 --datum 指明。', en: 'The coordinates ({found}) are no degrees; they look like metres of {family}; name it with --datum.' },
  coordinatesSwapped: { zh: '经度与纬度写反了：{total} 个坐标中有 {outside} 个如（{found}），应先经度后纬度。', en: 'Longitude and latitude are swapped: {outside} of {total} positions are like ({found}); expected longitude first.' },
  coordinatesOutside: { zh: '坐标超出经纬度范围：{total} 个中有 {outside} 个，例如（{found}）。', en: 'Coordinates are outside the range of degrees: {outside} of {total}, for example ({found}).' },
  coordinatesSpread: { zh: '坐标相距 {found} 度，一个库只放一座城市；请检查远处的点。', en: 'The coordinates are {found} degrees apart, yet one database holds one city; check those far off.' },
  datumDoubtful: { zh: '坐标系可能不对：按 {assumed}，{total} 个点中 {before} 个落在建筑内；若按 {better} 则有 {after} 个。', en: 'The datum may be wrong: as {assumed}, {before} of {total} points lie inside buildings; as {better}, {after} would.' },
  nothingUsable: { zh: '文件里没有建筑、道路、设施、区域或地块。', en: 'The file holds no building, street, facility, area or ground.' },
  kindUnknown: { zh: '看不出要素是什么，字段有：{found}；请用 --as buildings、roads、points 或 areas 指明。', en: 'What the features are cannot be told from the columns {found}; name it with --as buildings, roads, points or areas.' },
}
