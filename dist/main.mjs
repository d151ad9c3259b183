import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf, __hasOwnProp = Object.prototype.hasOwnProperty;
var __require = /* @__PURE__ */ ((x) => typeof require < "u" ? require : typeof Proxy < "u" ? new Proxy(x, {
  get: (a2, b2) => (typeof require < "u" ? require : a2)[b2]
}) : x)(function(x) {
  if (typeof require < "u") return require.apply(this, arguments);
  throw Error('Dynamic require of "' + x + '" is not supported');
});
var __esm = (fn, res, err) => function() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e2) {
    throw err = [e2], e2;
  }
};
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e2) {
    throw mod = 0, e2;
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
    var net = __require("net"), tls = __require("tls"), http4 = __require("http"), https4 = __require("https"), events = __require("events"), assert = __require("assert"), util = __require("util");
    exports.httpOverHttp = httpOverHttp2;
    exports.httpsOverHttp = httpsOverHttp2;
    exports.httpOverHttps = httpOverHttps2;
    exports.httpsOverHttps = httpsOverHttps2;
    function httpOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = http4.request, agent;
    }
    function httpsOverHttp2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = http4.request, agent.createSocket = createSecureSocket, agent.defaultPort = 443, agent;
    }
    function httpOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = https4.request, agent;
    }
    function httpsOverHttps2(options) {
      var agent = new TunnelingAgent(options);
      return agent.request = https4.request, agent.createSocket = createSecureSocket, agent.defaultPort = 443, agent;
    }
    function TunnelingAgent(options) {
      var self = this;
      self.options = options || {}, self.proxyOptions = self.options.proxy || {}, self.maxSockets = self.options.maxSockets || http4.Agent.defaultMaxSockets, self.requests = [], self.sockets = [], self.on("free", function(socket, host, port, localAddress) {
        for (var options2 = toOptions(host, port, localAddress), i2 = 0, len = self.requests.length; i2 < len; ++i2) {
          var pending = self.requests[i2];
          if (pending.host === options2.host && pending.port === options2.port) {
            self.requests.splice(i2, 1), pending.request.onSocket(socket);
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
      for (var i2 = 1, len = arguments.length; i2 < len; ++i2) {
        var overrides = arguments[i2];
        if (typeof overrides == "object")
          for (var keys = Object.keys(overrides), j2 = 0, keyLen = keys.length; j2 < keyLen; ++j2) {
            var k2 = keys[j2];
            overrides[k2] !== void 0 && (target[k2] = overrides[k2]);
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

// node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js
var isArrayBuffer, init_is_array_buffer = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js"() {
    isArrayBuffer = (arg) => typeof ArrayBuffer == "function" && arg instanceof ArrayBuffer || Object.prototype.toString.call(arg) === "[object ArrayBuffer]";
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js
var fromArrayBuffer, fromString, init_buffer_from = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js"() {
    init_is_array_buffer();
    fromArrayBuffer = (input, offset = 0, length = input.byteLength - offset) => {
      if (!isArrayBuffer(input))
        throw new TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof input} (${input})`);
      return Buffer.from(input, offset, length);
    }, fromString = (input, encoding) => {
      if (typeof input != "string")
        throw new TypeError(`The "input" argument must be of type string. Received type ${typeof input} (${input})`);
      return encoding ? Buffer.from(input, encoding) : Buffer.from(input);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js
var BASE64_REGEX, fromBase64, init_fromBase64 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js"() {
    init_buffer_from();
    BASE64_REGEX = /^[A-Za-z0-9+/]*={0,2}$/, fromBase64 = (input) => {
      if (input.length * 3 % 4 !== 0)
        throw new TypeError("Incorrect padding on base64 string.");
      if (!BASE64_REGEX.exec(input))
        throw new TypeError("Invalid base64 string.");
      let buffer = fromString(input, "base64");
      return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js
var fromUtf8, init_fromUtf8 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js"() {
    init_buffer_from();
    fromUtf8 = (input) => {
      let buf = fromString(input, "utf8");
      return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength / Uint8Array.BYTES_PER_ELEMENT);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.js
var toBase64, init_toBase64 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.js"() {
    init_buffer_from();
    init_fromUtf8();
    toBase64 = (_input) => {
      let input;
      if (typeof _input == "string" ? input = fromUtf8(_input) : input = _input, typeof input != "object" || typeof input.byteOffset != "number" || typeof input.byteLength != "number")
        throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");
      return fromArrayBuffer(input.buffer, input.byteOffset, input.byteLength).toString("base64");
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/blob/Uint8ArrayBlobAdapter.js
function bindUint8ArrayBlobAdapter(toUtf82, fromUtf82, toBase642, fromBase642) {
  return class Uint8ArrayBlobAdapter2 extends Uint8Array {
    static fromString(source, encoding = "utf-8") {
      if (typeof source == "string")
        return encoding === "base64" ? Uint8ArrayBlobAdapter2.mutate(fromBase642(source)) : Uint8ArrayBlobAdapter2.mutate(fromUtf82(source));
      throw new Error(`Unsupported conversion from ${typeof source} to Uint8ArrayBlobAdapter.`);
    }
    static mutate(source) {
      return Object.setPrototypeOf(source, Uint8ArrayBlobAdapter2.prototype), source;
    }
    transformToString(encoding = "utf-8") {
      return encoding === "base64" ? toBase642(this) : toUtf82(this);
    }
  };
}
var init_Uint8ArrayBlobAdapter = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-stream/blob/Uint8ArrayBlobAdapter.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js
var toUtf8, init_toUtf8 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js"() {
    init_buffer_from();
    toUtf8 = (input) => {
      if (typeof input == "string")
        return input;
      if (typeof input != "object" || typeof input.byteOffset != "number" || typeof input.byteLength != "number")
        throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");
      return fromArrayBuffer(input.buffer, input.byteOffset, input.byteLength).toString("utf8");
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/uuid/v4.js
function bindV4(getRandomValues2) {
  return typeof crypto < "u" && typeof crypto.randomUUID == "function" ? () => crypto.randomUUID() : () => {
    let rnds = new Uint8Array(16);
    return getRandomValues2(rnds), rnds[6] = rnds[6] & 15 | 64, rnds[8] = rnds[8] & 63 | 128, decimalToHex[rnds[0]] + decimalToHex[rnds[1]] + decimalToHex[rnds[2]] + decimalToHex[rnds[3]] + "-" + decimalToHex[rnds[4]] + decimalToHex[rnds[5]] + "-" + decimalToHex[rnds[6]] + decimalToHex[rnds[7]] + "-" + decimalToHex[rnds[8]] + decimalToHex[rnds[9]] + "-" + decimalToHex[rnds[10]] + decimalToHex[rnds[11]] + decimalToHex[rnds[12]] + decimalToHex[rnds[13]] + decimalToHex[rnds[14]] + decimalToHex[rnds[15]];
  };
}
var decimalToHex, init_v4 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/uuid/v4.js"() {
    decimalToHex = Array.from({ length: 256 }, (_, i2) => i2.toString(16).padStart(2, "0"));
  }
});

// node_modules/@smithy/types/dist-es/endpoint.js
var EndpointURLScheme, init_endpoint = __esm({
  "node_modules/@smithy/types/dist-es/endpoint.js"() {
    (function(EndpointURLScheme2) {
      EndpointURLScheme2.HTTP = "http", EndpointURLScheme2.HTTPS = "https";
    })(EndpointURLScheme || (EndpointURLScheme = {}));
  }
});

// node_modules/@smithy/types/dist-es/extensions/checksum.js
var AlgorithmId, init_checksum = __esm({
  "node_modules/@smithy/types/dist-es/extensions/checksum.js"() {
    (function(AlgorithmId2) {
      AlgorithmId2.MD5 = "md5", AlgorithmId2.CRC32 = "crc32", AlgorithmId2.CRC32C = "crc32c", AlgorithmId2.SHA1 = "sha1", AlgorithmId2.SHA256 = "sha256";
    })(AlgorithmId || (AlgorithmId = {}));
  }
});

// node_modules/@smithy/types/dist-es/extensions/index.js
var init_extensions = __esm({
  "node_modules/@smithy/types/dist-es/extensions/index.js"() {
    init_checksum();
  }
});

// node_modules/@smithy/types/dist-es/middleware.js
var SMITHY_CONTEXT_KEY, init_middleware = __esm({
  "node_modules/@smithy/types/dist-es/middleware.js"() {
    SMITHY_CONTEXT_KEY = "__smithy_context";
  }
});

// node_modules/@smithy/types/dist-es/profile.js
var IniSectionType, init_profile = __esm({
  "node_modules/@smithy/types/dist-es/profile.js"() {
    (function(IniSectionType2) {
      IniSectionType2.PROFILE = "profile", IniSectionType2.SSO_SESSION = "sso-session", IniSectionType2.SERVICES = "services";
    })(IniSectionType || (IniSectionType = {}));
  }
});

// node_modules/@smithy/types/dist-es/index.js
var init_dist_es = __esm({
  "node_modules/@smithy/types/dist-es/index.js"() {
    init_endpoint();
    init_extensions();
    init_middleware();
    init_profile();
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/getSmithyContext.js
var getSmithyContext, init_getSmithyContext = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/getSmithyContext.js"() {
    init_dist_es();
    getSmithyContext = (context) => context[SMITHY_CONTEXT_KEY] || (context[SMITHY_CONTEXT_KEY] = {});
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js
function hasOwn(o2, k2) {
  return Object.prototype.hasOwnProperty.call(o2, k2);
}
var init_hasOwn = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
function cloneQuery(query) {
  return Object.keys(query).reduce((carry, paramName) => {
    let param = query[paramName];
    return {
      ...carry,
      [paramName]: Array.isArray(param) ? [...param] : param
    };
  }, {});
}
var HttpRequest, init_httpRequest = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js"() {
    HttpRequest = class _HttpRequest {
      method;
      protocol;
      hostname;
      port;
      path;
      query;
      headers;
      username;
      password;
      fragment;
      body;
      constructor(options) {
        this.method = options.method || "GET", this.hostname = options.hostname || "localhost", this.port = options.port, this.query = options.query || {}, this.headers = options.headers || {}, this.body = options.body, this.protocol = options.protocol ? options.protocol.slice(-1) !== ":" ? `${options.protocol}:` : options.protocol : "https:", this.path = options.path ? options.path.charAt(0) !== "/" ? `/${options.path}` : options.path : "/", this.username = options.username, this.password = options.password, this.fragment = options.fragment;
      }
      static clone(request) {
        let cloned = new _HttpRequest({
          ...request,
          headers: { ...request.headers }
        });
        return cloned.query && (cloned.query = cloneQuery(cloned.query)), cloned;
      }
      static isInstance(request) {
        if (!request)
          return !1;
        let req = request;
        return "method" in req && "protocol" in req && "hostname" in req && "path" in req && typeof req.query == "object" && typeof req.headers == "object";
      }
      clone() {
        return _HttpRequest.clone(this);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var HttpResponse, init_httpResponse = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js"() {
    HttpResponse = class {
      statusCode;
      reason;
      headers;
      body;
      constructor(options) {
        this.statusCode = options.statusCode, this.reason = options.reason, this.headers = options.headers || {}, this.body = options.body;
      }
      static isInstance(response) {
        if (!response)
          return !1;
        let resp = response;
        return typeof resp.statusCode == "number" && typeof resp.headers == "object";
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostLabel.js
var VALID_HOST_LABEL_REGEX, isValidHostLabel, init_isValidHostLabel = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/isValidHostLabel.js"() {
    VALID_HOST_LABEL_REGEX = new RegExp("^(?!.*-$)(?!-)[a-zA-Z0-9-]{1,63}$"), isValidHostLabel = (value, allowSubDomains = !1) => {
      if (!allowSubDomains)
        return VALID_HOST_LABEL_REGEX.test(value);
      let labels = value.split(".");
      for (let label of labels)
        if (!isValidHostLabel(label))
          return !1;
      return !0;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostname.js
function isValidHostname(hostname) {
  return /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(hostname);
}
var init_isValidHostname = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/isValidHostname.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/normalizeProvider.js
var normalizeProvider, init_normalizeProvider = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/normalizeProvider.js"() {
    normalizeProvider = (input) => {
      if (typeof input == "function")
        return input;
      let promisified = Promise.resolve(input);
      return () => promisified;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/parseQueryString.js
function parseQueryString(querystring) {
  let query = {};
  if (querystring = querystring.replace(/^\?/, ""), querystring)
    for (let pair of querystring.split("&")) {
      let [key, value = null] = pair.split("=");
      key = decodeURIComponent(key), value && (value = decodeURIComponent(value)), key in query ? Array.isArray(query[key]) ? query[key].push(value) : query[key] = [query[key], value] : query[key] = value;
    }
  return query;
}
var init_parseQueryString = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/parseQueryString.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/parseUrl.js
var parseUrl, init_parseUrl = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/parseUrl.js"() {
    init_parseQueryString();
    parseUrl = (url) => {
      if (typeof url == "string")
        return parseUrl(new URL(url));
      let { hostname, pathname, port, protocol, search } = url, query;
      return search && (query = parseQueryString(search)), {
        hostname,
        port: port ? parseInt(port) : void 0,
        protocol,
        path: pathname,
        query
      };
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/toEndpointV1.js
var toEndpointV1, init_toEndpointV1 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/toEndpointV1.js"() {
    init_hasOwn();
    init_parseUrl();
    toEndpointV1 = (endpoint) => {
      if (typeof endpoint == "object") {
        if ("url" in endpoint) {
          let v1Endpoint = parseUrl(endpoint.url);
          if (endpoint.headers) {
            v1Endpoint.headers = {};
            for (let name in endpoint.headers)
              hasOwn(endpoint.headers, name) && (v1Endpoint.headers[name.toLowerCase()] = endpoint.headers[name].join(", "));
          }
          return v1Endpoint;
        }
        return endpoint;
      }
      return parseUrl(endpoint);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/transport/index.js
var init_transport = __esm({
  "node_modules/@smithy/core/dist-es/submodules/transport/index.js"() {
    init_getSmithyContext();
    init_hasOwn();
    init_httpRequest();
    init_httpResponse();
    init_isValidHostLabel();
    init_isValidHostname();
    init_normalizeProvider();
    init_parseUrl();
    init_toEndpointV1();
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/parse-utils.js
var expectNumber, MAX_FLOAT, expectFloat32, expectLong, expectShort, expectByte, expectSizedInt, castInt, strictParseFloat32, NUMBER_REGEX, parseNumber, strictParseShort, strictParseByte, stackTraceWarning, logger, init_parse_utils = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/parse-utils.js"() {
    expectNumber = (value) => {
      if (value != null) {
        if (typeof value == "string") {
          let parsed = parseFloat(value);
          if (!Number.isNaN(parsed))
            return String(parsed) !== String(value) && logger.warn(stackTraceWarning(`Expected number but observed string: ${value}`)), parsed;
        }
        if (typeof value == "number")
          return value;
        throw new TypeError(`Expected number, got ${typeof value}: ${value}`);
      }
    }, MAX_FLOAT = Math.ceil(2 ** 127 * (2 - 2 ** -23)), expectFloat32 = (value) => {
      let expected = expectNumber(value);
      if (expected !== void 0 && !Number.isNaN(expected) && expected !== 1 / 0 && expected !== -1 / 0 && Math.abs(expected) > MAX_FLOAT)
        throw new TypeError(`Expected 32-bit float, got ${value}`);
      return expected;
    }, expectLong = (value) => {
      if (value != null) {
        if (Number.isInteger(value) && !Number.isNaN(value))
          return value;
        throw new TypeError(`Expected integer, got ${typeof value}: ${value}`);
      }
    }, expectShort = (value) => expectSizedInt(value, 16), expectByte = (value) => expectSizedInt(value, 8), expectSizedInt = (value, size) => {
      let expected = expectLong(value);
      if (expected !== void 0 && castInt(expected, size) !== expected)
        throw new TypeError(`Expected ${size}-bit integer, got ${value}`);
      return expected;
    }, castInt = (value, size) => {
      switch (size) {
        case 32:
          return Int32Array.of(value)[0];
        case 16:
          return Int16Array.of(value)[0];
        case 8:
          return Int8Array.of(value)[0];
      }
    }, strictParseFloat32 = (value) => expectFloat32(typeof value == "string" ? parseNumber(value) : value), NUMBER_REGEX = /(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)|(-?Infinity)|(NaN)/g, parseNumber = (value) => {
      let matches = value.match(NUMBER_REGEX);
      if (matches === null || matches[0].length !== value.length)
        throw new TypeError("Expected real number, got implicit NaN");
      return parseFloat(value);
    }, strictParseShort = (value) => expectShort(typeof value == "string" ? parseNumber(value) : value), strictParseByte = (value) => expectByte(typeof value == "string" ? parseNumber(value) : value), stackTraceWarning = (message2) => String(new TypeError(message2).stack || message2).split(`
`).slice(0, 5).filter((s) => !s.includes("stackTraceWarning")).join(`
`), logger = {
      warn: console.warn
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/date-utils.js
function dateToUtcString(date2) {
  let year2 = date2.getUTCFullYear(), month = date2.getUTCMonth(), dayOfWeek = date2.getUTCDay(), dayOfMonthInt = date2.getUTCDate(), hoursInt = date2.getUTCHours(), minutesInt = date2.getUTCMinutes(), secondsInt = date2.getUTCSeconds(), dayOfMonthString = dayOfMonthInt < 10 ? `0${dayOfMonthInt}` : `${dayOfMonthInt}`, hoursString = hoursInt < 10 ? `0${hoursInt}` : `${hoursInt}`, minutesString = minutesInt < 10 ? `0${minutesInt}` : `${minutesInt}`, secondsString = secondsInt < 10 ? `0${secondsInt}` : `${secondsInt}`;
  return `${DAYS[dayOfWeek]}, ${dayOfMonthString} ${MONTHS[month]} ${year2} ${hoursString}:${minutesString}:${secondsString} GMT`;
}
var DAYS, MONTHS, RFC3339, RFC3339_WITH_OFFSET, IMF_FIXDATE, RFC_850_DATE, ASC_TIME, parseRfc7231DateTime, buildDate, parseTwoDigitYear, FIFTY_YEARS_IN_MILLIS, adjustRfc850Year, parseMonthByShortName, DAYS_IN_MONTH, validateDayOfMonth, isLeapYear, parseDateValue, parseMilliseconds, stripLeadingZeroes, init_date_utils = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/date-utils.js"() {
    init_parse_utils();
    DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    RFC3339 = new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/), RFC3339_WITH_OFFSET = new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/), IMF_FIXDATE = new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/), RFC_850_DATE = new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/), ASC_TIME = new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/), parseRfc7231DateTime = (value) => {
      if (value == null)
        return;
      if (typeof value != "string")
        throw new TypeError("RFC-7231 date-times must be expressed as strings");
      let match = IMF_FIXDATE.exec(value);
      if (match) {
        let [_, dayStr, monthStr, yearStr, hours, minutes, seconds, fractionalMilliseconds] = match;
        return buildDate(strictParseShort(stripLeadingZeroes(yearStr)), parseMonthByShortName(monthStr), parseDateValue(dayStr, "day", 1, 31), { hours, minutes, seconds, fractionalMilliseconds });
      }
      if (match = RFC_850_DATE.exec(value), match) {
        let [_, dayStr, monthStr, yearStr, hours, minutes, seconds, fractionalMilliseconds] = match;
        return adjustRfc850Year(buildDate(parseTwoDigitYear(yearStr), parseMonthByShortName(monthStr), parseDateValue(dayStr, "day", 1, 31), {
          hours,
          minutes,
          seconds,
          fractionalMilliseconds
        }));
      }
      if (match = ASC_TIME.exec(value), match) {
        let [_, monthStr, dayStr, hours, minutes, seconds, fractionalMilliseconds, yearStr] = match;
        return buildDate(strictParseShort(stripLeadingZeroes(yearStr)), parseMonthByShortName(monthStr), parseDateValue(dayStr.trimLeft(), "day", 1, 31), { hours, minutes, seconds, fractionalMilliseconds });
      }
      throw new TypeError("Invalid RFC-7231 date-time value");
    }, buildDate = (year2, month, day, time2) => {
      let adjustedMonth = month - 1;
      return validateDayOfMonth(year2, adjustedMonth, day), new Date(Date.UTC(year2, adjustedMonth, day, parseDateValue(time2.hours, "hour", 0, 23), parseDateValue(time2.minutes, "minute", 0, 59), parseDateValue(time2.seconds, "seconds", 0, 60), parseMilliseconds(time2.fractionalMilliseconds)));
    }, parseTwoDigitYear = (value) => {
      let thisYear = (/* @__PURE__ */ new Date()).getUTCFullYear(), valueInThisCentury = Math.floor(thisYear / 100) * 100 + strictParseShort(stripLeadingZeroes(value));
      return valueInThisCentury < thisYear ? valueInThisCentury + 100 : valueInThisCentury;
    }, FIFTY_YEARS_IN_MILLIS = 50 * 365 * 24 * 60 * 60 * 1e3, adjustRfc850Year = (input) => input.getTime() - (/* @__PURE__ */ new Date()).getTime() > FIFTY_YEARS_IN_MILLIS ? new Date(Date.UTC(input.getUTCFullYear() - 100, input.getUTCMonth(), input.getUTCDate(), input.getUTCHours(), input.getUTCMinutes(), input.getUTCSeconds(), input.getUTCMilliseconds())) : input, parseMonthByShortName = (value) => {
      let monthIdx = MONTHS.indexOf(value);
      if (monthIdx < 0)
        throw new TypeError(`Invalid month: ${value}`);
      return monthIdx + 1;
    }, DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31], validateDayOfMonth = (year2, month, day) => {
      let maxDays = DAYS_IN_MONTH[month];
      if (month === 1 && isLeapYear(year2) && (maxDays = 29), day > maxDays)
        throw new TypeError(`Invalid day for ${MONTHS[month]} in ${year2}: ${day}`);
    }, isLeapYear = (year2) => year2 % 4 === 0 && (year2 % 100 !== 0 || year2 % 400 === 0), parseDateValue = (value, type, lower, upper) => {
      let dateVal = strictParseByte(stripLeadingZeroes(value));
      if (dateVal < lower || dateVal > upper)
        throw new TypeError(`${type} must be between ${lower} and ${upper}, inclusive`);
      return dateVal;
    }, parseMilliseconds = (value) => value == null ? 0 : strictParseFloat32("0." + value) * 1e3, stripLeadingZeroes = (value) => {
      let idx = 0;
      for (; idx < value.length - 1 && value.charAt(idx) === "0"; )
        idx++;
      return idx === 0 ? value : value.slice(idx);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js
var LazyJsonString, init_lazy_json = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js"() {
    LazyJsonString = function(val) {
      return Object.assign(new String(val), {
        deserializeJSON() {
          return JSON.parse(String(val));
        },
        toString() {
          return String(val);
        },
        toJSON() {
          return String(val);
        }
      });
    };
    LazyJsonString.from = (object2) => object2 && typeof object2 == "object" && (object2 instanceof LazyJsonString || "deserializeJSON" in object2) ? object2 : typeof object2 == "string" || Object.getPrototypeOf(object2) === String.prototype ? LazyJsonString(String(object2)) : LazyJsonString(JSON.stringify(object2));
    LazyJsonString.fromObject = LazyJsonString.from;
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js
function range(v, min, max) {
  let _v = Number(v);
  if (_v < min || _v > max)
    throw new Error(`Value ${_v} out of range [${min}, ${max}]`);
}
var ddd, mmm, time, date, year, RFC3339_WITH_OFFSET2, IMF_FIXDATE_NATIVE, IMF_FIXDATE2, RFC_850_DATE2, ASC_TIME2, months, _parseEpochTimestamp, _parseRfc3339DateTimeWithOffset, _parseRfc7231DateTime, init_schema_date_utils = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js"() {
    ddd = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?", mmm = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", time = "(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?", date = "(\\d?\\d)", year = "(\\d{4})", RFC3339_WITH_OFFSET2 = new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/), IMF_FIXDATE_NATIVE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/, IMF_FIXDATE2 = new RegExp(`^${ddd}, ${date} ${mmm} ${year} ${time} GMT$`), RFC_850_DATE2 = new RegExp(`^${ddd}, ${date}-${mmm}-(\\d\\d) ${time} GMT$`), ASC_TIME2 = new RegExp(`^${ddd} ${mmm} ( [1-9]|\\d\\d) ${time} ${year}$`), months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], _parseEpochTimestamp = (value) => {
      if (value == null)
        return;
      let num = NaN;
      if (typeof value == "number")
        num = value;
      else if (typeof value == "string") {
        if (!/^-?\d*\.?\d+$/.test(value))
          throw new TypeError("parseEpochTimestamp - numeric string invalid.");
        num = Number.parseFloat(value);
      } else typeof value == "object" && value.tag === 1 && (num = value.value);
      if (isNaN(num) || Math.abs(num) === 1 / 0)
        throw new TypeError("Epoch timestamps must be valid finite numbers.");
      return new Date(Math.round(num * 1e3));
    }, _parseRfc3339DateTimeWithOffset = (value) => {
      if (value == null)
        return;
      if (typeof value != "string")
        throw new TypeError("RFC3339 timestamps must be strings");
      let matches = RFC3339_WITH_OFFSET2.exec(value);
      if (!matches)
        throw new TypeError(`Invalid RFC3339 timestamp format ${value}`);
      let [, yearStr, monthStr, dayStr, hours, minutes, seconds, , ms, offsetStr] = matches;
      range(monthStr, 1, 12), range(dayStr, 1, 31), range(hours, 0, 23), range(minutes, 0, 59), range(seconds, 0, 60);
      let date2 = new Date(Date.UTC(Number(yearStr), Number(monthStr) - 1, Number(dayStr), Number(hours), Number(minutes), Number(seconds), Number(ms) ? Math.round(parseFloat(`0.${ms}`) * 1e3) : 0));
      if (date2.setUTCFullYear(Number(yearStr)), offsetStr.toUpperCase() != "Z") {
        let [, sign, offsetH, offsetM] = /([+-])(\d\d):(\d\d)/.exec(offsetStr) || [void 0, "+", 0, 0], scalar = sign === "-" ? 1 : -1;
        date2.setTime(date2.getTime() + scalar * (Number(offsetH) * 60 * 60 * 1e3 + Number(offsetM) * 60 * 1e3));
      }
      return date2;
    }, _parseRfc7231DateTime = (value) => {
      if (value == null)
        return;
      if (typeof value != "string")
        throw new TypeError("RFC7231 timestamps must be strings.");
      if (IMF_FIXDATE_NATIVE.test(value))
        return new Date(value);
      let day, month, year2, hour, minute, second, fraction, matches;
      if ((matches = IMF_FIXDATE2.exec(value)) ? [, day, month, year2, hour, minute, second, fraction] = matches : (matches = RFC_850_DATE2.exec(value)) ? ([, day, month, year2, hour, minute, second, fraction] = matches, year2 = (Number(year2) + 1900).toString()) : (matches = ASC_TIME2.exec(value)) && ([, month, day, hour, minute, second, fraction, year2] = matches), year2 && second) {
        let timestamp = Date.UTC(Number(year2), months.indexOf(month), Number(day), Number(hour), Number(minute), Number(second), fraction ? Math.round(parseFloat(`0.${fraction}`) * 1e3) : 0);
        range(day, 1, 31), range(hour, 0, 23), range(minute, 0, 59), range(second, 0, 60);
        let date2 = new Date(timestamp);
        return date2.setUTCFullYear(Number(year2)), date2;
      }
      throw new TypeError(`Invalid RFC7231 date-time value ${value}.`);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/split-header.js
var splitHeader, init_split_header = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/split-header.js"() {
    splitHeader = (value) => {
      let z = value.length, values = [], withinQuotes = !1, escaped2 = !1, anchor = 0;
      for (let i2 = 0; i2 < z; ++i2) {
        let char = value[i2];
        switch (char) {
          case '"':
            escaped2 || (withinQuotes = !withinQuotes);
            break;
          case ",":
            withinQuotes || (values.push(value.slice(anchor, i2)), anchor = i2 + 1);
            break;
          default:
        }
        escaped2 = char === "\\" && !escaped2;
      }
      return values.push(value.slice(anchor)), values.map((v) => {
        v = v.trim();
        let z2 = v.length;
        return z2 < 2 ? v : v[0] === '"' && v[z2 - 1] === '"' ? (v = v.slice(1, z2 - 1), v.replace(/\\(["\\])/g, "$1")) : v.replace(/\\"/g, '"');
      });
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js
var format, NumericValue, init_NumericValue = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js"() {
    format = /^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/, NumericValue = class _NumericValue {
      string;
      type;
      constructor(string, type) {
        if (this.string = string, this.type = type, !format.test(string))
          throw new Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${string}"`);
      }
      toString() {
        return this.string;
      }
      static [Symbol.hasInstance](object2) {
        if (!object2 || typeof object2 != "object")
          return !1;
        let _nv = object2;
        return _NumericValue.prototype.isPrototypeOf(object2) || _nv.type === "bigDecimal" && format.test(_nv.string);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-hex-encoding/hex-encoding.js
function fromHex(encoded) {
  if (encoded.length % 2 !== 0)
    throw new Error("Hex encoded strings must have an even number length");
  let out = new Uint8Array(encoded.length / 2);
  for (let i2 = 0; i2 < encoded.length; i2 += 2) {
    let encodedByte = encoded.slice(i2, i2 + 2).toLowerCase();
    if (encodedByte in HEX_TO_SHORT)
      out[i2 / 2] = HEX_TO_SHORT[encodedByte];
    else
      throw new Error(`Cannot decode unrecognized sequence ${encodedByte} as hexadecimal`);
  }
  return out;
}
function toHex(bytes) {
  let out = "";
  for (let i2 = 0; i2 < bytes.byteLength; i2++)
    out += SHORT_TO_HEX[bytes[i2]];
  return out;
}
var SHORT_TO_HEX, HEX_TO_SHORT, init_hex_encoding = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-hex-encoding/hex-encoding.js"() {
    SHORT_TO_HEX = {}, HEX_TO_SHORT = {};
    for (let i2 = 0; i2 < 256; i2++) {
      let encodedByte = i2.toString(16).toLowerCase();
      encodedByte.length === 1 && (encodedByte = `0${encodedByte}`), SHORT_TO_HEX[i2] = encodedByte, HEX_TO_SHORT[encodedByte] = i2;
    }
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-body-length/calculateBodyLength.js
import { ReadStream, fstatSync, lstatSync } from "node:fs";
var calculateBodyLength, init_calculateBodyLength = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-body-length/calculateBodyLength.js"() {
    calculateBodyLength = (body) => {
      if (!body)
        return 0;
      if (typeof body == "string")
        return Buffer.byteLength(body);
      if (typeof body.byteLength == "number")
        return body.byteLength;
      if (typeof body.size == "number")
        return body.size;
      if (typeof body.start == "number" && typeof body.end == "number")
        return body.end + 1 - body.start;
      if (body instanceof ReadStream) {
        if (body.path != null)
          return lstatSync(body.path).size;
        if (typeof body.fd == "number")
          return fstatSync(body.fd).size;
      }
      throw new Error(`Body Length computation failed for ${body}`);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUint8Array.js
var toUint8Array, init_toUint8Array = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUint8Array.js"() {
    init_fromUtf8();
    toUint8Array = (data) => data instanceof Uint8Array ? data : typeof data == "string" ? fromUtf8(data) : ArrayBuffer.isView(data) ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength / Uint8Array.BYTES_PER_ELEMENT) : new Uint8Array(data);
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/concatBytes.js
function concatBytes(arrays, length) {
  if (length === void 0) {
    length = 0;
    for (let bytes of arrays)
      length += bytes.byteLength;
  }
  let result = new Uint8Array(length), offset = 0;
  for (let buf of arrays)
    result.set(buf, offset), offset += buf.byteLength;
  return result;
}
var init_concatBytes = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/concatBytes.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/ProviderError.js
var ProviderError, init_ProviderError = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/property-provider/ProviderError.js"() {
    ProviderError = class _ProviderError extends Error {
      name = "ProviderError";
      tryNextLink;
      constructor(message2, options = !0) {
        let logger2, tryNextLink = !0;
        typeof options == "boolean" ? (logger2 = void 0, tryNextLink = options) : options != null && typeof options == "object" && (logger2 = options.logger, tryNextLink = options.tryNextLink ?? !0), super(message2), this.tryNextLink = tryNextLink, Object.setPrototypeOf(this, _ProviderError.prototype), logger2?.debug?.(`@smithy/property-provider ${tryNextLink ? "->" : "(!)"} ${message2}`);
      }
      static from(error2, options = !0) {
        return Object.assign(new this(error2.message, options), error2);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/CredentialsProviderError.js
var CredentialsProviderError, init_CredentialsProviderError = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/property-provider/CredentialsProviderError.js"() {
    init_ProviderError();
    CredentialsProviderError = class _CredentialsProviderError extends ProviderError {
      name = "CredentialsProviderError";
      constructor(message2, options = !0) {
        super(message2, options), Object.setPrototypeOf(this, _CredentialsProviderError.prototype);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/chain.js
var chain, init_chain = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/property-provider/chain.js"() {
    init_ProviderError();
    chain = (...providers) => async () => {
      if (providers.length === 0)
        throw new ProviderError("No providers in chain");
      let lastProviderError;
      for (let provider of providers)
        try {
          return await provider();
        } catch (err) {
          if (lastProviderError = err, err?.tryNextLink)
            continue;
          throw err;
        }
      throw lastProviderError;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/fromValue.js
var fromValue, init_fromValue = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/property-provider/fromValue.js"() {
    fromValue = (staticValue) => () => Promise.resolve(staticValue);
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/property-provider/memoize.js
var memoize, init_memoize = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/property-provider/memoize.js"() {
    memoize = (provider, isExpired, requiresRefresh) => {
      let resolved, pending, hasResult, isConstant = !1, coalesceProvider = async () => {
        pending || (pending = provider());
        try {
          resolved = await pending, hasResult = !0, isConstant = !1;
        } finally {
          pending = void 0;
        }
        return resolved;
      };
      return isExpired === void 0 ? async (options) => ((!hasResult || options?.forceRefresh) && (resolved = await coalesceProvider()), resolved) : async (options) => ((!hasResult || options?.forceRefresh) && (resolved = await coalesceProvider()), isConstant ? resolved : requiresRefresh && !requiresRefresh(resolved) ? (isConstant = !0, resolved) : (isExpired(resolved) && await coalesceProvider(), resolved));
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/booleanSelector.js
var booleanSelector, init_booleanSelector = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/booleanSelector.js"() {
    booleanSelector = (obj, key, type) => {
      if (key in obj) {
        if (obj[key] === "true")
          return !0;
        if (obj[key] === "false")
          return !1;
        throw new Error(`Cannot load ${type} "${key}". Expected "true" or "false", got ${obj[key]}.`);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/types.js
var SelectorType, init_types = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/util-config-provider/types.js"() {
    (function(SelectorType2) {
      SelectorType2.ENV = "env", SelectorType2.CONFIG = "shared config entry";
    })(SelectorType || (SelectorType = {}));
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getHomeDir.js
import { homedir } from "node:os";
import { sep } from "node:path";
var homeDirCache, getHomeDirCacheKey, getHomeDir, init_getHomeDir = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getHomeDir.js"() {
    homeDirCache = {}, getHomeDirCacheKey = () => process && process.geteuid ? `${process.geteuid()}` : "DEFAULT", getHomeDir = () => {
      let { HOME: HOME2, USERPROFILE, HOMEPATH, HOMEDRIVE = `C:${sep}` } = process.env;
      if (HOME2)
        return HOME2;
      if (USERPROFILE)
        return USERPROFILE;
      if (HOMEPATH)
        return `${HOMEDRIVE}${HOMEPATH}`;
      let homeDirCacheKey = getHomeDirCacheKey();
      return homeDirCache[homeDirCacheKey] || (homeDirCache[homeDirCacheKey] = homedir()), homeDirCache[homeDirCacheKey];
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getProfileName.js
var ENV_PROFILE, DEFAULT_PROFILE, getProfileName, init_getProfileName = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getProfileName.js"() {
    ENV_PROFILE = "AWS_PROFILE", DEFAULT_PROFILE = "default", getProfileName = (init) => init.profile || process.env[ENV_PROFILE] || DEFAULT_PROFILE;
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigData.js
var getConfigData, init_getConfigData = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigData.js"() {
    init_dist_es();
    getConfigData = (data) => Object.entries(data).filter(([key]) => {
      let indexOfSeparator = key.indexOf(".");
      return indexOfSeparator === -1 ? !1 : Object.values(IniSectionType).includes(key.substring(0, indexOfSeparator));
    }).reduce((acc, [key, value]) => {
      let indexOfSeparator = key.indexOf("."), updatedKey = key.substring(0, indexOfSeparator) === IniSectionType.PROFILE ? key.substring(indexOfSeparator + 1) : key;
      return acc[updatedKey] = value, acc;
    }, {
      ...data.default && { default: data.default }
    });
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigFilepath.js
import { join } from "node:path";
var ENV_CONFIG_PATH, getConfigFilepath, init_getConfigFilepath = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getConfigFilepath.js"() {
    init_getHomeDir();
    ENV_CONFIG_PATH = "AWS_CONFIG_FILE", getConfigFilepath = () => process.env[ENV_CONFIG_PATH] || join(getHomeDir(), ".aws", "config");
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getCredentialsFilepath.js
import { join as join2 } from "node:path";
var ENV_CREDENTIALS_PATH, getCredentialsFilepath, init_getCredentialsFilepath = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/getCredentialsFilepath.js"() {
    init_getHomeDir();
    ENV_CREDENTIALS_PATH = "AWS_SHARED_CREDENTIALS_FILE", getCredentialsFilepath = () => process.env[ENV_CREDENTIALS_PATH] || join2(getHomeDir(), ".aws", "credentials");
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js
var prefixKeyRegex, profileNameBlockList, parseIni, init_parseIni = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/parseIni.js"() {
    init_dist_es();
    prefixKeyRegex = /^([\w-]+)\s(["'])?([\w-@+.%:/]+)\2$/, profileNameBlockList = ["__proto__", "profile __proto__"], parseIni = (iniData) => {
      let map = {}, currentSection, currentSubSection;
      for (let iniLine of iniData.split(/\r?\n/)) {
        let trimmedLine = iniLine.split(/(^|\s)[;#]/)[0].trim();
        if (trimmedLine[0] === "[" && trimmedLine[trimmedLine.length - 1] === "]") {
          currentSection = void 0, currentSubSection = void 0;
          let sectionName = trimmedLine.substring(1, trimmedLine.length - 1), matches = prefixKeyRegex.exec(sectionName);
          if (matches) {
            let [, prefix, , name] = matches;
            Object.values(IniSectionType).includes(prefix) && (currentSection = [prefix, name].join("."));
          } else
            currentSection = sectionName;
          if (profileNameBlockList.includes(sectionName))
            throw new Error(`Found invalid profile name "${sectionName}"`);
        } else if (currentSection) {
          let indexOfEqualsSign = trimmedLine.indexOf("=");
          if (![0, -1].includes(indexOfEqualsSign)) {
            let [name, value] = [
              trimmedLine.substring(0, indexOfEqualsSign).trim(),
              trimmedLine.substring(indexOfEqualsSign + 1).trim()
            ];
            if (value === "")
              currentSubSection = name;
            else {
              currentSubSection && iniLine.trimStart() === iniLine && (currentSubSection = void 0), map[currentSection] = map[currentSection] || {};
              let key = currentSubSection ? [currentSubSection, name].join(".") : name;
              map[currentSection][key] = value;
            }
          }
        }
      }
      return map;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js
import { readFile as fsReadFile } from "node:fs/promises";
var filePromises, fileIntercept, readFile, init_readFile = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/readFile.js"() {
    filePromises = {}, fileIntercept = {}, readFile = (path, options) => fileIntercept[path] !== void 0 ? fileIntercept[path] : ((!filePromises[path] || options?.ignoreCache) && (filePromises[path] = fsReadFile(path, "utf8")), filePromises[path]);
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js
import { join as join3 } from "node:path";
var swallowError, loadSharedConfigFiles, init_loadSharedConfigFiles = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/shared-ini-file-loader/loadSharedConfigFiles.js"() {
    init_getConfigData();
    init_getConfigFilepath();
    init_getCredentialsFilepath();
    init_getHomeDir();
    init_parseIni();
    init_readFile();
    swallowError = () => ({}), loadSharedConfigFiles = async (init = {}) => {
      let { filepath = getCredentialsFilepath(), configFilepath = getConfigFilepath() } = init, homeDir = getHomeDir(), relativeHomeDirPrefix = "~/", resolvedFilepath = filepath;
      filepath.startsWith(relativeHomeDirPrefix) && (resolvedFilepath = join3(homeDir, filepath.slice(2)));
      let resolvedConfigFilepath = configFilepath;
      configFilepath.startsWith(relativeHomeDirPrefix) && (resolvedConfigFilepath = join3(homeDir, configFilepath.slice(2)));
      let parsedFiles = await Promise.all([
        readFile(resolvedConfigFilepath, {
          ignoreCache: init.ignoreCache
        }).then(parseIni).then(getConfigData).catch(swallowError),
        readFile(resolvedFilepath, {
          ignoreCache: init.ignoreCache
        }).then(parseIni).catch(swallowError)
      ]);
      return {
        configFile: parsedFiles[0],
        credentialsFile: parsedFiles[1]
      };
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/getSelectorName.js
function getSelectorName(functionString) {
  try {
    let constants3 = new Set(Array.from(functionString.match(/([A-Z_]){3,}/g) ?? []));
    return constants3.delete("CONFIG"), constants3.delete("CONFIG_PREFIX_SEPARATOR"), constants3.delete("ENV"), [...constants3].join(", ");
  } catch {
    return functionString;
  }
}
var init_getSelectorName = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/getSelectorName.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromEnv.js
var fromEnv, init_fromEnv = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromEnv.js"() {
    init_CredentialsProviderError();
    init_getSelectorName();
    fromEnv = (envVarSelector, options) => async () => {
      try {
        let config = envVarSelector(process.env, options);
        if (config === void 0)
          throw new Error();
        return config;
      } catch (e2) {
        throw new CredentialsProviderError(e2.message || `Not found in ENV: ${getSelectorName(envVarSelector.toString())}`, { logger: options?.logger });
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js
var fromSharedConfigFiles, init_fromSharedConfigFiles = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromSharedConfigFiles.js"() {
    init_CredentialsProviderError();
    init_getProfileName();
    init_loadSharedConfigFiles();
    init_getSelectorName();
    fromSharedConfigFiles = (configSelector, { preferredFile = "config", ...init } = {}) => async () => {
      let profile = getProfileName(init), { configFile, credentialsFile } = await loadSharedConfigFiles(init), profileFromCredentials = credentialsFile[profile] || {}, profileFromConfig = configFile[profile] || {}, mergedProfile = preferredFile === "config" ? { ...profileFromCredentials, ...profileFromConfig } : { ...profileFromConfig, ...profileFromCredentials };
      try {
        let configValue = configSelector(mergedProfile, preferredFile === "config" ? configFile : credentialsFile);
        if (configValue === void 0)
          throw new Error();
        return configValue;
      } catch (e2) {
        throw new CredentialsProviderError(e2.message || `Not found in config files w/ profile [${profile}]: ${getSelectorName(configSelector.toString())}`, { logger: init.logger });
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromStatic.js
var isFunction, fromStatic, init_fromStatic = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/fromStatic.js"() {
    init_fromValue();
    isFunction = (func) => typeof func == "function", fromStatic = (defaultValue) => isFunction(defaultValue) ? async () => await defaultValue() : fromValue(defaultValue);
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/configLoader.js
var loadConfig, init_configLoader = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/node-config-provider/configLoader.js"() {
    init_chain();
    init_memoize();
    init_fromEnv();
    init_fromSharedConfigFiles();
    init_fromStatic();
    loadConfig = ({ environmentVariableSelector, configFileSelector, default: defaultValue }, configuration = {}) => {
      let { signingName, logger: logger2 } = configuration;
      return memoize(chain(fromEnv(environmentVariableSelector, { signingName, logger: logger2 }), fromSharedConfigFiles(configFileSelector, configuration), fromStatic(defaultValue)));
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseDualstackEndpointConfigOptions.js
var ENV_USE_DUALSTACK_ENDPOINT, CONFIG_USE_DUALSTACK_ENDPOINT, NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, init_NodeUseDualstackEndpointConfigOptions = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseDualstackEndpointConfigOptions.js"() {
    init_booleanSelector();
    init_types();
    ENV_USE_DUALSTACK_ENDPOINT = "AWS_USE_DUALSTACK_ENDPOINT", CONFIG_USE_DUALSTACK_ENDPOINT = "use_dualstack_endpoint", NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS = {
      environmentVariableSelector: (env2) => booleanSelector(env2, ENV_USE_DUALSTACK_ENDPOINT, SelectorType.ENV),
      configFileSelector: (profile) => booleanSelector(profile, CONFIG_USE_DUALSTACK_ENDPOINT, SelectorType.CONFIG),
      default: !1
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseFipsEndpointConfigOptions.js
var ENV_USE_FIPS_ENDPOINT, CONFIG_USE_FIPS_ENDPOINT, NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, init_NodeUseFipsEndpointConfigOptions = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/endpointsConfig/NodeUseFipsEndpointConfigOptions.js"() {
    init_booleanSelector();
    init_types();
    ENV_USE_FIPS_ENDPOINT = "AWS_USE_FIPS_ENDPOINT", CONFIG_USE_FIPS_ENDPOINT = "use_fips_endpoint", NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS = {
      environmentVariableSelector: (env2) => booleanSelector(env2, ENV_USE_FIPS_ENDPOINT, SelectorType.ENV),
      configFileSelector: (profile) => booleanSelector(profile, CONFIG_USE_FIPS_ENDPOINT, SelectorType.CONFIG),
      default: !1
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/middleware-stack/MiddlewareStack.js
var getAllAliases, getMiddlewareNameWithAliases, constructStack, stepWeights, priorityWeights, init_MiddlewareStack = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/middleware-stack/MiddlewareStack.js"() {
    getAllAliases = (name, aliases) => {
      let _aliases = [];
      if (name && _aliases.push(name), aliases)
        for (let alias of aliases)
          _aliases.push(alias);
      return _aliases;
    }, getMiddlewareNameWithAliases = (name, aliases) => `${name || "anonymous"}${aliases && aliases.length > 0 ? ` (a.k.a. ${aliases.join(",")})` : ""}`, constructStack = () => {
      let absoluteEntries = [], relativeEntries = [], identifyOnResolve = !1, entriesNameSet = /* @__PURE__ */ new Set(), sort = (entries) => entries.sort((a2, b2) => stepWeights[b2.step] - stepWeights[a2.step] || priorityWeights[b2.priority || "normal"] - priorityWeights[a2.priority || "normal"]), removeByName = (toRemove) => {
        let isRemoved = !1, filterCb = (entry) => {
          let aliases = getAllAliases(entry.name, entry.aliases);
          if (aliases.includes(toRemove)) {
            isRemoved = !0;
            for (let alias of aliases)
              entriesNameSet.delete(alias);
            return !1;
          }
          return !0;
        };
        return absoluteEntries = absoluteEntries.filter(filterCb), relativeEntries = relativeEntries.filter(filterCb), isRemoved;
      }, removeByReference = (toRemove) => {
        let isRemoved = !1, filterCb = (entry) => {
          if (entry.middleware === toRemove) {
            isRemoved = !0;
            for (let alias of getAllAliases(entry.name, entry.aliases))
              entriesNameSet.delete(alias);
            return !1;
          }
          return !0;
        };
        return absoluteEntries = absoluteEntries.filter(filterCb), relativeEntries = relativeEntries.filter(filterCb), isRemoved;
      }, cloneTo = (toStack) => (absoluteEntries.forEach((entry) => {
        toStack.add(entry.middleware, { ...entry });
      }), relativeEntries.forEach((entry) => {
        toStack.addRelativeTo(entry.middleware, { ...entry });
      }), toStack.identifyOnResolve?.(stack.identifyOnResolve()), toStack), expandRelativeMiddlewareList = (from) => {
        let expandedMiddlewareList = [];
        return from.before.forEach((entry) => {
          entry.before.length === 0 && entry.after.length === 0 ? expandedMiddlewareList.push(entry) : expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry));
        }), expandedMiddlewareList.push(from), from.after.reverse().forEach((entry) => {
          entry.before.length === 0 && entry.after.length === 0 ? expandedMiddlewareList.push(entry) : expandedMiddlewareList.push(...expandRelativeMiddlewareList(entry));
        }), expandedMiddlewareList;
      }, getMiddlewareList = (debug2 = !1) => {
        let normalizedAbsoluteEntries = [], normalizedRelativeEntries = [], normalizedEntriesNameMap = {};
        return absoluteEntries.forEach((entry) => {
          let normalizedEntry = {
            ...entry,
            before: [],
            after: []
          };
          for (let alias of getAllAliases(normalizedEntry.name, normalizedEntry.aliases))
            normalizedEntriesNameMap[alias] = normalizedEntry;
          normalizedAbsoluteEntries.push(normalizedEntry);
        }), relativeEntries.forEach((entry) => {
          let normalizedEntry = {
            ...entry,
            before: [],
            after: []
          };
          for (let alias of getAllAliases(normalizedEntry.name, normalizedEntry.aliases))
            normalizedEntriesNameMap[alias] = normalizedEntry;
          normalizedRelativeEntries.push(normalizedEntry);
        }), normalizedRelativeEntries.forEach((entry) => {
          if (entry.toMiddleware) {
            let toMiddleware = normalizedEntriesNameMap[entry.toMiddleware];
            if (toMiddleware === void 0) {
              if (debug2)
                return;
              throw new Error(`${entry.toMiddleware} is not found when adding ${getMiddlewareNameWithAliases(entry.name, entry.aliases)} middleware ${entry.relation} ${entry.toMiddleware}`);
            }
            entry.relation === "after" && toMiddleware.after.push(entry), entry.relation === "before" && toMiddleware.before.push(entry);
          }
        }), sort(normalizedAbsoluteEntries).map(expandRelativeMiddlewareList).reduce((wholeList, expandedMiddlewareList) => (wholeList.push(...expandedMiddlewareList), wholeList), []);
      }, stack = {
        add: (middleware, options = {}) => {
          let { name, override, aliases: _aliases } = options, entry = {
            step: "initialize",
            priority: "normal",
            middleware,
            ...options
          }, aliases = getAllAliases(name, _aliases);
          if (aliases.length > 0) {
            if (aliases.some((alias) => entriesNameSet.has(alias))) {
              if (!override)
                throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name, _aliases)}'`);
              for (let alias of aliases) {
                let toOverrideIndex = absoluteEntries.findIndex((entry2) => entry2.name === alias || entry2.aliases?.some((a2) => a2 === alias));
                if (toOverrideIndex === -1)
                  continue;
                let toOverride = absoluteEntries[toOverrideIndex];
                if (toOverride.step !== entry.step || entry.priority !== toOverride.priority)
                  throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name, toOverride.aliases)}" middleware with ${toOverride.priority} priority in ${toOverride.step} step cannot be overridden by "${getMiddlewareNameWithAliases(name, _aliases)}" middleware with ${entry.priority} priority in ${entry.step} step.`);
                absoluteEntries.splice(toOverrideIndex, 1);
              }
            }
            for (let alias of aliases)
              entriesNameSet.add(alias);
          }
          absoluteEntries.push(entry);
        },
        addRelativeTo: (middleware, options) => {
          let { name, override, aliases: _aliases } = options, entry = {
            middleware,
            ...options
          }, aliases = getAllAliases(name, _aliases);
          if (aliases.length > 0) {
            if (aliases.some((alias) => entriesNameSet.has(alias))) {
              if (!override)
                throw new Error(`Duplicate middleware name '${getMiddlewareNameWithAliases(name, _aliases)}'`);
              for (let alias of aliases) {
                let toOverrideIndex = relativeEntries.findIndex((entry2) => entry2.name === alias || entry2.aliases?.some((a2) => a2 === alias));
                if (toOverrideIndex === -1)
                  continue;
                let toOverride = relativeEntries[toOverrideIndex];
                if (toOverride.toMiddleware !== entry.toMiddleware || toOverride.relation !== entry.relation)
                  throw new Error(`"${getMiddlewareNameWithAliases(toOverride.name, toOverride.aliases)}" middleware ${toOverride.relation} "${toOverride.toMiddleware}" middleware cannot be overridden by "${getMiddlewareNameWithAliases(name, _aliases)}" middleware ${entry.relation} "${entry.toMiddleware}" middleware.`);
                relativeEntries.splice(toOverrideIndex, 1);
              }
            }
            for (let alias of aliases)
              entriesNameSet.add(alias);
          }
          relativeEntries.push(entry);
        },
        clone: () => cloneTo(constructStack()),
        use: (plugin) => {
          plugin.applyToStack(stack);
        },
        remove: (toRemove) => typeof toRemove == "string" ? removeByName(toRemove) : removeByReference(toRemove),
        removeByTag: (toRemove) => {
          let isRemoved = !1, filterCb = (entry) => {
            let { tags, name, aliases: _aliases } = entry;
            if (tags && tags.includes(toRemove)) {
              let aliases = getAllAliases(name, _aliases);
              for (let alias of aliases)
                entriesNameSet.delete(alias);
              return isRemoved = !0, !1;
            }
            return !0;
          };
          return absoluteEntries = absoluteEntries.filter(filterCb), relativeEntries = relativeEntries.filter(filterCb), isRemoved;
        },
        concat: (from) => {
          let cloned = cloneTo(constructStack());
          return cloned.use(from), cloned.identifyOnResolve(identifyOnResolve || cloned.identifyOnResolve() || (from.identifyOnResolve?.() ?? !1)), cloned;
        },
        applyToStack: cloneTo,
        identify: () => getMiddlewareList(!0).map((mw) => {
          let step = mw.step ?? mw.relation + " " + mw.toMiddleware;
          return getMiddlewareNameWithAliases(mw.name, mw.aliases) + " - " + step;
        }),
        identifyOnResolve(toggle) {
          return typeof toggle == "boolean" && (identifyOnResolve = toggle), identifyOnResolve;
        },
        resolve: (handler, context) => {
          for (let middleware of getMiddlewareList().map((entry) => entry.middleware).reverse())
            handler = middleware(handler, context);
          return identifyOnResolve && console.log(stack.identify()), handler;
        }
      };
      return stack;
    }, stepWeights = {
      initialize: 5,
      serialize: 4,
      build: 3,
      finalizeRequest: 2,
      deserialize: 1
    }, priorityWeights = {
      high: 3,
      normal: 2,
      low: 1
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client.js
var Client, init_client = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client.js"() {
    init_MiddlewareStack();
    Client = class {
      config;
      middlewareStack = constructStack();
      initConfig;
      handlers;
      constructor(config) {
        this.config = config;
        let { protocol, protocolSettings } = config;
        protocolSettings && typeof protocol == "function" && (config.protocol = new protocol(protocolSettings));
      }
      send(command2, optionsOrCb, cb) {
        let options = typeof optionsOrCb != "function" ? optionsOrCb : void 0, callback = typeof optionsOrCb == "function" ? optionsOrCb : cb, useHandlerCache = options === void 0 && this.config.cacheMiddleware === !0, handler;
        if (useHandlerCache) {
          this.handlers || (this.handlers = /* @__PURE__ */ new WeakMap());
          let handlers = this.handlers;
          handlers.has(command2.constructor) ? handler = handlers.get(command2.constructor) : (handler = command2.resolveMiddleware(this.middlewareStack, this.config, options), handlers.set(command2.constructor, handler));
        } else
          delete this.handlers, handler = command2.resolveMiddleware(this.middlewareStack, this.config, options);
        if (callback)
          handler(command2).then((result) => callback(null, result.output), (err) => callback(err)).catch(() => {
          });
        else
          return handler(command2).then((result) => result.output);
      }
      destroy() {
        this.config?.requestHandler?.destroy?.(), delete this.handlers;
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/deref.js
var deref, init_deref = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/deref.js"() {
    deref = (schemaRef) => typeof schemaRef == "function" ? schemaRef() : schemaRef;
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/operation.js
var operation, init_operation = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/schemas/operation.js"() {
    operation = (namespace, name, traits, input, output) => ({
      name,
      namespace,
      traits,
      input,
      output
    });
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaDeserializationMiddleware.js
var schemaDeserializationMiddleware, findHeader, init_schemaDeserializationMiddleware = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaDeserializationMiddleware.js"() {
    init_transport();
    init_operation();
    schemaDeserializationMiddleware = (config) => (next, context) => async (args) => {
      let { response } = await next(args), { operationSchema } = getSmithyContext(context), [, ns, n2, t, i2, o2] = operationSchema ?? [];
      try {
        let parsed = await config.protocol.deserializeResponse(operation(ns, n2, t, i2, o2), {
          ...config,
          ...context
        }, response);
        return {
          response,
          output: parsed
        };
      } catch (error2) {
        if (Object.defineProperty(error2, "$response", {
          value: response,
          enumerable: !1,
          writable: !1,
          configurable: !1
        }), !("$metadata" in error2)) {
          let hint3 = "Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.";
          try {
            error2.message += `
  ` + hint3;
          } catch {
            !context.logger || context.logger?.constructor?.name === "NoOpLogger" ? console.warn(hint3) : context.logger?.warn?.(hint3);
          }
          typeof error2.$responseBodyText < "u" && error2.$response && (error2.$response.body = error2.$responseBodyText);
          try {
            if (HttpResponse.isInstance(response)) {
              let { headers = {}, statusCode } = response, headerEntries = Object.entries(headers);
              error2.$metadata = {
                httpStatusCode: statusCode,
                requestId: findHeader(/^x-[\w-]+-request-?id$/, headerEntries),
                extendedRequestId: findHeader(/^x-[\w-]+-id-2$/, headerEntries),
                cfId: findHeader(/^x-[\w-]+-cf-id$/, headerEntries)
              };
            }
          } catch {
          }
        }
        throw error2;
      }
    }, findHeader = (pattern, headers) => (headers.find(([k2]) => k2.match(pattern)) || [void 0, void 0])[1];
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaSerializationMiddleware.js
var schemaSerializationMiddleware, init_schemaSerializationMiddleware = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/middleware/schemaSerializationMiddleware.js"() {
    init_transport();
    init_operation();
    schemaSerializationMiddleware = (config) => (next, context) => async (args) => {
      let { operationSchema } = getSmithyContext(context), [, ns, n2, t, i2, o2] = operationSchema ?? [], endpoint = context.endpointV2 ? async () => toEndpointV1(context.endpointV2) : config.endpoint, request = await config.protocol.serializeRequest(operation(ns, n2, t, i2, o2), args.input, {
        ...config,
        ...context,
        endpoint
      });
      return next({
        ...args,
        request
      });
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/middleware/getSchemaSerdePlugin.js
function getSchemaSerdePlugin(config) {
  return {
    applyToStack: (commandStack) => {
      commandStack.add(schemaSerializationMiddleware(config), serializerMiddlewareOption), commandStack.add(schemaDeserializationMiddleware(config), deserializerMiddlewareOption), config.protocol.setSerdeContext(config);
    }
  };
}
var deserializerMiddlewareOption, serializerMiddlewareOption, init_getSchemaSerdePlugin = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/middleware/getSchemaSerdePlugin.js"() {
    init_schemaDeserializationMiddleware();
    init_schemaSerializationMiddleware();
    deserializerMiddlewareOption = {
      name: "deserializerMiddleware",
      step: "deserialize",
      tags: ["DESERIALIZER"],
      override: !0
    }, serializerMiddlewareOption = {
      name: "serializerMiddleware",
      step: "serialize",
      tags: ["SERIALIZER"],
      override: !0
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/translateTraits.js
function translateTraits(indicator) {
  if (typeof indicator == "object")
    return indicator;
  if (indicator = indicator | 0, traitsCache[indicator])
    return traitsCache[indicator];
  let traits = {}, i2 = 0;
  for (let trait of [
    "httpLabel",
    "idempotent",
    "idempotencyToken",
    "sensitive",
    "httpPayload",
    "httpResponseCode",
    "httpQueryParams"
  ])
    (indicator >> i2++ & 1) === 1 && (traits[trait] = 1);
  return traitsCache[indicator] = traits;
}
var traitsCache, init_translateTraits = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/schemas/translateTraits.js"() {
    traitsCache = [];
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js
function member(memberSchema, memberName) {
  if (memberSchema instanceof NormalizedSchema)
    return Object.assign(memberSchema, {
      memberName,
      _isMemberSchema: !0
    });
  let internalCtorAccess = NormalizedSchema;
  return new internalCtorAccess(memberSchema, memberName);
}
var anno, simpleSchemaCacheN, simpleSchemaCacheS, NormalizedSchema, isMemberSchema, isStaticSchema, init_NormalizedSchema = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js"() {
    init_deref();
    init_translateTraits();
    anno = {
      it: /* @__PURE__ */ Symbol.for("@smithy/nor-struct-it"),
      ns: /* @__PURE__ */ Symbol.for("@smithy/ns")
    }, simpleSchemaCacheN = [], simpleSchemaCacheS = {}, NormalizedSchema = class _NormalizedSchema {
      ref;
      memberName;
      static symbol = /* @__PURE__ */ Symbol.for("@smithy/nor");
      symbol = _NormalizedSchema.symbol;
      name;
      schema;
      _isMemberSchema;
      traits;
      memberTraits;
      normalizedTraits;
      constructor(ref, memberName) {
        this.ref = ref, this.memberName = memberName;
        let traitStack = [], _ref = ref, schema = ref;
        for (this._isMemberSchema = !1; isMemberSchema(_ref); )
          traitStack.push(_ref[1]), _ref = _ref[0], schema = deref(_ref), this._isMemberSchema = !0;
        if (traitStack.length > 0) {
          this.memberTraits = {};
          for (let i2 = traitStack.length - 1; i2 >= 0; --i2) {
            let traitSet = traitStack[i2];
            Object.assign(this.memberTraits, translateTraits(traitSet));
          }
        } else
          this.memberTraits = 0;
        if (schema instanceof _NormalizedSchema) {
          let computedMemberTraits = this.memberTraits;
          Object.assign(this, schema), this.memberTraits = Object.assign({}, computedMemberTraits, schema.getMemberTraits(), this.getMemberTraits()), this.normalizedTraits = void 0, this.memberName = memberName ?? schema.memberName;
          return;
        }
        if (this.schema = deref(schema), isStaticSchema(this.schema) ? (this.name = `${this.schema[1]}#${this.schema[2]}`, this.traits = this.schema[3]) : (this.name = this.memberName ?? String(schema), this.traits = 0), this._isMemberSchema && !memberName)
          throw new Error(`@smithy/core/schema - NormalizedSchema member init ${this.getName(!0)} missing member name.`);
      }
      static [Symbol.hasInstance](lhs) {
        let isPrototype = this.prototype.isPrototypeOf(lhs);
        return !isPrototype && typeof lhs == "object" && lhs !== null ? lhs.symbol === this.symbol : isPrototype;
      }
      static of(ref) {
        let keyAble = typeof ref == "function" || typeof ref == "object" && ref !== null;
        if (typeof ref == "number") {
          if (simpleSchemaCacheN[ref])
            return simpleSchemaCacheN[ref];
        } else if (typeof ref == "string") {
          if (simpleSchemaCacheS[ref])
            return simpleSchemaCacheS[ref];
        } else if (keyAble && ref[anno.ns])
          return ref[anno.ns];
        let sc = deref(ref);
        if (sc instanceof _NormalizedSchema)
          return sc;
        if (isMemberSchema(sc)) {
          let [ns2, traits] = sc;
          if (ns2 instanceof _NormalizedSchema)
            return Object.assign(ns2.getMergedTraits(), translateTraits(traits)), ns2;
          throw new Error(`@smithy/core/schema - may not init unwrapped member schema=${JSON.stringify(ref, null, 2)}.`);
        }
        let ns = new _NormalizedSchema(sc);
        return keyAble ? ref[anno.ns] = ns : typeof sc == "string" ? simpleSchemaCacheS[sc] = ns : typeof sc == "number" ? simpleSchemaCacheN[sc] = ns : ns;
      }
      getSchema() {
        let sc = this.schema;
        return Array.isArray(sc) && sc[0] === 0 ? sc[4] : sc;
      }
      getName(withNamespace = !1) {
        let { name } = this;
        return !withNamespace && name && name.includes("#") ? name.split("#")[1] : name || void 0;
      }
      getMemberName() {
        return this.memberName;
      }
      isMemberSchema() {
        return this._isMemberSchema;
      }
      isListSchema() {
        let sc = this.getSchema();
        return typeof sc == "number" ? sc >= 64 && sc < 128 : sc[0] === 1;
      }
      isMapSchema() {
        let sc = this.getSchema();
        return typeof sc == "number" ? sc >= 128 && sc <= 255 : sc[0] === 2;
      }
      isStructSchema() {
        let sc = this.getSchema();
        if (typeof sc != "object")
          return !1;
        let id = sc[0];
        return id === 3 || id === -3 || id === 4;
      }
      isUnionSchema() {
        let sc = this.getSchema();
        return typeof sc != "object" ? !1 : sc[0] === 4;
      }
      isBlobSchema() {
        let sc = this.getSchema();
        return sc === 21 || sc === 42;
      }
      isTimestampSchema() {
        let sc = this.getSchema();
        return typeof sc == "number" && sc >= 4 && sc <= 7;
      }
      isUnitSchema() {
        return this.getSchema() === "unit";
      }
      isDocumentSchema() {
        return this.getSchema() === 15;
      }
      isStringSchema() {
        return this.getSchema() === 0;
      }
      isBooleanSchema() {
        return this.getSchema() === 2;
      }
      isNumericSchema() {
        return this.getSchema() === 1;
      }
      isBigIntegerSchema() {
        return this.getSchema() === 17;
      }
      isBigDecimalSchema() {
        return this.getSchema() === 19;
      }
      isStreaming() {
        let { streaming } = this.getMergedTraits();
        return !!streaming || this.getSchema() === 42;
      }
      isIdempotencyToken() {
        return !!this.getMergedTraits().idempotencyToken;
      }
      getMergedTraits() {
        return this.normalizedTraits ?? (this.normalizedTraits = {
          ...this.getOwnTraits(),
          ...this.getMemberTraits()
        });
      }
      getMemberTraits() {
        return translateTraits(this.memberTraits);
      }
      getOwnTraits() {
        return translateTraits(this.traits);
      }
      getKeySchema() {
        let [isDoc, isMap] = [this.isDocumentSchema(), this.isMapSchema()];
        if (!isDoc && !isMap)
          throw new Error(`@smithy/core/schema - cannot get key for non-map: ${this.getName(!0)}`);
        let schema = this.getSchema(), memberSchema = isDoc ? 15 : schema[4] ?? 0;
        return member([memberSchema, 0], "key");
      }
      getValueSchema() {
        let sc = this.getSchema(), [isDoc, isMap, isList] = [this.isDocumentSchema(), this.isMapSchema(), this.isListSchema()], memberSchema = typeof sc == "number" ? 63 & sc : sc && typeof sc == "object" && (isMap || isList) ? sc[3 + sc[0]] : isDoc ? 15 : void 0;
        if (memberSchema != null)
          return member([memberSchema, 0], isMap ? "value" : "member");
        throw new Error(`@smithy/core/schema - ${this.getName(!0)} has no value member.`);
      }
      getMemberSchema(memberName) {
        let struct = this.getSchema();
        if (this.isStructSchema() && struct[4].includes(memberName)) {
          let i2 = struct[4].indexOf(memberName), memberSchema = struct[5][i2];
          return member(isMemberSchema(memberSchema) ? memberSchema : [memberSchema, 0], memberName);
        }
        if (this.isDocumentSchema())
          return member([15, 0], memberName);
        throw new Error(`@smithy/core/schema - ${this.getName(!0)} has no member=${memberName}.`);
      }
      getMemberSchemas() {
        let buffer = {};
        try {
          for (let [k2, v] of this.structIterator())
            buffer[k2] = v;
        } catch {
        }
        return buffer;
      }
      getEventStreamMember() {
        if (this.isStructSchema()) {
          for (let [memberName, memberSchema] of this.structIterator())
            if (memberSchema.isStreaming() && memberSchema.isStructSchema())
              return memberName;
        }
        return "";
      }
      *structIterator() {
        if (this.isUnitSchema())
          return;
        if (!this.isStructSchema())
          throw new Error("@smithy/core/schema - cannot iterate non-struct schema.");
        let struct = this.getSchema(), z = struct[4].length, it = struct[anno.it];
        if (it && z === it.length) {
          yield* it;
          return;
        }
        it = Array(z);
        for (let i2 = 0; i2 < z; ++i2) {
          let k2 = struct[4][i2], v = member([struct[5][i2], 0], k2);
          yield it[i2] = [k2, v];
        }
        struct[anno.it] = it;
      }
    };
    isMemberSchema = (sc) => Array.isArray(sc) && sc.length === 2, isStaticSchema = (sc) => Array.isArray(sc) && sc.length >= 5;
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/TypeRegistry.js
var TypeRegistry, init_TypeRegistry = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/TypeRegistry.js"() {
    TypeRegistry = class _TypeRegistry {
      namespace;
      schemas;
      exceptions;
      static registries = /* @__PURE__ */ new Map();
      constructor(namespace, schemas = /* @__PURE__ */ new Map(), exceptions = /* @__PURE__ */ new Map()) {
        this.namespace = namespace, this.schemas = schemas, this.exceptions = exceptions, _TypeRegistry.registries.has(namespace) || _TypeRegistry.registries.set(namespace, this);
      }
      static for(namespace) {
        return _TypeRegistry.registries.get(namespace) ?? new _TypeRegistry(namespace);
      }
      copyFrom(other2) {
        let { schemas, exceptions } = this;
        for (let [k2, v] of other2.schemas)
          schemas.has(k2) || schemas.set(k2, v);
        for (let [k2, v] of other2.exceptions)
          exceptions.has(k2) || exceptions.set(k2, v);
      }
      register(shapeId, schema) {
        let qualifiedName = this.normalizeShapeId(shapeId);
        for (let r2 of [this, _TypeRegistry.for(qualifiedName.split("#")[0])])
          r2.schemas.has(qualifiedName) || r2.schemas.set(qualifiedName, schema);
      }
      getSchema(shapeId) {
        let id = this.normalizeShapeId(shapeId);
        if (!this.schemas.has(id)) {
          if (!shapeId.includes("#")) {
            let suffix = "#" + shapeId, candidates = [];
            for (let [shapeId2, schema] of this.schemas.entries())
              shapeId2.endsWith(suffix) && candidates.push(schema);
            if (candidates.length === 1)
              return candidates[0];
          }
          throw new Error(`@smithy/core/schema - schema not found for ${id}`);
        }
        return this.schemas.get(id);
      }
      registerError(es, ctor) {
        let $error = es, ns = $error[1], qualifiedName = ns + "#" + $error[2];
        ctor.hasOwnProperty?.("shapeId") || (ctor.shapeId = qualifiedName);
        for (let r2 of [this, _TypeRegistry.for(ns)])
          !r2.schemas.has(qualifiedName) && !r2.exceptions.has($error) && (r2.schemas.set(qualifiedName, $error), r2.exceptions.set($error, ctor));
      }
      getErrorCtor(es) {
        let $error = es;
        return this.exceptions.has($error) ? this.exceptions.get($error) : _TypeRegistry.for($error[1]).exceptions.get($error);
      }
      getBaseException() {
        for (let exceptionKey of this.exceptions.keys())
          if (Array.isArray(exceptionKey)) {
            let [, ns, name] = exceptionKey, id = ns + "#" + name;
            if (id.startsWith("smithy.ts.sdk.synthetic.") && id.endsWith("ServiceException"))
              return exceptionKey;
          }
      }
      find(predicate) {
        for (let schema of this.schemas.values())
          if (predicate(schema))
            return schema;
      }
      clear() {
        this.schemas.clear(), this.exceptions.clear();
      }
      normalizeShapeId(shapeId) {
        return shapeId.includes("#") ? shapeId : this.namespace + "#" + shapeId;
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/schema/index.js
var init_schema = __esm({
  "node_modules/@smithy/core/dist-es/submodules/schema/index.js"() {
    init_deref();
    init_getSchemaSerdePlugin();
    init_NormalizedSchema();
    init_translateTraits();
    init_TypeRegistry();
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js
function schemaLogFilter(schema, data) {
  if (data == null)
    return data;
  let ns = NormalizedSchema.of(schema);
  if (ns.getMergedTraits().sensitive)
    return SENSITIVE_STRING;
  if (ns.isListSchema()) {
    let valueSchema = ns.getValueSchema();
    if (valueSchema.getMergedTraits().sensitive)
      return SENSITIVE_STRING;
    if (Array.isArray(data))
      return data.map((value) => schemaLogFilter(valueSchema, value));
  } else if (ns.isMapSchema()) {
    let valueSchema = ns.getValueSchema();
    if (ns.getKeySchema().getMergedTraits().sensitive || valueSchema.getMergedTraits().sensitive)
      return SENSITIVE_STRING;
    if (typeof data == "object")
      return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, schemaLogFilter(valueSchema, value)]));
  } else if (ns.isStructSchema() && typeof data == "object") {
    let object2 = data, newObject = {};
    for (let [member2, memberNs] of ns.structIterator())
      object2[member2] != null && (newObject[member2] = schemaLogFilter(memberNs, object2[member2]));
    return newObject;
  }
  return data;
}
var SENSITIVE_STRING, init_schemaLogFilter = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/schemaLogFilter.js"() {
    init_schema();
    SENSITIVE_STRING = "***SensitiveInformation***";
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/command.js
var operationEventStreamMarker, Command2, ClassBuilder, init_command = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/command.js"() {
    init_dist_es();
    init_MiddlewareStack();
    init_schemaLogFilter();
    init_schema();
    operationEventStreamMarker = /* @__PURE__ */ Symbol.for("@smithy/op-event-stream"), Command2 = class {
      middlewareStack = constructStack();
      schema;
      static classBuilder() {
        return new ClassBuilder();
      }
      resolveMiddlewareWithContext(clientStack, configuration, options, { middlewareFn, clientName, commandName, inputFilterSensitiveLog, outputFilterSensitiveLog, smithyContext, additionalContext, CommandCtor }) {
        for (let mw of middlewareFn.bind(this)(CommandCtor, clientStack, configuration, options))
          this.middlewareStack.use(mw);
        let stack = clientStack.concat(this.middlewareStack), { logger: logger2 } = configuration, additionalSmithyContext = additionalContext[SMITHY_CONTEXT_KEY], handlerExecutionContext = {
          logger: logger2,
          clientName,
          commandName,
          inputFilterSensitiveLog,
          outputFilterSensitiveLog,
          ...additionalContext,
          [SMITHY_CONTEXT_KEY]: {
            ...additionalSmithyContext,
            commandInstance: this,
            ...smithyContext,
            ...options?.metricsRecorder === void 0 ? {} : { metricsRecorder: options.metricsRecorder },
            ...options?.abortSignal === void 0 ? {} : { abortSignal: options.abortSignal }
          }
        }, { requestHandler } = configuration, requestOptions = options ?? {};
        requestOptions.metricsRecorder && (requestOptions = { ...requestOptions }, delete requestOptions.metricsRecorder);
        let isEventStream, schema = this.schema, marker = schema?.[operationEventStreamMarker];
        if (marker !== void 0)
          isEventStream = marker;
        else if (schema && Array.isArray(schema) && schema[0] === 9) {
          let [, , , , input$, output$] = schema;
          isEventStream = schema[operationEventStreamMarker] = !!(NormalizedSchema.of(input$).getEventStreamMember() || NormalizedSchema.of(output$).getEventStreamMember());
        }
        return isEventStream && (requestOptions = {
          isEventStream,
          ...requestOptions
        }), stack.resolve((request) => requestHandler.handle(request.request, requestOptions), handlerExecutionContext);
      }
    }, ClassBuilder = class {
      _init = () => {
      };
      _ep = {};
      _middlewareFn = () => [];
      _commandName = "";
      _clientName = "";
      _additionalContext = {};
      _smithyContext = {};
      _inputFilterSensitiveLog = void 0;
      _outputFilterSensitiveLog = void 0;
      _serializer = null;
      _deserializer = null;
      _operationSchema;
      init(cb) {
        this._init = cb;
      }
      ep(endpointParameterInstructions) {
        return this._ep = endpointParameterInstructions, this;
      }
      m(middlewareSupplier) {
        return this._middlewareFn = middlewareSupplier, this;
      }
      s(service, operation2, smithyContext = {}) {
        return this._smithyContext = {
          service,
          operation: operation2,
          ...smithyContext
        }, this;
      }
      c(additionalContext = {}) {
        return this._additionalContext = additionalContext, this;
      }
      n(clientName, commandName) {
        return this._clientName = clientName, this._commandName = commandName, this;
      }
      f(inputFilter = (_) => _, outputFilter = (_) => _) {
        return this._inputFilterSensitiveLog = inputFilter, this._outputFilterSensitiveLog = outputFilter, this;
      }
      ser(serializer) {
        return this._serializer = serializer, this;
      }
      de(deserializer) {
        return this._deserializer = deserializer, this;
      }
      sc(operation2) {
        return this._operationSchema = operation2, this._smithyContext.operationSchema = operation2, this;
      }
      build() {
        let closure = this, CommandRef;
        return CommandRef = class extends Command2 {
          input;
          static getEndpointParameterInstructions() {
            return closure._ep;
          }
          constructor(...[input]) {
            super(), this.input = input ?? {}, closure._init(this), this.schema = closure._operationSchema;
          }
          resolveMiddleware(stack, configuration, options) {
            let op = closure._operationSchema, input = op?.[4] ?? op?.input, output = op?.[5] ?? op?.output;
            return this.resolveMiddlewareWithContext(stack, configuration, options, {
              CommandCtor: CommandRef,
              middlewareFn: closure._middlewareFn,
              clientName: closure._clientName,
              commandName: closure._commandName,
              inputFilterSensitiveLog: closure._inputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, input) : (_) => _),
              outputFilterSensitiveLog: closure._outputFilterSensitiveLog ?? (op ? schemaLogFilter.bind(null, output) : (_) => _),
              smithyContext: closure._smithyContext,
              additionalContext: closure._additionalContext
            });
          }
          serialize = closure._serializer;
          deserialize = closure._deserializer;
        };
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/exceptions.js
var ServiceException, decorateServiceException, init_exceptions = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/exceptions.js"() {
    ServiceException = class _ServiceException extends Error {
      static shapeId = "smithy.ts.sdk.synthetic.nonamespace.client#ServiceException";
      $fault;
      $response;
      $retryable;
      $metadata;
      constructor(options) {
        super(options.message), Object.setPrototypeOf(this, Object.getPrototypeOf(this).constructor.prototype), this.name = options.name, this.$fault = options.$fault, this.$metadata = options.$metadata;
      }
      static isInstance(value) {
        if (!value)
          return !1;
        let candidate = value;
        return _ServiceException.prototype.isPrototypeOf(candidate) || !!candidate.$fault && !!candidate.$metadata && (candidate.$fault === "client" || candidate.$fault === "server");
      }
      static [Symbol.hasInstance](instance) {
        if (!instance)
          return !1;
        let candidate = instance;
        if (this === _ServiceException)
          return _ServiceException.isInstance(instance);
        if (_ServiceException.isInstance(instance)) {
          if (this.prototype.isPrototypeOf(instance))
            return !0;
          let targetId = Object.prototype.hasOwnProperty.call(this, "shapeId") ? this.shapeId : void 0, candidateHasShapeId = !1;
          if (targetId) {
            let proto = Object.getPrototypeOf(candidate);
            for (; proto && proto !== Object.prototype; ) {
              let ctor = proto.constructor, candidateId = ctor !== _ServiceException && Object.prototype.hasOwnProperty.call(ctor, "shapeId") ? ctor?.shapeId : void 0;
              if (candidateId && (candidateHasShapeId = !0, candidateId === targetId))
                return !0;
              proto = Object.getPrototypeOf(proto);
            }
          }
          if (targetId && candidateHasShapeId)
            return !1;
          let targetName = this.name;
          if (targetName && targetName.length >= 6) {
            if (candidate.name === targetName)
              return !0;
            let proto = Object.getPrototypeOf(candidate);
            for (; proto && proto !== Object.prototype; ) {
              let ctorName = proto.constructor?.name;
              if (ctorName && ctorName !== "Error" && ctorName === targetName)
                return !0;
              proto = Object.getPrototypeOf(proto);
            }
          }
        }
        return !1;
      }
    }, decorateServiceException = (exception, additions = {}) => {
      Object.entries(additions).filter(([, v]) => v !== void 0).forEach(([k2, v]) => {
        (exception[k2] == null || exception[k2] === "") && (exception[k2] = v);
      });
      let message2 = exception.message || exception.Message || "UnknownError";
      return exception.message = message2, delete exception.Message, exception;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/defaults-mode.js
var loadConfigsForDefaultMode, init_defaults_mode = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/defaults-mode.js"() {
    loadConfigsForDefaultMode = (mode) => {
      switch (mode) {
        case "standard":
          return {
            retryMode: "standard",
            connectionTimeout: 3100
          };
        case "in-region":
          return {
            retryMode: "standard",
            connectionTimeout: 1100
          };
        case "cross-region":
          return {
            retryMode: "standard",
            connectionTimeout: 3100
          };
        case "mobile":
          return {
            retryMode: "standard",
            connectionTimeout: 3e4
          };
        default:
          return {};
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/emitWarningIfUnsupportedVersion.js
var warningEmitted, emitWarningIfUnsupportedVersion2, init_emitWarningIfUnsupportedVersion = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/emitWarningIfUnsupportedVersion.js"() {
    warningEmitted = !1, emitWarningIfUnsupportedVersion2 = (version) => {
      version && !warningEmitted && parseInt(version.substring(1, version.indexOf("."))) < 16 && (warningEmitted = !0);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/checksum.js
var knownAlgorithms, getChecksumConfiguration, resolveChecksumRuntimeConfig, init_checksum2 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/checksum.js"() {
    init_transport();
    init_dist_es();
    knownAlgorithms = Object.values(AlgorithmId), getChecksumConfiguration = (runtimeConfig) => {
      let checksumAlgorithms = [];
      for (let id in AlgorithmId) {
        if (!hasOwn(AlgorithmId, id))
          continue;
        let algorithmId = AlgorithmId[id];
        runtimeConfig[algorithmId] !== void 0 && checksumAlgorithms.push({
          algorithmId: () => algorithmId,
          checksumConstructor: () => runtimeConfig[algorithmId]
        });
      }
      for (let [id, ChecksumCtor] of Object.entries(runtimeConfig.checksumAlgorithms ?? {}))
        checksumAlgorithms.push({
          algorithmId: () => id,
          checksumConstructor: () => ChecksumCtor
        });
      return {
        addChecksumAlgorithm(algo) {
          runtimeConfig.checksumAlgorithms = runtimeConfig.checksumAlgorithms ?? {};
          let id = algo.algorithmId(), ctor = algo.checksumConstructor();
          knownAlgorithms.includes(id) ? runtimeConfig.checksumAlgorithms[id.toUpperCase()] = ctor : runtimeConfig.checksumAlgorithms[id] = ctor, checksumAlgorithms.push(algo);
        },
        checksumAlgorithms() {
          return checksumAlgorithms;
        }
      };
    }, resolveChecksumRuntimeConfig = (clientConfig) => {
      let runtimeConfig = {};
      return clientConfig.checksumAlgorithms().forEach((checksumAlgorithm) => {
        let id = checksumAlgorithm.algorithmId();
        knownAlgorithms.includes(id) && (runtimeConfig[id] = checksumAlgorithm.checksumConstructor());
      }), runtimeConfig;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/retry.js
var getRetryConfiguration, resolveRetryRuntimeConfig, init_retry = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/retry.js"() {
    getRetryConfiguration = (runtimeConfig) => ({
      setRetryStrategy(retryStrategy) {
        runtimeConfig.retryStrategy = retryStrategy;
      },
      retryStrategy() {
        return runtimeConfig.retryStrategy;
      }
    }), resolveRetryRuntimeConfig = (retryStrategyConfiguration) => {
      let runtimeConfig = {};
      return runtimeConfig.retryStrategy = retryStrategyConfiguration.retryStrategy(), runtimeConfig;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/defaultExtensionConfiguration.js
var getDefaultExtensionConfiguration, resolveDefaultRuntimeConfig2, init_defaultExtensionConfiguration = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/extensions/defaultExtensionConfiguration.js"() {
    init_checksum2();
    init_retry();
    getDefaultExtensionConfiguration = (runtimeConfig) => Object.assign(getChecksumConfiguration(runtimeConfig), getRetryConfiguration(runtimeConfig)), resolveDefaultRuntimeConfig2 = (config) => Object.assign(resolveChecksumRuntimeConfig(config), resolveRetryRuntimeConfig(config));
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/get-value-from-text-node.js
var getValueFromTextNode, init_get_value_from_text_node = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/get-value-from-text-node.js"() {
    init_transport();
    getValueFromTextNode = (obj) => {
      let textNodeName = "#text";
      for (let key in obj)
        hasOwn(obj, key) && (obj[key][textNodeName] !== void 0 ? obj[key] = obj[key][textNodeName] : typeof obj[key] == "object" && obj[key] !== null && (obj[key] = getValueFromTextNode(obj[key])));
      return obj;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/NoOpLogger.js
var NoOpLogger, init_NoOpLogger = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/NoOpLogger.js"() {
    NoOpLogger = class {
      trace() {
      }
      debug() {
      }
      info() {
      }
      warn() {
      }
      error() {
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js
function makeBuilder(common, service, name, ep) {
  return function(added, plugins, op, $, smithyContext = {}) {
    let epMerged = Object.assign({}, common, added);
    return Command2.classBuilder().ep(epMerged).m(function(CommandCtor, clientStack, config, options) {
      let list2 = plugins.call(this, CommandCtor, clientStack, config, options);
      return list2.unshift(ep(config, CommandCtor.getEndpointParameterInstructions())), list2;
    }).s(service, op, smithyContext).n(name, op.charAt(0).toUpperCase() + op.slice(1) + "Command").sc($).build();
  };
}
var init_client_command_builder = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/smithy-client/client-command-builder.js"() {
    init_command();
  }
});

// node_modules/@smithy/core/dist-es/submodules/client/index.js
var init_client2 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/client/index.js"() {
    init_transport();
    init_transport();
    init_client();
    init_defaults_mode();
    init_emitWarningIfUnsupportedVersion();
    init_exceptions();
    init_defaultExtensionConfiguration();
    init_get_value_from_text_node();
    init_NoOpLogger();
    init_client_command_builder();
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/constants.js
var AWS_EXECUTION_ENV, AWS_REGION_ENV, AWS_DEFAULT_REGION_ENV, ENV_IMDS_DISABLED, DEFAULTS_MODE_OPTIONS, IMDS_REGION_PATH, IMDS_TOKEN_PATH, X_AWS_EC2_METADATA_TOKEN, X_AWS_EC2_METADATA_TOKEN_TTL, init_constants = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/constants.js"() {
    AWS_EXECUTION_ENV = "AWS_EXECUTION_ENV", AWS_REGION_ENV = "AWS_REGION", AWS_DEFAULT_REGION_ENV = "AWS_DEFAULT_REGION", ENV_IMDS_DISABLED = "AWS_EC2_METADATA_DISABLED", DEFAULTS_MODE_OPTIONS = ["in-region", "cross-region", "mobile", "standard", "legacy"], IMDS_REGION_PATH = "/latest/meta-data/placement/region", IMDS_TOKEN_PATH = "/latest/api/token", X_AWS_EC2_METADATA_TOKEN = "x-aws-ec2-metadata-token", X_AWS_EC2_METADATA_TOKEN_TTL = "x-aws-ec2-metadata-token-ttl-seconds";
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js
var TIMEOUT_MS, NEG_CACHE_TTL_MS, negativeCacheUntil, getInstanceMetadataRegion, cacheNegativeAndReturnUndefined, resolveImdsEndpoint, imdsRequest, init_getInstanceMetadataRegion = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getInstanceMetadataRegion.js"() {
    init_constants();
    TIMEOUT_MS = 1e3, NEG_CACHE_TTL_MS = 6e4, negativeCacheUntil = 0, getInstanceMetadataRegion = async () => {
      if (!process.env[ENV_IMDS_DISABLED] && !(Date.now() < negativeCacheUntil))
        try {
          let endpoint = resolveImdsEndpoint(), token = (await imdsRequest({
            ...endpoint,
            path: IMDS_TOKEN_PATH,
            method: "PUT",
            headers: {
              [X_AWS_EC2_METADATA_TOKEN_TTL]: "21600"
            }
          })).toString();
          return (await imdsRequest({
            ...endpoint,
            path: IMDS_REGION_PATH,
            method: "GET",
            headers: {
              [X_AWS_EC2_METADATA_TOKEN]: token
            }
          })).toString().trim() || cacheNegativeAndReturnUndefined();
        } catch {
          return cacheNegativeAndReturnUndefined();
        }
    }, cacheNegativeAndReturnUndefined = () => {
      negativeCacheUntil = Date.now() + NEG_CACHE_TTL_MS;
    }, resolveImdsEndpoint = () => {
      let envEndpoint = process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT;
      if (envEndpoint) {
        let url = new URL(envEndpoint);
        return {
          hostname: url.hostname.replace(/^\[(.+)]$/, "$1"),
          port: url.port ? Number(url.port) : void 0
        };
      }
      return process.env.AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE === "IPv6" ? { hostname: "fd00:ec2::254" } : { hostname: "169.254.169.254" };
    }, imdsRequest = async (options) => {
      let { request } = await import("node:http");
      return new Promise((resolve2, reject) => {
        let req = request({
          hostname: options.hostname,
          port: options.port,
          path: options.path,
          method: options.method,
          headers: options.headers,
          timeout: TIMEOUT_MS,
          signal: AbortSignal.timeout(TIMEOUT_MS)
        });
        req.on("error", (err) => {
          reject(err), req.destroy();
        }), req.on("timeout", () => {
          reject(new Error("TimeoutError from instance metadata service")), req.destroy();
        }), req.on("response", (res) => {
          let { statusCode = 400 } = res;
          if (statusCode < 200 || statusCode >= 300) {
            reject(Object.assign(new Error("Error response received from instance metadata service"), { statusCode })), req.destroy();
            return;
          }
          let chunks = [];
          res.on("data", (chunk) => chunks.push(chunk)), res.on("end", () => {
            resolve2(Buffer.concat(chunks)), req.destroy();
          });
        }), req.end();
      });
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/config.js
var REGION_ENV_NAME, REGION_INI_NAME, NODE_REGION_CONFIG_OPTIONS, NODE_REGION_CONFIG_FILE_OPTIONS, init_config = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/config.js"() {
    init_getInstanceMetadataRegion();
    REGION_ENV_NAME = "AWS_REGION", REGION_INI_NAME = "region", NODE_REGION_CONFIG_OPTIONS = {
      environmentVariableSelector: (env2) => env2[REGION_ENV_NAME],
      configFileSelector: (profile) => profile[REGION_INI_NAME],
      default: async () => {
        let region = await getInstanceMetadataRegion();
        if (region)
          return region;
        throw new Error("Region is missing");
      }
    }, NODE_REGION_CONFIG_FILE_OPTIONS = {
      preferredFile: "credentials"
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/checkRegion.js
var validRegions, checkRegion, init_checkRegion = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/checkRegion.js"() {
    init_transport();
    validRegions = /* @__PURE__ */ new Set(), checkRegion = (region, check = isValidHostLabel) => {
      if (!validRegions.has(region) && !check(region))
        if (region === "*")
          console.warn('@smithy/config-resolver WARN - Please use the caller region instead of "*". See "sigv4a" in https://github.com/aws/aws-sdk-js-v3/blob/main/supplemental-docs/CLIENTS.md.');
        else
          throw new Error(`Region not accepted: region="${region}" is not a valid hostname component.`);
      else
        validRegions.add(region);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/isFipsRegion.js
var isFipsRegion, init_isFipsRegion = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/isFipsRegion.js"() {
    isFipsRegion = (region) => typeof region == "string" && (region.startsWith("fips-") || region.endsWith("-fips"));
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getRealRegion.js
var getRealRegion, init_getRealRegion = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/getRealRegion.js"() {
    init_isFipsRegion();
    getRealRegion = (region) => isFipsRegion(region) ? ["fips-aws-global", "aws-fips"].includes(region) ? "us-east-1" : region.replace(/fips-(dkr-|prod-)?|-fips/, "") : region;
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/resolveRegionConfig.js
var resolveRegionConfig, init_resolveRegionConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/config-resolver/regionConfig/resolveRegionConfig.js"() {
    init_checkRegion();
    init_getRealRegion();
    init_isFipsRegion();
    resolveRegionConfig = (input) => {
      let { region, useFipsEndpoint } = input;
      if (!region)
        throw new Error("Region is missing");
      return Object.assign(input, {
        region: async () => {
          let providedRegion = typeof region == "function" ? await region() : region, realRegion = getRealRegion(providedRegion);
          return checkRegion(realRegion), realRegion;
        },
        useFipsEndpoint: async () => {
          let providedRegion = typeof region == "string" ? region : await region();
          return isFipsRegion(providedRegion) ? !0 : typeof useFipsEndpoint != "function" ? Promise.resolve(!!useFipsEndpoint) : useFipsEndpoint();
        }
      });
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/defaultsModeConfig.js
var AWS_DEFAULTS_MODE_ENV, AWS_DEFAULTS_MODE_CONFIG, NODE_DEFAULTS_MODE_CONFIG_OPTIONS, init_defaultsModeConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/defaultsModeConfig.js"() {
    AWS_DEFAULTS_MODE_ENV = "AWS_DEFAULTS_MODE", AWS_DEFAULTS_MODE_CONFIG = "defaults_mode", NODE_DEFAULTS_MODE_CONFIG_OPTIONS = {
      environmentVariableSelector: (env2) => env2[AWS_DEFAULTS_MODE_ENV],
      configFileSelector: (profile) => profile[AWS_DEFAULTS_MODE_CONFIG],
      default: "legacy"
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/resolveDefaultsModeConfig.js
var resolveDefaultsModeConfig, resolveNodeDefaultsModeAuto, inferPhysicalRegion, init_resolveDefaultsModeConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/defaults-mode/resolveDefaultsModeConfig.js"() {
    init_config();
    init_getInstanceMetadataRegion();
    init_configLoader();
    init_memoize();
    init_constants();
    init_defaultsModeConfig();
    resolveDefaultsModeConfig = ({ region = loadConfig(NODE_REGION_CONFIG_OPTIONS), defaultsMode = loadConfig(NODE_DEFAULTS_MODE_CONFIG_OPTIONS) } = {}) => memoize(async () => {
      let mode = typeof defaultsMode == "function" ? await defaultsMode() : defaultsMode;
      switch (mode?.toLowerCase()) {
        case "auto":
          return resolveNodeDefaultsModeAuto(region);
        case "in-region":
        case "cross-region":
        case "mobile":
        case "standard":
        case "legacy":
          return Promise.resolve(mode?.toLocaleLowerCase());
        case void 0:
          return Promise.resolve("legacy");
        default:
          throw new Error(`Invalid parameter for "defaultsMode", expect ${DEFAULTS_MODE_OPTIONS.join(", ")}, got ${mode}`);
      }
    }), resolveNodeDefaultsModeAuto = async (clientRegion) => {
      if (clientRegion) {
        let resolvedRegion = typeof clientRegion == "function" ? await clientRegion() : clientRegion, inferredRegion = await inferPhysicalRegion();
        return inferredRegion ? resolvedRegion === inferredRegion ? "in-region" : "cross-region" : "standard";
      }
      return "standard";
    }, inferPhysicalRegion = async () => process.env[AWS_EXECUTION_ENV] && (process.env[AWS_REGION_ENV] || process.env[AWS_DEFAULT_REGION_ENV]) ? process.env[AWS_REGION_ENV] ?? process.env[AWS_DEFAULT_REGION_ENV] : getInstanceMetadataRegion();
  }
});

// node_modules/@smithy/core/dist-es/submodules/config/index.js
var init_config2 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/config/index.js"() {
    init_ProviderError();
    init_booleanSelector();
    init_types();
    init_configLoader();
    init_NodeUseDualstackEndpointConfigOptions();
    init_NodeUseFipsEndpointConfigOptions();
    init_config();
    init_resolveRegionConfig();
    init_resolveDefaultsModeConfig();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointUrlConfig.js
var ENV_ENDPOINT_URL, CONFIG_ENDPOINT_URL, getEndpointUrlConfig, init_getEndpointUrlConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointUrlConfig.js"() {
    ENV_ENDPOINT_URL = "AWS_ENDPOINT_URL", CONFIG_ENDPOINT_URL = "endpoint_url", getEndpointUrlConfig = (serviceId) => ({
      environmentVariableSelector: (env2) => {
        let serviceSuffixParts = serviceId.split(" ").map((w) => w.toUpperCase()), serviceEndpointUrl = env2[[ENV_ENDPOINT_URL, ...serviceSuffixParts].join("_")];
        if (serviceEndpointUrl)
          return serviceEndpointUrl;
        let endpointUrl = env2[ENV_ENDPOINT_URL];
        if (endpointUrl)
          return endpointUrl;
      },
      configFileSelector: (profile, config) => {
        if (profile.services) {
          let servicesSectionKey = ["services", profile.services].join(".");
          if (!config || !config[servicesSectionKey])
            throw new Error(`The services section "${profile.services}" specified in the profile is not present in the shared configuration file.`);
          let servicesSection = config[servicesSectionKey], servicePrefixParts = serviceId.split(" ").map((w) => w.toLowerCase()), endpointUrl2 = servicesSection[[servicePrefixParts.join("_"), CONFIG_ENDPOINT_URL].join(".")];
          if (endpointUrl2)
            return endpointUrl2;
        }
        let endpointUrl = profile[CONFIG_ENDPOINT_URL];
        if (endpointUrl)
          return endpointUrl;
      },
      default: void 0
    });
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getIgnoreConfiguredEndpointUrls.js
var ENV_IGNORE_CONFIGURED_ENDPOINT_URLS, CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS, ignoreConfiguredEndpointUrlsConfigSelectors, init_getIgnoreConfiguredEndpointUrls = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getIgnoreConfiguredEndpointUrls.js"() {
    init_config2();
    ENV_IGNORE_CONFIGURED_ENDPOINT_URLS = "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS = "ignore_configured_endpoint_urls", ignoreConfiguredEndpointUrlsConfigSelectors = {
      environmentVariableSelector: (env2) => booleanSelector(env2, ENV_IGNORE_CONFIGURED_ENDPOINT_URLS, SelectorType.ENV),
      configFileSelector: (profile) => booleanSelector(profile, CONFIG_IGNORE_CONFIGURED_ENDPOINT_URLS, SelectorType.CONFIG),
      default: !1
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromConfig.js
var getEndpointFromConfig, init_getEndpointFromConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromConfig.js"() {
    init_config2();
    init_getEndpointUrlConfig();
    init_getIgnoreConfiguredEndpointUrls();
    getEndpointFromConfig = async (serviceId) => {
      if (!await loadConfig(ignoreConfiguredEndpointUrlsConfigSelectors)())
        return loadConfig(getEndpointUrlConfig(serviceId ?? ""))();
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js
var resolveParamsForS3, DOMAIN_PATTERN, IP_ADDRESS_PATTERN, DOTS_PATTERN, isDnsCompatibleBucketName, isArnBucketName, init_s3 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/s3.js"() {
    resolveParamsForS3 = async (endpointParams) => {
      let bucket = endpointParams?.Bucket || "";
      if (typeof endpointParams.Bucket == "string" && (endpointParams.Bucket = bucket.replace(/#/g, encodeURIComponent("#")).replace(/\?/g, encodeURIComponent("?"))), isArnBucketName(bucket)) {
        if (endpointParams.ForcePathStyle === !0)
          throw new Error("Path-style addressing cannot be used with ARN buckets");
      } else (!isDnsCompatibleBucketName(bucket) || bucket.indexOf(".") !== -1 && !String(endpointParams.Endpoint).startsWith("http:") || bucket.toLowerCase() !== bucket || bucket.length < 3) && (endpointParams.ForcePathStyle = !0);
      return endpointParams.DisableMultiRegionAccessPoints && (endpointParams.disableMultiRegionAccessPoints = !0, endpointParams.DisableMRAP = !0), endpointParams;
    }, DOMAIN_PATTERN = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/, IP_ADDRESS_PATTERN = /(\d+\.){3}\d+/, DOTS_PATTERN = /\.\./, isDnsCompatibleBucketName = (bucketName) => DOMAIN_PATTERN.test(bucketName) && !IP_ADDRESS_PATTERN.test(bucketName) && !DOTS_PATTERN.test(bucketName), isArnBucketName = (bucketName) => {
      let [arn, partition2, service, , , bucket] = bucketName.split(":"), isArn = arn === "arn" && bucketName.split(":").length >= 6, isValidArn = !!(isArn && partition2 && service && bucket);
      if (isArn && !isValidArn)
        throw new Error(`Invalid ARN: ${bucketName} was an invalid ARN.`);
      return isValidArn;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/index.js
var init_service_customizations = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/service-customizations/index.js"() {
    init_s3();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/createConfigValueProvider.js
var createConfigValueProvider, init_createConfigValueProvider = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/createConfigValueProvider.js"() {
    createConfigValueProvider = (configKey, canonicalEndpointParamKey, config, isClientContextParam = !1) => {
      let configProvider = async () => {
        let configValue;
        return isClientContextParam ? configValue = config.clientContextParams?.[configKey] ?? config[configKey] ?? config[canonicalEndpointParamKey] : configValue = config[configKey] ?? config[canonicalEndpointParamKey], typeof configValue == "function" ? configValue() : configValue;
      };
      return configKey === "credentialScope" || canonicalEndpointParamKey === "CredentialScope" ? async () => {
        let credentials = typeof config.credentials == "function" ? await config.credentials() : config.credentials;
        return credentials?.credentialScope ?? credentials?.CredentialScope;
      } : configKey === "accountId" || canonicalEndpointParamKey === "AccountId" ? async () => {
        let credentials = typeof config.credentials == "function" ? await config.credentials() : config.credentials;
        return credentials?.accountId ?? credentials?.AccountId;
      } : configKey === "endpoint" || canonicalEndpointParamKey === "endpoint" ? async () => {
        if (config.isCustomEndpoint === !1)
          return;
        let endpoint = await configProvider();
        if (endpoint && typeof endpoint == "object") {
          if ("url" in endpoint)
            return endpoint.url.href;
          if ("hostname" in endpoint) {
            let { protocol, hostname, port, path } = endpoint;
            return `${protocol}//${hostname}${port ? ":" + port : ""}${path}`;
          }
        }
        return endpoint;
      } : configProvider;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/toEndpointV1.js
var init_toEndpointV12 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/toEndpointV1.js"() {
    init_transport();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromInstructions.js
function bindGetEndpointFromInstructions(getEndpointFromConfig2) {
  return async (commandInput, instructionsSupplier, clientConfig, context) => {
    if (!clientConfig.isCustomEndpoint && !clientConfig.ignoreConfiguredEndpointUrls) {
      let endpointFromConfig;
      clientConfig.serviceConfiguredEndpoint ? endpointFromConfig = await clientConfig.serviceConfiguredEndpoint() : endpointFromConfig = await getEndpointFromConfig2(clientConfig.serviceId), endpointFromConfig && (clientConfig.endpoint = () => Promise.resolve(toEndpointV1(endpointFromConfig)), clientConfig.isCustomEndpoint = !0, context?.logger?.debug?.(`@smithy/core/endpoints - resolved endpoint from config: ${endpointFromConfig}`));
    }
    let endpointParams = await resolveParams(commandInput, instructionsSupplier, clientConfig);
    if (typeof clientConfig.endpointProvider != "function")
      throw new Error("config.endpointProvider is not set.");
    let endpoint = clientConfig.endpointProvider(endpointParams, context);
    if (clientConfig.isCustomEndpoint && clientConfig.endpoint) {
      let customEndpoint = await clientConfig.endpoint();
      if (customEndpoint?.headers) {
        endpoint.headers ??= {};
        for (let [name, value] of Object.entries(customEndpoint.headers))
          endpoint.headers[name] = Array.isArray(value) ? value : [value];
      }
    }
    return endpoint;
  };
}
var resolveParams, init_getEndpointFromInstructions = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/adaptors/getEndpointFromInstructions.js"() {
    init_service_customizations();
    init_createConfigValueProvider();
    init_toEndpointV12();
    resolveParams = async (commandInput, instructionsSupplier, clientConfig) => {
      let endpointParams = {}, instructions = instructionsSupplier?.getEndpointParameterInstructions?.() || {};
      for (let [name, instruction] of Object.entries(instructions))
        switch (instruction.type) {
          case "staticContextParams":
            endpointParams[name] = instruction.value;
            break;
          case "contextParams":
            endpointParams[name] = commandInput[instruction.name];
            break;
          case "clientContextParams":
          case "builtInParams":
            endpointParams[name] = await createConfigValueProvider(instruction.name, name, clientConfig, instruction.type !== "builtInParams")();
            break;
          case "operationContextParams":
            endpointParams[name] = instruction.get(commandInput);
            break;
          default:
            throw new Error("Unrecognized endpoint parameter instruction: " + JSON.stringify(instruction));
        }
      return Object.keys(instructions).length === 0 && Object.assign(endpointParams, clientConfig), String(clientConfig.serviceId).toLowerCase() === "s3" && await resolveParamsForS3(endpointParams), endpointParams;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/endpointMiddleware.js
function setFeature2(context, feature, value) {
  context.__smithy_context ? context.__smithy_context.features || (context.__smithy_context.features = {}) : context.__smithy_context = { features: {} }, context.__smithy_context.features[feature] = value;
}
function bindEndpointMiddleware(getEndpointFromConfig2) {
  let getEndpointFromInstructions2 = bindGetEndpointFromInstructions(getEndpointFromConfig2);
  return ({ config, instructions }) => (next, context) => async (args) => {
    config.isCustomEndpoint && setFeature2(context, "ENDPOINT_OVERRIDE", "N");
    let endpoint = await getEndpointFromInstructions2(args.input, {
      getEndpointParameterInstructions() {
        return instructions;
      }
    }, { ...config }, context);
    context.endpointV2 = endpoint, context.authSchemes = endpoint.properties?.authSchemes;
    let authScheme = context.authSchemes?.[0];
    if (authScheme) {
      context.signing_region = authScheme.signingRegion, context.signing_service = authScheme.signingName;
      let httpAuthOption = getSmithyContext(context)?.selectedHttpAuthScheme?.httpAuthOption;
      httpAuthOption && (httpAuthOption.signingProperties = Object.assign(httpAuthOption.signingProperties || {}, {
        signing_region: authScheme.signingRegion,
        signingRegion: authScheme.signingRegion,
        signing_service: authScheme.signingName,
        signingName: authScheme.signingName,
        signingRegionSet: authScheme.signingRegionSet
      }, authScheme.properties));
    }
    return next({
      ...args
    });
  };
}
var init_endpointMiddleware = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/endpointMiddleware.js"() {
    init_transport();
    init_getEndpointFromInstructions();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/getEndpointPlugin.js
function bindGetEndpointPlugin(getEndpointFromConfig2) {
  let endpointMiddleware2 = bindEndpointMiddleware(getEndpointFromConfig2);
  return (config, instructions) => ({
    applyToStack: (clientStack) => {
      clientStack.addRelativeTo(endpointMiddleware2({
        config,
        instructions
      }), endpointMiddlewareOptions);
    }
  });
}
var serializerMiddlewareOption2, endpointMiddlewareOptions, init_getEndpointPlugin = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/getEndpointPlugin.js"() {
    init_endpointMiddleware();
    serializerMiddlewareOption2 = {
      name: "serializerMiddleware",
      step: "serialize",
      tags: ["SERIALIZER"],
      override: !0
    }, endpointMiddlewareOptions = {
      step: "serialize",
      tags: ["ENDPOINT_PARAMETERS", "ENDPOINT_V2", "ENDPOINT"],
      name: "endpointV2Middleware",
      override: !0,
      relation: "before",
      toMiddleware: serializerMiddlewareOption2.name
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/resolveEndpointConfig.js
function bindResolveEndpointConfig(getEndpointFromConfig2) {
  return (input) => {
    let tls = input.tls ?? !0, { endpoint, useDualstackEndpoint, useFipsEndpoint } = input, customEndpointProvider = endpoint != null ? async () => toEndpointV1(await normalizeProvider(endpoint)()) : void 0, resolvedConfig = Object.assign(input, {
      endpoint: customEndpointProvider,
      tls,
      isCustomEndpoint: !!endpoint,
      useDualstackEndpoint: normalizeProvider(useDualstackEndpoint ?? !1),
      useFipsEndpoint: normalizeProvider(useFipsEndpoint ?? !1),
      ignoreConfiguredEndpointUrls: !!input.ignoreConfiguredEndpointUrls
    }), configuredEndpointPromise;
    return resolvedConfig.serviceConfiguredEndpoint = async () => (input.serviceId && !configuredEndpointPromise && (configuredEndpointPromise = getEndpointFromConfig2(input.serviceId)), configuredEndpointPromise), resolvedConfig;
  };
}
var init_resolveEndpointConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/middleware-endpoint/resolveEndpointConfig.js"() {
    init_transport();
    init_toEndpointV12();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/bdd/BinaryDecisionDiagram.js
var BinaryDecisionDiagram, init_BinaryDecisionDiagram = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/bdd/BinaryDecisionDiagram.js"() {
    BinaryDecisionDiagram = class _BinaryDecisionDiagram {
      nodes;
      root;
      conditions;
      results;
      constructor(bdd2, root2, conditions, results) {
        this.nodes = bdd2, this.root = root2, this.conditions = conditions, this.results = results;
      }
      static from(bdd2, root2, conditions, results) {
        return new _BinaryDecisionDiagram(bdd2, root2, conditions, results);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/cache/EndpointCache.js
var EndpointCache, init_EndpointCache = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/cache/EndpointCache.js"() {
    EndpointCache = class {
      capacity;
      data = /* @__PURE__ */ new Map();
      parameters = [];
      constructor({ size, params }) {
        this.capacity = size ?? 50, params && (this.parameters = params);
      }
      get(endpointParams, resolver) {
        let key = this.hash(endpointParams);
        if (key === !1)
          return resolver();
        if (!this.data.has(key)) {
          if (this.data.size > this.capacity + 10) {
            let keys = this.data.keys(), i2 = 0;
            for (; ; ) {
              let { value, done } = keys.next();
              if (this.data.delete(value), done || ++i2 > 10)
                break;
            }
          }
          this.data.set(key, resolver());
        }
        return this.data.get(key);
      }
      size() {
        return this.data.size;
      }
      hash(endpointParams) {
        let buffer = "", { parameters } = this;
        if (parameters.length === 0)
          return !1;
        for (let param of parameters) {
          let raw = endpointParams[param], val = raw == null ? "\0" : String(raw);
          if (val.includes("|;"))
            return !1;
          buffer += val + "|;";
        }
        return buffer;
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/EndpointError.js
var EndpointError, init_EndpointError = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/EndpointError.js"() {
    EndpointError = class extends Error {
      constructor(message2) {
        super(message2), this.name = "EndpointError";
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/index.js
var init_types2 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/types/index.js"() {
    init_EndpointError();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/debugId.js
var debugId, init_debugId = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/debugId.js"() {
    debugId = "endpoints";
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/toDebugString.js
function toDebugString(input) {
  return typeof input != "object" || input == null ? input : "ref" in input ? `$${toDebugString(input.ref)}` : "fn" in input ? `${input.fn}(${(input.argv || []).map(toDebugString).join(", ")})` : JSON.stringify(input, null, 2);
}
var init_toDebugString = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/toDebugString.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/index.js
var init_debug = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/debug/index.js"() {
    init_debugId();
    init_toDebugString();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/customEndpointFunctions.js
var customEndpointFunctions, init_customEndpointFunctions = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/customEndpointFunctions.js"() {
    customEndpointFunctions = {};
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/booleanEquals.js
var booleanEquals, init_booleanEquals = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/booleanEquals.js"() {
    booleanEquals = (value1, value2) => value1 === value2;
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/coalesce.js
function coalesce(...args) {
  for (let arg of args)
    if (arg != null)
      return arg;
}
var init_coalesce = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/coalesce.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttrPathList.js
var getAttrPathList, init_getAttrPathList = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttrPathList.js"() {
    init_types2();
    getAttrPathList = (path) => {
      let parts = path.split("."), pathList = [];
      for (let part of parts) {
        let squareBracketIndex = part.indexOf("[");
        if (squareBracketIndex !== -1) {
          if (part.indexOf("]") !== part.length - 1)
            throw new EndpointError(`Path: '${path}' does not end with ']'`);
          let arrayIndex = part.slice(squareBracketIndex + 1, -1);
          if (Number.isNaN(parseInt(arrayIndex)))
            throw new EndpointError(`Invalid array index: '${arrayIndex}' in path: '${path}'`);
          squareBracketIndex !== 0 && pathList.push(part.slice(0, squareBracketIndex)), pathList.push(arrayIndex);
        } else
          pathList.push(part);
      }
      return pathList;
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttr.js
var getAttr, init_getAttr = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/getAttr.js"() {
    init_types2();
    init_getAttrPathList();
    getAttr = (value, path) => getAttrPathList(path).reduce((acc, index) => {
      if (typeof acc != "object")
        throw new EndpointError(`Index '${index}' in '${path}' not found in '${JSON.stringify(value)}'`);
      if (Array.isArray(acc)) {
        let i2 = parseInt(index);
        return acc[i2 < 0 ? acc.length + i2 : i2];
      }
      return acc[index];
    }, value);
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isSet.js
var isSet, init_isSet = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isSet.js"() {
    isSet = (value) => value != null;
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/ite.js
function ite(condition, trueValue, falseValue) {
  return condition ? trueValue : falseValue;
}
var init_ite = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/ite.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/not.js
var not, init_not = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/not.js"() {
    not = (value) => !value;
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isIpAddress.js
var IP_V4_REGEX, isIpAddress, init_isIpAddress = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/isIpAddress.js"() {
    IP_V4_REGEX = new RegExp("^(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]\\d|\\d)){3}$"), isIpAddress = (value) => IP_V4_REGEX.test(value) || value.startsWith("[") && value.endsWith("]");
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/parseURL.js
var DEFAULT_PORTS, parseURL, init_parseURL = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/parseURL.js"() {
    init_dist_es();
    init_isIpAddress();
    DEFAULT_PORTS = {
      [EndpointURLScheme.HTTP]: 80,
      [EndpointURLScheme.HTTPS]: 443
    }, parseURL = (value) => {
      let whatwgURL = (() => {
        try {
          if (value instanceof URL)
            return value;
          if (typeof value == "object" && "hostname" in value) {
            let { hostname: hostname2, port, protocol: protocol2 = "", path = "", query = {} } = value, url = new URL(`${protocol2}//${hostname2}${port ? `:${port}` : ""}${path}`);
            return url.search = Object.entries(query).map(([k2, v]) => `${k2}=${v}`).join("&"), url;
          }
          return new URL(value);
        } catch {
          return null;
        }
      })();
      if (!whatwgURL)
        return console.error(`Unable to parse ${JSON.stringify(value)} as a whatwg URL.`), null;
      let urlString = whatwgURL.href, { host, hostname, pathname, protocol, search } = whatwgURL;
      if (search)
        return null;
      let scheme = protocol.slice(0, -1);
      if (!Object.values(EndpointURLScheme).includes(scheme))
        return null;
      let isIp = isIpAddress(hostname), inputContainsDefaultPort = urlString.includes(`${host}:${DEFAULT_PORTS[scheme]}`) || typeof value == "string" && value.includes(`${host}:${DEFAULT_PORTS[scheme]}`), authority = `${host}${inputContainsDefaultPort ? `:${DEFAULT_PORTS[scheme]}` : ""}`;
      return {
        scheme,
        authority,
        path: pathname,
        normalizedPath: pathname.endsWith("/") ? pathname : `${pathname}/`,
        isIp
      };
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/split.js
function split(value, delimiter, limit) {
  if (limit === 1)
    return [value];
  if (value === "")
    return [""];
  let parts = value.split(delimiter);
  return limit === 0 ? parts : parts.slice(0, limit - 1).concat(parts.slice(1).join(delimiter));
}
var init_split = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/split.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/stringEquals.js
var stringEquals, init_stringEquals = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/stringEquals.js"() {
    stringEquals = (value1, value2) => value1 === value2;
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/substring.js
var substring, init_substring = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/substring.js"() {
    substring = (input, start, stop, reverse) => input == null || start >= stop || input.length < stop || /[^\u0000-\u007f]/.test(input) ? null : reverse ? input.substring(input.length - stop, input.length - start) : input.substring(start, stop);
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/uriEncode.js
var uriEncode, init_uriEncode = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/uriEncode.js"() {
    uriEncode = (value) => encodeURIComponent(value).replace(/[!*'()]/g, (c2) => `%${c2.charCodeAt(0).toString(16).toUpperCase()}`);
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/index.js
var init_lib = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/lib/index.js"() {
    init_booleanEquals();
    init_coalesce();
    init_getAttr();
    init_isSet();
    init_transport();
    init_ite();
    init_not();
    init_parseURL();
    init_split();
    init_stringEquals();
    init_substring();
    init_uriEncode();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/endpointFunctions.js
var endpointFunctions, init_endpointFunctions = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/endpointFunctions.js"() {
    init_lib();
    endpointFunctions = {
      booleanEquals,
      coalesce,
      getAttr,
      isSet,
      isValidHostLabel,
      ite,
      not,
      parseURL,
      split,
      stringEquals,
      substring,
      uriEncode
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateTemplate.js
var evaluateTemplate, init_evaluateTemplate = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateTemplate.js"() {
    init_lib();
    evaluateTemplate = (template, options) => {
      let evaluatedTemplateArr = [], { referenceRecord, endpointParams } = options, currentIndex = 0;
      for (; currentIndex < template.length; ) {
        let openingBraceIndex = template.indexOf("{", currentIndex);
        if (openingBraceIndex === -1) {
          evaluatedTemplateArr.push(template.slice(currentIndex));
          break;
        }
        evaluatedTemplateArr.push(template.slice(currentIndex, openingBraceIndex));
        let closingBraceIndex = template.indexOf("}", openingBraceIndex);
        if (closingBraceIndex === -1) {
          evaluatedTemplateArr.push(template.slice(openingBraceIndex));
          break;
        }
        template[openingBraceIndex + 1] === "{" && template[closingBraceIndex + 1] === "}" && (evaluatedTemplateArr.push(template.slice(openingBraceIndex + 1, closingBraceIndex)), currentIndex = closingBraceIndex + 2);
        let parameterName = template.substring(openingBraceIndex + 1, closingBraceIndex);
        if (parameterName.includes("#")) {
          let [refName, attrName] = parameterName.split("#");
          evaluatedTemplateArr.push(getAttr(referenceRecord[refName] ?? endpointParams[refName], attrName));
        } else
          evaluatedTemplateArr.push(referenceRecord[parameterName] ?? endpointParams[parameterName]);
        currentIndex = closingBraceIndex + 1;
      }
      return evaluatedTemplateArr.join("");
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getReferenceValue.js
var getReferenceValue, init_getReferenceValue = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getReferenceValue.js"() {
    getReferenceValue = ({ ref }, options) => options.referenceRecord[ref] ?? options.endpointParams[ref];
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateExpression.js
var evaluateExpression, callFunction, group, init_evaluateExpression = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateExpression.js"() {
    init_types2();
    init_customEndpointFunctions();
    init_endpointFunctions();
    init_evaluateTemplate();
    init_getReferenceValue();
    evaluateExpression = (obj, keyName, options) => {
      if (typeof obj == "string")
        return evaluateTemplate(obj, options);
      if (obj.fn)
        return group.callFunction(obj, options);
      if (obj.ref)
        return getReferenceValue(obj, options);
      throw new EndpointError(`'${keyName}': ${String(obj)} is not a string, function or reference.`);
    }, callFunction = ({ fn, argv }, options) => {
      let evaluatedArgs = Array(argv.length);
      for (let i2 = 0; i2 < evaluatedArgs.length; ++i2) {
        let arg = argv[i2];
        typeof arg == "boolean" || typeof arg == "number" ? evaluatedArgs[i2] = arg : evaluatedArgs[i2] = group.evaluateExpression(arg, "arg", options);
      }
      let namespaceSeparatorIndex = fn.indexOf(".");
      if (namespaceSeparatorIndex !== -1) {
        let customFunction = customEndpointFunctions[fn.slice(0, namespaceSeparatorIndex)]?.[fn.slice(namespaceSeparatorIndex + 1)];
        if (typeof customFunction == "function")
          return customFunction(...evaluatedArgs);
      }
      let callable = endpointFunctions[fn];
      if (typeof callable == "function")
        return callable(...evaluatedArgs);
      throw new Error(`function ${fn} not loaded in endpointFunctions.`);
    }, group = {
      evaluateExpression,
      callFunction
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/callFunction.js
var init_callFunction = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/callFunction.js"() {
    init_evaluateExpression();
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateCondition.js
var evaluateCondition, init_evaluateCondition = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/evaluateCondition.js"() {
    init_debug();
    init_types2();
    init_callFunction();
    evaluateCondition = (condition, options) => {
      let { assign } = condition;
      if (assign && assign in options.referenceRecord)
        throw new EndpointError(`'${assign}' is already defined in Reference Record.`);
      let value = callFunction(condition, options);
      options.logger?.debug?.(`${debugId} evaluateCondition: ${toDebugString(condition)} = ${toDebugString(value)}`);
      let result = value === "" ? !0 : !!value;
      return assign != null ? { result, toAssign: { name: assign, value } } : { result };
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointHeaders.js
var getEndpointHeaders, init_getEndpointHeaders = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointHeaders.js"() {
    init_types2();
    init_evaluateExpression();
    getEndpointHeaders = (headers, options) => Object.entries(headers ?? {}).reduce((acc, [headerKey, headerVal]) => (acc[headerKey] = headerVal.map((headerValEntry) => {
      let processedExpr = evaluateExpression(headerValEntry, "Header value entry", options);
      if (typeof processedExpr != "string")
        throw new EndpointError(`Header '${headerKey}' value '${processedExpr}' is not a string`);
      return processedExpr;
    }), acc), {});
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointProperties.js
var getEndpointProperties, getEndpointProperty, group2, init_getEndpointProperties = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointProperties.js"() {
    init_types2();
    init_evaluateTemplate();
    getEndpointProperties = (properties, options) => Object.entries(properties).reduce((acc, [propertyKey, propertyVal]) => (acc[propertyKey] = group2.getEndpointProperty(propertyVal, options), acc), {}), getEndpointProperty = (property, options) => {
      if (Array.isArray(property))
        return property.map((propertyEntry) => getEndpointProperty(propertyEntry, options));
      switch (typeof property) {
        case "string":
          return evaluateTemplate(property, options);
        case "object":
          if (property === null)
            throw new EndpointError(`Unexpected endpoint property: ${property}`);
          return group2.getEndpointProperties(property, options);
        case "boolean":
          return property;
        default:
          throw new EndpointError(`Unexpected endpoint property type: ${typeof property}`);
      }
    }, group2 = {
      getEndpointProperty,
      getEndpointProperties
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointUrl.js
var getEndpointUrl, init_getEndpointUrl = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/utils/getEndpointUrl.js"() {
    init_types2();
    init_evaluateExpression();
    getEndpointUrl = (endpointUrl, options) => {
      let expression = evaluateExpression(endpointUrl, "Endpoint URL", options);
      if (typeof expression == "string")
        try {
          return new URL(expression);
        } catch (error2) {
          throw console.error(`Failed to construct URL with ${expression}`, error2), error2;
        }
      throw new EndpointError(`Endpoint URL must be a string, got ${typeof expression}`);
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/decideEndpoint.js
var RESULT, decideEndpoint, init_decideEndpoint = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/util-endpoints/decideEndpoint.js"() {
    init_types2();
    init_evaluateCondition();
    init_evaluateExpression();
    init_getEndpointHeaders();
    init_getEndpointProperties();
    init_getEndpointUrl();
    RESULT = 1e8, decideEndpoint = (bdd2, options) => {
      let { nodes: nodes2, root: root2, results, conditions } = bdd2, ref = root2, referenceRecord = {}, closure = {
        referenceRecord,
        endpointParams: options.endpointParams,
        logger: options.logger
      };
      for (; ref !== 1 && ref !== -1 && ref < RESULT; ) {
        let node_i = 3 * (Math.abs(ref) - 1), [condition_i, highRef, lowRef] = [nodes2[node_i], nodes2[node_i + 1], nodes2[node_i + 2]], [fn, argv, assign] = conditions[condition_i], evaluation = evaluateCondition({ fn, assign, argv }, closure);
        if (evaluation.toAssign) {
          let { name, value } = evaluation.toAssign;
          referenceRecord[name] = value;
        }
        ref = ref >= 0 === evaluation.result ? highRef : lowRef;
      }
      if (ref >= RESULT) {
        let result = results[ref - RESULT];
        if (result[0] === -1) {
          let [, errorExpression] = result;
          throw new EndpointError(evaluateExpression(errorExpression, "Error", closure));
        }
        let [url, properties, headers] = result;
        return {
          url: getEndpointUrl(url, closure),
          properties: getEndpointProperties(properties, closure),
          headers: getEndpointHeaders(headers ?? {}, closure)
        };
      }
      throw new EndpointError("No matching endpoint.");
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/endpoints/index.js
var getEndpointFromInstructions, resolveEndpointConfig, endpointMiddleware, getEndpointPlugin, init_endpoints = __esm({
  "node_modules/@smithy/core/dist-es/submodules/endpoints/index.js"() {
    init_getEndpointFromConfig();
    init_getEndpointFromInstructions();
    init_endpointMiddleware();
    init_getEndpointPlugin();
    init_resolveEndpointConfig();
    init_BinaryDecisionDiagram();
    init_EndpointCache();
    init_decideEndpoint();
    init_isIpAddress();
    init_transport();
    init_customEndpointFunctions();
    init_getEndpointFromInstructions();
    getEndpointFromInstructions = bindGetEndpointFromInstructions(getEndpointFromConfig), resolveEndpointConfig = bindResolveEndpointConfig(getEndpointFromConfig), endpointMiddleware = bindEndpointMiddleware(getEndpointFromConfig), getEndpointPlugin = bindGetEndpointPlugin(getEndpointFromConfig);
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-type-check.js
var isReadableStream, isBlob, init_stream_type_check = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-type-check.js"() {
    isReadableStream = (stream) => typeof ReadableStream == "function" && (stream?.constructor?.name === ReadableStream.name || stream instanceof ReadableStream), isBlob = (blob) => typeof Blob == "function" && (blob?.constructor?.name === Blob.name || blob instanceof Blob);
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.browser.js
async function collectBlob(blob) {
  return blob.arrayBuffer().then((ab) => new Uint8Array(ab));
}
async function collectReadableStream(stream) {
  let chunks = [], reader = stream.getReader(), length = 0;
  for (; ; ) {
    let { done, value } = await reader.read();
    if (value && (chunks.push(value), length += value.length), done)
      break;
  }
  return concatBytes(chunks, length);
}
var init_stream_collector_browser = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.browser.js"() {
    init_concatBytes();
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.js
import { Writable } from "node:stream";
var streamCollector, Collector, init_stream_collector = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/util-stream/stream-collector.js"() {
    init_concatBytes();
    init_stream_collector_browser();
    init_stream_type_check();
    streamCollector = (stream) => isBlob(stream) ? collectBlob(stream) : isReadableStream(stream) ? collectReadableStream(stream) : new Promise((resolve2, reject) => {
      let collector = new Collector(), nodeStream = stream;
      nodeStream.pipe(collector), nodeStream.on("error", (err) => {
        collector.end(), reject(err);
      }), collector.on("error", reject), collector.on("finish", function() {
        let bytes = concatBytes(this.bufferedBytes);
        resolve2(bytes);
      });
    }), Collector = class extends Writable {
      bufferedBytes = [];
      _write(chunk, encoding, callback) {
        this.bufferedBytes.push(chunk), callback();
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js
function writeKey(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: !0, enumerable: !0, configurable: !0 });
}
var init_writeKey = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/serde/index.js
import { getRandomValues } from "node:crypto";
var Uint8ArrayBlobAdapter, _getRandomValues, v4, generateIdempotencyToken, init_serde = __esm({
  "node_modules/@smithy/core/dist-es/submodules/serde/index.js"() {
    init_fromBase64();
    init_toBase64();
    init_Uint8ArrayBlobAdapter();
    init_fromUtf8();
    init_toUtf8();
    init_v4();
    init_date_utils();
    init_lazy_json();
    init_schema_date_utils();
    init_split_header();
    init_NumericValue();
    init_hex_encoding();
    init_calculateBodyLength();
    init_toUint8Array();
    init_is_array_buffer();
    init_stream_collector();
    init_transport();
    init_writeKey();
    Uint8ArrayBlobAdapter = class extends bindUint8ArrayBlobAdapter(toUtf8, fromUtf8, toBase64, fromBase64) {
    }, _getRandomValues = getRandomValues, v4 = bindV4(_getRandomValues), generateIdempotencyToken = v4;
  }
});

// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js
var CRC32_TABLE, ONES, Crc32Js, init_Crc32Js = __esm({
  "node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Js.js"() {
    CRC32_TABLE = new Uint32Array(256);
    for (let i2 = 0; i2 < 256; ++i2) {
      let c2 = i2;
      for (let j2 = 0; j2 < 8; ++j2)
        c2 = c2 & 1 ? 3988292384 ^ c2 >>> 1 : c2 >>> 1;
      CRC32_TABLE[i2] = c2 >>> 0;
    }
    ONES = 4294967295, Crc32Js = class {
      digestLength = 4;
      checksum = ONES;
      update(data) {
        for (let i2 = 0; i2 < data.length; ++i2)
          this.checksum = this.checksum >>> 8 ^ CRC32_TABLE[(this.checksum ^ data[i2]) & 255];
      }
      digestSync() {
        return (this.checksum ^ ONES) >>> 0;
      }
      async digest() {
        let value = this.digestSync(), out = new Uint8Array(4);
        return new DataView(out.buffer).setUint32(0, value, !1), out;
      }
      reset() {
        this.checksum = ONES;
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Node.js
import * as zlib from "node:zlib";
function buildNativeClass(nativeCrc32) {
  return class {
    digestLength = 4;
    value = 0;
    update(data) {
      this.value = nativeCrc32(data, this.value);
    }
    digestSync() {
      return this.value >>> 0;
    }
    async digest() {
      let out = new Uint8Array(4);
      return new DataView(out.buffer).setUint32(0, this.digestSync(), !1), out;
    }
    reset() {
      this.value = 0;
    }
  };
}
var zlibCrc32, Crc32Node, init_Crc32Node = __esm({
  "node_modules/@smithy/core/dist-es/submodules/checksum/crc32/Crc32Node.js"() {
    init_Crc32Js();
    zlibCrc32 = typeof zlib.crc32 == "function" ? zlib.crc32 : void 0, Crc32Node = zlibCrc32 ? buildNativeClass(zlibCrc32) : Crc32Js;
  }
});

// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js
var BLOCK, DIGEST_LENGTH, MAX_HASHABLE_LENGTH, Sha256Js, INIT, K, init_Sha256Js = __esm({
  "node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Js.js"() {
    init_serde();
    BLOCK = 64, DIGEST_LENGTH = 32, MAX_HASHABLE_LENGTH = 2 ** 53 - 1, Sha256Js = class _Sha256Js {
      digestLength = DIGEST_LENGTH;
      state = Int32Array.from(INIT);
      w;
      buffer = new Uint8Array(64);
      bufferLength = 0;
      bytesHashed = 0;
      finished = !1;
      inner;
      outer;
      constructor(secret) {
        if (secret) {
          let key = _Sha256Js.normalizeKey(secret);
          this.inner = new _Sha256Js(), this.outer = new _Sha256Js();
          let { inner, outer } = this, pad = new Uint8Array(BLOCK * 2);
          for (let i2 = 0; i2 < BLOCK; ++i2)
            pad[i2] = 54 ^ key[i2], pad[i2 + BLOCK] = 92 ^ key[i2];
          inner.update(pad.subarray(0, BLOCK)), outer.update(pad.subarray(BLOCK));
        }
      }
      update(data) {
        if (this.finished)
          throw new Error("Attempted to update an already finished HMAC.");
        if (this.inner) {
          this.inner.update(data);
          return;
        }
        let chunk = toUint8Array(data), position = 0, { byteLength } = chunk;
        if (this.bytesHashed += byteLength, this.bytesHashed * 8 > MAX_HASHABLE_LENGTH)
          throw new Error("Cannot hash more than 2^53 - 1 bits");
        for (; byteLength > 0; )
          this.buffer[this.bufferLength++] = chunk[position++], byteLength--, this.bufferLength === BLOCK && (this.hashBuffer(), this.bufferLength = 0);
      }
      async digest() {
        let { inner, outer } = this;
        if (inner && outer) {
          if (this.finished)
            throw new Error("Attempted to digest an already finished HMAC.");
          this.finished = !0;
          let innerDigest = inner.digestSync();
          return outer.update(innerDigest), outer.digestSync();
        }
        return this.digestSync();
      }
      reset() {
        this.state = Int32Array.from(INIT), this.buffer = new Uint8Array(64), this.bufferLength = 0, this.bytesHashed = 0;
      }
      digestSync() {
        let state2 = this.state.slice(), buffer = this.buffer.slice(), bufferLength = this.bufferLength, bitsHashed = this.bytesHashed * 8, bufferView = new DataView(buffer.buffer, buffer.byteOffset, buffer.byteLength);
        if (bufferView.setUint8(bufferLength++, 128), (bufferLength - 1) % BLOCK >= BLOCK - 8) {
          for (let i2 = bufferLength; i2 < BLOCK; ++i2)
            bufferView.setUint8(i2, 0);
          this.hashBufferWith(state2, buffer), bufferLength = 0;
        }
        for (let i2 = bufferLength; i2 < BLOCK - 8; ++i2)
          bufferView.setUint8(i2, 0);
        bufferView.setUint32(BLOCK - 8, Math.floor(bitsHashed / 4294967296), !1), bufferView.setUint32(BLOCK - 4, bitsHashed, !1), this.hashBufferWith(state2, buffer);
        let out = new Uint8Array(DIGEST_LENGTH);
        for (let i2 = 0; i2 < 8; ++i2)
          out[i2 * 4] = state2[i2] >>> 24 & 255, out[i2 * 4 + 1] = state2[i2] >>> 16 & 255, out[i2 * 4 + 2] = state2[i2] >>> 8 & 255, out[i2 * 4 + 3] = state2[i2] >>> 0 & 255;
        return out;
      }
      static normalizeKey(secret) {
        let key = toUint8Array(secret);
        if (key.byteLength > BLOCK) {
          let h2 = new _Sha256Js();
          h2.update(key);
          let out = h2.digestSync(), padded = new Uint8Array(BLOCK);
          return padded.set(out), padded;
        }
        if (key.byteLength < BLOCK) {
          let padded = new Uint8Array(BLOCK);
          return padded.set(key), padded;
        }
        return key;
      }
      hashBuffer() {
        this.hashBufferWith(this.state, this.buffer);
      }
      hashBufferWith(state2, buffer) {
        let w = this.w ??= new Int32Array(64), s0 = state2[0], s1 = state2[1], s2 = state2[2], s3 = state2[3], s4 = state2[4], s5 = state2[5], s6 = state2[6], s7 = state2[7];
        for (let i2 = 0; i2 < BLOCK; ++i2) {
          if (i2 < 16)
            w[i2] = (buffer[i2 * 4] & 255) << 24 | (buffer[i2 * 4 + 1] & 255) << 16 | (buffer[i2 * 4 + 2] & 255) << 8 | buffer[i2 * 4 + 3] & 255;
          else {
            let u = w[i2 - 2], t12 = (u >>> 17 | u << 15) ^ (u >>> 19 | u << 13) ^ u >>> 10;
            u = w[i2 - 15];
            let t22 = (u >>> 7 | u << 25) ^ (u >>> 18 | u << 14) ^ u >>> 3;
            w[i2] = (t12 + w[i2 - 7] | 0) + (t22 + w[i2 - 16] | 0);
          }
          let t1 = (((s4 >>> 6 | s4 << 26) ^ (s4 >>> 11 | s4 << 21) ^ (s4 >>> 25 | s4 << 7)) + (s4 & s5 ^ ~s4 & s6) | 0) + (s7 + (K[i2] + w[i2] | 0) | 0) | 0, t2 = ((s0 >>> 2 | s0 << 30) ^ (s0 >>> 13 | s0 << 19) ^ (s0 >>> 22 | s0 << 10)) + (s0 & s1 ^ s0 & s2 ^ s1 & s2) | 0;
          s7 = s6, s6 = s5, s5 = s4, s4 = s3 + t1 | 0, s3 = s2, s2 = s1, s1 = s0, s0 = t1 + t2 | 0;
        }
        state2[0] += s0, state2[1] += s1, state2[2] += s2, state2[3] += s3, state2[4] += s4, state2[5] += s5, state2[6] += s6, state2[7] += s7;
      }
    }, INIT = new Int32Array([
      1779033703,
      3144134277,
      1013904242,
      2773480762,
      1359893119,
      2600822924,
      528734635,
      1541459225
    ]), K = new Int32Array([
      1116352408,
      1899447441,
      3049323471,
      3921009573,
      961987163,
      1508970993,
      2453635748,
      2870763221,
      3624381080,
      310598401,
      607225278,
      1426881987,
      1925078388,
      2162078206,
      2614888103,
      3248222580,
      3835390401,
      4022224774,
      264347078,
      604807628,
      770255983,
      1249150122,
      1555081692,
      1996064986,
      2554220882,
      2821834349,
      2952996808,
      3210313671,
      3336571891,
      3584528711,
      113926993,
      338241895,
      666307205,
      773529912,
      1294757372,
      1396182291,
      1695183700,
      1986661051,
      2177026350,
      2456956037,
      2730485921,
      2820302411,
      3259730800,
      3345764771,
      3516065817,
      3600352804,
      4094571909,
      275423344,
      430227734,
      506948616,
      659060556,
      883997877,
      958139571,
      1322822218,
      1537002063,
      1747873779,
      1955562222,
      2024104815,
      2227730452,
      2361852424,
      2428436474,
      2756734187,
      3204031479,
      3329325298
    ]);
  }
});

// node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node.js
import { createHash as createHash2, createHmac } from "node:crypto";
function buildNativeClass2() {
  return class {
    digestLength = 32;
    secret;
    hash;
    isHmac;
    finished = !1;
    constructor(secret) {
      this.secret = secret, this.isHmac = !!secret, this.hash = this.createHash();
    }
    update(data) {
      if (this.finished)
        throw new Error("Attempted to update an already finished hash.");
      this.hash.update(data);
    }
    async digest() {
      let buf;
      return this.isHmac ? (this.finished = !0, buf = this.hash.digest()) : buf = this.hash.copy().digest(), new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength);
    }
    reset() {
      this.hash = this.createHash(), this.finished = !1;
    }
    createHash() {
      return this.secret ? createHmac("sha256", toBuffer(this.secret)) : createHash2("sha256");
    }
  };
}
function toBuffer(data) {
  return typeof data == "string" ? data : ArrayBuffer.isView(data) ? Buffer.from(data.buffer, data.byteOffset, data.byteLength) : Buffer.from(data);
}
var hasNativeCrypto, Sha256Node, init_Sha256Node = __esm({
  "node_modules/@smithy/core/dist-es/submodules/checksum/sha256/Sha256Node.js"() {
    init_Sha256Js();
    hasNativeCrypto = (() => {
      try {
        return createHash2("sha256"), !0;
      } catch {
        return !1;
      }
    })(), Sha256Node = hasNativeCrypto ? buildNativeClass2() : Sha256Js;
  }
});

// node_modules/@smithy/core/dist-es/submodules/checksum/index.js
var init_checksum3 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/checksum/index.js"() {
    init_Crc32Node();
    init_Sha256Node();
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/Int64.js
function negate(bytes) {
  for (let i2 = 0; i2 < 8; i2++)
    bytes[i2] ^= 255;
  for (let i2 = 7; i2 > -1 && (bytes[i2]++, bytes[i2] === 0); i2--)
    ;
}
var Int64, init_Int64 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/Int64.js"() {
    init_serde();
    Int64 = class _Int64 {
      bytes;
      constructor(bytes) {
        if (this.bytes = bytes, bytes.byteLength !== 8)
          throw new Error("Int64 buffers must be exactly 8 bytes");
      }
      static fromNumber(number) {
        if (number > 9223372036854776e3 || number < -9223372036854776e3)
          throw new Error(`${number} is too large (or, if negative, too small) to represent as an Int64`);
        let bytes = new Uint8Array(8);
        for (let i2 = 7, remaining = Math.abs(Math.round(number)); i2 > -1 && remaining > 0; i2--, remaining /= 256)
          bytes[i2] = remaining;
        return number < 0 && negate(bytes), new _Int64(bytes);
      }
      valueOf() {
        let bytes = this.bytes.slice(0), negative = bytes[0] & 128;
        return negative && negate(bytes), parseInt(toHex(bytes), 16) * (negative ? -1 : 1);
      }
      toString() {
        return String(this.valueOf());
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/HeaderMarshaller.js
var HeaderMarshaller, HEADER_VALUE_TYPE, BOOLEAN_TAG, BYTE_TAG, SHORT_TAG, INT_TAG, LONG_TAG, BINARY_TAG, STRING_TAG, TIMESTAMP_TAG, UUID_TAG, UUID_PATTERN, MAX_HEADER_VALUE_BYTES, init_HeaderMarshaller = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/HeaderMarshaller.js"() {
    init_transport();
    init_serde();
    init_Int64();
    HeaderMarshaller = class {
      toUtf8;
      fromUtf8;
      constructor(toUtf82, fromUtf82) {
        this.toUtf8 = toUtf82, this.fromUtf8 = fromUtf82;
      }
      format(headers) {
        let chunks = [];
        for (let headerName in headers) {
          if (!hasOwn(headers, headerName))
            continue;
          let bytes = this.fromUtf8(headerName);
          if (bytes.byteLength > 255)
            throw new Error(`@smithy/core/event-streams - header name exceeds 255 bytes: ${bytes.byteLength}`);
          chunks.push(Uint8Array.from([bytes.byteLength]), bytes, this.formatHeaderValue(headers[headerName]));
        }
        let out = new Uint8Array(chunks.reduce((carry, bytes) => carry + bytes.byteLength, 0)), position = 0;
        for (let chunk of chunks)
          out.set(chunk, position), position += chunk.byteLength;
        return out;
      }
      formatHeaderValue(header) {
        switch (header.type) {
          case "boolean":
            return Uint8Array.from([header.value ? 0 : 1]);
          case "byte":
            return Uint8Array.from([2, header.value]);
          case "short":
            let shortView = new DataView(new ArrayBuffer(3));
            return shortView.setUint8(0, 3), shortView.setInt16(1, header.value, !1), new Uint8Array(shortView.buffer);
          case "integer":
            let intView = new DataView(new ArrayBuffer(5));
            return intView.setUint8(0, 4), intView.setInt32(1, header.value, !1), new Uint8Array(intView.buffer);
          case "long":
            let longBytes = new Uint8Array(9);
            return longBytes[0] = 5, longBytes.set(header.value.bytes, 1), longBytes;
          case "binary":
            if (header.value.byteLength > MAX_HEADER_VALUE_BYTES)
              throw new Error(`@smithy/core/event-streams - header value (binary) exceeds ${MAX_HEADER_VALUE_BYTES} bytes: ${header.value.byteLength}`);
            let binView = new DataView(new ArrayBuffer(3 + header.value.byteLength));
            binView.setUint8(0, 6), binView.setUint16(1, header.value.byteLength, !1);
            let binBytes = new Uint8Array(binView.buffer);
            return binBytes.set(header.value, 3), binBytes;
          case "string":
            let utf8Bytes = this.fromUtf8(header.value);
            if (utf8Bytes.byteLength > MAX_HEADER_VALUE_BYTES)
              throw new Error(`@smithy/core/event-streams - header value (string) exceeds ${MAX_HEADER_VALUE_BYTES} bytes: ${utf8Bytes.byteLength}`);
            let strView = new DataView(new ArrayBuffer(3 + utf8Bytes.byteLength));
            strView.setUint8(0, 7), strView.setUint16(1, utf8Bytes.byteLength, !1);
            let strBytes = new Uint8Array(strView.buffer);
            return strBytes.set(utf8Bytes, 3), strBytes;
          case "timestamp":
            let tsBytes = new Uint8Array(9);
            return tsBytes[0] = 8, tsBytes.set(Int64.fromNumber(header.value.valueOf()).bytes, 1), tsBytes;
          case "uuid":
            if (!UUID_PATTERN.test(header.value))
              throw new Error(`Invalid UUID received: ${header.value}`);
            let uuidBytes = new Uint8Array(17);
            return uuidBytes[0] = 9, uuidBytes.set(fromHex(header.value.replace(/-/g, "")), 1), uuidBytes;
        }
      }
      parse(headers) {
        let out = {}, position = 0;
        for (; position < headers.byteLength; ) {
          let nameLength = headers.getUint8(position++), name = this.toUtf8(new Uint8Array(headers.buffer, headers.byteOffset + position, nameLength));
          switch (position += nameLength, headers.getUint8(position++)) {
            case 0:
              out[name] = {
                type: BOOLEAN_TAG,
                value: !0
              };
              break;
            case 1:
              out[name] = {
                type: BOOLEAN_TAG,
                value: !1
              };
              break;
            case 2:
              out[name] = {
                type: BYTE_TAG,
                value: headers.getInt8(position++)
              };
              break;
            case 3:
              out[name] = {
                type: SHORT_TAG,
                value: headers.getInt16(position, !1)
              }, position += 2;
              break;
            case 4:
              out[name] = {
                type: INT_TAG,
                value: headers.getInt32(position, !1)
              }, position += 4;
              break;
            case 5:
              out[name] = {
                type: LONG_TAG,
                value: new Int64(new Uint8Array(headers.buffer, headers.byteOffset + position, 8))
              }, position += 8;
              break;
            case 6:
              let binaryLength = headers.getUint16(position, !1);
              position += 2, out[name] = {
                type: BINARY_TAG,
                value: new Uint8Array(headers.buffer, headers.byteOffset + position, binaryLength)
              }, position += binaryLength;
              break;
            case 7:
              let stringLength = headers.getUint16(position, !1);
              position += 2, out[name] = {
                type: STRING_TAG,
                value: this.toUtf8(new Uint8Array(headers.buffer, headers.byteOffset + position, stringLength))
              }, position += stringLength;
              break;
            case 8:
              out[name] = {
                type: TIMESTAMP_TAG,
                value: new Date(new Int64(new Uint8Array(headers.buffer, headers.byteOffset + position, 8)).valueOf())
              }, position += 8;
              break;
            case 9:
              let uuidBytes = new Uint8Array(headers.buffer, headers.byteOffset + position, 16);
              position += 16, out[name] = {
                type: UUID_TAG,
                value: `${toHex(uuidBytes.subarray(0, 4))}-${toHex(uuidBytes.subarray(4, 6))}-${toHex(uuidBytes.subarray(6, 8))}-${toHex(uuidBytes.subarray(8, 10))}-${toHex(uuidBytes.subarray(10))}`
              };
              break;
            default:
              throw new Error("Unrecognized header type tag");
          }
        }
        return out;
      }
    };
    (function(HEADER_VALUE_TYPE3) {
      HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.boolTrue = 0] = "boolTrue", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.boolFalse = 1] = "boolFalse", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.byte = 2] = "byte", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.short = 3] = "short", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.integer = 4] = "integer", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.long = 5] = "long", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.byteArray = 6] = "byteArray", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.string = 7] = "string", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.timestamp = 8] = "timestamp", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.uuid = 9] = "uuid";
    })(HEADER_VALUE_TYPE || (HEADER_VALUE_TYPE = {}));
    BOOLEAN_TAG = "boolean", BYTE_TAG = "byte", SHORT_TAG = "short", INT_TAG = "integer", LONG_TAG = "long", BINARY_TAG = "binary", STRING_TAG = "string", TIMESTAMP_TAG = "timestamp", UUID_TAG = "uuid", UUID_PATTERN = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, MAX_HEADER_VALUE_BYTES = 32767;
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/splitMessage.js
function splitMessage({ byteLength, byteOffset, buffer }) {
  if (byteLength < MINIMUM_MESSAGE_LENGTH)
    throw new Error("Provided message too short to accommodate event stream message overhead");
  let view = new DataView(buffer, byteOffset, byteLength), messageLength = view.getUint32(0, !1);
  if (byteLength !== messageLength)
    throw new Error("Reported message length does not match received message length");
  let headerLength = view.getUint32(PRELUDE_MEMBER_LENGTH, !1), expectedPreludeChecksum = view.getUint32(PRELUDE_LENGTH, !1), expectedMessageChecksum = view.getUint32(byteLength - CHECKSUM_LENGTH, !1), checksummer = new Crc32Node();
  if (checksummer.update(new Uint8Array(buffer, byteOffset, PRELUDE_LENGTH)), expectedPreludeChecksum !== checksummer.digestSync())
    throw new Error(`The prelude checksum specified in the message (${expectedPreludeChecksum}) does not match the calculated CRC32 checksum (${checksummer.digestSync()})`);
  if (checksummer.update(new Uint8Array(buffer, byteOffset + PRELUDE_LENGTH, byteLength - (PRELUDE_LENGTH + CHECKSUM_LENGTH))), expectedMessageChecksum !== checksummer.digestSync())
    throw new Error(`The message checksum (${checksummer.digestSync()}) did not match the expected value of ${expectedMessageChecksum}`);
  return {
    headers: new DataView(buffer, byteOffset + PRELUDE_LENGTH + CHECKSUM_LENGTH, headerLength),
    body: new Uint8Array(buffer, byteOffset + PRELUDE_LENGTH + CHECKSUM_LENGTH + headerLength, messageLength - headerLength - (PRELUDE_LENGTH + CHECKSUM_LENGTH + CHECKSUM_LENGTH))
  };
}
var PRELUDE_MEMBER_LENGTH, PRELUDE_LENGTH, CHECKSUM_LENGTH, MINIMUM_MESSAGE_LENGTH, init_splitMessage = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/splitMessage.js"() {
    init_checksum3();
    PRELUDE_MEMBER_LENGTH = 4, PRELUDE_LENGTH = PRELUDE_MEMBER_LENGTH * 2, CHECKSUM_LENGTH = 4, MINIMUM_MESSAGE_LENGTH = PRELUDE_LENGTH + CHECKSUM_LENGTH * 2;
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/EventStreamCodec.js
var EventStreamCodec, init_EventStreamCodec = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/EventStreamCodec.js"() {
    init_checksum3();
    init_HeaderMarshaller();
    init_splitMessage();
    EventStreamCodec = class {
      headerMarshaller;
      messageBuffer;
      isEndOfStream;
      constructor(toUtf82, fromUtf82) {
        this.headerMarshaller = new HeaderMarshaller(toUtf82, fromUtf82), this.messageBuffer = [], this.isEndOfStream = !1;
      }
      feed(message2) {
        this.messageBuffer.push(this.decode(message2));
      }
      endOfStream() {
        this.isEndOfStream = !0;
      }
      getMessage() {
        let message2 = this.messageBuffer.pop(), isEndOfStream = this.isEndOfStream;
        return {
          getMessage() {
            return message2;
          },
          isEndOfStream() {
            return isEndOfStream;
          }
        };
      }
      getAvailableMessages() {
        let messages = this.messageBuffer;
        this.messageBuffer = [];
        let isEndOfStream = this.isEndOfStream;
        return {
          getMessages() {
            return messages;
          },
          isEndOfStream() {
            return isEndOfStream;
          }
        };
      }
      encode({ headers: rawHeaders, body }) {
        let headers = this.headerMarshaller.format(rawHeaders), length = headers.byteLength + body.byteLength + 16, out = new Uint8Array(length), view = new DataView(out.buffer, out.byteOffset, out.byteLength), checksum = new Crc32Node();
        return view.setUint32(0, length, !1), view.setUint32(4, headers.byteLength, !1), checksum.update(out.subarray(0, 8)), view.setUint32(8, checksum.digestSync(), !1), out.set(headers, 12), out.set(body, headers.byteLength + 12), checksum.update(out.subarray(8, length - 4)), view.setUint32(length - 4, checksum.digestSync(), !1), out;
      }
      decode(message2) {
        let { headers, body } = splitMessage(message2);
        return { headers: this.headerMarshaller.parse(headers), body };
      }
      formatHeaders(rawHeaders) {
        return this.headerMarshaller.format(rawHeaders);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/MessageDecoderStream.js
var MessageDecoderStream, init_MessageDecoderStream = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/MessageDecoderStream.js"() {
    MessageDecoderStream = class {
      options;
      constructor(options) {
        this.options = options;
      }
      [Symbol.asyncIterator]() {
        return this.asyncIterator();
      }
      async *asyncIterator() {
        for await (let bytes of this.options.inputStream)
          yield this.options.decoder.decode(bytes);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/MessageEncoderStream.js
var MessageEncoderStream, init_MessageEncoderStream = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/MessageEncoderStream.js"() {
    MessageEncoderStream = class {
      options;
      constructor(options) {
        this.options = options;
      }
      [Symbol.asyncIterator]() {
        return this.asyncIterator();
      }
      async *asyncIterator() {
        for await (let msg of this.options.messageStream)
          yield this.options.encoder.encode(msg);
        this.options.includeEndFrame && (yield new Uint8Array(0));
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/SmithyMessageDecoderStream.js
var SmithyMessageDecoderStream, init_SmithyMessageDecoderStream = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/SmithyMessageDecoderStream.js"() {
    SmithyMessageDecoderStream = class {
      options;
      constructor(options) {
        this.options = options;
      }
      [Symbol.asyncIterator]() {
        return this.asyncIterator();
      }
      async *asyncIterator() {
        for await (let message2 of this.options.messageStream) {
          let deserialized = await this.options.deserializer(message2);
          deserialized !== void 0 && (yield deserialized);
        }
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/SmithyMessageEncoderStream.js
var SmithyMessageEncoderStream, init_SmithyMessageEncoderStream = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-codec/SmithyMessageEncoderStream.js"() {
    SmithyMessageEncoderStream = class {
      options;
      constructor(options) {
        this.options = options;
      }
      [Symbol.asyncIterator]() {
        return this.asyncIterator();
      }
      async *asyncIterator() {
        for await (let chunk of this.options.inputStream)
          yield this.options.serializer(chunk);
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-universal/getChunkedStream.js
function getChunkedStream(source) {
  let currentMessageTotalLength = 0, currentMessagePendingLength = 0, currentMessage = null, messageLengthBuffer = null, allocateMessage = (size) => {
    if (typeof size != "number")
      throw new Error("Attempted to allocate an event message where size was not a number: " + size);
    currentMessageTotalLength = size, currentMessagePendingLength = 4, currentMessage = new Uint8Array(size), new DataView(currentMessage.buffer).setUint32(0, size, !1);
  }, iterator = async function* () {
    let sourceIterator = source[Symbol.asyncIterator]();
    for (; ; ) {
      let { value, done } = await sourceIterator.next();
      if (done) {
        if (currentMessageTotalLength)
          if (currentMessageTotalLength === currentMessagePendingLength)
            yield currentMessage;
          else
            throw new Error("Truncated event message received.");
        else return;
        return;
      }
      let chunkLength = value.length, currentOffset = 0;
      for (; currentOffset < chunkLength; ) {
        if (!currentMessage) {
          let bytesRemaining = chunkLength - currentOffset;
          messageLengthBuffer || (messageLengthBuffer = new Uint8Array(4));
          let numBytesForTotal = Math.min(4 - currentMessagePendingLength, bytesRemaining);
          if (messageLengthBuffer.set(value.slice(currentOffset, currentOffset + numBytesForTotal), currentMessagePendingLength), currentMessagePendingLength += numBytesForTotal, currentOffset += numBytesForTotal, currentMessagePendingLength < 4)
            break;
          allocateMessage(new DataView(messageLengthBuffer.buffer).getUint32(0, !1)), messageLengthBuffer = null;
        }
        let numBytesToWrite = Math.min(currentMessageTotalLength - currentMessagePendingLength, chunkLength - currentOffset);
        currentMessage.set(value.slice(currentOffset, currentOffset + numBytesToWrite), currentMessagePendingLength), currentMessagePendingLength += numBytesToWrite, currentOffset += numBytesToWrite, currentMessageTotalLength && currentMessageTotalLength === currentMessagePendingLength && (yield currentMessage, currentMessage = null, currentMessageTotalLength = 0, currentMessagePendingLength = 0);
      }
    }
  };
  return {
    [Symbol.asyncIterator]: iterator
  };
}
var init_getChunkedStream = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-universal/getChunkedStream.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-universal/getUnmarshalledStream.js
function getUnmarshalledStream(source, options) {
  let messageUnmarshaller = getMessageUnmarshaller(options.deserializer, options.toUtf8);
  return {
    [Symbol.asyncIterator]: async function* () {
      for await (let chunk of source) {
        let message2 = options.eventStreamCodec.decode(chunk), type = await messageUnmarshaller(message2);
        type !== void 0 && (yield type);
      }
    }
  };
}
function getMessageUnmarshaller(deserializer, toUtf82) {
  return async function(message2) {
    let { value: messageType } = message2.headers[":message-type"];
    if (messageType === "error") {
      let unmodeledError = new Error(message2.headers[":error-message"].value || "UnknownError");
      throw unmodeledError.name = message2.headers[":error-code"].value, unmodeledError;
    } else if (messageType === "exception") {
      let code = message2.headers[":exception-type"].value, exception = { [code]: message2 }, deserializedException = await deserializer(exception);
      if (deserializedException.$unknown) {
        let error2 = new Error(toUtf82(message2.body));
        throw error2.name = code, error2;
      }
      throw deserializedException[code];
    } else if (messageType === "event") {
      let event = {
        [message2.headers[":event-type"].value]: message2
      }, deserialized = await deserializer(event);
      return deserialized.$unknown ? void 0 : deserialized;
    } else
      throw Error(`Unrecognizable event type: ${message2.headers[":event-type"].value}`);
  };
}
var init_getUnmarshalledStream = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-universal/getUnmarshalledStream.js"() {
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-universal/EventStreamMarshaller.js
var EventStreamMarshaller, eventStreamSerdeProvider, init_EventStreamMarshaller = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-universal/EventStreamMarshaller.js"() {
    init_EventStreamCodec();
    init_MessageDecoderStream();
    init_MessageEncoderStream();
    init_SmithyMessageDecoderStream();
    init_SmithyMessageEncoderStream();
    init_getChunkedStream();
    init_getUnmarshalledStream();
    EventStreamMarshaller = class {
      eventStreamCodec;
      utfEncoder;
      constructor({ utf8Encoder, utf8Decoder }) {
        this.eventStreamCodec = new EventStreamCodec(utf8Encoder, utf8Decoder), this.utfEncoder = utf8Encoder;
      }
      deserialize(body, deserializer) {
        let inputStream = getChunkedStream(body);
        return new SmithyMessageDecoderStream({
          messageStream: new MessageDecoderStream({ inputStream, decoder: this.eventStreamCodec }),
          deserializer: getMessageUnmarshaller(deserializer, this.utfEncoder)
        });
      }
      serialize(inputStream, serializer) {
        return new MessageEncoderStream({
          messageStream: new SmithyMessageEncoderStream({ inputStream, serializer }),
          encoder: this.eventStreamCodec,
          includeEndFrame: !0
        });
      }
    }, eventStreamSerdeProvider = (options) => new EventStreamMarshaller(options);
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde/EventStreamMarshaller.js
import { Readable } from "node:stream";
async function* readableToIterable(readStream) {
  let streamEnded = !1, generationEnded = !1, records = new Array();
  for (readStream.on("error", (err) => {
    if (streamEnded || (streamEnded = !0), err)
      throw err;
  }), readStream.on("data", (data) => {
    records.push(data);
  }), readStream.on("end", () => {
    streamEnded = !0;
  }); !generationEnded; ) {
    let value = await new Promise((resolve2) => setTimeout(() => resolve2(records.shift()), 0));
    value && (yield value), generationEnded = streamEnded && records.length === 0;
  }
}
var EventStreamMarshaller2, eventStreamSerdeProvider2, init_EventStreamMarshaller2 = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde/EventStreamMarshaller.js"() {
    init_EventStreamMarshaller();
    EventStreamMarshaller2 = class {
      universalMarshaller;
      constructor({ utf8Encoder, utf8Decoder }) {
        this.universalMarshaller = new EventStreamMarshaller({
          utf8Decoder,
          utf8Encoder
        });
      }
      deserialize(body, deserializer) {
        let bodyIterable = typeof body[Symbol.asyncIterator] == "function" ? body : readableToIterable(body);
        return this.universalMarshaller.deserialize(bodyIterable, deserializer);
      }
      serialize(input, serializer) {
        return Readable.from(this.universalMarshaller.serialize(input, serializer));
      }
    }, eventStreamSerdeProvider2 = (options) => new EventStreamMarshaller2(options);
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde/utils.js
var readableStreamToIterable, iterableToReadableStream, init_utils = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde/utils.js"() {
    readableStreamToIterable = (readableStream) => ({
      [Symbol.asyncIterator]: async function* () {
        let reader = readableStream.getReader();
        try {
          for (; ; ) {
            let { done, value } = await reader.read();
            if (done)
              return;
            yield value;
          }
        } finally {
          reader.releaseLock();
        }
      }
    }), iterableToReadableStream = (asyncIterable) => {
      let iterator = asyncIterable[Symbol.asyncIterator]();
      return new ReadableStream({
        async pull(controller) {
          let { done, value } = await iterator.next();
          if (done)
            return controller.close();
          controller.enqueue(value);
        }
      });
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-config-resolver/EventStreamSerdeConfig.js
var resolveEventStreamSerdeConfig, init_EventStreamSerdeConfig = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/eventstream-serde-config-resolver/EventStreamSerdeConfig.js"() {
    resolveEventStreamSerdeConfig = (input) => Object.assign(input, {
      eventStreamMarshaller: input.eventStreamSerdeProvider(input)
    });
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/EventStreamSerde.js
var EventStreamSerde, init_EventStreamSerde = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/EventStreamSerde.js"() {
    init_transport();
    init_schema();
    init_serde();
    EventStreamSerde = class {
      marshaller;
      serializer;
      deserializer;
      serdeContext;
      defaultContentType;
      compositeErrorRegistry;
      constructor({ marshaller, serializer, deserializer, serdeContext, defaultContentType, compositeErrorRegistry }) {
        this.marshaller = marshaller, this.serializer = serializer, this.deserializer = deserializer, this.serdeContext = serdeContext, this.defaultContentType = defaultContentType, this.compositeErrorRegistry = compositeErrorRegistry;
      }
      async serializeEventStream({ eventStream, requestSchema, initialRequest, initialMessageType }) {
        let marshaller = this.marshaller, eventStreamMember = requestSchema.getEventStreamMember(), unionSchema = requestSchema.getMemberSchema(eventStreamMember), serializer = this.serializer, defaultContentType = this.defaultContentType, initialRequestMarker = /* @__PURE__ */ Symbol("initialRequestMarker"), eventStreamIterable = {
          async *[Symbol.asyncIterator]() {
            if (initialRequest) {
              let headers = {
                ":event-type": { type: "string", value: initialMessageType ?? "initial-request" },
                ":message-type": { type: "string", value: "event" },
                ":content-type": { type: "string", value: defaultContentType }
              };
              serializer.write(requestSchema, initialRequest);
              let body = serializer.flush();
              yield {
                [initialRequestMarker]: !0,
                headers,
                body
              };
            }
            for await (let page of eventStream)
              yield page;
          }
        };
        return marshaller.serialize(eventStreamIterable, (event) => {
          if (event[initialRequestMarker])
            return {
              headers: event.headers,
              body: event.body
            };
          let unionMember = "";
          for (let key in event)
            if (hasOwn(event, key) && key !== "__type") {
              unionMember = key;
              break;
            }
          let { additionalHeaders, body, eventType, explicitPayloadContentType } = this.writeEventBody(unionMember, unionSchema, event);
          return {
            headers: {
              ":event-type": { type: "string", value: eventType },
              ":message-type": { type: "string", value: "event" },
              ":content-type": { type: "string", value: explicitPayloadContentType ?? defaultContentType },
              ...additionalHeaders
            },
            body
          };
        });
      }
      async deserializeEventStream({ response, responseSchema, initialResponseContainer, initialMessageType }) {
        let marshaller = this.marshaller, eventStreamMember = responseSchema.getEventStreamMember(), memberSchemas = responseSchema.getMemberSchema(eventStreamMember).getMemberSchemas(), initialResponseMarker = /* @__PURE__ */ Symbol("initialResponseMarker"), asyncIterable = marshaller.deserialize(response.body, async (event) => {
          let unionMember = "";
          for (let key in event)
            if (hasOwn(event, key) && key !== "__type") {
              unionMember = key;
              break;
            }
          let body = event[unionMember].body;
          if (unionMember === (initialMessageType ?? "initial-response")) {
            let dataObject = await this.deserializer.read(responseSchema, body);
            return delete dataObject[eventStreamMember], {
              [initialResponseMarker]: !0,
              ...dataObject
            };
          } else if (unionMember in memberSchemas) {
            let eventStreamSchema = memberSchemas[unionMember];
            if (eventStreamSchema.isStructSchema()) {
              let out = {}, hasBindings = !1;
              for (let [name, member2] of eventStreamSchema.structIterator()) {
                let { eventHeader, eventPayload } = member2.getMergedTraits();
                if (hasBindings = hasBindings || !!(eventHeader || eventPayload), eventPayload)
                  member2.isBlobSchema() ? out[name] = body : member2.isStringSchema() ? out[name] = (this.serdeContext?.utf8Encoder ?? toUtf8)(body) : member2.isStructSchema() && (out[name] = await this.deserializer.read(member2, body));
                else if (eventHeader) {
                  let value = event[unionMember].headers[name]?.value;
                  value != null && (member2.isNumericSchema() ? value && typeof value == "object" && "bytes" in value ? out[name] = BigInt(value.toString()) : out[name] = Number(value) : out[name] = value);
                }
              }
              return {
                [unionMember]: await this.readEventMember(eventStreamSchema, body, hasBindings, out)
              };
            }
            return {
              [unionMember]: await this.deserializer.read(eventStreamSchema, body)
            };
          } else
            return {
              $unknown: event
            };
        }), asyncIterator = asyncIterable[Symbol.asyncIterator](), firstEvent = await asyncIterator.next();
        if (firstEvent.done)
          return asyncIterable;
        if (firstEvent.value?.[initialResponseMarker]) {
          if (!responseSchema)
            throw new Error("@smithy::core/protocols - initial-response event encountered in event stream but no response schema given.");
          for (let key in firstEvent.value)
            hasOwn(firstEvent.value, key) && (initialResponseContainer[key] = firstEvent.value[key]);
        }
        return {
          async *[Symbol.asyncIterator]() {
            for (firstEvent?.value?.[initialResponseMarker] || (yield firstEvent.value); ; ) {
              let { done, value } = await asyncIterator.next();
              if (done)
                break;
              yield value;
            }
          }
        };
      }
      async readEventMember(eventStreamSchema, body, hasBindings, out) {
        let ErrCtor, staticStructuralSchema = eventStreamSchema.getSchema();
        if (Array.isArray(staticStructuralSchema) && staticStructuralSchema[0] === -3) {
          let namespace = staticStructuralSchema[1], nsRegistry = TypeRegistry.for(namespace);
          this.compositeErrorRegistry?.copyFrom(nsRegistry), ErrCtor = (this.compositeErrorRegistry ?? nsRegistry)?.getErrorCtor(staticStructuralSchema);
        }
        let dataObject = hasBindings ? out : body.byteLength === 0 ? {} : await this.deserializer.read(eventStreamSchema, body);
        if (ErrCtor) {
          let message2 = dataObject.message ?? dataObject.Message ?? "Unknown", metadata = {}, $fault = eventStreamSchema.getMergedTraits().error;
          return $fault && (metadata.$fault = $fault), Object.assign(new ErrCtor({}), metadata, {
            message: message2
          }, dataObject);
        }
        return dataObject;
      }
      writeEventBody(unionMember, unionSchema, event) {
        let serializer = this.serializer, eventType = unionMember, explicitPayloadMember = null, explicitPayloadContentType, isKnownSchema = unionSchema.getSchema()[4].includes(unionMember), additionalHeaders = {};
        if (isKnownSchema) {
          let eventSchema = unionSchema.getMemberSchema(unionMember);
          if (eventSchema.isStructSchema()) {
            for (let [memberName, memberSchema] of eventSchema.structIterator()) {
              let { eventHeader, eventPayload } = memberSchema.getMergedTraits();
              if (eventPayload)
                explicitPayloadMember = memberName;
              else if (eventHeader) {
                let value = event[unionMember][memberName], type = "binary";
                memberSchema.isNumericSchema() ? (-2) ** 31 <= value && value <= 2 ** 31 - 1 ? type = "integer" : type = "long" : memberSchema.isTimestampSchema() ? type = "timestamp" : memberSchema.isStringSchema() ? type = "string" : memberSchema.isBooleanSchema() && (type = "boolean"), value != null && (additionalHeaders[memberName] = {
                  type,
                  value
                }, delete event[unionMember][memberName]);
              }
            }
            if (explicitPayloadMember !== null) {
              let payloadSchema = eventSchema.getMemberSchema(explicitPayloadMember);
              payloadSchema.isBlobSchema() ? explicitPayloadContentType = "application/octet-stream" : payloadSchema.isStringSchema() && (explicitPayloadContentType = "text/plain"), serializer.write(payloadSchema, event[unionMember][explicitPayloadMember]);
            } else
              serializer.write(eventSchema, event[unionMember]);
          } else if (eventSchema.isUnitSchema())
            serializer.write(eventSchema, {});
          else
            throw new Error("@smithy/core/event-streams - non-struct member not supported in event stream union.");
        } else {
          let [type, value] = event[unionMember];
          eventType = type, serializer.write(15, value);
        }
        let messageSerialization = serializer.flush() ?? new Uint8Array();
        return {
          body: typeof messageSerialization == "string" ? (this.serdeContext?.utf8Decoder ?? fromUtf8)(messageSerialization) : messageSerialization,
          eventType,
          explicitPayloadContentType,
          additionalHeaders
        };
      }
    };
  }
});

// node_modules/@smithy/core/dist-es/submodules/event-streams/index.js
var event_streams_exports = {};
__export(event_streams_exports, {
  EventStreamCodec: () => EventStreamCodec,
  EventStreamMarshaller: () => EventStreamMarshaller2,
  EventStreamSerde: () => EventStreamSerde,
  HeaderMarshaller: () => HeaderMarshaller,
  Int64: () => Int64,
  MessageDecoderStream: () => MessageDecoderStream,
  MessageEncoderStream: () => MessageEncoderStream,
  SmithyMessageDecoderStream: () => SmithyMessageDecoderStream,
  SmithyMessageEncoderStream: () => SmithyMessageEncoderStream,
  UniversalEventStreamMarshaller: () => EventStreamMarshaller,
  eventStreamSerdeProvider: () => eventStreamSerdeProvider2,
  getChunkedStream: () => getChunkedStream,
  getMessageUnmarshaller: () => getMessageUnmarshaller,
  getUnmarshalledStream: () => getUnmarshalledStream,
  iterableToReadableStream: () => iterableToReadableStream,
  readableStreamToIterable: () => readableStreamToIterable,
  resolveEventStreamSerdeConfig: () => resolveEventStreamSerdeConfig,
  universalEventStreamSerdeProvider: () => eventStreamSerdeProvider
});
var init_event_streams = __esm({
  "node_modules/@smithy/core/dist-es/submodules/event-streams/index.js"() {
    init_EventStreamCodec();
    init_HeaderMarshaller();
    init_Int64();
    init_MessageDecoderStream();
    init_MessageEncoderStream();
    init_SmithyMessageDecoderStream();
    init_SmithyMessageEncoderStream();
    init_EventStreamMarshaller2();
    init_utils();
    init_EventStreamMarshaller();
    init_getChunkedStream();
    init_getUnmarshalledStream();
    init_EventStreamSerdeConfig();
    init_EventStreamSerde();
  }
});

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = __commonJS({
  "node_modules/ipaddr.js/lib/ipaddr.js"(exports, module) {
    (function(root2) {
      "use strict";
      let ipv4Part = "(0?\\d+|0x[a-f0-9]+)", ipv4Regexes = {
        fourOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
        threeOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}$`, "i"),
        twoOctet: new RegExp(`^${ipv4Part}\\.${ipv4Part}$`, "i"),
        longValue: new RegExp(`^${ipv4Part}$`, "i")
      }, octalRegex = new RegExp("^0[0-7]+$", "i"), hexRegex = new RegExp("^0x[a-f0-9]+$", "i"), zoneIndex = "%[0-9a-z]{1,}", ipv6Part = "(?:[0-9a-f]+::?)+", ipv6Regexes = {
        zoneIndex: new RegExp(zoneIndex, "i"),
        native: new RegExp(`^(::)?(${ipv6Part})?([0-9a-f]+)?(::)?(${zoneIndex})?$`, "i"),
        deprecatedTransitional: new RegExp(`^(?:::)(${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?)$`, "i"),
        transitional: new RegExp(`^((?:${ipv6Part})|(?:::)(?:${ipv6Part})?)${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}\\.${ipv4Part}(${zoneIndex})?$`, "i")
      };
      function expandIPv6(string, parts) {
        if (string.indexOf("::") !== string.lastIndexOf("::"))
          return null;
        let colonCount = 0, lastColon = -1, zoneId = (string.match(ipv6Regexes.zoneIndex) || [])[0], replacement, replacementCount;
        for (zoneId && (zoneId = zoneId.substring(1), string = string.replace(/%.+$/, "")); (lastColon = string.indexOf(":", lastColon + 1)) >= 0; )
          colonCount++;
        if (string.substr(0, 2) === "::" && colonCount--, string.substr(-2, 2) === "::" && colonCount--, colonCount >= parts)
          return null;
        for (replacementCount = parts - colonCount, replacement = ":"; replacementCount--; )
          replacement += "0:";
        return string = string.replace("::", replacement), string[0] === ":" && (string = string.slice(1)), string[string.length - 1] === ":" && (string = string.slice(0, -1)), parts = (function() {
          let ref = string.split(":"), results = [];
          for (let i2 = 0; i2 < ref.length; i2++)
            results.push(ref[i2].length > 4 ? NaN : parseInt(ref[i2], 16));
          return results;
        })(), {
          parts,
          zoneId
        };
      }
      function matchCIDR(first, second, partSize, cidrBits) {
        if (first.length !== second.length)
          throw new Error("ipaddr: cannot match CIDR for objects with different lengths");
        let part = 0, shift;
        for (; cidrBits > 0; ) {
          if (shift = partSize - cidrBits, shift < 0 && (shift = 0), first[part] >> shift !== second[part] >> shift)
            return !1;
          cidrBits -= partSize, part += 1;
        }
        return !0;
      }
      function parseIntAuto(string) {
        if (hexRegex.test(string))
          return parseInt(string, 16);
        if (string[0] === "0" && !isNaN(parseInt(string[1], 10))) {
          if (octalRegex.test(string))
            return parseInt(string, 8);
          throw new Error(`ipaddr: cannot parse ${string} as octal`);
        }
        return parseInt(string, 10);
      }
      function padPart(part, length) {
        for (; part.length < length; )
          part = `0${part}`;
        return part;
      }
      let ipaddr2 = {};
      ipaddr2.IPv4 = (function() {
        function IPv4(octets) {
          if (octets.length !== 4)
            throw new Error("ipaddr: ipv4 octet count should be 4");
          let i2, octet;
          for (i2 = 0; i2 < octets.length; i2++)
            if (octet = octets[i2], !(0 <= octet && octet <= 255))
              throw new Error("ipaddr: ipv4 octet should fit in 8 bits");
          this.octets = octets;
        }
        return IPv4.prototype.SpecialRanges = {
          unspecified: [[new IPv4([0, 0, 0, 0]), 8]],
          broadcast: [[new IPv4([255, 255, 255, 255]), 32]],
          // RFC3171
          multicast: [[new IPv4([224, 0, 0, 0]), 4]],
          // RFC3927
          linkLocal: [[new IPv4([169, 254, 0, 0]), 16]],
          // RFC5735
          loopback: [[new IPv4([127, 0, 0, 0]), 8]],
          // RFC6598
          carrierGradeNat: [[new IPv4([100, 64, 0, 0]), 10]],
          // RFC1918
          private: [
            [new IPv4([10, 0, 0, 0]), 8],
            [new IPv4([172, 16, 0, 0]), 12],
            [new IPv4([192, 168, 0, 0]), 16]
          ],
          // Reserved and testing-only ranges; RFCs 5735, 5737, 2544, 1700
          reserved: [
            [new IPv4([192, 0, 0, 0]), 24],
            [new IPv4([192, 0, 2, 0]), 24],
            [new IPv4([192, 88, 99, 0]), 24],
            [new IPv4([198, 18, 0, 0]), 15],
            [new IPv4([198, 51, 100, 0]), 24],
            [new IPv4([203, 0, 113, 0]), 24],
            [new IPv4([240, 0, 0, 0]), 4]
          ],
          // RFC7534, RFC7535
          as112: [
            [new IPv4([192, 175, 48, 0]), 24],
            [new IPv4([192, 31, 196, 0]), 24]
          ],
          // RFC7450
          amt: [
            [new IPv4([192, 52, 193, 0]), 24]
          ]
        }, IPv4.prototype.kind = function() {
          return "ipv4";
        }, IPv4.prototype.match = function(other2, cidrRange) {
          let ref;
          if (cidrRange === void 0 && (ref = other2, other2 = ref[0], cidrRange = ref[1]), other2.kind() !== "ipv4")
            throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
          return matchCIDR(this.octets, other2.octets, 8, cidrRange);
        }, IPv4.prototype.prefixLengthFromSubnetMask = function() {
          let cidr = 0, stop = !1, zerotable = {
            0: 8,
            128: 7,
            192: 6,
            224: 5,
            240: 4,
            248: 3,
            252: 2,
            254: 1,
            255: 0
          }, i2, octet, zeros;
          for (i2 = 3; i2 >= 0; i2 -= 1)
            if (octet = this.octets[i2], octet in zerotable) {
              if (zeros = zerotable[octet], stop && zeros !== 0)
                return null;
              zeros !== 8 && (stop = !0), cidr += zeros;
            } else
              return null;
          return 32 - cidr;
        }, IPv4.prototype.range = function() {
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
        }, IPv4.prototype.toByteArray = function() {
          return this.octets.slice(0);
        }, IPv4.prototype.toIPv4MappedAddress = function() {
          return ipaddr2.IPv6.parse(`::ffff:${this.toString()}`);
        }, IPv4.prototype.toNormalizedString = function() {
          return this.toString();
        }, IPv4.prototype.toString = function() {
          return this.octets.join(".");
        }, IPv4;
      })(), ipaddr2.IPv4.broadcastAddressFromCIDR = function(string) {
        try {
          let cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i2 = 0;
          for (; i2 < 4; )
            octets.push(parseInt(ipInterfaceOctets[i2], 10) | parseInt(subnetMaskOctets[i2], 10) ^ 255), i2++;
          return new this(octets);
        } catch (e2) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e2 });
        }
      }, ipaddr2.IPv4.isIPv4 = function(string) {
        return this.parser(string) !== null;
      }, ipaddr2.IPv4.isValid = function(string) {
        try {
          return new this(this.parser(string)), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv4.isValidCIDR = function(string) {
        try {
          return this.parseCIDR(string), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv4.isValidFourPartDecimal = function(string) {
        return !!(ipaddr2.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/));
      }, ipaddr2.IPv4.isValidCIDRFourPartDecimal = function(string) {
        let match = string.match(/^(.+)\/(\d+)$/);
        return !ipaddr2.IPv4.isValidCIDR(string) || !match ? !1 : ipaddr2.IPv4.isValidFourPartDecimal(match[1]);
      }, ipaddr2.IPv4.networkAddressFromCIDR = function(string) {
        let cidr, i2, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i2 = 0; i2 < 4; )
            octets.push(parseInt(ipInterfaceOctets[i2], 10) & parseInt(subnetMaskOctets[i2], 10)), i2++;
          return new this(octets);
        } catch (e2) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e2 });
        }
      }, ipaddr2.IPv4.parse = function(string) {
        let parts = this.parser(string);
        if (parts === null)
          throw new Error("ipaddr: string is not formatted like an IPv4 Address");
        return new this(parts);
      }, ipaddr2.IPv4.parseCIDR = function(string) {
        let match;
        if (match = string.match(/^(.+)\/(\d+)$/)) {
          let maskLength = parseInt(match[2]);
          if (maskLength >= 0 && maskLength <= 32) {
            let parsed = [this.parse(match[1]), maskLength];
            return Object.defineProperty(parsed, "toString", {
              value: function() {
                return this.join("/");
              }
            }), parsed;
          }
        }
        throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
      }, ipaddr2.IPv4.parser = function(string) {
        let match, part, value;
        if (match = string.match(ipv4Regexes.fourOctet))
          return (function() {
            let ref = match.slice(1, 6), results = [];
            for (let i2 = 0; i2 < ref.length; i2++)
              part = ref[i2], results.push(parseIntAuto(part));
            return results;
          })();
        if (match = string.match(ipv4Regexes.longValue)) {
          if (value = parseIntAuto(match[1]), value > 4294967295 || value < 0)
            throw new Error("ipaddr: address outside defined range");
          return (function() {
            let results = [], shift;
            for (shift = 0; shift <= 24; shift += 8)
              results.push(value >> shift & 255);
            return results;
          })().reverse();
        } else return (match = string.match(ipv4Regexes.twoOctet)) ? (function() {
          let ref = match.slice(1, 4), results = [];
          if (value = parseIntAuto(ref[1]), value > 16777215 || value < 0)
            throw new Error("ipaddr: address outside defined range");
          return results.push(parseIntAuto(ref[0])), results.push(value >> 16 & 255), results.push(value >> 8 & 255), results.push(value & 255), results;
        })() : (match = string.match(ipv4Regexes.threeOctet)) ? (function() {
          let ref = match.slice(1, 5), results = [];
          if (value = parseIntAuto(ref[2]), value > 65535 || value < 0)
            throw new Error("ipaddr: address outside defined range");
          return results.push(parseIntAuto(ref[0])), results.push(parseIntAuto(ref[1])), results.push(value >> 8 & 255), results.push(value & 255), results;
        })() : null;
      }, ipaddr2.IPv4.subnetMaskFromPrefixLength = function(prefix) {
        if (prefix = parseInt(prefix), Number.isNaN(prefix) || prefix < 0 || prefix > 32)
          throw new Error("ipaddr: invalid IPv4 prefix length");
        let octets = [0, 0, 0, 0], j2 = 0, filledOctetCount = Math.floor(prefix / 8);
        for (; j2 < filledOctetCount; )
          octets[j2] = 255, j2++;
        return filledOctetCount < 4 && (octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8), new this(octets);
      }, ipaddr2.IPv6 = (function() {
        function IPv6(parts, zoneId) {
          let i2, part;
          if (parts.length === 16)
            for (this.parts = [], i2 = 0; i2 <= 14; i2 += 2)
              this.parts.push(parts[i2] << 8 | parts[i2 + 1]);
          else if (parts.length === 8)
            this.parts = parts;
          else
            throw new Error("ipaddr: ipv6 part count should be 8 or 16");
          for (i2 = 0; i2 < this.parts.length; i2++)
            if (part = this.parts[i2], !(0 <= part && part <= 65535))
              throw new Error("ipaddr: ipv6 part should fit in 16 bits");
          zoneId && (this.zoneId = zoneId);
        }
        return IPv6.prototype.SpecialRanges = {
          // RFC4291, here and after
          unspecified: [new IPv6([0, 0, 0, 0, 0, 0, 0, 0]), 128],
          linkLocal: [new IPv6([65152, 0, 0, 0, 0, 0, 0, 0]), 10],
          multicast: [new IPv6([65280, 0, 0, 0, 0, 0, 0, 0]), 8],
          loopback: [new IPv6([0, 0, 0, 0, 0, 0, 0, 1]), 128],
          uniqueLocal: [new IPv6([64512, 0, 0, 0, 0, 0, 0, 0]), 7],
          ipv4Mapped: [new IPv6([0, 0, 0, 0, 0, 65535, 0, 0]), 96],
          // RFC3879
          deprecatedSiteLocal: [new IPv6([65216, 0, 0, 0, 0, 0, 0, 0]), 10],
          // RFC6666
          discard: [new IPv6([256, 0, 0, 0, 0, 0, 0, 0]), 64],
          // RFC6145
          rfc6145: [new IPv6([0, 0, 0, 0, 65535, 0, 0, 0]), 96],
          rfc6052: [
            // RFC6052
            [new IPv6([100, 65435, 0, 0, 0, 0, 0, 0]), 96],
            // RFC8215
            [new IPv6([100, 65435, 1, 0, 0, 0, 0, 0]), 48]
          ],
          // RFC3056
          "6to4": [new IPv6([8194, 0, 0, 0, 0, 0, 0, 0]), 16],
          // RFC6052, RFC6146
          teredo: [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 32],
          // RFC5180
          benchmarking: [new IPv6([8193, 2, 0, 0, 0, 0, 0, 0]), 48],
          // RFC7450
          amt: [new IPv6([8193, 3, 0, 0, 0, 0, 0, 0]), 32],
          as112v6: [
            // RFC7535
            [new IPv6([8193, 4, 274, 0, 0, 0, 0, 0]), 48],
            // RFC7534
            [new IPv6([9760, 79, 32768, 0, 0, 0, 0, 0]), 48]
          ],
          // RFC4843
          deprecatedOrchid: [new IPv6([8193, 16, 0, 0, 0, 0, 0, 0]), 28],
          // RFC7343
          orchid2: [new IPv6([8193, 32, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9374
          droneRemoteIdProtocolEntityTags: [new IPv6([8193, 48, 0, 0, 0, 0, 0, 0]), 28],
          // RFC9602
          segmentRouting: [new IPv6([24320, 0, 0, 0, 0, 0, 0, 0]), 16],
          reserved: [
            // RFC3849
            [new IPv6([8193, 0, 0, 0, 0, 0, 0, 0]), 23],
            // RFC2928
            [new IPv6([8193, 3512, 0, 0, 0, 0, 0, 0]), 32],
            // RFC9637
            [new IPv6([16383, 0, 0, 0, 0, 0, 0, 0]), 20]
          ]
        }, IPv6.prototype.isIPv4MappedAddress = function() {
          return this.range() === "ipv4Mapped";
        }, IPv6.prototype.kind = function() {
          return "ipv6";
        }, IPv6.prototype.match = function(other2, cidrRange) {
          let ref;
          if (cidrRange === void 0 && (ref = other2, other2 = ref[0], cidrRange = ref[1]), other2.kind() !== "ipv6")
            throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
          return matchCIDR(this.parts, other2.parts, 16, cidrRange);
        }, IPv6.prototype.prefixLengthFromSubnetMask = function() {
          let cidr = 0, stop = !1, zerotable = {
            0: 16,
            32768: 15,
            49152: 14,
            57344: 13,
            61440: 12,
            63488: 11,
            64512: 10,
            65024: 9,
            65280: 8,
            65408: 7,
            65472: 6,
            65504: 5,
            65520: 4,
            65528: 3,
            65532: 2,
            65534: 1,
            65535: 0
          }, part, zeros;
          for (let i2 = 7; i2 >= 0; i2 -= 1)
            if (part = this.parts[i2], part in zerotable) {
              if (zeros = zerotable[part], stop && zeros !== 0)
                return null;
              zeros !== 16 && (stop = !0), cidr += zeros;
            } else
              return null;
          return 128 - cidr;
        }, IPv6.prototype.range = function() {
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
        }, IPv6.prototype.toByteArray = function() {
          let part, bytes = [], ref = this.parts;
          for (let i2 = 0; i2 < ref.length; i2++)
            part = ref[i2], bytes.push(part >> 8), bytes.push(part & 255);
          return bytes;
        }, IPv6.prototype.toFixedLengthString = function() {
          let addr = (function() {
            let results = [];
            for (let i2 = 0; i2 < this.parts.length; i2++)
              results.push(padPart(this.parts[i2].toString(16), 4));
            return results;
          }).call(this).join(":"), suffix = "";
          return this.zoneId && (suffix = `%${this.zoneId}`), addr + suffix;
        }, IPv6.prototype.toIPv4Address = function() {
          if (!this.isIPv4MappedAddress())
            throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
          let ref = this.parts.slice(-2), high = ref[0], low = ref[1];
          return new ipaddr2.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
        }, IPv6.prototype.toNormalizedString = function() {
          let addr = (function() {
            let results = [];
            for (let i2 = 0; i2 < this.parts.length; i2++)
              results.push(this.parts[i2].toString(16));
            return results;
          }).call(this).join(":"), suffix = "";
          return this.zoneId && (suffix = `%${this.zoneId}`), addr + suffix;
        }, IPv6.prototype.toRFC5952String = function() {
          let regex = /((^|:)(0(:|$)){2,})/g, suffix = "";
          this.zoneId && (suffix = `%${this.zoneId}`);
          let normalized = this.toNormalizedString(), string = normalized.slice(0, normalized.length - suffix.length), bestMatchIndex = 0, bestMatchLength = -1, bestMatchGroups = -1, match;
          for (; match = regex.exec(string); ) {
            let groups = (match[0].match(/0/g) || []).length;
            groups > bestMatchGroups && (bestMatchGroups = groups, bestMatchIndex = match.index, bestMatchLength = match[0].length);
          }
          return bestMatchLength < 0 ? string + suffix : `${string.substring(0, bestMatchIndex)}::${string.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
        }, IPv6.prototype.toString = function() {
          return this.toRFC5952String();
        }, IPv6;
      })(), ipaddr2.IPv6.broadcastAddressFromCIDR = function(string) {
        try {
          let cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i2 = 0;
          for (; i2 < 16; )
            octets.push(parseInt(ipInterfaceOctets[i2], 10) | parseInt(subnetMaskOctets[i2], 10) ^ 255), i2++;
          return new this(octets);
        } catch (e2) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e2 });
        }
      }, ipaddr2.IPv6.isIPv6 = function(string) {
        return this.parser(string) !== null;
      }, ipaddr2.IPv6.isValid = function(string) {
        if (typeof string == "string" && string.indexOf(":") === -1)
          return !1;
        try {
          let addr = this.parser(string);
          return new this(addr.parts, addr.zoneId), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv6.isValidCIDR = function(string) {
        if (typeof string == "string" && string.indexOf(":") === -1)
          return !1;
        try {
          return this.parseCIDR(string), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv6.networkAddressFromCIDR = function(string) {
        let cidr, i2, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i2 = 0; i2 < 16; )
            octets.push(parseInt(ipInterfaceOctets[i2], 10) & parseInt(subnetMaskOctets[i2], 10)), i2++;
          return new this(octets);
        } catch (e2) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e2 });
        }
      }, ipaddr2.IPv6.parse = function(string) {
        let addr = this.parser(string);
        if (addr === null)
          throw new Error("ipaddr: string is not formatted like an IPv6 Address");
        return new this(addr.parts, addr.zoneId);
      }, ipaddr2.IPv6.parseCIDR = function(string) {
        let maskLength, match, parsed;
        if ((match = string.match(/^(.+)\/(\d+)$/)) && (maskLength = parseInt(match[2]), maskLength >= 0 && maskLength <= 128))
          return parsed = [this.parse(match[1]), maskLength], Object.defineProperty(parsed, "toString", {
            value: function() {
              return this.join("/");
            }
          }), parsed;
        throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
      }, ipaddr2.IPv6.parser = function(string) {
        let addr, i2, match, octet, octets, zoneId;
        if (match = string.match(ipv6Regexes.deprecatedTransitional))
          return this.parser(`::ffff:${match[1]}`);
        if (ipv6Regexes.native.test(string))
          return expandIPv6(string, 8);
        if ((match = string.match(ipv6Regexes.transitional)) && (zoneId = match[6] || "", addr = match[1], match[1].endsWith("::") || (addr = addr.slice(0, -1)), addr = expandIPv6(addr + zoneId, 6), addr && addr.parts)) {
          for (octets = [
            parseInt(match[2]),
            parseInt(match[3]),
            parseInt(match[4]),
            parseInt(match[5])
          ], i2 = 0; i2 < octets.length; i2++)
            if (octet = octets[i2], !(0 <= octet && octet <= 255))
              return null;
          return addr.parts.push(octets[0] << 8 | octets[1]), addr.parts.push(octets[2] << 8 | octets[3]), {
            parts: addr.parts,
            zoneId: addr.zoneId
          };
        }
        return null;
      }, ipaddr2.IPv6.subnetMaskFromPrefixLength = function(prefix) {
        if (prefix = parseInt(prefix), Number.isNaN(prefix) || prefix < 0 || prefix > 128)
          throw new Error("ipaddr: invalid IPv6 prefix length");
        let octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], j2 = 0, filledOctetCount = Math.floor(prefix / 8);
        for (; j2 < filledOctetCount; )
          octets[j2] = 255, j2++;
        return filledOctetCount < 16 && (octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8), new this(octets);
      }, ipaddr2.fromByteArray = function(bytes) {
        let length = bytes.length;
        if (length === 4)
          return new ipaddr2.IPv4(bytes);
        if (length === 16)
          return new ipaddr2.IPv6(bytes);
        throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
      }, ipaddr2.isValid = function(string) {
        return ipaddr2.IPv6.isValid(string) || ipaddr2.IPv4.isValid(string);
      }, ipaddr2.isValidCIDR = function(string) {
        return ipaddr2.IPv6.isValidCIDR(string) || ipaddr2.IPv4.isValidCIDR(string);
      }, ipaddr2.parse = function(string) {
        if (ipaddr2.IPv6.isValid(string))
          return ipaddr2.IPv6.parse(string);
        if (ipaddr2.IPv4.isValid(string))
          return ipaddr2.IPv4.parse(string);
        throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
      }, ipaddr2.parseCIDR = function(string) {
        try {
          return ipaddr2.IPv6.parseCIDR(string);
        } catch {
          try {
            return ipaddr2.IPv4.parseCIDR(string);
          } catch (e2) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e2 });
          }
        }
      }, ipaddr2.process = function(string) {
        let addr = this.parse(string);
        return addr.kind() === "ipv6" && addr.isIPv4MappedAddress() ? addr.toIPv4Address() : addr;
      }, ipaddr2.subnetMatch = function(address, rangeList, defaultName) {
        let i2, rangeName, rangeSubnets, subnet;
        defaultName == null && (defaultName = "unicast");
        for (rangeName in rangeList)
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
            for (rangeSubnets = rangeList[rangeName], rangeSubnets[0] && !(rangeSubnets[0] instanceof Array) && (rangeSubnets = [rangeSubnets]), i2 = 0; i2 < rangeSubnets.length; i2++)
              if (subnet = rangeSubnets[i2], address.kind() === subnet[0].kind() && address.match.apply(address, subnet))
                return rangeName;
          }
        return defaultName;
      }, typeof module < "u" && module.exports ? module.exports = ipaddr2 : root2.ipaddr = ipaddr2;
    })(exports);
  }
});

// node_modules/http-cache-semantics/index.js
var require_http_cache_semantics = __commonJS({
  "node_modules/http-cache-semantics/index.js"(exports, module) {
    "use strict";
    var statusCodeCacheableByDefault = /* @__PURE__ */ new Set([
      200,
      203,
      204,
      206,
      300,
      301,
      308,
      404,
      405,
      410,
      414,
      501
    ]), understoodStatuses = /* @__PURE__ */ new Set([
      200,
      203,
      204,
      300,
      301,
      302,
      303,
      307,
      308,
      404,
      405,
      410,
      414,
      501
    ]), errorStatusCodes = /* @__PURE__ */ new Set([
      500,
      502,
      503,
      504
    ]), hopByHopHeaders = {
      date: !0,
      // included, because we add Age update Date
      connection: !0,
      "keep-alive": !0,
      "proxy-authenticate": !0,
      "proxy-authorization": !0,
      te: !0,
      trailer: !0,
      "transfer-encoding": !0,
      upgrade: !0
    }, excludedFromRevalidationUpdate = {
      // Since the old body is reused, it doesn't make sense to change properties of the body
      "content-length": !0,
      "content-encoding": !0,
      "transfer-encoding": !0,
      "content-range": !0
    };
    function toNumberOrZero(s) {
      let n2 = parseInt(s, 10);
      return isFinite(n2) ? n2 : 0;
    }
    function isErrorResponse(response) {
      return response ? errorStatusCodes.has(response.status) : !0;
    }
    function parseCacheControl(header) {
      let cc = {};
      if (!header) return cc;
      let parts = header.trim().split(/,/);
      for (let part of parts) {
        let [k2, v] = part.split(/=/, 2);
        cc[k2.trim()] = v === void 0 ? !0 : v.trim().replace(/^"|"$/g, "");
      }
      return cc;
    }
    function formatCacheControl(cc) {
      let parts = [];
      for (let k2 in cc) {
        let v = cc[k2];
        parts.push(v === !0 ? k2 : k2 + "=" + v);
      }
      if (parts.length)
        return parts.join(", ");
    }
    module.exports = class {
      /**
       * Creates a new CachePolicy instance.
       * @param {HttpRequest} req - Incoming client request.
       * @param {HttpResponse} res - Received server response.
       * @param {Object} [options={}] - Configuration options.
       * @param {boolean} [options.shared=true] - Is the cache shared (a public proxy)? `false` for personal browser caches.
       * @param {number} [options.cacheHeuristic=0.1] - Fallback heuristic (age fraction) for cache duration.
       * @param {number} [options.immutableMinTimeToLive=86400000] - Minimum TTL for immutable responses in milliseconds.
       * @param {boolean} [options.ignoreCargoCult=false] - Detect nonsense cache headers, and override them.
       * @param {any} [options._fromObject] - Internal parameter for deserialization. Do not use.
       */
      constructor(req, res, {
        shared,
        cacheHeuristic,
        immutableMinTimeToLive,
        ignoreCargoCult,
        _fromObject
      } = {}) {
        if (_fromObject) {
          this._fromObject(_fromObject);
          return;
        }
        if (!res || !res.headers)
          throw Error("Response headers missing");
        this._assertRequestHasHeaders(req), this._responseTime = this.now(), this._isShared = shared !== !1, this._ignoreCargoCult = !!ignoreCargoCult, this._cacheHeuristic = cacheHeuristic !== void 0 ? cacheHeuristic : 0.1, this._immutableMinTtl = immutableMinTimeToLive !== void 0 ? immutableMinTimeToLive : 24 * 3600 * 1e3, this._status = "status" in res ? res.status : 200, this._resHeaders = res.headers, this._rescc = parseCacheControl(res.headers["cache-control"]), this._method = "method" in req ? req.method : "GET", this._url = req.url, this._host = req.headers.host, this._noAuthorization = !req.headers.authorization, this._reqHeaders = res.headers.vary ? req.headers : null, this._reqcc = parseCacheControl(req.headers["cache-control"]), this._ignoreCargoCult && "pre-check" in this._rescc && "post-check" in this._rescc && (delete this._rescc["pre-check"], delete this._rescc["post-check"], delete this._rescc["no-cache"], delete this._rescc["no-store"], delete this._rescc["must-revalidate"], this._resHeaders = Object.assign({}, this._resHeaders, {
          "cache-control": formatCacheControl(this._rescc)
        }), delete this._resHeaders.expires, delete this._resHeaders.pragma), res.headers["cache-control"] == null && /no-cache/.test(res.headers.pragma) && (this._rescc["no-cache"] = !0);
      }
      /**
       * You can monkey-patch it for testing.
       * @returns {number} Current time in milliseconds.
       */
      now() {
        return Date.now();
      }
      /**
       * Determines if the response is storable in a cache.
       * @returns {boolean} `false` if can never be cached.
       */
      storable() {
        return !!(!this._reqcc["no-store"] && // A cache MUST NOT store a response to any request, unless:
        // The request method is understood by the cache and defined as being cacheable, and
        (this._method === "GET" || this._method === "HEAD" || this._method === "POST" && this._hasExplicitExpiration()) && // the response status code is understood by the cache, and
        understoodStatuses.has(this._status) && // the "no-store" cache directive does not appear in request or response header fields, and
        !this._rescc["no-store"] && // the "private" response directive does not appear in the response, if the cache is shared, and
        (!this._isShared || !this._rescc.private) && // the Authorization header field does not appear in the request, if the cache is shared,
        (!this._isShared || this._noAuthorization || this._allowsStoringAuthenticated()) && // the response either:
        // contains an Expires header field, or
        (this._resHeaders.expires || // contains a max-age response directive, or
        // contains a s-maxage response directive and the cache is shared, or
        // contains a public response directive.
        this._rescc["max-age"] || this._isShared && this._rescc["s-maxage"] || this._rescc.public || // has a status code that is defined as cacheable by default
        statusCodeCacheableByDefault.has(this._status)));
      }
      /**
       * @returns {boolean} true if expiration is explicitly defined.
       */
      _hasExplicitExpiration() {
        return !!(this._isShared && this._rescc["s-maxage"] || this._rescc["max-age"] || this._resHeaders.expires);
      }
      /**
       * @param {HttpRequest} req - a request
       * @throws {Error} if the headers are missing.
       */
      _assertRequestHasHeaders(req) {
        if (!req || !req.headers)
          throw Error("Request headers missing");
      }
      /**
       * Checks if the request matches the cache and can be satisfied from the cache immediately,
       * without having to make a request to the server.
       *
       * This doesn't support `stale-while-revalidate`. See `evaluateRequest()` for a more complete solution.
       *
       * @param {HttpRequest} req - The new incoming HTTP request.
       * @returns {boolean} `true`` if the cached response used to construct this cache policy satisfies the request without revalidation.
       */
      satisfiesWithoutRevalidation(req) {
        return !this.evaluateRequest(req).revalidation;
      }
      /**
       * @param {{headers: Record<string, string>, synchronous: boolean}|undefined} revalidation - Revalidation information, if any.
       * @returns {{response: HttpResponse, revalidation: {headers: Record<string, string>, synchronous: boolean}|undefined}} An object with a cached response headers and revalidation info.
       */
      _evaluateRequestHitResult(revalidation) {
        return {
          response: {
            headers: this.responseHeaders(),
            status: this._status
          },
          revalidation
        };
      }
      /**
       * @param {HttpRequest} request - new incoming
       * @param {boolean} synchronous - whether revalidation must be synchronous (not s-w-r).
       * @returns {{headers: Record<string, string>, synchronous: boolean}} An object with revalidation headers and a synchronous flag.
       */
      _evaluateRequestRevalidation(request, synchronous) {
        return {
          synchronous,
          headers: this.revalidationHeaders(request)
        };
      }
      /**
       * @param {HttpRequest} request - new incoming
       * @returns {{response: undefined, revalidation: {headers: Record<string, string>, synchronous: boolean}}} An object indicating no cached response and revalidation details.
       */
      _evaluateRequestMissResult(request) {
        return {
          response: void 0,
          revalidation: this._evaluateRequestRevalidation(request, !0)
        };
      }
      /**
       * Checks if the given request matches this cache entry, and how the cache can be used to satisfy it. Returns an object with:
       *
       * ```
       * {
       *     // If defined, you must send a request to the server.
       *     revalidation: {
       *         headers: {}, // HTTP headers to use when sending the revalidation response
       *         // If true, you MUST wait for a response from the server before using the cache
       *         // If false, this is stale-while-revalidate. The cache is stale, but you can use it while you update it asynchronously.
       *         synchronous: bool,
       *     },
       *     // If defined, you can use this cached response.
       *     response: {
       *         headers: {}, // Updated cached HTTP headers you must use when responding to the client
       *     },
       * }
       * ```
       * @param {HttpRequest} req - new incoming HTTP request
       * @returns {{response: HttpResponse|undefined, revalidation: {headers: Record<string, string>, synchronous: boolean}|undefined}} An object containing keys:
       *   - revalidation: { headers: Record<string, string>, synchronous: boolean } Set if you should send this to the origin server
       *   - response: HttpResponse Set if you can respond to the client with these cached headers
       */
      evaluateRequest(req) {
        if (this._assertRequestHasHeaders(req), this._rescc["must-revalidate"])
          return this._evaluateRequestMissResult(req);
        if (!this._requestMatches(req, !1))
          return this._evaluateRequestMissResult(req);
        let requestCC = parseCacheControl(req.headers["cache-control"]);
        return requestCC["no-cache"] || /no-cache/.test(req.headers.pragma) ? this._evaluateRequestMissResult(req) : requestCC["max-age"] && this.age() > toNumberOrZero(requestCC["max-age"]) ? this._evaluateRequestMissResult(req) : requestCC["min-fresh"] && this.maxAge() - this.age() < toNumberOrZero(requestCC["min-fresh"]) ? this._evaluateRequestMissResult(req) : this.stale() ? "max-stale" in requestCC && (requestCC["max-stale"] === !0 || requestCC["max-stale"] > this.age() - this.maxAge()) ? this._evaluateRequestHitResult(void 0) : this.useStaleWhileRevalidate() ? this._evaluateRequestHitResult(this._evaluateRequestRevalidation(req, !1)) : this._evaluateRequestMissResult(req) : this._evaluateRequestHitResult(void 0);
      }
      /**
       * @param {HttpRequest} req - check if this is for the same cache entry
       * @param {boolean} allowHeadMethod - allow a HEAD method to match.
       * @returns {boolean} `true` if the request matches.
       */
      _requestMatches(req, allowHeadMethod) {
        return !!((!this._url || this._url === req.url) && this._host === req.headers.host && // the request method associated with the stored response allows it to be used for the presented request, and
        (!req.method || this._method === req.method || allowHeadMethod && req.method === "HEAD") && // selecting header fields nominated by the stored response (if any) match those presented, and
        this._varyMatches(req));
      }
      /**
       * Determines whether storing authenticated responses is allowed.
       * @returns {boolean} `true` if allowed.
       */
      _allowsStoringAuthenticated() {
        return !!(this._rescc["must-revalidate"] || this._rescc.public || this._rescc["s-maxage"]);
      }
      /**
       * Checks whether the Vary header in the response matches the new request.
       * @param {HttpRequest} req - incoming HTTP request
       * @returns {boolean} `true` if the vary headers match.
       */
      _varyMatches(req) {
        if (!this._resHeaders.vary)
          return !0;
        let fields = this._resHeaders.vary.trim().toLowerCase().split(/\s*,\s*/);
        for (let name of fields) {
          if (name === "*")
            return !1;
          let newReq = Object.prototype.hasOwnProperty.call(
            req.headers,
            name
          ) && req.headers[name], cachedReq = Object.prototype.hasOwnProperty.call(
            this._reqHeaders,
            name
          ) && this._reqHeaders[name];
          if (newReq !== cachedReq)
            return !1;
        }
        return !0;
      }
      /**
       * Creates a copy of the given headers without any hop-by-hop headers.
       * @param {Record<string, string>} inHeaders - old headers from the cached response
       * @returns {Record<string, string>} A new headers object without hop-by-hop headers.
       */
      _copyWithoutHopByHopHeaders(inHeaders) {
        let headers = {};
        for (let name in inHeaders)
          hopByHopHeaders[name] || (headers[name] = inHeaders[name]);
        if (inHeaders.connection) {
          let tokens = inHeaders.connection.trim().split(/\s*,\s*/);
          for (let name of tokens)
            delete headers[name];
        }
        if (headers.warning) {
          let warnings = headers.warning.split(/,/).filter((warning2) => !/^\s*1[0-9][0-9]/.test(warning2));
          warnings.length ? headers.warning = warnings.join(",").trim() : delete headers.warning;
        }
        return headers;
      }
      /**
       * Returns the response headers adjusted for serving the cached response.
       * Removes hop-by-hop headers and updates the Age and Date headers.
       * @returns {Record<string, string>} The adjusted response headers.
       */
      responseHeaders() {
        let headers = this._copyWithoutHopByHopHeaders(this._resHeaders), age = this.age();
        return age > 3600 * 24 && !this._hasExplicitExpiration() && this.maxAge() > 3600 * 24 && (headers.warning = (headers.warning ? `${headers.warning}, ` : "") + '113 - "rfc7234 5.5.4"'), headers.age = `${Math.round(age)}`, headers.date = new Date(this.now()).toUTCString(), headers;
      }
      /**
       * Returns the status code of the cached response.
       * @returns {number} The response status code.
       */
      status() {
        return this._status;
      }
      /**
       * Returns the Date header value from the response or the current time if invalid.
       * @returns {number} Timestamp (in milliseconds) representing the Date header or response time.
       */
      date() {
        let serverDate = Date.parse(this._resHeaders.date);
        return isFinite(serverDate) ? serverDate : this._responseTime;
      }
      /**
       * Value of the Age header, in seconds, updated for the current time.
       * May be fractional.
       * @returns {number} The age in seconds.
       */
      age() {
        let age = this._ageValue(), residentTime = (this.now() - this._responseTime) / 1e3;
        return age + residentTime;
      }
      /**
       * @returns {number} The Age header value as a number.
       */
      _ageValue() {
        return toNumberOrZero(this._resHeaders.age);
      }
      /**
       * Possibly outdated value of applicable max-age (or heuristic equivalent) in seconds.
       * This counts since response's `Date`.
       *
       * For an up-to-date value, see `timeToLive()`.
       *
       * Returns the maximum age (freshness lifetime) of the response in seconds.
       * @returns {number} The max-age value in seconds.
       */
      maxAge() {
        if (!this.storable() || this._rescc["no-cache"] || this._isShared && this._resHeaders["set-cookie"] && !this._rescc.public && !this._rescc.immutable || this._resHeaders.vary === "*")
          return 0;
        if (this._isShared) {
          if (this._rescc["proxy-revalidate"])
            return 0;
          if (this._rescc["s-maxage"])
            return toNumberOrZero(this._rescc["s-maxage"]);
        }
        if (this._rescc["max-age"])
          return toNumberOrZero(this._rescc["max-age"]);
        let defaultMinTtl = this._rescc.immutable ? this._immutableMinTtl : 0, serverDate = this.date();
        if (this._resHeaders.expires) {
          let expires = Date.parse(this._resHeaders.expires);
          return Number.isNaN(expires) || expires < serverDate ? 0 : Math.max(defaultMinTtl, (expires - serverDate) / 1e3);
        }
        if (this._resHeaders["last-modified"]) {
          let lastModified = Date.parse(this._resHeaders["last-modified"]);
          if (isFinite(lastModified) && serverDate > lastModified)
            return Math.max(
              defaultMinTtl,
              (serverDate - lastModified) / 1e3 * this._cacheHeuristic
            );
        }
        return defaultMinTtl;
      }
      /**
       * Remaining time this cache entry may be useful for, in *milliseconds*.
       * You can use this as an expiration time for your cache storage.
       *
       * Prefer this method over `maxAge()`, because it includes other factors like `age` and `stale-while-revalidate`.
       * @returns {number} Time-to-live in milliseconds.
       */
      timeToLive() {
        let age = this.maxAge() - this.age(), staleIfErrorAge = age + toNumberOrZero(this._rescc["stale-if-error"]), staleWhileRevalidateAge = age + toNumberOrZero(this._rescc["stale-while-revalidate"]);
        return Math.round(Math.max(0, age, staleIfErrorAge, staleWhileRevalidateAge) * 1e3);
      }
      /**
       * If true, this cache entry is past its expiration date.
       * Note that stale cache may be useful sometimes, see `evaluateRequest()`.
       * @returns {boolean} `false` doesn't mean it's fresh nor usable
       */
      stale() {
        return this.maxAge() <= this.age();
      }
      /**
       * @returns {boolean} `true` if `stale-if-error` condition allows use of a stale response.
       */
      _useStaleIfError() {
        return this.maxAge() + toNumberOrZero(this._rescc["stale-if-error"]) > this.age();
      }
      /** See `evaluateRequest()` for a more complete solution
       * @returns {boolean} `true` if `stale-while-revalidate` is currently allowed.
       */
      useStaleWhileRevalidate() {
        let swr = toNumberOrZero(this._rescc["stale-while-revalidate"]);
        return swr > 0 && this.maxAge() + swr > this.age();
      }
      /**
       * Creates a `CachePolicy` instance from a serialized object.
       * @param {Object} obj - The serialized object.
       * @returns {CachePolicy} A new CachePolicy instance.
       */
      static fromObject(obj) {
        return new this(void 0, void 0, { _fromObject: obj });
      }
      /**
       * @param {any} obj - The serialized object.
       * @throws {Error} If already initialized or if the object is invalid.
       */
      _fromObject(obj) {
        if (this._responseTime) throw Error("Reinitialized");
        if (!obj || obj.v !== 1) throw Error("Invalid serialization");
        this._responseTime = obj.t, this._isShared = obj.sh, this._cacheHeuristic = obj.ch, this._immutableMinTtl = obj.imm !== void 0 ? obj.imm : 24 * 3600 * 1e3, this._ignoreCargoCult = !!obj.icc, this._status = obj.st, this._resHeaders = obj.resh, this._rescc = obj.rescc, this._method = obj.m, this._url = obj.u, this._host = obj.h, this._noAuthorization = obj.a, this._reqHeaders = obj.reqh, this._reqcc = obj.reqcc;
      }
      /**
       * Serializes the `CachePolicy` instance into a JSON-serializable object.
       * @returns {Object} The serialized object.
       */
      toObject() {
        return {
          v: 1,
          t: this._responseTime,
          sh: this._isShared,
          ch: this._cacheHeuristic,
          imm: this._immutableMinTtl,
          icc: this._ignoreCargoCult,
          st: this._status,
          resh: this._resHeaders,
          rescc: this._rescc,
          m: this._method,
          u: this._url,
          h: this._host,
          a: this._noAuthorization,
          reqh: this._reqHeaders,
          reqcc: this._reqcc
        };
      }
      /**
       * Headers for sending to the origin server to revalidate stale response.
       * Allows server to return 304 to allow reuse of the previous response.
       *
       * Hop by hop headers are always stripped.
       * Revalidation headers may be added or removed, depending on request.
       * @param {HttpRequest} incomingReq - The incoming HTTP request.
       * @returns {Record<string, string>} The headers for the revalidation request.
       */
      revalidationHeaders(incomingReq) {
        this._assertRequestHasHeaders(incomingReq);
        let headers = this._copyWithoutHopByHopHeaders(incomingReq.headers);
        if (delete headers["if-range"], !this._requestMatches(incomingReq, !0) || !this.storable())
          return delete headers["if-none-match"], delete headers["if-modified-since"], headers;
        if (this._resHeaders.etag && (headers["if-none-match"] = headers["if-none-match"] ? `${headers["if-none-match"]}, ${this._resHeaders.etag}` : this._resHeaders.etag), headers["accept-ranges"] || headers["if-match"] || headers["if-unmodified-since"] || this._method && this._method != "GET") {
          if (delete headers["if-modified-since"], headers["if-none-match"]) {
            let etags = headers["if-none-match"].split(/,/).filter((etag) => !/^\s*W\//.test(etag));
            etags.length ? headers["if-none-match"] = etags.join(",").trim() : delete headers["if-none-match"];
          }
        } else this._resHeaders["last-modified"] && !headers["if-modified-since"] && (headers["if-modified-since"] = this._resHeaders["last-modified"]);
        return headers;
      }
      /**
       * Creates new CachePolicy with information combined from the previews response,
       * and the new revalidation response.
       *
       * Returns {policy, modified} where modified is a boolean indicating
       * whether the response body has been modified, and old cached body can't be used.
       *
       * @param {HttpRequest} request - The latest HTTP request asking for the cached entry.
       * @param {HttpResponse} response - The latest revalidation HTTP response from the origin server.
       * @returns {{policy: CachePolicy, modified: boolean, matches: boolean}} The updated policy and modification status.
       * @throws {Error} If the response headers are missing.
       */
      revalidatedPolicy(request, response) {
        if (this._assertRequestHasHeaders(request), this._useStaleIfError() && isErrorResponse(response))
          return {
            policy: this,
            modified: !1,
            matches: !0
          };
        if (!response || !response.headers)
          throw Error("Response headers missing");
        let matches = !1;
        response.status !== void 0 && response.status != 304 ? matches = !1 : response.headers.etag && !/^\s*W\//.test(response.headers.etag) ? matches = this._resHeaders.etag && this._resHeaders.etag.replace(/^\s*W\//, "") === response.headers.etag : this._resHeaders.etag && response.headers.etag ? matches = this._resHeaders.etag.replace(/^\s*W\//, "") === response.headers.etag.replace(/^\s*W\//, "") : this._resHeaders["last-modified"] ? matches = this._resHeaders["last-modified"] === response.headers["last-modified"] : !this._resHeaders.etag && !this._resHeaders["last-modified"] && !response.headers.etag && !response.headers["last-modified"] && (matches = !0);
        let optionsCopy = {
          shared: this._isShared,
          cacheHeuristic: this._cacheHeuristic,
          immutableMinTimeToLive: this._immutableMinTtl,
          ignoreCargoCult: this._ignoreCargoCult
        };
        if (!matches)
          return {
            policy: new this.constructor(request, response, optionsCopy),
            // Client receiving 304 without body, even if it's invalid/mismatched has no option
            // but to reuse a cached body. We don't have a good way to tell clients to do
            // error recovery in such case.
            modified: response.status != 304,
            matches: !1
          };
        let headers = {};
        for (let k2 in this._resHeaders)
          headers[k2] = k2 in response.headers && !excludedFromRevalidationUpdate[k2] ? response.headers[k2] : this._resHeaders[k2];
        let newResponse = Object.assign({}, response, {
          status: this._status,
          method: this._method,
          headers
        });
        return {
          policy: new this.constructor(request, newResponse, optionsCopy),
          modified: !1,
          matches: !0
        };
      }
    };
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
var random = () => Math.random();

// src/edge/http.ts
import http2 from "node:http";
import https2 from "node:https";

// node_modules/@actions/http-client/lib/index.js
import * as http from "http";
import * as https from "https";

// node_modules/@actions/http-client/lib/proxy.js
function getProxyUrl(reqUrl) {
  let usingSsl = reqUrl.protocol === "https:";
  if (checkBypass(reqUrl))
    return;
  let proxyVar = usingSsl ? process.env.https_proxy || process.env.HTTPS_PROXY : process.env.http_proxy || process.env.HTTP_PROXY;
  if (proxyVar)
    try {
      return new DecodedURL(proxyVar);
    } catch {
      if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
        return new DecodedURL(`http://${proxyVar}`);
    }
  else
    return;
}
function checkBypass(reqUrl) {
  if (!reqUrl.hostname)
    return !1;
  let reqHost = reqUrl.hostname;
  if (isLoopbackAddress(reqHost))
    return !0;
  let noProxy = process.env.no_proxy || process.env.NO_PROXY || "";
  if (!noProxy)
    return !1;
  let reqPort;
  reqUrl.port ? reqPort = Number(reqUrl.port) : reqUrl.protocol === "http:" ? reqPort = 80 : reqUrl.protocol === "https:" && (reqPort = 443);
  let upperReqHosts = [reqUrl.hostname.toUpperCase()];
  typeof reqPort == "number" && upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
  for (let upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x))
    if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`)))
      return !0;
  return !1;
}
function isLoopbackAddress(host) {
  let hostLower = host.toLowerCase();
  return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
}
var DecodedURL = class extends URL {
  constructor(url, base) {
    super(url, base), this._decodedUsername = decodeURIComponent(super.username), this._decodedPassword = decodeURIComponent(super.password);
  }
  get username() {
    return this._decodedUsername;
  }
  get password() {
    return this._decodedPassword;
  }
};

// node_modules/@actions/http-client/lib/index.js
var tunnel = __toESM(require_tunnel2(), 1);

// left-out:undici
var ProxyAgent = class {
  constructor() {
    throw new Error("undici is not bundled");
  }
};

// node_modules/@actions/http-client/lib/index.js
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e2) {
        reject(e2);
      }
    }
    function rejected(value) {
      try {
        step(generator.throw(value));
      } catch (e2) {
        reject(e2);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
}, HttpCodes;
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
function getProxyUrl2(serverUrl) {
  let proxyUrl = getProxyUrl(new URL(serverUrl));
  return proxyUrl ? proxyUrl.href : "";
}
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
], RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"], ExponentialBackoffCeiling = 10, ExponentialBackoffTimeSlice = 5, HttpClientError = class _HttpClientError extends Error {
  constructor(message2, statusCode) {
    super(message2), this.name = "HttpClientError", this.statusCode = statusCode, Object.setPrototypeOf(this, _HttpClientError.prototype);
  }
}, HttpClientResponse = class {
  constructor(message2) {
    this.message = message2;
  }
  readBody() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2) => __awaiter(this, void 0, void 0, function* () {
        let output = Buffer.alloc(0);
        this.message.on("data", (chunk) => {
          output = Buffer.concat([output, chunk]);
        }), this.message.on("end", () => {
          resolve2(output.toString());
        });
      }));
    });
  }
  readBodyBuffer() {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2) => __awaiter(this, void 0, void 0, function* () {
        let chunks = [];
        this.message.on("data", (chunk) => {
          chunks.push(chunk);
        }), this.message.on("end", () => {
          resolve2(Buffer.concat(chunks));
        });
      }));
    });
  }
};
var HttpClient = class {
  constructor(userAgent, handlers, requestOptions) {
    this._ignoreSslError = !1, this._allowRedirects = !0, this._allowRedirectDowngrade = !1, this._maxRedirects = 50, this._allowRetries = !1, this._maxRetries = 1, this._keepAlive = !1, this._disposed = !1, this.userAgent = this._getUserAgentWithOrchestrationId(userAgent), this.handlers = handlers || [], this.requestOptions = requestOptions, requestOptions && (requestOptions.ignoreSslError != null && (this._ignoreSslError = requestOptions.ignoreSslError), this._socketTimeout = requestOptions.socketTimeout, requestOptions.allowRedirects != null && (this._allowRedirects = requestOptions.allowRedirects), requestOptions.allowRedirectDowngrade != null && (this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade), requestOptions.maxRedirects != null && (this._maxRedirects = Math.max(requestOptions.maxRedirects, 0)), requestOptions.keepAlive != null && (this._keepAlive = requestOptions.keepAlive), requestOptions.allowRetries != null && (this._allowRetries = requestOptions.allowRetries), requestOptions.maxRetries != null && (this._maxRetries = requestOptions.maxRetries));
  }
  options(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
    });
  }
  get(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("GET", requestUrl, null, additionalHeaders || {});
    });
  }
  del(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("DELETE", requestUrl, null, additionalHeaders || {});
    });
  }
  post(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("POST", requestUrl, data, additionalHeaders || {});
    });
  }
  patch(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PATCH", requestUrl, data, additionalHeaders || {});
    });
  }
  put(requestUrl, data, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("PUT", requestUrl, data, additionalHeaders || {});
    });
  }
  head(requestUrl, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request("HEAD", requestUrl, null, additionalHeaders || {});
    });
  }
  sendStream(verb, requestUrl, stream, additionalHeaders) {
    return __awaiter(this, void 0, void 0, function* () {
      return this.request(verb, requestUrl, stream, additionalHeaders);
    });
  }
  /**
   * Gets a typed object from an endpoint
   * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
   */
  getJson(requestUrl_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
      let res = yield this.get(requestUrl, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  postJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      let data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson), additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      let res = yield this.post(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  putJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      let data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson), additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      let res = yield this.put(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  patchJson(requestUrl_1, obj_1) {
    return __awaiter(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
      let data = JSON.stringify(obj, null, 2);
      additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson), additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
      let res = yield this.patch(requestUrl, data, additionalHeaders);
      return this._processResponse(res, this.requestOptions);
    });
  }
  /**
   * Makes a raw http request.
   * All other methods such as get, post, patch, and request ultimately call this.
   * Prefer get, del, post and patch
   */
  request(verb, requestUrl, data, headers) {
    return __awaiter(this, void 0, void 0, function* () {
      if (this._disposed)
        throw new Error("Client has already been disposed.");
      let parsedUrl = new URL(requestUrl), info2 = this._prepareRequest(verb, parsedUrl, headers), maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1, numTries = 0, response;
      do {
        if (response = yield this.requestRaw(info2, data), response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
          let authenticationHandler;
          for (let handler of this.handlers)
            if (handler.canHandleAuthentication(response)) {
              authenticationHandler = handler;
              break;
            }
          return authenticationHandler ? authenticationHandler.handleAuthentication(this, info2, data) : response;
        }
        let redirectsRemaining = this._maxRedirects;
        for (; response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0; ) {
          let redirectUrl = response.message.headers.location;
          if (!redirectUrl)
            break;
          let parsedRedirectUrl = new URL(redirectUrl);
          if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade)
            throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
          if (yield response.readBody(), parsedRedirectUrl.hostname !== parsedUrl.hostname)
            for (let header in headers)
              header.toLowerCase() === "authorization" && delete headers[header];
          info2 = this._prepareRequest(verb, parsedRedirectUrl, headers), response = yield this.requestRaw(info2, data), redirectsRemaining--;
        }
        if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode))
          return response;
        numTries += 1, numTries < maxTries && (yield response.readBody(), yield this._performExponentialBackoff(numTries));
      } while (numTries < maxTries);
      return response;
    });
  }
  /**
   * Needs to be called if keepAlive is set to true in request options.
   */
  dispose() {
    this._agent && this._agent.destroy(), this._disposed = !0;
  }
  /**
   * Raw request.
   * @param info
   * @param data
   */
  requestRaw(info2, data) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2, reject) => {
        function callbackForResult(err, res) {
          err ? reject(err) : res ? resolve2(res) : reject(new Error("Unknown error"));
        }
        this.requestRawWithCallback(info2, data, callbackForResult);
      });
    });
  }
  /**
   * Raw request with callback.
   * @param info
   * @param data
   * @param onResult
   */
  requestRawWithCallback(info2, data, onResult) {
    typeof data == "string" && (info2.options.headers || (info2.options.headers = {}), info2.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8"));
    let callbackCalled = !1;
    function handleResult(err, res) {
      callbackCalled || (callbackCalled = !0, onResult(err, res));
    }
    let req = info2.httpModule.request(info2.options, (msg) => {
      let res = new HttpClientResponse(msg);
      handleResult(void 0, res);
    }), socket;
    req.on("socket", (sock) => {
      socket = sock;
    }), req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
      socket && socket.end(), handleResult(new Error(`Request timeout: ${info2.options.path}`));
    }), req.on("error", function(err) {
      handleResult(err);
    }), data && typeof data == "string" && req.write(data, "utf8"), data && typeof data != "string" ? (data.on("close", function() {
      req.end();
    }), data.pipe(req)) : req.end();
  }
  /**
   * Gets an http agent. This function is useful when you need an http agent that handles
   * routing through a proxy server - depending upon the url and proxy environment variables.
   * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
   */
  getAgent(serverUrl) {
    let parsedUrl = new URL(serverUrl);
    return this._getAgent(parsedUrl);
  }
  getAgentDispatcher(serverUrl) {
    let parsedUrl = new URL(serverUrl), proxyUrl = getProxyUrl(parsedUrl);
    if (proxyUrl && proxyUrl.hostname)
      return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
  }
  _prepareRequest(method, requestUrl, headers) {
    let info2 = {};
    info2.parsedUrl = requestUrl;
    let usingSsl = info2.parsedUrl.protocol === "https:";
    info2.httpModule = usingSsl ? https : http;
    let defaultPort = usingSsl ? 443 : 80;
    if (info2.options = {}, info2.options.host = info2.parsedUrl.hostname, info2.options.port = info2.parsedUrl.port ? parseInt(info2.parsedUrl.port) : defaultPort, info2.options.path = (info2.parsedUrl.pathname || "") + (info2.parsedUrl.search || ""), info2.options.method = method, info2.options.headers = this._mergeHeaders(headers), this.userAgent != null && (info2.options.headers["user-agent"] = this.userAgent), info2.options.agent = this._getAgent(info2.parsedUrl), this.handlers)
      for (let handler of this.handlers)
        handler.prepareRequest(info2.options);
    return info2;
  }
  _mergeHeaders(headers) {
    return this.requestOptions && this.requestOptions.headers ? Object.assign({}, lowercaseKeys(this.requestOptions.headers), lowercaseKeys(headers || {})) : lowercaseKeys(headers || {});
  }
  /**
   * Gets an existing header value or returns a default.
   * Handles converting number header values to strings since HTTP headers must be strings.
   * Note: This returns string | string[] since some headers can have multiple values.
   * For headers that must always be a single string (like Content-Type), use the
   * specialized _getExistingOrDefaultContentTypeHeader method instead.
   */
  _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      let headerValue = lowercaseKeys(this.requestOptions.headers)[header];
      headerValue && (clientHeader = typeof headerValue == "number" ? headerValue.toString() : headerValue);
    }
    let additionalValue = additionalHeaders[header];
    return additionalValue !== void 0 ? typeof additionalValue == "number" ? additionalValue.toString() : additionalValue : clientHeader !== void 0 ? clientHeader : _default;
  }
  /**
   * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
   * Always returns a single string (not an array) since Content-Type should be a single value.
   * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
   * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
   * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
   */
  _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
    let clientHeader;
    if (this.requestOptions && this.requestOptions.headers) {
      let headerValue = lowercaseKeys(this.requestOptions.headers)[Headers.ContentType];
      headerValue && (typeof headerValue == "number" ? clientHeader = String(headerValue) : Array.isArray(headerValue) ? clientHeader = headerValue.join(", ") : clientHeader = headerValue);
    }
    let additionalValue = additionalHeaders[Headers.ContentType];
    return additionalValue !== void 0 ? typeof additionalValue == "number" ? String(additionalValue) : Array.isArray(additionalValue) ? additionalValue.join(", ") : additionalValue : clientHeader !== void 0 ? clientHeader : _default;
  }
  _getAgent(parsedUrl) {
    let agent, proxyUrl = getProxyUrl(parsedUrl), useProxy = proxyUrl && proxyUrl.hostname;
    if (this._keepAlive && useProxy && (agent = this._proxyAgent), useProxy || (agent = this._agent), agent)
      return agent;
    let usingSsl = parsedUrl.protocol === "https:", maxSockets = 100;
    if (this.requestOptions && (maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets), proxyUrl && proxyUrl.hostname) {
      let agentOptions = {
        maxSockets,
        keepAlive: this._keepAlive,
        proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
          proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
        }), { host: proxyUrl.hostname, port: proxyUrl.port })
      }, tunnelAgent, overHttps = proxyUrl.protocol === "https:";
      usingSsl ? tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp : tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp, agent = tunnelAgent(agentOptions), this._proxyAgent = agent;
    }
    if (!agent) {
      let options = { keepAlive: this._keepAlive, maxSockets };
      agent = usingSsl ? new https.Agent(options) : new http.Agent(options), this._agent = agent;
    }
    return usingSsl && this._ignoreSslError && (agent.options = Object.assign(agent.options || {}, {
      rejectUnauthorized: !1
    })), agent;
  }
  _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
    let proxyAgent;
    if (this._keepAlive && (proxyAgent = this._proxyAgentDispatcher), proxyAgent)
      return proxyAgent;
    let usingSsl = parsedUrl.protocol === "https:";
    return proxyAgent = new ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: this._keepAlive ? 1 : 0 }, (proxyUrl.username || proxyUrl.password) && {
      token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
    })), this._proxyAgentDispatcher = proxyAgent, usingSsl && this._ignoreSslError && (proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
      rejectUnauthorized: !1
    })), proxyAgent;
  }
  _getUserAgentWithOrchestrationId(userAgent) {
    let baseUserAgent = userAgent || "actions/http-client", orchId = process.env.ACTIONS_ORCHESTRATION_ID;
    if (orchId) {
      let sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
      return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
    }
    return baseUserAgent;
  }
  _performExponentialBackoff(retryNumber) {
    return __awaiter(this, void 0, void 0, function* () {
      retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
      let ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
      return new Promise((resolve2) => setTimeout(() => resolve2(), ms));
    });
  }
  _processResponse(res, options) {
    return __awaiter(this, void 0, void 0, function* () {
      return new Promise((resolve2, reject) => __awaiter(this, void 0, void 0, function* () {
        let statusCode = res.message.statusCode || 0, response = {
          statusCode,
          result: null,
          headers: {}
        };
        statusCode === HttpCodes.NotFound && resolve2(response);
        function dateTimeDeserializer(key, value) {
          if (typeof value == "string") {
            let a2 = new Date(value);
            if (!isNaN(a2.valueOf()))
              return a2;
          }
          return value;
        }
        let obj, contents;
        try {
          contents = yield res.readBody(), contents && contents.length > 0 && (options && options.deserializeDates ? obj = JSON.parse(contents, dateTimeDeserializer) : obj = JSON.parse(contents), response.result = obj), response.headers = res.message.headers;
        } catch {
        }
        if (statusCode > 299) {
          let msg;
          obj && obj.message ? msg = obj.message : contents && contents.length > 0 ? msg = contents : msg = `Failed request: (${statusCode})`;
          let err = new HttpClientError(msg, statusCode);
          err.result = response.result, reject(err);
        } else
          resolve2(response);
      }));
    });
  }
}, lowercaseKeys = (obj) => Object.keys(obj).reduce((c2, k2) => (c2[k2.toLowerCase()] = obj[k2], c2), {});

// src/edge/network.ts
import { connect } from "node:tls";
function startTrace() {
  return { startedAt: performance.now(), reused: !1, addresses: [], certificates: [] };
}
function watch(socket, trace) {
  if (!socket.connecting && !socket.destroyed && socket.remoteAddress !== void 0) {
    trace.reused = !0, trace.addresses = [socket.remoteAddress], "getPeerCertificate" in socket && (trace.certificates = chainOf(socket));
    return;
  }
  socket.on("lookup", (error2, address) => {
    if (error2) return;
    trace.lookedUpAt ??= performance.now();
    let found2 = typeof address == "string" ? [address] : address.map((one) => one.address);
    trace.addresses = [.../* @__PURE__ */ new Set([...trace.addresses, ...found2])];
  }), socket.once("connect", () => {
    trace.connectedAt = performance.now(), trace.addresses.length === 0 && socket.remoteAddress && (trace.addresses = [socket.remoteAddress]);
  }), socket.once("secureConnect", () => {
    trace.securedAt = performance.now(), trace.certificates = chainOf(socket);
  });
}
function timingsOf(trace, endedAt = performance.now()) {
  let ms = (from, to) => from === void 0 || to === void 0 ? void 0 : Math.round((to - from) * 10) / 10, named2 = trace.lookedUpAt ?? trace.startedAt, timings = {
    dnsMs: ms(trace.startedAt, trace.lookedUpAt),
    connectMs: ms(named2, trace.connectedAt),
    tlsMs: ms(trace.connectedAt, trace.securedAt),
    firstByteMs: ms(trace.securedAt ?? trace.connectedAt ?? trace.startedAt, trace.firstByteAt),
    totalMs: ms(trace.startedAt, endedAt)
  }, seen2 = Object.entries(timings).filter(([, value]) => value !== void 0);
  return Object.fromEntries(seen2);
}
function chainOf(socket) {
  let chain2 = [], seen2 = /* @__PURE__ */ new Set(), next = socket.getPeerCertificate(!0);
  for (; next?.raw && !seen2.has(next.fingerprint256) && chain2.length < 10; ) {
    seen2.add(next.fingerprint256);
    let selfSigned2 = JSON.stringify(next.subject) === JSON.stringify(next.issuer);
    chain2.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validFrom: new Date(next.valid_from).toISOString(),
      validTo: new Date(next.valid_to).toISOString(),
      names: (next.subjectaltname ?? "").split(", ").map((name) => name.replace(/^DNS:/, "")),
      sha1: next.fingerprint.replaceAll(":", "").toLowerCase(),
      selfSigned: selfSigned2
    }), next = next.issuerCertificate;
  }
  return chain2;
}
function nameOf(name) {
  let parts = name ?? {};
  return String(parts.CN ?? parts.O ?? parts.OU ?? "");
}
function inspectCertificates(host, port) {
  return new Promise((resolve2) => {
    let socket = connect({ host, port, servername: serverName(host), rejectUnauthorized: !1 }), end = (chain2) => {
      socket.destroy(), resolve2(chain2);
    };
    socket.setTimeout(3e3, () => end([])), socket.once("secureConnect", () => end(chainOf(socket))), socket.once("error", () => end([]));
  });
}
function serverName(host) {
  return /^[\d.]+$|:/.test(host) ? "" : host;
}
var TLS_CODE = /^(ERR_TLS_|ERR_SSL_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|EPROTO$|INVALID_CA|PATH_LENGTH)/;
function phaseOf(code, trace) {
  return code === "ENOTFOUND" || code === "EAI_AGAIN" ? "dns" : TLS_CODE.test(code) ? "tls" : trace.reused || trace.securedAt !== void 0 ? "response" : trace.connectedAt !== void 0 ? "tls" : trace.addresses.length > 0 || /^E(CONN|HOST|NET)/.test(code) ? "connect" : "dns";
}
function networkFailure(error2, peer, host, trace) {
  let thrown = error2 ?? {}, first = thrown.errors?.[0], code = thrown.code ?? first?.code ?? "UNKNOWN";
  return {
    kind: "network",
    peer,
    host,
    phase: phaseOf(code, trace),
    code,
    detail: thrown.message || first?.message || "",
    addresses: trace.addresses,
    certificates: trace.certificates
  };
}

// src/edge/http.ts
var WatchedClient = class extends HttpClient {
  #trace;
  #signal;
  constructor(trace, signal) {
    super("aws-oidc-preflight", [], {
      allowRedirects: !1,
      allowRetries: !1,
      keepAlive: !1
    }), this.#trace = trace, this.#signal = signal;
  }
  requestRawWithCallback(info2, data, onResult) {
    let { request } = info2.parsedUrl.protocol === "https:" ? https2 : http2, watched = (options, answer) => {
      let sent = request({ ...options, signal: this.#signal }, answer);
      return sent.on("socket", (socket) => watch(socket, this.#trace)), sent.on("response", () => {
        this.#trace.firstByteAt = performance.now();
      }), sent;
    };
    super.requestRawWithCallback(
      { ...info2, httpModule: { request: watched } },
      data,
      onResult
    );
  }
}, TooLarge = class extends Error {
};
function makeHttp(stopped) {
  return {
    async get(request) {
      let trace = startTrace(), limit = AbortSignal.timeout(request.timeoutMs), client = new WatchedClient(trace, AbortSignal.any([stopped, limit]));
      try {
        let response = await client.request("GET", request.url, null, headersOf(request));
        return { ok: !0, value: await answerOf(request, response, trace) };
      } catch (error2) {
        return { ok: !1, failure: await failureOf(error2, request, trace, limit.aborted) };
      }
    }
  };
}
function headersOf(request) {
  let headers = { accept: "application/json", ...request.headers };
  return request.bearer && (headers.authorization = `Bearer ${request.bearer.reveal()}`), headers;
}
async function answerOf(request, response, trace) {
  let receivedAt = Date.now(), chunks = [], bytes = 0;
  for await (let chunk of response.message)
    if (bytes += chunk.length, bytes <= request.maxBytes) chunks.push(chunk);
    else {
      response.message.destroy();
      let observed = observedOf(request, response, trace, bytes, receivedAt);
      throw Object.assign(new TooLarge(), {
        observed,
        body: Buffer.concat(chunks).toString("utf8")
      });
    }
  let body = Buffer.concat(chunks).toString("utf8");
  return { observed: observedOf(request, response, trace, bytes, receivedAt), body };
}
function observedOf(request, response, trace, bytes, receivedAt) {
  return {
    url: request.url,
    status: response.message.statusCode ?? 0,
    headers: plainHeaders(response.message.headers),
    bytes,
    timings: timingsOf(trace),
    addresses: trace.addresses,
    certificates: trace.certificates,
    receivedAt
  };
}
function plainHeaders(headers) {
  let plain = {};
  for (let [name, value] of Object.entries(headers))
    value !== void 0 && (plain[name] = Array.isArray(value) ? value.join(", ") : value);
  return plain;
}
async function failureOf(error2, request, trace, late) {
  let { hostname, port } = URL.canParse(request.url) ? new URL(request.url) : { hostname: request.url, port: "" }, host = hostname.replace(/^\[|\]$/g, "");
  if (error2 instanceof TooLarge) {
    let { observed, body } = error2;
    return {
      kind: "document",
      peer: request.peer,
      url: request.url,
      problem: "too-large",
      status: observed.status,
      contentType: observed.headers["content-type"] ?? "",
      excerpt: body.slice(0, 200)
    };
  }
  let failure3 = networkFailure(
    late ? { code: "TIMEOUT", message: "no answer in time" } : error2,
    request.peer,
    host,
    trace
  ), proxied = throughProxy(failure3, request.url, trace);
  return proxied || (late ? { ...failure3, timeoutMs: request.timeoutMs } : failure3.phase !== "tls" ? failure3 : { ...failure3, certificates: await inspectCertificates(host, Number(port || 443)) });
}
function throughProxy(failure3, url, trace) {
  let proxy = URL.canParse(url) ? getProxyUrl2(url) : "";
  if (!(proxy === "" || trace.securedAt !== void 0 || failure3.phase === "tls"))
    return { ...failure3, phase: "proxy", proxy: new URL(proxy).host };
}

// src/edge/runner.ts
import { createHash } from "node:crypto";
import {
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  truncateSync,
  writeFileSync
} from "node:fs";
import { dirname, isAbsolute, relative, resolve } from "node:path";

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
function issueCommand(command2, properties, message2) {
  let cmd = new Command(command2, properties, message2);
  process.stdout.write(cmd.toString() + os.EOL);
}
var CMD_STRING = "::", Command = class {
  constructor(command2, properties, message2) {
    command2 || (command2 = "missing.command"), this.command = command2, this.properties = properties, this.message = message2;
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

// node_modules/@actions/core/lib/file-command.js
import * as crypto2 from "crypto";
import * as fs from "fs";
import * as os2 from "os";
function issueFileCommand(command2, message2) {
  let filePath = process.env[`GITHUB_${command2}`];
  if (!filePath)
    throw new Error(`Unable to find environment variable for file command ${command2}`);
  if (!fs.existsSync(filePath))
    throw new Error(`Missing file at path: ${filePath}`);
  fs.appendFileSync(filePath, `${toCommandValue(message2)}${os2.EOL}`, {
    encoding: "utf8"
  });
}
function prepareKeyValueMessage(key, value) {
  let delimiter = `ghadelimiter_${crypto2.randomUUID()}`, convertedValue = toCommandValue(value);
  if (key.includes(delimiter))
    throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
  if (convertedValue.includes(delimiter))
    throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
  return `${key}<<${delimiter}${os2.EOL}${convertedValue}${os2.EOL}${delimiter}`;
}

// node_modules/@actions/core/lib/core.js
import * as os4 from "os";

// node_modules/@actions/core/lib/summary.js
import { EOL as EOL3 } from "os";
import { constants, promises } from "fs";
var __awaiter2 = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve2) {
      resolve2(value);
    });
  }
  return new (P || (P = Promise))(function(resolve2, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e2) {
        reject(e2);
      }
    }
    function rejected(value) {
      try {
        step(generator.throw(value));
      } catch (e2) {
        reject(e2);
      }
    }
    function step(result) {
      result.done ? resolve2(result.value) : adopt(result.value).then(fulfilled, rejected);
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
    return __awaiter2(this, void 0, void 0, function* () {
      if (this._filePath)
        return this._filePath;
      let pathFromEnv = process.env[SUMMARY_ENV_VAR];
      if (!pathFromEnv)
        throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
      try {
        yield access(pathFromEnv, constants.R_OK | constants.W_OK);
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
  wrap(tag2, content, attrs = {}) {
    let htmlAttrs = Object.entries(attrs).map(([key, value]) => ` ${key}="${value}"`).join("");
    return content ? `<${tag2}${htmlAttrs}>${content}</${tag2}>` : `<${tag2}${htmlAttrs}>`;
  }
  /**
   * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
   *
   * @param {SummaryWriteOptions} [options] (optional) options for write operation
   *
   * @returns {Promise<Summary>} summary instance
   */
  write(options) {
    return __awaiter2(this, void 0, void 0, function* () {
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
    return __awaiter2(this, void 0, void 0, function* () {
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
  addRaw(text3, addEOL = !1) {
    return this._buffer += text3, addEOL ? this.addEOL() : this;
  }
  /**
   * Adds the operating system-specific end-of-line marker to the buffer
   *
   * @returns {Summary} summary instance
   */
  addEOL() {
    return this.addRaw(EOL3);
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
    let tag2 = ordered ? "ol" : "ul", listItems = items.map((item) => this.wrap("li", item)).join(""), element = this.wrap(tag2, listItems);
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
        let { header, data, colspan, rowspan } = cell, tag2 = header ? "th" : "td", attrs = Object.assign(Object.assign({}, colspan && { colspan }), rowspan && { rowspan });
        return this.wrap(tag2, data, attrs);
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
  addHeading(text3, level) {
    let tag2 = `h${level}`, allowedTag = ["h1", "h2", "h3", "h4", "h5", "h6"].includes(tag2) ? tag2 : "h1", element = this.wrap(allowedTag, text3);
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
  addQuote(text3, cite) {
    let attrs = Object.assign({}, cite && { cite }), element = this.wrap("blockquote", text3, attrs);
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
  addLink(text3, href) {
    let element = this.wrap("a", text3, { href });
    return this.addRaw(element).addEOL();
  }
}, _summary = new Summary();
var summary = _summary;

// node_modules/@actions/core/lib/platform.js
import os3 from "os";

// node_modules/@actions/io/lib/io-util.js
import * as fs2 from "fs";
var { chmod, copyFile, lstat, mkdir, open, readdir, rename, rm, rmdir, stat, symlink, unlink } = fs2.promises, IS_WINDOWS = process.platform === "win32";
var READONLY = fs2.constants.O_RDONLY;

// node_modules/@actions/exec/lib/toolrunner.js
var IS_WINDOWS2 = process.platform === "win32";

// node_modules/@actions/core/lib/platform.js
var platform = os3.platform(), arch = os3.arch();

// node_modules/@actions/core/lib/core.js
var ExitCode;
(function(ExitCode2) {
  ExitCode2[ExitCode2.Success = 0] = "Success", ExitCode2[ExitCode2.Failure = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
function exportVariable(name, val) {
  let convertedVal = toCommandValue(val);
  if (process.env[name] = convertedVal, process.env.GITHUB_ENV || "")
    return issueFileCommand("ENV", prepareKeyValueMessage(name, val));
  issueCommand("set-env", { name }, convertedVal);
}
function setSecret(secret) {
  issueCommand("add-mask", {}, secret);
}
function getInput(name, options) {
  let val = process.env[`INPUT_${name.replace(/ /g, "_").toUpperCase()}`] || "";
  if (options && options.required && !val)
    throw new Error(`Input required and not supplied: ${name}`);
  return options && options.trimWhitespace === !1 ? val : val.trim();
}
function setOutput(name, value) {
  if (process.env.GITHUB_OUTPUT || "")
    return issueFileCommand("OUTPUT", prepareKeyValueMessage(name, value));
  process.stdout.write(os4.EOL), issueCommand("set-output", { name }, toCommandValue(value));
}
function debug(message2) {
  issueCommand("debug", {}, message2);
}
function error(message2, properties = {}) {
  issueCommand("error", toCommandProperties(properties), message2 instanceof Error ? message2.toString() : message2);
}
function warning(message2, properties = {}) {
  issueCommand("warning", toCommandProperties(properties), message2 instanceof Error ? message2.toString() : message2);
}
function notice(message2, properties = {}) {
  issueCommand("notice", toCommandProperties(properties), message2 instanceof Error ? message2.toString() : message2);
}
function info(message2) {
  process.stdout.write(message2 + os4.EOL);
}
function saveState(name, value) {
  if (process.env.GITHUB_STATE || "")
    return issueFileCommand("STATE", prepareKeyValueMessage(name, value));
  issueCommand("save-state", { name }, toCommandValue(value));
}
function getState(name) {
  return process.env[`STATE_${name}`] || "";
}

// src/secret.ts
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
function tokenMasks(token) {
  let segments = token.split(".").filter((segment) => segment.length >= 8);
  return [.../* @__PURE__ */ new Set([token, ...segments])].filter((text3) => text3.length > 0);
}

// src/text.ts
var INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu;
function sanitise(text3) {
  return text3.replace(/\r\n?/g, `
`).replace(INVISIBLE, "\uFFFD").replace(/##(?=\[)/g, "## ").replace(/^(\s*):(?=:)/gm, "$1: ");
}
function oneLine(text3, most = 200) {
  return clip(sanitise(text3).replace(/\s+/g, " ").trim(), most);
}
function clip(text3, most) {
  return text3.length <= most ? text3 : `${text3.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;
}
function quote(value, most = 200) {
  let text3 = typeof value == "string" ? value : JSON.stringify(value) ?? String(value), shown2 = oneLine(text3, most).replaceAll("`", "'");
  return shown2 !== "" ? `\`${shown2}\`` : text3 === "" ? "`` (empty)" : "`` (blank)";
}
function list(values, last = "and") {
  let quoted = values.map((value) => quote(value)), end = quoted.pop() ?? "";
  return quoted.length === 0 ? end : `${quoted.join(", ")} ${last} ${end}`;
}
function duration(seconds) {
  let size = Math.abs(seconds);
  return size < 120 ? `${Math.round(seconds)} s` : size < 7200 ? `${Math.round(seconds / 60)} min` : size < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
}
function count(number, noun) {
  return number === 1 ? `one ${noun}` : `${number} ${noun}s`;
}
function shellWord(value) {
  let text3 = oneLine(value, 1e3);
  return /^[\w@%+=:,./-]+$/.test(text3) ? text3 : `'${text3.replaceAll("'", "'\\''")}'`;
}

// src/edge/runner.ts
var STATE = "variables", SAY = { error, warning, notice };
function makeRunner(env2 = process.env) {
  let masked = /* @__PURE__ */ new Set(), clean = (text3) => {
    let shown2 = text3;
    for (let secret of masked) shown2 = shown2.replaceAll(secret, "***");
    return sanitise(shown2);
  };
  return {
    input: (name) => getInput(name),
    env: (name) => env2[name],
    event: () => readEvent(env2.GITHUB_EVENT_PATH),
    mask(value) {
      value === "" || masked.has(value) || (masked.add(value), setSecret(value));
    },
    info: (line) => info(clean(line)),
    debug: (line) => debug(clean(line)),
    annotate({ severity, title, message: message2, file, line }) {
      let place = file === void 0 || line === void 0 ? {} : { file, startLine: line };
      SAY[severity](clean(message2), { title: clean(title), ...place });
    },
    setOutput(name, value) {
      env2.GITHUB_OUTPUT && setOutput(name, value);
    },
    exportVariables: (variables) => exportAll(variables, env2.GITHUB_ENV ?? ""),
    rememberVariables(variables) {
      if (!env2.GITHUB_STATE) return;
      let state2 = {};
      for (let [name, value] of Object.entries(variables)) {
        let before = env2[name] ?? "";
        /KEY|TOKEN/.test(name) && this.mask(before), state2[name] = { before, ours: digest(value) };
      }
      saveState(STATE, JSON.stringify(state2));
    },
    restoreVariables() {
      let state2 = JSON.parse(getState(STATE) || "{}"), ours = Object.entries(state2).filter(
        ([name, { ours: ours2 }]) => digest(env2[name] ?? "") === ours2
      );
      if (ours.length === 0) return [];
      let before = Object.fromEntries(ours.map(([name, had]) => [name, had.before]));
      if (!exportAll(before, env2.GITHUB_ENV ?? "").ok) throw new Error("the job's environment file, GITHUB_ENV, was not written");
      return Object.keys(before);
    },
    async writeSummary(markdown) {
      if (env2.GITHUB_STEP_SUMMARY)
        try {
          await summary.addRaw(clean(markdown), !0).write();
        } catch (error2) {
          debug(clean(`The job summary could not be written: ${codeOf(error2)}`));
        }
    },
    writeFile: (path, text3) => write(path, clean(text3)),
    readFile: readBelow,
    fail() {
      process.exitCode = 1;
    }
  };
}
function digest(value) {
  return createHash("sha256").update(value).digest("hex");
}
function readEvent(path) {
  try {
    return path ? JSON.parse(readFileSync(path, "utf8")) : void 0;
  } catch {
    return;
  }
}
function codeOf(error2) {
  return error2.code ?? error2.message;
}
function exportAll(variables, file) {
  let failed = (code) => ({
    ok: !1,
    failure: { kind: "file", path: file || "GITHUB_ENV", what: "the job's environment file", code }
  });
  if (file === "") return failed("not set");
  let size = 0;
  try {
    size = statSync(file).size;
    for (let [name, value] of Object.entries(variables)) exportVariable(name, value);
    return { ok: !0, value: void 0 };
  } catch (error2) {
    try {
      truncateSync(file, size);
    } catch {
    }
    return failed(codeOf(error2));
  }
}
function write(path, text3) {
  try {
    return mkdirSync(dirname(path), { recursive: !0 }), writeFileSync(path, text3, { mode: 384 }), { ok: !0, value: void 0 };
  } catch (error2) {
    return { ok: !1, failure: { kind: "file", path, what: "the report file", code: codeOf(error2) } };
  }
}
function readBelow(path, root2, maxBytes) {
  let failed = (problem, detail = "") => ({
    ok: !1,
    failure: { kind: "token-file", path, problem, detail }
  });
  try {
    let real = realpathSync(resolve(root2, path)), away = relative(realpathSync(root2), real);
    if (!isAbsolute(path) && (away.startsWith("..") || isAbsolute(away))) return failed("outside");
    let { size, isDirectory: isDirectory2 } = statOf(real);
    if (isDirectory2) return failed("directory");
    if (size > maxBytes) return failed("too-large", `${size} bytes`);
    let text3 = readFileSync(real, "utf8");
    return text3.trim() === "" ? failed("empty") : { ok: !0, value: text3 };
  } catch (error2) {
    let code = codeOf(error2);
    return code === "ENOENT" || code === "ENOTDIR" ? failed("missing") : failed("unreadable", code);
  }
}
function statOf(path) {
  let stat2 = statSync(path);
  return { size: stat2.size, isDirectory: stat2.isDirectory() };
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/emitWarningIfUnsupportedVersion.js
var state = {
  warningEmitted: !1
}, emitWarningIfUnsupportedVersion = (version) => {
  if (version && !state.warningEmitted) {
    if (process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED === "true") {
      state.warningEmitted = !0;
      return;
    }
    let userMajorVersion = parseInt(version.substring(1, version.indexOf("."))), vv = 22;
    userMajorVersion < vv && (state.warningEmitted = !0, process.emitWarning(`NodeVersionSupportWarning: The AWS SDK for JavaScript (v3)
versions published after the first week of January 2027
will require node >=${vv}. You are running node ${version}.

To continue receiving updates to AWS services, bug fixes,
and security updates please upgrade to node >=${vv}.

More information can be found at: https://a.co/c895JFp`));
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/setCredentialFeature.js
function setCredentialFeature(credentials, feature, value) {
  return credentials.$source || (credentials.$source = {}), credentials.$source[feature] = value, credentials;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/setFeature.js
function setFeature(context, feature, value) {
  context.__aws_sdk_context ? context.__aws_sdk_context.features || (context.__aws_sdk_context.features = {}) : context.__aws_sdk_context = {
    features: {}
  }, context.__aws_sdk_context.features[feature] = value;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/getDefaultSocketTimeout.js
var isDefaultSocketTimeoutEnabled = () => typeof process == "object" && process?.env?.AWS_ENABLE_DEFAULT_SOCKET_TIMEOUT_2026 === "true", getDefaultSocketTimeout = (requestHandler, timeoutMs) => {
  if (isDefaultSocketTimeoutEnabled() && typeof requestHandler?.handle != "function")
    return timeoutMs;
};

// node_modules/@smithy/core/dist-es/submodules/protocols/collect-stream-body.js
init_serde();
var collectBody = async (streamBody = new Uint8Array(), context) => {
  if (streamBody instanceof Uint8Array)
    return Uint8ArrayBlobAdapter.mutate(streamBody);
  if (!streamBody)
    return Uint8ArrayBlobAdapter.mutate(new Uint8Array());
  let fromContext = context.streamCollector(streamBody);
  return Uint8ArrayBlobAdapter.mutate(await fromContext);
};

// node_modules/@smithy/core/dist-es/submodules/protocols/extended-encode-uri-component.js
function extendedEncodeURIComponent(str) {
  return /^[\w.~-]+$/.test(str) ? str : encodeURIComponent(str).replace(/[!'()*]/g, function(c2) {
    return "%" + c2.charCodeAt(0).toString(16).toUpperCase();
  });
}

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingNormalizedSchema.js
init_schema();
init_serde();
var HTTP_BINDINGS = /* @__PURE__ */ Symbol.for("@smithy/schema-x"), HttpBindingNormalizedSchema = class _HttpBindingNormalizedSchema extends NormalizedSchema {
  static identity = /* @__PURE__ */ Symbol.for("@smithy/HttpBindingNormalizedSchema");
  identity = _HttpBindingNormalizedSchema.identity;
  bindings;
  constructor(schema) {
    super(schema);
  }
  static of(schema) {
    let ns = NormalizedSchema.of(schema);
    if (ns.identity === _HttpBindingNormalizedSchema.identity)
      return ns;
    let schemaCache = ns.isMemberSchema() ? ns : ns.getSchema(), cache3 = typeof schemaCache == "object" && schemaCache !== null ? schemaCache : ns;
    return cache3[HTTP_BINDINGS] ??= new _HttpBindingNormalizedSchema(ns);
  }
  getHttpBindingLocation(traits) {
    return traits.httpPayload ? 36 : traits.httpLabel ? 33 : traits.httpHeader ? 38 : typeof traits.httpPrefixHeaders == "string" ? 39 : traits.httpQuery ? 34 : traits.httpQueryParams ? 35 : traits.httpResponseCode ? 37 : 32;
  }
  getHttpBindingValue(location, traits, nested2 = !1) {
    let raw = this.getSchema(), type = typeof raw == "number" ? raw & 255 : this.isListSchema() ? 64 : 255, slot = location & 7, media = traits.mediaType ? traits.mediaType === "application/json" || traits.mediaType.endsWith("+json") ? 2 : 1 : 0, stream = traits.streaming || type === 42 ? this.isStructSchema() ? 2 : 1 : 0, timestamp = type >= 4 && type <= 7 ? slot >= 6 ? 2 : slot > 0 && slot < 4 ? 1 : 0 : 0, flags = type | media << 8 | (traits.idempotencyToken ? 1 : 0) << 10 | stream << 11 | (traits.sparse ? 1 : 0) << 13 | timestamp << 14 | (traits.hostLabel ? 1 : 0) << 17 | (location === 36 && typeof raw != "object" ? 1 : 0) << 18, category = type & 192, collectionValue = slot & 2 && (category === 64 || !nested2 && slot & 1) ? this.getHttpBindingCollectionValue(location, traits) : void 0, valueType = (collectionValue?.[1] ?? 0) & 255;
    return flags |= (slot >= 6 && (valueType === 4 || valueType === 6) ? 1 : 0) << 16, [this, flags, collectionValue];
  }
  getHttpBindingCollectionValue(location, traits = this.getMergedTraits()) {
    let valueSchema = _HttpBindingNormalizedSchema.of(this.getValueSchema());
    return valueSchema.getHttpBindingValue(location, { ...valueSchema.getMergedTraits(), ...traits }, !0);
  }
  getHttpBindings() {
    let source = this.getSchema();
    return typeof source != "object" || source === null ? EMPTY_BINDINGS : this.bindings ??= buildHttpBindings(this);
  }
}, buildHttpBindings = (schema) => {
  let bodyMemberNames = [], bodyMemberSchemas = [], requestBodyMemberNames = [], requestBodyMemberSchemas = [], memberBindings = [], byName = {}, headers = {}, prefixHeaders = [], responseBindings = { headers, prefixHeaders }, bindings = {
    request: { memberBindings, byName },
    response: {
      bodyMemberNames,
      bindings: responseBindings
    }
  }, { request, response } = bindings;
  for (let [name, member2] of schema.structIterator()) {
    let bindingSchema = HttpBindingNormalizedSchema.of(member2), traits = bindingSchema.getMergedTraits(), location = bindingSchema.getHttpBindingLocation(traits), wireName = traits.httpHeader?.toLowerCase() ?? traits.httpPrefixHeaders?.toLowerCase() ?? traits.httpQuery, value = bindingSchema.getHttpBindingValue(location, traits), binding = [name, value, location, wireName];
    name === "__proto__" && writeKey(byName), byName[name] = binding, value[1] >> 10 & 1 && (request.hasIdempotency = !0), memberBindings.push(binding);
    let slot = location & 7;
    if (slot === 0 && (requestBodyMemberNames.push(name), requestBodyMemberSchemas.push(member2)), (slot & 4) === 0)
      bodyMemberNames.push(name), bodyMemberSchemas.push(member2);
    else if ((slot & 6) === 4)
      if (slot & 1)
        responseBindings.statusCode = binding;
      else {
        responseBindings.payload = binding;
        let type = value[1] & 255;
        request.contentTypeInstruction = traits.mediaType ?? (type === 0 ? "text/plain" : type === 21 || type === 42 ? "application/octet-stream" : null);
      }
    else slot & 1 ? (request.hasPrefixHeaders = !0, prefixHeaders.push(binding)) : (wireName === "__proto__" && writeKey(headers), headers[wireName] = binding);
  }
  return request.contentTypeInstruction === void 0 && requestBodyMemberNames.length && (request.contentTypeInstruction = null), request.syntheticBodySchema = createBodySchema(schema, requestBodyMemberNames, requestBodyMemberSchemas), response.syntheticBodySchema = createBodySchema(schema, bodyMemberNames, bodyMemberSchemas), bindings;
}, buildPathSegments = (path) => {
  let segments = [], offset = 0;
  for (let match of path.matchAll(/\{([^{}+]+)(\+)?\}/g))
    match.index > offset && segments.push([path.slice(offset, match.index), 0]), segments.push([match[1], match[2] ? 2 : 1]), offset = match.index + match[0].length;
  return segments.length && offset < path.length && segments.push([path.slice(offset), 0]), segments.length ? segments : void 0;
}, buildHttpOperationBindings = (schema) => {
  let { http: http4, endpoint } = translateTraits(schema.traits ?? {}), [path, search] = http4?.[1].split("?") ?? [];
  return [
    http4?.[0],
    path,
    search ? [...new URLSearchParams(search)] : [],
    path ? buildPathSegments(path) : void 0,
    endpoint?.[0]
  ];
}, EMPTY_BINDINGS = {
  request: { memberBindings: [], byName: {} },
  response: {
    bodyMemberNames: [],
    bindings: { headers: {}, prefixHeaders: [] }
  }
}, getHttpOperationBindings = (schema) => schema[HTTP_BINDINGS] ??= buildHttpOperationBindings(schema), createBodySchema = (schema, memberNames, memberSchemas) => {
  if (!memberNames.length)
    return;
  let source = schema.getSchema(), body = [
    3,
    source[1],
    source[2],
    schema.getMergedTraits(),
    memberNames,
    memberSchemas
  ], required = source[6], bodyRequired = required && memberNames.reduce((count2, name) => count2 + (source[4].indexOf(name) < required ? 1 : 0), 0);
  return bodyRequired && (body[6] = bodyRequired), body;
};

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpProtocol.js
init_transport();
init_schema();

// node_modules/@smithy/core/dist-es/submodules/protocols/SerdeContext.js
var SerdeContext = class {
  serdeContext;
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpProtocol.js
var HttpProtocol = class extends SerdeContext {
  options;
  compositeErrorRegistry;
  constructor(options) {
    super(), this.options = options, this.compositeErrorRegistry = new TypeRegistry(options.defaultNamespace);
    for (let etr of options.errorTypeRegistries ?? [])
      this.compositeErrorRegistry.copyFrom(etr);
  }
  getRequestType() {
    return HttpRequest;
  }
  getResponseType() {
    return HttpResponse;
  }
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext, this.serializer.setSerdeContext(serdeContext), this.deserializer.setSerdeContext(serdeContext), this.getPayloadCodec() && this.getPayloadCodec().setSerdeContext(serdeContext);
  }
  updateServiceEndpoint(request, endpoint) {
    if ("url" in endpoint) {
      request.protocol = endpoint.url.protocol, request.hostname = endpoint.url.hostname, request.port = endpoint.url.port ? Number(endpoint.url.port) : void 0, request.path = endpoint.url.pathname, request.fragment = endpoint.url.hash || void 0, request.username = endpoint.url.username || void 0, request.password = endpoint.url.password || void 0, request.query || (request.query = {});
      for (let [k2, v] of endpoint.url.searchParams.entries())
        request.query[k2] = v;
      if (endpoint.headers)
        for (let name in endpoint.headers)
          hasOwn(endpoint.headers, name) && (request.headers[name] = endpoint.headers[name].join(", "));
      return request;
    } else {
      if (request.protocol = endpoint.protocol, request.hostname = endpoint.hostname, request.port = endpoint.port ? Number(endpoint.port) : void 0, request.path = endpoint.path, request.query = {
        ...endpoint.query
      }, endpoint.headers)
        for (let name in endpoint.headers)
          hasOwn(endpoint.headers, name) && (request.headers[name] = endpoint.headers[name]);
      return request;
    }
  }
  setHostPrefix(request, operationSchema, input, operation2 = getHttpOperationBindings(operationSchema)) {
    if (this.serdeContext?.disableHostPrefix)
      return;
    let hostPrefix = operation2[4];
    if (typeof hostPrefix != "string")
      return;
    let resolvedHostPrefix = hostPrefix;
    for (let [name, [, flags]] of HttpBindingNormalizedSchema.of(operationSchema.input).getHttpBindings().request.memberBindings) {
      if (!(flags >> 17 & 1))
        continue;
      let replacement = input[name];
      if (typeof replacement != "string")
        throw new Error(`@smithy/core/schema - ${name} in input must be a string as hostLabel.`);
      resolvedHostPrefix = resolvedHostPrefix.replace(`{${name}}`, replacement);
    }
    if (request.hostname = resolvedHostPrefix + request.hostname, !isValidHostname(request.hostname))
      throw new Error(`[${request.hostname}] is not a valid hostname.`);
  }
  deserializeMetadata(output) {
    return {
      httpStatusCode: output.statusCode,
      requestId: output.headers["x-amzn-requestid"] ?? output.headers["x-amzn-request-id"] ?? output.headers["x-amz-request-id"],
      extendedRequestId: output.headers["x-amz-id-2"],
      cfId: output.headers["x-amz-cf-id"]
    };
  }
  resolveError(name, namespaces, registries) {
    let defaultErrorSchema = [-3, "", "Error", 0, [], [], 0], schema;
    for (let registry of registries)
      for (let ns of namespaces)
        try {
          ns === "*" ? schema = registry.getSchema(name) : schema = registry.getSchema(ns + "#" + name);
          let errorCtor = registry.getErrorCtor(schema);
          if (errorCtor)
            return [schema, errorCtor, "modeled"];
          {
            let syntheticErrorSchema = registry.getBaseException();
            if (syntheticErrorSchema) {
              let syntheticErrorCtor = registry.getErrorCtor(syntheticErrorSchema);
              if (syntheticErrorCtor)
                return [schema, syntheticErrorCtor, "synthetic"];
            }
          }
        } catch {
        }
    for (let registry of registries) {
      let syntheticErrorSchema = registry.getBaseException();
      if (syntheticErrorSchema) {
        let syntheticErrorCtor = registry.getErrorCtor(syntheticErrorSchema);
        if (syntheticErrorCtor)
          return [syntheticErrorSchema, syntheticErrorCtor, "synthetic"];
      }
    }
    return [defaultErrorSchema, Error, "native"];
  }
  async serializeEventStream({ eventStream, requestSchema, initialRequest }) {
    return (await this.loadEventStreamCapability()).serializeEventStream({
      eventStream,
      requestSchema,
      initialRequest
    });
  }
  async deserializeEventStream({ response, responseSchema, initialResponseContainer }) {
    return (await this.loadEventStreamCapability()).deserializeEventStream({
      response,
      responseSchema,
      initialResponseContainer
    });
  }
  async loadEventStreamCapability() {
    let { EventStreamSerde: EventStreamSerde2, eventStreamSerdeProvider: eventStreamSerdeProvider3 } = await Promise.resolve().then(() => (init_event_streams(), event_streams_exports)), marshaller = this.resolveEventStreamMarshaller(eventStreamSerdeProvider3);
    return new EventStreamSerde2({
      marshaller,
      serializer: this.serializer,
      deserializer: this.deserializer,
      serdeContext: this.serdeContext,
      defaultContentType: this.getDefaultContentType(),
      compositeErrorRegistry: this.compositeErrorRegistry
    });
  }
  getDefaultContentType() {
    throw new Error(`@smithy/core/protocols - ${this.constructor.name} getDefaultContentType() implementation missing.`);
  }
  async deserializeHttpMessage(schema, context, response, arg4, arg5) {
    return [];
  }
  getEventStreamMarshaller() {
    let context = this.serdeContext;
    if (!context.eventStreamMarshaller)
      throw new Error("@smithy/core - HttpProtocol: eventStreamMarshaller missing in serdeContext.");
    return context.eventStreamMarshaller;
  }
  resolveEventStreamMarshaller(importedProvider) {
    let context = this.serdeContext;
    return context.eventStreamMarshaller ? context.eventStreamMarshaller : importedProvider(this.serdeContext);
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/RpcProtocol.js
init_transport();
init_schema();
init_transport();
var RpcProtocol = class extends HttpProtocol {
  async serializeRequest(operationSchema, _input, context) {
    let serializer = this.serializer, query = {}, headers = {}, endpoint = await context.endpoint(), ns = NormalizedSchema.of(operationSchema?.input), schema = ns.getSchema(), payload, input = _input && typeof _input == "object" ? _input : {}, request = new HttpRequest({
      protocol: "",
      hostname: "",
      port: void 0,
      path: "/",
      fragment: void 0,
      query,
      headers,
      body: void 0
    });
    if (endpoint && (this.updateServiceEndpoint(request, endpoint), this.setHostPrefix(request, operationSchema, input)), input) {
      let eventStreamMember = ns.getEventStreamMember();
      if (eventStreamMember) {
        if (input[eventStreamMember]) {
          let initialRequest = {};
          for (let [memberName] of ns.structIterator())
            memberName !== eventStreamMember && input[memberName] != null && (initialRequest[memberName] = input[memberName]);
          payload = await this.serializeEventStream({
            eventStream: input[eventStreamMember],
            requestSchema: ns,
            initialRequest
          });
        }
      } else
        serializer.write(schema, input), payload = serializer.flush();
    }
    return request.headers = Object.assign(request.headers, headers), request.query = query, request.body = payload, request.method = "POST", request;
  }
  async deserializeResponse(operationSchema, context, response) {
    let deserializer = this.deserializer, ns = NormalizedSchema.of(operationSchema.output), dataObject = {};
    if (this.isErrorResponse(response.statusCode)) {
      let bytes = await collectBody(response.body, context);
      throw bytes.byteLength > 0 && Object.assign(dataObject, await deserializer.read(15, bytes)), await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response)), new Error("@smithy/core/protocols - RPC Protocol error handler failed to throw.");
    }
    for (let header in response.headers) {
      if (!hasOwn(response.headers, header))
        continue;
      let value = response.headers[header];
      delete response.headers[header], response.headers[header.toLowerCase()] = value;
    }
    let eventStreamMember = ns.getEventStreamMember();
    if (eventStreamMember)
      dataObject[eventStreamMember] = await this.deserializeEventStream({
        response,
        responseSchema: ns,
        initialResponseContainer: dataObject
      });
    else {
      let bytes = await collectBody(response.body, context);
      bytes.byteLength > 0 && Object.assign(dataObject, await deserializer.read(ns, bytes));
    }
    return dataObject.$metadata = this.deserializeMetadata(response), dataObject;
  }
  isErrorResponse(statusCode) {
    return statusCode >= 300;
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/FromStringShapeDeserializer.js
init_serde();
var FromStringShapeDeserializer = class extends SerdeContext {
  settings;
  constructor(settings) {
    super(), this.settings = settings;
  }
  read(_schema, data) {
    let ns = HttpBindingNormalizedSchema.of(_schema), traits = ns.getMergedTraits(), location = ns.getHttpBindingLocation(traits);
    return this.readHttpBinding(ns.getHttpBindingValue(location, traits), data, location);
  }
  readHttpBinding([ns, flags, collectionValue], data, location) {
    let schema = flags & 255;
    if ((schema & 192) === 64)
      return collectionValue ??= ns.getHttpBindingCollectionValue(location), splitHeader(data).map((item) => this.readHttpBinding(collectionValue, item, location));
    switch (schema) {
      case 21:
      case 42:
        return (this.serdeContext?.base64Decoder ?? fromBase64)(data);
      case 4:
      case 5:
      case 6:
      case 7: {
        let bindingFormat = this.settings.httpBindings ? flags >> 14 & 3 : 0;
        switch (this.settings.timestampFormat.useTrait && schema > 4 ? schema : bindingFormat ? bindingFormat + 4 : this.settings.timestampFormat.default) {
          case 5:
            return _parseRfc3339DateTimeWithOffset(data);
          case 6:
            return _parseRfc7231DateTime(data);
          case 7:
            return _parseEpochTimestamp(data);
          default:
            return console.warn("Missing timestamp format, parsing value with Date constructor:", data), new Date(data);
        }
      }
      case 0: {
        let media = flags >> 8 & 3;
        if (!media)
          return data;
        let intermediateValue = data;
        return (location & 6) === 6 && (intermediateValue = (this.serdeContext?.utf8Encoder ?? toUtf8)((this.serdeContext?.base64Decoder ?? fromBase64)(intermediateValue))), media === 2 ? LazyJsonString.from(intermediateValue) : intermediateValue;
      }
      case 1:
        return Number(data);
      case 2:
        return data.toLowerCase() === "true";
      case 17:
        return BigInt(data);
      case 19:
        return new NumericValue(data, "bigDecimal");
      default:
        return data;
    }
  }
};

// node_modules/@smithy/core/dist-es/submodules/protocols/serde/determineTimestampFormat.js
function determineTimestampFormat(ns, settings) {
  if (settings.timestampFormat.useTrait) {
    let schema = ns.getSchema();
    if (schema === 5 || schema === 6 || schema === 7)
      return schema;
  }
  let { httpLabel, httpPrefixHeaders, httpHeader, httpQuery } = ns.getMergedTraits();
  return (settings.httpBindings ? typeof httpPrefixHeaders == "string" || httpHeader ? 6 : httpQuery || httpLabel ? 5 : void 0 : void 0) ?? settings.timestampFormat.default;
}

// node_modules/@smithy/core/dist-es/submodules/protocols/index.js
init_transport();
init_transport();

// node_modules/@smithy/core/dist-es/submodules/protocols/protocol-http/extensions/httpExtensionConfiguration.js
var getHttpHandlerExtensionConfiguration = (runtimeConfig) => (runtimeConfig.logger && runtimeConfig.logger.constructor?.name !== "NoOpLogger" && runtimeConfig.requestHandler?.updateHttpClientConfig?.(/* @__PURE__ */ Symbol.for("logger"), runtimeConfig.logger), runtimeConfig.defaultSocketTimeout && runtimeConfig.requestHandler?.updateHttpClientConfig?.(/* @__PURE__ */ Symbol.for("@smithy/defaultSocketTimeout"), runtimeConfig.defaultSocketTimeout), {
  setHttpHandler(handler) {
    runtimeConfig.requestHandler = handler;
  },
  httpHandler() {
    return runtimeConfig.requestHandler;
  },
  updateHttpClientConfig(key, value) {
    runtimeConfig.requestHandler?.updateHttpClientConfig(key, value);
  },
  httpHandlerConfigs() {
    return runtimeConfig.requestHandler.httpHandlerConfigs();
  }
}), resolveHttpHandlerRuntimeConfig = (httpHandlerExtensionConfiguration) => ({
  requestHandler: httpHandlerExtensionConfiguration.httpHandler()
});

// node_modules/@smithy/core/dist-es/submodules/protocols/middleware-content-length/contentLengthMiddleware.js
init_transport();
var CONTENT_LENGTH_HEADER = "content-length";
function contentLengthMiddleware(bodyLengthChecker) {
  return (next) => async (args) => {
    let request = args.request;
    if (HttpRequest.isInstance(request)) {
      let { body, headers } = request;
      if (body && Object.keys(headers).map((str) => str.toLowerCase()).indexOf(CONTENT_LENGTH_HEADER) === -1)
        try {
          let length = bodyLengthChecker(body);
          length != null && (request.headers = {
            ...request.headers,
            [CONTENT_LENGTH_HEADER]: String(length)
          });
        } catch {
        }
    }
    return next({
      ...args,
      request
    });
  };
}
var contentLengthMiddlewareOptions = {
  step: "build",
  tags: ["SET_CONTENT_LENGTH", "CONTENT_LENGTH"],
  name: "contentLengthMiddleware",
  override: !0
}, getContentLengthPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(contentLengthMiddleware(options.bodyLengthChecker), contentLengthMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/submodules/protocols/util-uri-escape/escape-uri.js
var escapeUri = (uri) => encodeURIComponent(uri).replace(/[!'()*]/g, hexEncode), hexEncode = (c2) => `%${c2.charCodeAt(0).toString(16).toUpperCase()}`;

// node_modules/@smithy/core/dist-es/submodules/protocols/querystring-builder/buildQueryString.js
function buildQueryString(query) {
  let parts = [];
  for (let key of Object.keys(query).sort()) {
    let value = query[key];
    if (key = escapeUri(key), Array.isArray(value))
      for (let i2 = 0, iLen = value.length; i2 < iLen; i2++)
        parts.push(`${key}=${escapeUri(value[i2])}`);
    else {
      let qsEntry = key;
      (value || typeof value == "string") && (qsEntry += `=${escapeUri(value)}`), parts.push(qsEntry);
    }
  }
  return parts.join("&");
}

// node_modules/@smithy/core/dist-es/submodules/protocols/index.js
init_transport();

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-host-header/hostHeaderMiddleware.js
var hostHeaderMiddleware = (options) => (next) => async (args) => {
  if (!HttpRequest.isInstance(args.request))
    return next(args);
  let { request } = args, { handlerProtocol = "" } = options.requestHandler.metadata || {};
  if (handlerProtocol.indexOf("h2") >= 0 && !request.headers[":authority"])
    delete request.headers.host, request.headers[":authority"] = request.hostname + (request.port ? ":" + request.port : "");
  else if (!request.headers.host) {
    let host = request.hostname;
    request.port != null && (host += `:${request.port}`), request.headers.host = host;
  }
  return next(args);
}, hostHeaderMiddlewareOptions = {
  name: "hostHeaderMiddleware",
  step: "build",
  priority: "low",
  tags: ["HOST"],
  override: !0
}, getHostHeaderPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(hostHeaderMiddleware(options), hostHeaderMiddlewareOptions);
  }
});

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-logger/loggerMiddleware.js
var loggerMiddleware = () => (next, context) => async (args) => {
  try {
    let response = await next(args), { clientName, commandName, logger: logger2, dynamoDbDocumentClientOptions = {} } = context, { overrideInputFilterSensitiveLog, overrideOutputFilterSensitiveLog } = dynamoDbDocumentClientOptions, inputFilterSensitiveLog = overrideInputFilterSensitiveLog ?? context.inputFilterSensitiveLog, outputFilterSensitiveLog = overrideOutputFilterSensitiveLog ?? context.outputFilterSensitiveLog, { $metadata, ...outputWithoutMetadata } = response.output;
    return logger2?.info?.({
      clientName,
      commandName,
      input: inputFilterSensitiveLog(args.input),
      output: outputFilterSensitiveLog(outputWithoutMetadata),
      metadata: $metadata
    }), response;
  } catch (error2) {
    let { clientName, commandName, logger: logger2, dynamoDbDocumentClientOptions = {} } = context, { overrideInputFilterSensitiveLog } = dynamoDbDocumentClientOptions, inputFilterSensitiveLog = overrideInputFilterSensitiveLog ?? context.inputFilterSensitiveLog;
    throw logger2?.error?.({
      clientName,
      commandName,
      input: inputFilterSensitiveLog(args.input),
      error: error2,
      metadata: error2.$metadata
    }), error2;
  }
}, loggerMiddlewareOptions = {
  name: "loggerMiddleware",
  tags: ["LOGGER"],
  step: "initialize",
  override: !0
}, getLoggerPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(loggerMiddleware(), loggerMiddlewareOptions);
  }
});

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/configuration.js
var recursionDetectionMiddlewareOptions = {
  step: "build",
  tags: ["RECURSION_DETECTION", "TRACE_CONTEXT_PROPAGATION"],
  name: "recursionDetectionMiddleware",
  override: !0,
  priority: "low"
};

// node_modules/@aws/lambda-invoke-store/dist-es/invoke-store.js
var PROTECTED_KEYS = {
  REQUEST_ID: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_REQUEST_ID"),
  X_RAY_TRACE_ID: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_X_RAY_TRACE_ID"),
  TENANT_ID: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_TENANT_ID"),
  TRACEPARENT: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_TRACEPARENT"),
  TRACESTATE: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_TRACESTATE"),
  BAGGAGE: /* @__PURE__ */ Symbol.for("_AWS_LAMBDA_BAGGAGE")
}, NO_GLOBAL_AWS_LAMBDA = ["true", "1"].includes(process.env?.AWS_LAMBDA_NODEJS_NO_GLOBAL_AWSLAMBDA ?? "");
NO_GLOBAL_AWS_LAMBDA || (globalThis.awslambda = globalThis.awslambda || {});
var InvokeStoreBase = class {
  static PROTECTED_KEYS = PROTECTED_KEYS;
  isProtectedKey(key) {
    return Object.values(PROTECTED_KEYS).includes(key);
  }
  getRequestId() {
    return this.get(PROTECTED_KEYS.REQUEST_ID) ?? "-";
  }
  getXRayTraceId() {
    return this.get(PROTECTED_KEYS.X_RAY_TRACE_ID);
  }
  getTenantId() {
    return this.get(PROTECTED_KEYS.TENANT_ID);
  }
  getTraceparent() {
    return this.get(PROTECTED_KEYS.TRACEPARENT);
  }
  getTracestate() {
    return this.get(PROTECTED_KEYS.TRACESTATE);
  }
  getBaggage() {
    return this.get(PROTECTED_KEYS.BAGGAGE);
  }
}, InvokeStoreSingle = class extends InvokeStoreBase {
  currentContext;
  getContext() {
    return this.currentContext;
  }
  hasContext() {
    return this.currentContext !== void 0;
  }
  get(key) {
    return this.currentContext?.[key];
  }
  set(key, value) {
    if (this.isProtectedKey(key))
      throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
    this.currentContext = this.currentContext || {}, this.currentContext[key] = value;
  }
  run(context, fn) {
    return this.currentContext = context, fn();
  }
}, InvokeStoreMulti = class _InvokeStoreMulti extends InvokeStoreBase {
  als;
  static async create() {
    let instance = new _InvokeStoreMulti(), asyncHooks = await import("node:async_hooks");
    return instance.als = new asyncHooks.AsyncLocalStorage(), instance;
  }
  getContext() {
    return this.als.getStore();
  }
  hasContext() {
    return this.als.getStore() !== void 0;
  }
  get(key) {
    return this.als.getStore()?.[key];
  }
  set(key, value) {
    if (this.isProtectedKey(key))
      throw new Error(`Cannot modify protected Lambda context field: ${String(key)}`);
    let store = this.als.getStore();
    if (!store)
      throw new Error("No context available");
    store[key] = value;
  }
  run(context, fn) {
    return this.als.run(context, fn);
  }
}, InvokeStore;
(function(InvokeStore2) {
  let instance = null;
  async function getInstanceAsync(forceInvokeStoreMulti) {
    return instance || (instance = (async () => {
      let newInstance = forceInvokeStoreMulti === !0 || "AWS_LAMBDA_MAX_CONCURRENCY" in process.env ? await InvokeStoreMulti.create() : new InvokeStoreSingle();
      return !NO_GLOBAL_AWS_LAMBDA && globalThis.awslambda?.InvokeStore ? globalThis.awslambda.InvokeStore : (!NO_GLOBAL_AWS_LAMBDA && globalThis.awslambda && (globalThis.awslambda.InvokeStore = newInstance), newInstance);
    })()), instance;
  }
  InvokeStore2.getInstanceAsync = getInstanceAsync, InvokeStore2._testing = process.env.AWS_LAMBDA_BENCHMARK_MODE === "1" ? {
    reset: () => {
      instance = null, globalThis.awslambda?.InvokeStore && delete globalThis.awslambda.InvokeStore, globalThis.awslambda = { InvokeStore: void 0 };
    }
  } : void 0;
})(InvokeStore || (InvokeStore = {}));

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/recursionDetectionMiddleware.js
var AWS_LAMBDA_FUNCTION_NAME = "AWS_LAMBDA_FUNCTION_NAME", _X_AMZN_TRACE_ID = "_X_AMZN_TRACE_ID", X_AMZN_TRACE_ID = "X-Amzn-Trace-Id", TRACEPARENT = "traceparent", TRACESTATE = "tracestate", BAGGAGE = "baggage", recursionDetectionMiddleware = () => (next) => async (args) => {
  let { request } = args;
  if (!HttpRequest.isInstance(request))
    return next(args);
  let invokeStore;
  {
    let traceIdHeader = Object.keys(request.headers ?? {}).find((h2) => h2.toLowerCase() === X_AMZN_TRACE_ID.toLowerCase()) ?? X_AMZN_TRACE_ID;
    if (!request.headers.hasOwnProperty(traceIdHeader)) {
      let functionName = process.env[AWS_LAMBDA_FUNCTION_NAME], traceIdFromEnv = process.env[_X_AMZN_TRACE_ID];
      invokeStore ??= await InvokeStore.getInstanceAsync();
      let traceId = invokeStore?.getXRayTraceId() ?? traceIdFromEnv, nonEmptyString = (str) => typeof str == "string" && str.length > 0;
      nonEmptyString(functionName) && nonEmptyString(traceId) && (request.headers[X_AMZN_TRACE_ID] = traceId);
    }
  }
  if (sanitizeTraceHeaders(request.headers), !request.headers[TRACEPARENT]) {
    let traceparent = (invokeStore ??= await InvokeStore.getInstanceAsync())?.getTraceparent?.();
    if (traceparent) {
      request.headers[TRACEPARENT] = traceparent;
      let tracestate = invokeStore?.getTracestate?.();
      tracestate && (request.headers[TRACESTATE] = tracestate);
      let baggage = invokeStore?.getBaggage?.();
      baggage && (request.headers[BAGGAGE] = baggage);
    }
  }
  return next(args);
};
function sanitizeTraceHeaders(headers) {
  for (let header of Object.keys(headers)) {
    let lower = header.toLowerCase();
    header !== lower && (lower === TRACEPARENT || lower === TRACESTATE || lower === BAGGAGE) && (headers[lower] = headers[header], delete headers[header]);
  }
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-recursion-detection/getRecursionDetectionPlugin.js
var getRecursionDetectionPlugin = (options) => ({
  applyToStack: (clientStack) => {
    clientStack.add(recursionDetectionMiddleware(), recursionDetectionMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/httpAuthSchemeMiddleware.js
init_transport();

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/resolveAuthOptions.js
var resolveAuthOptions = (candidateAuthOptions, authSchemePreference) => {
  if (!authSchemePreference || authSchemePreference.length === 0)
    return candidateAuthOptions;
  let preferredAuthOptions = [];
  for (let preferredSchemeName of authSchemePreference)
    for (let candidateAuthOption of candidateAuthOptions)
      candidateAuthOption.schemeId.split("#")[1] === preferredSchemeName && preferredAuthOptions.push(candidateAuthOption);
  for (let candidateAuthOption of candidateAuthOptions)
    preferredAuthOptions.find(({ schemeId }) => schemeId === candidateAuthOption.schemeId) || preferredAuthOptions.push(candidateAuthOption);
  return preferredAuthOptions;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/httpAuthSchemeMiddleware.js
function convertHttpAuthSchemesToMap(httpAuthSchemes) {
  let map = /* @__PURE__ */ new Map();
  for (let scheme of httpAuthSchemes)
    map.set(scheme.schemeId, scheme);
  return map;
}
var httpAuthSchemeMiddleware = (config, mwOptions) => (next, context) => async (args) => {
  let options = config.httpAuthSchemeProvider(await mwOptions.httpAuthSchemeParametersProvider(config, context, args.input)), authSchemePreference = config.authSchemePreference ? await config.authSchemePreference() : [], resolvedOptions = resolveAuthOptions(options, authSchemePreference), authSchemes = convertHttpAuthSchemesToMap(config.httpAuthSchemes), smithyContext = getSmithyContext(context), failureReasons = [];
  for (let option of resolvedOptions) {
    let scheme = authSchemes.get(option.schemeId);
    if (!scheme) {
      failureReasons.push(`HttpAuthScheme \`${option.schemeId}\` was not enabled for this service.`);
      continue;
    }
    let identityProvider = scheme.identityProvider(await mwOptions.identityProviderConfigProvider(config));
    if (!identityProvider) {
      failureReasons.push(`HttpAuthScheme \`${option.schemeId}\` did not have an IdentityProvider configured.`);
      continue;
    }
    let { identityProperties = {}, signingProperties = {} } = option.propertiesExtractor?.(config, context) || {};
    option.identityProperties = Object.assign(option.identityProperties || {}, identityProperties), option.signingProperties = Object.assign(option.signingProperties || {}, signingProperties), smithyContext.selectedHttpAuthScheme = {
      httpAuthOption: option,
      identity: await identityProvider(option.identityProperties),
      signer: scheme.signer
    };
    break;
  }
  if (!smithyContext.selectedHttpAuthScheme)
    throw new Error(failureReasons.join(`
`));
  return next(args);
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-auth-scheme/getHttpAuthSchemeEndpointRuleSetPlugin.js
var httpAuthSchemeEndpointRuleSetMiddlewareOptions = {
  step: "serialize",
  tags: ["HTTP_AUTH_SCHEME"],
  name: "httpAuthSchemeMiddleware",
  override: !0,
  relation: "before",
  toMiddleware: "endpointV2Middleware"
}, getHttpAuthSchemeEndpointRuleSetPlugin = (config, { httpAuthSchemeParametersProvider, identityProviderConfigProvider }) => ({
  applyToStack: (clientStack) => {
    clientStack.addRelativeTo(httpAuthSchemeMiddleware(config, {
      httpAuthSchemeParametersProvider,
      identityProviderConfigProvider
    }), httpAuthSchemeEndpointRuleSetMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/httpSigningMiddleware.js
init_transport();
var defaultErrorHandler = (signingProperties) => (error2) => {
  throw error2;
}, defaultSuccessHandler = (httpResponse, signingProperties) => {
}, httpSigningMiddleware = (config) => (next, context) => async (args) => {
  if (!HttpRequest.isInstance(args.request))
    return next(args);
  let scheme = getSmithyContext(context).selectedHttpAuthScheme;
  if (!scheme)
    throw new Error("No HttpAuthScheme was selected: unable to sign request");
  let { httpAuthOption: { signingProperties = {} }, identity, signer } = scheme, output = await next({
    ...args,
    request: await signer.sign(args.request, identity, signingProperties)
  }).catch((signer.errorHandler || defaultErrorHandler)(signingProperties));
  return (signer.successHandler || defaultSuccessHandler)(output.response, signingProperties), output;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/middleware-http-signing/getHttpSigningMiddleware.js
var httpSigningMiddlewareOptions = {
  step: "finalizeRequest",
  tags: ["HTTP_SIGNING"],
  name: "httpSigningMiddleware",
  aliases: ["apiKeyMiddleware", "tokenMiddleware", "awsAuthMiddleware"],
  override: !0,
  relation: "after",
  toMiddleware: "retryMiddleware"
}, getHttpSigningPlugin = (config) => ({
  applyToStack: (clientStack) => {
    clientStack.addRelativeTo(httpSigningMiddleware(config), httpSigningMiddlewareOptions);
  }
});

// node_modules/@smithy/core/dist-es/normalizeProvider.js
var normalizeProvider2 = (input) => {
  if (typeof input == "function")
    return input;
  let promisified = Promise.resolve(input);
  return () => promisified;
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/DefaultIdentityProviderConfig.js
init_transport();
var DefaultIdentityProviderConfig = class {
  authSchemes = /* @__PURE__ */ new Map();
  constructor(config) {
    for (let key in config) {
      if (!hasOwn(config, key))
        continue;
      let value = config[key];
      value !== void 0 && this.authSchemes.set(key, value);
    }
  }
  getIdentityProvider(schemeId) {
    return this.authSchemes.get(schemeId);
  }
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/httpAuthSchemes/noAuth.js
var NoAuthSigner = class {
  async sign(httpRequest, identity, signingProperties) {
    return httpRequest;
  }
};

// node_modules/@smithy/core/dist-es/legacy-root-exports/util-identity-and-auth/memoizeIdentityProvider.js
var createIsIdentityExpiredFunction = (expirationMs) => function(identity) {
  return doesIdentityRequireRefresh(identity) && identity.expiration.getTime() - Date.now() < expirationMs;
};
var isIdentityExpired = createIsIdentityExpiredFunction(3e5), doesIdentityRequireRefresh = (identity) => identity.expiration !== void 0, memoizeIdentityProvider = (provider, isExpired, requiresRefresh) => {
  if (provider === void 0)
    return;
  let normalizedProvider = typeof provider != "function" ? async () => Promise.resolve(provider) : provider, resolved, pending, hasResult, isConstant = !1, coalesceProvider = async (options) => {
    pending || (pending = normalizedProvider(options));
    try {
      resolved = await pending, hasResult = !0, isConstant = !1;
    } finally {
      pending = void 0;
    }
    return resolved;
  };
  return isExpired === void 0 ? async (options) => ((!hasResult || options?.forceRefresh) && (resolved = await coalesceProvider(options)), resolved) : async (options) => ((!hasResult || options?.forceRefresh) && (resolved = await coalesceProvider(options)), isConstant ? resolved : requiresRefresh(resolved) ? (isExpired(resolved) && await coalesceProvider(options), resolved) : (isConstant = !0, resolved));
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/configurations.js
var DEFAULT_UA_APP_ID = void 0;
function isValidUserAgentAppId(appId) {
  return appId === void 0 ? !0 : typeof appId == "string" && appId.length <= 50;
}
function resolveUserAgentConfig(input) {
  let normalizedAppIdProvider = normalizeProvider2(input.userAgentAppId ?? DEFAULT_UA_APP_ID), { customUserAgent } = input;
  return Object.assign(input, {
    customUserAgent: typeof customUserAgent == "string" ? [[customUserAgent]] : customUserAgent,
    userAgentAppId: async () => {
      let appId = await normalizedAppIdProvider();
      if (!isValidUserAgentAppId(appId)) {
        let logger2 = input.logger?.constructor?.name === "NoOpLogger" || !input.logger ? console : input.logger;
        typeof appId != "string" ? logger2?.warn("userAgentAppId must be a string or undefined.") : appId.length > 50 && logger2?.warn("The provided userAgentAppId exceeds the maximum length of 50 characters.");
      }
      return appId;
    }
  });
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partitions.js
var partitionsInfo = {
  partitions: [
    {
      id: "aws",
      outputs: {
        dnsSuffix: "amazonaws.com",
        dualStackDnsSuffix: "api.aws",
        implicitGlobalRegion: "us-east-1",
        name: "aws",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^(us|eu|ap|sa|ca|me|af|il|mx)\\-\\w+\\-\\d+$",
      regions: {
        "af-south-1": {
          description: "Africa (Cape Town)"
        },
        "ap-east-1": {
          description: "Asia Pacific (Hong Kong)"
        },
        "ap-east-2": {
          description: "Asia Pacific (Taipei)"
        },
        "ap-northeast-1": {
          description: "Asia Pacific (Tokyo)"
        },
        "ap-northeast-2": {
          description: "Asia Pacific (Seoul)"
        },
        "ap-northeast-3": {
          description: "Asia Pacific (Osaka)"
        },
        "ap-south-1": {
          description: "Asia Pacific (Mumbai)"
        },
        "ap-south-2": {
          description: "Asia Pacific (Hyderabad)"
        },
        "ap-southeast-1": {
          description: "Asia Pacific (Singapore)"
        },
        "ap-southeast-2": {
          description: "Asia Pacific (Sydney)"
        },
        "ap-southeast-3": {
          description: "Asia Pacific (Jakarta)"
        },
        "ap-southeast-4": {
          description: "Asia Pacific (Melbourne)"
        },
        "ap-southeast-5": {
          description: "Asia Pacific (Malaysia)"
        },
        "ap-southeast-6": {
          description: "Asia Pacific (New Zealand)"
        },
        "ap-southeast-7": {
          description: "Asia Pacific (Thailand)"
        },
        "aws-global": {
          description: "aws global region"
        },
        "ca-central-1": {
          description: "Canada (Central)"
        },
        "ca-west-1": {
          description: "Canada West (Calgary)"
        },
        "eu-central-1": {
          description: "Europe (Frankfurt)"
        },
        "eu-central-2": {
          description: "Europe (Zurich)"
        },
        "eu-north-1": {
          description: "Europe (Stockholm)"
        },
        "eu-south-1": {
          description: "Europe (Milan)"
        },
        "eu-south-2": {
          description: "Europe (Spain)"
        },
        "eu-west-1": {
          description: "Europe (Ireland)"
        },
        "eu-west-2": {
          description: "Europe (London)"
        },
        "eu-west-3": {
          description: "Europe (Paris)"
        },
        "il-central-1": {
          description: "Israel (Tel Aviv)"
        },
        "me-central-1": {
          description: "Middle East (UAE)"
        },
        "me-south-1": {
          description: "Middle East (Bahrain)"
        },
        "me-west-1": {
          description: "Middle East (Saudi Arabia)"
        },
        "mx-central-1": {
          description: "Mexico (Central)"
        },
        "sa-east-1": {
          description: "South America (Sao Paulo)"
        },
        "sa-west-1": {
          description: "South America (Chile)"
        },
        "us-east-1": {
          description: "US East (N. Virginia)"
        },
        "us-east-2": {
          description: "US East (Ohio)"
        },
        "us-west-1": {
          description: "US West (N. California)"
        },
        "us-west-2": {
          description: "US West (Oregon)"
        }
      }
    },
    {
      id: "aws-cn",
      outputs: {
        dnsSuffix: "amazonaws.com.cn",
        dualStackDnsSuffix: "api.amazonwebservices.com.cn",
        implicitGlobalRegion: "cn-northwest-1",
        name: "aws-cn",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^cn\\-\\w+\\-\\d+$",
      regions: {
        "aws-cn-global": {
          description: "aws-cn global region"
        },
        "cn-north-1": {
          description: "China (Beijing)"
        },
        "cn-northwest-1": {
          description: "China (Ningxia)"
        }
      }
    },
    {
      id: "aws-eusc",
      outputs: {
        dnsSuffix: "amazonaws.eu",
        dualStackDnsSuffix: "api.amazonwebservices.eu",
        implicitGlobalRegion: "eusc-de-east-1",
        name: "aws-eusc",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^eusc\\-(de)\\-\\w+\\-\\d+$",
      regions: {
        "eusc-de-east-1": {
          description: "AWS European Sovereign Cloud (Germany)"
        }
      }
    },
    {
      id: "aws-iso",
      outputs: {
        dnsSuffix: "c2s.ic.gov",
        dualStackDnsSuffix: "api.aws.ic.gov",
        implicitGlobalRegion: "us-iso-east-1",
        name: "aws-iso",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^us\\-iso\\-\\w+\\-\\d+$",
      regions: {
        "aws-iso-global": {
          description: "aws-iso global region"
        },
        "us-iso-east-1": {
          description: "US ISO East"
        },
        "us-iso-west-1": {
          description: "US ISO WEST"
        }
      }
    },
    {
      id: "aws-iso-b",
      outputs: {
        dnsSuffix: "sc2s.sgov.gov",
        dualStackDnsSuffix: "api.aws.scloud",
        implicitGlobalRegion: "us-isob-east-1",
        name: "aws-iso-b",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^us\\-isob\\-\\w+\\-\\d+$",
      regions: {
        "aws-iso-b-global": {
          description: "aws-iso-b global region"
        },
        "us-isob-east-1": {
          description: "US ISOB East (Ohio)"
        },
        "us-isob-west-1": {
          description: "US ISOB West"
        }
      }
    },
    {
      id: "aws-iso-e",
      outputs: {
        dnsSuffix: "cloud.adc-e.uk",
        dualStackDnsSuffix: "api.cloud-aws.adc-e.uk",
        implicitGlobalRegion: "eu-isoe-west-1",
        name: "aws-iso-e",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^eu\\-isoe\\-\\w+\\-\\d+$",
      regions: {
        "aws-iso-e-global": {
          description: "aws-iso-e global region"
        },
        "eu-isoe-west-1": {
          description: "EU ISOE West"
        }
      }
    },
    {
      id: "aws-iso-f",
      outputs: {
        dnsSuffix: "csp.hci.ic.gov",
        dualStackDnsSuffix: "api.aws.hci.ic.gov",
        implicitGlobalRegion: "us-isof-south-1",
        name: "aws-iso-f",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^us\\-isof\\-\\w+\\-\\d+$",
      regions: {
        "aws-iso-f-global": {
          description: "aws-iso-f global region"
        },
        "us-isof-east-1": {
          description: "US ISOF EAST"
        },
        "us-isof-south-1": {
          description: "US ISOF SOUTH"
        }
      }
    },
    {
      id: "aws-us-gov",
      outputs: {
        dnsSuffix: "amazonaws.com",
        dualStackDnsSuffix: "api.aws",
        implicitGlobalRegion: "us-gov-west-1",
        name: "aws-us-gov",
        supportsDualStack: !0,
        supportsFIPS: !0
      },
      regionRegex: "^us\\-gov\\-\\w+\\-\\d+$",
      regions: {
        "aws-us-gov-global": {
          description: "aws-us-gov global region"
        },
        "us-gov-east-1": {
          description: "AWS GovCloud (US-East)"
        },
        "us-gov-west-1": {
          description: "AWS GovCloud (US-West)"
        }
      }
    }
  ],
  version: "1.1"
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/partition.js
var selectedPartitionsInfo = partitionsInfo, selectedUserAgentPrefix = "", partition = (value) => {
  let { partitions } = selectedPartitionsInfo;
  for (let partition2 of partitions) {
    let { regions, outputs: outputs2 } = partition2;
    for (let [region, regionData] of Object.entries(regions))
      if (region === value)
        return {
          ...outputs2,
          ...regionData
        };
  }
  for (let partition2 of partitions) {
    let { regionRegex, outputs: outputs2 } = partition2;
    if (new RegExp(regionRegex).test(value))
      return {
        ...outputs2
      };
  }
  let DEFAULT_PARTITION = partitions.find((partition2) => partition2.id === "aws");
  if (!DEFAULT_PARTITION)
    throw new Error("Provided region was not found in the partition array or regex, and default partition with id 'aws' doesn't exist.");
  return {
    ...DEFAULT_PARTITION.outputs
  };
};
var getUserAgentPrefix = () => selectedUserAgentPrefix;

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/isStreamingPayload/isStreamingPayload.js
import { Readable as Readable2 } from "node:stream";
var isStreamingPayload = (request) => request?.body instanceof Readable2 || typeof ReadableStream < "u" && request?.body instanceof ReadableStream;

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/retryMiddleware.js
init_client2();
init_serde();
init_dist_es();

// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/constants.js
var THROTTLING_ERROR_CODES = [
  "BandwidthLimitExceeded",
  "EC2ThrottledException",
  "LimitExceededException",
  "PriorRequestNotComplete",
  "ProvisionedThroughputExceededException",
  "RequestLimitExceeded",
  "RequestThrottled",
  "RequestThrottledException",
  "SlowDown",
  "ThrottledException",
  "Throttling",
  "ThrottlingException",
  "TooManyRequestsException",
  "TransactionInProgressException"
], TRANSIENT_ERROR_CODES = ["TimeoutError", "RequestTimeout", "RequestTimeoutException"], TRANSIENT_ERROR_STATUS_CODES = [500, 502, 503, 504], NODEJS_TIMEOUT_ERROR_CODES = ["ECONNRESET", "ECONNREFUSED", "EPIPE", "ETIMEDOUT"], NODEJS_NETWORK_ERROR_CODES = ["EHOSTUNREACH", "ENETUNREACH", "ENOTFOUND", "EAI_AGAIN"];

// node_modules/@smithy/core/dist-es/submodules/retry/service-error-classification/service-error-classification.js
var isRetryableByTrait = (error2) => error2?.$retryable !== void 0;
var isClockSkewCorrectedError = (error2) => error2.$metadata?.clockSkewCorrected, isBrowserNetworkError = (error2) => {
  let errorMessages = /* @__PURE__ */ new Set([
    "Failed to fetch",
    "NetworkError when attempting to fetch resource",
    "The Internet connection appears to be offline",
    "Load failed",
    "Network request failed"
  ]);
  return error2 && error2 instanceof TypeError ? errorMessages.has(error2.message) : !1;
}, isThrottlingError = (error2) => error2.$metadata?.httpStatusCode === 429 || THROTTLING_ERROR_CODES.includes(error2.name) || error2.$retryable?.throttling == !0, isTransientError = (error2, depth = 0) => error2?.name !== "AbortError" && (isRetryableByTrait(error2) || isClockSkewCorrectedError(error2) || error2.name === "InvalidSignatureException" && error2.message?.includes("Signature expired") || TRANSIENT_ERROR_CODES.includes(error2.name) || NODEJS_TIMEOUT_ERROR_CODES.includes(error2?.code || "") || NODEJS_NETWORK_ERROR_CODES.includes(error2?.code || "") || TRANSIENT_ERROR_STATUS_CODES.includes(error2.$metadata?.httpStatusCode || 0) || isBrowserNetworkError(error2) || isNodeJsHttp2TransientError(error2) || error2.cause !== void 0 && depth <= 10 && isTransientError(error2.cause, depth + 1)), isServerError = (error2) => {
  if (error2.$metadata?.httpStatusCode !== void 0) {
    let statusCode = error2.$metadata.httpStatusCode;
    return 500 <= statusCode && statusCode <= 599 && !isTransientError(error2);
  }
  return !1;
};
function isNodeJsHttp2TransientError(error2) {
  return error2.code === "ERR_HTTP2_STREAM_ERROR" && error2.message.includes("NGHTTP2_REFUSED_STREAM");
}

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/race.js
var race = (promise, signal) => {
  if (!signal)
    return promise;
  let cleanup = () => {
  }, aborted = new Promise((_, reject) => {
    let handler = () => reject(createAbortError());
    signal.aborted ? handler() : typeof signal.addEventListener == "function" ? (signal.addEventListener("abort", handler, { once: !0 }), cleanup = () => signal.removeEventListener("abort", handler)) : signal.onabort = handler;
  });
  return Promise.race([promise, aborted]).finally(cleanup);
}, createAbortError = () => Object.assign(new Error("Request aborted"), { name: "AbortError" }), isAbortError = (error2) => typeof error2 == "object" && error2 !== null && "name" in error2 && error2.name === "AbortError";

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/constants.js
var INVOCATION_ID_HEADER = "amz-sdk-invocation-id", REQUEST_HEADER = "amz-sdk-request";

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/parseRetryAfterHeader.js
init_transport();
init_serde();
function parseRetryAfterHeader(response, logger2) {
  if (HttpResponse.isInstance(response))
    for (let header in response.headers) {
      if (!hasOwn(response.headers, header))
        continue;
      let h2 = header.toLowerCase();
      if (h2 === "retry-after") {
        let retryAfter2 = response.headers[header], retryAfterSeconds = NaN;
        if (retryAfter2.endsWith("GMT"))
          try {
            retryAfterSeconds = (parseRfc7231DateTime(retryAfter2).getTime() - Date.now()) / 1e3;
          } catch (e2) {
            logger2?.trace?.("Failed to parse retry-after header"), logger2?.trace?.(e2);
          }
        else retryAfter2.match(/ GMT, ((\d+)|(\d+\.\d+))$/) ? retryAfterSeconds = Number(retryAfter2.match(/ GMT, ([\d.]+)$/)?.[1]) : retryAfter2.match(/^((\d+)|(\d+\.\d+))$/) ? retryAfterSeconds = Number(retryAfter2) : Date.parse(retryAfter2) >= Date.now() && (retryAfterSeconds = (Date.parse(retryAfter2) - Date.now()) / 1e3);
        return isNaN(retryAfterSeconds) ? void 0 : new Date(Date.now() + retryAfterSeconds * 1e3);
      } else if (h2 === "x-amz-retry-after") {
        let v = response.headers[header], backoffMilliseconds = Number(v);
        if (isNaN(backoffMilliseconds)) {
          logger2?.trace?.(`Failed to parse x-amz-retry-after=${v}`);
          return;
        }
        return new Date(Date.now() + backoffMilliseconds);
      }
    }
}

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/util.js
var asSdkError = (error2) => error2 instanceof Error ? error2 : error2 instanceof Object ? Object.assign(new Error(), error2) : typeof error2 == "string" ? new Error(error2) : new Error(`AWS SDK error wrapper for ${error2}`);

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/retryMiddleware.js
function bindRetryMiddleware(isStreamingPayload2) {
  return (options) => (next, context) => async (args) => {
    let retryStrategy = await options.retryStrategy(), maxAttempts = await options.maxAttempts(), abortSignal = context[SMITHY_CONTEXT_KEY]?.abortSignal;
    if (isRetryStrategyV2(retryStrategy)) {
      retryStrategy = retryStrategy;
      let retryTokenScope = (context.partition_id ?? "") + (context.__retryLongPoll ? ":longpoll" : ""), retryToken = await race(retryStrategy.acquireInitialRetryToken(retryTokenScope), abortSignal), lastError = new Error(), attempts = 0, totalRetryDelay = 0, { request } = args, isRequest = HttpRequest.isInstance(request);
      for (isRequest && (request.headers[INVOCATION_ID_HEADER] = v4()); ; )
        try {
          isRequest && (request.headers[REQUEST_HEADER] = `attempt=${attempts + 1}; max=${maxAttempts}`);
          let { response, output } = await next(args);
          return retryStrategy.recordSuccess(retryToken), output.$metadata.attempts = attempts + 1, output.$metadata.totalRetryDelay = totalRetryDelay, { response, output };
        } catch (e2) {
          let retryErrorInfo = getRetryErrorInfo(e2, options.logger);
          if (lastError = asSdkError(e2), isRequest && isStreamingPayload2(request))
            throw (context.logger instanceof NoOpLogger ? console : context.logger)?.warn("An error was encountered in a non-retryable streaming request."), lastError;
          try {
            retryToken = await race(retryStrategy.refreshRetryTokenForRetry(retryToken, retryErrorInfo), abortSignal);
          } catch (refreshError) {
            throw abortSignal?.aborted && isAbortError(refreshError) ? refreshError : (lastError.$metadata || (lastError.$metadata = {}), lastError.$metadata.attempts = attempts + 1, lastError.$metadata.totalRetryDelay = totalRetryDelay, lastError);
          }
          attempts = retryToken.getRetryCount();
          let delay = retryToken.getRetryDelay();
          totalRetryDelay += (retryToken?.$retryLog?.acquisitionDelay ?? 0) + delay, delay > 0 && await race(new Promise((resolve2) => setTimeout(resolve2, delay)), abortSignal);
        }
    } else
      return retryStrategy = retryStrategy, retryStrategy?.mode && (context.userAgent = [...context.userAgent || [], ["cfg/retry-mode", retryStrategy.mode]]), retryStrategy.retry(next, args);
  };
}
var isRetryStrategyV2 = (retryStrategy) => typeof retryStrategy.acquireInitialRetryToken < "u" && typeof retryStrategy.refreshRetryTokenForRetry < "u" && typeof retryStrategy.recordSuccess < "u", getRetryErrorInfo = (error2, logger2) => {
  let errorInfo = {
    error: error2,
    errorType: getRetryErrorType(error2)
  }, retryAfterHint = parseRetryAfterHeader(error2.$response, logger2);
  return retryAfterHint && (errorInfo.retryAfterHint = retryAfterHint), errorInfo;
}, getRetryErrorType = (error2) => isThrottlingError(error2) ? "THROTTLING" : isTransientError(error2) ? "TRANSIENT" : isServerError(error2) ? "SERVER_ERROR" : "CLIENT_ERROR", retryMiddlewareOptions = {
  name: "retryMiddleware",
  tags: ["RETRY"],
  step: "finalizeRequest",
  priority: "high",
  override: !0
};
function bindGetRetryPlugin(isStreamingPayload2) {
  let retryMiddleware2 = bindRetryMiddleware(isStreamingPayload2);
  return (options) => ({
    applyToStack: (clientStack) => {
      clientStack.add(retryMiddleware2(options), retryMiddlewareOptions);
    }
  });
}

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRateLimiter.js
var DefaultRateLimiter = class _DefaultRateLimiter {
  static setTimeoutFn = (fn, delay) => setTimeout(fn, delay);
  beta;
  minCapacity;
  minFillRate;
  scaleConstant;
  smooth;
  enabled = !1;
  availableTokens = 0;
  lastMaxRate = 0;
  measuredTxRate = 0;
  requestCount = 0;
  fillRate;
  lastThrottleTime;
  lastTimestamp = 0;
  lastTxRateBucket;
  maxCapacity;
  timeWindow = 0;
  constructor(options) {
    this.beta = options?.beta ?? 0.7, this.minCapacity = options?.minCapacity ?? 1, this.minFillRate = options?.minFillRate ?? 0.5, this.scaleConstant = options?.scaleConstant ?? 0.4, this.smooth = options?.smooth ?? 0.8, this.lastThrottleTime = this.getCurrentTimeInSeconds(), this.lastTxRateBucket = Math.floor(this.getCurrentTimeInSeconds()), this.fillRate = this.minFillRate, this.maxCapacity = this.minCapacity;
  }
  async getSendToken() {
    return this.acquireTokenBucket(1);
  }
  updateClientSendingRate(response) {
    let calculatedRate;
    this.updateMeasuredRate();
    let retryErrorInfo = response;
    if (retryErrorInfo?.errorType === "THROTTLING" || isThrottlingError(retryErrorInfo?.error ?? response)) {
      let rateToUse = this.enabled ? Math.min(this.measuredTxRate, this.fillRate) : this.measuredTxRate;
      this.lastMaxRate = rateToUse, this.calculateTimeWindow(), this.lastThrottleTime = this.getCurrentTimeInSeconds(), calculatedRate = this.cubicThrottle(rateToUse), this.enableTokenBucket();
    } else
      this.calculateTimeWindow(), calculatedRate = this.cubicSuccess(this.getCurrentTimeInSeconds());
    let newRate = Math.min(calculatedRate, 2 * this.measuredTxRate);
    this.updateTokenBucketRate(newRate);
  }
  getCurrentTimeInSeconds() {
    return Date.now() / 1e3;
  }
  async acquireTokenBucket(amount) {
    if (this.enabled) {
      for (this.refillTokenBucket(); amount > this.availableTokens; ) {
        let delay = (amount - this.availableTokens) / this.fillRate * 1e3;
        await new Promise((resolve2) => _DefaultRateLimiter.setTimeoutFn(resolve2, delay)), this.refillTokenBucket();
      }
      this.availableTokens = this.availableTokens - amount;
    }
  }
  refillTokenBucket() {
    let timestamp = this.getCurrentTimeInSeconds();
    if (!this.lastTimestamp) {
      this.lastTimestamp = timestamp;
      return;
    }
    let fillAmount = (timestamp - this.lastTimestamp) * this.fillRate;
    this.availableTokens = Math.min(this.maxCapacity, this.availableTokens + fillAmount), this.lastTimestamp = timestamp;
  }
  calculateTimeWindow() {
    this.timeWindow = this.getPrecise(Math.pow(this.lastMaxRate * (1 - this.beta) / this.scaleConstant, 1 / 3));
  }
  cubicThrottle(rateToUse) {
    return this.getPrecise(rateToUse * this.beta);
  }
  cubicSuccess(timestamp) {
    return this.getPrecise(this.scaleConstant * Math.pow(timestamp - this.lastThrottleTime - this.timeWindow, 3) + this.lastMaxRate);
  }
  enableTokenBucket() {
    this.enabled = !0;
  }
  updateTokenBucketRate(newRate) {
    this.refillTokenBucket(), this.fillRate = Math.max(newRate, this.minFillRate), this.maxCapacity = Math.max(newRate, this.minCapacity), this.availableTokens = Math.min(this.availableTokens, this.maxCapacity);
  }
  updateMeasuredRate() {
    let t = this.getCurrentTimeInSeconds(), timeBucket = Math.floor(t * 2) / 2;
    if (this.requestCount++, timeBucket > this.lastTxRateBucket) {
      let currentRate = this.requestCount / (timeBucket - this.lastTxRateBucket);
      this.measuredTxRate = this.getPrecise(currentRate * this.smooth + this.measuredTxRate * (1 - this.smooth)), this.requestCount = 0, this.lastTxRateBucket = timeBucket;
    }
  }
  getPrecise(num) {
    return parseFloat(num.toFixed(8));
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/retries-2026-config.js
var Retry = class {
  static v2026 = !0;
  static delay() {
    return 50;
  }
  static throttlingDelay() {
    return 1e3;
  }
  static cost() {
    return 14;
  }
  static throttlingCost() {
    return 5;
  }
  static modifiedCostType() {
    return "THROTTLING";
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryBackoffStrategy.js
var DefaultRetryBackoffStrategy = class {
  x = Retry.delay();
  computeNextBackoffDelay(i2) {
    let t_i = Math.random() * Math.min(this.x * 2 ** i2, 2e4);
    return Math.floor(t_i);
  }
  setDelayBase(delay) {
    this.x = delay;
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/DefaultRetryToken.js
var DefaultRetryToken = class {
  delay;
  count;
  cost;
  longPoll;
  $retryLog = {
    acquisitionDelay: 0
  };
  constructor(delay, count2, cost, longPoll) {
    this.delay = delay, this.count = count2, this.cost = cost, this.longPoll = longPoll;
  }
  getRetryCount() {
    return this.count;
  }
  getRetryDelay() {
    return Math.min(2e4, this.delay);
  }
  getRetryCost() {
    return this.cost;
  }
  isLongPoll() {
    return this.longPoll;
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/config.js
var RETRY_MODES;
(function(RETRY_MODES2) {
  RETRY_MODES2.STANDARD = "standard", RETRY_MODES2.ADAPTIVE = "adaptive";
})(RETRY_MODES || (RETRY_MODES = {}));
var DEFAULT_MAX_ATTEMPTS = 3, DEFAULT_RETRY_MODE = RETRY_MODES.STANDARD;

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/StandardRetryStrategy.js
var refusal = {
  incompatible: 1,
  attempts: 2,
  capacity: 3
}, StandardRetryStrategy = class {
  mode = RETRY_MODES.STANDARD;
  retryBackoffStrategy;
  capacity = 500;
  maxAttemptsProvider;
  baseDelay;
  constructor(arg1) {
    typeof arg1 == "number" ? this.maxAttemptsProvider = async () => arg1 : typeof arg1 == "function" ? this.maxAttemptsProvider = arg1 : arg1 && typeof arg1 == "object" && (this.maxAttemptsProvider = async () => arg1.maxAttempts, this.baseDelay = arg1.baseDelay, this.retryBackoffStrategy = arg1.backoff), this.maxAttemptsProvider ??= async () => DEFAULT_MAX_ATTEMPTS, this.baseDelay ??= Retry.delay(), this.retryBackoffStrategy ??= new DefaultRetryBackoffStrategy();
  }
  async acquireInitialRetryToken(retryTokenScope) {
    return new DefaultRetryToken(Retry.delay(), 0, void 0, retryTokenScope.includes(":longpoll"));
  }
  async refreshRetryTokenForRetry(token, errorInfo) {
    let maxAttempts = await this.getMaxAttempts(), retryCode = this.retryCode(token, errorInfo, maxAttempts), shouldRetry = retryCode === 0, isLongPoll = token.isLongPoll?.();
    if (shouldRetry || isLongPoll) {
      let errorType = errorInfo.errorType;
      this.retryBackoffStrategy.setDelayBase(errorType === "THROTTLING" ? Retry.throttlingDelay() : this.baseDelay);
      let delayFromErrorType = this.retryBackoffStrategy.computeNextBackoffDelay(token.getRetryCount()), retryDelay = delayFromErrorType;
      if (errorInfo.retryAfterHint instanceof Date && (retryDelay = Math.max(delayFromErrorType, Math.min(errorInfo.retryAfterHint.getTime() - Date.now(), delayFromErrorType + 5e3))), shouldRetry) {
        let capacityCost = this.getCapacityCost(errorType);
        this.capacity -= capacityCost;
        let nextToken = new DefaultRetryToken(0, token.getRetryCount() + 1, capacityCost, token.isLongPoll?.() ?? !1);
        return await new Promise((r2) => setTimeout(r2, retryDelay)), nextToken.$retryLog.acquisitionDelay = retryDelay, nextToken;
      } else {
        let longPollBackoff = retryCode === refusal.capacity && isLongPoll ? retryDelay : 0;
        longPollBackoff > 0 && await new Promise((r2) => setTimeout(r2, longPollBackoff));
      }
    }
    throw new Error("No retry token available");
  }
  recordSuccess(token) {
    this.capacity = Math.min(500, this.capacity + (token.getRetryCost() ?? 1));
  }
  getCapacity() {
    return this.capacity;
  }
  async maxAttempts() {
    return this.maxAttemptsProvider();
  }
  async getMaxAttempts() {
    try {
      return await this.maxAttemptsProvider();
    } catch {
      return console.warn(`Max attempts provider could not resolve. Using default of ${DEFAULT_MAX_ATTEMPTS}`), DEFAULT_MAX_ATTEMPTS;
    }
  }
  retryCode(tokenToRenew, errorInfo, maxAttempts) {
    let attempts = tokenToRenew.getRetryCount() + 1, retryableStatus = this.isRetryableError(errorInfo.errorType) ? 0 : refusal.incompatible, attemptStatus = attempts < maxAttempts ? 0 : refusal.attempts, capacityStatus = this.capacity >= this.getCapacityCost(errorInfo.errorType) ? 0 : refusal.capacity;
    return retryableStatus || attemptStatus || capacityStatus;
  }
  getCapacityCost(errorType) {
    return errorType === Retry.modifiedCostType() ? Retry.throttlingCost() : Retry.cost();
  }
  isRetryableError(errorType) {
    return errorType === "THROTTLING" || errorType === "TRANSIENT";
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/util-retry/AdaptiveRetryStrategy.js
var AdaptiveRetryStrategy = class {
  mode = RETRY_MODES.ADAPTIVE;
  rateLimiter;
  standardRetryStrategy;
  constructor(maxAttemptsProvider, options) {
    let { rateLimiter } = options ?? {};
    this.rateLimiter = rateLimiter ?? new DefaultRateLimiter(), this.standardRetryStrategy = options ? new StandardRetryStrategy({
      maxAttempts: typeof maxAttemptsProvider == "number" ? maxAttemptsProvider : 3,
      ...options
    }) : new StandardRetryStrategy(maxAttemptsProvider);
  }
  async acquireInitialRetryToken(retryTokenScope) {
    let token = await this.standardRetryStrategy.acquireInitialRetryToken(retryTokenScope);
    return await this.rateLimiter.getSendToken(), token;
  }
  async refreshRetryTokenForRetry(tokenToRenew, errorInfo) {
    this.rateLimiter.updateClientSendingRate(errorInfo);
    let token = await this.standardRetryStrategy.refreshRetryTokenForRetry(tokenToRenew, errorInfo);
    return await this.rateLimiter.getSendToken(), token;
  }
  recordSuccess(token) {
    this.rateLimiter.updateClientSendingRate({}), this.standardRetryStrategy.recordSuccess(token);
  }
  async maxAttemptsProvider() {
    return this.standardRetryStrategy.maxAttempts();
  }
};

// node_modules/@smithy/core/dist-es/submodules/retry/middleware-retry/configurations.js
init_client2();
var ENV_MAX_ATTEMPTS = "AWS_MAX_ATTEMPTS", CONFIG_MAX_ATTEMPTS = "max_attempts", NODE_MAX_ATTEMPT_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => {
    let value = env2[ENV_MAX_ATTEMPTS];
    if (!value)
      return;
    let maxAttempt = parseInt(value);
    if (Number.isNaN(maxAttempt))
      throw new Error(`Environment variable ${ENV_MAX_ATTEMPTS} mast be a number, got "${value}"`);
    return maxAttempt;
  },
  configFileSelector: (profile) => {
    let value = profile[CONFIG_MAX_ATTEMPTS];
    if (!value)
      return;
    let maxAttempt = parseInt(value);
    if (Number.isNaN(maxAttempt))
      throw new Error(`Shared config file entry ${CONFIG_MAX_ATTEMPTS} mast be a number, got "${value}"`);
    return maxAttempt;
  },
  default: DEFAULT_MAX_ATTEMPTS
}, resolveRetryConfig = (input, defaults) => {
  let { retryStrategy, retryMode } = input, { defaultMaxAttempts = DEFAULT_MAX_ATTEMPTS, defaultBaseDelay = Retry.delay() } = defaults ?? {}, maxAttemptsProvider = normalizeProvider(input.maxAttempts ?? defaultMaxAttempts), controller = retryStrategy ? Promise.resolve(retryStrategy) : void 0, getDefault = async () => {
    let maxAttempts = await maxAttemptsProvider();
    return await normalizeProvider(retryMode)() === RETRY_MODES.ADAPTIVE ? new AdaptiveRetryStrategy(maxAttemptsProvider, {
      maxAttempts,
      baseDelay: defaultBaseDelay
    }) : new StandardRetryStrategy({
      maxAttempts,
      baseDelay: defaultBaseDelay
    });
  };
  return Object.assign(input, {
    maxAttempts: maxAttemptsProvider,
    retryStrategy: () => controller ??= getDefault()
  });
}, ENV_RETRY_MODE = "AWS_RETRY_MODE", CONFIG_RETRY_MODE = "retry_mode", NODE_RETRY_MODE_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => env2[ENV_RETRY_MODE],
  configFileSelector: (profile) => profile[CONFIG_RETRY_MODE],
  default: DEFAULT_RETRY_MODE
};

// node_modules/@smithy/core/dist-es/submodules/retry/index.js
var retryMiddleware = bindRetryMiddleware(isStreamingPayload), getRetryPlugin = bindGetRetryPlugin(isStreamingPayload);

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/check-features.js
var ACCOUNT_ID_ENDPOINT_REGEX = /\d{12}\.ddb/;
async function checkFeatures(context, config, args) {
  if (args.request?.headers?.["smithy-protocol"] === "rpc-v2-cbor" && setFeature(context, "PROTOCOL_RPC_V2_CBOR", "M"), typeof config.retryStrategy == "function") {
    let retryStrategy = await config.retryStrategy();
    if (typeof retryStrategy.mode == "string")
      switch (retryStrategy.mode) {
        case RETRY_MODES.ADAPTIVE:
          setFeature(context, "RETRY_MODE_ADAPTIVE", "F");
          break;
        case RETRY_MODES.STANDARD:
          setFeature(context, "RETRY_MODE_STANDARD", "E");
          break;
      }
  }
  if (typeof config.accountIdEndpointMode == "function") {
    let endpointV2 = context.endpointV2;
    switch (String(endpointV2?.url?.hostname).match(ACCOUNT_ID_ENDPOINT_REGEX) && setFeature(context, "ACCOUNT_ID_ENDPOINT", "O"), await config.accountIdEndpointMode?.()) {
      case "disabled":
        setFeature(context, "ACCOUNT_ID_MODE_DISABLED", "Q");
        break;
      case "preferred":
        setFeature(context, "ACCOUNT_ID_MODE_PREFERRED", "P");
        break;
      case "required":
        setFeature(context, "ACCOUNT_ID_MODE_REQUIRED", "R");
        break;
    }
  }
  let identity = context.__smithy_context?.selectedHttpAuthScheme?.identity;
  if (identity?.$source) {
    let credentials = identity;
    credentials.accountId && setFeature(context, "RESOLVED_ACCOUNT_ID", "T");
    for (let [key, value] of Object.entries(credentials.$source ?? {}))
      setFeature(context, key, value);
  }
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/constants.js
var USER_AGENT = "user-agent", X_AMZ_USER_AGENT = "x-amz-user-agent";
var UA_NAME_ESCAPE_REGEX = /[^!$%&'*+\-.^_`|~\w]/g, UA_VALUE_ESCAPE_REGEX = /[^!$%&'*+\-.^_`|~\w#]/g;

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/encode-features.js
function encodeFeatures(features) {
  let buffer = "";
  for (let key in features) {
    let val = features[key];
    if (buffer.length + val.length + 1 <= 1024) {
      buffer.length ? buffer += "," + val : buffer += val;
      continue;
    }
    break;
  }
  return buffer;
}

// node_modules/@aws-sdk/core/dist-es/submodules/client/middleware-user-agent/user-agent-middleware.js
var userAgentMiddleware = (options) => (next, context) => async (args) => {
  let { request } = args;
  if (!HttpRequest.isInstance(request))
    return next(args);
  let { headers } = request, userAgent = context?.userAgent?.map(escapeUserAgent) || [], defaultUserAgent2 = (await options.defaultUserAgentProvider()).map(escapeUserAgent);
  await checkFeatures(context, options, args);
  let awsContext = context;
  defaultUserAgent2.push(`m/${encodeFeatures(Object.assign({}, context.__smithy_context?.features, awsContext.__aws_sdk_context?.features))}`);
  let customUserAgent = options?.customUserAgent?.map(escapeUserAgent) || [], appId = await options.userAgentAppId();
  appId && defaultUserAgent2.push(escapeUserAgent(["app", `${appId}`]));
  let prefix = getUserAgentPrefix(), sdkUserAgentValue = (prefix ? [prefix] : []).concat([...defaultUserAgent2, ...userAgent, ...customUserAgent]).join(" "), normalUAValue = [
    ...defaultUserAgent2.filter((section) => section.startsWith("aws-sdk-")),
    ...customUserAgent
  ].join(" ");
  return options.runtime !== "browser" ? (normalUAValue && (headers[X_AMZ_USER_AGENT] = headers[X_AMZ_USER_AGENT] ? `${headers[USER_AGENT]} ${normalUAValue}` : normalUAValue), headers[USER_AGENT] = sdkUserAgentValue) : headers[X_AMZ_USER_AGENT] = sdkUserAgentValue, next({
    ...args,
    request
  });
}, escapeUserAgent = (userAgentPair) => {
  let name = userAgentPair[0].split("/").map((part) => part.replace(UA_NAME_ESCAPE_REGEX, "-")).join("/"), version = userAgentPair[1]?.replace(UA_VALUE_ESCAPE_REGEX, "-"), prefixSeparatorIndex = name.indexOf("/"), prefix = name.substring(0, prefixSeparatorIndex), uaName = name.substring(prefixSeparatorIndex + 1);
  return prefix === "api" && (uaName = uaName.toLowerCase()), [prefix, uaName, version].filter((item) => item && item.length > 0).reduce((acc, item, index) => {
    switch (index) {
      case 0:
        return item;
      case 1:
        return `${acc}/${item}`;
      default:
        return `${acc}#${item}`;
    }
  }, "");
}, getUserAgentMiddlewareOptions = {
  name: "getUserAgentMiddleware",
  step: "build",
  priority: "low",
  tags: ["SET_USER_AGENT", "USER_AGENT"],
  override: !0
}, getUserAgentPlugin = (config) => ({
  applyToStack: (clientStack) => {
    clientStack.add(userAgentMiddleware(config), getUserAgentMiddlewareOptions);
  }
});

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js
import { platform as platform2, release } from "node:os";
import { env } from "node:process";

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/getRuntimeUserAgentPair.js
import { versions } from "node:process";
var getRuntimeUserAgentPair = () => {
  let runtimesToCheck = ["deno", "bun", "llrt"];
  for (let runtime of runtimesToCheck)
    if (versions[runtime])
      return [`md/${runtime}`, versions[runtime]];
  return ["md/nodejs", versions.node];
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/crt-availability.js
var crtAvailability = {
  isCrtAvailable: !1
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/is-crt-available.js
var isCrtAvailable = () => crtAvailability.isCrtAvailable ? ["md/crt-avail"] : null;

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/defaultUserAgent.js
var createDefaultUserAgentProvider = ({ serviceId, clientVersion }) => {
  let runtimeUserAgentPair = getRuntimeUserAgentPair();
  return async (config) => {
    let sections = [
      ["aws-sdk-js", clientVersion],
      ["ua", "2.1"],
      [`os/${platform2()}`, release()],
      ["lang/js"],
      runtimeUserAgentPair
    ], crtAvailable = isCrtAvailable();
    crtAvailable && sections.push(crtAvailable), serviceId && sections.push([`api/${serviceId}`, clientVersion]), env.AWS_EXECUTION_ENV && sections.push([`exec-env/${env.AWS_EXECUTION_ENV}`]);
    let appId = await config?.userAgentAppId?.();
    return appId ? [...sections, [`app/${appId}`]] : [...sections];
  };
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-user-agent-node/nodeAppIdConfigOptions.js
var UA_APP_ID_ENV_NAME = "AWS_SDK_UA_APP_ID", UA_APP_ID_INI_NAME = "sdk_ua_app_id", UA_APP_ID_INI_NAME_DEPRECATED = "sdk-ua-app-id", NODE_APP_ID_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => env2[UA_APP_ID_ENV_NAME],
  configFileSelector: (profile) => profile[UA_APP_ID_INI_NAME] ?? profile[UA_APP_ID_INI_NAME_DEPRECATED],
  default: DEFAULT_UA_APP_ID
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/aws.js
init_endpoints();

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/isVirtualHostableS3Bucket.js
init_endpoints();

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/isIpAddress.js
init_endpoints();

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/isVirtualHostableS3Bucket.js
var isVirtualHostableS3Bucket = (value, allowSubDomains = !1) => {
  if (allowSubDomains) {
    for (let label of value.split("."))
      if (!isVirtualHostableS3Bucket(label))
        return !1;
    return !0;
  }
  return !(!isValidHostLabel(value) || value.length < 3 || value.length > 63 || value !== value.toLowerCase() || isIpAddress(value));
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/lib/aws/parseArn.js
var parseArn = (value) => {
  let segments = value.split(":");
  if (segments.length < 6)
    return null;
  let [arn, partition2, service, region, accountId, ...resourcePath] = segments;
  if (arn !== "arn" || partition2 === "" || service === "" || resourcePath.join(":") === "")
    return null;
  let resourceId = resourcePath.map((resource) => resource.split("/")).flat();
  return {
    partition: partition2,
    service,
    region,
    accountId,
    resourceId
  };
};

// node_modules/@aws-sdk/core/dist-es/submodules/client/util-endpoints/aws.js
var awsEndpointFunctions = {
  isVirtualHostableS3Bucket,
  parseArn,
  partition
};
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/core/dist-es/submodules/client/region-config-resolver/extensions.js
var getAwsRegionExtensionConfiguration = (runtimeConfig) => ({
  setRegion(region) {
    runtimeConfig.region = region;
  },
  region() {
    return runtimeConfig.region;
  }
}), resolveAwsRegionExtensionConfiguration = (awsRegionExtensionConfiguration) => ({
  region: awsRegionExtensionConfiguration.region()
});

// node_modules/@aws-sdk/client-sts/dist-es/STSClient.js
init_client2();
init_config2();
init_endpoints();
init_schema();

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4Signer.js
init_dist_es();

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getDateHeader.js
var getDateHeader = (response) => HttpResponse.isInstance(response) ? response.headers?.date ?? response.headers?.Date : void 0, getAgeHeader = (response) => HttpResponse.isInstance(response) ? response.headers?.age ?? response.headers?.Age : void 0;

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getSkewCorrectedDate.js
var getSkewCorrectedDate = (systemClockOffset) => new Date(Date.now() + systemClockOffset);

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getUpdatedSystemClockOffset.js
var getUpdatedSystemClockOffset = (clockTime, currentSystemClockOffset, timeRequestSent, ageHeader) => {
  if (ageHeader !== void 0)
    return currentSystemClockOffset;
  let serverTime = Date.parse(clockTime);
  if (Number.isNaN(serverTime))
    return currentSystemClockOffset;
  let timeResponseReceived = Date.now();
  return timeRequestSent !== void 0 && timeResponseReceived - timeRequestSent > 9e5 ? currentSystemClockOffset : serverTime - timeResponseReceived;
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4Signer.js
var throwSigningPropertyError = (name, property) => {
  if (!property)
    throw new Error(`Property \`${name}\` is not resolved for AWS SDK SigV4Auth`);
  return property;
}, hasEventStreamOutput = (signingProperties) => signingProperties.context?.[SMITHY_CONTEXT_KEY]?.eventStream?.output === !0, validateSigningProperties = async (signingProperties) => {
  let context = throwSigningPropertyError("context", signingProperties.context), config = throwSigningPropertyError("config", signingProperties.config), authScheme = context.endpointV2?.properties?.authSchemes?.[0], signer = await throwSigningPropertyError("signer", config.signer)(authScheme), signingRegion = signingProperties?.signingRegion, signingRegionSet = signingProperties?.signingRegionSet, signingName = signingProperties?.signingName;
  return {
    config,
    signer,
    signingRegion,
    signingRegionSet,
    signingName
  };
}, AwsSdkSigV4Signer = class {
  async sign(httpRequest, identity, signingProperties) {
    if (!HttpRequest.isInstance(httpRequest))
      throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");
    let validatedProps = await validateSigningProperties(signingProperties), { config, signer } = validatedProps, { signingRegion, signingName } = validatedProps, handlerExecutionContext = signingProperties.context;
    if (handlerExecutionContext?.authSchemes?.length ?? !1) {
      let [first, second] = handlerExecutionContext.authSchemes;
      first?.name === "sigv4a" && second?.name === "sigv4" && (signingRegion = second?.signingRegion ?? signingRegion, signingName = second?.signingName ?? signingName);
    }
    let noSkewCorrection = await config.disableClockSkewCorrection?.() === !0;
    signingProperties._disableClockSkewCorrection = noSkewCorrection;
    let skipSkewSampling = noSkewCorrection || hasEventStreamOutput(signingProperties);
    return signingProperties._skipClockSkewSampling = skipSkewSampling, skipSkewSampling || (signingProperties._preRequestSystemClockOffset = config.systemClockOffset, signingProperties._requestSentAt = Date.now()), await signer.sign(httpRequest, {
      signingDate: noSkewCorrection ? /* @__PURE__ */ new Date() : getSkewCorrectedDate(config.systemClockOffset),
      signingRegion,
      signingService: signingName
    });
  }
  errorHandler(signingProperties) {
    return (error2) => {
      let errorException = error2;
      if (!signingProperties._skipClockSkewSampling && !signingProperties._disableClockSkewCorrection) {
        let serverTime = errorException.ServerTime ?? getDateHeader(errorException.$response);
        if (serverTime) {
          let config = throwSigningPropertyError("config", signingProperties.config), preRequestOffset = signingProperties._preRequestSystemClockOffset, timeRequestSent = signingProperties._requestSentAt, ageHeader = getAgeHeader(errorException.$response), newOffset = getUpdatedSystemClockOffset(serverTime, config.systemClockOffset, timeRequestSent, ageHeader);
          config.systemClockOffset = newOffset, Math.abs(newOffset) >= 24e4 && (newOffset !== preRequestOffset || preRequestOffset !== void 0 && preRequestOffset !== newOffset) && errorException.$metadata && (errorException.$metadata.clockSkewCorrected = !0);
        }
      }
      throw error2;
    };
  }
  successHandler(httpResponse, signingProperties) {
    if (signingProperties._skipClockSkewSampling || signingProperties._disableClockSkewCorrection)
      return;
    let dateHeader = getDateHeader(httpResponse);
    if (dateHeader) {
      let config = throwSigningPropertyError("config", signingProperties.config), timeRequestSent = signingProperties._requestSentAt, ageHeader = getAgeHeader(httpResponse);
      config.systemClockOffset = getUpdatedSystemClockOffset(dateHeader, config.systemClockOffset, timeRequestSent, ageHeader);
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/AwsSdkSigV4ASigner.js
var AwsSdkSigV4ASigner = class extends AwsSdkSigV4Signer {
  async sign(httpRequest, identity, signingProperties) {
    if (!HttpRequest.isInstance(httpRequest))
      throw new Error("The request is not an instance of `HttpRequest` and cannot be signed");
    let { config, signer, signingRegion, signingRegionSet, signingName } = await validateSigningProperties(signingProperties), multiRegionOverride = (await config.sigv4aSigningRegionSet?.() ?? signingRegionSet ?? [signingRegion]).join(","), noSkewCorrection = await config.disableClockSkewCorrection?.() === !0;
    return signingProperties._disableClockSkewCorrection = noSkewCorrection, noSkewCorrection || (signingProperties._preRequestSystemClockOffset = config.systemClockOffset, signingProperties._requestSentAt = Date.now()), await signer.sign(httpRequest, {
      signingDate: noSkewCorrection ? /* @__PURE__ */ new Date() : getSkewCorrectedDate(config.systemClockOffset),
      signingRegion: multiRegionOverride,
      signingService: signingName
    });
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getArrayForCommaSeparatedString.js
var getArrayForCommaSeparatedString = (str) => typeof str == "string" && str.length > 0 ? str.split(",").map((item) => item.trim()) : [];

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/utils/getBearerTokenEnvKey.js
var getBearerTokenEnvKey = (signingName) => `AWS_BEARER_TOKEN_${signingName.replace(/[\s-]/g, "_").toUpperCase()}`;

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/NODE_AUTH_SCHEME_PREFERENCE_OPTIONS.js
var NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY = "AWS_AUTH_SCHEME_PREFERENCE", NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY = "auth_scheme_preference", NODE_AUTH_SCHEME_PREFERENCE_OPTIONS = {
  environmentVariableSelector: (env2, options) => {
    if (options?.signingName && getBearerTokenEnvKey(options.signingName) in env2)
      return ["httpBearerAuth"];
    if (NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY in env2)
      return getArrayForCommaSeparatedString(env2[NODE_AUTH_SCHEME_PREFERENCE_ENV_KEY]);
  },
  configFileSelector: (profile) => {
    if (NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY in profile)
      return getArrayForCommaSeparatedString(profile[NODE_AUTH_SCHEME_PREFERENCE_CONFIG_KEY]);
  },
  default: []
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4AConfig.js
init_config2();
var resolveAwsSdkSigV4AConfig = (config) => (config.sigv4aSigningRegionSet = normalizeProvider2(config.sigv4aSigningRegionSet), config), NODE_SIGV4A_CONFIG_OPTIONS = {
  environmentVariableSelector(env2) {
    if (env2.AWS_SIGV4A_SIGNING_REGION_SET)
      return env2.AWS_SIGV4A_SIGNING_REGION_SET.split(",").map((_) => _.trim());
    throw new ProviderError("AWS_SIGV4A_SIGNING_REGION_SET not set in env.", {
      tryNextLink: !0
    });
  },
  configFileSelector(profile) {
    if (profile.sigv4a_signing_region_set)
      return (profile.sigv4a_signing_region_set ?? "").split(",").map((_) => _.trim());
    throw new ProviderError("sigv4a_signing_region_set not set in profile.", {
      tryNextLink: !0
    });
  },
  default: void 0
};

// node_modules/@smithy/signature-v4/dist-es/SignatureV4.js
init_serde();

// node_modules/@smithy/signature-v4/dist-es/HeaderFormatter.js
init_serde();
init_serde();
var HeaderFormatter = class {
  format(headers) {
    let chunks = [];
    for (let headerName in headers) {
      if (!hasOwn(headers, headerName))
        continue;
      let bytes = fromUtf8(headerName);
      chunks.push(Uint8Array.from([bytes.byteLength]), bytes, this.formatHeaderValue(headers[headerName]));
    }
    let out = new Uint8Array(chunks.reduce((carry, bytes) => carry + bytes.byteLength, 0)), position = 0;
    for (let chunk of chunks)
      out.set(chunk, position), position += chunk.byteLength;
    return out;
  }
  formatHeaderValue(header) {
    switch (header.type) {
      case "boolean":
        return Uint8Array.from([header.value ? 0 : 1]);
      case "byte":
        return Uint8Array.from([2, header.value]);
      case "short":
        let shortView = new DataView(new ArrayBuffer(3));
        return shortView.setUint8(0, 3), shortView.setInt16(1, header.value, !1), new Uint8Array(shortView.buffer);
      case "integer":
        let intView = new DataView(new ArrayBuffer(5));
        return intView.setUint8(0, 4), intView.setInt32(1, header.value, !1), new Uint8Array(intView.buffer);
      case "long":
        let longBytes = new Uint8Array(9);
        return longBytes[0] = 5, longBytes.set(header.value.bytes, 1), longBytes;
      case "binary":
        let binView = new DataView(new ArrayBuffer(3 + header.value.byteLength));
        binView.setUint8(0, 6), binView.setUint16(1, header.value.byteLength, !1);
        let binBytes = new Uint8Array(binView.buffer);
        return binBytes.set(header.value, 3), binBytes;
      case "string":
        let utf8Bytes = fromUtf8(header.value), strView = new DataView(new ArrayBuffer(3 + utf8Bytes.byteLength));
        strView.setUint8(0, 7), strView.setUint16(1, utf8Bytes.byteLength, !1);
        let strBytes = new Uint8Array(strView.buffer);
        return strBytes.set(utf8Bytes, 3), strBytes;
      case "timestamp":
        let tsBytes = new Uint8Array(9);
        return tsBytes[0] = 8, tsBytes.set(Int642.fromNumber(header.value.valueOf()).bytes, 1), tsBytes;
      case "uuid":
        if (!UUID_PATTERN2.test(header.value))
          throw new Error(`Invalid UUID received: ${header.value}`);
        let uuidBytes = new Uint8Array(17);
        return uuidBytes[0] = 9, uuidBytes.set(fromHex(header.value.replace(/-/g, "")), 1), uuidBytes;
    }
  }
}, HEADER_VALUE_TYPE2;
(function(HEADER_VALUE_TYPE3) {
  HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.boolTrue = 0] = "boolTrue", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.boolFalse = 1] = "boolFalse", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.byte = 2] = "byte", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.short = 3] = "short", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.integer = 4] = "integer", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.long = 5] = "long", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.byteArray = 6] = "byteArray", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.string = 7] = "string", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.timestamp = 8] = "timestamp", HEADER_VALUE_TYPE3[HEADER_VALUE_TYPE3.uuid = 9] = "uuid";
})(HEADER_VALUE_TYPE2 || (HEADER_VALUE_TYPE2 = {}));
var UUID_PATTERN2 = /^[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}$/, Int642 = class _Int64 {
  bytes;
  constructor(bytes) {
    if (this.bytes = bytes, bytes.byteLength !== 8)
      throw new Error("Int64 buffers must be exactly 8 bytes");
  }
  static fromNumber(number) {
    if (number > 9223372036854776e3 || number < -9223372036854776e3)
      throw new Error(`${number} is too large (or, if negative, too small) to represent as an Int64`);
    let bytes = new Uint8Array(8);
    for (let i2 = 7, remaining = Math.abs(Math.round(number)); i2 > -1 && remaining > 0; i2--, remaining /= 256)
      bytes[i2] = remaining;
    return number < 0 && negate2(bytes), new _Int64(bytes);
  }
  valueOf() {
    let bytes = this.bytes.slice(0), negative = bytes[0] & 128;
    return negative && negate2(bytes), parseInt(toHex(bytes), 16) * (negative ? -1 : 1);
  }
  toString() {
    return String(this.valueOf());
  }
};
function negate2(bytes) {
  for (let i2 = 0; i2 < 8; i2++)
    bytes[i2] ^= 255;
  for (let i2 = 7; i2 > -1 && (bytes[i2]++, bytes[i2] === 0); i2--)
    ;
}

// node_modules/@smithy/signature-v4/dist-es/SignatureV4Base.js
init_client2();
init_serde();

// node_modules/@smithy/signature-v4/dist-es/getCanonicalQuery.js
init_serde();

// node_modules/@smithy/signature-v4/dist-es/constants.js
var ALGORITHM_QUERY_PARAM = "X-Amz-Algorithm", CREDENTIAL_QUERY_PARAM = "X-Amz-Credential", AMZ_DATE_QUERY_PARAM = "X-Amz-Date", SIGNED_HEADERS_QUERY_PARAM = "X-Amz-SignedHeaders", EXPIRES_QUERY_PARAM = "X-Amz-Expires", SIGNATURE_QUERY_PARAM = "X-Amz-Signature", TOKEN_QUERY_PARAM = "X-Amz-Security-Token";
var AUTH_HEADER = "authorization", AMZ_DATE_HEADER = AMZ_DATE_QUERY_PARAM.toLowerCase(), DATE_HEADER = "date", GENERATED_HEADERS = [AUTH_HEADER, AMZ_DATE_HEADER, DATE_HEADER], SIGNATURE_HEADER = SIGNATURE_QUERY_PARAM.toLowerCase(), SHA256_HEADER = "x-amz-content-sha256", TOKEN_HEADER = TOKEN_QUERY_PARAM.toLowerCase();
var ALWAYS_UNSIGNABLE_HEADERS = {
  authorization: !0,
  "cache-control": !0,
  connection: !0,
  expect: !0,
  from: !0,
  "keep-alive": !0,
  "max-forwards": !0,
  pragma: !0,
  referer: !0,
  te: !0,
  trailer: !0,
  "transfer-encoding": !0,
  upgrade: !0,
  "user-agent": !0,
  "x-amzn-trace-id": !0
}, PROXY_HEADER_PATTERN = /^proxy-/, SEC_HEADER_PATTERN = /^sec-/;
var ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256";
var EVENT_ALGORITHM_IDENTIFIER = "AWS4-HMAC-SHA256-PAYLOAD", UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD", MAX_CACHE_SIZE = 50, KEY_TYPE_IDENTIFIER = "aws4_request", MAX_PRESIGNED_TTL = 3600 * 24 * 7;

// node_modules/@smithy/signature-v4/dist-es/getCanonicalQuery.js
var getCanonicalQuery = ({ query = {} }) => {
  let keys = [], serialized = {};
  for (let key in query) {
    if (!hasOwn(query, key) || key.toLowerCase() === SIGNATURE_HEADER)
      continue;
    let encodedKey = escapeUri(key);
    keys.push(encodedKey);
    let value = query[key];
    typeof value == "string" ? serialized[encodedKey] = `${encodedKey}=${escapeUri(value)}` : Array.isArray(value) && (serialized[encodedKey] = value.slice(0).reduce((encoded, value2) => encoded.concat([`${encodedKey}=${escapeUri(value2)}`]), []).sort().join("&"));
  }
  return keys.sort().map((key) => serialized[key]).filter((serialized2) => serialized2).join("&");
};

// node_modules/@smithy/signature-v4/dist-es/utilDate.js
var iso8601 = (time2) => toDate(time2).toISOString().replace(/\.\d{3}Z$/, "Z"), toDate = (time2) => typeof time2 == "number" ? new Date(time2 * 1e3) : typeof time2 == "string" ? Number(time2) ? new Date(Number(time2) * 1e3) : new Date(time2) : time2;

// node_modules/@smithy/signature-v4/dist-es/SignatureV4Base.js
var SignatureV4Base = class {
  service;
  regionProvider;
  credentialProvider;
  sha256;
  uriEscapePath;
  applyChecksum;
  constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = !0 }) {
    this.service = service, this.sha256 = sha256, this.uriEscapePath = uriEscapePath, this.applyChecksum = typeof applyChecksum == "boolean" ? applyChecksum : !0, this.regionProvider = normalizeProvider(region), this.credentialProvider = normalizeProvider(credentials);
  }
  createCanonicalRequest(request, canonicalHeaders, payloadHash) {
    let sortedHeaders = Object.keys(canonicalHeaders).sort();
    return `${request.method}
${this.getCanonicalPath(request)}
${getCanonicalQuery(request)}
${sortedHeaders.map((name) => `${name}:${canonicalHeaders[name]}`).join(`
`)}

${sortedHeaders.join(";")}
${payloadHash}`;
  }
  async createStringToSign(longDate, credentialScope, canonicalRequest, algorithmIdentifier) {
    let hash = new this.sha256();
    hash.update(toUint8Array(canonicalRequest));
    let hashedRequest = await hash.digest();
    return `${algorithmIdentifier}
${longDate}
${credentialScope}
${toHex(hashedRequest)}`;
  }
  getCanonicalPath({ path }) {
    if (this.uriEscapePath) {
      let normalizedPathSegments = [];
      for (let pathSegment of path.split("/"))
        pathSegment?.length !== 0 && pathSegment !== "." && (pathSegment === ".." ? normalizedPathSegments.pop() : normalizedPathSegments.push(pathSegment));
      let normalizedPath = `${path?.startsWith("/") ? "/" : ""}${normalizedPathSegments.join("/")}${normalizedPathSegments.length > 0 && path?.endsWith("/") ? "/" : ""}`;
      return escapeUri(normalizedPath).replace(/%2F/g, "/");
    }
    return path;
  }
  validateResolvedCredentials(credentials) {
    if (typeof credentials != "object" || typeof credentials.accessKeyId != "string" || typeof credentials.secretAccessKey != "string")
      throw new Error("Resolved credential object is not valid");
  }
  formatDate(now) {
    let longDate = iso8601(now).replace(/[-:]/g, "");
    return {
      longDate,
      shortDate: longDate.slice(0, 8)
    };
  }
  getCanonicalHeaderList(headers) {
    return Object.keys(headers).sort().join(";");
  }
};

// node_modules/@smithy/signature-v4/dist-es/credentialDerivation.js
init_serde();
var signingKeyCache = {}, cacheQueue = [], createScope = (shortDate, region, service) => `${shortDate}/${region}/${service}/${KEY_TYPE_IDENTIFIER}`, getSigningKey = async (sha256Constructor, credentials, shortDate, region, service) => {
  let credsHash = await hmac(sha256Constructor, credentials.secretAccessKey, credentials.accessKeyId), cacheKey = `${shortDate}:${region}:${service}:${toHex(credsHash)}:${credentials.sessionToken}`;
  if (cacheKey in signingKeyCache)
    return signingKeyCache[cacheKey];
  for (cacheQueue.push(cacheKey); cacheQueue.length > MAX_CACHE_SIZE; )
    delete signingKeyCache[cacheQueue.shift()];
  let key = `AWS4${credentials.secretAccessKey}`;
  for (let signable of [shortDate, region, service, KEY_TYPE_IDENTIFIER])
    key = await hmac(sha256Constructor, key, signable);
  return signingKeyCache[cacheKey] = key;
};
var hmac = (ctor, secret, data) => {
  let hash = new ctor(secret);
  return hash.update(toUint8Array(data)), hash.digest();
};

// node_modules/@smithy/signature-v4/dist-es/getCanonicalHeaders.js
init_serde();
var getCanonicalHeaders = ({ headers }, unsignableHeaders, signableHeaders) => {
  let canonical = {};
  for (let headerName of Object.keys(headers).sort()) {
    if (headers[headerName] == null)
      continue;
    let canonicalHeaderName = headerName.toLowerCase();
    (hasOwn(ALWAYS_UNSIGNABLE_HEADERS, canonicalHeaderName) || unsignableHeaders?.has(canonicalHeaderName) || PROXY_HEADER_PATTERN.test(canonicalHeaderName) || SEC_HEADER_PATTERN.test(canonicalHeaderName)) && (!signableHeaders || signableHeaders && !signableHeaders.has(canonicalHeaderName)) || (canonicalHeaderName === "__proto__" && writeKey(canonical), canonical[canonicalHeaderName] = headers[headerName].replace(/[\r\n]/g, " ").replace(/[ \t]+/g, " ").replace(/^ | $/g, ""));
  }
  return canonical;
};

// node_modules/@smithy/signature-v4/dist-es/getPayloadHash.js
init_serde();
init_serde();
var getPayloadHash = async ({ headers, body }, hashConstructor) => {
  for (let headerName in headers)
    if (hasOwn(headers, headerName) && headerName.toLowerCase() === SHA256_HEADER)
      return headers[headerName];
  if (body == null)
    return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  if (typeof body == "string" || ArrayBuffer.isView(body) || isArrayBuffer(body)) {
    let hashCtor = new hashConstructor();
    return hashCtor.update(toUint8Array(body)), toHex(await hashCtor.digest());
  }
  return UNSIGNED_PAYLOAD;
};

// node_modules/@smithy/signature-v4/dist-es/headerUtil.js
init_serde();
var hasHeader = (soughtHeader, headers) => {
  soughtHeader = soughtHeader.toLowerCase();
  for (let headerName in headers)
    if (hasOwn(headers, headerName) && soughtHeader === headerName.toLowerCase())
      return !0;
  return !1;
};

// node_modules/@smithy/signature-v4/dist-es/moveHeadersToQuery.js
init_serde();
var moveHeadersToQuery = (request, options = {}) => {
  let { headers, query = {} } = HttpRequest.clone(request);
  for (let name in headers) {
    if (!hasOwn(headers, name))
      continue;
    let lname = name.toLowerCase();
    (lname.slice(0, 6) === "x-amz-" && !options.unhoistableHeaders?.has(lname) || options.hoistableHeaders?.has(lname)) && (query[name] = headers[name], delete headers[name]);
  }
  return {
    ...request,
    headers,
    query
  };
};

// node_modules/@smithy/signature-v4/dist-es/prepareRequest.js
init_serde();
var prepareRequest = (request) => {
  request = HttpRequest.clone(request);
  for (let headerName in request.headers)
    hasOwn(request.headers, headerName) && GENERATED_HEADERS.indexOf(headerName.toLowerCase()) > -1 && delete request.headers[headerName];
  return request;
};

// node_modules/@smithy/signature-v4/dist-es/SignatureV4.js
var SignatureV4 = class extends SignatureV4Base {
  headerFormatter = new HeaderFormatter();
  constructor({ applyChecksum, credentials, region, service, sha256, uriEscapePath = !0 }) {
    super({
      applyChecksum,
      credentials,
      region,
      service,
      sha256,
      uriEscapePath
    });
  }
  async presign(originalRequest, options = {}) {
    let { signingDate = /* @__PURE__ */ new Date(), expiresIn = 3600, unsignableHeaders, unhoistableHeaders, signableHeaders, hoistableHeaders, signingRegion, signingService } = options, credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    let region = signingRegion ?? await this.regionProvider(), { longDate, shortDate } = this.formatDate(signingDate);
    if (expiresIn > MAX_PRESIGNED_TTL)
      return Promise.reject("Signature version 4 presigned URLs must have an expiration date less than one week in the future");
    let scope = createScope(shortDate, region, signingService ?? this.service), request = moveHeadersToQuery(prepareRequest(originalRequest), { unhoistableHeaders, hoistableHeaders });
    credentials.sessionToken && (request.query[TOKEN_QUERY_PARAM] = credentials.sessionToken), request.query[ALGORITHM_QUERY_PARAM] = ALGORITHM_IDENTIFIER, request.query[CREDENTIAL_QUERY_PARAM] = `${credentials.accessKeyId}/${scope}`, request.query[AMZ_DATE_QUERY_PARAM] = longDate, request.query[EXPIRES_QUERY_PARAM] = expiresIn.toString(10);
    let canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders);
    return request.query[SIGNED_HEADERS_QUERY_PARAM] = this.getCanonicalHeaderList(canonicalHeaders), request.query[SIGNATURE_QUERY_PARAM] = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, await getPayloadHash(originalRequest, this.sha256))), request;
  }
  async sign(toSign, options) {
    return typeof toSign == "string" ? this.signString(toSign, options) : toSign.headers && toSign.payload ? this.signEvent(toSign, options) : toSign.message ? this.signMessage(toSign, options) : this.signRequest(toSign, options);
  }
  async signEvent({ headers, payload }, { signingDate = /* @__PURE__ */ new Date(), priorSignature, signingRegion, signingService, eventStreamCredentials }) {
    let region = signingRegion ?? await this.regionProvider(), { shortDate, longDate } = this.formatDate(signingDate), scope = createScope(shortDate, region, signingService ?? this.service), hashedPayload = await getPayloadHash({ headers: {}, body: payload }, this.sha256), hash = new this.sha256();
    hash.update(headers);
    let hashedHeaders = toHex(await hash.digest()), stringToSign = [
      EVENT_ALGORITHM_IDENTIFIER,
      longDate,
      scope,
      priorSignature,
      hashedHeaders,
      hashedPayload
    ].join(`
`);
    return this.signString(stringToSign, {
      signingDate,
      signingRegion: region,
      signingService,
      eventStreamCredentials
    });
  }
  async signMessage(signableMessage, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials }) {
    return this.signEvent({
      headers: this.headerFormatter.format(signableMessage.message.headers),
      payload: signableMessage.message.body
    }, {
      signingDate,
      signingRegion,
      signingService,
      priorSignature: signableMessage.priorSignature,
      eventStreamCredentials
    }).then((signature) => ({ message: signableMessage.message, signature }));
  }
  async signString(stringToSign, { signingDate = /* @__PURE__ */ new Date(), signingRegion, signingService, eventStreamCredentials } = {}) {
    let credentials = eventStreamCredentials ?? await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    let region = signingRegion ?? await this.regionProvider(), { shortDate } = this.formatDate(signingDate), hash = new this.sha256(await this.getSigningKey(credentials, region, shortDate, signingService));
    return hash.update(toUint8Array(stringToSign)), toHex(await hash.digest());
  }
  async signRequest(requestToSign, { signingDate = /* @__PURE__ */ new Date(), signableHeaders, unsignableHeaders, signingRegion, signingService } = {}) {
    let credentials = await this.credentialProvider();
    this.validateResolvedCredentials(credentials);
    let region = signingRegion ?? await this.regionProvider(), request = prepareRequest(requestToSign), { longDate, shortDate } = this.formatDate(signingDate), scope = createScope(shortDate, region, signingService ?? this.service);
    request.headers[AMZ_DATE_HEADER] = longDate, credentials.sessionToken && (request.headers[TOKEN_HEADER] = credentials.sessionToken);
    let payloadHash = await getPayloadHash(request, this.sha256);
    !hasHeader(SHA256_HEADER, request.headers) && this.applyChecksum && (request.headers[SHA256_HEADER] = payloadHash);
    let canonicalHeaders = getCanonicalHeaders(request, unsignableHeaders, signableHeaders), signature = await this.getSignature(longDate, scope, this.getSigningKey(credentials, region, shortDate, signingService), this.createCanonicalRequest(request, canonicalHeaders, payloadHash));
    return request.headers[AUTH_HEADER] = `${ALGORITHM_IDENTIFIER} Credential=${credentials.accessKeyId}/${scope}, SignedHeaders=${this.getCanonicalHeaderList(canonicalHeaders)}, Signature=${signature}`, request;
  }
  async getSignature(longDate, credentialScope, keyPromise, canonicalRequest) {
    let stringToSign = await this.createStringToSign(longDate, credentialScope, canonicalRequest, ALGORITHM_IDENTIFIER), hash = new this.sha256(await keyPromise);
    return hash.update(toUint8Array(stringToSign)), toHex(await hash.digest());
  }
  getSigningKey(credentials, region, shortDate, service) {
    return getSigningKey(this.sha256, credentials, shortDate, region, service || this.service);
  }
};

// node_modules/@smithy/signature-v4/dist-es/signature-v4a-container.js
var signatureV4aContainer = {
  SignatureV4a: null
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/resolveAwsSdkSigV4Config.js
var bindResolveAwsSdkSigV4Config = (defaultDisableClockSkewCorrection) => (config) => {
  let inputCredentials = config.credentials, isUserSupplied = !!config.credentials, resolvedCredentials;
  Object.defineProperty(config, "credentials", {
    set(credentials) {
      credentials && credentials !== inputCredentials && credentials !== resolvedCredentials && (isUserSupplied = !0), inputCredentials = credentials;
      let memoizedProvider = normalizeCredentialProvider(config, {
        credentials: inputCredentials,
        credentialDefaultProvider: config.credentialDefaultProvider
      }), boundProvider = bindCallerConfig(config, memoizedProvider);
      if (isUserSupplied && !boundProvider.attributed) {
        let isCredentialObject = typeof inputCredentials == "object" && inputCredentials !== null;
        resolvedCredentials = async (options) => {
          let attributedCreds = await boundProvider(options);
          return isCredentialObject && (!attributedCreds.$source || Object.keys(attributedCreds.$source).length === 0) ? setCredentialFeature(attributedCreds, "CREDENTIALS_CODE", "e") : attributedCreds;
        }, resolvedCredentials.memoized = boundProvider.memoized, resolvedCredentials.configBound = boundProvider.configBound, resolvedCredentials.attributed = !0;
      } else
        resolvedCredentials = boundProvider;
    },
    get() {
      return resolvedCredentials;
    },
    enumerable: !0,
    configurable: !0
  }), config.credentials = inputCredentials;
  let { signingEscapePath = !0, systemClockOffset = config.systemClockOffset || 0, sha256 } = config, signer;
  return config.signer ? signer = normalizeProvider2(config.signer) : config.regionInfoProvider ? signer = () => normalizeProvider2(config.region)().then(async (region) => [
    await config.regionInfoProvider(region, {
      useFipsEndpoint: await config.useFipsEndpoint(),
      useDualstackEndpoint: await config.useDualstackEndpoint()
    }) || {},
    region
  ]).then(([regionInfo, region]) => {
    let { signingRegion, signingService } = regionInfo;
    config.signingRegion = config.signingRegion || signingRegion || region, config.signingName = config.signingName || signingService || config.serviceId;
    let params = {
      ...config,
      credentials: config.credentials,
      region: config.signingRegion,
      service: config.signingName,
      sha256,
      uriEscapePath: signingEscapePath
    }, SignerCtor = config.signerConstructor || SignatureV4;
    return new SignerCtor(params);
  }) : signer = async (authScheme) => {
    authScheme = Object.assign({}, {
      name: "sigv4",
      signingName: config.signingName || config.defaultSigningName,
      signingRegion: await normalizeProvider2(config.region)(),
      properties: {}
    }, authScheme);
    let signingRegion = authScheme.signingRegion, signingService = authScheme.signingName;
    config.signingRegion = config.signingRegion || signingRegion, config.signingName = config.signingName || signingService || config.serviceId;
    let params = {
      ...config,
      credentials: config.credentials,
      region: config.signingRegion,
      service: config.signingName,
      sha256,
      uriEscapePath: signingEscapePath
    }, SignerCtor = config.signerConstructor || SignatureV4;
    return new SignerCtor(params);
  }, Object.assign(config, {
    systemClockOffset,
    signingEscapePath,
    signer,
    disableClockSkewCorrection: normalizeProvider2(config.disableClockSkewCorrection ?? defaultDisableClockSkewCorrection)
  });
};
function normalizeCredentialProvider(config, { credentials, credentialDefaultProvider }) {
  let credentialsProvider;
  return credentials ? credentials?.memoized ? credentialsProvider = credentials : credentialsProvider = memoizeIdentityProvider(credentials, isIdentityExpired, doesIdentityRequireRefresh) : credentialDefaultProvider ? credentialsProvider = normalizeProvider2(credentialDefaultProvider(Object.assign({}, config, {
    parentClientConfig: config
  }))) : credentialsProvider = async () => {
    throw new Error("@aws-sdk/core::resolveAwsSdkSigV4Config - `credentials` not provided and no credentialDefaultProvider was configured.");
  }, credentialsProvider.memoized = !0, credentialsProvider;
}
function bindCallerConfig(config, credentialsProvider) {
  if (credentialsProvider.configBound)
    return credentialsProvider;
  let fn = async (options) => credentialsProvider({ ...options, callerClientConfig: config });
  return fn.memoized = credentialsProvider.memoized, fn.configBound = !0, fn;
}

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-defaults.js
init_config2();

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-node-config.js
init_config2();
var ENV_DISABLE_CLOCK_SKEW_CORRECTION = "AWS_DISABLE_CLOCK_SKEW_CORRECTION", CONFIG_DISABLE_CLOCK_SKEW_CORRECTION = "disable_clock_skew_correction", NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS = {
  environmentVariableSelector: (env2) => booleanSelector(env2, ENV_DISABLE_CLOCK_SKEW_CORRECTION, SelectorType.ENV),
  configFileSelector: (profile) => booleanSelector(profile, CONFIG_DISABLE_CLOCK_SKEW_CORRECTION, SelectorType.CONFIG),
  default: !1
};

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/aws_sdk/clock-skew-defaults.js
var DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION = loadConfig(NODE_DISABLE_CLOCK_SKEW_CORRECTION_CONFIG_OPTIONS);

// node_modules/@aws-sdk/core/dist-es/submodules/httpAuthSchemes/index.js
var resolveAwsSdkSigV4Config = bindResolveAwsSdkSigV4Config(DEFAULT_DISABLE_CLOCK_SKEW_CORRECTION);

// node_modules/@aws-sdk/signature-v4-multi-region/dist-es/signature-v4-crt-container.js
var signatureV4CrtContainer = {
  CrtSignerV4: null
};

// node_modules/@aws-sdk/signature-v4-multi-region/dist-es/SignatureV4SignWithCredentials.js
var SESSION_TOKEN_QUERY_PARAM = "X-Amz-S3session-Token", SESSION_TOKEN_HEADER = SESSION_TOKEN_QUERY_PARAM.toLowerCase(), SignatureV4SignWithCredentials = class extends SignatureV4 {
  async signWithCredentials(requestToSign, credentials, options) {
    let credentialsWithoutSessionToken = getCredentialsWithoutSessionToken(credentials);
    requestToSign.headers[SESSION_TOKEN_HEADER] = credentials.sessionToken;
    let privateAccess = this;
    return setSingleOverride(privateAccess, credentialsWithoutSessionToken), privateAccess.signRequest(requestToSign, options ?? {});
  }
  async presignWithCredentials(requestToSign, credentials, options) {
    let credentialsWithoutSessionToken = getCredentialsWithoutSessionToken(credentials);
    return delete requestToSign.headers[SESSION_TOKEN_HEADER], requestToSign.headers[SESSION_TOKEN_QUERY_PARAM] = credentials.sessionToken, requestToSign.query = requestToSign.query ?? {}, requestToSign.query[SESSION_TOKEN_QUERY_PARAM] = credentials.sessionToken, setSingleOverride(this, credentialsWithoutSessionToken), this.presign(requestToSign, options);
  }
};
function getCredentialsWithoutSessionToken(credentials) {
  return {
    accessKeyId: credentials.accessKeyId,
    secretAccessKey: credentials.secretAccessKey,
    expiration: credentials.expiration
  };
}
function setSingleOverride(privateAccess, credentialsWithoutSessionToken) {
  let currentCredentialProvider = privateAccess.credentialProvider;
  privateAccess.credentialProvider = () => (privateAccess.credentialProvider = currentCredentialProvider, Promise.resolve(credentialsWithoutSessionToken));
}

// node_modules/@aws-sdk/signature-v4-multi-region/dist-es/SignatureV4MultiRegion.js
var SignatureV4MultiRegion = class {
  sigv4aSigner;
  sigv4Signer;
  signerOptions;
  static sigv4aDependency() {
    return typeof signatureV4CrtContainer.CrtSignerV4 == "function" ? "crt" : typeof signatureV4aContainer.SignatureV4a == "function" ? "js" : "none";
  }
  constructor(options) {
    this.sigv4Signer = new SignatureV4SignWithCredentials(options), this.signerOptions = options;
  }
  async sign(requestToSign, options = {}) {
    return options.signingRegion === "*" ? this.getSigv4aSigner().sign(requestToSign, options) : this.sigv4Signer.sign(requestToSign, options);
  }
  async signWithCredentials(requestToSign, credentials, options = {}) {
    if (options.signingRegion === "*") {
      let signer = this.getSigv4aSigner(), CrtSignerV4 = signatureV4CrtContainer.CrtSignerV4;
      if (CrtSignerV4 && signer instanceof CrtSignerV4)
        return signer.signWithCredentials(requestToSign, credentials, options);
      throw new Error(`signWithCredentials with signingRegion '*' is only supported when using the CRT dependency @aws-sdk/signature-v4-crt. Please check whether you have installed the "@aws-sdk/signature-v4-crt" package explicitly. You must also register the package by calling [require("@aws-sdk/signature-v4-crt");] or an ESM equivalent such as [import "@aws-sdk/signature-v4-crt";]. For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt`);
    }
    return this.sigv4Signer.signWithCredentials(requestToSign, credentials, options);
  }
  async presign(originalRequest, options = {}) {
    if (options.signingRegion === "*") {
      let signer = this.getSigv4aSigner(), CrtSignerV4 = signatureV4CrtContainer.CrtSignerV4;
      if (CrtSignerV4 && signer instanceof CrtSignerV4)
        return signer.presign(originalRequest, options);
      throw new Error(`presign with signingRegion '*' is only supported when using the CRT dependency @aws-sdk/signature-v4-crt. Please check whether you have installed the "@aws-sdk/signature-v4-crt" package explicitly. You must also register the package by calling [require("@aws-sdk/signature-v4-crt");] or an ESM equivalent such as [import "@aws-sdk/signature-v4-crt";]. For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt`);
    }
    return this.sigv4Signer.presign(originalRequest, options);
  }
  async presignWithCredentials(originalRequest, credentials, options = {}) {
    if (options.signingRegion === "*")
      throw new Error("Method presignWithCredentials is not supported for [signingRegion=*].");
    return this.sigv4Signer.presignWithCredentials(originalRequest, credentials, options);
  }
  getSigv4aSigner() {
    if (!this.sigv4aSigner) {
      let CrtSignerV4 = signatureV4CrtContainer.CrtSignerV4, JsSigV4aSigner = signatureV4aContainer.SignatureV4a;
      if (this.signerOptions.runtime === "node") {
        if (!CrtSignerV4 && !JsSigV4aSigner)
          throw new Error("Neither CRT nor JS SigV4a implementation is available. Please load either @aws-sdk/signature-v4-crt or @aws-sdk/signature-v4a. For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt");
        if (CrtSignerV4 && typeof CrtSignerV4 == "function")
          this.sigv4aSigner = new CrtSignerV4({
            ...this.signerOptions,
            signingAlgorithm: 1
          });
        else if (JsSigV4aSigner && typeof JsSigV4aSigner == "function")
          this.sigv4aSigner = new JsSigV4aSigner({
            ...this.signerOptions
          });
        else
          throw new Error("Available SigV4a implementation is not a valid constructor. Please ensure you've properly imported @aws-sdk/signature-v4-crt or @aws-sdk/signature-v4a.For more information please go to https://github.com/aws/aws-sdk-js-v3#functionality-requiring-aws-common-runtime-crt");
      } else {
        if (!JsSigV4aSigner || typeof JsSigV4aSigner != "function")
          throw new Error("JS SigV4a implementation is not available or not a valid constructor. Please check whether you have installed the @aws-sdk/signature-v4a package explicitly. The CRT implementation is not available for browsers. You must also register the package by calling [require('@aws-sdk/signature-v4a');] or an ESM equivalent such as [import '@aws-sdk/signature-v4a';]. For more information please go to https://github.com/aws/aws-sdk-js-v3#using-javascript-non-crt-implementation-of-sigv4a");
        this.sigv4aSigner = new JsSigV4aSigner({
          ...this.signerOptions
        });
      }
    }
    return this.sigv4aSigner;
  }
};

// node_modules/@aws-sdk/client-sts/dist-es/auth/httpAuthSchemeProvider.js
init_client2();
init_endpoints();

// node_modules/@aws-sdk/client-sts/dist-es/endpoint/endpointResolver.js
init_endpoints();

// node_modules/@aws-sdk/client-sts/dist-es/endpoint/bdd.js
init_endpoints();
var q = "ref", a = -1, b = !0, c = "isSet", d = "PartitionResult", e = "booleanEquals", f = "stringEquals", g = "getAttr", h = "us-east-1", i = "sigv4", j = "sts", k = "https://sts.{Region}.{PartitionResult#dnsSuffix}", l = { [q]: "Endpoint" }, m = { [q]: "Region" }, n = { [q]: d }, o = {}, p = [m], _data = {
  conditions: [
    [c, [l]],
    [c, p],
    ["aws.partition", p, d],
    [e, [{ [q]: "UseFIPS" }, b]],
    [e, [{ [q]: "UseDualStack" }, b]],
    [f, [m, "aws-global"]],
    [e, [{ [q]: "UseGlobalEndpoint" }, b]],
    [f, [m, "eu-central-1"]],
    [e, [{ fn: g, argv: [n, "supportsDualStack"] }, b]],
    [e, [{ fn: g, argv: [n, "supportsFIPS"] }, b]],
    [f, [m, "ap-south-1"]],
    [f, [m, "eu-north-1"]],
    [f, [m, "eu-west-1"]],
    [f, [m, "eu-west-2"]],
    [f, [m, "eu-west-3"]],
    [f, [m, "sa-east-1"]],
    [f, [m, h]],
    [f, [m, "us-east-2"]],
    [f, [m, "us-west-2"]],
    [f, [m, "us-west-1"]],
    [f, [m, "ca-central-1"]],
    [f, [m, "ap-southeast-1"]],
    [f, [m, "ap-northeast-1"]],
    [f, [m, "ap-southeast-2"]],
    [f, [{ fn: g, argv: [n, "name"] }, "aws-us-gov"]]
  ],
  results: [
    [a],
    ["https://sts.amazonaws.com", { authSchemes: [{ name: i, signingName: j, signingRegion: h }] }],
    [k, { authSchemes: [{ name: i, signingName: j, signingRegion: "{Region}" }] }],
    [a, "Invalid Configuration: FIPS and custom endpoint are not supported"],
    [a, "Invalid Configuration: Dualstack and custom endpoint are not supported"],
    [l, o],
    ["https://sts-fips.{Region}.{PartitionResult#dualStackDnsSuffix}", o],
    [a, "FIPS and DualStack are enabled, but this partition does not support one or both"],
    ["https://sts.{Region}.amazonaws.com", o],
    ["https://sts-fips.{Region}.{PartitionResult#dnsSuffix}", o],
    [a, "FIPS is enabled but this partition does not support FIPS"],
    ["https://sts.{Region}.{PartitionResult#dualStackDnsSuffix}", o],
    [a, "DualStack is enabled but this partition does not support DualStack"],
    [k, o],
    [a, "Invalid Configuration: Missing Region"]
  ]
}, root = 2, r = 1e8, nodes = new Int32Array([
  -1,
  1,
  -1,
  0,
  30,
  3,
  1,
  4,
  r + 14,
  2,
  5,
  r + 14,
  3,
  25,
  6,
  4,
  24,
  7,
  5,
  r + 1,
  8,
  6,
  9,
  r + 13,
  7,
  r + 1,
  10,
  10,
  r + 1,
  11,
  11,
  r + 1,
  12,
  12,
  r + 1,
  13,
  13,
  r + 1,
  14,
  14,
  r + 1,
  15,
  15,
  r + 1,
  16,
  16,
  r + 1,
  17,
  17,
  r + 1,
  18,
  18,
  r + 1,
  19,
  19,
  r + 1,
  20,
  20,
  r + 1,
  21,
  21,
  r + 1,
  22,
  22,
  r + 1,
  23,
  23,
  r + 1,
  r + 2,
  8,
  r + 11,
  r + 12,
  4,
  28,
  26,
  9,
  27,
  r + 10,
  24,
  r + 8,
  r + 9,
  8,
  29,
  r + 7,
  9,
  r + 6,
  r + 7,
  3,
  r + 3,
  31,
  4,
  r + 4,
  r + 5
]), bdd = BinaryDecisionDiagram.from(nodes, root, _data.conditions, _data.results);

// node_modules/@aws-sdk/client-sts/dist-es/endpoint/endpointResolver.js
var cache = new EndpointCache({
  size: 50,
  params: ["Endpoint", "Region", "UseDualStack", "UseFIPS", "UseGlobalEndpoint"]
}), defaultEndpointResolver = (endpointParams, context = {}) => cache.get(endpointParams, () => decideEndpoint(bdd, {
  endpointParams,
  logger: context.logger
}));
customEndpointFunctions.aws = awsEndpointFunctions;

// node_modules/@aws-sdk/client-sts/dist-es/auth/httpAuthSchemeProvider.js
var createEndpointRuleSetHttpAuthSchemeParametersProvider = (defaultHttpAuthSchemeParametersProvider) => async (config, context, input) => {
  if (!input)
    throw new Error("Could not find `input` for `defaultEndpointRuleSetHttpAuthSchemeParametersProvider`");
  let defaultParameters = await defaultHttpAuthSchemeParametersProvider(config, context, input), instructionsFn = getSmithyContext(context)?.commandInstance?.constructor?.getEndpointParameterInstructions;
  if (!instructionsFn)
    throw new Error(`getEndpointParameterInstructions() is not defined on '${context.commandName}'`);
  let endpointParameters = await resolveParams(input, { getEndpointParameterInstructions: instructionsFn }, config);
  return Object.assign(defaultParameters, endpointParameters);
}, _defaultSTSHttpAuthSchemeParametersProvider = async (config, context, input) => ({
  operation: getSmithyContext(context).operation,
  region: await normalizeProvider(config.region)() || (() => {
    throw new Error("expected `region` to be configured for `aws.auth#sigv4`");
  })()
}), defaultSTSHttpAuthSchemeParametersProvider = createEndpointRuleSetHttpAuthSchemeParametersProvider(_defaultSTSHttpAuthSchemeParametersProvider);
function createAwsAuthSigv4HttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4",
    signingProperties: {
      name: "sts",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
function createAwsAuthSigv4aHttpAuthOption(authParameters) {
  return {
    schemeId: "aws.auth#sigv4a",
    signingProperties: {
      name: "sts",
      region: authParameters.region
    },
    propertiesExtractor: (config, context) => ({
      signingProperties: {
        config,
        context
      }
    })
  };
}
function createSmithyApiNoAuthHttpAuthOption(authParameters) {
  return {
    schemeId: "smithy.api#noAuth"
  };
}
var createEndpointRuleSetHttpAuthSchemeProvider = (defaultEndpointResolver2, defaultHttpAuthSchemeResolver, createHttpAuthOptionFunctions) => (authParameters) => {
  let authSchemes = defaultEndpointResolver2(authParameters).properties?.authSchemes;
  if (!authSchemes)
    return defaultHttpAuthSchemeResolver(authParameters);
  let options = [];
  for (let scheme of authSchemes) {
    let { name: resolvedName, properties = {}, ...rest } = scheme, name = resolvedName.toLowerCase();
    resolvedName !== name && console.warn(`HttpAuthScheme has been normalized with lowercasing: '${resolvedName}' to '${name}'`);
    let schemeId;
    if (name === "sigv4a") {
      schemeId = "aws.auth#sigv4a";
      let sigv4Present = authSchemes.find((s) => {
        let name2 = s.name.toLowerCase();
        return name2 !== "sigv4a" && name2.startsWith("sigv4");
      });
      if (SignatureV4MultiRegion.sigv4aDependency() === "none" && sigv4Present)
        continue;
    } else if (name.startsWith("sigv4"))
      schemeId = "aws.auth#sigv4";
    else
      throw new Error(`Unknown HttpAuthScheme found in '@smithy.rules#endpointRuleSet': '${name}'`);
    let createOption = createHttpAuthOptionFunctions[schemeId];
    if (!createOption)
      throw new Error(`Could not find HttpAuthOption create function for '${schemeId}'`);
    let option = createOption(authParameters);
    option.schemeId = schemeId, option.signingProperties = { ...option.signingProperties || {}, ...rest, ...properties }, options.push(option);
  }
  return options;
}, _defaultSTSHttpAuthSchemeProvider = (authParameters) => {
  let options = [];
  switch (authParameters.operation) {
    case "AssumeRoleWithSAML": {
      options.push(createSmithyApiNoAuthHttpAuthOption(authParameters)), options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));
      break;
    }
    case "AssumeRoleWithWebIdentity": {
      options.push(createSmithyApiNoAuthHttpAuthOption(authParameters)), options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));
      break;
    }
    default:
      options.push(createAwsAuthSigv4HttpAuthOption(authParameters)), options.push(createAwsAuthSigv4aHttpAuthOption(authParameters));
  }
  return options;
}, defaultSTSHttpAuthSchemeProvider = createEndpointRuleSetHttpAuthSchemeProvider(defaultEndpointResolver, _defaultSTSHttpAuthSchemeProvider, {
  "aws.auth#sigv4": createAwsAuthSigv4HttpAuthOption,
  "aws.auth#sigv4a": createAwsAuthSigv4aHttpAuthOption,
  "smithy.api#noAuth": createSmithyApiNoAuthHttpAuthOption
}), resolveHttpAuthSchemeConfig = (config) => {
  let config_0 = resolveAwsSdkSigV4Config(config), config_1 = resolveAwsSdkSigV4AConfig(config_0);
  return Object.assign(config_1, {
    authSchemePreference: normalizeProvider(config.authSchemePreference ?? [])
  });
};

// node_modules/@aws-sdk/client-sts/dist-es/endpoint/EndpointParameters.js
var resolveClientEndpointParameters = (options) => Object.assign(options, {
  useDualstackEndpoint: options.useDualstackEndpoint ?? !1,
  useFipsEndpoint: options.useFipsEndpoint ?? !1,
  useGlobalEndpoint: options.useGlobalEndpoint ?? !1,
  defaultSigningName: "sts"
}), commonParams = {
  UseGlobalEndpoint: { type: "builtInParams", name: "useGlobalEndpoint" },
  UseFIPS: { type: "builtInParams", name: "useFipsEndpoint" },
  Endpoint: { type: "builtInParams", name: "endpoint" },
  Region: { type: "builtInParams", name: "region" },
  UseDualStack: { type: "builtInParams", name: "useDualstackEndpoint" }
};

// node_modules/@aws-sdk/client-sts/package.json
var package_default = {
  name: "@aws-sdk/client-sts",
  version: "3.1173.0",
  description: "AWS SDK for JavaScript Sts Client for Node.js, Browser and React Native",
  homepage: "https://github.com/aws/aws-sdk-js-v3/tree/main/clients/client-sts",
  license: "Apache-2.0",
  author: {
    name: "AWS SDK for JavaScript Team",
    url: "https://aws.amazon.com/sdk-for-javascript/"
  },
  repository: {
    type: "git",
    url: "https://github.com/aws/aws-sdk-js-v3.git",
    directory: "clients/client-sts"
  },
  files: [
    "dist-*/**"
  ],
  sideEffects: !1,
  main: "./dist-cjs/index.js",
  module: "./dist-es/index.js",
  browser: {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.browser"
  },
  types: "./dist-types/index.d.ts",
  typesVersions: {
    "<4.5": {
      "dist-types/*": [
        "dist-types/ts3.4/*"
      ]
    }
  },
  "react-native": {
    "./dist-es/runtimeConfig": "./dist-es/runtimeConfig.native"
  },
  scripts: {
    build: "concurrently 'yarn:build:types' 'yarn:build:es' && yarn build:cjs",
    "build:cjs": "node ../../scripts/compilation/inline",
    "build:es": "premove dist-es && tsc -p tsconfig.es.json",
    "build:include:deps": 'yarn g:turbo run build -F="$npm_package_name"',
    "build:types": "premove dist-types && tsc -p tsconfig.types.json",
    "build:types:downlevel": "downlevel-dts dist-types dist-types/ts3.4",
    clean: "premove dist-cjs dist-es dist-types",
    "extract:docs": "api-extractor run --local",
    "generate:client": "node ../../scripts/generate-clients/single-service",
    test: "yarn g:vitest run --passWithNoTests",
    "test:watch": "yarn g:vitest watch --passWithNoTests",
    "test:integration": "yarn g:vitest run --passWithNoTests -c vitest.config.integ.mts",
    "test:integration:watch": "yarn g:vitest watch --passWithNoTests -c vitest.config.integ.mts",
    "test:e2e": "yarn g:vitest run -c vitest.config.e2e.mts",
    "test:e2e:watch": "yarn g:vitest watch -c vitest.config.e2e.mts",
    "test:index": "tsc -p tsconfig.test.json && node ./test/index-objects.spec.mjs"
  },
  dependencies: {
    "@aws-sdk/core": "^3.981.0",
    "@aws-sdk/credential-provider-node": "^3.972.97",
    "@aws-sdk/signature-v4-multi-region": "^3.996.52",
    "@aws-sdk/types": "^3.975.1",
    "@smithy/core": "^3.40.0",
    "@smithy/fetch-http-handler": "^5.8.1",
    "@smithy/node-http-handler": "^4.14.2",
    "@smithy/types": "^4.20.0",
    tslib: "^2.6.2"
  },
  devDependencies: {
    "@smithy/snapshot-testing": "^2.4.0",
    "@tsconfig/node20": "20.1.8",
    "@types/node": "^20.14.8",
    concurrently: "7.0.0",
    "downlevel-dts": "0.10.1",
    premove: "4.0.0",
    typescript: "~7.0.2",
    vitest: "^4.0.17"
  },
  engines: {
    node: ">=20.0.0"
  }
};

// left-out:@aws-sdk/credential-provider-node
var defaultProvider = () => async () => {
  throw new Error("no ambient credentials are ever used");
};

// node_modules/@aws-sdk/client-sts/dist-es/runtimeConfig.js
init_client2();
init_config2();
init_serde();

// node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js
init_serde();

// node_modules/@smithy/node-http-handler/dist-es/build-abort-error.js
function buildAbortError(abortSignal) {
  let reason2 = abortSignal && typeof abortSignal == "object" && "reason" in abortSignal ? abortSignal.reason : void 0;
  if (reason2) {
    if (reason2 instanceof Error) {
      let abortError3 = new Error("Request aborted");
      return abortError3.name = "AbortError", abortError3.cause = reason2, abortError3;
    }
    let abortError2 = new Error(String(reason2));
    return abortError2.name = "AbortError", abortError2;
  }
  let abortError = new Error("Request aborted");
  return abortError.name = "AbortError", abortError;
}

// node_modules/@smithy/node-http-handler/dist-es/constants.js
var NODEJS_TIMEOUT_ERROR_CODES2 = ["ECONNRESET", "EPIPE", "ETIMEDOUT"];

// node_modules/@smithy/node-http-handler/dist-es/get-transformed-headers.js
init_serde();
var getTransformedHeaders = (headers) => {
  let transformedHeaders = {};
  for (let name in headers) {
    if (!hasOwn(headers, name))
      continue;
    let headerValues = headers[name];
    transformedHeaders[name] = Array.isArray(headerValues) ? headerValues.join(",") : headerValues;
  }
  return transformedHeaders;
};

// node_modules/@smithy/node-http-handler/dist-es/node-https.js
import node_https from "node:https";

// node_modules/@smithy/node-http-handler/dist-es/timing.js
var timing = {
  setTimeout: (cb, ms) => setTimeout(cb, ms),
  clearTimeout: (timeoutId) => clearTimeout(timeoutId)
};

// node_modules/@smithy/node-http-handler/dist-es/set-connection-timeout.js
var DEFER_EVENT_LISTENER_TIME = 1e3, setConnectionTimeout = (request, reject, timeoutInMs = 0) => {
  if (!timeoutInMs)
    return -1;
  let registerTimeout = (offset) => {
    let timeoutId = timing.setTimeout(() => {
      request.destroy(), reject(Object.assign(new Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${timeoutInMs} ms.`), {
        name: "TimeoutError"
      }));
    }, timeoutInMs - offset), doWithSocket = (socket) => {
      socket?.connecting ? socket.on("connect", () => {
        timing.clearTimeout(timeoutId);
      }) : timing.clearTimeout(timeoutId);
    };
    request.socket ? doWithSocket(request.socket) : request.on("socket", doWithSocket);
  };
  return timeoutInMs < 2e3 ? (registerTimeout(0), 0) : timing.setTimeout(registerTimeout.bind(null, DEFER_EVENT_LISTENER_TIME), DEFER_EVENT_LISTENER_TIME);
};

// node_modules/@smithy/node-http-handler/dist-es/set-request-timeout.js
var setRequestTimeout = (req, reject, timeoutInMs = 0, throwOnRequestTimeout, logger2) => timeoutInMs ? timing.setTimeout(() => {
  let msg = `@smithy/node-http-handler - [${throwOnRequestTimeout ? "ERROR" : "WARN"}] a request has exceeded the configured ${timeoutInMs} ms requestTimeout.`;
  if (throwOnRequestTimeout) {
    let error2 = Object.assign(new Error(msg), {
      name: "TimeoutError",
      code: "ETIMEDOUT"
    });
    req.destroy(error2), reject(error2);
  } else
    msg += " Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.", logger2?.warn?.(msg);
}, timeoutInMs) : -1;

// node_modules/@smithy/node-http-handler/dist-es/set-socket-keep-alive.js
var DEFER_EVENT_LISTENER_TIME2 = 3e3, setSocketKeepAlive = (request, { keepAlive, keepAliveMsecs }, deferTimeMs = DEFER_EVENT_LISTENER_TIME2) => {
  if (keepAlive !== !0)
    return -1;
  let registerListener = () => {
    request.socket ? request.socket.setKeepAlive(keepAlive, keepAliveMsecs || 0) : request.on("socket", (socket) => {
      socket.setKeepAlive(keepAlive, keepAliveMsecs || 0);
    });
  };
  return deferTimeMs === 0 ? (registerListener(), 0) : timing.setTimeout(registerListener, deferTimeMs);
};

// node_modules/@smithy/node-http-handler/dist-es/resolve-default-socket-timeout.js
var resolveDefaultSocketTimeout = (config) => {
  let value = config?.defaultSocketTimeout;
  return typeof value == "number" && Number.isFinite(value) && value > 0 ? value : void 0;
};

// node_modules/@smithy/node-http-handler/dist-es/set-socket-timeout.js
var DEFER_EVENT_LISTENER_TIME3 = 3e3, setSocketTimeout = (request, reject, timeoutInMs = 0, isServiceDefault = !1) => {
  if (!Number.isFinite(timeoutInMs) || timeoutInMs <= 0)
    return;
  let response;
  request.once("response", (res) => response = res);
  let onTimeout = () => {
    if (response?.complete) {
      request.socket?.destroy();
      return;
    }
    let error2 = Object.assign(new Error(`@smithy/node-http-handler - the request socket timed out after ${timeoutInMs} ms of inactivity (${isServiceDefault ? "service default socket timeout" : "configured by client requestHandler"}).`), { name: "TimeoutError" });
    response?.destroy(error2), request.destroy(), reject(error2);
  }, registerTimeout = () => {
    let { socket } = request;
    socket ? socket.connecting ? socket.once("connect", registerTimeout) : (socket.setTimeout(timeoutInMs, onTimeout), request.on("close", () => socket.removeListener("timeout", onTimeout))) : request.once("socket", registerTimeout);
  };
  if (timeoutInMs < 6e3) {
    registerTimeout();
    return;
  }
  let deferralId = timing.setTimeout(registerTimeout, DEFER_EVENT_LISTENER_TIME3);
  request.once("close", () => timing.clearTimeout(deferralId));
};

// node_modules/@smithy/node-http-handler/dist-es/write-request-body.js
import { Readable as Readable3 } from "node:stream";
var MIN_WAIT_TIME = 6e3;
async function writeRequestBody(httpRequest, request, maxContinueTimeoutMs = MIN_WAIT_TIME, externalAgent = !1) {
  let headers = request.headers, expect = headers ? headers.Expect || headers.expect : void 0, timeoutId = -1, sendBody = !0;
  !externalAgent && expect === "100-continue" && (sendBody = await Promise.race([
    new Promise((resolve2) => {
      timeoutId = Number(timing.setTimeout(() => resolve2(!0), Math.max(MIN_WAIT_TIME, maxContinueTimeoutMs)));
    }),
    new Promise((resolve2) => {
      httpRequest.on("continue", () => {
        timing.clearTimeout(timeoutId), resolve2(!0);
      }), httpRequest.on("response", () => {
        timing.clearTimeout(timeoutId), resolve2(!1);
      }), httpRequest.on("error", () => {
        timing.clearTimeout(timeoutId), resolve2(!1);
      });
    })
  ])), sendBody && writeBody(httpRequest, request.body);
}
function writeBody(httpRequest, body) {
  if (body instanceof Readable3) {
    body.pipe(httpRequest);
    return;
  }
  if (body) {
    let isBuffer = Buffer.isBuffer(body);
    if (isBuffer || typeof body == "string") {
      isBuffer && body.byteLength === 0 ? httpRequest.end() : httpRequest.end(body);
      return;
    }
    let uint8 = body;
    if (typeof uint8 == "object" && uint8.buffer && typeof uint8.byteOffset == "number" && typeof uint8.byteLength == "number") {
      httpRequest.end(Buffer.from(uint8.buffer, uint8.byteOffset, uint8.byteLength));
      return;
    }
    httpRequest.end(Buffer.from(body));
    return;
  }
  httpRequest.end();
}

// node_modules/@smithy/node-http-handler/dist-es/node-http-handler.js
var hAgent, hRequest, NodeHttpHandler = class _NodeHttpHandler {
  config;
  configProvider;
  socketWarningTimestamp = 0;
  externalAgent = !1;
  metadata = { handlerProtocol: "http/1.1" };
  static create(instanceOrOptions) {
    return typeof instanceOrOptions?.handle == "function" ? instanceOrOptions : new _NodeHttpHandler(instanceOrOptions);
  }
  static checkSocketUsage(agent, socketWarningTimestamp, logger2 = console) {
    let { sockets, requests, maxSockets } = agent;
    if (typeof maxSockets != "number" || maxSockets === 1 / 0 || Date.now() - 15e3 < socketWarningTimestamp)
      return socketWarningTimestamp;
    if (sockets && requests)
      for (let origin in sockets) {
        if (!hasOwn(sockets, origin))
          continue;
        let socketsInUse = sockets[origin]?.length ?? 0, requestsEnqueued = requests[origin]?.length ?? 0;
        if (socketsInUse >= maxSockets && requestsEnqueued >= 2 * maxSockets)
          return logger2?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${socketsInUse} and ${requestsEnqueued} additional requests are enqueued.
See https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/node-configuring-maxsockets.html
or increase socketAcquisitionWarningTimeout=(millis) in the NodeHttpHandler config.`), Date.now();
      }
    return socketWarningTimestamp;
  }
  constructor(options) {
    this.configProvider = new Promise((resolve2, reject) => {
      typeof options == "function" ? options().then((_options) => {
        resolve2(this.resolveDefaultConfig(_options));
      }).catch(reject) : resolve2(this.resolveDefaultConfig(options));
    });
  }
  destroy() {
    this.config?.httpAgent?.destroy(), this.config?.httpsAgent?.destroy();
  }
  async handle(request, { abortSignal, requestTimeout } = {}) {
    this.config || (this.config = await this.configProvider);
    let config = this.config, logger2 = config.logger, isSSL = request.protocol === "https:";
    return !isSSL && !this.config.httpAgent && (this.config.httpAgent = await this.config.httpAgentProvider()), new Promise((_resolve, _reject) => {
      let writeRequestBodyPromise, socketWarningTimeoutId = -1, connectionTimeoutId = -1, requestTimeoutId = -1, keepAliveTimeoutId = -1, clearTimeouts = () => {
        timing.clearTimeout(socketWarningTimeoutId), timing.clearTimeout(connectionTimeoutId), timing.clearTimeout(requestTimeoutId), timing.clearTimeout(keepAliveTimeoutId);
      }, resolve2 = async (arg) => {
        await writeRequestBodyPromise, clearTimeouts(), _resolve(arg);
      }, reject = async (arg) => {
        await writeRequestBodyPromise, clearTimeouts(), _reject(arg);
      };
      if (abortSignal?.aborted) {
        let abortError = buildAbortError(abortSignal);
        reject(abortError);
        return;
      }
      let headers = request.headers, expectContinue = headers ? (headers.Expect ?? headers.expect) === "100-continue" : !1, agent = isSSL ? config.httpsAgent : config.httpAgent;
      expectContinue && !this.externalAgent && (agent = new (isSSL ? node_https.Agent : hAgent)({
        keepAlive: !1,
        maxSockets: 1 / 0
      })), socketWarningTimeoutId = timing.setTimeout(() => {
        this.socketWarningTimestamp = _NodeHttpHandler.checkSocketUsage(agent, this.socketWarningTimestamp, logger2);
      }, config.socketAcquisitionWarningTimeout ?? (config.requestTimeout ?? 2e3) + (config.connectionTimeout ?? 1e3));
      let queryString = request.query ? buildQueryString(request.query) : "", auth;
      if (request.username != null || request.password != null) {
        let username = request.username ?? "", password = request.password ?? "";
        auth = `${username}:${password}`;
      }
      let path = request.path;
      queryString && (path += `?${queryString}`), request.fragment && (path += `#${request.fragment}`);
      let hostname = request.hostname ?? "";
      hostname[0] === "[" && hostname.endsWith("]") ? hostname = request.hostname.slice(1, -1) : hostname = request.hostname;
      let nodeHttpsOptions = {
        headers: request.headers,
        host: hostname,
        method: request.method,
        path,
        port: request.port,
        agent,
        auth
      }, req = (isSSL ? node_https.request : hRequest)(nodeHttpsOptions, (res) => {
        let httpResponse = new HttpResponse({
          statusCode: res.statusCode || -1,
          reason: res.statusMessage,
          headers: getTransformedHeaders(res.headers),
          body: res
        });
        resolve2({ response: httpResponse });
      });
      if (req.on("error", (err) => {
        NODEJS_TIMEOUT_ERROR_CODES2.includes(err.code) ? reject(Object.assign(err, { name: "TimeoutError" })) : reject(err);
      }), abortSignal) {
        let onAbort = () => {
          req.destroy();
          let abortError = buildAbortError(abortSignal);
          reject(abortError);
        };
        if (typeof abortSignal.addEventListener == "function") {
          let signal = abortSignal;
          signal.addEventListener("abort", onAbort, { once: !0 }), req.once("close", () => signal.removeEventListener("abort", onAbort));
        } else
          abortSignal.onabort = onAbort;
      }
      let effectiveRequestTimeout = requestTimeout ?? config.requestTimeout;
      connectionTimeoutId = setConnectionTimeout(req, reject, config.connectionTimeout), requestTimeoutId = setRequestTimeout(req, reject, effectiveRequestTimeout, config.throwOnRequestTimeout, logger2 ?? console);
      let defaultSocketTimeout = config.socketTimeout === void 0 ? resolveDefaultSocketTimeout(config) : void 0;
      defaultSocketTimeout ? setSocketTimeout(req, reject, defaultSocketTimeout, !0) : setSocketTimeout(req, reject, config.socketTimeout);
      let httpAgent = nodeHttpsOptions.agent;
      typeof httpAgent == "object" && "keepAlive" in httpAgent && (keepAliveTimeoutId = setSocketKeepAlive(req, {
        keepAlive: httpAgent.keepAlive,
        keepAliveMsecs: httpAgent.keepAliveMsecs
      })), writeRequestBodyPromise = writeRequestBody(req, request, effectiveRequestTimeout, this.externalAgent).catch((e2) => (clearTimeouts(), _reject(e2)));
    });
  }
  updateHttpClientConfig(key, value) {
    this.config = void 0, this.configProvider = this.configProvider.then((config) => {
      switch (key) {
        case /* @__PURE__ */ Symbol.for("logger"):
          key = "logger", value = config.logger ?? value;
          break;
        case /* @__PURE__ */ Symbol.for("@smithy/defaultSocketTimeout"):
          key = "defaultSocketTimeout", value = resolveDefaultSocketTimeout(config) ?? value;
          break;
      }
      return {
        ...config,
        [key]: value
      };
    });
  }
  httpHandlerConfigs() {
    return this.config ?? {};
  }
  resolveDefaultConfig(options) {
    let { requestTimeout, connectionTimeout, socketTimeout, socketAcquisitionWarningTimeout, httpAgent, httpsAgent, throwOnRequestTimeout, logger: logger2 } = options || {}, keepAlive = !0, maxSockets = 50, httpAgentPromise;
    return {
      connectionTimeout,
      requestTimeout,
      socketTimeout,
      defaultSocketTimeout: resolveDefaultSocketTimeout(options),
      socketAcquisitionWarningTimeout,
      throwOnRequestTimeout,
      httpAgentProvider: () => httpAgentPromise ??= (async () => {
        let node_http = await import("node:http"), { Agent: Agent3, request } = node_http.default ?? node_http;
        return hRequest = request, hAgent = Agent3, httpAgent instanceof hAgent || typeof httpAgent?.destroy == "function" ? (this.externalAgent = !0, httpAgent) : new hAgent({ keepAlive, maxSockets, ...httpAgent });
      })(),
      httpsAgent: httpsAgent instanceof node_https.Agent || typeof httpsAgent?.destroy == "function" ? (this.externalAgent = !0, httpsAgent) : new node_https.Agent({ keepAlive, maxSockets, ...httpsAgent }),
      logger: logger2
    };
  }
};

// node_modules/@smithy/node-http-handler/dist-es/index.js
init_serde();

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ProtocolLib.js
init_client2();
init_schema();
var ProtocolLib = class {
  queryCompat;
  errorRegistry;
  constructor(queryCompat = !1) {
    this.queryCompat = queryCompat;
  }
  resolveRestContentType(defaultContentType, inputSchema) {
    let members = inputSchema.getMemberSchemas(), httpPayloadMember = Object.values(members).find((m2) => !!m2.getMergedTraits().httpPayload);
    if (httpPayloadMember) {
      let mediaType = httpPayloadMember.getMergedTraits().mediaType;
      return mediaType || (httpPayloadMember.isStringSchema() ? "text/plain" : httpPayloadMember.isBlobSchema() ? "application/octet-stream" : defaultContentType);
    } else if (!inputSchema.isUnitSchema() && Object.values(members).find((m2) => {
      let { httpQuery, httpQueryParams, httpHeader, httpLabel, httpPrefixHeaders } = m2.getMergedTraits();
      return !httpQuery && !httpQueryParams && !httpHeader && !httpLabel && httpPrefixHeaders === void 0;
    }))
      return defaultContentType;
  }
  async getErrorSchemaOrThrowBaseException(errorIdentifier, defaultNamespace, response, dataObject, metadata, getErrorSchema) {
    let errorName = errorIdentifier;
    errorIdentifier.includes("#") && ([, errorName] = errorIdentifier.split("#"));
    let errorMetadata = {
      $metadata: metadata,
      $fault: response.statusCode < 500 ? "client" : "server"
    };
    if (!this.errorRegistry)
      throw new Error("@aws-sdk/core/protocols - error handler not initialized.");
    try {
      return { errorSchema: getErrorSchema?.(this.errorRegistry, errorName) ?? this.errorRegistry.getSchema(errorIdentifier), errorMetadata };
    } catch {
      dataObject.message = dataObject.message ?? dataObject.Message ?? "UnknownError";
      let synthetic = this.errorRegistry, baseExceptionSchema = synthetic.getBaseException();
      if (baseExceptionSchema) {
        let ErrorCtor = synthetic.getErrorCtor(baseExceptionSchema) ?? Error;
        throw this.decorateServiceException(Object.assign(new ErrorCtor({ name: errorName }), errorMetadata), dataObject);
      }
      let d2 = dataObject, message2 = d2?.message ?? d2?.Message ?? d2?.Error?.Message ?? d2?.Error?.message;
      throw this.decorateServiceException(Object.assign(new Error(message2), {
        name: errorName
      }, errorMetadata), dataObject);
    }
  }
  compose(composite, errorIdentifier, defaultNamespace) {
    let namespace = defaultNamespace;
    errorIdentifier.includes("#") && ([namespace] = errorIdentifier.split("#"));
    let staticRegistry = TypeRegistry.for(namespace), defaultSyntheticRegistry = TypeRegistry.for("smithy.ts.sdk.synthetic." + defaultNamespace);
    composite.copyFrom(staticRegistry), composite.copyFrom(defaultSyntheticRegistry), this.errorRegistry = composite;
  }
  decorateServiceException(exception, additions = {}) {
    if (this.queryCompat) {
      let msg = exception.Message ?? additions.Message, error2 = decorateServiceException(exception, additions);
      msg && (error2.message = msg);
      let errorObj = error2.Error ?? {};
      errorObj.Type = error2.Error?.Type, errorObj.Code = error2.Error?.Code, errorObj.Message = error2.Error?.message ?? error2.Error?.Message ?? msg, error2.Error = errorObj;
      let reqId = error2.$metadata.requestId;
      return reqId && (error2.RequestId = reqId), error2;
    }
    return decorateServiceException(exception, additions);
  }
  setQueryCompatError(output, response) {
    let queryErrorHeader = response.headers?.["x-amzn-query-error"];
    if (output !== void 0 && queryErrorHeader != null) {
      let [Code, Type] = queryErrorHeader.split(";"), keys = Object.keys(output), Error2 = {
        Code,
        Type
      };
      output.Code = Code, output.Type = Type;
      for (let i2 = 0; i2 < keys.length; i2++) {
        let k2 = keys[i2];
        Error2[k2 === "message" ? "Message" : k2] = output[k2];
      }
      delete Error2.__type, output.Error = Error2;
    }
  }
  queryCompatOutput(queryCompatErrorData, errorData) {
    queryCompatErrorData.Error && (errorData.Error = queryCompatErrorData.Error), queryCompatErrorData.Type && (errorData.Type = queryCompatErrorData.Type), queryCompatErrorData.Code && (errorData.Code = queryCompatErrorData.Code);
  }
  findQueryCompatibleError(registry, errorName) {
    try {
      return registry.getSchema(errorName);
    } catch {
      return registry.find((schema) => NormalizedSchema.of(schema).getMergedTraits().awsQueryError?.[0] === errorName);
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsQueryProtocol.js
init_schema();

// node_modules/@aws-sdk/xml-builder/dist-es/xml-parser.js
function writeKey2(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: !0, enumerable: !0, configurable: !0 });
}
function parseXML(xml) {
  return new AwsXmlParser(xml).parse();
}
var AwsXmlParser = class _AwsXmlParser {
  x;
  i = 0;
  z;
  constructor(x) {
    this.x = x, this.x = x.replace(/\r\n?/g, `
`), this.z = this.x.length;
  }
  parse() {
    let p2 = this, { z } = p2;
    for (; p2.i < z && (p2.trim(), !(p2.i >= z)); )
      if (p2.isNext("<?"))
        p2.readTo("?>"), p2.trim();
      else if (p2.isNext("<!--"))
        p2.readTo("-->"), p2.trim();
      else if (p2.isNext("<!DOCTYPE", !1))
        p2.skipDoctype(), p2.trim();
      else if (p2.x[p2.i] === "<") {
        let root2 = p2.parseTag();
        return { [root2.tag]: root2.value };
      } else
        throw new Error("@aws-sdk XML parse error: unexpected content.");
    throw new Error("@aws-sdk XML parse error: no root element.");
  }
  isNext(s, caseSensitive = !0) {
    let p2 = this;
    return caseSensitive ? p2.x.startsWith(s, p2.i) : p2.x.toLowerCase().startsWith(s.toLowerCase(), p2.i);
  }
  readTo(stop) {
    let p2 = this, _i = p2.x.indexOf(stop, p2.i);
    if (_i === -1)
      throw new Error(`@aws-sdk XML parse error: expected "${stop}" not found.`);
    let result = p2.x.slice(p2.i, _i);
    return p2.i = _i + stop.length, result;
  }
  trim() {
    let p2 = this;
    for (; p2.i < p2.z && ` 	\r
`.includes(p2.x[p2.i]); )
      ++p2.i;
  }
  readAttrValue() {
    let p2 = this, quote2 = p2.x[p2.i];
    ++p2.i;
    let value = "";
    for (; p2.i < p2.z && p2.x[p2.i] !== quote2; )
      value += p2.x[p2.i++];
    return ++p2.i, p2.decodeEntities(value);
  }
  parseTag() {
    let p2 = this;
    ++p2.i;
    let tag2 = "";
    for (; p2.i < p2.z && !` 	\r
>/`.includes(p2.x[p2.i]); )
      tag2 += p2.x[p2.i++];
    let hasAttrs = !1, attrs = {};
    for (; p2.i < p2.z && (p2.trim(), !">/".includes(p2.x[p2.i])); ) {
      let name = "";
      for (; p2.i < p2.z && !`= 	\r
>/?`.includes(p2.x[p2.i]); )
        name += p2.x[p2.i++];
      if (p2.trim(), p2.x[p2.i] !== "=")
        break;
      ++p2.i, p2.trim(), name === "__proto__" && writeKey2(attrs), attrs[name] = p2.readAttrValue(), hasAttrs = !0;
    }
    if (p2.i >= p2.z)
      throw new Error("@aws-sdk XML parse error: unexpected end of input.");
    if (p2.x[p2.i] === "/") {
      if (++p2.i, p2.i >= p2.z || p2.x[p2.i] !== ">")
        throw new Error("@aws-sdk XML parse error: expected > at the end of self-closing tag.");
      return ++p2.i, { tag: tag2, value: hasAttrs ? attrs : "" };
    }
    if (p2.x[p2.i] !== ">")
      throw new Error("@aws-sdk XML parse error: expected > at the end of opening tag.");
    ++p2.i;
    let textParts = [], childTags = [], hasElementChild = !1;
    for (; p2.i < p2.z && !p2.isNext("</"); )
      if (p2.x[p2.i] === "<")
        p2.isNext("<!--") ? p2.readTo("-->") : p2.isNext("<![CDATA[") ? (p2.i += 9, textParts.push(p2.readTo("]]>"))) : p2.isNext("<?") ? p2.readTo("?>") : (hasElementChild = !0, childTags.push(p2.parseTag()));
      else {
        let text3 = "";
        for (; p2.i < p2.z && p2.x[p2.i] !== "<"; )
          text3 += p2.x[p2.i++];
        textParts.push(p2.decodeEntities(text3));
      }
    if (!p2.isNext("</"))
      throw new Error(`@aws-sdk XML parse error: missing closing tag </${tag2}>.`);
    p2.i += 2;
    let closeTag = p2.readTo(">").trim();
    if (closeTag !== tag2)
      throw new Error(`@aws-sdk XML parse error: mismatched tags <${tag2}> and </${closeTag}>.`);
    if (!hasAttrs && textParts.length === 0 && !hasElementChild)
      return { tag: tag2, value: "" };
    if (!hasAttrs && !hasElementChild) {
      let text3 = textParts.length === 1 ? textParts[0] : textParts.join("");
      return text3.trim() === "" && text3.includes(`
`) ? { tag: tag2, value: "" } : { tag: tag2, value: text3 };
    }
    let obj = {};
    for (let text3 of textParts)
      text3.trim() === "" && text3.includes(`
`) || (obj["#text"] = "#text" in obj ? obj["#text"] + text3 : text3);
    for (let child of childTags)
      child.tag === "__proto__" && writeKey2(obj), child.tag in obj ? Array.isArray(obj[child.tag]) ? obj[child.tag].push(child.value) : obj[child.tag] = [obj[child.tag], child.value] : obj[child.tag] = child.value;
    for (let [k2, v] of Object.entries(attrs))
      k2 === "__proto__" && writeKey2(obj), obj[k2] = v;
    return { tag: tag2, value: obj };
  }
  static ENTITIES = {
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'"
  };
  skipDoctype() {
    let p2 = this;
    p2.i += 9;
    let depth = 0;
    for (; p2.i < p2.z; ) {
      let c2 = p2.x[p2.i];
      if (c2 === "[")
        ++depth;
      else if (c2 === "]")
        --depth;
      else if (c2 === ">" && depth === 0) {
        ++p2.i;
        return;
      }
      ++p2.i;
    }
    throw new Error("@aws-sdk XML parse error: unclosed DOCTYPE.");
  }
  decodeEntities(s) {
    return s.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g, (_, hex, dec, named2) => hex ? String.fromCharCode(parseInt(hex, 16)) : dec ? String.fromCharCode(parseInt(dec, 10)) : _AwsXmlParser.ENTITIES[named2] ?? "");
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlShapeDeserializer.js
init_client2();
init_schema();
init_serde();

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ConfigurableSerdeContext.js
var SerdeContextConfig = class {
  serdeContext;
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext;
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/UnionSerde.js
var UnionSerde = class {
  from;
  to;
  keys;
  constructor(from, to) {
    this.from = from, this.to = to;
    let keys = Object.keys(this.from), set = new Set(keys);
    set.delete("__type"), this.keys = set;
  }
  mark(key) {
    this.keys.delete(key);
  }
  hasUnknown() {
    return this.keys.size === 1 && Object.keys(this.to).length === 0;
  }
  writeUnknown() {
    if (this.hasUnknown()) {
      let k2 = this.keys.values().next().value, v = this.from[k2];
      this.to.$unknown = [k2, v];
    }
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/writeKey.js
function writeKey3(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: !0, enumerable: !0, configurable: !0 });
}

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/xml/XmlShapeDeserializer.js
var XmlShapeDeserializer = class extends SerdeContextConfig {
  settings;
  stringDeserializer;
  constructor(settings) {
    super(), this.settings = settings, this.stringDeserializer = new FromStringShapeDeserializer(settings);
  }
  setSerdeContext(serdeContext) {
    this.serdeContext = serdeContext, this.stringDeserializer.setSerdeContext(serdeContext);
  }
  read(schema, bytes, key) {
    let ns = NormalizedSchema.of(schema), memberSchemas = ns.getMemberSchemas();
    if (ns.isStructSchema() && ns.isMemberSchema() && !!Object.values(memberSchemas).find((memberNs) => !!memberNs.getMemberTraits().eventPayload)) {
      let output = {}, memberName = Object.keys(memberSchemas)[0];
      return memberSchemas[memberName].isBlobSchema() ? output[memberName] = bytes : output[memberName] = this.read(memberSchemas[memberName], bytes), output;
    }
    let xmlString = (this.serdeContext?.utf8Encoder ?? toUtf8)(bytes), parsedObject = this.parseXml(xmlString);
    return this.readSchema(schema, key ? parsedObject[key] : parsedObject);
  }
  readSchema(_schema, value) {
    let ns = NormalizedSchema.of(_schema);
    if (ns.isUnitSchema())
      return;
    let traits = ns.getMergedTraits();
    if (ns.isListSchema() && !Array.isArray(value))
      return this.readSchema(ns, [value]);
    if (value == null)
      return value;
    if (typeof value == "object") {
      let flat2 = !!traits.xmlFlattened;
      if (ns.isListSchema()) {
        let listValue = ns.getValueSchema(), buffer2 = [], sourceKey = listValue.getMergedTraits().xmlName ?? "member", source = flat2 ? value : (value[0] ?? value)[sourceKey];
        if (source == null)
          return buffer2;
        let sourceArray = Array.isArray(source) ? source : [source];
        for (let v of sourceArray)
          buffer2.push(this.readSchema(listValue, v));
        return buffer2;
      }
      let buffer = {};
      if (ns.isMapSchema()) {
        let keyNs = ns.getKeySchema(), memberNs = ns.getValueSchema(), entries;
        flat2 ? entries = Array.isArray(value) ? value : [value] : entries = Array.isArray(value.entry) ? value.entry : [value.entry];
        let keyProperty = keyNs.getMergedTraits().xmlName ?? "key", valueProperty = memberNs.getMergedTraits().xmlName ?? "value";
        for (let entry of entries) {
          let key = entry[keyProperty], value2 = entry[valueProperty];
          key === "__proto__" && writeKey3(buffer), buffer[key] = this.readSchema(memberNs, value2);
        }
        return buffer;
      }
      if (ns.isStructSchema()) {
        let union = ns.isUnionSchema(), unionSerde;
        union && (unionSerde = new UnionSerde(value, buffer));
        for (let [memberName, memberSchema] of ns.structIterator()) {
          let memberTraits = memberSchema.getMergedTraits(), xmlObjectKey = memberTraits.httpPayload ? memberTraits.xmlName ?? memberSchema.getName() : memberSchema.getMemberTraits().xmlName ?? memberName;
          union && unionSerde.mark(xmlObjectKey), value[xmlObjectKey] != null && (buffer[memberName] = this.readSchema(memberSchema, value[xmlObjectKey]));
        }
        return union && unionSerde.writeUnknown(), buffer;
      }
      if (ns.isDocumentSchema())
        return value;
      throw new Error(`@aws-sdk/core/protocols - xml deserializer unhandled schema type for ${ns.getName(!0)}`);
    }
    return ns.isListSchema() ? [] : ns.isMapSchema() || ns.isStructSchema() ? {} : this.stringDeserializer.read(ns, value);
  }
  parseXml(xml) {
    if (xml.length) {
      let parsedObj;
      try {
        parsedObj = parseXML(xml);
      } catch (e2) {
        throw e2 && typeof e2 == "object" && Object.defineProperty(e2, "$responseBodyText", {
          value: xml
        }), e2;
      }
      let textNodeName = "#text", key = Object.keys(parsedObj)[0], parsedObjToReturn = parsedObj[key];
      return parsedObjToReturn[textNodeName] && (parsedObjToReturn[key] = parsedObjToReturn[textNodeName], delete parsedObjToReturn[textNodeName]), getValueFromTextNode(parsedObjToReturn);
    }
    return {};
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/QueryShapeSerializer.js
init_schema();
init_serde();
init_serde();
var QueryShapeSerializer = class extends SerdeContextConfig {
  settings;
  buffer;
  constructor(settings) {
    super(), this.settings = settings;
  }
  write(schema, value, prefix = "") {
    this.buffer === void 0 && (this.buffer = "");
    let ns = NormalizedSchema.of(schema);
    if (prefix && !prefix.endsWith(".") && (prefix += "."), ns.isBlobSchema())
      (typeof value == "string" || value instanceof Uint8Array) && (this.writeKey(prefix), this.writeValue((this.serdeContext?.base64Encoder ?? toBase64)(value)));
    else if (ns.isBooleanSchema() || ns.isNumericSchema() || ns.isStringSchema())
      value != null ? (this.writeKey(prefix), this.writeValue(String(value))) : ns.isIdempotencyToken() && (this.writeKey(prefix), this.writeValue(generateIdempotencyToken()));
    else if (ns.isBigIntegerSchema())
      value != null && (this.writeKey(prefix), this.writeValue(String(value)));
    else if (ns.isBigDecimalSchema())
      value != null && (this.writeKey(prefix), this.writeValue(value instanceof NumericValue ? value.string : String(value)));
    else if (ns.isTimestampSchema()) {
      if (value instanceof Date)
        switch (this.writeKey(prefix), determineTimestampFormat(ns, this.settings)) {
          case 5:
            this.writeValue(value.toISOString().replace(".000Z", "Z"));
            break;
          case 6:
            this.writeValue(dateToUtcString(value));
            break;
          case 7:
            this.writeValue(String(value.getTime() / 1e3));
            break;
        }
    } else if (ns.isDocumentSchema())
      Array.isArray(value) ? this.write(79, value, prefix) : value instanceof Date ? this.write(4, value, prefix) : value instanceof Uint8Array ? this.write(21, value, prefix) : value && typeof value == "object" ? this.write(143, value, prefix) : (this.writeKey(prefix), this.writeValue(String(value)));
    else if (ns.isListSchema()) {
      if (Array.isArray(value))
        if (value.length === 0)
          this.settings.serializeEmptyLists && (this.writeKey(prefix), this.writeValue(""));
        else {
          let member2 = ns.getValueSchema(), flat2 = this.settings.flattenLists || ns.getMergedTraits().xmlFlattened, i2 = 1;
          for (let item of value) {
            if (item == null)
              continue;
            let traits = member2.getMergedTraits(), suffix = this.getKey("member", traits.xmlName, traits.ec2QueryName), key = flat2 ? `${prefix}${i2}` : `${prefix}${suffix}.${i2}`;
            this.write(member2, item, key), ++i2;
          }
        }
    } else if (ns.isMapSchema()) {
      if (value && typeof value == "object") {
        let keySchema = ns.getKeySchema(), memberSchema = ns.getValueSchema(), flat2 = ns.getMergedTraits().xmlFlattened, i2 = 1;
        for (let k2 in value) {
          let v = value[k2];
          if (v == null)
            continue;
          let keyTraits = keySchema.getMergedTraits(), keySuffix = this.getKey("key", keyTraits.xmlName, keyTraits.ec2QueryName), key = flat2 ? `${prefix}${i2}.${keySuffix}` : `${prefix}entry.${i2}.${keySuffix}`, valTraits = memberSchema.getMergedTraits(), valueSuffix = this.getKey("value", valTraits.xmlName, valTraits.ec2QueryName), valueKey = flat2 ? `${prefix}${i2}.${valueSuffix}` : `${prefix}entry.${i2}.${valueSuffix}`;
          this.write(keySchema, k2, key), this.write(memberSchema, v, valueKey), ++i2;
        }
      }
    } else if (ns.isStructSchema()) {
      if (value && typeof value == "object") {
        let didWriteMember = !1;
        for (let [memberName, member2] of ns.structIterator()) {
          if (value[memberName] == null && !member2.isIdempotencyToken())
            continue;
          let traits = member2.getMergedTraits(), suffix = this.getKey(memberName, traits.xmlName, traits.ec2QueryName, "struct"), key = `${prefix}${suffix}`;
          this.write(member2, value[memberName], key), didWriteMember = !0;
        }
        if (!didWriteMember && ns.isUnionSchema()) {
          let { $unknown } = value;
          if (Array.isArray($unknown)) {
            let [k2, v] = $unknown, key = `${prefix}${k2}`;
            this.write(15, v, key);
          }
        }
      }
    } else if (!ns.isUnitSchema())
      throw new Error(`@aws-sdk/core/protocols - QuerySerializer unrecognized schema type ${ns.getName(!0)}`);
  }
  flush() {
    if (this.buffer === void 0)
      throw new Error("@aws-sdk/core/protocols - QuerySerializer cannot flush with nothing written to buffer.");
    let str = this.buffer;
    return delete this.buffer, str;
  }
  getKey(memberName, xmlName, ec2QueryName, keySource) {
    let { ec2, capitalizeKeys } = this.settings;
    if (ec2 && ec2QueryName)
      return ec2QueryName;
    let key = xmlName ?? memberName;
    return capitalizeKeys && keySource === "struct" ? key[0].toUpperCase() + key.slice(1) : key;
  }
  writeKey(key) {
    key.endsWith(".") && (key = key.slice(0, key.length - 1)), this.buffer += `&${extendedEncodeURIComponent(key)}=`;
  }
  writeValue(value) {
    this.buffer += extendedEncodeURIComponent(value);
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/AwsQueryProtocol.js
var AwsQueryProtocol = class extends RpcProtocol {
  options;
  serializer;
  deserializer;
  mixin = new ProtocolLib();
  constructor(options) {
    super({
      defaultNamespace: options.defaultNamespace,
      errorTypeRegistries: options.errorTypeRegistries
    }), this.options = options;
    let settings = {
      timestampFormat: {
        useTrait: !0,
        default: 5
      },
      httpBindings: !1,
      xmlNamespace: options.xmlNamespace,
      serviceNamespace: options.defaultNamespace,
      serializeEmptyLists: !0
    };
    this.serializer = new QueryShapeSerializer(settings), this.deserializer = new XmlShapeDeserializer(settings);
  }
  getShapeId() {
    return "aws.protocols#awsQuery";
  }
  setSerdeContext(serdeContext) {
    this.serializer.setSerdeContext(serdeContext), this.deserializer.setSerdeContext(serdeContext);
  }
  getPayloadCodec() {
    throw new Error("AWSQuery protocol has no payload codec.");
  }
  async serializeRequest(operationSchema, input, context) {
    let request = await super.serializeRequest(operationSchema, input, context);
    request.path.endsWith("/") || (request.path += "/"), request.headers["content-type"] = "application/x-www-form-urlencoded", (deref(operationSchema.input) === "unit" || !request.body) && (request.body = "");
    let action = operationSchema.name.split("#")[1] ?? operationSchema.name;
    return request.body = `Action=${action}&Version=${this.options.version}` + request.body, request.body.endsWith("&") && (request.body = request.body.slice(-1)), request;
  }
  async deserializeResponse(operationSchema, context, response) {
    let deserializer = this.deserializer, ns = NormalizedSchema.of(operationSchema.output), dataObject = {};
    if (response.statusCode >= 300) {
      let bytes2 = await collectBody(response.body, context);
      bytes2.byteLength > 0 && Object.assign(dataObject, await deserializer.read(15, bytes2)), await this.handleError(operationSchema, context, response, dataObject, this.deserializeMetadata(response));
    }
    for (let header in response.headers) {
      let value = response.headers[header];
      delete response.headers[header], response.headers[header.toLowerCase()] = value;
    }
    let shortName = operationSchema.name.split("#")[1] ?? operationSchema.name, awsQueryResultKey = ns.isStructSchema() && this.useNestedResult() ? shortName + "Result" : void 0, bytes = await collectBody(response.body, context);
    return bytes.byteLength > 0 && Object.assign(dataObject, await deserializer.read(ns, bytes, awsQueryResultKey)), dataObject.$metadata = this.deserializeMetadata(response), dataObject;
  }
  useNestedResult() {
    return !0;
  }
  async handleError(operationSchema, context, response, dataObject, metadata) {
    let errorIdentifier = this.loadQueryErrorCode(response, dataObject) ?? "Unknown";
    this.mixin.compose(this.compositeErrorRegistry, errorIdentifier, this.options.defaultNamespace);
    let errorData = this.loadQueryError(dataObject) ?? {}, message2 = this.loadQueryErrorMessage(dataObject);
    errorData.message = message2, errorData.Error = {
      Type: errorData.Type,
      Code: errorData.Code,
      Message: message2
    };
    let { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, errorData, metadata, this.mixin.findQueryCompatibleError), ns = NormalizedSchema.of(errorSchema), ErrorCtor = this.compositeErrorRegistry.getErrorCtor(errorSchema) ?? Error, exception = new ErrorCtor({}), output = {
      Type: errorData.Error.Type,
      Code: errorData.Error.Code,
      Error: errorData.Error
    };
    for (let [name, member2] of ns.structIterator()) {
      let target = member2.getMergedTraits().xmlName ?? name, value = errorData[target] ?? dataObject[target];
      output[name] = this.deserializer.readSchema(member2, value);
    }
    throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
      $fault: ns.getMergedTraits().error,
      message: message2
    }, output), dataObject);
  }
  loadQueryErrorCode(output, data) {
    let code = (data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error)?.Code;
    if (code !== void 0)
      return code;
    if (output.statusCode == 404)
      return "NotFound";
  }
  loadQueryError(data) {
    return data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error;
  }
  loadQueryErrorMessage(data) {
    let errorData = this.loadQueryError(data);
    return errorData?.message ?? errorData?.Message ?? data.message ?? data.Message ?? "Unknown";
  }
  getDefaultContentType() {
    return "application/x-www-form-urlencoded";
  }
};

// node_modules/@aws-sdk/client-sts/dist-es/runtimeConfig.shared.js
init_checksum3();
init_client2();
init_serde();

// node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js
init_schema();

// node_modules/@aws-sdk/client-sts/dist-es/models/STSServiceException.js
init_client2();
var STSServiceException = class _STSServiceException extends ServiceException {
  static shapeId = "smithy.ts.sdk.synthetic.com.amazonaws.sts#STSServiceException";
  constructor(options) {
    super(options), Object.setPrototypeOf(this, _STSServiceException.prototype);
  }
};

// node_modules/@aws-sdk/client-sts/dist-es/models/errors.js
var ExpiredTokenException = class _ExpiredTokenException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#ExpiredTokenException";
  name = "ExpiredTokenException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExpiredTokenException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _ExpiredTokenException.prototype);
  }
}, InvalidContextAssertionException = class _InvalidContextAssertionException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#InvalidContextAssertionException";
  name = "InvalidContextAssertionException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidContextAssertionException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _InvalidContextAssertionException.prototype);
  }
}, MalformedPolicyDocumentException = class _MalformedPolicyDocumentException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#MalformedPolicyDocumentException";
  name = "MalformedPolicyDocumentException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "MalformedPolicyDocumentException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _MalformedPolicyDocumentException.prototype);
  }
}, PackedPolicyTooLargeException = class _PackedPolicyTooLargeException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#PackedPolicyTooLargeException";
  name = "PackedPolicyTooLargeException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "PackedPolicyTooLargeException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _PackedPolicyTooLargeException.prototype);
  }
}, RegionDisabledException = class _RegionDisabledException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#RegionDisabledException";
  name = "RegionDisabledException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "RegionDisabledException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _RegionDisabledException.prototype);
  }
}, IDPRejectedClaimException = class _IDPRejectedClaimException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#IDPRejectedClaimException";
  name = "IDPRejectedClaimException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "IDPRejectedClaimException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _IDPRejectedClaimException.prototype);
  }
}, InvalidIdentityTokenException = class _InvalidIdentityTokenException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#InvalidIdentityTokenException";
  name = "InvalidIdentityTokenException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidIdentityTokenException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _InvalidIdentityTokenException.prototype);
  }
}, IDPCommunicationErrorException = class _IDPCommunicationErrorException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#IDPCommunicationErrorException";
  name = "IDPCommunicationErrorException";
  $fault = "client";
  $retryable = {};
  constructor(opts) {
    super({
      name: "IDPCommunicationErrorException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _IDPCommunicationErrorException.prototype);
  }
}, InvalidAuthorizationMessageException = class _InvalidAuthorizationMessageException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#InvalidAuthorizationMessageException";
  name = "InvalidAuthorizationMessageException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidAuthorizationMessageException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _InvalidAuthorizationMessageException.prototype);
  }
}, ExpiredTradeInTokenException = class _ExpiredTradeInTokenException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#ExpiredTradeInTokenException";
  name = "ExpiredTradeInTokenException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "ExpiredTradeInTokenException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _ExpiredTradeInTokenException.prototype);
  }
}, InsufficientSessionLifetimeException = class _InsufficientSessionLifetimeException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#InsufficientSessionLifetimeException";
  name = "InsufficientSessionLifetimeException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InsufficientSessionLifetimeException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _InsufficientSessionLifetimeException.prototype);
  }
}, InvalidSubjectCredentialsException = class _InvalidSubjectCredentialsException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#InvalidSubjectCredentialsException";
  name = "InvalidSubjectCredentialsException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "InvalidSubjectCredentialsException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _InvalidSubjectCredentialsException.prototype);
  }
}, JWTPayloadSizeExceededException = class _JWTPayloadSizeExceededException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#JWTPayloadSizeExceededException";
  name = "JWTPayloadSizeExceededException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "JWTPayloadSizeExceededException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _JWTPayloadSizeExceededException.prototype);
  }
}, OutboundWebIdentityFederationDisabledException = class _OutboundWebIdentityFederationDisabledException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#OutboundWebIdentityFederationDisabledException";
  name = "OutboundWebIdentityFederationDisabledException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "OutboundWebIdentityFederationDisabledException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _OutboundWebIdentityFederationDisabledException.prototype);
  }
}, SessionDurationEscalationException = class _SessionDurationEscalationException extends STSServiceException {
  static shapeId = "com.amazonaws.sts#SessionDurationEscalationException";
  name = "SessionDurationEscalationException";
  $fault = "client";
  constructor(opts) {
    super({
      name: "SessionDurationEscalationException",
      $fault: "client",
      ...opts
    }), Object.setPrototypeOf(this, _SessionDurationEscalationException.prototype);
  }
};

// node_modules/@aws-sdk/client-sts/dist-es/schemas/schemas_0.js
var _A = "Arn", _AKI = "AccessKeyId";
var _ARI = "AssumedRoleId";
var _ARU = "AssumedRoleUser";
var _ARWWI = "AssumeRoleWithWebIdentity", _ARWWIR = "AssumeRoleWithWebIdentityRequest", _ARWWIRs = "AssumeRoleWithWebIdentityResponse";
var _Au = "Audience", _C = "Credentials";
var _DS = "DurationSeconds", _E = "Expiration";
var _ETE = "ExpiredTokenException", _ETITE = "ExpiredTradeInTokenException", _FPA = "FederatedProviderArn";
var _I = "Issuer", _IAME = "InvalidAuthorizationMessageException", _ICAE = "InvalidContextAssertionException", _IDPCEE = "IDPCommunicationErrorException", _IDPRCE = "IDPRejectedClaimException", _IITE = "InvalidIdentityTokenException", _IP = "IdentityProvider", _ISCE = "InvalidSubjectCredentialsException", _ISLE = "InsufficientSessionLifetimeException", _JWTPSEE = "JWTPayloadSizeExceededException";
var _MPDE = "MalformedPolicyDocumentException", _MSTS = "MinimumSessionTokenSize";
var _OI = "OriginIdentity", _OWIFDE = "OutboundWebIdentityFederationDisabledException", _P = "Policy", _PA = "PolicyArns";
var _PDT = "PolicyDescriptorType", _PI = "ProviderId", _PPS = "PackedPolicySize", _PPTLE = "PackedPolicyTooLargeException", _Pr = "Provider", _RA = "RoleArn", _RDE = "RegionDisabledException", _RSN = "RoleSessionName", _S = "Subject";
var _SAK = "SecretAccessKey";
var _SDEE = "SessionDurationEscalationException", _SFWIT = "SubjectFromWebIdentityToken", _SI = "SourceIdentity";
var _ST = "SubjectType", _STS = "SessionTokenSize", _STU = "SessionTokenUtilization", _STe = "SessionToken";
var _TCr = "TransactionContext", _TIPC = "TrustedIdentityPropagationContext";
var _WIT = "WebIdentityToken", _a = "arn", _aKST = "accessKeySecretType", _aQE = "awsQueryError", _c = "client", _cTT = "clientTokenType", _e = "error", _hE = "httpError", _m = "message", _oIIT = "originIdentityIssuerType", _oIST = "originIdentitySubjectType", _oISTT = "originIdentitySubjectTypeType", _pDLT = "policyDescriptorListType", _s = "smithy.ts.sdk.synthetic.com.amazonaws.sts", _tCIPMT = "transactionContextIdentityProviderMapType", _tCVT = "transactionContextValueType";
var n0 = "com.amazonaws.sts", _s_registry = new TypeRegistry(_s), STSServiceException$ = [-3, _s, "STSServiceException", 0, [], []];
_s_registry.registerError(STSServiceException$, STSServiceException);
var n0_registry = new TypeRegistry(n0), ExpiredTokenException$ = [
  -3,
  n0,
  _ETE,
  { [_aQE]: ["ExpiredTokenException", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(ExpiredTokenException$, ExpiredTokenException);
var ExpiredTradeInTokenException$ = [
  -3,
  n0,
  _ETITE,
  { [_aQE]: ["ExpiredTradeInTokenException", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(ExpiredTradeInTokenException$, ExpiredTradeInTokenException);
var IDPCommunicationErrorException$ = [
  -3,
  n0,
  _IDPCEE,
  { [_aQE]: ["IDPCommunicationError", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(IDPCommunicationErrorException$, IDPCommunicationErrorException);
var IDPRejectedClaimException$ = [
  -3,
  n0,
  _IDPRCE,
  { [_aQE]: ["IDPRejectedClaim", 403], [_e]: _c, [_hE]: 403 },
  [_m],
  [0]
];
n0_registry.registerError(IDPRejectedClaimException$, IDPRejectedClaimException);
var InsufficientSessionLifetimeException$ = [
  -3,
  n0,
  _ISLE,
  { [_aQE]: ["InsufficientSessionLifetime", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InsufficientSessionLifetimeException$, InsufficientSessionLifetimeException);
var InvalidAuthorizationMessageException$ = [
  -3,
  n0,
  _IAME,
  { [_aQE]: ["InvalidAuthorizationMessageException", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidAuthorizationMessageException$, InvalidAuthorizationMessageException);
var InvalidContextAssertionException$ = [
  -3,
  n0,
  _ICAE,
  { [_aQE]: ["InvalidContextAssertion", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidContextAssertionException$, InvalidContextAssertionException);
var InvalidIdentityTokenException$ = [
  -3,
  n0,
  _IITE,
  { [_aQE]: ["InvalidIdentityToken", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidIdentityTokenException$, InvalidIdentityTokenException);
var InvalidSubjectCredentialsException$ = [
  -3,
  n0,
  _ISCE,
  { [_aQE]: ["InvalidSubjectCredentials", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(InvalidSubjectCredentialsException$, InvalidSubjectCredentialsException);
var JWTPayloadSizeExceededException$ = [
  -3,
  n0,
  _JWTPSEE,
  { [_aQE]: ["JWTPayloadSizeExceededException", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(JWTPayloadSizeExceededException$, JWTPayloadSizeExceededException);
var MalformedPolicyDocumentException$ = [
  -3,
  n0,
  _MPDE,
  { [_aQE]: ["MalformedPolicyDocument", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(MalformedPolicyDocumentException$, MalformedPolicyDocumentException);
var OutboundWebIdentityFederationDisabledException$ = [
  -3,
  n0,
  _OWIFDE,
  { [_aQE]: ["OutboundWebIdentityFederationDisabledException", 403], [_e]: _c, [_hE]: 403 },
  [_m],
  [0]
];
n0_registry.registerError(OutboundWebIdentityFederationDisabledException$, OutboundWebIdentityFederationDisabledException);
var PackedPolicyTooLargeException$ = [
  -3,
  n0,
  _PPTLE,
  { [_aQE]: ["PackedPolicyTooLarge", 400], [_e]: _c, [_hE]: 400 },
  [_m],
  [0]
];
n0_registry.registerError(PackedPolicyTooLargeException$, PackedPolicyTooLargeException);
var RegionDisabledException$ = [
  -3,
  n0,
  _RDE,
  { [_aQE]: ["RegionDisabledException", 403], [_e]: _c, [_hE]: 403 },
  [_m],
  [0]
];
n0_registry.registerError(RegionDisabledException$, RegionDisabledException);
var SessionDurationEscalationException$ = [
  -3,
  n0,
  _SDEE,
  { [_aQE]: ["SessionDurationEscalationException", 403], [_e]: _c, [_hE]: 403 },
  [_m],
  [0]
];
n0_registry.registerError(SessionDurationEscalationException$, SessionDurationEscalationException);
var errorTypeRegistries = [
  _s_registry,
  n0_registry
], accessKeySecretType = [0, n0, _aKST, 8, 0], clientTokenType = [0, n0, _cTT, 8, 0], originIdentityIssuerType = [0, n0, _oIIT, 8, 0], originIdentitySubjectType = [0, n0, _oIST, 8, 0], originIdentitySubjectTypeType = [0, n0, _oISTT, 8, 0];
var transactionContextValueType = [0, n0, _tCVT, 8, 0];
var AssumedRoleUser$ = [
  3,
  n0,
  _ARU,
  0,
  [_ARI, _A],
  [0, 0],
  2
];
var AssumeRoleWithWebIdentityRequest$ = [
  3,
  n0,
  _ARWWIR,
  0,
  [_RA, _RSN, _WIT, _PI, _PA, _P, _DS, _MSTS],
  [0, 0, [() => clientTokenType, 0], 0, () => policyDescriptorListType, 0, 1, 1],
  3
], AssumeRoleWithWebIdentityResponse$ = [
  3,
  n0,
  _ARWWIRs,
  0,
  [_C, _SFWIT, _ARU, _PPS, _Pr, _Au, _SI, _STU, _STS, _TIPC],
  [[() => Credentials$, 0], 0, () => AssumedRoleUser$, 1, 0, 0, 0, 1, 1, [() => TrustedIdentityPropagationContext$, 0]]
];
var Credentials$ = [
  3,
  n0,
  _C,
  0,
  [_AKI, _SAK, _STe, _E],
  [0, [() => accessKeySecretType, 0], 0, 4],
  4
];
var OriginIdentity$ = [
  3,
  n0,
  _OI,
  0,
  [_S, _ST, _I, _FPA],
  [[() => originIdentitySubjectType, 0], [() => originIdentitySubjectTypeType, 0], [() => originIdentityIssuerType, 0], 0]
], PolicyDescriptorType$ = [
  3,
  n0,
  _PDT,
  0,
  [_a],
  [0]
];
var TransactionContext$ = [
  3,
  n0,
  _TCr,
  0,
  [_IP],
  [[() => transactionContextIdentityProviderMapType, 0]]
], TrustedIdentityPropagationContext$ = [
  3,
  n0,
  _TIPC,
  8,
  [_OI, _TCr],
  [[() => OriginIdentity$, 0], [() => TransactionContext$, 0]]
], policyDescriptorListType = [
  1,
  n0,
  _pDLT,
  0,
  () => PolicyDescriptorType$
];
var transactionContextIdentityProviderMapType = [
  2,
  n0,
  _tCIPMT,
  0,
  [
    0,
    0
  ],
  [
    () => transactionContextValueType,
    0
  ]
];
var AssumeRoleWithWebIdentity$ = [
  9,
  n0,
  _ARWWI,
  0,
  () => AssumeRoleWithWebIdentityRequest$,
  () => AssumeRoleWithWebIdentityResponse$
];

// node_modules/@aws-sdk/client-sts/dist-es/runtimeConfig.shared.js
var getRuntimeConfig = (config) => ({
  apiVersion: "2011-06-15",
  base64Decoder: config?.base64Decoder ?? fromBase64,
  base64Encoder: config?.base64Encoder ?? toBase64,
  disableHostPrefix: config?.disableHostPrefix ?? !1,
  endpointProvider: config?.endpointProvider ?? defaultEndpointResolver,
  extensions: config?.extensions ?? [],
  httpAuthSchemeProvider: config?.httpAuthSchemeProvider ?? defaultSTSHttpAuthSchemeProvider,
  httpAuthSchemes: config?.httpAuthSchemes ?? [
    {
      schemeId: "aws.auth#sigv4",
      identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4"),
      signer: new AwsSdkSigV4Signer()
    },
    {
      schemeId: "aws.auth#sigv4a",
      identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4a"),
      signer: new AwsSdkSigV4ASigner()
    },
    {
      schemeId: "smithy.api#noAuth",
      identityProvider: (ipc) => ipc.getIdentityProvider("smithy.api#noAuth") || (async () => ({})),
      signer: new NoAuthSigner()
    }
  ],
  logger: config?.logger ?? new NoOpLogger(),
  protocol: config?.protocol ?? AwsQueryProtocol,
  protocolSettings: config?.protocolSettings ?? {
    defaultNamespace: "com.amazonaws.sts",
    errorTypeRegistries,
    xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
    version: "2011-06-15",
    serviceTarget: "AWSSecurityTokenServiceV20110615"
  },
  serviceId: config?.serviceId ?? "STS",
  sha256: config?.sha256 ?? Sha256Node,
  signerConstructor: config?.signerConstructor ?? SignatureV4MultiRegion,
  urlParser: config?.urlParser ?? parseUrl,
  utf8Decoder: config?.utf8Decoder ?? fromUtf8,
  utf8Encoder: config?.utf8Encoder ?? toUtf8
});

// node_modules/@aws-sdk/client-sts/dist-es/runtimeConfig.js
var getRuntimeConfig2 = (config) => {
  emitWarningIfUnsupportedVersion2(process.version);
  let defaultsMode = resolveDefaultsModeConfig(config), defaultConfigProvider = () => defaultsMode().then(loadConfigsForDefaultMode), clientSharedValues = getRuntimeConfig(config);
  emitWarningIfUnsupportedVersion(process.version);
  let loaderConfig = {
    profile: config?.profile,
    logger: clientSharedValues.logger
  };
  return {
    ...clientSharedValues,
    ...config,
    runtime: "node",
    defaultsMode,
    authSchemePreference: config?.authSchemePreference ?? loadConfig(NODE_AUTH_SCHEME_PREFERENCE_OPTIONS, loaderConfig),
    bodyLengthChecker: config?.bodyLengthChecker ?? calculateBodyLength,
    credentialDefaultProvider: config?.credentialDefaultProvider ?? defaultProvider,
    defaultSocketTimeout: getDefaultSocketTimeout(config?.requestHandler, 3e5),
    defaultUserAgentProvider: config?.defaultUserAgentProvider ?? createDefaultUserAgentProvider({ serviceId: clientSharedValues.serviceId, clientVersion: package_default.version }),
    httpAuthSchemes: config?.httpAuthSchemes ?? [
      {
        schemeId: "aws.auth#sigv4",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4") || (async (idProps) => await defaultProvider(idProps?.__config || {})()),
        signer: new AwsSdkSigV4Signer()
      },
      {
        schemeId: "aws.auth#sigv4a",
        identityProvider: (ipc) => ipc.getIdentityProvider("aws.auth#sigv4a"),
        signer: new AwsSdkSigV4ASigner()
      },
      {
        schemeId: "smithy.api#noAuth",
        identityProvider: (ipc) => ipc.getIdentityProvider("smithy.api#noAuth") || (async () => ({})),
        signer: new NoAuthSigner()
      }
    ],
    maxAttempts: config?.maxAttempts ?? loadConfig(NODE_MAX_ATTEMPT_CONFIG_OPTIONS, config),
    region: config?.region ?? loadConfig(NODE_REGION_CONFIG_OPTIONS, { ...NODE_REGION_CONFIG_FILE_OPTIONS, ...loaderConfig }),
    requestHandler: NodeHttpHandler.create(config?.requestHandler ?? defaultConfigProvider),
    retryMode: config?.retryMode ?? loadConfig({
      ...NODE_RETRY_MODE_CONFIG_OPTIONS,
      default: async () => (await defaultConfigProvider()).retryMode || DEFAULT_RETRY_MODE
    }, config),
    sigv4aSigningRegionSet: config?.sigv4aSigningRegionSet ?? loadConfig(NODE_SIGV4A_CONFIG_OPTIONS, loaderConfig),
    streamCollector: config?.streamCollector ?? streamCollector,
    useDualstackEndpoint: config?.useDualstackEndpoint ?? loadConfig(NODE_USE_DUALSTACK_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    useFipsEndpoint: config?.useFipsEndpoint ?? loadConfig(NODE_USE_FIPS_ENDPOINT_CONFIG_OPTIONS, loaderConfig),
    userAgentAppId: config?.userAgentAppId ?? loadConfig(NODE_APP_ID_CONFIG_OPTIONS, loaderConfig)
  };
};

// node_modules/@aws-sdk/client-sts/dist-es/runtimeExtensions.js
init_client2();

// node_modules/@aws-sdk/client-sts/dist-es/auth/httpAuthExtensionConfiguration.js
var getHttpAuthExtensionConfiguration = (runtimeConfig) => {
  let _httpAuthSchemes = runtimeConfig.httpAuthSchemes, _httpAuthSchemeProvider = runtimeConfig.httpAuthSchemeProvider, _credentials = runtimeConfig.credentials;
  return {
    setHttpAuthScheme(httpAuthScheme) {
      let index = _httpAuthSchemes.findIndex((scheme) => scheme.schemeId === httpAuthScheme.schemeId);
      index === -1 ? _httpAuthSchemes.push(httpAuthScheme) : _httpAuthSchemes.splice(index, 1, httpAuthScheme);
    },
    httpAuthSchemes() {
      return _httpAuthSchemes;
    },
    setHttpAuthSchemeProvider(httpAuthSchemeProvider) {
      _httpAuthSchemeProvider = httpAuthSchemeProvider;
    },
    httpAuthSchemeProvider() {
      return _httpAuthSchemeProvider;
    },
    setCredentials(credentials) {
      _credentials = credentials;
    },
    credentials() {
      return _credentials;
    }
  };
}, resolveHttpAuthRuntimeConfig = (config) => ({
  httpAuthSchemes: config.httpAuthSchemes(),
  httpAuthSchemeProvider: config.httpAuthSchemeProvider(),
  credentials: config.credentials()
});

// node_modules/@aws-sdk/client-sts/dist-es/runtimeExtensions.js
var resolveRuntimeExtensions = (runtimeConfig, extensions) => {
  let extensionConfiguration = Object.assign(getAwsRegionExtensionConfiguration(runtimeConfig), getDefaultExtensionConfiguration(runtimeConfig), getHttpHandlerExtensionConfiguration(runtimeConfig), getHttpAuthExtensionConfiguration(runtimeConfig));
  return extensions.forEach((extension) => extension.configure(extensionConfiguration)), Object.assign(runtimeConfig, resolveAwsRegionExtensionConfiguration(extensionConfiguration), resolveDefaultRuntimeConfig2(extensionConfiguration), resolveHttpHandlerRuntimeConfig(extensionConfiguration), resolveHttpAuthRuntimeConfig(extensionConfiguration));
};

// node_modules/@aws-sdk/client-sts/dist-es/STSClient.js
var STSClient = class extends Client {
  config;
  constructor(...[configuration]) {
    let _config_0 = getRuntimeConfig2(configuration || {});
    super(_config_0), this.initConfig = _config_0;
    let _config_1 = resolveClientEndpointParameters(_config_0), _config_2 = resolveUserAgentConfig(_config_1), _config_3 = resolveRetryConfig(_config_2), _config_4 = resolveRegionConfig(_config_3), _config_5 = _config_4, _config_6 = resolveEndpointConfig(_config_5), _config_7 = resolveHttpAuthSchemeConfig(_config_6), _config_8 = resolveRuntimeExtensions(_config_7, configuration?.extensions || []);
    this.config = _config_8, this.middlewareStack.use(getSchemaSerdePlugin(this.config)), this.middlewareStack.use(getUserAgentPlugin(this.config)), this.middlewareStack.use(getRetryPlugin(this.config)), this.middlewareStack.use(getContentLengthPlugin(this.config)), this.middlewareStack.use(getHostHeaderPlugin(this.config)), this.middlewareStack.use(getLoggerPlugin(this.config)), this.middlewareStack.use(getRecursionDetectionPlugin(this.config)), this.middlewareStack.use(getHttpAuthSchemeEndpointRuleSetPlugin(this.config, {
      httpAuthSchemeParametersProvider: defaultSTSHttpAuthSchemeParametersProvider,
      identityProviderConfigProvider: async (config) => new DefaultIdentityProviderConfig({
        "aws.auth#sigv4": config.credentials,
        "aws.auth#sigv4a": config.credentials
      })
    })), this.middlewareStack.use(getHttpSigningPlugin(this.config));
  }
  destroy() {
    super.destroy();
  }
};

// node_modules/@aws-sdk/client-sts/dist-es/commandBuilder.js
init_client2();
init_endpoints();
var command = makeBuilder(commonParams, "AWSSecurityTokenServiceV20110615", "STSClient", getEndpointPlugin), _ep0 = {}, _mw0 = (Command3, cs, config, o2) => [];

// node_modules/@aws-sdk/client-sts/dist-es/commands/AssumeRoleWithWebIdentityCommand.js
var AssumeRoleWithWebIdentityCommand = class extends command(_ep0, _mw0, "AssumeRoleWithWebIdentity", AssumeRoleWithWebIdentity$) {
};

// src/edge/sts-answer.ts
function answerOf2(output, request, answer) {
  let { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = output.Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken) return;
  let arn = output.AssumedRoleUser?.Arn ?? "", facts2 = {
    arn,
    account: arn.split(":")[4] ?? "",
    expiration: Expiration?.toISOString() ?? "",
    provider: output.Provider ?? "",
    audience: output.Audience ?? "",
    subject: output.SubjectFromWebIdentityToken ?? "",
    region: request.region,
    requestId: output.$metadata.requestId ?? ""
  }, credentials = {
    accessKeyId: new Secret(AccessKeyId),
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken)
  }, date2 = answer?.headers.date ?? "";
  return { session: { credentials, facts: facts2 }, date: date2, receivedAt: Date.now() };
}
function refusalOf(thrown, answer) {
  let code = thrown.Code ?? thrown.name ?? "";
  if (!(code !== "" && !/^(Unknown|UnknownError|SyntaxError|TypeError|Error)$/.test(code))) return notSts(answer);
  let { status, headers } = answer, retryAfter2 = Number(headers["retry-after"]);
  return {
    kind: "aws",
    status,
    code,
    message: thrown.message ?? "",
    requestId: headers["x-amzn-requestid"] ?? thrown.$metadata?.requestId ?? "",
    ...retryAfter2 > 0 ? { retryAfterSeconds: retryAfter2 } : {},
    ...headers.date ? { date: headers.date } : {}
  };
}
function notSts(answer) {
  let { status = 0, headers = {}, body = Buffer.alloc(0) } = answer ?? {}, text3 = body.toString("utf8", 0, 400);
  return {
    kind: "not-sts",
    status,
    contentType: headers["content-type"] ?? "",
    server: headers.server ?? "",
    // Half an answer of STS's may hold credentials that nobody has masked.
    excerpt: /AccessKey|SessionToken/.test(body.toString("utf8")) ? "" : text3.slice(0, 200)
  };
}

// src/edge/warm-agent.ts
import http3 from "node:http";
import https3 from "node:https";
function warmAgent(url, stopped) {
  let secure = url.protocol === "https:", agent = new (secure ? https3 : http3).Agent({ keepAlive: !0, maxSockets: 1 }), opener = agent, create = opener.createConnection.bind(agent), early, trace = startTrace(), open2 = (options) => {
    let started = startTrace(), socket = create(options);
    return watch(socket, started), { socket, trace: started };
  };
  opener.createConnection = (options) => {
    let next = early && !early.socket.destroyed ? early : open2(options);
    return early = void 0, trace = next.trace, next.socket;
  }, stopped.addEventListener("abort", () => {
    agent.destroy(), early?.socket.destroy();
  });
  let host = url.hostname.replace(/^\[|\]$/g, ""), port = Number(url.port || (secure ? 443 : 80));
  return { agent, trace: () => trace, warm: () => {
    early = open2({ host, port, servername: serverName(host) }), early.socket.on("error", () => {
    });
  } };
}

// src/edge/sts.ts
var LIMITS = { connectMs: 5e3, answerMs: 15e3, wholeMs: 2e4 }, LARGEST_ANSWER = 256 * 1024;
function openLine(endpoint, region, stopped, limits) {
  let wire = warmAgent(new URL(endpoint), stopped), answer, client = new STSClient({
    ...quiet(region),
    endpoint,
    requestHandler: {
      httpsAgent: wire.agent,
      httpAgent: wire.agent,
      connectionTimeout: limits.connectMs,
      requestTimeout: limits.answerMs,
      throwOnRequestTimeout: !0
    }
  });
  return client.middlewareStack.add(
    (next) => async (args) => {
      answer = void 0;
      let result = await next(args), response = result.response, body = await readAll(response.body);
      if (response.body = new Uint8Array(body), answer = { status: response.statusCode, headers: response.headers, body }, body.length > LARGEST_ANSWER) throw new Error("longer than an answer of STS");
      return result;
    },
    { step: "deserialize", priority: "low" }
  ), { client, wire, answer: () => answer };
}
async function readAll(stream) {
  let chunks = [], bytes = 0;
  for await (let chunk of stream)
    if (chunks.push(chunk), bytes += chunk.length, bytes > LARGEST_ANSWER) break;
  return Buffer.concat(chunks);
}
function quiet(region) {
  return {
    region,
    maxAttempts: 1,
    retryMode: "standard",
    defaultsMode: "standard",
    useFipsEndpoint: !1,
    useDualstackEndpoint: !1,
    authSchemePreference: ["smithy.api#noAuth"],
    sigv4aSigningRegionSet: [region],
    userAgentAppId: async () => "aws-oidc-preflight",
    credentials: () => Promise.reject(new Error("this call is unsigned"))
  };
}
function makeSts(stopped, limits = LIMITS) {
  let lines = /* @__PURE__ */ new Map(), lineTo = (endpoint, region) => {
    let line = lines.get(endpoint) ?? openLine(endpoint, region, stopped, limits);
    return lines.set(endpoint, line), line;
  };
  return {
    endpointFor(region) {
      let { config } = new STSClient(quiet(region)), params = {
        Region: region,
        UseFIPS: !1,
        UseDualStack: !1,
        UseGlobalEndpoint: !1
      };
      return config.endpointProvider(params).url.href.replace(/\/$/, "");
    },
    warm(endpoint, region) {
      lineTo(endpoint, region).wire.warm();
    },
    async assumeRoleWithWebIdentity(request) {
      let line = lineTo(request.endpoint, request.region), limit = AbortSignal.timeout(limits.wholeMs), abortSignal = AbortSignal.any([stopped, limit]);
      try {
        let output = await line.client.send(commandFor(request), { abortSignal }), answer = answerOf2(output, request, line.answer());
        return answer ? { ok: !0, value: answer } : { ok: !1, failure: notSts(line.answer()) };
      } catch (error2) {
        return { ok: !1, failure: await failureOf2(error2, request, line, limit.aborted) };
      }
    }
  };
}
function commandFor(request) {
  return new AssumeRoleWithWebIdentityCommand({
    RoleArn: request.roleArn,
    RoleSessionName: request.roleSessionName,
    DurationSeconds: request.durationSeconds,
    WebIdentityToken: request.token.reveal(),
    ...request.inlineSessionPolicy ? { Policy: request.inlineSessionPolicy } : {},
    ...request.managedSessionPolicies.length > 0 ? { PolicyArns: request.managedSessionPolicies.map((arn) => ({ arn })) } : {}
  });
}
async function failureOf2(error2, request, line, late) {
  let thrown = error2 ?? {}, answer = line.answer();
  return answer ? refusalOf(thrown, answer) : unreached(thrown, request, line, late);
}
async function unreached(thrown, request, line, late) {
  let { hostname, port } = new URL(request.endpoint), host = hostname.replace(/^\[|\]$/g, ""), timedOut = late || thrown.name === "TimeoutError" && !/^E[A-Z]/.test(thrown.code ?? ""), error2 = timedOut ? { code: "TIMEOUT", message: thrown.message ?? "" } : thrown, failure3 = networkFailure(error2, "sts", host, line.wire.trace());
  return failure3.phase !== "tls" || timedOut ? failure3 : { ...failure3, certificates: await inspectCertificates(host, Number(port || 443)) };
}

// src/edge/world.ts
function makeWorld() {
  let stop = new AbortController();
  return {
    runner: makeRunner(),
    http: makeHttp(stop.signal),
    sts: makeSts(stop.signal),
    clock: makeClock(stop.signal),
    random,
    stop: () => stop.abort(),
    stopped: () => stop.signal.aborted
  };
}

// src/glob.ts
function covers(pattern, text3) {
  let at = 0, next = 0, star = -1, retry = 0;
  for (; next < text3.length; )
    if (pattern[at] === "*")
      star = at++, retry = next;
    else if (at < pattern.length && (pattern[at] === "?" || pattern[at] === text3[next]))
      at++, next++;
    else if (star >= 0)
      at = star + 1, next = ++retry;
    else return !1;
  for (; pattern[at] === "*"; ) at++;
  return at === pattern.length;
}

// src/checks/expected-claims.ts
var expectedClaims = {
  id: "expected-claims",
  title: "Claims are as expected",
  judge({ token, inputs }) {
    return !token || !inputs ? [] : inputs.expectedClaims.map(({ claim, pattern }) => ({ claim, pattern, got: textOf(token.claims[claim]) })).filter(({ pattern, got }) => got === void 0 || !covers(pattern, got)).map(({ claim, pattern, got }) => ({
      kind: "claim",
      claim,
      problem: "expected",
      want: pattern,
      got: got ?? ""
    }));
  }
};
function textOf(value) {
  return ["string", "number", "boolean"].includes(typeof value) ? String(value) : void 0;
}

// src/report/ledger.ts
var Ledger = class {
  known;
  #clock;
  #startedAt;
  #spans = [];
  constructor(clock, run) {
    this.#clock = clock, this.#startedAt = clock.monotonic(), this.known = { run, signature: "not-checked", clocks: [], now: clock.now() };
  }
  /** Adds to what is known; later facts of the same name replace earlier ones. */
  learn(facts2) {
    this.known = { ...this.known, ...facts2, now: this.#clock.now() };
  }
  /** A `Date` header against the local clock. The header has whole seconds, so half a second is added. */
  hear(peer, date2, receivedAt) {
    let said13 = Date.parse(date2 ?? "");
    if (Number.isNaN(said13)) return;
    let sample = { peer, skewSeconds: Math.round((said13 + 500 - receivedAt) / 1e3) };
    this.learn({ clocks: [...this.known.clocks, sample] });
  }
  /** Runs `work` and notes when it began and ended; a throw is noted as an end, and thrown on. */
  async span(name, work, detail) {
    let span = {
      name,
      start: this.#elapsed(),
      ...detail === void 0 ? {} : { detail }
    };
    this.#spans.push(span);
    try {
      return await work();
    } finally {
      span.end = this.#elapsed();
    }
  }
  /** What is under way now. */
  running() {
    return this.#spans.filter(({ end }) => end === void 0).map(({ name }) => name);
  }
  /** In ms since the start of the run; what is still under way ends now. */
  timeline() {
    let now = this.#elapsed();
    return this.#spans.map(({ name, start, end, detail }) => ({
      name,
      start_ms: start,
      end_ms: end ?? now,
      ...detail === void 0 ? {} : { detail }
    }));
  }
  #elapsed() {
    return Math.round(this.#clock.monotonic() - this.#startedAt);
  }
};

// src/report/seen.ts
function seenRows({ known, checks, findings }) {
  let errors = new Set(
    findings.filter(({ severity }) => severity === "error").map(({ id }) => id)
  ), questions = checks.filter(({ findings: found2 }) => found2.length > 0).map(({ title, findings: found2 }) => ({
    what: title,
    seen: found2.map((id) => quote(id)).join(", "),
    ok: !found2.some((id) => errors.has(id))
  }));
  return [
    tokenRow(known.token, known.now),
    issuerRow(known.issuer, known),
    ...questions,
    stsRow(known.session, known)
  ].filter((row) => row !== void 0);
}
function tokenRow(token, now) {
  return token ? { what: "ID token", seen: tokenText(token, now), ok: !(secondsLeft(token, now) < 0) } : { what: "ID token", seen: "none", ok: !1 };
}
function issuerRow(issuer, { signature }) {
  if (!issuer) return;
  let ok = issuer.jwks?.result.ok === !0 && /^(valid|not-checked)$/.test(signature);
  return { what: "Issuer", seen: issuerText(issuer, signature), ok };
}
function stsRow(session, { inputs }) {
  if (session)
    return { what: "STS", seen: `${quote(session.arn)} until ${quote(session.expiration)}`, ok: !0 };
  if (inputs?.role)
    return { what: "STS", seen: `not signed in as ${quote(inputs.role.text)}`, ok: !1 };
}
function secondsLeft({ claims: claims2 }, now) {
  return Number(claims2.exp) - now / 1e3;
}
function tokenText(token, now) {
  let left = secondsLeft(token, now), life = Number.isFinite(left) ? `, ${duration(left)} left` : "";
  return `${quote(token.subject)} for ${quote(token.audiences.join(", "))}${life}`;
}
function issuerText({ url, jwks, totalMs }, signature) {
  if (!jwks?.result.ok) return `${quote(url)}, not readable from here (${totalMs} ms)`;
  let { prevents, lifetimeSeconds = 0 } = jwks.freshness ?? {}, cached = prevents ? `not cacheable (${prevents})` : `cacheable for ${duration(lifetimeSeconds)}`, verdict2 = signature === "not-checked" ? "" : `, signature ${signature}`;
  return `${quote(url)}, ${count(jwks.result.value.length, "key")}, ${cached}${verdict2} (${totalMs} ms)`;
}

// src/report/log.ts
function tokenLine({ token, now }) {
  return token ? `Token: ${tokenText(token, now)}` : "Token: none";
}
function issuerLine({ issuer, signature }) {
  return issuer ? `Issuer: ${issuerText(issuer, signature)}` : "Issuer: not asked";
}
function sessionLine({ arn, expiration }, endpoint) {
  return `STS: signed in at ${endpoint} as ${quote(arn)} until ${oneLine(expiration)}`;
}
function waitLine(peer, { cause, said: said13, waitedMs }, n2) {
  return `${peer}: attempt ${n2} failed (${cause}: ${oneLine(said13)}), trying again in ${waitedMs} ms`;
}
function endLine({ ready, failed, findings }) {
  let ids = findings.map(({ id }) => id).join(", ");
  return failed ? `Not ready: ${ids}` : ready ? ids === "" ? "Ready: nothing was found" : `Ready, with: ${ids}` : `Not ready, but fail-on lets it pass: ${ids}`;
}
function exportLine(region) {
  return `Exported to the job: AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_SESSION_TOKEN, AWS_REGION (${oneLine(region)}), AWS_DEFAULT_REGION`;
}

// src/doc-urls.ts
var GITHUB = "https://docs.github.com/en/actions", AWS = "https://docs.aws.amazon.com", IAM = `${AWS}/IAM/latest/UserGuide`, DOC_URLS = {
  assumeRole: `${AWS}/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html`,
  commonErrors: `${AWS}/STS/latest/APIReference/CommonErrors.html`,
  iamProvider: `${IAM}/id_roles_providers_create_oidc.html`,
  iamThumbprint: `${IAM}/id_roles_providers_create_oidc_verify-thumbprint.html`,
  iamArns: `${IAM}/reference-arns.html`,
  iamConditionKeys: `${IAM}/reference_policies_iam-condition-keys.html`,
  iamRoleTrust: `${IAM}/id_roles_create_for-idp_oidc.html`,
  iamSharedProviders: `${IAM}/id_roles_providers_oidc_secure-by-default.html`,
  iamRegions: `${IAM}/id_credentials_temp_enable-regions.html`,
  iamTroubleshootRoles: `${IAM}/troubleshoot_roles.html`,
  iamEventualConsistency: `${IAM}/troubleshoot.html`,
  iamConditionOperators: `${IAM}/reference_policies_elements_condition_operators.html`,
  iamSessionTags: `${IAM}/id_session-tags.html`,
  iamSessionDuration: `${IAM}/id_roles_update-role-settings.html`,
  iamSessionPolicies: `${IAM}/access_policies.html`,
  accountRegions: `${AWS}/accounts/latest/reference/manage-acct-regions.html`,
  awsRegions: `${AWS}/general/latest/gr/sts.html`,
  awsPartitions: `${AWS}/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html`,
  awsVpcEndpoint: `${IAM}/reference_sts_vpce_create.html`,
  awsSignature: `${IAM}/reference_sigv-troubleshooting.html`,
  awsCliOrder: `${AWS}/cli/latest/userguide/cli-configure-quickstart.html`,
  repostInvalidToken: "https://repost.aws/knowledge-center/iam-sts-invalididentitytoken",
  repostThrottling: "https://repost.aws/knowledge-center/iam-sts-throttling-error",
  repostPackedPolicy: "https://repost.aws/knowledge-center/iam-role-aws-sts-error",
  githubOidc: `${GITHUB}/reference/security/oidc`,
  githubOidcAws: `${GITHUB}/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws`,
  githubPermissions: `${GITHUB}/reference/workflows-and-actions/workflow-syntax#permissions`,
  githubEnvironmentFiles: `${GITHUB}/reference/workflows-and-actions/workflow-commands#environment-files`,
  githubForks: `${GITHUB}/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories`,
  githubDependabot: "https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions",
  githubReusable: `${GITHUB}/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows`,
  githubSelfHosted: `${GITHUB}/reference/runners/self-hosted-runners`,
  githubProxy: `${GITHUB}/how-tos/manage-runners/self-hosted-runners/use-proxy-servers`,
  githubSecrets: `${GITHUB}/concepts/security/secrets`,
  githubStatus: "https://www.githubstatus.com",
  awsStatus: "https://health.aws.amazon.com/health/status",
  nodeExtraCa: "https://nodejs.org/api/cli.html#node_extra_ca_certsfile",
  gitlabCache: "https://gitlab.com/gitlab-org/gitlab/-/merge_requests/138405",
  oidcDiscovery: "https://openid.net/specs/openid-connect-discovery-1_0.html",
  oidcCore: "https://openid.net/specs/openid-connect-core-1_0.html#IDToken",
  rfc7515: "https://www.rfc-editor.org/rfc/rfc7515",
  rfc7517: "https://www.rfc-editor.org/rfc/rfc7517",
  rfc7518: "https://www.rfc-editor.org/rfc/rfc7518",
  rfc7519: "https://www.rfc-editor.org/rfc/rfc7519",
  rfc9111: "https://www.rfc-editor.org/rfc/rfc9111",
  rfc1918: "https://www.rfc-editor.org/rfc/rfc1918",
  yaml: "https://yaml.org/spec/1.2.2/#103-core-schema"
}, HOME = "https://github.com/aws-oidc-preflight/aws-oidc-preflight";
function causePage(id, run) {
  let { serverUrl, actionRepository, actionRef } = run, hosted = serverUrl !== "" && actionRepository !== "";
  return `${hosted ? `${serverUrl}/${actionRepository}` : HOME}/blob/${hosted && actionRef !== "" ? actionRef : "main"}/docs/causes/${id}.md`;
}

// src/causes/cause.ts
function causeOf(kinds, cause) {
  let wanted3 = [kinds].flat();
  return {
    ...cause,
    matches: (failure3, known) => wanted3.includes(failure3.kind) && cause.matches(failure3, known),
    explain: (failure3, known) => cause.explain(failure3, known)
  };
}
var GENERIC = /web identity token provided could not be validated/i, KEY_MESSAGE = /Couldn.t retrieve verification key from your identity provider/i;
function isCode(failure3, ...codes) {
  return codes.includes(failure3.code.replace(/Exception$/, ""));
}

// src/causes/account-not-allowed.ts
var accountNotAllowed = causeOf("account", {
  id: "account-not-allowed",
  section: "sts",
  title: "the session is of an account that is not allowed",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamArns"],
  matches: () => !0,
  explain: ({ account, allowed }, { inputs }) => ({
    why: `The session belongs to the account ${quote(account)}, and ${quote("allowed-account-ids")} allows only ${list(allowed, "or")}. Nothing was exported: later steps do not get this session. The role was ${quote(inputs?.role?.text ?? "")}.`,
    fix: [
      `If the account is right, allow it:
allowed-account-ids: '${[...allowed, account].join(",")}'`,
      `If it is wrong, give a role of an allowed account:
role-to-assume: ${oneLine((inputs?.role?.text ?? "").replace(account, allowed[0] ?? account))}`
    ],
    where: { input: "allowed-account-ids" }
  }),
  page: {
    meaning: "The sign-in succeeded, but into an account that the step must not use. The step fails before anything is exported, so that nothing is deployed into the wrong account.",
    tell: "This is the check of `allowed-account-ids` alone. Role and trust policy let the token in."
  }
});

// src/causes/ambient-credentials.ts
var EXPORTED = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"], ambientCredentials = causeOf("ambient-credentials", {
  id: "ambient-credentials",
  section: "inputs",
  title: "the job already holds AWS settings of its own",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["awsCliOrder"],
  matches: () => !0,
  explain: ({ names }, known) => {
    let [first = "AWS_PROFILE"] = names;
    return {
      why: `Before this step the job already held ${list(names)}. Nothing of that was used to sign in. ${consequences(names, known)}`,
      fix: [
        `If nothing in this job needs them, remove them where they are set: an \`env:\` block, an earlier step, or the runner's own environment (${quote(first)} first).`,
        "Look at who you are in a later step: aws sts get-caller-identity"
      ],
      where: "step"
    };
  },
  page: {
    meaning: "AWS SDKs and the AWS CLI take credentials from several places, in an order of their own. Keys in the environment come before a web identity and before profiles in most of them, but a tool that is told of a profile (`AWS_PROFILE` in some SDKs, `--profile` in the CLI) may take that instead. A job that holds both may then act as somebody else than this step signed in as.",
    tell: "A notice: signing in by OIDC neither reads nor needs them."
  }
});
function consequences(names, { inputs }) {
  if (inputs && !inputs.outputEnvCredentials)
    return "This step exports nothing, so later steps go on with them.";
  let replaced = names.filter((name) => EXPORTED.includes(name)), beside = names.filter((name) => !EXPORTED.includes(name)), sentences = [];
  return replaced.length > 0 && sentences.push(`For later steps this step replaces ${list(replaced)} with its own.`), beside.length > 0 && sentences.push(
    `${list(beside)} stay${beside.length === 1 ? "s" : ""} set beside the exported keys: most tools take the keys, but one that prefers a profile or a role of its own would act as somebody else.`
  ), sentences.join(" ");
}

// src/causes/phrases-token.ts
function reasonForNoToken(run) {
  return !run.onRunner || run.standIn !== "" ? "token-not-on-runner" : isPullRequest(run.event) && run.fork ? "token-fork-pull-request" : isDependabot(run) ? "token-dependabot" : "token-permission-missing";
}
function isPullRequest(event) {
  return /^pull_request(_review|_review_comment)?$/.test(event);
}
function isDependabot({ actor, event, pullRequestAuthor }) {
  let bot = "dependabot[bot]", restricted = isPullRequest(event) || /^(push|create|deployment|deployment_status)$/.test(event), ownPull = isPullRequest(event) || event === "pull_request_target";
  return restricted && actor === bot || ownPull && pullRequestAuthor === bot;
}
var PERMISSIONS = `permissions:
  id-token: write
  contents: read`;
function timeOf(seconds) {
  let date2 = new Date(seconds * 1e3);
  return Number.isNaN(date2.getTime()) ? String(seconds) : date2.toISOString().replace(/\.\d+Z$/, "Z");
}
function providerArn({ inputs, token, issuer }) {
  let { partition: partition2, account } = inputs?.role ?? {
    partition: inputs?.partition ?? "aws",
    account: "<account>"
  }, url = token?.issuer || issuer?.url || "https://<issuer>";
  return `arn:${partition2}:iam::${account}:oidc-provider/${url.replace(/^https:\/\//i, "")}`;
}
function addAudience(known, audience) {
  return `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(providerArn(known))} --client-id ${shellWord(audience)}`;
}
function isByOurClock({ kind }, { clocks: clocks3 }) {
  return kind === "claim" && clocks3.length === 0;
}
var SETTLES_CLOCK = " This goes by the runner's own clock. What settles it: date -u; curl -sSI https://sts.amazonaws.com | grep -i ^date";

// src/causes/audience-unusual.ts
var audienceUnusual = causeOf("audience-unusual", {
  id: "audience-unusual",
  section: "inputs",
  title: "the audience is not the usual one",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "githubOidcAws"],
  matches: () => !0,
  explain: ({ asked, usual }, known) => ({
    why: `The token was asked for with the audience ${quote(asked)}; AWS's own documentation uses ${quote(usual)} here. This is not wrong by itself: it works where the OIDC provider in IAM lists ${quote(asked)} as a client id, and where the role's trust policy asks for the same \`aud\`. Where either does not, STS refuses the token.`,
    fix: [
      `If nothing needs another audience, delete \`audience\` from the step, or set
audience: ${usual}`,
      `If it is meant, list it at the provider: ${addAudience(known, asked)}`
    ],
    where: { input: "audience" }
  }),
  page: {
    meaning: "The audience (`aud`) says for whom a token is meant. STS takes a token only if the OIDC provider of the account lists its audience as a client id. Providers made by the book list `sts.amazonaws.com` (in China `sts.amazonaws.com.cn`).",
    tell: "A warning, seen from the inputs alone: nobody has refused anything yet. Where the token does carry a wrong audience, or STS says so, it is token-audience-mismatch."
  }
});

// src/causes/claim-not-expected.ts
var claimNotExpected = causeOf("claim", {
  id: "claim-not-expected",
  section: "sts",
  title: "the token does not have the claims that the step expects",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubOidc", "iamConditionKeys"],
  matches: ({ problem }) => problem === "expected",
  explain: ({ claim, want, got }, { token }) => {
    let there = token === void 0 || claim in token.claims;
    return {
      why: `The claim ${quote(claim)} of the token is not what the step expects: ${there ? `it is ${quote(got)}` : "the token does not have it"}, and ${quote("expected-claims")} wants ${quote(want)}. STS was not asked, and nothing was exported.`,
      fix: [
        there ? `If this run is meant to sign in, allow its value:
expected-claims: |
  ${oneLine(claim)}: ${oneLine(got)}` : `Correct the name of the claim: ${quote(claim)}. The job summary lists the claims of this token.`,
        "If it is not meant to, keep the job from running then, with an `if:` or another trigger in the workflow."
      ],
      where: { input: "expected-claims" }
    };
  },
  page: {
    meaning: "IAM cannot test all claims of a GitHub token: not the event, not the branch a pull request comes from, not the workflow file. `expected-claims` tests them in the job, before STS is asked. A pattern knows `*` (any text) and `?` (any one character).",
    tell: "No answer of AWS is behind this: it is the check of the step itself. A token that AWS refuses has another cause."
  }
});

// src/causes/clock-skew.ts
var TOO_FAR_SECONDS = 300, AGREEMENT_SECONDS = 60, clockSkew = causeOf("clock", {
  id: "clock-skew",
  section: "token",
  title: "the clock of this runner is wrong",
  severity: (failure3) => isTooFar(failure3) ? "error" : "warning",
  retry: "never",
  certainty: (failure3) => agree(failure3) ? "certain" : "likely",
  docs: ["githubSelfHosted", "awsSignature"],
  // Signing in does not look at the runner's clock, so that STS's yes says nothing about it; later steps suffer.
  stands: !0,
  matches: () => !0,
  explain: (failure3, { run }) => {
    let { skewSeconds, samples } = failure3, off = `${duration(Math.abs(skewSeconds))} ${skewSeconds > 0 ? "behind" : "ahead"}`;
    return {
      why: `${agree(failure3) ? "The" : "Most likely the"} clock of this runner is ${off}, measured by the Date header of ${list(peersOf(samples))}. Signing in by OIDC does not look at it, but ${isTooFar(failure3) ? "AWS refuses" : "past 5 min AWS refuses"} the signed requests of later steps ("Signature expired", "RequestTimeTooSkewed"), and credentials seem to live too long or too short.${doubt(failure3)}`,
      fix: [
        run.selfHosted ? "On the machine of the runner: timedatectl set-ntp true; timedatectl status" : "Run the job again: a hosted runner gets a new machine.",
        "Compare: date -u; curl -sSI https://sts.amazonaws.com | grep -i ^date",
        "In a container or virtual machine, set the clock of its host: it lends the clock."
      ]
    };
  },
  page: {
    meaning: "The runner and the servers that it spoke to do not agree about the time. AWS and everybody who checks a token or a certificate compares times; past 5 minutes signed requests are refused.",
    tell: "A finding by itself, measured at the Date headers of the answers. It is a warning from 60 s on and an error past 300 s. A wrong clock of the issuer shows as token-not-yet-valid or token-expired instead."
  }
});
function isTooFar(failure3) {
  let skew = failure3.skewSeconds;
  return Math.abs(skew) > TOO_FAR_SECONDS;
}
function agree(failure3) {
  let { samples, skewSeconds } = failure3;
  return samples.every((one) => Math.abs(one.skewSeconds - skewSeconds) <= AGREEMENT_SECONDS) && peersOf(samples).length > 1;
}
function doubt(failure3) {
  return agree(failure3) ? "" : ` ${peersOf(failure3.samples).length > 1 ? "The servers do not agree with each other" : "Only one server has told its time"}, so a server may be wrong instead. What settles it: the comparison below.`;
}
function peersOf(samples) {
  return [...new Set(samples.map(({ peer }) => peer))];
}

// src/causes/deadline-exceeded.ts
var ROOM_SECONDS = 300, deadlineExceeded = causeOf("deadline", {
  id: "deadline-exceeded",
  section: "sts",
  title: "the time that the step may take is over",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsStatus", "githubStatus"],
  matches: () => !0,
  explain: ({ seconds, running }) => ({
    why: `The step was ended after ${duration(seconds)}, as ${quote("action-timeout-s")} says, before it had signed in. ${running.length === 0 ? "It was waiting before another attempt." : `Still under way: ${list(running)}.`} Nothing was exported. The timeline in the job summary shows what the time went to.`,
    fix: [
      ...seconds < ROOM_SECONDS ? [
        `Give the step more time:
action-timeout-s: ${Math.min(ROOM_SECONDS, Math.max(60, seconds * 2))}`
      ] : [],
      `Look at ${running.length === 0 ? "the attempts in the log" : running.map((name) => quote(name)).join(", ")}: a sign-in without trouble takes a second or two. What takes longer waits for a peer that does not answer, or is tried again.`,
      `To fail sooner, with the first cause, let it try less often:
retry-max-attempts: 3`
    ],
    where: { input: "action-timeout-s" }
  }),
  page: {
    meaning: "The step has a deadline of its own (`action-timeout-s`), so that a peer that never answers cannot hold the job for hours. It was reached before the sign-in was done.",
    tell: "The deadline names only what was under way when it came. The log has one line for each attempt that failed before, with its cause."
  }
});

// src/causes/phrases-issuer.ts
var NO_KEY = ["provider-keys-unretrievable", "idp-communication-error"];
function isIssuer(peer) {
  return peer === "discovery" || peer === "jwks";
}
function documentName(peer) {
  return peer === "jwks" ? "keys (JWKS)" : "discovery document";
}
function look(url) {
  return `curl -sS -D- -o /dev/null ${shellWord(url)}`;
}
function read(url) {
  return `curl -sS ${shellWord(url)}`;
}
function urlAsked({ peer, host }, { issuer }) {
  return (peer === "jwks" ? issuer?.jwks : issuer?.discovery)?.url ?? `https://${host}/.well-known/openid-configuration`;
}
function hostAndPort(url, host) {
  let port = /^https:\/\/[^/?#]*:(\d+)(?:[/?#]|$)/i.exec(url)?.[1] ?? "443";
  return `${host.includes(":") ? `[${host}]` : host}:${port}`;
}
function showCertificates(url, host) {
  return `openssl s_client -connect ${shellWord(hostAndPort(url, host))} -servername ${shellWord(host)} -showcerts </dev/null`;
}
function asSeenFromHere(url) {
  return `This was seen from this runner. STS fetches ${quote(url)} itself, from the internet, and may see something else.`;
}
function fromOutside(url) {
  return `See what the internet sees. From a network outside yours: ${look(url)}`;
}
function outsideLook(url) {
  return `${fromOutside(url)}
Where it fails there too, STS cannot sign in anyone with this issuer. Where it passes, only this runner's network is concerned.`;
}
function publicMirror(known) {
  let issuer = known.token?.issuer ?? known.issuer?.url ?? "";
  return `STS needs only two documents of ${quote(issuer)} from the internet: \`/.well-known/openid-configuration\` below it, and the keys that the field \`jwks_uri\` in it names. Let a public reverse proxy or CDN serve these two paths under the same host name.`;
}
function jwksAt(url) {
  return `The issuer's keys (JWKS) at ${quote(url)}`;
}
function keysUrl({ issuer, token }) {
  let base = (token?.issuer || issuer?.url || "https://<issuer>").replace(/\/$/, "");
  return issuer?.jwks?.url ?? `${base}/.well-known/openid-configuration`;
}

// src/causes/discovery-field-missing.ts
var discoveryFieldMissing = causeOf("discovery-field", {
  id: "discovery-field-missing",
  section: "issuer",
  title: "the discovery document lacks a field that AWS needs",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider"],
  explains: NO_KEY,
  matches: ({ fields }) => fields.every(({ problem }) => problem !== "differs"),
  explain: ({ url, fields }) => ({
    why: `The discovery document at ${quote(url)} is not as AWS needs it: ${fields.map(said).join("; ")}. Without ${fields.length === 1 ? "it" : "them"}, STS answers that it could not retrieve the verification key.`,
    fix: [
      `Let the document hold (${count(fields.length, "line")}, beside what is there):
${fields.map(({ field, want }) => `"${field}": ${want}`).join(`,
`)}`,
      `Look again: ${read(url)}`
    ]
  }),
  page: {
    meaning: "AWS documents that the discovery document must hold issuer, jwks_uri, response_types_supported, subject_types_supported and id_token_signing_alg_values_supported. Issuers that were made for something else than OpenID Connect login often leave some out. `jwks_uri` has to be an https URL.",
    tell: "The missing fields stand in the finding, with a value that fits. Where `issuer` is there but says something else than the token, see discovery-issuer-mismatch."
  }
});
function said({ field, problem, got }) {
  return problem === "missing" ? `${list([field])} is missing` : problem === "not-https" ? `${list([field])} is ${quote(got)}, which is no https URL` : `${list([field])} is ${quote(got)}, which is of the wrong type`;
}

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536), myers_32 = (a2, b2) => {
  let n2 = a2.length, m2 = b2.length, lst = 1 << n2 - 1, pv = -1, mv = 0, sc = n2, i2 = n2;
  for (; i2--; )
    peq[a2.charCodeAt(i2)] |= 1 << i2;
  for (i2 = 0; i2 < m2; i2++) {
    let eq = peq[b2.charCodeAt(i2)], xv = eq | mv;
    eq |= (eq & pv) + pv ^ pv, mv |= ~(eq | pv), pv &= eq, mv & lst && sc++, pv & lst && sc--, mv = mv << 1 | 1, pv = pv << 1 | ~(xv | mv), mv &= xv;
  }
  for (i2 = n2; i2--; )
    peq[a2.charCodeAt(i2)] = 0;
  return sc;
}, myers_x = (b2, a2) => {
  let n2 = a2.length, m2 = b2.length, mhc = [], phc = [], hsize = Math.ceil(n2 / 32), vsize = Math.ceil(m2 / 32);
  for (let i2 = 0; i2 < hsize; i2++)
    phc[i2] = -1, mhc[i2] = 0;
  let j2 = 0;
  for (; j2 < vsize - 1; j2++) {
    let mv2 = 0, pv2 = -1, start2 = j2 * 32, vlen2 = Math.min(32, m2) + start2;
    for (let k2 = start2; k2 < vlen2; k2++)
      peq[b2.charCodeAt(k2)] |= 1 << k2;
    for (let i2 = 0; i2 < n2; i2++) {
      let eq = peq[a2.charCodeAt(i2)], pb = phc[i2 / 32 | 0] >>> i2 & 1, mb = mhc[i2 / 32 | 0] >>> i2 & 1, xv = eq | mv2, xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb, ph = mv2 | ~(xh | pv2), mh = pv2 & xh;
      ph >>> 31 ^ pb && (phc[i2 / 32 | 0] ^= 1 << i2), mh >>> 31 ^ mb && (mhc[i2 / 32 | 0] ^= 1 << i2), ph = ph << 1 | pb, mh = mh << 1 | mb, pv2 = mh | ~(xv | ph), mv2 = ph & xv;
    }
    for (let k2 = start2; k2 < vlen2; k2++)
      peq[b2.charCodeAt(k2)] = 0;
  }
  let mv = 0, pv = -1, start = j2 * 32, vlen = Math.min(32, m2 - start) + start;
  for (let k2 = start; k2 < vlen; k2++)
    peq[b2.charCodeAt(k2)] |= 1 << k2;
  let score = m2;
  for (let i2 = 0; i2 < n2; i2++) {
    let eq = peq[a2.charCodeAt(i2)], pb = phc[i2 / 32 | 0] >>> i2 & 1, mb = mhc[i2 / 32 | 0] >>> i2 & 1, xv = eq | mv, xh = ((eq | mb) & pv) + pv ^ pv | eq | mb, ph = mv | ~(xh | pv), mh = pv & xh;
    score += ph >>> m2 - 1 & 1, score -= mh >>> m2 - 1 & 1, ph >>> 31 ^ pb && (phc[i2 / 32 | 0] ^= 1 << i2), mh >>> 31 ^ mb && (mhc[i2 / 32 | 0] ^= 1 << i2), ph = ph << 1 | pb, mh = mh << 1 | mb, pv = mh | ~(xv | ph), mv = ph & xv;
  }
  for (let k2 = start; k2 < vlen; k2++)
    peq[b2.charCodeAt(k2)] = 0;
  return score;
}, distance = (a2, b2) => {
  if (a2.length < b2.length) {
    let tmp = b2;
    b2 = a2, a2 = tmp;
  }
  return b2.length === 0 ? a2.length : a2.length <= 32 ? myers_32(a2, b2) : myers_x(a2, b2);
};

// src/partitions.ts
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

// src/regions.ts
function partitionOf(region) {
  return PARTITIONS.find(({ regionPattern }) => new RegExp(regionPattern).test(region));
}
function isListed(region) {
  return PARTITIONS.some(({ regions }) => regions.includes(region));
}
function nearestRegion(text3) {
  let small = text3.toLowerCase(), all = PARTITIONS.flatMap(({ regions }) => regions), within = all.find((region) => small.startsWith(region));
  return within !== void 0 ? within : all.reduce((best, next) => distance(small, next) < distance(small, best) ? next : best);
}
function isNear(text3, region) {
  let small = text3.toLowerCase();
  return distance(small, region) <= 2 || small.split("-")[0] === region.split("-")[0];
}
function usualAudience(partition2) {
  return partition2 === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}

// src/token-rules.ts
var REQUIRED_CLAIMS = ["iss", "sub", "aud", "iat", "exp"], TIME_CLAIMS = ["iat", "nbf", "exp"];
var TAGS_CLAIM = "https://aws.amazon.com/tags";
function secondsOf(claim) {
  return typeof claim == "string" ? /^\d+$/.test(claim) ? Number(claim) : void 0 : Number.isSafeInteger(claim) ? claim : void 0;
}
function partyOf(claims2) {
  return "azp" in claims2 ? { claim: "azp", value: claims2.azp } : { claim: "aud", value: claims2.aud };
}

// src/causes/phrases-sts.ts
function stsUrl({ inputs }) {
  if (inputs?.stsEndpoint) return inputs.stsEndpoint;
  let region = inputs?.region || "us-east-1";
  return `https://sts.${region}.${partitionOf(region)?.dnsSuffix ?? "amazonaws.com"}`;
}
function stsHost(known) {
  return stsUrl(known).replace(/^https?:\/\/|\/.*$/gi, "");
}
function pathToSts(known) {
  let url = stsUrl(known), host = stsHost(known), ask = `Ask it by hand, from this runner: curl -sS -D- ${shellWord(url)}`, proxy = `Where this network needs a proxy, set HTTPS_PROXY in the environment of the runner, and let the proxy pass ${quote(host)} through unopened. Where STS is reached without one, add ${quote(host)} to NO_PROXY.`;
  if (known.inputs?.customEndpoint)
    return [`${ask}
If that fails too, correct the input \`sts-endpoint\`.`, proxy];
  let service = `com.amazonaws.${known.inputs?.region ?? "<region>"}.sts`;
  return [
    `${ask}
An answer with the header \`x-amzn-RequestId\` comes from STS. Any other answer comes from something in between.`,
    `In an AWS VPC without internet access, make an interface endpoint for ${quote(service)} with private DNS on, and let its security group take port 443 from this runner.`,
    proxy
  ];
}
var ALWAYS_ON = {
  aws: ["us-east-1", "us-west-2"],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-west-1", "us-gov-east-1"]
};
function otherRegion({ inputs }) {
  if (!inputs?.customEndpoint)
    return ALWAYS_ON[inputs?.partition ?? "aws"]?.find((region) => region !== inputs?.region);
}
function issuerOf({ token, issuer }) {
  return token?.issuer || issuer?.url || "<issuer>";
}
function audienceOf({ token, inputs }) {
  let { value } = partyOf(token?.claims ?? {}), [party] = [value].flat();
  return typeof party == "string" && party !== "" ? party : inputs?.audience ?? "<audience>";
}
function accountOf({ inputs }) {
  return oneLine(inputs?.role?.account || "<account>");
}
function providerName(issuer) {
  return issuer.replace(/^https?:\/\//i, "");
}
function getProvider(known) {
  return `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(providerArn(known))}`;
}
function createProvider(known, issuer = issuerOf(known)) {
  return `aws iam create-open-id-connect-provider --url ${shellWord(issuer)} --client-id-list ${shellWord(audienceOf(known))}`;
}
function askIssuer(known) {
  let url = issuerOf(known).replace(/\/$/, ""), jwks = known.issuer?.jwks?.url;
  return [
    `Try from another network (a phone, a laptop at home): curl -sS -D- ${shellWord(`${url}/.well-known/openid-configuration`)}`,
    jwks === void 0 ? "Then try the URL that stands in its answer as `jwks_uri`, in the same way." : `Then the keys: curl -sS -D- ${shellWord(jwks)}`,
    "Look in the issuer's access log for answers of 403, 429 or 5xx, or of more than 5 s, to AWS addresses; let both paths be reached from the whole internet."
  ];
}
function triedAgain({ inputs }) {
  return inputs?.maxAttempts === 1 ? "It was not tried again (`disable-retry`, or `retry-max-attempts: 1`)." : "It was tried again with growing waits, and failed each time.";
}
function requestId({ requestId: id }) {
  return id === "" ? "" : ` (request id ${quote(id)})`;
}

// src/causes/discovery-issuer-mismatch.ts
var discoveryIssuerMismatch = causeOf("discovery-field", {
  id: "discovery-issuer-mismatch",
  section: "issuer",
  title: "the discovery document and the token name different issuers",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider", "oidcCore"],
  explains: [...NO_KEY, "token-rejected", "provider-not-found"],
  matches: ({ fields }) => fields.some(({ problem }) => problem === "differs"),
  explain: ({ url, fields }, known) => {
    let { want = "", got = "" } = fields.find(({ problem }) => problem === "differs") ?? {};
    return {
      why: `The discovery document at ${quote(url)} says \`issuer\` ${quote(got)}, but the token says \`iss\` ${quote(want)}: ${difference(want, got)}. The two have to be equal to the letter (OpenID Connect Discovery, section 4.3).`,
      fix: [
        `Set the public URL of the issuer in its own settings, so that document and tokens both say the same. To keep the tokens as they are, the document must say:
"issuer": ${JSON.stringify(want)}`,
        `If the tokens change instead, IAM needs a provider for the new URL, for example:
${createProvider(known, got)}`,
        `Look again: ${read(url)}`
      ]
    };
  },
  page: {
    meaning: "An issuer has one name, its URL. It stands in the token (`iss`), in the discovery document (`issuer`) and in the provider in IAM, and has to be the same text everywhere, down to the last slash.",
    tell: "The finding says how the two differ. Only a slash: a setting of the issuer. http and https: the issuer stands behind a proxy that ends TLS and does not know its own public URL. Another host: a move, or two environments mixed up."
  }
});
function difference(want, got) {
  let bare2 = (url) => url.replace(/\/+$/, ""), scheme = (url) => url.replace(/^https?:/i, ""), host = (url) => /^https?:\/\/([^/]*)/i.exec(url)?.[1] ?? url;
  return bare2(want) === bare2(got) ? "only a slash at the end differs" : scheme(bare2(want)) === scheme(bare2(got)) ? "`http` stands for `https`" : want.toLowerCase() === got.toLowerCase() ? "only the letter case differs" : host(want).toLowerCase() === host(got).toLowerCase() ? "the path differs" : "the host differs";
}

// src/causes/phrases-issuer-http.ts
function isRedirect({ status }) {
  return status >= 300 && status < 400;
}
function retryOfStatus(failure3) {
  let { status } = failure3;
  return status >= 500 || status === 429 ? "transient" : "never";
}
var isHtml = (excerpt, type = "") => /html/i.test(type) || /^\s*<(!doctype|html|head|body)/i.test(excerpt);
function explainUnavailable(failure3, known) {
  let { url, status, headers, excerpt, peer } = failure3, server = headers.server ? ` The answer comes from ${quote(headers.server)}.` : "", body = excerpt.trim() === "" ? "" : ` It begins: ${quote(excerpt, 160)}.`;
  return {
    why: `The issuer did not serve its ${documentName(peer)}: ${quote(url)} answered HTTP ${status}, and STS needs 200. ${meaningOf(failure3)}${server}${body} ${asSeenFromHere(url)}`,
    fix: [...adviceOn(failure3, known), `Look from another network: ${look(url)}`]
  };
}
function meaningOf({ status, headers, excerpt }) {
  return status === 403 && isHtml(excerpt, headers["content-type"]) ? "A 403 with a web page is what a web application firewall (WAF) or bot protection answers, not the issuer itself." : status === 401 || status === 403 ? "The path is protected, but STS sends no credentials: both documents must be public." : status === 404 ? "There is nothing at this path." : status === 429 ? "The issuer limits how often it may be asked. It limits STS too, which asks on behalf of all your jobs." : status >= 500 ? "The server, or a load balancer before it, has a fault." : "That is no document.";
}
function adviceOn({ status, peer, url, headers, excerpt }, known) {
  let path = quote(url.replace(/^https?:\/\/[^/]+/i, "") || "/");
  return status === 403 && isHtml(excerpt, headers["content-type"]) ? [
    `Exempt ${path} from the firewall, bot protection and country rules, for the whole internet: STS publishes no list of addresses that it comes from, and solves no challenge.`
  ] : status === 401 || status === 403 ? [`Let ${path} be read without any sign-in, by everybody. It holds nothing secret.`] : status === 404 ? notFound(peer, url, path, known) : status === 429 ? [
    `Raise the limit for ${path}, or serve it from a cache before the limit is counted.`,
    `Let the answer be cached, so that STS asks less often:
Cache-Control: public, max-age=3600`
  ] : [
    "Run the job again: a fault of the server may have passed.",
    `Where it stays, look in the log of the issuer and of the load balancer before it for ${path}.`
  ];
}
function notFound(peer, url, path, { token, issuer }) {
  let iss = token?.issuer ?? issuer?.url ?? "";
  return peer === "jwks" ? [
    `Correct \`jwks_uri\` in the discovery document: it names ${quote(url)}. Where the keys really are there, correct the route of the server.`,
    `See what it names: ${read(issuer?.discovery.url ?? `${iss}/.well-known/openid-configuration`)}`
  ] : [
    `Serve the discovery document at ${path}. The place is fixed: the issuer ${quote(iss)}, path included, followed by \`/.well-known/openid-configuration\`.`,
    "Where the document is at another place, the issuer is configured under another URL: let the tokens say that one in `iss`, and give the provider in IAM the same URL."
  ];
}
function explainRedirected({ url, status, headers, peer }) {
  let target = headers.location ?? "", setting = peer === "jwks" && target !== "" ? `Name the final URL in the discovery document:
"jwks_uri": ${JSON.stringify(oneLine(target, 500))}` : `Serve the ${documentName(peer)} at ${quote(url)} itself, with status 200. In a reverse proxy pass the path on (proxy_pass, rewrite) instead of redirecting.`;
  return {
    why: `The issuer redirects instead of serving its ${documentName(peer)}: ${quote(url)} answered HTTP ${status}${target === "" ? "" : ` and points to ${quote(target)}`}. The answer has to be 200 at this very URL: it is not known that STS follows redirects, and this action does not.${toLogin(target)}`,
    fix: [
      setting,
      "Exempt the path from redirects that add or drop a slash or `www.`, or lead to a login page.",
      `Look again: ${look(url)}`
    ]
  };
}
function toLogin(target) {
  return /login|signin|sign_in|sso|auth/i.test(target) ? " The target looks like a login page: the path is protected, but STS cannot sign in." : "";
}
var PROBLEMS = {
  "not-json": "it is no JSON",
  "not-an-object": "it is JSON, but not an object `{\u2026}`",
  "no-keys": "it has no array `keys` of objects",
  "too-large": "it is larger than 1 MiB",
  "no-token": "it is not what was asked for"
};
function explainMalformed(failure3) {
  let { url, problem, contentType, excerpt, peer, status } = failure3, html = problem === "not-json" && isHtml(excerpt, contentType), page = html ? " It is a web page, mostly a login page, an error page or the start page of an app that answers every path." : "";
  return {
    why: `The issuer's ${documentName(peer)} cannot be read: ${quote(url)} answered HTTP ${status}, but ${PROBLEMS[problem]}.${page} Content type: ${quote(contentType)}. It begins: ${quote(excerpt, 160)}. ${asSeenFromHere(url)}`,
    fix: [
      html ? `Let the server answer ${quote(url)} with the document itself, before login and before the catch-all route of the app.` : wanted(peer),
      `See the whole: ${read(url)}`,
      fromOutside(url)
    ]
  };
}
function wanted(peer) {
  return peer === "jwks" ? `Serve a JSON Web Key Set, a JSON object of this form, and nothing around it:
{"keys":[{"kty":"RSA","kid":"\u2026","use":"sig","alg":"RS256","n":"\u2026","e":"AQAB"}]}` : "Serve the discovery document as one JSON object, and nothing around it (no byte order mark, no comment), with Content-Type: application/json.";
}

// src/causes/discovery-malformed.ts
var discoveryMalformed = causeOf("document", {
  id: "discovery-malformed",
  section: "issuer",
  title: "the discovery document is not a JSON object",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider"],
  explains: NO_KEY,
  matches: ({ peer }) => peer === "discovery",
  explain: explainMalformed,
  page: {
    meaning: "The discovery document has to be one JSON object. Something else was served with status 200: mostly a web page, as of a login or of an app that answers every path with its start page.",
    tell: "The content type and the first characters stand in the finding. A JSON object that lacks fields is discovery-field-missing; an error status is discovery-unavailable."
  }
});

// src/causes/jwks-not-cacheable.ts
var jwksNotCacheable = causeOf("cache", {
  id: "jwks-not-cacheable",
  section: "issuer",
  title: "the issuer's keys may not be cached",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["rfc9111", "gitlabCache", "repostInvalidToken"],
  explains: NO_KEY,
  matches: ({ peer, freshness }) => peer === "jwks" && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    why: `The issuer serves its keys at ${quote(url)} so that they may not be cached: ${quote(freshness.prevents ?? header)} (whole header: ${quote(header)}). STS then fetches them anew at every sign-in; when jobs run in parallel the issuer is asked many times at once, slows down or throttles, and sign-in fails now and then with "Couldn't retrieve verification key".`,
    fix: [
      `Let the issuer (or the proxy or CDN before it) send with the JWKS:
Cache-Control: public, max-age=3600`,
      "Remove `no-cache`, `no-store`, `private`, `max-age=0`, `Pragma: no-cache` and a past `Expires` from that answer.",
      `Look again: ${look(url)}`
    ]
  }),
  page: {
    meaning: "STS caches the keys of an issuer only where the issuer allows it. AWS recommends to allow it; without it, parallel jobs fail at random.",
    tell: "The header of the JWKS itself says it: this is a fact, not a guess. That the next failure is due to it can only be told then."
  }
});
function isNotCacheable(freshness) {
  return !freshness.storable || freshness.prevents !== void 0;
}

// src/causes/discovery-not-cacheable.ts
var discoveryNotCacheable = causeOf("cache", {
  id: "discovery-not-cacheable",
  section: "issuer",
  title: "the discovery document may not be cached",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["rfc9111", "gitlabCache"],
  matches: ({ peer, freshness }) => peer === "discovery" && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    why: `The issuer serves its discovery document at ${quote(url)} so that it may not be cached: ${quote(freshness.prevents ?? header)} (whole header: ${quote(header)}). Every fetch then costs one more request to the issuer. AWS asks for caching of the keys; for this document it is only thrift.`,
    fix: [
      `Let the issuer (or the proxy or CDN before it) send with the document:
Cache-Control: public, max-age=3600`,
      `Look again: ${look(url)}`
    ]
  }),
  page: {
    meaning: "The discovery document nearly never changes, so that there is no reason to forbid caching. Where it may not be cached, each reader asks the issuer twice: for this document, then for the keys.",
    tell: "The header of the answer says it. The same for the keys weighs more, and is jwks-not-cacheable."
  }
});

// src/causes/discovery-redirected.ts
var discoveryRedirected = causeOf("http", {
  id: "discovery-redirected",
  section: "issuer",
  title: "the discovery document is redirected",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider"],
  explains: NO_KEY,
  matches: (failure3) => failure3.peer === "discovery" && isRedirect(failure3),
  explain: explainRedirected,
  page: {
    meaning: "The discovery document has to be served at exactly `<issuer>/.well-known/openid-configuration`, with status 200. The server sends the reader somewhere else instead, mostly to add a slash or `www.`, to another host after a move, or to a login page.",
    tell: "The finding shows the status and the target. A target that looks like a login says that the path is protected. Where the keys are redirected instead, see jwks-redirected."
  }
});

// src/causes/discovery-unavailable.ts
var discoveryUnavailable = causeOf("http", {
  id: "discovery-unavailable",
  section: "issuer",
  title: "the issuer does not serve its discovery document",
  severity: "error",
  retry: retryOfStatus,
  certainty: "certain",
  docs: ["oidcDiscovery", "repostInvalidToken", "iamProvider"],
  explains: NO_KEY,
  matches: (failure3) => failure3.peer === "discovery" && !isRedirect(failure3),
  explain: explainUnavailable,
  page: {
    meaning: "Every issuer publishes a small JSON document at `<issuer>/.well-known/openid-configuration`, which names where its keys are. STS begins there. The server answered, but with an error.",
    tell: "404: the path is wrong, or the issuer is configured under another URL. 401 or 403: the path is protected; with a web page in the body, by a firewall for web applications. 429: the issuer limits its callers, STS among them. 5xx: a fault of the server. A redirect is discovery-redirected; a 200 that cannot be read is discovery-malformed."
  }
});

// src/causes/idp-communication-error.ts
var idpCommunicationError = causeOf("aws", {
  id: "idp-communication-error",
  section: "sts",
  title: "AWS STS could not reach the issuer",
  severity: "error",
  retry: "transient",
  certainty: "certain",
  docs: ["assumeRole", "repostInvalidToken"],
  matches: (failure3) => isCode(failure3, "IDPCommunicationError"),
  explain: (failure3, known) => ({
    why: `STS could not reach the issuer ${quote(issuerOf(known))} to verify the token: it answered ${quote(failure3.code)}, ${quote(failure3.message, 400)}${requestId(failure3)}. STS asks from the internet, so what this runner sees of the issuer does not decide it.`,
    fix: ["Run the job again: this mostly passes.", ...askIssuer(known)]
  }),
  page: {
    meaning: "STS fetches the keys of the issuer over the internet to verify the token. It could not reach it: the issuer was down or slow, or a firewall does not let AWS in.",
    tell: "The code is IDPCommunicationError. The usual answer in such a case is InvalidIdentityToken with the sentence on the verification key: see provider-keys-unretrievable."
  }
});

// src/causes/idp-rejected-claim.ts
var idpRejectedClaim = causeOf("aws", {
  id: "idp-rejected-claim",
  section: "sts",
  title: "the identity provider refused its own token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole"],
  matches: (failure3) => isCode(failure3, "IDPRejectedClaim"),
  explain: (failure3, known) => ({
    why: `STS asked the identity provider about the token, and the provider refused it: ${quote(failure3.message, 400)}${requestId(failure3)}. STS asks so only where it has no keys to verify with, as for Facebook and Login with Amazon; the token here is of ${quote(issuerOf(known))}.`,
    fix: [
      "Get a new token and sign in again: the old one was revoked, or belongs to another app.",
      "Give an ID token of an OIDC provider that IAM lists, not an access token of a social login."
    ],
    ...known.token?.source === "file" ? { where: { input: "web-identity-token-file" } } : {}
  }),
  page: {
    meaning: "For a few built-in providers (Facebook, Login with Amazon) STS does not verify a signature but asks the provider. The provider said that the token is revoked, expired or of another app. Tokens of GitHub are never judged so.",
    tell: "The code is IDPRejectedClaim, and the message names the provider that refused."
  }
});

// src/causes/input-invalid.ts
var OWN_CAUSE = ["role-arn", "partition", "region", "unsupported"], MOST = 10, inputInvalid = causeOf("input", {
  id: "input-invalid",
  section: "inputs",
  title: "the inputs of the step are wrong",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["yaml", "githubSecrets"],
  matches: ({ problems }) => !OWN_CAUSE.some((about) => problems.every((problem) => problem.about === about)),
  explain: ({ problems }) => ({
    why: `${count(problems.length, "input").replace(/^o/, "O")} of this step cannot be used, so nothing was asked of GitHub or AWS.
${problems.slice(0, MOST).map(({ input, given: given2, want }) => `- ${quote(input)}: given ${quote(given2)}, wanted ${want}`).join(`
`)}${problems.length > MOST ? `
- and ${problems.length - MOST} more` : ""}`,
    fix: [
      "Correct the inputs named above in the `with:` block of the step.",
      ...problems.some(({ given: given2 }) => given2 === "") ? [
        "Where a value comes from `secrets.` or `vars.` and is empty: secrets are not passed to forks and Dependabot, and those of an environment only to jobs with that `environment:`."
      ] : []
    ],
    where: { input: problems[0]?.input ?? "" }
  }),
  page: {
    meaning: "The step was given a value out of its range or form, lacks a required one, or was given two that contradict each other.",
    tell: "All bad inputs stand in the one annotation, each with what was given and what is wanted. Nothing was sent over the network. Where the only thing wrong is the role, the region, their partition, or an input that this action does not have, that has a page of its own."
  }
});

// src/causes/input-not-supported.ts
var inputNotSupported = causeOf("input", {
  id: "input-not-supported",
  section: "inputs",
  title: "this action does not have all the inputs that were given",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubOidcAws", "iamSessionTags"],
  matches: ({ problems }) => problems.every(({ about }) => about === "unsupported"),
  explain: ({ problems }) => {
    let names = problems.map(({ input }) => input);
    return {
      why: `This step was given ${list(names)}, and this action does not have such inputs: it signs in by OIDC (a short-lived token of the job) and nothing else. Nothing was asked of GitHub or AWS, so that the job does not go on with other rights than you meant. What to use instead:
${problems.map(({ input, want }) => `- ${quote(input)}: ${want}`).join(`
`)}`,
      fix: [
        `Delete from the \`with:\` block of the step: ${list(names)}`,
        "Where the job needs what such an input did, use aws-actions/configure-aws-credentials in a step of its own for that; it has these modes."
      ],
      where: { input: names[0] ?? "" }
    };
  },
  page: {
    meaning: "The inputs of aws-actions/configure-aws-credentials that belong to access keys, role chaining and session tags make no sense when a job signs in by OIDC: AssumeRoleWithWebIdentity takes neither keys nor an external id nor tags. They are refused instead of ignored, because a job that relies on them would otherwise run with other rights than intended.",
    tell: "Only inputs that this action does not have are wrong. Where others are wrong too, all stand together under input-invalid."
  }
});

// src/causes/phrases-network.ts
var CERTIFICATE = /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;
function isCertificate({ code }) {
  return CERTIFICATE.test(code);
}
function isProxy({ phase, detail }) {
  return phase === "proxy" || /tunneling socket could not be established/i.test(detail);
}
var WORDS = {
  ENOTFOUND: "its name is not known to the DNS server that this runner asks",
  EAI_AGAIN: "the DNS server that this runner asks did not answer",
  ECONNREFUSED: "the connection was refused",
  ECONNRESET: "the connection was cut before the answer was complete",
  EPIPE: "the connection was cut before the answer was complete",
  EHOSTUNREACH: "this runner has no route to it",
  ENETUNREACH: "this runner has no route to it",
  ETIMEDOUT: "the connection was not answered"
};
function howItFailed(failure3) {
  return `${inWords(failure3)} (${quote(failure3.code)}: ${oneLine(failure3.detail)})`;
}
function inWords(failure3) {
  return isProxy(failure3) ? "the proxy between did not let the connection through" : failure3.code === "TIMEOUT" ? `no complete answer came${failure3.timeoutMs === void 0 ? "" : ` within ${failure3.timeoutMs / 1e3} s`}` : isCertificate(failure3) ? `this runner does not trust its certificate${shownBy(failure3)}` : WORDS[failure3.code] ?? "the connection failed";
}
function shownBy({ certificates: [leaf] }) {
  return leaf ? `, which names ${quote(leaf.subject)} and was issued by ${quote(leaf.issuer)}` : "";
}

// src/causes/issuer-dns-failure.ts
var issuerDnsFailure = causeOf("network", {
  id: "issuer-dns-failure",
  section: "issuer",
  title: "the name of the issuer's host cannot be resolved",
  severity: "error",
  retry: "transient",
  certainty: "certain",
  docs: ["repostInvalidToken", "githubSelfHosted"],
  explains: NO_KEY,
  matches: (failure3) => isIssuer(failure3.peer) && isNameFailure(failure3) && !isProxy(failure3),
  explain: (failure3, known) => {
    let url = urlAsked(failure3, known), { host } = failure3;
    return {
      why: `The host name of the issuer, ${quote(host)}, was not resolved to an address: ${said2(failure3)} (${quote(failure3.code)}). ${asSeenFromHere(url)}`,
      fix: [
        `Ask a public DNS server for the name: dig +short ${shellWord(host)} @1.1.1.1
No address there: STS cannot find the issuer. Correct the name in the issuer's settings, or add the missing record to the public DNS zone.`,
        "An address there: only the DNS server of this runner does not know the name. Correct the resolver of the runner (/etc/resolv.conf), or run the job again if it was a passing fault.",
        outsideLook(url)
      ]
    };
  },
  page: {
    meaning: "Before the issuer's documents can be fetched, its host name has to be resolved by DNS. On this runner that gave no address. STS resolves the name too, with the DNS of the internet: a name that exists only inside a company's network cannot work.",
    tell: "ENOTFOUND means that the name does not exist for the DNS server that was asked; EAI_AGAIN that this server did not answer. Where an address was found but nothing answers there, see issuer-unreachable; where the address is private, issuer-private-address."
  }
});
function isNameFailure({ phase, host }) {
  return phase === "dns" && !/^[\d.]+$|:/.test(host);
}
function said2({ code, timeoutMs }) {
  return code === "EAI_AGAIN" ? "the DNS server of this runner did not answer for now" : code === "TIMEOUT" ? `DNS gave no answer within ${(timeoutMs ?? 5e3) / 1e3} s` : "the DNS server of this runner does not know it";
}

// src/causes/issuer-private-address.ts
var issuerPrivateAddress = causeOf("address", {
  id: "issuer-private-address",
  section: "issuer",
  title: "the issuer has a private address only",
  severity: "error",
  retry: "never",
  certainty: "likely",
  docs: ["repostInvalidToken", "iamProvider", "rfc1918"],
  explains: NO_KEY,
  matches: () => !0,
  explain: ({ host, addresses }, known) => {
    let url = known.issuer?.discovery.url ?? `https://${host}/.well-known/openid-configuration`;
    return {
      why: `Most likely STS cannot reach the issuer: on this runner ${quote(host)} has only ${addresses.length === 1 ? "the address" : "the addresses"} ${list(addresses)}, which ${addresses.length === 1 ? "exists" : "exist"} inside a private network and not on the internet. STS fetches the issuer's documents from the internet, whatever network the runner is in. What settles it: \`dig +short ${shellWord(host)} @1.1.1.1\`. Where this shows a public address, STS asks that one, and this finding does not count.`,
      fix: [
        publicMirror(known),
        `Give ${quote(host)} a public DNS record that leads there. Inside your network it may keep its private address.`,
        fromOutside(url)
      ]
    };
  },
  page: {
    meaning: "STS asks the issuer over the internet for its discovery document and its keys. An issuer whose host name has only private addresses (10/8, 172.16/12, 192.168/16, 100.64/10, loopback, link-local, fc00::/7) is out of its reach. This is usual for GitHub Enterprise Server and self-managed GitLab in a company's network.",
    tell: 'The addresses stand in the finding. It says "most likely" because some networks give the same name a private address inside and a public one outside (split DNS); a public DNS server settles it. A connection that fails to such an address is not reported on top.'
  }
});

// src/causes/issuer-proxy-failure.ts
var issuerProxyFailure = causeOf("network", {
  id: "issuer-proxy-failure",
  section: "issuer",
  title: "the proxy does not let the runner through to the issuer",
  severity: "error",
  retry: (failure3) => /^4/.test(statusOf(failure3)) ? "never" : "transient",
  certainty: "certain",
  docs: ["githubProxy", "githubSelfHosted"],
  // Explains nothing of STS's: STS does not pass through the runner's proxy.
  matches: (failure3) => isIssuer(failure3.peer) && isProxy(failure3),
  explain: (failure3, known) => {
    let url = urlAsked(failure3, known);
    return {
      why: `The proxy${proxyName(failure3)} did not open a connection to ${quote(failure3.host)}, so the issuer's ${documentName(failure3.peer)} could not be looked at: ${said3(failure3)}. STS fetches the issuer's documents without this proxy, so the sign-in may work all the same; but nothing could be checked here.`,
      fix: [...advice(failure3), fromOutside(url)]
    };
  },
  page: {
    meaning: "The runner is told to use a proxy (HTTPS_PROXY), and asks it to connect to the issuer. The proxy refused, could not connect itself, or is not there.",
    tell: "403: a rule of the proxy forbids the host. 407: the proxy wants user and password. 502, 503, 504: the proxy could not reach the issuer. A connect error: the proxy itself is not reached. Where the proxy lets the connection through but opens it, see issuer-tls-untrusted."
  }
});
function proxyName({ proxy }) {
  let bare2 = proxy?.replace(/^[a-z]+:\/\//i, "").replace(/^.*@/, "") ?? "";
  return bare2 === "" ? " of this runner" : ` ${quote(bare2)}`;
}
function statusOf({ code, detail }) {
  return /statusCode=(\d{3})/.exec(detail)?.[1] ?? /\b([345]\d\d)$/.exec(code)?.[1] ?? "";
}
function said3(failure3) {
  let status = statusOf(failure3);
  if (status === "407") return "it answered 407 and wants user name and password";
  if (status === "403") return "it answered 403, a rule of the proxy forbids this host";
  if (status !== "") return `it answered ${status}, it could not reach the issuer itself`;
  let cause = /cause=(.*)/s.exec(failure3.detail)?.[1] ?? (failure3.detail || failure3.code);
  return `the proxy itself was not reached (${oneLine(cause.replace(/\/\/[^@\s]*@/g, "//"))})`;
}
function advice(failure3) {
  let around = `Or go around the proxy, where the network allows it. In the environment of the runner: NO_PROXY=${oneLine(failure3.host)}`, status = statusOf(failure3);
  return status === "407" ? [
    "Put user and password into the setting of the runner, special characters percent-encoded: HTTPS_PROXY=http://USER:PASSWORD@PROXY:PORT",
    around
  ] : status === "403" ? [`Let the rules of the proxy allow CONNECT to ${quote(`${failure3.host}:443`)}.`, around] : status !== "" ? ["Look in the log of the proxy why it could not connect, and run the job again.", around] : ["Correct host and port in HTTPS_PROXY of the runner, or start the proxy.", around];
}

// src/causes/issuer-slow.ts
var LIMIT_MS = 5e3;
function isTimeUp(failure3) {
  return failure3.code === "TIMEOUT" && /^(tls|response)$/.test(failure3.phase) && !isProxy(failure3);
}
var issuerSlow = causeOf(["slow", "network"], {
  id: "issuer-slow",
  section: "issuer",
  title: "the issuer answers too slowly",
  severity: (failure3) => failure3.kind === "slow" && failure3.totalMs <= LIMIT_MS ? "warning" : "error",
  retry: "transient",
  certainty: "certain",
  docs: ["repostInvalidToken", "rfc9111"],
  explains: NO_KEY,
  matches: (failure3) => failure3.kind === "slow" || isIssuer(failure3.peer) && isTimeUp(failure3),
  explain: (failure3, known) => {
    let { why, url } = failure3.kind === "slow" ? slow(failure3, known) : timeUp(failure3, known);
    return {
      why: `${why} STS gives up after about 5 s for both documents together, and then says that it could not retrieve the verification key. This was measured from this runner; the way from AWS to the issuer may be shorter or longer.`,
      fix: [
        `Serve both documents from a cache or CDN. They are small and nearly never change:
Cache-Control: public, max-age=3600`,
        `Measure again, phase by phase: curl -sS -o /dev/null -w 'dns %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first byte %{time_starttransfer} total %{time_total}\\n' ${shellWord(url)}`,
        "Look at the issuer's load at that moment: many jobs that start at once make STS ask many times at once.",
        fromOutside(url)
      ]
    };
  },
  page: {
    meaning: "STS fetches the discovery document and the keys one after the other when it does not hold them in its cache, and waits about 5 s in all. An issuer that needs nearly as long fails now and then; one that needs longer fails always.",
    tell: "From 2 s on this is a warning, from 5 s on an error. The finding shows which phase took the time: the DNS server, the connection (distance, firewall), TLS, the first byte (the server thinks), or the rest of the body (a thin line). Where no connection came about at all, see issuer-unreachable."
  }
});
function slow({ totalMs, discovery, jwks }, known) {
  let phases = [...phasesOf("discovery document", discovery), ...phasesOf("keys", jwks)], longest = phases.reduce(
    (most, phase) => most && most.ms >= phase.ms ? most : phase,
    void 0
  ), ate = longest ? ` Most of it went to ${longest.name} of the ${longest.document}: ${inSeconds(longest.ms)}.` : "";
  return {
    url: known.issuer?.discovery.url ?? "",
    why: `The issuer took ${inSeconds(totalMs)} to serve its discovery document and its keys.${ate} ${documentsInWords(phases)}`
  };
}
function timeUp(failure3, known) {
  let url = urlAsked(failure3, known), seconds = (failure3.timeoutMs ?? LIMIT_MS) / 1e3, state2 = failure3.phase === "tls" ? "the connection stood, but the TLS handshake was not completed" : "the connection stood, but the whole answer did not come";
  return {
    url,
    why: `The issuer did not serve its ${documentName(failure3.peer)} at ${quote(url)} within ${seconds} s: ${state2}.`
  };
}
function phasesOf(document, timings) {
  if (!timings) return [];
  let { dnsMs = 0, connectMs = 0, tlsMs = 0, firstByteMs = 0, totalMs } = timings, bodyMs = Math.max(0, totalMs - dnsMs - connectMs - tlsMs - firstByteMs);
  return [
    ["DNS", dnsMs],
    ["connecting", connectMs],
    ["TLS", tlsMs],
    ["waiting for the first byte", firstByteMs],
    ["the body", bodyMs]
  ].map(([name, ms]) => ({ document, name, ms }));
}
function documentsInWords(phases) {
  return [...new Set(phases.map(({ document }) => document))].map((document) => {
    let parts = phases.filter((phase) => phase.document === document).map(({ name, ms }) => `${name} ${Math.round(ms)} ms`);
    return `Of the ${document}: ${parts.join(", ")}.`;
  }).join(" ");
}
function inSeconds(ms) {
  return `${(ms / 1e3).toFixed(1)} s`;
}

// src/causes/phrases-issuer-tls.ts
function trustProblem(failure3) {
  let { code, phase } = failure3;
  if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return "dates";
  if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return "name";
  if (/^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)/.test(code))
    return isInspected(failure3) ? "untrusted" : "gap";
  let isWeak = phase === "tls" && /_KEY_TOO_SMALL$|_MD_TOO_WEAK$|^INVALID_PURPOSE$/.test(code);
  return isCertificate(failure3) || isWeak ? "untrusted" : void 0;
}
var INSPECTORS = /zscaler|netskope|palo alto|forti(net|gate)|blue ?coat|symantec web|umbrella|sophos|mcafee|skyhigh|forcepoint|websense|check ?point|gateway ca - cloudflare|watchguard|barracuda|sonicwall|mitmproxy|squid|charles proxy|burp|inspection/i, GITHUB2 = /(^|\.)(actions\.githubusercontent\.com|ghe\.com)$/i;
function isInspected({ certificates, host }) {
  return certificates.some(({ subject, issuer }) => INSPECTORS.test(`${subject} ${issuer}`)) || GITHUB2.test(host) && certificates.length > 0;
}
function lastOf(certificates) {
  return certificates.at(-1);
}
function chainInWords(certificates) {
  return certificates.length === 0 ? "Its certificates could not be read." : `The server sent: ${certificates.map(
    ({ subject, issuer, selfSigned: selfSigned2 }) => selfSigned2 ? `${quote(subject)}, signed by itself` : `${quote(subject)}, signed by ${quote(issuer)}`
  ).join("; ")}.`;
}

// src/causes/issuer-tls-chain-incomplete.ts
var issuerTlsChainIncomplete = causeOf("network", {
  id: "issuer-tls-chain-incomplete",
  section: "issuer",
  title: "the issuer's server sends an incomplete certificate chain",
  severity: "error",
  retry: "never",
  certainty: "likely",
  docs: ["iamThumbprint", "nodeExtraCa"],
  explains: [...NO_KEY, "provider-thumbprint-mismatch"],
  matches: (failure3) => isIssuer(failure3.peer) && trustProblem(failure3) === "gap",
  explain: (failure3, known) => {
    let url = urlAsked(failure3, known), missing2 = quote(lastOf(failure3.certificates)?.issuer ?? "of its authority");
    return {
      why: `Most likely the server of ${quote(failure3.host)} does not send the whole certificate chain: the certificate ${missing2}, which signed the last one sent, is missing, and this runner does not know it (${quote(failure3.code)}). ${chainInWords(failure3.certificates)} A browser often hides this, because it fetches or remembers the missing one; STS and Node do not. What settles it: if ${missing2} is a public certificate authority, the chain is incomplete; if it is your company's own or that of a proxy, it is not trusted here.`,
      fix: [
        `Let the server send its certificate and all intermediate ones, in this order. With Let's Encrypt and nginx: ssl_certificate /etc/letsencrypt/live/${oneLine(failure3.host)}/fullchain.pem;`,
        `Look at what it sends: ${showCertificates(url, failure3.host)}`,
        `If ${missing2} is a private authority, use a certificate of a public one, or let the runner trust it:
env:
  NODE_EXTRA_CA_CERTS: /path/to/root-ca.pem`,
        outsideLook(url)
      ]
    };
  },
  page: {
    meaning: "A server proves its name by a chain of certificates: its own, then those of the authorities between, up to one that everybody knows. A server that sends only its own leaves a gap. It is the most frequent mistake in setting up TLS, and invisible in most browsers. The same error shows where the last link is a private authority's.",
    tell: "Node says UNABLE_TO_VERIFY_LEAF_SIGNATURE where only one certificate was sent, UNABLE_TO_GET_ISSUER_CERT_LOCALLY where more were sent. Where the chain is whole but ends in an authority that is not trusted, or in a proxy that is known by its name, see issuer-tls-untrusted."
  }
});

// src/causes/issuer-tls-expired.ts
var issuerTlsExpired = causeOf("network", {
  id: "issuer-tls-expired",
  section: "issuer",
  title: "the issuer's certificate is not valid today",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider"],
  explains: NO_KEY,
  matches: (failure3) => isIssuer(failure3.peer) && trustProblem(failure3) === "dates",
  explain: (failure3, known) => {
    let url = urlAsked(failure3, known), state2 = failure3.code === "CERT_NOT_YET_VALID" ? "is not valid yet by the clock of this runner" : "has expired by the clock of this runner";
    return {
      why: `The certificate of ${quote(failure3.host)} ${state2}. ${dates(failure3, known)} ${clocks(known)}`,
      fix: [
        "Renew the certificate on the server (or on the load balancer or CDN before it), and let the server load it. With certbot: certbot renew && systemctl reload nginx",
        `Look at its dates: ${showCertificates(url, failure3.host)} 2>/dev/null | openssl x509 -noout -dates -subject -issuer`,
        "On a self-hosted runner compare its clock: date -u. Where it is wrong, switch time synchronisation on: sudo timedatectl set-ntp true",
        outsideLook(url)
      ]
    };
  },
  page: {
    meaning: "A certificate counts between two dates only. Outside of them neither this runner nor STS accepts it. Certificates are renewed automatically nearly everywhere, so that an expired one mostly means that the renewal has failed for weeks, or that the server was not told to load the new one.",
    tell: "CERT_HAS_EXPIRED: the last date is over. CERT_NOT_YET_VALID: the first date is still to come. Either may also mean that the clock of the runner is wrong; clock-skew shows that by the clocks of other servers."
  }
});
function dates({ certificates }, { now }) {
  let outside = (one2) => Date.parse(one2.validTo) <= now || Date.parse(one2.validFrom) > now, one = certificates.find(outside) ?? certificates[0];
  return one ? `The certificate ${quote(one.subject)} is valid from ${quote(one.validFrom)} to ${quote(one.validTo)}; the clock of this runner shows ${quote(new Date(now).toISOString())}.` : "Its dates could not be read.";
}
function clocks({ clocks: samples }) {
  let skews = samples.map(({ skewSeconds }) => skewSeconds), largest = Math.max(0, ...skews.map(Math.abs));
  return skews.length === 0 ? "No other server has told its time so far." : largest < 300 ? "Other servers show the same time as this runner, so the certificate is at fault, and STS sees the same." : `Other servers show a time that differs by ${duration(largest)}, so look at the clock of this runner first.`;
}

// src/causes/issuer-tls-expires-soon.ts
var issuerTlsExpiresSoon = causeOf("certificate", {
  id: "issuer-tls-expires-soon",
  section: "issuer",
  title: "the issuer's certificate expires soon",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider"],
  matches: () => !0,
  explain: ({ host, daysLeft, validTo, issuedBy }) => ({
    why: `The certificate of ${quote(host)} ends on ${quote(validTo)}, ${daysLeft < 1 ? "in less than a day" : `in ${count(daysLeft, "day")}`}. From then on neither STS nor anybody else accepts it, and no job signs in with this issuer. It was issued by ${quote(issuedBy)}. Certificates that renew themselves are renewed weeks before, so the renewal has most likely stopped working.`,
    fix: [
      "Renew the certificate, and let the server load it. With certbot: certbot renew && systemctl reload nginx",
      `Look at what the server shows now: openssl s_client -connect ${shellWord(hostAndPort("", host))} -servername ${shellWord(host)} </dev/null 2>/dev/null | openssl x509 -noout -enddate`
    ]
  }),
  page: {
    meaning: "The certificate that the issuer shows today is valid, but for 14 days or less. Sign-in works until then. This warning is the time to mend the renewal.",
    tell: "The last day stands in the finding. When it is over, the cause is issuer-tls-expired. Where a proxy opens the TLS connections of the runner, the date is that of its certificate, as the name of the issuing authority shows."
  }
});

// src/causes/issuer-tls-name-mismatch.ts
var MOST_NAMES = 8, issuerTlsNameMismatch = causeOf("network", {
  id: "issuer-tls-name-mismatch",
  section: "issuer",
  title: "the issuer's certificate is made out to another name",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider"],
  explains: NO_KEY,
  matches: (failure3) => isIssuer(failure3.peer) && trustProblem(failure3) === "name",
  explain: (failure3, known) => {
    let url = urlAsked(failure3, known), [leaf] = failure3.certificates, names = (leaf?.names ?? []).filter((name) => name !== ""), held = names.length > 0 ? list(names.slice(0, MOST_NAMES)) : "no name at all", more = names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "";
    return {
      why: `The server that answers for ${quote(failure3.host)} shows a certificate that does not hold this name: it holds ${held}${more}, and was issued by ${quote(leaf?.issuer ?? "")}. So either the certificate lacks the name, or the name leads to another server. ${quote(failure3.code)} is what Node calls it; STS compares the names too.`,
      fix: [
        `Order a certificate that holds ${quote(failure3.host)} as a subject alternative name (SAN), and load it on the server. With certbot: certbot --nginx -d ${shellWord(failure3.host)}`,
        `If the server is shared, see that it picks the certificate by name (SNI): ${showCertificates(url, failure3.host)}`,
        "If the names above belong to something else, correct the DNS record: the name leads to the wrong server.",
        outsideLook(url)
      ]
    };
  },
  page: {
    meaning: "A certificate says for which host names it stands. The one that was shown does not hold the host of the issuer, so the reader cannot know whom it speaks with, and stops.",
    tell: "The names in the certificate say what happened: a default certificate of the web server or the load balancer (a name of its own), another site on the same address (that site's name), a wildcard that covers one level only (*.example.com does not hold a.b.example.com), or a page of a proxy."
  }
});

// src/causes/issuer-tls-untrusted.ts
var issuerTlsUntrusted = causeOf("network", {
  id: "issuer-tls-untrusted",
  section: "issuer",
  title: "the issuer's certificate is not trusted",
  severity: "error",
  retry: "never",
  certainty: (failure3) => isInspected(failure3) ? "likely" : "certain",
  docs: ["iamThumbprint", "nodeExtraCa", "githubProxy"],
  explains: [...NO_KEY, "provider-thumbprint-mismatch"],
  matches: (failure3) => isIssuer(failure3.peer) && trustProblem(failure3) === "untrusted",
  explain: (failure3, known) => isInspected(failure3) ? inspected(failure3, known) : failure3.code === "DEPTH_ZERO_SELF_SIGNED_CERT" ? selfSigned(failure3, known) : privateAuthority(failure3, known),
  page: {
    meaning: "A certificate counts when a certificate authority (CA) signed it that the reader trusts. Node trusts the public authorities. STS trusts the public authorities too, and beside them what the thumbprints of the provider in IAM name.",
    tell: "Signed by itself: somebody made it without an authority. Signed by a private authority: a company has its own. Signed by a proxy (Zscaler, Netskope and the like): the network of the runner opens TLS connections, and only this runner sees it. Where the chain has a gap instead, see issuer-tls-chain-incomplete."
  }
});
function inspected(failure3, known) {
  let url = urlAsked(failure3, known), signer = quote(failure3.certificates[0]?.issuer ?? "");
  return {
    why: `Most likely a proxy in the network of this runner opens the TLS connection to ${quote(failure3.host)} and signs it anew: the certificate here is signed by ${signer}, which this runner does not trust (${quote(failure3.code)}). ${chainInWords(failure3.certificates)} STS does not pass through that proxy, so it sees the true certificate. What settles it: the same request from another network.`,
    fix: [
      `Take ${quote(failure3.host)} out of the inspection of the proxy. This is the clean way: an inspected connection shows this action nothing of the true issuer.`,
      `Or let Node trust the CA of the proxy. Save its root certificate on the runner and set it for the job:
env:
  NODE_EXTRA_CA_CERTS: /path/to/proxy-root-ca.pem`,
      outsideLook(url)
    ]
  };
}
function selfSigned(failure3, known) {
  return {
    why: `The certificate of ${quote(failure3.host)} is signed by itself, not by a certificate authority (CA), so nobody can tell who made it (${quote(failure3.code)}). ${chainInWords(failure3.certificates)} STS does not accept it either, unless the provider in IAM holds its thumbprint.`,
    fix: [...publicCertificate(failure3.host), ...byThumbprint(failure3, known)]
  };
}
function privateAuthority(failure3, known) {
  let root2 = quote(lastOf(failure3.certificates)?.issuer ?? "an unknown authority");
  return {
    why: `The certificate of ${quote(failure3.host)} leads to ${root2}, a certificate authority (CA) that this runner does not trust (${quote(failure3.code)}). ${chainInWords(failure3.certificates)} If ${root2} is the CA of a proxy that inspects TLS, only this runner sees it. If it is your company's own CA, STS sees it too, and refuses it unless the provider in IAM holds its thumbprint.`,
    fix: [
      `If ${root2} belongs to a proxy, take ${quote(failure3.host)} out of its inspection.`,
      ...publicCertificate(failure3.host),
      ...byThumbprint(failure3, known),
      `To let this runner trust the CA as well, set for the job:
env:
  NODE_EXTRA_CA_CERTS: /path/to/root-ca.pem`
    ]
  };
}
function publicCertificate(host) {
  return [
    `Give ${quote(host)} a certificate of a public CA, for example from Let's Encrypt. Then neither thumbprint nor setting is needed.`
  ];
}
function byThumbprint(failure3, known) {
  let last = lastOf(failure3.certificates), url = urlAsked(failure3, known);
  return last ? [
    `Or name its thumbprint to IAM (this replaces the list that is there):
aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(providerArn(known))} --thumbprint-list ${last.sha1}`
  ] : [`Look at the certificates: ${showCertificates(url, failure3.host)}`];
}

// src/causes/issuer-unreachable.ts
var issuerUnreachable = causeOf("network", {
  id: "issuer-unreachable",
  section: "issuer",
  title: "no connection to the issuer comes about",
  severity: "error",
  retry: "transient",
  certainty: "certain",
  docs: ["repostInvalidToken", "githubSelfHosted"],
  explains: NO_KEY,
  matches: (failure3) => isIssuer(failure3.peer) && !isProxy(failure3) && !isNameFailure(failure3) && !isTimeUp(failure3) && trustProblem(failure3) === void 0,
  explain: (failure3, known) => {
    let url = urlAsked(failure3, known), at = failure3.addresses.length > 0 ? ` (address ${list(failure3.addresses)})` : "";
    return {
      why: `The issuer's ${documentName(failure3.peer)} could not be fetched: ${said4(failure3)}. Host: ${quote(failure3.host)}${at}. Node says ${quote(failure3.code)}: ${oneLine(failure3.detail)}. ${asSeenFromHere(url)}`,
      fix: [...advice2(failure3), outsideLook(url)]
    };
  },
  page: {
    meaning: "The host name of the issuer was resolved, but the connection was refused, not answered, or cut before a whole answer came. A firewall, a server that is down, or a wrong port are the usual reasons. STS has to reach the same host on port 443, from the internet.",
    tell: "Refused (ECONNREFUSED): a machine answers, but nothing listens on that port, or a firewall refuses. No answer (ETIMEDOUT, TIMEOUT while connecting): a firewall drops the packets. Where the server was connected and the time ran out, see issuer-slow; where its certificate is not accepted, the four pages issuer-tls-\u2026."
  }
});
function said4({ code, phase, timeoutMs }) {
  return code === "ECONNREFUSED" ? "the connection was refused, so nothing listens on that port or a firewall refuses it" : /TIMEDOUT|^TIMEOUT/.test(code) ? `nothing answered${timeoutMs === void 0 ? "" : ` within ${timeoutMs / 1e3} s`}, as when a firewall drops the packets` : /UNREACH/.test(code) ? "this runner has no network route to the address" : isNotTls(code) ? "what listens on that port does not speak TLS as Node does" : phase === "tls" ? "the server (or a firewall) cut the connection before it was encrypted" : phase === "response" ? "the connection was cut before the whole answer came" : "the connection failed";
}
function advice2({ code, host, phase }) {
  return isNotTls(code) ? [
    "Let the server speak HTTPS (TLS 1.2 or newer) on that port. A server that speaks plain HTTP there shows this very error."
  ] : phase === "response" || phase === "tls" ? [
    "Run the job again: a connection that was cut once is often a passing fault.",
    "Where it stays, look at the log of the server, the load balancer and the firewall before it."
  ] : [
    `Let the firewall before the issuer admit ${quote(host)}, port 443, from the whole internet: STS publishes no list of addresses that it comes from.`,
    "On a self-hosted runner, let the runner itself out to that host and port."
  ];
}
function isNotTls(code) {
  return code === "EPROTO" || code.startsWith("ERR_SSL_");
}

// src/causes/issuer-url-invalid.ts
var PROBLEMS2 = {
  unparsable: "is no URL",
  scheme: "does not begin with `https://`",
  query: "has a query (`?\u2026`)",
  fragment: "has a fragment (`#\u2026`)",
  port: "has a port",
  "user-info": "has a user name or password before the host",
  "trailing-slash": "differs from the URL that was given only by the slash at its end",
  "too-long": "is longer than 255 characters"
}, issuerUrlInvalid = causeOf("issuer-url", {
  id: "issuer-url-invalid",
  section: "issuer",
  title: "the issuer's URL does not fit a provider in IAM",
  severity: "error",
  retry: "never",
  certainty: (failure3) => failure3.kind === "issuer-url" && failure3.problem === "port" ? "likely" : "certain",
  docs: ["iamProvider", "oidcCore"],
  explains: [...NO_KEY, "token-rejected", "provider-not-found"],
  matches: () => !0,
  explain: ({ url, problem }, known) => ({
    why: `${problem === "port" ? "Most likely AWS does not take this issuer: its" : "The"} URL ${quote(url, 300)} ${PROBLEMS2[problem]}. ${ruleOn(problem)}`,
    fix: problem === "trailing-slash" ? slashFix(url, known) : fixFor(url, problem, known),
    ...problem === "trailing-slash" ? { where: { input: "issuer" } } : {}
  }),
  page: {
    meaning: "The claim `iss` of the token is the issuer's URL, and IAM looks for a provider with exactly this URL. IAM takes https URLs with a host and perhaps a path; no query, no fragment, no user name, at most 255 characters, and, as AWS's documentation has it, no port.",
    tell: "This is seen from the text of the URL alone, before anything is fetched. Where the URL is in order but the provider has another one, STS answers that there is no such provider (provider-not-found, token-rejected)."
  }
});
function ruleOn(problem) {
  return problem === "port" ? "AWS's documentation says that the URL of a provider should not contain a port number. What settles it: whether `aws iam create-open-id-connect-provider` takes it." : problem === "trailing-slash" ? "For IAM these are two issuers: the provider has to have the URL that stands in the token, to the letter." : "IAM takes as provider only a URL of the form `https://host/path`, and compares it with the `iss` of the token to the letter.";
}
function fixFor(url, problem, known) {
  let fitting = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#\s]+)(?::\d+)?(\/[^?#\s]*)?/i, [, host = "", path = ""] = fitting.exec(url) ?? [], wanted3 = host === "" || problem === "too-long" ? "https://host/path" : `https://${host}${path}`;
  return [
    `Set the public URL of the issuer, in its own settings, to one that IAM takes: ${wanted3}`,
    problem === "port" ? "Serve it on port 443, for example by a reverse proxy. Tokens and discovery document must then say the URL without the port." : "Tokens (`iss`) and discovery document (`issuer`) must then both say it.",
    `Give IAM a provider with it:
${createProvider(known, wanted3)}`
  ];
}
function slashFix(url, known) {
  return [
    `Write the issuer as the token has it:
with:
  issuer: ${url}`,
    `See that the provider in IAM has it in the same form:
${getProvider(known)}`
  ];
}

// src/causes/jwks-cache-short.ts
var jwksCacheShort = causeOf("cache", {
  id: "jwks-cache-short",
  section: "issuer",
  title: "the issuer's keys stay fresh for less than a minute",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["rfc9111", "gitlabCache"],
  matches: ({ peer, freshness }) => peer === "jwks" && !isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    why: `${said5(header, freshness.lifetimeSeconds)} (${quote(url)}). Jobs that start one after the other may then find the keys in no cache, and the issuer is asked again and again. Nothing is wrong yet; it is the first place to look when sign-in fails now and then.`,
    fix: [
      `Let the issuer (or the proxy or CDN before it) send with the JWKS:
Cache-Control: public, max-age=3600`,
      `Look again: ${look(url)}`
    ]
  }),
  page: {
    meaning: "STS is believed to honour how long an answer may be cached. Below a minute, parallel and successive jobs of one pipeline meet an empty cache again and again. Publish a new key a good while before the first token is signed with it; then an hour is safe.",
    tell: "The time is what is left when the answer comes: max-age less the Age that caches between add. Where caching is forbidden outright, see jwks-not-cacheable."
  }
});
function said5(header, seconds) {
  return header === "" ? "The issuer does not say for how long its keys may be cached, for there is no header Cache-Control" : `The issuer's keys were fresh for only ${duration(seconds)} when they came, by ${quote(header)}`;
}

// src/causes/jwks-key-not-found.ts
var MOST_KIDS = 8, jwksKeyNotFound = causeOf("key", {
  id: "jwks-key-not-found",
  section: "issuer",
  title: "the token's key is not among the issuer's keys",
  severity: "error",
  retry: "once",
  certainty: "certain",
  docs: ["rfc7517", "oidcDiscovery", "repostInvalidToken"],
  explains: [...NO_KEY, "token-rejected"],
  matches: ({ problem }) => problem === "not-found",
  explain: (failure3, known) => {
    let { kid, url, kids } = failure3;
    return kids.length === 0 ? {
      why: `${jwksAt(url)} hold no key at all, so no token of this issuer can be verified${kid === "" ? "" : `; this one names the key ${quote(kid)}`}.`,
      fix: [
        "Publish the public key that signs the tokens, with a `kid`.",
        `Look again: ${read(url)}`
      ]
    } : { why: `${named(failure3)} ${secondCopy(failure3, known)}`, fix: fixFor2(failure3, known) };
  },
  page: {
    meaning: "The header of a token names the key that signed it (`kid`). STS looks for this id among the keys that the issuer publishes. It is not there: the keys were changed too early or published too late, a cache between serves an old copy, or the token is from another environment than the keys.",
    tell: "The keys were fetched once more past caches. In the second copy the key is there: a cache between is stale, and the header Age shows for how long. It is nowhere: the issuer does not publish it. Where the id is there but the signature is not by that key, see token-signature-invalid."
  }
});
function named({ kid, url, kids }) {
  let more = kids.length > MOST_KIDS ? ` and ${count(kids.length - MOST_KIDS, "other")}` : "";
  return `The token was signed with the key ${quote(kid)}, which is not among the issuer's keys (JWKS) at ${quote(url)}. There are: ${list(kids.slice(0, MOST_KIDS))}${more}. STS looks the key up by this id.`;
}
function inSecondCopy(kid, { issuer }) {
  let result = issuer?.refetched?.result;
  return result?.ok ? result.value.some((key) => key.kid === kid) : void 0;
}
function secondCopy({ kid }, known) {
  let there = inSecondCopy(kid, known);
  if (there === void 0) return "";
  if (!there)
    return "Fetched once more past caches, it is not there either: the issuer does not publish it.";
  let age = Number(known.issuer?.jwks?.observed?.headers.age);
  return `Fetched once more past caches, it is there: a cache between the issuer and its readers serves an old copy.${age > 0 ? ` The header \`Age: ${age}\` says that this copy was ${duration(age)} old.` : ""} STS may get the old copy too.`;
}
function fixFor2({ kid, url }, known) {
  let again2 = `Look which ids are there now: ${read(url)}`;
  return inSecondCopy(kid, known) ? [
    `Purge ${quote(url)} in the CDN or proxy, then run the job again.`,
    "From now on publish a new key first, wait as long as the old copy may be cached (max-age), and sign with it only then.",
    again2
  ] : [
    "Run the job again if keys were changed just now: a new token may name a key that is published.",
    `Publish the key ${quote(kid)} beside the others. When keys rotate: publish first, sign later, and remove the old key only when its last token has expired.`,
    "If the tokens come from another environment (staging, another tenant), `iss` or `jwks_uri` names the wrong one.",
    again2
  ];
}

// src/causes/jwks-key-unusable.ts
var jwksKeyUnusable = causeOf("key", {
  id: "jwks-key-unusable",
  section: "issuer",
  title: "STS cannot use the token's key as it is published",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7517", "rfc7518", "iamProvider"],
  explains: [...NO_KEY, "token-rejected"],
  matches: ({ problem }) => problem === "unusable",
  explain: (failure3, { token }) => {
    let alg = typeof token?.header.alg == "string" ? token.header.alg : "", { why, fix } = REASONS[memberOf(failure3)] ?? lacks(memberOf(failure3)), signed = alg === "" ? "" : ` The token is signed with ${quote(alg)}.`;
    return {
      why: `The key ${quote(failure3.kid)} at ${quote(failure3.url)} cannot verify the token: ${why} Published is ${quote(failure3.detail ?? "")}.${signed}`,
      fix: [fix, `Look at the key: ${read(failure3.url)}`]
    };
  },
  page: {
    meaning: "A published key says what it is and what it is for. STS takes RSA keys, and EC keys of the curves P-256, P-384 and P-521, for signatures. It passes over keys for encryption, does not take keys with `key_ops` at all, and wants the numbers of the key (`n` and `e`, or `x` and `y`), not only a certificate.",
    tell: "The finding names the member. For `use: enc` STS says that it could not retrieve the verification key; for `key_ops` it gives its generic sentence. Both, and that the `alg` of the key is not compared, were observed with real STS on 2026-09-11. Only the key that the token names is judged: others in the set may be for encryption."
  }
});
function memberOf({ detail }) {
  return detail?.split(":")[0] ?? "";
}
var REASONS = {
  use: {
    why: "it is published for encryption, not for signatures.",
    fix: `Publish the signing key with this member, or without it:
"use": "sig"`
  },
  key_ops: {
    why: "it has the member `key_ops`, and STS refuses such a key, even where `key_ops` allows to verify.",
    fix: 'Remove `key_ops` from the published key. To say what it is for, use instead:\n"use": "sig"'
  },
  kty: {
    why: "it is of another kind than the algorithm of the token needs. RS256, RS384 and RS512 need an RSA key, ES256, ES384 and ES512 an EC key.",
    fix: "Sign the tokens with an RSA key (RS256) or an EC key (ES256), and publish that key under this id."
  },
  crv: {
    why: "its curve is not the one of the algorithm. ES256 needs P-256, ES384 needs P-384, ES512 needs P-521.",
    fix: "Sign with the algorithm of the curve, or publish a key of the curve of the algorithm."
  },
  x5c: {
    why: "its certificate (`x5c`) is of another key than its numbers, and STS takes a key only where the two agree.",
    fix: "Remove `x5c` from the published key, or publish the certificate of this very key. STS does not need it."
  }
};
function lacks(member2) {
  return {
    why: `it lacks ${list([member2])}, and STS does not read the key from a certificate (\`x5c\`) instead.`,
    fix: "Publish the numbers of the key: `n` and `e` of an RSA key, `crv`, `x` and `y` of an EC key, each in base64url."
  };
}

// src/causes/jwks-key-weak.ts
var jwksKeyWeak = causeOf("key", {
  id: "jwks-key-weak",
  section: "issuer",
  title: "the issuer publishes an RSA key that is too short",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7518", "rfc7517"],
  matches: ({ problem }) => problem === "weak",
  explain: ({ url, kid, kids, detail = "" }) => ({
    why: `${jwksAt(url)} hold an RSA key of fewer than 2,048 bits: ${quote(kid)} has ${detail}.${kids.length > 1 ? ` In all there are ${kids.length}: ${list(kids.slice(0, 8))}.` : ""} RS256 and its kin demand 2,048 or more (RFC 7518, section 3.3). Whoever breaks a short key signs tokens in the name of the issuer. Many libraries refuse such a key; whether STS takes it is not known.`,
    fix: [
      `Make a new key and sign with it:
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out signing-key.pem`,
      "Publish its public half under a new `kid`, and take the short key out when its last token has expired.",
      `Look at the keys: ${read(url)}`
    ]
  }),
  page: {
    meaning: "RSA keys below 2,048 bits no longer count as safe, and the standard for signed tokens forbids them. Roles that trust this issuer are only as safe as its shortest key.",
    tell: "The length is counted from the published modulus (`n`). Every published key counts, not only the one that signed this token: STS would take a token signed with any of them."
  }
});

// src/causes/jwks-kid-duplicate.ts
var jwksKidDuplicate = causeOf("key", {
  id: "jwks-kid-duplicate",
  section: "issuer",
  title: "several keys of the issuer share one id",
  severity: (failure3) => isLastWrong(failure3) ? "error" : "warning",
  retry: "never",
  certainty: (failure3) => failure3.detail === "signature" ? "likely" : "certain",
  docs: ["rfc7517"],
  explains: [...NO_KEY, "token-rejected", "token-signature-invalid"],
  matches: ({ problem }) => problem === "duplicate",
  explain: (failure3) => ({
    why: said6(failure3),
    fix: [
      `Give each key an id of its own, a new one for the key that came last: whoever holds ${quote(failure3.kid)} in a cache knows it as another key.`,
      ...isLastWrong(failure3) ? [
        `At once: move the key that signs the tokens behind the others with the id ${quote(failure3.kid)}, or take the others out.`
      ] : [],
      `Look at the keys: ${read(failure3.url)}`
    ]
  }),
  page: {
    meaning: "STS looks a key up by its id. Where several keys have the same, the last in the list replaces the ones before (observed with real STS on 2026-09-11). Whether sign-in works then hangs on the order of the list.",
    tell: "An error where the last one is not the key that signed the token: it is for encryption, of another kind, or does not verify the signature. A warning where the last one is right, or where no token was there to try. The same key listed twice does no harm, and is not reported."
  }
});
function isLastWrong({ detail }) {
  return detail !== void 0;
}
function said6({ kid, url, detail }) {
  let share = `several different keys at ${quote(url)} share the id ${quote(kid)}, and STS takes the last of them`;
  return detail === void 0 ? `An id stands for more than one key: ${share}. Today that works; with another order of the list, sign-in fails.` : detail === "signature" ? `Most likely STS takes a wrong key for this token: ${share}, but the last one does not verify the signature. What settles it: the list with the others taken out.` : `STS takes a wrong key for this token: ${share}, but the last one cannot verify it (${quote(detail)}).`;
}

// src/causes/jwks-kid-missing.ts
var jwksKidMissing = causeOf("key", {
  id: "jwks-kid-missing",
  section: "issuer",
  title: "the token and the keys are not joined by a key id",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7515", "rfc7517", "iamProvider"],
  explains: NO_KEY,
  matches: ({ problem }) => problem === "kid-missing",
  explain: (failure3) => ({
    why: said7(failure3),
    fix: [
      'Give every published key a `kid`, and write the `kid` of the signing key into the header of every token:\n{"alg":"RS256","typ":"JWT","kid":"\u2026"}',
      "A good id is the thumbprint of the key (RFC 7638): it never stands for another one.",
      `Look at the keys: ${read(failure3.url)}`
    ]
  }),
  page: {
    meaning: "STS finds the key of a token by its id, `kid`. A token without one is taken only where the issuer publishes exactly one key; and also that key must have an id.",
    tell: "The finding says which side lacks the id: the token, or the key. This was observed with real STS on 2026-09-11. Where both have ids that do not meet, see jwks-key-not-found."
  }
});
function said7({ kid, url, kids, detail }) {
  let ids = kids.length > 0 ? ` The ids there are: ${list(kids.slice(0, 8))}.` : "";
  if (detail === "token")
    return `The token does not say which key signed it: its header has no \`kid\`. ${jwksAt(url)} hold ${kids.length > 1 ? `${count(kids.length, "id")}, and` : "several keys, and"} STS takes a token without \`kid\` only where there is exactly one key.${ids}`;
  let named2 = kid === "" ? "" : ` The token names the key ${quote(kid)}, and no published key has this id.`;
  return `${jwksAt(url)} hold a key without an id (\`kid\`). STS passes over such a key, even where it is the only one.${named2}${ids}`;
}

// src/causes/jwks-malformed.ts
var jwksMalformed = causeOf("document", {
  id: "jwks-malformed",
  section: "issuer",
  title: "the issuer's keys are not a JSON Web Key Set",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7517", "oidcDiscovery"],
  explains: NO_KEY,
  matches: ({ peer }) => peer === "jwks",
  explain: explainMalformed,
  page: {
    meaning: "The keys have to be a JSON object with an array `keys` of objects (RFC 7517). Something else was served with status 200: a web page, certificates in PEM form, or a bare array.",
    tell: "The content type and the first characters stand in the finding. A key set that can be read but whose keys cannot be used is jwks-key-unusable."
  }
});

// src/causes/jwks-private-key.ts
var jwksPrivateKey = causeOf("key", {
  id: "jwks-private-key",
  section: "issuer",
  title: "the issuer publishes a private key",
  severity: "error",
  retry: "never",
  certainty: "certain",
  stands: !0,
  docs: ["rfc7517", "rfc7518", "githubSecrets"],
  matches: ({ problem }) => problem === "private",
  explain: ({ url, kid, kids, detail = "" }) => ({
    why: `A private key is open to the world: the key ${quote(kid)} at ${quote(url)} holds ${list(detail.split(", "))}, which only its owner may know.${kids.length > 1 ? ` In all ${count(kids.length, "key")} do: ${list(kids.slice(0, 8))}.` : ""} Whoever has read this URL can make tokens of this issuer for any repository and any role that trusts it. Only the names of the members are shown here, not their values.`,
    fix: [
      "The key is burnt: rotate it now. Make a new key, sign with it, and take the old one out of the list.",
      `Until then close the door in AWS: detach or deny the roles that trust ${quote(url.replace(/^(https?:\/\/[^/]+).*$/i, "$1"))}.`,
      "Publish only the public members: kty, kid, use, alg, and n and e (RSA), or crv, x and y (EC).",
      "Look in CloudTrail for AssumeRoleWithWebIdentity that no job of yours made."
    ]
  }),
  page: {
    meaning: "A JSON Web Key of RSA or EC is private when it has the member `d` (and perhaps `p`, `q`, `dp`, `dq`, `qi`); a symmetric key (`k`) always is. In a published key set that is an accident with the worst outcome: anybody can sign tokens that STS accepts.",
    tell: "This stays an error although sign-in works: that is just the trouble. Removing the member is not enough, for the key has been public."
  }
});

// src/causes/jwks-redirected.ts
var jwksRedirected = causeOf("http", {
  id: "jwks-redirected",
  section: "issuer",
  title: "the issuer's keys are redirected",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "rfc7517"],
  explains: NO_KEY,
  matches: (failure3) => failure3.peer === "jwks" && isRedirect(failure3),
  explain: explainRedirected,
  page: {
    meaning: "The discovery document names a URL for the keys that does not serve them, but sends the reader somewhere else. The keys have to be at the named URL, with status 200.",
    tell: "The finding shows the status and the target. Mostly it is enough to name the target in `jwks_uri`. Where the discovery document itself is redirected, see discovery-redirected."
  }
});

// src/causes/jwks-too-many-keys.ts
var MOST2 = 100, jwksTooManyKeys = causeOf("key", {
  id: "jwks-too-many-keys",
  section: "issuer",
  title: "the issuer publishes more keys than STS takes",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "rfc7517"],
  explains: NO_KEY,
  matches: ({ problem }) => problem === "too-many",
  explain: ({ url, kids, detail = "" }, { token }) => {
    let alg = token?.header.alg, signed = typeof alg == "string" ? `, as this one (${quote(alg)}),` : "";
    return {
      why: `${jwksAt(url)} hold ${kids.length} ${detail} keys, and STS takes at most ${MOST2} of a kind. With more, it verifies no token that is signed with a key of this kind${signed} and says that it could not retrieve the verification key.`,
      fix: [
        `Take ${count(kids.length - MOST2, `${detail} key`)} or more out of the list: those whose last token has expired.`,
        `If that many issuers really share one list, sign with ${detail === "RSA" ? "EC keys (ES256)" : "RSA keys (RS256)"} for AWS, of which there may be ${MOST2} beside, or give each group an issuer URL of its own.`,
        `Count them: ${read(url)} | jq '[.keys[].kty] | group_by(.) | map({(.[0]): length}) | add'`
      ]
    };
  },
  page: {
    meaning: "STS reads a list of keys only up to 100 RSA keys and 100 EC keys. Beyond, all tokens of that kind fail, also those whose key stands at the front. This happens where many servers publish keys under one issuer (SPIRE, many clusters), or where old keys are never removed.",
    tell: "With 101 RSA keys real STS refused an RSA token whose key was the first of the list (observed on 2026-09-11). The limit for EC keys is from the documentation of AWS."
  }
});

// src/causes/jwks-unavailable.ts
var jwksUnavailable = causeOf("http", {
  id: "jwks-unavailable",
  section: "issuer",
  title: "the issuer does not serve its keys",
  severity: "error",
  retry: retryOfStatus,
  certainty: "certain",
  docs: ["oidcDiscovery", "repostInvalidToken", "rfc7517"],
  explains: NO_KEY,
  matches: (failure3) => failure3.peer === "jwks" && !isRedirect(failure3),
  explain: explainUnavailable,
  page: {
    meaning: "The discovery document names in `jwks_uri` where the public keys are (JSON Web Key Set, JWKS). Without them nobody can verify a token. The server that was named answered with an error.",
    tell: "The discovery document itself was served; only the second step failed. 404: `jwks_uri` names a wrong path. 403 with a web page: a firewall. 429: the issuer limits its callers, which often follows from jwks-not-cacheable. 5xx: a fault of the server."
  }
});

// src/causes/partition-mismatch.ts
var partitionMismatch = causeOf("input", {
  id: "partition-mismatch",
  section: "inputs",
  title: "role and region belong to different AWS partitions",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsPartitions", "iamArns", "awsRegions"],
  matches: ({ problems }) => problems.every(({ about }) => about === "partition"),
  explain: ({ problems }) => {
    let { input = "role-to-assume", given: given2 = "", want = "" } = problems[0] ?? {};
    return {
      why: `The role and the region belong to different AWS partitions. A partition is a separate AWS with its own accounts, roles and STS (\`aws\` is the public one, \`aws-cn\` China, \`aws-us-gov\` GovCloud), and the second part of an ARN names it. Given was ${quote(input)} ${quote(given2)}; wanted is ${want}. STS of one partition cannot find a role of another.`,
      fix: [
        `Set \`aws-region\` to a region of the role's partition: ${exampleOf(given2)}`,
        "Or set `role-to-assume` to a role in an account of the region's partition; print its ARN there: aws iam get-role --role-name '<name>' --query Role.Arn --output text"
      ],
      where: { input: "aws-region" }
    };
  },
  page: {
    meaning: "Each partition (aws, aws-cn, aws-us-gov, aws-eusc, aws-iso\u2026) has its own accounts and its own STS. A role can only be assumed through the STS of its partition. AWS itself answers a mismatch with `Request ARN is invalid` or `No OpenIDConnect provider found in your account`, which say nothing of it.",
    tell: "Both are right by themselves: the ARN has the form of a role, and the region fits a partition. Only together they cannot work."
  }
}), EXAMPLES = {
  aws: "eu-west-1, us-east-1 \u2026",
  "aws-cn": "cn-north-1 or cn-northwest-1",
  "aws-us-gov": "us-gov-west-1 or us-gov-east-1",
  "aws-eusc": "eusc-de-east-1"
};
function exampleOf(arn) {
  let partition2 = arn.split(":")[1] ?? "";
  return EXAMPLES[partition2] ?? `a region of ${quote(partition2)}`;
}

// src/causes/provider-keys-unretrievable.ts
var providerKeysUnretrievable = causeOf("aws", {
  id: "provider-keys-unretrievable",
  section: "sts",
  title: "STS could not get the issuer's key",
  severity: "error",
  retry: "transient",
  certainty: "likely",
  docs: ["repostInvalidToken", "assumeRole", "gitlabCache"],
  matches: (failure3) => isCode(failure3, "InvalidIdentityToken") && KEY_MESSAGE.test(failure3.message),
  explain: (_failure, known) => ({
    why: `Most likely STS could not reach the issuer ${quote(issuerOf(known))} within its 5 s, or was throttled by it: STS says that it could not retrieve the key that verifies the token. ${seenHere(known)} STS asks from the internet. What settles it: the two requests below, from a network outside yours.`,
    fix: [
      "Run the job again: where the issuer was slow only once, the next attempt passes.",
      ...askIssuer(known)
    ]
  }),
  page: {
    meaning: "STS fetches the issuer's discovery document and keys over the internet, within about 5 s. When that fails, or when the key is not there or not usable, it answers with this one sentence; CloudTrail does not record it.",
    tell: "Where the check of the issuer from the runner found a reason (an unknown kid, an unusable key, no caching, a slow or private issuer), that reason is the finding, and this sentence its evidence. Only where nothing was found does this page apply."
  }
});
function seenHere({ issuer }) {
  return issuer?.discovery.result.ok && issuer.jwks?.result.ok ? "From this runner the issuer and its keys were reached, and the checks found nothing that explains it, but" : "This runner did not see the keys of the issuer itself, and";
}

// src/causes/provider-not-found.ts
var MESSAGE = /No OpenIDConnect provider found in your account for (\S+)/i, providerNotFound = causeOf("aws", {
  id: "provider-not-found",
  section: "sts",
  title: "the AWS account does not know this issuer",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "githubOidcAws", "assumeRole"],
  matches: (failure3) => isCode(failure3, "InvalidIdentityToken") && MESSAGE.test(failure3.message),
  explain: ({ message: message2 }, known) => {
    let issuer = MESSAGE.exec(message2)?.[1]?.replace(/\.$/, "") ?? issuerOf(known), account = accountOf(known);
    return {
      why: `The account ${quote(account)} of the role has no OIDC identity provider with the URL ${quote(issuer)}. IAM compares the URL letter by letter with the token's \`iss\`: a slash at the end, another path or another case of letters is another provider. Provider and role must be in the same account.`,
      fix: [
        `See what the account ${account} has:
aws iam list-open-id-connect-providers`,
        `If it is missing, make it (with credentials of account ${account}):
${createProvider(known, issuer)}`,
        `If it is there under another spelling (a slash at the end, another path), delete that one and make it anew: IAM cannot change a URL. Then name it in the trust policy of the role: ${quote(providerArn(known))}.`,
        `If ${quote(account)} is the wrong account, correct \`role-to-assume\`: ${quote(known.inputs?.role?.text ?? "")}.`
      ],
      where: { input: "role-to-assume" }
    };
  },
  page: {
    meaning: "An AWS account takes tokens only of issuers that it lists under IAM, Identity providers. The one of this token is not listed in the account of the role: it was never made, was made in another account, or its URL differs by a slash, a path (an enterprise's own issuer) or a host (GitHub Enterprise).",
    tell: "STS said this sentence until mid-2026, and the issuer stands in it. Since then it gives one general sentence for this and for other mistakes: see token-rejected."
  }
});

// src/causes/provider-parameter.ts
var providerParameter = causeOf("aws", {
  id: "provider-parameter",
  section: "sts",
  title: "the request named a provider, which an OIDC token must not",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole"],
  matches: (failure3) => isCode(failure3, "AccessDenied") && /Unrecognized OAuth provider/i.test(failure3.message) || isCode(failure3, "InvalidIdentityToken") && /is not a Login With Amazon token/i.test(failure3.message),
  explain: (failure3, known) => ({
    why: `STS got a parameter \`ProviderId\` with the request, which is only for tokens of social logins: it answered ${quote(failure3.message)}${requestId(failure3)}. This action never sends that parameter, so the fault is in this action, or something between the runner and ${quote(stsUrl(known))} changes the request.`,
    fix: [
      "Where the requests of this network go through a proxy that rewrites them, or `sts-endpoint` is set, sign in without.",
      "Otherwise open an issue in the repository of this action, with the report file."
    ]
  }),
  page: {
    meaning: "AssumeRoleWithWebIdentity takes a parameter ProviderId for tokens of Facebook and Login with Amazon. With an OIDC token it must be left out, and this action leaves it out.",
    tell: "STS names the parameter in its answer. The role and the trust policy have nothing to do with it."
  }
});

// src/causes/provider-thumbprint-mismatch.ts
var providerThumbprintMismatch = causeOf("aws", {
  id: "provider-thumbprint-mismatch",
  section: "sts",
  title: "the issuer's certificate has another thumbprint than IAM has",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamThumbprint", "iamProvider"],
  matches: (failure3) => isCode(failure3, "InvalidIdentityToken") && /HTTPS certificate doesn.t match configured thumbprint/i.test(failure3.message),
  explain: (_failure, known) => {
    let seen2 = thumbprints(known), shown2 = seen2.map(({ sha1, subject }) => `${quote(sha1)} (${quote(subject)})`).join(", ");
    return {
      why: `AWS does not trust the CA of the certificate that the issuer ${quote(issuerOf(known))} shows, and the list of thumbprints of its provider in IAM does not have it either. ${shown2 === "" ? "This runner has not seen a certificate of the issuer." : `This runner sees the thumbprint ${shown2}. AWS sees the issuer from the internet: where a proxy opens the connections of this network, it sees another.`}`,
      fix: [
        `See which thumbprints the provider has:
${getProvider(known)}`,
        `Give it the right ones. This replaces the list, so repeat those that are still good, 5 at most:
aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(providerArn(known))} --thumbprint-list ${seen2.map(({ sha1 }) => sha1).join(" ") || shellWord("<sha-1 of the top intermediate CA>")}`,
        "Or let the issuer use a certificate of a public CA: AWS then does not look at thumbprints at all."
      ]
    };
  },
  page: {
    meaning: "For an issuer whose certificate comes from a public CA, AWS looks at that CA. For others it compares the SHA-1 of the top intermediate CA certificate with the list at the provider in IAM. When the issuer gets a certificate from another CA, the list no longer fits. For GitHub itself this ended in July 2023.",
    tell: "STS names the thumbprint. An issuer that cannot be reached at all gives the sentence on the verification key."
  }
});
function thumbprints({ issuer }) {
  let tops = [issuer?.discovery.observed?.certificates, issuer?.jwks?.observed?.certificates].flatMap((chain2) => topIntermediate(chain2 ?? []) ?? []);
  return tops.filter(({ sha1 }, index) => tops.findIndex((top) => top.sha1 === sha1) === index);
}
function topIntermediate([leaf, ...above]) {
  return above.findLast(({ selfSigned: selfSigned2 }) => !selfSigned2) ?? above.at(-1) ?? leaf;
}

// src/causes/region-fallback-used.ts
var regionFallbackUsed = causeOf("region-fallback", {
  id: "region-fallback-used",
  section: "sts",
  title: "signed in through a fallback region",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["iamRegions", "awsStatus"],
  matches: () => !0,
  explain: ({ region, used }) => ({
    why: `STS in ${quote(region)} could not sign the job in, so STS in ${quote(used)} did, the next of ${quote("fallback-regions")}. The session is good in every region.`,
    fix: [
      `See whether STS in ${quote(region)} is down: https://health.aws.amazon.com/health/status`,
      `See whether the account has that region switched on:
aws account get-region-opt-status --region-name ${region}`,
      `If it stays so, sign in there from the start:
aws-region: ${used}`
    ],
    where: { input: "aws-region" }
  }),
  page: {
    meaning: "The STS of the region that was asked for was down, could not be reached, or is not switched on for the account. One of `fallback-regions` signed the job in, so that the job could go on.",
    tell: "It stands beside a green job only. The log has the cause of each attempt that failed in the first region."
  }
});

// src/causes/region-unknown.ts
var regionUnknown = causeOf(["input", "network"], {
  id: "region-unknown",
  section: "sts",
  title: "there is no AWS region of this name",
  severity: "error",
  retry: "never",
  certainty: ({ kind }) => kind === "input" ? "certain" : "likely",
  docs: ["awsRegions", "awsPartitions"],
  matches: (failure3, known) => failure3.kind === "input" ? failure3.problems.every(({ about }) => about === "region") : isUnlistedRegion(failure3, known),
  explain: (failure3, known) => failure3.kind === "input" ? seenHere2(failure3) : notResolved(failure3, known),
  page: {
    meaning: "The name is misspelt, is an availability zone (a region with a letter at its end, such as `us-east-1a`), or is a name of another product (`auto`). The AWS SDK builds a host name from it all the same, and only DNS says that there is no such host.",
    tell: "A name that fits no pattern of any partition is refused before any call. One that fits a pattern but is not in the list of the SDK is tried, since AWS opens new regions; only when DNS does not know its STS either, this page applies. Where a listed region cannot be resolved, it is sts-unreachable."
  }
});
function isUnlistedRegion(failure3, { inputs }) {
  let { peer, phase, code } = failure3;
  return peer !== "sts" || phase !== "dns" || code !== "ENOTFOUND" ? !1 : inputs !== void 0 && !inputs.customEndpoint && !isListed(inputs.region);
}
function seenHere2({ problems }) {
  let given2 = problems[0]?.given ?? "";
  return {
    why: `There is no AWS region ${quote(given2)}: it fits the names of no AWS partition.${zoneWord(given2)}${nearWord(given2)}`,
    fix: fixFor3(given2),
    where: { input: "aws-region" }
  };
}
function notResolved({ host, detail }, { inputs }) {
  let region = inputs?.region ?? "";
  return {
    why: `Most likely there is no AWS region ${quote(region)}: DNS does not know its STS ${quote(host)} (${oneLine(detail)}), and the AWS SDK does not list it.${nearWord(region)} What settles it: the list of regions, printed by the last command below.`,
    fix: fixFor3(region),
    where: { input: "aws-region" }
  };
}
function zoneWord(given2) {
  return /\d[a-z]$/.test(given2) ? " It looks like an availability zone, which is a region with a letter after it." : "";
}
function nearWord(given2) {
  let near = nearestRegion(given2);
  return isNear(given2, near) ? ` The nearest name of a region is ${quote(near)}.` : "";
}
function fixFor3(given2) {
  let near = nearestRegion(given2);
  return [
    isNear(given2, near) ? `If you mean it, write:
aws-region: ${near}` : `Write the region that this job works in, for example:
aws-region: eu-west-1`,
    "Print all regions: aws ec2 describe-regions --all-regions --query 'Regions[].RegionName' --output text"
  ];
}

// src/causes/request-invalid.ts
var MEMBERS = {
  rolesessionname: {
    input: "role-session-name",
    allowed: "2 to 64 characters out of letters, digits and `_+=,.@-`",
    value: ({ roleSessionName }) => roleSessionName
  },
  durationseconds: {
    input: "role-duration-seconds",
    allowed: "900 to 43200",
    value: ({ roleDurationSeconds }) => roleDurationSeconds
  },
  rolearn: {
    input: "role-to-assume",
    allowed: "the ARN of a role, `arn:aws:iam::<12-digit account>:role/<path/name>`, 20 to 2048 characters",
    value: ({ role }) => role?.text ?? ""
  },
  webidentitytoken: {
    input: "web-identity-token-file",
    allowed: "an ID token of 4 to 20000 characters"
  },
  policy: {
    input: "inline-session-policy",
    allowed: "an IAM policy of 1 to 2048 characters",
    value: ({ inlineSessionPolicy }) => inlineSessionPolicy
  },
  policyarns: {
    input: "managed-session-policies",
    allowed: "at most 10 ARNs of managed policies, one a line",
    value: ({ managedSessionPolicies }) => managedSessionPolicies.join(" ")
  }
}, CODES = ["ValidationError", "Validation", "InvalidParameterValue", "MissingParameter"], ELSEWHERE = /Request ARN is invalid|requested DurationSeconds exceeds/i, requestInvalid = causeOf("aws", {
  id: "request-invalid",
  section: "sts",
  title: "AWS STS refuses a value of the request by its form",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole", "commonErrors"],
  matches: (failure3) => isCode(failure3, ...CODES) && !ELSEWHERE.test(failure3.message),
  explain: (failure3, { inputs, token }) => {
    let found2 = membersIn(failure3.message), lines = found2.map(({ member: member2, constraint }) => {
      let { input, allowed, value } = member2, given2 = inputs && value ? `: given ${quote(value(inputs))}` : "";
      return `- ${nameOf2(input, token?.source)}${given2}, wanted ${allowed} (${oneLine(constraint)})`;
    });
    return {
      why: `STS refuses ${found2.length === 0 ? "the request" : `${found2.map(({ member: member2 }) => nameOf2(member2.input, token?.source)).join(" and ")}`} by its form, before it looks at the role${requestId(failure3)}.
${lines.length > 0 ? lines.join(`
`) : `STS said: ${quote(failure3.message, 500)}.`}`,
      fix: found2.length > 0 ? [
        ...found2.map(
          ({ member: member2 }) => `Correct ${nameOf2(member2.input, token?.source)}: ${member2.allowed}.`
        ),
        "If the value comes from `secrets.` or `vars.`, see that it is not empty here: secrets are not passed to forks and Dependabot, and those of an environment only to jobs with that `environment:`."
      ] : [
        "Look for the value that STS names above among the inputs of the step, and correct it."
      ],
      ...found2[0] ? { where: { input: found2[0].member.input } } : {}
    };
  },
  page: {
    meaning: "STS looks at the form of every value first: its length, its characters, its range. One of them does not fit. Most slips are seen by the check of the inputs before STS is asked; these are the ones that only STS sees.",
    tell: "The code is ValidationError. A value that is no ARN of a role at all has role-arn-invalid; a session that is too long for the role has role-session-too-long."
  }
});
function membersIn(message2) {
  let found2 = /* @__PURE__ */ new Map();
  for (let [, name = "", constraint = ""] of message2.matchAll(
    /at '(\w+)(?:\.[\w.]+)?' failed to satisfy constraint:\s*(.*?)(?=; Value |$)/gs
  )) {
    let member2 = MEMBERS[name.toLowerCase()];
    member2 && !found2.has(member2.input) && found2.set(member2.input, { member: member2, constraint });
  }
  return [...found2.values()];
}
function nameOf2(input, source) {
  return input !== "web-identity-token-file" ? quote(input) : source === "file" ? `the token in ${quote(input)}` : "the token of the runner";
}

// src/causes/role-arn-invalid.ts
var SAID = /Request ARN is invalid/i, roleArnInvalid = causeOf(["input", "aws"], {
  id: "role-arn-invalid",
  section: "inputs",
  title: "the value of role-to-assume is not the ARN of a role",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamArns", "assumeRole"],
  matches: (failure3) => failure3.kind === "input" ? failure3.problems.every(({ about }) => about === "role-arn") : isCode(failure3, "ValidationError") && SAID.test(failure3.message),
  explain: (failure3, known) => failure3.kind === "input" ? seenHere3(failure3) : said8(failure3, known),
  page: {
    meaning: "AWS names a role by its ARN: `arn:<partition>:iam::<12-digit account>:role/<path/name>`. A bare name, the ARN of the OIDC provider, of a session, of a user or of an instance profile, a variable that was not filled in, and quotes or blanks around the ARN are the usual slips. STS calls all of them `Request ARN is invalid`.",
    tell: 'STS looks at the form only: an ARN of the right form whose role does not exist is refused as "Not authorized to perform sts:AssumeRoleWithWebIdentity" (role-not-assumable). An ARN of another partition than the region has partition-mismatch.'
  }
});
function seenHere3({ problems }) {
  let { input = "role-to-assume", given: given2 = "", want = "" } = problems[0] ?? {};
  return {
    why: `The value of ${quote(input)} is not the ARN of a role: given ${quote(given2)}, wanted ${want}. AWS was not asked: STS answers this with \`Request ARN is invalid\`.`,
    fix: [...unfilled(given2), ...copyTheArn(nameIn(given2), input)],
    where: { input }
  };
}
function said8({ message: message2 }, { inputs }) {
  let text3 = inputs?.role?.text ?? "", other2 = inputs?.customEndpoint ? ` The form was not checked here, because ${quote("sts-endpoint")} is ${quote(inputs.stsEndpoint)}: an STS that is not AWS's has rules of its own.` : "";
  return {
    why: `STS does not take ${quote(text3)} as the ARN of a role: ${quote(oneLine(message2))}.${other2}`,
    fix: [...unfilled(text3), ...copyTheArn(nameIn(text3), "role-to-assume")],
    where: { input: "role-to-assume" }
  };
}
function unfilled(given2) {
  let left = /\$\{?\w+\}?|\{\w+\}|<[\w -]+>/.exec(given2)?.[0];
  return left === void 0 ? [] : [
    `Put the value in for ${quote(left)}: no shell reads the \`with:\` block. Write it as an expression: \${{ vars.AWS_ACCOUNT_ID }}`
  ];
}
function nameIn(given2) {
  return /:role\/|^[^:]*$/.test(given2) ? given2.split("/").at(-1) ?? "" : "";
}
function copyTheArn(name, input) {
  let role = /^[\w+=,.@-]{1,64}$/.test(name) ? name : "<name of the role>";
  return [
    `Print the right ARN: aws iam get-role --role-name ${shellWord(role)} --query Role.Arn --output text`,
    `Paste it, whole and without quotes or blanks around it:
${input}: arn:aws:iam::<account>:role/<name>`
  ];
}

// src/causes/phrases-subject.ts
var MOST3 = 5, DEFAULT_SUBJECT = /^repo:[^/@:]+(@\d+)?\/[^@:]+(@\d+)?:(environment:[^:]+|pull_request|ref:refs\/[^:]+)$/, IMMUTABLE = /^repo:(?<owner>[^/@:]+)@\d+\/(?<name>[^@:]+)@\d+:/;
function reasonsFor(token, known) {
  return [...isGitHub(token) ? github(token) : other(token), ...always(token, known)].slice(
    0,
    MOST3
  );
}
function isGitHub({ claims: claims2 }) {
  return typeof claims2.repository == "string";
}
function github(token) {
  let { subject } = token, found2 = [
    ofEnvironment(subject),
    ofIds(subject),
    subject.endsWith(":pull_request") ? "The run is for a pull request, so `sub` ends in `:pull_request`, and names no branch." : "",
    ofReusable(token),
    ofTag(subject),
    DEFAULT_SUBJECT.test(subject) ? "" : "`sub` is not in the default form of GitHub: a template of the repository or organisation makes it (Settings, Actions, OIDC). A policy for `repo:OWNER/REPO:ref:\u2026` does not match.",
    ofPath(token)
  ].filter((reason2) => reason2 !== "");
  return found2.length > 0 ? found2.slice(0, 3) : ofBranch(subject);
}
function ofEnvironment(subject) {
  let name = /^repo:[^:]+:environment:([^:]+)$/.exec(subject)?.[1];
  return name === void 0 ? "" : `The job has \`environment: ${quote(name).slice(1)}, so \`sub\` ends in ${quote(`:environment:${name}`)} and names no branch. A policy for \`:ref:refs/heads/\u2026\` does not match.`;
}
function ofIds(subject) {
  let { owner, name } = IMMUTABLE.exec(subject)?.groups ?? {};
  return owner === void 0 ? "" : `\`sub\` carries the ids of owner and repository (\`@\` and digits), as for repositories made, renamed or transferred after 2026-07-15. A policy for ${quote(`repo:${owner}/${name}:\u2026`)} or ${quote(`repo:${owner}/*`)} does not match.`;
}
function ofReusable({ claims: claims2 }) {
  let called = String(claims2.job_workflow_ref ?? ""), repository = String(claims2.repository);
  return called === "" || called.toLowerCase().startsWith(`${repository.toLowerCase()}/`) ? "" : `The job runs in the reusable workflow ${quote(called)}, but \`sub\` is that of the calling repository ${quote(repository)}. A policy that looks for the other repository in \`sub\` does not match.`;
}
function ofTag(subject) {
  let tag2 = /:ref:refs\/tags\/(.+)$/.exec(subject)?.[1];
  return tag2 === void 0 ? "" : `The run is for the tag ${quote(tag2)}, so \`sub\` has \`:ref:refs/tags/\` and not \`:ref:refs/heads/\`.`;
}
function ofPath({ issuer }) {
  let name = providerName(issuer);
  return name.includes("/") ? `The issuer has a path, and the policy must carry it in Principal and in the condition keys: ${quote(`${name}:sub`)}.` : "";
}
function ofBranch(subject) {
  let branch = /:ref:refs\/heads\/(.+)$/.exec(subject)?.[1];
  return [
    `${branch === void 0 ? "" : `The run is for the branch ${quote(branch)}. `}A policy for another branch, for an \`environment\` or for another repository does not match.`
  ];
}
function other({ subject }) {
  return [`The policy asks for another \`sub\` than ${quote(subject)}, or for another \`aud\`.`];
}
function always({ subject }, { inputs }) {
  let { name = "", account = "" } = inputs?.role ?? {}, start = /^repo:[^:]+/.exec(subject)?.[0] ?? subject;
  return [
    `The policy spells it otherwise: IAM compares letter by letter, so ${quote(start)} must have the same capitals, and \`*\` counts as a wildcard only under StringLike, not under StringEquals.`,
    `There is no role ${quote(name)} (its path included) in account ${quote(account)}: AWS answers the same.`,
    "Role, policy or provider were made seconds ago: IAM needs about 10 s until all of AWS knows them."
  ];
}

// src/causes/role-not-assumable.ts
var MESSAGE2 = /Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i, roleNotAssumable = causeOf("aws", {
  id: "role-not-assumable",
  section: "sts",
  title: "the role does not let this token in",
  severity: "error",
  retry: "never",
  certainty: "likely",
  docs: ["iamRoleTrust", "githubOidcAws", "githubOidc", "iamConditionOperators"],
  matches: (failure3) => isCode(failure3, "AccessDenied") && MESSAGE2.test(failure3.message),
  explain: (failure3, known) => {
    let { token, inputs } = known, role = inputs?.role;
    return {
      why: `Most likely the trust policy of the role ${quote(role?.text ?? "")} does not match this token: STS took the token, but not for this role${requestId(failure3)}. AWS does not say more; the first command below settles it.${token ? told(token, known) : ""}`,
      fix: [
        `Compare with the policy that the role has, in account ${accountOf(known)}:
aws iam get-role --role-name ${shellWord(role?.name.split("/").at(-1) || "<role>")} --query Role.AssumeRolePolicyDocument`,
        ...token ? [
          `Put this into the Statement of that policy. It matches exactly this token:
${statementFor(token, known)}`
        ] : [],
        "If the role was made or changed a moment ago, wait 15 s and run the job again.",
        "If the policy is right, look for a Deny elsewhere: a service control policy or resource control policy of the organisation, or the policy of a VPC endpoint."
      ],
      where: { input: "role-to-assume" }
    };
  },
  page: {
    meaning: "STS verified the token and then looked at the role. It gives this one answer where the role does not exist, where no statement of its trust policy matches the claims of the token, and where a policy of the organisation denies it. AWS does so on purpose, so that nobody can probe for roles.",
    tell: "The issuer, the audience and the signature are right: otherwise STS would have answered InvalidIdentityToken. The reasons are ranked by the claims of the token of this very run; only the policy itself settles it."
  }
});
function told(token, known) {
  let reasons = reasonsFor(token, known).map((reason2, index) => `${index + 1}. ${reason2}`);
  return `
The token says:
- iss ${quote(token.issuer)}
- sub ${quote(token.subject, 600)}
- aud ${list(token.audiences)}
The usual reasons, the most probable for this token first:
${reasons.join(`
`)}`;
}
function statementFor(token, known) {
  let name = providerName(token.issuer), action = "sts:AssumeRoleWithWebIdentity", statement = {
    Effect: "Allow",
    Principal: { Federated: providerArn(known) },
    // Session tags need a right of their own (IAM User Guide, "Passing session tags in AWS STS").
    Action: TAGS_CLAIM in token.claims ? [action, "sts:TagSession"] : action,
    Condition: {
      StringEquals: {
        [`${name}:aud`]: literal(audienceOf(known)),
        [`${name}:sub`]: literal(token.subject)
      }
    }
  };
  return sanitise(JSON.stringify(statement, null, 2));
}
function literal(value) {
  return value.replaceAll("${", "${$}{");
}

// src/causes/role-session-too-long.ts
var MESSAGE3 = /requested DurationSeconds exceeds/i, roleSessionTooLong = causeOf("aws", {
  id: "role-session-too-long",
  section: "sts",
  title: "the session asked for is longer than the role allows",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamSessionDuration", "assumeRole"],
  matches: (failure3) => isCode(failure3, "ValidationError") && MESSAGE3.test(failure3.message),
  explain: (failure3, { inputs }) => {
    let seconds = inputs?.roleDurationSeconds ?? 3600, role = inputs?.role, name = shellWord(role?.name.split("/").at(-1) || "<role>"), chained = /role chaining/i.test(failure3.message);
    return {
      why: `The session asked for is too long: ${quote("role-duration-seconds")} is ${quote(seconds)} (${duration(seconds)}), and ${chained ? "AWS allows one hour where the session of one role is used to get another" : `the role ${quote(role?.text ?? "")} allows less`}. STS said: ${quote(failure3.message)}.`,
      fix: [
        `Ask for one hour, which every role allows:
role-duration-seconds: 3600`,
        ...chained ? [] : [
          `Or let the role allow more (its owner decides; 43200 at most):
aws iam update-role --role-name ${name} --max-session-duration ${seconds}`,
          `See what it allows now:
aws iam get-role --role-name ${name} --query Role.MaxSessionDuration`
        ]
      ],
      where: { input: "role-duration-seconds" }
    };
  },
  page: {
    meaning: "Each role has a longest session, one hour unless its owner set more (up to 12 hours). A longer one is refused, not cut. A role that is assumed with the session of another role (role chaining) has one hour, whatever it is set to.",
    tell: "Values below 900 or above 43200 are refused by the check of the inputs, before STS is asked."
  }
});

// src/causes/runner-file-unwritable.ts
var runnerFileUnwritable = causeOf("file", {
  id: "runner-file-unwritable",
  section: "sts",
  title: "a file of the runner cannot be written",
  severity: (failure3) => isEnvironment(failure3) ? "error" : "warning",
  retry: "never",
  certainty: "certain",
  docs: ["githubEnvironmentFiles", "githubSelfHosted"],
  matches: () => !0,
  explain: (failure3) => isEnvironment(failure3) ? environment(failure3) : report(failure3),
  page: {
    meaning: "The step gives its session to later steps through a file of the runner (GITHUB_ENV), and writes a report. One of these files could not be written: the disk is full, the file belongs to another user, or the folder is read-only. Without the environment file the sign-in is of no use, so the step fails and exports nothing. Without the report it only warns.",
    tell: "The sign-in itself was fine. The annotation names the file and the code of the operating system: ENOSPC (disk full), EACCES or EPERM (no right), EROFS (read-only), ENOENT (no such folder)."
  }
});
function isEnvironment({ what }) {
  return /environment/i.test(what);
}
var WORDS2 = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "the user of the runner may not write it",
  EPERM: "the user of the runner may not write it",
  EROFS: "the file system is read-only",
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "a part of its path is a file",
  EEXIST: "a part of its path is a file",
  "not set": "the runner did not set GITHUB_ENV"
};
function reason({ path, code }) {
  let words = WORDS2[code];
  return `${quote(path)}: ${words === void 0 ? oneLine(code) : `${words} (${quote(code)})`}`;
}
function environment(failure3) {
  return {
    why: `The session could not be handed to the job: the environment file of the job cannot be written, ${reason(failure3)}. The sign-in itself succeeded, but nothing was exported.`,
    fix: failure3.code === "not set" ? [
      `Run the step on a runner of GitHub Actions, or point GITHUB_ENV at a file that can be written:
export GITHUB_ENV=$(mktemp)`,
      `To check the sign-in only:
output-env-credentials: false`
    ] : look2(failure3)
  };
}
function report(failure3) {
  return {
    why: `The report could not be written, ${reason(failure3)}. The sign-in is not touched by it.`,
    fix: [
      `Write the report to another place:
report-file: aws-oidc-preflight.json`,
      ...look2(failure3)
    ],
    where: { input: "report-file" }
  };
}
function look2({ path }) {
  let folder = path.replace(/[^/\\]*$/, "") || ".";
  return [
    `Look at the place on the runner: df -h ${shellWord(folder)}; ls -la ${shellWord(folder)}; id`,
    "On a self-hosted runner that mixes containers and root, let the user of the runner own its work folder again."
  ];
}

// src/causes/session-policy-malformed.ts
var sessionPolicyMalformed = causeOf("aws", {
  id: "session-policy-malformed",
  section: "sts",
  title: "the session policy is not one that IAM can read",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamSessionPolicies", "assumeRole"],
  matches: (failure3) => isCode(failure3, "MalformedPolicyDocument"),
  explain: (failure3, { inputs }) => {
    let input = policyInput(inputs);
    return {
      why: `IAM cannot read the session policy in the input ${quote(input)}. STS said: ${quote(failure3.message, 400)}.${given(inputs)}`,
      fix: [
        `Start from this form and change Action and Resource:
inline-session-policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::my-bucket/*"}]}'`,
        `Let AWS check the policy, saved as policy.json:
aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json`,
        "A session policy has no Principal. Give ARNs of managed policies in `managed-session-policies`, one a line, and not here."
      ],
      where: { input }
    };
  },
  page: {
    meaning: "A session policy is a policy that is sent along with the sign-in and narrows the rights of this one session. It is JSON, but not a policy: an element is missing, misspelt or not allowed, or a value is of the wrong kind.",
    tell: "Text that is not JSON at all is refused by the check of the inputs, before STS is asked. A policy that can be read but is too big is session-policy-too-large."
  }
});
function policyInput(inputs) {
  return inputs?.inlineSessionPolicy === "" && inputs.managedSessionPolicies.length > 0 ? "managed-session-policies" : "inline-session-policy";
}
function given(inputs) {
  return inputs?.inlineSessionPolicy ? ` Given was ${quote(inputs.inlineSessionPolicy, 300)}.` : "";
}

// src/causes/session-policy-too-large.ts
var sessionPolicyTooLarge = causeOf("aws", {
  id: "session-policy-too-large",
  section: "sts",
  title: "session policies and tags are too big together",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["repostPackedPolicy", "iamSessionPolicies", "iamSessionTags"],
  matches: (failure3) => isCode(failure3, "PackedPolicyTooLarge"),
  explain: ({ message: message2 }, { inputs }) => {
    let percent = /(\d+)\s*%/.exec(message2)?.[1], ofTags = /session tags/i.test(message2), policy = inputs?.inlineSessionPolicy ?? "", arns = inputs?.managedSessionPolicies.length ?? 0;
    return {
      why: `${ofTags ? "The session tags" : "The session policies"} do not fit into the session token${percent === void 0 ? "" : `: packed they take ${percent} % of the room that AWS has for policies and tags together`}. STS said: ${quote(message2.replace(/[,.]?\s*please.*$/i, ""))}. Sent were an inline policy of ${count(policy.length, "character")}, ${count(arns, "managed policy").replace(/policys$/, "policies")}, and the tags that the token carries, if any.`,
      fix: [
        "Leave out of `inline-session-policy` what the policies of the role limit already; use `*` in place of lists of actions and ARNs; leave out Sid and blanks.",
        `Put the policy into IAM as a managed policy of the account of the role, and name it here:
managed-session-policies: arn:aws:iam::<account>:policy/<name>`,
        ...ofTags ? [
          "Let the issuer put fewer or shorter tags into the claim `https://aws.amazon.com/tags`. GitHub puts none."
        ] : []
      ],
      where: {
        input: policy === "" && arns > 0 ? "managed-session-policies" : "inline-session-policy"
      }
    };
  },
  page: {
    meaning: "AWS packs session policies, their ARNs and session tags into the session token, and the room for them is small. How well a text can be packed cannot be told beforehand: one within 2,048 characters can be too big all the same. STS names the percentage.",
    tell: "A text of more than 2,048 characters is refused by its length, as request-invalid."
  }
});

// src/causes/phrases-sts-answers.ts
var NAMED = [
  "AccessDenied",
  "ExpiredToken",
  "IDPCommunicationError",
  "IDPRejectedClaim",
  "InvalidIdentityToken",
  "InvalidParameterValue",
  "MalformedPolicyDocument",
  "MissingParameter",
  "PackedPolicyTooLarge",
  "RegionDisabled",
  "Validation",
  "ValidationError"
];
function isNamed(answer) {
  return answer.kind === "aws" && isCode(answer, ...NAMED);
}
function isThrottled(answer) {
  return isNamed(answer) ? !1 : answer.status === 429 ? !0 : answer.kind === "aws" && (isCode(answer, "Throttling", "Throttled", "SlowDown", "RequestLimitExceeded") || /^Rate exceeded/i.test(answer.message));
}
function isForeign(answer) {
  return isThrottled(answer) ? !1 : answer.kind === "not-sts" ? answer.status < 500 : isCode(
    answer,
    "MissingAuthenticationToken",
    "MissingAction",
    "InvalidAction",
    "UnknownOperation",
    "MethodNotAllowed"
  );
}
function isOutage(answer) {
  return isNamed(answer) || isThrottled(answer) || isForeign(answer) ? !1 : answer.kind === "not-sts" ? !0 : answer.status >= 500 || isCode(answer, "InternalFailure", "InternalError", "InternalServerError", "ServiceUnavailable");
}

// src/causes/sts-endpoint-unusable.ts
var stsEndpointUnusable = causeOf(["aws", "not-sts"], {
  id: "sts-endpoint-unusable",
  section: "sts",
  title: "what answered is not an AWS STS",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsRegions", "awsVpcEndpoint", "githubProxy", "assumeRole"],
  matches: (failure3) => isForeign(failure3),
  explain: (failure3, known) => ({
    why: `What answered at ${quote(stsUrl(known))} is not an STS that can sign in by OIDC: ${failure3.kind === "aws" ? refused(failure3) : strange(failure3)} The token was not judged.${suspect(failure3.kind, known)}`,
    fix: pathToSts(known),
    ...known.inputs?.customEndpoint ? { where: { input: "sts-endpoint" } } : {}
  }),
  page: {
    meaning: "The request was sent to the STS endpoint, and something else answered: the block page or login page of a proxy, a wrong URL in `sts-endpoint`, or a service that is not an STS, or an STS look-alike that wants a signed request. AssumeRoleWithWebIdentity is sent unsigned, as AWS documents it.",
    tell: "An answer of STS is XML and has the header `x-amzn-RequestId`. Here it is HTML, JSON, empty or a redirect, or its code says that the call is not known or not signed. Where nothing answered at all, see sts-unreachable; from status 500 on, see sts-unavailable."
  }
});
function refused(failure3) {
  return `it answered HTTP ${failure3.status}, code ${quote(failure3.code)}, message ${quote(failure3.message)}${requestId(failure3)}.`;
}
function strange({ status, contentType, server, excerpt }) {
  let parts = [
    `HTTP ${status}`,
    contentType === "" ? "no content type" : `content type ${quote(contentType)}`,
    ...server === "" ? [] : [`server ${quote(server)}`],
    ...excerpt === "" ? [] : [`beginning with ${quote(excerpt)}`]
  ], redirect = status >= 300 && status < 400 ? " STS does not redirect such a request." : "";
  return `it answered ${parts.join(", ")}.${redirect}`;
}
function suspect(kind, { inputs }) {
  return inputs?.customEndpoint ? " The URL is the one in the input `sts-endpoint`." : kind === "aws" ? " AWS takes this call unsigned, so something in between changes it, or another service answers." : " A proxy or firewall of this network is the first suspect: its block page or login page answers in the place of STS.";
}

// src/causes/sts-region-disabled.ts
var stsRegionDisabled = causeOf("aws", {
  id: "sts-region-disabled",
  section: "sts",
  title: "AWS STS is switched off in this region",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamRegions", "accountRegions", "awsRegions"],
  matches: (failure3) => isCode(failure3, "RegionDisabled"),
  explain: (failure3, known) => {
    let region = known.inputs?.region ?? "<region>", other2 = otherRegion(known), account = /for account:\s*(\d{12})/i.exec(failure3.message)?.[1] ?? accountOf(known);
    return {
      why: `STS is not switched on in the region ${quote(region)} for the account ${quote(account)}, so nobody can sign in to that account there. STS said: ${quote(failure3.message, 400)}${requestId(failure3)}. The token was not judged.`,
      fix: [
        ...other2 === void 0 ? [] : [
          `Sign in through a region that every account has:
aws-region: ${other2}`,
          `Or keep the region for the job, and sign in elsewhere when it is off:
fallback-regions: ${other2}`
        ],
        `If accounts must opt in to this region, switch it on with credentials of account ${account} (it takes minutes):
aws account enable-region --region-name ${region}`,
        "If it is one of the others, switch its STS on in the IAM console of that account: Account settings, Security Token Service (STS), Endpoints."
      ],
      where: { input: "aws-region" }
    };
  },
  page: {
    meaning: "Newer regions of AWS (opt-in regions) are off until an account switches them on, and in the other regions an administrator can switch STS off. In both cases STS signs nobody in to that account there.",
    tell: "STS names the account. A region that does not exist at all has region-unknown."
  }
});

// src/causes/sts-retried.ts
var stsRetried = causeOf("retried", {
  id: "sts-retried",
  section: "sts",
  title: "signed in, but not at the first attempt",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["repostThrottling", "awsStatus"],
  matches: () => !0,
  explain: ({ attempts, totalMs }) => ({
    why: `The sign-in succeeded at attempt ${attempts.length + 1}: ${count(attempts.length, "attempt")} before it failed, and ${waited(totalMs)} went to waiting.
${grouped(attempts).join(`
`)}`,
    fix: [
      "Nothing is broken now. When it comes again and again, look at the page of the cause that is named above.",
      `To see it fail at once instead, set:
disable-retry: true`
    ]
  }),
  page: {
    meaning: "STS refused the first attempts and took a later one. The job goes on; the notice says how often, why and how long, so that a flaky sign-in is seen before it fails for good.",
    tell: "It stands beside a green job only. Where all attempts failed, the cause of the last one is the finding."
  }
});
function grouped(attempts) {
  return [...new Set(attempts.map(({ cause }) => cause))].map((id) => {
    let same = attempts.filter(({ cause }) => cause === id);
    return `- ${count(same.length, "time")} ${quote(id)}: ${quote(same.at(-1)?.said ?? "")}`;
  });
}
function waited(ms) {
  return ms < 1e4 ? `${(ms / 1e3).toFixed(1)} s` : duration(ms / 1e3);
}

// src/causes/sts-throttled.ts
var stsThrottled = causeOf(["aws", "not-sts"], {
  id: "sts-throttled",
  section: "sts",
  title: "AWS STS is asked too often",
  severity: "error",
  retry: "throttled",
  certainty: "certain",
  docs: ["repostThrottling", "commonErrors"],
  matches: (failure3) => isThrottled(failure3),
  explain: (failure3, known) => {
    let { inputs } = known, answer = failure3.kind === "aws" ? `${quote(failure3.code)}: ${quote(failure3.message)}${requestId(failure3)}. AWS counts the calls of the whole account and region, not of this job alone` : `HTTP ${failure3.status}, and not in the form of STS, so it may come from a proxy in between`;
    return {
      why: `Too many calls are made at once: ${stsHost(known)} answered ${answer}. ${triedAgain(known)}`,
      fix: [
        "Run the job again: the limit is by the second.",
        `Let fewer jobs sign in at the same moment, for a matrix with:
strategy:
  max-parallel: 5`,
        "Sign in once for a job, not in every step: the session lasts an hour.",
        `See who calls so often in the account ${quote(accountOf(known))}:
aws cloudtrail lookup-events --region ${inputs?.region ?? "<region>"} --lookup-attributes AttributeKey=EventSource,AttributeValue=sts.amazonaws.com --max-results 50`
      ]
    };
  },
  page: {
    meaning: "AWS limits the calls to STS for each account and region. Many jobs that start at the same moment, or another program of the account that calls STS in a loop, use it up.",
    tell: `The code is one of ${list(["Throttling", "ThrottlingException", "SlowDown", "RequestLimitExceeded"])}, the message is \`Rate exceeded\`, or the status is 429. Where the issuer is throttled, not STS, the answer speaks of the verification key.`
  }
});

// src/causes/sts-tls-untrusted.ts
var stsTlsUntrusted = causeOf("network", {
  id: "sts-tls-untrusted",
  section: "sts",
  title: "the certificate of STS is not trusted",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["nodeExtraCa", "githubProxy", "awsVpcEndpoint"],
  matches: (failure3) => failure3.peer === "sts" && isCertificate(failure3),
  explain: (failure3, known) => ({
    why: `The connection to STS at ${quote(failure3.host)} was given up before the token was sent: ${howItFailed(failure3)}.${hint(failure3)}`,
    fix: [...fixFor4(failure3, stsHost(known)), ...pathToSts(known)],
    ...known.inputs?.customEndpoint ? { where: { input: "sts-endpoint" } } : {}
  }),
  page: {
    meaning: "The connection to STS is encrypted, and the certificate that was shown is not one that Node.js accepts. Certificates of AWS are issued by Amazon. Another issuer means that a proxy opens the connections of this network (TLS inspection), or that another server answers.",
    tell: "The codes are those of certificates (self-signed, unknown issuer, expired, another host name). A connection that was cut in the handshake is sts-unreachable."
  }
}), isDate = (code) => /EXPIRED|NOT_YET_VALID/.test(code), isName = (code) => /ALTNAME_INVALID|HOSTNAME_MISMATCH/.test(code);
function hint({ code, certificates }) {
  let [leaf] = certificates;
  if (isDate(code))
    return ` It is valid from ${quote(leaf?.validFrom ?? "?")} to ${quote(leaf?.validTo ?? "?")}; look at the clock of this runner too.`;
  if (isName(code))
    return ` It is for ${list(leaf?.names.slice(0, 5) ?? [])}: another server answers in the place of STS.`;
  let issuer = certificates.at(-1)?.issuer || leaf?.issuer;
  return issuer ? ` Certificates of AWS are issued by Amazon, this one by ${quote(issuer)}: a proxy that opens encrypted connections is the first suspect.` : "";
}
function fixFor4({ code }, host) {
  return isDate(code) ? ["Set the clock of this runner by NTP: timedatectl set-ntp true"] : isName(code) ? [] : [
    `Take ${quote(host)} out of the TLS inspection of the proxy.`,
    "Or give Node.js the CA of the proxy. In the file `.env` of the self-hosted runner, then start the runner again:\nNODE_EXTRA_CA_CERTS=/path/to/proxy-ca.pem"
  ];
}

// src/causes/sts-unavailable.ts
var stsUnavailable = causeOf(["aws", "not-sts"], {
  id: "sts-unavailable",
  section: "sts",
  title: "AWS STS could not answer",
  severity: "error",
  retry: (_failure, known) => hasNullSubject(known) ? "never" : "transient",
  certainty: "certain",
  docs: ["awsStatus", "commonErrors"],
  matches: (failure3) => isOutage(failure3),
  explain: (failure3, known) => {
    let answer = failure3.kind === "aws" ? `HTTP ${failure3.status}, code ${quote(failure3.code)}, message ${quote(failure3.message)}${requestId(failure3)}` : `HTTP ${failure3.status} with ${quote(failure3.contentType)}`;
    return hasNullSubject(known) ? nullSubject(answer) : fault(answer, failure3.kind, known);
  },
  page: {
    meaning: "STS, or a load balancer before it, had a fault and did not judge the token. That passes. One mistake looks the same and does not pass: a token whose claim `sub` is null makes STS answer InternalFailure each time.",
    tell: "The status is 500 or more, or the code is InternalFailure or ServiceUnavailable. An answer below 500 that is not in the form of STS is sts-endpoint-unusable."
  }
});
function hasNullSubject({ token }) {
  return token !== void 0 && token.claims.sub === null;
}
function nullSubject(answer) {
  return {
    why: `The claim \`sub\` of the token is null, and STS fails on that each time: it answered ${answer}. It looks like a fault of AWS that passes, but it does not pass, so the call is not tried again.`,
    fix: [
      "Let the issuer put a text of 1 character or more into `sub`; IAM decides by it.",
      "Look at the claims of the token in the job summary, then sign in again with a new token."
    ]
  };
}
function fault(answer, kind, known) {
  let region = otherRegion(known), host = stsHost(known);
  return {
    why: `${kind === "aws" ? `STS had a fault: ${host} answered ${answer}.` : `There was no answer of STS: ${host} answered ${answer}. That is not in the form of STS, so a load balancer or proxy in between may have given it.`} The token was not judged. ${triedAgain(known)}`,
    fix: [
      "Run the job again: such a fault mostly passes within minutes.",
      "Look at the state of AWS: https://health.aws.amazon.com/health/status",
      ...region === void 0 ? [] : [`Let it sign in through another region meanwhile:
fallback-regions: ${region}`],
      ...kind === "aws" ? [] : pathToSts(known)
    ]
  };
}

// src/causes/sts-unreachable.ts
var stsUnreachable = causeOf("network", {
  id: "sts-unreachable",
  section: "sts",
  title: "AWS STS cannot be reached from this runner",
  severity: "error",
  retry: (failure3) => isNoTls(failure3.code) ? "never" : "transient",
  certainty: "certain",
  docs: ["awsRegions", "awsVpcEndpoint", "githubProxy"],
  matches: (failure3, known) => failure3.peer === "sts" && !isCertificate(failure3) && !isUnlistedRegion(failure3, known),
  explain: (failure3, known) => ({
    why: `No answer came from STS at ${quote(failure3.host)}: ${howItFailed(failure3)}.${hint2(failure3)} The token was not judged.`,
    fix: pathToSts(known)
  }),
  page: {
    meaning: "The runner signs in at the STS endpoint of the region, `sts.<region>.amazonaws.com`, on port 443. Its name could not be resolved, no connection came about, or it was cut. GitHub-hosted runners reach it; self-hosted runners in a VPC without internet access need an interface endpoint, others the proxy of their network.",
    tell: "Nothing was answered. Where something did answer in the place of STS, see sts-endpoint-unusable; where its certificate is not trusted, sts-tls-untrusted; where the region does not exist, region-unknown."
  }
});
function isNoTls(code) {
  return code === "EPROTO" || code.startsWith("ERR_SSL_");
}
var PRIVATE = /^10\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^f[cd]/i;
function hint2(failure3) {
  let { phase, code, proxy } = failure3;
  if (proxy !== void 0) return ` The proxy is ${quote(proxy)}.`;
  let at = addressed(failure3);
  return isNoTls(code) ? `${at} What answers there does not speak TLS.` : phase === "connect" && /TIMEDOUT|TIMEOUT/.test(code) ? `${at} A firewall drops the packets, or this network has no way out.` : phase === "tls" && code === "ECONNRESET" ? `${at} It was cut before it was encrypted: a firewall that filters by host name does that.` : at;
}
function addressed({ addresses }) {
  return addresses.length === 0 ? "" : addresses.some((address) => PRIVATE.test(address)) ? ` Its address ${list(addresses)} is private: a VPC endpoint, or a DNS server of this network, stands for STS here.` : ` Its address was ${list(addresses)}.`;
}

// src/keys.ts
var ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"], CURVES = {
  ES256: "P-256",
  ES384: "P-384",
  ES512: "P-521"
}, MEMBERS2 = { RSA: ["n", "e"], EC: ["x", "y"] }, PRIVATE2 = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
function keyFor(kid, keys) {
  if (kid !== void 0) return keys.findLast((key) => key.kid === kid);
  let [only, second] = keys;
  return second === void 0 && only?.kid !== void 0 ? only : void 0;
}
function publicPart(key) {
  let names = ["kty", "crv", ...MEMBERS2[textOf2(key.kty)] ?? []];
  return Object.fromEntries(names.filter((name) => name in key).map((name) => [name, key[name]]));
}
function unusable(key, alg) {
  let kty = textOf2(key.kty), members = MEMBERS2[kty], family = alg?.startsWith("RS") ? "RSA" : "EC";
  if (!members || alg !== void 0 && kty !== family) return said9("kty", key);
  let curves = alg === void 0 ? Object.values(CURVES) : [CURVES[alg]];
  if (kty === "EC" && !curves.includes(textOf2(key.crv))) return said9("crv", key);
  let lacking = members.find((name) => textOf2(key[name]) === "");
  return lacking !== void 0 ? said9(lacking, key) : key.use === "enc" ? said9("use", key) : "key_ops" in key ? said9("key_ops", key) : isOtherCertificate(key, members) ? "x5c: of another key" : void 0;
}
function said9(member2, key) {
  return `${member2}: ${JSON.stringify(key[member2]) ?? "missing"}`;
}
function isOtherCertificate(key, members) {
  let [first] = Array.isArray(key.x5c) ? key.x5c : [];
  if (typeof first != "string") return !1;
  let der = bytesOf(first);
  return !members.filter((name) => name !== "e").every((name) => der.includes(bytesOf(key[name])));
}
function privateMembers(key) {
  return PRIVATE2.filter((name) => textOf2(key[name]) !== "" || Array.isArray(key[name]));
}
function rsaBits(key) {
  let bytes = bytesOf(key.n).replace(/^\0+/, "");
  if (!(key.kty !== "RSA" || bytes === ""))
    return bytes.length * 8 - (Math.clz32(bytes.charCodeAt(0)) - 24);
}
function textOf2(value) {
  return typeof value == "string" ? value : "";
}
var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
function bytesOf(value) {
  let [bits, held, bytes] = [0, 0, ""];
  for (let digit of textOf2(value).replaceAll("+", "-").replaceAll("/", "_")) {
    let number = DIGITS.indexOf(digit);
    number < 0 || (bits = (bits << 6 | number) & 65535, held += 6, !(held < 8) && (held -= 8, bytes += String.fromCharCode(bits >> held & 255)));
  }
  return bytes;
}

// src/causes/token-algorithm-unsupported.ts
var tokenAlgorithmUnsupported = causeOf("token", {
  id: "token-algorithm-unsupported",
  section: "token",
  title: "the token is signed with an algorithm that STS does not take",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "rfc7518"],
  explains: ["token-malformed", "token-rejected", "provider-keys-unretrievable"],
  matches: ({ problem }) => problem === "algorithm",
  explain: ({ detail }, { token }) => ({
    why: `The token is signed with ${quote(oneLine(detail))}, and STS takes ${list(ALGORITHMS)} only. The issuer ${quote(token?.issuer ?? "")} chose it.`,
    fix: [
      "Let the issuer sign its ID tokens with RS256, which every party takes, and publish that key in its JWKS before it signs with it.",
      'Name it in the discovery document too: "id_token_signing_alg_values_supported": ["RS256"]'
    ]
  }),
  page: {
    meaning: "STS verifies RSA signatures of the older kind (RS256, RS384, RS512) and ECDSA on the curves of NIST (ES256, ES384, ES512). It takes neither RSA-PSS (PS256 \u2026), EdDSA, ES256K, nor shared secrets (HS256 \u2026), and never an unsigned token (`none`).",
    tell: "The header of the token itself says it. STS has no sentence of its own for this: it calls the token no valid JWT, or refuses it in general words."
  }
});

// src/causes/token-audience-mismatch.ts
var INCORRECT = /Incorrect token audience/i, SEVERAL = /more than one audience while authorized party is not present/i, tokenAudienceMismatch = causeOf(["claim", "aws"], {
  id: "token-audience-mismatch",
  section: "token",
  title: "the audience of the token does not fit",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "githubOidcAws", "oidcCore"],
  explains: ["token-audience-mismatch", "token-rejected"],
  matches: (failure3) => failure3.kind === "claim" ? failure3.problem === "audience" || failure3.problem === "several-audiences" : isCode(failure3, "InvalidIdentityToken") && (INCORRECT.test(failure3.message) || SEVERAL.test(failure3.message)),
  explain: (failure3, known) => failure3.kind === "claim" ? failure3.problem === "audience" ? notAsked(failure3, known) : several(known) : SEVERAL.test(failure3.message) ? several(known) : notListed(failure3, known),
  page: {
    meaning: "The claim `aud` says for whom a token is meant. The OIDC provider in IAM lists the audiences that it takes, as client ids. Where a token has `azp` (authorized party), STS looks at `azp` instead of `aud`; several audiences without `azp` are refused.",
    tell: 'Certain where the token itself shows it, or where STS says `Incorrect token audience` (until mid-2026). Since then STS answers a wrong audience with its general sentence; when nothing here explains that, it is token-rejected. A condition on `aud` in the trust policy of the role is another matter: STS then says "Not authorized".'
  }
});
function compared({ token }) {
  let { claim, value } = partyOf(token?.claims ?? {});
  return { claim, value: [value].flat().map(String).join(", ") };
}
function notAsked({ claim, want, got }, known) {
  let party = claim === "azp" ? " Where a token has `azp`, STS looks at it instead of `aud`." : "", fromFile = known.token?.source === "file";
  return {
    why: `The token is meant for somebody else: wanted is the audience ${quote(want)}, and its ${quote(claim)} is ${quote(got)}.${party} STS takes a token only if the OIDC provider in IAM lists its audience as a client id.`,
    fix: [
      fromFile ? `Let the issuer make the token for ${quote(want)}, or set the audience that it has:
audience: ${oneLine(got)}` : "Run the job again; if it stays so, ask who runs the service behind ACTIONS_ID_TOKEN_REQUEST_URL: it does not make tokens for the audience asked for.",
      ...got === "" ? [] : [`If ${quote(got)} is meant, list it at the provider: ${addAudience(known, got)}`]
    ],
    where: { input: fromFile ? "web-identity-token-file" : "audience" }
  };
}
function several(known) {
  let audiences = known.token?.audiences ?? [], [first = known.inputs?.audience ?? "sts.amazonaws.com"] = audiences;
  return {
    why: `The token has more than one audience (${list(audiences)}) and no \`azp\`, so STS cannot tell for whom it is meant, and refuses it.`,
    fix: [
      `Let the issuer make the token for one audience only: "aud": ${JSON.stringify(oneLine(first))}`,
      "Or let it add `azp` (authorized party); STS then looks at `azp` alone, which the provider must list as a client id.",
      `List it, if it is not: ${addAudience(known, first)}`
    ],
    ...known.inputs?.webIdentityTokenFile ? { where: { input: "web-identity-token-file" } } : {}
  };
}
function notListed({ message: message2 }, known) {
  let { claim, value } = compared(known), { usualAudience: usualAudience2 = "" } = known.inputs ?? {}, unusual = known.token?.source === "runner" && value !== usualAudience2, arn = providerArn(known);
  return {
    why: `The OIDC provider ${quote(arn)} does not list the audience of this token: its ${quote(claim)} is ${quote(value)}, and STS says ${quote(oneLine(message2))}.${unusual ? ` The usual audience here is ${quote(usualAudience2)}.` : ""}`,
    fix: [
      `List it: ${addAudience(known, value)}`,
      ...unusual ? [`Or ask for the usual one:
audience: ${oneLine(usualAudience2)}`] : [],
      `Look what is listed: ${getProvider(known)} --query ClientIDList`
    ],
    where: { input: "audience" }
  };
}

// src/causes/token-claim-missing.ts
var SAID2 = /Missing a required claim: (\S+)|Claim is not allowed to be empty: (\S+)/i, tokenClaimMissing = causeOf(["claim", "aws"], {
  id: "token-claim-missing",
  section: "token",
  title: "the token lacks a claim that STS requires",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcCore", "iamProvider", "assumeRole"],
  // A `sub` of null makes STS fail with an error of its own (InternalFailure), every time.
  explains: ["token-claim-missing", "token-rejected", "sts-unavailable"],
  matches: (failure3) => failure3.kind === "claim" ? failure3.problem === "missing" || failure3.problem === "empty" : isCode(failure3, "InvalidIdentityToken") && SAID2.test(failure3.message),
  explain: (failure3, known) => {
    let names = namesOf(failure3, known);
    return {
      why: `${sentence(names, failure3)} STS takes no token without ${list(REQUIRED_CLAIMS)}. ${howItLooks(known)}${saidBy(failure3)}`,
      fix: fixFor5(known),
      ...known.inputs?.webIdentityTokenFile ? { where: { input: "web-identity-token-file" } } : {}
    };
  },
  page: {
    meaning: "Every ID token for STS must say who issued it (`iss`), whom it is about (`sub`), for whom it is meant (`aud`), when it was issued (`iat`) and when it ends (`exp`). `sub` may be an empty text but not null; `aud` may not be an empty list.",
    tell: "The claim is not there at all. A claim of the wrong form is token-timestamp-invalid; one with the wrong value is token-audience-mismatch, token-expired or token-not-yet-valid."
  }
});
function namesOf(failure3, { token }) {
  let match = failure3.kind === "aws" ? SAID2.exec(failure3.message) : null, named2 = failure3.kind === "claim" ? failure3.claim : match?.[1] ?? match?.[2] ?? "", absent = token ? REQUIRED_CLAIMS.filter((name) => isAbsent(token.claims[name], name)) : [];
  return [.../* @__PURE__ */ new Set([named2, ...absent])];
}
function isAbsent(value, name) {
  return value === void 0 || value === null && name !== "iat" && name !== "exp";
}
function sentence(names, failure3) {
  return (failure3.kind === "claim" ? failure3.problem === "empty" : /to be empty/i.test(failure3.message)) && names.length === 1 ? `The token's claim ${list(names)} is an empty list.` : failure3.kind === "claim" && failure3.got === "null" ? `The token's claim ${quote(failure3.claim)} is null, which counts as missing.` : `The token has no claim ${list(names, "and no")}.`;
}
function howItLooks({ token }) {
  let names = Object.keys(token?.claims ?? {});
  return names.length === 0 ? "" : `It has: ${oneLine(names.join(", "), 300)}.`;
}
function saidBy(failure3) {
  return failure3.kind === "aws" ? ` STS says: ${quote(oneLine(failure3.message))}.` : "";
}
function fixFor5({ inputs }) {
  return inputs?.webIdentityTokenFile ? [
    "If the file holds ACTIONS_ID_TOKEN_REQUEST_TOKEN: that is the key for asking, not the ID token. Delete `web-identity-token-file`, and this action asks GitHub for the ID token itself.",
    "Put an ID token into the file, not an access token: only ID tokens have all these claims.",
    "Let the issuer add the claim (in GitLab: `id_tokens:` with `aud:` in place of the old CI_JOB_JWT)."
  ] : ["Run the job again; if it stays so, ask who runs the service that makes the token."];
}

// src/causes/token-dependabot.ts
var tokenDependabot = causeOf("no-token-permission", {
  id: "token-dependabot",
  section: "token",
  title: "a run of Dependabot got no ID token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubDependabot", "githubPermissions"],
  matches: (_failure, { run }) => reasonForNoToken(run) === "token-dependabot",
  explain: (_failure, { run }) => ({
    why: `This run is Dependabot's, and GitHub offered it no ID token. That is by design: GitHub treats runs that Dependabot starts like those of a fork, with a read-only token and without the secrets of Actions, unless the workflow itself asks for more. The event is ${quote(run.event)}, by ${quote(run.actor)}. Running it again as another person changes nothing.`,
    fix: [
      `Skip the step for Dependabot; add to it:
if: github.actor != 'dependabot[bot]'`,
      `If Dependabot's pull requests must reach AWS, grant it in the job itself, with a role that may do little:
${PERMISSIONS}`,
      "Take the ARN of the role from `vars.` instead of `secrets.`: secrets of Actions are empty here."
    ],
    where: "step"
  }),
  page: {
    meaning: "Dependabot brings code of other people into the repository. Its runs (push, pull_request, deployment and a few more) therefore have a read-only token by default and see the Dependabot secrets only. A scheduled or manual run is not restricted, whoever committed last.",
    tell: "The same variables are missing as with token-permission-missing; the actor is `dependabot[bot]`, or the pull request was opened by it."
  }
});

// src/causes/token-expired.ts
var SAID3 = /current date\/time (\d+) must be before the expiration date\/time (\d+)/i, tokenExpired = causeOf(["claim", "aws"], {
  id: "token-expired",
  section: "token",
  title: "the token had expired",
  severity: "error",
  retry: (_failure, { token }) => token?.source === "runner" ? "once" : "never",
  certainty: (failure3, known) => isByOurClock(failure3, known) ? "likely" : "certain",
  docs: ["iamProvider", "assumeRole"],
  matches: (failure3) => failure3.kind === "claim" ? failure3.problem === "expired" : isCode(failure3, "ExpiredToken"),
  explain: (failure3, known) => ({
    why: `${isByOurClock(failure3, known) ? "Most likely the" : "The"} token was too old: ${timesOf(failure3)} STS allows ${300} s past the end, for clocks that differ.${lifeOf(known)}${isByOurClock(failure3, known) ? SETTLES_CLOCK : ""}`,
    fix: fixFor6(known),
    ...isFile(known) ? { where: { input: "web-identity-token-file" } } : {}
  }),
  page: {
    meaning: "An ID token lives for minutes. It expires when it was written to a file long before this step, when a slow network or many attempts ate its time, or when the clock of its issuer is wrong.",
    tell: "STS prints a current time that is 300 s behind its clock, since it allows so much; the numbers above have that undone. A token whose time has not begun is token-not-yet-valid; credentials that end in the middle of a job are another matter (their session was over, not the token)."
  }
});
function timesOf(failure3) {
  if (failure3.kind === "claim")
    return ended(Number(failure3.want), Number(failure3.got), "the time was");
  let [, printed, end] = SAID3.exec(failure3.message) ?? [];
  return printed === void 0 || end === void 0 ? `STS says ${quote(oneLine(failure3.message))}.` : ended(Number(printed) + 300, Number(end), "the clock of STS said");
}
function ended(now, end, clock) {
  return `it ended at ${quote(timeOf(end))}, and ${clock} ${quote(timeOf(now))}, ${duration(now - end)} later.`;
}
function lifeOf({ token }) {
  let issued = secondsOf(token?.claims.iat), end = secondsOf(token?.claims.exp);
  return issued === void 0 || end === void 0 || end <= issued ? "" : ` It was issued at ${quote(timeOf(issued))} for ${duration(end - issued)}.`;
}
function isFile({ token, inputs }) {
  return token ? token.source === "file" : !!inputs?.webIdentityTokenFile;
}
function fixFor6(known) {
  return isFile(known) ? [
    "Write a new token into the file in the step right before this one; a token of an earlier job or a cache is too old.",
    "If you mean the token of this job, delete `web-identity-token-file`: this action asks GitHub for a new one."
  ] : [
    "Run the job again: the step asks for a new token.",
    "If a new token is too old as well, the clock of its issuer is wrong: on the server of the issuer (GitHub Enterprise Server), turn on NTP."
  ];
}

// src/causes/token-file-unreadable.ts
var tokenFileUnreadable = causeOf("token-file", {
  id: "token-file-unreadable",
  section: "token",
  title: "the token file cannot be read",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole"],
  matches: () => !0,
  explain: ({ path, problem, detail = "" }, { run }) => {
    let { why, fix } = PROBLEMS3[problem];
    return {
      why: `${quote(path)}, given as \`web-identity-token-file\`, ${why}${detail === "" ? "" : ` (${oneLine(detail)})`}. Relative paths start at the workspace ${quote(run.workspace)}. AWS was not asked.`,
      fix,
      where: { input: "web-identity-token-file" }
    };
  },
  page: {
    meaning: "With `web-identity-token-file` the token comes from a file in place of the runner. The file must be there when this step starts, be a plain file of at most 20,000 characters (STS takes no more), and lie in the workspace where its path is relative.",
    tell: "Seen before anything is sent. A file that could be read but holds no JWT is token-malformed."
  }
}), WRITE_IT = 'Write the token in an earlier step of the same job, without a line break at its end: printf %s "$TOKEN" > token.jwt', PROBLEMS3 = {
  missing: {
    why: "does not exist",
    fix: [
      WRITE_IT,
      "Print what is there, in a step before this one: ls -la",
      "If you mean the token of this job, delete `web-identity-token-file`: this action asks GitHub for it."
    ]
  },
  directory: {
    why: "is a directory",
    fix: [`Give the path of the file in it:
web-identity-token-file: <directory>/token`]
  },
  outside: {
    why: "leads out of the workspace, by `..` or by a link, and such a file is not sent to AWS",
    fix: ["Give an absolute path, or copy the file into the workspace first.", WRITE_IT]
  },
  empty: {
    why: "is empty",
    fix: [
      "Look at the step that writes it: the command failed, or its variable was empty. Let it stop at the first error: set -euo pipefail",
      WRITE_IT
    ]
  },
  "too-large": {
    why: "is larger than the 20,000 characters that STS takes as a token",
    fix: [
      "Write the token alone into the file, not the whole answer of the issuer: curl \u2026 | jq -j .id_token > token.jwt"
    ]
  },
  unreadable: {
    why: "cannot be read",
    fix: [
      "Let the user that the runner runs as read it: chmod 600 <file>, and chown it to that user.",
      "Print who that is and what is there, in a step before this one: id; ls -la"
    ]
  }
};

// src/causes/token-fork-pull-request.ts
var tokenForkPullRequest = causeOf("no-token-permission", {
  id: "token-fork-pull-request",
  section: "token",
  title: "a pull request from a fork gets no ID token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubForks", "githubPermissions", "githubSecrets"],
  matches: (_failure, { run }) => reasonForNoToken(run) === "token-fork-pull-request",
  explain: (_failure, { run }) => ({
    why: `This run belongs to a pull request from a fork of ${quote(run.repository)}, and GitHub gives such runs no ID token. That is by design: anybody can open such a pull request, and its code would run with your AWS role. \`id-token: write\` in the workflow does not change it. The event is ${quote(run.event)}, by ${quote(run.actor)}.`,
    fix: [
      `Skip the step for forks; add to it:
if: github.event.pull_request.head.repo.full_name == github.repository`,
      "What must run against AWS, run after the merge (`on: push`), or have a maintainer push the branch to this repository.",
      "Do not switch to `pull_request_target` and check out the code of the fork: it would then run with your role.",
      'In a private repository an administrator may allow it: Settings, Actions, General, "Send write tokens to workflows from pull requests".'
    ],
    where: "step"
  }),
  page: {
    meaning: "Runs of pull requests from forks have a read-only token, no secrets, and no right to ask for an ID token, because their code was not reviewed by anybody of the repository.",
    tell: "The same variables are missing as with token-permission-missing; the payload of the event tells that the head of the pull request is in another repository, or in one that has been deleted."
  }
});

// src/causes/token-malformed.ts
var SAID4 = /ID Token provided is not a valid JWT/i, tokenMalformed = causeOf(["token", "aws"], {
  id: "token-malformed",
  section: "token",
  title: "the token is not a signed JWT that STS can read",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7519", "rfc7515", "assumeRole"],
  explains: ["token-malformed", "token-rejected"],
  matches: (failure3) => failure3.kind === "token" ? failure3.problem !== "algorithm" : isCode(failure3, "InvalidIdentityToken") && SAID4.test(failure3.message),
  explain: (failure3, known) => failure3.kind === "token" ? seenHere4(failure3, known) : said10(failure3, known),
  page: {
    meaning: "STS takes an ID token: a JWT in three parts (header.payload.signature), signed, not encrypted, without headers marked as critical (`crit`). An opaque access token, an encrypted token of five parts, and a token with line breaks or quotes in it are none.",
    tell: "The form is wrong, not what it says: a claim that is missing is token-claim-missing, an algorithm that STS does not take is token-algorithm-unsupported."
  }
}), PROBLEMS4 = {
  "not-a-jws": "it has not the three parts, divided by dots, that a signed JWT has",
  encrypted: "it is an encrypted JWT (five parts), and STS takes signed ones only",
  header: "its first part, the header, cannot be decoded",
  payload: "its second part, the claims, cannot be decoded",
  "critical-header": "its header has `crit`, which forbids to take it for anybody who does not know the extensions named there, and STS knows none"
};
function seenHere4({ problem, detail }, known) {
  return {
    why: `What was offered as ID token is not a JWT that STS can read: ${PROBLEMS4[problem] ?? "it cannot be decoded"} (${oneLine(detail)}). ${sourceOf(known)}`,
    fix: problem === "critical-header" ? [NO_CRIT] : idTokenSteps(known),
    ...where(known)
  };
}
function said10({ message: message2 }, known) {
  let { alg, crit, typ } = known.token?.header ?? {}, critical = crit === void 0 ? "" : ` It has \`crit\` (${quote(crit)}), and STS knows no extension.`;
  return {
    why: `STS could not read the token as a JWT: ${quote(oneLine(message2))}. Seen from here, its header has alg ${quote(alg ?? "")} and typ ${quote(typ ?? "")}.${critical} ${sourceOf(known)}`,
    fix: crit === void 0 ? [...signWith(alg), ...idTokenSteps(known)] : [NO_CRIT],
    ...where(known)
  };
}
var NO_CRIT = "Let the issuer sign without the `crit` header, and without the extensions named there.";
function signWith(alg) {
  return ALGORITHMS.some((taken) => taken === alg) ? [] : [`Let the issuer sign with ${list(ALGORITHMS, "or")}.`];
}
function sourceOf({ inputs }) {
  return inputs?.webIdentityTokenFile ? `It was read from ${quote(inputs.webIdentityTokenFile)}.` : "It came from the token service of the runner.";
}
function where({ inputs }) {
  return inputs?.webIdentityTokenFile ? { where: { input: "web-identity-token-file" } } : {};
}
function idTokenSteps({ inputs }) {
  return inputs?.webIdentityTokenFile ? [
    "Put the ID token into the file (`id_token` in the answer of the issuer), not the access token (`access_token`).",
    'Write it without quotes, line breaks and a leading "Bearer": printf %s "$ID_TOKEN" > token.jwt',
    'Count its parts, which must be 3: tr . "\\n" < token.jwt | grep -c .'
  ] : [
    "Run the job again; if it stays so, ask who runs the service behind ACTIONS_ID_TOKEN_REQUEST_URL."
  ];
}

// src/causes/token-not-on-runner.ts
var STAND_INS = {
  act: {
    is: "This workflow runs in act, which plays the runner on your machine but has no service for ID tokens; `id-token: write` changes nothing there.",
    step: `Skip the step in act; add to it:
if: env.ACT != 'true'`
  },
  forgejo: {
    is: "This workflow runs in Forgejo Actions, which offers an ID token only where the workflow asks for it in its own way.",
    step: `Ask Forgejo for the token; add to the workflow:
enable-openid-connect: true`
  },
  gitea: {
    is: "This workflow runs in Gitea Actions, not on GitHub's runner, and it offered no ID token."
  }
}, tokenNotOnRunner = causeOf("no-token-permission", {
  id: "token-not-on-runner",
  section: "token",
  title: "this is not GitHub's runner, and it offers no ID token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubOidc", "assumeRole"],
  matches: (_failure, { run }) => reasonForNoToken(run) === "token-not-on-runner",
  explain: ({ missing: missing2 }, { run }) => {
    let standIn2 = STAND_INS[run.standIn];
    return {
      why: `${standIn2?.is ?? "This is not a job of GitHub Actions (GITHUB_ACTIONS is not `true`), and only GitHub's runner offers an ID token."} Not set: ${missing2.map((name) => quote(name)).join(", ")}.`,
      fix: [
        ...standIn2?.step === void 0 ? [] : [standIn2.step],
        `Give the token of another OIDC issuer as a file:
web-identity-token-file: path/to/token.jwt`,
        "To look at an issuer only, without a token and without AWS, leave `role-to-assume` empty and set its URL:\nissuer: https://token.actions.githubusercontent.com",
        "Or run the workflow on GitHub."
      ],
      where: "step"
    };
  },
  page: {
    meaning: "The ID token comes from a service of GitHub that only a job on a runner of GitHub (hosted or self-hosted) can ask. Programs that play the runner (act, Gitea, Forgejo) have none, or have it switched off.",
    tell: "The same variables are missing as with token-permission-missing, but GITHUB_ACTIONS is not `true`, or ACT, GITEA_ACTIONS or FORGEJO_ACTIONS is set."
  }
});

// src/causes/token-not-yet-valid.ts
var NOT_BEFORE = /current date\/time (\d+) must be after or equal to the not-before date\/time (\d+)/i, ISSUED = /Token issued in the future: (\d+)/i, SAID5 = /Token not yet valid|Token issued in the future/i, tokenNotYetValid = causeOf(["claim", "aws"], {
  id: "token-not-yet-valid",
  section: "token",
  title: "the token comes from the future",
  severity: "error",
  retry: "never",
  certainty: (failure3, known) => isByOurClock(failure3, known) ? "likely" : "certain",
  docs: ["iamProvider", "assumeRole"],
  matches: (failure3) => failure3.kind === "claim" ? failure3.problem === "not-yet-valid" : isCode(failure3, "InvalidIdentityToken") && SAID5.test(failure3.message),
  explain: (failure3, known) => ({
    why: `${isByOurClock(failure3, known) ? "Most likely the" : "The"} token is not valid yet: ${timesOf2(failure3)} STS allows ${300} s, for clocks that differ. ${whose(failure3, known)}`,
    fix: [
      "On the server of the issuer, turn on NTP and look: timedatectl set-ntp true; timedatectl status",
      "If the issuer sets `nbf` or `iat` ahead on purpose, let it set them to the time of signing.",
      "Wait as long as the clock is ahead and run the job again, to get through today."
    ]
  }),
  page: {
    meaning: "The claims `nbf` (not before) or `iat` (issued at) name a time that STS has not reached, even with the 300 s that it allows. The issuer, mostly a server of your own, has a wrong clock.",
    tell: "STS prints a current time that is 300 s ahead of its clock, since it allows so much; the numbers above have that undone. A wrong clock of the runner is clock-skew, and does not matter to STS."
  }
});
function whose(failure3, known) {
  let issuer = `The issuer ${quote(known.token?.issuer ?? "")} has a clock that is ahead, or dates its tokens ahead`;
  return isByOurClock(failure3, known) ? `${issuer}.${SETTLES_CLOCK}` : `${issuer}; the clock of this runner has no part in it.`;
}
function timesOf2(failure3) {
  if (failure3.kind === "claim")
    return begins(failure3.claim, Number(failure3.got), Number(failure3.want), "the time was");
  let [, printed, notBefore] = NOT_BEFORE.exec(failure3.message) ?? [];
  if (printed !== void 0 && notBefore !== void 0)
    return begins(
      "nbf",
      Number(notBefore),
      Number(printed) - 300,
      "the clock of STS said"
    );
  let issued = ISSUED.exec(failure3.message)?.[1], spoken = Date.parse(failure3.date ?? "") / 1e3;
  return issued !== void 0 && Number.isFinite(spoken) ? begins("iat", Number(issued), spoken, "the clock of STS said") : `${issued === void 0 ? "" : `it says that it was issued at ${quote(timeOf(Number(issued)))}; `}STS says ${quote(oneLine(failure3.message))}.`;
}
function begins(claim, start, now, clock) {
  return `its ${quote(claim)} is ${quote(timeOf(start))}, and ${clock} ${quote(timeOf(now))}, ${duration(start - now)} earlier.`;
}

// src/causes/token-permission-missing.ts
var BOTH = ["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"], tokenPermissionMissing = causeOf("no-token-permission", {
  id: "token-permission-missing",
  section: "token",
  title: "the job cannot ask for an ID token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubPermissions", "githubOidcAws", "githubReusable"],
  matches: (_failure, { run }) => reasonForNoToken(run) === "token-permission-missing",
  explain: ({ missing: missing2 }, { run }) => missing2.length === 1 ? oneLost(missing2[0] ?? "") : {
    why: `The job ${quote(run.job)} has no permission to ask GitHub for an ID token: the runner did not set ${list(missing2)}, which it sets only where \`id-token: write\` is granted. A job's own \`permissions:\` block replaces the workflow's, and what it does not list is not granted; \`read-all\` does not grant it either.`,
    fix: [
      `Give the job this block:
${PERMISSIONS}`,
      "If this is a reusable workflow, grant it in the job of the calling workflow too: a called workflow cannot have more than its caller."
    ],
    where: "permissions"
  },
  page: {
    meaning: "GitHub gives a job an ID token only where `permissions: id-token: write` is granted. Without it, signing in by OIDC cannot work, whatever is set up in AWS.",
    tell: "The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set. For pull requests from forks and for Dependabot that is by design, and they have causes of their own."
  }
});
function oneLost(missing2) {
  let kept = BOTH.find((name) => name !== missing2) ?? "";
  return {
    why: `The job lost one of the two variables that it needs to ask GitHub for an ID token: ${quote(kept)} is set, ${quote(missing2)} is not. The runner sets both or neither, so something in this job emptied one of them or passed only one on.`,
    fix: [
      `Search the workflow for ${quote(missing2)} and delete it from every \`env:\` block.`,
      "Where this step runs in a container that you start yourself, pass both on: docker run -e ACTIONS_ID_TOKEN_REQUEST_URL -e ACTIONS_ID_TOKEN_REQUEST_TOKEN \u2026"
    ],
    where: "step"
  };
}

// src/causes/token-rejected.ts
var VERIFIED = {
  valid: "This runner has verified the signature with the key of the issuer, so the token is sound.",
  "no-key": "This runner could not verify the signature: it did not get the key.",
  "not-checked": "This runner could not verify the signature of the token."
}, tokenRejected = causeOf("aws", {
  id: "token-rejected",
  section: "sts",
  title: "AWS does not accept the token of this issuer",
  severity: "error",
  retry: "never",
  certainty: "likely",
  docs: ["iamProvider", "assumeRole", "githubOidcAws"],
  matches: (failure3) => isCode(failure3, "InvalidIdentityToken") && GENERIC.test(failure3.message),
  explain: (_failure, known) => {
    let [issuer, audience, account] = [issuerOf(known), audienceOf(known), accountOf(known)];
    return {
      why: `Most likely the account ${quote(account)} of the role has no OIDC identity provider with exactly the URL ${quote(issuer)}, or that provider does not list the audience ${quote(audience)}. STS says only that the token could not be validated. ${VERIFIED[known.signature] ?? ""} The first command below settles it.`,
      fix: [
        `Look at the provider, with credentials of account ${account}:
${getProvider(known)}`,
        `If it answers NoSuchEntity, make the provider:
${createProvider(known)}`,
        `If its ClientIDList lacks ${quote(audience)}, add it:
${addAudience(known, audience)}`,
        `If both are right, look at its Url for a slash or a path that ${quote(issuer)} does not have, and at the account in \`role-to-assume\`. As the last resort delete the provider and make it anew; this has helped once.`
      ],
      where: { input: "role-to-assume" }
    };
  },
  page: {
    meaning: "Since mid-2026 STS gives this one sentence where it used to say that no provider was found, that the audience was wrong, or that the signature was wrong. This page applies where the checks of the token and the issuer found nothing: then the provider in IAM is the first suspect.",
    tell: 'An audience that was not asked for, an unusable key or a wrong signature are seen from the runner, and have causes of their own. "Not authorized to perform sts:AssumeRoleWithWebIdentity" comes later: there the token was accepted.'
  }
});

// src/causes/phrases-token-service.ts
var GITHUB_STATUS = "Look whether GitHub Actions has an incident now: https://www.githubstatus.com";
function hostOf(url) {
  return /^https?:\/\/([^/?#]+)/i.exec(url)?.[1] ?? url;
}
function isPage(contentType, excerpt) {
  return /html/i.test(contentType) || /^\s*</.test(excerpt);
}
function looksLike(headers, excerpt) {
  let said13 = [
    ["content type", headers["content-type"]],
    ["server", headers.server],
    ["via", headers.via],
    ["start", oneLine(excerpt, 120)]
  ].filter(([, value]) => value).map(([name, value]) => `${name} ${quote(value)}`);
  return said13.length === 0 ? "The answer was empty." : `The answer: ${said13.join(", ")}.`;
}
function pastTheProxy(host, { selfHosted }) {
  return [
    `Let this runner reach ${quote(host)} without a page in between: allow the host in the proxy or firewall, or set for the runner NO_PROXY=${oneLine(host)}`,
    ...selfHosted ? [
      "Then restart the runner, which reads these variables from its `.env` file when it starts."
    ] : []
  ];
}
function triedAgain2({ inputs }) {
  return inputs && inputs.maxAttempts > 1 ? " It was asked again, with growing waits, and answered the same." : "";
}

// src/causes/token-service-denied.ts
var NO_REFUSAL = [408, 425, 429], tokenServiceDenied = causeOf("http", {
  id: "token-service-denied",
  section: "token",
  title: "the token service refused to make an ID token",
  severity: "error",
  retry: (failure3) => {
    let status = failure3.kind === "http" ? failure3.status : 0;
    return status === 404 ? "settling" : status === 401 ? "once" : "never";
  },
  certainty: "certain",
  docs: ["githubOidc", "githubPermissions", "githubProxy"],
  matches: ({ peer, status }) => peer === "token-service" && status >= 400 && status < 500 && !NO_REFUSAL.includes(status),
  explain: (failure3, known) => {
    let { url, status, headers, excerpt } = failure3, { why, ...rest } = reasonFor(failure3, known);
    return {
      ...rest,
      why: `The token service ${quote(hostOf(url))} refused to make an ID token: HTTP ${status}. ${why} ${looksLike(headers, excerpt)}`
    };
  },
  page: {
    meaning: "The job may ask for an ID token (the runner named the service), but the service said no. 401: the request token is not, or no longer, valid. 404: the job is not yet marked as running, or the URL is wrong. 400: the request itself, mostly the audience. 403 with a page in HTML: a proxy on the way.",
    tell: "429 is token-service-throttled; 5xx, and a 200 without a token in it, are token-service-error; no answer at all is token-service-unreachable."
  }
});
function reasonFor({ url, status, headers, excerpt }, known) {
  return isPage(headers["content-type"] ?? "", excerpt) ? {
    why: "The answer is a page in HTML, and the service answers in JSON: a proxy or firewall on the way has answered in its place.",
    fix: pastTheProxy(hostOf(url), known.run)
  } : status === 401 ? {
    why: "The request token of this job (ACTIONS_ID_TOKEN_REQUEST_TOKEN) is not valid: it lives only as long as its job, so it ends when the job is cancelled or over, and another job's does not work.",
    fix: [
      "Run the job again.",
      "Let nothing pass ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN from one job to another, by `env:`, outputs, caches, or a container that outlives its job."
    ],
    where: "step"
  } : status === 404 ? {
    why: `GitHub makes tokens only for jobs that it has marked as running, which takes about a second at the start of a job; else ACTIONS_ID_TOKEN_REQUEST_URL is wrong.${triedAgain2(known)}`,
    fix: [
      "Run the job again; where this is the first step of a short job, let another step (actions/checkout) go before it.",
      "Let nothing overwrite ACTIONS_ID_TOKEN_REQUEST_URL in this job."
    ],
    where: "step"
  } : {
    why: `The audience asked for was ${quote(known.inputs?.audience ?? "")}.`,
    fix: [
      "Delete `audience` from the step, so that the usual one is asked for.",
      "Ask an administrator whether a policy of the organisation or enterprise restricts Actions or OIDC."
    ],
    where: { input: "audience" }
  };
}

// src/causes/token-service-error.ts
var tokenServiceError = causeOf(["http", "document"], {
  id: "token-service-error",
  section: "token",
  title: "the token service answered without a token",
  severity: "error",
  retry: "transient",
  certainty: "certain",
  docs: ["githubStatus", "githubProxy", "githubOidc"],
  matches: (failure3) => failure3.peer === "token-service" && (failure3.kind === "document" || isFault(failure3.status)),
  explain: (failure3, known) => {
    let headers = failure3.kind === "http" ? failure3.headers : { "content-type": failure3.contentType }, said13 = `The token service ${quote(hostOf(failure3.url))} answered HTTP ${failure3.status}, ${failure3.kind === "http" ? "and no ID token" : whatCame(failure3)}. ${looksLike(headers, failure3.excerpt)}`;
    return isPage(headers["content-type"] ?? "", failure3.excerpt) || failure3.status >= 300 && failure3.status < 400 ? fromBetween(said13, failure3.url, known) : fromGitHub(said13, known);
  },
  page: {
    meaning: "The service that makes ID tokens has a fault, or somebody between the runner and GitHub (a proxy, a captive portal, a load balancer) answered in its place.",
    tell: "A status of 5xx, 408 or 3xx, or a 200 without a token in it. A plain refusal (400, 401, 403, 404) is token-service-denied. The content type and the `server` header tell whose answer it is: the service itself answers in JSON."
  }
});
function isFault(status) {
  return status < 400 || status >= 500 || status === 408 || status === 425;
}
function whatCame({ problem }) {
  return problem === "too-large" ? "but far more than a token is large" : "but its answer has no `value`, where the token should be";
}
function fromGitHub(said13, known) {
  return {
    why: `${said13} This is a fault on the side of the service.${triedAgain2(known)}`,
    fix: ["Run the job again in a few minutes.", GITHUB_STATUS]
  };
}
function fromBetween(said13, url, { run }) {
  return {
    why: `${said13} The service itself answers in JSON: a proxy, a captive portal or a gateway on the way may have answered in its place; a gateway of GitHub's own does so in an incident.`,
    fix: [...pastTheProxy(hostOf(url), run), GITHUB_STATUS]
  };
}

// src/causes/token-service-throttled.ts
var tokenServiceThrottled = causeOf("http", {
  id: "token-service-throttled",
  section: "token",
  title: "the token service was asked too often",
  severity: "error",
  retry: "throttled",
  certainty: "certain",
  docs: ["githubStatus", "githubOidc"],
  matches: ({ peer, status }) => peer === "token-service" && status === 429,
  explain: ({ url, headers }, known) => {
    let wait2 = headers["retry-after"];
    return {
      why: `The token service ${quote(hostOf(url))} makes no more ID tokens for now: HTTP 429, too many requests. ${wait2 === void 0 ? "It did not say how long to wait." : `It asked to wait (Retry-After: ${quote(wait2)}).`}${triedAgain2(known)} Many jobs that start at once, or a loop that asks again and again, bring this about.`,
      fix: [
        "Run the failed jobs again, a minute later.",
        `Let fewer jobs of a matrix run at once:
strategy:
  max-parallel: 4`,
        "Ask once for each job: sign in in one step, and use what it exports in the others.",
        GITHUB_STATUS
      ]
    };
  },
  page: {
    meaning: "GitHub limits how often ID tokens can be asked for; the limit is not published. The action waits, longer each time and at least as long as the service asks, before it gives up.",
    tell: "Status 429 of the token service. When STS throttles, it is sts-throttled; when the issuer does, discovery-unavailable or jwks-unavailable."
  }
});

// src/causes/token-service-unreachable.ts
var tokenServiceUnreachable = causeOf("network", {
  id: "token-service-unreachable",
  section: "token",
  title: "the token service cannot be reached from this runner",
  severity: "error",
  retry: (failure3) => failure3.kind === "network" && (isCertificate(failure3) || isRefusedByProxy(failure3)) ? "never" : "transient",
  certainty: "certain",
  docs: ["githubSelfHosted", "githubProxy", "githubStatus", "nodeExtraCa"],
  matches: ({ peer }) => peer === "token-service",
  explain: (failure3, { run }) => ({
    why: `The service that makes this job's ID token, ${quote(failure3.host)}, could not be reached: ${howItFailed(failure3)}. The job has the permission to ask (the runner named the service); AWS was not asked yet.${placeWord(run)}`,
    fix: fixFor7(failure3, run)
  }),
  page: {
    meaning: "The runner names a URL of GitHub (ACTIONS_ID_TOKEN_REQUEST_URL) where a job gets its ID token. A name that cannot be resolved, a firewall, a proxy, an untrusted certificate or an incident at GitHub keeps the job from it.",
    tell: "No answer came at all, or it broke off half-way. An answer with a status of 400 or above is token-service-denied, token-service-throttled or token-service-error."
  }
});
function isRefusedByProxy(failure3) {
  return isProxy(failure3) && /statusCode=4\d\d/.test(failure3.detail);
}
function placeWord({ selfHosted }) {
  return selfHosted ? " This runner is self-hosted, so its own network, proxy and certificates come into question first." : "";
}
function fixFor7(failure3, { selfHosted }) {
  let host = shellWord(failure3.host), look3 = `Look from the same machine: curl -sS -o /dev/null -w '%{http_code}\\n' https://${host} (401 means that it can be reached)`;
  return isProxy(failure3) ? [
    "Correct HTTPS_PROXY of the runner (host, port, user and password), or take the service out of the proxy: NO_PROXY=.actions.githubusercontent.com",
    look3
  ] : isCertificate(failure3) ? [
    "If a proxy inspects TLS here, give Node its CA: write NODE_EXTRA_CA_CERTS=/path/to/ca.pem into the `.env` file of the runner and restart the runner.",
    look3
  ] : [
    "Run the job again: a passing fault may be gone.",
    GITHUB_STATUS,
    ...selfHosted ? [`Let the runner reach ${host} and *.actions.githubusercontent.com on port 443.`, look3] : []
  ];
}

// src/causes/token-signature-invalid.ts
var tokenSignatureInvalid = causeOf(["key", "aws"], {
  id: "token-signature-invalid",
  section: "issuer",
  title: "the token's signature is not by the key that it names",
  severity: "error",
  retry: "once",
  certainty: (failure3, { signature }) => failure3.kind === "aws" && signature === "valid" ? "likely" : "certain",
  docs: ["rfc7515", "rfc7517", "repostInvalidToken"],
  explains: [...NO_KEY, "token-rejected"],
  matches: (failure3) => failure3.kind === "key" ? failure3.problem === "signature" : isCode(failure3, "InvalidIdentityToken") && /token signature invalid/i.test(failure3.message),
  explain: (failure3, known) => {
    let kid = failure3.kind === "key" ? failure3.kid : String(known.token?.header.kid ?? ""), url = failure3.kind === "key" ? failure3.url : keysUrl(known), key = kid === "" ? "its only key" : `its key ${quote(kid)}`;
    return {
      why: said11(failure3.kind, known, key),
      fix: [
        "Run the job again if keys were changed just now.",
        `Let the issuer publish the public half of the key that it really signs with, under a new \`kid\`. An id that once stood for another key stays in caches: never use it twice.
What it publishes now: ${read(url)}`,
        ...known.token?.source === "file" ? [
          "The token comes from a file: see that nothing changed it, no line break within, nothing cut off, nothing masked."
        ] : [],
        "If several servers stand behind the issuer, see that all of them sign with the same key."
      ]
    };
  },
  page: {
    meaning: "A token is signed with a private key; the issuer publishes the public half under an id (`kid`). Here the id is published, but the signature does not fit: a wrong key under the id, a rotation that kept the old id, servers that do not share their key, or a token that was altered.",
    tell: 'The signature is computed on the runner, by the same rule as STS: of several keys with one id the last one counts. Where the id is not published at all, see jwks-key-not-found; where two keys share it, jwks-kid-duplicate. STS said "Token signature invalid" for it until mid-2026, and its generic sentence since.'
  }
});
function said11(kind, known, key) {
  if (kind === "aws" && known.signature === "valid")
    return "Most likely STS verified the token with an older copy of the keys: it says that the signature is wrong, but by the keys that this runner got it is right. What settles it: the same job a few minutes later.";
  let who = kind === "key" ? "This runner computed it." : "STS says so.";
  return `The signature of the token is wrong: the issuer ${quote(issuerOf(known))} publishes ${key}, but that key did not make this signature. ${who} Either the issuer signs with another key than it publishes under this id, or the token was altered on its way.`;
}

// src/causes/token-tags-invalid.ts
var SAID6 = /principal_tags passed in claim is not in correct format/i, tokenTagsInvalid = causeOf(["claim", "aws"], {
  id: "token-tags-invalid",
  section: "token",
  title: "the session tags in the token have the wrong form",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamSessionTags"],
  explains: ["token-tags-invalid"],
  matches: (failure3) => failure3.kind === "claim" ? failure3.problem === "tags" : isCode(failure3, "InvalidIdentityToken") && SAID6.test(failure3.message),
  explain: (failure3, known) => ({
    why: `The session tags in the token have the wrong form: ${seen(failure3, known)}. In the claim \`${TAGS_CLAIM}\` each tag is a list of exactly one text, also where there is but one value.${failure3.kind === "aws" ? ` STS says: ${quote(oneLine(failure3.message))}.` : ""}`,
    fix: [
      `Let the issuer write the claim so:
"${TAGS_CLAIM}": {
  "principal_tags": { "Team": ["engineering"] },
  "transitive_tag_keys": ["Team"]
}`,
      `Or flat, where an issuer cannot nest: "${TAGS_CLAIM}/principal_tags/Team": "engineering"`,
      "If nobody uses the tags, let the issuer leave the claim out."
    ]
  }),
  page: {
    meaning: "An issuer may put session tags into its tokens, in the claim `https://aws.amazon.com/tags`. GitHub does not; self-made issuers, Auth0 and Vault can be told to. Nested, each tag is a list of one text; in the flat form it is a plain text.",
    tell: 'Only the form of the claim. Where the form is right and STS answers "Not authorized", the trust policy of the role lacks `sts:TagSession`.'
  }
});
function seen(failure3, { token }) {
  return failure3.kind === "claim" ? `${quote(failure3.claim)} should be ${quote(failure3.want)}, and is ${quote(failure3.got)}` : `the claim is ${quote(token?.claims[TAGS_CLAIM] ?? "not there", 400)}`;
}

// src/causes/token-timestamp-invalid.ts
var SAID7 = /Invalid timestamp in token claims/i, tokenTimestampInvalid = causeOf(["claim", "aws"], {
  id: "token-timestamp-invalid",
  section: "token",
  title: "a time in the token is not in whole seconds",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7519", "iamProvider"],
  explains: ["token-timestamp-invalid"],
  matches: (failure3) => failure3.kind === "claim" ? failure3.problem === "timestamp" : isCode(failure3, "InvalidIdentityToken") && SAID7.test(failure3.message),
  explain: (failure3, known) => ({
    why: `A time in the token is not a whole number of seconds: ${failure3.kind === "claim" ? `${quote(failure3.claim)} is ${quote(failure3.got)}` : shown(known)}. STS takes seconds since 1970 as a whole number, or as a text of digits; no fraction, no date in words, no null.${said12(failure3)}`,
    fix: [
      "Let the issuer round its times to whole seconds, in JavaScript: Math.floor(Date.now() / 1000), in Python: int(time.time())",
      `Look at the times of the token: jq -R 'split(".")[1] | @base64d | fromjson | {iat, nbf, exp}' < token.jwt`
    ]
  }),
  page: {
    meaning: "The claims `iat`, `nbf` and `exp` of a token are numbers of seconds. RFC 7519 allows fractions; STS does not. Self-made issuers that divide milliseconds by 1000 make such times.",
    tell: "The form of the time is wrong, not the time: a token that is over is token-expired, one from the future token-not-yet-valid, one without the claim token-claim-missing."
  }
});
function shown({ token }) {
  return TIME_CLAIMS.map(
    (name) => `${quote(name)} is ${quote(token?.claims[name] ?? "not there")}`
  ).join(", ");
}
function said12(failure3) {
  return failure3.kind === "aws" ? ` STS says: ${quote(oneLine(failure3.message))}.` : "";
}

// src/causes/unknown.ts
var unknown = {
  id: "unknown",
  section: "sts",
  title: "a failure that is not known yet",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole", "commonErrors"],
  matches: () => !0,
  explain: (failure3, _known) => ({
    why: `This failure is not known yet, so nothing is guessed about it. What was seen: ${facts(failure3)}`,
    fix: [
      "Look the code up in the peer's own documentation; the report file holds all that was seen.",
      "Open an issue in the repository of this action with the facts above, so that the next one is explained."
    ]
  }),
  page: {
    meaning: "Something failed in a way that no page of this catalogue describes. The annotation shows the raw facts and claims nothing.",
    tell: "The raw code, message, HTTP status and request id stand in the annotation and in the report file."
  }
};
function facts(failure3) {
  if (failure3.kind === "aws") {
    let { code, message: message2, status, requestId: requestId2 } = failure3;
    return `STS answered HTTP ${status}, code ${quote(code)}, message ${quote(message2, 600)}, request id ${quote(requestId2)}.`;
  }
  return failure3.kind === "bug" ? `an error inside this action, ${quote(failure3.message, 600)}.` : `${oneLine(JSON.stringify(failure3), 900)}.`;
}

// src/causes/index.ts
var CAUSES = [
  inputInvalid,
  inputNotSupported,
  roleArnInvalid,
  partitionMismatch,
  audienceUnusual,
  ambientCredentials,
  tokenPermissionMissing,
  tokenForkPullRequest,
  tokenDependabot,
  tokenNotOnRunner,
  tokenServiceUnreachable,
  tokenServiceDenied,
  tokenServiceThrottled,
  tokenServiceError,
  tokenFileUnreadable,
  tokenMalformed,
  tokenClaimMissing,
  tokenTimestampInvalid,
  tokenExpired,
  tokenNotYetValid,
  clockSkew,
  tokenAudienceMismatch,
  tokenAlgorithmUnsupported,
  tokenTagsInvalid,
  issuerUrlInvalid,
  issuerDnsFailure,
  issuerPrivateAddress,
  issuerUnreachable,
  issuerProxyFailure,
  issuerTlsUntrusted,
  issuerTlsChainIncomplete,
  issuerTlsExpired,
  issuerTlsNameMismatch,
  issuerTlsExpiresSoon,
  discoveryUnavailable,
  jwksUnavailable,
  discoveryRedirected,
  jwksRedirected,
  discoveryMalformed,
  jwksMalformed,
  discoveryIssuerMismatch,
  discoveryFieldMissing,
  issuerSlow,
  jwksNotCacheable,
  discoveryNotCacheable,
  jwksCacheShort,
  jwksKeyNotFound,
  jwksKidMissing,
  jwksKeyUnusable,
  jwksKidDuplicate,
  jwksTooManyKeys,
  jwksKeyWeak,
  jwksPrivateKey,
  tokenSignatureInvalid,
  regionUnknown,
  claimNotExpected,
  stsUnreachable,
  stsTlsUntrusted,
  stsEndpointUnusable,
  stsThrottled,
  stsUnavailable,
  stsRegionDisabled,
  requestInvalid,
  sessionPolicyMalformed,
  sessionPolicyTooLarge,
  roleSessionTooLong,
  providerParameter,
  providerNotFound,
  providerThumbprintMismatch,
  providerKeysUnretrievable,
  idpCommunicationError,
  idpRejectedClaim,
  tokenRejected,
  roleNotAssumable,
  accountNotAllowed,
  regionFallbackUsed,
  stsRetried,
  runnerFileUnwritable,
  deadlineExceeded
];
function causeFor(failure3, known) {
  return CAUSES.find((cause) => cause.matches(failure3, known)) ?? unknown;
}
function retryFor(failure3, known) {
  let cause = causeFor(failure3, known);
  return { id: cause.id, retry: settle(cause.retry, failure3, known) };
}
function diagnose(failure3, known) {
  let cause = causeFor(failure3, known), { why, fix, where: where2 } = cause.explain(failure3, known);
  return {
    id: cause.id,
    severity: settle(cause.severity, failure3, known),
    certainty: settle(cause.certainty, failure3, known),
    title: cause.title,
    why,
    fix,
    docs: causePage(cause.id, known.run),
    evidence: [failure3],
    ...where2 === void 0 ? {} : { where: where2 }
  };
}
function settle(value, failure3, known) {
  return typeof value == "function" ? value(failure3, known) : value;
}

// src/causes/conclude.ts
var WEIGHT = { error: 0, warning: 1, notice: 2 };
function conclude(ended2, checked, known) {
  let accepted = known.session !== void 0 || ended2.some(isPastToken), seen2 = merged(checked.map((failure3) => diagnose(failure3, known))), answers = [];
  for (let failure3 of ended2) {
    let answer = diagnose(failure3, known), reason2 = reasonFor2(answer, seen2, known);
    seen2 = seen2.filter((finding2) => finding2 !== reason2 && finding2.id !== answer.id), answers.push(reason2 ? promoted(reason2, answer) : answer);
  }
  let judged5 = accepted ? seen2.map((finding2) => demoted(finding2, known)) : seen2;
  return [...merged(answers), ...judged5].sort((a2, b2) => WEIGHT[a2.severity] - WEIGHT[b2.severity]);
}
function retryAfter(answer, checked, known) {
  let seen2 = checked.map((failure4) => diagnose(failure4, known)), reason2 = reasonFor2(diagnose(answer, known), seen2, known), [failure3] = reason2?.evidence ?? [];
  return failure3 && reason2?.severity === "error" ? retryFor(failure3, known) : retryFor(answer, known);
}
function reasonFor2(answer, seen2, known) {
  return answer.evidence[0]?.kind !== "aws" ? void 0 : seen2.filter(
    ({ evidence: [failure3] }) => failure3 ? causeFor(failure3, known).explains?.includes(answer.id) : !1
  ).sort((a2, b2) => WEIGHT[a2.severity] - WEIGHT[b2.severity])[0];
}
function isPastToken(failure3) {
  return failure3.kind === "aws" && failure3.code === "AccessDenied";
}
function promoted(reason2, answer) {
  let [said13] = answer.evidence, sentence2 = said13?.kind === "aws" ? said13.message : "", suspected = reason2.severity !== "error" || reason2.certainty === "likely";
  return {
    ...reason2,
    severity: "error",
    certainty: suspected ? "likely" : "certain",
    why: suspected ? `Most likely this is why STS refused the token. ${reason2.why}` : `${reason2.why}
This is what STS means by its answer: ${quote(sentence2, 400)}.`,
    evidence: [...reason2.evidence, ...answer.evidence]
  };
}
function demoted(finding2, known) {
  let [failure3] = finding2.evidence, stands = failure3 !== void 0 && causeFor(failure3, known).stands === !0;
  if (finding2.severity !== "error" || stands) return finding2;
  let judge = known.session ? "STS accepted the token all the same" : "STS did not stop at this";
  return {
    ...finding2,
    severity: "warning",
    why: `${finding2.why}
${judge}, so this is true only as seen from the network of this runner.`
  };
}
function together(first, next) {
  let said13 = first.why.includes(next.why);
  return {
    ...first,
    why: said13 ? first.why : `${first.why}
${next.why}`,
    fix: [.../* @__PURE__ */ new Set([...first.fix, ...next.fix])],
    evidence: [...first.evidence, ...next.evidence]
  };
}
function merged(findings) {
  let byId = /* @__PURE__ */ new Map();
  for (let finding2 of findings) {
    let first = byId.get(finding2.id);
    byId.set(finding2.id, first ? together(first, finding2) : finding2);
  }
  return [...byId.values()];
}

// src/checks/clocks.ts
var clocks2 = {
  id: "clocks",
  title: "The runner's clock is right",
  judge({ clocks: samples }) {
    let skewSeconds = medianSkew(samples);
    return skewSeconds === void 0 || Math.abs(skewSeconds) < 60 ? [] : [{ kind: "clock", skewSeconds, samples }];
  }
};
function medianSkew(samples) {
  let skews = samples.map(({ skewSeconds }) => skewSeconds).sort((a2, b2) => a2 - b2), upper = skews[Math.floor(skews.length / 2)], lower = skews[Math.floor((skews.length - 1) / 2)];
  return upper === void 0 || lower === void 0 ? void 0 : Math.round((lower + upper) / 2) + 0;
}

// src/checks/discovery-fields.ts
var discoveryFields = {
  id: "discovery-fields",
  title: "The discovery document is complete",
  judge(known) {
    let { discovery } = known.issuer ?? {};
    if (!discovery?.result.ok) return [];
    let fields = wrongFields(discovery.result.value, known), differing = fields.filter(({ problem }) => problem === "differs"), lacking = fields.filter(({ problem }) => problem !== "differs");
    return [differing, lacking].flatMap(
      (some) => some.length === 0 ? [] : [{ kind: "discovery-field", url: discovery.url, fields: some }]
    );
  }
};
function wrongFields(document, known) {
  let alg = known.token?.header.alg;
  return [
    issuerField(document, known),
    jwksField(document, known),
    listField(document, "response_types_supported", ["id_token"]),
    listField(document, "subject_types_supported", ["public"]),
    listField(document, "id_token_signing_alg_values_supported", [
      typeof alg == "string" ? alg : "RS256"
    ])
  ].filter((field) => field !== void 0);
}
function issuerField(document, { token, issuer }) {
  let { issuer: said13 } = document, want = token?.issuer ?? issuer?.url ?? "";
  return typeof said13 != "string" ? wrong("issuer", said13, JSON.stringify(want)) : (token ? said13 === want : bare(said13) === bare(want)) ? void 0 : { field: "issuer", problem: "differs", want, got: said13 };
}
function jwksField(document, { issuer }) {
  let { jwks_uri: said13 } = document, want = JSON.stringify(`${bare(issuer?.url ?? "")}/.well-known/jwks`);
  return typeof said13 != "string" ? wrong("jwks_uri", said13, want) : /^https:\/\/[^\s/]/i.test(said13) ? void 0 : { field: "jwks_uri", problem: "not-https", want, got: said13 };
}
function listField(document, field, usual) {
  let said13 = document[field];
  return said13 === null || Array.isArray(said13) ? void 0 : wrong(field, said13, JSON.stringify(usual));
}
function wrong(field, said13, want) {
  let got = JSON.stringify(said13) ?? "";
  return { field, problem: said13 === void 0 ? "missing" : "wrong-type", want, got };
}
function bare(url) {
  return url.replace(/\/$/, "");
}

// src/checks/issuer-facts.ts
var import_ipaddr = __toESM(require_ipaddr(), 1);
function fetchesOf({ issuer }) {
  if (!issuer) return [];
  let { discovery, jwks } = issuer;
  return [
    { peer: "discovery", fetched: discovery },
    ...jwks ? [{ peer: "jwks", fetched: jwks }] : []
  ];
}
function hostOf2(url) {
  return (/^https?:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)/i.exec(url)?.[1] ?? "").replace(/^\[|\]$/g, "");
}
var PRIVATE3 = [
  "private",
  "loopback",
  "linkLocal",
  "carrierGradeNat",
  "uniqueLocal",
  "unspecified"
];
function isPrivate(address) {
  return import_ipaddr.default.isValid(address) && PRIVATE3.includes(import_ipaddr.default.process(address).range());
}
function privateAddresses({ fetched: { url, observed, result } }) {
  let failure3 = result.ok ? void 0 : result.failure, network = failure3?.kind === "network" ? failure3 : void 0;
  if (observed?.proxy || network?.proxy || network?.phase === "proxy") return [];
  let host = hostOf2(url), seen2 = observed?.addresses ?? network?.addresses ?? [], addresses = import_ipaddr.default.isValid(host) ? [host] : [...seen2];
  return addresses.every(isPrivate) ? addresses : [];
}
function isAwsSts({ inputs }) {
  return inputs?.customEndpoint !== !0;
}
function keysOf({ issuer }) {
  let { jwks, refetched } = issuer ?? {};
  if (!jwks?.result.ok) return;
  let cached = jwks.result.value;
  return { url: jwks.url, keys: refetched?.result.ok ? refetched.result.value : cached, cached };
}
function kidOf({ kid }) {
  return kid === void 0 ? "" : typeof kid == "string" ? kid : JSON.stringify(kid);
}
function idsOf(keys) {
  return [...new Set(keys.map(kidOf))].filter((id) => id !== "");
}

// src/checks/issuer-address.ts
var issuerAddress = {
  id: "issuer-address",
  title: "The issuer has a public address",
  judge(known) {
    if (!isAwsSts(known)) return [];
    let found2 = /* @__PURE__ */ new Map();
    for (let fetch of fetchesOf(known)) {
      let addresses = privateAddresses(fetch), host = hostOf2(fetch.fetched.url);
      addresses.length > 0 && found2.set(host, { kind: "address", host, addresses });
    }
    return [...found2.values()];
  }
};

// src/checks/issuer-cache.ts
var issuerCache = {
  id: "issuer-cache",
  title: "Keys may be cached",
  judge({ issuer }) {
    return issuer ? [...judged("jwks", issuer.jwks), ...judged("discovery", issuer.discovery)] : [];
  }
};
function judged(peer, fetched) {
  let { observed, freshness } = fetched ?? {};
  if (!observed || !freshness || !fetched?.result.ok) return [];
  let { storable, prevents, lifetimeSeconds } = freshness, long = peer === "discovery" || lifetimeSeconds >= 60;
  if (storable && prevents === void 0 && long) return [];
  let header = observed.headers["cache-control"] ?? "";
  return [{ kind: "cache", peer, url: observed.url, freshness, header }];
}

// src/checks/issuer-certificate.ts
var SOON_DAYS = 14, DAY_MS = 864e5, issuerCertificate = {
  id: "issuer-certificate",
  title: "The issuer's certificate lasts",
  judge(known) {
    let found2 = /* @__PURE__ */ new Map();
    for (let { fetched } of fetchesOf(known)) {
      let leaf = fetched.observed?.certificates[0], daysLeft = Math.floor((Date.parse(leaf?.validTo ?? "") - known.now) / DAY_MS), host = hostOf2(fetched.url);
      if (!leaf || !(daysLeft <= SOON_DAYS)) continue;
      let { validTo, issuer: issuedBy } = leaf;
      found2.set(host, { kind: "certificate", host, daysLeft, validTo, issuedBy });
    }
    return [...found2.values()];
  }
};

// src/checks/issuer-latency.ts
var SLOW_MS = 2e3, issuerLatency = {
  id: "issuer-latency",
  title: "The issuer answers in time",
  judge(known) {
    let fetches = fetchesOf(known), { totalMs = 0 } = known.issuer ?? {};
    if (totalMs <= SLOW_MS || fetches.length < 2) return [];
    if (!fetches.every(({ fetched }) => fetched.result.ok)) return [];
    if (isAwsSts(known) && fetches.some((fetch) => privateAddresses(fetch).length > 0)) return [];
    let [discovery, jwks] = fetches.map(({ fetched }) => fetched.observed?.timings);
    return [
      {
        kind: "slow",
        totalMs,
        ...discovery ? { discovery } : {},
        ...jwks ? { jwks } : {}
      }
    ];
  }
};

// src/checks/issuer-url.ts
var LONGEST = 255, issuerUrl = {
  id: "issuer-url",
  title: "The issuer's URL fits IAM",
  judge(known) {
    let url = urlOf(known);
    return url === "" ? [] : problemsOf(url, known).map(
      (problem) => ({ kind: "issuer-url", url: withoutUser(url), problem })
    );
  }
};
function isUnfetchable(known) {
  let [first] = problemsOf(urlOf(known), known);
  return first !== void 0 && !/^(port|too-long|trailing-slash)$/.test(first);
}
function urlOf({ token, issuer }) {
  return token?.issuer ?? issuer?.url ?? "";
}
var PARTS = /^(?<scheme>[a-z][a-z\d+.-]*):\/\/(?<user>[^/?#@\s]*@)?(?:\[[\da-f:.]+\]|[^/?#:@\s]+)(?<port>:\d*)?(?:\/[^?#\s]*)?(?<query>\?[^#\s]*)?(?<fragment>#\S*)?$/i;
function problemsOf(url, known) {
  let parts = PARTS.exec(url)?.groups;
  if (!parts) return ["unparsable"];
  let { scheme = "", user, port, query, fragment } = parts;
  return [
    ["scheme", scheme.toLowerCase() !== "https"],
    ["user-info", user !== void 0],
    ["query", query !== void 0],
    ["fragment", fragment !== void 0],
    ["port", port !== void 0 && isPortAsked(known)],
    ["too-long", url.length > LONGEST],
    ["trailing-slash", differsBySlash(url, known.inputs?.issuer ?? "")]
  ].flatMap(([problem, is]) => is ? [problem] : []);
}
function isPortAsked(known) {
  return isAwsSts(known) && fetchesOf(known).every((fetch) => privateAddresses(fetch).length === 0);
}
function differsBySlash(url, given2) {
  return given2 !== "" && url !== given2 && url.replace(/\/$/, "") === given2.replace(/\/$/, "");
}
function withoutUser(url) {
  return url.replace(/\/\/[^/?#@\s]*@/, "//***@");
}

// src/checks/issuer-reached.ts
var issuerReached = {
  id: "issuer-reached",
  title: "The issuer serves its documents",
  judge(known) {
    return isUnfetchable(known) ? [] : fetchesOf(known).flatMap((fetch) => {
      let { result } = fetch.fetched;
      return result.ok ? [] : result.failure.kind === "network" && isAwsSts(known) && privateAddresses(fetch).length > 0 ? [] : [result.failure];
    });
  }
};

// src/checks/jwks-keys.ts
var jwksKeys = {
  id: "jwks-keys",
  title: "STS can use the keys",
  judge(known) {
    let found2 = keysOf(known);
    if (!found2 || found2.keys.length === 0) return [];
    let { header } = known.token ?? {}, { alg, kid } = header ?? {};
    if (!header) return withoutToken(found2);
    if (typeof alg != "string" || !ALGORITHMS.includes(alg)) return [];
    let key = keyFor(kid, found2.keys);
    return [...key ? ownKey(key, alg, found2, known) : missingKid(kid, found2), ...otherDuplicates(found2, key)];
  }
};
function withoutToken(found2) {
  let { keys } = found2, reasons = keys.map((key) => unusable(key)), [first] = keys;
  return first && reasons.every((reason2) => reason2 !== void 0) ? [failure("unusable", kidOf(first), found2, reasons[0])] : [
    ...keys.every((key) => key.kid === void 0) ? [failure("kid-missing", "", found2, "key")] : [],
    ...otherDuplicates(found2, void 0)
  ];
}
function ownKey(key, alg, found2, { signature }) {
  let reason2 = unusable(key, alg), wrong2 = reason2 ?? (signature === "invalid" ? "signature" : void 0);
  return isShared(key, found2.keys) ? [failure("duplicate", kidOf(key), found2, wrong2)] : reason2 === void 0 ? [] : [failure("unusable", kidOf(key), found2, reason2)];
}
function missingKid(kid, found2) {
  let { keys } = found2;
  return kid === void 0 && keys.length > 1 ? [failure("kid-missing", "", found2, "token")] : keys.some((key) => key.kid === void 0) ? [failure("kid-missing", kidOf({ kid }), found2, "key")] : [];
}
function otherDuplicates(found2, own) {
  let last = new Map(found2.keys.map((key) => [key.kid, key]));
  return own && last.delete(own.kid), last.delete(void 0), [...last.values()].filter((key) => isShared(key, found2.keys)).map((key) => failure("duplicate", kidOf(key), found2));
}
function isShared(key, keys) {
  return keys.some((one) => one.kid === key.kid && faceOf(one) !== faceOf(key));
}
function faceOf(key) {
  return JSON.stringify([publicPart(key), key.use, key.key_ops]);
}
function failure(problem, kid, { url, keys }, detail) {
  let kids = idsOf(keys);
  return { kind: "key", problem, kid, url, kids, ...detail === void 0 ? {} : { detail } };
}

// src/checks/jwks-published.ts
var MOST_KEYS = 100, LEAST_BITS = 2048, jwksPublished = {
  id: "jwks-published",
  title: "The published keys are few, strong and public",
  judge(known) {
    let { url, keys = [] } = keysOf(known) ?? {};
    if (url === void 0) return [];
    let family = familyOf(known.token?.header.alg);
    return [
      ...["RSA", "EC"].filter((kty) => !family || family === kty).flatMap((kty) => {
        let some = keys.filter((key) => key.kty === kty);
        return some.length > MOST_KEYS ? [found("too-many", url, some, kty)] : [];
      }),
      ...oneFor("private", url, keys, (key) => privateMembers(key).join(", ")),
      ...oneFor("weak", url, keys, (key) => {
        let bits = rsaBits(key) ?? LEAST_BITS;
        return bits < LEAST_BITS ? `${bits} bits` : "";
      })
    ];
  }
};
function familyOf(alg) {
  if (typeof alg == "string")
    return alg.startsWith("RS") ? "RSA" : alg.startsWith("ES") ? "EC" : void 0;
}
function oneFor(problem, url, keys, detailOf) {
  let some = keys.filter((key) => detailOf(key) !== ""), [first] = some;
  return first ? [found(problem, url, some, detailOf(first))] : [];
}
function found(problem, url, keys, detail) {
  let kids = keys.map(kidOf);
  return { kind: "key", problem, kid: kids[0] ?? "", url, kids, detail };
}

// src/checks/setup.ts
var setup = {
  id: "setup",
  title: "Nothing unusual in inputs and environment",
  judge({ inputs, run }) {
    let failures = [];
    if (inputs && inputs.webIdentityTokenFile === "") {
      let { audience: asked, usualAudience: usual } = inputs;
      asked !== usual && failures.push({ kind: "audience-unusual", asked, usual });
    }
    return run.ambient.length > 0 && failures.push({ kind: "ambient-credentials", names: run.ambient }), failures;
  }
};

// src/checks/token-algorithm.ts
var tokenAlgorithm = {
  id: "token-algorithm",
  title: "The token is signed as STS takes it",
  judge({ token }) {
    if (!token) return [];
    let { alg, crit } = token.header, failures = [];
    return (typeof alg != "string" || !ALGORITHMS.includes(alg)) && failures.push({ kind: "token", problem: "algorithm", detail: text(alg) }), crit !== void 0 && failures.push({ kind: "token", problem: "critical-header", detail: `crit: ${text(crit)}` }), failures;
  }
};
function text(value) {
  return typeof value == "string" ? value : JSON.stringify(value) ?? "none given";
}

// src/checks/token-audience.ts
var tokenAudience = {
  id: "token-audience",
  title: "The audience is the one asked for",
  judge(known) {
    let { token } = known;
    if (!token || token.audiences.length === 0) return [];
    let { claim, value } = partyOf(token.claims);
    if (claim === "aud" && token.audiences.length > 1) return several2(token);
    let want = wanted2(known, token), party = [value].flat().map(String).join(", ");
    return party !== "" && (want === void 0 || party === want) ? [] : [{ kind: "claim", claim, problem: "audience", want: want ?? "", got: party }];
  }
};
function several2({ audiences }) {
  return [{ kind: "claim", claim: "aud", problem: "several-audiences", want: "one, or azp", got: audiences.join(", ") }];
}
function wanted2({ inputs }, { source }) {
  if (inputs)
    return source === "runner" || inputs.audience !== inputs.usualAudience ? inputs.audience : void 0;
}

// src/checks/token-claims.ts
var tokenClaims = {
  id: "token-claims",
  title: "The token has all required claims",
  judge: ({ token }) => token ? REQUIRED_CLAIMS.flatMap((claim) => judged2(claim, token.claims[claim])) : []
};
function judged2(claim, value) {
  return value === void 0 ? [failure2(claim, "missing", "absent")] : value === null && !TIME_CLAIMS.includes(claim) ? [failure2(claim, "missing", "null")] : Array.isArray(value) && value.length === 0 ? [failure2(claim, "empty", "[]")] : [];
}
function failure2(claim, problem, got) {
  return { kind: "claim", claim, problem, want: "present", got };
}

// src/checks/token-key.ts
var tokenKey = {
  id: "token-key",
  title: "The token is signed by a published key",
  judge(known) {
    let found2 = keysOf(known), { header } = known.token ?? {}, { alg, kid } = header ?? {};
    if (!found2 || header && !ALGORITHMS.includes(String(alg))) return [];
    let { url, keys, cached } = found2, failure3 = (problem, of) => [
      { kind: "key", problem, kid: kidOf({ kid }), url, kids: idsOf(of) }
    ];
    if (keys.length === 0) return failure3("not-found", keys);
    if (!header) return [];
    let own = keyFor(kid, keys);
    return own ? unusable(own, String(alg)) !== void 0 || isShared(own, keys) ? [] : known.signature === "invalid" ? failure3("signature", keys) : keyFor(kid, cached) ? [] : failure3("not-found", cached) : missingKid(kid, found2).length > 0 ? [] : failure3("not-found", keys);
  }
};

// src/checks/token-tags.ts
var FLAT = `${TAGS_CLAIM}/principal_tags/`, tokenTags = {
  id: "token-tags",
  title: "Session tags have the right form",
  judge({ token }) {
    return token ? [...nested(token.claims[TAGS_CLAIM]), ...flat(token.claims)] : [];
  }
};
function nested(tags) {
  if (tags === void 0) return [];
  if (!isObject(tags)) return [bad(TAGS_CLAIM, "an object", tags)];
  let { principal_tags: principal, transitive_tag_keys: transitive } = tags;
  return [...principalTags(principal), ...transitiveKeys("transitive_tag_keys", transitive)];
}
function principalTags(principal) {
  return principal === void 0 ? [] : isObject(principal) ? Object.entries(principal).filter(([, value]) => !isOneText(value)).map(([key, value]) => bad(`principal_tags.${key}`, '["text"]', value)) : [bad("principal_tags", "an object", principal)];
}
function transitiveKeys(claim, keys) {
  return keys === void 0 || Array.isArray(keys) && keys.every(isText) ? [] : [bad(claim, '["key"]', keys)];
}
function flat(claims2) {
  return [
    ...Object.entries(claims2).filter(([name]) => name.startsWith(FLAT)).filter(([, value]) => !isText(value) && !isOneText(value)).map(([name, value]) => bad(name, '"text"', value)),
    ...transitiveKeys(
      `${TAGS_CLAIM}/transitive_tag_keys`,
      claims2[`${TAGS_CLAIM}/transitive_tag_keys`]
    )
  ];
}
function bad(claim, want, value) {
  return { kind: "claim", claim, problem: "tags", want, got: JSON.stringify(value).slice(0, 200) };
}
function isObject(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function isText(value) {
  return typeof value == "string";
}
function isOneText(value) {
  return Array.isArray(value) && value.length === 1 && isText(value[0]);
}

// src/checks/token-times.ts
var tokenTimes = {
  id: "token-times",
  title: "The token is valid now",
  judge(known) {
    let { token } = known;
    if (!token) return [];
    let now = trueTime(known);
    return TIME_CLAIMS.flatMap((claim) => judged3(claim, token.claims[claim], now));
  }
};
function trueTime({ now, clocks: clocks3 }) {
  return Math.floor(now / 1e3) + (medianSkew(clocks3) ?? 0);
}
function judged3(claim, value, now) {
  if (value === void 0) return [];
  let seconds = secondsOf(value);
  if (seconds === void 0) {
    let got = JSON.stringify(value).slice(0, 100);
    return [{ kind: "claim", claim, problem: "timestamp", want: "whole seconds", got }];
  }
  let problem = problemOf(claim, seconds, now);
  return problem ? [{ kind: "claim", claim, problem, want: String(now), got: String(seconds) }] : [];
}
function problemOf(claim, seconds, now) {
  return claim === "exp" ? seconds <= now - 300 ? "expired" : void 0 : seconds > now + 300 ? "not-yet-valid" : void 0;
}

// src/checks/index.ts
var CHECKS = [
  setup,
  tokenClaims,
  tokenTimes,
  clocks2,
  tokenAudience,
  tokenAlgorithm,
  tokenTags,
  expectedClaims,
  issuerUrl,
  issuerReached,
  issuerAddress,
  issuerCertificate,
  issuerLatency,
  discoveryFields,
  issuerCache,
  jwksKeys,
  jwksPublished,
  tokenKey
];

// src/report/verdict.ts
function verdict(ledger, ended2) {
  let { known } = ledger, judged5 = CHECKS.map((check) => ({ check, failures: check.judge(known) })), findings = conclude(
    ended2,
    judged5.flatMap(({ failures }) => failures),
    known
  ), checks = judged5.map(({ check: { id, title }, failures }) => ({
    id,
    title,
    findings: [...new Set(failures.map((failure3) => causeFor(failure3, known).id))]
  })), failOn = known.inputs?.failOn ?? "error", ready = findings.every(({ severity }) => severity !== "error"), failed = findings.some(({ severity }) => reaches(severity, failOn));
  return { ready, failed, findings, checks, timeline: ledger.timeline(), known };
}
function reaches(severity, failOn) {
  return failOn === "never" ? !1 : severity === "error" || failOn === "warning" && severity === "warning";
}

// src/steps/arrive.ts
function arrive(world2, ledger, inputs, signed) {
  let { result, attempts, region, endpoint } = signed;
  if (!result.ok) return { ended: [result.failure] };
  let { facts: facts2 } = result.value;
  if (inputs.maskAwsAccountId && world2.runner.mask(facts2.account), world2.runner.info(sessionLine(facts2, endpoint)), !isAllowed(facts2.account, inputs))
    return {
      ended: [{ kind: "account", account: facts2.account, allowed: inputs.allowedAccountIds }]
    };
  ledger.learn({ session: facts2 });
  let ended2 = [];
  if (region !== inputs.region && ended2.push({ kind: "region-fallback", region: inputs.region, used: region }), attempts.length > 0) {
    let totalMs = attempts.reduce((sum, { waitedMs }) => sum + waitedMs, 0);
    ended2.push({ kind: "retried", attempts, totalMs });
  }
  return { ended: ended2, session: result.value };
}
function isAllowed(account, { allowedAccountIds }) {
  return allowedAccountIds.length === 0 || allowedAccountIds.includes(account);
}

// src/retry.ts
var POLICIES = {
  never: { tries: 1, leastMs: 0, baseMs: 0, capMs: 0 },
  once: { tries: 2, leastMs: 1e3, baseMs: 500, capMs: 500 },
  settling: { tries: 5, leastMs: 1e3, baseMs: 500, capMs: 2e3 },
  transient: { tries: 6, leastMs: 0, baseMs: 500, capMs: 8e3 },
  throttled: { tries: 12, leastMs: 0, baseMs: 1e3, capMs: 2e4 }
}, LONGEST_WAIT_MS = 6e4;
async function withRetries(world2, { attempt: attempt2, judge, maxAttempts, onWait, settled }) {
  let attempts = [];
  for (let n2 = 1; ; n2++) {
    let result = await attempt2(n2);
    if (result.ok) return { result, attempts };
    let { id, retry } = await judge(result.failure), policy = POLICIES[retry];
    if (world2.stopped() || settled?.() || n2 >= Math.min(policy.tries, maxAttempts)) return { result, attempts };
    let waitedMs = Math.round(waitBefore(n2, policy, result.failure, world2)), failed = { cause: id, said: saidBy2(result.failure), waitedMs };
    if (attempts.push(failed), onWait(failed, n2), await world2.clock.sleep(waitedMs), world2.stopped() || settled?.()) return { result, attempts };
  }
}
function waitBefore(n2, policy, failure3, world2) {
  let ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (n2 - 1)), jittered = policy.leastMs + world2.random() * ceiling;
  return Math.min(LONGEST_WAIT_MS, Math.max(jittered, askedWaitMs(failure3, world2.clock.now())));
}
function askedWaitMs(failure3, now) {
  if (failure3.kind === "aws") return (failure3.retryAfterSeconds ?? 0) * 1e3;
  if (failure3.kind !== "http") return 0;
  let text3 = failure3.headers["retry-after"] ?? "";
  return /^\d+$/.test(text3) ? Number(text3) * 1e3 : Math.max(0, (Date.parse(text3) || now) - now);
}
function saidBy2(failure3) {
  return failure3.kind === "aws" ? `${failure3.code}: ${failure3.message}` : failure3.kind === "http" ? `HTTP ${failure3.status}` : failure3.kind === "network" ? `${failure3.phase} ${failure3.code}` : failure3.kind;
}

// src/steps/assume-role.ts
var LEAST_LEFT_MS = 6e4, OF_THE_REGION = [
  "sts-unreachable",
  "sts-unavailable",
  "sts-region-disabled",
  "region-unknown"
];
async function signIn(world2, inputs, ledger, how) {
  let first;
  for (let region of [inputs.region, ...inputs.fallbackRegions]) {
    let endpoint = inputs.stsEndpoint || world2.sts.endpointFor(region), tried = await signInAt(world2, inputs, ledger, how, { region, endpoint });
    if (tried.result.ok) return { ...tried, region, endpoint };
    if (first ??= { ...tried, region, endpoint }, !OF_THE_REGION.includes(causeFor(tried.result.failure, ledger.known).id)) break;
  }
  return first;
}
function signInAt(world2, inputs, ledger, { role, token, issuerKnown, renewToken, onWait }, place) {
  let current = token, last = "";
  return withRetries(world2, {
    maxAttempts: inputs.maxAttempts,
    onWait,
    async attempt(n2) {
      if (n2 > 1 && (last === "token-expired" || leftMs(current, world2.clock.now()) < LEAST_LEFT_MS)) {
        let renewed = await renewToken();
        if (!renewed.ok) return renewed;
        current = renewed.value;
      }
      let name = place.region === inputs.region ? "STS" : `STS in ${place.region}`;
      return ledger.span(
        `${name}, attempt ${n2}`,
        () => assumeRole(world2, inputs, ledger, place, role, current)
      );
    },
    async judge(failure3) {
      await issuerKnown;
      let checked = CHECKS.flatMap((check) => check.judge(ledger.known)), verdict2 = retryAfter(failure3, checked, ledger.known);
      return last = verdict2.id, verdict2;
    }
  });
}
async function assumeRole(world2, inputs, ledger, { region, endpoint }, role, token) {
  let answer = await world2.sts.assumeRoleWithWebIdentity({
    endpoint,
    region,
    roleArn: role.text,
    roleSessionName: inputs.roleSessionName,
    durationSeconds: inputs.roleDurationSeconds,
    token: token.secret,
    inlineSessionPolicy: inputs.inlineSessionPolicy,
    managedSessionPolicies: inputs.managedSessionPolicies
  });
  if (!answer.ok)
    return answer.failure.kind === "aws" && ledger.hear("sts", answer.failure.date, world2.clock.now()), answer;
  let { session, date: date2, receivedAt } = answer.value;
  for (let secret of Object.values(session.credentials)) world2.runner.mask(secret.reveal());
  return ledger.hear("sts", date2, receivedAt), { ok: !0, value: session };
}
function leftMs({ facts: facts2 }, now) {
  let exp = Number(facts2.claims.exp);
  return facts2.source === "runner" && Number.isFinite(exp) ? exp * 1e3 - now : Number.POSITIVE_INFINITY;
}

// src/steps/fetch-issuer.ts
var import_http_cache_semantics = __toESM(require_http_cache_semantics(), 1);
var ISSUER_LIMIT_MS = 5e3, LARGEST_DOCUMENT = 1024 * 1024;
function issuerOfRunner({ onRunner, serverUrl }) {
  let host = /^https:\/\/([^/]+)/.exec(serverUrl)?.[1];
  return !onRunner || host === void 0 ? "" : host === "github.com" ? "https://token.actions.githubusercontent.com" : host.endsWith(".ghe.com") ? `https://token.actions.${host}` : `${serverUrl}/_services/token`;
}
async function fetchIssuer(world2, issuer) {
  let from = world2.clock.monotonic(), url = `${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`, discovery = await fetchDocument(world2, "discovery", url, asObject), jwksUri = discovery.result.ok ? discovery.result.value.jwks_uri : void 0, jwks = isHttps(jwksUri) ? await fetchJwks(world2, jwksUri) : void 0, totalMs = Math.round(world2.clock.monotonic() - from);
  return { url: issuer, discovery, ...jwks ? { jwks } : {}, totalMs };
}
async function fetchIssuerPatiently(world2, issuer, ledger, settled) {
  let facts2, maxAttempts = Math.min(3, ledger.known.inputs?.maxAttempts ?? 1);
  return await withRetries(world2, {
    maxAttempts,
    settled,
    onWait: () => {
    },
    judge: async (failure3) => retryFor(failure3, ledger.known),
    async attempt(n2) {
      facts2 = await ledger.span(`issuer, attempt ${n2}`, () => fetchIssuer(world2, issuer));
      let { observed } = facts2.discovery;
      observed && ledger.hear("discovery", observed.headers.date, observed.receivedAt);
      let failed = [facts2.discovery.result, facts2.jwks?.result].find(
        (result) => result?.ok === !1
      );
      return failed?.ok === !1 ? failed : { ok: !0, value: void 0 };
    }
  }), facts2;
}
function fetchJwks(world2, url, past = !1) {
  return fetchDocument(world2, "jwks", url, asKeys, past ? { "cache-control": "no-cache" } : {});
}
function isHttps(value) {
  return typeof value == "string" && /^https:\/\/[^\s/?#@\\]+(\/\S*)?$/i.test(value);
}
async function fetchDocument(world2, peer, url, read2, headers = {}) {
  let request = { peer, url, headers, timeoutMs: ISSUER_LIMIT_MS, maxBytes: LARGEST_DOCUMENT }, answer = await world2.http.get(request);
  if (!answer.ok) return { url, result: answer };
  let { observed } = answer.value;
  return {
    url,
    observed,
    freshness: freshnessOf(observed),
    result: documentOf(peer, answer.value, read2)
  };
}
function documentOf(peer, { observed, body }, read2) {
  let { url, status, headers } = observed, excerpt = body.slice(0, 200);
  if (status !== 200)
    return { ok: !1, failure: { kind: "http", peer, url, status, headers, excerpt } };
  let document = parse(body), reading = document === void 0 ? { problem: "not-json" } : read2(document);
  if ("value" in reading) return { ok: !0, value: reading.value };
  let contentType = headers["content-type"] ?? "";
  return {
    ok: !1,
    failure: {
      kind: "document",
      peer,
      url,
      problem: reading.problem,
      status,
      contentType,
      excerpt
    }
  };
}
function parse(body) {
  try {
    return JSON.parse(body);
  } catch {
    return;
  }
}
function isObject2(value) {
  return typeof value == "object" && value !== null && !Array.isArray(value);
}
function asObject(document) {
  return isObject2(document) ? { value: document } : { problem: "not-an-object" };
}
function asKeys(document) {
  if (!isObject2(document)) return { problem: "not-an-object" };
  let keys = document.keys;
  return Array.isArray(keys) && keys.every(isObject2) ? { value: keys } : { problem: "no-keys" };
}
var PREVENTS = /\b(no-cache|no-store|private|max-age\s*=\s*"?0+"?(?!\d))/i;
function freshnessOf({ url, status, headers, receivedAt }) {
  let policy = new import_http_cache_semantics.default(
    { url, method: "GET", headers: {} },
    { status, headers: { ...headers } },
    { shared: !0, cacheHeuristic: 0.1 }
  ), prevents = PREVENTS.exec(headers["cache-control"] ?? "")?.[0] ?? (/\bno-cache\b/i.test(headers.pragma ?? "") ? "Pragma: no-cache" : void 0) ?? (hasExpired(headers, receivedAt) ? "Expires in the past" : void 0);
  return {
    storable: policy.storable(),
    lifetimeSeconds: Math.max(0, Math.floor(policy.timeToLive() / 1e3)),
    ...prevents === void 0 ? {} : { prevents }
  };
}
function hasExpired(headers, now) {
  let { expires, date: date2 } = headers;
  if (expires === void 0 || /max-age\s*=/i.test(headers["cache-control"] ?? "")) return !1;
  let end = Date.parse(expires), from = Date.parse(date2 ?? "");
  return Number.isNaN(end) || end <= (Number.isNaN(from) ? now : from);
}

// src/steps/hand-over.ts
function jobVariables({ credentials }, region) {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId.reveal(),
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: credentials.sessionToken.reveal(),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region
  };
}
function handOver({ runner }, inputs, session) {
  if (!inputs.outputEnvCredentials) return;
  let variables = jobVariables(session, inputs.region);
  inputs.cleanup && runner.rememberVariables(variables);
  let exported = runner.exportVariables(variables);
  return exported.ok ? void 0 : exported.failure;
}

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder(), decoder = new TextDecoder(), strictDecoder = new TextDecoder("utf-8", { fatal: !0 }), UINT32_RANGE = 2 ** 32;
function concat(...buffers) {
  let size = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size), i2 = 0;
  for (let buffer of buffers)
    buf.set(buffer, i2), i2 += buffer.length;
  return buf;
}
var NON_ASCII = /[^\x00-\x7f]/;
function encode(string) {
  if (typeof string == "string" && string.length >= 128) {
    if (NON_ASCII.test(string))
      throw new TypeError("non-ASCII string encountered in encode()");
    return encoder.encode(string);
  }
  let bytes = new Uint8Array(string.length);
  for (let i2 = 0; i2 < string.length; i2++) {
    let code = string.charCodeAt(i2);
    if (code > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i2] = code;
  }
  return bytes;
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
  for (let i2 = 0; i2 < binary.length; i2++)
    bytes[i2] = binary.charCodeAt(i2);
  return bytes;
}

// node_modules/jose/dist/webapi/util/errors.js
var JOSEError = class extends Error {
  static code = "ERR_JOSE_GENERIC";
  code = "ERR_JOSE_GENERIC";
  constructor(message2, options) {
    super(message2, options), this.name = this.constructor.name, Error.captureStackTrace?.(this, this.constructor);
  }
};
var JOSEAlgNotAllowed = class extends JOSEError {
  static code = "ERR_JOSE_ALG_NOT_ALLOWED";
  code = "ERR_JOSE_ALG_NOT_ALLOWED";
}, JOSENotSupported = class extends JOSEError {
  static code = "ERR_JOSE_NOT_SUPPORTED";
  code = "ERR_JOSE_NOT_SUPPORTED";
};
var JWSInvalid = class extends JOSEError {
  static code = "ERR_JWS_INVALID";
  code = "ERR_JWS_INVALID";
}, JWTInvalid = class extends JOSEError {
  static code = "ERR_JWT_INVALID";
  code = "ERR_JWT_INVALID";
};
var JWSSignatureVerificationFailed = class extends JOSEError {
  static code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  code = "ERR_JWS_SIGNATURE_VERIFICATION_FAILED";
  constructor(message2 = "signature verification failed", options) {
    super(message2, options);
  }
};

// node_modules/jose/dist/webapi/util/base64url.js
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input) {
  try {
    return decodeBase64(typeof input == "string" ? input : decoder.decode(input), !0);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}

// node_modules/jose/dist/webapi/lib/validate.js
function isObject3(input) {
  if (typeof input != "object" || input === null || Object.prototype.toString.call(input) !== "[object Object]")
    return !1;
  let prototype = Object.getPrototypeOf(input);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
function isDisjoint(...headers) {
  let parameters = /* @__PURE__ */ new Set();
  for (let header of headers)
    if (header)
      for (let parameter of Object.keys(header)) {
        if (parameters.has(parameter))
          return !1;
        parameters.add(parameter);
      }
  return !0;
}
function decodeBase64url(value, label, ErrorClass) {
  try {
    return decode(value);
  } catch (cause) {
    throw new ErrorClass(`Failed to base64url decode the ${label}`, { cause });
  }
}
function encodeAsciiMember(value, label, ErrorClass) {
  try {
    return encode(value);
  } catch (cause) {
    throw new ErrorClass(`The ${label} is not a valid base64url string`, { cause });
  }
}
function parseJoseHeader(encodedProtectedHeader, ErrorClass, message2) {
  let parsed;
  try {
    parsed = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message2, { cause });
  }
  if (!isObject3(parsed))
    throw new ErrorClass(message2);
  return parsed;
}
var JWS_RECOGNIZED = { __proto__: null, b64: !0 };
function validateAlgorithms(option, algorithms) {
  if (algorithms !== void 0 && (!Array.isArray(algorithms) || algorithms.some((s) => typeof s != "string")))
    throw new TypeError(`"${option}" option must be an array of strings`);
  return algorithms === void 0 ? void 0 : new Set(algorithms);
}
function validateCrit(Err, recognizedDefault, recognizedOption, protectedHeader, joseHeader) {
  if (joseHeader.crit !== void 0 && protectedHeader?.crit === void 0)
    throw new Err('"crit" (Critical) Header Parameter MUST be integrity protected');
  if (!protectedHeader || protectedHeader.crit === void 0)
    return [];
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input) => typeof input != "string" || input.length === 0))
    throw new Err('"crit" (Critical) Header Parameter MUST be an array of non-empty strings when present');
  let recognized = recognizedOption === void 0 ? recognizedDefault : { __proto__: null, ...recognizedOption, ...recognizedDefault };
  for (let parameter of protectedHeader.crit) {
    if (!(parameter in recognized))
      throw new JOSENotSupported(`Extension Header Parameter "${parameter}" is not recognized`);
    if (!Object.hasOwn(joseHeader, parameter) || joseHeader[parameter] === void 0)
      throw new Err(`Extension Header Parameter "${parameter}" is missing`);
    if (recognized[parameter] && (!Object.hasOwn(protectedHeader, parameter) || protectedHeader[parameter] === void 0))
      throw new Err(`Extension Header Parameter "${parameter}" MUST be integrity protected`);
  }
  return protectedHeader.crit;
}
function validateB64(protectedHeader, extensions) {
  if (extensions.includes("b64")) {
    let b64 = protectedHeader.b64;
    if (typeof b64 != "boolean")
      throw new JWSInvalid('The "b64" (base64url-encode payload) Header Parameter must be a boolean');
    return b64;
  }
  return !0;
}

// node_modules/jose/dist/webapi/lib/key.js
var tag = (key) => key[Symbol.toStringTag], jwkMatchesOp = (entry, key, usage) => {
  let { alg } = entry;
  if (key.use !== void 0) {
    let expected = usage === "sign" || usage === "verify" ? "sig" : "enc";
    if (key.use !== expected)
      throw new TypeError(`Invalid key for this operation, its "use" must be "${expected}" when present`);
  }
  if (key.kty === "AKP" && key.alg === void 0)
    throw new TypeError('missing "alg" (Algorithm) Parameter value');
  if (key.alg !== void 0 && key.alg !== alg)
    throw new TypeError(`Invalid key for this operation, its "alg" must be "${alg}" when present`);
  if (Array.isArray(key.key_ops)) {
    let expectedKeyOp = usage === "encrypt" || usage === "decrypt" ? entry.ops?.[usage === "encrypt" ? 0 : 1] : usage;
    if (expectedKeyOp && !key.key_ops.includes(expectedKeyOp))
      throw new TypeError(`Invalid key for this operation, its "key_ops" must include "${expectedKeyOp}" when present`);
  }
};
async function prepareKey(entry, key, usage) {
  let { alg, secret } = entry, requiresPrivateKey = usage === "decrypt" || usage === "sign";
  if (secret && key instanceof Uint8Array)
    return key;
  let normalized, keyObject;
  if (isObject3(key)) {
    if (normalized = normalizeJwk(key), typeof normalized.kty != "string")
      throw invalidKeyType(alg, key, secret);
    if (!(secret ? normalized.kty === "oct" && typeof normalized.k == "string" : normalized.kty !== "oct" && (requiresPrivateKey ? normalized.kty === "AKP" && typeof normalized.priv == "string" || typeof normalized.d == "string" : normalized.d === void 0 && normalized.priv === void 0)))
      throw new TypeError(secret ? 'JSON Web Key for symmetric algorithms must have JWK "kty" (Key Type) equal to "oct" and the JWK "k" (Key Value) present' : `JSON Web Key for this operation must be a ${requiresPrivateKey ? "private" : "public"} JWK`);
    if (jwkMatchesOp(entry, normalized, usage), normalized.kty === "oct")
      return decode(normalized.k);
    if (!Object.isFrozen(key)) {
      let { key_ops } = key;
      Array.isArray(key_ops) && Object.freeze(key_ops), Object.freeze(key);
    }
  } else {
    if (!isKeyLike(key))
      throw invalidKeyType(alg, key, secret);
    let expectedType = secret ? "secret" : requiresPrivateKey ? "private" : "public";
    if (key.type !== expectedType && (secret || ["secret", "public", "private"].includes(key.type)))
      throw new TypeError(`${tag(key)} instances must be of type "${expectedType}" for the ${alg} algorithm`);
    if (isCryptoKey(key))
      return key;
    if (keyObject = key, keyObject.type === "secret")
      return keyObject.export();
  }
  cache2 ||= /* @__PURE__ */ new WeakMap();
  let cacheKey = key, cached = cache2.get(cacheKey);
  if (cached?.[alg])
    return cached[alg];
  if (cached || cache2.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    let isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
}
var cache2, nist = {
  __proto__: null,
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521"
};
var isCryptoKey = (key) => {
  if (key?.[Symbol.toStringTag] === "CryptoKey")
    return !0;
  try {
    return key instanceof CryptoKey;
  } catch {
    return !1;
  }
}, isKeyObject = (key) => key?.[Symbol.toStringTag] === "KeyObject", isKeyLike = (key) => isCryptoKey(key) || isKeyObject(key);
function message(msg, actual, ...types) {
  if (types.length > 2) {
    let last = types.pop();
    msg += `one of type ${types.join(", ")}, or ${last}.`;
  } else types.length === 2 ? msg += `one of type ${types[0]} or ${types[1]}.` : msg += `of type ${types[0]}.`;
  return actual == null ? msg += ` Received ${actual}` : typeof actual == "function" && actual.name ? msg += ` Received function ${actual.name}` : typeof actual == "object" && actual != null && actual.constructor?.name && (msg += ` Received an instance of ${actual.constructor.name}`), msg;
}
function invalidKeyType(alg, actual, secret) {
  let types = ["CryptoKey", "KeyObject", "JSON Web Key"];
  return secret && types.push("Uint8Array"), new TypeError(message(`Key for the ${alg} algorithm must be `, actual, ...types));
}
var unusable2 = (name, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name}`);
function checkUsage(key, usage) {
  if (usage && !key.usages.includes(usage))
    throw new TypeError(`CryptoKey does not support this operation, its usages must include ${usage}.`);
}
function checkModulusLength(alg, key) {
  let { modulusLength } = key.algorithm;
  if (typeof modulusLength != "number" || modulusLength < 2048)
    throw new TypeError(`${alg} requires key modulusLength to be 2048 bits or larger`);
}
function checkCryptoKey(key, expected, usage) {
  let algorithm = key.algorithm;
  if (algorithm.name !== expected.name)
    throw unusable2(expected.name);
  if (expected.hash && algorithm.hash?.name !== expected.hash)
    throw unusable2(expected.hash, "algorithm.hash");
  if (expected.namedCurve && algorithm.namedCurve !== expected.namedCurve)
    throw unusable2(expected.namedCurve, "algorithm.namedCurve");
  if (expected.length !== void 0 && algorithm.length !== expected.length)
    throw unusable2(expected.length, "algorithm.length");
  checkUsage(key, usage);
}
function snapshotJwk(jwk) {
  return { __proto__: null, ...jwk };
}
function normalizeJwk(jwk) {
  let normalized = snapshotJwk(jwk);
  if (normalized.ext !== void 0 && typeof normalized.ext != "boolean")
    throw new TypeError('"ext" (Extractable) Parameter must be a boolean');
  if (normalized.key_ops !== void 0) {
    let value = normalized.key_ops, keyOps = Array.isArray(value) ? [...value] : void 0;
    if (!keyOps || keyOps.some((operation2) => typeof operation2 != "string") || new Set(keyOps).size !== keyOps.length)
      throw new TypeError('"key_ops" (Key Operations) Parameter must be an array of unique strings');
    normalized.key_ops = keyOps;
  }
  return normalized;
}
function validateExtractableOption(extractable) {
  if (extractable !== void 0 && typeof extractable != "boolean")
    throw new TypeError('"extractable" option must be a boolean');
  return extractable;
}
async function jwkToKey(entry, jwk, extractable) {
  if (!entry.kty.includes(jwk.kty))
    throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
  let algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate2 = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate2, jwk.key_ops ?? entry.usages[isPrivate2 ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = !1) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}

// node_modules/jose/dist/webapi/lib/key_descriptor.js
function table(entries) {
  let out = { __proto__: null };
  for (let alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var wrap = [
  ["encrypt", "wrapKey"],
  ["decrypt", "unwrapKey"]
], derive = [[], ["deriveBits"]], none = [[], []];
function rsaes(bits) {
  return {
    kty: ["RSA"],
    mode: "key-encryption",
    subtle: { name: "RSA-OAEP", hash: `SHA-${bits}` },
    usages: wrap,
    ops: ["wrapKey", "unwrapKey"]
  };
}
function ecdh(mode) {
  return {
    kty: ["EC", "OKP"],
    mode,
    subtle: { name: "ECDH" },
    resolve: ({ kty, crv, asymmetricKeyType }) => {
      if (crv === "X25519" || asymmetricKeyType === "x25519")
        return { name: "X25519" };
      if (kty === "OKP")
        throw new JOSENotSupported('Invalid or unsupported JWK "alg" (Algorithm) Parameter value');
      return { name: "ECDH", namedCurve: crv };
    },
    usages: derive,
    ops: [void 0, "deriveBits"]
  };
}
function aeskw(bits, gcm = !1) {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: !0,
    subtle: { name: gcm ? "AES-GCM" : "AES-KW", length: bits },
    usages: none,
    ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
  };
}
function pbes2() {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: !0,
    subtle: { name: "PBKDF2" },
    usages: none,
    ops: ["deriveBits", "deriveBits"]
  };
}
var JWE = table({
  dir: {
    kty: ["oct"],
    mode: "direct-encryption",
    secret: !0,
    subtle: { name: "AES-GCM" },
    usages: none,
    ops: ["encrypt", "decrypt"]
  },
  "RSA-OAEP": rsaes(1),
  "RSA-OAEP-256": rsaes(256),
  "RSA-OAEP-384": rsaes(384),
  "RSA-OAEP-512": rsaes(512),
  "ECDH-ES": ecdh("direct-key-agreement"),
  "ECDH-ES+A128KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A192KW": ecdh("key-agreement-with-key-wrapping"),
  "ECDH-ES+A256KW": ecdh("key-agreement-with-key-wrapping"),
  A128KW: aeskw(128),
  A192KW: aeskw(192),
  A256KW: aeskw(256),
  A128GCMKW: aeskw(128, !0),
  A192GCMKW: aeskw(192, !0),
  A256GCMKW: aeskw(256, !0),
  "PBES2-HS256+A128KW": pbes2(),
  "PBES2-HS384+A192KW": pbes2(),
  "PBES2-HS512+A256KW": pbes2()
}), contentOps = ["encrypt", "decrypt"];
function contentEncryption(bits, cbc = !1) {
  return {
    kty: ["oct"],
    secret: !0,
    subtle: { name: cbc ? "AES-CBC" : "AES-GCM", length: bits },
    usages: none,
    ops: contentOps,
    cekBits: bits,
    ivBits: cbc ? 128 : 96,
    cbc
  };
}
var ENC = table({
  A128GCM: contentEncryption(128),
  A192GCM: contentEncryption(192),
  A256GCM: contentEncryption(256),
  "A128CBC-HS256": contentEncryption(256, !0),
  "A192CBC-HS384": contentEncryption(384, !0),
  "A256CBC-HS512": contentEncryption(512, !0)
});

// node_modules/jose/dist/webapi/lib/jws_algorithms.js
var sig = [["verify"], ["sign"]];
function hmac2(bits) {
  let subtle = { name: "HMAC", hash: `SHA-${bits}` };
  return { kty: ["oct"], secret: !0, subtle, signing: subtle, usages: sig };
}
function rsa(bits, saltLength) {
  let subtle = { name: saltLength ? "RSA-PSS" : "RSASSA-PKCS1-v1_5", hash: `SHA-${bits}` };
  return {
    kty: ["RSA"],
    subtle,
    signing: saltLength ? { ...subtle, saltLength } : subtle,
    usages: sig,
    minRsaBits: 2048
  };
}
function ecdsa(crv, bits) {
  return {
    kty: ["EC"],
    crv,
    subtle: { name: "ECDSA", namedCurve: crv },
    signing: { name: "ECDSA", hash: `SHA-${bits}` },
    usages: sig
  };
}
function eddsa() {
  let subtle = { name: "Ed25519" };
  return {
    kty: ["OKP"],
    crv: "Ed25519",
    subtle,
    signing: subtle,
    usages: sig
  };
}
function mldsa(parameterSet) {
  let subtle = { name: `ML-DSA-${parameterSet}` };
  return {
    kty: ["AKP"],
    subtle,
    signing: subtle,
    usages: sig
  };
}
var JWS = table({
  HS256: hmac2(256),
  HS384: hmac2(384),
  HS512: hmac2(512),
  RS256: rsa(256),
  RS384: rsa(384),
  RS512: rsa(512),
  PS256: rsa(256, 32),
  PS384: rsa(384, 48),
  PS512: rsa(512, 64),
  ES256: ecdsa("P-256", 256),
  ES384: ecdsa("P-384", 384),
  ES512: ecdsa("P-521", 512),
  EdDSA: eddsa(),
  Ed25519: eddsa(),
  "ML-DSA-44": mldsa(44),
  "ML-DSA-65": mldsa(65),
  "ML-DSA-87": mldsa(87)
});
function jwsAlgorithm(alg) {
  let entry = typeof alg == "string" ? JWS[alg] : void 0;
  if (!entry)
    throw new JOSENotSupported(`alg ${alg} is not supported either by JOSE or your javascript runtime`);
  return entry;
}

// node_modules/jose/dist/webapi/lib/jws_verify.js
function prepareVerify(options) {
  return [options && validateAlgorithms("algorithms", options.algorithms), options?.crit];
}
function parseProtectedHeader(encodedProtectedHeader) {
  return encodedProtectedHeader === void 0 ? {} : parseJoseHeader(encodedProtectedHeader, JWSInvalid, "JWS Protected Header is invalid");
}
function encodeCompactUnencodedPayload(payload) {
  try {
    return encode(payload);
  } catch (cause) {
    throw new JWSInvalid("JWS Compact Serialization payload must use only ASCII characters", {
      cause
    });
  }
}
async function verifySignature(jws, shared, key, encodeUnencodedPayload, parsedProtected) {
  let { protected: encodedProtectedHeader, header, payload: inputPayload } = jws, protectedHeader = parsedProtected ?? parseProtectedHeader(encodedProtectedHeader);
  if (!isDisjoint(protectedHeader, header))
    throw new JWSInvalid("JWS Protected and JWS Unprotected Header Parameter names must be disjoint");
  let joseHeader = { ...protectedHeader, ...header }, b64 = validateB64(protectedHeader, validateCrit(JWSInvalid, JWS_RECOGNIZED, shared[1], protectedHeader, joseHeader)), { alg } = joseHeader;
  if (typeof alg != "string" || !alg)
    throw new JWSInvalid('JWS "alg" (Algorithm) Header Parameter missing or invalid');
  if (shared[0] && !shared[0].has(alg))
    throw new JOSEAlgNotAllowed('"alg" (Algorithm) Header Parameter value not allowed');
  if (b64) {
    if (typeof inputPayload != "string")
      throw new JWSInvalid("JWS Payload must be a string");
  } else if (typeof inputPayload != "string" && !(inputPayload instanceof Uint8Array))
    throw new JWSInvalid("JWS Payload must be a string or an Uint8Array instance");
  let signingPayload = b64 || typeof inputPayload != "string" ? inputPayload : encodeUnencodedPayload(inputPayload), resolvedKey = !1;
  typeof key == "function" && (key = await key(protectedHeader, jws), resolvedKey = !0);
  let entry = jwsAlgorithm(alg), signingInput = concat(encodedProtectedHeader !== void 0 ? encode(encodedProtectedHeader) : new Uint8Array(), encode("."), typeof signingPayload == "string" ? shared[2] ??= encodeAsciiMember(signingPayload, "payload", JWSInvalid) : signingPayload), signature = decodeBase64url(jws.signature, "signature", JWSInvalid), verificationKey = await prepareKey(entry, key, "verify"), cryptoKey = await rawKey(verificationKey, entry.subtle, "verify");
  entry.minRsaBits && checkModulusLength(entry.alg, cryptoKey);
  let verified = !1;
  try {
    verified = await crypto.subtle.verify(entry.signing, cryptoKey, signature, signingInput);
  } catch (cause) {
    throw new JWSSignatureVerificationFailed(void 0, { cause });
  }
  if (!verified)
    throw new JWSSignatureVerificationFailed();
  let result = { payload: typeof signingPayload == "string" ? decodeBase64url(signingPayload, "payload", JWSInvalid) : signingPayload };
  return encodedProtectedHeader !== void 0 && (result.protectedHeader = protectedHeader), header !== void 0 && (result.unprotectedHeader = header), resolvedKey ? [{ ...result, key: verificationKey }, b64] : [result, b64];
}
async function verifyCompact(jws, shared, key) {
  if (jws instanceof Uint8Array && (jws = decoder.decode(jws)), typeof jws != "string")
    throw new JWSInvalid("Compact JWS must be a string or Uint8Array");
  let { 0: protectedHeader, 1: payload, 2: signature, length } = jws.split(".");
  if (length !== 3)
    throw new JWSInvalid("Invalid Compact JWS");
  return verifySignature({ payload, protected: protectedHeader, signature }, shared, key, encodeCompactUnencodedPayload);
}

// node_modules/jose/dist/webapi/jws/compact/verify.js
async function compactVerify(jws, key, options) {
  let [result] = await verifyCompact(jws, prepareVerify(options), key);
  return result;
}

// node_modules/jose/dist/webapi/lib/key_algorithm.js
function unsupportedAlg(source = 'JWK "alg" (Algorithm) Parameter') {
  throw new JOSENotSupported(`Invalid or unsupported ${source} value`);
}
function keyAlgorithm(alg, source) {
  return (typeof alg == "string" ? JWS[alg] ?? JWE[alg] : void 0) ?? unsupportedAlg(source);
}

// node_modules/jose/dist/webapi/key/import.js
async function importJWK(jwk, alg, options) {
  if (!isObject3(jwk))
    throw new TypeError("JWK must be an object");
  let normalized = normalizeJwk(jwk), extractable = validateExtractableOption(options?.extractable), { alg: jwkAlg } = normalized;
  if (alg ??= jwkAlg, normalized.kty !== "oct" && !alg)
    throw new TypeError('"alg" argument is required when "jwk.alg" is not present');
  switch (normalized.kty) {
    case "oct":
      if (typeof normalized.k != "string")
        throw new TypeError('missing "k" (Key Value) Parameter value');
      return decode(normalized.k);
    case "AKP": {
      if (typeof jwkAlg != "string" || !jwkAlg)
        throw new TypeError('missing "alg" (Algorithm) Parameter value');
      if (alg !== jwkAlg)
        throw new TypeError("JWK alg and alg option value mismatch");
      return jwkToKey(keyAlgorithm(alg), normalized, extractable);
    }
    case "RSA":
    case "EC":
    case "OKP":
      return jwkToKey(keyAlgorithm(alg), normalized, extractable);
    default:
      throw new JOSENotSupported('Unsupported "kty" (Key Type) Parameter value');
  }
}

// node_modules/jose/dist/webapi/util/decode_protected_header.js
function decodeProtectedHeader(token) {
  let encodedProtectedHeader;
  if (typeof token == "string") {
    let parts = token.split(".");
    (parts.length === 3 || parts.length === 5) && ([encodedProtectedHeader] = parts);
  } else if (typeof token == "object" && token)
    if ("protected" in token)
      encodedProtectedHeader = token.protected;
    else
      throw new TypeError("Token does not contain a Protected Header");
  let invalid2 = "Invalid Token or Protected Header formatting";
  if (typeof encodedProtectedHeader != "string" || !encodedProtectedHeader)
    throw new TypeError(invalid2);
  return parseJoseHeader(encodedProtectedHeader, TypeError, invalid2);
}

// node_modules/jose/dist/webapi/util/decode_jwt.js
function decodeJwt(jwt) {
  if (typeof jwt != "string")
    throw new JWTInvalid("JWTs must use Compact JWS serialization, JWT must be a string");
  let { 1: encodedPayload, length } = jwt.split(".");
  if (length === 5)
    throw new JWTInvalid("Only JWTs using Compact JWS serialization can be decoded");
  if (length !== 3)
    throw new JWTInvalid("Invalid JWT");
  if (!encodedPayload)
    throw new JWTInvalid("JWTs must contain a payload");
  let claimsSetBytes;
  try {
    claimsSetBytes = decode(encodedPayload);
  } catch (cause) {
    throw new JWTInvalid("Failed to base64url decode the payload", { cause });
  }
  let claimsSet;
  try {
    claimsSet = JSON.parse(strictDecoder.decode(claimsSetBytes));
  } catch (cause) {
    throw new JWTInvalid("Failed to parse the decoded payload as JSON", { cause });
  }
  if (!isObject3(claimsSet))
    throw new JWTInvalid("Invalid JWT Claims Set");
  return claimsSet;
}

// src/steps/verify-token.ts
async function verifyToken(token, keys) {
  let { alg, kid } = token.facts.header, key = keyFor(kid, keys);
  if (!key) return "no-key";
  if (typeof alg != "string" || !ALGORITHMS.includes(alg)) return "not-checked";
  try {
    let imported = await importJWK(publicPart(key), alg);
    try {
      return await compactVerify(token.secret.reveal(), imported, { algorithms: [alg] }), "valid";
    } catch (error2) {
      let { code } = error2;
      return code === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" ? "invalid" : "not-checked";
    }
  } catch {
    return "not-checked";
  }
}

// src/steps/inspect-issuer.ts
function askEarly(world2, url, ledger, settled) {
  return isHttps(url) ? { url, facts: fetchIssuerPatiently(world2, url, ledger, settled) } : void 0;
}
async function inspectIssuer(world2, ledger, token, early, settled) {
  let { issuer: url, header } = token.facts, issuer = await (early?.url === url ? early : askEarly(world2, url, ledger, settled))?.facts;
  if (!issuer) return;
  ledger.learn({ issuer });
  let keys = issuer.jwks?.result;
  if (!keys?.ok) return;
  let signature = await verifyToken(token, keys.value);
  if (ledger.learn({ signature }), signature !== "no-key" || header.kid === void 0) return;
  let refetched = await ledger.span(
    "JWKS past caches",
    () => fetchJwks(world2, issuer.jwks?.url ?? "", !0)
  );
  ledger.learn({
    issuer: { ...issuer, refetched },
    signature: await again(token, refetched.result)
  });
}
async function again(token, keys) {
  return keys.ok ? verifyToken(token, keys.value) : "no-key";
}

// src/steps/input-lists.ts
var POLICY_ARN = /^arn:[a-z-]+:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/;
function readPolicy(read2) {
  let text3 = read2.text("inline-session-policy");
  try {
    let policy = text3 === "" ? {} : JSON.parse(text3);
    if (typeof policy == "object" && policy !== null && !Array.isArray(policy)) return text3;
  } catch {
  }
  return read2.bad("inline-session-policy", "an IAM policy as a JSON object"), text3;
}
function readPolicyArns(read2) {
  let arns = read2.lines("managed-session-policies", /\n/);
  arns.length > 10 && read2.bad(
    "managed-session-policies",
    "at most 10 ARNs, one a line",
    "value",
    `${arns.length} lines`
  );
  for (let arn of arns)
    POLICY_ARN.test(arn) || read2.bad("managed-session-policies", "the ARN of a managed policy in each line", "value", arn);
  return arns;
}
function readFallbacks(read2, partition2, custom) {
  let regions = read2.lines("fallback-regions", /[,\s]/);
  custom && regions.length > 0 && read2.bad(
    "fallback-regions",
    "nothing, where `sts-endpoint` names the endpoint",
    "contradiction"
  );
  for (let region of regions)
    partitionOf(region)?.id !== partition2 && read2.bad("fallback-regions", `regions of the partition \`${partition2}\``, "value", region);
  return regions;
}
function readExpectedClaims(read2) {
  return read2.lines("expected-claims", /\n/).flatMap((line) => {
    let { claim, pattern } = /^(?<claim>[\w./:-]+?)\s*:\s+(?<pattern>\S.*)$/.exec(line)?.groups ?? {};
    return claim && pattern ? [{ claim, pattern: pattern.replace(/^(["'])(.*)\1$/, "$2") }] : (read2.bad(
      "expected-claims",
      "lines `claim: pattern`, with a blank after the colon",
      "value",
      line
    ), []);
  });
}
function readAccounts(read2) {
  let accounts = read2.lines("allowed-account-ids", /[,\n]/);
  for (let account of accounts)
    /^\d{12}$/.test(account) || read2.bad(
      "allowed-account-ids",
      "account ids of 12 digits, in quotes, separated by commas",
      "value",
      account
    );
  return accounts;
}

// src/steps/input-values.ts
var InputReader = class {
  problems = [];
  #runner;
  constructor(runner) {
    this.#runner = runner;
  }
  text(input, standard = "") {
    return this.#runner.input(input) || standard;
  }
  bad(input, want, about = "value", given2 = this.text(input)) {
    this.problems.push({ input, given: given2, want, about });
  }
  /** YAML 1.2 core schema, as the toolkit's getBooleanInput has it. */
  boolean(input, standard) {
    let text3 = this.text(input);
    return text3 === "" ? standard : /^(true|True|TRUE)$/.test(text3) ? !0 : (/^(false|False|FALSE)$/.test(text3) || this.bad(input, "`true` or `false`"), !1);
  }
  whole(input, standard, least, most, unit = "") {
    let text3 = this.text(input);
    if (text3 === "") return standard;
    let value = Number(text3);
    return /^\d+$/.test(text3) && value >= least && value <= most || this.bad(input, `a whole number${unit} from ${least} to ${most}`), value;
  }
  oneOf(input, standard, allowed) {
    let text3 = this.text(input);
    if (text3 === "") return standard;
    let found2 = allowed.find((value) => value === text3);
    return found2 || this.bad(input, `one of ${allowed.map((value) => `\`${value}\``).join(", ")}`), found2 ?? standard;
  }
  /** A URL, as it was given (a last slash is part of an issuer); https only, but for loopback addresses where `loopback` is set. */
  url(input, loopback) {
    let text3 = this.text(input);
    if (text3 === "") return "";
    let parts = /^(?<scheme>https?):\/\/(?<host>\[[\d:a-f]+\]|[^\s/:@?#]+)(?<port>:\d+)?(?<rest>\/[^\s?#]*)?$/i.exec(
      text3
    )?.groups;
    return parts ? parts.scheme?.toLowerCase() !== "https" && !(loopback && isLoopback(parts.host ?? "")) && this.bad(input, loopback ? "an https URL (http only for a loopback address)" : "an https URL") : this.bad(input, "a URL `https://host[:port][/path]` without user, query or fragment"), text3;
  }
  lines(input, separator) {
    return this.text(input).split(separator).map((line) => line.trim()).filter((line) => line !== "");
  }
};
function isLoopback(host) {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(host);
}

// src/steps/role-arn.ts
var ROLE = /^arn:(?<partition>[a-z-]+):iam::(?<account>\d{12}):role\/(?<name>[\w+=,.@/-]{1,512})$/, LENIENT = /^arn:(?<partition>[^:]*):[^:]*:[^:]*:(?<account>[^:]*):(?:role\/)?(?<name>.+)$/;
function parseRoleArn(text3, lenient) {
  let parts = (lenient ? LENIENT : ROLE).exec(text3)?.groups;
  if (parts)
    return {
      text: text3,
      partition: parts.partition ?? "",
      account: parts.account ?? "",
      name: parts.name ?? ""
    };
}
var FORM = "the ARN of an IAM role, `arn:aws:iam::<12-digit account>:role/<path/name>`";
function wantedRoleArn(text3) {
  let trimmed = text3.replace(/^["'\s]+|["'\s]+$/g, "");
  if (trimmed !== text3 && ROLE.test(trimmed))
    return `the ARN without quotes or blanks around it: ${quote(trimmed)}`;
  if (/:oidc-provider\//.test(text3))
    return `${FORM}; this is the ARN of the OIDC provider, not of the role`;
  if (/:instance-profile\//.test(text3)) return `${FORM}; this is the ARN of an instance profile`;
  if (/:assumed-role\//.test(text3)) return `${FORM}; this is the ARN of a session of the role`;
  if (/:user\//.test(text3)) return `${FORM}; this is the ARN of a user`;
  if (/:policy\//.test(text3)) return `${FORM}; this is the ARN of a policy`;
  if (/^arn:[a-z-]+:iam:::role\//.test(text3)) return `${FORM}; the account id is missing`;
  let account = /^arn:[a-z-]+:iam::(\d+):role\//.exec(text3)?.[1];
  return account !== void 0 ? account.length === 12 ? `${FORM}; the name after \`role/\` is empty, too long, or has other characters than letters, digits and \`_+=,.@-/\`` : `${FORM}; the account id must have 12 digits` : /^[\w+=,.@/-]+$/.test(text3) ? `${FORM}; this looks like the bare name of a role` : FORM;
}

// src/steps/read-inputs.ts
var NOT_SUPPORTED = {
  "aws-access-key-id": "nothing: this action signs in by OIDC, without stored keys",
  "aws-secret-access-key": "nothing: this action signs in by OIDC, without stored keys",
  "aws-session-token": "nothing: this action signs in by OIDC, without stored keys",
  "role-chaining": "a second step that assumes the next role from these credentials (`aws sts assume-role`)",
  "role-external-id": "nothing: AssumeRoleWithWebIdentity takes no external id; put the condition on the token's claims",
  "role-skip-session-tagging": "nothing: this action sends no session tags",
  "transitive-tag-keys": "nothing: with OIDC, session tags come from the token only",
  "custom-tags": "nothing: with OIDC, session tags come from the token only",
  "force-skip-oidc": "no such input: a job that must not sign in by OIDC needs no step of this action"
}, SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
function readInputs(runner) {
  let read2 = new InputReader(runner);
  for (let [input, instead] of Object.entries(NOT_SUPPORTED))
    read2.text(input) !== "" && read2.bad(input, instead, "unsupported", "given");
  let stsEndpoint = read2.url("sts-endpoint", !0), customEndpoint = stsEndpoint !== "", region = readRegion(read2, runner, customEndpoint), role = readRole(read2, customEndpoint), partition2 = readPartition(read2, region, role, customEndpoint), inputs = {
    region,
    partition: partition2,
    ...role ? { role } : {},
    audience: read2.text("audience", usualAudience(partition2)),
    usualAudience: usualAudience(partition2),
    roleSessionName: readSessionName(read2),
    roleDurationSeconds: read2.whole("role-duration-seconds", 3600, 900, 43200, " of seconds"),
    inlineSessionPolicy: readPolicy(read2),
    managedSessionPolicies: readPolicyArns(read2),
    webIdentityTokenFile: read2.text("web-identity-token-file"),
    allowedAccountIds: readAccounts(read2),
    maskAwsAccountId: read2.boolean("mask-aws-account-id", !1),
    outputEnvCredentials: read2.boolean("output-env-credentials", !0),
    outputCredentials: read2.boolean("output-credentials", !1),
    maxAttempts: readAttempts(read2),
    stsEndpoint,
    customEndpoint,
    actionTimeoutSeconds: read2.whole("action-timeout-s", 300, 0, 86400, " of seconds"),
    issuer: read2.url("issuer", !1),
    fallbackRegions: readFallbacks(read2, partition2, customEndpoint),
    expectedClaims: readExpectedClaims(read2),
    failOn: read2.oneOf("fail-on", "error", ["error", "warning", "never"]),
    reportFile: read2.text(
      "report-file",
      `${runner.env("RUNNER_TEMP") ?? "."}/aws-oidc-preflight.json`
    ),
    summary: read2.boolean("summary", !0),
    cleanup: read2.boolean("cleanup", !0)
  };
  return judged4(read2.problems, inputs);
}
function judged4(problems, inputs) {
  return problems.length > 0 ? { ok: !1, failure: { kind: "input", problems } } : { ok: !0, value: inputs };
}
function readRegion(read2, runner, custom) {
  let region = read2.text("aws-region") || runner.env("AWS_REGION") || runner.env("AWS_DEFAULT_REGION") || "", want = "an AWS region such as `eu-west-1` (or set AWS_REGION in the job)";
  return region === "" ? read2.bad("aws-region", want, "required") : /^[a-z0-9-]+$/i.test(region) ? !custom && !partitionOf(region) && read2.bad(
    "aws-region",
    `a region of AWS; the nearest is ${quote(nearestRegion(region))}`,
    "region",
    region
  ) : read2.bad("aws-region", want, "value", region), region;
}
function readRole(read2, custom) {
  let text3 = read2.text("role-to-assume");
  if (text3 === "") return;
  let role = parseRoleArn(text3, custom);
  return role || read2.bad("role-to-assume", wantedRoleArn(text3), "role-arn"), role;
}
function readPartition(read2, region, role, custom) {
  let partition2 = partitionOf(region)?.id;
  if (custom || !role || !partition2 || partition2 === role.partition)
    return partition2 ?? role?.partition ?? "aws";
  let want = `a role of the partition \`${partition2}\`, which the region ${quote(region)} belongs to, or a region of \`${role.partition}\``;
  return read2.bad("role-to-assume", want, "partition"), partition2;
}
function readSessionName(read2) {
  let name = read2.text("role-session-name", "GitHubActions");
  return SESSION_NAME.test(name) || read2.bad("role-session-name", "2 to 64 characters out of letters, digits and `_+=,.@-`"), name;
}
function readAttempts(read2) {
  let most = read2.whole("retry-max-attempts", 12, 1, 100);
  return read2.boolean("disable-retry", !1) ? 1 : most;
}

// src/steps/read-run.ts
var AMBIENT = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_PROFILE",
  "AWS_DEFAULT_PROFILE",
  "AWS_ROLE_ARN",
  "AWS_WEB_IDENTITY_TOKEN_FILE"
];
function readRun(runner) {
  let env2 = (name) => runner.env(name) ?? "", pull = object(object(runner.event()).pull_request);
  return {
    onRunner: env2("GITHUB_ACTIONS") === "true",
    standIn: standIn(runner),
    event: env2("GITHUB_EVENT_NAME"),
    actor: env2("GITHUB_ACTOR"),
    pullRequestAuthor: text2(object(pull.user).login),
    fork: isFork(pull, env2("GITHUB_REPOSITORY")),
    serverUrl: env2("GITHUB_SERVER_URL"),
    repository: env2("GITHUB_REPOSITORY"),
    repositoryId: env2("GITHUB_REPOSITORY_ID"),
    owner: env2("GITHUB_REPOSITORY_OWNER"),
    ownerId: env2("GITHUB_REPOSITORY_OWNER_ID"),
    ref: env2("GITHUB_REF"),
    workflowRef: env2("GITHUB_WORKFLOW_REF"),
    job: env2("GITHUB_JOB"),
    workspace: env2("GITHUB_WORKSPACE"),
    selfHosted: env2("RUNNER_ENVIRONMENT") === "self-hosted",
    actionRepository: env2("GITHUB_ACTION_REPOSITORY"),
    actionRef: env2("GITHUB_ACTION_REF"),
    ambient: AMBIENT.filter((name) => env2(name) !== "")
  };
}
function standIn(runner) {
  return runner.env("ACT") === "true" ? "act" : runner.env("FORGEJO_ACTIONS") === "true" ? "forgejo" : runner.env("GITEA_ACTIONS") === "true" ? "gitea" : "";
}
function isFork(pull, repository) {
  if (!("head" in pull)) return !1;
  let head = object(pull.head).repo;
  return head == null ? !0 : text2(object(head).full_name).toLowerCase() !== repository.toLowerCase();
}
function object(value) {
  return typeof value == "object" && value !== null ? value : {};
}
function text2(value) {
  return typeof value == "string" ? value : "";
}

// src/steps/request-token.ts
var TIMEOUT_MS2 = 1e4, LONGEST_TOKEN = 2e4, LARGEST_ANSWER2 = 64 * 1024;
async function requestToken(world2, inputs, ledger) {
  let { runner } = world2;
  if (inputs.webIdentityTokenFile !== "") {
    let root2 = runner.env("GITHUB_WORKSPACE") ?? ".", text3 = runner.readFile(inputs.webIdentityTokenFile, root2, LONGEST_TOKEN);
    return text3.ok ? decodeToken(world2, text3.value.trim(), "file") : text3;
  }
  let url = runner.env("ACTIONS_ID_TOKEN_REQUEST_URL") ?? "", bearer = runner.env("ACTIONS_ID_TOKEN_REQUEST_TOKEN") ?? "";
  if (url === "" || bearer === "") return { ok: !1, failure: missing(url, bearer) };
  runner.mask(bearer);
  let answer = await world2.http.get({
    peer: "token-service",
    url: `${url}${url.includes("?") ? "&" : "?"}audience=${encodeURIComponent(inputs.audience)}`,
    bearer: new Secret(bearer),
    timeoutMs: TIMEOUT_MS2,
    maxBytes: LARGEST_ANSWER2
  });
  if (!answer.ok) return answer;
  let { headers, receivedAt } = answer.value.observed;
  return ledger.hear("token-service", headers.date, receivedAt), tokenFrom(world2, answer.value);
}
function missing(url, bearer) {
  let names = [];
  return url === "" && names.push("ACTIONS_ID_TOKEN_REQUEST_URL"), bearer === "" && names.push("ACTIONS_ID_TOKEN_REQUEST_TOKEN"), { kind: "no-token-permission", missing: names };
}
function tokenFrom(world2, { observed, body }) {
  let { status, headers, url } = observed, seen2 = { peer: "token-service", url: withoutQuery(url), status };
  if (status !== 200)
    return { ok: !1, failure: { kind: "http", ...seen2, headers, excerpt: body.slice(0, 200) } };
  let value = tokenIn(body);
  if (value !== "") return decodeToken(world2, value, "runner");
  let excerpt = body.trimStart().startsWith("<") ? body.slice(0, 200) : "", contentType = headers["content-type"] ?? "";
  return {
    ok: !1,
    failure: { kind: "document", ...seen2, problem: "no-token", contentType, excerpt }
  };
}
function tokenIn(body) {
  try {
    let value = JSON.parse(body)?.value;
    return typeof value == "string" ? value : "";
  } catch {
    return "";
  }
}
function withoutQuery(url) {
  return url.replace(/\?.*$/, "");
}
function decodeToken(world2, text3, source) {
  for (let mask of tokenMasks(text3)) world2.runner.mask(mask);
  let parts = text3.split("."), malformed = (problem, detail) => ({
    ok: !1,
    failure: { kind: "token", problem, detail }
  });
  if (parts.length === 5) return malformed("encrypted", "5 parts");
  if (parts.length !== 3)
    return malformed("not-a-jws", parts.length === 1 ? "one part" : `${parts.length} parts`);
  if (/\s/.test(text3)) return malformed("not-a-jws", "a blank or line break inside");
  let header = attempt(() => decodeProtectedHeader(text3));
  if (!header) return malformed("header", "not base64url of a JSON object");
  let claims2 = attempt(() => decodeJwt(text3));
  if (!claims2) return malformed("payload", "not base64url of a JSON object");
  let audiences = [claims2.aud ?? []].flat().filter((audience) => typeof audience == "string"), facts2 = {
    source,
    header: { ...header },
    claims: { ...claims2 },
    issuer: typeof claims2.iss == "string" ? claims2.iss : "",
    subject: typeof claims2.sub == "string" ? claims2.sub : "",
    audiences
  };
  return { ok: !0, value: { secret: new Secret(text3), facts: facts2 } };
}
function attempt(decode2) {
  try {
    return decode2();
  } catch {
    return;
  }
}
async function requestTokenPatiently(world2, inputs, ledger) {
  let { result } = await withRetries(world2, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n2) => ledger.span(`token, attempt ${n2}`, () => requestToken(world2, inputs, ledger)),
    judge: async (failure3) => retryFor(failure3, ledger.known),
    onWait: (attempt2, n2) => world2.runner.info(waitLine("Token service", attempt2, n2))
  });
  return result;
}

// src/preflight.ts
async function preflight(world2) {
  let ledger = new Ledger(world2.clock, readRun(world2.runner)), inputs = readInputs(world2.runner);
  if (!inputs.ok) return { report: verdict(ledger, [inputs.failure]) };
  ledger.learn({ inputs: inputs.value });
  let { role, maskAwsAccountId } = inputs.value;
  maskAwsAccountId && role && world2.runner.mask(role.account);
  let outcome = await withDeadline(
    world2,
    ledger,
    inputs.value,
    journey(world2, ledger, inputs.value)
  );
  return handedOver(world2, ledger, inputs.value, outcome);
}
function failedOver(world2, error2) {
  world2.runner.debug(error2.stack ?? "");
  let ledger = new Ledger(world2.clock, readRun(world2.runner));
  return { report: verdict(ledger, [{ kind: "bug", message: error2.message }]) };
}
function handedOver(world2, ledger, inputs, outcome) {
  let { ended: ended2, session } = outcome, report2 = verdict(ledger, ended2);
  if (!session || !report2.ready || report2.failed) return { report: report2 };
  let failure3 = handOver(world2, inputs, session);
  return failure3 ? { report: verdict(ledger, [...ended2, failure3]) } : (inputs.outputEnvCredentials && world2.runner.info(exportLine(inputs.region)), { report: report2, session });
}
async function journey(world2, ledger, inputs) {
  let { runner } = world2, answered = !1, settled = () => answered, early = askEarly(world2, earlyIssuer(ledger, inputs), ledger, settled);
  if (isIssuerOnly(ledger, inputs)) return issuerOnly(ledger, early);
  let asking = requestTokenPatiently(world2, inputs, ledger), endpoint = inputs.stsEndpoint || world2.sts.endpointFor(inputs.region);
  inputs.role && world2.sts.warm(endpoint, inputs.region);
  let token = await asking;
  if (!token.ok)
    return inputs.issuer !== "" && await issuerOnly(ledger, early), { ended: [token.failure] };
  ledger.learn({ token: token.value.facts }), runner.info(tokenLine(ledger.known));
  let issuerKnown = inspectIssuer(world2, ledger, token.value, early, settled), { role } = inputs, signedIn = role !== void 0 && expectedClaims.judge(ledger.known).length === 0 ? signIn(world2, inputs, ledger, {
    role,
    token: token.value,
    issuerKnown,
    renewToken: () => requestToken(world2, inputs, ledger),
    onWait: (attempt2, n2) => runner.info(waitLine("STS", attempt2, n2))
  }).finally(() => {
    answered = !0;
  }) : void 0, [signed] = await Promise.all([signedIn, issuerKnown]);
  return runner.info(issuerLine(ledger.known)), signed ? arrive(world2, ledger, inputs, signed) : { ended: [] };
}
function earlyIssuer({ known }, { issuer, webIdentityTokenFile }) {
  return issuer || (webIdentityTokenFile === "" ? issuerOfRunner(known.run) : "");
}
function isIssuerOnly({ known }, { issuer, role, webIdentityTokenFile }) {
  return issuer !== "" && !role && webIdentityTokenFile === "" && !known.run.onRunner;
}
async function issuerOnly(ledger, early) {
  let issuer = await early?.facts;
  return issuer && ledger.learn({ issuer }), { ended: [] };
}
async function withDeadline(world2, ledger, { actionTimeoutSeconds: seconds }, work) {
  if (seconds === 0) return work;
  let late = world2.clock.sleep(seconds * 1e3).then(() => ({ ended: [{ kind: "deadline", seconds, running: ledger.running() }] }));
  return Promise.race([work, late]);
}

// src/report/annotations.ts
var LONGEST_MESSAGE = 4096, MOST_OF_A_KIND = 10;
function annotations(findings) {
  let shown2 = /* @__PURE__ */ new Map();
  return findings.filter(({ severity }) => {
    let number = (shown2.get(severity) ?? 0) + 1;
    return shown2.set(severity, number), number <= MOST_OF_A_KIND;
  }).map((finding2) => ({
    severity: finding2.severity,
    title: `${finding2.id}: ${finding2.title}`,
    message: messageOf(finding2),
    ...finding2.place
  }));
}
function messageOf({ why, fix, docs }) {
  let body = `${why}

${fix.map((step) => `Fix: ${step}`).join(`
`)}`;
  return `${clip(body, LONGEST_MESSAGE - docs.length - 64)}

${docs}`;
}

// src/report/outputs.ts
function outputs(report2, session) {
  let { findings, known, ready } = report2, { token, inputs } = known;
  return {
    ready: String(ready),
    causes: JSON.stringify(findings.map(({ id }) => id)),
    report: inputs?.reportFile ?? "",
    issuer: token?.issuer ?? known.issuer?.url ?? "",
    subject: token?.subject ?? "",
    "token-audience": token?.audiences.join(",") ?? "",
    ...session ? sessionOutputs(session, inputs?.outputCredentials === !0) : {}
  };
}
function sessionOutputs({ facts: facts2, credentials }, withCredentials) {
  return {
    "aws-account-id": facts2.account,
    "authenticated-arn": facts2.arn,
    "aws-expiration": facts2.expiration,
    ...withCredentials ? {
      "aws-access-key-id": credentials.accessKeyId.reveal(),
      "aws-secret-access-key": credentials.secretAccessKey.reveal(),
      "aws-session-token": credentials.sessionToken.reveal()
    } : {}
  };
}

// src/report/claims.ts
var SHOWN = [
  "iss",
  "aud",
  "azp",
  "sub",
  "iat",
  "nbf",
  "exp",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id",
  "repository_visibility",
  "ref",
  "ref_type",
  "environment",
  "event_name",
  "job_workflow_ref",
  "workflow_ref",
  "runner_environment"
];
function shownClaims({ claims: claims2 }) {
  return Object.fromEntries(
    SHOWN.filter((name) => name in claims2).map((name) => [name, claims2[name]])
  );
}

// src/report/report-file.ts
function reportFile({ ready, findings, checks, timeline, known }) {
  let { token, issuer, session, signature } = known, report2 = {
    version: 1,
    ready,
    findings: findings.map(({ where: _where, ...finding2 }) => ({
      ...finding2,
      evidence: { failures: finding2.evidence }
    })),
    checks,
    timeline,
    ...token ? { token: shownClaims(token) } : {},
    ...issuer ? {
      issuer: {
        url: issuer.url,
        signature,
        total_ms: issuer.totalMs,
        discovery: documentFacts(issuer.discovery),
        ...issuer.jwks ? { jwks: documentFacts(issuer.jwks) } : {}
      }
    } : {},
    ...session ? { session } : {}
  };
  return `${JSON.stringify(report2, null, 2)}
`;
}
function documentFacts({
  url,
  observed,
  freshness,
  result
}) {
  return { ...observed, url, ...freshness ? { freshness } : {}, readable: result.ok };
}

// src/report/html.ts
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
  "\\": "&#92;"
};
function escaped(text3) {
  return text3.replace(/[&<>"'|`*_[#@\\]/g, (found2) => ESCAPES[found2] ?? found2);
}
var ITEM = /^(- |\d+\. )/;
function prose(text3) {
  let lines = text3.split(`
`);
  return lines.map((line, index) => {
    let marker = ITEM.exec(line)?.[0] ?? "", before = lines[index - 1];
    return `${before === void 0 ? "" : lineBreak(before, line)}${marker}${coded(line.slice(marker.length))}`;
  }).join("");
}
function lineBreak(before, line) {
  let items = [before, line].filter((one) => ITEM.test(one)).length;
  return [`<br>
`, `

`, `
`][items] ?? `
`;
}
function coded(line) {
  return line.split("`").map((part, index) => index % 2 === 1 ? `<code>${escaped(part)}</code>` : escaped(part)).join("");
}
function fenced(text3, language = "") {
  let runs = text3.match(/`+/g) ?? [], fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}
${text3}
${fence}`;
}

// src/report/timeline.ts
function bars(spans) {
  let end = Math.max(1, ...spans.map(({ end_ms }) => end_ms)), widest = Math.max(0, ...spans.map(({ name }) => name.length));
  return spans.map(({ name, start_ms, end_ms }) => {
    let from = Math.min(39, Math.floor(start_ms / end * 40)), to = Math.max(from + 1, Math.ceil(end_ms / end * 40)), bar = `${" ".repeat(from)}${"\u2588".repeat(to - from)}`.padEnd(40);
    return `${name.padEnd(widest)} ${bar} ${start_ms} ms + ${end_ms - start_ms} ms`;
  }).join(`
`);
}

// src/report/summary.ts
var WORD = { error: "Error", warning: "Warning", notice: "Notice" };
function summary2(report2) {
  let { findings, known, timeline } = report2;
  return `${[
    `### AWS OIDC preflight: ${headline(report2)}`,
    ...findings.map(finding),
    table2(report2),
    ...known.token ? [details("Claims of the token", claims(report2))] : [],
    details("Where the time went", fenced(bars(timeline)))
  ].join(`

`)}
`;
}
function headline({ ready, findings, known }) {
  let number = (severity) => findings.filter((one) => one.severity === severity).length;
  if (!ready) return `not ready, ${count(number("error"), "error")}`;
  let state2 = known.session ? "signed in" : "ready";
  return number("warning") > 0 ? `${state2}, with ${count(number("warning"), "warning")}` : state2;
}
function finding({ id, severity, title, why, fix, docs, certainty }) {
  let sure = certainty === "likely" ? " (most likely)" : "", steps = fix.map((step) => {
    let [first = "", ...rest] = step.split(`
`), block = rest.length > 0 ? `

${indent(fenced(rest.join(`
`)))}
` : "";
    return `1. ${prose(first)}${block}`;
  });
  return [
    `#### ${WORD[severity]}: ${escaped(title)}${sure}`,
    prose(why),
    "**Fix**",
    steps.join(`
`),
    `[${escaped(id)}](${docs})`
  ].join(`

`);
}
function indent(text3) {
  return text3.replace(/^/gm, "   ");
}
function table2(report2) {
  return ["| | What | Seen |", "|---|---|---|", ...seenRows(report2).map(({ what, seen: seen2, ok }) => `| ${ok ? "\u2705" : "\u274C"} | ${escaped(what)} | ${prose(seen2).replaceAll(`<br>
`, "<br>")} |`)].join(`
`);
}
function claims({ known }) {
  let shown2 = known.token ? shownClaims(known.token) : {};
  return fenced(JSON.stringify(shown2, null, 2));
}
function details(title, body) {
  return `<details><summary>${escaped(title)}</summary>

${body}

</details>`;
}

// src/publish.ts
async function publish({ runner }, { report: report2, session }) {
  let { inputs } = report2.known;
  for (let annotation of annotations(report2.findings)) runner.annotate(annotation);
  for (let [name, value] of Object.entries(outputs(report2, session)))
    runner.setOutput(name, value);
  inputs?.summary !== !1 && await runner.writeSummary(summary2(report2)), inputs && runner.writeFile(inputs.reportFile, reportFile(report2)), runner.info(endLine(report2)), report2.failed && runner.fail();
}

// src/main.ts
var world = makeWorld();
try {
  await publish(world, await preflight(world));
} catch (error2) {
  await publish(world, failedOver(world, error2 instanceof Error ? error2 : new Error(String(error2))));
} finally {
  world.stop();
}
