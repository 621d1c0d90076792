/** Marks that people put between or upon the characters of a word to hide it. What ends a sentence or a line stays. */
const BETWEEN =
  /(?:(?!\n)[\p{Z}\p{M}\p{Cc}\p{Default_Ignorable_Code_Point}\p{Emoji_Presentation}\p{Cf}\t*＊·・•_＿\-—–~～^.…|/\\+=#@&$%`'"“”‘’°])+/gu

const LINE_BREAK = /\r\n?|[\n\v\f\u0085\u2028\u2029]/g

/** Full-width and circled forms become plain ones, capitals small, traditional characters of the list simplified, line breaks alike. */
export function plain(text: string, simplified: ReadonlyMap<string, string>): string {
  return Array.from(text.normalize('NFKC').replace(LINE_BREAK, '\n').toLowerCase())
    .map((character) => simplified.get(character) ?? character)
    .join('')
}

/** The plain text with nothing between its characters. */
export function joined(plainText: string): string {
  return plainText.replace(BETWEEN, '')
}

/** Line breaks beside a line of a single character: so a word is hidden by writing it downwards. */
const BROKEN = /(?<=^.)\n+|\n+(?=.$)/gmu

/** A joined text with what was written downwards in one line again. */
export function unbroken(joinedText: string): string {
  return joinedText.replace(BROKEN, '')
}

/** A joined text in one line. */
export function inOneLine(joinedText: string): string {
  return joinedText.replace(/\n+/g, '')
}

const CHINESE_DIGITS: Record<string, string> = {
  零: '0',
  〇: '0',
  一: '1',
  幺: '1',
  壹: '1',
  二: '2',
  两: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
}

/** Digits written as words become digits, so that a number can't hide in them. */
export function withDigits(plainText: string): string {
  return Array.from(plainText, (character) => CHINESE_DIGITS[character] ?? character).join('')
}
