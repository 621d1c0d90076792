import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { StatementView } from '#core/rounds'
import type { Said } from '../../useOpinions'
import { SaidList } from '.'

const one = (statementId: string, text: string, mine: boolean): StatementView => ({
  ...{
    statementId,
    text,
    topicId: null,
    mine,
    wordsState: mine ? 'shown' : null,
    said: mine ? 'agree' : null,
  },
  may: { withdraw: mine },
})

const listed = (said: Partial<Said> = {}): Said => ({
  state: {
    status: 'ready',
    data: [one('a', '走道留够一米二', true), one('b', '种花不种菜', false)],
  } as Said['state'],
  more: { status: 'end' } as unknown as Said['more'],
  open: jest.fn(),
  close: jest.fn(),
  answer: jest.fn(),
  withdraw: jest.fn(),
  busy: false,
  ...said,
})

it('offers to take back what one said oneself, and nothing that others said', async () => {
  const said = listed()
  render(<SaidList communityId="c" said={said} />)
  expect(screen.queryByLabelText('收回这句：种花不种菜')).toBeNull()
  await userEvent.click(screen.getByLabelText('收回这句：走道留够一米二'))
  expect(said.withdraw).toHaveBeenCalledWith(expect.objectContaining({ statementId: 'a' }))
})
