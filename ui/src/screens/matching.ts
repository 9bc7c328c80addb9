// Which of many words fit what is typed.

/**
 * The labels that hold `query`, those that begin with it first, then those with a word that
 * does. Accents, capitals and kinds of apostrophe make no difference: few keyboards have them all.
 */
export function matching(query: string, labels: string[]): string[] {
  const sought = plain(query);
  if (sought === "") return labels;
  const ranked = labels.map((label) => ({ label, rank: rank(plain(label), sought) }));
  const found = ranked.filter(({ rank }) => rank >= 0);
  // Sorting keeps the order of the list among equals.
  return found.sort((one, other) => one.rank - other.rank).map(({ label }) => label);
}

function rank(label: string, sought: string): number {
  if (label.startsWith(sought)) return 0;
  if (label.includes(` ${sought}`)) return 1;
  return label.includes(sought) ? 2 : -1;
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[’‘]/g, "'").trim().toLowerCase();
}
