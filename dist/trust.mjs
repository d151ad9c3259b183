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
      function expandIPv6(string2, parts) {
        if (string2.indexOf("::") !== string2.lastIndexOf("::"))
          return null;
        let colonCount = 0, lastColon = -1, zoneId = (string2.match(ipv6Regexes.zoneIndex) || [])[0], replacement, replacementCount;
        for (zoneId && (zoneId = zoneId.substring(1), string2 = string2.replace(/%.+$/, "")); (lastColon = string2.indexOf(":", lastColon + 1)) >= 0; )
          colonCount++;
        if (string2.substr(0, 2) === "::" && colonCount--, string2.substr(-2, 2) === "::" && colonCount--, colonCount >= parts)
          return null;
        for (replacementCount = parts - colonCount, replacement = ":"; replacementCount--; )
          replacement += "0:";
        return string2 = string2.replace("::", replacement), string2[0] === ":" && (string2 = string2.slice(1)), string2[string2.length - 1] === ":" && (string2 = string2.slice(0, -1)), parts = (function() {
          let ref = string2.split(":"), results = [];
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
      function parseIntAuto(string2) {
        if (hexRegex.test(string2))
          return parseInt(string2, 16);
        if (string2[0] === "0" && !isNaN(parseInt(string2[1], 10))) {
          if (octalRegex.test(string2))
            return parseInt(string2, 8);
          throw new Error(`ipaddr: cannot parse ${string2} as octal`);
        }
        return parseInt(string2, 10);
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
      })(), ipaddr2.IPv4.broadcastAddressFromCIDR = function(string2) {
        try {
          let cidr = this.parseCIDR(string2), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0;
          for (; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      }, ipaddr2.IPv4.isIPv4 = function(string2) {
        return this.parser(string2) !== null;
      }, ipaddr2.IPv4.isValid = function(string2) {
        try {
          return new this(this.parser(string2)), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv4.isValidCIDR = function(string2) {
        try {
          return this.parseCIDR(string2), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv4.isValidFourPartDecimal = function(string2) {
        return !!(ipaddr2.IPv4.isValid(string2) && string2.match(/^(0|[1-9]\d*)(\.(0|[1-9]\d*)){3}$/));
      }, ipaddr2.IPv4.isValidCIDRFourPartDecimal = function(string2) {
        let match = string2.match(/^(.+)\/(\d+)$/);
        return !ipaddr2.IPv4.isValidCIDR(string2) || !match ? !1 : ipaddr2.IPv4.isValidFourPartDecimal(match[1]);
      }, ipaddr2.IPv4.networkAddressFromCIDR = function(string2) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string2), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 4; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv4 CIDR format", { cause: e });
        }
      }, ipaddr2.IPv4.parse = function(string2) {
        let parts = this.parser(string2);
        if (parts === null)
          throw new Error("ipaddr: string is not formatted like an IPv4 Address");
        return new this(parts);
      }, ipaddr2.IPv4.parseCIDR = function(string2) {
        let match;
        if (match = string2.match(/^(.+)\/(\d+)$/)) {
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
      }, ipaddr2.IPv4.parser = function(string2) {
        let match, part, value2;
        if (match = string2.match(ipv4Regexes.fourOctet))
          return (function() {
            let ref = match.slice(1, 6), results = [];
            for (let i = 0; i < ref.length; i++)
              part = ref[i], results.push(parseIntAuto(part));
            return results;
          })();
        if (match = string2.match(ipv4Regexes.longValue)) {
          if (value2 = parseIntAuto(match[1]), value2 > 4294967295 || value2 < 0)
            throw new Error("ipaddr: address outside defined range");
          return (function() {
            let results = [], shift;
            for (shift = 0; shift <= 24; shift += 8)
              results.push(value2 >> shift & 255);
            return results;
          })().reverse();
        } else return (match = string2.match(ipv4Regexes.twoOctet)) ? (function() {
          let ref = match.slice(1, 4), results = [];
          if (value2 = parseIntAuto(ref[1]), value2 > 16777215 || value2 < 0)
            throw new Error("ipaddr: address outside defined range");
          return results.push(parseIntAuto(ref[0])), results.push(value2 >> 16 & 255), results.push(value2 >> 8 & 255), results.push(value2 & 255), results;
        })() : (match = string2.match(ipv4Regexes.threeOctet)) ? (function() {
          let ref = match.slice(1, 5), results = [];
          if (value2 = parseIntAuto(ref[2]), value2 > 65535 || value2 < 0)
            throw new Error("ipaddr: address outside defined range");
          return results.push(parseIntAuto(ref[0])), results.push(parseIntAuto(ref[1])), results.push(value2 >> 8 & 255), results.push(value2 & 255), results;
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
          let normalized = this.toNormalizedString(), string2 = normalized.slice(0, normalized.length - suffix.length), bestMatchIndex = 0, bestMatchLength = -1, bestMatchGroups = -1, match;
          for (; match = regex.exec(string2); ) {
            let groups = (match[0].match(/0/g) || []).length;
            groups > bestMatchGroups && (bestMatchGroups = groups, bestMatchIndex = match.index, bestMatchLength = match[0].length);
          }
          return bestMatchLength < 0 ? string2 + suffix : `${string2.substring(0, bestMatchIndex)}::${string2.substring(bestMatchIndex + bestMatchLength)}${suffix}`;
        }, IPv6.prototype.toString = function() {
          return this.toRFC5952String();
        }, IPv6;
      })(), ipaddr2.IPv6.broadcastAddressFromCIDR = function(string2) {
        try {
          let cidr = this.parseCIDR(string2), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0;
          for (; i < 16; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) | parseInt(subnetMaskOctets[i], 10) ^ 255), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      }, ipaddr2.IPv6.isIPv6 = function(string2) {
        return this.parser(string2) !== null;
      }, ipaddr2.IPv6.isValid = function(string2) {
        if (typeof string2 == "string" && string2.indexOf(":") === -1)
          return !1;
        try {
          let addr = this.parser(string2);
          return new this(addr.parts, addr.zoneId), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv6.isValidCIDR = function(string2) {
        if (typeof string2 == "string" && string2.indexOf(":") === -1)
          return !1;
        try {
          return this.parseCIDR(string2), !0;
        } catch {
          return !1;
        }
      }, ipaddr2.IPv6.networkAddressFromCIDR = function(string2) {
        let cidr, i, ipInterfaceOctets, octets, subnetMaskOctets;
        try {
          for (cidr = this.parseCIDR(string2), ipInterfaceOctets = cidr[0].toByteArray(), subnetMaskOctets = this.subnetMaskFromPrefixLength(cidr[1]).toByteArray(), octets = [], i = 0; i < 16; )
            octets.push(parseInt(ipInterfaceOctets[i], 10) & parseInt(subnetMaskOctets[i], 10)), i++;
          return new this(octets);
        } catch (e) {
          throw new Error("ipaddr: the address does not have IPv6 CIDR format", { cause: e });
        }
      }, ipaddr2.IPv6.parse = function(string2) {
        let addr = this.parser(string2);
        if (addr === null)
          throw new Error("ipaddr: string is not formatted like an IPv6 Address");
        return new this(addr.parts, addr.zoneId);
      }, ipaddr2.IPv6.parseCIDR = function(string2) {
        let maskLength, match, parsed;
        if ((match = string2.match(/^(.+)\/(\d+)$/)) && (maskLength = parseInt(match[2]), maskLength >= 0 && maskLength <= 128))
          return parsed = [this.parse(match[1]), maskLength], Object.defineProperty(parsed, "toString", {
            value: function() {
              return this.join("/");
            }
          }), parsed;
        throw new Error("ipaddr: string is not formatted like an IPv6 CIDR range");
      }, ipaddr2.IPv6.parser = function(string2) {
        let addr, i, match, octet, octets, zoneId;
        if (match = string2.match(ipv6Regexes.deprecatedTransitional))
          return this.parser(`::ffff:${match[1]}`);
        if (ipv6Regexes.native.test(string2))
          return expandIPv6(string2, 8);
        if ((match = string2.match(ipv6Regexes.transitional)) && (zoneId = match[6] || "", addr = match[1], match[1].endsWith("::") || (addr = addr.slice(0, -1)), addr = expandIPv6(addr + zoneId, 6), addr && addr.parts)) {
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
      }, ipaddr2.isValid = function(string2) {
        return ipaddr2.IPv6.isValid(string2) || ipaddr2.IPv4.isValid(string2);
      }, ipaddr2.isValidCIDR = function(string2) {
        return ipaddr2.IPv6.isValidCIDR(string2) || ipaddr2.IPv4.isValidCIDR(string2);
      }, ipaddr2.parse = function(string2) {
        if (ipaddr2.IPv6.isValid(string2))
          return ipaddr2.IPv6.parse(string2);
        if (ipaddr2.IPv4.isValid(string2))
          return ipaddr2.IPv4.parse(string2);
        throw new Error("ipaddr: the address has neither IPv6 nor IPv4 format");
      }, ipaddr2.parseCIDR = function(string2) {
        try {
          return ipaddr2.IPv6.parseCIDR(string2);
        } catch {
          try {
            return ipaddr2.IPv4.parseCIDR(string2);
          } catch (e) {
            throw new Error("ipaddr: the address has neither IPv6 nor IPv4 CIDR format", { cause: e });
          }
        }
      }, ipaddr2.process = function(string2) {
        let addr = this.parse(string2);
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

// src/aws/condition-keys.ts
var OF_EVERY = ["sub", "aud", "amr"], GITHUB = [
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
  [/^token\.actions\.githubusercontent\.com(\/[^/]+)?$/, GITHUB],
  [/^token\.actions\.[^./]+\.ghe\.com(\/[^/]+)?$/, GITHUB],
  [/^github\.com\/enterprises\/[^/]+$/, GITHUB],
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
  return [...OF_EVERY, ...claimsOfIssuer(issuer) ?? (github ? GITHUB : [])];
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
], OF_GROUP = [
  "namespace_id",
  "organization_id",
  "organization_slug",
  "google/organization_number"
];
function identityKeys(issuer) {
  let keys = offeredOf(issuer, !1).filter((name) => !CHOSEN.includes(name));
  return {
    group: keys.filter((name) => OF_GROUP.includes(name)),
    nearer: keys.filter((name) => !OF_GROUP.includes(name))
  };
}
function isMultivalued(key) {
  return /:(amr|oaud)$|^aws:tagkeys$|^sts:transitivetagkeys$/i.test(key);
}
function offerOf(issuer, claim, github) {
  if (OF_EVERY.includes(claim)) return "offered";
  let own = claimsOfIssuer(issuer);
  return own?.includes(claim) ? "offered" : DISPUTED.includes(claim) || !own && github && GITHUB.includes(claim) ? "disputed" : "not-offered";
}

// src/text.ts
var INVISIBLE = /(?![\n\t])[\p{Cc}\p{Cf}\u2028\u2029]/gu, JWT = /\beyJ[\w-]{8,}(?:\.[\w-]*){0,4}/g;
function sanitise(text2) {
  return text2.toWellFormed().replace(/\r\n?/g, `
`).replace(INVISIBLE, "\uFFFD").replace(/##(?=\[)/g, "## ").replace(/^([^\S\n]*):(?=:)/gm, "$1: ").replace(JWT, "***");
}
function plainText(value2) {
  return typeof value2 == "string" || typeof value2 == "number" ? String(value2) : "";
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
var PROVIDER_ARN = /^arn:([^:]*):iam::([^:]*):oidc-provider\/(.*)$/s;
function providerOf(arn) {
  let [, partition, account, issuer] = PROVIDER_ARN.exec(arn) ?? [];
  if (!(partition === void 0 || account === void 0 || issuer === void 0))
    return { partition, account, issuer };
}
function issuerMeant(principal) {
  let at = principal.indexOf(RESOURCE);
  if (at >= 0) return principal.slice(at + RESOURCE.length);
  let { host } = builtInProvider(principal) ?? {};
  return host === principal ? host : void 0;
}

// src/aws/token-rules.ts
var TAGS_CLAIM = "https://aws.amazon.com/tags", FLAT_TAGS = `${TAGS_CLAIM}/principal_tags/`, SOURCE_IDENTITY = "https://aws.amazon.com/source_identity";
function isGitHub(claims) {
  return typeof claims.repository == "string";
}
function carriesTags(claims) {
  return Object.keys(claims).some((one) => one === TAGS_CLAIM || one.startsWith(`${TAGS_CLAIM}/`));
}
function partyOf(claims) {
  return "azp" in claims ? { claim: "azp", value: claims.azp } : { claim: "aud", value: claims.aud };
}
function audienceOf(claims, otherwise) {
  let [party] = [partyOf(claims).value].flat();
  return typeof party == "string" && party !== "" ? party : otherwise;
}

// src/aws/wildcard.ts
function isWild(pattern) {
  return /[*?]/.test(pattern);
}
var WORD = 32;
function wildcardSteps(pattern, text2) {
  return pattern + text2 * Math.ceil((pattern + 1) / WORD);
}
function matchesWildcard(pattern, text2) {
  let [head = "", ...rest] = pattern.split("*"), tail = rest.pop();
  if (tail === void 0) return head.length === text2.length && fitsAt(head, text2, 0);
  let end = text2.length - tail.length;
  if (head.length > end || !fitsAt(head, text2, 0) || !fitsAt(tail, text2, end)) return !1;
  let from = head.length;
  for (let part of rest)
    if (from = endOfFirst(part, text2, from, end), from < 0) return !1;
  return !0;
}
function fitsAt(part, text2, from) {
  for (let at = 0; at < part.length; at++)
    if (part[at] !== "?" && part[at] !== text2[from + at]) return !1;
  return !0;
}
function endOfFirst(part, text2, from, to) {
  if (part.length > to - from) return -1;
  if (part === "") return from;
  let masks = masksOf(part), any2 = masks.get("?") ?? new Int32Array(0), last = part.length - 1, begun = new Int32Array(any2.length);
  for (let at = from; at < to; at++) {
    let fits = masks.get(text2[at] ?? "") ?? any2, carry = 1;
    for (let word = 0; word < begun.length; word++) {
      let bits = begun[word] ?? 0;
      begun[word] = (bits << 1 | carry) & (fits[word] ?? 0), carry = bits >>> WORD - 1;
    }
    if (isSet(begun, last)) return at + 1;
  }
  return -1;
}
function masksOf(part) {
  let any2 = new Int32Array(Math.ceil(part.length / WORD));
  for (let at = 0; at < part.length; at++) part[at] === "?" && set(any2, at);
  let masks = /* @__PURE__ */ new Map([["?", any2]]);
  for (let at = 0; at < part.length; at++) {
    let sign = part[at] ?? "";
    if (sign === "?") continue;
    let own = masks.get(sign) ?? any2.slice();
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

// src/aws/statement.ts
var ASSUME = "sts:AssumeRoleWithWebIdentity";
function isAssumeRole(action) {
  return action.toLowerCase() === "sts:assumerole";
}
var TAG_SESSION = "sts:TagSession", SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";
function statementFor(token, { partition, account, audience, plain: plain2 }) {
  let literal2 = (value2) => plain2 ? value2 : literalValue(value2), name = issuerName(token.issuer), more = [
    ...carriesTags(token.claims) ? [TAG_SESSION] : [],
    ...SOURCE_IDENTITY in token.claims ? [SET_SOURCE_IDENTITY] : []
  ], statement = {
    Effect: "Allow",
    Principal: { Federated: federatedPrincipal({ partition, account, issuer: token.issuer }) },
    Action: more.length > 0 ? [ASSUME, ...more] : ASSUME,
    Condition: {
      StringEquals: {
        [`${name}:aud`]: literal2(audience),
        [`${name}:sub`]: literal2(token.subject)
      }
    }
  };
  return sanitise(JSON.stringify(statement, null, 2));
}
function literalValue(value2) {
  return value2.replaceAll("${", "${$}{");
}

// src/trust/effort.ts
var MOST_STEPS = 2e6, MOST_PROBING_STEPS = 8e6, PER_COMPARISON = { text: 100, value: 2e3 }, Effort = class _Effort {
  #left;
  constructor(most) {
    this.#left = most;
  }
  static ofVerdict() {
    return new _Effort(MOST_STEPS);
  }
  static ofProbing() {
    return new _Effort(MOST_PROBING_STEPS);
  }
  get isSpent() {
    return this.#left < 0;
  }
  /** Takes what it is to compare all of `wanted` with all of `actual`; false where that is more than is left. */
  take(wanted, actual, of = "text") {
    let characters = actual.reduce((sum, { length }) => sum + length, 0);
    for (let one of wanted) {
      let length = typeof one == "string" ? one.length : 0;
      this.#left -= wildcardSteps(length, characters) + (actual.length + 1) * PER_COMPARISON[of];
    }
    return !this.isSpent;
  }
};

// src/trust/tree.ts
var Unresolved = class {
  shown;
  constructor(shown) {
    this.shown = shown;
  }
  toJSON() {
    return this.shown;
  }
};
function members() {
  return /* @__PURE__ */ Object.create(null);
}
function isMembers(value2) {
  return typeof value2 == "object" && value2 !== null && !Array.isArray(value2) && !(value2 instanceof Unresolved);
}
function membersOf(value2) {
  return isMembers(value2) ? value2 : members();
}
function hasUnresolved(value2) {
  return value2 instanceof Unresolved ? !0 : (Array.isArray(value2) || isMembers(value2) ? Object.values(value2) : []).some(hasUnresolved);
}
function textOf(value2) {
  return typeof value2 == "string" && value2 !== "" ? value2 : void 0;
}
function listOf(value2) {
  return value2 === void 0 ? [] : Array.isArray(value2) ? value2 : [value2];
}
var MOST_DOUBLED = 20, PlaceRegister = class {
  #places = /* @__PURE__ */ new Map();
  #doubled = /* @__PURE__ */ new Map();
  #text;
  /** Where each line begins; found when first asked for. */
  #lines;
  constructor(text2) {
    this.#text = text2;
  }
  note(owner, name, offset) {
    let own = this.#places.get(owner) ?? /* @__PURE__ */ new Map();
    own.has(name) && this.#twice(owner, name), own.set(name, offset), this.#places.set(owner, own);
  }
  #twice(owner, name) {
    let names = this.#doubled.get(owner) ?? [];
    names.length < MOST_DOUBLED && names.push(name), this.#doubled.set(owner, names);
  }
  place(offset) {
    this.#lines ??= lineStarts(this.#text);
    let [line, after] = [0, this.#lines.length];
    for (; after - line > 1; ) {
      let middle = line + after >> 1;
      (this.#lines[middle] ?? 0) <= offset ? line = middle : after = middle;
    }
    return { line: line + 1, column: offset - (this.#lines[line] ?? 0) + 1 };
  }
  tree(value2) {
    return {
      value: value2,
      placeOf: (owner, name) => {
        let offset = this.#places.get(owner)?.get(name);
        return offset === void 0 ? void 0 : this.place(offset);
      },
      doubled: (owner) => this.#doubled.get(owner) ?? []
    };
  }
};
function lineStarts(text2) {
  let starts = [0];
  for (let at = text2.indexOf(`
`); at >= 0; at = text2.indexOf(`
`, at + 1)) starts.push(at + 1);
  return starts;
}

// src/trust/session-tags.ts
function tagKeys(claims) {
  let whole = claims[TAGS_CLAIM], nested = isMembers(whole) ? whole : {}, principal = nested.principal_tags, tags = /* @__PURE__ */ new Map();
  for (let [name, values] of Object.entries(isMembers(principal) ? principal : {})) {
    let [value2, second] = Array.isArray(values) ? values : [];
    typeof value2 == "string" && second === void 0 && tags.set(name, value2);
  }
  for (let [name, value2] of Object.entries(claims))
    name.startsWith(FLAT_TAGS) && typeof value2 == "string" && tags.set(name.slice(FLAT_TAGS.length), value2);
  let transitive = nested.transitive_tag_keys ?? claims[`${TAGS_CLAIM}/transitive_tag_keys`];
  return { tags, transitive: Array.isArray(transitive) ? transitive.map(plainText) : [] };
}

// src/trust/context.ts
var ABSENT = { state: "absent", values: [] }, UNKNOWN = { state: "unknown", values: [] };
function contextOf(request) {
  let { token, inputs } = request, issuer = issuerName(token.issuer), { partition, account } = inputs.role ?? { partition: inputs.partition, account: void 0 }, github = isGitHub(token.claims), fixed = requestKeys(request, { partition, account: account ?? "", issuer }), prefix = `${issuer.toLowerCase()}:`, lookUp = (lower) => lower.startsWith(prefix) ? claimKey(token, issuer, lower.slice(prefix.length), github) : foreignKey(lower);
  return {
    issuer,
    partition,
    account,
    github,
    effort: Effort.ofVerdict(),
    actions: neededActions(token),
    key(name) {
      let lower = name.toLowerCase(), key = fixed.get(lower) ?? lookUp(lower);
      return fixed.set(lower, key), key;
    }
  };
}
function neededActions({ claims }) {
  let actions = [ASSUME];
  return tagKeys(claims).tags.size > 0 && actions.push(TAG_SESSION), SOURCE_IDENTITY in claims && actions.push(SET_SOURCE_IDENTITY), actions;
}
function requestKeys({ token, inputs, now }, place) {
  let { tags, transitive } = tagKeys(token.claims), { account } = place, http = inputs.stsEndpoint.startsWith("http:"), elsewhere = inputs.customEndpoint || inputs.fallbackRegions.length > 0, keys = [
    ["sts:RoleSessionName", present([inputs.roleSessionName])],
    ["sts:DurationSeconds", present([String(inputs.roleDurationSeconds)])],
    ["sts:SourceIdentity", claimed(token.claims[SOURCE_IDENTITY])],
    ["sts:ExternalId", ABSENT],
    ["sts:TransitiveTagKeys", present(transitive)],
    ["aws:TagKeys", present([...tags.keys()])],
    ...[...tags].map(([name, value2]) => [
      `aws:RequestTag/${name}`,
      present([value2])
    ]),
    ["aws:PrincipalAccount", account === "" ? UNKNOWN : present([account])],
    ["aws:PrincipalType", present(["User"])],
    ["aws:PrincipalArn", ABSENT],
    ["aws:userid", account === "" ? UNKNOWN : present([providerArn(place)])],
    ["aws:FederatedProvider", account === "" ? UNKNOWN : present([federatedPrincipal(place)])],
    ["aws:SecureTransport", http ? UNKNOWN : present(["true"])],
    ["aws:RequestedRegion", elsewhere ? UNKNOWN : present([inputs.region])],
    ["aws:CurrentTime", present([new Date(now).toISOString()])],
    ["aws:EpochTime", present([String(Math.floor(now / 1e3))])]
  ];
  return new Map(keys.map(([name, key]) => [name.toLowerCase(), key]));
}
function claimKey({ claims, audiences }, issuer, name, github) {
  let offer = offerOf(issuer.toLowerCase(), name, github);
  if (offer === "not-offered") return { state: "not-offered", values: [] };
  let party = partyOf(claims), aud = party.claim === "azp" ? party.value : onlyOf(audiences);
  if (name === "aud" && aud === null) return UNKNOWN;
  let values = { aud, oaud: [...audiences] }, found = Object.entries(claims).find(([claim]) => claim.toLowerCase() === name), key = claimed(Object.hasOwn(values, name) ? values[name] : found?.[1]);
  return offer === "disputed" && key.state === "present" ? { ...key, state: "disputed" } : key;
}
function onlyOf(audiences) {
  return audiences.length === 1 ? audiences[0] : void 0;
}
function claimed(claim) {
  if (claim == null) return ABSENT;
  let values = Array.isArray(claim) ? claim : [claim];
  return !values.every((value2) => ["string", "number", "boolean"].includes(typeof value2)) || values.includes("") ? UNKNOWN : present(values.map(String));
}
function present(values) {
  return values.length > 0 ? { state: "present", values } : ABSENT;
}
function foreignKey(lower) {
  return lower.startsWith("aws:requesttag/") || lower.startsWith("saml:") ? ABSENT : /^(?!https?:)[a-z\d-]+:/.test(lower) ? UNKNOWN : { state: "not-offered", values: [] };
}

// src/trust/compare.ts
var import_ipaddr = __toESM(require_ipaddr(), 1);

// src/trust/logic.ts
function not(value2) {
  return value2 === "undecided" ? value2 : !value2;
}
function all(values) {
  return values.includes(!1) ? !1 : values.includes("undecided") ? "undecided" : !0;
}
function any(values) {
  return not(all(values.map(not)));
}
function agreed(values) {
  let [first = "undecided", ...rest] = values;
  return rest.every((value2) => value2 === first) ? first : "undecided";
}

// src/trust/variables.ts
var STAR = "\uFDD0", ANY = "\uFDD1", LONGEST = 1e4, VARIABLE = /\$\{([^}]*)\}/g, DEFAULT = /^\s*([^\s,]+)\s*,\s*'([^']*)'\s*$/;
function fillVariables(text2, context, variables) {
  if (!variables || !text2.includes("${")) return { text: text2 };
  let states = /* @__PURE__ */ new Set(), made = replaceVariables(text2, (inner) => {
    if (inner === "$") return "$";
    if (inner === "*" || inner === "?") return literal(inner);
    let [, name = inner.trim(), otherwise] = DEFAULT.exec(inner) ?? [], { state, values } = context.key(name), absent = state === "absent" || state === "not-offered";
    if (absent && otherwise !== void 0) return literal(otherwise);
    let single = state === "present" && values.length === 1 && !isMultivalued(name);
    return states.add(absent ? "missing" : single ? "present" : "unknown"), literal(values[0] ?? "");
  });
  return states.has("unknown") || made.length > LONGEST ? "unknown" : states.has("missing") ? "missing" : { text: made };
}
function replaceVariables(text2, make) {
  let end = text2.lastIndexOf("}") + 1;
  return text2.slice(0, end).replace(VARIABLE, (_all, inner) => make(inner)) + text2.slice(end);
}
function literal(text2) {
  return text2.replaceAll("*", STAR).replaceAll("?", ANY);
}
function plain(text2) {
  return text2.replaceAll(STAR, "*").replaceAll(ANY, "?");
}

// src/trust/compare.ts
var equals = (actual, wanted) => actual === plain(wanted), equalsIgnoreCase = (actual, wanted) => actual.toLowerCase() === plain(wanted).toLowerCase(), like = (actual, wanted) => matchesWildcard(wanted, literal(actual)), arnLike = (actual, wanted) => {
  let [has, wants] = [arnParts(literal(actual)), arnParts(wanted)];
  return wants ? has ? all(has.map((part, index) => matchesWildcard(wants[index] ?? "", part))) : "unlike" : "undecided";
};
function arnParts(arn) {
  let parts = arn.split(":");
  if (!(parts.length < 6 || !matchesWildcard(parts[0] ?? "", "arn")))
    return [...parts.slice(0, 5), parts.slice(5).join(":")];
}
var bool = (actual, wanted) => {
  let [has, wants] = [actual.toLowerCase(), wanted.toLowerCase()];
  return /^(true|false)$/.test(wants) ? has === wants : "undecided";
}, NUMBER = /^-?\d+(\.\d+)?$/;
function numeric(order) {
  return (actual, wanted) => {
    if (!NUMBER.test(wanted)) return "undecided";
    if (!NUMBER.test(actual)) return isOtherNotation(actual) ? "undecided" : "unlike";
    let [has, wants] = [Number(actual), Number(wanted)];
    return Math.max(Math.abs(has), Math.abs(wants)) > Number.MAX_SAFE_INTEGER ? "undecided" : order(has - wants);
  };
}
function isOtherNotation(text2) {
  return text2.trim() !== "" && !Number.isNaN(Number(text2));
}
var NEAR_MS = 6e5;
function date(order) {
  return (actual, wanted) => {
    let limit = timeOf(wanted);
    if (limit === void 0) return "undecided";
    let time = timeOf(actual);
    return time === void 0 ? "unlike" : Math.abs(time - limit) < NEAR_MS ? "undecided" : order(time - limit);
  };
}
var ISO = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d))?)?)?$/;
function timeOf(text2) {
  if (/^\d{5,}$/.test(text2)) return Number(text2) * 1e3;
  let time = ISO.test(text2) ? Date.parse(text2) : Number.NaN;
  return Number.isNaN(time) ? void 0 : time;
}
var LONGEST_ADDRESS = 100, ipAddress = (actual, wanted) => {
  let range = rangeOf(wanted);
  if (!range) return "undecided";
  if (actual.length > LONGEST_ADDRESS || !import_ipaddr.default.isValid(actual)) return "unlike";
  if (!isStandard(actual)) return "undecided";
  let address = import_ipaddr.default.parse(actual);
  return address.kind() === range[0].kind() && address.match(range);
};
function isStandard(address) {
  return address.includes(":") || import_ipaddr.default.IPv4.isValidFourPartDecimal(address);
}
function rangeOf(text2) {
  let [written = ""] = text2.split("/");
  if (!(text2.length > LONGEST_ADDRESS || !isStandard(written)))
    try {
      if (text2.includes("/")) return import_ipaddr.default.parseCIDR(text2);
      let address = import_ipaddr.default.parse(text2);
      return [address, address.kind() === "ipv4" ? 32 : 128];
    } catch {
      return;
    }
}
var undecided = () => "undecided";

// src/trust/open-text.ts
var OpenText = class extends Unresolved {
  forms;
  /** As a person reads it: `deploy-${Stage}`. */
  display;
  constructor(shown, forms, display) {
    super(shown), this.forms = forms, this.display = display;
  }
}, MOST_FORMS = 32;
function hole(of, shown, parameter = !1) {
  let one = { of, ...parameter ? { parameter: !0 } : {} };
  return new OpenText(shown, [[one]], holeText(one));
}
function holeText({ of, written }) {
  return written ? of : `\${${of}}`;
}
function isText(value2) {
  return typeof value2 == "string" || typeof value2 == "number" || typeof value2 == "boolean";
}
function formsOf(value2) {
  return isText(value2) ? [[String(value2)]] : value2 instanceof OpenText ? value2.forms : void 0;
}
function formText(form) {
  return form.map((part) => typeof part == "string" ? part : holeText(part)).join("");
}
function knownText(form) {
  return form.every((part) => typeof part == "string") ? form.join("") : void 0;
}
function pieceOf(value2, name) {
  return { forms: formsOf(value2) ?? [[{ of: name }]], display: displayOf(value2, name) };
}
function displayOf(value2, name) {
  return isText(value2) ? String(value2) : value2 instanceof OpenText ? value2.display : `\${${name}}`;
}
function joined(pieces, shown) {
  let forms = [[]];
  for (let { forms: next, display } of pieces) {
    let tails = forms.length * next.length <= MOST_FORMS ? next : [[{ of: display.replace(/^\$\{(.*)\}$/s, "$1") }]];
    forms = forms.flatMap((form) => tails.map((tail) => [...form, ...tail]));
  }
  return textOf2(forms, pieces.map(({ display }) => display).join(""), shown);
}
function oneOf(values, display, shown) {
  let forms = values.map(formsOf), all2 = forms.flatMap((form) => form ?? []);
  return forms.includes(void 0) || all2.length > MOST_FORMS ? new Unresolved(shown) : textOf2(all2, display, shown);
}
function textOf2(forms, display, shown) {
  let distinct = new Map(forms.map((form) => [JSON.stringify(compact(form)), compact(form)])), [only, second] = [...distinct.values()];
  return (only && !second ? knownText(only) : void 0) ?? new OpenText(shown, [...distinct.values()], display);
}
function compact(form) {
  let parts = [], text2 = "", flush = () => {
    text2 !== "" && parts.push(text2), text2 = "";
  };
  for (let part of form)
    typeof part == "string" ? text2 += part : (flush(), parts.push(part));
  return flush(), parts;
}
function patternOf(form, keep) {
  return form.map((part) => typeof part == "string" ? keep(part) : "*").join("");
}
function sameText(one, other) {
  let [left, right] = [formsOf(one), formsOf(other)];
  return !left || !right ? "undecided" : agreed(left.flatMap((form) => right.map((second) => sameForm(form, second))));
}
function sameForm(one, other) {
  let [left, right] = [knownText(one), knownText(other)];
  if (left !== void 0 && right !== void 0) return left === right;
  let [open, known] = left === void 0 ? [one, right] : [other, left];
  return known === void 0 || matchesWildcard(patternOf(open, literal), literal(known)) ? "undecided" : !1;
}

// src/trust/operators.ts
var text = (compare, negated = !1) => ({ compare, negated, variables: !0 }), value = (compare, negated = !1) => ({ compare, negated, variables: !1 });
function ordered(name, make) {
  return [
    [`${name}equals`, value(make((n) => n === 0))],
    [
      `${name}notequals`,
      value(
        make((n) => n === 0),
        !0
      )
    ],
    [`${name}lessthan`, value(make((n) => n < 0))],
    [`${name}lessthanequals`, value(make((n) => n <= 0))],
    [`${name}greaterthan`, value(make((n) => n > 0))],
    [`${name}greaterthanequals`, value(make((n) => n >= 0))]
  ];
}
var TESTS = new Map([
  ["stringequals", text(equals)],
  ["stringnotequals", text(equals, !0)],
  ["stringequalsignorecase", text(equalsIgnoreCase)],
  ["stringnotequalsignorecase", text(equalsIgnoreCase, !0)],
  ["stringlike", text(like)],
  ["stringnotlike", text(like, !0)],
  ["arnequals", text(arnLike)],
  ["arnlike", text(arnLike)],
  ["arnnotequals", text(arnLike, !0)],
  ["arnnotlike", text(arnLike, !0)],
  ["bool", value(bool)],
  ["ipaddress", value(ipAddress)],
  ["notipaddress", value(ipAddress, !0)],
  ["binaryequals", value(undecided)],
  ...ordered("numeric", numeric),
  ...ordered("date", date)
]), SETS = { forallvalues: "all", foranyvalue: "any" }, FORM = /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/, KNOWN_OPERATORS = /* @__PURE__ */ new Map();
function operatorOf(name) {
  let found = KNOWN_OPERATORS.get(name);
  if (found) return found;
  let [, set3, base = "", ifExists] = FORM.exec(name.toLowerCase()) ?? [], operator = {
    set: set3 ? SETS[set3] : "none",
    ifExists: ifExists !== void 0,
    test: base === "null" ? "null" : TESTS.get(base)
  };
  return operator.test && KNOWN_OPERATORS.set(name, operator), operator;
}

// src/trust/placeholders.ts
var OTHERS = /\{\{[^{}]*\}\}|<[a-z][^<>]*>|__[a-z][a-z\d_]*__|#\{[^{}]*\}|\$[a-z_]\w*/i, ACCOUNT = /:iam::[A-Z][A-Z_-]{2,}:/, SERVERLESS = /^\s*(?:(?:self|env|opt|sls|param|cf|git|file|custom|ssm|s3|vault|doppler|terraform|strToBool)\b[^:(]{0,40}[:(]|aws:(?:accountId|region)\s*$)/, IAM_KEY = /^\s*[\w./-]+:(?![-=?+:])[^{}"]*$/;
function hasPlaceholder(text2, which = "all") {
  if (OTHERS.test(text2) || which === "all" && ACCOUNT.test(text2) || which === "all" && text2.includes("$${")) return !0;
  let found = !1;
  return replaceVariables(text2, (inner) => (found ||= isPlaceholder(inner, which), "")), found;
}
function isPlaceholder(inner, which) {
  return SERVERLESS.test(inner) ? !0 : which === "all" && !/^[*?$]$/.test(inner) && !IAM_KEY.test(inner);
}
var EACH = new RegExp(`\\$\\{[^{}"]*\\}|${OTHERS.source}`, "gi");
function cutAtPlaceholders(text2) {
  return text2.split(new RegExp(`(${EACH.source})`, "gi"));
}
var OPENS = /\$\{|\{[{%#]|%\{|<%|#\{/, DIRECTIVE = /\{%|%\{|<%|\{\{[-~]?\s*(?:if|else|end|range|with|for|block|define|[#/^])/, SERVERLESS_ACCOUNT = "aws:accountId";
function markPlaceholders(text2, which, account) {
  let filled = which === "all" && account ? text2.replaceAll(`\${${SERVERLESS_ACCOUNT}}`, () => account) : text2;
  if (!hasPlaceholder(filled, which)) return filled;
  if (filled.includes("$${") || DIRECTIVE.test(filled)) return new Unresolved(text2);
  let form = [], [from, isPlain2] = [0, !0], pass = (to) => {
    let own = filled.slice(from, to);
    isPlain2 &&= !hasPlaceholder(own, which) && !OPENS.test(replaceVariables(own, () => "")), own !== "" && form.push(own);
  };
  for (let { 0: all2, index } of filled.matchAll(EACH))
    hasPlaceholder(all2, which) && (pass(index), form.push({ of: all2, written: !0 }), from = index + all2.length);
  return pass(filled.length), isPlain2 ? new OpenText(text2, [form], filled) : new Unresolved(text2);
}
var BEGINS = /^(?:\ufdd2|\$\{|\$[a-z_]|\{[{%#]|%\{|<[%a-z]|__[a-z]|#\{)/i;
function beginsPlaceholder(line, column) {
  let at = line.slice(column - 1);
  return BEGINS.test(at) || /^\{[{%#]/.test(line.slice(Math.max(column - 2, 0)));
}

// src/trust/statement-parts.ts
function isPositive({ operator }) {
  return !/not|null/i.test(operator);
}
function takesWildcards({ operator }) {
  return /like/i.test(operator);
}
function asksNull({ operator, wanted }, value2) {
  return /^null$/i.test(operator) && wanted.every((one) => one.toLowerCase() === value2);
}
function isKey(key, { issuer }, claim) {
  return key.toLowerCase() === `${issuer.toLowerCase()}:${claim}`;
}
function nameOf({ index, sid }) {
  return { index, ...sid === void 0 ? {} : { sid } };
}
function principalsOf(statement) {
  let principal = statement?.principal;
  return isMembers(principal) ? Object.values(principal).flatMap(listOf).map(textOf3) : principal === void 0 ? [] : [textOf3(principal)];
}
function textOf3(value2) {
  return value2 instanceof OpenText ? value2.display : typeof value2 == "string" ? value2 : JSON.stringify(value2);
}

// src/trust/conditions.ts
function conditionResult(condition, context, variables) {
  let { operator: name, key, wanted } = condition, found = context.key(key), actual = found.state === "present" || found.state === "disputed" ? found.values : void 0, operator = operatorOf(name), { test } = operator, sort = test && test !== "null" && !test.variables ? "value" : "text", isAffordable = context.effort.take(wanted.flatMap(comparedTexts), found.values, sort), isKeyKnown = !hasPlaceholder(key), unresolved = !isKeyKnown || wanted.some((value2) => value2 instanceof Unresolved), holds = isAffordable && isKeyKnown ? operatorHolds(operator, condition, found, { context, variables }) : "undecided";
  return {
    operator: name,
    key,
    wanted: wanted.flatMap(wantedTexts),
    ...wanted.some((value2) => value2 instanceof OpenText) ? { open: !0 } : {},
    ...actual ? { actual } : {},
    // What does not hold, whatever the open values are, is settled.
    state: unresolved && (holds === "undecided" || !actual) ? "unresolved" : found.state,
    holds
  };
}
function comparedTexts(value2) {
  return value2 instanceof OpenText ? value2.forms.map((form) => patternOf(form, String)) : [value2];
}
function wantedTexts(value2) {
  if (value2 instanceof OpenText) {
    let { forms, display } = value2;
    return /^\$\{[^}]*\}$/.test(display) && forms.length > 1 ? forms.map(formText) : [display];
  }
  return [textOf3(value2 instanceof Unresolved ? value2.shown : value2)];
}
function operatorHolds(operator, { key, wanted }, { state, values }, scope) {
  let { test } = operator;
  if (!test || state === "unknown") return "undecided";
  let asked = (actual) => {
    if (test === "null") return isNull(operator, wanted, actual.length === 0);
    if (actual.length === 0) return withoutKey(operator, test);
    if (operator.set === "none" && (actual.length > 1 || isMultivalued(key))) return "undecided";
    let each = actual.map((value2) => compareValue(test, value2, wanted, scope));
    return operator.set === "all" ? all(each) : any(each);
  };
  return state === "disputed" ? agreed([asked(values), asked([])]) : asked(values);
}
function isNull({ set: set3, ifExists }, wanted, missing) {
  return set3 !== "none" || ifExists ? "undecided" : any(
    wanted.map((value2) => {
      let text2 = String(value2).toLowerCase();
      return value2 instanceof Unresolved || !/^(true|false)$/.test(text2) ? "undecided" : text2 === "true" === missing;
    })
  );
}
function withoutKey({ set: set3, ifExists }, { negated }) {
  return ifExists && set3 === "any" ? "undecided" : ifExists || set3 === "all" ? !0 : negated && set3 === "none";
}
function compareValue({ compare, negated, variables: takes }, actual, wanted, { context, variables }) {
  let comparison = (text2) => {
    let compared = compare(actual, text2);
    return compared !== "unlike" ? compared : negated ? "undecided" : !1;
  }, compareText = (value2) => {
    if (!takes) return value2.includes("${") ? "undecided" : comparison(value2);
    let made = fillVariables(value2, context, variables);
    return made === "unknown" ? "undecided" : made === "missing" ? negated ? "undecided" : !1 : comparison(made.text);
  }, compareForm = (form) => {
    let known = knownText(form);
    return known !== void 0 ? compareText(known) : !context.isProbe && form.every(isWritten) && compareText(formText(form)) === !0 ? !0 : mayMatch(compare, actual, form) ? "undecided" : !1;
  }, matched = any(
    wanted.map((value2) => value2 instanceof OpenText ? agreed(value2.forms.map(compareForm)) : value2 instanceof Unresolved ? "undecided" : compareText(value2))
  );
  return negated ? not(matched) : matched;
}
function isWritten(part) {
  return typeof part == "string" || part.written === !0;
}
function mayMatch(compare, actual, form) {
  if (compare === like)
    return matchesWildcard(
      patternOf(form, (text2) => replaceVariables(text2, () => "*")),
      literal(actual)
    );
  let exact = (text2) => replaceVariables(literal(text2), () => "*");
  return compare === equals ? matchesWildcard(patternOf(form, exact), literal(actual)) : compare !== equalsIgnoreCase ? !0 : matchesWildcard(patternOf(form, (text2) => exact(text2.toLowerCase())), literal(actual.toLowerCase()));
}

// src/trust/principal.ts
function neededPrincipal({ partition, account, issuer }) {
  return federatedPrincipal({ partition, account: account ?? "<account>", issuer });
}
function principalMatches(statement, context) {
  let { principal, notPrincipal, effect } = statement, denies = effect === "Deny";
  if (notPrincipal instanceof Unresolved) return "undecided";
  if (principal === void 0) {
    let { AWS = void 0, Federated = void 0 } = isMembers(notPrincipal) ? notPrincipal : ALL, named2 = any([isEveryone(AWS), federated(Federated, context)]), spared = isAccount(AWS, context) !== !1;
    return denies && spared && named2 !== !0 ? "undecided" : denies && notPrincipal !== void 0 ? not(named2) : "undecided";
  }
  if (principal instanceof Unresolved) return "undecided";
  if (!isMembers(principal)) return denies;
  let inAccount = isAccount(principal.AWS, context) !== !1;
  return any([
    federated(principal.Federated, context),
    denies && isEveryone(principal.AWS),
    denies && inAccount ? "undecided" : !1
  ]);
}
var ALL = { AWS: "*" };
function isEveryone(value2) {
  return any(listOf(value2).map((one) => sameText(one, "*")));
}
function isAccount(value2, { account = "<account>", partition }) {
  let names = [account, `arn:${partition}:iam::${account}:root`];
  return any(listOf(value2).flatMap((one) => names.map((name) => sameText(one, name))));
}
function federated(value2, context) {
  return any(listOf(value2).map((one) => isProvider(one, context)));
}
function isProvider(value2, context) {
  if (value2 instanceof Unresolved || value2 === "*") return "undecided";
  let named2 = typeof value2 == "string" ? value2 : "";
  if (builtInProvider(named2)?.host === named2) return context.issuer === named2;
  let provider = providerOf(named2);
  return builtInProvider(context.issuer) && provider?.issuer === context.issuer ? "undecided" : context.account !== void 0 ? named2 === neededPrincipal(context) : provider?.issuer === context.issuer && provider.partition === context.partition && /^\d{12}$/.test(provider.account) ? "undecided" : !1;
}
function actionMatches({ action, notAction }, wanted) {
  return action ? matchesAction(action, wanted) : notAction ? not(matchesAction(notAction, wanted)) : "undecided";
}
function matchesAction(patterns, wanted) {
  return any(
    patterns.map((one) => one instanceof Unresolved ? "undecided" : matchesWildcard(one.toLowerCase(), wanted.toLowerCase()))
  );
}

// src/trust/evaluate.ts
function evaluate(policy, context) {
  let judged = policy.statements.map((statement) => judgeStatement(statement, policy, context));
  return { allowed: all(
    context.actions.map((_action, index) => {
      let matching = (effect) => any(
        judged.filter(({ statement }) => statement.effect === effect || isUnclear(statement)).map(({ perAction }) => perAction[index] ?? "undecided")
      );
      return all([matching("Allow"), not(matching("Deny"))]);
    })
  ), statements: judged.map(({ statement }) => statement), judged };
}
function isUnclear({ effect }) {
  return effect !== "Allow" && effect !== "Deny";
}
function judgeStatement(statement, { variables }, context) {
  let { index, sid, effect, conditions, flaws } = statement, principal = principalMatches(statement, context), actions = context.actions.map((action) => actionMatches(statement, action)), results = conditions.map((condition) => conditionResult(condition, context, variables)), besides = all([principal, ...results.map(({ holds }) => holds)]), decided = (value2) => flaws.length > 0 ? "undecided" : value2, perAction = actions.map((action) => decided(all([action, besides])));
  return {
    statement: {
      index,
      ...sid === void 0 ? {} : { sid },
      effect,
      matched: effect === "Deny" ? any(perAction) : perAction[0] ?? "undecided",
      principal,
      action: effect === "Deny" ? any(actions) : all(actions),
      conditions: results,
      flaws
    },
    perAction
  };
}

// src/aws/github-subject.ts
var FORM2 = /^repo:(?<owner>[^/:@]+)(?:@(?<ownerId>[^/:@]+))?\/(?<name>[^:@]+)(?:@(?<repositoryId>[^:@]+))?(?::(?<context>.*))?$/s;
function subjectOf(text2) {
  let groups = FORM2.exec(text2)?.groups;
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
function withoutIds(text2) {
  let subject = subjectOf(text2);
  return subject ? subjectText(subject.owner, subject.name, subject.context) : text2;
}
function hasIds(text2) {
  return subjectOf(text2)?.ownerId !== void 0;
}
function isOtherOwner(pattern, subject) {
  let [wants, has] = [subjectOf(pattern), subjectOf(subject)];
  return !wants || !has || hasIds(pattern) || !hasIds(subject) || isWild(wants.owner) ? !1 : wants.owner.toLowerCase() !== has.owner.toLowerCase() && wants.name.toLowerCase() === has.name.toLowerCase();
}
function isOtherSpelling(pattern, subject) {
  let [wants, has] = [subjectOf(pattern), subjectOf(subject)];
  if (!wants || !has) return !1;
  let [theirs, ours] = [`${wants.owner}/${wants.name}`, `${has.owner}/${has.name}`];
  return theirs !== ours && theirs.toLowerCase() === ours.toLowerCase();
}
function subjectText(owner, name, context) {
  return `repo:${owner}/${name}${context === void 0 ? "" : `:${context}`}`;
}
function kindOf({ context }) {
  return context === void 0 ? "none" : /^environment:[^:]*$/.test(context) ? "environment" : context === "pull_request" ? "pull-request" : /^ref:[^:]*$/.test(context) ? "ref" : /^\*[^:]*$/.test(context) ? "any" : "custom";
}
var CLAIM = /(^|:)(repository|repository_\w+|job_workflow_\w+|workflow\w*|actor\w*|enterprise\w*|runner_environment|event_name|head_ref|base_ref|context|ref|ref_type|environment|repo_property_\w+):/, DEFAULT_START = /^(repo:)?[^:]*(:(environment|ref):[^:]*|:pull_request)?/;
function isCustomised(text2) {
  return /^\w+:\/\//.test(text2) ? !1 : CLAIM.test(text2.replace(DEFAULT_START, (start) => /^repo:|\//.test(start) ? "" : start));
}
function namesOwner(subject) {
  return /(^|:)(repo|repository|repository_id|repository_owner|repository_owner_id|enterprise|enterprise_id):/.test(
    subject
  );
}

// src/trust/nearest.ts
function nearestOf(patterns, actual, wildcards) {
  let fits = patterns.slice(0, 100).map((wanted) => ({ wanted, fit: patternFit(wanted, actual, wildcards) })), [best] = fits.sort((a, b) => b.fit.letters - a.fit.letters);
  if (!best) return;
  let { wantedAt, actualAt } = best.fit;
  return { wanted: best.wanted, actual, wantedAt, actualAt };
}
function patternFit(whole, text2, wildcards) {
  let pattern = whole.slice(0, 600), wild = (place, sign) => wildcards && pattern[place] === sign, places = new Uint8Array(pattern.length + 2), next = new Uint8Array(pattern.length + 2);
  places[0] = 1;
  let best = { wantedAt: openStars(places, (place) => wild(place, "*")), actualAt: 0 };
  for (let at = 0; at < Math.min(text2.length, 600); at++) {
    next.fill(0);
    for (let place = 0; place < pattern.length; place++)
      places[place] !== 0 && (wild(place, "*") ? next[place] = 1 : (pattern[place] === text2[at] || wild(place, "?")) && (next[place + 1] = 1));
    let furthest = openStars(next, (place) => wild(place, "*"));
    if (furthest < 0) break;
    furthest > best.wantedAt && (best = { wantedAt: furthest, actualAt: at + 1 }), [places, next] = [next, places];
  }
  let begun = pattern.slice(0, best.wantedAt);
  return { ...best, letters: (wildcards ? begun.replaceAll("*", "") : begun).length };
}
function openStars(places, isStar) {
  let furthest = -1;
  for (let place = 0; place < places.length; place++)
    places[place] !== 0 && (furthest = place, isStar(place) && (places[place + 1] = 1));
  return furthest;
}

// src/trust/diagnose-subject.ts
function diagnoseSubject(condition, github) {
  let { wanted } = condition, [actual = ""] = condition.actual ?? [], wildcards = takesWildcards(condition), one = (problem2, pattern) => ({
    problem: problem2,
    nearest: nearestOf([pattern], actual, wildcards)
  }), fits = (pattern, text2) => wildcards ? matchesWildcard(pattern, text2) : pattern === text2, find = (test) => wanted.find(test), wild = wildcards ? void 0 : find((one2) => isWild(one2) && matchesWildcard(one2, actual));
  if (wild !== void 0) return one("wildcard-with-equals", wild);
  let cased = find((one2) => fits(one2.toLowerCase(), actual.toLowerCase()));
  if (cased !== void 0) return one("subject-case", cased);
  let ided = github ? find((one2) => isOtherForm(one2, actual, fits)) : void 0;
  if (ided !== void 0) return one("subject-immutable", ided);
  let loose = (pattern, text2) => matchesWildcard(pattern.toLowerCase(), text2.toLowerCase()), looselyIded = github ? find((one2) => isOtherForm(one2, actual, loose)) : void 0;
  if (looselyIded !== void 0) return one("subject-immutable", looselyIded);
  let looselyWild = wildcards ? void 0 : find((one2) => isWild(one2) && loose(one2, actual));
  if (looselyWild !== void 0) return one("wildcard-with-equals", looselyWild);
  let renamed = github ? find((one2) => isRenamed(one2, actual, loose)) : void 0;
  if (renamed !== void 0) return one("subject-immutable", renamed);
  let nearest = nearestOf(wanted, actual, wildcards);
  return { problem: nearest && github ? subjectProblem(nearest.wanted, actual) : "subject-mismatch", nearest };
}
function isOtherForm(pattern, actual, fits) {
  let [ids, wants] = [hasIds(actual), hasIds(pattern)];
  return ids && !wants ? fits(pattern, withoutIds(actual)) : !ids && wants && fits(withoutIds(pattern), actual);
}
function isRenamed(pattern, actual, fits) {
  let [wants, has] = [subjectOf(pattern), subjectOf(actual)];
  return !wants || !has || !isOtherOwner(pattern, actual) ? !1 : fits(pattern, subjectText(wants.owner, has.name, has.context));
}
function subjectProblem(pattern, actual) {
  let [wants, has] = [subjectOf(pattern), subjectOf(actual)], made = isCustomised(actual) || has !== void 0 && kindOf(has) === "none";
  if (isCustomised(pattern) !== made) return "subject-customised";
  if (!wants || !has || !isSameRepository(wants, has)) return "subject-mismatch";
  let [wantsKind, hasKind] = [kindOf(wants), kindOf(has)];
  return wantsKind === hasKind || !["environment", "pull-request", "ref"].includes(wantsKind) ? "subject-mismatch" : wantsKind === "environment" || hasKind === "environment" ? "subject-environment" : hasKind === "pull-request" ? "subject-pull-request" : "subject-mismatch";
}
function isSameRepository(wants, has) {
  let lower = ({ owner, name }) => `${owner}/${name}`.toLowerCase();
  return matchesWildcard(lower(wants), lower(has));
}

// src/trust/diagnose-open-subject.ts
function diagnoseOpenSubject(condition, github) {
  let [actual = ""] = condition.actual ?? [], filled = condition.wanted.map((pattern2) => fillIn(pattern2, actual)), wanted = filled.map(({ text: text2 }) => text2), diagnosis = diagnoseSubject({ ...condition, wanted }, github), { nearest } = diagnosis, own = filled.find(({ text: text2 }) => text2 === nearest?.wanted);
  if (!nearest || !own) return diagnosis;
  let { pattern } = own, wantedAt = Math.min(placeIn(own, nearest.wantedAt), pattern.length);
  return { ...diagnosis, nearest: { ...nearest, wanted: pattern, wantedAt } };
}
function fillIn(pattern, actual) {
  let parts = cutAtPlaceholders(pattern), fills = [], text2 = "", at = 0;
  for (let [index, part] of parts.entries()) {
    let isOpen = index % 2 === 1, next = parts.find((one, other) => other > index && other % 2 === 0 && one !== "")?.[0], end = next === void 0 ? actual.length : actual.indexOf(next, at);
    if (isOpen ? end < at : !beginsAt(actual, part, at))
      return { pattern, text: text2 + parts.slice(index).join(""), fills };
    let fill = isOpen ? actual.slice(at, end) : part;
    isOpen && fills.push({ at: text2.length, length: fill.length, display: part }), text2 += fill, at += fill.length;
  }
  return { pattern, text: text2, fills };
}
function beginsAt(text2, part, at) {
  return text2.slice(at, at + part.length).toLowerCase() === part.toLowerCase();
}
function placeIn({ fills }, at) {
  let place = at;
  for (let fill of fills)
    fill.at + fill.length <= at ? place += fill.display.length - fill.length : fill.at < at && (place -= at - fill.at);
  return place;
}

// src/trust/nearest-statement.ts
function nearestStatement(statements, policy, context) {
  return statements.filter(({ flaws }) => flaws.length === 0).map((statement) => ({
    statement,
    cost: costOf(statement, policy, context),
    fit: subjectFit(statement, context)
  })).filter(({ cost }) => cost < FOREIGN).sort((a, b) => a.cost - b.cost || b.fit - a.fit)[0]?.statement;
}
var FOREIGN = 100;
function costOf({ principal, conditions, index }, policy, context) {
  let statement = policy.statements[index], named2 = principalsOf(statement), host = issuerHost(context.issuer), issuers = named2.flatMap((one) => issuerMeant(one) ?? []), other = issuers.some((one) => one.includes(host)) ? 2 : 20, wrongPrincipal = issuers.length === 0 ? FOREIGN : other;
  return (principal === !1 ? wrongPrincipal : 0) + (statement && actionMatches(statement, context.actions[0] ?? "") === !1 ? wrongAction(statement) : 0) + conditions.filter(({ holds }) => holds === !1).length;
}
function wrongAction({ action = [] }) {
  return action.some((one) => isAssumeRole(plainText(one))) ? 2 : 20;
}
function subjectFit({ conditions }, context) {
  let condition = conditions.find(({ key }) => isKey(key, context, "sub"));
  return (condition && nearestOf(condition.wanted, condition.actual?.[0] ?? "", takesWildcards(condition)))?.wantedAt ?? 0;
}

// src/trust/diagnose.ts
function diagnose(policy, { judged }, context) {
  let allows = judged.filter(({ statement }) => statement.effect === "Allow"), missing = context.actions.findIndex(
    (_action, index) => allows.every(({ perAction }) => perAction[index] === !1)
  ), [denying, another] = judged.filter(({ statement, perAction }) => statement.effect === "Deny" && perAction.includes(!0)).map(({ statement }) => statement);
  if (missing < 0 && denying)
    return {
      ...denialByDeny(denying),
      ...another ? { denied: nameOf(another) } : {}
    };
  let denied = denying ? { denied: nameOf(denying) } : {}, main = allows.find(({ perAction }) => perAction[0] === !0)?.statement, needs = context.actions[missing];
  if (main && needs) return { ...actionMissing(main, policy, needs), ...denied };
  let statements = allows.map(({ statement }) => statement), nearest = nearestStatement(statements, policy, context);
  return {
    ...nearest ? diagnoseStatement(nearest, policy, context) : noWebIdentity(policy, context),
    ...denied
  };
}
function diagnoseStatement(statement, policy, context) {
  if (statement.principal === !1) return providerMismatch(statement, policy, context);
  let own = policy.statements[statement.index], lacking = context.actions.filter((one) => own && actionMatches(own, one) === !1), [signIn] = context.actions;
  if (signIn && lacking.includes(signIn)) return actionMissing(statement, policy, signIn);
  let failing = statement.conditions.filter(({ holds }) => holds === !1), root = failing.find(({ state }) => state === "not-offered") ?? failing.find(({ key }) => isKey(key, context, "sub")) ?? failing[0];
  if (!root)
    return lacking[0] === void 0 ? noWebIdentity(policy, context) : actionMissing(statement, policy, lacking[0]);
  let more = failing.filter((condition) => condition !== root), { problem, nearest } = diagnoseCondition(root, policy, context);
  return {
    ...diagnosisOf(statement, problem),
    condition: root,
    ...nearest ? { nearest } : {},
    more
  };
}
function diagnoseCondition(condition, policy, context) {
  if (condition.state === "not-offered") return { problem: "claim-not-a-key", nearest: void 0 };
  if (isKey(condition.key, context, "sub") && isPositive(condition))
    return condition.open ? diagnoseOpenSubject(condition, context.github) : diagnoseSubject(condition, context.github);
  let nearest = isPositive(condition) ? nearestOf(condition.wanted, culpritOf(condition, policy, context), takesWildcards(condition)) : void 0;
  return { problem: isKey(condition.key, context, "aud") ? "audience-mismatch" : "condition-mismatch", nearest: condition.actual ? nearest : void 0 };
}
function culpritOf(condition, { variables }, context) {
  let { actual = [] } = condition, fails = (value2) => {
    let alone = {
      ...context,
      key: (name) => name === condition.key ? { state: "present", values: [value2] } : context.key(name)
    };
    return conditionResult(condition, alone, variables).holds === !1;
  };
  return actual.find(fails) ?? actual[0] ?? "";
}
function providerMismatch(statement, policy, context) {
  return {
    ...diagnosisOf(statement, "provider-mismatch"),
    principals: {
      has: principalsOf(policy.statements[statement.index]),
      needs: neededPrincipal(context)
    },
    more: statement.conditions.filter(({ holds }) => holds === !1)
  };
}
function actionMissing(statement, policy, needs) {
  let { action = [] } = policy.statements[statement.index] ?? {}, has = action.map(textOf3), more = statement.conditions.filter(({ holds }) => holds === !1);
  return { ...diagnosisOf(statement, "action-missing"), actions: { has, needs }, more };
}
function denialByDeny(statement) {
  let [condition] = statement.conditions;
  return {
    ...diagnosisOf(statement, "denied"),
    ...condition ? { condition } : {},
    more: statement.conditions.slice(1)
  };
}
function noWebIdentity(policy, context) {
  return {
    problem: "provider-mismatch",
    principals: {
      has: policy.statements.flatMap((statement) => principalsOf(statement)),
      needs: neededPrincipal(context)
    },
    more: []
  };
}
function diagnosisOf(statement, problem) {
  return { problem, statement: nameOf(statement), more: [] };
}

// src/trust/openings.ts
var ORDER = [
  "any-subject",
  "any-repository",
  "any-repository-of-actor",
  "any-repository-of-enterprise",
  "similar-owners",
  "organisation",
  "similar-repositories",
  "any-branch",
  "similar-branches",
  "pull-requests",
  "any-audience",
  "for-all-values"
], ALL2 = ["any-repository", "any-subject"], ANYWHERE = [...ALL2, "any-repository-of-actor", "any-repository-of-enterprise"], BROADER = {
  "any-repository-of-actor": ALL2,
  "any-repository-of-enterprise": ALL2,
  "similar-owners": ANYWHERE,
  organisation: ANYWHERE,
  "similar-repositories": [...ANYWHERE, "organisation"],
  "any-branch": ANYWHERE,
  "similar-branches": [...ANYWHERE, "any-branch"],
  "pull-requests": ANYWHERE
}, MOST = 12;
function broadest(all2) {
  let named2 = all2.map(nameOpening), broad = named2.filter(({ fits }) => fits === void 0 || isWild(fits)), keys = new Set(named2.map(({ key }) => key)), seen = /* @__PURE__ */ new Set(), told = named2.filter((one) => {
    let again = seen.has(one.key);
    return seen.add(one.key), !again && !isSaidOfSame(one, keys) && !broad.some((other) => isSaidBy(other, one));
  }).map(({ opening }) => opening), [first] = told.filter(({ patterns: patterns2 }) => patterns2.length > 0), untold = [...new Set(all2.flatMap((one) => one.patterns))].filter((one) => !told.some((other) => other.patterns.includes(one)));
  return told.map((one) => one === first ? { ...one, patterns: [...one.patterns, ...untold] } : one).toSorted((a, b) => rankOf(a) - rankOf(b)).slice(0, MOST);
}
function nameOpening(opening, at) {
  let { who, of, example } = opening, about = who === "for-all-values" ? example : JSON.stringify(of ?? null);
  return { opening, at, about, key: `${who} ${about}`, fits: patternOf2(opening) };
}
function rankOf({ who }) {
  return ORDER.indexOf(who);
}
function isSaidOfSame({ opening, about }, keys) {
  return (BROADER[opening.who] ?? []).some((wider) => keys.has(`${wider} ${about}`));
}
function isSaidBy(broad, one) {
  return implies(broad, one) && (broad.at < one.at || !implies(one, broad));
}
function implies(broad, one) {
  let [wide, narrow] = [broad.opening, one.opening];
  if (wide.who !== narrow.who) {
    if (!BROADER[narrow.who]?.includes(wide.who)) return !1;
    if (ALL2.includes(wide.who)) return !0;
    if (ANYWHERE.includes(wide.who)) return wide.statement.index === narrow.statement.index;
  }
  return broad.fits === void 0 || one.fits === void 0 ? !1 : matchesWildcard(broad.fits, one.fits);
}
function patternOf2({ of }) {
  if (of)
    return "owner" in of ? `${of.owner}/*`.toLowerCase() : "repository" in of ? of.repository.toLowerCase() : void 0;
}

// src/trust/probe.ts
var OTHER = "any-other", NO_ID = { owner: "999999990001", repository: "999999990002", other: "999999990003" };
function sampleOf(pattern) {
  return pattern.replace(/(?<=\w)\*/g, `-${OTHER}`).replace(/\*(?=\w)/g, `${OTHER}-`).replaceAll("*", OTHER).replaceAll("?", "x");
}

// src/trust/probe-context.ts
var ABSENT2 = { state: "absent", values: [] }, CHOSEN_AT_STS = "sts:rolesessionname";
function probeContexts(conditions, context) {
  let prefix = `${context.issuer.toLowerCase()}:`, wishes = wishesOf(conditions);
  return (probe) => ({
    ...context,
    isProbe: !0,
    key(name) {
      let lower = name.toLowerCase(), real = context.key(name);
      if (!lower.startsWith(prefix))
        return lower === CHOSEN_AT_STS ? wishes.get(lower) ?? real : real;
      if (real.state === "not-offered") return real;
      let claim = claimOf(probe, lower.slice(prefix.length));
      return claim === void 0 ? wishes.get(lower) ?? real : claim === null ? ABSENT2 : real.state === "disputed" ? { state: "disputed", values: [claim] } : present2(claim);
    }
  });
}
function claimOf({ subject, audience, claims = {} }, name) {
  return name === "sub" ? subject : name === "aud" || name === "oaud" ? audience : claims[name];
}
function wishesOf(conditions) {
  let ranks = [
    [() => !0, () => present2(OTHER)],
    [(one) => asksNull(one, "true"), () => ABSENT2],
    [isPositive, ({ wanted }) => present2(sampleOf(wanted[0] ?? ""))]
  ];
  return new Map(
    ranks.flatMap(
      ([fits, key]) => conditions.filter(fits).map((one) => [one.key.toLowerCase(), key(one)])
    )
  );
}
function present2(value2) {
  return { state: "present", values: [value2] };
}

// src/aws/github-pattern.ts
function isAll(text2) {
  return /^\*+$/.test(text2);
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

// src/trust/probe-target.ts
var MOST2 = 3;
function workflowIn(repository, pattern) {
  let path = `${repository}/.github/workflows/${sampleOf(pattern.split("/").at(-1) ?? "")}`;
  return matchesWildcard(pattern, path) ? path : void 0;
}
function strangersClaims(owner, name, workflows = []) {
  let repository = `${owner}/${name}`, called = workflows.slice(0, MOST2).flatMap((one) => {
    let [pattern = "", ref = "refs/heads/main"] = one.split("@"), path = workflowIn(repository, pattern);
    return path === void 0 ? [] : [`${path}@${sampleOf(ref)}`];
  });
  return {
    repository,
    job_workflow_ref: called[0] ?? `${repository}/.github/workflows/${OTHER}.yml@refs/heads/main`,
    actor: OTHER,
    actor_id: NO_ID.other
  };
}
function fixedId(id) {
  return isWild(id ?? "*") ? void 0 : id;
}
function bothForms(target, { owner, name, context }, { self, own, claimed: claimed2 }) {
  let isOwner = owner.toLowerCase() === self.owner.toLowerCase(), isOwn = isOwner && name.toLowerCase() === self.name.toLowerCase(), meantOwner = owner === target.owner && !target.of, meant = meantOwner && name === target.name, oid = fixedId(target.ownerId) ?? (isOwner ? own.repository_owner_id : void 0), rid = fixedId(target.repositoryId) ?? (isOwn ? own.repository_id : void 0), claims = {
    ...strangersClaims(owner, name, claimed2.job_workflow_ref),
    repository_owner_id: oid ?? (meantOwner ? void 0 : NO_ID.owner),
    repository_id: rid ?? (meant ? void 0 : NO_ID.repository),
    enterprise_id: isOwner ? own.enterprise_id ?? null : meantOwner ? void 0 : NO_ID.other,
    ...target.claims
  };
  return [
    { subject: `repo:${owner}/${name}:${context}`, claims },
    {
      subject: `repo:${owner}@${oid ?? NO_ID.owner}/${name}@${rid ?? NO_ID.repository}:${context}`,
      claims
    }
  ];
}

// src/trust/probe-runs.ts
var BRANCH = "refs/heads/", MOST_WORKFLOWS = 8;
function otherRuns(target, asked) {
  let { owner, name } = target;
  if (isWild(owner)) return [];
  let which = isAll(name) ? `${OTHER}-repository` : sampleOf(name), of = target.of ?? { repository: `${owner}/${name}` }, run = (who, context, ref) => workflowsOf(owner, which, asked).flatMap(
    (path) => bothForms(target, { owner, name: which, context }, asked).map(({ subject, claims }) => ({
      who,
      of,
      subject,
      claims: { ...claims, ...ofBranch(path, ref) }
    }))
  ), branches = similarBranches(target, asked).flatMap(
    (branch2) => run("similar-branches", `ref:${branch2}`, branch2)
  ), branch = `${BRANCH}${OTHER}`, pulls = run("pull-requests", "pull_request", "refs/pull/1/merge"), meant = pulls.some(({ subject }) => asked.wanted.includes(subject));
  return [...run("any-branch", `ref:${branch}`, branch), ...branches, ...meant ? [] : pulls];
}
function ofBranch(path, ref) {
  return {
    ref,
    environment: null,
    job_workflow_ref: `${path}@${ref}`,
    // Whoever may push.
    actor: void 0,
    actor_id: void 0
  };
}
function workflowsOf(owner, name, { claimed: claimed2 }) {
  let repository = `${owner}/${name}`, named2 = (claimed2.job_workflow_ref ?? []).slice(0, MOST_WORKFLOWS).flatMap((one) => workflowIn(repository, one.split("@")[0] ?? "") ?? []);
  return [.../* @__PURE__ */ new Set([...named2, `${repository}/.github/workflows/${OTHER}.yml`])];
}
var FAMILY = /^(v|rel|release|releases|feature|features|hotfix|bugfix|support)\*$/i;
function similarBranches({ context }, { claimed: claimed2 }) {
  return [context?.replace(/^ref:/, "") ?? "", ...claimed2.ref ?? []].filter((ref) => ref.startsWith(BRANCH)).map((ref) => ref.slice(BRANCH.length)).filter((branch) => isWild(branch) && !isAll(branch) && !isFamily(branch)).map((branch) => `${BRANCH}${sampleOf(branch)}`);
}
function isFamily(branch) {
  return FAMILY.test(branch) || /^[^*?]*[/_.-]\*$/.test(branch);
}

// src/trust/probe-github.ts
var MOST3 = 20, MOST_CONTEXTS = 8;
function githubProbes(self, probed) {
  let asked = { ...probed, self, contexts: contextsOf(probed.wanted, self) };
  return targetsOf(asked).flatMap((target) => [
    ...strangers(target, asked),
    ...otherRuns(target, asked),
    ...namesakes(target, asked)
  ]);
}
function targetsOf({ self, wanted, claimed: claimed2, own }) {
  let { owner, name } = self, patterns = wanted.filter(isWild).slice(0, MOST3), workflows = claimed2.job_workflow_ref ?? [], named2 = [...claimed2.repository ?? [], ...workflows.map(repositoryOf)], targets = [
    { owner: "*", name: "*" },
    { owner: "*", name },
    ...patterns.flatMap((pattern) => spread(patternParts(pattern))),
    ...named2.slice(0, MOST3).flatMap((one) => {
      let [whose = "", which = "*"] = one.split("/");
      return spread({ owner: whose, name: which });
    }),
    { owner, name: "*" },
    { owner, name },
    ...foreign(claimed2.repository_owner_id, own.repository_owner_id).map((id) => ({
      owner: `${OTHER}-owner`,
      name: "*",
      of: { ownerId: id },
      claims: { repository_owner_id: id }
    })),
    ...foreign(claimed2.repository_id, own.repository_id).map((id) => ({
      owner: `${OTHER}-owner`,
      name: `${OTHER}-repository`,
      of: { repositoryId: id },
      claims: { repository_id: id }
    }))
  ];
  return [...new Map(targets.map((one) => [JSON.stringify(one), one])).values()];
}
function repositoryOf(workflow) {
  let [path = ""] = workflow.split("@"), [owner = "", name = "*", rest] = path.split("/");
  return rest === void 0 ? `${owner}/${name.replace(/\*.*/s, "*")}` : `${owner}/${owner.endsWith("*") && name === ".github" ? "*" : name}`;
}
function spread(parts) {
  if (!parts) return [];
  let start = /^([^*?]+)\*$/.exec(parts.owner)?.[1];
  return start !== void 0 && isAll(parts.name) && parts.ownerId === void 0 ? [parts, { ...parts, owner: start }] : [parts];
}
function foreign(ids = [], own) {
  return ids.filter((id) => id !== own && !isWild(id)).slice(0, MOST3);
}
function strangers(target, asked) {
  let { owner, name, of } = target, { claimed: claimed2 } = asked, which = isAll(name) ? `${OTHER}-repository` : sampleOf(name), put = (who, whose, about, more = {}) => contextsFor(target, asked).flatMap(
    (context) => bothForms(target, { owner: whose, name: which, context }, asked).map((probe) => ({
      ...probe,
      who,
      ...about ? { of: about } : {},
      claims: { ...probe.claims, ...more }
    }))
  );
  if (of) return "ownerId" in of ? put("organisation", owner, of) : [];
  if (isAll(owner)) {
    let free = Object.keys(claimed2), [actor] = [...claimed2.actor ?? [], ...claimed2.actor_id ?? []], stranger = `${OTHER}-owner`;
    return [
      ...put("any-repository", stranger),
      ...actor === void 0 ? [] : put(
        "any-repository-of-actor",
        stranger,
        { actor },
        { actor: void 0, actor_id: void 0 }
      ),
      ...free.includes("enterprise_id") ? put("any-repository-of-enterprise", stranger, void 0, { enterprise_id: void 0 }) : []
    ];
  }
  return isWild(owner) ? put("similar-owners", sampleOf(owner), { owner }) : isAll(name) ? put("organisation", owner, { owner }) : isWild(name) ? put("similar-repositories", owner, { repository: `${owner}/${name}` }) : [];
}
function namesakes(target, asked) {
  let { owner, name, ownerId, repositoryId } = target, open = isWild(ownerId ?? ""), again = isWild(repositoryId ?? "") && !isWild(name);
  if (!open && !again || isWild(owner)) return [];
  let which = isAll(name) ? `${OTHER}-repository` : sampleOf(name), oid = fixedId(ownerId) ?? NO_ID.owner, rid = fixedId(repositoryId) ?? NO_ID.repository, claims = {
    ...strangersClaims(owner, which, asked.claimed.job_workflow_ref),
    repository_owner_id: oid,
    repository_id: rid
  };
  return contextsFor(target, asked).map((context) => ({
    who: "ids",
    subject: `repo:${owner}@${oid}/${which}@${rid}:${context}`,
    claims
  }));
}
function contextsFor({ context }, { contexts }) {
  return context === void 0 || isAll(context) ? contexts : [sampleOf(context)];
}
function contextsOf(wanted, self) {
  let named2 = wanted.flatMap((one) => {
    let { context } = patternParts(one) ?? {};
    return context === void 0 || isAll(context) ? [] : [sampleOf(context)];
  }), own = self.context ?? "ref:refs/heads/main";
  return [.../* @__PURE__ */ new Set([own, ...named2])].slice(0, MOST_CONTEXTS);
}

// src/aws/other-subjects.ts
var named = (...names) => (pattern) => names.map((name) => RegExp(`(?:^|:)${name}:([^:]+)`).exec(pattern)?.[1]), FORMS = [
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
function otherPattern(pattern, own) {
  let form = FORMS.find(({ is }) => is.test(own));
  if (!form) return;
  let parts = form.parts(pattern), count = form.parts(own).length, all2 = Array.from({ length: count }, (_none, at) => parts[at] ?? "*"), [group = "*"] = all2, inside = form.members.every((at) => isAll(all2[at] ?? "*"));
  return {
    kind: form.kind,
    group,
    whole: form.made(all2.map((_part, at) => at === 0 ? group : "*")),
    open: isWild(group) ? outside(form, group, inside) : inside ? "group" : "part",
    sample(other, ownSubject) {
      let ownParts = form.parts(ownSubject), lastMember = Math.max(...form.members), filled = all2.map(
        (part, at) => isAll(part) && at > lastMember ? ownParts[at] ?? other : part.replaceAll("*", other).replaceAll("?", "x")
      );
      return form.made(filled);
    }
  };
}
function outside({ kind }, group, inside) {
  return isAll(group) && (inside || kind !== "service-account") ? "all" : "similar";
}

// src/trust/probe-others.ts
var MOST4 = 20;
function otherProbes(probed) {
  let { wanted, subject, issuer, own } = probed, keys = identityKeys(issuer.toLowerCase()), strange = (names) => Object.fromEntries(names.map((name) => [name, OTHER])), nobody = strange([...keys.group, ...keys.nearer]), inGroup = strange(keys.nearer), self = otherPattern(subject, subject), patterns = wanted.filter(isWild).slice(0, MOST4), anybody = [
    {
      who: "any-subject",
      subject: `${OTHER}-subject`,
      claims: nobody,
      ...builtInProvider(issuer)?.ownAudience ? { audience: `${OTHER}-audience` } : {}
    }
  ];
  if (!self) return anybody;
  let grouped2 = [...patterns, self.whole].flatMap((pattern) => {
    let parts = otherPattern(pattern, subject);
    if (!parts) return [];
    let { kind, group, open } = parts, probe = parts.sample(OTHER, subject), of = { of: { group, kind } };
    if (open === "all") return [{ who: "any-subject", subject: probe, claims: nobody }];
    if (open === "similar")
      return [{ who: "similar-owners", subject: probe, claims: nobody, ...of }];
    let real = group === self.group ? realOf(keys.group, own) : {};
    return open === "group" ? [{ who: "organisation", subject: probe, claims: { ...real, ...inGroup }, ...of }] : [];
  });
  return [...anybody, ...grouped2];
}
function realOf(names, own) {
  return Object.fromEntries(names.map((name) => [name, own[name] ?? null]));
}

// src/trust/probe-subjects.ts
var MOST5 = 8;
function probeSubjects(probed) {
  let { wanted, subject, own, github } = probed, ofAudience = [...wanted.toSorted((a, b) => Number(isWild(a)) - Number(isWild(b))).slice(0, MOST5).map(sampleOf), subject].map(
    (one) => ({ who: "any-audience", subject: one, audience: `${OTHER}-audience` })
  ), self = github ? selfOf(subject, own) : void 0;
  return [...self ? githubProbes(self, probed) : otherProbes(probed), ...ofAudience];
}
function selfOf(subject, own) {
  return subjectOf(subject) ?? subjectOf(`repo:${own.repository ?? ""}`);
}

// src/trust/overly-permissive.ts
function allOpenings(policy, { statements }, own) {
  let context = { ...own, effort: Effort.ofProbing() }, denials = {
    ...policy,
    statements: policy.statements.filter(
      ({ effect, index }) => effect !== "Allow" && isOfThisIssuer(statements[index])
    )
  }, found = statements.filter(
    ({ effect, principal, action, flaws }) => effect === "Allow" && principal !== !1 && action !== !1 && flaws.length === 0
  ).map((statement) => openingsOfStatement(statement, policy, denials, context));
  return {
    openings: broadest(found.flatMap(({ openings }) => openings)),
    ids: found.flatMap(({ ids }) => ids)
  };
}
function isOfThisIssuer(statement) {
  return statement?.principal !== !1 || statement.flaws.length > 0;
}
function openingsOfStatement(statement, policy, denials, context) {
  let name = nameOf(statement), conditions = policy.statements[statement.index]?.conditions ?? [], contextFor = probeContexts(statement.conditions, context), openings = /* @__PURE__ */ new Map(), ids = /* @__PURE__ */ new Map();
  for (let probe of probeSubjects(probedBy(statement, context))) {
    if (context.effort.isSpent) break;
    let { who, of, subject } = probe, about = JSON.stringify([who, of]), known = openings.get(about), patterns = patternsFor(probe, statement, context);
    if (known && patterns.every((one) => known.patterns.includes(one))) continue;
    let probing = contextFor(probe);
    if (!(!conditions.every(
      (one) => conditionResult(one, probing, policy.variables).holds === !0
    ) || isDenied(denials, probing)))
      if (who === "ids")
        for (let pattern of patterns)
          ids.set(pattern, { statement: name, pattern, example: subject });
      else
        openings.set(about, {
          statement: name,
          who,
          ...of ? { of } : {},
          patterns: [.../* @__PURE__ */ new Set([...known?.patterns ?? [], ...patterns])],
          example: known?.example ?? probe.audience ?? subject
        });
  }
  return {
    openings: [...openings.values(), ...forAllValues(statement, name)],
    ids: [...ids.values()]
  };
}
var OWN = [
  "repository",
  "repository_id",
  "repository_owner_id",
  "enterprise_id",
  "job_workflow_ref"
];
function probedBy({ conditions }, context) {
  let { issuer, github } = context, prefix = `${issuer.toLowerCase()}:`, claimed2 = Map.groupBy(
    conditions.filter((one) => isPositive(one) && one.key.toLowerCase().startsWith(prefix)),
    ({ key }) => key.toLowerCase().slice(prefix.length)
  ), values = Object.fromEntries(
    [...claimed2].map(([claim, all2]) => [claim, all2.flatMap(({ wanted }) => wanted)])
  ), own = [...OWN, ...identityKeys(issuer.toLowerCase()).group].flatMap(
    (claim) => context.key(`${issuer}:${claim}`).values.slice(0, 1).map((value2) => [claim, value2])
  );
  return {
    wanted: values.sub ?? [],
    claimed: values,
    subject: context.key(`${issuer}:sub`).values[0] ?? "",
    own: Object.fromEntries(own),
    github,
    issuer
  };
}
function patternsFor({ subject, audience }, { conditions }, context) {
  return audience !== void 0 ? [] : conditions.filter((one) => takesWildcards(one) && isKey(one.key, context, "sub")).flatMap(
    ({ wanted }) => context.effort.take(wanted, [subject]) ? wanted.filter((pattern) => matchesWildcard(pattern, subject)) : []
  );
}
function isDenied(denials, probing) {
  return denials.statements.some(
    (statement) => judgeStatement(statement, denials, probing).perAction[0] !== !1
  );
}
var OF_TAGS = ["aws:tagkeys", "sts:transitivetagkeys"];
function forAllValues({ conditions }, statement) {
  let asked = new Set(
    conditions.filter((one) => asksNull(one, "false")).map(({ key }) => key.toLowerCase())
  );
  return conditions.filter(
    ({ operator, key }) => operatorOf(operator).set === "all" && !asked.has(key.toLowerCase()) && !OF_TAGS.includes(key.toLowerCase())
  ).map(({ key }) => ({ statement, who: "for-all-values", patterns: [], example: key }));
}

// src/aws/limits.ts
var SESSION_SECONDS = { least: 900, most: 43200 }, LONGEST_SESSION_POLICY = 2048;
var LARGEST_WORKFLOW = 256 * 1024, LARGEST_POLICY = 1024 * 1024, MOST_JSON_VALUES = 4e4, LARGEST_YAML = 256 * 1024, MOST_YAML_TOKENS = 2e4, LONGEST_TRUST_POLICY = 2 * 8192, LONGEST_TEMPLATE_TEXT = 2e4, MOST_TEMPLATE_CHARACTERS = 1e6, MOST_TEMPLATE_STEPS = 2e5, MOST_UNROLLED_VALUES = 2e4, LARGEST_PARAMETER_FILE = 256 * 1024, LARGEST_PROFILE_FILE = 512 * 1024, LARGEST_RUNNER_FILE = 64 * 1024 * 1024, LARGEST_NOTE = 16 * 1024, LARGEST_NOTES = 512 * 1024, grouped = (value2) => String(value2).replace(/(?<=\d)(?=(\d{3})+$)/g, ","), mebibytes = (bytes) => `${bytes / 1024 / 1024} MiB`, IN_WORDS = {
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

// src/trust/as-written.ts
function asWritten(draft, made, written) {
  if (written === void 0 || isSame(draft, written)) return draft;
  if (isSame(draft, made)) return written;
  if (Array.isArray(draft)) return listAsWritten(draft, made, written);
  if (!isFunction(written, made))
    return !isMembers(draft) || !isMembers(made) || !isMembers(written) ? draft : membersAsWritten(draft, made, written);
}
function membersAsWritten(draft, made, written) {
  if (Object.keys(made).length !== Object.keys(written).length || Object.keys(made).some((name) => !(name in written))) return;
  let all2 = Object.entries(draft).map(
    ([name, value2]) => [name, name in made ? asWritten(value2, made[name], written[name]) : value2]
  );
  return all2.some(([, value2]) => value2 === void 0) ? void 0 : Object.fromEntries(all2);
}
function listAsWritten(draft, made, written) {
  let [before, texts] = [listOf(made), listOf(written)];
  if (Array.isArray(made) !== Array.isArray(written) || before.length !== texts.length)
    return;
  let isKept = (value2) => draft.some((one) => isSame(one, value2));
  if (!texts.some((text2, at) => isFunction(text2, before[at]) && !isKept(before[at])))
    return draft.map((element) => texts[before.findIndex((one) => isSame(element, one))] ?? element);
}
function isFunction(written, made) {
  return isMembers(written) && !isMembers(made);
}
function isSame(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

// src/trust/diff.ts
function diffOf(before, after) {
  let [old, now] = [before.split(`
`), after.split(`
`)];
  if (old.length > 300 || now.length > 300) return "";
  let lines = removalsFirst(longestCommon(old, now)), near = new Set(
    lines.flatMap((line, at) => line[0] === " " ? [] : around(line, lines, at))
  ), shown = lines.filter((_line, at) => near.has(at)), margin = Math.min(...shown.map(([, text2]) => marginOf(text2)));
  return lines.flatMap(([sign, text2], at) => near.has(at) ? [`${sign} ${text2.slice(margin)}`] : near.has(at - 1) && shownAfter(near, at) ? ["  \u2026"] : []).join(`
`);
}
function around([, own], lines, at) {
  let opening = lines.slice(0, at).findLastIndex(([, text2]) => marginOf(text2) < marginOf(own));
  return [lines[opening]?.[1].endsWith("[") ? opening : at, at - 1, at, at + 1];
}
function removalsFirst(lines) {
  let sorted = [], added = [];
  for (let line of lines)
    line[0] === "+" ? added.push(line) : line[0] === "-" ? sorted.push(line) : (sorted.push(...added, line), added = []);
  return [...sorted, ...added];
}
function shownAfter(near, at) {
  return [...near].some((one) => one > at);
}
function marginOf(text2) {
  return text2.search(/\S|$/);
}
function same(one, other) {
  return one?.replace(/,$/, "") === other?.replace(/,$/, "");
}
function longestCommon(old, now) {
  let common = old.map(() => []), at = (i2, j2) => common[i2]?.[j2] ?? 0;
  for (let [i2, row] of [...common.entries()].reverse())
    for (let j2 of [...now.keys()].reverse())
      row[j2] = same(old[i2], now[j2]) ? at(i2 + 1, j2 + 1) + 1 : Math.max(at(i2 + 1, j2), at(i2, j2 + 1));
  let lines = [], [i, j] = [0, 0];
  for (; i < old.length || j < now.length; )
    if (same(old[i], now[j])) {
      let [before, after] = [old[i++] ?? "", now[j++] ?? ""];
      before === after ? lines.push([" ", after]) : lines.push(["-", before], ["+", after]);
    } else i < old.length && at(i + 1, j) >= at(i, j + 1) ? lines.push(["-", old[i++] ?? ""]) : lines.push(["+", now[j++] ?? ""]);
  return lines;
}

// src/trust/policy.ts
var ELEMENTS = ["Sid", "Effect", "Principal", "NotPrincipal", "Action", "NotAction", "Condition"], MOST_FLAWS = 20, VERSIONS = ["2012-10-17", "2008-10-17"];
function readPolicy(document, tree) {
  let version = document.Version ?? "2008-10-17", flaws = [
    ...VERSIONS.includes(version) ? [] : [{ kind: "unknown-version", value: JSON.stringify(version) }],
    ...tree.doubled(document).map((name) => flawOf("duplicate", name, document, tree))
  ], statements = listOf(document.Statement).map(
    (statement, index) => readStatement(statement, index, tree, flaws)
  );
  return { variables: version === "2012-10-17", statements };
}
function readStatement(value2, index, tree, inherited) {
  let raw = isMembers(value2) ? value2 : members(), flaws = inherited.slice(0, MOST_FLAWS);
  isMembers(value2) || noteFlaw(flaws, { kind: value2 instanceof Unresolved ? "deployment" : "not-an-object" });
  for (let name of Object.keys(raw))
    ELEMENTS.includes(name) || noteFlaw(flaws, flawOf("unknown-element", name, raw, tree));
  let effect = raw.Effect;
  effect instanceof Unresolved ? noteFlaw(flaws, { kind: "deployment", element: "Effect" }) : isMembers(value2) && effect !== "Allow" && effect !== "Deny" && noteFlaw(flaws, flawOf("unknown-effect", "Effect", raw, tree));
  for (let pair of ["Principal", "Action"])
    isMembers(value2) && pair in raw == `Not${pair}` in raw && noteFlaw(flaws, { kind: "not-one-of-two", element: pair });
  let read = reader(tree, flaws), conditions = read.conditions(raw);
  read.doubled(raw);
  let written = tree.writtenOf?.(raw);
  return {
    index,
    ...typeof raw.Sid == "string" ? { sid: raw.Sid } : {},
    effect: typeof effect == "string" ? effect : "",
    principal: read.principal(raw),
    notPrincipal: raw.NotPrincipal,
    action: "Action" in raw ? read.texts(raw, "Action") : void 0,
    notAction: "NotAction" in raw ? read.texts(raw, "NotAction") : void 0,
    conditions,
    flaws,
    raw,
    ...written ? { written } : {}
  };
}
function reader(tree, flaws) {
  let note = (kind, owner, name) => noteFlaw(flaws, flawOf(kind, name, owner, tree)), doubled = (owner) => {
    for (let name of tree.doubled(owner)) note("duplicate", owner, name);
  }, texts = (owner, name) => listOf(owner[name]).map((value2) => value2 instanceof Unresolved || typeof value2 == "string" ? value2 : typeof value2 == "number" || typeof value2 == "boolean" ? String(value2) : (note("not-text", owner, name), new Unresolved(value2))), keys = (owner, operator) => {
    let block = owner[operator];
    return isMembers(block) ? (doubled(block), Object.keys(block).map((key) => ({ operator, key, wanted: texts(block, key) }))) : (note("no-condition-keys", owner, operator), []);
  };
  return {
    doubled,
    texts,
    conditions(raw) {
      let block = raw.Condition ?? members();
      return block instanceof Unresolved ? (noteFlaw(flaws, { kind: "deployment", element: "Condition" }), []) : isMembers(block) ? (doubled(block), Object.keys(block).flatMap((operator) => keys(block, operator))) : (note("not-an-object", raw, "Condition"), []);
    },
    principal(raw) {
      let value2 = raw.Principal;
      if (isMembers(value2)) {
        doubled(value2);
        for (let name of Object.keys(value2)) texts(value2, name);
      }
      if (value2 === void 0 || value2 === "*" || value2 instanceof Unresolved || isMembers(value2)) return value2;
      note("unknown-principal", raw, "Principal");
    }
  };
}
function flawOf(kind, element, owner, tree) {
  let place = tree.placeOf(owner, element);
  return { kind, element, ...place ? { place } : {} };
}
function noteFlaw(flaws, flaw) {
  flaws.length < MOST_FLAWS && flaws.push(flaw);
}

// src/trust/exact-change.ts
var WHO = ["sub", "aud"];
function isPlain(operator) {
  return /^(ForAnyValue:)?String(Equals|Like)$/i.test(operator);
}
function admitsOnly({ draft, widened }, asked) {
  let { conditions } = statementOf(draft, asked.policy, 0);
  return WHO.every(
    (claim) => widened !== void 0 && isKey(widened, asked.context, claim) || isPinned({ conditions }, claim, asked)
  );
}
function exemptsOnly(asked) {
  let { policy } = asked, context = { ...asked.context, effort: Effort.ofVerdict() };
  return policy.statements.every((statement) => {
    if (statement.effect === "Deny") return !0;
    if (statement.flaws.length > 0) return !1;
    let { principal, conditions } = judgeStatement(statement, policy, context).statement;
    return principal === !1 || actionMatches(statement, ASSUME) === !1 || isPinned(statement, "aud", asked) || conditions.some(
      ({ operator, key, holds }) => holds === !1 && isPlain(operator) && isKey(key, context, "sub")
    );
  });
}
function isPinned({ conditions }, claim, asked) {
  return conditions.some(({ operator, key, wanted }) => {
    if (!isPlain(operator) || !isKey(key, asked.context, claim)) return !1;
    let exact = exactValue(tokenValue(claim, asked.context), operator, asked.policy);
    return exact !== void 0 && wanted.length > 0 && wanted.every((one) => one === exact);
  });
}
function tokenValue(claim, context) {
  let { state, values } = context.key(`${context.issuer}:${claim}`);
  return state === "present" && values.length === 1 ? values[0] : void 0;
}
function exactValue(text2, operator, { variables }) {
  if (!(text2 === void 0 || takesWildcards({ operator }) && isWild(text2)))
    return variables ? literalValue(text2) : text2;
}
var NOWHERE = { value: void 0, placeOf: () => {
}, doubled: () => [] };
function statementOf(draft, { variables }, index) {
  let Version = variables ? "2012-10-17" : "2008-10-17", [statement] = readPolicy({ Version, Statement: [draft] }, NOWHERE).statements;
  if (!statement) throw new Error("a policy of one statement has one");
  return { ...statement, index };
}

// src/aws/subject-wildcards.ts
function isNoSubject(pattern, github) {
  if (!isWild(pattern)) return !1;
  if (!github) return /^(system:serviceaccount|project_path):/.test(pattern);
  if (/^repo:[^:]*[*?]/.test(pattern)) return !0;
  let subject = subjectOf(pattern);
  return subject !== void 0 && ["any", "ref"].includes(kindOf(subject));
}

// src/trust/fix-conditions.ts
function changeCondition(draft, diagnosis, asked) {
  let { condition, nearest } = diagnosis;
  if (!condition || !isPlain(condition.operator)) return;
  let { operator, key, actual = [], state } = condition, block = blockOf(draft, operator);
  if (!block) return;
  if (state === "disputed") return { draft: withoutKey2(draft, condition) };
  if (state === "not-offered") return { draft: replaceKey(draft, condition, asked) };
  let exact = actual.length === 1 ? exactValue(actual[0], operator, asked.policy) : void 0;
  if (exact === void 0) return;
  let dead = isDead(diagnosis, asked) ? nearest?.wanted : void 0, kept2 = listOf(block[key]).filter((one) => one !== dead);
  return putValues(block, key, [...kept2, exact]), { draft, widened: key };
}
function isDead({ problem, nearest, condition }, { context }) {
  if (!nearest || condition?.open) return !1;
  let { wanted, actual } = nearest;
  return problem === "subject-mismatch" ? context.github && wanted.trim() === actual : problem === "wildcard-with-equals" ? isNoSubject(wanted, context.github) : problem === "subject-case" ? context.github && isOtherSpelling(wanted, actual) : problem === "subject-immutable" && isOtherOwner(wanted, actual);
}
function replaceKey(draft, condition, { context, policy }) {
  let { operator, key, wanted } = condition, block = blockOf(draft, operator) ?? {}, right = `${context.issuer}:${key.slice(key.lastIndexOf(":") + 1)}`, isThere = Object.keys(block).some((one) => one.toLowerCase() === right.toLowerCase()), moved = conditionResult({ operator, key: right, wanted }, context, policy.variables);
  !isThere && moved.holds === !0 && (block[right] = block[key]), withoutKey2(draft, condition);
  let subject = exactValue(tokenValue("sub", context), "StringEquals", policy), blocks = memberObject(draft, "Condition");
  return Object.values(blocks).some(
    (one) => isMembers(one) && Object.keys(one).some((name) => isKey(name, context, "sub"))
  ) || (memberObject(blocks, "StringEquals")[`${context.issuer}:sub`] = subject), draft;
}
function withoutKey2(draft, { operator, key }) {
  let block = blockOf(draft, operator) ?? {};
  return delete block[key], Object.keys(block).length === 0 && delete memberObject(draft, "Condition")[operator], draft;
}
function exemptSubject(draft, { condition, more }, asked) {
  let { context, policy } = asked, subject = tokenValue("sub", context), exact = (operator2) => exactValue(subject, operator2, policy), listed = [...condition ? [condition] : [], ...more].find(
    ({ operator: operator2, key: key2 }) => /^StringNot(Equals|Like)$/i.test(operator2) && isKey(key2, context, "sub") && exact(operator2) !== void 0
  ), { operator, key } = listed ?? {
    operator: "StringNotEquals",
    key: `${context.issuer}:sub`
  }, value2 = exact(operator);
  if (value2 === void 0 || !exemptsOnly(asked)) return;
  let block = memberObject(memberObject(draft, "Condition"), operator);
  return putValues(block, key, [...listOf(block[key]), value2]), { draft };
}
function memberObject(owner, name) {
  return isMembers(owner[name]) || (owner[name] = {}), owner[name];
}
function putValues(block, key, values) {
  block[key] = values.length === 1 ? values[0] : values;
}
function blockOf(draft, operator) {
  let blocks = draft.Condition, block = isMembers(blocks) ? blocks[operator] : void 0;
  return isMembers(block) ? block : void 0;
}

// src/trust/own-statement.ts
function draftsFor(diagnosis, asked) {
  let { policy, context, token } = asked, bare = JSON.parse(
    statementFor(token, {
      partition: context.partition,
      account: context.account ?? "<account>",
      audience: tokenValue("aud", context) ?? audienceOf(token.claims, "<audience>"),
      ...policy.variables ? {} : { plain: !0 }
    })
  ), near = guardsOf(policy.statements[diagnosis.statement?.index ?? -1], asked), guards = [...near, ...ownerGuard(near, asked)];
  return [...guards.length > 0 ? [guarded(bare, guards)] : [], bare];
}
function withProviderAsWritten(draft, { policy, context }) {
  let needed = neededPrincipal(context), federated2 = policy.statements.filter(({ raw, written }) => written && federatedOf(raw) === needed).map(({ written }) => federatedOf(written)).find(isMembers);
  return federated2 ? { ...draft, Principal: { Federated: federated2 } } : draft;
}
function federatedOf(statement) {
  let principal = isMembers(statement) ? statement.Principal : void 0;
  return isMembers(principal) ? principal.Federated : void 0;
}
function isAnybodys({ token, context }) {
  let hasOwner = tokenValue("repository_owner_id", context) !== void 0;
  return context.github && hasOwner && !namesOwner(token.subject);
}
function ownerGuard(near, asked) {
  let { issuer } = asked.context, named2 = OF_AN_OWNER.map((claim) => `${issuer}:${claim}`.toLowerCase());
  if (!isAnybodys(asked) || near.some(({ key }) => named2.includes(key.toLowerCase()))) return [];
  let id = tokenValue("repository_owner_id", asked.context), value2 = exactValue(id, "StringEquals", asked.policy);
  return value2 === void 0 ? [] : [{ operator: "StringEquals", key: `${issuer}:repository_owner_id`, value: value2 }];
}
var OF_AN_OWNER = ["repository", "repository_id", "repository_owner_id", "enterprise_id"];
function guarded(bare, guards) {
  let blocks = { ...bare.Condition };
  for (let { operator, key, value: value2 } of guards)
    blocks[operator] = { ...blocks[operator], [key]: value2 };
  return { ...bare, Condition: blocks };
}
function guardsOf(statement, asked) {
  if (statement?.effect !== "Allow" || statement.flaws.length > 0) return [];
  let context = { ...asked.context, effort: Effort.ofVerdict() }, { principal, conditions } = judgeStatement(statement, asked.policy, context).statement;
  return principal === !1 ? [] : conditions.filter(
    ({ key, state }) => !isKey(key, context, "sub") && !isKey(key, context, "aud") && state !== "not-offered" && state !== "disputed"
  ).flatMap(
    (condition) => condition.holds === !1 ? pinned(condition, asked) : kept(condition, statement)
  );
}
function kept({ operator, key }, { raw, written = raw }) {
  let blocks = written.Condition, block = isMembers(blocks) ? blocks[operator] : void 0;
  return isMembers(block) && key in block ? [{ operator, key, value: block[key] }] : [];
}
var POSITIVE = /^(ForAnyValue:)?String(Equals|Like|EqualsIgnoreCase)$/i;
function pinned(condition, { context, policy }) {
  let { operator, key, state, actual = [] } = condition, isClaim = key.toLowerCase().startsWith(`${context.issuer.toLowerCase()}:`), value2 = exactValue(actual[0], "StringEquals", policy);
  return !isClaim || !POSITIVE.test(operator) || state !== "present" || actual.length !== 1 ? [] : value2 === void 0 ? [] : [{ operator: operator.replace(/String\w+$/i, "StringEquals"), key, value: value2 }];
}

// src/trust/suggest.ts
function suggest(diagnosis, asked) {
  let statement = asked.policy.statements[diagnosis.statement?.index ?? -1], found = (statement && changeOf(statement, diagnosis, asked)) ?? (diagnosis.problem === "denied" ? void 0 : ownStatement(diagnosis, asked));
  return found && found.statement.replace(/\s/g, "").length <= LONGEST_TRUST_POLICY ? found : void 0;
}
function changeOf(statement, diagnosis, asked) {
  let change = draftChange(copyOf(statement.raw), statement, diagnosis, asked);
  if (!change) return;
  let addsAnybody = change.widened !== void 0 && isKey(change.widened, asked.context, "sub") && isAnybodys(asked), isExact = diagnosis.problem === "denied" || admitsOnly(change, asked) && !addsAnybody, { index } = statement;
  if (!isExact || !letsIn(statementOf(change.draft, asked.policy, index), asked)) return;
  let { raw, written = raw } = statement, changed = asWritten(change.draft, raw, statement.written);
  if (changed === void 0) return;
  let after = JSON.stringify(changed, null, 2), diff = diffOf(JSON.stringify(written, null, 2), after);
  return diff === "" ? void 0 : { diff, statement: after };
}
function ownStatement(diagnosis, asked) {
  let { policy, context } = asked, works = (draft2) => context.account === void 0 || letsIn(statementOf(draft2, policy, policy.statements.length), asked), draft = draftsFor(diagnosis, asked).find(works);
  return draft ? { diff: "", statement: sanitise(JSON.stringify(withProviderAsWritten(draft, asked), null, 2)) } : void 0;
}
function draftChange(draft, statement, diagnosis, asked) {
  return diagnosis.problem === "denied" ? exemptSubject(draft, diagnosis, asked) : diagnosis.problem === "provider-mismatch" ? changePrincipal(draft, diagnosis, asked) : diagnosis.problem === "action-missing" ? changeActions(draft, statement, asked) : changeCondition(draft, diagnosis, asked);
}
function copyOf(value2) {
  return isMembers(value2) ? Object.fromEntries(Object.entries(value2).map(([name, one]) => [name, copyOf(one)])) : value2;
}
function changePrincipal(draft, { principals }, { context }) {
  let principal = draft.Principal, host = issuerHost(context.issuer), slip = principals?.has.find(
    (one) => issuerMeant(one)?.startsWith(host) && !isOtherTenant(one, context.issuer)
  );
  if (!isMembers(principal) || slip === void 0) return;
  let others = listOf(principal.Federated).filter((one) => one !== slip), right = neededPrincipal(context), Federated = others.length === 0 ? right : [...others, right];
  return { draft: { ...draft, Principal: { ...principal, Federated } } };
}
function isOtherTenant(arn, issuer) {
  let [theirs, ours] = [arn, issuer].map((one) => /\/id\/([^/]+)/.exec(one)?.[1]);
  return theirs !== void 0 && theirs !== ours;
}
function changeActions(draft, statement, { context }) {
  if (!statement.action) return;
  let lacking = context.actions.filter((one) => actionMatches(statement, one) === !1), isAlone = (isMembers(draft.Principal) ? Object.keys(draft.Principal) : []).every((name) => name === "Federated"), all2 = [...listOf(draft.Action).filter((one) => !isAlone || !isAssumeRole(plainText(one))), ...lacking];
  return { draft: { ...draft, Action: all2.length === 1 ? all2[0] : all2 } };
}
function letsIn(made, { policy, context }) {
  let others = policy.statements.filter(
    ({ index, effect }) => index !== made.index && effect !== "Deny"
  ), changed = { ...policy, statements: [...others, made] };
  return evaluate(changed, { ...context, effort: Effort.ofVerdict() }).allowed !== !1;
}

// src/trust/template-doubt.ts
var MOST_TRIED = 8;
function denialByNeeded({ allowed }, template, { doubt, context }) {
  if (allowed !== !1 || !template) return;
  let policy = template.policyWith(new Set(doubt?.defaults));
  if (!policy) return;
  let evaluation = evaluate(policy, { ...context, effort: Effort.ofVerdict() });
  return evaluation.allowed === !1 ? { policy, evaluation } : void 0;
}
function doubtOfVerdict({ allowed }, template, context) {
  if (allowed !== "undecided")
    return doubtOf(template, (names) => verdictWith(names, template, context) === allowed);
}
function verdictWith(names, template, context) {
  let policy = template.policyWith(names);
  return policy ? evaluate(policy, { ...context, effort: Effort.ofVerdict() }).allowed : "undecided";
}
function doubtOfOpenings(openings, template, context) {
  return doubtOfFound(openings, template, context, (found) => found.openings);
}
function doubtOfIds(ids, template, context) {
  return doubtOfFound(ids, template, context, (found) => found.ids);
}
function doubtOfFound(found, template, context, partOf) {
  if (found.length === 0) return;
  let wanted = namesIn(found);
  return doubtOf(template, (names) => {
    let policy = template.policyWith(names);
    if (!policy) return !1;
    let own = { ...context, effort: Effort.ofVerdict() };
    return namesIn(partOf(allOpenings(policy, evaluate(policy, own), own))) === wanted;
  });
}
function namesIn(found) {
  return found.map((one) => "who" in one ? one.who : one.pattern).sort().join(" ");
}
function doubtOf({ defaults, unnamed }, isSame2) {
  let needed = isSame2(/* @__PURE__ */ new Set()) ? [] : fewest(defaults, isSame2);
  if (!(needed.length === 0 && !unnamed))
    return { defaults: needed, ...unnamed ? { unnamed } : {} };
}
function fewest(defaults, isSame2) {
  if (defaults.length > MOST_TRIED) return defaults;
  let needed = defaults;
  for (let name of defaults) {
    let others = needed.filter((one) => one !== name);
    isSame2(new Set(others)) && (needed = others);
  }
  return needed;
}

// src/trust/examine.ts
function examine(policy, source, request, template) {
  let context = contextOf(request), usual = { policy, evaluation: evaluate(policy, context) }, { openings: all2, ids } = allOpenings(policy, usual.evaluation, context), doubt = template ? doubtOfVerdict(usual.evaluation, template, context) : void 0, settled = denialByNeeded(usual.evaluation, template, { doubt, context }) ?? usual, { evaluation } = settled, asked = { policy: settled.policy, context, token: request.token }, { allowed, statements } = evaluation, findings = findingsOf(evaluation, source, asked, doubt), openings = all2.filter((one) => !isClosedBy(findings, one)), ofFunctions = madeIn(policy), ofOpenings = ofFunctions(openings.flatMap(({ patterns }) => patterns)), ofIds = ofFunctions(ids.map(({ pattern }) => pattern)), openDoubt = template ? doubtOfOpenings(openings, template, context) : void 0, idsDoubt = template ? doubtOfIds(ids, template, context) : void 0;
  return {
    source,
    allowed,
    ...doubt ? { doubt } : {},
    statements,
    found: [
      ...findings,
      ...openings.length > 0 ? [{ kind: "trust-open", openings, ...withDoubt(openDoubt), ...ofOpenings }] : [],
      ...ids.length > 0 ? [{ kind: "trust-ids-open", openings: ids, ...withDoubt(idsDoubt), ...ofIds }] : []
    ]
  };
}
function isClosedBy(findings, { patterns }) {
  let [denial] = findings;
  if (denial?.kind !== "trust-denial" || denial.problem !== "subject-case") return !1;
  let { nearest, suggestion } = denial, gone = JSON.stringify(nearest?.wanted ?? "");
  return patterns.length > 0 && patterns.every((one) => one === nearest?.wanted) && suggestion !== void 0 && suggestion.diff !== "" && !suggestion.statement.includes(gone);
}
function withDoubt(doubt) {
  return doubt ? { doubt } : {};
}
function madeIn({ statements }) {
  let written = statements.map(({ raw, written: written2 = raw }) => JSON.stringify(written2)).join(`
`);
  return (patterns) => {
    let made = [...new Set(patterns)].filter((one) => !written.includes(JSON.stringify(one)));
    return made.length > 0 ? { made } : {};
  };
}
function findingsOf(evaluation, source, asked, doubt) {
  if (evaluation.allowed === !0) return [];
  let denial = denialIn(evaluation, asked);
  return denial ? [{ kind: "trust-denial", ...denial, source, ...withDoubt(doubt) }] : [{ kind: "trust-undecided", source, undecided: undecidedOf(evaluation, asked) }];
}
function denialIn(evaluation, asked) {
  let { allowed } = evaluation;
  if (allowed === !0) return;
  let disputed = allowed === "undecided", diagnosis = disputed ? disputedDenial(evaluation) : diagnose(asked.policy, evaluation, asked.context);
  if (!diagnosis) return;
  let suggestion = suggest(diagnosis, asked), isOpen = asked.policy.statements.some(({ raw }) => hasUnresolved(raw));
  return {
    ...diagnosis,
    ...suggestion ? { suggestion } : {},
    ...disputed ? { disputed } : {},
    ...isOpen ? { open: !0 } : {}
  };
}
function disputedDenial({ statements }) {
  for (let statement of statements) {
    let { effect, matched, principal, action, flaws, conditions } = statement, open = conditions.filter(({ holds }) => holds !== !0), [condition] = open, only = open.every(({ state }) => state === "disputed") && flaws.length === 0;
    if (!(effect !== "Allow" || matched !== "undecided" || !only || !condition) && !(principal !== !0 || action !== !0))
      return { ...diagnosisOf(statement, "claim-not-a-key"), condition };
  }
}
function undecidedOf({ judged }, { policy }) {
  return judged.filter(({ perAction }) => perAction.includes("undecided")).flatMap((one) => undecidedIn(one, policy.statements[one.statement.index]?.raw ?? members()));
}
function undecidedIn({ statement: whole }, raw) {
  let { effect, flaws, conditions, principal, action } = whole, statement = nameOf(whole), denies = effect === "Deny", isOpen = (part) => part === "undecided" && flaws.length === 0;
  return [
    ...flaws.map((flaw) => ({ statement, what: "flaw", flaw })),
    ...conditions.filter(({ holds }) => holds === "undecided").map((condition) => ({ statement, what: "condition", condition })),
    ...isOpen(principal) ? [{ statement, what: "principal", ...undecidedElement("Principal", raw, denies) }] : [],
    ...isOpen(action) ? [{ statement, what: "action", ...undecidedElement("Action", raw, denies) }] : []
  ];
}
function undecidedElement(name, raw, denies) {
  let value2 = raw[name] ?? raw[`Not${name}`], parts = isMembers(value2) ? Object.values(value2).flatMap(listOf) : listOf(value2), isProvider2 = (part) => typeof part == "string" && providerOf(part) !== void 0;
  return {
    json: JSON.stringify((name in raw ? value2 : { [`Not${name}`]: value2 }) ?? null),
    ...parts.some((part) => part instanceof Unresolved) ? { unresolved: !0 } : {},
    ...denies ? { denies: !0 } : {},
    ...parts.some(isProvider2) ? { namesProvider: !0 } : {}
  };
}

// src/documents/unreadable.ts
var Unreadable = class extends Error {
  problem;
  constructor(problem) {
    super(problem.problem), this.problem = problem;
  }
};
function isUnreadable(error) {
  return error instanceof Error && "problem" in error;
}
function tooMany(size, unit) {
  return new Unreadable({ problem: "too-large", size, unit, over: !0 });
}

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
function createScanner(text2, ignoreTrivia = !1) {
  let len = text2.length, pos = 0, value2 = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
  function scanHexDigits(count, exact) {
    let digits = 0, value3 = 0;
    for (; digits < count || !exact; ) {
      let ch = text2.charCodeAt(pos);
      if (ch >= 48 && ch <= 57)
        value3 = value3 * 16 + ch - 48;
      else if (ch >= 65 && ch <= 70)
        value3 = value3 * 16 + ch - 65 + 10;
      else if (ch >= 97 && ch <= 102)
        value3 = value3 * 16 + ch - 97 + 10;
      else
        break;
      pos++, digits++;
    }
    return digits < count && (value3 = -1), value3;
  }
  function setPosition(newPosition) {
    pos = newPosition, value2 = "", tokenOffset = 0, token = 16, scanError = 0;
  }
  function scanNumber() {
    let start = pos;
    if (text2.charCodeAt(pos) === 48)
      pos++;
    else
      for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos)); )
        pos++;
    if (pos < text2.length && text2.charCodeAt(pos) === 46)
      if (pos++, pos < text2.length && isDigit(text2.charCodeAt(pos)))
        for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos)); )
          pos++;
      else
        return scanError = 3, text2.substring(start, pos);
    let end = pos;
    if (pos < text2.length && (text2.charCodeAt(pos) === 69 || text2.charCodeAt(pos) === 101))
      if (pos++, (pos < text2.length && text2.charCodeAt(pos) === 43 || text2.charCodeAt(pos) === 45) && pos++, pos < text2.length && isDigit(text2.charCodeAt(pos))) {
        for (pos++; pos < text2.length && isDigit(text2.charCodeAt(pos)); )
          pos++;
        end = pos;
      } else
        scanError = 3;
    return text2.substring(start, end);
  }
  function scanString() {
    let result = "", start = pos;
    for (; ; ) {
      if (pos >= len) {
        result += text2.substring(start, pos), scanError = 2;
        break;
      }
      let ch = text2.charCodeAt(pos);
      if (ch === 34) {
        result += text2.substring(start, pos), pos++;
        break;
      }
      if (ch === 92) {
        if (result += text2.substring(start, pos), pos++, pos >= len) {
          scanError = 2;
          break;
        }
        switch (text2.charCodeAt(pos++)) {
          case 34:
            result += '"';
            break;
          case 92:
            result += "\\";
            break;
          case 47:
            result += "/";
            break;
          case 98:
            result += "\b";
            break;
          case 102:
            result += "\f";
            break;
          case 110:
            result += `
`;
            break;
          case 114:
            result += "\r";
            break;
          case 116:
            result += "	";
            break;
          case 117:
            let ch3 = scanHexDigits(4, !0);
            ch3 >= 0 ? result += String.fromCharCode(ch3) : scanError = 4;
            break;
          default:
            scanError = 5;
        }
        start = pos;
        continue;
      }
      if (ch >= 0 && ch <= 31)
        if (isLineBreak(ch)) {
          result += text2.substring(start, pos), scanError = 2;
          break;
        } else
          scanError = 6;
      pos++;
    }
    return result;
  }
  function scanNext() {
    if (value2 = "", scanError = 0, tokenOffset = pos, lineStartOffset = lineNumber, prevTokenLineStartOffset = tokenLineStartOffset, pos >= len)
      return tokenOffset = len, token = 17;
    let code = text2.charCodeAt(pos);
    if (isWhiteSpace(code)) {
      do
        pos++, value2 += String.fromCharCode(code), code = text2.charCodeAt(pos);
      while (isWhiteSpace(code));
      return token = 15;
    }
    if (isLineBreak(code))
      return pos++, value2 += String.fromCharCode(code), code === 13 && text2.charCodeAt(pos) === 10 && (pos++, value2 += `
`), lineNumber++, tokenLineStartOffset = pos, token = 14;
    switch (code) {
      // tokens: []{}:,
      case 123:
        return pos++, token = 1;
      case 125:
        return pos++, token = 2;
      case 91:
        return pos++, token = 3;
      case 93:
        return pos++, token = 4;
      case 58:
        return pos++, token = 6;
      case 44:
        return pos++, token = 5;
      // strings
      case 34:
        return pos++, value2 = scanString(), token = 10;
      // comments
      case 47:
        let start = pos - 1;
        if (text2.charCodeAt(pos + 1) === 47) {
          for (pos += 2; pos < len && !isLineBreak(text2.charCodeAt(pos)); )
            pos++;
          return value2 = text2.substring(start, pos), token = 12;
        }
        if (text2.charCodeAt(pos + 1) === 42) {
          pos += 2;
          let safeLength = len - 1, commentClosed = !1;
          for (; pos < safeLength; ) {
            let ch = text2.charCodeAt(pos);
            if (ch === 42 && text2.charCodeAt(pos + 1) === 47) {
              pos += 2, commentClosed = !0;
              break;
            }
            pos++, isLineBreak(ch) && (ch === 13 && text2.charCodeAt(pos) === 10 && pos++, lineNumber++, tokenLineStartOffset = pos);
          }
          return commentClosed || (pos++, scanError = 1), value2 = text2.substring(start, pos), token = 13;
        }
        return value2 += String.fromCharCode(code), pos++, token = 16;
      // numbers
      case 45:
        if (value2 += String.fromCharCode(code), pos++, pos === len || !isDigit(text2.charCodeAt(pos)))
          return token = 16;
      // found a minus, followed by a number so
      // we fall through to proceed with scanning
      // numbers
      case 48:
      case 49:
      case 50:
      case 51:
      case 52:
      case 53:
      case 54:
      case 55:
      case 56:
      case 57:
        return value2 += scanNumber(), token = 11;
      // literals and unknown symbols
      default:
        for (; pos < len && isUnknownContentCharacter(code); )
          pos++, code = text2.charCodeAt(pos);
        if (tokenOffset !== pos) {
          switch (value2 = text2.substring(tokenOffset, pos), value2) {
            case "true":
              return token = 8;
            case "false":
              return token = 9;
            case "null":
              return token = 7;
          }
          return token = 16;
        }
        return value2 += String.fromCharCode(code), pos++, token = 16;
    }
  }
  function isUnknownContentCharacter(code) {
    if (isWhiteSpace(code) || isLineBreak(code))
      return !1;
    switch (code) {
      case 125:
      case 93:
      case 123:
      case 91:
      case 34:
      case 58:
      case 44:
      case 47:
        return !1;
    }
    return !0;
  }
  function scanNextNonTrivia() {
    let result;
    do
      result = scanNext();
    while (result >= 12 && result <= 15);
    return result;
  }
  return {
    setPosition,
    getPosition: () => pos,
    scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
    getToken: () => token,
    getTokenValue: () => value2,
    getTokenOffset: () => tokenOffset,
    getTokenLength: () => pos - tokenOffset,
    getTokenStartLine: () => lineStartOffset,
    getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
    getTokenError: () => scanError
  };
}
function isWhiteSpace(ch) {
  return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
  return ch === 10 || ch === 13;
}
function isDigit(ch) {
  return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes2) {
  CharacterCodes2[CharacterCodes2.lineFeed = 10] = "lineFeed", CharacterCodes2[CharacterCodes2.carriageReturn = 13] = "carriageReturn", CharacterCodes2[CharacterCodes2.space = 32] = "space", CharacterCodes2[CharacterCodes2._0 = 48] = "_0", CharacterCodes2[CharacterCodes2._1 = 49] = "_1", CharacterCodes2[CharacterCodes2._2 = 50] = "_2", CharacterCodes2[CharacterCodes2._3 = 51] = "_3", CharacterCodes2[CharacterCodes2._4 = 52] = "_4", CharacterCodes2[CharacterCodes2._5 = 53] = "_5", CharacterCodes2[CharacterCodes2._6 = 54] = "_6", CharacterCodes2[CharacterCodes2._7 = 55] = "_7", CharacterCodes2[CharacterCodes2._8 = 56] = "_8", CharacterCodes2[CharacterCodes2._9 = 57] = "_9", CharacterCodes2[CharacterCodes2.a = 97] = "a", CharacterCodes2[CharacterCodes2.b = 98] = "b", CharacterCodes2[CharacterCodes2.c = 99] = "c", CharacterCodes2[CharacterCodes2.d = 100] = "d", CharacterCodes2[CharacterCodes2.e = 101] = "e", CharacterCodes2[CharacterCodes2.f = 102] = "f", CharacterCodes2[CharacterCodes2.g = 103] = "g", CharacterCodes2[CharacterCodes2.h = 104] = "h", CharacterCodes2[CharacterCodes2.i = 105] = "i", CharacterCodes2[CharacterCodes2.j = 106] = "j", CharacterCodes2[CharacterCodes2.k = 107] = "k", CharacterCodes2[CharacterCodes2.l = 108] = "l", CharacterCodes2[CharacterCodes2.m = 109] = "m", CharacterCodes2[CharacterCodes2.n = 110] = "n", CharacterCodes2[CharacterCodes2.o = 111] = "o", CharacterCodes2[CharacterCodes2.p = 112] = "p", CharacterCodes2[CharacterCodes2.q = 113] = "q", CharacterCodes2[CharacterCodes2.r = 114] = "r", CharacterCodes2[CharacterCodes2.s = 115] = "s", CharacterCodes2[CharacterCodes2.t = 116] = "t", CharacterCodes2[CharacterCodes2.u = 117] = "u", CharacterCodes2[CharacterCodes2.v = 118] = "v", CharacterCodes2[CharacterCodes2.w = 119] = "w", CharacterCodes2[CharacterCodes2.x = 120] = "x", CharacterCodes2[CharacterCodes2.y = 121] = "y", CharacterCodes2[CharacterCodes2.z = 122] = "z", CharacterCodes2[CharacterCodes2.A = 65] = "A", CharacterCodes2[CharacterCodes2.B = 66] = "B", CharacterCodes2[CharacterCodes2.C = 67] = "C", CharacterCodes2[CharacterCodes2.D = 68] = "D", CharacterCodes2[CharacterCodes2.E = 69] = "E", CharacterCodes2[CharacterCodes2.F = 70] = "F", CharacterCodes2[CharacterCodes2.G = 71] = "G", CharacterCodes2[CharacterCodes2.H = 72] = "H", CharacterCodes2[CharacterCodes2.I = 73] = "I", CharacterCodes2[CharacterCodes2.J = 74] = "J", CharacterCodes2[CharacterCodes2.K = 75] = "K", CharacterCodes2[CharacterCodes2.L = 76] = "L", CharacterCodes2[CharacterCodes2.M = 77] = "M", CharacterCodes2[CharacterCodes2.N = 78] = "N", CharacterCodes2[CharacterCodes2.O = 79] = "O", CharacterCodes2[CharacterCodes2.P = 80] = "P", CharacterCodes2[CharacterCodes2.Q = 81] = "Q", CharacterCodes2[CharacterCodes2.R = 82] = "R", CharacterCodes2[CharacterCodes2.S = 83] = "S", CharacterCodes2[CharacterCodes2.T = 84] = "T", CharacterCodes2[CharacterCodes2.U = 85] = "U", CharacterCodes2[CharacterCodes2.V = 86] = "V", CharacterCodes2[CharacterCodes2.W = 87] = "W", CharacterCodes2[CharacterCodes2.X = 88] = "X", CharacterCodes2[CharacterCodes2.Y = 89] = "Y", CharacterCodes2[CharacterCodes2.Z = 90] = "Z", CharacterCodes2[CharacterCodes2.asterisk = 42] = "asterisk", CharacterCodes2[CharacterCodes2.backslash = 92] = "backslash", CharacterCodes2[CharacterCodes2.closeBrace = 125] = "closeBrace", CharacterCodes2[CharacterCodes2.closeBracket = 93] = "closeBracket", CharacterCodes2[CharacterCodes2.colon = 58] = "colon", CharacterCodes2[CharacterCodes2.comma = 44] = "comma", CharacterCodes2[CharacterCodes2.dot = 46] = "dot", CharacterCodes2[CharacterCodes2.doubleQuote = 34] = "doubleQuote", CharacterCodes2[CharacterCodes2.minus = 45] = "minus", CharacterCodes2[CharacterCodes2.openBrace = 123] = "openBrace", CharacterCodes2[CharacterCodes2.openBracket = 91] = "openBracket", CharacterCodes2[CharacterCodes2.plus = 43] = "plus", CharacterCodes2[CharacterCodes2.slash = 47] = "slash", CharacterCodes2[CharacterCodes2.formFeed = 12] = "formFeed", CharacterCodes2[CharacterCodes2.tab = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
var cachedSpaces = new Array(20).fill(0).map((_, index) => " ".repeat(index)), maxCachedValues = 200, cachedBreakLinesWithSpaces = {
  " ": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => `
` + " ".repeat(index)),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => "\r" + " ".repeat(index)),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => `\r
` + " ".repeat(index))
  },
  "	": {
    "\n": new Array(maxCachedValues).fill(0).map((_, index) => `
` + "	".repeat(index)),
    "\r": new Array(maxCachedValues).fill(0).map((_, index) => "\r" + "	".repeat(index)),
    "\r\n": new Array(maxCachedValues).fill(0).map((_, index) => `\r
` + "	".repeat(index))
  }
};

// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions2) {
  ParseOptions2.DEFAULT = {
    allowTrailingComma: !1
  };
})(ParseOptions || (ParseOptions = {}));
function visit(text2, visitor, options = ParseOptions.DEFAULT) {
  let _scanner = createScanner(text2, !1), _jsonPath = [], suppressedCallbacks = 0;
  function toNoArgVisit(visitFunction) {
    return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => !0;
  }
  function toOneArgVisit(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => !0;
  }
  function toOneArgVisitWithPath(visitFunction) {
    return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => !0;
  }
  function toBeginVisit(visitFunction) {
    return visitFunction ? () => {
      suppressedCallbacks > 0 ? suppressedCallbacks++ : visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === !1 && (suppressedCallbacks = 1);
    } : () => !0;
  }
  function toEndVisit(visitFunction) {
    return visitFunction ? () => {
      suppressedCallbacks > 0 && suppressedCallbacks--, suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
    } : () => !0;
  }
  let onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError), disallowComments = options && options.disallowComments, allowTrailingComma = options && options.allowTrailingComma;
  function scanNext() {
    for (; ; ) {
      let token = _scanner.scan();
      switch (_scanner.getTokenError()) {
        case 4:
          handleError(
            14
            /* ParseErrorCode.InvalidUnicode */
          );
          break;
        case 5:
          handleError(
            15
            /* ParseErrorCode.InvalidEscapeCharacter */
          );
          break;
        case 3:
          handleError(
            13
            /* ParseErrorCode.UnexpectedEndOfNumber */
          );
          break;
        case 1:
          disallowComments || handleError(
            11
            /* ParseErrorCode.UnexpectedEndOfComment */
          );
          break;
        case 2:
          handleError(
            12
            /* ParseErrorCode.UnexpectedEndOfString */
          );
          break;
        case 6:
          handleError(
            16
            /* ParseErrorCode.InvalidCharacter */
          );
          break;
      }
      switch (token) {
        case 12:
        case 13:
          disallowComments ? handleError(
            10
            /* ParseErrorCode.InvalidCommentToken */
          ) : onComment();
          break;
        case 16:
          handleError(
            1
            /* ParseErrorCode.InvalidSymbol */
          );
          break;
        case 15:
        case 14:
          break;
        default:
          return token;
      }
    }
  }
  function handleError(error, skipUntilAfter = [], skipUntil = []) {
    if (onError(error), skipUntilAfter.length + skipUntil.length > 0) {
      let token = _scanner.getToken();
      for (; token !== 17; ) {
        if (skipUntilAfter.indexOf(token) !== -1) {
          scanNext();
          break;
        } else if (skipUntil.indexOf(token) !== -1)
          break;
        token = scanNext();
      }
    }
  }
  function parseString2(isValue) {
    let value2 = _scanner.getTokenValue();
    return isValue ? onLiteralValue(value2) : (onObjectProperty(value2), _jsonPath.push(value2)), scanNext(), !0;
  }
  function parseLiteral() {
    switch (_scanner.getToken()) {
      case 11:
        let tokenValue2 = _scanner.getTokenValue(), value2 = Number(tokenValue2);
        isNaN(value2) && (handleError(
          2
          /* ParseErrorCode.InvalidNumberFormat */
        ), value2 = 0), onLiteralValue(value2);
        break;
      case 7:
        onLiteralValue(null);
        break;
      case 8:
        onLiteralValue(!0);
        break;
      case 9:
        onLiteralValue(!1);
        break;
      default:
        return !1;
    }
    return scanNext(), !0;
  }
  function parseProperty() {
    return _scanner.getToken() !== 10 ? (handleError(3, [], [
      2,
      5
      /* SyntaxKind.CommaToken */
    ]), !1) : (parseString2(!1), _scanner.getToken() === 6 ? (onSeparator(":"), scanNext(), parseValue() || handleError(4, [], [
      2,
      5
      /* SyntaxKind.CommaToken */
    ])) : handleError(5, [], [
      2,
      5
      /* SyntaxKind.CommaToken */
    ]), _jsonPath.pop(), !0);
  }
  function parseObject() {
    onObjectBegin(), scanNext();
    let needsComma = !1;
    for (; _scanner.getToken() !== 2 && _scanner.getToken() !== 17; ) {
      if (_scanner.getToken() === 5) {
        if (needsComma || handleError(4, [], []), onSeparator(","), scanNext(), _scanner.getToken() === 2 && allowTrailingComma)
          break;
      } else needsComma && handleError(6, [], []);
      parseProperty() || handleError(4, [], [
        2,
        5
        /* SyntaxKind.CommaToken */
      ]), needsComma = !0;
    }
    return onObjectEnd(), _scanner.getToken() !== 2 ? handleError(7, [
      2
      /* SyntaxKind.CloseBraceToken */
    ], []) : scanNext(), !0;
  }
  function parseArray2() {
    onArrayBegin(), scanNext();
    let isFirstElement = !0, needsComma = !1;
    for (; _scanner.getToken() !== 4 && _scanner.getToken() !== 17; ) {
      if (_scanner.getToken() === 5) {
        if (needsComma || handleError(4, [], []), onSeparator(","), scanNext(), _scanner.getToken() === 4 && allowTrailingComma)
          break;
      } else needsComma && handleError(6, [], []);
      isFirstElement ? (_jsonPath.push(0), isFirstElement = !1) : _jsonPath[_jsonPath.length - 1]++, parseValue() || handleError(4, [], [
        4,
        5
        /* SyntaxKind.CommaToken */
      ]), needsComma = !0;
    }
    return onArrayEnd(), isFirstElement || _jsonPath.pop(), _scanner.getToken() !== 4 ? handleError(8, [
      4
      /* SyntaxKind.CloseBracketToken */
    ], []) : scanNext(), !0;
  }
  function parseValue() {
    switch (_scanner.getToken()) {
      case 3:
        return parseArray2();
      case 1:
        return parseObject();
      case 10:
        return parseString2(!0);
      default:
        return parseLiteral();
    }
  }
  return scanNext(), _scanner.getToken() === 17 ? options.allowEmptyContent ? !0 : (handleError(4, [], []), !1) : parseValue() ? (_scanner.getToken() !== 17 && handleError(9, [], []), !0) : (handleError(4, [], []), !1);
}

// node_modules/jsonc-parser/lib/esm/main.js
var ScanError;
(function(ScanError2) {
  ScanError2[ScanError2.None = 0] = "None", ScanError2[ScanError2.UnexpectedEndOfComment = 1] = "UnexpectedEndOfComment", ScanError2[ScanError2.UnexpectedEndOfString = 2] = "UnexpectedEndOfString", ScanError2[ScanError2.UnexpectedEndOfNumber = 3] = "UnexpectedEndOfNumber", ScanError2[ScanError2.InvalidUnicode = 4] = "InvalidUnicode", ScanError2[ScanError2.InvalidEscapeCharacter = 5] = "InvalidEscapeCharacter", ScanError2[ScanError2.InvalidCharacter = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind2) {
  SyntaxKind2[SyntaxKind2.OpenBraceToken = 1] = "OpenBraceToken", SyntaxKind2[SyntaxKind2.CloseBraceToken = 2] = "CloseBraceToken", SyntaxKind2[SyntaxKind2.OpenBracketToken = 3] = "OpenBracketToken", SyntaxKind2[SyntaxKind2.CloseBracketToken = 4] = "CloseBracketToken", SyntaxKind2[SyntaxKind2.CommaToken = 5] = "CommaToken", SyntaxKind2[SyntaxKind2.ColonToken = 6] = "ColonToken", SyntaxKind2[SyntaxKind2.NullKeyword = 7] = "NullKeyword", SyntaxKind2[SyntaxKind2.TrueKeyword = 8] = "TrueKeyword", SyntaxKind2[SyntaxKind2.FalseKeyword = 9] = "FalseKeyword", SyntaxKind2[SyntaxKind2.StringLiteral = 10] = "StringLiteral", SyntaxKind2[SyntaxKind2.NumericLiteral = 11] = "NumericLiteral", SyntaxKind2[SyntaxKind2.LineCommentTrivia = 12] = "LineCommentTrivia", SyntaxKind2[SyntaxKind2.BlockCommentTrivia = 13] = "BlockCommentTrivia", SyntaxKind2[SyntaxKind2.LineBreakTrivia = 14] = "LineBreakTrivia", SyntaxKind2[SyntaxKind2.Trivia = 15] = "Trivia", SyntaxKind2[SyntaxKind2.Unknown = 16] = "Unknown", SyntaxKind2[SyntaxKind2.EOF = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
var visit2 = visit;
var ParseErrorCode;
(function(ParseErrorCode2) {
  ParseErrorCode2[ParseErrorCode2.InvalidSymbol = 1] = "InvalidSymbol", ParseErrorCode2[ParseErrorCode2.InvalidNumberFormat = 2] = "InvalidNumberFormat", ParseErrorCode2[ParseErrorCode2.PropertyNameExpected = 3] = "PropertyNameExpected", ParseErrorCode2[ParseErrorCode2.ValueExpected = 4] = "ValueExpected", ParseErrorCode2[ParseErrorCode2.ColonExpected = 5] = "ColonExpected", ParseErrorCode2[ParseErrorCode2.CommaExpected = 6] = "CommaExpected", ParseErrorCode2[ParseErrorCode2.CloseBraceExpected = 7] = "CloseBraceExpected", ParseErrorCode2[ParseErrorCode2.CloseBracketExpected = 8] = "CloseBracketExpected", ParseErrorCode2[ParseErrorCode2.EndOfFileExpected = 9] = "EndOfFileExpected", ParseErrorCode2[ParseErrorCode2.InvalidCommentToken = 10] = "InvalidCommentToken", ParseErrorCode2[ParseErrorCode2.UnexpectedEndOfComment = 11] = "UnexpectedEndOfComment", ParseErrorCode2[ParseErrorCode2.UnexpectedEndOfString = 12] = "UnexpectedEndOfString", ParseErrorCode2[ParseErrorCode2.UnexpectedEndOfNumber = 13] = "UnexpectedEndOfNumber", ParseErrorCode2[ParseErrorCode2.InvalidUnicode = 14] = "InvalidUnicode", ParseErrorCode2[ParseErrorCode2.InvalidEscapeCharacter = 15] = "InvalidEscapeCharacter", ParseErrorCode2[ParseErrorCode2.InvalidCharacter = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));
function printParseErrorCode(code) {
  switch (code) {
    case 1:
      return "InvalidSymbol";
    case 2:
      return "InvalidNumberFormat";
    case 3:
      return "PropertyNameExpected";
    case 4:
      return "ValueExpected";
    case 5:
      return "ColonExpected";
    case 6:
      return "CommaExpected";
    case 7:
      return "CloseBraceExpected";
    case 8:
      return "CloseBracketExpected";
    case 9:
      return "EndOfFileExpected";
    case 10:
      return "InvalidCommentToken";
    case 11:
      return "UnexpectedEndOfComment";
    case 12:
      return "UnexpectedEndOfString";
    case 13:
      return "UnexpectedEndOfNumber";
    case 14:
      return "InvalidUnicode";
    case 15:
      return "InvalidEscapeCharacter";
    case 16:
      return "InvalidCharacter";
  }
  return "<unknown ParseErrorCode>";
}

// src/trust/json.ts
var ERRORS = {
  InvalidSymbol: "symbol",
  InvalidCommentToken: "symbol",
  InvalidNumberFormat: "number",
  UnexpectedEndOfNumber: "number",
  PropertyNameExpected: "name-expected",
  ValueExpected: "value-expected",
  ColonExpected: "colon-expected",
  CommaExpected: "comma-expected",
  CloseBraceExpected: "brace-expected",
  CloseBracketExpected: "bracket-expected",
  EndOfFileExpected: "end-expected",
  UnexpectedEndOfComment: "endless-comment",
  UnexpectedEndOfString: "endless-string",
  InvalidUnicode: "escape",
  InvalidEscapeCharacter: "escape",
  InvalidCharacter: "control-character"
};
function readJson(text2) {
  let register = new PlaceRegister(text2), builder = new Builder(register);
  return visit2(text2.replace(/^\ufeff/, " "), builder.visitor), register.tree(builder.value);
}
var Builder = class {
  value;
  #register;
  /** The objects and arrays that have not ended, from the outermost on. */
  #open = [];
  #name = "";
  #values = 0;
  constructor(register) {
    this.#register = register;
  }
  visitor = {
    onObjectBegin: (offset) => this.#begin(members(), offset),
    onArrayBegin: (offset) => this.#begin([], offset),
    onObjectProperty: (name) => {
      this.#name = name;
    },
    onLiteralValue: (value2, offset) => this.#add(value2, offset),
    onObjectEnd: () => this.#end(),
    onArrayEnd: () => this.#end(),
    onError: (code, offset) => {
      let name = printParseErrorCode(code), error = name === "<unknown ParseErrorCode>" ? "symbol" : ERRORS[name];
      throw new Unreadable({ problem: "not-json", error, place: this.#register.place(offset) });
    }
  };
  #begin(owner, offset) {
    if (this.#open.length >= 100) {
      let place = this.#register.place(offset);
      throw new Unreadable({ problem: "not-json", limit: { of: "levels", most: 100 }, place });
    }
    this.#add(owner, offset), this.#open.push(owner);
  }
  #end() {
    this.#open.pop();
  }
  #add(value2, offset) {
    if (++this.#values > MOST_JSON_VALUES) throw tooMany(MOST_JSON_VALUES, "values");
    let owner = this.#open.at(-1);
    owner === void 0 ? this.value = value2 : Array.isArray(owner) ? owner.push(value2) : (this.#register.note(owner, this.#name, offset), owner[this.#name] = value2);
  }
};

// node_modules/yaml/browser/dist/nodes/identity.js
var ALIAS = /* @__PURE__ */ Symbol.for("yaml.alias"), DOC = /* @__PURE__ */ Symbol.for("yaml.document"), MAP = /* @__PURE__ */ Symbol.for("yaml.map"), PAIR = /* @__PURE__ */ Symbol.for("yaml.pair"), SCALAR = /* @__PURE__ */ Symbol.for("yaml.scalar"), SEQ = /* @__PURE__ */ Symbol.for("yaml.seq"), NODE_TYPE = /* @__PURE__ */ Symbol.for("yaml.node.type"), isAlias = (node) => !!node && typeof node == "object" && node[NODE_TYPE] === ALIAS, isDocument = (node) => !!node && typeof node == "object" && node[NODE_TYPE] === DOC, isMap = (node) => !!node && typeof node == "object" && node[NODE_TYPE] === MAP, isPair = (node) => !!node && typeof node == "object" && node[NODE_TYPE] === PAIR, isScalar = (node) => !!node && typeof node == "object" && node[NODE_TYPE] === SCALAR, isSeq = (node) => !!node && typeof node == "object" && node[NODE_TYPE] === SEQ;
function isCollection(node) {
  if (node && typeof node == "object")
    switch (node[NODE_TYPE]) {
      case MAP:
      case SEQ:
        return !0;
    }
  return !1;
}
function isNode(node) {
  if (node && typeof node == "object")
    switch (node[NODE_TYPE]) {
      case ALIAS:
      case MAP:
      case SCALAR:
      case SEQ:
        return !0;
    }
  return !1;
}
var hasAnchor = (node) => (isScalar(node) || isCollection(node)) && !!node.anchor;

// node_modules/yaml/browser/dist/visit.js
var BREAK = /* @__PURE__ */ Symbol("break visit"), SKIP = /* @__PURE__ */ Symbol("skip children"), REMOVE = /* @__PURE__ */ Symbol("remove node");
function visit3(node, visitor) {
  let visitor_ = initVisitor(visitor);
  isDocument(node) ? visit_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE && (node.contents = null) : visit_(null, node, visitor_, Object.freeze([]));
}
visit3.BREAK = BREAK;
visit3.SKIP = SKIP;
visit3.REMOVE = REMOVE;
function visit_(key, node, visitor, path) {
  let ctrl = callVisitor(key, node, visitor, path);
  if (isNode(ctrl) || isPair(ctrl))
    return replaceNode(key, path, ctrl), visit_(key, ctrl, visitor, path);
  if (typeof ctrl != "symbol") {
    if (isCollection(node)) {
      path = Object.freeze(path.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        let ci = visit_(i, node.items[i], visitor, path);
        if (typeof ci == "number")
          i = ci - 1;
        else {
          if (ci === BREAK)
            return BREAK;
          ci === REMOVE && (node.items.splice(i, 1), i -= 1);
        }
      }
    } else if (isPair(node)) {
      path = Object.freeze(path.concat(node));
      let ck = visit_("key", node.key, visitor, path);
      if (ck === BREAK)
        return BREAK;
      ck === REMOVE && (node.key = null);
      let cv = visit_("value", node.value, visitor, path);
      if (cv === BREAK)
        return BREAK;
      cv === REMOVE && (node.value = null);
    }
  }
  return ctrl;
}
async function visitAsync(node, visitor) {
  let visitor_ = initVisitor(visitor);
  isDocument(node) ? await visitAsync_(null, node.contents, visitor_, Object.freeze([node])) === REMOVE && (node.contents = null) : await visitAsync_(null, node, visitor_, Object.freeze([]));
}
visitAsync.BREAK = BREAK;
visitAsync.SKIP = SKIP;
visitAsync.REMOVE = REMOVE;
async function visitAsync_(key, node, visitor, path) {
  let ctrl = await callVisitor(key, node, visitor, path);
  if (isNode(ctrl) || isPair(ctrl))
    return replaceNode(key, path, ctrl), visitAsync_(key, ctrl, visitor, path);
  if (typeof ctrl != "symbol") {
    if (isCollection(node)) {
      path = Object.freeze(path.concat(node));
      for (let i = 0; i < node.items.length; ++i) {
        let ci = await visitAsync_(i, node.items[i], visitor, path);
        if (typeof ci == "number")
          i = ci - 1;
        else {
          if (ci === BREAK)
            return BREAK;
          ci === REMOVE && (node.items.splice(i, 1), i -= 1);
        }
      }
    } else if (isPair(node)) {
      path = Object.freeze(path.concat(node));
      let ck = await visitAsync_("key", node.key, visitor, path);
      if (ck === BREAK)
        return BREAK;
      ck === REMOVE && (node.key = null);
      let cv = await visitAsync_("value", node.value, visitor, path);
      if (cv === BREAK)
        return BREAK;
      cv === REMOVE && (node.value = null);
    }
  }
  return ctrl;
}
function initVisitor(visitor) {
  return typeof visitor == "object" && (visitor.Collection || visitor.Node || visitor.Value) ? Object.assign({
    Alias: visitor.Node,
    Map: visitor.Node,
    Scalar: visitor.Node,
    Seq: visitor.Node
  }, visitor.Value && {
    Map: visitor.Value,
    Scalar: visitor.Value,
    Seq: visitor.Value
  }, visitor.Collection && {
    Map: visitor.Collection,
    Seq: visitor.Collection
  }, visitor) : visitor;
}
function callVisitor(key, node, visitor, path) {
  if (typeof visitor == "function")
    return visitor(key, node, path);
  if (isMap(node))
    return visitor.Map?.(key, node, path);
  if (isSeq(node))
    return visitor.Seq?.(key, node, path);
  if (isPair(node))
    return visitor.Pair?.(key, node, path);
  if (isScalar(node))
    return visitor.Scalar?.(key, node, path);
  if (isAlias(node))
    return visitor.Alias?.(key, node, path);
}
function replaceNode(key, path, node) {
  let parent = path[path.length - 1];
  if (isCollection(parent))
    parent.items[key] = node;
  else if (isPair(parent))
    key === "key" ? parent.key = node : parent.value = node;
  else if (isDocument(parent))
    parent.contents = node;
  else {
    let pt = isAlias(parent) ? "alias" : "scalar";
    throw new Error(`Cannot replace node with ${pt} parent`);
  }
}

// node_modules/yaml/browser/dist/doc/directives.js
var escapeChars = {
  "!": "%21",
  ",": "%2C",
  "[": "%5B",
  "]": "%5D",
  "{": "%7B",
  "}": "%7D"
}, escapeTagName = (tn) => tn.replace(/[!,[\]{}]/g, (ch) => escapeChars[ch]), Directives = class _Directives {
  constructor(yaml, tags) {
    this.docStart = null, this.docEnd = !1, this.yaml = Object.assign({}, _Directives.defaultYaml, yaml), this.tags = Object.assign({}, _Directives.defaultTags, tags);
  }
  clone() {
    let copy = new _Directives(this.yaml, this.tags);
    return copy.docStart = this.docStart, copy;
  }
  /**
   * During parsing, get a Directives instance for the current document and
   * update the stream state according to the current version's spec.
   */
  atDocument() {
    let res = new _Directives(this.yaml, this.tags);
    switch (this.yaml.version) {
      case "1.1":
        this.atNextDocument = !0;
        break;
      case "1.2":
        this.atNextDocument = !1, this.yaml = {
          explicit: _Directives.defaultYaml.explicit,
          version: "1.2"
        }, this.tags = Object.assign({}, _Directives.defaultTags);
        break;
    }
    return res;
  }
  /**
   * @param onError - May be called even if the action was successful
   * @returns `true` on success
   */
  add(line, onError) {
    this.atNextDocument && (this.yaml = { explicit: _Directives.defaultYaml.explicit, version: "1.1" }, this.tags = Object.assign({}, _Directives.defaultTags), this.atNextDocument = !1);
    let parts = line.trim().split(/[ \t]+/), name = parts.shift();
    switch (name) {
      case "%TAG": {
        if (parts.length !== 2 && (onError(0, "%TAG directive should contain exactly two parts"), parts.length < 2))
          return !1;
        let [handle, prefix] = parts;
        return this.tags[handle] = prefix, !0;
      }
      case "%YAML": {
        if (this.yaml.explicit = !0, parts.length !== 1)
          return onError(0, "%YAML directive should contain exactly one part"), !1;
        let [version] = parts;
        if (version === "1.1" || version === "1.2")
          return this.yaml.version = version, !0;
        {
          let isValid = /^\d+\.\d+$/.test(version);
          return onError(6, `Unsupported YAML version ${version}`, isValid), !1;
        }
      }
      default:
        return onError(0, `Unknown directive ${name}`, !0), !1;
    }
  }
  /**
   * Resolves a tag, matching handles to those defined in %TAG directives.
   *
   * @returns Resolved tag, which may also be the non-specific tag `'!'` or a
   *   `'!local'` tag, or `null` if unresolvable.
   */
  tagName(source, onError) {
    if (source === "!")
      return "!";
    if (source[0] !== "!")
      return onError(`Not a valid tag: ${source}`), null;
    if (source[1] === "<") {
      let verbatim = source.slice(2, -1);
      return verbatim === "!" || verbatim === "!!" ? (onError(`Verbatim tags aren't resolved, so ${source} is invalid.`), null) : (source[source.length - 1] !== ">" && onError("Verbatim tags must end with a >"), verbatim);
    }
    let [, handle, suffix] = source.match(/^(.*!)([^!]*)$/s);
    suffix || onError(`The ${source} tag has no suffix`);
    let prefix = this.tags[handle];
    if (prefix)
      try {
        return prefix + decodeURIComponent(suffix);
      } catch (error) {
        return onError(String(error)), null;
      }
    return handle === "!" ? source : (onError(`Could not resolve tag: ${source}`), null);
  }
  /**
   * Given a fully resolved tag, returns its printable string form,
   * taking into account current tag prefixes and defaults.
   */
  tagString(tag) {
    for (let [handle, prefix] of Object.entries(this.tags))
      if (tag.startsWith(prefix))
        return handle + escapeTagName(tag.substring(prefix.length));
    return tag[0] === "!" ? tag : `!<${tag}>`;
  }
  toString(doc) {
    let lines = this.yaml.explicit ? [`%YAML ${this.yaml.version || "1.2"}`] : [], tagEntries = Object.entries(this.tags), tagNames;
    if (doc && tagEntries.length > 0 && isNode(doc.contents)) {
      let tags = {};
      visit3(doc.contents, (_key, node) => {
        isNode(node) && node.tag && (tags[node.tag] = !0);
      }), tagNames = Object.keys(tags);
    } else
      tagNames = [];
    for (let [handle, prefix] of tagEntries)
      handle === "!!" && prefix === "tag:yaml.org,2002:" || (!doc || tagNames.some((tn) => tn.startsWith(prefix))) && lines.push(`%TAG ${handle} ${prefix}`);
    return lines.join(`
`);
  }
};
Directives.defaultYaml = { explicit: !1, version: "1.2" };
Directives.defaultTags = { "!!": "tag:yaml.org,2002:" };

// node_modules/yaml/browser/dist/doc/anchors.js
function anchorIsValid(anchor) {
  if (/[\x00-\x19\s,[\]{}]/.test(anchor)) {
    let msg = `Anchor must not contain whitespace or control characters: ${JSON.stringify(anchor)}`;
    throw new Error(msg);
  }
  return !0;
}
function anchorNames(root) {
  let anchors = /* @__PURE__ */ new Set();
  return visit3(root, {
    Value(_key, node) {
      node.anchor && anchors.add(node.anchor);
    }
  }), anchors;
}
function findNewAnchor(prefix, exclude) {
  for (let i = 1; ; ++i) {
    let name = `${prefix}${i}`;
    if (!exclude.has(name))
      return name;
  }
}
function createNodeAnchors(doc, prefix) {
  let aliasObjects = [], sourceObjects = /* @__PURE__ */ new Map(), prevAnchors = null;
  return {
    onAnchor: (source) => {
      aliasObjects.push(source), prevAnchors ?? (prevAnchors = anchorNames(doc));
      let anchor = findNewAnchor(prefix, prevAnchors);
      return prevAnchors.add(anchor), anchor;
    },
    /**
     * With circular references, the source node is only resolved after all
     * of its child nodes are. This is why anchors are set only after all of
     * the nodes have been created.
     */
    setAnchors: () => {
      for (let source of aliasObjects) {
        let ref = sourceObjects.get(source);
        if (typeof ref == "object" && ref.anchor && (isScalar(ref.node) || isCollection(ref.node)))
          ref.node.anchor = ref.anchor;
        else {
          let error = new Error("Failed to resolve repeated object (this should not happen)");
          throw error.source = source, error;
        }
      }
    },
    sourceObjects
  };
}

// node_modules/yaml/browser/dist/doc/applyReviver.js
function applyReviver(reviver, obj, key, val) {
  if (val && typeof val == "object")
    if (Array.isArray(val))
      for (let i = 0, len = val.length; i < len; ++i) {
        let v0 = val[i], v1 = applyReviver(reviver, val, String(i), v0);
        v1 === void 0 ? delete val[i] : v1 !== v0 && (val[i] = v1);
      }
    else if (val instanceof Map)
      for (let k of Array.from(val.keys())) {
        let v0 = val.get(k), v1 = applyReviver(reviver, val, k, v0);
        v1 === void 0 ? val.delete(k) : v1 !== v0 && val.set(k, v1);
      }
    else if (val instanceof Set)
      for (let v0 of Array.from(val)) {
        let v1 = applyReviver(reviver, val, v0, v0);
        v1 === void 0 ? val.delete(v0) : v1 !== v0 && (val.delete(v0), val.add(v1));
      }
    else
      for (let [k, v0] of Object.entries(val)) {
        let v1 = applyReviver(reviver, val, k, v0);
        v1 === void 0 ? delete val[k] : v1 !== v0 && (val[k] = v1);
      }
  return reviver.call(obj, key, val);
}

// node_modules/yaml/browser/dist/nodes/toJS.js
function toJS(value2, arg, ctx) {
  if (Array.isArray(value2))
    return value2.map((v, i) => toJS(v, String(i), ctx));
  if (value2 && typeof value2.toJSON == "function") {
    if (!ctx || !hasAnchor(value2))
      return value2.toJSON(arg, ctx);
    let data = { aliasCount: 0, count: 1, res: void 0 };
    ctx.anchors.set(value2, data), ctx.onCreate = (res2) => {
      data.res = res2, delete ctx.onCreate;
    };
    let res = value2.toJSON(arg, ctx);
    return ctx.onCreate && ctx.onCreate(res), res;
  }
  return typeof value2 == "bigint" && !ctx?.keep ? Number(value2) : value2;
}

// node_modules/yaml/browser/dist/nodes/Node.js
var NodeBase = class {
  constructor(type) {
    Object.defineProperty(this, NODE_TYPE, { value: type });
  }
  /** Create a copy of this node.  */
  clone() {
    let copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return this.range && (copy.range = this.range.slice()), copy;
  }
  /** A plain JavaScript representation of this node. */
  toJS(doc, { mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    if (!isDocument(doc))
      throw new TypeError("A document argument is required");
    let ctx = {
      anchors: /* @__PURE__ */ new Map(),
      doc,
      keep: !0,
      mapAsMap: mapAsMap === !0,
      mapKeyWarned: !1,
      maxAliasCount: typeof maxAliasCount == "number" ? maxAliasCount : 100
    }, res = toJS(this, "", ctx);
    if (typeof onAnchor == "function")
      for (let { count, res: res2 } of ctx.anchors.values())
        onAnchor(res2, count);
    return typeof reviver == "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
};

// node_modules/yaml/browser/dist/nodes/Alias.js
var Alias = class extends NodeBase {
  constructor(source) {
    super(ALIAS), this.source = source, Object.defineProperty(this, "tag", {
      set() {
        throw new Error("Alias nodes cannot have tags");
      }
    });
  }
  /**
   * Resolve the value of this alias within `doc`, finding the last
   * instance of the `source` anchor before this node.
   */
  resolve(doc, ctx) {
    if (ctx?.maxAliasCount === 0)
      throw new ReferenceError("Alias resolution is disabled");
    let nodes;
    ctx?.aliasResolveCache ? nodes = ctx.aliasResolveCache : (nodes = [], visit3(doc, {
      Node: (_key, node) => {
        (isAlias(node) || hasAnchor(node)) && nodes.push(node);
      }
    }), ctx && (ctx.aliasResolveCache = nodes));
    let found;
    for (let node of nodes) {
      if (node === this)
        break;
      node.anchor === this.source && (found = node);
    }
    if (found && ctx) {
      let { anchors, doc: doc2, maxAliasCount } = ctx, data = anchors.get(found);
      if (data || (toJS(found, null, ctx), data = anchors.get(found)), data?.res === void 0) {
        let msg = "This should not happen: Alias anchor was not resolved?";
        throw new ReferenceError(msg);
      }
      if (maxAliasCount >= 0 && (data.count += 1, data.aliasCount === 0 && (data.aliasCount = getAliasCount(doc2, found, anchors)), data.count * data.aliasCount > maxAliasCount)) {
        let msg = "Excessive alias count indicates a resource exhaustion attack";
        throw new ReferenceError(msg);
      }
    }
    return found;
  }
  toJSON(_arg, ctx) {
    if (!ctx)
      return { source: this.source };
    let source = this.resolve(ctx.doc, ctx);
    if (!source) {
      let msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
      throw new ReferenceError(msg);
    }
    return ctx.anchors.get(source).res;
  }
  toString(ctx, _onComment, _onChompKeep) {
    let src = `*${this.source}`;
    if (ctx) {
      if (anchorIsValid(this.source), ctx.options.verifyAliasOrder && !ctx.anchors.has(this.source)) {
        let msg = `Unresolved alias (the anchor must be set before the alias): ${this.source}`;
        throw new Error(msg);
      }
      if (ctx.implicitKey)
        return `${src} `;
    }
    return src;
  }
};
function getAliasCount(doc, node, anchors) {
  if (isAlias(node)) {
    let source = node.resolve(doc), anchor = anchors && source && anchors.get(source);
    return anchor ? anchor.count * anchor.aliasCount : 0;
  } else if (isCollection(node)) {
    let count = 0;
    for (let item of node.items) {
      let c = getAliasCount(doc, item, anchors);
      c > count && (count = c);
    }
    return count;
  } else if (isPair(node)) {
    let kc = getAliasCount(doc, node.key, anchors), vc = getAliasCount(doc, node.value, anchors);
    return Math.max(kc, vc);
  }
  return 1;
}

// node_modules/yaml/browser/dist/nodes/Scalar.js
var isScalarValue = (value2) => !value2 || typeof value2 != "function" && typeof value2 != "object", Scalar = class extends NodeBase {
  constructor(value2) {
    super(SCALAR), this.value = value2;
  }
  toJSON(arg, ctx) {
    return ctx?.keep ? this.value : toJS(this.value, arg, ctx);
  }
  toString() {
    return String(this.value);
  }
};
Scalar.BLOCK_FOLDED = "BLOCK_FOLDED";
Scalar.BLOCK_LITERAL = "BLOCK_LITERAL";
Scalar.PLAIN = "PLAIN";
Scalar.QUOTE_DOUBLE = "QUOTE_DOUBLE";
Scalar.QUOTE_SINGLE = "QUOTE_SINGLE";

// node_modules/yaml/browser/dist/doc/createNode.js
var defaultTagPrefix = "tag:yaml.org,2002:";
function findTagObject(value2, tagName, tags) {
  if (tagName) {
    let match = tags.filter((t) => t.tag === tagName), tagObj = match.find((t) => !t.format) ?? match[0];
    if (!tagObj)
      throw new Error(`Tag ${tagName} not found`);
    return tagObj;
  }
  return tags.find((t) => t.identify?.(value2) && !t.format);
}
function createNode(value2, tagName, ctx) {
  if (isDocument(value2) && (value2 = value2.contents), isNode(value2))
    return value2;
  if (isPair(value2)) {
    let map2 = ctx.schema[MAP].createNode?.(ctx.schema, null, ctx);
    return map2.items.push(value2), map2;
  }
  (value2 instanceof String || value2 instanceof Number || value2 instanceof Boolean || typeof BigInt < "u" && value2 instanceof BigInt) && (value2 = value2.valueOf());
  let { aliasDuplicateObjects, onAnchor, onTagObj, schema: schema4, sourceObjects } = ctx, ref;
  if (aliasDuplicateObjects && value2 && typeof value2 == "object") {
    if (ref = sourceObjects.get(value2), ref)
      return ref.anchor ?? (ref.anchor = onAnchor(value2)), new Alias(ref.anchor);
    ref = { anchor: null, node: null }, sourceObjects.set(value2, ref);
  }
  tagName?.startsWith("!!") && (tagName = defaultTagPrefix + tagName.slice(2));
  let tagObj = findTagObject(value2, tagName, schema4.tags);
  if (!tagObj) {
    if (value2 && typeof value2.toJSON == "function" && (value2 = value2.toJSON()), !value2 || typeof value2 != "object") {
      let node2 = new Scalar(value2);
      return ref && (ref.node = node2), node2;
    }
    tagObj = value2 instanceof Map ? schema4[MAP] : Symbol.iterator in Object(value2) ? schema4[SEQ] : schema4[MAP];
  }
  onTagObj && (onTagObj(tagObj), delete ctx.onTagObj);
  let node = tagObj?.createNode ? tagObj.createNode(ctx.schema, value2, ctx) : typeof tagObj?.nodeClass?.from == "function" ? tagObj.nodeClass.from(ctx.schema, value2, ctx) : new Scalar(value2);
  return tagName ? node.tag = tagName : tagObj.default || (node.tag = tagObj.tag), ref && (ref.node = node), node;
}

// node_modules/yaml/browser/dist/nodes/Collection.js
function collectionFromPath(schema4, path, value2) {
  let v = value2;
  for (let i = path.length - 1; i >= 0; --i) {
    let k = path[i];
    if (typeof k == "number" && Number.isInteger(k) && k >= 0) {
      let a = [];
      a[k] = v, v = a;
    } else
      v = /* @__PURE__ */ new Map([[k, v]]);
  }
  return createNode(v, void 0, {
    aliasDuplicateObjects: !1,
    keepUndefined: !1,
    onAnchor: () => {
      throw new Error("This should not happen, please report a bug.");
    },
    schema: schema4,
    sourceObjects: /* @__PURE__ */ new Map()
  });
}
var isEmptyPath = (path) => path == null || typeof path == "object" && !!path[Symbol.iterator]().next().done, Collection = class extends NodeBase {
  constructor(type, schema4) {
    super(type), Object.defineProperty(this, "schema", {
      value: schema4,
      configurable: !0,
      enumerable: !1,
      writable: !0
    });
  }
  /**
   * Create a copy of this collection.
   *
   * @param schema - If defined, overwrites the original's schema
   */
  clone(schema4) {
    let copy = Object.create(Object.getPrototypeOf(this), Object.getOwnPropertyDescriptors(this));
    return schema4 && (copy.schema = schema4), copy.items = copy.items.map((it) => isNode(it) || isPair(it) ? it.clone(schema4) : it), this.range && (copy.range = this.range.slice()), copy;
  }
  /**
   * Adds a value to the collection. For `!!map` and `!!omap` the value must
   * be a Pair instance or a `{ key, value }` object, which may not have a key
   * that already exists in the map.
   */
  addIn(path, value2) {
    if (isEmptyPath(path))
      this.add(value2);
    else {
      let [key, ...rest] = path, node = this.get(key, !0);
      if (isCollection(node))
        node.addIn(rest, value2);
      else if (node === void 0 && this.schema)
        this.set(key, collectionFromPath(this.schema, rest, value2));
      else
        throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
  }
  /**
   * Removes a value from the collection.
   * @returns `true` if the item was found and removed.
   */
  deleteIn(path) {
    let [key, ...rest] = path;
    if (rest.length === 0)
      return this.delete(key);
    let node = this.get(key, !0);
    if (isCollection(node))
      return node.deleteIn(rest);
    throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
  }
  /**
   * Returns item at `key`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  getIn(path, keepScalar) {
    let [key, ...rest] = path, node = this.get(key, !0);
    return rest.length === 0 ? !keepScalar && isScalar(node) ? node.value : node : isCollection(node) ? node.getIn(rest, keepScalar) : void 0;
  }
  hasAllNullValues(allowScalar) {
    return this.items.every((node) => {
      if (!isPair(node))
        return !1;
      let n = node.value;
      return n == null || allowScalar && isScalar(n) && n.value == null && !n.commentBefore && !n.comment && !n.tag;
    });
  }
  /**
   * Checks if the collection includes a value with the key `key`.
   */
  hasIn(path) {
    let [key, ...rest] = path;
    if (rest.length === 0)
      return this.has(key);
    let node = this.get(key, !0);
    return isCollection(node) ? node.hasIn(rest) : !1;
  }
  /**
   * Sets a value in this collection. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  setIn(path, value2) {
    let [key, ...rest] = path;
    if (rest.length === 0)
      this.set(key, value2);
    else {
      let node = this.get(key, !0);
      if (isCollection(node))
        node.setIn(rest, value2);
      else if (node === void 0 && this.schema)
        this.set(key, collectionFromPath(this.schema, rest, value2));
      else
        throw new Error(`Expected YAML collection at ${key}. Remaining path: ${rest}`);
    }
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyComment.js
var stringifyComment = (str) => str.replace(/^(?!$)(?: $)?/gm, "#");
function indentComment(comment, indent) {
  return /^\n+$/.test(comment) ? comment.substring(1) : indent ? comment.replace(/^(?! *$)/gm, indent) : comment;
}
var lineComment = (str, indent, comment) => str.endsWith(`
`) ? indentComment(comment, indent) : comment.includes(`
`) ? `
` + indentComment(comment, indent) : (str.endsWith(" ") ? "" : " ") + comment;

// node_modules/yaml/browser/dist/stringify/foldFlowLines.js
var FOLD_FLOW = "flow", FOLD_BLOCK = "block", FOLD_QUOTED = "quoted";
function foldFlowLines(text2, indent, mode = "flow", { indentAtStart, lineWidth = 80, minContentWidth = 20, onFold, onOverflow } = {}) {
  if (!lineWidth || lineWidth < 0)
    return text2;
  lineWidth < minContentWidth && (minContentWidth = 0);
  let endStep = Math.max(1 + minContentWidth, 1 + lineWidth - indent.length);
  if (text2.length <= endStep)
    return text2;
  let folds = [], escapedFolds = {}, end = lineWidth - indent.length;
  typeof indentAtStart == "number" && (indentAtStart > lineWidth - Math.max(2, minContentWidth) ? folds.push(0) : end = lineWidth - indentAtStart);
  let split2, prev, overflow = !1, i = -1, escStart = -1, escEnd = -1;
  mode === FOLD_BLOCK && (i = consumeMoreIndentedLines(text2, i, indent.length), i !== -1 && (end = i + endStep));
  for (let ch; ch = text2[i += 1]; ) {
    if (mode === FOLD_QUOTED && ch === "\\") {
      switch (escStart = i, text2[i + 1]) {
        case "x":
          i += 3;
          break;
        case "u":
          i += 5;
          break;
        case "U":
          i += 9;
          break;
        default:
          i += 1;
      }
      escEnd = i;
    }
    if (ch === `
`)
      mode === FOLD_BLOCK && (i = consumeMoreIndentedLines(text2, i, indent.length)), end = i + indent.length + endStep, split2 = void 0;
    else {
      if (ch === " " && prev && prev !== " " && prev !== `
` && prev !== "	") {
        let next = text2[i + 1];
        next && next !== " " && next !== `
` && next !== "	" && (split2 = i);
      }
      if (i >= end)
        if (split2)
          folds.push(split2), end = split2 + endStep, split2 = void 0;
        else if (mode === FOLD_QUOTED) {
          for (; prev === " " || prev === "	"; )
            prev = ch, ch = text2[i += 1], overflow = !0;
          let j = i > escEnd + 1 ? i - 2 : escStart - 1;
          if (escapedFolds[j])
            return text2;
          folds.push(j), escapedFolds[j] = !0, end = j + endStep, split2 = void 0;
        } else
          overflow = !0;
    }
    prev = ch;
  }
  if (overflow && onOverflow && onOverflow(), folds.length === 0)
    return text2;
  onFold && onFold();
  let res = text2.slice(0, folds[0]);
  for (let i2 = 0; i2 < folds.length; ++i2) {
    let fold = folds[i2], end2 = folds[i2 + 1] || text2.length;
    fold === 0 ? res = `
${indent}${text2.slice(0, end2)}` : (mode === FOLD_QUOTED && escapedFolds[fold] && (res += `${text2[fold]}\\`), res += `
${indent}${text2.slice(fold + 1, end2)}`);
  }
  return res;
}
function consumeMoreIndentedLines(text2, i, indent) {
  let end = i, start = i + 1, ch = text2[start];
  for (; ch === " " || ch === "	"; )
    if (i < start + indent)
      ch = text2[++i];
    else {
      do
        ch = text2[++i];
      while (ch && ch !== `
`);
      end = i, start = i + 1, ch = text2[start];
    }
  return end;
}

// node_modules/yaml/browser/dist/stringify/stringifyString.js
var getFoldOptions = (ctx, isBlock2) => ({
  indentAtStart: isBlock2 ? ctx.indent.length : ctx.indentAtStart,
  lineWidth: ctx.options.lineWidth,
  minContentWidth: ctx.options.minContentWidth
}), containsDocumentMarker = (str) => /^(%|---|\.\.\.)/m.test(str);
function lineLengthOverLimit(str, lineWidth, indentLength) {
  if (!lineWidth || lineWidth < 0)
    return !1;
  let limit = lineWidth - indentLength, strLen = str.length;
  if (strLen <= limit)
    return !1;
  for (let i = 0, start = 0; i < strLen; ++i)
    if (str[i] === `
`) {
      if (i - start > limit)
        return !0;
      if (start = i + 1, strLen - start <= limit)
        return !1;
    }
  return !0;
}
function doubleQuotedString(value2, ctx) {
  let json = JSON.stringify(value2);
  if (ctx.options.doubleQuotedAsJSON)
    return json;
  let { implicitKey } = ctx, minMultiLineLength = ctx.options.doubleQuotedMinMultiLineLength, indent = ctx.indent || (containsDocumentMarker(value2) ? "  " : ""), str = "", start = 0;
  for (let i = 0, ch = json[i]; ch; ch = json[++i])
    if (ch === " " && json[i + 1] === "\\" && json[i + 2] === "n" && (str += json.slice(start, i) + "\\ ", i += 1, start = i, ch = "\\"), ch === "\\")
      switch (json[i + 1]) {
        case "u":
          {
            str += json.slice(start, i);
            let code = json.substr(i + 2, 4);
            switch (code) {
              case "0000":
                str += "\\0";
                break;
              case "0007":
                str += "\\a";
                break;
              case "000b":
                str += "\\v";
                break;
              case "001b":
                str += "\\e";
                break;
              case "0085":
                str += "\\N";
                break;
              case "00a0":
                str += "\\_";
                break;
              case "2028":
                str += "\\L";
                break;
              case "2029":
                str += "\\P";
                break;
              default:
                code.substr(0, 2) === "00" ? str += "\\x" + code.substr(2) : str += json.substr(i, 6);
            }
            i += 5, start = i + 1;
          }
          break;
        case "n":
          if (implicitKey || json[i + 2] === '"' || json.length < minMultiLineLength)
            i += 1;
          else {
            for (str += json.slice(start, i) + `

`; json[i + 2] === "\\" && json[i + 3] === "n" && json[i + 4] !== '"'; )
              str += `
`, i += 2;
            str += indent, json[i + 2] === " " && (str += "\\"), i += 1, start = i + 1;
          }
          break;
        default:
          i += 1;
      }
  return str = start ? str + json.slice(start) : json, implicitKey ? str : foldFlowLines(str, indent, FOLD_QUOTED, getFoldOptions(ctx, !1));
}
function singleQuotedString(value2, ctx) {
  if (ctx.options.singleQuote === !1 || ctx.implicitKey && value2.includes(`
`) || /[ \t]\n|\n[ \t]/.test(value2))
    return doubleQuotedString(value2, ctx);
  let indent = ctx.indent || (containsDocumentMarker(value2) ? "  " : ""), res = "'" + value2.replace(/'/g, "''").replace(/\n+/g, `$&
${indent}`) + "'";
  return ctx.implicitKey ? res : foldFlowLines(res, indent, FOLD_FLOW, getFoldOptions(ctx, !1));
}
function quotedString(value2, ctx) {
  let { singleQuote } = ctx.options, qs;
  if (singleQuote === !1)
    qs = doubleQuotedString;
  else {
    let hasDouble = value2.includes('"'), hasSingle = value2.includes("'");
    hasDouble && !hasSingle ? qs = singleQuotedString : hasSingle && !hasDouble ? qs = doubleQuotedString : qs = singleQuote ? singleQuotedString : doubleQuotedString;
  }
  return qs(value2, ctx);
}
var blockEndNewlines;
try {
  blockEndNewlines = new RegExp(`(^|(?<!
))
+(?!
|$)`, "g");
} catch {
  blockEndNewlines = /\n+(?!\n|$)/g;
}
function blockString({ comment, type, value: value2 }, ctx, onComment, onChompKeep) {
  let { blockQuote, commentString, lineWidth } = ctx.options;
  if (!blockQuote || /\n[\t ]+$/.test(value2))
    return quotedString(value2, ctx);
  let indent = ctx.indent || (ctx.forceBlockIndent || containsDocumentMarker(value2) ? "  " : ""), literal2 = blockQuote === "literal" ? !0 : blockQuote === "folded" || type === Scalar.BLOCK_FOLDED ? !1 : type === Scalar.BLOCK_LITERAL ? !0 : !lineLengthOverLimit(value2, lineWidth, indent.length);
  if (!value2)
    return literal2 ? `|
` : `>
`;
  let chomp, endStart;
  for (endStart = value2.length; endStart > 0; --endStart) {
    let ch = value2[endStart - 1];
    if (ch !== `
` && ch !== "	" && ch !== " ")
      break;
  }
  let end = value2.substring(endStart), endNlPos = end.indexOf(`
`);
  endNlPos === -1 ? chomp = "-" : value2 === end || endNlPos !== end.length - 1 ? (chomp = "+", onChompKeep && onChompKeep()) : chomp = "", end && (value2 = value2.slice(0, -end.length), end[end.length - 1] === `
` && (end = end.slice(0, -1)), end = end.replace(blockEndNewlines, `$&${indent}`));
  let startWithSpace = !1, startEnd, startNlPos = -1;
  for (startEnd = 0; startEnd < value2.length; ++startEnd) {
    let ch = value2[startEnd];
    if (ch === " ")
      startWithSpace = !0;
    else if (ch === `
`)
      startNlPos = startEnd;
    else
      break;
  }
  let start = value2.substring(0, startNlPos < startEnd ? startNlPos + 1 : startEnd);
  start && (value2 = value2.substring(start.length), start = start.replace(/\n+/g, `$&${indent}`));
  let header = (startWithSpace ? indent ? "2" : "1" : "") + chomp;
  if (comment && (header += " " + commentString(comment.replace(/ ?[\r\n]+/g, " ")), onComment && onComment()), !literal2) {
    let foldedValue = value2.replace(/\n+/g, `
$&`).replace(/(?:^|\n)([\t ].*)(?:([\n\t ]*)\n(?![\n\t ]))?/g, "$1$2").replace(/\n+/g, `$&${indent}`), literalFallback = !1, foldOptions = getFoldOptions(ctx, !0);
    blockQuote !== "folded" && type !== Scalar.BLOCK_FOLDED && (foldOptions.onOverflow = () => {
      literalFallback = !0;
    });
    let body = foldFlowLines(`${start}${foldedValue}${end}`, indent, FOLD_BLOCK, foldOptions);
    if (!literalFallback)
      return `>${header}
${indent}${body}`;
  }
  return value2 = value2.replace(/\n+/g, `$&${indent}`), `|${header}
${indent}${start}${value2}${end}`;
}
function plainString(item, ctx, onComment, onChompKeep) {
  let { type, value: value2 } = item, { actualString, implicitKey, indent, indentStep, inFlow } = ctx;
  if (implicitKey && value2.includes(`
`) || inFlow && /[[\]{},]/.test(value2))
    return quotedString(value2, ctx);
  if (/^[\n\t ,[\]{}#&*!|>'"%@`]|^[?-]$|^[?-][ \t]|[\n:][ \t]|[ \t]\n|[\n\t ]#|[\n\t :]$/.test(value2))
    return implicitKey || inFlow || !value2.includes(`
`) ? quotedString(value2, ctx) : blockString(item, ctx, onComment, onChompKeep);
  if (!implicitKey && !inFlow && type !== Scalar.PLAIN && value2.includes(`
`))
    return blockString(item, ctx, onComment, onChompKeep);
  if (containsDocumentMarker(value2)) {
    if (indent === "")
      return ctx.forceBlockIndent = !0, blockString(item, ctx, onComment, onChompKeep);
    if (implicitKey && indent === indentStep)
      return quotedString(value2, ctx);
  }
  let str = value2.replace(/\n+/g, `$&
${indent}`);
  if (actualString) {
    let test = (tag) => tag.default && tag.tag !== "tag:yaml.org,2002:str" && tag.test?.test(str), { compat, tags } = ctx.doc.schema;
    if (tags.some(test) || compat?.some(test))
      return quotedString(value2, ctx);
  }
  return implicitKey ? str : foldFlowLines(str, indent, FOLD_FLOW, getFoldOptions(ctx, !1));
}
function stringifyString(item, ctx, onComment, onChompKeep) {
  let { implicitKey, inFlow } = ctx, ss = typeof item.value == "string" ? item : Object.assign({}, item, { value: String(item.value) }), { type } = item;
  type !== Scalar.QUOTE_DOUBLE && /[\x00-\x08\x0b-\x1f\x7f-\x9f\u{D800}-\u{DFFF}]/u.test(ss.value) && (type = Scalar.QUOTE_DOUBLE);
  let _stringify = (_type) => {
    switch (_type) {
      case Scalar.BLOCK_FOLDED:
      case Scalar.BLOCK_LITERAL:
        return implicitKey || inFlow ? quotedString(ss.value, ctx) : blockString(ss, ctx, onComment, onChompKeep);
      case Scalar.QUOTE_DOUBLE:
        return doubleQuotedString(ss.value, ctx);
      case Scalar.QUOTE_SINGLE:
        return singleQuotedString(ss.value, ctx);
      case Scalar.PLAIN:
        return plainString(ss, ctx, onComment, onChompKeep);
      default:
        return null;
    }
  }, res = _stringify(type);
  if (res === null) {
    let { defaultKeyType, defaultStringType } = ctx.options, t = implicitKey && defaultKeyType || defaultStringType;
    if (res = _stringify(t), res === null)
      throw new Error(`Unsupported default string type ${t}`);
  }
  return res;
}

// node_modules/yaml/browser/dist/stringify/stringify.js
function createStringifyContext(doc, options) {
  let opt = Object.assign({
    blockQuote: !0,
    commentString: stringifyComment,
    defaultKeyType: null,
    defaultStringType: "PLAIN",
    directives: null,
    doubleQuotedAsJSON: !1,
    doubleQuotedMinMultiLineLength: 40,
    falseStr: "false",
    flowCollectionPadding: !0,
    indentSeq: !0,
    lineWidth: 80,
    minContentWidth: 20,
    nullStr: "null",
    simpleKeys: !1,
    singleQuote: null,
    trailingComma: !1,
    trueStr: "true",
    verifyAliasOrder: !0
  }, doc.schema.toStringOptions, options), inFlow;
  switch (opt.collectionStyle) {
    case "block":
      inFlow = !1;
      break;
    case "flow":
      inFlow = !0;
      break;
    default:
      inFlow = null;
  }
  return {
    anchors: /* @__PURE__ */ new Set(),
    doc,
    flowCollectionPadding: opt.flowCollectionPadding ? " " : "",
    indent: "",
    indentStep: typeof opt.indent == "number" ? " ".repeat(opt.indent) : "  ",
    inFlow,
    options: opt
  };
}
function getTagObject(tags, item) {
  if (item.tag) {
    let match = tags.filter((t) => t.tag === item.tag);
    if (match.length > 0)
      return match.find((t) => t.format === item.format) ?? match[0];
  }
  let tagObj, obj;
  if (isScalar(item)) {
    obj = item.value;
    let match = tags.filter((t) => t.identify?.(obj));
    if (match.length > 1) {
      let testMatch = match.filter((t) => t.test);
      testMatch.length > 0 && (match = testMatch);
    }
    tagObj = match.find((t) => t.format === item.format) ?? match.find((t) => !t.format);
  } else
    obj = item, tagObj = tags.find((t) => t.nodeClass && obj instanceof t.nodeClass);
  if (!tagObj) {
    let name = obj?.constructor?.name ?? (obj === null ? "null" : typeof obj);
    throw new Error(`Tag not resolved for ${name} value`);
  }
  return tagObj;
}
function stringifyProps(node, tagObj, { anchors, doc }) {
  if (!doc.directives)
    return "";
  let props = [], anchor = (isScalar(node) || isCollection(node)) && node.anchor;
  anchor && anchorIsValid(anchor) && (anchors.add(anchor), props.push(`&${anchor}`));
  let tag = node.tag ?? (tagObj.default ? null : tagObj.tag);
  return tag && props.push(doc.directives.tagString(tag)), props.join(" ");
}
function stringify(item, ctx, onComment, onChompKeep) {
  if (isPair(item))
    return item.toString(ctx, onComment, onChompKeep);
  if (isAlias(item)) {
    if (ctx.doc.directives)
      return item.toString(ctx);
    if (ctx.resolvedAliases?.has(item))
      throw new TypeError("Cannot stringify circular structure without alias nodes");
    ctx.resolvedAliases ? ctx.resolvedAliases.add(item) : ctx.resolvedAliases = /* @__PURE__ */ new Set([item]), item = item.resolve(ctx.doc);
  }
  let tagObj, node = isNode(item) ? item : ctx.doc.createNode(item, { onTagObj: (o) => tagObj = o });
  tagObj ?? (tagObj = getTagObject(ctx.doc.schema.tags, node));
  let props = stringifyProps(node, tagObj, ctx);
  props.length > 0 && (ctx.indentAtStart = (ctx.indentAtStart ?? 0) + props.length + 1);
  let str = typeof tagObj.stringify == "function" ? tagObj.stringify(node, ctx, onComment, onChompKeep) : isScalar(node) ? stringifyString(node, ctx, onComment, onChompKeep) : node.toString(ctx, onComment, onChompKeep);
  return props ? isScalar(node) || str[0] === "{" || str[0] === "[" ? `${props} ${str}` : `${props}
${ctx.indent}${str}` : str;
}

// node_modules/yaml/browser/dist/stringify/stringifyPair.js
function stringifyPair({ key, value: value2 }, ctx, onComment, onChompKeep) {
  let { allNullValues, doc, indent, indentStep, options: { commentString, indentSeq, simpleKeys } } = ctx, keyComment = isNode(key) && key.comment || null;
  if (simpleKeys) {
    if (keyComment)
      throw new Error("With simple keys, key nodes cannot have comments");
    if (isCollection(key) || !isNode(key) && typeof key == "object") {
      let msg = "With simple keys, collection cannot be used as a key value";
      throw new Error(msg);
    }
  }
  let explicitKey = !simpleKeys && (!key || keyComment && value2 == null && !ctx.inFlow || isCollection(key) || (isScalar(key) ? key.type === Scalar.BLOCK_FOLDED || key.type === Scalar.BLOCK_LITERAL : typeof key == "object"));
  ctx = Object.assign({}, ctx, {
    allNullValues: !1,
    implicitKey: !explicitKey && (simpleKeys || !allNullValues),
    indent: indent + indentStep
  });
  let keyCommentDone = !1, chompKeep = !1, str = stringify(key, ctx, () => keyCommentDone = !0, () => chompKeep = !0);
  if (!explicitKey && !ctx.inFlow && str.length > 1024) {
    if (simpleKeys)
      throw new Error("With simple keys, single line scalar must not span more than 1024 characters");
    explicitKey = !0;
  }
  if (ctx.inFlow) {
    if (allNullValues || value2 == null)
      return keyCommentDone && onComment && onComment(), str === "" ? "?" : explicitKey ? `? ${str}` : str;
  } else if (allNullValues && !simpleKeys || value2 == null && explicitKey)
    return str = `? ${str}`, keyComment && !keyCommentDone ? str += lineComment(str, ctx.indent, commentString(keyComment)) : chompKeep && onChompKeep && onChompKeep(), str;
  keyCommentDone && (keyComment = null), explicitKey ? (keyComment && (str += lineComment(str, ctx.indent, commentString(keyComment))), str = `? ${str}
${indent}:`) : (str = `${str}:`, keyComment && (str += lineComment(str, ctx.indent, commentString(keyComment))));
  let vsb, vcb, valueComment;
  isNode(value2) ? (vsb = !!value2.spaceBefore, vcb = value2.commentBefore, valueComment = value2.comment) : (vsb = !1, vcb = null, valueComment = null, value2 && typeof value2 == "object" && (value2 = doc.createNode(value2))), ctx.implicitKey = !1, !explicitKey && !keyComment && isScalar(value2) && (ctx.indentAtStart = str.length + 1), chompKeep = !1, !indentSeq && indentStep.length >= 2 && !ctx.inFlow && !explicitKey && isSeq(value2) && !value2.flow && !value2.tag && !value2.anchor && (ctx.indent = ctx.indent.substring(2));
  let valueCommentDone = !1, valueStr = stringify(value2, ctx, () => valueCommentDone = !0, () => chompKeep = !0), ws = " ";
  if (keyComment || vsb || vcb) {
    if (ws = vsb ? `
` : "", vcb) {
      let cs = commentString(vcb);
      ws += `
${indentComment(cs, ctx.indent)}`;
    }
    valueStr === "" && !ctx.inFlow ? ws === `
` && valueComment && (ws = `

`) : ws += `
${ctx.indent}`;
  } else if (!explicitKey && isCollection(value2)) {
    let vs0 = valueStr[0], nl0 = valueStr.indexOf(`
`), hasNewline = nl0 !== -1, flow = ctx.inFlow ?? value2.flow ?? value2.items.length === 0;
    if (hasNewline || !flow) {
      let hasPropsLine = !1;
      if (hasNewline && (vs0 === "&" || vs0 === "!")) {
        let sp0 = valueStr.indexOf(" ");
        vs0 === "&" && sp0 !== -1 && sp0 < nl0 && valueStr[sp0 + 1] === "!" && (sp0 = valueStr.indexOf(" ", sp0 + 1)), (sp0 === -1 || nl0 < sp0) && (hasPropsLine = !0);
      }
      hasPropsLine || (ws = `
${ctx.indent}`);
    }
  } else (valueStr === "" || valueStr[0] === `
`) && (ws = "");
  return str += ws + valueStr, ctx.inFlow ? valueCommentDone && onComment && onComment() : valueComment && !valueCommentDone ? str += lineComment(str, ctx.indent, commentString(valueComment)) : chompKeep && onChompKeep && onChompKeep(), str;
}

// node_modules/yaml/browser/dist/log.js
function warn(logLevel, warning) {
  (logLevel === "debug" || logLevel === "warn") && console.warn(warning);
}

// node_modules/yaml/browser/dist/schema/yaml-1.1/merge.js
var MERGE_KEY = "<<", merge = {
  identify: (value2) => value2 === MERGE_KEY || typeof value2 == "symbol" && value2.description === MERGE_KEY,
  default: "key",
  tag: "tag:yaml.org,2002:merge",
  test: /^<<$/,
  resolve: () => Object.assign(new Scalar(Symbol(MERGE_KEY)), {
    addToJSMap: addMergeToJSMap
  }),
  stringify: () => MERGE_KEY
}, isMergeKey = (ctx, key) => (merge.identify(key) || isScalar(key) && (!key.type || key.type === Scalar.PLAIN) && merge.identify(key.value)) && ctx?.doc.schema.tags.some((tag) => tag.tag === merge.tag && tag.default);
function addMergeToJSMap(ctx, map2, value2) {
  let source = resolveAliasValue(ctx, value2);
  if (isSeq(source))
    for (let it of source.items)
      mergeValue(ctx, map2, it);
  else if (Array.isArray(source))
    for (let it of source)
      mergeValue(ctx, map2, it);
  else
    mergeValue(ctx, map2, source);
}
function mergeValue(ctx, map2, value2) {
  let source = resolveAliasValue(ctx, value2);
  if (!isMap(source))
    throw new Error("Merge sources must be maps or map aliases");
  let srcMap = source.toJSON(null, ctx, Map);
  for (let [key, value3] of srcMap)
    map2 instanceof Map ? map2.has(key) || map2.set(key, value3) : map2 instanceof Set ? map2.add(key) : Object.prototype.hasOwnProperty.call(map2, key) || Object.defineProperty(map2, key, {
      value: value3,
      writable: !0,
      enumerable: !0,
      configurable: !0
    });
  return map2;
}
function resolveAliasValue(ctx, value2) {
  return ctx && isAlias(value2) ? value2.resolve(ctx.doc, ctx) : value2;
}

// node_modules/yaml/browser/dist/nodes/addPairToJSMap.js
function addPairToJSMap(ctx, map2, { key, value: value2 }) {
  if (isNode(key) && key.addToJSMap)
    key.addToJSMap(ctx, map2, value2);
  else if (isMergeKey(ctx, key))
    addMergeToJSMap(ctx, map2, value2);
  else {
    let jsKey = toJS(key, "", ctx);
    if (map2 instanceof Map)
      map2.set(jsKey, toJS(value2, jsKey, ctx));
    else if (map2 instanceof Set)
      map2.add(jsKey);
    else {
      let stringKey = stringifyKey(key, jsKey, ctx), jsValue = toJS(value2, stringKey, ctx);
      stringKey in map2 ? Object.defineProperty(map2, stringKey, {
        value: jsValue,
        writable: !0,
        enumerable: !0,
        configurable: !0
      }) : map2[stringKey] = jsValue;
    }
  }
  return map2;
}
function stringifyKey(key, jsKey, ctx) {
  if (jsKey === null)
    return "";
  if (typeof jsKey != "object")
    return String(jsKey);
  if (isNode(key) && ctx?.doc) {
    let strCtx = createStringifyContext(ctx.doc, {});
    strCtx.anchors = /* @__PURE__ */ new Set();
    for (let node of ctx.anchors.keys())
      strCtx.anchors.add(node.anchor);
    strCtx.inFlow = !0, strCtx.inStringifyKey = !0;
    let strKey = key.toString(strCtx);
    if (!ctx.mapKeyWarned) {
      let jsonStr = JSON.stringify(strKey);
      jsonStr.length > 40 && (jsonStr = jsonStr.substring(0, 36) + '..."'), warn(ctx.doc.options.logLevel, `Keys with collection values will be stringified due to JS Object restrictions: ${jsonStr}. Set mapAsMap: true to use object keys.`), ctx.mapKeyWarned = !0;
    }
    return strKey;
  }
  return JSON.stringify(jsKey);
}

// node_modules/yaml/browser/dist/nodes/Pair.js
function createPair(key, value2, ctx) {
  let k = createNode(key, void 0, ctx), v = createNode(value2, void 0, ctx);
  return new Pair(k, v);
}
var Pair = class _Pair {
  constructor(key, value2 = null) {
    Object.defineProperty(this, NODE_TYPE, { value: PAIR }), this.key = key, this.value = value2;
  }
  clone(schema4) {
    let { key, value: value2 } = this;
    return isNode(key) && (key = key.clone(schema4)), isNode(value2) && (value2 = value2.clone(schema4)), new _Pair(key, value2);
  }
  toJSON(_, ctx) {
    let pair = ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    return addPairToJSMap(ctx, pair, this);
  }
  toString(ctx, onComment, onChompKeep) {
    return ctx?.doc ? stringifyPair(this, ctx, onComment, onChompKeep) : JSON.stringify(this);
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyCollection.js
function stringifyCollection(collection, ctx, options) {
  return (ctx.inFlow ?? collection.flow ? stringifyFlowCollection : stringifyBlockCollection)(collection, ctx, options);
}
function stringifyBlockCollection({ comment, items }, ctx, { blockItemPrefix, flowChars, itemIndent, onChompKeep, onComment }) {
  let { indent, options: { commentString } } = ctx, itemCtx = Object.assign({}, ctx, { indent: itemIndent, type: null }), chompKeep = !1, lines = [];
  for (let i = 0; i < items.length; ++i) {
    let item = items[i], comment2 = null;
    if (isNode(item))
      !chompKeep && item.spaceBefore && lines.push(""), addCommentBefore(ctx, lines, item.commentBefore, chompKeep), item.comment && (comment2 = item.comment);
    else if (isPair(item)) {
      let ik = isNode(item.key) ? item.key : null;
      ik && (!chompKeep && ik.spaceBefore && lines.push(""), addCommentBefore(ctx, lines, ik.commentBefore, chompKeep));
    }
    chompKeep = !1;
    let str2 = stringify(item, itemCtx, () => comment2 = null, () => chompKeep = !0);
    comment2 && (str2 += lineComment(str2, itemIndent, commentString(comment2))), chompKeep && comment2 && (chompKeep = !1), lines.push(blockItemPrefix + str2);
  }
  let str;
  if (lines.length === 0)
    str = flowChars.start + flowChars.end;
  else {
    str = lines[0];
    for (let i = 1; i < lines.length; ++i) {
      let line = lines[i];
      str += line ? `
${indent}${line}` : `
`;
    }
  }
  return comment ? (str += `
` + indentComment(commentString(comment), indent), onComment && onComment()) : chompKeep && onChompKeep && onChompKeep(), str;
}
function stringifyFlowCollection({ items }, ctx, { flowChars, itemIndent }) {
  let { indent, indentStep, flowCollectionPadding: fcPadding, options: { commentString } } = ctx;
  itemIndent += indentStep;
  let itemCtx = Object.assign({}, ctx, {
    indent: itemIndent,
    inFlow: !0,
    type: null
  }), reqNewline = !1, linesAtValue = 0, lines = [];
  for (let i = 0; i < items.length; ++i) {
    let item = items[i], comment = null;
    if (isNode(item))
      item.spaceBefore && lines.push(""), addCommentBefore(ctx, lines, item.commentBefore, !1), item.comment && (comment = item.comment);
    else if (isPair(item)) {
      let ik = isNode(item.key) ? item.key : null;
      ik && (ik.spaceBefore && lines.push(""), addCommentBefore(ctx, lines, ik.commentBefore, !1), ik.comment && (reqNewline = !0));
      let iv = isNode(item.value) ? item.value : null;
      iv ? (iv.comment && (comment = iv.comment), iv.commentBefore && (reqNewline = !0)) : item.value == null && ik?.comment && (comment = ik.comment);
    }
    comment && (reqNewline = !0);
    let str = stringify(item, itemCtx, () => comment = null);
    reqNewline || (reqNewline = lines.length > linesAtValue || str.includes(`
`)), i < items.length - 1 ? str += "," : ctx.options.trailingComma && (ctx.options.lineWidth > 0 && (reqNewline || (reqNewline = lines.reduce((sum, line) => sum + line.length + 2, 2) + (str.length + 2) > ctx.options.lineWidth)), reqNewline && (str += ",")), comment && (str += lineComment(str, itemIndent, commentString(comment))), lines.push(str), linesAtValue = lines.length;
  }
  let { start, end } = flowChars;
  if (lines.length === 0)
    return start + end;
  if (!reqNewline) {
    let len = lines.reduce((sum, line) => sum + line.length + 2, 2);
    reqNewline = ctx.options.lineWidth > 0 && len > ctx.options.lineWidth;
  }
  if (reqNewline) {
    let str = start;
    for (let line of lines)
      str += line ? `
${indentStep}${indent}${line}` : `
`;
    return `${str}
${indent}${end}`;
  } else
    return `${start}${fcPadding}${lines.join(" ")}${fcPadding}${end}`;
}
function addCommentBefore({ indent, options: { commentString } }, lines, comment, chompKeep) {
  if (comment && chompKeep && (comment = comment.replace(/^\n+/, "")), comment) {
    let ic = indentComment(commentString(comment), indent);
    lines.push(ic.trimStart());
  }
}

// node_modules/yaml/browser/dist/nodes/YAMLMap.js
function findPair(items, key) {
  let k = isScalar(key) ? key.value : key;
  for (let it of items)
    if (isPair(it) && (it.key === key || it.key === k || isScalar(it.key) && it.key.value === k))
      return it;
}
var YAMLMap = class extends Collection {
  static get tagName() {
    return "tag:yaml.org,2002:map";
  }
  constructor(schema4) {
    super(MAP, schema4), this.items = [];
  }
  /**
   * A generic collection parsing method that can be extended
   * to other node classes that inherit from YAMLMap
   */
  static from(schema4, obj, ctx) {
    let { keepUndefined, replacer } = ctx, map2 = new this(schema4), add = (key, value2) => {
      if (typeof replacer == "function")
        value2 = replacer.call(obj, key, value2);
      else if (Array.isArray(replacer) && !replacer.includes(key))
        return;
      (value2 !== void 0 || keepUndefined) && map2.items.push(createPair(key, value2, ctx));
    };
    if (obj instanceof Map)
      for (let [key, value2] of obj)
        add(key, value2);
    else if (obj && typeof obj == "object")
      for (let key of Object.keys(obj))
        add(key, obj[key]);
    return typeof schema4.sortMapEntries == "function" && map2.items.sort(schema4.sortMapEntries), map2;
  }
  /**
   * Adds a value to the collection.
   *
   * @param overwrite - If not set `true`, using a key that is already in the
   *   collection will throw. Otherwise, overwrites the previous value.
   */
  add(pair, overwrite) {
    let _pair;
    isPair(pair) ? _pair = pair : !pair || typeof pair != "object" || !("key" in pair) ? _pair = new Pair(pair, pair?.value) : _pair = new Pair(pair.key, pair.value);
    let prev = findPair(this.items, _pair.key), sortEntries = this.schema?.sortMapEntries;
    if (prev) {
      if (!overwrite)
        throw new Error(`Key ${_pair.key} already set`);
      isScalar(prev.value) && isScalarValue(_pair.value) ? prev.value.value = _pair.value : prev.value = _pair.value;
    } else if (sortEntries) {
      let i = this.items.findIndex((item) => sortEntries(_pair, item) < 0);
      i === -1 ? this.items.push(_pair) : this.items.splice(i, 0, _pair);
    } else
      this.items.push(_pair);
  }
  delete(key) {
    let it = findPair(this.items, key);
    return it ? this.items.splice(this.items.indexOf(it), 1).length > 0 : !1;
  }
  get(key, keepScalar) {
    let node = findPair(this.items, key)?.value;
    return (!keepScalar && isScalar(node) ? node.value : node) ?? void 0;
  }
  has(key) {
    return !!findPair(this.items, key);
  }
  set(key, value2) {
    this.add(new Pair(key, value2), !0);
  }
  /**
   * @param ctx - Conversion context, originally set in Document#toJS()
   * @param {Class} Type - If set, forces the returned collection type
   * @returns Instance of Type, Map, or Object
   */
  toJSON(_, ctx, Type) {
    let map2 = Type ? new Type() : ctx?.mapAsMap ? /* @__PURE__ */ new Map() : {};
    ctx?.onCreate && ctx.onCreate(map2);
    for (let item of this.items)
      addPairToJSMap(ctx, map2, item);
    return map2;
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    for (let item of this.items)
      if (!isPair(item))
        throw new Error(`Map items must all be pairs; found ${JSON.stringify(item)} instead`);
    return !ctx.allNullValues && this.hasAllNullValues(!1) && (ctx = Object.assign({}, ctx, { allNullValues: !0 })), stringifyCollection(this, ctx, {
      blockItemPrefix: "",
      flowChars: { start: "{", end: "}" },
      itemIndent: ctx.indent || "",
      onChompKeep,
      onComment
    });
  }
};

// node_modules/yaml/browser/dist/schema/common/map.js
var map = {
  collection: "map",
  default: !0,
  nodeClass: YAMLMap,
  tag: "tag:yaml.org,2002:map",
  resolve(map2, onError) {
    return isMap(map2) || onError("Expected a mapping for this tag"), map2;
  },
  createNode: (schema4, obj, ctx) => YAMLMap.from(schema4, obj, ctx)
};

// node_modules/yaml/browser/dist/nodes/YAMLSeq.js
var YAMLSeq = class extends Collection {
  static get tagName() {
    return "tag:yaml.org,2002:seq";
  }
  constructor(schema4) {
    super(SEQ, schema4), this.items = [];
  }
  add(value2) {
    this.items.push(value2);
  }
  /**
   * Removes a value from the collection.
   *
   * `key` must contain a representation of an integer for this to succeed.
   * It may be wrapped in a `Scalar`.
   *
   * @returns `true` if the item was found and removed.
   */
  delete(key) {
    let idx = asItemIndex(key);
    return typeof idx != "number" ? !1 : this.items.splice(idx, 1).length > 0;
  }
  get(key, keepScalar) {
    let idx = asItemIndex(key);
    if (typeof idx != "number")
      return;
    let it = this.items[idx];
    return !keepScalar && isScalar(it) ? it.value : it;
  }
  /**
   * Checks if the collection includes a value with the key `key`.
   *
   * `key` must contain a representation of an integer for this to succeed.
   * It may be wrapped in a `Scalar`.
   */
  has(key) {
    let idx = asItemIndex(key);
    return typeof idx == "number" && idx < this.items.length;
  }
  /**
   * Sets a value in this collection. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   *
   * If `key` does not contain a representation of an integer, this will throw.
   * It may be wrapped in a `Scalar`.
   */
  set(key, value2) {
    let idx = asItemIndex(key);
    if (typeof idx != "number")
      throw new Error(`Expected a valid index, not ${key}.`);
    let prev = this.items[idx];
    isScalar(prev) && isScalarValue(value2) ? prev.value = value2 : this.items[idx] = value2;
  }
  toJSON(_, ctx) {
    let seq2 = [];
    ctx?.onCreate && ctx.onCreate(seq2);
    let i = 0;
    for (let item of this.items)
      seq2.push(toJS(item, String(i++), ctx));
    return seq2;
  }
  toString(ctx, onComment, onChompKeep) {
    return ctx ? stringifyCollection(this, ctx, {
      blockItemPrefix: "- ",
      flowChars: { start: "[", end: "]" },
      itemIndent: (ctx.indent || "") + "  ",
      onChompKeep,
      onComment
    }) : JSON.stringify(this);
  }
  static from(schema4, obj, ctx) {
    let { replacer } = ctx, seq2 = new this(schema4);
    if (obj && Symbol.iterator in Object(obj)) {
      let i = 0;
      for (let it of obj) {
        if (typeof replacer == "function") {
          let key = obj instanceof Set ? it : String(i++);
          it = replacer.call(obj, key, it);
        }
        seq2.items.push(createNode(it, void 0, ctx));
      }
    }
    return seq2;
  }
};
function asItemIndex(key) {
  let idx = isScalar(key) ? key.value : key;
  return idx && typeof idx == "string" && (idx = Number(idx)), typeof idx == "number" && Number.isInteger(idx) && idx >= 0 ? idx : null;
}

// node_modules/yaml/browser/dist/schema/common/seq.js
var seq = {
  collection: "seq",
  default: !0,
  nodeClass: YAMLSeq,
  tag: "tag:yaml.org,2002:seq",
  resolve(seq2, onError) {
    return isSeq(seq2) || onError("Expected a sequence for this tag"), seq2;
  },
  createNode: (schema4, obj, ctx) => YAMLSeq.from(schema4, obj, ctx)
};

// node_modules/yaml/browser/dist/schema/common/string.js
var string = {
  identify: (value2) => typeof value2 == "string",
  default: !0,
  tag: "tag:yaml.org,2002:str",
  resolve: (str) => str,
  stringify(item, ctx, onComment, onChompKeep) {
    return ctx = Object.assign({ actualString: !0 }, ctx), stringifyString(item, ctx, onComment, onChompKeep);
  }
};

// node_modules/yaml/browser/dist/schema/common/null.js
var nullTag = {
  identify: (value2) => value2 == null,
  createNode: () => new Scalar(null),
  default: !0,
  tag: "tag:yaml.org,2002:null",
  test: /^(?:~|[Nn]ull|NULL)?$/,
  resolve: () => new Scalar(null),
  stringify: ({ source }, ctx) => typeof source == "string" && nullTag.test.test(source) ? source : ctx.options.nullStr
};

// node_modules/yaml/browser/dist/schema/core/bool.js
var boolTag = {
  identify: (value2) => typeof value2 == "boolean",
  default: !0,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/,
  resolve: (str) => new Scalar(str[0] === "t" || str[0] === "T"),
  stringify({ source, value: value2 }, ctx) {
    if (source && boolTag.test.test(source)) {
      let sv = source[0] === "t" || source[0] === "T";
      if (value2 === sv)
        return source;
    }
    return value2 ? ctx.options.trueStr : ctx.options.falseStr;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyNumber.js
function stringifyNumber({ format: format2, minFractionDigits, tag, value: value2 }) {
  if (typeof value2 == "bigint")
    return String(value2);
  let num = typeof value2 == "number" ? value2 : Number(value2);
  if (!isFinite(num))
    return isNaN(num) ? ".nan" : num < 0 ? "-.inf" : ".inf";
  let n = Object.is(value2, -0) ? "-0" : JSON.stringify(value2);
  if (!format2 && minFractionDigits && (!tag || tag === "tag:yaml.org,2002:float") && /^-?\d/.test(n) && !n.includes("e")) {
    let i = n.indexOf(".");
    i < 0 && (i = n.length, n += ".");
    let d = minFractionDigits - (n.length - i - 1);
    for (; d-- > 0; )
      n += "0";
  }
  return n;
}

// node_modules/yaml/browser/dist/schema/core/float.js
var floatNaN = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
  resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  stringify: stringifyNumber
}, floatExp = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  format: "EXP",
  test: /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)[eE][-+]?[0-9]+$/,
  resolve: (str) => parseFloat(str),
  stringify(node) {
    let num = Number(node.value);
    return isFinite(num) ? num.toExponential() : stringifyNumber(node);
  }
}, float = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?(?:\.[0-9]+|[0-9]+\.[0-9]*)$/,
  resolve(str) {
    let node = new Scalar(parseFloat(str)), dot = str.indexOf(".");
    return dot !== -1 && str[str.length - 1] === "0" && (node.minFractionDigits = str.length - dot - 1), node;
  },
  stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/core/int.js
var intIdentify = (value2) => typeof value2 == "bigint" || Number.isInteger(value2), intResolve = (str, offset, radix, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str.substring(offset), radix);
function intStringify(node, radix, prefix) {
  let { value: value2 } = node;
  return intIdentify(value2) && value2 >= 0 ? prefix + value2.toString(radix) : stringifyNumber(node);
}
var intOct = {
  identify: (value2) => intIdentify(value2) && value2 >= 0,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  format: "OCT",
  test: /^0o[0-7]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 2, 8, opt),
  stringify: (node) => intStringify(node, 8, "0o")
}, int = {
  identify: intIdentify,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?[0-9]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 0, 10, opt),
  stringify: stringifyNumber
}, intHex = {
  identify: (value2) => intIdentify(value2) && value2 >= 0,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  format: "HEX",
  test: /^0x[0-9a-fA-F]+$/,
  resolve: (str, _onError, opt) => intResolve(str, 2, 16, opt),
  stringify: (node) => intStringify(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/core/schema.js
var schema = [
  map,
  seq,
  string,
  nullTag,
  boolTag,
  intOct,
  int,
  intHex,
  floatNaN,
  floatExp,
  float
];

// node_modules/yaml/browser/dist/schema/json/schema.js
function intIdentify2(value2) {
  return typeof value2 == "bigint" || Number.isInteger(value2);
}
var stringifyJSON = ({ value: value2 }) => JSON.stringify(value2), jsonScalars = [
  {
    identify: (value2) => typeof value2 == "string",
    default: !0,
    tag: "tag:yaml.org,2002:str",
    resolve: (str) => str,
    stringify: stringifyJSON
  },
  {
    identify: (value2) => value2 == null,
    createNode: () => new Scalar(null),
    default: !0,
    tag: "tag:yaml.org,2002:null",
    test: /^null$/,
    resolve: () => null,
    stringify: stringifyJSON
  },
  {
    identify: (value2) => typeof value2 == "boolean",
    default: !0,
    tag: "tag:yaml.org,2002:bool",
    test: /^true$|^false$/,
    resolve: (str) => str === "true",
    stringify: stringifyJSON
  },
  {
    identify: intIdentify2,
    default: !0,
    tag: "tag:yaml.org,2002:int",
    test: /^-?(?:0|[1-9][0-9]*)$/,
    resolve: (str, _onError, { intAsBigInt }) => intAsBigInt ? BigInt(str) : parseInt(str, 10),
    stringify: ({ value: value2 }) => intIdentify2(value2) ? value2.toString() : JSON.stringify(value2)
  },
  {
    identify: (value2) => typeof value2 == "number",
    default: !0,
    tag: "tag:yaml.org,2002:float",
    test: /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]*)?(?:[eE][-+]?[0-9]+)?$/,
    resolve: (str) => parseFloat(str),
    stringify: stringifyJSON
  }
], jsonError = {
  default: !0,
  tag: "",
  test: /^/,
  resolve(str, onError) {
    return onError(`Unresolved plain scalar ${JSON.stringify(str)}`), str;
  }
}, schema2 = [map, seq].concat(jsonScalars, jsonError);

// node_modules/yaml/browser/dist/schema/yaml-1.1/binary.js
var binary = {
  identify: (value2) => value2 instanceof Uint8Array,
  // Buffer inherits from Uint8Array
  default: !1,
  tag: "tag:yaml.org,2002:binary",
  /**
   * Returns a Buffer in node and an Uint8Array in browsers
   *
   * To use the resulting buffer as an image, you'll want to do something like:
   *
   *   const blob = new Blob([buffer], { type: 'image/jpeg' })
   *   document.querySelector('#photo').src = URL.createObjectURL(blob)
   */
  resolve(src, onError) {
    if (typeof atob == "function") {
      let str = atob(src.replace(/[\n\r]/g, "")), buffer = new Uint8Array(str.length);
      for (let i = 0; i < str.length; ++i)
        buffer[i] = str.charCodeAt(i);
      return buffer;
    } else
      return onError("This environment does not support reading binary tags; either Buffer or atob is required"), src;
  },
  stringify({ comment, type, value: value2 }, ctx, onComment, onChompKeep) {
    if (!value2)
      return "";
    let buf = value2, str;
    if (typeof btoa == "function") {
      let s = "";
      for (let i = 0; i < buf.length; ++i)
        s += String.fromCharCode(buf[i]);
      str = btoa(s);
    } else
      throw new Error("This environment does not support writing binary tags; either Buffer or btoa is required");
    if (type ?? (type = Scalar.BLOCK_LITERAL), type !== Scalar.QUOTE_DOUBLE) {
      let lineWidth = Math.max(ctx.options.lineWidth - ctx.indent.length, ctx.options.minContentWidth), n = Math.ceil(str.length / lineWidth), lines = new Array(n);
      for (let i = 0, o = 0; i < n; ++i, o += lineWidth)
        lines[i] = str.substr(o, lineWidth);
      str = lines.join(type === Scalar.BLOCK_LITERAL ? `
` : " ");
    }
    return stringifyString({ comment, type, value: str }, ctx, onComment, onChompKeep);
  }
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/pairs.js
function resolvePairs(seq2, onError) {
  if (isSeq(seq2))
    for (let i = 0; i < seq2.items.length; ++i) {
      let item = seq2.items[i];
      if (!isPair(item)) {
        if (isMap(item)) {
          item.items.length > 1 && onError("Each pair must have its own sequence indicator");
          let pair = item.items[0] || new Pair(new Scalar(null));
          if (item.commentBefore && (pair.key.commentBefore = pair.key.commentBefore ? `${item.commentBefore}
${pair.key.commentBefore}` : item.commentBefore), item.comment) {
            let cn = pair.value ?? pair.key;
            cn.comment = cn.comment ? `${item.comment}
${cn.comment}` : item.comment;
          }
          item = pair;
        }
        seq2.items[i] = isPair(item) ? item : new Pair(item);
      }
    }
  else
    onError("Expected a sequence for this tag");
  return seq2;
}
function createPairs(schema4, iterable, ctx) {
  let { replacer } = ctx, pairs2 = new YAMLSeq(schema4);
  pairs2.tag = "tag:yaml.org,2002:pairs";
  let i = 0;
  if (iterable && Symbol.iterator in Object(iterable))
    for (let it of iterable) {
      typeof replacer == "function" && (it = replacer.call(iterable, String(i++), it));
      let key, value2;
      if (Array.isArray(it))
        if (it.length === 2)
          key = it[0], value2 = it[1];
        else
          throw new TypeError(`Expected [key, value] tuple: ${it}`);
      else if (it && it instanceof Object) {
        let keys = Object.keys(it);
        if (keys.length === 1)
          key = keys[0], value2 = it[key];
        else
          throw new TypeError(`Expected tuple with one key, not ${keys.length} keys`);
      } else
        key = it;
      pairs2.items.push(createPair(key, value2, ctx));
    }
  return pairs2;
}
var pairs = {
  collection: "seq",
  default: !1,
  tag: "tag:yaml.org,2002:pairs",
  resolve: resolvePairs,
  createNode: createPairs
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/omap.js
var YAMLOMap = class _YAMLOMap extends YAMLSeq {
  constructor() {
    super(), this.add = YAMLMap.prototype.add.bind(this), this.delete = YAMLMap.prototype.delete.bind(this), this.get = YAMLMap.prototype.get.bind(this), this.has = YAMLMap.prototype.has.bind(this), this.set = YAMLMap.prototype.set.bind(this), this.tag = _YAMLOMap.tag;
  }
  /**
   * If `ctx` is given, the return type is actually `Map<unknown, unknown>`,
   * but TypeScript won't allow widening the signature of a child method.
   */
  toJSON(_, ctx) {
    if (!ctx)
      return super.toJSON(_);
    let map2 = /* @__PURE__ */ new Map();
    ctx?.onCreate && ctx.onCreate(map2);
    for (let pair of this.items) {
      let key, value2;
      if (isPair(pair) ? (key = toJS(pair.key, "", ctx), value2 = toJS(pair.value, key, ctx)) : key = toJS(pair, "", ctx), map2.has(key))
        throw new Error("Ordered maps must not include duplicate keys");
      map2.set(key, value2);
    }
    return map2;
  }
  static from(schema4, iterable, ctx) {
    let pairs2 = createPairs(schema4, iterable, ctx), omap2 = new this();
    return omap2.items = pairs2.items, omap2;
  }
};
YAMLOMap.tag = "tag:yaml.org,2002:omap";
var omap = {
  collection: "seq",
  identify: (value2) => value2 instanceof Map,
  nodeClass: YAMLOMap,
  default: !1,
  tag: "tag:yaml.org,2002:omap",
  resolve(seq2, onError) {
    let pairs2 = resolvePairs(seq2, onError), seenKeys = [];
    for (let { key } of pairs2.items)
      isScalar(key) && (seenKeys.includes(key.value) ? onError(`Ordered maps must not include duplicate keys: ${key.value}`) : seenKeys.push(key.value));
    return Object.assign(new YAMLOMap(), pairs2);
  },
  createNode: (schema4, iterable, ctx) => YAMLOMap.from(schema4, iterable, ctx)
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/bool.js
function boolStringify({ value: value2, source }, ctx) {
  return source && (value2 ? trueTag : falseTag).test.test(source) ? source : value2 ? ctx.options.trueStr : ctx.options.falseStr;
}
var trueTag = {
  identify: (value2) => value2 === !0,
  default: !0,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:Y|y|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/,
  resolve: () => new Scalar(!0),
  stringify: boolStringify
}, falseTag = {
  identify: (value2) => value2 === !1,
  default: !0,
  tag: "tag:yaml.org,2002:bool",
  test: /^(?:N|n|[Nn]o|NO|[Ff]alse|FALSE|[Oo]ff|OFF)$/,
  resolve: () => new Scalar(!1),
  stringify: boolStringify
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/float.js
var floatNaN2 = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  test: /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
  resolve: (str) => str.slice(-3).toLowerCase() === "nan" ? NaN : str[0] === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY,
  stringify: stringifyNumber
}, floatExp2 = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  format: "EXP",
  test: /^[-+]?(?:[0-9][0-9_]*)?(?:\.[0-9_]*)?[eE][-+]?[0-9]+$/,
  resolve: (str) => parseFloat(str.replace(/_/g, "")),
  stringify(node) {
    let num = Number(node.value);
    return isFinite(num) ? num.toExponential() : stringifyNumber(node);
  }
}, float2 = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  test: /^[-+]?(?:[0-9][0-9_]*)?\.[0-9_]*$/,
  resolve(str) {
    let node = new Scalar(parseFloat(str.replace(/_/g, ""))), dot = str.indexOf(".");
    if (dot !== -1) {
      let f = str.substring(dot + 1).replace(/_/g, "");
      f[f.length - 1] === "0" && (node.minFractionDigits = f.length);
    }
    return node;
  },
  stringify: stringifyNumber
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/int.js
var intIdentify3 = (value2) => typeof value2 == "bigint" || Number.isInteger(value2);
function intResolve2(str, offset, radix, { intAsBigInt }) {
  let sign = str[0];
  if ((sign === "-" || sign === "+") && (offset += 1), str = str.substring(offset).replace(/_/g, ""), intAsBigInt) {
    switch (radix) {
      case 2:
        str = `0b${str}`;
        break;
      case 8:
        str = `0o${str}`;
        break;
      case 16:
        str = `0x${str}`;
        break;
    }
    let n2 = BigInt(str);
    return sign === "-" ? BigInt(-1) * n2 : n2;
  }
  let n = parseInt(str, radix);
  return sign === "-" ? -1 * n : n;
}
function intStringify2(node, radix, prefix) {
  let { value: value2 } = node;
  if (intIdentify3(value2)) {
    let str = value2.toString(radix);
    return value2 < 0 ? "-" + prefix + str.substr(1) : prefix + str;
  }
  return stringifyNumber(node);
}
var intBin = {
  identify: intIdentify3,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  format: "BIN",
  test: /^[-+]?0b[0-1_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 2, 2, opt),
  stringify: (node) => intStringify2(node, 2, "0b")
}, intOct2 = {
  identify: intIdentify3,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  format: "OCT",
  test: /^[-+]?0[0-7_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 1, 8, opt),
  stringify: (node) => intStringify2(node, 8, "0")
}, int2 = {
  identify: intIdentify3,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  test: /^[-+]?[0-9][0-9_]*$/,
  resolve: (str, _onError, opt) => intResolve2(str, 0, 10, opt),
  stringify: stringifyNumber
}, intHex2 = {
  identify: intIdentify3,
  default: !0,
  tag: "tag:yaml.org,2002:int",
  format: "HEX",
  test: /^[-+]?0x[0-9a-fA-F_]+$/,
  resolve: (str, _onError, opt) => intResolve2(str, 2, 16, opt),
  stringify: (node) => intStringify2(node, 16, "0x")
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/set.js
var YAMLSet = class _YAMLSet extends YAMLMap {
  constructor(schema4) {
    super(schema4), this.tag = _YAMLSet.tag;
  }
  add(key) {
    let pair;
    isPair(key) ? pair = key : key && typeof key == "object" && "key" in key && "value" in key && key.value === null ? pair = new Pair(key.key, null) : pair = new Pair(key, null), findPair(this.items, pair.key) || this.items.push(pair);
  }
  /**
   * If `keepPair` is `true`, returns the Pair matching `key`.
   * Otherwise, returns the value of that Pair's key.
   */
  get(key, keepPair) {
    let pair = findPair(this.items, key);
    return !keepPair && isPair(pair) ? isScalar(pair.key) ? pair.key.value : pair.key : pair;
  }
  set(key, value2) {
    if (typeof value2 != "boolean")
      throw new Error(`Expected boolean value for set(key, value) in a YAML set, not ${typeof value2}`);
    let prev = findPair(this.items, key);
    prev && !value2 ? this.items.splice(this.items.indexOf(prev), 1) : !prev && value2 && this.items.push(new Pair(key));
  }
  toJSON(_, ctx) {
    return super.toJSON(_, ctx, Set);
  }
  toString(ctx, onComment, onChompKeep) {
    if (!ctx)
      return JSON.stringify(this);
    if (this.hasAllNullValues(!0))
      return super.toString(Object.assign({}, ctx, { allNullValues: !0 }), onComment, onChompKeep);
    throw new Error("Set items must all have null values");
  }
  static from(schema4, iterable, ctx) {
    let { replacer } = ctx, set3 = new this(schema4);
    if (iterable && Symbol.iterator in Object(iterable))
      for (let value2 of iterable)
        typeof replacer == "function" && (value2 = replacer.call(iterable, value2, value2)), set3.items.push(createPair(value2, null, ctx));
    return set3;
  }
};
YAMLSet.tag = "tag:yaml.org,2002:set";
var set2 = {
  collection: "map",
  identify: (value2) => value2 instanceof Set,
  nodeClass: YAMLSet,
  default: !1,
  tag: "tag:yaml.org,2002:set",
  createNode: (schema4, iterable, ctx) => YAMLSet.from(schema4, iterable, ctx),
  resolve(map2, onError) {
    if (isMap(map2)) {
      if (map2.hasAllNullValues(!0))
        return Object.assign(new YAMLSet(), map2);
      onError("Set items must all have null values");
    } else
      onError("Expected a mapping for this tag");
    return map2;
  }
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/timestamp.js
function parseSexagesimal(str, asBigInt) {
  let sign = str[0], parts = sign === "-" || sign === "+" ? str.substring(1) : str, num = (n) => asBigInt ? BigInt(n) : Number(n), res = parts.replace(/_/g, "").split(":").reduce((res2, p) => res2 * num(60) + num(p), num(0));
  return sign === "-" ? num(-1) * res : res;
}
function stringifySexagesimal(node) {
  let { value: value2 } = node, num = (n) => n;
  if (typeof value2 == "bigint")
    num = (n) => BigInt(n);
  else if (isNaN(value2) || !isFinite(value2))
    return stringifyNumber(node);
  let sign = "";
  value2 < 0 && (sign = "-", value2 *= num(-1));
  let _60 = num(60), parts = [value2 % _60];
  return value2 < 60 ? parts.unshift(0) : (value2 = (value2 - parts[0]) / _60, parts.unshift(value2 % _60), value2 >= 60 && (value2 = (value2 - parts[0]) / _60, parts.unshift(value2))), sign + parts.map((n) => String(n).padStart(2, "0")).join(":").replace(/000000\d*$/, "");
}
var intTime = {
  identify: (value2) => typeof value2 == "bigint" || Number.isInteger(value2),
  default: !0,
  tag: "tag:yaml.org,2002:int",
  format: "TIME",
  test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+$/,
  resolve: (str, _onError, { intAsBigInt }) => parseSexagesimal(str, intAsBigInt),
  stringify: stringifySexagesimal
}, floatTime = {
  identify: (value2) => typeof value2 == "number",
  default: !0,
  tag: "tag:yaml.org,2002:float",
  format: "TIME",
  test: /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+\.[0-9_]*$/,
  resolve: (str) => parseSexagesimal(str, !1),
  stringify: stringifySexagesimal
}, timestamp = {
  identify: (value2) => value2 instanceof Date,
  default: !0,
  tag: "tag:yaml.org,2002:timestamp",
  // If the time zone is omitted, the timestamp is assumed to be specified in UTC. The time part
  // may be omitted altogether, resulting in a date format. In such a case, the time part is
  // assumed to be 00:00:00Z (start of day, UTC).
  test: RegExp("^([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:(?:t|T|[ \\t]+)([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2}(\\.[0-9]+)?)(?:[ \\t]*(Z|[-+][012]?[0-9](?::[0-9]{2})?))?)?$"),
  resolve(str) {
    let match = str.match(timestamp.test);
    if (!match)
      throw new Error("!!timestamp expects a date, starting with yyyy-mm-dd");
    let [, year, month, day, hour, minute, second] = match.map(Number), millisec = match[7] ? Number((match[7] + "00").substr(1, 3)) : 0, date2 = Date.UTC(year, month - 1, day, hour || 0, minute || 0, second || 0, millisec), tz = match[8];
    if (tz && tz !== "Z") {
      let d = parseSexagesimal(tz, !1);
      Math.abs(d) < 30 && (d *= 60), date2 -= 6e4 * d;
    }
    return new Date(date2);
  },
  stringify: ({ value: value2 }) => value2?.toISOString().replace(/(T00:00:00)?\.000Z$/, "") ?? ""
};

// node_modules/yaml/browser/dist/schema/yaml-1.1/schema.js
var schema3 = [
  map,
  seq,
  string,
  nullTag,
  trueTag,
  falseTag,
  intBin,
  intOct2,
  int2,
  intHex2,
  floatNaN2,
  floatExp2,
  float2,
  binary,
  merge,
  omap,
  pairs,
  set2,
  intTime,
  floatTime,
  timestamp
];

// node_modules/yaml/browser/dist/schema/tags.js
var schemas = /* @__PURE__ */ new Map([
  ["core", schema],
  ["failsafe", [map, seq, string]],
  ["json", schema2],
  ["yaml11", schema3],
  ["yaml-1.1", schema3]
]), tagsByName = {
  binary,
  bool: boolTag,
  float,
  floatExp,
  floatNaN,
  floatTime,
  int,
  intHex,
  intOct,
  intTime,
  map,
  merge,
  null: nullTag,
  omap,
  pairs,
  seq,
  set: set2,
  timestamp
}, coreKnownTags = {
  "tag:yaml.org,2002:binary": binary,
  "tag:yaml.org,2002:merge": merge,
  "tag:yaml.org,2002:omap": omap,
  "tag:yaml.org,2002:pairs": pairs,
  "tag:yaml.org,2002:set": set2,
  "tag:yaml.org,2002:timestamp": timestamp
};
function getTags(customTags, schemaName, addMergeTag) {
  let schemaTags = schemas.get(schemaName);
  if (schemaTags && !customTags)
    return addMergeTag && !schemaTags.includes(merge) ? schemaTags.concat(merge) : schemaTags.slice();
  let tags = schemaTags;
  if (!tags)
    if (Array.isArray(customTags))
      tags = [];
    else {
      let keys = Array.from(schemas.keys()).filter((key) => key !== "yaml11").map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown schema "${schemaName}"; use one of ${keys} or define customTags array`);
    }
  if (Array.isArray(customTags))
    for (let tag of customTags)
      tags = tags.concat(tag);
  else typeof customTags == "function" && (tags = customTags(tags.slice()));
  return addMergeTag && (tags = tags.concat(merge)), tags.reduce((tags2, tag) => {
    let tagObj = typeof tag == "string" ? tagsByName[tag] : tag;
    if (!tagObj) {
      let tagName = JSON.stringify(tag), keys = Object.keys(tagsByName).map((key) => JSON.stringify(key)).join(", ");
      throw new Error(`Unknown custom tag ${tagName}; use one of ${keys}`);
    }
    return tags2.includes(tagObj) || tags2.push(tagObj), tags2;
  }, []);
}

// node_modules/yaml/browser/dist/schema/Schema.js
var sortMapEntriesByKey = (a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : 0, Schema = class _Schema {
  constructor({ compat, customTags, merge: merge3, resolveKnownTags, schema: schema4, sortMapEntries, toStringDefaults }) {
    this.compat = Array.isArray(compat) ? getTags(compat, "compat") : compat ? getTags(null, compat) : null, this.name = typeof schema4 == "string" && schema4 || "core", this.knownTags = resolveKnownTags ? coreKnownTags : {}, this.tags = getTags(customTags, this.name, merge3), this.toStringOptions = toStringDefaults ?? null, Object.defineProperty(this, MAP, { value: map }), Object.defineProperty(this, SCALAR, { value: string }), Object.defineProperty(this, SEQ, { value: seq }), this.sortMapEntries = typeof sortMapEntries == "function" ? sortMapEntries : sortMapEntries === !0 ? sortMapEntriesByKey : null;
  }
  clone() {
    let copy = Object.create(_Schema.prototype, Object.getOwnPropertyDescriptors(this));
    return copy.tags = this.tags.slice(), copy;
  }
};

// node_modules/yaml/browser/dist/stringify/stringifyDocument.js
function stringifyDocument(doc, options) {
  let lines = [], hasDirectives = options.directives === !0;
  if (options.directives !== !1 && doc.directives) {
    let dir = doc.directives.toString(doc);
    dir ? (lines.push(dir), hasDirectives = !0) : doc.directives.docStart && (hasDirectives = !0);
  }
  hasDirectives && lines.push("---");
  let ctx = createStringifyContext(doc, options), { commentString } = ctx.options;
  if (doc.commentBefore) {
    lines.length !== 1 && lines.unshift("");
    let cs = commentString(doc.commentBefore);
    lines.unshift(indentComment(cs, ""));
  }
  let chompKeep = !1, contentComment = null;
  if (doc.contents) {
    if (isNode(doc.contents)) {
      if (doc.contents.spaceBefore && hasDirectives && lines.push(""), doc.contents.commentBefore) {
        let cs = commentString(doc.contents.commentBefore);
        lines.push(indentComment(cs, ""));
      }
      ctx.forceBlockIndent = !!doc.comment, contentComment = doc.contents.comment;
    }
    let onChompKeep = contentComment ? void 0 : () => chompKeep = !0, body = stringify(doc.contents, ctx, () => contentComment = null, onChompKeep);
    contentComment && (body += lineComment(body, "", commentString(contentComment))), (body[0] === "|" || body[0] === ">") && lines[lines.length - 1] === "---" ? lines[lines.length - 1] = `--- ${body}` : lines.push(body);
  } else
    lines.push(stringify(doc.contents, ctx));
  if (doc.directives?.docEnd)
    if (doc.comment) {
      let cs = commentString(doc.comment);
      cs.includes(`
`) ? (lines.push("..."), lines.push(indentComment(cs, ""))) : lines.push(`... ${cs}`);
    } else
      lines.push("...");
  else {
    let dc = doc.comment;
    dc && chompKeep && (dc = dc.replace(/^\n+/, "")), dc && ((!chompKeep || contentComment) && lines[lines.length - 1] !== "" && lines.push(""), lines.push(indentComment(commentString(dc), "")));
  }
  return lines.join(`
`) + `
`;
}

// node_modules/yaml/browser/dist/doc/Document.js
var Document = class _Document {
  constructor(value2, replacer, options) {
    this.commentBefore = null, this.comment = null, this.errors = [], this.warnings = [], Object.defineProperty(this, NODE_TYPE, { value: DOC });
    let _replacer = null;
    typeof replacer == "function" || Array.isArray(replacer) ? _replacer = replacer : options === void 0 && replacer && (options = replacer, replacer = void 0);
    let opt = Object.assign({
      intAsBigInt: !1,
      keepSourceTokens: !1,
      logLevel: "warn",
      prettyErrors: !0,
      strict: !0,
      stringKeys: !1,
      uniqueKeys: !0,
      version: "1.2"
    }, options);
    this.options = opt;
    let { version } = opt;
    options?._directives ? (this.directives = options._directives.atDocument(), this.directives.yaml.explicit && (version = this.directives.yaml.version)) : this.directives = new Directives({ version }), this.setSchema(version, options), this.contents = value2 === void 0 ? null : this.createNode(value2, _replacer, options);
  }
  /**
   * Create a deep copy of this Document and its contents.
   *
   * Custom Node values that inherit from `Object` still refer to their original instances.
   */
  clone() {
    let copy = Object.create(_Document.prototype, {
      [NODE_TYPE]: { value: DOC }
    });
    return copy.commentBefore = this.commentBefore, copy.comment = this.comment, copy.errors = this.errors.slice(), copy.warnings = this.warnings.slice(), copy.options = Object.assign({}, this.options), this.directives && (copy.directives = this.directives.clone()), copy.schema = this.schema.clone(), copy.contents = isNode(this.contents) ? this.contents.clone(copy.schema) : this.contents, this.range && (copy.range = this.range.slice()), copy;
  }
  /** Adds a value to the document. */
  add(value2) {
    assertCollection(this.contents) && this.contents.add(value2);
  }
  /** Adds a value to the document. */
  addIn(path, value2) {
    assertCollection(this.contents) && this.contents.addIn(path, value2);
  }
  /**
   * Create a new `Alias` node, ensuring that the target `node` has the required anchor.
   *
   * If `node` already has an anchor, `name` is ignored.
   * Otherwise, the `node.anchor` value will be set to `name`,
   * or if an anchor with that name is already present in the document,
   * `name` will be used as a prefix for a new unique anchor.
   * If `name` is undefined, the generated anchor will use 'a' as a prefix.
   */
  createAlias(node, name) {
    if (!node.anchor) {
      let prev = anchorNames(this);
      node.anchor = // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
      !name || prev.has(name) ? findNewAnchor(name || "a", prev) : name;
    }
    return new Alias(node.anchor);
  }
  createNode(value2, replacer, options) {
    let _replacer;
    if (typeof replacer == "function")
      value2 = replacer.call({ "": value2 }, "", value2), _replacer = replacer;
    else if (Array.isArray(replacer)) {
      let keyToStr = (v) => typeof v == "number" || v instanceof String || v instanceof Number, asStr = replacer.filter(keyToStr).map(String);
      asStr.length > 0 && (replacer = replacer.concat(asStr)), _replacer = replacer;
    } else options === void 0 && replacer && (options = replacer, replacer = void 0);
    let { aliasDuplicateObjects, anchorPrefix, flow, keepUndefined, onTagObj, tag } = options ?? {}, { onAnchor, setAnchors, sourceObjects } = createNodeAnchors(
      this,
      // eslint-disable-next-line @typescript-eslint/prefer-nullish-coalescing
      anchorPrefix || "a"
    ), ctx = {
      aliasDuplicateObjects: aliasDuplicateObjects ?? !0,
      keepUndefined: keepUndefined ?? !1,
      onAnchor,
      onTagObj,
      replacer: _replacer,
      schema: this.schema,
      sourceObjects
    }, node = createNode(value2, tag, ctx);
    return flow && isCollection(node) && (node.flow = !0), setAnchors(), node;
  }
  /**
   * Convert a key and a value into a `Pair` using the current schema,
   * recursively wrapping all values as `Scalar` or `Collection` nodes.
   */
  createPair(key, value2, options = {}) {
    let k = this.createNode(key, null, options), v = this.createNode(value2, null, options);
    return new Pair(k, v);
  }
  /**
   * Removes a value from the document.
   * @returns `true` if the item was found and removed.
   */
  delete(key) {
    return assertCollection(this.contents) ? this.contents.delete(key) : !1;
  }
  /**
   * Removes a value from the document.
   * @returns `true` if the item was found and removed.
   */
  deleteIn(path) {
    return isEmptyPath(path) ? this.contents == null ? !1 : (this.contents = null, !0) : assertCollection(this.contents) ? this.contents.deleteIn(path) : !1;
  }
  /**
   * Returns item at `key`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  get(key, keepScalar) {
    return isCollection(this.contents) ? this.contents.get(key, keepScalar) : void 0;
  }
  /**
   * Returns item at `path`, or `undefined` if not found. By default unwraps
   * scalar values from their surrounding node; to disable set `keepScalar` to
   * `true` (collections are always returned intact).
   */
  getIn(path, keepScalar) {
    return isEmptyPath(path) ? !keepScalar && isScalar(this.contents) ? this.contents.value : this.contents : isCollection(this.contents) ? this.contents.getIn(path, keepScalar) : void 0;
  }
  /**
   * Checks if the document includes a value with the key `key`.
   */
  has(key) {
    return isCollection(this.contents) ? this.contents.has(key) : !1;
  }
  /**
   * Checks if the document includes a value at `path`.
   */
  hasIn(path) {
    return isEmptyPath(path) ? this.contents !== void 0 : isCollection(this.contents) ? this.contents.hasIn(path) : !1;
  }
  /**
   * Sets a value in this document. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  set(key, value2) {
    this.contents == null ? this.contents = collectionFromPath(this.schema, [key], value2) : assertCollection(this.contents) && this.contents.set(key, value2);
  }
  /**
   * Sets a value in this document. For `!!set`, `value` needs to be a
   * boolean to add/remove the item from the set.
   */
  setIn(path, value2) {
    isEmptyPath(path) ? this.contents = value2 : this.contents == null ? this.contents = collectionFromPath(this.schema, Array.from(path), value2) : assertCollection(this.contents) && this.contents.setIn(path, value2);
  }
  /**
   * Change the YAML version and schema used by the document.
   * A `null` version disables support for directives, explicit tags, anchors, and aliases.
   * It also requires the `schema` option to be given as a `Schema` instance value.
   *
   * Overrides all previously set schema options.
   */
  setSchema(version, options = {}) {
    typeof version == "number" && (version = String(version));
    let opt;
    switch (version) {
      case "1.1":
        this.directives ? this.directives.yaml.version = "1.1" : this.directives = new Directives({ version: "1.1" }), opt = { resolveKnownTags: !1, schema: "yaml-1.1" };
        break;
      case "1.2":
      case "next":
        this.directives ? this.directives.yaml.version = version : this.directives = new Directives({ version }), opt = { resolveKnownTags: !0, schema: "core" };
        break;
      case null:
        this.directives && delete this.directives, opt = null;
        break;
      default: {
        let sv = JSON.stringify(version);
        throw new Error(`Expected '1.1', '1.2' or null as first argument, but found: ${sv}`);
      }
    }
    if (options.schema instanceof Object)
      this.schema = options.schema;
    else if (opt)
      this.schema = new Schema(Object.assign(opt, options));
    else
      throw new Error("With a null YAML version, the { schema: Schema } option is required");
  }
  // json & jsonArg are only used from toJSON()
  toJS({ json, jsonArg, mapAsMap, maxAliasCount, onAnchor, reviver } = {}) {
    let ctx = {
      anchors: /* @__PURE__ */ new Map(),
      doc: this,
      keep: !json,
      mapAsMap: mapAsMap === !0,
      mapKeyWarned: !1,
      maxAliasCount: typeof maxAliasCount == "number" ? maxAliasCount : 100
    }, res = toJS(this.contents, jsonArg ?? "", ctx);
    if (typeof onAnchor == "function")
      for (let { count, res: res2 } of ctx.anchors.values())
        onAnchor(res2, count);
    return typeof reviver == "function" ? applyReviver(reviver, { "": res }, "", res) : res;
  }
  /**
   * A JSON representation of the document `contents`.
   *
   * @param jsonArg Used by `JSON.stringify` to indicate the array index or
   *   property name.
   */
  toJSON(jsonArg, onAnchor) {
    return this.toJS({ json: !0, jsonArg, mapAsMap: !1, onAnchor });
  }
  /** A YAML representation of the document. */
  toString(options = {}) {
    if (this.errors.length > 0)
      throw new Error("Document with errors cannot be stringified");
    if ("indent" in options && (!Number.isInteger(options.indent) || Number(options.indent) <= 0)) {
      let s = JSON.stringify(options.indent);
      throw new Error(`"indent" option must be a positive integer, not ${s}`);
    }
    return stringifyDocument(this, options);
  }
};
function assertCollection(contents) {
  if (isCollection(contents))
    return !0;
  throw new Error("Expected a YAML collection as document contents");
}

// node_modules/yaml/browser/dist/errors.js
var YAMLError = class extends Error {
  constructor(name, pos, code, message) {
    super(), this.name = name, this.code = code, this.message = message, this.pos = pos;
  }
}, YAMLParseError = class extends YAMLError {
  constructor(pos, code, message) {
    super("YAMLParseError", pos, code, message);
  }
}, YAMLWarning = class extends YAMLError {
  constructor(pos, code, message) {
    super("YAMLWarning", pos, code, message);
  }
};

// node_modules/yaml/browser/dist/compose/resolve-props.js
function resolveProps(tokens, { flow, indicator, next, offset, onError, parentIndent, startOnNewline }) {
  let spaceBefore = !1, atNewline = startOnNewline, hasSpace = startOnNewline, comment = "", commentSep = "", hasNewline = !1, reqSpace = !1, tab = null, anchor = null, tag = null, newlineAfterProp = null, comma = null, found = null, start = null;
  for (let token of tokens)
    switch (reqSpace && (token.type !== "space" && token.type !== "newline" && token.type !== "comma" && onError(token.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), reqSpace = !1), tab && (atNewline && token.type !== "comment" && token.type !== "newline" && onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), tab = null), token.type) {
      case "space":
        !flow && (indicator !== "doc-start" || next?.type !== "flow-collection") && token.source.includes("	") && (tab = token), hasSpace = !0;
        break;
      case "comment": {
        hasSpace || onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
        let cb = token.source.substring(1) || " ";
        comment ? comment += commentSep + cb : comment = cb, commentSep = "", atNewline = !1;
        break;
      }
      case "newline":
        atNewline ? comment ? comment += token.source : (!found || indicator !== "seq-item-ind") && (spaceBefore = !0) : commentSep += token.source, atNewline = !0, hasNewline = !0, (anchor || tag) && (newlineAfterProp = token), hasSpace = !0;
        break;
      case "anchor":
        anchor && onError(token, "MULTIPLE_ANCHORS", "A node can have at most one anchor"), token.source.endsWith(":") && onError(token.offset + token.source.length - 1, "BAD_ALIAS", "Anchor ending in : is ambiguous", !0), anchor = token, start ?? (start = token.offset), atNewline = !1, hasSpace = !1, reqSpace = !0;
        break;
      case "tag": {
        tag && onError(token, "MULTIPLE_TAGS", "A node can have at most one tag"), tag = token, start ?? (start = token.offset), atNewline = !1, hasSpace = !1, reqSpace = !0;
        break;
      }
      case indicator:
        (anchor || tag) && onError(token, "BAD_PROP_ORDER", `Anchors and tags must be after the ${token.source} indicator`), found && onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.source} in ${flow ?? "collection"}`), found = token, atNewline = indicator === "seq-item-ind" || indicator === "explicit-key-ind", hasSpace = !1;
        break;
      case "comma":
        if (flow) {
          comma && onError(token, "UNEXPECTED_TOKEN", `Unexpected , in ${flow}`), comma = token, atNewline = !1, hasSpace = !1;
          break;
        }
      // else fallthrough
      default:
        onError(token, "UNEXPECTED_TOKEN", `Unexpected ${token.type} token`), atNewline = !1, hasSpace = !1;
    }
  let last = tokens[tokens.length - 1], end = last ? last.offset + last.source.length : offset;
  return reqSpace && next && next.type !== "space" && next.type !== "newline" && next.type !== "comma" && (next.type !== "scalar" || next.source !== "") && onError(next.offset, "MISSING_CHAR", "Tags and anchors must be separated from the next token by white space"), tab && (atNewline && tab.indent <= parentIndent || next?.type === "block-map" || next?.type === "block-seq") && onError(tab, "TAB_AS_INDENT", "Tabs are not allowed as indentation"), {
    comma,
    found,
    spaceBefore,
    comment,
    hasNewline,
    anchor,
    tag,
    newlineAfterProp,
    end,
    start: start ?? end
  };
}

// node_modules/yaml/browser/dist/compose/util-contains-newline.js
function containsNewline(key) {
  if (!key)
    return null;
  switch (key.type) {
    case "alias":
    case "scalar":
    case "double-quoted-scalar":
    case "single-quoted-scalar":
      if (key.source.includes(`
`))
        return !0;
      if (key.end) {
        for (let st of key.end)
          if (st.type === "newline")
            return !0;
      }
      return !1;
    case "flow-collection":
      for (let it of key.items) {
        for (let st of it.start)
          if (st.type === "newline")
            return !0;
        if (it.sep) {
          for (let st of it.sep)
            if (st.type === "newline")
              return !0;
        }
        if (containsNewline(it.key) || containsNewline(it.value))
          return !0;
      }
      return !1;
    default:
      return !0;
  }
}

// node_modules/yaml/browser/dist/compose/util-flow-indent-check.js
function flowIndentCheck(indent, fc, onError) {
  if (fc?.type === "flow-collection") {
    let end = fc.end[0];
    end.indent === indent && (end.source === "]" || end.source === "}") && containsNewline(fc) && onError(end, "BAD_INDENT", "Flow end indicator should be more indented than parent", !0);
  }
}

// node_modules/yaml/browser/dist/compose/util-map-includes.js
function mapIncludes(ctx, items, search) {
  let { uniqueKeys } = ctx.options;
  if (uniqueKeys === !1)
    return !1;
  let isEqual = typeof uniqueKeys == "function" ? uniqueKeys : (a, b) => a === b || isScalar(a) && isScalar(b) && a.value === b.value;
  return items.some((pair) => isEqual(pair.key, search));
}

// node_modules/yaml/browser/dist/compose/resolve-block-map.js
var startColMsg = "All mapping items must start at the same column";
function resolveBlockMap({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bm, onError, tag) {
  let NodeClass = tag?.nodeClass ?? YAMLMap, map2 = new NodeClass(ctx.schema);
  ctx.atRoot && (ctx.atRoot = !1);
  let offset = bm.offset, commentEnd = null;
  for (let collItem of bm.items) {
    let { start, key, sep, value: value2 } = collItem, keyProps = resolveProps(start, {
      indicator: "explicit-key-ind",
      next: key ?? sep?.[0],
      offset,
      onError,
      parentIndent: bm.indent,
      startOnNewline: !0
    }), implicitKey = !keyProps.found;
    if (implicitKey) {
      if (key && (key.type === "block-seq" ? onError(offset, "BLOCK_AS_IMPLICIT_KEY", "A block sequence may not be used as an implicit map key") : "indent" in key && key.indent !== bm.indent && onError(offset, "BAD_INDENT", startColMsg)), !keyProps.anchor && !keyProps.tag && !sep) {
        commentEnd = keyProps.end, keyProps.comment && (map2.comment ? map2.comment += `
` + keyProps.comment : map2.comment = keyProps.comment);
        continue;
      }
      (keyProps.newlineAfterProp || containsNewline(key)) && onError(key ?? start[start.length - 1], "MULTILINE_IMPLICIT_KEY", "Implicit keys need to be on a single line");
    } else keyProps.found?.indent !== bm.indent && onError(offset, "BAD_INDENT", startColMsg);
    ctx.atKey = !0;
    let keyStart = keyProps.end, keyNode = key ? composeNode2(ctx, key, keyProps, onError) : composeEmptyNode2(ctx, keyStart, start, null, keyProps, onError);
    ctx.schema.compat && flowIndentCheck(bm.indent, key, onError), ctx.atKey = !1, mapIncludes(ctx, map2.items, keyNode) && onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique");
    let valueProps = resolveProps(sep ?? [], {
      indicator: "map-value-ind",
      next: value2,
      offset: keyNode.range[2],
      onError,
      parentIndent: bm.indent,
      startOnNewline: !key || key.type === "block-scalar"
    });
    if (offset = valueProps.end, valueProps.found) {
      implicitKey && (value2?.type === "block-map" && !valueProps.hasNewline && onError(offset, "BLOCK_AS_IMPLICIT_KEY", "Nested mappings are not allowed in compact mappings"), ctx.options.strict && keyProps.start < valueProps.found.offset - 1024 && onError(keyNode.range, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit block mapping key"));
      let valueNode = value2 ? composeNode2(ctx, value2, valueProps, onError) : composeEmptyNode2(ctx, offset, sep, null, valueProps, onError);
      ctx.schema.compat && flowIndentCheck(bm.indent, value2, onError), offset = valueNode.range[2];
      let pair = new Pair(keyNode, valueNode);
      ctx.options.keepSourceTokens && (pair.srcToken = collItem), map2.items.push(pair);
    } else {
      implicitKey && onError(keyNode.range, "MISSING_CHAR", "Implicit map keys need to be followed by map values"), valueProps.comment && (keyNode.comment ? keyNode.comment += `
` + valueProps.comment : keyNode.comment = valueProps.comment);
      let pair = new Pair(keyNode);
      ctx.options.keepSourceTokens && (pair.srcToken = collItem), map2.items.push(pair);
    }
  }
  return commentEnd && commentEnd < offset && onError(commentEnd, "IMPOSSIBLE", "Map comment with trailing content"), map2.range = [bm.offset, offset, commentEnd ?? offset], map2;
}

// node_modules/yaml/browser/dist/compose/resolve-block-seq.js
function resolveBlockSeq({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, bs, onError, tag) {
  let NodeClass = tag?.nodeClass ?? YAMLSeq, seq2 = new NodeClass(ctx.schema);
  ctx.atRoot && (ctx.atRoot = !1), ctx.atKey && (ctx.atKey = !1);
  let offset = bs.offset, commentEnd = null;
  for (let { start, value: value2 } of bs.items) {
    let props = resolveProps(start, {
      indicator: "seq-item-ind",
      next: value2,
      offset,
      onError,
      parentIndent: bs.indent,
      startOnNewline: !0
    });
    if (!props.found)
      if (props.anchor || props.tag || value2)
        value2?.type === "block-seq" ? onError(props.end, "BAD_INDENT", "All sequence items must start at the same column") : onError(offset, "MISSING_CHAR", "Sequence item without - indicator");
      else {
        commentEnd = props.end, props.comment && (seq2.comment = props.comment);
        continue;
      }
    let node = value2 ? composeNode2(ctx, value2, props, onError) : composeEmptyNode2(ctx, props.end, start, null, props, onError);
    ctx.schema.compat && flowIndentCheck(bs.indent, value2, onError), offset = node.range[2], seq2.items.push(node);
  }
  return seq2.range = [bs.offset, offset, commentEnd ?? offset], seq2;
}

// node_modules/yaml/browser/dist/compose/resolve-end.js
function resolveEnd(end, offset, reqSpace, onError) {
  let comment = "";
  if (end) {
    let hasSpace = !1, sep = "";
    for (let token of end) {
      let { source, type } = token;
      switch (type) {
        case "space":
          hasSpace = !0;
          break;
        case "comment": {
          reqSpace && !hasSpace && onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters");
          let cb = source.substring(1) || " ";
          comment ? comment += sep + cb : comment = cb, sep = "";
          break;
        }
        case "newline":
          comment && (sep += source), hasSpace = !0;
          break;
        default:
          onError(token, "UNEXPECTED_TOKEN", `Unexpected ${type} at node end`);
      }
      offset += source.length;
    }
  }
  return { comment, offset };
}

// node_modules/yaml/browser/dist/compose/resolve-flow-collection.js
var blockMsg = "Block collections are not allowed within flow collections", isBlock = (token) => token && (token.type === "block-map" || token.type === "block-seq");
function resolveFlowCollection({ composeNode: composeNode2, composeEmptyNode: composeEmptyNode2 }, ctx, fc, onError, tag) {
  let isMap2 = fc.start.source === "{", fcName = isMap2 ? "flow map" : "flow sequence", NodeClass = tag?.nodeClass ?? (isMap2 ? YAMLMap : YAMLSeq), coll = new NodeClass(ctx.schema);
  coll.flow = !0;
  let atRoot = ctx.atRoot;
  atRoot && (ctx.atRoot = !1), ctx.atKey && (ctx.atKey = !1);
  let offset = fc.offset + fc.start.source.length;
  for (let i = 0; i < fc.items.length; ++i) {
    let collItem = fc.items[i], { start, key, sep, value: value2 } = collItem, props = resolveProps(start, {
      flow: fcName,
      indicator: "explicit-key-ind",
      next: key ?? sep?.[0],
      offset,
      onError,
      parentIndent: fc.indent,
      startOnNewline: !1
    });
    if (!props.found) {
      if (!props.anchor && !props.tag && !sep && !value2) {
        i === 0 && props.comma ? onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`) : i < fc.items.length - 1 && onError(props.start, "UNEXPECTED_TOKEN", `Unexpected empty item in ${fcName}`), props.comment && (coll.comment ? coll.comment += `
` + props.comment : coll.comment = props.comment), offset = props.end;
        continue;
      }
      !isMap2 && ctx.options.strict && containsNewline(key) && onError(
        key,
        // checked by containsNewline()
        "MULTILINE_IMPLICIT_KEY",
        "Implicit keys of flow sequence pairs need to be on a single line"
      );
    }
    if (i === 0)
      props.comma && onError(props.comma, "UNEXPECTED_TOKEN", `Unexpected , in ${fcName}`);
    else if (props.comma || onError(props.start, "MISSING_CHAR", `Missing , between ${fcName} items`), props.comment) {
      let prevItemComment = "";
      loop: for (let st of start)
        switch (st.type) {
          case "comma":
          case "space":
            break;
          case "comment":
            prevItemComment = st.source.substring(1);
            break loop;
          default:
            break loop;
        }
      if (prevItemComment) {
        let prev = coll.items[coll.items.length - 1];
        isPair(prev) && (prev = prev.value ?? prev.key), prev.comment ? prev.comment += `
` + prevItemComment : prev.comment = prevItemComment, props.comment = props.comment.substring(prevItemComment.length + 1);
      }
    }
    if (!isMap2 && !sep && !props.found) {
      let valueNode = value2 ? composeNode2(ctx, value2, props, onError) : composeEmptyNode2(ctx, props.end, sep, null, props, onError);
      coll.items.push(valueNode), offset = valueNode.range[2], isBlock(value2) && onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg);
    } else {
      ctx.atKey = !0;
      let keyStart = props.end, keyNode = key ? composeNode2(ctx, key, props, onError) : composeEmptyNode2(ctx, keyStart, start, null, props, onError);
      isBlock(key) && onError(keyNode.range, "BLOCK_IN_FLOW", blockMsg), ctx.atKey = !1;
      let valueProps = resolveProps(sep ?? [], {
        flow: fcName,
        indicator: "map-value-ind",
        next: value2,
        offset: keyNode.range[2],
        onError,
        parentIndent: fc.indent,
        startOnNewline: !1
      });
      if (valueProps.found) {
        if (!isMap2 && !props.found && ctx.options.strict) {
          if (sep)
            for (let st of sep) {
              if (st === valueProps.found)
                break;
              if (st.type === "newline") {
                onError(st, "MULTILINE_IMPLICIT_KEY", "Implicit keys of flow sequence pairs need to be on a single line");
                break;
              }
            }
          props.start < valueProps.found.offset - 1024 && onError(valueProps.found, "KEY_OVER_1024_CHARS", "The : indicator must be at most 1024 chars after the start of an implicit flow sequence key");
        }
      } else value2 && ("source" in value2 && value2.source?.[0] === ":" ? onError(value2, "MISSING_CHAR", `Missing space after : in ${fcName}`) : onError(valueProps.start, "MISSING_CHAR", `Missing , or : between ${fcName} items`));
      let valueNode = value2 ? composeNode2(ctx, value2, valueProps, onError) : valueProps.found ? composeEmptyNode2(ctx, valueProps.end, sep, null, valueProps, onError) : null;
      valueNode ? isBlock(value2) && onError(valueNode.range, "BLOCK_IN_FLOW", blockMsg) : valueProps.comment && (keyNode.comment ? keyNode.comment += `
` + valueProps.comment : keyNode.comment = valueProps.comment);
      let pair = new Pair(keyNode, valueNode);
      if (ctx.options.keepSourceTokens && (pair.srcToken = collItem), isMap2) {
        let map2 = coll;
        mapIncludes(ctx, map2.items, keyNode) && onError(keyStart, "DUPLICATE_KEY", "Map keys must be unique"), map2.items.push(pair);
      } else {
        let map2 = new YAMLMap(ctx.schema);
        map2.flow = !0, map2.items.push(pair);
        let endRange = (valueNode ?? keyNode).range;
        map2.range = [keyNode.range[0], endRange[1], endRange[2]], coll.items.push(map2);
      }
      offset = valueNode ? valueNode.range[2] : valueProps.end;
    }
  }
  let expectedEnd = isMap2 ? "}" : "]", [ce, ...ee] = fc.end, cePos = offset;
  if (ce?.source === expectedEnd)
    cePos = ce.offset + ce.source.length;
  else {
    let name = fcName[0].toUpperCase() + fcName.substring(1), msg = atRoot ? `${name} must end with a ${expectedEnd}` : `${name} in block collection must be sufficiently indented and end with a ${expectedEnd}`;
    onError(offset, atRoot ? "MISSING_CHAR" : "BAD_INDENT", msg), ce && ce.source.length !== 1 && ee.unshift(ce);
  }
  if (ee.length > 0) {
    let end = resolveEnd(ee, cePos, ctx.options.strict, onError);
    end.comment && (coll.comment ? coll.comment += `
` + end.comment : coll.comment = end.comment), coll.range = [fc.offset, cePos, end.offset];
  } else
    coll.range = [fc.offset, cePos, cePos];
  return coll;
}

// node_modules/yaml/browser/dist/compose/compose-collection.js
function resolveCollection(CN2, ctx, token, onError, tagName, tag) {
  let coll = token.type === "block-map" ? resolveBlockMap(CN2, ctx, token, onError, tag) : token.type === "block-seq" ? resolveBlockSeq(CN2, ctx, token, onError, tag) : resolveFlowCollection(CN2, ctx, token, onError, tag), Coll = coll.constructor;
  return tagName === "!" || tagName === Coll.tagName ? (coll.tag = Coll.tagName, coll) : (tagName && (coll.tag = tagName), coll);
}
function composeCollection(CN2, ctx, token, props, onError) {
  let tagToken = props.tag, tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null;
  if (token.type === "block-seq") {
    let { anchor, newlineAfterProp: nl } = props, lastProp = anchor && tagToken ? anchor.offset > tagToken.offset ? anchor : tagToken : anchor ?? tagToken;
    lastProp && (!nl || nl.offset < lastProp.offset) && onError(lastProp, "MISSING_CHAR", "Missing newline after block sequence props");
  }
  let expType = token.type === "block-map" ? "map" : token.type === "block-seq" ? "seq" : token.start.source === "{" ? "map" : "seq";
  if (!tagToken || !tagName || tagName === "!" || tagName === YAMLMap.tagName && expType === "map" || tagName === YAMLSeq.tagName && expType === "seq")
    return resolveCollection(CN2, ctx, token, onError, tagName);
  let tag = ctx.schema.tags.find((t) => t.tag === tagName && t.collection === expType);
  if (!tag) {
    let kt = ctx.schema.knownTags[tagName];
    if (kt?.collection === expType)
      ctx.schema.tags.push(Object.assign({}, kt, { default: !1 })), tag = kt;
    else
      return kt ? onError(tagToken, "BAD_COLLECTION_TYPE", `${kt.tag} used for ${expType} collection, but expects ${kt.collection ?? "scalar"}`, !0) : onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, !0), resolveCollection(CN2, ctx, token, onError, tagName);
  }
  let coll = resolveCollection(CN2, ctx, token, onError, tagName, tag), res = tag.resolve?.(coll, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg), ctx.options) ?? coll, node = isNode(res) ? res : new Scalar(res);
  return node.range = coll.range, node.tag = tagName, tag?.format && (node.format = tag.format), node;
}

// node_modules/yaml/browser/dist/compose/resolve-block-scalar.js
function resolveBlockScalar(ctx, scalar, onError) {
  let start = scalar.offset, header = parseBlockScalarHeader(scalar, ctx.options.strict, onError);
  if (!header)
    return { value: "", type: null, comment: "", range: [start, start, start] };
  let type = header.mode === ">" ? Scalar.BLOCK_FOLDED : Scalar.BLOCK_LITERAL, lines = scalar.source ? splitLines(scalar.source) : [], chompStart = lines.length;
  for (let i = lines.length - 1; i >= 0; --i) {
    let content = lines[i][1];
    if (content === "" || content === "\r")
      chompStart = i;
    else
      break;
  }
  if (chompStart === 0) {
    let value3 = header.chomp === "+" && lines.length > 0 ? `
`.repeat(Math.max(1, lines.length - 1)) : "", end2 = start + header.length;
    return scalar.source && (end2 += scalar.source.length), { value: value3, type, comment: header.comment, range: [start, end2, end2] };
  }
  let trimIndent = scalar.indent + header.indent, offset = scalar.offset + header.length, contentStart = 0;
  for (let i = 0; i < chompStart; ++i) {
    let [indent, content] = lines[i];
    if (content === "" || content === "\r")
      header.indent === 0 && indent.length > trimIndent && (trimIndent = indent.length);
    else {
      indent.length < trimIndent && onError(offset + indent.length, "MISSING_CHAR", "Block scalars with more-indented leading empty lines must use an explicit indentation indicator"), header.indent === 0 && (trimIndent = indent.length), contentStart = i, trimIndent === 0 && !ctx.atRoot && onError(offset, "BAD_INDENT", "Block scalar values in collections must be indented");
      break;
    }
    offset += indent.length + content.length + 1;
  }
  for (let i = lines.length - 1; i >= chompStart; --i)
    lines[i][0].length > trimIndent && (chompStart = i + 1);
  let value2 = "", sep = "", prevMoreIndented = !1;
  for (let i = 0; i < contentStart; ++i)
    value2 += lines[i][0].slice(trimIndent) + `
`;
  for (let i = contentStart; i < chompStart; ++i) {
    let [indent, content] = lines[i];
    offset += indent.length + content.length + 1;
    let crlf = content[content.length - 1] === "\r";
    if (crlf && (content = content.slice(0, -1)), content && indent.length < trimIndent) {
      let message = `Block scalar lines must not be less indented than their ${header.indent ? "explicit indentation indicator" : "first line"}`;
      onError(offset - content.length - (crlf ? 2 : 1), "BAD_INDENT", message), indent = "";
    }
    type === Scalar.BLOCK_LITERAL ? (value2 += sep + indent.slice(trimIndent) + content, sep = `
`) : indent.length > trimIndent || content[0] === "	" ? (sep === " " ? sep = `
` : !prevMoreIndented && sep === `
` && (sep = `

`), value2 += sep + indent.slice(trimIndent) + content, sep = `
`, prevMoreIndented = !0) : content === "" ? sep === `
` ? value2 += `
` : sep = `
` : (value2 += sep + content, sep = " ", prevMoreIndented = !1);
  }
  switch (header.chomp) {
    case "-":
      break;
    case "+":
      for (let i = chompStart; i < lines.length; ++i)
        value2 += `
` + lines[i][0].slice(trimIndent);
      value2[value2.length - 1] !== `
` && (value2 += `
`);
      break;
    default:
      value2 += `
`;
  }
  let end = start + header.length + scalar.source.length;
  return { value: value2, type, comment: header.comment, range: [start, end, end] };
}
function parseBlockScalarHeader({ offset, props }, strict, onError) {
  if (props[0].type !== "block-scalar-header")
    return onError(props[0], "IMPOSSIBLE", "Block scalar header not found"), null;
  let { source } = props[0], mode = source[0], indent = 0, chomp = "", error = -1;
  for (let i = 1; i < source.length; ++i) {
    let ch = source[i];
    if (!chomp && (ch === "-" || ch === "+"))
      chomp = ch;
    else {
      let n = Number(ch);
      !indent && n ? indent = n : error === -1 && (error = offset + i);
    }
  }
  error !== -1 && onError(error, "UNEXPECTED_TOKEN", `Block scalar header includes extra characters: ${source}`);
  let hasSpace = !1, comment = "", length = source.length;
  for (let i = 1; i < props.length; ++i) {
    let token = props[i];
    switch (token.type) {
      case "space":
        hasSpace = !0;
      // fallthrough
      case "newline":
        length += token.source.length;
        break;
      case "comment":
        strict && !hasSpace && onError(token, "MISSING_CHAR", "Comments must be separated from other tokens by white space characters"), length += token.source.length, comment = token.source.substring(1);
        break;
      case "error":
        onError(token, "UNEXPECTED_TOKEN", token.message), length += token.source.length;
        break;
      /* istanbul ignore next should not happen */
      default: {
        let message = `Unexpected token in block scalar header: ${token.type}`;
        onError(token, "UNEXPECTED_TOKEN", message);
        let ts = token.source;
        ts && typeof ts == "string" && (length += ts.length);
      }
    }
  }
  return { mode, indent, chomp, comment, length };
}
function splitLines(source) {
  let split2 = source.split(/\n( *)/), first = split2[0], m = first.match(/^( *)/), lines = [m?.[1] ? [m[1], first.slice(m[1].length)] : ["", first]];
  for (let i = 1; i < split2.length; i += 2)
    lines.push([split2[i], split2[i + 1]]);
  return lines;
}

// node_modules/yaml/browser/dist/compose/resolve-flow-scalar.js
function resolveFlowScalar(scalar, strict, onError) {
  let { offset, type, source, end } = scalar, _type, value2, _onError = (rel, code, msg) => onError(offset + rel, code, msg);
  switch (type) {
    case "scalar":
      _type = Scalar.PLAIN, value2 = plainValue(source, _onError);
      break;
    case "single-quoted-scalar":
      _type = Scalar.QUOTE_SINGLE, value2 = singleQuotedValue(source, _onError);
      break;
    case "double-quoted-scalar":
      _type = Scalar.QUOTE_DOUBLE, value2 = doubleQuotedValue(source, _onError);
      break;
    /* istanbul ignore next should not happen */
    default:
      return onError(scalar, "UNEXPECTED_TOKEN", `Expected a flow scalar value, but found: ${type}`), {
        value: "",
        type: null,
        comment: "",
        range: [offset, offset + source.length, offset + source.length]
      };
  }
  let valueEnd = offset + source.length, re = resolveEnd(end, valueEnd, strict, onError);
  return {
    value: value2,
    type: _type,
    comment: re.comment,
    range: [offset, valueEnd, re.offset]
  };
}
function plainValue(source, onError) {
  let badChar = "";
  switch (source[0]) {
    /* istanbul ignore next should not happen */
    case "	":
      badChar = "a tab character";
      break;
    case ",":
      badChar = "flow indicator character ,";
      break;
    case "%":
      badChar = "directive indicator character %";
      break;
    case "|":
    case ">": {
      badChar = `block scalar indicator ${source[0]}`;
      break;
    }
    case "@":
    case "`": {
      badChar = `reserved character ${source[0]}`;
      break;
    }
  }
  return badChar && onError(0, "BAD_SCALAR_START", `Plain value cannot start with ${badChar}`), unfoldLines(source);
}
function singleQuotedValue(source, onError) {
  return (source[source.length - 1] !== "'" || source.length === 1) && onError(source.length, "MISSING_CHAR", "Missing closing 'quote"), unfoldLines(source.slice(1, -1)).replace(/''/g, "'");
}
function unfoldLines(source) {
  let line = /(.*?)\r?\n/sy, match = line.exec(source);
  if (!match)
    return source;
  let trimEnd, trimBoth;
  try {
    trimEnd = new RegExp("(?<![ 	])[ 	]+$"), trimBoth = new RegExp("^[ 	]+|(?<![ 	])[ 	]+$", "g");
  } catch {
    trimEnd = /[ \t]+$/, trimBoth = /^[ \t]+|[ \t]+$/g;
  }
  let res = match[1].replace(trimEnd, ""), sep = " ", pos = line.lastIndex;
  for (; match = line.exec(source); ) {
    let lm = match[1].replace(trimBoth, "");
    lm === "" ? sep === `
` ? res += sep : sep = `
` : (res += sep + lm, sep = " "), pos = line.lastIndex;
  }
  let last = /[ \t]*(.*)/sy;
  return last.lastIndex = pos, match = last.exec(source), res + sep + (match?.[1] ?? "");
}
function doubleQuotedValue(source, onError) {
  let res = "";
  for (let i = 1; i < source.length - 1; ++i) {
    let ch = source[i];
    if (!(ch === "\r" && source[i + 1] === `
`))
      if (ch === `
`) {
        let { fold, offset } = foldNewline(source, i);
        res += fold, i = offset;
      } else if (ch === "\\") {
        let next = source[++i], cc = escapeCodes[next];
        if (cc)
          res += cc;
        else if (next === `
`)
          for (next = source[i + 1]; next === " " || next === "	"; )
            next = source[++i + 1];
        else if (next === "\r" && source[i + 1] === `
`)
          for (next = source[++i + 1]; next === " " || next === "	"; )
            next = source[++i + 1];
        else if (next === "x" || next === "u" || next === "U") {
          let length = next === "x" ? 2 : next === "u" ? 4 : 8;
          res += parseCharCode(source, i + 1, length, onError), i += length;
        } else {
          let raw = source.substr(i - 1, 2);
          onError(i - 1, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`), res += raw;
        }
      } else if (ch === " " || ch === "	") {
        let wsStart = i, next = source[i + 1];
        for (; next === " " || next === "	"; )
          next = source[++i + 1];
        next !== `
` && !(next === "\r" && source[i + 2] === `
`) && (res += i > wsStart ? source.slice(wsStart, i + 1) : ch);
      } else
        res += ch;
  }
  return (source[source.length - 1] !== '"' || source.length === 1) && onError(source.length, "MISSING_CHAR", 'Missing closing "quote'), res;
}
function foldNewline(source, offset) {
  let fold = "", ch = source[offset + 1];
  for (; (ch === " " || ch === "	" || ch === `
` || ch === "\r") && !(ch === "\r" && source[offset + 2] !== `
`); )
    ch === `
` && (fold += `
`), offset += 1, ch = source[offset + 1];
  return fold || (fold = " "), { fold, offset };
}
var escapeCodes = {
  0: "\0",
  // null character
  a: "\x07",
  // bell character
  b: "\b",
  // backspace
  e: "\x1B",
  // escape character
  f: "\f",
  // form feed
  n: `
`,
  // line feed
  r: "\r",
  // carriage return
  t: "	",
  // horizontal tab
  v: "\v",
  // vertical tab
  N: "\x85",
  // Unicode next line
  _: "\xA0",
  // Unicode non-breaking space
  L: "\u2028",
  // Unicode line separator
  P: "\u2029",
  // Unicode paragraph separator
  " ": " ",
  '"': '"',
  "/": "/",
  "\\": "\\",
  "	": "	"
};
function parseCharCode(source, offset, length, onError) {
  let cc = source.substr(offset, length), code = cc.length === length && /^[0-9a-fA-F]+$/.test(cc) ? parseInt(cc, 16) : NaN;
  try {
    return String.fromCodePoint(code);
  } catch {
    let raw = source.substr(offset - 2, length + 2);
    return onError(offset - 2, "BAD_DQ_ESCAPE", `Invalid escape sequence ${raw}`), raw;
  }
}

// node_modules/yaml/browser/dist/compose/compose-scalar.js
function composeScalar(ctx, token, tagToken, onError) {
  let { value: value2, type, comment, range } = token.type === "block-scalar" ? resolveBlockScalar(ctx, token, onError) : resolveFlowScalar(token, ctx.options.strict, onError), tagName = tagToken ? ctx.directives.tagName(tagToken.source, (msg) => onError(tagToken, "TAG_RESOLVE_FAILED", msg)) : null, tag;
  ctx.options.stringKeys && ctx.atKey ? tag = ctx.schema[SCALAR] : tagName ? tag = findScalarTagByName(ctx.schema, value2, tagName, tagToken, onError) : token.type === "scalar" ? tag = findScalarTagByTest(ctx, value2, token, onError) : tag = ctx.schema[SCALAR];
  let scalar;
  try {
    let res = tag.resolve(value2, (msg) => onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), ctx.options);
    scalar = isScalar(res) ? res : new Scalar(res);
  } catch (error) {
    let msg = error instanceof Error ? error.message : String(error);
    onError(tagToken ?? token, "TAG_RESOLVE_FAILED", msg), scalar = new Scalar(value2);
  }
  return scalar.range = range, scalar.source = value2, type && (scalar.type = type), tagName && (scalar.tag = tagName), tag.format && (scalar.format = tag.format), comment && (scalar.comment = comment), scalar;
}
function findScalarTagByName(schema4, value2, tagName, tagToken, onError) {
  if (tagName === "!")
    return schema4[SCALAR];
  let matchWithTest = [];
  for (let tag of schema4.tags)
    if (!tag.collection && tag.tag === tagName)
      if (tag.default && tag.test)
        matchWithTest.push(tag);
      else
        return tag;
  for (let tag of matchWithTest)
    if (tag.test?.test(value2))
      return tag;
  let kt = schema4.knownTags[tagName];
  return kt && !kt.collection ? (schema4.tags.push(Object.assign({}, kt, { default: !1, test: void 0 })), kt) : (onError(tagToken, "TAG_RESOLVE_FAILED", `Unresolved tag: ${tagName}`, tagName !== "tag:yaml.org,2002:str"), schema4[SCALAR]);
}
function findScalarTagByTest({ atKey, directives, schema: schema4 }, value2, token, onError) {
  let tag = schema4.tags.find((tag2) => (tag2.default === !0 || atKey && tag2.default === "key") && tag2.test?.test(value2)) || schema4[SCALAR];
  if (schema4.compat) {
    let compat = schema4.compat.find((tag2) => tag2.default && tag2.test?.test(value2)) ?? schema4[SCALAR];
    if (tag.tag !== compat.tag) {
      let ts = directives.tagString(tag.tag), cs = directives.tagString(compat.tag), msg = `Value may be parsed as either ${ts} or ${cs}`;
      onError(token, "TAG_RESOLVE_FAILED", msg, !0);
    }
  }
  return tag;
}

// node_modules/yaml/browser/dist/compose/util-empty-scalar-position.js
function emptyScalarPosition(offset, before, pos) {
  if (before) {
    pos ?? (pos = before.length);
    for (let i = pos - 1; i >= 0; --i) {
      let st = before[i];
      switch (st.type) {
        case "space":
        case "comment":
        case "newline":
          offset -= st.source.length;
          continue;
      }
      for (st = before[++i]; st?.type === "space"; )
        offset += st.source.length, st = before[++i];
      break;
    }
  }
  return offset;
}

// node_modules/yaml/browser/dist/compose/compose-node.js
var CN = { composeNode, composeEmptyNode };
function composeNode(ctx, token, props, onError) {
  let atKey = ctx.atKey, { spaceBefore, comment, anchor, tag } = props, node, isSrcToken = !0;
  switch (token.type) {
    case "alias":
      node = composeAlias(ctx, token, onError), (anchor || tag) && onError(token, "ALIAS_PROPS", "An alias node must not specify any properties");
      break;
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "block-scalar":
      node = composeScalar(ctx, token, tag, onError), anchor && (node.anchor = anchor.source.substring(1));
      break;
    case "block-map":
    case "block-seq":
    case "flow-collection":
      try {
        node = composeCollection(CN, ctx, token, props, onError), anchor && (node.anchor = anchor.source.substring(1));
      } catch (error) {
        let message = error instanceof Error ? error.message : String(error);
        onError(token, "RESOURCE_EXHAUSTION", message);
      }
      break;
    default: {
      let message = token.type === "error" ? token.message : `Unsupported token (type: ${token.type})`;
      onError(token, "UNEXPECTED_TOKEN", message), isSrcToken = !1;
    }
  }
  return node ?? (node = composeEmptyNode(ctx, token.offset, void 0, null, props, onError)), anchor && node.anchor === "" && onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string"), atKey && ctx.options.stringKeys && (!isScalar(node) || typeof node.value != "string" || node.tag && node.tag !== "tag:yaml.org,2002:str") && onError(tag ?? token, "NON_STRING_KEY", "With stringKeys, all keys must be strings"), spaceBefore && (node.spaceBefore = !0), comment && (token.type === "scalar" && token.source === "" ? node.comment = comment : node.commentBefore = comment), ctx.options.keepSourceTokens && isSrcToken && (node.srcToken = token), node;
}
function composeEmptyNode(ctx, offset, before, pos, { spaceBefore, comment, anchor, tag, end }, onError) {
  let token = {
    type: "scalar",
    offset: emptyScalarPosition(offset, before, pos),
    indent: -1,
    source: ""
  }, node = composeScalar(ctx, token, tag, onError);
  return anchor && (node.anchor = anchor.source.substring(1), node.anchor === "" && onError(anchor, "BAD_ALIAS", "Anchor cannot be an empty string")), spaceBefore && (node.spaceBefore = !0), comment && (node.comment = comment, node.range[2] = end), node;
}
function composeAlias({ options }, { offset, source, end }, onError) {
  let alias = new Alias(source.substring(1));
  alias.source === "" && onError(offset, "BAD_ALIAS", "Alias cannot be an empty string"), alias.source.endsWith(":") && onError(offset + source.length - 1, "BAD_ALIAS", "Alias ending in : is ambiguous", !0);
  let valueEnd = offset + source.length, re = resolveEnd(end, valueEnd, options.strict, onError);
  return alias.range = [offset, valueEnd, re.offset], re.comment && (alias.comment = re.comment), alias;
}

// node_modules/yaml/browser/dist/compose/compose-doc.js
function composeDoc(options, directives, { offset, start, value: value2, end }, onError) {
  let opts = Object.assign({ _directives: directives }, options), doc = new Document(void 0, opts), ctx = {
    atKey: !1,
    atRoot: !0,
    directives: doc.directives,
    options: doc.options,
    schema: doc.schema
  }, props = resolveProps(start, {
    indicator: "doc-start",
    next: value2 ?? end?.[0],
    offset,
    onError,
    parentIndent: 0,
    startOnNewline: !0
  });
  props.found && (doc.directives.docStart = !0, value2 && (value2.type === "block-map" || value2.type === "block-seq") && !props.hasNewline && onError(props.end, "MISSING_CHAR", "Block collection cannot start on same line with directives-end marker")), doc.contents = value2 ? composeNode(ctx, value2, props, onError) : composeEmptyNode(ctx, props.end, start, null, props, onError);
  let contentEnd = doc.contents.range[2], re = resolveEnd(end, contentEnd, !1, onError);
  return re.comment && (doc.comment = re.comment), doc.range = [offset, contentEnd, re.offset], doc;
}

// node_modules/yaml/browser/dist/compose/composer.js
function getErrorPos(src) {
  if (typeof src == "number")
    return [src, src + 1];
  if (Array.isArray(src))
    return src.length === 2 ? src : [src[0], src[1]];
  let { offset, source } = src;
  return [offset, offset + (typeof source == "string" ? source.length : 1)];
}
function parsePrelude(prelude) {
  let comment = "", atComment = !1, afterEmptyLine = !1;
  for (let i = 0; i < prelude.length; ++i) {
    let source = prelude[i];
    switch (source[0]) {
      case "#":
        comment += (comment === "" ? "" : afterEmptyLine ? `

` : `
`) + (source.substring(1) || " "), atComment = !0, afterEmptyLine = !1;
        break;
      case "%":
        prelude[i + 1]?.[0] !== "#" && (i += 1), atComment = !1;
        break;
      default:
        atComment || (afterEmptyLine = !0), atComment = !1;
    }
  }
  return { comment, afterEmptyLine };
}
var Composer = class {
  constructor(options = {}) {
    this.doc = null, this.atDirectives = !1, this.prelude = [], this.errors = [], this.warnings = [], this.onError = (source, code, message, warning) => {
      let pos = getErrorPos(source);
      warning ? this.warnings.push(new YAMLWarning(pos, code, message)) : this.errors.push(new YAMLParseError(pos, code, message));
    }, this.directives = new Directives({ version: options.version || "1.2" }), this.options = options;
  }
  decorate(doc, afterDoc) {
    let { comment, afterEmptyLine } = parsePrelude(this.prelude);
    if (comment) {
      let dc = doc.contents;
      if (afterDoc)
        doc.comment = doc.comment ? `${doc.comment}
${comment}` : comment;
      else if (afterEmptyLine || doc.directives.docStart || !dc)
        doc.commentBefore = comment;
      else if (isCollection(dc) && !dc.flow && dc.items.length > 0) {
        let it = dc.items[0];
        isPair(it) && (it = it.key);
        let cb = it.commentBefore;
        it.commentBefore = cb ? `${comment}
${cb}` : comment;
      } else {
        let cb = dc.commentBefore;
        dc.commentBefore = cb ? `${comment}
${cb}` : comment;
      }
    }
    if (afterDoc) {
      for (let i = 0; i < this.errors.length; ++i)
        doc.errors.push(this.errors[i]);
      for (let i = 0; i < this.warnings.length; ++i)
        doc.warnings.push(this.warnings[i]);
    } else
      doc.errors = this.errors, doc.warnings = this.warnings;
    this.prelude = [], this.errors = [], this.warnings = [];
  }
  /**
   * Current stream status information.
   *
   * Mostly useful at the end of input for an empty stream.
   */
  streamInfo() {
    return {
      comment: parsePrelude(this.prelude).comment,
      directives: this.directives,
      errors: this.errors,
      warnings: this.warnings
    };
  }
  /**
   * Compose tokens into documents.
   *
   * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
   * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
   */
  *compose(tokens, forceDoc = !1, endOffset = -1) {
    for (let token of tokens)
      yield* this.next(token);
    yield* this.end(forceDoc, endOffset);
  }
  /** Advance the composer by one CST token. */
  *next(token) {
    switch (token.type) {
      case "directive":
        this.directives.add(token.source, (offset, message, warning) => {
          let pos = getErrorPos(token);
          pos[0] += offset, this.onError(pos, "BAD_DIRECTIVE", message, warning);
        }), this.prelude.push(token.source), this.atDirectives = !0;
        break;
      case "document": {
        let doc = composeDoc(this.options, this.directives, token, this.onError);
        this.atDirectives && !doc.directives.docStart && this.onError(token, "MISSING_CHAR", "Missing directives-end/doc-start indicator line"), this.decorate(doc, !1), this.doc && (yield this.doc), this.doc = doc, this.atDirectives = !1;
        break;
      }
      case "byte-order-mark":
      case "space":
        break;
      case "comment":
      case "newline":
        this.prelude.push(token.source);
        break;
      case "error": {
        let msg = token.source ? `${token.message}: ${JSON.stringify(token.source)}` : token.message, error = new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg);
        this.atDirectives || !this.doc ? this.errors.push(error) : this.doc.errors.push(error);
        break;
      }
      case "doc-end": {
        if (!this.doc) {
          let msg = "Unexpected doc-end without preceding document";
          this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", msg));
          break;
        }
        this.doc.directives.docEnd = !0;
        let end = resolveEnd(token.end, token.offset + token.source.length, this.doc.options.strict, this.onError);
        if (this.decorate(this.doc, !0), end.comment) {
          let dc = this.doc.comment;
          this.doc.comment = dc ? `${dc}
${end.comment}` : end.comment;
        }
        this.doc.range[2] = end.offset;
        break;
      }
      default:
        this.errors.push(new YAMLParseError(getErrorPos(token), "UNEXPECTED_TOKEN", `Unsupported token ${token.type}`));
    }
  }
  /**
   * Call at end of input to yield any remaining document.
   *
   * @param forceDoc - If the stream contains no document, still emit a final document including any comments and directives that would be applied to a subsequent document.
   * @param endOffset - Should be set if `forceDoc` is also set, to set the document range end and to indicate errors correctly.
   */
  *end(forceDoc = !1, endOffset = -1) {
    if (this.doc)
      this.decorate(this.doc, !0), yield this.doc, this.doc = null;
    else if (forceDoc) {
      let opts = Object.assign({ _directives: this.directives }, this.options), doc = new Document(void 0, opts);
      this.atDirectives && this.onError(endOffset, "MISSING_CHAR", "Missing directives-end indicator line"), doc.range = [0, endOffset, endOffset], this.decorate(doc, !1), yield doc;
    }
  }
};

// node_modules/yaml/browser/dist/parse/cst-visit.js
var BREAK2 = /* @__PURE__ */ Symbol("break visit"), SKIP2 = /* @__PURE__ */ Symbol("skip children"), REMOVE2 = /* @__PURE__ */ Symbol("remove item");
function visit4(cst, visitor) {
  "type" in cst && cst.type === "document" && (cst = { start: cst.start, value: cst.value }), _visit(Object.freeze([]), cst, visitor);
}
visit4.BREAK = BREAK2;
visit4.SKIP = SKIP2;
visit4.REMOVE = REMOVE2;
visit4.itemAtPath = (cst, path) => {
  let item = cst;
  for (let [field, index] of path) {
    let tok = item?.[field];
    if (tok && "items" in tok)
      item = tok.items[index];
    else
      return;
  }
  return item;
};
visit4.parentCollection = (cst, path) => {
  let parent = visit4.itemAtPath(cst, path.slice(0, -1)), field = path[path.length - 1][0], coll = parent?.[field];
  if (coll && "items" in coll)
    return coll;
  throw new Error("Parent collection not found");
};
function _visit(path, item, visitor) {
  let ctrl = visitor(item, path);
  if (typeof ctrl == "symbol")
    return ctrl;
  for (let field of ["key", "value"]) {
    let token = item[field];
    if (token && "items" in token) {
      for (let i = 0; i < token.items.length; ++i) {
        let ci = _visit(Object.freeze(path.concat([[field, i]])), token.items[i], visitor);
        if (typeof ci == "number")
          i = ci - 1;
        else {
          if (ci === BREAK2)
            return BREAK2;
          ci === REMOVE2 && (token.items.splice(i, 1), i -= 1);
        }
      }
      typeof ctrl == "function" && field === "key" && (ctrl = ctrl(item, path));
    }
  }
  return typeof ctrl == "function" ? ctrl(item, path) : ctrl;
}

// node_modules/yaml/browser/dist/parse/cst.js
var BOM = "\uFEFF", DOCUMENT = "", FLOW_END = "", SCALAR2 = "";
function tokenType(source) {
  switch (source) {
    case BOM:
      return "byte-order-mark";
    case DOCUMENT:
      return "doc-mode";
    case FLOW_END:
      return "flow-error-end";
    case SCALAR2:
      return "scalar";
    case "---":
      return "doc-start";
    case "...":
      return "doc-end";
    case "":
    case `
`:
    case `\r
`:
      return "newline";
    case "-":
      return "seq-item-ind";
    case "?":
      return "explicit-key-ind";
    case ":":
      return "map-value-ind";
    case "{":
      return "flow-map-start";
    case "}":
      return "flow-map-end";
    case "[":
      return "flow-seq-start";
    case "]":
      return "flow-seq-end";
    case ",":
      return "comma";
  }
  switch (source[0]) {
    case " ":
    case "	":
      return "space";
    case "#":
      return "comment";
    case "%":
      return "directive-line";
    case "*":
      return "alias";
    case "&":
      return "anchor";
    case "!":
      return "tag";
    case "'":
      return "single-quoted-scalar";
    case '"':
      return "double-quoted-scalar";
    case "|":
    case ">":
      return "block-scalar-header";
  }
  return null;
}

// node_modules/yaml/browser/dist/parse/lexer.js
function isEmpty(ch) {
  switch (ch) {
    case void 0:
    case " ":
    case `
`:
    case "\r":
    case "	":
      return !0;
    default:
      return !1;
  }
}
var hexDigits = new Set("0123456789ABCDEFabcdef"), tagChars = new Set("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-#;/?:@&=+$_.!~*'()"), flowIndicatorChars = new Set(",[]{}"), invalidAnchorChars = new Set(` ,[]{}
\r	`), isNotAnchorChar = (ch) => !ch || invalidAnchorChars.has(ch), Lexer = class {
  constructor() {
    this.atEnd = !1, this.blockScalarIndent = -1, this.blockScalarKeep = !1, this.buffer = "", this.flowKey = !1, this.flowLevel = 0, this.indentNext = 0, this.indentValue = 0, this.lineEndPos = null, this.next = null, this.pos = 0;
  }
  /**
   * Generate YAML tokens from the `source` string. If `incomplete`,
   * a part of the last line may be left as a buffer for the next call.
   *
   * @returns A generator of lexical tokens
   */
  *lex(source, incomplete = !1) {
    if (source) {
      if (typeof source != "string")
        throw TypeError("source is not a string");
      this.buffer = this.buffer ? this.buffer + source : source, this.lineEndPos = null;
    }
    this.atEnd = !incomplete;
    let next = this.next ?? "stream";
    for (; next && (incomplete || this.hasChars(1)); )
      next = yield* this.parseNext(next);
  }
  atLineEnd() {
    let i = this.pos, ch = this.buffer[i];
    for (; ch === " " || ch === "	"; )
      ch = this.buffer[++i];
    return !ch || ch === "#" || ch === `
` ? !0 : ch === "\r" ? this.buffer[i + 1] === `
` : !1;
  }
  charAt(n) {
    return this.buffer[this.pos + n];
  }
  continueScalar(offset) {
    let ch = this.buffer[offset];
    if (this.indentNext > 0) {
      let indent = 0;
      for (; ch === " "; )
        ch = this.buffer[++indent + offset];
      if (ch === "\r") {
        let next = this.buffer[indent + offset + 1];
        if (next === `
` || !next && !this.atEnd)
          return offset + indent + 1;
      }
      return ch === `
` || indent >= this.indentNext || !ch && !this.atEnd ? offset + indent : -1;
    }
    if (ch === "-" || ch === ".") {
      let dt = this.buffer.substr(offset, 3);
      if ((dt === "---" || dt === "...") && isEmpty(this.buffer[offset + 3]))
        return -1;
    }
    return offset;
  }
  getLine() {
    let end = this.lineEndPos;
    return (typeof end != "number" || end !== -1 && end < this.pos) && (end = this.buffer.indexOf(`
`, this.pos), this.lineEndPos = end), end === -1 ? this.atEnd ? this.buffer.substring(this.pos) : null : (this.buffer[end - 1] === "\r" && (end -= 1), this.buffer.substring(this.pos, end));
  }
  hasChars(n) {
    return this.pos + n <= this.buffer.length;
  }
  setNext(state) {
    return this.buffer = this.buffer.substring(this.pos), this.pos = 0, this.lineEndPos = null, this.next = state, null;
  }
  peek(n) {
    return this.buffer.substr(this.pos, n);
  }
  *parseNext(next) {
    switch (next) {
      case "stream":
        return yield* this.parseStream();
      case "line-start":
        return yield* this.parseLineStart();
      case "block-start":
        return yield* this.parseBlockStart();
      case "doc":
        return yield* this.parseDocument();
      case "flow":
        return yield* this.parseFlowCollection();
      case "quoted-scalar":
        return yield* this.parseQuotedScalar();
      case "block-scalar":
        return yield* this.parseBlockScalar();
      case "plain-scalar":
        return yield* this.parsePlainScalar();
    }
  }
  *parseStream() {
    let line = this.getLine();
    if (line === null)
      return this.setNext("stream");
    if (line[0] === BOM && (yield* this.pushCount(1), line = line.substring(1)), line[0] === "%") {
      let dirEnd = line.length, cs = line.indexOf("#");
      for (; cs !== -1; ) {
        let ch = line[cs - 1];
        if (ch === " " || ch === "	") {
          dirEnd = cs - 1;
          break;
        } else
          cs = line.indexOf("#", cs + 1);
      }
      for (; ; ) {
        let ch = line[dirEnd - 1];
        if (ch === " " || ch === "	")
          dirEnd -= 1;
        else
          break;
      }
      let n = (yield* this.pushCount(dirEnd)) + (yield* this.pushSpaces(!0));
      return yield* this.pushCount(line.length - n), this.pushNewline(), "stream";
    }
    if (this.atLineEnd()) {
      let sp = yield* this.pushSpaces(!0);
      return yield* this.pushCount(line.length - sp), yield* this.pushNewline(), "stream";
    }
    return yield DOCUMENT, yield* this.parseLineStart();
  }
  *parseLineStart() {
    let ch = this.charAt(0);
    if (!ch && !this.atEnd)
      return this.setNext("line-start");
    if (ch === "-" || ch === ".") {
      if (!this.atEnd && !this.hasChars(4))
        return this.setNext("line-start");
      let s = this.peek(3);
      if ((s === "---" || s === "...") && isEmpty(this.charAt(3)))
        return yield* this.pushCount(3), this.indentValue = 0, this.indentNext = 0, s === "---" ? "doc" : "stream";
    }
    return this.indentValue = yield* this.pushSpaces(!1), this.indentNext > this.indentValue && !isEmpty(this.charAt(1)) && (this.indentNext = this.indentValue), yield* this.parseBlockStart();
  }
  *parseBlockStart() {
    let [ch0, ch1] = this.peek(2);
    if (!ch1 && !this.atEnd)
      return this.setNext("block-start");
    if ((ch0 === "-" || ch0 === "?" || ch0 === ":") && isEmpty(ch1)) {
      let n = (yield* this.pushCount(1)) + (yield* this.pushSpaces(!0));
      return this.indentNext = this.indentValue + 1, this.indentValue += n, "block-start";
    }
    return "doc";
  }
  *parseDocument() {
    yield* this.pushSpaces(!0);
    let line = this.getLine();
    if (line === null)
      return this.setNext("doc");
    let n = yield* this.pushIndicators();
    switch (line[n]) {
      case "#":
        yield* this.pushCount(line.length - n);
      // fallthrough
      case void 0:
        return yield* this.pushNewline(), yield* this.parseLineStart();
      case "{":
      case "[":
        return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel = 1, "flow";
      case "}":
      case "]":
        return yield* this.pushCount(1), "doc";
      case "*":
        return yield* this.pushUntil(isNotAnchorChar), "doc";
      case '"':
      case "'":
        return yield* this.parseQuotedScalar();
      case "|":
      case ">":
        return n += yield* this.parseBlockScalarHeader(), n += yield* this.pushSpaces(!0), yield* this.pushCount(line.length - n), yield* this.pushNewline(), yield* this.parseBlockScalar();
      default:
        return yield* this.parsePlainScalar();
    }
  }
  *parseFlowCollection() {
    let nl, sp, indent = -1;
    do
      nl = yield* this.pushNewline(), nl > 0 ? (sp = yield* this.pushSpaces(!1), this.indentValue = indent = sp) : sp = 0, sp += yield* this.pushSpaces(!0);
    while (nl + sp > 0);
    let line = this.getLine();
    if (line === null)
      return this.setNext("flow");
    if ((indent !== -1 && indent < this.indentNext && line[0] !== "#" || indent === 0 && (line.startsWith("---") || line.startsWith("...")) && isEmpty(line[3])) && !(indent === this.indentNext - 1 && this.flowLevel === 1 && (line[0] === "]" || line[0] === "}")))
      return this.flowLevel = 0, yield FLOW_END, yield* this.parseLineStart();
    let n = 0;
    for (; line[n] === ","; )
      n += yield* this.pushCount(1), n += yield* this.pushSpaces(!0), this.flowKey = !1;
    switch (n += yield* this.pushIndicators(), line[n]) {
      case void 0:
        return "flow";
      case "#":
        return yield* this.pushCount(line.length - n), "flow";
      case "{":
      case "[":
        return yield* this.pushCount(1), this.flowKey = !1, this.flowLevel += 1, "flow";
      case "}":
      case "]":
        return yield* this.pushCount(1), this.flowKey = !0, this.flowLevel -= 1, this.flowLevel ? "flow" : "doc";
      case "*":
        return yield* this.pushUntil(isNotAnchorChar), "flow";
      case '"':
      case "'":
        return this.flowKey = !0, yield* this.parseQuotedScalar();
      case ":": {
        let next = this.charAt(1);
        if (this.flowKey || isEmpty(next) || next === ",")
          return this.flowKey = !1, yield* this.pushCount(1), yield* this.pushSpaces(!0), "flow";
      }
      // fallthrough
      default:
        return this.flowKey = !1, yield* this.parsePlainScalar();
    }
  }
  *parseQuotedScalar() {
    let quote = this.charAt(0), end = this.buffer.indexOf(quote, this.pos + 1);
    if (quote === "'")
      for (; end !== -1 && this.buffer[end + 1] === "'"; )
        end = this.buffer.indexOf("'", end + 2);
    else
      for (; end !== -1; ) {
        let n = 0;
        for (; this.buffer[end - 1 - n] === "\\"; )
          n += 1;
        if (n % 2 === 0)
          break;
        end = this.buffer.indexOf('"', end + 1);
      }
    let qb = this.buffer.substring(0, end), nl = qb.indexOf(`
`, this.pos);
    if (nl !== -1) {
      for (; nl !== -1; ) {
        let cs = this.continueScalar(nl + 1);
        if (cs === -1)
          break;
        nl = qb.indexOf(`
`, cs);
      }
      nl !== -1 && (end = nl - (qb[nl - 1] === "\r" ? 2 : 1));
    }
    if (end === -1) {
      if (!this.atEnd)
        return this.setNext("quoted-scalar");
      end = this.buffer.length;
    }
    return yield* this.pushToIndex(end + 1, !1), this.flowLevel ? "flow" : "doc";
  }
  *parseBlockScalarHeader() {
    this.blockScalarIndent = -1, this.blockScalarKeep = !1;
    let i = this.pos;
    for (; ; ) {
      let ch = this.buffer[++i];
      if (ch === "+")
        this.blockScalarKeep = !0;
      else if (ch > "0" && ch <= "9")
        this.blockScalarIndent = Number(ch) - 1;
      else if (ch !== "-")
        break;
    }
    return yield* this.pushUntil((ch) => isEmpty(ch) || ch === "#");
  }
  *parseBlockScalar() {
    let nl = this.pos - 1, indent = 0, ch;
    loop: for (let i2 = this.pos; ch = this.buffer[i2]; ++i2)
      switch (ch) {
        case " ":
          indent += 1;
          break;
        case `
`:
          nl = i2, indent = 0;
          break;
        case "\r": {
          let next = this.buffer[i2 + 1];
          if (!next && !this.atEnd)
            return this.setNext("block-scalar");
          if (next === `
`)
            break;
        }
        // fallthrough
        default:
          break loop;
      }
    if (!ch && !this.atEnd)
      return this.setNext("block-scalar");
    if (indent >= this.indentNext) {
      this.blockScalarIndent === -1 ? this.indentNext = indent : this.indentNext = this.blockScalarIndent + (this.indentNext === 0 ? 1 : this.indentNext);
      do {
        let cs = this.continueScalar(nl + 1);
        if (cs === -1)
          break;
        nl = this.buffer.indexOf(`
`, cs);
      } while (nl !== -1);
      if (nl === -1) {
        if (!this.atEnd)
          return this.setNext("block-scalar");
        nl = this.buffer.length;
      }
    }
    let i = nl + 1;
    for (ch = this.buffer[i]; ch === " "; )
      ch = this.buffer[++i];
    if (ch === "	") {
      for (; ch === "	" || ch === " " || ch === "\r" || ch === `
`; )
        ch = this.buffer[++i];
      nl = i - 1;
    } else if (!this.blockScalarKeep)
      do {
        let i2 = nl - 1, ch2 = this.buffer[i2];
        ch2 === "\r" && (ch2 = this.buffer[--i2]);
        let lastChar = i2;
        for (; ch2 === " "; )
          ch2 = this.buffer[--i2];
        if (ch2 === `
` && i2 >= this.pos && i2 + 1 + indent > lastChar)
          nl = i2;
        else
          break;
      } while (!0);
    return yield SCALAR2, yield* this.pushToIndex(nl + 1, !0), yield* this.parseLineStart();
  }
  *parsePlainScalar() {
    let inFlow = this.flowLevel > 0, end = this.pos - 1, i = this.pos - 1, ch;
    for (; ch = this.buffer[++i]; )
      if (ch === ":") {
        let next = this.buffer[i + 1];
        if (isEmpty(next) || inFlow && flowIndicatorChars.has(next))
          break;
        end = i;
      } else if (isEmpty(ch)) {
        let next = this.buffer[i + 1];
        if (ch === "\r" && (next === `
` ? (i += 1, ch = `
`, next = this.buffer[i + 1]) : end = i), next === "#" || inFlow && flowIndicatorChars.has(next))
          break;
        if (ch === `
`) {
          let cs = this.continueScalar(i + 1);
          if (cs === -1)
            break;
          i = Math.max(i, cs - 2);
        }
      } else {
        if (inFlow && flowIndicatorChars.has(ch))
          break;
        end = i;
      }
    return !ch && !this.atEnd ? this.setNext("plain-scalar") : (yield SCALAR2, yield* this.pushToIndex(end + 1, !0), inFlow ? "flow" : "doc");
  }
  *pushCount(n) {
    return n > 0 ? (yield this.buffer.substr(this.pos, n), this.pos += n, n) : 0;
  }
  *pushToIndex(i, allowEmpty) {
    let s = this.buffer.slice(this.pos, i);
    return s ? (yield s, this.pos += s.length, s.length) : (allowEmpty && (yield ""), 0);
  }
  *pushIndicators() {
    let n = 0;
    loop: for (; ; ) {
      switch (this.charAt(0)) {
        case "!":
          n += yield* this.pushTag(), n += yield* this.pushSpaces(!0);
          continue loop;
        case "&":
          n += yield* this.pushUntil(isNotAnchorChar), n += yield* this.pushSpaces(!0);
          continue loop;
        case "-":
        // this is an error
        case "?":
        // this is an error outside flow collections
        case ":": {
          let inFlow = this.flowLevel > 0, ch1 = this.charAt(1);
          if (isEmpty(ch1) || inFlow && flowIndicatorChars.has(ch1)) {
            inFlow ? this.flowKey && (this.flowKey = !1) : this.indentNext = this.indentValue + 1, n += yield* this.pushCount(1), n += yield* this.pushSpaces(!0);
            continue loop;
          }
        }
      }
      break loop;
    }
    return n;
  }
  *pushTag() {
    if (this.charAt(1) === "<") {
      let i = this.pos + 2, ch = this.buffer[i];
      for (; !isEmpty(ch) && ch !== ">"; )
        ch = this.buffer[++i];
      return yield* this.pushToIndex(ch === ">" ? i + 1 : i, !1);
    } else {
      let i = this.pos + 1, ch = this.buffer[i];
      for (; ch; )
        if (tagChars.has(ch))
          ch = this.buffer[++i];
        else if (ch === "%" && hexDigits.has(this.buffer[i + 1]) && hexDigits.has(this.buffer[i + 2]))
          ch = this.buffer[i += 3];
        else
          break;
      return yield* this.pushToIndex(i, !1);
    }
  }
  *pushNewline() {
    let ch = this.buffer[this.pos];
    return ch === `
` ? yield* this.pushCount(1) : ch === "\r" && this.charAt(1) === `
` ? yield* this.pushCount(2) : 0;
  }
  *pushSpaces(allowTabs) {
    let i = this.pos - 1, ch;
    do
      ch = this.buffer[++i];
    while (ch === " " || allowTabs && ch === "	");
    let n = i - this.pos;
    return n > 0 && (yield this.buffer.substr(this.pos, n), this.pos = i), n;
  }
  *pushUntil(test) {
    let i = this.pos, ch = this.buffer[i];
    for (; !test(ch); )
      ch = this.buffer[++i];
    return yield* this.pushToIndex(i, !1);
  }
};

// node_modules/yaml/browser/dist/parse/line-counter.js
var LineCounter = class {
  constructor() {
    this.lineStarts = [], this.addNewLine = (offset) => this.lineStarts.push(offset), this.linePos = (offset) => {
      let low = 0, high = this.lineStarts.length;
      for (; low < high; ) {
        let mid = low + high >> 1;
        this.lineStarts[mid] < offset ? low = mid + 1 : high = mid;
      }
      if (this.lineStarts[low] === offset)
        return { line: low + 1, col: 1 };
      if (low === 0)
        return { line: 0, col: offset };
      let start = this.lineStarts[low - 1];
      return { line: low, col: offset - start + 1 };
    };
  }
};

// node_modules/yaml/browser/dist/parse/parser.js
function includesToken(list, type) {
  for (let i = 0; i < list.length; ++i)
    if (list[i].type === type)
      return !0;
  return !1;
}
function findNonEmptyIndex(list) {
  for (let i = 0; i < list.length; ++i)
    switch (list[i].type) {
      case "space":
      case "comment":
      case "newline":
        break;
      default:
        return i;
    }
  return -1;
}
function isFlowToken(token) {
  switch (token?.type) {
    case "alias":
    case "scalar":
    case "single-quoted-scalar":
    case "double-quoted-scalar":
    case "flow-collection":
      return !0;
    default:
      return !1;
  }
}
function getPrevProps(parent) {
  switch (parent.type) {
    case "document":
      return parent.start;
    case "block-map": {
      let it = parent.items[parent.items.length - 1];
      return it.sep ?? it.start;
    }
    case "block-seq":
      return parent.items[parent.items.length - 1].start;
    /* istanbul ignore next should not happen */
    default:
      return [];
  }
}
function getFirstKeyStartProps(prev) {
  if (prev.length === 0)
    return [];
  let i = prev.length;
  loop: for (; --i >= 0; )
    switch (prev[i].type) {
      case "doc-start":
      case "explicit-key-ind":
      case "map-value-ind":
      case "seq-item-ind":
      case "newline":
        break loop;
    }
  for (; prev[++i]?.type === "space"; )
    ;
  return prev.splice(i, prev.length);
}
function arrayPushArray(target, source) {
  if (source.length < 1e5)
    Array.prototype.push.apply(target, source);
  else
    for (let i = 0; i < source.length; ++i)
      target.push(source[i]);
}
function fixFlowSeqItems(fc) {
  if (fc.start.type === "flow-seq-start")
    for (let it of fc.items)
      it.sep && !it.value && !includesToken(it.start, "explicit-key-ind") && !includesToken(it.sep, "map-value-ind") && (it.key && (it.value = it.key), delete it.key, isFlowToken(it.value) ? it.value.end ? arrayPushArray(it.value.end, it.sep) : it.value.end = it.sep : arrayPushArray(it.start, it.sep), delete it.sep);
}
var Parser = class {
  /**
   * @param onNewLine - If defined, called separately with the start position of
   *   each new line (in `parse()`, including the start of input).
   */
  constructor(onNewLine) {
    this.atNewLine = !0, this.atScalar = !1, this.indent = 0, this.offset = 0, this.onKeyLine = !1, this.stack = [], this.source = "", this.type = "", this.lexer = new Lexer(), this.onNewLine = onNewLine;
  }
  /**
   * Parse `source` as a YAML stream.
   * If `incomplete`, a part of the last line may be left as a buffer for the next call.
   *
   * Errors are not thrown, but yielded as `{ type: 'error', message }` tokens.
   *
   * @returns A generator of tokens representing each directive, document, and other structure.
   */
  *parse(source, incomplete = !1) {
    this.onNewLine && this.offset === 0 && this.onNewLine(0);
    for (let lexeme of this.lexer.lex(source, incomplete))
      yield* this.next(lexeme);
    incomplete || (yield* this.end());
  }
  /**
   * Advance the parser by the `source` of one lexical token.
   */
  *next(source) {
    if (this.source = source, this.atScalar) {
      this.atScalar = !1, yield* this.step(), this.offset += source.length;
      return;
    }
    let type = tokenType(source);
    if (type)
      if (type === "scalar")
        this.atNewLine = !1, this.atScalar = !0, this.type = "scalar";
      else {
        switch (this.type = type, yield* this.step(), type) {
          case "newline":
            this.atNewLine = !0, this.indent = 0, this.onNewLine && this.onNewLine(this.offset + source.length);
            break;
          case "space":
            this.atNewLine && source[0] === " " && (this.indent += source.length);
            break;
          case "explicit-key-ind":
          case "map-value-ind":
          case "seq-item-ind":
            this.atNewLine && (this.indent += source.length);
            break;
          case "doc-mode":
          case "flow-error-end":
            return;
          default:
            this.atNewLine = !1;
        }
        this.offset += source.length;
      }
    else {
      let message = `Not a YAML token: ${source}`;
      yield* this.pop({ type: "error", offset: this.offset, message, source }), this.offset += source.length;
    }
  }
  /** Call at end of input to push out any remaining constructions */
  *end() {
    for (; this.stack.length > 0; )
      yield* this.pop();
  }
  get sourceToken() {
    return {
      type: this.type,
      offset: this.offset,
      indent: this.indent,
      source: this.source
    };
  }
  *step() {
    let top = this.peek(1);
    if (this.type === "doc-end" && top?.type !== "doc-end") {
      for (; this.stack.length > 0; )
        yield* this.pop();
      this.stack.push({
        type: "doc-end",
        offset: this.offset,
        source: this.source
      });
      return;
    }
    if (!top)
      return yield* this.stream();
    switch (top.type) {
      case "document":
        return yield* this.document(top);
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return yield* this.scalar(top);
      case "block-scalar":
        return yield* this.blockScalar(top);
      case "block-map":
        return yield* this.blockMap(top);
      case "block-seq":
        return yield* this.blockSequence(top);
      case "flow-collection":
        return yield* this.flowCollection(top);
      case "doc-end":
        return yield* this.documentEnd(top);
    }
    yield* this.pop();
  }
  peek(n) {
    return this.stack[this.stack.length - n];
  }
  *pop(error) {
    let token = error ?? this.stack.pop();
    if (!token)
      yield { type: "error", offset: this.offset, source: "", message: "Tried to pop an empty stack" };
    else if (this.stack.length === 0)
      yield token;
    else {
      let top = this.peek(1);
      switch (token.type === "block-scalar" ? token.indent = "indent" in top ? top.indent : 0 : token.type === "flow-collection" && top.type === "document" && (token.indent = 0), token.type === "flow-collection" && fixFlowSeqItems(token), top.type) {
        case "document":
          top.value = token;
          break;
        case "block-scalar":
          top.props.push(token);
          break;
        case "block-map": {
          let it = top.items[top.items.length - 1];
          if (it.value) {
            top.items.push({ start: [], key: token, sep: [] }), this.onKeyLine = !0;
            return;
          } else if (it.sep)
            it.value = token;
          else {
            Object.assign(it, { key: token, sep: [] }), this.onKeyLine = !it.explicitKey;
            return;
          }
          break;
        }
        case "block-seq": {
          let it = top.items[top.items.length - 1];
          it.value ? top.items.push({ start: [], value: token }) : it.value = token;
          break;
        }
        case "flow-collection": {
          let it = top.items[top.items.length - 1];
          !it || it.value ? top.items.push({ start: [], key: token, sep: [] }) : it.sep ? it.value = token : Object.assign(it, { key: token, sep: [] });
          return;
        }
        /* istanbul ignore next should not happen */
        default:
          yield* this.pop(), yield* this.pop(token);
      }
      if ((top.type === "document" || top.type === "block-map" || top.type === "block-seq") && (token.type === "block-map" || token.type === "block-seq")) {
        let last = token.items[token.items.length - 1];
        last && !last.sep && !last.value && last.start.length > 0 && findNonEmptyIndex(last.start) === -1 && (token.indent === 0 || last.start.every((st) => st.type !== "comment" || st.indent < token.indent)) && (top.type === "document" ? top.end = last.start : top.items.push({ start: last.start }), token.items.splice(-1, 1));
      }
    }
  }
  *stream() {
    switch (this.type) {
      case "directive-line":
        yield { type: "directive", offset: this.offset, source: this.source };
        return;
      case "byte-order-mark":
      case "space":
      case "comment":
      case "newline":
        yield this.sourceToken;
        return;
      case "doc-mode":
      case "doc-start": {
        let doc = {
          type: "document",
          offset: this.offset,
          start: []
        };
        this.type === "doc-start" && doc.start.push(this.sourceToken), this.stack.push(doc);
        return;
      }
    }
    yield {
      type: "error",
      offset: this.offset,
      message: `Unexpected ${this.type} token in YAML stream`,
      source: this.source
    };
  }
  *document(doc) {
    if (doc.value)
      return yield* this.lineEnd(doc);
    switch (this.type) {
      case "doc-start": {
        findNonEmptyIndex(doc.start) !== -1 ? (yield* this.pop(), yield* this.step()) : doc.start.push(this.sourceToken);
        return;
      }
      case "anchor":
      case "tag":
      case "space":
      case "comment":
      case "newline":
        doc.start.push(this.sourceToken);
        return;
    }
    let bv = this.startBlockValue(doc);
    bv ? this.stack.push(bv) : yield {
      type: "error",
      offset: this.offset,
      message: `Unexpected ${this.type} token in YAML document`,
      source: this.source
    };
  }
  *scalar(scalar) {
    if (this.type === "map-value-ind") {
      let prev = getPrevProps(this.peek(2)), start = getFirstKeyStartProps(prev), sep;
      scalar.end ? (sep = scalar.end, sep.push(this.sourceToken), delete scalar.end) : sep = [this.sourceToken];
      let map2 = {
        type: "block-map",
        offset: scalar.offset,
        indent: scalar.indent,
        items: [{ start, key: scalar, sep }]
      };
      this.onKeyLine = !0, this.stack[this.stack.length - 1] = map2;
    } else
      yield* this.lineEnd(scalar);
  }
  *blockScalar(scalar) {
    switch (this.type) {
      case "space":
      case "comment":
      case "newline":
        scalar.props.push(this.sourceToken);
        return;
      case "scalar":
        if (scalar.source = this.source, this.atNewLine = !0, this.indent = 0, this.onNewLine) {
          let nl = this.source.indexOf(`
`) + 1;
          for (; nl !== 0; )
            this.onNewLine(this.offset + nl), nl = this.source.indexOf(`
`, nl) + 1;
        }
        yield* this.pop();
        break;
      /* istanbul ignore next should not happen */
      default:
        yield* this.pop(), yield* this.step();
    }
  }
  *blockMap(map2) {
    let it = map2.items[map2.items.length - 1];
    switch (this.type) {
      case "newline":
        if (this.onKeyLine = !1, it.value) {
          let end = "end" in it.value ? it.value.end : void 0;
          (Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment" ? end?.push(this.sourceToken) : map2.items.push({ start: [this.sourceToken] });
        } else it.sep ? it.sep.push(this.sourceToken) : it.start.push(this.sourceToken);
        return;
      case "space":
      case "comment":
        if (it.value)
          map2.items.push({ start: [this.sourceToken] });
        else if (it.sep)
          it.sep.push(this.sourceToken);
        else {
          if (this.atIndentedComment(it.start, map2.indent)) {
            let end = map2.items[map2.items.length - 2]?.value?.end;
            if (Array.isArray(end)) {
              arrayPushArray(end, it.start), end.push(this.sourceToken), map2.items.pop();
              return;
            }
          }
          it.start.push(this.sourceToken);
        }
        return;
    }
    if (this.indent >= map2.indent) {
      let atMapIndent = !this.onKeyLine && this.indent === map2.indent, atNextItem = atMapIndent && (it.sep || it.explicitKey) && this.type !== "seq-item-ind", start = [];
      if (atNextItem && it.sep && !it.value) {
        let nl = [];
        for (let i = 0; i < it.sep.length; ++i) {
          let st = it.sep[i];
          switch (st.type) {
            case "newline":
              nl.push(i);
              break;
            case "space":
              break;
            case "comment":
              st.indent > map2.indent && (nl.length = 0);
              break;
            default:
              nl.length = 0;
          }
        }
        nl.length >= 2 && (start = it.sep.splice(nl[1]));
      }
      switch (this.type) {
        case "anchor":
        case "tag":
          atNextItem || it.value ? (start.push(this.sourceToken), map2.items.push({ start }), this.onKeyLine = !0) : it.sep ? it.sep.push(this.sourceToken) : it.start.push(this.sourceToken);
          return;
        case "explicit-key-ind":
          !it.sep && !it.explicitKey ? (it.start.push(this.sourceToken), it.explicitKey = !0) : atNextItem || it.value ? (start.push(this.sourceToken), map2.items.push({ start, explicitKey: !0 })) : this.stack.push({
            type: "block-map",
            offset: this.offset,
            indent: this.indent,
            items: [{ start: [this.sourceToken], explicitKey: !0 }]
          }), this.onKeyLine = !0;
          return;
        case "map-value-ind":
          if (it.explicitKey)
            if (it.sep)
              if (it.value)
                map2.items.push({ start: [], key: null, sep: [this.sourceToken] });
              else if (includesToken(it.sep, "map-value-ind"))
                this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start, key: null, sep: [this.sourceToken] }]
                });
              else if (isFlowToken(it.key) && !includesToken(it.sep, "newline")) {
                let start2 = getFirstKeyStartProps(it.start), key = it.key, sep = it.sep;
                sep.push(this.sourceToken), delete it.key, delete it.sep, this.stack.push({
                  type: "block-map",
                  offset: this.offset,
                  indent: this.indent,
                  items: [{ start: start2, key, sep }]
                });
              } else start.length > 0 ? it.sep = it.sep.concat(start, this.sourceToken) : it.sep.push(this.sourceToken);
            else if (includesToken(it.start, "newline"))
              Object.assign(it, { key: null, sep: [this.sourceToken] });
            else {
              let start2 = getFirstKeyStartProps(it.start);
              this.stack.push({
                type: "block-map",
                offset: this.offset,
                indent: this.indent,
                items: [{ start: start2, key: null, sep: [this.sourceToken] }]
              });
            }
          else
            it.sep ? it.value || atNextItem ? map2.items.push({ start, key: null, sep: [this.sourceToken] }) : includesToken(it.sep, "map-value-ind") ? this.stack.push({
              type: "block-map",
              offset: this.offset,
              indent: this.indent,
              items: [{ start: [], key: null, sep: [this.sourceToken] }]
            }) : it.sep.push(this.sourceToken) : Object.assign(it, { key: null, sep: [this.sourceToken] });
          this.onKeyLine = !0;
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          let fs = this.flowScalar(this.type);
          atNextItem || it.value ? (map2.items.push({ start, key: fs, sep: [] }), this.onKeyLine = !0) : it.sep ? this.stack.push(fs) : (Object.assign(it, { key: fs, sep: [] }), this.onKeyLine = !0);
          return;
        }
        default: {
          let bv = this.startBlockValue(map2);
          if (bv) {
            if (bv.type === "block-seq") {
              if (!it.explicitKey && it.sep && !includesToken(it.sep, "newline")) {
                yield* this.pop({
                  type: "error",
                  offset: this.offset,
                  message: "Unexpected block-seq-ind on same line with key",
                  source: this.source
                });
                return;
              }
            } else atMapIndent && map2.items.push({ start });
            this.stack.push(bv);
            return;
          }
        }
      }
    }
    yield* this.pop(), yield* this.step();
  }
  *blockSequence(seq2) {
    let it = seq2.items[seq2.items.length - 1];
    switch (this.type) {
      case "newline":
        if (it.value) {
          let end = "end" in it.value ? it.value.end : void 0;
          (Array.isArray(end) ? end[end.length - 1] : void 0)?.type === "comment" ? end?.push(this.sourceToken) : seq2.items.push({ start: [this.sourceToken] });
        } else
          it.start.push(this.sourceToken);
        return;
      case "space":
      case "comment":
        if (it.value)
          seq2.items.push({ start: [this.sourceToken] });
        else {
          if (this.atIndentedComment(it.start, seq2.indent)) {
            let end = seq2.items[seq2.items.length - 2]?.value?.end;
            if (Array.isArray(end)) {
              arrayPushArray(end, it.start), end.push(this.sourceToken), seq2.items.pop();
              return;
            }
          }
          it.start.push(this.sourceToken);
        }
        return;
      case "anchor":
      case "tag":
        if (it.value || this.indent <= seq2.indent)
          break;
        it.start.push(this.sourceToken);
        return;
      case "seq-item-ind":
        if (this.indent !== seq2.indent)
          break;
        it.value || includesToken(it.start, "seq-item-ind") ? seq2.items.push({ start: [this.sourceToken] }) : it.start.push(this.sourceToken);
        return;
    }
    if (this.indent > seq2.indent) {
      let bv = this.startBlockValue(seq2);
      if (bv) {
        this.stack.push(bv);
        return;
      }
    }
    yield* this.pop(), yield* this.step();
  }
  *flowCollection(fc) {
    let it = fc.items[fc.items.length - 1];
    if (this.type === "flow-error-end") {
      let top;
      do
        yield* this.pop(), top = this.peek(1);
      while (top?.type === "flow-collection");
    } else if (fc.end.length === 0) {
      switch (this.type) {
        case "comma":
        case "explicit-key-ind":
          !it || it.sep ? fc.items.push({ start: [this.sourceToken] }) : it.start.push(this.sourceToken);
          return;
        case "map-value-ind":
          !it || it.value ? fc.items.push({ start: [], key: null, sep: [this.sourceToken] }) : it.sep ? it.sep.push(this.sourceToken) : Object.assign(it, { key: null, sep: [this.sourceToken] });
          return;
        case "space":
        case "comment":
        case "newline":
        case "anchor":
        case "tag":
          !it || it.value ? fc.items.push({ start: [this.sourceToken] }) : it.sep ? it.sep.push(this.sourceToken) : it.start.push(this.sourceToken);
          return;
        case "alias":
        case "scalar":
        case "single-quoted-scalar":
        case "double-quoted-scalar": {
          let fs = this.flowScalar(this.type);
          !it || it.value ? fc.items.push({ start: [], key: fs, sep: [] }) : it.sep ? this.stack.push(fs) : Object.assign(it, { key: fs, sep: [] });
          return;
        }
        case "flow-map-end":
        case "flow-seq-end":
          fc.end.push(this.sourceToken);
          return;
      }
      let bv = this.startBlockValue(fc);
      bv ? this.stack.push(bv) : (yield* this.pop(), yield* this.step());
    } else {
      let parent = this.peek(2);
      if (parent.type === "block-map" && (this.type === "map-value-ind" && parent.indent === fc.indent || this.type === "newline" && !parent.items[parent.items.length - 1].sep))
        yield* this.pop(), yield* this.step();
      else if (this.type === "map-value-ind" && parent.type !== "flow-collection") {
        let prev = getPrevProps(parent), start = getFirstKeyStartProps(prev);
        fixFlowSeqItems(fc);
        let sep = fc.end.splice(1, fc.end.length);
        sep.push(this.sourceToken);
        let map2 = {
          type: "block-map",
          offset: fc.offset,
          indent: fc.indent,
          items: [{ start, key: fc, sep }]
        };
        this.onKeyLine = !0, this.stack[this.stack.length - 1] = map2;
      } else
        yield* this.lineEnd(fc);
    }
  }
  flowScalar(type) {
    if (this.onNewLine) {
      let nl = this.source.indexOf(`
`) + 1;
      for (; nl !== 0; )
        this.onNewLine(this.offset + nl), nl = this.source.indexOf(`
`, nl) + 1;
    }
    return {
      type,
      offset: this.offset,
      indent: this.indent,
      source: this.source
    };
  }
  startBlockValue(parent) {
    switch (this.type) {
      case "alias":
      case "scalar":
      case "single-quoted-scalar":
      case "double-quoted-scalar":
        return this.flowScalar(this.type);
      case "block-scalar-header":
        return {
          type: "block-scalar",
          offset: this.offset,
          indent: this.indent,
          props: [this.sourceToken],
          source: ""
        };
      case "flow-map-start":
      case "flow-seq-start":
        return {
          type: "flow-collection",
          offset: this.offset,
          indent: this.indent,
          start: this.sourceToken,
          items: [],
          end: []
        };
      case "seq-item-ind":
        return {
          type: "block-seq",
          offset: this.offset,
          indent: this.indent,
          items: [{ start: [this.sourceToken] }]
        };
      case "explicit-key-ind": {
        this.onKeyLine = !0;
        let prev = getPrevProps(parent), start = getFirstKeyStartProps(prev);
        return start.push(this.sourceToken), {
          type: "block-map",
          offset: this.offset,
          indent: this.indent,
          items: [{ start, explicitKey: !0 }]
        };
      }
      case "map-value-ind": {
        this.onKeyLine = !0;
        let prev = getPrevProps(parent), start = getFirstKeyStartProps(prev);
        return {
          type: "block-map",
          offset: this.offset,
          indent: this.indent,
          items: [{ start, key: null, sep: [this.sourceToken] }]
        };
      }
    }
    return null;
  }
  atIndentedComment(start, indent) {
    return this.type !== "comment" || this.indent <= indent ? !1 : start.every((st) => st.type === "newline" || st.type === "space");
  }
  *documentEnd(docEnd) {
    this.type !== "doc-mode" && (docEnd.end ? docEnd.end.push(this.sourceToken) : docEnd.end = [this.sourceToken], this.type === "newline" && (yield* this.pop()));
  }
  *lineEnd(token) {
    switch (this.type) {
      case "comma":
      case "doc-start":
      case "doc-end":
      case "flow-seq-end":
      case "flow-map-end":
      case "map-value-ind":
        yield* this.pop(), yield* this.step();
        break;
      case "newline":
        this.onKeyLine = !1;
      default:
        token.end ? token.end.push(this.sourceToken) : token.end = [this.sourceToken], this.type === "newline" && (yield* this.pop());
    }
  }
};

// src/documents/yaml-document.ts
function parseYaml(text2, schema4) {
  refuseHeavy(text2);
  let lines = new LineCounter(), placeOf = (offset) => {
    let { line, col } = lines.linePos(offset);
    return { line, column: col };
  }, first, fail = (offset, text3) => {
    let [message = ""] = text3.split(`
`);
    throw first ??= new Unreadable({ problem: "not-yaml", message, place: placeOf(offset) }), first;
  }, composer = new Composer({ schema: schema4, uniqueKeys: !1, logLevel: "silent" });
  Object.assign(composer, {
    onError: (source, _code, message, isWarning) => {
      isWarning || fail(offsetOf(source), message);
    }
  });
  let tokens = wholeTokens(text2, lines, fail), documents = [...composer.compose(tokens, !0, text2.length)], [document] = documents;
  if (!document) throw new Error("the YAML parser gave no document");
  let [error] = documents.flatMap(({ errors }) => errors);
  return error && fail(error.pos[0], error.message), { document, documents, isOnly: documents.length === 1, placeOf };
}
function targetsOf2(document) {
  let anchors = /* @__PURE__ */ new Map(), targets = /* @__PURE__ */ new Map();
  return visit3(document, {
    Node(_key, node) {
      isAlias(node) ? targets.set(node, anchors.get(node.source)) : node.anchor && anchors.set(node.anchor, node);
    }
  }), targets;
}
function offsetOf(source) {
  return typeof source == "number" ? source : "offset" in source ? source.offset : source[0] ?? 0;
}
function* wholeTokens(text2, lines, fail) {
  for (let token of new Parser(lines.addNewLine).parse(text2))
    token.type === "error" && fail(
      token.offset,
      `${token.message}${token.source ? `: ${JSON.stringify(token.source)}` : ""}`
    ), yield token;
}
function refuseHeavy(text2) {
  let size = text2.length;
  if (size > LARGEST_YAML) throw new Unreadable({ problem: "too-large", size, unit: "characters" });
  let [tokens, brackets, signs] = [0, 0, 0];
  for (let lexeme of new Lexer().lex(text2)) {
    if (lexeme === "[" || lexeme === "{" ? brackets++ : lexeme === "]" || lexeme === "}" ? brackets-- : lexeme === "-" || lexeme === "?" ? signs++ : (lexeme.trim() !== "" || lexeme.includes(`
`)) && (signs = 0), brackets > 100 || signs > 100)
      throw new Unreadable({ problem: "not-yaml", limit: { of: "levels", most: 100 } });
    if (++tokens > MOST_YAML_TOKENS) throw tooMany(MOST_YAML_TOKENS, "tokens");
  }
}

// src/trust/yaml.ts
var MOST_YAML_VALUES = 1e5;
function readYaml(text2) {
  let { documents } = parseYaml(text2, "core"), register = new PlaceRegister(text2), targets = new Map(documents.flatMap((document) => [...targetsOf2(document)])), nodes = 0, read = (node, depth) => {
    if (nodes++, depth > 100)
      throw new Unreadable({ problem: "not-yaml", limit: { of: "levels", most: 100 } });
    if (nodes > MOST_YAML_VALUES) throw tooMany(MOST_YAML_VALUES, "values");
    return isAlias(node) ? read(targets.get(node), depth + 1) : isMap(node) ? withLongTag(node, readMap(node, depth)) : isSeq(node) ? withLongTag(
      node,
      node.items.map((item) => read(item, depth + 1))
    ) : isScalar(node) ? withLongTag(node, jsonValue(node)) : void 0;
  }, readMap = (map2, depth) => {
    let value2 = members(), merged = [];
    for (let pair of map2.items) {
      if (isMap(pair.key)) return new Unresolved(text2.slice(...spanOf(map2)));
      if (!isScalar(pair.key)) continue;
      let name = String(pair.key.value), [offset] = spanOf(pair.value ?? pair.key);
      if (name === "<<" && pair.key.type === "PLAIN") {
        merged.push([read(pair.value, depth + 1), offset]);
        continue;
      }
      register.note(value2, name, offset), value2[name] = read(pair.value, depth + 1);
    }
    for (let [one, offset] of merged)
      merge2(value2, one, (name) => register.note(value2, name, offset));
    return value2;
  }, values = documents.map(({ contents }) => read(contents, 0));
  return { ...register.tree(values[0]), documents: values };
}
function spanOf(node) {
  let [from, to] = node.range;
  return [from, to];
}
function merge2(value2, others, note) {
  for (let other of listOf(others).filter(isMembers))
    for (let [name, member] of Object.entries(other))
      name in value2 || (note(name), value2[name] = member);
}
function jsonValue({ value: value2, source }) {
  return typeof value2 == "number" && String(value2) !== source ? source : value2;
}
function withLongTag(node, value2) {
  let name = /^!(\w+)$/.exec(node.tag ?? "")?.[1];
  if (name === void 0) return value2;
  let long = members();
  return long[name === "Ref" || name === "Condition" ? name : `Fn::${name}`] = name === "GetAtt" && typeof value2 == "string" ? value2.split(".") : value2, long;
}

// src/trust/document.ts
function refusal(reason, address) {
  return { ok: !1, reason, ...address ? { address } : {} };
}
function readWhole(text2) {
  let read = readText(urlDecoded(text2));
  if ("reason" in read) return read;
  let { value: value2 } = read, inner = isMembers(value2) ? value2.TemplateBody : value2;
  return isMembers(inner) ? { ...read, value: inner } : typeof inner == "string" && (isMembers(value2) || /^\s*[[{]/.test(inner)) ? readText(inner) : read;
}
function urlDecoded(text2) {
  if (!/^\ufeff?\s*%(?:7B|5B)/i.test(text2)) return text2;
  try {
    return decodeURIComponent(text2);
  } catch {
    return text2;
  }
}
function readText(text2) {
  let isYaml = !/^\ufeff?\s*(?:[[{]|"(?!(?:[^"\\\n]|\\.)*"[ \t]*:)|\/[/*])/.test(text2) && /^[ \t\ufeff]*(?:-[ \t]+)*[\w'"]+[ \t]*:(\s|$)/m.test(text2);
  try {
    return isYaml ? readYaml(text2) : readJson(text2);
  } catch (error) {
    return isUnreadable(error) ? refusal(placeholdersIn(text2, error.problem)) : refusal({ problem: isYaml ? "not-yaml" : "not-json", limit: { of: "stack" } });
  }
}
function placeholdersIn(text2, problem) {
  let { place } = "place" in problem ? problem : {};
  if (!place) return problem;
  let line = text2.split(`
`)[place.line - 1] ?? "";
  return (problem.problem === "not-json" ? beginsPlaceholder(line, place.column) : /\{\{|\{%/.test(text2)) ? { problem: "placeholders", place } : problem;
}
function kindOf2(value2) {
  if (Array.isArray(value2)) return { type: "array" };
  if (isMembers(value2)) return { type: "object", names: Object.keys(value2).slice(0, 5) };
  let type = typeof value2;
  return { type: type === "string" || type === "number" || type === "boolean" ? type : "null" };
}

// src/trust/forms.ts
var FORMS2 = [
  // Terraform documentation, "Machine-Readable UI": each line an object whose own members begin with `@`.
  ["terraform-log", /^\ufeff?\s{0,100}\{"@(?:level|message|module|timestamp)":/],
  [
    "cli-text",
    /^(?:ROLE|STATEMENT|ASSUMEROLEPOLICYDOCUMENT)\t|^\|+ +(?:GetRole|AssumeRolePolicyDocument|Statement) +\|/m
  ],
  [
    "cdktf",
    importOf(
      "cdktf|@cdktf/[\\w-]+|com\\.hashicorp\\.cdktf|HashiCorp\\.Cdktf|github\\.com/hashicorp/terraform-cdk"
    )
  ],
  [
    "cdk",
    importOf(
      "aws-cdk-lib|@aws-cdk/|aws_cdk|software\\.amazon\\.awscdk|Amazon\\.CDK|github\\.com/aws/aws-cdk-go"
    )
  ],
  ["pulumi", importOf("@pulumi/|pulumi|com\\.pulumi|Pulumi\\b|github\\.com/pulumi/")],
  ["serverless-code", importOf("@serverless/typescript|serverless/aws")],
  // A program of Pulumi's in YAML.
  ["pulumi", /^[ \t]*type:[ \t]*["']?aws(?:-native)?:iam|^runtime:[ \t]*yaml\b/m],
  ["ansible", /^[ \t-]*(?:(?:community|amazon)\.aws\.)?iam_role:[ \t]*$/m],
  [
    "hcl",
    /^[ \t]*(?:(?:[+~-]|-\/\+)[ \t]*)?(?:(?:resource|data)[ \t]+"[\w-]+"[ \t]+"[\w-]+"|(?:module|variable|output|provider|include|dependency)[ \t]+"[\w-]+"|locals|terraform|statement|inputs[ \t]*=)[ \t]*\{|^[ \t]*(?:assume_role_policy|Version|Statement)[ \t]*=|\bjsonencode\(/m
  ]
];
function importOf(names) {
  return new RegExp(
    `^[ \\t]*(?:(?:import|from|using|require)\\b|(?:const|let|var)\\b[^=\\n]{0,200}=[ \\t]*require\\(|["'\`]|[\\w.]+[ \\t]+["'\`]|\\}[ \\t]*from\\b)[^\\n;]{0,200}?(?:\\b|["'\`@])(?:${names})`,
    "m"
  );
}
var OBJECTS = [
  ...FORMS2.slice(0, 1),
  ["hcl", /^[ \t]*(?:Version|Statement)[ \t]*=/m]
], ZIP = "PK";
function formOf(text2) {
  return text2.startsWith(ZIP) ? "terraform-plan" : (/^\ufeff?\s{0,100}[[{]/.test(text2) ? OBJECTS : FORMS2).find(([, signs]) => signs.test(text2))?.[0];
}

// src/trust/open-document.ts
var MARK = /\ufdd2(\d+)\ufdd3/;
function markedText({ forms, shown }) {
  let [form, another] = forms;
  if (!form || another) return;
  let holes = [];
  return { text: form.map((part) => typeof part == "string" ? part : `\uFDD2${holes.push(part) - 1}\uFDD3`).join(""), isSub: isMembers(shown) && "Fn::Sub" in shown, holes };
}
function unmarked(document, { holes, isSub }) {
  let textOf4 = (marked) => {
    let within = [], pieces = marked.split(MARK).map((part, at) => {
      let own = at % 2 === 1 ? holes[Number(part)] : void 0;
      return own ? (within.push(own), pieceOf(new OpenText(void 0, [[own]], holeText(own)), own.of)) : pieceOf(part, part);
    }), made = joined(pieces, marked);
    if (typeof made == "string") return made;
    let { display } = made, isAsWritten = isSub || within.every(({ written }) => written);
    return joined(pieces, isAsWritten ? display : { "Fn::Sub": display });
  }, restored = (value3) => {
    if (typeof value3 == "string")
      return { value: MARK.test(value3) ? textOf4(value3) : value3, openKeys: !1 };
    if (Array.isArray(value3)) {
      let parts = value3.map(restored);
      return {
        value: parts.map((part) => part.value),
        openKeys: parts.some((part) => part.openKeys)
      };
    }
    if (!isMembers(value3)) return { value: value3, openKeys: !1 };
    let openKeys2 = Object.keys(value3).some((name) => MARK.test(name)), own = value3;
    for (let [name, member] of Object.entries(value3)) {
      let made = restored(member), closes = name === "Condition" && made.openKeys;
      own[name] = closes ? new Unresolved("Condition") : made.value, openKeys2 ||= made.openKeys && !closes;
    }
    return { value: value3, openKeys: openKeys2 };
  }, { value: value2, openKeys } = restored(document);
  return openKeys ? new Unresolved("document") : value2;
}

// src/aws/role-arn.ts
var ROLE = /^arn:(?<partition>[a-z-]+):iam::(?<account>\d{12}):role\/(?<name>[\w+=,.@/-]{1,512})$/, LENIENT = /^arn:(?<partition>[^:]*):[^:]*:[^:]*:(?<account>[^:]*):(?:role\/)?(?<name>.+)$/;
function parseRoleArn(text2, lenient) {
  let parts = (lenient ? LENIENT : ROLE).exec(text2)?.groups;
  if (parts)
    return {
      text: text2,
      partition: parts.partition ?? "",
      account: parts.account ?? "",
      name: parts.name ?? ""
    };
}
function baseName({ name }) {
  return name.split("/").at(-1) ?? name;
}

// src/trust/roles.ts
function namesOf(certain, usual = certain) {
  if (typeof certain == "string") return certain === "" ? {} : { name: certain };
  if (!(certain instanceof OpenText)) return {};
  let known = typeof usual == "string" ? usual : void 0, { forms, display } = certain;
  return { openName: { usual: known, forms, display: known ?? display } };
}
function chooseRole(roles, wanted) {
  let likely = wanted ? roles.filter(({ unlikely }) => !unlikely) : roles, [only, second] = likely;
  if (!wanted) return only && !second ? { role: only } : { candidates: roles };
  let own = baseName(wanted), tests = [
    ({ arn }) => arn === wanted.text,
    (role) => role.name === own && !isAnother(role, wanted),
    ({ openName }) => openName?.usual === own,
    ({ openName }) => openName !== void 0 && mayBe(openName, own),
    (role) => hasMadeName(role, own)
  ];
  for (let test of tests) {
    let [found, another] = roles.filter(test);
    if (found && !another) return { role: found };
  }
  return only && !second && !isAnother(only, wanted) ? only.logicalId === void 0 ? { role: only } : { role: only, unnamed: !0 } : { candidates: only ? likely : roles };
}
function mayBe({ forms }, name) {
  return forms.some((form) => matchesWildcard(patternOf(form, literal), literal(name)));
}
var FEWEST_LETTERS = 8;
function hasMadeName({ logicalId, name, openName }, wanted) {
  if (logicalId === void 0 || name !== void 0 || openName) return !1;
  if (wanted.includes(`-${logicalId}-`)) return !0;
  let cut = /-([A-Za-z\d]+)-[A-Z\d]{12,13}$/i.exec(wanted)?.[1] ?? "";
  return cut.length >= FEWEST_LETTERS && logicalId.startsWith(cut);
}
function isAnother({ arn, name, openName }, wanted) {
  let own = baseName(wanted);
  return openName && !mayBe(openName, own) ? !0 : arn !== void 0 && arn !== wanted.text || name !== void 0 && name !== own;
}

// src/trust/shapes/kubernetes.ts
var API = /^iam\.(?:services\.k8s\.aws|aws\.(?:m\.)?(?:upbound|crossplane)\.io)\//;
function fromKubernetes(documents) {
  let manifests = documents.filter(isManifest).flatMap(
    (one) => /List$/.test(textOf(one.kind) ?? "") ? listOf(one.items).filter(isManifest) : [one]
  );
  return documents.some(isManifest) ? manifests.flatMap(roleIn) : void 0;
}
function isManifest(value2) {
  return isMembers(value2) && textOf(value2.apiVersion) !== void 0 && "kind" in value2;
}
function roleIn(manifest) {
  if (!API.test(textOf(manifest.apiVersion) ?? "") || manifest.kind !== "Role") return [];
  let [metadata, spec] = [membersOf(manifest.metadata), membersOf(manifest.spec)], given = isMembers(spec.forProvider) ? spec.forProvider : spec, document = given.assumeRolePolicyDocument ?? given.assumeRolePolicy, external = membersOf(metadata.annotations)["crossplane.io/external-name"], own = textOf(metadata.name), name = textOf(spec.name) ?? textOf(external) ?? own, status = membersOf(manifest.status), arn = textOf(
    membersOf(status.ackResourceMetadata).arn ?? membersOf(status.atProvider).arn
  );
  return [
    {
      address: {
        in: "kubernetes",
        resource: own === void 0 ? "Role" : `Role/${own}`
      },
      document,
      placeholders: "all",
      ...name === void 0 ? {} : namesOf(markPlaceholders(name, "all")),
      arn
    }
  ];
}

// src/trust/shapes/pulumi.ts
var ROLES = /* @__PURE__ */ new Map([
  ["aws:iam/role:Role", ["assumeRolePolicy", "name"]],
  ["aws-native:iam:Role", ["assumeRolePolicyDocument", "roleName"]]
]);
function fromPulumi({ deployment }) {
  if (!(!isMembers(deployment) || !("manifest" in deployment || "resources" in deployment)))
    return listOf(deployment.resources).filter(isMembers).flatMap((resource) => {
      let inRole = ROLES.get(resource.type), given = resource.outputs ?? resource.inputs;
      if (!inRole || !isMembers(given)) return [];
      let [policy, named2] = inRole, [document, name, arn] = [given[policy], textOf(given[named2]), textOf(given.arn)], isSecret = isMembers(document) && !("Statement" in document);
      return [
        {
          address: {
            in: "pulumi",
            resource: (textOf(resource.urn) ?? "").split("::").at(-1) ?? ""
          },
          document: isSecret ? new Unresolved(document) : document,
          name,
          arn
        }
      ];
    });
}

// src/trust/shapes/serverless.ts
function isServerless(value2) {
  return "resources" in value2 && ("service" in value2 || "provider" in value2);
}
function serverlessTemplate(value2) {
  let template = members();
  for (let part of listOf(value2.resources).filter(isMembers))
    for (let [section, own] of Object.entries(part))
      isMembers(own) && (template[section] = Object.assign(template[section] ?? members(), own));
  return template;
}

// src/trust/shapes/terraform-configuration.ts
var MODULE = /module\.([\w-]+)(?:\["(?:[^"\\]|\\.)*"\]|\[\d+\])?\./y;
function referenceIn(configuration) {
  let root = isMembers(configuration) ? configuration.root_module : void 0, indexes = /* @__PURE__ */ new Map(), resourcesOf = (module) => {
    let made = indexes.get(module) ?? new Map(
      listOf(module.resources).filter(isMembers).map((one) => [one.address, one])
    );
    return indexes.set(module, made), made;
  };
  return (address) => {
    let { module, path } = moduleOf(root, address);
    if (!module) return;
    let one = resourcesOf(module).get(withoutKey3(address.slice(path.length))), data = dataOf(one?.expressions);
    return data === void 0 ? void 0 : `${path}${data}`;
  };
}
function moduleOf(root, address) {
  let [module, from] = [root, 0];
  for (; ; ) {
    MODULE.lastIndex = from;
    let name = MODULE.exec(address)?.[1];
    if (!isMembers(module)) return { path: "" };
    if (name === void 0) return { module, path: address.slice(0, from) };
    from = MODULE.lastIndex;
    let call = isMembers(module.module_calls) ? module.module_calls[name] : void 0;
    module = isMembers(call) ? call.module : void 0;
  }
}
function dataOf(expressions) {
  let policy = isMembers(expressions) ? expressions.assume_role_policy : void 0, others = (isMembers(policy) ? listOf(policy.references) : []).filter((one) => !/^(?:each|count)\b/.test(textOf(one) ?? "")), found = new Set(others.map((one) => dataIn(textOf(one) ?? ""))), [data] = found;
  return found.size === 1 ? data : void 0;
}
function dataIn(expression) {
  return /^data\.aws_iam_policy_document\.[\w-]+/.exec(expression)?.[0];
}
function withoutKey3(address) {
  return address.replace(/\[[^[]*\]$/, "");
}

// src/trust/shapes/terraform-document.ts
var OTHERS2 = [
  "source_policy_documents",
  "override_policy_documents",
  "source_json",
  "override_json"
];
function documentOf(values, unknown) {
  let { json, version, statement } = values;
  if (typeof json == "string" && json !== "" && !json.startsWith("${")) return json;
  if (OTHERS2.some((name) => listOf(values[name] ?? void 0).length > 0) || statement === void 0 || statement === null) return new Unresolved(values);
  let policy = members();
  return policy.Version = textOf(version) ?? "2012-10-17", policy.Statement = listOf(statement).map((one) => statementOf2(one, unknown)), policy;
}
function statementOf2(block, unknown) {
  if (!isMembers(block)) return new Unresolved(block);
  let made = members(), sid = textOf(block.sid);
  sid !== void 0 && (made.Sid = sid), made.Effect = effectOf(block.effect, unknown && !("effect" in block));
  let put = (names, read) => {
    let [own, not2, element, negated] = names;
    isGiven(block[own]) && (made[element] = read(block[own])), isGiven(block[not2]) && (made[negated] = read(block[not2])), !(element in made) && !(negated in made) && unknown && !(own in block) && (made[element] = new Unresolved(LATER));
  };
  put(["principals", "not_principals", "Principal", "NotPrincipal"], principalOf), put(["actions", "not_actions", "Action", "NotAction"], textsOf);
  for (let [own, element] of [
    ["resources", "Resource"],
    ["not_resources", "NotResource"]
  ])
    isGiven(block[own]) && (made[element] = textsOf(block[own]));
  let { condition } = block;
  return isGiven(condition) ? made.Condition = conditionOf(condition) : unknown && !("condition" in block) && (made.Condition = new Unresolved(LATER)), made;
}
var LATER = "(known after apply)";
function isGiven(value2) {
  return listOf(value2 ?? void 0).length > 0;
}
function effectOf(value2, isUnknown) {
  return isUnknown ? new Unresolved(LATER) : textOf(value2) ?? "Allow";
}
function textsOf(value2) {
  return listOf(value2 ?? void 0).map(
    (one) => typeof one == "string" ? one.replaceAll("&{", "${") : new Unresolved(one ?? LATER)
  );
}
function principalOf(blocks) {
  let made = members();
  for (let block of listOf(blocks).map(membersOf)) {
    let type = textOf(block.type);
    if (type === void 0) return new Unresolved(LATER);
    let own = textsOf(block.identifiers);
    if (type === "*" && own.includes("*")) return "*";
    addTo(made, type, own);
  }
  return made;
}
function conditionOf(blocks) {
  let made = members();
  for (let block of listOf(blocks).map(membersOf)) {
    let [test, variable] = [textOf(block.test), textOf(block.variable)];
    if (test === void 0 || variable === void 0) return new Unresolved(LATER);
    let own = textsOf(block.values), keys = isMembers(made[test]) ? made[test] : members();
    addTo(keys, variable, own), made[test] = keys;
  }
  return made;
}
function addTo(owner, name, values) {
  let all2 = Array.isArray(owner[name]) ? owner[name] : [];
  for (let value2 of values.length > 0 ? values : [new Unresolved(LATER)]) all2.push(value2);
  owner[name] = all2;
}

// src/trust/shapes/terraform.ts
function fromTerraform(value2) {
  return isShown(value2) ? fromShown(value2) : "terraform_version" in value2 && Array.isArray(value2.resources) ? rolesAmong(inStateFile(value2.resources), () => {
  }) : fromConfiguration(value2) ?? fromOutputs(value2);
}
function fromOutputs(value2) {
  let all2 = Object.entries(value2), isOutput = (one) => isMembers(one) && "value" in one && "sensitive" in one;
  if (!(all2.length === 0 || !all2.every(([, one]) => isOutput(one))))
    return all2.flatMap(([name, one]) => {
      let document = isOutput(one) && one.sensitive !== !0 ? one.value : void 0;
      return isAboutProviders(document) ? [{ address: { in: "terraform", resource: `output.${name}`, of: "output" }, document }] : [];
    });
}
function isShown(value2) {
  return "format_version" in value2 || ["values", "planned_values"].some((name) => isMembers(value2[name])) || Array.isArray(value2.resource_changes);
}
function fromShown(value2) {
  let { values, planned_values: planned, prior_state: prior, resource_changes: changes } = value2, changed = listOf(changes).filter(isMembers).flatMap(inChange), before = isMembers(prior) ? inValues(prior.values) : [], now = inValues(planned === void 0 ? values : planned), data = [...now, ...changed, ...before].filter(({ isData }) => isData), all2 = [...now.length > 0 ? now : changed, ...data], isUnknown = planned !== void 0 || changes !== void 0, reference = referenceIn(value2.configuration);
  return rolesAmong(all2, ({ address }) => reference(address), isUnknown);
}
function inValues(values) {
  return isMembers(values) ? inModule(values.root_module) : [];
}
function inModule(module) {
  return isMembers(module) ? [
    ...listOf(module.resources).filter(isMembers).map((one) => resourceOf(one, one.values, textOf(one.address))),
    ...listOf(module.child_modules).flatMap(inModule)
  ] : [];
}
function inChange(one) {
  let after = isMembers(one.change) ? one.change.after : void 0;
  return isMembers(after) ? [resourceOf(one, after, textOf(one.address))] : [];
}
function inStateFile(resources) {
  return resources.filter(isMembers).flatMap(
    (one) => listOf(one.instances).filter(isMembers).map(({ attributes }) => resourceOf(one, attributes))
  );
}
function resourceOf(one, values, address) {
  let type = textOf(one.type) ?? "", isData = one.mode === "data", module = textOf(one.module), own = `${isData ? "data." : ""}${type}.${textOf(one.name) ?? ""}`;
  return { address: address ?? `${module === void 0 ? "" : `${module}.`}${own}`, type, isData, values: membersOf(values) };
}
function fromConfiguration(value2) {
  let { resource, data } = value2, all2 = [...configured(resource, !1), ...configured(data, !0)];
  return all2.length === 0 ? void 0 : rolesAmong(all2, ({ values }) => {
    let policy = textOf(values.assume_role_policy) ?? "";
    return /^\$\{.*\.json\}$/.test(policy) ? dataIn(policy.slice(2)) : void 0;
  }).map(({ name, ...role }) => ({
    ...role,
    ...name === void 0 ? {} : namesOf(markPlaceholders(name, "all")),
    placeholders: "all"
  }));
}
function configured(types, isData) {
  return [...ROLES2.keys(), DOCUMENT2].flatMap(
    (type) => Object.entries(membersOf(membersOf(types)[type])).flatMap(([name, values]) => {
      let one = { type, name, mode: isData ? "data" : "managed" };
      return listOf(values).map((value2) => resourceOf(one, value2));
    })
  );
}
var DOCUMENT2 = "aws_iam_policy_document", ROLES2 = /* @__PURE__ */ new Map([
  ["aws_iam_role", ["assume_role_policy", "name"]],
  ["awscc_iam_role", ["assume_role_policy_document", "role_name"]]
]);
function rolesAmong(all2, reference, unknown = !1) {
  let documents = documentsAmong(all2, unknown), roles = all2.flatMap((one) => {
    let inRole = ROLES2.get(one.type);
    if (one.isData || !inRole) return [];
    let [policy, named2] = inRole, own = one.values[policy], made2 = typeof own == "string" && !own.startsWith("${") ? void 0 : documents.of(one.address, reference(one)), [arn, name] = [textOf(one.values.arn), textOf(one.values[named2])];
    return [
      {
        address: { in: "terraform", resource: one.address },
        document: made2 ?? own,
        arn,
        name
      }
    ];
  });
  if (roles.length > 0) return roles;
  let made = documents.all().map(
    ([address, document]) => ({
      address: { in: "terraform", resource: address, of: "data" },
      document
    })
  ), trusting = made.filter(({ document }) => isAboutProviders(document));
  return trusting.length > 0 ? trusting : made;
}
function documentsAmong(resources, unknown) {
  let data = resources.filter(({ isData, type }) => isData && type === DOCUMENT2), sources = new Map(data.map((one) => [one.address, one])), byName = Map.groupBy(sources.values(), ({ address }) => withoutKey3(address)), made = /* @__PURE__ */ new Map(), make = (one) => (made.has(one) || made.set(one, documentOf(one.values, unknown)), made.get(one));
  return {
    all: () => [...sources.values()].map((one) => [one.address, make(one)]),
    /** Of one with instances, that of the role's own key, or the only one. In a plan, a role whose data is known by then and whose policy is not has more than the data in it. */
    of: (role, name = "") => {
      let named2 = byName.get(name) ?? [], source = sources.get(`${name}${role.slice(withoutKey3(role).length)}`) ?? (named2.length === 1 ? named2[0] : void 0), isKnown = unknown && typeof source?.values.json == "string";
      return source === void 0 || isKnown ? void 0 : make(source);
    }
  };
}
function isAboutProviders(document) {
  return (typeof document == "string" ? document : JSON.stringify(document))?.includes('"Federated"') ?? !1;
}

// src/trust/shapes.ts
function shapeOf(tree) {
  let { value: value2 } = tree, policy = policyIn(value2);
  if (policy) return { policy };
  let iam = listOf(value2).filter(isMembers).flatMap(fromIam);
  if (iam.length > 0) return { roles: iam };
  let kubernetes = fromKubernetes(tree.documents ?? [value2]);
  if (kubernetes) return kubernetes.length > 0 ? { roles: kubernetes } : { form: "kubernetes" };
  if (!isMembers(value2)) return;
  let template = templateIn(value2);
  if (template) return { template, kind: "template", placeholders: "template" };
  if (isServerless(value2))
    return { template: serverlessTemplate(value2), kind: "serverless", placeholders: "all" };
  let others = fromTerraform(value2) ?? fromPulumi(value2);
  return others ? { roles: others } : void 0;
}
function policyIn(value2) {
  let [first, second] = listOf(value2);
  if (isMembers(first) && second === void 0) {
    if ("Statement" in first) return first;
    let inner = first.PolicyDocument;
    if (isMembers(inner) && "Statement" in inner) return inner;
  }
  if (!(first === void 0 || !listOf(value2).every(isStatement)))
    return Object.assign(members(), { Version: "2012-10-17", Statement: value2 });
}
function isStatement(value2) {
  return isMembers(value2) && "Effect" in value2 && PARTS.some((name) => name in value2);
}
var PARTS = ["Principal", "NotPrincipal", "Action", "NotAction"];
function templateIn(value2) {
  if (isMembers(value2.Resources)) return value2;
  let isResource = (one) => isMembers(one) && /^AWS::\w+::\w+$/.test(textOf(one.Type) ?? "") && "Properties" in one, around2 = (resources) => Object.assign(members(), { Resources: resources });
  if (isResource(value2)) return around2(Object.assign(members(), { Role: value2 }));
  let all2 = Object.values(value2);
  return all2.length > 0 && all2.every(isResource) ? around2(value2) : void 0;
}
function fromIam(value2) {
  return [value2, value2.Role, value2.Roles, value2.RoleDetailList].flatMap(listOf).filter(isMembers).filter((one) => "AssumeRolePolicyDocument" in one).map((one) => {
    let [arn, name] = [textOf(one.Arn), textOf(one.RoleName)];
    return {
      address: { in: "iam", ...name === void 0 ? {} : { role: name } },
      document: one.AssumeRolePolicyDocument,
      arn,
      name
    };
  });
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

// src/trust/intrinsic-functions.ts
var FUNCTION = /^(Ref|Fn::\w+)$/, NO_VALUE = /* @__PURE__ */ Symbol("AWS::NoValue"), callFunction = (name, argument, written, asked) => CALLS.get(name)?.(argument, written, asked), CALLS = /* @__PURE__ */ new Map([
  ["Ref", (name, _written, asked) => typeof name == "string" ? asked.refer(name) : void 0],
  ["Fn::GetAtt", getAtt],
  ["Fn::Sub", sub],
  ["Fn::Join", join],
  ["Fn::Split", split],
  ["Fn::Select", select],
  ["Fn::If", choose],
  ["Fn::FindInMap", findInMap],
  ["Fn::ToJsonString", toJson]
]), listIn = (argument, asked) => listOf(asked.resolve(argument));
function getAtt(argument, written, asked) {
  let path = isText(argument) ? String(argument).split(".") : listOf(argument);
  return (path[1] === "Arn" ? asked.providerArn(path[0]) : void 0) ?? (path.every(isText) ? hole(path.join("."), written) : void 0);
}
function sub(argument, written, asked) {
  let [text2, given] = listOf(argument);
  if (typeof text2 != "string" || text2.length > LONGEST_TEMPLATE_TEXT || /\$\{[^}]*\$\{/.test(text2)) return;
  let own = membersOf(given), length = 0, end = text2.lastIndexOf("}") + 1, parts = text2.slice(0, end).split(/\$\{([^}]*)\}/), values = parts.map((part, at) => {
    if (at % 2 === 0 || length > LONGEST_TEMPLATE_TEXT) return part;
    if (part.startsWith("!")) return `\${${part.slice(1)}}`;
    let value2 = Object.hasOwn(own, part) ? asked.resolve(own[part]) : nameInSub(part, asked);
    return length += isText(value2) ? String(value2).length : 0, value2;
  });
  if (length > LONGEST_TEMPLATE_TEXT) return;
  let pieces = [...values, text2.slice(end)].map(
    (value2, at) => pieceOf(asked.resolve(value2), parts[at] ?? "")
  );
  return joined(pieces, written);
}
function nameInSub(name, asked) {
  let dot = name.indexOf(".");
  return dot < 0 ? asked.refer(name) : name.slice(dot) === ".Arn" ? asked.providerArn(name.slice(0, dot)) : void 0;
}
function join(argument, written, asked) {
  let [between, list] = listOf(argument), parts = asked.resolve(list);
  if (typeof between != "string" || !Array.isArray(parts) || parts.reduce(
    (sum, part) => sum + between.length + (isText(part) ? String(part).length : 0),
    0
  ) > LONGEST_TEMPLATE_TEXT) return;
  let pieces = parts.map((part, at) => pieceOf(part, `part ${at + 1}`)), gap = pieceOf(between, "");
  return joined(
    pieces.flatMap((piece, at) => at === 0 ? [piece] : [gap, piece]),
    written
  );
}
function split(argument, _written, asked) {
  let [between, text2] = listIn(argument, asked);
  return typeof between == "string" && between !== "" && typeof text2 == "string" ? text2.split(between) : void 0;
}
function select(argument, _written, asked) {
  let [index, list] = listIn(argument, asked);
  return Array.isArray(list) && isText(index) ? list[Number(index)] : void 0;
}
function choose(argument, written, asked) {
  let [condition, yes, no] = listOf(argument), verdict = asked.holds(condition);
  if (verdict !== "undecided") return asked.resolve(verdict ? yes : no);
  let branches = [asked.resolve(yes), asked.resolve(no)], [one, other] = branches.map((branch) => JSON.stringify(branch));
  return one === other ? branches[0] : oneOf(branches, `\${If ${textOf(condition) ?? ""}}`, written);
}
function findInMap(argument, written, asked) {
  let [name, top, second, more] = listIn(argument, asked), map2 = isText(name) ? membersOf(asked.template.Mappings)[String(name)] : void 0, otherwise = membersOf(more).DefaultValue, [tops, seconds] = [formsOf(top), formsOf(second)].map((forms) => forms?.map(knownText));
  if (!isMembers(map2) || !tops || !seconds) return;
  let found = tops.flatMap(
    (one) => seconds.map((other) => {
      if (!(one === void 0 || other === void 0))
        return membersOf(map2[one])[other] ?? otherwise;
    })
  );
  return found.length === 1 ? found[0] : oneOf(found, `\${${plainText(name)}}`, written);
}
function toJson(argument, _written, asked) {
  let value2 = asked.resolve(argument), text2 = hasUnresolved(value2) ? void 0 : JSON.stringify(value2);
  return text2 !== void 0 && text2.length <= LONGEST_TEMPLATE_TEXT ? text2 : void 0;
}

// src/trust/template-conditions.ts
var Conditions = class {
  #defined;
  #resolve;
  #known = /* @__PURE__ */ new Map();
  #depth = 0;
  constructor(template, resolve) {
    this.#defined = membersOf(template.Conditions), this.#resolve = resolve;
  }
  holds(name) {
    if (typeof name != "string") return "undecided";
    let known = this.#known.get(name);
    if (known !== void 0) return known;
    this.#known.set(name, "undecided");
    let verdict = this.#verdictOf(this.#defined[name]);
    return this.#known.set(name, verdict), verdict;
  }
  /** AWS CloudFormation User Guide, "Condition functions". */
  #verdictOf(expression) {
    let [entry, second] = Object.entries(membersOf(expression));
    if (!entry || second || this.#depth > 100) return "undecided";
    let [name, argument] = entry;
    if (name === "Condition") return this.#deeper(() => this.holds(argument));
    if (!Array.isArray(argument)) return "undecided";
    if (name === "Fn::Equals") {
      let [one, other] = argument.map((value2) => this.#deeper(() => this.#resolve(value2)));
      return sameText(one, other);
    }
    let parts = argument.map((part) => this.#deeper(() => this.#verdictOf(part)));
    return name === "Fn::Not" ? not(parts[0] ?? "undecided") : name === "Fn::And" ? all(parts) : name === "Fn::Or" ? any(parts) : "undecided";
  }
  #deeper(work) {
    this.#depth++;
    try {
      return work();
    } finally {
      this.#depth--;
    }
  }
};

// src/trust/template-parameters.ts
var NONE_GIVEN = /* @__PURE__ */ new Map();
function parameterValue(name, template, { given, defaults, unlisted }, used) {
  let parameter = membersOf(template.Parameters)[name];
  if (!isMembers(parameter)) return;
  let type = textOf(parameter.Type) ?? "String", isList = /^CommaDelimitedList$|^List</.test(type), shown = { Ref: name }, open = isList ? new Unresolved(shown) : hole(name, shown, !0);
  if (isTrue(parameter.NoEcho) || type.startsWith("AWS::SSM::")) return open;
  if (given.has(name)) {
    let value2 = given.get(name);
    return value2 === void 0 ? open : isList ? listIn2(value2) : value2;
  }
  let standard = parameter.Default;
  if ((defaults === "all" || defaults.has(name)) && isText(standard))
    return used.add(name), isList ? listIn2(String(standard)) : String(standard);
  let allowed = listOf(parameter.AllowedValues);
  return isList || unlisted || allowed.length === 0 ? open : oneOf(allowed, `\${${name}}`, shown);
}
function isTrue(value2) {
  return isText(value2) && String(value2).toLowerCase() === "true";
}
function listIn2(text2) {
  return text2 === "" ? [] : text2.split(",").map((one) => one.trim());
}

// src/trust/template-providers.ts
var TYPES = ["AWS::IAM::OIDCProvider", "Custom::AWSCDKOpenIdConnectProvider"];
function templateProviderArn(resource, role, resolve) {
  if (!isMembers(resource) || !TYPES.includes(resource.Type)) return;
  let { Url: written } = membersOf(resource.Properties), url = resolve(written);
  if (typeof url != "string" && !(url instanceof OpenText) || typeof url == "string" && url.length > 255) return;
  if (role && typeof url == "string")
    return providerArn({ partition: role.partition, account: role.account, issuer: url });
  let [partition, account] = ["AWS::Partition", "AWS::AccountId"], pieces = providerArn({
    partition: role?.partition ?? `
${partition}
`,
    account: role?.account ?? `
${account}
`,
    issuer: typeof url == "string" ? issuerName(url) : `
Url
`
  }).split(`
`).map((part, at) => pieceOf(at % 2 ? hole(part, part) : part, part));
  return joined(pieces, written);
}

// src/trust/intrinsics.ts
var Resolver = class {
  /** Parameters whose defaults were used. */
  used = /* @__PURE__ */ new Set();
  #values;
  #conditions;
  #names = /* @__PURE__ */ new Map();
  /** What each object that was made is a copy of. */
  #written = /* @__PURE__ */ new Map();
  #stepsLeft = MOST_TEMPLATE_STEPS;
  #charactersLeft = MOST_TEMPLATE_CHARACTERS;
  #depth = 0;
  constructor(values) {
    this.#values = values, this.#conditions = new Conditions(values.template, (value2) => this.resolve(value2));
  }
  get template() {
    return this.#values.template;
  }
  /** The object as it stands in the template. */
  writtenOf(made) {
    return this.#written.get(made);
  }
  /** A copy in which every function is resolved or marked. */
  resolve(value2) {
    if (typeof value2 == "string") return this.#marked(value2);
    if (typeof value2 != "object" || value2 === null || value2 instanceof Unresolved) return value2;
    if (--this.#stepsLeft < 0 || this.#depth > 300) return new Unresolved(value2);
    this.#depth++;
    let made = Array.isArray(value2) ? value2.map((one) => this.resolve(one)).filter((one) => one !== NO_VALUE) : this.#resolveMembers(value2);
    return this.#depth--, made;
  }
  #resolveMembers(value2) {
    let [entry, second] = Object.entries(value2);
    if (entry && !second && FUNCTION.test(entry[0])) return this.#call(value2, entry);
    let made = members();
    for (let [name, member] of Object.entries(value2)) {
      let resolved2 = isName(name, member) ? member : this.resolve(member);
      resolved2 !== NO_VALUE && (made[name] = resolved2);
    }
    return this.#written.set(made, value2), made;
  }
  /** Functions can make gigabytes of a few lines. */
  #call(value2, [name, argument]) {
    let made = this.#whole(callFunction(name, argument, value2, this));
    return this.#charactersLeft -= lengthOf(made), this.#charactersLeft < 0 ? new Unresolved(value2) : made ?? new Unresolved(value2);
  }
  #marked(text2) {
    let { placeholders, role } = this.#values;
    return placeholders ? markPlaceholders(text2, placeholders, role?.account) : text2;
  }
  /** A placeholder may be made of parts: `{{resolve:ssm:/${Stage}/org}}`. */
  #whole(made) {
    return typeof made == "string" ? this.#marked(made) : made instanceof OpenText && made.forms.flat().some((part) => typeof part == "string" && part.includes("{{")) ? void 0 : made;
  }
  holds(condition) {
    return this.#conditions.holds(condition);
  }
  /** What `Ref` gives; a name that names itself round about is a hole. */
  refer(name) {
    return this.#names.has(name) || (this.#names.set(name, hole(name, { Ref: name })), this.#names.set(name, this.#lookUp(name))), this.#names.get(name);
  }
  /** AWS CloudFormation User Guide, "Pseudo parameters". The stack may stand in another region than the one that signs in. */
  #lookUp(name) {
    let { template, role, placeholders } = this.#values, partition = role?.partition || void 0, suffix = PARTITIONS.find(({ id }) => id === partition)?.dnsSuffix, open = hole(name, { Ref: name });
    if (name === "AWS::NoValue") return NO_VALUE;
    if (name === "AWS::AccountId" || name === SERVERLESS_ACCOUNT && placeholders === "all") return role?.account || open;
    if (name === "AWS::Partition") return partition ?? open;
    if (name === "AWS::URLSuffix") return suffix ?? open;
    let value2 = parameterValue(name, template, this.#values, this.used);
    return value2 === void 0 ? this.providerArn(name) ?? open : value2;
  }
  /** Undefined for what is no OIDC provider of the template. */
  providerArn(logicalId) {
    if (typeof logicalId != "string") return;
    let key = `arn of ${logicalId}`;
    if (!this.#names.has(key)) {
      this.#names.set(key, void 0);
      let resource = membersOf(this.template.Resources)[logicalId];
      this.#names.set(
        key,
        templateProviderArn(resource, this.#values.role, (value2) => this.resolve(value2))
      );
    }
    return this.#names.get(key);
  }
};
function isName(name, value2) {
  return (name === "Sid" || name === "Id") && typeof value2 == "string";
}
function lengthOf(made) {
  return typeof made == "string" ? made.length : made instanceof OpenText ? made.forms.flat().reduce((sum, part) => sum + (typeof part == "string" ? part.length : 0), 0) : 0;
}

// src/trust/template.ts
function rolesOfTemplate({ template, kind }, asked) {
  let { certain, usual } = resolversOf(template, asked);
  return Object.entries(membersOf(template.Resources)).flatMap(([logicalId, one]) => {
    let resource = membersOf(one), properties = membersOf(resource.Properties);
    if (!("AssumeRolePolicyDocument" in properties)) return [];
    let document = properties.AssumeRolePolicyDocument, unnamed = !("RoleName" in properties) && !isForProviders(document);
    return [
      {
        address: { in: kind, logicalId },
        document,
        // SAM calls the role that it makes for a function after it (AWS SAM Developer Guide, "Generated resources").
        logicalId: /^AWS::Serverless::/.test(textOf(resource.Type) ?? "") ? `${logicalId}Role` : logicalId,
        ...unnamed ? { unlikely: !0 } : {},
        ...usual.holds(conditionOf2(resource)) === !1 ? { notMade: !0 } : {},
        ...namesOf(certain.resolve(properties.RoleName), usual.resolve(properties.RoleName))
      }
    ];
  });
}
function resolversOf(template, asked) {
  return {
    certain: new Resolver({ template, ...asked, defaults: /* @__PURE__ */ new Set() }),
    usual: new Resolver({ template, ...asked, defaults: "all" })
  };
}
function isForProviders(document) {
  return !isMembers(document) || !("Statement" in document) ? !0 : listOf(document.Statement).some((statement) => {
    let names = Object.keys(membersOf(membersOf(statement).Principal));
    return names.length === 0 || names.some((name) => /^(Federated$|Ref$|Fn::)/.test(name));
  });
}
function whyNotMade({ address }, template, asked) {
  let condition = conditionOf2(resourceAt(address, template)), { certain, usual } = resolversOf(template, asked);
  usual.holds(condition);
  let isCertain = certain.holds(condition) === !1;
  return { condition: condition ?? "", defaults: isCertain ? [] : [...usual.used] };
}
function resourceAt(address, template) {
  let resources = membersOf(template.Resources);
  return membersOf("logicalId" in address ? resources[address.logicalId] : void 0);
}
function conditionOf2(resource) {
  return textOf(resource.Condition);
}
function withNamed(asked, { address, openName }, template) {
  let own = asked.role ? baseName(asked.role) : "";
  if (!openName || own === "") return asked;
  let { RoleName: name } = membersOf(resourceAt(address, template).Properties), values = { template, ...asked, defaults: /* @__PURE__ */ new Set(), unlisted: !0 }, [form, another] = formsOf(new Resolver(values).resolve(name)) ?? [];
  if (!form || another) return asked;
  let holes = form.filter((part) => typeof part != "string"), [only, second] = holes, told = only && !second ? [[only.of, insideOf(form, own)]] : holes.map(({ of }) => [of, void 0]), isUsual = openName.usual === own && second !== void 0, named2 = told.filter(([name2]) => holes.some(({ of, parameter }) => of === name2 && parameter));
  return isUsual ? asked : { ...asked, given: new Map([...asked.given, ...named2]) };
}
function insideOf(form, text2) {
  let at = form.findIndex((part) => typeof part != "string"), [head, tail] = [form.slice(0, at), form.slice(at + 1)].map((part) => knownText(part) ?? "");
  return text2.slice(head?.length ?? 0, text2.length - (tail?.length ?? 0));
}
function readDocument(document, template, { tree, ...asked }, defaults) {
  let resolver = new Resolver({ template, ...asked, defaults }), resolved2 = resolver.resolve(document), written = (owner) => resolver.writtenOf(owner) ?? owner;
  return {
    document: resolved2,
    used: [...resolver.used],
    tree: {
      value: resolved2,
      placeOf: (owner, name) => tree.placeOf(written(owner), name),
      doubled: (owner) => tree.doubled(written(owner)),
      writtenOf: (owner) => resolver.writtenOf(owner)
    }
  };
}

// src/trust/template-loops.ts
var LOOP = /^Fn::ForEach::/, DEEPEST_LOOP = 5;
function withoutLoops(template, asked) {
  let resources = template.Resources;
  if (!isMembers(resources) || !Object.keys(resources).some((name) => LOOP.test(name)))
    return template;
  let resolver = new Resolver({ template, ...asked, defaults: "all" }), unroller = new Unroller((value2) => resolver.resolve(value2));
  return Object.assign(members(), template, { Resources: unroller.unrolled(resources, 0) });
}
var Unroller = class {
  #resolve;
  #left = MOST_UNROLLED_VALUES;
  constructor(resolve) {
    this.#resolve = resolve;
  }
  /** A loop over what nobody knows makes nothing that could be found. */
  unrolled(resources, depth) {
    let made = members();
    for (let [name, value2] of Object.entries(resources))
      if (!LOOP.test(name)) made[name] = value2;
      else if (depth < DEEPEST_LOOP)
        for (let turn of this.#turns(value2, depth)) Object.assign(made, turn);
    return made;
  }
  #turns(loop, depth) {
    let [identifier, collection, body] = listOf(loop), items = this.#resolve(collection);
    return typeof identifier != "string" || !/^\w+$/.test(identifier) ? [] : Array.isArray(items) ? items.filter(isText).map((item) => this.#replaced(body, identifier, String(item))).filter(isMembers).map((turn) => this.unrolled(turn, depth + 1)) : [];
  }
  #replaced(value2, identifier, item) {
    if (this.#left-- <= 0) return;
    let text2 = (one) => one.replaceAll(`\${${identifier}}`, item).replaceAll(`&{${identifier}}`, item.replace(/[^a-z\d]/gi, ""));
    if (typeof value2 == "string") return text2(value2);
    if (Array.isArray(value2)) return value2.map((one) => this.#replaced(one, identifier, item));
    if (!isMembers(value2)) return value2;
    if (value2.Ref === identifier && Object.keys(value2).length === 1) return item;
    let made = members();
    for (let [name, member] of Object.entries(value2))
      made[text2(name)] = this.#replaced(member, identifier, item);
    return made;
  }
};

// src/trust/parse.ts
function parseTrustPolicy(text2, role, given = NONE_GIVEN) {
  if (text2.trim() === "") return refusal({ problem: "empty" });
  if (text2.length > LARGEST_POLICY)
    return refusal({ problem: "too-large", size: text2.length, unit: "characters" });
  let result = findPolicy(text2, { role, given }), form = result.ok || result.address || !UNKNOWN2.has(result.reason.problem) ? void 0 : formOf(text2);
  return form ? refusal({ problem: "other-form", form }) : result;
}
var UNKNOWN2 = /* @__PURE__ */ new Set([
  "not-json",
  "not-yaml",
  "not-a-policy",
  "placeholders",
  "too-large"
]);
function findPolicy(text2, asked) {
  let read = readWhole(text2);
  if ("reason" in read) return read;
  let shaped = shapeOf(read);
  if (!shaped) return refusal({ problem: "not-a-policy", found: kindOf2(read.value) });
  if ("form" in shaped) return refusal({ problem: "other-form", form: shaped.form });
  if ("template" in shaped) return fromTemplate(shaped, read, asked);
  let { role } = asked;
  if ("policy" in shaped) return policyOf(shaped.policy, read, { placeholders: "all", role });
  let choice = chooseRole(shaped.roles, role);
  return "role" in choice ? fromRole(choice.role, read, role) : notChosen(choice.candidates);
}
function notChosen(candidates) {
  let [only, second] = candidates;
  if (!only) return refusal({ problem: "no-role" });
  let roles = candidates.map(({ address: address2 }) => address2);
  if (second) return refusal({ problem: "several-roles", roles });
  let name = only.name ?? only.openName?.display, { address } = only;
  return refusal({ problem: "other-role", role: address, ...name === void 0 ? {} : { name } });
}
function fromTemplate(shape, tree, { role: arn, given }) {
  let asked = { role: arn, given, placeholders: shape.placeholders }, template = withoutLoops(shape.template, asked), roles = rolesOfTemplate({ ...shape, template }, asked), made = roles.filter(({ notMade }) => !notMade), choice = chooseRole(made.length > 0 ? made : roles, arn);
  if (!("role" in choice)) return notChosen(choice.candidates);
  let { role, unnamed } = choice, { address } = role;
  if (role.notMade)
    return refusal({ problem: "role-not-made", ...whyNotMade(role, template, asked) }, address);
  let known = { ...withNamed(asked, role, template), tree }, read = (defaults2) => {
    let { document, tree: own, used } = readDocument(role.document, template, known, defaults2);
    return { ...fromRole({ ...role, document }, own, arn), used };
  }, { used: defaults, ...result } = read("all");
  if (!result.ok || defaults.length === 0 && !unnamed) return result;
  let doubt = { defaults, ...unnamed ? { unnamed } : {}, policyWith: (names) => {
    let other = read(names);
    return other.ok ? other.value.policy : void 0;
  } };
  return { ok: !0, value: { ...result.value, template: doubt } };
}
function fromRole(found, tree, role) {
  let { document, address } = found, marked = document instanceof OpenText ? markedText(document) : void 0;
  if (marked) {
    let inner2 = readText(marked.text);
    return "reason" in inner2 ? inner2.reason.problem === "placeholders" ? refusal({ problem: "known-later" }, address) : { ...inner2, address } : fromRole({ ...inText(found), document: unmarked(inner2.value, marked) }, inner2, role);
  }
  if (document === void 0 || document instanceof Unresolved || isLater(found))
    return refusal({ problem: "known-later" }, address);
  if (typeof document != "string") return policyOf(document, tree, { ...found, role });
  let inner = readText(urlDecoded(document));
  return "reason" in inner ? { ...inner, address } : policyOf(inner.value, inner, { ...inText(found), role });
}
function inText(found) {
  let { address } = found;
  return "logicalId" in address ? { ...found, address: { ...address, asText: !0 } } : found;
}
function isLater({ document, placeholders }) {
  return placeholders !== void 0 && typeof document == "string" && !/^\s*(?:\{(?![{%])|%7B)/i.test(document) && hasPlaceholder(document, placeholders);
}
function policyOf(written, whole, { address, ...asked }) {
  if (!isMembers(written) || !("Statement" in written))
    return refusal({ problem: "not-a-policy", found: kindOf2(written) }, address);
  let size = JSON.stringify(written).length;
  if (size > LONGEST_TRUST_POLICY)
    return refusal({ problem: "too-large", size, unit: "characters" }, address);
  let { document, tree } = resolved(written, whole, asked);
  if (!isMembers(document)) return refusal({ problem: "known-later" }, address);
  let policy = readPolicy(document, tree), { statements } = policy, rights = statements.filter(({ raw }) => "Resource" in raw || "NotResource" in raw), [first] = rights;
  if (first && rights.length === statements.length) {
    let place = tree.placeOf(first.raw, "Resource");
    return refusal({ problem: "permissions-policy", ...place ? { place } : {} }, address);
  }
  return { ok: !0, value: { policy, ...address ? { address } : {} } };
}
function resolved(document, tree, { role, placeholders }) {
  if (tree.writtenOf) return { document, tree };
  let asked = { role, given: NONE_GIVEN, placeholders, tree };
  return readDocument(document, members(), asked, /* @__PURE__ */ new Set());
}

// src/trust/sign-in.ts
function requestOf(signIn) {
  let { claims, role = "", partition = "aws", region, now } = signIn, arn = parseRoleArn(role, !0);
  return {
    token: tokenOf(claims),
    inputs: {
      ...arn ? { role: arn } : {},
      partition,
      roleSessionName: signIn.sessionName ?? "GitHubActions",
      roleDurationSeconds: signIn.durationSeconds ?? 3600,
      region: region ?? "",
      customEndpoint: region === void 0,
      fallbackRegions: [],
      stsEndpoint: signIn.endpoint ?? ""
    },
    now
  };
}
function tokenOf(claims) {
  let textOf4 = (claim) => typeof claim == "string" ? claim : "";
  return {
    source: "file",
    header: {},
    claims,
    issuer: textOf4(claims.iss),
    subject: textOf4(claims.sub),
    audiences: [claims.aud ?? []].flat().filter((one) => typeof one == "string")
  };
}

// node_modules/smol-toml/dist/error.js
function getLineColFromPtr(string2, ptr) {
  let lines = string2.slice(0, ptr).split(/\r?\n/);
  return [lines.length, lines.pop().length + 1];
}
function makeCodeBlock(string2, line, column) {
  let lines = string2.split(/\r?\n/), codeblock = "", numberLen = (Math.log10(line + 1) | 0) + 1;
  for (let i = line - 1; i <= line + 1; i++) {
    let l = lines[i - 1];
    l && (codeblock += i.toString().padEnd(numberLen, " "), codeblock += ":  ", codeblock += l, codeblock += `
`, i === line && (codeblock += " ".repeat(numberLen + column + 2), codeblock += `^
`));
  }
  return codeblock;
}
var TomlError = class _TomlError extends Error {
  line;
  column;
  codeblock;
  constructor(message, options) {
    let [line, column] = getLineColFromPtr(options.toml, options.ptr), codeblock = makeCodeBlock(options.toml, line, column);
    super(`Invalid TOML document: ${message}

${codeblock}`, options), this.line = line, this.column = column, this.codeblock = codeblock;
  }
  /** @internal */
  static x(message, ctx, ptr) {
    throw new _TomlError(message, { toml: ctx.s, ptr: ptr ?? ctx.p });
  }
};

// node_modules/smol-toml/dist/primitive.js
function parseString(ctx) {
  let startPtr = ctx.p, c = ctx.s.charCodeAt(ctx.p++), first = c, isLiteral = c === 39, isMultiline = c === ctx.s.charCodeAt(ctx.p) && c === ctx.s.charCodeAt(ctx.p + 1);
  isMultiline && ((c = ctx.s.charCodeAt(ctx.p += 2)) === 10 ? ctx.p++ : c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10 && (ctx.p += 2));
  let parsed = "", sliceStart = ctx.p, state = 0;
  for (; ctx.p < ctx.s.length; ctx.p++)
    if (c = ctx.s.charCodeAt(ctx.p), isMultiline && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10))
      state = state && 3;
    else if (c < 32 && c !== 9 || c === 127)
      TomlError.x("control characters are not allowed in strings", ctx);
    else if ((!state || state === 3) && c === first && (!isMultiline || ctx.s.charCodeAt(ctx.p + 1) === first && ctx.s.charCodeAt(ctx.p + 2) === first)) {
      if (isMultiline && (ctx.s.charCodeAt(ctx.p + 3) === first && ctx.p++, ctx.s.charCodeAt(ctx.p + 3) === first && ctx.p++), !state) {
        let s = ctx.s.slice(sliceStart, ctx.p);
        parsed = parsed ? parsed + s : s;
      }
      return ctx.p += isMultiline ? 3 : 1, parsed;
    } else if (!state)
      !isLiteral && c === 92 && (parsed += ctx.s.slice(sliceStart, sliceStart = ctx.p), state = 1);
    else if (state === 1)
      if (c === 120 || c === 117 || c === 85) {
        let errPtr = ctx.p++ - 1, value2 = 0, len = c === 120 ? 2 : c === 117 ? 4 : 8;
        for (let j = 0; j < len; j++, ctx.p++) {
          let hex = ctx.s.charCodeAt(ctx.p), digit = (
            /* 0-9 */
            hex >= 48 && hex <= 57 ? hex - 48 : (
              /* A-F */
              hex >= 65 && hex <= 70 ? hex - 65 + 10 : (
                /* a-f */
                hex >= 97 && hex <= 102 ? hex - 97 + 10 : -1
              )
            )
          );
          digit < 0 && TomlError.x("invalid non-hex character in unicode escape", ctx), value2 = value2 << 4 | digit;
        }
        (value2 < 0 || value2 > 1114111 || value2 >= 55296 && value2 <= 57343) && TomlError.x("invalid unicode escape", ctx, errPtr), parsed += String.fromCodePoint(value2), sliceStart = ctx.p--, state = 0;
      } else isMultiline && (c === 32 || c === 9) ? state = 2 : (c === 98 ? parsed += "\b" : c === 116 ? parsed += "	" : c === 110 ? parsed += `
` : c === 102 ? parsed += "\f" : c === 114 ? parsed += "\r" : c === 101 ? parsed += "\x1B" : c === 34 ? parsed += '"' : c === 92 ? parsed += "\\" : TomlError.x("unrecognised escape sequence", ctx), sliceStart = ctx.p + 1, state = 0);
    else c !== 32 && c !== 9 && (state === 2 && TomlError.x("invalid escape: only line-ending whitespace may be escaped", ctx, sliceStart), state = !isLiteral && c === 92 ? 1 : 0, sliceStart = ctx.p);
  TomlError.x("unfinished string", ctx, startPtr);
}

// node_modules/smol-toml/dist/date.js
var DATE_TIME_RE = /^(\d{4}-\d{2}-\d{2})?[Tt ]?(?:(\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?)?(Z|z|[-+]\d{2}:\d{2})?$/i, TomlDate = class _TomlDate extends Date {
  #hasDate = !1;
  #hasTime = !1;
  #offset = null;
  constructor(date2, fasttype, unsafeDelim) {
    let hasDate = !0, hasTime = !0, offset = "Z", c;
    if (typeof date2 == "string")
      if (fasttype)
        prep: {
          if (fasttype < 3) {
            if (+date2.slice(11, 13) > 23) {
              date2 = "";
              break prep;
            }
            fasttype === 2 ? (offset = null, date2 += "Z") : (c = date2.charCodeAt(date2.length - 1)) !== 90 && c !== 122 && (offset = date2.slice(date2.length - 6)), unsafeDelim && (date2 = date2.slice(0, 10) + "T" + date2.slice(11));
          } else fasttype === 4 && (date2 = +date2.slice(0, 2) > 23 ? "" : `0000-01-01T${date2}Z`);
          hasDate = fasttype !== 4, hasTime = fasttype !== 3;
        }
      else {
        let match = date2.match(DATE_TIME_RE);
        match ? (match[1] || (hasDate = !1, date2 = `0000-01-01T${date2}`), hasTime = !!match[2], hasTime && date2[10] === " " && (date2 = date2.replace(" ", "T")), match[2] && +match[2] > 23 ? date2 = "" : (offset = match[3] || null, !offset && hasTime && (date2 += "Z"))) : date2 = "";
      }
    super(date2), isNaN(this.getTime()) || (this.#hasDate = hasDate, this.#hasTime = hasTime, this.#offset = offset);
  }
  isDateTime() {
    return this.#hasDate && this.#hasTime;
  }
  isLocal() {
    return !this.#hasDate || !this.#hasTime || !this.#offset;
  }
  isDate() {
    return this.#hasDate && !this.#hasTime;
  }
  isTime() {
    return this.#hasTime && !this.#hasDate;
  }
  isValid() {
    return this.#hasDate || this.#hasTime;
  }
  toISOString() {
    let iso = super.toISOString();
    if (this.isDate())
      return iso.slice(0, 10);
    if (this.isTime())
      return iso.slice(11, 23);
    if (this.#offset === null)
      return iso.slice(0, -1);
    if (this.#offset === "Z" || this.#offset === "z")
      return iso;
    let offset = +this.#offset.slice(1, 3) * 60 + +this.#offset.slice(4, 6);
    return offset = this.#offset[0] === "-" ? offset : -offset, new Date(this.getTime() - offset * 6e4).toISOString().slice(0, -1) + this.#offset;
  }
  static wrapAsOffsetDateTime(jsDate, offset = "Z") {
    let date2 = new _TomlDate(jsDate);
    return date2.#offset = offset, date2;
  }
  static wrapAsLocalDateTime(jsDate) {
    let date2 = new _TomlDate(jsDate);
    return date2.#offset = null, date2;
  }
  static wrapAsLocalDate(jsDate) {
    let date2 = new _TomlDate(jsDate);
    return date2.#hasTime = !1, date2.#offset = null, date2;
  }
  static wrapAsLocalTime(jsDate) {
    let date2 = new _TomlDate(jsDate);
    return date2.#hasDate = !1, date2.#offset = null, date2;
  }
};

// node_modules/smol-toml/dist/extract.js
function isDigit2(char, base = 10) {
  return base === 16 ? char > 47 && char < 58 || char > 64 && char < 71 || char > 96 && char < 103 : char > 47 && char < 48 + base;
}
function isEndOfValue(char, delim) {
  return char === 32 || char === 9 || char === 10 || char === 13 || // Structure end or next value delimiter
  delim && (char === delim || char === 44) || // Comment
  char === 35;
}
function extractValue(ctx, end) {
  let errPtr = ctx.p, c = ctx.s.charCodeAt(ctx.p);
  if (c === 91 || c === 123) {
    ctx.d-- || TomlError.x("document contains excessively nested structures. aborting.", ctx);
    let value2 = c === 91 ? parseArray(ctx) : parseInlineTable(ctx);
    return ctx.d++, value2;
  }
  return c === 34 || c === 39 ? parseString(ctx) : c === 116 ? ((ctx.s.charCodeAt(++ctx.p) !== 114 || ctx.s.charCodeAt(++ctx.p) !== 117 || ctx.s.charCodeAt(++ctx.p) !== 101) && TomlError.x("invalid value", ctx, errPtr), ctx.p++, !0) : c === 102 ? ((ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 108 || ctx.s.charCodeAt(++ctx.p) !== 115 || ctx.s.charCodeAt(++ctx.p) !== 101) && TomlError.x("invalid value", ctx, errPtr), ctx.p++, !1) : c === 43 || c === 45 ? parseNumber(ctx, ctx.p, ctx.s.charCodeAt(++ctx.p), 44 - c, end) : ctx.s.charCodeAt(ctx.p + 4) === 45 && ctx.s.charCodeAt(ctx.p + 7) === 45 ? parseDate(ctx, c, end) : ctx.s.charCodeAt(ctx.p + 2) === 58 ? parseTime(ctx, c, end) : parseNumber(ctx, ctx.p, c, 0, end);
}
function parseNumber(ctx, startPtr, startChr, sign, endChr) {
  let c = startChr, state = 0, hasUnderscores = !1;
  if (c === 105)
    return (ctx.s.charCodeAt(++ctx.p) !== 110 || ctx.s.charCodeAt(++ctx.p) !== 102) && TomlError.x("invalid value", ctx, startPtr), ctx.p++, (sign || 1) / 0;
  if (c === 110)
    return (ctx.s.charCodeAt(++ctx.p) !== 97 || ctx.s.charCodeAt(++ctx.p) !== 110) && TomlError.x("invalid value", ctx, startPtr), ctx.p++, NaN;
  if (c === 48) {
    if (++ctx.p >= ctx.s.length || isEndOfValue(c = ctx.s.charCodeAt(ctx.p), endChr))
      return ctx.bi === !0 ? 0n : 0;
    if (!sign) {
      if (c === 120)
        return parseIntegerBaseN(ctx, startPtr, 16, endChr);
      if (c === 98)
        return parseIntegerBaseN(ctx, startPtr, 2, endChr);
      if (c === 111)
        return parseIntegerBaseN(ctx, startPtr, 8, endChr);
    }
    c === 46 ? state = 2 : c === 101 || c === 69 ? state = 4 : TomlError.x("illegal leading zero", ctx, startPtr);
  } else isDigit2(c) || TomlError.x("invalid value", ctx, startPtr);
  for (; ++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr)); )
    state || (state = 1), c === 95 ? (state & 1 || TomlError.x("illegal underscore", ctx), state += 11, hasUnderscores = !0) : state === 1 && c === 46 ? state = 2 : (state === 1 || state === 3) && (c === 101 || c === 69) ? state = 4 : state === 4 && (c === 43 || c === 45) ? state = 6 : isDigit2(c) ? state > 9 ? state -= 11 : state & 1 || state++ : TomlError.x("illegal character in numeric literal", ctx);
  if (!state) {
    let val = (startChr - 48) * (sign || 1);
    return ctx.bi === !0 ? BigInt(val) : val;
  }
  state & 1 || TomlError.x("unfinished numeric value", ctx, startPtr);
  let str = ctx.s.slice(startPtr, ctx.p);
  return hasUnderscores && (str = str.replaceAll("_", "")), state > 1 ? parseFloat(str) : parseInteger(ctx, str, 10, startPtr);
}
function parseIntegerBaseN(ctx, startPtr, base, endChr) {
  let c, underscore = 1;
  for (; ++ctx.p < ctx.s.length && (c = ctx.s.charCodeAt(ctx.p), !isEndOfValue(c, endChr)); )
    c === 95 ? (underscore & 1 && TomlError.x("illegal underscore", ctx), underscore = 3) : isDigit2(c, base) ? underscore & 1 && underscore-- : TomlError.x("illegal character in numeric literal", ctx);
  underscore & 1 && TomlError.x("unfinished numeric value", ctx);
  let str = ctx.s.slice(startPtr + 2, ctx.p);
  return underscore && (str = str.replaceAll("_", "")), parseInteger(ctx, str, base, startPtr);
}
function parseInteger(ctx, str, base, startPtr) {
  if (ctx.bi !== !0)
    int: {
      let val = parseInt(str, base);
      if (!Number.isSafeInteger(val)) {
        if (ctx.bi)
          break int;
        TomlError.x("integer value cannot be represented losslessly", ctx, startPtr);
      }
      return val;
    }
  return BigInt(base === 10 ? str : (base === 2 ? "0b" : base === 8 ? "0o" : "0x") + str);
}
function parseDate(ctx, c, endChr) {
  let startPtr = ctx.p++, unsafeSeparator;
  if (!isDigit2(c) || !isDigit2(ctx.s.charCodeAt(ctx.p++)) || !isDigit2(ctx.s.charCodeAt(ctx.p++)) || !isDigit2(ctx.s.charCodeAt(ctx.p++)))
    return parseNumber(ctx, ctx.p = startPtr, c, 0, endChr);
  if (ctx.p += 5, isDigit2(ctx.s.charCodeAt(ctx.p++)) || TomlError.x("invalid date-time: date part is malformed", ctx, startPtr), ctx.p >= ctx.s.length || ((c = ctx.s.charCodeAt(ctx.p)) !== 32 || (unsafeSeparator = !0, !isDigit2(ctx.s.charCodeAt(ctx.p + 1)))) && c !== 84 && c !== 116) {
    let t2 = ctx.s.slice(startPtr, ctx.p);
    return readDate(ctx, t2, 3, !1, startPtr);
  }
  if (ctx.s.charCodeAt(ctx.p += 3) !== 58 && TomlError.x("invalid date-time: time part is malformed", ctx, startPtr), ctx.s.charCodeAt(ctx.p += 3) === 58 && (ctx.p += 3), ctx.s.charCodeAt(ctx.p) === 46)
    for (; isDigit2(ctx.s.charCodeAt(++ctx.p)); )
      ;
  if (c = ctx.s.charCodeAt(ctx.p)) {
    if (c === 90 || c === 122) {
      let t2 = ctx.s.slice(startPtr, ++ctx.p);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, "[+00:00]");
    }
    if (c === 43 || c === 45) {
      let t2 = ctx.s.slice(startPtr, ctx.p += 6);
      return readDate(ctx, t2, 1, unsafeSeparator, startPtr, !ctx.ld && "[" + ctx.s.slice(ctx.p - 6, ctx.p) + "]");
    }
  }
  let t = ctx.s.slice(startPtr, ctx.p);
  return readDate(ctx, t, 2, unsafeSeparator, startPtr);
}
function parseTime(ctx, c, endChr) {
  let start = ctx.p;
  if (!isDigit2(c) || !isDigit2(ctx.s.charCodeAt(++ctx.p)))
    return parseNumber(ctx, --ctx.p, c, 0, endChr);
  if (ctx.s.charCodeAt(ctx.p += 4) === 58 && (ctx.p += 3), ctx.s.charCodeAt(ctx.p) === 46)
    for (; isDigit2(ctx.s.charCodeAt(++ctx.p)); )
      ;
  let t = ctx.s.slice(start, ctx.p);
  return readDate(ctx, t, 4, !1, start);
}
function readDate(ctx, str, type, unsafeDelim, errPtr, temporalSuffix) {
  if (ctx.ld) {
    let date2 = new TomlDate(str, type, unsafeDelim);
    return date2.isValid() || TomlError.x("invalid date", ctx, errPtr), date2;
  }
  try {
    switch (temporalSuffix && (str += temporalSuffix), type) {
      case 1:
        return Temporal.ZonedDateTime.from(str);
      case 2:
        return Temporal.PlainDateTime.from(str);
      case 3:
        return Temporal.PlainDate.from(str);
      case 4:
        return Temporal.PlainTime.from(str);
    }
  } catch (e) {
    TomlError.x(e instanceof Error ? e.message : "" + e, ctx, errPtr);
  }
}

// node_modules/smol-toml/dist/util.js
function skipComment(ctx) {
  for (; ctx.p < ctx.s.length; ctx.p++) {
    let c = ctx.s.charCodeAt(ctx.p);
    if (c === 10)
      break;
    if (c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10) {
      ctx.p++;
      break;
    }
    (c < 32 && c !== 9 || c === 127) && TomlError.x("control characters are not allowed in comments", ctx);
  }
}
function skipVoid(ctx, banNewLines, banComments) {
  let c;
  for (; ctx.p < ctx.s.length; ) {
    for (; ctx.p < ctx.s.length && ((c = ctx.s.charCodeAt(ctx.p)) === 32 || c === 9 || !banNewLines && (c === 10 || c === 13 && ctx.s.charCodeAt(ctx.p + 1) === 10)); )
      ctx.p++;
    if (banComments || c !== 35)
      break;
    skipComment(ctx);
  }
}

// node_modules/smol-toml/dist/struct.js
function parseKey(ctx, end = 61) {
  let startPtr, state = 0, parsed = [], sliceStart, c = ctx.s.charCodeAt(startPtr = ctx.p);
  do {
    if (c === end)
      return state || TomlError.x("unexpected end of key", ctx), state === 1 && parsed.push(ctx.s.slice(sliceStart, ctx.p)), ctx.p++, parsed;
    c === 46 ? (state || TomlError.x("illegal empty bare key", ctx), state === 1 && parsed.push(ctx.s.slice(sliceStart, ctx.p)), state = 0) : !state && (c === 34 || c === 39) ? (c === ctx.s.charCodeAt(ctx.p + 1) && c === ctx.s.charCodeAt(ctx.p + 2) && TomlError.x("illegal quoted key: multiline strings are not allowed", ctx), parsed.push(parseString(ctx)), state = 2, ctx.p--) : c === 32 || c === 9 ? state === 1 && (parsed.push(ctx.s.slice(sliceStart, ctx.p)), state = 2) : state === 2 || c < 48 && c !== 45 || c > 57 && c < 65 || c > 90 && c < 97 && c !== 95 || c > 122 ? TomlError.x("illegal character in key", ctx) : state || (state = 1, sliceStart = ctx.p);
  } while (c = ctx.s.charCodeAt(++ctx.p));
  TomlError.x("incomplete key-value: cannot find end of key", ctx, startPtr);
}
function parseInlineTable(ctx) {
  let startPtr = ctx.p++, res = /* @__PURE__ */ Object.create(null), seen = /* @__PURE__ */ new Set(), c;
  for (; ctx.p < ctx.s.length; ) {
    if (skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p)) === 125)
      return ctx.p++, res;
    let k, t = res, hasOwn = !1, errPtr = ctx.p, key = parseKey(ctx);
    for (let i = 0; i < key.length; i++) {
      i && (t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null)), k = key[i], (hasOwn = Object.hasOwn(t, k)) && (typeof t[k] != "object" || seen.has(t[k])) && TomlError.x("trying to redefine an already defined value", ctx, errPtr);
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor")) {
        t = ctx.uk !== 1 && TomlError.x("document contains an unsafe property", ctx, errPtr);
        break;
      }
      !hasOwn && unsafe && Object.defineProperty(t, k, { enumerable: !0, configurable: !0, writable: !0 });
    }
    hasOwn && TomlError.x("trying to redefine an already defined value", ctx, errPtr), skipVoid(ctx, !0, !0);
    let value2 = extractValue(
      ctx,
      125
      /* } */
    );
    if (t && typeof (t[k] = value2) == "object" && seen.add(value2), skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p++)) === 125)
      return res;
    c !== 44 && TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished table", ctx, startPtr);
}
function parseArray(ctx) {
  let startPtr = ctx.p++, res = [], c;
  for (; ctx.p < ctx.s.length; ) {
    if (skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p)) === 93)
      return ctx.p++, res;
    if (res.push(extractValue(
      ctx,
      93
      /* ] */
    )), skipVoid(ctx), (c = ctx.s.charCodeAt(ctx.p++)) === 93)
      return res;
    c !== 44 && TomlError.x("expected comma or end of structure", ctx, ctx.p - 1);
  }
  TomlError.x("unfinished array", ctx, startPtr);
}

// node_modules/smol-toml/dist/parse.js
function peekTable(ctx, key, table, meta, type) {
  let t = table, m = meta, k, hasOwn = !1, state;
  for (let i = 0; i < key.length; i++) {
    if (i) {
      if (t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null), m = (state = m[k]).c, type === 0 && (state.t === 1 || state.t === 2))
        return null;
      if (state.t === 2) {
        let l = t.length - 1;
        t = t[l], m = m[l].c;
      }
    }
    if (k = key[i], (hasOwn = Object.hasOwn(t, k)) && m[k]?.t === 0 && m[k]?.d)
      return null;
    if (!hasOwn) {
      let unsafe = k === "__proto__";
      if (ctx.uk && (unsafe || k === "constructor"))
        return !1;
      unsafe && (Object.defineProperty(t, k, { enumerable: !0, configurable: !0, writable: !0 }), Object.defineProperty(m, k, { enumerable: !0, configurable: !0, writable: !0 })), m[k] = {
        t: i < key.length - 1 && type === 2 ? 3 : type,
        d: !1,
        i: 0,
        c: /* @__PURE__ */ Object.create(null)
      };
    }
  }
  if (state = m[k], state.t !== type && !(type === 1 && state.t === 3) || (type === 2 && (state.d || (state.d = !0, t[k] = []), t[k].push(t = /* @__PURE__ */ Object.create(null)), state.c[state.i++] = state = { t: 1, d: !1, i: 0, c: /* @__PURE__ */ Object.create(null) }), state.d))
    return null;
  if (state.d = !0, type === 1)
    t = hasOwn ? t[k] : t[k] = /* @__PURE__ */ Object.create(null);
  else if (type === 0 && hasOwn)
    return null;
  return [k, t, state.c];
}
function validateTablePeek(ctx, peek, ptr) {
  (peek === null || ctx.uk === 2) && TomlError.x(peek === null ? "trying to redefine an already defined table or value" : "document contains an unsafe property", ctx, ptr);
}
function parse3(toml, options = {}) {
  let ctx = {
    s: toml,
    p: 0,
    d: options.maxDepth ?? 1e3,
    bi: options.integersAsBigInt ?? !1,
    ld: options.useLegacyDate ?? !0,
    uk: options.unsafeKeyBehaviour === "throw" ? 2 : options.unsafeKeyBehaviour === "drop" ? 1 : 0
  }, res = /* @__PURE__ */ Object.create(null), meta = /* @__PURE__ */ Object.create(null), tmp, skipping = !1, tbl = res, m = meta;
  for (toml.charCodeAt(0) === 65279 && ctx.p++, skipVoid(ctx); ctx.p < toml.length; ) {
    if (toml.charCodeAt(ctx.p) === 91) {
      let isTableArray = toml.charCodeAt(++ctx.p) === 91;
      tmp = ctx.p += +isTableArray, skipping = !1;
      let k = parseKey(
        ctx,
        93
        /* ] */
      );
      isTableArray && (toml.charCodeAt(ctx.p) !== 93 && TomlError.x("expected end of table array declaration", ctx), ctx.p++);
      let p = peekTable(
        ctx,
        k,
        res,
        meta,
        isTableArray ? 2 : 1
        /* Type.EXPLICIT */
      );
      p ? (m = p[2], tbl = p[1]) : (validateTablePeek(ctx, p, tmp), skipping = !0);
    } else {
      tmp = ctx.p;
      let k = parseKey(ctx), p = peekTable(
        ctx,
        k,
        tbl,
        m,
        0
        /* Type.DOTTED */
      );
      !p && !skipping && validateTablePeek(ctx, p, tmp), skipVoid(ctx, !0, !0);
      let v = extractValue(ctx, void 0);
      p && !skipping && (p[1][p[0]] = v);
    }
    skipVoid(ctx, !0), ctx.p < toml.length && (tmp = toml.charCodeAt(ctx.p)) !== 10 && (tmp !== 13 || toml.charCodeAt(ctx.p + 1) !== 10) && TomlError.x("each key-value declaration must be followed by an end-of-line", ctx), skipVoid(ctx);
  }
  return res;
}

// node_modules/smol-toml/dist/stringify.js
var HAS_WELLFORMED = !!"".isWellFormed;

// src/trust/sam-parameters.ts
var COMMANDS = ["global", "deploy"];
function samParameters(config) {
  let environments = Object.values(config).flatMap((environment) => {
    let given = isMembers(environment) ? overridesIn(environment) : void 0;
    return given ? [given] : [];
  });
  if (environments.length === 0) return;
  let names = new Set(environments.flatMap((given) => [...given.keys()]));
  return new Map(
    [...names].map((name) => {
      let values = new Set(environments.map((given) => given.get(name)));
      return [name, values.size === 1 ? [...values][0] : void 0];
    })
  );
}
function overridesIn(environment) {
  let found = COMMANDS.map((command) => {
    let own = environment[command], parameters = isMembers(own) ? own.parameters : void 0;
    return isMembers(parameters) ? parameters.parameter_overrides : void 0;
  }).findLast((one) => one !== void 0);
  if (typeof found == "string") return pairsIn(found);
  if (isMembers(found))
    return new Map(Object.entries(found).map(([name, value2]) => [name, plainValue2(value2)]));
  if (Array.isArray(found))
    return new Map(found.flatMap((one) => typeof one == "string" ? [...pairsOf(one)] : []));
}
function plainValue2(value2) {
  return isText(value2) ? String(value2) : void 0;
}
function pairsOf(text2) {
  let long = /^ParameterKey=/.test(text2), at = text2.indexOf("=");
  return long || at < 1 ? pairsIn(text2) : /* @__PURE__ */ new Map([[unquoted(text2.slice(0, at).trim()), unquoted(text2.slice(at + 1))]]);
}
var PAIR2 = /(?<!\w)(?:ParameterKey="?(\w{1,255})"?,ParameterValue|(\w{1,255}))"?=("(?:\\.|[^"\\])*"|'[^']*'|[^\s"']\S*|)/g;
function pairsIn(text2) {
  return new Map(
    [...text2.matchAll(PAIR2)].map(([, long, short, value2 = ""]) => [
      long ?? short ?? "",
      unquoted(value2)
    ])
  );
}
function unquoted(value2) {
  let [, single] = /^'([^']*)'$/s.exec(value2) ?? [];
  if (single !== void 0) return single;
  let [, double] = /^"(.*)"$/s.exec(value2) ?? [];
  return double === void 0 ? value2 : double.replace(/\\(.)/gs, "$1");
}

// src/trust/parameter-file.ts
function parseParameters(text2, path) {
  let size = text2.length;
  if (size > LARGEST_PARAMETER_FILE)
    return { ok: !1, reason: { problem: "too-large", size, unit: "characters" } };
  let read = /\.toml$/i.test(path) ? readToml(text2) : readText(text2);
  if ("reason" in read) return { ok: !1, reason: read.reason };
  let value2 = parametersIn(read.value);
  return value2 ? { ok: !0, value: value2 } : { ok: !1, reason: { problem: "not-parameters", found: kindOf2(read.value) } };
}
function readToml(text2) {
  try {
    return { value: parse3(text2, { maxDepth: 20 }) };
  } catch (error) {
    return { reason: { problem: "not-toml", place: error instanceof TomlError ? { line: error.line, column: error.column } : { line: 1, column: 1 } } };
  }
}
function parametersIn(value2) {
  if (Array.isArray(value2)) return fromList(value2);
  if (!isMembers(value2)) return;
  let { Parameters: own } = value2;
  return Array.isArray(own) ? fromList(own) : isMembers(own) ? fromNames(own) : samParameters(value2) ?? fromNames(value2);
}
function fromList(list) {
  if (list.every((one) => typeof one == "string")) return samParameters(overridesOf(list));
  let given = /* @__PURE__ */ new Map();
  for (let one of list) {
    if (!isMembers(one)) return;
    let { ParameterKey: key, ParameterValue: value2 } = one;
    if (typeof key != "string") return;
    given.set(key, isText(value2) ? String(value2) : void 0);
  }
  return given;
}
function overridesOf(list) {
  return { default: { deploy: { parameters: { parameter_overrides: list } } } };
}
function fromNames(names) {
  let given = /* @__PURE__ */ new Map();
  for (let [name, value2] of Object.entries(names))
    if (isText(value2)) given.set(name, String(value2));
    else if (Array.isArray(value2) && value2.every(isText)) given.set(name, value2.join(","));
    else if (isMembers(value2) || value2 === null) return;
  return given.size > 0 ? given : void 0;
}

// src/trust/index.ts
function parse4(text2, role, parameters) {
  return parseTrustPolicy(text2, role, parameters);
}
function examine2(policy, signIn, source = { inline: !0 }, template) {
  return examine(policy, source, requestOf(signIn), template);
}

// src/run/trust-knowledge.ts
var trustKnowledge = { examine: examine2, parseParameters, parseTrustPolicy: parse4 };
export {
  trustKnowledge
};
