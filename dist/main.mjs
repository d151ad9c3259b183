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

// built-in:timers/promises
var all = /* @__PURE__ */ process.getBuiltinModule("node:timers/promises");
var setImmediate = all.setImmediate;

// built-in:https
var all2 = /* @__PURE__ */ process.getBuiltinModule("node:https"), https_default = all2;

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
  let all5 = spellingsOf(import_ipaddr.default.process(address)), metadata = METADATA.map((one) => import_ipaddr.default.process(one).toNormalizedString());
  return all5.some((one) => metadata.includes(one.toNormalizedString())) ? "metadata" : all5.some((one) => one.range() === "linkLocal") ? "link-local" : void 0;
}
function spellingsOf(address) {
  if (address.kind() === "ipv4") return [address];
  let bytes = address.toByteArray(), at = address.range() === "6to4" ? 2 : 12;
  return address.range() === "6to4" || address.range() === "rfc6052" || bytes.slice(0, 12).every((byte) => byte === 0) ? [address, new import_ipaddr.default.IPv4(bytes.slice(at, at + 4))] : [address];
}
function isAddress(host) {
  return /^[\d.]+$|:/.test(host);
}
var INTERNAL = /\.(local|internal|svc|lan|localhost|home\.arpa)\.?$/i;
function isInternalName(host) {
  return host === "" || host.includes(":") || import_ipaddr.default.isValid(host) ? !1 : !host.replace(/\.$/, "").includes(".") || INTERNAL.test(host);
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
var peq = new Uint32Array(65536);

// src/aws/regions.ts
function partitionOf(region) {
  return PARTITIONS.find(({ regionPattern }) => new RegExp(regionPattern).test(region));
}
function isListed(region) {
  return PARTITIONS.some(({ regions }) => regions.includes(region));
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
function bareHost(host) {
  return host.replace(/^\[|\]$/g, "");
}

// src/aws/endpoints.ts
function regionalEndpoint(region, { fips, dualStack } = { fips: !1, dualStack: !1 }) {
  let { id, dnsSuffix, dualStackDnsSuffix } = partitionOf(region) ?? COMMERCIAL;
  return `https://${!fips || id === "aws-us-gov" && !dualStack ? "sts" : "sts-fips"}.${region}.${dualStack ? dualStackDnsSuffix : dnsSuffix}`;
}
var COMMERCIAL = { id: "aws", dnsSuffix: "amazonaws.com", dualStackDnsSuffix: "api.aws" };

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

// src/model/input.ts
var NO_ROLE = "none", PROXY_VARIABLES = ["https_proxy", "HTTPS_PROXY", "http_proxy", "HTTP_PROXY"];

// built-in:dns
var all3 = /* @__PURE__ */ process.getBuiltinModule("node:dns"), dns_default = all3;

// src/edge/guarded-lookup.ts
var RefusedAddress = class extends Error {
  addresses;
  refused;
  constructor(addresses, refused) {
    super(`an address that is not connected to (${refused})`), this.addresses = addresses, this.refused = refused;
  }
};
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
    lookup(name, options, done) {
      lookup(name, options, (error, address, family) => {
        let found = typeof address == "string" ? [address] : (address ?? []).map((one) => one.address);
        done(error ?? refusal(found) ?? null, address, family);
      });
    }
  };
}

// built-in:net
var all4 = /* @__PURE__ */ process.getBuiltinModule("node:net");
var isIP = all4.isIP;

