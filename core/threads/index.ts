export * from './contract'
export { keepablePosts } from './keepable'
export {
  A_RESIDENT,
  decideLock,
  decidePost,
  decidePostAct,
  MENTION_LABELS,
  MENTIONABLE,
  POST_ACTS,
  POST_KINDS,
  postActsFor,
  SUBJECT_KINDS,
  type Mentionable,
  type Post,
  type PostAct,
  type PostKind,
  type Standing,
  type SubjectKind,
  type Thread,
} from './policy'
