import { scaleLinear, scaleLog } from 'd3-scale';
import { line } from 'd3-shape';
import type { Finding } from '../scenario.js';

const width = 640;
const height = 320;
const margin = { left: 70, right: 110, top: 20, bottom: 50 };
const colours = ['#1f77b4', '#d62728', '#2ca02c', '#9467bd', '#8c564b'];

/** A drawing of curves as SVG, with a logarithmic horizontal axis. */
export function drawn({ x, y, lines }: NonNullable<Finding['curves']>): string {
  const points = lines.flatMap((one) => one.points);
  const xs = points.map(([value]) => value);
  const top = Math.max(...points.map(([, value]) => value)) * 1.2;
  const across = scaleLog([Math.min(...xs), Math.max(...xs)], [margin.left, width - margin.right]);
  const up = scaleLinear([0, top], [height - margin.bottom, margin.top]).nice();
  const path = line<readonly [number, number]>(
    ([value]) => across(value),
    ([, value]) => up(value),
  );
  const ticks = up.ticks(5).map((value) => {
    const at = up(value).toFixed(1);
    return `<line x1="${margin.left}" x2="${width - margin.right}" y1="${at}" y2="${at}" stroke="#ccc"/><text x="${margin.left - 8}" y="${at}" text-anchor="end" dominant-baseline="middle">${value}</text>`;
  });
  const marks = [...new Set(xs)].map(
    (value) =>
      `<text x="${across(value).toFixed(1)}" y="${height - margin.bottom + 18}" text-anchor="middle">${value}</text>`,
  );
  const drawings = lines.map(({ name, points: own }, i) => {
    const colour = colours[i % colours.length];
    const last = own.at(-1) ?? [0, 0];
    return `<path d="${path([...own]) ?? ''}" fill="none" stroke="${colour}" stroke-width="2"/><text x="${across(last[0]) + 8}" y="${up(last[1]) + (i - 1) * 4}" fill="${colour}" dominant-baseline="middle">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="sans-serif" font-size="12" role="img" aria-label="${y} by ${x}">
<rect width="${width}" height="${height}" fill="#fff"/>
${[...ticks, ...marks, ...drawings].join('\n')}
<text x="${(width - margin.right + margin.left) / 2}" y="${height - 8}" text-anchor="middle">${x}</text>
<text transform="translate(14 ${height / 2}) rotate(-90)" text-anchor="middle">${y}</text>
</svg>
`;
}
