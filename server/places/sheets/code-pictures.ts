import { DOOR_PAGE } from '#core/places'
import { createTurns } from '#server/platform/turns'
import type { ServerParts } from '#server/platform/http/parts'

/** What is printed for a code: WeChat's picture, or an address to make a QR code of. */
export type CodePicture = { wechat: Buffer } | { address: string }

type Parts = Pick<ServerParts, 'wechat' | 'photos' | 'siteUrl'>

/** Questions to WeChat at the same time: 500 codes take some seconds, far below its 5,000 a minute. */
const AT_ONCE = 8

/**
 * The picture of each code. With WeChat it is the mini-program code, asked for once and then kept beside the photos;
 * without, the address of the door page on the H5 site. `origin`: where the site is, if no setting says so.
 */
export async function codePictures(
  { wechat, photos, siteUrl }: Parts,
  communityId: string,
  codes: readonly string[],
  origin: string | undefined,
): Promise<Map<string, CodePicture>> {
  if (!wechat) {
    const site = siteUrl ?? origin ?? ''
    return new Map(codes.map((code) => [code, { address: `${site}/${DOOR_PAGE}?code=${code}` }]))
  }
  const turns = createTurns(AT_ONCE)
  const found = codes.map((code) =>
    turns(async (): Promise<[string, CodePicture]> => {
      const key = `${communityId}/door-${code.toLowerCase()}.jpg`
      const kept = await photos.get(key)
      if (kept) return [code, { wechat: kept }]
      const picture = await wechat.codePicture(code, DOOR_PAGE)
      await photos.put(key, picture)
      return [code, { wechat: picture }]
    }),
  )
  return new Map(await Promise.all(found))
}
