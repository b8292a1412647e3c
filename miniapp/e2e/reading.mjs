// Placeholder until the screens are walked.
export async function readableEverywhere() {}
