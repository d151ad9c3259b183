var __defProp = Object.defineProperty;
var __export = (target, all6) => {
  for (var name in all6)
    __defProp(target, name, { get: all6[name], enumerable: !0 });
};

// built-in:timers/promises
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var setTimeout = all.setTimeout;

// src/edge/clock.ts
function elapsedMs() {
  return Number(process.hrtime.bigint()) / 1e6;
}
function processStart() {
  return Date.now() - process.uptime() * 1e3;
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

// built-in:crypto
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var createHash = all2.createHash;
var randomInt = all2.randomInt, randomUUID = all2.randomUUID;

// built-in:fs
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var appendFileSync = all3.appendFileSync;
var closeSync = all3.closeSync;
var existsSync = all3.existsSync;
var fchownSync = all3.fchownSync;
var fchmodSync = all3.fchmodSync;
var fstatSync = all3.fstatSync;
var fsyncSync = all3.fsyncSync;
var lstatSync = all3.lstatSync;
var mkdirSync = all3.mkdirSync;
var openSync = all3.openSync;
var readSync = all3.readSync;
var readFileSync = all3.readFileSync;
var realpathSync = all3.realpathSync;
var renameSync = all3.renameSync;
var rmSync = all3.rmSync;
var statSync = all3.statSync;
var truncateSync = all3.truncateSync;
var writeFileSync = all3.writeFileSync;
var opendirSync = all3.opendirSync, constants = all3.constants;

// built-in:os
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:os"), os_default = all4;
var homedir = all4.homedir;
var EOL = all4.EOL;

// built-in:path
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var resolve = all5.resolve;
var isAbsolute = all5.isAbsolute, join = all5.join, relative = all5.relative;
var dirname = all5.dirname, basename = all5.basename;

// src/aws/limits.ts
var SESSION_SECONDS = { least: 900, most: 43200 }, LONGEST_SESSION_POLICY = 2048;
var LARGEST_WORKFLOW = 256 * 1024, LARGEST_POLICY = 1024 * 1024, MOST_JSON_VALUES = 4e4, LARGEST_YAML = 256 * 1024, MOST_YAML_TOKENS = 2e4, LONGEST_TRUST_POLICY = 2 * 8192;
var LARGEST_PARAMETER_FILE = 256 * 1024, LARGEST_PROFILE_FILE = 512 * 1024, LARGEST_RUNNER_FILE = 64 * 1024 * 1024, LARGEST_NOTE = 16 * 1024, LARGEST_NOTES = 512 * 1024, grouped = (value) => String(value).replace(/(?<=\d)(?=(\d{3})+$)/g, ","), mebibytes = (bytes) => `${bytes / 1024 / 1024} MiB`, IN_WORDS = {
  issuerLimit: `${5e3 / 1e3} s`,
  slow: `${2e3 / 1e3} s`,
  largestDocument: mebibytes(1048576),
  mostPublished: grouped(1e4),
  longestToken: grouped(2e4),
  leastRsaBits: grouped(2048),
  leeway: "300 s",
  clockTolerance: "60 s",
  signatureSkew: "300 s",
  signatureSkewMinutes: `${300 / 60} min`,
  longestSession: `${SESSION_SECONDS.most / 3600} hours`,
  longestSessionPolicy: grouped(LONGEST_SESSION_POLICY),
  largestPolicy: `${LARGEST_POLICY / 1024 / 1024} MB`,
  mostJsonValues: grouped(MOST_JSON_VALUES),
  largestYaml: `${LARGEST_YAML / 1024} KiB`,
  mostYamlTokens: grouped(MOST_YAML_TOKENS),
  longestTrustPolicy: grouped(LONGEST_TRUST_POLICY),
  largestRunnerFile: mebibytes(LARGEST_RUNNER_FILE),
  largestProfileFile: `${LARGEST_PROFILE_FILE / 1024} KiB`,
  largestNote: `${LARGEST_NOTE / 1024} KiB`,
  largestNotes: `${LARGEST_NOTES / 1024} KiB`
};

// src/edge/held-files.ts
var PAUSES = [10, 20, 40, 80, 160, 320, 640], HELD = ["EPERM", "EACCES", "EBUSY"];
function standStill(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
function whenLetGo(work, pause = standStill) {
  for (let ms of process.platform === "win32" ? PAUSES : [])
    try {
      return work();
    } catch (error2) {
      if (!HELD.includes(error2.code ?? "")) throw error2;
      pause(ms);
    }
  return work();
}

// src/edge/private-files.ts
var NO_FOLLOW = constants.O_NOFOLLOW ?? 0;
function codeOf(error2) {
  return error2.code;
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
function reasonOf(error2) {
  if (error2 instanceof Refusal) return error2.why;
  let errno = codeOf(error2);
  return errno === void 0 ? void 0 : { reason: "os", errno };
}
function fileFailure(file, path, why) {
  return { ok: !1, failure: { kind: "file", file, path, ...why } };
}
function readRegular(path, most) {
  let seen = lstatSync(path, { throwIfNoEntry: !1 });
  if (!seen) return;
  seen.isSymbolicLink() && refuse({ reason: "link" }), seen.isFile() || refuse({ reason: "not-a-file" });
  let file = openSync(path, constants.O_RDONLY | NO_FOLLOW);
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
    } catch (error2) {
      if (codeOf(error2) !== "EEXIST") throw error2;
      makePrivateFolder(folder);
    }
  }
}
function stage(path, bytes, like, flush = !0) {
  let temporary = `${path}.${randomUUID()}.tmp`, { O_WRONLY, O_CREAT, O_EXCL } = constants, file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | NO_FOLLOW, 384);
  try {
    writeFileSync(file, bytes);
    let own = fstatSync(file);
    like?.uid !== void 0 && (like.uid !== own.uid || like.gid !== own.gid) && fchownSync(file, like.uid, like.gid ?? own.gid), fchmodSync(file, like?.mode ?? 384), flush && fsyncSync(file);
  } catch (error2) {
    throw rmSync(temporary, { force: !0 }), error2;
  } finally {
    closeSync(file);
  }
  return temporary;
}
var MOST_ENTRIES = 1e4;
function removeStaged(path, before = Number.POSITIVE_INFINITY) {
  let [parent, name] = [dirname(path), `${basename(path)}.`], isOurs = (file) => file.startsWith(name) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(file.slice(name.length));
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
function replaceWhole(path, text, flush = !0) {
  for (let last = !1; ; last = !0) {
    let temporary = stage(path, Buffer.from(text), {}, flush);
    try {
      whenLetGo(() => renameSync(temporary, path));
      return;
    } catch (error2) {
      if (rmSync(temporary, { force: !0 }), last || codeOf(error2) !== "ENOENT") throw error2;
    }
  }
}

// src/edge/signals.ts
var ENDING = ["SIGINT", "SIGTERM", "SIGBREAK"], came = [], lastWork = /* @__PURE__ */ new Set(), holders = 0, listening = !1;
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
    stopListening(), process.kill(process.pid, first === "SIGBREAK" ? "SIGTERM" : first);
  }
}
function beforeEnding(work) {
  return lastWork.add(work), () => lastWork.delete(work);
}
function holdSignals() {
  let wasListening = listening;
  return listen(), holders++, {
    told: () => came.length > 0,
    async release() {
      await new Promise((next) => setImmediate(() => setImmediate(next))), holders--, !(holders > 0) && (came.length > 0 ? takeCourse() : wasListening || stopListening());
    }
  };
}

