// The issue forms: fields as GitHub takes them, a promise that no secret is in them, and links that lead somewhere.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from '@jest/globals'
import { parse } from 'yaml'

const at = (path: string): URL => new URL(`../../${path}`, import.meta.url)
const FOLDER = '.github/ISSUE_TEMPLATE'
const read = (file: string): unknown => parse(readFileSync(at(`${FOLDER}/${file}`), 'utf8'))
const forms = readdirSync(at(FOLDER)).filter((file) => file !== 'config.yml')

interface Field {
  type: string
  id?: string
  attributes: { label?: string; value?: string; options?: unknown[] }
  validations?: { required?: boolean }
}

test('there is one for a wrong diagnosis, and one for a new cause', () => {
  expect(forms.sort()).toEqual(['new-cause.yml', 'wrong-diagnosis.yml'])
})

describe.each(forms)('%s', (file) => {
  const form = read(file) as { name: string; description: string; body: Field[] }
  const asked = form.body.filter(({ type }) => type !== 'markdown')

  test('has the members that GitHub wants', () => {
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) })
    const ids = asked.map(({ id }) => id)
    expect(new Set(ids).size).toBe(asked.length)
    for (const { type, id, attributes } of form.body) {
      expect(['markdown', 'input', 'textarea', 'dropdown', 'checkboxes']).toContain(type)
      if (type === 'markdown') expect(attributes.value).toBeTruthy()
      else
        expect({ id, label: attributes.label }).toEqual({
          id: expect.stringMatching(/^[\w-]+$/),
          label: expect.any(String),
        })
      if (type === 'dropdown' || type === 'checkboxes')
        expect(attributes.options?.length).toBeGreaterThan(0)
    }
  })

  test('asks for the evidence, and makes people say that no secret is in it', () => {
    expect(asked.find(({ id }) => id === 'report')).toBeDefined()
    const needed = asked.filter(({ validations }) => validations?.required)
    expect(needed.length).toBeGreaterThanOrEqual(3)
    expect(asked.find(({ id }) => id === 'secrets')?.attributes.options).toEqual([
      { label: expect.stringMatching(/no token, no credentials/), required: true },
    ])
  })
})

test('links of the chooser lead to files that there are, and to the private report', () => {
  const { contact_links } = read('config.yml') as { contact_links: { url: string }[] }
  const home = 'https://github.com/aws-oidc-preflight/aws-oidc-preflight/'
  for (const { url } of contact_links) {
    expect(url.startsWith(home)).toBe(true)
    const [, path] = /\/blob\/main\/(.*)$/.exec(url) ?? []
    if (path !== undefined) expect(existsSync(at(path))).toBe(true)
  }
  expect(contact_links[0]?.url).toBe(`${home}security/advisories/new`)
})
