export { actOnMatter } from './act-on-matter'
export { closeUnconfirmed } from './close-unconfirmed'
export { reportMatter } from './report-matter'
export { matterRoutes } from './routes'
