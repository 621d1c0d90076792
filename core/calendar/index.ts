export { dateOf, endOfDays, lastDayOf, nextFullHour, startOfDay, yearsAfter } from './shanghai'
export { ageInWords, dateInWords, dayInWords, fullDate, momentInWords, timeInWords } from './words'
