// The line of a profile's credential_process: words quoted so that every reader splits them into the same words again.

/** botocore splits the line itself, the SDKs hand it to `sh -c` or to `cmd /c`: both kinds agree on this. */
export function commandLine(words: readonly string[], windows: boolean): string {
  return words.map(windows ? windowsWord : posixWord).join(' ')
}

function windowsWord(word: string): string {
  return /^[\w.:\\/-]+$/.test(word) ? word : `"${word}"`
}

function posixWord(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  // The JavaScript SDK takes a blank and `#` or `;` for a comment, in quotes too: the empty pair keeps them apart.
  const quoted = word.replaceAll("'", "'\\''").replace(/(\s)(?=[#;])/g, "$1''")
  return `'${quoted}'`
}
