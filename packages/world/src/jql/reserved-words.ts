/**
 * Words that JQL keeps for itself, in the order in which a Cloud was recorded to tell them: as a field or a value they
 * stand in quotes.
 */
export const reservedWords: readonly string[] = `
  when noaudit with grant power inout values then mode max into initial do table isempty was access or on drop
  index execute notin equals of explain inner exec sum character create not revoke byte cf last number where break
  trigger checkpoint outer by current size rename defaults difference remainder output modify add default audit
  sqrt increment privileges else as any like connect file input distinct row delimiter modulo collate having
  object and strict less start min rowid subtract limit whenever validate synonym encoding order unique column
  collation null string public intersect option greater minus left define set raw between integer next end alter
  boolean date is float changed alias share in transaction group join if session nowait user to select avg check
  after rownum intersection delete commit true return false goto count right empty isnull int from double field
  exclusive declare for function fetch abort escape returns previous insert go lock update divide uid identified
  more union long decimal immediate raise desc multiply before exists prior while rows asc trans continue begin
  resource view catch decrement char first
`
  .trim()
  .split(/\s+/);

const all = new Set(reservedWords);

export function isReservedWord(word: string): boolean {
  return all.has(word.toLowerCase());
}
