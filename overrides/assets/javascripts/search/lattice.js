// Cutting a text into the best row of pieces.

// The row of edges from 0 to `length` with the highest sum of gains. `edgesAt(i)` lists
// the edges that begin at `i`: {end, gain, …}; a gap of one is always possible and gains
// nothing: {start, end, gain: 0, gap: true}.
export function bestRow(length, edgesAt) {
  const best = [{ total: 0, edge: null }];
  for (let start = 0; start < length; start++) {
    const { total } = best[start];
    const gap = { start, end: start + 1, gain: 0, gap: true };
    for (const edge of [gap, ...edgesAt(start)]) {
      const sum = total + edge.gain;
      if (!best[edge.end] || sum > best[edge.end].total) {
        best[edge.end] = { total: sum, edge: { ...edge, start } };
      }
    }
  }
  const row = [];
  for (let end = length; end > 0; end = best[end].edge.start) row.unshift(best[end].edge);
  return row;
}
