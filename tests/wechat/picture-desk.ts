import type { PhoneDesk } from './phone-desk'
import { refusal } from './trouble'

/** A grey JPEG of one pixel: what is drawn doesn't matter, that it is a picture does. */
const PICTURE = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYEBAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/wAALCAABAAEBAREA/8QAFAABAAAAAAAAAAAAAAAAAAAACf/EABQQAQAAAAAAAAAAAAAAAAAAAAD/2gAIAQEAAD8AKp//2Q==',
  'base64',
)
/** Characters that WeChat allows in a scene, and how many of them. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/

/** WeChat's desk for mini-program codes. */
export interface PictureDesk {
  /** What was asked for, in order. */
  asked: { scene: string; page: string }[]
  /** Pages of the mini-program that was published. */
  pages: string[]
  /** Answers `/wxa/getwxacodeunlimit`. */
  draw(query: URLSearchParams, body: string): object | Buffer
}

/** Speaks the protocol; tokens are the phone desk's. */
export function createPictureDesk(phones: PhoneDesk): PictureDesk {
  const desk: PictureDesk = {
    asked: [],
    pages: ['features/places/pages/door/index'],
    draw: (query, body) => {
      const refused = phones.refusalOf(query.get('access_token') ?? '')
      if (refused) return refused
      const { scene = '', page = '' } = JSON.parse(body) as { scene?: string; page?: string }
      if (!SCENE.test(scene)) return refusal(40169)
      if (!desk.pages.includes(page)) return refusal(41030)
      desk.asked.push({ scene, page })
      return PICTURE
    },
  }
  return desk
}
