// Prose gives the very numbers that the code goes by.
import { expect, test } from '@jest/globals'
import { IN_WORDS, LARGEST_PARAMETER_FILE, LARGEST_WORKFLOW } from '../../src/aws/limits.js'

test('in words', () => {
  expect(IN_WORDS).toEqual({
    clockTolerance: '60 s',
    issuerLimit: '5 s',
    slow: '2 s',
    largestDocument: '1 MiB',
    mostPublished: '10,000',
    longestToken: '20,000',
    leastRsaBits: '2,048',
    leeway: '300 s',
    signatureSkew: '300 s',
    signatureSkewMinutes: '5 min',
    longestSession: '12 hours',
    largestNote: '16 KiB',
    largestNotes: '512 KiB',
    longestSessionPolicy: '2,048',
    largestPolicy: '1 MB',
    mostJsonValues: '40,000',
    largestYaml: '256 KiB',
    mostYamlTokens: '20,000',
    longestTrustPolicy: '16,384',
    largestRunnerFile: '64 MiB',
    largestProfileFile: '512 KiB',
  })
})

test('files that people write are taken up to 256 KiB', () => {
  expect([LARGEST_WORKFLOW, LARGEST_PARAMETER_FILE]).toEqual([262_144, 262_144])
})
