import { SESSION_PAGE, type SessionCode } from '#core/rounds'
import { pagePicture } from '../qr-rows'

/** The picture of a session's code: a phone's camera opens the page of the session, our own scanner reads the code in it. */
export function pictureOf(code: string, site: string): SessionCode {
  return { code, ...pagePicture(site, `${SESSION_PAGE}?code=${code}`) }
}