// src/edge/file-lock.ts
var STEP_MS = 20, lockOf = (path) => `${path}.lock`, guardOf = (lock) => `${lock}.clear`;
function lockFilesOf(path) {
  return [lockOf(path), guardOf(lockOf(path))];
}
async function whileLocked(path, { clock: clock2, waitMs, staleMs, isOver = () => !1 }, work) {
  let lock = lockOf(path);
  makePrivateFolder(dirname(path));
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
    return removeStaged(path), await work();
  } finally {
    forget(), letGo2();
  }
}
function createFile(path, text) {
  try {
    return whenLetGo(() => writeFileSync(path, text, { flag: "wx", mode: 384 })), !0;
  } catch (error2) {
    if (codeOf(error2) === "EEXIST") return !1;
    throw error2;
  }
}
function isHeldBy(lock, token) {
  try {
    return readFileSync(lock, "utf8") === token;
  } catch {
    return !1;
  }
}
function isStale(path, clock2, staleMs) {
  let seen = lstatSync(path, { throwIfNoEntry: !1 });
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

// src/edge/profile-files.ts
var PATIENCE = { waitMs: 12e3, staleMs: 1e4 }, FINE = { ok: !0, value: void 0 }, ChangeFailed = class extends Error {
  failure;
  constructor(failure) {
    super(failure.kind), this.failure = failure;
  }
};
function makeProfiles(clock2, env = process.env, patience = PATIENCE) {
  let change = async (edits, before, left) => {
    let signals = holdSignals();
    try {
      for (let edit of byPath(edits)) planOf(edit);
      let waiting = Object.assign(left, { clock: clock2, isOver: signals.told }), plans = await withLocks(edits, waiting, () => {
        let made = plansFor(edits), ready = before();
        if (!ready.ok) throw new ChangeFailed(ready.failure);
        return applyPlans(made), made;
      });
      return { ok: !0, value: { undo: () => change(plans.map(undoing), () => FINE, left) } };
    } catch (error2) {
      if (error2 instanceof ChangeFailed) return { ok: !1, failure: error2.failure };
      throw error2;
    } finally {
      await signals.release();
    }
  };
  return {
    files: () => ({
      credentials: sharedFilePath(env.AWS_SHARED_CREDENTIALS_FILE, "credentials", env),
      config: sharedFilePath(env.AWS_CONFIG_FILE, "config", env)
    }),
    digest: (text) => createHash("sha256").update(text).digest("hex"),
    change: (edits, before = () => FINE) => change(edits, before, { ...patience })
  };
}
function sharedFilePath(named, name, env) {
  let home = (process.platform === "win32" ? env.USERPROFILE : env.HOME) || env.HOME || homedir();
  return named ? resolve(named.replace(/^~(?=$|[/\\])/, home)) : join(home, ".aws", name);
}
function byPath(edits) {
  return [...new Map(edits.map((edit) => [edit.path, edit])).values()];
}
function namingFile({ path, file }, work) {
  try {
    return work();
  } catch (error2) {
    let why = reasonOf(error2);
    throw why ? new ChangeFailed(fileFailure(file, path, why).failure) : error2;
  }
}
async function withLocks(edits, waiting, work) {
  let [first, ...rest] = byPath(edits).sort((a, b) => a.path < b.path ? -1 : 1);
  if (!first) return work();
  let { clock: clock2 } = waiting, from = clock2.monotonic();
  try {
    let next = () => (waiting.waitMs = Math.max(0, waiting.waitMs - (clock2.monotonic() - from)), withLocks(rest, waiting, work));
    return await whileLocked(first.path, waiting, next);
  } catch (error2) {
    return namingFile(first, () => {
      throw error2;
    });
  }
}
function plansFor(edits) {
  let plans = /* @__PURE__ */ new Map();
  for (let edit of edits) {
    let plan = plans.get(edit.path) ?? planOf(edit);
    plans.set(edit.path, plan);
    let edited = edit.edit(plan.after);
    if (!edited.ok) throw new ChangeFailed(edited.failure);
    plan.after = edited.value;
  }
  return [...plans.values()].filter(({ before, after }) => after !== textOf(before));
}
function planOf(edit) {
  let { path, file } = edit;
  return namingFile(edit, () => {
    let before = readRegular(path, LARGEST_PROFILE_FILE);
    return { path, file, before, after: textOf(before) };
  });
}
function textOf(content) {
  if (content)
    return new TextDecoder("utf-8", { fatal: !0, ignoreBOM: !0 }).decode(content.bytes);
}
function applyPlans(plans) {
  let done = [];
  try {
    for (let plan of plans) namingFile(plan, () => stageChange(plan));
    for (let plan of plans)
      namingFile(plan, () => putInPlace(plan)), done.push(plan);
  } catch (error2) {
    for (let { staged } of plans) staged !== void 0 && rmSync(staged, { force: !0 });
    for (let plan of done) takeBack(plan);
    throw error2;
  }
}
function stageChange(plan) {
  let { path, before, after } = plan;
  after !== void 0 && (plan.staged = stage(path, Buffer.from(after), before));
}
function putInPlace({ path, staged }) {
  whenLetGo(() => staged === void 0 ? rmSync(path) : renameSync(staged, path));
}
function takeBack({ path, before }) {
  try {
    let staged = before && stage(path, before.bytes, before);
    whenLetGo(() => staged ? renameSync(staged, path) : rmSync(path, { force: !0 }));
  } catch {
  }
}
function undoing({ path, file, before, after }) {
  return { path, file, edit: (text) => ({
    ok: !0,
    value: text === after ? textOf(before) : text
  }) };
}

// src/edge/renewal-files.ts
var LARGEST = 256 * 1024, PATIENCE2 = { waitMs: 15e3, staleMs: 45e3 };
function makePrivateFiles(clock2, program = "", env = process.env, patience = PATIENCE2) {
  return {
    place(name) {
      let folder = env.RUNNER_TEMP ?? "";
      return folder === "" ? fileFailure("renewal", "RUNNER_TEMP", { reason: "not-set" }) : { ok: !0, value: join(folder, `aws-oidc-preflight-${randomUUID()}.${name}`) };
    },
    create: (path, text) => attemptFile(path, () => {
      makePrivateFolder(dirname(path)), writeFileSync(path, text, { flag: "wx", mode: 384, flush: !0 });
    }),
    read(path) {
      try {
        return readRegular(path, LARGEST)?.bytes.toString("utf8");
      } catch {
        return;
      }
    },
    replace: (path, text) => attemptFile(path, () => replaceWhole(path, text)),
    remove(paths) {
      for (let path of paths) {
        for (let one of [path, ...lockFilesOf(path)])
          whenLetGo(() => rmSync(one, { force: !0 }));
        removeStaged(path);
      }
    },
    async alone(path, work) {
      let begun = !1, once = () => (begun = !0, work());
      try {
        return await whileLocked(path, { ...patience, clock: clock2 }, once);
      } catch (error2) {
        if (begun || !reasonOf(error2)) throw error2;
        return work();
      }
    },
    renewal: (state) => ({
      words: [process.execPath, program, state],
      windows: process.platform === "win32"
    })
  };
}
function attemptFile(path, work) {
  try {
    return { ok: !0, value: work() };
  } catch (error2) {
    let why = reasonOf(error2);
    if (!why) throw error2;
    return fileFailure("renewal", path, why);
  }
}

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input) {
  return input == null ? "" : typeof input == "string" || input instanceof String ? input : JSON.stringify(input);
}
function toCommandProperties(annotationProperties) {
  return Object.keys(annotationProperties).length ? {
    title: annotationProperties.title,
    file: annotationProperties.file,
    line: annotationProperties.startLine,
    endLine: annotationProperties.endLine,
    col: annotationProperties.startColumn,
    endColumn: annotationProperties.endColumn
  } : {};
}

// node_modules/@actions/core/lib/command.js
function issueCommand(command, properties, message) {
  let cmd = new Command(command, properties, message);
  process.stdout.write(cmd.toString() + EOL);
}
function issue(name, message = "") {
  issueCommand(name, {}, message);
}
var CMD_STRING = "::", Command = class {
  constructor(command, properties, message) {
    command || (command = "missing.command"), this.command = command, this.properties = properties, this.message = message;
  }
  toString() {
    let cmdStr = CMD_STRING + this.command;
    if (this.properties && Object.keys(this.properties).length > 0) {
      cmdStr += " ";
      let first = !0;
      for (let key in this.properties)
        if (this.properties.hasOwnProperty(key)) {
          let val = this.properties[key];
          val && (first ? first = !1 : cmdStr += ",", cmdStr += `${key}=${escapeProperty(val)}`);
        }
    }
    return cmdStr += `${CMD_STRING}${escapeData(this.message)}`, cmdStr;
  }
};
function escapeData(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A");
}
function escapeProperty(s) {
  return toCommandValue(s).replace(/%/g, "%25").replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/:/g, "%3A").replace(/,/g, "%2C");
}

