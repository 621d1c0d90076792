/** A door code is at most 32 characters, as WeChat's `scene` allows (domain.md 2 and 11). */
export const DOOR_CODE_LENGTH = 26

const DOOR_CODE = /^[0-9A-HJKMNP-TV-Z]{26}$/

/** Whether a text can be a door code at all: 26 characters of Crockford's base 32, 130 bits. */
export function isDoorCode(text: string): boolean {
  return DOOR_CODE.test(text)
}

/** Finds the door code in what a scanner read: the bare code, or an address with `code=…` or `scene=…` among its parameters. */
export function doorCodeIn(scanned: string): string | undefined {
  const match = /(?:^|(?:^|[?&])(?:code|scene)=)([0-9A-Za-z]{26})(?:$|[&#])/.exec(scanned.trim())
  const code = match?.[1]?.toUpperCase()
  return code !== undefined && isDoorCode(code) ? code : undefined
}
