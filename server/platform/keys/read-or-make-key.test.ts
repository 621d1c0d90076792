import { execFile } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { open, type FileHandle } from 'node:fs/promises'
import { promisify } from 'node:util'
import { StartupError } from '#server/platform/postgres/index'
import { readOrMakeKey } from '.'

const KEY_BYTES = 32

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'linli-keys-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string) => path.join(folder, 'keys', name)

it('makes a key at first, and reads the same one ever after', async () => {
  const key = await readOrMakeKey(folder, 'contact')
  expect(key).toHaveLength(KEY_BYTES)
  expect(await readOrMakeKey(folder, 'contact')).toEqual(key)
  expect(await readOrMakeKey(folder, 'photo')).not.toEqual(key)
})

it('lets nobody but its owner read it, and leaves nothing else behind', async () => {
  await readOrMakeKey(folder, 'contact')
  expect(statSync(file('contact')).mode & 0o777).toBe(0o600)
  expect(statSync(path.dirname(file('contact'))).mode & 0o777).toBe(0o700)
  expect(readdirSync(path.join(folder, 'keys'))).toEqual(['contact'])
})

it('has the key and its name on the disk before anything is sealed with it', async () => {
  const handle = await open(folder, 'r')
  const kinds: string[] = []
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  const sync = jest.spyOn(prototype, 'sync').mockImplementation(async function (this: FileHandle) {
    kinds.push((await this.stat()).isDirectory() ? 'folder' : 'file')
  })
  await readOrMakeKey(folder, 'contact')
  sync.mockRestore()
  await handle.close()
  expect(kinds).toEqual(['file', 'folder'])
})

it('gives everybody the same one when many make it at once', async () => {
  const keys = await Promise.all(Array.from({ length: 40 }, () => readOrMakeKey(folder, 'contact')))
  expect(new Set(keys.map((key) => key.toString('hex'))).size).toBe(1)
  expect(readdirSync(path.join(folder, 'keys'))).toEqual(['contact'])
})

it('gives several processes that start at once the same one', async () => {
  const script = `require('tsx/cjs'); require('#server/platform/keys/index')
    .readOrMakeKey(${JSON.stringify(folder)}, 'contact').then((key) => process.stdout.write(key.toString('hex')))`
  const run = () => promisify(execFile)(process.execPath, ['-e', script])
  const answers = await Promise.all([run(), run(), run()])
  expect(new Set(answers.map(({ stdout }) => stdout)).size).toBe(1)
  expect(answers[0]?.stdout).toHaveLength(2 * KEY_BYTES)
})

it.each(['', 'not a key', 'x'.repeat(33)])(
  'takes a file that is no key for what it is: %j',
  async (content) => {
    await readOrMakeKey(folder, 'contact')
    writeFileSync(file('contact'), content)
    const error = await readOrMakeKey(folder, 'contact').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(StartupError)
    expect((error as Error).message).toContain('keys/contact')
  },
)

it('says so when the folder can’t be used', async () => {
  writeFileSync(path.join(folder, 'keys'), 'in the way')
  const error = await readOrMakeKey(folder, 'contact').catch((reason: unknown) => reason)
  expect(error).toBeInstanceOf(StartupError)
  expect((error as Error).message).toMatch(/keys\/contact.*请/)
})
