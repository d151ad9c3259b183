// How grave a finding is, and how sure.

/** error: sign-in failed or cannot work · warning: works now, will hurt · notice: worth knowing. */
export type Severity = 'error' | 'warning' | 'notice'

/** certain: the evidence leaves nothing else · likely: it leaves more than one reason. */
export type Certainty = 'certain' | 'likely'
