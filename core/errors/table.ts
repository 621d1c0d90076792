/** What went wrong, in the words of the outside world. The server gives each kind one HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'conflict'
  | 'too_large'
  | 'unsupported'
  | 'outdated'
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
  CLIENT_TOO_OLD: { kind: 'outdated', message: '现在用的是旧版本，请更新；写好的都留着' },
  SESSION_MISSING: { kind: 'unauthenticated', message: '请先登录' },
  SESSION_EXPIRED: { kind: 'unauthenticated', message: '登录过期了，请再登录一次' },
  SESSION_ENDED: { kind: 'unauthenticated', message: '您在别的设备上让这台退出了，要用请再登录一次' },
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
  SECOND_THOUGHT_OVER: { kind: 'conflict', message: '十四天过了；还有事的话，请再报一次' },
  REVIEW_ONCE: { kind: 'conflict', message: '已经请上一级看过一次了，结果写在进展里' },
  REVIEW_DAY_MISSING: { kind: 'invalid', message: '请选一下哪天再看' },
  REVIEW_DAY_WRONG: { kind: 'invalid', message: '这一天不行，请选明天起半年以内的一天' },
  DEFERRAL_NEEDS_GRANT: { kind: 'conflict', message: '放过一次了，或要放三十天以上：请先请上一级同意' },
  DEFERRAL_ASKED: { kind: 'conflict', message: '已经请上一级看了，请等回话' },
  DESIGNATION_FINAL: {
    kind: 'conflict',
    message: '这是上一级定下来由这里办的，不能再退；办不动请写明原因上报',
  },
  MERGE_NOT_POSSIBLE: { kind: 'conflict', message: '这两件不能并到一起，请换一件' },
  ALREADY_JOINED: { kind: 'conflict', message: '您已经说过遇到这件事了' },
  NOT_ON_THE_SPOT: { kind: 'conflict', message: '这类事不能当场办结，请报上来由别人处理' },
  NAMED_TRIAGE_MISSING: {
    kind: 'unavailable',
    message: '社区还没有专人接这类事；着急请打市民热线，想找人说说话请打心理援助热线',
  },
  SERVICE_NOT_BY_RESIDENTS: { kind: 'invalid', message: '这一类由巡查的人填，请换一个最像的' },
  COMPLAINED_UNKNOWN: { kind: 'invalid', message: '没找到您说的单位，请重新选' },
  FILTERS_FULL: { kind: 'conflict', message: '存的筛选够多了，请先删掉一个' },
  REASON_REQUIRED: { kind: 'invalid', message: '请写一句为什么，让对方明白' },
  NOTE_REQUIRED: { kind: 'invalid', message: '请写一句办了什么，让大家明白' },
  PLACE_NOT_HERE: { kind: 'invalid', message: '这个地方不在这个社区，请重新选' },
  PLACE_KIND_WRONG: { kind: 'invalid', message: '这里不能选这种地方，请重新选' },
  PLACE_NAME_TAKEN: { kind: 'conflict', message: '这里已经有同名的地方了' },
  GRID_COVERS_TAKEN: { kind: 'conflict', message: '有的楼已经归别的网格了，请先看清楚' },
  GRID_DAY_INVALID: { kind: 'invalid', message: '日子不对：请选今天或以后的一天，最远一年' },
  GRID_ENDING: { kind: 'conflict', message: '这个网格已经撤了或快要撤了，请换一个' },
  GRID_SUCCESSOR_WRONG: { kind: 'invalid', message: '接手的要是另一个还在用的网格，请重新选' },
  GRID_STAYS: { kind: 'conflict', message: '这个网格没有要撤，或者已经撤了' },
  GRID_MOVE_STANDS: {
    kind: 'conflict',
    message: '这次划转不能取消了，已经开始或后面另有安排，可以重新划一次',
  },
  GRID_SPLIT_HOMES: { kind: 'conflict', message: '这栋楼有不在单元里的住户，请整栋楼一起划转' },
  GRID_END_REQUIRED: { kind: 'invalid', message: '功能性网格要写明什么时候结束' },
  SERVICE_UNKNOWN: { kind: 'invalid', message: '没有这个分类，请换一个' },
  TEAM_UNKNOWN: { kind: 'invalid', message: '请不到这支队伍，请换一支' },
  REPORT_NEEDS_PLACE: { kind: 'forbidden', message: '请扫一下那里门口的码，或先绑定您的家' },
  DOOR_CODE_REPLACED: { kind: 'not_found', message: '这张码已经换了新的，请扫门口新贴的那一张' },
  DOOR_SHEET_EMPTY: { kind: 'invalid', message: '这里下面没有这样的地方，请换一种再印' },
  DOOR_SHEET_TOO_MANY: { kind: 'invalid', message: '一次最多印五百张，请到小一点的地方分几次印' },
  DOOR_SHEET_WECHAT: { kind: 'unavailable', message: '微信没有给出小程序码，请确认小程序已经发布，再试一次' },
  DOOR_CODE_INVALID: { kind: 'not_found', message: '这个码用不了了，请找社区换一张' },
  MEMBERSHIP_EXISTS: { kind: 'conflict', message: '您已经绑定或申请过这户了' },
  PERSON_UNKNOWN: { kind: 'invalid', message: '没找到这个编号的人，请对方在「我的」里再看一眼' },
  GRANT_SELF: { kind: 'forbidden', message: '不能给自己授权，请另一位来办' },
  GRANT_ROLE_NOT_HERE: { kind: 'invalid', message: '这个地方没有这种职务，请重新选' },
  GRANT_PERIOD_INVALID: { kind: 'invalid', message: '任期不对：结束要晚于开始，最长五年' },
  GRANT_EXISTS: { kind: 'conflict', message: '这个人已经有这个职务了' },
  CONSENT_REQUIRED: { kind: 'forbidden', message: '请先看一看个人信息的说明，同意以后再办' },
  PUBLIC_CONSENT_REQUIRED: { kind: 'forbidden', message: '请先同意把您写的话给邻居看，再发出去' },
  CONSENT_OUTDATED: { kind: 'conflict', message: '说明刚刚更新了，请再看一遍新的' },
  NICKNAME_UNSUITABLE: { kind: 'invalid', message: '这个称呼邻居看了可能会误会，换一个吧' },
  PHONE_INVALID: { kind: 'invalid', message: '手机号不对，请填十一位的大陆手机号' },
  PHONE_REQUIRED: { kind: 'forbidden', message: '请先在「我的」里绑定手机号，再说给邻居听' },
  PHONE_TAKEN: {
    kind: 'conflict',
    message: '这个手机号已经有人绑定了；是您自己的话，请用原来的微信登录，在「我的」里删掉再来',
  },
  PHONE_CODE_INVALID: { kind: 'invalid', message: '验证码不对或过期了，请看看短信，或再要一个' },
  PHONE_CODE_SPENT: { kind: 'conflict', message: '输错太多次了，请再要一个验证码' },
  PHONE_CODE_TOO_SOON: { kind: 'rate_limited', message: '刚刚发过一个验证码，请等一分钟再要' },
  PHONE_CODE_TOO_MANY: { kind: 'rate_limited', message: '今天要的验证码太多了，请明天再试，或用微信绑定' },
  SMS_NOT_SET_UP: { kind: 'unavailable', message: '这里还不能发短信，请在微信小程序里绑定手机号' },
  SMS_NOT_SENT: { kind: 'unavailable', message: '短信没有发出去，请过一会儿再试' },
  CONTACT_KEY_CHANGED: { kind: 'unavailable', message: '手机号现在存不了，请过些时候再试，或告诉社区' },
  WECHAT_PHONE_REFUSED: { kind: 'invalid', message: '微信没有给出手机号，请再点一次，或用短信绑定' },
  WECHAT_PHONE_NOT_SET_UP: { kind: 'unavailable', message: '这里还不能用微信绑定手机号，请用短信绑定' },
  HELPER_PHONE_REQUIRED: { kind: 'forbidden', message: '请先在「我的」里绑定手机号，有事才联系得到您' },
  PERSON_PHONE_MISSING: { kind: 'conflict', message: '这位还没绑定手机号，请先让对方在「我的」里绑定' },
  VOLUNTEER_ALREADY: { kind: 'conflict', message: '您已经是志愿者，或申请在等社区回话' },
  ORGANISATION_NAME_TAKEN: { kind: 'conflict', message: '这个社区已经有同名的互助组织了' },
  ORGANISATION_ALREADY_ASKED: { kind: 'conflict', message: '您已经在里面，或申请在等负责人回话' },
  ORGANISATION_LAST_LEAD: { kind: 'conflict', message: '只剩一位负责人了，请先请一位成员来负责' },
  OFFICE_HELD: { kind: 'conflict', message: '您还担着职务：请先在「我的职务」里交回，再来注销' },
  ARCHIVE_TOO_SOON: { kind: 'rate_limited', message: '一天只能要一份，请明天再要；做好的那份还能拿' },
  ARCHIVE_NOT_READY: { kind: 'conflict', message: '还没做好，或已经过期了，请看看最新情况' },
  MEMBERSHIP_SETTLED: { kind: 'conflict', message: '社区已经核对过这个异议，不能再提一次' },
  THREAD_LOCKED: { kind: 'conflict', message: '这里先不让接着说了，原因写在上面' },
  REPORT_EXISTS: { kind: 'conflict', message: '您已经举报过这段话了，社区会看' },
  MODERATION_OWN: { kind: 'forbidden', message: '自己写的话，请另一位工作人员来看' },
  APPEAL_SAME_MODERATOR: { kind: 'forbidden', message: '是您收起来的，请另一位工作人员来看' },
  APPEAL_EXISTS: { kind: 'conflict', message: '已经请人再看过一次了，不能再请' },
  APPEAL_PERIOD_OVER: { kind: 'conflict', message: '十四天过了，不能再请人看；有话请直接找社区' },
  WISH_NEEDS_HOME: { kind: 'forbidden', message: '请先绑定您的家；替邻居说，要住得近或在那里有职务' },
  WISH_ASKS_MONEY: {
    kind: 'invalid',
    message: '心愿里不谈钱，免得上当；生活有困难，请在「报事」里选「困难救助」',
  },
  WISH_SCOPE_WRONG: { kind: 'invalid', message: '说不到这个范围，请重新选给谁看' },
  WISH_DAY_WRONG: { kind: 'invalid', message: '这一天不行，请选今天起九十天以内的一天' },
  WISH_OFFERED_ALREADY: { kind: 'conflict', message: '您已经说过愿意帮了，等对方点头' },
  WISH_HELP_NOT_WANTED: {
    kind: 'conflict',
    message: '这个心愿先不用您帮了，谢谢您的心意；可以看看别的心愿',
  },
  WISH_OFFERS_FULL: { kind: 'conflict', message: '愿意帮的人够多了，等对方先点头' },
  WISH_OFFER_GONE: { kind: 'conflict', message: '这位邻居刚刚收回了，请看看别的邻居' },
  WISH_HELPER_NO_PHONE: { kind: 'conflict', message: '这位邻居现在没有留电话，联系不上，请看看别的邻居' },
  WISH_HOME_SECONDED: { kind: 'conflict', message: '您家里已经有人说过也想要了' },
  WISH_OWN_HOME: { kind: 'conflict', message: '这是您家里人的心愿，不用再说一遍' },
  WISH_MERGE_ASKED: { kind: 'conflict', message: '已经有人问过了，等说心愿的人回话' },
  WISH_SECONDS_MISSING: { kind: 'conflict', message: '想要的邻居还不够多，再等等' },
  ORGANISATION_NOT_YOURS: { kind: 'invalid', message: '您不在这个组织里，请换一个' },
  PERIOD_INVALID: { kind: 'invalid', message: '时间不对：结束要晚于现在' },
  NOTICE_PINS_FULL: { kind: 'conflict', message: '这里已经置顶三条了，请先取下一条' },
  INBOX_TOPIC_NEEDED: { kind: 'invalid', message: '有人等着您办，这一类不能关；可以改成每天一次' },
  UPLOAD_MISSING: { kind: 'invalid', message: '没收到要传的，请再选一次' },
  UPLOAD_NOT_ALONE: { kind: 'invalid', message: '一次只能传一个，请一个一个来' },
  UPLOAD_CUT_OFF: { kind: 'invalid', message: '只传了一半，请看看网络，再传一次' },
  UPLOAD_TOO_LARGE: { kind: 'too_large', message: '太大了，传不上去：照片最大十兆，表格最大十六兆' },
  PHOTO_TYPE_UNSUPPORTED: { kind: 'unsupported', message: '这种图片收不了，请换一张手机拍的照片' },
  PHOTO_BROKEN: { kind: 'invalid', message: '这张照片打不开，请再传一次，或换一张' },
  PHOTO_TOO_MANY_PIXELS: { kind: 'too_large', message: '这张照片的尺寸太大了，请重新拍一张' },
  PHOTO_UNKNOWN: { kind: 'invalid', message: '有一张照片用不了了，请拿掉它重新拍' },
  PHOTOS_TOO_MANY: { kind: 'invalid', message: '最多放九张照片，请拿掉几张' },
  PHOTOS_WAITING_TOO_MANY: { kind: 'rate_limited', message: '传了还没用的照片太多了，请先用掉，或明天再传' },
  PHOTO_STORE_FULL: { kind: 'unavailable', message: '存照片的地方满了，请先不带照片，并告诉社区' },
  PHOTO_STORE_AWAY: { kind: 'unavailable', message: '照片现在存不进去，请过一会儿再试' },
  IMPORT_FILE_KIND: { kind: 'unsupported', message: '这不是表格，请传照模板填好的 XLSX 或 CSV' },
  IMPORT_FILE_OLD: {
    kind: 'unsupported',
    message: '这份表格太旧或设了密码，请去掉密码，另存为 XLSX 再传',
  },
  IMPORT_STORE_AWAY: { kind: 'unavailable', message: '表格现在存不进去，请过一会儿再传' },
  IMPORT_UNDER_WAY: { kind: 'conflict', message: '这个社区有另一个表格正在导入，请等它导完再导这个' },
  EXPORT_ONE_SHEET: { kind: 'invalid', message: 'CSV 只放得下一张表，请只选一张，或选 XLSX' },
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
