import { uploadPhotoEndpoint, PHOTO_WAIT_HOURS } from '#core/photos'
import { ApiError, postTo } from '../call-endpoint'
import { isWeapp } from '../device'
import { isOffline } from '../network'
import { randomId } from '../random-id'
import { NetworkError, ReadableError } from '../readable-error'
import { sessionToken } from '../session'
import { uploadPhoto } from '../upload-photo'
import { bodyOf, type Letter, type LetterPhoto } from './letter'

/** This life of the page: on the H5 site a chosen file ends with it. */
export const LIFE = isWeapp ? undefined : `${Date.now()}-${Math.random()}`

/** The server forgets a photo that nobody used; some time is left for the words. */
const HOLDS_MS = (PHOTO_WAIT_HOURS - 2) * 3_600_000

const LOST = '有张照片要重新拍：请点改一改，拿掉它再拍一次。'

type Save = (part: Partial<Letter>) => void

/**
 * Sends one letter: first the photos that have not arrived, then the words. How far it came is saved before anything
 * depends on it, so that it goes on there after the app was killed. Never sent as somebody else: whoever signs out
 * meanwhile keeps the rest on the phone.
 */
export async function deliverLetter(letter: Letter, save: Save): Promise<unknown> {
  const sender = { token: sessionToken(), save }
  if (await isOffline()) throw new NetworkError('offline')
  const ready = await withPhotos(letter, sender, (photo) => isHeld(letter, photo))
  try {
    return await sendWords(ready, sender)
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'PHOTO_UNKNOWN' || !hasFiles(letter)) throw error
    // The server has forgotten photos that arrived, so the words did not: all of it goes out anew.
    return sendWords(await withPhotos(ready, sender, () => false), sender)
  }
}

interface Sender {
  token: string | undefined
  save: Save
}

function sendWords(letter: Letter, { token, save }: Sender): Promise<unknown> {
  mustStillBe(token)
  if (letter.triedAt === undefined) save({ triedAt: Date.now() })
  return postTo(letter.path, bodyOf(letter), letter.key)
}

/** Words that went out once go out again with the same photos: another body under the same key would be refused. */
function isHeld({ communityId, triedAt }: Letter, { sent }: LetterPhoto): boolean {
  if (!sent || sent.communityId !== communityId) return false
  return triedAt !== undefined || Date.now() - sent.at < HOLDS_MS
}

/** Whether this page has all that it takes: on the H5 site another page may hold the photos, and still send it. */
export function canSendHere(letter: Letter): boolean {
  return Object.values(letter.photos).every((items) =>
    items.every((photo) => isHeld(letter, photo) || isHere(letter, photo)),
  )
}

function hasFiles(letter: Letter): boolean {
  return Object.values(letter.photos).every((items) => items.every((photo) => isHere(letter, photo)))
}

function isHere({ life }: Letter, { file }: LetterPhoto): boolean {
  return file !== undefined && life === LIFE
}

async function withPhotos(
  letter: Letter,
  sender: Sender,
  isOnServer: (photo: LetterPhoto) => boolean,
): Promise<Letter> {
  let now = letter
  for (const [field, items] of Object.entries(letter.photos)) {
    for (const [index, photo] of items.entries()) {
      if (isOnServer(photo)) continue
      if (!isHere(letter, photo)) throw new ReadableError(LOST, 'photoIds')
      const put = (part: Partial<LetterPhoto>) => {
        const all = (now.photos[field] ?? []).map((one, at) => (at === index ? { ...one, ...part } : one))
        now = { ...now, photos: { ...now.photos, [field]: all } }
        sender.save({ photos: now.photos })
      }
      await sendPhoto(letter, photo, sender, put)
    }
  }
  return now
}

async function sendPhoto(
  { communityId }: Letter,
  { file = '', sent, key: before }: LetterPhoto,
  { token }: Sender,
  put: (part: Partial<LetterPhoto>) => void,
): Promise<void> {
  mustStillBe(token)
  // Under its old key the server would answer with the photo that it has forgotten.
  const key = sent || before === undefined ? await randomId() : before
  put({ key, sent: undefined })
  const { photoId, thumbUrl } = await uploadPhoto(uploadPhotoEndpoint, { params: { communityId }, file, key })
  put({ sent: { photoId, thumbUrl, communityId, at: Date.now() } })
}

function mustStillBe(token: string | undefined): void {
  if (token === undefined || sessionToken() !== token) throw new NetworkError('signed out')
}
