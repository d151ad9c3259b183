// A member of a table by a name from outside: one of its own, and none that every object has (`constructor`).

export function ownMember<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
