export { dateOf, endOfDays, lastDayOf, nextFullHour, startOfDay, yearsAfter } from './shanghai'
export { dateInWords, dayInWords, fullDate, momentInWords, timeInWords } from './words'
