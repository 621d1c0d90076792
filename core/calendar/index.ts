export {
  dateOf,
  dayInText,
  endOfDays,
  justBefore,
  lastDayOf,
  monthsAfter,
  nextFullHour,
  startOfDay,
  yearsAfter,
} from './shanghai'
export {
  TODAY,
  TOMORROW,
  ageInWords,
  dateInWords,
  dayInWords,
  fullDate,
  momentInWords,
  timeInWords,
} from './words'
