// Which token of a Kubernetes pod is the one for STS: mounted by Amazon EKS, or projected by the pod itself.
import { usualAudience } from '../../aws/regions.js'
import { IRSA_ANNOTATION, IRSA_FILE } from '../../aws/service-tokens.js'
import type { Known, Step } from '../../model.js'
import { oneLine } from '../../text.js'

const FOLDER = '/var/run/secrets/aws'

const inputLine = (path: string): string => `web-identity-token-file: ${path}`

/** In a cluster of EKS the file is there as soon as the service account is annotated. */
export function irsaSteps(known: Known): Step[] {
  return [
    {
      say: "Use the token that Amazon EKS mounts for STS (IRSA), not the API server's",
      code: inputLine(IRSA_FILE),
      language: 'yaml',
    },
    { when: 'If that file does not exist', ...annotateStep(known) },
  ]
}

export function annotateStep({ inputs }: Known): Step {
  return {
    say: 'Annotate the service account of the runner pod, and restart the pod',
    code: `${IRSA_ANNOTATION}: ${oneLine(inputs?.role?.text || '<role ARN>', 300)}`,
    language: 'yaml',
  }
}

/** A token for STS alone, which the kubelet renews (Kubernetes, "Projected Volumes", serviceAccountToken). */
export function projectedTokenStep(known: Known): Step {
  const audience = usualAudience(known.inputs?.partition ?? 'aws')
  const token = `{serviceAccountToken: {audience: ${audience}, expirationSeconds: 3600, path: token}}`
  return {
    say: 'Project a token for STS into the runner pod, and give its path to this step',
    code: [
      '# pod',
      'volumes:',
      '  - name: aws-token',
      '    projected:',
      '      sources:',
      `        - ${token}`,
      '# its container',
      'volumeMounts:',
      `  - {name: aws-token, mountPath: ${FOLDER}, readOnly: true}`,
      '# this step',
      inputLine(`${FOLDER}/token`),
    ].join('\n'),
    short: [
      `volumes: [{name: aws-token, projected: {sources: [${token}]}}]`,
      `volumeMounts: [{name: aws-token, mountPath: ${FOLDER}, readOnly: true}]`,
      inputLine(`${FOLDER}/token`),
    ].join('\n'),
    language: 'yaml',
  }
}
