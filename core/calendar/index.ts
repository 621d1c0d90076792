export { endOfDays, inShanghai, lastDayOf, yearsAfter } from './shanghai'
export { dateInWords, dayInWords, fullDate, momentInWords } from './words'
