export { endOfDays, lastDayOf, yearsAfter } from './shanghai'
export { dateInWords, dayInWords, fullDate, momentInWords, timeInWords } from './words'
