export { countUnread } from './list-inbox'
export { inboxRoutes } from './routes'
export { sendToInbox } from './send'
