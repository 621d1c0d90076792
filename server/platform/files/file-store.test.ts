import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { startS3Server, type S3Server } from '../../../tests/s3/protocol-server'
import { createDiskStore } from './disk-store'
import { FileStoreError, type FileStore } from './file-store'
import { openFileStore } from './open-file-store'
import { createS3Store } from './s3-store'

let folder: string
let s3: S3Server

beforeAll(async () => {
  s3 = await startS3Server()
})
afterAll(() => s3.close())
beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'linli-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const KEY = '01a1ffec-8614-703c-8e1d-8d2c3d275ffb/5f/a-display.jpg'
const BYTES = Buffer.from([0xff, 0xd8, 0, 1, 2, 3])
const STORES: [string, () => FileStore][] = [
  ['a folder', () => createDiskStore(folder)],
  ['a bucket', () => createS3Store(s3.settings)],
]

describe.each(STORES)('%s', (_name, store) => {
  it('gives back what was put there, and the newer of two', async () => {
    await store().put(KEY, BYTES)
    expect(await store().get(KEY)).toEqual(BYTES)
    await store().put(KEY, Buffer.from('again'))
    expect((await store().get(KEY))?.toString()).toBe('again')
  })

  it('answers nothing for what is not there, or no longer', async () => {
    await store().put(KEY, BYTES)
    await store().remove([KEY, KEY.replace('display', 'thumb')])
    expect(await store().get(KEY)).toBeUndefined()
  })

  it('may be told twice to remove something', async () => {
    await store().put(KEY, BYTES)
    await store().remove([KEY])
    await store().remove([KEY])
    expect(await store().get(KEY)).toBeUndefined()
  })
})

const failureOf = (work: Promise<unknown>) =>
  work.then(
    () => 'no failure',
    (error: unknown) => {
      expect(error).toBeInstanceOf(FileStoreError)
      const { code, full } = error as FileStoreError
      return { code, full }
    },
  )

describe('a folder', () => {
  it('holds no half of a file: a put that was cut off left a part, and removing takes it too', async () => {
    await createDiskStore(folder).put(KEY, BYTES)
    const inside = path.join(folder, path.dirname(KEY))
    expect(await readdir(inside)).toEqual(['a-display.jpg'])
    await writeFile(path.join(inside, 'a-display.jpg.part'), 'half')
    await createDiskStore(folder).remove([KEY])
    expect(await readdir(inside)).toEqual([])
  })

  it('says that the disk refuses, and leaves nothing', async () => {
    await writeFile(
      path.join(folder, '01a1ffec-8614-703c-8e1d-8d2c3d275ffb'),
      'a file where a folder should be',
    )
    expect(await failureOf(createDiskStore(folder).put(KEY, BYTES))).toEqual({
      code: expect.stringMatching(/EEXIST|ENOTDIR/),
      full: false,
    })
  })

  it.each(['../etc/passwd', '/etc/passwd', 'a/../b.jpg', 'a//b.jpg', 'a/b', 'a\0.jpg', 'A/b.jpg'])(
    'has no place for %j',
    async (key) => {
      await expect(createDiskStore(folder).put(key, BYTES)).rejects.toThrow(/No key/)
    },
  )

  it('is the default', async () => {
    const store = await openFileStore({ dataDir: folder, s3: undefined }, 'photos')
    await store.put('a/b.jpg', BYTES)
    expect(await readdir(path.join(folder, 'photos', 'a'))).toEqual(['b.jpg'])
  })
})

describe('a bucket', () => {
  const impatient = () => createS3Store(s3.settings, { connectMs: 200, answerMs: 200, attempts: 2 })

  it('is used where one is set', async () => {
    const store = await openFileStore({ dataDir: folder, s3: s3.settings }, 'photos')
    await store.put('used/here.jpg', BYTES)
    expect(s3.objects.get('used/here.jpg')).toEqual(BYTES)
    expect(await readdir(folder)).toEqual([])
  })

  it.each(['status 503', 'hangs up', 'never answers'] as const)(
    'is asked once more when it %s',
    async (how) => {
      s3.failNext(how)
      await impatient().put(KEY, BYTES)
      expect(s3.objects.get(KEY)).toEqual(BYTES)
    },
  )

  it.each([
    ['status 503', 'SlowDown'],
    ['never answers', 'TimeoutError'],
  ] as const)('that always %s is away', async (how, code) => {
    s3.failNext(how, 2)
    expect(await failureOf(impatient().put('other.jpg', BYTES))).toEqual({ code, full: false })
    expect(s3.objects.has('other.jpg')).toBe(false)
  })

  it('that has no room says so, and one that refuses us is away', async () => {
    s3.failNext('quota')
    expect(await failureOf(impatient().put(KEY, BYTES))).toEqual({ code: 'QuotaExceeded', full: true })
    s3.failNext('access denied')
    expect(await failureOf(impatient().get(KEY))).toEqual({ code: 'AccessDenied', full: false })
  })

  it('of another name is away, too', async () => {
    const lost = createS3Store({ ...s3.settings, bucket: 'nowhere' })
    expect(await failureOf(lost.get(KEY))).toEqual({ code: 'NoSuchBucket', full: false })
  })
})
