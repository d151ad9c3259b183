var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf, __hasOwnProp = Object.prototype.hasOwnProperty;
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from == "object" || typeof from == "function")
    for (let key of __getOwnPropNames(from))
      !__hasOwnProp.call(to, key) && key !== except && __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  return to;
};
var __toESM = (mod, isNodeMode, target) => (target = mod != null ? __create(__getProtoOf(mod)) : {}, __copyProps(
  // If the importer is in node compatibility mode or this is not an ESM
  // file that has been converted to a CommonJS file using a Babel-
  // compatible transform (i.e. "__esModule" has not been set), then set
  // "default" to the CommonJS "module.exports" for node compatibility.
  isNodeMode || !mod || !mod.__esModule ? __defProp(target, "default", { value: mod, enumerable: !0 }) : target,
  mod
));

// built-in:timers/promises
var require_promises = __commonJS({
  "built-in:timers/promises"(exports, module) {
    module.exports = process.getBuiltinModule("node:timers/promises");
  }
});

// built-in:crypto
var require_crypto = __commonJS({
  "built-in:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("node:crypto");
  }
});

// built-in:fs
var require_fs = __commonJS({
  "built-in:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

// built-in:path
var require_path = __commonJS({
  "built-in:path"(exports, module) {
    module.exports = process.getBuiltinModule("node:path");
  }
});

// src/edge/clock.ts
var import_promises = __toESM(require_promises(), 1);
function makeClock(stopped) {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    async sleep(ms) {
      await (0, import_promises.setTimeout)(ms, void 0, { signal: stopped }).catch(() => {
      });
    }
  };
}

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

// src/edge/renewal-files.ts
var import_node_crypto3 = __toESM(require_crypto(), 1), import_node_fs3 = __toESM(require_fs(), 1), import_node_path3 = __toESM(require_path(), 1);

// src/edge/file-lock.ts
var import_node_crypto2 = __toESM(require_crypto(), 1), import_node_fs2 = __toESM(require_fs(), 1), import_node_path2 = __toESM(require_path(), 1);

// src/edge/private-files.ts
var import_node_crypto = __toESM(require_crypto(), 1), import_node_fs = __toESM(require_fs(), 1), import_node_path = __toESM(require_path(), 1), NO_FOLLOW = import_node_fs.constants.O_NOFOLLOW ?? 0;
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
  let seen = (0, import_node_fs.lstatSync)(path2, { throwIfNoEntry: !1 });
  if (!seen) return;
  seen.isSymbolicLink() && refuse({ reason: "link" }), seen.isFile() || refuse({ reason: "not-a-file" });
  let file = (0, import_node_fs.openSync)(path2, import_node_fs.constants.O_RDONLY | NO_FOLLOW);
  try {
    let stat = (0, import_node_fs.fstatSync)(file);
    stat.isFile() || refuse({ reason: "not-a-file" }), stat.size > most && refuse({ reason: "too-large" });
    let { mode, uid, gid } = stat;
    return { bytes: (0, import_node_fs.readFileSync)(file), mode: mode & 4095, uid, gid };
  } finally {
    (0, import_node_fs.closeSync)(file);
  }
}
function makePrivateFolder(folder) {
  let seen = (0, import_node_fs.lstatSync)(folder, { throwIfNoEntry: !1 });
  if (seen)
    seen.isSymbolicLink() ? refuse({ reason: "link" }) : seen.isDirectory() || refuse({ reason: "os", errno: "ENOTDIR" });
  else {
    (0, import_node_fs.existsSync)((0, import_node_path.dirname)(folder)) || makePrivateFolder((0, import_node_path.dirname)(folder));
    try {
      (0, import_node_fs.mkdirSync)(folder, 448);
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw error;
      makePrivateFolder(folder);
    }
  }
}
function stage(path2, bytes, like) {
  let temporary = `${path2}.${(0, import_node_crypto.randomUUID)()}.tmp`, { O_WRONLY, O_CREAT, O_EXCL } = import_node_fs.constants, file = (0, import_node_fs.openSync)(temporary, O_WRONLY | O_CREAT | O_EXCL | NO_FOLLOW, 384);
  try {
    (0, import_node_fs.writeFileSync)(file, bytes);
    let own = (0, import_node_fs.fstatSync)(file);
    like?.uid !== void 0 && (like.uid !== own.uid || like.gid !== own.gid) && (0, import_node_fs.fchownSync)(file, like.uid, like.gid ?? own.gid), (0, import_node_fs.fchmodSync)(file, like?.mode ?? 384), (0, import_node_fs.fsyncSync)(file);
  } catch (error) {
    throw (0, import_node_fs.rmSync)(temporary, { force: !0 }), error;
  } finally {
    (0, import_node_fs.closeSync)(file);
  }
  return temporary;
}
var MOST_ENTRIES = 1e4;
function removeStaged(path2, before = Number.POSITIVE_INFINITY) {
  let [parent, name] = [(0, import_node_path.dirname)(path2), `${(0, import_node_path.basename)(path2)}.`], isOurs = (file) => file.startsWith(name) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(file.slice(name.length));
  try {
    let folder = (0, import_node_fs.opendirSync)(parent);
    try {
      for (let n = 0; n < MOST_ENTRIES; n++) {
        let entry = folder.readSync();
        if (!entry) return;
        let file = (0, import_node_path.join)(parent, entry.name);
        entry.isFile() && isOurs(entry.name) && (0, import_node_fs.lstatSync)(file).mtimeMs < before && (0, import_node_fs.rmSync)(file);
      }
    } finally {
      folder.closeSync();
    }
  } catch {
  }
}
function replaceWhole(path2, text) {
  for (let last = !1; ; last = !0) {
    let temporary = stage(path2, Buffer.from(text));
    try {
      (0, import_node_fs.renameSync)(temporary, path2);
      return;
    } catch (error) {
      if ((0, import_node_fs.rmSync)(temporary, { force: !0 }), last || codeOf(error) !== "ENOENT") throw error;
    }
  }
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
  makePrivateFolder((0, import_node_path2.dirname)(path2));
  let token = (0, import_node_crypto2.randomUUID)();
  for (let waited = 0; !createFile(lock, token); ) {
    clearStaleLock(lock, clock2, staleMs), (waited >= waitMs || isOver()) && refuse({ reason: "locked" });
    let pause = (0, import_node_crypto2.randomInt)(STEP_MS, 2 * STEP_MS);
    waited += pause, await clock2.sleep(pause);
  }
  let letGo = () => {
    isHeldBy(lock, token) && (0, import_node_fs2.rmSync)(lock, { force: !0 });
  }, forget = beforeEnding(letGo);
  try {
    return removeStaged(path2), await work();
  } finally {
    forget(), letGo();
  }
}
function createFile(path2, text) {
  try {
    return (0, import_node_fs2.writeFileSync)(path2, text, { flag: "wx", mode: 384 }), !0;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return !1;
    throw error;
  }
}
function isHeldBy(lock, token) {
  try {
    return (0, import_node_fs2.readFileSync)(lock, "utf8") === token;
  } catch {
    return !1;
  }
}
function isStale(path2, clock2, staleMs) {
  let seen = (0, import_node_fs2.lstatSync)(path2, { throwIfNoEntry: !1 });
  return seen !== void 0 && clock2.now() - seen.mtimeMs > staleMs;
}
function clearStaleLock(lock, clock2, staleMs) {
  if (!isStale(lock, clock2, staleMs)) return;
  let guard = guardOf(lock);
  if (!createFile(guard, "")) {
    isStale(guard, clock2, staleMs) && (0, import_node_fs2.rmSync)(guard, { force: !0 });
    return;
  }
  try {
    isStale(lock, clock2, staleMs) && (0, import_node_fs2.rmSync)(lock, { force: !0 });
  } finally {
    (0, import_node_fs2.rmSync)(guard, { force: !0 });
  }
}

