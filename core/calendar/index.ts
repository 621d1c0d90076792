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
  comingDayInWords,
  dateBeside,
  dateInWords,
  dayInWords,
  fullDate,
  momentInWords,
  timeInWords,
} from './words'
