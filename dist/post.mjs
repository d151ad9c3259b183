import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf, __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require < "u" ? require : typeof Proxy < "u" ? new Proxy(x, {
  get: (a, b) => (typeof require < "u" ? require : a)[b]
}) : x)(function(x) {
  if (typeof require < "u") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all) => {
  for (var name in all)
    __defProp(target, name, { get: all[name], enumerable: !0 });
}, __copyProps = (to, from, except, desc) => {
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

// node_modules/tunnel/lib/tunnel.js
var require_tunnel = __commonJS({
  "node_modules/tunnel/lib/tunnel.js"(exports) {
    "use strict";
    var net = __require("net"), tls = __require("tls"), http = __require("http"), https = __require("https"), events = __require("events"), assert = __require("assert"), util = __require("util");
    exports.httpOverHttp = httpOverHttp2;
    exports.httpsOverHttp = httpsOverHttp2;
    exports.httpOverHttps = httpOverHttps2;
    exports.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = http.request, agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = http.request, agent.createSocket = createSecureSocket, agent.defaultPort = 443, agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = https.request, agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = https.request, agent.createSocket = createSecureSocket, agent.defaultPort = 443, agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {}, self.proxyOptions = self.options.proxy || {}, self.maxSockets = self.options.maxSockets || http.Agent.defaultMaxSockets, self.requests = [], self.sockets = [], self.on("free", function(socket, host, port, localAddress) {
        for (var options2 = toOptions(host, port, localAddress), i = 0, len = self.requests.length; i < len; ++i) {
          var pending = self.requests[i];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i, 1), pending.request.onSocket(socket);
            return;
          }
        }
        socket.destroy(), self.removeSocket(socket);
      });
    }
    util.inherits(TunnelingAgent, events.EventEmitter);
    TunnelingAgent.prototype.addRequest = function(req, host, port, localAddress) {
      var self = this, options = mergeOptions({ request: req }, self.options, toOptions(host, port, localAddress));
      if (self.sockets.length >= this.maxSockets) {
        self.requests.push(options);
        return;
      }
      self.createSocket(options, function(socket) {
        socket.on("free", onFree), socket.on("close", onCloseOrRemove), socket.on("agentRemove", onCloseOrRemove), req.onSocket(socket);
        function onFree() {
          self.emit("free", socket, options);
        }
        function onCloseOrRemove(err) {
          self.removeSocket(socket), socket.removeListener("free", onFree), socket.removeListener("close", onCloseOrRemove), socket.removeListener("agentRemove", onCloseOrRemove);
        }
      });
    };
    TunnelingAgent.prototype.createSocket = function(options, cb) {
      var self = this, placeholder = {};
      self.sockets.push(placeholder);
      var connectOptions = mergeOptions({}, self.proxyOptions, {
        method: "CONNECT",
        path: options.host + ":" + options.port,
        agent: !1,
        headers: {
          host: options.host + ":" + options.port
        }
      });
      options.localAddress && (connectOptions.localAddress = options.localAddress), connectOptions.proxyAuth && (connectOptions.headers = connectOptions.headers || {}, connectOptions.headers["Proxy-Authorization"] = "Basic " + new Buffer(connectOptions.proxyAuth).toString("base64")), debug2("making CONNECT request");
      var connectReq = self.request(connectOptions);
      connectReq.useChunkedEncodingByDefault = !1, connectReq.once("response", onResponse), connectReq.once("upgrade", onUpgrade), connectReq.once("connect", onConnect), connectReq.once("error", onError), connectReq.end();
      function onResponse(res) {
        res.upgrade = !0;
      }
      function onUpgrade(res, socket, head) {
        process.nextTick(function() {
          onConnect(res, socket, head);
        });
      }
      function onConnect(res, socket, head) {
        if (connectReq.removeAllListeners(), socket.removeAllListeners(), res.statusCode !== 200) {
          debug2(
            "tunneling socket could not be established, statusCode=%d",
            res.statusCode
          ), socket.destroy();
          var error2 = new Error("tunneling socket could not be established, statusCode=" + res.statusCode);
          error2.code = "ECONNRESET", options.request.emit("error", error2), self.removeSocket(placeholder);
          return;
        }
        if (head.length > 0) {
          debug2("got illegal response body from proxy"), socket.destroy();
          var error2 = new Error("got illegal response body from proxy");
          error2.code = "ECONNRESET", options.request.emit("error", error2), self.removeSocket(placeholder);
          return;
        }
        return debug2("tunneling connection has established"), self.sockets[self.sockets.indexOf(placeholder)] = socket, cb(socket);
      }
      function onError(cause) {
        connectReq.removeAllListeners(), debug2(
          `tunneling socket could not be established, cause=%s
`,
          cause.message,
          cause.stack
        );
        var error2 = new Error("tunneling socket could not be established, cause=" + cause.message);
        error2.code = "ECONNRESET", options.request.emit("error", error2), self.removeSocket(placeholder);
      }
    };
    TunnelingAgent.prototype.removeSocket = function(socket) {
      var pos = this.sockets.indexOf(socket);
      if (pos !== -1) {
        this.sockets.splice(pos, 1);
        var pending = this.requests.shift();
        pending && this.createSocket(pending, function(socket2) {
          pending.request.onSocket(socket2);
        });
      }
    };
    function createSecureSocket(options, cb) {
      var self = this;
      TunnelingAgent.prototype.createSocket.call(self, options, function(socket) {
        var hostHeader = options.request.getHeader("host"), tlsOptions = mergeOptions({}, self.options, {
          socket,
          servername: hostHeader ? hostHeader.replace(/:.*$/, "") : options.host
        }), secureSocket = tls.connect(0, tlsOptions);
        self.sockets[self.sockets.indexOf(socket)] = secureSocket, cb(secureSocket);
      });
    }
    function toOptions(host, port, localAddress) {
      return typeof host == "string" ? {
        host,
        port,
        localAddress
      } : host;
    }
    function mergeOptions(target) {
      for (var i = 1, len = arguments.length; i < len; ++i) {
        var overrides = arguments[i];
        if (typeof overrides == "object")
          for (var keys = Object.keys(overrides), j = 0, keyLen = keys.length; j < keyLen; ++j) {
            var k = keys[j];
            overrides[k] !== void 0 && (target[k] = overrides[k]);
          }
      }
      return target;
    }
    var debug2;
    process.env.NODE_DEBUG && /\btunnel\b/.test(process.env.NODE_DEBUG) ? debug2 = function() {
      var args = Array.prototype.slice.call(arguments);
      typeof args[0] == "string" ? args[0] = "TUNNEL: " + args[0] : args.unshift("TUNNEL:"), console.error.apply(console, args);
    } : debug2 = function() {
    };
    exports.debug = debug2;
  }
});

