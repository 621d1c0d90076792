/** One line of the checklist that a phase ends with: what must be there, in words, and whether it is. */
export interface GateLine {
  met: boolean
  words: string
}

/** Whether a phase may end. A checklist without lines asks for nothing. */
export function isGateMet(lines: readonly GateLine[]): boolean {
  return lines.every(({ met }) => met)
}

export interface AgendaFacts {
  hasTime: boolean
  /** Seconds of the topic that has most, and how many it needs. */
  mostSeconds: number
  secondsNeeded: number
  invited: boolean
}

/** 议题准备 ends with a question, a time, a topic that enough homes second, and invitations sent (domain.md 6). */
export function agendaGate({ hasTime, mostSeconds, secondsNeeded, invited }: AgendaFacts): GateLine[] {
  const enough = mostSeconds >= secondsNeeded
  return [
    { met: true, words: '有一个要谈的问题' },
    { met: hasTime, words: hasTime ? '定好了时间' : '还没定什么时候谈' },
    {
      met: enough,
      words: enough
        ? `有议题满 ${secondsNeeded} 户想谈`
        : `要有一个议题满 ${secondsNeeded} 户想谈，现在${mostSeconds > 0 ? `最多 ${mostSeconds} 户` : '还没有'}`,
    },
    { met: invited, words: invited ? '已经请了邻居' : '还没请邻居' },
  ]
}
