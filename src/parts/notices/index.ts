export { NoticeCard } from './NoticeCard'
