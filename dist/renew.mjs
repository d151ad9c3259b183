// built-in:timers/promises
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var setTimeout = all.setTimeout;

// src/edge/clock.ts
function elapsedMs() {
  return Number(process.hrtime.bigint()) / 1e6;
}
function makeClock(stopped) {
  return {
    now: () => Date.now(),
    monotonic: elapsedMs,
    async sleep(ms) {
      await setTimeout(ms, void 0, { signal: stopped }).catch(() => {
      });
    }
  };
}

// src/edge/exit.ts
async function exit() {
  for (let stream of [process.stdout, process.stderr])
    await new Promise((written) => stream.write("", written));
  let code = Number(process.exitCode ?? 0), hangs = process.getActiveResourcesInfo().includes("GetAddrInfoReqWrap");
  if (hangs && process.platform === "win32" && code === 1 && process.kill(process.pid, "SIGKILL"), hangs && process.execve && process.platform !== "win32") {
    let words = [process.execPath, "-e", `process.exit(${code})`];
    process.execve(process.execPath, words, { ...process.env, NODE_OPTIONS: "" });
  }
  process.exit(code);
}

// src/edge/standard-streams.ts
function letGo() {
}
function outliveReaders() {
  for (let stream of [process.stdout, process.stderr])
    stream.listeners("error").includes(letGo) || stream.on("error", letGo);
}
function failUnread() {
  outliveReaders(), process.stdout.on("error", () => {
    process.exitCode = 1;
  });
}

// src/edge/last-word.ts
function failPlainly({ title, message }) {
  fail(process.stderr, `${title}
${message}
`);
}
function fail(stream, text) {
  outliveReaders(), stream.write(text), process.exitCode = 1;
}

// built-in:crypto
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var randomInt = all2.randomInt, randomUUID = all2.randomUUID;

// built-in:fs
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var closeSync = all3.closeSync;
var existsSync = all3.existsSync;
var fchownSync = all3.fchownSync;
var fchmodSync = all3.fchmodSync;
var fstatSync = all3.fstatSync;
var fsyncSync = all3.fsyncSync;
var lstatSync = all3.lstatSync;
var mkdirSync = all3.mkdirSync;
var openSync = all3.openSync;
var readFileSync = all3.readFileSync;
var renameSync = all3.renameSync;
var rmSync = all3.rmSync;
var writeFileSync = all3.writeFileSync;
var opendirSync = all3.opendirSync, constants = all3.constants;

// built-in:path
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var join = all4.join;
var dirname = all4.dirname, basename = all4.basename;

// src/edge/held-files.ts
var PAUSES = [10, 20, 40, 80, 160, 320, 640], HELD = ["EPERM", "EACCES", "EBUSY"];
function standStill(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
function whenLetGo(work, pause = standStill) {
  for (let ms of process.platform === "win32" ? PAUSES : [])
    try {
      return work();
    } catch (error) {
      if (!HELD.includes(error.code ?? "")) throw error;
      pause(ms);
    }
  return work();
}

// src/edge/private-files.ts
var NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
function codeOf(error) {
  return error.code;
}
var Refusal = class extends Error {
  why;
  constructor(why) {
    super(why.reason), this.why = why;
  }
};
function refuse(why) {
  throw new Refusal(why);
}
function reasonOf(error) {
  if (error instanceof Refusal) return error.why;
  let errno = codeOf(error);
  return errno === void 0 ? void 0 : { reason: "os", errno };
}
function fileFailure(file, path2, why) {
  return { ok: !1, failure: { kind: "file", file, path: path2, ...why } };
}
function readRegular(path2, most) {
  let seen = lstatSync(path2, { throwIfNoEntry: !1 });
  if (!seen) return;
  seen.isSymbolicLink() && refuse({ reason: "link" }), seen.isFile() || refuse({ reason: "not-a-file" });
  let file = openSync(path2, constants.O_RDONLY | NO_FOLLOW);
  try {
    let stat = fstatSync(file);
    stat.isFile() || refuse({ reason: "not-a-file" }), stat.size > most && refuse({ reason: "too-large" });
    let { mode, uid, gid } = stat;
    return { bytes: readFileSync(file), mode: mode & 4095, uid, gid };
  } finally {
    closeSync(file);
  }
}
function makePrivateFolder(folder) {
  let seen = lstatSync(folder, { throwIfNoEntry: !1 });
  if (seen)
    seen.isSymbolicLink() ? refuse({ reason: "link" }) : seen.isDirectory() || refuse({ reason: "os", errno: "ENOTDIR" });
  else {
    let parent = dirname(folder);
    parent !== folder && !existsSync(parent) && makePrivateFolder(parent);
    try {
      mkdirSync(folder, 448);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
      makePrivateFolder(folder);
    }
  }
}
function stage(path2, bytes, like, flush = !0) {
  let temporary = `${path2}.${randomUUID()}.tmp`, { O_WRONLY, O_CREAT, O_EXCL } = constants, file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | NO_FOLLOW, 384);
  try {
    writeFileSync(file, bytes);
    let own = fstatSync(file);
    like?.uid !== void 0 && (like.uid !== own.uid || like.gid !== own.gid) && fchownSync(file, like.uid, like.gid ?? own.gid), fchmodSync(file, like?.mode ?? 384), flush && fsyncSync(file);
  } catch (error) {
    throw rmSync(temporary, { force: !0 }), error;
  } finally {
    closeSync(file);
  }
  return temporary;
}
var MOST_ENTRIES = 1e4;
function removeStaged(path2, before = Number.POSITIVE_INFINITY) {
  let [parent, name] = [dirname(path2), `${basename(path2)}.`], isOurs = (file) => file.startsWith(name) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(file.slice(name.length));
  try {
    let folder = opendirSync(parent);
    try {
      for (let n = 0; n < MOST_ENTRIES; n++) {
        let entry = folder.readSync();
        if (!entry) return;
        let file = join(parent, entry.name);
        entry.isFile() && isOurs(entry.name) && lstatSync(file).mtimeMs < before && rmSync(file);
      }
    } finally {
      folder.closeSync();
    }
  } catch {
  }
}
function replaceWhole(path2, text, flush = !0) {
  for (let last = !1; ; last = !0) {
    let temporary = stage(path2, Buffer.from(text), {}, flush);
    try {
      whenLetGo(() => renameSync(temporary, path2));
      return;
    } catch (error) {
      if (rmSync(temporary, { force: !0 }), last || codeOf(error) !== "ENOENT") throw error;
    }
  }
}

