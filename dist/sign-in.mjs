var __create = Object.create;
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __getProtoOf = Object.getPrototypeOf, __hasOwnProp = Object.prototype.hasOwnProperty;
var __esm = (fn, res, err) => function() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __commonJS = (cb, mod) => function() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};
var __export = (target, all13) => {
  for (var name2 in all13)
    __defProp(target, name2, { get: all13[name2], enumerable: !0 });
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

// node_modules/ipaddr.js/lib/ipaddr.js
var require_ipaddr = __commonJS({
  "node_modules/ipaddr.js/lib/ipaddr.js"(exports, module) {
    (function(root) {
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
          for (let i = 0; i < ref.length; i++)
            results.push(ref[i].length > 4 ? NaN : parseInt(ref[i], 16));
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
      let ipaddr4 = {};
      ipaddr4.IPv4 = (function() {
        function IPv4(octets) {
          if (octets.length !== 4)
            throw new Error("ipaddr: ipv4 octet count should be 4");
          let i, octet;
          for (i = 0; i < octets.length; i++)
            if (octet = octets[i], !(0 <= octet && octet <= 255))
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
        }, IPv4.prototype.match = function(other, cidrRange) {
          let ref;
          if (cidrRange === void 0 && (ref = other, other = ref[0], cidrRange = ref[1]), other.kind() !== "ipv4")
            throw new Error("ipaddr: cannot match ipv4 address with non-ipv4 one");
          return matchCIDR(this.octets, other.octets, 8, cidrRange);
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
          }, i, octet, zeros;
          for (i = 3; i >= 0; i -= 1)
            if (octet = this.octets[i], octet in zerotable) {
              if (zeros = zerotable[octet], stop && zeros !== 0)
                return null;
              zeros !== 8 && (stop = !0), cidr += zeros;
            } else
              return null;
          return 32 - cidr;
        }, IPv4.prototype.range = function() {
          return ipaddr4.subnetMatch(this, this.SpecialRanges);
        }, IPv4.prototype.toByteArray = function() {
          return this.octets.slice(0);
        }, IPv4.prototype.toIPv4MappedAddress = function() {
          return ipaddr4.IPv6.parse(`::ffff:${this.toString()}`);
        }, IPv4.prototype.toNormalizedString = function() {
          return this.toString();
        }, IPv4.prototype.toString = function() {
          return this.octets.join(".");
        }, IPv4;
      })(), ipaddr4.IPv4.broadcastAddressFromCIDR = function(string) {
        try {
          let cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0;
          for (; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      }, ipaddr4.IPv4.isIPv4 = function(string) {
        return this.parser(string) !== null;
      }, ipaddr4.IPv4.isValid = function(string) {
        try {
          return new this(this.parser(string)), !0;
        } catch {
          return !1;
        }
      }, ipaddr4.IPv4.isValidCIDR = function(string) {
        try {
          return this.parseCIDR(string), !0;
        } catch {
          return !1;
        }
      }, ipaddr4.IPv4.isValidFourPartDecimal = function(string) {
        return !!(ipaddr4.IPv4.isValid(string) && string.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/));
      }, ipaddr4.IPv4.isValidCIDRFourPartDecimal = function(string) {
        let match = string.match(/^(.+)\/(\d+)$/);
        return !ipaddr4.IPv4.isValidCIDR(string) || !match ? !1 : ipaddr4.IPv4.isValidFourPartDecimal(match[1]);
      }, ipaddr4.IPv4.networkAddressFromCIDR = function(string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      }, ipaddr4.IPv4.parse = function(string) {
        let parts = this.parser(string);
        if (parts === null)
          throw new Error("ipaddr: string is not formatted like an IPv4 Address");
        return new this(parts);
      }, ipaddr4.IPv4.parseCIDR = function(string) {
        let match;
        if (match = string.match(/^(.+)\/(\d+)$/)) {
          let maskLength = parseInt(match[2]);
          if (maskLength >= 0 && maskLength <= 32) {
            let parsed2 = [this.parse(match[1]), maskLength];
            return Object.defineProperty(parsed2, "toString", {
              value: function() {
                return this.join("/");
              }
            }), parsed2;
          }
        }
        throw new Error("ipaddr: string is not formatted like an IPv4 CIDR range");
      }, ipaddr4.IPv4.parser = function(string) {
        let match, part, value;
        if (match = string.match(ipv4Regexes.fourOctet))
          return (function() {
            let ref = match.slice(1, 6), results = [];
            for (let i = 0; i < ref.length; i++)
              part = ref[i], results.push(parseIntAuto(part));
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
      }, ipaddr4.IPv4.subnetMaskFromPrefixLength = function(prefix) {
        if (prefix = parseInt(prefix), Number.isNaN(prefix) || prefix < 0 || prefix > 32)
          throw new Error("ipaddr: invalid IPv4 prefix length");
        let octets = [0, 0, 0, 0], j = 0, filledOctetCount = Math.floor(prefix / 8);
        for (; j < filledOctetCount; )
          octets[j] = 255, j++;
        return filledOctetCount < 4 && (octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8), new this(octets);
      }, ipaddr4.IPv6 = (function() {
        function IPv6(parts, zoneId) {
          let i, part;
          if (parts.length === 16)
            for (this.parts = [], i = 0; i <= 14; i += 2)
              this.parts.push(parts[i] << 8 | parts[i + 1]);
          else if (parts.length === 8)
            this.parts = parts;
          else
            throw new Error("ipaddr: ipv6 part count should be 8 or 16");
          for (i = 0; i < this.parts.length; i++)
            if (part = this.parts[i], !(0 <= part && part <= 65535))
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
        }, IPv6.prototype.match = function(other, cidrRange) {
          let ref;
          if (cidrRange === void 0 && (ref = other, other = ref[0], cidrRange = ref[1]), other.kind() !== "ipv6")
            throw new Error("ipaddr: cannot match ipv6 address with non-ipv6 one");
          return matchCIDR(this.parts, other.parts, 16, cidrRange);
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
          for (let i = 7; i >= 0; i -= 1)
            if (part = this.parts[i], part in zerotable) {
              if (zeros = zerotable[part], stop && zeros !== 0)
                return null;
              zeros !== 16 && (stop = !0), cidr += zeros;
            } else
              return null;
          return 128 - cidr;
        }, IPv6.prototype.range = function() {
          return ipaddr4.subnetMatch(this, this.SpecialRanges);
        }, IPv6.prototype.toByteArray = function() {
          let part, bytes = [], ref = this.parts;
          for (let i = 0; i < ref.length; i++)
            part = ref[i], bytes.push(part >> 8), bytes.push(part & 255);
          return bytes;
        }, IPv6.prototype.toFixedLengthString = function() {
          let addr = (function() {
            let results = [];
            for (let i = 0; i < this.parts.length; i++)
              results.push(padPart(this.parts[i].toString(16), 4));
            return results;
          }).call(this).join(":"), suffix = "";
          return this.zoneId && (suffix = `%${this.zoneId}`), addr + suffix;
        }, IPv6.prototype.toIPv4Address = function() {
          if (!this.isIPv4MappedAddress())
            throw new Error("ipaddr: trying to convert a generic ipv6 address to ipv4");
          let ref = this.parts.slice(-2), high = ref[0], low = ref[1];
          return new ipaddr4.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
        }, IPv6.prototype.toNormalizedString = function() {
          let addr = (function() {
            let results = [];
            for (let i = 0; i < this.parts.length; i++)
              results.push(this.parts[i].toString(16));
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
      })(), ipaddr4.IPv6.broadcastAddressFromCIDR = function(string) {
        try {
          let cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0;
          for (; i < 16; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      }, ipaddr4.IPv6.isIPv6 = function(string) {
        return this.parser(string) !== null;
      }, ipaddr4.IPv6.isValid = function(string) {
        if (typeof string == "string" && string.indexOf(":") === -1)
          return !1;
        try {
          let addr = this.parser(string);
          return new this(addr.parts, addr.zoneId), !0;
        } catch {
          return !1;
        }
      }, ipaddr4.IPv6.isValidCIDR = function(string) {
        if (typeof string == "string" && string.indexOf(":") === -1)
          return !1;
        try {
          return this.parseCIDR(string), !0;
        } catch {
          return !1;
        }
      }, ipaddr4.IPv6.networkAddressFromCIDR = function(string) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 16; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      }, ipaddr4.IPv6.parse = function(string) {
        let addr = this.parser(string);
        if (addr === null)
          throw new Error("ipaddr: string is not formatted like an IPv6 Address");
        return new this(addr.parts, addr.zoneId);
      }, ipaddr4.IPv6.parseCIDR = function(string) {
        let maskLength, match, parsed2;
        if ((match = string.match(/^(.+)\/(\d+)$/)) && (maskLength = parseInt(match[2]), maskLength >= 0 && maskLength <= 128))
          return parsed2 = [this.parse(match[1]), maskLength], Object.defineProperty(parsed2, "toString", {
            value: function() {
              return this.join("/");
            }
          }), parsed2;
        throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
      }, ipaddr4.IPv6.parser = function(string) {
        let addr, i, match, octet, octets, zoneId;
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
          ], i = 0; i < octets.length; i++)
            if (octet = octets[i], !(0 <= octet && octet <= 255))
              return null;
          return addr.parts.push(octets[0] << 8 | octets[1]), addr.parts.push(octets[2] << 8 | octets[3]), {
            parts: addr.parts,
            zoneId: addr.zoneId
          };
        }
        return null;
      }, ipaddr4.IPv6.subnetMaskFromPrefixLength = function(prefix) {
        if (prefix = parseInt(prefix), Number.isNaN(prefix) || prefix < 0 || prefix > 128)
          throw new Error("ipaddr: invalid IPv6 prefix length");
        let octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], j = 0, filledOctetCount = Math.floor(prefix / 8);
        for (; j < filledOctetCount; )
          octets[j] = 255, j++;
        return filledOctetCount < 16 && (octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8), new this(octets);
      }, ipaddr4.fromByteArray = function(bytes) {
        let length = bytes.length;
        if (length === 4)
          return new ipaddr4.IPv4(bytes);
        if (length === 16)
          return new ipaddr4.IPv6(bytes);
        throw new Error("ipaddr: the binary input is neither an IPv6 nor IPv4 address");
      }, ipaddr4.isValid = function(string) {
        return ipaddr4.IPv6.isValid(string) || ipaddr4.IPv4.isValid(string);
      }, ipaddr4.isValidCIDR = function(string) {
        return ipaddr4.IPv6.isValidCIDR(string) || ipaddr4.IPv4.isValidCIDR(string);
      }, ipaddr4.parse = function(string) {
        if (ipaddr4.IPv6.isValid(string))
          return ipaddr4.IPv6.parse(string);
        if (ipaddr4.IPv4.isValid(string))
          return ipaddr4.IPv4.parse(string);
        throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
      }, ipaddr4.parseCIDR = function(string) {
        try {
          return ipaddr4.IPv6.parseCIDR(string);
        } catch {
          try {
            return ipaddr4.IPv4.parseCIDR(string);
          } catch (e) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
          }
        }
      }, ipaddr4.process = function(string) {
        let addr = this.parse(string);
        return addr.kind() === "ipv6" && addr.isIPv4MappedAddress() ? addr.toIPv4Address() : addr;
      }, ipaddr4.subnetMatch = function(address, rangeList, defaultName) {
        let i, rangeName, rangeSubnets, subnet;
        defaultName == null && (defaultName = "unicast");
        for (rangeName in rangeList)
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
            for (rangeSubnets = rangeList[rangeName], rangeSubnets[0] && !(rangeSubnets[0] instanceof Array) && (rangeSubnets = [rangeSubnets]), i = 0; i < rangeSubnets.length; i++)
              if (subnet = rangeSubnets[i], address.kind() === subnet[0].kind() && address.match.apply(address, subnet))
                return rangeName;
          }
        return defaultName;
      }, typeof module < "u" && module.exports ? module.exports = ipaddr4 : root.ipaddr = ipaddr4;
    })(exports);
  }
});

// left-out:@smithy/core/event-streams
var event_streams_exports = {};
__export(event_streams_exports, {
  EventStreamSerde: () => EventStreamSerde
});
var EventStreamSerde, init_event_streams = __esm({
  "left-out:@smithy/core/event-streams"() {
    EventStreamSerde = class {
      constructor() {
        throw new Error("STS has no event streams");
      }
    };
  }
});

// built-in-required:http
var require_http = __commonJS({
  "built-in-required:http"(exports, module) {
    module.exports = /* @__PURE__ */ process.getBuiltinModule("node:http");
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
      let n = parseInt(s, 10);
      return isFinite(n) ? n : 0;
    }
    function isErrorResponse(response) {
      return response ? errorStatusCodes.has(response.status) : !0;
    }
    function parseCacheControl(header) {
      let cc = {};
      if (!header) return cc;
      let parts = header.trim().split(/,/);
      for (let part of parts) {
        let [k, v] = part.split(/=/, 2);
        cc[k.trim()] = v === void 0 ? !0 : v.trim().replace(/^"|"$/g, "");
      }
      return cc;
    }
    function formatCacheControl(cc) {
      let parts = [];
      for (let k in cc) {
        let v = cc[k];
        parts.push(v === !0 ? k : k + "=" + v);
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
      _evaluateRequestRevalidation(request3, synchronous) {
        return {
          synchronous,
          headers: this.revalidationHeaders(request3)
        };
      }
      /**
       * @param {HttpRequest} request - new incoming
       * @returns {{response: undefined, revalidation: {headers: Record<string, string>, synchronous: boolean}}} An object indicating no cached response and revalidation details.
       */
      _evaluateRequestMissResult(request3) {
        return {
          response: void 0,
          revalidation: this._evaluateRequestRevalidation(request3, !0)
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
        for (let name2 of fields) {
          if (name2 === "*")
            return !1;
          let newReq = Object.prototype.hasOwnProperty.call(
            req.headers,
            name2
          ) && req.headers[name2], cachedReq = Object.prototype.hasOwnProperty.call(
            this._reqHeaders,
            name2
          ) && this._reqHeaders[name2];
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
        for (let name2 in inHeaders)
          hopByHopHeaders[name2] || (headers[name2] = inHeaders[name2]);
        if (inHeaders.connection) {
          let tokens = inHeaders.connection.trim().split(/\s*,\s*/);
          for (let name2 of tokens)
            delete headers[name2];
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
      revalidatedPolicy(request3, response) {
        if (this._assertRequestHasHeaders(request3), this._useStaleIfError() && isErrorResponse(response))
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
            policy: new this.constructor(request3, response, optionsCopy),
            // Client receiving 304 without body, even if it's invalid/mismatched has no option
            // but to reuse a cached body. We don't have a good way to tell clients to do
            // error recovery in such case.
            modified: response.status != 304,
            matches: !1
          };
        let headers = {};
        for (let k in this._resHeaders)
          headers[k] = k in response.headers && !excludedFromRevalidationUpdate[k] ? response.headers[k] : this._resHeaders[k];
        let newResponse = Object.assign({}, response, {
          status: this._status,
          method: this._method,
          headers
        });
        return {
          policy: new this.constructor(request3, newResponse, optionsCopy),
          modified: !1,
          matches: !0
        };
      }
    };
  }
});

// built-in:url
var all = /* @__PURE__ */ process.getBuiltinModule("node:url");
var fileURLToPath = all.fileURLToPath;

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
  return [.../* @__PURE__ */ new Set([token, ...segments])].filter((text) => text.length > 0);
}

// src/model/own-member.ts
function ownMember(table3, name2) {
  return Object.hasOwn(table3, name2) ? table3[name2] : void 0;
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
function plainText(value) {
  return typeof value == "string" || typeof value == "number" ? String(value) : "";
}
var IPV6 = /^::[\da-f:.]{1,40}$/i;
function quote(value, most = 200) {
  let text = typeof value == "string" ? value : jsonOf(value), shown = IPV6.test(text) ? text : oneLine(text, most).replaceAll("`", "'");
  return shown !== "" ? `\`${shown}\`` : text === "" ? "`` (empty)" : "`` (only white space)";
}
function capitalised(text) {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
function list(values, last = "and") {
  let quoted = values.map((value) => quote(value)), end = quoted.pop() ?? "";
  return quoted.length === 0 ? end : `${quoted.join(", ")} ${last} ${end}`;
}
function listAtMost(values, most) {
  let more2 = values.length - most;
  return more2 <= 0 ? list(values) : `${values.slice(0, most).map((value) => quote(value)).join(", ")} and ${more2} more`;
}
function commonLength(one, other) {
  let same = 0;
  for (; same < one.length && one[same] === other[same]; ) same++;
  return same;
}
function duration(seconds2) {
  let size = Math.abs(seconds2);
  return size < 120 ? `${Math.round(seconds2)} s` : size < 7200 ? `${Math.round(seconds2 / 60)} min` : size < 172800 ? `${Math.round(seconds2 / 3600)} h` : `${Math.round(seconds2 / 86400)} days`;
}
function count(number, noun) {
  return number === 1 ? `one ${noun}` : `${number} ${noun}s`;
}
function shellWord(value) {
  let text = oneLine(value, 1e3);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
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
  return text.replace(/[&<>"'|`*_[#@\\~]/g, (found) => ownMember(ESCAPES, found) ?? found);
}
function escaped(text) {
  return entities(text).replaceAll("$", "<span>&#36;</span>").replace(/&#64;|&#35;(?=\d)|\bGH-(?=\d)|:(?=\/\/)|www(?=\.)/gi, (found) => `${found}<!-- -->`);
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
  let placeOf3 = (at) => places[at] ?? text.length;
  return { text: parts.join("") + text.slice(from), startOf: placeOf3, endOf: placeOf3 };
}
function characterOf([, percent, json, plain, hex, decimal, name2]) {
  if (plain !== void 0) return plain;
  if (name2 !== void 0) return ownMember(NAMED, name2.toLowerCase());
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
    let startOf2 = (at) => {
      let found = runs.findLast(({ from }) => from <= at);
      return found ? found.at + Math.floor((at - found.from) * 8 / bits) : text.length;
    };
    return {
      text: parts.join(""),
      startOf: startOf2,
      // A byte ends in the same character as the next one begins, or before it.
      endOf: (at) => startOf2(at - 1) + Math.ceil(8 / bits)
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
  rangesIn(text, least, words2 = !1) {
    return this.#mayBeIn(text, least) ? (this.#table ??= new Table(this.#words), this.#table.rangesIn(text, least, words2)) : [];
  }
  #sample(word) {
    for (let at = 0; at + 6 <= word.length; at++)
      this.#samples.add(word.slice(at, at + 6));
  }
  #mayBeIn(text, least) {
    if (this.#sampled > 65536) return !0;
    let all13 = folded(text);
    for (let at = 0; at + 6 <= all13.length; at += least - 6 + 1)
      if (this.#samples.has(all13.slice(at, at + 6))) return !0;
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
  constructor(words2) {
    let all13 = joined(words2), bits = Math.max(4, Math.ceil(Math.log2(all13.length * 2)));
    this.#codes = foldedOf(all13), this.#places = new Int32Array(1 << bits), this.#shift = 32 - bits, forEachPiece(this.#codes, (at, hash) => {
      let slot = this.#slotOf(this.#codes, at, hash);
      this.#places[slot] === 0 && (this.#places[slot] = at + 1);
    });
  }
  rangesIn(text, least, words2) {
    let ranges = [], codes = foldedOf(text), from = 0, end = -1, done = () => {
      end - from >= least && (words2 || tells(text, from, end)) && ranges.push([from, end]);
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
  let words2 = secret.split(/\s+/);
  return (words2.length > MOST_WORDS ? words2 : [secret]).filter(({ length }) => length >= 8);
}
function joined(words2) {
  return [...words2].sort((a, b) => b.length - a.length).reduce((all13, word) => all13.includes(word) ? all13 : `${all13}${word}\0`, "\0");
}
function tells(text, from, to) {
  return to - from >= 16 || /[A-Z\d]/.test(text.slice(from, to));
}
function foldedOf(text) {
  let codes = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    let code2 = text.charCodeAt(at);
    codes[at] = code2 >= 65 && code2 <= 90 ? code2 + 32 : code2;
  }
  return codes;
}
function forEachPiece(codes, tell) {
  let hash = 0, whole = 0;
  for (let end = 0; end < codes.length; end++) {
    let code2 = codes[end] ?? 0, gone = end < 8 ? 0 : Math.imul(codes[end - 8] ?? 0, FIRST);
    hash = Math.imul(hash - gone, 16777619) + code2 | 0, whole = code2 === 0 ? 0 : whole + 1, whole >= 8 && tell(end - 8 + 1, hash);
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
    name: (name2) => this.#cleanName(name2)
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
      (_name, member2) => withTexts(member2, hides ? this.#cleaners : SANITISERS)
    );
    return `${JSON.stringify(value, null, 2)}
`;
  }
  /** A value that others work with, as it is but for long secrets: of short ones it may hold some by right. */
  cleanValue(text) {
    return without(text, this.#rangesIn(text));
  }
  /** A name is ours, or one from outside: a short secret is no reason to change it. */
  #cleanName(name2) {
    return sanitise(without(name2, this.#rangesIn(name2)));
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
function inSource({ text, startOf: startOf2, endOf: endOf2 }, find) {
  return find(text).map(([from, to]) => [startOf2(from), endOf2(to)]);
}
function wholeIn(text, forms, shortest2 = SHORTEST) {
  let ranges = [];
  for (let form of forms)
    if (!(form.length > text.length || form.length < shortest2))
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
function withTexts(member2, { text, name: name2 }) {
  return typeof member2 == "string" ? text(member2) : typeof member2 != "object" || member2 === null || Array.isArray(member2) ? member2 : Object.fromEntries(Object.entries(member2).map(([own, value]) => [name2(own), value]));
}

// built-in:fs
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:fs");
var appendFileSync = all2.appendFileSync;
var closeSync = all2.closeSync;
var existsSync = all2.existsSync;
var fchownSync = all2.fchownSync;
var fchmodSync = all2.fchmodSync;
var fstatSync = all2.fstatSync;
var fsyncSync = all2.fsyncSync;
var lstatSync = all2.lstatSync;
var mkdirSync = all2.mkdirSync;
var openSync = all2.openSync;
var readSync = all2.readSync;
var readFileSync = all2.readFileSync;
var realpathSync = all2.realpathSync;
var renameSync = all2.renameSync;
var rmSync = all2.rmSync;
var statSync = all2.statSync;
var truncateSync = all2.truncateSync;
var writeFileSync = all2.writeFileSync;
var opendirSync = all2.opendirSync, constants = all2.constants;

// built-in:path
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:path");
var resolve = all3.resolve;
var isAbsolute = all3.isAbsolute, join = all3.join, relative = all3.relative;
var dirname = all3.dirname, basename = all3.basename;

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
      let { size } = stat, seen2 = size > maxBytes ? { size } : { size: maxBytes, over: !0 };
      return refused({ path, problem: "too-large", ...seen2 });
    }
    let text = textIn(bytes);
    return text.trim() === "" ? failed("empty") : { ok: !0, value: text };
  } catch (error2) {
    let code2 = error2.code ?? "";
    return code2 === "ENOENT" || code2 === "ENOTDIR" ? failed("missing") : refused({ path, problem: "unreadable", errno: code2 });
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

// src/edge/quiet-runner.ts
var [, REQUEST_TOKEN] = REQUEST_VARIABLES;
function makeQuietRunner(env = process.env) {
  let masks = new Masks();
  masks.add(env[REQUEST_TOKEN] ?? "");
  let nothing = () => {
  }, done = () => ({ ok: !0, value: void 0 });
  return {
    input: nothing,
    env: (name2) => env[name2],
    event: nothing,
    mask(value) {
      masks.add(value);
    },
    info: nothing,
    debug: nothing,
    group: nothing,
    annotate({ title, message: message2 }) {
      process.stderr.write(`${masks.clean(title)}
${masks.clean(message2)}
`);
    },
    setOutputs: () => ({ ok: !0, value: nothing }),
    exportVariables: done,
    rememberVariables: done,
    restoreVariables: () => [],
    remember: done,
    recall: nothing,
    writeSummary: async () => {
    },
    writeFile: done,
    sweepBeside: nothing,
    readFile: readBelow,
    fail() {
      process.exitCode = 1;
    }
  };
}

// built-in:crypto
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:crypto");
var createHash = all4.createHash;
var randomInt = all4.randomInt, randomUUID = all4.randomUUID;
var getRandomValues = all4.getRandomValues;

// built-in:os
var all5 = /* @__PURE__ */ process.getBuiltinModule("node:os"), os_default = all5;
var homedir = all5.homedir;
var EOL = all5.EOL;

// node_modules/@actions/core/lib/utils.js
function toCommandValue(input2) {
  return input2 == null ? "" : typeof input2 == "string" || input2 instanceof String ? input2 : JSON.stringify(input2);
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
function issueCommand(command, properties, message2) {
  let cmd = new Command(command, properties, message2);
  process.stdout.write(cmd.toString() + EOL);
}
function issue(name2, message2 = "") {
  issueCommand(name2, {}, message2);
}
var CMD_STRING = "::", Command = class {
  constructor(command, properties, message2) {
    command || (command = "missing.command"), this.command = command, this.properties = properties, this.message = message2;
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
  process.stdout.write(message2 + EOL);
}
function startGroup(name2) {
  issue("group", name2);
}
function endGroup() {
  issue("endgroup");
}
function getState(name2) {
  return process.env[`STATE_${name2}`] || "";
}

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
  let seen2 = lstatSync(path, { throwIfNoEntry: !1 });
  if (!seen2) return;
  seen2.isSymbolicLink() && refuse({ reason: "link" }), seen2.isFile() || refuse({ reason: "not-a-file" });
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
  let seen2 = lstatSync(folder, { throwIfNoEntry: !1 });
  if (seen2)
    seen2.isSymbolicLink() ? refuse({ reason: "link" }) : seen2.isDirectory() || refuse({ reason: "os", errno: "ENOTDIR" });
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
  let [parent, name2] = [dirname(path), `${basename(path)}.`], isOurs = (file) => file.startsWith(name2) && /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(file.slice(name2.length));
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

// src/aws/limits.ts
var SESSION_SECONDS = { least: 900, most: 43200 }, LONGEST_SESSION_POLICY = 2048, MOST_SESSION_POLICIES = 10, MOST_ROLES = 256;
var SESSION_NAME_LENGTH = { least: 2, most: 64 }, SOON_DAYS = 14, LARGEST_WORKFLOW = 256 * 1024, LARGEST_POLICY = 1024 * 1024, MOST_JSON_VALUES = 4e4, LARGEST_YAML = 256 * 1024, MOST_YAML_TOKENS = 2e4, LONGEST_TRUST_POLICY = 2 * 8192;
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

// built-in:timers/promises
var all6 = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var setTimeout2 = all6.setTimeout;

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
      await setTimeout2(ms, void 0, { signal: stopped }).catch(() => {
      });
    }
  };
}
var random = () => Math.random();

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
  let text = entries.map(([name2, value]) => [`${name2}<<${delimiter}`, value, delimiter, ""].join(EOL)).join(""), size = sizeOf(file), undo = () => {
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
  let seen2 = lstatSync(path, { throwIfNoEntry: !1 });
  seen2?.isSymbolicLink() && refuse({ reason: "link" }), seen2?.isDirectory() && refuse({ reason: "os", errno: "EISDIR" }), seen2 && !seen2.isFile() && refuse({ reason: "not-a-file" }), sweepBeside(path), replaceWhole(path, text, !1);
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
var STATE = "variables", [, REQUEST_TOKEN2] = REQUEST_VARIABLES, FILES = { GITHUB_ENV: "env", GITHUB_OUTPUT: "output", GITHUB_STATE: "state" }, SAY = { error, warning, notice }, CREDENTIALS = /* @__PURE__ */ new Set(["aws-access-key-id", "aws-secret-access-key", "aws-session-token"]), DONE = { ok: !0, value: void 0 };
function makeRunner(env = process.env) {
  outliveReaders();
  let state = {}, masks = new Masks();
  masks.add(env[REQUEST_TOKEN2] ?? "");
  let told = /* @__PURE__ */ new Set([""]), clean = (text) => masks.clean(text), put = (name2, values) => {
    let file = env[name2] ?? "";
    if (file === "") return fileFailure(FILES[name2], name2, { reason: "not-set" });
    try {
      return { ok: !0, value: appendValues(file, values) };
    } catch (error2) {
      return fileFailure(FILES[name2], file, fileReasonOf(error2));
    }
  }, keep = (name2, data) => withoutValue(put("GITHUB_STATE", { [name2]: JSON.stringify(data) })), exportAll2 = (variables) => {
    let done = put("GITHUB_ENV", variables);
    return done.ok && Object.assign(process.env, variables), withoutValue(done);
  };
  return {
    // The toolkit's own getter does not tell an unset input from an empty one.
    input: (name2) => env[`INPUT_${name2.replaceAll(" ", "_").toUpperCase()}`]?.trim(),
    env: (name2) => env[name2],
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
    annotate({ severity, title, message: message2, file, line }) {
      let place = file === void 0 || line === void 0 ? {} : { file, startLine: line };
      SAY[severity](clean(message2), { title: clean(title), ...place });
    },
    setOutputs(outputs2) {
      let values = Object.entries(outputs2).map(([name2, value]) => [
        name2,
        CREDENTIALS.has(name2) ? value : masks.cleanValue(value)
      ]);
      return put("GITHUB_OUTPUT", Object.fromEntries(values));
    },
    exportVariables: exportAll2,
    rememberVariables(variables) {
      if (!env.GITHUB_STATE) return DONE;
      for (let [name2, value] of Object.entries(variables)) {
        let before = state[name2]?.before ?? env[name2] ?? "";
        /KEY|TOKEN/.test(name2) && this.mask(before), state[name2] = { before, ours: digest(value) };
      }
      return keep(STATE, state);
    },
    restoreVariables() {
      let kept = JSON.parse(getState(STATE) || "{}"), ours = Object.entries(kept).filter(
        ([name2, { ours: ours2, before: before2 }]) => digest(env[name2] ?? "") === ours2 && before2 !== (env[name2] ?? "")
      );
      if (ours.length === 0) return [];
      let before = Object.fromEntries(ours.map(([name2, had]) => [name2, had.before]));
      if (!exportAll2(before).ok)
        throw new Error("the job's environment file, GITHUB_ENV, was not written");
      return Object.keys(before);
    },
    remember: keep,
    recall(name2) {
      let text = getState(name2);
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
function endBetweenTurns() {
  listen();
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

// src/aws/url.ts
var PARTS = /^(?<origin>https?:\/\/(?<authority>(?:[^/?#@]*@)?(?<host>\[[^\]]*\]|[^/?#:]*)[^/?#]*))(?<path>.*)$/is;
function partOf(url, part) {
  return PARTS.exec(url)?.groups?.[part];
}
function authorityOf(url) {
  return partOf(url, "authority") ?? url;
}
function hostOf(url) {
  return bareHost(partOf(url, "host") ?? "");
}
function portOf(url) {
  return /:(\d+)$/.exec(partOf(url, "authority") ?? "")?.[1];
}
function bareHost(host) {
  return host.replace(/^\[|\]$/g, "");
}
function withoutSlash(url) {
  return url.replace(/\/$/, "");
}

// src/edge/debug-requests.ts
function debuggedHttp(http, { runner }) {
  let debugged = (by) => async (request3) => {
    let result = await by.get(request3), end = result.ok ? `HTTP ${result.value.observed.status}, ${result.value.observed.bytes} bytes, ${timesText(result.value.observed.timings)}` : failureText(result.failure);
    return runner.debug(`${request3.peer}: GET ${placeOf(request3.url)}: ${end}`), result;
  };
  return {
    get: debugged(http),
    line() {
      let line = http.line();
      return { get: debugged(line), end: () => line.end() };
    }
  };
}
function debuggedSts(sts, { runner, clock }) {
  let told = async (call, endpoint, work) => {
    let from = clock.monotonic(), result = await work, end = result.ok ? `HTTP 200${idText(result.value)}` : failureText(result.failure), ms = Math.round(clock.monotonic() - from);
    return runner.debug(`sts: ${call} ${placeOf(endpoint)}: ${end}, ${ms} ms`), result;
  };
  return {
    preconnect: (...how) => sts.preconnect(...how),
    assumeRoleWithWebIdentity: (request3) => told("AssumeRoleWithWebIdentity", request3.endpoint, sts.assumeRoleWithWebIdentity(request3)),
    callerIdentity: (request3) => told("GetCallerIdentity", request3.endpoint, sts.callerIdentity(request3))
  };
}
function placeOf(url) {
  let port = portOf(url);
  return `${hostOf(url)}${port === void 0 ? "" : `:${port}`}`;
}
function idText(value) {
  let facts2 = "session" in value ? value.session.facts : void 0;
  return facts2?.requestId ? `, request id ${oneLine(facts2.requestId, 80)}` : "";
}
function failureText(failure) {
  switch (failure.kind) {
    case "aws":
      return `HTTP ${failure.status} ${oneLine(failure.code, 80)}, request id ${oneLine(failure.requestId || "none", 80)}`;
    case "not-sts":
    case "http":
      return `HTTP ${failure.status}, not the answer asked for`;
    case "network":
      return `failed at ${failure.phase}: ${oneLine(failure.code, 80)}`;
    default:
      return `failed: ${failure.kind}`;
  }
}
function timesText({ dnsMs, connectMs, tlsMs, firstByteMs, totalMs }) {
  return `${Object.entries({
    dns: dnsMs,
    connect: connectMs,
    tls: tlsMs,
    "first byte": firstByteMs,
    total: totalMs
  }).filter(([, ms]) => ms !== void 0).map(([name2, ms]) => `${name2} ${Math.round(Number(ms))}`).join(", ")} ms`;
}

// built-in:http
var http_exports = {};
__export(http_exports, {
  Agent: () => Agent,
  ClientRequest: () => ClientRequest,
  IncomingMessage: () => IncomingMessage,
  METHODS: () => METHODS,
  OutgoingMessage: () => OutgoingMessage,
  STATUS_CODES: () => STATUS_CODES,
  Server: () => Server,
  ServerResponse: () => ServerResponse,
  _connectionListener: () => _connectionListener,
  createServer: () => createServer,
  default: () => http_default,
  get: () => get,
  globalAgent: () => globalAgent,
  maxHeaderSize: () => maxHeaderSize,
  request: () => request,
  setGlobalProxyFromEnv: () => setGlobalProxyFromEnv,
  setMaxIdleHTTPParsers: () => setMaxIdleHTTPParsers,
  validateHeaderName: () => validateHeaderName,
  validateHeaderValue: () => validateHeaderValue
});
var all7 = /* @__PURE__ */ process.getBuiltinModule("node:http"), http_default = all7, _connectionListener = all7._connectionListener, METHODS = all7.METHODS, STATUS_CODES = all7.STATUS_CODES, Agent = all7.Agent, ClientRequest = all7.ClientRequest, IncomingMessage = all7.IncomingMessage, OutgoingMessage = all7.OutgoingMessage, Server = all7.Server, ServerResponse = all7.ServerResponse, createServer = all7.createServer, validateHeaderName = all7.validateHeaderName, validateHeaderValue = all7.validateHeaderValue, get = all7.get, request = all7.request, setMaxIdleHTTPParsers = all7.setMaxIdleHTTPParsers, setGlobalProxyFromEnv = all7.setGlobalProxyFromEnv, maxHeaderSize = all7.maxHeaderSize, globalAgent = all7.globalAgent;

// built-in:https
var https_exports = {};
__export(https_exports, {
  Agent: () => Agent2,
  Server: () => Server2,
  createServer: () => createServer2,
  default: () => https_default,
  get: () => get2,
  globalAgent: () => globalAgent2,
  request: () => request2
});
var all8 = /* @__PURE__ */ process.getBuiltinModule("node:https"), https_default = all8, Agent2 = all8.Agent, globalAgent2 = all8.globalAgent, Server2 = all8.Server, createServer2 = all8.createServer, get2 = all8.get, request2 = all8.request;

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

// left-out:tunnel
var none = () => {
};

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
        let output2 = Buffer.alloc(0);
        this.message.on("data", (chunk) => {
          output2 = Buffer.concat([output2, chunk]);
        }), this.message.on("end", () => {
          resolve2(output2.toString());
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
    info2.httpModule = usingSsl ? https_exports : http_exports;
    let defaultPort2 = usingSsl ? 443 : 80;
    if (info2.options = {}, info2.options.host = info2.parsedUrl.hostname, info2.options.port = info2.parsedUrl.port ? parseInt(info2.parsedUrl.port) : defaultPort2, info2.options.path = (info2.parsedUrl.pathname || "") + (info2.parsedUrl.search || ""), info2.options.method = method, info2.options.headers = this._mergeHeaders(headers), this.userAgent != null && (info2.options.headers["user-agent"] = this.userAgent), info2.options.agent = this._getAgent(info2.parsedUrl), this.handlers)
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
    if (this.requestOptions && (maxSockets = this.requestOptions.maxSockets || globalAgent.maxSockets), proxyUrl && proxyUrl.hostname) {
      let agentOptions = {
        maxSockets,
        keepAlive: this._keepAlive,
        proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
          proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
        }), { host: proxyUrl.hostname, port: proxyUrl.port })
      }, tunnelAgent, overHttps = proxyUrl.protocol === "https:";
      usingSsl ? tunnelAgent = overHttps ? none : none : tunnelAgent = overHttps ? none : none, agent = tunnelAgent(agentOptions), this._proxyAgent = agent;
    }
    if (!agent) {
      let options = { keepAlive: this._keepAlive, maxSockets };
      agent = usingSsl ? new Agent2(options) : new Agent(options), this._agent = agent;
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
            let a = new Date(value);
            if (!isNaN(a.valueOf()))
              return a;
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
}, lowercaseKeys = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});

// src/aws/discovery.ts
var WELL_KNOWN = "/.well-known/openid-configuration";
function discoveryUrl(issuer) {
  return `${withoutSlash(issuer)}${WELL_KNOWN}`;
}
function isIssuer(peer) {
  return peer === "discovery" || peer === "jwks";
}

// src/edge/event-loop-delay.ts
var EVERY_MS = 20, USUAL_MS = 10;
function watchEventLoop(now = elapsedMs) {
  let last = now(), sum = 0, late = () => {
    let ms = now() - last - EVERY_MS;
    return ms > USUAL_MS ? ms : 0;
  }, timer = setInterval(() => {
    sum += late(), last = now();
  }, EVERY_MS);
  return timer.unref(), { ms: () => Math.round(sum + late()), end: () => clearInterval(timer) };
}

// built-in:dns
var all9 = /* @__PURE__ */ process.getBuiltinModule("node:dns"), dns_default = all9;

// src/aws/addresses.ts
var import_ipaddr = __toESM(require_ipaddr(), 1), PRIVATE_USE = ["private", "uniqueLocal"], UNROUTED = [
  ...PRIVATE_USE,
  "loopback",
  "linkLocal",
  "carrierGradeNat",
  "unspecified"
], METADATA = [
  "169.254.169.254",
  "fd00:ec2::254",
  "169.254.170.2",
  "169.254.170.23",
  "fd00:ec2::23"
];
function refusalOfAddress(address) {
  if (!import_ipaddr.default.isValid(address)) return;
  let all13 = spellingsOf(import_ipaddr.default.process(address)), metadata = METADATA.map((one) => import_ipaddr.default.process(one).toNormalizedString());
  return all13.some((one) => metadata.includes(one.toNormalizedString())) ? "metadata" : all13.some((one) => one.range() === "linkLocal") ? "link-local" : void 0;
}
function spellingsOf(address) {
  if (address.kind() === "ipv4") return [address];
  let bytes = address.toByteArray(), at = address.range() === "6to4" ? 2 : 12;
  return address.range() === "6to4" || address.range() === "rfc6052" || bytes.slice(0, 12).every((byte) => byte === 0) ? [address, new import_ipaddr.default.IPv4(bytes.slice(at, at + 4))] : [address];
}
function isIn(address, ranges) {
  return import_ipaddr.default.isValid(address) && ranges.includes(import_ipaddr.default.process(address).range());
}
function isUnrouted(address) {
  return isIn(address, UNROUTED);
}
function isAddress(host) {
  return /^[\d.]+$|:/.test(host);
}
var INTERNAL = /\.(local|internal|svc|lan|localhost|home\.arpa)\.?$/i;
function isInternalName(host) {
  return host === "" || host.includes(":") || import_ipaddr.default.isValid(host) ? !1 : !host.replace(/\.$/, "").includes(".") || INTERNAL.test(host);
}

// src/edge/guarded-lookup.ts
var RefusedAddress = class extends Error {
  addresses;
  refused;
  constructor(addresses, refused) {
    super(`an address that is not connected to (${refused})`), this.addresses = addresses, this.refused = refused;
  }
};
function isRefusedAddress(error2) {
  return typeof error2 == "object" && error2 !== null && "refused" in error2 && "addresses" in error2;
}
function guardOf(linkLocal, lookup = dns_default.lookup) {
  let refusal = (addresses) => {
    let kinds = addresses.map(refusalOfAddress), found = ["metadata", "link-local"].find((kind) => kinds.includes(kind));
    return found === void 0 || found === "link-local" && linkLocal ? void 0 : new RefusedAddress(addresses, found);
  };
  return {
    check(host) {
      let refused = refusal([host]);
      if (refused) throw refused;
    },
    lookup(name2, options, done) {
      lookup(name2, options, (error2, address, family) => {
        let found = typeof address == "string" ? [address] : (address ?? []).map((one) => one.address);
        done(error2 ?? refusal(found) ?? null, address, family);
      });
    }
  };
}

// src/aws/http-answers.ts
var MARKUP = /^\s*<(!doctype|html|head|body)/i;
function isHtml(body, contentType = "") {
  return /html/i.test(contentType) || MARKUP.test(body);
}
var NETWORK_LOGIN = 511;
function isInvalidStatus(status) {
  return status < 100 || status > 599;
}
function isPassing({ status }) {
  return isInvalidStatus(status) ? !0 : status >= 500 ? status !== NETWORK_LOGIN : status === 408 || status === 425 || status === 429;
}
var EXCERPT = 200;
function excerptOf(body) {
  return body.slice(0, EXCERPT);
}

// built-in:net
var all10 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var isIP = all10.isIP;

// src/aws/tls-codes.ts
var VERIFICATION = /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/;
var HANDSHAKE = /^(ERR_TLS_|ERR_SSL_)|^EPROTO$/;
function isCertificateCode(code2) {
  return VERIFICATION.test(code2);
}
function isTlsCode(code2) {
  return HANDSHAKE.test(code2) || isCertificateCode(code2);
}

// src/edge/certificate-chain.ts
function chainOf(socket) {
  let chain = [], seen2 = /* @__PURE__ */ new Set(), next = socket.getPeerCertificate(!0);
  for (; next?.raw && !seen2.has(next.fingerprint256) && chain.length < 10; ) {
    seen2.add(next.fingerprint256);
    let selfSigned = JSON.stringify(next.subject) === JSON.stringify(next.issuer);
    chain.push({
      subject: nameOf(next.subject),
      issuer: nameOf(next.issuer),
      validFrom: new Date(next.valid_from).toISOString(),
      validTo: new Date(next.valid_to).toISOString(),
      names: namesOf(next.subjectaltname),
      sha1: next.fingerprint.replaceAll(":", "").toLowerCase(),
      selfSigned
    }), next = next.issuerCertificate;
  }
  return chain;
}
function namesOf(names = "") {
  return names.split(", ").flatMap((name2) => name2 === "" ? [] : name2.replace(/^DNS:/, ""));
}
function nameOf(name2) {
  let parts = name2 ?? {};
  return String(parts.CN ?? parts.O ?? parts.OU ?? "").slice(0, 1e3);
}

// src/edge/network.ts
function optionsTo(url) {
  let host = bareHost(url.hostname), port = Number(url.port || (url.protocol === "https:" ? 443 : 80));
  return { host, port, servername: serverName(host), noDelay: !0 };
}
function startTrace({ protocol, hostname }, proxy = "") {
  let host = bareHost(hostname);
  return {
    startedAt: elapsedMs(),
    reused: !1,
    secure: protocol === "https:",
    ...proxy === "" ? {} : { proxy },
    // No name is looked up for an address.
    addresses: proxy === "" && isIP(host) !== 0 ? [host] : [],
    certificates: []
  };
}
function watchSocket(socket, trace) {
  socket.on("lookup", (error2, address) => {
    if (error2 || trace.proxy !== void 0) return;
    trace.lookedUpAt ??= elapsedMs();
    let found = typeof address == "string" ? [address] : address.map((one) => one.address);
    trace.addresses = [.../* @__PURE__ */ new Set([...trace.addresses, ...found])];
  }), socket.once("connect", () => {
    trace.connectedAt = elapsedMs(), trace.proxy !== void 0 && (trace.tunnelAt = trace.connectedAt);
  }), socket.once("secureConnect", () => {
    trace.securedAt = elapsedMs(), trace.certificates = chainOf(socket);
  });
}
function hadStood({ reused, securedAt, askedAt }) {
  return reused || askedAt !== void 0 && securedAt !== void 0 && securedAt < askedAt;
}
function isGivenUp(status, trace) {
  return status === 408 && hadStood(trace);
}
function timingsOf(trace, endedAt = elapsedMs()) {
  let waited = (at) => Math.max(at, trace.askedAt ?? at), ms = (from, to) => from === void 0 || to === void 0 ? void 0 : Math.round((waited(to) - waited(from)) * 10) / 10, named = trace.lookedUpAt ?? trace.startedAt, timings = {
    dnsMs: ms(trace.startedAt, trace.lookedUpAt),
    connectMs: ms(named, trace.connectedAt),
    tlsMs: ms(trace.connectedAt, trace.securedAt),
    firstByteMs: ms(trace.securedAt ?? trace.connectedAt ?? trace.startedAt, trace.firstByteAt),
    totalMs: ms(trace.startedAt, endedAt)
  }, seen2 = Object.entries(timings).filter(([, value]) => value !== void 0);
  return Object.fromEntries(seen2);
}
function serverName(host) {
  return isAddress(host) ? "" : host;
}
function phaseOf(code2, trace) {
  return code2 === "ENOTFOUND" || code2 === "EAI_AGAIN" ? "dns" : isTlsCode(code2) ? "tls" : trace.reused || trace.securedAt !== void 0 ? "response" : (trace.connectedAt ?? trace.tunnelAt) !== void 0 ? trace.secure ? "tls" : "response" : trace.addresses.length > 0 || /^E(CONN|HOST|NET|TIMEDOUT)/.test(code2) ? "connect" : "dns";
}
function networkFailure(error2, peer, host, trace) {
  let thrown = error2 ?? {}, first = thrown.errors?.find((one) => !/UNREACH/.test(one.code ?? "")) ?? thrown.errors?.[0], code2 = String(first?.code ?? thrown.code ?? "UNKNOWN");
  return {
    kind: "network",
    peer,
    host,
    phase: failedBeforeTunnel(code2, trace) ? "proxy" : phaseOf(code2, trace),
    code: code2,
    detail: thrown.message || first?.message || "",
    addresses: trace.addresses,
    certificates: trace.certificates,
    ...trace.proxy === void 0 ? {} : { proxy: trace.proxy },
    ...proxyStatus(thrown)
  };
}
function proxyStatus({ code: code2, statusCode }) {
  return code2 !== PROXY_REFUSED || statusCode === void 0 ? {} : statusCode >= 100 && statusCode <= 999 ? { proxyStatus: statusCode } : {};
}
var PROXY_REFUSED = "ERR_PROXY_TUNNEL";
function failedBeforeTunnel(code2, { proxy, tunnelAt }) {
  return proxy !== void 0 && (tunnelAt === void 0 || code2 === PROXY_REFUSED);
}

// src/edge/retry-after.ts
function retryAfterSeconds(headers, now) {
  let seconds2 = Math.min(Math.ceil(askedMs(headers, now) / 1e3), 31536e3);
  return seconds2 > 0 ? { retryAfterSeconds: seconds2 } : {};
}
function askedMs(headers, now) {
  let text = headers["retry-after"] ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1e3;
  let from = Date.parse(headers.date ?? "") || now;
  return Math.max(0, (Date.parse(text) || from) - from);
}

// src/edge/observed.ts
function observedOf(request3, head, trace, { bytes, receivedAt }) {
  let { proxy, addresses, certificates } = trace, headers = plainHeaders(head.headers);
  return {
    url: request3.url,
    status: head.status,
    headers,
    bytes,
    timings: timingsOf(trace),
    addresses,
    certificates,
    receivedAt,
    ...proxy === void 0 ? {} : { proxy },
    ...retryAfterSeconds(headers, receivedAt)
  };
}
function plainHeaders(headers) {
  let plain = {};
  for (let [name2, value] of Object.entries(headers))
    name2 === "set-cookie" || value === void 0 || (plain[name2] = Array.isArray(value) ? value.join(", ") : value);
  return plain;
}

// src/edge/http-answer.ts
var TooLarge = class extends Error {
};
function invalidUrl({ peer, url }) {
  return networkFailure({ code: "ERR_INVALID_URL", message: "Invalid URL" }, peer, url, startTrace({ protocol: "https:", hostname: url }));
}
async function answerOf(request3, message2, trace) {
  let { statusCode: status = 0, headers } = message2, receivedAt = Date.now(), chunks = [], bytes = 0;
  for await (let chunk of message2)
    if (bytes += chunk.length, bytes <= request3.maxBytes) chunks.push(chunk);
    else {
      message2.destroy();
      let observed = observedOf(request3, { status, headers }, trace, { bytes, receivedAt });
      throw Object.assign(new TooLarge(), {
        observed,
        body: Buffer.concat(chunks).toString("utf8")
      });
    }
  let body = Buffer.concat(chunks).toString("utf8");
  return { observed: observedOf(request3, { status, headers }, trace, { bytes, receivedAt }), body };
}
function upgraded(head, request3, trace) {
  return { ok: !0, value: { observed: observedOf(request3, head, trace, { bytes: 0, receivedAt: Date.now() }), body: "" } };
}
async function requestFailure(error2, request3, { wire, late, stalled }) {
  let host = bareHost(new URL(request3.url).hostname);
  if (isRefusedAddress(error2)) {
    let { addresses, refused } = error2;
    return { kind: "address", host, addresses, refused };
  }
  if (error2 instanceof TooLarge) return tooLarge(request3, error2);
  let failure = networkFailure(late ? { code: "TIMEOUT", message: "no answer in time" } : error2, request3.peer, host, wire.trace());
  return late ? { ...failure, timeoutMs: request3.timeoutMs, ...stalled } : failure.phase === "tls" ? { ...failure, certificates: await wire.inspect() } : failure;
}
function tooLarge({ peer, url }, { observed, body }) {
  let { status, headers } = observed, contentType = headers["content-type"] ?? "", excerpt = excerptOf(body);
  return { kind: "document", peer, url, problem: "too-large", status, contentType, excerpt };
}

// src/edge/limit.ts
function limitOf(ms) {
  let controller = new AbortController(), timer = setTimeout(() => controller.abort(new Error("no answer in time")), ms);
  return {
    signal: controller.signal,
    isOver: () => controller.signal.aborted,
    end: () => clearTimeout(timer)
  };
}
function within(work, signal) {
  return new Promise((resolve2, reject) => {
    let abort = () => reject(signal.reason);
    signal.aborted ? abort() : signal.addEventListener("abort", abort, { once: !0 }), work.then(resolve2, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

// src/edge/proxy-answer.ts
function watchProxyAnswer(socket, onWhole) {
  let on = socket.on.bind(socket), reader, isRead = () => reader !== void 0 && !socket.listeners("readable").includes(reader), look = () => {
    queueMicrotask(() => {
      socket.destroyed || (isRead() ? (socket.off("readable", look), onWhole()) : socket.bytesRead > 16384 && socket.destroy(endless()));
    });
  };
  on("readable", look), socket.on = ((event, listener) => event !== "readable" ? on(event, listener) : listener === reader ? socket : (reader = listener, on(event, listener)));
}
function endless() {
  let error2 = new Error("the answer of the proxy to CONNECT does not end");
  return Object.assign(error2, { code: "ERR_PROXY_TUNNEL" });
}

// src/edge/preconnect-agent.ts
var Upgraded = class extends Error {
  status;
  headers;
  constructor({ statusCode = 0, headers }) {
    super(`HTTP ${statusCode}, and no answer`), this.status = statusCode, this.headers = headers;
  }
};
function preconnectAgent(url, stopped, { proxy, agent: agentFor, begun }, guard) {
  let secure = url.protocol === "https:", agent = agentFor({ keepAlive: !0, maxSockets: 1 }), opener = agent;
  endUpgrades(opener);
  let create = opener.createConnection.bind(agent), onTheWay = new Set(begun ? [begun.socket] : []), early = begun, trace = startTrace(url, proxy), open = (asked) => {
    let started = startTrace(url, proxy), options = guard && proxy === "" ? { ...asked, lookup: guard.lookup } : asked, opened = proxy !== "" && secure ? openTunnel(create, options, started) : openDirectly(create, options, started);
    return onTheWay.add(opened.socket), opened.socket.once("close", () => onTheWay.delete(opened.socket)), opened;
  };
  opener.createConnection = (options, done) => {
    let isThere = early !== void 0 && !early.socket.destroyed, next = early && isThere ? early : open(options);
    return early = void 0, trace = next.trace, isThere && (trace.askedAt = elapsedMs()), next.secured?.then((socket) => done?.(null, socket), done), next.socket;
  };
  let close = () => {
    agent.destroy();
    for (let socket of onTheWay) socket.destroy();
  };
  return stopped.addEventListener("abort", close, { once: !0 }), {
    agent,
    trace: () => trace,
    connect() {
      early || (early = open(optionsTo(url)), early.socket.on("error", () => {
      }));
    },
    again() {
      let { addresses, certificates, tunnelAt } = trace, tunnel = tunnelAt === void 0 ? {} : { tunnelAt };
      trace = { ...startTrace(url, proxy), reused: !0, addresses, certificates, ...tunnel };
    },
    async inspect() {
      return stopped.aborted || !secure ? [] : certificatesShown(open({ ...optionsTo(url), rejectUnauthorized: !1 }));
    },
    close() {
      stopped.removeEventListener("abort", close), close();
    }
  };
}
function endUpgrades(agent) {
  let add = agent.addRequest.bind(agent);
  agent.addRequest = (request3, options) => {
    request3.once("upgrade", (message2, socket) => {
      socket.destroy(), request3.emit("error", new Upgraded(message2));
    }), add(request3, options);
  };
}
function openDirectly(create, options, trace) {
  let socket = create(options);
  return watchSocket(socket, trace), { socket, trace };
}
function openTunnel(create, options, trace) {
  let socket, secured = new Promise((resolve2, reject) => {
    socket = create(options, (error2, inside) => {
      let stood = inside !== void 0 && inside !== socket;
      if (stood && (trace.tunnelAt ??= elapsedMs()), error2 || !stood) {
        socket?.destroy(), reject(error2);
        return;
      }
      trace.securedAt = elapsedMs(), trace.connectedAt = trace.tunnelAt ?? trace.securedAt, trace.certificates = chainOf(inside), resolve2(inside);
    }), socket.once("close", () => reject(new Error("given up"))), watchProxyAnswer(socket, () => {
      trace.tunnelAt ??= elapsedMs();
    });
  });
  return secured.catch(() => {
  }), { socket, trace, secured };
}
function certificatesShown({ socket, secured, trace }) {
  return new Promise((resolve2) => {
    let end = () => {
      socket.destroy(), resolve2([...trace.certificates]);
    }, limit = setTimeout(end, 3e3);
    socket.once("close", () => {
      clearTimeout(limit), end();
    }), socket.on("error", end), secured ? secured.then(end, end) : socket.once("secureConnect", end);
  });
}

// src/edge/proxy.ts
var import_ipaddr2 = __toESM(require_ipaddr(), 1);
var Routes = class {
  #settings;
  /** Whether an issuer may have a link-local address. */
  linkLocal = !1;
  #early;
  constructor(early) {
    this.#early = early;
  }
  use(settings) {
    this.#settings = settings;
  }
  to(url) {
    let settings = this.#settings, { Agent: Agent3 } = url.protocol === "https:" ? https_default : http_default;
    return !settings || isExcepted(url, settings.noProxy) ? { proxy: "", agent: (options) => new Agent3(options), begun: this.#early?.take(url) } : {
      proxy: settings.host,
      agent(options) {
        let proxy = settings.url.reveal(), proxyEnv = { HTTP_PROXY: proxy, HTTPS_PROXY: proxy };
        return knowsProxies() ? new Agent3({ ...options, proxyEnv }) : refusingAgent();
      }
    };
  }
};
function knowsProxies() {
  let [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  return major > 24 || major === 24 && minor >= 5;
}
function refusingAgent() {
  let message2 = `Node ${process.versions.node} of this runner knows no proxies; 24.5 is the first that does`, agent = new http_default.Agent();
  return agent.createConnection = () => {
    throw Object.assign(new Error(message2), { code: "ERR_PROXY_TUNNEL" });
  }, agent;
}
function isExcepted(url, noProxy) {
  let host = bareHost(url.hostname.toLowerCase()).replace(/\.$/, ""), port = url.port || (url.protocol === "https:" ? "443" : "80"), address = import_ipaddr2.default.isValid(host) ? import_ipaddr2.default.process(host) : void 0;
  return noProxy.toLowerCase().split(/[\s,]+/).filter((entry) => entry !== "").some((entry) => {
    let [name2, only] = withPort(entry);
    return (only === "" || only === port) && matchesEntry({ host, address }, name2);
  });
}
function withPort(entry) {
  let parts = /^(?<name>\[[^\]]*\]|[^:]*):(?<port>\d+)$/.exec(entry)?.groups;
  return [bareHost(parts?.name ?? entry), parts?.port ?? ""];
}
function matchesEntry({ host, address }, entry) {
  if (entry === "*") return !0;
  if (address) return isWithin(address, entry);
  let name2 = entry.replace(/^\*?\./, "").replace(/\.$/, "");
  return name2 !== "" && (host === name2 || host.endsWith(`.${name2}`));
}
function isWithin(address, entry) {
  if (!/\d|:.*:/.test(entry)) return !1;
  if (entry.includes("/")) {
    if (!import_ipaddr2.default.isValidCIDR(entry)) return !1;
    let [range2, bits] = import_ipaddr2.default.parseCIDR(entry);
    return address.kind() === range2.kind() && address.match(range2, bits);
  }
  return import_ipaddr2.default.isValid(entry) && import_ipaddr2.default.process(entry).toString() === address.toString();
}

// src/edge/http.ts
var WatchedClient = class extends HttpClient {
  #wire;
  #signal;
  constructor(wire, signal) {
    super("aws-oidc-preflight", [], {
      allowRedirects: !1,
      allowRetries: !1,
      keepAlive: !1
    }), this.#wire = wire, this.#signal = signal;
  }
  requestRawWithCallback(info2, data, onResult) {
    let { hostname, protocol } = info2.parsedUrl, { request: request3 } = protocol === "https:" ? https_default : http_default, own = { agent: this.#wire.agent, signal: this.#signal, host: bareHost(hostname) }, watched = (options, answer2) => {
      let sent = request3({ ...options, ...own }, answer2);
      return sent.on("response", () => {
        this.#wire.trace().firstByteAt = elapsedMs();
      }), sent;
    };
    super.requestRawWithCallback(
      { ...info2, httpModule: { request: watched } },
      data,
      onResult
    );
  }
};
function makeHttp(stopped, routes = new Routes(), lookup) {
  let line = () => new Line(stopped, routes, lookup);
  return {
    line,
    async get(request3) {
      let alone = line();
      try {
        return await alone.get(request3);
      } finally {
        alone.end();
      }
    }
  };
}
var Line = class {
  #stopped;
  #routes;
  #lookup;
  #kept;
  constructor(stopped, routes, lookup) {
    this.#stopped = stopped, this.#routes = routes, this.#lookup = lookup;
  }
  async get(request3) {
    if (!URL.canParse(request3.url)) return { ok: !1, failure: invalidUrl(request3) };
    let url = new URL(request3.url), guard = isIssuer(request3.peer) ? guardOf(this.#routes.linkLocal, this.#lookup) : void 0, open = () => preconnectAgent(url, this.#stopped, this.#routes.to(url), guard), wire = this.#take(url) ?? open(), limit = limitOf(request3.timeoutMs), over = AbortSignal.any([this.#stopped, limit.signal]), delay = watchEventLoop();
    over.addEventListener("abort", () => wire.close());
    try {
      guard?.check(bareHost(url.hostname));
      let again = () => (wire.close(), wire = open(), answerBy(wire, request3, over)), first = await answerBy(wire, request3, over).catch((error2) => {
        if (over.aborted || error2 instanceof Upgraded || !hasGoneStale(wire)) throw error2;
        return again();
      }), isNone = isGivenUp(first.observed.status, wire.trace()), { observed, body } = isNone ? await again() : first;
      this.#kept = { origin: url.origin, wire };
      let timings = { ...observed.timings, ...stalledMember(delay.ms()) };
      return { ok: !0, value: { observed: { ...observed, timings }, body } };
    } catch (error2) {
      if (error2 instanceof Upgraded) return upgraded(error2, request3, wire.trace());
      let stalled = stalledMember(delay.ms()), ending = { wire, late: limit.isOver(), stalled };
      return { ok: !1, failure: await requestFailure(error2, request3, ending) };
    } finally {
      limit.end(), delay.end(), this.#kept?.wire !== wire && wire.close();
    }
  }
  end() {
    this.#kept?.wire.close(), this.#kept = void 0;
  }
  /** What the last request left open, if it leads to the same origin. */
  #take({ origin }) {
    let kept = this.#kept;
    if (this.#kept = void 0, kept?.origin === origin)
      return kept.wire.again(), kept.wire;
    kept?.wire.close();
  }
};
function answerBy(wire, request3, over) {
  let asked = new WatchedClient(wire, over).request("GET", request3.url, null, headersOf(request3)).then((response) => answerOf(request3, response.message, wire.trace()));
  return within(asked, over);
}
function hasGoneStale(wire) {
  let trace = wire.trace();
  return hadStood(trace) && trace.firstByteAt === void 0;
}
function stalledMember(stalledMs) {
  return stalledMs > 0 ? { stalledMs } : {};
}
function headersOf(request3) {
  let headers = { accept: "application/json", ...request3.headers };
  return request3.bearer && (headers.authorization = `Bearer ${request3.bearer.reveal()}`), headers;
}

// src/edge/file-lock.ts
var STEP_MS = 20, lockOf = (path) => `${path}.lock`, guardOf2 = (lock) => `${lock}.clear`;
function lockFilesOf(path) {
  return [lockOf(path), guardOf2(lockOf(path))];
}
async function whileLocked(path, { clock, waitMs, staleMs, isOver: isOver2 = () => !1 }, work) {
  let lock = lockOf(path);
  makePrivateFolder(dirname(path));
  let token = randomUUID();
  for (let waited = 0; !createFile(lock, token); ) {
    clearStaleLock(lock, clock, staleMs), (waited >= waitMs || isOver2()) && refuse({ reason: "locked" });
    let pause = randomInt(STEP_MS, 2 * STEP_MS);
    waited += pause, await clock.sleep(pause);
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
function isStale(path, clock, staleMs) {
  let seen2 = lstatSync(path, { throwIfNoEntry: !1 });
  return seen2 !== void 0 && clock.now() - seen2.mtimeMs > staleMs;
}
function clearStaleLock(lock, clock, staleMs) {
  if (!isStale(lock, clock, staleMs)) return;
  let guard = guardOf2(lock);
  if (!createFile(guard, "")) {
    isStale(guard, clock, staleMs) && rmSync(guard, { force: !0 });
    return;
  }
  try {
    isStale(lock, clock, staleMs) && rmSync(lock, { force: !0 });
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
function makeProfiles(clock, env = process.env, patience2 = PATIENCE) {
  let change = async (edits, before, left) => {
    let signals = holdSignals();
    try {
      for (let edit of byPath(edits)) planOf(edit);
      let waiting = Object.assign(left, { clock, isOver: signals.told }), plans = await withLocks(edits, waiting, () => {
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
    change: (edits, before = () => FINE) => change(edits, before, { ...patience2 })
  };
}
function sharedFilePath(named, name2, env) {
  let home = (process.platform === "win32" ? env.USERPROFILE : env.HOME) || env.HOME || homedir();
  return named ? resolve(named.replace(/^~(?=$|[/\\])/, home)) : join(home, ".aws", name2);
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
  let { clock } = waiting, from = clock.monotonic();
  try {
    let next = () => (waiting.waitMs = Math.max(0, waiting.waitMs - (clock.monotonic() - from)), withLocks(rest, waiting, work));
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
function makePrivateFiles(clock, program = "", env = process.env, patience2 = PATIENCE2) {
  return {
    place(name2) {
      let folder = env.RUNNER_TEMP ?? "";
      return folder === "" ? fileFailure("renewal", "RUNNER_TEMP", { reason: "not-set" }) : { ok: !0, value: join(folder, `aws-oidc-preflight-${randomUUID()}.${name2}`) };
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
      let begun = !1, once2 = () => (begun = !0, work());
      try {
        return await whileLocked(path, { ...patience2, clock }, once2);
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

// src/aws/sts-answers.ts
var REFUSAL_MESSAGE = /Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i, ROOT_ERROR = /^\s*(?:<\?xml[^>]{0,100}\?>)?\s*<Error>(?<members>.*)<\/Error>\s*$/s, CODE = /<Code>([A-Za-z][\w.]{0,99})<\/Code>/;
function rootError(body) {
  let members = ROOT_ERROR.exec(body)?.groups?.members, code2 = CODE.exec(members ?? "")?.[1];
  if (members === void 0 || code2 === void 0) return;
  let message2 = /<Message>([^<]{0,2000})<\/Message>/.exec(members)?.[1] ?? "";
  return { code: code2, message: message2.replace(/&(lt|gt|quot|apos|amp|#39|#34);/g, unescaped2).trim() };
}
var ENTITIES = {
  lt: "<",
  gt: ">",
  quot: '"',
  "#34": '"',
  apos: "'",
  "#39": "'",
  amp: "&"
};
function unescaped2(_whole, name2) {
  return ownMember(ENTITIES, name2) ?? "";
}
function isCode(failure, ...codes) {
  return codes.includes(failure.code.replace(/Exception$/, ""));
}
var SELF_EXPLANATORY = [
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
], THROTTLING = [
  "Throttling",
  "Throttled",
  "SlowDown",
  "RequestLimitExceeded"
], FOREIGN = [
  "MissingAuthenticationToken",
  "MissingAction",
  "InvalidAction",
  "UnknownOperation",
  "MethodNotAllowed",
  "NotImplemented",
  "NoSuchBucket",
  "InvalidBucketName",
  "MalformedPOSTRequest",
  "PreconditionFailed"
];
function isUnknownCall(failure) {
  return (failure.kind === "aws" || failure.kind === "not-sts") && isForeign(failure);
}
var OUTAGE = [
  "InternalFailure",
  "InternalError",
  "InternalServerError",
  "ServiceUnavailable"
];
function isSelfExplanatory(answer2) {
  return answer2.kind === "aws" && isCode(answer2, ...SELF_EXPLANATORY);
}
function isThrottled(answer2) {
  return isSelfExplanatory(answer2) ? !1 : answer2.status === 429 ? !0 : answer2.kind === "aws" && (isCode(answer2, ...THROTTLING) || /^Rate exceeded/i.test(answer2.message));
}
function isForeign(answer2) {
  return isThrottled(answer2) ? !1 : answer2.kind === "not-sts" ? !isPassing(answer2) : isCode(answer2, ...FOREIGN);
}
function isOutage(answer2) {
  return isSelfExplanatory(answer2) || isThrottled(answer2) || isForeign(answer2) ? !1 : answer2.kind === "not-sts" || answer2.status >= 500 || isCode(answer2, ...OUTAGE);
}
function isRefusal(failure) {
  return failure.kind === "aws" && isCode(failure, "AccessDenied") && REFUSAL_MESSAGE.test(failure.message);
}
function isPastToken(failure, { inputs }) {
  return inputs?.customEndpoint !== !0 && isRefusal(failure);
}
function isJudgement(failure) {
  return failure.kind === "aws" && !isThrottled(failure) && !isOutage(failure);
}

// src/edge/sts-answer.ts
function sessionAnswer(output2, request3, answer2) {
  let { AccessKeyId, SecretAccessKey, SessionToken, Expiration } = output2.Credentials ?? {};
  if (!AccessKeyId || !SecretAccessKey || !SessionToken || ![AccessKeyId, SecretAccessKey, SessionToken].every(canBeSent)) return;
  let date2 = answer2?.headers.date ?? "";
  if (isOver(Expiration, date2)) return;
  let arn = output2.AssumedRoleUser?.Arn ?? "", facts2 = {
    arn,
    account: arn.split(":")[4] ?? "",
    expiration: Expiration?.toISOString() ?? "",
    provider: output2.Provider ?? "",
    audience: output2.Audience ?? "",
    subject: output2.SubjectFromWebIdentityToken ?? "",
    region: request3.region,
    requestId: output2.$metadata.requestId ?? ""
  };
  return { session: { credentials: {
    accessKeyId: new Secret(AccessKeyId),
    secretAccessKey: new Secret(SecretAccessKey),
    sessionToken: new Secret(SessionToken)
  }, facts: facts2 }, date: date2, receivedAt: Date.now() };
}
function canBeSent(credential) {
  return /^[!-~]+$/.test(credential);
}
function isOver(expiration, date2) {
  return expiration !== void 0 && expiration.getTime() <= Date.parse(date2);
}
function refusalOf(thrown, answer2) {
  let { status, headers, body } = answer2, said = saidBy(thrown) ?? (status >= 300 ? rootError(body.toString("utf8")) : void 0);
  return said ? {
    kind: "aws",
    status,
    code: said.code,
    message: said.message,
    requestId: headers["x-amzn-requestid"] ?? headers["x-amz-request-id"] ?? thrown.$metadata?.requestId ?? "",
    ...retryAfterSeconds(headers, Date.now()),
    ...headers.date ? { date: headers.date } : {}
  } : notSts(answer2);
}
function saidBy(thrown) {
  let code2 = thrown.Code ?? thrown.name ?? "";
  return code2 !== "" && !/^(Unknown|UnknownError|SyntaxError|TypeError|Error)$/.test(code2) ? { code: code2, message: thrown.message ?? "" } : void 0;
}
function notSts(answer2) {
  let { status = 0, headers = {}, body = Buffer.alloc(0) } = answer2 ?? {}, text = body.toString("utf8");
  return {
    kind: "not-sts",
    status,
    contentType: headers["content-type"] ?? "",
    server: headers.server ?? "",
    excerpt: isShowable(status, text) ? excerptOf(text) : ""
  };
}
function isShowable(status, body) {
  return /access.?key|secret|session.?token|eyJ/i.test(body) ? !1 : status >= 300 || isHtml(body);
}

// src/edge/sts-failure.ts
async function stsFailure(error2, endpoint, line, late) {
  if (error2 instanceof Upgraded) return notSts(bodiless(error2));
  let thrown = error2 ?? {}, answer2 = line.answer();
  return answer2 ? refusalOf(thrown, answer2) : unreachedFailure(thrown, endpoint, line, late);
}
function bodiless({ status, headers }) {
  return { status, headers: plainHeaders(headers), body: Buffer.alloc(0) };
}
async function unreachedFailure(thrown, endpoint, line, late) {
  let host = bareHost(new URL(endpoint).hostname), timedOut = late || isOwnLimit(thrown), error2 = timedOut ? { code: "TIMEOUT", message: thrown.message ?? "" } : thrown, failure = networkFailure(error2, "sts", host, line.wire.trace());
  return failure.phase !== "tls" || timedOut ? failure : { ...failure, certificates: await line.wire.inspect() };
}
function isOwnLimit({ name: name2, code: code2 = "ETIMEDOUT", syscall }) {
  return name2 === "TimeoutError" && code2 === "ETIMEDOUT" && syscall === void 0;
}

// node_modules/@smithy/core/dist-es/submodules/serde/is-array-buffer/is-array-buffer.js
var isArrayBuffer = (arg) => typeof ArrayBuffer == "function" && arg instanceof ArrayBuffer || Object.prototype.toString.call(arg) === "[object ArrayBuffer]";

// node_modules/@smithy/core/dist-es/submodules/serde/util-buffer-from/buffer-from.js
var fromArrayBuffer = (input2, offset = 0, length = input2.byteLength - offset) => {
  if (!isArrayBuffer(input2))
    throw new TypeError(`The "input" argument must be ArrayBuffer. Received type ${typeof input2} (${input2})`);
  return Buffer.from(input2, offset, length);
}, fromString = (input2, encoding) => {
  if (typeof input2 != "string")
    throw new TypeError(`The "input" argument must be of type string. Received type ${typeof input2} (${input2})`);
  return encoding ? Buffer.from(input2, encoding) : Buffer.from(input2);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/fromBase64.js
var BASE64_REGEX = /^[A-Za-z0-9+/]*={0,2}$/, fromBase64 = (input2) => {
  if (input2.length * 3 % 4 !== 0)
    throw new TypeError("Incorrect padding on base64 string.");
  if (!BASE64_REGEX.exec(input2))
    throw new TypeError("Invalid base64 string.");
  let buffer = fromString(input2, "base64");
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/fromUtf8.js
var fromUtf8 = (input2) => {
  let buf = fromString(input2, "utf8");
  return new Uint8Array(buf.buffer, buf.byteOffset, buf.byteLength / Uint8Array.BYTES_PER_ELEMENT);
};

// node_modules/@smithy/core/dist-es/submodules/serde/util-base64/toBase64.js
var toBase64 = (_input) => {
  let input2;
  if (typeof _input == "string" ? input2 = fromUtf8(_input) : input2 = _input, typeof input2 != "object" || typeof input2.byteOffset != "number" || typeof input2.byteLength != "number")
    throw new Error("@smithy/util-base64: toBase64 encoder function only accepts string | Uint8Array.");
  return fromArrayBuffer(input2.buffer, input2.byteOffset, input2.byteLength).toString("base64");
};

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

// node_modules/@smithy/core/dist-es/submodules/serde/util-utf8/toUtf8.js
var toUtf8 = (input2) => {
  if (typeof input2 == "string")
    return input2;
  if (typeof input2 != "object" || typeof input2.byteOffset != "number" || typeof input2.byteLength != "number")
    throw new Error("@smithy/util-utf8: toUtf8 encoder function only accepts string | Uint8Array.");
  return fromArrayBuffer(input2.buffer, input2.byteOffset, input2.byteLength).toString("utf8");
};

// node_modules/@smithy/core/dist-es/submodules/serde/uuid/v4.js
var decimalToHex = Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, "0"));
function bindV4(getRandomValues2) {
  return typeof crypto < "u" && typeof crypto.randomUUID == "function" ? () => crypto.randomUUID() : () => {
    let rnds = new Uint8Array(16);
    return getRandomValues2(rnds), rnds[6] = rnds[6] & 15 | 64, rnds[8] = rnds[8] & 63 | 128, decimalToHex[rnds[0]] + decimalToHex[rnds[1]] + decimalToHex[rnds[2]] + decimalToHex[rnds[3]] + "-" + decimalToHex[rnds[4]] + decimalToHex[rnds[5]] + "-" + decimalToHex[rnds[6]] + decimalToHex[rnds[7]] + "-" + decimalToHex[rnds[8]] + decimalToHex[rnds[9]] + "-" + decimalToHex[rnds[10]] + decimalToHex[rnds[11]] + decimalToHex[rnds[12]] + decimalToHex[rnds[13]] + decimalToHex[rnds[14]] + decimalToHex[rnds[15]];
  };
}

// node_modules/@smithy/core/dist-es/submodules/transport/hasOwn.js
function hasOwn(o, k) {
  return Object.prototype.hasOwnProperty.call(o, k);
}

// node_modules/@smithy/core/dist-es/submodules/transport/httpRequest.js
var HttpRequest = class _HttpRequest {
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
  static clone(request3) {
    let cloned = new _HttpRequest({
      ...request3,
      headers: { ...request3.headers }
    });
    return cloned.query && (cloned.query = cloneQuery(cloned.query)), cloned;
  }
  static isInstance(request3) {
    if (!request3)
      return !1;
    let req = request3;
    return "method" in req && "protocol" in req && "hostname" in req && "path" in req && typeof req.query == "object" && typeof req.headers == "object";
  }
  clone() {
    return _HttpRequest.clone(this);
  }
};
function cloneQuery(query) {
  return Object.keys(query).reduce((carry, paramName) => {
    let param = query[paramName];
    return {
      ...carry,
      [paramName]: Array.isArray(param) ? [...param] : param
    };
  }, {});
}

// node_modules/@smithy/core/dist-es/submodules/transport/httpResponse.js
var HttpResponse = class {
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

// node_modules/@smithy/core/dist-es/submodules/transport/isValidHostname.js
function isValidHostname(hostname) {
  return /^[a-z0-9][a-z0-9.-]*[a-z0-9]$/.test(hostname);
}

// node_modules/@smithy/core/dist-es/submodules/serde/date-utils.js
var DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"], MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
function dateToUtcString(date2) {
  let year2 = date2.getUTCFullYear(), month = date2.getUTCMonth(), dayOfWeek = date2.getUTCDay(), dayOfMonthInt = date2.getUTCDate(), hoursInt = date2.getUTCHours(), minutesInt = date2.getUTCMinutes(), secondsInt = date2.getUTCSeconds(), dayOfMonthString = dayOfMonthInt < 10 ? `0${dayOfMonthInt}` : `${dayOfMonthInt}`, hoursString = hoursInt < 10 ? `0${hoursInt}` : `${hoursInt}`, minutesString = minutesInt < 10 ? `0${minutesInt}` : `${minutesInt}`, secondsString = secondsInt < 10 ? `0${secondsInt}` : `${secondsInt}`;
  return `${DAYS[dayOfWeek]}, ${dayOfMonthString} ${MONTHS[month]} ${year2} ${hoursString}:${minutesString}:${secondsString} GMT`;
}
var RFC3339 = new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?[zZ]$/);
var RFC3339_WITH_OFFSET = new RegExp(/^(\d{4})-(\d{2})-(\d{2})[tT](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(([-+]\d{2}:\d{2})|[zZ])$/);
var IMF_FIXDATE = new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\d{2}) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) (\d{4}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/), RFC_850_DATE = new RegExp(/^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday), (\d{2})-(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)-(\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? GMT$/), ASC_TIME = new RegExp(/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) ( [1-9]|\d{2}) (\d{1,2}):(\d{2}):(\d{2})(?:\.(\d+))? (\d{4})$/);
var FIFTY_YEARS_IN_MILLIS = 50 * 365 * 24 * 60 * 60 * 1e3;

// node_modules/@smithy/core/dist-es/submodules/serde/lazy-json.js
var LazyJsonString = function(val) {
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
LazyJsonString.from = (object) => object && typeof object == "object" && (object instanceof LazyJsonString || "deserializeJSON" in object) ? object : typeof object == "string" || Object.getPrototypeOf(object) === String.prototype ? LazyJsonString(String(object)) : LazyJsonString(JSON.stringify(object));
LazyJsonString.fromObject = LazyJsonString.from;

// node_modules/@smithy/core/dist-es/submodules/serde/schema-serde-lib/schema-date-utils.js
var ddd = "(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:[ne|u?r]?s?day)?", mmm = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)", time = "(\\d?\\d):(\\d{2}):(\\d{2})(?:\\.(\\d+))?", date = "(\\d?\\d)", year = "(\\d{4})", RFC3339_WITH_OFFSET2 = new RegExp(/^(\d{4})-(\d\d)-(\d\d)[tT](\d\d):(\d\d):(\d\d)(\.(\d+))?(([-+]\d\d:\d\d)|[zZ])$/), IMF_FIXDATE_NATIVE = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?:0[1-9]|[12]\d|3[01]) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [1-9]\d{3} (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d GMT$/, IMF_FIXDATE2 = new RegExp(`^${ddd}, ${date} ${mmm} ${year} ${time} GMT$`), RFC_850_DATE2 = new RegExp(`^${ddd}, ${date}-${mmm}-(\\d\\d) ${time} GMT$`), ASC_TIME2 = new RegExp(`^${ddd} ${mmm} ( [1-9]|\\d\\d) ${time} ${year}$`), months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], _parseEpochTimestamp = (value) => {
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
  let [, yearStr, monthStr, dayStr, hours, minutes, seconds2, , ms, offsetStr] = matches;
  range(monthStr, 1, 12), range(dayStr, 1, 31), range(hours, 0, 23), range(minutes, 0, 59), range(seconds2, 0, 60);
  let date2 = new Date(Date.UTC(Number(yearStr), Number(monthStr) - 1, Number(dayStr), Number(hours), Number(minutes), Number(seconds2), Number(ms) ? Math.round(parseFloat(`0.${ms}`) * 1e3) : 0));
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
function range(v, min, max) {
  let _v = Number(v);
  if (_v < min || _v > max)
    throw new Error(`Value ${_v} out of range [${min}, ${max}]`);
}

// node_modules/@smithy/core/dist-es/submodules/serde/split-header.js
var splitHeader = (value) => {
  let z = value.length, values = [], withinQuotes = !1, escaped2 = !1, anchor = 0;
  for (let i = 0; i < z; ++i) {
    let char = value[i];
    switch (char) {
      case '"':
        escaped2 || (withinQuotes = !withinQuotes);
        break;
      case ",":
        withinQuotes || (values.push(value.slice(anchor, i)), anchor = i + 1);
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

// node_modules/@smithy/core/dist-es/submodules/serde/value/NumericValue.js
var format = /^-?((0|[1-9]\d*)(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/, NumericValue = class _NumericValue {
  string;
  type;
  constructor(string, type) {
    if (this.string = string, this.type = type, !format.test(string))
      throw new Error(`@smithy/core/serde - NumericValue string must conform to the Smithy bigDecimal format. Received: "${string}"`);
  }
  toString() {
    return this.string;
  }
  static [Symbol.hasInstance](object) {
    if (!object || typeof object != "object")
      return !1;
    let _nv = object;
    return _NumericValue.prototype.isPrototypeOf(object) || _nv.type === "bigDecimal" && format.test(_nv.string);
  }
};

// node_modules/@smithy/core/dist-es/submodules/schema/deref.js
var deref = (schemaRef) => typeof schemaRef == "function" ? schemaRef() : schemaRef;

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/translateTraits.js
var traitsCache = [];
function translateTraits(indicator) {
  if (typeof indicator == "object")
    return indicator;
  if (indicator = indicator | 0, traitsCache[indicator])
    return traitsCache[indicator];
  let traits2 = {}, i = 0;
  for (let trait of [
    "httpLabel",
    "idempotent",
    "idempotencyToken",
    "sensitive",
    "httpPayload",
    "httpResponseCode",
    "httpQueryParams"
  ])
    (indicator >> i++ & 1) === 1 && (traits2[trait] = 1);
  return traitsCache[indicator] = traits2;
}

// node_modules/@smithy/core/dist-es/submodules/schema/schemas/NormalizedSchema.js
var anno = {
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
      for (let i = traitStack.length - 1; i >= 0; --i) {
        let traitSet = traitStack[i];
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
      let [ns2, traits2] = sc;
      if (ns2 instanceof _NormalizedSchema)
        return Object.assign(ns2.getMergedTraits(), translateTraits(traits2)), ns2;
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
    let { name: name2 } = this;
    return !withNamespace && name2 && name2.includes("#") ? name2.split("#")[1] : name2 || void 0;
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
      let i = struct[4].indexOf(memberName), memberSchema = struct[5][i];
      return member(isMemberSchema(memberSchema) ? memberSchema : [memberSchema, 0], memberName);
    }
    if (this.isDocumentSchema())
      return member([15, 0], memberName);
    throw new Error(`@smithy/core/schema - ${this.getName(!0)} has no member=${memberName}.`);
  }
  getMemberSchemas() {
    let buffer = {};
    try {
      for (let [k, v] of this.structIterator())
        buffer[k] = v;
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
    for (let i = 0; i < z; ++i) {
      let k = struct[4][i], v = member([struct[5][i], 0], k);
      yield it[i] = [k, v];
    }
    struct[anno.it] = it;
  }
};
function member(memberSchema, memberName) {
  if (memberSchema instanceof NormalizedSchema)
    return Object.assign(memberSchema, {
      memberName,
      _isMemberSchema: !0
    });
  let internalCtorAccess = NormalizedSchema;
  return new internalCtorAccess(memberSchema, memberName);
}
var isMemberSchema = (sc) => Array.isArray(sc) && sc.length === 2, isStaticSchema = (sc) => Array.isArray(sc) && sc.length >= 5;

// node_modules/@smithy/core/dist-es/submodules/schema/TypeRegistry.js
var TypeRegistry = class _TypeRegistry {
  namespace;
  schemas;
  exceptions;
  static registries = /* @__PURE__ */ new Map();
  constructor(namespace2, schemas = /* @__PURE__ */ new Map(), exceptions = /* @__PURE__ */ new Map()) {
    this.namespace = namespace2, this.schemas = schemas, this.exceptions = exceptions, _TypeRegistry.registries.has(namespace2) || _TypeRegistry.registries.set(namespace2, this);
  }
  static for(namespace2) {
    return _TypeRegistry.registries.get(namespace2) ?? new _TypeRegistry(namespace2);
  }
  copyFrom(other) {
    let { schemas, exceptions } = this;
    for (let [k, v] of other.schemas)
      schemas.has(k) || schemas.set(k, v);
    for (let [k, v] of other.exceptions)
      exceptions.has(k) || exceptions.set(k, v);
  }
  register(shapeId, schema) {
    let qualifiedName = this.normalizeShapeId(shapeId);
    for (let r of [this, _TypeRegistry.for(qualifiedName.split("#")[0])])
      r.schemas.has(qualifiedName) || r.schemas.set(qualifiedName, schema);
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
    for (let r of [this, _TypeRegistry.for(ns)])
      !r.schemas.has(qualifiedName) && !r.exceptions.has($error) && (r.schemas.set(qualifiedName, $error), r.exceptions.set($error, ctor));
  }
  getErrorCtor(es) {
    let $error = es;
    return this.exceptions.has($error) ? this.exceptions.get($error) : _TypeRegistry.for($error[1]).exceptions.get($error);
  }
  getBaseException() {
    for (let exceptionKey of this.exceptions.keys())
      if (Array.isArray(exceptionKey)) {
        let [, ns, name2] = exceptionKey, id = ns + "#" + name2;
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

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/exceptions.js
var ServiceException = class _ServiceException extends Error {
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
  Object.entries(additions).filter(([, v]) => v !== void 0).forEach(([k, v]) => {
    (exception[k] == null || exception[k] === "") && (exception[k] = v);
  });
  let message2 = exception.message || exception.Message || "UnknownError";
  return exception.message = message2, delete exception.Message, exception;
};

// node_modules/@smithy/core/dist-es/submodules/client/smithy-client/get-value-from-text-node.js
var getValueFromTextNode = (obj) => {
  let textNodeName = "#text";
  for (let key in obj)
    hasOwn(obj, key) && (obj[key][textNodeName] !== void 0 ? obj[key] = obj[key][textNodeName] : typeof obj[key] == "object" && obj[key] !== null && (obj[key] = getValueFromTextNode(obj[key])));
  return obj;
};

// built-in:stream
var all11 = /* @__PURE__ */ process.getBuiltinModule("node:stream");
var Readable = all11.Readable;

// node_modules/@smithy/core/dist-es/submodules/serde/writeKey.js
function writeKey(obj) {
  Object.defineProperty(obj, "__proto__", { value: void 0, writable: !0, enumerable: !0, configurable: !0 });
}

// node_modules/@smithy/core/dist-es/submodules/serde/index.js
var Uint8ArrayBlobAdapter = class extends bindUint8ArrayBlobAdapter(toUtf8, fromUtf8, toBase64, fromBase64) {
}, _getRandomValues = getRandomValues, v4 = bindV4(_getRandomValues), generateIdempotencyToken = v4;

// node_modules/@smithy/core/dist-es/submodules/protocols/collect-stream-body.js
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
  return /^[\w.~-]+$/.test(str) ? str : encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}

// node_modules/@smithy/core/dist-es/submodules/protocols/HttpBindingNormalizedSchema.js
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
    let schemaCache = ns.isMemberSchema() ? ns : ns.getSchema(), cache2 = typeof schemaCache == "object" && schemaCache !== null ? schemaCache : ns;
    return cache2[HTTP_BINDINGS] ??= new _HttpBindingNormalizedSchema(ns);
  }
  getHttpBindingLocation(traits2) {
    return traits2.httpPayload ? 36 : traits2.httpLabel ? 33 : traits2.httpHeader ? 38 : typeof traits2.httpPrefixHeaders == "string" ? 39 : traits2.httpQuery ? 34 : traits2.httpQueryParams ? 35 : traits2.httpResponseCode ? 37 : 32;
  }
  getHttpBindingValue(location, traits2, nested = !1) {
    let raw = this.getSchema(), type = typeof raw == "number" ? raw & 255 : this.isListSchema() ? 64 : 255, slot = location & 7, media = traits2.mediaType ? traits2.mediaType === "application/json" || traits2.mediaType.endsWith("+json") ? 2 : 1 : 0, stream = traits2.streaming || type === 42 ? this.isStructSchema() ? 2 : 1 : 0, timestamp = type >= 4 && type <= 7 ? slot >= 6 ? 2 : slot > 0 && slot < 4 ? 1 : 0 : 0, flags = type | media << 8 | (traits2.idempotencyToken ? 1 : 0) << 10 | stream << 11 | (traits2.sparse ? 1 : 0) << 13 | timestamp << 14 | (traits2.hostLabel ? 1 : 0) << 17 | (location === 36 && typeof raw != "object" ? 1 : 0) << 18, category = type & 192, collectionValue = slot & 2 && (category === 64 || !nested && slot & 1) ? this.getHttpBindingCollectionValue(location, traits2) : void 0, valueType = (collectionValue?.[1] ?? 0) & 255;
    return flags |= (slot >= 6 && (valueType === 4 || valueType === 6) ? 1 : 0) << 16, [this, flags, collectionValue];
  }
  getHttpBindingCollectionValue(location, traits2 = this.getMergedTraits()) {
    let valueSchema = _HttpBindingNormalizedSchema.of(this.getValueSchema());
    return valueSchema.getHttpBindingValue(location, { ...valueSchema.getMergedTraits(), ...traits2 }, !0);
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
  }, { request: request3, response } = bindings;
  for (let [name2, member2] of schema.structIterator()) {
    let bindingSchema = HttpBindingNormalizedSchema.of(member2), traits2 = bindingSchema.getMergedTraits(), location = bindingSchema.getHttpBindingLocation(traits2), wireName = traits2.httpHeader?.toLowerCase() ?? traits2.httpPrefixHeaders?.toLowerCase() ?? traits2.httpQuery, value = bindingSchema.getHttpBindingValue(location, traits2), binding = [name2, value, location, wireName];
    name2 === "__proto__" && writeKey(byName), byName[name2] = binding, value[1] >> 10 & 1 && (request3.hasIdempotency = !0), memberBindings.push(binding);
    let slot = location & 7;
    if (slot === 0 && (requestBodyMemberNames.push(name2), requestBodyMemberSchemas.push(member2)), (slot & 4) === 0)
      bodyMemberNames.push(name2), bodyMemberSchemas.push(member2);
    else if ((slot & 6) === 4)
      if (slot & 1)
        responseBindings.statusCode = binding;
      else {
        responseBindings.payload = binding;
        let type = value[1] & 255;
        request3.contentTypeInstruction = traits2.mediaType ?? (type === 0 ? "text/plain" : type === 21 || type === 42 ? "application/octet-stream" : null);
      }
    else slot & 1 ? (request3.hasPrefixHeaders = !0, prefixHeaders.push(binding)) : (wireName === "__proto__" && writeKey(headers), headers[wireName] = binding);
  }
  return request3.contentTypeInstruction === void 0 && requestBodyMemberNames.length && (request3.contentTypeInstruction = null), request3.syntheticBodySchema = createBodySchema(schema, requestBodyMemberNames, requestBodyMemberSchemas), response.syntheticBodySchema = createBodySchema(schema, bodyMemberNames, bodyMemberSchemas), bindings;
}, buildPathSegments = (path) => {
  let segments = [], offset = 0;
  for (let match of path.matchAll(/\{([^{}+]+)(\+)?\}/g))
    match.index > offset && segments.push([path.slice(offset, match.index), 0]), segments.push([match[1], match[2] ? 2 : 1]), offset = match.index + match[0].length;
  return segments.length && offset < path.length && segments.push([path.slice(offset), 0]), segments.length ? segments : void 0;
}, buildHttpOperationBindings = (schema) => {
  let { http, endpoint } = translateTraits(schema.traits ?? {}), [path, search] = http?.[1].split("?") ?? [];
  return [
    http?.[0],
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
  ], required = source[6], bodyRequired = required && memberNames.reduce((count2, name2) => count2 + (source[4].indexOf(name2) < required ? 1 : 0), 0);
  return bodyRequired && (body[6] = bodyRequired), body;
};

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
  updateServiceEndpoint(request3, endpoint) {
    if ("url" in endpoint) {
      request3.protocol = endpoint.url.protocol, request3.hostname = endpoint.url.hostname, request3.port = endpoint.url.port ? Number(endpoint.url.port) : void 0, request3.path = endpoint.url.pathname, request3.fragment = endpoint.url.hash || void 0, request3.username = endpoint.url.username || void 0, request3.password = endpoint.url.password || void 0, request3.query || (request3.query = {});
      for (let [k, v] of endpoint.url.searchParams.entries())
        request3.query[k] = v;
      if (endpoint.headers)
        for (let name2 in endpoint.headers)
          hasOwn(endpoint.headers, name2) && (request3.headers[name2] = endpoint.headers[name2].join(", "));
      return request3;
    } else {
      if (request3.protocol = endpoint.protocol, request3.hostname = endpoint.hostname, request3.port = endpoint.port ? Number(endpoint.port) : void 0, request3.path = endpoint.path, request3.query = {
        ...endpoint.query
      }, endpoint.headers)
        for (let name2 in endpoint.headers)
          hasOwn(endpoint.headers, name2) && (request3.headers[name2] = endpoint.headers[name2]);
      return request3;
    }
  }
  setHostPrefix(request3, operationSchema, input2, operation = getHttpOperationBindings(operationSchema)) {
    if (this.serdeContext?.disableHostPrefix)
      return;
    let hostPrefix = operation[4];
    if (typeof hostPrefix != "string")
      return;
    let resolvedHostPrefix = hostPrefix;
    for (let [name2, [, flags]] of HttpBindingNormalizedSchema.of(operationSchema.input).getHttpBindings().request.memberBindings) {
      if (!(flags >> 17 & 1))
        continue;
      let replacement = input2[name2];
      if (typeof replacement != "string")
        throw new Error(`@smithy/core/schema - ${name2} in input must be a string as hostLabel.`);
      resolvedHostPrefix = resolvedHostPrefix.replace(`{${name2}}`, replacement);
    }
    if (request3.hostname = resolvedHostPrefix + request3.hostname, !isValidHostname(request3.hostname))
      throw new Error(`[${request3.hostname}] is not a valid hostname.`);
  }
  deserializeMetadata(output2) {
    return {
      httpStatusCode: output2.statusCode,
      requestId: output2.headers["x-amzn-requestid"] ?? output2.headers["x-amzn-request-id"] ?? output2.headers["x-amz-request-id"],
      extendedRequestId: output2.headers["x-amz-id-2"],
      cfId: output2.headers["x-amz-cf-id"]
    };
  }
  resolveError(name2, namespaces, registries) {
    let defaultErrorSchema = [-3, "", "Error", 0, [], [], 0], schema;
    for (let registry of registries)
      for (let ns of namespaces)
        try {
          ns === "*" ? schema = registry.getSchema(name2) : schema = registry.getSchema(ns + "#" + name2);
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
    let { EventStreamSerde: EventStreamSerde2, eventStreamSerdeProvider } = await Promise.resolve().then(() => (init_event_streams(), event_streams_exports)), marshaller = this.resolveEventStreamMarshaller(eventStreamSerdeProvider);
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
var RpcProtocol = class extends HttpProtocol {
  async serializeRequest(operationSchema, _input, context) {
    let serializer = this.serializer, query = {}, headers = {}, endpoint = await context.endpoint(), ns = NormalizedSchema.of(operationSchema?.input), schema = ns.getSchema(), payload, input2 = _input && typeof _input == "object" ? _input : {}, request3 = new HttpRequest({
      protocol: "",
      hostname: "",
      port: void 0,
      path: "/",
      fragment: void 0,
      query,
      headers,
      body: void 0
    });
    if (endpoint && (this.updateServiceEndpoint(request3, endpoint), this.setHostPrefix(request3, operationSchema, input2)), input2) {
      let eventStreamMember = ns.getEventStreamMember();
      if (eventStreamMember) {
        if (input2[eventStreamMember]) {
          let initialRequest = {};
          for (let [memberName] of ns.structIterator())
            memberName !== eventStreamMember && input2[memberName] != null && (initialRequest[memberName] = input2[memberName]);
          payload = await this.serializeEventStream({
            eventStream: input2[eventStreamMember],
            requestSchema: ns,
            initialRequest
          });
        }
      } else
        serializer.write(schema, input2), payload = serializer.flush();
    }
    return request3.headers = Object.assign(request3.headers, headers), request3.query = query, request3.body = payload, request3.method = "POST", request3;
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
var FromStringShapeDeserializer = class extends SerdeContext {
  settings;
  constructor(settings) {
    super(), this.settings = settings;
  }
  read(_schema, data) {
    let ns = HttpBindingNormalizedSchema.of(_schema), traits2 = ns.getMergedTraits(), location = ns.getHttpBindingLocation(traits2);
    return this.readHttpBinding(ns.getHttpBindingValue(location, traits2), data, location);
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

// node_modules/@smithy/core/dist-es/submodules/protocols/util-uri-escape/escape-uri.js
var escapeUri = (uri) => encodeURIComponent(uri).replace(/[!'()*]/g, hexEncode), hexEncode = (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`;

// node_modules/@smithy/core/dist-es/submodules/protocols/querystring-builder/buildQueryString.js
function buildQueryString(query) {
  let parts = [];
  for (let key of Object.keys(query).sort()) {
    let value = query[key];
    if (key = escapeUri(key), Array.isArray(value))
      for (let i = 0, iLen = value.length; i < iLen; i++)
        parts.push(`${key}=${escapeUri(value[i])}`);
    else {
      let qsEntry = key;
      (value || typeof value == "string") && (qsEntry += `=${escapeUri(value)}`), parts.push(qsEntry);
    }
  }
  return parts.join("&");
}

// node_modules/@smithy/node-http-handler/dist-es/build-abort-error.js
function buildAbortError(abortSignal) {
  let reason = abortSignal && typeof abortSignal == "object" && "reason" in abortSignal ? abortSignal.reason : void 0;
  if (reason) {
    if (reason instanceof Error) {
      let abortError3 = new Error("Request aborted");
      return abortError3.name = "AbortError", abortError3.cause = reason, abortError3;
    }
    let abortError2 = new Error(String(reason));
    return abortError2.name = "AbortError", abortError2;
  }
  let abortError = new Error("Request aborted");
  return abortError.name = "AbortError", abortError;
}

// node_modules/@smithy/node-http-handler/dist-es/constants.js
var NODEJS_TIMEOUT_ERROR_CODES = ["ECONNRESET", "EPIPE", "ETIMEDOUT"];

// node_modules/@smithy/node-http-handler/dist-es/get-transformed-headers.js
var getTransformedHeaders = (headers) => {
  let transformedHeaders = {};
  for (let name2 in headers) {
    if (!hasOwn(headers, name2))
      continue;
    let headerValues = headers[name2];
    transformedHeaders[name2] = Array.isArray(headerValues) ? headerValues.join(",") : headerValues;
  }
  return transformedHeaders;
};

// node_modules/@smithy/node-http-handler/dist-es/timing.js
var timing = {
  setTimeout: (cb, ms) => setTimeout(cb, ms),
  clearTimeout: (timeoutId) => clearTimeout(timeoutId)
};

// node_modules/@smithy/node-http-handler/dist-es/set-connection-timeout.js
var DEFER_EVENT_LISTENER_TIME = 1e3, setConnectionTimeout = (request3, reject, timeoutInMs = 0) => {
  if (!timeoutInMs)
    return -1;
  let registerTimeout = (offset) => {
    let timeoutId = timing.setTimeout(() => {
      request3.destroy(), reject(Object.assign(new Error(`@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of ${timeoutInMs} ms.`), {
        name: "TimeoutError"
      }));
    }, timeoutInMs - offset), doWithSocket = (socket) => {
      socket?.connecting ? socket.on("connect", () => {
        timing.clearTimeout(timeoutId);
      }) : timing.clearTimeout(timeoutId);
    };
    request3.socket ? doWithSocket(request3.socket) : request3.on("socket", doWithSocket);
  };
  return timeoutInMs < 2e3 ? (registerTimeout(0), 0) : timing.setTimeout(registerTimeout.bind(null, DEFER_EVENT_LISTENER_TIME), DEFER_EVENT_LISTENER_TIME);
};

// node_modules/@smithy/node-http-handler/dist-es/set-request-timeout.js
var setRequestTimeout = (req, reject, timeoutInMs = 0, throwOnRequestTimeout, logger) => timeoutInMs ? timing.setTimeout(() => {
  let msg = `@smithy/node-http-handler - [${throwOnRequestTimeout ? "ERROR" : "WARN"}] a request has exceeded the configured ${timeoutInMs} ms requestTimeout.`;
  if (throwOnRequestTimeout) {
    let error2 = Object.assign(new Error(msg), {
      name: "TimeoutError",
      code: "ETIMEDOUT"
    });
    req.destroy(error2), reject(error2);
  } else
    msg += " Init client requestHandler with throwOnRequestTimeout=true to turn this into an error.", logger?.warn?.(msg);
}, timeoutInMs) : -1;

// node_modules/@smithy/node-http-handler/dist-es/set-socket-keep-alive.js
var DEFER_EVENT_LISTENER_TIME2 = 3e3, setSocketKeepAlive = (request3, { keepAlive, keepAliveMsecs }, deferTimeMs = DEFER_EVENT_LISTENER_TIME2) => {
  if (keepAlive !== !0)
    return -1;
  let registerListener = () => {
    request3.socket ? request3.socket.setKeepAlive(keepAlive, keepAliveMsecs || 0) : request3.on("socket", (socket) => {
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
var DEFER_EVENT_LISTENER_TIME3 = 3e3, setSocketTimeout = (request3, reject, timeoutInMs = 0, isServiceDefault = !1) => {
  if (!Number.isFinite(timeoutInMs) || timeoutInMs <= 0)
    return;
  let response;
  request3.once("response", (res) => response = res);
  let onTimeout = () => {
    if (response?.complete) {
      request3.socket?.destroy();
      return;
    }
    let error2 = Object.assign(new Error(`@smithy/node-http-handler - the request socket timed out after ${timeoutInMs} ms of inactivity (${isServiceDefault ? "service default socket timeout" : "configured by client requestHandler"}).`), { name: "TimeoutError" });
    response?.destroy(error2), request3.destroy(), reject(error2);
  }, registerTimeout = () => {
    let { socket } = request3;
    socket ? socket.connecting ? socket.once("connect", registerTimeout) : (socket.setTimeout(timeoutInMs, onTimeout), request3.on("close", () => socket.removeListener("timeout", onTimeout))) : request3.once("socket", registerTimeout);
  };
  if (timeoutInMs < 6e3) {
    registerTimeout();
    return;
  }
  let deferralId = timing.setTimeout(registerTimeout, DEFER_EVENT_LISTENER_TIME3);
  request3.once("close", () => timing.clearTimeout(deferralId));
};

// node_modules/@smithy/node-http-handler/dist-es/write-request-body.js
var MIN_WAIT_TIME = 6e3;
async function writeRequestBody(httpRequest, request3, maxContinueTimeoutMs = MIN_WAIT_TIME, externalAgent = !1) {
  let headers = request3.headers, expect = headers ? headers.Expect || headers.expect : void 0, timeoutId = -1, sendBody = !0;
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
  ])), sendBody && writeBody(httpRequest, request3.body);
}
function writeBody(httpRequest, body) {
  if (body instanceof Readable) {
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
  static checkSocketUsage(agent, socketWarningTimestamp, logger = console) {
    let { sockets, requests, maxSockets } = agent;
    if (typeof maxSockets != "number" || maxSockets === 1 / 0 || Date.now() - 15e3 < socketWarningTimestamp)
      return socketWarningTimestamp;
    if (sockets && requests)
      for (let origin in sockets) {
        if (!hasOwn(sockets, origin))
          continue;
        let socketsInUse = sockets[origin]?.length ?? 0, requestsEnqueued = requests[origin]?.length ?? 0;
        if (socketsInUse >= maxSockets && requestsEnqueued >= 2 * maxSockets)
          return logger?.warn?.(`@smithy/node-http-handler:WARN - socket usage at capacity=${socketsInUse} and ${requestsEnqueued} additional requests are enqueued.
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
  async handle(request3, { abortSignal, requestTimeout } = {}) {
    this.config || (this.config = await this.configProvider);
    let config = this.config, logger = config.logger, isSSL = request3.protocol === "https:";
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
      let headers = request3.headers, expectContinue = headers ? (headers.Expect ?? headers.expect) === "100-continue" : !1, agent = isSSL ? config.httpsAgent : config.httpAgent;
      expectContinue && !this.externalAgent && (agent = new (isSSL ? https_default.Agent : hAgent)({
        keepAlive: !1,
        maxSockets: 1 / 0
      })), socketWarningTimeoutId = timing.setTimeout(() => {
        this.socketWarningTimestamp = _NodeHttpHandler.checkSocketUsage(agent, this.socketWarningTimestamp, logger);
      }, config.socketAcquisitionWarningTimeout ?? (config.requestTimeout ?? 2e3) + (config.connectionTimeout ?? 1e3));
      let queryString = request3.query ? buildQueryString(request3.query) : "", auth;
      if (request3.username != null || request3.password != null) {
        let username = request3.username ?? "", password = request3.password ?? "";
        auth = `${username}:${password}`;
      }
      let path = request3.path;
      queryString && (path += `?${queryString}`), request3.fragment && (path += `#${request3.fragment}`);
      let hostname = request3.hostname ?? "";
      hostname[0] === "[" && hostname.endsWith("]") ? hostname = request3.hostname.slice(1, -1) : hostname = request3.hostname;
      let nodeHttpsOptions = {
        headers: request3.headers,
        host: hostname,
        method: request3.method,
        path,
        port: request3.port,
        agent,
        auth
      }, req = (isSSL ? https_default.request : hRequest)(nodeHttpsOptions, (res) => {
        let httpResponse = new HttpResponse({
          statusCode: res.statusCode || -1,
          reason: res.statusMessage,
          headers: getTransformedHeaders(res.headers),
          body: res
        });
        resolve2({ response: httpResponse });
      });
      if (req.on("error", (err) => {
        NODEJS_TIMEOUT_ERROR_CODES.includes(err.code) ? reject(Object.assign(err, { name: "TimeoutError" })) : reject(err);
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
      connectionTimeoutId = setConnectionTimeout(req, reject, config.connectionTimeout), requestTimeoutId = setRequestTimeout(req, reject, effectiveRequestTimeout, config.throwOnRequestTimeout, logger ?? console);
      let defaultSocketTimeout = config.socketTimeout === void 0 ? resolveDefaultSocketTimeout(config) : void 0;
      defaultSocketTimeout ? setSocketTimeout(req, reject, defaultSocketTimeout, !0) : setSocketTimeout(req, reject, config.socketTimeout);
      let httpAgent = nodeHttpsOptions.agent;
      typeof httpAgent == "object" && "keepAlive" in httpAgent && (keepAliveTimeoutId = setSocketKeepAlive(req, {
        keepAlive: httpAgent.keepAlive,
        keepAliveMsecs: httpAgent.keepAliveMsecs
      })), writeRequestBodyPromise = writeRequestBody(req, request3, effectiveRequestTimeout, this.externalAgent).catch((e) => (clearTimeouts(), _reject(e)));
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
    let { requestTimeout, connectionTimeout, socketTimeout, socketAcquisitionWarningTimeout, httpAgent, httpsAgent, throwOnRequestTimeout, logger } = options || {}, keepAlive = !0, maxSockets = 50, httpAgentPromise;
    return {
      connectionTimeout,
      requestTimeout,
      socketTimeout,
      defaultSocketTimeout: resolveDefaultSocketTimeout(options),
      socketAcquisitionWarningTimeout,
      throwOnRequestTimeout,
      httpAgentProvider: () => httpAgentPromise ??= (async () => {
        let node_http = await Promise.resolve().then(() => __toESM(require_http())), { Agent: Agent3, request: request3 } = node_http.default ?? node_http;
        return hRequest = request3, hAgent = Agent3, httpAgent instanceof hAgent || typeof httpAgent?.destroy == "function" ? (this.externalAgent = !0, httpAgent) : new hAgent({ keepAlive, maxSockets, ...httpAgent });
      })(),
      httpsAgent: httpsAgent instanceof https_default.Agent || typeof httpsAgent?.destroy == "function" ? (this.externalAgent = !0, httpsAgent) : new https_default.Agent({ keepAlive, maxSockets, ...httpsAgent }),
      logger
    };
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/ProtocolLib.js
var ProtocolLib = class {
  queryCompat;
  errorRegistry;
  constructor(queryCompat = !1) {
    this.queryCompat = queryCompat;
  }
  resolveRestContentType(defaultContentType, inputSchema) {
    let members = inputSchema.getMemberSchemas(), httpPayloadMember = Object.values(members).find((m) => !!m.getMergedTraits().httpPayload);
    if (httpPayloadMember) {
      let mediaType = httpPayloadMember.getMergedTraits().mediaType;
      return mediaType || (httpPayloadMember.isStringSchema() ? "text/plain" : httpPayloadMember.isBlobSchema() ? "application/octet-stream" : defaultContentType);
    } else if (!inputSchema.isUnitSchema() && Object.values(members).find((m) => {
      let { httpQuery, httpQueryParams, httpHeader, httpLabel, httpPrefixHeaders } = m.getMergedTraits();
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
      let d = dataObject, message2 = d?.message ?? d?.Message ?? d?.Error?.Message ?? d?.Error?.message;
      throw this.decorateServiceException(Object.assign(new Error(message2), {
        name: errorName
      }, errorMetadata), dataObject);
    }
  }
  compose(composite, errorIdentifier, defaultNamespace) {
    let namespace2 = defaultNamespace;
    errorIdentifier.includes("#") && ([namespace2] = errorIdentifier.split("#"));
    let staticRegistry = TypeRegistry.for(namespace2), defaultSyntheticRegistry = TypeRegistry.for("smithy.ts.sdk.synthetic." + defaultNamespace);
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
  setQueryCompatError(output2, response) {
    let queryErrorHeader = response.headers?.["x-amzn-query-error"];
    if (output2 !== void 0 && queryErrorHeader != null) {
      let [Code, Type] = queryErrorHeader.split(";"), keys = Object.keys(output2), Error2 = {
        Code,
        Type
      };
      output2.Code = Code, output2.Type = Type;
      for (let i = 0; i < keys.length; i++) {
        let k = keys[i];
        Error2[k === "message" ? "Message" : k] = output2[k];
      }
      delete Error2.__type, output2.Error = Error2;
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
    let p = this, { z } = p;
    for (; p.i < z && (p.trim(), !(p.i >= z)); )
      if (p.isNext("<?"))
        p.readTo("?>"), p.trim();
      else if (p.isNext("<!--"))
        p.readTo("-->"), p.trim();
      else if (p.isNext("<!DOCTYPE", !1))
        p.skipDoctype(), p.trim();
      else if (p.x[p.i] === "<") {
        let root = p.parseTag();
        return { [root.tag]: root.value };
      } else
        throw new Error("@aws-sdk XML parse error: unexpected content.");
    throw new Error("@aws-sdk XML parse error: no root element.");
  }
  isNext(s, caseSensitive = !0) {
    let p = this;
    return caseSensitive ? p.x.startsWith(s, p.i) : p.x.toLowerCase().startsWith(s.toLowerCase(), p.i);
  }
  readTo(stop) {
    let p = this, _i = p.x.indexOf(stop, p.i);
    if (_i === -1)
      throw new Error(`@aws-sdk XML parse error: expected "${stop}" not found.`);
    let result = p.x.slice(p.i, _i);
    return p.i = _i + stop.length, result;
  }
  trim() {
    let p = this;
    for (; p.i < p.z && ` 	\r
`.includes(p.x[p.i]); )
      ++p.i;
  }
  readAttrValue() {
    let p = this, quote2 = p.x[p.i];
    ++p.i;
    let value = "";
    for (; p.i < p.z && p.x[p.i] !== quote2; )
      value += p.x[p.i++];
    return ++p.i, p.decodeEntities(value);
  }
  parseTag() {
    let p = this;
    ++p.i;
    let tag2 = "";
    for (; p.i < p.z && !` 	\r
>/`.includes(p.x[p.i]); )
      tag2 += p.x[p.i++];
    let hasAttrs = !1, attrs = {};
    for (; p.i < p.z && (p.trim(), !">/".includes(p.x[p.i])); ) {
      let name2 = "";
      for (; p.i < p.z && !`= 	\r
>/?`.includes(p.x[p.i]); )
        name2 += p.x[p.i++];
      if (p.trim(), p.x[p.i] !== "=")
        break;
      ++p.i, p.trim(), name2 === "__proto__" && writeKey2(attrs), attrs[name2] = p.readAttrValue(), hasAttrs = !0;
    }
    if (p.i >= p.z)
      throw new Error("@aws-sdk XML parse error: unexpected end of input.");
    if (p.x[p.i] === "/") {
      if (++p.i, p.i >= p.z || p.x[p.i] !== ">")
        throw new Error("@aws-sdk XML parse error: expected > at the end of self-closing tag.");
      return ++p.i, { tag: tag2, value: hasAttrs ? attrs : "" };
    }
    if (p.x[p.i] !== ">")
      throw new Error("@aws-sdk XML parse error: expected > at the end of opening tag.");
    ++p.i;
    let textParts = [], childTags = [], hasElementChild = !1;
    for (; p.i < p.z && !p.isNext("</"); )
      if (p.x[p.i] === "<")
        p.isNext("<!--") ? p.readTo("-->") : p.isNext("<![CDATA[") ? (p.i += 9, textParts.push(p.readTo("]]>"))) : p.isNext("<?") ? p.readTo("?>") : (hasElementChild = !0, childTags.push(p.parseTag()));
      else {
        let text = "";
        for (; p.i < p.z && p.x[p.i] !== "<"; )
          text += p.x[p.i++];
        textParts.push(p.decodeEntities(text));
      }
    if (!p.isNext("</"))
      throw new Error(`@aws-sdk XML parse error: missing closing tag </${tag2}>.`);
    p.i += 2;
    let closeTag = p.readTo(">").trim();
    if (closeTag !== tag2)
      throw new Error(`@aws-sdk XML parse error: mismatched tags <${tag2}> and </${closeTag}>.`);
    if (!hasAttrs && textParts.length === 0 && !hasElementChild)
      return { tag: tag2, value: "" };
    if (!hasAttrs && !hasElementChild) {
      let text = textParts.length === 1 ? textParts[0] : textParts.join("");
      return text.trim() === "" && text.includes(`
`) ? { tag: tag2, value: "" } : { tag: tag2, value: text };
    }
    let obj = {};
    for (let text of textParts)
      text.trim() === "" && text.includes(`
`) || (obj["#text"] = "#text" in obj ? obj["#text"] + text : text);
    for (let child of childTags)
      child.tag === "__proto__" && writeKey2(obj), child.tag in obj ? Array.isArray(obj[child.tag]) ? obj[child.tag].push(child.value) : obj[child.tag] = [obj[child.tag], child.value] : obj[child.tag] = child.value;
    for (let [k, v] of Object.entries(attrs))
      k === "__proto__" && writeKey2(obj), obj[k] = v;
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
    let p = this;
    p.i += 9;
    let depth = 0;
    for (; p.i < p.z; ) {
      let c = p.x[p.i];
      if (c === "[")
        ++depth;
      else if (c === "]")
        --depth;
      else if (c === ">" && depth === 0) {
        ++p.i;
        return;
      }
      ++p.i;
    }
    throw new Error("@aws-sdk XML parse error: unclosed DOCTYPE.");
  }
  decodeEntities(s) {
    return s.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|([a-zA-Z][a-zA-Z0-9]{0,30}));/g, (_, hex, dec, named) => hex ? String.fromCharCode(parseInt(hex, 16)) : dec ? String.fromCharCode(parseInt(dec, 10)) : _AwsXmlParser.ENTITIES[named] ?? "");
  }
};

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
    let keys = Object.keys(this.from), set2 = new Set(keys);
    set2.delete("__type"), this.keys = set2;
  }
  mark(key) {
    this.keys.delete(key);
  }
  hasUnknown() {
    return this.keys.size === 1 && Object.keys(this.to).length === 0;
  }
  writeUnknown() {
    if (this.hasUnknown()) {
      let k = this.keys.values().next().value, v = this.from[k];
      this.to.$unknown = [k, v];
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
      let output2 = {}, memberName = Object.keys(memberSchemas)[0];
      return memberSchemas[memberName].isBlobSchema() ? output2[memberName] = bytes : output2[memberName] = this.read(memberSchemas[memberName], bytes), output2;
    }
    let xmlString = (this.serdeContext?.utf8Encoder ?? toUtf8)(bytes), parsedObject = this.parseXml(xmlString);
    return this.readSchema(schema, key ? parsedObject[key] : parsedObject);
  }
  readSchema(_schema, value) {
    let ns = NormalizedSchema.of(_schema);
    if (ns.isUnitSchema())
      return;
    let traits2 = ns.getMergedTraits();
    if (ns.isListSchema() && !Array.isArray(value))
      return this.readSchema(ns, [value]);
    if (value == null)
      return value;
    if (typeof value == "object") {
      let flat = !!traits2.xmlFlattened;
      if (ns.isListSchema()) {
        let listValue = ns.getValueSchema(), buffer2 = [], sourceKey = listValue.getMergedTraits().xmlName ?? "member", source = flat ? value : (value[0] ?? value)[sourceKey];
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
        flat ? entries = Array.isArray(value) ? value : [value] : entries = Array.isArray(value.entry) ? value.entry : [value.entry];
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
      } catch (e) {
        throw e && typeof e == "object" && Object.defineProperty(e, "$responseBodyText", {
          value: xml
        }), e;
      }
      let textNodeName = "#text", key = Object.keys(parsedObj)[0], parsedObjToReturn = parsedObj[key];
      return parsedObjToReturn[textNodeName] && (parsedObjToReturn[key] = parsedObjToReturn[textNodeName], delete parsedObjToReturn[textNodeName]), getValueFromTextNode(parsedObjToReturn);
    }
    return {};
  }
};

// node_modules/@aws-sdk/core/dist-es/submodules/protocols/query/QueryShapeSerializer.js
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
          let member2 = ns.getValueSchema(), flat = this.settings.flattenLists || ns.getMergedTraits().xmlFlattened, i = 1;
          for (let item of value) {
            if (item == null)
              continue;
            let traits2 = member2.getMergedTraits(), suffix = this.getKey("member", traits2.xmlName, traits2.ec2QueryName), key = flat ? `${prefix}${i}` : `${prefix}${suffix}.${i}`;
            this.write(member2, item, key), ++i;
          }
        }
    } else if (ns.isMapSchema()) {
      if (value && typeof value == "object") {
        let keySchema = ns.getKeySchema(), memberSchema = ns.getValueSchema(), flat = ns.getMergedTraits().xmlFlattened, i = 1;
        for (let k in value) {
          let v = value[k];
          if (v == null)
            continue;
          let keyTraits = keySchema.getMergedTraits(), keySuffix = this.getKey("key", keyTraits.xmlName, keyTraits.ec2QueryName), key = flat ? `${prefix}${i}.${keySuffix}` : `${prefix}entry.${i}.${keySuffix}`, valTraits = memberSchema.getMergedTraits(), valueSuffix = this.getKey("value", valTraits.xmlName, valTraits.ec2QueryName), valueKey = flat ? `${prefix}${i}.${valueSuffix}` : `${prefix}entry.${i}.${valueSuffix}`;
          this.write(keySchema, k, key), this.write(memberSchema, v, valueKey), ++i;
        }
      }
    } else if (ns.isStructSchema()) {
      if (value && typeof value == "object") {
        let didWriteMember = !1;
        for (let [memberName, member2] of ns.structIterator()) {
          if (value[memberName] == null && !member2.isIdempotencyToken())
            continue;
          let traits2 = member2.getMergedTraits(), suffix = this.getKey(memberName, traits2.xmlName, traits2.ec2QueryName, "struct"), key = `${prefix}${suffix}`;
          this.write(member2, value[memberName], key), didWriteMember = !0;
        }
        if (!didWriteMember && ns.isUnionSchema()) {
          let { $unknown } = value;
          if (Array.isArray($unknown)) {
            let [k, v] = $unknown, key = `${prefix}${k}`;
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
  async serializeRequest(operationSchema, input2, context) {
    let request3 = await super.serializeRequest(operationSchema, input2, context);
    request3.path.endsWith("/") || (request3.path += "/"), request3.headers["content-type"] = "application/x-www-form-urlencoded", (deref(operationSchema.input) === "unit" || !request3.body) && (request3.body = "");
    let action = operationSchema.name.split("#")[1] ?? operationSchema.name;
    return request3.body = `Action=${action}&Version=${this.options.version}` + request3.body, request3.body.endsWith("&") && (request3.body = request3.body.slice(-1)), request3;
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
    let { errorSchema, errorMetadata } = await this.mixin.getErrorSchemaOrThrowBaseException(errorIdentifier, this.options.defaultNamespace, response, errorData, metadata, this.mixin.findQueryCompatibleError), ns = NormalizedSchema.of(errorSchema), ErrorCtor = this.compositeErrorRegistry.getErrorCtor(errorSchema) ?? Error, exception = new ErrorCtor({}), output2 = {
      Type: errorData.Error.Type,
      Code: errorData.Error.Code,
      Error: errorData.Error
    };
    for (let [name2, member2] of ns.structIterator()) {
      let target = member2.getMergedTraits().xmlName ?? name2, value = errorData[target] ?? dataObject[target];
      output2[name2] = this.deserializer.readSchema(member2, value);
    }
    throw this.mixin.decorateServiceException(Object.assign(exception, errorMetadata, {
      $fault: ns.getMergedTraits().error,
      message: message2
    }, output2), dataObject);
  }
  loadQueryErrorCode(output2, data) {
    let code2 = (data.Errors?.[0]?.Error ?? data.Errors?.Error ?? data.Error)?.Code;
    if (code2 !== void 0)
      return code2;
    if (output2.statusCode == 404)
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

// node_modules/@aws-sdk/client-sts/dist-es/models/STSServiceException.js
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

// src/edge/sts-call.ts
function handlerOptions(agent, { connectMs, answerMs }) {
  return {
    httpsAgent: agent,
    httpAgent: agent,
    connectionTimeout: connectMs,
    requestTimeout: answerMs,
    throwOnRequestTimeout: !0
  };
}
var LARGEST_ANSWER = 256 * 1024;
async function hear(response, onAnswer) {
  let body = await readAll(response.body);
  response.body = new Uint8Array(body);
  let status = Math.max(0, response.statusCode);
  if (onAnswer({ status, headers: response.headers, body }), status < 200) throw new Error("a status of no final answer");
  if (body.length > LARGEST_ANSWER) throw new Error("longer than an answer of STS");
}
async function readAll(stream) {
  let chunks = [], bytes = 0;
  for await (let chunk of stream)
    if (chunks.push(chunk), bytes += chunk.length, bytes > LARGEST_ANSWER) break;
  return Buffer.concat(chunks);
}

// src/edge/sts-unsigned.ts
var API = {
  version: "2011-06-15",
  defaultNamespace: "com.amazonaws.sts",
  xmlNamespace: "https://sts.amazonaws.com/doc/2011-06-15/",
  serviceTarget: "AWSSecurityTokenServiceV20110615"
}, [, namespace, name, traits, input, output] = AssumeRoleWithWebIdentity$, OPERATION = { namespace, name, traits, input, output };
async function sendUnsigned(request3, { agent }, limits, { signal, onAnswer }) {
  let protocol = new AwsQueryProtocol({ ...API, errorTypeRegistries }), context = { endpoint: async () => ({ url: new URL(request3.endpoint) }) }, asked = await protocol.serializeRequest(OPERATION, membersOf(request3), context);
  asked.headers["user-agent"] = "aws-oidc-preflight";
  let handler = new NodeHttpHandler(handlerOptions(agent, limits)), { response } = await handler.handle(asked, { abortSignal: signal });
  return await hear(response, onAnswer), await protocol.deserializeResponse(OPERATION, context, response);
}
function membersOf(request3) {
  return {
    RoleArn: request3.roleArn,
    RoleSessionName: request3.roleSessionName,
    DurationSeconds: request3.durationSeconds,
    WebIdentityToken: request3.token.reveal(),
    ...request3.inlineSessionPolicy ? { Policy: request3.inlineSessionPolicy } : {},
    ...request3.managedSessionPolicies.length > 0 ? { PolicyArns: request3.managedSessionPolicies.map((arn) => ({ arn })) } : {}
  };
}

// src/edge/sts.ts
var LIMITS = { connectMs: 5e3, answerMs: 15e3, wholeMs: 2e4 };
function makeSts(stopped, routes = new Routes(), limits = LIMITS) {
  let idle = /* @__PURE__ */ new Map(), idleAt = (endpoint) => {
    let all13 = idle.get(endpoint) ?? [];
    return idle.set(endpoint, all13), all13;
  }, open = (endpoint) => {
    let url = new URL(endpoint);
    return preconnectAgent(url, stopped, routes.to(url));
  };
  return {
    preconnect(endpoint, connections = 1) {
      let all13 = idleAt(endpoint);
      for (; all13.length < connections; ) {
        let wire = open(endpoint);
        wire.connect(), all13.push(wire);
      }
    },
    async assumeRoleWithWebIdentity(request3) {
      let all13 = idleAt(request3.endpoint), wire = all13.shift() ?? open(request3.endpoint), result = await asked(request3, wire, async (call) => {
        let output2 = await sendUnsigned(request3, wire, limits, call);
        return sessionAnswer(output2, request3, call.answer());
      });
      return !result.ok && result.failure.kind === "network" ? wire.close() : all13.push(wire), result;
    },
    async callerIdentity(request3) {
      let { sendSigned } = await import("./signed.mjs"), wire = open(request3.endpoint);
      return asked(request3, wire, async (call) => {
        let { Account: account, Arn: arn } = await sendSigned(request3, wire, limits, call);
        return account && arn ? { account, arn } : void 0;
      }).finally(() => wire.close());
    }
  };
  async function asked({ endpoint }, wire, send) {
    let limit = limitOf(limits.wholeMs), signal = AbortSignal.any([stopped, limit.signal]), seen2, answer2 = () => seen2, onAnswer = (came2) => {
      seen2 = came2;
    }, sent = () => within(send({ signal, onAnswer, answer: answer2 }), signal);
    try {
      let value = await sent().catch((error2) => {
        if (!isGivenUp(seen2?.status, wire.trace())) throw error2;
        return seen2 = void 0, sent();
      });
      return value === void 0 ? { ok: !1, failure: notSts(seen2) } : { ok: !0, value };
    } catch (error2) {
      return {
        ok: !1,
        failure: await stsFailure(error2, endpoint, { wire, answer: answer2 }, limit.isOver())
      };
    } finally {
      limit.end();
    }
  }
}

// src/edge/world.ts
function makeWorld(runner, renewer = "", early) {
  let stop = new AbortController(), clock = makeClock(stop.signal), routes = new Routes(early);
  return {
    runner,
    http: debuggedHttp(makeHttp(stop.signal, routes), { runner, clock }),
    sts: debuggedSts(makeSts(stop.signal, routes), { runner, clock }),
    clock,
    profiles: makeProfiles(clock),
    privateFiles: makePrivateFiles(clock, renewer),
    useProxy: (settings) => routes.use(settings),
    allowLinkLocal() {
      routes.linkLocal = !0;
    },
    random,
    stop: () => stop.abort(),
    stopped: () => stop.signal.aborted
  };
}

// src/report/html.ts
function prose(text) {
  return text.split(`
`).map((line) => withCode(line).replace(OPENS, "$1<span></span>")).join(`<br>
`);
}
var OPENS = /^(\s*)(?=[~=+-])/;
function withCode(line) {
  return line.split("`").map((part, index) => index % 2 === 1 ? `<code>${escaped(part)}</code>` : linked(part)).join("");
}
var OWN_LINK = /(https:\/\/(?:(?:docs|health)\.aws\.amazon\.com|docs\.github\.com|www\.githubstatus\.com)\/[\w./#-]*)/;
function linked(text) {
  return text.split(OWN_LINK).map((part, index) => index % 2 === 1 ? part : escaped(part)).join("");
}
function fenced(text, language = "") {
  let runs = text.match(/`+/g) ?? [], fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return `${fence}${language}
${text}
${fence}`;
}

// src/report/difference.ts
var BEFORE = 14, AFTER = 48, NARROW = 31, MOST_ALSO = 2;
function differenceLines({ wanted, actual }) {
  let width = Math.max(wanted.label.length, actual.label.length) + 1, after = Math.max(...[wanted, actual].map(({ value, at }) => value.length - at)), before = Math.max(BEFORE, NARROW - width - after), line = (sign, side) => `${sign} ${`${side.label}:`.padEnd(width)} ${cut(side.value, side.at, before)}${alsoText(side)}`;
  return [line("-", wanted), line("+", actual)];
}
function alsoText({ value, at, also = [] }) {
  if (also.length === 0) return "";
  let shown = also.slice(0, MOST_ALSO).map((one) => cut(one, Math.min(at, commonLength(one, value)))), more2 = also.length > MOST_ALSO ? `, ${also.length - MOST_ALSO} more` : "";
  return `  (also ${shown.join(", ")}${more2})`;
}
function cut(text, at, before = BEFORE) {
  let from = wholeAt(text, startOf(text, at, before)), end = wholeAt(text, Math.min(text.length, Math.max(at, 0) + AFTER));
  return `${from > 0 ? "\u2026" : ""}${visible(text.slice(from, end))}${end < text.length ? "\u2026" : ""}`;
}
function startOf(text, at, most) {
  if (at <= most) return 0;
  let before = text.slice(at - most, at - 1);
  return at - most + Math.max(0, before.search(/[/:]/));
}
function wholeAt(text, at) {
  return /^[\ud800-\udbff][\udc00-\udfff]/.test(text.slice(Math.max(0, at - 1), at + 1)) ? at - 1 : at;
}
function visible(text) {
  return text.replace(
    /[\s\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{DI}]/gu,
    (found) => SIGNS.get(found) ?? "\uFFFD"
  );
}
var SIGNS = /* @__PURE__ */ new Map([
  [" ", "\u2420"],
  [`
`, "\u240A"],
  ["\r", "\u240D"],
  ["	", "\u2409"]
]);

// src/report/plain.ts
var SET = "    ";
function blockLines(block2) {
  switch (block2.show) {
    case "difference":
      return differenceLines(block2);
    case "values":
      return valueLines(block2.values);
    case "answer":
      return [quotedAnswer(block2)];
    case "sentence":
      return [block2.say];
    case "list":
      return block2.points.map((point) => `- ${point}`);
    case "code":
      return codeLines(block2.code);
  }
}
function valueLines(values) {
  let named = values.map(({ name: name2, value }) => ({ name: oneLine(name2), value })), width = Math.max(0, ...named.map(({ name: name2 }) => name2.length));
  return named.map(({ name: name2, value }) => `${name2.padEnd(width)}  ${oneLine(value, 600)}`);
}
function quotedAnswer({ by, text }) {
  return `${by} answered: \u201C${oneLine(text, 400)}\u201D`;
}
function codeLines(code2) {
  return sanitise(code2).split(`
`).map((line) => `${SET}${line}`);
}
function stepLines(step, code2 = step.code) {
  return [
    `${stepText(step)}${code2 === void 0 ? "." : ":"}`,
    ...code2 === void 0 ? [] : codeLines(code2),
    ...step.then === void 0 ? [] : [step.then]
  ];
}
function stepText({ when, say }) {
  return when === void 0 ? say : `${when}, ${uncapitalised(say)}`;
}
function uncapitalised(text) {
  return /^[A-Z][a-z]/.test(text) ? `${text[0]?.toLowerCase()}${text.slice(1)}` : text;
}
function findingLines(finding) {
  let { headline, shown, steps: steps2, otherwise, confirm, folded: folded2 } = finding, group = (title, own) => own.length === 0 ? [] : [title, ...own.flatMap((step) => stepLines(step))];
  return [
    headline,
    ...shown.flatMap(blockLines),
    ...steps2.flatMap((step) => stepLines(step)),
    ...group("If that is not it:", otherwise),
    ...group("To confirm:", confirm),
    ...folded2.flatMap(foldLines)
  ];
}
function foldLines({ title, blocks: blocks2 }) {
  return [`${title}:`, ...blocks2.flatMap(blockLines)];
}

// src/report/markdown.ts
var MOST_OPEN = 9, LONGEST_CODE = 2e4;
function blocks(shown) {
  return shown.filter((one) => !isEmpty(one)).map(block);
}
function isEmpty(block2) {
  return block2.show === "values" && block2.values.length === 0 || block2.show === "list" && block2.points.length === 0;
}
function inline(text) {
  return prose(text.replace(/\s*\n\s*/g, " ").trim());
}
function block(shown) {
  switch (shown.show) {
    case "difference":
      return fenced(sanitise(differenceLines(shown).join(`
`)), "diff");
    case "values":
      return fenced(sanitise(valueLines(shown.values).join(`
`)));
    case "answer":
      return `${escaped(shown.by)} answered: \u201C${escaped(oneLine(shown.text, 400))}\u201D`;
    case "sentence":
      return prose(shown.say);
    case "list":
      return shown.points.map((point) => `- ${inline(point)}`).join(`
`);
    case "code":
      return codeBlock(clip(shown.code, LONGEST_CODE), shown.language);
  }
}
var LINK = /^https:\/\/[^\s<>\\]+$/;
function codeBlock(code2, language = "text") {
  return language === "url" && LINK.test(code2) ? `[${escaped(code2.split("?")[0] ?? "")}](<${code2}>)` : fenced(sanitise(code2), language === "text" || language === "url" ? "" : language);
}
function steps(all13) {
  let numbered = countFree(all13) > 1;
  return all13.flatMap((step, at) => step.when !== void 0 ? stepParts(step) : stepParts(step, numbered ? `${countFree(all13.slice(0, at + 1))}. ` : leadOf(all13, at)));
}
function countFree(all13) {
  return all13.filter(({ when }) => when === void 0).length;
}
function leadOf(all13, at) {
  return at > 0 ? "Otherwise: " : all13.filter(({ kind }) => kind !== "aside").length === 1 && all13[0]?.kind !== "look" ? "Fix: " : "First: ";
}
function stepParts(step, lead = "") {
  let own = isInline(step) ? [] : code(step), then = step.then === void 0 ? [] : [prose(step.then)], first = sentence(step, lead);
  return own.length === 0 ? [[first, ...then].join(" ")] : [first, ...own, ...then];
}
function sentence(step, lead) {
  let { when, say } = step, bold = `${lead}${when ?? ""}`.trim(), rest = when === void 0 ? ` ${say}` : `, ${uncapitalised(say)}`;
  return `${bold === "" ? "" : `**${prose(bold)}**`}${prose(`${rest}${endOf(step)}`)}`.trim();
}
function endOf(step) {
  return step.code === void 0 ? "." : isInline(step) ? `: ${quote(step.code)}${step.then === void 0 ? "" : "."}` : ":";
}
function isInline({ code: own, language }) {
  return language === "yaml" && own !== void 0 && own.length <= 50 && !/[\n`]/.test(own);
}
function code({ code: own, language }) {
  if (own === void 0) return [];
  let set2 = codeBlock(own, language), lines = own.split(`
`).length;
  return [lines > MOST_OPEN ? details(`Show the ${lines} lines`, set2) : set2];
}
function folds({ otherwise, confirm, folded: folded2 }) {
  return [
    ...otherwise.length > 0 ? [details("If that is not it", list2(otherwise))] : [],
    ...confirm.length > 0 ? [details("To confirm", list2(confirm))] : [],
    ...folded2.map(fold)
  ];
}
function list2(all13) {
  return all13.flatMap((step) => stepParts(step)).join(`

`);
}
function fold({ title, blocks: own }) {
  return details(title, blocks(own).join(`

`));
}
function details(title, body) {
  return `<details><summary>${inline(title)}</summary>

${body}

</details>`;
}

// src/report/roles.ts
function sessionsByName({ roles }) {
  return Object.fromEntries(
    roles.map(({ name: name2, ready, causes, session }) => [
      name2,
      {
        ready,
        causes,
        "aws-account-id": session?.account ?? "",
        "authenticated-arn": session?.arn ?? "",
        "aws-expiration": session?.expiration ?? ""
      }
    ])
  );
}
var MOST_OPEN2 = 10;
function redRoles({ roles, findings }) {
  let red = roles.filter(({ ready }) => !ready);
  if (red.length === 0) return [];
  if (findings[0]?.roles === void 0)
    return [details(`\u274C ${count(red.length, "role")} not signed in`, table(red))];
  let more2 = red.slice(MOST_OPEN2);
  return [
    table(red.slice(0, MOST_OPEN2)),
    ...more2.length > 0 ? [details(`\u274C ${count(more2.length, "more role")}`, table(more2))] : []
  ];
}
function greenRoles({
  roles,
  ready,
  failed
}) {
  let green = roles.filter((role) => role.ready), but = ready && !failed ? "" : ", but no profile was written: all or none";
  return green.length > 0 ? [details(`\u2705 ${count(green.length, "role")} signed in${but}`, table(green))] : [];
}
function table(roles) {
  return [
    "| | role | account | verdict | region | until |",
    "|---|---|---|---|---|---|",
    ...roles.map(row)
  ].join(`
`);
}
function row({ name: name2, role, ready, causes, region, session }) {
  return `| ${[
    ready ? "\u2705" : "\u274C",
    prose(quote(name2)),
    prose(oneLine(session?.account || role.account)),
    prose(ready ? "signed in" : causeText(causes)),
    prose(oneLine(region)),
    prose(oneLine(session?.expiration ?? ""))
  ].join(" | ")} |`;
}
function causeText([first]) {
  return first ?? "not tried";
}
function roleLine({ name: name2, ready, causes, session, region }) {
  if (!session) return `Role ${quote(name2)}: not signed in (${causeText(causes)})`;
  let until = oneLine(session.expiration), as = `signed in as ${quote(session.arn)} in ${oneLine(region)} until ${until}`;
  return `Role ${quote(name2)}: ${as}${ready ? "" : `, but not ready (${causeText(causes)})`}`;
}

// src/report/unexplained.ts
function unexplained(error2, reading, run) {
  return {
    id: "unknown",
    severity: "error",
    certainty: "certain",
    title: "a failure that is not known yet",
    link: "token",
    headline: "an error inside this action stopped the step",
    stop: "Error inside this action",
    shown: [{ show: "values", values: [...new Set([error2, reading].map(({ message: message2 }) => oneLine(message2, 600)))].map((value) => ({ name: "seen", value })) }],
    steps: [
      { say: "Use this action as it was published, with every file of its folder `dist`" },
      { say: "Run the job again, if nobody has changed these files" }
    ],
    otherwise: [],
    confirm: [],
    folded: [],
    docs: run.actionRepository === "" ? "" : `${run.serverUrl}/${run.actionRepository}`,
    evidence: [{ kind: "bug", message: oneLine(error2.message, 600) }]
  };
}
function errorOf(thrown) {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}

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

// node_modules/fastest-levenshtein/esm/mod.js
var peq = new Uint32Array(65536), myers_32 = (a, b) => {
  let n = a.length, m = b.length, lst = 1 << n - 1, pv = -1, mv = 0, sc = n, i = n;
  for (; i--; )
    peq[a.charCodeAt(i)] |= 1 << i;
  for (i = 0; i < m; i++) {
    let eq = peq[b.charCodeAt(i)], xv = eq | mv;
    eq |= (eq & pv) + pv ^ pv, mv |= ~(eq | pv), pv &= eq, mv & lst && sc++, pv & lst && sc--, mv = mv << 1 | 1, pv = pv << 1 | ~(xv | mv), mv &= xv;
  }
  for (i = n; i--; )
    peq[a.charCodeAt(i)] = 0;
  return sc;
}, myers_x = (b, a) => {
  let n = a.length, m = b.length, mhc = [], phc = [], hsize = Math.ceil(n / 32), vsize = Math.ceil(m / 32);
  for (let i = 0; i < hsize; i++)
    phc[i] = -1, mhc[i] = 0;
  let j = 0;
  for (; j < vsize - 1; j++) {
    let mv2 = 0, pv2 = -1, start2 = j * 32, vlen2 = Math.min(32, m) + start2;
    for (let k = start2; k < vlen2; k++)
      peq[b.charCodeAt(k)] |= 1 << k;
    for (let i = 0; i < n; i++) {
      let eq = peq[a.charCodeAt(i)], pb = phc[i / 32 | 0] >>> i & 1, mb = mhc[i / 32 | 0] >>> i & 1, xv = eq | mv2, xh = ((eq | mb) & pv2) + pv2 ^ pv2 | eq | mb, ph = mv2 | ~(xh | pv2), mh = pv2 & xh;
      ph >>> 31 ^ pb && (phc[i / 32 | 0] ^= 1 << i), mh >>> 31 ^ mb && (mhc[i / 32 | 0] ^= 1 << i), ph = ph << 1 | pb, mh = mh << 1 | mb, pv2 = mh | ~(xv | ph), mv2 = ph & xv;
    }
    for (let k = start2; k < vlen2; k++)
      peq[b.charCodeAt(k)] = 0;
  }
  let mv = 0, pv = -1, start = j * 32, vlen = Math.min(32, m - start) + start;
  for (let k = start; k < vlen; k++)
    peq[b.charCodeAt(k)] |= 1 << k;
  let score = m;
  for (let i = 0; i < n; i++) {
    let eq = peq[a.charCodeAt(i)], pb = phc[i / 32 | 0] >>> i & 1, mb = mhc[i / 32 | 0] >>> i & 1, xv = eq | mv, xh = ((eq | mb) & pv) + pv ^ pv | eq | mb, ph = mv | ~(xh | pv), mh = pv & xh;
    score += ph >>> m - 1 & 1, score -= mh >>> m - 1 & 1, ph >>> 31 ^ pb && (phc[i / 32 | 0] ^= 1 << i), mh >>> 31 ^ mb && (mhc[i / 32 | 0] ^= 1 << i), ph = ph << 1 | pb, mh = mh << 1 | mb, pv = mh | ~(xv | ph), mv = ph & xv;
  }
  for (let k = start; k < vlen; k++)
    peq[b.charCodeAt(k)] = 0;
  return score;
}, distance = (a, b) => {
  if (a.length < b.length) {
    let tmp = b;
    b = a, a = tmp;
  }
  return b.length === 0 ? a.length : a.length <= 32 ? myers_32(a, b) : myers_x(a, b);
};

// src/aws/regions.ts
function partitionOf(region) {
  return PARTITIONS.find(({ regionPattern }) => new RegExp(regionPattern).test(region));
}
var LONGEST = 64;
function nearestRegion(text) {
  let small = text.slice(0, LONGEST).toLowerCase(), all13 = PARTITIONS.flatMap(({ regions }) => regions), within2 = all13.find((region) => small.startsWith(region));
  return within2 !== void 0 ? within2 : all13.reduce((best, next) => distance(small, next) < distance(small, best) ? next : best);
}
function usualAudience(partition) {
  return partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}

// src/aws/endpoints.ts
function regionalEndpoint(region, { fips, dualStack } = { fips: !1, dualStack: !1 }) {
  let { id, dnsSuffix, dualStackDnsSuffix } = partitionOf(region) ?? COMMERCIAL;
  return `https://${!fips || id === "aws-us-gov" && !dualStack ? "sts" : "sts-fips"}.${region}.${dualStack ? dualStackDnsSuffix : dnsSuffix}`;
}
function endpointIn(region, inputs) {
  return inputs.stsEndpoint || regionalEndpoint(region, inputs);
}
var COMMERCIAL = { id: "aws", dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws" };
function isAwsEndpoint(url) {
  let host = /^https:/i.test(url) ? hostOf(url).toLowerCase() : "";
  return PARTITIONS.flatMap((one) => [one.dnsSuffix, one.dualStackDnsSuffix]).some((suffix) => host.endsWith(`.${suffix}`));
}
function atEndpoint(code2, endpoint) {
  let option = `--endpoint-url ${shellWord(endpoint)}`;
  return code2.replace(
    /(^|[\s;(])aws iam (?!.*--endpoint-url)/gm,
    (_whole, before) => `${before}aws ${option} iam `
  );
}

// src/run/moment.ts
var Moment = class {
  #pending = Promise.withResolvers();
  /** Resolves when it comes to pass. */
  come = this.#pending.promise;
  #passed = !1;
  get passed() {
    return this.#passed;
  }
  pass() {
    this.#passed = !0, this.#pending.resolve();
  }
};

// src/run/run.ts
function startRun(world, inputs, log) {
  let { actionTimeoutSeconds: seconds2 } = inputs, deadlineAt = world.clock.monotonic() + seconds2 * 1e3, moments = { answered: new Moment(), granted: new Moment(), late: new Moment() }, run = { world, inputs, log, ...moments, ...seconds2 > 0 ? { deadlineAt } : {} };
  return {
    ...run,
    branches: inputs.roles.map((named) => branchOf({ ...run, branches: [] }, named))
  };
}
function branchOf(run, { name: name2, role, region, trustPolicy: trustPolicy2 }) {
  let log = run.log.branch(), inputs = {
    ...run.inputs,
    roles: [],
    role,
    region,
    // Its own region is asked first.
    fallbackRegions: run.inputs.fallbackRegions.filter((one) => one !== region),
    trustPolicy: trustPolicy2,
    awsProfile: name2,
    lineOfRoles: { name: name2, ...region === run.inputs.region ? {} : { region } }
  };
  return log.learn({ inputs, endpoint: endpointIn(region, inputs) }), { name: name2, role, run: { ...run, inputs, log, granted: new Moment() } };
}

// src/run/run-log.ts
var RunLog = class _RunLog {
  #clock;
  #runner;
  /** That of the whole run, for the log of a part. */
  #trunk;
  #course;
  #own;
  constructor({ clock, runner }, from) {
    if (this.#clock = clock, this.#runner = runner, from instanceof _RunLog)
      this.#trunk = from, this.#course = from.#course, this.#own = {};
    else {
      let startedAt = clock.monotonic();
      this.#course = {
        startedAt,
        spans: [],
        closed: !1,
        failing: /* @__PURE__ */ new Map(),
        waits: 0,
        toldWaitAt: 0
      }, this.#own = { run: from, signature: "not-checked", clocks: [], now: clock.now() };
    }
  }
  /** The log of a part of this run, which knows all that this one does; what it learns is its own. */
  branch() {
    return new _RunLog({ clock: this.#clock, runner: this.#runner }, this);
  }
  get known() {
    return this.#trunk ? { ...this.#trunk.known, ...this.#own } : this.#own;
  }
  /** The report is drawn. */
  get closed() {
    return this.#course.closed;
  }
  /** Adds to what is known; later facts of the same name replace earlier ones. */
  learn(facts2) {
    this.#trunk?.learn({});
    let now = this.#trunk ? {} : { now: this.#clock.now() };
    this.#own = { ...this.#own, ...facts2, ...now };
  }
  /** A `Date` header against the local clock. The header has whole seconds, so half a second is added. */
  hear(peer, date2, receivedAt) {
    let trunk = this.#trunk ?? this, said = Date.parse(date2 ?? "");
    if (Number.isNaN(said)) return;
    let sample = { peer, skewSeconds: Math.round((said + 500 - receivedAt) / 1e3) };
    trunk.learn({ clocks: [...trunk.known.clocks, sample] });
  }
  /** Runs `work` and notes when it began and ended; a throw is noted as an end, and thrown on. */
  async span(task, work) {
    let span = { task, start: this.#elapsed() };
    this.#course.spans.push(span);
    try {
      return await work();
    } finally {
      span.end = this.#elapsed();
    }
  }
  /** How an attempt failed, for a deadline that comes before the next one has ended; nothing, once one has not failed. */
  failing(last) {
    let { failing } = this.#course;
    failing.delete(this), last && failing.set(this, { cause: last.cause, failure: last.failure });
  }
  /** The deadline came first: what it met. */
  runOut(seconds2) {
    let last = [...this.#course.failing.values()].at(-1), running = this.running();
    return this.#course.closed = !0, { kind: "deadline", seconds: seconds2, running, ...last ? { last } : {} };
  }
  /** A line for the log, unless the deadline has come: what comes in after that is too late to be told. */
  say(line) {
    this.closed || this.#runner.info(line);
  }
  /** A wait, told as it begins: the first three, then one a minute, since a herd of retries says the same. */
  sayWait(line) {
    let now = this.#clock.monotonic(), course = this.#course;
    course.waits++, !(course.waits > 3 && now - course.toldWaitAt < 6e4) && (course.toldWaitAt = now, this.say(line));
  }
  /** What is under way now. */
  running() {
    return this.#course.spans.filter(({ end }) => end === void 0).map(({ task }) => task);
  }
  /** In ms since the start of the run; what is still under way ends now. */
  timeline() {
    let now = this.#elapsed();
    return this.#course.spans.map(({ task, start, end }) => ({
      task,
      start_ms: start,
      end_ms: end ?? now
    }));
  }
  #elapsed() {
    return Math.round(this.#clock.monotonic() - this.#course.startedAt);
  }
};

// src/checks/clocks.ts
var clocks = {
  id: "clocks",
  title: "The runner's clock is right",
  asked: ({ clocks: samples }) => samples.length > 0,
  judge({ clocks: samples }) {
    let skewSeconds = medianSkew(samples);
    return skewSeconds === void 0 || Math.abs(skewSeconds) < 60 ? [] : [{ kind: "clock", skewSeconds, samples }];
  }
};
function medianSkew(samples) {
  let all13 = medianOf(samples), aws = medianOf(samples.filter(({ peer }) => peer === "sts"));
  return all13 === void 0 || aws === void 0 ? all13 : Math.abs(aws) < Math.abs(all13) ? aws : all13;
}
function trueTime({ now, clocks: samples }) {
  return now + (medianSkew(samples) ?? 0) * 1e3;
}
function medianOf(samples) {
  let skews = samples.map(({ skewSeconds }) => skewSeconds).sort((a, b) => a - b), upper = skews[Math.floor(skews.length / 2)], lower = skews[Math.floor((skews.length - 1) / 2)];
  if (!(upper === void 0 || lower === void 0))
    return Math.abs(lower) < Math.abs(upper) ? lower : upper;
}

// src/checks/discovery-fields.ts
var discoveryFields = {
  id: "discovery-fields",
  title: "The discovery document is complete",
  asked: ({ issuer }) => issuer?.discovery.result.ok === !0,
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
  let { issuer: said } = document, want = token?.issuer ?? issuer?.url ?? "";
  return typeof said != "string" ? wrongField("issuer", said, jsonOf(want)) : (token ? said === want : withoutSlash(said) === withoutSlash(want)) ? void 0 : { field: "issuer", problem: "differs", want, got: said };
}
function jwksField(document, { issuer }) {
  let { jwks_uri: said } = document, want = jsonOf(`${withoutSlash(issuer?.url ?? "")}/.well-known/jwks`);
  return typeof said != "string" ? wrongField("jwks_uri", said, want) : /^https:\/\/[^\s/]/i.test(said) ? void 0 : { field: "jwks_uri", problem: "not-https", want, got: said };
}
function listField(document, field, usual) {
  let said = document[field];
  return said === null || Array.isArray(said) ? void 0 : wrongField(field, said, jsonOf(usual));
}
function wrongField(field, said, want) {
  let got = said === void 0 ? "" : jsonOf(said);
  return { field, problem: said === void 0 ? "missing" : "wrong-type", want, got };
}

// src/aws/wildcard.ts
var WORD = 32;
function matchesWildcard(pattern, text) {
  let [head = "", ...rest] = pattern.split("*"), tail = rest.pop();
  if (tail === void 0) return head.length === text.length && fitsAt(head, text, 0);
  let end = text.length - tail.length;
  if (head.length > end || !fitsAt(head, text, 0) || !fitsAt(tail, text, end)) return !1;
  let from = head.length;
  for (let part of rest)
    if (from = endOfFirst(part, text, from, end), from < 0) return !1;
  return !0;
}
function fitsAt(part, text, from) {
  for (let at = 0; at < part.length; at++)
    if (part[at] !== "?" && part[at] !== text[from + at]) return !1;
  return !0;
}
function endOfFirst(part, text, from, to) {
  if (part.length > to - from) return -1;
  if (part === "") return from;
  let masks = masksOf(part), any = masks.get("?") ?? new Int32Array(0), last = part.length - 1, begun = new Int32Array(any.length);
  for (let at = from; at < to; at++) {
    let fits2 = masks.get(text[at] ?? "") ?? any, carry = 1;
    for (let word = 0; word < begun.length; word++) {
      let bits = begun[word] ?? 0;
      begun[word] = (bits << 1 | carry) & (fits2[word] ?? 0), carry = bits >>> WORD - 1;
    }
    if (isSet(begun, last)) return at + 1;
  }
  return -1;
}
function masksOf(part) {
  let any = new Int32Array(Math.ceil(part.length / WORD));
  for (let at = 0; at < part.length; at++) part[at] === "?" && set(any, at);
  let masks = /* @__PURE__ */ new Map([["?", any]]);
  for (let at = 0; at < part.length; at++) {
    let sign = part[at] ?? "";
    if (sign === "?") continue;
    let own = masks.get(sign) ?? any.slice();
    set(own, at), masks.set(sign, own);
  }
  return masks;
}
function set(bits, at) {
  bits[Math.floor(at / WORD)] = (bits[Math.floor(at / WORD)] ?? 0) | 1 << at % WORD;
}
function isSet(bits, at) {
  return ((bits[Math.floor(at / WORD)] ?? 0) >>> at % WORD & 1) === 1;
}

// src/checks/expected-claims.ts
var expectedClaims = {
  id: "expected-claims",
  title: "Claims are as expected",
  asked: ({ token, inputs }) => token !== void 0 && (inputs?.expectedClaims ?? []).length > 0,
  judge({ token, inputs }) {
    return !token || !inputs ? [] : inputs.expectedClaims.map(({ claim, pattern }) => ({ claim, pattern, value: ownClaim(token.claims, claim) })).filter(({ pattern, value }) => ![value].flat().some((one) => satisfies(pattern, one))).map(({ claim, pattern, value }) => ({
      kind: "claim",
      claim,
      problem: "expected",
      pattern,
      ...value === void 0 ? {} : { got: textOf2(value) ?? clip(jsonOf(value), 200) }
    }));
  }
};
function ownClaim(claims, claim) {
  return Object.hasOwn(claims, claim) ? claims[claim] : void 0;
}
function satisfies(pattern, value) {
  let text = textOf2(value);
  return text !== void 0 && matchesWildcard(pattern, text);
}
function textOf2(value) {
  return typeof value == "string" ? value : typeof value == "number" || typeof value == "boolean" ? jsonOf(value) : void 0;
}

// src/checks/issuer-facts.ts
var import_ipaddr3 = __toESM(require_ipaddr(), 1);
function fetchesOf({ issuer }) {
  if (!issuer) return [];
  let { discovery, jwks } = issuer;
  return [
    { peer: "discovery", fetched: discovery },
    ...jwks ? [{ peer: "jwks", fetched: jwks }] : []
  ];
}
function holdsOfBoth(known, is) {
  let fetches = fetchesOf(known);
  return fetches.length === 2 && fetches.every(is);
}
function addressesOf({ fetched: { url, observed, result } }) {
  let failure = result.ok ? void 0 : result.failure, network = failure?.kind === "network" ? failure : void 0;
  if (observed?.proxy || network?.proxy || network?.phase === "proxy") return [];
  let host = hostOf(url), seen2 = observed?.addresses ?? network?.addresses ?? [];
  return import_ipaddr3.default.isValid(host) ? [host] : [...seen2];
}
function privateAddresses(fetch) {
  let addresses = addressesOf(fetch);
  return addresses.every(isUnrouted) ? addresses : [];
}
function isOutOfReach(fetch) {
  return isInternalName(hostOf(fetch.fetched.url)) || privateAddresses(fetch).length > 0;
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
  return kid === void 0 ? "" : typeof kid == "string" ? kid : jsonOf(kid);
}
function idsOf(keys) {
  return [...new Set(keys.map(kidOf))].filter((id) => id !== "");
}

// src/checks/issuer-address.ts
var issuerAddress = {
  id: "issuer-address",
  title: "The issuer has a public address",
  asked: (known) => isAwsSts(known) && holdsOfBoth(known, (fetch) => addressesOf(fetch).length > 0),
  judge(known) {
    if (!isAwsSts(known)) return [];
    let found = /* @__PURE__ */ new Map();
    for (let fetch of fetchesOf(known)) {
      let addresses = privateAddresses(fetch), host = hostOf(fetch.fetched.url);
      addresses.length > 0 && !isInternalName(host) && found.set(host, { kind: "address", host, addresses });
    }
    for (let host of hostsOf(known).filter(isInternalName))
      found.set(host, { kind: "address", host, addresses: [], internal: !0 });
    return [...found.values()];
  }
};
function hostsOf(known) {
  return [known.token?.issuer ?? known.issuer?.url ?? "", ...fetchesOf(known).map(({ fetched }) => fetched.url)].map(hostOf);
}

// src/checks/issuer-cache.ts
var issuerCache = {
  id: "issuer-cache",
  title: "Keys may be cached",
  asked: ({ issuer }) => issuer?.jwks?.result.ok === !0 && issuer.jwks.freshness !== void 0,
  judge({ issuer }) {
    return issuer ? [
      ...judgeFreshness("jwks", issuer.jwks),
      ...judgeFreshness("discovery", issuer.discovery)
    ] : [];
  }
};
function judgeFreshness(peer, fetched) {
  let { observed, freshness } = fetched ?? {};
  if (!observed || !freshness || !fetched?.result.ok) return [];
  let { storable, prevents, lifetimeSeconds } = freshness, long = peer === "discovery" || lifetimeSeconds >= 60;
  if (storable && prevents === void 0 && long) return [];
  let header = observed.headers["cache-control"] ?? "";
  return [{ kind: "cache", peer, url: observed.url, freshness, header }];
}

// src/checks/issuer-certificate.ts
var DAY_MS = 864e5, issuerCertificate = {
  id: "issuer-certificate",
  title: "The issuer's certificate does not expire soon",
  asked: (known) => holdsOfBoth(known, ({ fetched }) => (fetched.observed?.certificates ?? []).length > 0),
  judge(known) {
    let found = /* @__PURE__ */ new Map();
    for (let { fetched } of fetchesOf(known)) {
      let leaf = fetched.observed?.certificates[0], daysLeft = Math.floor((Date.parse(leaf?.validTo ?? "") - known.now) / DAY_MS), host = hostOf(fetched.url);
      if (!leaf || !(daysLeft <= SOON_DAYS)) continue;
      let { validTo, issuer: issuedBy } = leaf;
      found.set(host, { kind: "certificate", host, daysLeft, validTo, issuedBy });
    }
    return [...found.values()];
  }
};

// src/checks/issuer-latency.ts
var issuerLatency = {
  id: "issuer-latency",
  title: "The issuer answers in time",
  asked: isMeasured,
  judge(known) {
    let timings = fetchesOf(known).map(({ fetched }) => fetched.observed?.timings), stalledMs = timings.reduce((sum, one) => sum + (one?.stalledMs ?? 0), 0), totalMs = (known.issuer?.totalMs ?? 0) - stalledMs;
    if (totalMs <= 2e3 || !isMeasured(known)) return [];
    let [discovery, jwks] = timings;
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
function isMeasured(known) {
  if (known.issuer?.pending !== void 0) return !1;
  let reachable = (fetch) => !isAwsSts(known) || privateAddresses(fetch).length === 0;
  return holdsOfBoth(known, (fetch) => fetch.fetched.result.ok && reachable(fetch));
}

// src/aws/token-rules.ts
var REQUIRED_CLAIMS = ["iss", "sub", "aud", "iat", "exp"], TIME_CLAIMS = ["iat", "nbf", "exp"], TAGS_CLAIM = "https://aws.amazon.com/tags", FLAT_TAGS = `${TAGS_CLAIM}/principal_tags/`, SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
function isGitHub(claims) {
  return typeof claims.repository == "string";
}
function carriesTags(claims) {
  return Object.keys(claims).some((one) => one === TAGS_CLAIM || one.startsWith(`${TAGS_CLAIM}/`));
}
function secondsOf(claim) {
  return typeof claim == "string" ? /^\d+$/.test(claim) ? Number(claim) : void 0 : Number.isSafeInteger(claim) ? claim : void 0;
}
function partyOf(claims) {
  return "azp" in claims ? { claim: "azp", value: claims.azp } : { claim: "aud", value: claims.aud };
}
function audienceOf(claims, otherwise) {
  let [party] = [partyOf(claims).value].flat();
  return typeof party == "string" && party !== "" ? party : otherwise;
}

// src/aws/service-tokens.ts
var POD_IDENTITY = "pods.eks.amazonaws.com", LEGACY = "kubernetes.io/serviceaccount/";
function isLegacyServiceAccount(claims) {
  return Object.keys(claims).some((name2) => name2.startsWith(LEGACY)) && ["aud", "iat", "exp"].every((name2) => claims[name2] === void 0);
}
function isServiceAccount(claims) {
  return typeof claims["kubernetes.io"] == "object" && claims["kubernetes.io"] !== null;
}
var API_SERVER = /^(https:\/\/)?kubernetes(\.default(\.svc(\.[a-z\d.-]+)?)?)?(:\d+)?\/?$/i;
function clusterAudience(claims) {
  return isServiceAccount(claims) ? [claims.aud ?? []].flat().filter((one) => typeof one == "string").find(
    (one) => one === claims.iss || one === POD_IDENTITY || API_SERVER.test(one)
  ) : void 0;
}
function audienceToList(claims, { partition, asked }) {
  return clusterAudience(claims) === void 0 ? audienceOf(claims, asked) : usualAudience(partition);
}
function isOutbound(claims) {
  return /^https:\/\/[a-z\d-]+\.tokens\.sts\.global\.api\.aws\/?$/i.test(plainText(claims.iss));
}

// src/checks/issuer-url.ts
var issuerUrl = {
  id: "issuer-url",
  title: "The issuer's URL fits IAM",
  asked: (known) => urlOf(known) !== "" && isPortAsked(known),
  judge(known) {
    let url = urlOf(known);
    return url === "" || isLegacyServiceAccount(known.token?.claims ?? {}) ? [] : isAwsSts(known) && isInternalName(hostOf(url)) ? [] : problemsOf(url, known).map(
      (problem) => ({ kind: "issuer-url", url: withoutUser(url), problem })
    );
  }
}, FETCHABLE = ["port", "too-long", "trailing-slash"];
function isUnfetchable(known) {
  let [first] = problemsOf(urlOf(known), known);
  return first !== void 0 && !FETCHABLE.includes(first);
}
function urlOf({ token, issuer }) {
  return token?.issuer ?? issuer?.url ?? "";
}
var PARTS2 = /^(?<scheme>[a-z][a-z\d+.-]*):\/\/(?<user>[^/?#@\s]*@)?(?:\[[\da-f:.]+\]|[^/?#:@\s]+)(?<port>:\d*)?(?:\/[^?#\s]*)?(?<query>\?[^#\s]*)?(?<fragment>#\S*)?$/i;
function problemsOf(url, known) {
  let parts = PARTS2.exec(url)?.groups;
  if (!parts) return ["unparsable"];
  let { scheme = "", user, port, query, fragment } = parts;
  return [
    ["scheme", scheme.toLowerCase() !== "https"],
    ["user-info", user !== void 0],
    ["query", query !== void 0],
    ["fragment", fragment !== void 0],
    ["port", port !== void 0 && isPortAsked(known)],
    ["too-long", url.length > 255],
    ["trailing-slash", differsBySlash(url, known.inputs?.issuer ?? "")]
  ].flatMap(([problem, is]) => is ? [problem] : []);
}
function isPortAsked(known) {
  return isAwsSts(known) && !fetchesOf(known).some(isOutOfReach);
}
function differsBySlash(url, given) {
  return given !== "" && url !== given && withoutSlash(url) === withoutSlash(given);
}
function withoutUser(url) {
  return url.replace(/\/\/[^/?#@\s]*@/, "//***@");
}

// src/checks/issuer-reached.ts
var issuerReached = {
  id: "issuer-reached",
  title: "The issuer serves its documents",
  asked: (known) => {
    let doomed = isDoomed(known);
    return !isUnfetchable(known) && holdsOfBoth(known, (fetch) => !doomed(fetch));
  },
  judge(known) {
    if (isUnfetchable(known)) return [];
    let doomed = isDoomed(known);
    return fetchesOf(known).flatMap((fetch) => {
      let { result } = fetch.fetched;
      return result.ok || doomed(fetch) ? [] : [result.failure];
    });
  }
};
function isDoomed(known) {
  return (fetch) => {
    let { result } = fetch.fetched;
    return !result.ok && isOfConnection(result.failure) && isAwsSts(known) && isOutOfReach(fetch);
  };
}
function isOfConnection(failure) {
  return failure.kind === "network" || failure.kind === "address" && failure.internal === !0;
}

// src/aws/jwk.ts
var ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"], CURVES = /* @__PURE__ */ new Map([
  ["ES256", "P-256"],
  ["ES384", "P-384"],
  ["ES512", "P-521"]
]), MEMBERS = /* @__PURE__ */ new Map([
  ["RSA", ["n", "e"]],
  ["EC", ["x", "y"]]
]), PRIVATE = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
function familyOf(alg) {
  if (typeof alg == "string")
    return alg.startsWith("RS") ? "RSA" : alg.startsWith("ES") ? "EC" : void 0;
}
function keyFor(kid, keys) {
  if (kid !== void 0) return keys.findLast((key) => key.kid === kid);
  let [only, second] = keys;
  return second === void 0 && only?.kid !== void 0 ? only : void 0;
}
function publicPart(key) {
  let names = ["kty", "crv", ...MEMBERS.get(textOf3(key.kty)) ?? []];
  return Object.fromEntries(
    names.filter((name2) => Object.hasOwn(key, name2)).map((name2) => [name2, key[name2]])
  );
}
function unusable(key, alg) {
  let kty = textOf3(key.kty), members = MEMBERS.get(kty), family = familyOf(alg) ?? "EC";
  if (!members || alg !== void 0 && kty !== family) return publishedMember("kty", key);
  let curves = alg === void 0 ? [...CURVES.values()] : [CURVES.get(alg)];
  if (kty === "EC" && !curves.includes(textOf3(key.crv))) return publishedMember("crv", key);
  let lacking = members.find((name2) => textOf3(key[name2]) === "");
  return lacking !== void 0 ? publishedMember(lacking, key) : key.use === "enc" ? publishedMember("use", key) : "key_ops" in key ? publishedMember("key_ops", key) : isOtherCertificate(key, members) ? { member: "x5c" } : void 0;
}
function publishedMember(member2, key) {
  let value = JSON.stringify(key[member2]);
  return { member: member2, ...value === void 0 ? {} : { published: value } };
}
function isOtherCertificate(key, members) {
  let [first] = Array.isArray(key.x5c) ? key.x5c : [];
  if (typeof first != "string") return !1;
  let der = bytesOf(first);
  return !members.filter((name2) => name2 !== "e").every((name2) => der.includes(bytesOf(key[name2])));
}
var SIGNATURES = [64, 96, 132, 256, 384, 512];
function isWholeSignature(signature) {
  return SIGNATURES.some((bytes) => Math.ceil(bytes * 4 / 3) === signature.length);
}
function privateMembers(key) {
  return PRIVATE.filter((name2) => textOf3(key[name2]) !== "" || Array.isArray(key[name2]));
}
function rsaBits(key) {
  let bytes = bytesOf(key.n).replace(/^\0+/, "");
  if (!(key.kty !== "RSA" || bytes === ""))
    return bytes.length * 8 - (Math.clz32(bytes.charCodeAt(0)) - 24);
}
function textOf3(value) {
  return typeof value == "string" ? value : "";
}
var DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
function bytesOf(value) {
  let [bits, held, bytes] = [0, 0, ""];
  for (let digit of textOf3(value).replaceAll("+", "-").replaceAll("/", "_")) {
    let number = DIGITS.indexOf(digit);
    number < 0 || (bits = (bits << 6 | number) & 65535, held += 6, !(held < 8) && (held -= 8, bytes += String.fromCharCode(bits >> held & 255)));
  }
  return bytes;
}

// src/checks/jwks-keys.ts
var MOST_SHARED = 20, jwksKeys = {
  id: "jwks-keys",
  title: "STS can use the keys",
  asked: (known) => {
    let alg = known.token?.header.alg;
    return (!known.token || typeof alg == "string" && ALGORITHMS.includes(alg)) && (keysOf(known)?.keys ?? []).length > 0;
  },
  judge(known) {
    let found = keysOf(known);
    if (!found || found.keys.length === 0) return [];
    let { header } = known.token ?? {}, { alg, kid } = header ?? {};
    if (!header) return withoutToken(found);
    if (typeof alg != "string" || !ALGORITHMS.includes(alg)) return [];
    let key = keyFor(kid, found.keys);
    return [...key ? ownKey(key, alg, found, known) : missingKid(kid, found), ...otherDuplicates(found, key)];
  }
};
function withoutToken(found) {
  let { keys } = found, [first] = keys, reason = first && unusable(first);
  return reason && keys.every((key) => unusable(key) !== void 0) ? [keyFailure(kidOf(first), found, { problem: "unusable", ...reason })] : [
    ...keys.every((key) => key.kid === void 0) ? [keyFailure("", found, { problem: "kid-missing", lacks: "key" })] : [],
    ...otherDuplicates(found, void 0)
  ];
}
function ownKey(key, alg, found, { signature }) {
  let reason = unusable(key, alg), wrong = reason ?? (signature === "invalid" ? "signature" : void 0);
  return isShared(key, found.keys) ? [keyFailure(kidOf(key), found, { problem: "duplicate", ...wrong ? { wrong } : {} })] : reason ? [keyFailure(kidOf(key), found, { problem: "unusable", ...reason })] : [];
}
function missingKid(kid, found) {
  let { keys } = found;
  return kid === void 0 && keys.length > 1 ? [keyFailure("", found, { problem: "kid-missing", lacks: "token" })] : keys.every((key) => key.kid === void 0) ? [keyFailure(kidOf({ kid }), found, { problem: "kid-missing", lacks: "key" })] : [];
}
function otherDuplicates(found, own) {
  let shared = sharedIds(found.keys);
  return own && shared.delete(own.kid), shared.delete(void 0), [...shared].slice(0, MOST_SHARED).map((kid) => keyFailure(kidOf({ kid }), found, { problem: "duplicate" }));
}
function sharedIds(keys) {
  let faces = /* @__PURE__ */ new Map(), shared = /* @__PURE__ */ new Set();
  for (let key of keys) {
    let [kid, face] = [key.kid, faceOf(key)];
    (faces.get(kid) ?? face) !== face && shared.add(kid), faces.set(kid, face);
  }
  return shared;
}
function isShared(key, keys) {
  return keys.some((one) => one.kid === key.kid && faceOf(one) !== faceOf(key));
}
function faceOf(key) {
  return JSON.stringify([publicPart(key), key.use, key.key_ops]);
}
function keyFailure(kid, { url, keys }, problem) {
  return { kind: "key", kid, url, kids: idsOf(keys), ...problem };
}

// src/checks/jwks-published.ts
var jwksPublished = {
  id: "jwks-published",
  title: "The published keys are few, strong and public",
  asked: (known) => keysOf(known) !== void 0,
  judge(known) {
    let { url, keys = [] } = keysOf(known) ?? {};
    if (url === void 0) return [];
    let family = familyOf(known.token?.header.alg);
    return [
      ...FAMILIES.filter((type) => !family || family === type).flatMap((type) => {
        let some = keys.filter((key) => key.kty === type);
        return some.length > 100 ? keyFailures(url, some, { problem: "too-many", type }) : [];
      }),
      ...privateKeys(url, keys),
      ...weakKeys(url, keys)
    ];
  }
}, FAMILIES = ["RSA", "EC"];
function privateKeys(url, keys) {
  let some = keys.filter((key) => privateMembers(key).length > 0), members = some.slice(0, 1).flatMap(privateMembers);
  return keyFailures(url, some, { problem: "private", members });
}
function weakKeys(url, keys) {
  let bitsOf = (key) => rsaBits(key) ?? 2048, some = keys.filter((key) => bitsOf(key) < 2048), [bits = 0] = some.map(bitsOf);
  return keyFailures(url, some, { problem: "weak", bits });
}
function keyFailures(url, keys, problem) {
  let kids = keys.map(kidOf), [kid] = kids;
  return kid === void 0 ? [] : [{ kind: "key", kid, url, kids, ...problem }];
}

// src/checks/setup.ts
var setup = {
  id: "setup",
  title: "Nothing unusual in inputs and environment",
  asked: ({ inputs }) => inputs !== void 0,
  judge({ inputs, run, existing }) {
    let failures = [];
    if (inputs && inputs.webIdentityTokenFile === "") {
      let { audience: asked, usualAudience: usual } = inputs;
      asked !== usual && failures.push({ kind: "audience-unusual", asked, usual });
    }
    return run.ambient.length > 0 && !existing && failures.push({ kind: "ambient-credentials", names: run.ambient }), failures;
  }
};

// src/checks/token-algorithm.ts
var tokenAlgorithm = {
  id: "token-algorithm",
  title: "The token is signed with an algorithm that STS supports",
  asked: ({ token }) => token !== void 0,
  judge({ token }) {
    if (!token) return [];
    let { alg, crit } = token.header, failures = [];
    return (typeof alg != "string" || !ALGORITHMS.includes(alg)) && failures.push({
      kind: "token",
      problem: "algorithm",
      ...alg === void 0 ? {} : { alg: textOf4(alg) }
    }), crit !== void 0 && failures.push({ kind: "token", problem: "critical-header", crit: textOf4(crit) }), failures;
  }
};
function textOf4(value) {
  return typeof value == "string" ? value : jsonOf(value);
}

// src/aws/provider.ts
function issuerName(issuer) {
  return issuer.replace(/^https?:\/\//i, "");
}
var BUILT_IN = [
  { host: "accounts.google.com", name: "Google" },
  { host: "cognito-identity.amazonaws.com", name: "Amazon Cognito", ownAudience: !0 }
];
function builtInProvider(issuer) {
  let name2 = issuerName(issuer);
  return BUILT_IN.find(({ host }) => host === name2);
}
var RESOURCE = "oidc-provider/";
function providerArn({ partition, account, issuer }) {
  return `arn:${partition}:iam::${account}:${RESOURCE}${issuerName(issuer)}`;
}
function federatedPrincipal(place) {
  return builtInProvider(place.issuer)?.host ?? providerArn(place);
}
function createProviderCommand({ issuer, audience, elsewhere }) {
  let thumbprint = elsewhere ? ` --thumbprint-list ${shellWord(THUMBPRINT)}` : "";
  return `aws iam create-open-id-connect-provider --url ${shellWord(issuer)} --client-id-list ${shellWord(audience)}${thumbprint}`;
}
var THUMBPRINT = "<SHA-1 of the x5c certificate in the JWKS>";

// src/checks/token-audience.ts
var tokenAudience = {
  id: "token-audience",
  title: "The audience is the one asked for",
  asked: (known) => known.token !== void 0 && known.token.audiences.length > 0 && wantedAudience(known, known.token) !== void 0,
  judge(known) {
    let { token } = known;
    if (!token) return [];
    let [notForSts] = forOthers(known, token);
    if (notForSts) return [notForSts];
    if (token.audiences.length === 0) return [];
    let { claim, value } = partyOf(token.claims);
    if (claim === "aud" && token.audiences.length > 1)
      return [{ kind: "claim", claim, problem: "several-audiences", audiences: token.audiences }];
    let want = wantedAudience(known, token), party = [value].flat().map(plainText).join(", ");
    return party !== "" && (want === void 0 || party === want || isOaud(want, token)) ? [] : [{ kind: "claim", claim, problem: "audience", ...want === void 0 ? {} : { want }, got: party }];
  }
};
function isOaud(want, { issuer, audiences }) {
  return builtInProvider(issuer) !== void 0 && audiences.includes(want);
}
function forOthers(known, { claims }) {
  if (!isAwsSts(known) || known.session) return [];
  if (isOutbound(claims)) return [{ kind: "token", problem: "outbound" }];
  let got = clusterAudience(claims);
  return got === void 0 ? [] : [{ kind: "claim", claim: "aud", problem: "audience", got }];
}
function wantedAudience({ inputs }, { source }) {
  if (inputs)
    return source === "runner" || inputs.audience !== inputs.usualAudience ? inputs.audience : void 0;
}

// src/checks/token-claims.ts
var tokenClaims = {
  id: "token-claims",
  title: "The token has all required claims",
  asked: ({ token }) => token !== void 0,
  judge: ({ token }) => token ? REQUIRED_CLAIMS.flatMap((claim) => judgePresence(claim, token.claims[claim])) : []
};
function judgePresence(claim, value) {
  return value === void 0 ? [{ kind: "claim", claim, problem: "missing", value: "absent" }] : value === null && !TIME_CLAIMS.includes(claim) ? [{ kind: "claim", claim, problem: "missing", value: "null" }] : Array.isArray(value) && value.length === 0 ? [{ kind: "claim", claim, problem: "empty" }] : [];
}

// src/aws/github.ts
var TENANTS = ".ghe.com";
var CLOUD_ISSUER = "https://token.actions.githubusercontent.com";
function issuerOfRunner({
  onRunner,
  serverUrl
}) {
  let host = serverHost(serverUrl);
  return !onRunner || host === void 0 ? "" : host === "github.com" ? CLOUD_ISSUER : host.endsWith(TENANTS) ? `https://token.actions.${host}` : `${serverUrl}/_services/token`;
}
function serverHost(serverUrl) {
  return serverUrl.startsWith("https://") ? authorityOf(serverUrl) : void 0;
}
function restrictedRun(run) {
  return isPullRequest(run.event) && run.fork ? "fork" : isDependabot(run) ? "dependabot" : void 0;
}
var PULL_REQUEST_TARGET = "pull_request_target";
function isPullRequest(event) {
  return /^pull_request(_review|_review_comment)?$/.test(event);
}
function isDependabot({ actor, event, pullRequestAuthor }) {
  let bot = "dependabot[bot]", restricted = isPullRequest(event) || /^(push|create|deployment|deployment_status)$/.test(event);
  return actor === bot && (restricted || event === PULL_REQUEST_TARGET && pullRequestAuthor === bot);
}

// src/aws/github-subject.ts
function branchOf2(text) {
  return isDefaultForm(text) ? /:ref:refs\/heads\/([^:]+)$/.exec(text)?.[1] : void 0;
}
function isOfPullRequest(text) {
  return text.endsWith(":pull_request") || /(^|[:@])refs\/pull\/\d+\//.test(text);
}
var DEFAULT_FORM = /^repo:[^/@:]+(@\d+)?\/[^@:]+(@\d+)?:(environment:[^:]+|pull_request|ref:refs\/[^:]+)$/;
function isDefaultForm(text) {
  return DEFAULT_FORM.test(text);
}

// src/checks/token-event.ts
var tokenEvent = {
  id: "token-event",
  title: "Pull requests are told from pushes",
  // What a role accepts is known of the one that accepted this token.
  asked: ({ token, session }) => token !== void 0 && isGitHub(token.claims) && session !== void 0,
  judge(known) {
    let { token, session, trust } = known;
    if (!token || !session || !isGitHub(token.claims)) return [];
    let branch = branchOf2(token.subject);
    return token.claims.event_name !== PULL_REQUEST_TARGET || branch === void 0 ? [] : isExpected(known) || trust && tellsApart(trust) ? [] : [{ kind: "event-not-told-apart", branch }];
  }
}, OF_THE_EVENT = ["event_name", "head_ref", "base_ref"];
function isExpected({ inputs }) {
  return (inputs?.expectedClaims ?? []).some(({ claim }) => OF_THE_EVENT.includes(claim));
}
var OF_THE_BRANCH = [
  "sub",
  "aud",
  "enterprise_id",
  "ref",
  "repository",
  "repository_id",
  "repository_owner",
  "repository_owner_id"
];
function tellsApart({ statements }) {
  if (statements.some((one) => one.effect === "Deny" && asksForMore(one))) return !0;
  let allowing = statements.filter(
    ({ effect, matched }) => effect !== "Deny" && matched !== !1
  );
  return allowing.length > 0 ? allowing.every(asksForMore) : statements.some(asksForMore);
}
function asksForMore({ conditions }) {
  return conditions.some(({ key }) => /^(aws|sts):/i.test(key) ? !1 : !OF_THE_BRANCH.includes(key.slice(key.lastIndexOf(":") + 1).toLowerCase()));
}

// src/checks/token-key.ts
var tokenKey = {
  id: "token-key",
  title: "The token is signed by a published key",
  // Why a signature is not valid is found, here or by jwks-keys.
  asked: ({ signature }) => signature === "valid",
  judge(known) {
    let found = keysOf(known), { header } = known.token ?? {}, { alg, kid } = header ?? {};
    if (!found || header && !ALGORITHMS.includes(plainText(alg))) return [];
    let { url, keys, cached } = found, failure = (problem, of) => [
      { kind: "key", kid: kidOf({ kid }), url, kids: idsOf(of), problem }
    ];
    if (keys.length === 0) return failure("not-found", keys);
    if (!header) return [];
    let own = keyFor(kid, keys);
    return own ? unusable(own, plainText(alg)) !== void 0 || isShared(own, keys) ? [] : known.signature === "invalid" ? failure("signature", keys) : keyFor(kid, cached) ? [] : failure("not-found", cached) : missingKid(kid, found).length > 0 ? [] : failure("not-found", keys);
  }
};

// src/checks/token-tags.ts
var tokenTags = {
  id: "token-tags",
  title: "Session tags have the right form",
  asked: ({ token }) => token !== void 0,
  judge({ token }) {
    return token ? [...nestedTags(token.claims[TAGS_CLAIM]), ...flatTags(token.claims)] : [];
  }
};
function nestedTags(tags) {
  if (tags === void 0) return [];
  if (!isObject(tags)) return [tagFailure(TAGS_CLAIM, "object", tags)];
  let { principal_tags: principal, transitive_tag_keys: transitive } = tags;
  return [...principalTags(principal), ...transitiveKeys("transitive_tag_keys", transitive)];
}
function principalTags(principal) {
  return principal === void 0 ? [] : isObject(principal) ? Object.entries(principal).filter(([, value]) => !isOneText(value)).map(([key, value]) => tagFailure(`principal_tags.${key}`, "list-of-one-text", value)) : [tagFailure("principal_tags", "object", principal)];
}
function transitiveKeys(claim, keys) {
  return keys === void 0 || Array.isArray(keys) && keys.every(isText) ? [] : [tagFailure(claim, "list-of-keys", keys)];
}
function flatTags(claims) {
  return [
    ...Object.entries(claims).filter(([name2]) => name2.startsWith(FLAT_TAGS)).filter(([, value]) => !isText(value) && !isOneText(value)).map(([name2, value]) => tagFailure(name2, "text", value)),
    ...transitiveKeys(
      `${TAGS_CLAIM}/transitive_tag_keys`,
      claims[`${TAGS_CLAIM}/transitive_tag_keys`]
    )
  ];
}
function tagFailure(claim, want, value) {
  return { kind: "claim", claim, problem: "tags", want, got: jsonOf(value).slice(0, 200) };
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
  // A token without an end is token-claims' matter.
  asked: ({ token }) => secondsOf(token?.claims.exp) !== void 0,
  judge(known) {
    let { token } = known;
    if (!token) return [];
    let now = Math.floor(trueTime(known) / 1e3);
    return TIME_CLAIMS.flatMap((claim) => judgeTime(claim, token.claims[claim], now));
  }
};
function judgeTime(claim, value, now) {
  if (value === void 0) return [];
  let seconds2 = secondsOf(value);
  if (seconds2 === void 0) {
    let got = jsonOf(value).slice(0, 100);
    return [{ kind: "claim", claim, problem: "timestamp", got }];
  }
  let problem = problemOf(claim, seconds2, now);
  return problem ? [{ kind: "claim", claim, problem, now, value: seconds2 }] : [];
}
function problemOf(claim, seconds2, now) {
  return claim === "exp" ? seconds2 <= now - 300 ? "expired" : void 0 : seconds2 > now + 300 ? "not-yet-valid" : void 0;
}

// src/checks/trust-policy.ts
var trustPolicy = {
  id: "trust-policy",
  title: "The trust policy allows this job, and little else",
  asked: ({ trust }) => trust !== void 0,
  judge({ trust, session }) {
    return trust ? trust.found.flatMap((failure) => {
      if (!session || failure.kind !== "trust-denial") return [failure];
      let { kind: _kind, ...denial } = failure;
      return denial.disputed || denial.doubt ? [] : [{ kind: "trust-differs", source: trust.source, denial }];
    }) : [];
  }
};

// src/checks/index.ts
var CHECKS = [
  setup,
  tokenClaims,
  tokenTimes,
  clocks,
  tokenAudience,
  tokenAlgorithm,
  tokenTags,
  tokenEvent,
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
  tokenKey,
  trustPolicy
];
function foundByChecks(known) {
  return CHECKS.flatMap((check) => check.judge(known));
}

// src/model/input.ts
var UNSUPPORTED_INPUTS = [
  "aws-access-key-id",
  "aws-secret-access-key",
  "aws-session-token",
  "role-chaining",
  "role-external-id",
  "role-skip-session-tagging",
  "transitive-tag-keys",
  "custom-tags",
  "force-skip-oidc"
], NO_ROLE = "none", PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];
function asksForRole({ role, roles }) {
  return role !== void 0 || roles.length > 0;
}

// src/words.ts
function taskName(task) {
  switch (task.of) {
    case "token":
      return `token, attempt ${task.attempt}`;
    case "issuer":
      return `issuer, attempt ${task.attempt}`;
    case "jwks-past-caches":
      return "JWKS past caches";
    case "sts":
      return `STS${task.role === void 0 ? "" : ` for ${task.role}`}${task.region === void 0 ? "" : ` in ${task.region}`}, attempt ${task.attempt}`;
    case "existing-credentials":
      return `existing credentials, attempt ${task.attempt}`;
  }
}
function answerText(failure) {
  return failure.kind === "aws" ? `${failure.code}: ${failure.message}` : failure.kind === "http" ? `HTTP ${failure.status}` : failure.kind === "network" ? `${failure.phase} ${failure.code}` : failure.kind;
}
function answererOf({ inputs }) {
  return inputs?.customEndpoint ? "STS" : "AWS";
}
function cacheBarText(bar) {
  switch (bar.header) {
    case "cache-control":
      return bar.directive;
    case "pragma":
      return "Pragma: no-cache";
    case "expires":
      return "Expires in the past";
  }
}
function stsAnswer({ evidence }) {
  let failure = evidence.find(({ kind }) => kind === "aws");
  return failure?.kind === "aws" && failure.message !== "" ? failure.message : void 0;
}
var MOST_NAMED = 3;
function defaultsText(names) {
  let more2 = names.length - MOST_NAMED, first = names.slice(0, MOST_NAMED), named = more2 > 0 ? `${first.map((name2) => quote(name2, 40)).join(", ")} and ${more2} more` : list(first);
  return `the ${names.length === 1 ? "default" : "defaults"} of ${named}`;
}
function flawText(flaw) {
  if (flaw.kind === "unknown-version") return `Version ${flaw.value} is not one that IAM knows`;
  let { kind, element = "the statement", place } = flaw, where = place ? ` (line ${place.line}, column ${place.column})` : "";
  return `${FLAWS[kind](element)}${where}`;
}
var FLAWS = {
  deployment: (element) => `only the deployment knows ${element}`,
  duplicate: (element) => `${element} is there twice`,
  "unknown-element": (element) => `IAM does not accept ${element} here`,
  "unknown-effect": (element) => `${element} is neither Allow nor Deny`,
  "unknown-principal": (element) => `${element} is neither an object nor "*"`,
  "not-one-of-two": (element) => `exactly one of ${element} and Not${element} must be there`,
  "not-an-object": (element) => `${element} is not an object`,
  "not-text": (element) => `${element} has a value that is not a string`,
  "no-condition-keys": (element) => `${element} holds no condition keys`
};

// src/run/chain.ts
function signInChain(report) {
  let { known } = report;
  if (known.existing) return [];
  let asked = known.inputs !== void 0 && asksForRole(known.inputs), exported = worst(report, "export") !== void 0;
  return [
    ...worst(report, "inputs") ? ["inputs"] : [],
    "token",
    "issuer",
    "sts",
    ...asked && !exported ? ["role"] : [],
    ...exported ? ["export"] : []
  ].map((link2) => linkOf(link2, report));
}
function linkOf(link2, report) {
  let finding = worst(report, link2), state = stateOf(link2, finding, report);
  return {
    link: link2,
    state,
    detail: state === "failed" ? failedText(link2, finding, report) : PASSING[link2][state](report.known)
  };
}
function worst({ findings }, link2) {
  return findings.find((one) => one.link === link2 && one.severity !== "notice");
}
function stateOf(link2, finding, report) {
  if (finding?.severity === "error" || link2 === "role" && signedIn(report) > 0 && signedIn(report) < report.roles.length)
    return "failed";
  let reached = REACHED[link2](report);
  return reached === "passed" && finding ? "warned" : reached;
}
var REACHED = {
  inputs: () => "passed",
  token: ({ known }) => known.token ? "passed" : "not-tried",
  issuer: ({ known, findings }) => {
    if (findings.some(({ id }) => id === "issuer-unchecked") || known.issuer?.pending)
      return "not-known";
    if (!known.issuer) return "not-tried";
    let found = findings.some(({ link: link2, severity }) => link2 === "issuer" && severity === "warning");
    return known.issuer.jwks?.result.ok || found ? "passed" : "not-known";
  },
  sts: (report) => report.known.session || signedIn(report) > 0 || accepted(report) ? "passed" : answer(report) === void 0 ? "not-tried" : worst(report, "role")?.severity === "error" ? "not-known" : "failed",
  role: (report) => report.known.session || signedIn(report) > 0 || granted(report.findings) ? "passed" : "not-tried",
  export: () => "passed"
};
function accepted({ findings, known }) {
  return granted(findings) || known.inputs?.customEndpoint !== !0 && findings.some(
    ({ severity, link: link2, evidence }) => severity === "error" && link2 === "role" && evidence.some(({ kind }) => kind === "aws")
  );
}
function signedIn({ roles }) {
  return roles.filter(({ session }) => session).length;
}
function granted(findings) {
  return findings.some(({ severity, link: link2 }) => severity === "error" && link2 === "export");
}
function answer({ findings }) {
  let said = findings.map(stsAnswer).find((text) => text !== void 0), refusal = findings.flatMap(({ evidence }) => evidence).find(({ kind }) => kind === "aws");
  return said ?? (refusal?.kind === "aws" ? refusal.code : void 0);
}
function failedText(link2, finding, report) {
  return link2 === "role" && report.roles.length > 0 ? `${signedIn(report)} of ${report.roles.length} roles signed in` : finding?.stop !== void 0 ? finding.stop : link2 === "token" && report.known.token === void 0 ? "No token" : link2 === "sts" ? stsText(finding, report) : link2 === "role" ? roleText(report.known) : FAILED[link2];
}
function stsText(finding, report) {
  let said = answer(report);
  return said === void 0 ? "STS" : finding ? "STS refused" : `STS: \u201C${beginning(oneLine(said))}\u201D`;
}
var BEGINNING = 36;
function beginning(text) {
  return text.length <= BEGINNING ? text : `${text.slice(0, text.lastIndexOf(" ", BEGINNING)).replace(/[.,;:]$/, "")}\u2026`;
}
var FAILED = {
  inputs: "Inputs",
  token: "Token",
  issuer: "Issuer",
  export: "Hand-over to the job"
};
function roleText({ inputs }) {
  let { name: name2 = "", account = "" } = inputs?.role ?? {};
  return account === "" ? `Role ${quote(name2)}` : `Role ${quote(name2)} in account ${oneLine(account)}`;
}
var PASSING = {
  inputs: words("Inputs", "Inputs", "Inputs", "Inputs"),
  token: words("Token issued", "Token, with a warning", "Token", "No token requested"),
  issuer: {
    ...words("Issuer", "Issuer, with a warning", "Issuer not checked", "Issuer not checked"),
    passed: ({ signature }) => signature === "valid" ? "Issuer and signature" : "Issuer"
  },
  sts: words("STS accepted the token", "STS, with a warning", "STS unknown", "STS not asked"),
  role: {
    ...words("Role", "Role, with a warning", "Role", "Role not reached"),
    passed: ({ inputs }) => inputs?.role ? `Role ${quote(inputs.role.name)}` : count(inputs?.roles.length ?? 0, "role")
  },
  export: words("Hand-over", "Hand-over, with a warning", "Hand-over", "Nothing handed over")
};
function words(passed, warned, unknown, untried) {
  return {
    passed: () => passed,
    warned: () => warned,
    "not-known": () => unknown,
    "not-tried": () => untried
  };
}

// src/run/explain.ts
var answers = once(() => import("./answers.mjs").then((file) => file.answerKnowledge)), all12 = once(() => import("./explain.mjs").then((file) => file.knowledge)), trustExplained = once(
  () => import("./trust.mjs").then((file) => file.trustKnowledge)
), workflowExplained = once(
  () => import("./workflow.mjs").then((file) => file.workflowKnowledge)
), areAllNeeded = !1;
function explained(failures) {
  return areAllNeeded ||= failures.some(({ kind }) => kind !== "aws"), areAllNeeded ? all12() : answers();
}
function once(load) {
  let loading;
  return () => (loading ??= load(), loading);
}

// src/run/verdict.ts
async function verdict(log, ended, branches = []) {
  let { known } = log, whole = judged(ended, known), parts = branches.flatMap(
    ({ name: name2, run, outcome }) => outcome ? [{ name: name2, ...judged(outcome.ended, run.log.known) }] : []
  ), all13 = [whole, ...parts], failures = all13.flatMap((one) => [...one.ended, ...one.checked.flat()]), knowledge = failures.length === 0 ? void 0 : await explained(failures), findings = knowledge ? concluded(knowledge, whole, parts) : [], checks = CHECKS.flatMap(({ id, title, asked }, at) => {
    let ids = all13.flatMap(
      (one) => (one.checked[at] ?? []).flatMap((each) => knowledge?.causeFor(each, one.known).id ?? [])
    );
    return ids.length > 0 || all13.some((one) => asked(one.known)) ? [{ id, title, findings: [...new Set(ids)] }] : [];
  }), roles = branches.map((branch) => roleVerdict(branch, findings));
  return reportOf(log, findings, { checks, roles });
}
function reportOf(log, findings, { checks, roles } = { checks: [], roles: [] }) {
  let { known } = log, failOn = known.inputs?.failOn ?? "error", ready = findings.every(({ severity }) => severity !== "error"), failed = findings.some(({ severity }) => reaches(severity, failOn)), seen2 = { findings, timeline: log.timeline(), known, roles };
  return { ready, failed, chain: signInChain(seen2), checks, ...seen2 };
}
function judged(ended, known) {
  return { ended, checked: CHECKS.map((check) => check.judge(known)), known };
}
function concluded({ conclude, concludeRoles }, whole, parts) {
  let findingsOf = ({ ended, checked, known }) => conclude(ended, checked.flat(), known);
  return parts.length === 0 ? findingsOf(whole) : concludeRoles(
    findingsOf(whole),
    parts.map((part) => ({ name: part.name, findings: findingsOf(part), own: ownOf(part) })),
    whole.ended
  );
}
function ownOf({ known: { inputs } }) {
  let { role, trustPolicy: trustPolicy2 = "" } = inputs ?? {};
  return [role?.text ?? "", role?.account ?? "", trustPolicy2].filter((text) => text !== "");
}
function roleVerdict({ name: name2, role, run, outcome }, findings) {
  let own = findings.filter(({ roles }) => roles?.includes(name2)), ofStep = findings.filter(
    ({ roles, id }) => roles === void 0 && !(outcome && id === "deadline-exceeded")
  ), all13 = [...own, ...ofStep], { session } = run.log.known;
  return {
    name: name2,
    role,
    region: run.inputs.region,
    ready: outcome?.session !== void 0 && all13.every(({ severity }) => severity !== "error"),
    causes: [...new Set(all13.map(({ id }) => id))],
    ...session ? { session } : {}
  };
}
function reaches(severity, failOn) {
  return failOn === "never" ? !1 : severity === "error" || failOn === "warning" && severity === "warning";
}

// src/report/summary-rows.ts
function summaryRows(known) {
  let { token, issuer, signature, session, existing } = known;
  return [
    ...token ? [{ what: "Job", value: tokenText(token, trueTime(known)) }] : [],
    ...issuer ? [{ what: "Issuer", value: issuerText(issuer, signature) }] : [],
    ...session ? [{ what: "Session", value: `${quote(session.arn)} until ${quote(session.expiration)}` }] : [],
    ...existing ? [{ what: "Session", value: `${quote(existing.arn)}, which the job held` }] : []
  ];
}
function tokenText({ claims, subject, audiences }, now) {
  let left = (secondsOf(claims.exp) ?? Number.NaN) - now / 1e3, life = left < 0 ? `, expired ${duration(-left)} ago` : `, ${duration(left)} left`, known = Number.isFinite(left) ? life : "";
  return `${quote(subject)} for ${quote(audiences.join(", "))}${known}`;
}
function issuerText({ url, discovery, jwks, pending, totalMs }, signature) {
  if ([discovery, jwks].some((one) => one && isHidden(one.result)))
    return `${quote(url)}, not asked: an internal name, which AWS cannot resolve`;
  if (pending) return `${quote(url)}, its keys had not come yet`;
  if (!jwks?.result.ok) return `${quote(url)}, not readable from here (${totalMs} ms)`;
  let keys = count(jwks.result.value.length, "key");
  return `${quote(url)}, ${keys}, ${cacheText(jwks.freshness)}${SIGNATURE[signature]} (${totalMs} ms)`;
}
function isHidden(result) {
  return !result.ok && result.failure.kind === "address" && result.failure.internal === !0;
}
var SIGNATURE = {
  valid: ", signature valid",
  invalid: ", signature not valid",
  "no-key": ", no key for the signature",
  "not-checked": ""
};
function cacheText(freshness) {
  return freshness?.prevents ? `not cacheable (${cacheBarText(freshness.prevents)})` : freshness?.storable ? `cacheable for ${duration(freshness.lifetimeSeconds)}` : "not cacheable";
}

// src/report/log.ts
function tokenLine(known) {
  return known.token ? `Token: ${tokenText(known.token, trueTime(known))}` : "Token: none";
}
function proxyLine({ host, source, noProxy }) {
  let except = noProxy === "" ? "" : `, but not for ${oneLine(noProxy)}`;
  return `Proxy: ${oneLine(host)} (${source})${except}`;
}
function endpointLine(endpoint, { endpointSource, fips, dualStack }) {
  let variants = [fips ? "FIPS" : "", dualStack ? "dual-stack" : ""].filter((one) => one !== "");
  return `STS endpoint: ${oneLine(endpoint)} (${endpointSource || variants.join(", ")})`;
}
function existingLine(existing) {
  if (existing.state === "work")
    return `Existing credentials: they work, as ${quote(existing.arn)}; no others are fetched`;
  if (existing.state === "none")
    return "Existing credentials: none in the environment, so the job signs in";
  if (existing.state === "not-asked")
    return "Existing credentials: this STS has no GetCallerIdentity to judge them by, so the job signs in";
  let { failure } = existing;
  return `Existing credentials: refused${failure.kind === "aws" ? ` (${oneLine(answerText(failure))})` : ""}, so the job signs in`;
}
function clearedLine(names) {
  return `Cleared for the job: ${names.join(", ")}`;
}
function issuerLine({ issuer, signature }, waited = !0) {
  return !issuer && !waited ? "Issuer: not waited for, since the outcome was already known" : issuer ? `Issuer: ${issuerText(issuer, signature)}` : "Issuer: not asked";
}
function sessionLine({ arn, expiration }, endpoint) {
  return `STS: signed in at ${endpoint} as ${quote(arn)} until ${oneLine(expiration)}`;
}
var ASKED = { sts: "STS", "token-service": "Token service" };
function waitLine(peer, { cause, failure, waitedMs }, n, role = "") {
  let said = oneLine(answerText(failure));
  return `${ASKED[peer]}${role === "" ? "" : ` for ${quote(role)}`}: attempt ${n} failed (${cause}: ${said}), trying again in ${waitedMs} ms`;
}
function endLine({ ready, failed, findings }) {
  let ids = findings.map(({ id }) => id).join(", ");
  return failed && ready ? `Ready, but fail-on fails the step, and nothing was exported: ${ids}` : failed ? `Not ready: ${ids}` : ready ? ids === "" ? "Ready: nothing was found" : `Ready, with: ${ids}` : `Not ready, but fail-on lets it pass: ${ids}`;
}
function exportLine(region, names) {
  return `Exported to the job: ${names.map((name2) => name2 === "AWS_REGION" ? `${name2} (${oneLine(region)})` : name2).join(", ")}`;
}
function profileLine(names, { renew, outputEnvCredentials }, paths) {
  let which = names.length === 1 ? "which fetches" : "each of which fetches", how = renew ? `, ${which} a new session whenever a tool needs one` : "", but = renew && outputEnvCredentials ? ". Most tools prefer the exported keys, which end with this session" : "";
  return `${names.length === 1 ? "Profile" : `${names.length} profiles,`} ${listAtMost(names, 5)}${how}, written to ${list(paths)}${but}`;
}
function regionLine(region, cause) {
  return `STS in ${oneLine(region)} failed (${cause}): trying the next region, if there is one`;
}
function noRoleLine() {
  return "No role-to-assume: the token and the issuer were checked; AWS was not asked, and nothing is exported";
}

// src/run/lane.ts
var Lane = class {
  #clock;
  /** When the retries of this step began, for whichever role. */
  startedAt;
  #waiting = [];
  #free = 8;
  #gapMs = 0;
  /** When the next call may begin. */
  #nextAt = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #failingSince = /* @__PURE__ */ new Map();
  constructor(clock) {
    this.#clock = clock, this.startedAt = clock.monotonic();
  }
  /** `call` when its turn has come. What it gives, and when it began. */
  async pass(call) {
    this.#free > 0 ? this.#free-- : await new Promise((next) => this.#waiting.push(next));
    try {
      let beganAt = await this.#turn();
      return { value: await call(), beganAt };
    } finally {
      let next = this.#waiting.shift();
      next ? next() : this.#free++;
    }
  }
  /** STS took a call. */
  taken() {
    this.#gapMs *= 0.97, this.#failingSince.clear();
  }
  /** STS throttled a call. Those that were under way when it last did say nothing new. */
  throttled(beganAt) {
    beganAt < this.#slowedAt || (this.#slowedAt = this.#clock.monotonic(), this.#gapMs = Math.min(4e3, Math.max(250, this.#gapMs * 2)));
  }
  /** When calls here began to fail like this, with none in between that was taken. */
  since(retry, now) {
    let from = this.#failingSince.get(retry) ?? now;
    return this.#failingSince.set(retry, from), from;
  }
  async #turn() {
    let now = this.#clock.monotonic(), beginsAt = Math.max(now, this.#nextAt);
    return this.#nextAt = beginsAt + this.#gapMs, beginsAt > now && await this.#clock.sleep(beginsAt - now), beginsAt;
  }
};

// src/steps/accept-session.ts
function acceptSession(run, signed, unchecked) {
  let { result, attempts, endpoint } = signed, { ended, session } = judgeSession(run, signed);
  if (result.ok && run.log.say(sessionLine(result.value.facts, endpoint)), !session) return { ended };
  let told = unchecked ? [unchecked, ...ended] : [...ended];
  return attempts.length > 0 && told.push({ kind: "retried", attempts, totalMs: waitedFor(attempts) }), { ended: told, session };
}
function judgeSession({ world, inputs, log }, signed) {
  let { result, region, gaveUp } = signed;
  if (!result.ok) return { ended: [result.failure] };
  let { facts: facts2 } = result.value;
  return inputs.maskAwsAccountId && world.runner.mask(facts2.account), isAllowed(facts2.account, inputs) ? (log.learn({ session: facts2 }), { ended: gaveUp && region !== inputs.region ? [{ kind: "region-fallback", region: inputs.region, used: region, ...gaveUp }] : [], session: result.value }) : {
    ended: [{ kind: "account", account: facts2.account, allowed: inputs.allowedAccountIds }]
  };
}
function waitedFor(attempts) {
  return attempts.reduce((sum, { waitedMs }) => sum + waitedMs, 0);
}
function isAllowed(account, { allowedAccountIds }) {
  return allowedAccountIds.length === 0 || allowedAccountIds.includes(account);
}

// src/run/retry.ts
var ANY_TIME = Number.POSITIVE_INFINITY, LONGEST_MS = 3e5, POLICIES = {
  never: { tries: 1, forMs: ANY_TIME, leastMs: 0, baseMs: 0, capMs: 0 },
  once: { tries: 2, forMs: ANY_TIME, leastMs: 1e3, baseMs: 500, capMs: 500 },
  "eventual-consistency": { tries: 5, forMs: ANY_TIME, leastMs: 1e3, baseMs: 500, capMs: 2e3 },
  // What does not pass is told after a minute.
  transient: { tries: 100, forMs: 6e4, leastMs: 0, baseMs: 500, capMs: 8e3 },
  // Many callers at once: the best of a grid for herds of 16 to 10,000 jobs (`npm run bench -- herd`).
  throttled: { tries: 100, forMs: LONGEST_MS, leastMs: 0, baseMs: 2e3, capMs: 3e4 }
}, LONGEST_WAIT_MS = 6e4;
async function withRetries({ world, deadlineAt = Number.POSITIVE_INFINITY }, { attempt, judge, maxAttempts = 100, onWait, over, beside }) {
  let attempts = [], startedAt = beside?.startedAt ?? world.clock.monotonic(), row2 = { from: startedAt, tries: 0 }, isOver2 = () => world.stopped() || over?.passed === !0;
  for (let n = 1; ; n++) {
    let from = world.clock.monotonic(), result = await attempt(n);
    if (result.ok) return { result, attempts };
    let { id, retry, until } = await judge(result.failure), policy = POLICIES[retry], since = beside?.since(retry, from) ?? from;
    row2.retry !== retry && (row2 = { retry, from: since, tries: 0 }), row2.tries++;
    let leftMs3 = (until ?? Math.min(row2.from + policy.forMs, startedAt + LONGEST_MS)) - world.clock.monotonic(), isLast = until === void 0 && (row2.tries >= policy.tries || n >= maxAttempts), isTooLate = leftMs3 <= 0 || Math.min(LONGEST_WAIT_MS, askedMs2(result.failure)) > leftMs3;
    if (isLast || isTooLate || isOver2()) return { result, attempts };
    let wait = waitBefore(n, policy, result.failure, world), waitedMs = Math.round(Math.min(wait, leftMs3));
    if (Math.max(waitedMs, askedMs2(result.failure)) > deadlineAt - world.clock.monotonic()) return { result, attempts };
    let failed = { cause: id, failure: result.failure, waitedMs };
    if (attempts.push(failed), onWait(failed, n), await Promise.race([world.clock.sleep(waitedMs), ...over ? [over.come] : []]), isOver2()) return { result, attempts };
  }
}
function waitBefore(n, policy, failure, world) {
  let ceiling = Math.min(policy.capMs, policy.baseMs * 2 ** (n - 1)), jittered = policy.leastMs + world.random() * ceiling;
  return Math.min(LONGEST_WAIT_MS, Math.max(jittered, askedMs2(failure)));
}
function askedMs2(failure) {
  return failure.kind === "aws" || failure.kind === "http" ? (failure.retryAfterSeconds ?? 0) * 1e3 : 0;
}

// src/steps/assume-role.ts
async function signIn(run, how) {
  let { inputs, log } = run, first, gaveUp, last = {};
  for (let region of [inputs.region, ...inputs.fallbackRegions]) {
    let endpoint = endpointIn(region, inputs), tried = await signInAt(run, how, last, { region, endpoint });
    if (tried.result.ok) return { ...tried, region, endpoint, ...gaveUp ? { gaveUp } : {} };
    let { failure } = tried.result, { id, ofRegion } = (await explained([failure])).causeFor(failure, log.known);
    if (!ofRegion) return { ...tried, region, endpoint };
    first ??= { ...tried, region, endpoint }, gaveUp ??= { cause: id, failure }, inputs.fallbackRegions.length > 0 && log.say(regionLine(region, id));
  }
  return first;
}
function signInAt(run, { role, tokens, issuerKnown, laneOf, onWait }, last, place) {
  let { world, inputs, log } = run, started = world.clock.monotonic(), lane = laneOf?.(place.endpoint), beganAt = started, call = async (n) => {
    if (lane && run.late.passed) return deadlineOver(inputs);
    let token = await tokens.next(last.cause === "token-expired" ? last.sent : void 0);
    if (!token.ok) return token;
    last.sent = token.value;
    let region = place.region === inputs.region ? {} : { region: place.region }, name2 = lane ? { role: inputs.awsProfile } : {};
    return log.span(
      { of: "sts", attempt: n, ...region, ...name2 },
      () => assumePlainly(inputs, () => assumeRole(run, role, token.value, place))
    );
  };
  return withRetries(run, {
    maxAttempts: inputs.maxAttempts,
    onWait,
    beside: lane,
    async attempt(n) {
      let passed = lane ? await lane.pass(() => call(n)) : void 0;
      passed && (beganAt = passed.beganAt);
      let result = passed?.value ?? await call(n);
      return result.ok && (lane?.taken(), log.failing(), run.granted.pass()), (result.ok || result.failure.kind === "aws") && run.answered.pass(), result;
    },
    async judge(failure) {
      let { causeFor } = await explained([failure, ...foundByChecks(log.known)]);
      log.failing({ cause: causeFor(failure, log.known).id, failure }), isPastToken(failure, log.known) || await issuerKnown;
      let checked = foundByChecks(log.known), { retryAfter } = await explained([failure, ...checked]), verdict2 = retryAfter(failure, checked, log.known);
      return verdict2.retry === "throttled" && lane?.throttled(beganAt), last.cause = verdict2.id, log.failing({ cause: verdict2.id, failure }), { ...verdict2, ...patience(inputs, verdict2, started) };
    }
  });
}
function deadlineOver({ actionTimeoutSeconds: seconds2 }) {
  return { ok: !1, failure: { kind: "deadline", seconds: seconds2, running: [] } };
}
var MOST_SESSIONS = 12;
async function assumePlainly({ specialCharactersWorkaround: wanted }, assume) {
  for (let tries = 1; ; tries++) {
    let result = await assume();
    if (!wanted || !result.ok || /^[a-z\d]+$/i.test(result.value.credentials.secretAccessKey.reveal())) return result;
    if (tries === MOST_SESSIONS)
      return { ok: !1, failure: { kind: "special-characters", tries } };
  }
}
async function assumeRole({ world, inputs, log }, role, token, { region, endpoint }) {
  let answer2 = await world.sts.assumeRoleWithWebIdentity({
    endpoint,
    region,
    roleArn: role.text,
    roleSessionName: inputs.roleSessionName,
    durationSeconds: inputs.roleDurationSeconds,
    token: token.secret,
    inlineSessionPolicy: inputs.inlineSessionPolicy,
    managedSessionPolicies: inputs.managedSessionPolicies
  });
  if (!answer2.ok)
    return answer2.failure.kind === "aws" && log.hear("sts", answer2.failure.date, world.clock.now()), answer2;
  let { session, date: date2, receivedAt } = answer2.value;
  for (let secret of Object.values(session.credentials)) world.runner.mask(secret.reveal());
  return log.hear("sts", date2, receivedAt), { ok: !0, value: session };
}
function patience({ newRoleWaitSeconds: seconds2, maxAttempts }, { eventualConsistency }, started) {
  if (!(!eventualConsistency || seconds2 === 0 || maxAttempts === 1))
    return { retry: "eventual-consistency", until: started + seconds2 * 1e3 };
}

// src/steps/assume-roles.ts
async function signInToAll(run, how) {
  let lanes = /* @__PURE__ */ new Map(), laneOf = (endpoint) => {
    let lane = lanes.get(endpoint) ?? new Lane(run.world.clock);
    return lanes.set(endpoint, lane), lane;
  }, all13 = await Promise.all(run.branches.map((branch) => signInTo(branch, { ...how, laneOf })));
  all13.every(({ result }) => result.ok) && run.granted.pass();
  let isAccepted = ({ result }) => result.ok || isPastToken(result.failure, run.log.known);
  return all13.some(isAccepted) && run.log.learn({ acceptedElsewhere: !0 }), all13;
}
async function signInTo(branch, how) {
  let { name: name2, role, run } = branch, signed = await signIn(run, { ...how, role, onWait: (attempt, n) => run.log.sayWait(waitLine("sts", attempt, n, name2)) });
  return branch.outcome = judgeSession(run, signed), signed;
}
function acceptSessions(run, all13, unchecked) {
  let ended = unchecked ? [unchecked] : [], attempts = all13.flatMap((signed) => signed.attempts);
  if (attempts.length > 0 && run.granted.passed) {
    let totalMs = Math.max(...all13.map((signed) => waitedFor(signed.attempts)));
    ended.push({ kind: "retried", attempts, totalMs, roles: all13.length });
  }
  return { ended };
}

// src/steps/existing-credentials.ts
async function existingCredentials(run, endpoint) {
  let { world, inputs, log } = run, credentials = credentialsOf(world);
  if (!credentials) {
    log.say(existingLine({ state: "none" }));
    return;
  }
  let asked = await askCaller(run, { endpoint, credentials });
  if (!asked.ok) {
    if (run.inputs.customEndpoint && isUnknownCall(asked.failure)) {
      log.say(existingLine({ state: "not-asked" }));
      return;
    }
    if (!isJudgement(asked.failure)) return { ended: [asked.failure] };
    log.say(existingLine({ state: "refused", failure: asked.failure }));
    return;
  }
  let { account, arn } = asked.value;
  return inputs.maskAwsAccountId && world.runner.mask(account), log.say(existingLine({ state: "work", arn })), isAllowed(account, inputs) ? (log.learn({ existing: { account, arn } }), { ended: [] }) : { ended: [{ kind: "account", account, allowed: inputs.allowedAccountIds }] };
}
function credentialsOf({ runner }) {
  let [key = "", secret = "", token = ""] = KEY_VARIABLES.map((name2) => runner.env(name2)?.trim());
  if (!(key === "" || secret === "")) {
    for (let text of [key, secret, token]) runner.mask(text);
    return {
      accessKeyId: new Secret(key),
      secretAccessKey: new Secret(secret),
      sessionToken: new Secret(token)
    };
  }
}
async function askCaller(run, { endpoint, credentials }) {
  let { world, inputs, log } = run, request3 = { endpoint, region: inputs.region, credentials }, { result } = await withRetries(run, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n) => log.span({ of: "existing-credentials", attempt: n }, () => world.sts.callerIdentity(request3)),
    judge: async (failure) => {
      let verdict2 = (await explained([failure])).retryFor(failure, log.known);
      return isJudgement(failure) ? { ...verdict2, retry: "never" } : verdict2;
    },
    onWait: (attempt, n) => log.sayWait(waitLine("sts", attempt, n))
  });
  return result;
}

// src/run/prepare.ts
function prepare({ log, answered }) {
  if (answered.passed) return;
  let found = foundByChecks(log.known);
  found.length > 0 && explained(found).catch(() => {
  });
}

// src/steps/freshness.ts
var import_http_cache_semantics = __toESM(require_http_cache_semantics(), 1), PREVENTS = /(?<=^|[\s,])(no-cache|no-store|private|max-age\s*=\s*"?0+"?)(?![\w-])/i;
function freshnessOf({ url, status, headers, receivedAt }) {
  let policy = new import_http_cache_semantics.default(
    { url, method: "GET", headers: {} },
    { status, headers: plainDirectives(headers) },
    { shared: !0, cacheHeuristic: 0.1 }
  ), prevents = cacheBar(headers, receivedAt);
  return {
    storable: policy.storable(),
    // Not timeToLive(): that adds for how long a stale answer may still be served (RFC 5861).
    lifetimeSeconds: Math.max(0, Math.round(policy.maxAge() - policy.age())),
    ...prevents ? { prevents } : {}
  };
}
function cacheBar(headers, now) {
  let directive = PREVENTS.exec(headers["cache-control"] ?? "")?.[0];
  return directive !== void 0 ? { header: "cache-control", directive } : /\bno-cache\b/i.test(headers.pragma ?? "") ? { header: "pragma" } : hasExpired(headers, now) ? { header: "expires" } : void 0;
}
function plainDirectives(headers) {
  let directives = headers["cache-control"]?.toLowerCase();
  return { ...headers, ...directives === void 0 ? {} : { "cache-control": directives } };
}
function hasExpired(headers, now) {
  let { expires, date: date2 } = headers;
  if (expires === void 0 || /\b(max-age|s-maxage)\s*=/i.test(headers["cache-control"] ?? ""))
    return !1;
  let end = Date.parse(expires), from = Date.parse(date2 ?? "");
  return Number.isNaN(end) || end <= (Number.isNaN(from) ? now : from);
}

// src/steps/http-failure.ts
function httpFailure(peer, { url, status, headers, retryAfterSeconds: retryAfterSeconds2 }, excerpt) {
  return { kind: "http", peer, url, status, headers, excerpt, ...retryAfterSeconds2 === void 0 ? {} : { retryAfterSeconds: retryAfterSeconds2 } };
}

// src/steps/fetch-issuer.ts
async function fetchIssuer(world, issuer, { onDiscovery = () => {
}, publicOnly = !1 } = {}) {
  let from = world.clock.monotonic(), elapsed = () => Math.round(world.clock.monotonic() - from), url = discoveryUrl(issuer), line = world.http.line();
  try {
    let first = await askDocument(line, { peer: "discovery", url, publicOnly }, asObject), jwksUri = first.result.ok ? first.result.value.jwks_uri : void 0, seen2 = (totalMs2 = elapsed()) => ({
      url: issuer,
      discovery: withFreshness(first),
      totalMs: totalMs2
    });
    if (!isHttps(jwksUri)) return seen2();
    let totalMs = elapsed();
    onDiscovery(() => ({ ...seen2(totalMs), pending: jwksUri }));
    let jwks = await fetchDocument(line, { peer: "jwks", url: jwksUri, publicOnly }, asKeys);
    return { ...seen2(), jwks };
  } finally {
    line.end();
  }
}
function refetchJwks(http, url) {
  return fetchDocument(http, { peer: "jwks", url, headers: { "cache-control": "no-cache" } }, asKeys);
}
function isHttps(value) {
  return typeof value == "string" && /^https:\/\/[^\s/?#@\\]+(\/\S*)?$/i.test(value);
}
async function fetchDocument(http, request3, read) {
  return withFreshness(await askDocument(http, request3, read));
}
function withFreshness(fetched) {
  let { observed } = fetched;
  return observed ? { ...fetched, freshness: freshnessOf(observed) } : fetched;
}
async function askDocument(http, { peer, url, headers = {}, publicOnly = !1 }, read) {
  let host = hostOf(url);
  if (publicOnly && isInternalName(host))
    return { url, result: { ok: !1, failure: internalName(host) } };
  let request3 = { peer, url, headers, timeoutMs: 5e3, maxBytes: 1048576 }, answer2 = await http.get(request3);
  if (!answer2.ok) return { url, result: answer2 };
  let { observed } = answer2.value;
  return { url, observed, result: documentOf(peer, answer2.value, read) };
}
function internalName(host) {
  return { kind: "address", host, addresses: [], internal: !0 };
}
function documentOf(peer, { observed, body }, read) {
  let { url, status, headers } = observed, excerpt = excerptOf(body);
  if (status !== 200) return { ok: !1, failure: httpFailure(peer, observed, excerpt) };
  let document = parseJson(body), reading = document === void 0 ? { problem: "not-json" } : read(document);
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
function parseJson(body) {
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
  return Array.isArray(keys) ? keys.length > 1e4 ? { problem: "too-large" } : keys.every(isObject2) ? { value: keys } : { problem: "no-keys" } : { problem: "no-keys" };
}

// src/steps/ask-issuer.ts
function askIssuer(run, url, publicOnly = !run.inputs.customEndpoint) {
  let { world, inputs, log, answered } = run, facts2, onDiscovery = (seen2) => {
    facts2 = seen2;
  }, done = withRetries(run, {
    attempt: async (n) => {
      let all13 = await log.span(
        { of: "issuer", attempt: n },
        () => fetchIssuer(world, url, { onDiscovery, publicOnly })
      );
      facts2 = () => all13;
      let { observed } = all13.discovery;
      observed && log.hear("discovery", observed.headers.date, observed.receivedAt);
      let failed = [all13.discovery.result, all13.jwks?.result].find((result) => result?.ok === !1);
      return failed?.ok === !1 ? failed : { ok: !0, value: void 0 };
    },
    maxAttempts: Math.min(3, inputs.maxAttempts ?? 3),
    over: answered,
    onWait: () => {
    },
    judge: async (failure) => (await explained([failure])).retryFor(failure, log.known)
  });
  return { url, facts: done.then(() => facts2?.()), soFar: () => facts2?.() };
}

// node_modules/jose/dist/webapi/lib/buffer_utils.js
var encoder = new TextEncoder(), decoder = new TextDecoder(), strictDecoder = new TextDecoder("utf-8", { fatal: !0 }), UINT32_RANGE = 2 ** 32;
function concat(...buffers) {
  let size = buffers.reduce((acc, { length }) => acc + length, 0), buf = new Uint8Array(size), i = 0;
  for (let buffer of buffers)
    buf.set(buffer, i), i += buffer.length;
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
  for (let i = 0; i < string.length; i++) {
    let code2 = string.charCodeAt(i);
    if (code2 > 127)
      throw new TypeError("non-ASCII string encountered in encode()");
    bytes[i] = code2;
  }
  return bytes;
}
function encodeBase64(input2, url = !1) {
  if (Uint8Array.prototype.toBase64)
    return input2.toBase64({ alphabet: url ? "base64url" : "base64", omitPadding: url });
  let CHUNK_SIZE = 32768, arr = [];
  for (let i = 0; i < input2.length; i += CHUNK_SIZE)
    arr.push(String.fromCharCode.apply(null, input2.subarray(i, i + CHUNK_SIZE)));
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
var base64url_exports = {};
__export(base64url_exports, {
  decode: () => decode,
  encode: () => encode2
});
var invalid = "The input to be decoded is not correctly encoded.";
function decode(input2) {
  try {
    return decodeBase64(typeof input2 == "string" ? input2 : decoder.decode(input2), !0);
  } catch (cause) {
    throw new TypeError(invalid, { cause });
  }
}
function encode2(input2) {
  return encodeBase64(typeof input2 == "string" ? encoder.encode(input2) : input2, !0);
}

// node_modules/jose/dist/webapi/lib/validate.js
function isObject3(input2) {
  if (typeof input2 != "object" || input2 === null || Object.prototype.toString.call(input2) !== "[object Object]")
    return !1;
  let prototype = Object.getPrototypeOf(input2);
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
  let parsed2;
  try {
    parsed2 = JSON.parse(strictDecoder.decode(decode(encodedProtectedHeader)));
  } catch (cause) {
    throw new ErrorClass(message2, { cause });
  }
  if (!isObject3(parsed2))
    throw new ErrorClass(message2);
  return parsed2;
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
  if (!Array.isArray(protectedHeader.crit) || protectedHeader.crit.length === 0 || protectedHeader.crit.some((input2) => typeof input2 != "string" || input2.length === 0))
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
  cache ||= /* @__PURE__ */ new WeakMap();
  let cacheKey = key, cached = cache.get(cacheKey);
  if (cached?.[alg])
    return cached[alg];
  if (cached || cache.set(cacheKey, cached = {}), keyObject && typeof keyObject.toCryptoKey == "function") {
    let isPublic = keyObject.type === "public", crv = nist[keyObject.asymmetricKeyDetails?.namedCurve], params = entry.resolve?.({ crv, asymmetricKeyType: keyObject.asymmetricKeyType }) ?? entry.subtle;
    return cached[alg] = keyObject.toCryptoKey(params, isPublic, entry.usages[isPublic ? 0 : 1]);
  }
  return normalized ??= keyObject.export({ format: "jwk" }), normalized.alg = alg, cached[alg] = await jwkToKey(entry, normalized);
}
var cache, nist = {
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
var unusable2 = (name2, prop = "algorithm.name") => new TypeError(`CryptoKey does not support this operation, its ${prop} must be ${name2}`);
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
    if (!keyOps || keyOps.some((operation) => typeof operation != "string") || new Set(keyOps).size !== keyOps.length)
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
  let algorithm = entry.resolve?.({ kty: jwk.kty, crv: jwk.crv }) ?? entry.subtle, isPrivate = !!(jwk.d || jwk.priv), keyData = { ...jwk, ext: extractable ?? jwk.ext };
  return keyData.kty !== "AKP" && delete keyData.alg, delete keyData.use, crypto.subtle.importKey("jwk", keyData, algorithm, keyData.ext ?? !isPrivate, jwk.key_ops ?? entry.usages[isPrivate ? 1 : 0]);
}
async function rawKey(key, expected, usage, extractable = !1) {
  return key instanceof Uint8Array && (key = await crypto.subtle.importKey("raw", key, expected, extractable, [usage])), checkCryptoKey(key, expected, usage), key;
}

// node_modules/jose/dist/webapi/lib/key_descriptor.js
function table2(entries) {
  let out = { __proto__: null };
  for (let alg in entries)
    out[alg] = { ...entries[alg], alg };
  return out;
}

// node_modules/jose/dist/webapi/lib/jwe_algorithms.js
var wrap = [
  ["encrypt", "wrapKey"],
  ["decrypt", "unwrapKey"]
], derive = [[], ["deriveBits"]], none2 = [[], []];
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
    usages: none2,
    ops: gcm ? ["encrypt", "decrypt"] : ["wrapKey", "unwrapKey"]
  };
}
function pbes2() {
  return {
    kty: ["oct"],
    mode: "key-wrapping",
    secret: !0,
    subtle: { name: "PBKDF2" },
    usages: none2,
    ops: ["deriveBits", "deriveBits"]
  };
}
var JWE = table2({
  dir: {
    kty: ["oct"],
    mode: "direct-encryption",
    secret: !0,
    subtle: { name: "AES-GCM" },
    usages: none2,
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
    usages: none2,
    ops: contentOps,
    cekBits: bits,
    ivBits: cbc ? 128 : 96,
    cbc
  };
}
var ENC = table2({
  A128GCM: contentEncryption(128),
  A192GCM: contentEncryption(192),
  A256GCM: contentEncryption(256),
  "A128CBC-HS256": contentEncryption(256, !0),
  "A192CBC-HS384": contentEncryption(384, !0),
  "A256CBC-HS512": contentEncryption(512, !0)
});

// node_modules/jose/dist/webapi/lib/jws_algorithms.js
var sig = [["verify"], ["sign"]];
function hmac(bits) {
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
var JWS = table2({
  HS256: hmac(256),
  HS384: hmac(384),
  HS512: hmac(512),
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
      let { code: code2 } = error2;
      return code2 === "ERR_JWS_SIGNATURE_VERIFICATION_FAILED" ? "invalid" : "not-checked";
    }
  } catch {
    return "not-checked";
  }
}

// src/steps/inspect-issuer.ts
function askEarly(run, url, publicOnly) {
  if (!isHttps(url)) return;
  let asking = askIssuer(run, url, publicOnly);
  return asking.facts.catch(() => {
  }), asking;
}
function inspectIssuer(run, token, early) {
  let { log, answered } = run, { clock } = run.world, { issuer } = token.facts, asking = early?.url === issuer ? early : askEarly(run, issuer), wanted = !0, learn = (facts2) => {
    wanted && log.learn(facts2);
  }, done = asking ? asking.facts.then((facts2) => inspect(run, token, facts2, learn)) : void 0, isDone = !1, all13 = Promise.resolve(done).then(() => (isDone = !0, prepare(run), !0)), ended = Promise.race([
    all13,
    answered.come.then(async () => (isDone || await clock.sleep(5e3), isDone))
  ]);
  return ended.catch(() => {
  }), {
    done: ended,
    giveUp() {
      wanted = !1;
      let seen2 = asking?.soFar();
      if (isDone || !asking || seen2 && !seen2.pending) return;
      seen2 && log.learn({ issuer: seen2 });
      let missing = seen2?.pending ? { missing: "jwks", url: seen2.pending } : { missing: "discovery", url: discoveryUrl(issuer) };
      return { kind: "issuer-unchecked", issuer, ...missing, waitedMs: 5e3 };
    }
  };
}
var GRACE_MS = 250;
async function waitForIssuer({ world, inputs, log, granted: granted2, late }, { done, giveUp }, answers2) {
  let isPast = (answer2) => !answer2.ok && isPastToken(answer2.failure, log.known), isRefused = answers2.some(isPast) && answers2.every((answer2) => answer2.ok || isPast(answer2)), waited = await Promise.race([
    done,
    late.come.then(() => !1),
    ...isRefused ? [world.clock.sleep(GRACE_MS).then(() => !1)] : []
  ]);
  if (waited) return { waited };
  let missing = giveUp();
  if (!granted2.passed || !missing) return { waited };
  let deadline = late.passed ? { deadlineSeconds: inputs.actionTimeoutSeconds } : {};
  return { waited, unchecked: { ...missing, ...deadline } };
}
async function inspect({ world, log }, token, issuer, learn) {
  let { header } = token.facts;
  learn({ issuer });
  let keys = issuer.jwks?.result;
  if (!keys?.ok) return;
  let signature = await verifyToken(token, keys.value);
  if (learn({ signature }), signature !== "no-key" || header.kid === void 0) return;
  let refetched = await log.span(
    { of: "jwks-past-caches" },
    () => refetchJwks(world.http, issuer.jwks?.url ?? "")
  );
  learn({
    issuer: { ...issuer, refetched },
    signature: await verifyAgain(token, refetched.result)
  });
}
async function verifyAgain(token, keys) {
  return keys.ok ? verifyToken(token, keys.value) : "no-key";
}

// src/aws/role-arn.ts
var ROLE = /^arn:(?<partition>[a-z-]+):iam::(?<account>\d{12}):role\/(?<name>[\w+=,.@/-]{1,512})$/, LENIENT = /^arn:(?<partition>[^:]*):[^:]*:[^:]*:(?<account>[^:]*):(?:role\/)?(?<name>.+)$/;
function parseRoleArn(text, lenient) {
  let parts = (lenient ? LENIENT : ROLE).exec(text)?.groups;
  if (parts)
    return {
      text,
      partition: parts.partition ?? "",
      account: parts.account ?? "",
      name: parts.name ?? ""
    };
}
function isAccount(text) {
  return /^\d{12}$/.test(text);
}
var NAME = /^[\w+=,.@-]+$/;
function isSessionName(text) {
  let { least, most } = SESSION_NAME_LENGTH;
  return NAME.test(text) && text.length >= least && text.length <= most;
}
function baseName({ name: name2 }) {
  return name2.split("/").at(-1) ?? name2;
}
function wantedRoleArn(text, partition = "aws") {
  let arn = text.replace(/^["'\s]+|["'\s]+$/g, "");
  if (arn !== text && ROLE.test(arn)) return { form: "unquoted-arn", arn };
  if (/^\$(arn:|$)/.test(text)) return { form: "dollar-arn" };
  let slip = slipIn(text);
  return { form: "role-arn", partition, ...slip ? { slip } : {} };
}
function slipIn(text) {
  if (/:oidc-provider\//.test(text)) return "oidc-provider";
  if (/:instance-profile\//.test(text)) return "instance-profile";
  if (/:assumed-role\//.test(text)) return "session";
  if (/:user\//.test(text)) return "user";
  if (/:policy\//.test(text)) return "policy";
  if (/^arn:[a-z-]+:iam:::role\//.test(text)) return "no-account";
  let account = /^arn:[a-z-]+:iam::(\d+):role\//.exec(text)?.[1];
  return account !== void 0 ? account.length === 12 ? "name" : "account-digits" : /^[\w+=,.@/-]+$/.test(text) ? "bare-name" : void 0;
}

// src/steps/read-trust-policy.ts
var INLINE = /^\ufeff?(?:"?\s*[[{]|\/\*|%7B|%5B)|\n/i;
async function readTrustPolicies(run) {
  let all13 = await Promise.all(
    run.branches.length > 0 ? readEach(run.branches) : [readTrustPolicy(run)]
  );
  return () => {
    for (let examine of all13) examine();
  };
}
function readEach(branches) {
  let isCommon = new Set(branches.map(({ run }) => run.inputs.trustPolicy)).size === 1;
  return branches.map(
    ({ run, role: { account } }) => readTrustPolicy(run, isCommon && isAccount(account) ? account : void 0)
  );
}
var ACCOUNT_OF_PROVIDER = /(\barn:[\w-]+:iam::)\d{12}(?=:oidc-provider\/)/g;
async function readTrustPolicy(run, account) {
  let { inputs, log } = run, given = inputs.trustPolicy;
  if (given === "") return () => {
  };
  let inline2 = INLINE.test(given), source = inline2 ? { inline: !0 } : { path: given }, text = inline2 ? { ok: !0, value: given } : readSource(run, given, LARGEST_POLICY);
  if (!text.ok) return learnRefusal(log, source, fileFailure2(source, text.failure));
  let { examine, parseParameters, parseTrustPolicy } = await trustExplained(), parameters = readParameters(run, parseParameters);
  if (!parameters.ok) return learnRefusal(log, source, parameters.failure);
  let own = account === void 0 ? text.value : text.value.replace(ACCOUNT_OF_PROVIDER, `$1${account}`), parsed2 = parseTrustPolicy(own, inputs.role, parameters.value), { address } = parsed2.ok ? parsed2.value : parsed2, place = { ...source, ...address ? { address } : {} };
  if (!parsed2.ok)
    return learnRefusal(log, place, { kind: "trust-policy", source: place, ...parsed2.reason });
  let { policy, template } = parsed2.value;
  return () => {
    let { token, now } = log.known;
    if (!token) return;
    let trust = examine(policy, signInOf(token, inputs, now), place, template);
    log.learn({ trust }), run.world.clock.sleep(0).then(() => prepare(run));
  };
}
function signInOf({ claims }, inputs, now) {
  let { role, partition, region, stsEndpoint, customEndpoint, fallbackRegions } = inputs, isOneRegion = !customEndpoint && fallbackRegions.length === 0;
  return {
    claims,
    ...role ? { role: role.text } : {},
    partition,
    sessionName: inputs.roleSessionName,
    durationSeconds: inputs.roleDurationSeconds,
    ...isOneRegion ? { region } : {},
    endpoint: stsEndpoint,
    now
  };
}
function readSource({ world, log }, path, most) {
  return world.runner.readFile(path, log.known.run.workspace || ".", most, !0);
}
function readParameters(run, parse) {
  let path = run.inputs.trustPolicyParameters;
  if (path === "") return { ok: !0, value: void 0 };
  let source = { path, parameters: !0 }, text = readSource(run, path, LARGEST_PARAMETER_FILE);
  if (!text.ok) return { ok: !1, failure: fileFailure2(source, text.failure) };
  let parsed2 = parse(text.value, path);
  return parsed2.ok ? parsed2 : { ok: !1, failure: { kind: "trust-policy", source, ...parsed2.reason } };
}
function learnRefusal(log, source, failure) {
  return log.learn({ trust: { source, allowed: "undecided", statements: [], found: [failure] } }), () => {
  };
}
function fileFailure2(source, failure) {
  if (failure.kind !== "token-file") return failure;
  let { kind: _kind, path: _path, ...problem } = failure;
  return problem.problem === "too-large" ? { kind: "trust-policy", source, ...problem, unit: "bytes" } : { kind: "trust-policy", source, ...problem };
}

// src/steps/decode-token.ts
function decodeToken(world, text, source) {
  let words2 = text.split(/\s+/);
  for (let mask of masksOf2(text, words2)) world.runner.mask(mask);
  let wrong = formOf(text, words2);
  if (wrong) return { ok: !1, failure: { kind: "token", ...wrong } };
  let [header, claims] = [
    tryDecode(() => decodeProtectedHeader(text)),
    tryDecode(() => decodeJwt(text))
  ];
  if (!header || !claims)
    return { ok: !1, failure: { kind: "token", problem: header ? "payload" : "header" } };
  let audiences = [claims.aud ?? []].flat().filter((audience) => typeof audience == "string"), facts2 = {
    source,
    header: { ...header },
    claims: { ...claims },
    issuer: typeof claims.iss == "string" ? claims.iss : "",
    subject: typeof claims.sub == "string" ? claims.sub : "",
    audiences
  };
  return { ok: !0, value: { secret: new Secret(text), facts: facts2 } };
}
var SHORTEST_SECRET = 16;
function masksOf2(text, words2) {
  let own = words2.length > 1 ? words2.filter((one) => one.length >= SHORTEST_SECRET) : [];
  return new Set([text, ...own].flatMap(tokenMasks));
}
function formOf(text, words2) {
  let at = words2.findIndex(isJwt);
  if (words2.length > 1 && at >= 0 && !isWrapped(text, words2.slice(at))) {
    let before = words2.slice(0, at).some((one) => one !== ""), after = at < words2.length - 1;
    return { problem: "more-text", at: before && after ? "both" : before ? "before" : "after" };
  }
  let parts = text.split(".").length;
  if (parts === 5 && words2.length === 1) return { problem: "encrypted" };
  let whitespace = words2.length > 1 ? { whitespace: !0 } : {};
  return parts !== 3 || words2.length > 1 ? { problem: "not-a-jws", parts, ...whitespace } : void 0;
}
function isJwt(text) {
  return /^[^.]+\.[^.]+\.[^.]+$/.test(text) && tryDecode(() => decodeProtectedHeader(text)) !== void 0 && tryDecode(() => decodeJwt(text)) !== void 0;
}
function isWrapped(text, [first = "", ...rest]) {
  let signature = first.split(".")[2] ?? "";
  return !/[^\S\r\n]/.test(text) && rest.every((one) => /^[\w-]*$/.test(one)) && !isWholeSignature(signature);
}
function tryDecode(decode2) {
  try {
    return decode2();
  } catch {
    return;
  }
}

// src/steps/request-token.ts
var TIMEOUT_MS = 1e4, LARGEST_ANSWER2 = 64 * 1024;
async function requestToken({ world, inputs, log }) {
  let { runner } = world;
  if (inputs.webIdentityTokenFile !== "") {
    let root = runner.env("GITHUB_WORKSPACE") ?? ".", text = runner.readFile(inputs.webIdentityTokenFile, root, 2e4);
    return text.ok ? decodeToken(world, text.value.trim(), "file") : text;
  }
  let [url = "", bearer = ""] = REQUEST_VARIABLES.map((name2) => runner.env(name2));
  if (url === "" || bearer === "") return { ok: !1, failure: missingPermission(url, bearer) };
  runner.mask(bearer);
  let answer2 = await world.http.get({
    peer: "token-service",
    url: `${url}${url.includes("?") ? "&" : "?"}audience=${encodeURIComponent(inputs.audience)}`,
    bearer: new Secret(bearer),
    timeoutMs: TIMEOUT_MS,
    maxBytes: LARGEST_ANSWER2
  });
  if (!answer2.ok) return answer2;
  let { headers, receivedAt } = answer2.value.observed;
  return log.hear("token-service", headers.date, receivedAt), tokenFrom(world, answer2.value);
}
function missingPermission(url, bearer) {
  return { kind: "no-token-permission", missing: REQUEST_VARIABLES.filter((_name, index) => [url, bearer][index] === "") };
}
function tokenFrom(world, { observed, body }) {
  let { status, headers, url } = observed, seen2 = { peer: "token-service", url: withoutQuery(url), status }, isPage = isHtml(body), excerpt = status >= 300 || isPage ? excerptOf(body) : "";
  if (status !== 200)
    return {
      ok: !1,
      failure: { ...httpFailure("token-service", observed, excerpt), url: seen2.url }
    };
  let value = tokenValue(body);
  if (value !== "") return decodeToken(world, value, "runner");
  let contentType = headers["content-type"] ?? "";
  return {
    ok: !1,
    failure: { kind: "document", ...seen2, problem: "no-token", contentType, excerpt }
  };
}
function tokenValue(body) {
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
async function requestTokenPatiently(run) {
  let { inputs, log } = run, { result } = await withRetries(run, {
    maxAttempts: inputs.maxAttempts,
    attempt: (n) => log.span({ of: "token", attempt: n }, () => requestToken(run)),
    judge: async (failure) => (await explained([failure])).retryFor(failure, log.known),
    onWait: (attempt, n) => {
      log.failing(attempt), log.sayWait(waitLine("token-service", attempt, n));
    }
  });
  return log.failing(), result;
}

// src/steps/token-in-use.ts
var LEAST_LEFT_MS = 6e4, TokenInUse = class {
  #run;
  #renew;
  #token;
  #sent = !1;
  #renewing;
  /** `renew` asks for another one. */
  constructor(run, token, renew) {
    this.#run = run, this.#token = token, this.#renew = renew;
  }
  /** To be sent now; `refused`: STS has called that one expired. */
  async next(refused) {
    let isSpent = this.#token === refused || leftMs(this.#token, this.#run.world.clock.now()) < LEAST_LEFT_MS;
    if (this.#sent && isSpent) {
      this.#renewing ??= this.#renewed().finally(() => {
        this.#renewing = void 0;
      });
      let renewed = await this.#renewing;
      if (!renewed.ok) return renewed;
    }
    return this.#sent = !0, { ok: !0, value: this.#token };
  }
  async #renewed() {
    let renewed = await this.#renew();
    return renewed.ok && (this.#token = renewed.value, this.#run.log.learn({ token: renewed.value.facts })), renewed;
  }
};
function leftMs({ facts: facts2 }, now) {
  let exp = secondsOf(facts2.claims.exp);
  return facts2.source === "runner" && exp !== void 0 ? exp * 1e3 - now : Number.POSITIVE_INFINITY;
}

// src/steps/unset-current.ts
var NAMES = [...KEY_VARIABLES, "AWS_REGION", "AWS_DEFAULT_REGION"];
function unsetCurrent({ world: { runner }, inputs }) {
  let several = inputs.roles.length > 0;
  if (!inputs.unsetCurrentCredentials || !(inputs.outputEnvCredentials || several)) return;
  let names = inputs.awsProfile === "" && !several ? NAMES : [...NAMES, "AWS_PROFILE"], cleared = Object.fromEntries(names.map((name2) => [name2, ""])), noted = inputs.cleanup ? runner.rememberVariables(cleared) : void 0;
  if (noted?.ok === !1) return noted.failure;
  let exported = runner.exportVariables(cleared);
  if (!exported.ok) return exported.failure;
  runner.info(clearedLine(names));
}

// src/sign-in-flow.ts
async function signInFlow(run) {
  let { world, inputs, log } = run, unwritten = unsetCurrent(run);
  if (unwritten) return { ended: [unwritten] };
  if (inputs.proxy && log.say(proxyLine(inputs.proxy)), world.useProxy(inputs.proxy), inputs.customEndpoint && world.allowLinkLocal(), inputs.useExistingCredentials) {
    let found = await existingCredentials(run, endpointOf(run));
    if (found) return found;
  }
  if (isIssuerOnly(run)) return issuerOnly(run, askEarly(run, inputs.issuer, !1));
  let asking = requestTokenPatiently(run), early = askEarly(run, earlyIssuer(run));
  preconnect(run, endpointOf(run));
  let [token, examineTrust] = await Promise.all([asking, readTrustPolicies(run)]);
  if (!token.ok)
    return inputs.issuer !== "" && await issuerOnly(run, early), { ended: [token.failure] };
  log.learn({ token: token.value.facts }), log.say(tokenLine(log.known));
  let inspection = inspectIssuer(run, token.value, early), how = {
    tokens: new TokenInUse(run, token.value, () => requestToken(run)),
    issuerKnown: inspection.done
  }, signingIn = expectedClaims.judge(log.known).length === 0 ? signInAs(run, how) : void 0;
  examineTrust();
  let signed = await signingIn ?? [];
  signed.length > 0 && run.answered.pass();
  let answers2 = signed.map(({ result }) => result), { waited, unchecked } = await waitForIssuer(run, inspection, answers2);
  if (log.say(issuerLine(log.known, waited)), run.branches.length > 0) return acceptSessions(run, signed, unchecked);
  let [only] = signed;
  return only ? acceptSession(run, only, unchecked) : (asksForRole(inputs) || log.say(noRoleLine()), { ended: [] });
}
async function signInAs(run, how) {
  let { role } = run.inputs;
  return run.branches.length > 0 ? signInToAll(run, how) : role ? [await signIn(run, { ...how, role, onWait: (attempt, n) => run.log.sayWait(waitLine("sts", attempt, n)) })] : [];
}
function preconnect({ world, inputs, branches }, endpoint) {
  let endpoints = inputs.role ? [endpoint] : branches.map(({ run }) => endpointIn(run.inputs.region, run.inputs));
  for (let [one, all13] of Map.groupBy(endpoints, (each) => each))
    world.sts.preconnect(one, Math.min(all13.length, 8));
}
function endpointOf({ inputs, log }) {
  let { endpoint: known } = log.known;
  if (known !== void 0) return known;
  let endpoint = endpointIn(inputs.region, inputs);
  return log.learn({ endpoint }), (inputs.endpointSource !== "" || inputs.fips || inputs.dualStack) && log.say(endpointLine(endpoint, inputs)), endpoint;
}
function earlyIssuer({ log, inputs: { issuer, webIdentityTokenFile } }) {
  return issuer || (webIdentityTokenFile === "" ? issuerOfRunner(log.known.run) : "");
}
function isIssuerOnly({ log, inputs }) {
  let { issuer, webIdentityTokenFile } = inputs;
  return issuer !== "" && !asksForRole(inputs) && webIdentityTokenFile === "" && !log.known.run.onRunner;
}
async function issuerOnly({ log }, early) {
  let issuer = await early?.facts;
  return issuer && log.learn({ issuer }), log.say(issuerLine(log.known)), { ended: [] };
}
async function withDeadline(run, work) {
  let { actionTimeoutSeconds: seconds2 } = run.inputs;
  if (seconds2 === 0) return work;
  let late = run.world.clock.sleep(seconds2 * 1e3).then(() => (run.late.pass(), run.granted.passed ? work : { ended: [run.log.runOut(seconds2)] }));
  return Promise.race([work, late]);
}

// src/report/outputs.ts
function outputs(report, session) {
  let { findings, known, ready, roles } = report, { token, inputs } = known;
  return {
    ready: String(ready),
    causes: JSON.stringify([...new Set(findings.map(({ id }) => id))]),
    report: inputs?.reportFile ?? "",
    issuer: token?.issuer ?? known.issuer?.url ?? "",
    subject: token?.subject ?? "",
    "token-audience": token?.audiences.join(",") ?? "",
    ...known.existing ? { "aws-account-id": known.existing.account, "authenticated-arn": known.existing.arn } : {},
    ...roles.length > 0 || known.outlets?.several ? { sessions: JSON.stringify(sessionsByName(report)) } : {},
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

// src/steps/set-outputs.ts
function outputsOf({ report, path }, session) {
  return { ...outputs(report, session), report: path };
}
function writeOutputs(runner, values, needed) {
  let written = runner.setOutputs(values);
  if (written.ok || needed) return written;
  let { failure } = written;
  return failure.kind === "file" && failure.reason === "not-set" ? { ok: !0, value: () => {
  } } : written;
}
async function setOutputs(runner, file, ended, before) {
  let done = before ?? await file(ended), written = writeOutputs(runner, outputsOf(done), !1);
  return written.ok || ended.some((failure) => isSame2(failure, written.failure)) ? done : file([...ended, written.failure]);
}
function isSame2(one, other) {
  return one.kind === "file" && other.kind === "file" && one.file === other.file;
}

// src/profile/name.ts
function nameProblem(name2) {
  return /[\p{Cc}\p{Cf}\u2028\u2029]/u.test(name2) ? "control" : /[[\]]/.test(name2) ? "brackets" : /["'\\]/.test(name2) ? "quotes" : /[#;]/.test(name2) ? "comment" : name2 === "DEFAULT" || name2 === "__proto__" ? "reserved" : void 0;
}
function headerOf(name2, file) {
  return file === "credentials" || name2 === "default" ? `[${name2}]` : /\s/.test(name2) ? `[profile '${name2}']` : `[profile ${name2}]`;
}
function profileOf(section, file) {
  let text = section.trim();
  if (file === "credentials" || text === "default") return file === "config" ? "default" : text;
  if (!/^profile\s/.test(text)) return;
  let words2 = shellWords(text);
  return words2 ? words2.length === 2 ? words2[1] : void 0 : null;
}
var BLANK = /\s*/y, WORD2 = /(?:[^\s'"\\]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|\\[\s\S])+/y, PIECE2 = /'([^']*)'|"((?:[^"\\]|\\[\s\S])*)"|\\([\s\S])|[^\s'"\\]/g;
function shellWords(text) {
  let words2 = [], at = 0;
  for (; at < text.length; ) {
    BLANK.lastIndex = at;
    let blank = BLANK.exec(text)?.[0].length ?? 0;
    WORD2.lastIndex = at + blank;
    let word = WORD2.exec(text)?.[0];
    if (word === void 0) return;
    words2.push(
      word.replace(PIECE2, (whole, single, double, escaped2) => single ?? double?.replace(/\\(["\\])/g, "$1") ?? escaped2 ?? whole)
    ), at += blank + word.length;
  }
  return words2;
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
function sectionLines(name2, file, settings, end) {
  return [headerOf(name2, file), ...writtenAs(settings).split(`
`)].map((text) => lineOf(text + end));
}

// src/profile/previous-profile.ts
function secretsIn({ lines }) {
  let isSecret = !1, level = Number.POSITIVE_INFINITY;
  return lines.flatMap((line) => {
    let [, indent = "", name2 = "", own = ""] = /^(\s*)([^\s[=:][^=:]*)[=:]([\s\S]*)$/.exec(line ?? "") ?? [], named = SECRET.test(name2) && !/_file\s*$/i.test(name2), begins = name2 !== "" && indent.length <= level;
    return begins && (isSecret = named, level = indent.length), [...isSecret && !begins ? [line ?? ""] : [], ...named ? [own] : []].flatMap((text) => [
      text.trim(),
      text.trim().replace(/\s[#;].*$/, "").trim()
    ]);
  });
}
var SECRET = /key|token|secret|passw|^credential_process\s*$/i;

// src/report/cleanup-lines.ts
function largeLine(profile) {
  return `What profile ${quote(profile)} held is too large to keep (more than ${IN_WORDS.largestNote}): the post step cannot put it back`;
}

// src/profile/command.ts
function commandLine(words2, windows) {
  return words2.map(windows ? windowsWord : posixWord).join(" ");
}
function windowsWord(word) {
  return /^[\w.:\\/-]+$/.test(word) ? word : `"${word}"`;
}
function posixWord(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''").replace(/(\s)(?=[#;])/g, "$1''")}'`;
}

// src/profile/process-credentials.ts
function processCredentials({ credentials, facts: facts2 }, endsAt) {
  return JSON.stringify({
    Version: 1,
    AccessKeyId: credentials.accessKeyId.reveal(),
    SecretAccessKey: credentials.secretAccessKey.reveal(),
    SessionToken: credentials.sessionToken.reveal(),
    Expiration: facts2.expiration || new Date(endsAt).toISOString()
  });
}
function leftMs2(text, now) {
  let { Version, Expiration, ...rest } = parsed(text), whole = ["AccessKeyId", "SecretAccessKey", "SessionToken"].every(
    (name2) => typeof rest[name2] == "string" && rest[name2] !== ""
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
function stateText(state) {
  let { proxy } = state.inputs, inputs = {
    ...state.inputs,
    ...proxy ? { proxy: { ...proxy, url: proxy.url.reveal() } } : {}
  };
  return `${JSON.stringify({ version: 1, ...state, inputs }, null, 2)}
`;
}
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

// src/steps/lay-renewal.ts
function createRenewalFiles({ run: { world, inputs, log }, session }, note, remember) {
  let { privateFiles, clock } = world, { run } = log.known, [state, cache2] = [privateFiles.place("state.json"), privateFiles.place("session.json")];
  if (!state.ok) return state;
  if (!cache2.ok) return cache2;
  note.files.push(state.value, cache2.value);
  let ends = clock.now() + inputs.roleDurationSeconds * 1e3, text = stateText({ inputs: withAbsolutePath(inputs, run), run, cache: cache2.value });
  for (let step of [
    remember,
    () => privateFiles.create(cache2.value, processCredentials(session, ends)),
    () => privateFiles.create(state.value, text)
  ]) {
    let done = step();
    if (!done.ok)
      return privateFiles.remove(note.files), done;
  }
  let { words: words2, windows } = privateFiles.renewal(state.value);
  return { ok: !0, value: { credential_process: commandLine(words2, windows) } };
}
function withAbsolutePath(inputs, { workspace }) {
  let { webIdentityTokenFile: path } = inputs;
  return path !== "" && !/^([/\\]|[a-z]:)/i.test(path) ? { ...inputs, webIdentityTokenFile: `${workspace}/${path}` } : inputs;
}

// src/steps/profile-note.ts
function noteName(number) {
  return number === 1 ? "profile" : `profile-${number}`;
}

// src/steps/profile-settings.ts
var FILES2 = ["credentials", "config"];
function settingsFor({ renew, region }, { credentials }, renewal2) {
  return renew ? { credentials: void 0, config: { region, ...renewal2 } } : {
    credentials: {
      aws_access_key_id: credentials.accessKeyId.reveal(),
      aws_secret_access_key: credentials.secretAccessKey.reveal(),
      aws_session_token: credentials.sessionToken.reveal()
    },
    config: { region }
  };
}
function clashOf({ awsProfile: profile }, files, settings) {
  let odd = (file, problem) => ({
    kind: "profile-odd",
    profile,
    path: files[file],
    problem,
    line: 0
  }), unfit = FILES2.find(
    (file) => Object.values(settings[file] ?? {}).some(
      (value) => /[\p{Cc}\u2028\u2029]|^\s|\s$|^$/u.test(value)
    )
  );
  return unfit ? odd(unfit, "value") : profile === "default" && files.credentials === files.config && settings.credentials ? odd("config", "one-file") : void 0;
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
        let name2 = profileIn(text.trim(), file);
        name2 && !this.#indented.has(name2) && this.#indented.set(name2, section.line + index);
      }
    }
  }
  of(profile) {
    return this.#sections.get(profile)?.[0];
  }
  add(section) {
    let name2 = this.#nameIn(section.lines[0]);
    if (!name2) return;
    let same = this.#sections.get(name2);
    same ? same.push(section) : this.#sections.set(name2, [section]);
  }
  remove(section) {
    let name2 = this.#nameIn(section.lines[0]), rest = this.#sections.get(name2 ?? "")?.filter((one) => one !== section);
    name2 && rest && this.#sections.set(name2, rest);
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
`, block2 = sectionLines(profile, file, settings, end), own = this.#index(file).of(profile);
    if (this.isThere = !0, own) {
      let wasOpen = isOpen(own.lines.at(-1));
      this.#refill(own, [...block2, ...own.lines.slice(1).filter(staysIn)]), wasOpen && openUp(own);
      return;
    }
    let last = this.#sections.at(-1), section = { line: this.#lines + 1, lines: block2 };
    last && isOpen(last.lines.at(-1)) && (closeLast(last, end), openUp(section)), this.#lines += block2.length, this.#insert(this.#sections.length, section);
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
function fileEdits(all13, told = () => {
}) {
  let failures = /* @__PURE__ */ new Map(), files = [...Map.groupBy(all13, ({ path }) => path).values()];
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
      let failure = toTell(all13.flatMap((one) => failures.get(one) ?? []));
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

// src/steps/write-profile.ts
async function writeProfiles(world, all13) {
  let { profiles, privateFiles } = world, notes = [], removeFiles = () => privateFiles.remove(notes.flatMap((note) => note.files)), laid = layAll(world, all13, notes), files = profiles.files(), changed = laid.ok ? await profiles.change(
    editsFor(world, laid.value, files),
    () => rememberAll(world, laid.value)
  ) : laid;
  if (!changed.ok)
    return removeFiles(), changed;
  let undo = async () => {
    await changed.value.undo(), removeFiles();
  }, written = notes.flatMap(({ sections }) => sections.filter(({ taken }) => !taken));
  return { ok: !0, value: { paths: [...new Set(written.map(({ path }) => path))], undo } };
}
function layAll(world, all13, notes) {
  let laid = [];
  for (let signed of all13) {
    let { inputs } = signed.run, note = { profile: inputs.awsProfile, sections: [], created: [], files: [] };
    notes.push(note);
    let remember = () => rememberNote(world, signed, note, notes.length), renewal2 = inputs.renew ? createRenewalFiles(signed, note, remember) : void 0;
    if (renewal2?.ok === !1) return renewal2;
    let settings = settingsFor(inputs, signed.session, renewal2?.value ?? {}), clash = clashOf(inputs, world.profiles.files(), settings);
    if (clash) return { ok: !1, failure: clash };
    laid.push({ signed, note, settings });
  }
  return { ok: !0, value: laid };
}
function rememberAll(world, all13) {
  for (let [index, { signed, note }] of all13.entries()) {
    let noted = rememberNote(world, signed, note, index + 1);
    if (!noted.ok) return noted;
  }
  return { ok: !0, value: void 0 };
}
function rememberNote({ runner }, { run }, note, number) {
  return run.inputs.cleanup ? runner.remember(noteName(number), note) : { ok: !0, value: void 0 };
}
function editsFor(world, all13, files) {
  let room = { left: LARGEST_NOTES, runner: world.runner }, edits = all13.flatMap(
    ({ signed: { run }, note, settings }) => FILES2.map((file) => {
      let place = { file, path: files[file], settings: settings[file] };
      return editToWrite(world, { inputs: run.inputs, ...place }, note, room);
    })
  ), notes = all13.map(({ note }) => note);
  return fileEdits(edits, (path, text) => {
    let digest2 = world.profiles.digest(text ?? "");
    for (let section of notes.flatMap(({ sections }) => sections))
      section.taken && section.path === path && (section.digest = digest2);
  });
}
function editToWrite({ profiles }, { inputs, file, path, settings }, note, room) {
  let { awsProfile: profile, overwriteAwsProfile } = inputs;
  return { profile, file, path, edit: (text) => {
    let line = text.lineOf(profile, file), failure = { kind: "profile-exists", profile, path, line };
    if (line > 0 && !overwriteAwsProfile) return failure;
    if (!settings && line === 0) return;
    let previous = inputs.cleanup ? text.previous(profile, file) : void 0, kept = keepPrevious(previous, note, room);
    if (!kept) return { ...failure, unkept: !0 };
    text.isThere || note.created.push(path), settings ? (note.sections.push({ path, file, digest: profiles.digest(writtenAs(settings)), ...kept }), text.set(profile, file, settings)) : (note.sections.push({ path, file, digest: "", taken: !0, ...kept }), text.remove(profile, file));
  } };
}
function keepPrevious(previous, { profile, sections }, room) {
  if (!previous) return {};
  let kept = sections.map((section) => section.previous), { runner } = room;
  if (JSON.stringify([...kept, previous]).length > LARGEST_NOTE)
    return runner.info(largeLine(profile)), { large: !0 };
  if (room.left -= mostBytes(JSON.stringify(previous)), !(room.left < 0)) {
    for (let secret of secretsIn(previous)) runner.mask(secret);
    return { previous };
  }
}
function mostBytes(text) {
  return text.replace(/[^\p{ASCII}]/gu, (one) => "   ".repeat(one.length)).length;
}

// src/steps/export-session.ts
function jobVariables({ credentials }, { region, awsProfile }) {
  return {
    AWS_ACCESS_KEY_ID: credentials.accessKeyId.reveal(),
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey.reveal(),
    AWS_SESSION_TOKEN: credentials.sessionToken.reveal(),
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    ...awsProfile === "" ? {} : { AWS_PROFILE: awsProfile }
  };
}
async function exportSessions({ world, inputs }, all13, outputs2) {
  let { runner } = world, toWrite = all13.filter(({ run }) => run.inputs.awsProfile !== ""), profiles = toWrite.length > 0 ? await writeProfiles(world, toWrite) : void 0;
  if (profiles?.ok === !1) return profiles.failure;
  let variables = variablesOf(inputs, all13), told = writeOutputs(runner, outputs2, inputs.outputCredentials), failure = told.ok ? exportAll(world, inputs, variables) : told.failure;
  if (failure)
    return told.ok && told.value(), await profiles?.value.undo(), failure;
  let names = toWrite.map(({ run }) => run.inputs.awsProfile);
  profiles && runner.info(profileLine(names, inputs, profiles.value.paths));
  let exported = Object.keys(variables);
  exported.length > 0 && runner.info(exportLine(inputs.region, exported));
}
function variablesOf(inputs, [only]) {
  let { region } = inputs;
  return inputs.roles.length > 0 ? { AWS_REGION: region, AWS_DEFAULT_REGION: region } : only && inputs.outputEnvCredentials ? jobVariables(only.session, inputs) : {};
}
function exportAll({ runner }, { cleanup, unsetCurrentCredentials }, variables) {
  if (Object.keys(variables).length === 0) return;
  let noted = cleanup ? runner.rememberVariables(variables) : void 0;
  if (noted?.ok === !1) return noted.failure;
  let exported = runner.exportVariables(variables);
  if (!exported.ok)
    return cleanup && unsetCurrentCredentials && runner.rememberVariables(Object.fromEntries(Object.keys(variables).map((name2) => [name2, ""]))), exported.failure;
}

// src/report/claims.ts
var SHOWN_CLAIMS = [
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
function shownClaims({ claims }) {
  return Object.fromEntries(
    SHOWN_CLAIMS.filter((name2) => Object.hasOwn(claims, name2)).map((name2) => [
      name2,
      shownValue(claims[name2])
    ])
  );
}
function shownValue(value) {
  return (Array.isArray(value) ? value : [value]).every((part) => part === null || typeof part != "object") ? value : "(nested)";
}

// src/report/report-file.ts
function reportFile(whole) {
  let { ready, findings, chain, checks, timeline, known, roles } = whole, { token, issuer, session, signature, trust } = known, report = {
    version: 1,
    ready,
    findings: findings.map(findingFacts),
    chain,
    checks,
    timeline: timeline.map(({ task, ...span }) => ({ name: taskName(task), ...span })),
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
    ...trust ? {
      trust: {
        source: trust.source,
        allowed: trust.allowed,
        ...trust.doubt ? { doubt: trust.doubt } : {},
        statements: trust.statements
      }
    } : {},
    ...session ? { session } : {},
    ...roles.length > 0 ? { sessions: sessionsByName(whole) } : {}
  };
  return `${JSON.stringify(report, bounded, 2)}
`;
}
function findingFacts(whole) {
  let { where: _where, answeredBy: _by, steps: steps2, otherwise, confirm, evidence, ...finding } = whole, grouped2 = (group, own) => own.map(({ kind: _kind, ...step }) => ({ group, ...step }));
  return {
    ...finding,
    steps: [
      ...grouped2("do", steps2),
      ...grouped2("otherwise", otherwise),
      ...grouped2("confirm", confirm)
    ],
    evidence: { failures: evidence }
  };
}
var LONGEST_CODE2 = 2 * LONGEST_TRUST_POLICY, LONGEST_TEXT = 4096, MOST_MEMBERS = 1e3;
function bounded(name2, value) {
  return typeof value == "string" ? clip(value, name2 === "code" ? LONGEST_CODE2 : LONGEST_TEXT) : Array.isArray(value) ? value.slice(0, MOST_MEMBERS) : value;
}
function documentFacts({
  url,
  observed,
  freshness,
  result
}) {
  return { ...observed, url, ...freshness ? { freshness } : {}, readable: result.ok };
}

// src/steps/file-report.ts
async function fileReport(runner, draw, ended) {
  let report = await draw(ended), { inputs, outlets } = report.known, path = (inputs ?? outlets)?.reportFile ?? "";
  if (path === "") return { report, path };
  let written = runner.writeFile(path, reportFile(report));
  return written.ok ? { report, path } : { report: await draw([...ended, written.failure]), path: "" };
}

// src/steps/find-places.ts
function findPlaces(report) {
  let { workflow } = report.known;
  if (!workflow) return report;
  let placed = (finding) => {
    let place = finding.where && placeOf2(finding.where, workflow);
    return place ? { ...finding, place } : finding;
  };
  return { ...report, findings: report.findings.map(placed) };
}
function placeOf2(where, { lacking, job, step }) {
  return where === "permissions" ? lacking?.[0]?.place : where === "environment" ? job?.environment : where === "step" ? step?.place : step?.inputs.get(where.input.toLowerCase())?.place ?? step?.place;
}

// src/steps/input-lists.ts
var POLICY_ARN = /^arn:[a-z-]+:iam::(aws|\d{12}):policy\/[\w+=,.@/-]+$/;
function readPolicy(read) {
  let text = read.text("inline-session-policy");
  try {
    let policy = text === "" ? {} : JSON.parse(text);
    if (typeof policy == "object" && policy !== null && !Array.isArray(policy)) return text;
  } catch {
  }
  return read.bad("inline-session-policy", { form: "session-policy" }), text;
}
function readPolicyArns(read) {
  let arns = read.lines("managed-session-policies", /\n/);
  arns.length > MOST_SESSION_POLICIES && read.bad(
    "managed-session-policies",
    { form: "policy-arns", most: MOST_SESSION_POLICIES },
    { lines: arns.length }
  );
  for (let arn of arns)
    POLICY_ARN.test(arn) || read.bad("managed-session-policies", { form: "policy-arn" }, arn);
  return arns;
}
function readFallbacks(read, partition, custom) {
  let regions = read.lines("fallback-regions", /[,\s]/);
  custom && regions.length > 0 && read.bad("fallback-regions", { form: "no-fallback" });
  for (let region of regions)
    partitionOf(region)?.id !== partition && read.bad("fallback-regions", { form: "region-of-partition", partition }, region);
  return regions;
}
function readExpectedClaims(read) {
  return read.lines("expected-claims", /\n/).flatMap((line) => {
    let { claim, pattern } = /^(?<claim>[\w./:-]+?)\s*:\s+(?<pattern>\S.*)$/.exec(line)?.groups ?? {};
    return claim && pattern ? [{ claim, pattern: pattern.replace(/^(["'])(.*)\1$/, "$2") }] : (read.bad("expected-claims", { form: "claim-pattern" }, line), []);
  });
}
function readAccounts(read) {
  let accounts = read.lines("allowed-account-ids", /[,\n]/), want = { form: "account-ids" };
  accounts.length === 0 && read.text("allowed-account-ids") !== "" && read.bad("allowed-account-ids", want);
  for (let account of accounts)
    /^\d{12}$/.test(account) || read.bad("allowed-account-ids", want, account);
  return accounts;
}

// src/steps/mask-login.ts
function maskLogin(login, runner) {
  if (login === "") return;
  let secret = login.includes(":") ? login.slice(login.indexOf(":") + 1) : login, sent = percentDecoded(login) ?? login;
  for (let text of [secret, percentDecoded(secret) ?? "", basic(sent)])
    text !== "" && runner.mask(text);
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
  constructor(runner) {
    this.#runner = runner;
  }
  text(input2, standard = "") {
    let text = this.#runner.input(input2) ?? "";
    if (/^eyJ[\w-]+\./.test(text)) for (let mask of tokenMasks(text)) this.#runner.mask(mask);
    return text || standard;
  }
  /** `line`: of the input's own lines, from 1. */
  bad(input2, want, given = this.text(input2), line) {
    this.problems.push({ input: input2, given, want, ...line === void 0 ? {} : { line } });
  }
  /** YAML 1.2 core schema, as the toolkit's getBooleanInput has it. */
  boolean(input2, standard) {
    let text = this.text(input2);
    return text === "" ? standard : /^(true|True|TRUE)$/.test(text) ? !0 : /^(false|False|FALSE)$/.test(text) ? !1 : (this.bad(input2, { form: "boolean" }), standard);
  }
  whole(input2, standard, range2) {
    let text = this.text(input2);
    if (text === "") return standard;
    let value = Number(text);
    return /^\d+$/.test(text) && value >= range2.least && value <= range2.most || this.bad(input2, { form: "whole", ...range2 }), value;
  }
  oneOf(input2, standard, allowed) {
    let text = this.text(input2);
    if (text === "") return standard;
    let found = allowed.find((value) => value === text);
    return found || this.bad(input2, { form: "one-of", values: allowed }), found ?? standard;
  }
  /** A URL, as it was given (a last slash is part of an issuer); https only, but for loopback addresses where `loopback` is set. */
  url(input2, loopback, text = this.text(input2)) {
    if (text === "") return "";
    let parts = /^(?<scheme>https?):\/\/(?<host>\[[\d:a-f]+\]|[^\s/:@?#%]+)(?<port>:\d+)?(?<rest>\/[^\s?#]*)?$/i.exec(
      text
    )?.groups;
    if (parts)
      parts.scheme?.toLowerCase() !== "https" && !(loopback && isLoopback(parts.host ?? "")) && this.bad(input2, { form: loopback ? "https-or-loopback-url" : "https-url" }, text);
    else {
      let login = loginOf(text);
      maskLogin(login, this.#runner), this.bad(input2, { form: "url" }, shownUrl(text, login));
    }
    return text;
  }
  lines(input2, separator) {
    return this.text(input2).split(separator).map((line) => line.trim()).filter((line) => line !== "");
  }
};
function isLoopback(host) {
  return /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/i.test(host);
}

// src/steps/read-endpoint.ts
var VARIABLES = ["AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL"];
function readEndpoint(read, runner) {
  let isSet2 = (name2) => /^true$/i.test(runner.env(name2)?.trim() ?? ""), { text, source } = givenEndpoint(read, runner, isSet2("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"));
  return {
    stsEndpoint: read.url("sts-endpoint", !0, text),
    customEndpoint: text !== "" && !isAwsEndpoint(text),
    endpointSource: source,
    fips: isSet2("AWS_USE_FIPS_ENDPOINT"),
    dualStack: isSet2("AWS_USE_DUALSTACK_ENDPOINT")
  };
}
function givenEndpoint(read, runner, ignored) {
  let input2 = read.text("sts-endpoint");
  if (input2 !== "") return { text: input2, source: "sts-endpoint" };
  let name2 = ignored ? void 0 : VARIABLES.find((one) => runner.env(one)?.trim());
  return name2 === void 0 ? { text: "", source: "" } : { text: (runner.env(name2) ?? "").trim(), source: name2 };
}

// src/steps/read-profile.ts
function readProfile(read, role, several) {
  let awsProfile = read.text("aws-profile"), renew = read.boolean("renew", !1), problem = nameProblem(awsProfile);
  return problem && read.bad("aws-profile", { form: "profile-name", problem }), awsProfile !== "" && !several && (role === "left-out" || role === "passed-on-empty") && read.bad("role-to-assume", { form: "role-of-profile" }), renew && awsProfile === "" && !several && read.bad("renew", { form: "profile-to-renew" }), {
    awsProfile,
    overwriteAwsProfile: read.boolean("overwrite-aws-profile", !1),
    renew,
    outputEnvCredentials: read.boolean("output-env-credentials", awsProfile === "" && !several)
  };
}

// src/steps/read-proxy.ts
var FORM = /^(?:(?<scheme>https?):\/\/)?(?:(?<login>[^\s/?#@]*)@)?(?<host>\[[\d:a-f.]+\]|[^\s:/?#@%[\]]+)(?::(?<port>\d{1,5}))?\/?$/i;
function readProxy(read, runner) {
  let from = proxySource(read, runner);
  if (!from) return;
  let { text, name: name2 } = from, login = loginOf(text);
  maskLogin(login, runner);
  let parts = FORM.exec(text)?.groups, host = parts?.host ?? "", port = parts?.port === void 0 ? "" : `:${parts.port}`, scheme = (parts?.scheme ?? "http").toLowerCase();
  if (!parts || Number(parts.port ?? 0) > 65535 || percentDecoded(login) === void 0) {
    let variable = name2 === "http-proxy" ? {} : { variable: name2 };
    read.bad("http-proxy", { form: "proxy", ...variable }, shownUrl(text, login));
    return;
  }
  let shown = `${host}${port === "" ? defaultPort(scheme) : port}`;
  return { url: new Secret(`${scheme}://${login === "" ? "" : `${login}@`}${host}${port}`), host: shown, source: name2, noProxy: noProxyHosts(read, runner) };
}
function proxySource(read, runner) {
  let given = read.text("http-proxy");
  if (given !== "") return { text: given, name: "http-proxy" };
  let name2 = PROXY_VARIABLES.find((one) => runner.env(one)?.trim());
  return name2 === void 0 ? void 0 : { text: (runner.env(name2) ?? "").trim(), name: name2 };
}
function noProxyHosts(read, runner) {
  return read.text("no-proxy") || runner.env("no_proxy") || runner.env("NO_PROXY") || "";
}
function defaultPort(scheme) {
  return scheme === "https" ? ":443" : ":80";
}

// src/steps/read-run.ts
function readRun(runner) {
  let env = (name2) => runner.env(name2) ?? "", pull = objectOf(objectOf(runner.event()).pull_request);
  return {
    onRunner: env("GITHUB_ACTIONS") === "true",
    standIn: standIn(runner),
    event: env("GITHUB_EVENT_NAME"),
    actor: env("GITHUB_ACTOR"),
    pullRequestAuthor: textOf5(objectOf(pull.user).login),
    fork: isFork(pull, env("GITHUB_REPOSITORY")),
    serverUrl: env("GITHUB_SERVER_URL"),
    repository: env("GITHUB_REPOSITORY"),
    repositoryId: env("GITHUB_REPOSITORY_ID"),
    owner: env("GITHUB_REPOSITORY_OWNER"),
    ownerId: env("GITHUB_REPOSITORY_OWNER_ID"),
    ref: env("GITHUB_REF"),
    workflowRef: env("GITHUB_WORKFLOW_REF"),
    job: env("GITHUB_JOB"),
    step: env("GITHUB_ACTION"),
    compositePath: compositePath(runner),
    workspace: env("GITHUB_WORKSPACE"),
    selfHosted: env("RUNNER_ENVIRONMENT") === "self-hosted",
    windows: env("RUNNER_OS") === "Windows",
    actionRepository: env("GITHUB_ACTION_REPOSITORY"),
    actionRef: env("GITHUB_ACTION_REF"),
    // A job that names the profile that this step writes means it so.
    ambient: AMBIENT_SETTINGS.filter(
      (name2) => !["", runner.input("aws-profile")].includes(env(name2))
    )
  };
}
function compositePath(runner) {
  return (runner.env("GITHUB_ACTION_PATH") ?? "").trim();
}
function standIn(runner) {
  return runner.env("ACT") === "true" ? "act" : runner.env("FORGEJO_ACTIONS") === "true" ? "forgejo" : runner.env("GITEA_ACTIONS") === "true" ? "gitea" : "";
}
function isFork(pull, repository) {
  if (!("head" in pull)) return !1;
  let head = objectOf(pull.head).repo;
  return head == null ? !0 : textOf5(objectOf(head).full_name).toLowerCase() !== repository.toLowerCase();
}
function objectOf(value) {
  return typeof value == "object" && value !== null ? value : {};
}
function textOf5(value) {
  return typeof value == "string" ? value : "";
}

// src/steps/read-role.ts
function roleState(runner) {
  let text = runner.input("role-to-assume");
  return text === void 0 || text === NO_ROLE ? "left-out" : text !== "" ? "given" : compositePath(runner) === "" ? "empty" : "passed-on-empty";
}
function readRole(read, state, custom, region) {
  if (state !== "given") return;
  let text = read.text("role-to-assume"), role = parseRoleArn(text, custom);
  return role || read.bad("role-to-assume", wantedRoleArn(text, partitionOf(region)?.id)), role;
}
function readPartition(read, region, role, custom) {
  let partition = partitionOf(region)?.id;
  return custom || !role || !partition || partition === role.partition ? partition ?? role?.partition ?? "aws" : (read.bad("role-to-assume", {
    form: "same-partition",
    partition,
    region,
    rolePartition: role.partition
  }), partition);
}

// src/steps/read-roles.ts
var ROLES = "roles";
function hasRoles(runner) {
  let text = runner.input(ROLES) ?? "";
  return text !== "" && text !== NO_ROLE;
}
function emptyRoles(runner, state) {
  return runner.input(ROLES) === "" && state === "left-out";
}
function readRoles(read, runner, beside) {
  if (!hasRoles(runner)) return [];
  let lines = linesOf2(read.text(ROLES));
  lines.length === 0 && read.bad(ROLES, { form: "some-roles" }), lines.length > MOST_ROLES && read.bad(ROLES, { form: "most-roles", most: MOST_ROLES }, { lines: lines.length }), readContradictions(read);
  let roles = /* @__PURE__ */ new Map();
  for (let line of lines.slice(0, MOST_ROLES)) {
    let bad = (want, given = line.text) => read.bad(ROLES, want, given, line.number), named = readLine(line.text, beside, bad);
    if (!named) continue;
    let first = roles.get(named.name);
    first ? bad({ form: "another-name", line: first.line }, named.name) : roles.set(named.name, { ...named, line: line.number });
  }
  let names = lines.map(({ text }) => NAMED2.exec(text)?.groups?.name ?? ""), policies = readPolicies(read, new Set(names));
  return [...roles.values()].map(({ line: _line, ...named }) => ({
    ...named,
    trustPolicy: policies(named.name)
  }));
}
function linesOf2(text) {
  return text.split(`
`).map((line, index) => ({ text: line.trim(), number: index + 1 })).filter((line) => line.text !== "" && !line.text.startsWith("#"));
}
var NAMED2 = /^(?<name>[^:]*[^:\s])\s*:(?:\s+(?<rest>\S.*))?$/, PLACED = /^(?<arn>.*?\S)(?:\s+@\s*(?<region>\S+))?$/;
function readLine(text, { region: usual, partition, custom }, bad) {
  let { name: name2, rest = "" } = NAMED2.exec(text)?.groups ?? {}, { arn, region = usual } = PLACED.exec(rest)?.groups ?? {};
  if (name2 === void 0 || arn === void 0) {
    bad({ form: name2 === void 0 ? "role-line" : "no-arn" }, name2 === void 0 ? text : "");
    return;
  }
  let problem = nameProblem(name2);
  problem && bad({ form: "profile-name", problem }, name2);
  let own = region === usual ? partition : partitionOf(region)?.id;
  !custom && !own ? bad({ form: "listed-region", nearest: nearestRegion(region) }, region) : !custom && own !== partition && bad({ form: "region-of-partition", partition }, region);
  let role = parseRoleArn(arn, custom), of = own ?? partition;
  return role ? !custom && role.partition !== of && role.partition !== partition && bad({ form: "same-partition", partition: of, region, rolePartition: role.partition }, arn) : bad(wantedRoleArn(arn, of), arn), role && !problem ? { name: name2, role, region } : void 0;
}
function readContradictions(read) {
  let role = read.text("role-to-assume");
  role !== "" && role !== NO_ROLE && read.bad("role-to-assume", { form: "not-with-roles" }), read.text("aws-profile") !== "" && read.bad("aws-profile", { form: "not-with-roles" });
  for (let input2 of ["output-credentials", "output-env-credentials", "use-existing-credentials"])
    /^true$/i.test(read.text(input2)) && read.bad(input2, { form: "not-with-roles" });
}
function readPolicies(read, names) {
  let input2 = "trust-policy", text = read.text(input2), lines = linesOf2(text).map((line) => ({
    ...line,
    ...NAMED2.exec(line.text)?.groups
  })), isNamed = ({ text: line, rest }) => rest !== void 0 && !/^["[{]/.test(line);
  if (lines.length === 0) return () => text;
  if (!lines.every(isNamed) && !lines.some(({ name: name2 = "" }) => names.has(name2))) return () => text;
  let paths = /* @__PURE__ */ new Map();
  for (let { number, text: line, name: name2 = "", rest = "" } of lines)
    rest !== "" && names.has(name2) && !paths.has(name2) ? paths.set(name2, rest) : read.bad(input2, { form: "policy-line" }, line, number);
  return (name2) => paths.get(name2) ?? "";
}

// src/steps/read-inputs.ts
function readInputs(runner) {
  let read = new InputReader(runner);
  for (let input2 of UNSUPPORTED_INPUTS)
    read.text(input2) !== "" && read.bad(input2, { form: "unsupported", input: input2 }, { withheld: !0 });
  maskAccounts(read, runner);
  let endpoint = readEndpoint(read, runner), { stsEndpoint, customEndpoint } = endpoint, region = readRegion(read, runner, customEndpoint), state = roleState(runner), role = readRole(read, state, customEndpoint, region), partition = readPartition(read, region, role, customEndpoint), roles = readRoles(read, runner, { region, partition, custom: customEndpoint }), proxy = readProxy(read, runner), inputs = {
    region,
    partition,
    ...role ? { role } : {},
    roles,
    audience: read.text("audience", usualAudience(partition)),
    usualAudience: usualAudience(partition),
    ...proxy ? { proxy } : {},
    roleSessionName: readSessionName(read),
    roleDurationSeconds: read.whole(
      "role-duration-seconds",
      3600,
      seconds(SESSION_SECONDS.least, SESSION_SECONDS.most)
    ),
    inlineSessionPolicy: readPolicy(read),
    managedSessionPolicies: readPolicyArns(read),
    webIdentityTokenFile: read.text("web-identity-token-file"),
    allowedAccountIds: readAccounts(read),
    maskAwsAccountId: read.boolean("mask-aws-account-id", !1),
    ...readProfile(read, state, hasRoles(runner)),
    outputCredentials: read.boolean("output-credentials", !1),
    ...readAttempts(read),
    useExistingCredentials: read.boolean("use-existing-credentials", !1),
    unsetCurrentCredentials: read.boolean("unset-current-credentials", !1),
    specialCharactersWorkaround: read.boolean("special-characters-workaround", !1),
    newRoleWaitSeconds: read.whole("new-role-wait-s", 0, seconds(0, 600)),
    ...endpoint,
    actionTimeoutSeconds: read.whole("action-timeout-s", 300, seconds(0, 86400)),
    issuer: read.url("issuer", !1),
    fallbackRegions: readFallbacks(read, partition, stsEndpoint !== ""),
    expectedClaims: readExpectedClaims(read),
    trustPolicy: read.text("trust-policy"),
    trustPolicyParameters: readParametersPath(read),
    failOn: read.oneOf("fail-on", "error", ["error", "warning", "never"]),
    reportFile: readReportFile(read, runner),
    summary: read.boolean("summary", !0),
    cleanup: read.boolean("cleanup", !0)
  };
  return resultOf(read.problems, inputs);
}
function seconds(least, most) {
  return { least, most, unit: "seconds" };
}
function maskAccounts(read, runner) {
  if (/^true$/i.test(read.text("mask-aws-account-id")))
    for (let input2 of [
      "role-to-assume",
      "roles",
      "allowed-account-ids",
      "managed-session-policies"
    ])
      for (let [account] of read.text(input2).matchAll(/\d{12}/g)) runner.mask(account);
}
function resultOf(problems, inputs) {
  return problems.length > 0 ? { ok: !1, failure: { kind: "input", problems } } : { ok: !0, value: inputs };
}
function readOutlets(runner) {
  let read = new InputReader(runner);
  return {
    reportFile: readReportFile(read, runner),
    summary: read.boolean("summary", !0),
    several: hasRoles(runner)
  };
}
function readReportFile(read, runner) {
  return read.text("report-file", `${runner.env("RUNNER_TEMP") ?? "."}/aws-oidc-preflight.json`);
}
function readRegion(read, runner, custom) {
  let region = read.text("aws-region") || runner.env("AWS_REGION") || runner.env("AWS_DEFAULT_REGION") || "";
  return /^[a-z0-9-]+$/i.test(region) ? !custom && !partitionOf(region) && read.bad("aws-region", { form: "listed-region", nearest: nearestRegion(region) }, region) : read.bad("aws-region", { form: "region" }, region), region;
}
function readParametersPath(read) {
  let path = read.text("trust-policy-parameters");
  return path !== "" && read.text("trust-policy") === "" && read.bad("trust-policy-parameters", { form: "policy-of-parameters" }), path;
}
function readSessionName(read) {
  let name2 = read.text("role-session-name", "GitHubActions");
  return isSessionName(name2) || read.bad("role-session-name", { form: "session-name" }), name2;
}
function readAttempts(read) {
  let most = read.whole("retry-max-attempts", 0, { least: 1, most: 100 });
  return read.boolean("disable-retry", !1) ? { maxAttempts: 1 } : most === 0 ? {} : { maxAttempts: most };
}

// src/steps/read-workflow.ts
async function examineWorkflow(runner, known) {
  let files = filesOf(runner, known);
  if (!files) return;
  let explain = await workflowExplained(), question = questionOf(files, explain), facts2 = explain.examineWorkflow(question), role = known.inputs?.role?.text, source = role === void 0 ? void 0 : explain.inputSources(question)(ROLE2, role);
  return source && source.empty.length > 0 ? { ...facts2, roleSource: source } : facts2;
}
var ROLE2 = "role-to-assume";
async function inputSources(runner, known) {
  let files = filesOf(runner, known);
  if (!files) return () => {
  };
  let explain = await workflowExplained(), sourceOf;
  return (input2, given) => (sourceOf ??= explain.inputSources(questionOf(files, explain)), sourceOf(input2, given));
}
function questionOf({ read, ...files }, { opener }) {
  return { ...files, open: opener(read) };
}
function filesOf(runner, { run, token }) {
  let path = workflowPath(run);
  if (path === void 0 || run.workspace === "") return;
  let called = token?.source === "runner" ? calledFile(run, token.claims) : void 0, composite = compositeFiles(run), read = (file) => {
    let text = runner.readFile(file, run.workspace, LARGEST_WORKFLOW);
    return text.ok ? text.value : void 0;
  };
  if (![path, called?.path ?? path, ...composite].every((file) => read(file) === void 0))
    return {
      path,
      repository: run.repository,
      ...called ? { called } : {},
      read,
      running: { ...run, given: (input2) => runner.input(input2) ?? "" },
      composite
    };
}
function fileRef(text) {
  let [, repository, path, ref] = /^([^/@]+\/[^/@]+)\/(\.github\/workflows\/[^/@]+\.ya?ml)@(.*)$/is.exec(text) ?? [];
  return repository === void 0 || path === void 0 || ref === void 0 ? void 0 : { repository, path, ref };
}
function workflowPath({ workflowRef, repository }) {
  let file = fileRef(workflowRef);
  return file?.repository === repository ? file.path : void 0;
}
function calledFile(run, claims) {
  let file = fileRef(plainText(claims.job_workflow_ref));
  if (!file) return;
  let { repository, path, ref } = file, isHere = repository === run.repository && ref === fileRef(run.workflowRef)?.ref;
  return { repository, name: path, ...isHere ? { path } : {} };
}
function compositeFiles({ compositePath: compositePath2, workspace }) {
  let [folder, root] = [compositePath2, workspace].map(plainPath);
  if (folder === void 0 || root === void 0) return [];
  let inside = folder === root ? "" : folder.startsWith(`${root}/`) ? folder.slice(root.length + 1) : void 0;
  return inside === void 0 || inside.split("/").includes("..") ? [] : ["action.yml", "action.yaml"].map((name2) => inside === "" ? name2 : `${inside}/${name2}`);
}
function plainPath(path) {
  let parts = path.split(/[/\\]/).filter((part, index) => part !== "." && (part !== "" || index === 0));
  return path === "" ? void 0 : parts.join("/");
}

// src/aws/github-expression.ts
var ALONE = /^(secrets|vars|env|inputs|github\.event\.inputs|needs|steps|matrix)((?:\.[\w-]+|\[\s*'[\w-]+'\s*\])+)$/i;
function readOf(expression) {
  let [, context, path] = ALONE.exec(expression) ?? [];
  if (context === void 0 || path === void 0) return;
  let plain = context.toLowerCase();
  return {
    context: plain === "github.event.inputs" ? "dispatch" : plain,
    name: path.match(/[\w-]+/g)?.at(-1) ?? ""
  };
}
function mayRead(expression, withheld) {
  let read = readOf(expression);
  return read ? [...withheld, "inputs", "env"].includes(read.context) : withheld.some((context) => new RegExp(`\\b${context}\\b`, "i").test(expression));
}

// src/steps/tell-inputs.ts
var ROLE3 = "role-to-assume";
async function inputFailures(runner, run, read) {
  if (!read.ok && read.failure.kind !== "input") return [read.failure];
  let problems = read.ok || read.failure.kind !== "input" ? [] : read.failure.problems, empty = emptyInputs(runner);
  if (problems.length === 0 && empty.length === 0) return [];
  let sourceOf = await inputSources(runner, { run }), told = problems.map((problem) => withSource(sourceOf, problem, runner)), role = empty.map((input2) => emptyRole(sourceOf, input2)), restricted = run.onRunner && run.standIn === "" ? restrictedRun(run) : void 0, hasToken = offersToken(runner), withheld = restricted ? [...told.filter(isEmpty2), ...role].filter((one) => hidden(restricted, one, hasToken)) : [], left = told.filter((problem) => !withheld.includes(problem));
  return [
    ...restricted && withheld.length > 0 ? [
      {
        kind: "inputs-withheld",
        run: restricted,
        inputs: [...new Set(withheld.map(({ input: input2 }) => input2))],
        hasToken,
        sure: withheld.every((one) => isSure(restricted, one)),
        ...ofOne(withheld)
      }
    ] : [],
    ...role.filter((one) => !withheld.includes(one)).map((one) => ({ kind: "input-empty", ...one })),
    ...splitUnsupported(left)
  ];
}
async function passedOnEmpty(runner, { run, token }) {
  let state = roleState(runner), nested = compositePath(runner) !== "" && emptyRoles(runner, state);
  if (state !== "passed-on-empty" && !nested) return [];
  if (restrictedRun(run) && !offersToken(runner)) return [];
  let sourceOf = await inputSources(runner, { run, ...token ? { token } : {} });
  return [{ kind: "input-empty", nested: !0, ...emptyRole(sourceOf, nested ? ROLES : ROLE3) }];
}
function emptyInputs(runner) {
  let state = roleState(runner);
  return state === "empty" ? [ROLE3] : compositePath(runner) === "" && emptyRoles(runner, state) ? [ROLES] : [];
}
function emptyRole(sourceOf, input2) {
  let source = sourceOf(input2, "");
  return { input: input2, ...source ? { source } : {} };
}
function withSource(sourceOf, problem, runner) {
  let { input: input2, given, want, line } = problem;
  if (typeof given != "string" || want.form === "unsupported" || line !== void 0 && !lacksPart(problem)) return problem;
  let source = sourceOf(input2, line === void 0 ? given : runner.input(input2) ?? ""), helps = (source?.empty.length ?? 0) > 0 || want.form === "dollar-arn";
  return source && helps ? { ...problem, source } : problem;
}
function isEmpty2(problem) {
  let { given, want, source } = problem;
  return (source?.empty.length ?? 0) > 0 ? !0 : lacksPart(problem) || given === "" && want.form === "region";
}
function lacksPart({ given, want }) {
  return given === "" ? want.form === "no-arn" : want.form === "role-arn" && want.slip === "no-account";
}
function hidden(restricted, empty, hasToken) {
  if (!hasToken) return !0;
  let origins = originsOf(empty.source);
  return origins.length === 0 && (empty.source?.empty.length ?? 0) > 0 ? !1 : origins.length === 0 ? !("want" in empty && empty.want.form === "region") : origins.some((origin) => mayRead(origin, WITHHELD[restricted]));
}
var WITHHELD = {
  fork: ["secrets", "vars"],
  dependabot: ["secrets"]
};
function isSure(restricted, { source }) {
  let origins = originsOf(source);
  return origins.length > 0 && origins.every((origin) => WITHHELD[restricted].some((one) => one === readOf(origin)?.context));
}
function originsOf(source) {
  return (source?.empty ?? []).flatMap(
    ({ text, from, set: set2 }) => set2 && from === void 0 ? [] : [from ?? text]
  );
}
function offersToken(runner) {
  return (runner.input("web-identity-token-file") ?? "") !== "" ? !0 : REQUEST_VARIABLES.every((name2) => (runner.env(name2) ?? "") !== "");
}
function ofOne([only, second]) {
  return !only || second ? {} : {
    ..."given" in only && only.given !== "" ? { part: !0 } : {},
    ...only.source ? { source: only.source } : {}
  };
}
function splitUnsupported(problems) {
  return [!0, !1].map(
    (unsupported) => problems.filter(({ want }) => want.form === "unsupported" === unsupported)
  ).filter((group) => group.length > 0).map((group) => ({ kind: "input", problems: group }));
}

// src/preflight.ts
async function preflight(world) {
  let log = new RunLog(world, readRun(world.runner)), read = readInputs(world.runner), wrong = await inputFailures(world.runner, log.known.run, read);
  if (!read.ok || wrong.length > 0)
    return log.learn({ outlets: readOutlets(world.runner) }), setOutputs(world.runner, reportFiler(world, log), wrong);
  let inputs = read.value;
  log.learn({ inputs }), maskAccounts2(world, inputs);
  let run = startRun(world, inputs, log), { ended, session } = await withDeadline(run, signInFlow(run)), told = [...ended, ...await passedOnEmpty(world.runner, log.known)];
  return exportIfReady(run, { ended: told, ...session ? { session } : {} });
}
async function crashReport(world, error2) {
  world.runner.debug(error2.stack ?? "");
  let log = new RunLog(world, readRun(world.runner)), told = (reading) => reportOf(log, [unexplained(error2, reading, log.known.run)]), file = async (ended) => ({
    // Should the causes themselves be what cannot be read; and a file that is missing is no bug that we could mend.
    report: isMissingFile(error2) ? told(error2) : await verdict(log, ended).catch(told),
    path: ""
  });
  return setOutputs(world.runner, file, [{ kind: "bug", message: error2.message }]);
}
function isMissingFile(error2) {
  return error2.code === "ERR_MODULE_NOT_FOUND";
}
function maskAccounts2({ runner }, { role, roles, maskAwsAccountId }) {
  if (maskAwsAccountId)
    for (let each of [...role ? [role] : [], ...roles.map((named) => named.role)])
      runner.mask(each.account);
}
function reportFiler({ runner }, log, branches = []) {
  let draw = async (all13) => {
    let first = all13.length === 0 ? await verdict(log, all13, branches) : void 0;
    if (first?.findings.length === 0) return first;
    let workflow = log.known.workflow ?? await examineWorkflow(runner, log.known);
    return workflow && log.learn({ workflow }), findPlaces(first && !workflow ? first : await verdict(log, all13, branches));
  };
  return (ended) => fileReport(runner, draw, ended);
}
async function exportIfReady(run, { ended, session }) {
  let { world, log, branches } = run, file = reportFiler(world, log, branches), done = await file(ended);
  for (let role of done.report.roles) world.runner.info(roleLine(role));
  let sessions = branches.length > 0 ? sessionsOf(branches) : session && [{ run, session }];
  if (!sessions || !done.report.ready || done.report.failed)
    return setOutputs(world.runner, file, ended, done);
  let failure = await exportSessions(run, sessions, outputsOf(done, session));
  return failure ? setOutputs(world.runner, file, [...ended, failure]) : { ...done, ...session ? { session } : {} };
}
function sessionsOf(branches) {
  let all13 = branches.flatMap(
    ({ run, outcome }) => outcome?.session ? [{ run, session: outcome.session }] : []
  );
  return all13.length === branches.length ? all13 : void 0;
}

// src/report/annotations.ts
var LONGEST_MESSAGE = 4096, MOST_OF_A_KIND = 10, MOST_LINES = 12, MOST_SHOWN = 5, LONGEST_HEADLINE = 400, LONGEST_SHOWN = 500;
function annotations(findings, rest = "summary") {
  let shown = /* @__PURE__ */ new Map();
  return findings.filter(({ severity }) => {
    let number = (shown.get(severity) ?? 0) + 1;
    return shown.set(severity, number), number <= MOST_OF_A_KIND;
  }).map((finding) => ({
    severity: finding.severity,
    title: `${finding.id}: ${oneLine(finding.headline, LONGEST_HEADLINE)}`,
    message: messageOf(finding, rest),
    ...finding.place
  }));
}
function messageOf(finding, rest = "summary") {
  let { headline, docs } = finding, seen2 = printed([...answerLine(finding), ...finding.shown.flatMap(blockLines)]).slice(0, MOST_SHOWN).map((line) => clip(line, LONGEST_SHOWN)), above = [oneLine(headline, LONGEST_HEADLINE), ...seen2], characters = LONGEST_MESSAGE - docs.length - 64, room = {
    lines: MOST_LINES - above.length - 1,
    characters: characters - above.join(`
`).length - 1
  };
  return `${clip([...above, ...fixLines(finding, room, rest)].join(`
`), characters)}
${docs}`;
}
function printed(lines) {
  return lines.flatMap((line) => sanitise(line).split(`
`));
}
function fits(lines, room) {
  return lines.length <= room.lines && lines.join(`
`).length <= room.characters;
}
function answerLine(finding) {
  let said = stsAnswer(finding), isShown = finding.shown.some(({ show }) => show === "answer");
  return said === void 0 || isShown ? [] : [quotedAnswer({ by: finding.answeredBy ?? "AWS", text: said })];
}
function fixLines({ steps: steps2 }, room, rest) {
  let [first, ...others] = steps2;
  if (!first) return [];
  let whole = shortest(first), lines = fits(whole, room) ? whole : [`${oneLine(stepText(first), 400)}: ${IN_WHOLE[rest]}.`];
  for (let step of others.map(shortest)) {
    let more2 = [...lines, ...step];
    if (!fits(more2, room)) break;
    lines = more2;
  }
  return lines;
}
var IN_WHOLE = {
  summary: "see the job summary",
  log: "see the group in the log of this step"
};
function findingGroup(finding) {
  return [`${finding.id}: all steps`, printed(findingLines(finding))];
}
function shortest(step) {
  return printed(stepLines(step, shortCode(step)));
}
function shortCode({ code: code2, short = code2, language }) {
  let lines = short?.split(`
`) ?? [];
  return short === void 0 || lines.length <= MOST_CODE ? short : language === "json" ? onOneLine(short) : language === "diff" ? lines.filter((line) => /^[+-]/.test(line)).join(`
`) : short;
}
var MOST_CODE = 3;
function onOneLine(code2) {
  try {
    return JSON.stringify(JSON.parse(code2));
  } catch {
    return code2;
  }
}

// src/aws/statement.ts
var ASSUME = "sts:AssumeRoleWithWebIdentity";
var TAG_SESSION = "sts:TagSession", SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";
function statementFor(token, { partition, account, audience, plain }) {
  let literal = (value) => plain ? value : literalValue(value), name2 = issuerName(token.issuer), more2 = [
    ...carriesTags(token.claims) ? [TAG_SESSION] : [],
    ...SOURCE_IDENTITY in token.claims ? [SET_SOURCE_IDENTITY] : []
  ], statement = {
    Effect: "Allow",
    Principal: { Federated: federatedPrincipal({ partition, account, issuer: token.issuer }) },
    Action: more2.length > 0 ? [ASSUME, ...more2] : ASSUME,
    Condition: {
      StringEquals: {
        [`${name2}:aud`]: literal(audience),
        [`${name2}:sub`]: literal(token.subject)
      }
    }
  };
  return sanitise(JSON.stringify(statement, null, 2));
}
function literalValue(value) {
  return value.replaceAll("${", "${$}{");
}

// src/report/first-run.ts
var ACCOUNT = "ACCOUNT_ID";
function firstRunSteps(known) {
  let { token, inputs } = known;
  if (!token || !inputs || asksForRole(inputs)) return [];
  let { partition } = inputs, audience = audienceToList(token.claims, { partition, asked: inputs.audience }), elsewhere = answererOf(known) === "STS", iam = (code2) => elsewhere ? atEndpoint(code2, inputs.stsEndpoint) : code2, statement = statementFor(token, {
    partition,
    account: ACCOUNT,
    audience
  }), policy = { Version: "2012-10-17", Statement: [JSON.parse(statement)] };
  return [
    // Before what is to be pasted: afterwards nobody reads it.
    ...isOfPullRequest(token.subject) ? [
      {
        when: "If pull requests must not sign in",
        say: "Run this job for a branch, to get the policy of that branch",
        then: "This run is for a pull request: the policy below allows every pull request of the repository, whatever code it brings."
      }
    ] : [],
    ...builtInProvider(token.issuer) ? [] : [
      {
        say: elsewhere ? "Create the OIDC provider" : "Create the OIDC provider, once for each account",
        code: iam(createProviderCommand({ issuer: token.issuer, audience, elsewhere })),
        language: "sh"
      }
    ],
    {
      say: `Save this job's trust policy as \`trust-policy.json\`, with ${elsewhere ? "the account (with Ceph, nothing)" : "the number of your account"} in place of \`${ACCOUNT}\``,
      code: sanitise(JSON.stringify(policy, null, 2)),
      language: "json",
      ...isOfPullRequest(token.subject) ? {} : {
        then: "It allows exactly this job: its repository, and the branch, tag or environment that it runs for."
      }
    },
    {
      say: "Create the role, and attach to it what the job may do: a new role may do nothing",
      code: iam(
        "aws iam create-role --role-name deploy --assume-role-policy-document file://trust-policy.json"
      ),
      language: "sh",
      then: "Then give this step the role's ARN as `role-to-assume`."
    }
  ];
}

// src/report/trust-table.ts
var MOST_ROWS = 60, MOST_VALUES = 5, MARK = /* @__PURE__ */ new Map([
  [!0, "\u2705"],
  [!1, "\u274C"],
  ["undecided", "\u2754"]
]), MARK_OF_DENY = /* @__PURE__ */ new Map([
  [!0, "\u26D4"],
  [!1, "\u2705"]
]);
function trustTable({ statements }) {
  let rows = statements.flatMap(rowsOf), denies = statements.some(({ effect }) => effect === "Deny"), more2 = rows.length - MOST_ROWS;
  return [
    "| | Statement | Condition | Policy | This job |",
    "|---|---|---|---|---|",
    ...rows.slice(0, MOST_ROWS),
    ...more2 > 0 ? [`| | | and ${more2} more | | |`] : [],
    ...denies ? ["", "A Deny applies only if all of its rows are \u26D4."] : []
  ].join(`
`);
}
function trustWords({ allowed }) {
  return allowed === "undecided" ? "cannot be decided here" : allowed ? "allows this job" : "does not allow this job";
}
function rowsOf(statement) {
  let { index, sid, effect, principal, action, conditions, flaws } = statement, name2 = `${index + 1}${sid ? ` ${quote(sid, 40)}` : ""} ${effect}`, mark = (holds) => (effect === "Deny" ? MARK_OF_DENY.get(holds) : void 0) ?? MARK.get(holds) ?? "";
  return [
    tableRow(mark(principal), name2, "Principal", "", ""),
    tableRow(mark(action), name2, "Action", "", ""),
    ...conditions.map(
      (condition) => tableRow(mark(condition.holds), name2, ...conditionCells(condition))
    ),
    ...flaws.map((flaw) => tableRow(mark("undecided"), name2, oneLine(flawText(flaw)), "", ""))
  ];
}
function conditionCells({ operator, key, wanted, actual, state }) {
  let more2 = wanted.length - MOST_VALUES, wants = [...wanted.slice(0, MOST_VALUES).map((value) => quote(value)), ...more2 > 0 ? [`and ${more2} more`] : []].join(`
`), has = actual ? actual.map((value) => quote(value)).join(`
`) : MISSING[state];
  return [`${quote(operator)} ${quote(key)}`, wants, has];
}
var MISSING = {
  present: "",
  absent: "not there",
  "not-offered": "no key of STS",
  disputed: "not there",
  unknown: "only AWS knows",
  unresolved: ""
};
function tableRow(mark, ...cells) {
  let texts = cells.map((cell) => prose(clip(cell, 2e3)).replaceAll(`
`, ""));
  return `| ${[mark, ...texts].join(" | ")} |`;
}
function trustTitle(trust) {
  let { defaults = [] } = trust.doubt ?? {}, assumed = defaults.length > 0 ? ` (with ${defaultsText(defaults)})` : "";
  return `The trust policy, condition by condition: ${trustWords(trust)}${assumed}`;
}

// src/report/verdict-line.ts
var SIGN = { error: "\u274C", warning: "\u26A0\uFE0F", notice: "\u2139\uFE0F" }, STATE2 = {
  passed: "\u2705",
  failed: "\u274C",
  warned: "\u26A0\uFE0F",
  "not-known": "\u2754",
  "not-tried": "\u2796"
};
function verdictLine(report) {
  let { findings, known, failed, ready } = report, [root] = findings.filter(({ severity }) => severity !== "notice");
  if (!root) return `\u2705 ${goodText(report)}`;
  if (!ready) return `\u274C ${badText(report, root)}`;
  let warnings = findings.filter(({ severity }) => severity === "warning").length, state = isSignedIn(report) || known.existing ? "Signed in" : "Checked";
  return failed ? `\u274C Failed by \`fail-on: warning\`: ${root.headline}` : warnings === 1 ? `\u26A0\uFE0F ${state}, but ${root.headline}` : `\u26A0\uFE0F ${state}, with ${count(warnings, "warning")}`;
}
function isSignedIn({ known, roles }) {
  return known.session !== void 0 || roles.length > 0 && roles.every(({ session }) => session);
}
function badText({ known, roles }, root) {
  let { session, inputs } = known, red = roles.filter(({ ready }) => !ready).map(({ name: name2 }) => name2), some = `${red.length} of ${roles.length} ${roles.length === 1 ? "role" : "roles"}`;
  if (root.roles)
    return `${root.link === "export" ? "Nothing exported, because of" : "Not signed in to"} ${some}: ${listAtMost(red, MOST_NAMED)}`;
  if (roles.some(({ session: given }) => given) && red.length > 0)
    return `Not signed in to ${some}: ${root.headline}`;
  let outcome = root.link === "export" || session ? "Nothing exported" : inputs && !asksForRole(inputs) && root.link !== "inputs" ? "Not ready" : "Not signed in";
  return root.suspected ? `${outcome}, most likely because ${root.headline}` : `${outcome}: ${root.headline}`;
}
function goodText({ known, roles }) {
  let { session, existing, inputs, token } = known;
  if (roles.length > 0) return rolesText(roles, known);
  if (existing) return `The job already holds credentials that work, as ${quote(existing.arn)}`;
  if (!session) return token ? "Token and issuer are fine; STS was not asked" : "The issuer is fine";
  let name2 = inputs?.role ? baseName(inputs.role) : "", account = session.account === "" ? "" : ` in account ${oneLine(session.account)}`;
  return signedInText(`${quote(name2)}${account}`, [session], known);
}
function rolesText(roles, known) {
  let sessions = roles.flatMap(({ session }) => session ?? []), accounts = new Set(sessions.map(({ account }) => account)), places = accounts.has("") ? "" : ` in ${count(accounts.size, "account")}`;
  return signedInText(`${count(roles.length, "role")}${places}`, sessions, known);
}
function signedInText(what, sessions, { inputs, now }) {
  let left = Math.min(...sessions.map(({ expiration }) => Date.parse(expiration) - now)), life = Number.isFinite(left) ? `, for ${duration(Math.round(left / 1e3))}` : "";
  return `Signed in${inputs?.customEndpoint ? "" : " to AWS"}: ${what}${life}`;
}

// src/report/green-summary.ts
function greenHead(report) {
  let first = firstRunSteps(report.known);
  return [
    `### ${inline(verdictLine(report))}`,
    ...first.length > 0 ? ["To let this job sign in:", ...steps(first)] : []
  ];
}
function greenFold(report, seen2) {
  let { trust } = report.known;
  return details(
    titleOf(report),
    [
      ...seen2,
      ...trust && trust.statements.length > 0 ? [`**${prose(trustTitle(trust))}**`, trustTable(trust)] : []
    ].join(`

`)
  );
}
function titleOf(report) {
  let names = report.chain.map(({ link: link2, state }) => `${NAMES2[link2]} ${STATE2[state]}`), end = Math.max(0, ...report.timeline.map(({ end_ms }) => end_ms));
  return [...names, `${(end / 1e3).toFixed(1)} s`].join(" \xB7 ");
}
var NAMES2 = {
  inputs: "Inputs",
  token: "Token",
  issuer: "issuer",
  sts: "STS",
  role: "role",
  export: "hand-over"
};

// src/report/timeline.ts
var WIDTH2 = 40;
function bars(spans) {
  let end = Math.max(1, ...spans.map(({ end_ms }) => end_ms)), named = spans.map(({ task, ...times }) => ({ name: taskName(task), ...times })), widest = Math.max(0, ...named.map(({ name: name2 }) => name2.length));
  return named.map(({ name: name2, start_ms, end_ms }) => {
    let from = Math.min(WIDTH2 - 1, Math.floor(start_ms / end * WIDTH2)), to = Math.max(from + 1, Math.ceil(end_ms / end * WIDTH2)), bar = `${" ".repeat(from)}${"\u2588".repeat(to - from)}`.padEnd(WIDTH2);
    return `${name2.padEnd(widest)} ${bar} ${start_ms} ms + ${end_ms - start_ms} ms`;
  }).join(`
`);
}

// src/report/summary.ts
function summary2(report) {
  let [root, ...others] = report.findings.filter(({ severity }) => severity !== "notice"), notices = report.findings.filter(({ severity }) => severity === "notice");
  return `${(root ? [
    `### ${inline(verdictLine(report))}`,
    // Who is signed in has come the whole way.
    ...report.ready && isSignedIn(report) ? [] : chainLine(report.chain),
    ...root.roles ? redRoles(report) : [],
    ...rootSection(root),
    ...nextErrors(others),
    ...root.roles ? [] : redRoles(report),
    ...greenRoles(report),
    ...more(report, [...others.filter(({ severity }) => severity !== "error"), ...notices]),
    ...firstRun(report),
    ...facts(report),
    footer(root, report)
  ] : [
    ...greenHead(report),
    ...greenRoles(report),
    ...more(report, notices),
    greenFold(report, seen(report))
  ]).join(`

`)}
`;
}
function chainLine(chain) {
  let links = chain.filter(({ link: name2, state }) => state !== "not-tried" || name2 === "sts").map(({ state, detail }) => {
    let text = inline(detail);
    return `${STATE2[state]} ${state === "failed" ? `**${text}**` : text}`;
  });
  return links.length > 0 ? [links.join(" \u2192 ")] : [];
}
function firstRun({ ready, known }) {
  let first = ready ? firstRunSteps(known) : [];
  return first.length > 0 ? [details("How to let this job sign in", steps(first).join(`

`))] : [];
}
function rootSection(root) {
  return [...root.roles ? [`**${inline(capitalised(root.headline))}** \xB7 ${link(root)}`] : [], ...findingSection(root)];
}
function findingSection(finding) {
  return [...blocks(finding.shown), ...steps(finding.steps), ...folds(finding)];
}
function nextErrors(others) {
  return others.filter(({ severity }) => severity === "error").flatMap((finding) => [
    `**${finding.roles ? "" : "Then the next sign-in stops here:** "}${inline(finding.headline)}${finding.roles ? "**" : ""} \xB7 ${link(finding)}`,
    ...blocks(finding.shown.filter(({ show }) => show === "difference")),
    details("How to fix it", wholeBody(finding))
  ]);
}
function more({ ready, findings: all13 }, findings) {
  if (findings.length === 0) return [];
  let rows = findings.map(
    (finding) => `| ${SIGN[finding.severity]} | ${inline(finding.headline)} \xB7 ${link(finding)} |`
  ), isUnsettled = findings.some(({ id }) => id === "trust-undecided"), rest = ready ? restInWords(findings, all13.length > findings.length) : `${findings.length} more${isUnsettled ? "" : ", not the cause of this failure"}`, fixes = findings.map(
    (finding) => `**${inline(finding.headline)}**

${wholeBody(finding)}`
  );
  return [
    `**${rest}**`,
    ["| | |", "|---|---|", ...rows].join(`
`),
    details("Fixes for these", fixes.join(`

`))
  ];
}
function restInWords(findings, isMore) {
  return isMore ? `${findings.length} more` : capitalised(count(findings.length, "notice"));
}
function wholeBody(finding) {
  return findingSection(finding).join(`

`);
}
function link({ id, docs }) {
  return `[${escaped(id)}](${docs})`;
}
function facts(report) {
  let { known } = report, trust = known.trust && known.trust.statements.length > 0 ? known.trust : void 0;
  return [
    ...trust ? [details(trustTitle(trust), trustTable(trust))] : [],
    ...known.token || report.timeline.length > 0 ? [details("What was seen", seen(report).join(`

`))] : []
  ];
}
function seen(report) {
  let { known, timeline } = report;
  return [
    ...rowsTable(report),
    ...known.token ? ["**Claims of the token**", claimsBlock(report)] : [],
    ...timeline.length > 0 ? ["**Where the time went**", fenced(bars(timeline))] : []
  ];
}
function rowsTable(report) {
  let rows = summaryRows(report.known).map(
    ({ what, value }) => `| ${escaped(what)} | ${prose(value)} |`
  );
  return rows.length > 0 ? [["| | |", "|---|---|", ...rows].join(`
`)] : [];
}
function claimsBlock({ known }) {
  let shown = known.token ? shownClaims(known.token) : {};
  return fenced(JSON.stringify(shown, null, 2), "json");
}
var IN_CHAIN = /* @__PURE__ */ new Set(["token", "issuer"]);
function footer(root, { timeline }) {
  let end = Math.max(0, ...timeline.map(({ end_ms }) => end_ms)), said = IN_CHAIN.has(root.link) || root.shown.some(({ show }) => show === "answer") ? void 0 : stsAnswer(root), answers2 = root.evidence.flatMap((one) => one.kind === "aws" ? [one] : []), [id] = answers2.map(({ requestId }) => requestId).filter((one) => one !== "");
  return `<sub>${[
    link(root),
    root.certainty === "likely" ? "most likely" : "certain",
    ...root.place && said === void 0 ? [`${prose(quote(root.place.file))} line ${root.place.line}`] : [],
    ...said === void 0 ? [] : [`${root.answeredBy ?? "AWS"} said \u201C${escaped(oneLine(said, 120))}\u201D`],
    ...id === void 0 ? [] : [`request id ${prose(quote(id))}`],
    ...end > 0 ? [`${end} ms`] : []
  ].join(" \xB7 ")}</sub>`;
}

// src/publish.ts
async function publish({ runner }, preflight2) {
  let { report } = preflight2, { known } = report, hasSummary = (known.inputs ?? known.outlets)?.summary !== !1;
  for (let annotation of annotations(report.findings, hasSummary ? "summary" : "log"))
    runner.annotate(annotation);
  if (hasSummary) await runner.writeSummary(summary2(report));
  else for (let finding of report.findings) runner.group(...findingGroup(finding));
  runner.info(endLine(report)), report.failed && runner.fail();
}

// src/report/renewal-words.ts
function outsideOfJob(missing) {
  let are = missing.length === 1 ? "is" : "are";
  return {
    severity: "error",
    title: "aws-oidc-preflight: this tool runs without the environment of the job",
    message: [
      `No new session could be fetched, because ${list(missing)} ${are} not set in the environment of this program. The step that signed in had both. GitHub gives them to each step of a job with the permission \`id-token: write\`; a container, \`sudo\`, \`ssh\` or \`env -i\` drops them.`,
      `Fix: Pass them on: docker run ${REQUEST_VARIABLES.map((name2) => `-e ${name2}`).join(" ")} \u2026`,
      `Fix: Pass them on: sudo --preserve-env=${REQUEST_VARIABLES.join(",")} \u2026`,
      `Fix: If the step belongs to another job, sign in there too, and give that job these permissions:
permissions:
  id-token: write`
    ].join(`
`)
  };
}
function stateGone(path) {
  return {
    severity: "error",
    title: "aws-oidc-preflight: the state of this profile is gone",
    message: [
      `No session could be fetched, because the profile's file ${quote(path)} cannot be read. The step that signed in wrote it, for its job alone: it is gone when that job has ended, and other machines, containers and users do not see it.`,
      "Fix: Sign in in this job, before the step that uses the profile, with `aws-profile` or `roles`, `renew: true` and `overwrite-aws-profile: true`."
    ].join(`
`)
  };
}

// src/steps/cached-session.ts
function freshSession({ privateFiles, clock }, { cache: cache2 }) {
  let text = privateFiles.read(cache2);
  return leftMs2(text, clock.now()) > 3e5 ? text : void 0;
}

// src/renewal.ts
var LIMIT_SECONDS = 40;
async function renewal(world, path) {
  let { privateFiles } = world, state = stateIn(privateFiles.read(path));
  if (!state) {
    world.runner.annotate(stateGone(path)), world.runner.fail();
    return;
  }
  return freshSession(world, state) ?? privateFiles.alone(
    state.cache,
    async () => freshSession(world, state) ?? renewSession(world, state, path)
  );
}
async function renewSession(world, state, path) {
  let { runner, clock, privateFiles } = world, missing = missingVariables(world, state.inputs);
  missing.length > 0 && runner.annotate(outsideOfJob(missing));
  let session = missing.length === 0 ? await signInAgain(world, state) : void 0;
  if (session !== void 0)
    return privateFiles.read(path) !== void 0 && privateFiles.replace(state.cache, session), session;
  let old = privateFiles.read(state.cache);
  if (leftMs2(old, clock.now()) > 0) return old;
  runner.fail();
}
async function signInAgain(world, { inputs, run }) {
  let { runner, clock } = world, log = new RunLog(world, run), limited = {
    ...inputs,
    actionTimeoutSeconds: LIMIT_SECONDS,
    // Both were of the step: here there is a tool that waits for a session, and no job to change.
    useExistingCredentials: !1,
    unsetCurrentCredentials: !1
  };
  log.learn({ inputs: limited }), inputs.maskAwsAccountId && inputs.role && runner.mask(inputs.role.account), maskLogin(loginOf(inputs.proxy?.url.reveal() ?? ""), runner);
  let renewing = startRun(world, limited, log), outcome = await withDeadline(renewing, signInFlow(renewing));
  if (outcome.session)
    return processCredentials(outcome.session, clock.now() + inputs.roleDurationSeconds * 1e3);
  let { findings } = await verdict(log, outcome.ended), errors = findings.filter(({ severity }) => severity === "error");
  for (let annotation of annotations(errors)) runner.annotate(annotation);
}
function missingVariables({ runner }, { webIdentityTokenFile }) {
  return webIdentityTokenFile !== "" ? [] : REQUEST_VARIABLES.filter((name2) => (runner.env(name2) ?? "") === "");
}

// src/sign-in.ts
async function mainStep(early) {
  endBetweenTurns();
  let renewer = fileURLToPath(new URL("./renew.mjs", import.meta.url)), world = makeWorld(makeRunner(), renewer, early);
  try {
    await publish(world, await preflight(world));
  } catch (error2) {
    await publish(world, await crashReport(world, errorOf(error2)));
  } finally {
    world.stop();
  }
}
async function renewSession2(path) {
  endBetweenTurns();
  let world = makeWorld(makeQuietRunner());
  try {
    let session = await renewal(world, path);
    session !== void 0 && process.stdout.write(`${session}
`);
  } catch (error2) {
    let { report } = await crashReport(world, errorOf(error2));
    for (let annotation of annotations(report.findings)) world.runner.annotate(annotation);
    world.runner.fail();
  } finally {
    world.stop();
  }
}
export {
  mainStep,
  renewSession2 as renewSession
};
