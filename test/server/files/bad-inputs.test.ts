import { mkdirSync, symlinkSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { PbfWriter } from 'pbf'
import { describe, expect, test } from 'vitest'
import { issueCodes } from '../../../geodata/intake/issue.ts'
import { issueText } from '../../../geodata/words/issues.ts'
import { catalogue } from '../../../seeds/catalogue.ts'
import type { SourceOptions } from '../../../server/files/source.ts'
import { readSource } from '../../../server/files/source.ts'
import { osmXmlScan } from '../../../server/files/osm/xml.ts'
import { fixturePath, withFiles } from '../../tools/files.ts'
import { fileBlock, headerBlock, joined, osmPbfOf, withHeader } from '../../tools/osmPbf.ts'
import { areaShapefile } from '../../tools/shapefile.ts'

type Files = Record<string, Uint8Array | string>
type Bad = { name: string; files: () => Files; options?: Partial<SourceOptions>; zh: string; en: string }

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const collection = (...features: unknown[]): string => JSON.stringify({ type: 'FeatureCollection', features })
const feature = (geometry: unknown, properties: unknown = { building: 'yes' }): unknown => ({ type: 'Feature', properties, geometry })
const square = (x: number, y: number, side = 0.001) => [[x, y], [x + side, y], [x + side, y + side], [x, y + side], [x, y]]
const building = (x: number, y: number, side?: number): unknown => feature({ type: 'Polygon', coordinates: [square(x, y, side)] })
const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0)

const soundPbf = (): Uint8Array => osmPbfOf(osmXmlScan(fixturePath('osm/corner.osm'), 'corner.osm', { day: null }))
const pbfStart = fileBlock('OSMHeader', headerBlock())
const blobOf = (write: (blob: PbfWriter) => void): Uint8Array => {
  const blob = new PbfWriter()
  write(blob)
  return blob.finish()
}
const claimedBlob = (bytes: number): Uint8Array => {
  const header = blobOf((message) => {
    message.writeStringField(1, 'OSMData')
    message.writeVarintField(3, bytes)
  })
  return joined([Uint8Array.of(0, 0, 0, header.length), header])
}

const shapefile = () => areaShapefile([{ name: '街道', bytes: 30 }], [{ shape: [[[120, 30], [120, 30.01], [120.01, 30.01], [120, 30]]], cells: ['柳荫街道'] }], text)
const parts = (change: Partial<Record<'shp' | 'shx' | 'dbf' | 'cpg' | 'prj', Uint8Array | null>> = {}): Files => {
  const all: Record<string, Uint8Array | null> = { ...shapefile(), ...change }
  return Object.fromEntries(Object.entries(all).flatMap(([ending, bytes]) => (bytes ? [[`a.${ending}`, bytes]] : [])))
}
const changed = (bytes: Uint8Array, at: number, value: number): Uint8Array => {
  const copy = bytes.slice()
  copy[at] = value
  return copy
}

const endings = '.osm .pbf .geojson .json .shp .zip .csv .xlsx'