// src/edge/signals.ts
var lastWork = /* @__PURE__ */ new Set();
function beforeEnding(work) {
  return lastWork.add(work), () => lastWork.delete(work);
}

// src/edge/file-lock.ts
var STEP_MS = 20, lockOf = (path2) => `${path2}.lock`, guardOf = (lock) => `${lock}.clear`;
function lockFilesOf(path2) {
  return [lockOf(path2), guardOf(lockOf(path2))];
}
async function whileLocked(path2, { clock: clock2, waitMs, staleMs, isOver = () => !1 }, work) {
  let lock = lockOf(path2);
  makePrivateFolder(dirname(path2));
  let token = randomUUID();
  for (let waited = 0; !createFile(lock, token); ) {
    clearStaleLock(lock, clock2, staleMs), (waited >= waitMs || isOver()) && refuse({ reason: "locked" });
    let pause = randomInt(STEP_MS, 2 * STEP_MS);
    waited += pause, await clock2.sleep(pause);
  }
  let letGo2 = () => {
    isHeldBy(lock, token) && whenLetGo(() => rmSync(lock, { force: !0 }));
  }, forget = beforeEnding(letGo2);
  try {
    return removeStaged(path2), await work();
  } finally {
    forget(), letGo2();
  }
}
function createFile(path2, text) {
  try {
    return whenLetGo(() => writeFileSync(path2, text, { flag: "wx", mode: 384 })), !0;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return !1;
    throw error;
  }
}
function isHeldBy(lock, token) {
  try {
    return readFileSync(lock, "utf8") === token;
  } catch {
    return !1;
  }
}
function isStale(path2, clock2, staleMs) {
  let seen = lstatSync(path2, { throwIfNoEntry: !1 });
  return seen !== void 0 && clock2.now() - seen.mtimeMs > staleMs;
}
function clearStaleLock(lock, clock2, staleMs) {
  if (!isStale(lock, clock2, staleMs)) return;
  let guard = guardOf(lock);
  if (!createFile(guard, "")) {
    isStale(guard, clock2, staleMs) && rmSync(guard, { force: !0 });
    return;
  }
  try {
    isStale(lock, clock2, staleMs) && rmSync(lock, { force: !0 });
  } finally {
    rmSync(guard, { force: !0 });
  }
}

// src/edge/renewal-files.ts
var LARGEST = 256 * 1024, PATIENCE = { waitMs: 15e3, staleMs: 45e3 };
function makePrivateFiles(clock2, program = "", env = process.env, patience = PATIENCE) {
  return {
    place(name) {
      let folder = env.RUNNER_TEMP ?? "";
      return folder === "" ? fileFailure("renewal", "RUNNER_TEMP", { reason: "not-set" }) : { ok: !0, value: join(folder, `aws-oidc-preflight-${randomUUID()}.${name}`) };
    },
    create: (path2, text) => attemptFile(path2, () => {
      makePrivateFolder(dirname(path2)), writeFileSync(path2, text, { flag: "wx", mode: 384, flush: !0 });
    }),
    read(path2) {
      try {
        return readRegular(path2, LARGEST)?.bytes.toString("utf8");
      } catch {
        return;
      }
    },
    replace: (path2, text) => attemptFile(path2, () => replaceWhole(path2, text)),
    remove(paths) {
      for (let path2 of paths) {
        for (let one of [path2, ...lockFilesOf(path2)])
          whenLetGo(() => rmSync(one, { force: !0 }));
        removeStaged(path2);
      }
    },
    async alone(path2, work) {
      let begun = !1, once = () => (begun = !0, work());
      try {
        return await whileLocked(path2, { ...patience, clock: clock2 }, once);
      } catch (error) {
        if (begun || !reasonOf(error)) throw error;
        return work();
      }
    },
    renewal: (state) => ({
      words: [process.execPath, program, state],
      windows: process.platform === "win32"
    })
  };
}
function attemptFile(path2, work) {
  try {
    return { ok: !0, value: work() };
  } catch (error) {
    let why = reasonOf(error);
    if (!why) throw error;
    return fileFailure("renewal", path2, why);
  }
}

