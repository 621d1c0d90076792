import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import { readOwnPicture, type OwnPhoto } from '#server/photos/index'
import type { FileStore } from '#server/platform/files/index'
import { dataAsJson } from './archive-data'
import { dataAsPage } from './archive-page'
import type { ReadingAll } from './read-rows'

/** What goes into an archive. */
export interface ArchiveContent {
  reading: ReadingAll
  photos: readonly OwnPhoto[]
  store: FileStore
  madeAt: Date
}

/**
 * The archive as a stream of one ZIP: each file is read when its turn comes, so that neither all rows nor all photos are
 * ever held at once.
 */
export function writeArchive({ reading, photos, store, madeAt }: ArchiveContent): Readable {
  const zip = new ZipFile()
  const output = (zip.outputStream as Readable).setMaxListeners(0)
  const add = (name: string, content: () => AsyncIterable<string | Buffer>, compress = true) =>
    zip.addReadStreamLazy(name, { mtime: madeAt, compress }, (ready) => {
      const stream = Readable.from(content(), { objectMode: false })
      // yazl hears nothing of what goes wrong in a file: without this the archive would wait for it for ever.
      stream.on('error', (error) => output.destroy(error))
      output.once('close', () => stream.destroy())
      ready(null, stream)
    })
  zip.on('error', (error: Error) => output.destroy(error))
  add('我的数据.html', () => dataAsPage(reading, madeAt))
  add('data.json', () => dataAsJson(reading, madeAt))
  for (const photo of photos) add(`photos/${photo.photoId}.jpg`, () => pictureOf(store, photo), false)
  zip.end()
  return output
}

async function* pictureOf(store: FileStore, photo: OwnPhoto): AsyncGenerator<Buffer> {
  const bytes = await readOwnPicture(store, photo)
  if (bytes) yield bytes
}
