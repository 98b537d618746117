/** Imported by what starts a process, before anything is written: database, uploads and results hold counts, accounts and hashes, and are for whoever runs us alone. */
process.umask(0o077)