// node_modules/tunnel/index.js
var require_tunnel2 = __commonJS({
  "node_modules/tunnel/index.js"(exports, module) {
    module.exports = require_tunnel();
  }
});

// src/edge/clock.ts
import { setTimeout as wait } from "node:timers/promises";
function makeClock(stopped) {
  return {
    now: () => Date.now(),
    monotonic: () => performance.now(),
    async sleep(ms) {
      await wait(ms, void 0, { signal: stopped }).catch(() => {
      });
    }
  };
}

// src/edge/profile-files.ts
import { createHash } from "node:crypto";
import { renameSync as renameSync2, rmSync as rmSync3 } from "node:fs";
import { homedir } from "node:os";
import { join as join2, resolve } from "node:path";

// src/aws/limits.ts
var SESSION_SECONDS = { least: 900, most: 43200 }, LONGEST_SESSION_POLICY = 2048;
var LARGEST_WORKFLOW = 256 * 1024, LARGEST_POLICY = 1024 * 1024, MOST_JSON_VALUES = 4e4, LARGEST_YAML = 256 * 1024, MOST_YAML_TOKENS = 2e4, LONGEST_TRUST_POLICY = 2 * 8192, LARGEST_PROFILE_FILE = 512 * 1024, LARGEST_RUNNER_FILE = 64 * 1024 * 1024, LARGEST_NOTE = 16 * 1024, grouped = (value) => value.toLocaleString("en-US"), mebibytes = (bytes) => `${bytes / 1024 / 1024} MiB`, IN_WORDS = {
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
  largestNote: `${LARGEST_NOTE / 1024} KiB`
};

