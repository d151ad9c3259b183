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

// src/model/own-member.ts
function ownMember(table, name) {
  return Object.hasOwn(table, name) ? table[name] : void 0;
}

// src/aws/http-answers.ts
function isRedirect({ status }) {
  return status >= 300 && status < 400 && status !== 304;
}
var NETWORK_LOGIN = 511, PROXY_LOGIN = 407;
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
function list(values, last = "and") {
  let quoted = values.map((value) => quote(value)), end = quoted.pop() ?? "";
  return quoted.length === 0 ? end : `${quoted.join(", ")} ${last} ${end}`;
}
function listAtMost(values, most) {
  let more = values.length - most;
  return more <= 0 ? list(values) : `${values.slice(0, most).map((value) => quote(value)).join(", ")} and ${more} more`;
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

// src/words.ts
function answererOf({ inputs }) {
  return inputs?.customEndpoint ? "STS" : "AWS";
}
var MOST_NAMED = 3;
function defaultsText(names) {
  let more = names.length - MOST_NAMED, first = names.slice(0, MOST_NAMED), named = more > 0 ? `${first.map((name) => quote(name, 40)).join(", ")} and ${more} more` : list(first);
  return `the ${names.length === 1 ? "default" : "defaults"} of ${named}`;
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

// src/aws/limits.ts
var SESSION_SECONDS = { least: 900, most: 43200 }, LONGEST_SESSION_POLICY = 2048, MOST_SESSION_POLICIES = 10;
var ROLE_ARN_LENGTH = { least: 20, most: 2048 }, SESSION_NAME_LENGTH = { least: 2, most: 64 };
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
var peq = new Uint32Array(65536);

// src/aws/regions.ts
function partitionOf(region) {
  return PARTITIONS.find(({ regionPattern }) => new RegExp(regionPattern).test(region));
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
function withoutSlash(url) {
  return url.replace(/\/$/, "");
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
var THUMBPRINT = "<SHA-1 of the x5c certificate in the JWKS>";

// src/aws/role-arn.ts
function isAccount(text) {
  return /^\d{12}$/.test(text);
}
var NAME = /^[\w+=,.@-]+$/;
function isRoleName(text) {
  return NAME.test(text) && text.length <= 64;
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
function regionWhere({ inputs }) {
  return { where: { input: inputs?.lineOfRoles?.region === void 0 ? "aws-region" : "roles" } };
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

// src/aws/github.ts
var CLOUD_ISSUER = "https://token.actions.githubusercontent.com";
function isGitHubHost(host) {
  return /(^|\.)(actions\.githubusercontent\.com|ghe\.com)$/i.test(host);
}
var PULL_REQUEST_TARGET = "pull_request_target", WORKFLOW_RUN = "workflow_run";

// src/causes/shared/condition.ts
function stepCondition({ workflow }, expression) {
  return conditionLine(workflow?.step?.condition, expression);
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
var NOT_OF_FORK = "github.event.pull_request == null || github.event.pull_request.head.repo.full_name == github.repository", SKIP_FORKS_STEP = {
  say: "Skip the step for forks; add this to it and to the later steps that need AWS",
  code: `if: ${NOT_OF_FORK}`,
  language: "yaml"
};
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
  let when = `If tokens for ${quote(audience, 60)} may sign in`, own = builtIn(known);
  return !own && answererOf(known) === "STS" ? { when, say: "Have an administrator of that STS add it to the provider" } : own ? {
    when,
    say: "Add this line to `StringEquals` in the trust policy of the role",
    code: sanitise(`${JSON.stringify(`${own.host}:aud`)}: ${JSON.stringify(audience)}`),
    language: "json",
    then: `If the policy has this key already, add the value to its list. IAM itself keeps no list of audiences for ${own.name}.`
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
  let host = quote(stsHost(known)), needed = {
    when: "If this network needs a proxy",
    say: `Set \`HTTPS_PROXY\` in the environment of the runner, and exempt ${host} from the proxy's TLS inspection`
  }, proxy = proxied ? [] : [
    needed,
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
  let told = answer2.kind === "aws" ? { code: answer2.code, message: answer2.message, "request id": answer2.requestId } : { "content type": answer2.contentType, server: answer2.server, body: answer2.excerpt };
  return { title: "The answer in full", blocks: [{ show: "values", values: Object.entries({ status: `HTTP ${answer2.status}`, ...told }).filter(([, value]) => value !== "").map(([name, value]) => ({ name, value })) }] };
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
function curlBody(url) {
  return `curl -sS ${shellWord(url)}`;
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
    let own = builtIn(known);
    if (own) return explainBuiltIn(own.name, known);
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
    let seen = wantedCertificates(known);
    return {
      headline: `the certificate of ${quote(issuerOf(known), 60)} matches no thumbprint of its provider in IAM`,
      shown: [
        ...seen.length === 0 ? [] : [thumbprints(seen)],
        {
          show: "sentence",
          say: `${answererOf(known)} does not trust its CA either.${seen.length === 0 ? " This runner has not seen a certificate of the issuer." : ""}`
        }
      ],
      steps: builtIn(known) ? [builtInStep(known)] : thumbprintSteps(seen, known),
      stop: "STS: thumbprint of the provider"
    };
  },
  page: {
    meaning: "For an issuer whose certificate comes from a public CA, AWS looks at that CA. For others it compares the SHA-1 of the top intermediate CA certificate with the list at the provider in IAM. When the issuer gets a certificate from another CA, the list no longer fits. For GitHub itself this ended in July 2023.",
    tell: "STS names the thumbprint. An issuer that cannot be reached at all gives the sentence on the verification key."
  }
});
function thumbprints(seen) {
  return { show: "values", values: seen.map(({ sha1, subject }) => ({
    name: "seen here",
    value: `${sha1} (${subject})`
  })) };
}
function thumbprintSteps(seen, known) {
  let wanted = seen.map(({ sha1 }) => sha1).join(" ");
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
  let sent = String(given), seen = { name: input, value: (quoted ?? sent) || "(empty)" };
  return quoted === void 0 || quoted === sent ? [seen, rule] : [seen, { name: "the step sent", value: sent || "(empty)" }, rule];
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
var LENGTH = `${SESSION_NAME_LENGTH.least} to ${SESSION_NAME_LENGTH.most} characters`, MOST_CHARACTERS = 3;
function sessionNameLine(name, value, text) {
  let strange = strangeToSessionName(text);
  if (strange.length === 0) return `${name} must be ${LENGTH}, not ${[...text].length}`;
  let named = strange.slice(0, MOST_CHARACTERS).map(characterName), more = strange.length - named.length, last = more > 0 ? `${more} more` : named.pop() ?? "", all = named.length === 0 ? last : `${named.join(", ")} and ${last}`;
  return `${name} cannot be ${value}: ${all} ${strange.length === 1 ? "is" : "are"} not allowed`;
}
function characterName(character) {
  return character === " " ? "a space" : character === `
` || character === "\r" ? "a line break" : character === "	" ? "a tab" : character === "`" ? "a backtick" : /[\p{L}\p{N}\p{P}\p{S}]/u.test(character) ? quote(character) : `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
var SESSION_NAME_DETAIL = `Allowed are ${LENGTH}: letters, digits, \`_+=,.@-\`.`;

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
var ALWAYS_SET = "GITHUB_TOKEN";
function namesIn(expression, context) {
  let names = [...expression.matchAll(
    /(?<![\w.-])(secrets|vars)(?:\.([\w-]+)|\[\s*'([\w-]+)'\s*\])/gi
  )].flatMap(
    ([, of = "", dotted, quoted]) => of.toLowerCase() === context ? [dotted ?? quoted ?? ""] : []
  );
  return [...new Set(names)].filter((name) => name.toUpperCase() !== ALWAYS_SET);
}

// src/causes/shared/empty-reason.ts
var MOST_NAMED2 = 2;
function emptyNames({ source: source2 }) {
  let texts = [...new Set((source2?.empty ?? []).map(({ text }) => text))];
  return texts.length > 0 && texts.length <= MOST_NAMED2 && texts.every((text) => readOf(text)) ? list(texts.map((text) => oneLine(text, 60))) : void 0;
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
function originReason({ text, set }, from) {
  let value = quote(`\${{ ${from} }}`, 80);
  return set === void 0 || set.by === "env" && readOf(text)?.name === set.key ? `The file sets ${quote(text, 60)} to ${value}, and that has no value in this run.` : `${jobOf(set)} sets ${quote(set.key, 60)} to ${value}, which has no value in this run.`;
}
function unsetReason(set) {
  let to = set.by === "call" ? "the workflow that it calls" : "the composite action";
  return `${jobOf(set)} gives ${to} no ${quote(set.key, 60)}.`;
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
  let [{ set } = {}] = source2?.empty ?? [];
  return set === void 0 || set.by === "env" ? "" : `, in ${placeOf(set)}`;
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
    ({ from, set }) => set && from === void 0 ? [giveStep({ set, value: emptied.value })] : []
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
function giveStep({ set, value }) {
  let line = {
    say: `Set ${quote(set.key, 60)} in ${placeOf(set)}`,
    code: `with:
  ${oneLine(set.key)}: ${value}`,
    language: "yaml"
  };
  return set.by !== "call" ? line : {
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

// src/aws/statement.ts
var ASSUME = "sts:AssumeRoleWithWebIdentity";
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
  let [, set = "", not = "", kind, ifExists = ""] = OF_TEXT.exec(operator) ?? [], like = `${set}String${not}Like${ifExists}`, clashes = kind === "Equals" && (key in (blocks[like] ?? {}) || values.some(mayBeWild));
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
var ROLE = "role-to-assume", MOST_NAMED3 = 3;
function isCut(name) {
  return /^[-_.]|[-_./]$|[-_.]{2}|\/[-_.]|[-_.]\/|\/\//.test(name);
}
function emptiedSteps(known) {
  let source2 = known.workflow?.roleSource, name = known.inputs?.role?.name ?? "", texts = [...new Set((source2?.empty ?? []).map(({ text }) => text))];
  if (!source2 || isOneOfRoles(known) || !isCut(name) || texts.length === 0 || texts.length > MOST_NAMED3)
    return [];
  let [first] = emptySteps({ input: ROLE, source: source2, value: "<value>" }, known);
  if (!first) return [];
  let reason = `${list(texts.map((text) => oneLine(text, 60)))} ${texts.length === 1 ? "has" : "have"} no value in this run, so ${quote(ROLE)} names ${quote(name, 64)}.`, why = source2.empty.some(({ set }) => set) ? emptyReason({ source: source2 }, known) : void 0;
  return [
    {
      ...first,
      when: `If ${quote(name, 64)} is not the whole name of the role`,
      then: [reason, why, first.then].filter((one) => one !== void 0).join(" ")
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
  let [, start = "", name = ""] = /^(system:serviceaccount:[^:]+:)([^:]+)$/.exec(subject) ?? [], words = name.split("-"), kept = words.slice(0, words.length - trailing(words));
  if (kept.length === words.length || kept.length === 0) return;
  let stem = `${kept.join("-")}-`, pattern = `${start}${stem}*`;
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
    let passing3 = passingPartOf(value);
    return passing3 ? [{ ...passing3, key, value }] : [];
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
  let allowed = [...new Set(values.map((one) => ALLOWED[one.kind](one)))], keys = [...new Set(values.map(({ key }) => key))];
  return [
    {
      when: `If ${allowed.join(", and ")}`,
      say: `Use this statement instead: the exact ${list(keys)} ${keys.length === 1 ? "fits" : "fit"} ${FITS[first.kind]} alone`,
      code,
      language: "json"
    }
  ];
}

// src/aws/condition-keys.ts
var OF_EVERY = ["sub", "aud", "amr"];
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
function inForce(known) {
  return answererOf(known) === "AWS" ? "in AWS" : "at that STS";
}
function conditionText({ operator, key, wanted, actual, state }) {
  let has = actual !== void 0 ? `this job has ${list(actual)}` : state === "not-offered" ? "STS has no such key" : "this job does not have it";
  return `${quote(operator)} on ${quote(key)} wants ${list(wanted.slice(0, 5), "or")}, ${has}`;
}
function givePolicy(known) {
  return {
    say: `Save the policy ${answererOf(known) === "AWS" ? "from AWS" : "as that STS has it"}, ${withCredentials(known)}, commit the file, check it out before this step (\`actions/checkout\`), and set ${policySetting(known, policyFile(known))}`,
    code: savePolicy(known),
    language: "sh"
  };
}

// src/causes/shared/subject.ts
var MOST2 = 5;
function reasonsFor(token, known) {
  let tags = carriesTags(token.claims) ? [
    `The token carries session tags: the policy must allow \`${TAG_SESSION}\` beside \`${ASSUME}\`.`
  ] : [], undecided = undecidedReason(known);
  if (undecided !== void 0) return [undecided, ...tags, ...otherReasons(known)].slice(0, MOST2);
  let own = isGitHub(token.claims) ? [...twoSubjects(token, known), ...otherJobs(token, known), ...githubReasons(token)] : otherIssuerReasons();
  return [...tags, ...own, spellingReason(token), ...otherReasons(known)].slice(0, MOST2);
}
function undecidedReason({ trust, token }) {
  let key = `${issuerName(token?.issuer ?? "")}:sub`.toLowerCase(), [open] = (trust?.statements ?? []).filter(
    ({ effect, matched, flaws, conditions }) => effect === "Allow" && matched === "undecided" && flaws.length === 0 && conditions.some((one) => one.key.toLowerCase() === key && one.holds === !0)
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
  let own = repositoryPart(subject);
  if (!workflow || own === void 0 || !isDefaultForm(subject)) return [];
  if (environmentOf(subject) !== void 0) return [];
  if (workflow.job?.environment)
    return [
      `The file gives the job an \`environment:\`, which has no value in this run. With one, \`sub\` is ${quote(`${own}:environment:NAME`, 120)}: the policy needs both.`
    ];
  if (workflow.job?.condition || workflow.step?.condition) return [];
  let others = workflow.events.filter((event) => OF_A_REF.includes(event)), pulls = workflow.events.filter(
    (event) => /^pull_request(_review|_review_comment)?$/.test(event)
  ), [other] = others;
  return pulls.length === 0 || other === void 0 || !isOneOfTwo(subject) ? [] : [
    `The workflow runs for pull requests and on ${quote(other, 40)}: \`sub\` is ${quote(`${own}:pull_request`, 120)} for the former, ${quote(`${own}:ref:\u2026`, 120)} for the latter. Each needs a statement, or a role, of its own.`
  ];
}
function otherJobs({ subject }, { workflow }) {
  let start = repositoryPart(subject);
  if (start === void 0 || !isDefaultForm(subject)) return [];
  let own = environmentOf(subject) ?? "", other = workflow?.sameRole?.find(({ environment: environment2 }) => environment2 !== own);
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
  ].filter((reason) => reason !== "");
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

// src/causes/shared/trust-change.ts
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
var IF_ALL_PULL_REQUESTS = "If every pull request of this repository may use the role, whatever code it brings";
var SKIP_JOB = {
  when: "If it may not",
  say: "Keep the policy, and skip the job with an `if:`"
};

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
  let { claim: claim2, value } = partyText(known), own = builtIn(known);
  return {
    headline: own ? `STS does not accept ${quote(value, 60)}, the token's ${quote(claim2)}` : `the OIDC provider in IAM does not list ${quote(value, 60)}, the token's ${quote(claim2)}`,
    shown: [
      answer(failure, known),
      { show: "values", values: [{ name: "provider", value: principalOf(known) }] }
    ],
    steps: [
      ...leaveOutAudience(known),
      ...own ? OTHER_AUDIENCE : listedSteps(known),
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
  let match = failure.kind === "aws" ? SAID2.exec(failure.message) : null, named = failure.kind === "claim" ? failure.claim : match?.[1] ?? match?.[2] ?? "", absent = token ? REQUIRED_CLAIMS.filter((name) => isAbsent(token.claims[name], name)) : [];
  return [.../* @__PURE__ */ new Set([named, ...absent])].sort((a, b) => REQUIRED_CLAIMS.indexOf(a) - REQUIRED_CLAIMS.indexOf(b));
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
  let [, printed, end] = SAID3.exec(failure.message) ?? [];
  if (!(printed === void 0 || end === void 0))
    return { now: Number(printed) + 300, end: Number(end), clock: " (clock of STS)" };
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
  let issued = secondsOf(token?.claims.iat), end = life?.end ?? secondsOf(token?.claims.exp), own = [
    ...issued === void 0 ? [] : [{ name: "iat", value: timeOf(issued) }],
    ...end === void 0 ? [] : [{ name: "exp", value: timeOf(end) }],
    ...life ? [{ name: "now", value: `${timeOf(life.now)}${life.clock}` }] : []
  ];
  return own.length === 0 ? [] : [{ show: "values", values: own }];
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
  let clock = " (clock of STS)", [, printed, notBefore] = NOT_BEFORE.exec(failure.message) ?? [];
  if (printed !== void 0 && notBefore !== void 0)
    return { claim: "nbf", at: Number(notBefore), now: Number(printed) - 300, clock };
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
    let own = builtIn(known);
    if (own) return explainBuiltIn2(own.name, known);
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
function doubtBlocks(doubt, known) {
  if (!doubt) return [];
  let { defaults, unnamed } = doubt;
  return [
    ...defaults.length > 0 ? [`This assumes ${defaultsText(defaults)}.`] : [],
    ...unnamed ? [`The template does not name ${roleInHeadline(known)}.`] : []
  ].map((say) => ({ show: "sentence", say }));
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
var FORMS2 = [
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
  return FORMS2.reduce((text, [form, other]) => text.replace(form, other), code);
}
function forWindows(explanation) {
  return withCommands(explanation, powershellOf, "powershell");
}

// src/causes/unknown.ts
var MOST3 = 300, unknown = {
  id: "unknown",
  section: "sts",
  link: linkOf,
  title: "a failure that is not known yet",
  severity: "error",
  retry: "never",
  certainty: "certain",
  docs: ["assumeRole", "commonErrors"],
  matches: () => !0,
  explain: (failure, known) => ({
    headline: headlineOf6(failure),
    shown: shownOf(failure),
    steps: [issueStep(failure, known), lookStep(failure, known)],
    ...failure.kind === "bug" ? { stop: "Error inside this action" } : {}
  }),
  page: {
    meaning: "Something failed in a way that no page of this catalogue describes. The finding shows the raw facts and claims nothing.",
    tell: "The raw code, message, HTTP status and request id are in the finding and in the report file."
  }
};
function headlineOf6(failure) {
  return failure.kind === "aws" ? `STS answered ${quote(failure.code, 60)} (HTTP ${failure.status}), which this action does not know yet` : failure.kind === "bug" ? "an error inside this action stopped the step" : `a failure of the kind ${quote(failure.kind)} that this action does not know yet`;
}
function shownOf(failure) {
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
  let facts = factsOf(failure).map(([name, value]) => `${name}: ${oneLine(value, MOST3)}`), version = oneLine(run.actionRef), body = [...facts, ...version === "" ? [] : [`Version: ${version}`]].join(`
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
function linkOf(failure, { token, session }) {
  return failure.kind === "aws" ? "sts" : "peer" in failure ? LINKS[failure.peer] : session ? "export" : token ? "sts" : "token";
}
var LINKS = {
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
  let own = cause.explain(failure, known), explained = known.inputs?.customEndpoint ? forOwnEndpoint(own, known) : own, explanation = known.run.windows ? forWindows(explained) : explained;
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

// src/aws/tls-codes.ts
var DATES = ["CERT_HAS_EXPIRED", "CERT_NOT_YET_VALID"], NAME2 = ["ERR_TLS_CERT_ALTNAME_INVALID", "HOSTNAME_MISMATCH"], CHAIN = /^UNABLE_TO_(VERIFY_LEAF_SIGNATURE|GET_ISSUER_CERT)/, VERIFICATION = /^(ERR_TLS_CERT_|CERT_|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|HOSTNAME_MISMATCH|INVALID_CA|PATH_LENGTH)/, WEAK = /_KEY_TOO_SMALL$|_MD_TOO_WEAK$|^INVALID_PURPOSE$/;
function isCertificateCode(code) {
  return VERIFICATION.test(code);
}
function certificateProblem(code) {
  return DATES.includes(code) ? "dates" : NAME2.includes(code) ? "name" : CHAIN.test(code) ? "chain" : isCertificateCode(code) || WEAK.test(code) ? "authority" : void 0;
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
    ({ name, findings, own }) => findings.map((finding) => ({ name, finding, root: rootOf(finding, own) }))
  ), told = new Map(
    [...Map.groupBy(all, ({ root }) => root)].map(([root, group]) => [
      root,
      ofRoles(group, roles.length)
    ])
  ), kept = step.filter((finding) => {
    let other = told.get(rootOf(finding));
    return other ? !saysMore(other, finding) : finding.evidence.some((failure) => ended.includes(failure));
  });
  for (let finding of kept) told.delete(rootOf(finding));
  let names = roles.map(({ name }) => name);
  return [...kept.map((finding) => ofProfile(finding, names)), ...told.values()].sort((a, b) => WEIGHT[a.severity] - WEIGHT[b.severity]);
}
function saysMore(part, whole) {
  let lighter = WEIGHT[whole.severity] - WEIGHT[part.severity];
  return lighter > 0 || lighter === 0 && part.evidence.length > whole.evidence.length;
}
function rootOf({ id, evidence: [first] }, own = []) {
  let root = JSON.stringify([id, first && withoutOwn(first)]);
  return own.reduce((text, one) => text.replaceAll(JSON.stringify(one).slice(1, -1), "\xB7"), root);
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
  let { finding } = first, same = group.filter((one) => one.finding.severity === finding.severity), names = [...new Set(same.map(({ name }) => name))], isAll = names.length === total, isOfStep = finding.link === "token" || finding.link === "issuer";
  if (isAll && isOfStep && finding.evidence[0]?.kind !== "aws") return finding;
  let who = isAll && total > MOST_NAMED ? `all ${total} roles` : listAtMost(names, MOST_NAMED);
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
      say: `What follows is for ${list([first])}; ${listAtMost(others, MOST_NAMED)} ${need} the same.`
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
    let answer2 = by.diagnose(failure, known), reason = reasonFor(by, failure, found, known);
    found = found.filter((finding) => finding !== reason && finding.id !== answer2.id), answers.push(reason ? promote(reason, answer2, known) : answer2);
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
  let found = checked.map((failure2) => by.diagnose(failure2, known)), reason = reasonFor(by, answer2, found, known), failure = reason?.severity === "error" ? reason.evidence[0] : void 0, decisive = failure && !by.causeFor(failure, known).passes ? failure : answer2, { eventualConsistency } = by.causeFor(decisive, known);
  return {
    ...by.retryFor(decisive, known),
    ...eventualConsistency ? { eventualConsistency } : {}
  };
}
function reasonFor(by, answer2, found, known) {
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
function promote(reason, answer2, known) {
  let isDoubtful = isFromHere(reason) || reason.severity !== "error" || // Another role has signed in in spite of it.
  known.acceptedElsewhere === !0, suspected = reason.certainty === "certain" && isDoubtful;
  return {
    ...reason,
    severity: "error",
    ...suspected ? { certainty: "likely", suspected } : {},
    evidence: [...reason.evidence, ...answer2.evidence]
  };
}
function demote(by, finding, known, accepted) {
  let [failure] = finding.evidence, stands = failure !== void 0 && by.causeFor(failure, known).stands === !0;
  if (finding.severity !== "error" || stands) return finding;
  let judge = isSignedIn(known) ? "STS accepted the token all the same" : "STS did not stop at this", doubt = !isSignedIn(known) && !accepted ? "STS stopped at something else, and has not said whether it would stop at this." : isFromHere(finding) ? `${judge}: so this is true of the network of this runner only, or STS still had the keys in its cache.` : `${judge}; it need not do so the next time.`;
  return {
    ...finding,
    severity: "warning",
    shown: [...finding.shown, { show: "sentence", say: doubt }]
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

// src/run/answer-knowledge.ts
var answerKnowledge = knowledgeBy(diagnosisBy(ANSWERED));
export {
  answerKnowledge
};