// node_modules/@actions/core/lib/platform.js
var platform = os_default.platform(), arch = os_default.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2.Success = 0] = "Success", ExitCode2[ExitCode2.Failure = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function debug(message) {
  issueCommand("debug", {}, message);
}
function error(message, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function warning(message, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function notice(message, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
function info(message) {
  process.stdout.write(message + EOL);
}
function startGroup(name) {
  issue("group", name);
}
function endGroup() {
  issue("endgroup");
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// src/model/problem.ts
var KEY_VARIABLES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN"
], AMBIENT_SETTINGS = [
  ...KEY_VARIABLES,
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE"
], REQUEST_VARIABLES = [
  "ACTIONS_ID_TOKEN_REQUEST_URL",
  "ACTIONS_ID_TOKEN_REQUEST_TOKEN"
];

// src/model/secret.ts
function tokenMasks(token) {
  let segments = token.split(".").filter((segment) => segment.length >= 8);
  return [.../* @__PURE__ */ new Set([token, ...segments])].filter((text) => text.length > 0);
}

// src/model/own-member.ts
function ownMember(table, name) {
  return Object.hasOwn(table, name) ? table[name] : void 0;
}

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
function jsonOf(value) {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return "(nested too deep to show)";
  }
}
var IPV6 = /^::[\da-f:.]{1,40}$/i;
function quote(value, most = 200) {
  let text = typeof value == "string" ? value : jsonOf(value), shown = IPV6.test(text) ? text : oneLine(text, most).replaceAll("`", "'");
  return shown !== "" ? `\`${shown}\`` : text === "" ? "`` (empty)" : "`` (only white space)";
}
function list(values, last = "and") {
  let quoted = values.map((value) => quote(value)), end = quoted.pop() ?? "";
  return quoted.length === 0 ? end : `${quoted.join(", ")} ${last} ${end}`;
}
function listAtMost(values, most) {
  let more = values.length - most;
  return more <= 0 ? list(values) : `${values.slice(0, most).map((value) => quote(value)).join(", ")} and ${more} more`;
}

// src/edge/encodings.ts
var NAMED = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  sol: "/",
  bsol: "\\",
  plus: "+",
  equals: "=",
  lowbar: "_",
  percnt: "%",
  commat: "@",
  colon: ":",
  dollar: "$"
}, ESCAPE = /%([\da-f]{2})|\\(?:u00|x)([\da-f]{2})|\\([\\/"'])|&#x0{0,6}([\da-f]{2});?|&#0{0,6}(\d{2,3});?|&([a-z]+);|<!-- -->|<\/?span>/gi;
function unescaped(text) {
  if (!/[%\\&<]/.test(text)) return;
  let parts = [], places = [], from = 0;
  for (let found of text.matchAll(ESCAPE)) {
    let stands = characterOf(found);
    if (stands !== void 0) {
      for (let at = from; at < found.index; at++) places.push(at);
      stands !== "" && places.push(found.index), parts.push(text.slice(from, found.index), stands), from = found.index + found[0].length;
    }
  }
  if (parts.length === 0) return;
  for (let at = from; at <= text.length; at++) places.push(at);
  let placeOf = (at) => places[at] ?? text.length;
  return { text: parts.join("") + text.slice(from), startOf: placeOf, endOf: placeOf };
}
function characterOf([, percent, json, plain, hex, decimal, name]) {
  if (plain !== void 0) return plain;
  if (name !== void 0) return ownMember(NAMED, name.toLowerCase());
  let digits = percent ?? json ?? hex ?? decimal;
  return digits === void 0 ? "" : String.fromCharCode(Number.parseInt(digits, decimal === void 0 ? 16 : 10));
}
var ENCODINGS = [
  { encoding: "base64", run: /[\w+/-]{10,}/g, bits: 6, phases: 4 },
  { encoding: "hex", run: /[\da-f]{14,}/gi, bits: 4, phases: 2 }
];
function decodings(text) {
  return ENCODINGS.map(({ encoding, run, bits, phases }) => {
    let parts = [], runs = [], length = 0;
    for (let { 0: found, index } of text.matchAll(run))
      for (let phase = 0; phase < phases; phase++) {
        let bytes = Buffer.from(found.slice(phase), encoding).toString("latin1");
        runs.push({ from: length, at: index + phase }), parts.push(bytes, "\0"), length += bytes.length + 1;
      }
    let startOf = (at) => {
      let found = runs.findLast(({ from }) => from <= at);
      return found ? found.at + Math.floor((at - found.from) * 8 / bits) : text.length;
    };
    return {
      text: parts.join(""),
      startOf,
      // A byte ends in the same character as the next one begins, or before it.
      endOf: (at) => startOf(at - 1) + Math.ceil(8 / bits)
    };
  });
}

// src/edge/secret-pieces.ts
var FIRST = Array.from({ length: 7 }).reduce((n) => Math.imul(n, 16777619), 1), Pieces = class {
  #words = [];
  #samples = /* @__PURE__ */ new Set();
  #sampled = 0;
  /** Made when a text first seems to hold a piece: few ever do. */
  #table;
  add(secret) {
    for (let word of wordsOf(secret))
      this.#words.push(word), this.#sampled += word.length, this.#sampled <= 65536 && this.#sample(folded(word));
    this.#table = void 0;
  }
  /** Of `least` characters (8 or more) or more, in order; those that may be words, too, where the text is none of anybody's writing. */
  rangesIn(text, least, words = !1) {
    return this.#mayBeIn(text, least) ? (this.#table ??= new Table(this.#words), this.#table.rangesIn(text, least, words)) : [];
  }
  #sample(word) {
    for (let at = 0; at + 6 <= word.length; at++)
      this.#samples.add(word.slice(at, at + 6));
  }
  #mayBeIn(text, least) {
    if (this.#sampled > 65536) return !0;
    let all6 = folded(text);
    for (let at = 0; at + 6 <= all6.length; at += least - 6 + 1)
      if (this.#samples.has(all6.slice(at, at + 6))) return !0;
    return !1;
  }
};
function folded(text) {
  return text.replaceAll("\u03A3", "\u03C3").toLowerCase();
}
var Table = class {
  /** All secrets, each character folded, each ended by 0; of a sentence its words. */
  #codes;
  /** The place of a piece in them and one more, by its hash; 0 stands for none. */
  #places;
  #shift;
  constructor(words) {
    let all6 = joined(words), bits = Math.max(4, Math.ceil(Math.log2(all6.length * 2)));
    this.#codes = foldedOf(all6), this.#places = new Int32Array(1 << bits), this.#shift = 32 - bits, forEachPiece(this.#codes, (at, hash) => {
      let slot = this.#slotOf(this.#codes, at, hash);
      this.#places[slot] === 0 && (this.#places[slot] = at + 1);
    });
  }
  rangesIn(text, least, words) {
    let ranges = [], codes = foldedOf(text), from = 0, end = -1, done = () => {
      end - from >= least && (words || tells(text, from, end)) && ranges.push([from, end]);
    };
    return forEachPiece(codes, (at, hash) => {
      this.#places[this.#slotOf(codes, at, hash)] !== 0 && (at > end && (done(), from = at), end = at + 8);
    }), done(), ranges;
  }
  /** Where that piece stands in the table, or would. */
  #slotOf(codes, at, hash) {
    let slot = Math.imul(hash, 2654435761) >>> this.#shift;
    for (let place = this.#places[slot]; place && !isSame(this.#codes, place - 1, codes, at); place = this.#places[slot])
      slot = slot + 1 === this.#places.length ? 0 : slot + 1;
    return slot;
  }
}, MOST_WORDS = 3;
function wordsOf(secret) {
  let words = secret.split(/\s+/);
  return (words.length > MOST_WORDS ? words : [secret]).filter(({ length }) => length >= 8);
}
function joined(words) {
  return [...words].sort((a, b) => b.length - a.length).reduce((all6, word) => all6.includes(word) ? all6 : `${all6}${word}\0`, "\0");
}
function tells(text, from, to) {
  return to - from >= 16 || /[A-Z\d]/.test(text.slice(from, to));
}
function foldedOf(text) {
  let codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    let code = text.charCodeAt(at);
    codes[at] = code >= 65 && code <= 90 ? code + 32 : code;
  }
  return codes;
}
function forEachPiece(codes, tell) {
  let hash = 0, whole = 0;
  for (let end = 0; end < codes.length; end++) {
    let code = codes[end] ?? 0, gone = end < 8 ? 0 : Math.imul(codes[end - 8] ?? 0, FIRST);
    hash = Math.imul(hash - gone, 16777619) + code | 0, whole = code === 0 ? 0 : whole + 1, whole >= 8 && tell(end - 8 + 1, hash);
  }
}
function isSame(one, from, other, at) {
  for (let n = 0; n < 8; n++) if (one[from + n] !== other[at + n]) return !1;
  return !0;
}

// src/edge/masks.ts
var SHORTEST = 4, PIECE = 12, PIECE_DECODED = 8, SHORTEST_DECODED = 7, MOST_LAYERS = 3, Masks = class {
  /** Each in the forms that are no encoding: those that are looked for whole, and the long ones of which a piece tells. */
  #whole = /* @__PURE__ */ new Set();
  #pieces = new Pieces();
  #cleaners = {
    text: (text) => this.clean(text),
    name: (name) => this.#cleanName(name)
  };
  add(secret) {
    if (secret.length < SHORTEST || this.#whole.has(secret)) return;
    let bytes = Buffer.from(secret).toString("latin1");
    for (let form of [secret, bytes, secret.replaceAll(" ", "+")]) this.#whole.add(form);
    if (secret.length > PIECE) for (let form of /* @__PURE__ */ new Set([secret, bytes])) this.#pieces.add(form);
  }
  /** Fit to write: no secret in it, and nothing that the runner would obey. */
  clean(text) {
    return sanitise(without(text, this.#rangesIn(text, this.#whole)));
  }
  /** The same for JSON: only the texts inside are cleaned, so that it stays JSON whatever a secret looks like. */
  cleanJson(text) {
    let hides = this.#rangesIn(text, this.#whole, MOST_LAYERS + 1).length > 0;
    if (!hides && isFit(text)) return text.endsWith(`
`) ? text : `${text}
`;
    let value = JSON.parse(
      text,
      (_name, member) => withTexts(member, hides ? this.#cleaners : SANITISERS)
    );
    return `${JSON.stringify(value, null, 2)}
`;
  }
  /** A value that others work with, as it is but for long secrets: of short ones it may hold some by right. */
  cleanValue(text) {
    return without(text, this.#rangesIn(text));
  }
  /** A name is ours, or one from outside: a short secret is no reason to change it. */
  #cleanName(name) {
    return sanitise(without(name, this.#rangesIn(name)));
  }
  /** Pieces of the long ones, and those that are looked for whole. */
  #rangesIn(text, whole = /* @__PURE__ */ new Set(), layers = MOST_LAYERS) {
    return this.#whole.size === 0 || text.length < SHORTEST ? [] : inEachLayer(text, (plain) => [
      ...wholeIn(plain, whole),
      ...this.#pieces.rangesIn(plain, PIECE),
      ...inEncodings(plain, (bytes) => [
        ...wholeIn(bytes, whole, SHORTEST_DECODED),
        ...this.#pieces.rangesIn(bytes, PIECE_DECODED, !0)
      ])
    ], layers);
  }
};
function inEncodings(text, find) {
  return decodings(text).flatMap((decoded) => inSource(decoded, find));
}
function inEachLayer(text, find, layers) {
  let plain = layers === 0 ? void 0 : unescaped(text), below = plain && inSource(plain, (one) => inEachLayer(one, find, layers - 1));
  return [...find(text), ...below ?? []];
}
function inSource({ text, startOf, endOf }, find) {
  return find(text).map(([from, to]) => [startOf(from), endOf(to)]);
}
function wholeIn(text, forms, shortest = SHORTEST) {
  let ranges = [];
  for (let form of forms)
    if (!(form.length > text.length || form.length < shortest))
      for (let at = text.indexOf(form); at >= 0; at = text.indexOf(form, at + form.length))
        ranges.push([at, at + form.length]);
  return ranges;
}
function without(text, ranges) {
  if (ranges.length === 0) return text;
  let parts = [], end = 0;
  for (let [from, to] of [...ranges].sort(([a], [b]) => a - b))
    from >= end && parts.push(text.slice(end, from), "***"), end = Math.max(end, to);
  return parts.concat(text.slice(end)).join("");
}
function isFit(json) {
  return !/\\[^"\\/]|"\s*::/.test(json) && sanitise(json) === json;
}
var SANITISERS = { text: sanitise, name: sanitise };
function withTexts(member, { text, name }) {
  return typeof member == "string" ? text(member) : typeof member != "object" || member === null || Array.isArray(member) ? member : Object.fromEntries(Object.entries(member).map(([own, value]) => [name(own), value]));
}

// src/edge/read-below.ts
function readBelow(path, root, maxBytes, strictly = !1) {
  let refused = (failure) => ({
    ok: !1,
    failure: { kind: "token-file", ...failure }
  }), failed = (problem) => refused({ path, problem });
  try {
    let top = realpathSync(root), asked = relative(root, resolve(root, path));
    if (strictly && leadsOut(asked)) return failed("outside");
    let real = realpathSync(resolve(root, path));
    if (strictly && relative(resolve(top, asked), real) !== "") return failed("link");
    if (!isAbsolute(path) && leadsOut(relative(top, real))) return failed("outside");
    let stat = statSync(real);
    if (stat.isDirectory()) return failed("directory");
    if (!stat.isFile()) return failed("not-a-file");
    let bytes = readAtMost(real, maxBytes + 1);
    if (!bytes) return failed("not-a-file");
    if (bytes.length > maxBytes) {
      let { size } = stat, seen = size > maxBytes ? { size } : { size: maxBytes, over: !0 };
      return refused({ path, problem: "too-large", ...seen });
    }
    let text = textIn(bytes);
    return text.trim() === "" ? failed("empty") : { ok: !0, value: text };
  } catch (error2) {
    let code = error2.code ?? "";
    return code === "ENOENT" || code === "ENOTDIR" ? failed("missing") : refused({ path, problem: "unreadable", errno: code });
  }
}
var NO_WAIT = constants.O_NONBLOCK ?? 0;
function textIn(bytes) {
  let [first = 1, second = 1] = bytes, isLittle = first === 255 && second === 254 || first !== 0 && second === 0;
  return !isLittle && !(first === 254 && second === 255 || first === 0 && second !== 0) ? bytes.toString("utf8") : new TextDecoder(isLittle ? "utf-16le" : "utf-16be").decode(bytes);
}
function leadsOut(away) {
  return /^\.\.($|[/\\])/.test(away) || isAbsolute(away);
}
function readAtMost(path, most) {
  let file = openSync(path, constants.O_RDONLY | NO_WAIT);
  try {
    if (!fstatSync(file).isFile()) return;
    let bytes = Buffer.alloc(most), length = 0;
    for (; length < most; ) {
      let read = readSync(file, bytes, length, most - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

// src/edge/runner-files.ts
function sizeOf(path) {
  let stat = statSync(path);
  return stat.isDirectory() && refuse({ reason: "os", errno: "EISDIR" }), stat.isFile() || refuse({ reason: "not-a-file" }), stat.size > LARGEST_RUNNER_FILE && refuse({ reason: "too-large" }), stat.size;
}
function readEvent(path) {
  if (path)
    try {
      return sizeOf(path), JSON.parse(readFileSync(path, "utf8"));
    } catch {
      return;
    }
}
function appendValues(file, values) {
  let delimiter = `ghadelimiter_${randomUUID()}`, entries = Object.entries(values);
  entries.flat().some((text2) => text2.includes(delimiter)) && refuse({ reason: "delimiter" });
  let text = entries.map(([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ""].join(EOL)).join(""), size = sizeOf(file), undo = () => {
    try {
      truncateSync(file, size);
    } catch {
    }
  };
  try {
    return appendFileSync(file, text), undo;
  } catch (error2) {
    throw undo(), error2;
  }
}
function appendPage(file, markdown) {
  sizeOf(file), appendFileSync(file, markdown);
}
function writeReport(path, text) {
  makeDirectory(dirname(path));
  let seen = lstatSync(path, { throwIfNoEntry: !1 });
  seen?.isSymbolicLink() && refuse({ reason: "link" }), seen?.isDirectory() && refuse({ reason: "os", errno: "EISDIR" }), seen && !seen.isFile() && refuse({ reason: "not-a-file" }), sweepBeside(path), replaceWhole(path, text, !1);
}
function sweepBeside(path) {
  removeStaged(path, processStart());
}
function makeDirectory(path) {
  if (existsSync(path)) return;
  let parent = dirname(path);
  parent !== path && makeDirectory(parent), mkdirSync(path);
}

// src/edge/standard-streams.ts
function letGo() {
}
function outliveReaders() {
  for (let stream of [process.stdout, process.stderr])
    stream.listeners("error").includes(letGo) || stream.on("error", letGo);
}

// src/edge/runner.ts
var STATE = "variables", [, REQUEST_TOKEN] = REQUEST_VARIABLES, FILES = { GITHUB_ENV: "env", GITHUB_OUTPUT: "output", GITHUB_STATE: "state" }, SAY = { error, warning, notice }, CREDENTIALS = /* @__PURE__ */ new Set(["aws-access-key-id", "aws-secret-access-key", "aws-session-token"]), DONE = { ok: !0, value: void 0 };
function makeRunner(env = process.env) {
  outliveReaders();
  let state = {}, masks = new Masks();
  masks.add(env[REQUEST_TOKEN] ?? "");
  let told = /* @__PURE__ */ new Set([""]), clean = (text) => masks.clean(text), put = (name, values) => {
    let file = env[name] ?? "";
    if (file === "") return fileFailure(FILES[name], name, { reason: "not-set" });
    try {
      return { ok: !0, value: appendValues(file, values) };
    } catch (error2) {
      return fileFailure(FILES[name], file, fileReasonOf(error2));
    }
  }, keep = (name, data) => withoutValue(put("GITHUB_STATE", { [name]: JSON.stringify(data) })), exportAll = (variables) => {
    let done = put("GITHUB_ENV", variables);
    return done.ok && Object.assign(process.env, variables), withoutValue(done);
  };
  return {
    // The toolkit's own getter does not tell an unset input from an empty one.
    input: (name) => env[`INPUT_${name.replaceAll(" ", "_").toUpperCase()}`]?.trim(),
    env: (name) => env[name],
    event: () => readEvent(env.GITHUB_EVENT_PATH),
    mask(value) {
      masks.add(value), told.has(value) || setSecret(value), told.add(value);
    },
    info: (line) => info(clean(line)),
    debug(line) {
      env.RUNNER_DEBUG === "1" && debug(clean(line));
    },
    group(title, lines) {
      startGroup(clean(title));
      for (let line of lines) info(clean(line));
      endGroup();
    },
    annotate({ severity, title, message, file, line }) {
      let place = file === void 0 || line === void 0 ? {} : { file, startLine: line };
      SAY[severity](clean(message), { title: clean(title), ...place });
    },
    setOutputs(outputs) {
      let values = Object.entries(outputs).map(([name, value]) => [
        name,
        CREDENTIALS.has(name) ? value : masks.cleanValue(value)
      ]);
      return put("GITHUB_OUTPUT", Object.fromEntries(values));
    },
    exportVariables: exportAll,
    rememberVariables(variables) {
      if (!env.GITHUB_STATE) return DONE;
      for (let [name, value] of Object.entries(variables)) {
        let before = state[name]?.before ?? env[name] ?? "";
        /KEY|TOKEN/.test(name) && this.mask(before), state[name] = { before, ours: digest(value) };
      }
      return keep(STATE, state);
    },
    restoreVariables() {
      let kept = JSON.parse(getState(STATE) || "{}"), ours = Object.entries(kept).filter(
        ([name, { ours: ours2, before: before2 }]) => digest(env[name] ?? "") === ours2 && before2 !== (env[name] ?? "")
      );
      if (ours.length === 0) return [];
      let before = Object.fromEntries(ours.map(([name, had]) => [name, had.before]));
      if (!exportAll(before).ok)
        throw new Error("the job's environment file, GITHUB_ENV, was not written");
      return Object.keys(before);
    },
    remember: keep,
    recall(name) {
      let text = getState(name);
      return text === "" ? void 0 : JSON.parse(text);
    },
    async writeSummary(markdown) {
      let file = env.GITHUB_STEP_SUMMARY;
      if (file)
        try {
          appendPage(file, `${clean(markdown)}${EOL}`);
        } catch (error2) {
          let why = fileReasonOf(error2), reason = why.reason === "os" ? why.errno : why.reason;
          warning(
            clean(
              `${file}: ${reason}. Nothing else is lost: the annotations and the log say the same.`
            ),
            { title: "aws-oidc-preflight: the job summary could not be written" }
          );
        }
    },
    writeFile(path, text) {
      try {
        return writeReport(path, masks.cleanJson(text)), DONE;
      } catch (error2) {
        return fileFailure("report", path, fileReasonOf(error2));
      }
    },
    sweepBeside,
    readFile: readBelow,
    fail() {
      process.exitCode = 1;
    }
  };
}
function digest(value) {
  return createHash("sha256").update(value).digest("hex");
}
function fileReasonOf(error2) {
  return reasonOf(error2) ?? { reason: "os", errno: error2.message };
}
function withoutValue(result) {
  return result.ok ? DONE : result;
}

// src/words.ts
function errorCode(why) {
  return why.reason === "os" ? why.errno : REASON_CODES[why.reason];
}
var REASON_CODES = {
  "not-set": "not set",
  delimiter: "the delimiter is in a value",
  link: "LINK",
  "not-a-file": "NOT_A_FILE",
  "too-large": "TOO_LARGE",
  locked: "LOCKED"
};

// src/report/cleanup-lines.ts
function notRemovedText(profiles, failure) {
  let place = failure.kind === "file" ? `${failure.path}: ${errorCode(failure)}` : failure.kind === "profile-odd" ? `${failure.path}, line ${failure.line}: ${failure.problem}` : "";
  return `${profiles.length === 1 ? "profile" : "profiles"} ${listAtMost(profiles, 3)}, ${place}`;
}
function cleanupLines(all6) {
  let told = all6.flatMap(
    (removed) => Object.keys(FATES).flatMap((fate) => {
      let files = list([...new Set(removed[fate])]);
      return removed[fate].length > 0 ? [{ fate, files, profile: removed.profile }] : [];
    })
  );
  return [...Map.groupBy(told, ({ fate, files }) => JSON.stringify([fate, files])).values()].flatMap((group) => {
    let [first] = group, names = group.map(({ profile }) => profile), what = names.length === 1 ? "Profile" : "Profiles";
    return first ? [`${what} ${listAtMost(names, MOST)} ${FATES[first.fate](first.files)}`] : [];
  });
}
var MOST = 5, FATES = {
  from: (files) => `removed from ${files}`,
  restored: (files) => `put back in ${files} as it was before this step`,
  changed: (files) => `left as it is in ${files}: changed since this step wrote it`,
  lost: (files) => `left as it is in ${files}: changed since this step wrote it; what it held before this step was not put back`,
  gone: (files) => `not put back: ${files} is gone since this step wrote it`,
  large: (files) => `not put back in ${files}: what it held before this step was too large to keep (more than ${IN_WORDS.largestNote})`
};

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536);

// src/aws/partitions.ts
var PARTITIONS = [
  {
    id: "aws",
    dnsSuffix: "amazonaws.com",
    dualStackDnsSuffix: "api.aws",
    regionPattern: String.raw`^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$`,
    regions: "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 us-east-2 us-west-1 us-west-2".split(" ")
  },
  {
    id: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    dualStackDnsSuffix: "api.amazonwebservices.com.cn",
    regionPattern: String.raw`^cn-\w+-\d+$`,
    regions: "cn-north-1 cn-northwest-1".split(" ")
  },
  {
    id: "aws-eusc",
    dnsSuffix: "amazonaws.eu",
    dualStackDnsSuffix: "api.amazonwebservices.eu",
    regionPattern: String.raw`^eusc-(de)-\w+-\d+$`,
    regions: "eusc-de-east-1".split(" ")
  },
  {
    id: "aws-iso",
    dnsSuffix: "c2s.ic.gov",
    dualStackDnsSuffix: "api.aws.ic.gov",
    regionPattern: String.raw`^us-iso-\w+-\d+$`,
    regions: "us-iso-east-1 us-iso-west-1".split(" ")
  },
  {
    id: "aws-iso-b",
    dnsSuffix: "sc2s.sgov.gov",
    dualStackDnsSuffix: "api.aws.scloud",
    regionPattern: String.raw`^us-isob-\w+-\d+$`,
    regions: "us-isob-east-1 us-isob-west-1".split(" ")
  },
  {
    id: "aws-iso-e",
    dnsSuffix: "cloud.adc-e.uk",
    dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
    regionPattern: String.raw`^eu-isoe-\w+-\d+$`,
    regions: "eu-isoe-west-1".split(" ")
  },
  {
    id: "aws-iso-f",
    dnsSuffix: "csp.hci.ic.gov",
    dualStackDnsSuffix: "api.aws.hci.ic.gov",
    regionPattern: String.raw`^us-isof-\w+-\d+$`,
    regions: "us-isof-east-1 us-isof-south-1".split(" ")
  },
  {
    id: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    dualStackDnsSuffix: "api.aws",
    regionPattern: String.raw`^us-gov-\w+-\d+$`,
    regions: "us-gov-east-1 us-gov-west-1".split(" ")
  }
];

// src/model/input.ts
var NO_ROLE = "none";

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder(), decoder = new TextDecoder(), strictDecoder = new TextDecoder("utf-8", { fatal: !0 }), UINT32_RANGE = 2 ** 32;
function encodeBase64(input, url = !1) {
  if (Uint8Array.prototype.toBase64)
    return input.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  let CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input.subarray(i, i + CHUNK_SIZE)));
  let encoded = btoa(arr.join(""));
  return url ? encoded.replace(/=/g, "").replace(/\+/g, "-").replace(/\//g, "_") : encoded;
}
function decodeBase64(encoded, url = !1) {
  if (Uint8Array.fromBase64)
    return Uint8Array.fromBase64(encoded, { alphabet: url ? "base64url" : "base64" });
  if (url) {
    if (encoded.includes("+") || encoded.includes("/"))
      throw new TypeError("Invalid base64url");
    encoded = encoded.replace(/-/g, "+").replace(/_/g, "/");
  }
  let binary = atob(encoded), bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++)
    bytes[i] = binary.charCodeAt(i);
  return bytes;
}

// node_modules/jose/dist/webapi/util/base64url.js
var base64url_exports = {};
__export(base64url_exports, {
  decode: () => decode,
  encode: () => encode
});
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), !0);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode(input) {
  return encodeBase64(typeof input == "string" ? encoder.encode(input) : input, !0);
}

// src/steps/mask-login.ts
function maskLogin(login, runner2) {
  if (login === "") return;
  let secret = login.includes(":") ? login.slice(login.indexOf(":") + 1) : login, sent = percentDecoded(login) ?? login;
  for (let text of [secret, percentDecoded(secret) ?? "", basic(sent)])
    text !== "" && runner2.mask(text);
}
function shownUrl(text, login) {
  let bare = login === "" ? text : text.replace(`${login}@`, "");
  return /@|%40|[?#]|^(?:[a-z][a-z\d+.-]*:)?\/*[^/[]*?:(?!\d*(?:\/|$))/i.test(bare) ? { withheld: !0 } : bare;
}
function loginOf(text) {
  let end = Math.max(text.lastIndexOf("@"), text.lastIndexOf("%40"));
  return end < 0 ? "" : text.slice(0, end).replace(/^[\s"']*(?:[a-z][a-z\d+.-]*:?)?[/\\]+/i, "");
}
function percentDecoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return;
  }
}
function basic(login) {
  let text = base64url_exports.encode(login).replaceAll("-", "+").replaceAll("_", "/");
  return text.padEnd(Math.ceil(text.length / 4) * 4, "=");
}

// src/steps/input-values.ts
var InputReader = class {
  problems = [];
  #runner;
  constructor(runner2) {
    this.#runner = runner2;
  }
  text(input, standard = "") {
    let text = this.#runner.input(input) ?? "";
    if (/^eyJ[\w-]+\./.test(text)) for (let mask of tokenMasks(text)) this.#runner.mask(mask);
    return text || standard;
  }
  /** `line`: of the input's own lines, from 1. */
  bad(input, want, given = this.text(input), line) {
    this.problems.push({ input, given, want, ...line === void 0 ? {} : { line } });
  }
  /** YAML 1.2 core schema, as the toolkit's getBooleanInput has it. */
  boolean(input, standard) {
    let text = this.text(input);
    return text === "" ? standard : /^(true|True|TRUE)$/.test(text) ? !0 : /^(false|False|FALSE)$/.test(text) ? !1 : (this.bad(input, { form: "boolean" }), standard);
  }
  whole(input, standard, range) {
    let text = this.text(input);
    if (text === "") return standard;
    let value = Number(text);
    return /^\d+$/.test(text) && value >= range.least && value <= range.most || this.bad(input, { form: "whole", ...range }), value;
  }
  oneOf(input, standard, allowed) {
    let text = this.text(input);
    if (text === "") return standard;
    let found = allowed.find((value) => value === text);
    return found || this.bad(input, { form: "one-of", values: allowed }), found ?? standard;
  }
  /** A URL, as it was given (a last slash is part of an issuer); https only, but for loopback addresses where `loopback` is set. */
  url(input, loopback, text = this.text(input)) {
    if (text === "") return "";
    let parts = /^(?<scheme>https?):\/\/(?<host>\[[\d:a-f]+\]|[^\s/:@?#%]+)(?<port>:\d+)?(?<rest>\/[^\s?#]*)?$/i.exec(
      text
    )?.groups;
    if (parts)
      parts.scheme?.toLowerCase() !== "https" && !(loopback && isLoopback(parts.host ?? "")) && this.bad(input, { form: loopback ? "https-or-loopback-url" : "https-url" }, text);
    else {
      let login = loginOf(text);
      maskLogin(login, this.#runner), this.bad(input, { form: "url" }, shownUrl(text, login));
    }
    return text;
  }
  lines(input, separator) {
    return this.text(input).split(separator).map((line) => line.trim()).filter((line) => line !== "");
  }
};
function isLoopback(host) {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(host);
}

// src/profile/name.ts
function headerOf(name, file) {
  return file === "credentials" || name === "default" ? `[${name}]` : /\s/.test(name) ? `[profile '${name}']` : `[profile ${name}]`;
}
function profileOf(section, file) {
  let text = section.trim();
  if (file === "credentials" || text === "default") return file === "config" ? "default" : text;
  if (!/^profile\s/.test(text)) return;
  let words = shellWords(text);
  return words ? words.length === 2 ? words[1] : void 0 : null;
}
var BLANK = /\s*/y, WORD = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/y, PIECE2 = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|[^\s'"\\]/g;
function shellWords(text) {
  let words = [], at = 0;
  for (; at < text.length; ) {
    BLANK.lastIndex = at;
    let blank = BLANK.exec(text)?.[0].length ?? 0;
    WORD.lastIndex = at + blank;
    let word = WORD.exec(text)?.[0];
    if (word === void 0) return;
    words.push(
      word.replace(PIECE2, (whole, single, double, escaped) => single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped ?? whole)
    ), at += blank + word.length;
  }
  return words;
}

// src/steps/read-roles.ts
var ROLES = "roles";
function hasRoles(runner2) {
  let text = runner2.input(ROLES) ?? "";
  return text !== "" && text !== NO_ROLE;
}

// src/steps/read-inputs.ts
function readOutlets(runner2) {
  let read = new InputReader(runner2);
  return {
    reportFile: readReportFile(read, runner2),
    summary: read.boolean("summary", !0),
    several: hasRoles(runner2)
  };
}
function readReportFile(read, runner2) {
  return read.text("report-file", `${runner2.env("RUNNER_TEMP") ?? "."}/aws-oidc-preflight.json`);
}

// src/profile/previous-profile.ts
function isSameProfile(one, other) {
  return JSON.stringify(one.lines) === JSON.stringify(other?.lines);
}

// src/steps/profile-note.ts
function noteName(number) {
  return number === 1 ? "profile" : `profile-${number}`;
}
function recallNotes(runner2) {
  let notes = [];
  for (; ; ) {
    let note = runner2.recall(noteName(notes.length + 1));
    if (!note) return notes;
    notes.push(note);
  }
}

// src/profile/ini.ts
var BOM = "\uFEFF", HEADER = /^\[([^\]]+)\]\s*$|^\[([^\]]+)\]\s+[#;][^\]]*$/;
function linesOf(text) {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map(lineOf);
}
function lineOf(raw) {
  let text = raw.replace(/\r?\n$/, "");
  return { raw, text, sort: sortOf(text) };
}
function sortOf(line) {
  return /^[^\S\ufeff]*$/.test(line) ? "blank" : /^\s*[#;]/.test(line) ? "comment" : line.startsWith("[") ? "header" : "setting";
}
function staysIn({ sort }) {
  return sort === "comment" || sort === "blank";
}
function profileIn(header, file) {
  let found = HEADER.exec(header), section = found?.[1] ?? found?.[2];
  return section === void 0 ? null : profileOf(section, file);
}
function isOpen(line) {
  return line !== void 0 && !line.raw.endsWith(`
`);
}
function withEnd(line, end) {
  return { ...line, raw: line.raw + end };
}
function withoutEnd(line) {
  return { ...line, raw: line.raw.replace(/(?<=[^\r\n\ufeff])\r?\n$/, "") };
}
function writtenAs(settings) {
  return Object.entries(settings).map(([key, value]) => `${key} = ${value}`).join(`
`);
}
function sectionLines(name, file, settings, end) {
  return [headerOf(name, file), ...writtenAs(settings).split(`
`)].map((text) => lineOf(text + end));
}

// src/profile/sections.ts
function oddText(text) {
  let nul = text.indexOf("\0");
  if (nul >= 0) return { problem: "nul", line: lineAt(text, nul) };
  let bareReturn = text.search(/\r(?!\n)/);
  return bareReturn < 0 ? void 0 : { problem: "carriage-return", line: lineAt(text, bareReturn) };
}
function lineAt(text, index) {
  return text.slice(0, index).split(`
`).length;
}
function sectionsOf(lines) {
  let sections = [{ line: 1, lines: [] }], last = sections[0];
  for (let [index, line] of lines.entries())
    line.sort === "header" && (last = { line: index + 1, lines: [] }, sections.push(last)), last.lines.push(line);
  return sections;
}
var SectionIndex = class {
  /** What is wrong with the text for whatever profile. */
  odd;
  #file;
  #sections = /* @__PURE__ */ new Map();
  /** Lines that look like a header of the profile, but are indented. */
  #indented = /* @__PURE__ */ new Map();
  constructor([head, ...sections], file) {
    this.#file = file;
    let early = head.lines.findIndex(({ sort }) => sort === "setting"), closed = sections.find(({ lines: [header] }) => header && this.#nameIn(header) === null);
    early >= 0 ? this.odd = { problem: "before-sections", line: early + 1 } : closed && (this.odd = { problem: "header", line: closed.line });
    for (let section of sections) {
      this.add(section);
      for (let [index, { text }] of section.lines.entries()) {
        if (!isIndentedHeader(text)) continue;
        let name = profileIn(text.trim(), file);
        name && !this.#indented.has(name) && this.#indented.set(name, section.line + index);
      }
    }
  }
  of(profile) {
    return this.#sections.get(profile)?.[0];
  }
  add(section) {
    let name = this.#nameIn(section.lines[0]);
    if (!name) return;
    let same = this.#sections.get(name);
    same ? same.push(section) : this.#sections.set(name, [section]);
  }
  remove(section) {
    let name = this.#nameIn(section.lines[0]), rest = this.#sections.get(name ?? "")?.filter((one) => one !== section);
    name && rest && this.#sections.set(name, rest);
  }
  /** What keeps the section of this profile from being set or taken out safely; undefined where nothing does. */
  oddOf(profile) {
    let [own, second] = this.#sections.get(profile) ?? [];
    if (second) return { problem: "duplicate", line: second.line };
    let inside = own?.lines.findIndex(({ text }) => isIndentedHeader(text)) ?? -1, lines = [
      ...own && inside >= 0 ? [own.line + inside] : [],
      ...this.#indented.has(profile) ? [this.#indented.get(profile) ?? 0] : []
    ];
    return lines.length === 0 ? void 0 : { problem: "indented-header", line: Math.min(...lines) };
  }
  #nameIn(header) {
    return header && profileIn(header.text, this.#file);
  }
};
function isIndentedHeader(text) {
  return /^\s+\[/.test(text);
}

// src/profile/profile-text.ts
var ProfileText = class {
  /** As it was read; undefined: there is no file. */
  source;
  isThere;
  #mark;
  #sections;
  #indexes = /* @__PURE__ */ new Map();
  #odd;
  #lines;
  constructor(source) {
    let text = source ?? "";
    this.source = source, this.isThere = source !== void 0, this.#mark = text.startsWith(BOM) ? BOM : "", this.#odd = oddText(text);
    let lines = linesOf(text.slice(this.#mark.length));
    this.#lines = lines.length, this.#sections = sectionsOf(lines);
  }
  /** undefined: no file. */
  text() {
    if (!this.isThere) return;
    let raws = this.#sections.map(({ lines }) => lines.map(({ raw }) => raw).join(""));
    return this.#mark + raws.join("");
  }
  get isEmpty() {
    let [head, ...rest] = this.#sections.slice(0, 2);
    return this.#mark === "" && rest.length === 0 && head?.lines.length === 0;
  }
  odd(profile, file) {
    let index = this.#index(file);
    return this.#odd ?? index.odd ?? index.oddOf(profile);
  }
  /** The line of the profile's section in the text as it was read, from 1; 0 where it has none. */
  lineOf(profile, file) {
    return this.#index(file).of(profile)?.line ?? 0;
  }
  /** The profile's settings as they stand, line by line; undefined where it has no section. Comments and blank lines do not count. */
  settings(profile, file) {
    return this.#index(file).of(profile)?.lines.slice(1)?.filter(({ sort }) => sort === "setting")?.map(({ text }) => text).join(`
`);
  }
  /** Replaces the profile's settings where it has a section, its comments kept; else adds one at the end. */
  set(profile, file, settings) {
    let first = this.#sections.find(({ lines }) => lines.length > 0)?.lines[0], end = /\r?\n$/.exec(first?.raw ?? "")?.[0] ?? `
`, block = sectionLines(profile, file, settings, end), own = this.#index(file).of(profile);
    if (this.isThere = !0, own) {
      let wasOpen = isOpen(own.lines.at(-1));
      this.#refill(own, [...block, ...own.lines.slice(1).filter(staysIn)]), wasOpen && openUp(own);
      return;
    }
    let last = this.#sections.at(-1), section = { line: this.#lines + 1, lines: block };
    last && isOpen(last.lines.at(-1)) && (closeLast(last, end), openUp(section)), this.#lines += block.length, this.#insert(this.#sections.length, section);
  }
  /** Takes the profile's section out; comments in it and around it stay. Undoes `set` to the byte. */
  remove(profile, file) {
    let own = this.#index(file).of(profile);
    if (!own) return;
    let at = this.#sections.indexOf(own), wasOpen = isOpen(own.lines.at(-1));
    for (let index of this.#indexes.values()) index.remove(own);
    this.#sections.splice(at, 1);
    let above = this.#sections[at - 1];
    for (let line of own.lines) above && staysIn(line) && above.lines.push(line);
    above && wasOpen && openUp(above);
  }
  /** What the profile's section holds; undefined where it has none. */
  previous(profile, file) {
    let own = this.#index(file).of(profile);
    if (!own) return;
    let at = this.#sections.indexOf(own), last = own.lines.findLast(staysIn) ?? this.#sections[at - 1]?.lines.at(-1), end = /\r?\n$/.exec(last?.raw ?? "")?.[0] ?? `
`, lines = own.lines.map((line) => staysIn(line) ? null : line.raw);
    return { from: this.#lengthOf(at), lines, end };
  }
  /**
   * Puts it in the place of the profile's section. Where there is none: in an `untouched` text, in the place that it was taken out of,
   * else at the end. Comments that have come since stay behind it.
   */
  putBack(profile, file, had, untouched) {
    let own = this.#index(file).of(profile), section = own ?? { line: this.#lines + 1, lines: [] }, at = own ? this.#sections.indexOf(own) : this.#sections.length, comments = section.lines.filter(staysIn);
    !own && untouched && ({ at, comments } = this.#cut(had.from));
    let next = 0, lines = [...had.lines.flatMap((raw) => raw === null ? comments[next++] ?? [] : lineOf(raw)), ...comments.slice(next)];
    own ? this.#refill(own, lines) : this.#insert(at, { ...section, lines }), this.isThere = !0, this.#close(at, had.end);
  }
  #index(file) {
    let index = this.#indexes.get(file) ?? new SectionIndex(this.#sections, file);
    return this.#indexes.set(file, index), index;
  }
  #insert(at, section) {
    this.#sections.splice(at, 0, section);
    for (let index of this.#indexes.values()) index.add(section);
  }
  #refill(section, lines) {
    for (let index of this.#indexes.values()) index.remove(section);
    section.lines = lines;
    for (let index of this.#indexes.values()) index.add(section);
  }
  /** How many lines the first `many` sections have. Without a copy: a file may have a header in every line, and roles are many. */
  #lengthOf(many) {
    let sum = 0;
    for (let at = 0; at < many; at++) sum += this.#sections[at]?.lines.length ?? 0;
    return sum;
  }
  /** Makes room for a section behind so many lines; what stood there, a section's last lines, is to follow it. */
  #cut(from) {
    let above = 0, at = 0;
    for (; at < this.#sections.length; at++) {
      let next = above + (this.#sections[at]?.lines.length ?? 0);
      if (next >= from) break;
      above = next;
    }
    let comments = this.#sections[at]?.lines.splice(from - above) ?? [];
    return { at: Math.min(at + 1, this.#sections.length), comments };
  }
  /** Each line of the section ends, and the one above it; but the last one of the file as it does. */
  #close(at, end) {
    let [above, section] = [this.#sections[at - 1], this.#sections[at]];
    if (above && isOpen(above.lines.at(-1)) && closeLast(above, end), !section) return;
    let last = at === this.#sections.length - 1 ? section.lines.length - 1 : -1;
    section.lines = section.lines.map(
      (line, index) => isOpen(line) && index !== last ? withEnd(line, end) : line
    );
  }
};
function closeLast({ lines }, end) {
  let last = lines.pop();
  last && lines.push(withEnd(last, end));
}
function openUp({ lines }) {
  let last = lines.pop();
  last && lines.push(withoutEnd(last));
}

// src/steps/shared-file.ts
function fileEdits(all6, told = () => {
}) {
  let failures = /* @__PURE__ */ new Map(), files = [...Map.groupBy(all6, ({ path }) => path).values()];
  return files.flatMap((edits, index) => {
    let [first] = edits;
    if (!first) return [];
    let { path, file } = first;
    return [{ path, file, edit: (source) => {
      let text = new ProfileText(source);
      for (let one of edits) {
        let failure2 = failureOf(one, text);
        failure2 && failures.set(one, failure2);
      }
      let value = text.text();
      if (told(path, value), index < files.length - 1) return { ok: !0, value };
      let failure = toTell(all6.flatMap((one) => failures.get(one) ?? []));
      return failure ? { ok: !1, failure } : { ok: !0, value };
    } }];
  });
}
function failureOf({ profile, file, path, edit }, text) {
  let odd = text.odd(profile, file);
  return (odd && { kind: "profile-odd", profile, path, ...odd }) ?? edit(text);
}
function toTell([first, ...rest]) {
  if (first?.kind !== "profile-exists") return first;
  let others = /* @__PURE__ */ new Map();
  for (let one of rest) {
    if (one.kind !== "profile-exists" || one.profile === first.profile) continue;
    let { profile, path, line } = one;
    others.has(profile) || others.set(profile, { profile, path, line });
  }
  return others.size === 0 ? first : { ...first, others: [...others.values()] };
}

// src/steps/remove-profile.ts
async function removeProfiles(runner2, profiles, privateFiles) {
  let notes = recallNotes(runner2);
  if (notes.length === 0) return [];
  privateFiles.remove(notes.flatMap(({ files }) => files));
  let left = asLeft(profiles.digest), all6 = notes.map((note) => removalOf(note, profiles.digest, left)), done = await profiles.change(
    // The last change first: both may be in one file.
    fileEdits(all6.flatMap(({ edits }) => edits).reverse())
  );
  if (done.ok) return all6.map(({ removed }) => removed);
  throw new Error(
    notRemovedText(
      notes.map(({ profile }) => profile),
      done.failure
    )
  );
}
function asLeft(digestOf) {
  let digests = /* @__PURE__ */ new Map();
  return {
    is(text, digest2) {
      let own = digests.get(text) ?? digestOf(text.source ?? "");
      return digests.set(text, own), own === digest2;
    },
    leave: (text) => {
      digests.set(text, "");
    }
  };
}
function removalOf(note, digestOf, left) {
  let removed = {
    profile: note.profile,
    from: [],
    restored: [],
    changed: [],
    lost: [],
    gone: [],
    large: []
  }, log = { removed, left, other: "theirs" };
  return {
    removed,
    edits: note.sections.map((section) => editToRemove(note, section, digestOf, log))
  };
}
function editToRemove({ profile, created, files }, { path, file, digest: digest2, taken, previous, large }, digestOf, log) {
  let { removed, left } = log;
  return { profile, file, path, edit: (text) => {
    let settings = text.settings(profile, file), untouched = taken === !0 && text.isThere && left.is(text, digest2), isOurs = taken ? settings === void 0 && (log.other === "ours" || log.other === "unwritten" && untouched) : settings !== void 0 && digestOf(settings) === digest2, asBefore = previous && isSameProfile(previous, text.previous(profile, file));
    if (!taken && (isOurs || files.some((one) => settings?.includes(one))) ? log.other = "ours" : !taken && (asBefore || !(previous || large || settings)) && (log.other = "unwritten"), (!isOurs || large) && left.leave(text), !text.isThere || !isOurs) {
      let list2 = text.isThere ? previous ? removed.lost : removed.changed : removed.gone;
      !asBefore && (previous || settings !== void 0) && list2.push(path);
      return;
    }
    if (large && removed.large.push(path), previous) {
      removed.restored.push(path), text.putBack(profile, file, previous, untouched);
      return;
    }
    taken || (removed.from.push(path), text.remove(profile, file), text.isEmpty && created.includes(path) && (text.isThere = !1));
  } };
}

// src/post.ts
var runner = makeRunner(), clock = makeClock(new AbortController().signal);
function warn(what, error2) {
  runner.annotate({
    severity: "warning",
    title: `aws-oidc-preflight: ${what}`,
    message: `What the job had before could not be put back: ${error2 instanceof Error ? error2.message : String(error2)}`
  });
}
try {
  let names = runner.restoreVariables();
  names.length > 0 && runner.info(`Put back as they were before: ${names.join(", ")}`);
} catch (error2) {
  warn("the environment could not be put back", error2);
}
runner.sweepBeside(readOutlets(runner).reportFile);
try {
  let all6 = await removeProfiles(runner, makeProfiles(clock), makePrivateFiles(clock));
  for (let line of cleanupLines(all6)) runner.info(line);
} catch (error2) {
  warn("the profile could not be removed", error2);
}
