/** `npm start`: makes dist/ current, then becomes the server. One process: signals and exit code are the server's own. */
const { register } = require('tsx/cjs/api')

const unregister = register()
const { buildOnce } = require('./build-once.ts')
unregister()

/** npm's shell dies of a signal without passing it on; the server must not outlive it. */
function stopWithNpm() {
  const shell = process.ppid
  setInterval(() => {
    if (process.ppid !== shell) process.kill(process.pid, 'SIGTERM')
  }, 500).unref()
}

async function start() {
  if (process.env.npm_lifecycle_event === 'start') stopWithNpm()
  await buildOnce('server')
  await buildOnce('h5')
  process.setSourceMapsEnabled(true)
  require('../dist/server/main.js')
}

start().catch((error) => {
  console.error(`没能启动：${error.message}`)
  process.exitCode = 1
})