// src/model/secret.ts
var Secret = class {
  #value;
  constructor(value) {
    this.#value = value;
  }
  /** The value itself: only for sending it to its peer, exporting it, or masking it. */
  reveal() {
    return this.#value;
  }
  toString() {
    return "***";
  }
  toJSON() {
    return "***";
  }
};

// src/text.ts
var INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, JWT = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
function sanitise(text) {
  return text.toWellFormed().replace(/\r\n?/g, `
`).replace(INVISIBLE, "\uFFFD").replace(/##(?=\[)/g, "## ").replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replace(JWT, "***");
}
function oneLine(text, most = 200) {
  return clip(
    sanitise(text.slice(0, most * 8)).replace(/\s+/g, " ").trim(),
    most
  );
}
function clip(text, most) {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}

// src/report/unexplained.ts
function unexplained(error, reading, run) {
  return {
    id: "unknown",
    severity: "error",
    certainty: "certain",
    title: "a failure that is not known yet",
    link: "token",
    headline: "an error inside this action stopped the step",
    stop: "Error inside this action",
    shown: [{ show: "values", values: [...new Set([error, reading].map(({ message }) => oneLine(message, 600)))].map((value) => ({ name: "seen", value })) }],
    steps: [
      { say: "Use this action as it was published, with every file of its folder `dist`" },
      { say: "Run the job again, if nobody has changed these files" }
    ],
    otherwise: [],
    confirm: [],
    folded: [],
    docs: run.actionRepository === "" ? "" : `${run.serverUrl}/${run.actionRepository}`,
    evidence: [{ kind: "bug", message: oneLine(error.message, 600) }]
  };
}
function sourceIn(env) {
  let { GITHUB_ACTION_REPOSITORY: actionRepository = "", GITHUB_SERVER_URL: serverUrl = "" } = env;
  return { actionRepository, serverUrl };
}
function errorOf(thrown) {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
function unloaded(error, run) {
  let thrown = errorOf(error), { id, headline, shown, steps, docs } = unexplained(thrown, thrown, run), seen = shown.flatMap((block) => block.show === "values" ? block.values : []), lines = [
    headline,
    ...seen.map(({ name, value }) => `${name}  ${value}`),
    ...steps.map(({ say }) => `${say}.`),
    ...docs === "" ? [] : [docs]
  ];
  return { title: `${id}: ${headline}`, message: lines.join(`
`) };
}

// src/profile/process-credentials.ts
function leftMs(text, now) {
  let { Version, Expiration, ...rest } = parsed(text), whole = ["AccessKeyId", "SecretAccessKey", "SessionToken"].every(
    (name) => typeof rest[name] == "string" && rest[name] !== ""
  ), ends = typeof Expiration == "string" ? Date.parse(Expiration) : Number.NaN;
  return Version === 1 && whole && ends > now ? ends - now : 0;
}
function parsed(text) {
  try {
    let value = JSON.parse(text ?? "");
    return typeof value == "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}

// src/steps/renewal-state.ts
function stateIn(text) {
  try {
    let state = JSON.parse(text ?? "");
    return state?.version === 1 && state.inputs && state.run && state.cache ? withSecretProxy(state) : void 0;
  } catch {
    return;
  }
}
function withSecretProxy(state) {
  let { proxy } = state.inputs;
  return proxy ? {
    ...state,
    inputs: { ...state.inputs, proxy: { ...proxy, url: new Secret(String(proxy.url)) } }
  } : state;
}

// src/steps/cached-session.ts
function cachedSession(ports, path2) {
  let state = stateIn(ports.privateFiles.read(path2));
  return state ? freshSession(ports, state) : void 0;
}
function freshSession({ privateFiles, clock: clock2 }, { cache }) {
  let text = privateFiles.read(cache);
  return leftMs(text, clock2.now()) > 3e5 ? text : void 0;
}

// src/renew.ts
failUnread();
var path = process.argv[2] ?? "", clock = makeClock(new AbortController().signal), cached = cachedSession({ privateFiles: makePrivateFiles(clock), clock }, path);
if (cached !== void 0) process.stdout.write(`${cached}
`);
else
  try {
    let { renewSession } = await import("./sign-in.mjs");
    await renewSession(path);
  } catch (error) {
    failPlainly(unloaded(error, sourceIn(process.env)));
  }
await exit();
