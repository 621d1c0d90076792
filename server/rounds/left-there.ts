/** Why something ended that nobody ended: for the record, and for who reads it. */
export const LEFT_THERE = '不住在这里了'