// src/edge/renewal-files.ts
var LARGEST = 256 * 1024, PATIENCE = { waitMs: 15e3, staleMs: 45e3 };
function makePrivateFiles(clock2, program = "", env = process.env, patience = PATIENCE) {
  return {
    place(name) {
      let folder = env.RUNNER_TEMP ?? "";
      return folder === "" ? fileFailure("renewal", "RUNNER_TEMP", { reason: "not-set" }) : { ok: !0, value: (0, import_node_path3.join)(folder, `aws-oidc-preflight-${(0, import_node_crypto3.randomUUID)()}.${name}`) };
    },
    create: (path2, text) => attemptFile(path2, () => {
      makePrivateFolder((0, import_node_path3.dirname)(path2)), (0, import_node_fs3.writeFileSync)(path2, text, { flag: "wx", mode: 384, flush: !0 });
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
        for (let one of [path2, ...lockFilesOf(path2)]) (0, import_node_fs3.rmSync)(one, { force: !0 });
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
endBetweenTurns();
var path = process.argv[2] ?? "", clock = makeClock(new AbortController().signal), cached = cachedSession({ privateFiles: makePrivateFiles(clock), clock }, path);
if (cached !== void 0) process.stdout.write(`${cached}
`);
else {
  let { renewSession } = await import("./sign-in.mjs");
  await renewSession(path);
}
await exit();
