/** Imported before anything native: better-sqlite3 13 kills an older Node without a word (segmentation fault on Node 20). */
const needed = 24
const found = process.versions.node

if (Number(found.split('.')[0]) < needed) {
  console.error(`需要 Node ${needed} 或更新,现在是 ${found};请用 npm start 启动。 Node ${needed} or later is needed, found ${found}; start with npm start.`)
  process.exit(1)
}
