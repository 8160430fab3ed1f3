// A lane as a row of the table.
import { figure, median } from './statistics.mjs';

const MB = 1024 * 1024;
const NOTHING = '–';
const share = (value) => (value === null ? NOTHING : value.toFixed(3));

const ratesOf = ({ pages, rounds }, time) => rounds.map((round) => (round.times * pages) / round[time]);

function spread(rates) {
  return `${figure(Math.min(...rates))}–${figure(Math.max(...rates))}`;
}

/** What there is to say of a lane that has no row. */
export const noteOf = (lane) =>
  lane.absent
    ? `absent: ${lane.name} (${lane.absent})`
    : lane.error
      ? `failed: ${lane.name}: ${lane.error}`
      : readNothing(lane)
        ? `failed: ${lane.name}: ${Object.values(lane.failures)[0]}`
        : null;

/** How fast a lane fails is nothing to know. */
const readNothing = ({ failures = {}, documents }) => Object.keys(failures).length >= documents;

export function rowOf(lane, ours) {
  const name = lane.version ? `${lane.name} ${lane.version}` : lane.name;
  const unit = lane.pages > lane.documents || lane.family === 'ocr' ? 'pages' : 'documents';
  const [cpu, wall] = [ratesOf(lane, 'cpu'), ratesOf(lane, 'wall')];
  const ratio = (time) =>
    ours.error ? NOTHING : `${figure(median(ratesOf(lane, time)) / median(ratesOf(ours, time)))}×`;
  return {
    lane: name,
    [`${unit}/CPU s`]: figure(median(cpu)),
    'min–max': spread(cpu),
    'to ours': ratio('cpu'),
    [`${unit}/s`]: figure(median(wall)),
    'to ours, wall': ratio('wall'),
    'peak MB': figure(lane.peakBytes / MB),
    'word F1': share(lane.f1),
    'words as ours': share(lane.sameAsOurs),
    failed: Object.keys(lane.failures ?? {}).length,
  };
}
