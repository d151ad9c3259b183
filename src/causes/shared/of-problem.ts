// Evidence narrowed to the one problem that a cause's matcher has let through.

/** A throw is a bug of ours: `matches` and `explain` of a cause do not agree. */
export function ofProblem<F extends { problem: string }, P extends F['problem']>(
  failure: F,
  problem: P,
): F & { problem: P } {
  if (hasProblem(failure, problem)) return failure
  throw new Error(`a failure of ${problem} was expected, and this is ${failure.problem}`)
}

function hasProblem<F extends { problem: string }, P extends F['problem']>(
  failure: F,
  problem: P,
): failure is F & { problem: P } {
  return failure.problem === problem
}
