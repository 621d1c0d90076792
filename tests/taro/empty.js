// Stands in for styles and animations, which no test looks at.
module.exports = {}
