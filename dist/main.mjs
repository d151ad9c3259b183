// src/edge/exit.ts
async function exit() {
  let code = Number(process.exitCode ?? 0);
  for (let stream of [process.stdout, process.stderr])
    await new Promise((written) => stream.write("", written));
  if (process.getActiveResourcesInfo().includes("GetAddrInfoReqWrap") && process.execve && process.platform !== "win32") {
    let words = [process.execPath, "-e", `process.exit(${code})`];
    process.execve(process.execPath, words, { ...process.env, NODE_OPTIONS: "" });
  }
  process.exit(code);
}

// src/edge/signals.ts
var ENDING = ["SIGINT", "SIGTERM"], came = [], lastWork = /* @__PURE__ */ new Set(), holders = 0, listening = !1;
function listen() {
  if (!listening) {
    listening = !0;
    for (let signal of ENDING) process.on(signal, receive);
  }
}
function stopListening() {
  listening = !1;
  for (let signal of ENDING) process.off(signal, receive);
}
function receive(signal) {
  came.push(signal), holders === 0 && takeCourse();
}
function takeCourse() {
  let [first] = came;
  if (first !== void 0) {
    for (let work of lastWork) work();
    stopListening(), process.kill(process.pid, first);
  }
}
function endBetweenTurns() {
  listen();
}

// src/main.ts
endBetweenTurns();
var { mainStep } = await import("./sign-in.mjs");
await mainStep();
await exit();
