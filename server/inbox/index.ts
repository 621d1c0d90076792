export { countUnread, listInbox } from './list-inbox'
export { inboxRoutes } from './routes'
export { sendToInbox, type Message } from './send'
