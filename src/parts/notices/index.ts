export { NoticeCard, type NoticeCardProps } from './NoticeCard'