const table: readonly Bad[] = [
  { name: 'an empty file', files: () => ({ 'a.osm': '' }), zh: 'a.osm：文件是空的。', en: 'a.osm: The file is empty.' },
  { name: 'a file of blanks', files: () => ({ 'a.geojson': ' \n ' }), zh: 'a.geojson：文件是空的。', en: 'a.geojson: The file is empty.' },
  { name: 'an unknown ending', files: () => ({ 'a.dwg': 'AC1032' }), zh: `a.dwg：不认识扩展名 .dwg，可导入的有：${endings}。`, en: `a.dwg: The ending .dwg is not known; files that can be imported end in ${endings}.` },
  { name: 'a picture named .osm', files: () => ({ 'a.osm': png }), zh: 'a.osm：内容与扩展名不符：应为 XML，实为 PNG。', en: 'a.osm: The content does not match the ending: expected XML, found PNG.' },
  { name: 'a picture named .osm.pbf', files: () => ({ 'a.osm.pbf': png }), zh: 'a.osm.pbf：内容与扩展名不符：应为 OSM PBF，实为 PNG。', en: 'a.osm.pbf: The content does not match the ending: expected OSM PBF, found PNG.' },
  { name: 'a web page named .geojson', files: () => ({ 'a.geojson': '<!DOCTYPE html><html></html>' }), zh: 'a.geojson：内容与扩展名不符：应为 JSON，实为 HTML。', en: 'a.geojson: The content does not match the ending: expected JSON, found HTML.' },
  { name: 'text in UTF-16 named .geojson', files: () => ({ 'a.geojson': Uint8Array.of(0xff, 0xfe, 0x7b, 0) }), zh: 'a.geojson：内容与扩展名不符：应为 JSON，实为 UTF-16。', en: 'a.geojson: The content does not match the ending: expected JSON, found UTF-16.' },

  { name: 'an .osm cut off', files: () => ({ 'a.osm': '<osm version="0.6">\n<node id="1" lat="30" lon="120"/>\n' }), zh: 'a.osm（第 3 行第 0 列）：文件没有写完：XML 元素尚未结束。', en: 'a.osm (line 3, column 0): The file is cut off: an XML element is not closed.' },
  { name: 'an .osm that is not well-formed', files: () => ({ 'a.osm': '<osm>\n<node id="1" lat="30" lon="120">\n</way></osm>' }), zh: 'a.osm（第 3 行第 6 列）：XML 写法有误，读不下去。', en: 'a.osm (line 3, column 6): The XML is not well-formed here.' },
  { name: 'another XML named .osm', files: () => ({ 'a.osm': '<?xml version="1.0"?><gpx></gpx>' }), zh: 'a.osm（第 1 行第 26 列）：不是 OSM 文件：最外层应为 <osm>，实为 <gpx>。', en: 'a.osm (line 1, column 26): This is no OSM file: expected <osm> at the top, found <gpx>.' },
  { name: 'an OSM change file', files: () => ({ 'a.osm': '<osmChange></osmChange>' }), zh: 'a.osm（第 1 行第 11 列）：这是 OSM 变更文件（osmChange），只能导入完整的 .osm 文件。', en: 'a.osm (line 1, column 11): This is an OSM change file (osmChange); only a complete .osm file can be imported.' },
  { name: 'a latitude beyond the pole', files: () => ({ 'a.osm': '<osm><node id="1" lat="95" lon="120"/></osm>' }), zh: 'a.osm（第 1 行第 38 列）：<node> 的 lat 应为数字并在范围内，实为“95”。', en: 'a.osm (line 1, column 38): lat of <node> must be a number within range, found "95".' },
  { name: 'a reference that is no number', files: () => ({ 'a.osm': '<osm><way id="1"><nd ref="x"/></way></osm>' }), zh: 'a.osm（第 1 行第 30 列）：<nd> 的 ref 应为数字并在范围内，实为“x”。', en: 'a.osm (line 1, column 30): ref of <nd> must be a number within range, found "x".' },
  { name: 'an .osm in GBK', files: () => ({ 'a.osm': joined([text('<osm><node id="1" lat="30" lon="120"><tag k="name" v="'), Uint8Array.of(0xc1, 0xf8), text('"/></node></osm>')]) }), zh: 'a.osm（第 0 字节）：此处的字节不是 UTF-8 编码的文字。', en: 'a.osm (byte 0): The bytes here are not text in UTF-8.' },
  { name: 'an .osm without anything to import', files: () => ({ 'a.osm': '<osm><node id="1" lat="30" lon="120"/></osm>' }), zh: 'a.osm：文件里没有建筑、道路、设施、区域或地块。', en: 'a.osm: The file holds no building, street, facility, area or ground.' },

  { name: 'a .pbf cut off inside a block', files: () => ({ 'a.pbf': joined([pbfStart, soundPbf().slice(pbfStart.length, pbfStart.length + 60)]) }), zh: `a.pbf（第 ${pbfStart.length + 60} 字节）：文件没有写完：此处应还有 ${blockBytes()} 字节，只有 ${60 - blockHead()} 字节。`, en: `a.pbf (byte ${pbfStart.length + 60}): The file is cut off: expected ${blockBytes()} more bytes here, found ${60 - blockHead()}.` },
  { name: 'a .pbf cut off inside a length', files: () => ({ 'a.pbf': joined([pbfStart, Uint8Array.of(0, 0)]) }), zh: `a.pbf（第 ${pbfStart.length + 2} 字节）：文件没有写完：此处应还有 4 字节，只有 2 字节。`, en: `a.pbf (byte ${pbfStart.length + 2}): The file is cut off: expected 4 more bytes here, found 2.` },
  { name: 'any text named .pbf', files: () => ({ 'a.pbf': 'hello, world' }), zh: 'a.pbf（第 0 字节）：不是 OSM PBF：块头应在 1 至 65536 字节之间，实为 1751477356。', en: 'a.pbf (byte 0): This is no OSM PBF: a block header must have 1 to 65536 bytes, found 1751477356.' },
  { name: 'a .pbf that starts with data', files: () => ({ 'a.pbf': fileBlock('OSMData', headerBlock()) }), zh: 'a.pbf（第 0 字节）：不是 OSM PBF：第一块应为 OSMHeader，实为“OSMData”。', en: 'a.pbf (byte 0): This is no OSM PBF: expected OSMHeader first, found "OSMData".' },
  { name: 'a .pbf block that claims 64 MiB', files: () => ({ 'a.pbf': joined([pbfStart, claimedBlob(64 << 20)]) }), zh: `a.pbf（第 ${pbfStart.length} 字节）：数据块过大：至多 33554432 字节，声明为 67108864。`, en: `a.pbf (byte ${pbfStart.length}): A block is too large: at most 33554432 bytes, stated 67108864.` },
  { name: 'a .pbf block that states it unpacks to 1 GiB', files: () => ({ 'a.pbf': joined([pbfStart, withHeader('OSMData', blobOf((blob) => { blob.writeVarintField(2, 1 << 30); blob.writeBytesField(3, deflateSync(text('x'))) }))]) }), zh: `a.pbf（第 ${pbfStart.length} 字节）：数据块解压后过大：至多 33554432 字节，实为 1073741824。`, en: `a.pbf (byte ${pbfStart.length}): A block unpacks to too much: at most 33554432 bytes, found 1073741824.` },
  { name: 'a .pbf block that unpacks to more than it states', files: () => ({ 'a.pbf': joined([pbfStart, withHeader('OSMData', blobOf((blob) => { blob.writeVarintField(2, 10); blob.writeBytesField(3, deflateSync(new Uint8Array(40 << 20))) }))]) }), zh: `a.pbf（第 ${pbfStart.length} 字节）：数据块解压后过大：至多 33554432 字节，实为 > 33554432。`, en: `a.pbf (byte ${pbfStart.length}): A block unpacks to too much: at most 33554432 bytes, found > 33554432.` },
  { name: 'a .pbf with damaged zlib', files: () => ({ 'a.pbf': joined([pbfStart, withHeader('OSMData', blobOf((blob) => { blob.writeVarintField(2, 4); blob.writeBytesField(3, text('not zlib')) }))]) }), zh: `a.pbf（第 ${pbfStart.length} 字节）：从此处开始的数据块已损坏。`, en: `a.pbf (byte ${pbfStart.length}): The block that starts here is damaged.` },
  { name: 'a .pbf whose block is no message', files: () => ({ 'a.pbf': joined([pbfStart, fileBlock('OSMData', Uint8Array.of(0x0a, 0xff, 0xff, 0x7f, 1))]) }), zh: `a.pbf（第 ${pbfStart.length} 字节）：从此处开始的数据块已损坏。`, en: `a.pbf (byte ${pbfStart.length}): The block that starts here is damaged.` },
  { name: 'a .pbf packed with Zstandard', files: () => ({ 'a.pbf': joined([pbfStart, withHeader('OSMData', blobOf((blob) => blob.writeBytesField(7, text('....'))))]) }), zh: `a.pbf（第 ${pbfStart.length} 字节）：数据块应为 zlib 压缩或未压缩，实为 Zstandard。`, en: `a.pbf (byte ${pbfStart.length}): A block must be packed with zlib or not at all, found Zstandard.` },
  { name: 'a .pbf with history', files: () => ({ 'a.pbf': fileBlock('OSMHeader', headerBlock(['OsmSchema-V0.6', 'HistoricalInformation'])) }), zh: 'a.pbf（第 0 字节）：文件要求本程序不支持的功能：HistoricalInformation。', en: 'a.pbf (byte 0): The file requires features that are not supported: HistoricalInformation.' },

  { name: 'a GeoJSON cut off', files: () => ({ 'a.geojson': '{"type":"FeatureCollection",\n"features":[{"type":' }), zh: 'a.geojson（第 2 行第 21 列）：文件没有写完：JSON 到此中断。', en: 'a.geojson (line 2, column 21): The file is cut off: the JSON ends here.' },
  { name: 'a GeoJSON with NaN', files: () => ({ 'a.geojson': '{"type":"Point",\n"coordinates":[NaN,30]}' }), zh: 'a.geojson（第 2 行第 16 列）：JSON 写法有误，此处实为“NaN,30]}”。', en: 'a.geojson (line 2, column 16): The JSON is not well-formed here, found "NaN,30]}".' },
  { name: 'a GeoJSON in GBK', files: () => ({ 'a.geojson': joined([text('{"a":"柳'), Uint8Array.of(0xc1, 0xf8), text('"}')]) }), zh: 'a.geojson（第 9 字节）：此处的字节不是 UTF-8 编码的文字。', en: 'a.geojson (byte 9): The bytes here are not text in UTF-8.' },
  { name: 'a JSON list', files: () => ({ 'a.json': '[1,2]' }), zh: 'a.json：不是 GeoJSON：最外层应为对象，实为 [ ]。', en: 'a.json: This is no GeoJSON: expected an object, found [ ].' },
  { name: 'another JSON', files: () => ({ 'a.json': '{"type":"module"}' }), zh: 'a.json：不是 GeoJSON：type 应为 FeatureCollection，实为“module”。', en: 'a.json: This is no GeoJSON: expected type FeatureCollection, found "module".' },
  { name: 'a TopoJSON', files: () => ({ 'a.json': '{"type":"Topology","objects":{}}' }), zh: 'a.json：这是 TopoJSON，请先转换为 GeoJSON。', en: 'a.json: This is TopoJSON; convert it to GeoJSON first.' },
  { name: 'a collection without features', files: () => ({ 'a.geojson': '{"type":"FeatureCollection"}' }), zh: 'a.geojson：FeatureCollection 里没有 features 数组。', en: 'a.geojson: The FeatureCollection has no array of features.' },
  { name: 'a collection with no feature', files: () => ({ 'a.geojson': collection() }), zh: 'a.geojson：文件里没有任何要素。', en: 'a.geojson: The file holds no feature.' },
  { name: 'a crs that nobody knows', files: () => ({ 'a.geojson': `{"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"EPSG:99999"}},"features":[${JSON.stringify(building(120, 30))}]}` }), zh: 'a.geojson：文件声明的坐标系“EPSG:99999”不认识，请用 --datum 指明。', en: 'a.geojson: The coordinate system "EPSG:99999" stated in the file is not known; name it with --datum.' },
  { name: 'a crs that is only linked', files: () => ({ 'a.geojson': `{"type":"FeatureCollection","crs":{"type":"link","properties":{"href":"x.prj"}},"features":[${JSON.stringify(building(120, 30))}]}` }), zh: 'a.geojson：文件声明的坐标系“link”不认识，请用 --datum 指明。', en: 'a.geojson: The coordinate system "link" stated in the file is not known; name it with --datum.' },
  { name: 'columns that say nothing', files: () => ({ 'a.geojson': collection(feature({ type: 'Point', coordinates: [120, 30] }, { a: 1, b: 2 })) }), zh: 'a.geojson：看不出要素是什么，字段有：a, b；请用 --as buildings、roads、points 或 areas 指明。', en: 'a.geojson: What the features are cannot be told from the columns a, b; name it with --as buildings, roads, points or areas.' },
  { name: 'nothing but null geometries', files: () => ({ 'a.geojson': collection(feature(null), feature({ type: 'Polygon', coordinates: [[[null, null]]] })) }), zh: 'a.geojson：文件里没有建筑、道路、设施、区域或地块。', en: 'a.geojson: The file holds no building, street, facility, area or ground.' },
  { name: 'metres of CGCS2000 zone 39', files: () => ({ 'a.geojson': collection(building(39_448_000, 4_418_000, 50)) }), zh: 'a.geojson：坐标（39448000, 4418000）不是经纬度，像是以米计的 EPSG:4527；请用 --datum 指明。', en: 'a.geojson: The coordinates (39448000, 4418000) are no degrees; they look like metres of EPSG:4527; name it with --datum.' },
  { name: 'metres of Web Mercator', files: () => ({ 'a.geojson': collection(building(12_958_000, 4_852_000, 50)) }), zh: 'a.geojson：坐标（12958000, 4852000）不是经纬度，像是以米计的 EPSG:3857；请用 --datum 指明。', en: 'a.geojson: The coordinates (12958000, 4852000) are no degrees; they look like metres of EPSG:3857; name it with --datum.' },
  { name: 'latitude before longitude', files: () => ({ 'a.geojson': collection(building(30, 120)) }), zh: 'a.geojson：经度与纬度写反了：5 个坐标中有 5 个如（30, 120），应先经度后纬度。', en: 'a.geojson: Longitude and latitude are swapped: 5 of 5 positions are like (30, 120); expected longitude first.' },
  { name: 'huge coordinates', files: () => ({ 'a.geojson': collection(building(1e300, 1e300, 0)) }), zh: 'a.geojson：坐标超出经纬度范围：5 个中有 5 个，例如（1e+300, 1e+300）。', en: 'a.geojson: Coordinates are outside the range of degrees: 5 of 5, for example (1e+300, 1e+300).' },
  { name: 'a datum whose shift is not public', files: () => ({ 'a.geojson': collection(building(120, 30)) }), options: { datum: 'EPSG:2433' }, zh: 'a.geojson：不能换算坐标系 EPSG:2433。', en: 'a.geojson: The coordinate system EPSG:2433 cannot be converted.' },

  { name: 'a .shp without its .dbf', files: () => parts({ dbf: null }), zh: 'a.shp：shapefile 不完整，缺少 a.dbf。', en: 'a.shp: The shapefile is not complete: a.dbf is missing.' },
  { name: 'a .shp without its .shx', files: () => parts({ shx: null }), zh: 'a.shp：shapefile 不完整，缺少 a.shx。', en: 'a.shp: The shapefile is not complete: a.shx is missing.' },
  { name: 'a .shp cut off', files: () => parts({ shp: shapefile().shp.slice(0, 150) }), zh: 'a.shp（第 150 字节）：文件没有写完：应有 220 字节，只有 150 字节。', en: 'a.shp (byte 150): The file is cut off: expected 220 bytes, found 150.' },
  { name: 'a .shp of multipatches', files: () => parts({ shp: changed(shapefile().shp, 32, 31) }), zh: 'a.shp（第 32 字节）：不支持的图形类型 31，应为点、线或面。', en: 'a.shp (byte 32): Shape type 31 is not supported; expected points, lines or areas.' },
  { name: 'a .shp record whose parts run past it', files: () => parts({ shp: changed(shapefile().shp, 148, 99) }), zh: 'a.shp（第 1 条记录）：这条记录已损坏（112）。', en: 'a.shp (record 1): This record is damaged (112).' },
  { name: 'a .shx of another shapefile', files: () => parts({ shx: new Uint8Array(116) }), zh: 'a.shx：.shx 与 .shp 不成套：应有 1 条，实有 2 条。', en: 'a.shx: The .shx does not belong to the .shp: expected 1 records, found 2.' },
  { name: 'a .dbf cut off', files: () => parts({ dbf: shapefile().dbf.slice(0, 70) }), zh: 'a.dbf（第 70 字节）：文件没有写完：应有 96 字节，只有 70 字节。', en: 'a.dbf (byte 70): The file is cut off: expected 96 bytes, found 70.' },
  { name: 'a .dbf with a damaged header', files: () => parts({ dbf: changed(shapefile().dbf, 10, 99) }), zh: 'a.dbf（第 10 字节）：.dbf 表头已损坏：应为 31，实为 99。', en: 'a.dbf (byte 10): The header of the .dbf is damaged: expected 31, found 99.' },
  { name: 'a .dbf with fewer rows', files: () => parts({ dbf: changed(shapefile().dbf, 4, 0) }), zh: 'a.dbf：.dbf 与 .shp 不成套：应有 1 行，实有 0 行。', en: 'a.dbf: The .dbf does not belong to the .shp: expected 1 rows, found 0.' },
  { name: 'an unknown encoding', files: () => parts({ cpg: text('KLINGON') }), zh: 'a.cpg：不认识 .cpg 里写的编码“KLINGON”。', en: 'a.cpg: The encoding "KLINGON" named in the .cpg is not known.' },
  { name: 'an encoding that does not fit', files: () => parts({ dbf: areaShapefile([{ name: 'street', bytes: 8 }], [{ shape: [[[120, 30], [120, 30.01], [120.01, 30.01], [120, 30]]], cells: ['x'] }], (value) => (value === 'x' ? Uint8Array.of(0xc1, 0xf8, 0xd2, 0xf1) : text(value))).dbf, cpg: text('UTF-8') }), zh: 'a.dbf（第 66 字节）：此处的字节不是 UTF-8 编码的文字。', en: 'a.dbf (byte 66): The bytes here are not text in UTF-8.' },
  { name: 'a .prj of 西安80', files: () => parts({ prj: text('PROJCS["Xian_1980_3_Degree_GK_Zone_39",GEOGCS["GCS_Xian_1980"]]') }), zh: 'a.prj：不能换算 .prj 里的坐标系“Xian_1980_3_Degree_GK_Zone_39”，请先转换为 CGCS2000 或用 --datum 指明。', en: 'a.prj: The coordinate system "Xian_1980_3_Degree_GK_Zone_39" of the .prj cannot be converted; convert to CGCS2000 first or name it with --datum.' },
  { name: 'a .prj that is none', files: () => parts({ prj: text('hello') }), zh: 'a.prj：不能换算 .prj 里的坐标系“hello”，请先转换为 CGCS2000 或用 --datum 指明。', en: 'a.prj: The coordinate system "hello" of the .prj cannot be converted; convert to CGCS2000 first or name it with --datum.' },

  { name: 'a table without a position', files: () => ({ 'a.csv': '名称,类别\n甲,餐馆\n' }), zh: 'a.csv（第 1 行第 1 列）：表格里没有经度和纬度两列，也看不出是哪张台账表，字段有：名称, 类别。', en: 'a.csv (line 1, column 1): The table has no columns of longitude and latitude and is none of the sheets, its columns are 名称, 类别.' },
  { name: 'a table with a line too short', files: () => ({ 'a.csv': '名称,类别,经度,纬度\n甲,餐馆,120,30\n乙,餐馆\n' }), zh: 'a.csv（第 3 行第 1 列）：表格写法有误：这一行的列数或引号不对。', en: 'a.csv (line 3, column 1): The table is not well-formed: this line has wrong columns or quotes.' },
  { name: 'a workbook named .csv', files: () => ({ 'a.csv': zipSync({ 'xl/workbook.xml': text('<x/>') }) }), zh: 'a.csv：内容与扩展名不符：应为 CSV，实为 ZIP。', en: 'a.csv: The content does not match the ending: expected CSV, found ZIP.' },

  { name: 'a damaged zip', files: () => ({ 'a.zip': joined([text('PK'), Uint8Array.of(3, 4), text('nothing that follows')]) }), zh: 'a.zip：压缩包已损坏。', en: 'a.zip: The archive is damaged.' },
  { name: 'a zip bomb', files: () => ({ 'a.zip': zipSync({ 'a.geojson': new Uint8Array(64 << 20) }, { level: 9 }) }), zh: `a.zip：拒绝解压：a.geojson 声明解压后有 67108864 字节，压缩后只有 ${bombBytes()} 字节。`, en: `a.zip: Refused to unpack: a.geojson states 67108864 bytes unpacked for ${bombBytes()} packed.` },
  { name: 'a zip whose .shp is a picture', files: () => ({ 'a.zip': zipSync({ 'b.shp': joined([png, new Uint8Array(90)]), 'b.dbf': shapefile().dbf, 'b.shx': shapefile().shx }) }), zh: 'b.shp（第 0 字节）：不是 shapefile：开头应为 9994，实为 -1991225785。', en: 'b.shp (byte 0): This is no shapefile: expected 9994 at the start, found -1991225785.' },
  { name: 'a zip without a map', files: () => ({ 'a.zip': zipSync({ 'readme.txt': text('hello') }) }), zh: 'a.zip：压缩包里没有可以导入的文件，应有：.shp .geojson。', en: 'a.zip: The archive holds no file that can be imported; expected .shp .geojson.' },
  { name: 'a zip with a password', files: () => ({ 'a.zip': changed(zipSync({ 'a.geojson': text('{}') }), 6, 1) }), zh: 'a.zip：压缩包设了密码，请先解开。', en: 'a.zip: The archive is locked by a password; unpack it first.' },
]

