// Tokens of Kubernetes and of AWS itself that are not meant for STS, as their claims give them away.

type Claims = Readonly<Record<string, unknown>>

/** Where Amazon EKS mounts the token for STS (EKS User Guide, "IAM roles for service accounts"; amazon-eks-pod-identity-webhook). */
export const IRSA_FILE = '/var/run/secrets/eks.amazonaws.com/serviceaccount/token'

/** The annotation of a service account that makes EKS mount it (amazon-eks-pod-identity-webhook, README). */
export const IRSA_ANNOTATION = 'eks.amazonaws.com/role-arn'

/** The audience of the token that EKS Pod Identity mounts: it is for the agent on the node (EKS User Guide, "EKS Pod Identity"). */
const POD_IDENTITY = 'pods.eks.amazonaws.com'

const LEGACY = 'kubernetes.io/serviceaccount/'

/** A token of a Secret of a service account: it has no audience and no end (Kubernetes, pkg/serviceaccount/legacy.go, legacyPrivateClaims). */
export function isLegacyServiceAccount(claims: Claims): boolean {
  return (
    Object.keys(claims).some((name) => name.startsWith(LEGACY)) &&
    ['aud', 'iat', 'exp'].every((name) => claims[name] === undefined)
  )
}

/** Projected into a pod (Kubernetes, pkg/serviceaccount/claims.go, privateClaims). */
function isServiceAccount(claims: Claims): boolean {
  return typeof claims['kubernetes.io'] === 'object' && claims['kubernetes.io'] !== null
}

/** The names under which the API server of a cluster is reached from within (Kubernetes, "Accessing the API from a Pod"). */
const API_SERVER = /^(https:\/\/)?kubernetes(\.default(\.svc(\.[a-z\d.-]+)?)?)?(:\d+)?\/?$/i

/** The audience of Kubernetes for which a token is; undefined where it is for somebody else. By default the API server asks for its own issuer (kube-apiserver, `--api-audiences`). */
export function clusterAudience(claims: Claims): string | undefined {
  if (!isServiceAccount(claims)) return undefined
  const audiences = [claims['aud'] ?? []].flat().filter((one) => typeof one === 'string')
  return audiences.find(
    (one) => one === claims['iss'] || one === POD_IDENTITY || API_SERVER.test(one),
  )
}

/** Made by a cluster of Amazon EKS, the only one that has the file of IRSA. */
export function isOfEks(claims: Claims): boolean {
  return /^https:\/\/oidc\.eks\.[a-z\d-]+\.amazonaws\.com(\.cn)?\//.test(String(claims['iss']))
}

/**
 * Made by `sts:GetWebIdentityToken`, for services outside AWS: AssumeRoleWithWebIdentity accepts none (IAM User Guide,
 * "Federating AWS identities to external services"). The issuer is one host for each account.
 */
export function isOutbound(claims: Claims): boolean {
  return /^https:\/\/[a-z\d-]+\.tokens\.sts\.global\.api\.aws\/?$/i.test(String(claims['iss']))
}
