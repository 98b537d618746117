/**
 * Imported before everything else: on Linux the process replaces itself once by itself with the C library told to give columns back.
 * By default glibc moves the bound above which a block gets pages of its own (mmap) up to 32 MB as soon as one is freed; the columns of a
 * loading city then lie between pieces already freed and hold their pages: measured at 200,000 buildings 80 MB of 265, at a million
 * 350 MB of 830. A fixed bound is read at the start of a process only, hence the replacement; elsewhere, and where a parent talks to the
 * process over a channel, nothing happens.
 */
const bound = 'MALLOC_MMAP_THRESHOLD_'
const bytes = 131_072

if (process.platform === 'linux' && process.env[bound] === undefined && typeof process.execve === 'function' && process.send === undefined) {
  process.execve(process.execPath, [process.execPath, '--disable-warning=ExperimentalWarning', ...process.execArgv, ...process.argv.slice(1)], { ...process.env, [bound]: String(bytes) })
}
