/** What went wrong, in the words of the outside world. The server gives each kind one HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'

interface ErrorEntry {
  kind: ErrorKind
  /** Plain Chinese that tells the reader what to do. */
  message: string
}

/** Every error the product can answer with. Codes are public: add, never rename. */
export const ERRORS = {
  BODY_INVALID: { kind: 'invalid', message: '填的内容有一处不对，请改一下再试' },
  TEXT_MISSING: { kind: 'invalid', message: '这里还没写，请写上再试' },
  TEXT_TOO_LONG: { kind: 'invalid', message: '写得太长了，请短一点' },
  CURSOR_INVALID: { kind: 'invalid', message: '这一页打不开了，请从头再看' },
  IDEMPOTENCY_KEY_MISSING: { kind: 'invalid', message: '这次操作没带编号，请更新小程序后再试' },
  IDEMPOTENCY_KEY_REUSED: { kind: 'conflict', message: '这次操作和刚才的编号重复了，请再试一次' },
  BODY_TOO_LARGE: { kind: 'too_large', message: '内容太大了，请短一点' },
  BODY_UNSUPPORTED: { kind: 'unsupported', message: '发来的内容看不懂，请更新小程序后再试' },
  SESSION_MISSING: { kind: 'unauthenticated', message: '请先登录' },
  SESSION_EXPIRED: { kind: 'unauthenticated', message: '登录过期了，请再登录一次' },
  WECHAT_CODE_INVALID: { kind: 'unauthenticated', message: '微信登录没成功，请再点一次' },
  WECHAT_REFUSED: { kind: 'forbidden', message: '微信没有允许这次登录，请稍后再试或联系社区' },
  WECHAT_BUSY: { kind: 'unavailable', message: '微信现在有点忙，请过一会儿再试' },
  BROWSER_CODE_INVALID: { kind: 'not_found', message: '这个码不对或过期了，请看看电脑上新的码' },
  BROWSER_SIGN_IN_WAITING: { kind: 'conflict', message: '还在等手机上允许' },
  WECHAT_NOT_SET_UP: { kind: 'unavailable', message: '这里还没接通微信登录，请联系社区' },
  NOT_ALLOWED: { kind: 'forbidden', message: '这件事不归您办；如果该由您办，请联系社区' },
  NOT_FOUND: { kind: 'not_found', message: '没找到，可能已经撤下了' },
  ROUTE_NOT_FOUND: { kind: 'not_found', message: '没有这个地址，请更新小程序后再试' },
  STATE_CHANGED: { kind: 'conflict', message: '刚刚有人先办了，请看看最新情况' },
  ACT_NOT_POSSIBLE: { kind: 'conflict', message: '现在这一步还不能办，请看看最新情况' },
  ANSWER_PERIOD_OVER: { kind: 'conflict', message: '七天的回音时间过了；还没好的话，请再报一次' },
  REASON_REQUIRED: { kind: 'invalid', message: '请写一句为什么，让对方明白' },
  NOTE_REQUIRED: { kind: 'invalid', message: '请写一句办了什么，让大家明白' },
  PLACE_NOT_HERE: { kind: 'invalid', message: '这个地方不在这个社区，请重新选' },
  PLACE_KIND_WRONG: { kind: 'invalid', message: '这里不能选这种地方，请重新选' },
  PLACE_NAME_TAKEN: { kind: 'conflict', message: '这里已经有同名的地方了' },
  GRID_COVERS_TAKEN: { kind: 'conflict', message: '有的楼已经归别的网格了，请先看清楚' },
  GRID_END_REQUIRED: { kind: 'invalid', message: '功能性网格要写明什么时候结束' },
  SERVICE_UNKNOWN: { kind: 'invalid', message: '没有这个分类，请换一个' },
  TEAM_UNKNOWN: { kind: 'invalid', message: '请不到这支队伍，请换一支' },
  REPORT_NEEDS_PLACE: { kind: 'forbidden', message: '请扫一下那里门口的码，或先绑定您的家' },
  DOOR_CODE_INVALID: { kind: 'not_found', message: '这个码用不了了，请找社区换一张' },
  MEMBERSHIP_EXISTS: { kind: 'conflict', message: '您已经绑定或申请过这户了' },
  PERSON_UNKNOWN: { kind: 'invalid', message: '没找到这个编号的人，请对方在「我的」里再看一眼' },
  GRANT_SELF: { kind: 'forbidden', message: '不能给自己授权，请另一位来办' },
  GRANT_ROLE_NOT_HERE: { kind: 'invalid', message: '这个地方没有这种职务，请重新选' },
  GRANT_PERIOD_INVALID: { kind: 'invalid', message: '任期不对：结束要晚于开始，最长五年' },
  GRANT_EXISTS: { kind: 'conflict', message: '这个人已经有这个职务了' },
  PERIOD_INVALID: { kind: 'invalid', message: '时间不对：结束要晚于现在' },
  TOO_MANY_REQUESTS: { kind: 'rate_limited', message: '点得太快了，请过一会儿再试' },
  CLIENT_TOO_FAST: { kind: 'rate_limited', message: '请等上一次办完再点' },
  SERVER_STOPPING: { kind: 'unavailable', message: '服务正在重启，请过一会儿再试' },
  DATABASE_UNAVAILABLE: { kind: 'unavailable', message: '服务暂时连不上，请过一会儿再试' },
  INTERNAL: { kind: 'internal', message: '出了点问题，我们已经记下来了，请过一会儿再试' },
} as const satisfies Record<string, ErrorEntry>

export type ErrorCode = keyof typeof ERRORS

/** The kind a code belongs to. */
export function kindOf(code: ErrorCode): ErrorKind {
  return ERRORS[code].kind
}

/** The sentence a reader sees for a code. */
export function messageOf(code: ErrorCode): string {
  return ERRORS[code].message
}
