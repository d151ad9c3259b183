// Markdown as GitHub makes a page of it: GitHub-flavoured, sanitised by its rules (rehype-sanitize's default schema is GitHub's), code coloured.
import rehypeRaw from 'rehype-raw'
import rehypeSanitize from 'rehype-sanitize'
import rehypeStarryNight from 'rehype-starry-night'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

/** What is used of an element, a text or a whole page of hast. */
export interface HtmlNode {
  type: string
  tagName?: string
  value?: string
  properties?: Readonly<Record<string, unknown>>
  children?: readonly HtmlNode[]
}

const SANITISED = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeRaw)
  .use(rehypeSanitize)
  .use(rehypeStarryNight)
  .use(rehypeStringify)

export async function githubHtml(markdown: string): Promise<string> {
  return String(await SANITISED.process(markdown))
}

export async function githubTree(markdown: string): Promise<HtmlNode> {
  return (await SANITISED.run(SANITISED.parse(markdown))) as HtmlNode
}

/** All text below it, closed folds included. */
export function textOf({ value, children = [] }: HtmlNode): string {
  return value ?? children.map(textOf).join('')
}
