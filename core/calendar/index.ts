export { endOfDays, inShanghai, lastDayOf } from './shanghai'
export { dateInWords, dayInWords, fullDate, momentInWords } from './words'
