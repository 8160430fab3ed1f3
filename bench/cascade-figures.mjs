// What the rows of a scorer say about a run: accuracy, trust, and where two runs of the same documents differ.
const SURE = 0.9;
const ratio = (part, all) => (all === 0 ? null : part / all);
const mean = (list) =>
  ratio(
    list.reduce((sum, one) => sum + one, 0),
    list.length,
  );
const plain = (value) =>
  String(value ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** How sure a run was of what it said, and how right. */
export function trustOf(rows, { calibration }) {
  const claims = rows.flatMap(({ checks }) => checks.flatMap((check) => check.claims ?? []));
  const sure = claims.filter(({ confidence }) => confidence > SURE);
  return {
    claims: claims.length,
    sure: sure.length,
    sureWrong: sure.filter(({ correct }) => !correct).length,
    calibrationError: calibration(claims).error,
  };
}

export const typeAccuracy = (rows, typeOf) => mean(rows.map(({ id, type }) => Number(type === typeOf(id))));

const fieldIn = (row, name) => row?.fields.find((field) => field.name === name) ?? null;

/** How a value came about: alone, by a model, or by both; `local` is the same document as the local engine read it. */
function kindOf(field, local) {
  if (field.origin.engine !== 'llm') return field.source === 'embedded-data' ? 'embedded' : 'local';
  if (field.grounding?.match === 'none') return 'model-derived';
  if (local === null) return 'model, local had none';
  return plain(local.value) === plain(field.value) ? 'model, as the local engine' : 'model, not as the local engine';
}

const checksOf = (rows, localRows) => {
  const before = new Map(localRows.map((row) => [row.id, row]));
  return rows.flatMap((row) =>
    row.checks.flatMap((check) => {
      const field = fieldIn(row, check.name);
      const local = before.get(row.id);
      return field && check.claims?.length === 1
        ? [{ kind: kindOf(field, fieldIn(local, check.name)), ...check.claims[0] }]
        : [];
    }),
  );
};

/** For each way in which values come about: how many, how sure, how often right. */
export function reliability(runs) {
  const claims = runs.flatMap(({ rows, local }) => checksOf(rows, local));
  return [...Map.groupBy(claims, ({ kind }) => kind)]
    .map(([kind, list]) => ({
      kind,
      n: list.length,
      confidence: mean(list.map(({ confidence }) => confidence)),
      right: mean(list.map(({ correct }) => Number(correct))),
    }))
    .sort((a, b) => a.kind.localeCompare(b.kind));
}

/** Checks whose verdict differs between two runs of the same documents: for whoever looks for causes. */
export function changes(before, after) {
  const byId = new Map(before.map((row) => [row.id, row]));
  return after.flatMap((row) => {
    const old = byId.get(row.id);
    return row.checks.flatMap((check) => {
      const was = old?.checks.find(({ name }) => name === check.name);
      if (!was || was.correct === check.correct) return [];
      const field = fieldIn(row, check.name);
      const origin = field ? `${field.origin.engine} ${field.grounding?.match} ${field.confidence}` : null;
      return [
        {
          id: row.id,
          documentId: row.documentId,
          types: [old.type, row.type],
          field: check.name,
          better: check.correct,
          truth: check.truth,
          was: was.got,
          is: check.got,
          origin,
        },
      ];
    });
  });
}

export const shareOfCalls = (documents) => mean(documents.map(({ usage }) => Number((usage?.tokensIn ?? 0) > 0)));
