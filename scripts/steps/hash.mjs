import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** One fingerprint of files and folders: names and contents, in a fixed order. What does not exist counts as empty. */
export function hashOf(paths) {
  const hash = createHash('sha256')
  for (const file of paths.flatMap(filesBelow).sort()) hash.update(file).update('\0').update(fs.readFileSync(file)).update('\0')
  return hash.digest('hex')
}

function filesBelow(place) {
  const stat = fs.statSync(place, { throwIfNoEntry: false })
  if (!stat) return []
  return stat.isDirectory() ? fs.readdirSync(place).flatMap((name) => filesBelow(path.join(place, name))) : [place]
}

/** Whether the fingerprint differs from the one written in `file` at the last success. */
export function isChanged(file, hash) {
  return !fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== hash
}

export function remember(file, hash) {
  fs.mkdirSync(path.dirname(file), { recursive: true })
  fs.writeFileSync(file, hash)
}