function blockHead(): number {
  const head = 4 + soundPbf().slice(pbfStart.length)[3]
  return head
}

function blockBytes(): number {
  return soundPbf().length - pbfStart.length - blockHead()
}

function bombBytes(): number {
  // Local header, name, data descriptor, central header, name and end record of a zip with one file.
  return zipSync({ 'a.geojson': new Uint8Array(64 << 20) }, { level: 9 }).length - (30 + 9) - (46 + 9) - 22
}

describe('bad inputs', () => {
  test.each(table)('$name says what is wrong, in Chinese and English', async ({ files, options, zh, en }) => {
    const found = await withFiles(files(), (paths) => readSource(main(paths), { catalogue, ...options }))
    expect(found.ok).toBe(false)
    if (found.ok) return
    expect(found.issues.map((each) => issueText(each, 'zh'))).toEqual([zh])
    expect(found.issues.map((each) => issueText(each, 'en'))).toEqual([en])
  })

  test('a file that is not there, a folder without a map and no path at all say so', async () => {
    await withFiles({ 'note.txt': 'x' }, async (_, folder) => {
      mkdirSync(join(folder, '空'))
      const said = async (paths: string[]): Promise<string[]> => {
        const found = await readSource(paths, { catalogue })
        return found.ok ? [] : found.issues.map((each) => issueText(each))
      }
      expect(await said([join(folder, 'b.osm')])).toEqual(['b.osm：找不到这个文件。'])
      expect(await said([join(folder, '空')])).toEqual([`空：这个文件夹里没有可以导入的文件，应有：${endings}。`])
      expect(await said([])).toEqual(['没有给出要导入的文件。'])
    })
  })

  test('a GeoJSON too large to read in one piece is refused by its size alone, and a link that leads nowhere by its fault', async () => {
    await withFiles({ 'large.geojson': '{' }, async ([path], folder) => {
      truncateSync(path, 3 * 2 ** 30)
      symlinkSync(join(folder, 'ring.osm'), join(folder, 'ring.osm'))
      const said = async (name: string): Promise<string[]> => {
        const found = await readSource([join(folder, name)], { catalogue })
        return found.ok ? [] : found.issues.flatMap((each) => [issueText(each, 'zh'), issueText(each, 'en')])
      }
      expect(await said('large.geojson')).toEqual(['large.geojson：文件过大：GeoJSON 至多 400 MiB，实为 3072 MiB；请分成几个文件。', 'large.geojson: The file is too large: at most 400 MiB for GeoJSON, found 3072 MiB; cut it into several files.'])
      expect(await said('ring.osm')).toEqual(['ring.osm：文件打不开（ELOOP），请检查读取权限。', 'ring.osm: The file cannot be opened (ELOOP); check the right to read it.'])
    })
  })

  test('places farther apart than any city is wide raise a warning', async () => {
    await withFiles({ 'a.geojson': collection(building(120, 30), building(113, 23)) }, async (paths) => {
      const found = await readSource(paths, { catalogue })
      expect(found.ok && found.value.report.warnings.map((each) => issueText(each, 'zh'))).toEqual(['a.geojson：坐标相距 7.0 度，一个库只放一座城市；请检查远处的点。'])
    })
  })

  test('every code has a sentence in both languages that names no empty value', () => {
    for (const code of issueCodes) {
      for (const language of ['zh', 'en'] as const) expect(issueText({ code, file: 'f', place: { record: 1 }, values: {} }, language).length).toBeGreaterThan(8)
    }
  })
})

/** The file to import among those written: companions lie beside it. */
function main(paths: readonly string[]): string[] {
  return paths.filter((path) => !/\.(dbf|shx|cpg|prj)$/.test(path))
}
