import { change } from '../store/actions.js';
import { useStore } from '../store/store.js';
import { digits } from './Confidence.js';

/** The lowest and the highest confidence of rows that are shown. */
export function ConfidenceFilter() {
  const { minimum, maximum } = useStore(state => state.filter);
  return (
    <fieldset>
      <legend>Confidence</legend>
      <label class="slider">
        at least
        <Slider value={minimum} onSlide={value => change({ minimum: value, maximum: Math.max(value, maximum) })} />
        <output>{digits(minimum)}</output>
      </label>
      <label class="slider">
        at most
        <Slider value={maximum} onSlide={value => change({ maximum: value, minimum: Math.min(value, minimum) })} />
        <output>{digits(maximum)}</output>
      </label>
    </fieldset>
  );
}

function Slider({ value, onSlide }: { value: number; onSlide(value: number): void }) {
  return (
    <input type="range" min="0" max="1" step="0.01" value={value} onInput={event => onSlide(event.currentTarget.valueAsNumber)} />
  );
}
