/** A word that no line can break well, as estates and shops have it. */
const LONG_WORD = 'INTERNATIONALGARDENRESIDENCE'
const FILLING = '湖光国际花园东区一期临街高层住宅楼及配套商业用房附属停车库出入口旁边'

/** Exactly so many characters, with an unbreakable word in the middle. */
export function longName(length: number, first: string): string {
  const word = LONG_WORD.slice(0, Math.max(6, length - 12))
  const name = `${first}${word}${FILLING.repeat(3)}`
  return name.slice(0, length)
}