// src/edge/certificate-chain.ts
function chainOf(socket) {
  let chain = [], seen = /* @__PURE__ */ new Set(), next = socket.getPeerCertificate(!0);
  for (; next?.raw && !seen.has(next.fingerprint256) && chain.length < 10; ) {
    seen.add(next.fingerprint256);
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
  return names.split(", ").flatMap((name) => name === "" ? [] : name.replace(/^DNS:/, ""));
}
function nameOf(name) {
  let parts = name ?? {};
  return String(parts.CN ?? parts.O ?? parts.OU ?? "").slice(0, 1e3);
}

// src/edge/clock.ts
function elapsedMs() {
  return Number(process.hrtime.bigint()) / 1e6;
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
  socket.on("lookup", (error, address) => {
    if (error || trace.proxy !== void 0) return;
    trace.lookedUpAt ??= elapsedMs();
    let found = typeof address == "string" ? [address] : address.map((one) => one.address);
    trace.addresses = [.../* @__PURE__ */ new Set([...trace.addresses, ...found])];
  }), socket.once("connect", () => {
    trace.connectedAt = elapsedMs(), trace.proxy !== void 0 && (trace.tunnelAt = trace.connectedAt);
  }), socket.once("secureConnect", () => {
    trace.securedAt = elapsedMs(), trace.certificates = chainOf(socket);
  });
}
function serverName(host) {
  return isAddress(host) ? "" : host;
}

// src/edge/early-connections.ts
function beginConnections(env, open = connect) {
  let opened = /* @__PURE__ */ new Map(), guard = guardOf(!1), issuer = issuerOf(env), begin = (text) => {
    let url = URL.canParse(text) ? new URL(text) : void 0;
    if (url?.protocol !== "https:" || opened.has(url.origin)) return;
    let connection = open(url, leadsTo(issuer, url) ? guard : void 0);
    connection && opened.set(url.origin, connection);
  };
  return isPlain(env) && (begin(tokenServiceOf(env)), begin(issuer), begin(stsOf(env))), {
    take({ origin }) {
      let found = opened.get(origin);
      return opened.delete(origin), found;
    }
  };
}
function leadsTo(text, { origin }) {
  return URL.canParse(text) && new URL(text).origin === origin;
}
function isPlain(env) {
  return !(inputOf(env, "http-proxy") !== "" || PROXY_VARIABLES.some((name) => (env[name] ?? "").trim() !== "")) && !/^true$/i.test(inputOf(env, "use-existing-credentials"));
}
function issuerOf(env) {
  if (hasTokenFile(env)) return "";
  let onRunner = env.GITHUB_ACTIONS === "true", serverUrl = env.GITHUB_SERVER_URL ?? "", issuer = inputOf(env, "issuer") || issuerOfRunner({ onRunner, serverUrl });
  return isInternalName(hostOf(issuer)) && inputOf(env, "sts-endpoint") === "" ? "" : issuer;
}
function tokenServiceOf(env) {
  return hasTokenFile(env) ? "" : env.ACTIONS_ID_TOKEN_REQUEST_URL ?? "";
}
function hasTokenFile(env) {
  return inputOf(env, "web-identity-token-file") !== "";
}
function stsOf(env) {
  let isNone = (role) => role === "" || role === NO_ROLE;
  if (isNone(inputOf(env, "role-to-assume")) && isNone(inputOf(env, "roles"))) return "";
  let region = inputOf(env, "aws-region") || env.AWS_REGION || env.AWS_DEFAULT_REGION || "", isUsual = Object.keys(env).every((name) => !/^AWS_(ENDPOINT_URL|USE_)/.test(name));
  return inputOf(env, "sts-endpoint") || (isUsual && isListed(region) ? regionalEndpoint(region) : "");
}
function inputOf(env, name) {
  return (env[`INPUT_${name.toUpperCase()}`] ?? "").trim();
}
function connect(url, guard) {
  let options = optionsTo(url), trace = startTrace(url);
  try {
    guard?.check(options.host);
    let agent = new https_default.Agent({ keepAlive: !0 }), lookup = guard ? { lookup: guard.lookup } : {}, socket = agent.createConnection({ ...options, ...lookup });
    return watchSocket(socket, trace), socket.on("error", () => {
    }), { socket, trace };
  } catch {
    return;
  }
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

// src/edge/last-word.ts
function failAnnotated({ title, message }) {
  let head = escaped(title).replaceAll(":", "%3A").replaceAll(",", "%2C");
  fail(process.stdout, `::error title=${head}::${escaped(message)}
`);
}
function escaped(text) {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll(`
`, "%0A");
}
function fail(stream, text) {
  outliveReaders(), stream.write(text), process.exitCode = 1;
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

// src/main.ts
var early = beginConnections(process.env);
await setImmediate();
await setImmediate();
try {
  let { mainStep } = await import("./sign-in.mjs");
  await mainStep(early);
} catch (error) {
  failAnnotated(unloaded(error, sourceIn(process.env)));
}
await exit();
