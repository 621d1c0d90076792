import { INBOX_KINDS, keepableInbox, messageInWords, type InboxItem } from '.'

const message = (part: Partial<InboxItem>): InboxItem => ({
  itemId: 'i1',
  kind: 'matter_result',
  about: '楼道灯不亮',
  subject: { kind: 'matter', id: 'm1' },
  at: '2026-01-05T01:00:00.000Z',
  unread: 1,
  count: 1,
  ...part,
})
const keptOf = (...items: InboxItem[]) => keepableInbox({ items, nextCursor: null, unread: 1 }).items

describe('what of an inbox stays on a phone', () => {
  it('is a notice as it is: it is for everybody', () => {
    const told = message({ kind: 'notice_new', about: '周四停水', subject: { kind: 'notice', id: 'n1' } })
    expect(keptOf(told)).toEqual([told])
  })

  it.each([
    message({}),
    message({ kind: 'thread_reply' }),
    message({ kind: 'wish_offer', subject: { kind: 'wish', id: 'w1' } }),
  ])('is of a matter or a wish that there is news ($kind), and no title', (told) => {
    expect(keptOf(told)).toEqual([{ ...told, about: '' }])
  })

  it.each([
    message({ kind: 'matter_private_news', about: '' }),
    message({ kind: 'membership_ended', subject: { kind: 'membership', id: 'x' } }),
    message({ kind: 'grant_changed', subject: { kind: 'grant', id: 'x' } }),
    message({ kind: 'words_hidden', subject: { kind: 'post', id: 'x' } }),
    message({ kind: 'moderation_new', subject: { kind: 'case', id: 'x' } }),
    message({ kind: 'archive_ready', subject: { kind: 'archive', id: 'x' } }),
    message({ kind: 'organisation_removed', subject: { kind: 'organisation', id: 'x' } }),
    message({ kind: 'volunteer_decided', subject: { kind: 'volunteer_request', id: 'x' } }),
  ])('is nothing of $kind', (told) => {
    expect(keptOf(told)).toEqual([])
  })

  it('is no title of any kind but a notice’s, and what stays is still a sentence', () => {
    const kept = INBOX_KINDS.flatMap((kind) => keptOf(message({ kind, about: '借钱' })))
    const named = kept.filter(({ about }) => about !== '')
    expect(named.map(({ kind }) => kind)).toEqual(['notice_new'])
    const matters = kept.filter(({ kind }) => /^(matter|thread|wish)_/.test(kind))
    matters.forEach(({ kind, about }) => expect(messageInWords(kind, about)).toMatch(/^[^：]{4,}$/))
  })
})
