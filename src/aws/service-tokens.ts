// Tokens of Kubernetes and of AWS itself that are not meant for STS, as their claims give them away.

import { plainText } from '../text.js'
import { usualAudience } from './regions.js'
import { audienceOf } from './token-rules.js'

type Claims = Readonly<Record<string, unknown>>

/** Where Amazon EKS mounts the token for STS (aws/amazon-eks-pod-identity-webhook, README: `--token-mount-path` and the pod that it shows; EKS User Guide, "Configure Pods to use a Kubernetes service account"). */
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

/**
 * The names under which the API server of a cluster is reached from within (Kubernetes, "Accessing the API from a Pod"). The
 * last one, with the DNS domain, is the issuer that kubeadm sets (kubernetes/kubernetes, getAPIServerCommand of
 * cmd/kubeadm/app/phases/controlplane/manifests.go: `https://kubernetes.default.svc.` and the DNS domain).
 */
const API_SERVER = /^(https:\/\/)?kubernetes(\.default(\.svc(\.[a-z\d.-]+)?)?)?(:\d+)?\/?$/i

/** The audience of Kubernetes for which a token is; undefined where it is for somebody else. By default the API server asks for its own issuer (kube-apiserver, `--api-audiences`). */
export function clusterAudience(claims: Claims): string | undefined {
  if (!isServiceAccount(claims)) return undefined
  const audiences = [claims['aud'] ?? []].flat().filter((one) => typeof one === 'string')
  return audiences.find(
    (one) => one === claims['iss'] || one === POD_IDENTITY || API_SERVER.test(one),
  )
}

/** What a new provider is to list: never the API server of a cluster, whose tokens are not for STS. `asked`: where the token has none. */
export function audienceToList(
  claims: Claims,
  { partition, asked }: { partition: string; asked: string },
): string {
  return clusterAudience(claims) === undefined
    ? audienceOf(claims, asked)
    : usualAudience(partition)
}

/** Made by a cluster of Amazon EKS, the only one that has the file of IRSA. */
export function isOfEks(claims: Claims): boolean {
  return /^https:\/\/oidc\.eks\.[a-z\d-]+\.amazonaws\.com(\.cn)?\//.test(plainText(claims['iss']))
}

/**
 * Made by `sts:GetWebIdentityToken`, for services outside AWS: AssumeRoleWithWebIdentity accepts none (IAM User Guide,
 * "Federating AWS identities to external services"). The issuer is one host for each account.
 */
export function isOutbound(claims: Claims): boolean {
  return /^https:\/\/[a-z\d-]+\.tokens\.sts\.global\.api\.aws\/?$/i.test(plainText(claims['iss']))
}
