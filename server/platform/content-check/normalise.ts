/** Marks that people put between the characters of a word to hide it. What ends a sentence stays: it parts words. */
const BETWEEN =
  /[\p{Z}\p{Default_Ignorable_Code_Point}\p{Emoji_Presentation}\p{Cf}\t*＊·・•_＿\-—–~～^.…|/\\+=#@&$%`'"“”‘’°]+/gu

/** Full-width and circled forms become plain ones, capitals small, traditional characters of the list simplified. */
export function plain(text: string, simplified: ReadonlyMap<string, string>): string {
  return Array.from(text.normalize('NFKC').toLowerCase())
    .map((character) => simplified.get(character) ?? character)
    .join('')
}

/** The plain text with nothing between its characters. */
export function joined(plainText: string): string {
  return plainText.replace(BETWEEN, '')
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