// src/edge/file-lock.ts
import { randomInt, randomUUID as randomUUID2 } from "node:crypto";
import { lstatSync as lstatSync2, readFileSync as readFileSync2, rmSync as rmSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { dirname as dirname2 } from "node:path";

// src/edge/private-files.ts
import { randomUUID } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fchmodSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  opendirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync
} from "node:fs";
import { basename, dirname, join } from "node:path";
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
    let stat2 = fstatSync(file);
    stat2.isFile() || refuse({ reason: "not-a-file" }), stat2.size > most && refuse({ reason: "too-large" });
    let { mode, uid, gid } = stat2;
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
    existsSync(dirname(folder)) || makePrivateFolder(dirname(folder));
    try {
      mkdirSync(folder, 448);
    } catch (error2) {
      if (codeOf(error2) !== "EEXIST") throw error2;
      makePrivateFolder(folder);
    }
  }
}
function stage(path, bytes, like) {
  let temporary = `${path}.${randomUUID()}.tmp`, { O_WRONLY, O_CREAT, O_EXCL } = constants, file = openSync(temporary, O_WRONLY | O_CREAT | O_EXCL | NO_FOLLOW, 384);
  try {
    writeFileSync(file, bytes);
    let own = fstatSync(file);
    like?.uid !== void 0 && (like.uid !== own.uid || like.gid !== own.gid) && fchownSync(file, like.uid, like.gid ?? own.gid), fchmodSync(file, like?.mode ?? 384), fsyncSync(file);
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
function replaceWhole(path, text) {
  for (let last = !1; ; last = !0) {
    let temporary = stage(path, Buffer.from(text));
    try {
      renameSync(temporary, path);
      return;
    } catch (error2) {
      if (rmSync(temporary, { force: !0 }), last || codeOf(error2) !== "ENOENT") throw error2;
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
  makePrivateFolder(dirname2(path));
  let token = randomUUID2();
  for (let waited = 0; !createFile(lock, token); ) {
    clearStaleLock(lock, clock2, staleMs), (waited >= waitMs || isOver()) && refuse({ reason: "locked" });
    let pause = randomInt(STEP_MS, 2 * STEP_MS);
    waited += pause, await clock2.sleep(pause);
  }
  let letGo = () => {
    isHeldBy(lock, token) && rmSync2(lock, { force: !0 });
  }, forget = beforeEnding(letGo);
  try {
    return removeStaged(path), await work();
  } finally {
    forget(), letGo();
  }
}
function createFile(path, text) {
  try {
    return writeFileSync2(path, text, { flag: "wx", mode: 384 }), !0;
  } catch (error2) {
    if (codeOf(error2) === "EEXIST") return !1;
    throw error2;
  }
}
function isHeldBy(lock, token) {
  try {
    return readFileSync2(lock, "utf8") === token;
  } catch {
    return !1;
  }
}
function isStale(path, clock2, staleMs) {
  let seen = lstatSync2(path, { throwIfNoEntry: !1 });
  return seen !== void 0 && clock2.now() - seen.mtimeMs > staleMs;
}
function clearStaleLock(lock, clock2, staleMs) {
  if (!isStale(lock, clock2, staleMs)) return;
  let guard = guardOf(lock);
  if (!createFile(guard, "")) {
    isStale(guard, clock2, staleMs) && rmSync2(guard, { force: !0 });
    return;
  }
  try {
    isStale(lock, clock2, staleMs) && rmSync2(lock, { force: !0 });
  } finally {
    rmSync2(guard, { force: !0 });
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
      for (let edit of edits) planOf(edit);
      let waiting = Object.assign(left, { clock: clock2, isOver: signals.told }), plans = await withLocks([...edits], waiting, () => {
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
  return named ? resolve(named.replace(/^~(?=$|[/\\])/, home)) : join2(home, ".aws", name);
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
  let [first, ...rest] = [...new Map(edits.map((edit) => [edit.path, edit])).values()].sort(
    (a, b) => a.path < b.path ? -1 : 1
  );
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
    for (let { staged } of plans) staged !== void 0 && rmSync3(staged, { force: !0 });
    for (let plan of done) takeBack(plan);
    throw error2;
  }
}
function stageChange(plan) {
  let { path, before, after } = plan;
  after !== void 0 && (plan.staged = stage(path, Buffer.from(after), before));
}
function putInPlace({ path, staged }) {
  staged === void 0 ? rmSync3(path) : renameSync2(staged, path);
}
function takeBack({ path, before }) {
  try {
    before ? renameSync2(stage(path, before.bytes, before), path) : rmSync3(path, { force: !0 });
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
import { randomUUID as randomUUID3 } from "node:crypto";
import { rmSync as rmSync4, writeFileSync as writeFileSync3 } from "node:fs";
import { dirname as dirname3, join as join3 } from "node:path";
var LARGEST = 256 * 1024, PATIENCE2 = { waitMs: 15e3, staleMs: 45e3 };
function makePrivateFiles(clock2, program = "", env = process.env, patience = PATIENCE2) {
  return {
    place(name) {
      let folder = env.RUNNER_TEMP ?? "";
      return folder === "" ? fileFailure("renewal", "RUNNER_TEMP", { reason: "not-set" }) : { ok: !0, value: join3(folder, `aws-oidc-preflight-${randomUUID3()}.${name}`) };
    },
    create: (path, text) => attemptFile(path, () => {
      makePrivateFolder(dirname3(path)), writeFileSync3(path, text, { flag: "wx", mode: 384, flush: !0 });
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
        for (let one of [path, ...lockFilesOf(path)]) rmSync4(one, { force: !0 });
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

// src/edge/runner.ts
import { createHash as createHash2 } from "node:crypto";
import { EOL as EOL5 } from "node:os";

// node_modules/@actions/core/lib/command.js
import * as os from "os";

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
  process.stdout.write(cmd.toString() + os.EOL);
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

// node_modules/@actions/core/lib/core.js
import * as os3 from "os";

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel2(), 1);
var HttpCodes;
(function(HttpCodes2) {
  HttpCodes2[HttpCodes2.OK = 200] = "OK", HttpCodes2[HttpCodes2.MultipleChoices = 300] = "MultipleChoices", HttpCodes2[HttpCodes2.MovedPermanently = 301] = "MovedPermanently", HttpCodes2[HttpCodes2.ResourceMoved = 302] = "ResourceMoved", HttpCodes2[HttpCodes2.SeeOther = 303] = "SeeOther", HttpCodes2[HttpCodes2.NotModified = 304] = "NotModified", HttpCodes2[HttpCodes2.UseProxy = 305] = "UseProxy", HttpCodes2[HttpCodes2.SwitchProxy = 306] = "SwitchProxy", HttpCodes2[HttpCodes2.TemporaryRedirect = 307] = "TemporaryRedirect", HttpCodes2[HttpCodes2.PermanentRedirect = 308] = "PermanentRedirect", HttpCodes2[HttpCodes2.BadRequest = 400] = "BadRequest", HttpCodes2[HttpCodes2.Unauthorized = 401] = "Unauthorized", HttpCodes2[HttpCodes2.PaymentRequired = 402] = "PaymentRequired", HttpCodes2[HttpCodes2.Forbidden = 403] = "Forbidden", HttpCodes2[HttpCodes2.NotFound = 404] = "NotFound", HttpCodes2[HttpCodes2.MethodNotAllowed = 405] = "MethodNotAllowed", HttpCodes2[HttpCodes2.NotAcceptable = 406] = "NotAcceptable", HttpCodes2[HttpCodes2.ProxyAuthenticationRequired = 407] = "ProxyAuthenticationRequired", HttpCodes2[HttpCodes2.RequestTimeout = 408] = "RequestTimeout", HttpCodes2[HttpCodes2.Conflict = 409] = "Conflict", HttpCodes2[HttpCodes2.Gone = 410] = "Gone", HttpCodes2[HttpCodes2.TooManyRequests = 429] = "TooManyRequests", HttpCodes2[HttpCodes2.InternalServerError = 500] = "InternalServerError", HttpCodes2[HttpCodes2.NotImplemented = 501] = "NotImplemented", HttpCodes2[HttpCodes2.BadGateway = 502] = "BadGateway", HttpCodes2[HttpCodes2.ServiceUnavailable = 503] = "ServiceUnavailable", HttpCodes2[HttpCodes2.GatewayTimeout = 504] = "GatewayTimeout";
})(HttpCodes || (HttpCodes = {}));
var Headers;
(function(Headers2) {
  Headers2.Accept = "accept", Headers2.ContentType = "content-type";
})(Headers || (Headers = {}));
var MediaTypes;
(function(MediaTypes2) {
  MediaTypes2.ApplicationJson = "application/json";
})(MediaTypes || (MediaTypes = {}));
var HttpRedirectCodes = [
  HttpCodes.MovedPermanently,
  HttpCodes.ResourceMoved,
  HttpCodes.SeeOther,
  HttpCodes.TemporaryRedirect,
  HttpCodes.PermanentRedirect
], HttpResponseRetryCodes = [
  HttpCodes.BadGateway,
  HttpCodes.ServiceUnavailable,
  HttpCodes.GatewayTimeout
];

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL2 } from "os";
import { constants as constants2, promises } from "fs";
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve3) {
      resolve3(value);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator.throw(value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
}, { access, appendFile, writeFile } = promises, SUMMARY_ENV_VAR = "GITHUB_STEP_SUMMARY";
var Summary = class {
  constructor() {
    this._buffer = "";
  }
  /**
   * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
   * Also checks r/w permissions.
   *
   * @returns step summary file path
   */
  filePath() {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._filePath)
        return this._filePath;
      let pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv)
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      try {
        yield access(pathFromEnv, constants2.R_OK | constants2.W_OK);
      } catch {
        throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
      }
      return this._filePath = pathFromEnv, this._filePath;
    });
  }
  /**
   * Wraps content in an HTML tag, adding any HTML attributes
   *
   * @param {string} tag HTML tag to wrap
   * @param {string | null} content content within the tag
   * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
   *
   * @returns {string} content wrapped in HTML element
   */
  wrap(tag, content, attrs = {}) {
    let htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    return content ? `<${tag}${htmlAttrs}>${content}</${tag}>` : `<${tag}${htmlAttrs}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter(this, void 0, void 0, function* () {
      let overwrite = !!options?.overwrite, filePath = yield this.filePath();
      return yield (overwrite ? writeFile : appendFile)(filePath, this._buffer, { encoding: "utf8" }), this.emptyBuffer();
    });
  }
  /**
   * Clears the summary buffer and wipes the summary file
   *
   * @returns {Summary} summary instance
   */
  clear() {
    return __awaiter(this, void 0, void 0, function* () {
      return this.emptyBuffer().write({ overwrite: !0 });
    });
  }
  /**
   * Returns the current summary buffer as a string
   *
   * @returns {string} string of summary buffer
   */
  stringify() {
    return this._buffer;
  }
  /**
   * If the summary buffer is empty
   *
   * @returns {boolen} true if the buffer is empty
   */
  isEmptyBuffer() {
    return this._buffer.length === 0;
  }
  /**
   * Resets the summary buffer without writing to summary file
   *
   * @returns {Summary} summary instance
   */
  emptyBuffer() {
    return this._buffer = "", this;
  }
  /**
   * Adds raw text to the summary buffer
   *
   * @param {string} text content to add
   * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
   *
   * @returns {Summary} summary instance
   */
  addRaw(text, addEOL = !1) {
    return this._buffer += text, addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL2);
  }
  /**
   * Adds an HTML codeblock to the summary buffer
   *
   * @param {string} code content to render within fenced code block
   * @param {string} lang (optional) language to syntax highlight code
   *
   * @returns {Summary} summary instance
   */
  addCodeBlock(code, lang) {
    let attrs = Object.assign({}, lang && { lang }), element = this.wrap("pre", this.wrap("code", code), attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML list to the summary buffer
   *
   * @param {string[]} items list of items to render
   * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
   *
   * @returns {Summary} summary instance
   */
  addList(items, ordered = !1) {
    let tag = ordered ? "ol" : "ul", listItems = items.map((item) => this.wrap("li", item)).join(""), element = this.wrap(tag, listItems);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML table to the summary buffer
   *
   * @param {SummaryTableCell[]} rows table rows
   *
   * @returns {Summary} summary instance
   */
  addTable(rows) {
    let tableBody = rows.map((row) => {
      let cells = row.map((cell) => {
        if (typeof cell == "string")
          return this.wrap("td", cell);
        let { header, data, colspan, rowspan } = cell, tag = header ? "th" : "td", attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag, data, attrs);
      }).join("");
      return this.wrap("tr", cells);
    }).join(""), element = this.wrap("table", tableBody);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds a collapsable HTML details element to the summary buffer
   *
   * @param {string} label text for the closed state
   * @param {string} content collapsable content
   *
   * @returns {Summary} summary instance
   */
  addDetails(label, content) {
    let element = this.wrap("details", this.wrap("summary", label) + content);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML image tag to the summary buffer
   *
   * @param {string} src path to the image you to embed
   * @param {string} alt text description of the image
   * @param {SummaryImageOptions} options (optional) addition image attributes
   *
   * @returns {Summary} summary instance
   */
  addImage(src, alt, options) {
    let { width, height } = options || {}, attrs = Object.assign(Object.assign({}, width && { width }), height && { height }), element = this.wrap("img", null, Object.assign({ src, alt }, attrs));
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML section heading element
   *
   * @param {string} text heading text
   * @param {number | string} [level=1] (optional) the heading level, default: 1
   *
   * @returns {Summary} summary instance
   */
  addHeading(text, level) {
    let tag = `h${level}`, allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag) ? tag : "h1", element = this.wrap(allowedTag, text);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML thematic break (<hr>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addSeparator() {
    let element = this.wrap("hr", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML line break (<br>) to the summary buffer
   *
   * @returns {Summary} summary instance
   */
  addBreak() {
    let element = this.wrap("br", null);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML blockquote to the summary buffer
   *
   * @param {string} text quote text
   * @param {string} cite (optional) citation url
   *
   * @returns {Summary} summary instance
   */
  addQuote(text, cite) {
    let attrs = Object.assign({}, cite && { cite }), element = this.wrap("blockquote", text, attrs);
    return this.addRaw(element).addEOL();
  }
  /**
   * Adds an HTML anchor tag to the summary buffer
   *
   * @param {string} text link text/content
   * @param {string} href hyperlink
   *
   * @returns {Summary} summary instance
   */
  addLink(text, href) {
    let element = this.wrap("a", text, { href });
    return this.addRaw(element).addEOL();
  }
}, _summary = new Summary();

// node_modules/@actions/core/lib/platform.js
import os2 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs.promises, IS_WINDOWS = process.platform === "win32";
var READONLY = fs.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os2.platform(), arch = os2.arch();

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
  process.stdout.write(message + os3.EOL);
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

// src/model/secret.ts
function tokenMasks(token) {
  let segments = token.split(".").filter((segment) => segment.length >= 8);
  return [.../* @__PURE__ */ new Set([token, ...segments])].filter((text) => text.length > 0);
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
var ESCAPES = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "|": "&#124;",
  "`": "&#96;",
  "*": "&#42;",
  _: "&#95;",
  "[": "&#91;",
  "#": "&#35;",
  "@": "&#64;",
  "\\": "&#92;",
  "~": "&#126;"
};
function entities(text) {
  return text.replace(/[&<>"'|`*_[#@\\~]/g, (found) => ESCAPES[found] ?? found);
}
function escaped(text) {
  return entities(text).replaceAll("$", "<span>&#36;</span>").replace(/&#64;|:(?=\/\/)|www(?=\.)/gi, (found) => `${found}<!-- -->`);
}

// src/edge/secret-forms.ts
function encodedForms(secret) {
  let bytes = Buffer.from(secret), json = JSON.stringify(secret).slice(1, -1), forms = [
    ...base64Forms(bytes),
    bytes.toString("hex"),
    bytes.toString("hex").toUpperCase(),
    json,
    json.replaceAll("/", "\\/"),
    ...percentForms(secret)
  ];
  return [...new Set(forms)].filter((form) => form.length >= 10 && form !== secret);
}
function base64Forms(bytes) {
  return [0, 1, 2].flatMap((shift) => {
    let inner = bytes.subarray(shift), whole = inner.subarray(0, inner.length - inner.length % 3);
    return [whole.toString("base64"), whole.toString("base64url")];
  });
}
function percentForms(secret) {
  let percent = encodeURIComponent(secret.toWellFormed()), lower = percent.replace(/%[\dA-F]{2}/g, (code) => code.toLowerCase());
  return [...[percent, lower].flatMap((form) => [form, form.replaceAll("%20", "+")]), encodeURIComponent(percent)];
}

// src/edge/masks.ts
var SHORTEST = 4, BEGINNING = 16, Masks = class {
  #secrets = /* @__PURE__ */ new Set();
  #all = /* @__PURE__ */ new Set();
  /** The same in order, made when next asked for: secrets may come by the thousand. */
  #inOrder;
  /** False where there is nothing to hide, or where it is hidden already. */
  add(secret) {
    if (secret === "" || this.#secrets.has(secret)) return !1;
    if (this.#secrets.add(secret), secret.length < SHORTEST) return !0;
    for (let form of [secret, escaped(secret), ...encodedForms(secret)]) this.#all.add(form);
    return this.#inOrder = void 0, !0;
  }
  /** Fit to write: no secret in it, and nothing that the runner would obey. */
  clean(text) {
    this.#inOrder ??= formsOf(this.#all);
    let { forms, beginnings } = this.#inOrder, shown = text;
    for (let form of forms)
      form.length <= shown.length && (shown = shown.replaceAll(form, "***"));
    return sanitise(beginnings ? withoutBeginnings(shown, beginnings) : shown);
  }
  /** The same for JSON: only the texts inside are cleaned, so that it stays JSON whatever a secret looks like. */
  cleanJson(text) {
    let value = JSON.parse(
      text,
      (_name, member) => typeof member == "string" ? this.clean(member) : member
    );
    return `${JSON.stringify(value, null, 2)}
`;
  }
};
function formsOf(all) {
  let forms = [...all].sort((a, b) => b.length - a.length);
  return { forms, beginnings: beginningsOf(forms) };
}
function beginningsOf(forms) {
  let long = forms.filter(({ length }) => length > BEGINNING);
  if (long.length === 0) return;
  let byBeginning = Map.groupBy(long, (form) => form.slice(0, BEGINNING)), words = [...byBeginning.keys()].map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&"));
  return { pattern: new RegExp(words.join("|"), "g"), forms: byBeginning };
}
function withoutBeginnings(text, { pattern, forms }) {
  let parts = [], from = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
    let at = found.index, most = Math.max(
      ...(forms.get(found[0]) ?? []).map((form) => commonLength(text, at, form))
    );
    parts.push(text.slice(from, at), "***"), from = at + most, pattern.lastIndex = from;
  }
  return parts.length === 0 ? text : parts.concat(text.slice(from)).join("");
}
function commonLength(text, at, secret) {
  let length = 0;
  for (; length < secret.length && text[at + length] === secret[length]; ) length++;
  return length;
}

// src/edge/read-below.ts
import {
  closeSync as closeSync2,
  constants as constants4,
  fstatSync as fstatSync2,
  openSync as openSync2,
  readSync,
  realpathSync,
  statSync
} from "node:fs";
import { isAbsolute, relative, resolve as resolve2 } from "node:path";
function readBelow(path, root, maxBytes, strictly = !1) {
  let refused = (failure) => ({
    ok: !1,
    failure: { kind: "token-file", ...failure }
  }), failed = (problem) => refused({ path, problem });
  try {
    let top = realpathSync(root), asked = relative(root, resolve2(root, path));
    if (strictly && leadsOut(asked)) return failed("outside");
    let real = realpathSync(resolve2(root, path));
    if (strictly && real !== resolve2(top, asked)) return failed("link");
    if (!isAbsolute(path) && leadsOut(relative(top, real))) return failed("outside");
    let stat2 = statSync(real);
    if (stat2.isDirectory()) return failed("directory");
    if (!stat2.isFile()) return failed("not-a-file");
    let bytes = readAtMost(real, maxBytes + 1);
    if (!bytes) return failed("not-a-file");
    if (bytes.length > maxBytes) {
      let { size } = stat2, seen = size > maxBytes ? { size } : { size: maxBytes, over: !0 };
      return refused({ path, problem: "too-large", ...seen });
    }
    let text = bytes.toString("utf8");
    return text.trim() === "" ? failed("empty") : { ok: !0, value: text };
  } catch (error2) {
    let code = error2.code ?? "";
    return code === "ENOENT" || code === "ENOTDIR" ? failed("missing") : refused({ path, problem: "unreadable", errno: code });
  }
}
var NO_WAIT = constants4.O_NONBLOCK ?? 0;
function leadsOut(away) {
  return /^\.\.($|[/\\])/.test(away) || isAbsolute(away);
}
function readAtMost(path, most) {
  let file = openSync2(path, constants4.O_RDONLY | NO_WAIT);
  try {
    if (!fstatSync2(file).isFile()) return;
    let bytes = Buffer.alloc(most), length = 0;
    for (; length < most; ) {
      let read = readSync(file, bytes, length, most - length, null);
      if (read === 0) break;
      length += read;
    }
    return bytes.subarray(0, length);
  } finally {
    closeSync2(file);
  }
}

// src/edge/runner-files.ts
import { randomUUID as randomUUID4 } from "node:crypto";
import {
  appendFileSync,
  existsSync as existsSync2,
  lstatSync as lstatSync3,
  mkdirSync as mkdirSync2,
  readFileSync as readFileSync3,
  statSync as statSync2,
  truncateSync
} from "node:fs";
import { EOL as EOL4 } from "node:os";
import { dirname as dirname4 } from "node:path";
function sizeOf(path) {
  let stat2 = statSync2(path);
  return stat2.isDirectory() && refuse({ reason: "os", errno: "EISDIR" }), stat2.isFile() || refuse({ reason: "not-a-file" }), stat2.size > LARGEST_RUNNER_FILE && refuse({ reason: "too-large" }), stat2.size;
}
function readEvent(path) {
  if (path)
    try {
      return sizeOf(path), JSON.parse(readFileSync3(path, "utf8"));
    } catch {
      return;
    }
}
function appendValues(file, values) {
  let delimiter = `ghadelimiter_${randomUUID4()}`, entries = Object.entries(values);
  entries.flat().some((text2) => text2.includes(delimiter)) && refuse({ reason: "delimiter" });
  let text = entries.map(([name, value]) => [`${name}<<${delimiter}`, value, delimiter, ""].join(EOL4)).join(""), size = sizeOf(file), undo = () => {
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
  makeDirectory(dirname4(path));
  let seen = lstatSync3(path, { throwIfNoEntry: !1 });
  seen?.isSymbolicLink() && refuse({ reason: "link" }), seen?.isDirectory() && refuse({ reason: "os", errno: "EISDIR" }), seen && !seen.isFile() && refuse({ reason: "not-a-file" }), sweepBeside(path), replaceWhole(path, text);
}
function sweepBeside(path) {
  removeStaged(path, performance.timeOrigin);
}
function makeDirectory(path) {
  existsSync2(path) || (makeDirectory(dirname4(path)), mkdirSync2(path));
}

// src/edge/runner.ts
var STATE = "variables", FILES = { GITHUB_ENV: "env", GITHUB_OUTPUT: "output", GITHUB_STATE: "state" }, SAY = { error, warning, notice }, DONE = { ok: !0, value: void 0 };
function makeRunner(env = process.env) {
  let state = {}, masks = new Masks(), clean = (text) => masks.clean(text), put = (name, values) => {
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
      masks.add(value) && setSecret(value);
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
    setOutputs: (outputs) => put("GITHUB_OUTPUT", outputs),
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
          appendPage(file, `${clean(markdown)}${EOL5}`);
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
  return createHash2("sha256").update(value).digest("hex");
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
function notRemovedText(profile, failure) {
  let place = failure.kind === "file" ? `${failure.path}: ${errorCode(failure)}` : failure.kind === "profile-odd" ? `${failure.path}, line ${failure.line}: ${failure.problem}` : "";
  return `profile ${quote(profile)}, ${place}`;
}
function cleanupLines(removed) {
  let { profile, from, restored, changed, lost, gone, large } = removed, line = (paths, words) => paths.length === 0 ? [] : [`Profile ${quote(profile)} ${words(list([...new Set(paths)]))}`];
  return [
    ...line(from, (files) => `removed from ${files}`),
    ...line(restored, (files) => `put back in ${files} as it was before this step`),
    ...line(changed, (files) => `left as it is in ${files}: changed since this step wrote it`),
    ...line(
      lost,
      (files) => `left as it is in ${files}: changed since this step wrote it; what it held before this step was not put back`
    ),
    ...line(gone, (files) => `not put back: ${files} is gone since this step wrote it`),
    ...line(
      large,
      (files) => `not put back in ${files}: what it held before this step was too large to keep (more than ${IN_WORDS.largestNote})`
    )
  ];
}

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536);

// src/aws/partitions.ts
var PARTITIONS = [
  {
    id: "aws",
    dnsSuffix: "amazonaws.com",
    regionPattern: String.raw`^(us|eu|ap|sa|ca|me|af|il|mx)-\w+-\d+$`,
    regions: "af-south-1 ap-east-1 ap-east-2 ap-northeast-1 ap-northeast-2 ap-northeast-3 ap-south-1 ap-south-2 ap-southeast-1 ap-southeast-2 ap-southeast-3 ap-southeast-4 ap-southeast-5 ap-southeast-6 ap-southeast-7 ca-central-1 ca-west-1 eu-central-1 eu-central-2 eu-north-1 eu-south-1 eu-south-2 eu-west-1 eu-west-2 eu-west-3 il-central-1 me-central-1 me-south-1 me-west-1 mx-central-1 sa-east-1 sa-west-1 us-east-1 us-east-2 us-west-1 us-west-2".split(" ")
  },
  {
    id: "aws-cn",
    dnsSuffix: "amazonaws.com.cn",
    regionPattern: String.raw`^cn-\w+-\d+$`,
    regions: "cn-north-1 cn-northwest-1".split(" ")
  },
  {
    id: "aws-eusc",
    dnsSuffix: "amazonaws.eu",
    regionPattern: String.raw`^eusc-(de)-\w+-\d+$`,
    regions: "eusc-de-east-1".split(" ")
  },
  {
    id: "aws-iso",
    dnsSuffix: "c2s.ic.gov",
    regionPattern: String.raw`^us-iso-\w+-\d+$`,
    regions: "us-iso-east-1 us-iso-west-1".split(" ")
  },
  {
    id: "aws-iso-b",
    dnsSuffix: "sc2s.sgov.gov",
    regionPattern: String.raw`^us-isob-\w+-\d+$`,
    regions: "us-isob-east-1 us-isob-west-1".split(" ")
  },
  {
    id: "aws-iso-e",
    dnsSuffix: "cloud.adc-e.uk",
    regionPattern: String.raw`^eu-isoe-\w+-\d+$`,
    regions: "eu-isoe-west-1".split(" ")
  },
  {
    id: "aws-iso-f",
    dnsSuffix: "csp.hci.ic.gov",
    regionPattern: String.raw`^us-isof-\w+-\d+$`,
    regions: "us-isof-east-1 us-isof-south-1".split(" ")
  },
  {
    id: "aws-us-gov",
    dnsSuffix: "amazonaws.com",
    regionPattern: String.raw`^us-gov-\w+-\d+$`,
    regions: "us-gov-east-1 us-gov-west-1".split(" ")
  }
];

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
  return /@|%40|[?#]/i.test(bare) ? { withheld: !0 } : bare;
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
  bad(input, want, given = this.text(input)) {
    this.problems.push({ input, given, want });
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
function profileOf(section, file) {
  let text = section.trim();
  if (file === "credentials" || text === "default") return file === "config" ? "default" : text;
  if (!/^profile\s/.test(text)) return;
  let words = shellWords(text);
  return words ? words.length === 2 ? words[1] : void 0 : null;
}
var WORD = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/y, PIECE = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|[^\s'"\\]/g;
function shellWords(text) {
  let words = [], at = 0;
  for (; at < text.length; ) {
    let blank = /^\s+/.exec(text.slice(at))?.[0].length ?? 0;
    WORD.lastIndex = at + blank;
    let word = WORD.exec(text)?.[0];
    if (word === void 0) return;
    words.push(
      word.replace(PIECE, (whole, single, double, escaped2) => single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped2 ?? whole)
    ), at += blank + word.length;
  }
  return words;
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
];

// src/steps/read-inputs.ts
function readOutlets(runner2) {
  let read = new InputReader(runner2);
  return { reportFile: readReportFile(read, runner2), summary: read.boolean("summary", !0) };
}
function readReportFile(read, runner2) {
  return read.text("report-file", `${runner2.env("RUNNER_TEMP") ?? "."}/aws-oidc-preflight.json`);
}

// src/profile/ini.ts
var BOM = "\uFEFF", HEADER = /^\[([^\]]+)\]\s*$|^\[([^\]]+)\]\s+[#;][^\]]*$/;
function linesOf(text) {
  return (text.match(/[^\n]*\n|[^\n]+$/g) ?? []).map((raw, index) => {
    let bare = raw.replace(/\r?\n$/, ""), line = index === 0 && bare.startsWith(BOM) ? bare.slice(1) : bare;
    return { raw, text: line, sort: sortOf(line) };
  });
}
function sortOf(line) {
  return /^\s*$/.test(line) ? "blank" : /^\s*[#;]/.test(line) ? "comment" : line.startsWith("[") ? "header" : "setting";
}
function staysIn({ sort }) {
  return sort === "comment" || sort === "blank";
}
function sectionName(line) {
  let found = HEADER.exec(line.text);
  return found?.[1] ?? found?.[2];
}
function isOf(line, name, file) {
  return line.sort === "header" && profileOf(sectionName(line) ?? "", file) === name;
}
function sectionsOf(lines, name, file) {
  let headers = lines.flatMap(({ sort }, index) => sort === "header" ? [index] : []);
  return headers.flatMap((from, at) => {
    let line = lines[from];
    return line && isOf(line, name, file) ? [{ from, to: headers[at + 1] ?? lines.length }] : [];
  });
}
function oddIn(text, name, file) {
  if (text.includes("\0")) return { problem: "nul", line: lineAt(text, text.indexOf("\0")) };
  let bareReturn = text.search(/\r(?!\n)/);
  if (bareReturn >= 0) return { problem: "carriage-return", line: lineAt(text, bareReturn) };
  let lines = linesOf(text), odd = (problem, index) => index < 0 ? void 0 : { problem, line: index + 1 }, first = lines.findIndex(({ sort }) => sort === "header"), sections = sectionsOf(lines, name, file);
  return odd("before-sections", earlySetting(lines, first)) ?? odd(
    "header",
    lines.findIndex((line) => isUnreadable(line, file))
  ) ?? odd("duplicate", sections[1]?.from ?? -1) ?? odd("indented-header", indentedHeader(lines, sections[0], name, file));
}
function lineAt(text, index) {
  return text.slice(0, index).split(`
`).length;
}
function earlySetting(lines, first) {
  return (first < 0 ? lines : lines.slice(0, first)).findIndex(({ sort }) => sort === "setting");
}
function isUnreadable(line, file) {
  if (line.sort !== "header") return !1;
  let section = sectionName(line);
  return section === void 0 || profileOf(section, file) === null;
}
function indentedHeader(lines, own, name, file) {
  return lines.findIndex((line, index) => /^\s+\[/.test(line.text) ? own !== void 0 && index > own.from && index < own.to || isOf({ ...line, text: line.text.trim(), sort: "header" }, name, file) : !1);
}
function settingsOf(text, name, file) {
  let lines = linesOf(text), [section] = sectionsOf(lines, name, file);
  return section ? lines.slice(section.from + 1, section.to).filter(({ sort }) => sort === "setting").map((line) => line.text).join(`
`) : void 0;
}
function removeSection(text, name, file) {
  let lines = linesOf(text), [section] = sectionsOf(lines, name, file);
  return section ? replaceSection(text, lines, section, []) : text;
}
function replaceSection(text, lines, { from, to }, block) {
  let bom = from === 0 && text.startsWith(BOM) ? BOM : "", rest = lines.slice(from + 1, to).filter(staysIn), raws = [...lines.slice(0, from), ...rest, ...lines.slice(to)].map(({ raw }) => raw);
  raws.splice(from, 0, ...block);
  let whole = bom + raws.join("");
  return text.endsWith(`
`) ? whole : whole.replace(/(?<=[^\r\n\ufeff])\r?\n$/, "");
}

// src/profile/previous-profile.ts
function previousIn(text, name, file) {
  let lines = linesOf(withoutBom(text)), [section] = sectionsOf(lines, name, file);
  if (!section) return;
  let { from, to } = section, own = lines.slice(from, to), last = own.findLast(staysIn) ?? lines[from - 1], end = /\r?\n$/.exec(last?.raw ?? "")?.[0] ?? `
`;
  return { from, lines: own.map((line) => staysIn(line) ? null : line.raw), end };
}
function isSameProfile(one, other) {
  return JSON.stringify(one.lines) === JSON.stringify(other?.lines);
}
function putBack({ text, untouched }, name, file, { from, lines: had, end }) {
  let lines = linesOf(withoutBom(text)), stayed = had.filter((line) => line === null).length, gap = untouched ? { from, to: from + stayed } : { from: lines.length, to: lines.length }, place = sectionsOf(lines, name, file)[0] ?? gap, comments = lines.slice(place.from, place.to).filter(staysIn), raws = [
    ...lines.slice(0, place.from).map(({ raw }) => raw),
    ...had.flatMap((line) => line ?? comments.shift()?.raw ?? []),
    ...comments.map(({ raw }) => raw),
    ...lines.slice(place.to).map(({ raw }) => raw)
  ];
  return text.slice(0, text.length - withoutBom(text).length) + withLineEnds(raws, end).join("");
}
function withoutBom(text) {
  return text.startsWith(BOM) ? text.slice(BOM.length) : text;
}
function withLineEnds(raws, end) {
  return raws.map(
    (raw, index) => raw.endsWith(`
`) || index === raws.length - 1 ? raw : raw + end
  );
}

// src/steps/shared-file.ts
function safeEdit({ profile, file, path }, edit) {
  return {
    path,
    file,
    edit(text) {
      let odd = oddIn(text ?? "", profile, file), failure = odd && { kind: "profile-odd", profile, path, ...odd };
      return failure ? { ok: !1, failure } : edit(text);
    }
  };
}

// src/steps/remove-profile.ts
async function removeProfile(runner2, profiles, privateFiles) {
  let note = runner2.recall("profile");
  if (!note) return;
  privateFiles.remove(note.files);
  let removed = {
    profile: note.profile,
    from: [],
    restored: [],
    changed: [],
    lost: [],
    gone: [],
    large: []
  }, log = { removed, other: "theirs" }, edits = note.sections.map((section) => editToRemove(note, section, profiles.digest, log));
  edits.reverse();
  let done = await profiles.change(edits);
  if (done.ok) return removed;
  throw new Error(notRemovedText(note.profile, done.failure));
}
function editToRemove({ profile, created, files }, { path, file, digest: digest2, taken, previous, large }, digestOf, log) {
  let { removed } = log;
  return safeEdit({ profile, file, path }, (text) => {
    let settings = text === void 0 ? text : settingsOf(text, profile, file), untouched = text !== void 0 && digestOf(text) === digest2, isOurs = taken ? settings === void 0 && (log.other === "ours" || log.other === "unwritten" && untouched) : settings !== void 0 && digestOf(settings) === digest2, asBefore = previous && isSameProfile(previous, previousIn(text ?? "", profile, file));
    if (!taken && (isOurs || files.some((one) => settings?.includes(one))) ? log.other = "ours" : !taken && (asBefore || !(previous || large || settings)) && (log.other = "unwritten"), text === void 0 || !isOurs) {
      let list2 = text === void 0 ? removed.gone : previous ? removed.lost : removed.changed;
      return !asBefore && (previous || settings !== void 0) && list2.push(path), { ok: !0, value: text };
    }
    if (large && removed.large.push(path), previous)
      return removed.restored.push(path), {
        ok: !0,
        value: putBack({ text, untouched }, profile, file, previous)
      };
    if (taken) return { ok: !0, value: text };
    removed.from.push(path);
    let rest = removeSection(text, profile, file);
    return { ok: !0, value: rest === "" && created.includes(path) ? void 0 : rest };
  });
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
  let removed = await removeProfile(runner, makeProfiles(clock), makePrivateFiles(clock));
  if (removed) for (let line of cleanupLines(removed)) runner.info(line);
} catch (error2) {
  warn("the profile could not be removed", error2);
}
