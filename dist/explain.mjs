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
      let ipaddr2 = {};
      ipaddr2.IPv4 = (function() {
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
          let cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0;
          for (; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
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
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
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
      }, ipaddr2.IPv4.subnetMaskFromPrefixLength = function(prefix) {
        if (prefix = parseInt(prefix), Number.isNaN(prefix) || prefix < 0 || prefix > 32)
          throw new Error("ipaddr: invalid IPv4 prefix length");
        let octets = [0, 0, 0, 0], j = 0, filledOctetCount = Math.floor(prefix / 8);
        for (; j < filledOctetCount; )
          octets[j] = 255, j++;
        return filledOctetCount < 4 && (octets[filledOctetCount] = Math.pow(2, prefix % 8) - 1 << 8 - prefix % 8), new this(octets);
      }, ipaddr2.IPv6 = (function() {
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
          return ipaddr2.subnetMatch(this, this.SpecialRanges);
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
          return new ipaddr2.IPv4([high >> 8, high & 255, low >> 8, low & 255]);
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
      })(), ipaddr2.IPv6.broadcastAddressFromCIDR = function(string) {
        try {
          let cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0;
          for (; i < 16; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
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
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 16; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
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
      }, ipaddr2.IPv6.subnetMaskFromPrefixLength = function(prefix) {
        if (prefix = parseInt(prefix), Number.isNaN(prefix) || prefix < 0 || prefix > 128)
          throw new Error("ipaddr: invalid IPv6 prefix length");
        let octets = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0], j = 0, filledOctetCount = Math.floor(prefix / 8);
        for (; j < filledOctetCount; )
          octets[j] = 255, j++;
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
          } catch (e) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
          }
        }
      }, ipaddr2.process = function(string) {
        let addr = this.parse(string);
        return addr.kind() === "ipv6" && addr.isIPv4MappedAddress() ? addr.toIPv4Address() : addr;
      }, ipaddr2.subnetMatch = function(address, rangeList, defaultName) {
        let i, rangeName, rangeSubnets, subnet;
        defaultName == null && (defaultName = "unicast");
        for (rangeName in rangeList)
          if (Object.prototype.hasOwnProperty.call(rangeList, rangeName)) {
            for (rangeSubnets = rangeList[rangeName], rangeSubnets[0] && !(rangeSubnets[0] instanceof Array) && (rangeSubnets = [rangeSubnets]), i = 0; i < rangeSubnets.length; i++)
              if (subnet = rangeSubnets[i], address.kind() === subnet[0].kind() && address.match.apply(address, subnet))
                return rangeName;
          }
        return defaultName;
      }, typeof module < "u" && module.exports ? module.exports = ipaddr2 : root.ipaddr = ipaddr2;
    })(exports);
  }
});

// src/model/cause-ids.ts
var CAUSE_IDS = [
  "input-invalid",
  "input-not-supported",
  "role-arn-invalid",
  "role-input-empty",
  "event-not-told-apart",
  "partition-mismatch",
  "audience-unusual",
  "ambient-credentials",
  "token-permission-missing",
  "token-fork-pull-request",
  "token-dependabot",
  "token-not-on-runner",
  "token-service-unreachable",
  "token-service-denied",
  "token-service-throttled",
  "token-service-error",
  "token-file-unreadable",
  "token-malformed",
  "token-claim-missing",
  "token-timestamp-invalid",
  "token-expired",
  "token-not-yet-valid",
  "clock-skew",
  "token-audience-mismatch",
  "token-algorithm-unsupported",
  "token-tags-invalid",
  "issuer-url-invalid",
  "issuer-dns-failure",
  "issuer-private-address",
  "issuer-unreachable",
  "issuer-proxy-failure",
  "issuer-tls-untrusted",
  "issuer-tls-chain-incomplete",
  "issuer-tls-expired",
  "issuer-tls-name-mismatch",
  "issuer-tls-expires-soon",
  "discovery-unavailable",
  "jwks-unavailable",
  "discovery-redirected",
  "jwks-redirected",
  "discovery-malformed",
  "jwks-malformed",
  "discovery-issuer-mismatch",
  "discovery-field-missing",
  "issuer-slow",
  "issuer-unchecked",
  "jwks-not-cacheable",
  "discovery-not-cacheable",
  "jwks-cache-short",
  "jwks-key-not-found",
  "jwks-kid-missing",
  "jwks-key-unusable",
  "jwks-kid-duplicate",
  "jwks-too-many-keys",
  "jwks-key-weak",
  "jwks-private-key",
  "token-signature-invalid",
  "region-unknown",
  "claim-not-expected",
  "sts-unreachable",
  "sts-tls-untrusted",
  "sts-endpoint-unusable",
  "sts-throttled",
  "sts-unavailable",
  "sts-region-disabled",
  "request-invalid",
  "session-policy-malformed",
  "session-policy-too-large",
  "role-session-too-long",
  "provider-parameter",
  "provider-not-found",
  "provider-thumbprint-mismatch",
  "provider-keys-unretrievable",
  "idp-communication-error",
  "idp-rejected-claim",
  "token-rejected",
  "sts-refused",
  "role-not-assumable",
  "trust-policy-unreadable",
  "trust-provider-mismatch",
  "trust-action-missing",
  "trust-claim-not-a-key",
  "trust-subject-environment",
  "trust-subject-pull-request",
  "trust-subject-immutable",
  "trust-subject-case",
  "trust-subject-customised",
  "trust-wildcard-with-equals",
  "trust-subject-mismatch",
  "trust-audience-mismatch",
  "trust-condition-mismatch",
  "trust-denied",
  "trust-undecided",
  "trust-policy-differs",
  "trust-too-open",
  "trust-ids-open",
  "account-not-allowed",
  "credentials-special-characters",
  "region-fallback-used",
  "sts-retried",
  "profile-exists",
  "profile-file-odd",
  "profile-unwritable",
  "runner-file-unwritable",
  "deadline-exceeded",
  "unknown"
];

// src/aws/limits.ts
var SESSION_SECONDS = { least: 900, most: 43200 }, LONGEST_SESSION_POLICY = 2048, MOST_SESSION_POLICIES = 10;
var ROLE_ARN_LENGTH = { least: 20, most: 2048 }, SESSION_NAME_LENGTH = { least: 2, most: 64 }, SOON_DAYS = 14, LARGEST_WORKFLOW = 256 * 1024, LARGEST_POLICY = 1024 * 1024, MOST_JSON_VALUES = 4e4, LARGEST_YAML = 256 * 1024, MOST_YAML_TOKENS = 2e4, LONGEST_TRUST_POLICY = 2 * 8192;
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

// src/aws/role-arn.ts
function isAccount(text) {
  return /^\d{12}$/.test(text);
}
var NAME = /^[\w+=,.@-]+$/;
function isRoleName(text) {
  return NAME.test(text) && text.length <= 64;
}
function isSessionName(text) {
  let { least, most } = SESSION_NAME_LENGTH;
  return NAME.test(text) && text.length >= least && text.length <= most;
}
function baseName({ name }) {
  return name.split("/").at(-1) ?? name;
}
var SESSION = /^arn:(?<partition>[a-z-]+):(?:sts|iam)::(?<account>\d{12}):assumed-role\/(?<name>[\w+=,.@-]{1,64})(?:\/[\w+=,.@-]*)?$/;
function roleOfSession(text) {
  let parts = SESSION.exec(text)?.groups;
  return parts && `arn:${parts.partition}:iam::${parts.account}:role/${parts.name}`;
}
function strangeToSessionName(text) {
  return [...new Set(text)].filter((character) => !NAME.test(character));
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
function plainText(value) {
  return typeof value == "string" || typeof value == "number" ? String(value) : "";
}
var IPV6 = /^::[\da-f:.]{1,40}$/i;
function quote(value, most = 200) {
  let text = typeof value == "string" ? value : jsonOf(value), shown2 = IPV6.test(text) ? text : oneLine(text, most).replaceAll("`", "'");
  return shown2 !== "" ? `\`${shown2}\`` : text === "" ? "`` (empty)" : "`` (only white space)";
}
function capitalised(text) {
  return `${text[0]?.toUpperCase() ?? ""}${text.slice(1)}`;
}
function list(values, last = "and") {
  let quoted = values.map((value) => quote(value)), end = quoted.pop() ?? "";
  return quoted.length === 0 ? end : `${quoted.join(", ")} ${last} ${end}`;
}
function listAtMost(values, most) {
  let more = values.length - most;
  return more <= 0 ? list(values) : `${values.slice(0, most).map((value) => quote(value)).join(", ")} and ${more} more`;
}
function commonLength(one, other) {
  let same = 0;
  for (; same < one.length && one[same] === other[same]; ) same++;
  return same;
}
function duration(seconds) {
  let size = Math.abs(seconds);
  return size < 120 ? `${Math.round(seconds)} s` : size < 7200 ? `${Math.round(seconds / 60)} min` : size < 172800 ? `${Math.round(seconds / 3600)} h` : `${Math.round(seconds / 86400)} days`;
}
function count(number, noun) {
  return number === 1 ? `one ${noun}` : `${number} ${noun}s`;
}
function shellWord(value) {
  let text = oneLine(value, 1e3);
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

// src/causes/cause.ts
function causeOf(kinds, cause) {
  let wanted = [kinds].flat(), erased = cause;
  return {
    ...erased,
    takes: wanted,
    matches: (failure, known) => wanted.includes(failure.kind) && erased.matches(failure, known)
  };
}

// src/causes/shared/role-input.ts
function roleInput({ inputs }) {
  return isOfRoles(inputs) ? "roles" : "role-to-assume";
}
function isOfRoles(inputs) {
  return inputs?.lineOfRoles !== void 0 || (inputs?.roles.length ?? 0) > 0;
}
function roleWhere(known) {
  return { where: { input: roleInput(known) } };
}
function roleSetting(known) {
  let name = known.inputs?.lineOfRoles?.name, input = quote(roleInput(known));
  return name === void 0 ? input : `${quote(name, 60)} in ${input}`;
}
function inRoleInput(known) {
  let name = known.inputs?.lineOfRoles?.name, input = quote(roleInput(known));
  return name === void 0 ? `in ${input}` : `in the line ${quote(name, 60)} of ${input}`;
}
function roleLine({ inputs }, arn) {
  let input = roleInput({ ...inputs ? { inputs } : {} });
  return pastedRole(input, arn, inputs?.lineOfRoles);
}
function pastedRole(input, arn, line) {
  let text = oneLine(arn, 2048);
  if (input !== "roles") return { code: sanitise(`${input}: ${text}`), language: "yaml" };
  let { name = "<name>", region } = line ?? {}, at = region === void 0 ? "" : ` @ ${oneLine(region)}`;
  return {
    code: `roles: |
  ${oneLine(name)}: ${text}${at}`,
    language: "yaml",
    then: "Keep the other lines of `roles`."
  };
}
function regionLine({ inputs }, region) {
  let line = inputs?.lineOfRoles;
  return line?.region === void 0 ? { code: `aws-region: ${oneLine(region)}`, language: "yaml" } : pastedRole("roles", inputs?.role?.text ?? "", { name: line.name, region });
}
function regionWhere({ inputs }) {
  return { where: { input: inputs?.lineOfRoles?.region === void 0 ? "aws-region" : "roles" } };
}
function profileWhere({ inputs }) {
  return { where: { input: isOfRoles(inputs) ? "roles" : "aws-profile" } };
}
function isOneOfRoles({ inputs }) {
  return inputs?.lineOfRoles !== void 0;
}
function policySetting(known, path) {
  let name = known.inputs?.lineOfRoles?.name;
  return name === void 0 ? `\`trust-policy: ${path}\`` : `the line ${quote(`${name}: ${path}`, 120)} of \`trust-policy: |\``;
}
function policyFile({ inputs }) {
  let name = inputs?.lineOfRoles?.name ?? "";
  return /^[\w.-]+$/.test(name) ? `trust-policy-${name}.json` : "trust-policy.json";
}

// src/causes/account-not-allowed.ts
var accountNotAllowed = causeOf("account", {
  id: "account-not-allowed",
  section: "sts",
  link: "export",
  title: "the session is in an account that is not allowed",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamArns"],
  matches: () => !0,
  explain: ({ account, allowed: allowed2 }, known) => {
    let role = known.inputs?.role?.text ?? "";
    return isAccount(account) ? {
      headline: isOneOfRoles(known) ? "the account of the session is not in `allowed-account-ids`" : `the session is in account ${quote(account)}, which \`allowed-account-ids\` does not list`,
      shown: [
        {
          show: "values",
          values: [
            { name: "allowed", value: allowed2.join(", ") },
            ...isOneOfRoles(known) ? [{ name: "account", value: account }] : [],
            ...role === "" ? [] : [{ name: "role", value: role }]
          ]
        }
      ],
      steps: [
        {
          when: "If this is the wrong account",
          say: "Give the step a role of an allowed account",
          ...roleLine(
            known,
            role.replace(account, allowed2[0] ?? account) || "arn:aws:iam::<account>:role/<name>"
          )
        },
        {
          when: "If the job may work in this account",
          say: "Allow it",
          code: `allowed-account-ids: '${oneLine([...allowed2, account].join(","), 2048)}'`,
          language: "yaml"
        }
      ],
      stop: `Account ${quote(account)}`,
      where: { input: "allowed-account-ids" }
    } : explainNoAccount(account, allowed2);
  },
  page: {
    meaning: "The sign-in succeeded, but into an account that the step must not use. The step fails before anything is exported, so that nothing is deployed into the wrong account.",
    tell: "This is the check of `allowed-account-ids` alone. STS accepted the token, and the trust policy of the role allows this job."
  }
});
function explainNoAccount(account, allowed2) {
  return {
    headline: "the session has no account id, so `allowed-account-ids` allows none",
    shown: [
      {
        show: "values",
        values: [
          { name: "allowed", value: allowed2.join(", ") },
          ...account === "" ? [] : [{ name: "session", value: account }]
        ]
      }
    ],
    steps: [
      {
        when: "If the job should sign in to AWS",
        say: "Remove `sts-endpoint`, and give the step a role of an allowed account"
      },
      {
        when: "If the STS of `sts-endpoint` is meant",
        say: "Remove `allowed-account-ids`: that STS has no account ids to compare"
      }
    ],
    stop: "Session without an account",
    where: { input: "allowed-account-ids" }
  };
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

// src/causes/ambient-credentials.ts
var EXPORTED = KEY_VARIABLES, MOST_NAMED = 3, ambientCredentials = causeOf("ambient-credentials", {
  id: "ambient-credentials",
  section: "inputs",
  title: "the job already has AWS settings of its own",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["awsCliOrder"],
  matches: () => !0,
  explain: ({ names }, known) => ({
    headline: `the job already had ${listAtMost(names, MOST_NAMED)} before this step`,
    shown: [
      {
        show: "sentence",
        say: `Signing in did not use ${names.length === 1 ? "it" : "them"}. ${consequences(names, known)}`
      }
    ],
    steps: [
      {
        when: `If nothing in this job needs ${names.length === 1 ? "it" : "them"}`,
        say: `Remove ${names.length === 1 ? "it where it is" : "them where they are"} set: in an \`env:\` block, in an earlier step, or in the environment of the runner`
      }
    ],
    confirm: [
      {
        say: "See who a later step acts as",
        code: "aws sts get-caller-identity",
        language: "sh"
      }
    ],
    where: "step"
  }),
  page: {
    meaning: "AWS SDKs and the AWS CLI read credentials from several places, each in its own order. Keys in the environment come before a web identity and before profiles in most of them, but a tool that is given a profile (`AWS_PROFILE` in some SDKs, `--profile` in the CLI) may use that instead. A job that holds both may then act as somebody else than this step signed in as.",
    tell: "A notice: signing in by OIDC neither reads nor needs them."
  }
});
function consequences(names, { inputs, session }) {
  let several = (inputs?.roles.length ?? 0) > 0;
  if (inputs && !inputs.outputEnvCredentials && !several)
    return "This step exports nothing, so later steps go on with what was there.";
  let exported = inputs?.awsProfile || several ? [...EXPORTED, "AWS_PROFILE"] : EXPORTED, replaced = names.filter((name) => exported.includes(name)), beside = names.filter((name) => !exported.includes(name));
  if (several) return besideProfiles(replaced, beside, inputs?.unsetCurrentCredentials === !0);
  let allowed2 = inputs?.allowedAccountIds ?? [];
  if (!session || allowed2.length > 0 && !allowed2.includes(session.account))
    return inputs?.unsetCurrentCredentials && replaced.length > 0 ? `Nothing was exported. ${ifCleared(replaced, beside)}` : "Nothing was exported, so later steps go on with what was there.";
  let sentences2 = [];
  return replaced.length > 0 && sentences2.push(
    `Later steps get this step's own ${beside.length === 0 ? "values" : list(replaced)}; if it fails, they keep the old${inputs?.unsetCurrentCredentials ? ", or find them empty" : ""}.`
  ), beside.length > 0 && sentences2.push(
    `${list(beside)} stay${beside.length === 1 ? "s" : ""} set beside the exported keys: a tool that prefers a profile or role acts as somebody else.`
  ), sentences2.join(" ");
}
function besideProfiles(cleared, beside, clears) {
  return clears && cleared.length > 0 ? `This step exports the region only. ${ifCleared(cleared, beside)}` : "This step exports the region only, so later steps without a profile go on with what was there.";
}
function ifCleared(cleared, beside) {
  return `If the log says "Cleared for the job" (\`unset-current-credentials\`), later steps find ${list(cleared)} empty${beside.length === 0 ? "" : `, and go on with ${list(beside)}`}; otherwise they go on with what was there.`;
}

// src/aws/http-answers.ts
var MARKUP = /^\s*<(!doctype|html|head|body)/i;
function isHtml(body, contentType = "") {
  return /html/i.test(contentType) || MARKUP.test(body);
}
function isRedirect({ status }) {
  return status >= 300 && status < 400 && status !== 304;
}
var NETWORK_LOGIN = 511, PROXY_LOGIN = 407, REFUSALS = /* @__PURE__ */ new Map([
  [400, "request"],
  [414, "request"],
  [422, "request"],
  [401, "sender"],
  [403, "sender"],
  [404, "place"]
]);
function refusedBy({ status }) {
  return REFUSALS.get(status);
}
function isInvalidStatus(status) {
  return status < 100 || status > 599;
}
function isPassing({ status }) {
  return isInvalidStatus(status) ? !0 : status >= 500 ? status !== NETWORK_LOGIN : status === 408 || status === 425 || status === 429;
}

// src/aws/sts-answers.ts
var GENERIC_MESSAGE = /web identity token provided could not be validated/i, KEY_MESSAGE = /Couldn.t retrieve verification key from your identity provider/i, REFUSAL_MESSAGE = /Not authorized to perform:? sts:AssumeRoleWithWebIdentity/i;
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
var SHORTEST_LIMIT = 3600;
function isTooLong(failure, { inputs }) {
  return failure.kind === "aws" && inputs?.customEndpoint === !0 && isCode(failure, "InvalidArgument") && inputs.roleDurationSeconds > SHORTEST_LIMIT;
}
var PROVIDER_PARAMETER = /Unrecognized OAuth provider/i;
function isOpaque(failure, known) {
  return failure.kind !== "aws" || known.inputs?.customEndpoint !== !0 || !isJudgement(failure) || isForeign(failure) || isTooLong(failure, known) ? !1 : isCode(failure, "AccessDenied") ? !isRefusal(failure) && !PROVIDER_PARAMETER.test(failure.message) : !isSelfExplanatory(failure);
}
var KEY_TYPE_MESSAGE = /key is of invalid type/i;
function isOfKey(failure) {
  return failure.kind !== "aws" ? !1 : isCode(failure, "InvalidIdentityToken") ? KEY_MESSAGE.test(failure.message) : isCode(failure, "InvalidParameterValue") && KEY_TYPE_MESSAGE.test(failure.message);
}
function isOfToken(failure) {
  return failure.kind === "aws" && isCode(failure, "InvalidIdentityToken", "ExpiredToken");
}
function isJudgement(failure) {
  return failure.kind === "aws" && !isThrottled(failure) && !isOutage(failure);
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
var MOST_NAMED2 = 3;
function defaultsText(names) {
  let more = names.length - MOST_NAMED2, first = names.slice(0, MOST_NAMED2), named2 = more > 0 ? `${first.map((name) => quote(name, 40)).join(", ")} and ${more} more` : list(first);
  return `the ${names.length === 1 ? "default" : "defaults"} of ${named2}`;
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

// src/causes/shared/load.ts
function retryOfKeys({ issuer }) {
  if (!issuer) return "transient";
  let fetches = [issuer.discovery, ...issuer.jwks ? [issuer.jwks] : []];
  return issuer.totalMs > 2e3 || fetches.some(isUncached) ? "throttled" : "transient";
}
function isUncached({ result, freshness }) {
  if (!result.ok || !freshness) return !1;
  let { prevents, storable, lifetimeSeconds } = freshness;
  return prevents !== void 0 || !storable || lifetimeSeconds === 0;
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
function isListed(region) {
  return PARTITIONS.some(({ regions }) => regions.includes(region));
}
var LONGEST = 64;
function regionIn(text) {
  let [only, second] = text.slice(0, LONGEST).toLowerCase().match(/[a-z]+(?:-[a-z]+)+-\d+/g) ?? [];
  return only !== void 0 && second === void 0 && isListed(only) ? only : void 0;
}
function nearestRegion(text) {
  let small = text.slice(0, LONGEST).toLowerCase(), all = PARTITIONS.flatMap(({ regions }) => regions), within = all.find((region) => small.startsWith(region));
  return within !== void 0 ? within : all.reduce((best, next) => distance(small, next) < distance(small, best) ? next : best);
}
function isNear(text, region) {
  let small = text.slice(0, LONGEST).toLowerCase();
  return distance(small, region) <= 2 || small.split("-")[0] === region.split("-")[0];
}
function usualAudience(partition) {
  return partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
}
var ALWAYS_ON = {
  aws: ["us-east-1", "us-west-2"],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-west-1", "us-gov-east-1"]
};
function otherRegionOf(partition, region) {
  return ownMember(ALWAYS_ON, partition)?.find((one) => one !== region);
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
function originOf(url) {
  return partOf(url, "origin") ?? url;
}
function pathOf(url) {
  return partOf(url, "path") ?? url;
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
function resolveLocation(location, url) {
  return location.startsWith("//") ? `${originOf(url).replace(/\/\/.*$/, "")}${location}` : location.startsWith("/") ? `${originOf(url)}${location}` : location;
}

// src/aws/endpoints.ts
function regionalEndpoint(region, { fips, dualStack } = { fips: !1, dualStack: !1 }) {
  let { id, dnsSuffix, dualStackDnsSuffix } = partitionOf(region) ?? COMMERCIAL;
  return `https://${!fips || id === "aws-us-gov" && !dualStack ? "sts" : "sts-fips"}.${region}.${dualStack ? dualStackDnsSuffix : dnsSuffix}`;
}
var COMMERCIAL = { id: "aws", dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws" };
function atEndpoint(code, endpoint) {
  let option = `--endpoint-url ${shellWord(endpoint)}`;
  return code.replace(
    /(^|[\s;(])aws iam (?!.*--endpoint-url)/gm,
    (_whole, before) => `${before}aws ${option} iam `
  );
}
function vpcService(region) {
  return `${region.startsWith("cn-") ? "cn." : ""}com.amazonaws.${region}.sts`;
}

// src/aws/provider.ts
function issuerName(issuer) {
  return issuer.replace(/^https?:\/\//i, "");
}
function issuerHost(issuer) {
  return issuerName(issuer).split("/")[0] ?? "";
}
var BUILT_IN = [
  { host: "accounts.google.com", name: "Google" },
  { host: "cognito-identity.amazonaws.com", name: "Amazon Cognito", ownAudience: !0 }
];
function builtInProvider(issuer) {
  let name = issuerName(issuer);
  return BUILT_IN.find(({ host }) => host === name);
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
var THUMBPRINT = "<SHA-1 of the x5c certificate in the JWKS>", PROVIDER_ARN = /^arn:([^:]*):iam::([^:]*):oidc-provider\/(.*)$/s;
function providerOf(arn) {
  let [, partition, account, issuer] = PROVIDER_ARN.exec(arn) ?? [];
  if (!(partition === void 0 || account === void 0 || issuer === void 0))
    return { partition, account, issuer };
}

// src/aws/token-rules.ts
var REQUIRED_CLAIMS = ["iss", "sub", "aud", "iat", "exp"], TIME_CLAIMS = ["iat", "nbf", "exp"], TAGS_CLAIM = "https://aws.amazon.com/tags", FLAT_TAGS = `${TAGS_CLAIM}/principal_tags/`, SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
function isGitHub(claims) {
  return typeof claims.repository == "string";
}
function carriesTags(claims) {
  return Object.keys(claims).some((one) => one === TAGS_CLAIM || one.startsWith(`${TAGS_CLAIM}/`));
}
function secondsOf(claim2) {
  return typeof claim2 == "string" ? /^\d+$/.test(claim2) ? Number(claim2) : void 0 : Number.isSafeInteger(claim2) ? claim2 : void 0;
}
function partyOf(claims) {
  return "azp" in claims ? { claim: "azp", value: claims.azp } : { claim: "aud", value: claims.aud };
}
function audienceOf(claims, otherwise) {
  let [party] = [partyOf(claims).value].flat();
  return typeof party == "string" && party !== "" ? party : otherwise;
}

// src/aws/service-tokens.ts
var IRSA_FILE = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token", IRSA_ANNOTATION = "eks.amazonaws.com/role-arn", POD_IDENTITY = "pods.eks.amazonaws.com", LEGACY = "kubernetes.io/serviceaccount/";
function isLegacyServiceAccount(claims) {
  return Object.keys(claims).some((name) => name.startsWith(LEGACY)) && ["aud", "iat", "exp"].every((name) => claims[name] === void 0);
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
function isOfEks(claims) {
  return /^https:\/\/oidc\.eks\.[a-z\d-]+\.amazonaws\.com(\.cn)?\//.test(plainText(claims.iss));
}

// src/aws/github.ts
var TENANTS = ".ghe.com";
function isGitHubCloud(serverUrl) {
  let host = serverHost(serverUrl);
  return host === "github.com" || host?.endsWith(TENANTS) === !0;
}
var CLOUD_ISSUER = "https://token.actions.githubusercontent.com";
function serverHost(serverUrl) {
  return serverUrl.startsWith("https://") ? authorityOf(serverUrl) : void 0;
}
function isGitHubHost(host) {
  return /(^|\.)(actions\.githubusercontent\.com|ghe\.com)$/i.test(host);
}
function restrictedRun(run) {
  return isPullRequest(run.event) && run.fork ? "fork" : isDependabot(run) ? "dependabot" : void 0;
}
var PULL_REQUEST_TARGET = "pull_request_target", WORKFLOW_RUN = "workflow_run";
function isPullRequest(event) {
  return /^pull_request(_review|_review_comment)?$/.test(event);
}
function isDependabot({ actor, event, pullRequestAuthor }) {
  let bot = "dependabot[bot]", restricted = isPullRequest(event) || /^(push|create|deployment|deployment_status)$/.test(event);
  return actor === bot && (restricted || event === PULL_REQUEST_TARGET && pullRequestAuthor === bot);
}
function readableScopes(serverUrl) {
  return [...isGitHubCloud(serverUrl) ? NEWEST : [], ...READABLE].sort();
}
var NEWEST = [
  "artifact-metadata",
  "attestations",
  "code-quality",
  "models",
  "vulnerability-alerts"
], READABLE = [
  "actions",
  "checks",
  "contents",
  "deployments",
  "discussions",
  "issues",
  "packages",
  "pages",
  "pull-requests",
  "security-events",
  "statuses"
], RESTRICTED_DEFAULT = ["contents", "packages"];

// src/causes/shared/condition.ts
function stepCondition({ workflow }, expression) {
  return conditionLine(workflow?.step?.condition, expression);
}
function jobCondition({ workflow }, expression) {
  return conditionLine(workflow?.job?.condition, expression);
}
function conditionLine(written, expression) {
  let whole = written === void 0 ? expression : joined(written, expression);
  return { code: /^[!&*'"[{>|%@`]|:( |$)| #/.test(whole) ? `if: >-
  ${whole}` : `if: ${whole}`, language: "yaml" };
}
function joined(written, expression) {
  let text = sanitise(written.replace(/\s+/g, " ").trim()), bare = /^\$\{\{((?:(?!\}\}|\$\{\{).)*)\}\}$/.exec(text)?.[1]?.trim() ?? text;
  return bare === "" || bare.includes("${{") ? expression : `${grouped2(bare)} && ${grouped2(expression)}`;
}
function grouped2(expression) {
  return expression.includes("||") ? `(${expression})` : expression;
}

// src/causes/shared/token.ts
var RESTRICTED = { fork: "token-fork-pull-request", dependabot: "token-dependabot" };
function reasonForNoToken(run) {
  if (!run.onRunner || run.standIn !== "") return "token-not-on-runner";
  let restricted = restrictedRun(run);
  return restricted ? RESTRICTED[restricted] : "token-permission-missing";
}
function withheldCertainty(failure) {
  return failure.kind === "no-token-permission" || !failure.hasToken || failure.sure ? "certain" : "likely";
}
var NOT_OF_FORK = "github.event.pull_request == null || github.event.pull_request.head.repo.full_name == github.repository", SKIP_FORKS_STEP = {
  say: "Skip the step for forks; add this to it and to the later steps that need AWS",
  code: `if: ${NOT_OF_FORK}`,
  language: "yaml"
};
function skipForks(known) {
  return { ...SKIP_FORKS_STEP, ...stepCondition(known, NOT_OF_FORK) };
}
var PERMISSIONS = `permissions:
  id-token: write
  contents: read`;
function timeOf(seconds) {
  let date = new Date(seconds * 1e3);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace(/\.\d+Z$/, "Z");
}
function issuerKnown({ token, issuer }) {
  return token?.issuer || issuer?.url || "";
}
function builtIn(known) {
  return builtInProvider(issuerKnown(known));
}
function providerPlace(known) {
  let { inputs } = known, { partition, account } = inputs?.role ?? {
    partition: inputs?.partition ?? "aws",
    account: "<account>"
  };
  return { partition, account, issuer: issuerKnown(known) || "https://<issuer>" };
}
function principalOf(known) {
  return federatedPrincipal(providerPlace(known));
}
function addAudienceStep(known, audience) {
  let when = `If tokens for ${quote(audience, 60)} may sign in`, own2 = builtIn(known);
  return !own2 && answererOf(known) === "STS" ? { when, say: "Have an administrator of that STS add it to the provider" } : own2 ? {
    when,
    say: "Add this line to `StringEquals` in the trust policy of the role",
    code: sanitise(`${JSON.stringify(`${own2.host}:aud`)}: ${JSON.stringify(audience)}`),
    language: "json",
    then: `If the policy has this key already, add the value to its list. IAM itself keeps no list of audiences for ${own2.name}.`
  } : {
    when,
    say: "Add it to the provider, with credentials of the account of the role",
    code: `aws iam add-client-id-to-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(principalOf(known))} --client-id ${shellWord(audience)}`,
    language: "sh"
  };
}
function leaveOutAudience({ inputs, token }) {
  if (inputs?.webIdentityTokenFile !== "" || token?.source === "file") return [];
  let { audience, usualAudience: usualAudience2 } = inputs;
  return audience === usualAudience2 ? [] : [
    {
      when: `If nothing needs the audience ${quote(audience, 60)}`,
      say: `Delete \`audience\` from the step: it then asks for ${quote(usualAudience2)}`
    }
  ];
}
function placeOfAudience({ inputs }) {
  return { where: { input: inputs?.webIdentityTokenFile ? "web-identity-token-file" : "audience" } };
}
function isByOurClock({ kind }, { clocks }) {
  return kind === "claim" && clocks.length === 0;
}
var COMPARE_CLOCKS = {
  say: "Compare the clock of this runner with the one of AWS",
  code: "date -u; curl -sSI https://sts.amazonaws.com | grep -i ^date",
  language: "sh"
}, COMPARE_CLOCKS_FIRST = {
  ...COMPARE_CLOCKS,
  then: "If they differ, set the clock of this runner: the token may be fine."
}, TURN_ON_NTP = {
  code: "timedatectl set-ntp true; timedatectl status",
  language: "sh"
};
function placeOfToken({ inputs }) {
  return inputs?.webIdentityTokenFile ? { where: { input: "web-identity-token-file" } } : {};
}

// src/causes/shared/sts.ts
function stsUrl({ inputs, endpoint }) {
  return endpoint || (inputs?.stsEndpoint ? inputs.stsEndpoint : regionalEndpoint(inputs?.region || "us-east-1"));
}
function stsHost(known) {
  return authorityOf(stsUrl(known));
}
function endpointInHeadline(known, text = stsHost(known)) {
  return isOneOfRoles(known) && !known.inputs?.customEndpoint ? "the STS endpoint" : quote(text, 60);
}
function otherRegion({ inputs }) {
  if (!inputs?.customEndpoint)
    return otherRegionOf(inputs?.partition ?? "aws", inputs?.region ?? "");
}
function issuerOf(known) {
  return issuerKnown(known) || "<issuer>";
}
function expectedAudience({ token, inputs }) {
  return audienceOf(token?.claims ?? {}, inputs?.audience ?? "<audience>");
}
function accountOf({ inputs }) {
  return oneLine(inputs?.role?.account || "<account>");
}
function withCredentials(known) {
  let { inputs } = known;
  return inputs?.customEndpoint && inputs.role?.account === "" ? `with the credentials of an administrator of ${oneLine(stsHost(known))}` : `with credentials of account ${accountOf(known)}`;
}
function roleName({ inputs }) {
  return shellWord(inputs?.role && baseName(inputs.role) || "<role>");
}
function showPolicy(known) {
  return `aws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument`;
}
function savePolicy(known) {
  return `${showPolicy(known)} --output json > ${policyFile(known)}`;
}
function ifMissing(known) {
  return answererOf(known) === "AWS" ? "If that says `NoSuchEntity`" : "If that fails";
}
function getProvider(known) {
  return `aws iam get-open-id-connect-provider --open-id-connect-provider-arn ${shellWord(principalOf(known))}`;
}
function listedAudience({ token, inputs }) {
  return audienceToList(token?.claims ?? {}, {
    partition: inputs?.partition ?? "aws",
    asked: inputs?.audience ?? "<audience>"
  });
}
function createProvider(known, issuer = issuerOf(known)) {
  let elsewhere = answererOf(known) === "STS";
  return createProviderCommand({ issuer, audience: listedAudience(known), elsewhere });
}
function describeStsRetries({ inputs }) {
  return inputs?.maxAttempts === 1 ? "It was not retried (`disable-retry`, or `retry-max-attempts: 1`)." : "Retries failed too.";
}

// src/aws/discovery.ts
var WELL_KNOWN = "/.well-known/openid-configuration";
function discoveryUrl(issuer) {
  return `${withoutSlash(issuer)}${WELL_KNOWN}`;
}
function isIssuer(peer) {
  return peer === "discovery" || peer === "jwks";
}

// src/causes/shared/doc-urls.ts
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
  iamPrincipal: `${IAM}/reference_policies_elements_principal.html`,
  iamEvaluation: `${IAM}/reference_policies_evaluation-logic.html`,
  iamPolicyVariables: `${IAM}/reference_policies_variables.html`,
  iamSetOperators: `${IAM}/reference_policies_condition-single-vs-multi-valued-context-keys.html`,
  awsProviderClaims: "https://aws.amazon.com/about-aws/whats-new/2026/01/aws-sts-supports-validation-identity-provider-claims/",
  iamSessionTags: `${IAM}/id_session-tags.html`,
  iamSessionDuration: `${IAM}/id_roles_update-role-settings.html`,
  iamSessionPolicies: `${IAM}/access_policies.html`,
  accountRegions: `${AWS}/accounts/latest/reference/manage-acct-regions.html`,
  awsRegions: `${AWS}/general/latest/gr/sts.html`,
  awsPartitions: `${AWS}/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html`,
  awsVpcEndpoint: `${IAM}/reference_sts_vpce_create.html`,
  awsSignature: `${IAM}/reference_sigv-troubleshooting.html`,
  awsFileFormat: `${AWS}/sdkref/latest/guide/file-format.html`,
  awsFileLocation: `${AWS}/sdkref/latest/guide/file-location.html`,
  awsCliOrder: `${AWS}/cli/latest/userguide/cli-configure-quickstart.html`,
  repostInvalidToken: "https://repost.aws/knowledge-center/iam-sts-invalididentitytoken",
  repostThrottling: "https://repost.aws/knowledge-center/iam-sts-throttling-error",
  repostPackedPolicy: "https://repost.aws/knowledge-center/iam-role-aws-sts-error",
  githubOidc: `${GITHUB}/reference/security/oidc`,
  githubOidcAws: `${GITHUB}/how-tos/secure-your-work/security-harden-deployments/oidc-in-aws`,
  githubPermissions: `${GITHUB}/reference/workflows-and-actions/workflow-syntax#permissions`,
  githubEnvironmentFiles: `${GITHUB}/reference/workflows-and-actions/workflow-commands#environment-files`,
  githubForks: `${GITHUB}/reference/workflows-and-actions/events-that-trigger-workflows#workflows-in-forked-repositories`,
  githubPullRequestTarget: `${GITHUB}/reference/workflows-and-actions/events-that-trigger-workflows#pull_request_target`,
  githubPwnRequests: "https://securitylab.github.com/resources/github-actions-preventing-pwn-requests/",
  githubDependabot: "https://docs.github.com/en/code-security/dependabot/troubleshooting-dependabot/troubleshooting-dependabot-on-github-actions",
  githubReusable: `${GITHUB}/how-tos/secure-your-work/security-harden-deployments/oidc-with-reusable-workflows`,
  githubSelfHosted: `${GITHUB}/reference/runners/self-hosted-runners`,
  githubProxy: `${GITHUB}/how-tos/manage-runners/self-hosted-runners/use-proxy-servers`,
  githubContexts: `${GITHUB}/reference/workflows-and-actions/contexts`,
  githubSecrets: `${GITHUB}/concepts/security/secrets`,
  githubStatus: "https://www.githubstatus.com",
  awsStatus: "https://health.aws.amazon.com/health/status",
  cephSts: "https://docs.ceph.com/en/latest/radosgw/STS/",
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
  let { actionRef } = run, ref = isHosted(run) && /^[\w./-]+$/.test(actionRef) ? actionRef : "main";
  return `${homeOf(run)}/blob/${ref}/docs/causes/${id}.md`;
}
function newIssue(title, body, run) {
  let query = `title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
  return `${homeOf(run)}/issues/new?${query}`;
}
function homeOf(run) {
  return isHosted(run) ? `${run.serverUrl}/${run.actionRepository}` : HOME;
}
function isHosted({ serverUrl, actionRepository }) {
  return /^https:\/\/[\w.:-]+$/.test(serverUrl) && /^[\w.-]+\/[\w.-]+$/.test(actionRepository);
}

// src/causes/shared/sts-steps.ts
function askSts(known) {
  let code = `curl -sS -D- ${shellWord(stsUrl(known))}`;
  return known.inputs?.customEndpoint ? [
    { say: "Ask the endpoint from this runner", code, language: "sh" },
    { when: "If that fails too", say: `Correct ${endpointSource(known)}` }
  ] : [
    {
      say: "Ask STS from this runner",
      code,
      language: "sh",
      then: "An answer with the header `x-amzn-RequestId` comes from STS, any other from something in between."
    }
  ];
}
function networkSteps(known, proxied = !1) {
  let host = quote(stsHost(known)), needed2 = {
    when: "If this network needs a proxy",
    say: `Set \`HTTPS_PROXY\` in the environment of the runner, and exempt ${host} from the proxy's TLS inspection`
  }, proxy = proxied ? [] : [
    needed2,
    { when: "If STS can be reached without a proxy", say: `Add ${host} to \`NO_PROXY\`` }
  ];
  if (known.inputs?.customEndpoint) return proxy;
  let service = vpcService(known.inputs?.region ?? "<region>");
  return [
    {
      when: "If the runner is in a VPC without internet access",
      say: `Create an interface endpoint for ${quote(service)} with private DNS, whose security group accepts port 443 from this runner`
    },
    ...proxy
  ];
}
function endpointSource({ inputs }) {
  let source2 = inputs?.endpointSource || "sts-endpoint";
  return source2 === "sts-endpoint" ? `the input ${quote(source2)}` : `the variable ${quote(source2)}`;
}
function endpointPlace({ inputs }) {
  return inputs?.customEndpoint && !inputs.endpointSource.startsWith("AWS_") ? { where: { input: "sts-endpoint" } } : {};
}
function fallbackStep(known, step) {
  let given = known.inputs?.fallbackRegions ?? [], other = otherRegion(known);
  return other === void 0 || given.includes(other) ? [] : [{ ...step, code: `fallback-regions: ${[...given, other].join(", ")}`, language: "yaml" }];
}
function answerFold(answer2) {
  let told2 = answer2.kind === "aws" ? { code: answer2.code, message: answer2.message, "request id": answer2.requestId } : { "content type": answer2.contentType, server: answer2.server, body: answer2.excerpt };
  return { title: "The answer in full", blocks: [{ show: "values", values: Object.entries({ status: `HTTP ${answer2.status}`, ...told2 }).filter(([, value]) => value !== "").map(([name, value]) => ({ name, value })) }] };
}
function issuerInWords(known) {
  return issuerOf(known) === CLOUD_ISSUER ? "GitHub" : "this issuer";
}
function principalLine(known) {
  return sanitise(`"Principal": {"Federated": ${JSON.stringify(principalOf(known))}}`);
}
function builtInStep(known) {
  let name = builtIn(known)?.name ?? "";
  return {
    say: `Name ${name} in the trust policy of the role by its host`,
    code: principalLine(known),
    language: "json",
    then: `Create no provider for ${name} in the account: AWS has it built in, and says not to.`
  };
}
function freshTokenStep(known) {
  let audience = known.token?.audiences[0] ?? expectedAudience(known);
  return {
    say: `Get a fresh ID token (not an access token) for the audience ${quote(audience)}, and run the job again`
  };
}
var WAIT_FOR_IAM = {
  say: "Wait 15 s and run the job again, or let this step wait for IAM",
  code: "new-role-wait-s: 30",
  language: "yaml"
}, DENY_ELSEWHERE = "Look for a Deny beside the trust policy: a service control or resource control policy (SCP, RCP) of the organisation, or the policy of a VPC endpoint for STS";
function denyStep(known, when) {
  return answererOf(known) === "AWS" ? { when, say: DENY_ELSEWHERE } : { when, say: `Read the reason in the log of ${quote(stsHost(known))}` };
}
function issuerSteps(known) {
  let issuer = issuerOf(known), jwks = known.issuer?.jwks?.url, requests = [discoveryUrl(issuer), ...jwks === void 0 ? [] : [jwks]], rest = jwks === void 0 ? "Then fetch the URL that its `jwks_uri` names in the same way. " : "", elsewhere = answererOf(known) === "STS";
  return [
    {
      say: elsewhere ? `Fetch the issuer's documents on the host of ${quote(stsHost(known))}` : "Fetch the issuer's documents from a network outside yours (a phone, a laptop at home)",
      code: requests.map((url) => `curl -sS -D- ${shellWord(url)}`).join(`
`),
      language: "sh",
      then: elsewhere ? `${rest}Both must answer 200.` : `${rest}Both must answer 200, within ${IN_WORDS.issuerLimit} together.`
    },
    ...elsewhere ? [] : outsideSteps(issuer)
  ];
}
function outsideSteps(issuer) {
  return [
    ...isGitHubHost(issuerHost(issuer)) ? [
      {
        when: "If they do not",
        say: `See ${DOC_URLS.githubStatus}/ for an incident, and run the job again when it is over`
      }
    ] : [
      { when: "If they do not", say: "Make both paths publicly reachable" },
      {
        when: "If they do",
        say: `Look in the issuer's access log for answers to AWS addresses that were 403, 429 or 5xx, or slower than ${IN_WORDS.issuerLimit}`
      }
    ]
  ];
}

// src/causes/idp-communication-error.ts
var idpCommunicationError = causeOf("aws", {
  id: "idp-communication-error",
  section: "sts",
  title: "AWS STS could not reach the issuer",
  severity: "error",
  retry: (_failure, known) => retryOfKeys(known),
  certainty: "certain",
  docs: ["assumeRole", "repostInvalidToken"],
  matches: (failure) => isCode(failure, "IDPCommunicationError"),
  explain: (failure, known) => ({
    headline: `STS could not reach the issuer ${quote(issuerOf(known), 60)} to verify the token`,
    shown: [
      {
        show: "sentence",
        say: `STS asks from ${answererOf(known) === "AWS" ? "the internet" : "where it is"}, so what this runner sees of the issuer does not decide it.`
      }
    ],
    steps: [{ say: "Run the job again: this usually passes" }, ...issuerSteps(known)],
    folded: [answerFold(failure)],
    stop: `STS: ${quote(failure.code, 60)}`
  }),
  page: {
    meaning: "STS fetches the keys of the issuer over the internet to verify the token. It could not reach it: the issuer was down or slow, or a firewall blocks AWS.",
    tell: "The code is IDPCommunicationError. The usual answer in such a case is InvalidIdentityToken with the sentence on the verification key: see provider-keys-unretrievable."
  }
});

// src/causes/shared/blocks.ts
function sentence(say) {
  return { show: "sentence", say };
}
function answer({ message }, known) {
  return { show: "answer", by: answererOf(known), text: message };
}
function sentences(say) {
  return say === "" ? [] : [sentence(say)];
}

// src/causes/idp-rejected-claim.ts
var idpRejectedClaim = causeOf("aws", {
  id: "idp-rejected-claim",
  section: "sts",
  title: "the identity provider refused its own token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole"],
  matches: (failure) => isCode(failure, "IDPRejectedClaim"),
  explain: (failure, known) => ({
    headline: "the identity provider that STS asked refused the token",
    shown: [
      answer(failure, known),
      { show: "sentence", say: `The token's issuer: ${quote(issuerOf(known))}.` }
    ],
    steps: [
      {
        say: "Get a new token and sign in again: the old one was revoked, or belongs to another app"
      },
      {
        say: "Use an ID token of an OIDC provider that IAM lists, not an access token of a social login"
      }
    ],
    folded: [answerFold(failure)],
    ...known.token?.source === "file" ? { where: { input: "web-identity-token-file" } } : {}
  }),
  page: {
    meaning: "For a few built-in providers (Facebook, Login with Amazon) STS does not verify a signature but asks the provider. The provider said that the token is revoked, expired or of another app. STS never judges tokens of GitHub so.",
    tell: "The code is IDPRejectedClaim, and the message names the provider that refused."
  }
});

// src/causes/shared/issuer.ts
function askOwner(known) {
  let host = issuerHost(issuerKnown(known));
  return host === "" || isGitHubHost(host) ? [] : [
    {
      when: `If you do not run ${quote(host, 60)}`,
      say: "Ask whoever does: this page says what they need",
      kind: "aside"
    }
  ];
}
var NO_KEY = ["provider-keys-unretrievable", "idp-communication-error"], NO_KEY_ANYWHERE = [...NO_KEY, "sts-refused"];
function documentName(peer) {
  return peer === "jwks" ? "keys (JWKS)" : "discovery document";
}
function curlHeaders(url) {
  return `curl -sS -D- -o /dev/null ${shellWord(url)}`;
}
function curlBody(url) {
  return `curl -sS ${shellWord(url)}`;
}
function urlAsked({ peer, host }, { issuer }) {
  return (peer === "jwks" ? issuer?.jwks : issuer?.discovery)?.url ?? discoveryUrl(`https://${host}`);
}
function portToReach(url) {
  return portOf(url) ?? "443";
}
function hostAndPort(url, host) {
  return `${host.includes(":") ? `[${host}]` : host}:${portToReach(url)}`;
}
function urlAt(host, { issuer }) {
  return [issuer?.discovery.url ?? "", issuer?.jwks?.url ?? ""].find((url) => url.includes(`//${hostAndPort(url, host).replace(/:443$/, "")}/`)) ?? "";
}
function showCertificates(url, host) {
  return `openssl s_client -connect ${shellWord(hostAndPort(url, host))} -servername ${shellWord(host)} -showcerts </dev/null`;
}
var OUTSIDE = {
  AWS: "Repeat the request from another network, since STS asks from the internet and not from this runner",
  STS: "Repeat the request on the host of that STS, since it asks from there and not from this runner"
};
function askFromOutside(url, known) {
  return { say: OUTSIDE[answererOf(known)], code: curlHeaders(url), language: "sh" };
}
function lookFromOutside(url, known) {
  return {
    ...askFromOutside(url, known),
    then: "If it fails there too, STS cannot sign in anyone with this issuer. If it succeeds, only the network of this runner is affected."
  };
}
function lookAgain(url) {
  return { say: "Look at the document again", code: curlBody(url), language: "sh" };
}
function lookAtHeaders(url) {
  return { say: "Look at the headers again", code: curlHeaders(url), language: "sh" };
}
function lookAtKeys(url) {
  return { say: "Look at the keys", code: curlBody(url), language: "sh" };
}
function resolveOutside(host) {
  return {
    say: "Ask a public DNS server for the name",
    code: `dig +short ${shellWord(host)} @1.1.1.1`,
    language: "sh"
  };
}
var ALLOW_CACHING = {
  code: "Cache-Control: public, max-age=3600",
  language: "http"
};
function sendCacheHeader(url) {
  return {
    say: `Send this header with ${quote(url)}, at the issuer or at the proxy or CDN in front of it`,
    ...ALLOW_CACHING
  };
}
function stopAt(peer) {
  return peer === "jwks" ? "Issuer: keys" : "Issuer: discovery document";
}
function memberText({ member, published }) {
  return `${member}: ${member === "x5c" ? "of another key" : published ?? "missing"}`;
}
function keysUrl(known) {
  return known.issuer?.jwks?.url ?? discoveryUrl(issuerKnown(known) || "https://<issuer>");
}

// src/causes/provider-keys-unretrievable.ts
var providerKeysUnretrievable = causeOf("aws", {
  id: "provider-keys-unretrievable",
  section: "sts",
  title: "STS could not get the issuer's key",
  severity: "error",
  retry: (_failure, known) => retryOfKeys(known),
  certainty: "likely",
  docs: ["repostInvalidToken", "assumeRole", "gitlabCache"],
  matches: isOfKey,
  explain: (failure, known) => isCode(failure, "InvalidParameterValue") ? unusable(failure, known) : unretrieved(known),
  page: {
    meaning: `STS fetches the issuer's discovery document and keys over the internet, within about ${IN_WORDS.issuerLimit}. If that fails, is too slow or is throttled by the issuer, or if the key is missing or not usable, it answers with this one sentence. CloudTrail does not record it.`,
    tell: "If the check of the issuer from the runner found a reason (an unknown kid, an unusable key, no caching, a slow or private issuer), that reason is the finding, and this sentence its evidence. This page applies only if nothing was found."
  }
});
function unretrieved(known) {
  return {
    headline: `STS could not retrieve a verification key from ${quote(issuerOf(known), 60)}`,
    shown: [{ show: "sentence", say: describeIssuer(known) }],
    steps: [
      { say: "Run the job again, in case the issuer was slow only once" },
      ...issuerSteps(known)
    ]
  };
}
function unusable({ message }, known) {
  let { header } = known.token ?? {}, jwks = known.issuer?.jwks?.url, wanted = ["alg", "kid"].flatMap(
    (name) => typeof header?.[name] == "string" ? [{ name, value: header[name] }] : []
  );
  return {
    headline: `${quote(stsHost(known), 60)} has no key that fits the token of ${quote(issuerOf(known), 60)}`,
    shown: [
      { show: "answer", by: "STS", text: message },
      ...wanted.length === 0 ? [] : [{ show: "values", values: wanted }]
    ],
    steps: [
      {
        say: "Look at the keys from the host of that STS: one must have the `kid` of the token, and the type of its `alg`",
        code: jwks === void 0 ? curlBody(discoveryUrl(issuerOf(known))) : curlBody(jwks),
        language: "sh",
        ...jwks === void 0 ? { then: "Then fetch the URL that its `jwks_uri` names." } : {}
      },
      {
        when: "If one has",
        say: "Correct the issuer (in MinIO `config_url`) that the STS is set up with: its keys are those of another"
      },
      { when: "If none has", say: "Publish the key that the token is signed with" }
    ]
  };
}
function describeIssuer({ issuer }) {
  return issuer?.discovery.result.ok && issuer.jwks?.result.ok ? "Most likely the issuer was too slow for STS, or throttled it. From this runner, nothing looked wrong." : "Most likely STS could not reach the issuer in time, or was throttled. This runner did not see the keys itself.";
}

// src/causes/provider-not-found.ts
var MESSAGE = /No OpenIDConnect provider found in your account for (\S+)/i, providerNotFound = causeOf("aws", {
  id: "provider-not-found",
  section: "sts",
  title: "the AWS account has no OIDC provider for this issuer",
  severity: "error",
  retry: "never",
  eventualConsistency: !0,
  certainty: "certain",
  docs: ["iamProvider", "githubOidcAws", "assumeRole"],
  matches: (failure) => isCode(failure, "InvalidIdentityToken") && MESSAGE.test(failure.message),
  explain: ({ message }, known) => {
    let own2 = builtIn(known);
    if (own2) return explainBuiltIn(own2.name, known);
    let issuer = MESSAGE.exec(message)?.[1]?.replace(/\.$/, "") ?? issuerOf(known);
    return {
      headline: `${ownerInWords(known)} has no OIDC provider for ${quote(issuer, 60)}`,
      shown: [
        {
          show: "sentence",
          say: answererOf(known) === "AWS" ? "The provider must be in the account of the role. IAM compares its URL with `iss` character by character." : "The provider must be at that STS, and its URL the same as `iss`, character by character."
        }
      ],
      steps: stepsFor(issuer, known),
      stop: "STS: no OIDC provider",
      ...roleWhere(known)
    };
  },
  page: {
    meaning: "An AWS account accepts tokens only of issuers that it lists under IAM, Identity providers. The one of this token is not listed in the account of the role: it was never created, it was created in another account, or its URL differs by a slash, a path (an enterprise's own issuer) or a host (GitHub Enterprise).",
    tell: "STS said this sentence until mid-2026, and it names the issuer. Since then it gives one general sentence for this and for other mistakes: see token-rejected."
  }
});
function ownerInWords(known) {
  return answererOf(known) === "AWS" ? isOneOfRoles(known) ? "the account of the role" : `account ${quote(accountOf(known))}` : `the STS at ${quote(stsHost(known), 60)}`;
}
function stepsFor(issuer, known) {
  let aws = answererOf(known) === "AWS", place = aws ? "account" : "STS", wrong = aws ? `If ${accountOf(known)} is the wrong account, or should not trust it` : "If it is the wrong STS, or should not trust it";
  return [
    {
      say: `Look for ${quote(principalOf(known))}, ${withCredentials(known)}`,
      code: "aws iam list-open-id-connect-providers",
      language: "sh"
    },
    {
      when: `If it is missing, and this ${place} should trust ${issuerInWords(known)}`,
      say: "Create it (by itself it allows no job)",
      code: createProvider(known, issuer),
      language: "sh"
    },
    {
      when: wrong,
      say: aws ? `Correct ${roleSetting(known)} (now ${quote(known.inputs?.role?.text ?? "")})` : `Correct ${endpointSource(known)}`
    },
    {
      when: "If it is there under another spelling (a slash at the end, another path, letter case)",
      say: "Create the right one beside it with the command above, and name it in the trust policy of the role",
      code: principalLine(known),
      language: "json",
      then: "IAM cannot change a URL. Delete the other one only when no role trusts it any more: each role that still does fails at once."
    }
  ];
}
function explainBuiltIn(name, known) {
  return {
    headline: `STS found no OIDC provider for ${name}, which IAM knows without one`,
    shown: [
      {
        show: "sentence",
        say: "So none is missing: look at the trust policy of the role, and at the token."
      }
    ],
    steps: [builtInStep(known), freshTokenStep(known)],
    ...roleWhere(known)
  };
}

// src/causes/provider-parameter.ts
var providerParameter = causeOf("aws", {
  id: "provider-parameter",
  section: "sts",
  title: "the request named a provider, which must not come with an OIDC token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole"],
  matches: (failure) => isCode(failure, "AccessDenied") && PROVIDER_PARAMETER.test(failure.message) || isCode(failure, "InvalidIdentityToken") && /is not a Login With Amazon token/i.test(failure.message),
  explain: (failure, known) => ({
    headline: "the request had a `ProviderId`, which this action never sends",
    shown: [answer(failure, known)],
    steps: [
      {
        say: `Look for what changes the requests between this runner and ${quote(stsUrl(known))}: a proxy that rewrites them, or the input \`sts-endpoint\``
      },
      { when: "If there is such a thing", say: "Sign in without it" },
      {
        when: "If there is not",
        say: "Open an issue in the repository of this action, with the report file: the fault is in this action"
      }
    ],
    folded: [answerFold(failure)]
  }),
  page: {
    meaning: "AssumeRoleWithWebIdentity has a parameter ProviderId for tokens of Facebook and Login with Amazon. With an OIDC token it must be left out, and this action leaves it out.",
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
  matches: (failure) => isCode(failure, "InvalidIdentityToken") && /HTTPS certificate doesn.t match configured thumbprint/i.test(failure.message),
  explain: (_failure, known) => {
    let seen2 = wantedCertificates(known);
    return {
      headline: `the certificate of ${quote(issuerOf(known), 60)} matches no thumbprint of its provider in IAM`,
      shown: [
        ...seen2.length === 0 ? [] : [thumbprints(seen2)],
        {
          show: "sentence",
          say: `${answererOf(known)} does not trust its CA either.${seen2.length === 0 ? " This runner has not seen a certificate of the issuer." : ""}`
        }
      ],
      steps: builtIn(known) ? [builtInStep(known)] : thumbprintSteps(seen2, known),
      stop: "STS: thumbprint of the provider"
    };
  },
  page: {
    meaning: "For an issuer whose certificate comes from a public CA, AWS looks at that CA. For others it compares the SHA-1 of the top intermediate CA certificate with the list at the provider in IAM. When the issuer gets a certificate from another CA, the list no longer fits. For GitHub itself this ended in July 2023.",
    tell: "STS names the thumbprint. An issuer that cannot be reached at all gives the sentence on the verification key."
  }
});
function thumbprints(seen2) {
  return { show: "values", values: seen2.map(({ sha1, subject }) => ({
    name: "seen here",
    value: `${sha1} (${subject})`
  })) };
}
function thumbprintSteps(seen2, known) {
  let wanted = seen2.map(({ sha1 }) => sha1).join(" ");
  return [
    {
      say: "See which thumbprints the provider has",
      code: getProvider(known),
      language: "sh"
    },
    {
      when: wanted === "" ? "If this account should trust the issuer's CA" : "If the certificate above is the issuer's own, not that of a proxy with TLS inspection",
      say: "Replace the list, and repeat in it what is still good (5 at most)",
      code: `aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(principalOf(known))} --thumbprint-list ${wanted || shellWord("<sha-1 of the top intermediate CA>")}`,
      language: "sh"
    },
    {
      when: "If the issuer can use a certificate of a public CA",
      say: `Use one: ${answererOf(known)} then ignores the thumbprints`
    }
  ];
}
function wantedCertificates({ issuer }) {
  let tops = [issuer?.discovery.observed?.certificates, issuer?.jwks?.observed?.certificates].flatMap((chain) => topIntermediate(chain ?? []) ?? []);
  return tops.filter(({ sha1 }, index) => tops.findIndex((top) => top.sha1 === sha1) === index);
}
function topIntermediate([leaf, ...above]) {
  return above.findLast(({ selfSigned }) => !selfSigned) ?? above.at(-1) ?? leaf;
}

// src/causes/request-invalid.ts
var MEMBERS = {
  rolesessionname: {
    input: "role-session-name",
    allowed: `${SESSION_NAME_LENGTH.least} to ${SESSION_NAME_LENGTH.most} characters out of \`A-Za-z0-9_+=,.@-\``,
    value: ({ roleSessionName }) => roleSessionName
  },
  durationseconds: {
    input: "role-duration-seconds",
    allowed: `${SESSION_SECONDS.least} to ${SESSION_SECONDS.most}`,
    value: ({ roleDurationSeconds }) => roleDurationSeconds
  },
  rolearn: {
    input: "role-to-assume",
    allowed: `the ARN of a role, \`arn:aws:iam::<12-digit account>:role/<path/name>\`, ${ROLE_ARN_LENGTH.least} to ${ROLE_ARN_LENGTH.most} characters`,
    value: ({ role }) => role?.text ?? ""
  },
  webidentitytoken: {
    input: "web-identity-token-file",
    allowed: `an ID token of 4 to ${2e4} characters`
  },
  policy: {
    input: "inline-session-policy",
    allowed: `an IAM policy of 1 to ${LONGEST_SESSION_POLICY} characters`,
    value: ({ inlineSessionPolicy }) => inlineSessionPolicy
  },
  policyarns: {
    input: "managed-session-policies",
    allowed: `at most ${MOST_SESSION_POLICIES} ARNs of managed policies, one per line`,
    value: ({ managedSessionPolicies }) => managedSessionPolicies
  }
}, CODES = ["ValidationError", "Validation", "InvalidParameterValue", "MissingParameter"], ELSEWHERE = /Request ARN is invalid|requested DurationSeconds exceeds/i, requestInvalid = causeOf("aws", {
  id: "request-invalid",
  section: "sts",
  title: "AWS STS refuses the form of a value",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole", "commonErrors"],
  matches: (failure) => isCode(failure, ...CODES) && !ELSEWHERE.test(failure.message) && !isOfKey(failure),
  explain: (failure, known) => {
    let { inputs, token } = known;
    if (NO_ROLE.test(failure.message)) return explainNoRole(failure, known);
    let found = membersIn(failure.message, known), names = found.map(({ member }) => memberName(member.input, token?.source));
    return {
      headline: `STS refused the form of ${names.join(" and ") || "a value of the request"}`,
      shown: [
        found.length === 0 ? answer(failure, known) : { show: "values", values: found.flatMap((one) => valuesOf(one, inputs)) }
      ],
      steps: found.length === 0 ? [LOOK] : [
        ...found.map((one) => correction(one, token?.source)),
        ...found.every(({ constraint }) => TOO_MUCH.test(constraint)) ? [] : [EMPTY]
      ],
      stop: `STS: form of ${names[0] ?? "a value"}`,
      ...found[0] ? { where: { input: found[0].member.input } } : {}
    };
  },
  page: {
    meaning: "STS checks the form of every value first: its length, its characters, its range. One of them does not fit. Most slips are seen by the check of the inputs before STS is asked; these are the ones that only STS sees.",
    tell: "The code is ValidationError. A value that is no ARN of a role at all has role-arn-invalid; a session that is too long for the role has role-session-too-long."
  }
}), NO_ROLE = /^Role arn:\S+ does not exist$/i;
function explainNoRole(failure, known) {
  return {
    headline: `${endpointInHeadline(known)} has no such role`,
    shown: [answer(failure, known)],
    steps: [
      {
        say: "Print the role ARNs that it has: MinIO makes one for each OIDC provider with a role policy",
        code: "mc idp openid list <alias>",
        language: "sh"
      },
      { say: "Set the ARN as it is printed", ...roleLine(known, "arn:minio:iam:::role/<id>") }
    ],
    stop: "STS: role",
    where: { input: roleInput(known) }
  };
}
var LOOK = {
  say: "Find the value that STS names above among the inputs of the step, and correct it"
}, TOO_MUCH = /less than or equal to/i, EMPTY = {
  when: "If the value comes from `secrets.` or `vars.`",
  say: "Check that it is not empty here",
  then: "Forks and Dependabot get no secrets; those of an environment reach only jobs with that `environment:`."
};
function correction({ member }, source2) {
  return { say: `Correct ${memberName(member.input, source2)}: ${member.allowed}` };
}
function valuesOf({ member, constraint, quoted }, inputs) {
  let { input, value } = member, rule = { name: "STS says", value: constraint };
  if (!inputs || !value) return [rule];
  let given = value(inputs);
  if (Array.isArray(given)) {
    let one = given.find((each) => each === quoted) ?? given.join(" ");
    return [{ name: input, value: String(one) }, rule];
  }
  let sent = String(given), seen2 = { name: input, value: (quoted ?? sent) || "(empty)" };
  return quoted === void 0 || quoted === sent ? [seen2, rule] : [seen2, { name: "the step sent", value: sent || "(empty)" }, rule];
}
function memberOf(name, known) {
  let member = ownMember(MEMBERS, name);
  return member && name === "rolearn" ? { ...member, input: roleInput(known) } : member;
}
function membersIn(message, known) {
  let found = /* @__PURE__ */ new Map();
  for (let [, quoted, name = "", constraint = ""] of message.matchAll(
    /(?:Value '((?:(?!' at '|Value ').){0,4000})' )?at '(\w+)(?:\.[\w.]+)?' failed to satisfy constraint:\s*(.*?)(?=; Value |$)/gs
  )) {
    let member = memberOf(name.toLowerCase(), known);
    member && !found.has(member.input) && found.set(member.input, { member, constraint, ...quoted === void 0 ? {} : { quoted } });
  }
  return [...found.values()];
}
function memberName(input, source2) {
  return input !== "web-identity-token-file" ? quote(input) : source2 === "file" ? `the token in ${quote(input)}` : "the token of the runner";
}

// src/causes/shared/session-name.ts
var LENGTH = `${SESSION_NAME_LENGTH.least} to ${SESSION_NAME_LENGTH.most} characters`, MOST_CHARACTERS = 3, BOT = "[bot]";
function sessionNameLine(name, value, text) {
  let strange = strangeToSessionName(text);
  if (strange.length === 0) return `${name} must be ${LENGTH}, not ${[...text].length}`;
  let named2 = strange.slice(0, MOST_CHARACTERS).map(characterName), more = strange.length - named2.length, last = more > 0 ? `${more} more` : named2.pop() ?? "", all = named2.length === 0 ? last : `${named2.join(", ")} and ${last}`;
  return `${name} cannot be ${value}: ${all} ${strange.length === 1 ? "is" : "are"} not allowed`;
}
function characterName(character) {
  return character === " " ? "a space" : character === `
` || character === "\r" ? "a line break" : character === "	" ? "a tab" : character === "`" ? "a backtick" : /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? quote(character) : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
var SESSION_NAME_DETAIL = `Allowed are ${LENGTH}: letters, digits, \`_+=,.@-\`.`;
function cleanSessionName(text) {
  return text.slice(0, 256).normalize("NFKD").replace(new RegExp("\\p{M}", "gu"), "").replace(/[^\w+=,.@-]+/g, "-").slice(0, SESSION_NAME_LENGTH.most).replace(/^-+|-+$/g, "");
}
function sessionNameSteps({ input, given, want }) {
  if (want.form !== "session-name") return [];
  let isBot = typeof given == "string" && given.includes(BOT);
  return [
    {
      when: isBot ? "If it comes from `github.actor`" : "If an expression gives it",
      say: isBot ? "Use the number of the actor, which has digits only" : "Use a value that is of this form in every run",
      code: `${input}: ${isBot ? "actor-" : "run-"}\${{ github.${isBot ? "actor_id" : "run_id"} }}`,
      language: "yaml",
      ...isBot ? {
        then: `The login of a GitHub App, such as ${quote(`dependabot${BOT}`)}, ends in ${quote(BOT)}.`
      } : {}
    }
  ];
}

// src/causes/shared/input-wants.ts
var MOST = 60;
function inputLine({ input, given, want, line }) {
  let text = givenText(given), value = quote(text, MOST), said2 = { name: `${line === void 0 ? "" : `line ${line} of `}${quote(input)}`, value, text, ofLine: line !== void 0 }, whole = wantLine(said2, want);
  return whole.includes(said2.name) || line === void 0 ? whole : `${said2.name}: ${whole}`;
}
function wantLine(said2, want) {
  let { name, value, text } = said2;
  switch (want.form) {
    case "whole":
      return must(`${want.least} to ${want.most}${want.unit ? ` ${want.unit}` : ""}`)(said2);
    case "one-of":
      return must(list(want.values, "or"))(said2);
    case "region-of-partition":
      return must(`regions of partition ${quote(want.partition)}`)(said2);
    case "proxy":
      return must("the URL of an HTTP proxy")({
        ...said2,
        name: want.variable ? quote(want.variable) : name
      });
    case "listed-region":
      return `there is no AWS region ${value}`;
    case "policy-arns":
      return `${name} takes at most ${want.most} ARNs, not ${oneLine(text)}`;
    case "profile-name":
      return `${name} cannot be ${value}`;
    case "role-arn":
      return roleLine2(name, want.slip);
    case "unquoted-arn":
      return `the ARN in ${name} has quotes or spaces around it`;
    case "same-partition":
      return said2.ofLine ? `a role of ${quote(want.rolePartition)}, but region ${quote(want.region)} is in ${quote(want.partition)}` : `the role is in partition ${quote(want.rolePartition)}, but region ${quote(want.region)} is in ${quote(want.partition)}`;
    case "another-name":
      return `${name} has the same name as line ${want.line}: ${value}`;
    case "most-roles":
      return `${name} takes at most ${want.most} roles, not ${oneLine(text)}`;
    case "unsupported":
      return `this action has no input ${name}`;
    default:
      return PLAIN[want.form](said2);
  }
}
function must(be) {
  return ({ name, value }) => `${name} must be ${be}, not ${value}`;
}
var PLAIN = {
  region: (given) => given.text === "" ? "no AWS region is set" : must("an AWS region")(given),
  boolean: must("`true` or `false`"),
  url: must("a plain https URL"),
  "https-url": must("an https URL"),
  "https-or-loopback-url": must("an https URL"),
  "session-name": ({ name, value, text }) => sessionNameLine(name, value, text),
  "session-policy": must("an IAM policy as a JSON object"),
  "policy-arn": must("ARNs of managed policies"),
  "account-ids": must("account ids of 12 digits"),
  "claim-pattern": must("lines `claim: pattern`"),
  "no-fallback": ({ name }) => `${name} and \`sts-endpoint\` cannot be used together`,
  "role-of-profile": ({ name }) => `${name} is missing, and \`aws-profile\` needs it`,
  "dollar-arn": ({ name }) => `${name} begins with ${quote("$")}, so it is not an ARN`,
  "profile-to-renew": ({ name }) => `\`aws-profile\` is missing, and ${name} needs it`,
  "policy-of-parameters": ({ name }) => `\`trust-policy\` is missing, and ${name} needs it`,
  "role-line": must("`name: ARN` or `name: ARN @ region`"),
  "no-arn": ({ name }) => `${name} has no ARN behind the name`,
  "policy-line": must("`name: path`, with a name from `roles`"),
  "some-roles": ({ name }) => `${name} has no role in it`,
  "not-with-roles": ({ name }) => `${name} and \`roles\` cannot be used together`
};
function roleLine2(name, slip) {
  switch (slip) {
    case void 0:
      return `${name} is not the ARN of a role`;
    case "no-account":
      return `the ARN in ${name} has no account id`;
    case "account-digits":
      return `the account id in ${name} does not have 12 digits`;
    case "name":
      return `the ARN in ${name} has no valid role name`;
    case "bare-name":
      return `${name} looks like a bare role name, not an ARN`;
    default:
      return `${name} is the ARN of ${OTHER_THINGS[slip]}, not of a role`;
  }
}
var OTHER_THINGS = {
  "oidc-provider": "the OIDC provider",
  "instance-profile": "an instance profile",
  session: "a session",
  user: "a user",
  policy: "a policy"
};
function givenText(given) {
  return typeof given == "string" ? given : "lines" in given ? `${given.lines} lines` : "given";
}
function areAll(problems, forms) {
  return problems.every(({ want, line }) => line === void 0 && forms.includes(want.form));
}
var NO_KEYS = "this action signs in by OIDC, without stored keys", TAGS_OF_TOKEN = "with OIDC, session tags come from the token only", WITHOUT = {
  "aws-access-key-id": NO_KEYS,
  "aws-secret-access-key": NO_KEYS,
  "aws-session-token": NO_KEYS,
  "role-chaining": "this action assumes a role with an ID token, never with the credentials of another role",
  "role-external-id": "AssumeRoleWithWebIdentity takes no external id; put the condition on the token's claims",
  "role-skip-session-tagging": "this action sends no session tags",
  "transitive-tag-keys": TAGS_OF_TOKEN,
  "custom-tags": TAGS_OF_TOKEN,
  "force-skip-oidc": "a job that must not sign in by OIDC needs no step of this action"
};

// src/causes/shared/input-details.ts
function inputDetail({ input, given, want, line }) {
  switch (want.form) {
    case "not-with-roles":
      return ownMember(NOT_WITH_ROLES, input) ?? "";
    case "listed-region":
      return line === void 0 ? REGION : "";
    case "region-of-partition":
      return line === void 0 ? "" : ONE_PARTITION;
    case "region":
      return given === "" ? "`aws-region`, AWS_REGION and AWS_DEFAULT_REGION are all empty." : REGION;
    case "profile-name":
      return PROFILE_NAMES[want.problem];
    case "role-arn":
      return want.slip === "name" ? "After `role/` come letters, digits and `_+=,.@-/`, at most 512." : `It must be \`arn:${oneLine(want.partition)}:iam::<12-digit account>:role/<name>\`.`;
    case "whole":
      return /^\d+$/.test(givenText(given)) ? "" : "It must be a whole number, without a unit.";
    default:
      return DETAILS[want.form] ?? "";
  }
}
var REGION = "The region is `aws-region`, else AWS_REGION or AWS_DEFAULT_REGION of the job.", ONE_PARTITION = "One token is for one partition: sign in to roles of another in a step of its own.", DETAILS = {
  "session-name": SESSION_NAME_DETAIL,
  "dollar-arn": "If the file has `$${{`, the first `$` becomes part of the value.",
  url: "It must be `https://host[:port][/path]`, without user, query or fragment.",
  "https-or-loopback-url": "Only a loopback address may have http.",
  proxy: "It must be `http://[user:password@]host[:port]`, special characters of user and password percent-encoded (`@` as `%40`).",
  "policy-arn": "Each ARN has its own line.",
  "policy-arns": "Each ARN has its own line.",
  "account-ids": "They must be in quotes, separated by commas.",
  "claim-pattern": "The colon needs a space after it.",
  "no-fallback": "That endpoint is the only one.",
  "role-of-profile": "The profile holds the session of that role.",
  "profile-to-renew": "Only a profile can fetch new sessions.",
  "policy-of-parameters": "The parameters are those of a template that `trust-policy` names.",
  "role-line": "The colon needs a space after it, and `@` a space before it.",
  "policy-line": "Each name has one line at most.",
  "some-roles": "It takes one line for each role: `name: ARN`, or `name: ARN @ region`.",
  "another-name": "Each name stands for one profile."
}, NOT_WITH_ROLES = {
  "role-to-assume": "If the step needs this role too, give it a line of its own in `roles`.",
  "aws-profile": "Each role in `roles` gets the profile of its name.",
  "output-credentials": "The credentials of each role are in the profile of its name only.",
  "output-env-credentials": "The credentials of each role are in the profile of its name only.",
  "use-existing-credentials": "The credentials of the job are those of one role at most."
}, PROFILE_NAMES = {
  control: "It has a line break or a control character.",
  brackets: "`[` and `]` end the section of a profile.",
  quotes: "It has a quote or a backslash.",
  comment: "`#` and `;` begin a comment.",
  reserved: "This name is reserved."
};

// src/aws/wildcard.ts
function isWild(pattern) {
  return /[*?]/.test(pattern);
}
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
    let fits = masks.get(text[at] ?? "") ?? any, carry = 1;
    for (let word = 0; word < begun.length; word++) {
      let bits = begun[word] ?? 0;
      begun[word] = (bits << 1 | carry) & (fits[word] ?? 0), carry = bits >>> WORD - 1;
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
    let own2 = masks.get(sign) ?? any.slice();
    set(own2, at), masks.set(sign, own2);
  }
  return masks;
}
function set(bits, at) {
  bits[Math.floor(at / WORD)] = (bits[Math.floor(at / WORD)] ?? 0) | 1 << at % WORD;
}
function isSet(bits, at) {
  return ((bits[Math.floor(at / WORD)] ?? 0) >>> at % WORD & 1) === 1;
}

// src/aws/github-expression.ts
var EXPRESSION = /\$\{\{((?:'[^']*'|[^'}]|\}(?!\}))*)\}\}/g, LONGEST2 = 4096;
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
var ALWAYS_SET = "GITHUB_TOKEN";
function namesIn(expression, context) {
  let names = [...expression.matchAll(
    /(?<![\w.-])(secrets|vars)(?:\.([\w-]+)|\[\s*'([\w-]+)'\s*\])/gi
  )].flatMap(
    ([, of = "", dotted, quoted]) => of.toLowerCase() === context ? [dotted ?? quoted ?? ""] : []
  );
  return [...new Set(names)].filter((name) => name.toUpperCase() !== ALWAYS_SET);
}
function loneExpression(text) {
  let [first, second] = text.trim().slice(0, LONGEST2).matchAll(EXPRESSION);
  return first && !second && first[0] === text.trim() ? first[1]?.trim() : void 0;
}

// src/causes/shared/empty-reason.ts
var MOST_NAMED3 = 2;
function emptyNames({ source: source2 }) {
  let texts = [...new Set((source2?.empty ?? []).map(({ text }) => text))];
  return texts.length > 0 && texts.length <= MOST_NAMED3 && texts.every((text) => readOf(text)) ? list(texts.map((text) => oneLine(text, 60))) : void 0;
}
var BY_HAND = "workflow_dispatch";
function namesRead({ empty }, context) {
  let names = empty.flatMap(({ text, from }) => {
    let read = readOf(from ?? text);
    return read?.context === context ? [read.name] : [];
  });
  return [...new Set(names)];
}
function emptyReason({ source: source2 }, { run }) {
  let [first] = source2?.empty ?? [];
  return first?.dispatch && run.event !== BY_HAND ? `Only a run of ${quote(BY_HAND)} has inputs, and their defaults. This one is of ${quote(run.event, 60)}.` : first?.set && first.from === void 0 ? unsetReason(first.set) : source2?.callers?.all && namesRead(source2, "secrets").length > 0 ? callerReason(source2.callers) : first?.from !== void 0 ? originReason(first, first.from) : "GitHub turns an unset expression into an empty string.";
}
function callerReason({ calls }) {
  let jobs = calls.flatMap((one) => one.jobs);
  return `This workflow is called by ${calls.map((one) => `${list(one.jobs)} in ${quote(one.file)}`).join(" and ")}, which ${jobs.length === 1 ? "does" : "do"} not pass the secret on.`;
}
function originReason({ text, set: set2 }, from) {
  let value = quote(`\${{ ${from} }}`, 80);
  return set2 === void 0 || set2.by === "env" && readOf(text)?.name === set2.key ? `The file sets ${quote(text, 60)} to ${value}, and that has no value in this run.` : `${jobOf(set2)} sets ${quote(set2.key, 60)} to ${value}, which has no value in this run.`;
}
function unsetReason(set2) {
  let to = set2.by === "call" ? "the workflow that it calls" : "the composite action";
  return `${jobOf(set2)} gives ${to} no ${quote(set2.key, 60)}.`;
}
function jobOf({ file, job }) {
  return `The job ${quote(job, 60)} of ${quote(file, 80)}`;
}
function placeOf({ by, file, job }) {
  let ofJob = `the job ${quote(job, 60)} of ${quote(file, 80)}`;
  return by === "step" ? `the step that uses the composite action, in ${ofJob}` : ofJob;
}

// src/causes/shared/empty-line.ts
function lineWith({ input, source: source2 }, expression) {
  let [first, second] = source2?.empty ?? [], written = source2?.written?.trim() ?? "";
  if (!first || second || written.includes(`
`)) return "";
  let inserted = `\${{ ${expression} }}`, key = first.set?.key ?? readOf(first.text)?.name;
  if (first.from !== void 0) return key === void 0 ? "" : `${oneLine(key)}: ${inserted}`;
  let line = written.replace(
    /\$\{\{\s*([^}]*?)\s*\}\}/g,
    (whole, inner) => inner === first.text ? inserted : whole
  );
  return `${input}: ${oneLine(line, 2048)}`;
}
function placeOfLine({ source: source2 }) {
  let [{ set: set2 } = {}] = source2?.empty ?? [];
  return set2 === void 0 || set2.by === "env" ? "" : `, in ${placeOf(set2)}`;
}

// src/causes/shared/empty-context.ts
function contextSteps(emptied, known) {
  let [only, second] = emptied.source.empty;
  if (!only || second) return [PARTS2];
  let expression = only.from ?? only.text;
  if (only.dispatch && known.run.event !== BY_HAND)
    return [defaultStep(emptied, { expression, value: only.dispatch.default }, known)];
  let read = readOf(expression), name = quote(read?.name ?? "");
  switch (read?.context) {
    case "needs":
      return [
        {
          say: `Check that the job with the output ${name} ran, that \`needs:\` of this job lists it as in the expression, and what it set`,
          then: "GitHub does not pass a value that it masks as a secret from job to job."
        }
      ];
    case "steps":
      return [
        {
          say: `Check that the step with the output ${name} ran before this one, that its id is spelled as in the expression, and what it set`
        }
      ];
    case "inputs":
    case "dispatch":
      return [
        {
          say: `Check what this run was given for ${name}`,
          then: "If this workflow is called, that stands under `with:` of the calling job. `secrets.` cannot be used there."
        }
      ];
    case "matrix":
      return [{ say: `Check what this job of the matrix has for ${name}` }];
    case "env":
      return [
        {
          say: `Check where ${name} is set, and that this is before this step`,
          then: "A variable that is set from a secret is empty if the secret is."
        },
        ...variableStep(emptied, read.name)
      ];
    default:
      return [PARTS2];
  }
}
var PARTS2 = { say: "Check what the parts of this expression hold in this run" };
function defaultStep(emptied, { expression, value }, { run }) {
  let isPlain = value !== "" && !/['\n]|\$\{\{/.test(value), code = lineWith(
    emptied,
    `${expression} || '${isPlain ? oneLine(value, 2048) : emptied.value}'`
  );
  return {
    when: `If a run of ${quote(run.event, 60)} is to have it, too`,
    say: `Let the expression end in the value${placeOfLine(emptied)}`,
    ...code === "" ? {} : { code, language: "yaml" }
  };
}
function variableStep(emptied, name) {
  let code = lineWith(emptied, `vars.${oneLine(name)}`);
  return code === "" ? [] : [
    {
      when: `If ${quote(name)} is a variable of the repository, the organisation or an environment`,
      say: `Read it from \`vars.\`: GitHub does not put it into \`env.\`${placeOfLine(emptied)}`,
      code,
      language: "yaml"
    }
  ];
}

// src/causes/shared/empty-input.ts
function emptySteps(emptied, known) {
  let { source: source2 } = emptied;
  if (source2 === void 0 || source2.empty.length === 0)
    return [...callerSteps(source2, !0), ...unknownSteps(emptied, known)];
  let unset = source2.empty.flatMap(
    ({ from, set: set2 }) => set2 && from === void 0 ? [giveStep({ set: set2, value: emptied.value })] : []
  );
  if (unset.length > 0) return unset;
  let secrets = namesRead(source2, "secrets"), variables = namesRead(source2, "vars");
  return secrets.length + variables.length === 0 ? [...partSteps(source2), ...contextSteps({ ...emptied, source: source2 }, known)] : [
    ...callerSteps(source2, secrets.length > 0),
    listStep({ secrets, variables }, source2, known),
    ...setSteps(emptied, { secrets, variables }, known)
  ];
}
function callerSteps(source2, ofSecrets) {
  let callers = source2?.callers;
  if (!callers || !ofSecrets) return [];
  let sure = callers.all && source2.empty.length > 0;
  return callers.calls.map((calls) => {
    let condition = { when: `If ${list(calls.jobs, "or")} called this workflow` };
    return { ...sure ? {} : condition, ...passStep(calls) };
  });
}
function partSteps(source2) {
  let { callers, empty } = source2, hasSecret = empty.some(({ text, from }) => namesIn(from ?? text, "secrets").length > 0);
  if (!callers || !hasSecret) return [];
  let when = `If this run takes a secret from the expression${callers.all ? "" : `, and ${list(
    callers.calls.flatMap(({ jobs }) => jobs),
    "or"
  )} called this workflow`}`;
  return callers.calls.map((calls) => ({ when, ...passStep(calls) }));
}
function passStep({ file, jobs }) {
  return {
    say: `Pass the secrets on in ${jobs.length === 1 ? "the job" : "each of the jobs"} ${list(jobs)} of ${quote(file)}`,
    code: "secrets: inherit",
    language: "yaml",
    then: "It stands beside `uses:`. To pass one secret only, or to a workflow of another organisation, list it under `secrets:` there, and declare it under `on.workflow_call.secrets` of the called workflow."
  };
}
function giveStep({ set: set2, value }) {
  let line = {
    say: `Set ${quote(set2.key, 60)} in ${placeOf(set2)}`,
    code: `with:
  ${oneLine(set2.key)}: ${value}`,
    language: "yaml"
  };
  return set2.by !== "call" ? line : {
    ...line,
    then: "It stands beside `uses:`. The called workflow must declare it under `on.workflow_call.inputs`."
  };
}
function listStep(names, { environment }, { run }) {
  let all = [...names.secrets, ...names.variables];
  return {
    say: `Look for ${list(all)}, spelled like this, in the repository${environment ? ", its environment" : ""} and the organisation`,
    code: listCommands(
      [
        ...names.secrets.length > 0 ? ["secret"] : [],
        ...names.variables.length > 0 ? ["variable"] : []
      ],
      environment,
      { run }
    ),
    language: "sh",
    then: `A value of the organisation must be shared with this repository.${environment === "" ? " The job has no `environment:`; if the value belongs to one, add it." : " A value of an environment is seen only by jobs with that `environment:`."}`
  };
}
function listCommands(kinds, environment, { run }) {
  let repository = `--repo ${shellWord(run.repository)}`;
  return kinds.flatMap((kind) => [
    `gh ${kind} list ${repository}`,
    ...environment ? [`gh ${kind} list ${repository} --env ${shellWord(environment)}`] : [],
    `gh ${kind} list --org ${shellWord(run.owner)} # if that is an organisation`
  ]).join(`
`);
}
function setSteps(emptied, names, known) {
  let [secret, second] = names.secrets, line = secret !== void 0 && second === void 0 && names.variables.length === 0 ? variableLine(emptied, secret) : "";
  return secret !== void 0 && line !== "" ? variableSteps({ ...emptied, line, name: secret }, known) : [setStep(emptied, names, known)];
}
function variableSteps(emptied, { run }) {
  return [
    {
      when: "If it is not there",
      say: "Use a variable: the value is not secret, and all jobs see variables, except those of pull requests from forks",
      code: setCommand("variable", emptied.name, { emptied, run }),
      language: "sh"
    },
    {
      when: "If you use the variable",
      say: `Name it in place of the secret${placeOfLine(emptied)}`,
      code: emptied.line,
      language: "yaml"
    }
  ];
}
function setStep(emptied, { secrets, variables }, { run }) {
  let all = [
    ...secrets.map((name) => setCommand("secret", name, { emptied, run })),
    ...variables.map((name) => setCommand("variable", name, { emptied, run }))
  ];
  return {
    when: all.length === 1 ? "If it is not there" : "If one that this run needs is not there",
    say: "Set it",
    code: all.join(`
`),
    language: "sh"
  };
}
function setCommand(kind, name, { emptied, run }) {
  return `gh ${kind} set ${shellWord(name)} --repo ${shellWord(run.repository)} --body '${emptied.value}'`;
}
function variableLine(emptied, name) {
  return lineWith(emptied, `vars.${oneLine(name)}`);
}
function unknownSteps({ input }, known) {
  return [
    {
      when: "If it comes from `secrets.` or `vars.`",
      say: "Check that the name exists, spelled like that, where this job can see it",
      code: listCommands(["secret", "variable"], void 0, known),
      language: "sh",
      then: "A value of an environment is seen only by jobs with that `environment:`; a value of the organisation must be shared with this repository."
    },
    {
      when: "If this workflow is called by another one",
      say: "Pass the secrets on in the job that calls it, beside its `uses:`",
      code: "secrets: inherit",
      language: "yaml"
    },
    {
      when: "If it comes from `inputs.`, `needs.`, `steps.` or `env.`",
      say: `Check what sets the value of ${quote(input)}, and that it runs before this step`
    }
  ];
}

// src/causes/shared/role-arn-slips.ts
function explainEmptyPart(found, text, known) {
  let { input, want, source: source2 } = found, names = emptyNames(source2 ? { source: source2 } : {}), isAccount2 = want.form === "role-arn" && want.slip === "no-account";
  return {
    headline: `${isAccount2 ? `the ARN in ${quote(input)} has no account id` : `${quote(input)} is not the ARN of a role`}: ${names ?? "an expression in it"} ${(source2?.empty.length ?? 0) > 1 ? "have" : "has"} no value in this run`,
    shown: [
      {
        show: "values",
        values: [
          { name: "given", value: text },
          ...source2?.written === void 0 ? [] : [{ name: "in the file", value: source2.written.trim() }]
        ]
      },
      { show: "sentence", say: emptyReason(source2 ? { source: source2 } : {}, known) }
    ],
    steps: emptySteps(
      {
        input,
        ...source2 ? { source: source2 } : {},
        value: isAccount2 ? "<12-digit account>" : "<value>"
      },
      known
    )
  };
}
function roleSteps(role, input) {
  let name = role.split("/").at(-1) ?? "";
  return [
    {
      say: "Use the ARN of the role of that session",
      code: `${input}: ${oneLine(role, 2048)}`,
      language: "yaml"
    },
    {
      when: "If the role has a path",
      say: "Print its whole ARN: a session's ARN leaves the path out",
      code: `aws iam get-role --role-name ${shellWord(name)} --query Role.Arn --output text`,
      language: "sh"
    }
  ];
}
function dollarStep({ input, given, source: source2 }) {
  let written = source2?.written?.trim() ?? "", doubled = /\$+(?=\$\{\{)/, arn = givenText(given).slice(1), line = doubled.test(written) ? written.replace(doubled, "") : arn;
  return {
    say: `Delete the first ${quote("$")}${line === arn && arn !== "" ? ", in the secret or variable if it is there" : ""}`,
    code: `${input}: ${line === "" ? "${{ <expression> }}" : oneLine(line, 2048)}`,
    language: "yaml"
  };
}

// src/causes/role-arn-invalid.ts
var SAID = /Request ARN is invalid/i, roleArnInvalid = causeOf(["input", "aws"], {
  id: "role-arn-invalid",
  section: "inputs",
  link: ({ kind }) => kind === "input" ? "inputs" : "sts",
  title: "what was given as a role is not the ARN of a role",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamArns", "assumeRole"],
  matches: (failure) => failure.kind === "input" ? areAll(failure.problems, ["role-arn", "unquoted-arn", "dollar-arn"]) : isCode(failure, "ValidationError") && SAID.test(failure.message),
  explain: (failure, known) => failure.kind === "input" ? explainInput(failure, known) : explainAnswer(failure, known),
  page: {
    meaning: "AWS names a role by its ARN: `arn:<partition>:iam::<12-digit account>:role/<path/name>`. A bare name, the ARN of the OIDC provider, of a session, of a user or of an instance profile, a variable that was not filled in, and quotes or spaces around the ARN are the usual mistakes. STS answers each of them with `Request ARN is invalid`.",
    tell: 'STS looks at the form only: an ARN of the right form whose role does not exist is refused as "Not authorized to perform sts:AssumeRoleWithWebIdentity" (role-not-assumable). If the ARN is in another partition than the region, it is partition-mismatch.'
  }
});
function explainInput({ problems: [problem] }, known) {
  let found = problem ?? NONE, { input, given } = found, text = givenText(given);
  return {
    shown: [
      { show: "values", values: [{ name: "given", value: text }] },
      ...sentences(inputDetail(found))
    ],
    stop: `Input ${quote(input)}`,
    where: { input },
    ...explainSlip(found, text, known)
  };
}
function explainSlip(found, text, known) {
  let { input, want, source: source2 } = found;
  if (source2 && source2.empty.length > 0) return explainEmptyPart(found, text, known);
  let left = isUnfilled(text) ? placeholderIn(text) : void 0;
  if (left !== void 0)
    return {
      headline: `${quote(left)} in ${quote(input)} was not filled in`,
      shown: [
        { show: "values", values: [{ name: "given", value: text }] },
        ...sentences("Nothing expands it in a `with:` block.")
      ],
      steps: arnSteps(text, input, partitionIn(text, want))
    };
  let headline = inputLine(found);
  if (want.form === "unquoted-arn") return { headline, steps: [unquoteStep(want.arn, input)] };
  if (want.form === "dollar-arn") return { headline, steps: [dollarStep(found)] };
  let role = roleOfSession(text), steps = arnSteps(text, input, partitionIn(text, want));
  return { headline, steps: role === void 0 ? steps : roleSteps(role, input) };
}
var NONE = {
  input: "role-to-assume",
  given: "",
  want: { form: "role-arn", partition: "aws" }
};
function explainAnswer({ message }, known) {
  let { inputs } = known, text = inputs?.role?.text ?? "", other = inputs?.customEndpoint ? `The form was not checked here, because ${quote("sts-endpoint")} is ${quote(inputs.stsEndpoint)}.` : "";
  return {
    headline: `STS does not accept ${isOneOfRoles(known) ? "what was given" : quote(text, 60)} as the ARN of a role`,
    shown: [
      ...isOneOfRoles(known) ? [{ show: "values", values: [{ name: "given", value: text }] }] : [],
      { show: "answer", by: "STS", text: message },
      ...other === "" ? [] : [{ show: "sentence", say: other }]
    ],
    steps: arnSteps(text, roleInput(known), inputs?.partition ?? "aws", inputs?.lineOfRoles),
    ...roleWhere(known)
  };
}
var PLACEHOLDER = /\$\{?\w+\}?|\{\w+\}|<[\w -]+>/g;
function placeholderIn(given) {
  return given.match(PLACEHOLDER)?.[0];
}
function isUnfilled(given) {
  return /^arn:[a-z-]+:iam::[^:]+:role\//.test(given) && placeholderIn(given) !== void 0;
}
function expressionSteps(given, input, line) {
  let name = placeholderIn(given)?.replace(/\W/g, "") ?? "";
  if (!isUnfilled(given) || !/^[a-z_]/i.test(name)) return [];
  let filled = given.replace(PLACEHOLDER, (left) => `\${{ vars.${left.replace(/\W/g, "")} }}`);
  return [
    {
      when: `If ${quote(name)} is a variable of the repository`,
      say: "Write it as an expression",
      ...pastedRole(input, filled, line)
    }
  ];
}
function nameIn(given) {
  return /:role\/|^[^:]*$/.test(given) ? given.split("/").at(-1) ?? "" : "";
}
function partitionIn(given, want) {
  return want.form === "role-arn" ? want.partition : /arn:(aws[a-z-]*):/.exec(given)?.[1] ?? "aws";
}
function unquoteStep(arn, input) {
  return {
    say: "Remove them, in the secret or variable if it comes from one",
    code: sanitise(`${input}: ${arn}`),
    language: "yaml"
  };
}
function arnSteps(given, input, partition, line) {
  let name = nameIn(given), left = placeholderIn(given), pasted = pastedRole(input, `arn:${oneLine(partition)}:iam::<account>:role/<name>`, line);
  return [
    ...expressionSteps(given, input, line),
    {
      say: "Print the right ARN",
      code: `aws iam get-role --role-name ${shellWord(isRoleName(name) ? name : "<name of the role>")} --query Role.Arn --output text`,
      language: "sh"
    },
    {
      say: "Paste it, whole and without quotes or spaces around it",
      ...pasted,
      ...left === void 0 || isUnfilled(given) ? {} : {
        then: `Nothing expands ${quote(left)} in a \`with:\` block.${pasted.then === void 0 ? "" : ` ${pasted.then}`}`
      }
    }
  ];
}

// src/aws/github-subject.ts
var FORM = /^repo:(?<owner>[^/:@]+)(?:@(?<ownerId>[^/:@]+))?\/(?<name>[^:@]+)(?:@(?<repositoryId>[^:@]+))?(?::(?<context>.*))?$/s;
function subjectOf(text) {
  let groups = FORM.exec(text)?.groups;
  if (!groups) return;
  let { owner = "", name = "", ownerId, repositoryId, context } = groups;
  return {
    owner,
    name,
    ...ownerId === void 0 ? {} : { ownerId },
    ...repositoryId === void 0 ? {} : { repositoryId },
    ...context === void 0 ? {} : { context }
  };
}
function repositoryPart(text) {
  return /^repo:[^:]+/.exec(text)?.[0];
}
function environmentOf(text) {
  return /:environment:([^:]+)$/.exec(text)?.[1];
}
function branchOf(text) {
  return isDefaultForm(text) ? /:ref:refs\/heads\/([^:]+)$/.exec(text)?.[1] : void 0;
}
function isOfPullRequest(text) {
  return text.endsWith(":pull_request") || /(^|[:@])refs\/pull\/\d+\//.test(text);
}
var DEFAULT_FORM = /^repo:[^/@:]+(@\d+)?\/[^@:]+(@\d+)?:(environment:[^:]+|pull_request|ref:refs\/[^:]+)$/;
function isDefaultForm(text) {
  return DEFAULT_FORM.test(text);
}
function hasIds(text) {
  return subjectOf(text)?.ownerId !== void 0;
}
function isOtherOwner(pattern, subject) {
  let [wants, has] = [subjectOf(pattern), subjectOf(subject)];
  return !wants || !has || hasIds(pattern) || !hasIds(subject) || isWild(wants.owner) ? !1 : wants.owner.toLowerCase() !== has.owner.toLowerCase() && wants.name.toLowerCase() === has.name.toLowerCase();
}
function namesOwner(subject) {
  return /(^|:)(repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id):/.test(
    subject
  );
}

// src/aws/statement.ts
var ASSUME = "sts:AssumeRoleWithWebIdentity";
function isAssumeRole(action) {
  return action.toLowerCase() === "sts:assumerole";
}
var TAG_SESSION = "sts:TagSession", SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";
function statementFor(token, { partition, account, audience, plain }) {
  let literal = (value) => plain ? value : literalValue(value), name = issuerName(token.issuer), more = [
    ...carriesTags(token.claims) ? [TAG_SESSION] : [],
    ...SOURCE_IDENTITY in token.claims ? [SET_SOURCE_IDENTITY] : []
  ], statement = {
    Effect: "Allow",
    Principal: { Federated: federatedPrincipal({ partition, account, issuer: token.issuer }) },
    Action: more.length > 0 ? [ASSUME, ...more] : ASSUME,
    Condition: {
      StringEquals: {
        [`${name}:aud`]: literal(audience),
        [`${name}:sub`]: literal(token.subject)
      }
    }
  };
  return sanitise(JSON.stringify(statement, null, 2));
}
var OF_TEXT = /^((?:ForAnyValue|ForAllValues):)?String(Not)?(Equals|Like)(IfExists)?$/;
function withPatterns(statement, patterns) {
  let all = JSON.parse(statement), blocks = all.Condition ?? {}, moved = !1;
  for (let [operator, block] of Object.entries(blocks))
    for (let [key, value] of Object.entries(block)) {
      let values = [value].flat();
      if (values.some((one) => typeof one == "string" && patterns.has(one))) {
        if (!moveKey(blocks, { operator, key, values }, patterns)) return;
        moved = !0;
      }
    }
  return moved ? sanitise(JSON.stringify(all, null, 2)) : void 0;
}
function moveKey(blocks, { operator, key, values }, patterns) {
  let [, set2 = "", not = "", kind, ifExists = ""] = OF_TEXT.exec(operator) ?? [], like = `${set2}String${not}Like${ifExists}`, clashes = kind === "Equals" && (key in (blocks[like] ?? {}) || values.some(mayBeWild));
  if (kind === void 0 || clashes) return !1;
  let block = blocks[operator] ?? {};
  delete block[key], Object.keys(block).length === 0 && delete blocks[operator];
  let all = [...new Set(values.map((one) => patterns.get(plainText(one)) ?? one))];
  return blocks[like] = { ...blocks[like], [key]: all.length === 1 ? all[0] : all }, !0;
}
function mayBeWild(value) {
  return typeof value != "string" || isWild(value);
}
function literalValue(value) {
  return value.replaceAll("${", "${$}{");
}

// src/causes/shared/emptied-role.ts
var ROLE = "role-to-assume", MOST_NAMED4 = 3;
function isCut(name) {
  return /^[-_.]|[-_./]$|[-_.]{2}|\/[-_.]|[-_.]\/|\/\//.test(name);
}
function emptiedSteps(known) {
  let source2 = known.workflow?.roleSource, name = known.inputs?.role?.name ?? "", texts = [...new Set((source2?.empty ?? []).map(({ text }) => text))];
  if (!source2 || isOneOfRoles(known) || !isCut(name) || texts.length === 0 || texts.length > MOST_NAMED4)
    return [];
  let [first] = emptySteps({ input: ROLE, source: source2, value: "<value>" }, known);
  if (!first) return [];
  let reason3 = `${list(texts.map((text) => oneLine(text, 60)))} ${texts.length === 1 ? "has" : "have"} no value in this run, so ${quote(ROLE)} names ${quote(name, 64)}.`, why = source2.empty.some(({ set: set2 }) => set2) ? emptyReason({ source: source2 }, known) : void 0;
  return [
    {
      ...first,
      when: `If ${quote(name, 64)} is not the whole name of the role`,
      then: [reason3, why, first.then].filter((one) => one !== void 0).join(" ")
    }
  ];
}

// src/aws/passing-subject.ts
function passing(subject, kind, at) {
  let { part, wild, of } = at, before = subject.slice(0, subject.indexOf(part)), repository = OF_WORKFLOW.exec(before)?.[1];
  return {
    kind,
    part,
    pattern: subject.replace(part, () => wild),
    of,
    ...repository === void 0 ? {} : { repository }
  };
}
var OF_WORKFLOW = /(?:^|:)([\w.-]+\/[\w.-]+)\/\.github\/workflows\/[^:@]+@(?:refs\/heads\/)?$/, mergeQueue = (subject) => {
  let [part, base = ""] = /gh-readonly-queue\/([^:@]+)\/pr-\d+-[\da-f]{7,64}/.exec(subject) ?? [];
  if (part !== void 0)
    return passing(subject, "merge-queue", { part, wild: `gh-readonly-queue/${base}/pr-*`, of: base });
}, pullRequest = (subject) => {
  let [part, , end = ""] = /refs\/pull\/(\d+)\/(merge|head)/.exec(subject) ?? [];
  if (part !== void 0)
    return passing(subject, "pull-request", { part, wild: `refs/pull/*/${end}`, of: "" });
}, tag = (subject) => {
  let [part, start = ""] = /refs\/tags\/([^\d:@]*)\d[^:@]*/.exec(subject) ?? [];
  if (part !== void 0)
    return passing(subject, "tag", { part, wild: `refs/tags/${start}*`, of: start });
}, OF_A_RUN = /(?<=^|:)(commit|sha|workflow_sha|job_workflow_sha|run_id|run_number|run_attempt):([\da-f]{40,64}|\d+)(?=:|$)/, claim = (subject) => {
  let [part, name = ""] = OF_A_RUN.exec(subject) ?? [];
  if (part === void 0) return;
  let kind = /commit|sha/.test(name) ? "commit" : "run";
  return passing(subject, kind, { part, wild: `${name}:*`, of: name });
}, OF_BITBUCKET = /^\{[\da-f-]{36}\}(?::\{[\da-f-]{36}\})?:(?<part>\{[\da-f-]{36}\})$/, bitbucket = (subject) => {
  let part = OF_BITBUCKET.exec(subject)?.groups?.part;
  if (part === void 0) return;
  let pattern = `${subject.slice(0, -part.length)}${part.replace(/[\da-f]/g, "?")}`;
  return { kind: "run", part, pattern, of: "" };
}, SUFFIX = /^(?=.*\d)([bcdfghjklmnpqrstvwxz2456789]{5,10}|[\da-f]{8,}|\d{6,})$/, serviceAccount = (subject) => {
  let [, start = "", name = ""] = /^(system:serviceaccount:[^:]+:)([^:]+)$/.exec(subject) ?? [], words = name.split("-"), kept2 = words.slice(0, words.length - trailing(words));
  if (kept2.length === words.length || kept2.length === 0) return;
  let stem = `${kept2.join("-")}-`, pattern = `${start}${stem}*`;
  return { kind: "generated", part: name.slice(stem.length), pattern, of: stem };
};
function trailing(words) {
  if (/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/.test(words.slice(-5).join("-"))) return 5;
  let last = words.at(-1) ?? "";
  return !SUFFIX.test(last) && !isMixed(last) ? 0 : 1 + (SUFFIX.test(words.at(-2) ?? "") ? 1 : 0);
}
function isMixed(word) {
  return /^[a-z\d]{5,12}$/.test(word) && (word.match(/\d(?=[a-z])|[a-z](?=\d)/g)?.length ?? 0) >= 3;
}
var FINDS = [mergeQueue, pullRequest, tag, claim, bitbucket, serviceAccount];
function passingPartOf(subject) {
  for (let find of FINDS) {
    let found = find(subject);
    if (found && !/[*?]|\$\{/.test(subject)) return found;
  }
}

// src/causes/shared/passing.ts
function passingValues(values) {
  let found = values.flatMap(({ key, value }) => {
    let passing4 = passingPartOf(value);
    return passing4 ? [{ ...passing4, key, value }] : [];
  });
  return [...new Map(found.map((one) => [one.value, one])).values()];
}
var CHANGES = {
  "merge-queue": ({ key }) => key === "sub" ? "The merge queue makes a new branch for each run." : `The merge queue makes a new branch for each run, so ${quote(key, 60)} changes.`,
  "pull-request": ({ part, key }) => `${inKey(part, key)} changes with each pull request.`,
  tag: ({ part, key }) => `${inKey(part, key)} changes with each tag.`,
  commit: ({ part, key }) => `${inKey(part, key, 24)} changes with each commit.`,
  run: ({ part, key }) => `${inKey(part, key, 40)} changes with each run.`,
  generated: ({ part, key }) => `${inKey(part, key)} looks generated, so it will change.`
};
function inKey(part, key, most = 60) {
  return `${quote(part, most)} in ${quote(key, 60)}`;
}
var ALLOWED = {
  "merge-queue": ({ of }) => `every pull request in the merge queue of ${quote(of, 60)} may use the role, before it is merged`,
  "pull-request": ({ repository }) => `every pull request of ${repository === void 0 ? "this repository" : quote(repository, 60)} may use the role, whatever code it brings`,
  tag: ({ of, repository }) => {
    let where = repository === void 0 ? "" : ` to ${quote(repository, 60)}`;
    return of === "" ? `everyone who can push a tag${where} may use the role` : `everyone who can push a tag that begins with ${quote(of, 60)}${where} may use the role`;
  },
  commit: ({ key }) => `every commit may use the role, and the rest of ${quote(key, 60)} stays the same`,
  run: ({ key }) => `every run may use the role, and the rest of ${quote(key, 60)} stays the same`,
  generated: ({ of }) => `every service account of this namespace whose name begins with ${quote(of, 60)} may use the role`
};
function ifThisPullRequest(values, otherwise) {
  return values.some(({ kind }) => kind === "pull-request") ? "If this pull request, and no other, may use the role" : otherwise;
}
var FITS = {
  "merge-queue": "this run",
  "pull-request": "this pull request",
  tag: "this tag",
  commit: "this commit",
  run: "this run",
  generated: "this service account"
};
function passingBlocks(values) {
  let [first] = values, said2 = values.map((one) => CHANGES[one.kind](one));
  return first ? [{ show: "sentence", say: [...new Set(said2)].slice(0, MOST_SAID).join(" ") }] : [];
}
var MOST_SAID = 2;
function lastingSteps(values, statement) {
  let [first] = values, code = withPatterns(statement, new Map(values.map((one) => [one.value, one.pattern])));
  if (!first || code === void 0) return [];
  let allowed2 = [...new Set(values.map((one) => ALLOWED[one.kind](one)))], keys = [...new Set(values.map(({ key }) => key))];
  return [
    {
      when: `If ${allowed2.join(", and ")}`,
      say: `Use this statement instead: the exact ${list(keys)} ${keys.length === 1 ? "fits" : "fit"} ${FITS[first.kind]} alone`,
      code,
      language: "json"
    }
  ];
}

// src/aws/condition-keys.ts
var OF_EVERY = ["sub", "aud", "amr"], GITHUB2 = [
  "actor",
  "actor_id",
  "enterprise_id",
  "environment",
  "job_workflow_ref",
  "ref",
  "repository",
  "repository_id",
  "repository_owner_id",
  "workflow"
], DISPUTED = ["email", "oaud"], BUILDKITE = [
  "build_branch",
  "cluster_id",
  "cluster_name",
  "organization_id",
  "organization_slug",
  "pipeline_id",
  "pipeline_slug"
], GITLAB = [
  "namespace_id",
  "pipeline_source",
  "project_id",
  "ref_protected",
  "runner_environment",
  "user_access_level",
  "user_email",
  "user_id",
  "user_login"
], ISSUERS = [
  [/^token\.actions\.githubusercontent\.com(\/[^/]+)?$/, GITHUB2],
  [/^token\.actions\.[^./]+\.ghe\.com(\/[^/]+)?$/, GITHUB2],
  [/^github\.com\/enterprises\/[^/]+$/, GITHUB2],
  [/^gitlab\.com$/, GITLAB],
  [/^oidc\.circleci\.com\/org\/[^/]+$/, ["oidc.circleci.com/project-id"]],
  [/^accounts\.google\.com$/, ["oaud", "google/organization_number"]],
  [/^agent\.buildkite\.com$/, BUILDKITE],
  [/^agent\.[^./]+\.buildkite\.(dev|site)$/, BUILDKITE],
  [/^cognito-identity\.amazonaws\.com$/, []],
  [/^idcs-[^./]+\.identity\.oraclecloud\.com$/, ["rpst_id"]]
];
function claimsOfIssuer(issuer) {
  return ISSUERS.find(([pattern]) => pattern.test(issuer))?.[1];
}
function offeredOf(issuer, github) {
  return [...OF_EVERY, ...claimsOfIssuer(issuer) ?? (github ? GITHUB2 : [])];
}
var CHOSEN = [
  ...OF_EVERY,
  "environment",
  "job_workflow_ref",
  "ref",
  "workflow",
  "build_branch",
  "pipeline_source",
  "ref_protected",
  "runner_environment",
  "user_access_level",
  "oaud"
];
function isMultivalued(key) {
  return /:(amr|oaud)$|^aws:tagkeys$|^sts:transitivetagkeys$/i.test(key);
}
function offerOf(issuer, claim2, github) {
  if (OF_EVERY.includes(claim2)) return "offered";
  let own2 = claimsOfIssuer(issuer);
  return own2?.includes(claim2) ? "offered" : DISPUTED.includes(claim2) || !own2 && github && GITHUB2.includes(claim2) ? "disputed" : "not-offered";
}

// src/causes/shared/trust-policy.ts
function sourceOf(source2) {
  let { address } = source2;
  return "path" in source2 ? quote(address ? `${source2.path}, ${addressText(address)}` : source2.path) : `the input \`trust-policy\`${address ? `, ${quote(addressText(address))}` : ""}`;
}
function addressText(address) {
  switch (address.in) {
    case "iam":
      return address.role === void 0 ? "the role" : `the role ${address.role}`;
    case "template":
      return `Resources.${address.logicalId}`;
    case "serverless":
      return `resources.Resources.${address.logicalId}`;
    default:
      return address.resource;
  }
}
function statementText({ index, sid }) {
  return `statement ${index + 1}${sid ? ` (Sid ${JSON.stringify(sid)})` : ""}`;
}

// src/causes/shared/trust.ts
function difference({
  nearest,
  condition
}) {
  if (!nearest) return [];
  let { wanted, actual, wantedAt, actualAt } = nearest, also = (condition?.wanted ?? []).filter((one) => one !== wanted);
  return [
    {
      show: "difference",
      wanted: { label: "policy", value: wanted, at: wantedAt, also },
      actual: { label: "job", value: actual, at: actualAt }
    }
  ];
}
function needed(has, needs) {
  let at = commonLength(has, needs);
  return {
    show: "difference",
    wanted: { label: "policy", value: has, at },
    actual: { label: "needs", value: needs, at }
  };
}
function stopOf({
  statement,
  condition
}) {
  let name = statement?.sid ? quote(statement.sid, 40) : (statement?.index ?? 0) + 1;
  return `Trust policy${statement ? `, statement ${name}` : ""}${condition ? `: ${quote(keyName(condition.key), 60)}` : ""}`;
}
function claimOf(key) {
  return key.slice(key.lastIndexOf(":") + 1);
}
function keyName(key) {
  return /^(sts|aws):/i.test(key) ? key : claimOf(key);
}
function roleInWords({ inputs }) {
  let name = inputs?.role?.name.split("/").at(-1) ?? "";
  return name === "" ? "the role" : quote(name, 64);
}
function roleInHeadline(known) {
  return isOneOfRoles(known) ? "the role" : roleInWords(known);
}
function policyOfRole(known) {
  return `the trust policy of ${roleInHeadline(known)}`;
}
function inForce(known) {
  return answererOf(known) === "AWS" ? "in AWS" : "at that STS";
}
function repositoryOf({ token, run }) {
  let claim2 = token?.claims.repository;
  return typeof claim2 == "string" ? claim2 : run.repository;
}
function ownerOf(known) {
  return repositoryOf(known).split("/")[0] ?? "";
}
function conditionText({ operator, key, wanted, actual, state }) {
  let has = actual !== void 0 ? `this job has ${list(actual)}` : state === "not-offered" ? "STS has no such key" : "this job does not have it";
  return `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 5), "or")}, ${has}`;
}
function conditionLine2(key, value) {
  return sanitise(`${JSON.stringify(key)}: ${JSON.stringify(value)}`);
}
function isAdded({ suggestion }, value) {
  if (!suggestion) return !1;
  let { diff, statement } = suggestion;
  return (diff === "" ? [statement] : addedLines(diff)).some((text) => text.includes(JSON.stringify(value)));
}
function addedLines(diff) {
  let of = (sign) => diff.split(`
`).flatMap((line) => line.startsWith(sign) ? [line.slice(1)] : []), bare = (line) => line.trim().replace(/,$/, ""), gone = new Set(of("-").map(bare));
  return of("+").filter((line) => !gone.has(bare(line)));
}
function ownValues({ condition, more }, { token }) {
  return [...[...condition ? [condition] : [], ...more].flatMap(
    ({ key, actual = [] }) => actual.map((value) => ({ key: keyName(key), value }))
  ), ...token ? [{ key: "sub", value: token.subject }] : []];
}
function furtherReasons({ problem, more, denied }) {
  let names = problem === "denied" ? [] : more.map(({ key }) => keyName(key)), also = names.length === 0 ? [] : [`${list(names.slice(0, 3))} ${names.length === 1 ? "does" : "do"} not fit either.`], deny = denied ? [`${capitalised(statementText(denied))} has the effect Deny and matches this job too.`] : [];
  return [...also, ...deny].map((say) => ({ show: "sentence", say }));
}
function furtherConditions({ problem, more }) {
  return problem === "denied" || more.length === 0 ? [] : [{ title: "What else does not fit", blocks: [{ show: "list", points: more.slice(0, 8).map(conditionText) }] }];
}
function contextWords(subject) {
  let context = /^repo:[^:]*:(.*)$/s.exec(subject)?.[1] ?? "", queue = /^ref:refs\/heads\/gh-readonly-queue\/(.+)\/pr-\d/s.exec(context)?.[1];
  if (queue !== void 0) return `the merge queue of ${quote(queue, 60)}`;
  let [, kind = "", name = ""] = /^(environment:|ref:refs\/heads\/|ref:refs\/tags\/)(.+)$/s.exec(context) ?? [], words = ownMember(CONTEXTS, kind);
  return words !== void 0 ? name === "*" ? `any ${words}` : `${words} ${quote(name, 60)}` : context === "pull_request" ? "pull requests" : quote(context === "" ? subject : context, 60);
}
var CONTEXTS = {
  "environment:": "environment",
  "ref:refs/heads/": "branch",
  "ref:refs/tags/": "tag"
};
function givePolicy(known) {
  return {
    say: `Save the policy ${answererOf(known) === "AWS" ? "from AWS" : "as that STS has it"}, ${withCredentials(known)}, commit the file, check it out before this step (\`actions/checkout\`), and set ${policySetting(known, policyFile(known))}`,
    code: savePolicy(known),
    language: "sh"
  };
}
function lackingSet({ operator, key, actual = [] }) {
  if (!(operator.includes(":") || actual.length < 2 && !isMultivalued(key)))
    return /not/i.test(operator) ? "ForAllValues" : "ForAnyValue";
}

// src/causes/shared/subject.ts
var MOST2 = 5;
function reasonsFor(token, known) {
  let tags = carriesTags(token.claims) ? [
    `The token carries session tags: the policy must allow \`${TAG_SESSION}\` beside \`${ASSUME}\`.`
  ] : [], undecided = undecidedReason(known);
  if (undecided !== void 0) return [undecided, ...tags, ...otherReasons(known)].slice(0, MOST2);
  let own2 = isGitHub(token.claims) ? [...twoSubjects(token, known), ...otherJobs(token, known), ...githubReasons(token)] : otherIssuerReasons();
  return [...tags, ...own2, spellingReason(token), ...otherReasons(known)].slice(0, MOST2);
}
function undecidedReason({ trust, token }) {
  let key = `${issuerName(token?.issuer ?? "")}:sub`.toLowerCase(), [open] = (trust?.statements ?? []).filter(
    ({ effect: effect2, matched, flaws, conditions }) => effect2 === "Allow" && matched === "undecided" && flaws.length === 0 && conditions.some((one) => one.key.toLowerCase() === key && one.holds === !0)
  );
  if (!open) return;
  let parts = [
    ...open.principal === !0 ? [] : ["Principal"],
    ...open.action === !0 ? [] : ["Action"],
    ...open.conditions.filter(({ holds }) => holds !== !0).map((one) => keyName(one.key))
  ];
  return `In the policy given, \`sub\` fits; ${list(parts.slice(0, 3))} cannot be decided here.`;
}
function twoSubjects({ subject }, { workflow }) {
  let own2 = repositoryPart(subject);
  if (!workflow || own2 === void 0 || !isDefaultForm(subject)) return [];
  if (environmentOf(subject) !== void 0) return [];
  if (workflow.job?.environment)
    return [
      `The file gives the job an \`environment:\`, which has no value in this run. With one, \`sub\` is ${quote(`${own2}:environment:NAME`, 120)}: the policy needs both.`
    ];
  if (workflow.job?.condition || workflow.step?.condition) return [];
  let others = workflow.events.filter((event) => OF_A_REF.includes(event)), pulls = workflow.events.filter(
    (event) => /^pull_request(_review|_review_comment)?$/.test(event)
  ), [other] = others;
  return pulls.length === 0 || other === void 0 || !isOneOfTwo(subject) ? [] : [
    `The workflow runs for pull requests and on ${quote(other, 40)}: \`sub\` is ${quote(`${own2}:pull_request`, 120)} for the former, ${quote(`${own2}:ref:\u2026`, 120)} for the latter. Each needs a statement, or a role, of its own.`
  ];
}
function otherJobs({ subject }, { workflow }) {
  let start = repositoryPart(subject);
  if (start === void 0 || !isDefaultForm(subject)) return [];
  let own2 = environmentOf(subject) ?? "", other = workflow?.sameRole?.find(({ environment: environment2 }) => environment2 !== own2);
  if (!other) return [];
  let { job, environment } = other, [having, end] = environment === "" ? ["without an `environment:`", isOfPullRequest(subject) ? "pull_request" : "ref:\u2026"] : [`with \`environment: ${quote(environment, 60).slice(1)}`, `environment:${environment}`];
  return [
    `The job ${quote(job, 60)} gives the same role ${having}: its \`sub\` is ${quote(`${start}:${end}`, 160)}, and a policy for that one does not match this job. Each needs a statement, or a role, of its own.`
  ];
}
var OF_A_REF = ["push", "workflow_dispatch", "schedule", "release", "create"];
function isOneOfTwo(subject) {
  return isOfPullRequest(subject) || /:ref:refs\/[^:]+$/.test(subject);
}
function githubReasons(token) {
  let { subject } = token, found = [
    environmentReason(subject),
    idsReason(subject),
    subject.endsWith(":pull_request") ? "The run is for a pull request, so `sub` ends in `:pull_request` and names no branch." : "",
    reusableReason(token),
    tagReason(subject),
    isDefaultForm(subject) ? "" : "`sub` is not in the default form of GitHub, for a template of the repository or organisation makes it: a policy for `repo:OWNER/REPO:ref:\u2026` does not match.",
    pathReason(token)
  ].filter((reason3) => reason3 !== "");
  return found.length > 0 ? found.slice(0, 3) : branchReasons(subject);
}
function environmentReason(subject) {
  let name = environmentOf(subject);
  return name === void 0 || !isDefaultForm(subject) ? "" : `The job has \`environment: ${quote(name).slice(1)}, so \`sub\` ends in ${quote(`:environment:${name}`)}: a policy for \`:ref:refs/heads/\u2026\` does not match.`;
}
function idsReason(subject) {
  let { owner, name } = subjectOf(subject) ?? {};
  return hasIds(subject) ? `\`sub\` carries the ids of owner and repository, as for repositories created, renamed or transferred after 2026-07-15: a policy for ${quote(`repo:${owner}/${name}:\u2026`)} or ${quote(`repo:${owner}/*`)} does not match.` : "";
}
function reusableReason({ claims }) {
  let called = plainText(claims.job_workflow_ref), repository = plainText(claims.repository);
  return called === "" || called.toLowerCase().startsWith(`${repository.toLowerCase()}/`) ? "" : `The job runs in the reusable workflow ${quote(called)}, but \`sub\` is that of the calling repository ${quote(repository)}: a policy for the other repository does not match.`;
}
function tagReason(subject) {
  let tag2 = /:ref:refs\/tags\/(.+)$/.exec(subject)?.[1];
  return tag2 === void 0 ? "" : `The run is for the tag ${quote(tag2)}, so \`sub\` has \`:ref:refs/tags/\`, not \`:ref:refs/heads/\`.`;
}
function pathReason({ issuer }) {
  let name = issuerName(issuer);
  return name.includes("/") ? `The issuer has a path, which belongs into Principal and the condition keys of the policy: ${quote(`${name}:sub`)}.` : "";
}
function branchReasons(subject) {
  let branch = /:ref:refs\/heads\/(.+)$/.exec(subject)?.[1], others = "another branch, for an `environment` or for another repository does not match.";
  return [
    branch === void 0 ? `A policy for ${others}` : `The run is for the branch ${quote(branch)}: a policy for ${others}`
  ];
}
function otherIssuerReasons() {
  return ["The policy wants another `sub`, or another `aud`."];
}
function spellingReason({ subject }) {
  let start = repositoryPart(subject) ?? subject;
  return `The policy spells it differently: ${quote(start)} must have the same capitals there, and \`*\` is a wildcard only under StringLike, not under StringEquals.`;
}
function otherReasons(known) {
  let { name = "", account = "" } = known.inputs?.role ?? {}, aws = answererOf(known) === "AWS";
  return [
    aws ? `There is no role ${quote(name)} (its path included) in account ${quote(account)}: AWS answers the same.` : `There is no role ${quote(name)} (its path included) at that STS.`,
    ...aws ? [
      "Role, policy or provider were created or changed seconds ago: it takes about 10 s until all of AWS knows."
    ] : []
  ];
}

// src/causes/shared/policy-source.ts
function placeToChange(source2) {
  let { address } = source2, file = "path" in source2 ? ` in ${quote(source2.path)}` : "";
  switch (address?.in) {
    case void 0:
      return "path" in source2 ? sourceOf(source2) : "the trust policy";
    case "iam":
      return "the trust policy";
    case "template":
    case "serverless":
      return `\`AssumeRolePolicyDocument\` of ${quote(address.logicalId, 80)}${file}`;
    case "terraform":
      return `${address.of === void 0 ? "`assume_role_policy` of " : ""}${quote(address.resource)} in the Terraform code`;
    case "kubernetes":
      return `the trust policy of ${quote(address.resource, 80)}${file}`;
    case "pulumi":
      return `the trust policy of ${quote(address.resource, 80)} in the Pulumi program`;
  }
}
function howToDeploy({ address }, { inputs }) {
  let account = oneLine(inputs?.role?.account ?? ""), to = account === "" ? "" : ` to account ${account}`;
  switch (address?.in) {
    case "terraform":
      return `apply it${to} with Terraform`;
    case "template":
      return `deploy the stack${to}`;
    case "serverless":
      return `deploy the service${to}`;
    case "kubernetes":
      return "apply the manifest";
    case "pulumi":
      return `deploy it${to} with Pulumi`;
    default:
      return `deploy it${to}`;
  }
}
function deployBlocks({ source: source2, open }, known) {
  let { address } = source2, nothing = `${capitalised(sourceOf(source2))} alone changes nothing ${inForce(known)}.`, change = `Change ${placeToChange(source2)}`;
  if (address?.in === "template")
    return [
      {
        show: "sentence",
        say: `${nothing} ${change} (YAML takes JSON as it is) or the value of a parameter, and ${howToDeploy(source2, known)}. If the template is generated (AWS CDK), change what it is generated from.`
      }
    ];
  if (address?.in === "serverless")
    return [
      {
        show: "sentence",
        say: `${nothing} ${change} (YAML takes JSON as it is), and ${howToDeploy(source2, known)}.`
      }
    ];
  let save = 'save the whole policy, changed, as `new-policy.json` (the policy alone, beginning with `"Version"`), and run:', isCopy = address === void 0 || address.in === "iam", [deploy, atOnce] = isCopy ? ["Deploy the change from where the role is defined (template, Terraform).", "Or"] : [
    `${change}, and ${howToDeploy(source2, known)}.`,
    "To set the policy at once, until the next deployment sets it again,"
  ];
  return open ? [{ show: "sentence", say: `${nothing} ${deploy} Its placeholders are filled in there.` }] : [
    { show: "sentence", say: `${nothing} ${deploy} ${atOnce} ${save}` },
    {
      show: "code",
      code: `aws iam update-assume-role-policy --role-name ${roleName(known)} --policy-document file://new-policy.json`,
      language: "sh"
    }
  ];
}
function bringTogether(source2) {
  let given = sourceOf(source2);
  switch (source2.address?.in) {
    case "iam":
      return { say: `Save the policy from AWS again, in place of ${given}` };
    case "terraform":
    case "pulumi":
      return { say: `Deploy what ${given} was made of, or make it again` };
    default:
      return { say: `Deploy ${given}, or update it` };
  }
}
function nameMember({ in: kind }) {
  return NAME_MEMBERS[kind];
}
var NAME_MEMBERS = {
  iam: "RoleName",
  template: "RoleName",
  serverless: "RoleName",
  terraform: "name",
  pulumi: "name",
  kubernetes: "metadata.name"
};

// src/causes/shared/trust-change.ts
function policyChange({ suggestion, source: source2, denied, problem }, known, { when = "If this job may use the role", then } = {}) {
  if (!suggestion) return [];
  let { diff, statement } = suggestion, others = WIDER.has(problem) ? everyoneAllowed(diff, known) : "", after = [
    ...diff === "" ? [besideOthers(source2, known)] : [],
    ...then === void 0 ? [] : [then],
    ...denied ? [`That alone is not enough: ${statementText(denied)} must stop denying it, too.`] : []
  ].join(" ");
  return [{ ...diff === "" ? {
    when,
    say: `Add this statement, which allows this \`sub\` alone, to \`Statement\` of ${placeToChange(source2)}, beside the others, ${howToDeploy(source2, known)}, and re-run the job`,
    code: sanitise(statement),
    language: "json"
  } : {
    when,
    say: `Change ${placeToChange(source2)}, ${howToDeploy(source2, known)}, and re-run the job${others}`,
    code: sanitise(diff),
    language: "diff",
    short: sanitise(shortDiff(diff))
  }, ...after === "" ? {} : { then: after } }];
}
function besideOthers(source2, { trust }) {
  let { address } = source2, comma = "Put a comma between two statements.";
  if (address?.in === "terraform")
    return `${comma} In an \`aws_iam_policy_document\`, write it as a block \`statement\`.`;
  let isText = address?.in === "kubernetes" || address && "asText" in address, sign = "path" in source2 && /\.ya?ml$/i.test(source2.path) && !isText ? "Put `- ` before it, as before the others." : comma;
  return (trust?.statements.length ?? 1) > 1 ? sign : `${sign} If \`Statement\` is a single object, make it a list of two first.`;
}
var WIDER = /* @__PURE__ */ new Set(["subject-mismatch", "subject-environment"]);
function everyoneAllowed(diff, known) {
  let subject = known.token?.subject ?? "";
  return !addedLines(diff).some((line) => line.includes(JSON.stringify(subject))) || !isDefaultForm(subject) || isOfPullRequest(subject) ? "" : ` (this allows every workflow of ${quote(repositoryOf(known), 60)} for ${contextWords(subject)})`;
}
function shortDiff(diff) {
  let runs = [], told2 = diff.replace(/^-( *[}\]])\n\+\1,\n/gm, "");
  for (let line of told2.split(`
`)) {
    let [sign = "", text] = [line[0], line.slice(1).trim()], last = runs.at(-1);
    last?.sign === sign ? last.texts.push(text) : runs.push({ sign, texts: [text] });
  }
  return runs.filter(({ sign }) => sign !== " ").map(({ sign, texts }) => `${sign} ${texts.join(" ")}`).join(`
`);
}
function allowsPullRequests(denial, known) {
  return ownValues(denial, known).some(
    ({ value }) => isOfPullRequest(value) && isAdded(denial, value)
  );
}
function skipPullRequests(known) {
  let { event } = known.run, skipped = /^pull_request_\w+$/.test(event) ? event : "pull_request";
  return {
    when: "If pull requests may not use the role",
    say: "Keep the policy, and skip the step for them",
    ...stepCondition(known, `github.event_name != '${skipped}'`)
  };
}
function isHiddenPullRequest({ run, token }) {
  return run.event === PULL_REQUEST_TARGET && branchOf(token?.subject ?? "") !== void 0;
}
var IF_NO_CODE_OF_IT = "If this job runs no code of the pull request, and may use the role";
function noteOfEvent({ run, token }) {
  return branchOf(token?.subject ?? "") === void 0 ? {} : run.event === PULL_REQUEST_TARGET ? {
    then: `A run for ${quote(run.event)}, also of a fork's pull request, has the \`sub\` of a branch.`
  } : run.event === WORKFLOW_RUN ? {
    then: `A run for ${quote(run.event)} has the \`sub\` of the default branch, whichever branch or fork started it.`
  } : {};
}
var IF_ALL_PULL_REQUESTS = "If every pull request of this repository may use the role, whatever code it brings", ROLE_FOR_PULL_REQUESTS = {
  when: "If pull requests need AWS",
  say: "Give them a role of their own that may only read"
}, SKIP_JOB = {
  when: "If it may not",
  say: "Keep the policy, and skip the job with an `if:`"
};
function skipJob({ nearest, condition }, known, when = SKIP_JOB.when) {
  let refs = condition?.open ? [] : refsAllowed(nearest, condition?.wanted ?? []);
  return refs.length === 0 ? { ...SKIP_JOB, when } : {
    when,
    say: "Keep the policy, and skip the job",
    ...jobCondition(known, refs.map((ref) => `github.ref == '${sanitise(ref)}'`).join(" || "))
  };
}
function refsAllowed(nearest, wanted) {
  let { actual = "" } = nearest ?? {}, own2 = repositoryPart(actual);
  if (own2 === void 0 || !isDefaultForm(actual) || environmentOf(actual) !== void 0) return [];
  let others = wanted.filter(
    (one) => repositoryPart(one) === own2 && environmentOf(one) === void 0
  ), refs = others.flatMap(
    (one) => /:ref:(refs\/(?:heads|tags)\/[^:*?'$\s]+)$/.exec(one)?.[1] ?? []
  );
  return refs.length === others.length && refs.length <= MOST_REFS ? refs : [];
}
var MOST_REFS = 3;
function deployFold(denial, known) {
  let { suggestion } = denial;
  if (!suggestion) return [];
  let whole = suggestion.diff !== "", code = { show: "code", code: sanitise(suggestion.statement), language: "json" };
  return [
    {
      title: whole ? "The whole statement, and how to deploy it" : "How to deploy it",
      blocks: [...whole ? [code] : [], ...deployBlocks(denial, known)]
    }
  ];
}

// src/causes/role-not-assumable.ts
var roleNotAssumable = causeOf("aws", {
  id: "role-not-assumable",
  section: "sts",
  title: "AWS did not let this job assume the role",
  link: "role",
  severity: "error",
  retry: "never",
  eventualConsistency: !0,
  certainty: "likely",
  docs: ["iamRoleTrust", "githubOidcAws", "githubOidc", "iamConditionOperators"],
  // A policy that was given, and allows the job, makes it another finding.
  matches: (failure, { trust }) => isRefusal(failure) && trust?.allowed !== !0,
  explain: (_failure, known) => {
    let { token } = known, [likeliest, ...others] = token ? reasonsFor(token, known) : [];
    return {
      headline: `${answererOf(known)} did not let this job assume ${roleInHeadline(known)}`,
      shown: [
        {
          show: "sentence",
          say: `${answererOf(known)} does not say why.${token ? " The token of this job says:" : ""}`
        },
        ...token ? [tokenValues(token, known)] : [],
        ...passingBlocks(passing2(known))
      ],
      steps: [
        ...emptiedSteps(known),
        {
          say: `See what the role allows, ${withCredentials(known)}`,
          code: showPolicy(known),
          language: "sh"
        },
        {
          say: token ? "Compare its conditions with the values above, character by character" : "Compare its conditions with the claims of the token, character by character",
          ...likeliest === void 0 ? {} : { then: likeliest }
        },
        ...token ? allowSteps(token, known) : []
      ],
      otherwise: [
        ...others.length === 0 ? [] : [
          {
            say: "Check the other usual reasons, the most likely first",
            then: others.join(" ")
          }
        ],
        ...noSuchRole(known),
        ...known.trust ? [] : [givePolicyStep(known)],
        ...lookUpRefusal(known),
        {
          when: "If the role was created or changed a moment ago",
          ...WAIT_FOR_IAM
        },
        denyStep(known, "If the policy is right")
      ],
      ...roleWhere(known)
    };
  },
  page: {
    meaning: "STS verified the token and then looked at the role. It gives this one answer where the role does not exist, where no statement of its trust policy matches the claims of the token, and where a policy of the organisation denies it. AWS does so on purpose, so that nobody can probe for roles.",
    tell: "The issuer, the audience and the signature are right: otherwise STS would have answered InvalidIdentityToken. The reasons are ranked by the claims of the token of this very run; only the policy itself settles it."
  }
});
function tokenValues({ issuer, subject, audiences, claims }, known) {
  let party = "azp" in claims ? [{ name: "azp", value: expectedAudience(known) }] : [];
  return {
    show: "values",
    values: [
      { name: "sub", value: subject },
      { name: "aud", value: audiences.join(", ") },
      ...party,
      ...issuer === CLOUD_ISSUER ? [] : [{ name: "iss", value: issuer }]
    ]
  };
}
function noSuchRole(known) {
  let account = accountOf(known);
  return answererOf(known) === "STS" ? [
    {
      when: "If the first command fails",
      say: `Correct the role's name ${inRoleInput(known)}: that STS has no such role`
    }
  ] : [
    {
      when: "If the first command says `NoSuchEntity`",
      say: `Correct the role's name and account ${inRoleInput(known)}: account ${account} has no such role`
    },
    {
      when: "To change the policy by hand",
      say: `Open it in the IAM console of account ${account} (Roles, ${roleInWords(known)}, Trust relationships), and run the job again afterwards`
    }
  ];
}
function lookUpRefusal(known) {
  return answererOf(known) === "STS" ? [] : [
    {
      say: "Look for this refusal in CloudTrail: its `userName` is the `sub` that AWS compared",
      code: `aws cloudtrail lookup-events --lookup-attributes AttributeKey=EventName,AttributeValue=AssumeRoleWithWebIdentity --region ${shellWord(known.inputs?.region || "<region>")}`,
      language: "sh",
      then: "It takes some minutes to appear."
    }
  ];
}
function givePolicyStep(known) {
  return {
    ...givePolicy(known),
    when: "To let this step do the comparison",
    then: "A template, or what `terraform show -json` prints, will do too."
  };
}
function allowSteps(token, known) {
  let code = ownStatement(token, known), statement = { code, language: "json" }, values = passing2(known), lasting = lastingSteps(values, code);
  if (isOfPullRequest(token.subject))
    return [
      skipPullRequests(known),
      {
        when: ifThisPullRequest(values, IF_ALL_PULL_REQUESTS),
        say: "Add this statement to the list `Statement` of its policy",
        ...statement
      },
      ...lasting
    ];
  let hidden = isHiddenPullRequest(known);
  return [
    ...hidden ? [skipPullRequests(known)] : [],
    {
      when: hidden ? IF_NO_CODE_OF_IT : "If this job may use the role",
      say: "Add this statement, which allows this `sub` alone, to the list `Statement` of its policy",
      ...statement,
      ...noteOfEvent(known)
    },
    ...lasting,
    ...hidden ? [] : [SKIP_JOB]
  ];
}
function passing2({ token }) {
  return passingValues(token ? [{ key: "sub", value: token.subject }] : []);
}
function ownStatement(token, known) {
  let { partition, account } = providerPlace(known);
  return statementFor(token, { partition, account, audience: expectedAudience(known) });
}

// src/causes/role-session-too-long.ts
var MESSAGE2 = /requested DurationSeconds exceeds/i, roleSessionTooLong = causeOf("aws", {
  id: "role-session-too-long",
  section: "sts",
  link: "role",
  title: "the session asked for is longer than the role allows",
  severity: "error",
  retry: "never",
  // Another STS has the code for more than this.
  certainty: (failure) => isCode(failure, "InvalidArgument") ? "likely" : "certain",
  docs: ["iamSessionDuration", "assumeRole"],
  matches: (failure, known) => isCode(failure, "ValidationError") && MESSAGE2.test(failure.message) || isTooLong(failure, known),
  explain: (failure, known) => {
    let { inputs } = known, seconds = inputs?.roleDurationSeconds ?? 3600, name = roleName(known), chained = /role chaining/i.test(failure.message), asked = `${quote("role-duration-seconds")} is ${seconds} (${duration(seconds)})`;
    return {
      headline: chained ? `${asked}, and role chaining allows one hour` : `${asked}, and ${isOneOfRoles(known) ? "the role" : `role ${roleInWords(known)}`} allows less`,
      shown: [
        failure.message === "" ? { show: "values", values: [{ name: `HTTP ${failure.status}`, value: failure.code }] } : answer(failure, known)
      ],
      steps: [
        {
          say: "Ask for one hour, which every role allows",
          code: "role-duration-seconds: 3600",
          language: "yaml"
        },
        ...chained ? [] : [inputs?.customEndpoint ? LONGER_ELSEWHERE : longerSession(name, seconds)]
      ],
      confirm: chained ? [] : [
        {
          say: "See what the role allows, in seconds",
          code: `aws iam get-role --role-name ${name} --query Role.MaxSessionDuration`,
          language: "sh"
        }
      ],
      stop: chained ? "Role: one hour by role chaining" : `Role ${quote(inputs?.role?.name ?? "")}: session duration`,
      where: { input: "role-duration-seconds" }
    };
  },
  page: {
    meaning: `Each role has a maximum session duration, one hour unless its owner set more (up to ${IN_WORDS.longestSession}). A longer session is refused, not cut. A role that is assumed with the session of another role (role chaining) has one hour, whatever it is set to.`,
    tell: `Values below ${SESSION_SECONDS.least} or above ${SESSION_SECONDS.most} are refused by the check of the inputs, before STS is asked.`
  }
}), LONGER_ELSEWHERE = {
  when: "If the job needs more, and the owner of the role agrees",
  say: `Have an administrator of that STS raise the maximum session duration of the role (${SESSION_SECONDS.most} at most)`
};
function longerSession(name, seconds) {
  return {
    when: "If the job needs more, and the owner of the role agrees",
    say: `Let the role allow it (${SESSION_SECONDS.most} at most)`,
    code: `aws iam update-role --role-name ${name} --max-session-duration ${seconds}`,
    language: "sh"
  };
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
  matches: (failure) => isCode(failure, "MalformedPolicyDocument"),
  explain: (failure, known) => {
    let { inputs } = known, input = policyInput(inputs);
    return {
      headline: `${answererOf(known) === "AWS" ? "IAM" : "STS"} cannot read the session policy in ${quote(input)}`,
      // Ceph says the code alone.
      shown: failure.message === "" ? [{ show: "values", values: [{ name: `HTTP ${failure.status}`, value: failure.code }] }] : [answer(failure, known)],
      steps: [
        ...input === "inline-session-policy" ? [FORM2] : [],
        // With credentials of AWS, which who has another STS need not have.
        ...answererOf(known) === "STS" ? [] : [CHECK],
        { when: "If it has a `Principal`", say: "Remove that: a session policy has none" },
        {
          when: "If ARNs of managed policies are meant",
          say: "Give them in `managed-session-policies`, one per line, and nowhere else"
        }
      ],
      folded: givenPolicy(inputs),
      stop: `STS: ${quote(input)}`,
      where: { input }
    };
  },
  page: {
    meaning: "A session policy is a policy that is sent with the sign-in and narrows the rights of this one session. It is JSON, but not a policy: an element is missing, misspelt or not allowed, or a value is of the wrong type.",
    tell: "Text that is not JSON at all is refused by the check of the inputs, before STS is asked. A policy that can be read but is too large is session-policy-too-large."
  }
}), CHECK = {
  say: "Let AWS check the policy, saved as `policy.json`",
  code: "aws accessanalyzer validate-policy --policy-type IDENTITY_POLICY --policy-document file://policy.json",
  language: "sh"
}, FORM2 = {
  say: "Start from this form, and change `Action` and `Resource`",
  code: `inline-session-policy: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::my-bucket/*"}]}'`,
  language: "yaml"
};
function policyInput(inputs) {
  return inputs?.inlineSessionPolicy === "" && inputs.managedSessionPolicies.length > 0 ? "managed-session-policies" : "inline-session-policy";
}
function givenPolicy(inputs) {
  let code = sanitise(inputs?.inlineSessionPolicy ?? "");
  return code === "" ? [] : [{ title: "The policy that was given", blocks: [{ show: "code", code, language: "json" }] }];
}

// src/causes/session-policy-too-large.ts
var sessionPolicyTooLarge = causeOf("aws", {
  id: "session-policy-too-large",
  section: "sts",
  title: "session policies and tags are too large together",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["repostPackedPolicy", "iamSessionPolicies", "iamSessionTags"],
  matches: (failure) => isCode(failure, "PackedPolicyTooLarge"),
  explain: ({ message }, known) => {
    let { inputs } = known, percent = /(\d+)\s*%/.exec(message)?.[1], ofTags = /session tags/i.test(message), policy = inputs?.inlineSessionPolicy ?? "", arns = inputs?.managedSessionPolicies.length ?? 0, what = ofTags ? "the session tags" : "the session policies";
    return {
      headline: percent === void 0 ? `${what} do not fit into the session token` : `${what} need ${percent} % of the space in the session token`,
      shown: ofTags && policy === "" && arns === 0 ? [] : [sizes(policy, arns)],
      steps: [
        ...ofTags ? [TAGS] : [],
        ...policy !== "" || !ofTags && arns === 0 ? policySteps(known) : [],
        ...arns > 1 ? [FEWER] : [],
        ...policy === "" && !ofTags ? [TAGS] : []
      ],
      where: { input: policyInput(inputs) }
    };
  },
  page: {
    meaning: `AWS packs session policies, their ARNs and session tags into the session token, and the room for them is small. How well a policy packs cannot be told beforehand: one within ${IN_WORDS.longestSessionPolicy} characters can still be too large. STS names the percentage.`,
    tell: `A policy of more than ${IN_WORDS.longestSessionPolicy} characters is refused for its length: see request-invalid.`
  }
});
function sizes(policy, arns) {
  let inline = { name: "inline policy", value: count(policy.length, "character") }, managed = { name: "managed policies", value: String(arns) }, tags = { name: "session tags", value: "those of the token, if any" };
  return {
    show: "values",
    values: [...policy === "" ? [] : [inline], ...arns === 0 ? [] : [managed], tags]
  };
}
var TAGS = {
  say: `Let the issuer put fewer or shorter tags into the claim ${quote(TAGS_CLAIM)}; GitHub puts none`
}, FEWER = { say: "Name fewer policies in `managed-session-policies`" };
function policySteps(known) {
  let { inputs } = known, partition = inputs?.role?.partition ?? inputs?.partition ?? "aws";
  return [
    {
      say: "Remove from `inline-session-policy` each `Sid`, spaces, and what the role's own policies limit already",
      then: "Join actions by a common beginning (`s3:Get*`) only if all of them are meant."
    },
    {
      say: "Create the policy as a managed policy in the account of the role, and name it here",
      code: `managed-session-policies: ${oneLine(`arn:${partition}:iam::${accountOf(known)}:policy/<name>`)}`,
      language: "yaml"
    }
  ];
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
  matches: (failure) => isForeign(failure),
  explain: (failure, known) => ({
    headline: failure.kind === "aws" ? `what answered at ${endpointInHeadline(known, stsUrl(known))} cannot sign in by OIDC` : `something other than ${answererOf(known) === "AWS" ? "AWS STS" : "an STS"} answered at ${endpointInHeadline(known, stsUrl(known))}`,
    shown: failure.kind === "aws" ? describeCode(failure, known) : describeAnswer(failure, known),
    steps: [...askSts(known), ...networkSteps(known)],
    folded: [answerFold(failure)],
    stop: "STS: another service answered",
    ...endpointPlace(known)
  }),
  page: {
    meaning: "The request was sent to the STS endpoint, and something else answered: the block page or login page of a proxy or firewall, a service that is not an STS (a wrong URL in `sts-endpoint`), or an STS look-alike that wants a signed request. AssumeRoleWithWebIdentity is sent unsigned, as AWS documents it. The token was not judged.",
    tell: "An answer of STS is XML and has the header `x-amzn-RequestId`. Here it is HTML, JSON, empty or a redirect, or its code says that the call is not known or not signed. If nothing answered at all, see sts-unreachable; if its status is 408 or from 500 on, see sts-unavailable."
  }
});
function describeCode({ status, code, message }, known) {
  let said2 = message === "" ? code : `${code}: ${message}`;
  return [
    { show: "values", values: [{ name: `HTTP ${status}`, value: said2 }] },
    {
      show: "sentence",
      say: known.inputs?.customEndpoint ? `The URL is the one of ${endpointSource(known)}.` : "AWS accepts this call unsigned: something in between changes it, or another service answers."
    }
  ];
}
function describeAnswer(answer2, known) {
  let { status, contentType, server, excerpt } = answer2, parts = [contentType || "no content type", ...server === "" ? [] : [`server ${server}`]], begins = excerpt === "" ? [] : [{ name: "begins with", value: oneLine(excerpt, 80) }];
  return [
    {
      show: "values",
      values: [{ name: `HTTP ${status}`, value: parts.join(", ") }, ...begins]
    },
    { show: "sentence", say: describeSuspect(answer2, known) }
  ];
}
function describeSuspect(answer2, known) {
  return known.inputs?.customEndpoint ? `The URL is the one of ${endpointSource(known)}.` : isRedirect(answer2) ? "STS does not redirect such a request: a login page of this network is the first suspect." : "A block page or login page of this network is the first suspect.";
}

// src/causes/sts-refused.ts
var stsRefused = causeOf("aws", {
  id: "sts-refused",
  section: "sts",
  title: "an STS that is not of AWS refused, and does not say why",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["cephSts", "assumeRole"],
  matches: isOpaque,
  explain: (failure, known) => ({
    headline: `${quote(stsHost(known), 60)} refused the sign-in with ${quote(failure.code, 60)}${failure.message === "" ? " and no reason" : ""}`,
    shown: [...said(failure), compared(known)],
    steps: [readLog(failure, known)],
    otherwise: isCode(failure, "AccessDenied") ? [...compareSteps(known), ...otherWays(known)] : [],
    folded: [answerFold(failure)],
    stop: `STS: ${quote(failure.code, 60)}`
  }),
  page: {
    meaning: "The STS of `sts-endpoint` is not AWS's (Ceph, SeaweedFS, MinIO), and refused. Such an STS has one code for many reasons: radosgw says AccessDenied, without a word, of a wrong audience, a missing provider or role, an expired token, a trust policy that does not fit, and keys that it could not get. Its own log says which.",
    tell: "What can be seen from the runner has been checked: had the token expired, were the keys out of reach, or did the policy given as `trust-policy` not fit, that would be the finding. A service that is no STS at all is sts-endpoint-unusable."
  }
});
function said({ code, message }) {
  return message !== "" ? [{ show: "answer", by: "STS", text: message }] : [{ show: "sentence", say: code === "AccessDenied" ? "Ceph has this code for many reasons; its log says which." : "This code does not tell which value it is about." }];
}
function compared(known) {
  return {
    show: "values",
    values: [
      { name: "role", value: known.inputs?.role?.text ?? "" },
      { name: "iss", value: issuerOf(known) },
      { name: "aud", value: expectedAudience(known) },
      ...known.token ? [{ name: "sub", value: known.token.subject }] : []
    ]
  };
}
var REASONS = "oidc provider|Role not found|Signature validation|x5c|evaluating policy|Incorrect value|session name";
function readLog({ date = "" }, known) {
  let at = date === "" ? timeOf(Math.floor(known.now / 1e3)) : date;
  return {
    say: `Read the reason in the log of that STS, at ${oneLine(at, 40)}; for Ceph, on the host of its radosgw`,
    code: `grep -hE '${REASONS}' /var/log/ceph/*rgw*.log | tail`,
    // Of that host, whatever the runner is.
    language: "text",
    kind: "look",
    then: 'A Ceph in containers logs to the journal instead: `journalctl -u "ceph-*rgw*"`. At the default level a wrong audience leaves no line.'
  };
}
function compareSteps(known) {
  return [
    {
      say: "Compare `ClientIDList` of its provider with `aud` above",
      code: getProvider(known),
      language: "sh",
      then: "If it fails, the STS does not know this issuer."
    },
    {
      say: "Compare the trust policy of the role with `iss` and `sub` above",
      code: `aws iam get-role --role-name ${roleName(known)} --query Role.AssumeRolePolicyDocument`,
      language: "sh",
      then: "If it fails, there is no such role."
    }
  ];
}
function otherWays(known) {
  let { role } = known.inputs ?? {};
  return [
    ...known.trust ? [] : [{ ...givePolicy(known), when: "To let this step do the comparison" }],
    ...role && isAccount(role.account) ? [
      {
        when: "If that STS is Ceph, which has no such accounts",
        say: "Write the role without one",
        ...roleLine(known, role.text.replace(`:${role.account}:`, "::"))
      }
    ] : [],
    {
      when: "If the log says `x5c not present`",
      say: "Have the issuer publish the certificate of its key in its JWKS, as `x5c`: Ceph verifies by that, and by the provider's thumbprint of it"
    }
  ];
}

// src/causes/sts-region-disabled.ts
var stsRegionDisabled = causeOf("aws", {
  id: "sts-region-disabled",
  section: "sts",
  title: "AWS STS is not activated in this region",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamRegions", "accountRegions", "awsRegions"],
  ofRegion: !0,
  matches: (failure) => isCode(failure, "RegionDisabled"),
  explain: (failure, known) => {
    let region = known.inputs?.region ?? "<region>", account = /for account:\s*(\d{12})/i.exec(failure.message)?.[1] ?? accountOf(known);
    return {
      headline: `STS is not activated in ${isOneOfRoles(known) ? "the region" : quote(region)} for account ${quote(account)}`,
      shown: [
        {
          show: "sentence",
          say: "STS in that region signs nobody in to this account. It did not judge the token."
        }
      ],
      steps: [
        {
          when: "If accounts must opt in to this region",
          say: `Enable it, with credentials of account ${account}`,
          code: `aws account enable-region --region-name ${shellWord(region)}`,
          language: "sh",
          then: "That takes minutes."
        },
        {
          when: "If the region needs no opt-in",
          say: "Activate its STS in the IAM console of that account: Account settings, Security Token Service (STS), Endpoints"
        },
        ...fallbackStep(known, {
          when: "If the region is enabled and only its STS is not",
          say: "Keep the region for the job, and sign in through another one"
        })
      ],
      stop: `STS: not activated in ${quote(region)}`,
      ...regionWhere(known)
    };
  },
  page: {
    meaning: "Newer regions of AWS (opt-in regions) are off until an account enables them. In the other regions an administrator can deactivate STS. In both cases STS there signs nobody in to that account.",
    tell: "STS names the account. For a region that does not exist, see region-unknown."
  }
});

// src/causes/sts-throttled.ts
var stsThrottled = causeOf(["aws", "not-sts"], {
  id: "sts-throttled",
  section: "sts",
  title: "the call to AWS STS was throttled",
  severity: "error",
  retry: "throttled",
  certainty: "certain",
  docs: ["repostThrottling", "commonErrors"],
  matches: (failure) => isThrottled(failure),
  explain: (failure, known) => {
    let aws = answererOf(known) === "AWS";
    return {
      headline: failure.kind === "aws" ? `${aws ? "AWS STS" : quote(stsHost(known), 60)} throttled the sign-in: too many calls at once` : `the sign-in was throttled: ${endpointInHeadline(known)} answered HTTP ${failure.status}`,
      shown: [
        {
          show: "sentence",
          say: `${whoThrottled(failure.kind, aws)}${describeStsRetries(known)}`
        }
      ],
      steps: [
        { say: `Run the job again${aws ? ": the limit is per second" : ""}` },
        {
          say: "Let fewer jobs sign in at once, such as those of a matrix",
          code: `strategy:
  max-parallel: 5`,
          language: "yaml"
        },
        { say: "Sign in once per job, not in every step: one session serves them all" }
      ],
      confirm: aws ? [
        {
          say: `See who calls STS in account ${quote(accountOf(known))} so often`,
          code: `aws cloudtrail lookup-events --region ${shellWord(known.inputs?.region ?? "<region>")} --lookup-attributes AttributeKey=EventSource,AttributeValue=sts.amazonaws.com --max-results 50`,
          language: "sh"
        }
      ] : [],
      folded: [answerFold(failure)],
      stop: "STS: throttled"
    };
  },
  page: {
    meaning: "AWS limits the calls to STS for each account and region. Many jobs that start at the same time, or another program of the account that calls STS in a loop, use up the limit.",
    tell: `The code is one of ${list(["Throttling", "ThrottlingException", "SlowDown", "RequestLimitExceeded"])}, the message is \`Rate exceeded\`, or the status is 429. If the issuer throttles STS, the answer is about the verification key.`
  }
});
function whoThrottled(kind, aws) {
  return kind === "not-sts" ? "The answer is not in the form of STS, so it may come from a proxy in between. " : aws ? "AWS counts all calls of the account in the region, not of this job alone. " : "";
}

// src/causes/sts-unavailable.ts
var stsUnavailable = causeOf(["aws", "not-sts"], {
  id: "sts-unavailable",
  section: "sts",
  link: (_failure, known) => hasNullSubject(known) ? "token" : "sts",
  title: "AWS STS could not answer",
  severity: "error",
  retry: (_failure, known) => hasNullSubject(known) ? "never" : "transient",
  certainty: "certain",
  docs: ["awsStatus", "commonErrors"],
  ofRegion: !0,
  matches: (failure) => isOutage(failure),
  explain: (failure, known) => hasNullSubject(known) ? explainNullSubject(failure) : explainFault(failure, known),
  page: {
    meaning: "STS, or a load balancer in front of it, had a fault and did not judge the token. That passes. One mistake looks the same and does not pass: a token whose claim `sub` is null makes STS answer InternalFailure every time.",
    tell: "The status is 500 or more, or 408, or the code is InternalFailure or ServiceUnavailable. Another answer below 500 that is not in the form of STS is sts-endpoint-unusable."
  }
});
function hasNullSubject({ token }) {
  return token !== void 0 && token.claims.sub === null;
}
function explainNullSubject(failure) {
  return {
    headline: "the claim `sub` of the token is null, and STS fails on that",
    shown: [
      {
        show: "sentence",
        say: `It answers ${answerInWords(failure)} each time: that does not pass, so it was not retried.`
      }
    ],
    steps: [
      {
        say: "Let the issuer put a string of at least one character into `sub`; IAM decides by it"
      },
      {
        say: "Look at the claims of the token in the job summary, then sign in again with a new token"
      }
    ],
    folded: [answerFold(failure)],
    stop: "Token: `sub` is null"
  };
}
function explainFault(failure, known) {
  let ofSts = failure.kind === "aws", aws = answererOf(known) === "AWS", name = aws ? "AWS STS" : "STS", what = ofSts ? "STS had a fault, and did not judge the token." : "That answer is not from STS, but perhaps from a load balancer or proxy in between.";
  return {
    headline: ofSts ? `${name} could not answer: ${answerInWords(failure)}` : `${name} could not answer: ${endpointInHeadline(known)} returned ${answerInWords(failure)}`,
    shown: [{ show: "sentence", say: `${what} ${describeStsRetries(known)}` }],
    steps: [
      { say: "Run the job again: such a fault usually passes within minutes" },
      ...fallbackStep(known, { say: "Let it sign in through another region meanwhile" }),
      {
        say: aws ? `Check ${DOC_URLS.awsStatus} for an outage of AWS` : `Look in the log of ${quote(stsHost(known), 60)}`
      }
    ],
    otherwise: ofSts ? [] : [...askSts(known), ...networkSteps(known)],
    folded: [answerFold(failure)],
    stop: `STS: HTTP ${failure.status}`
  };
}
function answerInWords(failure) {
  let status = `HTTP ${failure.status}`;
  return failure.kind === "aws" ? `${status} ${quote(failure.code, 60)}` : status;
}

// src/causes/shared/kubernetes.ts
var FOLDER = "/var/run/secrets/aws", inputLine2 = (path) => `web-identity-token-file: ${path}`;
function irsaSteps(known) {
  return [
    {
      say: "Use the token that Amazon EKS mounts for STS (IRSA), not the API server's",
      code: inputLine2(IRSA_FILE),
      language: "yaml"
    },
    { when: "If that file does not exist", ...annotateStep(known) }
  ];
}
function annotateStep({ inputs }) {
  return {
    say: "Annotate the service account of the runner pod, and restart the pod",
    code: `${IRSA_ANNOTATION}: ${oneLine(inputs?.role?.text || "<role ARN>", 300)}`,
    language: "yaml"
  };
}
function projectedTokenStep(known) {
  let token = `{serviceAccountToken: {audience: ${usualAudience(known.inputs?.partition ?? "aws")}, expirationSeconds: 3600, path: token}}`;
  return {
    say: "Project a token for STS into the runner pod, and give its path to this step",
    code: [
      "# pod",
      "volumes:",
      "  - name: aws-token",
      "    projected:",
      "      sources:",
      `        - ${token}`,
      "# its container",
      "volumeMounts:",
      `  - {name: aws-token, mountPath: ${FOLDER}, readOnly: true}`,
      "# this step",
      inputLine2(`${FOLDER}/token`)
    ].join(`
`),
    short: [
      `volumes: [{name: aws-token, projected: {sources: [${token}]}}]`,
      `volumeMounts: [{name: aws-token, mountPath: ${FOLDER}, readOnly: true}]`,
      inputLine2(`${FOLDER}/token`)
    ].join(`
`),
    language: "yaml"
  };
}

// src/causes/token-audience-mismatch.ts
var INCORRECT = /Incorrect token audience/i, SEVERAL = /more than one audience while authorized party is not present/i, tokenAudienceMismatch = causeOf(["claim", "aws"], {
  id: "token-audience-mismatch",
  section: "token",
  title: "the audience of the token is not the one expected",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "githubOidcAws", "oidcCore"],
  explains: ["token-audience-mismatch", "token-rejected", "sts-refused"],
  matches: (failure) => failure.kind === "claim" ? failure.problem === "audience" || failure.problem === "several-audiences" : isCode(failure, "InvalidIdentityToken") && (INCORRECT.test(failure.message) || SEVERAL.test(failure.message)),
  explain: (failure, known) => {
    let cluster = clusterAudience(known.token?.claims ?? {});
    return cluster !== void 0 ? explainCluster(cluster, known) : failure.kind === "claim" ? failure.problem === "audience" ? explainNotAsked(failure, known) : explainSeveral(known) : SEVERAL.test(failure.message) ? explainSeveral(known) : explainNotListed(failure, known);
  },
  page: {
    meaning: "The claim `aud` says for whom a token is meant. The OIDC provider in IAM lists the audiences that it accepts, as client IDs. If a token has `azp` (authorized party), STS looks at `azp` instead of `aud`; several audiences without `azp` are refused.",
    tell: 'Certain where the token itself shows it, or where STS says `Incorrect token audience` (until mid-2026). Since then STS answers a wrong audience with its general sentence; when nothing here explains that, it is token-rejected. A condition on `aud` in the trust policy of the role is another matter: STS then says "Not authorized".'
  }
});
function partyText({ token }) {
  let { claim: claim2, value } = partyOf(token?.claims ?? {});
  return { claim: claim2, value: [value ?? []].flat().map(plainText).join(", ") };
}
function explainCluster(audience, known) {
  let eks = isOfEks(known.token?.claims ?? {});
  return {
    headline: `the token is for Kubernetes itself (${quote(audience, 60)}), not for STS`,
    shown: [
      {
        show: "sentence",
        say: "Every pod has such a token. Do not add its audience in AWS."
      }
    ],
    steps: eks ? irsaSteps(known) : [projectedTokenStep(known)],
    stop: "Token: `aud`",
    where: { input: "web-identity-token-file" }
  };
}
function explainNotAsked({ claim: claim2, want, got }, known) {
  let fromFile = known.token?.source === "file", not = want === void 0 ? "" : `, not for ${quote(want, 60)}`;
  return {
    headline: got === "" ? `the token names no audience: its ${quote(claim2)} is empty` : `the token is for the audience ${quote(got, 60)} (${quote(claim2)})${not}`,
    shown: claim2 === "azp" ? [AZP] : [],
    steps: [
      ...fromFile ? fileSteps(want, got) : RUN_AGAIN,
      ...got === "" ? [] : [addAudienceStep(known, got)]
    ],
    stop: `Token: ${quote(claim2)}`,
    where: { input: fromFile ? "web-identity-token-file" : "audience" }
  };
}
var AZP = {
  show: "sentence",
  say: "If a token has `azp`, STS looks at it instead of `aud`."
}, RUN_AGAIN = [
  {
    say: "Run the job again",
    then: "If it fails again, ask whoever runs the service behind `ACTIONS_ID_TOKEN_REQUEST_URL`: it does not issue tokens for the audience asked for."
  }
];
function fileSteps(want, got) {
  return [
    { say: `Let the issuer issue the token for ${want === void 0 ? "an audience that the provider in IAM lists" : quote(want, 60)}` },
    ...got === "" || want === void 0 ? [] : [
      {
        when: `If the provider in IAM lists ${quote(got, 60)} already`,
        say: "Delete `audience` from the step: it says what the token in the file should have, and changes nothing in it"
      }
    ]
  ];
}
function explainSeveral(known) {
  let audiences = known.token?.audiences ?? [], [first = known.inputs?.audience ?? usualAudience("aws")] = audiences;
  return {
    headline: `the token has ${audiences.length < 2 ? "several" : audiences.length} audiences and no \`azp\`, so STS cannot choose one`,
    shown: [{ show: "values", values: [{ name: "aud", value: audiences.join(", ") }] }],
    steps: [
      {
        say: "Let the issuer issue the token for one audience, which the provider in IAM lists",
        code: sanitise(`"aud": ${JSON.stringify(oneLine(first))}`),
        language: "json"
      },
      {
        when: "If the token must have several",
        say: "Let the issuer add `azp` (authorized party): STS then looks at `azp` alone",
        then: "The provider must list that value as a client ID."
      },
      addAudienceStep(known, first)
    ],
    stop: "Token: `aud`",
    ...placeOfToken(known)
  };
}
function explainNotListed(failure, known) {
  let { claim: claim2, value } = partyText(known), own2 = builtIn(known);
  return {
    headline: own2 ? `STS does not accept ${quote(value, 60)}, the token's ${quote(claim2)}` : `the OIDC provider in IAM does not list ${quote(value, 60)}, the token's ${quote(claim2)}`,
    shown: [
      answer(failure, known),
      { show: "values", values: [{ name: "provider", value: principalOf(known) }] }
    ],
    steps: [
      ...leaveOutAudience(known),
      ...own2 ? OTHER_AUDIENCE : listedSteps(known),
      addAudienceStep(known, value)
    ],
    stop: `Token: ${quote(claim2)}`,
    ...placeOfAudience(known)
  };
}
var OTHER_AUDIENCE = [
  {
    when: "If the trust policy of the role names another audience",
    say: "Get the token for that one"
  }
];
function listedSteps(known) {
  let look = {
    say: "See which audiences the provider lists",
    code: `${getProvider(known)} --query ClientIDList`,
    language: "sh"
  };
  return known.token?.source === "file" ? [look, { say: "Let the issuer issue the token for one of them" }] : [look, { say: "Ask for one of them", code: "audience: <audience>", language: "yaml" }];
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
  explains: (_failure, { token }) => [
    "token-claim-missing",
    "token-rejected",
    "sts-unavailable",
    "sts-refused",
    // Its issuer, `kubernetes/serviceaccount`, is no URL that a provider could have.
    ...isLegacyServiceAccount(token?.claims ?? {}) ? ["provider-not-found"] : []
  ],
  matches: (failure) => failure.kind === "claim" ? failure.problem === "missing" || failure.problem === "empty" : isCode(failure, "InvalidIdentityToken") && SAID2.test(failure.message),
  explain: (failure, known) => {
    let names = namesOf(failure, known), legacy = isLegacyServiceAccount(known.token?.claims ?? {});
    return {
      headline: legacy ? `the token is a legacy Kubernetes token, which has no ${list(names, "or")}` : headlineOf(names, failure),
      shown: [...answered(failure, known), ...claimNames(known)],
      ...legacy ? { steps: [projectedTokenStep(known), inEks(known)] } : tokenSteps(known),
      stop: `Token: ${list(names)}`,
      ...placeOfToken(known)
    };
  },
  page: {
    meaning: "Every ID token for STS must say who issued it (`iss`), whom it is about (`sub`), for whom it is meant (`aud`), when it was issued (`iat`) and when it ends (`exp`). `sub` may be an empty string but not null; `aud` may not be an empty list.",
    tell: "The claim is not there at all. A claim of the wrong form is token-timestamp-invalid; one with the wrong value is token-audience-mismatch, token-expired or token-not-yet-valid."
  }
});
function namesOf(failure, { token }) {
  let match = failure.kind === "aws" ? SAID2.exec(failure.message) : null, named2 = failure.kind === "claim" ? failure.claim : match?.[1] ?? match?.[2] ?? "", absent = token ? REQUIRED_CLAIMS.filter((name) => isAbsent(token.claims[name], name)) : [];
  return [.../* @__PURE__ */ new Set([named2, ...absent])].sort((a, b) => REQUIRED_CLAIMS.indexOf(a) - REQUIRED_CLAIMS.indexOf(b));
}
function isAbsent(value, name) {
  let isEmpty = Array.isArray(value) && value.length === 0;
  return value === void 0 || isEmpty || value === null && name !== "iat" && name !== "exp";
}
function inEks(known) {
  let [file] = irsaSteps(known);
  return {
    when: "If the cluster is Amazon EKS, and the service account has an IAM role (IRSA)",
    say: "Use the token that EKS mounts for STS",
    ...file?.code === void 0 ? {} : { code: file.code, language: "yaml" }
  };
}
function headlineOf(names, failure) {
  return (failure.kind === "claim" ? failure.problem === "empty" : /to be empty/i.test(failure.message)) && names.length === 1 ? `the token's ${list(names)} is an empty list` : failure.kind === "claim" && failure.problem === "missing" && failure.value === "null" && names.length === 1 ? `the token's ${list(names)} is null, which STS counts as missing` : `the token has no ${list(names, "or")}, which STS requires`;
}
function answered(failure, known) {
  return failure.kind === "aws" ? [answer(failure, known)] : [];
}
var MOST_NAMES = 12;
function claimNames({ token }) {
  let names = Object.keys(token?.claims ?? {}), shown2 = names.slice(0, MOST_NAMES).map((name) => oneLine(name, 60)), more = names.length - shown2.length, value = `${shown2.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
  return names.length === 0 ? [] : [{ show: "values", values: [{ name: "it has", value }] }];
}
function tokenSteps({ inputs }) {
  return inputs?.webIdentityTokenFile ? {
    steps: [
      {
        when: "If the file holds `ACTIONS_ID_TOKEN_REQUEST_TOKEN`",
        say: "Delete `web-identity-token-file`: this action asks GitHub for the ID token itself",
        then: "That variable is the key for asking, not the ID token."
      },
      {
        when: "If it holds an access token",
        say: "Put the ID token into it: only ID tokens have all these claims"
      }
    ],
    otherwise: [
      { say: "Let the issuer add the claim" },
      {
        when: "If the issuer is GitLab",
        say: "Use `id_tokens:` with `aud:` in place of the old `CI_JOB_JWT`"
      }
    ]
  } : {
    steps: [
      {
        say: "Run the job again",
        then: "If it fails again, ask whoever runs the service that issues the token."
      }
    ]
  };
}

// src/causes/shared/of-problem.ts
function ofProblem(failure, problem) {
  if (hasProblem(failure, problem)) return failure;
  throw new Error(`a failure of ${problem} was expected, and this is ${failure.problem}`);
}
function hasProblem(failure, problem) {
  return failure.problem === problem;
}

// src/causes/token-expired.ts
var SAID3 = /current date\/time (\d+) must be before the expiration date\/time (\d+)/i, tokenExpired = causeOf(["claim", "aws"], {
  id: "token-expired",
  section: "token",
  title: "the token had expired",
  severity: "error",
  retry: (_failure, { token }) => token?.source === "runner" ? "once" : "never",
  certainty: (failure, known) => isByOurClock(failure, known) ? "likely" : "certain",
  docs: ["iamProvider", "assumeRole"],
  // STS names it itself, and only another STS does not.
  explains: ["sts-refused"],
  matches: (failure) => failure.kind === "claim" ? failure.problem === "expired" : isCode(failure, "ExpiredToken"),
  explain: (failure, known) => {
    let life = lifeOf(failure);
    return {
      headline: headlineOf2(life, isByOurClock(failure, known)),
      shown: [...withoutTimes(failure, life, known), ...times(life, known)],
      steps: [
        ...isByOurClock(failure, known) ? [COMPARE_CLOCKS_FIRST] : [],
        ...isStillValid(failure, known) ? clockSteps(known) : renewSteps(known)
      ],
      stop: "Token: `exp`",
      ...placeOfToken(known)
    };
  },
  page: {
    meaning: `An ID token lives for minutes. STS allows ${IN_WORDS.leeway} past its end, for clocks that differ. It expires when it was written to a file long before this step, when a slow network or many attempts used up its time, or when the clock of its issuer is wrong.`,
    tell: `STS prints a current time that is ${IN_WORDS.leeway} behind its clock, since it allows so much; the times in the finding have that undone. A token whose time has not come is token-not-yet-valid; credentials that end in the middle of a job are another matter (their session was over, not the token).`
  }
});
function lifeOf(failure) {
  if (failure.kind === "claim") {
    let { now, value } = ofProblem(failure, "expired");
    return { now, end: value, clock: "" };
  }
  let [, printed2, end] = SAID3.exec(failure.message) ?? [];
  if (!(printed2 === void 0 || end === void 0))
    return { now: Number(printed2) + 300, end: Number(end), clock: " (clock of STS)" };
}
function headlineOf2(life, byOurClock) {
  if (!life) return "the token had expired before STS received it";
  let ago = duration(life.now - life.end);
  return byOurClock ? `by the clock of this runner, the token expired ${ago} ago` : `the token had expired ${ago} before it was used`;
}
function withoutTimes(failure, life, known) {
  return failure.kind === "aws" && !life ? [answer(failure, known)] : [];
}
function times(life, { token }) {
  let issued = secondsOf(token?.claims.iat), end = life?.end ?? secondsOf(token?.claims.exp), own2 = [
    ...issued === void 0 ? [] : [{ name: "iat", value: timeOf(issued) }],
    ...end === void 0 ? [] : [{ name: "exp", value: timeOf(end) }],
    ...life ? [{ name: "now", value: `${timeOf(life.now)}${life.clock}` }] : []
  ];
  return own2.length === 0 ? [] : [{ show: "values", values: own2 }];
}
function isFile({ token, inputs }) {
  return token ? token.source === "file" : !!inputs?.webIdentityTokenFile;
}
function isStillValid({ kind }, known) {
  let end = secondsOf(known.token?.claims.exp);
  return kind === "aws" && answererOf(known) === "STS" && end !== void 0 && known.now / 1e3 < end;
}
function clockSteps(known) {
  return [
    {
      say: "Compare the clock of this runner, by which the token is still valid, with that of the STS",
      code: `date -u; curl -sSI ${shellWord(stsUrl(known))} | grep -i ^date`,
      language: "sh"
    },
    { when: "If they differ", say: "Turn on NTP on the one that is wrong", ...TURN_ON_NTP },
    ...renewSteps(known).map((step) => ({ ...step, when: step.when ?? "If they agree" }))
  ];
}
function renewSteps(known) {
  return isFile(known) ? [
    {
      say: "Write a new token into the file in the step right before this one",
      then: "A token of an earlier job, or from a cache, is too old."
    },
    {
      when: "If you mean the token of this job",
      say: "Delete `web-identity-token-file`: this action asks GitHub for a new one"
    }
  ] : [
    { say: "Run the job again: the step asks for a new token" },
    {
      when: "If the new token has expired too",
      say: "Turn on NTP on the server of the issuer (GitHub Enterprise Server): its clock is wrong"
    }
  ];
}

// src/aws/jwk.ts
var ALGORITHMS = ["RS256", "RS384", "RS512", "ES256", "ES384", "ES512"];

// src/causes/token-malformed.ts
var SAID4 = /ID Token provided is not a valid JWT/i, tokenMalformed = causeOf(["token", "aws"], {
  id: "token-malformed",
  section: "token",
  title: "the token is not a signed JWT that STS can read",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7519", "rfc7515", "assumeRole"],
  explains: ["token-malformed", "token-rejected", "sts-refused"],
  matches: (failure) => failure.kind === "token" ? failure.problem !== "algorithm" && failure.problem !== "outbound" : isCode(failure, "InvalidIdentityToken") && SAID4.test(failure.message),
  explain: (failure, known) => failure.kind === "token" ? explainForm(failure, known) : explainAnswer2(failure, known),
  page: {
    meaning: "STS accepts an ID token: a JWT in three parts (header.payload.signature), signed, not encrypted, without headers marked as critical (`crit`). An opaque access token, an encrypted token of five parts, and a token with line breaks or quotes in it are none.",
    tell: "The form is wrong, not what it says: a claim that is missing is token-claim-missing, an algorithm that STS does not support is token-algorithm-unsupported."
  }
});
function explainForm(failure, known) {
  return {
    headline: headlineOf3(failure),
    shown: [...detailOf(failure), source(known)],
    steps: stepsOf(failure, known),
    confirm: failure.problem === "not-a-jws" ? countParts(known) : [],
    stop: `Token: ${failure.problem === "critical-header" ? "`crit`" : "not a signed JWT"}`,
    ...placeOfToken(known)
  };
}
function stepsOf({ problem }, known) {
  if (problem === "critical-header") return [NO_CRIT];
  let all = idTokenSteps(known);
  return problem === "more-text" && all.length > 1 ? all.slice(1) : all;
}
var BESIDE = { before: "before", after: "after", both: "before and after" };
function headlineOf3(failure) {
  switch (failure.problem) {
    case "not-a-jws":
      return failure.whitespace ? "the token is not a JWT: it has a space or line break inside" : `the token is not a signed JWT: it has ${count(failure.parts, "part")}, not 3`;
    case "more-text":
      return `the JWT has more text ${BESIDE[failure.at]} it, and STS accepts the JWT alone`;
    case "encrypted":
      return "the token is an encrypted JWT (5 parts), and STS accepts only signed ones";
    case "header":
      return "the token is not a JWT: its first part, the header, cannot be decoded";
    case "payload":
      return "the token is not a JWT: its second part, the claims, cannot be decoded";
    case "critical-header":
      return CRITICAL;
    case "algorithm":
    case "outbound":
      return "the token is signed with an algorithm that STS does not support";
  }
}
var CRITICAL = "the token's header has `crit`, and STS knows no extensions";
function detailOf(failure) {
  switch (failure.problem) {
    case "header":
    case "payload":
      return [{ show: "sentence", say: "It is not base64url of a JSON object." }];
    case "critical-header":
      return [{ show: "values", values: [{ name: "crit", value: failure.crit }] }];
    default:
      return [];
  }
}
function explainAnswer2(failure, known) {
  let { alg, crit, typ } = known.token?.header ?? {};
  return {
    headline: crit === void 0 ? "STS could not read the token as a JWT" : CRITICAL,
    shown: [
      answer(failure, known),
      { show: "values", values: [{ name: "header", value: jsonOf({ alg, typ, crit }) }] }
    ],
    steps: crit === void 0 ? [...signWith(alg), ...idTokenSteps(known)] : [NO_CRIT],
    stop: `Token: ${crit === void 0 ? "not readable as a JWT" : "`crit`"}`,
    ...placeOfToken(known)
  };
}
var NO_CRIT = {
  say: "Let the issuer sign without the `crit` header, and without the extensions that it names"
};
function signWith(alg) {
  return ALGORITHMS.some((accepted) => accepted === alg) ? [] : [{ say: `Let the issuer sign with ${list(ALGORITHMS, "or")}` }];
}
function source({ inputs }) {
  let { webIdentityTokenFile: file = "" } = inputs ?? {};
  return file === "" ? { show: "sentence", say: "It came from the token service of the runner." } : { show: "values", values: [{ name: "file", value: file }] };
}
function idTokenSteps({ inputs }) {
  let { webIdentityTokenFile: file = "" } = inputs ?? {};
  return file === "" ? [
    {
      say: "Run the job again",
      then: "If it fails again, ask whoever runs the service behind `ACTIONS_ID_TOKEN_REQUEST_URL`."
    }
  ] : [
    {
      say: "Put the ID token into the file (`id_token` in the issuer's answer), not the access token (`access_token`)"
    },
    {
      say: "Write it alone: without quotes, spaces, line breaks and a leading `Bearer`",
      code: `printf %s "$ID_TOKEN" > ${shellWord(file)}`,
      language: "sh"
    }
  ];
}
function countParts({ inputs }) {
  let { webIdentityTokenFile: file = "" } = inputs ?? {};
  return file === "" ? [] : [
    {
      say: "Count the parts of the token, which must be 3",
      code: `tr . '\\n' < ${shellWord(file)} | grep -c .`,
      language: "sh"
    }
  ];
}

// src/causes/token-not-yet-valid.ts
var NOT_BEFORE = /current date\/time (\d+) must be after or equal to the not-before date\/time (\d+)/i, ISSUED = /Token issued in the future: (\d+)/i, SAID5 = /Token not yet valid|Token issued in the future/i, tokenNotYetValid = causeOf(["claim", "aws"], {
  id: "token-not-yet-valid",
  section: "token",
  atIssuer: !0,
  title: "the token is not valid yet",
  severity: "error",
  retry: "never",
  certainty: (failure, known) => isByOurClock(failure, known) ? "likely" : "certain",
  docs: ["iamProvider", "assumeRole"],
  explains: ["sts-refused"],
  matches: (failure) => failure.kind === "claim" ? failure.problem === "not-yet-valid" : isCode(failure, "InvalidIdentityToken") && SAID5.test(failure.message),
  explain: (failure, known) => {
    let start = startOf(failure), byOurClock = isByOurClock(failure, known);
    return {
      headline: headlineOf4(start, byOurClock),
      shown: times2(failure, start, known),
      steps: [...byOurClock ? [COMPARE_CLOCKS_FIRST] : [], ...issuerSteps2(known)],
      stop: `Token: ${quote(start.claim)}`
    };
  },
  page: {
    meaning: `The claims \`nbf\` (not before) or \`iat\` (issued at) name a time that STS has not reached, even with the ${IN_WORDS.leeway} that it allows. The issuer, mostly a server of your own, has a clock that is ahead, or dates its tokens ahead.`,
    tell: `STS prints a current time that is ${IN_WORDS.leeway} ahead of its clock, since it allows so much; the times in the finding have that undone. A wrong clock of the runner is clock-skew, and does not matter to STS.`
  }
});
function startOf(failure) {
  if (failure.kind === "claim") {
    let { claim: claim2, now, value } = ofProblem(failure, "not-yet-valid");
    return { claim: claim2, at: value, now, clock: "" };
  }
  let clock = " (clock of STS)", [, printed2, notBefore] = NOT_BEFORE.exec(failure.message) ?? [];
  if (printed2 !== void 0 && notBefore !== void 0)
    return { claim: "nbf", at: Number(notBefore), now: Number(printed2) - 300, clock };
  let issued = ISSUED.exec(failure.message)?.[1];
  if (issued === void 0) return { claim: "nbf", clock };
  let spoken = Date.parse(failure.date ?? "") / 1e3;
  return {
    claim: "iat",
    at: Number(issued),
    ...Number.isFinite(spoken) ? { now: spoken } : {},
    clock
  };
}
function headlineOf4({ claim: claim2, at, now }, byOurClock) {
  if (at === void 0) return "the token is not valid yet";
  if (now === void 0) return `the token is not valid yet: the issuer set ${quote(claim2)} ahead`;
  let ahead = duration(at - now);
  return byOurClock ? `by the clock of this runner, the token's ${quote(claim2)} is ${ahead} ahead` : `the token is not valid yet: the issuer set ${quote(claim2)} ${ahead} ahead`;
}
function times2(failure, { claim: claim2, at, now, clock }, known) {
  let { token } = known, values = [
    ...token ? [{ name: "issuer", value: token.issuer }] : [],
    ...at === void 0 ? [] : [{ name: claim2, value: timeOf(at) }],
    ...now === void 0 ? [] : [{ name: "now", value: `${timeOf(now)}${clock}` }]
  ];
  return [
    // Where the times are known, they say it all.
    ...failure.kind === "aws" && now === void 0 ? [answer(failure, known)] : [],
    ...values.length === 0 ? [] : [{ show: "values", values }]
  ];
}
function issuerSteps2({ token }) {
  return [
    {
      say: "Turn on NTP on the server of the issuer, and look at its clock",
      ...TURN_ON_NTP
    },
    {
      when: "If the issuer sets `nbf` or `iat` ahead on purpose",
      say: "Let it set them to the time of signing"
    },
    // A new token would be dated ahead as well.
    ...token?.source === "file" ? [
      {
        when: "Until then",
        say: "Keep the token in the file, and run this step once its time has come"
      }
    ] : []
  ];
}

// src/causes/token-rejected.ts
var VERIFIED = {
  valid: "The signature is valid.",
  "no-key": "This runner could not verify its signature.",
  "not-checked": "This runner could not verify its signature."
}, tokenRejected = causeOf(["aws", "token"], {
  id: "token-rejected",
  section: "sts",
  title: "AWS does not accept the token of this issuer",
  severity: "error",
  retry: "never",
  eventualConsistency: !0,
  certainty: ({ kind }) => kind === "token" ? "certain" : "likely",
  docs: ["iamProvider", "assumeRole", "githubOidcAws"],
  explains: ({ kind }) => kind === "token" ? ["token-rejected", "provider-not-found", "token-audience-mismatch"] : [],
  matches: (failure) => failure.kind === "token" ? failure.problem === "outbound" : isCode(failure, "InvalidIdentityToken") && GENERIC_MESSAGE.test(failure.message),
  explain: (failure, known) => {
    if (failure.kind === "token") return explainOutbound(known);
    let own2 = builtIn(known);
    if (own2) return explainBuiltIn2(own2.name, known);
    let aws = answererOf(known) === "AWS", [audience, account] = [expectedAudience(known), accountOf(known)];
    return {
      headline: `${answererOf(known)} could not validate the token issued by ${quote(issuerOf(known), 60)}`,
      shown: shown(
        `Most likely ${aws ? isOneOfRoles(known) ? "the account of the role" : `account ${quote(account)}` : "that STS"} has no OIDC provider for it, or one without audience ${quote(audience, 60)}.`,
        known
      ),
      steps: [
        ...leaveOutAudience(known),
        {
          say: `Look at the provider, ${withCredentials(known)}`,
          code: getProvider(known),
          language: "sh"
        },
        {
          when: `${ifMissing(known)}, and ${aws ? "the account" : "that STS"} should trust ${issuerInWords(known)}`,
          say: "Create the provider",
          code: createProvider(known),
          language: "sh",
          ...listedInstead(known)
        },
        listedAudienceStep(known),
        addAudienceStep(known, audience)
      ],
      otherwise: [
        {
          say: `Compare \`Url\` of the provider with ${quote(issuerOf(known))}: a slash or a path too many is another issuer`
        },
        {
          say: `Check the account ${inRoleInput(known)} (now ${quote(known.inputs?.role?.text ?? "")})`
        }
      ],
      ...roleWhere(known)
    };
  },
  page: {
    meaning: "Since mid-2026 STS gives this one sentence where it used to say that no provider was found, that the audience was wrong, or that the signature was wrong. This page applies if the checks of the token and the issuer found nothing: then the provider in IAM is the first suspect.",
    tell: 'An audience that was not asked for, an unusable key or a wrong signature are seen from the runner, and have causes of their own. "Not authorized to perform sts:AssumeRoleWithWebIdentity" comes later: there the token was accepted.'
  }
});
function shown(say, { signature }) {
  let verified = ownMember(VERIFIED, signature);
  return [
    { show: "sentence", say },
    ...verified === void 0 ? [] : [{ show: "sentence", say: verified }]
  ];
}
function listedInstead(known) {
  return leaveOutAudience(known).length === 0 ? {} : {
    then: `If you deleted \`audience\`, name ${quote(known.inputs?.usualAudience ?? "", 60)} there instead.`
  };
}
function listedAudienceStep(known) {
  let audience = expectedAudience(known), when = `If \`ClientIDList\` lacks ${quote(audience, 60)}`;
  return known.token?.source === "runner" && partyOf(known.token.claims).claim === "aud" ? {
    when,
    say: "Ask for an audience that it lists",
    code: "audience: '<one of ClientIDList>'",
    language: "yaml"
  } : { when, say: "Let the issuer make the token for an audience that it lists" };
}
function explainOutbound({ inputs }) {
  let role = quote(inputs?.role?.text ?? "<role>");
  return {
    headline: "AWS issued this token (`sts:GetWebIdentityToken`), and STS does not accept it",
    shown: [
      {
        show: "sentence",
        say: "Such tokens are for services outside AWS: no OIDC provider makes STS accept one."
      }
    ],
    steps: [
      {
        say: `Assume ${role} from the AWS session that requested the token, with \`sts:AssumeRole\``
      },
      {
        when: "If this job runs on GitHub's runner",
        say: "Delete `web-identity-token-file`: this action then asks GitHub for the job's own token"
      }
    ],
    stop: "Token: issued by AWS itself",
    where: { input: "web-identity-token-file" }
  };
}
function explainBuiltIn2(name, known) {
  return {
    headline: `${answererOf(known)} could not validate the token issued by ${name}`,
    shown: shown(
      `Most likely the token itself is the reason: IAM knows ${name} without a provider, so none is missing.`,
      known
    ),
    steps: [freshTokenStep(known), builtInStep(known)],
    where: { input: "web-identity-token-file" }
  };
}

// src/causes/token-signature-invalid.ts
var tokenSignatureInvalid = causeOf(["key", "aws"], {
  id: "token-signature-invalid",
  section: "issuer",
  atIssuer: !0,
  title: "the token's signature does not match the key that it names",
  severity: "error",
  retry: "once",
  certainty: (failure, { signature }) => failure.kind === "aws" && signature === "valid" ? "likely" : "certain",
  docs: ["rfc7515", "rfc7517", "repostInvalidToken"],
  // A key that STS could not get is another matter: it had not come to the signature then.
  explains: ["token-rejected", "sts-refused"],
  matches: (failure) => failure.kind === "key" ? failure.problem === "signature" : isCode(failure, "InvalidIdentityToken") && /token signature invalid/i.test(failure.message),
  explain: (failure, known) => {
    let kid = failure.kind === "key" ? failure.kid : plainText(known.token?.header.kid), url = failure.kind === "key" ? failure.url : keysUrl(known), said2 = failure.kind === "aws" ? [answer(failure, known)] : [], confirm = [
      { say: "See what the issuer publishes now", code: curlBody(url), language: "sh" }
    ], stop = "Signature of the token";
    return failure.kind === "aws" && known.signature === "valid" ? {
      headline: "STS says that the token's signature is wrong; this runner found it right",
      shown: [...said2, OLDER_KEYS],
      steps: [
        {
          say: "Run the job again in a few minutes",
          then: "If it works then, the keys had changed, and STS had not fetched them yet."
        }
      ],
      otherwise: issuerSteps3(known),
      confirm,
      stop
    } : {
      headline: `the token's signature does not match ${kid === "" ? "the only key" : `the key ${quote(kid, 60)}`} that its issuer publishes`,
      shown: [
        ...said2,
        { show: "values", values: [{ name: "issuer", value: issuerOf(known) }] },
        {
          show: "sentence",
          say: "The issuer used another key, or the token was altered."
        }
      ],
      steps: [
        { when: "If the keys were changed just now", say: "Run the job again in a few minutes" },
        ...issuerSteps3(known, "If they were not")
      ],
      confirm,
      stop
    };
  },
  page: {
    meaning: "A token is signed with a private key; the issuer publishes the public half under an id (`kid`). Here the id is published, but the signature does not match: a wrong key under the id, a rotation that kept the old id, servers that do not share their key, or a token that was altered.",
    tell: 'The signature is computed on the runner, by the same rule as STS: of several keys with one id the last one counts. If the id is not published at all, see jwks-key-not-found; if two keys share it, jwks-kid-duplicate. STS said "Token signature invalid" for it until mid-2026, and its generic sentence since.'
  }
}), OLDER_KEYS = {
  show: "sentence",
  say: "Most likely STS verified it with an older copy of the keys."
};
function issuerSteps3({ token }, when) {
  return [
    {
      ...when === void 0 ? {} : { when },
      say: "Let the issuer publish the public half of the key that it signs with, under a new `kid`",
      then: "Never use an old `kid` again: caches keep the old key under it."
    },
    ...token?.source === "file" ? [
      {
        say: "See that nothing changed the token in the file: no line break within, nothing cut off, nothing masked"
      }
    ] : [],
    {
      when: "If several servers stand behind the issuer",
      say: "See that all of them sign with the same key"
    }
  ];
}

// src/causes/token-tags-invalid.ts
var SAID6 = /principal_tags passed in claim is not in correct format/i, tokenTagsInvalid = causeOf(["claim", "aws"], {
  id: "token-tags-invalid",
  section: "token",
  atIssuer: !0,
  title: "the session tags in the token have the wrong form",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamSessionTags"],
  explains: ["token-tags-invalid"],
  matches: (failure) => failure.kind === "claim" ? failure.problem === "tags" : isCode(failure, "InvalidIdentityToken") && SAID6.test(failure.message),
  explain: (failure, known) => ({
    headline: failure.kind === "claim" ? `the session tag ${quote(failure.claim, 60)} in the token has the wrong form` : "the session tags in the token have the wrong form",
    shown: failure.kind === "claim" ? [difference2(failure)] : answered2(failure, known),
    steps: [
      {
        say: "Let the issuer write the claim like this, with a list of exactly one string for each tag",
        code: `"${TAGS_CLAIM}": {
  "principal_tags": { "Team": ["engineering"] },
  "transitive_tag_keys": ["Team"]
}`,
        language: "json"
      },
      {
        when: "If the issuer cannot nest claims",
        say: "Let it write one claim for each tag, as a plain string",
        code: `"${TAGS_CLAIM}/principal_tags/Team": "engineering"`,
        language: "json"
      },
      { when: "If nobody uses the tags", say: "Let the issuer leave the claim out" }
    ],
    stop: "Token: session tags"
  }),
  page: {
    meaning: "An issuer may put session tags into its tokens, in the claim `https://aws.amazon.com/tags`. GitHub does not; Auth0, Vault and issuers of your own can be told to. Nested, each tag is a list of exactly one string, even if it has only one value; in the flat form it is a plain string.",
    tell: `Only the form of the claim. If the form is right and STS answers "Not authorized", the trust policy of the role lacks \`${TAG_SESSION}\`.`
  }
}), FORMS = {
  object: "{\u2026}",
  "list-of-one-text": '["\u2026"]',
  "list-of-keys": '["\u2026",\u2026]',
  text: '"\u2026"'
};
function difference2(failure) {
  let { want, got } = ofProblem(failure, "tags");
  return {
    show: "difference",
    wanted: { label: "wanted", value: FORMS[want], at: 0 },
    actual: { label: "token", value: got, at: 0 }
  };
}
function answered2(failure, known) {
  let claim2 = known.token?.claims[TAGS_CLAIM];
  return [
    answer(failure, known),
    ...claim2 === void 0 ? [] : [{ show: "values", values: [{ name: "tags", value: jsonOf(claim2) }] }]
  ];
}

// src/causes/token-timestamp-invalid.ts
var SAID7 = /Invalid timestamp in token claims/i, tokenTimestampInvalid = causeOf(["claim", "aws"], {
  id: "token-timestamp-invalid",
  section: "token",
  atIssuer: !0,
  title: "a time in the token is not in whole seconds",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7519", "iamProvider"],
  explains: ["token-timestamp-invalid"],
  matches: (failure) => failure.kind === "claim" ? failure.problem === "timestamp" : isCode(failure, "InvalidIdentityToken") && SAID7.test(failure.message),
  explain: (failure, known) => ({
    headline: headlineOf5(failure),
    shown: failure.kind === "aws" ? times3(failure, known) : [],
    steps: [
      {
        say: "Let the issuer round its times to whole seconds",
        code: `Math.floor(Date.now() / 1000)  // JavaScript
int(time.time())  # Python`,
        language: "text",
        then: "STS accepts a whole number, or a string of digits: no fraction, no date, no null."
      }
    ],
    confirm: [
      {
        say: "Look at the times of the token",
        code: `jq -R 'split(".")[1] | gsub("-"; "+") | gsub("_"; "/") | @base64d | fromjson | {iat, nbf, exp}' < ${shellWord(known.inputs?.webIdentityTokenFile || "token.jwt")}`,
        language: "sh"
      }
    ],
    stop: `Token: ${failure.kind === "claim" ? quote(failure.claim) : "its times"}`
  }),
  page: {
    meaning: "The claims `iat`, `nbf` and `exp` of a token are numbers of seconds since 1970. RFC 7519 allows fractions; STS does not. Issuers of your own that divide milliseconds by 1000 make such times.",
    tell: "The form of the time is wrong, not the time: a token whose time is over is token-expired, one whose time has not come token-not-yet-valid, one without the claim token-claim-missing."
  }
});
function headlineOf5(failure) {
  if (failure.kind === "aws") return "a time in the token is not a whole number of seconds";
  let { claim: claim2, got } = ofProblem(failure, "timestamp");
  return `the token's ${quote(claim2)} is ${quote(got, 60)}, not a whole number of seconds`;
}
function times3(failure, known) {
  let values = TIME_CLAIMS.flatMap((name) => {
    let value = known.token?.claims[name];
    return value === void 0 ? [] : [{ name, value: jsonOf(value) }];
  });
  return [
    answer(failure, known),
    ...values.length === 0 ? [] : [{ show: "values", values }]
  ];
}

// src/causes/shared/template-doubt.ts
function doubtBlocks(doubt2, known) {
  if (!doubt2) return [];
  let { defaults, unnamed } = doubt2;
  return [
    ...defaults.length > 0 ? [`This assumes ${defaultsText(defaults)}.`] : [],
    ...unnamed ? [`The template does not name ${roleInHeadline(known)}.`] : []
  ].map((say) => ({ show: "sentence", say }));
}
function settlingSteps(doubt2, known) {
  return doubt2 ? [
    {
      say: `Look whether the role has this policy, ${withCredentials(known)}`,
      code: showPolicy(known),
      language: "sh",
      ...doubt2.defaults.length > 0 ? { then: "It has another if the stack was deployed with other parameters." } : {}
    }
  ] : [];
}
function parameterSteps({ inputs }) {
  return (inputs?.trustPolicyParameters ?? "") !== "" ? [] : [
    {
      when: "If a file in the repository has the parameters of the stack",
      say: "Give its path to this step, too",
      code: "trust-policy-parameters: <path>",
      language: "yaml"
    }
  ];
}

// src/causes/trust-policy-differs.ts
var trustPolicyDiffers = causeOf(["aws", "trust-differs"], {
  id: "trust-policy-differs",
  section: "trust",
  title: "STS and the trust policy that was given do not agree",
  severity: ({ kind }) => kind === "aws" ? "error" : "warning",
  retry: "never",
  eventualConsistency: !0,
  certainty: ({ kind }) => kind === "aws" ? "likely" : "certain",
  docs: ["iamRoleTrust", "iamEvaluation", "iamEventualConsistency", "awsVpcEndpoint"],
  matches: (failure, { trust }) => failure.kind === "trust-differs" || isRefusal(failure) && trust?.allowed === !0,
  explain: (failure, known) => ({
    ...failure.kind === "aws" ? explainRefusal(failure, known) : explainAcceptance(failure, known),
    where: { input: "trust-policy" }
  }),
  page: {
    meaning: "The policy given as `trust-policy` was evaluated against the token, and STS said the opposite. STS is the judge: the role in AWS has another policy than the file (not deployed yet, or changed by hand), or something beside the policy denies, or it was changed seconds ago, or there is no such role.",
    tell: "If STS refused, the given policy would have allowed the job, and nothing else explains the answer. If STS signed in, the given policy would not have allowed it: then it is a warning of what happens when the file is deployed."
  }
});
function explainRefusal(failure, known) {
  let given = known.trust?.source ?? { inline: !0 }, source2 = sourceOf(given);
  return {
    headline: `${answererOf(known)} did not let this job assume ${roleInHeadline(known)}, though ${source2} allows it`,
    shown: [answer(failure, known), ...doubtBlocks(known.trust?.doubt, known)],
    steps: [
      {
        ...compareStep(known),
        then: `Most likely it has another policy than the one given. ${noSuchRole2(known)}`
      },
      { when: "If the two differ", ...bringTogether(given) },
      denyStep(known, "If they are the same")
    ],
    otherwise: [
      ...known.trust?.doubt ? parameterSteps(known) : [],
      {
        when: "If the role, its policy or the provider was changed a moment ago",
        ...WAIT_FOR_IAM
      }
    ]
  };
}
function noSuchRole2(known) {
  let there = answererOf(known) === "AWS" ? "in this account" : "there";
  return `${ifMissing(known)}, there is no such role ${there}.`;
}
function explainAcceptance({ source: source2, denial }, known) {
  let given = sourceOf(source2);
  return {
    headline: `${given} would not allow this job: ${roleInHeadline(known)} has another trust policy ${inForce(known)}`,
    shown: [
      ...difference(denial),
      ...denial.condition && !denial.nearest ? [{ show: "sentence", say: `${conditionText(denial.condition)}.` }] : [],
      { show: "sentence", say: "Deploying it would lock this job out." }
    ],
    steps: [
      compareStep(known),
      {
        when: `If the policy ${inForce(known)} is right`,
        say: `Update ${given} before the next deployment`
      },
      {
        when: `If ${given} is right`,
        say: "Deploy it",
        then: "Then this job can no longer assume the role."
      }
    ],
    stop: stopOf(denial)
  };
}
function compareStep(known) {
  return {
    say: `Compare with the policy that the role has, ${withCredentials(known)}`,
    code: showPolicy(known),
    language: "sh"
  };
}

// src/causes/answers.ts
var ANSWERS = {
  "role-arn-invalid": roleArnInvalid,
  "token-malformed": tokenMalformed,
  "token-claim-missing": tokenClaimMissing,
  "token-timestamp-invalid": tokenTimestampInvalid,
  "token-expired": tokenExpired,
  "token-not-yet-valid": tokenNotYetValid,
  "token-audience-mismatch": tokenAudienceMismatch,
  "token-tags-invalid": tokenTagsInvalid,
  "token-signature-invalid": tokenSignatureInvalid,
  "sts-endpoint-unusable": stsEndpointUnusable,
  "sts-throttled": stsThrottled,
  "sts-unavailable": stsUnavailable,
  "sts-region-disabled": stsRegionDisabled,
  "request-invalid": requestInvalid,
  "session-policy-malformed": sessionPolicyMalformed,
  "session-policy-too-large": sessionPolicyTooLarge,
  "role-session-too-long": roleSessionTooLong,
  "provider-parameter": providerParameter,
  "provider-not-found": providerNotFound,
  "provider-thumbprint-mismatch": providerThumbprintMismatch,
  "provider-keys-unretrievable": providerKeysUnretrievable,
  "idp-communication-error": idpCommunicationError,
  "idp-rejected-claim": idpRejectedClaim,
  "token-rejected": tokenRejected,
  "sts-refused": stsRefused,
  "role-not-assumable": roleNotAssumable,
  "trust-policy-differs": trustPolicyDiffers
}, ANSWERED = CAUSE_IDS.flatMap(
  (id) => id in ANSWERS ? [ANSWERS[id]] : []
);

// src/causes/audience-unusual.ts
var audienceUnusual = causeOf("audience-unusual", {
  id: "audience-unusual",
  section: "inputs",
  title: "the audience is not the usual one",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "githubOidcAws"],
  yieldsTo: ["token-rejected", "token-audience-mismatch"],
  matches: () => !0,
  explain: ({ asked, usual }, known) => ({
    headline: `the audience is ${quote(asked, 60)}, not the usual ${quote(usual)}`,
    shown: [
      {
        show: "sentence",
        say: known.session ? "STS accepted it, so the provider lists it." : "STS accepts it only if the OIDC provider lists it and the trust policy asks for the same `aud`."
      }
    ],
    steps: known.session ? acceptedSteps(usual) : [
      {
        when: "If nothing needs another audience",
        say: `Delete \`audience\` from the step: it then asks for ${quote(usual)}`
      },
      addAudienceStep(known, asked)
    ],
    where: { input: "audience" }
  }),
  page: {
    meaning: "The audience (`aud`) says for whom a token is meant. STS accepts a token only if the OIDC provider of the account lists its audience as a client id. The setup in the documentation lists `sts.amazonaws.com` (in China `sts.amazonaws.com.cn`). Another one is not wrong by itself.",
    tell: "A warning from the inputs alone: nothing has refused the token yet. If the token does carry a wrong audience, or STS says so, it is token-audience-mismatch."
  }
});
function acceptedSteps(usual) {
  return [
    { when: "If this audience is meant", say: "Leave it as it is" },
    {
      when: "If nothing needs it",
      say: `Add ${quote(usual)} to the OIDC provider in IAM and to the trust policy of the role, then set it here`,
      ...usualLine(usual)
    }
  ];
}
function usualLine(usual) {
  return { code: `audience: ${oneLine(usual)}`, language: "yaml" };
}

// src/causes/claim-not-expected.ts
var MOST3 = 1e3, MOST_IN_HEADLINE = 60, claimNotExpected = causeOf("claim", {
  id: "claim-not-expected",
  section: "sts",
  link: "token",
  title: "the token does not have the claims that the step expects",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubOidc", "iamConditionKeys"],
  matches: ({ problem }) => problem === "expected",
  explain: (failure, known) => {
    let { token } = known, { claim: claim2, pattern, got } = ofProblem(failure, "expected"), mismatch = { claim: claim2, pattern, got, value: token ? ownMember(token.claims, claim2) : got };
    return {
      headline: headlineOf6(mismatch),
      shown: shownOf(mismatch),
      steps: got === void 0 ? [...missingSteps(mismatch), skipStep(mismatch, known)] : [skipStep(mismatch, known), changeStep(mismatch, got)],
      folded: got === void 0 && token ? [
        {
          title: "Claims that this token has",
          blocks: [
            {
              show: "list",
              points: Object.keys(token.claims).slice(0, 60).map((name) => quote(name))
            }
          ]
        }
      ] : [],
      stop: `Token: ${quote(claim2, MOST_IN_HEADLINE)}`,
      where: { input: "expected-claims" }
    };
  },
  page: {
    meaning: "IAM cannot test all claims of a GitHub token: not the event, not the branch a pull request comes from, not the workflow file. `expected-claims` tests them in the job, before STS is asked. In a pattern `*` stands for any text and `?` for any one character. A claim that is a list matches if one of its elements does; null and objects match no pattern.",
    tell: "No answer of AWS is behind this: it is the check of the step itself. A token that AWS refuses has another cause."
  }
});
function headlineOf6({ claim: claim2, pattern, got, value }) {
  let name = quote(claim2, MOST_IN_HEADLINE), wanted = quote(pattern, MOST_IN_HEADLINE);
  return got === void 0 ? `the token has no claim ${name}; \`expected-claims\` wants ${wanted}` : Array.isArray(value) ? `no element of the claim ${name} matches ${wanted} of \`expected-claims\`` : typeof value == "object" ? `the claim ${name} is not text, so no pattern matches it` : `the claim ${name} is ${quote(got, MOST_IN_HEADLINE)}; \`expected-claims\` wants ${wanted}`;
}
function shownOf({ claim: claim2, pattern, got, value }) {
  return got === void 0 ? [] : !(got.length > MOST_IN_HEADLINE || pattern.length > MOST_IN_HEADLINE) && typeof value != "object" ? [] : [
    {
      show: "values",
      values: [
        { name: "wanted", value: pattern },
        { name: claim2, value: got }
      ]
    }
  ];
}
var OF_GITHUB = ["actor", "base_ref", "event_name", "head_ref", "ref", "ref_type", "repository"];
function skipStep({ claim: claim2, pattern }, known) {
  return {
    when: "If this run may not sign in",
    say: "Keep the job from running, with another trigger or an `if:`",
    ...OF_GITHUB.includes(claim2) && !isWild(pattern) ? jobCondition(known, `github.${claim2} == '${oneLine(pattern, MOST3).replaceAll("'", "''")}'`) : {}
  };
}
function missingSteps({ claim: claim2, pattern }) {
  let correct = {
    say: `Correct the name of the claim ${quote(claim2)} in \`expected-claims\``
  };
  return claim2 !== "environment" || isWild(pattern) ? [correct] : [
    {
      when: "If the job belongs to that environment",
      say: "Name it in the job: without `environment:` the token has no such claim",
      code: `environment: ${oneLine(pattern, MOST3)}`,
      language: "yaml"
    },
    correct
  ];
}
function changeStep({ claim: claim2, value }, got) {
  let when = "If it may", line = oneLine(got, MOST3);
  if (typeof value != "object" && got !== "" && line === got)
    return {
      when,
      say: `Replace the line for ${quote(claim2)} in \`expected-claims\`, and keep the others`,
      code: `${oneLine(claim2)}: ${line}`,
      language: "yaml",
      then: "Every run of the step must then have this value."
    };
  let texts = [value].flat().some((one) => one !== null && typeof one != "object");
  return {
    when,
    say: `Remove the line for ${quote(claim2)} from \`expected-claims\`${texts ? ", or give it a pattern that matches every run of the step" : ""}; keep the others`
  };
}

// src/causes/clock-skew.ts
var clockSkew = causeOf("clock", {
  id: "clock-skew",
  section: "token",
  title: "the clock of this runner is wrong",
  // What it breaks comes after the sign-in.
  link: (_failure, { session }) => session ? "export" : "token",
  severity: (failure) => isTooFar(failure) ? "error" : "warning",
  retry: "never",
  certainty: (failure, { run }) => clocksAgree(failure, run) ? "certain" : "likely",
  docs: ["githubSelfHosted", "awsSignature"],
  // Signing in does not look at the runner's clock, so that STS's yes says nothing about it; later steps suffer.
  stands: !0,
  matches: () => !0,
  explain: (failure, { run }) => {
    let agreed = clocksAgree(failure, run);
    return {
      headline: headlineOf7(failure, agreed),
      shown: agreed ? agreedBlocks(failure) : doubtBlocks2(failure, run),
      steps: agreed ? [fixStep(run)] : [compareFirst, { ...fixStep(run), when: "If this runner is the one that is wrong" }],
      otherwise: [
        {
          when: "If the runner is a container or virtual machine",
          say: "Set the clock of its host: it uses that one"
        }
      ],
      confirm: agreed ? [COMPARE_CLOCKS] : [],
      folded: agreed ? [] : [{ title: "What a wrong clock does", blocks: [effect(failure)] }],
      stop: "Clock of this runner"
    };
  },
  page: {
    meaning: 'The runner and the servers that it spoke to do not agree about the time. Signing in by OIDC does not use the clock of the runner. But past 5 minutes AWS refuses the signed requests of later steps ("Signature expired", "RequestTimeTooSkewed"), and credentials seem to live too long or too short.',
    tell: `A finding by itself, measured at the Date headers of the answers. It is a warning from ${IN_WORDS.clockTolerance} on and an error past ${IN_WORDS.signatureSkew}. A wrong clock of the issuer shows as token-not-yet-valid or token-expired instead.`
  }
});
function isTooFar({ skewSeconds }) {
  return Math.abs(skewSeconds) > 300;
}
function clocksAgree({ samples, skewSeconds }, run) {
  return samples.every(
    (one) => Math.abs(one.skewSeconds - skewSeconds) <= 60
  ) && peersOf(samples).length > 1 && !areOneMachine(samples, run);
}
function areOneMachine(samples, { serverUrl }) {
  return !isGitHubCloud(serverUrl) && !peersOf(samples).includes("sts");
}
function headlineOf7({ skewSeconds, samples }, agreed) {
  let size = duration(Math.abs(skewSeconds));
  return agreed ? `the clock of this runner is ${size} ${side(skewSeconds)}` : `the clock of this runner differs from ${peersOf(samples).length < 2 ? "one server's clock" : "the servers' clocks"} by ${size}`;
}
function side(skewSeconds) {
  return skewSeconds > 0 ? "behind" : "ahead";
}
function agreedBlocks(failure) {
  return [
    {
      show: "sentence",
      say: `Measured against ${list(peersOf(failure.samples))}.`
    },
    effect(failure)
  ];
}
function effect(failure) {
  return {
    show: "sentence",
    say: `Signing in does not use this clock, but ${isTooFar(failure) ? "" : `past ${IN_WORDS.signatureSkewMinutes} `}AWS refuses the signed requests of later steps ("RequestTimeTooSkewed").`
  };
}
function doubtBlocks2({ samples }, run) {
  let because = peersOf(samples).length < 2 ? "Only one server has told its time, and it may be wrong." : areOneMachine(samples, run) ? "Both are the same GitHub server, which may be wrong." : "The servers disagree, so one of them may be wrong instead.";
  return [
    { show: "values", values: [...new Map(samples.map((one) => [one.peer, one])).values()].map(
      ({ peer, skewSeconds }) => ({ name: `by ${peer}`, value: offText(skewSeconds) })
    ) },
    { show: "sentence", say: because }
  ];
}
function offText(skewSeconds) {
  return skewSeconds === 0 ? "right" : `${duration(Math.abs(skewSeconds))} ${side(skewSeconds)}`;
}
var compareFirst = {
  ...COMPARE_CLOCKS,
  then: "If both times are the same, the clock of this runner is right."
};
function fixStep({ selfHosted }) {
  return selfHosted ? {
    say: "Turn on NTP on the machine of the runner",
    ...TURN_ON_NTP
  } : { say: "Run the job again: a hosted runner gets a new machine" };
}
function peersOf(samples) {
  return [...new Set(samples.map(({ peer }) => peer))];
}

// src/causes/credentials-special-characters.ts
var credentialsSpecialCharacters = causeOf("special-characters", {
  id: "credentials-special-characters",
  section: "sts",
  link: "export",
  title: "every secret key had special characters in it",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole", "githubEnvironmentFiles"],
  matches: () => !0,
  explain: ({ tries }) => ({
    headline: `each of ${tries} secret keys from STS had special characters in it`,
    shown: [
      {
        show: "sentence",
        say: "`special-characters-workaround` asks for a key without `+` and `/`. It is chance whether one comes."
      }
    ],
    steps: [
      {
        say: "Run the job again",
        then: "About one secret key in four has letters and digits only."
      },
      {
        when: "If this happens often",
        say: 'Remove the workaround, and put the key in quotes wherever a shell reads it (`"$AWS_SECRET_ACCESS_KEY"`)',
        code: "special-characters-workaround: false",
        language: "yaml"
      }
    ],
    stop: "Secret key",
    where: { input: "special-characters-workaround" }
  }),
  page: {
    meaning: "AWS makes secret keys of 40 characters: letters, digits, `+` and `/`. Some tools cannot handle the last two, and `special-characters-workaround` asks STS for one session after the other until a key has none. After 12 it gives up, because each of them counts against the limits of STS. Nothing was exported.",
    tell: "It comes from that input alone. Role, token and issuer are right: STS signed the job in each time."
  }
});

// src/model/input.ts
var NO_ROLE2 = "none";
function asksForRole({ role, roles }) {
  return role !== void 0 || roles.length > 0;
}

// src/causes/deadline-exceeded.ts
var ROOM_SECONDS = 300, deadlineExceeded = causeOf("deadline", {
  id: "deadline-exceeded",
  section: "sts",
  link: linkOf,
  title: "the step timed out",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsStatus", "githubStatus"],
  matches: () => !0,
  explain: (deadline, known) => {
    let link = linkOf(deadline, known);
    return {
      headline: `the step timed out after ${duration(deadline.seconds)}, while it waited ${deadline.running.length === 0 ? "to try again" : `for ${PEERS[link]}`}`,
      shown: shownOf2(deadline),
      steps: stepsFor2(deadline, known),
      otherwise: [
        {
          when: "To fail sooner, with the first cause",
          say: "Allow fewer attempts",
          code: "retry-max-attempts: 3",
          language: "yaml"
        }
      ],
      stop: `Timed out: ${PEERS[link]}`,
      where: { input: "action-timeout-s" }
    };
  },
  page: {
    meaning: "The step has a deadline of its own (`action-timeout-s`), so that a service that never answers cannot hold the job for hours. It was reached before the sign-in was done. Nothing was exported.",
    tell: "The finding names what was under way at the deadline, and how the last attempt before it failed. The log has one line for each attempt that failed before, with its cause."
  }
}), LINKS = {
  token: "token",
  issuer: "issuer",
  "jwks-past-caches": "issuer",
  sts: "sts",
  "existing-credentials": "sts"
}, PEERS = {
  token: "the ID token",
  issuer: "the issuer",
  sts: "STS"
};
function linkOf({ running }, { token, inputs }) {
  let links = running.map(({ of }) => LINKS[of]), found = ["sts", "token", "issuer"].find((link) => links.includes(link));
  return found !== void 0 ? found : token === void 0 ? "token" : inputs && !asksForRole(inputs) ? "issuer" : "sts";
}
function shownOf2({ running, last }) {
  let points = [
    ...running.length === 0 ? [] : [`still under way: ${list(running.map(taskName))}`],
    ...last ? [`last failure: ${quote(last.cause)}, ${quote(answerText(last.failure), 120)}`] : []
  ];
  return points.length === 0 ? [] : [{ show: "list", points }];
}
function stepsFor2({ seconds, last }, { run }) {
  return [
    ...last ? [
      {
        say: `Do what the page of ${quote(last.cause)} says`,
        code: causePage(last.cause, run),
        language: "url"
      }
    ] : [],
    ...seconds < ROOM_SECONDS ? [
      {
        say: "Give the step more time",
        code: `action-timeout-s: ${Math.min(ROOM_SECONDS, Math.max(60, seconds * 2))}`,
        language: "yaml"
      }
    ] : [],
    {
      say: 'Open "What was seen" in the job summary, and see where the time went',
      then: "A successful sign-in takes a second or two. What takes longer waits for a service that does not answer, or was retried."
    }
  ];
}

// src/causes/discovery-field-missing.ts
var discoveryFieldMissing = causeOf("discovery-field", {
  id: "discovery-field-missing",
  section: "issuer",
  atIssuer: !0,
  title: "the discovery document lacks a field that AWS needs",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider"],
  explains: NO_KEY_ANYWHERE,
  matches: ({ fields }) => fields.every(({ problem }) => problem !== "differs"),
  explain: ({ url, fields }) => ({
    headline: fieldsHeadline(fields),
    shown: [
      ...wrongValues(fields),
      {
        show: "sentence",
        say: `${consequence(fields)}, STS says that it could not retrieve the verification key.`
      }
    ],
    steps: [fieldStep(url, fields)],
    confirm: [lookAgain(url)],
    stop: stopAt("discovery")
  }),
  page: {
    meaning: "AWS documents that the discovery document must hold issuer, jwks_uri, response_types_supported, subject_types_supported and id_token_signing_alg_values_supported. Issuers that were made for something else than OpenID Connect login often leave some out. `jwks_uri` has to be an https URL.",
    tell: "The missing fields stand in the finding, with a value that fits. If `issuer` is there but says something else than the token, see discovery-issuer-mismatch."
  }
}), isMissing = ({ problem }) => problem === "missing";
function fieldsHeadline(fields) {
  let whose = "the issuer's discovery document", [first] = fields;
  return fields.every(isMissing) ? `${whose} lacks ${list(fields.map(({ field }) => field))}` : fields.length > 1 || !first ? `${whose} lacks ${fields.length} fields that AWS needs, or has them wrong` : first.problem === "not-https" ? `${quote(first.field)} in ${whose} is not an https URL` : `${quote(first.field)} in ${whose} has the wrong type`;
}
function consequence(fields) {
  return fields.every(isMissing) ? fields.length === 1 ? "Without it" : "Without them" : "With that";
}
function wrongValues(fields) {
  return fields.every(isMissing) ? [] : [{ show: "values", values: fields.map((one) => ({
    name: one.field,
    value: isMissing(one) ? "(missing)" : one.got
  })) }];
}
function fieldStep(url, fields) {
  let verb = fields.every(isMissing) ? "Add" : fields.some(isMissing) ? "Put" : "Correct", lines = fields.length === 1 ? "this line" : `these ${fields.length} lines`;
  return {
    say: `${verb} ${lines} ${verb === "Add" ? "to" : verb === "Put" ? "into" : "in"} ${quote(url)}`,
    code: sanitise(fields.map(({ field, want }) => `"${field}": ${want}`).join(`,
`)),
    language: "json",
    ...fields.some(isAboutKeys) ? { then: WHERE_KEYS_ARE } : {}
  };
}
function isAboutKeys({ field }) {
  return field === "jwks_uri";
}
var WHERE_KEYS_ARE = "For `jwks_uri`, put the URL at which the issuer really serves its keys.";

// src/aws/addresses.ts
var import_ipaddr = __toESM(require_ipaddr(), 1), PRIVATE_USE = ["private", "uniqueLocal"], UNROUTED = [
  ...PRIVATE_USE,
  "loopback",
  "linkLocal",
  "carrierGradeNat",
  "unspecified"
];
function isIn(address, ranges) {
  return import_ipaddr.default.isValid(address) && ranges.includes(import_ipaddr.default.process(address).range());
}
function isPrivateUse(address) {
  return isIn(address, PRIVATE_USE);
}
function isAddress(host) {
  return /^[\d.]+$|:/.test(host);
}
var INTERNAL = /\.(local|internal|svc|lan|localhost|home\.arpa)\.?$/i;
function isInternalName(host) {
  return host === "" || host.includes(":") || import_ipaddr.default.isValid(host) ? !1 : !host.replace(/\.$/, "").includes(".") || INTERNAL.test(host);
}

// src/causes/discovery-issuer-mismatch.ts
var discoveryIssuerMismatch = causeOf("discovery-field", {
  id: "discovery-issuer-mismatch",
  section: "issuer",
  atIssuer: !0,
  title: "the discovery document and the token name different issuers",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider", "oidcCore"],
  explains: [...NO_KEY_ANYWHERE, "token-rejected"],
  matches: ({ fields }) => fields.some(({ problem }) => problem === "differs"),
  explain: ({ url, fields }, known) => {
    let { want = "", got = "" } = fields.find(({ problem }) => problem === "differs") ?? {}, at = commonLength(want, got), change = {
      when: "If the tokens are to change instead",
      say: "Create a provider for the new URL in IAM",
      code: createProvider(known, got),
      language: "sh"
    };
    return {
      headline: `the discovery document and the token name different issuers: ${describeDifference(want, got)}`,
      shown: [
        {
          show: "difference",
          wanted: { label: "token", value: want, at },
          actual: { label: "document", value: got, at }
        }
      ],
      steps: [
        {
          say: "Set the public URL in the issuer's own settings, so that the document names the issuer of the tokens",
          code: `"issuer": ${sanitise(JSON.stringify(want))}`,
          language: "json"
        },
        // IAM has no provider of another scheme, and no use for one of a name that AWS cannot resolve.
        .../^https:\/\//i.test(got) && !isHidden(got, known) ? [change] : []
      ],
      confirm: [lookAgain(url)],
      stop: stopAt("discovery")
    };
  },
  page: {
    meaning: "An issuer has one name, its URL. It stands in the token (`iss`), in the discovery document (`issuer`) and in the provider in IAM, and has to be the same everywhere, character by character, down to the last slash (OpenID Connect Discovery, section 4.3).",
    tell: "The finding says how the two differ. Only a slash: a setting of the issuer. http and https: the issuer is behind a proxy that terminates TLS, and does not know its own public URL. Another host: a move, or two environments mixed up."
  }
});
function describeDifference(want, got) {
  let bare = (url) => url.replace(/\/+$/, ""), scheme = (url) => url.replace(/^https?:/i, "");
  return bare(want) === bare(got) ? "only a trailing slash differs" : scheme(bare(want)) === scheme(bare(got)) ? "`http` in place of `https`" : want.toLowerCase() === got.toLowerCase() ? "only the letter case differs" : authorityOf(want).toLowerCase() === authorityOf(got).toLowerCase() ? "the path differs" : "the host differs";
}
function isHidden(url, known) {
  return answererOf(known) === "AWS" && isInternalName(hostOf(url));
}

// src/aws/tls-codes.ts
var DATES = ["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"], NAME2 = ["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH"], CHAIN = /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)/, VERIFICATION = /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/, WEAK = /_KEY_TOO_SMALL$|_MD_TOO_WEAK$|^INVALID_PURPOSE$/;
function isCertificateCode(code) {
  return VERIFICATION.test(code);
}
function isNotTlsCode(code) {
  return code === "EPROTO" || code.startsWith("ERR_SSL_");
}
function certificateProblem(code) {
  return DATES.includes(code) ? "dates" : NAME2.includes(code) ? "name" : CHAIN.test(code) ? "chain" : isCertificateCode(code) || WEAK.test(code) ? "authority" : void 0;
}

// src/causes/shared/network.ts
function isProxy({ phase }) {
  return phase === "proxy";
}
function isRefusedByProxy({ proxyStatus = 0 }) {
  return proxyStatus >= 400 && !isPassing({ status: proxyStatus });
}
function proxySource({ inputs }) {
  let { source: source2 = "HTTPS_PROXY" } = inputs?.proxy ?? {};
  return source2 === "http-proxy" ? "the input `http-proxy`" : `${quote(source2)} of the runner`;
}
var IF_SET = "after a comma if `NO_PROXY` has a value already";
function aroundProxy(host, what) {
  return {
    when: `If this runner may reach ${what} without the proxy`,
    say: `Exclude its host from the proxy, in the environment of the runner, ${IF_SET}`,
    code: `NO_PROXY=${shellWord(host)}`,
    language: "sh",
    then: "The input `no-proxy`, if set, counts in its place."
  };
}
function errorValue({ code, detail }) {
  let said2 = withoutLogin(detail);
  return {
    name: "error",
    value: said2.includes(code) ? said2 : `${code}: ${said2}`.replace(/: $/, "")
  };
}
function withoutLogin(detail) {
  return detail.replace(/\/\/[^@\s/]*@/g, "//");
}
function wantsLogin({ proxyStatus }) {
  return proxyStatus === 407 || proxyStatus === 401;
}
function networkValues(failure) {
  let { code, proxy, certificates } = failure, [leaf] = isCertificateCode(code) && !isProxy(failure) ? certificates : [], error = errorValue(failure);
  return {
    show: "values",
    values: [
      { name: "proxy", value: proxy },
      { name: "subject", value: leaf?.subject },
      { name: "issuer", value: leaf?.issuer },
      // What Node advises after a semicolon trusts more than is asked for.
      { name: error.name, value: error.value.split("; ")[0] }
    ].flatMap(({ name, value }) => value ? [{ name, value }] : [])
  };
}

// src/causes/shared/issuer-http.ts
var MOST_OF_BODY = 80;
function retryOfStatus({ status }) {
  return status === 429 ? "throttled" : isPassing({ status }) ? "transient" : "never";
}
function bodyValues(excerpt) {
  let value = oneLine(excerpt, MOST_OF_BODY);
  return value === "" ? [] : [{ name: "body", value }];
}
function explainUnavailable(failure, known) {
  let { url, status, headers, excerpt, peer } = failure, meant = describeStatus(failure), server = headers.server ?? "", blocks = [
    {
      show: "values",
      values: [
        { name: "URL", value: url },
        ...server === "" ? [] : [{ name: "server", value: server }],
        ...bodyValues(excerpt)
      ]
    }
  ];
  return {
    headline: `the issuer does not serve its ${documentName(peer)}: HTTP ${status}`,
    shown: meant === "" ? blocks : [...blocks, { show: "sentence", say: meant }],
    steps: stepsFor3(failure, known),
    confirm: [
      ...peer === "jwks" && status === 404 ? [lookAtNamedKeys(known)] : [],
      lookFromOutside(url, known)
    ],
    stop: stopAt(peer)
  };
}
function isFirewall({ status, headers, excerpt }) {
  return status === 403 && isHtml(excerpt, headers["content-type"]);
}
function describeStatus(failure) {
  let { status } = failure;
  return isFirewall(failure) ? "A web application firewall or bot protection answers like this." : status === 401 || status === 403 ? "STS sends no credentials: both documents must be public." : status === 404 ? "" : status === NETWORK_LOGIN ? "The network of this runner wants a login: the issuer was not reached." : status === PROXY_LOGIN ? "A proxy says so, and wants a login: the issuer itself was not reached." : status === 429 ? "It throttles STS too, which asks on behalf of all your jobs." : isPassing(failure) ? "The server, or a load balancer in front of it, has a fault." : "STS needs HTTP 200.";
}
function stepsFor3(failure, known) {
  let { status, peer, url } = failure, path = quote(pathOf(url) || "/");
  return isFirewall(failure) ? [
    {
      say: `Exempt ${path} from the firewall, bot protection and country rules, for all callers`,
      then: "STS publishes no list of addresses that it comes from, and solves no challenge."
    }
  ] : status === 401 || status === 403 ? [
    {
      say: `Make ${path} readable by everybody, without any sign-in`,
      then: "It holds nothing secret."
    }
  ] : status === 404 ? peer === "jwks" ? KEYS_NOT_FOUND : discoveryNotFound(path, known) : status === 429 ? throttledSteps(path) : status === NETWORK_LOGIN ? [{ say: `Let this runner connect to ${quote(authorityOf(url), 60)} without a login` }] : status === PROXY_LOGIN ? proxySteps(path, known) : isPassing(failure) ? [
    { say: "Run the job again: a fault of the server may have passed" },
    {
      when: "If it fails again",
      say: `Look for ${path} in the logs of the issuer and of the load balancer in front of it`
    }
  ] : [{ say: `Serve the ${documentName(peer)} at ${path} with status 200` }];
}
function throttledSteps(path) {
  return [
    { say: `Raise the limit for ${path}, or serve it from a cache before the limit is counted` },
    {
      say: "Allow caching of the answer with this header, so that STS asks less often",
      ...ALLOW_CACHING
    }
  ];
}
function proxySteps(path, known) {
  return [
    {
      when: "If this runner goes through a proxy",
      say: `Correct ${proxySource(known)}: host, port, user name and password`
    },
    {
      when: "If it does not",
      say: `Make ${path} readable by everybody, past the proxy in front of the issuer`
    }
  ];
}
var KEYS_NOT_FOUND = [
  { say: "Correct `jwks_uri` in the discovery document: it names that URL" },
  { when: "If that URL is the right one", say: "Correct the route of the server" }
];
function discoveryNotFound(path, known) {
  return [
    {
      say: `Serve the discovery document at ${path}`,
      then: `Its place is fixed: \`iss\` of the token (${quote(issuerKnown(known))}) followed by \`${WELL_KNOWN}\`.`
    },
    {
      when: "If the issuer is configured under another URL, and the document is there",
      say: "Let the tokens have that URL in `iss`, and give the provider in IAM the same URL"
    }
  ];
}
function lookAtNamedKeys(known) {
  return {
    say: "Look at what the discovery document names as `jwks_uri`",
    code: curlBody(known.issuer?.discovery.url ?? discoveryUrl(issuerKnown(known))),
    language: "sh"
  };
}

// src/causes/shared/issuer-document.ts
var NO_REDIRECTS = "It is not known whether STS follows redirects; this action does not follow them.";
function explainRedirected({ url, status, headers, peer }) {
  let target = resolveLocation(headers.location ?? "", url), login = isLogin(target);
  return {
    headline: `the issuer redirects instead of serving its ${documentName(peer)}: HTTP ${status}`,
    shown: [
      {
        show: "values",
        values: [
          { name: "URL", value: url },
          ...target === "" ? [] : [{ name: "leads to", value: target }]
        ]
      },
      {
        show: "sentence",
        say: login ? "The target looks like a login page." : "STS needs HTTP 200 at this very URL."
      }
    ],
    steps: redirectSteps({ url, peer, target, login }),
    confirm: [{ say: "Look at the answer again", code: curlHeaders(url), language: "sh" }],
    stop: stopAt(peer)
  };
}
function isLogin(target) {
  return /login|signin|sign_in|sso|auth/i.test(target);
}
function redirectSteps({ url, peer, target, login }) {
  let exempt = {
    say: `Exempt ${quote(pathOf(url) || "/")} from redirects that add or drop a slash or \`www.\`, or lead to a login page`
  };
  if (peer !== "jwks" || target === "")
    return [
      {
        say: `Serve the ${documentName(peer)} at ${quote(url)} itself, with status 200`,
        then: "In a reverse proxy, pass the path on (`proxy_pass`, `rewrite`) instead of redirecting."
      },
      exempt
    ];
  let name = {
    say: "Name the final URL in the discovery document",
    code: `"jwks_uri": ${sanitise(JSON.stringify(oneLine(target, 500)))}`,
    language: "json"
  };
  return login ? [exempt, { ...name, when: "If the target serves the keys" }] : [name, exempt];
}
var PROBLEMS = {
  "not-json": "is not JSON",
  "not-an-object": "is JSON, but not an object `{\u2026}`",
  "no-keys": "has no array `keys` of objects",
  "too-large": `is larger than ${IN_WORDS.largestDocument}, or holds more than ${IN_WORDS.mostPublished} keys`,
  "no-token": "is not what was asked for"
};
function explainMalformed(failure, known) {
  let { url, problem, contentType, excerpt, peer, status } = failure, html = problem === "not-json" && isHtml(excerpt, contentType), values = [
    { name: "URL", value: url },
    { name: "answer", value: `HTTP ${status}, ${contentType || "no content type"}` },
    ...bodyValues(excerpt)
  ];
  return {
    headline: html ? `the issuer serves a web page as its ${documentName(peer)}` : `what the issuer serves as its ${documentName(peer)} ${PROBLEMS[problem]}`,
    shown: [
      { show: "values", values },
      ...html ? [
        {
          show: "sentence",
          say: "Usually a login or error page."
        }
      ] : []
    ],
    steps: [html ? insteadOfPage(url) : documentForm(peer)],
    confirm: [
      { say: "Look at the whole document", code: curlBody(url), language: "sh" },
      lookFromOutside(url, known)
    ],
    stop: stopAt(peer)
  };
}
function insteadOfPage(url) {
  return {
    say: `Let the server answer ${quote(url)} with the document itself, before login and before the catch-all route of the app`
  };
}
function documentForm(peer) {
  return peer === "jwks" ? {
    say: "Serve a JSON Web Key Set: a JSON object of this form, and nothing around it",
    code: '{"keys":[{"kty":"RSA","kid":"\u2026","use":"sig","alg":"RS256","n":"\u2026","e":"AQAB"}]}',
    language: "json"
  } : {
    say: "Serve the discovery document as one JSON object with this header, and nothing around it (no byte order mark, no comment)",
    code: "Content-Type: application/json",
    language: "http"
  };
}

// src/causes/discovery-malformed.ts
var discoveryMalformed = causeOf("document", {
  id: "discovery-malformed",
  section: "issuer",
  atIssuer: !0,
  title: "the discovery document is not a JSON object",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider"],
  explains: NO_KEY_ANYWHERE,
  matches: ({ peer }) => peer === "discovery",
  explain: explainMalformed,
  page: {
    meaning: "The discovery document has to be one JSON object. Something else was served with status 200: usually a web page, such as a login page, or an app that answers every path with its start page.",
    tell: "The content type and the first characters stand in the finding. A JSON object that lacks fields is discovery-field-missing; an error status is discovery-unavailable."
  }
});

// src/causes/jwks-not-cacheable.ts
var jwksNotCacheable = causeOf("cache", {
  id: "jwks-not-cacheable",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer forbids caching of its keys",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["rfc9111", "gitlabCache", "repostInvalidToken"],
  explains: NO_KEY,
  matches: ({ peer, freshness }) => peer === "jwks" && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    headline: `the issuer forbids caching of its keys (${quote(freshness.prevents ? cacheBarText(freshness.prevents) : header, 60)})`,
    shown: [
      { show: "code", code: headerLines(header, freshness), language: "http" },
      {
        show: "sentence",
        say: "STS then fetches the keys at every sign-in. Many jobs at once can overload the issuer, and some of them fail."
      }
    ],
    steps: [
      {
        ...sendCacheHeader(url),
        then: "Publish a new key at least an hour before you sign with it: caches hold the old list for as long."
      },
      {
        say: "Remove `no-cache`, `no-store`, `private`, `max-age=0`, `Pragma: no-cache` and a past `Expires` from that answer"
      }
    ],
    confirm: [lookAtHeaders(url)],
    stop: stopAt("jwks")
  }),
  page: {
    meaning: `STS caches the keys of an issuer only where the issuer allows it, and AWS recommends to allow it. Without that, jobs that sign in at the same time make STS ask the issuer once each: it slows down or throttles, and sign-in fails now and then with "Couldn't retrieve verification key".`,
    tell: "The header of the JWKS itself says it: this is a fact, not a guess. That the next failure is due to it can only be told then."
  }
});
function isNotCacheable({ storable, prevents }) {
  return !storable || prevents !== void 0;
}
function headerLines(header, { prevents }) {
  let other = prevents && prevents.header !== "cache-control" ? [cacheBarText(prevents)] : [];
  return [
    ...header === "" && other.length > 0 ? [] : [`Cache-Control: ${header}`],
    ...other
  ].join(`
`);
}

// src/causes/discovery-not-cacheable.ts
var discoveryNotCacheable = causeOf("cache", {
  id: "discovery-not-cacheable",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer forbids caching of its discovery document",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["rfc9111", "gitlabCache"],
  matches: ({ peer, freshness }) => peer === "discovery" && isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    headline: `the issuer forbids caching of its discovery document (${quote(freshness.prevents ? cacheBarText(freshness.prevents) : header, 60)})`,
    shown: [
      { show: "code", code: headerLines(header, freshness), language: "http" },
      { show: "sentence", say: "Each fetch costs the issuer one more request; it breaks nothing." }
    ],
    steps: [sendCacheHeader(url)],
    confirm: [lookAtHeaders(url)],
    stop: stopAt("discovery")
  }),
  page: {
    meaning: "The discovery document rarely changes, so there is no reason to forbid caching. If caching is forbidden, each reader asks the issuer twice: for this document, then for the keys. AWS asks for caching of the keys only; for this document it merely saves requests.",
    tell: "The header of the answer says it. The same for the keys weighs more, and is jwks-not-cacheable."
  }
});

// src/causes/discovery-redirected.ts
var discoveryRedirected = causeOf("http", {
  id: "discovery-redirected",
  section: "issuer",
  atIssuer: !0,
  title: "the discovery document is redirected",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "iamProvider"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === "discovery" && isRedirect(failure),
  explain: explainRedirected,
  page: {
    meaning: `The discovery document has to be served at exactly \`<issuer>${WELL_KNOWN}\`, with status 200. The server redirects instead, mostly to add a slash or \`www.\`, to another host after a move, or to a login page. ${NO_REDIRECTS}`,
    tell: "The finding shows the status and the target. A target that looks like a login says that the path is protected. If the keys are redirected instead, see jwks-redirected."
  }
});

// src/causes/discovery-unavailable.ts
var discoveryUnavailable = causeOf("http", {
  id: "discovery-unavailable",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer does not serve its discovery document",
  severity: "error",
  retry: retryOfStatus,
  certainty: "certain",
  docs: ["oidcDiscovery", "repostInvalidToken", "iamProvider"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === "discovery" && !isRedirect(failure),
  explain: explainUnavailable,
  page: {
    meaning: `Every issuer publishes a small JSON document at \`<issuer>${WELL_KNOWN}\`, which names where its keys are. STS begins there. The server answered, but with an error.`,
    tell: "404: the path is wrong, or the issuer is configured under another URL. 401 or 403: the path is protected; with a web page in the body, by a web application firewall. 429: the issuer throttles its callers, STS among them. 5xx: a fault of the server. A redirect is discovery-redirected; a 200 that cannot be read is discovery-malformed."
  }
});

// src/causes/event-not-told-apart.ts
var CLAIM = "event_name", eventNotToldApart = causeOf("event-not-told-apart", {
  id: "event-not-told-apart",
  section: "inputs",
  link: "role",
  title: "a pull request signed in with the subject of a branch",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["githubPullRequestTarget", "githubPwnRequests", "githubOidc", "awsProviderClaims"],
  matches: () => !0,
  explain: ({ branch }, known) => ({
    headline: `a pull request's token has the \`sub\` of a push to ${quote(branch, 60)}`,
    shown: [
      {
        show: "values",
        values: [
          { name: CLAIM, value: PULL_REQUEST_TARGET },
          { name: "sub", value: known.token?.subject ?? "" }
        ]
      },
      {
        show: "sentence",
        say: `If this job runs code of the pull request, that code can use ${roleInHeadline(known)}.`
      }
    ],
    steps: [
      {
        when: "If pull requests need no AWS",
        say: "Skip this step for them, and each later one that needs AWS",
        ...stepCondition(known, `github.event_name != '${PULL_REQUEST_TARGET}'`)
      },
      {
        when: "If only pushes may sign in here",
        ...expectStep(known, "push"),
        then: "This step then fails for every other event. The role itself still accepts them."
      },
      {
        when: "If pull requests need AWS",
        say: "Give the job an environment of its own, with required reviewers, and a role of its own that may only read",
        code: "environment: pull-requests",
        language: "yaml",
        then: `${quote("sub")} then ends in ${quote(":environment:pull-requests")}: a policy for the branch alone refuses it.${branchRuleNote(branch, known)}`
      }
    ],
    otherwise: [...environmentSteps(branch, known), meantStep(known)],
    where: "step"
  }),
  page: {
    meaning: "A workflow for `pull_request_target` runs for pull requests, those from forks too, with the rights of the repository. Its token names the branch that the workflow runs on, as for a push: `sub` is `repo:OWNER/REPO:ref:refs/heads/main`. Only the claim `event_name` differs, and IAM has no condition key for it. So each role for the branch accepts such a run. As long as the job runs no code of the pull request, only the workflow file of the branch uses the role. But a job that checks that code out and builds, tests or installs it hands the role to whoever opened the pull request.",
    tell: "Told only if the sign-in succeeded, and nothing tells the event apart: no `environment:` in the job, no template of the subject, no claim such as `job_workflow_ref` in the trust policy that was given, no `event_name` in `expected-claims`. The event `pull_request` has a `sub` of its own, `\u2026:pull_request`: see trust-subject-pull-request."
  }
});
function branchRuleNote(branch, { run }) {
  return isGitHubCloud(run.serverUrl) ? ` A branch rule of the environment does not help: it sees ${quote(branch, 60)}, too.` : "";
}
function expectStep({ inputs }, event) {
  let line = `${CLAIM}: ${event}`;
  return (inputs?.expectedClaims ?? []).length > 0 ? { say: "Add this line to `expected-claims`", code: line, language: "yaml" } : { say: "Add this to the step", code: `expected-claims: |
  ${line}`, language: "yaml" };
}
function environmentSteps(branch, { token }) {
  let own2 = repositoryPart(token?.subject ?? "");
  if (own2 === void 0) return [];
  let lines = [`ref:refs/heads/${branch}`, "environment:<name>"].map(
    (end) => JSON.stringify(`${oneLine(own2)}:${oneLine(end)}`)
  );
  return [
    {
      when: "To keep the role from all pull requests",
      say: "Give the jobs that may use it an `environment:`, and allow that one in the trust policy in place of the branch",
      code: `-${lines[0]}
+${lines[1]}`,
      language: "diff",
      then: "No job that runs for pull requests may name that environment."
    }
  ];
}
function meantStep(known) {
  return {
    when: "If only pull requests use this step, and the job runs none of their code",
    ...expectStep(known, PULL_REQUEST_TARGET),
    then: "This warning then stays away, and the step fails for every other event."
  };
}

// src/causes/shared/input-example.ts
function inputExample({ input, given, want, line }) {
  if (line !== void 0 && want.form !== "role-line") return "";
  let text = givenText(given);
  switch (want.form) {
    case "whole": {
      let number = Number.parseInt(text, 10), within = Math.min(want.most, Math.max(want.least, number));
      return Number.isNaN(number) ? "" : `${input}: ${within}`;
    }
    case "boolean": {
      let meant = BOOLEANS.find(([words]) => words.test(text))?.[1];
      return meant === void 0 ? "" : `${input}: ${meant}`;
    }
    case "one-of": {
      let meant = want.values.find((value) => value === text.toLowerCase());
      return meant === void 0 ? "" : `${input}: ${meant}`;
    }
    case "region":
      return `aws-region: ${regionIn(text) ?? "eu-west-1"}`;
    case "listed-region":
      return `aws-region: ${isNear(text, want.nearest) ? want.nearest : "eu-west-1"}`;
    case "https-url":
    case "https-or-loopback-url":
      return /^http:\/\//i.test(text) ? `${input}: ${oneLine(text.replace(/^http/i, "https"))}` : "";
    case "session-name":
      return nameLine(input, cleanSessionName(text));
    case "profile-name":
      return nameLine(input, text.replace(/[^\w.@-]+/g, "-").slice(0, 64));
    case "account-ids":
      return `${input}: '<12-digit account>,<12-digit account>'`;
    case "claim-pattern":
      return `${input}: |
  event_name: push`;
    case "policy-arn":
      return `${input}: |
  arn:aws:iam::<account>:policy/<name>`;
    case "proxy":
      return want.variable ? "" : `${input}: http://<host>:<port>`;
    case "dollar-arn":
      return text.length > 1 ? `${input}: ${oneLine(text.slice(1), 2048)}` : "";
    case "role-arn":
      return `${input}: ${roleOfSession(text) ?? `arn:${oneLine(want.partition)}:iam::<account>:role/<name>`}`;
    case "unquoted-arn":
      return `${input}: ${oneLine(want.arn, 2048)}`;
    case "role-of-profile":
      return `${input}: arn:aws:iam::<account>:role/<name>`;
    case "profile-to-renew":
      return "aws-profile: <name>";
    case "role-line":
    case "some-roles":
      return `${input}: |
  <name>: arn:aws:iam::<account>:role/<name>`;
    case "policy-of-parameters":
      return "trust-policy: template.yaml";
    default:
      return "";
  }
}
var BOOLEANS = [
  [/^(true|yes|y|on|1)$/i, !0],
  [/^(false|no|n|off|0)$/i, !1]
];
function nameLine(input, name) {
  return /^[a-z\d][\w+=,.@-]+$/i.test(name) && name !== "DEFAULT" ? `${input}: ${name}` : "";
}

// src/causes/input-invalid.ts
var OWN_CAUSE = [
  ["role-arn", "unquoted-arn", "dollar-arn"],
  ["same-partition"],
  ["listed-region"],
  ["unsupported"]
], MOST_SHOWN = 4, MOST_NAMED5 = 3, ROOM = 6e3, inputInvalid = causeOf("input", {
  id: "input-invalid",
  section: "inputs",
  title: "the inputs of the step cannot be used",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["yaml", "githubSecrets"],
  matches: ({ problems }) => !OWN_CAUSE.some((forms) => areAll(problems, forms)),
  explain: ({ problems }, known) => {
    let names = namesOf2(problems);
    return {
      headline: headlineOf8(problems, names),
      shown: shownOf3(problems),
      steps: [
        correctStep(problems, names),
        ...sourceSteps(problems, known),
        ...problems.flatMap(sessionNameSteps)
      ],
      folded: foldOf(problems),
      stop: names.length === 1 ? `Input ${list(names)}` : `${names.length} inputs`,
      where: { input: names[0] ?? "" }
    };
  },
  page: {
    meaning: "A value given to the step is out of range or malformed, a required one is missing, or two contradict each other. The step stops before it sends anything over the network.",
    tell: "All bad inputs are in one finding, each with what was given and what it must be. If the only thing wrong is the role, the region, their partition, or an input that this action does not have, the finding is role-arn-invalid, region-unknown, partition-mismatch or input-not-supported."
  }
});
function namesOf2(problems) {
  return [...new Set(problems.map(({ input }) => input))];
}
function headlineOf8(problems, names) {
  let [first] = problems;
  if (first && problems.length === 1) return inputLine(first);
  if (names.length === 1) return `${list(names)} has ${problems.length} values that cannot be used`;
  let more = names.length - MOST_NAMED5, named2 = more > 0 ? `${names.slice(0, MOST_NAMED5).map((name) => quote(name)).join(", ")} and ${more} more` : list(names);
  return `${names.length} inputs cannot be used: ${named2}`;
}
function shownOf3(problems) {
  let [first] = problems;
  if (first && problems.length === 1) return sentences(inputDetail(first));
  let open = problems.length > MOST_SHOWN ? problems.slice(0, MOST_SHOWN - 1) : problems, rest = problems.slice(open.length), more = rest.length > 0 ? [`${rest.length} more, in ${list(namesOf2(rest))}`] : [];
  return [{ show: "list", points: [...open.map(namedLine), ...more] }];
}
function namedLine(problem) {
  if (problem.want.form === "region" && problem.given === "")
    return `${quote(problem.input)} is not set`;
  let line = inputLine(problem);
  return [problem.input, ...problem.want.form === "proxy" ? [problem.want.variable] : []].some((name) => name !== void 0 && line.includes(quote(name))) ? line : `${quote(problem.input)}: ${line}`;
}
function correctStep(problems, names) {
  let examples = problems.filter(({ input }, at) => problems.findIndex((other) => other.input === input) === at).map(inputExample), code = examples.includes("") || examples.length > MOST_NAMED5 ? "" : examples.join(`
`);
  return {
    say: correctWords(problems, names),
    ...code === "" ? {} : { code, language: "yaml" }
  };
}
function correctWords([first, second], names) {
  if (names.length > 1) return "Correct these inputs in the `with:` block of the step";
  let { form } = first?.want ?? {};
  return first?.want.form === "proxy" && first.want.variable ? `Correct ${first.want.variable} in the environment of the runner, or give the step \`http-proxy\`` : second === void 0 && form === "region" ? "Set the region of this job in the `with:` block of the step" : form === "not-with-roles" || form === "no-fallback" ? "Delete one of the two from the `with:` block of the step" : form === "role-of-profile" ? "Add the role to the `with:` block of the step, or delete `aws-profile` from it" : form === "profile-to-renew" ? "Add a profile to the `with:` block of the step, or delete `renew` from it" : form === "policy-of-parameters" ? "Add the template to the `with:` block of the step, or delete `trust-policy-parameters` from it" : `Correct ${list(names)} in the \`with:\` block of the step`;
}
function sourceSteps(problems, known) {
  let found = problems.find(({ source: source3 }) => source3 && source3.empty.length > 0), { source: source2 } = found ?? {};
  return found && source2 ? emptySteps({ input: found.input, source: source2, value: "<value>" }, known).map(
    (step) => step.when === void 0 ? { when: `If ${emptyWords(source2)} is to give it`, ...step } : step
  ) : problems.some(({ given }) => given === "") ? [
    {
      when: "If the workflow sets it from `secrets.` or `vars.`",
      say: "Check that this job can see that value",
      then: "GitHub turns an unset expression into an empty string. Secrets are not passed to forks and Dependabot, and those of an environment only to jobs with that `environment:`."
    }
  ] : [];
}
function emptyWords(source2) {
  return emptyNames({ source: source2 }) ?? "the expression in the file";
}
function foldOf(problems) {
  let isTold = problems.every((problem) => inputDetail(problem) === "");
  return problems.length === 1 || isTold && problems.length <= MOST_SHOWN ? [] : [
    {
      title: `All ${problems.length} problems in full`,
      blocks: [{ show: "list", points: allPoints(problems) }]
    }
  ];
}
function allPoints(problems) {
  let points = [];
  for (let problem of problems) {
    let point = fullPoint(problem), rest = restPoints(problems.slice(points.length + 1));
    if ([...points, point, ...rest].join(`
`).length > ROOM) break;
    points.push(point);
  }
  return [...points, ...restPoints(problems.slice(points.length))];
}
function fullPoint(problem) {
  let line = namedLine(problem), given = quote(givenText(problem.given));
  return `${problem.given === "" || line.includes(quote(givenText(problem.given), 60)) ? line : `${line}: ${given}`}. ${inputDetail(problem)}`.trim();
}
function restPoints(problems) {
  return problems.length > 0 ? [
    `also wrong, with no room here to say how (the report file does): ${list(namesOf2(problems))}`
  ] : [];
}

// src/causes/input-not-supported.ts
var CHAINING = "role-chaining", inputNotSupported = causeOf("input", {
  id: "input-not-supported",
  section: "inputs",
  title: "this action does not have all the inputs that were given",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubOidcAws", "iamSessionTags"],
  matches: ({ problems }) => areAll(problems, ["unsupported"]),
  explain: ({ problems }) => {
    let names = problems.map(({ input }) => input);
    return {
      headline: `this action has no ${names.length === 1 ? "input" : "inputs"} ${listAtMost(names, MOST_NAMED2)}`,
      shown: reasons(problems),
      steps: [...chainingSteps(names), deleteStep(names)],
      otherwise: [
        {
          when: "If the job needs what such an input does",
          say: "Use aws-actions/configure-aws-credentials in a step of its own for that: it has these modes"
        }
      ],
      stop: names.length === 1 ? `Input ${list(names)}` : `${names.length} inputs`,
      where: { input: names[0] ?? "" }
    };
  },
  page: {
    meaning: "The inputs of aws-actions/configure-aws-credentials that belong to access keys, role chaining and session tags mean nothing when a job signs in by OIDC: AssumeRoleWithWebIdentity accepts neither keys nor an external id nor tags. They are refused instead of ignored, because a job that relies on them would otherwise run with other permissions than intended. Nothing was sent to GitHub or AWS.",
    tell: "Only inputs that this action does not have are wrong. If others are wrong too, they have a finding of their own."
  }
});
function reasons(problems) {
  let groups = Map.groupBy(
    problems,
    ({ want }) => want.form === "unsupported" ? WITHOUT[want.input] : ""
  ), [only] = groups.keys();
  return groups.size === 1 && only !== void 0 ? [{ show: "sentence", say: `${capitalised(only)}.` }] : [{ show: "list", points: [...groups].map(
    ([reason3, own2]) => `${list(own2.map(({ input }) => input))}: ${reason3}`
  ) }];
}
function chainingSteps(names) {
  return names.includes(CHAINING) ? [
    {
      when: "If the role trusts the role of an earlier step",
      say: "Let this step, with its `with:` block as it is, be one of the action that chains roles",
      code: "uses: aws-actions/configure-aws-credentials@v6",
      language: "yaml",
      then: "It takes the credentials that an earlier step of this action has exported."
    }
  ] : [];
}
function deleteStep(names) {
  let say = `Delete ${list(names)} from the \`with:\` block of the step`;
  return names.includes(CHAINING) ? { when: "If the role trusts the OIDC provider", say } : { say };
}

// src/causes/issuer-dns-failure.ts
var issuerDnsFailure = causeOf("network", {
  id: "issuer-dns-failure",
  section: "issuer",
  atIssuer: !0,
  title: "the name of the issuer's host cannot be resolved",
  severity: "error",
  retry: "transient",
  certainty: "certain",
  docs: ["repostInvalidToken", "githubSelfHosted"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && isNameFailure(failure) && !isProxy(failure),
  explain: (failure, known) => ({
    headline: dnsHeadline(failure),
    shown: [{ show: "values", values: [errorValue(failure)] }],
    steps: [
      resolveOutside(failure.host),
      {
        when: "If that shows an address",
        say: "Correct the DNS resolver of this runner (`/etc/resolv.conf`), or run the job again if it was a passing fault"
      },
      {
        when: "If it shows no address",
        say: "Correct the host name in the issuer's settings, or add the missing record to the public DNS zone",
        then: "STS cannot find the issuer either."
      }
    ],
    confirm: [lookFromOutside(urlAsked(failure, known), known)],
    stop: "Issuer: DNS"
  }),
  page: {
    meaning: "Before the issuer's documents can be fetched, its host name has to be resolved by DNS. On this runner that gave no address. STS resolves the name too, with the DNS of the internet: a name that exists only inside a company's network cannot work.",
    tell: "ENOTFOUND means that the name does not exist for the DNS server that was asked; EAI_AGAIN that this server did not answer. If an address was found but nothing answers there, see issuer-unreachable; if the address is private, issuer-private-address."
  }
});
function isNameFailure({ phase, host }) {
  return phase === "dns" && !isAddress(host);
}
function dnsHeadline({ code, host, timeoutMs }) {
  let name = `the issuer's host ${quote(host, 60)}`;
  return code === "EAI_AGAIN" ? `this runner's DNS server did not answer for ${name}` : code === "TIMEOUT" ? `this runner's DNS did not resolve ${name} within ${(timeoutMs ?? 5e3) / 1e3} s` : `this runner's DNS server does not know ${name}`;
}

// src/causes/issuer-private-address.ts
var issuerPrivateAddress = causeOf("address", {
  id: "issuer-private-address",
  section: "issuer",
  atIssuer: ({ refused: refused2 }) => refused2 !== "metadata",
  title: "the issuer's host has only private addresses",
  severity: "error",
  retry: "never",
  certainty: ({ refused: refused2, internal }) => refused2 === "metadata" || internal ? "certain" : "likely",
  docs: ["repostInvalidToken", "iamProvider", "rfc1918"],
  // A provider that nobody could reach the issuer of is no loss: its name is what has to change.
  explains: ({ refused: refused2, internal }) => refused2 === "metadata" || internal ? [...NO_KEY, "token-rejected", "provider-not-found"] : NO_KEY,
  matches: () => !0,
  explain: (failure, known) => failure.refused === "metadata" ? explainMetadata(failure, known) : failure.internal ? explainInternal(failure, known) : explainPrivate(failure, known),
  page: {
    meaning: "STS asks the issuer over the internet for its discovery document and its keys. An issuer whose host name has only private addresses (10/8, 172.16/12, 192.168/16, 100.64/10, loopback, link-local, fc00::/7) is out of its reach, and so is one with an internal name (`.local`, `.internal`, `.svc`, `.lan`, a name without a dot; kubeadm's default issuer is one), whatever it resolves to here: with AWS's STS nothing is even asked of it. The step does not even connect to a link-local address (169.254/16, fe80::/10), unless `sts-endpoint` is not AWS's, and never to one at which a cloud hands out credentials (169.254.169.254, fd00:ec2::254 and the like): a token or a discovery document that names one is a mistake, or an attack on the machine. A private issuer is usual for GitHub Enterprise Server and self-managed GitLab in a company's network.",
    tell: 'The addresses stand in the finding. It is "most likely" because some networks give the same name a private address inside and a public one outside (split DNS); a public DNS server settles it. A connection that fails to such an address is not reported on top.'
  }
});
function explainInternal({ host }, known) {
  let url = known.issuer?.discovery.url ?? discoveryUrl(`https://${host}`), keysOnly = hostOf(known.token?.issuer ?? url) !== host;
  return {
    headline: `${keysOnly ? "the host of the issuer's keys," : "the issuer's host"} ${quote(host, 60)}${keysOnly ? "," : ""} is an internal name that STS cannot resolve`,
    shown: [
      {
        show: "sentence",
        say: "STS fetches the issuer's documents from the internet, where this name does not exist."
      }
    ],
    steps: keysOnly ? [
      {
        say: "Publish the keys at a public https URL, and name that as `jwks_uri` in the discovery document"
      }
    ] : [
      {
        say: "Give the issuer a public host name, so that `iss` of its tokens is a public https URL",
        then: `STS needs only two paths there: ${twoPaths(url)}.`
      },
      {
        when: "If the issuer itself must stay internal",
        say: "Mirror its discovery document and its keys to public storage over https, and set the issuer to that URL",
        then: "`issuer` and `jwks_uri` in the mirrored document must name that URL too. In Kubernetes the settings are `--service-account-issuer` and `--service-account-jwks-uri` of the API server."
      }
    ],
    stop: "Issuer: internal name"
  };
}
function explainPrivate(failure, known) {
  let { host, addresses } = failure, url = known.issuer?.discovery.url ?? discoveryUrl(`https://${host}`), many = addresses.length === 1 ? "a private address" : "private addresses";
  return {
    headline: `on this runner, the issuer's host ${quote(host, 60)} has only ${many}`,
    shown: [
      ...addressValue(failure),
      {
        show: "sentence",
        say: "STS fetches the issuer's documents from the internet, whatever network the runner is in."
      }
    ],
    steps: isAddress(host) ? [nameStep(url)] : [askPublicDns(host), publishStep(host, url)],
    confirm: [lookFromOutside(url, known)],
    stop: "Issuer: private address"
  };
}
function addressValue({ host, addresses }) {
  return addresses.every((address) => address === host) ? [] : [{ show: "values", values: [{ name: "address", value: addresses.join(", ") }] }];
}
function askPublicDns(host) {
  return {
    ...resolveOutside(host),
    then: "If that shows a public address, STS uses it, and this is not the reason."
  };
}
var NOTHING_ELSE = "STS needs nothing else of the issuer.";
function publishStep(host, url) {
  return {
    when: "If it shows none",
    say: `Point a public DNS record for ${quote(host)} at a reverse proxy or CDN that serves only ${twoPaths(url)}`,
    then: `${NOTHING_ELSE} Inside your network the name may keep its private address.`
  };
}
function nameStep(url) {
  return {
    say: `Give the issuer a public host name, and let a reverse proxy or CDN serve ${twoPaths(url)} there`,
    then: NOTHING_ELSE
  };
}
function twoPaths(url) {
  return `${quote(pathOf(url))} and the path of its \`jwks_uri\``;
}
function explainMetadata(failure, known) {
  let { host } = failure, token = known.token?.issuer ?? "", keys = hostOf(token) !== host && hostOf(known.issuer?.url ?? "") !== host, name = quote(host, 60);
  return {
    headline: keys ? `\`jwks_uri\` of the issuer leads to a cloud's metadata service: ${name}` : `the issuer's host ${name} leads to a cloud's metadata service`,
    shown: [
      ...addressValue(failure),
      {
        show: "sentence",
        say: "It hands out the machine's own credentials. The step did not connect to it, and STS cannot."
      }
    ],
    steps: keys ? KEYS_AT_METADATA : ISSUER_AT_METADATA,
    confirm: isAddress(host) ? [] : [resolveOutside(host)],
    stop: "Issuer: metadata service"
  };
}
var KEYS_AT_METADATA = [
  {
    say: "Correct `jwks_uri` in the issuer's discovery document: it must name a host on the internet"
  },
  {
    when: "If nobody on your side wrote that address",
    say: "Treat the issuer as compromised"
  }
], ISSUER_AT_METADATA = [
  {
    say: "Find out who set this issuer: the runner, or the file or input that gave the token"
  },
  { when: "If nobody on your side did", say: "Treat the runner as compromised" }
];

// src/causes/shared/connection.ts
function connectionClause(failure) {
  let code = isProxy(failure) && failure.proxyStatus !== void 0 ? "" : ` (${quote(failure.code)})`;
  return `${clause(failure)}${code}`;
}
var refused = (host) => `the connection to ${host} was refused`, cut = (host) => `the connection to ${host} was cut`, noRoute = (host) => `this runner has no route to ${host}`, silent = (host) => `${host} did not accept a connection in time`, CLAUSES = {
  ENOTFOUND: (host) => `DNS does not know ${host}`,
  EAI_AGAIN: (host) => `the DNS server did not answer for ${host}`,
  ECONNREFUSED: refused,
  ECONNRESET: cut,
  EPIPE: cut,
  EHOSTUNREACH: noRoute,
  ENETUNREACH: noRoute,
  ETIMEDOUT: silent
};
function clause(failure) {
  let { code, phase, timeoutMs } = failure, host = quote(failure.host, 60);
  if (isProxy(failure)) return proxyClause(failure, host);
  if (code === "TIMEOUT" && phase === "connect" && timeoutMs === void 0) return silent(host);
  if (code === "TIMEOUT") {
    let limit = timeoutMs === void 0 ? "" : ` within ${timeoutMs / 1e3} s`;
    return `no complete answer came from ${host}${limit}`;
  }
  return isCertificateCode(code) ? `the certificate of ${host} is not trusted` : isNotTlsCode(code) ? `what answers at ${host} does not speak TLS` : (ownMember(CLAUSES, code) ?? ((name) => `the connection to ${name} failed`))(host);
}
function proxyClause(failure, host) {
  let { code, proxy, proxyStatus: status } = failure, name = proxy === void 0 ? "the proxy" : `the proxy ${quote(proxy, 60)}`;
  return wantsLogin(failure) ? `${name} wants user name and password (HTTP ${status})` : status === 403 ? `${name} forbids ${host} (HTTP 403)` : status !== void 0 ? `${name} did not connect to ${host} (HTTP ${status})` : isCertificateCode(code) ? `the certificate of ${name} is not trusted` : code === "ERR_PROXY_TUNNEL" || code === "TIMEOUT" ? `${name} opened no connection to ${host}` : `no connection to ${name}`;
}
function connectionFold(failure) {
  let { host, code, addresses, proxy = "" } = failure, all = {
    host,
    code,
    message: withoutLogin(failure.detail),
    address: addresses.join(", "),
    proxy
  };
  return { title: "What Node.js reported", blocks: [{ show: "values", values: Object.entries(all).filter(([, value]) => value !== "").map(([name, value]) => ({ name, value })) }] };
}

// src/causes/issuer-proxy-failure.ts
var issuerProxyFailure = causeOf("network", {
  id: "issuer-proxy-failure",
  section: "issuer",
  title: "the proxy of the runner does not connect to the issuer",
  severity: "error",
  retry: (failure) => isRefusedByProxy(failure) ? "never" : "transient",
  certainty: "certain",
  docs: ["githubProxy", "githubSelfHosted"],
  // Explains nothing of STS's: STS does not pass through the runner's proxy.
  matches: (failure) => isIssuer(failure.peer) && isProxy(failure),
  explain: (failure, known) => {
    let answered3 = failure.proxyStatus !== void 0, errorBlocks = [{ show: "values", values: [errorValue(failure)] }];
    return {
      headline: proxyClause(failure, `the issuer's host ${quote(failure.host, 60)}`),
      shown: [
        // What the proxy answered stands in the headline.
        ...answered3 ? [] : errorBlocks,
        {
          show: "sentence",
          say: "STS does not use this proxy: the sign-in may work all the same."
        }
      ],
      steps: proxySteps2(failure, known),
      confirm: [lookFromOutside(urlAsked(failure, known), known)],
      folded: answered3 ? [{ title: "The error in full", blocks: errorBlocks }] : [],
      stop: "Issuer not checked: proxy of the runner"
    };
  },
  page: {
    meaning: "The runner is told to use a proxy (HTTPS_PROXY), and asks it to connect to the issuer. The proxy refused, could not connect itself, or is not there. STS does not use that proxy.",
    tell: "403: a rule of the proxy forbids the host. 407: the proxy wants a user name and password. 502, 503, 504: the proxy could not reach the issuer. A connect error: the proxy itself is not reached. If the proxy connects but inspects TLS, see issuer-tls-untrusted."
  }
});
function proxySteps2(failure, known) {
  let around = aroundProxy(failure.host, "the issuer");
  return failure.proxyStatus === 403 ? [
    around,
    {
      when: "If this runner may connect to the issuer through it",
      say: `Allow CONNECT to ${quote(hostAndPort(urlAsked(failure, known), failure.host))} in the rules of the proxy`
    },
    {
      when: "If it may not",
      say: "Keep the rule: only this action's checks of the issuer need the connection, not STS"
    }
  ] : [proxyStep(failure, known), around];
}
function proxyStep(failure, known) {
  let from = proxySource(known);
  return wantsLogin(failure) ? {
    say: `Put user name and password into ${from}, special characters percent-encoded`,
    code: "http://USER:PASSWORD@PROXY:PORT",
    language: "text"
  } : failure.proxyStatus !== void 0 ? {
    say: "Look in the log of the proxy for why it could not connect, and run the job again"
  } : isCertificateCode(failure.code) ? { say: `Fix the certificate of the proxy, or correct ${from}` } : { say: `Correct host and port in ${from}, or start the proxy` };
}

// src/causes/issuer-slow.ts
var STANDSTILL_MS = 1e3, NOTABLE_MS = 100, MORE_CPU = {
  say: "Run the job again on a runner with more CPU (the limits of its container, fewer jobs on its machine)",
  then: "If it passes there, the issuer was not the reason."
};
function isTimeUp(failure) {
  return failure.code === "TIMEOUT" && /^(tls|response)$/.test(failure.phase) && !isProxy(failure);
}
function hasStoodStill({ stalledMs = 0 }) {
  return stalledMs > STANDSTILL_MS;
}
function isOfThisRunner(failure) {
  return (failure.timeoutMs ?? 5e3) - (failure.stalledMs ?? 0) <= 2e3;
}
var issuerSlow = causeOf(["slow", "network"], {
  id: "issuer-slow",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer answers too slowly",
  severity: (failure) => failure.kind === "slow" && failure.totalMs <= 5e3 || failure.kind === "network" && isOfThisRunner(failure) ? "warning" : "error",
  // From here each try may take as long as STS waits, and STS has no more patience than that.
  retry: "never",
  passes: !0,
  certainty: (failure) => failure.kind === "network" && hasStoodStill(failure) ? "likely" : "certain",
  docs: ["repostInvalidToken", "rfc9111"],
  explains: NO_KEY,
  matches: (failure) => failure.kind === "slow" || isIssuer(failure.peer) && isTimeUp(failure),
  explain: (failure, known) => failure.kind === "slow" ? explainSlow(failure, known) : explainTimeout(failure, known),
  page: {
    meaning: `STS fetches the discovery document and the keys one after the other when it does not hold them in its cache, waits about ${IN_WORDS.issuerLimit} in all, and then says that it could not retrieve the verification key. An issuer that needs nearly as long fails now and then; one that needs longer fails always. The time was measured from the runner; the way from AWS to the issuer may be shorter or longer.`,
    tell: `From ${IN_WORDS.slow} on this is a warning, from ${IN_WORDS.issuerLimit} on an error. The finding shows which phase took the time: the DNS server, the connection (distance, firewall), TLS, the first byte (the server thinks), or the rest of the body (a slow line). If no connection was made at all, see issuer-unreachable.`
  }
}), LIMIT = `STS gives up after about ${IN_WORDS.issuerLimit} for both.`;
function explainSlow(failure, known) {
  let { totalMs, discovery, jwks } = failure, phases = [...phasesOf("discovery document", discovery), ...phasesOf("keys", jwks)], [longest] = phases.toSorted((one, other) => other.ms - one.ms), ate = longest && longest.ms <= totalMs ? `Most of it: ${longest.name} of the ${longest.document}, ${inSeconds(longest.ms)}. ` : "";
  return {
    headline: `the issuer took ${inSeconds(totalMs)} for its discovery document and keys`,
    shown: [{ show: "sentence", say: `${ate}${LIMIT}` }],
    ...remedies(known.issuer?.discovery.url ?? "", [], known),
    folded: phaseFold(failure, phases),
    stop: `Issuer: ${inSeconds(totalMs)}`
  };
}
function explainTimeout(failure, known) {
  let seconds = (failure.timeoutMs ?? 5e3) / 1e3, { phase, peer, stalledMs = 0 } = failure, missing = phase === "tls" ? "It was connected, but the TLS handshake was not completed." : "It was connected, but the whole answer did not arrive.", stood = stalledMs < NOTABLE_MS ? LIMIT : `For ${inSeconds(stalledMs)} of that this runner itself stood still (short of CPU)${isOfThisRunner(failure) ? ": most likely that is the reason" : ""}.`;
  return {
    headline: `the issuer did not send its ${documentName(peer)} within ${seconds} s`,
    shown: [{ show: "sentence", say: `${missing} ${stood}` }],
    ...remedies(urlAsked(failure, known), hasStoodStill(failure) ? [MORE_CPU] : [], known),
    stop: stopAt(peer)
  };
}
function remedies(url, before, known) {
  return {
    steps: [
      ...before,
      {
        say: "Serve both documents from a cache or CDN: they are small and rarely change",
        ...ALLOW_CACHING
      },
      {
        say: "Look at the issuer's load at that moment",
        then: "Many jobs that start at once make STS ask many times at once."
      }
    ],
    confirm: [
      {
        say: "Measure again, phase by phase",
        code: `curl -sS -o /dev/null -w 'dns %{time_namelookup} connect %{time_connect} tls %{time_appconnect} first byte %{time_starttransfer} total %{time_total}\\n' ${shellWord(url)}`,
        language: "sh"
      },
      askFromOutside(url, known)
    ]
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
function phaseFold({ discovery, jwks }, phases) {
  let values = [...new Set(phases.map(({ document }) => document))].map((document) => ({
    name: document,
    value: phases.filter((phase) => phase.document === document).map(({ name, ms }) => `${name} ${Math.round(ms)} ms`).join(", ")
  })), stalledMs = (discovery?.stalledMs ?? 0) + (jwks?.stalledMs ?? 0);
  return [
    {
      title: "Phase by phase",
      blocks: [
        { show: "values", values },
        ...stalledMs < NOTABLE_MS ? [] : [
          {
            show: "sentence",
            say: `The phases include ${inSeconds(stalledMs)} that are not counted: for so long this runner's own process stood still, which points to a runner short of CPU.`
          }
        ]
      ]
    }
  ];
}
function inSeconds(ms) {
  return `${(ms / 1e3).toFixed(1)} s`;
}

// src/causes/shared/issuer-tls.ts
function certificateFault(failure) {
  if (failure.phase !== "tls") return;
  let problem = certificateProblem(failure.code);
  return problem === "chain" && isInspected(failure) ? "authority" : problem;
}
var INSPECTORS = /zscaler|netskope|palo alto|forti(net|gate)|blue ?coat|symantec web|umbrella|sophos|mcafee|skyhigh|forcepoint|websense|check ?point|gateway ca - cloudflare|watchguard|barracuda|sonicwall|mitmproxy|squid|charles proxy|burp|inspection/i;
function isInspected({ certificates, host }) {
  return certificates.some(({ subject, issuer }) => INSPECTORS.test(`${subject} ${issuer}`)) || // Of GitHub's cloud, any authority that is not trusted stands in between.
  isGitHubHost(host) && certificates.length > 0;
}
function lastOf(certificates) {
  return certificates.at(-1);
}
function chainFold(certificates) {
  return certificates.length === 0 ? [] : [{ title: "Certificates that the server sent", blocks: [{ show: "values", values: certificates.map(({ subject, issuer, selfSigned }) => ({
    name: subject,
    value: selfSigned ? "self-signed" : `signed by ${issuer}`
  })) }] }];
}
function lookAtCertificates(url, host) {
  return {
    say: "Look at the certificates that the server sends",
    code: showCertificates(url, host),
    language: "sh"
  };
}
function publicCertificate(host) {
  return {
    say: `Give ${quote(host)} a certificate of a public CA, such as Let's Encrypt`,
    then: "Then neither a thumbprint nor a setting is needed."
  };
}
var RENEW_CERTIFICATE = {
  say: "Renew the certificate on the server, or on the load balancer or CDN in front of it, and reload it",
  code: "certbot renew && systemctl reload nginx",
  language: "sh",
  then: "This is the command for certbot and nginx."
};
function trustHere(when, file) {
  return {
    when,
    say: "Save its root certificate on the runner, and let Node trust it in this job",
    code: `env:
  NODE_EXTRA_CA_CERTS: /path/to/${file}`,
    language: "yaml"
  };
}
var STOP_AT_CERTIFICATE = "Issuer: TLS certificate";

// src/causes/issuer-tls-chain-incomplete.ts
var issuerTlsChainIncomplete = causeOf("network", {
  id: "issuer-tls-chain-incomplete",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's server sends an incomplete certificate chain",
  severity: "error",
  retry: "never",
  certainty: "likely",
  docs: ["iamThumbprint", "nodeExtraCa"],
  explains: [...NO_KEY_ANYWHERE, "provider-thumbprint-mismatch"],
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === "chain",
  explain: (failure, known) => {
    let url = urlAsked(failure, known), { host, certificates } = failure, missing = lastOf(certificates)?.issuer, name = missing === void 0 ? "the last signer" : quote(missing);
    return {
      headline: `this runner cannot verify the certificate chain of the issuer's host ${quote(host, 60)}`,
      shown: [
        { show: "values", values: chainValues(failure) },
        {
          show: "sentence",
          say: "Most likely the server sends an incomplete chain."
        }
      ],
      steps: [
        {
          when: `If ${name} belongs to a public CA`,
          say: "Let the server send its own certificate and then all intermediate ones",
          code: `ssl_certificate /etc/letsencrypt/live/${oneLine(host)}/fullchain.pem;`,
          language: "text",
          then: "This is the line for nginx with Let's Encrypt."
        },
        {
          ...publicCertificate(host),
          when: "If it is your company's own CA"
        },
        {
          when: "If it is the CA of a TLS-inspecting proxy",
          say: `Exclude ${quote(host)} from its inspection`
        }
      ],
      otherwise: [trustHere("If this runner may trust that CA", "root-ca.pem")],
      confirm: [
        {
          ...lookAtCertificates(url, host),
          then: "A browser often hides a gap, because it fetches or remembers the missing certificate. STS and Node do not."
        },
        lookFromOutside(url, known)
      ],
      folded: chainFold(certificates),
      stop: STOP_AT_CERTIFICATE
    };
  },
  page: {
    meaning: "A server proves its name by a chain of certificates: its own, then those of the intermediate CAs, up to one that everybody knows. A server that sends only its own leaves a gap, which most browsers do not show. The same error appears if the last signer is a private CA.",
    tell: "Node says UNABLE_TO_VERIFY_LEAF_SIGNATURE if only one certificate was sent, UNABLE_TO_GET_ISSUER_CERT_LOCALLY if more were sent. If the chain is complete but ends in a CA that is not trusted, or in a proxy that is known by its name, see issuer-tls-untrusted."
  }
});
function chainValues({ certificates, code }) {
  let last = lastOf(certificates);
  return [
    ...last ? [{ name: "not sent", value: last.issuer }] : [],
    { name: "error", value: code }
  ];
}

// src/causes/issuer-tls-expired.ts
var issuerTlsExpired = causeOf("network", {
  id: "issuer-tls-expired",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's certificate is not valid today",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === "dates",
  explain: (failure, known) => {
    let url = urlAsked(failure, known), early = isEarly(failure), state = early ? "is not valid yet" : "has expired", skew = largestSkew(known), isRight = skew !== void 0 && skew < 300, renew = early ? VALID_NOW : RENEW_CERTIFICATE;
    return {
      headline: `the certificate of the issuer's host ${quote(failure.host, 60)} ${state}${isRight ? "" : ", by this runner's clock"}`,
      shown: [
        { show: "values", values: dateValues(failure, known) },
        { show: "sentence", say: describeClocks(skew) }
      ],
      steps: skew === void 0 || skew < 300 ? [renew] : [...CLOCK, { ...renew, when: "If the clock is right" }],
      otherwise: skew === void 0 || isRight ? CLOCK : [],
      confirm: [
        {
          say: "Look at the dates of the certificate",
          code: `${showCertificates(url, failure.host)} 2>/dev/null | openssl x509 -noout -dates -subject -issuer`,
          language: "sh"
        },
        lookFromOutside(url, known)
      ],
      stop: STOP_AT_CERTIFICATE
    };
  },
  page: {
    meaning: "A certificate is valid only between two dates. Outside of them neither this runner nor STS accepts it. Most certificates are renewed automatically, so an expired one usually means that the renewal has failed for weeks, or that the server was not told to load the new one.",
    tell: "CERT_HAS_EXPIRED: the last date has passed. CERT_NOT_YET_VALID: the first date is still to come. Either may also mean that the clock of the runner is wrong; clock-skew shows that by the clocks of other servers."
  }
}), VALID_NOW = {
  say: "Load a certificate that is valid today on the server, or on the load balancer or CDN in front of it"
}, CLOCK = [
  {
    when: "If this runner is self-hosted",
    say: "Compare its clock with the time in UTC",
    code: "date -u",
    language: "sh"
  },
  {
    when: "If the clock is wrong",
    say: "Turn on time synchronisation",
    ...TURN_ON_NTP
  }
];
function isEarly({ code }) {
  return code === "CERT_NOT_YET_VALID";
}
function dateValues(failure, { now }) {
  let { certificates, host } = failure, outside3 = (one2) => Date.parse(one2.validTo) <= now || Date.parse(one2.validFrom) > now, one = certificates.find(outside3) ?? certificates[0], clock = { name: "clock here", value: new Date(now).toISOString() };
  return one ? [
    ...one.subject === host ? [] : [{ name: "certificate", value: one.subject }],
    isEarly(failure) ? { name: "not before", value: one.validFrom } : { name: "not after", value: one.validTo },
    clock
  ] : [clock];
}
function largestSkew({ clocks }) {
  return clocks.length === 0 ? void 0 : Math.max(...clocks.map(({ skewSeconds }) => Math.abs(skewSeconds)));
}
function describeClocks(skew) {
  return skew === void 0 ? "No other server has told its time yet: this clock may be wrong." : skew < 300 ? "Other clocks agree: STS sees this too." : `Other servers' time differs by ${duration(skew)}: look at this clock first.`;
}

// src/causes/issuer-tls-expires-soon.ts
var issuerTlsExpiresSoon = causeOf("certificate", {
  id: "issuer-tls-expires-soon",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's certificate expires soon",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider"],
  matches: () => !0,
  explain: ({ host, daysLeft, validTo, issuedBy }, known) => ({
    headline: `the certificate of the issuer's host ${quote(host, 60)} expires in ${daysLeft < 1 ? "less than a day" : count(daysLeft, "day")}`,
    shown: [
      {
        show: "values",
        values: [
          { name: "not after", value: validTo },
          { name: "issued by", value: issuedBy }
        ]
      },
      {
        show: "sentence",
        say: "After that, no job can sign in. Most likely the automatic renewal fails."
      }
    ],
    steps: [RENEW_CERTIFICATE],
    confirm: [
      {
        say: "Look at what the server shows now",
        code: `${showCertificates(urlAt(host, known), host)} 2>/dev/null | openssl x509 -noout -enddate`,
        language: "sh"
      }
    ],
    stop: STOP_AT_CERTIFICATE
  }),
  page: {
    meaning: `The certificate that the issuer shows today is valid, but for ${SOON_DAYS} days or less. Sign-in works until then; afterwards neither STS nor anybody else accepts it. Certificates that renew themselves are renewed weeks before, so this warning is the time to fix the renewal.`,
    tell: "The last day stands in the finding. Once it has passed, the cause is issuer-tls-expired. If a proxy inspects TLS connections of the runner, the date is that of its certificate, as the name of the issuing CA shows."
  }
});

// src/causes/issuer-tls-name-mismatch.ts
var MOST_NAMES2 = 8, issuerTlsNameMismatch = causeOf("network", {
  id: "issuer-tls-name-mismatch",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's certificate does not cover its host name",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === "name",
  explain: (failure, known) => {
    let url = urlAsked(failure, known), { host } = failure;
    return {
      headline: `the certificate of the issuer's host ${quote(host, 60)} does not cover that name`,
      shown: [{ show: "values", values: nameValues(failure) }],
      steps: [
        {
          say: `Order a certificate that covers ${quote(host)} as a subject alternative name (SAN), and load it on the server`,
          code: `certbot --nginx -d ${shellWord(host)}`,
          language: "sh",
          then: "This is the command for certbot and nginx."
        },
        {
          when: "If the names above belong to something else",
          say: `Correct the DNS record of ${quote(host)}: it leads to the wrong server`
        },
        {
          when: "If several sites share the server",
          say: "Check that it picks the certificate by name (SNI)",
          code: showCertificates(url, host),
          language: "sh"
        }
      ],
      confirm: [lookFromOutside(url, known)],
      stop: STOP_AT_CERTIFICATE
    };
  },
  page: {
    meaning: "A certificate says which host names it covers. The one that was shown does not cover the host of the issuer, so the reader cannot know whom it speaks with, and stops. STS compares the names too.",
    tell: "The names in the certificate say what happened: a default certificate of the web server or the load balancer (a name of its own), another site on the same address (that site's name), a wildcard that covers one level only (*.example.com does not cover a.b.example.com), or a page of a proxy."
  }
});
function nameValues({ certificates, code }) {
  let [leaf] = certificates, names = (leaf?.names ?? []).filter((name) => name !== ""), more = names.length > MOST_NAMES2 ? ` and ${names.length - MOST_NAMES2} more` : "";
  return [
    {
      name: "covers",
      value: names.length > 0 ? `${names.slice(0, MOST_NAMES2).join(", ")}${more}` : "no name at all"
    },
    ...leaf ? [{ name: "issued by", value: leaf.issuer }] : [],
    { name: "error", value: code }
  ];
}

// src/causes/issuer-tls-untrusted.ts
var issuerTlsUntrusted = causeOf("network", {
  id: "issuer-tls-untrusted",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's certificate is not trusted",
  severity: "error",
  retry: "never",
  certainty: (failure) => isInspected(failure) ? "likely" : "certain",
  docs: ["iamThumbprint", "nodeExtraCa", "githubProxy"],
  explains: [...NO_KEY_ANYWHERE, "provider-thumbprint-mismatch"],
  matches: (failure) => isIssuer(failure.peer) && certificateFault(failure) === "authority",
  explain: (failure, known) => {
    let name = `the certificate of the issuer's host ${quote(failure.host, 60)}`, { verdict, signer, say, steps } = wordsFor(failure, known);
    return {
      headline: verdict === void 0 ? `this runner does not trust ${name}` : `${name} ${verdict}`,
      shown: [
        {
          show: "values",
          values: [
            ...signer === void 0 ? [] : [{ name: "signed by", value: signer }],
            { name: "error", value: failure.code }
          ]
        },
        ...say === void 0 ? [] : [{ show: "sentence", say }]
      ],
      steps,
      confirm: [lookFromOutside(urlAsked(failure, known), known)],
      folded: chainFold(failure.certificates),
      stop: STOP_AT_CERTIFICATE
    };
  },
  page: {
    meaning: "A certificate is trusted if a certificate authority (CA) signed it that the reader trusts. Node trusts the public CAs. STS trusts the public CAs too, and also what the thumbprints of the provider in IAM name.",
    tell: "Self-signed: somebody made it without a CA. Signed by a private CA: a company has its own. Signed by a proxy (Zscaler, Netskope and the like): the network of the runner has TLS inspection, and only this runner sees it. If the chain has a gap instead, see issuer-tls-chain-incomplete."
  }
});
function wordsFor(failure, known) {
  return isInspected(failure) ? inspectedWords(failure) : failure.code === "DEPTH_ZERO_SELF_SIGNED_CERT" ? selfSignedWords(failure, known) : failure.code === "SELF_SIGNED_CERT_IN_CHAIN" ? privateAuthorityWords(failure, known) : refusedWords(failure, known);
}
function inspectedWords({ host, certificates: [leaf] }) {
  return {
    signer: leaf?.issuer,
    say: "Most likely that is a TLS-inspecting proxy. STS does not pass through it.",
    steps: [
      {
        say: `Exclude ${quote(host)} from the TLS inspection of the proxy`,
        then: "An inspected connection shows this action nothing of the real issuer."
      },
      trustHere("If this job may trust the proxy", "proxy-root-ca.pem")
    ]
  };
}
function selfSignedWords(failure, known) {
  let aws = answererOf(known) === "AWS";
  return {
    verdict: "is self-signed",
    say: aws ? "STS does not accept it either, unless the provider in IAM holds its thumbprint." : "STS has its own list of those that it trusts.",
    steps: [
      publicCertificate(failure.host),
      ...aws ? [thumbprintStep("If AWS may trust this very certificate", failure, known)] : [],
      ...aws ? [] : [trustHere("If this runner may trust it", "root-ca.pem")]
    ]
  };
}
function privateAuthorityWords(failure, known) {
  let { host, certificates } = failure, aws = answererOf(known) === "AWS", root = lastOf(certificates)?.issuer, name = quote(root ?? "the CA");
  return {
    signer: root,
    steps: [
      {
        when: `If ${name} belongs to a TLS-inspecting proxy`,
        say: `Exclude ${quote(host)} from its inspection: only this runner sees that certificate`
      },
      {
        ...publicCertificate(host),
        when: `If ${name} is your company's own`,
        then: aws ? "STS sees it too, and refuses it unless the provider in IAM holds its thumbprint." : "STS may not trust it either."
      },
      ...aws ? [thumbprintStep("If AWS may trust that CA", failure, known)] : [],
      trustHere("If this runner may trust it as well", "root-ca.pem")
    ]
  };
}
function refusedWords(failure, known) {
  let { host, certificates } = failure;
  return {
    signer: certificates[0]?.issuer,
    steps: [publicCertificate(host), lookAtCertificates(urlAsked(failure, known), host)]
  };
}
function thumbprintStep(when, failure, known) {
  let last = lastOf(failure.certificates);
  return last ? {
    when,
    say: "Replace the list of thumbprints at the provider in IAM by this one",
    code: `aws iam update-open-id-connect-provider-thumbprint --open-id-connect-provider-arn ${shellWord(principalOf(known))} --thumbprint-list ${last.sha1}`,
    language: "sh"
  } : lookAtCertificates(urlAsked(failure, known), failure.host);
}

// src/causes/issuer-unchecked.ts
var issuerUnchecked = causeOf("issuer-unchecked", {
  id: "issuer-unchecked",
  section: "issuer",
  title: "signed in, but the issuer could not be checked in time",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["repostInvalidToken", "oidcDiscovery"],
  matches: () => !0,
  explain: ({ issuer, missing, url, waitedMs, deadlineSeconds: deadline }, known) => ({
    headline: `the issuer ${quote(issuer, 60)} could not be checked in time`,
    shown: [
      {
        show: "sentence",
        say: `Its ${documentName(missing)} had not arrived ${deadline ? `by \`action-timeout-s\` (${duration(deadline)})` : `${duration(waitedMs / 1e3)} after STS signed in`}. All else was checked.`
      }
    ],
    steps: [
      ...deadline && deadline * 1e3 < ENOUGH_MS ? [
        {
          say: "Give the step time for the check",
          code: `action-timeout-s: ${ENOUGH_MS / 1e3}`,
          language: "yaml"
        }
      ] : [],
      {
        say: "See how long the issuer takes from this runner",
        code: `curl -sS -m 20 -o /dev/null -w 'HTTP %{http_code} after %{time_total} s\\n' ${shellWord(url)}`,
        language: "sh",
        kind: "look",
        then: `From ${IN_WORDS.slow} on it is slow for STS too.`
      }
    ],
    confirm: [askFromOutside(url, known)],
    folded: [
      {
        title: "What was not checked",
        blocks: [
          {
            show: "list",
            points: [
              `whether STS can read and cache ${missing === "jwks" ? "the keys" : "the document and the keys"}`,
              "whether they verify the token"
            ]
          }
        ]
      }
    ],
    ...deadline ? { where: { input: "action-timeout-s" } } : {}
  }),
  page: {
    meaning: `The step asks the issuer for its discovery document and its keys while STS signs the job in. STS may hold them in its cache, or may have a faster way to the issuer. Once STS has given a session, the step waits at most ${IN_WORDS.issuerLimit} for them, and not past \`action-timeout-s\`: it does not lose the session to an issuer that is slow here.`,
    tell: "The session is exported, unless `fail-on: warning` is set. The finding names what was left out. The list of allowed accounts, the clock, the trust policy and special characters in the keys are checked in any case. If the issuer answered with an error, that is the finding instead."
  }
}), ENOUGH_MS = Math.ceil(10 * 2e3 / 1e3) * 1e3;

// src/causes/issuer-unreachable.ts
var issuerUnreachable = causeOf("network", {
  id: "issuer-unreachable",
  section: "issuer",
  atIssuer: !0,
  title: "the connection to the issuer fails",
  severity: "error",
  retry: "transient",
  certainty: "certain",
  docs: ["repostInvalidToken", "githubSelfHosted"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => isIssuer(failure.peer) && !isProxy(failure) && !isNameFailure(failure) && !isTimeUp(failure) && certificateFault(failure) === void 0,
  explain: (failure, known) => {
    let url = urlAsked(failure, known), open = isOpened(failure);
    return {
      headline: connectionHeadline(failure, url),
      shown: connectionBlocks(failure, url),
      steps: open ? openedSteps(failure) : closedSteps(failure, url, known),
      confirm: open ? [lookFromOutside(url, known)] : [],
      stop: "Issuer: connection"
    };
  },
  page: {
    meaning: "The host name of the issuer was resolved, but the connection was refused, not answered, or cut before a whole answer came. A firewall, a server that is down, or a wrong port are the usual reasons. STS has to reach the same host on port 443, from the internet.",
    tell: "Refused (ECONNREFUSED): a machine answers, but nothing listens on that port, or a firewall refuses. No answer (ETIMEDOUT, TIMEOUT while connecting): a firewall drops the packets. If the connection was made and the time ran out, see issuer-slow; if its certificate is not accepted, the four pages issuer-tls-\u2026."
  }
});
function isOpened({ code, phase }) {
  return isNotTlsCode(code) || phase === "response" || phase === "tls";
}
function connectionHeadline({ code, phase, host, timeoutMs }, url) {
  let name = `the issuer's host ${quote(host, 60)}`, at = `port ${portToReach(url)}`;
  return code === "ECONNREFUSED" ? `the connection to ${name}, ${at}, was refused` : /TIMEDOUT|^TIMEOUT/.test(code) ? `${name} did not answer on ${at}${timeoutMs === void 0 ? "" : ` within ${timeoutMs / 1e3} s`}` : /UNREACH/.test(code) ? `this runner has no network route to ${name}` : isNotTlsCode(code) ? `the TLS handshake with ${name}, ${at}, failed` : phase === "tls" ? `the connection to ${name} was cut before it was encrypted` : phase === "response" ? `the connection to ${name} was cut before the whole answer came` : `the connection to ${name} failed`;
}
function connectionBlocks(failure, url) {
  let others = failure.addresses.filter((one) => !failure.detail.includes(one)), meant = describeConnection(failure);
  return [
    {
      show: "values",
      values: [
        { name: "URL", value: url },
        ...others.length === 0 ? [] : [{ name: "address", value: others.join(", ") }],
        errorValue(failure)
      ]
    },
    ...meant === "" ? [] : [{ show: "sentence", say: meant }]
  ];
}
function describeConnection({ code }) {
  return code === "ECONNREFUSED" ? "Nothing listens there, or a firewall refuses." : /TIMEDOUT|^TIMEOUT/.test(code) ? "A firewall that drops the packets looks like this." : isNotTlsCode(code) ? "What listens there does not speak TLS as Node does." : "";
}
function openedSteps({ code }) {
  return isNotTlsCode(code) ? [
    {
      say: "Let the server speak HTTPS (TLS 1.2 or newer) on that port",
      then: "A server that speaks plain HTTP there causes this very error."
    }
  ] : [
    { say: "Run the job again: a connection that was cut once is often a passing fault" },
    {
      when: "If it fails again",
      say: "Look at the log of the server, and of the load balancer and the firewall in front of it"
    }
  ];
}
function closedSteps({ host }, url, known) {
  let target = `${quote(host)}, port ${portToReach(url)}`;
  return [
    askFromOutside(url, known),
    {
      when: "If it succeeds there",
      say: `Allow this runner to connect to ${target}: only its network is affected`
    },
    {
      when: "If it fails there too",
      say: `Start the server, or make ${target}, publicly reachable in the firewall in front of it`,
      then: "STS cannot sign in anyone until then. It publishes no list of addresses that it comes from."
    }
  ];
}

// src/causes/issuer-url-invalid.ts
var PROBLEMS2 = {
  unparsable: "is not a URL",
  scheme: "does not begin with `https://`",
  query: "has a query (`?\u2026`)",
  fragment: "has a fragment (`#\u2026`)",
  port: "has a port",
  "user-info": "has a user name or password before the host",
  "too-long": `is longer than ${255} characters`
}, issuerUrlInvalid = causeOf("issuer-url", {
  id: "issuer-url-invalid",
  section: "issuer",
  atIssuer: ({ problem }) => problem !== "trailing-slash",
  title: "the issuer's URL does not fit a provider in IAM",
  severity: "error",
  retry: "never",
  certainty: ({ problem }) => problem === "port" ? "likely" : "certain",
  docs: ["iamProvider", "oidcCore"],
  // The input `issuer` is not sent to STS: how it is spelled explains nothing that STS says.
  explains: ({ problem }) => problem === "trailing-slash" ? [] : [...NO_KEY, "token-rejected", "provider-not-found"],
  matches: () => !0,
  explain: ({ url, problem }, known) => problem === "trailing-slash" ? explainSlash(url, known) : {
    headline: `the issuer's URL ${quote(url, 60)} ${PROBLEMS2[problem]}`,
    shown: ruleOn(problem),
    steps: urlSteps({ url, problem }, known),
    stop: "Issuer: its URL"
  },
  page: {
    meaning: `The claim \`iss\` of the token is the issuer's URL, and IAM looks for a provider with exactly this URL. IAM accepts https URLs with a host and perhaps a path: no query, no fragment, no user name, at most ${255} characters, and, according to AWS's documentation, no port.`,
    tell: "This is seen from the text of the URL alone, before anything is fetched. If the URL is fine but the provider has another one, STS answers that there is no such provider (provider-not-found, token-rejected)."
  }
});
function ruleOn(problem) {
  return [{ show: "sentence", say: problem === "port" ? "AWS's documentation says of a provider: \u201CThe URL should not contain a port number.\u201D" : "IAM accepts only `https://host/path`, and compares it with `iss` character by character." }];
}
function urlSteps({ url, problem }, known) {
  let fitting = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?(\[[^\]]*\]|[^/:?#\s]+)(?::\d+)?(\/[^?#\s]*)?/i, [, host = "", path = ""] = fitting.exec(url) ?? [], wanted = host === "" || problem === "too-long" ? "https://host/path" : `https://${host}${path}`, port = problem === "port", same = "Tokens (`iss`) and discovery document (`issuer`) must then both name it.";
  return [
    ...port ? [tryPort(url, known)] : [],
    {
      say: `Set the public URL of the issuer, in its own settings, to ${port ? "one without a port" : "one that IAM accepts"}`,
      code: oneLine(wanted, 1e3),
      language: "text",
      then: port ? `Serve it on port 443, for example through a reverse proxy. ${same}` : same
    },
    {
      say: "Create a provider with that URL in IAM",
      code: createProvider(known, wanted),
      language: "sh"
    }
  ];
}
function tryPort(url, known) {
  return {
    say: "Try whether IAM accepts the URL as it is",
    code: createProvider(known, url),
    language: "sh",
    then: "If it does, or has such a provider already, the port is not the reason."
  };
}
function explainSlash(url, known) {
  let given = known.inputs?.issuer ?? "", at = Math.min(url.length, given.length);
  return {
    headline: "the input `issuer` and the token differ only in the trailing slash",
    shown: [
      {
        show: "difference",
        wanted: { label: "token", value: url, at },
        actual: { label: "input", value: given, at }
      },
      { show: "sentence", say: "For IAM these are two issuers." }
    ],
    steps: [
      {
        say: "Write the issuer as the token has it",
        code: `with:
  issuer: ${oneLine(url, 1e3)}`,
        language: "yaml"
      },
      {
        say: "Check that the provider in IAM has it in the same form",
        code: getProvider(known),
        language: "sh"
      }
    ],
    stop: "Issuer: the input `issuer`",
    where: { input: "issuer" }
  };
}

// src/causes/jwks-cache-short.ts
var jwksCacheShort = causeOf("cache", {
  id: "jwks-cache-short",
  section: "issuer",
  atIssuer: !0,
  title: "the cache lifetime of the issuer's keys is less than a minute",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["rfc9111", "gitlabCache"],
  matches: ({ peer, freshness }) => peer === "jwks" && !isNotCacheable(freshness),
  explain: ({ url, header, freshness }) => ({
    headline: header === "" ? "the issuer's keys come without a `Cache-Control` header" : `the issuer's keys have only ${duration(freshness.lifetimeSeconds)} of cache lifetime left`,
    shown: [
      ...header === "" ? [] : [
        {
          show: "code",
          code: `Cache-Control: ${header}`,
          language: "http"
        }
      ],
      {
        show: "sentence",
        say: "Nothing is wrong yet, but jobs in a row may ask the issuer again and again."
      }
    ],
    steps: [sendCacheHeader(url)],
    confirm: [lookAtHeaders(url)],
    stop: stopAt("jwks")
  }),
  page: {
    meaning: "STS is believed to honour how long an answer may be cached. Below a minute, parallel and successive jobs of one pipeline meet an empty cache again and again: it is the first place to look when sign-in fails now and then. Publish a new key well before the first token is signed with it; then an hour is safe.",
    tell: "The time is what is left when the answer arrives: max-age less the Age that caches in between add. If caching is forbidden outright, see jwks-not-cacheable."
  }
});

// src/causes/jwks-key-not-found.ts
var MOST_KIDS = 8, jwksKeyNotFound = causeOf("key", {
  id: "jwks-key-not-found",
  section: "issuer",
  atIssuer: !0,
  title: "the token's key is not among the issuer's keys",
  severity: "error",
  retry: "once",
  certainty: "certain",
  docs: ["rfc7517", "oidcDiscovery", "repostInvalidToken"],
  explains: NO_KEY_ANYWHERE,
  matches: ({ problem }) => problem === "not-found",
  explain: (failure, known) => {
    let { kid, url, kids } = failure, key = kid === "" ? "the token's key" : `the token's key ${quote(kid, 60)}`;
    return {
      headline: kids.length === 0 ? "the issuer publishes no key at all" : `${key} is not among the issuer's published keys`,
      shown: [keyIds(failure), ...describeSecondCopy(failure, known)],
      steps: kids.length === 0 ? PUBLISH : keySteps(failure, known),
      confirm: [{ say: "See which ids are published now", code: curlBody(url), language: "sh" }],
      stop: stopAt("jwks")
    };
  },
  page: {
    meaning: "The header of a token names the key that signed it (`kid`). STS looks for this id among the keys that the issuer publishes. It is not there: the keys were rotated too early or published too late, a cache in between serves an old copy, or the token is from another environment than the keys.",
    tell: "The keys were fetched once more past caches. If the key is in the second copy, a cache in between is stale, and the header Age shows for how long. If it is in neither, the issuer does not publish it. If the id is there but the signature is not by that key, see token-signature-invalid."
  }
}), PUBLISH = [{ say: "Publish the public key that signs the tokens, with a `kid`" }];
function keyIds({ kid, url, kids }) {
  let more = kids.length > MOST_KIDS ? ` and ${count(kids.length - MOST_KIDS, "other")}` : "";
  return {
    show: "values",
    values: [
      ...kid !== "" && kids.length === 0 ? [{ name: "token", value: kid }] : [],
      ...kids.length === 0 ? [] : [{ name: "keys", value: `${kids.slice(0, MOST_KIDS).join(", ")}${more}` }],
      { name: "at", value: url }
    ]
  };
}
function isInSecondCopy(kid, { issuer }) {
  let result = issuer?.refetched?.result;
  return result?.ok ? result.value.some((key) => key.kid === kid) : void 0;
}
function describeSecondCopy({ kid, kids }, known) {
  let there = isInSecondCopy(kid, known);
  if (there === void 0 || kids.length === 0) return [];
  if (!there) return [{ show: "sentence", say: "Fetched again past caches, it is missing too." }];
  let age = Number(known.issuer?.jwks?.observed?.headers.age);
  return [
    {
      show: "sentence",
      say: `Fetched once more past caches, it is there: a cache is stale${age > 0 ? ` (\`Age: ${age}\`: ${duration(age)} old)` : ""}.`
    }
  ];
}
function keySteps({ kid, url }, known) {
  return isInSecondCopy(kid, known) ? [
    {
      say: `Purge ${quote(url)} in the CDN or proxy, then run the job again`,
      then: "STS may get the old copy too."
    },
    {
      say: "Publish a new key first from now on, wait as long as the old copy may be cached (max-age), and only then sign with it"
    }
  ] : [
    {
      when: "If keys were rotated just now",
      say: "Run the job again: a new token may name a key that is published"
    },
    {
      when: "If the tokens come from another environment (staging, another tenant)",
      say: "Correct `iss` or `jwks_uri`, which names the wrong one"
    },
    {
      say: `Publish the key ${quote(kid, 60)} beside the others`,
      then: "When keys rotate: publish first, sign later, and remove the old key only when its last token has expired."
    }
  ];
}

// src/causes/jwks-key-unusable.ts
var jwksKeyUnusable = causeOf("key", {
  id: "jwks-key-unusable",
  section: "issuer",
  atIssuer: !0,
  title: "STS cannot use the token's key as it is published",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7517", "rfc7518", "iamProvider"],
  // The generic sentence was seen of `key_ops` and of `use`, and of no other member.
  explains: (failure) => isRejected(failure) ? [...NO_KEY, "token-rejected"] : NO_KEY,
  matches: ({ problem }) => problem === "unusable",
  explain: (failure, { token }) => {
    let alg = typeof token?.header.alg == "string" ? token.header.alg : "", key = ofProblem(failure, "unusable"), { headline, shown: shown2, step } = REASONS2[key.member];
    return {
      headline: `STS cannot use the token's key ${quote(failure.kid, 60)}: ${headline}`,
      shown: [
        {
          show: "values",
          values: [
            ...key.published === void 0 ? [] : [{ name: "key", value: memberText(key) }],
            ...alg === "" ? [] : [{ name: "token", value: `alg: ${alg}` }]
          ]
        },
        { show: "sentence", say: shown2 }
      ],
      steps: [step],
      confirm: [{ say: "Look at the key", code: curlBody(failure.url), language: "sh" }],
      stop: `Issuer: key ${quote(failure.kid, 60)}`
    };
  },
  page: {
    meaning: "A published key says what it is and what it is for. STS accepts RSA keys, and EC keys of the curves P-256, P-384 and P-521, for signatures. It ignores keys for encryption, does not accept keys with `key_ops` at all, and needs the numbers of the key (`n` and `e`, or `x` and `y`), not only a certificate.",
    tell: "The finding names the member. For `use: enc` STS says that it could not retrieve the verification key; for `key_ops` it gives its generic sentence. Both, and that the `alg` of the key is not compared, were observed with real STS on 2026-09-11. Only the key that the token names is judged: others in the set may be for encryption."
  }
});
function isRejected(failure) {
  return failure.problem === "unusable" && ["key_ops", "use"].includes(failure.member);
}
function lackingMember(member) {
  return {
    headline: `it lacks ${quote(member)}`,
    shown: "STS does not read the key from a certificate (`x5c`) instead.",
    step: {
      say: "Publish the numbers of the key, each in base64url: `n` and `e` of an RSA key, `crv`, `x` and `y` of an EC key"
    }
  };
}
var USE_SIG = { code: '"use": "sig"', language: "json" }, REASONS2 = {
  use: {
    headline: "it is published for encryption",
    shown: "STS ignores keys that are not for signatures.",
    step: { say: "Publish the signing key with this member, or without `use`", ...USE_SIG }
  },
  key_ops: {
    headline: "it has the member `key_ops`",
    shown: "STS refuses such a key even if `key_ops` allows to verify.",
    step: {
      say: "Remove `key_ops` from the published key; to say what it is for, use this instead",
      ...USE_SIG
    }
  },
  kty: {
    headline: "its kind does not fit the token's algorithm",
    shown: "`RS\u2026` algorithms need an RSA key, `ES\u2026` algorithms an EC key.",
    step: {
      say: "Sign the tokens with an RSA key (RS256) or an EC key (ES256), and publish that key under this id"
    }
  },
  crv: {
    headline: "its curve does not fit the token's algorithm",
    shown: "ES256 needs P-256, ES384 needs P-384, ES512 needs P-521.",
    step: {
      say: "Sign with the algorithm of the curve, or publish a key of the curve of the algorithm"
    }
  },
  x5c: {
    headline: "its certificate (`x5c`) is of another key",
    shown: "STS needs the two to agree.",
    step: {
      say: "Remove `x5c` from the published key, or publish the certificate of this very key",
      then: "STS does not need it."
    }
  },
  n: lackingMember("n"),
  e: lackingMember("e"),
  x: lackingMember("x"),
  y: lackingMember("y")
};

// src/causes/jwks-key-weak.ts
var jwksKeyWeak = causeOf("key", {
  id: "jwks-key-weak",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer publishes an RSA key that is too short",
  severity: "warning",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7518", "rfc7517"],
  matches: ({ problem }) => problem === "weak",
  explain: (failure) => {
    let { url, kid, kids, bits } = ofProblem(failure, "weak");
    return {
      headline: `the issuer's RSA key ${quote(kid, 60)} has only ${bits} bits`,
      shown: [
        {
          show: "sentence",
          say: `RS256 requires at least ${IN_WORDS.leastRsaBits} bits. Whoever breaks a short key can sign tokens in the issuer's name.`
        }
      ],
      steps: [
        {
          say: "Create a new key and sign with it",
          code: "openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out signing-key.pem",
          language: "sh"
        },
        {
          say: "Publish its public half under a new `kid`, and remove the short key when its last token has expired"
        }
      ],
      confirm: [lookAtKeys(url)],
      folded: kids.length > 1 ? [
        {
          title: `All ${kids.length} short keys`,
          blocks: [{ show: "sentence", say: `${list(kids.slice(0, 20))}.` }]
        }
      ] : [],
      stop: `Issuer: key ${quote(kid, 60)}`
    };
  },
  page: {
    meaning: `RSA keys below ${IN_WORDS.leastRsaBits} bits no longer count as safe, and the standard for signed tokens forbids them (RFC 7518, section 3.3). Many libraries refuse such a key; whether STS accepts it is not known. Roles that trust this issuer are only as safe as its shortest key.`,
    tell: "The length is counted from the published modulus (`n`). Every published key counts, not only the one that signed this token: STS would accept a token signed with any of them."
  }
});

// src/causes/jwks-kid-duplicate.ts
var jwksKidDuplicate = causeOf("key", {
  id: "jwks-kid-duplicate",
  section: "issuer",
  atIssuer: !0,
  title: "several keys of the issuer share one id",
  severity: (failure) => isLastWrong(failure) ? "error" : "warning",
  retry: "never",
  certainty: (failure) => wrongOf(failure) === "signature" ? "likely" : "certain",
  docs: ["rfc7517"],
  explains: [...NO_KEY, "token-rejected", "token-signature-invalid"],
  matches: ({ problem }) => problem === "duplicate",
  explain: (failure) => {
    let { kid, url } = failure;
    return {
      headline: `several different keys of the issuer share the id ${quote(kid, 60)}`,
      shown: [
        { show: "values", values: [{ name: "at", value: url }] },
        { show: "sentence", say: `STS uses the last of them. ${describeLast(failure)}` }
      ],
      steps: [
        ...isLastWrong(failure) ? [
          {
            say: `Put the key that signs the tokens last among those with the id ${quote(kid, 60)}, or remove the others`
          }
        ] : [],
        {
          say: "Give each key an id of its own: the key that was added last gets a new one",
          then: `A cache that holds ${quote(kid, 60)} knows it as another key.`
        }
      ],
      confirm: [lookAtKeys(url)],
      stop: `Issuer: keys with the id ${quote(kid, 60)}`
    };
  },
  page: {
    meaning: "STS looks a key up by its id. If several keys have the same, the last in the list replaces the ones before (observed with real STS on 2026-09-11). Whether sign-in works then depends on the order of the list.",
    tell: "An error where the last one is not the key that signed the token: it is for encryption, of another kind, or does not verify the signature. A warning where the last one is right, or where there was no token to try. The same key listed twice does no harm, and is not reported."
  }
});
function wrongOf(failure) {
  return failure.problem === "duplicate" ? failure.wrong : void 0;
}
function isLastWrong(failure) {
  return wrongOf(failure) !== void 0;
}
function describeLast(failure) {
  let wrong = wrongOf(failure);
  return wrong === void 0 ? "In another order of the list, sign-in would fail." : wrong === "signature" ? "Most likely that is the wrong one: it does not verify the signature." : `It cannot verify this token (${quote(memberText(wrong), 60)}).`;
}

// src/causes/jwks-kid-missing.ts
var jwksKidMissing = causeOf("key", {
  id: "jwks-kid-missing",
  section: "issuer",
  atIssuer: !0,
  title: "no `kid` links the token to a published key",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7515", "rfc7517", "iamProvider"],
  explains: NO_KEY,
  matches: ({ problem }) => problem === "kid-missing",
  explain: (failure) => {
    let { lacks } = ofProblem(failure, "kid-missing");
    return {
      headline: lacks === "token" ? "the token names no key: its header has no `kid`" : "the issuer publishes a key without `kid`, which STS ignores",
      shown: describeIds(failure),
      steps: [
        {
          say: "Give every published key a `kid`, and put that of the signing key into the header of every token",
          code: '{"alg":"RS256","typ":"JWT","kid":"\u2026"}',
          language: "json",
          then: "A good id is the thumbprint of the key (RFC 7638): it never stands for another one."
        }
      ],
      confirm: [lookAtKeys(failure.url)],
      stop: lacks === "token" ? "Token: no `kid`" : "Issuer: key without `kid`"
    };
  },
  page: {
    meaning: "STS finds the key of a token by its id, `kid`. A token without one is accepted only where the issuer publishes exactly one key, and that key must have an id, too.",
    tell: "The finding says which side lacks the id: the token, or the key. This was observed with real STS on 2026-09-11. If both have ids that do not match, see jwks-key-not-found."
  }
});
function describeIds(failure) {
  let { kid, url, kids, lacks } = ofProblem(failure, "kid-missing");
  return [
    {
      show: "values",
      values: [
        ...kids.length > 0 ? [{ name: "keys", value: kids.slice(0, 8).join(", ") }] : [],
        { name: "at", value: url }
      ]
    },
    {
      show: "sentence",
      say: lacks === "token" ? `STS accepts that only with one key${kids.length > 1 ? "" : "; there are several"}.` : `It does so even where it is the only one.${kid === "" ? "" : ` The token names ${quote(kid, 60)}.`}`
    }
  ];
}

// src/causes/jwks-malformed.ts
var jwksMalformed = causeOf("document", {
  id: "jwks-malformed",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's keys are not a JSON Web Key Set",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["rfc7517", "oidcDiscovery"],
  explains: NO_KEY_ANYWHERE,
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
  atIssuer: !0,
  title: "the issuer publishes a private key",
  severity: "error",
  retry: "never",
  certainty: "certain",
  stands: !0,
  docs: ["rfc7517", "rfc7518"],
  matches: ({ problem }) => problem === "private",
  explain: (failure) => {
    let { url, kid, kids, members } = ofProblem(failure, "private"), others = kids.length > 1 ? ` (${count(kids.length, "key")} in all)` : "";
    return {
      headline: `the issuer publishes the private half of its key ${quote(kid, 60)}${others}`,
      shown: [
        { show: "values", values: [{ name: "at", value: url }] },
        {
          show: "sentence",
          say: "Anybody who has read this URL can sign tokens as this issuer."
        }
      ],
      steps: [
        {
          say: `Close the roles in AWS that trust ${quote(originOf(url))} until the key is replaced: add a Deny to their trust policies`
        },
        {
          say: "Replace the key, for it is compromised: create a new one, sign with it, and remove the old one from the list"
        },
        {
          say: "Publish only the public members: kty, kid, use, alg, and n and e (RSA), or crv, x and y (EC)"
        },
        {
          say: "Look in CloudTrail for `AssumeRoleWithWebIdentity` events that no job of yours caused"
        }
      ],
      folded: [
        {
          title: "Which keys, and what of them only the owner may know",
          blocks: [
            { show: "sentence", say: `Keys: ${list(kids.slice(0, 20))}.` },
            {
              show: "sentence",
              say: `Members: ${list(members)}. Only their names are shown here, not their values.`
            }
          ]
        }
      ],
      stop: `Issuer: private key ${quote(kid, 60)}`
    };
  },
  page: {
    meaning: "A JSON Web Key of RSA or EC is private when it has the member `d` (and perhaps `p`, `q`, `dp`, `dq`, `qi`); a symmetric key (`k`) always is. In a published key set that is an accident with the worst outcome: anybody can sign tokens that STS accepts, for any repository and any role that trusts the issuer.",
    tell: "This stays an error although sign-in works: that is exactly the problem. Removing the member is not enough, for the key has been public."
  }
});

// src/causes/jwks-redirected.ts
var jwksRedirected = causeOf("http", {
  id: "jwks-redirected",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer's keys are redirected",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["oidcDiscovery", "rfc7517"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === "jwks" && isRedirect(failure),
  explain: explainRedirected,
  page: {
    meaning: `The discovery document names a URL for the keys that does not serve them, but redirects. The keys have to be at the named URL, with status 200. ${NO_REDIRECTS}`,
    tell: "The finding shows the status and the target. Usually it is enough to name the target in `jwks_uri`. If the discovery document itself is redirected, see discovery-redirected."
  }
});

// src/causes/jwks-too-many-keys.ts
var jwksTooManyKeys = causeOf("key", {
  id: "jwks-too-many-keys",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer publishes more keys than STS accepts",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "rfc7517"],
  explains: NO_KEY,
  matches: ({ problem }) => problem === "too-many",
  explain: (failure, { token }) => {
    let { url, kids, type } = ofProblem(failure, "too-many"), alg = token?.header.alg, signed = typeof alg == "string" ? ` (${quote(alg)})` : "";
    return {
      headline: `the issuer publishes ${kids.length} ${type} keys; STS accepts at most ${100}`,
      shown: [
        {
          show: "sentence",
          say: `With more, STS verifies no token signed with such a key${signed}.`
        }
      ],
      steps: [
        {
          say: `Remove ${count(kids.length - 100, `${type} key`)} or more from the list: those whose last token has expired`
        },
        {
          when: "If that many issuers really share one list",
          say: `Sign with ${type === "RSA" ? "EC keys (ES256)" : "RSA keys (RS256)"} for AWS (there may be another ${100} of those), or give each group an issuer URL of its own`
        }
      ],
      confirm: [
        {
          say: "Count them",
          code: `${curlBody(url)} | jq '[.keys[].kty] | group_by(.) | map({(.[0]): length}) | add'`,
          language: "sh"
        }
      ],
      stop: `Issuer: ${kids.length} ${type} keys`
    };
  },
  page: {
    meaning: `STS reads a list of keys only up to ${100} RSA keys and ${100} EC keys. Beyond, all tokens of that kind fail, also those whose key is at the front, and STS says that it could not retrieve the verification key. This happens where many servers publish keys under one issuer (SPIRE, many clusters), or where old keys are never removed.`,
    tell: "With 101 RSA keys real STS refused an RSA token whose key was the first of the list (observed on 2026-09-11). The limit for EC keys is from the documentation of AWS."
  }
});

// src/causes/jwks-unavailable.ts
var jwksUnavailable = causeOf("http", {
  id: "jwks-unavailable",
  section: "issuer",
  atIssuer: !0,
  title: "the issuer does not serve its keys",
  severity: "error",
  retry: retryOfStatus,
  certainty: "certain",
  docs: ["oidcDiscovery", "repostInvalidToken", "rfc7517"],
  explains: NO_KEY_ANYWHERE,
  matches: (failure) => failure.peer === "jwks" && !isRedirect(failure),
  explain: explainUnavailable,
  page: {
    meaning: "The discovery document names in `jwks_uri` where the public keys are (JSON Web Key Set, JWKS). Without them nobody can verify a token. The server that was named answered with an error.",
    tell: "The discovery document itself was served; only the second step failed. 404: `jwks_uri` names a wrong path. 403 with a web page: a firewall. 429: the issuer throttles its callers, which often follows from jwks-not-cacheable. 5xx: a fault of the server."
  }
});

// src/causes/partition-mismatch.ts
var partitionMismatch = causeOf("input", {
  id: "partition-mismatch",
  section: "inputs",
  title: "role and region are in different AWS partitions",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsPartitions", "iamArns", "awsRegions"],
  matches: ({ problems }) => areAll(problems, ["same-partition"]),
  explain: ({ problems: [problem] }) => ({
    headline: problem ? inputLine(problem) : "role and region are in different AWS partitions",
    shown: [
      {
        show: "sentence",
        say: "Each partition has its own accounts, roles and STS. The second part of an ARN names it."
      },
      { show: "values", values: [{ name: "role", value: givenText(problem?.given ?? "") }] }
    ],
    steps: problem ? stepsFor4(problem) : [],
    stop: "Role and region",
    where: { input: "aws-region" }
  }),
  page: {
    meaning: "Each partition (`aws` is the public one, `aws-cn` China, `aws-us-gov` GovCloud; there are also `aws-eusc`, `aws-iso`\u2026) has its own accounts and its own STS. A role can only be assumed through the STS of its partition. AWS itself answers a mismatch with `Request ARN is invalid` or `No OpenIDConnect provider found in your account`, which do not mention it.",
    tell: "Each is right by itself: the ARN has the form of a role, and the region fits a partition. Only together they cannot work."
  }
});
function stepsFor4({ given, want }) {
  if (want.form !== "same-partition") return [];
  let { rolePartition, partition } = want, [example, ...more] = ownMember(EXAMPLES, rolePartition) ?? [], role = givenText(given).split("/").at(-1) ?? "";
  return [
    {
      when: "If the role is right",
      say: `Set a region of ${quote(rolePartition)}`,
      ...example === void 0 ? {} : { code: `aws-region: ${example}`, language: "yaml" },
      ...more.length === 0 ? {} : { then: `Others of it: ${list(more)}.` }
    },
    {
      when: "If the region is right",
      say: `Set \`role-to-assume\` to a role in an account of ${quote(partition)}. Print its ARN there`,
      code: `aws iam get-role --role-name ${shellWord(isRoleName(role) ? oneLine(role) : "<name>")} --query Role.Arn --output text`,
      language: "sh"
    }
  ];
}
var EXAMPLES = {
  aws: ["eu-west-1", "us-east-1"],
  "aws-cn": ["cn-north-1", "cn-northwest-1"],
  "aws-us-gov": ["us-gov-west-1", "us-gov-east-1"],
  "aws-eusc": ["eusc-de-east-1"]
};

// src/causes/shared/files.ts
var ERRNOS = {
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EACCES: "permission is denied",
  EPERM: "permission is denied",
  EROFS: "the file system is read-only",
  ENOENT: "there is no such file or folder",
  EISDIR: "it is a folder",
  ENOTDIR: "its path contains a file",
  EEXIST: "its path contains a file",
  EBUSY: "it is mounted or held open",
  ERR_ENCODING_INVALID_ENCODED_DATA: "it is not text in UTF-8"
}, REFUSALS2 = {
  link: "it or its folder is a symlink",
  "not-a-file": "it is not a regular file",
  locked: "another process holds its lock"
}, FILE_NAMES = {
  credentials: "the AWS credentials file",
  config: "the AWS config file",
  renewal: "the renewing profile's file",
  env: "the environment file of the job",
  output: "the output file of the step",
  state: "the state file of the step",
  report: "the report file"
}, MOST_OF_PATH = 60;
function fileInWords(path) {
  let name = path.split(/[/\\]/).filter((part) => part !== "").at(-1) ?? path;
  return quote(path.length > MOST_OF_PATH ? name : path, MOST_OF_PATH);
}
function wholePath(path) {
  return path.length > MOST_OF_PATH ? [{ show: "values", values: [{ name: "file", value: path }] }] : [];
}
function fileValues(failure) {
  return {
    show: "values",
    values: [
      { name: "file", value: failure.path },
      { name: "error", value: errorCode(failure) }
    ]
  };
}
function fileReason(failure) {
  let code = errorCode(failure);
  switch (failure.reason) {
    case "delimiter":
      return code;
    case "not-set":
      return `the runner did not set ${oneLine(failure.path)}`;
    case "os":
      return ownMember(ERRNOS, code) ?? `the system answered ${quote(code, 60)}`;
    case "too-large":
      return `it is larger than ${isOfProfile(failure) ? IN_WORDS.largestProfileFile : IN_WORDS.largestRunnerFile}`;
    default:
      return REFUSALS2[failure.reason];
  }
}
function lookAtFolder(path) {
  let folder = shellWord(path.replace(/[^/\\]*$/, "") || ".");
  return {
    say: "Look at the place, on the runner",
    code: `df -h ${folder}; ls -la ${folder}; id`,
    language: "sh"
  };
}
function isOfProfile({ file }) {
  return file === "credentials" || file === "config" || file === "renewal";
}
var OWN_FILES = {
  say: "Give this job files of its own, in a step before this one",
  code: `- run: |
    echo "AWS_SHARED_CREDENTIALS_FILE=$RUNNER_TEMP/aws-credentials" >> "$GITHUB_ENV"
    echo "AWS_CONFIG_FILE=$RUNNER_TEMP/aws-config" >> "$GITHUB_ENV"`,
  language: "yaml"
};

// src/causes/profile-exists.ts
var profileExists = causeOf("profile-exists", {
  id: "profile-exists",
  section: "sts",
  link: "export",
  title: "a profile of that name exists already",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsFileFormat", "awsFileLocation"],
  matches: () => !0,
  explain: ({ profile, path, line, others = [], unkept }, known) => ({
    headline: unkept ? UNKEPT : existing([profile, ...others.map((one) => one.profile)]),
    shown: [{ show: "values", values: [{ name: "found in", value: `${path}, line ${line}` }] }],
    steps: unkept ? FEWER2 : [
      {
        when: "If this step may replace it until the job ends",
        say: "Allow that",
        code: "overwrite-aws-profile: true",
        language: "yaml"
      },
      { when: "If it may not", ...otherProfile(profile, known) }
    ],
    otherwise: [
      {
        when: "If this is a self-hosted runner",
        say: "See whose profile it is: a job that was killed leaves its profile behind",
        code: `ls -l ${shellWord(path)}; grep -n '^\\[' ${shellWord(path)}`,
        language: "sh"
      },
      OWN_FILES
    ],
    folded: allPlaces([{ profile, path, line }, ...others]),
    stop: `Profile ${quote(profile, 60)}`,
    ...profileWhere(known)
  }),
  page: {
    meaning: "The step was to write a profile, but the credentials file or the config file already has one of that name. It may be somebody's own, so it is not replaced unless `overwrite-aws-profile` says so: an earlier step of the job wrote it, the machine came with it, or a job that was killed before its post step left it behind. With `overwrite-aws-profile`, profiles of `roles` are not replaced either if all that they hold is too large to be kept for the post step. The sign-in succeeded, but nothing was written or exported.",
    tell: "The finding names the file and the line. If the files themselves cannot be read or written, the cause is `profile-file-odd` or `profile-unwritable`."
  }
}), ANOTHER = "<another name>";
function otherProfile(profile, known) {
  let other = /^[\w.-]+$/.test(profile) ? `${oneLine(profile)}-oidc` : ANOTHER;
  if (roleInput(known) !== "roles")
    return {
      say: "Write another profile, and use its name in later steps",
      code: `aws-profile: ${other}`,
      language: "yaml"
    };
  let { roles = [], region, trustPolicy } = known.inputs ?? {}, role = roles.find(({ name: name2 }) => name2 === profile), name = roles.some((one) => one.name === other) ? ANOTHER : other, own2 = role && role.region !== region ? { region: role.region } : {};
  return {
    say: `Give this role another name${role && role.trustPolicy !== "" && role.trustPolicy !== trustPolicy ? " (in `trust-policy` too)" : ""}, and use it in later steps`,
    ...pastedRole("roles", role?.role.text ?? "<ARN of the role>", { name, ...own2 })
  };
}
var UNKEPT = `what the profiles to replace hold is too large to keep (more than ${IN_WORDS.largestNotes})`, FEWER2 = [
  {
    say: "Divide the lines of `roles` between two or more steps",
    then: "Each step keeps as much of its own until the post step puts it back."
  }
];
function existing(profiles) {
  let [verb, noun] = profiles.length === 1 ? ["exists", "profile"] : ["exist", "profiles"];
  return `the ${noun} ${listAtMost(profiles, 2)} ${verb} already, and \`overwrite-aws-profile\` is not set`;
}
function placesOf(all) {
  return all.map(
    ({ profile, path, line }) => `${quote(profile, 60)} in ${quote(path)}, line ${line}`
  );
}
function allPlaces(all) {
  return all.length === 1 ? [] : [{ title: "All of these profiles", blocks: [{ show: "list", points: placesOf(all) }] }];
}

// src/causes/profile-file-odd.ts
var profileFileOdd = causeOf("profile-odd", {
  id: "profile-file-odd",
  section: "sts",
  link: "export",
  title: "a file of AWS profiles is not as its readers expect",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsFileFormat", "awsFileLocation"],
  matches: () => !0,
  explain: (failure, known) => {
    let { problem, profile } = failure, { what, why, step } = PROBLEMS3[problem];
    return {
      headline: `${fileInWords(failure.path)} ${what(failure)}`,
      shown: [
        {
          show: "sentence",
          say: `${why === void 0 ? "" : `${why} `}The file was not changed.`
        }
      ],
      steps: [step(failure, known)],
      otherwise: problem === "value" ? [] : [OWN_FILES],
      folded: wholePath(failure.path).map((block) => ({ title: "The file", blocks: [block] })),
      stop: `Profile ${quote(profile, 60)}`,
      ...profileWhere(known)
    };
  },
  page: {
    meaning: "The credentials file or the config file holds something that the AWS CLI and the SDKs read in different ways, or not at all: two sections of one profile, a section's header that is not closed, settings before the first section, a NUL byte. Nobody can say where a new profile would go, so the file is not touched. The sign-in succeeded, but nothing was exported.",
    tell: "The finding names the file, the line and what is odd there. If the file cannot be read or written at all, the cause is `profile-unwritable`."
  }
}), PROBLEMS3 = {
  nul: {
    what: ({ line }) => `has a NUL byte in line ${line}, so it is not text`,
    step: ({ path }) => ({
      say: "Restore the file, or move it away",
      code: `mv ${shellWord(path)} ${shellWord(`${path}.odd`)}`,
      language: "sh"
    })
  },
  "carriage-return": {
    what: ({ line }) => `has a carriage return without a line feed in line ${line}`,
    why: "Some readers end the line there, others do not.",
    step: ({ path }) => ({
      say: "End its lines with line feeds",
      code: `sed -i 's/\\r/\\n/g' ${shellWord(path)}`,
      language: "sh"
    })
  },
  header: {
    what: ({ line }) => `has a section header in line ${line} that cannot be read`,
    why: "It is not closed, or text follows it.",
    step: (failure) => headersStep(
      failure,
      `Write the header of line ${failure.line} alone on its line, as \`[name]\` or \`[profile name]\`. These are all headers`
    )
  },
  "before-sections": {
    what: ({ line }) => `has text in line ${line}, before its first section`,
    why: "So it is not a file of AWS profiles.",
    step: ({ line, path }) => ({
      say: `Put line ${line} into a section, or make it a comment`,
      code: `sed -i '${line}s/^/# /' ${shellWord(path)}`,
      language: "sh"
    })
  },
  "indented-header": {
    what: ({ line }) => `has a section header with spaces before it in line ${line}`,
    why: "The AWS CLI reads it as part of the value above, the SDKs as a section.",
    step: (failure) => headersStep(
      failure,
      `Remove the spaces before the header in line ${failure.line}. These are all headers`
    )
  },
  duplicate: {
    what: ({ profile, line }) => `has a second section of the profile ${quote(profile, 60)} in line ${line}`,
    why: "The AWS CLI and SDKs disagree on which counts.",
    step: (failure) => headersStep(failure, "Keep one of the two sections. These are all headers")
  },
  "one-file": {
    what: () => "is both the credentials file and the config file",
    why: "The profile `default` would be one section for both.",
    step: (_failure, known) => ({
      say: `Give AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE two different files, or ${roleInput(known) === "roles" ? "give the role another name in `roles`" : "write a profile of another name"}`
    })
  },
  value: {
    what: () => "cannot hold the credentials that STS gave",
    why: "One is empty, or has a line break or a space at its end.",
    step: (_failure, known) => ({
      say: `${roleInput(known) === "roles" ? "Tell" : "Use the session without a profile, and tell"} whoever runs the STS of \`sts-endpoint\``
    })
  }
};
function headersStep({ path }, say) {
  return { say, code: `grep -nE '^[[:blank:]]*\\[' ${shellWord(path)}`, language: "sh" };
}

// src/causes/profile-unwritable.ts
var profileUnwritable = causeOf("file", {
  id: "profile-unwritable",
  section: "sts",
  link: "export",
  title: "the files of AWS profiles cannot be used",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["awsFileLocation", "githubSelfHosted"],
  matches: isOfProfile,
  explain: (failure, known) => ({
    headline: `${FILE_NAMES[failure.file]} cannot be used, since ${fileReason(failure)}`,
    shown: failure.reason === "not-set" ? [] : [fileValues(failure)],
    ...stepsFor5(failure),
    stop: `File: ${FILE_NAMES[failure.file]}`,
    ...profileWhere(known)
  }),
  page: {
    meaning: "The profile goes into two files, or into none: one of them, its folder, or its lock could not be read or written. The disk is full, the home directory is read-only or belongs to another user, or the file is a link: links are not followed, because whoever made the link would decide which file is overwritten with credentials. The sign-in succeeded, but nothing was written or exported.",
    tell: "The finding names the file and the code of the operating system. If the file can be read but holds something odd, the cause is `profile-file-odd`; if it holds a profile of that name, `profile-exists`; the environment file of the job is `runner-file-unwritable`."
  }
});
function stepsFor5({ path, reason: reason3 }) {
  return reason3 === "not-set" ? {
    steps: [
      {
        say: "Run the step on a runner of GitHub Actions, or point RUNNER_TEMP at a folder",
        code: "export RUNNER_TEMP=$(mktemp -d)",
        language: "sh"
      }
    ]
  } : reason3 === "link" ? {
    steps: [
      {
        say: "Name the real file in AWS_SHARED_CREDENTIALS_FILE and AWS_CONFIG_FILE, for this step and for the tools. It is",
        code: `readlink -f ${shellWord(path)}`,
        language: "sh"
      }
    ],
    otherwise: [OWN_FILES]
  } : reason3 === "locked" ? {
    steps: [
      {
        when: "If no other job is at work on this machine",
        say: "Remove the lock",
        code: `rm ${shellWord(`${path}.lock`)} ${shellWord(`${path}.lock.clear`)}`,
        language: "sh"
      },
      OWN_FILES
    ]
  } : { steps: [OWN_FILES, lookAtFolder(path)] };
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
  explain: (fallback, known) => {
    let { region, used } = fallback;
    return {
      headline: `STS in ${quote(region)} failed, so STS in ${quote(used)} was used`,
      shown: reason(fallback),
      steps: [
        ...regionSteps(fallback),
        {
          when: "If it stays like this",
          say: `Keep ${known.inputs?.lineOfRoles?.region === void 0 ? "`aws-region`" : "the region of this role"} as it is`,
          then: `Later steps get it ${isOneOfRoles(known) ? "from the profile" : "as AWS_REGION"}: with another value they would work in ${quote(used)}. The session works in every region that the account has enabled.`
        }
      ],
      ...regionWhere(known)
    };
  },
  page: {
    meaning: "The STS of the region that was asked for was down, could not be reached, or is not activated for the account. One of `fallback-regions` signed the job in, so that the job could go on.",
    tell: "It is found only beside a successful sign-in. It names the cause for which the first region was given up; the log has each attempt that failed there."
  }
});
function reason({ region, cause, failure }) {
  let said2 = failure.kind === "aws" ? { by: `STS in ${region}`, text: firstSentence(failure.message) } : void 0;
  return [
    ...said2 === void 0 ? [] : [{ show: "answer", ...said2 }],
    {
      show: "sentence",
      say: `The cause there is ${quote(cause)}${said2 === void 0 ? `: ${quote(answerText(failure), 100)}` : ""}.`
    }
  ];
}
function firstSentence(text) {
  return /^.{20,}?\.(?=\s)/s.exec(text)?.[0] ?? text;
}
function regionSteps({ region, cause, failure }) {
  if (cause === "sts-region-disabled") return activateSteps(region);
  let host = failure.kind === "network" ? quote(failure.host) : `the host of STS in ${quote(region)}`;
  return failure.kind === "network" && isProxy(failure) ? [{ say: `Let the proxy pass ${host}, port 443, through without TLS inspection` }] : [
    { say: `Check whether STS in ${quote(region)} is down (${DOC_URLS.awsStatus})` },
    { say: `Check that the firewall allows ${host}, port 443, from this runner` }
  ];
}
function activateSteps(region) {
  let name = shellWord(region);
  return [
    {
      say: "Check whether the account has this region enabled, with credentials of the account",
      code: `aws account get-region-opt-status --region-name ${name}`,
      language: "sh"
    },
    {
      when: "If it is not enabled, and the job works in this region",
      say: "Enable it",
      code: `aws account enable-region --region-name ${name}`,
      language: "sh",
      then: "This takes minutes. Until then, later steps that work in this region fail too."
    }
  ];
}

// src/causes/region-unknown.ts
var regionUnknown = causeOf(["input", "network"], {
  id: "region-unknown",
  section: "sts",
  link: ({ kind }) => kind === "input" ? "inputs" : "sts",
  title: "there is no AWS region of this name",
  severity: "error",
  retry: "never",
  certainty: ({ kind }) => kind === "input" ? "certain" : "likely",
  docs: ["awsRegions", "awsPartitions"],
  ofRegion: !0,
  matches: (failure, known) => failure.kind === "input" ? areAll(failure.problems, ["listed-region"]) : isUnlistedRegion(failure, known),
  explain: (failure, known) => failure.kind === "input" ? explainInput2(failure) : explainNotResolved(failure, known),
  page: {
    meaning: "The name is misspelt, is an availability zone (a region with one more character at its end, such as `us-east-1a`), or is a region of another product (`auto`). The AWS SDK builds a host name from it all the same, and only DNS says that there is no such host.",
    tell: "A name that fits no pattern of any partition is refused before any call. One that fits a pattern but is not in the list of the SDK is tried, since AWS opens new regions; only when DNS does not know its STS either, this page applies. If a listed region cannot be resolved, it is sts-unreachable."
  }
});
function isUnlistedRegion(failure, { inputs }) {
  let { peer, phase, code } = failure;
  return peer !== "sts" || phase !== "dns" || code !== "ENOTFOUND" ? !1 : inputs !== void 0 && !inputs.customEndpoint && !isListed(inputs.region);
}
function explainInput2({ problems }) {
  let given = givenText(problems[0]?.given ?? ""), zone = /\d[a-z]$/.test(given);
  return {
    headline: `there is no AWS region ${quote(given, 60)}`,
    shown: [
      {
        show: "sentence",
        say: zone ? "It looks like an availability zone, which is a region and one more character." : "It fits the region names of no AWS partition."
      }
    ],
    steps: [writeStep(given), LIST_REGIONS],
    stop: "Input `aws-region`",
    where: { input: "aws-region" }
  };
}
function explainNotResolved({ host, detail }, known) {
  let region = known.inputs?.region ?? "";
  return {
    headline: `DNS does not know ${quote(host, 60)}, the STS of region ${quote(region, 60)}`,
    shown: [
      { show: "answer", by: "DNS", text: detail },
      {
        show: "sentence",
        say: "The AWS SDK does not list this region either: most likely there is none."
      }
    ],
    steps: [LIST_REGIONS, writeStep(region, known)],
    stop: `STS: ${quote(host, 60)}`,
    ...regionWhere(known)
  };
}
function writeStep(given, known = {}) {
  let near = nearestRegion(given);
  return isNear(given, near) ? {
    when: `If you mean ${quote(near)}`,
    say: "Write it like this",
    ...regionLine(known, near)
  } : {
    say: "Write the region that this job works in, for example",
    ...regionLine(known, "eu-west-1")
  };
}
var LIST_REGIONS = {
  say: "Print all regions, with credentials of any account",
  code: "aws ec2 describe-regions --all-regions --query 'Regions[].RegionName' --output text",
  language: "sh"
};

// src/causes/role-input-empty.ts
var roleInputEmpty = causeOf("input-empty", {
  id: "role-input-empty",
  section: "inputs",
  title: "role-to-assume or roles is empty, so no role was assumed",
  // A composite action cannot leave out an input that it may have been given.
  severity: ({ nested }) => nested ? "warning" : "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubSecrets", "githubContexts", "githubReusable"],
  matches: () => !0,
  explain: (failure, known) => failure.nested ? explainNested(failure, known) : {
    headline: headlineOf9(failure),
    shown: [...writtenBlock(failure), { show: "sentence", say: emptyReason(failure, known) }],
    steps: emptySteps({ ...failure, value: exampleFor(failure) }, known),
    otherwise: withoutRole(failure, known),
    stop: `Input ${quote(failure.input)}`,
    where: { input: failure.input }
  },
  page: {
    meaning: "GitHub turns an unset expression into an empty string, without a warning. An expression such as `${{ secrets.AWS_ROLE }}` is empty if the secret or variable does not exist, if it is kept where this job cannot see it (another environment, another organisation), or if it is not passed on: secrets to a reusable workflow without `secrets: inherit`, a variable of `env:` that is set from an empty secret. A step that goes on without its role signs nobody in, and a later step fails because it has no credentials. So an empty role stops this step before anything is checked.",
    tell: "A step that leaves `role-to-assume` and `roles` out, or gives them the value `none`, only checks the token and the issuer; that is not an error. An expression that may be empty can end in `|| 'none'`. In a composite action, which cannot leave out an input, an empty role is a warning. If the run is for a pull request from a fork, or is Dependabot's, the finding is token-fork-pull-request or token-dependabot. If only a part of the ARN is empty, it is role-arn-invalid."
  }
});
function exampleFor({ input }) {
  return input === "roles" ? "<name>: <ARN of the role>" : "<ARN of the role>";
}
function headlineOf9({ input, source: source2 }) {
  if (source2 === void 0 || source2.empty.length === 0)
    return `${quote(input)} is empty: the value that it is given is not set`;
  let names = emptyNames({ source: source2 });
  return names === void 0 ? `${quote(input)} is empty, since its expression${source2.empty.length === 1 ? " has" : "s have"} no value in this run` : `${quote(input)} is empty, since ${names} ${source2.empty.length === 1 ? "has" : "have"} no value in this run`;
}
function writtenBlock({ input, source: source2 }) {
  let { written = "" } = source2 ?? {};
  return written === "" || emptyNames({ ...source2 ? { source: source2 } : {} }) !== void 0 ? [] : [{ show: "code", code: sanitise(`${input}: ${written}`), language: "yaml" }];
}
function withoutRole({ input, source: source2 }, known) {
  let expression = loneExpression(source2?.written ?? ""), read = expression === void 0 ? void 0 : readOf(expression);
  return [
    {
      when: "If this run is not meant to sign in",
      say: "Skip the step",
      ...read && read.context !== "secrets" && read.context !== "env" ? stepCondition(known, `${oneLine(expression ?? "")} != ''`) : {}
    },
    {
      when: "If it is then to check the token and the issuer only",
      say: `Let the expression end in ${quote(`'${NO_ROLE2}'`)}`,
      ...expression === void 0 || expression.includes(`
`) ? {} : {
        code: `${input}: \${{ ${oneLine(read ? expression : `(${expression})`, 2048)} || '${NO_ROLE2}' }}`,
        language: "yaml"
      }
    }
  ];
}
function explainNested(failure, known) {
  let { input, source: source2 } = failure, found = source2 !== void 0 && source2.empty.length > 0;
  return {
    headline: `${quote(input)} is empty in a composite action, so no role was assumed`,
    shown: [
      {
        show: "sentence",
        say: found ? emptyReason({ source: source2 }, known) : "The token and the issuer were checked; AWS was not asked, and nothing was exported."
      }
    ],
    steps: [
      ...found ? signInSteps(emptySteps({ ...failure, value: exampleFor(failure) }, known)) : [GIVE_ROLE],
      {
        when: "If its role is optional",
        say: "Say so in the composite action",
        code: optionalLine(failure),
        language: "yaml"
      }
    ],
    stop: `Input ${quote(input)}`
  };
}
var GIVE_ROLE = {
  when: "If this job is to sign in",
  say: "Give the composite action its role in the job's step, and check that the value is set there",
  then: "In a composite action there is no `secrets.`: it sees only what its `inputs` pass on."
};
function signInSteps([first, ...others]) {
  return first ? [{ when: GIVE_ROLE.when ?? "", ...first }, ...others] : [];
}
function optionalLine({ input, source: source2 }) {
  let expression = loneExpression(source2?.written ?? ""), read = expression !== void 0 && readOf(expression) ? oneLine(expression) : "inputs.<name>";
  return `${input}: \${{ ${read} || '${NO_ROLE2}' }}`;
}

// src/causes/runner-file-unwritable.ts
var runnerFileUnwritable = causeOf("file", {
  id: "runner-file-unwritable",
  section: "sts",
  // Before a sign-in that file is written only for an input.
  link: (failure, { session }) => isReport(failure) || !session ? "inputs" : "export",
  title: "a file of the runner cannot be written",
  severity: (failure) => isReport(failure) ? "warning" : "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubEnvironmentFiles", "githubSelfHosted"],
  matches: (failure) => !isOfProfile(failure),
  explain: (failure, known) => isReport(failure) ? explainReport(failure) : explainRunnerFile(failure, known),
  page: {
    meaning: "The step gives its session to later steps through a file of the runner (GITHUB_ENV), its outputs through another (GITHUB_OUTPUT), tells its post step through a third what to put back after the job (GITHUB_STATE), and writes a report. One of these files could not be written: the disk is full, the file belongs to another user, or the folder is read-only. If one of the first three cannot be written, that is an error and nothing is exported: later steps would run without credentials, `ready` and `causes` would be empty, or credentials would stay on the machine after the job. A runner that sets no GITHUB_OUTPUT or GITHUB_STATE at all has none, which is fine unless `output-credentials` or a profile needs it. A report that cannot be written is only a warning.",
    tell: "The sign-in itself was fine. The finding names the file and the code of the operating system: ENOSPC (disk full), EACCES or EPERM (no right), EROFS (read-only), ENOENT (no such folder)."
  }
});
function isReport({ file }) {
  return file === "report";
}
var ENVIRONMENT = {
  variable: "GITHUB_ENV",
  lost: "Nothing was exported to later steps.",
  without: [
    {
      when: "If only the sign-in is to be checked",
      say: "Export nothing",
      code: "output-env-credentials: false",
      language: "yaml"
    }
  ]
}, OUTPUT = {
  variable: "GITHUB_OUTPUT",
  lost: "Nothing was exported: later steps get no `ready` and no `causes`.",
  without: []
}, STATE = {
  variable: "GITHUB_STATE",
  lost: "Nothing was exported: the post step could not put anything back.",
  without: [
    {
      when: "If the machine is thrown away after the job",
      say: "Do without the cleanup",
      code: "cleanup: false",
      language: "yaml",
      then: "What this step writes then stays on the machine, a profile with its credentials too."
    }
  ]
}, NOT_CLEARED = "`unset-current-credentials` could not clear the AWS settings of the job.", NO_OUTPUTS = {
  when: "If later steps do not need the credentials as outputs",
  say: "Leave them out",
  code: "output-credentials: false",
  language: "yaml"
};
function wordsFor2({ file }) {
  return file === "output" ? OUTPUT : file === "state" ? STATE : ENVIRONMENT;
}
function isOfNoRunner({ reason: reason3 }) {
  return reason3 === "not-set" || reason3 === "not-a-file" || reason3 === "too-large";
}
function explainRunnerFile(failure, known) {
  let { variable, lost, without } = wordsFor2(failure), unset = failure.reason === "not-set", clearing = failure.file === "env" && !known.session;
  return {
    headline: unset ? `the runner did not set ${variable}, ${FILE_NAMES[failure.file]}` : `${FILE_NAMES[failure.file]} cannot be written, since ${fileReason(failure)}`,
    shown: [...unset ? [] : [fileValues(failure)], sentence(clearing ? NOT_CLEARED : lost)],
    steps: [
      ...isOfNoRunner(failure) ? [pointStep(variable)] : pathSteps(failure),
      ...unset && failure.file === "output" ? [NO_OUTPUTS] : clearing ? [] : without
    ],
    stop: `Runner: ${variable}`
  };
}
function pointStep(variable) {
  return {
    say: `Run the step on a runner of GitHub Actions, or point ${variable} at a file that can be written`,
    code: `export ${variable}=$(mktemp)`,
    language: "sh"
  };
}
function explainReport(failure) {
  return {
    headline: `the report file cannot be written, since ${fileReason(failure)}`,
    shown: [fileValues(failure), sentence("This does not affect the sign-in.")],
    steps: [
      {
        say: "Write the report to another place",
        code: "report-file: aws-oidc-preflight.json",
        language: "yaml"
      },
      ...pathSteps(failure)
    ],
    where: { input: "report-file" }
  };
}
function pathSteps({ path }) {
  return [
    lookAtFolder(path),
    {
      when: "If a self-hosted runner mixes containers and root",
      say: "Let the user of the runner own its work folder again"
    }
  ];
}

// src/causes/sts-retried.ts
var MOST4 = 3, stsRetried = causeOf("retried", {
  id: "sts-retried",
  section: "sts",
  title: "signed in, but not at the first attempt",
  severity: "notice",
  retry: "never",
  certainty: "certain",
  docs: ["repostThrottling", "awsStatus"],
  matches: () => !0,
  explain: ({ attempts, totalMs, roles }, { run }) => ({
    headline: roles ? `the sign-ins to ${count(roles, "role")} took ${attempts.length + roles} attempts, with waits of up to ${waitText(totalMs)}` : `the sign-in took ${attempts.length + 1} attempts and ${waitText(totalMs)} of waiting`,
    shown: [{ show: "list", points: attemptPoints(attempts) }],
    steps: [
      {
        when: "If this happens often",
        say: `Do what the page of ${quote(worstOf(attempts))} says`,
        code: causePage(worstOf(attempts), run),
        language: "url",
        then: "Nothing is broken now."
      },
      {
        when: "If it should fail at the first attempt instead",
        say: "Turn retries off",
        code: "disable-retry: true",
        language: "yaml"
      }
    ]
  }),
  page: {
    meaning: "STS refused the first attempts and accepted a later one. The job goes on; the notice says how often, why and how long, so that a flaky sign-in is seen before it fails for good.",
    tell: "It is found only beside a successful sign-in. If all attempts failed, the cause of the last one is the finding."
  }
});
function worstOf(attempts) {
  let groups = [...Map.groupBy(attempts, ({ cause }) => cause)], [most] = groups.sort(([, one], [, other]) => other.length - one.length);
  return most?.[0] ?? "sts-throttled";
}
function attemptPoints(attempts) {
  let points = [...Map.groupBy(attempts, ({ cause }) => cause)].map(([id, same]) => {
    let last = same.at(-1)?.failure;
    return `${count(same.length, "time")} ${quote(id)}: ${quote(last ? answerText(last) : "")}`;
  }), more = points.length - MOST4;
  return more > 1 ? [...points.slice(0, MOST4), `${more} other causes`] : points;
}
function waitText(ms) {
  return ms < 1e4 ? `${(ms / 1e3).toFixed(1)} s` : duration(ms / 1e3);
}

// src/causes/sts-tls-untrusted.ts
var stsTlsUntrusted = causeOf("network", {
  id: "sts-tls-untrusted",
  section: "sts",
  title: "the certificate of STS is not trusted",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["nodeExtraCa", "githubProxy", "awsVpcEndpoint"],
  matches: (failure) => failure.peer === "sts" && isCertificateCode(failure.code) && !isProxy(failure),
  explain: (failure, known) => {
    let problem = certificateProblem(failure.code);
    return {
      headline: headlineOf10(failure, problem),
      shown: describeCertificate(failure, problem, known),
      steps: stepsFor6(problem, known),
      otherwise: otherwiseFor(problem, known),
      folded: [connectionFold(failure)],
      stop: "STS: TLS certificate",
      ...endpointPlace(known)
    };
  },
  page: {
    meaning: "The connection to STS is encrypted, and Node.js did not accept the certificate that was shown. The token was not sent. Amazon issues the certificates of AWS. Another issuer means that a proxy of this network inspects TLS connections, or that another server answers.",
    tell: "The codes are those of certificates (self-signed, unknown issuer, expired, another host name). A connection that was cut in the handshake is sts-unreachable."
  }
});
function headlineOf10({ host, code }, problem) {
  let shown2 = `the certificate shown for STS at ${quote(host, 60)}`;
  return problem === "dates" ? `${shown2} ${code === "CERT_NOT_YET_VALID" ? "is not valid yet" : "has expired"}` : problem === "name" ? `${shown2} does not cover this host name` : `this runner does not trust ${shown2}`;
}
function describeCertificate({ host, code, certificates }, problem, known) {
  let [leaf] = certificates;
  if (problem === "dates")
    return [
      {
        show: "values",
        values: [
          { name: "valid since", value: leaf?.validFrom ?? "?" },
          { name: "valid until", value: leaf?.validTo ?? "?" },
          { name: "clock of this runner", value: timeOf(Math.floor(known.now / 1e3)) }
        ]
      }
    ];
  if (problem === "name")
    return [
      {
        show: "values",
        values: [
          { name: "asked for", value: host },
          { name: "covers", value: (leaf?.names ?? []).slice(0, 5).join(", ") }
        ]
      },
      { show: "sentence", say: "Another server answers in place of STS." }
    ];
  let issuer = certificates.at(-1)?.issuer || leaf?.issuer || "";
  return [
    { show: "values", values: [...issuer === "" ? [] : [{ name: "issued by", value: issuer }], { name: "code", value: code }] },
    { show: "sentence", say: suspectOf(known) }
  ];
}
function suspectOf(known) {
  return known.inputs?.customEndpoint ? `The endpoint comes from ${endpointSource(known)}.` : "Amazon issues AWS certificates: a TLS-inspecting proxy is the first suspect.";
}
function stepsFor6(problem, known) {
  return problem === "name" ? [...askSts(known), ...networkSteps(known)] : problem === "dates" ? clockSteps2(known) : authoritySteps(known);
}
function otherwiseFor(problem, known) {
  return problem === "name" ? [] : [...problem === "dates" ? [] : askSts(known), ...networkSteps(known)];
}
function clockSteps2(known) {
  let [ask, ...rest] = askSts(known);
  return [
    { say: "Check the clock of this runner", code: "date -u", language: "sh" },
    {
      when: "If it is wrong",
      say: "Set it by NTP",
      ...TURN_ON_NTP
    },
    ...ask ? [{ when: "If it is right", ...ask }] : [],
    ...rest
  ];
}
function authoritySteps(known) {
  let runs = known.inputs?.customEndpoint ? "the endpoint or the proxy" : "the proxy";
  return [
    { say: `Exempt ${quote(stsHost(known))} from the TLS inspection of the proxy` },
    {
      when: `If your organisation runs ${runs}, and trusts its CA`,
      say: "Give Node.js that CA: add this line to `.env` of the self-hosted runner, and restart the runner",
      code: "NODE_EXTRA_CA_CERTS=/path/to/proxy-ca.pem",
      language: "text"
    }
  ];
}

// src/causes/sts-unreachable.ts
var stsUnreachable = causeOf("network", {
  id: "sts-unreachable",
  section: "sts",
  title: "AWS STS cannot be reached from this runner",
  severity: "error",
  retry: (failure) => isFinal(failure) ? "never" : "transient",
  certainty: "certain",
  docs: ["awsRegions", "awsVpcEndpoint", "githubProxy"],
  ofRegion: !0,
  matches: (failure, known) => failure.peer === "sts" && (isProxy(failure) || !isCertificateCode(failure.code)) && !isUnlistedRegion(failure, known),
  explain: (failure, known) => ({
    headline: `STS cannot be reached: ${connectionClause(failure)}`,
    shown: [...describeVariant(failure, known), ...describeConnection2(failure)],
    steps: [
      ...variantSteps(failure, known),
      ...proxySteps3(failure, known),
      ...askSts(known),
      ...networkSteps(known, isProxy(failure))
    ],
    folded: [connectionFold(failure)],
    stop: isProxy(failure) ? "Proxy on the way to STS" : STOPS[failure.phase]
  }),
  page: {
    meaning: "The runner signs in at the STS endpoint of the region, `sts.<region>.amazonaws.com`, on port 443. Its name did not resolve, no connection was established, or it was cut. GitHub-hosted runners can reach STS. Self-hosted runners in a VPC without internet access need an interface endpoint, others the proxy of their network.",
    tell: "No answer came. If something answered in place of STS, see sts-endpoint-unusable; if its certificate is not trusted, sts-tls-untrusted; if the region does not exist, region-unknown."
  }
}), STOPS = {
  dns: "STS: DNS",
  proxy: "STS: proxy",
  connect: "STS: connection",
  tls: "STS: TLS handshake",
  response: "STS: no answer"
};
function isFinal(failure) {
  return isNotTlsCode(failure.code) || isRefusedByProxy(failure);
}
function proxySteps3(failure, known) {
  if (!isProxy(failure)) return [];
  let allow = `the proxy allow CONNECT to ${quote(`${failure.host}:443`)}`, correct = `orrect ${proxySource(known)} (host, port, user and password)`, around = aroundProxy(failure.host, "STS");
  return failure.proxyStatus === 403 ? [
    around,
    { when: "If it may not", say: `Let ${allow}` },
    { when: "If that is not the proxy to use", say: `C${correct}` }
  ] : [{ say: `C${correct}, and let ${allow}` }, around];
}
function isFipsName(failure, { inputs }) {
  return inputs?.fips !== !0 ? !1 : failure.phase === "dns" || isProxy(failure) && !/^us-/.test(inputs.region);
}
function describeVariant(failure, known) {
  return isFipsName(failure, known) ? [{ show: "sentence", say: `${quote("AWS_USE_FIPS_ENDPOINT")} is set in this job, and STS has FIPS endpoints in US regions only.` }] : [];
}
function variantSteps(failure, known) {
  return isFipsName(failure, known) ? [
    {
      when: "If this job need not use FIPS",
      say: `Remove ${quote("AWS_USE_FIPS_ENDPOINT")} from its environment`
    }
  ] : [];
}
function describeConnection2(failure) {
  let { proxy } = failure, say = (proxy === void 0 ? [describeAddresses(failure), describeSuspect2(failure)] : [isProxy(failure) ? "" : `It went through the proxy ${quote(proxy)}.`]).filter((part) => part !== "").join(" ");
  return say === "" ? [] : [{ show: "sentence", say }];
}
function describeSuspect2({ addresses, phase, code }) {
  return addresses.some(isPrivateUse) ? "" : phase === "connect" && /TIMEDOUT|TIMEOUT/.test(code) ? "A firewall drops the packets, or this network has no way out." : phase === "tls" && code === "ECONNRESET" ? "It was cut before it was encrypted: a firewall that filters by host name does that." : "";
}
function describeAddresses({ host, addresses }) {
  return addresses.some(isPrivateUse) ? `Its address ${list(addresses)} is private: a VPC endpoint, or a DNS server of this network, stands in for STS.` : addresses.every((address) => address === host) ? "" : `It resolved to ${list(addresses)}.`;
}

// src/causes/token-algorithm-unsupported.ts
var tokenAlgorithmUnsupported = causeOf("token", {
  id: "token-algorithm-unsupported",
  section: "token",
  atIssuer: !0,
  title: "the token is signed with an algorithm that STS does not support",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["iamProvider", "rfc7518"],
  explains: ["token-malformed", "token-rejected", "provider-keys-unretrievable"],
  matches: ({ problem }) => problem === "algorithm",
  explain: (failure, { token }) => {
    let { alg } = ofProblem(failure, "algorithm");
    return {
      headline: alg === void 0 ? "the token names no algorithm (`alg`) that it is signed with" : `the token is signed with ${quote(alg, 60)}, which STS does not support`,
      shown: [
        {
          show: "values",
          values: [
            ...token ? [{ name: "issuer", value: token.issuer }] : [],
            { name: "supported", value: ALGORITHMS.join(", ") }
          ]
        }
      ],
      steps: [
        {
          say: "Let the issuer sign its ID tokens with RS256, which every service accepts, and publish that key in its JWKS before it signs with it"
        },
        {
          say: "Name it in the discovery document too",
          code: '"id_token_signing_alg_values_supported": ["RS256"]',
          language: "json"
        }
      ],
      stop: "Token: `alg`"
    };
  },
  page: {
    meaning: "STS verifies RSA signatures with PKCS #1 v1.5 padding (RS256, RS384, RS512) and ECDSA on the NIST curves (ES256, ES384, ES512). It supports neither RSA-PSS (PS256 \u2026), EdDSA, ES256K, nor shared secrets (HS256 \u2026), and never an unsigned token (`none`).",
    tell: "The header of the token itself says it. STS has no sentence of its own for this: it says that the token is not a valid JWT, or refuses it in general words."
  }
});

// src/causes/shared/permissions.ts
var GRANT = { code: "id-token: write", language: "yaml" }, LONGEST_BLOCK = 4, WITHOUT_FILE = {
  shown: [
    sentence(
      "A job's `permissions:` block replaces the workflow's: what it does not list is not granted."
    )
  ],
  steps: [
    { when: "If the job has a `permissions:` block", say: "Add this line to it", ...GRANT },
    {
      when: "If it has none, or one word such as `read-all`",
      say: "Give it this block, with what else the job needs",
      code: PERMISSIONS,
      language: "yaml"
    }
  ],
  otherwise: [
    {
      when: "If this is a reusable workflow",
      say: "Grant it in the job of the calling workflow too: a called workflow cannot have more than its caller"
    },
    {
      when: "If the file grants it already",
      say: "Look at the branch or tag that this run took the file from: the block is missing there"
    }
  ]
};
function fixInFile({ workflow, run }) {
  let { lacking, calledElsewhere } = workflow ?? {};
  if (!lacking) return;
  let [first] = lacking;
  return first ? {
    shown: [sentence(reason2(first))],
    steps: lacking.flatMap((one) => grantSteps(one, run).map(toldToCallers(one, run))),
    otherwise: calledElsewhere === void 0 ? [] : [IF_CALLED_HAS_ITS_OWN]
  } : calledElsewhere === void 0 ? GRANTED : grantedByCaller(calledElsewhere);
}
var ALL_CALLERS = "Every workflow that calls this one must then grant it too, or GitHub no longer starts that workflow.";
function toldToCallers({ place }, { workflowRef }) {
  let called = !workflowRef.includes(`/${place.file}@`);
  return (step) => called ? { ...step, then: [step.then, ALL_CALLERS].filter((one) => one !== void 0).join(" ") } : step;
}
var IF_CALLED_HAS_ITS_OWN = {
  when: "If the called workflow has `permissions:` of its own",
  say: "Add the line there too",
  ...GRANT,
  then: ALL_CALLERS
}, GRANTED = {
  shown: [sentence("The workflow file in the workspace grants it: this run took another version.")],
  steps: [
    {
      say: "Look at the workflow file on the branch or tag of this run, and grant it there too",
      then: "Then start a new run: to run a job again uses the old version of the file."
    }
  ],
  otherwise: []
};
function grantedByCaller(uses) {
  return {
    shown: [
      sentence("The calling job grants it, so the `permissions:` of the called workflow do not.")
    ],
    steps: [
      {
        say: `Add this line to the \`permissions:\` in ${quote(uses, 120)} that count for this job`,
        ...GRANT,
        then: ALL_CALLERS
      }
    ],
    otherwise: []
  };
}
function reason2({ of, calls, job, form }) {
  return calls ? `The job runs in a called workflow, which cannot have more than the calling job ${quote(job, 60)}.` : of === "none" ? "Without `permissions:` a job has the defaults of the repository, and `id-token` is never one." : of === "workflow" ? "The job has no `permissions:` of its own, so the workflow's count." : form === "lines" ? "What the `permissions:` of a job do not list is not granted." : "The `permissions:` of the job do not include it.";
}
function grantSteps(facts, run) {
  let job = jobInWords(facts);
  if (facts.of === "none") return defaultSteps(job, run);
  let rights = rightsOf(facts, run.serverUrl), block = blockOf(rights);
  if (facts.of === "job")
    return facts.form === "lines" ? [lineStep(facts, job)] : [
      {
        say: `Replace the \`permissions:\` of ${job} with this block`,
        ...block,
        ...kept(facts)
      }
    ];
  let all = "If every job of this workflow may ask for ID tokens";
  return [
    {
      say: `Give ${job} this block: the rights that it has now, and \`id-token\``,
      ...block,
      then: "Only this job may then ask for ID tokens."
    },
    facts.form === "lines" ? { when: all, ...lineStep(facts, "the workflow") } : { when: all, say: "Replace the `permissions:` of the workflow with that block" }
  ];
}
function lineStep({ idToken }, owner) {
  return idToken === void 0 ? { say: `Add this line to the \`permissions:\` of ${owner}`, ...GRANT } : {
    say: `Change \`id-token: ${idToken}\` in the \`permissions:\` of ${owner} to this line`,
    ...GRANT
  };
}
function jobInWords({ job, jobLine, calls, place }) {
  let name = quote(job, 60);
  return calls ? `the calling job ${name} (line ${jobLine} of ${quote(place.file, 120)})` : `the job ${name}`;
}
function defaultSteps(job, run) {
  let log = restrictedRun(run) ? "a run that Dependabot did not start" : "this run", rights = RESTRICTED_DEFAULT.map((name) => ({ name, access: "read" }));
  return [
    {
      say: `Give ${job} this block, and add what else it has now`,
      ...blockOf(rights),
      then: `A block takes away every right that it does not list. What the job has now stands in the log of ${log}, under \u201CSet up job\u201D, \u201CGITHUB_TOKEN Permissions\u201D.`
    }
  ];
}
function rightsOf({ form, rights, word }, serverUrl) {
  return form === "word" && word === "read-all" ? readableScopes(serverUrl).map((name) => ({ name, access: "read" })) : rights;
}
function kept({ form }) {
  return form === "empty" ? { then: "The job keeps no other right, as now." } : form === "word" ? { then: "It keeps every right to read. Delete what the job does not need." } : { then: "It keeps the rights that the job has now." };
}
function blockOf(rights) {
  let lines = [...rights, { name: "id-token", access: "write" }].map(
    ({ name, access }) => `${name}: ${access}`
  ), code = ["permissions:", ...lines.map((line) => `  ${line}`)].join(`
`), short = `permissions: { ${lines.join(", ")} }`;
  return { code, language: "yaml", ...lines.length > LONGEST_BLOCK ? { short } : {} };
}

// src/causes/shared/withheld.ts
function explainRestricted(failure, told2, { noToken, withToken }) {
  if (failure.kind !== "inputs-withheld") return told2;
  let inputs = withheldInputs(failure), areEmpty = `${failure.part ? "a part of " : ""}${inputs} ${failure.inputs.length === 1 ? "is" : "are"} empty`;
  if (!failure.hasToken) return { ...told2, shown: [sentence(noToken(areEmpty))] };
  let { headline, say, steps } = withToken(areEmpty, failure);
  return {
    ...told2,
    headline,
    shown: [sentence(say)],
    steps: [...whichExpressionStep(failure), ...steps],
    stop: `Input ${inputs}`
  };
}
var MOST5 = 2;
function withheldInputs({ inputs }) {
  return inputs.length > MOST5 ? `${inputs.length} inputs` : list(inputs);
}
function variableLine2({ inputs, source: source2 }) {
  let [input = ""] = inputs, [name, second] = source2 ? namesRead(source2, "secrets") : [], line = name !== void 0 && second === void 0 && source2 ? lineWith({ input, source: source2, value: "" }, `vars.${oneLine(name)}`) : "";
  return { code: line === "" ? `${input}: \${{ vars.<name> }}` : line, language: "yaml" };
}
function whichExpressionStep(failure) {
  return failure.sure ? [] : [
    {
      say: `See where the step takes ${list(failure.inputs)} from`,
      then: "If that is neither `secrets.` nor `vars.`, nor set from one of them, it is empty for another reason."
    }
  ];
}

// src/causes/token-dependabot.ts
var tokenDependabot = causeOf(["no-token-permission", "inputs-withheld"], {
  id: "token-dependabot",
  section: "token",
  title: "a run started by Dependabot gets no ID token and no secrets of Actions",
  severity: "error",
  retry: "never",
  certainty: withheldCertainty,
  docs: ["githubDependabot", "githubPermissions"],
  matches: (failure, { run }) => failure.kind === "inputs-withheld" ? failure.run === "dependabot" : reasonForNoToken(run) === "token-dependabot",
  explain: (failure, known) => {
    let { run } = known, told2 = {
      headline: "a run started by Dependabot gets no ID token by default",
      shown: [
        {
          show: "sentence",
          say: `GitHub treats it like one from a fork (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}). A re-run by another person changes nothing.`
        }
      ],
      steps: [
        skipStep2(known),
        ...grantSteps2(known),
        {
          when: MUST_REACH_AWS,
          say: "Give them a role that may do little, and take its ARN from `vars.`: secrets of Actions are empty here"
        }
      ],
      stop: "No token",
      where: "step"
    };
    return explainRestricted(failure, told2, {
      noToken: (areEmpty) => `Nor does it see secrets of Actions: ${areEmpty}. A re-run by another person changes nothing.`,
      withToken: (areEmpty, withheld) => ({
        headline: `${areEmpty}: runs of Dependabot see no secrets of Actions`,
        say: `GitHub gives them Dependabot's own secrets only (event ${quote(run.event, 60)}). A re-run by another person changes nothing.`,
        steps: [
          skipStep2(known),
          {
            when: "If Dependabot's runs must reach AWS, with a role that may do little",
            say: "Create a variable with the value of the secret, and take it from there",
            ...variableLine2(withheld)
          }
        ]
      })
    });
  },
  page: {
    meaning: "Dependabot brings code of other people into the repository. Its runs (push, pull_request, deployment and a few more) therefore have a read-only token, unless the workflow itself asks for more, and see the Dependabot secrets only. A scheduled or manual run is not restricted, whoever committed last.",
    tell: "The same variables are missing as with token-permission-missing; the actor is `dependabot[bot]`, or the pull request was opened by it."
  }
});
function skipStep2(known) {
  return {
    say: "Skip the step for Dependabot; add this to it and to the later steps that need AWS",
    ...stepCondition(known, "github.actor != 'dependabot[bot]'")
  };
}
var MUST_REACH_AWS = "If Dependabot's runs must reach AWS";
function grantSteps2(known) {
  return (fixInFile(known) ?? WITHOUT_FILE).steps.map((step) => ({
    ...step,
    when: step.when === void 0 ? MUST_REACH_AWS : `${MUST_REACH_AWS}, and ${step.when.replace(/^If /, "")}`
  }));
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
  explain: (failure, known) => {
    let { path, problem } = failure, { is, ...steps } = problem === "missing" && path === IRSA_FILE ? notMounted(known) : PROBLEMS4[problem](failure);
    return {
      headline: `the token file ${fileInWords(path)} ${is}`,
      shown: [...wholePath(path), ...seen(failure, known.run.workspace)],
      ...steps,
      stop: `No token: file ${fileInWords(path)}`,
      where: { input: "web-identity-token-file" }
    };
  },
  page: {
    meaning: `With \`web-identity-token-file\` the token comes from a file instead of the runner. The file must be there when this step starts, be a plain file of at most ${IN_WORDS.longestToken} characters (STS accepts no more), and lie in the workspace if its path is relative.`,
    tell: "Seen before anything is sent. A file that could be read but holds no JWT is token-malformed."
  }
});
function seen(failure, workspace) {
  let value = (name, text) => text === "" ? [] : [{ show: "values", values: [{ name, value: text }] }];
  return failure.problem === "missing" ? failure.path.startsWith("/") ? [] : value("looked in", workspace) : failure.problem === "unreadable" ? value("error", failure.errno) : failure.problem === "too-large" ? value("size", `${failure.over ? "over " : ""}${failure.size} bytes`) : failure.problem !== "outside" && failure.problem !== "link" ? [] : [
    {
      show: "sentence",
      say: "It does so by `..` or by a link. Such a file is not sent to AWS."
    }
  ];
}
function folderOf(path) {
  return /^(.+)\/[^/]*$/.exec(path)?.[1] ?? "";
}
function writeToken(path) {
  let folder = folderOf(path);
  return {
    say: "Write the token in an earlier step of the same job, without a line break at its end",
    code: `${folder === "" ? "" : `mkdir -p ${shellWord(folder)} && `}printf %s "$TOKEN" > ${shellWord(path)}`,
    language: "sh"
  };
}
function listFolder(path) {
  let folder = folderOf(path);
  return {
    say: "Print who the runner runs as and what is there, in a step before this one",
    code: `id; ls -la${folder === "" ? "" : ` ${shellWord(folder)}`}`,
    language: "sh"
  };
}
function outside() {
  return {
    is: "leads out of the workspace",
    steps: [
      {
        when: "If the job is meant to use that file",
        say: "Give its absolute path, or copy it into the workspace first"
      },
      {
        when: "If it is not",
        ...writeToken("token.jwt"),
        then: "And set `web-identity-token-file: token.jwt`."
      }
    ]
  };
}
var RUNNERS_TOKEN = {
  when: "If you mean the token of this job",
  say: "Delete `web-identity-token-file`: this action asks GitHub for the token"
};
function notMounted(known) {
  return {
    is: "does not exist",
    steps: [
      {
        when: "If the runner is a pod in Amazon EKS",
        ...annotateStep(known),
        then: "EKS mounts the file into pods that start after that."
      },
      RUNNERS_TOKEN
    ],
    confirm: [listFolder(IRSA_FILE)]
  };
}
var PROBLEMS4 = {
  missing: ({ path }) => ({
    is: "does not exist",
    steps: [writeToken(path), RUNNERS_TOKEN],
    confirm: [listFolder(path)]
  }),
  directory: ({ path }) => ({
    is: "is a directory",
    steps: [
      {
        say: "Give the path of the file in it",
        code: sanitise(`web-identity-token-file: ${path.replace(/\/+$/, "")}/<file>`),
        language: "yaml"
      }
    ]
  }),
  outside,
  link: outside,
  empty: ({ path }) => ({
    is: "is empty",
    steps: [
      {
        say: "Begin the step that writes it with this, so that it stops at the first error",
        code: "set -euo pipefail",
        language: "sh",
        then: "Its command failed, or its variable was empty."
      },
      writeToken(path)
    ]
  }),
  "too-large": ({ path }) => ({
    is: `is larger than the ${IN_WORDS.longestToken} characters that STS accepts`,
    steps: [
      {
        say: "Write the token alone into the file, not the whole answer of the issuer",
        code: `curl \u2026 | jq -j .id_token > ${shellWord(path)}`,
        language: "sh"
      }
    ]
  }),
  unreadable: ({ path }) => ({
    is: "cannot be read",
    steps: [
      listFolder(path),
      {
        when: "If another user owns the file",
        say: "Make the user that the runner runs as its owner",
        code: `sudo chown "$(id -u)" ${shellWord(path)} && chmod 600 ${shellWord(path)}`,
        language: "sh"
      }
    ],
    otherwise: [writeToken(path)]
  }),
  "not-a-file": ({ path }) => ({
    is: "is not a regular file",
    steps: [writeToken(path)],
    confirm: [listFolder(path)]
  })
};

// src/causes/token-fork-pull-request.ts
var tokenForkPullRequest = causeOf(["no-token-permission", "inputs-withheld"], {
  id: "token-fork-pull-request",
  section: "token",
  title: "a pull request from a fork gets no ID token and no secrets",
  severity: "error",
  retry: "never",
  certainty: withheldCertainty,
  docs: ["githubForks", "githubPermissions", "githubSecrets"],
  matches: (failure, { run }) => failure.kind === "inputs-withheld" ? failure.run === "fork" : reasonForNoToken(run) === "token-fork-pull-request",
  explain: (failure, known) => {
    let { run } = known, told2 = {
      headline: `a pull request from a fork of ${quote(run.repository, 60)} gets no ID token`,
      shown: [
        {
          show: "sentence",
          say: `By design (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}): nobody has reviewed its code. \`id-token: write\` does not change it.`
        }
      ],
      steps: [skipForks(known), AFTER_REVIEW_STEP, WRITE_TOKENS_STEP],
      stop: "No token",
      where: "step"
    };
    return explainRestricted(failure, told2, {
      noToken: (areEmpty) => `By design, it gets no secrets and variables either: ${areEmpty}. \`id-token: write\` changes neither.`,
      withToken: (areEmpty) => ({
        headline: `${areEmpty}: pull requests from forks get no secrets or variables`,
        say: `By design (event ${quote(run.event, 60)}, actor ${quote(run.actor, 60)}): nobody has reviewed its code.`,
        steps: [
          skipForks(known),
          {
            when: "If pull requests from forks may sign in",
            say: "Write the value itself into the workflow file"
          }
        ]
      })
    });
  },
  page: {
    meaning: "GitHub gives the runs of pull requests from forks a read-only token, no secrets, and no right to ask for an ID token. Anybody can open such a pull request, and its code would run with your AWS role before anybody of the repository has reviewed it.",
    tell: "The same variables are missing as with token-permission-missing. The payload of the event says that the head of the pull request is in another repository, or in one that has been deleted."
  }
}), AFTER_REVIEW_STEP = {
  when: "If its code must run against AWS",
  say: "Run it after the merge (`on: push`), or have a maintainer review the branch and push it to this repository",
  then: "Do not switch to `pull_request_target` and check out the code of the fork: it would then run with your role."
}, WRITE_TOKENS_STEP = {
  when: "If the repository is private, and everybody who can fork it may use the role",
  say: 'Have an administrator turn on "Send write tokens to workflows from pull requests" (Settings \u2192 Actions \u2192 General)'
};

// src/causes/token-not-on-runner.ts
var NO_RUNNER = {
  headline: "this is not a job on GitHub's runner, and nothing else offers an ID token",
  says: "`GITHUB_ACTIONS` is not `true`.",
  stop: "No token: not GitHub's runner"
}, STAND_INS = {
  act: {
    headline: "this workflow runs in act, which offers no ID token",
    says: "`id-token: write` changes nothing there.",
    step: { say: "Skip the step in act", skip: "env.ACT != 'true'" },
    stop: "No token: act"
  },
  forgejo: {
    headline: "Forgejo Actions offered this job no ID token",
    says: "It offers one only if the workflow asks for it in its own way.",
    step: {
      say: "Ask Forgejo for the token with this line in the workflow",
      code: "enable-openid-connect: true",
      language: "yaml"
    },
    stop: "No token: Forgejo Actions"
  },
  gitea: {
    headline: "this workflow runs in Gitea Actions, not on GitHub's runner, and got no ID token",
    stop: "No token: Gitea Actions"
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
  explain: ({ missing }, known) => {
    let { run } = known, { headline, says, step, stop } = ownMember(STAND_INS, run.standIn) ?? NO_RUNNER;
    return {
      headline,
      shown: [
        {
          show: "sentence",
          say: `${says === void 0 ? "" : `${says} `}Not set: ${list(missing)}.`
        }
      ],
      steps: [
        ...step === void 0 ? [] : [own(step, known)],
        {
          ...step === void 0 ? {} : { when: "If it must sign in" },
          say: "Run the workflow on GitHub"
        },
        {
          when: "If you have a token of another OIDC issuer",
          say: "Give it as a file",
          code: "web-identity-token-file: path/to/token.jwt",
          language: "yaml"
        }
      ],
      folded: [
        {
          title: "To check an issuer only, without a token and without AWS",
          blocks: [
            {
              show: "sentence",
              say: `Leave ${quote(roleInput(known))} out, and set the URL of the issuer:`
            },
            {
              show: "code",
              code: "issuer: https://token.actions.githubusercontent.com",
              language: "yaml"
            }
          ]
        }
      ],
      stop,
      where: "step"
    };
  },
  page: {
    meaning: "The ID token comes from a service of GitHub that only a job on a runner of GitHub (hosted or self-hosted) can ask. act, which plays the runner on your machine, has no such service. Forgejo and Gitea have their own, if at all, and do not offer it to every workflow.",
    tell: "The same variables are missing as with token-permission-missing, but GITHUB_ACTIONS is not `true`, or ACT, GITEA_ACTIONS or FORGEJO_ACTIONS is set."
  }
});
function own({ skip, ...step }, known) {
  return skip === void 0 ? step : { ...step, ...stepCondition(known, skip) };
}

// src/causes/token-permission-missing.ts
var tokenPermissionMissing = causeOf("no-token-permission", {
  id: "token-permission-missing",
  section: "token",
  title: "the job cannot ask for an ID token",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["githubPermissions", "githubOidcAws", "githubReusable"],
  matches: (_failure, { run }) => reasonForNoToken(run) === "token-permission-missing",
  explain: ({ missing }, known) => missing.length === 1 ? explainOneLost(missing[0] ?? "") : explainNotGranted(known),
  page: {
    meaning: "GitHub gives a job an ID token only where `permissions: id-token: write` is granted. Without it, signing in by OIDC cannot work, whatever is set up in AWS.",
    tell: "The variables ACTIONS_ID_TOKEN_REQUEST_URL and ACTIONS_ID_TOKEN_REQUEST_TOKEN are not set. For pull requests from forks and for Dependabot that is by design, and they have causes of their own."
  }
});
function explainNotGranted(known) {
  let { job } = known.run;
  return {
    headline: `the job${job === "" ? "" : ` ${quote(job, 60)}`} cannot ask for an ID token: \`id-token: write\` is missing`,
    ...fixInFile(known) ?? WITHOUT_FILE,
    stop: "No token",
    where: "permissions"
  };
}
function explainOneLost(missing) {
  let kept2 = REQUEST_VARIABLES.find((name) => name !== missing) ?? "";
  return {
    headline: `the job lost ${quote(missing)}, which it needs to ask for an ID token`,
    shown: [
      {
        show: "sentence",
        say: `${quote(kept2)} is set. The runner sets both or neither, so something in this job emptied or dropped the other.`
      }
    ],
    steps: [
      { say: `Search the workflow for ${quote(missing)}, and delete it from every \`env:\` block` }
    ],
    otherwise: [
      {
        when: "If this step runs in a container that you start yourself",
        say: "Pass both on",
        code: `docker run ${REQUEST_VARIABLES.map((name) => `-e ${name}`).join(" ")} \u2026`,
        language: "sh"
      }
    ],
    stop: `No token: ${quote(missing)} is not set`,
    where: "step"
  };
}

// src/causes/shared/token-service.ts
var STATUS_STEP = {
  say: `Look at ${DOC_URLS.githubStatus}/ for an incident of GitHub Actions`
};
function answerValues(headers, excerpt) {
  let title = /<title[^>]*>([^<]+)/i.exec(excerpt)?.[1], values = [
    ["content-type", headers["content-type"]],
    ["server", headers.server],
    ["via", headers.via],
    title === void 0 ? ["body", oneLine(excerpt, 80)] : ["title", oneLine(title, 80)]
  ].flatMap(([name, value]) => value ? [{ name, value }] : []);
  return values.length === 0 ? [] : [{ show: "values", values }];
}
function askService(host) {
  return {
    say: "Ask the service from the same machine",
    code: `curl -sS -o /dev/null -w '%{http_code}\\n' https://${shellWord(host)}`,
    language: "sh",
    then: "If it prints 401, the machine can reach the service: run the job again."
  };
}
function pastTheProxy(host, { selfHosted }) {
  return {
    say: `Allow ${quote(host, 60)} in the proxy or firewall of this runner, or bypass the proxy with this in its environment, ${IF_SET}`,
    code: `NO_PROXY=${shellWord(host)}`,
    language: "sh",
    ...selfHosted ? {
      then: "A self-hosted runner reads it from its `.env` file: restart the runner afterwards."
    } : {}
  };
}
function describeRetries({ inputs }) {
  return inputs && inputs.maxAttempts !== 1 ? " Retries got the same answer." : "";
}

// src/causes/token-service-denied.ts
var tokenServiceDenied = causeOf("http", {
  id: "token-service-denied",
  section: "token",
  title: "the token service refused to issue an ID token",
  severity: "error",
  retry: ({ status }) => status === 404 ? "eventual-consistency" : status === 401 ? "once" : "never",
  certainty: "certain",
  docs: ["githubOidc", "githubPermissions", "githubProxy"],
  matches: (failure) => failure.peer === "token-service" && refusedBy(failure) !== void 0,
  explain: (failure, known) => {
    let { url, status, headers, excerpt } = failure, { shown: shown2, ...rest } = reasonFor(failure, known);
    return {
      headline: `the token service ${quote(authorityOf(url), 60)} refused to issue an ID token: HTTP ${status}`,
      stop: `No token: HTTP ${status} of the token service`,
      ...rest,
      shown: [...answerValues(headers, excerpt), ...shown2]
    };
  },
  page: {
    meaning: "The job may ask for an ID token (the runner named the service), but the service said no. 401: the request token is not, or no longer, valid; it ends with its job, or when that is cancelled. 404: the job is not yet marked as running, which takes about a second, or the URL is wrong. 400, 414, 422: the request itself, mostly the audience. 403: the job is not allowed to have one; with a page in HTML, a proxy on the way.",
    tell: "429 is token-service-throttled; 5xx, any other 4xx, and a 200 without a token in it, are token-service-error; no answer at all, or 407 of a proxy, is token-service-unreachable."
  }
});
function reasonFor(failure, known) {
  let { status, headers, excerpt } = failure;
  if (isHtml(excerpt, headers["content-type"])) return explainPage(failure, known);
  if (status === 401) return EXPLAIN_401;
  let refused2 = refusedBy(failure);
  return refused2 === "place" ? explain404(known) : refused2 === "request" ? explainRequest(known) : EXPLAIN_403;
}
function explainRequest({ inputs }) {
  return {
    shown: [
      { show: "sentence", say: `The audience asked for was ${quote(inputs?.audience ?? "", 60)}.` }
    ],
    steps: [
      {
        when: "If the step sets `audience`",
        say: "Delete it, so that the usual audience is requested"
      },
      {
        when: "If it does not",
        ...OVERWRITTEN
      }
    ],
    where: { input: "audience" }
  };
}
var OVERWRITTEN = {
  say: "Search the workflow for `ACTIONS_ID_TOKEN_REQUEST_URL`, and delete what overwrites it: the URL may be wrong"
}, EXPLAIN_403 = {
  shown: [],
  steps: [
    {
      say: "Ask an administrator whether a policy of the organisation or enterprise restricts Actions or OIDC"
    }
  ]
};
function explainPage({ url, status }, { run }) {
  let host = authorityOf(url);
  return {
    headline: `a proxy or firewall answered HTTP ${status} in place of the token service ${quote(host, 60)}`,
    shown: [{ show: "sentence", say: "The service itself answers in JSON." }],
    steps: [pastTheProxy(host, run)],
    stop: "No token"
  };
}
var EXPLAIN_401 = {
  shown: [
    {
      show: "sentence",
      say: "`ACTIONS_ID_TOKEN_REQUEST_TOKEN` is not valid: it works only for its own job, and only while that runs."
    }
  ],
  steps: [
    { say: "Run the job again" },
    {
      say: "Pass neither `ACTIONS_ID_TOKEN_REQUEST_URL` nor `ACTIONS_ID_TOKEN_REQUEST_TOKEN` from one job to another",
      then: "They can come by `env:`, outputs, caches, or a container that outlives its job."
    }
  ],
  where: "step"
};
function explain404(known) {
  return {
    shown: [
      {
        show: "sentence",
        say: `GitHub issues tokens only for jobs that it has marked as running.${describeRetries(known)}`
      }
    ],
    steps: [
      { say: "Run the job again" },
      {
        when: "If this is the first step of a short job",
        say: "Put another step before it, such as `actions/checkout`"
      }
    ],
    otherwise: [OVERWRITTEN],
    where: "step"
  };
}

// src/causes/token-service-error.ts
var tokenServiceError = causeOf(["http", "document"], {
  id: "token-service-error",
  section: "token",
  title: "the token service answered without a token",
  severity: "error",
  retry: (failure) => isUnsaid(failure) ? "once" : "transient",
  certainty: (failure, { run }) => isUnsaid(failure) && !isBetween(failure) && run.selfHosted ? "likely" : "certain",
  docs: ["githubStatus", "githubProxy", "githubOidc"],
  matches: (failure) => failure.peer === "token-service" && (failure.kind === "document" || isFault(failure.status)),
  explain: (failure, known) => {
    let { url, status, excerpt } = failure, headers = headersOf(failure), host = authorityOf(url);
    return {
      headline: `the token service ${quote(host, 60)} answered HTTP ${status} without an ID token`,
      shown: [
        ...answerValues(headers, excerpt),
        { show: "sentence", say: isBetween(failure) ? BETWEEN : faultText(failure, known) }
      ],
      ...stepsFor7(failure, host, known),
      stop: "No token"
    };
  },
  page: {
    meaning: "The service that issues ID tokens has a fault, or something between the runner and GitHub (a proxy, a captive portal, a load balancer) answered in its place.",
    tell: "A status of 5xx, 408 or 3xx, another 4xx that refuses nothing of its own (such as 413 or 421), or a 200 without a token in it. A plain refusal (400, 401, 403, 404, 414, 422) is token-service-denied; 407 is token-service-unreachable. The content type and the `server` header tell whose answer it is: the service itself answers in JSON."
  }
}), BETWEEN = "The service itself answers in JSON: a proxy or captive portal may have answered in its place.";
function headersOf(failure) {
  return failure.kind === "http" ? failure.headers : { "content-type": failure.contentType };
}
function isBetween(failure) {
  let { excerpt, status } = failure;
  return isHtml(excerpt, headersOf(failure)["content-type"]) || isRedirect(failure) || status === NETWORK_LOGIN;
}
function isFault(status) {
  return status !== 429 && status !== PROXY_LOGIN && refusedBy({ status }) === void 0;
}
function isUnsaid({ kind, status }) {
  return kind === "http" && status >= 400 && status < 500 && !isPassing({ status });
}
function stepsFor7(failure, host, { run }) {
  if (isBetween(failure))
    return {
      steps: [pastTheProxy(host, run)],
      otherwise: [
        { ...STATUS_STEP, then: "In an incident, a gateway of GitHub may answer like this." }
      ]
    };
  let again = [{ say: "Run the job again in a few minutes" }, STATUS_STEP];
  return !isUnsaid(failure) || !run.selfHosted ? { steps: again } : {
    steps: [askService(host), { when: "If it prints anything else", ...pastTheProxy(host, run) }],
    otherwise: again
  };
}
function faultText(failure, known) {
  let blamed = isUnsaid(failure) ? "This status says nothing of the job or its audience: a gateway may have answered." : "The service is at fault.";
  return `${whatCame(failure)}${blamed}${describeRetries(known)}`;
}
function whatCame(failure) {
  return failure.kind === "http" ? "" : failure.problem === "too-large" ? "Its answer is far larger than a token. " : "Its answer has no `value`, which should hold the token. ";
}

// src/causes/token-service-throttled.ts
var tokenServiceThrottled = causeOf("http", {
  id: "token-service-throttled",
  section: "token",
  title: "the token service throttled the request",
  severity: "error",
  retry: "throttled",
  certainty: "certain",
  docs: ["githubStatus", "githubOidc"],
  matches: ({ peer, status }) => peer === "token-service" && status === 429,
  explain: ({ url, headers }, known) => {
    let wait = headers["retry-after"];
    return {
      headline: `the token service ${quote(authorityOf(url), 60)} throttled this job: HTTP 429, too many requests`,
      shown: shownOf4(wait, describeRetries(known)),
      steps: [
        { say: `Run the failed jobs again after ${waitText2(wait)}` },
        {
          say: "Let fewer jobs of a matrix run at once",
          code: `strategy:
  max-parallel: 4`,
          language: "yaml"
        },
        { say: "Sign in once for each job, and use in the later steps what this step exports" }
      ],
      otherwise: [STATUS_STEP],
      stop: "No token: throttled by the token service"
    };
  },
  page: {
    meaning: "GitHub limits how often ID tokens can be requested; the limit is not published. Many jobs that start at once, or a loop that asks again and again, reach it. The action waits, longer each time and at least as long as the service asks, before it gives up.",
    tell: "Status 429 of the token service. When STS throttles, it is sts-throttled; when the issuer does, discovery-unavailable or jwks-unavailable."
  }
});
function shownOf4(wait, retries) {
  return wait === void 0 ? [{ show: "sentence", say: `It did not say how long to wait.${retries}` }] : [
    { show: "code", code: `Retry-After: ${oneLine(wait)}`, language: "http" },
    ...retries === "" ? [] : [{ show: "sentence", say: retries.trim() }]
  ];
}
function waitText2(wait = "") {
  return wait === "" ? "a minute" : /^\d{1,6}$/.test(wait) ? duration(Number(wait)) : "that time";
}

// src/causes/token-service-unreachable.ts
var tokenServiceUnreachable = causeOf(["network", "http"], {
  id: "token-service-unreachable",
  section: "token",
  title: "this runner cannot reach the token service",
  severity: "error",
  retry: (failure) => failure.kind === "http" || isCertificateCode(failure.code) || isRefusedByProxy(failure) ? "never" : "transient",
  certainty: "certain",
  docs: ["githubSelfHosted", "githubProxy", "githubStatus", "nodeExtraCa"],
  // Of all statuses, the one that only a proxy gives: it reads what is not encrypted, or opens TLS.
  matches: (failure) => failure.peer === "token-service" && (failure.kind === "network" || failure.status === PROXY_LOGIN),
  explain: (failure, known) => ({
    ...failure.kind === "http" ? ofProxy(failure, known) : ofConnection(failure, known),
    stop: "No token: token service not reached"
  }),
  page: {
    meaning: "The runner gives a job that may ask for an ID token the URL of a service of GitHub (ACTIONS_ID_TOKEN_REQUEST_URL). So the permission is there, and AWS was not asked yet. A name that does not resolve, a firewall, a proxy, an untrusted certificate or an incident at GitHub keeps the job from that service. On a self-hosted runner, its own network, proxy and certificates are the first places to look.",
    tell: "No answer came at all, or it broke off half-way. 407 comes from a proxy in any case. An answer with another status of 400 or above is token-service-denied, token-service-throttled or token-service-error."
  }
});
function ofConnection(failure, known) {
  return {
    headline: `no token: ${connectionClause(failure)}`,
    shown: [networkValues(failure)],
    ...stepsFor8(failure, known)
  };
}
function ofProxy({ url, status, headers, excerpt }, known) {
  let host = authorityOf(url);
  return {
    headline: `no token: a proxy wants user name and password (HTTP ${status})`,
    shown: answerValues(headers, excerpt),
    steps: known.inputs?.proxy ? [loginStep(known), aroundProxy2(host)] : [
      {
        say: `Let this runner reach ${quote(host, 60)} without a login: no proxy is set, so one stands in the way of its network`
      }
    ],
    confirm: [askService(host)]
  };
}
function stepsFor8(failure, known) {
  if (isProxy(failure))
    return { steps: proxySteps4(failure, known), confirm: [askService(failure.host)] };
  if (isCertificateCode(failure.code))
    return { steps: CERTIFICATE, confirm: [askService(failure.host)] };
  let again = [{ say: "Run the job again: the fault may have passed" }, STATUS_STEP];
  return known.run.selfHosted ? {
    steps: [
      askService(failure.host),
      {
        when: "If it prints 000",
        say: `Let this self-hosted runner reach ${quote(failure.host, 60)} and \`*.actions.githubusercontent.com\` on port 443: look at its DNS, firewall and proxy`
      }
    ],
    otherwise: again
  } : { steps: again };
}
function proxySteps4(failure, known) {
  let { host } = failure, correct = loginStep(known);
  return [
    ...failure.proxyStatus !== void 0 && !wantsLogin(failure) ? [
      {
        say: `Let the proxy reach ${quote(`${host}:443`, 60)}: look at its rules, DNS and network`
      },
      { when: "If this is the wrong proxy", ...correct }
    ] : [correct],
    aroundProxy2(host)
  ];
}
function loginStep(known) {
  return { say: `Correct ${proxySource(known)}: host, port, user name and password` };
}
function aroundProxy2(host) {
  return {
    when: "If the service can be reached without the proxy",
    say: `Exclude it from the proxy, in the environment of the runner, ${IF_SET}`,
    code: `NO_PROXY=${withoutProxy(host)}`,
    language: "sh"
  };
}
function withoutProxy(host) {
  let own2 = ".actions.githubusercontent.com";
  return host.endsWith(own2) ? own2 : shellWord(host);
}
var CERTIFICATE = [
  {
    when: "If the certificate belongs to your own network (TLS inspection, a server of your own)",
    say: "Give Node its CA with this line in the `.env` file of the runner, and restart the runner",
    code: "NODE_EXTRA_CA_CERTS=/path/to/ca.pem",
    language: "sh"
  },
  {
    when: "If it does not",
    say: "Do not trust it, and ask whoever runs the network: somebody answers in place of the service"
  }
];

// src/causes/shared/trust-cause.ts
function trustCause(problem, words) {
  return causeOf("trust-denial", {
    id: `trust-${problem}`,
    section: "trust",
    title: words.title,
    severity: ({ disputed }) => disputed ? "warning" : "error",
    retry: "never",
    certainty: ({ disputed, doubt: doubt2 }) => disputed || doubt2 ? "likely" : "certain",
    docs: words.docs,
    explains: ["role-not-assumable", "sts-refused"],
    matches: (denial) => denial.problem === problem,
    explain: (denial, known) => {
      let where = words.where?.(denial, known);
      return {
        headline: words.headline(denial, known),
        shown: [
          ...difference(denial),
          ...words.shown?.(denial, known) ?? [],
          ...doubtBlocks(denial.doubt, known),
          ...passingBlocks(passing3(denial, known)),
          ...furtherReasons(denial)
        ],
        steps: [...settlingSteps(denial.doubt, known), ...stepsOf2(words, denial, known)],
        otherwise: [
          ...words.otherwise?.(denial, known) ?? [],
          ...denial.doubt ? parameterSteps(known) : []
        ],
        confirm: words.confirm?.(denial, known) ?? [],
        folded: [
          ...furtherConditions(denial),
          ...deployFold(denial, known),
          ...words.folded?.(denial, known) ?? []
        ],
        stop: stopOf(denial),
        ...where === void 0 ? {} : { where }
      };
    },
    page: words.page
  });
}
function passing3(denial, known) {
  return passingValues(ownValues(denial, known).filter(({ value }) => isAdded(denial, value)));
}
function stepsOf2(words, denial, known) {
  let before = words.first?.(denial, known) ?? [], own2 = words.change?.(denial, known) ?? {}, values = passing3(denial, known), others = [...lastingSteps(values, denial.suggestion?.statement ?? "{}"), ...words.others?.(denial, known) ?? []];
  if (allowsPullRequests(denial, known)) {
    let when = ifThisPullRequest(values, IF_ALL_PULL_REQUESTS), change2 = policyChange(denial, known, { ...own2, when });
    return [skipPullRequests(known), ROLE_FOR_PULL_REQUESTS, ...before, ...change2, ...others];
  }
  let note = isAdded(denial, known.token?.subject ?? "") ? noteOfEvent(known) : {};
  if (note.then !== void 0 && isHiddenPullRequest(known)) {
    let change2 = policyChange(denial, known, { ...own2, ...note, when: IF_NO_CODE_OF_IT });
    return [skipPullRequests(known), ...before, ...change2, ...others];
  }
  let change = policyChange(denial, known, { ...note, ...own2 }), noFirst = words.noFirst?.(denial), no = skipJob(denial, known, noFirst);
  return noFirst !== void 0 ? [...before, no, ...change, ...others] : [...before, ...change, no, ...others];
}

// src/causes/trust-action-missing.ts
var trustActionMissing = trustCause("action-missing", {
  title: "the trust policy does not allow the action",
  docs: ["iamRoleTrust", "assumeRole", "iamSessionTags"],
  headline: ({ actions }, known) => `${policyOfRole(known)} does not allow ${quote(actions?.needs ?? ASSUME)}`,
  shown: (denial) => [{ show: "sentence", say: describeActions(denial) }],
  page: {
    meaning: `Signing in with a token of an identity provider is the action \`${ASSUME}\`. A statement that allows \`sts:AssumeRole\` does not cover it. A token with session tags needs \`${TAG_SESSION}\` as well, one with a source identity \`${SET_SOURCE_IDENTITY}\`.`,
    tell: "The statement names the right provider, and no statement for it allows the action. AWS gives the same answer as for conditions that do not hold."
  }
});
function describeActions({ actions }) {
  let { has, needs } = actions ?? { has: [], needs: ASSUME };
  if (needs === TAG_SESSION)
    return "The token carries session tags (the claim `https://aws.amazon.com/tags`), which need this action too.";
  if (needs === SET_SOURCE_IDENTITY)
    return "The token carries a source identity, which needs this action too.";
  if (has.length === 0) return "It allows other actions.";
  let slip = has.some(isAssumeRole) ? "; `sts:AssumeRole` is for callers with AWS credentials" : "";
  return has.length === 1 && slip !== "" ? `It allows ${list(has)}, which is for callers with AWS credentials.` : `It allows ${list(has.slice(0, 3))}${slip}.`;
}

// src/causes/trust-audience-mismatch.ts
var trustAudienceMismatch = trustCause("audience-mismatch", {
  title: "the trust policy wants another audience",
  docs: ["iamRoleTrust", "githubOidcAws", "iamProvider"],
  headline: ({ condition }, known) => `${policyOfRole(known)} does not allow audience ${list((condition?.actual ?? []).slice(0, 2))}`,
  shown: ({ condition, nearest }, { token }) => [
    ...nearest || !condition ? [] : [
      {
        show: "sentence",
        say: `It wants ${list(condition.wanted.slice(0, 3), "or")} (${quote(condition.operator)}).`
      }
    ],
    ...token && "azp" in token.claims ? [
      {
        show: "sentence",
        say: "That is its `azp`, which IAM compares in place of `aud`."
      }
    ] : []
  ],
  // The policy as it is comes first: an audience that it lists is one more way in.
  noFirst: () => "If this job may not use the role",
  first: ({ condition, nearest }, known) => {
    let wanted = nearest?.wanted ?? condition?.wanted[0];
    return wanted === void 0 || isWild(wanted) || /not/i.test(condition?.operator ?? "") ? [] : audienceSteps(wanted, known);
  },
  change: ({ condition }) => ({
    when: `If tokens for ${list((condition?.actual ?? []).slice(0, 2))} may use the role`
  }),
  where: (_denial, known) => placeOfAudience(known).where,
  page: {
    meaning: "The key `\u2026:aud` is the audience that the token was requested for: the input `audience`, `sts.amazonaws.com` by default. A token requested without an audience has the URL of the owner (`https://github.com/OWNER`), and policies of old guides want that.",
    tell: "STS has already found the audience among the client ids of the provider: otherwise it would have answered InvalidIdentityToken. Here a condition of the trust policy wants another one."
  }
});
function audienceSteps(wanted, known) {
  let { inputs, token } = known;
  if (clusterAudience(token?.claims ?? {}) !== void 0)
    return isOfEks(token?.claims ?? {}) ? irsaSteps(known) : [projectedTokenStep(known)];
  let own2 = builtIn(known);
  if (own2 && token && "azp" in token.claims)
    return token.audiences.includes(wanted) ? [
      {
        when: `If the policy means the audience ${quote(wanted, 60)}`,
        say: `Test it as ${quote(`${own2.host}:oaud`)} in place of ${quote(`${own2.host}:aud`)}`,
        code: conditionLine2(`${own2.host}:oaud`, wanted),
        language: "json"
      }
    ] : [];
  let when = "If the provider in IAM lists that audience";
  return inputs?.webIdentityTokenFile ? [{ when, say: `Get the token for ${quote(wanted)}` }] : wanted === inputs?.usualAudience ? [{ when, say: `Delete \`audience\` from the step: it then asks for ${quote(wanted)}` }] : [
    {
      when,
      say: "Request the token for that audience",
      code: `audience: ${oneLine(wanted)}`,
      language: "yaml"
    }
  ];
}

// src/causes/trust-claim-not-a-key.ts
var OF_TEXT2 = /^(For(AnyValue|AllValues):)?String(Equals|Like)(IfExists)?$/i, OF_GITHUB2 = offeredOf("token.actions.githubusercontent.com", !0).filter(
  (name) => name !== "amr"
), trustClaimNotAKey = trustCause("claim-not-a-key", {
  title: "a condition is on a key that STS does not have",
  docs: ["iamConditionKeys", "awsProviderClaims", "githubOidc"],
  headline: ({ condition, disputed }, known) => {
    let key = condition?.key ?? "";
    return disputed ? `${policyOfRole(known)} tests ${quote(claimOf(key), 60)}, a key that STS may not have` : slipOf(key, known).own ? `${policyOfRole(known)} tests ${quote(claimOf(key), 60)}, a key that STS does not have` : `${policyOfRole(known)} has a condition key ${key.includes(":") ? "with a wrong prefix" : "without a prefix"}`;
  },
  shown: ({ condition, disputed }, known) => describeKey(condition?.key ?? "", known, disputed),
  change: ({ disputed }) => disputed ? { then: "If the sign-in works then, STS does not offer this key." } : {},
  others: ({ condition }, known) => {
    let claim2 = claimOf(condition?.key ?? ""), [value] = condition?.wanted ?? [];
    return !condition || value === void 0 || !isForTheJob(claim2, condition, known) ? [] : [
      {
        when: `If ${quote(claim2, 60)} has to be tested`,
        say: "Test it in the job, before AWS is asked",
        code: `expected-claims: |
  ${oneLine(claim2)}: ${oneLine(value)}`,
        language: "yaml"
      }
    ];
  },
  page: {
    meaning: `A trust policy can test only those claims that STS offers as condition keys. Of GitHub tokens these are, since January 2026, ${OF_GITHUB2.slice(0, -1).join(", ")} and ${OF_GITHUB2.at(-1)}; not iss, event_name, head_ref, base_ref, repository_owner, workflow_ref or runner_environment. The prefix of the key is the issuer without \`https://\`, with its path. A condition on any other key finds nothing, and does not hold.`,
    tell: 'The token may well have the claim, with the value that the policy wants: what counts is what STS offers. With `\u2026IfExists` such a condition holds for everybody, which is no better. For email, and for oaud of other issuers than Google, the sources differ; then the finding says "most likely".'
  },
  folded: (_denial, known) => [
    {
      title: "Claims that a trust policy can test",
      blocks: [{ show: "sentence", say: describeOffered(known) }]
    }
  ]
});
function describeKey(key, known, disputed = !1) {
  if (disputed) return [sentence("Sources differ. Without the key, the condition never holds.")];
  let { own: own2, right, offer, inToken } = slipOf(key, known);
  if (own2) return [sentence("The condition never holds, whatever the token says.")];
  if (offer === "offered" && inToken)
    return [needed(key, right), sentence("A key that is not there never matches.")];
  let { issuer } = tokenOf(known);
  return [
    {
      show: "values",
      values: [
        { name: "key", value: key },
        { name: "issuer", value: issuer }
      ]
    },
    sentence(UNDER_THE_RIGHT_ONE[offer])
  ];
}
var UNDER_THE_RIGHT_ONE = {
  offered: "With the right prefix it would not match either: this token does not have the claim.",
  disputed: "With the right prefix it may not match either: sources differ on whether STS offers it.",
  "not-offered": "With the right prefix it would not match either: STS does not offer this claim."
};
function slipOf(key, known) {
  let { issuer, github, claims } = tokenOf(known), claim2 = claimOf(key), right = `${issuer}:${claim2}`, names = ["sub", "aud", ...Object.keys(claims)].map((name) => name.toLowerCase());
  return {
    own: right.toLowerCase() === key.toLowerCase(),
    right,
    offer: offerOf(issuer.toLowerCase(), claim2.toLowerCase(), github),
    inToken: names.includes(claim2.toLowerCase())
  };
}
function isForTheJob(claim2, { key, operator }, known) {
  if (claim2 === "" || /^(sub|aud|iss)$/i.test(claim2) || !OF_TEXT2.test(operator)) return !1;
  let { own: own2, offer, inToken } = slipOf(key, known);
  return inToken && (own2 || offer !== "offered");
}
function describeOffered(known) {
  let { issuer, github, claims } = tokenOf(known), names = offeredOf(issuer.toLowerCase(), github).filter(
    (name) => name !== "amr" || name in claims
  ), disputed = offerOf(issuer.toLowerCase(), names.at(-1) ?? "", github) === "disputed";
  return `Of the claims of ${quote(issuer)} STS offers ${disputed ? "at most " : ""}${names.join(", ")}.`;
}
function tokenOf({ token }) {
  let claims = token?.claims ?? {};
  return { issuer: issuerName(token?.issuer ?? ""), github: isGitHub(claims), claims };
}

// src/causes/shared/environment.ts
function runInEnvironment(name) {
  return {
    when: `If this job belongs to environment ${quote(name, 60)}`,
    say: "Run it there",
    code: `environment: ${yamlText(name)}`,
    language: "yaml"
  };
}
function yamlText(value) {
  let text = oneLine(value);
  return /^[a-z][\w./-]*$/i.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

// src/causes/trust-condition-mismatch.ts
var trustConditionMismatch = trustCause("condition-mismatch", {
  title: "a condition of the trust policy does not hold",
  docs: ["iamConditionOperators", "iamConditionKeys", "iamSetOperators"],
  headline: ({ condition }, known) => {
    let key = quote(keyName(condition?.key ?? ""), 60);
    return condition?.actual === void 0 ? `${policyOfRole(known)} wants ${key}, which this job does not have` : `${policyOfRole(known)} wants another ${key}`;
  },
  shown: ({ condition, nearest }) => [
    ...condition && !nearest ? [{ show: "sentence", say: `${conditionText(condition)}.` }] : [],
    .../not/i.test(condition?.operator ?? "") ? [
      {
        show: "sentence",
        say: "This operator holds only where none of its values matches."
      }
    ] : []
  ],
  first: (denial, known) => {
    let name = sessionName(denial);
    return name === void 0 ? [...ownEnvironment(denial, known), ...callWanted(denial, known)] : [
      {
        when: "If this job may use the role",
        say: "Give the session the name that the policy wants",
        code: `role-session-name: ${name}`,
        language: "yaml"
      }
    ];
  },
  // Somebody wrote it to keep jobs out.
  noFirst: ({ condition }) => /not/i.test(condition?.operator ?? "") ? "If the condition is meant for jobs like this one" : void 0,
  change: (denial, known) => /not/i.test(denial.condition?.operator ?? "") ? { when: "If this job may use the role all the same" } : sessionName(denial) !== void 0 ? { when: "If its own session name may stay" } : callWanted(denial, known).length > 0 ? { when: "If this job may use the role without it" } : ownEnvironment(denial, known).length === 0 ? {} : { when: "If it may use the role without that environment" },
  where: (denial, known) => sessionName(denial) ? { input: "role-session-name" } : ownEnvironment(denial, known).length > 0 ? "environment" : void 0,
  page: {
    meaning: "Every condition of a statement must hold. Beside subject and audience a policy may test further claims (ref, repository_id, job_workflow_ref, \u2026), the name of the session (`sts:RoleSessionName`, the input `role-session-name`), session tags and more. A positive operator does not hold where the key is missing; a negated one does.",
    tell: "Subject and audience match, or their conditions have no part in it: then the finding would be trust-subject-\u2026 or trust-audience-mismatch. A key that STS does not have at all is trust-claim-not-a-key."
  }
});
function ownEnvironment({ condition, more, statement }, { token, trust }) {
  let name = oneValue(condition, "environment"), own2 = repositoryPart(token?.subject ?? "");
  if (name === void 0 || own2 === void 0 || condition?.actual || more.length > 0) return [];
  let subject = `${own2}:environment:${name}`;
  return (trust?.statements.find(({ index }) => index === statement?.index)?.conditions ?? []).filter((one) => /:sub$/i.test(one.key)).every(
    (one) => !one.open && /^(ForAnyValue:)?String(Equals|Like)$/i.test(one.operator) && one.wanted.some(
      (value) => /like$/i.test(one.operator) ? matchesWildcard(value, subject) : value === subject
    )
  ) ? [runInEnvironment(name)] : [];
}
function oneValue(condition, claim2) {
  let { key = "", operator = "", wanted: [value, another] = [], open } = condition ?? {}, asks = claimOf(key).toLowerCase() === claim2 && /^String(Equals|Like)$/i.test(operator), isOne = value !== void 0 && another === void 0 && !isWild(value) && !open;
  return asks && isOne ? value : void 0;
}
function callWanted({ condition, more }, { token }) {
  let value = oneValue(condition, "job_workflow_ref") ?? "", { repository, path, ref } = CALLED.exec(value)?.groups ?? {};
  if (!repository || !path || !ref || more.length > 0) return [];
  let actual = condition?.actual, { workflow_ref: own2 } = token?.claims ?? {}, isCalled = actual?.[0] !== void 0 && actual[0] !== own2, isAnother = repository !== token?.claims.repository;
  return isCalled || isAnother ? [
    {
      when: "If the job can call that workflow",
      say: "Call it at the ref that the policy wants",
      code: `uses: ${oneLine(`${repository}/${path}@${ref}`)}`,
      language: "yaml"
    }
  ] : [];
}
var CALLED = /^(?<repository>[\w.-]+\/[\w.-]+)\/(?<path>\.github\/workflows\/[\w.-]+)@(?:refs\/(?:heads|tags)\/)?(?<ref>(?!refs\/)[\w./-]+)$/;
function sessionName({ condition, nearest }) {
  return condition?.key.toLowerCase() !== "sts:rolesessionname" || !/^(For(AnyValue|AllValues):)?String(Equals|EqualsIgnoreCase|Like)(IfExists)?$/i.test(
    condition.operator
  ) ? void 0 : [...nearest ? [nearest.wanted] : [], ...condition.wanted].find((name) => isSessionName(name) && /^\w/.test(name));
}

// src/causes/trust-denied.ts
var trustDenied = trustCause("denied", {
  title: "the trust policy denies this job explicitly",
  docs: ["iamEvaluation", "iamRoleTrust"],
  headline: ({ statement }, known) => `${statement ? `${statementText(statement)} of ` : ""}${policyOfRole(known)} denies this job`,
  shown: describeDeny,
  // The "no" first: somebody wrote this Deny on purpose.
  noFirst: () => "If the Deny is meant for jobs like this one",
  change: () => ({
    when: "If this job may use the role all the same",
    then: "That exempts this subject alone from the Deny."
  }),
  others: (denial, known) => [
    ...ownerById(denial, known),
    ...denial.suggestion ? [] : exemption(denial, known)
  ],
  page: {
    meaning: "IAM first looks for a Deny that matches, and only then for an Allow: a Deny wins over every Allow. A Deny with a negated operator (StringNotLike, StringNotEquals) matches all that is not listed, also where the key is missing.",
    tell: "An Allow would have allowed this job: where none would, the finding is what keeps the nearest Allow from matching. A Deny of the organisation (SCP, RCP) is not in the trust policy: see trust-policy-differs."
  }
});
function exemption({ condition, more, statement }, known) {
  let { token } = known;
  if (!token || !statement) return [];
  let isListed2 = ({ operator, key: key2 }) => /:sub$/i.test(key2) && (/^StringNotEquals$/i.test(operator) || /^StringNotLike$/i.test(operator) && !isWild(token.subject)), listed = [...condition ? [condition] : [], ...more].find(isListed2), key = `${issuerName(token.issuer)}:sub`, value = sanitise(JSON.stringify(literalValue(token.subject))), where = statementText(statement);
  return [
    {
      when: "If the statement that allows this job does not test the audience",
      say: "Let it test the audience first",
      code: conditionLine2(`${issuerName(token.issuer)}:aud`, expectedAudience(known)),
      language: "json"
    },
    {
      when: "If this job may use the role all the same, and the audience is tested",
      ...listed ? {
        say: `Add this value to the list under ${quote(listed.operator)} of ${where}`,
        code: value
      } : {
        say: `Add this to \`Condition\` of ${where}`,
        code: `"StringNotEquals": {
  ${JSON.stringify(key)}: ${value}
}`
      },
      language: "json",
      then: "That exempts this subject alone from the Deny."
    }
  ];
}
function ownerById({ condition, more }, { token }) {
  let named2 = [...condition ? [condition] : [], ...more].find(
    ({ operator, key, state }) => /^StringNot(Equals|Like)$/i.test(operator) && state === "not-offered" && /:repository_owner$/i.test(key)
  ), { repository_owner: owner, repository_owner_id: id } = token?.claims ?? {}, isOwn = named2?.wanted.length === 1 && named2.wanted[0] === owner;
  return !named2 || !isOwn || typeof owner != "string" || typeof id != "string" ? [] : [
    {
      when: `If the Deny is meant for all owners but ${quote(owner, 60)}`,
      say: "Test the id of the owner in place of the name, which STS does not offer",
      code: `- ${conditionLine2(named2.key, owner)}
+ ${conditionLine2(`${named2.key}_id`, id)}`,
      language: "diff"
    }
  ];
}
function describeDeny({ condition, more }) {
  let conditions = condition ? [condition, ...more] : [];
  if (conditions.length === 0)
    return [{ show: "sentence", say: "It has no conditions. A Deny wins over every Allow." }];
  let values = conditions.slice(0, 2).flatMap(({ operator, key, wanted, actual }) => [
    { name: `${operator} ${keyName(key)}`, value: wanted.slice(0, 3).join(", ") },
    { name: "this job", value: actual?.join(", ") ?? "(not there)" }
  ]), missing = conditions.find(({ state }) => state === "not-offered"), say = missing ? `STS has no key ${quote(keyName(missing.key), 60)}, so that condition holds for every job.` : "A Deny wins over every Allow.";
  return [
    { show: "values", values },
    { show: "sentence", say }
  ];
}

// src/aws/github-pattern.ts
function isAll(text) {
  return /^\*+$/.test(text);
}
var FORM3 = /^repo:(?<owner>[^:/]*)(?:\/(?<name>[^:]*))?(?::(?<context>.*))?$/s;
function patternParts(pattern) {
  let groups = FORM3.exec(withPrefix(pattern))?.groups;
  if (!groups) return;
  let { owner: ownerText = "", name: nameText, context } = groups;
  if (nameText === void 0 && !ownerText.includes("*")) return;
  let [owner = "", ownerId] = ownerText.split("@"), [name = "*", repositoryId] = (nameText ?? "*").split("@"), rest = context ?? ((repositoryId ?? name).endsWith("*") ? "*" : void 0);
  return {
    owner,
    name,
    ...ownerId === void 0 ? {} : { ownerId },
    ...repositoryId === void 0 ? {} : { repositoryId },
    ...rest === void 0 ? {} : { context: rest }
  };
}
function withPrefix(pattern) {
  let rest = /^\*+(.*)$/s.exec(pattern)?.[1];
  return rest === void 0 ? pattern : rest === "" || rest.startsWith(":") ? `repo:*/*${rest}` : /^[^:]*\//.test(rest) ? `repo:*${rest}` : `repo:*/*${rest}`;
}
var DEFAULT_BRANCH = "ref:refs/heads/main";
function closedPattern(pattern) {
  let { owner, name, ownerId, repositoryId, context } = patternParts(pattern) ?? {
    owner: "*",
    name: "*"
  }, id = (one) => one === void 0 ? "" : `@${one}`, whose = nameMeant(owner) ?? "<owner>", which = nameMeant(name) ?? "<repository>";
  return `repo:${whose}${id(ownerId)}/${which}${id(repositoryId)}:${closedContext(context)}`;
}
function nameMeant(name) {
  let start = name.replace(/\*$/, "");
  return start === "" || isWild(start) || start !== name && !/[\da-z]$/i.test(start) ? void 0 : start;
}
function closedContext(context) {
  if (context === void 0 || isAll(context)) return DEFAULT_BRANCH;
  if (!isWild(context)) return context;
  let branch = /^ref:refs\/heads\/([^*?]*[^*?/_.-])[*?]+$/.exec(context)?.[1];
  return branch === void 0 ? DEFAULT_BRANCH : `ref:refs/heads/${branch}`;
}
function withIds(pattern, ownerId, repositoryId) {
  let context = /^repo:[^:]*(:.*)$/s.exec(pattern)?.[1] ?? "", parts = patternParts(pattern);
  if (!parts) return pattern;
  let fixed = (id, known) => id === void 0 ? "" : `@${isWild(id) ? known : id}`, last = isWild(parts.name) ? parts.repositoryId ?? "" : repositoryId;
  return `repo:${parts.owner}${fixed(parts.ownerId, ownerId)}/${parts.name}${fixed(parts.repositoryId, last)}${context}`;
}
function isOfRepository(pattern, subject) {
  let [wants, has] = [patternParts(pattern), subjectOf(subject)], fits = (one, other) => matchesWildcard(one.toLowerCase(), other.toLowerCase());
  return !!wants && !!has && fits(wants.owner, has.owner) && fits(wants.name, has.name);
}

// src/causes/trust-ids-open.ts
var MOST6 = 3, trustIdsOpen = causeOf("trust-ids-open", {
  id: "trust-ids-open",
  section: "trust",
  title: "the trust policy has wildcards in the place of immutable ids",
  severity: "notice",
  retry: "never",
  certainty: ({ doubt: doubt2 }) => doubt2 ? "likely" : "certain",
  docs: ["githubOidc", "iamSharedProviders"],
  matches: () => !0,
  explain: ({ openings, doubt: doubt2, made = [] }, known) => {
    let [first] = openings;
    return {
      headline: `${policyOfRole(known)} accepts any id of ${quote(nameIn2(first?.pattern ?? ""), 60)}`,
      shown: [
        {
          show: "sentence",
          say: "Somebody else who takes over that name later can then assume the role."
        },
        ...doubtBlocks(doubt2, known)
      ],
      steps: [
        ...settlingSteps(doubt2, known),
        ...openings.slice(0, MOST6).flatMap((one) => stepsFor9(one, known, made))
      ],
      otherwise: doubt2 ? parameterSteps(known) : [],
      folded: [
        {
          title: "Values with a wildcard in the place of an id",
          blocks: [
            {
              show: "list",
              points: openings.slice(0, 12).map(
                ({ pattern, example, statement }) => `${quote(pattern)} (${statementText(statement)}) allows ${quote(example)} too`
              )
            }
          ]
        }
      ],
      where: { input: "trust-policy" }
    };
  },
  page: {
    meaning: "GitHub writes `repo:OWNER@OWNER_ID/REPO@REPO_ID:\u2026` so that nobody gets access by registering a name that has become free: an id is never used again. A pattern such as `repo:OWNER@*/REPO@*:\u2026` accepts the form with ids, and gives that up: after a rename, a transfer or a deletion, whoever registers the name next has a `sub` that matches it.",
    tell: "The policy works, and allows nobody else today. If the pattern leaves more open than the ids (branches, repositories), trust-too-open says so beside it."
  }
});
function nameIn2(pattern) {
  let { owner = "", name = "" } = patternParts(pattern) ?? {};
  return isWild(name) ? owner : `${owner}/${name}`;
}
function stepsFor9({ pattern }, known, made) {
  let { token, run } = known, own2 = token !== void 0 && isOfRepository(pattern, token.subject), claim2 = (name, otherwise) => plainText(token?.claims[name]) || otherwise, ids = own2 ? [
    claim2("repository_owner_id", run.ownerId || "<owner-id>"),
    claim2("repository_id", run.repositoryId || "<repository-id>")
  ] : ["<owner-id>", "<repository-id>"], fixed = withIds(pattern, ids[0] ?? "", ids[1] ?? ""), look = fixed.includes("-id>") ? [lookUpIds(pattern)] : [];
  return made.includes(pattern) ? [
    ...look,
    {
      say: `Let ${placeToChange(known.trust?.source ?? { inline: !0 })} make this value of \`sub\``,
      code: fixed
    }
  ] : [
    ...look,
    {
      say: own2 ? "Write the ids of this run" : `Write the ids of ${quote(nameIn2(pattern), 60)}`,
      code: sanitise(`- ${JSON.stringify(pattern)}
+ ${JSON.stringify(fixed)}`),
      language: "diff"
    }
  ];
}
function lookUpIds(pattern) {
  let { owner = "", name = "" } = patternParts(pattern) ?? {};
  return {
    say: `Look up the ids of ${quote(nameIn2(pattern), 60)}`,
    code: isWild(name) ? `gh api ${shellWord(`users/${owner}`)} --jq .id` : `gh api ${shellWord(`repos/${owner}/${name}`)} --jq '.owner.id, .id'`,
    language: "sh"
  };
}

// src/causes/shared/policy-document.ts
function kindText(found) {
  return found.type === "array" ? "a list" : found.type === "null" ? "`null`" : found.type !== "object" ? `a ${found.type}` : found.names.length === 0 ? "an empty object" : `an object with ${found.names.map((name) => quote(name, 40)).join(", ")}`;
}
function documentErrorText(failure) {
  return "error" in failure ? ERRORS[failure.error] : "limit" in failure ? limitText(failure.limit) : yamlError(failure.message);
}
function yamlError(message) {
  return message.replace(/ at line \d+, column \d+:?[\s\S]*$/, "").replaceAll("`", "'");
}
function limitText(limit) {
  return limit.of === "stack" ? "it is nested too deeply" : `more than ${limit.most} levels of nesting`;
}
var ERRORS = {
  symbol: "this means nothing in JSON, where names and strings stand in double quotes",
  number: "this number is not complete",
  "name-expected": "a name in double quotes is missing here",
  "value-expected": "a value is missing here",
  "colon-expected": "`:` is missing here",
  "comma-expected": "`,` is missing here",
  "brace-expected": "`}` is missing here",
  "bracket-expected": "`]` is missing here",
  "end-expected": "more text after the end of the document",
  "endless-comment": "this comment does not end",
  "endless-string": "this string does not end in its line",
  escape: "this string has an escape in it that JSON does not have",
  "control-character": "this string has a character in it that must be escaped"
};

// src/causes/shared/policy-forms.ts
var OTHER_FORM = {
  is: (failure) => failure.problem === "other-form" ? FORMS2[failure.form].is : "",
  steps: (failure, known) => {
    let other = failure.problem === "other-form" ? FORMS2[failure.form].or(failure.source, known) : void 0;
    return [givePolicy(known), ...other ? [other] : []];
  }
};
function instead(say, code) {
  return {
    when: "If you would rather check what is about to be deployed",
    say,
    code,
    language: "sh"
  };
}
function asJson(what, setting) {
  return `Give the ${what} as JSON, made in a step before this one, as ${setting}`;
}
function jsonStep(what, setting, code) {
  return instead(asJson(what, setting), code);
}
var plan = (known) => jsonStep(
  "plan",
  policySetting(known, "plan.json"),
  "terraform plan -out=plan.out && terraform show -json plan.out > plan.json"
), printed = (known) => jsonStep(
  "configuration",
  policySetting(known, "serverless.json"),
  "npx serverless print --format json > serverless.json"
), FORMS2 = {
  hcl: {
    is: "is Terraform code, which is not evaluated here",
    or: (_source, known) => plan(known)
  },
  "terraform-log": {
    is: "is the log of `terraform plan -json`, which holds no policy",
    or: (_source, known) => plan(known)
  },
  "terraform-plan": {
    is: "is a plan file, in Terraform's binary form",
    or: (source2, known) => jsonStep(
      "plan",
      policySetting(known, "plan.json"),
      `terraform show -json ${"path" in source2 ? shellWord(source2.path) : "plan.out"} > plan.json`
    )
  },
  cdk: {
    is: "is a CDK program, which is not run here",
    or: () => instead(
      "Give the template of its stack (`cdk.out/*.template.json`), made in a step before this one",
      "npx cdk synth --quiet"
    )
  },
  cdktf: {
    is: "is a program of CDK for Terraform, which is not run here",
    or: () => instead(
      "Give the `cdk.tf.json` of its stack (below `cdktf.out/stacks`), made in a step before this one",
      "npx cdktf synth"
    )
  },
  pulumi: {
    is: "is a Pulumi program, which is not run here",
    or: (_source, known) => ({
      when: "If Pulumi has deployed the role",
      say: asJson("stack", policySetting(known, "stack.json")),
      code: "pulumi stack export --file stack.json",
      language: "sh"
    })
  },
  "serverless-code": {
    is: "is Serverless Framework code, which is not run here",
    or: (_source, known) => printed(known)
  },
  kubernetes: {
    is: "is a Kubernetes manifest without an IAM role's trust policy",
    or: () => {
    }
  },
  ansible: { is: "is an Ansible playbook, which is not run here", or: () => {
  } },
  "cli-text": {
    is: "is output of the AWS CLI as text or table, not JSON",
    or: () => {
    }
  }
};
function laterSteps({ address }, known) {
  return address?.in === "terraform" ? [
    {
      say: `Give the state after \`terraform apply\` in place of the plan, as ${policySetting(known, "state.json")}`,
      code: "terraform show -json > state.json",
      language: "sh"
    },
    givePolicy(known)
  ] : [givePolicy(known), ...address?.in === "serverless" ? [printed(known)] : []];
}
var ROLE_IN_TERRAFORM = 'first((.planned_values // .) | .. | objects | select(.name == $role and (.assume_role_policy | type) == "string")) | .assume_role_policy | fromjson';
function oneRole(source2, known) {
  let { inputs } = known, jq = `jq --arg role ${shellWord(inputs?.role && baseName(inputs.role) || "<role>")} '${ROLE_IN_TERRAFORM}'`;
  return {
    when: "If it is a Terraform plan or state",
    say: "Give the policy of the one role out of it",
    code: `${"path" in source2 ? `${jq} ${shellWord(source2.path)}` : `terraform show -json | ${jq}`} > ${policyFile(known)}`,
    language: "sh"
  };
}

// src/causes/shared/unreadable-policy.ts
var told = (is, ...steps) => ({ is, steps: () => steps });
function ofParameters({ source: source2 }) {
  return "path" in source2 && source2.parameters === !0;
}

// src/causes/shared/template-problems.ts
function otherRole(failure) {
  return failure.problem !== "other-role" ? "" : quote(failure.name ?? addressText(failure.role), 64);
}
function hasParameters({ source: source2 }) {
  return source2.address?.in !== "serverless";
}
var TEMPLATE_PROBLEMS = {
  "not-toml": told("is not TOML", { say: "Correct the file there" }),
  "not-parameters": told("holds no parameters of a template", {
    say: "Give a list of `ParameterKey` and `ParameterValue`, an object of names and values, or `samconfig.toml`"
  }),
  "role-not-made": {
    is: (failure, known) => `does not make ${roleInHeadline(known)}${hasParameters(failure) ? " with these parameters" : ""}`,
    steps: (failure, known) => hasParameters(failure) ? [
      ...parameterSteps(known),
      { say: "Give the file in which the role is defined, with the parameters of its stack" }
    ] : [{ say: "Give the file in which the role is defined" }]
  },
  "other-role": {
    is: (failure, known) => `holds one role, ${otherRole(failure)}; this step assumes ${isOneOfRoles(known) ? "another" : roleInWords(known)}`,
    steps: (failure, known) => [
      {
        when: `If the job is to use ${otherRole(failure)}`,
        say: `Set ${roleSetting(known)} to its ARN`
      },
      { say: `Give the file in which ${roleInWords(known)} is defined` }
    ]
  }
};

// src/causes/trust-policy-unreadable.ts
var trustPolicyUnreadable = causeOf("trust-policy", {
  id: "trust-policy-unreadable",
  section: "trust",
  // It says nothing of the role.
  link: "inputs",
  title: "the trust policy that was given cannot be read",
  // The file only explains failures: where there was none, it breaks nothing.
  severity: (_failure, { session }) => session ? "warning" : "error",
  retry: "never",
  certainty: "certain",
  stands: !0,
  docs: ["iamRoleTrust", "iamTroubleshootRoles"],
  matches: () => !0,
  explain: (failure, known) => {
    let { source: source2 } = failure, { is, steps } = PROBLEMS5[failure.problem], words = typeof is == "string" ? is : is(failure, known), input = ofParameters(failure) ? "trust-policy-parameters" : "trust-policy", all = steps(failure, known), policy = givePolicy(known);
    return {
      headline: `${"path" in source2 ? quote(source2.path, 60) : "the input `trust-policy`"} ${words}`,
      shown: [
        ...describeFailure(failure),
        ...known.session ? [
          {
            show: "sentence",
            say: `STS signed in: the policy ${inForce(known)} allows this job.`
          }
        ] : []
      ],
      steps: all,
      otherwise: all.some(({ code }) => code === policy.code) ? [] : [policy],
      stop: `Input \`${input}\``,
      where: { input }
    };
  },
  page: {
    meaning: `\`trust-policy\` takes the policy as JSON, comments included, or the path of a file in the workspace: the policy itself or statements of it, what the AWS CLI prints (\`get-role\`, \`list-roles\`), a CloudFormation or SAM template or \`serverless.yml\`, what \`terraform show -json\` prints of a plan or a state, \`pulumi stack export\`, or manifests of ACK and Crossplane. Programs are not run: Terraform, CDK and Pulumi code is named as such. \`trust-policy-parameters\` takes the path of a file with the parameters of a template. Files outside the workspace, links, and files of more than ${IN_WORDS.largestPolicy} are not read, nor is JSON of more than ${IN_WORDS.mostJsonValues} values, YAML of more than ${IN_WORDS.mostYamlTokens} tokens (some 90 KB) or ${IN_WORDS.largestYaml}, or a trust policy of more than ${IN_WORDS.longestTrustPolicy} characters, white space aside.`,
    tell: "Nothing was said about the role: the finding is about the text or file that the step was given. It is an error if STS did not sign in, and a warning if it did, for the policy only explains failures. A policy that could be read but not decided is trust-undecided."
  }
});
function describeFailure(failure) {
  let detail = oneLine(describeDetail(failure), 400), place = "place" in failure ? failure.place : void 0, parts = [place ? `Line ${place.line}, column ${place.column}` : "", detail].filter((part) => part !== "");
  return parts.length === 0 ? [] : [{ show: "sentence", say: `${parts.join(": ")}.` }];
}
function describeDetail(failure) {
  let { address } = failure.source, inRole = address ? `in ${quote(addressText(address))}: ` : "";
  switch (failure.problem) {
    case "unreadable":
      return failure.errno === "" ? "" : `The system answered ${quote(failure.errno)}`;
    case "not-a-file":
      return "It is not a regular file";
    case "too-large":
      return `${inRole}it has ${failure.over ? "over " : ""}${failure.size} ${failure.unit}`;
    case "not-json":
    case "not-yaml":
      return `${inRole}${documentErrorText(failure)}`;
    case "not-a-policy":
      return `It is ${kindText(failure.found)}`;
    case "several-roles":
      return `They are ${list(failure.roles.slice(0, 6).map(addressText))}`;
    case "permissions-policy":
      return `${inRole}this says what a role may do, not who may assume it`;
    case "not-toml":
      return "Its text ends there, or goes on in a way that TOML does not have";
    case "not-parameters":
      return `It is ${kindText(failure.found)}`;
    case "role-not-made":
      return `The condition ${quote(failure.condition, 60)} does not hold${failure.defaults.length === 0 ? "" : ` with ${defaultsText(failure.defaults)}`}`;
    case "placeholders":
      return `${inRole}the document is complete only once its placeholders are replaced`;
    case "known-later":
      return address ? `It is that of ${quote(addressText(address))}` : "";
    default:
      return "";
  }
}
var INSIDE = {
  say: "Copy the file into the workspace in a step before this one, and give its path from there"
}, LOOK2 = {
  say: "Look at what is there, in a step before this one",
  code: "id; ls -la",
  language: "sh"
}, PROBLEMS5 = {
  missing: {
    is: "does not exist",
    steps: (_failure, { run }) => [
      {
        say: "Check the repository out before this step",
        code: "- uses: actions/checkout@v6",
        language: "yaml"
      },
      { say: `Give the path from the workspace ${quote(run.workspace)}` }
    ]
  },
  directory: told("is a directory", { say: "Give the path of the file in it" }),
  outside: told("is outside the workspace", INSIDE),
  link: told("is a link, or a part of its path is one", INSIDE),
  unreadable: told("cannot be read", LOOK2),
  "not-a-file": told("cannot be read", LOOK2),
  empty: told("is empty", {
    say: "Look at the step that writes it: the command failed, or its variable was empty"
  }),
  "too-large": {
    is: "is too large to be examined",
    steps: (failure, known) => {
      let { source: source2 } = failure;
      if (ofParameters(failure))
        return [{ say: "Give a file with the parameters of this one stack" }];
      let isTerraform = source2.address === void 0 || source2.address.in === "terraform";
      return [givePolicy(known), ...isTerraform ? [oneRole(source2, known)] : []];
    }
  },
  "other-form": OTHER_FORM,
  placeholders: {
    is: "has placeholders that are not filled in",
    steps: (_failure, known) => [
      {
        say: "Replace them in a step before this one, and give the path of the result"
      },
      givePolicy(known)
    ]
  },
  "not-json": told("is not JSON", {
    say: "Correct the JSON: often it is an extra or missing comma, or single quotes"
  }),
  "not-yaml": {
    is: "is not YAML",
    steps: (failure) => [
      {
        say: ofParameters(failure) ? "Correct the file there, or give it as JSON" : "Correct the template there, or give the policy as JSON"
      }
    ]
  },
  ...TEMPLATE_PROBLEMS,
  "not-a-policy": told("is not a trust policy, and holds none", {
    say: "Give a document with the member `Statement`, what IAM's `get-role` prints, a template with `AssumeRolePolicyDocument`, or what `terraform show -json` prints"
  }),
  "permissions-policy": told("is a permissions policy, not a trust policy", {
    say: "Give the trust policy of the role (in the console: Trust relationships)"
  }),
  "no-role": told("holds no role with a trust policy", {
    say: "Give the file in which the role is defined"
  }),
  "several-roles": {
    is: (_failure, known) => `holds several roles, and none is clearly ${roleInput(known) === "roles" ? "the one to assume" : "that of `role-to-assume`"}`,
    steps: (failure, { inputs }) => {
      let [first] = failure.problem === "several-roles" ? failure.roles : [], member = first ? ` (${quote(nameMember(first))})` : "";
      return [
        {
          say: `Name the role ${quote(inputs?.role ? baseName(inputs.role) : "")} in the file${member}, or give the policy of this role alone`
        }
      ];
    }
  },
  "known-later": {
    is: "has a trust policy that is known only after deployment",
    steps: ({ source: source2 }, known) => laterSteps(source2, known)
  }
};

// src/causes/trust-provider-mismatch.ts
var trustProviderMismatch = trustCause("provider-mismatch", {
  title: "the trust policy trusts another identity provider",
  docs: ["iamPrincipal", "iamProvider", "iamRoleTrust"],
  headline: (denial, known) => `${policyOfRole(known)} ${HEADLINES[nearestProvider(denial).slip]}`,
  shown: (denial) => {
    let { needs = "" } = denial.principals ?? {}, { has, slip } = nearestProvider(denial);
    return [
      has === void 0 ? { show: "values", values: [{ name: "needs", value: needs }] } : needed(has, needs),
      ...slip === "none" && has !== void 0 && !has.includes("oidc-provider/") ? [
        {
          show: "sentence",
          say: needs.endsWith(`/${withoutScheme(has)}`) ? "The principal is the ARN of the provider, not its URL." : "Only a `Federated` principal covers web identities."
        }
      ] : []
    ];
  },
  otherwise: (_denial, known) => builtIn(known) ? [] : [
    {
      say: "Check that the account of the role has the provider, with this very URL",
      code: getProvider(known),
      language: "sh"
    },
    {
      when: "If it does not",
      say: "Create it",
      code: createProvider(known),
      language: "sh"
    }
  ],
  page: {
    meaning: 'A statement covers a web identity where its principal is `{"Federated": "<ARN of the OIDC provider>"}`. The ARN must be that of the provider in the account of the role, with host and path of the issuer as they stand in `iss`: another account, an extra slash, a missing enterprise path, or a principal of another kind (`AWS`, `Service`) does not match. `{"AWS": "*"}` does not cover web identities either.',
    tell: "STS knows the provider: otherwise it would have answered InvalidIdentityToken. It is the trust policy of the role that names another one."
  }
});
function withoutScheme(url) {
  return withoutSlash(url.replace(/^https?:\/\//, ""));
}
var HEADLINES = {
  none: "does not name this token's identity provider",
  partition: "names the identity provider in another partition",
  account: "names the identity provider of another account",
  slash: "differs from the token's issuer in the slash at the end",
  path: "names the identity provider with another path",
  host: "names the identity provider of another issuer"
};
function nearestProvider({ principals }) {
  let { has, needs } = principals ?? { has: [], needs: "" }, slips = has.flatMap((one) => {
    let theirs = placeOf2(one);
    return theirs === void 0 || theirs.issuer === "" ? [] : [{ has: one, slip: slipOf2(theirs, placeOf2(needs)) }];
  }), [nearest] = ORDER.flatMap((wanted) => slips.find(({ slip }) => slip === wanted) ?? []), [first] = has;
  return nearest ?? { ...first === void 0 ? {} : { has: first }, slip: "none" };
}
var ORDER = ["partition", "account", "slash", "path", "host"];
function placeOf2(principal) {
  let own2 = builtInProvider(principal);
  return own2 ? { partition: "", account: "", issuer: own2.host } : providerOf(principal);
}
function slipOf2(theirs, right) {
  let { account = "", issuer = "" } = right ?? {};
  if (theirs.issuer === issuer) return theirs.account === account ? "partition" : "account";
  if (withoutSlash(theirs.issuer) === withoutSlash(issuer)) return "slash";
  let [one, other] = [theirs.issuer, issuer].map((name) => issuerHost(name).toLowerCase());
  return one === other ? "path" : "host";
}

// src/causes/trust-subject-case.ts
var trustSubjectCase = trustCause("subject-case", {
  title: "the subject differs from the policy in letter case only",
  docs: ["iamConditionOperators", "githubOidc"],
  headline: (_denial, known) => `${policyOfRole(known)} spells \`sub\` in another letter case`,
  shown: () => [{ show: "sentence", say: "IAM compares `sub` case-sensitively." }],
  change: ({ nearest, suggestion }) => isWild(nearest?.wanted ?? "") && isReplaced(nearest, suggestion) ? { then: "The new value allows this subject alone; the old one had a wildcard." } : {},
  page: {
    meaning: "GitHub ignores letter case in the names of owners and repositories, but not in those of branches and environments. IAM ignores it nowhere: under StringEquals and StringLike `Octo-Org` and `octo-org` are two names. The token carries the spelling that GitHub has stored.",
    tell: "In lower case the two values match. StringEqualsIgnoreCase ignores case, but the exact spelling tells the next reader more."
  }
});
function isReplaced(nearest, suggestion) {
  return !suggestion || suggestion.diff === "" ? !1 : !suggestion.statement.includes(JSON.stringify(nearest?.wanted));
}

// src/causes/trust-subject-customised.ts
var trustSubjectCustomised = trustCause("subject-customised", {
  title: "a template makes a subject that the policy does not expect",
  docs: ["githubOidc", "githubReusable", "iamRoleTrust"],
  headline: ({ nearest }, known) => isDefaultForm(nearest?.actual ?? "") ? `${policyOfRole(known)} expects \`sub\` from a template, not the default form` : `a template makes \`sub\`; ${policyOfRole(known)} expects the default form`,
  shown: ({ nearest }) => isDefaultForm(nearest?.actual ?? "") ? [
    {
      show: "sentence",
      say: "The repository does not use the organisation's template, or it was removed."
    }
  ] : [],
  change: ({ nearest, suggestion }, known) => {
    let actual = nearest?.actual ?? "";
    return /(^|:)(repo|repository|repository_id):/.test(actual) ? {} : suggestion?.statement.includes(':repository_owner_id"') === !0 && !namesOwner(actual) ? {
      when: `If every repository of ${quote(ownerOf(known), 60)} with this \`sub\` may use the role`
    } : { when: "If every run with this `sub` may use the role" };
  },
  otherwise: ({ nearest }, known) => isDefaultForm(nearest?.actual ?? "") ? [] : [
    {
      when: "If the repository needs no template",
      say: "Set it back to the default form",
      code: `gh api --method PUT ${templatesOf(known).repository} -F use_default=true`,
      language: "sh",
      then: "That changes `sub` for every job of the repository."
    }
  ],
  confirm: (_denial, known) => [
    {
      say: "Look at the template of the repository, then at that of the organisation",
      code: `gh api ${templatesOf(known).repository}
gh api ${templatesOf(known).owner}`,
      language: "sh"
    }
  ],
  page: {
    meaning: "Owners of a repository or organisation can have GitHub make `sub` of other claims (`include_claim_keys`: repo, context, job_workflow_ref, repository_owner, \u2026). It is then a list `key:value:key:value`, and the usual values of a trust policy do not match. A template of the organisation applies only to repositories with `use_default: false`.",
    tell: "One of the two values has the default form `repo:OWNER/REPO:\u2026`, and the other has claims that the default does not have."
  }
});
function templatesOf(known) {
  let template = "actions/oidc/customization/sub";
  return {
    repository: shellWord(`repos/${repositoryOf(known) || "<owner>/<repository>"}/${template}`),
    owner: shellWord(`orgs/${ownerOf(known) || "<organisation>"}/${template}`)
  };
}

// src/causes/trust-subject-environment.ts
var trustSubjectEnvironment = trustCause("subject-environment", {
  title: "the environment of the job is not the one that the policy is for",
  docs: ["githubOidc", "githubOidcAws", "iamRoleTrust"],
  headline: ({ nearest }, known) => {
    let { wanted = "", actual = "" } = nearest ?? {};
    return `${policyOfRole(known)} allows ${contextWords(wanted)}, not ${contextWords(actual)}`;
  },
  shown: ({ nearest }) => losesEnvironment(nearest) ? [] : [
    {
      show: "sentence",
      say: environmentOf(nearest?.actual ?? "") === void 0 ? "Without `environment:` in the job, `sub` names no environment." : "`environment:` replaces the branch in `sub`."
    }
  ],
  first: ({ nearest }) => ownEnvironment2(nearest),
  change: ({ nearest }) => ownEnvironment2(nearest).length === 0 ? {} : { when: "If it may use the role without that environment" },
  others: ({ nearest }) => losesEnvironment(nearest) ? [
    {
      when: "If the job needs no environment",
      say: "Remove `environment:` from it, which replaces the branch in `sub`"
    }
  ] : [],
  where: () => "environment",
  page: {
    meaning: "A job with `environment:` gets a token whose `sub` ends in `:environment:NAME`, whatever branch or event it runs for; without it, `sub` names the branch, the tag or `pull_request`. Adding or removing an environment changes `sub`, and a policy for the other form no longer matches.",
    tell: "The repository in both values is the same, and one of them has `environment:` where the other has `ref:` or `pull_request`. Two environments of different names are trust-subject-mismatch."
  }
});
function ownEnvironment2(nearest) {
  let [has, wants] = [environmentOf(nearest?.actual ?? ""), environmentOf(nearest?.wanted ?? "")];
  return !isSameRepository(nearest) || has !== void 0 ? [] : wants === void 0 || isWild(wants) ? [] : [runInEnvironment(wants)];
}
function isSameRepository(nearest) {
  let { wanted = "", actual = "" } = nearest ?? {};
  return matchesWildcard(repositoryPart(wanted) ?? "", repositoryPart(actual) ?? "");
}
function losesEnvironment(nearest) {
  return isSameRepository(nearest) && environmentOf(nearest?.actual ?? "") !== void 0;
}

// src/causes/trust-subject-immutable.ts
var WITHOUT2 = /^(repo:[^/@:]+)(?:@[^/:]+)?(\/[^@:]+)(?:@[^:]+)?/, REMOVE_OLD = "Remove the form without ids once no job uses it: a name can be registered again by somebody else, an id cannot.", trustSubjectImmutable = trustCause("subject-immutable", {
  title: "immutable ids in `sub` or in the trust policy, but not in both",
  docs: ["githubOidc", "iamRoleTrust"],
  headline: (denial, known) => {
    let { nearest } = denial, names = ownersOf(denial);
    return names ? `\`sub\` uses immutable ids and owner ${quote(names.has, 40)}, ${policyOfRole(known)} owner ${quote(names.wants, 40)}` : hasIds(nearest?.actual ?? "") ? `\`sub\` uses immutable ids, but ${policyOfRole(known)} does not` : `${policyOfRole(known)} uses immutable ids, but \`sub\` does not`;
  },
  shown: ({ nearest }) => [
    {
      show: "sentence",
      say: hasIds(nearest?.actual ?? "") ? "GitHub adds them to new and renamed repositories." : "This repository, or this GitHub server, still uses the classic form."
    }
  ],
  change: (denial) => {
    let names = ownersOf(denial);
    return names && denial.suggestion?.diff === "" ? {
      then: `If owner ${quote(names.wants, 60)} was renamed to ${quote(names.has, 60)}, remove the old name from the policy: anyone may register it now, and would get the role by it. An id cannot be registered again.`
    } : names ? {
      when: `If owner ${quote(names.wants, 60)} was renamed to ${quote(names.has, 60)}, and this job may use the role`,
      then: `The change removes the old name: anyone may register ${quote(names.wants, 60)} now, and would get the role by it. An id cannot be registered again.`
    } : { then: REMOVE_OLD };
  },
  others: (denial) => {
    if (denial.suggestion?.diff === "") return [];
    let { wanted = "", actual = "" } = denial.nearest ?? {}, names = ownersOf(denial), beside = names ? [
      {
        when: `If ${quote(names.wants, 60)} and ${quote(names.has, 60)} are two owners, and both may use the role`,
        say: "Add this value, and keep the old one",
        code: sanitise(JSON.stringify(actual)),
        language: "json"
      }
    ] : [], own2 = repositoryPart(actual), rest = wanted.replace(WITHOUT2, "");
    return own2 !== void 0 && rest.startsWith(":") && isWild(rest) ? [
      ...beside,
      {
        when: "If all runs that the policy was written for may use the role",
        say: names ? "Put this value in place of the old one" : "Add this value instead",
        code: sanitise(JSON.stringify(`${own2}${rest}`)),
        language: "json"
      }
    ] : beside;
  },
  page: {
    meaning: "GitHub now writes `repo:OWNER@OWNER_ID/REPO@REPO_ID:\u2026` in place of `repo:OWNER/REPO:\u2026`, so that nobody gets access by registering a name that has become free. Repositories created, renamed or transferred after 2026-07-15 have the new form and cannot go back, older ones have it when they opt in, GitHub Enterprise Server does not have it. Patterns of the old form do not match the new one, not even `repo:OWNER/*`.",
    tell: "Without the ids the two values match. The ids of the token are those of `GITHUB_REPOSITORY_OWNER_ID` and `GITHUB_REPOSITORY_ID`."
  }
});
function ownersOf({ nearest, condition }) {
  let { wanted = "", actual = "" } = nearest ?? {};
  if (!(condition?.open || !isOtherOwner(wanted, actual)))
    return { wants: subjectOf(wanted)?.owner ?? "", has: subjectOf(actual)?.owner ?? "" };
}

// src/causes/trust-subject-mismatch.ts
var trustSubjectMismatch = trustCause("subject-mismatch", {
  title: "the trust policy does not allow this subject",
  docs: ["githubOidc", "iamRoleTrust", "iamConditionOperators"],
  headline: ({ nearest, condition }, known) => {
    let actual = nearest?.actual ?? condition?.actual?.[0] ?? "";
    return `${policyOfRole(known)} does not allow ${subjectWords(nearest, actual)}`;
  },
  shown: ({ nearest }, known) => [
    ...isSameIds(nearest) ? ["The ids are the same: it was renamed, so the old value is dead."] : [],
    ...surplusSpace(nearest),
    ...ofCalled(nearest, known)
  ].map((say) => ({ show: "sentence", say })),
  page: {
    meaning: "GitHub writes repository and branch, tag, environment or event of the run into the claim `sub`. A statement of the trust policy allows the job only where one of its values for `sub` matches the whole claim, character by character: letter case counts.",
    tell: "The policy that was given has been evaluated against the token of this run. The usual slips have ids of their own: environment, pull request, ids in the subject, letter case, a wildcard under StringEquals, a subject template. This one is the rest: another branch, tag, environment or repository."
  }
});
function subjectWords(nearest, actual) {
  let [theirs, own2] = [repositoryPart(nearest?.wanted ?? ""), repositoryPart(actual)], fits = (nearest?.actualAt ?? 0) > (own2 ?? "").length;
  return theirs !== void 0 && own2 !== void 0 && theirs !== own2 && !fits && !isWild(theirs) ? `repository ${quote(own2.slice(5), 60)}` : contextWords(actual);
}
function isSameIds(nearest) {
  let [wants, has] = [subjectOf(nearest?.wanted ?? ""), subjectOf(nearest?.actual ?? "")];
  if (!wants?.ownerId || !wants.repositoryId || !has) return !1;
  let names = wants.owner !== has.owner || wants.name !== has.name;
  return wants.ownerId === has.ownerId && wants.repositoryId === has.repositoryId && names;
}
function surplusSpace(nearest) {
  let wanted = nearest?.wanted ?? "";
  return wanted.trim() === wanted ? [] : [
    wanted.endsWith(`
`) ? "The value in the policy ends with a line break, as a YAML block after `|` does: write it on one line." : "The value in the policy has white space around it, which IAM compares too."
  ];
}
function ofCalled(nearest, { token }) {
  let wants = subjectOf(nearest?.wanted ?? ""), called = plainText(token?.claims.job_workflow_ref);
  return wants && token?.claims.repository !== `${wants.owner}/${wants.name}` && called.startsWith(`${wants.owner}/${wants.name}/`) ? ["`sub` names the repository that calls the workflow, not the one that it is in."] : [];
}

// src/causes/trust-subject-pull-request.ts
var trustSubjectPullRequest = trustCause("subject-pull-request", {
  title: "the trust policy does not allow pull requests",
  docs: ["githubOidc", "iamRoleTrust"],
  headline: (_denial, known) => `${policyOfRole(known)} does not allow pull requests`,
  where: () => "step",
  page: {
    meaning: "For the event `pull_request` GitHub makes `sub` end in `:pull_request`, without the name of a branch, and a policy for `:ref:refs/heads/\u2026` does not match. The code of the pull request runs with whatever the role may do, before anybody has merged it.",
    tell: "`sub` of the token ends in `:pull_request`, and the value of the policy for the same repository names a branch or tag. A pull request in a job with `environment:` has the environment in `sub`: that is trust-subject-environment."
  }
});

// src/aws/other-subjects.ts
var named = (...names) => (pattern) => names.map((name) => RegExp(`(?:^|:)${name}:([^:]+)`).exec(pattern)?.[1]), FORMS3 = [
  {
    // GitLab docs, "Connect to cloud services", ID token payload: project_path:GROUP/PROJECT:ref_type:TYPE:ref:REF.
    kind: "project",
    is: /^project_path:[^:]+:ref_type:/,
    parts(pattern) {
      let [, path = "*", rest] = /^project_path:([^:]*)(?::(.*))?$/s.exec(pattern) ?? [], slash = path.lastIndexOf("/"), [group, project] = slash < 0 ? [path, void 0] : [path.slice(0, slash), path.slice(slash + 1)];
      return [group, project, rest];
    },
    made: ([group, project, rest]) => `project_path:${group}/${project}:${rest}`,
    members: [1]
  },
  {
    // HCP Terraform docs, "Dynamic credentials", workload identity tokens. Names of workspaces are unique in an organisation.
    kind: "workspace",
    is: /^organization:[^:]+:project:/,
    parts: named("organization", "project", "workspace", "run_phase"),
    made: ([organization, project, workspace, phase]) => `organization:${organization}:project:${project}:workspace:${workspace}:run_phase:${phase}`,
    members: [1, 2]
  },
  {
    // Buildkite docs, "OpenID Connect in Buildkite": organization:ORG:pipeline:PIPELINE:ref:REF:commit:SHA:step:KEY.
    kind: "pipeline",
    is: /^organization:[^:]+:pipeline:/,
    parts(pattern) {
      let [organization, pipeline] = named("organization", "pipeline")(pattern);
      return [organization, pipeline, /:pipeline:[^:]+:(.+)$/s.exec(pattern)?.[1]];
    },
    made: ([organization, pipeline, rest]) => `organization:${organization}:pipeline:${pipeline}:${rest}`,
    members: [1]
  },
  {
    // Kubernetes docs, "Managing Service Accounts": system:serviceaccount:NAMESPACE:NAME.
    kind: "service-account",
    is: /^system:serviceaccount:[^:]+:[^:]+$/,
    parts: (pattern) => (/^system:serviceaccount:([^:]*)(?::([^:]*))?$/.exec(pattern) ?? []).slice(1, 3).concat("*").slice(0, 2),
    made: ([namespace, name]) => `system:serviceaccount:${namespace}:${name}`,
    members: [1]
  }
];
function otherPattern(pattern, own2) {
  let form = FORMS3.find(({ is }) => is.test(own2));
  if (!form) return;
  let parts = form.parts(pattern), count2 = form.parts(own2).length, all = Array.from({ length: count2 }, (_none, at) => parts[at] ?? "*"), [group = "*"] = all, inside = form.members.every((at) => isAll(all[at] ?? "*"));
  return {
    kind: form.kind,
    group,
    whole: form.made(all.map((_part, at) => at === 0 ? group : "*")),
    open: isWild(group) ? outside2(form, group, inside) : inside ? "group" : "part",
    sample(other, ownSubject) {
      let ownParts = form.parts(ownSubject), lastMember = Math.max(...form.members), filled = all.map(
        (part, at) => isAll(part) && at > lastMember ? ownParts[at] ?? other : part.replaceAll("*", other).replaceAll("?", "x")
      );
      return form.made(filled);
    }
  };
}
function outside2({ kind }, group, inside) {
  return isAll(group) && (inside || kind !== "service-account") ? "all" : "similar";
}

// src/causes/shared/closing.ts
function wideValues(openings) {
  return [...new Set(openings.flatMap(({ patterns }) => patterns.filter(isWild)))];
}
function closedValue(wide, known) {
  let subject = known.token?.subject ?? "";
  return matchesWildcard(wide, subject) ? ownValue(subject) : closedFor(wide, known);
}
function missingValue({ of, statement }, known) {
  let subject = known.token?.subject ?? "", meant = meantBy(of);
  return meant !== void 0 ? isOfRepository(meant, subject) ? ownValue(subject) : closedFor(meant, known) : known.trust?.statements[statement.index]?.matched === !1 || isForeign2(of) ? closedFor("*", known) : ownValue(subject);
}
function meantBy(of) {
  if (of)
    return "owner" in of ? `repo:${of.owner}/*` : "repository" in of ? `repo:${of.repository}:*` : void 0;
}
function isForeign2(of) {
  return of !== void 0 && ("ownerId" in of || "repositoryId" in of);
}
function ownValue(subject) {
  return literalValue(passingPartOf(subject)?.pattern ?? subject);
}
function closedFor(wide, { token }) {
  if (isGitHub(token?.claims ?? {})) return closedPattern(wide);
  let own2 = token?.subject ?? "", closed = otherPattern(wide, own2)?.sample("<name>", own2) ?? "<sub>";
  return passingPartOf(closed)?.pattern ?? closed;
}

// src/causes/shared/openings.ts
var NOUNS = {
  project: "project",
  workspace: "workspace",
  pipeline: "pipeline",
  "service-account": "service account"
};
function nounOf({ of }) {
  return of && "kind" in of ? NOUNS[of.kind] : "repository";
}
function ownerOf2({ of }) {
  return of ? "ownerId" in of ? `owner id ${quote(of.ownerId, 30)}` : "group" in of ? quote(of.group, 40) : quote("owner" in of ? of.owner : "", 40) : "this owner";
}
function repositoryOf2({ of }) {
  if (!of) return "the repository";
  if ("repositoryId" in of) return `repository id ${quote(of.repositoryId, 30)}`;
  if ("ownerId" in of) return `every repository of owner id ${quote(of.ownerId, 30)}`;
  let text = "repository" in of ? of.repository : "", [owner = "", name = ""] = text.split("/");
  return isAll(name) ? `every repository of ${quote(owner, 40)}` : quote(text, 60);
}
function branchOf2({ patterns, example }) {
  let branch = patterns.flatMap((one) => /:ref:refs\/heads\/([^:]+)$/.exec(one)?.[1] ?? [])[0];
  return quote(branch ?? /refs\/heads\/(.+)$/.exec(example)?.[1] ?? example, 40);
}
function actorOf({ of }) {
  return quote(of && "actor" in of ? of.actor : "", 40);
}
var SHORT = {
  "any-subject": () => "every token of this issuer",
  "any-repository": () => "every repository on GitHub",
  "any-repository-of-actor": (one) => `every repository in which ${actorOf(one)} starts a run`,
  "any-repository-of-enterprise": () => "every repository of the enterprise",
  "similar-owners": (one) => nounOf(one) === "repository" ? `every owner named like ${ownerOf2(one)}` : `every ${nounOf(one)} of ${ownerOf2(one)}`,
  organisation: (one) => `every ${nounOf(one)} of ${ownerOf2(one)}`,
  "similar-repositories": (one) => `every repository named like ${repositoryOf2(one)}`,
  "any-branch": (one) => `every branch of ${repositoryOf2(one)}`,
  "similar-branches": (one) => `branches named like ${branchOf2(one)} of ${repositoryOf2(one)}`,
  "pull-requests": (one) => `pull requests of ${repositoryOf2(one)}`,
  "any-audience": () => "any audience",
  "for-all-values": ({ example }) => `tokens without ${quote(claimOf(example), 40)}`
};
function openingWords(opening) {
  return SHORT[opening.who](opening);
}
var LONG = {
  "any-subject": ({ example }) => `every token of this issuer, of anybody, for example ${quote(example)}`,
  "any-repository": ({ example }) => `every repository on GitHub, of anybody, for example ${quote(example)}`,
  "any-repository-of-actor": (one) => `every repository on GitHub in which ${actorOf(one)} starts a run: anybody can make a workflow that a comment or a star of theirs starts`,
  "any-repository-of-enterprise": ({ example }) => `every repository of every organisation of the enterprise, for example ${quote(example)}`,
  "similar-owners": (one) => nounOf(one) === "repository" ? `owners whose name fits ${ownerOf2(one)}, also one registered tomorrow, for example ${quote(one.example)}` : `every ${nounOf(one)} whose group fits ${ownerOf2(one)}, for example ${quote(one.example)}`,
  organisation: (one) => `every ${nounOf(one)} of ${ownerOf2(one)}, also one created tomorrow, for example ${quote(one.example)}`,
  "similar-repositories": (one) => `repositories whose name fits ${repositoryOf2(one)}, for example ${quote(one.example)}`,
  "any-branch": (one) => `any branch of ${repositoryOf2(one)}, also one that nobody has reviewed`,
  "similar-branches": (one) => `any branch of ${repositoryOf2(one)} whose name fits ${branchOf2(one)}, for example ${quote(one.example)}`,
  "pull-requests": (one) => `pull requests of ${repositoryOf2(one)}, before anybody has merged them (from forks too, where a private repository sends those write tokens)`,
  "any-audience": () => "tokens for any other audience that the OIDC provider lists: there is no condition on `aud`",
  "for-all-values": ({ example }) => `a token that lacks ${quote(example)}: \`ForAllValues:\` holds, too, where the key is missing`
};
function openingAtLength(opening) {
  return LONG[opening.who](opening);
}

// src/causes/trust-too-open.ts
var MOST_SHOWN2 = 2, trustTooOpen = causeOf("trust-open", {
  id: "trust-too-open",
  section: "trust",
  title: "the trust policy allows more than this job",
  severity: "warning",
  retry: "never",
  certainty: ({ doubt: doubt2 }) => doubt2 ? "likely" : "certain",
  docs: ["iamSharedProviders", "githubOidc", "githubOidcAws", "iamSetOperators"],
  matches: () => !0,
  explain: ({ openings, doubt: doubt2, made = [] }, known) => {
    let [first, ...others] = openings;
    return {
      headline: `${policyOfRole(known)} allows ${first ? openingWords(first) : "more than this job"}`,
      shown: [
        ...others.length === 0 ? [] : [
          {
            show: "list",
            points: others.slice(0, MOST_SHOWN2).map((one) => `also ${openingWords(one)}`)
          }
        ],
        ...doubtBlocks(doubt2, known)
      ],
      steps: [...settlingSteps(doubt2, known), ...closingSteps(openings, known, made)],
      otherwise: doubt2 ? parameterSteps(known) : [],
      folded: [whoElse(openings)],
      where: { input: "trust-policy" }
    };
  },
  page: {
    meaning: "Many issuers (GitHub, GitLab, HCP Terraform, Buildkite) are shared by everybody: what keeps others out of a role is the condition on `sub` (or on job_workflow_ref, repository_id and the like) alone. A pattern that is too wide, a missing condition, or `ForAllValues:`, which holds where the key is missing, allows runs that nobody thought of. `repo:OWNER/REPO:*` allows every branch, and pull requests. It need not be the pattern that this job fits: all of the policy is looked at.",
    tell: "The given policy was evaluated for other runs: a repository that does not exist, others of the same owner, another branch, a pull request, another audience. Those that it allows beyond doubt are listed, as the policy names them. Pull requests from forks get no token unless a private repository sends them write tokens."
  }
});
function whoElse(openings) {
  return { title: "What else it allows", blocks: [{ show: "list", points: openings.map((one) => `${openingAtLength(one)} (${statementText(one.statement)})`) }] };
}
function isOfSubject({ who }) {
  return who !== "any-audience" && who !== "for-all-values";
}
function closingSteps(openings, known, made) {
  let all = wideValues(openings.filter(isOfSubject)), wide = all.filter((one) => !made.includes(one)), ofFunctions = all.filter((one) => made.includes(one)), keys = openings.filter(({ who }) => who === "for-all-values").map(({ example }) => example), byStatement = Map.groupBy(openings, ({ statement }) => statement.index);
  return [
    ...wide.length > 0 ? [replaceStep(wide, known)] : [],
    ...ofFunctions.length > 0 ? [functionStep(ofFunctions, known)] : [],
    ...[...byStatement.values()].flatMap((all2) => lineSteps(all2, known)),
    ...[...new Set(keys)].map(plainOperator),
    ...openings.some(({ who }) => who === "pull-requests") ? [
      {
        when: "If pull requests need AWS",
        say: "Give them a role of their own that may only read, or an environment with reviewers"
      }
    ] : []
  ];
}
function lineSteps(openings, known) {
  let name = issuerName(known.token?.issuer ?? ""), missing = openings.find((one) => isOfSubject(one) && one.patterns.length === 0), value = missing && missingValue(missing, known), audience = openings.some(({ who }) => who === "any-audience"), lines = (like) => [
    ...audience && !like ? [conditionLine2(`${name}:aud`, expectedAudience(known))] : [],
    ...value !== void 0 && isWild(value) === like ? [conditionLine2(`${name}:sub`, value)] : []
  ];
  return [!1, !0].filter((like) => lines(like).length > 0).map((like) => ({
    say: `Put ${lines(like).length === 1 ? "this line" : "these lines"} into ${blockWords(like, openings, known)}`,
    code: lines(like).join(`,
`),
    language: "json",
    ...value !== void 0 && isWild(value) === like ? { then: listOthers([value]) } : {}
  }));
}
function blockWords(like, [first], { trust }) {
  let where = (trust?.statements.length ?? 0) > 1 && first ? statementText(first.statement) : "the statement";
  return `the "${like ? "StringLike" : "StringEquals"}" of ${where} (add one if there is none)`;
}
function replaceStep(wide, known) {
  let values = wide.map((one) => closedValue(one, known)), code = wide.flatMap((pattern, at) => [
    `- ${JSON.stringify(pattern)}`,
    `+ ${JSON.stringify(values[at])}`
  ]);
  return {
    say: `Replace ${wide.length === 1 ? "the wide value" : "the wide values"} of \`sub\`, and keep its other values`,
    code: sanitise(code.join(`
`)),
    language: "diff",
    then: listOthers(values)
  };
}
function functionStep(wide, known) {
  let values = wide.map((one) => closedValue(one, known));
  return {
    say: `Let ${placeToChange(known.trust?.source ?? { inline: !0 })} make ${wide.length === 1 ? "this value" : "these values"} of \`sub\`, in place of ${list(wide.slice(0, 3))}`,
    code: sanitise(values.join(`
`)),
    then: `Keep its functions for owner and repository. ${listOthers(values)}`
  };
}
function listOthers(values) {
  let blank = values.some((value) => /<\w+>/.test(value)) ? "Write the real names in place of `<\u2026>`. " : "";
  return values.every((value) => value.startsWith("repo:")) ? `${blank}List every other run that may sign in beside it, one value each, without a wildcard; for a job with an environment, \`repo:OWNER/REPO:environment:NAME\`.` : `${blank}List every other run that may sign in beside it, one value each, without a wildcard.`;
}
function plainOperator(key) {
  return isMultivalued(key) ? {
    say: 'Require the key itself as well, in the "Null" of the statement (add one if there is none)',
    code: conditionLine2(key, "false"),
    language: "json"
  } : {
    say: `Write the plain operator, without \`ForAllValues:\`, on ${quote(key)}: it has one value`
  };
}

// src/causes/trust-undecided.ts
var MOST_SHOWN3 = 3, trustUndecided = causeOf("trust-undecided", {
  id: "trust-undecided",
  section: "trust",
  title: "a part of the trust policy cannot be decided here",
  severity: ({ undecided }, { session, inputs }) => undecided.every(isOfDeployment) && (session || !inputs?.role) ? "notice" : "warning",
  retry: "never",
  certainty: "certain",
  docs: ["iamConditionKeys", "iamConditionOperators", "iamPolicyVariables"],
  matches: () => !0,
  explain: ({ source: source2, undecided }, known) => {
    let steps = [
      ...source2.address?.in === "template" && undecided.some(isOfDeployment) ? parameterSteps(known) : [],
      ...undecided.map((one) => undecidedStep(one, known))
    ];
    return {
      headline: `${policyOfRole(known)} ${doubt(undecided, known)}`,
      shown: [
        { show: "values", values: undecided.slice(0, MOST_SHOWN3).map(shownPart) },
        ...restText(undecided, known)
      ],
      steps: [...new Map(steps.map((step) => [JSON.stringify(step), step])).values()],
      folded: [
        {
          title: "What cannot be decided, and why",
          blocks: [
            {
              show: "list",
              points: undecided.slice(0, 12).map((one) => `${statementText(one.statement)}: ${describeUndecided(one, known)}`)
            }
          ]
        }
      ],
      ...stopOfFirst(undecided),
      where: { input: "trust-policy" }
    };
  },
  page: {
    meaning: "Some conditions depend on what only AWS knows (`aws:SourceIp` as AWS sees it, `aws:SourceVpce`, the organisation), and some values are known only after deployment (functions of CloudFormation, variables of Serverless, placeholders of a template). Of some principals no source says whether they mean a web identity: a Deny of the whole account, Google named by an ARN. They are not guessed: the result is then neither allowed nor denied, unless the rest settles it anyway.",
    tell: "It is no error by itself, and a notice if STS signed in and only the deployment knows the rest. If STS refused the job, this stands beside role-not-assumable: it may be the reason, and so may all that AWS does not tell apart."
  }
});
function restText(undecided, { session }) {
  return session ? [{ show: "sentence", say: "STS signed in all the same." }] : undecided.some(({ what }) => what === "flaw") ? [] : [{ show: "sentence", say: "All else in it fits." }];
}
function stopOfFirst([first]) {
  if (first === void 0) return {};
  let condition = first.what === "condition" ? { condition: first.condition } : {};
  return { stop: stopOf({ statement: first.statement, ...condition }) };
}
function doubt([first], known) {
  if (first === void 0) return "cannot be decided here";
  if (isOfDeployment(first)) return "depends on a value known only after deployment";
  if (first.what === "flaw") return "has a form that IAM may not accept";
  if (first.what !== "condition")
    return lacksRole(first, known) ? "cannot be decided here without `role-to-assume`" : `has ${first.what === "action" ? "an action" : "a principal"} whose meaning is not documented`;
  let key = quote(keyName(first.condition.key), 60);
  return first.condition.state === "unknown" ? `depends on ${key}, which only AWS knows` : first.condition.state === "disputed" ? `tests ${key}, a key that STS may not have` : `tests ${key} in a way that is not documented`;
}
function shownPart(undecided) {
  let { index, sid } = undecided.statement;
  return { name: `statement ${sid || index + 1}`, value: partText(undecided) };
}
function partText(undecided) {
  if (undecided.what === "flaw") return flawText(undecided.flaw);
  if (undecided.what !== "condition") return `${undecided.what} ${undecided.json}`;
  let { operator, key, wanted } = undecided.condition;
  return `${operator} ${keyName(key)} ${wanted.slice(0, 3).join(", ")}`;
}
function describeUndecided(undecided, known) {
  if (undecided.what === "condition") return describeCondition(undecided.condition);
  if (undecided.what === "flaw") return oneLine(flawText(undecided.flaw));
  let element = `its ${undecided.what} ${quote(undecided.json)}`;
  return undecided.unresolved ? `${element}, and a value is known only after deployment` : lacksRole(undecided, known) ? `${element}, and without \`role-to-assume\` the account of the provider is not known` : `${element}, and no source says whether that means this token`;
}
function describeCondition({ operator, key, wanted, state }) {
  let wants = `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 3), "or")}`;
  return state === "unresolved" ? `${wants}, and a value is known only after deployment` : state === "unknown" ? `${wants}, and only AWS knows the value of this key` : state === "disputed" ? `${wants}, and sources differ on whether STS has this key` : `${wants}, and IAM's documentation does not say how that is compared`;
}
function undecidedStep(undecided, known) {
  if (isOfDeployment(undecided))
    return {
      ...givePolicy(known),
      then: "If a placeholder stands in that policy too, replace it there: IAM compares it as it is."
    };
  if (undecided.what === "flaw")
    return {
      say: `Correct the form of ${statementText(undecided.statement)}: IAM would refuse it, or read it in another way than it looks`
    };
  if (undecided.what !== "condition") return principalStep(undecided, known);
  let { key, state } = undecided.condition;
  if (state === "unknown") return lookUpKey(key, known);
  let set2 = lackingSet(undecided.condition);
  return set2 !== void 0 ? {
    say: `Write ${quote(`${set2}:${undecided.condition.operator}`)} on ${quote(key)}, which may have several values`
  } : {
    say: `Write the condition on ${quote(key)} in a form that leaves no doubt: a plain operator of the key's own type`
  };
}
function isOfDeployment(undecided) {
  return undecided.what === "condition" ? undecided.condition.state === "unresolved" : undecided.what === "flaw" ? undecided.flaw.kind === "deployment" : undecided.unresolved === !0;
}
function principalStep(undecided, known) {
  let statement = statementText(undecided.statement);
  return lacksRole(undecided, known) ? { say: "Give `role-to-assume`: the provider has to be in the account of the role" } : undecided.denies ? {
    say: `Name the principals that ${statement} is meant to deny, users and roles by their own ARNs`,
    then: "No source says whether web identities are among those that stand there now."
  } : {
    when: "If this job may use the role",
    say: `Name the provider of this token in ${statement}`,
    code: principalLine(known),
    language: "json"
  };
}
function lacksRole({ namesProvider }, known) {
  return !known.inputs?.role && !builtIn(known) && namesProvider === !0;
}
var IN_CLOUDTRAIL = {
  "aws:sourceip": "sourceIPAddress",
  "aws:vpcsourceip": "sourceIPAddress",
  "aws:sourcevpce": "vpcEndpointId",
  "aws:useragent": "userAgent",
  "aws:requestedregion": "awsRegion"
};
function lookUpKey(key, known) {
  let field = answererOf(known) === "AWS" ? ownMember(IN_CLOUDTRAIL, key.toLowerCase()) : void 0;
  return { say: field === void 0 ? `Look up in IAM's list of condition keys what ${quote(key)} holds and when it is there, and compare that with the policy` : `Look up ${quote(field)} (that is ${quote(key)}) in CloudTrail, in the event AssumeRoleWithWebIdentity of this run, and compare it with the policy` };
}

// src/causes/trust-wildcard-with-equals.ts
var trustWildcardWithEquals = trustCause("wildcard-with-equals", {
  title: "a wildcard under StringEquals is not a wildcard",
  docs: ["iamConditionOperators", "iamRoleTrust"],
  headline: ({ condition, nearest }, known) => `${/\*/.test(nearest?.wanted ?? "") ? "`*`" : "`?`"} under ${quote(condition?.operator ?? "")} is not a wildcard in ${policyOfRole(known)}`,
  shown: () => [{ show: "sentence", say: "Only `StringLike` reads wildcards." }],
  change: (denial, known) => isTight(denial, known) ? {} : { then: describeWide(denial, known) },
  otherwise: (denial, known) => {
    let { condition, nearest } = denial, { wanted = "" } = nearest ?? {};
    return !condition || !isTight(denial, known) ? [] : [
      {
        when: `If ${allowed(wanted, known)} may use the role`,
        say: `Move the value from ${quote(condition.operator)} to the \`StringLike\` of the statement instead (add one if there is none)`,
        code: conditionLine2(condition.key, wanted),
        language: "json"
      }
    ];
  },
  page: {
    meaning: "StringEquals compares character by character, and a `*` in its value is just an asterisk, which no subject has. StringLike is the operator with wildcards: `*` for any string, the empty one included, and `?` for any one character.",
    tell: "Under StringLike the value would match this token. The suggested change names this subject and no other; a wildcard allows more."
  }
});
function allowed(wanted, known) {
  if (isOfGitHub(known))
    return /^repo:[^:*?]+:\*$/.test(wanted) ? "every branch, tag, environment and pull request of the repository" : `every run that fits ${quote(wanted)}`;
  let namespace = /^system:serviceaccount:([^:*?]+):\*$/.exec(wanted)?.[1];
  return namespace === void 0 ? `everything that fits ${quote(wanted)}` : `every service account of namespace ${quote(namespace, 60)}`;
}
function isTight({ nearest }, known) {
  let { wanted = "" } = nearest ?? {};
  return isOfGitHub(known) ? /^repo:[^:*?]+:/.test(wanted) : wanted.startsWith("system:serviceaccount:") ? /^system:serviceaccount:[^:*?]+:/.test(wanted) : /^[^:/|*?]+[:/|][^:/|*?]+[:/|]/.test(wanted);
}
function isOfGitHub({ token }) {
  return isGitHub(token?.claims ?? {});
}
function describeWide({ nearest }, known) {
  let { wanted = "" } = nearest ?? {}, others = isOfGitHub(known) && wanted.startsWith("repo:") ? "other repositories" : "other subjects";
  return `Do not move ${quote(wanted)} to StringLike: there it would allow ${others} too.`;
}

// src/causes/catalogue.ts
var CATALOGUE = {
  ...ANSWERS,
  "input-invalid": inputInvalid,
  "input-not-supported": inputNotSupported,
  "role-input-empty": roleInputEmpty,
  "event-not-told-apart": eventNotToldApart,
  "partition-mismatch": partitionMismatch,
  "audience-unusual": audienceUnusual,
  "ambient-credentials": ambientCredentials,
  "token-permission-missing": tokenPermissionMissing,
  "token-fork-pull-request": tokenForkPullRequest,
  "token-dependabot": tokenDependabot,
  "token-not-on-runner": tokenNotOnRunner,
  "token-service-unreachable": tokenServiceUnreachable,
  "token-service-denied": tokenServiceDenied,
  "token-service-throttled": tokenServiceThrottled,
  "token-service-error": tokenServiceError,
  "token-file-unreadable": tokenFileUnreadable,
  "clock-skew": clockSkew,
  "token-algorithm-unsupported": tokenAlgorithmUnsupported,
  "issuer-url-invalid": issuerUrlInvalid,
  "issuer-dns-failure": issuerDnsFailure,
  "issuer-private-address": issuerPrivateAddress,
  "issuer-unreachable": issuerUnreachable,
  "issuer-proxy-failure": issuerProxyFailure,
  "issuer-tls-untrusted": issuerTlsUntrusted,
  "issuer-tls-chain-incomplete": issuerTlsChainIncomplete,
  "issuer-tls-expired": issuerTlsExpired,
  "issuer-tls-name-mismatch": issuerTlsNameMismatch,
  "issuer-tls-expires-soon": issuerTlsExpiresSoon,
  "discovery-unavailable": discoveryUnavailable,
  "jwks-unavailable": jwksUnavailable,
  "discovery-redirected": discoveryRedirected,
  "jwks-redirected": jwksRedirected,
  "discovery-malformed": discoveryMalformed,
  "jwks-malformed": jwksMalformed,
  "discovery-issuer-mismatch": discoveryIssuerMismatch,
  "discovery-field-missing": discoveryFieldMissing,
  "issuer-slow": issuerSlow,
  "issuer-unchecked": issuerUnchecked,
  "jwks-not-cacheable": jwksNotCacheable,
  "discovery-not-cacheable": discoveryNotCacheable,
  "jwks-cache-short": jwksCacheShort,
  "jwks-key-not-found": jwksKeyNotFound,
  "jwks-kid-missing": jwksKidMissing,
  "jwks-key-unusable": jwksKeyUnusable,
  "jwks-kid-duplicate": jwksKidDuplicate,
  "jwks-too-many-keys": jwksTooManyKeys,
  "jwks-key-weak": jwksKeyWeak,
  "jwks-private-key": jwksPrivateKey,
  "region-unknown": regionUnknown,
  "claim-not-expected": claimNotExpected,
  "sts-unreachable": stsUnreachable,
  "sts-tls-untrusted": stsTlsUntrusted,
  "trust-policy-unreadable": trustPolicyUnreadable,
  "trust-provider-mismatch": trustProviderMismatch,
  "trust-action-missing": trustActionMissing,
  "trust-claim-not-a-key": trustClaimNotAKey,
  "trust-subject-environment": trustSubjectEnvironment,
  "trust-subject-pull-request": trustSubjectPullRequest,
  "trust-subject-immutable": trustSubjectImmutable,
  "trust-subject-case": trustSubjectCase,
  "trust-subject-customised": trustSubjectCustomised,
  "trust-wildcard-with-equals": trustWildcardWithEquals,
  "trust-subject-mismatch": trustSubjectMismatch,
  "trust-audience-mismatch": trustAudienceMismatch,
  "trust-condition-mismatch": trustConditionMismatch,
  "trust-denied": trustDenied,
  "trust-undecided": trustUndecided,
  "trust-too-open": trustTooOpen,
  "trust-ids-open": trustIdsOpen,
  "account-not-allowed": accountNotAllowed,
  "credentials-special-characters": credentialsSpecialCharacters,
  "region-fallback-used": regionFallbackUsed,
  "sts-retried": stsRetried,
  "profile-exists": profileExists,
  "profile-file-odd": profileFileOdd,
  "profile-unwritable": profileUnwritable,
  "runner-file-unwritable": runnerFileUnwritable,
  "deadline-exceeded": deadlineExceeded
}, CAUSES = CAUSE_IDS.filter((id) => id !== "unknown").map(
  (id) => CATALOGUE[id]
);

// src/causes/shared/commands.ts
function withCommands(explanation, change, language = "sh") {
  let { steps, otherwise = [], confirm = [], folded = [] } = explanation, step = (one) => changedStep(one, change, language);
  return {
    ...explanation,
    steps: steps.map(step),
    otherwise: otherwise.map(step),
    confirm: confirm.map(step),
    folded: folded.map((fold) => changedFold(fold, change, language))
  };
}
function changedStep(step, change, to) {
  let { code, short, language } = step;
  return language !== "sh" || code === void 0 ? step : {
    ...step,
    code: change(code),
    language: to,
    ...short === void 0 ? {} : { short: change(short) }
  };
}
function changedFold({ title, blocks }, change, to) {
  return {
    title,
    blocks: blocks.map(
      (block) => block.show === "code" && block.language === "sh" ? { ...block, code: change(block.code), language: to } : block
    )
  };
}
function forOwnEndpoint(explanation, known) {
  return withCommands(explanation, (code) => atEndpoint(code, stsUrl(known)));
}

// src/causes/shared/powershell.ts
var FORMS4 = [
  [/\bexport (\w+)=\$\(mktemp\)/g, "$$env:$1 = (New-TemporaryFile).FullName"],
  [
    /\bexport (\w+)=\$\(mktemp -d\)/g,
    '$$env:$1 = (New-Item -ItemType Directory "$$env:TEMP\\$$(New-Guid)").FullName'
  ],
  [/(?:sudo )?timedatectl set-ntp true/g, "w32tm /resync /force"],
  [/\btimedatectl status/g, "w32tm /query /status"],
  [/\bmkdir -p (\S+) && /g, "New-Item -ItemType Directory -Force $1; "],
  [/\bprintf %s "\$(\w+)" > (\S+)/g, "$$env:$1 | Out-File -NoNewline -Encoding ascii $2"],
  [/\bsudo chown "\$\(id -u\)" (\S+) && chmod 600 \1/g, 'icacls $1 /grant "$$($$env:USERNAME):R"'],
  [/\btr \. '\\n' < (\S+) \| grep -c \./g, "((Get-Content -Raw $1) -split '\\.').Count"],
  [/^(jq .*) < (\S+)$/gm, "Get-Content $2 | $1"],
  [
    /\bsed -i '(\d+)s\/\^\/# \/' ('[^']*'|\S+)/g,
    '$$n = 0; (Get-Content $2) | ForEach-Object { $$n++; if ($$n -eq $1) { "# $$_" } else { $$_ } } | Set-Content $2'
  ],
  [
    /\bsed -i 's\/\\r\/\\n\/g' ('[^']*'|\S+)/g,
    '(Get-Content -Raw $1) -replace "`r", "`n" | Set-Content -NoNewline $1'
  ],
  [/\bgrep -nE? '\^\[\[:blank:\]\]\*\\\[' /g, "Select-String '^\\s*\\[' "],
  [/\bgrep -nE? '\^\\\[' /g, "Select-String '^\\[' "],
  [/\| grep -i \^date\b/g, "| Select-String '^date'"],
  [/\bdf -h ('[^']*'|\S+); ls -la \1; id$/gm, "Get-PSDrive; Get-ChildItem -Force $1; whoami"],
  [/^id; ls -la$/gm, "whoami; Get-ChildItem -Force"],
  [/\bls -la? ('[^']*'|[^\s;]+)/g, "Get-Item $1"],
  // `curl` is another program's name in Windows PowerShell.
  [/(^|[\s;(])curl(?= )/g, "$1curl.exe"],
  [/-o \/dev\/null(?= )/g, "-o NUL"],
  // openssl waits for its input to end.
  [/^(openssl s_client .*) <\/dev\/null/gm, "'' | $1"],
  [/\bdate -u\b/g, "(Get-Date).ToUniversalTime()"],
  [/\bdig \+short (\S+) @(\S+)/g, "Resolve-DnsName $1 -Server $2"],
  // Windows PowerShell redirects in UTF-16, which neither AWS nor Git reads.
  [/ > (\S+)$/gm, " | Out-File -Encoding ascii $1"],
  [/ 2>\/dev\/null/g, " 2>$$null"],
  [/ && /g, "; "],
  // A quote in a quoted word is written twice.
  [/'\\''/g, "''"],
  // PowerShell takes typographic quotes for quotes (language specification, section 2.3.5.2).
  [/[\u2018-\u201b]/g, "$&$&"]
];
function powershellOf(code) {
  return FORMS4.reduce((text, [form, other]) => text.replace(form, other), code);
}
function forWindows(explanation) {
  return withCommands(explanation, powershellOf, "powershell");
}

// src/causes/unknown.ts
var MOST7 = 300, unknown = {
  id: "unknown",
  section: "sts",
  link: linkOf2,
  title: "a failure that is not known yet",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole", "commonErrors"],
  matches: () => !0,
  explain: (failure, known) => ({
    headline: headlineOf11(failure),
    shown: shownOf5(failure),
    steps: [issueStep(failure, known), lookStep(failure, known)],
    ...failure.kind === "bug" ? { stop: "Error inside this action" } : {}
  }),
  page: {
    meaning: "Something failed in a way that no page of this catalogue describes. The finding shows the raw facts and claims nothing.",
    tell: "The raw code, message, HTTP status and request id are in the finding and in the report file."
  }
};
function headlineOf11(failure) {
  return failure.kind === "aws" ? `STS answered ${quote(failure.code, 60)} (HTTP ${failure.status}), which this action does not know yet` : failure.kind === "bug" ? "an error inside this action stopped the step" : `a failure of the kind ${quote(failure.kind)} that this action does not know yet`;
}
function shownOf5(failure) {
  if (failure.kind === "aws") {
    let { message, requestId } = failure;
    return [
      {
        show: "values",
        values: [
          { name: "message", value: message },
          ...requestId === "" ? [] : [{ name: "request id", value: requestId }]
        ]
      }
    ];
  }
  let value = failure.kind === "bug" ? failure.message : JSON.stringify(failure);
  return [{ show: "values", values: [{ name: "seen", value: oneLine(value, 600) }] }];
}
function issueStep(failure, { run }) {
  let facts = factsOf(failure).map(([name, value]) => `${name}: ${oneLine(value, MOST7)}`), version = oneLine(run.actionRef), body = [...facts, ...version === "" ? [] : [`Version: ${version}`]].join(`
`);
  return {
    say: "Open an issue with these facts, so that the next one is explained",
    code: newIssue(`Unknown failure: ${oneLine(titleOf(failure), 80)}`, body, run),
    language: "url"
  };
}
function titleOf(failure) {
  return failure.kind === "aws" ? failure.code : failure.kind === "bug" ? failure.message : failure.kind;
}
function factsOf(failure) {
  return failure.kind === "aws" ? [
    ["Code", failure.code],
    ["Message", failure.message.replace(/(?<![a-z\d])\d{12}(?![a-z\d])/gi, "<account>")],
    ["HTTP status", String(failure.status)],
    ["Request id", failure.requestId]
  ] : failure.kind === "bug" ? [["Error", failure.message]] : "code" in failure ? [
    ["Kind", failure.kind],
    ["Code", failure.code]
  ] : [["Kind", failure.kind]];
}
function lookStep(failure, known) {
  return failure.kind !== "aws" ? { say: "Look into the report file: it holds all that was seen" } : answererOf(known) === "STS" ? {
    say: `Look for the reason in the log of ${quote(stsHost(known), 60)}`,
    then: "The report file holds all that was seen."
  } : {
    say: `Look the code up in AWS's documentation (${DOC_URLS.commonErrors})`,
    then: "The report file holds all that was seen."
  };
}
function linkOf2(failure, { token, session }) {
  return failure.kind === "aws" ? "sts" : "peer" in failure ? LINKS2[failure.peer] : session ? "export" : token ? "sts" : "token";
}
var LINKS2 = {
  "token-service": "token",
  discovery: "issuer",
  jwks: "issuer",
  sts: "sts"
};

// src/causes/diagnosis.ts
function diagnosisBy(causes) {
  let causeFor = (failure, known) => causes.find((cause) => cause.matches(failure, known)) ?? unknown;
  return {
    causeFor,
    diagnose: (failure, known) => findingOf(causeFor(failure, known), failure, known),
    retryFor(failure, known) {
      let cause = causeFor(failure, known);
      return { id: cause.id, retry: resolve(cause.retry, failure, known) };
    }
  };
}
function findingOf(cause, failure, known) {
  let own2 = cause.explain(failure, known), explained = known.inputs?.customEndpoint ? forOwnEndpoint(own2, known) : own2, explanation = known.run.windows ? forWindows(explained) : explained;
  return {
    otherwise: [],
    confirm: [],
    folded: [],
    ...explanation,
    steps: [
      ...explanation.steps,
      ...resolve(cause.atIssuer ?? !1, failure, known) ? askOwner(known) : []
    ],
    id: cause.id,
    severity: resolve(cause.severity, failure, known),
    certainty: resolve(cause.certainty, failure, known),
    title: cause.title,
    link: resolve(cause.link ?? LINK_OF[cause.section], failure, known),
    docs: causePage(cause.id, known.run),
    ...answererOf(known) === "STS" ? { answeredBy: "STS" } : {},
    evidence: [failure]
  };
}
var LINK_OF = {
  inputs: "inputs",
  token: "token",
  issuer: "issuer",
  sts: "sts",
  trust: "role"
};
function resolve(value, failure, known) {
  return typeof value == "function" ? value(failure, known) : value;
}

// src/run/merge.ts
var WEIGHT = { error: 0, warning: 1, notice: 2 };
function mergeByCause(findings) {
  return [...Map.groupBy(findings, ({ id }) => id).values()].flatMap((all) => {
    let [first] = all;
    return first ? [merged(first, all)] : [];
  });
}
function merged(first, all) {
  return {
    ...first,
    // The headline of the first stands for all; what the others would say in theirs is shown.
    shown: once([
      ...all.filter(({ headline }) => headline !== first.headline).map(({ headline }) => ({ show: "sentence", say: headline })),
      ...all.flatMap(({ shown: shown2 }) => shown2)
    ]),
    steps: asidesLast(once(all.flatMap(({ steps }) => steps))),
    otherwise: once(all.flatMap(({ otherwise }) => otherwise)),
    confirm: once(all.flatMap(({ confirm }) => confirm)),
    folded: once(all.flatMap(({ folded }) => folded)),
    evidence: all.flatMap(({ evidence }) => evidence)
  };
}
function asidesLast(steps) {
  let isAside = ({ kind }) => kind === "aside";
  return [...steps.filter((step) => !isAside(step)), ...steps.filter(isAside)];
}
function once(all) {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()];
}

// src/run/conclude-roles.ts
function concludeRoles(step, roles, ended) {
  if (roles.length === 0) return [...step];
  let all = roles.flatMap(
    ({ name, findings, own: own2 }) => findings.map((finding) => ({ name, finding, root: rootOf(finding, own2) }))
  ), told2 = new Map(
    [...Map.groupBy(all, ({ root }) => root)].map(([root, group]) => [
      root,
      ofRoles(group, roles.length)
    ])
  ), kept2 = step.filter((finding) => {
    let other = told2.get(rootOf(finding));
    return other ? !saysMore(other, finding) : finding.evidence.some((failure) => ended.includes(failure));
  });
  for (let finding of kept2) told2.delete(rootOf(finding));
  let names = roles.map(({ name }) => name);
  return [...kept2.map((finding) => ofProfile(finding, names)), ...told2.values()].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
function saysMore(part, whole) {
  let lighter = WEIGHT[whole.severity] - WEIGHT[part.severity];
  return lighter > 0 || lighter === 0 && part.evidence.length > whole.evidence.length;
}
function rootOf({ id, evidence: [first] }, own2 = []) {
  let root = JSON.stringify([id, first && withoutOwn(first)]);
  return own2.reduce((text, one) => text.replaceAll(JSON.stringify(one).slice(1, -1), "\xB7"), root);
}
function withoutOwn(failure) {
  switch (failure.kind) {
    case "aws": {
      let { kind, status, code, message } = failure;
      return { kind, status, code, message };
    }
    case "account":
      return { kind: failure.kind };
    case "network":
      return networkRoot(failure);
    case "region-fallback": {
      let { kind, region, used, cause } = failure;
      return { kind, region, used, cause };
    }
    default:
      return failure;
  }
}
function networkRoot({ host, phase, code, proxy, certificates }) {
  if (phase === "proxy") return { phase, code, proxy };
  let problem = phase === "tls" ? certificateProblem(code) : void 0, authority = certificates.at(-1)?.issuer;
  return problem === "authority" || problem === "chain" ? { phase, code, authority: authority ?? host } : { phase, code, host };
}
function ofRoles(group, total) {
  let [first] = group.toSorted((a, b) => WEIGHT[a.finding.severity] - WEIGHT[b.finding.severity]);
  if (!first) throw new Error("a group of nothing");
  let { finding } = first, same = group.filter((one) => one.finding.severity === finding.severity), names = [...new Set(same.map(({ name }) => name))], isAll2 = names.length === total, isOfStep = finding.link === "token" || finding.link === "issuer";
  if (isAll2 && isOfStep && finding.evidence[0]?.kind !== "aws") return finding;
  let who = isAll2 && total > MOST_NAMED2 ? `all ${total} roles` : listAtMost(names, MOST_NAMED2);
  return {
    ...finding,
    roles: names,
    headline: `${who}: ${finding.headline}`,
    shown: [...sameFor(names), ...finding.shown]
  };
}
function ofProfile(finding, names) {
  let profiles = finding.evidence.flatMap(
    (failure) => "profile" in failure ? [failure.profile] : []
  ), roles = names.filter((name) => profiles.includes(name));
  return roles.length > 0 ? { ...finding, roles } : finding;
}
function sameFor([first = "", ...others]) {
  if (others.length === 0) return [];
  let need = others.length === 1 ? "needs" : "need";
  return [
    {
      show: "sentence",
      say: `What follows is for ${list([first])}; ${listAtMost(others, MOST_NAMED2)} ${need} the same.`
    }
  ];
}

// src/run/conclude.ts
function knowledgeBy(by) {
  let { causeFor, retryFor } = by;
  return {
    causeFor,
    retryFor,
    conclude: (...asked) => conclude(by, ...asked),
    concludeRoles,
    retryAfter: (...asked) => retryAfter(by, ...asked)
  };
}
function conclude(by, ended, checked, known) {
  let accepted = isSignedIn(known) || ended.some((one) => isPastToken(one, known)), found = mergeByCause(checked.map((failure) => by.diagnose(failure, known))), answers = [];
  for (let failure of ended) {
    let answer2 = by.diagnose(failure, known), reason3 = reasonFor2(by, failure, found, known);
    found = found.filter((finding) => finding !== reason3 && finding.id !== answer2.id), answers.push(reason3 ? promote(reason3, answer2, known) : answer2);
  }
  let reached = accepted || ended.some(isOfToken), answered3 = answers.map(({ id }) => id), rest = found.filter(
    ({ evidence: [failure] }) => !yieldsTo(by, failure, known).some((id) => answered3.includes(id))
  ).filter(
    ({ evidence: [failure] }) => !ended.some((other) => isSameProxy(failure, other) || isSameAuthority(failure, other))
  ).map(
    (finding) => accepted || reached && isFromHere(finding) ? demote(by, finding, known, accepted) : finding
  );
  return [...mergeByCause(answers), ...rest].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
function retryAfter(by, answer2, checked, known) {
  let found = checked.map((failure2) => by.diagnose(failure2, known)), reason3 = reasonFor2(by, answer2, found, known), failure = reason3?.severity === "error" ? reason3.evidence[0] : void 0, decisive = failure && !by.causeFor(failure, known).passes ? failure : answer2, { eventualConsistency } = by.causeFor(decisive, known);
  return {
    ...by.retryFor(decisive, known),
    ...eventualConsistency ? { eventualConsistency } : {}
  };
}
function reasonFor2(by, answer2, found, known) {
  if (answer2.kind !== "aws") return;
  let { id } = by.causeFor(answer2, known);
  return found.filter(
    ({ evidence: [failure] }) => failure ? explainedBy(by, failure, known).includes(id) : !1
  ).sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity])[0];
}
function explainedBy(by, failure, known) {
  return resolve(by.causeFor(failure, known).explains ?? [], failure, known);
}
function isSignedIn({ session, acceptedElsewhere }) {
  return session !== void 0 || acceptedElsewhere === !0;
}
var SEEN_FROM_HERE = ["network", "http", "address", "slow"];
function isSameProxy(one, other) {
  let failed = failedProxy(one);
  return failed !== void 0 && failed === failedProxy(other);
}
function failedProxy(failure) {
  if ((failure?.kind === "http" || failure?.kind === "not-sts") && failure.status === PROXY_LOGIN) return "login";
  if (!(failure?.kind !== "network" || failure.phase !== "proxy"))
    return JSON.stringify([failure.proxy, failure.code]);
}
function isSameAuthority(one, other) {
  return untrusted(one).some((name) => untrusted(other).includes(name));
}
function untrusted(failure) {
  return failure?.kind !== "network" || !signedByOther(failure) ? [] : failure.certificates.flatMap(({ subject, issuer }) => [subject, issuer]).filter((name) => name !== "" && name !== failure.host);
}
function signedByOther({ phase, code }) {
  let problem = certificateProblem(code);
  return phase === "tls" && (problem === "authority" || problem === "chain");
}
function yieldsTo(by, failure, known) {
  return failure ? by.causeFor(failure, known).yieldsTo ?? [] : [];
}
function promote(reason3, answer2, known) {
  let isDoubtful = isFromHere(reason3) || reason3.severity !== "error" || // Another role has signed in in spite of it.
  known.acceptedElsewhere === !0, suspected = reason3.certainty === "certain" && isDoubtful;
  return {
    ...reason3,
    severity: "error",
    ...suspected ? { certainty: "likely", suspected } : {},
    evidence: [...reason3.evidence, ...answer2.evidence]
  };
}
function demote(by, finding, known, accepted) {
  let [failure] = finding.evidence, stands = failure !== void 0 && by.causeFor(failure, known).stands === !0;
  if (finding.severity !== "error" || stands) return finding;
  let judge = isSignedIn(known) ? "STS accepted the token all the same" : "STS did not stop at this", doubt2 = !isSignedIn(known) && !accepted ? "STS stopped at something else, and has not said whether it would stop at this." : isFromHere(finding) ? `${judge}: so this is true of the network of this runner only, or STS still had the keys in its cache.` : `${judge}; it need not do so the next time.`;
  return {
    ...finding,
    severity: "warning",
    shown: [...finding.shown, { show: "sentence", say: doubt2 }]
  };
}
function isFromHere({ evidence }) {
  return evidence.some(
    (failure) => (
      // An internal name is one wherever it is looked at from.
      SEEN_FROM_HERE.includes(failure.kind) && !(failure.kind === "address" && failure.internal)
    )
  );
}

// src/run/knowledge.ts
var knowledge = knowledgeBy(diagnosisBy(CAUSES));
export {
  knowledge
};
